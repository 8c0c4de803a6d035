//! A row of a user's list, from a Python mapping.

use crate::error::GazetteerError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess as _, PyDict, PyFloat, PyString};
use wirecopy::{CasePolicy, EntryKind, EntrySpec};

pub(crate) fn bad(index: usize, column: &str, message: &str) -> PyErr {
    GazetteerError::new_err(format!("rows[{index}], column {column:?}: {message}"))
}

/// One row as an entry.
pub(crate) fn spec(row: &Bound<'_, PyDict>, index: usize, source: &str) -> PyResult<EntrySpec> {
    let text = |column: &str| -> PyResult<Option<String>> {
        match row.get_item(column)? {
            Some(value) if !value.is_none() => Ok(Some(plain(&value)?)),
            _ => Ok(None),
        }
    };
    let number = |column: &str| -> PyResult<Option<f64>> {
        match row.get_item(column)? {
            Some(value) if !value.is_none() => {
                let number = value.extract::<f64>().or_else(|_| {
                    let text = value.str()?.to_string();
                    text.parse().map_err(|_| {
                        bad(index, column, &format!("expected a number, found {text:?}"))
                    })
                })?;
                Ok(Some(number))
            }
            _ => Ok(None),
        }
    };
    let name = text("name")?.filter(|name| !name.trim().is_empty());
    let name = name.ok_or_else(|| bad(index, "name", "expected a name, found nothing"))?;
    let kind = match text("kind")?.or(text("type")?) {
        None => EntryKind::Other,
        Some(kind) => kind.parse::<EntryKind>().map_err(|_| {
            bad(
                index,
                "kind",
                &format!("expected person, place, organization, demonym or other, found {kind:?}"),
            )
        })?,
    };
    let mut spec = EntrySpec::new(kind, name).with_source(source);
    if let Some(id) = text("id")? {
        spec = spec.with_id(id);
    }
    if let Some(case) = text("case")? {
        spec = spec.with_case(case.parse::<CasePolicy>().map_err(|_| {
            bad(index, "case", &format!("expected exact, fold or smart, found {case:?}"))
        })?);
    }
    for alias in aliases(row, index)? {
        spec = spec.with_alias(alias);
    }
    match (number("lat")?, number("lon")?) {
        (None, None) => {}
        (Some(_), None) => return Err(bad(index, "lon", "a latitude without a longitude")),
        (None, Some(_)) => return Err(bad(index, "lat", "a longitude without a latitude")),
        (Some(lat), Some(lon)) => {
            if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
                let message = "expected degrees, latitude within 90, longitude within 180";
                return Err(bad(index, "lat", message));
            }
            spec = spec.with_coordinates(lat as f32, lon as f32);
        }
    }
    if let Some(weight) = number("weight")? {
        // Saturates: weights only order the entries of one name.
        spec = spec.with_weight(weight as u32);
    }
    if let Some(country) = text("country")? {
        spec = spec.with_country(country);
    }
    if let Some(region) = text("region")? {
        spec = spec.with_region(region);
    }
    if let Some((year, month, day)) = day(row, index, "valid_from")? {
        spec = spec.with_valid_from(year, month, day);
    }
    if let Some((year, month, day)) = day(row, index, "valid_to")? {
        spec = spec.with_valid_to(year, month, day);
    }
    further_columns(row, spec)
}

/// A value as text. A whole number is written as one also where a data frame made it a float, as it
/// does for a column with a missing value.
fn plain(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(number) = value.cast::<PyFloat>() {
        let number = number.value();
        if number.fract() == 0.0 && number.abs() < 1e15 {
            return Ok(format!("{number:.0}"));
        }
    }
    Ok(value.str()?.to_string())
}

const COLUMNS: [&str; 13] = [
    "name",
    "kind",
    "type",
    "id",
    "aliases",
    "lat",
    "lon",
    "country",
    "region",
    "weight",
    "case",
    "valid_from",
    "valid_to",
];

fn further_columns(row: &Bound<'_, PyDict>, mut spec: EntrySpec) -> PyResult<EntrySpec> {
    for (column, value) in row.iter() {
        let column = column.str()?.to_string();
        if !COLUMNS.contains(&column.as_str()) && !value.is_none() {
            spec = spec.with_field(column, plain(&value)?);
        }
    }
    Ok(spec)
}

/// A list, or text parted by "|".
fn aliases(row: &Bound<'_, PyDict>, index: usize) -> PyResult<Vec<String>> {
    let Some(value) = row.get_item("aliases")?.filter(|value| !value.is_none()) else {
        return Ok(Vec::new());
    };
    if let Ok(text) = value.cast::<PyString>() {
        let text = text.to_string();
        return Ok(text
            .split('|')
            .map(|alias| alias.trim().to_owned())
            .filter(|a| !a.is_empty())
            .collect());
    }
    value
        .try_iter()
        .and_then(|aliases| aliases.map(|alias| Ok(alias?.str()?.to_string())).collect())
        .map_err(|_| bad(index, "aliases", "expected a list, or text parted by \"|\""))
}

fn day(row: &Bound<'_, PyDict>, index: usize, column: &str) -> PyResult<Option<(i16, u8, u8)>> {
    let Some(value) = row.get_item(column)?.filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    if let Ok(day) = value.cast::<PyDate>() {
        let year = i16::try_from(day.get_year()).unwrap_or(i16::MAX);
        return Ok(Some((year, day.get_month(), day.get_day())));
    }
    let text = value.str()?.to_string();
    let day: wirecopy::Date = text.parse().map_err(|_| {
        bad(index, column, &format!("expected a day as YYYY-MM-DD, found {text:?}"))
    })?;
    Ok(Some((day.year(), day.month(), day.day())))
}
