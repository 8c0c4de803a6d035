//! Words that stories before this one held: looked up once, kept by the thread that reads.
//!
//! Most words of a story stood in some story before it (of the different ones seven in ten, after eighty
//! stories of news), and what the lists say of a word is the same in every story. So a thread keeps the words that it has met with their forms, and a story gets
//! copies. This changes nothing in what is found, only how often the lists are asked.

use crate::form::{Form, Spelled};
use crate::input::Input;
use crate::map::{Map, Seeded};
use crate::style::Weight;
use std::hash::BuildHasher;
use wirecopy_gazetteer::Opening;

/// Bytes of a short word.
const SHORT: usize = 16;

/// Words and their forms.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Spelled>,
    /// What finds the words again and is asked wherever they stand.
    rows: Vec<Row>,
    /// A hash table of short words: the number of the word plus one, or zero. A power of two, at least twice
    /// as many as words.
    slots: Vec<u32>,
    seed: Seeded,
    long: Map<Box<str>, u32>,
    /// How names begin with words, each with the number of its list.
    openings: Vec<(u32, Opening)>,
    /// Words in lower case: those that differ in capitals alone are one group.
    groups: Map<Box<str>, u32>,
    /// Of each group, the last story that writes one of its words in small letters.
    small: Vec<u32>,
    /// Of all words as written.
    bytes: usize,
    /// The number of the present story, and its words in the order of their first places.
    story: u32,
    present: Vec<u32>,
}

/// A word of the vocabulary, in half a cache line.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// The key of a short word.
    bytes: u128,
    length: u8,
    weight: Weight,
    /// The last story that holds the word, and its number there.
    story: u32,
    number: u32,
}

impl Row {
    fn key(&self) -> Key {
        Key { bytes: self.bytes, length: self.length }
    }
}

const _: () = assert!(size_of::<Row>() == 32, "half a cache line");

/// The bytes of a short word, and how many they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    bytes: u128,
    length: u8,
}

impl Vocabulary {
    /// Begins a story. Numbers of stories differ.
    pub(crate) fn begin_story(&mut self, story: u32) {
        self.story = story;
        self.present.clear();
    }

    /// Words and bytes of words.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.words.len(), self.bytes)
    }

    /// The word at `start..end` of `text` by its number in this story, and what it weighs.
    #[inline]
    pub(crate) fn meet(
        &mut self,
        text: &str,
        (start, end): (usize, usize),
        input: &Input<'_>,
    ) -> (u32, Weight) {
        let known = match Key::read(text.as_bytes(), start, end) {
            Some(key) => self.find(key),
            None => text.get(start..end).and_then(|word| self.long.get(word)).copied(),
        };
        let word = known.unwrap_or_else(|| self.add(text.get(start..end).unwrap_or(""), input));
        let Some(row) = self.rows.get_mut(word as usize) else { return (u32::MAX, Weight::NONE) };
        if row.story != self.story {
            (row.story, row.number) = (self.story, count(&self.present));
            self.present.push(word);
            if let Some(Spelled { facts, .. }) = self.words.get(word as usize)
                && facts.small
                && let Some(small) = self.small.get_mut(facts.group as usize)
            {
                *small = self.story;
            }
        }
        (row.number, row.weight)
    }

    #[inline]
    fn find(&self, key: Key) -> Option<u32> {
        let mut slot = self.first_slot(key);
        loop {
            let word = self.slots.get(slot)?.checked_sub(1)?;
            if self.rows.get(word as usize)?.key() == key {
                return Some(word);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    fn first_slot(&self, key: Key) -> usize {
        let hash = self.seed.hash_one(key.bytes ^ u128::from(key.length));
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    /// Puts a word that is in the list of rows into the hash table.
    fn place(&mut self, word: usize) {
        let Some(row) = self.rows.get(word) else { return };
        let mut slot = self.first_slot(row.key());
        while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        if let (Some(slot), Ok(word)) = (self.slots.get_mut(slot), u32::try_from(word)) {
            *slot = word + 1;
        }
    }

    #[cold]
    fn add(&mut self, written: &str, input: &Input<'_>) -> u32 {
        let mut spelled = Spelled::read(written, input.names);
        let lists = (0..).zip(input.gazetteers);
        let first = count(&self.openings);
        self.openings
            .extend(lists.filter_map(|(list, names)| Some((list, names.opening(written)?))));
        spelled.facts.openings = (first, count(&self.openings));
        spelled.facts.group = match self.groups.get(spelled.lower()) {
            Some(group) => *group,
            None => {
                let group = count(&self.small);
                self.groups.insert(spelled.lower().into(), group);
                self.small.push(0);
                group
            }
        };
        let word = count(&self.words);
        let key = Key::read(written.as_bytes(), 0, written.len());
        let weight = Weight::of(&spelled.facts);
        let Key { bytes, length } = key.unwrap_or(Key::LONG);
        self.rows.push(Row { bytes, length, weight, story: 0, number: 0 });
        self.words.push(spelled);
        self.bytes += written.len();
        if key.is_none() {
            self.long.insert(written.into(), word);
        } else if self.slots.len() < 2 * self.rows.len() {
            self.slots = vec![0; (4 * self.rows.len()).next_power_of_two().max(1 << 10)];
            (0..self.rows.len()).for_each(|word| self.place(word));
        } else {
            self.place(word as usize);
        }
        word
    }

    /// How many words the story has, each counted once.
    pub(crate) fn present(&self) -> usize {
        self.present.len()
    }

    /// The forms of the words of the story, by their numbers there.
    pub(crate) fn forms(&self) -> impl Iterator<Item = Form<'_>> {
        self.present.iter().filter_map(|word| self.words.get(*word as usize)).map(Spelled::form)
    }

    /// How names begin with words, for the numbers in their forms.
    pub(crate) fn openings(&self) -> &[(u32, Opening)] {
        &self.openings
    }

    /// Whether the story writes a word of this group in small letters.
    pub(crate) fn is_written_small(&self, group: u32) -> bool {
        self.small.get(group as usize) == Some(&self.story)
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// The bits of so many bytes.
static MASKS: [u128; SHORT + 1] = {
    let mut masks = [u128::MAX; SHORT + 1];
    let mut length = 0;
    while length < SHORT {
        #[expect(clippy::indexing_slicing, reason = "a constant")]
        {
            masks[length] = (1 << (8 * length)) - 1;
        }
        length += 1;
    }
    masks
};

impl Key {
    /// Of a word that is not short, which is in no slot.
    const LONG: Self = Self { bytes: 0, length: u8::MAX };

    /// `None` for a word that is not short.
    #[inline]
    fn read(text: &[u8], start: usize, end: usize) -> Option<Self> {
        let length = end.checked_sub(start)?;
        let mask = MASKS.get(length)?;
        let rest = text.get(start..)?;
        let bytes = match rest.first_chunk::<SHORT>() {
            Some(chunk) => u128::from_le_bytes(*chunk),
            None => rest.iter().rev().fold(0, |bytes, byte| bytes << 8 | u128::from(*byte)),
        };
        Some(Self { bytes: bytes & mask, length: u8::try_from(length).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(stories: &[&str]) -> Vec<Vec<u32>> {
        let mut vocabulary = Vocabulary::default();
        let mut count = 0;
        let tokens = wirecopy_token::tokenize("");
        let read = |story: &&str| {
            count += 1;
            vocabulary.begin_story(count);
            let mut at = 0;
            story
                .split(' ')
                .map(|word| {
                    let span = (at, at + word.len());
                    at = span.1 + 1;
                    vocabulary.meet(story, span, &Input::new(story, &tokens)).0
                })
                .collect()
        };
        stories.iter().map(read).collect()
    }

    #[test]
    fn words_are_numbered_anew_in_each_story() {
        let stories = ["the ferry to the pier", "a pier a ferry an unbelievably-long-word a"];
        let numbers = met(&stories);
        assert_eq!(numbers, [vec![0, 1, 2, 0, 3], vec![0, 1, 0, 2, 3, 4, 0]]);
    }

    #[test]
    fn words_of_every_length_are_told_apart() {
        let words: Vec<String> =
            (0..3000).map(|number| format!("{0:0>1$}", number, number % 40)).collect();
        let story = format!("{0} {0}", words.join(" "));
        let distinct: std::collections::BTreeSet<&String> = words.iter().collect();
        let numbers = met(&[&story]);
        let found: std::collections::BTreeSet<&u32> = numbers.iter().flatten().collect();
        assert_eq!(found.len(), distinct.len());
    }

    #[test]
    fn a_story_knows_which_words_it_writes_small() {
        let mut vocabulary = Vocabulary::default();
        let tokens = wirecopy_token::tokenize("");
        for (number, story, small) in [(1, "Reading reading", true), (2, "Reading READING", false)]
        {
            vocabulary.begin_story(number);
            let input = Input::new(story, &tokens);
            vocabulary.meet(story, (0, 7), &input);
            vocabulary.meet(story, (8, 15), &input);
            let groups: Vec<u32> = vocabulary.forms().map(|form| form.group).collect();
            assert_eq!(groups, [0, 0]);
            assert_eq!(vocabulary.is_written_small(0), small);
        }
    }
}
