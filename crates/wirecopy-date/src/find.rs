//! The finder: one scan over the text, expressions out.

use crate::expression::{Anchor, DateExpression};
use wirecopy_text::Span;

/// How `3/4/2012` is read, where both readings are days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NumericOrder {
    /// 4 March, as American agencies write. The default: the copy this library reads is mostly
    /// American, and `13/4/2012` is still read as 13 April because nothing else is possible.
    #[default]
    MonthFirst,
    /// 3 April, as the rest of the world writes.
    DayFirst,
    /// Neither: the expression is found, its value stays open.
    Unknown,
}

/// Finds date expressions, with options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DateFinder {
    anchor: Option<Anchor>,
    numeric: NumericOrder,
}

impl DateFinder {
    /// A finder with the documented defaults and no anchor.
    #[must_use]
    pub const fn new() -> Self {
        Self { anchor: None, numeric: NumericOrder::MonthFirst }
    }

    /// The day against which "Monday" and "last year" are read. None by default: then such
    /// expressions are found and their value stays open.
    #[must_use]
    pub const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = Some(anchor);
        self
    }

    /// How `3/4/2012` is read.
    #[must_use]
    pub const fn numeric(mut self, order: NumericOrder) -> Self {
        self.numeric = order;
        self
    }

    /// Date expressions of the whole text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<DateExpression> {
        self.find_in(text, &[Span::from_range(0..text.len())])
    }

    /// Date expressions of `blocks`, spans into `text` in order. No expression and no clause reaches
    /// from one block into the next; "a year earlier" may look back to the block before.
    #[must_use]
    pub fn find_in(&self, text: &str, blocks: &[Span]) -> Vec<DateExpression> {
        let _ = (text, blocks);
        Vec::new()
    }
}

/// Date expressions of `text`, resolved against `anchor`. See [`DateFinder`] for options.
#[must_use]
pub fn find_dates(text: &str, anchor: Option<Anchor>) -> Vec<DateExpression> {
    let finder = anchor.map_or(DateFinder::new(), |anchor| DateFinder::new().anchor(anchor));
    finder.find(text)
}
