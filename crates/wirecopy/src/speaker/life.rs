//! Whose life is told: in an obituary one person is the topic throughout. "He liked trains" at the head
//! of a paragraph is that one, whoever was named before: "Ann Holm, weaver, dies at 90", "Tom Berg
//! obituary". In portraits the same gains nothing.

use super::lexicon::{Word, is};
use super::mentions_in;
use wirecopy_article::{Part, PartKind};
use wirecopy_entity::{Entities, EntityKind};
use wirecopy_text::{Folding, Span, Spanned, floor_char_boundary, fold};

/// Mentions of somebody whose life is told.
const MENTIONS: usize = 3;

/// Words before the name that opens a paragraph, the empty one behind them included.
const TITLES: usize = 6;

/// What is said of the dead, and what a story says that looks back on a life.
const DIES: [&str; 10] = [
    " died ",
    " has died",
    " passed away",
    " has passed away",
    " died,",
    " died.",
    " who has died",
    " who died",
    " who passed away",
    " whose death",
];
const LIVED: [&str; 5] = ["survived by", " was born ", "Born ", "her life", "his life"];

/// Bytes of a title before the name in the headline: "Dame".
const TITLE: u32 = 12;

/// Mentions of somebody of whom the first paragraph tells that he has died.
const AGAIN: usize = 2;

/// How much more often another may be named: of whom a life is told "she" is enough.
const MORE: usize = 2;

/// Bytes of the first paragraph behind the name that are read.
const OPENING: u32 = 320;

/// Whose life the headline, or else the first paragraph, says that the story tells.
pub(super) fn told_of(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    in_headline(text, parts, named).or_else(|| in_lede(text, parts, named))
}

/// "Ann Holm, who wove the sails of the old fleet, died on Tuesday": who opens the first paragraph, if the sentence
/// says so, the story looks back on a life, and nobody is named more often.
fn in_lede(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    let is_text = |part: &&Part| matches!(part.kind, PartKind::Paragraph | PartKind::Dateline);
    let first = parts.iter().find(is_text)?.span();
    let name = mentions_in(named, first).iter().find(|name| name.kind == EntityKind::Person)?;
    let person = name.entity?;
    let before = Span::new(first.start(), name.span.start()).of(text);
    let end = first.end().min(name.span.end().saturating_add(OPENING)).max(name.span.end());
    let end = floor_char_boundary(text, end as usize);
    let behind = text.get(name.span.end() as usize..end)?;
    let sentence = behind.split(". ").next().unwrap_or(behind);
    let dies = |after: &str| DIES.iter().any(|dies| after.starts_with(dies));
    let has_died = dies(sentence)
        || sentence.starts_with(", ")
            && sentence.match_indices(", ").any(|(at, _)| sentence.get(at + 1..).is_some_and(dies));
    let looks_back = || LIVED.iter().any(|lived| text.contains(lived));
    let most = || is_most(person, AGAIN, named);
    let opens = before.split(' ').count() <= TITLES;
    (opens && has_died && most() && looks_back()).then_some(person)
}

/// Nobody is named much more often, and that one so often at least.
fn is_most(person: u32, least: usize, named: &Entities) -> bool {
    let count = |entity: u32| named.entities.get(entity as usize).map_or(0, |e| e.mentions.len());
    let own = count(person);
    let others = named.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let most = others.map(|entity| entity.mentions.len()).max().unwrap_or_default();
    own >= least && own + MORE >= most
}

/// The only person in the headline, if it begins with the name, says that it is a life, and nobody is
/// named more often.
fn in_headline(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    let head = parts.first()?.span();
    let mut people =
        mentions_in(named, head).iter().filter(|mention| mention.kind == EntityKind::Person);
    let name = people.next()?;
    let person = name.entity?;
    let only = people.all(|other| other.entity == Some(person));
    if !only || name.span.start() > head.start() + TITLE {
        return None;
    }
    let behind = Span::new(name.span.end().min(head.end()), head.end()).of(text);
    let lower = fold(behind, Folding::new().case());
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_life = words.any(|word| is(word, Word::Dead));
    (is_life && is_most(person, MENTIONS, named)).then_some(person)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_life_is_told_of_one() {
        let text = "Anna Holm, weaver, dies at 90\n\nOSLO (AP) - Anna Holm, who wove the sails of the old \
                    fleet, has died. Holm was 90.\n\nA sister, Eva Dahl, survives. Her son said Holm wove \
                    to the end.\n\nIn her last years she was nearly blind. “I hear the thread,” she \
                    used to say.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
        let text = "OSLO (AP) - Weaver Anna Holm, who made the sails of the fleet, has died at the age of 90.\n\nBorn \
                    in Bergen, Holm learnt from Eva Dahl. Dahl said she would go far.\n\nHer first sail tore. “I hear \
                    the thread,” she used to say.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
    }
}
