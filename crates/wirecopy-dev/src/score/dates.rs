//! Dates against `eval/dateline`: expressions in prose, and values of given expressions.

use super::{Bench, Failure};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use wirecopy_date::{Anchor, AnchorSource, Date, find_dates, parse_date};
use wirecopy_text::{OffsetMap, OffsetUnit, Spanned};

/// Prints what the scorers say of each set.
pub(super) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    for set in ["timex-aquaint", "timex-timebank"] {
        outln!("{set}");
        let file = format!("dateline/{set}.jsonl");
        let predictions = bench.predict(&file, in_prose)?;
        let shown = bench.show.unwrap_or(0).to_string();
        let (gold, predictions) = (bench.gold(&file), predictions);
        let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
        let arguments = [&*gold, &*predictions, "--show", &*shown];
        out!("{}", bench.scorer("dateline/score_dates.py", &arguments)?);
    }
    outln!("norm-dev");
    let file = "dateline/norm-dev.jsonl";
    let (gold, predictions) = (bench.gold(file), bench.predict(file, alone)?);
    let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
    out!("{}", bench.scorer("dateline/score_norm.py", &[&*gold, &*predictions])?);
    outln!("norm-dev, each expression in its story");
    let stories = Stories::read(bench)?;
    let predictions = bench.path("dateline-norm-dev-in-story.jsonl");
    stories.predict(bench, file, &predictions)?;
    let predictions = predictions.to_string_lossy();
    out!("{}", bench.scorer("dateline/score_norm.py", &[&*gold, &*predictions])?);
    Ok(())
}

/// The stories that the single expressions of `norm-dev` were taken from.
struct Stories(HashMap<String, Value>);

impl Stories {
    fn read(bench: &Bench<'_>) -> Result<Self, Failure> {
        let mut stories = HashMap::new();
        for set in ["timex-aquaint", "timex-timebank"] {
            for line in fs::read_to_string(bench.gold(&format!("dateline/{set}.jsonl")))?.lines() {
                let story: Value = serde_json::from_str(line)?;
                let id = story.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                stories.insert(id, story);
            }
        }
        Ok(Self(stories))
    }

    /// Writes the value of each expression of `file` as it is read in its story: what was found
    /// where it stands, or, if nothing was, what it means alone. The k-th expression of a text and
    /// value is the k-th in the story's gold.
    fn predict(&self, bench: &Bench<'_>, file: &str, out: &Path) -> Result<(), Failure> {
        let mut seen: HashMap<(String, String, String), usize> = HashMap::new();
        let mut lines = String::new();
        for line in fs::read_to_string(bench.gold(file))?.lines() {
            let gold: Value = serde_json::from_str(line)?;
            let [id, text, value] = ["id", "text", "value"]
                .map(|key| gold.get(key).and_then(Value::as_str).unwrap_or_default().to_owned());
            let nth = seen.entry((id.clone(), text, value)).or_default();
            let value = self.0.get(&id).and_then(|story| value_in(story, &gold, *nth));
            *nth += 1;
            let value = value.map_or_else(|| alone(&gold), |value| json!({"value": value}));
            lines.push_str(&format!("{value}\n"));
        }
        Ok(fs::write(out, lines)?)
    }
}

/// The value found in `story` where the `nth` gold expression with `gold`'s text and value stands.
fn value_in(story: &Value, gold: &Value, nth: usize) -> Option<Value> {
    let same = |timex: &&Value| timex["text"] == gold["text"] && timex["value"] == gold["value"];
    let place = story["timex"].as_array()?.iter().filter(same).nth(nth)?;
    let bounds = |of: &Value| {
        let span = of.get("span")?;
        Some((span.get(0)?.as_u64()?, span.get(1)?.as_u64()?))
    };
    let (start, end) = bounds(place)?;
    let found = in_prose(story);
    let overlaps = |date: &&Value| bounds(date).is_some_and(|(s, e)| s < end && start < e);
    found.get("dates")?.as_array()?.iter().find(overlaps)?.get("value").cloned()
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
