//! What a name stands for.
//!
//! A record is one byte of kind, two of presence, the canonical name, and then whatever is present,
//! in the order of the constants below. Numbers are LEB128, strings are numbers of the string table
//! except the id, which stands in the record because no two are alike.

use crate::format::{length_first, number, push_number, word};
use crate::{EntryKind, EntrySpec, Gazetteer};
use core::fmt;

const SOURCE: u16 = 1;
const WEIGHT: u16 = 1 << 1;
const ID: u16 = 1 << 2;
const COORDINATES: u16 = 1 << 3;
const COUNTRY: u16 = 1 << 4;
const REGION: u16 = 1 << 5;
const VALID_FROM: u16 = 1 << 6;
const VALID_TO: u16 = 1 << 7;
const FIELDS: u16 = 1 << 8;

/// One thing that has a name, read in place from the compiled form.
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    gazetteer: &'g Gazetteer,
    index: u32,
    kind: EntryKind,
    name: u32,
    source: Option<u32>,
    weight: u32,
    id: &'g [u8],
    coordinates: Option<(f32, f32)>,
    country: Option<u32>,
    region: Option<u32>,
    valid_from: Option<(i16, u8, u8)>,
    valid_to: Option<(i16, u8, u8)>,
    fields: &'g [u8],
}

impl<'g> Entry<'g> {
    /// Entry `index`, or `None` where the file has none that can be read.
    pub(crate) fn read(gazetteer: &'g Gazetteer, index: u32) -> Option<Self> {
        let mut record = Record(gazetteer.record(index)?);
        let kind = EntryKind::ALL.get(usize::from(record.byte()?)).copied()?;
        let present = u16::from_le_bytes([record.byte()?, record.byte()?]);
        let has = |bit: u16| present & bit != 0;
        let name = record.number()?;
        let source = if has(SOURCE) { Some(record.number()?) } else { None };
        let weight = if has(WEIGHT) { record.number()? } else { 0 };
        let id = if has(ID) { record.bytes()? } else { &[] };
        let coordinates =
            if has(COORDINATES) { Some((record.float()?, record.float()?)) } else { None };
        let country = if has(COUNTRY) { Some(record.number()?) } else { None };
        let region = if has(REGION) { Some(record.number()?) } else { None };
        let valid_from = if has(VALID_FROM) { Some(record.day()?) } else { None };
        let valid_to = if has(VALID_TO) { Some(record.day()?) } else { None };
        let fields = if has(FIELDS) { record.0 } else { &[] };
        Some(Self {
            gazetteer,
            index,
            kind,
            name,
            source,
            weight,
            id,
            coordinates,
            country,
            region,
            valid_from,
            valid_to,
            fields,
        })
    }

    /// The entry's number in its gazetteer; entries are numbered from the greatest weight down.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.index
    }

    /// The key in its source, such as `geonames:4140963`; empty if it has none.
    #[must_use]
    pub fn id(&self) -> &'g str {
        core::str::from_utf8(self.id).unwrap_or("")
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        self.kind
    }

    /// The canonical name.
    #[must_use]
    pub fn name(&self) -> &'g str {
        self.gazetteer.string(self.name).unwrap_or("")
    }

    /// The list that it comes from; empty if unknown.
    #[must_use]
    pub fn source(&self) -> &'g str {
        self.source.and_then(|source| self.gazetteer.string(source)).unwrap_or("")
    }

    /// Importance among entries of one name: population, inverse rank.
    #[must_use]
    pub const fn weight(&self) -> u32 {
        self.weight
    }

    /// Latitude in degrees, north positive.
    #[must_use]
    pub fn latitude(&self) -> Option<f32> {
        self.coordinates.map(|(latitude, _)| latitude)
    }

    /// Longitude in degrees, east positive.
    #[must_use]
    pub fn longitude(&self) -> Option<f32> {
        self.coordinates.map(|(_, longitude)| longitude)
    }

    /// ISO 3166 two-letter country code.
    #[must_use]
    pub fn country(&self) -> Option<&'g str> {
        self.gazetteer.string(self.country?)
    }

    /// First-level division.
    #[must_use]
    pub fn region(&self) -> Option<&'g str> {
        self.gazetteer.string(self.region?)
    }

    /// First day of validity: year, month, day.
    #[must_use]
    pub const fn valid_from(&self) -> Option<(i16, u8, u8)> {
        self.valid_from
    }

    /// Last day of validity: year, month, day.
    #[must_use]
    pub const fn valid_to(&self) -> Option<(i16, u8, u8)> {
        self.valid_to
    }

    /// Whether the entry is valid on a day; one without dates always is.
    #[must_use]
    pub fn is_valid_on(&self, day: (i16, u8, u8)) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// A further column. Linear in the number of columns.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'g str> {
        let mut record = Record(self.fields);
        loop {
            let (found, value) = (record.number()?, record.number()?);
            if self.gazetteer.string_bytes(found)? == key.as_bytes() {
                return self.gazetteer.string(value);
            }
        }
    }

    /// All further columns, sorted by key.
    pub fn fields(&self) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        let (gazetteer, mut record) = (self.gazetteer, Record(self.fields));
        core::iter::from_fn(move || {
            let (key, value) = (record.number()?, record.number()?);
            Some((gazetteer.string(key)?, gazetteer.string(value)?))
        })
    }
}

impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entry({} {:?} {:?})", self.kind, self.name(), self.id())
    }
}

impl PartialEq for Entry<'_> {
    /// Whether both are the same entry of the same gazetteer.
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && core::ptr::eq(self.gazetteer, other.gazetteer)
    }
}

impl Eq for Entry<'_> {}

/// Iterator over the entries of a name: see [`Gazetteer::entries`].
#[derive(Clone, Debug)]
pub struct Entries<'g> {
    gazetteer: &'g Gazetteer,
    list: List<'g>,
}

/// Entry numbers, still to be read.
#[derive(Clone, Debug)]
pub(crate) enum List<'g> {
    One(Option<u32>),
    Range(core::ops::Range<u32>),
    Words(&'g [u8]),
}

impl<'g> Entries<'g> {
    pub(crate) const fn new(gazetteer: &'g Gazetteer, list: List<'g>) -> Self {
        Self { gazetteer, list }
    }
}

impl<'g> Entries<'g> {
    /// The numbers of the entries ([`Entry::index`]) alone, for which no entry is read.
    pub fn indices(mut self) -> impl Iterator<Item = u32> + use<'g> {
        core::iter::from_fn(move || self.list.next())
    }
}

impl List<'_> {
    fn next(&mut self) -> Option<u32> {
        match self {
            Self::One(index) => index.take(),
            Self::Range(range) => range.next(),
            Self::Words(words) => {
                let index = word(words, 0)?;
                *words = words.get(4..).unwrap_or(&[]);
                Some(index)
            }
        }
    }
}

impl<'g> Iterator for Entries<'g> {
    type Item = Entry<'g>;

    fn next(&mut self) -> Option<Entry<'g>> {
        Entry::read(self.gazetteer, self.list.next()?)
    }
}

/// A record, read from the front.
#[derive(Clone, Copy)]
struct Record<'g>(&'g [u8]);

impl<'g> Record<'g> {
    fn take(&mut self, length: usize) -> Option<&'g [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    #[inline]
    fn number(&mut self) -> Option<u32> {
        let (value, rest) = number(self.0)?;
        self.0 = rest;
        Some(value)
    }

    #[inline]
    fn bytes(&mut self) -> Option<&'g [u8]> {
        let (bytes, rest) = length_first(self.0)?;
        self.0 = rest;
        Some(bytes)
    }

    fn float(&mut self) -> Option<f32> {
        self.take(4)?.first_chunk().map(|bytes| f32::from_le_bytes(*bytes))
    }

    fn day(&mut self) -> Option<(i16, u8, u8)> {
        let year = i16::from_le_bytes([self.byte()?, self.byte()?]);
        Some((year, self.byte()?, self.byte()?))
    }
}

/// Writes the record of `spec`; `string` gives the number of a string in the string table.
pub(crate) fn write(record: &mut Vec<u8>, spec: &EntrySpec, mut string: impl FnMut(&str) -> u32) {
    let present = [
        (!spec.source.is_empty(), SOURCE),
        (spec.weight != 0, WEIGHT),
        (!spec.id.is_empty(), ID),
        (spec.coordinates.is_some(), COORDINATES),
        (spec.country.is_some(), COUNTRY),
        (spec.region.is_some(), REGION),
        (spec.valid_from.is_some(), VALID_FROM),
        (spec.valid_to.is_some(), VALID_TO),
        (!spec.fields.is_empty(), FIELDS),
    ];
    let bits = present.iter().fold(0, |bits, (has, bit)| if *has { bits | bit } else { bits });
    let kind = EntryKind::ALL.iter().position(|kind| *kind == spec.kind).unwrap_or_default();
    record.push(kind as u8);
    record.extend(bits.to_le_bytes());
    push_number(record, string(&spec.name));
    if !spec.source.is_empty() {
        push_number(record, string(&spec.source));
    }
    if spec.weight != 0 {
        push_number(record, spec.weight);
    }
    if !spec.id.is_empty() {
        push_number(record, spec.id.len() as u32);
        record.extend(spec.id.bytes());
    }
    if let Some((latitude, longitude)) = spec.coordinates {
        record.extend(latitude.to_le_bytes());
        record.extend(longitude.to_le_bytes());
    }
    for value in [&spec.country, &spec.region].into_iter().flatten() {
        push_number(record, string(value));
    }
    for (year, month, day) in [spec.valid_from, spec.valid_to].into_iter().flatten() {
        record.extend(year.to_le_bytes());
        record.extend([month, day]);
    }
    for (key, value) in &spec.fields {
        push_number(record, string(key));
        push_number(record, string(value));
    }
}
