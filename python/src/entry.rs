//! What a list knows of a name.

use crate::gazetteer::Gazetteer;
use crate::item::lost;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyTuple};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// What a list knows of a name: an entry of a Gazetteer, read where it lies.
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Entry {
    gazetteer: Py<Gazetteer>,
    index: u32,
}

impl Entry {
    pub(crate) fn of(gazetteer: &Bound<'_, Gazetteer>, index: u32) -> Self {
        Self { gazetteer: gazetteer.clone().unbind(), index }
    }

    fn get(&self) -> PyResult<wirecopy::Entry<'_>> {
        self.gazetteer.get().list().entry(self.index).ok_or_else(lost)
    }
}

/// Everything in a list that has a name, the weightiest first.
pub(crate) fn all<'py>(
    gazetteer: &Bound<'py, Gazetteer>,
    name: wirecopy::NameId,
) -> PyResult<Bound<'py, PyTuple>> {
    let entries = gazetteer.get().list().entries(name);
    let entries: PyResult<Vec<_>> = entries
        .map(|entry| Bound::new(gazetteer.py(), Entry::of(gazetteer, entry.index())))
        .collect();
    PyTuple::new(gazetteer.py(), entries?)
}

/// Degrees as they were written, not as four bytes hold them.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 1e5).round() / 1e5
}

/// A day, or `None` for years that Python has no date for.
fn day(py: Python<'_>, day: Option<(i16, u8, u8)>) -> Option<Bound<'_, PyDate>> {
    let (year, month, day) = day?;
    PyDate::new(py, year.into(), month, day).ok()
}

fn fields<'py>(py: Python<'py>, entry: &wirecopy::Entry<'_>) -> PyResult<Bound<'py, PyDict>> {
    let fields = PyDict::new(py);
    for (column, value) in entry.fields() {
        fields.set_item(column, value)?;
    }
    Ok(fields)
}

/// An entry as a dictionary; further columns stand beside ours, which win where names are equal.
pub(crate) fn record<'py>(
    py: Python<'py>,
    entry: &wirecopy::Entry<'_>,
) -> PyResult<Bound<'py, PyDict>> {
    let record = PyDict::new(py);
    record.set_item("id", entry.id())?;
    record.set_item("kind", entry.kind().as_str())?;
    record.set_item("name", entry.name())?;
    record.set_item("source", entry.source())?;
    record.set_item("weight", entry.weight())?;
    record.set_item("country", entry.country())?;
    record.set_item("region", entry.region())?;
    record.set_item("lat", entry.latitude().map(degrees))?;
    record.set_item("lon", entry.longitude().map(degrees))?;
    record.set_item("valid_from", day(py, entry.valid_from()))?;
    record.set_item("valid_to", day(py, entry.valid_to()))?;
    for (column, value) in entry.fields() {
        if !record.contains(column)? {
            record.set_item(column, value)?;
        }
    }
    Ok(record)
}

#[pymethods]
impl Entry {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["id", "kind", "name"])
    }

    /// Its number in the list, of which the greatest weight has 0.
    #[getter]
    fn index(&self) -> u32 {
        self.index
    }

    /// Identifier in its source.
    #[getter]
    fn id(&self) -> PyResult<&str> {
        Ok(self.get()?.id())
    }

    /// person, place, organization, demonym or other.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.get()?.kind().as_str())
    }

    /// The canonical name.
    #[getter]
    fn name(&self) -> PyResult<&str> {
        Ok(self.get()?.name())
    }

    /// The list.
    #[getter]
    fn source(&self) -> PyResult<&str> {
        Ok(self.get()?.source())
    }

    /// Importance among the entries of one name.
    #[getter]
    fn weight(&self) -> PyResult<u32> {
        Ok(self.get()?.weight())
    }

    /// Two-letter country code; or None.
    #[getter]
    fn country(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.country())
    }

    /// First-level division; or None.
    #[getter]
    fn region(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.region())
    }

    /// Latitude in degrees; or None.
    #[getter]
    fn lat(&self) -> PyResult<Option<f64>> {
        Ok(self.get()?.latitude().map(degrees))
    }

    /// Longitude in degrees; or None.
    #[getter]
    fn lon(&self) -> PyResult<Option<f64>> {
        Ok(self.get()?.longitude().map(degrees))
    }

    /// First day on which it is valid; or None.
    #[getter]
    fn valid_from<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        Ok(day(py, self.get()?.valid_from()))
    }

    /// Last day on which it is valid; or None.
    #[getter]
    fn valid_to<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        Ok(day(py, self.get()?.valid_to()))
    }

    /// The further columns of its row, as text.
    #[getter]
    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        fields(py, &self.get()?)
    }

    /// Everything as a dictionary of plain values.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        record(py, &self.get()?)
    }

    fn __repr__(&self) -> PyResult<String> {
        let entry = self.get()?;
        let (id, kind, name) = (entry.id(), entry.kind().as_str(), entry.name());
        Ok(format!("Entry(id={id:?}, kind={kind:?}, name={name:?})"))
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let other = other.get();
        if self.gazetteer.is(&other.gazetteer) {
            return Ok(self.index == other.index);
        }
        record(py, &self.get()?)?.eq(record(py, &other.get()?)?)
    }

    fn __hash__(&self) -> PyResult<u64> {
        let entry = self.get()?;
        let mut hasher = DefaultHasher::new();
        (entry.id(), entry.kind(), entry.name(), entry.source()).hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let entry = py.get_type::<Gazetteer>().getattr("entry")?;
        let arguments = (self.gazetteer.clone_ref(py), self.index).into_pyobject(py)?;
        PyTuple::new(py, [entry, arguments.into_any()])
    }
}
