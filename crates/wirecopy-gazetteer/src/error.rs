//! Why a gazetteer could not be built, read or opened.

use core::fmt;

/// What went wrong, as far as a caller would branch on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The bytes are something else.
    Foreign,
    /// The bytes are of another version of the format.
    Version,
    /// The bytes were a gazetteer once.
    Damaged,
    /// More than 4 GiB, or than 2^31 names.
    TooLarge,
    /// A row or an entry says something impossible.
    Entry,
}

/// Why a gazetteer could not be built, read or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerError {
    kind: Kind,
    line: Option<u32>,
    column: Option<String>,
    message: String,
}

impl GazetteerError {
    const fn new(kind: Kind, message: String) -> Self {
        Self { kind, line: None, column: None, message }
    }

    pub(crate) fn foreign() -> Self {
        Self::new(Kind::Foreign, "not a compiled gazetteer: the first bytes differ".into())
    }

    pub(crate) fn version(found: u32, expected: u32) -> Self {
        let message = format!("compiled gazetteer of version {found}, expected {expected}");
        Self::new(Kind::Version, message)
    }

    pub(crate) fn damaged(what: impl fmt::Display) -> Self {
        Self::new(Kind::Damaged, format!("damaged gazetteer: {what}"))
    }

    pub(crate) fn too_large(what: &str) -> Self {
        Self::new(Kind::TooLarge, format!("too large for a gazetteer: {what}"))
    }

    pub(crate) fn entry(message: impl fmt::Display) -> Self {
        Self::new(Kind::Entry, message.to_string())
    }

    /// Adds the line of the list where the error stands, unless that is already said.
    #[cfg(feature = "readers")]
    pub(crate) fn at(mut self, line: u32) -> Self {
        self.line = self.line.or(Some(line));
        self
    }

    /// Adds which column the error stands in, unless that is already said.
    pub(crate) fn in_column(mut self, column: &str) -> Self {
        self.column = self.column.or_else(|| Some(column.to_owned()));
        self
    }

    /// Whether the bytes are no compiled gazetteer at all.
    #[must_use]
    pub const fn is_foreign(&self) -> bool {
        matches!(self.kind, Kind::Foreign)
    }

    /// Whether the bytes are a gazetteer compiled for another version of this crate.
    #[must_use]
    pub const fn is_version_mismatch(&self) -> bool {
        matches!(self.kind, Kind::Version)
    }

    /// Whether the bytes are cut short or changed.
    #[must_use]
    pub const fn is_damaged(&self) -> bool {
        matches!(self.kind, Kind::Damaged)
    }

    /// Whether a limit of the format is exceeded.
    #[must_use]
    pub const fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge)
    }

    /// Whether an entry or a row of a list is at fault.
    #[must_use]
    pub const fn is_bad_entry(&self) -> bool {
        matches!(self.kind, Kind::Entry)
    }

    /// The line of the list that is at fault, counted from 1.
    #[must_use]
    pub const fn line(&self) -> Option<u32> {
        self.line
    }

    /// The column that is at fault: its heading, or its number from 1 where there is none.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        self.column.as_deref()
    }
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, &self.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}: ")?,
            (Some(line), None) => write!(f, "line {line}: ")?,
            (None, Some(column)) => write!(f, "column {column}: ")?,
            (None, None) => {}
        }
        f.write_str(&self.message)
    }
}

impl core::error::Error for GazetteerError {}
