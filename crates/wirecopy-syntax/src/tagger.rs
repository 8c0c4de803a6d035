//! Part of speech, from left to right: each word's tag by its form, its neighbours' forms and the two
//! tags before it.

use crate::names::Tag;
use crate::word::Word;
use alloc::vec::Vec;
use wirecopy_linear::feature;

/// Words looked at on each side.
pub(crate) const REACH: usize = 2;

/// The words of a sentence with what stands around them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    padded: Vec<Word>,
    lower: Vec<u8>,
}

impl Words {
    /// Takes the words of a sentence.
    pub(crate) fn read<'w>(&mut self, forms: impl Iterator<Item = &'w str>) {
        self.padded.clear();
        self.padded.extend([Word::before(2), Word::before(1)]);
        for form in forms {
            self.padded.push(Word::new(form, &mut self.lower));
        }
        self.padded.extend([Word::after(1), Word::after(2)]);
    }

    /// The words alone.
    pub(crate) fn words(&self) -> &[Word] {
        self.padded.get(REACH..self.padded.len().saturating_sub(REACH)).unwrap_or(&[])
    }

    /// Each word in the middle of its neighbours.
    pub(crate) fn windows(&self) -> impl Iterator<Item = &[Word; 2 * REACH + 1]> {
        self.padded.windows(2 * REACH + 1).filter_map(|window| window.first_chunk())
    }
}

/// The tags before a word, as atoms.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    last: u64,
    before_last: u64,
}

impl Context {
    /// Before the first word.
    pub(crate) const START: Self = Self { last: 0, before_last: 0 };

    /// After one more word.
    pub(crate) const fn then(self, tag: Tag) -> Self {
        Self { last: tag as u64 + 1, before_last: self.last }
    }
}

/// The features of the word in the middle.
#[inline]
pub(crate) fn features(window: &[Word; 5], context: Context) -> [u32; 28] {
    let [w2, w1, w, n1, n2] = window;
    let Context { last, before_last } = context;
    let first = u64::from(last == 0);
    [
        feature(0, &[]),
        feature(1, &[w.exact]),
        feature(2, &[w.lower]),
        feature(3, &[w.suffixes[0]]),
        feature(4, &[w.suffixes[1]]),
        feature(5, &[w.suffixes[2]]),
        feature(6, &[w.suffixes[3]]),
        feature(7, &[w.prefixes[0]]),
        feature(8, &[w.prefixes[1]]),
        feature(9, &[w.prefixes[2]]),
        feature(10, &[w.shape, first]),
        feature(11, &[w.traits << 8 | last]),
        feature(12, &[w1.lower]),
        feature(13, &[w2.lower]),
        feature(14, &[n1.lower]),
        feature(15, &[n2.lower]),
        feature(16, &[last]),
        feature(17, &[last << 8 | before_last]),
        feature(18, &[last, w.lower]),
        feature(19, &[before_last]),
        feature(20, &[w1.suffixes[2]]),
        feature(21, &[n1.suffixes[2]]),
        feature(22, &[n1.suffixes[1], w.suffixes[1]]),
        feature(23, &[w1.shape]),
        feature(24, &[n1.shape, w.shape]),
        feature(25, &[w1.lower, w.lower]),
        feature(26, &[w.lower, n1.lower]),
        feature(27, &[last, n1.lower]),
    ]
}
