//! What the story says somebody is, in a sentence and not beside the name: "Tom Berg is a plumber in Tarn", "Ann Holm,
//! who works as a nurse", "a plumber named | Tom Berg".

use super::description::Description;
use super::lexicon::{Word, is_in_any_case};

/// Words between the verb and the article: "has always been", "is also", and which of them end in no "ly".
const ADVERBS: usize = 1;
const BETWEEN: [&str; 13] = [
    "as", "now", "also", "then", "still", "once", "himself", "herself", "today", "already", "both",
    "always", "again",
];

/// Bytes of an aside behind a name: ", the son of a baker,".
const ASIDE: usize = 100;

/// Bytes and words of what somebody is.
const CLAUSE: usize = 200;
const WORDS: usize = 10;

/// Words of what stands before "named".
const NAMED: usize = 6;

/// Asides between a name and what its bearer is: ", 45, of Tarn,".
const ASIDES: usize = 2;

/// Words of such an aside.
const SHORT: usize = 4;

/// "a plumber in Tarn" behind "Tom Berg|": " is a plumber in Tarn", ", 45, is a plumber", ", who works as a plumber,".
pub(super) fn behind(behind: &str) -> Option<&str> {
    if let Some(found) = told(behind) {
        return Some(found);
    }
    let aside = behind.strip_prefix(", ")?;
    if let Some(found) = aside.strip_prefix("who").and_then(told) {
        return Some(found);
    }
    let near = aside.get(..floor(aside, ASIDE))?;
    let end = super::find(near, ", ")?;
    // "Tom Berg, said Ann Holm, is a plumber": of the one who says so.
    let plain = !near.get(..end)?.split(' ').any(|word| matches!(word, "said" | "says" | "told"));
    told(aside.get(end + 1..)?).filter(|_| plain)
}

/// "a plumber" of " is a plumber", " has long been one of the plumbers".
pub(super) fn told(behind: &str) -> Option<&str> {
    let rest = behind.strip_prefix(' ')?;
    let mut words = rest.split(' ');
    let verb = words.next()?;
    let mut before = verb.len() + 1;
    if matches!(verb, "has" | "had" | "will") {
        let next = words.by_ref().take(ADVERBS + 1).inspect(|word| before += word.len() + 1);
        next.into_iter().find(|word| matches!(*word, "been" | "be" | "become" | "worked"))?;
    } else if !matches!(
        verb,
        "is" | "was" | "became" | "remains" | "works" | "worked" | "trained" | "serves" | "served"
    ) {
        return None;
    }
    let rest = rest.get(before..)?;
    let mut phrase = rest;
    for _ in 0..=ADVERBS {
        let (word, next) = phrase.split_once(' ')?;
        let opens = is_in_any_case(word, Word::Owner) && word != "his" && word != "her";
        if opens || word == "one" {
            return Some(clause(phrase));
        }
        let between = word.ends_with("ly") || BETWEEN.contains(&word);
        phrase = between.then_some(next)?;
    }
    None
}

/// The phrase alone: to its first mark, and no more words than are read.
pub(super) fn clause(phrase: &str) -> &str {
    let phrase = phrase.get(..floor(phrase, CLAUSE)).unwrap_or(phrase);
    let end = phrase.find([',', '.', ';', ':', '"', '“', '”', '(', '\n']).unwrap_or(phrase.len());
    let phrase = phrase.get(..end).unwrap_or(phrase);
    let mut spaces = phrase.match_indices(' ');
    let end = spaces.nth(WORDS).map_or(phrase.len(), |(at, _)| at);
    phrase.get(..end).unwrap_or(phrase)
}

/// "A plumber" of "A plumber named |".
pub(super) fn before(before: &str) -> Option<&str> {
    let front =
        [" named", " called"].iter().find_map(|named| before.trim_end().strip_suffix(named))?;
    let from = front.rmatch_indices(' ').nth(NAMED).map_or(0, |(at, _)| at + 1);
    let near = front.get(from..)?;
    let near = near.rsplit([',', ';', '"', '“', '”']).next()?.trim_start();
    let articles = near.match_indices(' ').map(|(at, _)| at + 1);
    let start = [0].into_iter().chain(articles).filter(|at| {
        let rest = near.get(*at..).unwrap_or_default();
        ["a ", "an ", "A ", "An ", "the ", "The "].iter().any(|article| rest.starts_with(article))
    });
    near.get(start.max()?..)
}

/// ", a plumber" of ", 45, a plumber", of ", of Tarn, a plumber" and of " (45), a plumber".
pub(super) fn without_asides(behind: &str) -> &str {
    let mut rest = behind;
    for _ in 0..ASIDES {
        let Some(next) = aside(rest) else { break };
        rest = next;
    }
    rest
}

fn aside(behind: &str) -> Option<&str> {
    if let Some(inside) = behind.strip_prefix(" (") {
        let near = inside.get(..floor(inside, ASIDE))?;
        let (age, rest) = inside.split_at_checked(near.find(')')?)?;
        return rest.get(1..).filter(|rest| is_age(age) && rest.starts_with(", "));
    }
    let inside = behind.strip_prefix(", ")?;
    let near = inside.get(..floor(inside, ASIDE))?;
    let (aside, rest) = inside.split_at_checked(super::find(near, ", ")?)?;
    let first = aside.split(' ').next()?;
    let short = aside.split(' ').nth(SHORT).is_none();
    let from = matches!(first, "of" | "from") && short;
    (is_age(aside.strip_prefix("aged ").unwrap_or(aside)) || from).then_some(rest)
}

fn is_age(words: &str) -> bool {
    (1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// The last place up to `most` where a character ends.
fn floor(text: &str, most: usize) -> usize {
    wirecopy_text::floor_char_boundary(text, most.min(text.len()))
}

/// Whether the words are such as a person is called by.
pub(super) fn is_person(words: &Description<'_>) -> bool {
    words.is_somebody() && words.kin().is_none() && !words.is_plural()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::tests::speakers;

    #[test]
    fn a_sentence_tells_what_somebody_is() {
        assert_eq!(behind(" is a plumber in Tarn."), Some("a plumber in Tarn"));
        assert_eq!(behind(", 45, is a plumber."), Some("a plumber"));
        assert_eq!(behind(", who works as a plumber, was out"), Some("a plumber"));
        assert_eq!(behind(" has long been one of the plumbers"), Some("one of the plumbers"));
        assert_eq!(behind(" is not a plumber"), None);
        assert_eq!(before("A plumber named "), Some("A plumber"));
        assert_eq!(without_asides(", 45, a plumber"), ", a plumber");
        assert_eq!(without_asides(", a plumber"), ", a plumber");
    }

    #[test]
    fn who_is_a_plumber_is_the_plumber() {
        let behind = "\n\n“It was late,” said Mayor Anna Holm. Peter Dahl was out.\n\nThe plumber said it had rained.";
        for told in [
            "Tom Berg is a plumber in Tarn.",
            "Tom Berg, 45, a plumber, was out.",
            "A plumber named Tom Berg was out.",
            "Tom Berg, who works as a plumber, was out.",
        ] {
            let last = speakers(&format!("{told}{behind}")).pop();
            assert_eq!(last.as_deref(), Some("Tom Berg"), "{told}");
        }
    }
}
