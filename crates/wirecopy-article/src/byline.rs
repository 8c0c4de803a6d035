//! Who wrote it: bylines with "By" and without, and what may be a person's name.

use crate::line::ends_sentence;
use crate::words::{List, is_function_word, listed, lower};
use wirecopy_text::chars;

/// Whether `line` is a byline: "By Ann Field", "BY ANN FIELD, Staff Writer", "by Ann Field and Bo Lee".
pub(crate) fn is_byline(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_', '(', '-', '–', '—', '|']).trim_start();
    if signs_otherwise(line) {
        return true;
    }
    let (Some(by), Some(rest)) = (line.get(..2), line.get(2..)) else { return false };
    if !by.eq_ignore_ascii_case("by") || !rest.starts_with([' ', '\u{a0}', ':']) {
        return false;
    }
    let rest = rest.trim_start_matches([':', ' ', '\u{a0}']);
    // "by British Petroleum, including …" is the second line of a sentence.
    if by.starts_with('b') && (rest.split_whitespace().count() > 6 || rest.ends_with(',')) {
        return false;
    }
    rest.len() <= 160 && !reads_as_sentence(rest) && names_someone(rest)
}

/// "Interview by Ann Field", "From Ann Field in Oslo", "Ann Field, reporting from Oslo", "Ann Field @ann".
fn signs_otherwise(line: &str) -> bool {
    if line.len() > 100 || ends_sentence(line) {
        return false;
    }
    let name_in = |rest: &str| {
        rest.split_once(" in ").is_some_and(|(name, place)| {
            is_name(name) && place.starts_with(char::is_uppercase) && place.split(' ').count() <= 3
        })
    };
    let handle = |rest: &str| {
        rest.split_once(" @").is_some_and(|(name, handle)| is_name(name) && !handle.contains(' '))
    };
    let from = |rest: &str| {
        rest.split_once(", reporting ").is_some_and(|(name, from)| {
            is_name(name) && ["from ", "in "].iter().any(|word| from.starts_with(word))
        })
    };
    let made = line.split_once(" by ").is_some_and(|(work, name)| {
        listed(List::Work).contains(&work) && name.split(" and ").all(is_name)
    });
    made || line.strip_prefix("From ").is_some_and(name_in) || handle(line) || from(line)
}

/// Whether the words could be names: the first is capitalised, and so are most of the others.
fn names_someone(words: &str) -> bool {
    let first = words.chars().next();
    if !first.is_some_and(char::is_uppercase) {
        return false;
    }
    let (mut capital, mut small) = (0, 0);
    for word in words.split_whitespace() {
        match word.chars().next() {
            Some(c) if c.is_uppercase() => capital += 1,
            Some(c) if c.is_lowercase() && !word.contains('@') => small += 1,
            _ => {}
        }
    }
    capital >= 1 && small <= capital + 1 && capital + small <= 20
}

/// Whether a line after "By" is prose: it ends in a full stop that no initial or title explains.
fn reads_as_sentence(line: &str) -> bool {
    let bare = line.trim_end();
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or("");
    let stops = bare.ends_with(['.', '?', '!', '"', '”', ';']);
    let is_title = listed(List::Abbreviation).contains(&last);
    stops
        && !is_title
        && last.chars().filter(|c| *c == '.').count() < 2
        && (bare.split_whitespace().count() > 4 || bare.ends_with(['?', '!']))
}

/// Whether `line` names a writer without "By": "Ann Field, Staff Writer", "ANN FIELD", no.
pub(crate) fn is_signature(line: &str) -> bool {
    if line.len() > 100 || ends_sentence(line) && !line.ends_with("Jr.") {
        return false;
    }
    let lower = lower(line);
    let mut roles = listed(List::Writer).iter();
    let ends = roles.any(|role| lower.ends_with(role)) || lower.starts_with("special to ");
    let count = line.split_whitespace().count();
    ends && count <= 9
        && (line.contains(',') || count <= 5)
        && (lower.starts_with("special to ") || !chars::is_all_capitals(line))
        && names_someone(line)
}

/// Whether `line` is a person's name and nothing else: two to four capitalised words.
pub(crate) fn is_name(line: &str) -> bool {
    let count = line.split_whitespace().count();
    let particle = |word: &str| listed(List::Particle).contains(&word);
    let name = |word: &str| {
        let bare = word.strip_suffix('.').unwrap_or(word);
        let letters =
            bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let mixed = bare.chars().skip(1).any(char::is_lowercase) || word.ends_with('.');
        letters && mixed && word.starts_with(char::is_uppercase) && !is_function_word(word)
    };
    (2..=4).contains(&count)
        && line.len() <= 40
        && line.split_whitespace().all(|word| name(word) || particle(word))
        && line.split_whitespace().next().is_some_and(name)
}

/// Whether `line` is a person's name and where it was written or for whom: "Ann Field, Oslo".
pub(crate) fn is_name_and_place(line: &str) -> bool {
    let Some((name, place)) = line.split_once(", ") else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !is_function_word(word);
    let words = place.split_whitespace();
    let whole = place.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.'));
    is_name(name) && whole && words.clone().count() <= 3 && words.clone().all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_not_sentences() {
        for line in
            ["By Ann Field", "BY ANN FIELD, Staff Writer", "By A. B. Field Jr.", "by Ann Field"]
        {
            assert!(is_byline(line), "{line}");
        }
        for line in ["By Monday the river had fallen again.", "by the river", "Bystanders"] {
            assert!(!is_byline(line), "{line}");
        }
    }
}
