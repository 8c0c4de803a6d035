//! The project's own stories with full gold: quotation and full name, chains, parts, datelines.
//!
//! Errors are shown of the sets that may be read, unless the others are asked for: nobody tunes on them
//! by accident.

use super::Failure;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use wirecopy::{Analyzer, Nested, QuoteModel};
use wirecopy_tests::gold::score::{Counts, f1, percent};
use wirecopy_tests::gold::{Set, analysis, score, stories};

/// How the sets are read and what is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options<'a> {
    /// File of weights for quotations in place of the embedded ones.
    pub(crate) model: Option<&'a Path>,
    /// Without weights.
    pub(crate) rules: bool,
    /// The gold marks every attribution within another; fewer are given by the other levels.
    pub(crate) nested: Nested,
    /// Print the errors of the sets that may be read.
    pub(crate) show: bool,
    /// Print those of the others.
    pub(crate) show_test: bool,
}

/// Scores all sets.
pub(crate) fn run(options: Options<'_>) -> Result<(), Failure> {
    let mut reader = Analyzer::new().nested(options.nested).models(!options.rules);
    if let Some(path) = options.model {
        reader = reader.quote_model(Arc::new(QuoteModel::from_bytes(fs::read(path)?)?));
    }
    header();
    for half in Set::ALL {
        let mut counts = Counts::default();
        let mut errors = Vec::new();
        for story in stories(half)? {
            let analysis = analysis(&story, &reader);
            let is_probe = Set::PROBES.contains(&half);
            let compare = if is_probe { score::compare_quotes } else { score::compare };
            let (of_story, misses) = compare(&story, &analysis);
            counts += of_story;
            if is_probe && !misses.is_empty() {
                errors.push(format!("{} ({}): {}", story.name, story.about, story.text.trim()));
            }
            errors.extend(misses.into_iter().map(|miss| format!("{}: {miss}", story.name)));
        }
        print(half, &counts);
        if if half.may_be_read() { options.show } else { options.show_test } {
            for error in errors {
                outln!("  {error}");
            }
        }
    }
    Ok(())
}

/// The names of the figures.
pub(crate) fn header() {
    outln!("{} {:>7} {:>7} {:>7} {:>7}", header_of_quotes(), "names", "chains", "parts", "dline");
}

/// The figures of a set; of probes those of quotations only.
pub(crate) fn print(half: Set, counts: &Counts) {
    if Set::PROBES.contains(&half) {
        outln!("{}", quotes(&format!("gold/{}", half.name()), counts));
        return;
    }
    outln!(
        "{} {:7.1} {:7.1} {:7.1} {:7.1}",
        quotes(&format!("gold/{}", half.name()), counts),
        f1(counts.mentions),
        percent(counts.chains[1], counts.chains[0]),
        f1(counts.parts),
        percent(counts.datelines, counts.stories),
    );
}

/// The names of the figures that say how attributions were found.
pub(crate) fn header_of_quotes() -> String {
    format!(
        "{:28} {:>9} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "set", "q+name", "speech", "P", "R", "F", "kind", "act"
    )
}

/// How the attributions of a set were found.
pub(crate) fn quotes(set: &str, counts: &Counts) -> String {
    let [wanted, given, found] = counts.quotes;
    format!(
        "{:28} {:9.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1} {:7.1}",
        format!("{set} ({wanted} quotes)"),
        counts.quote_and_name(),
        percent(counts.speech[1], counts.speech[0]),
        percent(found, given),
        percent(found, wanted),
        f1(counts.quotes),
        percent(counts.kind, found),
        percent(counts.act, found),
    )
}
