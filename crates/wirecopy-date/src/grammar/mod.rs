//! Items to expressions: which runs of items are dates, and what they say.
//!
//! At each item the longest reading that starts there is taken. Every reading looks at a bounded
//! number of items ahead, so the whole is one walk. Words that are dates only sometimes ("may",
//! "march", "second", "fall", "sun") are decided here, by what stands beside them.

mod calendar;
mod clock;
mod length;
mod nth;
mod relative;

use crate::expression::Modifier;
use crate::lex::{Case, Item, Kind};
use crate::meaning::{Match, Meaning};
use crate::words::{Class, Link, Shift, Unit};
use core::ops::Range;

/// The items of one block and the text they stand in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grammar<'a> {
    pub(crate) text: &'a str,
    pub(crate) items: &'a [Item],
}

impl<'a> Grammar<'a> {
    /// The next expression that starts at or after item `from`.
    pub(crate) fn next(&self, from: usize) -> Option<Match> {
        let items = self.items.get(from..)?;
        let starts = items.iter().zip(from..).filter(|(item, _)| may_open(item));
        starts.map(|(_, at)| at).find_map(|at| self.expression(at))
    }

    /// The whole of the items as one expression; that it was given as one vouches for lone words.
    pub(crate) fn whole(&self) -> Option<Match> {
        let mut end = self.items.len();
        while end > 0 && matches!(self.kind(end - 1), Kind::Stop | Kind::Comma | Kind::Possessive) {
            end -= 1;
        }
        let readings = [
            self.expression(0),
            self.calendar_loose(0).map(|found| self.around(found)),
            self.lone_unit(),
        ];
        // A full stop may belong to an abbreviation: "Sept."
        readings.into_iter().flatten().find(|found| found.last >= end && found.last > 0)
    }

    /// "day", "the month", given alone: the one the anchor lies in.
    fn lone_unit(&self) -> Option<Match> {
        let at = usize::from(self.class(0) == Class::The);
        let Class::Unit(unit) = self.class(at) else { return None };
        Some(Match::new(0, at + 1, Meaning::Unit { unit, shift: Shift::Open }))
    }

    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.items.get(at).map_or(Kind::Break, |item| item.kind)
    }

    pub(crate) fn class(&self, at: usize) -> Class {
        match self.kind(at) {
            Kind::Word(class) => class,
            _ => Class::Other,
        }
    }

    /// Kind of the item before `at`; a break before the first.
    pub(crate) fn before(&self, at: usize) -> Kind {
        at.checked_sub(1).map_or(Kind::Break, |at| self.kind(at))
    }

    pub(crate) fn class_before(&self, at: usize) -> Class {
        match self.before(at) {
            Kind::Word(class) => class,
            _ => Class::Other,
        }
    }

    pub(crate) fn case(&self, at: usize) -> Case {
        self.items.get(at).map_or(Case::Mixed, |item| item.case)
    }

    pub(crate) fn glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued)
    }

    pub(crate) fn surface(&self, at: usize) -> &'a str {
        let range: Option<Range<usize>> =
            self.items.get(at).map(|item| item.start as usize..item.end as usize);
        range.and_then(|range| self.text.get(range)).unwrap_or("")
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.surface(at).eq_ignore_ascii_case(word)
    }

    /// Whether a sentence or line could begin at `at`.
    pub(crate) fn opens(&self, at: usize) -> bool {
        matches!(self.before(at), Kind::Break | Kind::Stop | Kind::Quote | Kind::Pause)
    }

    pub(crate) fn link(&self, at: usize) -> Option<Link> {
        match self.class(at) {
            Class::Link(link) => Some(link),
            _ => None,
        }
    }

    /// A hyphen or nothing between two words of one expression: "third-quarter", "third quarter".
    pub(crate) fn skip_hyphen(&self, at: usize) -> usize {
        if self.kind(at) == Kind::Hyphen { at + 1 } else { at }
    }

    /// A unit name at `at`, singular or plural.
    pub(crate) fn unit(&self, at: usize) -> Option<Unit> {
        match self.class(at) {
            Class::Unit(unit) | Class::Units(unit) => Some(unit),
            Class::Second => Some(Unit::Second),
            _ => None,
        }
    }

    fn expression(&self, at: usize) -> Option<Match> {
        let found = match self.kind(at) {
            Kind::Word(class) => self.word(at, class),
            Kind::Number(..) | Kind::Nth(_) | Kind::Clock(..) => self.numeric(at),
            Kind::Decade(_) => self.calendar(at),
            Kind::Slashed(..) | Kind::Iso(..) | Kind::Years(_) | Kind::Part(..) => {
                self.calendar(at)
            }
            _ => None,
        }?;
        Some(self.around(found))
    }

    fn numeric(&self, at: usize) -> Option<Match> {
        self.time(at)
            .or_else(|| self.times(at))
            .or_else(|| self.length(at))
            .or_else(|| self.calendar(at))
    }

    fn word(&self, at: usize, class: Class) -> Option<Match> {
        match class {
            Class::Other => self.holiday(at),
            Class::Times => self.rate(at, at + 1),
            Class::The => self.edge(at).or_else(|| self.after_article(at)),
            Class::Approx(_) | Class::A | Class::Cardinal(_) | Class::Vague => self
                .times(at)
                .or_else(|| self.length(at))
                .or_else(|| self.calendar(at))
                .or_else(|| self.time(at))
                .or_else(|| self.holiday(at))
                .or_else(|| self.approximate(at)),
            Class::Shift(_) => self.shifted(at),
            Class::Position(_) | Class::Comparative(_) => self.position(at),
            Class::Edge(_) => self.edge(at),
            Class::Every | Class::Often(_) => self.set(at),
            Class::Clock(_) => self.time(at),
            // "at least", "at most".
            Class::Link(Link::At) if matches!(self.class(at + 1), Class::Approx(_)) => {
                let found = self.length(at + 1)?;
                (found.first == at + 1).then_some(Match { first: at, ..found })
            }
            Class::Verb(_) | Class::Link(_) | Class::Clause => None,
            _ => self
                .holiday(at)
                .or_else(|| self.calendar(at))
                .or_else(|| self.relative(at))
                .or_else(|| self.length(at)),
        }
    }

    /// "around Nov. 1", "about 10 a.m.": loose, but no amount.
    fn approximate(&self, at: usize) -> Option<Match> {
        if !self.is(at, "around") {
            return None;
        }
        let next = at + 1;
        let inner =
            self.time(next).or_else(|| self.calendar(next)).or_else(|| self.relative(next))?;
        // "to get around Wednesday's ruling".
        let loose = !matches!(inner.meaning, Meaning::Weekday { .. } | Meaning::Offset(_))
            || inner.time.is_some();
        loose.then(|| Match { first: at, ..inner }.modifier(Modifier::Approx))
    }

    /// "early July", "mid-1996", "later Thursday", "earlier this year", "late last week".
    fn position(&self, at: usize) -> Option<Match> {
        let (modifier, comparative) = match self.class(at) {
            Class::Position(modifier) => (modifier, false),
            Class::Comparative(modifier) => (modifier, true),
            _ => return None,
        };
        if matches!(self.before(at), Kind::Hyphen) {
            return None;
        }
        let mut next = self.skip_hyphen(at + 1);
        // "earlier in the year", "later in the day".
        if comparative && self.link(next) == Some(Link::In) {
            next += 1;
        } else if comparative && self.link(next) == Some(Link::On) {
            return None;
        }
        let inner = match self.class(next) {
            Class::The if next > at + 1 => self.after_article(next),
            Class::Shift(_) => self.shifted(next),
            Class::Day(_) | Class::Tonight | Class::Fiscal => self.relative(next),
            Class::Season(season) => self.season(next, season, true),
            Class::Part(part) if !comparative => {
                self.part_of_day(next, part, modifier == Modifier::Mid)
            }
            _ => self.calendar_loose(next),
        }?;
        if comparative
            && matches!(inner.meaning, Meaning::Year(_))
            && next == at + 1
            && !matches!(self.class(next), Class::Shift(_))
        {
            return None;
        }
        Some(Match { first: at, modifier: Some(modifier), ..inner })
    }

    /// "the end of 1990", "the beginning of October", "year's end".
    fn edge(&self, at: usize) -> Option<Match> {
        let noun = if self.class(at) == Class::The { at + 1 } else { at };
        let Class::Edge(modifier) = self.class(noun) else { return None };
        if self.link(noun + 1) != Some(Link::Of) {
            return None;
        }
        let inner = self.inner_of(noun + 2)?;
        Some(Match { first: at, modifier: Some(modifier), ..inner })
    }

    /// What may stand behind "of": the expressions that name a stretch of the calendar.
    pub(crate) fn inner_of(&self, at: usize) -> Option<Match> {
        let inner = match self.class(at) {
            Class::The => self.after_article(at),
            Class::Shift(_) => self.shifted(at),
            Class::Fiscal => self.relative(at),
            _ => self.calendar_loose(at),
        }?;
        let stretch = !matches!(inner.meaning, Meaning::Duration { .. } | Meaning::Reference(_));
        stretch.then_some(inner)
    }

    /// Joins what belongs to the expression on its right: a part of the day, a time.
    fn around(&self, found: Match) -> Match {
        let found = self.with_part(found);
        self.with_time(found)
    }

    /// "Friday night", "Aug. 7 evening".
    fn with_part(&self, found: Match) -> Match {
        let day = matches!(
            found.meaning,
            Meaning::Day { .. }
                | Meaning::Weekday { .. }
                | Meaning::Offset(_)
                | Meaning::Holiday { .. }
        );
        if !day || found.part.is_some() || found.time.is_some() {
            return found;
        }
        match (self.class(found.last), found.meaning) {
            (Class::Part(part), _) => Match { last: found.last + 1, ..found }.part(part),
            // "Tuesday nights".
            (Class::Parts(part), Meaning::Weekday { day, .. }) => {
                let meaning = Meaning::EveryWeekday(day);
                Match { last: found.last + 1, meaning, ..found }.part(part)
            }
            _ => found,
        }
    }

    /// Whether a shift word stands at `at`, and which.
    pub(crate) fn shift(&self, at: usize) -> Option<Shift> {
        match self.class(at) {
            Class::Shift(shift) => Some(shift),
            _ => None,
        }
    }
}

/// Whether an expression may start with `item`: nearly all items of a story end here.
fn may_open(item: &Item) -> bool {
    match item.kind {
        Kind::Word(Class::Other) => item.festive,
        Kind::Word(Class::Link(link)) => link == Link::At,
        Kind::Word(class) => !matches!(class, Class::Verb(_) | Class::Clause),
        Kind::Number(..) | Kind::Nth(_) | Kind::Clock(..) | Kind::Decade(_) => true,
        Kind::Slashed(..) | Kind::Iso(..) | Kind::Years(_) | Kind::Part(..) => true,
        _ => false,
    }
}
