//! A second opinion on where sentences end, learnt from web and mail text.
//!
//! Rules know newswire. Web text breaks them: no capital after the stop, no stop at all, a signature
//! run into one line. A linear model over hashed features of the tokens on both sides reads those
//! cases: one byte a weight, integer sums, a frozen hash, so the same answer everywhere. The rule's
//! own verdict is one of its features, and it overrules the rule only when it is sure.
//!
//! A slot of the table holds a check byte beside its weight, so that a feature which was never seen
//! in training has no weight rather than that of a stranger: measured, this is worth more than
//! sixteen times as many slots.
//!
//! The weights come from `wirecopy-dev train sentences`; `data/en/sentences.md` is their card.

use crate::lexicon;
use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokens::BoundaryReason;

/// Slots of the table; a power of two.
const SLOTS: usize = 1 << 15;
/// Bytes of the table: each slot is a check byte and a signed weight.
pub const TABLE: usize = 2 * SLOTS;
/// What one logit is in the sum of the weights.
pub(crate) const UNIT: i32 = 16;
/// How far ahead and behind the model looks for words in small letters, in tokens.
const REACH: usize = 6;
/// How sure the model must be to undo a boundary of the rules.
const VETO: i32 = UNIT;

/// The trained table.
pub(crate) static ENGLISH: &[u8; TABLE] = include_bytes!("../data/en/sentences.weights");

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
    /// Tokens since the sentence began.
    pub(crate) since: usize,
    /// Quotation marks and brackets that are open.
    pub(crate) quotes: u32,
    pub(crate) brackets: u32,
    /// Whether the paragraph ends with a stop.
    pub(crate) stopped: bool,
    /// Whether the paragraph has something that edited copy hardly has.
    pub(crate) casual: bool,
    /// Whether the paragraph begins with a small letter.
    pub(crate) small: bool,
    /// The tokens of the sentence, if it ends here, and those of the paragraph behind it.
    pub(crate) sentence: &'t [Token],
    pub(crate) rest: &'t [Token],
}

impl Case<'_> {
    /// Calls `visit` with the hash of every feature of this case.
    pub(crate) fn features(&self, mut visit: impl FnMut(u32)) {
        let rule = self.rule.map_or(0, |reason| 1 + reason as u32) * 4 + self.place as u32;
        let bare = u32::from(self.place == Place::Gap);
        let gap = u32::from(self.last.flags.space_after());
        let style = u32::from(self.stopped)
            | u32::from(self.small) << 1
            | gap << 2
            | u32::from(self.casual) << 3;
        let mut feature = |template: u32, a: u32, b: u32| visit(hash(template, a, b));
        self.word_features(rule, bare, style, &mut feature);
        self.shape_features(rule, bare, style, &mut feature);
        self.place_features(rule, bare, style, &mut feature);
    }

    /// What the words on both sides are.
    fn word_features(
        &self,
        rule: u32,
        bare: u32,
        style: u32,
        feature: &mut impl FnMut(u32, u32, u32),
    ) {
        let word = |token: Option<Token>| token.map_or(1, |token| self.word(token));
        let (mark, next) = (self.word(self.mark), self.word(self.next));
        let (before, after, third) = (word(self.before), word(self.after), word(self.ahead(2)));
        let (next_shape, after_shape) = (shape(Some(self.next)), shape(self.after));
        let opening = word(self.sentence.first().copied());
        feature(1, rule, mark);
        feature(2, rule, next);
        feature(3, bare, before);
        feature(4, bare, next);
        feature(5, bare, after);
        feature(6, bare, third);
        feature(7, mark, next);
        feature(8, before, mark);
        feature(9, next, after);
        feature(10, next, after_shape);
        feature(11, mark, style | bare << 8);
        feature(12, next, style | bare << 8);
        feature(13, opening, bare);
        feature(14, opening, mark);
        feature(15, self.ending(self.next), next_shape);
        feature(16, self.ending(self.mark), shape(Some(self.mark)));
    }

    /// What the tokens on both sides look like.
    fn shape_features(
        &self,
        rule: u32,
        bare: u32,
        style: u32,
        feature: &mut impl FnMut(u32, u32, u32),
    ) {
        let second = self.sentence.len().checked_sub(3).and_then(|at| self.sentence.get(at));
        let (mark, before) = (shape(Some(self.mark)), shape(self.before));
        let (next, after) = (shape(Some(self.next)), shape(self.after));
        let closed = u32::from(self.last != self.mark) * (1 + self.last.kind() as u32);
        let starter = u32::from(self.starter);
        feature(20, rule, next);
        feature(21, before, next);
        feature(22, mark, next);
        feature(23, closed, next);
        feature(24, before, rule);
        feature(25, mark, rule | style << 8);
        feature(26, rule | starter << 8, mark);
        feature(27, next, after << 16 | shape(self.ahead(2)));
        feature(28, mark, before << 16 | shape(second.copied()));
        feature(29, shape(self.sentence.first().copied()), bare << 4 | bucket(self.since));
    }

    /// How far the stretches of small letters and the next mark are, and what the paragraph is like.
    fn place_features(
        &self,
        rule: u32,
        bare: u32,
        style: u32,
        feature: &mut impl FnMut(u32, u32, u32),
    ) {
        let (since, until) = (bucket(self.since), bucket(self.rest.len()));
        let small = |token: &Token| token.kind == TokenKind::Word && !token.flags.is_capitalised();
        let reach = |at: Option<usize>| at.map_or(7, |at| at as u32);
        let coming = self.rest.iter().take(REACH);
        let ahead = reach(coming.clone().position(small));
        let behind = reach(self.sentence.iter().rev().skip(1).take(REACH).position(small));
        let spoken = coming.filter(|token| small(token)).count() as u32;
        let is_mark = |token: &Token| matches!(token.kind, TokenKind::Punct | TokenKind::Ellipsis);
        let marked = self.rest.iter().take(2 * REACH).position(is_mark);
        let coming_mark = marked.and_then(|at| self.ahead(at)).map_or(1, |token| self.word(token));
        let marked = marked.map_or(2 * REACH + 1, |at| at);
        let starter = u32::from(self.starter);
        feature(40, rule, style);
        feature(41, rule | starter << 8, style);
        feature(42, rule, since);
        feature(43, rule, until);
        feature(44, rule, since << 4 | until);
        feature(45, rule, self.quotes.min(2) | self.brackets.min(2) << 2);
        feature(46, rule | style << 8, bucket(self.sentence.len() + self.rest.len()));
        feature(47, ahead, bare | shape(Some(self.next)) << 1);
        feature(48, behind, bare | shape(Some(self.mark)) << 1);
        feature(49, behind << 4 | ahead, rule);
        feature(50, spoken << 1 | bare, ahead << 1 | u32::from(self.stopped));
        feature(51, coming_mark, bucket(marked) << 1 | bare);
    }

    /// The token that many places behind the next one.
    fn ahead(&self, places: usize) -> Option<Token> {
        self.rest.get(places).copied()
    }

    /// The last three bytes of a token, as a number.
    fn ending(&self, token: Token) -> u32 {
        let bytes = self.text.get(token.span.range()).unwrap_or(&[]);
        let last = bytes.iter().rev().take(3);
        last.fold(0, |ending, byte| ending << 8 | u32::from(byte.to_ascii_lowercase()))
    }

    /// How far the model is for a boundary here, in [`UNIT`]s of a logit.
    fn score(&self, table: &[u8; TABLE]) -> i32 {
        let mut score = 0;
        self.features(|hash| {
            let (slot, check) = place_of(hash);
            if let Some([stored, weight]) = table.get(2 * slot..2 * slot + 2)
                && *stored == check
            {
                score += i32::from(i8::from_ne_bytes([*weight]));
            }
        });
        score
    }

    /// Whether a sentence ends here, and why.
    pub(crate) fn judge(&self, table: &[u8; TABLE]) -> Option<BoundaryReason> {
        let score = self.score(table);
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
            Place::Colon if !self.casual => 2 * UNIT,
            Place::Gap if self.casual && !self.stopped && !comma => -UNIT / 4,
            Place::Abbreviation | Place::Colon | Place::Gap => UNIT,
        }
    }

    /// The word as a number: case folded, numbers by their length alone.
    fn word(&self, token: Token) -> u32 {
        if token.kind == TokenKind::Number {
            return token.span.len();
        }
        let bytes = self.text.get(token.span.range()).unwrap_or(&[]);
        let word = lexicon::folded(bytes);
        let (high, low) = ((word >> 64) as u64, word as u64);
        let mixed = (high ^ low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ low;
        (mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 32) as u32
    }
}

/// What a token looks like: its kind, its capitals, about how long it is.
fn shape(token: Option<Token>) -> u32 {
    let Some(token) = token else { return 0 };
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

/// The hash of a feature. Frozen: the weights mean nothing under another.
const fn hash(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = template.wrapping_mul(0x9E37_79B1) ^ a.wrapping_mul(0x85EB_CA6B);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
    hash ^= b.wrapping_mul(0xC2B2_AE35);
    (hash ^ (hash >> 13)).wrapping_mul(0x297A_2D39)
}

/// The slot of the feature with this hash, and its check byte.
#[doc(hidden)]
#[must_use]
pub const fn place_of(hash: u32) -> (usize, u8) {
    ((hash >> 8) as usize % SLOTS, (hash >> 24) as u8)
}

/// One place where a sentence may end, for training. Not part of the stable interface.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Where the sentence would end, in bytes.
    pub end: u32,
    /// Hashes of the features.
    pub features: alloc::vec::Vec<u32>,
    /// What the rules say.
    pub rule: bool,
    /// Whether a sentence ends here in the gold.
    pub gold: bool,
}
