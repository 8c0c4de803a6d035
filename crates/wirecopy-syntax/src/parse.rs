//! The grammar of one sentence.

use crate::names::{Relation, Tag};
use crate::state::State;
use alloc::vec::Vec;
use core::iter;
use core::ops::Range;

/// How far a verb's subject is looked for through the verbs above it.
const CLIMB: usize = 8;
/// No word.
const NONE: u32 = u32::MAX;

/// Tags, heads and relations of the words of one sentence; words are counted from zero.
///
/// A tree without crossing branches: every word but one has a head, and the words under a word are
/// next to each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parse {
    tags: Vec<Tag>,
    heads: Vec<u32>,
    relations: Vec<Relation>,
    /// The first word of each subtree and the one after its last.
    subtrees: Vec<(u32, u32)>,
    first_children: Vec<u32>,
    next_siblings: Vec<u32>,
}

impl Parse {
    /// Room for the tags of the next sentence; what was known of the last one is forgotten.
    pub(crate) fn restart(&mut self) -> &mut Vec<Tag> {
        self.heads.clear();
        self.relations.clear();
        self.subtrees.clear();
        self.tags.clear();
        &mut self.tags
    }

    /// Takes heads and relations from a finished state.
    pub(crate) fn finish(&mut self, state: &State) {
        let root = state.root();
        for node in state.words() {
            self.heads.push(if node.head >= root { NONE } else { node.head });
            let relation = Relation::ALL.get(node.relation as usize).copied();
            self.relations.push(if node.head >= root {
                Relation::Root
            } else {
                relation.filter(|relation| *relation != Relation::Root).unwrap_or(Relation::Other)
            });
            self.subtrees.push((node.first, node.last + 1));
        }
        self.link();
    }

    /// Lists the words under each word, from the last word to the first.
    fn link(&mut self) {
        self.first_children.clear();
        self.first_children.resize(self.heads.len(), NONE);
        self.next_siblings.clear();
        self.next_siblings.resize(self.heads.len(), NONE);
        for (index, head) in self.heads.iter().enumerate().rev() {
            let place = self.first_children.get_mut(*head as usize);
            if let (Some(first), Some(next)) = (place, self.next_siblings.get_mut(index)) {
                *next = core::mem::replace(first, index as u32);
            }
        }
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// Part of speech of each word.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// What each word is to its head.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Part of speech of a word; `None` beyond the last.
    #[must_use]
    pub fn tag(&self, word: usize) -> Option<Tag> {
        self.tags.get(word).copied()
    }

    /// The head of a word; `None` for the root, and beyond the last word.
    #[must_use]
    pub fn head(&self, word: usize) -> Option<usize> {
        self.heads.get(word).filter(|head| **head != NONE).map(|head| *head as usize)
    }

    /// What a word is to its head; `None` beyond the last.
    #[must_use]
    pub fn relation(&self, word: usize) -> Option<Relation> {
        self.relations.get(word).copied()
    }

    /// The word that all others hang on; `None` if there is no word.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        self.heads.iter().position(|head| *head == NONE)
    }

    /// The words of the subtree of a word, itself included; empty beyond the last.
    #[must_use]
    pub fn subtree(&self, word: usize) -> Range<usize> {
        self.subtrees.get(word).map_or(0..0, |(first, end)| *first as usize..*end as usize)
    }

    /// The words whose head is `word`, in order.
    pub fn children(&self, word: usize) -> impl Iterator<Item = usize> {
        let listed = |index: Option<&u32>| index.filter(|i| **i != NONE).map(|i| *i as usize);
        let first = listed(self.first_children.get(word));
        iter::successors(first, move |child| listed(self.next_siblings.get(*child)))
    }

    /// The first child of a word in that relation.
    #[must_use]
    pub fn child(&self, word: usize, relation: Relation) -> Option<usize> {
        self.children(word).find(|child| self.relation(*child) == Some(relation))
    }

    /// Who does what the verb says: the head of the subject.
    ///
    /// A verb without a subject of its own takes that of the verb above it, if it is joined to it
    /// (`Kerry rose and left`), completes it (`began to speak`) or goes along with it (`left, saying
    /// …`); a verb about a noun (`a letter saying …`) takes the noun.
    #[must_use]
    pub fn subject_of(&self, verb: usize) -> Option<usize> {
        let mut verb = verb;
        for _ in 0..CLIMB {
            let own =
                self.children(verb).find(|c| self.relation(*c).is_some_and(Relation::is_subject));
            if own.is_some() {
                return own;
            }
            let head = self.head(verb)?;
            match self.relation(verb)? {
                Relation::Conjunct | Relation::OpenComplement | Relation::AdverbClause => {
                    verb = head
                }
                Relation::NounClause => return Some(head),
                _ => return None,
            }
        }
        None
    }
}
