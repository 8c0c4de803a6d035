//! How fast are 200,000 names found, against automata over the same names?
//!
//! The names are those of the embedded pack, filled up with given names and surnames put together.
//! The peers find the same strings byte for byte, leftmost-longest, and drop what does not stand
//! between word boundaries; unlike wirecopy they miss a name that is broken over two lines, and one
//! that is hidden by a longer one that ends inside a word.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use std::hint::black_box;
use wirecopy_benches::names::{names, varied};
use wirecopy_benches::news;
use wirecopy_gazetteer::{CasePolicy, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
use wirecopy_gazetteer_data::CORE;

/// Bytes of copy.
const SIZE: usize = 20_000_000;
/// Names in the list that is matched.
const MANY: usize = 200_000;

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
    assert!(size < 6_000_000, "{size} bytes of names");

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
