//! One token: where it is, what it is, how it stands next to its neighbours.

use alloc::borrow::Cow;
use core::fmt;
use wirecopy_text::{Folding, Span, Spanned, fold};

/// What a token is, as far as its letters and its surroundings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u8)]
pub enum TokenKind {
    /// Letters, perhaps with digits or inner apostrophes: `talks`, `O'Neill`, `n't`, `B2B`.
    Word,
    /// Digits with their separators: `6.8`, `1,200`, `10:30`, `1990s`.
    Number,
    /// A number with its ordinal ending: `25th`.
    Ordinal,
    /// A currency sign, with the country letters before it: `$`, `US$`, `€`.
    Currency,
    /// A shortened word with its full stop: `Mr.`, `Inc.`, `a.m.`
    Abbreviation,
    /// One capital letter with its full stop, before a name: `J.`
    Initial,
    /// Capital letters with a full stop each: `U.S.`, `U.N.`
    Acronym,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// `@name` or `#topic`.
    Handle,
    /// A stop, comma, bracket or other mark of punctuation.
    Punct,
    /// A quotation mark that opens, as far as its shape or the space around it says.
    OpenQuote,
    /// A quotation mark that closes.
    CloseQuote,
    /// `…`, `...` or `. . .`
    Ellipsis,
    /// A dash or a hyphen.
    Dash,
    /// Any other sign: `%`, `&`, `+`, an emoji.
    Symbol,
}

impl TokenKind {
    /// Every kind, in the order of its number (`kind as u8`).
    pub const ALL: [Self; 16] = [
        Self::Word,
        Self::Number,
        Self::Ordinal,
        Self::Currency,
        Self::Abbreviation,
        Self::Initial,
        Self::Acronym,
        Self::Url,
        Self::Email,
        Self::Handle,
        Self::Punct,
        Self::OpenQuote,
        Self::CloseQuote,
        Self::Ellipsis,
        Self::Dash,
        Self::Symbol,
    ];

    /// The kind's name in the JSON schema: `word`, `open_quote`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Currency => "currency",
            Self::Abbreviation => "abbreviation",
            Self::Initial => "initial",
            Self::Acronym => "acronym",
            Self::Url => "url",
            Self::Email => "email",
            Self::Handle => "handle",
            Self::Punct => "punct",
            Self::OpenQuote => "open_quote",
            Self::CloseQuote => "close_quote",
            Self::Ellipsis => "ellipsis",
            Self::Dash => "dash",
            Self::Symbol => "symbol",
        }
    }

    /// Whether a reader would say the token aloud as a word or a name.
    #[must_use]
    pub const fn is_wordlike(self) -> bool {
        matches!(self, Self::Word | Self::Abbreviation | Self::Initial | Self::Acronym)
    }
}

/// How a token stands in its text. A small set, read with the methods.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenFlags(u16);

impl TokenFlags {
    pub(crate) const SPACE_AFTER: u16 = 1;
    pub(crate) const NEWLINE_AFTER: u16 = 1 << 1;
    pub(crate) const CAPITALISED: u16 = 1 << 2;
    pub(crate) const ALL_CAPITALS: u16 = 1 << 3;
    pub(crate) const STARTS_SENTENCE: u16 = 1 << 4;
    pub(crate) const CLITIC: u16 = 1 << 5;
    pub(crate) const HYPHEN: u16 = 1 << 6;
    pub(crate) const SLASH: u16 = 1 << 7;
    pub(crate) const LAST_STOP: u16 = 1 << 8;

    pub(crate) const fn new(bits: u16) -> Self {
        Self(bits)
    }

    pub(crate) const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }

    pub(crate) const fn set(&mut self, bit: u16) {
        self.0 |= bit;
    }

    /// What is said of the end of a token.
    const END: u16 = Self::SPACE_AFTER | Self::NEWLINE_AFTER | Self::LAST_STOP;

    /// The flags of a token that is joined with a following one.
    pub(crate) const fn followed_by(self, next: Self) -> Self {
        Self(self.0 & !Self::END | next.0 & Self::END)
    }

    /// Only what is said of the space behind.
    pub(crate) const fn after(self) -> Self {
        Self(self.0 & (Self::SPACE_AFTER | Self::NEWLINE_AFTER))
    }

    /// The same with nothing behind.
    pub(crate) const fn glued(self) -> Self {
        Self(self.0 & !Self::END)
    }

    /// White space, or the end of the block, follows.
    #[must_use]
    pub const fn space_after(self) -> bool {
        self.has(Self::SPACE_AFTER)
    }

    /// A line ends between this token and the next.
    #[must_use]
    pub const fn newline_after(self) -> bool {
        self.has(Self::NEWLINE_AFTER)
    }

    /// The first letter is a capital.
    #[must_use]
    pub const fn is_capitalised(self) -> bool {
        self.has(Self::CAPITALISED)
    }

    /// Two letters or more, and all of them capitals.
    #[must_use]
    pub const fn is_all_capitals(self) -> bool {
        self.has(Self::ALL_CAPITALS)
    }

    /// The first token of a sentence.
    #[must_use]
    pub const fn starts_sentence(self) -> bool {
        self.has(Self::STARTS_SENTENCE)
    }

    /// The second part of a word written as one: `n't` of `don't`, `'s` of `Obama's`, `not` of
    /// `cannot`.
    #[must_use]
    pub const fn continues_clitic(self) -> bool {
        self.has(Self::CLITIC)
    }

    /// Glued to the token before within a hyphenated word: `-` and `year` of `15-year`.
    #[must_use]
    pub const fn joins_hyphen(self) -> bool {
        self.has(Self::HYPHEN)
    }

    /// Glued to the token before within words set apart by a slash: `/` and `or` of `and/or`.
    #[must_use]
    pub const fn joins_slash(self) -> bool {
        self.has(Self::SLASH)
    }

    /// An abbreviation whose full stop also ends the sentence (`He works for Acme Corp.`).
    #[must_use]
    pub const fn stop_ends_sentence(self) -> bool {
        self.has(Self::LAST_STOP)
    }
}

impl fmt::Debug for TokenFlags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NAMES: [(u16, &str); 9] = [
            (TokenFlags::SPACE_AFTER, "space_after"),
            (TokenFlags::NEWLINE_AFTER, "newline_after"),
            (TokenFlags::CAPITALISED, "capitalised"),
            (TokenFlags::ALL_CAPITALS, "all_capitals"),
            (TokenFlags::STARTS_SENTENCE, "starts_sentence"),
            (TokenFlags::CLITIC, "clitic"),
            (TokenFlags::HYPHEN, "hyphen"),
            (TokenFlags::SLASH, "slash"),
            (TokenFlags::LAST_STOP, "stop_ends_sentence"),
        ];
        let mut set = f.debug_set();
        for (bit, name) in NAMES {
            if self.has(bit) {
                set.entry(&format_args!("{name}"));
            }
        }
        set.finish()
    }
}

/// A token: twelve bytes, no text of its own.
///
/// ```
/// use wirecopy_text::Spanned;
/// use wirecopy_token::{TokenKind, tokenize};
///
/// let text = "Obama's 15-year plan";
/// let tokens = tokenize(text);
/// let words: Vec<_> = tokens.tokens().iter().map(|token| &text[token.span()]).collect();
/// assert_eq!(words, ["Obama", "'s", "15", "-", "year", "plan"]);
/// assert_eq!(tokens.tokens()[2].kind(), TokenKind::Number);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    pub(crate) span: Span,
    pub(crate) flags: TokenFlags,
    pub(crate) kind: TokenKind,
}

impl Token {
    /// Where it is.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What it is.
    #[must_use]
    pub const fn kind(self) -> TokenKind {
        self.kind
    }

    /// How it stands next to its neighbours.
    #[must_use]
    pub const fn flags(self) -> TokenFlags {
        self.flags
    }

    /// A form of the token for comparison: compatibility forms (NFKC) and the shapes of quotation
    /// marks and dashes folded, and whatever else `folding` asks for. The text itself is never
    /// rewritten; borrows where nothing changes.
    ///
    /// ```
    /// use wirecopy_text::Folding;
    /// use wirecopy_token::tokenize;
    ///
    /// let text = "She DIDN’T";
    /// let tokens = tokenize(text);
    /// let forms: Vec<_> =
    ///     tokens.tokens().iter().map(|token| token.norm(text, Folding::new().case())).collect();
    /// assert_eq!(forms, ["she", "did", "n't"]);
    /// ```
    #[must_use]
    pub fn norm(self, text: &str, folding: Folding) -> Cow<'_, str> {
        fold(self.span.get(text).unwrap_or(""), folding)
    }
}

impl Spanned for Token {
    fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {:?}", self.span, self.kind, self.flags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_twelve_bytes() {
        assert_eq!(size_of::<Token>(), 12);
    }
}
