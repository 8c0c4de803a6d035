//! Words that stories before this one held: looked up once, kept by the thread that reads.
//!
//! Nine words of ten in a story stood in some story before it, and what the lists say of a word is the
//! same in every story. So a thread keeps the words that it has met with their forms, and a story gets
//! copies. This changes nothing in what is found, only how often the lists are asked.

use crate::form::{EMPTY, Form, Spelled};
use crate::input::Input;
use crate::map::{Map, Seeded};
use std::hash::BuildHasher;
use wirecopy_gazetteer::Opening;

/// Bytes of a short word.
const SHORT: usize = 16;

/// Words and their forms.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Spelled>,
    seen: Vec<Seen>,
    /// How names begin with words, each with the number of its list.
    openings: Vec<(u32, Opening)>,
    short: Short,
    long: Map<Box<str>, u32>,
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

/// The last story that holds a word, and the number of the word there.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    story: u32,
    number: u32,
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

    /// The word at `start..end` of `text` by its number in this story, and what is known of it but for its
    /// spellings.
    #[inline]
    pub(crate) fn meet(
        &mut self,
        text: &str,
        (start, end): (usize, usize),
        input: &Input<'_>,
    ) -> (u32, &Form<'static>) {
        let known = match key(text.as_bytes(), start, end) {
            Some(key) => self.short.find(key),
            None => text.get(start..end).and_then(|word| self.long.get(word)).copied(),
        };
        let word = known.unwrap_or_else(|| self.add(text.get(start..end).unwrap_or(""), input));
        let facts = self.words.get(word as usize).map_or(&EMPTY, |word| &word.facts);
        let Some(seen) = self.seen.get_mut(word as usize) else { return (u32::MAX, facts) };
        if seen.story != self.story {
            *seen = Seen { story: self.story, number: count(&self.present) };
            self.present.push(word);
            if facts.small
                && let Some(small) = self.small.get_mut(facts.group as usize)
            {
                *small = self.story;
            }
        }
        (seen.number, facts)
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
        match key(written.as_bytes(), 0, written.len()) {
            Some(key) => self.short.insert(key, word),
            None => {
                self.long.insert(written.into(), word);
            }
        }
        self.words.push(spelled);
        self.seen.push(Seen::default());
        self.bytes += written.len();
        word
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

/// The bytes of a short word, and how many they are.
type Key = (u128, u32);

/// `None` for a word that is not short.
#[inline]
fn key(text: &[u8], start: usize, end: usize) -> Option<Key> {
    let length = end.checked_sub(start).filter(|length| *length <= SHORT)?;
    let rest = text.get(start..)?;
    let bytes = match rest.first_chunk::<SHORT>() {
        Some(chunk) => u128::from_le_bytes(*chunk),
        None => rest.iter().rev().fold(0, |bytes, byte| bytes << 8 | u128::from(*byte)),
    };
    let beyond = 8 * (SHORT - length) as u32;
    let kept = if length == 0 { 0 } else { bytes << beyond >> beyond };
    Some((kept, length as u32))
}

/// The numbers of short words: a hash table from the seed of the process.
#[derive(Debug, Default)]
struct Short {
    /// The number of a row plus one, or zero. A power of two, at least twice as many as rows.
    slots: Vec<u32>,
    rows: Vec<(Key, u32)>,
    seed: Seeded,
}

impl Short {
    #[inline]
    fn find(&self, key: Key) -> Option<u32> {
        let mut slot = self.first_slot(key);
        loop {
            let row = self.slots.get(slot)?.checked_sub(1)?;
            let (other, word) = self.rows.get(row as usize)?;
            if *other == key {
                return Some(*word);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    fn first_slot(&self, (bytes, length): Key) -> usize {
        self.seed.hash_one(bytes ^ u128::from(length)) as usize & self.slots.len().wrapping_sub(1)
    }

    fn insert(&mut self, key: Key, word: u32) {
        self.rows.push((key, word));
        if self.slots.len() < 2 * self.rows.len() {
            self.slots = vec![0; (4 * self.rows.len()).next_power_of_two().max(1 << 10)];
            (0..self.rows.len()).for_each(|row| self.place(row));
        } else {
            self.place(self.rows.len() - 1);
        }
    }

    fn place(&mut self, row: usize) {
        let Some((key, _)) = self.rows.get(row) else { return };
        let mut slot = self.first_slot(*key);
        while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = row as u32 + 1;
        }
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
            let group = vocabulary.meet(story, (0, 7), &input).1.group;
            assert_eq!(vocabulary.meet(story, (8, 15), &input).1.group, group);
            assert_eq!(vocabulary.is_written_small(group), small);
        }
    }
}
