//! The tagger of quotations: what `wirecopy train` does, on the training set and those of our own
//! gold stories that are for training, which are in styles that the set does not have.

use crate::score::Failure;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use wirecopy_tests::gold::{Set, export, stories};

/// Arguments of `wirecopy-dev train quotes`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Annotated stories, one JSON object a line.
    #[arg(long, default_value = "../shared/eval/quotes/polnear-train.jsonl")]
    data: PathBuf,
    /// Where the weights go.
    #[arg(long, default_value = "crates/wirecopy-model-data/src/weights/quotes.lin")]
    out: PathBuf,
    /// Use the first stories only, for a learning curve.
    #[arg(long)]
    stories: Option<usize>,
}

/// How often each of our own stories is read: they are few.
const OWN: usize = 4;

/// Trains and writes the weights.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lines = BufReader::new(File::open(&arguments.data)?).lines();
    let mut lines: Vec<String> =
        lines.take(arguments.stories.unwrap_or(usize::MAX)).collect::<Result<_, _>>()?;
    let mut own: Vec<String> = Vec::new();
    for set in [Set::Train, Set::Short, Set::More] {
        own.extend(stories(set)?.iter().map(|story| export::record(set, story).to_string()));
    }
    (0..OWN).for_each(|_| lines.extend_from_slice(&own));
    let model = wirecopy::train::quotes(lines.join("\n").as_bytes())?;
    fs::write(&arguments.out, model.as_bytes())?;
    println!(
        "{}: {} stories, {} bytes",
        arguments.out.display(),
        lines.len(),
        model.as_bytes().len()
    );
    Ok(())
}
