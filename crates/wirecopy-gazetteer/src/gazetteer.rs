//! The compiled form.

use crate::{AllMatches, Entries, GazetteerError, Matches, NameId};
use std::borrow::Cow;

/// Names compiled for matching and lookup, used in place.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
}

impl Gazetteer {
    /// Opens a compiled gazetteer that is part of the program.
    ///
    /// # Errors
    ///
    /// If the bytes are not a compiled gazetteer of this version.
    pub const fn open_static(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        Ok(Self { bytes: Cow::Borrowed(bytes) })
    }

    /// Opens a compiled gazetteer read from a file.
    ///
    /// # Errors
    ///
    /// If the bytes are not a compiled gazetteer of this version.
    pub const fn open(bytes: Vec<u8>) -> Result<Self, GazetteerError> {
        Ok(Self { bytes: Cow::Owned(bytes) })
    }

    /// The compiled form, to be written to a file.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The names in `text`: leftmost, then longest, none overlapping another.
    #[must_use]
    pub const fn find<'g, 't>(&'g self, text: &'t str) -> Matches<'g, 't> {
        Matches::new(self, text)
    }

    /// Every name in `text`, also inside and across others, by start and then by end.
    #[must_use]
    pub const fn find_all<'g, 't>(&'g self, text: &'t str) -> AllMatches<'g, 't> {
        AllMatches::new(self, text)
    }

    /// The name that `name` as a whole would match.
    #[must_use]
    pub const fn lookup(&self, name: &str) -> Option<NameId> {
        let _ = name;
        None
    }

    /// Everything that has this name, greatest weight first.
    #[must_use]
    pub const fn entries(&self, name: NameId) -> Entries<'_> {
        Entries::new(self, name)
    }
}
