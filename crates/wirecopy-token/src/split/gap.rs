//! Sentences that end without a stop: `We left at noon The road was shut`. Where the looks of two tokens
//! allow it, the classifier is asked.

use super::shape::LONGEST_DATELINE;
use super::state::State;
use super::{Boundary, Splitter};
use crate::learned::{Case, Place};
use crate::token::{Token, TokenKind};
use crate::tokens::BoundaryReason;
use core::ops::Range;

/// How many tokens go before the comma of a greeting or of the end of a letter (`Best wishes,`).
const LONGEST_CLOSING: usize = 4;

impl Splitter<'_> {
    /// The first token of `from..to` that has no stop, and may end a sentence for all that.
    pub(super) fn next_gap(&self, paragraph: &State, from: usize, to: usize) -> Option<usize> {
        let edited = paragraph.is_edited();
        let window = self.tokens.get(from..paragraph.end.min(to + 1))?;
        let (first, rest) = window.split_first()?;
        let mut token = *first;
        for (at, next) in (from..).zip(rest) {
            // Most tokens are words in small letters, which open nothing.
            if (next.kind != TokenKind::Word || next.flags.is_capitalised())
                && token.flags.space_after()
            {
                let may_end = if edited {
                    self.may_end_edited(paragraph, at, token, *next)
                } else {
                    self.may_end(token, *next)
                };
                if may_end {
                    return Some(at);
                }
            }
            token = *next;
        }
        None
    }

    /// Whether a sentence may end between two tokens, as far as their looks go.
    fn may_end(&self, token: Token, next: Token) -> bool {
        let small = matches!(
            next.kind,
            TokenKind::Word | TokenKind::Punct | TokenKind::CloseQuote | TokenKind::Abbreviation
        );
        (next.flags.is_capitalised() || !small || self.is_opener(next)) && !self.is_opener(token)
    }

    /// The same in edited copy, which has names all over: only a mark, or a word that opens
    /// sentences, is worth a question.
    fn may_end_edited(&self, paragraph: &State, index: usize, token: Token, next: Token) -> bool {
        let since = index.saturating_sub(paragraph.open);
        let comma = |token| self.first_byte(token) == b',';
        match token.kind {
            // The rules know datelines, and "-- The ministers agreed." is an item of a list.
            TokenKind::Dash if !self.has_small_word(index - since..index) => false,
            // '"We agree," Anna Berg said.'
            TokenKind::CloseQuote if since > 0 && self.token(index - 1).is_some_and(comma) => false,
            TokenKind::Punct if since > LONGEST_CLOSING && comma(token) => self.is_starter(next),
            _ if is_plain(token) => self.is_starter(next),
            _ => self.may_end(token, next),
        }
    }

    /// Whether one of the last tokens of `range`, as many as a dateline may have, is a word in small
    /// letters.
    fn has_small_word(&self, range: Range<usize>) -> bool {
        let start = range.start.max(range.end.saturating_sub(LONGEST_DATELINE));
        let mut tokens = self.tokens.get(start..range.end).unwrap_or(&[]).iter();
        tokens.any(|token| token.kind == TokenKind::Word && !token.flags.is_capitalised())
    }

    /// Asks `verdict` about the space between two tokens without a stop.
    pub(super) fn ask_gap(
        &self,
        paragraph: &mut State,
        index: usize,
        verdict: &mut impl FnMut(&Case<'_>) -> Option<BoundaryReason>,
    ) -> Option<Boundary> {
        if !paragraph.may_ask(self.token(index)?) {
            return None;
        }
        let case = self.case(paragraph, Place::Gap, index, index, None)?;
        Some((index, verdict(&case)?))
    }
}

/// Whether the token is a word or number, and no mark.
const fn is_plain(token: Token) -> bool {
    token.kind.is_wordlike()
        || matches!(token.kind, TokenKind::Number | TokenKind::Ordinal | TokenKind::Currency)
}
