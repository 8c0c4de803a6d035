//! The card: a story at a glance, for a person at a terminal.

use super::{one_line, wrap};
use crate::{Act, Article, Date, Dateline, EntityKind, MentionForm, PartKind, Quote, Spanned};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Characters in a line of the card.
pub const CARD_WIDTH: usize = 78;

/// Characters before the text of a labelled row.
const LABEL: usize = 8;

/// Headline, dateline with its date resolved, who, where, when, and every quotation under its
/// speaker's full name. Plain text that ends with a newline; nothing in it steers a terminal.
///
/// ```
/// let article = wirecopy::analyze("LONDON (AP) - \"We agree,\" Anna Keller said.")?;
/// assert!(wirecopy::render::card(&article).contains("Anna Keller"));
/// # Ok::<(), wirecopy::Error>(())
/// ```
#[must_use]
pub fn card(article: &Article<'_>) -> String {
    let mut card = String::new();
    paragraph(&mut card, "", &headline(article));
    if let Some(dateline) = article.dateline() {
        paragraph(&mut card, "", &dateline_row(article, dateline));
    }
    card.push('\n');
    row(&mut card, "Who", &people(article));
    row(&mut card, "Where", &[names(article, EntityKind::Place)]);
    row(&mut card, "Groups", &[names(article, EntityKind::Organization)]);
    row(&mut card, "When", &dates(article));
    quotes(&mut card, article);
    card
}

fn headline(article: &Article<'_>) -> String {
    let parts = article.parts();
    let part = parts.iter().find(|part| part.kind == PartKind::Headline).or(parts.first());
    part.map_or_else(
        || "(no text)".to_owned(),
        |part| {
            let text = one_line(part.span.of(article.text()));
            if part.kind == PartKind::Headline { text } else { shortened(&text) }
        },
    )
}

/// The first words of a text too long to stand for a headline.
fn shortened(text: &str) -> String {
    match wrap(text, CARD_WIDTH - 2).as_slice() {
        [first, _, ..] => format!("{first} …"),
        _ => text.to_owned(),
    }
}

fn dateline_row(article: &Article<'_>, dateline: &Dateline) -> String {
    let text = article.text();
    let mut pieces = Vec::new();
    let places: Vec<String> = dateline
        .places
        .iter()
        .map(|place| {
            let region = place.region.map_or(String::new(), |span| format!(", {}", span.of(text)));
            one_line(&format!("{}{region}", place.span.of(text)))
        })
        .collect();
    if !places.is_empty() {
        pieces.push(places.join(" / "));
    }
    if let Some(date) = &dateline.date {
        let written = one_line(date.span.of(text));
        pieces.push(match date.value {
            Some(day) if date.inferred => format!("{written} → {day} (inferred: {})", date.reason),
            Some(day) => format!("{written} → {day}"),
            None => format!("{written} ({})", date.reason),
        });
    }
    if let Some(agency) = &dateline.agency {
        let name = agency.agency.map_or_else(|| agency.span.of(text), |agency| agency.name);
        pieces.push(one_line(name));
    }
    pieces.join(" · ")
}

fn people(article: &Article<'_>) -> Vec<String> {
    let people = article.entities().iter().filter(|entity| entity.kind == EntityKind::Person);
    people
        .map(|person| {
            let roles: Vec<String> = person.roles.iter().map(|role| one_line(&role.text)).collect();
            let name = one_line(&person.name);
            if roles.is_empty() { name } else { format!("{name}: {}", roles.join("; ")) }
        })
        .collect()
}

/// Names of one kind, in the order in which the story mentions them.
fn names(article: &Article<'_>, kind: EntityKind) -> String {
    let named = |index: &u32| {
        let mention = article.mentions().get(*index as usize);
        mention.is_some_and(|mention| mention.form == MentionForm::Name)
    };
    let entities = article.entities().iter().filter(|entity| entity.kind == kind);
    let names: Vec<String> = entities
        .filter(|entity| entity.mentions.iter().any(named))
        .map(|entity| one_line(&entity.name))
        .collect();
    names.join(", ")
}

fn dates(article: &Article<'_>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let dates = article.dates().iter().filter_map(|date| {
        let written = one_line(date.span().of(article.text()));
        let value = date.value.clone().or_else(|| date.interval.map(interval))?;
        Some(format!("{value:<12} {written}"))
    });
    dates.filter(|line| seen.insert(line.clone())).collect()
}

fn interval((first, last): (Date, Date)) -> String {
    format!("{first}/{last}")
}

/// The quotations by speaker, speakers in the order of their first one.
fn quotes(card: &mut String, article: &Article<'_>) {
    let mut speakers: Vec<(String, Vec<&Quote>)> = Vec::new();
    for quote in article.quotes() {
        let name = speaker_name(article, quote);
        match speakers.iter_mut().find(|(speaker, _)| *speaker == name) {
            Some((_, quotes)) => quotes.push(quote),
            None => speakers.push((name, vec![quote])),
        }
    }
    for (speaker, quotes) in speakers {
        let _ = writeln!(card, "\n{speaker}");
        for quote in quotes {
            let text = one_line(&quote.text(article.text()));
            paragraph(card, "  ", &format!("{text} {}", label(quote)));
        }
    }
}

fn speaker_name(article: &Article<'_>, quote: &Quote) -> String {
    match &quote.speaker {
        None => "(no speaker named)".to_owned(),
        Some(speaker) => match &speaker.name {
            Some(name) => one_line(name),
            None => format!("{} (not resolved)", one_line(speaker.span.of(article.text()))),
        },
    }
}

fn label(quote: &Quote) -> String {
    match quote.act {
        Act::Speech => format!("[{}]", quote.kind.name()),
        act => format!("[{}, {}]", quote.kind.name(), act.name()),
    }
}

/// A row of the card: a label, and lines beside it. Nothing if there is nothing to say.
fn row(card: &mut String, label: &str, entries: &[String]) {
    let mut label = label;
    for entry in entries.iter().filter(|entry| !entry.is_empty()) {
        for (index, line) in wrap(entry, CARD_WIDTH - LABEL - 2).iter().enumerate() {
            let indent = if index == 0 { "" } else { "  " };
            let _ = writeln!(card, "{label:<LABEL$}{indent}{line}");
            label = "";
        }
    }
}

fn paragraph(card: &mut String, indent: &str, text: &str) {
    for line in wrap(text, CARD_WIDTH - indent.len()) {
        let _ = writeln!(card, "{indent}{line}");
    }
}
