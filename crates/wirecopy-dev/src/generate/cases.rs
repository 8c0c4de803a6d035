//! How often a word stands in small letters where no capital is forced.
//!
//! Counted over the texts of the training sets only; what is kept is a word and a number from 1 to
//! 7, never text. A capital at the start of a sentence, after a quotation mark or in a line that is
//! all capitals says nothing and is not counted.

use super::read;
use crate::score::Failure;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use wirecopy_text::chars;

/// The training sets, with their text in the field `text`.
const SETS: [&str; 7] = [
    "entities/gum_other.jsonl",
    "entities/sec_train.jsonl",
    "entities/uner_pud_wiki.jsonl",
    "entities/wikigold.jsonl",
    "quotes/polnear-train.jsonl",
    "tokens/ewt-train.jsonl",
    "tokens/gum-all-train.jsonl",
];

/// A word must stand so often in small letters to be listed.
const LEAST: u32 = 3;

/// Counts and writes the table of words and buckets.
pub(super) fn count(folder: &Path, out: &Path) -> Result<(), Failure> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for set in SETS {
        for line in read::text(&folder.join(set))?.lines() {
            let document: Value = serde_json::from_str(line)?;
            for line in document.get("text").and_then(Value::as_str).unwrap_or_default().lines() {
                if !chars::is_all_capitals(line) {
                    tally(line, &mut counts);
                }
            }
        }
    }
    let mut table = String::from("word\tbucket\n");
    for (word, (small, capital)) in counts {
        let share = f64::from(small) / f64::from(small + capital);
        let bucket = match share {
            s if s < 0.05 => continue,
            s if s < 0.15 => 1,
            s if s < 0.30 => 2,
            s if s < 0.50 => 3,
            s if s < 0.70 => 4,
            s if s < 0.85 => 5,
            s if s < 0.95 => 6,
            _ => 7,
        };
        if small >= LEAST {
            writeln!(table, "{word}\t{bucket}")?;
        }
    }
    fs::write(out, table)?;
    Ok(())
}

fn tally(line: &str, counts: &mut BTreeMap<String, (u32, u32)>) {
    let mut forced = true;
    for piece in line.split_whitespace() {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let opened = piece.chars().next().is_some_and(|c| !c.is_alphanumeric());
        let plain = word.len() >= 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
        if plain {
            let small = word.bytes().all(|b| b.is_ascii_lowercase());
            let rest = word.get(1..).unwrap_or_default();
            let titled = !small && rest.bytes().all(|b| b.is_ascii_lowercase());
            if small {
                counts.entry(word.to_owned()).or_default().0 += 1;
            } else if titled && !forced && !opened {
                counts.entry(word.to_ascii_lowercase()).or_default().1 += 1;
            }
        }
        let last = piece.trim_end_matches(|c: char| {
            chars::is_double_quote(c) || chars::is_single_quote(c) || c == ')'
        });
        forced = last.ends_with(['.', '?', '!', ':']) || last.len() < piece.len();
    }
}
