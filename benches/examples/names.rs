//! Writes the names and the copy of the gazetteer's benchmark, for the benchmark in Python.
//!
//! `cargo run --release -p wirecopy-benches --example names -- 200000 20000000 target`: so many names
//! into names.txt, one a line, so many bytes of copy into copy.txt.

use std::path::Path;
use wirecopy_benches::names::{names, varied};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, or| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(or);
    let folder = Path::new(arguments.get(2).map_or("target", String::as_str));
    let names = names(number(0, 200_000));
    std::fs::write(folder.join("copy.txt"), varied(&names, number(1, 20_000_000)))?;
    std::fs::write(folder.join("names.txt"), names.join("\n") + "\n")
}
