//! People, places and organisations in news copy: mentions, titles, joining, linking.

mod bodies;
mod document;
mod input;
mod join;
mod label;
mod lexicon;
mod link;
mod listed;
mod model;
mod people;
mod places;
mod scene;
mod teams;
mod titles;
mod words;

pub use input::{Block, Input, TextRegion};
pub use model::{Entities, Entity, EntityKind, Link, Mention, MentionForm, MentionReason, Role};

/// Finds the names in a document, joins those of one person, place or organisation, and links
/// them to the lists given.
#[must_use]
pub fn recognize(input: &Input<'_>) -> Entities {
    let mut scene = scene::Scene::new(input);
    scene.dateline(input.places);
    scene.trusted();
    scene.bodies_by_opening();
    scene.titled_names();
    scene.events();
    scene.places_of();
    scene.bodies_by_closing();
    scene.tables();
    scene.phrases();
    scene.given_names();
    scene.shaped_names();
    scene.places_by_shape();
    let memory = document::Memory::new(&scene);
    scene.recall(&memory);
    scene.single_words();
    scene.unlisted_words();
    let memory = document::Memory::new(&scene);
    scene.agree(&memory);
    scene.recall(&memory);
    scene.teams();
    scene.compounds();
    scene.names_within();
    scene.appositions();
    let places = link::Places::new(input, &scene);
    join::Joined::new(input, &scene, &places).finish(&scene)
}
