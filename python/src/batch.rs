//! Many texts at once: in order, over threads, with the interpreter free. A bad row costs only itself.

use crate::analysis::{Mode, Settings};
use crate::article::Article;
use crate::number::at_least;
use crate::story::Shared;
use crate::text::{Surrogates, Text, extract, type_name};
use crate::token::{Layer, Tokens};
use pyo3::exceptions::{PyTypeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyFloat, PyList, PyString};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use wirecopy::{Error, read_piles};

/// Read many stories over several threads, in order.
///
/// Args:
///     texts: the stories: a list, an array, a column. What is missing (None, NaN) gives None.
///     threads: how many threads; as many as there are cores by default.
///     progress: show a progress bar (with tqdm if it is installed, else a line on stderr).
///     published, newlines, date_order, nested, gazetteer, models, errors: as for `analyze`.
///
/// Returns:
///     A list with an Article for each text, in order. A text that cannot be read gives None, and a
///     warning that names its row; the others are not touched.
///
/// Example:
///     >>> import wirecopy
///     >>> [len(a.quotes) for a in wirecopy.analyze_many(['"Yes," she said.', 'No news.'])]
///     [1, 0]
#[pyfunction]
#[pyo3(signature = (texts, *, threads = None, progress = false, published = None,
    newlines = "auto", date_order = "month-first", nested = "told", gazetteer = None,
    models = None, errors = "strict"))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
pub(crate) fn analyze_many<'py>(
    texts: &Bound<'py, PyAny>,
    threads: Option<i64>,
    progress: bool,
    published: Option<&Bound<'py, PyAny>>,
    newlines: &str,
    date_order: &str,
    nested: &str,
    gazetteer: Option<&Bound<'py, PyAny>>,
    models: Option<&Bound<'py, PyAny>>,
    errors: &str,
) -> PyResult<Bound<'py, PyList>> {
    let settings = Settings::new(Mode::Story, published, newlines, gazetteer)?
        .date_order(date_order)?
        .nested(nested)?
        .models(models)?;
    let batch = Batch { settings, threads: positive(threads)?, progress };
    batch.run(texts, Surrogates::parse(errors)?, Article::of)
}

/// Cut many texts into tokens over several threads, in order.
///
/// Args:
///     texts: the texts: a list, an array, a column. What is missing (None, NaN) gives None.
///     threads: how many threads; as many as there are cores by default.
///     progress: show a progress bar (with tqdm if it is installed, else a line on stderr).
///     newlines, errors: as for `tokenize`.
///
/// Returns:
///     A list with Tokens for each text, in order. A text that cannot be read gives None, and a
///     warning that names its row; the others are not touched.
///
/// Example:
///     >>> import wirecopy
///     >>> [len(tokens) for tokens in wirecopy.tokenize_many(["Mr. Keller left.", "Why?"])]
///     [4, 2]
#[pyfunction]
#[pyo3(signature = (texts, *, threads = None, progress = false, newlines = "auto",
    errors = "strict"))]
pub(crate) fn tokenize_many<'py>(
    texts: &Bound<'py, PyAny>,
    threads: Option<i64>,
    progress: bool,
    newlines: &str,
    errors: &str,
) -> PyResult<Bound<'py, PyList>> {
    let settings = Settings::new(Mode::Tokens, None, newlines, None)?;
    let batch = Batch { settings, threads: positive(threads)?, progress };
    batch.run(texts, Surrogates::parse(errors)?, |story| Tokens::of(&story, Layer::Surface))
}

/// The argument `threads`.
pub(crate) fn positive(threads: Option<i64>) -> PyResult<Option<NonZeroUsize>> {
    let threads = threads.map(|threads| at_least(threads, 1, "threads")).transpose()?;
    Ok(threads.and_then(NonZeroUsize::new))
}

/// How to read a batch.
struct Batch {
    settings: Settings,
    threads: Option<NonZeroUsize>,
    progress: bool,
}

impl Batch {
    /// What `show` makes of each text's story; `None` for rows that hold none or cannot be read.
    fn run<'py, T>(
        &self,
        texts: &Bound<'py, PyAny>,
        surrogates: Surrogates,
        show: impl Fn(Shared) -> T,
    ) -> PyResult<Bound<'py, PyList>>
    where
        T: IntoPyObject<'py>,
    {
        let rows = Rows::new(texts, surrogates)?;
        let analyzer = self.settings.analyzer();
        let read = |pile: Pile<'_, '_>| self.settings.read_pile(&analyzer, pile);
        let found = read_rows(texts.py(), &rows, self.threads, self.progress, read)?;
        PyList::new(texts.py(), found.into_iter().map(|story| story.map(&show)))
    }
}

/// Texts that a thread reads together, each given when it is about to be read.
pub(crate) type Pile<'p, 't> = &'p mut dyn Iterator<Item = &'t Text>;

/// What `read` makes of each text over several threads; `None` for rows that hold none or cannot be
/// read, the latter with a warning.
pub(crate) fn read_rows<T: Send>(
    py: Python<'_>,
    rows: &Rows,
    threads: Option<NonZeroUsize>,
    progress: bool,
    read: impl for<'t> Fn(Pile<'_, 't>) -> Vec<Result<T, Error>> + Sync + Send,
) -> PyResult<Vec<Option<T>>> {
    let bar = if progress { Some(progress_bar(py, rows.texts.len())?) } else { None };
    let outcomes = read_detached(py, &rows.texts, threads, bar.as_ref(), read);
    if let Some(bar) = bar {
        bar.call_method0(py, "close")?;
    }
    let outcomes = outcomes?;
    for problem in &rows.problems {
        warn(py, problem)?;
    }
    let mut found: Vec<Option<T>> = Vec::new();
    found.resize_with(rows.length, || None);
    for (place, outcome) in rows.places.iter().zip(outcomes) {
        match (outcome, found.get_mut(*place)) {
            (Ok(result), Some(slot)) => *slot = Some(result),
            (Err(error), _) => warn(py, &format!("texts[{place}]: {error}"))?,
            (Ok(_), None) => {}
        }
    }
    Ok(found)
}

/// Reads the texts detached; attaches only to move the bar and to hear Ctrl-C.
fn read_detached<T: Send>(
    py: Python<'_>,
    texts: &[Text],
    threads: Option<NonZeroUsize>,
    bar: Option<&Py<PyAny>>,
    read: impl for<'t> Fn(Pile<'_, 't>) -> Vec<Result<T, Error>> + Sync + Send,
) -> PyResult<Vec<Result<T, Error>>> {
    let (mut stopped, mut shown) = (Ok(()), 0);
    let outcomes = py.detach(|| {
        let mut watch = |done: usize| {
            let heard = Python::attach(|py| {
                py.check_signals()?;
                if let Some(bar) = bar.filter(|_| done > shown) {
                    bar.call_method1(py, "update", (done - shown,))?;
                    shown = done;
                }
                PyResult::Ok(())
            });
            match heard {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) if stopped.is_err() => ControlFlow::Break(()),
                Err(error) => {
                    stopped = Err(error);
                    ControlFlow::Break(())
                }
            }
        };
        read_piles(texts, threads, read, &mut watch)
    });
    stopped.map(|()| outcomes)
}

/// The rows of a batch.
#[derive(Default)]
pub(crate) struct Rows {
    /// The texts that can be read.
    texts: Vec<Text>,
    /// The row of each.
    places: Vec<usize>,
    /// How many rows there are, read or not.
    length: usize,
    /// A message for each row that is no text and not missing either.
    problems: Vec<String>,
}

impl Rows {
    pub(crate) fn new(texts: &Bound<'_, PyAny>, surrogates: Surrogates) -> PyResult<Self> {
        let mut rows = Self::default();
        for value in elements(texts)? {
            let value = value?;
            match extract(&value, "", surrogates) {
                Ok(text) => {
                    rows.texts.push(text);
                    rows.places.push(rows.length);
                }
                Err(_) if is_missing(&value) => {}
                Err(error) => {
                    let problem = error.value(value.py());
                    rows.problems.push(format!("texts[{}]{problem}", rows.length));
                }
            }
            rows.length += 1;
        }
        Ok(rows)
    }
}

/// The elements of a list, an array, a series; what looks like one and is not is turned away.
fn elements<'py>(
    texts: &Bound<'py, PyAny>,
) -> PyResult<impl Iterator<Item = PyResult<Bound<'py, PyAny>>>> {
    let wrong = |hint: &str| {
        let found = type_name(texts);
        PyTypeError::new_err(format!("texts: expected an iterable of str, found {found}{hint}"))
    };
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(
            "texts: expected an iterable of str, found one str; wrap it in a list",
        ));
    }
    if texts.is_instance_of::<PyBytes>() {
        return Err(wrong(""));
    }
    if texts.hasattr("columns")? {
        return Err(wrong("; choose a column"));
    }
    // Arrow's own elements are scalars, not str.
    if texts.hasattr("to_pylist")? {
        return texts.call_method0("to_pylist")?.try_iter();
    }
    texts.try_iter().map_err(|_| wrong(""))
}

/// Whether a row says that it holds nothing, in one of the ways of data frames.
fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    let is_nan = |number: &Bound<'_, PyFloat>| number.value().is_nan();
    let named = |name: &Bound<'_, PyString>| name == "NAType" || name == "NaTType";
    value.is_none()
        || value.cast::<PyFloat>().is_ok_and(is_nan)
        || value.get_type().name().is_ok_and(|name| named(&name))
}

/// A tqdm bar, or the plain line that the package draws without tqdm.
fn progress_bar(py: Python<'_>, total: usize) -> PyResult<Py<PyAny>> {
    let keywords = PyDict::new(py);
    keywords.set_item("total", total)?;
    keywords.set_item("unit", "story")?;
    let bar = py.import("wirecopy._progress")?.getattr("bar")?;
    Ok(bar.call((), Some(&keywords))?.unbind())
}

/// A warning at the line that called us.
pub(crate) fn warn(py: Python<'_>, message: &str) -> PyResult<()> {
    let category = py.get_type::<PyUserWarning>();
    py.import("warnings")?.getattr("warn")?.call1((message, category, 1))?;
    Ok(())
}
