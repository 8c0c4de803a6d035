//! One line of the embedded lists before it is compiled, and the small texts it is made of.

use std::collections::BTreeMap;
use std::fmt;
use wirecopy_text::{Folding, fold};

/// What a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Person,
    Place,
    Organization,
    Demonym,
    GivenName,
    Surname,
    Word,
}

/// A day of office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: i16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Day {
    /// A day that the calendar has.
    pub(super) fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }

    /// Reads `2013-02-01`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A row of the pack: one thing, its names, and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) kind: Kind,
    pub(super) id: String,
    /// The first is the canonical one.
    pub(super) names: Vec<String>,
    /// Short names that only count as written ("US", "AP").
    pub(super) exact: Vec<String>,
    pub(super) source: &'static str,
    pub(super) weight: u32,
    pub(super) point: Option<(f32, f32)>,
    pub(super) country: Option<String>,
    pub(super) region: Option<String>,
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
    pub(super) fields: BTreeMap<&'static str, String>,
}

impl Row {
    /// A row with a name and nothing else known.
    pub(super) fn new(kind: Kind, source: &'static str, id: impl Into<String>, name: &str) -> Self {
        let mut row = Self {
            kind,
            id: id.into(),
            names: Vec::new(),
            exact: Vec::new(),
            source,
            weight: 0,
            point: None,
            country: None,
            region: None,
            from: None,
            to: None,
            fields: BTreeMap::new(),
        };
        row.alias(name);
        row
    }

    /// Adds a further name, as written or, for acronyms and other short capitals, exact only.
    pub(super) fn alias(&mut self, name: &str) {
        let name = tidy(name);
        if name.is_empty() || self.exact.contains(&name) {
            return;
        }
        // The builder folds diacritics: "Geneve" is "Genève".
        let folded = plain(&name);
        if self.names.iter().any(|known| plain(known) == folded) {
            return;
        }
        if !self.names.is_empty() && is_exact(&name) {
            self.exact.push(name);
        } else {
            self.names.push(name);
        }
    }

    /// Adds every name of a `|`-separated list.
    pub(super) fn aliases(&mut self, list: &str) {
        for name in list.split('|') {
            self.alias(name);
        }
    }

    /// Sets a field unless its value is empty.
    pub(super) fn field(&mut self, key: &'static str, value: &str) {
        if !value.is_empty() {
            self.fields.insert(key, value.to_owned());
        }
    }
}

/// A name that must stand as written: short and without a lower-case letter ("US", "U.N.", "AP").
pub(super) fn is_exact(name: &str) -> bool {
    name.chars().count() <= 6 && !name.chars().any(char::is_lowercase)
}

/// NFKC with plain apostrophes and single spaces.
pub(super) fn tidy(text: &str) -> String {
    fold(text, Folding::new()).into_owned()
}

/// A name without diacritics, in its own case.
fn plain(text: &str) -> String {
    fold(text, Folding::new().diacritics()).into_owned()
}

/// The comparison key of a name: case and diacritics folded.
pub(super) fn key(text: &str) -> String {
    fold(text, Folding::new().case().diacritics()).into_owned()
}

/// A name in ASCII letters for an id: "Côte d'Ivoire" becomes "cote-d-ivoire".
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in key(text).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Is every letter Latin? Names in other scripts do not stand in English copy.
pub(super) fn is_latin(text: &str) -> bool {
    text.chars().all(|c| u32::from(c) < 0x250 || ('\u{1e00}'..='\u{1eff}').contains(&c))
}
