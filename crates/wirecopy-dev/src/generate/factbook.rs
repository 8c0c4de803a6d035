//! The factbook: where countries lie, what their people are called, who leads them, their parties.

use super::Raw;
use super::people::{self, Term};
use super::places::Countries;
use super::read;
use super::row::{Day, Kind, Row, slug};
use super::words;
use crate::score::Failure;
use serde_json::Value;
use std::path::Path;

/// A country's page: its FIPS code and its JSON.
fn pages(raw: &Raw) -> Result<Vec<(String, Value)>, Failure> {
    let mut pages = Vec::new();
    let root = raw.file("factbook");
    let mut folders: Vec<_> = std::fs::read_dir(&root)
        .map_err(|error| format!("{}: {error}", root.display()))?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && !path.ends_with("world") && !path.ends_with("oceans"))
        .collect();
    folders.sort();
    for folder in folders {
        for path in read::files(&folder, ".json")? {
            let page: Value = serde_json::from_str(&read::text(&path)?)?;
            let code = Path::new(&path).file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            pages.push((code.to_ascii_uppercase(), page));
        }
    }
    Ok(pages)
}

fn words(page: &Value, pointer: &str) -> String {
    let found = page.pointer(pointer);
    let text = found.and_then(|v| v.get("text")).or(found).and_then(Value::as_str);
    read::plain(text.unwrap_or_default())
}

/// Fills in the points of countries.
pub(super) fn points(raw: &Raw, countries: &mut Countries) -> Result<(), Failure> {
    for (fips, page) in pages(raw)? {
        let text = words(&page, "/Geography/Geographic coordinates");
        let Some(point) = coordinates(&text) else { continue };
        let Some(iso) = countries.by_fips(&fips).map(str::to_owned) else { continue };
        if let Some(country) = countries.all.get_mut(&iso) {
            country.point = Some(point);
        }
    }
    Ok(())
}

/// Reads `60 00 N, 100 00 E`.
fn coordinates(text: &str) -> Option<(f32, f32)> {
    let (latitude, longitude) = text.split_once(',')?;
    let half = |text: &str| -> Option<f32> {
        let mut parts = text.split_whitespace();
        let degrees: f32 = parts.next()?.parse().ok()?;
        let minutes: f32 = parts.next()?.parse().ok()?;
        let sign = match parts.next()?.chars().next()? {
            'N' | 'E' => 1.0,
            'S' | 'W' => -1.0,
            _ => return None,
        };
        Some(sign * (degrees + minutes / 60.0))
    };
    Some((half(latitude)?, half(longitude)?))
}

/// What the people of each country are called: pairs of demonym and ISO code.
pub(super) fn demonyms(raw: &Raw, countries: &Countries) -> Result<Vec<(String, String)>, Failure> {
    let mut found = Vec::new();
    for (fips, page) in pages(raw)? {
        let Some(iso) = countries.by_fips(&fips) else { continue };
        for part in ["noun", "adjective"] {
            let text = words(&page, &format!("/People and Society/Nationality/{part}"));
            for piece in text.split([',', ';', '/', '\n']).flat_map(|p| p.split(" or ")) {
                let piece = piece.trim();
                let (word, plural) = match piece.split_once('(') {
                    Some((word, rest)) if rest.starts_with("s)") => (word.trim(), true),
                    Some((word, rest)) if rest.starts_with("es)") => (word.trim(), false),
                    Some((word, _)) => (word.trim(), false),
                    None => (piece, false),
                };
                if !is_demonym(word) {
                    continue;
                }
                found.push((word.to_owned(), iso.to_owned()));
                if plural {
                    found.push((format!("{word}s"), iso.to_owned()));
                }
            }
        }
    }
    Ok(found)
}

fn is_demonym(word: &str) -> bool {
    let starts = word.chars().next().is_some_and(char::is_uppercase);
    let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''));
    starts && plain && word.chars().count() > 3 && word.split(' ').count() <= 3
}

/// Heads of state and of government, with the day that they took office.
pub(super) fn leaders(raw: &Raw, countries: &Countries) -> Result<Vec<Term>, Failure> {
    let mut terms = Vec::new();
    for (fips, page) in pages(raw)? {
        let Some(iso) = countries.by_fips(&fips) else { continue };
        let sovereign = countries.all.get(iso).is_some_and(|country| country.sovereign);
        for office in ["chief of state", "head of government"] {
            // A territory's head of state is another country's.
            if office == "chief of state" && !sovereign {
                continue;
            }
            let text = words(&page, &format!("/Government/Executive branch/{office}"));
            let text = text.replace('\n', " ");
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once("(since ") {
                let (date, next) = after.split_once(')').unwrap_or((after, ""));
                rest = next;
                // Only what stands for this country: a king's governor does, the king does not.
                let clause = before.rsplit([';', ',', ')']).next().unwrap_or(before);
                let clause = clause.replace("represented by", " ");
                let foreign = text.contains("represented by") && next.contains("represented by");
                if let Some((role, name)) = office_and_name(&clause).filter(|_| !foreign) {
                    terms.push(Term {
                        role,
                        from: long_date(date),
                        ..Term::new("factbook", &name, iso)
                    });
                }
            }
        }
    }
    terms.dedup_by(|a, b| a.name == b.name && a.country == b.country);
    Ok(terms)
}

/// Splits "President Luis Alberto ARCE Catacora" at the first word that is no title.
fn office_and_name(clause: &str) -> Option<(String, String)> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let split = words.iter().position(|word| !words::has("office", word))?;
    let (titles, name) = words.split_at(split);
    if titles.is_empty() || name.len() < 2 || name.len() > 5 {
        return None;
    }
    let shouted = |w: &&&str| w.chars().filter(|c| c.is_uppercase()).count() >= 2;
    if name.iter().filter(shouted).count() == 0 {
        return None;
    }
    if titles.last().is_some_and(|last| matches!(*last, "of" | "the")) || titles == ["Sir"] {
        return None;
    }
    let last = name.len() - 1;
    let cased = name.iter().enumerate().map(|(index, word)| {
        let numeral = index == last && index > 0 && word.chars().all(|c| "IVX".contains(c));
        if numeral { (*word).to_owned() } else { people::title_case(word) }
    });
    let name: Vec<String> = cased.collect();
    Some((titles.join(" "), name.join(" ")))
}

/// Reads `20 January 2025`; a month or year alone stands for its first day.
fn long_date(text: &str) -> Option<Day> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut day = 1;
    let mut month = 1;
    let mut year = None;
    for word in text.split_whitespace() {
        if let Some(index) = MONTHS.iter().position(|name| *name == word) {
            month = u8::try_from(index + 1).ok()?;
        } else if let Ok(number) = word.parse::<i16>() {
            if number > 31 { year = Some(number) } else { day = u8::try_from(number).ok()? }
        }
    }
    Day::new(year?, month, day)
}

/// Political parties of each country.
pub(super) fn parties(raw: &Raw, countries: &Countries) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for (fips, page) in pages(raw)? {
        let Some(iso) = countries.by_fips(&fips) else { continue };
        for line in words(&page, "/Government/Political parties").lines() {
            let line = line.split([';', '[', '(']).next().unwrap_or(line).trim();
            let (name, acronym) = match line.rsplit_once(" or ") {
                Some((name, acronym)) => (name, acronym.trim()),
                None => (line, ""),
            };
            let name = name.split(" or ").next().unwrap_or(name).trim_matches([' ', ',', '.', ':']);
            if !is_party(name) {
                continue;
            }
            let id = format!("wirecopy:{}-{}", slug(iso), slug(name));
            let mut row = Row::new(Kind::Organization, "factbook", id, name);
            let short = acronym.chars().all(|c| c.is_alphanumeric() || c == '-')
                && acronym.chars().filter(|c| c.is_uppercase()).count() >= 2;
            if short && (3..=8).contains(&acronym.chars().count()) {
                row.exact.push(acronym.to_owned());
                row.field("acronym", acronym);
            }
            row.weight = 5_000;
            row.country = Some(iso.to_owned());
            row.field("class", "party");
            rows.push(row);
        }
    }
    Ok(rows)
}

/// A name of at least two words; the list also holds remarks.
fn is_party(name: &str) -> bool {
    let count = name.split(' ').count();
    let starts = name.chars().next().is_some_and(char::is_uppercase);
    let capitals = name.split(' ').filter(|w| w.chars().next().is_some_and(char::is_uppercase));
    starts
        && (2..=9).contains(&count)
        && name.len() < 70
        && capitals.count() * 2 >= count
        && !name.contains(':')
        && !name.starts_with("Note")
}
