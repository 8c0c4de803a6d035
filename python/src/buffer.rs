//! Numbers that numpy and Arrow read where they lie.
//!
//! The buffer protocol is not part of the stable ABI before CPython 3.11, so a buffer is a memory
//! view of `bytes` that are written once and kept.

use crate::story::Story;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyMemoryView};
use std::fmt;

/// A list of numbers, made when it is first asked for.
pub(crate) struct Buffer {
    bytes: PyOnceLock<Py<PyBytes>>,
}

impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffer").finish_non_exhaustive()
    }
}

impl Buffer {
    pub(crate) const fn new() -> Self {
        Self { bytes: PyOnceLock::new() }
    }

    /// A view of `offsets`, which are in bytes and ascend, as unsigned 32-bit code points.
    pub(crate) fn points<'py>(
        &self,
        py: Python<'py>,
        story: &Story,
        offsets: impl Iterator<Item = u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.words(py, || {
            let mut offsets: Vec<u32> = offsets.collect();
            story.all_points(&mut offsets);
            offsets
        })
    }

    /// A view of unsigned 32-bit numbers.
    pub(crate) fn words<'py>(
        &self,
        py: Python<'py>,
        numbers: impl FnOnce() -> Vec<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let bytes = self.bytes.get_or_try_init(py, || {
            let numbers = numbers();
            let length = numbers.len() * size_of::<u32>();
            let bytes = PyBytes::new_with(py, length, |bytes| {
                let (slots, _) = bytes.as_chunks_mut();
                slots.iter_mut().zip(numbers).for_each(|(slot, at)| *slot = at.to_ne_bytes());
                Ok(())
            })?;
            PyResult::Ok(bytes.unbind())
        })?;
        let view = PyMemoryView::from(bytes.bind(py))?;
        view.call_method1(intern!(py, "cast"), (intern!(py, "I"),))
    }

    /// A view of unsigned bytes.
    pub(crate) fn numbers<'py>(
        &self,
        py: Python<'py>,
        numbers: impl ExactSizeIterator<Item = u8>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let bytes = self.bytes.get_or_try_init(py, || {
            let bytes = PyBytes::new_with(py, numbers.len(), |bytes| {
                bytes.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = number);
                Ok(())
            })?;
            PyResult::Ok(bytes.unbind())
        })?;
        Ok(PyMemoryView::from(bytes.bind(py))?.into_any())
    }
}
