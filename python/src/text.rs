//! Text from Python: any `str`, and a clear message for everything else.

use crate::error::WirecopyError;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyString};
use std::sync::Arc;

/// The UTF-8 that a Python `str` holds (an ASCII one) or keeps once it was asked for (any other),
/// with the `str` itself: nothing of it is copied, and results keep it alive.
pub(crate) type Text = Arc<PyBackedStr>;

/// What to do with a lone surrogate, which no UTF-8 text can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surrogates {
    /// Raise, naming the position.
    Strict,
    /// Read each as one U+FFFD, so that offsets still hold.
    Replace,
}

impl Surrogates {
    /// From the argument `errors`.
    pub(crate) fn parse(errors: &str) -> PyResult<Self> {
        match errors {
            "strict" => Ok(Self::Strict),
            "replace" => Ok(Self::Replace),
            other => Err(WirecopyError::new_err(format!(
                "errors: expected 'strict' or 'replace', found {other:?}"
            ))),
        }
    }
}

/// The text of `value`, an argument (or element of an argument) called `name`.
pub(crate) fn extract(
    value: &Bound<'_, PyAny>,
    name: &str,
    surrogates: Surrogates,
) -> PyResult<Text> {
    let Ok(text) = value.cast::<PyString>() else {
        return Err(PyTypeError::new_err(wrong_type(value, name)));
    };
    let text = match text.to_str() {
        Ok(_) if text.is_exact_instance_of::<PyString>() => text.clone(),
        // A subclass may hold anything; only its text is kept.
        Ok(plain) => PyString::new(value.py(), plain),
        Err(_) => PyString::new(value.py(), &with_surrogates(text, name, surrogates)?),
    };
    Ok(Arc::new(PyBackedStr::try_from(text)?))
}

/// What Python calls the type of `value`.
pub(crate) fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string())
}

fn wrong_type(value: &Bound<'_, PyAny>, name: &str) -> String {
    let found = type_name(value);
    let hint = if value.is_instance_of::<PyBytes>() { "; decode the bytes first" } else { "" };
    format!("{name}: expected str, found {found}{hint}")
}

/// The text of a `str` that holds lone surrogates.
fn with_surrogates(
    text: &Bound<'_, PyString>,
    name: &str,
    surrogates: Surrogates,
) -> PyResult<String> {
    let encoded = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
    let encoded = encoded.cast_into::<PyBytes>()?;
    let mut read = String::new();
    for (index, unit) in encoded.as_bytes().chunks_exact(4).enumerate() {
        let unit = unit.try_into().map_or(0, u32::from_le_bytes);
        match (char::from_u32(unit), surrogates) {
            (Some(c), _) => read.push(c),
            (None, Surrogates::Replace) => read.push('\u{FFFD}'),
            (None, Surrogates::Strict) => {
                return Err(WirecopyError::new_err(format!(
                    "{name}: lone surrogate U+{unit:04X} at position {index}; \
                     errors='replace' reads it as U+FFFD"
                )));
            }
        }
    }
    Ok(read)
}
