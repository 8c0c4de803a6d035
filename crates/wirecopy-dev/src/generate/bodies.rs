//! Organisations: hand-written lists, companies, universities and clubs.

use super::Raw;
use super::people::first_up;
use super::read::{self, Table};
use super::row::{Kind, Row, is_exact, is_latin, slug};
use super::words;
use crate::score::Failure;
use serde::Deserialize;

/// The hand-written lists; each is one file of the data folder.
const BY_HAND: [(&str, u32); 5] = [
    ("organizations.tsv", 100_000),
    ("media.tsv", 80_000),
    ("companies.tsv", 60_000),
    ("parties.tsv", 70_000),
    ("teams.tsv", 60_000),
];

/// Every organisation.
pub(super) fn rows(raw: &Raw) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for (file, weight) in BY_HAND {
        by_hand(raw, file, weight, &mut rows)?;
    }
    companies(raw, &mut rows)?;
    universities(raw, &mut rows)?;
    clubs(raw, &mut rows)?;
    teams(raw, &mut rows)?;
    Ok(rows)
}

fn by_hand(raw: &Raw, file: &str, weight: u32, rows: &mut Vec<Row>) -> Result<(), Failure> {
    for line in Table::tsv(&raw.data.join(file))?.lines() {
        let name = line.get("name");
        let id = format!("wirecopy:{}", slug(name));
        let mut row = Row::new(Kind::Organization, "wirecopy", id, name);
        row.aliases(line.get("aliases"));
        row.weight = weight;
        row.country = Some(line.get("country").to_owned()).filter(|c| !c.is_empty());
        row.field("class", line.get("class"));
        if let Some(acronym) = row.exact.iter().find(|name| !name.contains('.')).cloned() {
            row.field("acronym", &acronym);
        }
        rows.push(row);
    }
    Ok(())
}

fn companies(raw: &Raw, rows: &mut Vec<Row>) -> Result<(), Failure> {
    for line in Table::csv(&raw.file("sp500.csv"))?.lines() {
        let name = line.get("Security").split(" (").next().unwrap_or_default();
        let id = format!("ticker:{}", line.get("Symbol"));
        let mut row = Row::new(Kind::Organization, "sp500", id, name);
        let bare = without_form(name);
        // "Gap", "Target" and "Ball" alone are words; two words or a coined one are a name.
        if bare != name && (bare.contains(' ') || bare.len() > 4) {
            row.alias(bare);
        }
        row.weight = 40_000;
        row.country = Some("US".to_owned());
        row.field("class", "company");
        rows.push(row);
    }
    Ok(())
}

/// A company's name without "Inc.", "Corporation" and the like.
fn without_form<'n>(name: &'n str) -> &'n str {
    let without = |name: &'n str| {
        let mut forms = words::listed("company-form");
        forms.find_map(|form| name.strip_suffix(form)?.strip_suffix(' '))
    };
    let mut bare = name;
    while let Some(shorter) = without(bare) {
        bare = shorter.trim_end_matches([',', ' ']);
    }
    bare
}

/// A row of the university list.
#[derive(Debug, Deserialize)]
struct University {
    name: String,
    domains: Vec<String>,
    alpha_two_code: String,
}

fn universities(raw: &Raw, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let list: Vec<University> = serde_json::from_str(&read::text(&raw.file("universities.json"))?)?;
    for university in list {
        let name = university.name.split(" (").next().unwrap_or_default().trim();
        if !name.contains(' ') || name.len() > 80 || !is_latin(name) {
            continue;
        }
        let domain = university.domains.first().map_or("", String::as_str);
        let mut row = Row::new(Kind::Organization, "hipo", format!("domain:{domain}"), name);
        if let Some((a, b)) = name.split_once(", ") {
            row.alias(&format!("{a} {b}"));
            row.alias(&format!("{a} at {b}"));
        }
        row.weight = 10_000;
        row.country = Some(university.alpha_two_code);
        row.field("class", "university");
        rows.push(row);
    }
    Ok(())
}

fn clubs(raw: &Raw, rows: &mut Vec<Row>) -> Result<(), Failure> {
    for path in read::files(&raw.file("clubs"), ".clubs.txt")? {
        let stem = path.file_name().and_then(|s| s.to_str()).unwrap_or_default();
        let code = stem.trim_end_matches(".clubs.txt").rsplit('_').next().unwrap_or_default();
        let country = match code {
            "eng" | "sco" | "wal" | "nir" => "GB".to_owned(),
            _ => code.to_ascii_uppercase(),
        };
        let text = read::text(&path)?;
        let mut club: Option<Row> = None;
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() || line.starts_with('=') {
                continue;
            }
            if let Some(names) = line.strip_prefix('|') {
                if let Some(club) = &mut club {
                    for name in names.split('|').filter_map(club_name) {
                        club.alias(&name);
                    }
                }
                continue;
            }
            rows.extend(club.take());
            let Some(name) = line.split(',').next().and_then(club_name) else { continue };
            let id = format!("openfootball:{}-{}", code, slug(&name));
            let mut row = Row::new(Kind::Organization, "openfootball", id, &name);
            row.weight = 8_000;
            row.country = Some(country.clone());
            row.field("class", "club");
            club = Some(row);
        }
        rows.extend(club.take());
    }
    Ok(())
}

/// A club's name without remarks; abbreviated and very short forms stand for too much.
fn club_name(text: &str) -> Option<String> {
    let name = text.split(['(', '[', '$', '‹']).next().unwrap_or_default().trim();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let starts = name.chars().next().is_some_and(char::is_uppercase);
    let abbreviated = name.contains('.') && !name.contains(". ");
    let usable = letters >= 4 && starts && is_latin(name) && !is_exact(name) && !abbreviated;
    usable.then(|| name.to_owned())
}

fn teams(raw: &Raw, rows: &mut Vec<Row>) -> Result<(), Failure> {
    for name in read::text(&raw.file("compromise-sportsTeams.txt"))?.lines() {
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.len() < 2 {
            continue;
        }
        let cased: Vec<String> = words
            .iter()
            .map(|word| match *word {
                word if words::has("club-letters", word) => word.to_uppercase(),
                word => first_up(word),
            })
            .collect();
        let name = cased.join(" ");
        let id = format!("compromise:{}", slug(&name));
        let mut row = Row::new(Kind::Organization, "compromise", id, &name);
        row.weight = 20_000;
        row.field("class", "club");
        rows.push(row);
    }
    Ok(())
}
