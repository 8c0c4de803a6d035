//! What holds for any names and any text.

#![expect(clippy::unwrap_used, reason = "a list that does not compile is a failed test")]
#![expect(clippy::indexing_slicing, reason = "an index out of bounds is a failed test")]

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wirecopy_gazetteer::{
    CasePolicy, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder, Layers, Match,
};
use wirecopy_text::Span;

fn compile(names: &[(String, CasePolicy)]) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    for (name, policy) in names {
        // A name without a word is refused; the rest of the list counts.
        let _ = builder.add(EntrySpec::new(EntryKind::Other, name.as_str()).with_case(*policy));
    }
    builder.build().unwrap()
}

fn policy() -> impl Strategy<Value = CasePolicy> {
    prop_oneof![Just(CasePolicy::Exact), Just(CasePolicy::Smart), Just(CasePolicy::Fold)]
}

/// Few words, so that names share them with each other and with the text.
fn piece() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[ABab]{1,2}", Just("Łó".to_owned()), Just("İß".to_owned()), "[a1]"];
    let gap = prop_oneof![
        Just(" "),
        Just(" "),
        Just("-"),
        Just("'"),
        Just("."),
        Just(". "),
        Just("’"),
        Just("–"),
        Just("\n"),
        Just("\n\n"),
        Just(", "),
        Just("")
    ];
    (word, gap).prop_map(|(word, gap)| word + gap)
}

fn phrase(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..longest).prop_map(|pieces| pieces.concat())
}

fn list() -> impl Strategy<Value = Vec<(String, CasePolicy)>> {
    prop::collection::vec((phrase(4), policy()), 0..8)
}

/// Every stretch that `lookup` knows and that stands on the edges of words: slow, and without any
/// of the matcher's code for walking.
fn oracle(gazetteer: &Gazetteer, text: &str) -> BTreeSet<Match> {
    let edges: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let mut found = BTreeSet::new();
    for (index, start) in edges.iter().enumerate() {
        for end in edges.iter().skip(index + 1) {
            let surface = text.get(*start..*end).unwrap();
            let blank = surface.contains("\n\n") || surface.trim() != surface;
            if blank || !starts(text, *start, surface) || !ends(text, *end) {
                continue;
            }
            if let Some(name) = gazetteer.lookup(surface) {
                found.insert(Match { span: Span::new(*start as u32, *end as u32), name });
            }
        }
    }
    found
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}

/// Whether a name that begins with a letter may begin here.
fn starts(text: &str, at: usize, surface: &str) -> bool {
    let before: Vec<char> = text.get(..at).unwrap().chars().rev().take(4).collect();
    let alphanumeric = |at: usize| before.get(at).is_some_and(|c| c.is_alphanumeric());
    if !surface.starts_with(char::is_alphanumeric) {
        return true;
    }
    match before.first() {
        Some(c) if c.is_alphanumeric() => false,
        Some('\'' | '’') if alphanumeric(1) => false,
        Some('.') if alphanumeric(1) => first_word(text.get(at..).unwrap()).chars().count() != 1,
        _ => true,
    }
}

/// Whether a name may end here.
fn ends(text: &str, at: usize) -> bool {
    let last = text.get(..at).unwrap().chars().next_back().unwrap();
    let rest = text.get(at..).unwrap();
    let Some(next) = rest.chars().next() else { return true };
    let behind = rest.get(next.len_utf8()..).unwrap();
    let word = first_word(behind);
    if last == '.' {
        let letter = first_word(rest);
        return !(letter.chars().count() == 1
            && rest.get(letter.len()..).unwrap().starts_with('.'));
    }
    if !last.is_alphanumeric() {
        return true;
    }
    match next {
        c if c.is_alphanumeric() => false,
        '\'' | '’' => word.is_empty(),
        '.' => {
            let mut before = text.get(..at).unwrap().chars().rev();
            let single = before.next().is_some_and(char::is_uppercase)
                && !before.next().is_some_and(char::is_alphanumeric);
            !single || word.is_empty()
        }
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn all_matches_are_what_trying_everything_finds(names in list(), text in phrase(12)) {
        let gazetteer = compile(&names);
        let found: Vec<Match> = gazetteer.find_all(&text).collect();
        let set: BTreeSet<Match> = found.iter().copied().collect();
        prop_assert!(found.is_sorted());
        prop_assert_eq!(set.len(), found.len());
        prop_assert_eq!(set, oracle(&gazetteer, &text), "{:?} in {:?}", names, text);
    }

    #[test]
    fn the_longest_are_the_leftmost_longest_of_all(names in list(), text in phrase(12)) {
        let gazetteer = compile(&names);
        let mut all: Vec<Match> = gazetteer.find_all(&text).collect();
        all.sort_by_key(|found| (found.span.start(), u32::MAX - found.span.end()));
        let mut expected: Vec<Match> = Vec::new();
        for found in all {
            if expected.last().is_none_or(|last| last.span.end() <= found.span.start()) {
                expected.push(found);
            }
        }
        prop_assert_eq!(gazetteer.find(&text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn any_text_gives_spans_of_it(names in prop::collection::vec("\\PC{1,12}", 0..8), text in "(\\PC|\n){0,80}") {
        let names: Vec<_> = names.into_iter().map(|name| (name, CasePolicy::Fold)).collect();
        let gazetteer = compile(&names);
        let text = names.iter().fold(text, |text, (name, _)| text + " " + name);
        for found in gazetteer.find_all(&text) {
            let surface = found.span.get(&text).unwrap();
            prop_assert_eq!(gazetteer.lookup(surface), Some(found.name));
            prop_assert!(gazetteer.entries(found.name).next().is_some());
        }
    }

    #[test]
    fn rows_in_any_order_give_the_same_bytes(names in list(), seed in any::<u64>()) {
        let mut builder = GazetteerBuilder::new();
        let mut shuffled = GazetteerBuilder::new();
        let spec = |(index, (name, policy)): (usize, &(String, CasePolicy))| {
            EntrySpec::new(EntryKind::Other, name.as_str())
                .with_case(*policy)
                .with_id(["a", "b", ""][index % 3])
                .with_weight(index as u32 % 2)
                .with_field("row", index.to_string())
        };
        let mut rows: Vec<EntrySpec> = names.iter().enumerate().map(spec).collect();
        for row in rows.clone() { let _ = builder.add(row); }
        let length = rows.len().max(1);
        rows.rotate_left(seed as usize % length);
        rows.reverse();
        for row in rows { let _ = shuffled.add(row); }
        prop_assert_eq!(builder.into_bytes().unwrap(), shuffled.into_bytes().unwrap());
    }

    #[test]
    fn layers_find_what_one_gazetteer_of_all_would(one in list(), two in list(), text in phrase(12)) {
        let both: Vec<_> = one.iter().chain(&two).cloned().collect();
        let (one, two, both) = (compile(&one), compile(&two), compile(&both));
        let layers = Layers::new([&one, &two]);
        let layered: Vec<Span> = layers.find(&text).map(|found| found.span).collect();
        let whole: Vec<Span> = both.find(&text).map(|found| found.span).collect();
        prop_assert_eq!(layered, whole);
    }

    #[test]
    fn names_that_begin_like_a_text_are_all_of_them_in_order(names in list(), prefix in "[abAB]{0,3}") {
        let gazetteer = compile(&names);
        let key = |id| fold_key(gazetteer.name(id).unwrap());
        let all: Vec<String> = gazetteer.starting_with("").map(key).collect();
        prop_assert!(all.is_sorted());
        let mut known = names.iter().filter(|(name, _)| gazetteer.lookup(name).is_some());
        prop_assert!(known.all(|(name, _)| gazetteer.starting_with(name.trim()).next().is_some()));
        let wanted = fold_key(&prefix);
        let expected: Vec<&String> = all.iter().filter(|key| key.starts_with(&wanted)).collect();
        let found: Vec<String> = gazetteer.starting_with(&prefix).map(key).collect();
        prop_assert_eq!(found.iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn similar_names_are_those_that_counting_finds(names in list(), wanted in "[abAB]{1,3}", edits in 0usize..3) {
        let gazetteer = compile(&names);
        let mut expected = BTreeMap::new();
        for id in gazetteer.starting_with("") {
            let key = fold_key(gazetteer.name(id).unwrap());
            let distance = distance(&key, &fold_key(&wanted));
            if distance <= edits { expected.insert(key, distance); }
        }
        let found: BTreeMap<String, usize> = gazetteer
            .similar(&wanted, edits)
            .into_iter()
            .map(|near| (fold_key(gazetteer.name(near.name).unwrap()), near.edits))
            .collect();
        prop_assert_eq!(found, expected);
    }
}

fn fold_key(name: &str) -> String {
    let lower = name.replace('İ', "i").replace('ß', "ss").to_lowercase();
    lower.trim().replace(". ", ".")
}

fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
