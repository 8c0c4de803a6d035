//! The tagger of quotations: what `wirecopy train` does, on the training set and those of our own
//! gold stories that are for training, which are in styles that the set does not have.

use crate::score::{self, Failure};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::sync::Arc;
use wirecopy::QuoteModel;
use wirecopy_tests::gold::{Set, Story, analysis, export, reader, score as gold, stories};

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
    /// Write no weights: leave out each of so many parts of our own stories in turn, and score what was
    /// learned from the rest on it.
    #[arg(long)]
    folds: Option<usize>,
    /// Print the errors, too, in the sets that may be read.
    #[arg(long)]
    show: bool,
    /// How often each of our own stories is read: they are few.
    #[arg(long, default_value_t = 3)]
    own: usize,
}

/// Trains and writes the weights, or cross-validates.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let lines = BufReader::new(File::open(&arguments.data)?).lines();
    let lines: Vec<String> =
        lines.take(arguments.stories.unwrap_or(usize::MAX)).collect::<Result<_, _>>()?;
    let mut own: Vec<(Set, Story)> = Vec::new();
    for set in Set::LEARNED {
        own.extend(stories(set)?.into_iter().map(|story| (set, story)));
    }
    if let Some(folds) = arguments.folds {
        return cross_validate(&lines, &own, folds, arguments);
    }
    let model = fit(&lines, &own, arguments.own, |_| true)?;
    fs::write(&arguments.out, model.as_bytes())?;
    outln!(
        "{}: {} stories, {} bytes",
        arguments.out.display(),
        lines.len() + arguments.own * own.len(),
        model.as_bytes().len()
    );
    Ok(())
}

/// Learns from the annotated stories, and `times` from those of our own whose number `is_learned` keeps.
fn fit(
    lines: &[String],
    own: &[(Set, Story)],
    times: usize,
    is_learned: impl Fn(usize) -> bool,
) -> Result<QuoteModel, Failure> {
    let own = own.iter().enumerate().filter(|(number, _)| is_learned(*number));
    let own: Vec<String> =
        own.map(|(_, (set, story))| export::record(set.name(), story).to_string()).collect();
    let mut all = lines.to_vec();
    (0..times).for_each(|_| all.extend_from_slice(&own));
    Ok(wirecopy::train::quotes(all.join("\n").as_bytes())?)
}

/// Scores each part of our own stories by what was learned from everything else.
fn cross_validate(
    lines: &[String],
    own: &[(Set, Story)],
    folds: usize,
    arguments: &Arguments,
) -> Result<(), Failure> {
    let mut counts = Set::LEARNED.map(|set| (set, gold::Counts::default()));
    for fold in 0..folds {
        let model = fit(lines, own, arguments.own, |number| number % folds != fold)?;
        let reader = reader().quote_model(Arc::new(model));
        for (_, (set, story)) in own.iter().enumerate().filter(|(number, _)| number % folds == fold)
        {
            let got = analysis(story, &reader);
            let (of_story, misses) = gold::compare(story, &got);
            counts.iter_mut().filter(|(of, _)| of == set).for_each(|(_, all)| *all += of_story);
            for miss in misses.iter().filter(|_| arguments.show && set.may_be_read()) {
                outln!("  {}: {miss}", story.name);
            }
        }
    }
    score::gold::header();
    counts.iter().for_each(|(set, counts)| score::gold::print(*set, counts));
    Ok(())
}
