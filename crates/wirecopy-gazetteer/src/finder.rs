//! Names at places that the caller chooses.
//!
//! Whoever has cut a text into words already, and knows which of them a name may begin with, need not have
//! it scanned for words again.

use crate::atoms::{Before, after};
use crate::filter::{ENDS, GOES_ON};
use crate::hash::extend;
use crate::matching::{Hit, Walker};
use crate::{Gazetteer, Match, NameId};
use core::ops::Range;
use wirecopy_text::Span;

/// How names begin with a word, wherever it stands by itself: see [`Gazetteer::opening`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Where the first letters stand, before anything else of the word.
    start: u32,
    end: u32,
    cell: u8,
    hash: u64,
    alone: Alone,
}

/// The name that is made of the first letters alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alone {
    Nothing,
    Name(NameId),
    /// It depends on what stands before the word, or several share the hash.
    Depends,
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
        match self.opening(bytes) {
            Some(opening) => self.opened(0, opening),
            None => &[],
        }
    }

    /// The same for a word that begins at byte `word`, whose opening is known, and which neither a letter nor
    /// a digit nor anything beyond ASCII follows.
    #[inline]
    pub fn opened(&mut self, word: usize, opening: Opening) -> &[Match] {
        let (start, end) = (word + opening.start as usize, word + opening.end as usize);
        let walker = &mut self.walker;
        let found = &mut self.found;
        found.clear();
        walker.hits.clear();
        if opening.cell & ENDS != 0 {
            match opening.alone {
                Alone::Nothing => {}
                Alone::Name(name) => {
                    if walker.reader.may_start(start, end) && walker.reader.may_end(end) {
                        found.push(Match { span: Span::from_range(start..end), name });
                    }
                }
                Alone::Depends => walker.hits.push(Hit { hash: opening.hash, end }),
            }
        }
        if opening.cell & GOES_ON != 0
            && let Some(step) = walker.reader.next(end, Before::Word)
        {
            let hit = Hit { hash: extend(opening.hash, step.hash()), end: step.end };
            let cell = walker.filter.cell(hit.hash);
            if cell != 0 {
                walker.walk(start, hit, cell, after(step.atom, Before::Word));
            }
        }
        for hit in &walker.hits {
            walker.names(start, end, *hit, |name| found.push(name));
        }
        if found.len() > 1 {
            found.sort_unstable();
        }
        found
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
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        let cell = filter.cell(hash);
        (cell != 0).then_some(Opening { start, end, cell, hash, alone: Alone::Depends })
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
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn finder<'g, 't>(&'g self, text: &'t str) -> Finder<'g, 't> {
        Finder::new(self, text)
    }

    /// How names begin with `word`, where neither a letter nor a digit joins it, to be asked once for many
    /// places: [`Finder::opened`]. `None` if no name does.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(EntrySpec::new(EntryKind::Place, "York"))?;
    /// let places = builder.build()?;
    ///
    /// let york = places.opening("York").unwrap();
    /// let mut finder = places.finder("York or York");
    /// assert!([0, 8].into_iter().all(|place| finder.opened(place, york).len() == 1));
    /// assert_eq!(places.opening("or"), None);
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn opening(&self, word: &str) -> Option<Opening> {
        let opening = Finder::new(self, word).opening(0..word.len())?;
        let mut alone = Alone::Nothing;
        let letters = word.get(opening.start as usize..opening.end as usize)?;
        for group in self.tables().groups_with(opening.hash) {
            let marked = self.tables().leading_marks(group) > 0;
            match (alone, self.tables().name_of(group, letters)) {
                (Alone::Nothing, Some(name)) if !marked => alone = Alone::Name(name),
                (Alone::Name(_), Some(_)) => alone = Alone::Depends,
                _ if marked => alone = Alone::Depends,
                _ => {}
            }
            if alone == Alone::Depends {
                break;
            }
        }
        Some(Opening { alone, ..opening })
    }
}

#[cfg(test)]
mod tests {
    use crate::{CasePolicy, EntryKind, EntrySpec, GazetteerBuilder, Match};
    use proptest::prelude::*;

    /// The runs of letters, by start.
    fn words(text: &str, joins: impl Fn(char) -> bool) -> Vec<(usize, &str)> {
        let runs = text.split(|c| !joins(c)).filter(|word| !word.is_empty());
        runs.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect()
    }

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
            // A word that is known beforehand has the names that it has in the text.
            let joins = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
            for (start, word) in words(&text, joins) {
                let here = finder.at(start..start + word.len()).to_vec();
                let known = list.opening(word);
                let opened = known.map_or(&[][..], |opening| finder.opened(start, opening));
                prop_assert_eq!(here, opened, "{}", word);
            }
        }

        #[test]
        fn a_name_begins_with_a_word_that_it_may_begin_with(
            name in "[A-Ca-cé]{1,4}( [A-C]{1,2})?",
        ) {
            let mut builder = GazetteerBuilder::new();
            builder.add(EntrySpec::new(EntryKind::Place, name.as_str())).unwrap();
            let first = name.split(' ').next().unwrap();
            prop_assert!(builder.build().unwrap().opening(first).is_some());
        }
    }
}
