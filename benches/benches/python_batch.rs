//! How fast is `wirecopy.analyze_many` from Python, with everything that Python adds?
//!
//! Runs the interpreter of `.venv` (the README's first command makes it) on generated stories and
//! takes the seconds that Python itself measured around the call. Says so and does nothing where
//! that interpreter is missing.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use wirecopy_benches::stories;

/// Bytes of copy.
const SIZE: usize = 2_000_000;

/// Reads stories, one a line with their newlines as U+241E, and prints the seconds of `count` batches.
const SCRIPT: &str = r#"
import sys, time, wirecopy
texts = [line.rstrip("\n").replace("\u241e", "\n") for line in open(sys.argv[1], encoding="utf-8")]
threads, count = int(sys.argv[2]), int(sys.argv[3])
articles = wirecopy.analyze_many(texts, threads=threads)
assert sum(len(a.quotes) for a in articles) > len(texts), "too few quotations"
start = time.perf_counter()
for _ in range(count):
    wirecopy.analyze_many(texts, threads=threads)
print(time.perf_counter() - start)
"#;

fn batch(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let python = root.join(".venv/bin/python");
    if !python.exists() {
        println!("python_batch: SKIPPED, there is no .venv (README's first command makes it)");
        return;
    }
    let stories = stories(SIZE);
    let bytes: usize = stories.iter().map(String::len).sum();
    let file = file_of(&stories);
    let mut group = criterion.benchmark_group("python analyze_many");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
    for threads in ["1", "2"] {
        group.bench_function(format!("{threads} threads"), |bencher| {
            bencher.iter_custom(|count| seconds(&python, &file, threads, count));
        });
    }
    group.finish();
}

fn file_of(stories: &[String]) -> PathBuf {
    let file = std::env::temp_dir().join("wirecopy-bench-stories.txt");
    let lines: Vec<String> = stories.iter().map(|story| story.replace('\n', "\u{241e}")).collect();
    std::fs::write(&file, lines.join("\n")).expect("the temporary folder can be written");
    file
}

fn seconds(python: &Path, file: &Path, threads: &str, count: u64) -> Duration {
    let output = Command::new(python)
        .args(["-c", SCRIPT])
        .arg(file)
        .args([threads, &count.to_string()])
        .output()
        .expect("python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8_lossy(&output.stdout);
    Duration::from_secs_f64(printed.trim().parse().expect("python prints seconds"))
}

criterion_group!(benches, batch);
criterion_main!(benches);
