//! Probes: one construction each, many in a file under one cast (`gold/README.md`).
//!
//! Only attributions are marked, with who speaks; names, parts and datelines are not.

use super::{Story, check, markup};

/// The line between two probes.
const BETWEEN: &str = "---";

/// Every probe of a file, as a story of its own; `name` and its number name it.
///
/// # Errors
/// Line and complaint of every probe that does not hold, one a line.
pub fn parse(name: &str, source: &str) -> Result<Vec<Story>, String> {
    let (header, body, first) = markup::split(source)?;
    let (mut probes, mut complaints) = (Vec::new(), Vec::new());
    for (line, about, body) in pieces(body, first) {
        let mut header = header.clone();
        header.about = about.to_owned();
        match markup::story(header, &body, line).and_then(|story| sound(story, line)) {
            Ok(story) => {
                probes.push(Story { name: format!("{name}#{}", probes.len() + 1), ..story })
            }
            Err(complaint) => complaints.push(complaint),
        }
    }
    if complaints.is_empty() { Ok(probes) } else { Err(complaints.join("\n")) }
}

/// Line, construction and mark-up of each probe; the first line says which construction it is.
fn pieces(body: &str, first: usize) -> Vec<(usize, &str, String)> {
    let mut pieces = Vec::new();
    let lines: Vec<&str> = body.lines().collect();
    let mut line = first;
    for piece in lines.split(|line| *line == BETWEEN) {
        let blank = piece.iter().take_while(|line| line.trim().is_empty()).count();
        if let Some((about, rest)) = piece[blank..].split_first() {
            let about = about.trim_start_matches('#').trim();
            pieces.push((line + blank + 1, about, rest.join("\n")));
        }
        line += piece.len() + 1;
    }
    pieces
}

/// A probe with the speakers it has of the cast.
fn sound(mut story: Story, line: usize) -> Result<Story, String> {
    let speaks = |index: &usize| story.quotes.values().any(|quote| quote.speakers.contains(index));
    let kept: Vec<usize> = (0..story.entities.len()).filter(speaks).collect();
    for quote in story.quotes.values_mut() {
        for speaker in &mut quote.speakers {
            *speaker = kept.binary_search(speaker).unwrap_or_default();
        }
    }
    story.entities = kept.iter().map(|index| story.entities[*index].clone()).collect();
    let complaints = check::of_quotes(&story);
    if complaints.is_empty() {
        Ok(story)
    } else {
        Err(format!("{line}: {}", complaints.join("; ")))
    }
}
