//! The gold as JSON Lines, one story a line: what a trainer reads, ours or a user's own.

use super::{Set, Span, Story};
use serde_json::{Value, json};

/// One story of a set as a JSON object; offsets are code points, half-open (`gold/README.md`).
pub fn record(set: &str, story: &Story) -> Value {
    let pairs = |spans: &[Span]| -> Value { spans.iter().map(|(s, e)| json!([s, e])).collect() };
    let dateline = story.dateline.as_ref().map(|dateline| {
        let pieces = dateline.pieces.iter();
        json!({
            "start": dateline.span.0, "end": dateline.span.1,
            "pieces": pieces.map(|(kind, (s, e))| json!({"kind": kind, "start": s, "end": e})).collect::<Value>(),
        })
    });
    json!({
        "id": format!("{set}/{}", story.name),
        "date": story.published,
        "text": story.text,
        "parts": story.parts.iter().map(|(kind, (s, e))| json!({"kind": kind, "start": s, "end": e})).collect::<Value>(),
        "dateline": dateline,
        "entities": story.entities.iter().map(|entity| json!({
            "kind": entity.kind, "name": entity.names[0], "mentions": pairs(&entity.mentions),
        })).collect::<Value>(),
        "attributions": story.quotes.iter().map(|(number, quote)| json!({
            "id": number.to_string(), "kind": quote.kind, "act": quote.act,
            "content": pairs(&quote.content), "cue": pairs(&quote.cue), "source": pairs(&quote.source),
            "no_source": quote.source.is_empty(),
            "speaker_name": story.speaker_names(quote).first(),
        })).collect::<Value>(),
        "discard": pairs(&story.quotes_optional),
    })
}

/// One story as a person reviews it: its parts, its chains, its attributions.
pub fn listing(half: Set, story: &Story) -> String {
    use std::fmt::Write as _;
    let flat = |span: &Span| crate::surface::norm(&story.surface(*span));
    let all = |spans: &[Span]| spans.iter().map(flat).collect::<Vec<_>>().join(" | ");
    let mut out = format!("== {}/{}: {}\n", half.name(), story.name, story.about);
    for (kind, span) in story.parts.iter().filter(|(kind, _)| kind != "paragraph") {
        let _ = writeln!(out, "part {kind}: {}", crate::surface::clip(&story.surface(*span)));
    }
    for entity in &story.entities {
        let _ = writeln!(out, "{} {}: {}", entity.kind, entity.names[0], all(&entity.mentions));
    }
    for (number, quote) in &story.quotes {
        let _ = writeln!(
            out,
            "{number} {} {} {}: ({}) ({}) {}",
            quote.kind,
            quote.act,
            story.speaker_names(quote).first().map_or("-", String::as_str),
            all(&quote.source),
            all(&quote.cue),
            all(&quote.content)
        );
    }
    out
}
