//! Weights of something else.

use alloc::format;
use wirecopy_linear::ModelError;

/// An error for a model that is not the one asked for.
pub(crate) fn wrong(expected: &str, found: &str) -> ModelError {
    ModelError::other_model(format!("expected {expected}, found {found}"))
}
