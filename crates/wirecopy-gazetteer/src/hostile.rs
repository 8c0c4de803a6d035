//! A file that is cut short or changed gives an error or wrong answers, never a panic.

use crate::format::{HEADER, sign};
use crate::{CasePolicy, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
use proptest::prelude::*;

const TEXT: &str = "US film us Us at .NET in São Paulo, SAO PAULO, New\nYork's New York Times; ADA \
                    Lovelace, Ada lovelace, J.K. Rowling";

/// A small gazetteer that uses every section.
fn compiled() -> Vec<u8> {
    let mut builder = GazetteerBuilder::new().fold_diacritics();
    for (name, case, id) in [
        ("US", CasePolicy::Exact, "1"),
        ("at", CasePolicy::Smart, "8"),
        ("Us", CasePolicy::Smart, "2"),
        ("us", CasePolicy::Fold, "3"),
        (".NET", CasePolicy::Exact, "4"),
        ("São Paulo", CasePolicy::Smart, "5"),
        ("New York", CasePolicy::Smart, "6"),
        ("New York", CasePolicy::Smart, "7"),
        ("New York Times", CasePolicy::Smart, ""),
        ("J. K. Rowling", CasePolicy::Smart, ""),
    ] {
        builder.add(EntrySpec::new(EntryKind::Other, name).with_case(case).with_id(id)).unwrap();
    }
    let whole = EntrySpec::new(EntryKind::Person, "Ada Lovelace")
        .with_source("list")
        .with_weight(300)
        .with_coordinates(51.5, -0.125)
        .with_country("GB")
        .with_region("London")
        .with_valid_from(1815, 12, 10)
        .with_valid_to(1852, 11, 27)
        .with_field("role", "mathematician");
    builder.add(whole).unwrap();
    builder.into_bytes().unwrap()
}

/// Asks everything there is to ask, and returns how much was answered.
fn ask(gazetteer: &Gazetteer) -> usize {
    let mut answers = usize::from(gazetteer.verify().is_ok());
    for found in gazetteer.find(TEXT).chain(gazetteer.find_all(TEXT)) {
        assert!(found.span.get(TEXT).is_some());
        answers += gazetteer.name(found.name).map_or(0, str::len);
        for entry in gazetteer.entries(found.name).take(1000) {
            answers += entry.name().len() + entry.id().len() + entry.source().len();
            answers += entry.country().map_or(0, str::len) + entry.region().map_or(0, str::len);
            answers += usize::from(entry.is_valid_on((1830, 1, 1)));
            answers += entry.fields().map(|(key, value)| key.len() + value.len()).sum::<usize>();
            answers += usize::from(entry.latitude() > entry.longitude());
        }
    }
    answers += gazetteer.similar("New Yorq", 2).len();
    answers += gazetteer.starting_with("new").take(1000).count();
    answers += gazetteer.all_entries().take(1000).count();
    answers + usize::from(gazetteer.lookup("US").is_some())
}

#[test]
fn a_file_cut_anywhere_does_not_open() {
    let bytes = compiled();
    assert!(ask(&Gazetteer::open(bytes.clone()).unwrap()) > 100);
    for length in 0..bytes.len() {
        let error = Gazetteer::open(bytes[..length].to_vec()).unwrap_err();
        assert!(error.is_damaged() || error.is_foreign(), "{length} bytes: {error}");
    }
    let mut longer = bytes;
    longer.push(0);
    assert!(Gazetteer::open(longer).unwrap_err().is_damaged());
}

/// Work, not time: with every byte behind the header changed a file opens as before, so opening reads
/// none of them; and it is opened where it lies.
#[test]
fn opening_reads_the_header_only_and_copies_nothing() {
    let mut bytes = compiled();
    bytes[HEADER..].fill(0xA5);
    let place = bytes.as_ptr();
    let gazetteer = Gazetteer::open(bytes).unwrap();
    assert_eq!(gazetteer.as_bytes().as_ptr(), place);
    assert_eq!(gazetteer.clone().as_bytes().as_ptr(), place);
    assert!(gazetteer.verify().unwrap_err().is_damaged());
    ask(&gazetteer);
}

#[test]
fn every_changed_byte_is_found_and_none_stops_an_answer() {
    let bytes = compiled();
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            if let Ok(gazetteer) = Gazetteer::open(changed) {
                assert!(gazetteer.verify().unwrap_err().is_damaged(), "byte {at}");
                ask(&gazetteer);
            }
        }
    }
}

/// Should this fail, `VERSION` is to be raised and the embedded packs are to be generated again: a
/// pack of the old form would open and know no name.
#[test]
fn the_form_of_a_file_is_that_of_its_version() {
    let bytes = compiled();
    assert_eq!((bytes.len(), crate::hash::checksum(&bytes)), (4737, 17_539_578_906_941_185_503));
}

#[test]
fn another_version_says_so() {
    let mut bytes = compiled();
    bytes[8] += 1;
    assert!(Gazetteer::open(bytes).unwrap_err().is_version_mismatch());
}

#[test]
fn a_file_of_another_kind_says_so() {
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"name,type\nOslo,place\n"] {
        assert!(Gazetteer::open(bytes.to_vec()).unwrap_err().is_foreign());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    /// The checksum of the header is made to fit, as one would who means harm.
    #[test]
    fn any_bytes_are_safe(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        words in prop::collection::vec((0usize..38, prop_oneof![any::<u32>(), 0u32..600, Just(u32::MAX)]), 0..4),
    ) {
        let mut bytes = compiled();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        for (word, value) in words {
            // From behind the length on: counts and sections.
            let at = 24 + word * 4;
            bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        for (at, byte) in compiled().iter().enumerate().take(24) {
            bytes[at] = *byte;
        }
        sign(&mut bytes);
        if let Ok(gazetteer) = Gazetteer::open(bytes) {
            ask(&gazetteer);
        }
    }

    #[test]
    fn noise_does_not_open(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Gazetteer::open(bytes).is_err());
    }
}
