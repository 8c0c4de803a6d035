//! Whom the story is at: "Ignatius Holm, 66, plants trees. “I wait,” the farmer said."
//!
//! The subject of the nearest sentence of the paragraph that names somebody; where the paragraph names
//! nobody, whoever spoke last. A nationality says more: "the Dane" is the nearest person who stands
//! beside Denmark, and nobody who stands beside another country.

use super::antecedent::{backwards, people};
use super::discourse::Discourse;
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_text::Span;

/// Sentences of the paragraph that are asked.
const REACH: usize = 6;

/// Mentions before a nationality that are asked for somebody of that country.
const FAR: usize = 48;

/// Mentions of one person that are asked for a country.
const MENTIONS: usize = 3;

/// Bytes between a name and the country that stands beside it.
const BESIDE: u32 = 48;

/// The person whom the story is at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Focus {
    pub(super) person: u32,
    /// Nobody else is named in the paragraph before the place.
    pub(super) is_alone: bool,
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
            Some(person) => Some(Self { person, is_alone }),
            None => {
                let last = story.last_person(span).filter(|person| !is_other(*person));
                last.map(|person| Self { person, is_alone: false })
            }
        }
    }
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

/// Whether the person stands beside a country, and not beside that of `span`.
pub(super) fn has_other_land(person: u32, span: Span, story: &Discourse<'_>) -> bool {
    let land = land(span, story);
    let mut lands = lands(person, story).peekable();
    lands.peek().is_some() && !lands.any(|other| Some(other) == land)
}

/// The country that the nationality at the end of `span` belongs to.
fn land(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let last = super::mentions_in(story.named, span).last()?;
    last.entity.filter(|_| last.kind == EntityKind::Demonym)
}

/// The countries and towns beside the first mentions of a person: "Denmark's Ann Holm", "the Danish
/// striker Ann Holm", "Ann Holm of Denmark".
fn lands<'s>(person: u32, story: &'s Discourse<'_>) -> impl Iterator<Item = u32> + use<'s> {
    let mentions = story.named.mentions.as_slice();
    let entity = story.named.entities.get(person as usize);
    let own = entity.map(|entity| entity.mentions.as_slice()).unwrap_or_default();
    let own = own.iter().take(MENTIONS).map(|at| *at as usize);
    own.flat_map(move |at| {
        let name = mentions.get(at).map(|mention| mention.span);
        let around = [at.checked_sub(1), at.checked_add(1)];
        let around = around.into_iter().flatten().filter_map(|at| mentions.get(at));
        around.filter(move |mention| {
            is_land(mention) && name.is_some_and(|name| is_beside(name, mention.span, story))
        })
    })
    .filter_map(|mention| mention.entity)
}

fn is_land(mention: &Mention) -> bool {
    matches!(mention.kind, EntityKind::Place | EntityKind::Demonym)
}

/// Whether only a role stands between a name and a country: "Danish goalkeeper | Ann Holm".
fn is_beside(name: Span, land: Span, story: &Discourse<'_>) -> bool {
    let (first, second) = if land.start() < name.start() { (land, name) } else { (name, land) };
    if second.start() < first.end() || second.start() - first.end() > BESIDE {
        return false;
    }
    let gap = Span::new(first.end(), second.start()).of(story.text);
    let words = gap.split_whitespace();
    if land.start() < name.start() {
        return words.clone().all(|word| {
            word == "'s" || word == "’s" || word.chars().all(|c| c.is_lowercase() || c == '-')
        }) && !words
            .clone()
            .any(|word| matches!(word, "and" | "to" | "by" | "in" | "from"));
    }
    words.clone().eq(["of"]) || gap.trim_start().starts_with(", ") && words.count() <= 4
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
