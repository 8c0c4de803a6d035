//! The result: one list of tokens, with sentences and paragraphs as ranges over it.

use crate::token::{Token, TokenFlags};
use alloc::vec::Vec;
use core::ops::Range;
use wirecopy_text::{Span, Spanned};

/// Why a sentence ends where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BoundaryReason {
    /// The paragraph (or block, or text) ends there.
    ParagraphEnd,
    /// `.`, `!` or `?`, and what follows can begin a sentence.
    Stop,
    /// The same, with closing quotation marks or brackets after the stop.
    ClosedStop,
    /// The full stop of an abbreviation or acronym, and what follows begins a sentence
    /// (`in the U.S. The talks`).
    Abbreviation,
    /// An ellipsis, and what follows begins a sentence.
    Ellipsis,
    /// A picture credit follows (`Image: …`).
    Credit,
    /// A head closed by a colon, before the sentence that it heads (`LONDON: Shares fell`).
    HeadColon,
    /// A bullet or item number follows.
    ListItem,
    /// The trained classifier says so, against the rules.
    Learned,
}

impl BoundaryReason {
    /// The reason's name: `paragraph_end`, `stop`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ParagraphEnd => "paragraph_end",
            Self::Stop => "stop",
            Self::ClosedStop => "closed_stop",
            Self::Abbreviation => "abbreviation",
            Self::Ellipsis => "ellipsis",
            Self::Credit => "credit",
            Self::HeadColon => "head_colon",
            Self::ListItem => "list_item",
            Self::Learned => "learned",
        }
    }
}

/// A sentence: from its first token to its last.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sentence {
    pub(crate) span: Span,
    pub(crate) tokens: Range<u32>,
    pub(crate) reason: BoundaryReason,
}

impl Sentence {
    /// Where it is, without white space at its ends.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its tokens, as indices into [`Tokens::tokens`].
    #[must_use]
    pub const fn tokens(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// Why it ends where it does.
    #[must_use]
    pub const fn reason(&self) -> BoundaryReason {
        self.reason
    }
}

impl Spanned for Sentence {
    fn span(&self) -> Span {
        self.span
    }
}

/// A paragraph: from its first token to its last.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Paragraph {
    pub(crate) span: Span,
    pub(crate) tokens: Range<u32>,
    pub(crate) sentences: Range<u32>,
}

impl Paragraph {
    /// Where it is, without white space at its ends.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its tokens, as indices into [`Tokens::tokens`].
    #[must_use]
    pub const fn tokens(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// Its sentences, as indices into [`Tokens::sentences`].
    #[must_use]
    pub const fn sentences(&self) -> Range<usize> {
        self.sentences.start as usize..self.sentences.end as usize
    }
}

impl Spanned for Paragraph {
    fn span(&self) -> Span {
        self.span
    }
}

/// Tokens, sentences and paragraphs of one text, each list in order of the text.
///
/// The stored list is the finest: words as Universal Dependencies has them. The views
/// [`surface`](Self::surface), [`words`](Self::words) and [`ptb`](Self::ptb) join some of them again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tokens {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) paragraphs: Vec<Paragraph>,
}

impl Tokens {
    /// Every token.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Every sentence; together they hold every token once.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Every paragraph that has a token; together they hold every sentence once.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The tokens that lie wholly within `span`. Two binary searches.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        self.tokens.get(self.range_in(span)).unwrap_or(&[])
    }

    /// The indices of the tokens that lie wholly within `span`. Two binary searches.
    #[must_use]
    pub fn range_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start() < span.start());
        let end = self.tokens.partition_point(|token| token.span.end() <= span.end());
        start..end.max(start)
    }

    /// The index of the first token that ends after `offset` (a byte): the token at `offset`, or
    /// the next one if `offset` lies between tokens. One binary search.
    #[must_use]
    pub fn index_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= offset)
    }

    /// The sentence that `offset` (a byte) lies in. One binary search.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end() <= offset);
        self.sentences.get(index).filter(|sentence| sentence.span.contains(offset))
    }

    /// The paragraph that `offset` (a byte) lies in. One binary search.
    #[must_use]
    pub fn paragraph_at(&self, offset: u32) -> Option<&Paragraph> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.span.end() <= offset);
        self.paragraphs.get(index).filter(|paragraph| paragraph.span.contains(offset))
    }

    /// Words as written: `don't` and `Obama's` are one, `15-year` is three.
    ///
    /// ```
    /// use wirecopy_token::tokenize;
    ///
    /// let text = "Obama's 15-year plan";
    /// let tokens = tokenize(text);
    /// let of = |view: wirecopy_token::View<'_>| {
    ///     view.map(|token| &text[token.span()]).collect::<Vec<_>>()
    /// };
    /// assert_eq!(of(tokens.surface()), ["Obama's", "15", "-", "year", "plan"]);
    /// assert_eq!(of(tokens.words()), ["Obama", "'s", "15", "-", "year", "plan"]);
    /// assert_eq!(of(tokens.ptb()), ["Obama", "'s", "15-year", "plan"]);
    /// ```
    #[must_use]
    pub fn surface(&self) -> View<'_> {
        View { tokens: &self.tokens, joined: TokenFlags::CLITIC }
    }

    /// Words of Universal Dependencies: the stored list, `Obama|'s`, `15|-|year`.
    #[must_use]
    pub fn words(&self) -> View<'_> {
        View { tokens: &self.tokens, joined: 0 }
    }

    /// Words of the Penn Treebank: clitics apart, words with hyphens or slashes whole.
    #[must_use]
    pub fn ptb(&self) -> View<'_> {
        View { tokens: &self.tokens, joined: TokenFlags::HYPHEN | TokenFlags::SLASH }
    }
}

/// Tokens of one text, some of them joined. See [`Tokens::surface`].
#[derive(Debug, Clone)]
pub struct View<'a> {
    tokens: &'a [Token],
    joined: u16,
}

impl Iterator for View<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (first, mut rest) = self.tokens.split_first()?;
        let mut joined = *first;
        while let Some((next, after)) = rest.split_first()
            && next.flags.has(self.joined)
        {
            joined.span = joined.span.cover(next.span);
            rest = after;
        }
        self.tokens = rest;
        Some(joined)
    }
}
