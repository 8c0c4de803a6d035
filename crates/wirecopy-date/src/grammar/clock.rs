//! Times of day: "10:30 a.m. EDT", "1800 GMT", "noon Thursday", "9 a.m. EST Tuesday".

use super::Grammar;
use crate::lex::{Case, Kind};
use crate::meaning::{Match, Meaning, Time};
use crate::words::{Class, Link};

impl Grammar<'_> {
    /// A time at `at`, with the day behind it if one follows.
    pub(crate) fn time(&self, at: usize) -> Option<Match> {
        let (time, next) = self.clock_time(at)?;
        // "10:35 a.m. (0735 GMT) Friday": the bracket says the same again.
        let next = match self.kind(next) {
            Kind::Open => match self.clock_time(next + 1) {
                Some((_, close)) if self.kind(close) == Kind::Close => close + 1,
                _ => next,
            },
            _ => next,
        };
        let plain = Match { time: Some(time), ..Match::new(at, next, Meaning::TimeOnly) };
        if let Some(day) = self.day_behind(next) {
            return Some(Match { first: at, time: Some(time), ..day });
        }
        // "from 9 a.m. to 5 p.m. Friday": both are Friday's.
        let joins = matches!(self.link(next), Some(Link::To | Link::Until | Link::And))
            || self.kind(next) == Kind::Hyphen;
        let shared = joins
            .then(|| self.clock_time(next + 1))
            .flatten()
            .and_then(|(_, end)| self.day_behind(end));
        Some(shared.map_or(plain, |day| Match { meaning: day.meaning, ..plain }))
    }

    /// "5 p.m. EST, Nov. 6", "4 a.m. Thursday", "noon on Friday", "10 p.m. yesterday": the day behind
    /// a time.
    fn day_behind(&self, next: usize) -> Option<Match> {
        let step = usize::from(self.kind(next) == Kind::Comma || self.link(next) == Some(Link::On));
        let day_at = next + step;
        match self.class(day_at) {
            Class::Day(days) => Some(Match::new(day_at, day_at + 1, Meaning::Offset(days))),
            Class::Tonight => Some(Match::new(day_at, day_at + 1, Meaning::Offset(0))),
            Class::Shift(_) => None,
            _ => self.calendar(day_at).filter(|found| {
                matches!(found.meaning, Meaning::Day { .. } | Meaning::Weekday { .. })
            }),
        }
    }

    /// The time behind a day: "Tuesday 9 a.m.", "Friday at 10:30 a.m. EDT".
    pub(crate) fn with_time(&self, found: Match) -> Match {
        let day = matches!(
            found.meaning,
            Meaning::Day { .. } | Meaning::Weekday { .. } | Meaning::Offset(_)
        );
        if !day || found.time.is_some() {
            return found;
        }
        let at = self.link(found.last) == Some(Link::At) || self.kind(found.last) == Kind::Comma;
        match self.clock_time(found.last + usize::from(at)) {
            Some((time, last)) => Match { time: Some(time), last, ..found },
            None => found,
        }
    }

    fn clock_time(&self, at: usize) -> Option<(Time, usize)> {
        let (hour, minute, next) = match self.kind(at) {
            // "High Noon".
            Kind::Word(Class::Clock(_)) if self.case(at) == Case::Title && !self.opens(at) => {
                return None;
            }
            Kind::Word(Class::Clock(hour)) => return Some(self.named_hour(at, hour)),
            Kind::Clock(hour, minute) => (hour, Some(minute), at + 1),
            Kind::Number(value, 1 | 2) => (u8::try_from(value).ok()?, None, at + 1),
            Kind::Number(value, 4) => return self.four_digits(at, value),
            _ => return None,
        };
        if self.before(at) == Kind::Hyphen {
            return None;
        }
        match self.kind(next) {
            Kind::Meridian(afternoon) => {
                let hour = match (hour, afternoon) {
                    (12, false) => 0,
                    (1..=11, true) => hour + 12,
                    (1..=12, _) => hour,
                    _ => return None,
                };
                let (offset, last) = self.zone(next + 1);
                Some((Time { hour, minute, offset }, last))
            }
            Kind::Word(Class::Zone(_)) if minute.is_some() => {
                let (offset, last) = self.zone(next);
                Some((Time { hour, minute, offset }, last))
            }
            _ if minute.is_some() && self.link(at.wrapping_sub(1)) == Some(Link::At) => {
                let (offset, last) = self.zone(next);
                Some((Time { hour, minute, offset }, last))
            }
            _ => None,
        }
    }

    fn named_hour(&self, at: usize, hour: u8) -> (Time, usize) {
        let (offset, last) = self.zone(at + 1);
        (Time { hour, minute: Some(0), offset }, last)
    }

    /// "1800 GMT": four digits only with a zone.
    fn four_digits(&self, at: usize, value: u32) -> Option<(Time, usize)> {
        let hour = u8::try_from(value / 100).ok().filter(|hour| *hour <= 24)?;
        let minute = u8::try_from(value % 100).ok().filter(|minute| *minute < 60)?;
        let Class::Zone(offset) = self.class(at + 1) else { return None };
        Some((Time { hour, minute: Some(minute), offset }, at + 2))
    }

    /// A zone at `at`, with brackets or without: "EDT", "(GMT)".
    fn zone(&self, at: usize) -> (Option<i16>, usize) {
        match self.class(at) {
            Class::Zone(offset) if self.case(at) == Case::Upper || self.is(at, "gmt") => {
                (offset, at + 1)
            }
            // "local time", "Moscow time": nobody says how far from Greenwich.
            _ if self.is(at + 1, "time")
                && (self.is(at, "local") || self.case(at) == Case::Title) =>
            {
                (None, at + 2)
            }
            _ => (None, at),
        }
    }
}
