//! What a thread keeps from story to story: words and listed names that it has looked up.

use crate::input::Input;
use crate::lists::Lists;
use crate::vocabulary::Vocabulary;
use std::cell::Cell;
use wirecopy_gazetteer::Gazetteer;

/// Words, bytes of words, and listed names at which all are forgotten behind a story: a few megabytes.
const MOST_WORDS: usize = 1 << 15;
const MOST_BYTES: usize = 1 << 20;
const MOST_NAMES: usize = 1 << 14;

/// What was looked up in certain lists.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) lists: Lists,
    /// Which lists they are: of names, of other things, and how many of these are the caller's own.
    names: Option<u64>,
    gazetteers: Vec<u64>,
    trusted: usize,
    /// Stories read so far.
    stories: u32,
}

thread_local! {
    static KEPT: Cell<Option<Box<Kept>>> = const { Cell::new(None) };
}

impl Kept {
    /// Reads a story with what this thread keeps.
    pub(crate) fn with<T>(input: &Input<'_>, read: impl FnOnce(&mut Self) -> T) -> T {
        let kept = KEPT.try_with(Cell::take).ok().flatten();
        let mut kept = kept.unwrap_or_default();
        kept.begin_story(input);
        let result = read(&mut kept);
        // A thread that is about to end keeps nothing.
        let _ = KEPT.try_with(|place| place.set((!kept.is_full()).then_some(kept)));
        result
    }

    fn begin_story(&mut self, input: &Input<'_>) {
        if !self.is_of(input) {
            *self = Self {
                names: input.names.map(Gazetteer::identity),
                gazetteers: input.gazetteers.iter().map(|list| list.identity()).collect(),
                trusted: input.trusted,
                ..Self::default()
            };
        }
        self.stories += 1;
        self.vocabulary.begin_story(self.stories);
        self.lists.begin_story(self.stories);
    }

    fn is_full(&self) -> bool {
        let (words, bytes) = self.vocabulary.size();
        let names = self.lists.len();
        words > MOST_WORDS || bytes > MOST_BYTES || names > MOST_NAMES || self.stories == u32::MAX
    }

    /// Whether the lists of `input` are those that were looked into.
    fn is_of(&self, input: &Input<'_>) -> bool {
        self.names == input.names.map(Gazetteer::identity)
            && self.gazetteers.iter().copied().eq(input.gazetteers.iter().map(|it| it.identity()))
            && self.trusted == input.trusted
    }
}
