//! How fast are 200,000 names found, against automata over the same names?
//!
//! The names are those of the embedded pack, filled up with given names and surnames put together.
//! The peers find the same strings byte for byte, leftmost-longest, and drop what does not stand
//! between word boundaries; unlike wirecopy they miss a name that is broken over two lines, and one
//! that is hidden by a longer one that ends inside a word.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use std::collections::BTreeSet;
use std::hint::black_box;
use wirecopy_benches::{news, stories};
use wirecopy_gazetteer::{CasePolicy, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
use wirecopy_gazetteer_data::{CORE, NAMES};

/// Bytes of copy.
const SIZE: usize = 20_000_000;
/// Words of a sentence that is made up of single words.
const SENTENCE: usize = 25;
/// Names in the list that is matched.
const MANY: usize = 200_000;

/// `count` different names.
fn names(count: usize) -> Vec<String> {
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
fn varied(names: &[String], bytes: usize) -> String {
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
    let words = of_field("common");
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
                match place {
                    8 => text.push_str(&names[below(names.len())]),
                    17 => text.push_str(&surnames[below(surnames.len())]),
                    _ => text.push_str(&words[rare * below(words.len()) / words.len()]),
                }
                text.push(if place % 12 == 11 { '\n' } else { ' ' });
            }
            text.push_str(".\n");
        }
        text.push('\n');
    }
    text
}

fn compile(names: &[String], policy: CasePolicy) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    for name in names {
        let spec = EntrySpec::new(EntryKind::Other, name.as_str()).with_case(policy);
        builder.add(spec).expect("a name of the pack");
    }
    builder.build().expect("it fits")
}

fn between_words(text: &str, start: usize, end: usize) -> bool {
    let word = |at: Option<usize>| {
        at.and_then(|at| text.as_bytes().get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
    };
    !word(start.checked_sub(1)) && !word(Some(end))
}

fn aho_corasick(automaton: &AhoCorasick, text: &str) -> usize {
    let found = automaton.find_iter(text);
    found.filter(|found| between_words(text, found.start(), found.end())).count()
}

fn daachorse(automaton: &DoubleArrayAhoCorasick<u32>, text: &str) -> usize {
    let found = automaton.leftmost_find_iter(text);
    found.filter(|found| between_words(text, found.start(), found.end())).count()
}

fn find(c: &mut Criterion) {
    let names = names(MANY);
    let (text, stories) = (varied(&names, SIZE), news(SIZE));
    let exact = compile(&names, CasePolicy::Exact);
    let folding = compile(&names, CasePolicy::Fold);
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(&names)
        .expect("it fits");
    let double_array: DoubleArrayAhoCorasick<u32> = DoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build(&names)
        .expect("it fits");

    let count = exact.find(&text).count();
    assert!(count > SIZE / 1000, "{count} names found");
    assert!(exact.find_all(&text).count() >= count && folding.find(&text).count() >= count);
    let peers = [aho_corasick(&automaton, &text), daachorse(&double_array, &text)];
    assert!(peers.iter().all(|peer| peer.abs_diff(count) < count / 20), "{count}, {peers:?}");
    let entries = ["entry starts", "entries"];
    let sizes = exact.section_sizes().into_iter().filter(|(name, _)| !entries.contains(name));
    let size: usize = sizes.map(|(_, size)| size).sum();
    assert!(size < 6_500_000, "{size} bytes of names");

    let mut group = c.benchmark_group("gazetteer find");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    group.bench_function("wirecopy", |b| b.iter(|| exact.find(black_box(&text)).count()));
    group.bench_function("wirecopy, all", |b| b.iter(|| exact.find_all(black_box(&text)).count()));
    group.bench_function("wirecopy, any case", |b| {
        b.iter(|| folding.find(black_box(&text)).count())
    });
    group.bench_function("daachorse", |b| b.iter(|| daachorse(&double_array, black_box(&text))));
    group.bench_function("aho-corasick", |b| b.iter(|| aho_corasick(&automaton, black_box(&text))));
    group.finish();

    let mut group = c.benchmark_group("gazetteer find, few different words");
    group.throughput(Throughput::Bytes(stories.len() as u64)).sample_size(10);
    group.bench_function("wirecopy", |b| b.iter(|| exact.find(black_box(&stories)).count()));
    group.bench_function("daachorse", |b| b.iter(|| daachorse(&double_array, black_box(&stories))));
    group.bench_function("aho-corasick", |b| {
        b.iter(|| aho_corasick(&automaton, black_box(&stories)));
    });
    group.finish();
}

fn build(c: &mut Criterion) {
    let mut group = c.benchmark_group("gazetteer build");
    group.sample_size(10);
    for count in [MANY, 5 * MANY] {
        let names = names(count);
        assert!(compile(&names, CasePolicy::Exact).len() >= count * 99 / 100);
        group.bench_function(format!("{count} names"), |b| {
            b.iter(|| compile(black_box(&names), CasePolicy::Exact));
        });
    }
    group.finish();
}

fn open(c: &mut Criterion) {
    let core = Gazetteer::open_static(CORE).expect("the pack opens");
    assert!(core.verify().is_ok() && core.lookup("Moscow").is_some());
    let mut group = c.benchmark_group("gazetteer open");
    group.bench_function("open", |b| b.iter(|| Gazetteer::open_static(black_box(CORE))));
    group.bench_function("open and verify", |b| {
        b.iter(|| Gazetteer::open_static(black_box(CORE)).map(|core| core.verify()));
    });
    group.bench_function("lookup", |b| b.iter(|| core.lookup(black_box("United Nations"))));
    group.finish();
}

criterion_group!(benches, find, build, open);
criterion_main!(benches);
