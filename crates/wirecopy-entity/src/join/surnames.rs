//! What is known of the bearers of each surname.

use crate::map::Map;
use crate::scene::Gender;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Within so many words a surname is the latest bearer's.
pub(super) const NEAR_WORDS: usize = 40;

/// People of one surname: the latest, and the latest man and woman.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Latest {
    pub(super) any: Option<u32>,
    /// The word where the latest stands.
    pub(super) at: usize,
    /// The one with most mentions.
    pub(super) main: Option<u32>,
    pub(super) male: Bearer,
    pub(super) female: Bearer,
}

/// Men, or women, of one surname.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bearer {
    pub(super) latest: Option<u32>,
    /// The word where the latest stands.
    pub(super) at: usize,
    /// The one with most mentions.
    pub(super) main: Option<u32>,
}

impl Latest {
    /// Keeps that somebody of this surname was named at a word.
    pub(super) fn saw(
        &mut self,
        id: u32,
        word: usize,
        (gender, relative): (Gender, bool),
        mentions: impl Fn(Option<u32>) -> usize,
    ) {
        self.at = word;
        // "her mother, Hansa" is the main one of the family when she is named oftener only.
        let least = mentions(self.main) + usize::from(relative && self.main.is_some());
        if mentions(Some(id)) + 1 >= least {
            self.main = Some(id);
        }
        let bearer = match gender {
            Gender::Male => &mut self.male,
            Gender::Female => &mut self.female,
            Gender::Unknown => return,
        };
        (bearer.latest, bearer.at) = (Some(id), word);
        if mentions(Some(id)) + 1 > mentions(bearer.main) {
            bearer.main = Some(id);
        }
    }
}

impl Bearer {
    /// Near the latest it is the latest; farther on the one who is named twice as often.
    pub(super) fn at(self, word: usize, mentions: impl Fn(Option<u32>) -> usize) -> Option<u32> {
        let far = word.saturating_sub(self.at) > NEAR_WORDS / 2;
        let main = self.main.filter(|_| far && mentions(self.main) >= 2 * mentions(self.latest));
        main.or(self.latest)
    }
}

#[derive(Debug, Default)]
pub(super) struct People<'a> {
    pub(super) surnames: Map<Cow<'a, str>, Surname<'a>>,
    pub(super) given: Map<Cow<'a, str>, u32>,
    /// First names, and the inner surnames of longer names, wherever the full name stands.
    pub(super) inner: Map<Cow<'a, str>, u32>,
    /// Other words of names.
    pub(super) other: Map<Cow<'a, str>, u32>,
}

/// The people of one surname.
#[derive(Debug, Default)]
pub(super) struct Surname<'a> {
    /// By first name.
    pub(super) full: BTreeMap<Cow<'a, str>, u32>,
    /// By its first letter.
    pub(super) initial: BTreeMap<char, u32>,
    /// The first full name, for mentions that come before it.
    pub(super) first: Option<u32>,
    pub(super) latest: Latest,
    /// Of whom no full name is known.
    pub(super) alone: Option<u32>,
}

impl<'a> People<'a> {
    pub(super) fn surname(&mut self, last: &Cow<'a, str>) -> &mut Surname<'a> {
        self.surnames.entry(last.clone()).or_default()
    }
}
