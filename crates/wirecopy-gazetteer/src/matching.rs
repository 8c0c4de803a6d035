//! Names in a text.
//!
//! The text is scanned eight bytes at a time for places where a word may start. The word's hash is
//! looked up in a filter of two bits, and nine words of ten end there. For the rest the hash is
//! carried on atom by atom as long as the filter says that some name goes on, and where it says
//! that one ends, the hash table names the candidates. Each is compared with the text, so the
//! filter and the hashes cost time when they err, and nothing else.

use crate::Gazetteer;
use crate::atoms::{Before, Reader, after};
use crate::builder::MOST_ATOMS;
use crate::format::Section;
use crate::hash::extend;
use crate::scan::Starts;
use wirecopy_text::{Span, Spanned};

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

/// A place where the filter says that a name ends.
#[derive(Debug, Clone, Copy)]
struct Hit {
    hash: u64,
    end: usize,
}

/// Walks over a text from word to word.
#[derive(Debug, Clone)]
struct Scanner<'g, 't> {
    gazetteer: &'g Gazetteer,
    filter: &'g [u8],
    cells: usize,
    small: &'g [u8],
    text: &'t str,
    reader: Reader<'t>,
    starts: Starts,
    /// No name starts before this.
    from: usize,
    hits: Vec<Hit>,
}

impl<'g, 't> Scanner<'g, 't> {
    fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        let mut limit = text.len().min(u32::MAX as usize);
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let text = text.get(..limit).unwrap_or("");
        let filter = gazetteer.section(Section::Filter);
        let small = gazetteer.section(Section::Small);
        Self {
            gazetteer,
            filter,
            cells: (filter.len() * 4).wrapping_sub(1),
            small,
            text,
            reader: Reader::new(text, gazetteer.folds_diacritics()),
            starts: Starts::new(!small.is_empty()),
            from: 0,
            hits: Vec::new(),
        }
    }

    /// The two bits for `hash`: 1, some name ends here; 2, some name goes on.
    #[inline]
    fn cell(&self, hash: u64) -> u8 {
        let cell = hash as usize & self.cells;
        self.filter.get(cell / 4).map_or(0, |byte| byte >> (2 * (cell % 4)) & 3)
    }

    #[inline]
    fn may_be_small(&self, hash: u64) -> bool {
        let cell = hash as usize & (self.small.len() * 8).wrapping_sub(1);
        self.small.get(cell / 8).is_some_and(|byte| byte >> (cell % 8) & 1 != 0)
    }

    /// Goes to the next word where names may start and lists in `hits` where they may end, in
    /// order. Returns the start and end of that word.
    fn next_hits(&mut self) -> Option<(usize, usize)> {
        let bytes = self.reader.bytes();
        loop {
            let place = self.starts.next(bytes, self.from)?;
            let Some((start, end, hash)) = self.reader.word_from(place) else { continue };
            let cell = self.cell(hash);
            if cell == 0 {
                continue;
            }
            let small = bytes.get(start).is_some_and(u8::is_ascii_lowercase);
            if small && !self.may_be_small(hash) {
                continue;
            }
            self.walk(start, end, hash, cell);
            if !self.hits.is_empty() {
                return Some((start, end));
            }
        }
    }

    /// Lists where names may end that begin with the word that ends at `end`.
    #[inline]
    fn walk(&mut self, start: usize, mut end: usize, mut hash: u64, mut cell: u8) {
        let mut before = Before::Word;
        self.hits.clear();
        for _ in 0..MOST_ATOMS {
            if cell & 1 != 0 {
                self.hits.push(Hit { hash, end });
            }
            if cell & 2 == 0 || end - start > LONGEST_SURFACE {
                break;
            }
            let Some((atom, next)) = self.reader.next(end, before) else { break };
            (end, before, hash) = (next, after(atom, before), extend(hash, atom.hash()));
            cell = self.cell(hash);
            if cell == 0 {
                break;
            }
        }
    }

    /// The names that really start at `start` and end at `hit`.
    fn names(&self, start: usize, word_end: usize, hit: Hit, mut take: impl FnMut(Match)) {
        let mut boundary = None;
        for group in self.gazetteer.groups_with(hit.hash) {
            let marks = self.gazetteer.leading_marks(group);
            let Some(start) = back(self.text, start, marks) else { continue };
            let Some(surface) = self.text.get(start..hit.end) else { continue };
            let Some(name) = self.gazetteer.name_of(group, surface) else { continue };
            let open = marks > 0 || self.reader.may_start(start, word_end);
            let fits = *boundary.get_or_insert_with(|| self.reader.may_end(hit.end));
            if open && fits {
                take(Match { span: Span::from_range(start..hit.end), name });
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

    #[expect(dead_code, reason = "for layers")]
    /// Drops what starts before byte `offset`, which must not lie inside a character.
    pub(crate) fn skip_to(&mut self, offset: usize) {
        self.scanner.from = self.scanner.from.max(offset);
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            let (start, word_end) = self.scanner.next_hits()?;
            while let Some(hit) = self.scanner.hits.pop() {
                let mut best: Option<Match> = None;
                let from = self.scanner.from as u32;
                self.scanner.names(start, word_end, hit, |found| {
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
            let hits = core::mem::take(&mut self.scanner.hits);
            for hit in &hits {
                let found = &mut self.found;
                self.scanner.names(start, word_end, *hit, |name| found.push(name));
            }
            self.scanner.hits = hits;
            self.found.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
}
