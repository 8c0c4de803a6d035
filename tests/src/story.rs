//! A story's expectation in surfaces, and how it differs from an analysis in JSON.
//!
//! The rules are in `stories/README.md`; `python/tests/test_stories.py` is the same program over the
//! Python package and must name each difference in the same words.

use crate::surface::{MARKS, Text, bare, clip, clip_ends, contains, norm, tail};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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

fn is_named(mention: &Value) -> bool {
    matches!(mention["form"].as_str(), Some("name" | "short"))
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

    fn compare_dateline(&mut self) {
        let got = &self.got["dateline"];
        let Some(want) = &self.gold.dateline else {
            self.facts += usize::from(self.gold.no_dateline);
            if self.gold.no_dateline && !got.is_null() {
                // Counted among the facts, so this one is wrong and not merely unexpected.
                self.wrong(format!("dateline: unexpected \"{}\"", self.surface(got)));
            }
            return;
        };
        self.dateline = Some(self.find(&want.text, 0, None));
        if got.is_null() {
            self.missing("dateline");
            return;
        }
        let edge =
            |text: &str| -> Value { text.trim_end_matches(|c| " .-–—_:".contains(c)).into() };
        let given = self.surface(got);
        self.check("dateline", "text", &edge(&want.text), &edge(&given));
        let wanted: Vec<Value> = want
            .places
            .iter()
            .map(|place| serde_json::json!([norm(&place.text), place.region]))
            .collect();
        let given: Vec<Value> = list(got, "places")
            .iter()
            .map(|place| {
                let region = match &place["region"] {
                    Value::Object(region) => &region["text"],
                    region => region,
                };
                serde_json::json!([norm(place["text"].as_str().unwrap_or_default()), region])
            })
            .collect();
        self.check("dateline", "places", &wanted.into(), &given.into());
        match &want.date {
            Some(date) => {
                for (field, value) in date {
                    let given = &got["date"][field];
                    self.check("dateline", &format!("date {field}"), value, given);
                }
            }
            None => self.check("dateline", "date text", &Value::Null, &got["date"]["text"]),
        }
        let agency = want.agency.clone().map_or(Value::Null, Value::String);
        self.check("dateline", "agency", &agency, &got["agency"]["text"]);
    }

    fn compare_parts(&mut self) {
        let Some(wanted) = &self.gold.parts else { return };
        let mut given: BTreeMap<usize, (String, usize)> = list(self.got, "parts")
            .iter()
            .map(|part| {
                let (start, end) = span(part);
                let (start, end) = self.text.trim(start, end);
                (start, (say(&part["kind"]), end))
            })
            .collect();
        let mut cursor = 0;
        for (index, want) in wanted.iter().enumerate() {
            let head = want.text.as_ref().or(want.starts.as_ref()).expect("text or starts");
            let (start, mut end) = self.find(head, cursor, None);
            if let Some(ends) = &want.ends {
                end = self.find(ends, start, None).1;
            }
            cursor = end;
            let place = format!("part {} \"{}\"", index + 1, clip(head));
            let Some((kind, given_end)) = given.remove(&start) else {
                self.missing(&place);
                continue;
            };
            self.check(&place, "kind", &want.kind.clone().into(), &kind.into());
            if want.text.is_some() || want.ends.is_some() {
                let wanted = tail(&self.text.flat(start, end), 40);
                let given = tail(&self.text.flat(start, given_end), 40);
                self.check(&place, "end", &wanted.into(), &given.into());
            }
        }
        for (start, (kind, end)) in given {
            let text = clip(&self.text.slice(start, end));
            self.differences.push(format!("part: unexpected {kind} \"{text}\""));
        }
    }

    fn outside_dateline(&self, start: usize, end: usize) -> bool {
        self.dateline.is_none_or(|dateline| end <= dateline.0 || start >= dateline.1)
    }

    fn compare_dates(&mut self) {
        let Some(all) = &self.gold.dates else { return };
        let given: Vec<&Value> = list(self.got, "dates")
            .iter()
            .filter(|date| {
                let (start, end) = span(date);
                self.outside_dateline(start, end)
            })
            .collect();
        let mut used = BTreeSet::new();
        let mut cursor = 0;
        for (index, want) in all.iter().enumerate() {
            let (mut start, mut end) = self.find(&want.text, cursor, want.inside.as_ref());
            while !self.outside_dateline(start, end) {
                (start, end) = self.find(&want.text, end, None);
            }
            cursor = end;
            let place = format!("date {} \"{}\"", index + 1, clip(&want.text));
            let found = given.iter().enumerate().find(|(index, date)| {
                let (s, e) = span(date);
                !used.contains(index) && s < end && e > start
            });
            let Some((index, date)) = found else {
                self.missing(&place);
                continue;
            };
            used.insert(index);
            let flat_core = |(start, end): (usize, usize)| -> Value {
                let (start, end) = self.text.core(start, end);
                self.text.flat(start, end).into()
            };
            let (wanted, text) = (flat_core((start, end)), flat_core(span(date)));
            self.check(&place, "text", &wanted, &text);
            let kind = want.kind.clone().unwrap_or_else(|| "date".to_owned());
            self.check(&place, "kind", &kind.into(), &date["kind"]);
            for (field, wanted) in [("value", &want.value), ("timex3", &want.timex3)] {
                if let Some(wanted) = wanted {
                    self.check(&place, field, &wanted.clone().into(), &date[field]);
                }
            }
        }
        for (index, date) in given.iter().enumerate() {
            let kind = date["kind"].as_str().unwrap_or_default();
            if used.contains(&index) || !["date", "time"].contains(&kind) || date["value"].is_null()
            {
                continue;
            }
            let surface = self.surface(date);
            if !self.gold.dates_optional.iter().any(|text| norm(text) == surface) {
                let value = say(&date["value"]);
                self.differences.push(format!("date: unexpected \"{surface}\" = {value}"));
            }
        }
    }

    /// The names and short forms of an entity, in order.
    fn named(&self, entity: &Value) -> Vec<String> {
        list(entity, "mentions")
            .iter()
            .map(|index| &self.got["mentions"][number(index)])
            .filter(|mention| is_named(mention))
            .map(|mention| bare(&self.surface(mention)))
            .collect()
    }

    fn compare_entities(&mut self) {
        let Some(wanted) = &self.gold.entities else { return };
        let given = list(self.got, "entities");
        let surfaces: Vec<Vec<String>> = given.iter().map(|entity| self.named(entity)).collect();
        let mut used = BTreeSet::new();
        for want in wanted {
            let mentions: Vec<String> = want.mentions.iter().map(|m| bare(m)).collect();
            let mut cursor = 0;
            for mention in &want.mentions {
                cursor = self.find(mention, cursor, None).1;
            }
            let place = format!("{} {}", want.kind, want.name);
            let mut best = None;
            let mut best_rank = (0, false, false);
            for (index, entity) in given.iter().enumerate() {
                let shared = common(&mentions, &surfaces[index]);
                let rank = (shared, entity["kind"] == want.kind, entity["name"] == want.name);
                if !used.contains(&index) && shared > 0 && rank > best_rank {
                    (best, best_rank) = (Some(index), rank);
                }
            }
            let Some(best) = best else {
                self.missing(&place);
                continue;
            };
            used.insert(best);
            self.compare_entity(want, &given[best], &mentions, &surfaces[best]);
        }
        for (index, entity) in given.iter().enumerate() {
            let name = say(&entity["name"]);
            if !used.contains(&index)
                && entity["kind"] == "person"
                && !surfaces[index].is_empty()
                && !self.gold.people_optional.contains(&name)
            {
                self.differences.push(format!("person: unexpected {name}"));
            }
        }
    }

    fn compare_entity(
        &mut self,
        want: &Entity,
        entity: &Value,
        mentions: &[String],
        given: &[String],
    ) {
        let place = format!("{} {}", want.kind, want.name);
        self.check(&place, "kind", &want.kind.clone().into(), &entity["kind"]);
        if want.kind == "person" {
            self.check(&place, "name", &want.name.clone().into(), &entity["name"]);
            self.check(&place, "mentions", &mentions.into(), &given.into());
        } else {
            let shared = common(mentions, given);
            self.check(&place, "mentions found", &mentions.len().into(), &shared.into());
        }
        if let Some(role) = &want.role {
            let given = entity["role"].as_str().unwrap_or_default().to_lowercase();
            self.check(&place, "role", &role.to_lowercase().into(), &given.into());
        }
        if let Some(link) = &want.link {
            let given =
                format!("{}:{}", say(&entity["link"]["source"]), say(&entity["link"]["id"]));
            self.check(&place, "link", &link.clone().into(), &given.into());
        }
    }

    fn compare_not_names(&mut self) {
        for surface in &self.gold.not_names {
            self.facts += 1;
            self.find(surface, 0, None);
            let mention = list(self.got, "mentions").iter().find(|mention| {
                let kind = mention["kind"].as_str().unwrap_or_default();
                ["person", "place", "organization"].contains(&kind)
                    && is_named(mention)
                    && self.surface(mention) == *surface
            });
            if let Some(mention) = mention {
                let kind = say(&mention["kind"]);
                self.wrong(format!("not a name: \"{surface}\" is a {kind}"));
            }
        }
    }

    /// Places of the letters and digits in spans, without a leading "that".
    fn letters(&self, spans: &[(usize, usize)]) -> BTreeSet<usize> {
        let mut spans = spans.to_vec();
        if let Some(first) = spans.first_mut() {
            let (start, end) = self.text.core(first.0, first.1);
            let head: Vec<char> =
                (start..end.min(start + 5)).filter_map(|i| self.text.at(i)).collect();
            if let ['t', 'h', 'a', 't', space] = head.as_slice()
                && space.is_whitespace()
            {
                *first = (start + 4, end);
            }
        }
        spans
            .into_iter()
            .flat_map(|(start, end)| start..end)
            .filter(|&offset| self.text.at(offset).is_some_and(char::is_alphanumeric))
            .collect()
    }

    fn compare_quotes(&mut self) {
        let Some(all) = &self.gold.quotes else { return };
        let given = list(self.got, "quotes");
        let letters: Vec<BTreeSet<usize>> =
            given.iter().map(|quote| self.letters(&spans(&quote["content"]))).collect();
        let mut used = BTreeSet::new();
        let mut cursor = 0;
        for (index, want) in all.iter().enumerate() {
            let head = want.content.first().expect("a quotation has content");
            let first = self.find(head, cursor, want.inside.as_ref());
            cursor = first.0 + 1;
            let mut pieces = vec![first];
            for surface in &want.content[1..] {
                let from = pieces.last().map_or(0, |piece| piece.1);
                pieces.push(self.find(surface, from, None));
            }
            let place = format!("quote {} \"{}\"", index + 1, clip(head));
            let wanted = self.letters(&pieces);
            let mut best = None;
            let mut shared = 0;
            for (index, places) in letters.iter().enumerate() {
                let both = places.intersection(&wanted).count();
                if !used.contains(&index) && both > shared {
                    (best, shared) = (Some(index), both);
                }
            }
            let Some(best) = best else {
                self.missing(&place);
                continue;
            };
            used.insert(best);
            self.compare_content(&place, want, &given[best], wanted == letters[best]);
            self.compare_speaker(&place, want, &given[best]);
        }
        let optional: Vec<(usize, usize)> =
            self.gold.quotes_optional.iter().map(|surface| self.find(surface, 0, None)).collect();
        for (index, quote) in given.iter().enumerate() {
            let excused = spans(&quote["content"])
                .iter()
                .any(|(start, end)| optional.iter().any(|(s, e)| s < end && e > start));
            if !used.contains(&index) && quote["act"] == "speech" && !excused {
                let content = spans(&quote["content"])
                    .first()
                    .map(|(start, end)| clip(&self.text.slice(*start, *end)))
                    .unwrap_or_default();
                let kind = say(&quote["kind"]);
                self.differences.push(format!("quote: unexpected {kind} \"{content}\""));
            }
        }
    }

    fn compare_content(&mut self, place: &str, want: &Quote, quote: &Value, same: bool) {
        self.check(place, "kind", &want.kind.clone().into(), &quote["kind"]);
        let act = want.act.clone().unwrap_or_else(|| "speech".to_owned());
        self.check(place, "act", &act.into(), &quote["act"]);
        self.facts += 1;
        let pieces = spans(&quote["content"]);
        let mark = want.content[0].chars().next().filter(|c| MARKS.contains(*c));
        if !same {
            let content: Vec<String> =
                pieces.iter().map(|(s, e)| clip_ends(&self.text.slice(*s, *e))).collect();
            self.wrong(format!("{place}: content: got {}", content.join(" | ")));
        } else if let ("direct", Some(mark)) = (want.kind.as_str(), mark) {
            let first = pieces.first().and_then(|piece| self.text.at(piece.0));
            let first = first.map_or(Value::Null, |c| c.to_string().into());
            self.check(place, "opening mark", &mark.to_string().into(), &first);
        }
    }

    fn compare_speaker(&mut self, place: &str, want: &Quote, quote: &Value) {
        if let Some(wanted) = &want.cue {
            self.facts += 1;
            let cue: Vec<String> =
                spans(&quote["cue"]).iter().map(|(s, e)| self.text.slice(*s, *e)).collect();
            let cue = norm(&cue.join(" "));
            if cue.is_empty() || !contains(&cue, wanted) {
                let cue = if cue.is_empty() { "none" } else { &cue };
                self.wrong(format!("{place}: cue: want {wanted}, got {cue}"));
            }
        }
        let speaker = &quote["speaker"];
        let surface = (!speaker.is_null()).then(|| self.surface(speaker));
        self.facts += 1;
        match (&want.speaker, &surface) {
            (None, Some(surface)) => {
                self.wrong(format!("{place}: speaker: want none, got {surface}"));
            }
            (Some(wanted), None) => {
                self.wrong(format!("{place}: speaker: want {wanted}, got none"));
            }
            (Some(wanted), Some(surface)) if !contains(surface, wanted) => {
                self.wrong(format!("{place}: speaker: want {wanted}, got {surface}"));
            }
            _ => {}
        }
        if let Some(name) = &want.name {
            let given = speaker["name"].as_str().unwrap_or("none");
            self.check(place, "name", &name.clone().into(), &given.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TEXT: &str = "CORK, May 7 (AP) - It rained on Monday, Ann Daly said. “Hard,” she said.";

    fn gold() -> Expectation {
        toml::from_str(
            r#"
about = "a test"
parts = [{ kind = "dateline", starts = "CORK", ends = "she said." }]
dates = [{ text = "Monday", value = "2012-05-07" }]
not_names = ["It"]
[dateline]
text = "CORK, May 7 (AP)"
places = [{ text = "CORK" }]
date = { text = "May 7", value = "2012-05-07", inferred = true }
agency = "AP"
[[entities]]
kind = "person"
name = "Ann Daly"
mentions = ["Ann Daly"]
[[quotes]]
kind = "indirect"
content = ["It rained on Monday"]
cue = "said"
speaker = "Ann Daly"
name = "Ann Daly"
[[quotes]]
kind = "direct"
content = ["“Hard,”"]
cue = "said"
speaker = "she"
name = "Ann Daly"
"#,
        )
        .expect("a good expectation")
    }

    fn right() -> Value {
        json!({
            "parts": [{"kind": "dateline", "start": 0, "end": 73}],
            "dateline": {"start": 0, "end": 16, "text": "CORK, May 7 (AP)",
                "places": [{"start": 0, "end": 4, "text": "CORK", "region": null}],
                "date": {"start": 6, "end": 11, "text": "May 7", "value": "2012-05-07", "inferred": true},
                "agency": {"start": 13, "end": 15, "text": "AP"}},
            "dates": [{"start": 32, "end": 38, "kind": "date", "value": "2012-05-07", "timex3": null}],
            "entities": [{"id": 0, "kind": "person", "name": "Ann Daly", "role": null, "link": null, "mentions": [0, 1]}],
            "mentions": [
                {"start": 40, "end": 48, "kind": "person", "form": "name", "entity": 0},
                {"start": 63, "end": 66, "kind": "person", "form": "pronoun", "entity": 0}],
            "quotes": [
                {"kind": "indirect", "act": "speech", "content": [[19, 38]], "cue": [[49, 53]],
                 "speaker": {"start": 40, "end": 48, "name": "Ann Daly"}},
                {"kind": "direct", "act": "speech", "content": [[55, 62]], "cue": [[67, 71]],
                 "speaker": {"start": 63, "end": 66, "name": "Ann Daly"}}],
        })
    }

    #[test]
    fn the_right_answer_has_no_difference() {
        let report = compare(TEXT, &gold(), &right());
        assert_eq!(report.differences, Vec::<String>::new());
        assert_eq!((report.facts, report.right, report.unexpected), (28, 28, 0));
    }

    #[test]
    fn every_kind_of_mistake_has_its_line() {
        let mut got = right();
        got["parts"][0]["kind"] = json!("paragraph");
        got["dateline"]["agency"] = Value::Null;
        got["dates"][0]["value"] = json!("2012-05-08");
        got["entities"][0]["kind"] = json!("place");
        got["mentions"][1] =
            json!({"start": 19, "end": 21, "kind": "person", "form": "short", "entity": 0});
        got["quotes"][0]["speaker"] = Value::Null;
        got["quotes"][1]["content"] = json!([[56, 72]]);
        got["quotes"][1]["speaker"]["name"] = json!("Cork");
        let report = compare(TEXT, &gold(), &got);
        assert_eq!(
            report.differences,
            [
                "dateline: agency: want AP, got none",
                "date 1 \"Monday\": value: want 2012-05-07, got 2012-05-08",
                "not a name: \"It\" is a person",
                "part 1 \"CORK\": kind: want dateline, got paragraph",
                "person Ann Daly: kind: want person, got place",
                "person Ann Daly: mentions: want [Ann Daly], got [Ann Daly, It]",
                "quote 1 \"It rained on Monday\": name: want Ann Daly, got none",
                "quote 1 \"It rained on Monday\": speaker: want Ann Daly, got none",
                "quote 2 \"“Hard,”\": content: got \"Hard,” she said.\"",
                "quote 2 \"“Hard,”\": name: want Ann Daly, got Cork",
            ]
            .map(str::to_owned)
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
        );
        assert_eq!(report.unexpected, 0);
    }

    #[test]
    fn what_is_too_much_is_said() {
        let mut got = right();
        let add = |got: &mut Value, key: &str, value: Value| {
            got[key].as_array_mut().unwrap().push(value);
        };
        add(&mut got, "parts", json!({"kind": "note", "start": 55, "end": 73}));
        add(&mut got, "dates", json!({"start": 19, "end": 21, "kind": "date", "value": "2012"}));
        add(&mut got, "entities", json!({"kind": "person", "name": "Rain", "mentions": [2]}));
        add(
            &mut got,
            "mentions",
            json!({"start": 22, "end": 28, "kind": "person", "form": "name"}),
        );
        add(&mut got, "quotes", json!({"kind": "indirect", "act": "other", "content": [[22, 28]]}));
        add(
            &mut got,
            "quotes",
            json!({"kind": "indirect", "act": "speech", "content": [[22, 31]]}),
        );
        let report = compare(TEXT, &gold(), &got);
        assert_eq!(
            report.differences,
            [
                "date: unexpected \"It\" = 2012",
                "part: unexpected note \"“Hard,” she said.\"",
                "person: unexpected Rain",
                "quote: unexpected indirect \"rained on\"",
            ]
        );
        assert_eq!((report.facts, report.right, report.unexpected), (28, 28, 4));
    }

    #[test]
    fn tokens_and_sentences_are_lists_of_surfaces() {
        let gold: Expectation =
            toml::from_str("tokens = [\"do\", \"n't\", \"go\"]\nsentences = [\"don't go\"]")
                .unwrap();
        let got = json!({"tokens": [[0, 5], [6, 8]], "sentences": [[0, 8]]});
        let report = compare("don't go", &gold, &got);
        assert_eq!(report.differences, ["tokens: want do | n't | go, got don't | go"]);
        assert_eq!((report.facts, report.right, report.unexpected), (4, 2, 0));
    }

    #[test]
    fn nothing_found_is_all_missing() {
        let got = json!({"parts": [], "dateline": null, "dates": [], "entities": [], "mentions": [], "quotes": []});
        let report = compare(TEXT, &gold(), &got);
        assert_eq!(report.differences.len(), 6);
        assert!(report.differences.iter().all(|line| line.ends_with("missing")));
    }

    #[test]
    fn an_expectation_about_another_text_is_a_mistake() {
        let mut gold = gold();
        gold.not_names.push("Friday".to_owned());
        assert!(std::panic::catch_unwind(|| compare(TEXT, &gold, &right())).is_err());
    }

    #[test]
    fn known_differences_are_told_from_new_and_gone() {
        let lines = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let (new, gone) = against_known(&lines(&["a", "b"]), &lines(&["b", "c"]));
        assert_eq!((new, gone), (lines(&["a"]), lines(&["c"])));
    }
}
