//! The result: everything that was read in one story, as spans over its text.

use std::sync::Arc;
use std::{fmt, ptr};
use wirecopy_article::Part;
use wirecopy_date::{Date, DateExpression};
use wirecopy_dateline::Agency;
use wirecopy_entity::{Entity, Mention};
use wirecopy_quote::{Act, Evidence, QuoteKind, QuoteReason};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::{Sentence, Tokens};

/// One story, read.
///
/// Immutable, `Send` and `Sync`; borrows the text it was made from, or shares it
/// ([`Article::into_shared`], [`Article::held_by`]). Every list is ordered by start. Spans are byte offsets into
/// [`Article::text`]; the JSON form says code points unless told otherwise.
#[derive(Debug, Clone)]
pub struct Article<'t> {
    pub(crate) text: Text<'t>,
    pub(crate) id: Option<Arc<str>>,
    pub(crate) parts: Vec<Part>,
    pub(crate) dateline: Option<Dateline>,
    pub(crate) tokens: Tokens,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) dates: Vec<DateExpression>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) quotes: Vec<Quote>,
}

/// The text, borrowed or shared.
#[derive(Clone)]
pub(crate) enum Text<'t> {
    Borrowed(&'t str),
    Shared(Arc<str>),
    Held(Arc<dyn AsRef<str> + Send + Sync>),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(text) => text,
            Self::Held(owner) => (**owner).as_ref(),
        }
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl<'t> Article<'t> {
    /// The text that was read, unchanged.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The caller's name for the story, if it was given one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The same article under a name of the caller's: a file name, a database key.
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same article, no longer tied to the borrowed text: copies the text once.
    #[must_use]
    pub fn into_shared(self) -> Article<'static> {
        let text = match self.text {
            Text::Borrowed(text) => Text::Shared(Arc::from(text)),
            Text::Shared(text) => Text::Shared(text),
            Text::Held(owner) => Text::Held(owner),
        };
        Article { text, ..self }
    }

    /// The same article, its text held by `owner`: a memory map, or the string of another language,
    /// which a result may then outlive without a copy. An `owner` of some other text is left alone,
    /// and the text copied.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// let story = Arc::new(String::from("OSLO, May 7, 2019 (AP) - Talks ended."));
    /// let article = wirecopy::analyze(&story)?.held_by(story.clone());
    /// assert_eq!(article.text().as_ptr(), story.as_ptr());
    /// # Ok::<(), wirecopy::Error>(())
    /// ```
    #[must_use]
    pub fn held_by<T>(self, owner: Arc<T>) -> Article<'static>
    where
        T: AsRef<str> + Send + Sync + 'static,
    {
        let held: &str = (*owner).as_ref();
        if !ptr::eq(held, self.text()) {
            return self.into_shared();
        }
        Article { text: Text::Held(owner), ..self }
    }

    /// The parts of the story; together they cover every line that is not blank, once.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The dateline, with its date resolved; `None` if the story opens without one.
    #[must_use]
    pub const fn dateline(&self) -> Option<&Dateline> {
        self.dateline.as_ref()
    }

    /// Tokens, sentences and paragraphs of every part, the dateline included.
    #[must_use]
    pub const fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// The sentences, in order; the dateline is none.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The date expressions, resolved against the dateline (or the published date).
    #[must_use]
    pub fn dates(&self) -> &[DateExpression] {
        &self.dates
    }

    /// The people, places and organisations of the story; a mention and a speaker refer to one by
    /// its index here.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The spans that mention them.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The quotations: direct, mixed and indirect.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }
}

/// The dateline, with its places linked and its date resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// From the first place, date or agency to the end of the last, without the separator.
    pub span: Span,
    /// Byte offset at which the story's text begins after the separator.
    pub body_start: u32,
    /// The places, in order; a joint dateline has several.
    pub places: Vec<DatelinePlace>,
    /// The date, if one is written.
    pub date: Option<DatelineDate>,
    /// The agency, if one is written.
    pub agency: Option<DatelineAgency>,
    /// A byline that runs into the dateline, if there is one.
    pub byline: Option<Span>,
}

impl Spanned for Dateline {
    fn span(&self) -> Span {
        self.span
    }
}

/// A place of the dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatelinePlace {
    /// The place name, without its region.
    pub span: Span,
    /// The region or country written after it.
    pub region: Option<Span>,
    /// Index of its entity in [`Article::entities`].
    pub entity: Option<u32>,
}

/// The date of the dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatelineDate {
    /// The date as it stands.
    pub span: Span,
    /// What was written, no more: `--08-12` where no year is; `None` if it cannot be read.
    pub as_written: Option<String>,
    /// The day meant, or `None` where the text does not tell.
    pub value: Option<Date>,
    /// Whether anything in `value` (as a rule the year) was inferred rather than written.
    pub inferred: bool,
    /// Every day that what is written allows; empty where nothing had to be inferred.
    pub candidates: Vec<Date>,
    /// Which evidence gave the value.
    pub reason: &'static str,
    /// What looks wrong about the date as written, if anything does.
    pub suspect: Option<&'static str>,
}

/// The agency of the dateline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatelineAgency {
    /// The name as it stands.
    pub span: Span,
    /// The agency, or `None` if it is not one that wirecopy knows.
    pub agency: Option<&'static Agency>,
}

/// What somebody said, thought or ruled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Direct, mixed or indirect.
    pub kind: QuoteKind,
    /// Speech, attitude or other.
    pub act: Act,
    /// What was said, in one span or several.
    pub content: Vec<Span>,
    /// The words that say that it was said.
    pub cue: Vec<Span>,
    /// Who said it; `None` where nobody is named.
    pub speaker: Option<Speaker>,
    /// The rule that found the quotation and its speaker; where weights did, the one that would have.
    pub reason: QuoteReason,
    /// What the weights went by where they, and not the rules, decided: [`Evidence::describe`] with
    /// the article's text tells it in words.
    pub evidence: Option<Evidence>,
    /// Index in [`Article::quotes`] of the quotation whose content holds this one with its cue and
    /// speaker, the innermost: `Ruiz said Berg had told her that it rained`.
    pub within: Option<u32>,
}

/// The span that says who is speaking, and whom it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// A name, a pronoun, a description, or two names.
    pub span: Span,
    /// Indices in [`Article::entities`]; several for joint speakers, none if nobody known is meant.
    pub entities: Vec<u32>,
    /// The full name, or the full names joined by "and"; `None` where `entities` is empty.
    pub name: Option<String>,
    /// How the span led to the entities.
    pub link: SpeakerLink,
}

/// How a speaker's span led to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpeakerLink {
    /// The span holds a mention by name.
    Name,
    /// The span names a role that one person of the story holds ("the secretary of state").
    Role,
    /// A pronoun, taken for the nearest fitting person before it.
    Pronoun,
    /// Nothing names a speaker; who spoke in the paragraph before goes on.
    Continued,
    /// In a headline or lede: whom the story calls so, or quotes with the same words, further down.
    Later,
    /// Nobody in the story fits.
    None,
}

impl SpeakerLink {
    /// The name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Pronoun => "pronoun",
            Self::Continued => "continued",
            Self::Later => "later",
            Self::None => "none",
        }
    }
}

impl Quote {
    /// What was said: the content spans of `text`, joined by a space where the cue split them.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let pieces: Vec<&str> = self.content.iter().map(|span| span.of(text)).collect();
        pieces.join(" ")
    }

    /// From the first word of content, cue or speaker to the last.
    #[must_use]
    pub fn extent(&self) -> Span {
        let speaker = self.speaker.iter().map(|speaker| speaker.span);
        let mut spans = self.content.iter().chain(&self.cue).copied().chain(speaker);
        let first = spans.next().unwrap_or_default();
        spans.fold(first, Span::cover)
    }
}
