//! Words in, parse out.

use crate::names::{Relation, Tag};
use crate::parse::Parse;
use crate::state::{Action, State};
use crate::tagger::{self, Context, Words};
use crate::{error::wrong, features};
use alloc::string::String;
use alloc::vec::Vec;
use wirecopy_linear::{Classifier, ModelError};

/// The names of the three classifiers. The number goes up when their features change.
pub(crate) const NAMES: [&str; 3] =
    ["wirecopy-syntax tags 1", "wirecopy-syntax actions 2", "wirecopy-syntax relations 2"];

/// The weights: three classifiers, for tags, for the parser's actions, and for relations.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    tags: Classifier,
    actions: Classifier,
    relations: Classifier,
}

impl Model {
    /// Weights that are part of the program, used where they lie: tags, actions, relations, as
    /// `wirecopy_model_data::syntax()` gives them.
    ///
    /// # Errors
    ///
    /// If they are not weights of this crate's features.
    pub fn from_static(weights: [&'static [u8]; 3]) -> Result<Self, ModelError> {
        let [tags, actions, relations] = weights.map(Classifier::from_static);
        Self::new(tags?, actions?, relations?)
    }

    /// Weights that were read from somewhere: tags, actions, relations. Checks every byte.
    ///
    /// # Errors
    ///
    /// If they are not weights of this crate's features, or were cut short or changed.
    pub fn from_bytes(weights: [Vec<u8>; 3]) -> Result<Self, ModelError> {
        let [tags, actions, relations] = weights.map(Classifier::from_bytes);
        Self::new(tags?, actions?, relations?)
    }

    /// The bytes of tags, actions and relations, to write to files.
    #[must_use]
    pub fn as_bytes(&self) -> [&[u8]; 3] {
        [self.tags.as_bytes(), self.actions.as_bytes(), self.relations.as_bytes()]
    }

    pub(crate) fn new(
        tags: Classifier,
        actions: Classifier,
        relations: Classifier,
    ) -> Result<Self, ModelError> {
        check(&tags, NAMES[0], Tag::ALL.iter().map(|tag| tag.name()))?;
        check(&actions, NAMES[1], Action::WEIGHED.iter().map(|action| action.name()))?;
        check(&relations, NAMES[2], Relation::ALL.iter().map(|relation| relation.name()))?;
        Ok(Self { tags, actions, relations })
    }
}

/// Whether a classifier is for these features and labels.
fn check<'n>(
    model: &Classifier,
    name: &str,
    labels: impl Iterator<Item = &'n str>,
) -> Result<(), ModelError> {
    if model.name() != name {
        return Err(wrong(name, model.name()));
    }
    if !model.labels().iter().map(String::as_str).eq(labels) {
        return Err(wrong("the labels of this build", "other labels"));
    }
    Ok(())
}

/// Parses sentence after sentence; keeps its memory between them.
///
/// Takes time linear in the length of a sentence, whatever it holds.
#[derive(Debug, Clone)]
pub struct Parser<'m> {
    model: &'m Model,
    words: Words,
    state: State,
    parse: Parse,
}

impl<'m> Parser<'m> {
    /// A parser with these weights.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { model, words: Words::default(), state: State::default(), parse: Parse::default() }
    }

    /// Finds tags only, at several times the speed of [`parse`](Self::parse).
    pub fn tag<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) -> &[Tag] {
        self.words.read(words.into_iter());
        tag(&self.model.tags, &self.words, self.parse.restart());
        self.parse.tags()
    }

    /// Finds tags, heads and relations of the words of one sentence.
    pub fn parse<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) -> &Parse {
        self.words.read(words.into_iter());
        let tags = self.parse.restart();
        tag(&self.model.tags, &self.words, tags);
        self.state.start(self.words.words(), tags);
        while let Some(action) = choose(&self.model.actions, &self.state) {
            let relation = self.state.arc(action).map(|(head, dependent)| {
                relate(&self.model.relations, &self.state, head, dependent)
            });
            self.state.apply(action, relation.unwrap_or(Relation::Other));
        }
        self.parse.finish(&self.state);
        &self.parse
    }
}

/// Tags from left to right.
pub(crate) fn tag(model: &Classifier, words: &Words, tags: &mut Vec<Tag>) {
    let mut context = Context::START;
    for window in words.windows() {
        let mut scores = [0; Tag::ALL.len()];
        model.add_scores(&tagger::features(window, context), &mut scores);
        let tag = Tag::ALL.get(best(&scores)).copied().unwrap_or(Tag::Nn);
        context = context.then(tag);
        tags.push(tag);
    }
}

/// The best possible action; `None` when the sentence is done.
fn choose(model: &Classifier, state: &State) -> Option<Action> {
    let mut possible = Action::ALL.iter().copied().filter(|action| state.allows(*action));
    let first = possible.next()?;
    if possible.next().is_none() {
        return Some(first);
    }
    let mut scores = [0; Action::ALL.len()];
    model.add_scores(&features::action(state), &mut scores);
    let possible = Action::ALL.iter().zip(scores).filter(|(action, _)| state.allows(**action));
    let best = possible.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(action, _)| *action)
}

/// The best relation for an arc.
fn relate(model: &Classifier, state: &State, head: u32, dependent: u32) -> Relation {
    if head == state.root() {
        return Relation::Root;
    }
    let mut scores = [0; Relation::ALL.len()];
    model.add_scores(&features::relation(state, head, dependent), &mut scores);
    Relation::ALL.get(best(&scores)).copied().unwrap_or(Relation::Other)
}

/// The first of the highest scores.
pub(crate) fn best(scores: &[i32]) -> usize {
    let mut best = (0, i32::MIN);
    for (index, score) in scores.iter().enumerate() {
        if *score > best.1 {
            best = (index, *score);
        }
    }
    best.0
}
