//! Scores: predictions in the scorers' formats, the scorers of `../shared/eval`, one table.
//!
//! Each area (tokens, dateline, dates, entities, quotes, syntax) is one file that turns a gold document
//! into a prediction line. The scorers themselves are the Python files beside the gold data: what counts
//! is computed outside this repository. The areas gold and real are the project's own (tests/gold), with
//! their scorer beside them.

mod dateline;
mod dates;
pub(crate) mod entities;
pub(crate) mod gold;
mod quotes;
mod real;
mod syntax;
mod tokens;

use serde_json::Value;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use wirecopy::Nested;

/// Arguments of `wirecopy-dev score`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Areas to score (gold, tokens, dateline, dates, entities, quotes, real, syntax); all of them by default.
    areas: Vec<String>,
    /// Folder with the gold sets and scorers.
    #[arg(long, default_value = "../shared/eval")]
    eval: PathBuf,
    /// Folder for the prediction files.
    #[arg(long, default_value = "target/score")]
    out: PathBuf,
    /// Weights to score instead of the embedded ones: for names in `entities`, else for quotations.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Score `gold` and `real` by rules alone.
    #[arg(long, conflicts_with = "model")]
    rules: bool,
    /// Pass `--show N` (or the scorer's like) to see errors.
    #[arg(long)]
    show: Option<u32>,
    /// Which attributions within others the product gives where the gold is our own, which marks all.
    #[arg(long, default_value = "all", value_parser = parse_nested)]
    nested: Nested,
    /// Show the errors of the held-out half of the gold, too: then it is held out no more.
    #[arg(long)]
    show_gold_test: bool,
}

/// The argument `nested`.
fn parse_nested(name: &str) -> Result<Nested, String> {
    let level = Nested::ALL.into_iter().find(|level| level.name() == name);
    level.ok_or_else(|| "expected none, told or all".to_owned())
}

/// What an area's file gets to work with.
#[derive(Debug)]
pub(crate) struct Bench<'a> {
    eval: &'a Path,
    out: &'a Path,
    /// Weights to score instead of the embedded ones.
    pub(crate) model: Option<&'a Path>,
    /// Without weights, where the area has no rows for both.
    pub(crate) rules: bool,
    /// How many errors the scorer should print.
    pub(crate) show: Option<u32>,
}

/// Anything that can go wrong in a development command.
pub(crate) type Failure = Box<dyn Error>;

/// What an area's file offers.
type Score = fn(&Bench<'_>) -> Result<(), Failure>;

/// Runs the areas asked for and prints what their scorers say.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.areas.is_empty() || arguments.areas.iter().any(|area| area == "gold") {
        outln!("## gold");
        gold::run(gold::Options {
            model: arguments.model.as_deref(),
            rules: arguments.rules,
            nested: arguments.nested,
            show: arguments.show.is_some(),
            show_test: arguments.show_gold_test,
        })?;
    }
    if !arguments.eval.is_dir() {
        outln!("score: SKIPPED, there is no folder {}", arguments.eval.display());
        return Ok(());
    }
    fs::create_dir_all(&arguments.out)?;
    let bench = Bench {
        eval: &arguments.eval,
        out: &arguments.out,
        model: arguments.model.as_deref(),
        rules: arguments.rules,
        show: arguments.show,
    };
    let areas: &[(&str, Score)] = &[
        ("tokens", tokens::score),
        ("dateline", dateline::score),
        ("dates", dates::score),
        ("entities", entities::score),
        ("quotes", quotes::score),
        ("quotes-train", quotes::score_train),
        ("real", real::score),
        ("syntax", syntax::score),
    ];
    for (name, score) in areas {
        if arguments.areas.is_empty() || arguments.areas.iter().any(|area| area == name) {
            outln!("## {name}");
            score(&bench)?;
        }
    }
    Ok(())
}

impl Bench<'_> {
    /// Path of a file of the evaluation folder.
    pub(crate) fn gold(&self, file: &str) -> PathBuf {
        self.eval.join(file)
    }

    /// Path of a file of the folder for predictions.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.out.join(file)
    }

    /// Reads the gold set `file`, writes one prediction per document, and gives the prediction file.
    pub(crate) fn predict(
        &self,
        file: &str,
        predict: impl Fn(&Value) -> Value,
    ) -> Result<PathBuf, Failure> {
        let path = self.out.join(file.replace('/', "-"));
        let mut out = BufWriter::new(File::create(&path)?);
        for line in BufReader::new(File::open(self.gold(file))?).lines() {
            let gold: Value = serde_json::from_str(&line?)?;
            writeln!(out, "{}", predict(&gold))?;
        }
        out.flush()?;
        Ok(path)
    }

    /// Runs a Python scorer and gives what it printed on standard output.
    pub(crate) fn scorer(&self, script: &str, arguments: &[&str]) -> Result<String, Failure> {
        let output = Command::new("python3").arg(self.gold(script)).args(arguments).output()?;
        if !output.stderr.is_empty() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
        }
        if !output.status.success() {
            return Err(format!("{script} failed: {}", output.status).into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
