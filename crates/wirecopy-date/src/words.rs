//! The words of time: `data/words.tsv` behind a small fixed hash table.
//!
//! About three hundred words decide everything in this crate. The table is built once, has a fixed
//! hash and a fixed size, and answers most words of a story with one look at an empty slot.

use crate::expression::Modifier;
use crate::holiday;
use std::sync::LazyLock;
use wirecopy_text::letters_of_eight;

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
    /// Of each slot the number of its row, from one; zero where there is none. Small enough to stay
    /// in the nearest cache.
    slots: [u16; SLOTS],
    rows: Vec<(Key, Class)>,
    /// A bit for each slot: whether the first word of a holiday has it.
    festive: [u64; SLOTS / 64],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { slots: [0; SLOTS], rows: Vec::new(), festive: [0; SLOTS / 64] };
    for (word, class) in rows() {
        let Some(key) = Key::of(word.as_bytes()) else { continue };
        let mut at = key.slot();
        while table.slots.get(at).is_some_and(|row| *row != 0) {
            at = (at + 1) % SLOTS;
        }
        table.rows.push((key, class));
        if let Some(slot) = table.slots.get_mut(at) {
            *slot = u16::try_from(table.rows.len()).unwrap_or(0);
        }
    }
    for key in holiday::first_words().filter_map(Key::of) {
        if let Some(bits) = table.festive.get_mut(key.slot() / 64) {
            *bits |= 1 << (key.slot() % 64);
        }
    }
    table
});

/// The words table, opened once per scan so that the lazy cell is not asked per word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    table: &'static Table,
}

impl Words {
    pub(crate) fn open() -> Self {
        Self { table: &TABLE }
    }

    /// Whether a holiday may begin with the word that has this key.
    #[inline]
    pub(crate) fn may_open_holiday(self, key: Key) -> bool {
        let bits = self.table.festive.get(key.slot() / 64);
        bits.is_some_and(|bits| bits >> (key.slot() % 64) & 1 == 1)
    }

    /// Class of an ASCII word in any case, given its [`Key`].
    #[inline]
    pub(crate) fn class(self, key: Key) -> Class {
        let mut at = key.slot();
        loop {
            let row = usize::from(self.table.slots.get(at).copied().unwrap_or(0));
            let Some((known, class)) = row.checked_sub(1).and_then(|row| self.table.rows.get(row))
            else {
                return Class::Other;
            };
            if *known == key {
                return *class;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// A word of ASCII letters in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key([u64; 2]);

impl Key {
    /// The key of the word that `bytes` begin with, its length, and how many of its letters are
    /// capitals. None for a word longer than any in the list. Eight bytes are looked at at once.
    #[inline]
    pub(crate) fn read(bytes: &[u8]) -> (Option<Self>, usize, usize) {
        let (mut key, mut length, mut capitals) = ([0; 2], 0, 0);
        loop {
            let rest = bytes.get(length..).unwrap_or(b"");
            let letters = match rest.first_chunk() {
                Some(eight) => Letters::of(*eight),
                None => {
                    let mut eight = [0; 8];
                    eight.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
                    Letters::of(eight)
                }
            };
            if let Some(part) = key.get_mut(length / 8) {
                *part = letters.lower;
            }
            length += letters.count;
            capitals += letters.capitals;
            if letters.count < 8 {
                let is_short = length <= 8 * key.len();
                return (is_short.then_some(Self(key)), length, capitals);
            }
        }
    }

    fn of(word: &[u8]) -> Option<Self> {
        Self::read(word).0
    }

    #[inline]
    const fn slot(self) -> usize {
        let Self([first, second]) = self;
        let mixed = (first ^ second.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 32) as usize % SLOTS
    }
}

/// The letters that eight bytes begin with.
struct Letters {
    count: usize,
    lower: u64,
    capitals: usize,
}

impl Letters {
    #[inline]
    const fn of(bytes: [u8; 8]) -> Self {
        const EACH: u64 = u64::from_ne_bytes([1; 8]);
        let bytes = u64::from_le_bytes(bytes);
        let count = letters_of_eight(bytes);
        let own = !u64::MAX.unbounded_shl(8 * count);
        // Small letters have bit 5.
        let capitals = ((!bytes & (0x20 * EACH) & own) >> 5).wrapping_mul(EACH) >> 56;
        Self {
            count: count as usize,
            lower: (bytes | (0x20 * EACH)) & own,
            capitals: capitals as usize,
        }
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
            let (key, length, capitals) = Key::read(upper.as_bytes());
            assert_eq!((length, capitals), (word.len(), word.len()));
            assert_eq!(Words::open().class(key.unwrap()), class);
        }
    }

    #[test]
    fn words_end_where_their_letters_end() {
        for (text, length, capitals) in [
            ("", 0, 0),
            ("may", 3, 0),
            ("Mayor's", 5, 1),
            ("OCTOBERFEST 2", 11, 11),
            ("eight8", 5, 0),
            ("Wednesday", 9, 1),
            ("tomorrow", 8, 0),
            ("sixteenletterson, he", 16, 0),
            ("[Z@{z", 0, 0),
            ("na\u{ef}ve", 2, 0),
        ] {
            let (key, count, large) = Key::read(text.as_bytes());
            assert_eq!((count, large), (length, capitals), "{text}");
            let word = text.get(..length).unwrap();
            assert_eq!(key, Key::of(word.to_lowercase().as_bytes()), "{text}");
        }
        assert_eq!(Key::read(b"Seventeenletterss").0, None);
    }
}
