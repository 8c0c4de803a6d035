//! Dates against `eval/dateline`: expressions in prose, and values of given expressions.

use super::{Bench, Failure};
use serde_json::{Value, json};
use wirecopy_date::{Anchor, AnchorSource, Date, find_dates, parse_date};
use wirecopy_text::{OffsetMap, OffsetUnit, Spanned};

/// Prints what the scorers say of each set.
pub(super) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    for set in ["timex-aquaint", "timex-timebank"] {
        println!("{set}");
        let file = format!("dateline/{set}.jsonl");
        let predictions = bench.predict(&file, in_prose)?;
        let shown = bench.show.unwrap_or(0).to_string();
        let (gold, predictions) = (bench.gold(&file), predictions);
        let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
        let arguments = [&*gold, &*predictions, "--show", &*shown];
        print!("{}", bench.scorer("dateline/score_dates.py", &arguments)?);
    }
    println!("norm-dev");
    let file = "dateline/norm-dev.jsonl";
    let (gold, predictions) = (bench.gold(file), bench.predict(file, alone)?);
    let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
    print!("{}", bench.scorer("dateline/score_norm.py", &[&*gold, &*predictions])?);
    Ok(())
}

/// All expressions of one story, in code points.
fn in_prose(gold: &Value) -> Value {
    let text = gold["text"].as_str().unwrap_or_default();
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let dates: Vec<Value> = find_dates(text, anchor(gold))
        .iter()
        .map(|found| {
            let span = map.convert_span(text, found.span());
            json!({"span": [span.start(), span.end()], "value": found.timex3})
        })
        .collect();
    json!({"id": gold["id"], "dates": dates})
}

/// The value of one expression without its sentence.
fn alone(gold: &Value) -> Value {
    let text = gold["text"].as_str().unwrap_or_default();
    let value = match parse_date(text, anchor(gold)) {
        Ok(found) => found.timex3,
        Err(_) => find_dates(text, anchor(gold)).into_iter().find_map(|found| found.timex3),
    };
    json!({"value": value})
}

fn anchor(gold: &Value) -> Option<Anchor> {
    let date: Date = gold["dct"].as_str()?.get(..10)?.parse().ok()?;
    Some(Anchor::new(date, AnchorSource::Published))
}
