//! How fast is a whole story, and what does each stage cost?
//!
//! One thread, story by story, results kept until the story is done. `whole` is everything; each
//! other row leaves stages out, so that the difference is what they cost. The last two read the
//! stories as a batch does, stage by stage over piles of them.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wirecopy::{Analyzer, Article, Stage};
use wirecopy_benches::stories;

/// Bytes of copy.
const SIZE: usize = 2_000_000;

/// Something that can be counted in a result, so that a bench which does nothing fails.
fn count(stories: &[String], analyzer: &Analyzer, of: impl Fn(&Article<'_>) -> usize) -> usize {
    stories.iter().map(|story| of(&analyzer.analyze(story).expect("short enough"))).sum()
}

fn analyze(criterion: &mut Criterion) {
    let stories = stories(SIZE);
    let bytes: usize = stories.iter().map(String::len).sum();
    let whole = Analyzer::new();
    let bare = whole.clone().without(Stage::Dates).without(Stage::Entities).without(Stage::Quotes);
    let dates = whole.clone().without(Stage::Entities).without(Stage::Quotes);
    let entities = whole.clone().without(Stage::Dates).without(Stage::Quotes);
    let rules = whole.clone().models(false);
    let quotes_by_rules = rules.clone().without(Stage::Dates).without(Stage::Entities);
    let quotes = whole.clone().without(Stage::Dates).without(Stage::Entities);
    let sentences = count(&stories, &bare, |article| article.sentences().len());
    assert!(sentences > stories.len() * 5, "{sentences} sentences in {} stories", stories.len());
    assert!(count(&stories, &dates, |article| article.dates().len()) > stories.len());
    assert!(count(&stories, &entities, |article| article.mentions().len()) > stories.len() * 5);
    assert!(count(&stories, &quotes, |article| article.quotes().len()) > stories.len());

    let mut group = criterion.benchmark_group("analyze");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
    for (name, analyzer) in [
        ("parts, dateline, tokens", bare),
        ("+ dates", dates),
        ("+ entities", entities),
        ("+ quotes by rules", quotes_by_rules),
        ("+ quotes", quotes),
        ("whole by rules", rules),
        ("whole", whole),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(count(&stories, &analyzer, |a| a.sentences().len())));
        });
    }
    let piled = |analyzer: &Analyzer| -> usize {
        let outcomes = analyzer.analyze_pile(&mut stories.iter().map(String::as_str));
        outcomes.iter().flatten().map(|article| article.sentences().len()).sum()
    };
    for (name, analyzer) in [
        ("whole by rules, by the pile", Analyzer::new().models(false)),
        ("whole, by the pile", Analyzer::new()),
    ] {
        assert_eq!(piled(&analyzer), sentences);
        group.bench_function(name, |bencher| bencher.iter(|| black_box(piled(&analyzer))));
    }
    group.finish();
}

criterion_group!(benches, analyze);
criterion_main!(benches);
