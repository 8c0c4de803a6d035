//! Exceptions: one base under `ValueError`; a bug of ours is a `RuntimeError`.

use pyo3::PyErr;
use pyo3::create_exception;
use pyo3::exceptions::{PyRuntimeError, PyValueError};

create_exception!(
    wirecopy,
    WirecopyError,
    PyValueError,
    "Base of the errors that wirecopy raises for input it cannot use."
);
create_exception!(
    wirecopy,
    GazetteerError,
    WirecopyError,
    "A list of names that cannot be used; the message names the row."
);
create_exception!(
    wirecopy,
    InternalError,
    PyRuntimeError,
    "A bug in wirecopy. Please report it with the text that shows it."
);

/// The exception for an error of the Rust side.
pub(crate) fn raise(error: &wirecopy::Error) -> PyErr {
    if error.is_internal() {
        InternalError::new_err(error.to_string())
    } else {
        WirecopyError::new_err(error.to_string())
    }
}
