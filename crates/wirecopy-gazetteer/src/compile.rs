//! From entries to sections: see `format.rs` for what stands where.

use crate::atoms::{Atom, atoms, key};
use crate::builder::head;
use crate::entry;
use crate::filter::{self, ENDS, GOES_ON};
use crate::format::{
    Counts, LEADING_MARK, LIST, MANY_SHAPES, NONE, STEP, Section, policy_bits, push_number, write,
};
use crate::gazetteer::{group_bits, leading_marks, prefix_hashes, slot_of, tag_of};
use crate::shape::{Shape, compare};
use crate::{CasePolicy, EntrySpec, GazetteerError, heads};
use core::ops::Range;
use std::borrow::Cow;
use std::collections::BTreeMap;
use wirecopy_text::{Folding, fold};

/// Most spellings of one name that differ in capitals only, and most slots to probe.
const MOST: usize = 256;

/// One name of one entry.
#[derive(Debug)]
struct Spelling {
    /// The beginning of the key.
    head: u128,
    /// Folded key, in `Names::keys`.
    key: Range<u32>,
    /// The name with its marks in plain shape, in `Names::keys`.
    written: Range<u32>,
    policy: CasePolicy,
    entry: u32,
}

/// All names of all entries, sorted.
struct Names {
    keys: String,
    spellings: Vec<Spelling>,
}

impl Names {
    fn text(&self, range: &Range<u32>) -> &str {
        self.keys.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    fn push(&mut self, text: &str) -> Result<Range<u32>, GazetteerError> {
        let start = self.keys.len() as u32;
        self.keys.push_str(text);
        let end = u32::try_from(self.keys.len());
        Ok(start..end.map_err(|_| GazetteerError::too_large("4 GiB of names"))?)
    }

    fn collect(specs: &[EntrySpec], diacritics: bool) -> Result<Self, GazetteerError> {
        let mut names = Self { keys: String::new(), spellings: Vec::with_capacity(specs.len()) };
        for (entry, spec) in specs.iter().enumerate() {
            let entry = entry as u32;
            let own = (!spec.label_only).then_some((spec.name.as_str(), spec.case));
            let more = spec.aliases.iter();
            let more = more.map(|alias| (alias.text.as_str(), alias.case.unwrap_or(spec.case)));
            for (name, policy) in own.into_iter().chain(more) {
                let written = fold(name, Folding::new());
                let folded = folded_key(&written, diacritics);
                let (key, written) = (names.push(&folded)?, names.push(&written)?);
                let head = head(&folded);
                names.spellings.push(Spelling { head, key, written, policy, entry });
            }
        }
        let mut spellings = core::mem::take(&mut names.spellings);
        let sort = |spelling: &Spelling| {
            let (key, written) = (names.text(&spelling.key), names.text(&spelling.written));
            (key, written, spelling.entry, spelling.policy)
        };
        spellings.sort_unstable_by(|a, b| a.head.cmp(&b.head).then_with(|| sort(a).cmp(&sort(b))));
        spellings.dedup_by(|a, b| a.head == b.head && sort(a) == sort(b));
        names.spellings = spellings;
        Ok(names)
    }
}

/// The folded key of a name whose marks are in plain shape.
fn folded_key(written: &str, diacritics: bool) -> Cow<'_, str> {
    if written.is_ascii() && !written.contains(['.', '-']) {
        return fold(written, Folding::new().case());
    }
    Cow::Owned(key(written, true, diacritics))
}

/// The sections as they grow, and what is gathered on the way.
#[derive(Default)]
struct Output {
    flags: Vec<u8>,
    string_starts: Vec<u8>,
    strings: Vec<u8>,
    string_count: u32,
    names: Vec<u8>,
    candidates: Vec<u8>,
    shape_starts: Vec<u8>,
    shapes: Vec<u8>,
    more_names: Vec<u8>,
    entry_starts: Vec<u8>,
    entries: Vec<u8>,
    /// Numbers of strings that may be asked for again.
    known: BTreeMap<String, u32>,
    /// The string of each entry's canonical name, where a spelling is the same.
    labels: Vec<u32>,
    /// Hashes of whole names, by group.
    hashes: Vec<u64>,
    /// Hash of each beginning of a name, and whether a name ends there.
    prefixes: Vec<(u64, bool)>,
    /// How the first words begin of names that are found with a small letter first.
    small: Vec<[u8; 3]>,
    /// Groups whose spellings or policies differ, with their spellings.
    many: Vec<(u32, Range<usize>)>,
}

fn push(section: &mut Vec<u8>, value: u32) {
    section.extend(value.to_le_bytes());
}

/// Number of `u32`s in a section.
const fn count(section: &[u8]) -> u32 {
    (section.len() / 4) as u32
}

impl Output {
    /// Adds a string, and gives its number.
    fn add_string(&mut self, text: &str) -> u32 {
        let number = self.string_count;
        if (number as usize).is_multiple_of(STEP) {
            push(&mut self.string_starts, self.strings.len() as u32);
        }
        push_number(&mut self.strings, text.len() as u32);
        self.strings.extend(text.bytes());
        self.string_count += 1;
        number
    }

    /// The number of a string that may have been added before.
    fn string(&mut self, text: &str) -> u32 {
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        let number = self.add_string(text);
        self.known.insert(text.to_owned(), number);
        number
    }

    /// The word of `Section::Names` for these entries, which are sorted.
    fn candidates(&mut self, entries: &[u32]) -> u32 {
        if let [entry] = entries {
            return *entry;
        }
        let place = count(&self.candidates);
        push(&mut self.candidates, entries.len() as u32);
        entries.iter().for_each(|entry| push(&mut self.candidates, *entry));
        LIST | place
    }

    /// Adds the group with these spellings; they have one key and are sorted.
    fn add_group(&mut self, names: &Names, range: Range<usize>, compiler: &Compiler<'_>) {
        let spellings = names.spellings.get(range.clone()).unwrap_or(&[]);
        let Some(first) = spellings.first() else { return };
        let written = names.text(&first.written);
        let group = self.add_string(written);
        let mut entries = Vec::with_capacity(spellings.len());
        let (mut same, mut any_small) = (true, false);
        for spelling in spellings {
            let text = names.text(&spelling.written);
            same &= spelling.policy == first.policy
                && compare(text, written, compiler.diacritics) == Some(Shape::Written);
            any_small |= spelling.policy == CasePolicy::Fold || first_is_small(text);
            entries.push(spelling.entry);
            compiler.label(&mut self.labels, spelling.entry, text, written, group);
        }
        entries.sort_unstable();
        entries.dedup();
        let marks = leading_marks(written, compiler.diacritics);
        let mut flags = policy_bits(first.policy);
        if marks > 0 {
            flags |= LEADING_MARK;
        }
        if same {
            let word = self.candidates(&entries);
            push(&mut self.names, word);
        } else {
            flags |= MANY_SHAPES;
            push(&mut self.names, 0);
            self.many.push((group, range));
        }
        self.flags.push(flags);
        self.add_hashes(written, any_small, compiler.diacritics);
    }

    fn add_hashes(&mut self, written: &str, small: bool, diacritics: bool) {
        self.prefixes.extend(prefix_hashes(written, diacritics).map(|hash| (hash, false)));
        if small {
            self.small.push(first_letters(written));
        }
        let last = self.prefixes.last_mut().map_or(0, |last| {
            last.1 = true;
            last.0
        });
        self.hashes.push(last);
    }

    /// Numbers the names of a group whose spellings or policies differ.
    fn add_shapes(
        &mut self,
        names: &Names,
        group: u32,
        range: Range<usize>,
        diacritics: bool,
    ) -> Result<(), GazetteerError> {
        let spellings = names.spellings.get(range).unwrap_or(&[]);
        let found = |surface: &str| {
            accepted(spellings, |spelling| {
                compare(surface, names.text(&spelling.written), diacritics)
                    .is_some_and(|shape| spelling.policy.accepts(shape))
            })
        };
        let is = |a: &str, b: &str| compare(a, b, diacritics) == Some(Shape::Written);
        let mut written: Vec<&str> = Vec::new();
        for spelling in spellings {
            let text = names.text(&spelling.written);
            if !written.iter().any(|known| is(known, text)) {
                written.push(text);
            }
        }
        if written.len() > MOST {
            return Err(GazetteerError::too_large("over 256 spellings of one name"));
        }
        let capitals = written.first().map_or_else(Vec::new, |text| found(&text.to_uppercase()));
        let fold = accepted(spellings, |spelling| spelling.policy == CasePolicy::Fold);
        let mut rows = Vec::new();
        // Sets of entries that have a number in this group already.
        let mut sets = Vec::new();
        for (index, text) in written.iter().enumerate() {
            let string = if index == 0 { group } else { self.add_string(text) };
            let headline = accepted(spellings, |spelling| {
                let smart = spelling.policy == CasePolicy::Smart;
                spelling.policy == CasePolicy::Fold
                    || smart && is(names.text(&spelling.written), text)
            });
            let own = self.name(&mut sets, found(text), group, string);
            let headline = self.name(&mut sets, headline, group, string);
            rows.extend([string, own, headline]);
        }
        let capitals = self.name(&mut sets, capitals, group, group);
        let fold = self.name(&mut sets, fold, group, group);
        push(&mut self.shape_starts, group);
        let place = count(&self.shapes);
        push(&mut self.shape_starts, place);
        for value in [capitals, fold, written.len() as u32].into_iter().chain(rows) {
            push(&mut self.shapes, value);
        }
        Ok(())
    }

    /// The number of the name with these entries. The first set that is asked for is the group's
    /// own name.
    fn name(
        &mut self,
        sets: &mut Vec<(Vec<u32>, u32)>,
        entries: Vec<u32>,
        group: u32,
        string: u32,
    ) -> u32 {
        if entries.is_empty() {
            return NONE;
        }
        if let Some((_, name)) = sets.iter().find(|(known, _)| *known == entries) {
            return *name;
        }
        let word = self.candidates(&entries);
        let name = if sets.is_empty() {
            let place = group as usize * 4;
            if let Some(place) = self.names.get_mut(place..place + 4) {
                place.copy_from_slice(&word.to_le_bytes());
            }
            group
        } else {
            push(&mut self.names, word);
            push(&mut self.more_names, string);
            count(&self.names) - 1
        };
        sets.push((entries, name));
        name
    }

    fn add_entries(&mut self, specs: &[EntrySpec]) {
        let labels = core::mem::take(&mut self.labels);
        for (index, (spec, label)) in specs.iter().zip(labels).enumerate() {
            if index % STEP == 0 {
                push(&mut self.entry_starts, self.entries.len() as u32);
            }
            let mut record = Vec::new();
            entry::write(&mut record, spec, |text| {
                if label != NONE && text == spec.name { label } else { self.string(text) }
            });
            push_number(&mut self.entries, record.len() as u32);
            self.entries.extend(record);
        }
    }
}

/// The entries of the spellings that are `wanted`, sorted.
fn accepted(spellings: &[Spelling], wanted: impl Fn(&Spelling) -> bool) -> Vec<u32> {
    let mut entries: Vec<u32> =
        spellings.iter().filter(|spelling| wanted(spelling)).map(|found| found.entry).collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

/// Whether the first word begins with a small letter.
fn first_is_small(name: &str) -> bool {
    let mut letters = name.chars().skip_while(|c| !c.is_alphanumeric());
    letters.next().is_some_and(char::is_lowercase)
}

/// The first three bytes of the first word, folded in case and diacritics; zeros for those it lacks.
fn first_letters(name: &str) -> [u8; 3] {
    let words = atoms(name, false).filter_map(|step| match step.atom {
        Atom::Word { start, end, .. } => name.get(start..end),
        Atom::Mark(_) => None,
    });
    let word = fold(words.take(1).next().unwrap_or(""), Folding::new().case().diacritics());
    let mut letters = [0; 3];
    letters.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from);
    letters
}

/// What holds for all groups.
struct Compiler<'a> {
    specs: &'a [EntrySpec],
    diacritics: bool,
}

impl Compiler<'_> {
    /// Notes that an entry's canonical name is the string of a group.
    fn label(&self, labels: &mut [u32], entry: u32, text: &str, written: &str, group: u32) {
        let name = self.specs.get(entry as usize).map(|spec| spec.name.as_str());
        if text == written
            && name == Some(text)
            && let Some(label) = labels.get_mut(entry as usize)
        {
            *label = group;
        }
    }
}

/// Compiles entries that are sorted by weight.
pub(crate) fn compile(specs: &[EntrySpec], diacritics: bool) -> Result<Vec<u8>, GazetteerError> {
    if specs.len() >= LIST as usize {
        return Err(GazetteerError::too_large("2^31 entries"));
    }
    let names = Names::collect(specs, diacritics)?;
    let compiler = Compiler { specs, diacritics };
    let mut output = Output { labels: vec![NONE; specs.len()], ..Output::default() };
    let mut start = 0;
    let same_key =
        |a: &Spelling, b: &Spelling| a.head == b.head && names.text(&a.key) == names.text(&b.key);
    for spellings in names.spellings.chunk_by(same_key) {
        output.add_group(&names, start..start + spellings.len(), &compiler);
        start += spellings.len();
    }
    let groups = output.hashes.len() as u32;
    for (group, range) in core::mem::take(&mut output.many) {
        output.add_shapes(&names, group, range, diacritics)?;
    }
    drop(names);
    output.add_entries(specs);
    let (slots, probes) = hash_table(&output.hashes, groups)?;
    let filter = filter(&output.prefixes);
    let heads = heads::build(output.small.iter().map(<[u8; 3]>::as_slice));
    let counts = Counts {
        diacritics,
        groups,
        names: count(&output.names),
        entries: specs.len() as u32,
        probes,
    };
    write(
        counts,
        [
            (Section::Filter, filter),
            (Section::Heads, heads),
            (Section::Slots, slots),
            (Section::Flags, output.flags),
            (Section::StringStarts, output.string_starts),
            (Section::Strings, output.strings),
            (Section::Names, output.names),
            (Section::Candidates, output.candidates),
            (Section::ShapeStarts, output.shape_starts),
            (Section::Shapes, output.shapes),
            (Section::MoreNames, output.more_names),
            (Section::EntryStarts, output.entry_starts),
            (Section::Entries, output.entries),
        ],
    )
}

/// The filter over beginnings of names.
fn filter(prefixes: &[(u64, bool)]) -> Vec<u8> {
    let mut hashes: Vec<u64> = prefixes.iter().map(|(hash, _)| *hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let bits = |ends| if ends { ENDS } else { GOES_ON };
    filter::build(hashes.len(), prefixes.iter().map(|(hash, ends)| (*hash, bits(*ends))))
}

/// The hash table, two thirds full, and the longest way from a hash's slot to its group.
fn hash_table(hashes: &[u64], groups: u32) -> Result<(Vec<u8>, u32), GazetteerError> {
    let bits = group_bits(groups);
    let mut size = hashes.len() + hashes.len() / 2 + 8;
    for _ in 0..8 {
        let mut slots = vec![0_u32; size];
        let mut longest = 0;
        for (group, hash) in hashes.iter().enumerate() {
            let mut at = slot_of(*hash, size);
            let mut probes = 1;
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = if at + 1 == size { 0 } else { at + 1 };
                probes += 1;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = tag_of(*hash, bits) | (group as u32 + 1);
            }
            longest = longest.max(probes);
        }
        if longest < MOST {
            return Ok((
                slots.iter().flat_map(|slot| slot.to_le_bytes()).collect(),
                longest as u32,
            ));
        }
        size += size / 4;
    }
    Err(GazetteerError::too_large("over 256 names that differ in their first marks only"))
}
