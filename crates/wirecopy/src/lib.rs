//! Reads news copy: an agency story as it was sent, pasted or scraped.
//!
//! ```
//! let article = wirecopy::analyze(
//!     "GENEVA, March 3 (Reuters) - The talks will resume, mediator Anna Keller said on Monday.\n\n\
//!      \"Both sides want this,\" Keller said.",
//! )?;
//! let speakers: Vec<_> = article
//!     .quotes()
//!     .iter()
//!     .map(|quote| (quote.kind.name(), quote.speaker.as_ref().and_then(|s| s.name.as_deref())))
//!     .collect();
//! assert_eq!(speakers, [("indirect", Some("Anna Keller")), ("direct", Some("Anna Keller"))]);
//! # Ok::<(), wirecopy::Error>(())
//! ```
//!
//! # What you get
//!
//! One [`Article`] per story, made in one linear pass: the parts of the story, tokens and sentences,
//! the dateline (place, date, agency), every date resolved against it, people, places and
//! organisations with titles and links, and every quotation, direct, mixed or indirect, with its cue
//! and its speaker by full name. Every answer carries its exact place and the rule that gave it.
//!
//! - [`analyze`] reads one story; [`Analyzer`] does so with options, and many at once.
//! - [`render`] shows an article to a person: a card, a page.
//! - With feature `serde`, an [`Article`] serialises as the documented JSON (schema 1).
//!
//! # What this crate does not do
//!
//! It has no grammar of its own: each step is a crate that can be used alone (wirecopy-token,
//! wirecopy-dateline, wirecopy-gazetteer, …). It reads English. It fetches nothing, at build time or
//! run time, and asks no clock: the same text gives the same answer everywhere.
//!
//! # Features
//!
//! - `mid` (on): towns of 5,000 inhabitants and more in the embedded lists, 3 MB; without it those of
//!   15,000. Fewer towns are linked then.
//! - `all` (off): places of 500 inhabitants and more, another 12 MB, for local copy.
//! - `models` (on): trained weights that correct the rules for names and quotations;
//!   [`Analyzer::models`].
//! - `serde` (off): [`Article`] implements `Serialize`; `to_json`.
//! - `cli` (off): the command `wirecopy`.
//! - `train` (off): training weights on annotated stories of your own.
//!
//! See [`_design`] for reasons and scores, [`_compare`] for other tools.

mod analyzer;
mod anchor;
mod article;
mod batch;
#[cfg(feature = "cli")]
pub mod cli;
mod error;
#[cfg(feature = "serde")]
pub mod json;
mod lists;
mod models;
pub mod render;
mod single;
mod speaker;
#[cfg(feature = "train")]
pub mod train;
mod within;

pub use analyzer::{Analyzer, Stage};
pub use article::{
    Article, Dateline, DatelineAgency, DatelineDate, DatelinePlace, Quote, Speaker, SpeakerLink,
};
pub use batch::{Outcome, read_many, read_piles};
pub use error::Error;
pub use wirecopy_article::{Part, PartKind};
pub use wirecopy_date::{
    AnchorSource, Date, DateExpression, DateKind, Granularity, Modifier, NumericOrder,
};
pub use wirecopy_dateline::Agency;
pub use wirecopy_entity::{
    Entity, EntityKind, EntityModel, EntityModelError, Gender, Link, Mention, MentionForm,
    MentionReason, Role,
};
pub use wirecopy_gazetteer::{
    CasePolicy, Entry, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder, GazetteerError,
    ListFormat, ListOptions, ListReport, Match, NameId,
};
pub use wirecopy_gazetteer_data::{Attribution, attributions};
pub use wirecopy_quote::{
    Act, Clue, ClueKind, Decided, Evidence, Nested, QuoteKind, QuoteModel, QuoteModelError,
    QuoteReason,
};
pub use wirecopy_text::{OffsetMap, OffsetUnit, Span, Spanned};
pub use wirecopy_token::{
    BoundaryReason, Newlines, Sentence, Token, TokenFlags, TokenKind, Tokens,
};

/// A story made up for the demonstration, in the style of an agency.
pub const DEMO_STORY: &str = include_str!("demo.txt");

/// Reads one story with the default options. Linear in the length of `text`.
///
/// # Errors
///
/// [`Error::is_too_long`] if `text` has 4 GiB or more. Nothing else.
pub fn analyze(text: &str) -> Result<Article<'_>, Error> {
    Analyzer::new().analyze(text)
}

/// Why wirecopy is as it is, what was rejected, and what it scores.
#[doc = include_str!("../DESIGN.md")]
pub mod _design {}

/// Other tools, and where they do better.
#[doc = include_str!("../COMPARE.md")]
pub mod _compare {}

/// What changed for users.
#[doc = include_str!("../CHANGELOG.md")]
pub mod _changelog {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The example of the repository's README; a published crate cannot read above its folder.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct RepositoryReadme;
