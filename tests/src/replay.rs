//! The files of `stories/` and `cases/`, through the facade.

use crate::known_wrong;
use crate::story::{Expectation, Report, against_known, compare};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use wirecopy::json::JsonOptions;
use wirecopy::{Analyzer, Article};

/// A story or case with its expectation, and the file that it is in.
#[derive(Debug, Clone)]
pub struct Example {
    /// The file's stem, and a case's own name after a slash.
    pub name: String,
    /// The text.
    pub text: String,
    /// What is right.
    pub gold: Expectation,
}

/// What one example gave.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// As in [`Example`].
    pub name: String,
    /// The comparison.
    pub report: Report,
    /// Differences that are not in `known_wrong`.
    pub new: Vec<String>,
    /// Differences in `known_wrong` that are gone.
    pub gone: Vec<String>,
}

/// The folder of this package.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a file name").to_string_lossy().into_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every story, sorted by name.
pub fn stories() -> Vec<Example> {
    toml_files(&folder().join("stories")).iter().map(|path| story(path)).collect()
}

fn story(path: &Path) -> Example {
    let name = stem(path);
    let mut gold: Expectation =
        toml::from_str(&read(path)).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
    // In a story everything is asked.
    gold.no_dateline = gold.dateline.is_none();
    gold.dates.get_or_insert_default();
    gold.entities.get_or_insert_default();
    gold.quotes.get_or_insert_default();
    assert!(gold.parts.is_some() && gold.about.is_some(), "{name}.toml: about and parts");
    Example { text: read(&path.with_extension("txt")), gold, name }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    case: Vec<Expectation>,
}

/// Every case, in the order of files and of cases within.
pub fn cases() -> Vec<Example> {
    let files = toml_files(&folder().join("cases"));
    files.iter().flat_map(|path| cases_of(path)).collect()
}

fn cases_of(path: &Path) -> Vec<Example> {
    let file = stem(path);
    let cases: CaseFile =
        toml::from_str(&read(path)).unwrap_or_else(|error| panic!("{file}.toml: {error}"));
    cases
        .case
        .into_iter()
        .map(|gold| Example {
            name: format!("{file}/{}", gold.name.as_deref().expect("a case has a name")),
            text: gold.text.clone().expect("a case has a text"),
            gold,
        })
        .collect()
}

fn analyzer(day: Option<&String>) -> Analyzer {
    published(Analyzer::new(), day)
}

fn published(analyzer: Analyzer, day: Option<&String>) -> Analyzer {
    match day {
        Some(day) => analyzer.published(day.parse().expect("a day")),
        None => analyzer,
    }
}

fn json(article: Article<'_>) -> Value {
    let options = JsonOptions::new().with_tokens();
    serde_json::from_str(&article.to_json(options).expect("an article is JSON"))
        .expect("JSON reads back")
}

/// The analysis that an expectation asks for, in JSON with code points.
///
/// The whole analysis; where only tokens and sentences are asked the tokenizer alone, and where a
/// case has an `anchor` ("none" for none) the date finder alone.
pub fn analysis(text: &str, gold: &Expectation) -> Value {
    let mut got = json(analyzer(gold.published.as_ref()).analyze(text).expect("not too long"));
    if gold.tokens.is_some() || gold.sentences.is_some() {
        let alone = json(Analyzer::new().tokenize(text).expect("not too long"));
        got["tokens"] = alone["tokens"].clone();
        got["sentences"] = alone["sentences"].clone();
    }
    if let Some(anchor) = &gold.anchor {
        let anchor = Some(anchor).filter(|anchor| *anchor != "none");
        let alone = json(analyzer(anchor).find_dates(text).expect("not too long"));
        got["dates"] = alone["dates"].clone();
    }
    got
}

/// The whole analysis of a story published on a day, by an analyzer with options of its own.
pub fn analysis_by(text: &str, day: Option<&String>, analyzer: Analyzer) -> Value {
    json(published(analyzer, day).analyze(text).expect("not too long"))
}

/// Analyses an example and compares.
pub fn replay(example: &Example) -> Replayed {
    let report = compare(&example.text, &example.gold, &analysis(&example.text, &example.gold));
    let (new, gone) = against_known(&report.differences, &example.gold.known_wrong);
    Replayed { name: example.name.clone(), report, new, gone }
}

/// Fails with every new and vanished difference, after printing the score.
///
/// # Panics
/// If a difference is not known, or a known one is gone.
pub fn judge(what: &str, replayed: &[Replayed]) {
    let sum = |of: fn(&Report) -> usize| -> usize { replayed.iter().map(|r| of(&r.report)).sum() };
    let clean = replayed.iter().filter(|r| r.report.differences.is_empty()).count();
    println!(
        "{what}: {} of {} facts right, {} things too much; {clean} of {} without any difference",
        sum(|report| report.right),
        sum(|report| report.facts),
        sum(|report| report.unexpected),
        replayed.len()
    );
    let mut complaint = String::new();
    for result in replayed.iter().filter(|r| !r.new.is_empty() || !r.gone.is_empty()) {
        complaint.push_str(&format!("\n{}:\n", result.name));
        for line in &result.new {
            complaint.push_str(&format!("  new:  {line}\n"));
        }
        for line in &result.gone {
            complaint.push_str(&format!("  gone: {line}\n"));
        }
        let list = known_wrong::to_toml(&result.report.differences);
        complaint.push_str(&format!("its list would be (nothing, if empty):\n{list}"));
    }
    assert!(
        complaint.is_empty(),
        "\n{complaint}\nA new difference is a mistake to mend; where it must stay, or where a known \
         one is gone, put the list in the file, or all lists with\n    \
         cargo run -p wirecopy-tests --bin known-wrong\nand read the diff.\n"
    );
}

/// Writes today's differences into the files, and says which files changed.
///
/// # Panics
/// If a file cannot be read or written.
pub fn rewrite_known_wrong() -> Vec<String> {
    let mut changed = Vec::new();
    for path in toml_files(&folder().join("stories")) {
        let report = replay(&story(&path)).report;
        let before = read(&path);
        write_if_changed(
            &path,
            &before,
            &known_wrong::replace(&before, &report.differences, "parts = ["),
            &mut changed,
        );
    }
    for path in toml_files(&folder().join("cases")) {
        let before = read(&path);
        let mut pieces = before.split("[[case]]\n");
        let mut after = pieces.next().unwrap_or_default().to_owned();
        for (piece, example) in pieces.zip(cases_of(&path)) {
            let report = replay(&example).report;
            after.push_str("[[case]]\n");
            after.push_str(&known_wrong::replace(piece, &report.differences, "text = "));
        }
        write_if_changed(&path, &before, &after, &mut changed);
    }
    changed
}

fn write_if_changed(path: &Path, before: &str, after: &str, changed: &mut Vec<String>) {
    if before != after {
        fs::write(path, after).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        changed.push(stem(path));
    }
}
