//! What the result format calls things.

use crate::Suspect;

impl Suspect {
    /// The finding as the result format writes it: lower case, with hyphens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Day => "day",
            Self::Impossible => "impossible",
            Self::FarFromPublished => "far-from-published",
        }
    }
}
