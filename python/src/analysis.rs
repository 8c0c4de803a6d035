//! The functions of the package.

use crate::article::Article;
use crate::batch::Pile;
use crate::error::{WirecopyError, raise};
use crate::gazetteer::Gazetteer;
use crate::item::{self, Kind};
use crate::model::Models;
use crate::story::{Recipe, Shared, Story};
use crate::text::{Surrogates, Text, extract, type_name};
use crate::token::{Layer, Tokens};
use crate::view::View;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess as _, PyString};
use std::panic::{AssertUnwindSafe, catch_unwind};
use wirecopy::{Analyzer, Date, Error, Nested, Newlines, NumericOrder};

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
    pub(crate) fn new(
        mode: Mode,
        published: Option<&Bound<'_, PyAny>>,
        newlines_argument: &str,
        gazetteer: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let published = published.map(|day| date(day, "published")).transpose()?;
        let newlines = newlines(newlines_argument)?;
        let gazetteers = gazetteer.map_or_else(|| Ok(Vec::new()), Gazetteer::extract_all)?;
        Ok(Self { recipe: Recipe { mode, published, newlines, gazetteers, ..Recipe::default() } })
    }

    /// With the argument `models`.
    pub(crate) fn models(mut self, argument: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        if let Some(argument) = argument {
            self.recipe.models = Models::extract(argument)?;
        }
        Ok(self)
    }

    /// With the argument `date_order`.
    pub(crate) fn date_order(mut self, argument: &str) -> PyResult<Self> {
        self.recipe.date_order = date_order(argument)?;
        Ok(self)
    }

    /// With the argument `nested`.
    pub(crate) fn nested(mut self, argument: &str) -> PyResult<Self> {
        self.recipe.nested = nested(argument)?;
        Ok(self)
    }

    pub(crate) fn analyzer(&self) -> Analyzer {
        let recipe = &self.recipe;
        let mut analyzer = Analyzer::new().newlines(recipe.newlines).date_order(recipe.date_order);
        analyzer = analyzer.nested(recipe.nested);
        if let Some(day) = self.recipe.published {
            analyzer = analyzer.published(day);
        }
        let analyzer = self.recipe.models.apply(analyzer);
        self.recipe.gazetteers.iter().fold(analyzer, |a, list| a.gazetteer(list.clone()))
    }

    /// Reads `text` with `analyzer`, which is [`Settings::analyzer`].
    pub(crate) fn read(
        &self,
        analyzer: &Analyzer,
        text: &Text,
        id: Option<&str>,
    ) -> Result<Shared, Error> {
        let article = match self.recipe.mode {
            Mode::Story => analyzer.analyze(text),
            Mode::Dateline => analyzer.parse_dateline(text),
            Mode::Dates => analyzer.find_dates(text),
            Mode::Date => analyzer.parse_date(text),
            Mode::Tokens => analyzer.tokenize(text),
        }?;
        let article = match id {
            Some(id) => article.with_id(id),
            None => article,
        };
        Ok(Story::new(article, text.clone(), self.recipe.clone()))
    }

    /// Reads some texts together; one that fails costs only itself.
    pub(crate) fn read_pile(
        &self,
        analyzer: &Analyzer,
        pile: Pile<'_, '_>,
    ) -> Vec<Result<Shared, Error>> {
        if self.recipe.mode != Mode::Story {
            return pile.map(|text| guarded(|| self.read(analyzer, text, None))).collect();
        }
        let mut texts = Vec::new();
        let mut taken = pile.inspect(|text| texts.push(*text)).map(|text| -> &str { text });
        let articles = analyzer.analyze_pile(&mut taken);
        let story = |(article, text): (Result<_, _>, &Text)| {
            article.map(|article| Story::new(article, text.clone(), self.recipe.clone()))
        };
        articles.into_iter().zip(texts).map(story).collect()
    }

    /// Reads `text` with the interpreter free for other threads; a panic becomes an error like any
    /// other.
    pub(crate) fn story(&self, py: Python<'_>, text: &Text, id: Option<&str>) -> PyResult<Shared> {
        let story = py.detach(|| guarded(|| self.read(&self.analyzer(), text, id)));
        story.map_err(|error| raise(&error))
    }
}

pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
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

/// The argument `date_order`.
pub(crate) fn date_order(argument: &str) -> PyResult<NumericOrder> {
    let all = [NumericOrder::MonthFirst, NumericOrder::DayFirst, NumericOrder::Unknown];
    all.into_iter().find(|order| order.name() == argument).ok_or_else(|| {
        WirecopyError::new_err(format!(
            "date_order: expected 'month-first', 'day-first' or 'unknown', found {argument:?}"
        ))
    })
}

/// The argument `nested`.
pub(crate) fn nested(argument: &str) -> PyResult<Nested> {
    Nested::ALL.into_iter().find(|nested| nested.name() == argument).ok_or_else(|| {
        WirecopyError::new_err(format!(
            "nested: expected 'none', 'told' or 'all', found {argument:?}"
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
    let found = type_name(value);
    Err(PyTypeError::new_err(format!("{name}: expected datetime.date or str, found {found}")))
}

/// Read one story.
///
/// Args:
///     text: the story, as it was sent, pasted or scraped.
///     id: a name of yours for it.
///     published: the day it was published, for years and days that it does not write.
///     newlines: what a single newline means: auto, blank, any or never.
///     date_order: how 3/4/2012 is read: month-first, day-first or unknown (no value).
///     nested: which attributions within what another says are given beside it, each with `within`:
///         none (each word is said once, and faster), told (what others have said or planned, as a
///         speaker tells it) or all (also what speakers themselves think, hope, want and plan).
///     gazetteer: a list of names of yours, or several, believed before the embedded ones.
///     models: whether trained weights may correct the rules; or a QuoteModel.
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
#[pyo3(signature = (text, *, id = None, published = None, newlines = "auto",
    date_order = "month-first", nested = "told", gazetteer = None, models = None,
    errors = "strict"))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of Python")]
pub(crate) fn analyze(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    id: Option<&str>,
    published: Option<&Bound<'_, PyAny>>,
    newlines: &str,
    date_order: &str,
    nested: &str,
    gazetteer: Option<&Bound<'_, PyAny>>,
    models: Option<&Bound<'_, PyAny>>,
    errors: &str,
) -> PyResult<Article> {
    let settings = Settings::new(Mode::Story, published, newlines, gazetteer)?
        .date_order(date_order)?
        .nested(nested)?
        .models(models)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(Article::of(settings.story(py, &text, id)?))
}

/// Cut a text into tokens: a lazy sequence with buffers.
///
/// Args:
///     text: any text; it is not copied.
///     newlines: what a single newline means: auto, blank, any or never.
///     errors: what to do with a lone surrogate: strict (raise) or replace.
///
/// Returns:
///     The tokens as written; `.words` and `.ptb` cut them differently, `.sentences` are those of
///     the same pass. Offsets are code points.
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
    Ok(Tokens::of(&settings.story(py, &text, None)?, Layer::Surface))
}

/// Cut a text into sentences: a lazy sequence with buffers.
///
/// Args:
///     text, newlines, errors: as for `tokenize`.
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
    Ok(View::all(&settings.story(py, &text, None)?, Kind::Sentence))
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
    item::make(py, &settings.story(py, &text, None)?, Kind::Dateline, 0)
}

/// Find the date expressions in a text.
///
/// Args:
///     text: any text.
///     anchor: the day from which "yesterday" and "May 7" are counted, as date or ISO text.
///     date_order: how 3/4/2012 is read: month-first, day-first or unknown (no value).
///
/// Example:
///     >>> import wirecopy
///     >>> [d.value for d in wirecopy.find_dates("They met on May 7.", anchor="2013-08-12")]
///     ['2013-05-07']
#[pyfunction]
#[pyo3(signature = (text, anchor = None, *, date_order = "month-first",
    errors = "strict"))]
pub(crate) fn find_dates(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    anchor: Option<&Bound<'_, PyAny>>,
    date_order: &str,
    errors: &str,
) -> PyResult<View> {
    let mut settings = Settings { recipe: Recipe { mode: Mode::Dates, ..Recipe::default() } };
    settings.recipe.published = anchor.map(|day| date(day, "anchor")).transpose()?;
    settings = settings.date_order(date_order)?;
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    Ok(View::all(&settings.story(py, &text, None)?, Kind::Date))
}

/// Read one date expression.
///
/// Args:
///     expression: the expression and nothing else, such as "last Friday" or "Aug. 12-13".
///     anchor: the day from which "yesterday" and "May 7" are counted, as date or ISO text.
///     date_order: how 3/4/2012 is read: month-first, day-first or unknown (no value).
///
/// Raises:
///     WirecopyError: expression is anything else.
///
/// Example:
///     >>> import wirecopy
///     >>> wirecopy.parse_date("last Friday", anchor="2013-08-12").date
///     datetime.date(2013, 8, 9)
#[pyfunction]
#[pyo3(signature = (expression, anchor = None, *, date_order = "month-first",
    errors = "strict"))]
pub(crate) fn parse_date<'py>(
    py: Python<'py>,
    expression: &Bound<'py, PyAny>,
    anchor: Option<&Bound<'py, PyAny>>,
    date_order: &str,
    errors: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let mut settings = Settings { recipe: Recipe { mode: Mode::Date, ..Recipe::default() } };
    settings.recipe.published = anchor.map(|day| date(day, "anchor")).transpose()?;
    settings = settings.date_order(date_order)?;
    let text = extract(expression, "expression", Surrogates::parse(errors)?)?;
    item::make(py, &settings.story(py, &text, None)?, Kind::Date, 0)
}

/// Find the quotations in a text, with their speakers.
///
/// Args:
///     text: the text.
///     nested, models, errors: as for `analyze`.
///
/// Example:
///     >>> import wirecopy
///     >>> wirecopy.extract_quotes('"Yes," Anna Keller said.')[0].speaker.name
///     'Anna Keller'
#[pyfunction]
#[pyo3(signature = (text, *, nested = "told", models = None, errors = "strict"))]
pub(crate) fn extract_quotes(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    nested: &str,
    models: Option<&Bound<'_, PyAny>>,
    errors: &str,
) -> PyResult<View> {
    let text = extract(text, "text", Surrogates::parse(errors)?)?;
    let settings = Settings::default().nested(nested)?.models(models)?;
    Ok(View::all(&settings.story(py, &text, None)?, Kind::Quote))
}

/// The sources and licences of the embedded name lists, a line each.
///
/// Example:
///     >>> import wirecopy
///     >>> any("GeoNames" in source for source in wirecopy.attributions())
///     True
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
