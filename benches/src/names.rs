//! Long lists of names, and copy that holds them.

use crate::stories;
use std::collections::BTreeSet;
use wirecopy_gazetteer::{EntryKind, Gazetteer};
use wirecopy_gazetteer_data::{CORE, NAMES};

/// Words of a sentence that is made up of single words.
const SENTENCE: usize = 25;

/// `count` different names: those of the embedded pack, then given names and surnames put together.
#[must_use]
pub fn names(count: usize) -> Vec<String> {
    let core = Gazetteer::open_static(CORE).expect("the pack opens");
    let people = Gazetteer::open_static(NAMES).expect("the pack opens");
    let of_kind = |kind| {
        let all = people.all_entries().filter(move |entry| entry.kind() == kind);
        all.map(|entry| entry.name().to_owned()).collect::<Vec<_>>()
    };
    let (given, surnames) = (of_kind(EntryKind::GivenName), of_kind(EntryKind::Surname));
    let listed = core.starting_with("").filter_map(|name| core.name(name).map(str::to_owned));
    let mut names: BTreeSet<String> = listed.take(count).collect();
    let mut at = 0;
    while names.len() < count {
        let (first, last) = (at * 7919 % given.len(), at % surnames.len());
        names.insert(format!("{} {}", given[first], surnames[last]));
        at += 1;
    }
    names.into_iter().collect()
}

/// Copy with the vocabulary of a newspaper: after each story some sentences of common words, the
/// likelier the more common, each with a name of the list and a surname.
///
/// The stories alone repeat a few hundred words, whose states an automaton keeps in the cache.
#[must_use]
pub fn varied(names: &[String], bytes: usize) -> String {
    let pack = Gazetteer::open_static(NAMES).expect("the pack opens");
    let of_field = |class: &str| {
        let all = pack.all_entries().filter(|entry| entry.field("class") == Some(class));
        all.map(|entry| entry.name().to_owned()).collect::<Vec<_>>()
    };
    let surnames: Vec<String> = pack
        .all_entries()
        .filter(|entry| entry.kind() == EntryKind::Surname)
        .map(|entry| entry.name().to_owned())
        .collect();
    // The pack lists them as names are written.
    let words: Vec<String> = of_field("common").iter().map(|word| word.to_lowercase()).collect();
    assert!(words.len() > 10_000 && surnames.len() > 50_000, "the pack has its words");
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = |count: usize| {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % count
    };
    let mut text = String::with_capacity(bytes + 10_000);
    for story in stories(bytes / 4) {
        text.push_str(&story);
        let end = (text.len() + 3 * story.len()).min(bytes);
        while text.len() < end {
            for place in 0..SENTENCE {
                let rare = below(words.len()) * below(words.len()) / words.len();
                let start = text.len();
                match place {
                    8 => text.push_str(&names[below(names.len())]),
                    17 => text.push_str(&surnames[below(surnames.len())]),
                    _ => text.push_str(&words[rare * below(words.len()) / words.len()]),
                }
                if place == 0 && text.is_char_boundary(start + 1) {
                    text[start..=start].make_ascii_uppercase();
                }
                text.push(if place % 12 == 11 { '\n' } else { ' ' });
            }
            text.push_str(".\n");
        }
        text.push('\n');
    }
    text
}
