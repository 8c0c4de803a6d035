//! Who is meant: from the span that says who spoke to the people of the story.
//!
//! "Lavrov and Kerry" are two; "a spokesman for Kerry" is not Kerry; "Kerry's lawyer" is not Kerry
//! either; "the secretary of state" is whoever holds that role in this story. A wrong name is worse
//! than none: what no rule decides keeps its span and gets no name.

use crate::{Quote, Speaker, SpeakerLink};
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind, Mention, MentionForm};
use wirecopy_text::{Folding, Span, fold};

/// Prepositions after which a name is not the head of the speaker's noun phrase.
const PREPOSITIONS: [&str; 12] =
    ["for", "of", "to", "at", "from", "with", "in", "on", "by", "under", "against", "near"];

/// Paragraph-sized reach of a pronoun: the last speaker before it counts only so far back (bytes).
const PRONOUN_REACH: u32 = 1200;

/// Gives every quotation's speaker its entities and full name. One pass over the quotations, each
/// with the mentions inside its speaker span.
pub(crate) fn resolve(
    text: &str,
    quotes: Vec<wirecopy_quote::Quote>,
    named: &Entities,
) -> Vec<Quote> {
    let roles = Roles::new(named);
    let mut last: Option<(u32, Vec<u32>)> = None;
    let mut resolved = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let speaker = quote.speaker.map(|span| {
            let (entities, link) = link(text, span, named, &roles, last.as_ref());
            if link != SpeakerLink::None {
                last = Some((span.end(), entities.clone()));
            }
            Speaker { span, name: full_name(&entities, named), entities, link }
        });
        resolved.push(Quote {
            kind: quote.kind,
            act: quote.act,
            content: quote.content,
            cue: quote.cue,
            speaker,
            reason: quote.reason,
        });
    }
    resolved
}

fn link(
    text: &str,
    span: Span,
    named: &Entities,
    roles: &Roles,
    last: Option<&(u32, Vec<u32>)>,
) -> (Vec<u32>, SpeakerLink) {
    let inside = mentions_in(named, span);
    let by_name = by_name(text, span, inside, named);
    if !by_name.is_empty() {
        return (by_name, SpeakerLink::Name);
    }
    if let Some(found) = by_reference(inside) {
        return found;
    }
    let words = span.of(text);
    if let Some(person) = roles.holder(words) {
        return (vec![person], SpeakerLink::Role);
    }
    if let Some(entities) = by_pronoun(words, span, last, named) {
        return (entities, SpeakerLink::Pronoun);
    }
    (Vec::new(), SpeakerLink::None)
}

/// The mentions that lie within `span`.
fn mentions_in(named: &Entities, span: Span) -> &[Mention] {
    let mentions = named.mentions.as_slice();
    let first = mentions.partition_point(|mention| mention.span.start() < span.start());
    let rest = mentions.get(first..).unwrap_or_default();
    let count = rest.partition_point(|mention| mention.span.start() < span.end());
    rest.get(..count).unwrap_or_default()
}

/// The people (or else the one organisation or place) that head the span by name.
fn by_name(text: &str, span: Span, inside: &[Mention], named: &Entities) -> Vec<u32> {
    let is_named = |mention: &&Mention| {
        matches!(mention.form, MentionForm::Name | MentionForm::Short)
            && span.contains_span(mention.span)
    };
    let people = inside.iter().filter(is_named).filter(|m| m.kind == EntityKind::Person);
    let mut found: Vec<u32> = Vec::new();
    let mut from = span.start();
    for mention in people {
        let Some(entity) = mention.entity else { continue };
        let before = Span::new(from.min(mention.span.start()), mention.span.start());
        let joined = found.is_empty() || is_conjunction(text, before, entity, named);
        if !joined || !heads(text, before, entity, named) || is_possessive(text, mention.span) {
            break;
        }
        if !found.contains(&entity) {
            found.push(entity);
        }
        from = mention.span.end();
    }
    if found.is_empty() && !inside.iter().any(|m| m.kind == EntityKind::Person) {
        let group = inside.iter().filter(is_named).find(|mention| {
            let before = Span::new(span.start(), mention.span.start());
            matches!(mention.kind, EntityKind::Organization | EntityKind::Place)
                && before.of(text).split_whitespace().all(is_article)
                && !is_possessive(text, mention.span)
                && is_tail(text, Span::new(mention.span.end(), span.end()))
        });
        found.extend(group.and_then(|mention| mention.entity));
    }
    found
}

/// Whether nothing before the name makes it a modifier: "a lawyer for Kerry" does.
fn heads(text: &str, before: Span, entity: u32, named: &Entities) -> bool {
    let words = without_roles(text, before, entity, named);
    !words.iter().any(|word| PREPOSITIONS.contains(&word.as_str()))
}

/// Whether the words between two names join them: "and", a comma, the second one's title.
fn is_conjunction(text: &str, between: Span, entity: u32, named: &Entities) -> bool {
    let words = without_roles(text, between, entity, named);
    words.iter().any(|word| word == "and" || word == "&" || word == ",")
        && heads(text, between, entity, named)
}

/// The words of `span`, lower case, without those of the entity's roles that stand there.
fn without_roles(text: &str, span: Span, entity: u32, named: &Entities) -> Vec<String> {
    let roles = named.entities.get(entity as usize).map(|e| e.roles.as_slice()).unwrap_or_default();
    let end = roles
        .iter()
        .filter(|role| role.span.overlaps(span))
        .map(|role| role.span.start().max(span.start()))
        .min()
        .unwrap_or(span.end());
    let kept = Span::new(span.start(), end).of(text);
    kept.replace(',', " , ").split_whitespace().map(str::to_lowercase).collect()
}

fn is_article(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "the" | "a" | "an" | "both" | "but" | "and" | "even")
}

/// Whether what follows a group's name leaves it the head: nothing, or an aside.
fn is_tail(text: &str, after: Span) -> bool {
    let rest = after.of(text).trim_start();
    rest.is_empty() || rest.starts_with([',', '(', '-', '—', '–'])
}

fn is_possessive(text: &str, name: Span) -> bool {
    let rest = text.get(name.end() as usize..).unwrap_or_default();
    rest.starts_with("'s ") || rest.starts_with("’s ") || rest.starts_with("' ")
}

/// A pronoun or description that the entity stage has resolved already.
fn by_reference(inside: &[Mention]) -> Option<(Vec<u32>, SpeakerLink)> {
    let mention = inside
        .iter()
        .find(|mention| matches!(mention.form, MentionForm::Pronoun | MentionForm::Description))?;
    let link = match mention.form {
        MentionForm::Pronoun => SpeakerLink::Pronoun,
        _ => SpeakerLink::Role,
    };
    Some((vec![mention.entity?], link))
}

/// "He said" right after a quotation by one person is that person.
fn by_pronoun(
    words: &str,
    span: Span,
    last: Option<&(u32, Vec<u32>)>,
    named: &Entities,
) -> Option<Vec<u32>> {
    let (end, entities) = last?;
    let near = span.start().saturating_sub(*end) <= PRONOUN_REACH;
    let singular = matches!(words.to_lowercase().as_str(), "he" | "she");
    let person = |entity: &u32| {
        let entity = named.entities.get(*entity as usize);
        entity.is_some_and(|entity| entity.kind == EntityKind::Person)
    };
    match entities.as_slice() {
        [only] if near && singular && person(only) => Some(vec![*only]),
        _ => None,
    }
}

fn full_name(entities: &[u32], named: &Entities) -> Option<String> {
    let names: Vec<&str> = entities
        .iter()
        .filter_map(|entity| named.entities.get(*entity as usize))
        .map(|entity| entity.name.as_str())
        .collect();
    match names.as_slice() {
        [] => None,
        [only] => Some((*only).to_owned()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

/// Words of a role's end that a description may repeat.
const ROLE_WORDS: usize = 8;

/// Every ending of every role in the story and the one person who holds it; `None` where two do.
struct Roles(BTreeMap<String, Option<u32>>);

impl Roles {
    fn new(named: &Entities) -> Self {
        let mut holders = BTreeMap::new();
        for (index, entity) in named.entities.iter().enumerate() {
            let Ok(index) = u32::try_from(index) else { break };
            if entity.kind == EntityKind::Person {
                for role in &entity.roles {
                    for ending in endings(&key(&role.text)) {
                        let holder = holders.entry(ending.to_owned()).or_insert(Some(index));
                        *holder = holder.filter(|holder| *holder == index);
                    }
                }
            }
        }
        Self(holders)
    }

    /// The one person with a role that ends with the words of `description` ("the minister").
    fn holder(&self, description: &str) -> Option<u32> {
        self.0.get(key(description).strip_prefix("the ")?).copied().flatten()
    }
}

/// The last word of `role`, its last two words, and so on up to [`ROLE_WORDS`].
fn endings(role: &str) -> impl Iterator<Item = &str> {
    let starts = role.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
    starts.take(ROLE_WORDS).filter_map(|at| role.get(at..))
}

fn key(text: &str) -> String {
    fold(text, Folding::new().case().diacritics()).into_owned()
}
