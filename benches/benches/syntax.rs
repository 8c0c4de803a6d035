//! How many words a second are tagged and parsed? Some 200,000 are asked of one core.
//!
//! One thread, sentence by sentence; the words are cut beforehand.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wirecopy_benches::stories;
use wirecopy_syntax::{Model, Parser};
use wirecopy_token::tokenize;

/// Bytes of copy.
const SIZE: usize = 500_000;

/// The words of each sentence.
fn sentences(stories: &[String]) -> Vec<Vec<&str>> {
    let mut found = Vec::new();
    for story in stories {
        let tokens = tokenize(story);
        let mut words = tokens.words().map(|token| token.span()).peekable();
        for sentence in tokens.sentences() {
            let end = sentence.span().end();
            let within = std::iter::from_fn(|| words.next_if(|word| word.start() < end));
            found.push(within.map(|word| word.of(story)).collect());
        }
    }
    found
}

fn syntax(criterion: &mut Criterion) {
    let stories = stories(SIZE);
    let sentences = sentences(&stories);
    let words: usize = sentences.iter().map(Vec::len).sum();
    let model = Model::from_static(wirecopy_model_data::syntax()).expect("sound weights");
    let mut parser = Parser::new(&model);
    let parsed =
        sentences.iter().filter(|words| parser.parse(words.iter().copied()).root().is_some());
    assert_eq!(parsed.count(), sentences.iter().filter(|words| !words.is_empty()).count());

    let mut group = criterion.benchmark_group("syntax");
    group.throughput(Throughput::Elements(words as u64)).sample_size(10);
    group.bench_function("tags", |bencher| {
        bencher.iter(|| {
            let tags = sentences.iter().map(|words| parser.tag(words.iter().copied()).len());
            black_box(tags.sum::<usize>())
        });
    });
    group.bench_function("tags and heads", |bencher| {
        bencher.iter(|| {
            let parses = sentences.iter().map(|words| parser.parse(words.iter().copied()).len());
            black_box(parses.sum::<usize>())
        });
    });
    group.finish();
}

criterion_group!(benches, syntax);
criterion_main!(benches);
