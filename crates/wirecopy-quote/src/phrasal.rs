//! A noun phrase behind its cue: the subject of a clause (`said the road was shut`), whoever is urged (`told them to
//! go`), or what is said, wanted, called or found (`wants a bridge`, `called it a farce`, `found Kerr guilty`).

use crate::adjuncts::aside_before;
use crate::begins::{clause_begins, has_long_subject};
use crate::clauses::Complement;
use crate::ends::clause_end;
use crate::lexicon::{CueEntry, class::*, frame, usage};
use crate::lists::is_role;
use crate::objects::{is_circumstance, is_late, object_end};
use crate::phrases::{chunk_right, phrase_right};
use crate::predicates::{amount, before_second_verb, behind_marks, is_count, predicate_end};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// Words between who is urged and to what: `everyone west of the river [to leave]`.
const URGED: usize = 10;

/// How somebody sees a thing.
const MANNER: [&str; 10] = [
    "differently",
    "otherwise",
    "similarly",
    "negatively",
    "positively",
    "favorably",
    "favourably",
    "unfavorably",
    "unfavourably",
    "skeptically",
];

/// Words of a participle that stands behind what somebody sees as something, at most.
const REDUCED: usize = 6;

fn content(from: usize, to: usize, reason: QuoteReason) -> Option<Complement> {
    (to > from).then_some(Complement { from, to, lead: None, reason })
}

/// What the noun phrase at `at` is to the cue before it, and how far that goes.
pub(crate) fn phrase(
    words: &Words<'_>,
    at: usize,
    entry: &CueEntry,
    passive: bool,
) -> Option<Complement> {
    let next = phrase_right(words, at, true).unwrap_or(at);
    let counted = || amount(words, at).filter(|_| entry.allows(frame::AMOUNT));
    let clause = bare_clause(words, at, entry, passive);
    if let Some(found) = clause.or_else(|| urged(words, at, next, entry)).or_else(counted) {
        return Some(found);
    }
    let counts = entry.allows(frame::COUNT) && is_count(words, at)
        || entry.allows(frame::NONE) && words.is(at, &["no", "nothing", "little"])
        || entry.allows(frame::LED) && words.is(at, &["a", "an", "the"]);
    if counts && !passive {
        return content(at, object_end(words, at), QuoteReason::Object);
    }
    if let Some(found) = verdict(words, at, next, entry) {
        return Some(found);
    }
    if is_called_nothing(words, at, entry) {
        return content(at, chunk_right(words, at).unwrap_or(next), QuoteReason::Object);
    }
    if entry.allows(frame::CALL) || entry.allows(frame::AS) && is_viewed(words, next) {
        let to = before_second_verb(words, at, clause_end(words, at + 1, at));
        let to = predicate_end(words, at, behind_marks(words, at, to));
        return content(at, to, QuoteReason::Predicate);
    }
    // `issued 40 minutes later`, `first reported earlier`: that is when.
    if is_circumstance(words, at) || is_late(words, at) || words.is(at, &["earlier", "later"]) {
        return None;
    }
    object(words, at, entry)
}

/// `was told | it would rain`, `said | the road was shut`
fn bare_clause(
    words: &Words<'_>,
    at: usize,
    entry: &CueEntry,
    passive: bool,
) -> Option<Complement> {
    let heard = passive && entry.allows(frame::HEARER);
    if !entry.allows(frame::CLAUSE) || entry.allows(frame::BOUND) || passive && !heard {
        return None;
    }
    let aims = !entry.allows(frame::INFINITIVE | frame::URGE | frame::RAISE);
    let begins = clause_begins(words, at) || aims && has_long_subject(words, at);
    let to = begins.then(|| clause_end(words, at + 1, at))?;
    Some(Complement { from: at, to, lead: None, reason: QuoteReason::BareClause })
}

/// `urged | them to go`: whoever is told, and to do what; `next` is one past the phrase at `at`.
fn urged(words: &Words<'_>, at: usize, next: usize, entry: &CueEntry) -> Option<Complement> {
    if !entry.allows(frame::URGE) {
        return None;
    }
    // `wants a conference, known as Geneva, to be held`
    let mut to = aside_before(words, next, Tag::To).unwrap_or(next);
    // `advised her never to climb`
    while matches!(words.tag(to), Tag::Negation | Tag::Adverb) {
        to += 1;
    }
    let to = infinitive_after(words, to);
    if words.tag(to) != Tag::To {
        return None;
    }
    let to = clause_end(words, to + 1, at);
    Some(Complement { from: at, to, lead: None, reason: QuoteReason::Infinitive })
}

/// `found | the clerk guilty of theft`
fn verdict(words: &Words<'_>, at: usize, next: usize, entry: &CueEntry) -> Option<Complement> {
    if !entry.allows(frame::VERDICT) {
        return None;
    }
    let near = chunk_right(words, at).unwrap_or(next);
    // `found Ann Kerr, 44, guilty`
    let aged = words.tag(near) == Tag::Comma
        && words.tag(near + 1) == Tag::Number
        && words.tag(near + 2) == Tag::Comma;
    let near = if aged { near + 3 } else { near };
    let verdict = (near.saturating_sub(1)..near + 3).find(|&at| words.has(at, usage::VERDICT));
    let verdict = verdict.filter(|&to| to > at)?;
    let to = clause_end(words, verdict + 1, at);
    Some(Complement { from: at, to, lead: None, reason: QuoteReason::Predicate })
}

/// One past the time at `to`: `Monday`, `on Monday`.
fn past_timed(words: &Words<'_>, to: usize) -> Option<usize> {
    let day = to + usize::from(words.tag(to) == Tag::Preposition);
    let time = words.tag(day) == Tag::Time || words.at(day).entry.is(MONTH);
    time.then_some(day + 1)
}

/// `declared victory on May 2`: it is called nothing. But `called the vote on Monday | a farce`.
fn is_called_nothing(words: &Words<'_>, at: usize, entry: &CueEntry) -> bool {
    entry.allows(frame::CALL)
        && entry.allows(frame::OBJECT | frame::CLAUSE)
        && chunk_right(words, at).and_then(|to| past_timed(words, to)).is_some_and(|at| {
            !words.is(at, &["as"]) && !matches!(words.tag(at), Tag::Determiner | Tag::Possessive)
        })
}

/// `described the talks | as good`, `described the talks | on Monday as good`
fn is_viewed(words: &Words<'_>, next: usize) -> bool {
    // `saw the man held | as he left` is no such.
    let leads = |&at: &usize| words.is(at, &["as"]) && is_role(words, at);
    // `sees the vote held Sunday | as a test`
    let reduced = words.at(next).entry.is(PARTICIPLE).then_some(next);
    let reduced = reduced.and_then(|from| {
        let plain = |at: &usize| !words.tag(*at).is_break() && !words.tag(*at).is_auxiliary();
        (from + 1..from + REDUCED).take_while(plain).find(leads)
    });
    // `saw Ann Kerr, then 44, | as the best of them`
    let aside = aside_before(words, next, Tag::Preposition).filter(leads);
    // `sees the road differently`, but `sees it differently`: of what, is not told.
    let manner =
        words.is(next, &MANNER) && !words.is(next.wrapping_sub(1), &["it", "this", "that"]);
    let dated = || past_timed(words, next).is_some_and(|at| words.is(at, &["as"]));
    words.is(next, &["as"]) || manner || reduced.is_some() || aside.is_some() || dated()
}

/// `expects | rain before noon`, `expressed | the hope that it rains`
fn object(words: &Words<'_>, at: usize, entry: &CueEntry) -> Option<Complement> {
    let heads = entry.allows(frame::HEADING) && words.is_heading();
    if !entry.allows(frame::OBJECT) && !heads {
        return None;
    }
    // `expects | the bridge to open`, but in a heading `fear | floods after the storm`
    let opens = infinitive_after(words, at) > at || !words.heads();
    let raised = entry.allows(frame::RAISE) && opens;
    let whole = raised || holds_clause(words, at);
    let to = if whole { clause_end(words, at + 1, at) } else { object_end(words, at) };
    // `condemned the plan | because it was dear`: who speaks says why, too.
    let why =
        entry.act == Act::Speech && words.is(to, &["because"]) && clause_begins(words, to + 1);
    let to = if why { clause_end(words, to + 1, at) } else { to };
    // `pleaded not guilty`
    let from = at - usize::from(words.before(at, 1).tag == Tag::Negation);
    content(at, to, QuoteReason::Object).map(|found| Complement { from, ..found })
}

/// The `to` of an infinitive that no verb and no comma keeps from `at`, else `at`; the verb of a
/// relative clause does not: `anyone who stayed [to watch]`.
pub(crate) fn infinitive_after(words: &Words<'_>, at: usize) -> usize {
    let mut relative = false;
    let mut breaks = move |at: usize| {
        let tag = words.tag(at);
        let own = tag.is_finite() && relative;
        relative = (relative || words.is(at, &["who", "that"])) && !own;
        !own && tag.is_finite() || tag.is_break() || matches!(tag, Tag::That | Tag::Quote)
    };
    let near = (at..at + URGED).take_while(move |&at| !breaks(at));
    near.into_iter().find(|&at| words.tag(at) == Tag::To).unwrap_or(at)
}

/// Whether the object at `from` is a noun with a clause of what is said or thought: `the hope that …`.
fn holds_clause(words: &Words<'_>, from: usize) -> bool {
    let noun = (from..from + 3).find(|&at| words.at(at).entry.noun.is_some());
    noun.is_some_and(|noun| words.tag(noun + 1) == Tag::That)
}
