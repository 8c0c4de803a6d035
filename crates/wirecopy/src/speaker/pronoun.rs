//! A speaker who is a pronoun: the nearest person before it who may be meant.
//!
//! Sentence by sentence backwards, the first fitting person of a sentence comes before the later
//! ones, since the subject of the last sentence is what "he" most often means (Hobbs 1978; Grosz,
//! Joshi and Weinstein 1995). People who are only talked about inside quotation marks do not count;
//! somebody without a name who spoke last ("one juror") keeps the pronoun from everybody else.

use super::description::Description;
use super::discourse::Discourse;
use super::name;
use wirecopy_entity::{EntityKind, Gender, Mention};
use wirecopy_text::Span;

/// Sentences before the pronoun that are searched, its own included.
const REACH: usize = 6;

/// Mentions of one sentence that are searched; more stand in lists.
const MENTIONS: usize = 24;

/// Mentions that two joined names are sought among: roles between them hold names, too.
const JOINED: usize = 5;

/// Bytes of an aside between a name and its "who".
const ASIDE: u32 = 80;

/// Sentences back within which somebody stands alone.
const ALONE: usize = 2;

/// Whom the pronoun `words` at `span` means; `None` if it is no pronoun, or nobody fits.
pub(super) fn meant_by(words: &str, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    match words.to_lowercase().as_str() {
        "he" | "him" | "his" => person(span, Gender::Male, story).map(|person| vec![person]),
        "she" | "her" | "hers" => person(span, Gender::Female, story).map(|person| vec![person]),
        "they" | "their" => together(span, story),
        "it" | "its" => body(span, story).map(|body| vec![body]),
        "i" | "we" | "me" | "my" | "our" => story.whose_words(span),
        // "A nun from Tarnby, who": nobody is a town.
        "who" => adjacent(span, story)
            .filter(|entity| story.is_person(*entity))
            .map(|entity| vec![entity]),
        "which" => adjacent(span, story)
            .filter(|entity| !story.is_person(*entity))
            .map(|entity| vec![entity]),
        _ => None,
    }
}

/// The nearest person before `span` who may be of `gender`. Somebody known to be is preferred to
/// somebody nearer of whom the story does not tell, if only a sentence lies between.
fn person(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    let mut doubtful = None;
    let mut owner = None;
    let mut only = Only::Nobody;
    for (distance, part) in backwards(span, story, REACH).enumerate() {
        if doubtful.or(owner).is_some_and(|(_, since)| distance > since + 1) {
            break;
        }
        for (at, person) in people(part, story) {
            let Some(person) = person else {
                return doubtful.or(owner).map(|(person, _)| person);
            };
            // "Berg spoke with Dahl's brother": a subject of this sentence or the one before comes first.
            if story.is_aside(at, part) && story.gender(person).is_none_or(|known| known == gender)
            {
                owner = owner.or(Some((person, distance)));
                continue;
            }
            if distance <= ALONE {
                only = only.with(person);
            }
            match story.gender(person) {
                Some(known) if known == gender => return Some(person),
                Some(_) => {}
                None => doubtful = doubtful.or(Some((person, distance))),
            }
        }
    }
    // A list that calls Enda a woman is wrong where "he" has nobody else to mean.
    let alone = match only {
        Only::One(person) => Some(person),
        Only::Nobody | Only::Several => None,
    };
    doubtful.or(owner).map(|(person, _)| person).or(alone)
}

/// The people of the sentences before a pronoun.
#[derive(Debug, Clone, Copy)]
enum Only {
    Nobody,
    One(u32),
    Several,
}

impl Only {
    fn with(self, person: u32) -> Self {
        match self {
            Self::Nobody => Self::One(person),
            Self::One(other) if other == person => self,
            _ => Self::Several,
        }
    }
}

/// The sentence of `span` up to it, and those before, the nearest first.
fn backwards<'s>(
    span: Span,
    story: &'s Discourse<'_>,
    sentences_back: usize,
) -> impl Iterator<Item = Span> + use<'s> {
    let sentences = story.tokens.sentences();
    let here = sentences.partition_point(|sentence| sentence.span().start() <= span.start());
    let reach = sentences.get(here.saturating_sub(sentences_back)..here).unwrap_or_default();
    reach.iter().rev().map(move |sentence| {
        let until = sentence.span().end().min(span.start());
        Span::new(sentence.span().start().min(until), until)
    })
}

/// The people mentioned in `part` outside quotation marks, by name or as resolved speakers, in
/// order and where; `None` is somebody without a name.
fn people(part: Span, story: &Discourse<'_>) -> Vec<(u32, Option<u32>)> {
    let spoken = story.spoken.range(part.start()..part.end());
    let mut people: Vec<(u32, Option<u32>)> = story
        .names_in(part)
        .take(MENTIONS)
        .map(|(at, person)| (at, Some(person)))
        .chain(spoken.take(MENTIONS).map(|(at, person)| (*at, *person)))
        .filter(|(_, person)| person.is_none_or(|person| story.is_person(person)))
        .collect();
    people.sort_unstable();
    people
}

/// "They": two names joined by "and" in this sentence or the last, or else who last spoke together.
fn together(span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    joined_before(span, story, 2)
        .or_else(|| Some(story.last_together().to_vec()).filter(|together| together.len() > 1))
}

/// The first names joined by "and" in one of so many sentences before `span`, the nearest first.
pub(super) fn joined_before(span: Span, story: &Discourse<'_>, reach: usize) -> Option<Vec<u32>> {
    backwards(span, story, reach).find_map(|part| {
        let mut names = story.names_in(part).take(MENTIONS);
        names.find_map(|(at, _)| joined_in(Span::new(at, part.end()), story))
    })
}

/// The names joined by "and" of which the first stands at `span`.
pub(super) fn joined_from(span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let end = story.tokens.sentences().get(story.sentence(span))?.span().end();
    joined_in(Span::new(span.start(), end.max(span.end())), story)
}

fn joined_in(part: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let near = super::mentions_in(story.named, part).iter().take(JOINED).next_back();
    let end = near.map_or(part.end(), |last| last.span.end());
    let span = Span::new(part.start(), end.min(part.end()));
    Some(name::heads(story.text, span, story.named)).filter(|joined| joined.len() > 1)
}

/// "It said": the first body of this sentence or the last, or else the body that spoke last.
fn body(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let in_part = |part: Span| {
        let mentions = super::mentions_in(story.named, part).iter().take(MENTIONS);
        mentions
            .filter(|mention| mention.kind == EntityKind::Organization)
            .filter(|mention| !story.is_told(mention.span))
            .filter_map(|mention| mention.entity)
            .find(|body| {
                let entity = story.named.entities.get(*body as usize);
                entity.is_some_and(|body| wirecopy_dateline::agency(&body.name).is_none())
            })
    };
    if is_paper_meant(span, story) {
        return None;
    }
    backwards(span, story, 2).find_map(in_part).or_else(|| story.last_body())
}

/// "That document lays out steps. It calls for …": a paper, and no body, is meant.
fn is_paper_meant(span: Span, story: &Discourse<'_>) -> bool {
    let opening = |part: Span| {
        let mut words = part.of(story.text).split_whitespace();
        let points = words.next().is_some_and(|word| matches!(word, "The" | "That" | "This"));
        let noun = words.next().filter(|_| points);
        noun.and_then(|noun| Description::new(&format!("the {noun}")))
            .is_some_and(|words| words.is_paper())
    };
    backwards(span, story, 2).any(opening)
}

/// The entity whose name ends right before `span`: "Keller, who said".
fn adjacent(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let before = story.before(span);
    let last = before.last()?;
    if span.start().saturating_sub(last.span.end()) <= 2 {
        return last.entity;
    }
    // "Harald Dahl, a teacher in Tarnby, who": an aside between commas stands between.
    let aside = |mention: &&Mention| {
        let gap = Span::new(mention.span.end(), span.start().max(mention.span.end()));
        let words = gap.of(story.text).trim_end();
        mention.kind == EntityKind::Person
            && gap.len() <= ASIDE
            && words.starts_with(',')
            && words.ends_with(',')
            && story.sentence(mention.span) == story.sentence(span)
    };
    before.iter().rev().take(JOINED).find(aside)?.entity
}
