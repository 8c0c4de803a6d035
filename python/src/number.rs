//! Whole numbers from Python, where one that is out of range is told by name.

use crate::error::WirecopyError;
use pyo3::exceptions::{PyIndexError, PyOverflowError};
use pyo3::prelude::*;

/// The argument `name`, which may not be less than `least`.
pub(crate) fn at_least(number: i64, least: i64, name: &str) -> PyResult<usize> {
    if number < least {
        let message = format!("{name}: expected {least} or more, found {number}");
        return Err(WirecopyError::new_err(message));
    }
    // More than there is memory for is as good as all.
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// An index, which may count from the end. One too large for the machine is out of range, as others are.
pub(crate) fn position(index: &Bound<'_, PyAny>) -> PyResult<isize> {
    index.extract().map_err(|error: PyErr| {
        if error.is_instance_of::<PyOverflowError>(index.py()) {
            PyIndexError::new_err("index out of range")
        } else {
            error
        }
    })
}
