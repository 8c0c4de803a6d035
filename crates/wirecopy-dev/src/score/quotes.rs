//! Quotations: PolNeAR dev, by quotation marks alone, by rules alone and with the embedded weights (and by rules every sixth
//! story of the training part, for development).

use super::{Bench, Failure};
use serde_json::{Value, json};
use std::fs;
use wirecopy_quote::{
    Act, MarkPair, MarkUse, Nested, Quote, QuoteFinder, QuoteKind, QuoteModel, QuoteReason, marks,
};
use wirecopy_text::{OffsetMap, OffsetUnit, Span, Spanned as _};
use wirecopy_token::tokenize;

/// Which stories of the training part are used, so that a run takes seconds.
const TRAIN_SAMPLE: u64 = 6;

/// Scores rules alone and the weights on the development set. The weights are the embedded ones, or
/// those of the file that `--model` names.
pub(crate) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    let set = "quotes/polnear-dev.jsonl";
    run(bench, set, "marks", 1, &in_marks)?;
    run(bench, set, "rules", 1, &|text| by(QuoteFinder::new(), text))?;
    let model = match bench.model {
        Some(file) => QuoteModel::from_bytes(fs::read(file)?)?,
        None => QuoteModel::from_static(wirecopy_model_data::quotes())?,
    };
    let weights = QuoteFinder::new().labeller(&model);
    run(bench, set, "weights", 1, &|text| by(weights, text))?;
    // The set marks no attribution within another.
    let flat = Nested::None;
    run(bench, set, "rules, none nested", 1, &|text| by(QuoteFinder::new().nested(flat), text))?;
    run(bench, set, "weights, none nested", 1, &|text| by(weights.nested(flat), text))
}

/// Scores rules alone on a sample of the training part.
pub(crate) fn score_train(bench: &Bench<'_>) -> Result<(), Failure> {
    run(bench, "quotes/polnear-train.jsonl", "rules", TRAIN_SAMPLE, &|text| {
        by(QuoteFinder::new(), text)
    })
}

/// Each pair of quotation marks that holds speech, and nothing else: what marks alone are worth.
fn in_marks(text: &str) -> Vec<Quote> {
    let tokens = tokenize(text);
    let pairs = tokens.paragraphs().iter().flat_map(|paragraph| marks(text, paragraph.span()));
    let speech = pairs.filter(|pair| pair.purpose == MarkUse::Speech);
    let quote = |pair: MarkPair| Quote {
        kind: QuoteKind::Direct,
        act: Act::Speech,
        content: vec![pair.span()],
        cue: Vec::new(),
        speaker: None,
        reason: QuoteReason::MarksOnly,
        evidence: None,
    };
    speech.map(quote).collect()
}

fn by(finder: QuoteFinder<'_>, text: &str) -> Vec<Quote> {
    finder.find(text, &tokenize(text))
}

fn run(
    bench: &Bench<'_>,
    set: &str,
    by: &str,
    every: u64,
    find: &dyn Fn(&str) -> Vec<Quote>,
) -> Result<(), Failure> {
    let number = std::cell::Cell::new(0u64);
    let predictions = bench.predict(set, |gold| {
        number.set(number.get() + 1);
        if number.get().is_multiple_of(every) {
            prediction(gold, find)
        } else {
            json!({"id": null})
        }
    })?;
    let gold = bench.gold(set);
    let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
    outln!(
        "{:40} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "set",
        "direct",
        "IoU50",
        "e2e50",
        "P",
        "R",
        "ind80",
        "mix80",
        "speak",
        "cue",
        "speech"
    );
    let report = |name: &str, speech: bool| -> Result<Value, Failure> {
        let file = format!("{predictions}.{name}.json");
        let mut arguments =
            vec![&*gold, &*predictions, "--quiet", "--only-predicted-docs", "--json", &*file];
        if speech {
            arguments.push("--speech-only");
        }
        bench.scorer("quotes/score.py", &arguments)?;
        Ok(serde_json::from_str(&fs::read_to_string(&file)?)?)
    };
    let (all, speech) = (report("all", false)?, report("speech", true)?);
    let figure = |report: &Value, path: &str| {
        report.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN)
    };
    out!("{:40}", format!("{set} {by}").replace("quotes/", ""));
    for path in [
        "/span/direct/exact/F1",
        "/attr/all/iou50/F1",
        "/e2e/50/all/F1",
        "/e2e/50/all/P",
        "/e2e/50/all/R",
        "/attr/indirect/iou80/F1",
        "/attr/mixed/iou80/F1",
        "/speaker/all/head",
        "/cue/exact/F1",
    ] {
        out!(" {:7.1}", figure(&all, path));
    }
    outln!(" {:7.1}", figure(&speech, "/e2e/50/all/F1"));
    Ok(())
}

/// One story's quotations in the scorer's format: code points, half-open.
fn prediction(gold: &Value, find: &dyn Fn(&str) -> Vec<Quote>) -> Value {
    let text = gold["text"].as_str().unwrap_or_default();
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let point = |span: &Span| {
        let span = map.convert_span(text, *span);
        json!([span.start(), span.end()])
    };
    let quotes = find(text);
    let of = |quote: &Quote| {
        json!({
            "kind": quote.kind.name(),
            "act": quote.act.name(),
            "reason": quote.reason.name(),
            "content": quote.content.iter().map(point).collect::<Vec<_>>(),
            "cue": quote.cue.iter().map(point).collect::<Vec<_>>(),
            "speaker": quote.speaker.iter().map(point).collect::<Vec<_>>(),
        })
    };
    json!({"id": gold["id"], "quotes": quotes.iter().map(of).collect::<Vec<_>>()})
}
