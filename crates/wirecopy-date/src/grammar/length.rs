//! Lengths of time and what is made of them: "two days", "two days ago", "10-year", "every week".

use super::Grammar;
use crate::civil::Weekday;
use crate::expression::Modifier;
use crate::lex::{Case, Kind};
use crate::meaning::{Amount, Match, Meaning};
use crate::usage::Usage;
use crate::words::{Approx, Class, Link, Unit};

impl Grammar<'_> {
    /// A length that starts at `at`, with what loosens it before and what turns it into a day
    /// behind.
    pub(crate) fn length(&self, at: usize) -> Option<Match> {
        let (modifier, start) = self.loosened(at);
        let (amount, next, article) = self.amount(start)?;
        let hyphen = self.kind(next) == Kind::Hyphen;
        let unit_at = self.skip_adjective(self.skip_hyphen(next));
        let unit = self.unit(unit_at)?;
        if self.class(unit_at) == Class::Second || unit == Unit::Second && hyphen {
            return None;
        }
        let plural = matches!(self.class(unit_at), Class::Units(_));
        if hyphen && plural || self.is_age(unit_at + 1) {
            return None;
        }
        let last = unit_at + 1;
        let found = if let Some(found) = self.counted_day(at, amount, unit, last) {
            found
        } else {
            let bare = article && modifier.is_none();
            let (amount, extended) = self.and_a_half(amount, last);
            // "a year and a half ago".
            if let (Amount::AndHalf(_), Some(found)) =
                (amount, self.counted_day(at, amount, unit, extended))
            {
                return Some(found);
            }
            // "a day", "a quarter": a length only behind a preposition, or "a day after".
            let event = unit != Unit::Weekend
                && matches!(self.link(last), Some(Link::After | Link::Before));
            if bare && extended == last && !event && !self.expects_length(at)
                || bare && unit == Unit::Weekend
            {
                return None;
            }
            // "three quarters of the food".
            let whole = self.class(last + 1) == Class::The || self.is(last + 1, "its");
            if unit == Unit::Quarter && self.link(last) == Some(Link::Of) && whole {
                return None;
            }
            // "60 Minutes".
            if self.case(unit_at) == Case::Title && self.class(at) != Class::A && !self.opens(at) {
                return None;
            }
            let found = Match::new(at, extended, Meaning::Duration { amount, unit });
            // "a two-year plan": the article belongs to the plan.
            let article = self.class(at) == Class::A && !bare && self.is_adjective(&found);
            Match { first: at + usize::from(article), ..found }
        };
        let no = at.checked_sub(1).filter(|at| self.is(*at, "no"));
        Some(match (modifier, no) {
            // "no more than sixty days", "no less than a week".
            (Some(Modifier::MoreThan), Some(first)) => {
                Match { first, ..found }.modifier(Modifier::EqualOrLess)
            }
            (Some(Modifier::LessThan), Some(first)) => {
                Match { first, ..found }.modifier(Modifier::EqualOrMore)
            }
            (Some(modifier), _) => found.modifier(modifier),
            (None, _) => found,
        })
    }

    /// "about", "more than", "at least", "up to", "nearly" at `at`: what it says and what is next.
    fn loosened(&self, at: usize) -> (Option<Modifier>, usize) {
        let Class::Approx(approx) = self.class(at) else { return (None, at) };
        let than = self.link(at + 1) == Some(Link::Than);
        match approx {
            Approx::About | Approx::Nearly => (Some(Modifier::Approx), at + 1),
            Approx::More if than => (Some(Modifier::MoreThan), at + 2),
            // "over an hour"; "over three years" is more often the time that passed.
            Approx::More if self.is(at, "over") && self.class(at + 1) == Class::A => {
                (Some(Modifier::MoreThan), at + 1)
            }
            Approx::Less if than => (Some(Modifier::LessThan), at + 2),
            Approx::Less if self.is(at, "under") => (Some(Modifier::LessThan), at + 1),
            Approx::Up if self.link(at + 1) == Some(Link::To) => {
                (Some(Modifier::EqualOrLess), at + 2)
            }
            Approx::Least => (Some(Modifier::EqualOrMore), at + 1),
            Approx::Most => (Some(Modifier::EqualOrLess), at + 1),
            _ => (None, at),
        }
    }

    /// How many, where the count ends, and whether it was only an article.
    fn amount(&self, at: usize) -> Option<(Amount, usize, bool)> {
        let (amount, next, article) = self.whole_amount(at)?;
        // "three and a half years".
        match amount {
            Amount::Exact(whole)
                if self.link(next) == Some(Link::And)
                    && self.class(next + 1) == Class::A
                    && self.class(next + 2) == Class::Half
                    && self.unit(next + 3).is_some() =>
            {
                Some((Amount::AndHalf(whole), next + 3, false))
            }
            _ => Some((amount, next, article)),
        }
    }

    fn whole_amount(&self, at: usize) -> Option<(Amount, usize, bool)> {
        match self.kind(at) {
            Kind::Number(value, digits) if digits < 5 || value > 9999 => {
                Some(self.numeral(value, at + 1))
            }
            Kind::Word(Class::Cardinal(value)) => Some(self.spelled(u32::from(value), at + 1)),
            Kind::Word(Class::A) => self.article_amount(at + 1),
            // "half a dozen years".
            Kind::Word(Class::Half)
                if self.class(at + 1) == Class::A && self.class(at + 2) == Class::Dozen =>
            {
                Some((Amount::Exact(6), at + 3, false))
            }
            // "half an hour".
            Kind::Word(Class::Half) if self.class(at + 1) == Class::A => {
                Some((Amount::AndHalf(0), at + 2, false))
            }
            Kind::Word(Class::Half) => self.half_of_unit(at + 1),
            Kind::Word(Class::Couple) => {
                let of = usize::from(self.link(at + 1) == Some(Link::Of));
                Some((Amount::Exact(2), at + 1 + of, false))
            }
            Kind::Word(Class::Vague | Class::Dozen) => {
                let of = usize::from(self.link(at + 1) == Some(Link::Of));
                Some((Amount::Vague, at + 1 + of, false))
            }
            _ => None,
        }
    }

    /// "half-hour", "half-century", but "half-year results" speak of a half of the year.
    fn half_of_unit(&self, next: usize) -> Option<(Amount, usize, bool)> {
        let unit = self.unit(self.skip_hyphen(next))?;
        let whole = matches!(unit, Unit::Hour | Unit::Day | Unit::Decade | Unit::Century);
        whole.then_some((Amount::AndHalf(0), next, false))
    }

    /// "2 1/2", "12 to 18", "10".
    fn numeral(&self, value: u32, next: usize) -> (Amount, usize, bool) {
        if self.kind(next) == Kind::Amount && self.surface(next) == "1/2" {
            return (Amount::AndHalf(value), next + 1, false);
        }
        if matches!(self.link(next), Some(Link::To | Link::Or))
            && matches!(self.kind(next + 1), Kind::Number(_, 1 | 2))
        {
            return (Amount::Vague, next + 2, false);
        }
        (Amount::Exact(value), next, false)
    }

    /// "twenty-four", "three hundred", "two to three".
    fn spelled(&self, value: u32, next: usize) -> (Amount, usize, bool) {
        let ones_at = self.skip_hyphen(next);
        if let (20..=90, Class::Cardinal(ones @ 1..=9)) = (value, self.class(ones_at)) {
            return (Amount::Exact(value + u32::from(ones)), ones_at + 1, false);
        }
        if let Class::Scale(scale) = self.class(next) {
            return (Amount::Exact(value.saturating_mul(u32::from(scale))), next + 1, false);
        }
        if matches!(self.link(next), Some(Link::To | Link::Or))
            && let Class::Cardinal(other) = self.class(next + 1)
        {
            return (Amount::Exact(value.min(u32::from(other))), next + 2, false);
        }
        (Amount::Exact(value), next, false)
    }

    /// Behind "a": "a", "a few", "a couple of", "a dozen", "a hundred", "a half".
    fn article_amount(&self, next: usize) -> Option<(Amount, usize, bool)> {
        let of = usize::from(self.link(next + 1) == Some(Link::Of));
        Some(match self.class(next) {
            Class::Vague => (Amount::Vague, next + 1, false),
            Class::Couple => (Amount::Exact(2), next + 1 + of, false),
            Class::Dozen => (Amount::Exact(12), next + 1, false),
            Class::Half => return self.half_of_unit(next + 1),
            Class::NumberOf if of == 1 => (Amount::Vague, next + 2, false),
            Class::Scale(scale) => (Amount::Exact(u32::from(scale)), next + 1, false),
            Class::Cardinal(value) => self.spelled(u32::from(value), next + 1),
            Class::Unit(_) => (Amount::Exact(1), next, true),
            Class::Other if self.is(next, "additional") || self.is(next, "full") => {
                (Amount::Exact(1), next, true)
            }
            _ => match self.kind(next) {
                Kind::Number(value, _) => (Amount::Exact(value), next + 1, false),
                _ => return None,
            },
        })
    }

    /// "two more weeks", "eight trading days", "five straight days".
    fn skip_adjective(&self, at: usize) -> usize {
        let skips = Usage::Between.has(self.surface(at)) && self.unit(at + 1).is_some();
        if skips { at + 1 } else { at }
    }

    /// "44-year-old", "37 years old", "30 years of age".
    fn is_age(&self, at: usize) -> bool {
        let next = self.skip_hyphen(at);
        self.is(next, "old")
            || self.is(next, "olds")
            || self.link(at) == Some(Link::Of) && self.is(at + 1, "age")
    }

    /// "two days ago", "a year earlier", "two weeks from now", "a week or so ago".
    fn counted_day(&self, first: usize, amount: Amount, unit: Unit, at: usize) -> Option<Match> {
        let or_so = usize::from(self.link(at) == Some(Link::Or) && self.is(at + 1, "so")) * 2;
        let at = at + or_so;
        let (sign, from, last) = if let Some((sign, from)) = self.direction(at) {
            // "two years later this summer" and "a year earlier than planned" aside.
            if self.link(at + 1) == Some(Link::Than) {
                return None;
            }
            if (sign, from) == (-1, crate::meaning::From::Speech)
                && let Some(found) = self.ago_on(first, amount, unit, at + 1)
            {
                return Some(found);
            }
            (sign, from, at + 1)
        } else if self.link(at) == Some(Link::From)
            && (self.is(at + 1, "now") || self.is(at + 1, "today"))
        {
            (1, crate::meaning::From::Speech, at + 2)
        } else {
            return self.counted_from(first, amount, unit, at);
        };
        Some(Match::new(first, last, Meaning::Ago { amount, unit, sign, from }))
    }

    /// Whether a lone "a week" behind the item at `at - 1` is a length and no rate.
    fn expects_length(&self, at: usize) -> bool {
        matches!(
            self.class_before(at),
            Class::Link(
                Link::For
                    | Link::In
                    | Link::Within
                    | Link::After
                    | Link::During
                    | Link::By
                    | Link::Of
                    | Link::Than
            ) | Class::Approx(_)
        ) || self.is(at.wrapping_sub(1), "once")
            || self.is(at.wrapping_sub(1), "takes")
            || self.is(at.wrapping_sub(1), "lasted")
    }

    /// "a minute and a half", "a year or two".
    fn and_a_half(&self, amount: Amount, last: usize) -> (Amount, usize) {
        if self.link(last) == Some(Link::And)
            && self.is(last + 1, "a")
            && self.is(last + 2, "half")
            && let Amount::Exact(value) = amount
        {
            return (Amount::AndHalf(value), last + 3);
        }
        if self.link(last) == Some(Link::Or) && self.is(last + 1, "so") {
            return (amount, last + 2);
        }
        // "a year or two".
        if self.link(last) == Some(Link::Or) && self.is(last + 1, "two") {
            return (Amount::Vague, last + 2);
        }
        (amount, last)
    }

    /// "year-long", "decades-long".
    pub(crate) fn all_long(&self, at: usize) -> Option<Match> {
        let unit = self.unit(at)?;
        let long = self.kind(at + 1) == Kind::Hyphen && self.is(at + 2, "long");
        let one = matches!(self.class(at), Class::Unit(_));
        let amount = if one { Amount::Exact(1) } else { Amount::Vague };
        let alone = self.before(at) != Kind::Hyphen;
        (long && alone).then(|| Match::new(at, at + 3, Meaning::Duration { amount, unit }))
    }

    /// "three times a month": at the number.
    pub(crate) fn times(&self, at: usize) -> Option<Match> {
        if self.is(at + 1, "times") { self.rate(at, at + 2) } else { None }
    }

    /// "twice a week", "once every two years", "three times daily": what stands behind the count.
    pub(crate) fn rate(&self, first: usize, at: usize) -> Option<Match> {
        let found = match self.class(at) {
            Class::A | Class::Link(Link::Per) => {
                let unit = self.unit(at + 1).filter(|unit| *unit != Unit::Second)?;
                // "once a day after" is no rate.
                let bound = matches!(self.link(at + 2), Some(Link::After | Link::Before));
                let ago = self.direction(at + 2).is_some();
                (!bound && !ago)
                    .then(|| Match::new(first, at + 2, Meaning::Every { amount: 1, unit }))?
            }
            Class::Every => self.set(at)?,
            Class::Often(unit) => Match::new(first, at + 1, Meaning::Every { amount: 1, unit }),
            _ => return None,
        };
        Some(Match { first, ..found })
    }

    /// "for years", "within weeks": nobody counted.
    pub(crate) fn uncounted(&self, at: usize, unit: Unit) -> Option<Match> {
        let long =
            matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
        let behind = match self.link(at.wrapping_sub(1)) {
            Some(Link::For) => long || matches!(unit, Unit::Day | Unit::Hour),
            Some(Link::Within) => true,
            _ => false,
        };
        let meaning = Meaning::Duration { amount: Amount::Vague, unit };
        behind.then(|| Match::new(at, at + 1, meaning))
    }

    /// "every day", "each July", "daily", "every two weeks", "every Monday".
    pub(crate) fn set(&self, at: usize) -> Option<Match> {
        if let Class::Often(unit) = self.class(at) {
            return self.often(at, unit);
        }
        let next = at + 1;
        let one = |unit| Match::new(at, next + 1, Meaning::Every { amount: 1, unit });
        if self.is(next, "other") {
            return self.every_other(at, next + 1);
        }
        match self.class(next) {
            Class::Unit(unit) => Some(one(unit)),
            Class::Part(part) => Some(one(Unit::Day).part(part)),
            Class::Weekday(iso) => {
                let found =
                    Match::new(at, next + 1, Meaning::EveryWeekday(Weekday::from_iso(iso)?));
                match self.class(next + 1) {
                    Class::Part(part) => Some(Match { last: next + 2, ..found }.part(part)),
                    _ => Some(found),
                }
            }
            Class::Month(month) => Some(Match::new(at, next + 1, Meaning::EveryMonth(month))),
            // "every third year".
            Class::Ordinal(number) => {
                let unit = self.unit(next + 1)?;
                let meaning = Meaning::Every { amount: u32::from(number), unit };
                Some(Match::new(at, next + 2, meaning))
            }
            _ => {
                let (amount, unit_at, _) = self.amount(next)?;
                let Class::Units(unit) = self.class(unit_at) else { return None };
                let Amount::Exact(amount) = amount else { return None };
                Some(Match::new(at, unit_at + 1, Meaning::Every { amount, unit }))
            }
        }
    }

    /// "every other week", "every other Tuesday".
    fn every_other(&self, first: usize, at: usize) -> Option<Match> {
        if let Some((day, last)) = self.weekday_at(at) {
            return Some(Match::new(first, last, Meaning::EveryWeekday(day)));
        }
        let unit = self.unit(at)?;
        Some(Match::new(first, at + 1, Meaning::Every { amount: 2, unit }))
    }

    /// "daily" and its like; a name such as "Daily News" and a noun such as "the daily" are none.
    fn often(&self, at: usize, unit: Unit) -> Option<Match> {
        let name = self.case(at) != Case::Lower && !self.opens(at);
        let adjective = unit == Unit::Quarter;
        // "average daily volume" is a rate.
        let rate = self.is(at.wrapping_sub(1), "average");
        let meaning = Meaning::Every { amount: 1, unit };
        (!name && !adjective && !rate).then(|| Match::new(at, at + 1, meaning))
    }
}
