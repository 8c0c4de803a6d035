//! A second opinion on where sentences end, learnt from web and mail text.
//!
//! Rules know newswire. Web text breaks them: no capital after the stop, no stop at all, a signature
//! run into one line. A linear model over hashed features of the tokens on both sides reads those
//! cases: 4,096 weights of one byte, integer sums, a frozen hash, so the same answer everywhere. The
//! rule's own verdict is one of its features, and it overrules the rule only when it is sure.
//!
//! The weights come from `wirecopy-dev train sentences`; `data/en/sentences.md` is their card.

use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokens::BoundaryReason;

/// Number of weights; a power of two.
pub(crate) const WEIGHTS: usize = 4096;
/// What one logit is in the sum of the weights.
pub(crate) const UNIT: i32 = 16;
/// How sure the model must be to undo a boundary of the rules.
const VETO: i32 = 2 * UNIT;

/// The trained weights, each an `i8`.
static ENGLISH: &[u8; WEIGHTS] = include_bytes!("../data/en/sentences.weights");

/// What kind of place a boundary is asked for at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// After a stop, or an ellipsis.
    Stop,
    /// After an abbreviation, acronym or initial.
    Abbreviation,
    /// After a colon.
    Colon,
    /// Between two words, in a paragraph that has no stop at its end.
    Gap,
}

/// Everything that the features look at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'t> {
    pub(crate) text: &'t [u8],
    pub(crate) place: Place,
    /// What the rules say.
    pub(crate) rule: Option<BoundaryReason>,
    /// The token that may end the sentence, without its closing marks.
    pub(crate) mark: Token,
    /// The token before that one.
    pub(crate) before: Option<Token>,
    /// The last token of the sentence, if it ends here.
    pub(crate) last: Token,
    /// The next two tokens.
    pub(crate) next: Token,
    pub(crate) after: Option<Token>,
    /// Whether the next token is a word that opens a sentence often and a name hardly ever.
    pub(crate) starter: bool,
    /// Tokens since the sentence began, and until the paragraph ends.
    pub(crate) since: usize,
    pub(crate) until: usize,
    /// Quotation marks and brackets that are open.
    pub(crate) quotes: u32,
    pub(crate) brackets: u32,
    /// Whether the paragraph ends with a stop.
    pub(crate) stopped: bool,
    /// Whether the paragraph has something that edited copy hardly has.
    pub(crate) casual: bool,
    /// Whether the paragraph begins with a small letter.
    pub(crate) small: bool,
}

impl Case<'_> {
    /// Calls `use_slot` with the slot of every feature of this case.
    pub(crate) fn features(&self, mut use_slot: impl FnMut(usize)) {
        let rule = self.rule.map_or(0, |reason| 1 + reason as u32) * 4 + self.place as u32;
        let (mark, next) = (self.word(self.mark), self.word(self.next));
        let before = self.before.map_or(1, |token| self.word(token));
        let after = self.after.map_or(1, |token| self.word(token));
        let shapes = [
            shape(self.mark),
            self.before.map_or(0, shape),
            shape(self.next),
            self.after.map_or(0, shape),
        ];
        let [mark_shape, before_shape, next_shape, after_shape] = shapes;
        let gap = u32::from(self.last.flags().space_after());
        let closed = u32::from(self.last != self.mark) * (1 + self.last.kind() as u32);
        let bare = u32::from(self.place == Place::Gap);
        let style = u32::from(self.stopped)
            | u32::from(self.small) << 1
            | gap << 2
            | u32::from(self.casual) << 3;
        let mut feature = |template: u32, a: u32, b: u32| use_slot(slot(template, a, b));
        feature(1, rule, 0);
        feature(2, rule, mark);
        feature(3, rule, next);
        feature(4, rule, next_shape);
        feature(5, bare, before);
        feature(6, before_shape, next_shape);
        feature(7, next, bare);
        feature(8, after, bare);
        feature(9, next_shape, after_shape);
        feature(10, rule, bucket(self.since));
        feature(11, rule, bucket(self.until));
        feature(12, rule, style);
        feature(13, mark, next);
        feature(14, mark_shape, next_shape);
        feature(15, closed, next_shape);
        feature(16, before_shape, rule);
        feature(17, rule, self.quotes.min(2) | self.brackets.min(2) << 2);
        feature(18, mark_shape, rule | style << 8);
        feature(19, before, mark);
        feature(20, next, after_shape);
        feature(21, next_shape, style);
        feature(22, before_shape, mark_shape);
        let starter = u32::from(self.starter);
        feature(23, rule | starter << 8, mark_shape);
        feature(24, rule | starter << 8, style);
    }

    /// How far the model is for a boundary here, in [`UNIT`]s of a logit.
    fn score(&self) -> i32 {
        let mut score = 0;
        self.features(|slot| {
            let weight = ENGLISH.get(slot).copied().unwrap_or(0);
            score += i32::from(i8::from_ne_bytes([weight]));
        });
        score
    }

    /// Whether a sentence ends here, and why.
    pub(crate) fn judge(&self) -> Option<BoundaryReason> {
        let score = self.score();
        match self.rule {
            Some(reason) => (score >= -VETO).then_some(reason),
            None => (score > self.caution()).then_some(BoundaryReason::Learned),
        }
    }

    /// How sure the model must be to set a boundary that the rules do not. Edited copy has few of
    /// them, so only casual text gets the model's plain opinion.
    fn caution(&self) -> i32 {
        let closed = self.last != self.mark;
        let comma = self.mark.kind() == TokenKind::Punct && self.place == Place::Gap;
        let small = self.next.kind() == TokenKind::Word && !self.next.flags().is_capitalised();
        match self.place {
            Place::Stop if closed && small => 3 * UNIT,
            Place::Stop if self.casual => -UNIT / 4,
            Place::Stop => UNIT / 2,
            Place::Abbreviation => UNIT,
            Place::Colon if self.casual => UNIT,
            Place::Colon => 3 * UNIT,
            Place::Gap if comma => UNIT,
            Place::Gap if self.casual && !self.stopped => -UNIT / 4,
            Place::Gap => UNIT,
        }
    }

    /// The word as a number, case and digits folded.
    fn word(&self, token: Token) -> u32 {
        /// Letters beyond this many do not count.
        const LONGEST: usize = 12;
        let bytes = self.text.get(token.span.range()).unwrap_or(&[]);
        bytes.iter().take(LONGEST).fold(0x811C_9DC5, |hash: u32, byte| {
            let folded = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
            (hash ^ u32::from(folded)).wrapping_mul(0x0100_0193)
        })
    }
}

/// What a token looks like: its kind, its capitals, about how long it is.
fn shape(token: Token) -> u32 {
    let length = match token.span.len() {
        0..=2 => token.span.len(),
        3 | 4 => 3,
        _ => 4,
    };
    1 + (token.kind as u32
        | u32::from(token.flags.is_capitalised()) << 4
        | u32::from(token.flags.is_all_capitals()) << 5
        | u32::from(token.flags.has(TokenFlags::SPACE_AFTER)) << 6
        | length << 7
        | u32::from(matches!(token.kind, TokenKind::Word)) << 10)
}

/// About how many.
const fn bucket(count: usize) -> u32 {
    match count {
        0..=3 => count as u32,
        4..=6 => 4,
        7..=10 => 5,
        11..=20 => 6,
        _ => 7,
    }
}

/// The slot of a feature. Frozen: the weights mean nothing under another hash.
const fn slot(template: u32, a: u32, b: u32) -> usize {
    let mut hash = template.wrapping_mul(0x9E37_79B1) ^ a.wrapping_mul(0x85EB_CA6B);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
    hash ^= b.wrapping_mul(0xC2B2_AE35);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0x297A_2D39);
    (hash >> 20) as usize % WEIGHTS
}

/// One place where a sentence may end, for training. Not part of the stable interface.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Slots of the features, each below 4096.
    pub slots: alloc::vec::Vec<u16>,
    /// What the rules say.
    pub rule: bool,
    /// Whether a sentence ends here in the gold.
    pub gold: bool,
}
