//! A story's expectation in surfaces, and how it differs from an analysis in JSON.
//!
//! The rules are in `stories/README.md`; `python/tests/test_stories.py` is the same program over the
//! Python package and must name each difference in the same words.

mod dates;
mod entities;
mod expectation;
mod parts;
mod quotes;
#[cfg(test)]
mod tests;

pub use expectation::{Date, Dateline, Entity, Expectation, Part, Place, Quote};

use crate::surface::Text;
use serde_json::Value;

/// What a comparison found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Sorted differences, one stable line each.
    pub differences: Vec<String>,
    /// How many facts of the expectation were asked.
    pub facts: usize,
    /// How many of them were right.
    pub right: usize,
    /// How many things were found that the expectation does not have.
    pub unexpected: usize,
}

/// Compares an expectation with an analysis in JSON (schema 1, code points).
///
/// # Panics
/// Where the expectation is not about this text: a surface that is not there or not in this order.
pub fn compare(text: &str, gold: &Expectation, got: &Value) -> Report {
    let mut comparison = Comparison {
        text: Text::new(text),
        gold,
        got,
        differences: Vec::new(),
        facts: 0,
        wrong: 0,
        dateline: None,
    };
    comparison.compare_surfaces("tokens", gold.tokens.as_deref());
    comparison.compare_surfaces("sentences", gold.sentences.as_deref());
    comparison.compare_dateline();
    comparison.compare_parts();
    comparison.compare_dates();
    comparison.compare_entities();
    comparison.compare_not_names();
    comparison.compare_quotes();
    let mut differences = comparison.differences;
    differences.sort();
    Report {
        facts: comparison.facts,
        right: comparison.facts - comparison.wrong,
        unexpected: differences.iter().filter(|line| is_unexpected(line)).count(),
        differences,
    }
}

/// The differences that are new, and the known ones that are gone.
pub fn against_known(differences: &[String], known: &[String]) -> (Vec<String>, Vec<String>) {
    let without = |list: &[String], other: &[String]| -> Vec<String> {
        list.iter().filter(|line| !other.contains(line)).cloned().collect()
    };
    (without(differences, known), without(known, differences))
}

struct Comparison<'a> {
    text: Text,
    gold: &'a Expectation,
    got: &'a Value,
    differences: Vec<String>,
    facts: usize,
    wrong: usize,
    dateline: Option<(usize, usize)>,
}

/// Whether a difference is about something that the expectation does not have.
fn is_unexpected(difference: &str) -> bool {
    ["part: ", "date: ", "person: ", "quote: "].iter().any(|kind| difference.starts_with(kind))
}

/// A value in the words of a difference.
fn say(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(say).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_else(|| panic!("not an offset: {value}")) as usize
}

fn span(item: &Value) -> (usize, usize) {
    (number(&item["start"]), number(&item["end"]))
}

fn spans(list: &Value) -> Vec<(usize, usize)> {
    list.as_array()
        .map(|list| list.iter().map(|pair| (number(&pair[0]), number(&pair[1]))).collect())
        .unwrap_or_default()
}

/// How many surfaces two lists share, each counted once.
fn common(first: &[String], second: &[String]) -> usize {
    let mut rest = second.to_vec();
    first
        .iter()
        .filter(|surface| {
            rest.iter().position(|other| other == *surface).map(|at| rest.remove(at)).is_some()
        })
        .count()
}

impl Comparison<'_> {
    fn check(&mut self, place: &str, what: &str, want: &Value, got: &Value) {
        self.facts += 1;
        if want != got {
            self.wrong(format!("{place}: {what}: want {}, got {}", say(want), say(got)));
        }
    }

    fn wrong(&mut self, difference: String) {
        self.wrong += 1;
        self.differences.push(difference);
    }

    fn missing(&mut self, place: &str) {
        self.facts += 1;
        self.wrong(format!("{place}: missing"));
    }

    fn surface(&self, item: &Value) -> String {
        let (start, end) = span(item);
        self.text.flat(start, end)
    }

    fn find(&self, surface: &str, from: usize, inside: Option<&String>) -> (usize, usize) {
        let from = match inside {
            Some(longer) => {
                self.text
                    .locate(longer, from)
                    .unwrap_or_else(|| panic!("not in the text: {longer:?}"))
                    .0
            }
            None => from,
        };
        self.text
            .locate(surface, from)
            .unwrap_or_else(|| panic!("not in the text, or not in this order: {surface:?}"))
    }

    fn compare_surfaces(&mut self, what: &str, want: Option<&[String]>) {
        let Some(want) = want else { return };
        let mut cursor = 0;
        for surface in want {
            cursor = self.find_glued(surface, cursor);
        }
        let given: Vec<String> =
            spans(&self.got[what]).iter().map(|(s, e)| self.text.flat(*s, *e)).collect();
        self.facts += want.len();
        let missed = want.len() - common(want, &given);
        if want != given {
            self.wrong += missed;
            self.differences.push(format!(
                "{what}: want {}, got {}",
                want.join(" | "),
                given.join(" | ")
            ));
        }
    }

    /// The end of the next place where the surface stands, glued to its neighbours or not.
    fn find_glued(&self, surface: &str, from: usize) -> usize {
        self.text
            .locate_glued(surface, from)
            .unwrap_or_else(|| panic!("not in the text, or not in this order: {surface:?}"))
            .1
    }
}
