//! The compiled form, opened.

use crate::atoms::{Atom, Step, atoms};
use crate::builder::LONGEST_NAME;
use crate::entry::List;
use crate::format::{LEADING_MARK, LIST, Layout, MANY_SHAPES, NONE, Section, item, policy, word};
use crate::hash::extend;
use crate::heads::Heads;
use crate::people::People;
use crate::scan::ascii_word;
use crate::shape::{Shape, compare};
use crate::{AllMatches, CasePolicy, Entries, Entry, GazetteerError, Matches, NameId};
use core::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// Most slots that a lookup ever reads, whatever a file says.
const MOST_PROBES: u32 = 256;

/// Names compiled for matching and lookup, used in place.
///
/// ```
/// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
///
/// let mut builder = GazetteerBuilder::new();
/// builder.add(EntrySpec::new(EntryKind::Place, "New York").with_id("city:1"))?;
/// builder.add(EntrySpec::new(EntryKind::Place, "York").with_id("city:2"))?;
/// let places = builder.build()?;
///
/// let text = "From New\nYork to YORK.";
/// let found: Vec<&str> = places.find(text).map(|found| found.span.of(text)).collect();
/// assert_eq!(found, ["New\nYork", "YORK"]);
///
/// let york = places.lookup("York").and_then(|name| places.entries(name).next());
/// assert_eq!(york.map(|entry| entry.id()), Some("city:2"));
/// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
/// ```
#[derive(Clone)]
pub struct Gazetteer {
    bytes: Bytes,
    layout: Layout,
    identity: u64,
    /// Read when first asked for.
    pub(crate) people: OnceLock<People>,
}

/// Where the compiled form lies. A clone shares it.
#[derive(Clone)]
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<dyn AsRef<[u8]> + Send + Sync>),
}

impl Bytes {
    #[inline]
    fn get(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Shared(bytes) => (**bytes).as_ref(),
        }
    }
}

impl Gazetteer {
    /// Opens a compiled gazetteer that is part of the program. Reads the header only.
    ///
    /// # Errors
    ///
    /// If the bytes are not a compiled gazetteer of this version, or cut short.
    pub fn open_static(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        Ok(Self::new(Layout::read(bytes)?, Bytes::Static(bytes)))
    }

    /// Opens a compiled gazetteer read from a file. Reads the header only, whatever the size; a
    /// file from elsewhere should be [verified](Self::verify) too.
    ///
    /// # Errors
    ///
    /// If the bytes are not a compiled gazetteer of this version, or cut short.
    pub fn open(bytes: Vec<u8>) -> Result<Self, GazetteerError> {
        Self::open_shared(Arc::new(bytes))
    }

    /// Opens a compiled gazetteer where it lies: a mapped file, the bytes of another language, a part
    /// of something larger. Reads the header only and copies nothing.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(EntrySpec::new(EntryKind::Place, "Oslo"))?;
    /// let file: Arc<[u8]> = builder.into_bytes()?.into();
    /// let places = Gazetteer::open_shared(Arc::new(file))?;
    /// assert!(places.lookup("OSLO").is_some());
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Gazetteer::open`]. Bytes that change later give wrong answers, never a panic.
    pub fn open_shared(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<Self, GazetteerError> {
        Ok(Self::new(Layout::read((*bytes).as_ref())?, Bytes::Shared(bytes)))
    }

    fn new(layout: Layout, bytes: Bytes) -> Self {
        static OPENED: AtomicU64 = AtomicU64::new(0);
        let identity = OPENED.fetch_add(1, Ordering::Relaxed);
        Self { bytes, layout, identity, people: OnceLock::new() }
    }

    /// A number that no other gazetteer of this process has but clones of this one: what was once read
    /// from a gazetteer with that number is still true.
    #[must_use]
    pub const fn identity(&self) -> u64 {
        self.identity
    }

    /// Reads everything once and compares the checksum. An unverified file can give wrong answers
    /// if it was changed, but never a panic, a large allocation or endless work.
    ///
    /// # Errors
    ///
    /// If any byte differs from what was written.
    pub fn verify(&self) -> Result<(), GazetteerError> {
        self.layout.verify(self.bytes.get())
    }

    /// The compiled form, to be written to a file.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// Number of names. A name in two spellings that differ in more than capitals is two.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.layout.names as usize
    }

    /// Whether there is no name.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.layout.names == 0
    }

    /// Number of entries.
    #[must_use]
    pub const fn entry_count(&self) -> usize {
        self.layout.entries as usize
    }

    /// Whether "Sao Paulo" and "São Paulo" are one name here.
    #[must_use]
    pub const fn folds_diacritics(&self) -> bool {
        self.layout.diacritics
    }

    /// The names in `text`: leftmost, then longest, none overlapping another.
    ///
    /// Linear in the length of `text`. What lies beyond 4 GiB is not searched.
    #[must_use]
    pub fn find<'g, 't>(&'g self, text: &'t str) -> Matches<'g, 't> {
        Matches::new(self, text)
    }

    /// Every name in `text`, also inside and across others, by start and then by end.
    ///
    /// Linear in the length of `text`. What lies beyond 4 GiB is not searched.
    #[must_use]
    pub fn find_all<'g, 't>(&'g self, text: &'t str) -> AllMatches<'g, 't> {
        AllMatches::new(self, text)
    }

    /// The name that `name` as a whole would match, white space at its ends apart.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(EntrySpec::new(EntryKind::Organization, "ITAR-TASS"))?;
    /// let agencies = builder.build()?;
    /// assert!(agencies.lookup("Itar–Tass").is_some());
    /// assert!(agencies.lookup("Tass").is_none() && agencies.lookup("itar-tass").is_none());
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn lookup(&self, name: &str) -> Option<NameId> {
        let name = name.trim();
        if name.starts_with(|c: char| c.is_ascii_lowercase()) {
            let heads = Heads::new(self.section(Section::Heads));
            if heads.is_empty() || !heads.may_start(name.as_bytes(), 0) {
                return None;
            }
        }
        let hash = match ascii_word(name.as_bytes(), 0) {
            (end, hash) if end == name.len() && end > 0 => hash,
            _ => name_hash(name, self.layout.diacritics)?,
        };
        let tables = self.tables();
        tables.groups_with(hash).find_map(|group| tables.name_of(group, name))
    }

    /// Everything that has this name, greatest weight first.
    #[must_use]
    pub fn entries(&self, name: NameId) -> Entries<'_> {
        let list = match word(self.section(Section::Names), name.0 as usize) {
            None => List::One(None),
            Some(entry) if entry & LIST == 0 => List::One(Some(entry)),
            Some(list) => List::Words(self.candidates(list & !LIST).unwrap_or(&[])),
        };
        Entries::new(self, list)
    }

    fn candidates(&self, place: u32) -> Option<&[u8]> {
        let list = self.section(Section::Candidates).get((place as usize).checked_mul(4)?..)?;
        let length = word(list, 0)? as usize;
        list.get(4..)?.get(..length.checked_mul(4)?)
    }

    /// Every entry, greatest weight first.
    #[must_use]
    pub const fn all_entries(&self) -> Entries<'_> {
        Entries::new(self, List::Range(0..self.layout.entries))
    }

    /// Entry number `index`: see [`Entry::index`].
    #[must_use]
    pub fn entry(&self, index: u32) -> Option<Entry<'_>> {
        Entry::read(self, index)
    }

    /// A name as listed, with its marks in plain shape ("Itar-Tass", "O'Neill").
    #[must_use]
    pub fn name(&self, name: NameId) -> Option<&str> {
        let string = match name.0.checked_sub(self.layout.groups) {
            None => name.0,
            Some(more) => word(self.section(Section::MoreNames), more as usize)?,
        };
        self.string(string)
    }

    /// Sizes of the parts of the compiled form, in bytes, for reports.
    #[must_use]
    pub fn section_sizes(&self) -> Vec<(&'static str, usize)> {
        let size = |(section, name)| (name, self.section(section).len());
        Section::ALL.into_iter().map(size).collect()
    }

    pub(crate) const fn groups(&self) -> u32 {
        self.layout.groups
    }

    #[inline]
    pub(crate) fn section(&self, section: Section) -> &[u8] {
        self.layout.section(self.bytes.get(), section)
    }

    /// The record of an entry.
    pub(crate) fn record(&self, index: u32) -> Option<&[u8]> {
        item(self.section(Section::EntryStarts), self.section(Section::Entries), index as usize)
    }

    pub(crate) fn string_bytes(&self, index: u32) -> Option<&[u8]> {
        let starts = self.section(Section::StringStarts);
        item(starts, self.section(Section::Strings), index as usize)
    }

    pub(crate) fn string(&self, index: u32) -> Option<&str> {
        core::str::from_utf8(self.string_bytes(index)?).ok()
    }

    pub(crate) fn tables(&self) -> Tables<'_> {
        Tables {
            slots: self.section(Section::Slots),
            flags: self.section(Section::Flags),
            starts: self.section(Section::StringStarts),
            strings: self.section(Section::Strings),
            bits: group_bits(self.layout.groups),
            probes: self.layout.probes.min(MOST_PROBES),
            diacritics: self.layout.diacritics,
            gazetteer: self,
        }
    }
}

/// What leads from a hash to a name, sliced once for many questions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tables<'g> {
    slots: &'g [u8],
    flags: &'g [u8],
    starts: &'g [u8],
    strings: &'g [u8],
    bits: u32,
    probes: u32,
    diacritics: bool,
    gazetteer: &'g Gazetteer,
}

impl<'g> Tables<'g> {
    /// The groups whose key may have this hash.
    #[inline]
    pub(crate) fn groups_with(self, hash: u64) -> impl Iterator<Item = u32> + use<'g> {
        let (slots, mask) = (self.slots, mask(self.bits));
        let count = slots.len() / 4;
        let (first, tag) = (slot_of(hash, count), tag_of(hash, self.bits));
        let read = move |probe: u32| {
            let index = first + probe as usize;
            word(slots, if index < count { index } else { index.wrapping_sub(count) })
        };
        (0..self.probes)
            .map_while(read)
            .take_while(|slot| *slot != 0)
            .filter(move |slot| *slot & !mask == tag)
            .map(move |slot| (slot & mask).wrapping_sub(1))
    }

    /// The name that `surface` is, if it is in this group and its capitals are accepted.
    #[inline]
    pub(crate) fn name_of(self, group: u32, surface: &str) -> Option<NameId> {
        let flags = *self.flags.get(group as usize)?;
        if flags & MANY_SHAPES != 0 {
            return self.name_in_shape(group, surface);
        }
        let written = item(self.starts, self.strings, group as usize)?;
        if written == surface.as_bytes() {
            return Some(NameId(group));
        }
        self.name_unless_written(group, surface, written, policy(flags))
    }

    fn name_unless_written(
        self,
        group: u32,
        surface: &str,
        written: &[u8],
        policy: CasePolicy,
    ) -> Option<NameId> {
        if written.len() > LONGEST_NAME
            || policy == CasePolicy::Exact && surface.as_bytes().eq_ignore_ascii_case(written)
        {
            return None;
        }
        let shape = compare(surface, core::str::from_utf8(written).ok()?, self.diacritics)?;
        policy.accepts(shape).then_some(NameId(group))
    }

    fn name_in_shape(self, group: u32, surface: &str) -> Option<NameId> {
        let directory = self.gazetteer.section(Section::ShapeStarts);
        let (mut low, mut high) = (0, directory.len() / 8);
        while low < high {
            let middle = low.midpoint(high);
            if word(directory, 2 * middle)? < group { low = middle + 1 } else { high = middle }
        }
        if word(directory, 2 * low)? != group {
            return None;
        }
        let place = word(directory, 2 * low + 1)? as usize;
        let table = self.gazetteer.section(Section::Shapes);
        let (capitals, other) = (word(table, place)?, word(table, place + 1)?);
        let count = word(table, place + 2)?.min(MOST_PROBES) as usize;
        let (mut in_capitals, mut headline) = (false, None);
        for spelling in 0..count {
            let at = place + 3 + 3 * spelling;
            let written = self.gazetteer.string(word(table, at)?)?;
            if written.len() > LONGEST_NAME {
                return None;
            }
            match compare(surface, written, self.diacritics)? {
                Shape::Written => return named(word(table, at + 1)?),
                Shape::Capitals => in_capitals = true,
                Shape::Headline => headline = headline.or(word(table, at + 2)),
                Shape::Other => {}
            }
        }
        named(if in_capitals { capitals } else { headline.unwrap_or(other) })
    }

    /// The number of characters of marks that a group's name begins with.
    #[inline]
    pub(crate) fn leading_marks(self, group: u32) -> usize {
        match self.flags.get(group as usize) {
            Some(flags) if flags & LEADING_MARK != 0 => {
                self.gazetteer.string(group).map_or(0, |name| leading_marks(name, self.diacritics))
            }
            _ => 0,
        }
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer")
            .field("names", &self.layout.names)
            .field("entries", &self.layout.entries)
            .field("bytes", &self.bytes.get().len())
            .finish()
    }
}

const fn named(name: u32) -> Option<NameId> {
    if name == NONE { None } else { Some(NameId(name)) }
}

/// Marks before the first word of `name`.
pub(crate) fn leading_marks(name: &str, diacritics: bool) -> usize {
    atoms(name, diacritics).take_while(|step| !matches!(step.atom, Atom::Word { .. })).count()
}

/// The hash of a whole name: its atoms from the first word on.
pub(crate) fn name_hash(name: &str, diacritics: bool) -> Option<u64> {
    prefix_hashes(name, diacritics).last()
}

/// The hashes of the beginnings of a name, from its first word on.
pub(crate) fn prefix_hashes(name: &str, diacritics: bool) -> impl Iterator<Item = u64> {
    let first_word = |step: &Step| !matches!(step.atom, Atom::Word { .. });
    atoms(name, diacritics).skip_while(first_word).scan(None, |prefix, step| {
        let hash = prefix.map_or(step.atom.hash(), |before| extend(before, step.hash()));
        *prefix = Some(hash);
        Some(hash)
    })
}

/// Bits of a slot that hold a group.
pub(crate) const fn group_bits(groups: u32) -> u32 {
    32 - groups.leading_zeros()
}

const fn mask(bits: u32) -> u32 {
    if bits >= 32 { u32::MAX } else { (1 << bits) - 1 }
}

/// Bits of the hash that a slot holds: one slot in 256 looks like the one that is sought, and a file
/// of many names still compresses.
const TAG: u32 = 8;

/// The part of the hash that a slot holds above the group.
pub(crate) const fn tag_of(hash: u64, bits: u32) -> u32 {
    (hash >> 16) as u32 & !mask(bits) & mask(bits + TAG)
}

/// The slot where the search for `hash` begins.
#[inline]
pub(crate) const fn slot_of(hash: u64, slots: usize) -> usize {
    ((hash as u128 * slots as u128) >> 64) as usize
}
