//! Training a [`QuoteModel`] on annotated stories.
//!
//! ```
//! use wirecopy_quote::train::{Attribution, Trainer};
//! use wirecopy_text::Span;
//! use wirecopy_token::tokenize;
//!
//! let text = "The ferry will sail, Ana Ruiz said.";
//! let gold = Attribution {
//!     content: vec![Span::new(0, 19)],
//!     source: vec![Span::new(21, 29)],
//!     cue: vec![Span::new(30, 34)],
//! };
//! let mut trainer = Trainer::new();
//! for _ in 0..20 {
//!     trainer.add(text, &tokenize(text), &[gold.clone()]);
//! }
//! let (model, report) = trainer.fit()?;
//! assert!(model.as_bytes().len() > 1_000);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::assemble::by_cue;
use super::explain::{act, reason};
use super::features::{Memory, Ruled, View};
use super::label::{Role, paint};
use super::{FEATURES, LABELS, QuoteModel, QuoteModelError};
use crate::linking::{Draft, link_all};
use crate::phrases::Phrase;
use crate::quote::Nested;
use crate::within::{Content, contents, within};
use crate::words::Words;
use std::mem;
use wirecopy_linear::train::{Crf, Report, Sequences, Table};
use wirecopy_linear::{Constraints, Features};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// What a person says is attributed: byte spans into the story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who: usually one span, or none.
    pub source: Vec<Span>,
    /// The words that say that it was said.
    pub cue: Vec<Span>,
    /// What: one span or several.
    pub content: Vec<Span>,
}

/// Bytes by which a content is longer than one within it, at least: its marks.
const MARKS: u32 = 4;

/// Collects annotated stories, then trains.
///
/// The defaults are those of the weights that come with wirecopy. Training is deterministic: the
/// same stories in the same order give the same bytes on every machine.
#[derive(Debug, Clone, Default)]
pub struct Trainer {
    settings: Crf,
    sequences: Sequences,
}

impl Trainer {
    /// A trainer with no stories.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Crf {
            epochs: 16,
            rate: 0.01,
            l1: 0.0003,
            table: Table::Checked { min_count: 10 },
            ..Crf::default()
        })
    }

    /// A trainer with other settings: fewer than some hundred stories want a smaller `min_count`.
    #[must_use]
    pub fn with(settings: Crf) -> Self {
        Self { settings, sequences: Sequences::new() }
    }

    /// Adds a story with everything that it attributes. Words of no attribution count as evidence
    /// that nothing is attributed there, so annotate the whole story or cut it. If one attribution at
    /// least lies within the content of another, all such are taken to be annotated, and the second
    /// reading ([`Nested::All`]) learns from them; else the story says nothing of it.
    pub fn add(&mut self, text: &str, tokens: &Tokens, gold: &[Attribution]) {
        let outer = outermost(gold.iter().collect());
        let mut memory = Memory::default();
        for (number, paragraph) in tokens.paragraphs().iter().enumerate() {
            let words = Words::new(text, tokens, paragraph);
            let (rules, inner) = link_all(&words, number == 0);
            self.push(&words, Ruled::outer(&rules), &outer, &mut memory);
            if outer.len() < gold.len() {
                let drafts = drafts(&words, &outer, &rules);
                let found = within(&words, &drafts, inner, Nested::All);
                for Content { piece, inside, given, doubted } in contents(&words, &drafts, found) {
                    let within = annotated_within(gold, words.span(piece.from, piece.to));
                    self.push(&inside, Ruled::within(&given, &doubted), &within, &mut memory);
                }
            }
        }
    }

    /// Adds what is read at once: a paragraph or a content.
    fn push(
        &mut self,
        words: &Words<'_>,
        rules: Ruled<'_>,
        gold: &[&Attribution],
        memory: &mut Memory,
    ) {
        let view = View::new(words, rules, mem::take(memory));
        let mut features = Features::new();
        for at in 0..words.len() {
            let mut row = [0; View::TEMPLATES];
            view.features(at, &mut row);
            features.add_ids(&row);
            features.end_row();
        }
        self.sequences.push(&features, &gold_labels(words, gold));
        *memory = view.into_memory();
    }

    /// Trains. Takes time and memory linear in the words: about a minute and 400 MB for a million.
    ///
    /// # Errors
    ///
    /// If no story was added.
    pub fn fit(&self) -> Result<(QuoteModel, Report), QuoteModelError> {
        let constraints = Constraints::bio(&LABELS);
        let (tagger, report) =
            self.settings.fit(FEATURES, &LABELS, &constraints, &self.sequences)?;
        Ok((QuoteModel::new(tagger)?, report))
    }
}

/// What people attribute in `words`, as the rules would give it.
fn drafts(words: &Words<'_>, gold: &[&Attribution], rules: &[Draft]) -> Vec<Draft> {
    let rules = by_cue(rules);
    let all = words.span(0, words.len());
    let phrases = |spans: &[Span]| -> Vec<Phrase> {
        let spans = spans.iter().filter(|span| all.contains_span(**span));
        spans.filter_map(|span| phrase(words, *span)).collect()
    };
    let draft = |one: &&Attribution| {
        let content = phrases(&one.content);
        let cue = phrases(&one.cue).first().copied();
        let speaker = phrases(&one.source).first().copied();
        let place = cue.unwrap_or(Phrase::new(0, 0));
        let at = rules.partition_point(|(other, _)| other.to <= place.from);
        let rule = rules.get(at).filter(|(other, _)| other.meets(place)).map(|(_, rule)| *rule);
        (!content.is_empty()).then(|| Draft {
            cue,
            speaker,
            act: act(words, place, &content, rule),
            reason: reason(words, place, &content, speaker, rule),
            content,
            evidence: None,
        })
    };
    gold.iter().filter_map(draft).collect()
}

/// What people attribute within a content, `span`: its cue and content lie there and are not all of it.
fn annotated_within(gold: &[Attribution], span: Span) -> Vec<&Attribution> {
    let within = gold.iter().filter(|one| {
        let mut parts = one.cue.iter().chain(&one.content);
        let content: u32 = one.content.iter().map(|piece| piece.len()).sum();
        parts.all(|part| span.contains_span(*part)) && content + MARKS < span.len()
    });
    outermost(within.collect())
}

/// The words that a person's span covers.
fn phrase(words: &Words<'_>, span: Span) -> Option<Phrase> {
    let mut from = words.index_at(span.start());
    if words.before(from, 1).span.end() > span.start() {
        from = from.saturating_sub(1);
    }
    let to = words.index_at(span.end());
    (from < to).then(|| Phrase::new(from, to))
}

/// The attributions that stand within no other's content: a word has one label, and a cue within a
/// content would cut it in two.
fn outermost(gold: Vec<&Attribution>) -> Vec<&Attribution> {
    let is_outer = |at: &usize| {
        let own = gold.get(*at).and_then(|own| own.cue.first().or(own.content.first()));
        let mut others = gold.iter().enumerate().filter(|(other, _)| other != at);
        !own.is_some_and(|own| {
            others.any(|(_, other)| other.content.iter().any(|piece| piece.contains_span(*own)))
        })
    };
    (0..gold.len()).filter(is_outer).filter_map(|at| gold.get(at).copied()).collect()
}

/// The labels that people's spans amount to; cues and sources win over content.
fn gold_labels(words: &Words<'_>, gold: &[&Attribution]) -> Vec<u16> {
    let mut labels = vec![0; words.len()];
    let mut put = |span: &Span, role: Role| {
        if let Some(phrase) = phrase(words, *span) {
            paint(&mut labels, phrase, role);
        }
    };
    for attribution in gold {
        attribution.content.iter().for_each(|span| put(span, Role::Content));
    }
    for attribution in gold {
        attribution.source.iter().for_each(|span| put(span, Role::Source));
        attribution.cue.iter().for_each(|span| put(span, Role::Cue));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_within_another_content_is_passed_over() {
        let said =
            |content, cue| Attribution { content: vec![content], cue: vec![cue], source: vec![] };
        let whole = said(Span::new(10, 50), Span::new(5, 9));
        let inner = said(Span::new(30, 50), Span::new(20, 24));
        let next = said(Span::new(60, 70), Span::new(52, 56));
        assert_eq!(outermost(vec![&whole, &inner, &next]), [&whole, &next]);
    }
}
