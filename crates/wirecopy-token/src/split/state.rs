//! What kind of paragraph it is, and what stands open in it.

use super::{MOST_MARKS, Splitter};
use crate::token::TokenKind;
use core::ops::Range;

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
            TokenKind::Punct => matches!(splitter.bytes(token).first(), Some(b'.' | b'!' | b'?')),
            TokenKind::Abbreviation | TokenKind::Acronym => splitter.bytes(token).ends_with(b"."),
            _ => false,
        });
        let small = splitter
            .token(range.start)
            .is_some_and(|first| first.kind == TokenKind::Word && !first.flags.is_capitalised());
        let (open, end, counted) = (range.start, range.end, range.start);
        Self { open, end, stopped, casual, small, counted, quotes: 0, brackets: 0 }
    }

    /// Whether the paragraph is written as newspapers write.
    pub(super) const fn is_edited(&self) -> bool {
        self.stopped && !self.casual
    }

    /// Counts the open quotation marks and brackets up to token `last`, included.
    pub(super) fn count_marks(&mut self, splitter: &Splitter<'_>, last: usize) {
        for token in (self.counted..=last).filter_map(|index| splitter.token(index)) {
            match token.kind {
                TokenKind::OpenQuote => self.quotes += 1,
                TokenKind::CloseQuote => self.quotes = self.quotes.saturating_sub(1),
                TokenKind::Punct => match splitter.bytes(token) {
                    b"(" | b"[" | b"{" => self.brackets += 1,
                    b")" | b"]" | b"}" => self.brackets = self.brackets.saturating_sub(1),
                    _ => {}
                },
                _ => {}
            }
        }
        self.counted = self.counted.max(last + 1);
    }
}
