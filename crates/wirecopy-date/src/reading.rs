//! A text read for dates once, for whatever is asked of it then.
//!
//! Where the expressions stand and what they say does not hang on the day against which they are
//! read. A story whose dateline writes no year is asked twice: first for the year, then for the days.

use crate::grammar::Grammar;
use crate::lex::{Item, lex};
use crate::meaning::Match;
use crate::words::Words;
use core::ops::Range;
use wirecopy_text::Span;

/// Bytes of an item, as a rule; and room for so many items at first, at most.
const ITEM: usize = 6;
const SOME_ITEMS: usize = 4096;

/// The date expressions of a text, not yet resolved.
///
/// Made in one walk over the blocks given; holds nothing of the paragraphs without a date.
///
/// ```
/// use wirecopy_date::{Anchor, AnchorSource, Date, DateFinder, DateReading};
/// use wirecopy_text::Span;
///
/// let text = "The envoy, named in June 2012, left on Monday.";
/// let reading = DateReading::new(text, &[Span::from_range(0..text.len())]);
/// assert_eq!(reading.year_evidence().latest_year(), Some(2012));
/// let anchor = Anchor::new(Date::new(2013, 8, 13).unwrap(), AnchorSource::Published);
/// let found = DateFinder::new().anchor(anchor).find_read(&reading);
/// assert_eq!(found[1].date(), Date::new(2013, 8, 12));
/// ```
#[derive(Debug, Clone)]
pub struct DateReading<'t> {
    text: &'t str,
    items: Vec<Item>,
    matches: Vec<Match>,
    /// Of each paragraph with an expression: its items, and the expressions among them.
    paragraphs: Vec<(Range<usize>, Range<usize>)>,
}

impl<'t> DateReading<'t> {
    /// Reads `blocks`, spans into `text` in order. Linear in their length.
    #[must_use]
    pub fn new(text: &'t str, blocks: &[Span]) -> Self {
        let words = Words::open();
        let bytes: usize = blocks.iter().map(|block| block.len() as usize).sum();
        let some = (bytes / ITEM).min(SOME_ITEMS);
        let mut reading = Self {
            text,
            items: Vec::with_capacity(some),
            matches: Vec::new(),
            paragraphs: Vec::new(),
        };
        for block in blocks {
            let mut rest = Some(*block);
            while let Some(block) = rest {
                let start = reading.items.len();
                rest = lex(text, block, words, &mut reading.items);
                reading.match_from(start);
            }
        }
        reading
    }

    /// Finds the expressions of a paragraph, whose items are the last; of one without any none are kept.
    fn match_from(&mut self, start: usize) {
        let items = self.items.get(start..).unwrap_or_default();
        let grammar = Grammar { text: self.text, items };
        let first = self.matches.len();
        let mut at = 0;
        while let Some(found) = grammar.next(at) {
            debug_assert!(found.last > found.first, "an expression holds an item");
            at = found.last.max(found.first + 1);
            self.matches.push(found);
        }
        if self.matches.len() > first {
            self.paragraphs.push((start..self.items.len(), first..self.matches.len()));
        } else {
            self.items.truncate(start);
        }
    }

    /// Every expression in order, and the items of its paragraph.
    pub(crate) fn expressions(&self) -> impl Iterator<Item = (Grammar<'_>, &Match)> {
        self.paragraphs.iter().flat_map(|(items, matches)| {
            let items = self.items.get(items.clone()).unwrap_or_default();
            let grammar = Grammar { text: self.text, items };
            let matches = self.matches.get(matches.clone()).unwrap_or_default();
            matches.iter().map(move |found| (grammar, found))
        })
    }
}
