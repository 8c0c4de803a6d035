//! Where sentences end. Looks only at the tokens after which the scanner thought one might.
//!
//! What made it hard: `in the U.S. The talks` against `the U.S. Treasury`; `"Why?" Baker asked.`;
//! `an interview... The film`; `1. Open the box.`; a caption that runs into `Image: …`.

mod gap;
mod shape;
mod state;

use crate::learned::{Case, Place};
use crate::lexicon::{AbbreviationClass, Language};
use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokens::{BoundaryReason, Paragraph, Sentence, Tokens};
use alloc::vec::Vec;
use core::ops::Range;
use state::State;
use wirecopy_text::Span;

/// How many closing marks may follow a stop, and how many opening ones go before the next word.
const MOST_MARKS: usize = 4;
/// How far behind a quoted question its verb of speech may stand, in tokens.
const SPEECH_REACH: usize = 5;
/// How many tokens go before a time of day that ends a sentence, at least.
const LEAST_BEFORE_TIME: usize = 2;

/// Groups `tokens` into sentences and paragraphs. `ends` has the index one past the last token of
/// each block, and whether the block is casual. `verdict` is asked where the rules may be wrong.
pub(crate) fn split(
    text: &str,
    tokens: Vec<Token>,
    candidates: &[u32],
    ends: &[(usize, bool)],
    language: &'static Language,
    mut verdict: impl FnMut(&Case<'_>) -> Option<BoundaryReason>,
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
    for (end, casual) in ends {
        let sentences = splitter.sentences.len();
        if let Some(span) = splitter.paragraph(first..*end, *casual, &mut candidates, &mut verdict)
        {
            paragraphs.push(Paragraph {
                span,
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
        casual: bool,
        candidates: &mut core::iter::Peekable<impl Iterator<Item = usize>>,
        verdict: &mut impl FnMut(&Case<'_>) -> Option<BoundaryReason>,
    ) -> Option<Span> {
        let (first, last) =
            (self.tokens.get(range.start)?, self.tokens.get(range.end.checked_sub(1)?)?);
        if range.is_empty() {
            return None;
        }
        let span = first.span.cover(last.span);
        let mut paragraph = State::new(self, &range, casual);
        if let Some(dash) = self.dateline(&range) {
            self.close(range.start..dash + 1, BoundaryReason::Dateline);
            paragraph.open = dash + 1;
        }
        if !paragraph.stopped && self.is_pull_quote(&range) {
            while candidates.next_if(|index| *index < range.end).is_some() {}
            self.close(range, BoundaryReason::ParagraphEnd);
            return Some(span);
        }
        let mut at = paragraph.open;
        loop {
            let candidate = candidates.peek().copied().filter(|index| *index < range.end);
            let gaps_end = candidate.unwrap_or(range.end);
            let boundary = if let Some(gap) = self.next_gap(&paragraph, at, gaps_end) {
                at = gap + 1;
                self.ask_gap(&mut paragraph, gap, verdict)
            } else if let Some(candidate) = candidate {
                candidates.next();
                at = at.max(candidate + 1);
                if candidate < paragraph.open {
                    continue;
                }
                self.ask(&mut paragraph, candidate, verdict)
            } else {
                break;
            };
            if let Some((last, reason)) = boundary
                && last >= paragraph.open
                && last + 1 < range.end
            {
                self.close(paragraph.open..last + 1, reason);
                paragraph.open = last + 1;
                at = at.max(paragraph.open);
            }
        }
        self.close(paragraph.open..range.end, BoundaryReason::ParagraphEnd);
        Some(span)
    }

    /// Asks the rules, and where they may be wrong `verdict`, about a candidate of the scanner.
    fn ask(
        &self,
        paragraph: &mut State,
        candidate: usize,
        verdict: &mut impl FnMut(&Case<'_>) -> Option<BoundaryReason>,
    ) -> Option<Boundary> {
        let token = self.token(candidate)?;
        let rule = self.decide(paragraph.open, candidate, paragraph.end);
        let last = match (rule, token.kind) {
            (Some((last, reason)), _) => {
                if !matches!(
                    reason,
                    BoundaryReason::Stop | BoundaryReason::ClosedStop | BoundaryReason::Ellipsis
                ) || reason == BoundaryReason::Stop && self.is_plain(candidate, last)
                    || paragraph.is_edited() && self.is_settled(candidate, last, reason)
                {
                    return rule;
                }
                last
            }
            (None, TokenKind::Symbol | TokenKind::Initial) => return None,
            (None, TokenKind::Punct) if self.first_byte(token) == b')' => return None,
            // "Jan. 9", "Dr. Berg", "S. 10th St."; and edited copy has its rules.
            (None, TokenKind::Abbreviation | TokenKind::Acronym)
                if !paragraph.casual || self.is_firm(candidate, paragraph.end) =>
            {
                return None;
            }
            (None, _) if self.is_item_mark(paragraph.open, candidate) => return None,
            (None, _) if self.is_source_dash(candidate, paragraph.end) => return None,
            (None, _) => self.closers(candidate, paragraph.end),
        };
        let place = match token.kind {
            TokenKind::Abbreviation | TokenKind::Acronym | TokenKind::Initial => {
                Place::Abbreviation
            }
            TokenKind::Punct if self.bytes(token) == b":" => Place::Colon,
            _ => Place::Stop,
        };
        // A mark within a word or number is no end, unless it is one that none has inside.
        let inside = !self.token(last)?.flags.space_after();
        if rule.is_none() && inside && !(place == Place::Stop && token.span.len() > 1) {
            return None;
        }
        if !paragraph.may_ask(token) {
            return rule;
        }
        let case = self.case(paragraph, place, candidate, last, rule.map(|(_, reason)| reason))?;
        Some((last, verdict(&case)?))
    }

    /// Whether an abbreviation certainly goes on: a title, or a number behind.
    fn is_firm(&self, candidate: usize, end: usize) -> bool {
        let Some(token) = self.token(candidate) else { return true };
        let bytes = self.bytes(token);
        let bare = bytes.strip_suffix(b".").unwrap_or(bytes);
        let class = self.language.abbreviations.get(bare).map(|(class, _)| class);
        class == Some(AbbreviationClass::Title)
            || self.token(candidate + 1).is_some_and(|next| {
                candidate + 1 < end && matches!(next.kind, TokenKind::Number | TokenKind::Ordinal)
            })
    }

    /// Whether closing marks and the dash before a source follow: `… a long game." - Anna Berg`.
    fn is_source_dash(&self, candidate: usize, end: usize) -> bool {
        let last = self.closers(candidate, end);
        last > candidate && self.token(last + 1).is_some_and(|next| next.kind == TokenKind::Dash)
    }

    /// Whether a full stop is as plain as they come: a small word before it, a capital behind.
    fn is_plain(&self, candidate: usize, last: usize) -> bool {
        let before = candidate.checked_sub(1).and_then(|index| self.token(index));
        last == candidate
            && self.token(candidate).is_some_and(|token| self.bytes(token) == b".")
            && before.is_some_and(|before| {
                before.kind == TokenKind::Word
                    && before.span.len() > 3
                    && !before.flags.is_capitalised()
                    && !before.flags.space_after()
            })
            && self
                .token(candidate + 1)
                .is_some_and(|next| next.kind == TokenKind::Word && next.flags.is_capitalised())
    }

    /// Whether a word goes before a stop in edited copy and a word or quotation behind it.
    fn is_settled(&self, candidate: usize, last: usize, reason: BoundaryReason) -> bool {
        let before = candidate.checked_sub(1).and_then(|index| self.token(index));
        reason != BoundaryReason::Ellipsis
            && before.is_some_and(|before| before.kind == TokenKind::Word)
            && self
                .token(last + 1)
                .is_some_and(|next| matches!(next.kind, TokenKind::Word | TokenKind::OpenQuote))
    }

    fn case(
        &self,
        paragraph: &mut State,
        place: Place,
        candidate: usize,
        last: usize,
        rule: Option<BoundaryReason>,
    ) -> Option<Case<'_>> {
        if last + 1 >= paragraph.end {
            return None;
        }
        paragraph.count_marks(self, last);
        let before = candidate.checked_sub(1).filter(|before| *before >= paragraph.open);
        Some(Case {
            text: self.text,
            place,
            rule,
            mark: self.token(candidate)?,
            before: before.and_then(|before| self.token(before)),
            last: self.token(last)?,
            next: self.token(last + 1)?,
            after: Some(last + 2)
                .filter(|after| *after < paragraph.end)
                .and_then(|at| self.token(at)),
            starter: self.token(last + 1).is_some_and(|next| self.is_starter(next)),
            since: candidate.saturating_sub(paragraph.open),
            quotes: paragraph.quotes,
            brackets: paragraph.brackets,
            stopped: paragraph.stopped,
            casual: paragraph.casual,
            small: paragraph.small,
            sentence: self.tokens.get(paragraph.open..=last).unwrap_or(&[]),
            rest: self.tokens.get(last + 1..paragraph.end).unwrap_or(&[]),
        })
    }

    fn close(&mut self, range: Range<usize>, reason: BoundaryReason) {
        let Some(last) = range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).copied()
        else {
            return;
        };
        self.flag_last_stop(&range);
        let Some(first) = self.tokens.get_mut(range.start) else { return };
        first.flags.set(TokenFlags::STARTS_SENTENCE);
        let span = first.span.cover(last.span);
        self.sentences.push(Sentence {
            span,
            tokens: narrow(range.start)..narrow(range.end),
            reason,
        });
    }

    /// Flags the abbreviation whose full stop ends the sentence with these tokens, if one does.
    fn flag_last_stop(&mut self, range: &Range<usize>) {
        let earliest = range.end.saturating_sub(MOST_MARKS).max(range.start);
        let last = (earliest..range.end)
            .rev()
            .find(|index| self.token(*index).is_none_or(|token| !self.is_closer(token)));
        if let Some(token) = last.and_then(|last| self.tokens.get_mut(last))
            && token.kind == TokenKind::Abbreviation
            && self.text.get(token.span.end() as usize - 1) == Some(&b'.')
        {
            token.flags.set(TokenFlags::LAST_STOP);
        }
    }

    fn token(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    fn bytes(&self, token: Token) -> &[u8] {
        self.text.get(token.span.range()).unwrap_or(&[])
    }

    /// The first byte of a token. Brackets, commas and colons are tokens of one byte, so it tells
    /// them apart.
    #[inline]
    fn first_byte(&self, token: Token) -> u8 {
        self.text.get(token.span.start() as usize).copied().unwrap_or(0)
    }

    /// Whether a sentence that began at token `open` ends at the candidate.
    fn decide(&self, open: usize, candidate: usize, end: usize) -> Option<Boundary> {
        let token = self.token(candidate)?;
        match (token.kind, self.bytes(token)) {
            (TokenKind::Punct, b":") => return self.colon(open, candidate, end),
            (TokenKind::Punct, b")") => return self.next_item(open, candidate),
            (TokenKind::Symbol, _) => {
                let last = candidate.checked_sub(1)?;
                let apart = self.token(last).is_some_and(|token| token.flags.space_after());
                return apart.then_some((last, BoundaryReason::ListItem));
            }
            (TokenKind::Punct, b".") => {
                // "1.) Open the box 2.) Lift …"
                let bracket =
                    self.token(candidate + 1).is_some_and(|next| self.bytes(next) == b")");
                let bracket = usize::from(bracket && !token.flags.space_after());
                if let Some(item) = self.next_item(open, candidate + bracket) {
                    return Some(item);
                }
            }
            _ => {}
        }
        let last = self.closers(candidate, end);
        let next = self.next(last, end)?;
        match token.kind {
            TokenKind::Abbreviation | TokenKind::Acronym | TokenKind::Initial => {
                self.abbreviation(open, candidate, last, &next)
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
        let is_footnote = |token: Token| match token.kind {
            TokenKind::Number => true,
            TokenKind::Punct => self.first_byte(token) == b'[',
            _ => false,
        };
        if !self.token(last + 1).is_some_and(is_footnote) {
            return last;
        }
        // A footnote mark belongs to the sentence before it: "… in 1805. [19] Later …"
        while let (Some(opening), Some(number), Some(closing)) =
            (self.token(last + 1), self.token(last + 2), self.token(last + 3))
            && last + 3 < end
            && self.bytes(opening) == b"["
            && number.kind == TokenKind::Number
            && self.bytes(closing) == b"]"
        {
            last += 3;
        }
        // So does a bare one, if what begins a sentence follows: "… minority rights. 4 Even …"
        if let (Some(stop), Some(number), Some(next)) =
            (self.token(last), self.token(last + 1), self.token(last + 2))
            && last + 2 < end
            && stop.flags.space_after()
            && number.kind == TokenKind::Number
            && number.span.len() <= 2
            && number.flags.space_after()
            && self.is_starter(next)
            && matches!(self.token(index).map(|token| self.bytes(token)), Some(b"." | b"!" | b"?"))
        {
            last += 1;
        }
        last
    }

    #[inline]
    fn is_closer(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::CloseQuote => true,
            TokenKind::Punct => matches!(self.first_byte(token), b')' | b']' | b'}'),
            _ => false,
        }
    }

    #[inline]
    fn is_opener(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::OpenQuote | TokenKind::Ellipsis => true,
            TokenKind::Punct => matches!(self.first_byte(token), b'(' | b'[' | b'{'),
            TokenKind::Symbol => self.first_byte(token) == b'*',
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
        // "N°. 5"
        let degree = candidate.checked_sub(1).and_then(|index| self.token(index));
        if numeric && degree.is_some_and(|token| self.bytes(token) == "°".as_bytes()) {
            return None;
        }
        if !next.gap && !self.is_missing_space(candidate, last, next) {
            return None;
        }
        if self.is_item_mark(open, candidate) || ellipsis && self.is_omission(open, candidate) {
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

    /// Whether an ellipsis opens its sentence, or stands for words left out: `[...]`.
    fn is_omission(&self, open: usize, candidate: usize) -> bool {
        candidate == open
            || candidate.checked_sub(1).and_then(|index| self.token(index)).is_some_and(|before| {
                before.kind == TokenKind::Punct && matches!(self.bytes(before), b"[" | b"(")
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
    fn abbreviation(
        &self,
        open: usize,
        candidate: usize,
        last: usize,
        next: &Next,
    ) -> Option<Boundary> {
        let token = self.token(candidate)?;
        if !next.gap || !next.word.flags.is_capitalised() || token.kind == TokenKind::Initial {
            return None;
        }
        let bytes = self.bytes(token);
        let bare = bytes.strip_suffix(b".").unwrap_or(bytes);
        let class = self.language.abbreviations.get(bare).map(|(class, _)| class);
        if let Some(
            AbbreviationClass::Title | AbbreviationClass::Versus | AbbreviationClass::Number,
        ) = class
        {
            return None;
        }
        let closed = last > candidate;
        let ends = if closed {
            true
        } else if next.opened && next.first.kind == TokenKind::OpenQuote {
            self.is_starter(next.word)
        } else if bare.eq_ignore_ascii_case(b"a.m") || bare.eq_ignore_ascii_case(b"p.m") {
            // "At 5 a.m. Mr. Smith …" has said nothing yet.
            candidate > open + LEAST_BEFORE_TIME
                && !self
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
