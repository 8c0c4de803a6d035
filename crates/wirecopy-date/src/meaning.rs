//! What an expression says, before anyone knows which day it is.

use crate::civil::Weekday;
use crate::expression::Modifier;
use crate::words::{Part, Reference, Shift, Unit};

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// None written.
    Open,
    Written(i16),
    /// "last year" beside a month, a quarter, a season.
    Shift(Shift),
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Exact(u32),
    /// This many and a half.
    AndHalf(u32),
    Vague,
}

/// From where "ago" and "earlier" count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    Speech,
    Narrative,
}

/// The core of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Day {
        year: Year,
        month: u8,
        day: u8,
        weekday: Option<Weekday>,
    },
    DayRange {
        year: Year,
        from: (u8, u8),
        to: (u8, u8),
    },
    Month {
        year: Year,
        month: u8,
    },
    MonthRange {
        year: Year,
        from: u8,
        to: u8,
    },
    Year(Year),
    YearRange(i16, i16),
    /// "3/4/2012": the order is a matter of policy.
    Numeric(u8, u8, i16),
    /// "today": days from the anchor.
    Offset(i8),
    /// "the first Monday in September"; the fifth is the last.
    NthWeekday {
        nth: u8,
        weekday: Weekday,
        year: Year,
        month: u8,
    },
    /// "two years ago today": the anchor's day, week or month, so many months back.
    Anniversary {
        months: i32,
        unit: Unit,
    },
    Weekday {
        day: Weekday,
        shift: Shift,
    },
    Unit {
        unit: Unit,
        shift: Shift,
    },
    Ago {
        amount: Amount,
        unit: Unit,
        sign: i8,
        from: From,
    },
    Quarter {
        number: Option<u8>,
        year: Year,
        shift: Shift,
    },
    Half {
        number: u8,
        year: Year,
    },
    Season {
        season: u8,
        year: Year,
        shift: Shift,
    },
    Decade(i16),
    /// "20th century" is 19.
    Century(i16),
    Holiday {
        index: u16,
        year: Year,
        shift: Shift,
    },
    WeekOf {
        month: u8,
        day: u8,
    },
    YearEnd(Year),
    Duration {
        amount: Amount,
        unit: Unit,
    },
    /// "daily", "every two weeks".
    Every {
        amount: u32,
        unit: Unit,
    },
    EveryWeekday(Weekday),
    EveryMonth(u8),
    Reference(Reference),
    /// A time of day alone.
    TimeOnly,
}

/// A time zone: as written in the table, minutes east.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) hour: u8,
    pub(crate) minute: Option<u8>,
    pub(crate) offset: Option<i16>,
}

/// A recognised expression: item range, core, and what stands around the core.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    /// First item.
    pub(crate) first: usize,
    /// One past the last item.
    pub(crate) last: usize,
    pub(crate) meaning: Meaning,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) part: Option<Part>,
    pub(crate) time: Option<Time>,
    /// "fiscal": no calendar days are known.
    pub(crate) fiscal: bool,
    /// Days to go from the day named: "the day before last Tuesday", "a week from Monday".
    pub(crate) step: i8,
}

impl Match {
    pub(crate) const fn new(first: usize, last: usize, meaning: Meaning) -> Self {
        Self {
            first,
            last,
            meaning,
            modifier: None,
            part: None,
            time: None,
            fiscal: false,
            step: 0,
        }
    }

    pub(crate) const fn modifier(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }

    pub(crate) const fn part(mut self, part: Part) -> Self {
        self.part = Some(part);
        self
    }
}
