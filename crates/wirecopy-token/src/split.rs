//! Where sentences end. Looks only at the tokens after which the scanner thought one might.
//!
//! What made it hard: `in the U.S. The talks` against `the U.S. Treasury`; `"Why?" Baker asked.`;
//! `an interview... The film`; `1. Open the box.`; a caption that runs into `Image: …`.

use crate::lexicon::{AbbreviationClass, Language, key};
use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokens::{BoundaryReason, Paragraph, Sentence, Tokens};
use alloc::vec::Vec;
use core::ops::Range;
use wirecopy_text::Span;

/// How many closing marks may follow a stop, and how many opening ones go before the next word.
const MOST_MARKS: usize = 4;
/// How far behind a quoted question its verb of speech may stand, in tokens.
const SPEECH_REACH: usize = 5;
/// How many tokens a head before a colon may have.
const LONGEST_HEAD: usize = 6;

/// Groups `tokens` into sentences and paragraphs. `ends` has the index one past the last token of
/// each block.
pub(crate) fn split(
    text: &str,
    tokens: Vec<Token>,
    candidates: &[u32],
    ends: &[usize],
    language: &'static Language,
) -> Tokens {
    let mut splitter = Splitter {
        text: text.as_bytes(),
        tokens,
        sentences: Vec::with_capacity(candidates.len() + ends.len()),
        language,
    };
    let mut paragraphs = Vec::with_capacity(ends.len());
    let mut candidates = candidates.iter().map(|index| *index as usize).peekable();
    let mut first = 0;
    for end in ends {
        let sentences = splitter.sentences.len();
        if let Some(tokens) = splitter.paragraph(first..*end, &mut candidates) {
            paragraphs.push(Paragraph {
                span: tokens,
                tokens: narrow(first)..narrow(*end),
                sentences: narrow(sentences)..narrow(splitter.sentences.len()),
            });
        }
        first = *end;
    }
    Tokens { tokens: splitter.tokens, sentences: splitter.sentences, paragraphs }
}

/// A boundary: the last token before it, and why it is there.
type Boundary = (usize, BoundaryReason);

struct Splitter<'t> {
    text: &'t [u8],
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    language: &'static Language,
}

impl Splitter<'_> {
    /// Adds the sentences of one paragraph and gives its span, or nothing if it has no token.
    fn paragraph(
        &mut self,
        range: Range<usize>,
        candidates: &mut core::iter::Peekable<impl Iterator<Item = usize>>,
    ) -> Option<Span> {
        let (first, last) =
            (self.tokens.get(range.start)?, self.tokens.get(range.end.checked_sub(1)?)?);
        if range.is_empty() {
            return None;
        }
        let span = first.span.cover(last.span);
        let mut open = range.start;
        while let Some(candidate) = candidates.next_if(|index| *index < range.end) {
            if candidate < open {
                continue;
            }
            if let Some((last, reason)) = self.decide(open, candidate, range.end)
                && last >= open
                && last + 1 < range.end
            {
                self.close(open..last + 1, reason);
                open = last + 1;
            }
        }
        self.close(open..range.end, BoundaryReason::ParagraphEnd);
        Some(span)
    }

    fn close(&mut self, range: Range<usize>, reason: BoundaryReason) {
        let Some(last) = range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).copied()
        else {
            return;
        };
        let Some(first) = self.tokens.get_mut(range.start) else { return };
        first.flags.set(TokenFlags::STARTS_SENTENCE);
        let span = first.span.cover(last.span);
        self.sentences.push(Sentence {
            span,
            tokens: narrow(range.start)..narrow(range.end),
            reason,
        });
    }

    fn token(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    fn bytes(&self, token: Token) -> &[u8] {
        self.text.get(token.span.range()).unwrap_or(&[])
    }

    /// Whether a sentence that began at token `open` ends at the candidate.
    fn decide(&self, open: usize, candidate: usize, end: usize) -> Option<Boundary> {
        let token = self.token(candidate)?;
        if token.kind == TokenKind::Punct && self.bytes(token) == b":" {
            return self.colon(open, candidate, end);
        }
        let last = self.closers(candidate, end);
        let next = self.next(last, end)?;
        match token.kind {
            TokenKind::Abbreviation | TokenKind::Acronym | TokenKind::Initial => {
                self.abbreviation(candidate, last, &next)
            }
            _ => self.stop(open, candidate, last, &next, end),
        }
    }

    /// The last of the closing marks that are glued to token `index`.
    fn closers(&self, index: usize, end: usize) -> usize {
        let mut last = index;
        while last + 1 < end
            && last - index < MOST_MARKS
            && self.token(last).is_some_and(|token| !token.flags.space_after())
            && self.token(last + 1).is_some_and(|token| self.is_closer(token))
        {
            last += 1;
        }
        last
    }

    fn is_closer(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::CloseQuote => true,
            TokenKind::Punct => matches!(self.bytes(token), b")" | b"]" | b"}"),
            _ => false,
        }
    }

    fn is_opener(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::OpenQuote => true,
            TokenKind::Punct => matches!(self.bytes(token), b"(" | b"[" | b"{"),
            TokenKind::Symbol => self.bytes(token).first() == Some(&b'*'),
            _ => false,
        }
    }

    /// What follows token `last`: nothing if the paragraph ends there.
    fn next(&self, last: usize, end: usize) -> Option<Next> {
        let before = self.token(last)?;
        let mut at = last + 1;
        if at >= end {
            return None;
        }
        while at + 1 < end
            && at - last <= MOST_MARKS
            && self.token(at).is_some_and(|token| self.is_opener(token))
        {
            at += 1;
        }
        Some(Next {
            first: self.token(last + 1)?,
            word: self.token(at)?,
            index: at,
            opened: at > last + 1,
            gap: before.flags.space_after(),
        })
    }

    fn is_starter(&self, token: Token) -> bool {
        token.flags.is_capitalised() && self.language.starters.has(self.bytes(token))
    }

    /// After a full stop, an exclamation or question mark, or an ellipsis.
    fn stop(
        &self,
        open: usize,
        candidate: usize,
        last: usize,
        next: &Next,
        end: usize,
    ) -> Option<Boundary> {
        let token = self.token(candidate)?;
        let ellipsis = token.kind == TokenKind::Ellipsis;
        let capital = next.word.flags.is_capitalised();
        let numeric = matches!(
            next.word.kind,
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Currency | TokenKind::Handle
        );
        if !capital && (!numeric || ellipsis) || next.first.kind == TokenKind::Dash {
            return None;
        }
        if !next.gap && !self.is_missing_space(candidate, last, next) {
            return None;
        }
        if self.is_item_mark(open, candidate) {
            return None;
        }
        let closed = last > candidate;
        if closed && !next.opened && self.is_question(token) && self.speech_follows(next.index, end)
        {
            return None;
        }
        let reason = match (ellipsis, closed) {
            (true, _) => BoundaryReason::Ellipsis,
            (_, true) => BoundaryReason::ClosedStop,
            _ => BoundaryReason::Stop,
        };
        Some((last, reason))
    }

    fn is_question(&self, token: Token) -> bool {
        matches!(self.bytes(token).first(), Some(b'!' | b'?'))
    }

    /// Whether the space after a stop was forgotten: `It was done.The next day …`
    fn is_missing_space(&self, candidate: usize, last: usize, next: &Next) -> bool {
        let before = candidate.checked_sub(1).and_then(|index| self.token(index));
        last == candidate
            && !next.opened
            && next.word.kind == TokenKind::Word
            && self.token(candidate).is_some_and(|token| token.span.len() == 1)
            && before.is_some_and(|token| {
                token.kind == TokenKind::Word
                    && token.span.len() > 1
                    && !token.flags.is_capitalised()
                    && !token.flags.space_after()
            })
    }

    /// Whether the stop belongs to the number or letter of a list item: `1. Open the box.`
    fn is_item_mark(&self, open: usize, candidate: usize) -> bool {
        candidate == open + 1
            && self.token(candidate).is_some_and(|token| self.bytes(token) == b".")
            && self.token(open).is_some_and(|token| match token.kind {
                TokenKind::Number => token.span.len() <= 3,
                TokenKind::Word => token.span.len() == 1,
                _ => false,
            })
    }

    /// Whether a verb of speech stands behind a name at token `index`: `"Why?" Baker asked.`
    fn speech_follows(&self, index: usize, end: usize) -> bool {
        for at in index..end.min(index + SPEECH_REACH) {
            let Some(token) = self.token(at) else { return false };
            if self.language.speech_verbs.has(self.bytes(token)) {
                return true;
            }
            if !token.kind.is_wordlike() {
                return false;
            }
        }
        false
    }

    /// After an abbreviation, an acronym or an initial.
    fn abbreviation(&self, candidate: usize, last: usize, next: &Next) -> Option<Boundary> {
        let token = self.token(candidate)?;
        if !next.gap || !next.word.flags.is_capitalised() || token.kind == TokenKind::Initial {
            return None;
        }
        let bytes = self.bytes(token);
        let bare = bytes.strip_suffix(b".").unwrap_or(bytes);
        let class =
            key(bare).and_then(|key| self.language.abbreviations.get(key)).map(|(class, _)| class);
        if class == Some(AbbreviationClass::Title) {
            return None;
        }
        let closed = last > candidate;
        let ends = if closed {
            true
        } else if next.opened && next.first.kind == TokenKind::OpenQuote {
            self.is_starter(next.word)
        } else if bare.eq_ignore_ascii_case(b"a.m") || bare.eq_ignore_ascii_case(b"p.m") {
            !self
                .language
                .after_time
                .has(self.bytes(next.word).strip_suffix(b".").unwrap_or(self.bytes(next.word)))
        } else if bare.eq_ignore_ascii_case(b"etc") {
            true
        } else {
            self.is_starter(next.word)
        };
        let reason = if closed { BoundaryReason::ClosedStop } else { BoundaryReason::Abbreviation };
        ends.then_some((last, reason))
    }

    /// Before `Image: …`, and after a head in capitals.
    fn colon(&self, open: usize, candidate: usize, end: usize) -> Option<Boundary> {
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

/// What follows a possible end of a sentence.
struct Next {
    /// The next token.
    first: Token,
    /// The next token that opens no quotation or bracket.
    word: Token,
    /// Index of `word`.
    index: usize,
    /// Whether `word` has an opening mark before it.
    opened: bool,
    /// Whether white space goes before `first`.
    gap: bool,
}

/// Indices fit, because tokens are fewer than bytes.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
