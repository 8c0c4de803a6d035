//! What a person gets wrong when marking up, found by rules that know nothing of the product.

use super::{Quote, Span, Story};
use std::collections::BTreeSet;

/// Marks of double quotation, of every style.
const DOUBLE: &str = "\"“”„‟«»";

/// Everything that does not hold in a story; empty if all does.
pub fn complaints(story: &Story) -> Vec<String> {
    let mut complaints = Vec::new();
    for entity in &story.entities {
        if entity.mentions.is_empty() && entity.optional.is_empty() {
            complaints.push(format!("{}: is never mentioned", entity.key));
        }
    }
    let mut named = BTreeSet::new();
    for span in story.entities.iter().flat_map(|entity| &entity.mentions) {
        if !named.insert(*span) {
            complaints.push(format!("\"{}\": mentions two", story.surface(*span)));
        }
    }
    complaints.extend(of_quotes(story));
    complaints
}

/// What does not hold of the attributions alone.
pub fn of_quotes(story: &Story) -> Vec<String> {
    let complaint = |(number, quote): (&u32, &Quote)| {
        about(story, quote).map(|what| format!("quote {number}: {what}"))
    };
    story.quotes.iter().filter_map(complaint).collect()
}

fn about(story: &Story, quote: &Quote) -> Option<String> {
    if quote.content.is_empty() {
        return Some("has no content".to_owned());
    }
    if !["speech", "attitude", "other"].contains(&quote.act.as_str()) {
        return Some(format!("no such act: {}", quote.act));
    }
    if quote.source.is_empty() && quote.cue.is_empty() && quote.speakers.is_empty() {
        return Some("has neither source nor cue nor speaker".to_owned());
    }
    let kind = kind(story, quote);
    (kind != quote.kind).then(|| {
        format!("\"{}\" is {kind}, marked {}", story.surface(quote.content[0]), quote.kind)
    })
}

/// The kind that the marks make it: direct where every piece stands in marks, mixed where some words
/// do. Marks of another attribution within it, and of titles and names, are not its own.
fn kind(story: &Story, quote: &Quote) -> &'static str {
    let inner: Vec<Span> = story
        .quotes
        .values()
        .flat_map(|other| &other.content)
        .chain(&story.quotes_optional)
        .filter(|span| {
            quote.content.iter().any(|own| {
                own != *span
                    && own.0 <= span.0
                    && span.1 <= own.1
                    && (own.1 - own.0) > (span.1 - span.0)
            })
        })
        .copied()
        .collect();
    let opens = |span: &Span| {
        let surface = story.surface(*span);
        surface.starts_with(|c| DOUBLE.contains(c))
            || surface.starts_with("``")
            || surface.starts_with(['‘', '\''])
    };
    let closes = |span: &Span| {
        let surface = story.surface(*span);
        surface.ends_with(|c| DOUBLE.contains(c)) || surface.ends_with(['’', '\''])
    };
    let reopens = |index: usize| quote.content.get(index + 1).is_some_and(opens);
    let pieces = quote.content.iter().enumerate();
    if pieces.clone().all(|(at, span)| opens(span) && (closes(span) || reopens(at))) {
        return "direct";
    }
    let own_mark = |(at, c): (usize, char)| {
        (DOUBLE.contains(c) || c == '`')
            && quote.content.iter().any(|own| (own.0..own.1).contains(&at))
            && !inner.iter().any(|inner| (inner.0..inner.1).contains(&at))
    };
    let marked = story.text.chars().enumerate().any(own_mark);
    if marked { "mixed" } else { "indirect" }
}
