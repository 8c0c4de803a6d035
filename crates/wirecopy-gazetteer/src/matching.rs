//! Names in a text.
//!
//! The text is scanned eight bytes at a time for places where a word may start. Most words begin with
//! small letters, and three of those say that no name does. The hash of the others is looked up in a
//! filter of two bits, and most end there. For the rest the hash is carried on atom by atom as long
//! as the filter says that some name goes on, and where it says that one ends, the hash table names
//! the candidates. Each is compared with the text, so the filter and the hashes cost time when they
//! err, and nothing else.

use crate::Gazetteer;
use crate::atoms::{Before, Reader, after};
use crate::builder::MOST_ATOMS;
use crate::filter::{ENDS, Filter, GOES_ON};
use crate::format::Section;
use crate::gazetteer::Tables;
use crate::hash::extend;
use crate::heads::Heads;
use crate::scan::{MOST_PLACES, Starts};
use wirecopy_text::{Span, Spanned, floor_char_boundary};

/// No name in a text is longer, in bytes, whatever stands between its words.
const LONGEST_SURFACE: usize = 2048;

/// A name in one gazetteer. It means nothing in another.
///
/// A name is what is found, not how it is spelt: all accepted spellings that lead to the same
/// entries are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(pub(crate) u32);

impl NameId {
    /// The number of the name, less than [`Gazetteer::len`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Match {
    /// Where it stands.
    pub span: Span,
    /// Which name it is.
    pub name: NameId,
}

impl Spanned for Match {
    fn span(&self) -> Span {
        self.span
    }
}

/// Words that are read before the first of them is looked into, so that their places in the filter
/// are fetched side by side.
const BATCH: usize = 64;

/// A place where the filter says that a name ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) hash: u64,
    pub(crate) end: usize,
}

/// Words with which a name may begin, each with its first step beyond. Column by column: a struct
/// written field by field and copied whole stalls the processor.
#[derive(Debug, Clone)]
struct Batch {
    start: [u32; BATCH],
    end: [u32; BATCH],
    hash: [u64; BATCH],
    cell: [u8; BATCH],
    next_end: [u32; BATCH],
    next_hash: [u64; BATCH],
    next_before: [Before; BATCH],
    next_cell: [u8; BATCH],
    /// The next to be looked into, and the end.
    at: usize,
    len: usize,
}

#[expect(
    clippy::indexing_slicing,
    reason = "every index is below BATCH, the length of every column, and the loops are hot"
)]
impl Batch {
    const fn new() -> Self {
        Self {
            start: [0; BATCH],
            end: [0; BATCH],
            hash: [0; BATCH],
            cell: [0; BATCH],
            next_end: [0; BATCH],
            next_hash: [0; BATCH],
            next_before: [Before::Other; BATCH],
            next_cell: [0; BATCH],
            at: 0,
            len: 0,
        }
    }

    /// Reads the words from here on, about as many as there is room for, except those in small letters
    /// with which no name begins.
    fn read_words(
        &mut self,
        reader: Reader<'_>,
        heads: Heads<'_>,
        starts: &mut Starts,
        from: usize,
    ) {
        (self.at, self.len) = (0, 0);
        starts.skip_to(reader.bytes(), from);
        let mut places = 0;
        while places + MOST_PLACES <= BATCH {
            let Some((block, mut mask)) = starts.next_block(reader.bytes()) else { break };
            while mask != 0 {
                let place = block + mask.trailing_zeros() as usize;
                mask &= mask - 1;
                // Written in any case: what comes next is hard to foresee.
                self.start[places % BATCH] = place as u32;
                places += usize::from(heads.may_start(reader.bytes(), place));
            }
        }
        for at in 0..places.min(BATCH) {
            let Some((start, end, hash)) = reader.word_from(self.start[at] as usize) else {
                continue;
            };
            self.start[self.len] = start as u32;
            self.end[self.len] = end as u32;
            self.hash[self.len] = hash;
            self.len += 1;
        }
    }

    /// Drops words with which no name begins.
    fn keep_known(&mut self, filter: Filter<'_>) {
        let mut kept = 0;
        for at in 0..self.len.min(BATCH) {
            let hash = self.hash[at];
            let cell = filter.cell(hash);
            self.start[kept] = self.start[at];
            self.end[kept] = self.end[at];
            self.hash[kept] = hash;
            self.cell[kept] = cell;
            kept += usize::from(cell != 0);
        }
        self.len = kept;
    }

    /// Takes the first step beyond each word.
    fn read_next(&mut self, reader: Reader<'_>, filter: Filter<'_>) {
        self.next_cell = [0; BATCH];
        for at in 0..self.len.min(BATCH) {
            if self.cell[at] & GOES_ON == 0 {
                continue;
            }
            let Some(step) = reader.next(self.end[at] as usize, Before::Word) else { continue };
            let hash = extend(self.hash[at], step.hash());
            self.next_hash[at] = hash;
            self.next_end[at] = step.end as u32;
            self.next_before[at] = after(step.atom, Before::Word);
            self.next_cell[at] = filter.cell(hash);
        }
    }
}

/// What names are sought with in a text.
#[derive(Debug, Clone)]
pub(crate) struct Walker<'g, 't> {
    tables: Tables<'g>,
    pub(crate) filter: Filter<'g>,
    pub(crate) heads: Heads<'g>,
    text: &'t str,
    pub(crate) reader: Reader<'t>,
    /// Where names may end that begin at the present word, in order.
    pub(crate) hits: Vec<Hit>,
}

impl<'g, 't> Walker<'g, 't> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        let text = text.get(..floor_char_boundary(text, u32::MAX as usize)).unwrap_or("");
        Self {
            tables: gazetteer.tables(),
            filter: Filter::new(gazetteer.section(Section::Filter)),
            heads: Heads::new(gazetteer.section(Section::Heads)),
            text,
            reader: Reader::new(text, gazetteer.folds_diacritics()),
            hits: Vec::new(),
        }
    }

    /// Lists where names may end that go on from `hit`.
    pub(crate) fn walk(&mut self, start: usize, mut hit: Hit, mut cell: u8, mut before: Before) {
        for _ in 0..MOST_ATOMS {
            if cell & ENDS != 0 {
                self.hits.push(hit);
            }
            if cell & GOES_ON == 0 || hit.end - start > LONGEST_SURFACE {
                break;
            }
            let Some(step) = self.reader.next(hit.end, before) else { break };
            hit = Hit { hash: extend(hit.hash, step.hash()), end: step.end };
            before = after(step.atom, before);
            cell = self.filter.cell(hit.hash);
        }
    }

    /// The names that really start at `start` and end at `hit`.
    pub(crate) fn names(
        &self,
        start: usize,
        word_end: usize,
        hit: Hit,
        mut take: impl FnMut(Match),
    ) {
        let mut boundary = None;
        for group in self.tables.groups_with(hit.hash) {
            let marks = self.tables.leading_marks(group);
            let Some(start) = back(self.text, start, marks) else { continue };
            let Some(surface) = self.text.get(start..hit.end) else { continue };
            let Some(name) = self.tables.name_of(group, surface) else { continue };
            let open = marks > 0 || self.reader.may_start(start, word_end);
            let fits = *boundary.get_or_insert_with(|| self.reader.may_end(hit.end));
            if open && fits {
                take(Match { span: Span::from_range(start..hit.end), name });
            }
        }
    }
}

/// Walks over a text from word to word.
#[derive(Debug, Clone)]
struct Scanner<'g, 't> {
    walker: Walker<'g, 't>,
    starts: Starts,
    /// No name starts before this.
    from: usize,
    batch: Batch,
}

impl<'g, 't> Scanner<'g, 't> {
    fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        let walker = Walker::new(gazetteer, text);
        let starts = Starts::new(!walker.heads.is_empty());
        Self { walker, starts, from: 0, batch: Batch::new() }
    }

    /// Goes to the next word where names may start and lists in the walker's `hits` where they may end.
    /// Returns the start and end of that word.
    fn next_hits(&mut self) -> Option<(usize, usize)> {
        let walker = &mut self.walker;
        loop {
            if self.batch.at == self.batch.len {
                if self.starts.is_done(walker.reader.bytes()) {
                    return None;
                }
                let (reader, filter) = (walker.reader, walker.filter);
                self.batch.read_words(reader, walker.heads, &mut self.starts, self.from);
                self.batch.keep_known(filter);
                self.batch.read_next(reader, filter);
                continue;
            }
            let at = self.batch.at;
            self.batch.at += 1;
            let cell = *self.batch.cell.get(at)?;
            let next_cell = *self.batch.next_cell.get(at)?;
            let start = *self.batch.start.get(at)? as usize;
            if (cell & ENDS) | next_cell == 0 || start < self.from {
                continue;
            }
            let end = *self.batch.end.get(at)? as usize;
            walker.hits.clear();
            if cell & ENDS != 0 {
                walker.hits.push(Hit { hash: *self.batch.hash.get(at)?, end });
            }
            if next_cell != 0 {
                let hash = *self.batch.next_hash.get(at)?;
                let hit = Hit { hash, end: *self.batch.next_end.get(at)? as usize };
                walker.walk(start, hit, next_cell, *self.batch.next_before.get(at)?);
            }
            if !walker.hits.is_empty() {
                return Some((start, end));
            }
        }
    }
}

/// The place `characters` characters before `at`.
fn back(text: &str, at: usize, characters: usize) -> Option<usize> {
    if characters == 0 {
        return Some(at);
    }
    text.get(..at)?.char_indices().rev().nth(characters - 1).map(|(place, _)| place)
}

/// Iterator over the longest matches: see [`Gazetteer::find`].
#[derive(Debug, Clone)]
pub struct Matches<'g, 't> {
    scanner: Scanner<'g, 't>,
}

impl<'g, 't> Matches<'g, 't> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { scanner: Scanner::new(gazetteer, text) }
    }

    /// Goes on from byte `offset`, before or behind, where no word has begun.
    pub(crate) fn seek(&mut self, offset: usize) {
        self.scanner.from = offset;
        self.scanner.starts.seek(self.scanner.walker.reader.bytes(), offset);
        (self.scanner.batch.at, self.scanner.batch.len) = (0, 0);
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            let (start, word_end) = self.scanner.next_hits()?;
            while let Some(hit) = self.scanner.walker.hits.pop() {
                let mut best: Option<Match> = None;
                let from = self.scanner.from as u32;
                self.scanner.walker.names(start, word_end, hit, |found| {
                    let longer = best.is_none_or(|best| found.span.start() < best.span.start());
                    if longer && found.span.start() >= from {
                        best = Some(found);
                    }
                });
                if let Some(found) = best {
                    self.scanner.from = found.span.end() as usize;
                    return Some(found);
                }
            }
        }
    }
}

/// Iterator over all matches: see [`Gazetteer::find_all`].
#[derive(Debug, Clone)]
pub struct AllMatches<'g, 't> {
    scanner: Scanner<'g, 't>,
    /// What starts at the present word, the next one last.
    found: Vec<Match>,
}

impl<'g, 't> AllMatches<'g, 't> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { scanner: Scanner::new(gazetteer, text), found: Vec::new() }
    }
}

impl Iterator for AllMatches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            if let Some(found) = self.found.pop() {
                return Some(found);
            }
            let (start, word_end) = self.scanner.next_hits()?;
            let hits = core::mem::take(&mut self.scanner.walker.hits);
            for hit in &hits {
                let found = &mut self.found;
                self.scanner.walker.names(start, word_end, *hit, |name| found.push(name));
            }
            self.scanner.walker.hits = hits;
            self.found.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
}
