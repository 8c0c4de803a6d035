//! The words of time: `data/words.tsv` behind a small fixed hash table.
//!
//! About three hundred words decide everything in this crate. The table is built once, has a fixed
//! hash and a fixed size, and answers most words of a story with one probe of an empty slot.

use crate::expression::Modifier;
use crate::holiday;
use std::sync::LazyLock;

/// A calendar or clock unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day, in TimeML's two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// Which of several units is meant, seen from the anchor or the narrative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shift {
    /// Nothing said.
    Open,
    Last,
    Past,
    Recent,
    Previous,
    This,
    Current,
    Next,
    Coming,
    Following,
    That,
    Same,
    Latest,
    /// "the year-ago quarter".
    YearAgo,
}

/// Prepositions and conjunctions that open, join or end an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Of,
    In,
    On,
    At,
    By,
    From,
    To,
    Through,
    Until,
    Since,
    Before,
    After,
    Between,
    During,
    For,
    Within,
    Than,
    And,
    Or,
    Per,
}

/// Words that make an amount loose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Approx {
    About,
    Nearly,
    More,
    Less,
    Least,
    Most,
    Up,
}

/// What a verb says about when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Future,
    Would,
    Modal,
    /// "plans", "likely": future when an infinitive follows.
    Plan,
    /// "scheduled", "due": what they govern lies ahead.
    Due,
    /// "planned", "set": the same behind a form of "be" or before "for" and "to".
    Planned,
    /// "begins", "meets": the present of what is on a timetable.
    Timetable,
    Present,
    Past,
    Bare,
}

/// A time that nobody dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    /// The TIMEX3 value.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// Class of a word, with what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Other,
    The,
    A,
    Cardinal(u16),
    Scale(u16),
    Ordinal(u8),
    /// "second": an ordinal or a unit.
    Second,
    /// "nineties": the first year of the decade within its century.
    Decade(u8),
    /// "few", "several": more than one, nobody says how many.
    Vague,
    Couple,
    Dozen,
    /// "number" (of years): only in "a number of".
    NumberOf,
    Month(u8),
    MonthShort(u8),
    /// "March" and "May" are words of their own too.
    MonthWord(u8),
    Weekday(u8),
    Weekdays(u8),
    WeekdayShort(u8),
    Unit(Unit),
    Units(Unit),
    Period,
    Half,
    Fiscal,
    Season(u8),
    Seasons(u8),
    Part(Part),
    Parts(Part),
    /// "noon": the hour.
    Clock(u8),
    /// "today": days from the anchor.
    Day(i8),
    Tonight,
    Shift(Shift),
    Position(Modifier),
    Comparative(Modifier),
    Edge(Modifier),
    Ago,
    Hence,
    Link(Link),
    Approx(Approx),
    Every,
    /// "once", "twice".
    Times,
    Often(Unit),
    Reference(Reference),
    Future,
    Verb(Verb),
    /// Opens a clause with a verb of its own.
    Clause,
    /// A time zone; minutes east of Greenwich where the abbreviation has one meaning.
    Zone(Option<i16>),
}

/// A power of two, several times the number of words.
const SLOTS: usize = 2048;

#[derive(Debug)]
struct Table {
    slots: Vec<Option<(&'static str, Class)>>,
    /// Which slots are taken, small enough to stay in the nearest cache.
    taken: [u64; SLOTS / 64],
    /// The same for the first words of holidays.
    festive: [u64; SLOTS / 64],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut slots = vec![None; SLOTS];
    for (word, class) in rows() {
        let mut at = Hash::of(word.as_bytes()).slot();
        while slots.get(at).is_some_and(Option::is_some) {
            at = (at + 1) % SLOTS;
        }
        if let Some(slot) = slots.get_mut(at) {
            *slot = Some((word, class));
        }
    }
    let mut taken = [0; SLOTS / 64];
    for (at, _) in slots.iter().enumerate().filter(|(_, slot)| slot.is_some()) {
        if let Some(bits) = taken.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }
    let mut festive = [0; SLOTS / 64];
    for word in holiday::first_words() {
        let at = Hash::of(word).slot();
        if let Some(bits) = festive.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }
    Table { slots, taken, festive }
});

/// Whether `slot` is marked in `bits`.
#[inline]
fn marked(bits: &[u64; SLOTS / 64], slot: usize) -> bool {
    bits.get(slot / 64).is_some_and(|bits| bits >> (slot % 64) & 1 == 1)
}

/// The words table, opened once per scan so that the lazy cell is not asked per word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    slots: &'static [Option<(&'static str, Class)>],
    taken: &'static [u64; SLOTS / 64],
    festive: &'static [u64; SLOTS / 64],
}

impl Words {
    pub(crate) fn open() -> Self {
        Self { slots: &TABLE.slots, taken: &TABLE.taken, festive: &TABLE.festive }
    }

    /// Whether a holiday may begin with the word that has this hash.
    #[inline]
    pub(crate) fn may_open_holiday(self, hash: Hash) -> bool {
        marked(self.festive, hash.slot())
    }

    /// Class of an ASCII word in any case, given its [`Hash`].
    #[inline]
    pub(crate) fn class(self, word: &[u8], hash: Hash) -> Class {
        let at = hash.slot();
        if marked(self.taken, at) { self.probe(word, at) } else { Class::Other }
    }

    #[cold]
    fn probe(self, word: &[u8], slot: usize) -> Class {
        let mut at = slot;
        while let Some(Some((known, class))) = self.slots.get(at) {
            if known.as_bytes().eq_ignore_ascii_case(word) {
                return *class;
            }
            at = (at + 1) % SLOTS;
        }
        Class::Other
    }
}

/// FNV-1a over lower-cased letters, one at a time, so that the walk that finds the end of a word
/// hashes it as well.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hash(u32);

impl Hash {
    pub(crate) const EMPTY: Self = Self(0x811c_9dc5);

    /// With one more letter, given in lower case.
    #[inline]
    pub(crate) const fn with(self, lower: u8) -> Self {
        Self((self.0 ^ lower as u32).wrapping_mul(0x0100_0193))
    }

    const fn slot(self) -> usize {
        (self.0 ^ (self.0 >> 15)) as usize % SLOTS
    }

    fn of(word: &[u8]) -> Self {
        word.iter().fold(Self::EMPTY, |hash, byte| hash.with(byte | 0x20))
    }
}

fn rows() -> impl Iterator<Item = (&'static str, Class)> {
    include_str!("../data/words.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(
        |line| {
            let mut cells = line.split('\t');
            let (word, class, value) = (cells.next()?, cells.next()?, cells.next()?);
            Some((word, parse_class(class, value)?))
        },
    )
}

fn parse_class(class: &str, value: &'static str) -> Option<Class> {
    Some(match class {
        "article" => match value {
            "the" => Class::The,
            _ => Class::A,
        },
        "cardinal" => Class::Cardinal(value.parse().ok()?),
        "scale" => Class::Scale(value.parse().ok()?),
        "ordinal" => Class::Ordinal(value.parse().ok()?),
        "second" => Class::Second,
        "decade" => Class::Decade(value.parse().ok()?),
        "vague" => match value {
            "couple" => Class::Couple,
            "dozen" => Class::Dozen,
            "number" => Class::NumberOf,
            _ => Class::Vague,
        },
        "month" => Class::Month(value.parse().ok()?),
        "month-short" => Class::MonthShort(value.parse().ok()?),
        "march" | "may" => Class::MonthWord(value.parse().ok()?),
        "weekday" => Class::Weekday(value.parse().ok()?),
        "weekdays" => Class::Weekdays(value.parse().ok()?),
        "weekday-short" => Class::WeekdayShort(value.parse().ok()?),
        "unit" => Class::Unit(parse_unit(value)?),
        "units" => Class::Units(parse_unit(value)?),
        "often" => Class::Often(parse_unit(value)?),
        "season" => Class::Season(value.parse().ok()?),
        "seasons" => Class::Seasons(value.parse().ok()?),
        "part" => Class::Part(parse_part(value)?),
        "parts" => Class::Parts(parse_part(value)?),
        "clock" => Class::Clock(value.parse().ok()?),
        "day" => Class::Day(value.parse().ok()?),
        "shift" => Class::Shift(parse_shift(value)?),
        "position" => Class::Position(parse_modifier(value)?),
        "comparative" => Class::Comparative(parse_modifier(value)?),
        "edge" => Class::Edge(parse_modifier(value)?),
        "preposition" => Class::Link(parse_link(value)?),
        "approx" => Class::Approx(parse_approx(value)?),
        "reference" => Class::Reference(parse_reference(value)?),
        "verb" => Class::Verb(parse_verb(value)?),
        "zone" => Class::Zone(value.parse().ok()),
        _ => return parse_single(class),
    })
}

fn parse_single(class: &str) -> Option<Class> {
    Some(match class {
        "period" => Class::Period,
        "half" => Class::Half,
        "fiscal" => Class::Fiscal,
        "tonight" => Class::Tonight,
        "ago" => Class::Ago,
        "hence" => Class::Hence,
        "every" => Class::Every,
        "times" => Class::Times,
        "future" => Class::Future,
        "clause" => Class::Clause,
        _ => return None,
    })
}

fn parse_unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn parse_reference(value: &str) -> Option<Reference> {
    [Reference::Past, Reference::Present, Reference::Future]
        .into_iter()
        .find(|reference| reference.code() == value)
}

fn parse_part(value: &str) -> Option<Part> {
    [Part::Morning, Part::Afternoon, Part::Evening, Part::Night]
        .into_iter()
        .find(|part| part.code() == value)
}

fn parse_shift(value: &str) -> Option<Shift> {
    Some(match value {
        "last" => Shift::Last,
        "past" => Shift::Past,
        "recent" => Shift::Recent,
        "previous" => Shift::Previous,
        "this" => Shift::This,
        "current" => Shift::Current,
        "next" => Shift::Next,
        "coming" => Shift::Coming,
        "following" => Shift::Following,
        "that" => Shift::That,
        "same" => Shift::Same,
        "latest" => Shift::Latest,
        _ => return None,
    })
}

fn parse_modifier(value: &str) -> Option<Modifier> {
    Some(match value {
        "start" => Modifier::Start,
        "mid" => Modifier::Mid,
        "end" => Modifier::End,
        _ => return None,
    })
}

fn parse_link(value: &str) -> Option<Link> {
    Some(match value {
        "of" => Link::Of,
        "in" => Link::In,
        "on" => Link::On,
        "at" => Link::At,
        "by" => Link::By,
        "from" => Link::From,
        "to" => Link::To,
        "through" => Link::Through,
        "until" => Link::Until,
        "since" => Link::Since,
        "before" => Link::Before,
        "after" => Link::After,
        "between" => Link::Between,
        "during" => Link::During,
        "for" => Link::For,
        "within" => Link::Within,
        "than" => Link::Than,
        "and" => Link::And,
        "or" => Link::Or,
        "per" => Link::Per,
        _ => return None,
    })
}

fn parse_approx(value: &str) -> Option<Approx> {
    Some(match value {
        "about" => Approx::About,
        "nearly" => Approx::Nearly,
        "more" => Approx::More,
        "less" => Approx::Less,
        "least" => Approx::Least,
        "most" => Approx::Most,
        "up" => Approx::Up,
        _ => return None,
    })
}

fn parse_verb(value: &str) -> Option<Verb> {
    Some(match value {
        "future" => Verb::Future,
        "would" => Verb::Would,
        "modal" => Verb::Modal,
        "plan" => Verb::Plan,
        "due" => Verb::Due,
        "planned" => Verb::Planned,
        "timetable" => Verb::Timetable,
        "present" => Verb::Present,
        "past" => Verb::Past,
        "bare" => Verb::Bare,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_word_stands_twice() {
        let lines = include_str!("../data/words.tsv")
            .lines()
            .filter(|line| !line.starts_with('#') && !line.contains("\tother\t"));
        let rows: Vec<_> = rows().collect();
        assert_eq!(lines.count(), rows.len());
        let mut words: Vec<_> = rows.iter().map(|(word, _)| word).collect();
        words.sort_unstable();
        let twice = words.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
        for (word, class) in rows {
            let upper = word.to_uppercase();
            let hash = Hash::of(upper.as_bytes());
            assert_eq!(Words::open().class(upper.as_bytes(), hash), class);
        }
    }
}
