//! The scanner: one forward walk over the bytes of a block, which leaves tokens behind.
//!
//! What made it hard: `U.S.-led`, `co-founder's`, `(AP)--The`, `$1.2bn`, `'em` and `'90s` against
//! `'quoted'`, `workers' rights` against `'the workers'`, `p.m.`, `end.The`.

mod mark;
mod number;
mod web;
mod word;

use crate::class;
use crate::lexicon::Language;
use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokenizer::Custom;
use alloc::vec::Vec;
use wirecopy_text::Span;

/// The state of one walk. Tokens and candidates outlive the block, the rest does not.
#[derive(Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t str,
    /// The bytes up to the end of the block.
    bytes: &'t [u8],
    at: usize,
    /// Index of the first token of the block.
    first: usize,
    pub(crate) tokens: Vec<Token>,
    /// Tokens after which a sentence may end.
    pub(crate) candidates: Vec<u32>,
    language: &'static Language,
    custom: &'t Custom,
    /// Flags of the next token, besides its own.
    joining: u16,
    double_open: bool,
    single_open: bool,
    /// Whether the block has something that edited copy hardly has: an address, a face, `!!`.
    pub(crate) casual: bool,
    /// Where the next `@` is, for addresses.
    at_sign: usize,
    /// No host name starts before this offset.
    no_host_before: usize,
    /// No mail address starts before this offset.
    no_email_before: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str, language: &'static Language, custom: &'t Custom) -> Self {
        Self {
            text,
            bytes: &[],
            at: 0,
            first: 0,
            // News has a token for every five bytes or so.
            tokens: Vec::with_capacity(text.len() / 4),
            candidates: Vec::with_capacity(text.len() / 64),
            language,
            custom,
            joining: 0,
            double_open: false,
            single_open: false,
            casual: false,
            at_sign: 0,
            no_host_before: 0,
            no_email_before: 0,
        }
    }

    /// Scans one block. Blocks come in order.
    pub(crate) fn scan(&mut self, block: Span) {
        self.bytes = block
            .get(self.text)
            .map_or(&[], |_| self.text.as_bytes().get(..block.end() as usize).unwrap_or(&[]));
        self.at = block.start() as usize;
        self.first = self.tokens.len();
        self.joining = 0;
        self.double_open = false;
        self.single_open = false;
        self.casual = false;
        self.at_sign = self.at_sign.max(self.at);
        self.find_at_sign(self.at);
        while let Some(byte) = self.bytes.get(self.at).copied() {
            let class = class::of(byte);
            if class & class::LETTER != 0 {
                self.word();
            } else if class & class::SPACE != 0 {
                self.space();
            } else if class & class::DIGIT != 0 {
                self.number(self.at);
            } else if class & class::HIGH != 0 {
                self.high();
            } else {
                self.mark(byte);
            }
        }
        self.flag_last(TokenFlags::SPACE_AFTER);
    }

    /// Byte at `at`, or 0 beyond the block.
    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    #[inline]
    fn class(&self, at: usize) -> u8 {
        self.bytes.get(at).map_or(0, |byte| class::of(*byte))
    }

    /// The bytes `start..end` of the block.
    #[inline]
    fn slice(&self, start: usize, end: usize) -> &'t [u8] {
        self.bytes.get(start..end).unwrap_or(&[])
    }

    /// The character at `at`, if the block goes that far.
    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(at..)?.chars().next(),
            None => None,
        }
    }

    /// Whether a letter of any script stands at `at`.
    fn is_letter(&self, at: usize) -> bool {
        let class = self.class(at);
        class & class::LETTER != 0
            || class & class::HIGH != 0 && self.char_at(at).is_some_and(class::is_letter)
    }

    /// Whether a letter or digit of any script stands at `at`.
    fn is_alphanumeric(&self, at: usize) -> bool {
        self.class(at) & class::DIGIT != 0 || self.is_letter(at)
    }

    /// Whether the last token ends where the scanner stands.
    fn is_glued(&self) -> bool {
        self.last().is_some_and(|token| token.span.end() as usize == self.at)
    }

    /// The last token of this block.
    fn last(&self) -> Option<Token> {
        if self.tokens.len() > self.first { self.tokens.last().copied() } else { None }
    }

    fn flag_last(&mut self, bits: u16) {
        if self.tokens.len() > self.first
            && let Some(token) = self.tokens.last_mut()
        {
            token.flags.set(bits);
        }
    }

    /// Adds the token `start..end` and goes on behind it.
    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: TokenKind, bits: u16) {
        let span = Span::new(narrow(start), narrow(end));
        let flags = TokenFlags::new(bits | self.joining);
        self.joining = 0;
        self.tokens.push(Token { span, kind, flags });
        self.at = end;
    }

    /// Notes that a sentence may end after the last token.
    fn candidate(&mut self) {
        if let Some(index) = self.tokens.len().checked_sub(1) {
            self.candidates.push(u32::try_from(index).unwrap_or(u32::MAX));
        }
    }

    /// A match of one of the user's patterns at `start`.
    fn custom_pattern(&mut self, start: usize) -> bool {
        let rest = self.text.get(start..self.bytes.len()).unwrap_or("");
        let Some(length) = self.custom.match_length(rest) else { return false };
        let capital = rest.chars().next().is_some_and(char::is_uppercase);
        self.push(
            start,
            start + length,
            TokenKind::Word,
            u16::from(capital) * TokenFlags::CAPITALISED,
        );
        true
    }

    /// White space and controls.
    #[inline]
    fn space(&mut self) {
        let mut bits = TokenFlags::SPACE_AFTER;
        loop {
            match self.byte(self.at) {
                b' ' => {}
                b'\n' | b'\r' => bits |= TokenFlags::NEWLINE_AFTER,
                _ if self.class(self.at) & class::SPACE != 0 => {}
                _ => break,
            }
            self.at += 1;
        }
        self.joining = 0;
        self.flag_last(bits);
    }
}

/// Offsets fit: `tokenize_blocks` leaves out what lies beyond 4 GiB.
#[inline]
const fn narrow(offset: usize) -> u32 {
    offset as u32
}
