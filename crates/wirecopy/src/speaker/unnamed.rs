//! Who is told of without a name: "my brother", "a lady", "the nurse" of "“My brother came to see me, and **he** said
//! …”". Such a one is "he" before anybody whom the story named earlier.

use super::description::Description;
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use wirecopy_entity::Gender;
use wirecopy_text::{Span, Spanned};

/// Words at the end of a sentence among which somebody without a name is sought.
const WORDS: usize = 128;

/// Words behind the determiner among which the noun stands.
const NOUN: usize = 3;

/// Bytes of the longest determiner.
const LONGEST: usize = 7;

/// Those of whom `part` tells so and who may be a he, or a she: where they stand.
pub(super) fn told_of(part: Span, gender: Gender, story: &Discourse<'_>) -> Vec<u32> {
    let tokens = story.tokens.tokens_in(part);
    let span = |at: usize| tokens.get(at).map_or(Span::empty_at(part.end()), Spanned::span);
    let word = |at: usize| span(at).of(story.text);
    let opens = |at: &usize| word(*at).len() <= LONGEST && opens(word(*at));
    let is_new = |at: &usize| {
        let before = at.checked_sub(1).map_or("", word);
        // "Eva Holm, our captain", "she was the nurse", "as a nurse": of whoever is named.
        let apart =
            before == "," && at.checked_sub(2).is_some_and(|name| story.holds_name(span(name)));
        !apart
            && !matches!(
                before,
                "as" | "is" | "was" | "be" | "been" | "being" | "like" | "'s" | "’s"
            )
    };
    let first = tokens.len().saturating_sub(WORDS);
    let all = (first..tokens.len()).filter(opens).filter(is_new);
    let all = all.filter(|at| {
        let small = (at + 1..=at + NOUN).take_while(|next| is_small(word(*next)));
        let nouns = small.filter_map(|last| {
            let phrase = span(*at).cover(span(last)).of(story.text);
            // "The doctor was kind": what opens a sentence is rather somebody than "a letter" is.
            let first = *at == 0 || !word(*at - 1).starts_with(char::is_alphanumeric);
            let words = Description::new(phrase).filter(|words| is_one(words, first))?;
            Some((last, words.gender().is_none_or(|is| is == gender)))
        });
        // "my father Tom", "my father, Tom,": has a name.
        let is_named = |last: usize| {
            let comma = (last + 1..last + 3).find(|next| word(*next) == ",");
            story.holds_name(span(last + 1))
                || comma.is_some_and(|comma| story.holds_name(span(comma + 1)))
        };
        nouns.last().is_some_and(|(last, fits)| fits && !is_named(last))
    });
    all.map(|at| span(at).start()).collect()
}

fn is_one(words: &Description<'_>, first: bool) -> bool {
    let is_person = first
        || words.is(Word::Person)
        || words.kin().is_some()
        || words.is_office()
        || words.is_anybody();
    is_person && words.is_somebody() && !words.is_plural()
}

fn opens(word: &str) -> bool {
    const DETERMINERS: [&str; 12] =
        ["my", "our", "his", "her", "their", "your", "a", "an", "one", "another", "the", "this"];
    DETERMINERS.iter().any(|determiner| determiner.eq_ignore_ascii_case(word))
}

fn is_small(word: &str) -> bool {
    let joins = matches!(word, "and" | "or" | "who" | "that");
    word.starts_with(char::is_lowercase) && !joins && !is(word, Word::Preposition)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_brother_is_no_harbour_master() {
        let front = "Tom Berg runs the harbour.\n\n";
        let of = |words: &str| speakers(&format!("{front}{words}"));
        assert_eq!(of("“My brother came and he said it was late,” Anna Holm said."), ["Anna Holm"]);
        assert_eq!(of("“The doctor was kind. He told me to wait,” Anna Holm said."), ["Anna Holm"]);
        let named = of("“My brother Peter was kind. He told me to wait,” Anna Holm said.");
        assert_eq!(named, ["Anna Holm", "Peter"]);
        let other = of("“My sister was kind. He told me to wait,” Anna Holm said.");
        assert_eq!(other, ["Anna Holm", "Tom Berg"]);
    }
}
