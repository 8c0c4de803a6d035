//! A speaker who is a pronoun: the nearest person before it who may be meant.
//!
//! Sentence by sentence backwards, the first fitting person of a sentence comes before the later
//! ones, since the subject of the last sentence is what "he" most often means (Hobbs 1978; Grosz,
//! Joshi and Weinstein 1995). People who are only talked about inside quotation marks do not count.

use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Sentences before the pronoun that are searched, its own included.
const REACH: usize = 6;

/// Mentions of one sentence that are searched; more stand in lists.
const MENTIONS: usize = 24;

/// What the story has said so far: sentences, mentions outside quotations, and who spoke.
pub(super) struct Discourse<'a> {
    tokens: &'a Tokens,
    named: &'a Entities,
    /// Content of all quotations, by start.
    content: Vec<Span>,
    /// Resolved speakers by the start of their span: a pronoun that was resolved counts as a
    /// mention of its person.
    spoken: BTreeMap<u32, u32>,
    /// The entities of the speaker before, for "they" and "both".
    last: Vec<u32>,
}

impl<'a> Discourse<'a> {
    pub(super) fn new(
        text: &str,
        tokens: &'a Tokens,
        quotes: &[wirecopy_quote::Quote],
        named: &'a Entities,
    ) -> Self {
        // Only words inside quotation marks are somebody else's.
        let quoted = quotes.iter().flat_map(|quote| &quote.content).copied();
        let is_marked = |span: &Span| {
            let first = span.of(text).chars().next();
            first.is_some_and(wirecopy_text::chars::is_double_quote)
        };
        let mut content: Vec<Span> = quoted.filter(is_marked).collect();
        content.sort_unstable();
        Self { tokens, named, content, spoken: BTreeMap::new(), last: Vec::new() }
    }

    /// Remembers who spoke at `span`.
    pub(super) fn spoke(&mut self, span: Span, entities: &[u32]) {
        if let [only] = entities {
            self.spoken.insert(span.start(), *only);
        }
        if !entities.is_empty() {
            self.last = entities.to_vec();
        }
    }

    /// The mentions before `span`, in order.
    pub(super) fn before(&self, span: Span) -> &'a [Mention] {
        let mentions = self.named.mentions.as_slice();
        let count = mentions.partition_point(|mention| mention.span.start() < span.start());
        mentions.get(..count).unwrap_or_default()
    }

    /// Whom the pronoun `words` at `span` means; `None` if it is no pronoun, or nobody fits.
    pub(super) fn meant_by(&self, words: &str, span: Span) -> Option<Vec<u32>> {
        match words.to_lowercase().as_str() {
            "he" | "him" => self.person(span, Gender::Male).map(|person| vec![person]),
            "she" | "her" => self.person(span, Gender::Female).map(|person| vec![person]),
            "they" | "both" | "the two" => (self.last.len() > 1).then(|| self.last.clone()),
            "who" => self.adjacent(span).map(|entity| vec![entity]),
            _ => None,
        }
    }

    /// The nearest person before `span` who may be of `gender`. Somebody known to be is preferred
    /// to somebody nearer of whom the story does not tell, if only a sentence lies between.
    fn person(&self, span: Span, gender: Gender) -> Option<u32> {
        let sentences = self.tokens.sentences();
        let here = sentences.partition_point(|sentence| sentence.span().start() <= span.start());
        let reach = sentences.get(here.saturating_sub(REACH)..here)?;
        let mut doubtful = None;
        for (distance, sentence) in reach.iter().rev().enumerate() {
            if doubtful.is_some_and(|(_, since)| distance > since + 1) {
                break;
            }
            let until = sentence.span().end().min(span.start());
            let part = Span::new(sentence.span().start().min(until), until);
            for person in self.people(part) {
                match self.named.entities.get(person as usize)?.gender {
                    Some(known) if known == gender => return Some(person),
                    Some(_) => {}
                    None => doubtful = doubtful.or(Some((person, distance))),
                }
            }
        }
        doubtful.map(|(person, _)| person)
    }

    /// The people mentioned in `part` outside quotation marks, by name or as resolved speakers, in
    /// order.
    fn people(&self, part: Span) -> Vec<u32> {
        let by_name =
            super::mentions_in(self.named, part).iter().take(MENTIONS).filter(|mention| {
                mention.kind == EntityKind::Person
                    && matches!(mention.form, MentionForm::Name | MentionForm::Short)
                    && !self.is_quoted(mention.span)
            });
        let mut people: Vec<(u32, u32)> = by_name
            .filter_map(|mention| Some((mention.span.start(), mention.entity?)))
            .chain(self.spoken.range(part.start()..part.end()).map(|(at, person)| (*at, *person)))
            .filter(|(_, person)| self.is_person(*person))
            .collect();
        people.sort_unstable();
        people.into_iter().map(|(_, person)| person).collect()
    }

    fn is_person(&self, entity: u32) -> bool {
        let entity = self.named.entities.get(entity as usize);
        entity.is_some_and(|entity| entity.kind == EntityKind::Person)
    }

    fn is_quoted(&self, span: Span) -> bool {
        let after = self.content.partition_point(|content| content.start() <= span.start());
        let before = after.checked_sub(1).and_then(|index| self.content.get(index));
        before.is_some_and(|content| content.contains_span(span))
    }

    /// The entity whose name ends right before `span`: "Keller, who said".
    fn adjacent(&self, span: Span) -> Option<u32> {
        let last = self.before(span).last()?;
        (span.start().saturating_sub(last.span.end()) <= 2).then_some(last.entity?)
    }
}
