//! Copy with the vocabulary of newswire: rare words in place of some of the common ones.
//!
//! The templates of [`news`](crate::news) know a few hundred words. A tokeniser that remembers the
//! words it has cut (spaCy's does) is flattered by them; one that is asked for words which never come
//! back would be hurt. So every other longer word is made up, the word of rank n as often as one in n:
//! Zipf's law, as in any copy. That gives about as many different words as newswire has: 17,000 in
//! the first hundred thousand, 75,000 in the first million.

use crate::Draw;

/// How many made-up words there are.
const WORDS: f64 = 40_000.0;
/// Words shorter than this are left: they are the common ones of any copy.
const SHORTEST: usize = 4;

const ONSETS: [&str; 16] =
    ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "ch"];
const RHYMES: [&str; 16] =
    ["a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or", "al", "es", "ent", "ick"];
const ENDINGS: [&str; 8] = ["", "s", "ed", "ing", "ly", "tion", "ers", "al"];

/// `text` with rare words; punctuation, space, names with accents and short words stay.
#[must_use]
pub fn with_rare_words(text: &str) -> String {
    let mut draw = Draw { state: 0x0DD5_0F7E_D1C7_104E };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_alphabetic()) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(before);
        if word.len() >= SHORTEST && word.is_ascii() && draw.below(2) == 0 {
            push_word(&mut out, &mut draw, word.starts_with(|c: char| c.is_uppercase()));
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A made-up word: rank n with a probability of about one in n.
fn push_word(out: &mut String, draw: &mut Draw, capital: bool) {
    let chance = draw.below(1 << 24) as f64 / f64::from(1 << 24);
    let mut rank = WORDS.powf(chance) as usize;
    let start = out.len();
    while rank > 0 {
        let (onset, rhyme) = (rank % 16, rank / 16 % 16);
        out.push_str(ONSETS[onset]);
        out.push_str(RHYMES[rhyme]);
        rank /= 256;
    }
    out.push_str(ENDINGS[(out.len() - start) * 7 % 8]);
    if capital {
        out[start..=start].make_ascii_uppercase();
    }
}

#[cfg(test)]
mod tests {
    use super::with_rare_words;
    use crate::news;
    use std::collections::HashSet;

    #[test]
    fn the_vocabulary_grows_as_that_of_newswire() {
        let text = with_rare_words(&news(8_000_000));
        let words: Vec<&str> = text.split_whitespace().collect();
        for (count, kinds) in [(100_000, 17_000.0), (300_000, 35_000.0), (1_000_000, 75_000.0)] {
            let found = words[..count].iter().collect::<HashSet<_>>().len() as f64;
            assert!((0.8..1.25).contains(&(found / kinds)), "{found} of {count}");
        }
    }
}
