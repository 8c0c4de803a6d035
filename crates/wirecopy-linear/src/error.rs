//! Why bytes are not a model.

use alloc::string::String;
use core::fmt;

/// Why a file of weights was refused. The text says what was expected, what was found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelError {
    kind: Kind,
    message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    NotAModel,
    Version,
    WrongModel,
    Corrupt,
}

impl ModelError {
    pub(crate) const fn new(kind: Kind, message: String) -> Self {
        Self { kind, message }
    }

    /// An error for crates that wrap a model and find that it is not for their features.
    #[must_use]
    pub const fn other_model(message: String) -> Self {
        Self::new(Kind::WrongModel, message)
    }

    /// Whether the bytes are something else altogether.
    #[must_use]
    pub fn is_not_a_model(&self) -> bool {
        self.kind == Kind::NotAModel
    }

    /// Whether the file is of a version that this build does not read.
    #[must_use]
    pub fn is_other_version(&self) -> bool {
        self.kind == Kind::Version
    }

    /// Whether it is a model, but of another sort or for other features than the one asked for.
    #[must_use]
    pub fn is_other_model(&self) -> bool {
        self.kind == Kind::WrongModel
    }

    /// Whether the file is cut short or was changed.
    #[must_use]
    pub fn is_corrupt(&self) -> bool {
        self.kind == Kind::Corrupt
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for ModelError {}
