//! Quotation marks: which mark opens, which closes it, and whether what stands between is speech.
//!
//! Three things make marks hard. A mark's shape may say nothing: `"` opens and closes, `''` does
//! both in some wires, `’` is an apostrophe nine times in ten. Marks go missing: a paragraph that
//! goes on in the next one never closes, and one stray `"` would turn the rest of a story inside
//! out. And many pairs hold no speech: `"Meet the Press"`, `Joe "Smokey" Ryan`, a so-called
//! "expert". So pairs are made within one block only ([`marks`]), an odd mark costs at most its
//! block, and each pair says what it looks like ([`MarkUse`]).

mod pairing;
mod purpose;

use wirecopy_text::{Span, Spanned};

/// The shape of a pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MarkStyle {
    /// `“…”`, also where one of the two was typed the wrong way round.
    Curly,
    /// `"…"`
    Straight,
    /// `«…»` or `»…«`
    Guillemet,
    /// `„…“` or `„…”`
    Low,
    /// Two single marks typed for a double one: ``` ``…'' ``` or `''…''`.
    Doubled,
    /// `‘…’`, `'…'`, `` `…' `` or `‚…‘`
    Single,
    /// `‹…›`
    SingleGuillemet,
}

impl MarkStyle {
    /// Whether the pair is made of single marks.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::SingleGuillemet)
    }
}

/// What the words between two quotation marks look like, from their letters and what stands
/// around them alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MarkUse {
    /// Someone's words, as far as marks can say.
    Speech,
    /// A term held at arm's length: `the so-called "expert"`.
    Scare,
    /// The name of a book, film, show or song: `on "Meet the Press"`.
    Title,
    /// A name within a name: `Joe "Smokey" Ryan`.
    Nickname,
    /// Marks inside markup, or with nothing between them.
    Markup,
}

/// Two quotation marks and what stands between them.
///
/// ```
/// use wirecopy_quote::{MarkUse, marks};
/// use wirecopy_text::Span;
///
/// let text = "“It isn't ‘over’ yet,” he said on “Late News”.";
/// let pairs = marks(text, Span::new(0, text.len() as u32));
/// let found: Vec<_> = pairs.iter().map(|pair| (pair.inside().of(text), pair.depth)).collect();
/// assert_eq!(found, [("It isn't ‘over’ yet,", 0), ("over", 1), ("Late News", 0)]);
/// assert_eq!(pairs[2].purpose, MarkUse::Title);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MarkPair {
    /// The opening mark.
    pub open: Span,
    /// The closing mark; `None` where the block ends, or another quotation opens, before one.
    pub close: Option<Span>,
    /// Where the quotation ends, its closing mark included.
    pub end: u32,
    /// The marks' shape.
    pub style: MarkStyle,
    /// How many pairs stand around this one.
    pub depth: u8,
    /// What it looks like.
    pub purpose: MarkUse,
}

impl MarkPair {
    /// What stands between the marks.
    #[must_use]
    pub const fn inside(&self) -> Span {
        let end = match self.close {
            Some(close) => close.start(),
            None => self.end,
        };
        Span::new(self.open.end(), if end < self.open.end() { self.open.end() } else { end })
    }
}

impl Spanned for MarkPair {
    fn span(&self) -> Span {
        Span::new(self.open.start(), self.end)
    }
}

/// The pairs of quotation marks in one block (a paragraph) of `text`, in order of their start.
///
/// Apostrophes (`'tis`, `'80s`, `players'`), feet and inches (`6'2"`) are no quotation marks.
/// A quotation that the block does not close has no [`MarkPair::close`] and runs to the block's
/// end, or to the next opening mark where that cannot be nested. Time is linear in the block's
/// length.
#[must_use]
pub fn marks(text: &str, block: Span) -> Vec<MarkPair> {
    let mut pairs = pairing::pair(text, block);
    for pair in &mut pairs {
        pair.purpose = purpose::of(text, block, pair);
    }
    pairs
}
