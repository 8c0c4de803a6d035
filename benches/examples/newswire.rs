//! Writes stories with the vocabulary of newswire, for the benchmark of tokens in Python.
//!
//! `cargo run --release -p wirecopy-benches --example newswire -- 20000000 > target/newswire.txt`; stories are
//! parted by U+001E.

use std::io::{Write as _, stdout};
use wirecopy_benches::{stories, with_rare_words};

fn main() -> std::io::Result<()> {
    let bytes = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(1_000_000);
    let text = stories(bytes).join("\u{1e}");
    stdout().lock().write_all(with_rare_words(&text).as_bytes())
}
