//! The functions of the package.

use crate::article::Article;
use crate::error::{WirecopyError, raise};
use crate::gazetteer::Gazetteer;
use crate::item::{self, Kind};
use crate::story::{Recipe, Shared, Story};
use crate::text::{Surrogates, extract};
use crate::token::{Layer, Tokens};
use crate::view::View;
use pyo3::exceptions::{PyTypeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess as _, PyDict, PyList, PyString};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use wirecopy::{Analyzer, Date, Error, Newlines};

/// What was asked for: a story whole, or one thing in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Mode {
    #[default]
    Story,
    Dateline,
    Dates,
    Date,
    Tokens,
}

impl Mode {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Dateline => "dateline",
            Self::Dates => "dates",
            Self::Date => "date",
            Self::Tokens => "tokens",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        let all = [Self::Story, Self::Dateline, Self::Dates, Self::Date, Self::Tokens];
        all.into_iter().find(|mode| mode.name() == name)
    }
}

/// How to read, from the arguments.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    pub(crate) recipe: Recipe,
}

impl Settings {
    fn new(
        mode: Mode,
        published: Option<&Bound<'_, PyAny>>,
        newlines_argument: &str,
        gazetteer: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let published = published.map(|day| date(day, "published")).transpose()?;
        let newlines = newlines(newlines_argument)?;
        let gazetteers = gazetteer.map_or_else(|| Ok(Vec::new()), Gazetteer::extract_all)?;
        Ok(Self { recipe: Recipe { mode, published, newlines, gazetteers } })
    }

    fn analyzer(&self) -> Analyzer {
        let mut analyzer = Analyzer::new().newlines(self.recipe.newlines);
        if let Some(day) = self.recipe.published {
            analyzer = analyzer.published(day);
        }
        self.recipe.gazetteers.iter().fold(analyzer, |a, list| a.gazetteer(list.clone()))
    }

    /// Reads `text`; a panic becomes an error like any other.
    pub(crate) fn read<'t>(&self, text: &'t str) -> Result<wirecopy::Article<'t>, Error> {
        let analyzer = self.analyzer();
        guarded(|| match self.recipe.mode {
            Mode::Story => analyzer.analyze(text),
            Mode::Dateline => analyzer.parse_dateline(text),
            Mode::Dates => analyzer.find_dates(text),
            Mode::Date => analyzer.parse_date(text),
            Mode::Tokens => analyzer.tokenize(text),
        })
    }

    /// Reads `text` with the interpreter free for other threads.
    fn story(self, py: Python<'_>, text: &str) -> PyResult<Shared> {
        let story = py.detach(|| self.read(text).map(|a| Story::new(a, self.recipe.clone())));
        story.map_err(|error| raise(&error))
    }
}

fn guarded<T>(read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Error::panicked()))
}

/// The argument `newlines`.
pub(crate) fn newlines(argument: &str) -> PyResult<Newlines> {
    let all = [Newlines::Auto, Newlines::Blank, Newlines::Any, Newlines::Never];
    all.into_iter().find(|newlines| newlines.name() == argument).ok_or_else(|| {
        WirecopyError::new_err(format!(
            "newlines: expected 'auto', 'blank', 'any' or 'never', found {argument:?}"
        ))
    })
}

/// A day given as `datetime.date` or as text in ISO form.
fn date(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Date> {
    if let Ok(day) = value.cast::<PyDate>() {
        let year = i16::try_from(day.get_year()).unwrap_or(i16::MAX);
        let day = Date::new(year, day.get_month(), day.get_day());
        return day.ok_or_else(|| WirecopyError::new_err(format!("{name}: no such day")));
    }
    if let Ok(text) = value.cast::<PyString>() {
        let text = text.to_string();
        return text.parse().map_err(|_| {
            WirecopyError::new_err(format!("{name}: expected a day as YYYY-MM-DD, found {text:?}"))
        });
    }
    let found = value.get_type().name()?.to_string();
    Err(PyTypeError::new_err(format!("{name}: expected datetime.date or str, found {found}")))
}

/// Read one story.
///
/// Args:
///     text: the story, as it was sent, pasted or scraped.
///     id: a name of yours for it.
///     published: the day it was published, for years and days that it does not write.
///     newlines: what a single newline means: auto, blank, any or never.
///     gazetteer: a list of names of yours, or several, believed before the embedded ones.
///     errors: what to do with a lone surrogate: strict (raise) or replace.
///
/// Returns:
///     The article. Offsets in it are code points of `text`.
///
/// Raises:
///     TypeError: text is not a str.
///     WirecopyError: an argument says nothing; the message names it.
///
/// Example:
///     >>> import wirecopy
///     >>> article = wirecopy.analyze('OSLO, May 7, 2019 (AP) - "We agree," Anna Keller said.')
///     >>> article.quotes[0].speaker.name
///     'Anna Keller'
#[pyfunction]
#[pyo3(signature = (text, *, id = None, published = None, newlines = "auto", gazetteer = None,
    errors = "strict"))]
pub(crate) fn analyze(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    id: Option<&str>,
    published: Option<&Bound<'_, PyAny>>,
    newlines: &str,
    gazetteer: Option<&Bound<'_, PyAny>>,
    errors: &str,
) -> PyResult<Article> {
    let settings = Settings::new(Mode::Story, published, newlines, gazetteer)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    let story = py.detach(|| {
        let article = settings.read(&text)?;
        let article = match id {
            Some(id) => article.with_id(id),
            None => article,
        };
        Ok(Story::new(article, settings.recipe.clone()))
    });
    Ok(Article::of(story.map_err(|error| raise(&error))?))
}

/// Read many stories over several threads, in order.
///
/// Args:
///     texts: the stories; None is allowed and gives None.
///     threads: how many threads; as many as there are cores by default.
///     progress: show a progress bar (with tqdm if it is installed, else a line on stderr).
///     published, newlines, gazetteer, errors: as for `analyze`.
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
    newlines = "auto", gazetteer = None, errors = "strict"))]
#[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
pub(crate) fn analyze_many<'py>(
    py: Python<'py>,
    texts: &Bound<'py, PyAny>,
    threads: Option<usize>,
    progress: bool,
    published: Option<&Bound<'py, PyAny>>,
    newlines: &str,
    gazetteer: Option<&Bound<'py, PyAny>>,
    errors: &str,
) -> PyResult<Bound<'py, PyList>> {
    let settings = Settings::new(Mode::Story, published, newlines, gazetteer)?;
    let threads = match threads {
        None => None,
        Some(threads) => Some(NonZeroUsize::new(threads).ok_or_else(|| {
            WirecopyError::new_err("threads: expected a positive number, found 0")
        })?),
    };
    let (rows, problems) = rows(texts, Surrogates::parse(errors)?)?;
    let given: Vec<&str> = rows.iter().filter_map(|row| row.as_deref()).collect();
    let bar = if progress { Some(progress_bar(py, given.len())?) } else { None };
    let outcomes = batch(py, &settings, &given, threads, bar.as_ref())?;
    for problem in &problems {
        warn(py, problem)?;
    }
    let mut outcomes = outcomes.into_iter();
    let results = PyList::empty(py);
    for (index, row) in rows.iter().enumerate() {
        let outcome = if row.is_some() { outcomes.next() } else { None };
        match outcome {
            None => results.append(py.None())?,
            Some(Ok(story)) => results.append(Bound::new(py, Article::of(story))?)?,
            Some(Err(error)) => {
                warn(py, &format!("texts[{index}]: {error}"))?;
                results.append(py.None())?;
            }
        }
    }
    Ok(results)
}

/// The texts, `None` where there is none, and a message for each row that cannot be read.
fn rows(
    texts: &Bound<'_, PyAny>,
    surrogates: Surrogates,
) -> PyResult<(Vec<Option<String>>, Vec<String>)> {
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(
            "texts: expected an iterable of str, found one str; wrap it in a list",
        ));
    }
    let iterator = texts.try_iter().map_err(|_| {
        let found = texts.get_type().name().map_or_else(|_| "?".to_owned(), |n| n.to_string());
        PyTypeError::new_err(format!("texts: expected an iterable of str, found {found}"))
    })?;
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for (index, value) in iterator.enumerate() {
        let value = value?;
        if value.is_none() {
            rows.push(None);
            continue;
        }
        match extract(&value, &format!("texts[{index}]"), surrogates) {
            Ok(text) => rows.push(Some(text)),
            Err(error) => {
                problems.push(error.value(texts.py()).to_string());
                rows.push(None);
            }
        }
    }
    Ok((rows, problems))
}

/// Runs the batch detached; attaches only to move the bar and to hear Ctrl-C.
fn batch(
    py: Python<'_>,
    settings: &Settings,
    texts: &[&str],
    threads: Option<NonZeroUsize>,
    bar: Option<&Bound<'_, PyAny>>,
) -> PyResult<Vec<Result<Shared, Error>>> {
    let analyzer = settings.analyzer();
    let bar = bar.map(|bar| bar.clone().unbind());
    let (outcomes, stopped) = py.detach(|| {
        let (mut stopped, mut shown) = (None, 0);
        let mut watch = |done: usize| {
            Python::attach(|py| {
                let heard = py.check_signals().and_then(|()| match &bar {
                    Some(bar) if done > shown => {
                        bar.call_method1(py, "update", (done - shown,)).map(|_| shown = done)
                    }
                    _ => Ok(()),
                });
                match heard {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(error) => {
                        stopped.get_or_insert(error);
                        ControlFlow::Break(())
                    }
                }
            })
        };
        let outcomes = analyzer.analyze_many_watched(texts, threads, &mut watch);
        let shared = outcomes
            .into_iter()
            .map(|outcome| outcome.map(|article| Story::new(article, settings.recipe.clone())))
            .collect();
        (shared, stopped)
    });
    if let Some(bar) = bar {
        bar.call_method0(py, "close")?;
    }
    stopped.map_or(Ok(outcomes), Err)
}

/// A tqdm bar, or the plain line that the package draws without tqdm.
fn progress_bar(py: Python<'_>, total: usize) -> PyResult<Bound<'_, PyAny>> {
    let keywords = PyDict::new(py);
    keywords.set_item("total", total)?;
    keywords.set_item("unit", "story")?;
    py.import("wirecopy._progress")?.getattr("bar")?.call((), Some(&keywords))
}

fn warn(py: Python<'_>, message: &str) -> PyResult<()> {
    let category = py.get_type::<PyUserWarning>();
    py.import("warnings")?.getattr("warn")?.call1((message, category, 2))?;
    Ok(())
}

/// Cut a text into tokens: a lazy sequence with buffers.
///
/// Example:
///     >>> import wirecopy
///     >>> [token.text for token in wirecopy.tokenize("Mr. Keller didn't go.").words]
///     ['Mr.', 'Keller', 'did', "n't", 'go', '.']
#[pyfunction]
#[pyo3(signature = (text, *, newlines = "auto", errors = "strict"))]
pub(crate) fn tokenize(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    newlines: &str,
    errors: &str,
) -> PyResult<Tokens> {
    let settings = Settings::new(Mode::Tokens, None, newlines, None)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(Tokens::of(&settings.story(py, &text)?, Layer::Surface))
}

/// Cut a text into sentences.
///
/// Example:
///     >>> import wirecopy
///     >>> [s.text for s in wirecopy.sentences("Mr. Keller went to the U.S. She stayed.")]
///     ['Mr. Keller went to the U.S.', 'She stayed.']
#[pyfunction]
#[pyo3(signature = (text, *, newlines = "auto", errors = "strict"))]
pub(crate) fn sentences(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    newlines: &str,
    errors: &str,
) -> PyResult<View> {
    let settings = Settings::new(Mode::Tokens, None, newlines, None)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(View::all(&settings.story(py, &text)?, Kind::Sentence))
}

/// Read a dateline that stands alone.
///
/// Args:
///     text: the dateline, such as "WASHINGTON, August 12 (Itar-Tass)".
///     published: the day the story was published, for the year.
///
/// Raises:
///     WirecopyError: text is not a dateline; the message says where it stops being one.
///
/// Example:
///     >>> import wirecopy
///     >>> wirecopy.parse_dateline("OSLO, May 7 (AP)", published="2019-05-08").date.value
///     '2019-05-07'
#[pyfunction]
#[pyo3(signature = (text, *, published = None, errors = "strict"))]
pub(crate) fn parse_dateline<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    published: Option<&Bound<'py, PyAny>>,
    errors: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let settings = Settings::new(Mode::Dateline, published, "auto", None)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    item::make(py, &settings.story(py, &text)?, Kind::Dateline, 0)
}

/// Find the date expressions in a text.
///
/// Args:
///     text: any text.
///     anchor: the day from which "yesterday" and "May 7" are counted, as date or ISO text.
///
/// Example:
///     >>> import wirecopy
///     >>> [d.value for d in wirecopy.find_dates("They met on May 7.", anchor="2013-08-12")]
///     ['2013-05-07']
#[pyfunction]
#[pyo3(signature = (text, anchor = None, *, errors = "strict"))]
pub(crate) fn find_dates(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    anchor: Option<&Bound<'_, PyAny>>,
    errors: &str,
) -> PyResult<View> {
    let mut settings = Settings { recipe: Recipe { mode: Mode::Dates, ..Recipe::default() } };
    settings.recipe.published = anchor.map(|day| date(day, "anchor")).transpose()?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(View::all(&settings.story(py, &text)?, Kind::Date))
}

/// Read one date expression.
///
/// Args:
///     expression: the expression and nothing else, such as "last Friday" or "Aug. 12-13".
///     anchor: the day from which "yesterday" and "May 7" are counted, as date or ISO text.
///
/// Raises:
///     WirecopyError: expression is anything else.
///
/// Example:
///     >>> import wirecopy
///     >>> wirecopy.parse_date("last Friday", anchor="2013-08-12").date
///     datetime.date(2013, 8, 9)
#[pyfunction]
#[pyo3(signature = (expression, anchor = None, *, errors = "strict"))]
pub(crate) fn parse_date<'py>(
    py: Python<'py>,
    expression: &Bound<'py, PyAny>,
    anchor: Option<&Bound<'py, PyAny>>,
    errors: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let mut settings = Settings { recipe: Recipe { mode: Mode::Date, ..Recipe::default() } };
    settings.recipe.published = anchor.map(|day| date(day, "anchor")).transpose()?;
    let text = extract(expression, "expression", Surrogates::parse(errors)?)?;
    item::make(py, &settings.story(py, &text)?, Kind::Date, 0)
}

/// Find the quotations in a text, with their speakers.
///
/// Example:
///     >>> import wirecopy
///     >>> wirecopy.extract_quotes('"Yes," Anna Keller said.')[0].speaker.name
///     'Anna Keller'
#[pyfunction]
#[pyo3(signature = (text, *, errors = "strict"))]
pub(crate) fn extract_quotes(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    errors: &str,
) -> PyResult<View> {
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(View::all(&Settings::default().story(py, &text)?, Kind::Quote))
}

/// The sources and licences of the embedded name lists, a line each.
#[pyfunction]
pub(crate) fn attributions() -> Vec<String> {
    wirecopy::attributions().iter().map(ToString::to_string).collect()
}

/// The command line: runs it on this process's streams and gives its exit code.
#[pyfunction]
pub(crate) fn _run(py: Python<'_>, arguments: Vec<std::ffi::OsString>) -> u8 {
    use std::io::{self, IsTerminal as _};
    py.detach(|| {
        let mut streams = wirecopy::cli::Streams {
            input: io::stdin(),
            output: io::stdout(),
            errors: io::stderr(),
            interactive: io::stderr().is_terminal(),
        };
        wirecopy::cli::run(arguments, &mut streams)
    })
}

/// Panics inside, so that a test can see what becomes of it.
#[pyfunction]
pub(crate) fn _panic_for_tests(py: Python<'_>) -> PyResult<()> {
    #[expect(clippy::panic, reason = "this is what the test is about")]
    let outcome: Result<(), Error> = py.detach(|| guarded(|| panic!("on purpose")));
    outcome.map_err(|error| raise(&error))
}
