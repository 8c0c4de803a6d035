//! Whom the story is at: "Ignatius Holm, 66, plants trees. “I wait,” the farmer said."
//!
//! The subject of the nearest sentence of the paragraph that names somebody; where the paragraph names
//! nobody, whoever spoke last. A nationality says more: "the Dane" is the nearest person who stands
//! beside Denmark, and nobody who stands beside another country.

use super::antecedent::{backwards, people};
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_text::{Span, floor_char_boundary};

/// Sentences of the paragraph that are asked.
const REACH: usize = 6;

/// Words before the name that opens a sentence, and between "a" and a description in its last clause.
const TITLE: usize = 5;
const CLAUSE: usize = 2;

/// Bytes before the description in which its clause begins.
const OWN: u32 = 80;

/// Mentions of a sentence that are asked for a body.
const BODIES: usize = 24;

/// Mentions before a nationality that are asked for somebody of that country.
const FAR: usize = 48;

/// Mentions of one person that are asked for a country.
const MENTIONS: usize = 3;

/// Mentions of a country that the story often names.
const OFTEN: usize = 4;

/// Bytes and words between a name and the country or body that stands beside it.
const BESIDE: u32 = 72;
const ROLE: usize = 9;

/// The person whom the story is at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Focus {
    pub(super) person: u32,
    /// Nobody else is named in the paragraph before the place.
    pub(super) is_alone: bool,
    /// The paragraph itself names that person.
    pub(super) is_here: bool,
}

impl Focus {
    /// Whom the story is at before `span`; nobody where somebody without a name is.
    pub(super) fn new(span: Span, story: &Discourse<'_>) -> Option<Self> {
        let start = story.paragraph_at(span.start());
        let mut found: Option<u32> = None;
        let mut is_alone = true;
        let mut parts = backwards(span, story, REACH).filter(|part| part.start() >= start);
        // "During talks with Dahl, the visitor said": whoever is named in the sentence is another.
        let own = parts.next().map(|part| people(part, story)).unwrap_or_default();
        let is_other = |who: u32| own.iter().any(|(_, other)| *other == Some(who));
        for part in parts {
            let mut people = people(part, story)
                .into_iter()
                .filter(|(at, _)| !story.is_in_sought(*at) && !story.is_aside(*at, part));
            if found.is_none() {
                let Some((_, first)) = people.next() else { continue };
                found = Some(first?);
            }
            is_alone &= people.all(|(_, who)| who == found);
        }
        match found.filter(|person| !is_other(*person)) {
            Some(person) => Some(Self { person, is_alone, is_here: true }),
            None => {
                // Before a turn stands the other's.
                let before = only_person_before(start, story).filter(|_| !story.is_within_words());
                let last = before.or_else(|| story.last_person(span));
                let last = last.filter(|person| !is_other(*person));
                last.map(|person| Self { person, is_alone: before == Some(person), is_here: false })
            }
        }
    }
}

/// The only person whom the sentence of `span` names before it, who opens it, where the clause of `span` is another:
/// "Ann Holm was banned, a decision | the sprinter called unfair", "Holm means to go, but | the teenager fears …".
pub(super) fn opens_own(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let part = story.tokens.sentences().get(story.sentence(span))?.span();
    let before = Span::new(part.start().min(span.start()), span.start());
    let mut people = people(before, story).into_iter();
    let (at, first) = people.next()?;
    let only = first.filter(|only| people.all(|(_, other)| other == Some(*only)))?;
    let opens = Span::new(before.start(), at.max(before.start())).of(story.text);
    let short = opens.split_whitespace().nth(TITLE).is_none() && !opens.contains([',', ';']);
    let near = floor_char_boundary(story.text, span.start().saturating_sub(OWN) as usize);
    let from = u32::try_from(near).ok()?.max(at).min(span.start());
    let behind = Span::new(from, span.start()).of(story.text);
    let clause = behind.rsplit([',', ';']).next().filter(|clause| clause.len() < behind.len())?;
    let mut words = clause.split_whitespace();
    let leads = |word: &str| {
        const LEAD: [&str; 9] =
            ["a", "an", "something", "which", "but", "though", "although", "yet", "what"];
        LEAD.contains(&word)
    };
    let new = words.next().is_some_and(leads) && words.nth(CLAUSE).is_none();
    let owns = story.owns(at);
    (short && new && !owns && !story.is_said(at)).then_some(only)
}

/// The only person whom the paragraph before `start` names.
fn only_person_before(start: u32, story: &Discourse<'_>) -> Option<u32> {
    let from = story.paragraph_before(start)?;
    let parts = backwards(Span::empty_at(start), story, REACH);
    let parts = parts.filter(|part| part.start() >= from && part.start() < start);
    let mut people = parts.flat_map(|part| people(part, story)).map(|(_, who)| who);
    let first = people.next()??;
    people.all(|other| other == Some(first)).then_some(first)
}

/// The body that a sentence before is about, in the paragraph: the one that spoke there, or the first
/// that suits. What stands in brackets is an aside, and an agency is told.
pub(super) fn body(span: Span, story: &Discourse<'_>, suits: impl Fn(u32) -> bool) -> Option<u32> {
    let start = story.paragraph_at(span.start());
    let parts = backwards(span, story, REACH).skip(1).filter(|part| part.start() >= start);
    parts.into_iter().find_map(|part| bodies(part, story).find(|body| suits(*body)))
}

/// The first who spoke in a part of the story, as far as known.
fn spoken_in<'s>(part: Span, story: &'s Discourse<'_>) -> impl Iterator<Item = u32> + use<'s> {
    // Those without a name count: an endless sentence may be full of them.
    story.spoken.range(part.start()..part.end()).take(BODIES).filter_map(|(_, who)| *who)
}

/// The bodies that a sentence names, who spoke first; not those in what is sought or behind a preposition.
pub(super) fn bodies<'s>(
    part: Span,
    story: &'s Discourse<'_>,
) -> impl Iterator<Item = u32> + use<'s> {
    let spoken = spoken_in(part, story);
    let spoken = spoken.filter(|who| story.is_body(*who));
    let named = super::mentions_in(story.named, part).iter().take(BODIES).filter(move |mention| {
        mention.kind == EntityKind::Organization
            && !story.is_told(mention.span)
            && !story.is_in_sought(mention.span.start())
            && !is_in_brackets(mention.span, story)
            && !is_behind_preposition(mention.span, part, story)
    });
    spoken.chain(named.filter_map(|mention| mention.entity)).filter(|body| {
        let entity = story.named.entities.get(*body as usize);
        entity.is_some_and(|body| wirecopy_dateline::agency(&body.name).is_none())
    })
}

/// "Corvane said it was late. | The company …": who spoke in the sentence before under a name that was taken for a
/// person's, though nothing tells of a person, and where no body is named beside it.
pub(super) fn mistaken(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let start = story.paragraph_at(span.start());
    // "Corvane will wait. Its head, Ann Holm, said it was late. | The company …"
    let mut parts = backwards(span, story, REACH).skip(1).filter(|part| part.start() >= start);
    let part = parts.find(|part| !part.of(story.text).starts_with("Its "))?;
    let mut spoken = spoken_in(part, story);
    let who = spoken.next()?;
    let entity = story.named.entities.get(who as usize)?;
    // "Vigra Highway said it was late. | The company …": a place that no list knows.
    let is_place = || entity.kind == EntityKind::Place && entity.link.is_none();
    if !story.is_person(who) && !is_place() {
        return None;
    }
    let bodies = super::mentions_in(story.named, part).iter().take(BODIES);
    let mut bodies = bodies.filter(|mention| mention.kind == EntityKind::Organization);
    let nothing = entity.roles.is_empty() && story.gender(who).is_none();
    (nothing && spoken.all(|other| other == who) && bodies.next().is_none()).then_some(who)
}

/// The country that speaks in a sentence before any body does, or opens it: "Norland has an army of its own.
/// It accused …".
pub(super) fn state(part: Span, story: &Discourse<'_>) -> Option<u32> {
    let mut spoken = spoken_in(part, story);
    let first = spoken.find(|who| !story.is_person(*who));
    let opening = || {
        let name = super::mentions_in(story.named, part).first()?;
        let rest = Span::new(name.span.end(), part.end().max(name.span.end())).of(story.text);
        let before = Span::new(part.start(), name.span.start()).of(story.text);
        let acts = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_lowercase);
        name.entity.filter(|_| acts && matches!(before, "" | "The " | "the "))
    };
    first.or_else(opening).filter(|who| {
        let is_place = story.named.entities.get(*who as usize);
        is_place.is_some_and(|entity| entity.kind == EntityKind::Place)
    })
}

/// "Norden Inc. (Nasdaq: NOR)": an aside.
pub(super) fn is_in_brackets(name: Span, story: &Discourse<'_>) -> bool {
    let before = story.text.get(..name.start() as usize);
    before.is_some_and(|before| before.ends_with('('))
}

/// "Norden hired two clerks | of Vigra Bank": no sentence is about the bank; about whose spokesman it tells,
/// "a spokesman | for Vigra Bank", it may be.
fn is_behind_preposition(name: Span, part: Span, story: &Discourse<'_>) -> bool {
    let before = Span::new(part.start(), name.start().max(part.start())).of(story.text);
    let mut words = before.split_whitespace().rev();
    let last = words.next().filter(|word| *word != "the").or_else(|| words.next());
    // "Shares in | Norden fell": about Norden.
    if matches!(words.next(), Some("Shares" | "shares" | "Stock" | "stock")) {
        return false;
    }
    last.is_some_and(|word| is(word, Word::Preposition) && word != "for")
}

/// The body that opens the sentence of `span`, which is in a clause behind: "Shares of Norden Inc. fell after | the
/// company said".
pub(super) fn subject_before(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let part = story.tokens.sentences().get(story.sentence(span))?.span();
    let first = super::mentions_in(story.named, part).first()?;
    let opens = Span::new(part.start(), first.span.start()).of(story.text);
    let plain = matches!(opens, "" | "The " | "Shares of " | "Shares in " | "Stock in ");
    let gap = Span::new(first.span.end().min(span.start()), span.start()).of(story.text);
    let last = gap.split_whitespace().next_back().unwrap_or_default();
    let clause =
        matches!(last, "after" | "as" | "when" | "because" | "though" | "although" | "before");
    let acts = gap.trim_start_matches(['\'', '’', 's']).starts_with(' ');
    first.entity.filter(|body| plain && clause && acts && story.is_body(*body))
}

/// The body that opens what is sought: "Norden Energy will close two yards, it said".
pub(super) fn opens_sought(story: &Discourse<'_>) -> Option<u32> {
    let content = story.sought_content()?;
    let first = super::mentions_in(story.named, content).first()?;
    let opens = Span::new(content.start(), first.span.start()).of(story.text);
    let plain = ["", "The ", "the ", "\"", "“"].contains(&opens);
    first.entity.filter(|body| plain && story.is_body(*body))
}

/// Whom the "we" of a person is: the body beside the first mentions of the name, "Norden spokesman Tom
/// Berg", "Tom Berg, an official at Norden".
pub(super) fn employer(person: u32, story: &Discourse<'_>) -> Option<u32> {
    beside(person, story, |mention| mention.kind == EntityKind::Organization).next()
}

/// "the Dane": the nearest person before who stands beside that country.
pub(super) fn countryman(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let land = land(span, story)?;
    let mut asked: Vec<u32> = Vec::new();
    story.people_before(span, FAR).map(|(person, _)| person).find(|person| {
        let is_new = !asked.contains(person);
        asked.push(*person);
        is_new && lands(*person, story).any(|other| other == land)
    })
}

/// Whether the person stands beside a country of whatever name; a town may lie in any.
pub(super) fn has_land_told(person: u32, story: &Discourse<'_>) -> bool {
    let is_land = |mention: &Mention| {
        let before = story.text.get(..mention.span.start() as usize).unwrap_or_default();
        mention.kind == EntityKind::Demonym
            || mention.kind == EntityKind::Place && !before.ends_with(" from ")
    };
    beside(person, story, is_land).next().is_some()
}

/// Whether the person stands beside a country, and not beside that of `span`.
pub(super) fn has_other_land(person: u32, span: Span, story: &Discourse<'_>) -> bool {
    let land = land(span, story);
    let mut lands = lands(person, story).peekable();
    lands.peek().is_some() && !lands.any(|other| Some(other) == land)
}

/// "Denmark waits. | Its minister": whether the person stands beside another land, or another body, than the one that "its"
/// means.
pub(super) fn is_of_another(person: u32, owner: u32, story: &Discourse<'_>) -> bool {
    let is_land = !story.is_body(owner);
    let is_kind = move |mention: &Mention| match mention.kind {
        EntityKind::Organization => !is_land,
        EntityKind::Place | EntityKind::Demonym => is_land,
        _ => false,
    };
    let mut beside = beside(person, story, is_kind).peekable();
    beside.peek().is_some() && !beside.any(|other| other == owner)
}

/// Whether the person stands beside the country of `span`: "the Danish leader" is "Prime Minister Ann Holm of
/// Denmark".
pub(super) fn has_land(person: u32, span: Span, story: &Discourse<'_>) -> bool {
    land(span, story).is_some_and(|land| lands(person, story).any(|other| other == land))
}

/// Whether no country stands beside the person, and that of `span` is one the story often names: in a story
/// of Denmark "the Danish leader" may be "Prime Minister Ann Holm".
pub(super) fn may_be_of(person: u32, span: Span, story: &Discourse<'_>) -> bool {
    let land = land(span, story).and_then(|land| story.named.entities.get(land as usize));
    land.is_some_and(|land| land.mentions.len() >= OFTEN) && lands(person, story).next().is_none()
}

/// The country that the nationality at the end of `span` belongs to.
fn land(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let mut inside = super::mentions_in(story.named, span).iter();
    inside.find(|mention| mention.kind == EntityKind::Demonym)?.entity
}

/// The countries and towns beside the first mentions of a person: "Denmark's Ann Holm", "the Danish
/// striker Ann Holm", "Ann Holm of Denmark".
fn lands<'s>(person: u32, story: &'s Discourse<'_>) -> impl Iterator<Item = u32> + use<'s> {
    // "Norland coach Ann Holm" may be from anywhere.
    let is_land = |mention: &Mention| {
        let behind = story.text.get(mention.span.end() as usize..).unwrap_or_default();
        let noun = behind.strip_prefix(' ').and_then(|behind| behind.split(' ').next());
        matches!(mention.kind, EntityKind::Place | EntityKind::Demonym)
            && !noun.is_some_and(|noun| is(noun, Word::Hired))
    };
    beside(person, story, is_land)
}

/// What stands right before or behind the first mentions of a person with only a role between.
fn beside<'s>(
    person: u32,
    story: &'s Discourse<'_>,
    is_kind: impl Fn(&Mention) -> bool + Copy + 's,
) -> impl Iterator<Item = u32> + 's {
    let mentions = story.named.mentions.as_slice();
    let entity = story.named.entities.get(person as usize);
    let own = entity.map(|entity| entity.mentions.as_slice()).unwrap_or_default();
    let own = own.iter().take(MENTIONS).map(|at| *at as usize);
    own.flat_map(move |at| {
        let name = mentions.get(at).map(|mention| mention.span);
        let around = [at.checked_sub(1), at.checked_add(1)];
        let around = around.into_iter().flatten().filter_map(|at| mentions.get(at));
        around.filter(move |mention| {
            is_kind(mention) && name.is_some_and(|name| is_beside(name, mention.span, story))
        })
    })
    .filter_map(|mention| mention.entity)
}

/// Whether only a role stands between a name and a country or body: "Danish goalkeeper | Ann Holm", "Ann
/// Holm, head of | Norden".
fn is_beside(name: Span, other: Span, story: &Discourse<'_>) -> bool {
    let (first, second) = if other.start() < name.start() { (other, name) } else { (name, other) };
    if second.start() < first.end() || second.start() - first.end() > BESIDE {
        return false;
    }
    let gap = Span::new(first.end(), second.start()).of(story.text);
    let words = gap.split_whitespace();
    if other.start() < name.start() {
        // "Norden's chief engineer, | Ann Holm"
        let owned = ["'s ", "’s "].iter().any(|mark| gap.starts_with(mark));
        let role = gap.trim_end().strip_suffix(',').filter(|_| owned).unwrap_or(gap);
        let mut words = role.split_whitespace();
        return words.all(|word| {
            let plain = word.chars().all(|c| c.is_lowercase() || c == '-');
            plain && !is(word, Word::Apart) || matches!(word, "'s" | "’s")
        });
    }
    // "Ann Holm told | Norden News"
    let is_told = gap.split_whitespace().any(|word| matches!(word, "told" | "said" | "tells"));
    gap.trim_start().starts_with(", ") && words.count() <= ROLE && !is_told
        || matches!(gap.trim(), "of" | "of the")
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_description_is_whoever_the_paragraph_is_about() {
        let text = "Peter Dahl, 66, has planted trees since 1960. “I wait,” the farmer said.";
        assert_eq!(speakers(text), ["Peter Dahl"]);
        let text = "“We waited,” Anna Holm said.\n\nDuring talks with Peter Dahl, the visitor said she \
                    would wait.";
        assert!(!speakers(text).contains(&"Peter Dahl".to_owned()));
    }

    #[test]
    fn a_nationality_is_who_stands_beside_the_country() {
        let text = "Denmark's Peter Dahl beat Tom Berg of Norway. “I was lucky,” the Dane said. “He \
                    was,” the Norwegian said.";
        assert_eq!(speakers(text), ["Peter Dahl", "Tom Berg"]);
    }
}
