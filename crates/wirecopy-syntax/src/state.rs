//! A parse being made: the arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011).
//!
//! Words wait in order, and lie on a stack once they have been passed. A word on top of the stack goes
//! to the next waiting word (left) or to the word under it (right), and is then done with, so each
//! word costs two steps and a sentence takes linear time. The root waits after the last word.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is a word, the root or `none`, and nodes are made for all of them"
)]

use crate::names::{Relation, Tag};
use crate::word::Word;
use alloc::vec::Vec;

/// What to do next. The last one has no weights: only differences between scores count, and a table
/// of two columns has room for twice as many features as one of three and its padding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// The top of the stack goes to the next word.
    Left,
    /// The top of the stack goes to the word under it.
    Right,
    /// The next word goes onto the stack.
    Shift,
}

impl Action {
    pub(crate) const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Shift];
    /// Those with weights.
    pub(crate) const WEIGHED: [Self; 2] = [Self::Left, Self::Right];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// A word, the root, or nothing, as features see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) word: u64,
    pub(crate) suffix: u64,
    pub(crate) tag: u64,
    pub(crate) class: u64,
    /// The relation to the head, once there is one.
    pub(crate) relation: u64,
    pub(crate) head: u32,
    /// The first words on the left, the outermost first.
    pub(crate) left: [u32; 2],
    /// The last words on the right, the outermost first.
    pub(crate) right: [u32; 2],
    /// How many words hang on each side, up to [`MOST`].
    pub(crate) lefts: u64,
    pub(crate) rights: u64,
    /// A bit for each relation that a word hangs on this one in.
    pub(crate) has: u64,
    /// Whether it stands within quotation marks.
    pub(crate) quoted: u64,
    /// The first and the last word of the subtree.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// More words on a side are not counted.
const MOST: u64 = 4;

/// Where features of [`Node`] begin for what is no word.
const NO_WORD: u64 = 0x300;

/// A parse being made.
#[derive(Debug, Clone, Default)]
pub(crate) struct State {
    /// Words, then the root, then nothing.
    nodes: Vec<Node>,
    stack: Vec<u32>,
    /// The next word; the root when all words have been passed.
    next: u32,
}

impl State {
    /// Begins a sentence.
    pub(crate) fn start(&mut self, words: &[Word], tags: &[Tag]) {
        self.nodes.clear();
        self.stack.clear();
        self.next = 0;
        let none = words.len() as u32 + 1;
        let node = |word, suffix, tag, class, index| Node {
            word,
            suffix,
            tag,
            class,
            relation: Relation::ALL.len() as u64,
            head: none,
            left: [none; 2],
            right: [none; 2],
            lefts: 0,
            rights: 0,
            has: 0,
            quoted: 0,
            first: index,
            last: index,
        };
        let count = Tag::ALL.len() as u64;
        let mut quoted = 0;
        for (index, (word, tag)) in words.iter().zip(tags).enumerate() {
            quoted = match tag {
                Tag::OpenQuote => 1,
                Tag::CloseQuote => 0,
                _ => quoted,
            };
            let class = u64::from(tag.class());
            let node = node(word.lower, word.suffixes[2], *tag as u64, class, index as u32);
            self.nodes.push(Node { quoted, ..node });
        }
        self.nodes.push(node(NO_WORD, 1, count, 27, none - 1));
        self.nodes.push(node(NO_WORD + 1, 2, count + 1, 28, none));
    }

    /// Number of words; the index of the root.
    pub(crate) fn root(&self) -> u32 {
        self.none().saturating_sub(1)
    }

    /// The index of nothing.
    pub(crate) fn none(&self) -> u32 {
        (self.nodes.len() as u32).saturating_sub(1)
    }

    pub(crate) fn node(&self, index: u32) -> &Node {
        &self.nodes[index as usize]
    }

    /// The words, without root and nothing.
    pub(crate) fn words(&self) -> &[Node] {
        &self.nodes[..self.root() as usize]
    }

    /// The word `depth` under the top of the stack.
    pub(crate) fn stacked(&self, depth: usize) -> u32 {
        let index = self.stack.len().checked_sub(depth + 1);
        index.map_or(self.none(), |index| self.stack[index])
    }

    #[cfg(feature = "train")]
    pub(crate) fn stack(&self) -> &[u32] {
        &self.stack
    }

    /// The next word, or one after it; the root after the last word, nothing after the root.
    pub(crate) fn waiting(&self, ahead: u32) -> u32 {
        self.next.saturating_add(ahead).min(self.none())
    }

    #[cfg(feature = "train")]
    pub(crate) fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next >= self.root()
    }

    /// Whether an action is possible. Only one word goes to the root.
    pub(crate) fn allows(&self, action: Action) -> bool {
        let depth = self.stack.len();
        let waits = self.next < self.root();
        match action {
            Action::Shift => waits,
            Action::Left => depth >= 1 && (waits || depth == 1),
            Action::Right => depth >= 2,
        }
    }

    /// The arc that an action would make: head and dependent.
    pub(crate) fn arc(&self, action: Action) -> Option<(u32, u32)> {
        match action {
            Action::Shift => None,
            Action::Left => Some((self.waiting(0), self.stacked(0))),
            Action::Right => Some((self.stacked(1), self.stacked(0))),
        }
    }

    /// Does it; an arc gets its relation.
    pub(crate) fn apply(&mut self, action: Action, relation: Relation) {
        let Some((head, dependent)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let node = &mut self.nodes[dependent as usize];
        node.head = head;
        node.relation = relation as u64;
        let (first, last) = (node.first, node.last);
        let head = &mut self.nodes[head as usize];
        head.has |= relation.bit();
        if action == Action::Left {
            head.left = [dependent, head.left[0]];
            head.lefts = (head.lefts + 1).min(MOST);
            head.first = head.first.min(first);
        } else {
            head.right = [dependent, head.right[0]];
            head.rights = (head.rights + 1).min(MOST);
            head.last = head.last.max(last);
        }
    }
}
