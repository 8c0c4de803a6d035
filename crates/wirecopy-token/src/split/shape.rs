//! What is set out and no running prose: items of lists, quotations set apart, datelines, heads and
//! credits before a colon.

use super::{Boundary, Splitter};
use crate::token::TokenKind;
use crate::tokens::BoundaryReason;
use core::ops::Range;

/// How many tokens the source of a quotation set apart may have.
const LONGEST_SOURCE: usize = 16;
/// How many tokens a dateline may have.
pub(super) const LONGEST_DATELINE: usize = 20;
/// How many tokens a head before a colon may have.
const LONGEST_HEAD: usize = 6;

impl Splitter<'_> {
    /// Whether the stop belongs to the number or letter of a list item: `1. Open the box.`
    pub(super) fn is_item_mark(&self, open: usize, candidate: usize) -> bool {
        let first = open + usize::from(self.is_bullet(open));
        candidate == first + 1
            && self.token(candidate).is_some_and(|token| self.bytes(token) == b".")
            && self.item_value(first).is_some()
    }

    fn is_bullet(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| {
            token.kind == TokenKind::Symbol && self.bytes(token).first() == Some(&0xE2)
        })
    }

    /// The place in its list that a number or single letter stands for.
    fn item_value(&self, index: usize) -> Option<u32> {
        match self.bytes(self.token(index)?) {
            [letter] if letter.is_ascii_alphabetic() => {
                Some(u32::from(letter.to_ascii_lowercase()))
            }
            digits @ ([_] | [_, _] | [_, _, _]) if digits.iter().all(u8::is_ascii_digit) => {
                Some(digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
            }
            _ => None,
        }
    }

    /// Before the second item of a list that runs on in one line: `1) Open the box 2) Lift …`
    pub(super) fn next_item(&self, open: usize, candidate: usize) -> Option<Boundary> {
        if !self.token(candidate)?.flags.space_after() {
            return None;
        }
        let stop_before = self.token(candidate.checked_sub(1)?)?.kind == TokenKind::Punct;
        let mark = candidate.checked_sub(1 + usize::from(stop_before))?;
        let before = self.token(mark.checked_sub(1)?)?;
        let same_mark = |a: usize, b: usize| {
            self.token(a).zip(self.token(b)).is_some_and(|(a, b)| self.bytes(a) == self.bytes(b))
        };
        let follows = mark > open + 1
            && before.flags.space_after()
            && same_mark(open + 1, mark + 1)
            && self.item_value(open)? + 1 == self.item_value(mark)?;
        follows.then_some((mark - 1, BoundaryReason::ListItem))
    }

    /// Whether the paragraph is a quotation set apart, with only its source behind it:
    /// `"It rained. We left." - Anna Berg`. The source has no sentence of its own.
    pub(super) fn is_pull_quote(&self, range: &Range<usize>) -> bool {
        if self.token(range.start).is_none_or(|first| first.kind != TokenKind::OpenQuote) {
            return false;
        }
        let earliest = range.end.saturating_sub(LONGEST_SOURCE).max(range.start + 1);
        (earliest..range.end.saturating_sub(1)).any(|index| {
            let stop = self.token(index - 1).is_some_and(|stop| {
                stop.kind == TokenKind::Ellipsis
                    || matches!(self.bytes(stop).first(), Some(b'.' | b'!' | b'?'))
            });
            let source = self
                .token(index + 1)
                .is_some_and(|next| next.kind == TokenKind::Dash || next.flags.is_capitalised());
            stop && source
                && self.token(index).is_some_and(|close| {
                    close.kind == TokenKind::CloseQuote && close.flags.space_after()
                })
        })
    }

    /// The dash of a dateline that opens the paragraph: `KYIV, March 3 (AFP) - `.
    pub(super) fn dateline(&self, range: &Range<usize>) -> Option<usize> {
        let first = self.token(range.start)?;
        if first.kind != TokenKind::Word || !first.flags.is_capitalised() {
            return None;
        }
        let (mut comma, mut bracket, mut capitals) = (false, false, true);
        for index in range.start..range.end.min(range.start + LONGEST_DATELINE) {
            let token = self.token(index)?;
            match token.kind {
                TokenKind::Word => {
                    if !token.flags.is_capitalised() {
                        return None;
                    }
                    capitals &= token.flags.is_all_capitals();
                }
                TokenKind::Dash if token.flags.joins_hyphen() => {}
                TokenKind::Dash => {
                    let next = self.next(index, range.end)?;
                    let shouted = first.flags.is_all_capitals() && first.span.len() > 3;
                    let place = shouted && (comma || bracket || capitals);
                    let sentence = range.end - index > LONGEST_HEAD;
                    let follows = next.gap && next.word.flags.is_capitalised();
                    return (place && sentence && follows).then_some(index);
                }
                TokenKind::Number
                | TokenKind::Ordinal
                | TokenKind::Abbreviation
                | TokenKind::Acronym
                | TokenKind::Initial => {}
                TokenKind::Punct => match self.bytes(token) {
                    b"," => comma = true,
                    b"(" | b")" => bracket = true,
                    b"/" => {}
                    _ => return None,
                },
                _ => return None,
            }
        }
        None
    }

    /// Before `Image: …`, and after a head in capitals.
    pub(super) fn colon(&self, open: usize, candidate: usize, end: usize) -> Option<Boundary> {
        let before = self.token(candidate.checked_sub(1)?)?;
        if before.flags.is_capitalised()
            && candidate > open + 1
            && self.language.credits.has(self.bytes(before))
        {
            let last = candidate - 2;
            let opened = self.token(last).is_some_and(|token| self.is_opener(token));
            return (!opened).then_some((last, BoundaryReason::Credit));
        }
        let next = self.next(candidate, end)?;
        if candidate - open <= LONGEST_HEAD
            && next.gap
            && next.word.flags.is_capitalised()
            && (open..candidate).all(|index| self.is_head_word(index))
            && (open..candidate)
                .any(|index| self.token(index).is_some_and(|token| token.flags.is_all_capitals()))
        {
            return Some((candidate, BoundaryReason::HeadColon));
        }
        None
    }

    /// Whether the token can be part of a head set in capitals.
    fn is_head_word(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| match token.kind {
            TokenKind::Word | TokenKind::Acronym => token.flags.is_all_capitals(),
            TokenKind::Number | TokenKind::Dash | TokenKind::Symbol => true,
            TokenKind::Punct => matches!(self.bytes(token), b"," | b"/"),
            _ => false,
        })
    }
}
