//! Names at places that the caller chooses.
//!
//! Whoever has cut a text into words already, and knows which of them a name may begin with, need not have
//! it scanned for words again.

use crate::atoms::{Before, after};
use crate::filter::{ENDS, GOES_ON};
use crate::hash::extend;
use crate::matching::{Hit, Walker};
use crate::{Gazetteer, Match};
use core::ops::Range;

/// The first word of a range that a name may begin with.
#[derive(Debug, Clone, Copy)]
struct Opening {
    start: usize,
    end: usize,
    hash: u64,
    cell: u8,
}

/// Finds names that begin at chosen places of a text: see [`Gazetteer::finder`].
#[derive(Debug, Clone)]
pub struct Finder<'g, 't> {
    walker: Walker<'g, 't>,
    found: Vec<Match>,
}

impl<'g, 't> Finder<'g, 't> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { walker: Walker::new(gazetteer, text), found: Vec::new() }
    }

    /// Every name whose first word is the first word in `bytes`, by end. Marks before that word may belong to
    /// the name.
    ///
    /// Together, the answers for all words of a text are those of [`Gazetteer::find_all`].
    pub fn at(&mut self, bytes: Range<usize>) -> &[Match] {
        self.found.clear();
        let Some(opening) = self.opening(bytes) else { return &self.found };
        self.walker.hits.clear();
        if opening.cell & ENDS != 0 {
            self.walker.hits.push(Hit { hash: opening.hash, end: opening.end });
        }
        if opening.cell & GOES_ON != 0
            && let Some(step) = self.walker.reader.next(opening.end, Before::Word)
        {
            let hit = Hit { hash: extend(opening.hash, step.hash()), end: step.end };
            let cell = self.walker.filter.cell(hit.hash);
            self.walker.walk(opening.start, hit, cell, after(step.atom, Before::Word));
        }
        for hit in &self.walker.hits {
            let found = &mut self.found;
            self.walker.names(opening.start, opening.end, *hit, |name| found.push(name));
        }
        if self.found.len() > 1 {
            self.found.sort_unstable();
        }
        &self.found
    }

    /// `None` if no name begins with the first word.
    fn opening(&self, bytes: Range<usize>) -> Option<Opening> {
        let Walker { reader, heads, filter, .. } = &self.walker;
        let text = reader.bytes();
        let begins = |&place: &usize| {
            let is = |at: usize| text.get(at).copied().unwrap_or(b' ');
            (is(place).is_ascii_alphanumeric() || is(place) >= 0xC0)
                && !place.checked_sub(1).is_some_and(|before| is(before).is_ascii_alphanumeric())
        };
        let (place, word) = bytes
            .filter(begins)
            .find_map(|place| reader.word_from(place).map(|word| (place, word)))?;
        let small = text.get(place).is_some_and(u8::is_ascii_lowercase);
        if small && heads.is_empty() || !heads.may_start(text, place) {
            return None;
        }
        let (start, end, hash) = word;
        let cell = filter.cell(hash);
        (cell != 0).then_some(Opening { start, end, hash, cell })
    }
}

impl Gazetteer {
    /// Finds the names that begin at places of your choice.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(EntrySpec::new(EntryKind::Place, "New York"))?;
    /// builder.add(EntrySpec::new(EntryKind::Place, "York"))?;
    /// let places = builder.build()?;
    ///
    /// let text = "in New York";
    /// let mut finder = places.finder(text);
    /// assert_eq!(finder.at(3..6).iter().map(|found| found.span.of(text)).collect::<Vec<_>>(), ["New York"]);
    /// assert!(finder.at(0..2).is_empty());
    /// assert!(places.may_begin("New") && !places.may_begin("in"));
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn finder<'g, 't>(&'g self, text: &'t str) -> Finder<'g, 't> {
        Finder::new(self, text)
    }

    /// Whether a name may begin with `word`, where neither a letter nor a digit joins it. Errs on the side of
    /// yes.
    #[must_use]
    pub fn may_begin(&self, word: &str) -> bool {
        Finder::new(self, word).opening(0..word.len()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::{CasePolicy, EntryKind, EntrySpec, GazetteerBuilder, Match};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn asked_everywhere_it_finds_what_is_found(
            names in prop::collection::vec("['.]?[A-Ca-cé]{1,2}([ '.-]{1,2}[A-Cé]{1,2}){0,2}", 1..6),
            text in "[A-Ca-cé7 '.\n\u{ad}-]{0,30}",
        ) {
            let mut builder = GazetteerBuilder::new();
            for name in &names {
                let spec = EntrySpec::new(EntryKind::Place, name.as_str()).with_case(CasePolicy::Fold);
                let _ = builder.add(spec);
            }
            let Ok(list) = builder.build() else { return Ok(()) };
            let mut finder = list.finder(&text);
            let mut found: Vec<Match> = Vec::new();
            for (at, c) in text.char_indices() {
                found.extend(finder.at(at..at + c.len_utf8()));
            }
            found.sort_unstable();
            found.dedup();
            prop_assert_eq!(found, list.find_all(&text).collect::<Vec<_>>());
        }

        #[test]
        fn a_name_begins_with_a_word_that_it_may_begin_with(
            name in "[A-Ca-cé]{1,4}( [A-C]{1,2})?",
        ) {
            let mut builder = GazetteerBuilder::new();
            builder.add(EntrySpec::new(EntryKind::Place, name.as_str())).unwrap();
            let first = name.split(' ').next().unwrap();
            prop_assert!(builder.build().unwrap().may_begin(first));
        }
    }
}
