//! The one error type of the facade: opaque outside, precise inside.

use std::fmt;
use wirecopy_text::TextTooLong;

/// Why a story could not be analysed, or an argument not be used.
///
/// Analysing itself is total: any text shorter than 4 GiB gives an article. What remains are texts
/// beyond that, arguments that say nothing (a published date of February 30), a batch that was
/// interrupted, and bugs of ours, which a batch reports instead of taking the caller down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    TooLong(TextTooLong),
    Argument { name: &'static str, message: String },
    Interrupted,
    Internal(String),
}

impl Error {
    /// An argument that cannot be used: `name` as the caller knows it, `message` with what was
    /// expected and what was found.
    #[must_use]
    pub fn argument(name: &'static str, message: impl Into<String>) -> Self {
        Self { kind: Kind::Argument { name, message: message.into() } }
    }

    pub(crate) const fn interrupted() -> Self {
        Self { kind: Kind::Interrupted }
    }

    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self { kind: Kind::Internal(message.into()) }
    }

    /// What a panic that was caught becomes.
    #[must_use]
    pub fn panicked() -> Self {
        Self::internal("panic")
    }

    /// Whether the text was 4 GiB or longer.
    #[must_use]
    pub const fn is_too_long(&self) -> bool {
        matches!(self.kind, Kind::TooLong(_))
    }

    /// Whether the caller stopped the batch before this story's turn came.
    #[must_use]
    pub const fn is_interrupted(&self) -> bool {
        matches!(self.kind, Kind::Interrupted)
    }

    /// Whether this is a bug in wirecopy. Please report it with the text that showed it.
    #[must_use]
    pub const fn is_internal(&self) -> bool {
        matches!(self.kind, Kind::Internal(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::TooLong(error) => error.fmt(f),
            Kind::Argument { name, message } => write!(f, "{name}: {message}"),
            Kind::Interrupted => f.write_str("interrupted before this story was read"),
            Kind::Internal(message) => {
                write!(f, "bug in wirecopy: {message}; please report the text that shows it")
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<TextTooLong> for Error {
    fn from(error: TextTooLong) -> Self {
        Self { kind: Kind::TooLong(error) }
    }
}
