//! What kind of paragraph it is, and what stands open in it.

use super::{MOST_MARKS, Splitter};
use crate::token::{Token, TokenKind};
use core::ops::Range;

/// Bytes of a paragraph for each question to the classifier, …
const ASKED_EVERY: u32 = 16;
/// … and how far the questions may be ahead of that: by 256, which no paragraph of the sets that we
/// score on comes near.
const ASKED_AHEAD: u32 = 256 * ASKED_EVERY;

/// What is known of the paragraph while its sentences are found.
pub(super) struct State {
    /// The first token of the sentence that is open.
    pub(super) open: usize,
    pub(super) end: usize,
    /// Whether the paragraph ends with a stop.
    pub(super) stopped: bool,
    /// Whether it has something that edited copy hardly has.
    pub(super) casual: bool,
    /// Whether it begins with a small letter.
    pub(super) small: bool,
    /// Marks are counted up to this token.
    pub(super) counted: usize,
    pub(super) quotes: u32,
    pub(super) brackets: u32,
    /// Up to which byte of the text the questions to the classifier are accounted for.
    asked_to: u32,
}

impl State {
    pub(super) fn new(splitter: &Splitter<'_>, range: &Range<usize>, casual: bool) -> Self {
        let earliest = range.end.saturating_sub(MOST_MARKS).max(range.start);
        let last = (earliest..range.end)
            .rev()
            .filter_map(|index| splitter.token(index))
            .find(|token| !splitter.is_closer(*token));
        let stopped = last.is_some_and(|token| match token.kind {
            TokenKind::Ellipsis => true,
            TokenKind::Punct => matches!(splitter.first_byte(token), b'.' | b'!' | b'?'),
            TokenKind::Abbreviation | TokenKind::Acronym => splitter.bytes(token).ends_with(b"."),
            _ => false,
        });
        let small = splitter
            .token(range.start)
            .is_some_and(|first| first.kind == TokenKind::Word && !first.flags.is_capitalised());
        let (open, end, counted) = (range.start, range.end, range.start);
        let asked_to = splitter.token(range.start).map_or(0, |first| first.span.start());
        Self { open, end, stopped, casual, small, counted, quotes: 0, brackets: 0, asked_to }
    }

    /// Whether the classifier may be asked about the place behind `token`. It costs as much as the
    /// scan of some dozens of bytes, so a paragraph made of nothing but doubtful places (`May May
    /// May …`) gets its share for the first ones and then one question for a few words.
    pub(super) const fn may_ask(&mut self, token: Token) -> bool {
        let may = self.asked_to < token.span.end().saturating_add(ASKED_AHEAD);
        self.asked_to = self.asked_to.saturating_add(may as u32 * ASKED_EVERY);
        may
    }

    /// Whether the paragraph is written as newspapers write.
    pub(super) const fn is_edited(&self) -> bool {
        self.stopped && !self.casual
    }

    /// Counts the open quotation marks and brackets up to token `last`, included.
    pub(super) fn count_marks(&mut self, splitter: &Splitter<'_>, last: usize) {
        for token in splitter.tokens.get(self.counted..=last).unwrap_or(&[]) {
            match token.kind {
                TokenKind::OpenQuote => self.quotes += 1,
                TokenKind::CloseQuote => self.quotes = self.quotes.saturating_sub(1),
                TokenKind::Punct => match splitter.first_byte(*token) {
                    b'(' | b'[' | b'{' => self.brackets += 1,
                    b')' | b']' | b'}' => self.brackets = self.brackets.saturating_sub(1),
                    _ => {}
                },
                _ => {}
            }
        }
        self.counted = self.counted.max(last + 1);
    }
}
