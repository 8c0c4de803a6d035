//! One analysed story, shared by every object that shows a piece of it.

use crate::analysis::Mode;
use crate::model::Models;
use crate::text::Text;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use std::sync::{Arc, OnceLock};
use wirecopy::{Article, Date, Nested, Newlines, NumericOrder, OffsetMap, OffsetUnit, Span};

/// How a story was analysed: what pickling has to say to analyse it again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recipe {
    pub(crate) mode: Mode,
    pub(crate) published: Option<Date>,
    pub(crate) newlines: Newlines,
    pub(crate) date_order: NumericOrder,
    pub(crate) nested: Nested,
    pub(crate) gazetteers: Vec<Arc<wirecopy::Gazetteer>>,
    pub(crate) models: Models,
}

/// The article with its offset map; the one place where bytes become code points.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) article: Article<'static>,
    pub(crate) recipe: Recipe,
    text: Text,
    points: OnceLock<OffsetMap>,
}

/// A story, shared.
pub(crate) type Shared = Arc<Story>;

impl Story {
    /// The story of `article`, which was made from `text`.
    pub(crate) fn new(article: Article<'_>, text: Text, recipe: Recipe) -> Shared {
        let article = article.held_by(text.clone());
        Arc::new(Self { article, recipe, text, points: OnceLock::new() })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The `str` that was read: the caller's own.
    pub(crate) fn py_text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.text.as_py_str().bind(py).clone()
    }

    /// `span` in code points.
    pub(crate) fn points(&self, span: Span) -> (u32, u32) {
        let span = self.map().convert_span(self.text(), span);
        (span.start(), span.end())
    }

    pub(crate) fn point(&self, offset: u32) -> u32 {
        self.map().convert(self.text(), offset)
    }

    /// Turns ascending offsets into code points.
    pub(crate) fn all_points(&self, offsets: &mut [u32]) {
        let map = self.map();
        if !map.is_identity() {
            map.convert_sorted(self.text(), offsets);
        }
    }

    fn map(&self) -> &OffsetMap {
        self.points.get_or_init(|| OffsetMap::new(self.text(), OffsetUnit::CodePoint))
    }

    pub(crate) fn surface(&self, span: Span) -> &str {
        span.of(self.text())
    }
}

/// Whether two objects show the same story: the same object, or the same text read the same way.
pub(crate) fn same(a: &Shared, b: &Shared) -> bool {
    Arc::ptr_eq(a, b)
        || (a.text() == b.text()
            && a.article.id() == b.article.id()
            && a.recipe.mode == b.recipe.mode
            && a.recipe.published == b.recipe.published
            && a.recipe.newlines == b.recipe.newlines
            && a.recipe.date_order == b.recipe.date_order
            && a.recipe.nested == b.recipe.nested
            && a.recipe.models.are(&b.recipe.models)
            && a.recipe.gazetteers.len() == b.recipe.gazetteers.len()
            && a.recipe
                .gazetteers
                .iter()
                .zip(&b.recipe.gazetteers)
                .all(|(a, b)| a.as_bytes() == b.as_bytes()))
}

/// `datetime.date`, or `None` for years that Python has no date for.
pub(crate) fn py_date(py: Python<'_>, date: Date) -> Option<Bound<'_, PyDate>> {
    PyDate::new(py, i32::from(date.year()), date.month(), date.day()).ok()
}
