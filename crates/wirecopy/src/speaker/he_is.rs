//! What somebody is whom a pronoun stands for where it is told: "Tom Berg was late. He is a plumber", "A plumber by
//! trade, he", "Tom Berg said he was a plumber", "“I am a plumber,” Tom Berg said".

use super::introduced::first_words;
use super::lexicon::{Word, is_in_any_case};
use super::{posts, predicate};
use wirecopy_entity::{Entities, EntityKind, Gender, Mention};
use wirecopy_text::{Span, floor_char_boundary};
use wirecopy_token::Tokens;

/// Sentences behind the name that may open with the pronoun.
const NEXT: usize = 3;

/// Bytes of a sentence in which a pronoun or a name is the subject.
const OPENING: usize = 80;
const SUBJECT: u32 = 24;

/// Mentions of a sentence among which the people are sought.
const MENTIONS: usize = 16;

/// Words of a phrase that says what somebody is.
const WORDS: usize = 10;

/// What the sentences right behind the one that names somebody say of "him" or "her".
pub(super) fn next<'t>(
    text: &'t str,
    tokens: &Tokens,
    named: &Entities,
    name: &Mention,
    gender: Option<Gender>,
) -> Option<&'t str> {
    let sentences = tokens.sentences();
    let at = sentences.partition_point(|s| s.span().end() <= name.span.start());
    let next = sentences.get(at + 1..)?;
    opening(next.first()?.span().of(text))?;
    if !is_subject(name, sentences.get(at)?.span(), named) {
        return None;
    }
    for sentence in next.iter().take(NEXT) {
        let (pronoun, told) = opening(sentence.span().of(text))?;
        if gender.is_some_and(|is| is != pronoun) {
            return None;
        }
        if told.is_some() {
            return told;
        }
    }
    None
}

/// Whether the name is the subject of its sentence or the only one there.
fn is_subject(name: &Mention, sentence: Span, named: &Entities) -> bool {
    let mut people = super::mentions_in(named, sentence).iter().take(MENTIONS);
    let is_other =
        |other: &&Mention| other.kind == EntityKind::Person && other.entity != name.entity;
    let opens = name.span.start() <= sentence.start().saturating_add(SUBJECT);
    let first = people.clone().find(|mention| mention.kind == EntityKind::Person);
    let is_first = first.is_some_and(|first| first.span.start() == name.span.start());
    is_first && (opens || !people.any(|mention| is_other(&mention)))
}

/// Which pronoun is the subject of a sentence, and what it says he or she is.
fn opening(words: &str) -> Option<(Gender, Option<&str>)> {
    let (first, _) = words.split_once(' ')?;
    let rest = words.get(first.len()..)?;
    let is_he = |told| Some((Gender::Male, told));
    let is_she = |told| Some((Gender::Female, told));
    match first {
        "He" => is_he(predicate::behind(rest)),
        "She" => is_she(predicate::behind(rest)),
        "His" => is_he(posts::career(rest.trim_start())),
        "Her" => is_she(posts::career(rest.trim_start())),
        _ => {
            let as_what = words.strip_prefix("As ").unwrap_or(words);
            let article = as_what.split(' ').next().unwrap_or_default();
            if !is_in_any_case(article, Word::Owner) {
                return None;
            }
            let near = as_what.get(..floor_char_boundary(as_what, OPENING.min(as_what.len())))?;
            let (phrase, behind) = near.split_once(", ")?;
            let phrase = first_words(phrase, WORDS);
            match behind.split(' ').next()? {
                "he" => is_he(Some(phrase)),
                "she" => is_she(Some(phrase)),
                _ => None,
            }
        }
    }
}

/// "a plumber" of "Tom Berg| told the court that he was a plumber".
pub(super) fn reported(behind: &str, gender: Option<Gender>) -> Option<&str> {
    let rest = behind.strip_prefix(' ')?;
    let verb = rest.split(' ').next()?;
    if !matches!(verb, "said" | "says" | "told" | "tells" | "testified" | "explained" | "added") {
        return None;
    }
    let pronouns = [(" he ", Gender::Male), (" she ", Gender::Female)];
    let near = rest.get(..floor_char_boundary(rest, OPENING.min(rest.len())))?;
    pronouns.iter().filter(|(_, is)| gender.is_none_or(|gender| gender == *is)).find_map(
        |(pronoun, _)| {
            let (between, _) = near.split_once(pronoun)?;
            let plain = between.chars().all(|c| c.is_lowercase() || c == ' ');
            let told = rest.get(between.len() + pronoun.len() - 1..)?;
            predicate::told(told).filter(|_| plain)
        },
    )
}

/// "a plumber" of "“I am a plumber,” said | Tom Berg".
pub(super) fn own(before: &str) -> Option<&str> {
    const MARKS: [char; 3] = ['"', '“', '”'];
    let content = before.strip_prefix(['"', '“'])?;
    let (own, cue) = content.split_once(['"', '”'])?;
    let is_cue = matches!(cue.trim(), "" | "said" | "says" | "explained" | "explains" | "added");
    if !is_cue || own.contains(MARKS) {
        return None;
    }
    let rest = ["I'm ", "I’m ", "I am ", "I was "].iter().find_map(|i| own.strip_prefix(i))?;
    let article = rest.split(' ').next()?;
    is_in_any_case(article, Word::Owner).then(|| predicate::clause(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::tests::speakers;

    #[test]
    fn a_pronoun_tells_what_somebody_is() {
        let behind = "\n\n“It was late,” said Anna Holm, a banker. Holm was out.\n\nThe plumber said it had rained.";
        for told in [
            "Tom Berg was out. He is a plumber in Tarn.",
            "Tom Berg was out. He was 40. He worked as a plumber.",
            "Tom Berg was out. A plumber by trade, he was late.",
            "Tom Berg was out. His work as a plumber was hard.",
            "Tom Berg told the court he was a plumber.",
            "“I am a plumber,” Tom Berg said.",
        ] {
            let all = speakers(&format!("{told}{behind}"));
            assert_eq!(all.last().map(String::as_str), Some("Tom Berg"), "{told}");
        }
        for told in [
            "Eva Dahl was out. He is a plumber in Tarn.",
            "Eva Dahl met Tom Berg. He is not a plumber.",
            "Peter Dahl, the boss of Tom Berg, was out. The boat sank. He is a plumber.",
        ] {
            let all = speakers(&format!("{told}{behind}"));
            assert!(!all.iter().any(|who| who.contains("Dahl")), "{told}");
        }
    }

    #[test]
    fn own_words_tell_what_somebody_is() {
        assert_eq!(own("“I’m a plumber,” said "), Some("a plumber"));
        assert_eq!(own("“I saw a plumber,” said "), None);
        assert_eq!(reported(" said that he was a plumber", None), Some("a plumber"));
        assert_eq!(reported(" said Berg hoped he was a plumber", None), None);
        assert_eq!(reported(" said he was a plumber", Some(Gender::Female)), None);
    }
}
