//! People, places and organisations in news copy: mentions, titles, joining, linking.
//!
//! ```
//! use wirecopy_entity::{EntityKind, Input, MentionReason};
//! use wirecopy_token::tokenize;
//!
//! let text = "Deputy Mayor Inga Halvorsen spoke first; Mr. Dahl of Norden Maskin AS did not.";
//! let tokens = tokenize(text);
//! let found = Input::new(text, &tokens).recognize();
//!
//! let names: Vec<_> = found.mentions.iter().map(|m| (m.span.of(text), m.kind)).collect();
//! assert_eq!(names[0], ("Inga Halvorsen", EntityKind::Person));
//! assert_eq!(found.entities[0].role.as_deref(), Some("Deputy Mayor"));
//! assert_eq!(found.mentions[1].reason, MentionReason::Title);
//! ```
//!
//! # What you get
//!
//! - [`Mention`]: the exact words of a name, its kind and form, its entity, and the rule that made it.
//!   Titles and roles stay outside of the name.
//! - [`Entity`]: all mentions of one person, place or organisation, with roles as written and a
//!   [`Link`] to the list entry that is meant: by the story's date for people in office, by region,
//!   country and nearness for places.
//! - Weights that correct the rules, if the caller gives some ([`Input::model`]).
//! - Names within names ("U.S." in "U.S. Department of State") and in compounds ("Moscow-based").
//!
//! # What this crate does not do
//!
//! It brings no lists (`wirecopy-gazetteer-data` does), resolves no pronouns or descriptions, and does
//! not know who said what, but for the phrases that it is told name a speaker
//! ([`Input::speakers`]). Names in small letters are not found. A team of a country and a government
//! stay places; a club that bears a city's name is an organisation in reports of sport only.

mod aliases;
mod around;
mod askers;
mod bare;
mod bearers;
mod bodies;
mod called;
mod causes;
mod children;
mod closing;
mod clubs;
mod concord;
mod counted;
mod courtesy;
mod descent;
mod document;
mod elsewhere;
mod employers;
mod fields;
mod firms;
mod forenames;
mod form;
mod founders;
mod heads;
mod initials;
mod input;
mod itself;
mod join;
mod kept;
mod kin;
mod known_as;
mod label;
mod lands;
mod lesser;
mod letters;
mod lexicon;
mod link;
mod listed;
mod lists;
mod map;
mod model;
mod months;
mod named;
mod nature;
mod nested;
mod nicknames;
mod openers;
mod parents;
mod partners;
mod peers;
mod people;
mod pinyin;
mod places;
mod recalled;
mod saints;
mod scene;
mod sense;
mod senses;
mod settle;
mod shorter;
mod single;
mod spoken;
mod starts;
mod style;
mod syllables;
mod tagger;
mod tails;
mod teams;
mod things;
mod titles;
mod told;
mod traders;
mod turns;
mod unheard;
mod unlisted;
mod vietnam;
mod vocabulary;
mod whole;
mod words;

pub use input::{Block, Input, TextRegion};
pub use model::{
    Entities, Entity, EntityKind, Gender, Link, Mention, MentionForm, MentionReason, Role,
};
#[cfg(any(feature = "train", test))]
pub use tagger::train;
pub use tagger::{EntityModel, EntityModelError};

/// Finds the names in a document, joins those of one person, place or organisation, and links
/// them to the lists given.
///
/// Linear in the length of the text but for sorting.
#[must_use]
pub fn recognize(input: &Input<'_>) -> Entities {
    with_marks(input, |scene| resolved(input, scene))
}

/// Reads a document as the rules mark it, with the words that this thread knows.
fn with_marks<T>(input: &Input<'_>, read: impl FnOnce(scene::Scene<'_>) -> T) -> T {
    kept::Kept::with(input, |kept| read(marked(input, kept)))
}

/// What the marks amount to, weighed by the weights if there are any, joined and linked.
fn resolved(input: &Input<'_>, mut scene: scene::Scene<'_>) -> Entities {
    if let Some(model) = input.model {
        scene.reconsider(model);
        scene.unheard_bodies();
        scene.bodies_by_nature();
        scene.namesakes();
        scene.whole_bodies();
        scene.courtesies();
        scene.bodies_by_deeds();
    }
    scene.askers();
    scene.speakers(input.speakers);
    scene.forenames();
    scene.whole_bodies();
    scene.parents();
    scene.firms();
    scene.openers();
    scene.known_as();
    scene.concord();
    scene.lands_by_ministers();
    scene.compounds();
    scene.names_within();
    scene.appositions();
    let places = link::Places::new(input, &mut scene);
    join::Joined::new(input, &scene, &places).finish(&scene)
}

/// The names as the rules mark them, from the surest to the least sure.
fn marked<'a>(input: &Input<'a>, kept: &'a mut kept::Kept) -> scene::Scene<'a> {
    let mut scene = scene::Scene::new(input, kept);
    scene.dateline(input);
    scene.trusted();
    scene.turns();
    scene.delegates();
    scene.causes();
    scene.counted_bodies();
    scene.clubs();
    scene.bodies_by_opening();
    scene.titled_names();
    scene.vietnamese_names();
    scene.events();
    scene.partners();
    scene.founders();
    scene.told();
    scene.fighters();
    scene.places_of();
    scene.bodies_by_closing();
    scene.saints();
    scene.branches();
    scene.explained_acronyms();
    scene.agencies();
    scene.tables();
    scene.town_teams();
    scene.phrases();
    scene.given_names();
    scene.couples();
    scene.shaped_names();
    scene.told_names();
    scene.courtesies();
    scene.bodies_by_deeds();
    scene.places_by_shape();
    scene.unheard_bodies();
    scene.bodies_by_nature();
    scene.namesakes();
    scene.whole_bodies();
    let mut memory = document::Memory::new(&scene);
    scene.recall(&memory);
    scene.traders();
    scene.single_words();
    scene.councils();
    scene.waters(input.gazetteers);
    scene.unlisted_words();
    scene.bodies_by_deeds();
    memory.read(&scene);
    scene.agree(&memory);
    scene.recall(&memory);
    scene.teams();
    scene
}

#[cfg(test)]
mod tests;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
