//! The tagger of quotations: what `wirecopy train` does, on the training set.

use crate::score::Failure;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;

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

/// Trains and writes the weights.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lines = BufReader::new(File::open(&arguments.data)?).lines();
    let lines: Vec<String> =
        lines.take(arguments.stories.unwrap_or(usize::MAX)).collect::<Result<_, _>>()?;
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
