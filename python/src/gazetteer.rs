//! A user's own list of names.

use crate::error::GazetteerError;
use crate::text::{Surrogates, extract};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDateAccess as _, PyDict, PyList, PyString, PyTuple};
use std::sync::Arc;
use wirecopy::{CasePolicy, EntryKind, EntrySpec, GazetteerBuilder, OffsetMap, OffsetUnit};

/// A list of names, compiled: finds them in text and gives what is known of each.
///
/// Args:
///     rows: the names, as dictionaries, or any data frame (pandas, Polars, pyarrow). Columns:
///         name (required), kind (person, place, organization, demonym, other), id, aliases (a list,
///         or text parted by "|"), lat, lon, country, region, weight, case (exact, fold or smart),
///         valid_from, valid_to; every further column is kept.
///     source: the name of the list, for `Link.source`.
///     fold_diacritics: also match names written without their diacritics.
///
/// Raises:
///     GazetteerError: a row that cannot be used; the message names row and column.
///
/// Example:
///     >>> import wirecopy
///     >>> ours = wirecopy.Gazetteer([{"name": "Tarn Bridge", "kind": "place", "id": "b1"}])
///     >>> [(m.text, m.entries[0].id) for m in ours.find("They closed the Tarn Bridge.")]
///     [('Tarn Bridge', 'b1')]
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Gazetteer {
    list: Arc<wirecopy::Gazetteer>,
}

impl Gazetteer {
    pub(crate) const fn of(list: Arc<wirecopy::Gazetteer>) -> Self {
        Self { list }
    }

    pub(crate) fn shared(&self) -> Arc<wirecopy::Gazetteer> {
        self.list.clone()
    }

    /// The lists in the argument `gazetteer`: one, or several in order of trust.
    pub(crate) fn extract_all(value: &Bound<'_, PyAny>) -> PyResult<Vec<Arc<wirecopy::Gazetteer>>> {
        if let Ok(one) = value.cast::<Self>() {
            return Ok(vec![one.get().shared()]);
        }
        let wrong = || PyTypeError::new_err("gazetteer: expected a Gazetteer or several of them");
        let mut lists = Vec::new();
        for element in value.try_iter().map_err(|_| wrong())? {
            lists.push(element?.cast::<Self>().map_err(|_| wrong())?.get().shared());
        }
        Ok(lists)
    }
}

/// Everything in a list that has a name, the weightiest first.
fn entries<'py>(
    py: Python<'py>,
    list: &wirecopy::Gazetteer,
    name: wirecopy::NameId,
) -> PyResult<Bound<'py, PyTuple>> {
    let entries: PyResult<Vec<_>> =
        list.entries(name).map(|entry| Bound::new(py, Entry::of(&entry))).collect();
    PyTuple::new(py, entries?)
}

#[pymethods]
impl Gazetteer {
    #[new]
    #[pyo3(signature = (rows, *, source = "user", fold_diacritics = false))]
    fn new(rows: &Bound<'_, PyAny>, source: &str, fold_diacritics: bool) -> PyResult<Self> {
        let py = rows.py();
        let rows = py.import("wirecopy._rows")?.getattr("rows")?.call1((rows,))?;
        let mut builder = GazetteerBuilder::new();
        if fold_diacritics {
            builder = builder.fold_diacritics();
        }
        for (index, row) in rows.try_iter()?.enumerate() {
            let row = row?;
            let row = row.cast::<PyDict>().map_err(|_| bad(index, "row", "expected a mapping"))?;
            builder
                .add(spec(row, index, source)?)
                .map_err(|error| GazetteerError::new_err(format!("rows[{index}]: {error}")))?;
        }
        let list = py.detach(|| builder.build());
        Ok(Self::of(Arc::new(list.map_err(|error| GazetteerError::new_err(error.to_string()))?)))
    }

    /// Open a compiled list from bytes made by `to_bytes`.
    #[staticmethod]
    fn from_bytes(data: &Bound<'_, PyBytes>) -> PyResult<Self> {
        let list = wirecopy::Gazetteer::open(data.as_bytes().to_vec())
            .map_err(|error| GazetteerError::new_err(format!("data: {error}")))?;
        Ok(Self::of(Arc::new(list)))
    }

    /// The compiled list, to be kept in a file.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.list.as_bytes())
    }

    /// Find the names in a text.
    ///
    /// Args:
    ///     text: any text.
    ///     overlaps: every name, not only the longest at each place.
    #[pyo3(signature = (text, *, overlaps = false, errors = "strict"))]
    fn find<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        overlaps: bool,
        errors: &str,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = text.py();
        let text = extract(text, "text", Surrogates::parse(errors)?)?;
        let found: Vec<wirecopy::Match> = py.detach(|| {
            if overlaps {
                self.list.find_all(&text).collect()
            } else {
                self.list.find(&text).collect()
            }
        });
        let points = OffsetMap::new(&text, OffsetUnit::CodePoint);
        let matches: PyResult<Vec<_>> = found
            .into_iter()
            .map(|found| {
                let span = points.convert_span(&text, found.span);
                Bound::new(
                    py,
                    GazetteerMatch {
                        text: found.span.of(&text).to_owned(),
                        start: span.start(),
                        end: span.end(),
                        list: Arc::clone(&self.list),
                        name: found.name,
                    },
                )
            })
            .collect();
        PyList::new(py, matches?)
    }

    /// Everything that has this name.
    fn lookup<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyTuple>> {
        match self.list.lookup(name) {
            Some(name) => entries(py, &self.list, name),
            None => Ok(PyTuple::empty(py)),
        }
    }

    fn __repr__(&self) -> String {
        format!("Gazetteer({} bytes)", self.list.as_bytes().len())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.list.as_bytes() == other.get().list.as_bytes())
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        self.list.as_bytes().hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let open = py.import("wirecopy._wirecopy")?.getattr("Gazetteer")?.getattr("from_bytes")?;
        let arguments = PyTuple::new(py, [self.to_bytes(py)])?;
        PyTuple::new(py, [open, arguments.into_any()])
    }
}

fn bad(index: usize, column: &str, message: &str) -> PyErr {
    GazetteerError::new_err(format!("rows[{index}], column {column:?}: {message}"))
}

/// One row as an entry.
fn spec(row: &Bound<'_, PyDict>, index: usize, source: &str) -> PyResult<EntrySpec> {
    let text = |column: &str| -> PyResult<Option<String>> {
        match row.get_item(column)? {
            Some(value) if !value.is_none() => Ok(Some(value.str()?.to_string())),
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
    if let (Some(lat), Some(lon)) = (number("lat")?, number("lon")?) {
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return Err(bad(
                index,
                "lat",
                "expected degrees, latitude within 90, longitude within 180",
            ));
        }
        spec = spec.with_coordinates(lat as f32, lon as f32);
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
            spec = spec.with_field(column, value.str()?.to_string());
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

/// A name found in a text.
///
/// It keeps its list: what has the name is read when it is asked for.
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct GazetteerMatch {
    /// What stands there.
    #[pyo3(get)]
    text: String,
    /// First code point.
    #[pyo3(get)]
    start: u32,
    /// One past the last code point.
    #[pyo3(get)]
    end: u32,
    list: Arc<wirecopy::Gazetteer>,
    name: wirecopy::NameId,
}

#[pymethods]
impl GazetteerMatch {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["text", "entries", "start", "end"])
    }

    /// Everything that has this name, the weightiest first.
    #[getter]
    fn entries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        entries(py, &self.list, self.name)
    }

    fn __repr__(&self) -> String {
        format!("GazetteerMatch(text={:?}, start={}, end={})", self.text, self.start, self.end)
    }
}

/// What a list knows of a name.
#[pyclass(frozen, eq, hash, module = "wirecopy")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    /// Identifier in its source.
    #[pyo3(get)]
    id: String,
    /// person, place, organization, demonym or other.
    #[pyo3(get)]
    kind: &'static str,
    /// The canonical name.
    #[pyo3(get)]
    name: String,
    /// The list.
    #[pyo3(get)]
    source: String,
    /// Importance among the entries of one name.
    #[pyo3(get)]
    weight: u32,
    /// Two-letter country code; or None.
    #[pyo3(get)]
    country: Option<String>,
    /// First-level division; or None.
    #[pyo3(get)]
    region: Option<String>,
    /// Hundred-thousandths of degrees: hashable.
    coordinates: Option<(i32, i32)>,
}

impl Entry {
    fn of(entry: &wirecopy::Entry<'_>) -> Self {
        let scaled = |degrees: f32| (f64::from(degrees) * 1e5).round() as i32;
        Self {
            id: entry.id().to_owned(),
            kind: entry.kind().as_str(),
            name: entry.name().to_owned(),
            source: entry.source().to_owned(),
            weight: entry.weight(),
            country: entry.country().map(str::to_owned),
            region: entry.region().map(str::to_owned),
            coordinates: entry.latitude().map(scaled).zip(entry.longitude().map(scaled)),
        }
    }
}

#[pymethods]
impl Entry {
    /// Latitude in degrees; or None.
    #[getter]
    fn lat(&self) -> Option<f64> {
        self.coordinates.map(|(lat, _)| f64::from(lat) / 1e5)
    }

    /// Longitude in degrees; or None.
    #[getter]
    fn lon(&self) -> Option<f64> {
        self.coordinates.map(|(_, lon)| f64::from(lon) / 1e5)
    }

    fn __repr__(&self) -> String {
        format!("Entry(id={:?}, kind={:?}, name={:?})", self.id, self.kind, self.name)
    }
}
