//! The classifier of sentence boundaries: logistic regression over features, trained with AdaGrad,
//! rounded to one byte a weight and written as a table of hashes.
//!
//! Every document that also stands in a development set is left out. The order of the examples
//! comes from a fixed seed, so the same data give the same weights.

use crate::score::Failure;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::{Observation, TABLE, Tokenizer, place_of};

/// The sets to learn from.
const TRAIN: [&str; 2] = ["ewt-train", "gum-all-train"];
/// The sets whose documents are left out.
const DEVELOPMENT: [&str; 4] = ["ewt-dev", "gum-all-dev", "gum-news-devx", "wsj-sample-a"];
/// What one logit is in a weight; as in `wirecopy_token`'s `learned.rs`.
const UNIT: f64 = 16.0;

/// Arguments of `wirecopy-dev train sentences`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Folder with the training sets.
    #[arg(long, default_value = "../shared/eval/tokens")]
    data: PathBuf,
    /// Where the weights go.
    #[arg(long, default_value = "crates/wirecopy-token/data/en/sentences.weights")]
    out: PathBuf,
    /// Passes over the examples, in each run.
    #[arg(long, default_value_t = 6)]
    epochs: u32,
    /// Runs, each with another order of the examples, whose weights are averaged.
    #[arg(long, default_value_t = 10)]
    runs: u32,
    /// Strength of the pull towards zero.
    #[arg(long, default_value_t = 1e-2)]
    shrink: f64,
    /// Features seen less often than this have no weight.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// Writes nothing, and prints what the weights are worth by cross-validation in so many folds.
    #[arg(long)]
    folds: Option<usize>,
}

/// A document: its text, and where its gold sentences lie, in bytes.
struct Document {
    set: usize,
    text: String,
    gold: Vec<Span>,
    examples: Vec<Observation>,
}

/// Trains and writes the weights; with folds, only says what they are worth.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let documents = documents(&arguments.data)?;
    if let Some(folds) = arguments.folds {
        cross_validate(&documents, folds, arguments);
        return Ok(());
    }
    let examples: Vec<&Observation> =
        documents.iter().flat_map(|document| &document.examples).collect();
    let ends = examples.iter().filter(|example| example.gold).count();
    let rules = examples.iter().filter(|example| example.gold == example.rule).count();
    outln!("{} places, {ends} boundaries, the rules right at {rules}", examples.len());
    fs::write(&arguments.out, fit(&examples, arguments))?;
    Ok(())
}

/// The documents of the training sets that stand in no development set.
fn documents(folder: &Path) -> Result<Vec<Document>, Failure> {
    let mut left_out = BTreeSet::new();
    for set in DEVELOPMENT {
        for gold in read(folder, set)? {
            left_out.extend(gold.get("id").and_then(Value::as_str).map(str::to_owned));
        }
    }
    let tokenizer = Tokenizer::default();
    let mut documents = Vec::new();
    let mut skipped = 0;
    for (index, set) in TRAIN.iter().enumerate() {
        for gold in read(folder, set)? {
            if left_out.contains(gold.get("id").and_then(Value::as_str).unwrap_or("")) {
                skipped += 1;
                continue;
            }
            let text = gold.get("text").and_then(Value::as_str).unwrap_or("").to_owned();
            let spans = sentences(&gold, &text);
            let ends: Vec<u32> = spans.iter().map(|span| span.end()).collect();
            let examples = tokenizer.observe(&text, &ends);
            documents.push(Document { set: index, text, gold: spans, examples });
        }
    }
    outln!("{} documents ({skipped} of the development sets left out)", documents.len());
    Ok(documents)
}

/// Trains on all folds but one, reads that one, and prints the sentence span F1 of each set.
fn cross_validate(documents: &[Document], folds: usize, arguments: &Arguments) {
    let tokenizer = Tokenizer::default();
    let mut counts = [(0, 0, 0); TRAIN.len()];
    for fold in 0..folds {
        let (inside, outside): (Vec<_>, Vec<_>) =
            documents.iter().enumerate().partition(|(index, _)| index % folds == fold);
        let examples: Vec<&Observation> =
            outside.iter().flat_map(|(_, document)| &document.examples).collect();
        let table = fit(&examples, arguments);
        for (_, document) in inside {
            let tokens = tokenizer.tokenize_weighted(&document.text, &table);
            let found: BTreeSet<Span> = tokens.sentences().iter().map(Spanned::span).collect();
            let gold: BTreeSet<Span> = document.gold.iter().copied().collect();
            if let Some((right, given, wanted)) = counts.get_mut(document.set) {
                *right += found.intersection(&gold).count();
                *given += found.len();
                *wanted += gold.len();
            }
        }
    }
    for (set, (right, given, wanted)) in TRAIN.iter().zip(counts) {
        let f1 = 200.0 * right as f64 / (given + wanted).max(1) as f64;
        outln!("{set:14} sentences {f1:.2}");
    }
}

/// The documents of a set.
fn read(folder: &Path, set: &str) -> Result<Vec<Value>, Failure> {
    let file = File::open(folder.join(format!("{set}.jsonl")))?;
    let mut documents = Vec::new();
    for line in BufReader::new(file).lines() {
        documents.push(serde_json::from_str(&line?)?);
    }
    Ok(documents)
}

/// The gold sentences, in bytes.
fn sentences(gold: &Value, text: &str) -> Vec<Span> {
    let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
    bytes.push(text.len() as u32);
    let spans = gold.get("sentences").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let offset = |span: &Value, side: usize| -> Option<u32> {
        bytes.get(usize::try_from(span.get(side)?.as_u64()?).ok()?).copied()
    };
    spans.iter().filter_map(|span| Some(Span::new(offset(span, 0)?, offset(span, 1)?))).collect()
}

/// The table of the classifier, learnt from `examples`.
fn fit(examples: &[&Observation], arguments: &Arguments) -> [u8; TABLE] {
    let mut counts = BTreeMap::new();
    for hash in examples.iter().flat_map(|example| &example.features) {
        *counts.entry(*hash).or_insert(0_u32) += 1;
    }
    counts.retain(|_, count| *count >= arguments.least);
    let features: Vec<(u32, u32)> = counts.into_iter().collect();
    let index = |hash: &u32| features.binary_search_by_key(hash, |(hash, _)| *hash).ok();
    let rows: Vec<(Vec<usize>, bool)> = examples
        .iter()
        .map(|example| (example.features.iter().filter_map(index).collect(), example.gold))
        .collect();
    let weights = descend(&rows, features.len(), arguments);
    let mut entries: Vec<(f64, u32, i8)> = features
        .iter()
        .zip(weights)
        .map(|((hash, count), weight)| {
            let rounded = (weight * UNIT).round().clamp(-127.0, 127.0) as i8;
            (weight.abs() * f64::from(*count).sqrt(), *hash, rounded)
        })
        .filter(|(_, _, weight)| *weight != 0)
        .collect();
    // Of features with the same slot, the one that matters most has it.
    entries.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut table = [0; TABLE];
    for (_, hash, weight) in entries {
        let (slot, check) = place_of(hash);
        if let Some([stored, free @ 0]) = table.get_mut(2 * slot..2 * slot + 2) {
            (*stored, *free) = (check, weight.to_ne_bytes()[0]);
        }
    }
    table
}

/// Logistic regression with AdaGrad, averaged over all passes of several runs: a single run leans
/// towards the examples it saw last, and the order is chance.
fn descend(rows: &[(Vec<usize>, bool)], features: usize, arguments: &Arguments) -> Vec<f64> {
    let mut sums = vec![0.0; features];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut state = 0x5EED_u64;
    for _ in 0..arguments.runs {
        let mut weights = vec![0.0; features];
        let mut squares = vec![1e-6; features];
        for _ in 0..arguments.epochs {
            shuffle(&mut order, &mut state);
            for (row, gold) in order.iter().filter_map(|index| rows.get(*index)) {
                step(row, *gold, &mut weights, &mut squares, arguments.shrink);
            }
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                *sum += *weight;
            }
        }
    }
    let passes = f64::from(arguments.runs * arguments.epochs);
    sums.iter().map(|sum| sum / passes).collect()
}

/// Moves the weights of one example towards what it says.
fn step(row: &[usize], gold: bool, weights: &mut [f64], squares: &mut [f64], shrink: f64) {
    const RATE: f64 = 0.2;
    let sum: f64 = row.iter().filter_map(|feature| weights.get(*feature)).sum();
    let slope = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(gold));
    for feature in row {
        let slot = weights.get_mut(*feature).zip(squares.get_mut(*feature));
        let Some((weight, square)) = slot else { continue };
        let gradient = slope + shrink * *weight;
        *square += gradient * gradient;
        *weight -= RATE * gradient / square.sqrt();
    }
}

/// Fisher and Yates, with numbers from a fixed seed.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = (*state >> 33) as usize % (last + 1);
        order.swap(last, other);
    }
}
