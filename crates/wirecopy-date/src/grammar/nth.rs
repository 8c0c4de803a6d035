//! Days named by their place among others: "the first Monday in September", "the day after
//! Thanksgiving", "a week from Monday", "two years ago today", "Aug. 5, 6 and 7".

use super::Grammar;
use crate::lex::Kind;
use crate::meaning::{Amount, Match, Meaning, Year};
use crate::words::{Class, Link, Shift, Unit};

/// Days that one month may have behind it: "Aug. 5, 6, 7 and 8".
const LISTED_DAYS: usize = 6;

impl Grammar<'_> {
    /// "first Monday in September", "last Sunday of May 2012", "third Friday of every month": `nth`
    /// is read from the item at `at`, and 5 is the last.
    pub(crate) fn nth_weekday(&self, at: usize, nth: u8) -> Option<Match> {
        let (weekday, next) = self.weekday_at(at + 1).filter(|_| (1..=5).contains(&nth))?;
        if !matches!(self.link(next), Some(Link::In | Link::Of)) {
            return None;
        }
        if self.class(next + 1) == Class::Every {
            let meaning = Meaning::Every { amount: 1, unit: Unit::Month };
            let monthly = self.unit(next + 2) == Some(Unit::Month);
            return monthly.then(|| Match::new(at, next + 3, meaning));
        }
        let (month, _, after) = self.month_at(next + 1)?;
        let (year, last) = self.year_after(after);
        Some(Match::new(at, last, Meaning::NthWeekday { nth, weekday, year, month }))
    }

    /// "the day before yesterday", "day after tomorrow", "day before last Tuesday", "the day after
    /// Thanksgiving".
    pub(crate) fn day_before(&self, at: usize) -> Option<Match> {
        if self.unit(at) != Some(Unit::Day) {
            return None;
        }
        let step = match self.link(at + 1) {
            Some(Link::Before) => -1,
            Some(Link::After) => 1,
            _ => return None,
        };
        let day = match self.class(at + 2) {
            Class::Day(days) => Match::new(at, at + 3, Meaning::Offset(days.saturating_add(step))),
            Class::Shift(_) => Match { step, ..self.shifted(at + 2)? },
            _ => {
                let inner = self.holiday(at + 2).or_else(|| self.calendar(at + 2))?;
                Match { step, ..inner }
            }
        };
        let is_day = matches!(
            day.meaning,
            Meaning::Day { .. }
                | Meaning::Weekday { .. }
                | Meaning::Holiday { .. }
                | Meaning::Offset(_)
        );
        if !is_day {
            return None;
        }
        let the = usize::from(self.class_before(at) == Class::The);
        Some(Match { first: at - the, ..day })
    }

    /// "a week from Monday", "two weeks from tomorrow": behind the unit, at "from".
    pub(crate) fn counted_from(
        &self,
        first: usize,
        amount: Amount,
        unit: Unit,
        at: usize,
    ) -> Option<Match> {
        if self.link(at) != Some(Link::From) {
            return None;
        }
        let step = days_of(amount, unit)?;
        let (last, meaning) = match self.class(at + 1) {
            Class::Day(1) => (at + 2, Meaning::Offset(1)),
            Class::Weekday(_) => {
                let (day, last) = self.weekday_at(at + 1)?;
                (last, Meaning::Weekday { day, shift: Shift::Coming })
            }
            _ => return None,
        };
        Some(Match { step, ..Match::new(first, last, meaning) })
    }

    /// "a week ago Saturday", "two years ago today", "three years ago this month": behind "ago".
    pub(crate) fn ago_on(
        &self,
        first: usize,
        amount: Amount,
        unit: Unit,
        at: usize,
    ) -> Option<Match> {
        let Amount::Exact(count) = amount else { return None };
        let months = match unit {
            Unit::Month => i32::try_from(count).ok(),
            Unit::Year => i32::try_from(count).ok()?.checked_mul(12),
            Unit::Decade => i32::try_from(count).ok()?.checked_mul(120),
            _ => None,
        };
        match (self.class(at), months) {
            (Class::Weekday(_), None) if unit == Unit::Week => {
                let (day, last) = self.weekday_at(at)?;
                let meaning = Meaning::Weekday { day, shift: Shift::Recent };
                let step = days_of(amount, unit)?.checked_neg()?;
                Some(Match { step, ..Match::new(first, last, meaning) })
            }
            (Class::Day(0), None) => {
                let step = days_of(amount, unit)?.checked_neg()?;
                Some(Match { step, ..Match::new(first, at + 1, Meaning::Offset(0)) })
            }
            (Class::Day(0), Some(months)) => {
                let meaning = Meaning::Anniversary { months, unit: Unit::Day };
                Some(Match::new(first, at + 1, meaning))
            }
            (Class::Shift(Shift::This), Some(months)) => {
                let unit =
                    self.unit(at + 1).filter(|unit| matches!(unit, Unit::Month | Unit::Week));
                let meaning = Meaning::Anniversary { months, unit: unit? };
                Some(Match::new(first, at + 2, meaning))
            }
            _ => None,
        }
    }

    /// "April 24 and 25", "Aug. 5, 6 and 7": a day whose month stands before the first of them.
    pub(crate) fn listed_day(&self, at: usize, value: u32) -> Option<Match> {
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        let mut joined = false;
        let (mut first, mut least) = (at, day);
        let month = (0..LISTED_DAYS).find_map(|_| {
            let joint = first.checked_sub(1)?;
            let mut before = joint.checked_sub(1)?;
            match self.kind(joint) {
                Kind::Comma => {}
                Kind::Word(Class::Link(Link::And)) => {
                    joined = true;
                    before = before.checked_sub(usize::from(self.kind(before) == Kind::Comma))?;
                }
                _ => return Some(None),
            }
            let Some(earlier) = self.day_number(before).filter(|day| *day < least) else {
                return Some(None);
            };
            (first, least) = (before, earlier);
            let month = |back| self.month_at(before.checked_sub(back)?);
            let of_first = |read: &(u8, _, usize)| read.2 == before;
            let found = month(1).filter(of_first).or_else(|| month(2).filter(of_first));
            found.map(|(month, ..)| Some(month))
        })??;
        let (year, last, ends) = self.rest_of_list(at + 1, day)?;
        if !(joined && last.is_some() || ends) {
            return None;
        }
        self.day_match(at, last.unwrap_or(at + 1), year, month, day)
    }

    /// The year behind a list of days, seen from the item behind one of them: the year, where it
    /// ends if the day is the last one, and whether "and" joins another.
    pub(crate) fn rest_of_list(&self, at: usize, day: u8) -> Option<(Year, Option<usize>, bool)> {
        let (mut next, mut day, mut joined) = (at, day, false);
        for _ in 0..LISTED_DAYS {
            let comma = usize::from(self.kind(next) == Kind::Comma);
            let and = usize::from(self.link(next + comma) == Some(Link::And));
            let number = self.day_number(next + comma + and).filter(|later| *later > day);
            let Some(later) = number.filter(|_| comma + and > 0) else { break };
            joined |= and == 1;
            (next, day) = (next + comma + and + 1, later);
        }
        let (year, last) = self.year_after(next);
        let ends = matches!(
            self.kind(last),
            Kind::Stop
                | Kind::Comma
                | Kind::Break
                | Kind::Close
                | Kind::Pause
                | Kind::Word(Class::Link(_))
        );
        ends.then_some((year, (next == at).then_some(last), joined))
    }
}

/// Days in so many units, as far as a step reaches.
fn days_of(amount: Amount, unit: Unit) -> Option<i8> {
    let Amount::Exact(count) = amount else { return None };
    let days = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Fortnight => 14,
        _ => return None,
    };
    i8::try_from(count).ok()?.checked_mul(days)
}
