//! The expectation of a story or case, as its TOML file has it.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The expectation of one story or case, as its TOML file has it. What is absent is not asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// What makes the story worth having.
    pub about: Option<String>,
    /// Name of a case.
    pub name: Option<String>,
    /// Text of a case; a story's text is the file beside it.
    pub text: Option<String>,
    /// Day of publication, handed to the analysis.
    pub published: Option<String>,
    /// Day that a case's date expressions are read against, by the date finder alone.
    pub anchor: Option<String>,
    /// Differences that are known, sorted.
    #[serde(default)]
    pub known_wrong: Vec<String>,
    /// Every token, as words: `do|n't`, `15|-|year`.
    pub tokens: Option<Vec<String>>,
    /// Every sentence.
    pub sentences: Option<Vec<String>>,
    /// Every part.
    pub parts: Option<Vec<Part>>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// There must be no dateline.
    #[serde(default)]
    pub no_dateline: bool,
    /// Every date expression with a value.
    pub dates: Option<Vec<Date>>,
    /// Expressions that may be found or not.
    #[serde(default)]
    pub dates_optional: Vec<String>,
    /// People (all), places and organisations (some).
    pub entities: Option<Vec<Entity>>,
    /// People who may be found or not: a byline's, a credit's.
    #[serde(default)]
    pub people_optional: Vec<String>,
    /// Surfaces that are no names.
    #[serde(default)]
    pub not_names: Vec<String>,
    /// Every quotation of speech.
    pub quotes: Option<Vec<Quote>>,
    /// Content that may be taken for a quotation or not.
    #[serde(default)]
    pub quotes_optional: Vec<String>,
}

/// A part: its kind, and its text or beginning.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Part {
    pub kind: String,
    pub text: Option<String>,
    pub starts: Option<String>,
    pub ends: Option<String>,
}

/// The dateline.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Dateline {
    pub text: String,
    #[serde(default)]
    pub places: Vec<Place>,
    pub date: Option<BTreeMap<String, Value>>,
    pub agency: Option<String>,
}

/// A place of the dateline.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Place {
    pub text: String,
    pub region: Option<String>,
}

/// A date expression.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Date {
    pub text: String,
    pub kind: Option<String>,
    pub value: Option<String>,
    pub timex3: Option<String>,
    #[serde(rename = "in")]
    pub inside: Option<String>,
}

/// A person, place or organisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Entity {
    pub kind: String,
    pub name: String,
    pub role: Option<String>,
    pub link: Option<String>,
    pub mentions: Vec<String>,
}

/// A quotation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Quote {
    pub kind: String,
    pub act: Option<String>,
    pub content: Vec<String>,
    pub cue: Option<String>,
    pub speaker: Option<String>,
    pub name: Option<String>,
    #[serde(rename = "in")]
    pub inside: Option<String>,
}
