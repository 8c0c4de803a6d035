//! The story as a page: parts, names, dates and quotations marked, speakers named.
//!
//! Self-contained: inline styles, no script, no class, no address. The text is cut at every place
//! where a mark begins or ends, so that marks which overlap need no nesting.

use super::is_unprintable;
use crate::{Article, EntityKind, PartKind, Quote, Span, Spanned};
use std::fmt::Write as _;

/// Opens a page that holds the output of [`html`], once or several times.
pub const HTML_HEAD: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\
    <title>wirecopy</title></head>\n<body>\n";

/// Closes the page that [`HTML_HEAD`] opened.
pub const HTML_FOOT: &str = "</body>\n</html>\n";

/// Bytes of a story that are shown; a page of more helps nobody.
const LIMIT: u32 = 200_000;

/// The story as one HTML element that can stand in any page or notebook.
///
/// Every character of the story is escaped, in text and attributes. Stories beyond 200,000 bytes
/// are cut, and the page says so. Linear in the number of bytes shown and marks.
///
/// ```
/// let article = wirecopy::analyze("\"<b>No</b>,\" Anna Keller said.")?;
/// let page = wirecopy::render::html(&article);
/// assert!(page.contains("&lt;b&gt;") && !page.contains("<b>No"));
/// # Ok::<(), wirecopy::Error>(())
/// ```
#[must_use]
pub fn html(article: &Article<'_>) -> String {
    let mut page = String::from(
        "<div style=\"font:15px/1.5 Georgia,serif;max-width:46em;color:#1a1a1a;\
         background:#fff;padding:1em\">\n",
    );
    let marks = marks(article);
    let mut from = 0;
    for part in article.parts() {
        let span = part.span;
        if span.start() >= LIMIT {
            let rest = article.text().len() - span.start() as usize;
            let _ = writeln!(page, "<p><em>… {rest} more bytes</em></p>");
            break;
        }
        let _ = write!(page, "<p style=\"{}\">", part_style(part.kind));
        from = segments(&mut page, article.text(), span, &marks, from);
        page.push_str("</p>\n");
    }
    page.push_str(LEGEND);
    page.push_str("</div>\n");
    page
}

const LEGEND: &str = "<p style=\"font:12px sans-serif;color:#555\">\
    <span style=\"border-bottom:2px solid #b5482a\">person</span> \
    <span style=\"border-bottom:2px solid #2a7d4f\">place</span> \
    <span style=\"border-bottom:2px solid #6a4fb5\">organization</span> \
    <span style=\"border-bottom:2px dotted #8a6d00\">date</span> \
    <span style=\"background:#fdf3d0\">quotation</span></p>\n";

fn part_style(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Headline => "font:bold 22px/1.25 Georgia,serif;margin:.4em 0",
        PartKind::Subhead | PartKind::Heading => "font-weight:bold;margin:.4em 0",
        PartKind::Section | PartKind::Credit | PartKind::Byline | PartKind::Note => {
            "font:12px sans-serif;color:#666;margin:.2em 0"
        }
        PartKind::Caption => "font-style:italic;color:#444;margin:.2em 0",
        PartKind::ListItem => "margin:.3em 0 .3em 1.5em",
        _ => "margin:.7em 0",
    }
}

/// Something to show on a span.
struct Mark {
    span: Span,
    style: &'static str,
    title: String,
    /// Written after the span: the speaker of a quotation.
    tail: Option<String>,
}

/// All marks, ordered by start.
fn marks(article: &Article<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for quote in article.quotes() {
        quote_marks(&mut marks, quote, article.text());
    }
    for mention in article.mentions() {
        let entity = mention.entity.and_then(|index| article.entities().get(index as usize));
        let name = entity.map_or("", |entity| entity.name.as_str());
        marks.push(Mark {
            span: mention.span,
            style: mention_style(mention.kind),
            title: format!("{} {name} ({})", mention.kind.name(), mention.reason.name()),
            tail: None,
        });
    }
    for date in article.dates() {
        marks.push(Mark {
            span: date.span(),
            style: "border-bottom:2px dotted #8a6d00",
            title: date.value.clone().unwrap_or_default(),
            tail: None,
        });
    }
    marks.sort_by_key(|mark| (mark.span.start(), mark.span.end()));
    marks
}

fn quote_marks(marks: &mut Vec<Mark>, quote: &Quote, text: &str) {
    let speaker = quote.speaker.as_ref();
    let name = speaker.and_then(|speaker| speaker.name.clone());
    let evidence = quote.evidence.as_ref();
    let title = format!(
        "{} {} by {} ({}{})",
        quote.kind.name(),
        quote.act.name(),
        name.as_deref().unwrap_or("nobody named"),
        quote.reason.name(),
        evidence.map_or_else(String::new, |found| format!("; {}", found.describe(text)))
    );
    for (index, span) in quote.content.iter().enumerate() {
        let last = index + 1 == quote.content.len();
        marks.push(Mark {
            span: *span,
            style: "background:#fdf3d0",
            title: title.clone(),
            tail: name.clone().filter(|_| last),
        });
    }
    for span in &quote.cue {
        marks.push(Mark {
            span: *span,
            style: "font-style:italic",
            title: "cue".to_owned(),
            tail: None,
        });
    }
}

const fn mention_style(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "border-bottom:2px solid #b5482a",
        EntityKind::Place => "border-bottom:2px solid #2a7d4f",
        EntityKind::Organization => "border-bottom:2px solid #6a4fb5",
        _ => "border-bottom:1px solid #999",
    }
}

/// Writes one part, cut wherever a mark begins or ends. `from` is the first mark that may matter;
/// returns it for the next part.
fn segments(page: &mut String, text: &str, part: Span, marks: &[Mark], from: usize) -> usize {
    let rest = marks.get(from..).unwrap_or_default();
    let skipped = rest.iter().take_while(|mark| mark.span.end() <= part.start()).count();
    let from = from + skipped;
    let here: Vec<&Mark> = marks
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|mark| mark.span.start() < part.end())
        .filter(|mark| mark.span.overlaps(part))
        .collect();
    let mut cuts: Vec<u32> = here
        .iter()
        .flat_map(|mark| [mark.span.start(), mark.span.end()])
        .filter(|cut| part.contains(*cut))
        .collect();
    cuts.extend([part.start(), part.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    // Marks that cover the current segment: entered in order of start, dropped when they end.
    let (mut open, mut next): (Vec<&Mark>, usize) = (Vec::new(), 0);
    for cut in cuts.windows(2) {
        let [start, end] = cut else { continue };
        open.retain(|mark| mark.span.end() > *start);
        while let Some(mark) = here.get(next).filter(|mark| mark.span.start() <= *start) {
            open.push(mark);
            next += 1;
        }
        segment(page, Span::new(*start, *end).of(text), &open, *end);
    }
    from
}

/// More marks than this on one word are not shown; a story does not have them, hostile text may.
const MOST_MARKS: usize = 8;

/// Marks that are explained where the pointer rests.
const MOST_TITLES: usize = 2;

fn segment(page: &mut String, text: &str, open: &[&Mark], end: u32) {
    if open.is_empty() {
        escape(page, text);
        return;
    }
    let open = open.get(..open.len().min(MOST_MARKS)).unwrap_or(open);
    let styles: Vec<&str> = open.iter().map(|mark| mark.style).collect();
    let _ = write!(page, "<span style=\"{}\" title=\"", styles.join(";"));
    // The innermost say most; a quotation's own words are told by its colour.
    for (index, mark) in open.iter().rev().take(MOST_TITLES).enumerate() {
        if index > 0 {
            page.push_str("; ");
        }
        escape(page, &mark.title);
    }
    page.push_str("\">");
    escape(page, text);
    page.push_str("</span>");
    for tail in
        open.iter().filter(|mark| mark.span.end() == end).filter_map(|mark| mark.tail.as_ref())
    {
        page.push_str("<small style=\"font:11px sans-serif;color:#b5482a\"> [");
        escape(page, tail);
        page.push_str("]</small>");
    }
}

/// Escapes for text and for attributes alike; characters that steer are shown as U+FFFD.
fn escape(page: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            '\n' | '\t' => page.push(c),
            c if is_unprintable(c) => page.push('\u{FFFD}'),
            c => page.push(c),
        }
    }
}
