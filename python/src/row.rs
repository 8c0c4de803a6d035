//! A row of a user's list, from a Python mapping.

use crate::error::GazetteerError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyFloat, PyString};
use wirecopy::{EntryKind, EntrySpec};

/// The error of row `index`.
pub(crate) fn bad(index: usize, error: &wirecopy::GazetteerError) -> PyErr {
    let sign = if error.column().is_some() { "," } else { ":" };
    GazetteerError::new_err(format!("rows[{index}]{sign} {error}"))
}

/// One row as an entry. Columns mean what they mean in a file; only a kind must be one that is known.
pub(crate) fn spec(row: &Bound<'_, PyDict>, index: usize, source: &str) -> PyResult<EntrySpec> {
    let mut spec = EntrySpec::new(EntryKind::Other, "").with_source(source);
    for (heading, value) in row.iter().filter(|(_, value)| !value.is_none()) {
        let heading = heading.str()?.to_string();
        for value in values(&heading, &value, index)? {
            spec = spec.with_column(&heading, &value).map_err(|error| bad(index, &error))?;
        }
    }
    Ok(spec)
}

/// The texts of a cell: several where it is a list of aliases.
fn values(heading: &str, value: &Bound<'_, PyAny>, index: usize) -> PyResult<Vec<String>> {
    let column = |message: &str| {
        GazetteerError::new_err(format!("rows[{index}], column {heading}: {message}"))
    };
    match heading.trim().to_ascii_lowercase().as_str() {
        "alias" | "aliases" if !value.is_instance_of::<PyString>() => value
            .try_iter()
            .and_then(|aliases| aliases.map(|alias| Ok(alias?.str()?.to_string())).collect())
            .map_err(|_| column("expected a list, or text parted by \"|\"")),
        "type" | "kind" | "label" => {
            let kind = plain(value)?;
            if !kind.trim().is_empty() && kind.parse::<EntryKind>().is_err() {
                let expected = "expected person, place, organization, demonym or other";
                return Err(column(&format!("{expected}, found {kind:?}")));
            }
            Ok(vec![kind])
        }
        _ => Ok(vec![plain(value)?]),
    }
}

/// A value as text. A day has no time of day; a whole number is written as one also where a data frame
/// made it a float, as it does for a column with a missing value.
fn plain(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(number) = value.cast::<PyFloat>() {
        let number = number.value();
        if number.fract() == 0.0 && number.abs() < 1e15 {
            return Ok(format!("{number:.0}"));
        }
    }
    if value.is_instance_of::<PyDate>() {
        return value.call_method0("isoformat")?.extract();
    }
    Ok(value.str()?.to_string())
}
