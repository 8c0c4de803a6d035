//! Names found in texts: a lazy sequence, and buffers for those who compute.
//!
//! What the search gives is kept as it is, twelve bytes a match. An object, its text and its offsets
//! in code points are made when they are asked for.

use crate::buffer::Buffer;
use crate::entry::{self, Entry};
use crate::gazetteer::{self, Gazetteer};
use crate::item::{self, lost};
use crate::text::Text;
use crate::view;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use wirecopy::{Match, OffsetMap, OffsetUnit};

/// A text and what was found in it.
#[derive(Debug)]
pub(crate) struct Row {
    text: Text,
    matches: Vec<Match>,
    points: OnceLock<OffsetMap>,
}

impl Row {
    pub(crate) const fn new(text: Text, matches: Vec<Match>) -> Self {
        Self { text, matches, points: OnceLock::new() }
    }

    fn map(&self) -> &OffsetMap {
        self.points.get_or_init(|| OffsetMap::new(&self.text, OffsetUnit::CodePoint))
    }

    /// An offset in code points.
    fn point(&self, offset: u32) -> u32 {
        self.map().convert(&self.text, offset)
    }
}

/// Names found in a text, or in many: a lazy sequence of GazetteerMatch. `starts`, `ends`, `entries`
/// and `rows` are buffers of unsigned 32-bit integers that numpy and Arrow read without copying.
///
/// Example:
///     >>> import wirecopy
///     >>> ours = wirecopy.Gazetteer([{"name": "Oslo", "id": "o"}, {"name": "Bergen", "id": "b"}])
///     >>> found = ours.find("From Oslo to Bergen")
///     >>> list(found.starts), list(found.ends), found[-1].entry.id
///     ([5, 13], [9, 19], 'b')
#[pyclass(frozen, sequence, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Matches {
    gazetteer: Py<Gazetteer>,
    /// What was found in each text; `None` for rows that hold none.
    found: Vec<Option<Row>>,
    /// The number of matches before each row, and of all.
    before: Vec<usize>,
    /// Whether many texts were asked for.
    many: bool,
    overlaps: bool,
    starts: Buffer,
    ends: Buffer,
    entries: Buffer,
    rows: Buffer,
}

impl Matches {
    pub(crate) fn of_one(gazetteer: &Bound<'_, Gazetteer>, row: Row, overlaps: bool) -> Self {
        Self::of(gazetteer, vec![Some(row)], false, overlaps)
    }

    pub(crate) fn of_many(
        gazetteer: &Bound<'_, Gazetteer>,
        found: Vec<Option<Row>>,
        overlaps: bool,
    ) -> Self {
        Self::of(gazetteer, found, true, overlaps)
    }

    fn of(
        gazetteer: &Bound<'_, Gazetteer>,
        found: Vec<Option<Row>>,
        many: bool,
        overlaps: bool,
    ) -> Self {
        let mut before = Vec::with_capacity(found.len() + 1);
        let mut count = 0;
        before.push(count);
        for row in &found {
            count += row.as_ref().map_or(0, |row| row.matches.len());
            before.push(count);
        }
        let (starts, ends) = (Buffer::new(), Buffer::new());
        let (entries, rows) = (Buffer::new(), Buffer::new());
        let gazetteer = gazetteer.clone().unbind();
        Self { gazetteer, found, before, many, overlaps, starts, ends, entries, rows }
    }

    fn len(&self) -> usize {
        self.before.last().copied().unwrap_or(0)
    }

    /// The row of match `at`, and which of the row's it is.
    fn place(&self, at: usize) -> Option<(usize, usize)> {
        let row = self.before.partition_point(|before| *before <= at).checked_sub(1)?;
        let index = at - self.before.get(row)?;
        let known = self.found.get(row)?.as_ref()?;
        (index < known.matches.len()).then_some((row, index))
    }

    fn element(slf: &Bound<'_, Self>, at: usize) -> PyResult<GazetteerMatch> {
        let place = slf.get().place(at);
        let (row, index) = place.ok_or_else(|| PyIndexError::new_err("index out of range"))?;
        Ok(GazetteerMatch { matches: slf.clone().unbind(), row, index })
    }

    /// Every match with its row.
    fn each(&self) -> impl Iterator<Item = (usize, &Row, &Match)> {
        let rows = self.found.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?)));
        rows.flat_map(|(at, row)| row.matches.iter().map(move |found| (at, row, found)))
    }

    /// Where every match starts and ends in code points, in one sweep over each text.
    fn points(&self) -> (Vec<u32>, Vec<u32>) {
        let (mut starts, mut ends) =
            (Vec::with_capacity(self.len()), Vec::with_capacity(self.len()));
        let mut both = Vec::new();
        for row in self.found.iter().flatten() {
            both.clear();
            both.extend(row.matches.iter().flat_map(|at| [at.span.start(), at.span.end()]));
            if !row.map().is_identity() {
                row.map().convert_sorted(&row.text, &mut both);
            }
            for [start, end] in both.as_chunks().0 {
                starts.push(*start);
                ends.push(*end);
            }
        }
        (starts, ends)
    }

    /// The weightiest entry of a match, of which only damaged bytes have none.
    fn top(&self, found: &Match) -> Option<wirecopy::Entry<'_>> {
        self.gazetteer.get().list().entries(found.name).next()
    }
}

#[pymethods]
impl Matches {
    /// Start of each match in code points of its text: a buffer of unsigned 32-bit integers.
    #[getter]
    fn starts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let mut others = None;
        let starts = self.starts.words(py, || {
            let (starts, ends) = self.points();
            others = Some(ends);
            starts
        })?;
        if let Some(ends) = others {
            // Whoever asks for one asks for both.
            self.ends.words(py, || ends)?;
        }
        Ok(starts)
    }

    /// End of each match in code points of its text: a buffer of unsigned 32-bit integers.
    #[getter]
    fn ends<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.ends.words(py, || self.points().1)
    }

    /// The number of each match's weightiest entry, for `Gazetteer.entry` and `Gazetteer.to_records`:
    /// a buffer of unsigned 32-bit integers.
    #[getter]
    fn entries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let list = self.gazetteer.get().list();
        self.entries.words(py, || {
            let tops = self.each().map(|(_, _, found)| list.entries(found.name).indices().next());
            tops.map(|index| index.unwrap_or(u32::MAX)).collect()
        })
    }

    /// The row of each match's text: a buffer of unsigned 32-bit integers.
    #[getter]
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.rows.words(py, || self.each().map(|(row, ..)| row as u32).collect())
    }

    /// The canonical name of each match's weightiest entry.
    #[getter]
    fn names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        // Entries first, then their names: so that the places of many are fetched side by side.
        let tops: Vec<_> = self.each().map(|(_, _, found)| self.top(found)).collect();
        let names = tops.iter().map(|entry| entry.map_or("", |entry| entry.name()));
        PyList::new(py, names)
    }

    /// The list that was searched for.
    #[getter]
    fn gazetteer(&self, py: Python<'_>) -> Py<Gazetteer> {
        self.gazetteer.clone_ref(py)
    }

    /// A dictionary for each match: for a data frame.
    fn to_records<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let records: PyResult<Vec<_>> = self
            .each()
            .map(|(at, row, found)| {
                let record = PyDict::new(py);
                record.set_item("row", at)?;
                record.set_item("start", row.point(found.span.start()))?;
                record.set_item("end", row.point(found.span.end()))?;
                record.set_item("text", found.span.of(&row.text))?;
                let entry = self.top(found).ok_or_else(lost)?;
                record.set_item("id", entry.id())?;
                record.set_item("kind", entry.kind().as_str())?;
                record.set_item("name", entry.name())?;
                record.set_item("source", entry.source())?;
                Ok(record)
            })
            .collect();
        PyList::new(py, records?)
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    fn __getitem__<'py>(
        slf: &Bound<'py, Self>,
        index: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        view::pick(index, slf.get().len(), |at| {
            Ok(Bound::new(slf.py(), Self::element(slf, at)?)?.into_any())
        })
    }

    fn __iter__(slf: &Bound<'_, Self>) -> MatchIterator {
        MatchIterator { matches: slf.clone().unbind(), next: AtomicUsize::new(0) }
    }

    fn __repr__(&self) -> String {
        let texts = self.found.iter().flatten().count();
        let in_texts = if self.many { format!(" in {texts} texts") } else { String::new() };
        format!("Matches({}{in_texts})", self.len())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let same_rows = |other: &Self| {
            let same = |(a, b): (&Option<Row>, &Option<Row>)| match (a, b) {
                (Some(a), Some(b)) => a.matches == b.matches && **a.text == **b.text,
                (a, b) => a.is_none() && b.is_none(),
            };
            self.before == other.before && self.found.iter().zip(&other.found).all(same)
        };
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            gazetteer::same(self.gazetteer.get(), other.gazetteer.get()) && same_rows(other)
        })
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.before.hash(&mut hasher);
        for (_, _, found) in self.each().take(100) {
            found.hash(&mut hasher);
        }
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let find = py.get_type::<Gazetteer>().getattr("_found")?;
        let texts = self.found.iter().map(|row| row.as_ref().map(|row| row.text.as_py_str()));
        let texts = if self.many {
            PyList::new(py, texts)?.into_any()
        } else {
            texts.flatten().next().ok_or_else(lost)?.bind(py).clone().into_any()
        };
        let arguments = (self.gazetteer.clone_ref(py), texts, self.overlaps).into_pyobject(py)?;
        PyTuple::new(py, [find, arguments.into_any()])
    }
}

/// Goes over matches one by one.
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct MatchIterator {
    matches: Py<Matches>,
    next: AtomicUsize,
}

#[pymethods]
impl MatchIterator {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> Option<GazetteerMatch> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        let (row, index) = self.matches.get().place(at)?;
        Some(GazetteerMatch { matches: self.matches.clone_ref(py), row, index })
    }
}

/// A name found in a text.
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct GazetteerMatch {
    matches: Py<Matches>,
    row: usize,
    index: usize,
}

impl GazetteerMatch {
    fn get(&self) -> PyResult<(&Row, &Match)> {
        let row = self.matches.get().found.get(self.row).and_then(Option::as_ref);
        let row = row.ok_or_else(lost)?;
        Ok((row, row.matches.get(self.index).ok_or_else(lost)?))
    }

    fn place(&self) -> PyResult<(u32, u32)> {
        let (row, found) = self.get()?;
        Ok((row.point(found.span.start()), row.point(found.span.end())))
    }
}

#[pymethods]
impl GazetteerMatch {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["text", "entries", "start", "end"])
    }

    /// What stands there.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let (row, found) = self.get()?;
        Ok(PyString::new(py, found.span.of(&row.text)))
    }

    /// First code point.
    #[getter]
    fn start(&self) -> PyResult<u32> {
        Ok(self.place()?.0)
    }

    /// One past the last code point.
    #[getter]
    fn end(&self) -> PyResult<u32> {
        Ok(self.place()?.1)
    }

    /// The row of its text among those that were searched; 0 for a single one.
    #[getter]
    fn row(&self) -> usize {
        self.row
    }

    /// The weightiest that has this name.
    #[getter]
    fn entry(&self, py: Python<'_>) -> PyResult<Entry> {
        let matches = self.matches.get();
        let top = matches.top(self.get()?.1).ok_or_else(lost)?;
        Ok(Entry::of(matches.gazetteer.bind(py), top.index()))
    }

    /// Everything that has this name, the weightiest first.
    #[getter]
    fn entries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        entry::all(self.matches.get().gazetteer.bind(py), self.get()?.1.name)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        item::repr(slf.as_any(), "GazetteerMatch", &["text", "start", "end"])
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let (a, b) = (slf.get(), other.get());
        let ((one, first), (other, second)) = (a.get()?, b.get()?);
        let same = a.row == b.row
            && a.place()? == b.place()?
            && first.span.of(&one.text) == second.span.of(&other.text);
        Ok(same && a.entries(slf.py())?.eq(b.entries(slf.py())?)?)
    }

    fn __hash__(&self) -> PyResult<u64> {
        let (row, found) = self.get()?;
        let mut hasher = DefaultHasher::new();
        (self.row, self.place()?, found.span.of(&row.text)).hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let item = py.import("operator")?.getattr("getitem")?;
        let before = self.matches.get().before.get(self.row).copied().unwrap_or(0);
        let arguments = (self.matches.clone_ref(py), before + self.index).into_pyobject(py)?;
        PyTuple::new(py, [item, arguments.into_any()])
    }
}
