//! Datelines: detection, parts, and whether faulty dates are flagged.

use super::{Bench, Failure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use wirecopy_date::{Date, infer_year, year_evidence};
use wirecopy_dateline::{DatelineDate, WrittenDate, find_in};
use wirecopy_text::{Span, Spanned};

const SETS: [&str; 3] = ["reuters-dev", "reuters-raw-dev", "shapes-dev"];

/// Scores every set and prints one row for each.
pub(crate) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    outln!(
        "{:<16} {:>6} {:>6} {:>6} {:>4} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}  flagged",
        "set",
        "F1",
        "P",
        "R",
        "fp",
        "span",
        "place",
        "date",
        "agency",
        "all",
        "n"
    );
    for set in SETS {
        let file = format!("dateline/{set}.jsonl");
        if !bench.gold(&file).is_file() {
            outln!("{set:<16} SKIPPED, there is no such file");
            continue;
        }
        let predicted = bench.predict(&file, predict)?;
        let gold = bench.gold(&file);
        let show = bench.show.unwrap_or(0).to_string();
        let paths = [gold.to_string_lossy(), predicted.to_string_lossy()];
        let [gold_path, predicted_path] = &paths;
        let line =
            bench.scorer("dateline/score.py", &[gold_path, predicted_path, "--show", &show])?;
        let score: Value = serde_json::from_str(line.trim())?;
        let figure = |name: &str| score.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
        out!("{set:<16}");
        for name in ["det_F1", "det_P", "det_R"] {
            out!(" {:>6.4}", figure(name));
        }
        out!(" {:>4}", figure("fp"));
        for name in ["span_exact", "place_exact", "date_exact", "agency_exact", "all_exact"] {
            out!(" {:>6.4}", figure(name));
        }
        outln!(" {:>6}  {}", figure("gold"), flagged(&gold, &predicted)?);
    }
    Ok(())
}

/// One line of the scorer's format.
fn predict(gold: &Value) -> Value {
    let text = gold.get("text").and_then(Value::as_str).unwrap_or("");
    let published =
        gold.get("published").and_then(Value::as_str).and_then(|date| date.parse::<Date>().ok());
    let blocks: Vec<Span> = wirecopy_article::blocks(text).iter().map(Spanned::span).collect();
    let found = find_in(text, &blocks, None).map(|dateline| {
        let range = |span: Span| json!([span.start(), span.end()]);
        let places: Vec<Value> = dateline
            .places
            .iter()
            .map(|place| json!({"span": range(place.full_span()), "name": place.span.of(text)}))
            .collect();
        let date = dateline.date.map(|date| {
            let suspect = match published {
                Some(published) => date.suspect_given(published),
                None => date.suspect,
            };
            json!({
                "span": range(date.span),
                "iso": iso(&date, published, text, &blocks),
                "suspect": suspect.map(|suspect| format!("{suspect:?}")),
            })
        });
        let agency = dateline.agency.map(|agency| {
            agency.desk.is_none().then_some(agency.agency).flatten().map_or_else(
                || agency.agency.map_or(agency.span.of(text), |agency| agency.name),
                |agency| agency.name,
            )
        });
        json!({"span": range(dateline.span), "places": places, "date": date, "agency": agency})
    });
    json!({"id": gold.get("id"), "unit": "byte", "dateline": found})
}

/// The day meant, as the gold writes it.
fn iso(
    date: &DatelineDate,
    published: Option<Date>,
    text: &str,
    blocks: &[Span],
) -> Option<String> {
    let resolve = |day| infer_year(day, published, &year_evidence(text, blocks)).value;
    match date.written? {
        WrittenDate::Day(day) => resolve(day).map(|day| day.to_string()),
        WrittenDate::Days { first, last } => {
            Some(format!("{}/{}", resolve(first)?, resolve(last)?))
        }
        WrittenDate::Weekday(weekday) => (0..7)
            .filter_map(|back| published?.add_days(-back))
            .find(|day| day.weekday() == weekday)
            .map(|day| day.to_string()),
        _ => None,
    }
}

/// Of the dates that the gold calls faulty, how many were flagged; and how many others were.
fn flagged(gold: &Path, predicted: &Path) -> Result<String, Failure> {
    let read = |path: &Path| -> Result<Vec<Value>, Failure> {
        fs::read_to_string(path)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    };
    let mut flags = BTreeMap::new();
    for line in read(predicted)? {
        let id = line.get("id").and_then(Value::as_str).unwrap_or("").to_owned();
        let suspect = line.pointer("/dateline/date/suspect").is_some_and(Value::is_string);
        flags.insert(id, suspect);
    }
    let (mut faulty, mut caught, mut sound, mut alarms) = (0, 0, 0, 0);
    for line in read(gold)? {
        let Some(date) = line.pointer("/dateline/date").filter(|date| !date.is_null()) else {
            continue;
        };
        let is = |name: &str| date.get(name).and_then(Value::as_bool).unwrap_or(false);
        let flag = line
            .get("id")
            .and_then(Value::as_str)
            .and_then(|id| flags.get(id))
            .copied()
            .unwrap_or(false);
        if is("typo") || is("suspect") {
            faulty += 1;
            caught += i32::from(flag);
        } else {
            sound += 1;
            alarms += i32::from(flag);
        }
    }
    Ok(format!("{caught}/{faulty} faulty, {alarms}/{sound} sound"))
}
