//! A user's own list of names.

use crate::analysis::guarded;
use crate::batch::{Pile, Rows, positive, read_rows, warn};
use crate::entry::{self, Entry};
use crate::error::{GazetteerError, WirecopyError};
use crate::file;
use crate::matches::{Matches, Row};
use crate::number::{at_least, position};
use crate::row::{bad, spec};
use crate::text::{Surrogates, Text, extract, type_name};
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyList, PyString, PyTuple};
use std::path::PathBuf;
use std::sync::Arc;
use wirecopy::{CasePolicy, EntryKind, GazetteerBuilder, ListFormat, ListOptions};

/// A list of names, compiled: finds them in text and gives what is known of each.
///
/// Args:
///     rows: the names, as dictionaries, or any data frame (pandas, Polars, pyarrow). Columns:
///         name (required), kind (person, place, organization, demonym, other), id, aliases (a list,
///         or text parted by "|"), lat, lon, country, region, weight, case (exact, fold or smart),
///         valid_from, valid_to, or what else they may be called in a file; every further column is
///         kept.
///     source: the name of the list, for `Link.source`.
///     fold_diacritics: also match names written without their diacritics.
///
/// Raises:
///     GazetteerError: a row that cannot be used; the message names row and column.
///
/// Example:
///     >>> import wirecopy
///     >>> ours = wirecopy.Gazetteer([{"name": "Tarn Bridge", "kind": "place", "id": "b1"}])
///     >>> [(m.text, m.entry.id) for m in ours.find("They closed the Tarn Bridge.")]
///     [('Tarn Bridge', 'b1')]
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Gazetteer {
    list: Arc<wirecopy::Gazetteer>,
}

/// Every format with its name in Python and the endings of its files.
const FORMATS: [(&str, ListFormat, &[&str]); 7] = [
    ("csv", ListFormat::Csv, &["csv"]),
    ("tsv", ListFormat::Tsv, &["tsv"]),
    ("jsonl", ListFormat::JsonLines, &["jsonl", "ndjson"]),
    ("entity_ruler", ListFormat::EntityRuler, &[]),
    ("flashtext", ListFormat::Flashtext, &["json"]),
    ("gate", ListFormat::GateList, &["lst"]),
    ("geonames", ListFormat::GeoNames, &[]),
];

impl Gazetteer {
    pub(crate) const fn of(list: Arc<wirecopy::Gazetteer>) -> Self {
        Self { list }
    }

    pub(crate) fn shared(&self) -> Arc<wirecopy::Gazetteer> {
        self.list.clone()
    }

    pub(crate) fn list(&self) -> &wirecopy::Gazetteer {
        &self.list
    }

    /// The lists in the argument `gazetteer`: one, or several in order of trust.
    pub(crate) fn extract_all(value: &Bound<'_, PyAny>) -> PyResult<Vec<Arc<wirecopy::Gazetteer>>> {
        if let Ok(one) = value.cast::<Self>() {
            return Ok(vec![one.get().shared()]);
        }
        let wrong = |found: &Bound<'_, PyAny>, place: &str| {
            let found = type_name(found);
            let message = "expected a Gazetteer or several of them";
            PyTypeError::new_err(format!("gazetteer{place}: {message}, found {found}"))
        };
        let mut lists = Vec::new();
        if value.is_instance_of::<PyString>() {
            return Err(wrong(value, ""));
        }
        for (index, element) in value.try_iter().map_err(|_| wrong(value, ""))?.enumerate() {
            let element = element?;
            let list = element.cast::<Self>().map_err(|_| wrong(&element, &format!("[{index}]")));
            lists.push(list?.get().shared());
        }
        Ok(lists)
    }

    fn build(py: Python<'_>, builder: GazetteerBuilder) -> PyResult<Self> {
        let list = py.detach(|| builder.build());
        Ok(Self::of(Arc::new(list.map_err(|error| GazetteerError::new_err(error.to_string()))?)))
    }

    /// The names in one text.
    fn names(&self, text: Text, overlaps: bool) -> Row {
        let matches = if overlaps {
            self.list.find_all(&text).collect()
        } else {
            self.list.find(&text).collect()
        };
        Row::new(text, matches)
    }
}

#[pymethods]
impl Gazetteer {
    #[new]
    #[pyo3(signature = (rows, *, source = "user", fold_diacritics = false))]
    fn new(rows: &Bound<'_, PyAny>, source: &str, fold_diacritics: bool) -> PyResult<Self> {
        let py = rows.py();
        let rows = py.import("wirecopy._rows")?.getattr("rows")?.call1((rows,))?;
        let mut builder = new_builder(fold_diacritics);
        for (index, row) in rows.try_iter()?.enumerate() {
            let row = row?;
            let row = row.cast::<PyDict>().map_err(|_| {
                let found = type_name(&row);
                let message = format!("rows[{index}]: expected a mapping, found {found}");
                GazetteerError::new_err(message)
            })?;
            builder.add(spec(row, index, source)?).map_err(|error| bad(index, &error))?;
        }
        Self::build(py, builder)
    }

    /// Read a list from a file in UTF-8.
    ///
    /// Args:
    ///     path: the file.
    ///     format: csv, tsv, jsonl, gate (a .lst of GATE), flashtext (a dictionary in JSON),
    ///         entity_ruler (patterns of spaCy, a JSON object a line) or geonames (a table of its
    ///         download server); by the file's ending where it says so.
    ///     kind: the kind of rows that do not say theirs.
    ///     case: the case policy of rows that do not say theirs: exact, fold or smart.
    ///     source: the name of the list, for `Link.source`.
    ///     fold_diacritics: also match names written without their diacritics.
    ///     lenient: leave bad rows out, each with a warning, instead of refusing the list.
    ///
    /// Raises:
    ///     OSError: the file cannot be read.
    ///     GazetteerError: a row cannot be used; the message names file, line and column.
    #[staticmethod]
    #[pyo3(signature = (path, *, format = None, kind = "other", case = "smart", source = "user",
        fold_diacritics = false, lenient = false))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
    fn read(
        py: Python<'_>,
        path: PathBuf,
        format: Option<&str>,
        kind: &str,
        case: &str,
        source: &str,
        fold_diacritics: bool,
        lenient: bool,
    ) -> PyResult<Self> {
        let shown = path.display();
        let mut options = ListOptions::default().source(source);
        options = options.kind(kind.parse::<EntryKind>().map_err(|_| {
            let expected = "expected person, place, organization, demonym or other";
            WirecopyError::new_err(format!("kind: {expected}, found {kind:?}"))
        })?);
        options = options.case(case.parse::<CasePolicy>().map_err(|_| {
            WirecopyError::new_err(format!("case: expected exact, fold or smart, found {case:?}"))
        })?);
        if lenient {
            options = options.lenient();
        }
        if path.is_dir() {
            // Before its name is looked at for a format.
            file::read(py, &path)?;
        }
        let format = list_format(format, &path)?;
        let bytes = file::read(py, &path)?;
        let text = core::str::from_utf8(&bytes).map_err(|error| {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or(&[]);
            let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
            GazetteerError::new_err(format!("{shown}, line {line}: not UTF-8"))
        })?;
        let mut builder = new_builder(fold_diacritics);
        let report = py.detach(|| builder.read_list(format, text, &options));
        let report =
            report.map_err(|error| GazetteerError::new_err(format!("{shown}, {error}")))?;
        for error in &report.errors {
            warn(py, &format!("{shown}, {error}"))?;
        }
        Self::build(py, builder)
    }

    /// Open a compiled list from bytes made by `to_bytes`. They are used where they lie.
    #[staticmethod]
    fn from_bytes(data: &Bound<'_, PyBytes>) -> PyResult<Self> {
        let list = wirecopy::Gazetteer::open_shared(Arc::new(PyBackedBytes::from(data.clone())))
            .map_err(|error| GazetteerError::new_err(format!("data: {error}")))?;
        Ok(Self::of(Arc::new(list)))
    }

    /// The compiled list, to be kept in a file.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.list.as_bytes())
    }

    /// Compare the checksum of a list that came from elsewhere; reads it all.
    ///
    /// Raises:
    ///     GazetteerError: a byte differs from what was written.
    fn verify(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| self.list.verify()).map_err(|error| GazetteerError::new_err(error.to_string()))
    }

    /// Find the names in a text.
    ///
    /// Args:
    ///     text: any text; it is not copied.
    ///     overlaps: every name, not only the longest at each place.
    ///     errors: what to do with a lone surrogate: strict (raise) or replace.
    ///
    /// Returns:
    ///     The matches: a lazy sequence with buffers.
    #[pyo3(signature = (text, *, overlaps = false, errors = "strict"))]
    fn find<'py>(
        slf: &Bound<'py, Self>,
        text: &Bound<'py, PyAny>,
        overlaps: bool,
        errors: &str,
    ) -> PyResult<Matches> {
        let text = extract(text, "text", Surrogates::parse(errors)?)?;
        let this = slf.get();
        let row = slf.py().detach(|| this.names(text, overlaps));
        Ok(Matches::of_one(slf, row, overlaps))
    }

    /// Find the names in many texts over several threads.
    ///
    /// Args:
    ///     texts: the texts: a list, an array, a column. What is missing (None, NaN) has no match.
    ///     overlaps: every name, not only the longest at each place.
    ///     threads: how many threads; as many as there are cores by default.
    ///     progress: show a progress bar (with tqdm if it is installed, else a line on stderr).
    ///     errors: what to do with a lone surrogate: strict (raise) or replace.
    ///
    /// Returns:
    ///     The matches of all texts in order, `rows` saying which stands in which. A text that cannot
    ///     be read has none, and a warning names its row.
    ///
    /// Example:
    ///     >>> import wirecopy
    ///     >>> ours = wirecopy.Gazetteer([{"name": "Oslo"}, {"name": "Bergen"}])
    ///     >>> found = ours.find_many(["Oslo and Bergen", None, "Bergen"])
    ///     >>> list(found.rows), list(found.starts), found.names
    ///     ([0, 0, 2], [0, 9, 0], ['Oslo', 'Bergen', 'Bergen'])
    #[pyo3(signature = (texts, *, overlaps = false, threads = None, progress = false,
        errors = "strict"))]
    fn find_many<'py>(
        slf: &Bound<'py, Self>,
        texts: &Bound<'py, PyAny>,
        overlaps: bool,
        threads: Option<i64>,
        progress: bool,
        errors: &str,
    ) -> PyResult<Matches> {
        let rows = Rows::new(texts, Surrogates::parse(errors)?)?;
        let list = slf.get();
        let read = |pile: Pile<'_, '_>| {
            pile.map(|text| guarded(|| Ok(list.names(text.clone(), overlaps)))).collect()
        };
        let found = read_rows(slf.py(), &rows, positive(threads)?, progress, read)?;
        Ok(Matches::of_many(slf, found, overlaps))
    }

    /// Everything that has this name, the weightiest first.
    fn lookup<'py>(slf: &Bound<'py, Self>, name: &str) -> PyResult<Bound<'py, PyTuple>> {
        match slf.get().list.lookup(name) {
            Some(name) => entry::all(slf, name),
            None => Ok(PyTuple::empty(slf.py())),
        }
    }

    /// Names that begin like this, in any case, in order.
    ///
    /// Args:
    ///     prefix: how they begin.
    ///     limit: how many at most.
    ///
    /// Example:
    ///     >>> import wirecopy
    ///     >>> wirecopy.Gazetteer([{"name": "Oslo"}, {"name": "Osaka"}]).starting_with("os")
    ///     ['Osaka', 'Oslo']
    #[pyo3(signature = (prefix, *, limit = 100))]
    fn starting_with(&self, prefix: &str, limit: i64) -> PyResult<Vec<&str>> {
        let names = self.list.starting_with(prefix).take(at_least(limit, 0, "limit")?);
        Ok(names.filter_map(|name| self.list.name(name)).collect())
    }

    /// Names a few letters away from this one, case apart, with how many letters; nearest first.
    ///
    /// Args:
    ///     name: what was written.
    ///     edits: letters to insert, remove or change at most; no more than 4.
    ///
    /// Example:
    ///     >>> import wirecopy
    ///     >>> wirecopy.Gazetteer([{"name": "Sergei Lavrov"}]).similar("Sergey Lavrow")
    ///     [('Sergei Lavrov', 2)]
    #[pyo3(signature = (name, *, edits = 2))]
    fn similar(&self, py: Python<'_>, name: &str, edits: i64) -> PyResult<Vec<(&str, usize)>> {
        let edits = at_least(edits, 0, "edits")?;
        let near = py.detach(|| self.list.similar(name, edits));
        Ok(near.iter().filter_map(|near| Some((self.list.name(near.name)?, near.edits))).collect())
    }

    /// The entry with this number, of which the greatest weight has 0: what `Matches.entries` holds.
    fn entry(slf: &Bound<'_, Self>, index: &Bound<'_, PyAny>) -> PyResult<Entry> {
        let index = u32::try_from(position(index)?).ok();
        match index.filter(|index| (*index as usize) < slf.get().list.entry_count()) {
            Some(index) => Ok(Entry::of(slf, index)),
            None => Err(PyIndexError::new_err("index out of range")),
        }
    }

    /// All entries as dictionaries, in the order of their numbers: for a data frame.
    fn to_records<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyList>> {
        let entries = slf.get().list.all_entries();
        let records: PyResult<Vec<_>> =
            entries.map(|entry| entry::record(slf.py(), &entry)).collect();
        PyList::new(slf.py(), records?)
    }

    /// How many entries there are.
    fn __len__(&self) -> usize {
        self.list.entry_count()
    }

    fn __repr__(&self) -> String {
        format!("Gazetteer({} names, {} entries)", self.list.len(), self.list.entry_count())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| same(self, other.get()))
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        self.list.as_bytes().hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let open = py.get_type::<Self>().getattr("from_bytes")?;
        let arguments = PyTuple::new(py, [self.to_bytes(py)])?;
        PyTuple::new(py, [open, arguments.into_any()])
    }

    /// What a pickle of matches opens with: the same texts give the same matches.
    #[staticmethod]
    fn _found<'py>(
        gazetteer: &Bound<'py, Self>,
        texts: &Bound<'py, PyAny>,
        overlaps: bool,
    ) -> PyResult<Matches> {
        if texts.is_instance_of::<PyList>() {
            return Self::find_many(gazetteer, texts, overlaps, Some(1), false, "strict");
        }
        Self::find(gazetteer, texts, overlaps, "strict")
    }
}

/// Whether two lists hold the same.
pub(crate) fn same(a: &Gazetteer, b: &Gazetteer) -> bool {
    Arc::ptr_eq(&a.list, &b.list) || a.list.as_bytes() == b.list.as_bytes()
}

fn new_builder(fold_diacritics: bool) -> GazetteerBuilder {
    let builder = GazetteerBuilder::new();
    if fold_diacritics { builder.fold_diacritics() } else { builder }
}

/// The format that was named, or that the file's ending says.
fn list_format(named: Option<&str>, path: &std::path::Path) -> PyResult<ListFormat> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let found = FORMATS.iter().find(|(name, _, endings)| match named {
        Some(named) => *name == named,
        None => ending.as_deref().is_some_and(|ending| endings.contains(&ending)),
    });
    found.map(|(_, format, _)| *format).ok_or_else(|| {
        let names: Vec<&str> = FORMATS.iter().map(|(name, ..)| *name).collect();
        let found = named.map_or_else(
            || format!("a file called {}", path.display()),
            |named| format!("{named:?}"),
        );
        WirecopyError::new_err(format!(
            "format: expected one of {}, found {found}",
            names.join(", ")
        ))
    })
}
