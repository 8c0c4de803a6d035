//! Expressions that count from somewhere: "last week", "the year-ago quarter", "this morning".

use super::Grammar;
use crate::expression::Modifier;
use crate::lex::{Case, Kind};
use crate::meaning::{Amount, From, Match, Meaning, Year};
use crate::words::{Approx, Class, Link, Part, Reference, Shift, Unit};

impl Grammar<'_> {
    /// What follows "the" (or "its") at `at`.
    pub(crate) fn after_article(&self, at: usize) -> Option<Match> {
        let next = at + 1;
        let inner = match self.kind(next) {
            Kind::Word(class) => self.after_article_word(at, next, class),
            Kind::Number(value, 4) => self.the_year(at, next, value),
            Kind::Number(..) => self.length(next),
            Kind::Nth(value) => {
                self.day_first_article(next).or_else(|| self.numbered(next, value, next + 1))
            }
            Kind::Decade(_) => self.calendar_loose(next),
            _ => None,
        }?;
        // "the third-quarter loss", "the 24-hour strike", "the 1988 campaign", "the year-ago
        // results": the article belongs to the noun behind.
        let year = matches!(inner.meaning, Meaning::Year(_))
            && matches!(self.kind(next), Kind::Number(..));
        let ago = matches!(inner.meaning, Meaning::Quarter { shift: Shift::YearAgo, .. })
            && self.before(inner.last.wrapping_sub(1)) == Kind::Hyphen;
        if self.is_adjective(&inner) || year {
            return Some(inner);
        }
        if ago {
            return Some(Match { first: next, ..inner });
        }
        Some(Match { first: at, ..inner })
    }

    /// Whether the expression is hyphenated in front of a noun: "third-quarter", "two-year".
    pub(crate) fn is_adjective(&self, found: &Match) -> bool {
        let counted = matches!(
            found.meaning,
            Meaning::Quarter { number: Some(_), .. } | Meaning::Duration { .. }
        );
        let unit = found.last.wrapping_sub(1);
        if !counted || self.unit(unit).is_none() {
            return false;
        }
        // "a five year low": a single unit behind a number above one.
        let number =
            matches!(self.before(unit), Kind::Number(..) | Kind::Word(Class::Cardinal(2..)));
        let single = matches!(self.class(unit), Class::Unit(_));
        self.before(unit) == Kind::Hyphen || number && single
    }

    fn day_first_article(&self, at: usize) -> Option<Match> {
        let found = self.calendar(at)?;
        matches!(found.meaning, Meaning::Day { .. }).then_some(found)
    }

    fn after_article_word(&self, at: usize, next: usize, class: Class) -> Option<Match> {
        match class {
            Class::Shift(_) => self.shifted(next),
            Class::Position(_) => self.the_position(next),
            Class::Unit(unit) => self.day_before(next).or_else(|| self.the_unit(at, next, unit)),
            Class::Units(unit) if self.is(next + 1, "ahead") => {
                let meaning = Meaning::Duration { amount: Amount::Vague, unit };
                Some(Match::new(at, next + 2, meaning))
            }
            Class::Season(_) => self.calendar_loose(next).filter(|found| {
                let Meaning::Season { season, year, .. } = found.meaning else { return false };
                year != Year::Open || season != 3 || self.link(at.wrapping_sub(1)).is_some()
            }),
            Class::Decade(_) => self.calendar_loose(next),
            Class::Ordinal(number) => self.the_ordinal(next, number),
            Class::Second => self.the_ordinal(next, 2),
            Class::Fiscal => self.relative(next),
            Class::Future => self.future(next),
            Class::Other if self.is(next, "near") || self.is(next, "foreseeable") => {
                (self.class(next + 1) == Class::Future).then(|| self.future(next + 1))?
            }
            Class::Other if self.is(next, "full") => match self.unit(next + 1) {
                Some(Unit::Year) => self.the_unit(at, next + 1, Unit::Year),
                _ => None,
            },
            Class::Other if self.is(next, "comparable") || self.is(next, "corresponding") => {
                let inner = self.after_article_word(at, next + 1, self.class(next + 1))?;
                matches!(inner.meaning, Meaning::Quarter { .. }).then_some(inner)
            }
            Class::Day(-1) | Class::Part(_) => None,
            Class::Cardinal(_) | Class::Vague => self.length(next),
            _ => None,
        }
    }

    /// "the future", when it stands for a time: "in the (near) future".
    fn future(&self, at: usize) -> Option<Match> {
        // "the future of the plant" is a fate, no time.
        let fate = self.link(at + 1) == Some(Link::Of) || self.kind(at + 1) == Kind::Possessive;
        let in_front = [2, 3].iter().filter_map(|back| at.checked_sub(*back)).any(|at| {
            let about = self.class(at) == Class::Approx(Approx::About);
            about || self.link(at).is_some() || self.is(at, "into")
        });
        (in_front && !fate).then(|| Match::new(at, at + 1, Meaning::Reference(Reference::Future)))
    }

    /// "the late 1970s", "the early summer", "the mid-1990s".
    fn the_position(&self, at: usize) -> Option<Match> {
        let Class::Position(modifier) = self.class(at) else { return None };
        let next = self.skip_hyphen(at + 1);
        let inner = self.calendar_loose(next)?;
        Some(inner.modifier(modifier))
    }

    /// "the third quarter", "the first nine months", "the 20th century", "the first half of 1989".
    fn the_ordinal(&self, next: usize, number: u8) -> Option<Match> {
        let ranked = self.numbered(next, number, next + 1);
        if let Some(found) = ranked.or_else(|| self.nth_weekday(next, number)) {
            return Some(found);
        }
        if number == 1 {
            let found = self.length(next + 1)?;
            return matches!(found.meaning, Meaning::Duration { .. }).then_some(found);
        }
        self.day_first_article(next)
    }

    /// "the quarter", "the year", "the weekend", "the week of March 6", "the year-ago period".
    fn the_unit(&self, at: usize, next: usize, unit: Unit) -> Option<Match> {
        if let Some(found) = self.year_ago(next) {
            return Some(found);
        }
        if unit == Unit::Year {
            if let Kind::Number(value, digits) = self.kind(next + 1) {
                if let Some(found) = self.year_of_era(next + 1, value, digits) {
                    return Some(Match { first: at, ..found });
                }
                if let (4, Ok(year)) = (digits, i16::try_from(value)) {
                    return Some(Match::new(at, next + 2, Meaning::Year(Year::Written(year))));
                }
            }
            if let Class::Cardinal(_) = self.class(next + 1) {
                if let Some(found) = self.calendar(next + 1) {
                    return Some(found);
                }
                if self.is(next + 1, "two") && self.is(next + 2, "thousand") {
                    return Some(Match::new(at, next + 3, Meaning::Year(Year::Written(2000))));
                }
            }
        }
        if self.kind(next + 1) == Kind::Hyphen {
            return None;
        }
        // "the year ended March 31" is a year long and no calendar year.
        if unit == Unit::Year && self.ended(next + 1) {
            let meaning = Meaning::Duration { amount: Amount::Exact(1), unit };
            return Some(Match::new(at, next + 1, meaning));
        }
        let shift = Shift::Open;
        match unit {
            Unit::Quarter => {
                let fraction = self.link(next + 1) == Some(Link::Of);
                let meaning = Meaning::Quarter { number: None, year: Year::Open, shift };
                (!fraction).then(|| Match::new(at, next + 1, meaning))
            }
            Unit::Week => {
                if self.link(next + 1) == Some(Link::Of) || self.ended(next + 1) {
                    let inner = self.calendar(next + 2);
                    if let Some(Match { last, meaning: Meaning::Day { month, day, .. }, .. }) =
                        inner
                    {
                        return Some(Match::new(at, last, Meaning::WeekOf { month, day }));
                    }
                }
                Some(Match::new(at, next + 1, Meaning::Unit { unit, shift }))
            }
            Unit::Weekend | Unit::Year | Unit::Month => {
                let ordinal = matches!(self.link(next + 1), Some(Link::Of));
                (!ordinal).then(|| Match::new(at, next + 1, Meaning::Unit { unit, shift }))
            }
            _ => None,
        }
    }

    fn ended(&self, at: usize) -> bool {
        self.is(at, "ended") || self.is(at, "ending")
    }

    /// "year-ago quarter", "year-earlier period", "year-earlier" alone; starts at "year".
    fn year_ago(&self, at: usize) -> Option<Match> {
        if self.unit(at) != Some(Unit::Year) || self.kind(at + 1) != Kind::Hyphen {
            return None;
        }
        if !matches!(self.class(at + 2), Class::Ago | Class::Comparative(Modifier::Start)) {
            return None;
        }
        let noun = at + 3;
        let (number, noun) = match self.class(noun) {
            Class::Ordinal(number) => (Some(number), self.skip_hyphen(noun + 1)),
            Class::Second => (Some(2), self.skip_hyphen(noun + 1)),
            _ => (None, noun),
        };
        let shift = Shift::YearAgo;
        let named = self.unit(noun) == Some(Unit::Quarter) || self.class(noun) == Class::Period;
        let last = if named { noun + 1 } else { at + 3 };
        let number = number.filter(|_| named);
        Some(Match::new(at, last, Meaning::Quarter { number, year: Year::Open, shift }))
    }

    /// "the 1988 quarter", "the 1988 third quarter", "the 1988 period", "the 1980s" aside.
    fn the_year(&self, at: usize, next: usize, value: u32) -> Option<Match> {
        if !(1900..=2100).contains(&value) {
            return None;
        }
        let year = Year::Written(i16::try_from(value).ok()?);
        let fiscal = usize::from(self.class(next + 1) == Class::Fiscal);
        let after = next + 1 + fiscal;
        let (number, noun) = match self.class(after) {
            Class::Ordinal(number) => (Some(number), self.skip_hyphen(after + 1)),
            Class::Second => (Some(2), self.skip_hyphen(after + 1)),
            _ => (None, after),
        };
        let shift = Shift::Open;
        let named = self.unit(noun) == Some(Unit::Quarter)
            || number.is_none() && self.class(noun) == Class::Period;
        if named && number.is_none_or(|number| number <= 4) {
            return Some(Match::new(at, noun + 1, Meaning::Quarter { number, year, shift }));
        }
        // "the 1988 campaign": the year alone, without the article.
        let mut found = self.calendar_loose(next)?;
        found.first = next;
        matches!(found.meaning, Meaning::Year(_)).then_some(found)
    }

    /// Expressions that start with "last", "this", "next" and their like.
    pub(crate) fn shifted(&self, at: usize) -> Option<Match> {
        let shift = self.shift(at)?;
        if matches!(self.before(at), Kind::Hyphen) {
            return None;
        }
        let mut next = at + 1;
        let mut shift = shift;
        // "this past spring", "this coming Sunday", "last or next" aside.
        if shift == Shift::This
            && let Some(second @ (Shift::Past | Shift::Coming | Shift::Last | Shift::Next)) =
                self.shift(next)
        {
            shift = second;
            next += 1;
        }
        if matches!(shift, Shift::That) && self.shift(next) == Some(Shift::Same) {
            shift = Shift::Same;
            next += 1;
        }
        // "That" is a conjunction in front of most numbers: "said that third-quarter profit rose".
        if shift == Shift::That && matches!(self.class(next), Class::Ordinal(_) | Class::Second) {
            return None;
        }
        if shift == Shift::Last
            && let Some(found) = self.nth_weekday(next - 1, 5)
        {
            return Some(Match { first: at, ..found });
        }
        let found = match self.shifted_noun(at, shift, next) {
            None if shift == Shift::Past => self.the_past(at)?,
            found => found?,
        };
        Some(Match { first: at, ..found })
    }

    fn shifted_noun(&self, at: usize, shift: Shift, next: usize) -> Option<Match> {
        match self.class(next) {
            Class::Unit(unit) => self.shifted_unit(at, shift, next, unit),
            Class::Units(unit) => self.shifted_units(shift, next, unit),
            Class::Weekday(_) | Class::WeekdayShort(_) if shift != Shift::Recent => {
                let found = self.calendar(next)?;
                match found.meaning {
                    Meaning::Weekday { day, .. } => {
                        Some(Match { meaning: Meaning::Weekday { day, shift }, ..found })
                    }
                    _ => Some(found),
                }
            }
            Class::Month(_) | Class::MonthShort(_) | Class::MonthWord(_) => {
                let found = self.calendar_loose(next)?;
                match found.meaning {
                    Meaning::Month { month, year: Year::Open } => {
                        let year = Year::Shift(shift);
                        Some(Match { meaning: Meaning::Month { month, year }, ..found })
                    }
                    Meaning::Day { year: Year::Open, month, day, weekday } => {
                        let year = Year::Shift(shift);
                        Some(Match { meaning: Meaning::Day { year, month, day, weekday }, ..found })
                    }
                    _ => Some(found),
                }
            }
            Class::Season(season) if !matches!(shift, Shift::Recent | Shift::That) => {
                let meaning = Meaning::Season { season, year: Year::Open, shift };
                Some(Match::new(at, next + 1, meaning))
            }
            Class::Part(part) => Self::shifted_part(at, shift, next, part),
            Class::Cardinal(_) | Class::Vague | Class::Couple | Class::A => {
                self.shifted_length(shift, next)
            }
            Class::Fiscal => self.shifted_fiscal(shift, next),
            Class::Ordinal(_) | Class::Second => {
                let number = self.ordinal_number(next)?;
                let found = self.numbered(at, number, next + 1)?;
                matches!(found.meaning, Meaning::Quarter { .. } | Meaning::Half { .. })
                    .then_some(found)
            }
            Class::Half if matches!(shift, Shift::Last) => {
                let (year, last) = self.half_of(next + 1);
                let meaning = Meaning::Half { number: 2, year };
                (year != Year::Open).then(|| Match::new(at, last, meaning))
            }
            Class::Period if matches!(shift, Shift::Latest) => {
                let meaning = Meaning::Quarter { number: None, year: Year::Open, shift };
                Some(Match::new(at, next + 1, meaning))
            }
            _ => self.shifted_other(shift, next),
        }
    }

    fn ordinal_number(&self, at: usize) -> Option<u8> {
        match self.class(at) {
            Class::Ordinal(number) => Some(number),
            Class::Second => Some(2),
            _ => None,
        }
    }

    fn shifted_other(&self, shift: Shift, next: usize) -> Option<Match> {
        match self.kind(next) {
            Kind::Number(..) => self.shifted_length(shift, next),
            Kind::Word(_) if !matches!(shift, Shift::Recent | Shift::That) => {
                let found = self.holiday(next)?;
                let Meaning::Holiday { index, year: Year::Open, .. } = found.meaning else {
                    return Some(found);
                };
                Some(Match {
                    meaning: Meaning::Holiday { index, year: Year::Open, shift },
                    ..found
                })
            }
            _ => None,
        }
    }

    /// "in the past": the time, where no unit follows.
    fn the_past(&self, at: usize) -> Option<Match> {
        let the = self.class_before(at) == Class::The;
        let link = at.checked_sub(2).and_then(|at| self.link(at)) == Some(Link::In);
        (the && link).then(|| Match::new(at, at + 1, Meaning::Reference(Reference::Past)))
    }

    /// "this morning", "last night", "the next morning".
    const fn shifted_part(at: usize, shift: Shift, next: usize, part: Part) -> Option<Match> {
        let days = match (shift, part) {
            (Shift::This, _) => 0,
            (Shift::Last, Part::Night | Part::Evening) => -1,
            (Shift::Next | Shift::Following | Shift::Same | Shift::That, _) => {
                let meaning = Meaning::Unit { unit: Unit::Day, shift };
                return Some(Match::new(at, next + 1, meaning).part(part));
            }
            _ => return None,
        };
        Some(Match::new(at, next + 1, Meaning::Offset(days)).part(part))
    }

    /// "last year", "this year's third quarter", "the latest quarter", "that same day".
    fn shifted_unit(&self, at: usize, shift: Shift, next: usize, unit: Unit) -> Option<Match> {
        // "this year-end", "last-minute" and "next-day" are no units; "This Week" is a programme.
        let title = self.case(next) == Case::Title && self.case(at) == Case::Title;
        if self.kind(next + 1) == Kind::Hyphen || title {
            return None;
        }
        if unit == Unit::Year && self.kind(next + 1) == Kind::Possessive {
            let noun = next + 2;
            let quarter = match self.ordinal_number(noun) {
                Some(number) => {
                    let at = self.skip_hyphen(noun + 1);
                    (self.unit(at) == Some(Unit::Quarter)).then_some((Some(number), at + 1))
                }
                None => (self.unit(noun) == Some(Unit::Quarter)).then_some((None, noun + 1)),
            };
            if let Some((number, last)) = quarter {
                let year = Year::Shift(shift);
                let meaning = Meaning::Quarter { number, year, shift: Shift::Open };
                return Some(Match::new(at, last, meaning));
            }
        }
        let meaning = match unit {
            Unit::Quarter => Meaning::Quarter { number: None, year: Year::Open, shift },
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day
                if !matches!(
                    shift,
                    Shift::Previous | Shift::Next | Shift::Following | Shift::That | Shift::Same
                ) =>
            {
                return None;
            }
            Unit::Year | Unit::Month | Unit::Week if matches!(shift, Shift::Recent) => return None,
            Unit::Decade | Unit::Century if shift == Shift::Past || shift == Shift::Last => {
                Meaning::Duration { amount: Amount::Exact(1), unit }
            }
            _ => Meaning::Unit { unit, shift },
        };
        Some(Match::new(at, next + 1, meaning))
    }

    /// "recent years", "coming weeks", "past months": lengths nobody counted.
    fn shifted_units(&self, shift: Shift, next: usize, unit: Unit) -> Option<Match> {
        let coming = matches!(shift, Shift::Coming | Shift::Next);
        if !coming && !matches!(shift, Shift::Recent | Shift::Past | Shift::Last | Shift::Previous)
        {
            return None;
        }
        if matches!(unit, Unit::Second | Unit::Weekend) {
            return None;
        }
        let meaning = match (shift, unit) {
            (Shift::Recent, Unit::Year) => Meaning::Reference(Reference::Past),
            _ => Meaning::Duration { amount: Amount::Vague, unit },
        };
        Some(Match::new(next, next + 1, meaning))
    }

    /// "the next two weeks", "past 20 years", "the last few months".
    fn shifted_length(&self, shift: Shift, next: usize) -> Option<Match> {
        if matches!(shift, Shift::This | Shift::That | Shift::Same | Shift::Current) {
            return None;
        }
        let found = self.length(next)?;
        matches!(found.meaning, Meaning::Duration { .. }).then_some(found)
    }

    /// "the current fiscal year", "last fiscal year".
    fn shifted_fiscal(&self, shift: Shift, next: usize) -> Option<Match> {
        let noun = next + 1;
        let found = match self.unit(noun) {
            Some(Unit::Year) => {
                Match::new(next, noun + 1, Meaning::Unit { unit: Unit::Year, shift })
            }
            Some(Unit::Quarter) => {
                let meaning = Meaning::Quarter { number: None, year: Year::Open, shift };
                Match::new(next, noun + 1, meaning)
            }
            _ => return None,
        };
        Some(Match { fiscal: true, ..found })
    }

    /// "this morning" without "this": "mid afternoon", "early morning".
    pub(crate) fn part_of_day(&self, at: usize, part: Part, alone: bool) -> Option<Match> {
        match self.class(at + 1) {
            Class::Day(days) => Some(Match::new(at, at + 2, Meaning::Offset(days)).part(part)),
            Class::Weekday(_) => {
                let inner = self.calendar(at + 1)?;
                Some(inner.part(part))
            }
            _ if alone => Some(Match::new(at, at + 1, Meaning::Offset(0)).part(part)),
            _ => None,
        }
    }

    /// "today", "tonight", "fiscal 1990", "year-end", "now", "years ago".
    pub(crate) fn relative(&self, at: usize) -> Option<Match> {
        match self.class(at) {
            Class::Day(days) => self.day_word(at, days),
            Class::Tonight => Some(Match::new(at, at + 1, Meaning::Offset(0)).part(Part::Night)),
            Class::Fiscal => self.fiscal(at),
            Class::Reference(value) => self.reference(at, value),
            Class::Unit(Unit::Year) => {
                self.year_ago(at).or_else(|| self.year_end(at)).or_else(|| self.all_long(at))
            }
            Class::Units(unit) => self
                .units_ago(at, unit)
                .or_else(|| self.uncounted(at, unit))
                .or_else(|| self.all_long(at)),
            Class::Unit(Unit::Day) => self.day_before(at).or_else(|| self.all_long(at)),
            Class::Unit(_) => self.all_long(at),
            _ => None,
        }
    }

    fn day_word(&self, at: usize, days: i8) -> Option<Match> {
        // "today's world" means these days.
        let vague = days == 0 && self.kind(at + 1) == Kind::Possessive;
        // "USA Today".
        let name = self.case(at) == Case::Title
            && !self.opens(at)
            && matches!(self.case(at.wrapping_sub(1)), Case::Title | Case::Upper)
            && self.class_before(at) == Class::Other;
        (!(vague || name)).then(|| Match::new(at, at + 1, Meaning::Offset(days)))
    }

    /// "fiscal 1990", "fiscal year 1990", "fiscal third quarter".
    fn fiscal(&self, at: usize) -> Option<Match> {
        let year_noun = self.unit(at + 1) == Some(Unit::Year);
        let next = at + 1 + usize::from(year_noun);
        let next = self.skip_hyphen(next);
        let found = match self.kind(next) {
            Kind::Number(value @ 1900..=2100, 4) => {
                let year = Year::Written(i16::try_from(value).ok()?);
                Match::new(at, next + 1, Meaning::Year(year))
            }
            // "FY13".
            Kind::Number(value, 2) if self.glued(next) => {
                let year = Year::Written(super::calendar::expand(u16::try_from(value).ok()?));
                Match::new(at, next + 1, Meaning::Year(year))
            }
            Kind::Word(Class::Ordinal(_) | Class::Second) => {
                let number = self.ordinal_number(next)?;
                self.numbered(at, number, next + 1)?
            }
            _ if year_noun && self.ended(at + 2) => {
                let meaning = Meaning::Duration { amount: Amount::Exact(1), unit: Unit::Year };
                Match::new(at, at + 2, meaning)
            }
            _ if year_noun => {
                let meaning = Meaning::Unit { unit: Unit::Year, shift: Shift::Open };
                Match::new(at, at + 2, meaning)
            }
            _ if self.unit(next) == Some(Unit::Quarter) => {
                let meaning =
                    Meaning::Quarter { number: None, year: Year::Open, shift: Shift::Open };
                Match::new(at, next + 1, meaning)
            }
            _ => return None,
        };
        Some(Match { first: at, fiscal: true, ..found })
    }

    fn reference(&self, at: usize, value: Reference) -> Option<Match> {
        // "Now, Ms. Conlin said": the word opens speech and dates nothing.
        let filler = self.is(at, "now") && self.kind(at + 1) == Kind::Comma && self.opens(at);
        // "now-defunct" is an adjective.
        let joined = self.kind(at + 1) == Kind::Hyphen || self.before(at) == Kind::Hyphen;
        (!filler && !joined).then(|| Match::new(at, at + 1, Meaning::Reference(value)))
    }

    /// "year-end", "year end", "year's end".
    fn year_end(&self, at: usize) -> Option<Match> {
        let next = match self.kind(at + 1) {
            Kind::Hyphen | Kind::Possessive => at + 2,
            _ => at + 1,
        };
        let end = self.is(next, "end") && self.link(next + 1) != Some(Link::Of);
        end.then(|| {
            let (year, last) = self.year_after(next + 1);
            Match::new(at, last, Meaning::YearEnd(year)).modifier(Modifier::End)
        })
    }

    /// "years ago", "months earlier".
    fn units_ago(&self, at: usize, unit: Unit) -> Option<Match> {
        let (sign, from) = self.direction(at + 1)?;
        let past = sign < 0 && from == From::Speech;
        let meaning = Meaning::Ago { amount: Amount::Vague, unit, sign, from };
        past.then(|| Match::new(at, at + 2, meaning))
    }

    /// "ago", "earlier", "later", "hence" at `at`.
    pub(crate) fn direction(&self, at: usize) -> Option<(i8, From)> {
        match self.class(at) {
            Class::Ago => Some((-1, From::Speech)),
            Class::Hence => Some((1, From::Speech)),
            Class::Comparative(Modifier::Start) => Some((-1, From::Narrative)),
            Class::Comparative(_) => Some((1, From::Narrative)),
            _ => None,
        }
    }
}
