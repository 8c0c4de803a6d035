//! Verbs that attribute with the words behind them: `point out`, `made it clear`, `called on Sunday on`, `drew the line at`.

use crate::adjuncts::past_when;
use crate::words::{Tag, Words};

/// One past the words of `particle`, which a plus sign sets apart, behind the verb at `at`.
pub(crate) fn past_particle(words: &Words<'_>, at: usize, particle: &str) -> Option<usize> {
    let mut parts = particle.split('+');
    let first = [parts.next()?];
    let mut from = at + 1;
    if !words.is(from, &first) {
        // `made it clear`, `called Sunday on`
        let timed = past_when(words, from).filter(|&to| words.tag(to) == Tag::Preposition);
        // `make it very clear`
        let very = usize::from(words.tag(from + 1) == Tag::Adverb);
        let clear = words.is(from, &["it"]) && words.is(from + 1 + very, &["clear"]);
        from = timed.unwrap_or(from + if clear { 1 + very } else { 0 });
    }
    let mut to = words.is(from, &first).then_some(from + 1)?;
    for part in parts {
        to = words.is(to, &[part]).then_some(to + 1)?;
    }
    Some(to)
}
