//! Quotations without a cue of their own: the speaker before goes on.
//!
//! `“A,” Kerry said. He paused. “B.”` is one quotation with two pieces; so is one whose next
//! paragraph opens with a mark because the last never closed. A paragraph of nothing but marks behind
//! a closed quotation is another: who goes on, or answers, is told by whoever resolves speakers. Where
//! nobody is at hand the quotation stands without a speaker: better none than the wrong one.

use crate::beside::{after, beat, beat_of_paragraph, before, clause_before};
use crate::lexicon::{lexicon, usage};
use crate::phrases::{Phrase, phrase_right};
use crate::quote::{Act, Quote, QuoteKind, QuoteReason};
use crate::vain::sums_up;
use crate::words::{Tag, Words, is_loud};
use std::mem;
use wirecopy_text::{Span, Spanned};

/// Fewer words between marks than this are a term, not a sentence.
const SENTENCE: usize = 4;

/// So many are enough where somebody stands beside them: `Her message was blunt: “Run.”`
const SHORT: usize = 1;

/// Quotations before one that are asked who spoke last.
const NEAR: usize = 16;

/// So many are enough where they are the paragraph.
const WHOLE: usize = 2;

/// Words at the end of a paragraph in which its cue may stand.
const TAG: usize = 4;

/// Signs that open an item of a list.
const BULLETS: [&str; 9] = ["•", "·", "●", "▪", "‣", "*", "-", "–", "—"];

/// What one paragraph hands to the next.
#[derive(Debug, Default)]
pub(crate) struct Continuity {
    /// Index of the last quotation in marks, if the paragraph before ended with it or its cue.
    last: Option<usize>,
    /// The last quotation was not closed.
    open: bool,
    /// The paragraph before ended with a colon: who it announces, and the cue.
    announced: Option<(Option<Span>, Span)>,
    /// It was nothing but a label in capitals: `ANN KERR, HOST:`.
    labelled: bool,
    /// Index of the quotation whose list goes on.
    listed: Option<usize>,
    /// Whom the last sentence was about, in a paragraph without quotations.
    about: Option<Span>,
}

impl Continuity {
    /// Places the quotations of one paragraph that no cue has claimed.
    pub(crate) fn carry(&mut self, words: &Words<'_>, first: usize, quotes: &mut Vec<Quote>) {
        let mut spans: Vec<(Span, usize)> = Vec::new();
        for (index, quote) in quotes.iter().enumerate().skip(first) {
            spans.extend(quote.content.iter().map(|piece| (*piece, index)));
        }
        spans.sort_unstable();
        let own = first..quotes.len();
        self.turn(words, quotes);
        self.sign(words, quotes);
        self.list(words, quotes);
        let mut last = None;
        for (number, pair) in words.pairs.iter().enumerate() {
            let from = words.index_at(pair.open.start());
            let to = words.index_at(pair.end);
            if !words.at(from).quoted {
                continue;
            }
            let span = words.span(from, to);
            let until = spans.partition_point(|(claimed, _)| claimed.start() <= span.start());
            let around = [until.checked_sub(1), Some(until)];
            let claimed = around
                .into_iter()
                .flatten()
                .filter_map(|at| spans.get(at))
                .find(|(claimed, _)| claimed.overlaps(span));
            let opens = number == 0 && from == 0 && self.open;
            if let Some((_, index)) = claimed {
                last = Some(*index);
                name(words, quotes, *index, (from, to));
                if let Some(before) = self.last.filter(|_| opens) {
                    reopen(words.text, quotes, before, *index);
                }
                continue;
            }
            let beside = after(words, to).or_else(|| before(words, from));
            let signed = beside.is_some_and(|(.., reason)| reason == QuoteReason::Dash);
            if !is_sentence(words, from, to, beside.is_some()) && !signed {
                continue;
            }
            let carried = self.last.filter(|_| opens);
            // `Kerr: “It rained.” Dahl: “It snowed.”`
            let labelled = beside.is_some_and(|(.., reason)| reason == QuoteReason::Colon);
            if let Some(index) = last.filter(|_| !labelled) {
                join(quotes, index, span);
            } else if let Some(index) = carried {
                join(quotes, index, span);
                last = Some(index);
            } else {
                last = Some(quotes.len());
                let announced = self.announced.filter(|_| from == 0);
                let announced = announced.map(|(who, cue)| (who, cue, QuoteReason::Colon));
                let beside = beside.map(|(who, cue, reason)| {
                    let span = |phrase: Phrase| words.span(phrase.from, phrase.to);
                    (who.map(span), span(cue), reason)
                });
                let told = || match from {
                    0 => self.about.map(beat_by),
                    _ => follows(words, from, quotes.get(own.clone())?),
                };
                quotes.push(of_its_own(span, beside.or(announced).or_else(told)));
            }
        }
        let silent = last.is_none() && quotes.len() == first;
        let about = silent.then(|| beat_of_paragraph(words)).flatten();
        self.about = about.map(|who| words.span(who.from, who.to));
        self.announced = announcement(words);
        self.labelled = is_label(words);
        self.open = words.pairs.last().is_some_and(|pair| pair.close.is_none());
        self.last = last;
    }

    /// The paragraph below a label is what is said.
    fn turn(&self, words: &Words<'_>, quotes: &mut Vec<Quote>) {
        let Some((speaker, cue)) = self.announced.filter(|_| self.labelled) else { return };
        let to = words.len();
        if words.at(0).quoted || !words.is(to.saturating_sub(1), &[".", "?", "!", "…"]) {
            return;
        }
        quotes.push(Quote {
            kind: QuoteKind::Indirect,
            act: Act::Speech,
            content: vec![words.span(0, to)],
            cue: vec![cue],
            speaker,
            reason: QuoteReason::Colon,
            evidence: None,
        });
    }

    /// What stands below `The union demands:`, item by item.
    fn list(&mut self, words: &Words<'_>, quotes: &mut Vec<Quote>) {
        let listed = self.listed.take();
        let (to, sign) = (words.len(), words.surface(0));
        if to < 3 || !BULLETS.contains(&sign) || words.at(1).quoted {
            return;
        }
        let span = words.span(1, to);
        if let Some(index) = listed {
            join(quotes, index, span);
        } else if let Some((speaker, cue)) = self.announced.filter(|(_, cue)| says(words, *cue)) {
            quotes.push(Quote {
                kind: QuoteKind::Indirect,
                ..of_its_own(span, Some((speaker, cue, QuoteReason::Colon)))
            });
        } else {
            return;
        }
        self.listed = listed.or(quotes.len().checked_sub(1));
    }

    /// A paragraph of its own below the quotation: `– Kerry`.
    fn sign(&self, words: &Words<'_>, quotes: &mut [Quote]) {
        let Some(index) = self.last else { return };
        let Some(quote) = quotes.get_mut(index).filter(|quote| quote.speaker.is_none()) else {
            return;
        };
        if words.tag(0) != Tag::Dash || words.tag(1) != Tag::Name {
            return;
        }
        let Some(to) = phrase_right(words, 1, false) else { return };
        if to + 1 >= words.len() || words.tag(to) == Tag::Comma {
            quote.speaker = Some(words.span(1, to));
            quote.cue = vec![words.span(0, 1)];
            quote.reason = QuoteReason::Dash;
        }
    }
}

/// Longest label of a turn, in words.
const LABEL: usize = 14;

/// Whether the paragraph is nothing but a label in capitals and a colon.
fn is_label(words: &Words<'_>) -> bool {
    let to = words.len();
    let loud = (0..to).all(|at| is_loud(words.surface(at)));
    let named = (0..to).any(|at| words.surface(at).starts_with(char::is_uppercase));
    loud && named && (3..=LABEL).contains(&to) && words.tag(to - 1) == Tag::Colon
}

/// Who a paragraph that ends with a colon announces.
fn announcement(words: &Words<'_>) -> Option<(Option<Span>, Span)> {
    let sign = words.len().checked_sub(1)?;
    if words.tag(sign) != Tag::Colon || sums_up(words, 0) {
        return None;
    }
    let (speaker, cue) = clause_before(words, sign)?;
    let speaker = speaker.map(|phrase| words.span(phrase.from, phrase.to));
    Some((speaker, words.span(cue.from, cue.to)))
}

/// What stands in marks by itself, by whom the words beside it or the paragraph before name.
fn of_its_own(span: Span, by: Option<(Option<Span>, Span, QuoteReason)>) -> Quote {
    let (speaker, cue, reason) = match by {
        Some((speaker, cue, reason)) => {
            (speaker, Some(cue).into_iter().filter(|cue| !cue.is_empty()).collect(), reason)
        }
        None => (None, Vec::new(), QuoteReason::MarksOnly),
    };
    Quote {
        kind: QuoteKind::Direct,
        act: Act::Speech,
        content: vec![span],
        cue,
        speaker,
        reason,
        evidence: None,
    }
}

/// Whether a word of `cue`, which the paragraph before ended with, tells of speech.
fn says(words: &Words<'_>, cue: Span) -> bool {
    let mut cue = cue.of(words.text).split_whitespace();
    cue.any(|word| lexicon().get(word.trim_end_matches(':')).has(usage::TELLS))
}

/// `“It rained.` in the paragraph before and here `“Nobody came,” Kerr said`: the quotation that went on has the
/// speaker of this one.
fn reopen(text: &str, quotes: &mut [Quote], before: usize, index: usize) {
    // `“It rained, Kerr said.`: an odd mark, and another's words.
    let tagged = |piece: &Span| {
        let mut last = piece.of(text).rsplit(' ').take(TAG);
        let says = |word: &str| lexicon().get(word.trim_end_matches('.')).has(usage::TELLS);
        last.any(says) && last.any(|word| word.ends_with(','))
    };
    let earlier = quotes.get_mut(before).filter(|earlier| earlier.speaker.is_none());
    let Some(earlier) = earlier.filter(|earlier| !earlier.content.last().is_some_and(tagged))
    else {
        return;
    };
    let mut content = mem::take(&mut earlier.content);
    if let Some(quote) = quotes.get_mut(index) {
        content.append(&mut quote.content);
        quote.content = content;
    }
}

/// Who spoke in the sentence before the quotation at `from`, by one of `own`, the paragraph's, or whom that
/// sentence is about.
fn follows(
    words: &Words<'_>,
    from: usize,
    own: &[Quote],
) -> Option<(Option<Span>, Span, QuoteReason)> {
    let (first, to) = words.sentence(from.checked_sub(1)?);
    let sentence = words.span(first, to);
    let before = own.partition_point(|quote| quote.span().start() < sentence.end());
    let near = own.get(..before)?.iter().rev().take(NEAR);
    let spoke = near.filter(|quote| {
        quote.speaker.is_some() && quote.cue.iter().any(|cue| sentence.contains_span(*cue))
    });
    let told = spoke.max_by_key(|quote| quote.cue.first().map(|cue| cue.start()));
    let told = told.and_then(|quote| quote.speaker.map(|who| (who, QuoteReason::FollowUp)));
    let beat = || beat(words, from).map(|who| (words.span(who.from, who.to), QuoteReason::Beat));
    let (who, reason) = told.or_else(beat)?;
    Some((Some(who), Span::empty_at(who.start()), reason))
}

/// Gives a quotation that has a cue and nobody who speaks whom the words beside its marks name.
fn name(words: &Words<'_>, quotes: &mut [Quote], index: usize, (from, to): (usize, usize)) {
    let span = words.span(from, to);
    let Some(quote) = quotes.get_mut(index) else { return };
    if quote.speaker.is_none() && quote.content.contains(&span) {
        let who = after(words, to).or_else(|| before(words, from)).and_then(|(who, ..)| who);
        quote.speaker = who.map(|who| words.span(who.from, who.to));
    }
}

fn beat_by(who: Span) -> (Option<Span>, Span, QuoteReason) {
    (Some(who), Span::empty_at(who.start()), QuoteReason::Beat)
}

fn join(quotes: &mut [Quote], index: usize, span: Span) {
    if let Some(quote) = quotes.get_mut(index) {
        quote.content.push(span);
    }
}

/// Whether the words from `from` to `to`, marks included, read as a sentence of speech, which may end in
/// a comma if it `waits` for somebody.
fn is_sentence(words: &Words<'_>, from: usize, to: usize, waits: bool) -> bool {
    let spoken = (from..to).filter(|&at| !words.at(at).kind_is_sign()).count();
    let capital =
        (from..to).find(|&at| !words.at(at).kind_is_sign()).is_some_and(|at| words.at(at).capital);
    let stop = (from..to)
        .rev()
        .take(3)
        .any(|at| words.tag(at) == Tag::Stop || waits && words.tag(at) == Tag::Comma);
    // `“Never again.”`, a paragraph of its own
    let whole = from == 0 && to >= words.len() && stop;
    let enough = spoken >= SENTENCE || waits && spoken >= SHORT || whole && spoken >= WHOLE;
    enough && capital && (stop || to >= words.len())
}
