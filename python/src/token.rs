//! Tokens and sentences: a lazy sequence, and buffers for those who compute.

use crate::buffer::Buffer;
use crate::item::{self, Kind, hash, lost, reduce, spanned};
use crate::story::{self, Shared};
use crate::view::{self, View};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use std::sync::OnceLock;
use wirecopy::{Span, TokenKind};

impl Sentence {
    fn get(&self) -> PyResult<&wirecopy::Sentence> {
        self.story.article.sentences().get(self.index as usize).ok_or_else(lost)
    }

    fn span(&self) -> PyResult<Span> {
        Ok(self.get()?.span())
    }
}

spanned!(
    /// A sentence.
    Sentence, Kind::Sentence, ["text", "start", "end"], {
    /// Why it ends where it ends.
    #[getter]
    fn reason(&self) -> PyResult<&'static str> {
        Ok(self.get()?.reason().name())
    }
});

/// How finely a text is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// As written between spaces and marks: `don't`, `Obama's`, `15|-|year`.
    Surface,
    /// Universal Dependencies: `do|n't`, `Obama|'s`, `15|-|year`.
    Words,
    /// Penn Treebank: clitics apart, hyphenated words whole.
    Ptb,
}

impl Layer {
    const fn name(self) -> &'static str {
        match self {
            Self::Surface => "surface",
            Self::Words => "words",
            Self::Ptb => "ptb",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Surface, Self::Words, Self::Ptb].into_iter().find(|layer| layer.name() == name)
    }
}

/// The tokens of a text: a lazy sequence. `starts`, `ends` and `kinds` are buffers that numpy and
/// Arrow read without copying; `surface`, `words` and `ptb` are the same text cut differently.
#[pyclass(frozen, sequence, module = "wirecopy")]
#[derive(Debug)]
pub(crate) struct Tokens {
    story: Shared,
    layer: Layer,
    /// The tokens of a layer that joins some of the story's.
    joined: OnceLock<Vec<wirecopy::Token>>,
    starts: Buffer,
    ends: Buffer,
    kinds: Buffer,
}

impl Tokens {
    pub(crate) fn of(story: &Shared, layer: Layer) -> Self {
        Self {
            story: story.clone(),
            layer,
            joined: OnceLock::new(),
            starts: Buffer::new(),
            ends: Buffer::new(),
            kinds: Buffer::new(),
        }
    }

    fn list(&self) -> &[wirecopy::Token] {
        let tokens = self.story.article.tokens();
        let collect = |view| {
            let mut joined = Vec::with_capacity(tokens.tokens().len());
            joined.extend(view);
            joined
        };
        match self.layer {
            Layer::Words => tokens.tokens(),
            Layer::Surface => self.joined.get_or_init(|| collect(tokens.surface())),
            Layer::Ptb => self.joined.get_or_init(|| collect(tokens.ptb())),
        }
    }

    fn token<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        let token =
            self.list().get(at).ok_or_else(|| PyIndexError::new_err("index out of range"))?;
        let (start, end) = self.story.points(token.span());
        let text = self.story.surface(token.span()).to_owned();
        Ok(Bound::new(py, Token { text, kind: token.kind().name(), start, end })?.into_any())
    }
}

#[pymethods]
impl Tokens {
    /// Start of each token in code points: a buffer of unsigned 32-bit integers.
    #[getter]
    fn starts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.starts.points(py, &self.story, self.list().iter().map(|token| token.span().start()))
    }

    /// End of each token in code points: a buffer of unsigned 32-bit integers.
    #[getter]
    fn ends<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.ends.points(py, &self.story, self.list().iter().map(|token| token.span().end()))
    }

    /// Kind of each token: a buffer of unsigned bytes that index `KINDS`.
    #[getter]
    fn kinds<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.kinds.numbers(py, self.list().iter().map(|token| token.kind() as u8))
    }

    /// The names of the kinds, in the order of their numbers.
    #[classattr]
    #[allow(non_snake_case, reason = "a constant of the Python class")]
    fn KINDS(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, TokenKind::ALL.iter().map(|kind| kind.name()))
    }

    /// The text that was cut.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.story.py_text(py)
    }

    /// surface, words or ptb.
    #[getter]
    fn layer(&self) -> &'static str {
        self.layer.name()
    }

    /// The tokens as written: don't, Obama's, 15 - year.
    #[getter]
    fn surface(&self) -> Self {
        Self::of(&self.story, Layer::Surface)
    }

    /// The words of Universal Dependencies: do n't, Obama 's, 15 - year.
    #[getter]
    fn words(&self) -> Self {
        Self::of(&self.story, Layer::Words)
    }

    /// The tokens of the Penn Treebank: do n't, Obama 's, 15-year.
    #[getter]
    fn ptb(&self) -> Self {
        Self::of(&self.story, Layer::Ptb)
    }

    /// The sentences, from the same pass.
    #[getter]
    fn sentences(&self) -> View {
        View::all(&self.story, Kind::Sentence)
    }

    fn __len__(&self) -> usize {
        self.list().len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        index: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        view::pick(index, self.list().len(), |at| self.token(py, at))
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        view::each(slf.as_any(), slf.get().list().len())
    }

    fn __repr__(&self) -> String {
        format!("Tokens({} {})", self.list().len(), self.layer.name())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.layer == other.layer && story::same(&self.story, &other.story)
        })
    }

    fn __hash__(&self) -> u64 {
        hash(&self.story, Kind::Sentence, self.layer as u32)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let article = Bound::new(py, crate::article::Article::of(self.story.clone()))?;
        let tokens = article.get_type().getattr("_tokens")?;
        let arguments = PyTuple::new(
            py,
            [article.into_any(), self.layer.name().into_pyobject(py)?.into_any()],
        )?;
        PyTuple::new(py, [tokens, arguments.into_any()])
    }
}

/// One token.
#[pyclass(frozen, eq, hash, module = "wirecopy")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Token {
    /// What stands there.
    #[pyo3(get)]
    text: String,
    /// word, number, punct, …
    #[pyo3(get)]
    kind: &'static str,
    /// First code point.
    #[pyo3(get)]
    start: u32,
    /// One past the last code point.
    #[pyo3(get)]
    end: u32,
}

#[pymethods]
impl Token {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["text", "kind", "start", "end"])
    }

    #[new]
    fn new(text: String, kind: &str, start: u32, end: u32) -> PyResult<Self> {
        let kind = TokenKind::ALL.iter().find(|known| known.name() == kind).ok_or_else(|| {
            crate::error::WirecopyError::new_err(format!("kind: no token kind is called {kind:?}"))
        })?;
        Ok(Self { text, kind: kind.name(), start, end })
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        item::repr(slf.as_any(), "Token", &["text", "kind", "start", "end"])
    }

    fn __getnewargs__(&self) -> (String, &'static str, u32, u32) {
        (self.text.clone(), self.kind, self.start, self.end)
    }
}
