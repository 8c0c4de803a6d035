//! The tagger: what the rules found, weighed again by what was learned from annotated copy.
//!
//! The rules mark names; a conditional random field then labels the words of each *candidate*, a run
//! of words with capitals. What the rules say of a word, and why, is among its features, and so is what
//! they say of the same word elsewhere in the document. Where the model agrees, the mark and its reason
//! stand; where it does not, the mark is changed, dropped or added, and its reason says that the model
//! did it, and by which kind of evidence.
//! What the caller's own lists name, titles and the places of the dateline are not touched.

mod apply;
mod features;
mod label;
mod memory;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "train", test))]
pub mod train;
mod view;

use label::LABELS;
use std::fmt;
use wirecopy_linear::{ModelError, Tagger};

/// The name of every model whose features are those of this version.
pub(crate) const FEATURES: &str = "wirecopy-entity features 2";

/// Trained weights for names.
///
/// ```
/// use wirecopy_entity::EntityModel;
///
/// let error = EntityModel::from_bytes(b"not a model".to_vec()).unwrap_err();
/// assert!(!error.to_string().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct EntityModel {
    tagger: Tagger,
}

impl EntityModel {
    /// A model that is part of the program, used where it lies.
    ///
    /// # Errors
    ///
    /// If the bytes are no model for names, or one of another version's features.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, EntityModelError> {
        Self::new(Tagger::from_static(bytes)?)
    }

    /// A model that was read from a file. Every byte is checked.
    ///
    /// # Errors
    ///
    /// If the bytes are no model for names, were cut short or changed, or belong to another version's
    /// features.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, EntityModelError> {
        Self::new(Tagger::from_bytes(bytes)?)
    }

    /// The bytes of the model, to write to a file.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.tagger.as_bytes()
    }

    fn new(tagger: Tagger) -> Result<Self, EntityModelError> {
        if tagger.name() != FEATURES {
            return Err(EntityModelError(Reason::Features(tagger.name().to_owned())));
        }
        if tagger.labels() != LABELS {
            return Err(EntityModelError(Reason::Labels));
        }
        Ok(Self { tagger })
    }
}

/// Why bytes are no model for names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityModelError(Reason);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reason {
    Model(ModelError),
    Features(String),
    Labels,
}

impl From<ModelError> for EntityModelError {
    fn from(error: ModelError) -> Self {
        Self(Reason::Model(error))
    }
}

impl fmt::Display for EntityModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Model(error) => error.fmt(f),
            Reason::Features(found) => {
                write!(f, "the model was trained for “{found}”; this version needs “{FEATURES}”")
            }
            Reason::Labels => f.write_str("the model's labels are not those of names"),
        }
    }
}

impl std::error::Error for EntityModelError {}
