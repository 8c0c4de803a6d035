//! Quotations without a cue of their own: the speaker before goes on.
//!
//! `“A,” Kerry said. He paused. “B.”` is one quotation with two pieces; so is one whose next
//! paragraph opens with a mark because the last never closed. A paragraph of nothing but marks behind
//! a closed quotation is another: who goes on, or answers, is told by whoever resolves speakers. Where
//! nobody is at hand the quotation stands without a speaker: better none than the wrong one.

use crate::phrases::{Phrase, REACH, group_start, phrase_left, phrase_right};
use crate::quote::{Act, Quote, QuoteKind, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words};
use wirecopy_text::Span;

/// Fewer words between marks than this are a term, not a sentence.
const SENTENCE: usize = 4;

/// So many are enough where somebody stands beside them: `Her message was blunt: “Stay home.”`
const SHORT: usize = 2;

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
}

impl Continuity {
    /// Places the quotations of one paragraph that no cue has claimed.
    pub(crate) fn carry(&mut self, words: &Words<'_>, first: usize, quotes: &mut Vec<Quote>) {
        let mut spans: Vec<(Span, usize)> = Vec::new();
        for (index, quote) in quotes.iter().enumerate().skip(first) {
            spans.extend(quote.content.iter().map(|piece| (*piece, index)));
        }
        spans.sort_unstable();
        self.turn(words, quotes);
        self.sign(words, quotes);
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
            if let Some((_, index)) = claimed {
                last = Some(*index);
                continue;
            }
            let beside = after(words, to).or_else(|| before(words, from));
            let signed = beside.is_some_and(|(.., reason)| reason == QuoteReason::Dash);
            if !is_sentence(words, from, to, beside.is_some()) && !signed {
                continue;
            }
            let carried = self.last.filter(|_| number == 0 && from == 0 && self.open);
            if let Some(index) = last {
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
                quotes.push(of_its_own(span, beside.or(announced)));
            }
        }
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

/// A speaker, the cue's words, and why.
type Beside = (Option<Phrase>, Phrase, QuoteReason);

/// `“…,” Kerry retaliated.`: any verb will do where the quotation waits for one; `“…” – Kerry`.
fn after(words: &Words<'_>, to: usize) -> Option<Beside> {
    if words.tag(to) == Tag::Dash || words.is(to, &["-", "--"]) {
        let end = phrase_right(words, to + 1, false)?;
        let alone =
            words.tag(to + 1) == Tag::Name && (end >= words.len() || words.tag(end).is_break());
        return alone
            .then(|| (Some(Phrase::new(to + 1, end)), Phrase::new(to, to + 1), QuoteReason::Dash));
    }
    let waits = (to.saturating_sub(3)..to)
        .any(|at| words.tag(at) == Tag::Comma || words.is(at, &["?", "!", "—"]));
    if !waits || to >= words.len() {
        return None;
    }
    if words.tag(to) == Tag::Finite {
        let end = phrase_right(words, to + 1, true)?;
        let speaker = Phrase::new(to + 1, end);
        return Some((Some(speaker), Phrase::new(to, to + 1), QuoteReason::InvertedCueAfterMarks));
    }
    let end = phrase_right(words, to, true)?;
    let mut verb = end;
    while words.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    (words.tag(verb) == Tag::Finite).then(|| {
        (Some(Phrase::new(to, end)), Phrase::new(verb, verb + 1), QuoteReason::CueAfterMarks)
    })
}

/// `Here is Kerry in May: “…”`, `As the choir sang, “…”`.
fn before(words: &Words<'_>, from: usize) -> Option<Beside> {
    let sign = from.checked_sub(1)?;
    matches!(words.tag(sign), Tag::Colon | Tag::Comma).then_some(())?;
    let (speaker, cue) = clause_before(words, sign)?;
    let reason = if words.tag(sign) == Tag::Colon {
        QuoteReason::Colon
    } else {
        QuoteReason::CueBeforeMarks
    };
    Some((speaker, cue, reason))
}

/// Subject and cue of the clause that the colon or comma at `sign` closes.
fn clause_before(words: &Words<'_>, sign: usize) -> Option<(Option<Phrase>, Phrase)> {
    let (first, _) = words.sentence(sign);
    let floor = first.max(sign.saturating_sub(REACH));
    let loud = (first..sign).all(|at| !words.surface(at).chars().any(char::is_lowercase));
    let verb = (floor..sign).rev().find(|&at| {
        (words.tag(at).is_finite() || words.tag(at) == Tag::Gerund) && !words.at(at).quoted
    });
    let colon = words.tag(sign) == Tag::Colon;
    let end = if colon { sign + 1 } else { sign };
    if let Some(verb) = verb {
        let group = group_start(words, verb);
        if words.is(group.saturating_sub(1), &["here"]) || words.is(group, &["here"]) {
            let to = phrase_right(words, verb + 1, false)?;
            return Some((Some(Phrase::new(verb + 1, to)), Phrase::new(sign, end)));
        }
        let subject = subject_left(words, group)?;
        return Some((Some(subject), Phrase::new(group, verb + 1)));
    }
    if !colon {
        return None;
    }
    // `ANN KERR, ECONOMIST, NORDEN BANK:`
    if loud && first == 0 && sign > 1 {
        return Some((Some(Phrase::new(first, sign)), Phrase::new(sign, end)));
    }
    let phrase = phrase_left(words, sign)?;
    Some((Some(phrase), Phrase::new(sign, end)))
}

/// Longest label of a turn, in words.
const LABEL: usize = 14;

/// Whether the paragraph is nothing but a label in capitals and a colon.
fn is_label(words: &Words<'_>) -> bool {
    let to = words.len();
    let loud = (0..to).all(|at| !words.surface(at).chars().any(char::is_lowercase));
    let named = (0..to).any(|at| words.surface(at).starts_with(char::is_uppercase));
    loud && named && (3..=LABEL).contains(&to) && words.tag(to - 1) == Tag::Colon
}

/// Who a paragraph that ends with a colon announces.
fn announcement(words: &Words<'_>) -> Option<(Option<Span>, Span)> {
    let sign = words.len().checked_sub(1)?;
    if words.tag(sign) != Tag::Colon {
        return None;
    }
    let (speaker, cue) = clause_before(words, sign)?;
    let speaker = speaker.map(|phrase| words.span(phrase.from, phrase.to));
    Some((speaker, words.span(cue.from, cue.to)))
}

/// What stands in marks by itself, by whom the words beside it or the paragraph before name.
fn of_its_own(span: Span, by: Option<(Option<Span>, Span, QuoteReason)>) -> Quote {
    let (speaker, cue, reason) = match by {
        Some((speaker, cue, reason)) => (speaker, vec![cue], reason),
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
    (spoken >= SENTENCE || waits && spoken >= SHORT) && capital && (stop || to >= words.len())
}
