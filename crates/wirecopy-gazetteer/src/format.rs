//! The compiled file: which bytes stand where.
//!
//! ```text
//! header    magic, version, flags, length, checksum of the body, counts, sections, own checksum
//! sections  one after the other, in the order of `Section`
//! ```
//!
//! All integers are little-endian; nothing is aligned. Opening reads the header only, so it takes
//! the same time for any size. After that every read is checked: a file whose header is whole but
//! whose body was changed gives misses and wrong answers, never a panic; `verify` finds it.
//!
//! A *group* is a set of spellings with one folded key; groups are sorted by key. A *name* is what
//! [`NameId`](crate::NameId) counts: the candidates of a group in one shape of capitals. Name `i`
//! is the usual shape of group `i`; a group whose spellings or case policies differ has further
//! names behind those, found through `Section::Shapes`.

use crate::hash::{checksum, hash_bytes};
use crate::{CasePolicy, GazetteerError};

/// The first bytes. The control characters show a file that was changed by a text-mode transfer.
const MAGIC: [u8; 8] = *b"wcgaz\x1A\r\n";
/// Raised whenever an older reader would misread the file; the embedded packs are generated again then.
const VERSION: u32 = 3;
/// The flag that says that diacritics are folded.
const DIACRITICS: u32 = 1;
/// The high bit of a name's word: its candidates are a list.
pub(crate) const LIST: u32 = 1 << 31;
/// No name in this shape.
pub(crate) const NONE: u32 = u32::MAX;

/// Group flags, beside the case policy in the two low bits: the group is in `Section::Shapes`.
pub(crate) const MANY_SHAPES: u8 = 4;
/// The low bits of the flags of a group whose names are found under `policy`.
pub(crate) const fn policy_bits(policy: CasePolicy) -> u8 {
    match policy {
        CasePolicy::Exact => 0,
        CasePolicy::Smart => 1,
        CasePolicy::Fold => 2,
    }
}

/// The case policy in the flags of a group.
pub(crate) const fn policy(flags: u8) -> CasePolicy {
    match flags & 3 {
        0 => CasePolicy::Exact,
        1 => CasePolicy::Smart,
        _ => CasePolicy::Fold,
    }
}

/// Strings or entries of which one has its start written down.
pub(crate) const STEP: usize = 8;

/// The name begins with a mark.
pub(crate) const LEADING_MARK: u8 = 8;

/// The parts of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// Blocks of eight bytes, a power of two of them: see `filter.rs`.
    Filter,
    /// Which words in small letters may begin a name: see `heads.rs`. Empty if none may.
    Heads,
    /// Hash table, `u32` a slot: zero, or part of the hash above group + 1.
    Slots,
    /// `u8` a group.
    Flags,
    /// `u32` for each [`STEP`] strings: where the first of them begins in `Strings`.
    StringStarts,
    /// UTF-8, each behind its length in LEB128: a spelling of each group, then further spellings,
    /// labels and values.
    Strings,
    /// `u32` a name: an entry, or `LIST` and a place in `Candidates`.
    Names,
    /// `u32`s: a length and that many entries, ascending.
    Candidates,
    /// Pairs of `u32`, sorted: a group and its place in `Shapes`.
    ShapeStarts,
    /// `u32`s: name in capitals, name in other shapes, number of spellings; then for each its
    /// string, its name as written, its name in headline capitals.
    Shapes,
    /// `u32` for each name beyond the groups: its string.
    MoreNames,
    /// `u32` for each [`STEP`] entries: where the first of them begins in `Entries`.
    EntryStarts,
    /// Entries, greatest weight first, each behind its length in LEB128: see `entry.rs`.
    Entries,
}

impl Section {
    /// Every section with what a report calls it, in the order of the file.
    pub(crate) const ALL: [(Self, &'static str); SECTIONS] = [
        (Self::Filter, "filter"),
        (Self::Heads, "heads"),
        (Self::Slots, "hash table"),
        (Self::Flags, "flags"),
        (Self::StringStarts, "string starts"),
        (Self::Strings, "strings"),
        (Self::Names, "names"),
        (Self::Candidates, "candidates"),
        (Self::ShapeStarts, "shape starts"),
        (Self::Shapes, "shapes"),
        (Self::MoreNames, "more names"),
        (Self::EntryStarts, "entry starts"),
        (Self::Entries, "entries"),
    ];
}

/// Number of sections.
const SECTIONS: usize = 13;
pub(crate) const HEADER: usize = 8 + 4 + 4 + 8 + 8 + 4 * 4 + SECTIONS * 8 + 8;

/// The header, read and checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) diacritics: bool,
    pub(crate) groups: u32,
    pub(crate) names: u32,
    pub(crate) entries: u32,
    /// Slots to look at before giving up.
    pub(crate) probes: u32,
    body_checksum: u64,
    sections: [(u32, u32); SECTIONS],
}

impl Layout {
    /// Reads the header of `bytes`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, GazetteerError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(GazetteerError::foreign());
        }
        let cut = || GazetteerError::damaged("the header is cut short");
        let header = bytes.get(..HEADER).ok_or_else(cut)?;
        let mut at = MAGIC.len();
        let mut next = |width: usize| {
            let field = header.get(at..at + width).unwrap_or(&[]);
            at += width;
            field.iter().rev().fold(0, |value, byte| (value << 8) | u64::from(*byte))
        };
        let version = next(4) as u32;
        if version != VERSION {
            return Err(GazetteerError::version(version, VERSION));
        }
        let flags = next(4) as u32;
        let length = next(8);
        let body_checksum = next(8);
        let [groups, names, entries, probes] = core::array::from_fn(|_| next(4) as u32);
        let sections = core::array::from_fn(|_| (next(4) as u32, next(4) as u32));
        if next(8) != hash_bytes(header.get(..HEADER - 8).ok_or_else(cut)?) {
            return Err(GazetteerError::damaged("the header's checksum differs"));
        }
        if length != bytes.len() as u64 {
            let message = format!("{} bytes, expected {length}", bytes.len());
            return Err(GazetteerError::damaged(message));
        }
        let inside = |(start, size): &(u32, u32)| {
            *start as usize >= HEADER && u64::from(*start) + u64::from(*size) <= length
        };
        if !sections.iter().all(inside) {
            return Err(GazetteerError::damaged("a section lies outside the file"));
        }
        let diacritics = flags & DIACRITICS != 0;
        Ok(Self { diacritics, groups, names, entries, probes, body_checksum, sections })
    }

    /// The bytes of a section.
    #[inline]
    pub(crate) fn section<'g>(&self, bytes: &'g [u8], section: Section) -> &'g [u8] {
        let (start, size) = self.sections.get(section as usize).copied().unwrap_or((0, 0));
        let start = start as usize;
        bytes.get(start..start.saturating_add(size as usize)).unwrap_or(&[])
    }

    /// Compares the checksum of the body. Reads every byte.
    pub(crate) fn verify(&self, bytes: &[u8]) -> Result<(), GazetteerError> {
        if checksum(bytes.get(HEADER..).unwrap_or(&[])) != self.body_checksum {
            return Err(GazetteerError::damaged("the checksum differs"));
        }
        Ok(())
    }
}

/// Counts that go into the header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) diacritics: bool,
    pub(crate) groups: u32,
    pub(crate) names: u32,
    pub(crate) entries: u32,
    pub(crate) probes: u32,
}

/// Puts header and sections together.
pub(crate) fn write(
    counts: Counts,
    sections: [(Section, Vec<u8>); SECTIONS],
) -> Result<Vec<u8>, GazetteerError> {
    debug_assert!(sections.iter().enumerate().all(|(at, (section, _))| *section as usize == at));
    let size = sections.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() + HEADER;
    if size > u32::MAX as usize {
        return Err(GazetteerError::too_large("more than 4 GiB"));
    }
    let mut bytes = Vec::with_capacity(size);
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(if counts.diacritics { DIACRITICS } else { 0 }.to_le_bytes());
    bytes.extend((size as u64).to_le_bytes());
    let body_checksum_at = bytes.len();
    bytes.extend([0; 8]);
    for count in [counts.groups, counts.names, counts.entries, counts.probes] {
        bytes.extend(count.to_le_bytes());
    }
    let mut start = HEADER as u32;
    for (_, section) in &sections {
        let size = section.len() as u32;
        bytes.extend(start.to_le_bytes());
        bytes.extend(size.to_le_bytes());
        start += size;
    }
    bytes.extend([0; 8]);
    for (_, section) in sections {
        bytes.extend_from_slice(&section);
    }
    let body = checksum(bytes.get(HEADER..).unwrap_or(&[]));
    put(&mut bytes, body_checksum_at, body);
    sign(&mut bytes);
    Ok(bytes)
}

/// Writes the header's own checksum.
pub(crate) fn sign(bytes: &mut [u8]) {
    let header = hash_bytes(bytes.get(..HEADER - 8).unwrap_or(&[]));
    put(bytes, HEADER - 8, header);
}

fn put(bytes: &mut [u8], at: usize, value: u64) {
    if let Some(place) = bytes.get_mut(at..at + 8) {
        place.copy_from_slice(&value.to_le_bytes());
    }
}

/// The `index`th `u32` of a section.
#[inline]
pub(crate) fn word(section: &[u8], index: usize) -> Option<u32> {
    let start = index.checked_mul(4)?;
    section.get(start..)?.first_chunk().map(|chunk| u32::from_le_bytes(*chunk))
}

/// Item `index` of a section of items behind their lengths, of which every [`STEP`]th has its start
/// in `starts`.
#[inline]
pub(crate) fn item<'g>(starts: &[u8], items: &'g [u8], index: usize) -> Option<&'g [u8]> {
    let start = word(starts, index / STEP)?;
    let mut rest = items.get(start as usize..)?;
    for _ in 0..index % STEP {
        rest = length_first(rest)?.1;
    }
    length_first(rest).map(|(item, _)| item)
}

/// A LEB128 number at the front, and what follows it.
#[inline]
pub(crate) fn number(mut bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first()?;
        bytes = rest;
        value |= u32::from(byte & 0x7F) << shift;
        if *byte < 0x80 {
            return Some((value, bytes));
        }
    }
    None
}

/// Writes a number as LEB128.
pub(crate) fn push_number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// As many bytes as the number at the front says, and what follows them.
#[inline]
pub(crate) fn length_first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    // Most lengths are one byte.
    let (length, rest) = match bytes.split_first()? {
        (&length, rest) if length < 0x80 => (usize::from(length), rest),
        _ => number(bytes).map(|(length, rest)| (length as usize, rest))?,
    };
    rest.split_at_checked(length)
}
