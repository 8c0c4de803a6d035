//! Tokens and sentences against `eval/tokens`: F1 of exact spans, micro-averaged over each set.

use super::{Bench, Failure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use wirecopy_text::{OffsetMap, OffsetUnit, Span};
use wirecopy_token::tokenize;

/// The sets, and whether their words are those of the Penn Treebank.
const SETS: [(&str, bool); 5] = [
    ("gum-news-devx", false),
    ("gum-news-devx-wrapped", false),
    ("gum-all-dev", false),
    ("ewt-dev", false),
    ("wsj-sample-a", true),
];

/// Prints one row per set, then the golden rules and the check on wrapped text.
pub(super) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    outln!("{:24} {:>8} {:>8} {:>8} {:>8}", "set", "token", "bound.", "sentence", "bound.");
    for (set, ptb) in SETS {
        row(bench, set, ptb)?;
    }
    golden_rules(bench)?;
    for (set, _) in SETS {
        wrapped(bench, set)?;
    }
    Ok(())
}

/// Predicts one set, runs the scorer over it and prints a row.
fn row(bench: &Bench<'_>, set: &str, ptb: bool) -> Result<(), Failure> {
    let file = format!("tokens/{set}.jsonl");
    let predictions = bench.predict(&file, |gold| predict(gold, ptb))?;
    let (gold, predictions) = (bench.gold(&file), predictions);
    let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
    let shown = bench.show.unwrap_or(0).to_string();
    let arguments = [&*gold, &*predictions, "--json", "--errors", &*shown];
    let output = bench.scorer("tokens/score.py", &arguments)?;
    let (numbers, errors) = output.split_once('\n').unwrap_or((&output, ""));
    let scores: Value = serde_json::from_str(numbers)?;
    let f1 = |layer: &str, measure: &str| {
        let value = scores.get(layer).and_then(|layer| layer.get(measure)?.get("f1")?.as_f64());
        value.unwrap_or(f64::NAN) * 100.0
    };
    outln!(
        "{set:24} {:8.2} {:8.2} {:8.2} {:8.2}{}",
        f1("tokens", "span"),
        f1("tokens", "boundary"),
        f1("sentences", "span"),
        f1("sentences", "boundary"),
        if ptb { "  (ptb view)" } else { "" }
    );
    out!("{errors}");
    Ok(())
}

/// Tokens and sentences of one document, in code points.
fn predict(gold: &Value, ptb: bool) -> Value {
    let text = gold.get("text").and_then(Value::as_str).unwrap_or("");
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let convert = |span: Span| {
        let span = map.convert_span(text, span);
        [span.start(), span.end()]
    };
    let found = tokenize(text);
    let view = if ptb { found.ptb() } else { found.words() };
    let tokens: Vec<_> = view.map(|token| convert(token.span())).collect();
    let sentences: Vec<_> = found.sentences().iter().map(|s| convert(s.span())).collect();
    json!({ "id": gold.get("id"), "tokens": tokens, "sentences": sentences })
}

/// Counts the golden rules whose sentences all come out as they should.
fn golden_rules(bench: &Bench<'_>) -> Result<(), Failure> {
    let (mut right, mut all) = (0, 0);
    let mut wrong = Vec::new();
    for line in BufReader::new(File::open(bench.gold("tokens/golden-rules.jsonl"))?).lines() {
        let gold: Value = serde_json::from_str(&line?)?;
        all += 1;
        if predict(&gold, false).get("sentences") == gold.get("sentences") {
            right += 1;
        } else {
            wrong.push(gold.get("text").and_then(Value::as_str).unwrap_or("").to_owned());
        }
    }
    outln!("golden rules             {right} of {all}");
    if bench.show.is_some() {
        for text in wrong {
            outln!("  {text:?}");
        }
    }
    Ok(())
}

/// Wraps every document of a set at 72 columns and compares its sentences with the unwrapped ones.
fn wrapped(bench: &Bench<'_>, set: &str) -> Result<(), Failure> {
    let (mut same, mut all) = (0, 0);
    let mut changed = BTreeMap::new();
    let file = bench.gold(&format!("tokens/{set}.jsonl"));
    for line in BufReader::new(File::open(file)?).lines() {
        let gold: Value = serde_json::from_str(&line?)?;
        let text = gold.get("text").and_then(Value::as_str).unwrap_or("");
        let wrapped = wrap(text);
        let spans = |text: &str| -> Vec<Span> {
            tokenize(text).sentences().iter().map(|sentence| sentence.span()).collect()
        };
        let (flat, hard) = (spans(text), spans(&wrapped));
        all += 1;
        same += usize::from(flat == hard);
        if let Some(span) = hard.iter().find(|span| !flat.contains(span)) {
            changed.insert(all, span.of(&wrapped).to_owned());
        }
    }
    outln!("wrapped = unwrapped      {same} of {all} documents of {set}");
    for (document, sentence) in changed.into_iter().take(bench.show.unwrap_or(0) as usize) {
        outln!("  document {document}: {sentence:?}");
    }
    Ok(())
}

/// Turns a space into a newline wherever a line would pass 72 code points. Offsets stay.
fn wrap(text: &str) -> String {
    const WIDTH: usize = 72;
    let mut out = text.as_bytes().to_vec();
    let (mut column, mut space) = (0, None);
    for (at, c) in text.char_indices() {
        match c {
            '\n' => (column, space) = (0, None),
            ' ' => {
                column += 1;
                space = Some((at, column));
            }
            _ => column += 1,
        }
        if column > WIDTH
            && let Some((break_at, break_column)) = space.take()
        {
            if let Some(byte) = out.get_mut(break_at) {
                *byte = b'\n';
            }
            column -= break_column;
        }
    }
    String::from_utf8(out).unwrap_or_default()
}
