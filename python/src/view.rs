//! A list that makes its elements when they are asked for.

use crate::buffer::Buffer;
use crate::item::{self, Kind};
use crate::number::position;
use crate::story::{self, Shared};
use pyo3::exceptions::{PyAttributeError, PyIndexError};
use pyo3::prelude::*;
use pyo3::types::{PySlice, PyTuple};
use wirecopy::{Span, Spanned as _};

/// A read-only sequence over one story's results; elements are made when asked for.
#[pyclass(frozen, sequence, module = "wirecopy", name = "View")]
#[derive(Debug)]
pub(crate) struct View {
    story: Shared,
    kind: Kind,
    /// Indices into the story's list of that kind.
    indices: Vec<u32>,
    starts: Buffer,
    ends: Buffer,
}

impl View {
    /// All elements of `kind`.
    pub(crate) fn all(story: &Shared, kind: Kind) -> Self {
        let length = u32::try_from(kind.len(story)).unwrap_or(u32::MAX);
        Self::some(story, kind, (0..length).collect())
    }

    /// Some elements of `kind`.
    pub(crate) fn some(story: &Shared, kind: Kind, indices: Vec<u32>) -> Self {
        let (starts, ends) = (Buffer::new(), Buffer::new());
        Self { story: story.clone(), kind, indices, starts, ends }
    }

    /// Where the elements are; an error for kinds that are in several places, or in none.
    fn spans(&self) -> PyResult<impl Iterator<Item = Span>> {
        let article = &self.story.article;
        let span: fn(&wirecopy::Article<'_>, usize) -> Option<Span> = match self.kind {
            Kind::Part => |article, at| Some(article.parts().get(at)?.span),
            Kind::Sentence => |article, at| Some(article.sentences().get(at)?.span()),
            Kind::Date => |article, at| Some(article.dates().get(at)?.span()),
            Kind::Mention => |article, at| Some(article.mentions().get(at)?.span),
            _ => return Err(PyAttributeError::new_err("these elements have no single place")),
        };
        Ok(self.indices.iter().filter_map(move |index| span(article, *index as usize)))
    }

    fn element<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        let index =
            self.indices.get(at).ok_or_else(|| PyIndexError::new_err("index out of range"))?;
        item::make(py, &self.story, self.kind, *index)
    }
}

/// The positions that a slice means in a sequence of `length`.
fn positions(
    slice: &Bound<'_, PySlice>,
    length: usize,
) -> PyResult<impl Iterator<Item = usize> + use<>> {
    let picked = slice.indices(isize::try_from(length).unwrap_or(isize::MAX))?;
    let at = move |index: usize| {
        let offset = isize::try_from(index).unwrap_or(isize::MAX).saturating_mul(picked.step);
        usize::try_from(picked.start.saturating_add(offset)).unwrap_or(usize::MAX)
    };
    Ok((0..picked.slicelength).map(at))
}

/// One element by an index that may count from the end, or a tuple of them by a slice.
pub(crate) fn pick<'py>(
    index: &Bound<'py, PyAny>,
    length: usize,
    element: impl Fn(usize) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(slice) = index.cast::<PySlice>() {
        let elements: PyResult<Vec<_>> = positions(slice, length)?.map(element).collect();
        return Ok(PyTuple::new(index.py(), elements?)?.into_any());
    }
    let index = position(index)?;
    let from_end = isize::try_from(length).unwrap_or(isize::MAX);
    let at = if index < 0 { index.saturating_add(from_end) } else { index };
    element(usize::try_from(at).unwrap_or(usize::MAX))
}

/// An iterator that makes each of the `length` elements when its turn comes.
pub(crate) fn each<'py>(
    sequence: &Bound<'py, PyAny>,
    length: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let builtins = sequence.py().import("builtins")?;
    let indices = builtins.getattr("range")?.call1((length,))?;
    builtins.getattr("map")?.call1((sequence.getattr("__getitem__")?, indices))
}

#[pymethods]
impl View {
    /// Start of each element in code points: a buffer of unsigned 32-bit integers. Sentences, parts,
    /// dates and mentions have one.
    #[getter]
    fn starts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.starts.points(py, &self.story, self.spans()?.map(Span::start))
    }

    /// End of each element in code points: a buffer of unsigned 32-bit integers.
    #[getter]
    fn ends<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.ends.points(py, &self.story, self.spans()?.map(Span::end))
    }

    fn __len__(&self) -> usize {
        self.indices.len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        index: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(slice) = index.cast::<PySlice>() {
            let indices = positions(slice, self.indices.len())?
                .filter_map(|at| self.indices.get(at).copied())
                .collect();
            let view = Self::some(&self.story, self.kind, indices);
            return Ok(Bound::new(py, view)?.into_any());
        }
        pick(index, self.indices.len(), |at| self.element(py, at))
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        each(slf.as_any(), slf.get().indices.len())
    }

    fn __contains__(&self, py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        for at in 0..self.indices.len() {
            if self.element(py, at)?.eq(value)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.kind == other.kind
                && self.indices == other.indices
                && story::same(&self.story, &other.story)
        })
    }

    fn __hash__(&self) -> u64 {
        item::hash(&self.story, self.kind, self.indices.first().copied().unwrap_or(u32::MAX))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let shown: PyResult<Vec<String>> = (0..self.indices.len().min(3))
            .map(|at| Ok(self.element(py, at)?.repr()?.to_string()))
            .collect();
        let rest = self.indices.len().saturating_sub(3);
        let more = if rest > 0 { format!(", … {rest} more") } else { String::new() };
        Ok(format!("[{}{more}]", shown?.join(", ")))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        item::reduce(py, &self.story, self.kind, Some(self.indices.clone()))
    }
}
