//! A speaker's span that holds names: which of them head it.
//!
//! "Foreign Minister Sergei Lavrov, who met Kerry" is Lavrov; "Lavrov and U.S. Secretary of State
//! John Kerry" are both, because between the names stand only "and" and Kerry's role; "Kerry's
//! lawyer" and "a spokesman for Kerry" are nobody of the story.

use super::mentions_in;
use wirecopy_entity::{Entities, EntityKind, Mention, MentionForm};
use wirecopy_text::Span;

/// Words after which a name is not the head of the noun phrase.
const PREPOSITIONS: [&str; 14] = [
    "for", "of", "to", "at", "from", "with", "in", "on", "by", "under", "against", "near", "who",
    "whose",
];

/// The people who head the span, or else the organisations or places.
pub(super) fn heads(text: &str, span: Span, named: &Entities) -> Vec<u32> {
    let inside = mentions_in(named, span);
    let people = joined(text, span, inside, named, |kind| kind == EntityKind::Person);
    if !people.is_empty() || inside.iter().any(|mention| mention.kind == EntityKind::Person) {
        return people;
    }
    let is_group = |kind| matches!(kind, EntityKind::Organization | EntityKind::Place);
    let groups = joined(text, span, inside, named, is_group);
    let Some(last) = inside.iter().rev().find(|mention| is_group(mention.kind)) else {
        return groups;
    };
    // "Kremlin officials" are not the Kremlin.
    if is_tail(text, Span::new(last.span.end().min(span.end()), span.end())) {
        groups
    } else {
        Vec::new()
    }
}

/// The named mentions of a kind that stand at the head of `span`, joined by "and" or commas.
fn joined(
    text: &str,
    span: Span,
    inside: &[Mention],
    named: &Entities,
    is_kind: impl Fn(EntityKind) -> bool,
) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut from = span.start();
    for mention in inside {
        let named_here = matches!(mention.form, MentionForm::Name | MentionForm::Short)
            && span.contains_span(mention.span)
            && is_kind(mention.kind);
        let Some(entity) = mention.entity.filter(|_| named_here && mention.span.start() >= from)
        else {
            continue;
        };
        let before = Span::new(from, mention.span.start());
        let words = without_roles(text, before, entity, named);
        let follows = found.is_empty() || words.iter().any(|word| word == "and" || word == "&");
        let modified = words.iter().any(|word| PREPOSITIONS.contains(&word.as_str()));
        if !follows || modified || is_possessive(text, mention.span) {
            break;
        }
        if !found.contains(&entity) {
            found.push(entity);
        }
        from = mention.span.end();
    }
    found
}

/// The words of `span`, lower case, up to the first role of the entity that stands there.
fn without_roles(text: &str, span: Span, entity: u32, named: &Entities) -> Vec<String> {
    let roles = named.entities.get(entity as usize).map(|e| e.roles.as_slice()).unwrap_or_default();
    let first = roles.partition_point(|role| role.span.end() <= span.start());
    let end = roles
        .get(first)
        .filter(|role| role.span.overlaps(span))
        .map_or(span.end(), |role| role.span.start().max(span.start()));
    let kept = Span::new(span.start(), end).of(text);
    kept.replace(',', " , ").split_whitespace().map(str::to_lowercase).collect()
}

/// Whether what follows a group's name leaves it the head: nothing, or an aside.
fn is_tail(text: &str, after: Span) -> bool {
    let rest = after.of(text).trim_start();
    rest.is_empty() || rest.starts_with([',', '(', '-', '—', '–'])
}

fn is_possessive(text: &str, name: Span) -> bool {
    let rest = text.get(name.end() as usize..).unwrap_or_default();
    ["'s ", "’s ", "' ", "’ "].iter().any(|mark| rest.starts_with(mark))
}
