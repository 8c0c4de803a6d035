//! One class for each kind of result. Each holds the story and an index; attributes are computed.

use crate::error::InternalError;
use crate::story::{self, Shared, py_date};
use crate::view::View;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyTuple};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use wirecopy::{Span, Spanned as _};

/// Which list of the story an object comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Part,
    Sentence,
    Date,
    Entity,
    Mention,
    Quote,
    Speaker,
    Link,
    Dateline,
    DatelinePlace,
    DatelineDate,
    DatelineAgency,
}

const KINDS: [Kind; 12] = [
    Kind::Part,
    Kind::Sentence,
    Kind::Date,
    Kind::Entity,
    Kind::Mention,
    Kind::Quote,
    Kind::Speaker,
    Kind::Link,
    Kind::Dateline,
    Kind::DatelinePlace,
    Kind::DatelineDate,
    Kind::DatelineAgency,
];

impl Kind {
    /// The kind's number in a pickle.
    fn number(self) -> usize {
        KINDS.iter().position(|kind| *kind == self).unwrap_or_default()
    }

    /// The kind that a pickle means.
    pub(crate) fn numbered(number: usize) -> Option<Self> {
        KINDS.get(number).copied()
    }

    /// How many elements the story's list has.
    pub(crate) fn len(self, story: &Shared) -> usize {
        let article = &story.article;
        match self {
            Self::Part => article.parts().len(),
            Self::Sentence => article.sentences().len(),
            Self::Date => article.dates().len(),
            Self::Entity | Self::Link => article.entities().len(),
            Self::Mention => article.mentions().len(),
            Self::Quote | Self::Speaker => article.quotes().len(),
            Self::DatelinePlace => article.dateline().map_or(0, |dateline| dateline.places.len()),
            Self::Dateline | Self::DatelineDate | Self::DatelineAgency => 1,
        }
    }
}

/// The Python object for element `index` of `kind`.
pub(crate) fn make<'py>(
    py: Python<'py>,
    story: &Shared,
    kind: Kind,
    index: u32,
) -> PyResult<Bound<'py, PyAny>> {
    let story = story.clone();
    Ok(match kind {
        Kind::Part => Bound::new(py, Part { story, index })?.into_any(),
        Kind::Sentence => Bound::new(py, crate::token::Sentence { story, index })?.into_any(),
        Kind::Date => Bound::new(py, DateExpression { story, index })?.into_any(),
        Kind::Entity => Bound::new(py, Entity { story, index })?.into_any(),
        Kind::Mention => Bound::new(py, Mention { story, index })?.into_any(),
        Kind::Quote => Bound::new(py, Quote { story, index })?.into_any(),
        Kind::Speaker => Bound::new(py, Speaker { story, index })?.into_any(),
        Kind::Link => Bound::new(py, Link { story, index })?.into_any(),
        Kind::Dateline => Bound::new(py, Dateline { story, index })?.into_any(),
        Kind::DatelinePlace => Bound::new(py, DatelinePlace { story, index })?.into_any(),
        Kind::DatelineDate => Bound::new(py, DatelineDate { story, index })?.into_any(),
        Kind::DatelineAgency => Bound::new(py, DatelineAgency { story, index })?.into_any(),
    })
}

/// A pickle of elements of a story: the story, the kind, and the indices (one for an element, all
/// of them for a view).
pub(crate) fn reduce<'py>(
    py: Python<'py>,
    story: &Shared,
    kind: Kind,
    indices: Option<Vec<u32>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let article = Bound::new(py, crate::article::Article::of(story.clone()))?;
    let pick = article.get_type().getattr("_pick")?;
    PyTuple::new(
        py,
        [
            pick,
            PyTuple::new(
                py,
                [
                    article.into_any(),
                    kind.number().into_pyobject(py)?.into_any(),
                    indices.into_pyobject(py)?.into_any(),
                ],
            )?
            .into_any(),
        ],
    )
}

/// A hash that agrees with equality.
pub(crate) fn hash(story: &Shared, kind: Kind, index: u32) -> u64 {
    let mut hasher = DefaultHasher::new();
    (story.text(), kind.number(), index).hash(&mut hasher);
    hasher.finish()
}

/// What an index that left its list would raise.
pub(crate) fn lost() -> PyErr {
    InternalError::new_err("an object lost its place in its story")
}

/// A pair of code points for each span.
fn pairs(story: &Shared, spans: &[wirecopy::Span]) -> Vec<(u32, u32)> {
    spans.iter().map(|span| story.points(*span)).collect()
}

fn at<T>(list: &[T], index: u32) -> PyResult<&T> {
    list.get(index as usize).ok_or_else(lost)
}

/// A frozen class over one element: identity, pickling and dictionary form are the same for all.
macro_rules! element {
    ($(#[$doc:meta])* $name:ident, $kind:expr, $fields:expr, { $($body:tt)* }) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "wirecopy")]
        #[derive(Debug)]
        pub(crate) struct $name {
            pub(crate) story: Shared,
            pub(crate) index: u32,
        }

        #[pymethods]
        impl $name {
            #[classattr]
            fn __match_args__<'py>(py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                PyTuple::new(py, $fields)
            }

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                other.cast::<Self>().is_ok_and(|other| {
                    let other = other.get();
                    self.index == other.index && story::same(&self.story, &other.story)
                })
            }

            fn __hash__(&self) -> u64 {
                hash(&self.story, $kind, self.index)
            }

            fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
                crate::item::repr(slf.as_any(), stringify!($name), &$fields)
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                reduce(py, &self.story, $kind, Some(vec![self.index])).and_then(|whole| {
                    let one = py.import("wirecopy._wirecopy")?.getattr("Article")?.getattr("_one")?;
                    PyTuple::new(py, [one, whole.get_item(1)?])
                })
            }

            $($body)*
        }
    };
}

/// An [`element!`] with a place in the text.
macro_rules! spanned {
    ($(#[$doc:meta])* $name:ident, $kind:expr, $fields:expr, { $($body:tt)* }) => {
        $crate::item::element!($(#[$doc])* $name, $kind, $fields, {
            /// First code point.
            #[getter]
            fn start(&self) -> PyResult<u32> {
                Ok(self.story.points(self.span()?).0)
            }

            /// One past the last code point.
            #[getter]
            fn end(&self) -> PyResult<u32> {
                Ok(self.story.points(self.span()?).1)
            }

            /// What stands there.
            #[getter]
            fn text(&self) -> PyResult<&str> {
                Ok(self.story.surface(self.span()?))
            }

            $($body)*
        });
    };
}

pub(crate) use {element, spanned};

/// One honest line: the class and its fields.
pub(crate) fn repr(value: &Bound<'_, PyAny>, name: &str, fields: &[&str]) -> PyResult<String> {
    let mut shown = Vec::new();
    for field in fields {
        shown.push(format!("{field}={}", value.getattr(*field)?.repr()?));
    }
    Ok(format!("{name}({})", shown.join(", ")))
}

impl Part {
    fn span(&self) -> PyResult<Span> {
        Ok(at(self.story.article.parts(), self.index)?.span)
    }
}

spanned!(
    /// A part of the story: a headline, a credit, a paragraph.
    Part, Kind::Part, ["kind", "start", "end"], {
    /// section, headline, subhead, caption, credit, byline, dateline, paragraph, heading,
    /// list_item, note or other.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(at(self.story.article.parts(), self.index)?.kind.name())
    }

});

impl DateExpression {
    fn get(&self) -> PyResult<&wirecopy::DateExpression> {
        at(self.story.article.dates(), self.index)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span())
    }
}

spanned!(
    /// A date, time, duration or set of dates in the story, with the days it means.
    DateExpression, Kind::Date, ["text", "value", "start", "end"], {
    /// date, time, duration or set.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.get()?.kind.name())
    }

    /// The value in EDTF, or None where EDTF cannot say it or nothing is known.
    #[getter]
    fn value(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.value.as_deref())
    }

    /// The value as TimeML's TIMEX3 writes it.
    #[getter]
    fn timex3(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.timex3.as_deref())
    }

    /// The finest unit that is said: year, month, day, …; or None.
    #[getter]
    fn granularity(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.granularity.map(|granularity| granularity.name()))
    }

    /// The days meant: first, and the day after the last; or None.
    #[getter]
    fn interval<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<Option<(Bound<'py, PyDate>, Bound<'py, PyDate>)>> {
        let interval = self.get()?.interval;
        Ok(interval.and_then(|(first, last)| Some((py_date(py, first)?, py_date(py, last)?))))
    }

    /// The day, if the expression means exactly one; or None.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        let interval = self.get()?.interval;
        let one = interval.filter(|(first, last)| first.add_days(1) == Some(*last));
        Ok(one.and_then(|(first, _)| py_date(py, first)))
    }

    /// start, mid, end, approx, …: what "early" or "about" adds; or None.
    #[getter]
    fn modifier(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.modifier.map(|modifier| modifier.name()))
    }

    /// Which date it was resolved against: dateline, published, …; or None.
    #[getter]
    fn anchor(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.anchor.map(|anchor| anchor.name()))
    }

    /// Whether anything in the value was inferred rather than written.
    #[getter]
    fn inferred(&self) -> PyResult<bool> {
        Ok(self.get()?.inferred)
    }
});

impl Entity {
    fn get(&self) -> PyResult<&wirecopy::Entity> {
        at(self.story.article.entities(), self.index)
    }
}

element!(
    /// A person, place or organisation of the story.
    Entity, Kind::Entity, ["kind", "name", "role"], {
    /// Its index in the story.
    #[getter]
    fn id(&self) -> u32 {
        self.index
    }

    /// person, place, organization, demonym or other.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.get()?.kind.name())
    }

    /// The full name.
    #[getter]
    fn name(&self) -> PyResult<&str> {
        Ok(&self.get()?.name)
    }

    /// The first title or role that the story gives; or None.
    #[getter]
    fn role(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.role.as_deref())
    }

    /// Every title or role that the story gives.
    #[getter]
    fn roles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.get()?.roles.iter().map(|role| role.text.as_str()))
    }

    /// The entry of a name list that is meant; or None.
    #[getter]
    fn link<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let linked = self.get()?.link.is_some();
        linked.then(|| make(py, &self.story, Kind::Link, self.index)).transpose()
    }

    /// Where the story mentions it.
    #[getter]
    fn mentions(&self) -> PyResult<View> {
        Ok(View::some(&self.story, Kind::Mention, self.get()?.mentions.clone()))
    }
});

/// Degrees as they were written, without the digits that widening adds: 38.895, not 38.8950004.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 1e5).round() / 1e5
}

impl Link {
    fn get(&self) -> PyResult<&wirecopy::Link> {
        at(self.story.article.entities(), self.index)?.link.as_ref().ok_or_else(lost)
    }
}

element!(
    /// An entry of a name list.
    Link, Kind::Link, ["source", "id"], {
    /// The list.
    #[getter]
    fn source(&self) -> PyResult<&str> {
        Ok(&self.get()?.source)
    }

    /// The entry's identifier there.
    #[getter]
    fn id(&self) -> PyResult<&str> {
        Ok(&self.get()?.id)
    }

    /// Latitude in degrees; or None.
    #[getter]
    fn lat(&self) -> PyResult<Option<f64>> {
        Ok(self.get()?.latitude.map(degrees))
    }

    /// Longitude in degrees; or None.
    #[getter]
    fn lon(&self) -> PyResult<Option<f64>> {
        Ok(self.get()?.longitude.map(degrees))
    }
});

impl Mention {
    fn get(&self) -> PyResult<&wirecopy::Mention> {
        at(self.story.article.mentions(), self.index)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span)
    }
}

spanned!(
    /// A place where the story mentions somebody or something.
    Mention, Kind::Mention, ["text", "kind", "start", "end"], {
    /// person, place, organization, demonym or other.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.get()?.kind.name())
    }

    /// name, short, pronoun or description.
    #[getter]
    fn form(&self) -> PyResult<&'static str> {
        Ok(self.get()?.form.name())
    }

    /// Who or what is meant; or None.
    #[getter]
    fn entity<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let entity = self.get()?.entity;
        entity.map(|entity| make(py, &self.story, Kind::Entity, entity)).transpose()
    }

    /// The rule that found it.
    #[getter]
    fn reason(&self) -> PyResult<&'static str> {
        Ok(self.get()?.reason.name())
    }
});

impl Quote {
    fn get(&self) -> PyResult<&wirecopy::Quote> {
        at(self.story.article.quotes(), self.index)
    }
}

element!(
    /// What somebody said, thought or ruled, with its cue and its speaker.
    Quote, Kind::Quote, ["kind", "text", "speaker"], {
    /// direct, mixed or indirect.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.get()?.kind.name())
    }

    /// speech, attitude or other.
    #[getter]
    fn act(&self) -> PyResult<&'static str> {
        Ok(self.get()?.act.name())
    }

    /// Where the words stand: pairs of start and end in code points.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, pairs(&self.story, &self.get()?.content))
    }

    /// The words, joined by a space where the cue splits them.
    #[getter]
    fn text(&self) -> PyResult<String> {
        Ok(self.get()?.text(self.story.text()))
    }

    /// Where the cue stands ("said", "according to"): pairs of start and end in code points.
    #[getter]
    fn cue<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, pairs(&self.story, &self.get()?.cue))
    }

    /// Who said it; or None.
    #[getter]
    fn speaker<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let speaks = self.get()?.speaker.is_some();
        speaks.then(|| make(py, &self.story, Kind::Speaker, self.index)).transpose()
    }

    /// The rule that found it.
    #[getter]
    fn reason(&self) -> PyResult<&'static str> {
        Ok(self.get()?.reason.name())
    }

    /// Where weights and not rules decided, what they went by, the strongest first: "cue “warned”: the
    /// word itself; “that” after it". Else None.
    #[getter]
    fn evidence(&self) -> PyResult<Option<String>> {
        let evidence = self.get()?.evidence.as_ref();
        Ok(evidence.map(|evidence| evidence.describe(self.story.text())))
    }

    /// The quotation whose words hold this one, its cue and its speaker: "Ruiz said Berg had told her
    /// that it rained". None where it stands on its own.
    #[getter]
    fn within<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let outer = self.get()?.within;
        outer.map(|outer| make(py, &self.story, Kind::Quote, outer)).transpose()
    }
});

impl Speaker {
    fn get(&self) -> PyResult<&wirecopy::Speaker> {
        at(self.story.article.quotes(), self.index)?.speaker.as_ref().ok_or_else(lost)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span)
    }
}

spanned!(
    /// The words that say who speaks, and who that is.
    Speaker, Kind::Speaker, ["name", "text"], {
    /// The full name, or names; None where nobody known is meant.
    #[getter]
    fn name(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.name.as_deref())
    }

    /// Who is meant; several for joint speakers.
    #[getter]
    fn entities(&self) -> PyResult<View> {
        Ok(View::some(&self.story, Kind::Entity, self.get()?.entities.clone()))
    }

    /// How the words led to them: name, role, pronoun or none.
    #[getter]
    fn link(&self) -> PyResult<&'static str> {
        Ok(self.get()?.link.name())
    }
});

fn dateline(story: &Shared) -> PyResult<&wirecopy::Dateline> {
    story.article.dateline().ok_or_else(lost)
}

impl Dateline {
    fn span(&self) -> PyResult<Span> {
        Ok(dateline(&self.story)?.span)
    }
}

spanned!(
    /// The dateline: places, date, agency.
    Dateline, Kind::Dateline, ["text", "start", "end"], {
    /// Where the story's text begins after it.
    #[getter]
    fn body_start(&self) -> PyResult<u32> {
        Ok(self.story.point(dateline(&self.story)?.body_start))
    }

    /// The places, in order.
    #[getter]
    fn places(&self) -> View {
        View::all(&self.story, Kind::DatelinePlace)
    }

    /// The date; or None.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let dated = dateline(&self.story)?.date.is_some();
        dated.then(|| make(py, &self.story, Kind::DatelineDate, 0)).transpose()
    }

    /// The agency; or None.
    #[getter]
    fn agency<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let named = dateline(&self.story)?.agency.is_some();
        named.then(|| make(py, &self.story, Kind::DatelineAgency, 0)).transpose()
    }

    /// A byline that runs into the dateline; or None.
    #[getter]
    fn byline(&self) -> PyResult<Option<&str>> {
        Ok(dateline(&self.story)?.byline.map(|span| self.story.surface(span)))
    }
});

impl DatelinePlace {
    fn get(&self) -> PyResult<&wirecopy::DatelinePlace> {
        at(&dateline(&self.story)?.places, self.index)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span)
    }
}

spanned!(
    /// A place of the dateline.
    DatelinePlace, Kind::DatelinePlace, ["text", "region"], {
    /// The region or country after it; or None.
    #[getter]
    fn region(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.region.map(|span| self.story.surface(span)))
    }

    /// The place of the world; or None.
    #[getter]
    fn entity<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let entity = self.get()?.entity;
        entity.map(|entity| make(py, &self.story, Kind::Entity, entity)).transpose()
    }
});

impl DatelineDate {
    fn get(&self) -> PyResult<&wirecopy::DatelineDate> {
        dateline(&self.story)?.date.as_ref().ok_or_else(lost)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span)
    }
}

spanned!(
    /// The date of the dateline.
    DatelineDate, Kind::DatelineDate, ["text", "value", "inferred"], {
    /// The day in ISO form; or None.
    #[getter]
    fn value(&self) -> PyResult<Option<String>> {
        Ok(self.get()?.value.map(|day| day.to_string()))
    }

    /// The day; or None.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        Ok(self.get()?.value.and_then(|day| py_date(py, day)))
    }

    /// What is written, no more: --08-12 where no year is; None if it cannot be read.
    #[getter]
    fn as_written(&self) -> PyResult<Option<&str>> {
        Ok(self.get()?.as_written.as_deref())
    }

    /// Whether anything in the value was inferred rather than written.
    #[getter]
    fn inferred(&self) -> PyResult<bool> {
        Ok(self.get()?.inferred)
    }

    /// Every day that what is written allows, in ISO form.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.get()?.candidates.iter().map(|day| day.to_string()))
    }

    /// Which evidence gave the value.
    #[getter]
    fn reason(&self) -> PyResult<&'static str> {
        Ok(self.get()?.reason)
    }

    /// What looks wrong about the date as written; or None.
    #[getter]
    fn suspect(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.suspect)
    }
});

impl DatelineAgency {
    fn get(&self) -> PyResult<&wirecopy::DatelineAgency> {
        dateline(&self.story)?.agency.as_ref().ok_or_else(lost)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span)
    }
}

spanned!(
    /// The agency of the dateline.
    DatelineAgency, Kind::DatelineAgency, ["text", "name", "id"], {
    /// The agency's name; None if it is not one that wirecopy knows.
    #[getter]
    fn name(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.agency.map(|agency| agency.name))
    }

    /// The agency's identifier; None if it is not one that wirecopy knows.
    #[getter]
    fn id(&self) -> PyResult<Option<&'static str>> {
        Ok(self.get()?.agency.map(|agency| agency.id))
    }
});
