//! Speech, or a title, a nickname, a term at arm's length: what a pair of marks holds.
//!
//! One pair in eleven holds no speech, and three in four of those are no longer than three words.
//! Only letters and neighbours are looked at: a cue beside the pair outweighs this judgement.

use super::{MarkPair, MarkUse};
use crate::lexicon::{
    class::{SUBJECT, TITLED},
    lexicon, usage,
};
use wirecopy_text::{Span, floor_char_boundary};

/// A title longer than this is a sentence in capitals.
const MAX_TITLE_WORDS: usize = 10;

/// A term longer than this is a clause.
const MAX_SCARE_WORDS: usize = 4;

/// How far the words beside the marks are looked at, in bytes.
const NEIGHBOURHOOD: usize = 64;

/// What `pair` looks like.
pub(super) fn of(text: &str, block: Span, pair: &MarkPair) -> MarkUse {
    let inside = pair.inside().of(text);
    let words = || {
        let words = inside.split_whitespace().take(MAX_TITLE_WORDS + 1);
        words.filter(|word| has_letter(word))
    };
    let first = words().next();
    let before = last_bytes(text.get(block.range().start..pair.open.range().start).unwrap_or(""));
    if first.is_none() || before.ends_with('=') {
        return MarkUse::Markup;
    }
    let last = inside.trim_end().chars().next_back();
    let stopped = last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '—'));
    let first_capital = first.is_some_and(is_capital);
    let sentence = stopped || last == Some(',') && first_capital;
    let capitals =
        words().all(|word| is_capital(word) || lexicon().get(bare(word)).has(usage::SMALL));
    // Of most pairs this tells without another look.
    if pair.close.is_none() || !capitals && (sentence || first_capital) {
        return MarkUse::Speech;
    }
    let count = words().count();
    let after = first_bytes(text.get(pair.end as usize..block.range().end).unwrap_or(""));
    let left = before.split_whitespace().next_back().unwrap_or("");
    if count <= 2 && capitals && is_nickname(before, after) && last != Some(',') {
        return MarkUse::Nickname;
    }
    let introduced = lexicon().get(bare(left)).is(TITLED)
        || left.ends_with("'s")
        || left.ends_with("’s")
        || ["on", "in", "of", "for", "to", "from", "with", "the", "by"].contains(&left);
    // `“But”, she added, “we sang.”`
    let behind = after.strip_prefix(',').unwrap_or(after);
    let said = (last == Some(',') || behind.len() < after.len()) && is_said(behind);
    let titled = introduced || !stopped && !said && (count >= 2 || last != Some(','));
    if capitals && first_capital && count <= MAX_TITLE_WORDS && titled {
        return MarkUse::Title;
    }
    if count <= MAX_SCARE_WORDS && !sentence && !first_capital {
        return MarkUse::Scare;
    }
    MarkUse::Speech
}

fn last_bytes(text: &str) -> &str {
    let from = text.len().saturating_sub(NEIGHBOURHOOD);
    (from..=text.len()).find_map(|from| text.get(from..)).unwrap_or("")
}

fn first_bytes(text: &str) -> &str {
    text.get(..floor_char_boundary(text, NEIGHBOURHOOD)).unwrap_or("")
}

/// `“Up! Up!,” shouted Ryan`, `“Anna Lund,” he answers`: behind a comma in the marks a verb of speech, or what
/// may be its subject and the verb.
fn is_said(after: &str) -> bool {
    let speaks = |word: &str| lexicon().get(bare(word)).has(usage::TELLS);
    let mut words = after.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let pronoun = lexicon().get(first).is(SUBJECT);
    speaks(first) || pronoun && speaks(second)
}

/// `Joe "Smokey" Ryan`: a name right before and right after.
fn is_nickname(before: &str, after: &str) -> bool {
    let left = before.strip_suffix(' ').and_then(|left| left.split_whitespace().next_back());
    let right = after.strip_prefix(' ').and_then(|right| right.split_whitespace().next());
    left.is_some_and(|word| is_capital(word) && word.ends_with(char::is_alphabetic))
        && right.is_some_and(is_capital)
}

fn has_letter(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// `word` without the signs at its ends.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_capital(word: &str) -> bool {
    bare(word).chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

#[cfg(test)]
mod tests {
    use crate::{MarkUse, marks};
    use wirecopy_text::Span;

    fn purposes(text: &str) -> Vec<MarkUse> {
        marks(text, Span::from_range(0..text.len())).iter().map(|pair| pair.purpose).collect()
    }

    #[test]
    fn a_name_within_a_name_is_a_nickname() {
        assert_eq!(purposes("Joe \"Smokey\" Ryan left."), [MarkUse::Nickname]);
    }

    #[test]
    fn a_show_is_a_title_and_a_sentence_is_speech() {
        assert_eq!(purposes("She went on “Late at Night” to explain."), [MarkUse::Title]);
        assert_eq!(purposes("“Late at night we left.”"), [MarkUse::Speech]);
        assert_eq!(purposes("“Never,” he said."), [MarkUse::Speech]);
        assert_eq!(purposes("“Peter Dahl,” she answers with a smile."), [MarkUse::Speech]);
        assert_eq!(purposes("“Up! Up!,” shouted Peter Dahl."), [MarkUse::Speech]);
        assert_eq!(purposes("“Late at Night,” the show, has ended."), [MarkUse::Title]);
    }

    #[test]
    fn a_term_is_scare_quoted() {
        assert_eq!(purposes("The so-called “expert” left."), [MarkUse::Scare]);
    }

    #[test]
    fn markup_is_not_speech() {
        assert_eq!(purposes("<a href=\"there\">x</a>"), [MarkUse::Markup]);
    }
}
