//! How fast are date expressions found and resolved?
//!
//! One thread, over made-up news copy and over copy that was made to hurt: a word that is a month
//! or a verb again and again, digits without end, and nothing but dates. `floor` finds the spaces of the
//! same text with `memchr` and knows no rule at all.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wirecopy_benches::news;
use wirecopy_date::{Anchor, AnchorSource, Date, find_dates};

/// Bytes of copy.
const SIZE: usize = 4_000_000;

fn dates(criterion: &mut Criterion) {
    let day = Date::new(2013, 8, 12).expect("a day of the calendar");
    let anchor = Some(Anchor::new(day, AnchorSource::Dateline));
    let copy = news(SIZE);
    assert!(
        find_dates(&copy, anchor).len() > SIZE / 2000,
        "a bench that finds nothing says nothing"
    );
    let inputs = [
        ("news", copy),
        ("May May May", "May ".repeat(SIZE / 4)),
        ("digits", "1234567890".repeat(SIZE / 10)),
        ("dates only", "Friday, Aug. 9, two days ago, ".repeat(SIZE / 30)),
    ];
    let mut group = criterion.benchmark_group("dates");
    group.sample_size(10);
    for (name, text) in &inputs {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{name}, floor"), |bencher| {
            let spaces = |text: &str| memchr::memchr_iter(b' ', text.as_bytes()).count();
            bencher.iter(|| black_box(spaces(black_box(text))));
        });
        group.bench_function(*name, |bencher| {
            bencher.iter(|| black_box(find_dates(black_box(text), anchor)).len());
        });
    }
    group.finish();
}

criterion_group!(benches, dates);
criterion_main!(benches);
