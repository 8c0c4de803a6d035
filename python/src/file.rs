//! Files, read by Python itself, so that its errors are those that Python users know.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::path::Path;

/// The bytes of a file; an `OSError` that names it where it cannot be read.
pub(crate) fn read(py: Python<'_>, path: &Path) -> PyResult<PyBackedBytes> {
    let file = py.import("pathlib")?.getattr("Path")?.call1((path,))?;
    file.call_method0("read_bytes")?.extract().map_err(Into::into)
}
