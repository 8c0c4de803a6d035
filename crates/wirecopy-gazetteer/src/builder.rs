//! Compiles entries.
//!
//! Everything is sorted before it is numbered, so the order in which entries were added leaves no
//! trace in the bytes.

use crate::atoms::{Atom, atoms, key};
use crate::compile::compile;
use crate::{EntryKind, EntrySpec, Gazetteer, GazetteerError};
use core::cmp::Ordering;
use core::mem::take;
use wirecopy_text::{Folding, floor_char_boundary, fold};

/// A longer name is refused.
pub(crate) const LONGEST_NAME: usize = 255;
/// No name of so many bytes has a compatibility form that is too long: one character of three bytes
/// can become thirty-three.
const SURELY_SHORT: usize = 21;
/// Most atoms of a name; the matcher looks no further.
pub(crate) const MOST_ATOMS: usize = 96;

/// How much of a name that is refused an error shows, in bytes.
const SHOWN: usize = 60;

/// Collects entries and compiles them. The same entries in any order give the same bytes.
///
/// Entries with the same id, kind and source (or, without an id, the same name, kind and source)
/// are one: their names are joined, the greatest weight counts, and of other values that differ the
/// least in byte order is kept.
///
/// ```
/// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
///
/// let oslo = || EntrySpec::new(EntryKind::Place, "Oslo").with_id("1");
/// let mut builder = GazetteerBuilder::new();
/// builder.add(oslo().with_alias("Kristiania"))?;
/// builder.add(oslo().with_weight(700_000))?;
/// let places = builder.build()?;
/// assert_eq!((places.entry_count(), places.len()), (1, 2));
/// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GazetteerBuilder {
    specs: Vec<EntrySpec>,
    fold_diacritics: bool,
}

impl GazetteerBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes "Sao Paulo" and "São Paulo" one name, for every entry.
    #[must_use]
    pub const fn fold_diacritics(mut self) -> Self {
        self.fold_diacritics = true;
        self
    }

    /// Adds an entry.
    ///
    /// # Errors
    ///
    /// If one of its names has no letter or digit or is longer than 255 bytes, or a value is out of
    /// range. The builder is unchanged then.
    pub fn add(&mut self, mut spec: EntrySpec) -> Result<(), GazetteerError> {
        check(&spec, self.fold_diacritics)?;
        spec.aliases.sort();
        spec.aliases.dedup();
        spec.fields.sort();
        spec.fields.dedup_by(|later, earlier| later.0 == earlier.0);
        self.specs.push(spec);
        Ok(())
    }

    /// Entries added so far, before equal ones are joined.
    #[must_use]
    pub fn len(&self) -> usize {
        self.specs.len()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.specs.is_empty()
    }

    /// Drops the entries behind the first `length`.
    #[cfg(feature = "readers")]
    pub(crate) fn truncate(&mut self, length: usize) {
        self.specs.truncate(length);
    }

    /// Compiles the entries.
    ///
    /// # Errors
    ///
    /// If a limit of the format is exceeded: 4 GiB, 2^31 entries, 256 spellings of one name that
    /// differ in capitals only.
    pub fn build(self) -> Result<Gazetteer, GazetteerError> {
        Gazetteer::open(self.into_bytes()?)
    }

    /// Compiles the entries to the bytes of a file.
    ///
    /// # Errors
    ///
    /// As [`GazetteerBuilder::build`].
    pub fn into_bytes(self) -> Result<Vec<u8>, GazetteerError> {
        compile(&merged(self.specs), self.fold_diacritics)
    }

    /// Compiles the entries to the bytes of a file, and keeps them.
    ///
    /// # Errors
    ///
    /// As [`GazetteerBuilder::build`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, GazetteerError> {
        self.clone().into_bytes()
    }
}

fn check(spec: &EntrySpec, diacritics: bool) -> Result<(), GazetteerError> {
    if spec.name.trim().is_empty() {
        return Err(GazetteerError::entry("no name").in_column("name"));
    }
    let names = spec.aliases.iter().map(|alias| alias.text.as_str());
    for name in names.chain((!spec.label_only).then_some(spec.name.as_str())) {
        if let Err(problem) = check_name(name, diacritics) {
            let shown = name.get(..floor_char_boundary(name, SHOWN)).unwrap_or(name);
            let more = if shown.len() < name.len() { "…" } else { "" };
            return Err(GazetteerError::entry(format_args!("{problem}: {shown:?}{more}")));
        }
    }
    let long = [Some(&spec.id), Some(&spec.source), spec.country.as_ref(), spec.region.as_ref()];
    if long.into_iter().flatten().any(|value| value.len() > u16::MAX.into()) {
        return Err(GazetteerError::entry("a value is longer than 65,535 bytes"));
    }
    match spec.coordinates {
        Some((latitude, _)) if latitude.is_nan() => {
            return Err(GazetteerError::entry("a longitude without a latitude").in_column("lat"));
        }
        Some((_, longitude)) if longitude.is_nan() => {
            return Err(GazetteerError::entry("a latitude without a longitude").in_column("lon"));
        }
        _ => {}
    }
    if let Some((latitude, longitude)) = spec.coordinates
        && !((-90.0..=90.0).contains(&latitude) && (-180.0..=360.0).contains(&longitude))
    {
        let message = format_args!("{latitude}, {longitude} is no latitude and longitude");
        return Err(GazetteerError::entry(message));
    }
    for (year, month, day) in [spec.valid_from, spec.valid_to].into_iter().flatten() {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            let message = format_args!("{year}-{month:02}-{day:02} is no date");
            return Err(GazetteerError::entry(message));
        }
    }
    if let (Some(from), Some(to)) = (spec.valid_from, spec.valid_to)
        && to < from
    {
        let error = GazetteerError::entry("the last day lies before the first");
        return Err(error.in_column("valid_to"));
    }
    Ok(())
}

fn check_name(name: &str, diacritics: bool) -> Result<(), &'static str> {
    if name.len() > LONGEST_NAME {
        return Err("a name may have 255 bytes at most");
    }
    if name.is_ascii() && name.len() < MOST_ATOMS {
        return if name.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            Ok(())
        } else {
            Err("a name needs a letter or a digit")
        };
    }
    if name.len() <= SURELY_SHORT && name.chars().any(char::is_alphanumeric) {
        return Ok(());
    }
    let written = fold(name, Folding::new());
    if written.len() > LONGEST_NAME {
        return Err("a name may have 255 bytes at most, compatibility forms spelt out");
    }
    let (mut words, mut count) = (0, 0);
    for step in atoms(&written, diacritics) {
        count += 1;
        words += usize::from(matches!(step.atom, Atom::Word { .. }));
    }
    match (words, count) {
        (0, _) => Err("a name needs a letter or a digit"),
        (_, MOST_ATOMS..) => Err("a name may have 95 words and marks at most"),
        _ if key(&written, true, diacritics).is_empty() => Err("a name needs a letter or a digit"),
        _ => Ok(()),
    }
}

/// Which entries are one.
fn identity(a: &EntrySpec, b: &EntrySpec) -> Ordering {
    let by_id = (&a.id, &a.source, a.kind).cmp(&(&b.id, &b.source, b.kind));
    by_id.then_with(|| if a.id.is_empty() { a.name.cmp(&b.name) } else { Ordering::Equal })
}

/// A total order of entries, so that joining does not depend on how they were added.
fn content(a: &EntrySpec, b: &EntrySpec) -> Ordering {
    let bits = |spec: &EntrySpec| spec.coordinates.map(|(x, y)| (x.to_bits(), y.to_bits()));
    let rest =
        |a: &EntrySpec, b: &EntrySpec| {
            (b.weight, a.case, a.label_only, &a.country, &a.region, a.valid_from, a.valid_to).cmp(
                &(a.weight, b.case, b.label_only, &b.country, &b.region, b.valid_from, b.valid_to),
            )
        };
    a.name
        .cmp(&b.name)
        .then_with(|| rest(a, b))
        .then_with(|| bits(a).cmp(&bits(b)))
        .then_with(|| a.aliases.cmp(&b.aliases))
        .then_with(|| a.fields.cmp(&b.fields))
}

/// The first sixteen bytes of `text`, so that most comparisons need no look at the rest.
pub(crate) fn head(text: &str) -> u128 {
    let mut head = [0; 16];
    head.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
    u128::from_be_bytes(head)
}

/// What decides the order of most entries, side by side in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    id: u128,
    /// The place of the source among all sources, and of the kind; where the id is whole.
    source: (usize, EntryKind),
    name: u128,
    at: usize,
}

/// Numbers entries in the order of [`identity`], then of [`content`].
fn ranks(specs: &[EntrySpec]) -> Vec<Rank> {
    let mut sources: Vec<&str> = specs.iter().map(|spec| spec.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let rank = |(at, spec): (usize, &EntrySpec)| {
        let source = sources.partition_point(|source| *source < spec.source.as_str());
        // Behind a longer id the rest of the rank would come before the rest of the id.
        let whole = spec.id.len() <= 16 && !spec.id.contains('\0');
        let source = if whole { (source, spec.kind) } else { (0, EntryKind::Person) };
        let name = if spec.id.is_empty() { head(&spec.name) } else { 0 };
        Rank { id: head(&spec.id), source, name, at }
    };
    let mut ranks: Vec<Rank> = specs.iter().enumerate().map(rank).collect();
    let spec = |rank: &Rank| specs.get(rank.at);
    ranks.sort_unstable_by(|a, b| {
        (a.id, a.source, a.name).cmp(&(b.id, b.source, b.name)).then_with(|| {
            match (spec(a), spec(b)) {
                (Some(a), Some(b)) => identity(a, b).then_with(|| content(a, b)),
                _ => Ordering::Equal,
            }
        })
    });
    ranks
}

/// Sorts entries by weight, greatest first, after joining those that are one.
fn merged(mut specs: Vec<EntrySpec>) -> Vec<EntrySpec> {
    let mut whole: Vec<EntrySpec> = Vec::with_capacity(specs.len());
    for rank in ranks(&specs) {
        let Some(place) = specs.get_mut(rank.at) else { continue };
        let spec = core::mem::replace(place, EntrySpec::new(EntryKind::Other, ""));
        match whole.last_mut() {
            Some(last) if identity(last, &spec).is_eq() => join(last, spec),
            _ => whole.push(spec),
        }
    }
    whole.sort_by_key(|spec| core::cmp::Reverse(spec.weight));
    whole
}

fn join(into: &mut EntrySpec, mut other: EntrySpec) {
    if (&into.name, into.case, into.label_only) != (&other.name, other.case, other.label_only)
        && !other.label_only
    {
        let text = take(&mut other.name);
        into.aliases.push(crate::Alias { text, case: Some(other.case) });
    }
    for mut alias in other.aliases {
        alias.case = alias.case.or((other.case != into.case).then_some(other.case));
        into.aliases.push(alias);
    }
    into.aliases.sort();
    into.aliases.dedup();
    into.weight = into.weight.max(other.weight);
    into.coordinates = into.coordinates.or(other.coordinates);
    into.country = into.country.take().or(other.country);
    into.region = into.region.take().or(other.region);
    into.valid_from = into.valid_from.or(other.valid_from);
    into.valid_to = into.valid_to.or(other.valid_to);
    into.fields.append(&mut other.fields);
    into.fields.sort_by(|a, b| a.0.cmp(&b.0));
    into.fields.dedup_by(|later, earlier| later.0 == earlier.0);
}
