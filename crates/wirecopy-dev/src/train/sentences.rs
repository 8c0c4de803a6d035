//! The classifier of sentence boundaries: logistic regression over hashed features, trained with
//! AdaGrad, rounded to one byte a weight.
//!
//! Every document that also stands in a development set is left out. The order of the examples
//! comes from a fixed seed, so the same data give the same weights.

use crate::score::Failure;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use wirecopy_token::{Observation, Tokenizer};

/// The sets to learn from.
const TRAIN: [&str; 2] = ["ewt-train", "gum-all-train"];
/// The sets whose documents are left out.
const DEVELOPMENT: [&str; 4] = ["ewt-dev", "gum-all-dev", "gum-news-devx", "wsj-sample-a"];
/// Number of weights, and what one logit is in a weight; as in `wirecopy_token`'s `learned.rs`.
const WEIGHTS: usize = 4096;
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
    /// Passes over the examples.
    #[arg(long, default_value_t = 8)]
    epochs: u32,
    /// Strength of the pull towards zero.
    #[arg(long, default_value_t = 1e-5)]
    shrink: f64,
}

/// Trains and writes the weights.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut left_out = BTreeSet::new();
    for set in DEVELOPMENT {
        for gold in read(&arguments.data, set)? {
            left_out.extend(gold.get("id").and_then(Value::as_str).map(str::to_owned));
        }
    }
    let tokenizer = Tokenizer::default();
    let mut examples = Vec::new();
    let (mut documents, mut skipped) = (0, 0);
    for set in TRAIN {
        for gold in read(&arguments.data, set)? {
            let id = gold.get("id").and_then(Value::as_str).unwrap_or("");
            if left_out.contains(id) {
                skipped += 1;
                continue;
            }
            documents += 1;
            let text = gold.get("text").and_then(Value::as_str).unwrap_or("");
            examples.extend(tokenizer.observe(text, &ends(&gold, text)));
        }
    }
    let ends = examples.iter().filter(|example| example.gold).count();
    let rules = examples.iter().filter(|example| example.gold == example.rule).count();
    println!("{documents} documents ({skipped} of the development sets left out)");
    println!("{} places, {ends} boundaries, the rules right at {rules}", examples.len());
    let weights = fit(&examples, arguments);
    let rounded: Vec<i8> =
        weights.iter().map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8).collect();
    let right = examples.iter().filter(|example| (score(&rounded, example) > 0) == example.gold);
    println!("the weights are right at {}", right.count());
    let bytes: Vec<u8> = rounded.iter().map(|weight| weight.to_ne_bytes()[0]).collect();
    fs::write(&arguments.out, bytes)?;
    Ok(())
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

/// The byte offsets at which the gold sentences end.
fn ends(gold: &Value, text: &str) -> Vec<u32> {
    let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
    bytes.push(text.len() as u32);
    let spans = gold.get("sentences").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let ends = spans.iter().filter_map(|span| span.get(1)?.as_u64());
    ends.filter_map(|end| bytes.get(usize::try_from(end).ok()?).copied()).collect()
}

/// Logistic regression with AdaGrad.
fn fit(examples: &[Observation], arguments: &Arguments) -> Vec<f64> {
    const RATE: f64 = 0.2;
    let mut weights = vec![0.0; WEIGHTS];
    let mut squares = vec![1e-6; WEIGHTS];
    let mut sums = vec![0.0; WEIGHTS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 0x5EED_u64;
    for _ in 0..arguments.epochs {
        shuffle(&mut order, &mut state);
        for example in order.iter().filter_map(|index| examples.get(*index)) {
            let sum: f64 =
                example.slots.iter().filter_map(|slot| weights.get(usize::from(*slot))).sum();
            let slope = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(example.gold));
            for slot in example.slots.iter().map(|slot| usize::from(*slot)) {
                if let (Some(weight), Some(square)) = (weights.get_mut(slot), squares.get_mut(slot))
                {
                    let gradient = slope + arguments.shrink * *weight;
                    *square += gradient * gradient;
                    *weight -= RATE * gradient / square.sqrt();
                }
            }
        }
        for (sum, weight) in sums.iter_mut().zip(&weights) {
            *sum += *weight;
        }
    }
    sums.iter().map(|sum| sum / f64::from(arguments.epochs)).collect()
}

/// The sum of the weights of an example.
fn score(weights: &[i8], example: &Observation) -> i32 {
    let slots = example.slots.iter();
    slots.filter_map(|slot| weights.get(usize::from(*slot))).map(|weight| i32::from(*weight)).sum()
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
