//! Headlines that name who says what they say: `Bridge to open in May - governor`, `‘We had no warning’: miller on
//! flood`.

use crate::lexicon::class::{MEDIUM, PARTICIPLE, PLURAL, SIGNER, SPEAKER_NOUN, TITLE};
use crate::linking::{Draft, Linker};
use crate::phrases::{Phrase, chunk_right};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};
use wirecopy_token::TokenKind;

/// Longest signature of a headline, in words.
const SIGNATURE: usize = 5;

/// Longest headline, in words.
const HEADLINE: usize = 30;

/// Where a headline ends, without the brackets that count its parts: `… - deputy head (Part 2)`.
fn without_number(words: &Words<'_>) -> usize {
    let to = words.len();
    if to < 4 || words.tag(to - 1) != Tag::CloseBracket {
        return to;
    }
    let first = to.saturating_sub(SIGNATURE);
    (first..to).rev().find(|&at| words.tag(at) == Tag::OpenBracket).unwrap_or(to)
}

impl Linker<'_, '_> {
    /// `‘We had no warning’: miller on flood`, `‘I'd do it again’ – Kerr`: words in marks, and behind a sign whose
    /// they are.
    pub(crate) fn quoted_headline(&self) -> Option<Draft> {
        let words = self.words;
        let pair = words
            .pair_at(0)
            .filter(|pair| pair.open == words.at(0).span && pair.close.is_some())?;
        let sign = words.index_at(pair.end);
        let signed = words.is(sign, &[":", "-", "--"]) || words.tag(sign) == Tag::Dash;
        let whole =
            words.len() <= HEADLINE && words.tag(words.len().saturating_sub(1)) != Tag::Stop;
        // `‘Never again’ - banned prop Kerr`
        let from = sign + 1 + usize::from(words.at(sign + 1).entry.is(PARTICIPLE));
        let to = (signed && whole).then(|| chunk_right(words, from))??;
        let last = words.at(to - 1);
        let led = words.tag(to) == Tag::Wh
            || words.is(to, &["on", "about", "after"])
            || to >= words.len();
        let somebody = last.entry.is(SPEAKER_NOUN | TITLE | MEDIUM | SIGNER | PLURAL)
            || words.tag(to - 1) == Tag::Name
            || last.surface.ends_with("er")
            || last.surface.ends_with('s')
            || led && words.tag(to - 1) == Tag::Noun;
        let reason = if words.is(sign, &[":"]) { QuoteReason::Colon } else { QuoteReason::Dash };
        Some(Draft {
            cue: Some(Phrase::new(sign, sign + 1)),
            content: vec![Phrase::new(0, sign)],
            speaker: somebody.then(|| Phrase::new(sign + 1, to)),
            act: Act::Speech,
            reason,
            evidence: None,
        })
    }

    /// `Bridge to open in May - governor`, `I sold the boat - Kerr, Tarn captain`, `We will stay - Kerr`: a headline
    /// that its source signs.
    pub(crate) fn signed_headline(&self) -> Option<Draft> {
        let words = self.words;
        let to = without_number(words);
        let dash = (to.saturating_sub(SIGNATURE + 1)..to).rev().find(|&at| {
            words.tag(at) == Tag::Dash || matches!(words.surface(at), "-" | "--" | ":")
        })?;
        let signature = Phrase::new(dash + 1, to);
        let mut last = false;
        let plain = (signature.from..to).all(|at| {
            let entry = words.at(at).entry;
            last = entry.is(SPEAKER_NOUN | TITLE | MEDIUM | SIGNER);
            // `Kerr, Tarn captain`
            let apposed = words.tag(at) == Tag::Comma
                && words.tag(at - 1) == Tag::Name
                && (dash + 1..at).all(|at| words.tag(at) == Tag::Name);
            apposed
                || matches!(words.tag(at), Tag::Noun | Tag::Name | Tag::Adjective | Tag::Genitive)
        });
        let own = |at: usize| words.is(at, &["i", "we", "my", "our", "us", "me"]);
        let named = (0..dash).any(own) && words.tag(to - 1) == Tag::Name;
        let acronym = signature.to == signature.from + 1
            && words.at(signature.from).kind == TokenKind::Acronym;
        let clause = Phrase::new(0, dash);
        let opens = !words.at(0).quoted && dash >= 4;
        (plain && (last || acronym || named) && opens).then(|| Draft {
            cue: Some(Phrase::new(dash, dash + 1)),
            content: vec![clause],
            speaker: Some(signature),
            act: Act::Speech,
            reason: QuoteReason::Dash,
            evidence: None,
        })
    }
}
