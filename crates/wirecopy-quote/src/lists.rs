//! What goes on behind a comma or a dash: a list (`trade, energy and | defence`), and what a noun phrase still waits for
//! behind an aside (`called for the wage, now $7, | to be raised`).

use crate::begins::clause_begins;
use crate::ends::ASIDE;
use crate::lexicon::class::*;
use crate::phrases::chunk_right;
use crate::words::{Tag, Words};

/// Members of a list behind its first comma, at most.
const MEMBERS: usize = 8;

/// Phrases that hang on a member by a preposition, at most.
const HANGING: usize = 4;

/// Commas within an aside, at most, and the one that closes it.
const CLOSING: usize = 3;

/// One past the last member of the list that goes on behind the comma at `comma`: `tea, | oil from the north, salt and soap`.
pub(crate) fn list_end(words: &Words<'_>, comma: usize) -> Option<usize> {
    let mut at = comma;
    for _ in 0..MEMBERS {
        // `tea, oil, and soap`
        if at > comma && words.is(at + 1, &["and", "or"]) {
            return member(words, at + 2);
        }
        let to = member(words, at + 1)?;
        match words.tag(to) {
            Tag::Coordinator => return member(words, to + 1),
            Tag::Comma => at = to,
            _ => return None,
        }
    }
    None
}

/// One past the noun phrase at `from`, with what hangs on it, but no other member of its list.
fn member(words: &Words<'_>, from: usize) -> Option<usize> {
    // `tea, | growing fears and free schools`: behind a comma such a word is no verb.
    let entry = words.entry(from);
    let modifies = matches!(words.tag(from), Tag::Gerund | Tag::Participle) && entry.verb.is_none()
        || words.tag(from).is_verb() && entry.is(BASE) && !entry.is(PAST | THIRD | AUXILIARY);
    let noun = matches!(words.tag(from + 1), Tag::Noun | Tag::Adjective);
    let mut to = chunk_right(words, from + usize::from(modifies && noun))?;
    for _ in 0..HANGING {
        let next = match words.tag(to) {
            // `opposition to fishing`
            Tag::Preposition if words.tag(to + 1) == Tag::Gerund => Some(to + 2),
            Tag::Preposition => chunk_right(words, to + 1),
            // `a plan to close it`
            Tag::To => chunk_right(words, to + 2),
            _ => None,
        };
        let Some(next) = next else { break };
        to = next;
    }
    Some(to)
}

/// `the wage, now $7, | to be raised`, `Kerr, who led them, | of lying`, `all towns – rich and poor – | to wait`: where what a
/// noun phrase waits for goes on, if an aside opens at `at`.
pub(crate) fn past_aside_within(words: &Words<'_>, at: usize, end: usize) -> Option<usize> {
    let sign = words.tag(at);
    let waits = |next: usize| match words.tag(next) {
        Tag::To => true,
        Tag::Preposition if sign == Tag::Dash => true,
        // `accused Kerr, the mayor, of fraud`
        _ if words.is(next, &["of"]) && words.tag(next + 1) == Tag::Noun => {
            !words.is(next + 1, &["course", "whom"])
        }
        _ if words.is(next, &["of", "for", "from"]) => words.tag(next + 1) == Tag::Gerund,
        _ => words.is(next, &["as"]) && is_role(words, next),
    };
    let closes = |at: &usize| words.tag(*at) == sign && !words.at(*at).quoted;
    let mut close = (at + 2..end.min(at + ASIDE)).filter(closes).take(CLOSING);
    let close = close.find(|&close| waits(close + 1))?;
    (!clause_begins(words, at + 1)).then_some(close + 1)
}

/// `named Kerr | as his deputy`, and not `named Kerr | as rain fell`: whether "as" at `at` leads to what somebody or something
/// is.
pub(crate) fn is_role(words: &Words<'_>, at: usize) -> bool {
    let next = words.at(at + 1);
    let bare = next.tag == Tag::Gerund || next.pair.is_some();
    // `Kerr eyes sale as bills mount`: a heading leaves out what would tell a verb.
    (bare || !words.is_heading())
        && !words.is(at + 2, &["as"])
        && (bare || !clause_begins(words, at + 1))
        && !words.is(at + 1, &["well", "not", "if", "though", "to", "of"])
        && !words.is(at - 1, &["so", "even", "just"])
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    fn holds(text: &str, said: &str) {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        let read: Vec<&str> = all.iter().map(|quote| quote.span().of(text)).collect();
        assert!(read.contains(&said), "{text}: {read:?}");
    }

    #[test]
    fn a_list_is_whole() {
        holds(
            "The bill outlines tea, oil from the north, salt and soap for schools.",
            "tea, oil from the north, salt and soap for schools",
        );
        holds(
            "Firms backing tea, oil and salt paid a fine, Kerr said.",
            "Firms backing tea, oil and salt paid a fine",
        );
        holds("The mayor condemned the strike, people in Oslo and Bergen said.", "the strike");
    }

    #[test]
    fn a_phrase_waits_for_its_complement_behind_an_aside() {
        holds(
            "Berg called for the toll, now $7 a day, to be raised.",
            "the toll, now $7 a day, to be raised",
        );
        holds(
            "The plan calls on all towns – rich and poor – to save.",
            "all towns – rich and poor – to save",
        );
        holds(
            "Berg accused Ana Kerr, who owns the mill, of hiding the plan.",
            "Ana Kerr, who owns the mill, of hiding the plan",
        );
        holds("Berg accused Ana Kerr, the mayor, of fraud.", "Ana Kerr, the mayor, of fraud");
    }

    #[test]
    fn as_leads_to_a_role_or_to_a_clause() {
        holds(
            "Berg praised the mill as a model for the north.",
            "the mill as a model for the north",
        );
        holds("Berg opposed the mill as it grew.", "the mill");
    }
}
