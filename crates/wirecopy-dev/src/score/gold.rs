//! The project's own stories with full gold: quotation and full name, chains, parts, datelines.
//!
//! Errors are shown of the sets that may be read, unless the others are asked for: nobody tunes on them
//! by accident.

use super::Failure;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use wirecopy::QuoteModel;
use wirecopy_tests::gold::score::{Counts, f1, percent};
use wirecopy_tests::gold::{Set, Story, analysis, analysis_with, score, stories};

/// Scores all sets, with the weights for quotations in the file `model` or the embedded ones; `show` prints the errors of those that may be read, `show_test` of the others.
pub(crate) fn run(model: Option<&Path>, show: bool, show_test: bool) -> Result<(), Failure> {
    let model = match model {
        Some(path) => Some(Arc::new(QuoteModel::from_bytes(fs::read(path)?)?)),
        None => None,
    };
    let read = |story: &Story| match &model {
        Some(model) => analysis_with(story, Arc::clone(model)),
        None => analysis(story),
    };
    header();
    for half in Set::ALL {
        let mut counts = Counts::default();
        let mut errors = Vec::new();
        for story in stories(half)? {
            let (of_story, misses) = score::compare(&story, &read(&story));
            counts += of_story;
            errors.extend(misses.into_iter().map(|miss| format!("{}: {miss}", story.name)));
        }
        print(half, &counts);
        if if half.may_be_read() { show } else { show_test } {
            for error in errors {
                println!("  {error}");
            }
        }
    }
    Ok(())
}

/// The names of the figures.
pub(crate) fn header() {
    println!(
        "{:28} {:>9} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "set",
        "q+name",
        "speech",
        "P",
        "R",
        "F",
        "kind",
        "act",
        "names",
        "chains",
        "parts",
        "dline"
    );
}

/// The figures of a set.
pub(crate) fn print(half: Set, counts: &Counts) {
    let [wanted, given, found] = counts.quotes;
    println!(
        "{:28} {:9.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1}",
        format!("gold/{} ({wanted} quotes)", half.name()),
        counts.quote_and_name(),
        percent(counts.speech[1], counts.speech[0]),
        percent(found, given),
        percent(found, wanted),
        f1(counts.quotes),
        percent(counts.kind, found),
        percent(counts.act, found),
        f1(counts.mentions),
        percent(counts.chains[1], counts.chains[0]),
        f1(counts.parts),
        percent(counts.datelines, counts.stories),
    );
}
