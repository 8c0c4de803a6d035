//! The tagger and parser of wirecopy-syntax, from automatic parses of news.

use crate::corenlp::{self, Forms};
use crate::score::Failure;
use std::fs;
use std::path::PathBuf;
use wirecopy_syntax::train::{Example, Trainer};

/// Arguments of `wirecopy-dev train syntax`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Folder with the parses and the texts.
    #[arg(long, default_value = "../shared/eval/quotes")]
    data: PathBuf,
    /// Folder for the weights.
    #[arg(long, default_value = "crates/wirecopy-model-data/src/weights")]
    out: PathBuf,
    /// Binary logarithms of the rows for tags, actions and relations.
    #[arg(long, value_delimiter = ',', default_value = "15,19,16")]
    bits: Vec<u32>,
    /// Passes over the sentences for tags and for the parser.
    #[arg(long, value_delimiter = ',', default_value = "6,6")]
    epochs: Vec<u32>,
}

/// Trains and writes the weights.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let sentences = corenlp::read(&arguments.data, "train", &mut Forms::new())?;
    let examples: Vec<Example> = sentences.into_iter().map(|sentence| sentence.example).collect();
    let words: usize = examples.iter().map(|example| example.words.len()).sum();
    outln!("{} sentences, {words} words", examples.len());
    let mut trainer = Trainer::default();
    if let [tags, actions, relations] = arguments.bits[..] {
        (trainer.tag_bits, trainer.action_bits, trainer.relation_bits) = (tags, actions, relations);
    }
    if let [tags, parser] = arguments.epochs[..] {
        (trainer.tag_epochs, trainer.parse_epochs) = (tags, parser);
    }
    let (model, reports) = trainer.fit(&examples)?;
    let files = ["syntax-tags.lin", "syntax-actions.lin", "syntax-relations.lin"];
    for ((file, bytes), report) in files.iter().zip(model.as_bytes()).zip(&reports) {
        outln!("## {file}, {} bytes\n{report}", bytes.len());
        fs::write(arguments.out.join(file), bytes)?;
    }
    Ok(())
}
