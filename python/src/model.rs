//! Weights of the user's own, and the argument `models`.

use crate::error::WirecopyError;
use crate::file;
use crate::text::type_name;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};
use std::path::PathBuf;
use std::sync::Arc;
use wirecopy::Analyzer;

/// Trained weights for quotations, as `wirecopy train` writes them.
///
/// Args:
///     path: the file.
///
/// Raises:
///     OSError: the file cannot be read.
///     WirecopyError: it holds no weights, or those of another version; the message says which.
#[pyclass(frozen, module = "wirecopy._wirecopy")]
#[derive(Debug)]
pub(crate) struct QuoteModel {
    model: Arc<wirecopy::QuoteModel>,
}

#[pymethods]
impl QuoteModel {
    #[new]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        Self::read(file::read(py, &path)?.to_vec(), &path.display().to_string())
    }

    /// Weights from bytes, as `to_bytes` gives them.
    ///
    /// Raises:
    ///     WirecopyError: they are no weights, or those of another version.
    #[staticmethod]
    fn from_bytes(data: &[u8]) -> PyResult<Self> {
        Self::read(data.to_vec(), "data")
    }

    /// The bytes of the file.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.model.as_bytes())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let open = py.import("wirecopy._wirecopy")?.getattr("QuoteModel")?.getattr("from_bytes")?;
        let arguments = PyTuple::new(py, [self.to_bytes(py)])?;
        PyTuple::new(py, [open, arguments.into_any()])
    }
}

impl QuoteModel {
    fn read(bytes: Vec<u8>, name: &str) -> PyResult<Self> {
        match wirecopy::QuoteModel::from_bytes(bytes) {
            Ok(model) => Ok(Self { model: Arc::new(model) }),
            Err(error) => Err(WirecopyError::new_err(format!("{name}: {error}"))),
        }
    }
}

/// Which weights may correct the rules.
#[derive(Debug, Clone, Default)]
pub(crate) enum Models {
    /// Those of the package.
    #[default]
    Embedded,
    /// None: rules alone.
    Off,
    /// The user's own.
    Own(Arc<wirecopy::QuoteModel>),
}

impl Models {
    /// The argument `models`.
    pub(crate) fn extract(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(own) = value.cast::<QuoteModel>() {
            return Ok(Self::Own(own.get().model.clone()));
        }
        match value.extract::<bool>() {
            Ok(true) => Ok(Self::Embedded),
            Ok(false) => Ok(Self::Off),
            Err(_) => {
                let found = type_name(value);
                let message = format!("models: expected bool or QuoteModel, found {found}");
                Err(PyTypeError::new_err(message))
            }
        }
    }

    /// Whether both are the same choice; weights of one's own are compared byte for byte.
    pub(crate) fn are(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Embedded, Self::Embedded) | (Self::Off, Self::Off) => true,
            (Self::Own(a), Self::Own(b)) => Arc::ptr_eq(a, b) || a.as_bytes() == b.as_bytes(),
            _ => false,
        }
    }

    /// As [`extract`](Self::extract) takes it.
    pub(crate) fn to_argument<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match self {
            Self::Embedded => true.into_pyobject(py)?.to_owned().into_any(),
            Self::Off => false.into_pyobject(py)?.to_owned().into_any(),
            Self::Own(model) => Bound::new(py, QuoteModel { model: model.clone() })?.into_any(),
        })
    }

    pub(crate) fn apply(&self, analyzer: Analyzer) -> Analyzer {
        match self {
            Self::Embedded => analyzer,
            Self::Off => analyzer.models(false),
            Self::Own(model) => analyzer.quote_model(model.clone()),
        }
    }
}
