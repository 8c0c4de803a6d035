//! Why a gazetteer could not be built, read or opened.

use core::fmt;

/// Why a gazetteer could not be built, read or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerError {
    message: String,
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for GazetteerError {}
