//! The result: one list of tokens, with sentences and paragraphs as ranges over it.

use crate::token::{Token, TokenFlags, TokenKind};
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
    /// A dateline before the sentence that it opens (`KYIV, March 3 (AFP) - Talks …`).
    Dateline,
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
            Self::Dateline => "dateline",
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
        View { tokens: &self.tokens, joined: TokenFlags::CLITIC, stops: false, stop: None }
    }

    /// Words of Universal Dependencies: the stored list, `Obama|'s`, `15|-|year`.
    #[must_use]
    pub fn words(&self) -> View<'_> {
        View { tokens: &self.tokens, joined: 0, stops: false, stop: None }
    }

    /// Words of the Penn Treebank: clitics apart, words with hyphens or slashes whole, the stop that
    /// ends a sentence apart from the abbreviation that it also belongs to (`Corp|.`).
    #[must_use]
    pub fn ptb(&self) -> View<'_> {
        let joined = TokenFlags::HYPHEN | TokenFlags::SLASH;
        View { tokens: &self.tokens, joined, stops: true, stop: None }
    }
}

/// Tokens of one text, some of them joined. See [`Tokens::surface`].
#[derive(Debug, Clone)]
pub struct View<'a> {
    tokens: &'a [Token],
    joined: u16,
    /// Whether the stop that ends a sentence is a token of its own.
    stops: bool,
    /// That token, if it comes next.
    stop: Option<Token>,
}

impl Iterator for View<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(stop) = self.stop.take() {
            return Some(stop);
        }
        let (first, mut rest) = self.tokens.split_first()?;
        let mut joined = *first;
        while let Some((next, after)) = rest.split_first()
            && next.flags.has(self.joined)
        {
            joined.span = joined.span.cover(next.span);
            joined.flags = joined.flags.followed_by(next.flags);
            rest = after;
        }
        self.tokens = rest;
        if self.stops && joined.flags.stop_ends_sentence() && joined.span.len() > 1 {
            let split = joined.span.end() - 1;
            let after = joined.flags.after();
            self.stop = Some(Token {
                span: Span::new(split, joined.span.end()),
                kind: TokenKind::Punct,
                flags: after,
            });
            joined.span = Span::new(joined.span.start(), split);
            joined.flags = joined.flags.glued();
        }
        Some(joined)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Newlines, Tokenizer, TokenizerOptions, tokenize};
    use alloc::string::String;
    use proptest::prelude::*;
    use wirecopy_text::{Span, Spanned as _};

    /// Text that reaches every branch of the scanner sooner or later.
    fn any_copy() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(
            &[
                "Mr", "U", "S", "a", "p", "m", "Inc", "No", "the", "The", "workers", "can",
                "cannot", "co", "www", "http", "com", "5", "15", "1,200", "th", "s", "t", "nt",
                "é", "Łódź", "\u{301}", "🙂", "日本", " ", " ", " ", "  ", "\n", "\n\n", "\r\n",
                "\t", "\u{2028}", "\u{a0}", ".", ".", "...", "…", "!", "?", ",", ":", "//", "/",
                "-", "--", "—", "'", "’", "‘", "\"", "“", "”", "`", "(", ")", "[", "*", "•", "@",
                "#", "$", "US", "%", "&", "_", "\0", "Image", "said", "EST", "CITY",
            ][..],
        );
        prop_oneof![
            prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()),
            ".{0,60}",
            "[ -~\n]{0,120}",
        ]
    }

    fn check_lists(text: &str, tokens: &super::Tokens) {
        let mut before = 0;
        for token in tokens.tokens() {
            let span = token.span();
            assert!(span.start() >= before && !span.is_empty(), "{token:?} in {text:?}");
            assert!(span.get(text).is_some_and(|surface| surface.trim() == surface), "{token:?}");
            before = span.end();
        }
        let mut next = 0;
        for sentence in tokens.sentences() {
            assert_eq!(sentence.tokens().start, next);
            let inside = &tokens.tokens()[sentence.tokens()];
            assert_eq!(sentence.span().start(), inside[0].span().start());
            assert_eq!(sentence.span().end(), inside[inside.len() - 1].span().end());
            assert!(inside[0].flags().starts_sentence());
            assert!(inside[1..].iter().all(|token| !token.flags().starts_sentence()));
            next = sentence.tokens().end;
        }
        assert_eq!(next, tokens.tokens().len());
        let mut next = 0;
        for paragraph in tokens.paragraphs() {
            assert_eq!(paragraph.sentences().start, next);
            assert!(!paragraph.sentences().is_empty());
            next = paragraph.sentences().end;
        }
        assert_eq!(next, tokens.sentences().len());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn lists_are_ordered_and_complete(text in any_copy()) {
            let newlines = [Newlines::Auto, Newlines::Blank, Newlines::Any, Newlines::Never];
            for newlines in newlines {
                let tokens = Tokenizer::new(TokenizerOptions { newlines }).tokenize(&text);
                check_lists(&text, &tokens);
                prop_assert_eq!(&tokens, &Tokenizer::new(TokenizerOptions { newlines }).tokenize(&text));
                // Nothing that a reader would see is lost.
                let visible = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
                let found: usize = tokens.tokens().iter().map(|token| visible(token.span().of(&text))).sum();
                prop_assert_eq!(found, visible(&text));
            }
        }

        #[test]
        fn a_block_is_read_as_if_it_stood_alone(before in any_copy(), text in any_copy(), after in any_copy()) {
            let whole = [before.as_str(), &text, &after].concat();
            let block = Span::from_range(before.len()..before.len() + text.len());
            let tokenizer = Tokenizer::new(TokenizerOptions { newlines: Newlines::Never });
            let inside = tokenizer.tokenize_blocks(&whole, &[block]);
            let alone = tokenizer.tokenize(&text);
            prop_assert_eq!(inside.tokens().len(), alone.tokens().len());
            for (a, b) in inside.tokens().iter().zip(alone.tokens()) {
                prop_assert_eq!(a.span(), b.span().shifted(block.start()));
                prop_assert_eq!((a.kind(), a.flags()), (b.kind(), b.flags()));
            }
            prop_assert_eq!(inside.sentences().len(), alone.sentences().len());
        }

        #[test]
        fn views_hold_the_same_text(text in any_copy()) {
            let tokens = tokenize(&text);
            for view in [tokens.surface(), tokens.words(), tokens.ptb()] {
                let mut at = 0;
                for token in view {
                    prop_assert!(token.span().start() >= at);
                    at = token.span().end();
                }
                prop_assert_eq!(at, tokens.tokens().last().map_or(0, |token| token.span().end()));
            }
        }
    }

    #[test]
    fn offsets_find_their_tokens_and_sentences() {
        let text = "It rained. We left.\n\nThey stayed.";
        let tokens = tokenize(text);
        assert_eq!(tokens.index_at(3), 1);
        assert_eq!(tokens.index_at(10), 3);
        assert_eq!(tokens.tokens_in(Span::new(3, 10)).len(), 2);
        assert_eq!(tokens.tokens_in(Span::new(4, 9)).len(), 0);
        assert_eq!(tokens.sentence_at(12).map(|s| s.span().of(text)), Some("We left."));
        assert_eq!(tokens.sentence_at(10), None);
        assert_eq!(tokens.paragraph_at(25).map(super::Paragraph::sentences), Some(2..3));
    }
}
