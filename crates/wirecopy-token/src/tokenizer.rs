//! The entry points and their options.

use crate::token::{Token, TokenFlags, TokenKind};
use crate::tokens::{BoundaryReason, Paragraph, Sentence, Tokens};
use alloc::string::String;
use alloc::vec::Vec;
use wirecopy_text::Span;

/// Where a line end is also a paragraph end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Newlines {
    /// At blank lines, before indented lines and list items, and where a line is too short to have
    /// been wrapped. The default: right for wire copy, pasted pages and mail alike.
    #[default]
    Auto,
    /// At blank lines only.
    Blank,
    /// At every line end.
    Any,
    /// Nowhere: the text is one paragraph.
    Never,
}

/// Options of a [`Tokenizer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenizerOptions {
    /// Where a line end is also a paragraph end.
    pub newlines: Newlines,
}

/// A tokeniser with its options and the user's own words.
#[derive(Debug, Clone, Default)]
pub struct Tokenizer {
    options: TokenizerOptions,
    abbreviations: Vec<String>,
}

impl Tokenizer {
    /// A tokeniser for English news.
    #[must_use]
    pub fn new(options: TokenizerOptions) -> Self {
        Self { options, abbreviations: Vec::new() }
    }

    /// Also takes `abbreviation` (with or without its full stop) for one.
    #[must_use]
    pub fn with_abbreviation(mut self, abbreviation: &str) -> Self {
        self.abbreviations.push(abbreviation.trim_end_matches('.').into());
        self
    }

    /// Tokens, sentences and paragraphs of `text`. Linear in its length.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Tokens {
        let mut blocks = Vec::new();
        let mut at = 0;
        if self.options.newlines != Newlines::Never {
            for (gap, _) in text.match_indices("\n\n") {
                blocks.push(Span::from_range(at..gap));
                at = gap;
            }
        }
        blocks.push(Span::from_range(at..text.len()));
        self.tokenize_blocks(text, &blocks)
    }

    /// Tokens of the given blocks of `text`, which are in order and do not overlap. Each block is
    /// one paragraph; bytes outside the blocks give no tokens.
    #[must_use]
    pub fn tokenize_blocks(&self, text: &str, blocks: &[Span]) -> Tokens {
        let mut out = Tokens::default();
        for block in blocks {
            first_scan(text, *block, &mut out);
        }
        out
    }
}

/// Tokens, sentences and paragraphs of `text`, with the default options.
#[must_use]
pub fn tokenize(text: &str) -> Tokens {
    Tokenizer::default().tokenize(text)
}

/// Stand-in until the scanner lands: runs of letters and digits, single marks.
fn first_scan(text: &str, block: Span, out: &mut Tokens) {
    let slice = block.get(text).unwrap_or("");
    let first = out.tokens.len();
    let mut chars = slice.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let wordlike = c.is_alphanumeric();
        while wordlike && let Some((at, next)) = chars.next_if(|(_, next)| next.is_alphanumeric()) {
            end = at + next.len_utf8();
        }
        let kind = match c {
            _ if c.is_numeric() => TokenKind::Number,
            _ if wordlike => TokenKind::Word,
            '-' | '–' | '—' => TokenKind::Dash,
            '“' | '‘' => TokenKind::OpenQuote,
            '”' | '’' => TokenKind::CloseQuote,
            _ => TokenKind::Punct,
        };
        let span = Span::from_range(start..end).shifted(block.start());
        let bits = u16::from(c.is_uppercase()) * TokenFlags::CAPITALISED;
        out.tokens.push(Token { span, kind, flags: TokenFlags::new(bits) });
    }
    let (Some(head), Some(tail)) = (out.tokens.get(first), out.tokens.last()) else { return };
    let span = head.span.cover(tail.span);
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let tokens = narrow(first)..narrow(out.tokens.len());
    let sentence = narrow(out.sentences.len());
    out.sentences.push(Sentence {
        span,
        tokens: tokens.clone(),
        reason: BoundaryReason::ParagraphEnd,
    });
    out.paragraphs.push(Paragraph { span, tokens, sentences: sentence..sentence + 1 });
    if let Some(token) = out.tokens.get_mut(first) {
        token.flags.set(TokenFlags::STARTS_SENTENCE);
    }
}
