//! Hand-written places and demonyms, and what they add to the rows of other lists.

use super::Raw;
use super::factbook;
use super::places::Countries;
use super::read::Table;
use super::row::{Kind, Row, slug};
use crate::score::Failure;
use std::collections::BTreeMap;

/// Adds the further names of places.tsv to rows of GeoNames and Natural Earth (by id), and new rows.
pub(super) fn places(raw: &Raw, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let index: BTreeMap<String, usize> =
        rows.iter().enumerate().map(|(i, row)| (row.id.clone(), i)).collect();
    for line in Table::tsv(&raw.data.join("places.tsv"))?.lines() {
        let name = line.get("name");
        let id = match line.get("id") {
            "" => format!("wirecopy:{}", slug(name)),
            id => id.to_owned(),
        };
        if let Some(row) = index.get(&id).and_then(|&i| rows.get_mut(i)) {
            row.alias(name);
            row.aliases(line.get("aliases"));
            continue;
        }
        let source = if id.starts_with("geonames:") { "geonames" } else { "wirecopy" };
        let mut row = Row::new(Kind::Place, source, id, name);
        row.aliases(line.get("aliases"));
        let number = |column: &str| line.get(column).parse::<f32>().ok();
        row.point = number("latitude").zip(number("longitude"));
        row.weight = line.get("weight").parse().unwrap_or(1_000_000);
        row.country = Some(line.get("country").to_owned()).filter(|c| !c.is_empty());
        row.field("class", line.get("class"));
        rows.push(row);
    }
    Ok(())
}

/// Adds the further names of countries.tsv and regions.tsv, found by code.
pub(super) fn names_by_code(raw: &Raw, rows: &mut [Row]) -> Result<(), Failure> {
    let mut countries: BTreeMap<String, usize> = BTreeMap::new();
    let mut regions: BTreeMap<String, usize> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(country) = &row.country else { continue };
        match row.fields.get("class").map(String::as_str) {
            Some("country" | "territory") => {
                countries.insert(country.clone(), index);
            }
            Some("region") => {
                let region = row.region.as_deref().unwrap_or_default();
                regions.insert(format!("{country}.{region}"), index);
            }
            _ => {}
        }
    }
    for (file, index) in [("countries.tsv", &countries), ("regions.tsv", &regions)] {
        for line in Table::tsv(&raw.data.join(file))?.lines() {
            let code = line.get("code");
            let row = index.get(code).and_then(|&i| rows.get_mut(i));
            let row = row.ok_or_else(|| format!("{file}: no such code: {code}"))?;
            row.aliases(line.get("aliases"));
            if let Some((latitude, longitude)) = line.get("point").split_once(' ') {
                row.point = latitude.parse().ok().zip(longitude.parse().ok());
            }
        }
    }
    Ok(())
}

/// Demonyms of the factbook and of demonyms.tsv; one word may belong to several countries. Each lies
/// where its place, one of `places`, lies.
pub(super) fn demonyms(
    raw: &Raw,
    countries: &Countries,
    places: &[Row],
) -> Result<Vec<Row>, Failure> {
    let points: BTreeMap<&str, (f32, f32)> =
        places.iter().filter_map(|row| Some((row.id.as_str(), row.point?))).collect();
    let mut found: BTreeMap<(String, String), Row> = BTreeMap::new();
    for line in Table::tsv(&raw.data.join("demonyms.tsv"))?.lines() {
        let code = line.get("country");
        for word in line.get("words").split('|').filter(|word| !word.is_empty()) {
            let mut row = demonym("wirecopy", word, code);
            row.field("class", line.get("class"));
            row.field("place", line.get("place"));
            found.insert((word.to_owned(), code.to_owned()), row);
        }
    }
    for (word, iso) in factbook::demonyms(raw, countries)? {
        let entry = found.entry((word.clone(), iso.clone()));
        entry.or_insert_with(|| {
            let mut row = demonym("factbook", &word, &iso);
            row.field("class", "nationality");
            row
        });
    }
    let mut rows: Vec<Row> = found.into_values().collect();
    for row in &mut rows {
        let country = row.country.as_ref().and_then(|iso| countries.all.get(iso));
        if let Some(country) = country {
            row.weight = 1_000_000 + country.population / 1_000;
            if !row.fields.contains_key("place") {
                row.field("place", &format!("geonames:{}", country.geoname));
            }
        }
        row.point = row.fields.get("place").and_then(|id| points.get(id.as_str())).copied();
    }
    Ok(rows)
}

fn demonym(source: &'static str, word: &str, country: &str) -> Row {
    let id = format!("demonym:{}", slug(&format!("{word} {country}")));
    let mut row = Row::new(Kind::Demonym, source, id, word);
    row.country = Some(country.to_owned()).filter(|c| !c.is_empty());
    row.weight = 500_000;
    row
}
