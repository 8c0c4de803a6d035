//! Who says "I" outside all quotations, or is "this reporter": the byline's name, or who signs a letter.

use super::discourse::Discourse;
use super::lexicon::{Word, is};
use super::mentions_in;
use wirecopy_article::{Part, PartKind};
use wirecopy_entity::{Entities, EntityKind, MentionForm};
use wirecopy_text::{Span, Spanned};

/// Parts at the end of a letter in which its writer signs.
const SIGNED: usize = 6;

/// Parts at the head of a letter in which somebody is addressed.
const ADDRESSED: usize = 6;

/// Paragraphs of a letter behind its "I", and bytes of a dash before the name.
const BELOW: usize = 8;
const DASH: u32 = 4;

/// Paragraphs above an "I" in which a line names its writer.
const ABOVE: usize = 24;

/// Bytes of a line that is a signature.
const SIGNATURE: u32 = 80;

/// Words of a byline before and behind the name.
const BY: [&str; 4] = ["By ", "BY ", "by ", "From "];
const ENDS: [&str; 6] = [",", "\n", " in ", " and ", " for ", " | "];

/// Whether the words stand for whoever wrote the story: "I", "this reviewer".
pub(crate) fn says_who_wrote(speaker: Span, text: &str) -> bool {
    let words = speaker.of(text);
    let noun = words.strip_prefix("this ").or_else(|| words.strip_prefix("This "));
    words == "I" || noun.is_some_and(|noun| is(noun, Word::Writer))
}

/// Who is named in bylines, one in each: "By | Ann Holm", "From | Ann Holm | in Oslo".
pub(crate) fn names_in_bylines<'a>(
    text: &'a str,
    parts: &'a [Part],
) -> impl Iterator<Item = Span> + 'a {
    let bylines = parts.iter().filter(|part| part.kind == PartKind::Byline);
    bylines.filter_map(|byline| {
        let words = byline.span.of(text);
        let name = BY.iter().find_map(|by| words.strip_prefix(by)).unwrap_or(words);
        let start = byline.span.end() - u32::try_from(name.len()).ok()?;
        let ends = ENDS.iter().filter_map(|end| name.find(end)).min();
        let name = name.get(..ends.unwrap_or(name.len()))?;
        let is_name = name.contains(' ') && name.starts_with(char::is_uppercase);
        let end = start + u32::try_from(name.len()).ok()?;
        is_name.then(|| Span::new(start, end))
    })
}

/// The only person whom the byline names, or who signs.
pub(super) fn author(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    let mut bylines = parts.iter().filter(|part| part.kind == PartKind::Byline);
    let byline = bylines.find_map(|byline| only_person(byline.span, named));
    byline.or_else(|| signed(text, parts, named))
}

/// "Dear shareholders, … Yours, | Ann Holm | Chair".
fn signed(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    let mut head = parts.iter().take(ADDRESSED);
    head.find(|part| part.span.of(text).starts_with("Dear "))?;
    let lines = parts.iter().rev().take(SIGNED).filter(|part| part.span.len() <= SIGNATURE);
    lines.filter_map(|line| only_person(line.span(), named)).next()
}

/// "I fear it will rain. | Ann Holm | Tarn": who signs a letter below `span`, where several stand in one column.
pub(super) fn signs(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let paragraphs = story.tokens.paragraphs();
    let here = paragraphs.partition_point(|paragraph| paragraph.span().end() <= span.start());
    let mut below = paragraphs.iter().skip(here + 1).take(BELOW).map(Spanned::span);
    below.find_map(|line| {
        let name = mentions_in(story.named, line).first()?;
        let rest = Span::new(name.span.end(), line.end().max(name.span.end()));
        let whole = rest.of(story.text).trim().is_empty();
        let is_name = name.kind == EntityKind::Person && (name.form == MentionForm::Name || whole);
        let alone = line.len() <= SIGNATURE
            && name.span.start() <= line.start() + DASH
            && (whole || rest.of(story.text).starts_with(','));
        name.entity.filter(|_| is_name && alone)
    })
}

/// "Ann Holm | 2:14 p.m.", "Ann Holm: Parliamentary Sketch", "Ann Holm in Tarn": whom the nearest line above names that
/// is no sentence and begins with the name.
pub(super) fn heads(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let paragraphs = story.tokens.paragraphs();
    let here = paragraphs.partition_point(|paragraph| paragraph.span().end() <= span.start());
    let above = paragraphs.get(here.saturating_sub(ABOVE)..here)?.iter().rev().map(Spanned::span);
    above.filter(|line| line.len() <= SIGNATURE).find_map(|line| {
        let name = mentions_in(story.named, line).first()?;
        let words = line.of(story.text);
        let is_sentence = words.ends_with(['.', '?', '!', ':', '"', '”', '’', '\'']);
        let rest = Span::new(name.span.end(), line.end().max(name.span.end())).of(story.text);
        // "Ann Holm, our critic", but "Ann Holm, Tarn" has signed.
        let role = rest.strip_prefix(", ").is_some_and(|role| role.starts_with(char::is_lowercase));
        let marks = [" | ", ": ", " in ", " at ", " - ", " – ", " — "];
        let is_line = rest.is_empty() || role || marks.iter().any(|mark| rest.starts_with(mark));
        let is_name = name.kind == EntityKind::Person && name.form == MentionForm::Name;
        let opens = name.span.start() == line.start() && name.span.of(story.text).contains(' ');
        name.entity.filter(|_| is_name && opens && is_line && !is_sentence)
    })
}

fn only_person(span: Span, named: &Entities) -> Option<u32> {
    let people = mentions_in(named, span).iter();
    let mut people = people.filter(|mention| mention.kind == EntityKind::Person);
    let first = people.next()?.entity?;
    people.all(|other| other.entity == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn who_signs_a_letter_is_its_i() {
        let text =
            "Dear members,\n\nThe dam held. I think it was luck.\n\nYours,\n\nAnna Holm\n\nChair";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn a_line_above_names_who_writes() {
        let text = "The dam held\n\nAnna Holm: Notebook\n\nTom Berg smiled. It was, I suspect, luck. Friends say he was late.";
        assert_eq!(speakers(text).first().map(String::as_str), Some("Anna Holm"));
    }

    #[test]
    fn each_letter_has_an_i_of_its_own() {
        let text = "Letters\n\nThe dam held. I think it was luck.\n\nAnna Holm\n\nBergen\n\nI doubt that it was \
                    luck.\n\nTom Berg\n\nOslo";
        assert_eq!(speakers(text), ["Anna Holm", "Tom Berg"]);
    }
}
