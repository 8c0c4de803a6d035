//! What a caller says about an entry before it is compiled.

use core::fmt;
use core::str::FromStr;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EntryKind {
    /// A person, by full or usual name.
    Person,
    /// A place: settlement, country, region, sea, mountain.
    Place,
    /// A company, agency, party, team, ministry.
    Organization,
    /// A word for the people or the quality of a place: "French", "Muscovite".
    Demonym,
    /// A given name by itself.
    GivenName,
    /// A surname by itself.
    Surname,
    /// Anything else.
    Other,
}

impl EntryKind {
    /// Every kind, in declaration order.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Demonym,
        Self::GivenName,
        Self::Surname,
        Self::Other,
    ];

    /// The kind in lower case, words joined by underscores: `given_name`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Demonym => "demonym",
            Self::GivenName => "given_name",
            Self::Surname => "surname",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for EntryKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Text that names no [`EntryKind`] or no [`CasePolicy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord(());

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown word")
    }
}

impl core::error::Error for UnknownWord {}

impl FromStr for EntryKind {
    type Err = UnknownWord;

    /// Reads [`EntryKind::as_str`] in any case, and the labels that annotation schemes use for the
    /// same thing (`PER`, `LOC`, `GPE`, `ORG`, `NORP`).
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let lower = text.trim().to_ascii_lowercase();
        Ok(match lower.as_str() {
            "person" | "per" | "people" => Self::Person,
            "place" | "loc" | "location" | "gpe" | "city" | "country" | "region" | "fac" => {
                Self::Place
            }
            "organization" | "organisation" | "org" | "company" => Self::Organization,
            "demonym" | "norp" | "nationality" => Self::Demonym,
            "given_name" | "givenname" | "forename" | "first_name" => Self::GivenName,
            "surname" | "last_name" | "family_name" => Self::Surname,
            "other" | "misc" => Self::Other,
            _ => return Err(UnknownWord(())),
        })
    }
}

/// In which case a name is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum CasePolicy {
    /// Only as written.
    Exact,
    /// As written, and as newspapers change it: in all capitals ("KERRY"), with a capital where
    /// the name has a small letter at the start of a word ("Bin Laden" for "bin Laden"), and a word
    /// of four or more capitals with one ("Nato" for "NATO", "Itar-Tass" for "ITAR-TASS").
    /// A capitalised name is never found in small letters: "reading" is not Reading.
    #[default]
    Smart,
    /// In any case.
    Fold,
}

impl CasePolicy {
    /// The policy in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Smart => "smart",
            Self::Fold => "fold",
        }
    }
}

impl fmt::Display for CasePolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for CasePolicy {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let lower = text.trim().to_ascii_lowercase();
        Ok(match lower.as_str() {
            "exact" => Self::Exact,
            "smart" => Self::Smart,
            "fold" => Self::Fold,
            _ => return Err(UnknownWord(())),
        })
    }
}

/// Another name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Alias {
    /// The name as written.
    pub text: String,
    /// Its own case policy; `None` is the entry's.
    pub case: Option<CasePolicy>,
}

/// An entry as it goes into a [`GazetteerBuilder`](crate::GazetteerBuilder).
///
/// ```
/// use wirecopy_gazetteer::{CasePolicy, EntryKind, EntrySpec};
///
/// let country = EntrySpec::new(EntryKind::Place, "United States")
///     .with_id("geonames:6252001")
///     .with_source("geonames")
///     .with_alias("United States of America")
///     .with_alias_case("US", CasePolicy::Exact)
///     .with_coordinates(39.76, -98.5)
///     .with_country("US")
///     .with_weight(327_167_434)
///     .with_field("feature", "PCLI");
/// assert_eq!(country.aliases.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct EntrySpec {
    /// What it is.
    pub kind: EntryKind,
    /// The canonical name. It is matched too, unless [`EntrySpec::label_only`] is set.
    pub name: String,
    /// The key in its source, such as `geonames:4140963`; may be empty.
    pub id: String,
    /// The list that it comes from; may be empty.
    pub source: String,
    /// Further names.
    pub aliases: Vec<Alias>,
    /// Case policy of the name and of aliases without their own.
    pub case: CasePolicy,
    /// Whether the canonical name is a label that is not looked for in text ("Paris, Texas").
    pub label_only: bool,
    /// Importance among entries of one name: population, inverse rank.
    pub weight: u32,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f32, f32)>,
    /// ISO 3166 two-letter country code.
    pub country: Option<String>,
    /// First-level division.
    pub region: Option<String>,
    /// First day of validity: year, month, day.
    pub valid_from: Option<(i16, u8, u8)>,
    /// Last day of validity: year, month, day.
    pub valid_to: Option<(i16, u8, u8)>,
    /// Any further columns.
    pub fields: Vec<(String, String)>,
}

impl EntrySpec {
    /// An entry with a kind and a canonical name, and nothing else known.
    #[must_use]
    pub fn new(kind: EntryKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            id: String::new(),
            source: String::new(),
            aliases: Vec::new(),
            case: CasePolicy::Smart,
            label_only: false,
            weight: 0,
            coordinates: None,
            country: None,
            region: None,
            valid_from: None,
            valid_to: None,
            fields: Vec::new(),
        }
    }

    /// Sets the key in the source.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets the list that the entry comes from.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// Adds a name under the entry's case policy.
    #[must_use]
    pub fn with_alias(mut self, text: impl Into<String>) -> Self {
        self.aliases.push(Alias { text: text.into(), case: None });
        self
    }

    /// Adds a name under a case policy of its own.
    #[must_use]
    pub fn with_alias_case(mut self, text: impl Into<String>, case: CasePolicy) -> Self {
        self.aliases.push(Alias { text: text.into(), case: Some(case) });
        self
    }

    /// Sets the case policy of the name and of aliases without their own.
    #[must_use]
    pub const fn with_case(mut self, case: CasePolicy) -> Self {
        self.case = case;
        self
    }

    /// Keeps the canonical name as a label that is not looked for in text.
    #[must_use]
    pub const fn as_label(mut self) -> Self {
        self.label_only = true;
        self
    }

    /// Sets the importance among entries of one name.
    #[must_use]
    pub const fn with_weight(mut self, weight: u32) -> Self {
        self.weight = weight;
        self
    }

    /// Sets latitude and longitude in degrees.
    #[must_use]
    pub const fn with_coordinates(mut self, latitude: f32, longitude: f32) -> Self {
        self.coordinates = Some((latitude, longitude));
        self
    }

    /// Sets the two-letter country code.
    #[must_use]
    pub fn with_country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Sets the first-level division.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets the first day of validity.
    #[must_use]
    pub const fn with_valid_from(mut self, year: i16, month: u8, day: u8) -> Self {
        self.valid_from = Some((year, month, day));
        self
    }

    /// Sets the last day of validity.
    #[must_use]
    pub const fn with_valid_to(mut self, year: i16, month: u8, day: u8) -> Self {
        self.valid_to = Some((year, month, day));
        self
    }

    /// Adds a further column.
    #[must_use]
    pub fn with_field(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.fields.push((key.into(), value.into()));
        self
    }
}
