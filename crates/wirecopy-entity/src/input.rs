//! What goes in: the text, its tokens, its blocks, and the lists to believe.

use crate::{Entities, EntityModel};
use wirecopy_gazetteer::Gazetteer;
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Which kind of copy a block is: a headline is capitalised by other rules than a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum TextRegion {
    /// Running text.
    #[default]
    Body,
    /// A headline, subhead or heading: most words may have a capital.
    Headline,
    /// A caption under a picture.
    Caption,
    /// A credit, section line or byline: names of agencies and photographers, no story.
    Furniture,
}

/// A paragraph or line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Block {
    /// Where it is.
    pub span: Span,
    /// What kind of copy it is.
    pub region: TextRegion,
}

impl Spanned for Block {
    fn span(&self) -> Span {
        self.span
    }
}

/// A document with everything that is known before names are looked for.
///
/// Start from [`Input::new`] and fill in what there is.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The text that all spans refer to.
    pub text: &'a str,
    /// Its tokens. Bytes without tokens hold no names.
    pub tokens: &'a Tokens,
    /// Its blocks, in order; a token outside all blocks counts as body. May be empty.
    pub blocks: &'a [Block],
    /// Lists of people, places, organisations and demonyms; an earlier list wins over a later one.
    pub gazetteers: &'a [&'a Gazetteer],
    /// How many of `gazetteers`, from the front, are the caller's own: their entries are believed
    /// wherever they match.
    pub trusted: usize,
    /// Given names, surnames and common words, each with a rank bucket.
    pub names: Option<&'a Gazetteer>,
    /// Year, month and day of the story: whom "President" meant then.
    pub date: Option<(i16, u8, u8)>,
    /// The places of the dateline, if it has one.
    pub places: &'a [Span],
    /// The agency of the dateline, if it names one.
    pub agency: Option<Span>,
    /// Phrases that say who speaks, in order: what has a capital at their head is a name, listed or not,
    /// and what a name of the document is called for short is that name.
    pub speakers: &'a [Span],
    /// Weights that correct the rules; without them, the rules' word stands.
    pub model: Option<&'a EntityModel>,
}

impl<'a> Input<'a> {
    /// A text and its tokens, with no lists.
    #[must_use]
    pub const fn new(text: &'a str, tokens: &'a Tokens) -> Self {
        Self {
            text,
            tokens,
            blocks: &[],
            gazetteers: &[],
            trusted: 0,
            names: None,
            date: None,
            places: &[],
            agency: None,
            speakers: &[],
            model: None,
        }
    }

    /// The names in the document: [`recognize`](crate::recognize).
    #[must_use]
    pub fn recognize(&self) -> Entities {
        crate::recognize(self)
    }
}
