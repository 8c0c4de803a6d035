//! People, places and organisations in news copy: mentions, titles, joining, linking.

mod input;
mod label;
mod model;

pub use input::{Block, Input, TextRegion};
pub use model::{Entities, Entity, EntityKind, Link, Mention, MentionForm, MentionReason, Role};

/// Finds the names in a document, joins those of one person, place or organisation, and links
/// them to the lists given.
#[must_use]
pub fn recognize(input: &Input<'_>) -> Entities {
    let _ = input;
    Entities::default()
}
