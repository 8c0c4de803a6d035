//! The article: everything that was read in one story.

use crate::analysis::{Mode, Settings};
use crate::error::WirecopyError;
use crate::gazetteer::Gazetteer;
use crate::item::{self, Kind, lost};
use crate::model::Models;
use crate::story::{self, Recipe, Shared};
use crate::text::{Surrogates, extract};
use crate::token::{Layer, Tokens};
use crate::view::View;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use wirecopy::json::JsonOptions;
use wirecopy::{OffsetUnit, render};

/// One story, read: its parts, dateline, sentences, dates, entities, mentions and quotes.
///
/// Immutable. Offsets are code points: `article.text[x.start:x.end] == x.text`.
#[pyclass(frozen, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Article {
    story: Shared,
}

impl Article {
    pub(crate) const fn of(story: Shared) -> Self {
        Self { story }
    }
}

#[pymethods]
impl Article {
    /// The text that was read, unchanged.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.story.py_text(py)
    }

    /// The caller's name for the story; or None.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.story.article.id()
    }

    /// The parts: headline, credits, paragraphs; together they cover every line that is not blank.
    #[getter]
    fn parts(&self) -> View {
        View::all(&self.story, Kind::Part)
    }

    /// The dateline; or None.
    #[getter]
    fn dateline<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let dated = self.story.article.dateline().is_some();
        dated.then(|| item::make(py, &self.story, Kind::Dateline, 0)).transpose()
    }

    /// The sentences.
    #[getter]
    fn sentences(&self) -> View {
        View::all(&self.story, Kind::Sentence)
    }

    /// The tokens, cut into the words of Universal Dependencies.
    #[getter]
    fn tokens(&self) -> Tokens {
        Tokens::of(&self.story, Layer::Words)
    }

    /// The date expressions, resolved.
    #[getter]
    fn dates(&self) -> View {
        View::all(&self.story, Kind::Date)
    }

    /// The people, places and organisations.
    #[getter]
    fn entities(&self) -> View {
        View::all(&self.story, Kind::Entity)
    }

    /// Where they are mentioned.
    #[getter]
    fn mentions(&self) -> View {
        View::all(&self.story, Kind::Mention)
    }

    /// The quotations: direct, mixed and indirect.
    #[getter]
    fn quotes(&self) -> View {
        View::all(&self.story, Kind::Quote)
    }

    /// The article as plain dictionaries and lists, in the documented schema.
    ///
    /// Args:
    ///     tokens: also the tokens.
    #[pyo3(signature = (*, tokens = false))]
    fn to_dict<'py>(&self, py: Python<'py>, tokens: bool) -> PyResult<Bound<'py, PyAny>> {
        let json = self.to_json(None, tokens, "codepoint")?;
        py.import("json")?.getattr("loads")?.call1((json,))
    }

    /// The article as JSON, in the documented schema.
    ///
    /// Args:
    ///     indent: any number for indented lines, None for one line.
    ///     tokens: also the tokens.
    ///     offsets: what offsets count: codepoint, byte or utf16.
    #[pyo3(signature = (*, indent = None, tokens = false, offsets = "codepoint"))]
    fn to_json(&self, indent: Option<i64>, tokens: bool, offsets: &str) -> PyResult<String> {
        let unit = match offsets {
            "codepoint" => OffsetUnit::CodePoint,
            "byte" => OffsetUnit::Byte,
            "utf16" => OffsetUnit::Utf16,
            other => {
                return Err(WirecopyError::new_err(format!(
                    "offsets: expected 'codepoint', 'byte' or 'utf16', found {other:?}"
                )));
            }
        };
        let options = JsonOptions::new().offsets(unit);
        let options = if tokens { options.with_tokens() } else { options };
        let article = &self.story.article;
        let json = match indent {
            None => article.to_json(options),
            Some(_) => article.to_json_pretty(options),
        };
        json.map_err(|error| crate::error::InternalError::new_err(error.to_string()))
    }

    /// Flat records of one kind, ready for a data frame.
    ///
    /// Args:
    ///     kind: quotes, entities, mentions or dates.
    fn to_records<'py>(&self, py: Python<'py>, kind: &str) -> PyResult<Bound<'py, PyList>> {
        let records = match kind {
            "quotes" => quote_records(py, &self.story)?,
            "entities" => entity_records(py, &self.story)?,
            "mentions" => records(py, &self.story, Kind::Mention, &MENTION_FIELDS)?,
            "dates" => records(py, &self.story, Kind::Date, &DATE_FIELDS)?,
            other => {
                return Err(WirecopyError::new_err(format!(
                    "kind: expected 'quotes', 'entities', 'mentions' or 'dates', found {other:?}"
                )));
            }
        };
        PyList::new(py, records)
    }

    /// The story as an HTML element with parts, names, dates and quotations marked.
    fn to_html(&self) -> String {
        render::html(&self.story.article)
    }

    fn _repr_html_(&self) -> String {
        self.to_html()
    }

    /// The card that the command line prints.
    fn to_card(&self) -> String {
        render::card(&self.story.article)
    }

    fn __str__(&self) -> String {
        self.to_card()
    }

    fn __repr__(&self) -> String {
        let article = &self.story.article;
        let id = article.id().map(|id| format!("{id:?}, ")).unwrap_or_default();
        format!(
            "Article({id}{} code points, {} parts, {} dates, {} entities, {} quotes)",
            self.story.point(u32::MAX),
            article.parts().len(),
            article.dates().len(),
            article.entities().len(),
            article.quotes().len()
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| story::same(&self.story, &other.get().story))
    }

    fn __hash__(&self) -> u64 {
        item::hash(&self.story, Kind::Part, u32::MAX)
    }

    /// Results are not stored but made again: the same text gives the same answer.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let restore = py.import("wirecopy._wirecopy")?.getattr("_restore")?;
        let recipe = &self.story.recipe;
        let gazetteers: PyResult<Vec<_>> = recipe
            .gazetteers
            .iter()
            .map(|list| Bound::new(py, Gazetteer::of(list.clone())))
            .collect();
        let arguments = PyTuple::new(
            py,
            [
                self.story.py_text(py).into_any(),
                self.story.article.id().into_pyobject(py)?.into_any(),
                recipe.mode.name().into_pyobject(py)?.into_any(),
                recipe.published.map(|day| day.to_string()).into_pyobject(py)?.into_any(),
                recipe.newlines.name().into_pyobject(py)?.into_any(),
                recipe.date_order.name().into_pyobject(py)?.into_any(),
                recipe.nested.name().into_pyobject(py)?.into_any(),
                PyList::new(py, gazetteers?)?.into_any(),
                recipe.models.to_argument(py)?,
            ],
        )?;
        PyTuple::new(py, [restore, arguments.into_any()])
    }

    /// A view of a story, from a pickle.
    #[staticmethod]
    fn _pick(article: &Bound<'_, Self>, kind: usize, indices: Vec<u32>) -> PyResult<View> {
        let kind = Kind::numbered(kind).ok_or_else(lost)?;
        Ok(View::some(&article.get().story, kind, indices))
    }

    /// An element of a story, from a pickle.
    #[staticmethod]
    fn _one<'py>(
        article: &Bound<'py, Self>,
        kind: usize,
        indices: Vec<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let kind = Kind::numbered(kind).ok_or_else(lost)?;
        let index = indices.first().copied().ok_or_else(lost)?;
        item::make(article.py(), &article.get().story, kind, index)
    }

    /// The tokens of a story, from a pickle.
    #[staticmethod]
    fn _tokens(article: &Bound<'_, Self>, layer: &str) -> PyResult<Tokens> {
        Ok(Tokens::of(&article.get().story, Layer::named(layer).ok_or_else(lost)?))
    }
}

/// Analyses a pickled story again.
#[pyfunction(name = "_restore")]
#[expect(clippy::too_many_arguments, reason = "what a recipe holds")]
pub(crate) fn restore(
    text: &Bound<'_, PyAny>,
    id: Option<&str>,
    mode: &str,
    published: Option<&str>,
    newlines: &str,
    date_order: &str,
    nested: &str,
    gazetteers: Vec<Bound<'_, Gazetteer>>,
    models: &Bound<'_, PyAny>,
) -> PyResult<Article> {
    let settings = Settings {
        recipe: Recipe {
            mode: Mode::named(mode).ok_or_else(lost)?,
            published: published.and_then(|day| day.parse().ok()),
            newlines: crate::analysis::newlines(newlines)?,
            date_order: crate::analysis::date_order(date_order)?,
            nested: crate::analysis::nested(nested)?,
            gazetteers: gazetteers.iter().map(|list| list.get().shared()).collect(),
            models: Models::extract(models)?,
        },
    };
    let read = extract(text, "text", Surrogates::Strict)?;
    Ok(Article::of(settings.story(text.py(), &read, id)?))
}

const MENTION_FIELDS: [&str; 6] = ["start", "end", "text", "kind", "form", "reason"];
const DATE_FIELDS: [&str; 11] = [
    "start",
    "end",
    "text",
    "kind",
    "value",
    "timex3",
    "granularity",
    "modifier",
    "anchor",
    "inferred",
    "date",
];
const QUOTE_FIELDS: [&str; 4] = ["kind", "act", "text", "reason"];
const ENTITY_FIELDS: [&str; 4] = ["id", "kind", "name", "role"];

/// One dictionary for each element, with the attributes named.
fn records<'py>(
    py: Python<'py>,
    story: &Shared,
    kind: Kind,
    fields: &[&str],
) -> PyResult<Vec<Bound<'py, PyDict>>> {
    let length = u32::try_from(kind.len(story)).unwrap_or(u32::MAX);
    let mut records = Vec::new();
    for index in 0..length {
        let element = item::make(py, story, kind, index)?;
        let record = PyDict::new(py);
        record.set_item("article", story.article.id())?;
        for field in fields {
            record.set_item(*field, element.getattr(*field)?)?;
        }
        if kind == Kind::Mention {
            let entity = element.getattr("entity")?;
            let known = !entity.is_none();
            let name = if known { Some(entity.getattr("name")?) } else { None };
            record.set_item("entity", if known { Some(entity.getattr("id")?) } else { None })?;
            record.set_item("name", name)?;
        }
        records.push(record);
    }
    Ok(records)
}

fn quote_records<'py>(py: Python<'py>, story: &Shared) -> PyResult<Vec<Bound<'py, PyDict>>> {
    let records = records(py, story, Kind::Quote, &QUOTE_FIELDS)?;
    for (record, quote) in records.iter().zip(story.article.quotes()) {
        let (start, end) = story.points(quote.extent());
        record.set_item("start", start)?;
        record.set_item("end", end)?;
        let cue: Vec<&str> = quote.cue.iter().map(|span| story.surface(*span)).collect();
        record.set_item("cue", cue.join(" "))?;
        let speaker = quote.speaker.as_ref();
        record.set_item("speaker", speaker.map(|speaker| story.surface(speaker.span)))?;
        record.set_item("name", speaker.and_then(|speaker| speaker.name.as_deref()))?;
        record.set_item("within", quote.within)?;
    }
    Ok(records)
}

fn entity_records<'py>(py: Python<'py>, story: &Shared) -> PyResult<Vec<Bound<'py, PyDict>>> {
    let records = records(py, story, Kind::Entity, &ENTITY_FIELDS)?;
    for (record, entity) in records.iter().zip(story.article.entities()) {
        let link = entity.link.as_ref();
        record.set_item("mentions", entity.mentions.len())?;
        record.set_item("link_source", link.map(|link| link.source.as_str()))?;
        record.set_item("link_id", link.map(|link| link.id.as_str()))?;
        record.set_item("lat", link.and_then(|link| link.latitude))?;
        record.set_item("lon", link.and_then(|link| link.longitude))?;
    }
    Ok(records)
}
