//! Days, months, years as the calendar names them: "Monday, Aug. 12", "12 August 2013", "1990-92".

use super::Grammar;
use crate::civil::Weekday;
use crate::holiday;
use crate::lex::{Case, Kind};
use crate::meaning::{Match, Meaning, Year};
use crate::usage::Usage;
use crate::words::{Class, Link, Shift};

/// How a month is written; decides how much company it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum MonthForm {
    Full,
    /// "Aug.": a day, a year or a full stop must follow.
    Short,
    /// "March", "May": words of their own.
    Word,
}

impl Grammar<'_> {
    /// An expression of the calendar that starts at `at`, strict about lone words.
    pub(crate) fn calendar(&self, at: usize) -> Option<Match> {
        self.calendar_with(at, false)
    }

    /// The same behind "early", "the end of", "last": the company vouches for a lone month or year.
    pub(crate) fn calendar_loose(&self, at: usize) -> Option<Match> {
        self.calendar_with(at, true)
    }

    fn calendar_with(&self, at: usize, loose: bool) -> Option<Match> {
        match self.kind(at) {
            Kind::Word(Class::Month(_) | Class::MonthShort(_) | Class::MonthWord(_)) => {
                self.month_date(at, loose)
            }
            Kind::Word(Class::Weekdays(iso)) if self.case(at) == Case::Title => {
                let meaning = Meaning::EveryWeekday(Weekday::from_iso(iso)?);
                Some(Match::new(at, at + 1, meaning))
            }
            Kind::Word(Class::Weekday(_) | Class::WeekdayShort(_)) => self.weekday_date(at),
            Kind::Number(value, digits) => self
                .listed_day(at, value)
                .or_else(|| self.day_first(at, value, digits))
                .or_else(|| self.year_of_era(at, value, digits))
                .or_else(|| self.year_expression(at, value, digits, loose)),
            Kind::Nth(value) => {
                self.day_first(at, u32::from(value), 2).or_else(|| self.ordinal(at, value))
            }
            Kind::Word(Class::Ordinal(value)) => self.ordinal(at, value),
            Kind::Word(Class::Second) => self.ordinal(at, 2),
            Kind::Word(Class::Cardinal(value)) => self.spoken_year(at, value),
            Kind::Word(Class::Season(season)) => self.season(at, season, loose),
            Kind::Word(Class::Decade(tens)) if loose => {
                Some(Match::new(at, at + 1, Meaning::Decade(1900 + i16::from(tens))))
            }
            Kind::Decade(first) => self.decade(at, first, loose),
            Kind::Slashed(a, b, year, full) => {
                let year = if full { i16::try_from(year).ok()? } else { expand(year) };
                let day =
                    crate::civil::Date::new(year, a, b).or(crate::civil::Date::new(year, b, a));
                day.map(|_| Match::new(at, at + 1, Meaning::Numeric(a, b, year)))
            }
            Kind::Years(first) => {
                let meaning = Meaning::YearRange(first, first.checked_add(1)?);
                Some(Match::new(at, at + 1, meaning))
            }
            Kind::Part(months, number) => Some(self.part_of_year(at, months, number)),
            Kind::Iso(year, month, day) => {
                self.day_match(at, at + 1, Year::Written(year), month, day)
            }
            _ => None,
        }
    }

    /// "third quarter", "first Monday in September", "second of May".
    fn ordinal(&self, at: usize, value: u8) -> Option<Match> {
        let of_month = self.link(at + 1) == Some(Link::Of);
        self.numbered(at, value, at + 1)
            .or_else(|| self.nth_weekday(at, value))
            .or_else(|| self.day_first(at, u32::from(value), 2).filter(|_| of_month))
    }

    /// "Q3", "Q3 2012", "H1 of 2013".
    fn part_of_year(&self, at: usize, months: u8, number: u8) -> Match {
        let (year, last) = self.year_after(at + 1);
        let meaning = if months == 3 {
            Meaning::Quarter { number: Some(number), year, shift: Shift::Open }
        } else {
            Meaning::Half { number, year }
        };
        Match::new(at, last, meaning)
    }

    /// "44 B.C.", "476 AD": a year that no other sign would tell from a number.
    pub(crate) fn year_of_era(&self, at: usize, value: u32, digits: u8) -> Option<Match> {
        let year = i16::try_from(value).ok().filter(|year| digits <= 4 && *year > 0)?;
        let (before_christ, last) = match self.surface(at + 1) {
            "BC" | "BCE" => (true, at + 2),
            "AD" | "CE" => (false, at + 2),
            "B" if self.spells(at + 2, [".", "C", "."]) => (true, at + 5),
            "A" if self.spells(at + 2, [".", "D", "."]) => (false, at + 5),
            _ => return None,
        };
        // Year 0 is 1 BC.
        let year = if before_christ { 1 - year } else { year };
        Some(Match::new(at, last, Meaning::Year(Year::Written(year))))
    }

    /// Whether the items at `at` are these, with no space before them.
    fn spells(&self, at: usize, items: [&str; 3]) -> bool {
        items.iter().zip(at..).all(|(item, at)| self.surface(at) == *item && self.glued(at))
    }

    pub(crate) fn day_match(
        &self,
        first: usize,
        last: usize,
        year: Year,
        month: u8,
        day: u8,
    ) -> Option<Match> {
        let known = match year {
            Year::Written(year) => year,
            _ => 2000,
        };
        crate::civil::Date::new(known, month, day)?;
        Some(Match::new(first, last, Meaning::Day { year, month, day, weekday: None }))
    }

    pub(crate) fn month_at(&self, at: usize) -> Option<(u8, MonthForm, usize)> {
        // "may" and "march" in small letters are verbs; so is "dec" nothing at all.
        if self.case(at) == Case::Lower && self.class(at) != Class::Other {
            let plain = matches!(self.class(at), Class::Month(_));
            if !plain {
                return None;
            }
        }
        match self.class(at) {
            Class::Month(month) => Some((month, MonthForm::Full, at + 1)),
            Class::MonthWord(month) => Some((month, MonthForm::Word, at + 1)),
            Class::MonthShort(month) => {
                let dot = self.kind(at + 1) == Kind::Stop && self.glued(at + 1);
                let form = MonthForm::Short;
                Some((month, form, at + 1 + usize::from(dot && self.surface(at + 1) == ".")))
            }
            _ => None,
        }
    }

    /// A day of the month: "12", "25th", "eighth".
    pub(crate) fn day_number(&self, at: usize) -> Option<u8> {
        let day = match self.kind(at) {
            Kind::Number(value, 1 | 2) => u8::try_from(value).ok()?,
            Kind::Nth(value) => value,
            Kind::Word(Class::Ordinal(value)) => value,
            Kind::Word(Class::Second) => 2,
            _ => return None,
        };
        (1..=31).contains(&day).then_some(day)
    }

    /// A written year at `at`: four digits, or the spoken form.
    fn year_at(&self, at: usize) -> Option<(i16, usize)> {
        match self.kind(at) {
            Kind::Number(value, 4) if (1000..=2999).contains(&value) => {
                Some((i16::try_from(value).ok()?, at + 1))
            }
            Kind::Word(Class::Cardinal(value)) => self.spoken(at, value),
            _ => None,
        }
    }

    /// The year behind a month or day: ", 2012", " 2012", " of last year", " last year".
    pub(crate) fn year_after(&self, at: usize) -> (Year, usize) {
        let comma = usize::from(self.kind(at) == Kind::Comma);
        if let Some((year, next)) = self.year_at(at + comma) {
            // "Aug. 12, 2000 people": a plural noun takes the number back.
            if comma == 0 || !self.counts(next) {
                return (Year::Written(year), next);
            }
        }
        let of = usize::from(self.link(at) == Some(Link::Of));
        if of == 1
            && let Some((year, next)) = self.year_at(at + 1)
        {
            return (Year::Written(year), next);
        }
        if let Some(shift @ (Shift::Last | Shift::This | Shift::Next | Shift::That)) =
            self.shift(at + of)
        {
            let year = self.unit(at + of + 1) == Some(crate::words::Unit::Year);
            if year && self.kind(at + of + 2) != Kind::Possessive {
                return (Year::Shift(shift), at + of + 2);
            }
        }
        (Year::Open, at)
    }

    /// Whether a plural noun stands at `at`, so that the number before it counts things.
    fn counts(&self, at: usize) -> bool {
        let word = self.surface(at);
        self.class(at) == Class::Other
            && self.case(at) == Case::Lower
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
    }

    fn month_date(&self, at: usize, loose: bool) -> Option<Match> {
        let (month, form, next) = self.month_at(at)?;
        if let Some(day) = self.day_number(next) {
            // "May 10 percent": no day. "March 2.5" never gets here, the lexer keeps 2.5 whole.
            if !self.measures(next + 1) {
                return self.month_day(at, month, day, next + 1);
            }
        }
        // "July 1997", "July, 1997", "July of last year".
        let (year, last) = self.year_after(next);
        if year != Year::Open {
            return Some(Match::new(at, last, Meaning::Month { year, month }));
        }
        if let Some(range) = self.month_range(at, month, next) {
            return Some(range);
        }
        self.lone_month(at, month, form, next, loose)
    }

    /// Whether the number before `at` is an amount: "10 percent", "5 million".
    fn measures(&self, at: usize) -> bool {
        Usage::Amount.has(self.surface(at))
    }

    fn month_day(&self, at: usize, month: u8, day: u8, next: usize) -> Option<Match> {
        if let Some(range) = self.day_range(at, month, day, next) {
            return Some(range);
        }
        let (year, last) = self.year_after(next);
        let year = if year == Year::Open { self.year_of_the_end(last, true) } else { year };
        let year = match self.rest_of_list(last, day) {
            Some((listed, None, true)) if year == Year::Open => listed,
            _ => year,
        };
        self.day_match(at, last, year, month, day)
    }

    /// "from July 30 to Aug. 2, 2012": the first end has the year that the second one writes.
    fn year_of_the_end(&self, at: usize, with_day: bool) -> Year {
        let joins =
            matches!(self.link(at), Some(Link::To | Link::Through | Link::And | Link::Until));
        let Some((_, _, next)) = self.month_at(at + 1).filter(|_| joins) else { return Year::Open };
        let next = match (with_day, self.day_number(next)) {
            (true, Some(_)) => next + 1,
            (false, None) => next,
            _ => return Year::Open,
        };
        match self.year_after(next) {
            (year @ Year::Written(_), _) => year,
            _ => Year::Open,
        }
    }

    /// "July 3-5", "July 30-Aug. 2", "July 3 to 5, 2012", "July 3 and 4".
    fn day_range(&self, at: usize, month: u8, day: u8, next: usize) -> Option<Match> {
        let joined = match self.kind(next) {
            Kind::Hyphen => true,
            Kind::Pause => matches!(self.surface(next), "–" | "—" | "--"),
            Kind::Word(Class::Link(Link::To | Link::Through)) => false,
            _ => return None,
        };
        let (to_month, to_next) = match self.month_at(next + 1) {
            Some((month, _, after)) => (month, after),
            None => (month, next + 1),
        };
        let to_day = self.day_number(to_next)?;
        if !joined && to_month != month {
            // "July 30 to Aug. 2" stays two expressions, as TimeML marks them.
            return None;
        }
        let ordered = (month, day) < (to_month, to_day) || to_month < month;
        if !ordered || self.measures(to_next + 1) {
            return None;
        }
        crate::civil::Date::new(2000, month, day)?;
        crate::civil::Date::new(2000, to_month, to_day)?;
        let (year, last) = self.year_after(to_next + 1);
        let meaning = Meaning::DayRange { year, from: (month, day), to: (to_month, to_day) };
        Some(Match::new(at, last, meaning))
    }

    /// "July-September 2012".
    fn month_range(&self, at: usize, from: u8, next: usize) -> Option<Match> {
        if self.kind(next) != Kind::Hyphen {
            return None;
        }
        let (to, _, after) = self.month_at(next + 1)?;
        let (year, last) = self.year_after(after);
        Some(Match::new(at, last, Meaning::MonthRange { year, from, to }))
    }

    fn lone_month(
        &self,
        at: usize,
        month: u8,
        form: MonthForm,
        next: usize,
        loose: bool,
    ) -> Option<Match> {
        let vouched = loose || self.vouches(at);
        let name_follows = matches!(self.case(next), Case::Title | Case::Upper)
            && self.class(next) == Class::Other
            && self.surface(next).len() > 1;
        let name_before = self.case(at.wrapping_sub(1)) == Case::Title
            && self.class_before(at) == Class::Other
            && !self.opens(at);
        let accepted = match form {
            MonthForm::Short => next > at + 1 && vouched,
            // "the March accession", but "the March for Life".
            MonthForm::Word => {
                let noun = self.class_before(at) == Class::The
                    && self.case(next) == Case::Lower
                    && self.class(next) == Class::Other;
                (vouched || noun) && !name_follows
            }
            MonthForm::Full => !self.glued_name(at) && (vouched || !(name_follows || name_before)),
        };
        // A full stop that ends the sentence is no part of "Sept.".
        let year = self.year_of_the_end(next, false);
        accepted.then(|| Match::new(at, next, Meaning::Month { year, month }))
    }

    /// Part of a hyphenated or possessive name.
    fn glued_name(&self, at: usize) -> bool {
        self.before(at) == Kind::Hyphen
            && !matches!(self.class(at.wrapping_sub(2)), Class::Position(_))
    }

    /// A preposition or determiner in front that expects a date.
    fn vouches(&self, at: usize) -> bool {
        match self.class_before(at) {
            Class::Link(link) => {
                !matches!(
                    link,
                    Link::To
                        | Link::And
                        | Link::Or
                        | Link::For
                        | Link::Than
                        | Link::Per
                        | Link::At
                        | Link::On
                ) || matches!(link, Link::To | Link::And | Link::Or) && self.calendar_before(at)
            }
            Class::Every => true,
            _ => false,
        }
    }

    /// "April and May": a month stands two items before.
    fn calendar_before(&self, at: usize) -> bool {
        // "from Jan. to March".
        let stop = usize::from(self.surface(at.wrapping_sub(2)) == ".");
        at.checked_sub(2 + stop).is_some_and(|at| {
            matches!(self.class(at), Class::Month(_) | Class::MonthWord(_) | Class::MonthShort(_))
                || matches!(self.kind(at), Kind::Number(_, 4))
        })
    }

    /// "12 August 2013", "the 12th of August", "March the 5th" aside.
    fn day_first(&self, at: usize, value: u32, digits: u8) -> Option<Match> {
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day) && digits <= 2)?;
        if self.before(at) == Kind::Hyphen {
            return None;
        }
        let of = usize::from(self.link(at + 1) == Some(Link::Of));
        // "12-13 August": the range ends here.
        if self.kind(at + 1) == Kind::Hyphen {
            let to = self.day_number(at + 2)?;
            let (month, _, next) = self.month_at(at + 3)?;
            let (year, last) = self.year_after(next);
            let meaning = Meaning::DayRange { year, from: (month, day), to: (month, to) };
            return (day < to).then(|| Match::new(at, last, meaning));
        }
        let (month, form, next) = self.month_at(at + 1 + of)?;
        let (year, last) = self.year_after(next);
        // "5 March 12": the month belongs to the day behind it.
        if year == Year::Open
            && (form == MonthForm::Word || of == 0)
            && self.day_number(next).is_some()
        {
            return None;
        }
        self.day_match(at, last, year, month, day)
    }

    /// A weekday with what follows: "Monday, Aug. 12", "Friday Oct. 13", "Monday 12 August".
    fn weekday_date(&self, at: usize) -> Option<Match> {
        let (day, next) = self.weekday_at(at)?;
        let comma = usize::from(self.kind(next) == Kind::Comma);
        let inner = match self.kind(next + comma) {
            Kind::Word(Class::Month(_) | Class::MonthShort(_) | Class::MonthWord(_)) => {
                self.month_date(next + comma, true)
            }
            Kind::Number(value, digits) => self.day_first(next + comma, value, digits),
            Kind::Nth(value) => self.day_first(next + comma, u32::from(value), 2),
            _ => None,
        };
        if let Some(Match {
            last, meaning: Meaning::Day { year, month, day: number, .. }, ..
        }) = inner
        {
            let meaning = Meaning::Day { year, month, day: number, weekday: Some(day) };
            return Some(Match::new(at, last, meaning));
        }
        // "Monday week", as the British say.
        let ends = matches!(self.kind(next + 1), Kind::Stop | Kind::Comma | Kind::Break);
        if self.class(next) == Class::Unit(crate::words::Unit::Week) && ends {
            let meaning = Meaning::Weekday { day, shift: Shift::Coming };
            return Some(Match { step: 7, ..Match::new(at, next + 1, meaning) });
        }
        if matches!(self.class(at), Class::WeekdayShort(_)) && next == at + 1 {
            return None;
        }
        if self.case(at) == Case::Lower {
            return None;
        }
        // "Monday to Friday": the end lies behind the start.
        let joined = matches!(self.link(at.wrapping_sub(1)), Some(Link::To | Link::Through))
            || self.before(at) == Kind::Hyphen;
        let range = joined && matches!(self.class(at.wrapping_sub(2)), Class::Weekday(_));
        let shift = if range { Shift::Following } else { Shift::Open };
        Some(Match::new(at, next, Meaning::Weekday { day, shift }))
    }

    pub(crate) fn weekday_at(&self, at: usize) -> Option<(Weekday, usize)> {
        match self.class(at) {
            Class::Weekday(iso) => Some((Weekday::from_iso(iso)?, at + 1)),
            Class::WeekdayShort(iso) if self.case(at) != Case::Lower => {
                let dot = self.surface(at + 1) == "." && self.glued(at + 1);
                Some((Weekday::from_iso(iso)?, at + 1 + usize::from(dot)))
            }
            _ => None,
        }
    }

    /// "1990", "1990-92", "1990 fourth quarter" aside: a number that is a year.
    fn year_expression(&self, at: usize, value: u32, digits: u8, loose: bool) -> Option<Match> {
        if digits != 4 || !(1000..=2999).contains(&value) {
            return None;
        }
        let year = i16::try_from(value).ok()?;
        let next = at + 1;
        if let Some(to) = self.year_range(year, next) {
            return Some(Match::new(at, next + 2, Meaning::YearRange(year, to)));
        }
        let near = (1900..=2040).contains(&year);
        let vouched = loose || self.vouches_year(at);
        let glued = self.before(at) == Kind::Hyphen && self.glued(at);
        let prefixed =
            glued && ["post", "pre", "mid"].iter().any(|word| self.is(at.wrapping_sub(2), word));
        // "Orion 1980", "Expo 2000", "No. 1999".
        let named = matches!(self.case(at.wrapping_sub(1)), Case::Title)
            && self.class_before(at) == Class::Other
            && !["throughout", "sometime"].iter().any(|word| self.is(at.wrapping_sub(1), word))
            || self.surface(at.wrapping_sub(1)) == "." && self.is(at.wrapping_sub(2), "no");
        let bare = near
            && !named
            && !self.counts(next)
            && !matches!(self.kind(next), Kind::Word(Class::Units(_)))
            && !matches!(self.class(next), Class::Zone(_))
            && !matches!(self.before(at), Kind::Sign | Kind::Slash | Kind::Open)
            && self.kind(next) != Kind::Slash;
        let bracketed = near && self.before(at) == Kind::Open && self.kind(next) == Kind::Close;
        let accepted = if glued { loose || prefixed } else { bare || bracketed || vouched };
        let accepted = accepted && !self.measures(next) && self.kind(next) != Kind::Hyphen
            || accepted && near && self.kind(next) == Kind::Hyphen && vouched;
        accepted.then(|| Match::new(at, next, Meaning::Year(Year::Written(year))))
    }

    /// A preposition in front that expects a year, even one long past.
    fn vouches_year(&self, at: usize) -> bool {
        let year = self.text_year(at);
        let expects = matches!(
            self.class_before(at),
            Class::Link(
                Link::In
                    | Link::Since
                    | Link::Until
                    | Link::By
                    | Link::During
                    | Link::Before
                    | Link::After
            )
        );
        expects && (1400..=2100).contains(&year) && !self.counts(at + 1)
    }

    fn text_year(&self, at: usize) -> u32 {
        match self.kind(at) {
            Kind::Number(value, 4) => value,
            _ => 0,
        }
    }

    /// "1990-92", "1990-1992", "1990–92".
    fn year_range(&self, from: i16, next: usize) -> Option<i16> {
        if self.kind(next) != Kind::Hyphen || !self.glued(next + 1) {
            return None;
        }
        let to = match self.kind(next + 1) {
            Kind::Number(value, 4) => i16::try_from(value).ok()?,
            Kind::Number(value, 2) => from - from % 100 + i16::try_from(value).ok()?,
            _ => return None,
        };
        (from < to && to - from <= 150 && (1400..=2100).contains(&from)).then_some(to)
    }

    /// "nineteen ninety-six", "two thousand", as broadcast copy spells them.
    fn spoken_year(&self, at: usize, value: u16) -> Option<Match> {
        let (year, next) = self.spoken(at, value)?;
        Some(Match::new(at, next, Meaning::Year(Year::Written(year))))
    }

    fn spoken(&self, at: usize, value: u16) -> Option<(i16, usize)> {
        if !matches!(value, 15..=20) {
            return None;
        }
        let Class::Cardinal(tens) = self.class(at + 1) else { return None };
        let century = i16::try_from(value).ok()? * 100;
        let mut year = century + i16::try_from(tens).ok()?;
        let mut next = at + 2;
        let ones_at = self.skip_hyphen(next);
        if let Class::Cardinal(ones @ 1..=9) = self.class(ones_at)
            && tens >= 20
            && tens % 10 == 0
        {
            year += i16::try_from(ones).ok()?;
            next = ones_at + 1;
        }
        let plausible =
            tens >= 10 && !matches!(self.class(next), Class::Units(_) | Class::Scale(_));
        // "twenty twelve" but not "twenty four hours".
        let short = (10..40).contains(&tens) && next == at + 2;
        (plausible && (value < 20 || short)).then_some((year, next))
    }

    /// "20th century", "third quarter of 1984", "first half", "fiscal" aside.
    pub(crate) fn numbered(&self, first: usize, number: u8, at: usize) -> Option<Match> {
        let next = self.skip_hyphen(at);
        let fiscal = usize::from(self.class(next) == Class::Fiscal);
        let noun = next + fiscal;
        let found = match self.class(noun) {
            Class::Unit(crate::words::Unit::Quarter) if number <= 4 => {
                let (year, last) = self.year_after(noun + 1);
                let shift = Shift::Open;
                let meaning = |year| Meaning::Quarter { number: Some(number), year, shift };
                // "the fourth quarter of fiscal 2012".
                if self.link(noun + 1) == Some(Link::Of)
                    && self.class(noun + 2) == Class::Fiscal
                    && let Some((year, last)) = self.year_at(noun + 3)
                {
                    let found = Match::new(first, last, meaning(Year::Written(year)));
                    return Some(Match { fiscal: true, ..found });
                }
                Match::new(first, last, meaning(year))
            }
            Class::Unit(crate::words::Unit::Century) => {
                let century = i16::from(number) - 1;
                Match::new(first, noun + 1, Meaning::Century(century))
            }
            Class::Half if number <= 2 => {
                let (year, last) = self.half_of(noun + 1);
                if year == Year::Open && self.class_before(first) != Class::The {
                    return None;
                }
                Match::new(first, last, Meaning::Half { number, year })
            }
            _ => return None,
        };
        Some(Match { fiscal: fiscal == 1, ..found })
    }

    /// "half of 1989", "half of this year", "half of the year".
    pub(crate) fn half_of(&self, at: usize) -> (Year, usize) {
        let (year, last) = self.year_after(at);
        if year != Year::Open || self.link(at) != Some(Link::Of) {
            return (year, last);
        }
        let the_year =
            self.class(at + 1) == Class::The && self.unit(at + 2) == Some(crate::words::Unit::Year);
        if the_year { (Year::Shift(Shift::This), at + 3) } else { (Year::Open, at) }
    }

    fn decade(&self, at: usize, first: u16, loose: bool) -> Option<Match> {
        let first = i16::try_from(first).ok()?;
        // "in his 50s" and "the high 60s" are ages and weather.
        if first < 100 {
            let elided = !self.surface(at).starts_with(|c: char| c.is_ascii_digit());
            let the = self.class_before(at) == Class::The;
            if !(elided || the || loose) {
                return None;
            }
            let whole = if first <= 10 { 2000 + first } else { 1900 + first };
            return Some(Match::new(at, at + 1, Meaning::Decade(whole)));
        }
        Some(Match::new(at, at + 1, Meaning::Decade(first)))
    }

    /// "summer 2012", "the winter of 1994", "in spring"; "fall" alone is a verb.
    pub(crate) fn season(&self, at: usize, season: u8, loose: bool) -> Option<Match> {
        let (year, last) = self.season_year(at + 1, season);
        let verb = season == 3 && self.is(at, "fall") || season == 1;
        let in_front = match self.class_before(at) {
            Class::Link(link) => matches!(
                link,
                Link::In
                    | Link::By
                    | Link::Since
                    | Link::Until
                    | Link::During
                    | Link::Before
                    | Link::After
            ),
            _ => false,
        };
        let accepted = loose
            || matches!(year, Year::Written(_)) && (in_front || !verb || self.opens(at))
            || matches!(year, Year::Shift(_)) && !verb
            || in_front && !matches!(self.class(at + 1), Class::Other) && !verb
            || in_front && matches!(self.kind(at + 1), Kind::Stop | Kind::Comma);
        let meaning = Meaning::Season { season, year, shift: Shift::Open };
        accepted.then(|| Match::new(at, last, meaning))
    }

    /// The year behind a season; "the winter of 2012-13" is named for the second.
    fn season_year(&self, at: usize, season: u8) -> (Year, usize) {
        match self.year_after(at) {
            (Year::Written(year), last) if self.kind(last) == Kind::Hyphen => {
                match self.year_range(year, last) {
                    Some(to) if to == year + 1 && season == 4 => (Year::Written(to), last + 2),
                    _ => (Year::Written(year), last),
                }
            }
            read => read,
        }
    }

    /// "Thanksgiving Day", "New Year's Eve", "Election Day 2012".
    pub(crate) fn holiday(&self, at: usize) -> Option<Match> {
        let item = self.items.get(at).filter(|item| item.festive)?;
        if matches!(item.case, Case::Lower | Case::Mixed) {
            return None;
        }
        let start = item.start as usize;
        let (index, length) = holiday::at_start(self.text.get(start..)?)?;
        let end = start + length;
        let mut last = at;
        while self.items.get(last).is_some_and(|item| (item.start as usize) < end) {
            last += 1;
        }
        let (year, last) = self.year_after(last);
        Some(Match::new(at, last, Meaning::Holiday { index, year, shift: Shift::Open }))
    }
}

/// A year of two digits: the window 1931 to 2030, fixed.
pub(crate) fn expand(year: u16) -> i16 {
    let year = i16::try_from(year).unwrap_or(0);
    if year > 30 { 1900 + year } else { 2000 + year }
}
