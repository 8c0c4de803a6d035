//! Training: parsed sentences in, weights out.
//!
//! Tags by an averaged perceptron over its own decisions. Actions by another, with a dynamic oracle
//! (Goldberg and Nivre 2013): after the first pass the parser mostly follows its own decisions, right
//! or wrong, and learns what is best from wherever it got to. It sees tags as the tagger finds them in
//! sentences that it was not trained on.

mod oracle;

use crate::features;
use crate::names::{Relation, Tag};
use crate::parser::{self, Model, NAMES, best};
use crate::state::{Action, State};
use crate::tagger::{self, Context, Words};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use oracle::costs;
use wirecopy_linear::train::{Perceptron, Report, Shuffle, Vocabulary};
use wirecopy_linear::{Classifier, ModelError};

/// A sentence to learn from; all lists are of one length, what is too much is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// The words as written.
    pub words: Vec<String>,
    /// Part of speech of each.
    pub tags: Vec<Tag>,
    /// The head of each, counted from zero; `None` for the root.
    pub heads: Vec<Option<usize>>,
    /// What each is to its head.
    pub relations: Vec<Relation>,
}

impl Example {
    fn len(&self) -> usize {
        self.words.len().min(self.tags.len()).min(self.heads.len()).min(self.relations.len())
    }
}

/// Settings of a training run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trainer {
    /// Binary logarithm of the rows of the table of tags, each of 48 bytes.
    pub tag_bits: u32,
    /// Binary logarithm of the rows of the table of actions, each of 2 bytes.
    pub action_bits: u32,
    /// Binary logarithm of the rows of the table of relations, each of 32 bytes.
    pub relation_bits: u32,
    /// Passes over the sentences for tags.
    pub tag_epochs: u32,
    /// Passes over the sentences for actions and relations.
    pub parse_epochs: u32,
    /// Parts that the sentences are cut into, each tagged by a tagger trained on the others.
    pub folds: usize,
    /// Which order sentences come in.
    pub seed: u64,
}

impl Default for Trainer {
    fn default() -> Self {
        Self {
            tag_bits: 15,
            action_bits: 19,
            relation_bits: 16,
            tag_epochs: 6,
            parse_epochs: 6,
            folds: 4,
            seed: 1,
        }
    }
}

/// In ten decisions, how many the parser takes by itself after the first pass.
const OWN: usize = 9;
/// Sentences that stay in one fold, so that a story is hardly ever cut.
const BLOCK: usize = 50;

impl Trainer {
    /// Trains on `examples`; reports on tags, actions and relations.
    ///
    /// Takes time linear in the examples: some minutes for a million words.
    ///
    /// # Errors
    ///
    /// Never for examples and settings that make sense; an error would name what is wrong.
    pub fn fit(&self, examples: &[Example]) -> Result<(Model, [Report; 3]), ModelError> {
        let all: Vec<&Example> = examples.iter().collect();
        let (tags, tag_report) = self.fit_tags(&all)?;
        let folds = self.folds.max(2);
        let mut found = vec![Vec::new(); examples.len()];
        for fold in 0..folds {
            let is_in = |index: usize| index / BLOCK % folds == fold;
            let others: Vec<&Example> =
                all.iter().enumerate().filter(|(i, _)| !is_in(*i)).map(|(_, e)| *e).collect();
            let (tagger, _) = self.fit_tags(&others)?;
            let mut words = Words::default();
            for (index, found) in found.iter_mut().enumerate().filter(|(i, _)| is_in(*i)) {
                words.read(all.get(index).into_iter().flat_map(|e| &e.words).map(String::as_str));
                parser::tag(&tagger, &words, found);
            }
        }
        let (actions, relations) = self.fit_parser(examples, &found);
        let (actions, action_report) = actions.finish(NAMES[1])?;
        let (relations, relation_report) = relations.finish(NAMES[2])?;
        let model = Model::new(tags, actions, relations)?;
        Ok((model, [tag_report, action_report, relation_report]))
    }

    fn fit_tags(&self, examples: &[&Example]) -> Result<(Classifier, Report), ModelError> {
        let labels: Vec<&str> = Tag::ALL.iter().map(|tag| tag.name()).collect();
        let mut trainer = Perceptron::new(&labels, Vocabulary::hashed(self.tag_bits));
        let mut order: Vec<&Example> = examples.to_vec();
        let mut shuffle = Shuffle::new(self.seed);
        let mut words = Words::default();
        for _ in 0..self.tag_epochs {
            shuffle.shuffle(&mut order);
            for example in &order {
                words.read(example.words.iter().map(String::as_str));
                let mut context = Context::START;
                for (window, right) in words.windows().zip(&example.tags) {
                    let features = tagger::features(window, context);
                    let found = trainer.learn(&features, *right as usize);
                    context = context.then(Tag::ALL.get(found).copied().unwrap_or(*right));
                }
            }
        }
        trainer.finish(NAMES[0])
    }

    fn fit_parser(&self, examples: &[Example], tags: &[Vec<Tag>]) -> (Perceptron, Perceptron) {
        let actions: Vec<&str> = Action::WEIGHED.iter().map(|action| action.name()).collect();
        let relations: Vec<&str> = Relation::ALL.iter().map(|relation| relation.name()).collect();
        let mut learner = Learner {
            actions: Perceptron::new(&actions, Vocabulary::hashed(self.action_bits)),
            relations: Perceptron::new(&relations, Vocabulary::hashed(self.relation_bits)),
            state: State::default(),
            words: Words::default(),
            chance: Shuffle::new(self.seed.wrapping_add(1)),
            heads: Vec::new(),
        };
        let mut order: Vec<(&Example, &[Tag])> =
            examples.iter().zip(tags.iter().map(|tags| &tags[..])).collect();
        let mut shuffle = Shuffle::new(self.seed.wrapping_add(2));
        for pass in 0..self.parse_epochs {
            shuffle.shuffle(&mut order);
            for (example, tags) in &order {
                learner.learn(example, tags, pass > 0);
            }
        }
        (learner.actions, learner.relations)
    }
}

/// Parses to learn.
struct Learner {
    actions: Perceptron,
    relations: Perceptron,
    state: State,
    words: Words,
    chance: Shuffle,
    /// Right heads as the state counts them.
    heads: Vec<u32>,
}

impl Learner {
    fn learn(&mut self, example: &Example, tags: &[Tag], explore: bool) {
        let length = example.len().min(tags.len());
        self.words.read(example.words.iter().take(length).map(String::as_str));
        let tags = tags.get(..length).unwrap_or(&[]);
        self.state.start(self.words.words(), tags);
        let root = length as u32;
        let head = |head: &Option<usize>| {
            head.and_then(|head| u32::try_from(head).ok()).filter(|h| *h < root).unwrap_or(root)
        };
        self.heads.clear();
        self.heads.extend(example.heads.iter().take(length).map(head));
        while !self.state.is_done() {
            let action = self.decide(explore);
            let relation = self.state.arc(action).map(|(head, dependent)| {
                let right = self.heads.get(dependent as usize) == Some(&head);
                let relation = example.relations.get(dependent as usize).filter(|_| right);
                self.relate(head, dependent, relation.copied())
            });
            self.state.apply(action, relation.unwrap_or(Relation::Other));
        }
    }

    /// Learns the next action, and takes it or the one that would have been best.
    fn decide(&mut self, explore: bool) -> Action {
        let features = features::action(&self.state);
        let mut scores = [0; Action::ALL.len()];
        self.actions.add_scores(&features, &mut scores);
        let costs = costs(&self.state, &self.heads);
        let possible = || {
            let all = Action::ALL.iter().copied().zip(scores).zip(costs);
            all.filter(|((action, _), _)| self.state.allows(*action))
        };
        let least = possible().map(|(_, cost)| cost).min().unwrap_or(0);
        let highest = |best: ((Action, i32), u32), next: ((Action, i32), u32)| {
            if next.0.1 > best.0.1 { next } else { best }
        };
        let found = possible().reduce(highest);
        let right = possible().filter(|(_, cost)| *cost == least).reduce(highest);
        let ((found, _), cost) = found.unwrap_or(((Action::Shift, 0), least));
        let ((right, _), _) = right.unwrap_or(((Action::Shift, 0), least));
        if cost != least {
            self.actions.update(&features, right as usize, found as usize);
        }
        self.actions.tick();
        if explore && self.chance.below(10) < OWN { found } else { right }
    }

    /// Learns the relation of an arc, if the arc is right.
    fn relate(&mut self, head: u32, dependent: u32, right: Option<Relation>) -> Relation {
        if head == self.state.root() {
            return Relation::Root;
        }
        let features = features::relation(&self.state, head, dependent);
        let found = match right {
            Some(right) => self.relations.learn(&features, right as usize),
            None => {
                let mut scores = [0; Relation::ALL.len()];
                self.relations.add_scores(&features, &mut scores);
                best(&scores)
            }
        };
        Relation::ALL.get(found).copied().unwrap_or(Relation::Other)
    }
}
