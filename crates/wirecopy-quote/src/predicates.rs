//! An object and what is said of it: `called it a mess`, `put the toll at 40`.

use crate::clauses::Complement;
use crate::ends::clause_end;
use crate::lexicon::class::{DURATION, NUMBER, TIME};
use crate::lexicon::usage;
use crate::objects::is_circumstance;
use crate::phrases::chunk_right;
use crate::quote::QuoteReason;
use crate::words::{Tag, Words};

/// Words between what is reckoned and what it comes to.
const RECKONED: usize = 14;

/// `called it a mess | and left`: what somebody is called has no verb, so the next is another's.
pub(crate) fn before_second_verb(words: &Words<'_>, from: usize, to: usize) -> usize {
    // `which she called dull | and he himself described as good`
    let subject = |at: usize| {
        let to = chunk_right(words, at).unwrap_or(at);
        let floats = words.is(to, &["himself", "herself", "themselves", "itself", "later", "also"]);
        let verb = to + usize::from(floats);
        words.tag(verb) == Tag::Finite && words.at(verb).entry.verb.is_some()
    };
    // `calling it a mess | and warning that …`
    let tells = |at: usize| words.tag(at) == Tag::Gerund && words.at(at).entry.has(usage::TELLS);
    let second = |at: usize| {
        words.tag(at) == Tag::Coordinator
            && (matches!(words.tag(at + 1), Tag::Finite | Tag::That)
                || tells(at + 1)
                || subject(at + 1))
            && !words.at(at).quoted
    };
    let verb = |at: usize| words.tag(at).is_finite() || words.tag(at) == Tag::Wh;
    (from..to).find(|&at| second(at) || verb(at)).filter(|&at| second(at)).unwrap_or(to)
}

/// `called it “absurd” | in a letter`: where what stands in marks ends, if when or where it was said follows.
pub(crate) fn behind_marks(words: &Words<'_>, from: usize, to: usize) -> usize {
    let closes = |at: usize| {
        // `called him “a liar,” | a word that stuck`
        let apart = words.before(at, 1).tag == Tag::Comma
            && !matches!(words.tag(at + 1), Tag::Quote | Tag::Coordinator);
        words.pair_at(at).is_some_and(|pair| words.index_at(pair.end) == at + 1)
            && (apart || is_scene(words, at + 1))
    };
    (from..to).find(|&at| closes(at)).map_or(to, |at| at + 1)
}

/// `dismissed the plan as a joke | during the debate`, `declared themselves winners | early on Monday`: where what tells
/// when or where somebody or something was called so begins, at most at `to`.
pub(crate) fn predicate_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    let called = (from..to).find(|&at| words.is(at, &["as"]));
    let seen = called.is_some() || words.is(from.wrapping_sub(1), &["as"]);
    let begin = called.unwrap_or(from) + 2;
    let opens = |at: usize| {
        let tag = words.tag(at);
        tag.is_finite() || matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Gerund)
    };
    let stop = (begin..to).find(|&at| opens(at) || words.at(at).quoted).unwrap_or(to);
    let scene = |at: usize| {
        let early = usize::from(words.is(at, &["early", "late", "earlier"]));
        let on = usize::from(words.is(at + early, &["on"]));
        let day = at + early + on;
        // `called the vote on Monday a farce`
        let dated = words.tag(day) == Tag::Time
            && words.tag(day + 1) != Tag::Genitive
            && (seen || words.tag(day + 1).is_break() || words.tag(day + 1) == Tag::Preposition)
            && !matches!(words.tag(at - 1), Tag::Preposition | Tag::Determiner | Tag::Possessive);
        dated || words.is(at, &["during", "amid"]) || is_circumstance(words, at)
    };
    let end = (begin..stop).find(|&at| scene(at)).unwrap_or(to);
    end - usize::from(end < to && words.tag(end - 1) == Tag::Comma)
}

/// Whether the word at `at` opens what tells when, where or why something was said.
pub(crate) fn is_scene(words: &Words<'_>, at: usize) -> bool {
    matches!(words.tag(at), Tag::Subordinator | Tag::Time)
        || words.is(
            at,
            &["before", "after", "as", "when", "while", "during", "in", "on", "at", "because"],
        )
}

/// `put [the toll there at 40]`: what is reckoned, and behind "at" what it comes to.
pub(crate) fn amount(words: &Words<'_>, from: usize) -> Option<Complement> {
    let end = words.sentence(from).1.min(from + RECKONED);
    let number = |at: usize| words.tag(at) == Tag::Number || words.at(at).entry.is(NUMBER);
    let at = (from + 1..end).find(|&at| words.is(at, &["at"]) && (at + 1..at + 5).any(number))?;
    let plain = (from..at).all(|at| !words.tag(at).is_finite() && !words.tag(at).is_break());
    let to = clause_end(words, at + 1, from);
    // `put it at 40, | organisers at 90`
    let another = |comma: usize| {
        words.tag(comma) == Tag::Comma
            && chunk_right(words, comma + 1)
                .is_some_and(|to| words.is(to, &["at"]) && (to + 1..to + 4).any(number))
    };
    // `put it at 40, | which Kerr called a mess`
    let related = |at: usize| words.tag(at) == Tag::Comma && words.tag(at + 1) == Tag::Wh;
    let to = (at + 1..to).find(|&at| another(at) || related(at)).unwrap_or(to);
    (plain && to > at).then_some(Complement {
        from,
        to,
        lead: None,
        reason: QuoteReason::Predicate,
    })
}

/// `12 boats`, `more than 12 boats`
pub(crate) fn is_count(words: &Words<'_>, at: usize) -> bool {
    let than = words.is(at, &["more", "fewer", "less"]) && words.is(at + 1, &["than"]);
    let number = at + if than { 2 } else { 0 };
    words.tag(number) == Tag::Number && !words.at(number + 1).entry.is(TIME | DURATION)
}
