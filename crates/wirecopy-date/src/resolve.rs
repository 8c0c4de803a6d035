//! From what an expression says to which day it means.
//!
//! The rules are those that news copy keeps: a bare weekday is the most recent one, today included,
//! unless its verb looks ahead; a day without a year is the nearest such day; a quarter is the last
//! one that began; "a year earlier" counts from what the story named last.

use crate::civil::{Date, PartialDate, Weekday};
use crate::expression::{Anchor, AnchorSource, Granularity};
use crate::find::NumericOrder;
use crate::holiday;
use crate::meaning::{Amount, From, Match, Meaning, Year};
use crate::period::Period;
use crate::tense::Tense;
use crate::words::{Shift, Unit};

/// What the story has said so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Story {
    pub(crate) anchor: Option<Anchor>,
    pub(crate) order: NumericOrder,
    /// The last day, month, quarter or year that was resolved.
    last: Option<Period>,
    last_day: Option<Date>,
    quarter: Option<Period>,
}

/// The days meant, and how they were found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Days {
    pub(crate) first: Period,
    /// The last unit of a range.
    pub(crate) last: Option<Period>,
    pub(crate) source: Option<AnchorSource>,
    pub(crate) suspect: bool,
}

impl Days {
    const fn written(first: Period) -> Self {
        Self { first, last: None, source: None, suspect: false }
    }
}

impl Story {
    pub(crate) fn new(anchor: Option<Anchor>, order: NumericOrder) -> Self {
        Self { anchor, order, ..Self::default() }
    }

    /// The days that `found` means; `None` for durations, sets, references, and where an anchor is
    /// missing or arithmetic would leave the calendar.
    pub(crate) fn days(&self, found: &Match, tense: Tense) -> Option<Days> {
        let mut days = self.meant(found, tense)?;
        if found.step != 0 && days.first.unit == Granularity::Day {
            days.first = Period::day(days.first.start.add_days(i64::from(found.step))?);
        }
        Some(days)
    }

    fn meant(&self, found: &Match, tense: Tense) -> Option<Days> {
        match found.meaning {
            Meaning::Day { year, month, day, weekday } => {
                self.day(year, (month, day), weekday, tense)
            }
            Meaning::DayRange { year, from, to } => self.day_range(year, from, to),
            Meaning::Month { year, month } => self.month(year, month, tense),
            Meaning::MonthRange { year, from, to } => {
                let first = self.month(year, from, tense)?;
                let (year, _) = (first.first.start.year(), ());
                let last = Period::month(if to < from { year.checked_add(1)? } else { year }, to)?;
                Some(Days { last: Some(last), ..first })
            }
            Meaning::Year(Year::Written(year)) => Some(Days::written(Period::year(year)?)),
            Meaning::Year(_) => None,
            Meaning::YearRange(from, to) => {
                Some(Days { last: Some(Period::year(to)?), ..Days::written(Period::year(from)?) })
            }
            Meaning::Numeric(a, b, year) => self.numeric(a, b, year),
            Meaning::Decade(first) => Some(Days::written(Period::decade(first)?)),
            Meaning::Century(hundreds) => Some(Days::written(Period::century(hundreds)?)),
            Meaning::Quarter { number: Some(number), year: Year::Written(year), .. } => {
                Some(Days::written(Period::quarter(year, number)?))
            }
            Meaning::Half { number, year: Year::Written(year) } => {
                Some(Days::written(Period::half(year, number)?))
            }
            Meaning::Season { season, year: Year::Written(year), .. } => {
                Some(Days::written(Period::season(year, season)?))
            }
            Meaning::NthWeekday { nth, weekday, year: Year::Written(year), month } => {
                let day = holiday::nth_weekday(year, month, nth, weekday)?;
                Some(Days::written(Period::day(day)))
            }
            Meaning::Holiday { index, year: Year::Written(year), .. } => {
                Some(Days::written(Period::day(holiday::day(index, year)?)))
            }
            Meaning::YearEnd(Year::Written(year)) => {
                Some(Days::written(Period::day(Date::new(year, 12, 31)?)))
            }
            _ => self.counted(found, tense),
        }
    }

    /// What needs an anchor.
    fn counted(&self, found: &Match, tense: Tense) -> Option<Days> {
        let anchor = self.anchor?;
        let here = |period| Days { source: Some(anchor.source), ..Days::written(period) };
        match found.meaning {
            Meaning::Offset(days) => {
                Some(here(Period::day(anchor.date.add_days(i64::from(days))?)))
            }
            Meaning::Weekday { day, shift } => self.weekday(anchor, day, shift, tense),
            Meaning::NthWeekday { nth, weekday, year, month } => {
                let of_year = |year| holiday::nth_weekday(year, month, nth, weekday);
                let day = match year {
                    Year::Open => Self::nearest(anchor.date, of_year, tense)?,
                    year => of_year(self.year_of(anchor, year))?,
                };
                Some(here(Period::day(day)))
            }
            Meaning::Anniversary { months, unit } => {
                let day = anchor.date.add_months(-i64::from(months))?;
                Some(here(Period::holding(granularity(unit)?, day)?))
            }
            Meaning::Unit { unit, shift } => self.unit(anchor, unit, shift, tense, found.fiscal),
            Meaning::Ago { amount, unit, sign, from } => self.ago(anchor, amount, unit, sign, from),
            Meaning::Quarter { number, year, shift } => {
                self.quarter(anchor, number, year, shift, tense).map(here)
            }
            Meaning::Half { number, year } => {
                Some(here(Period::half(self.year_of(anchor, year), number)?))
            }
            Meaning::Season { season, year, shift } => {
                Self::season(anchor.date, season, year, shift, tense).map(here)
            }
            Meaning::Holiday { index, year, shift } => {
                self.holiday(anchor, index, year, shift, tense).map(here)
            }
            Meaning::WeekOf { month, day } => {
                let day = PartialDate::new(None, month, day)?.nearest(anchor.date)?;
                Some(here(Period::week_of(day)?))
            }
            Meaning::YearEnd(year) => {
                let end = Date::new(self.year_of(anchor, year), 12, 31)?;
                Some(here(Period::day(end)))
            }
            _ => None,
        }
    }

    /// Takes note of what was resolved, for "a year earlier" and "that day".
    pub(crate) fn note(&mut self, days: &Days, found: &Match) {
        let period = days.last.unwrap_or(days.first);
        match period.unit {
            Granularity::Day => self.last_day = Some(period.start),
            Granularity::Quarter
                if self.quarter.is_none()
                    || matches!(found.meaning, Meaning::Quarter { year: Year::Open, shift, .. }
                        if shift != Shift::YearAgo) =>
            {
                self.quarter = Some(period);
            }
            _ => {}
        }
        if !matches!(found.meaning, Meaning::Ago { .. }) {
            self.last = Some(period);
        }
    }

    /// The year meant by a year word beside a month, quarter or season.
    fn year_of(&self, anchor: Anchor, year: Year) -> i16 {
        let this = anchor.date.year();
        match year {
            Year::Written(year) => year,
            Year::Open => this,
            Year::Shift(shift) => match shift {
                Shift::Last | Shift::Previous | Shift::YearAgo => this.saturating_sub(1),
                Shift::Next | Shift::Coming => this.saturating_add(1),
                Shift::That | Shift::Same => self.last.map_or(this, |last| last.start.year()),
                Shift::Following => {
                    self.last.map_or(this, |last| last.start.year()).saturating_add(1)
                }
                _ => this,
            },
        }
    }

    fn day(
        &self,
        year: Year,
        (month, day): (u8, u8),
        weekday: Option<Weekday>,
        tense: Tense,
    ) -> Option<Days> {
        if let Year::Written(year) = year {
            let date = Date::new(year, month, day)?;
            let suspect = weekday.is_some_and(|weekday| weekday != date.weekday());
            return Some(Days { suspect, ..Days::written(Period::day(date)) });
        }
        let anchor = self.anchor?;
        let partial = PartialDate::new(None, month, day)?;
        let date = match year {
            Year::Shift(Shift::Last | Shift::Past) if weekday.is_none() => {
                step(anchor.date, |year| partial.in_year(year), |date| date < anchor.date, true)?
            }
            Year::Shift(Shift::Next | Shift::Coming) => {
                step(anchor.date, |year| partial.in_year(year), |date| date > anchor.date, false)?
            }
            _ => Self::nearest_day(anchor.date, partial, tense)?,
        };
        let suspect = weekday.is_some_and(|weekday| weekday != date.weekday());
        let source = Some(anchor.source);
        Some(Days { first: Period::day(date), last: None, source, suspect })
    }

    /// The nearest such day, as [`distance`] counts.
    fn nearest_day(anchor: Date, partial: PartialDate, tense: Tense) -> Option<Date> {
        // 29 February may be eight years off around 1900.
        let years = if (partial.month(), partial.day()) == (2, 29) { 8 } else { 1 };
        (-years..=years)
            .filter_map(|by| partial.in_year(anchor.year().checked_add(by)?))
            .min_by_key(|day| distance(anchor.days_until(*day), tense, 6))
    }

    /// The same for a day that moves: "Thanksgiving", "the first Monday in May".
    fn nearest(anchor: Date, of_year: impl Fn(i16) -> Option<Date>, tense: Tense) -> Option<Date> {
        (-1..=1)
            .filter_map(|by| of_year(anchor.year().checked_add(by)?))
            .min_by_key(|day| distance(anchor.days_until(*day), tense, 6))
    }

    fn day_range(&self, year: Year, from: (u8, u8), to: (u8, u8)) -> Option<Days> {
        let wraps = to < from;
        // "Dec. 30-Jan. 2, 2013": the year belongs to the end.
        let (first, source) = match year {
            Year::Written(year) => {
                let year = if wraps { year.checked_sub(1)? } else { year };
                (Date::new(year, from.0, from.1)?, None)
            }
            _ => {
                let anchor = self.anchor?;
                let first = PartialDate::new(None, from.0, from.1)?.nearest(anchor.date)?;
                (first, Some(anchor.source))
            }
        };
        let end_year = if wraps { first.year().checked_add(1)? } else { first.year() };
        let last = Date::new(end_year, to.0, to.1)?;
        Some(Days {
            first: Period::day(first),
            last: Some(Period::day(last)),
            source,
            suspect: false,
        })
    }

    fn month(&self, year: Year, month: u8, tense: Tense) -> Option<Days> {
        if let Year::Written(year) = year {
            return Some(Days::written(Period::month(year, month)?));
        }
        let anchor = self.anchor?;
        let this = Period::holding(Granularity::Month, anchor.date)?.start;
        let of_year = |year| Date::new(year, month, 1);
        let start = match year {
            // "last February", said in March, is last year's: "last month" would do for the other.
            Year::Shift(Shift::Last) if month + 1 == this.month() => of_year(this.year() - 1),
            Year::Shift(Shift::Next) if month == this.month() + 1 => of_year(this.year() + 1),
            Year::Shift(Shift::Last | Shift::Past | Shift::Previous) => {
                step(this, of_year, |start| start < this, true)
            }
            Year::Shift(Shift::Next | Shift::Coming) => {
                step(this, of_year, |start| start > this, false)
            }
            Year::Shift(shift) => of_year(self.year_of(anchor, Year::Shift(shift))),
            _ => (-1..=1)
                .filter_map(|by| of_year(this.year().checked_add(by)?))
                .min_by_key(|start| distance(this.days_until(*start), tense, 14)),
        }?;
        let source = Some(anchor.source);
        Some(Days { source, ..Days::written(Period::month(start.year(), month)?) })
    }

    fn numeric(&self, a: u8, b: u8, year: i16) -> Option<Days> {
        let (american, european) = (Date::new(year, a, b), Date::new(year, b, a));
        let date = match (american, european, self.order) {
            (Some(date), None, _) | (None, Some(date), _) => date,
            (Some(one), Some(other), _) if one == other => one,
            (Some(date), Some(_), NumericOrder::MonthFirst) => date,
            (Some(_), Some(date), NumericOrder::DayFirst) => date,
            _ => return None,
        };
        Some(Days::written(Period::day(date)))
    }

    fn weekday(&self, anchor: Anchor, day: Weekday, shift: Shift, tense: Tense) -> Option<Days> {
        let narrative = self
            .last_day
            .filter(|_| matches!(shift, Shift::Previous | Shift::Following | Shift::Same));
        let (base, source) = match narrative {
            Some(day) => (day, AnchorSource::Narrative),
            None => (anchor.date, anchor.source),
        };
        let back = i64::from((7 + base.weekday().iso() - day.iso()) % 7);
        let ahead = (7 - back) % 7;
        let whole = |days: i64| if days == 0 { 7 } else { days };
        let by = match shift {
            Shift::Last | Shift::Past | Shift::Previous => -whole(back),
            Shift::Next | Shift::Coming | Shift::Following => whole(ahead),
            Shift::This if tense != Tense::Past => ahead,
            Shift::Recent => -back,
            _ if tense == Tense::Future => ahead,
            _ => -back,
        };
        let day = base.add_days(by)?;
        Some(Days { source: Some(source), ..Days::written(Period::day(day)) })
    }

    fn unit(
        &self,
        anchor: Anchor,
        unit: Unit,
        shift: Shift,
        tense: Tense,
        fiscal: bool,
    ) -> Option<Days> {
        let narrative = matches!(shift, Shift::That | Shift::Same | Shift::Following)
            || unit == Unit::Day && matches!(shift, Shift::Next | Shift::Previous);
        // "that day" needs a day that was named, not the first one of a year.
        let told = match unit {
            Unit::Day => self.last_day.map(Period::day),
            _ => self.last,
        };
        if unit == Unit::Day && matches!(shift, Shift::That | Shift::Same) && told.is_none() {
            return None;
        }
        let (base, source) = match told.filter(|_| narrative) {
            Some(told) => (told.start, AnchorSource::Narrative),
            None => (anchor.date, anchor.source),
        };
        let by = match shift {
            Shift::Last | Shift::Previous | Shift::Past | Shift::Recent => -1,
            Shift::Latest if fiscal => -1,
            Shift::Next | Shift::Coming | Shift::Following => 1,
            _ => 0,
        };
        let granularity = granularity(unit)?;
        let period = if unit == Unit::Weekend {
            weekend(base, by, shift, tense)?
        } else {
            Period::holding(granularity, base)?.moved(by)?
        };
        Some(Days { source: Some(source), ..Days::written(period) })
    }

    fn ago(
        &self,
        anchor: Anchor,
        amount: Amount,
        unit: Unit,
        sign: i8,
        from: From,
    ) -> Option<Days> {
        // A year and a half is 18 months, and a decade and a half 15 years.
        let (count, unit) = match (amount, unit) {
            (Amount::Exact(count), unit) => (i64::from(count), unit),
            (Amount::AndHalf(count), Unit::Year) => (i64::from(count) * 12 + 6, Unit::Month),
            (Amount::AndHalf(count), Unit::Decade) => (i64::from(count) * 10 + 5, Unit::Year),
            (Amount::AndHalf(count), Unit::Century) => (i64::from(count) * 100 + 50, Unit::Year),
            _ => return None,
        };
        let count = count.checked_mul(i64::from(sign))?;
        let told = match from {
            From::Narrative if unit == Unit::Day => self.last_day.map(Period::day),
            From::Narrative => self.last,
            From::Speech => None,
        };
        let (base, source) = match told {
            Some(told) => (told.start, AnchorSource::Narrative),
            None => (anchor.date, anchor.source),
        };
        // "from $1.2 million a year ago": the same quarter.
        if unit == Unit::Year
            && count == -1
            && let Some(quarter) = self.quarter
        {
            let source = Some(AnchorSource::Narrative);
            return Some(Days { source, ..Days::written(quarter.moved(-4)?) });
        }
        let (granularity, factor) = match unit {
            Unit::Day => (Granularity::Day, 1),
            Unit::Week => (Granularity::Week, 1),
            Unit::Fortnight => (Granularity::Week, 2),
            Unit::Month => (Granularity::Month, 1),
            Unit::Quarter => (Granularity::Quarter, 1),
            Unit::Year => (Granularity::Year, 1),
            Unit::Decade => (Granularity::Year, 10),
            Unit::Century => (Granularity::Year, 100),
            _ => return None,
        };
        let period = Period::holding(granularity, base)?.moved(count.checked_mul(factor)?)?;
        Some(Days { source: Some(source), ..Days::written(period) })
    }

    fn quarter(
        &self,
        anchor: Anchor,
        number: Option<u8>,
        year: Year,
        shift: Shift,
        tense: Tense,
    ) -> Option<Period> {
        let this = Period::holding(Granularity::Quarter, anchor.date)?;
        let told = self.quarter.or_else(|| this.moved(-1))?;
        let number_of = |period: Period| (period.start.month() - 1) / 3 + 1;
        if year != Year::Open {
            let year = self.year_of(anchor, year);
            return Period::quarter(year, number.unwrap_or(number_of(told)));
        }
        if shift == Shift::YearAgo {
            let year = told.start.year().checked_sub(1)?;
            return Period::quarter(year, number.unwrap_or(number_of(told)));
        }
        let Some(number) = number else {
            return match shift {
                Shift::This | Shift::Current => Some(this),
                Shift::Next | Shift::Coming => this.moved(1),
                Shift::Last | Shift::Latest => this.moved(-1),
                Shift::Previous => told.moved(-1),
                Shift::Following => told.moved(1),
                _ => Some(told),
            };
        };
        let of_year = |year| Some(Period::quarter(year, number)?.start);
        // "expects to report a loss for the third quarter" in October: what is reported is over.
        // Only the quarter right ahead can be meant by a verb that looks ahead.
        let next = this.moved(1)?;
        if tense == Tense::Future && number_of(next) == number {
            return Some(next);
        }
        let start = step(this.start, of_year, |start| start <= this.start, true)?;
        Period::quarter(start.year(), number)
    }

    fn season(anchor: Date, season: u8, year: Year, shift: Shift, tense: Tense) -> Option<Period> {
        let this = anchor.year();
        let of_year = |year| Period::season(year, season);
        match year {
            Year::Written(year) => return of_year(year),
            Year::Shift(Shift::Last) => return of_year(this.checked_sub(1)?),
            Year::Shift(Shift::Next) => return of_year(this.checked_add(1)?),
            Year::Shift(_) => return of_year(this),
            Year::Open => {}
        }
        let years = (-2..=2).filter_map(|by| of_year(this.checked_add(by)?));
        let begun = years.clone().rfind(|period| period.start <= anchor)?;
        let ahead = years.clone().find(|period| period.start > anchor)?;
        let holds = begun.moved(1)?.start > anchor;
        match shift {
            Shift::Last | Shift::Past | Shift::Previous => {
                if holds {
                    begun.moved(-4)
                } else {
                    Some(begun)
                }
            }
            Shift::Next | Shift::Coming => Some(ahead),
            Shift::This => {
                if holds {
                    Some(begun)
                } else {
                    of_year(this)
                }
            }
            _ if tense == Tense::Future && !holds => Some(ahead),
            _ if matches!(tense, Tense::Past | Tense::Ended) || holds => Some(begun),
            _ => of_year(this),
        }
    }

    fn holiday(
        &self,
        anchor: Anchor,
        index: u16,
        year: Year,
        shift: Shift,
        tense: Tense,
    ) -> Option<Period> {
        if year != Year::Open {
            return Some(Period::day(holiday::day(index, self.year_of(anchor, year))?));
        }
        let of_year = |year| holiday::day(index, year);
        let day = match shift {
            Shift::Last | Shift::Past => step(anchor.date, of_year, |day| day < anchor.date, true),
            Shift::Next | Shift::Coming => {
                step(anchor.date, of_year, |day| day > anchor.date, false)
            }
            Shift::This => of_year(anchor.date.year()),
            _ => Self::nearest(anchor.date, of_year, tense),
        }?;
        Some(Period::day(day))
    }
}

/// The day that `of_year` gives in the nearest year that `fits`, looking back or ahead from the year
/// of `base`; eight years reach a leap day around 1900.
fn step(
    base: Date,
    of_year: impl Fn(i16) -> Option<Date>,
    fits: impl Fn(Date) -> bool,
    back: bool,
) -> Option<Date> {
    let sign = if back { -1 } else { 1 };
    (-1..=8)
        .filter_map(|by: i16| of_year(base.year().checked_add(by * sign)?))
        .find(|day| fits(*day))
}

/// How far off a day is that lies `days` ahead (behind, if negative). Copy looks back more than
/// ahead, so a day ahead counts half as far again; the tense of the clause weighs the other side.
/// Behind a past verb a day ahead weighs `past` halves: "announced elections for Nov. 6" is ahead,
/// "closed in October" is a month behind unless it is the very next.
const fn distance(days: i32, tense: Tense, past: u32) -> u32 {
    let (behind, ahead) = match tense {
        Tense::Open => (2, 3),
        Tense::Past => (2, past),
        Tense::Future => (24, 2),
        Tense::Ended => (1, 1000),
    };
    days.unsigned_abs().saturating_mul(if days > 0 { ahead } else { behind })
}

/// "the weekend" is the last one, or this one once it began; "this weekend" is this week's.
fn weekend(base: Date, by: i64, shift: Shift, tense: Tense) -> Option<Period> {
    let here = Period::weekend_of(base)?;
    let begun = here.start <= base;
    let by = match shift {
        Shift::Open | Shift::That | Shift::Same if tense != Tense::Future && !begun => -1,
        Shift::Past if begun => 0,
        _ => by,
    };
    here.moved(by)
}

/// Granularity of a calendar unit; `None` for parts of a day.
pub(crate) const fn granularity(unit: Unit) -> Option<Granularity> {
    Some(match unit {
        Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
        _ => return None,
    })
}
