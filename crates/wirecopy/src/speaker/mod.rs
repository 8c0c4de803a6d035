//! Who is meant: from the span that says who spoke to the people of the story.
//!
//! "Lavrov and Kerry" are two; "a spokesman for Kerry" is not Kerry; "the secretary of state" is
//! whoever holds that role in this story; "she" is the nearest woman who may have spoken. A wrong
//! name is worse than none: what no rule decides keeps its span and gets no name.

mod name;
mod pronoun;
mod role;

use crate::{Quote, Speaker, SpeakerLink};
use pronoun::Discourse;
use role::Roles;
use wirecopy_entity::{Entities, Mention};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Gives every quotation's speaker its entities and full name: one pass over the quotations, each
/// with the mentions in its speaker span and in a few sentences before it.
pub(crate) fn resolve(
    text: &str,
    tokens: &Tokens,
    quotes: Vec<wirecopy_quote::Quote>,
    named: &Entities,
) -> Vec<Quote> {
    let roles = Roles::new(named);
    let mut discourse = Discourse::new(text, tokens, &quotes, named);
    let mut resolved = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let speaker = quote.speaker.map(|span| {
            let (entities, link) = link(text, span, named, &roles, &discourse);
            discourse.spoke(span, &entities);
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

/// The first rule that decides: a name, a role, a pronoun.
fn link(
    text: &str,
    span: Span,
    named: &Entities,
    roles: &Roles,
    discourse: &Discourse<'_>,
) -> (Vec<u32>, SpeakerLink) {
    let by_name = name::heads(text, span, named);
    if !by_name.is_empty() {
        return (by_name, SpeakerLink::Name);
    }
    let words = span.of(text);
    if let Some(holder) = roles.holder(words, discourse.before(span)) {
        return (vec![holder], SpeakerLink::Role);
    }
    if let Some(meant) = discourse.meant_by(words, span) {
        return (meant, SpeakerLink::Pronoun);
    }
    (Vec::new(), SpeakerLink::None)
}

/// The mentions that begin within `span`.
fn mentions_in(named: &Entities, span: Span) -> &[Mention] {
    let mentions = named.mentions.as_slice();
    let first = mentions.partition_point(|mention| mention.span.start() < span.start());
    let rest = mentions.get(first..).unwrap_or_default();
    let count = rest.partition_point(|mention| mention.span.start() < span.end());
    rest.get(..count).unwrap_or_default()
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
