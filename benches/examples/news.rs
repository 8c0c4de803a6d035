//! Writes the stories that the benchmarks use, for the benchmarks in Python.
//!
//! `cargo run --release -p wirecopy-benches --example news -- 20000000 > target/news.txt`; stories are
//! parted by U+001E.

use std::io::{Write as _, stdout};
use wirecopy_benches::stories;

fn main() -> std::io::Result<()> {
    let bytes = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(1_000_000);
    let mut out = stdout().lock();
    for story in stories(bytes) {
        write!(out, "{story}\u{1e}")?;
    }
    out.flush()
}
