//! Natural Earth: seas, rivers, lakes, ranges, peaks, islands, deserts and other landscapes.

use super::Raw;
use super::read;
use super::row::{Kind, Row, is_latin, key, slug};
use super::words;
use crate::score::Failure;
use std::collections::BTreeSet;

/// A river of this rank or better is known by its bare name: "the Danube", not "the Sheksna".
const BARE_RIVER_RANK: f32 = 3.0;

/// Everything of Natural Earth that no other list has.
pub(super) fn rows(raw: &Raw) -> Result<Vec<Row>, Failure> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen: BTreeSet<(String, &'static str, i32, i32)> = BTreeSet::new();
    for line in read::text(&raw.file("natural_earth.tsv"))?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |i: usize| cells.get(i).map_or("", |c| c.trim());
        let Some(class) = class(cell(0), cell(1)) else { continue };
        let (Ok(latitude), Ok(longitude)) = (cell(3).parse::<f32>(), cell(4).parse::<f32>()) else {
            continue;
        };
        let rank: f32 = cell(7).parse().unwrap_or(8.0);
        let names = names(cell(2), class, rank);
        let Some((first, rest)) = names.split_first() else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "whole degrees to tell twins apart")]
        let near = ((latitude / 3.0) as i32, (longitude / 3.0) as i32);
        if !seen.insert((key(first), class, near.0, near.1)) {
            continue;
        }
        let id = if cell(5).is_empty() {
            format!("naturalearth:{class}-{}", slug(first))
        } else {
            format!("wikidata:{}", cell(5))
        };
        let mut row = Row::new(Kind::Place, "naturalearth", id, first);
        for name in rest {
            row.alias(name);
        }
        row.weight = weight(rank);
        row.point = Some((latitude, longitude));
        row.field("class", class);
        rows.push(row);
    }
    Ok(rows)
}

/// A feature of rank 0 counts as half a million people, each rank below it half as many.
fn weight(rank: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let steps = rank.clamp(0.0, 15.0) as u32;
    500_000 >> steps
}

fn class(feature: &str, class: &str) -> Option<&'static str> {
    if feature.contains("populated") || feature.contains("airports") {
        return None;
    }
    match class {
        "Continent" => None,
        _ => Some(words::meaning("earth", class).unwrap_or("area")),
    }
}

fn names(cell: &str, class: &str, rank: f32) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in cell.split('|').map(str::trim) {
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 3 || !is_latin(name) || name.contains(['(', '/', ',', '=']) {
            continue;
        }
        let mut name = expand(name);
        if class == "river" && !name.contains("River") && !name.contains("Canal") {
            let riverine = name.contains("Creek") || name.contains("Delta") || name.contains(' ');
            if !riverine {
                push(&mut names, format!("{name} River"));
            }
            if rank > BARE_RIVER_RANK && !riverine {
                continue;
            }
        }
        if class == "lake" && rank > 3.0 && !name.contains(' ') {
            name = format!("Lake {name}");
        }
        // A lone word is a safe name only for what everyone knows.
        if class == "area" && rank > 4.0 && !name.contains(' ') {
            continue;
        }
        push(&mut names, name);
    }
    names
}

fn push(names: &mut Vec<String>, name: String) {
    if !names.contains(&name) {
        names.push(name);
    }
}

/// "ARABIAN SEA" and "Lebombo Mts." in the letters of a newspaper.
fn expand(name: &str) -> String {
    let shouted = !name.chars().any(char::is_lowercase);
    let words = name.split_whitespace().map(|word| {
        let word = words::meaning("abbreviation", word).unwrap_or(word);
        if !shouted {
            return word.to_owned();
        }
        let lower = word.to_lowercase();
        match lower.as_str() {
            "of" | "the" | "de" | "and" | "del" => lower,
            _ => {
                let mut chars = lower.chars();
                let first = chars.next().map(char::to_uppercase).into_iter().flatten();
                first.chain(chars).collect()
            }
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
