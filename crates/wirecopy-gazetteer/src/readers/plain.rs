//! Formats of fixed shape: GATE's `.lst` and GeoNames' tables.

use super::{ListOptions, Sink, number, push_alias, weight};
use crate::{EntryKind, EntrySpec, GazetteerError};

/// Reads a name a line, with features behind a tab or a colon: `Oslo\tcountry=NO`.
pub(super) fn read_gate(
    list: &str,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    for (number, line) in (1..).zip(list.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        // A colon is a separator only where a feature follows it.
        let separator = if line.contains('\t') { '\t' } else { ':' };
        let mut parts = line.split(separator);
        let mut name = parts.next().unwrap_or("").to_owned();
        let mut fields = Vec::new();
        for part in parts {
            match part.split_once('=') {
                Some((key, value)) => fields.push((key, value)),
                None => {
                    name.push(separator);
                    name.push_str(part);
                }
            }
        }
        let mut spec = options.entry(name.trim());
        let row = fields.into_iter().try_for_each(|(key, value)| super::set(&mut spec, key, value));
        sink.take(number, row.map(|()| spec))?;
    }
    Ok(())
}

/// Columns of a GeoNames table that are read.
const NAME: usize = 1;
const ASCII_NAME: usize = 2;
const ALTERNATE_NAMES: usize = 3;
const COLUMNS: usize = 19;
const HEADINGS: [&str; COLUMNS] = [
    "geonameid",
    "name",
    "asciiname",
    "alternatenames",
    "latitude",
    "longitude",
    "feature class",
    "feature code",
    "country code",
    "cc2",
    "admin1 code",
    "admin2 code",
    "admin3 code",
    "admin4 code",
    "population",
    "elevation",
    "dem",
    "timezone",
    "modification date",
];

/// Reads a table in the form of `allCountries.txt`.
pub(super) fn read_geonames(
    list: &str,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    for (number, line) in (1..).zip(list.lines()) {
        if !line.is_empty() {
            sink.take(number, geonames_row(line, options))?;
        }
    }
    Ok(())
}

fn geonames_row(line: &str, options: &ListOptions) -> Result<EntrySpec, GazetteerError> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [
        id,
        name,
        ..,
        feature_class,
        feature_code,
        country,
        _,
        admin1,
        _,
        _,
        _,
        population,
        _,
        _,
        _,
        _,
    ] = cells.as_slice()
    else {
        return Err(GazetteerError::entry(format_args!("{} columns, expected 19", cells.len())));
    };
    if cells.len() != COLUMNS {
        return Err(GazetteerError::entry(format_args!("{} columns, expected 19", cells.len())));
    }
    let cell = |column: usize| cells.get(column).copied().unwrap_or("");
    let in_column = |column: usize| {
        move |error: GazetteerError| error.in_column(HEADINGS.get(column).copied().unwrap_or(""))
    };
    let mut spec = options.entry(*name).with_id(format!("geonames:{id}"));
    spec.kind = EntryKind::Place;
    if spec.source.is_empty() {
        spec.source = "geonames".to_owned();
    }
    if id.parse::<u32>().is_err() {
        return Err(in_column(0)(GazetteerError::entry(format_args!("{id:?} is no number"))));
    }
    spec.coordinates =
        Some((number(cell(4)).map_err(in_column(4))?, number(cell(5)).map_err(in_column(5))?));
    if !population.is_empty() {
        spec.weight = weight(population).map_err(in_column(14))?;
    }
    spec.country = (!country.is_empty()).then(|| (*country).to_owned());
    spec.region = (!admin1.is_empty()).then(|| (*admin1).to_owned());
    for (key, value) in [("feature_class", feature_class), ("feature_code", feature_code)] {
        if !value.is_empty() {
            spec.fields.push((key.to_owned(), (*value).to_owned()));
        }
    }
    let alternate = cell(ALTERNATE_NAMES).split(',');
    for alias in alternate.chain([cell(ASCII_NAME)]) {
        // The column also holds links and codes of airports and languages.
        let usable = alias.chars().any(char::is_alphanumeric)
            && alias.len() <= 255
            && !alias.contains("://");
        if usable && alias != cell(NAME) {
            push_alias(&mut spec, alias);
        }
    }
    Ok(spec)
}
