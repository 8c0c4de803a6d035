//! The tense of the clause that an expression stands in.
//!
//! "The president will visit on Friday" looks forward and "officials said Friday the president will
//! visit" back: what counts is the verb that governs the expression, which in English copy is
//! nearly always the nearest verb before it in the clause, or the first one behind it.

use crate::grammar::Grammar;
use crate::lex::{Case, Kind};
use crate::usage::Usage;
use crate::words::{Class, Link, Verb};

/// Where a clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// "the year ended March 31": over, whatever else is said.
    Ended,
    /// No verb in reach, or one that says nothing.
    Open,
}

/// Items looked at on either side of an expression.
const REACH: usize = 24;

/// Tense at the expression that covers items `first..last`.
pub(crate) fn tense(grammar: &Grammar<'_>, first: usize, last: usize) -> Tense {
    let back = |count: usize| first.checked_sub(count);
    // "since March" looks back, whatever its verb does.
    if back(1).is_some_and(|at| grammar.is(at, "ended") || grammar.link(at) == Some(Link::Since)) {
        return Tense::Ended;
    }
    // "no later than Friday".
    if back(1).is_some_and(|at| grammar.link(at) == Some(Link::Than))
        && back(2).is_some_and(|at| matches!(grammar.class(at), Class::Comparative(_)))
    {
        return Tense::Future;
    }
    // "effective Feb. 1": no verb governs it.
    if back(1).is_some_and(|at| grammar.is(at, "effective")) {
        return Tense::Open;
    }
    // "until Tuesday" looks ahead; "Until Thursday, they had not" is for its verb to say. So is
    // "through January", whose verb stands too far off to be trusted.
    match back(1).and_then(|at| grammar.link(at)) {
        Some(Link::Until) if back(1).is_some_and(|at| grammar.opens(at)) => {
            return after(grammar, last);
        }
        Some(Link::Until) => return Tense::Future,
        Some(Link::Through) => return Tense::Open,
        _ => {}
    }
    if back(1).is_some_and(|at| grammar.is(at, "as"))
        && back(2).is_some_and(|at| grammar.is(at, "early") || grammar.is(at, "soon"))
    {
        return Tense::Future;
    }
    // "Wednesday's ruling": no verb governs it, and rulings are reported once they are there.
    if grammar.kind(last) == Kind::Possessive {
        return Tense::Open;
    }
    match before(grammar, first) {
        Tense::Open => after(grammar, last),
        found => found,
    }
}

/// The nearest verb before `first`, back to the clause's beginning.
fn before(grammar: &Grammar<'_>, first: usize) -> Tense {
    let mut infinitive = false;
    for at in (first.saturating_sub(REACH)..first).rev() {
        if ends_clause(grammar, at) {
            return Tense::Open;
        }
        // "to meet Friday": the verb that the infinitive hangs on decides.
        if grammar.link(at) == Some(Link::To) && verb_like(grammar, at + 1) {
            infinitive = true;
            if to_be(grammar, at.wrapping_sub(1)) {
                return Tense::Future;
            }
            // "an agreement to buy the bank in January": the noun says that it is not done yet, and
            // the verb of the clause governs the noun only.
            if Usage::Promise.has(grammar.surface(at.wrapping_sub(1))) {
                return Tense::Open;
            }
            continue;
        }
        let Some(verb) = verb(grammar, at) else { continue };
        match verb {
            Verb::Future | Verb::Would => return Tense::Future,
            Verb::Modal => return if infinitive { Tense::Future } else { Tense::Open },
            Verb::Plan => return Tense::Future,
            Verb::Due => return if over(grammar, at) { Tense::Past } else { Tense::Future },
            Verb::Planned if ahead(grammar, at) => return Tense::Future,
            Verb::Planned => return Tense::Past,
            Verb::Past if infinitive && Usage::Hope.has(grammar.surface(at)) => {
                return Tense::Future;
            }
            Verb::Past => {
                // "will be opened Friday", "is scheduled": look at the words in front.
                return match auxiliary(grammar, at) {
                    Some(tense) => tense,
                    None => Tense::Past,
                };
            }
            // "The trial begins Monday": the present of a timetable.
            Verb::Timetable => return Tense::Future,
            Verb::Present => return Tense::Open,
            Verb::Bare => {}
        }
    }
    Tense::Open
}

/// The first verb after `last`, when the expression opens its clause.
fn after(grammar: &Grammar<'_>, last: usize) -> Tense {
    for at in last..last + REACH {
        if matches!(grammar.kind(at), Kind::Break | Kind::Pause) || stops(grammar, at) {
            return Tense::Open;
        }
        match verb(grammar, at) {
            Some(Verb::Future | Verb::Would | Verb::Plan | Verb::Timetable) => {
                return Tense::Future;
            }
            Some(Verb::Past) => return Tense::Past,
            Some(Verb::Due) => return Tense::Future,
            Some(Verb::Planned) => {
                return if ahead(grammar, at) { Tense::Future } else { Tense::Past };
            }
            Some(Verb::Present | Verb::Modal) if next_is_plan(grammar, at + 1) => {
                return Tense::Future;
            }
            Some(Verb::Present | Verb::Modal) => return Tense::Open,
            _ => {}
        }
    }
    Tense::Open
}

/// "had been due Friday": it was, and is no longer.
fn over(grammar: &Grammar<'_>, at: usize) -> bool {
    (1..=3).filter_map(|back| at.checked_sub(back)).any(|at| grammar.is(at, "had"))
}

/// "is planned", "set for", "set to", "planned a march": what is planned lies ahead; what is "set"
/// with no such word beside it is done.
fn ahead(grammar: &Grammar<'_>, at: usize) -> bool {
    let be = at.checked_sub(1).and_then(|at| verb(grammar, at));
    let bound = matches!(grammar.link(at + 1), Some(Link::For | Link::To));
    let object =
        grammar.is(at, "planned") && matches!(grammar.class(at + 1), Class::The | Class::A);
    !over(grammar, at) && (bound || object || matches!(be, Some(Verb::Present | Verb::Bare)))
}

fn next_is_plan(grammar: &Grammar<'_>, at: usize) -> bool {
    matches!(verb(grammar, at), Some(Verb::Plan | Verb::Planned | Verb::Due))
}

fn ends_clause(grammar: &Grammar<'_>, at: usize) -> bool {
    match grammar.kind(at) {
        Kind::Break | Kind::Pause | Kind::Quote | Kind::Word(Class::Clause) => true,
        _ => stops(grammar, at),
    }
}

/// Whether a sentence ends with the item at `at`: a stop, unless a small letter follows or the word
/// before it is shortened ("Gen. Schwarzkopf", "U.S. officials").
fn stops(grammar: &Grammar<'_>, at: usize) -> bool {
    if grammar.kind(at) != Kind::Stop || grammar.glued(at + 1) {
        return false;
    }
    let word = grammar.surface(at.wrapping_sub(1));
    let shortened = word.len() == 1 || Usage::Shortened.has(word);
    let name = shortened && grammar.class(at + 1) == Class::Other;
    grammar.case(at + 1) != Case::Lower && !(name && grammar.surface(at) == ".")
}

fn to_be(grammar: &Grammar<'_>, at: usize) -> bool {
    ["is", "are", "was", "were"].iter().any(|word| grammar.is(at, word))
}

/// "will have been", "is being", "to be" in front of a participle: the chain of its helpers.
fn auxiliary(grammar: &Grammar<'_>, at: usize) -> Option<Tense> {
    let mut bare = false;
    for back in 1..=4 {
        let before = at.checked_sub(back)?;
        match verb(grammar, before) {
            Some(Verb::Future | Verb::Would) => return Some(Tense::Future),
            Some(Verb::Past | Verb::Present) => return Some(Tense::Past),
            Some(Verb::Bare) => bare = true,
            Some(_) => return None,
            // "to be published in November".
            None if bare && grammar.link(before) == Some(Link::To) => return Some(Tense::Future),
            None if grammar.is(before, "not") || grammar.surface(before).ends_with("ly") => {}
            None => return None,
        }
    }
    None
}

fn verb_like(grammar: &Grammar<'_>, at: usize) -> bool {
    matches!(grammar.class(at), Class::Other | Class::Verb(_)) && grammar.case(at) == Case::Lower
}

fn verb(grammar: &Grammar<'_>, at: usize) -> Option<Verb> {
    match grammar.kind(at) {
        Kind::Word(Class::Verb(verb)) if grammar.case(at) != Case::Title || grammar.opens(at) => {
            (!is_noun(grammar, at, verb)).then_some(verb)
        }
        // Any other word in -ed is a past form or participle.
        Kind::Word(Class::Other) if grammar.case(at) == Case::Lower => {
            let word = grammar.surface(at);
            let past = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
            (past && !describes(grammar, at)).then_some(Verb::Past)
        }
        _ => None,
    }
}

/// "the plan", "announced plans Friday": a noun, unless its infinitive follows.
fn is_noun(grammar: &Grammar<'_>, at: usize, verb: Verb) -> bool {
    let before = grammar.class_before(at);
    let led = matches!(before, Class::The | Class::A | Class::Verb(Verb::Past))
        || grammar.before(at) == Kind::Possessive
        || ["its", "his", "her", "their", "no", "new"]
            .iter()
            .any(|word| grammar.is(at.wrapping_sub(1), word));
    match verb {
        Verb::Plan => led && grammar.link(at + 1) != Some(Link::To) && !grammar.is(at, "likely"),
        Verb::Timetable => led,
        _ => false,
    }
}

/// "the proposed merger", "a still unspecified date": a participle that belongs to a noun.
fn describes(grammar: &Grammar<'_>, at: usize) -> bool {
    let article = |at: usize| matches!(grammar.class_before(at), Class::The | Class::A);
    let Some(before) = at.checked_sub(1) else { return false };
    let word = grammar.surface(before);
    article(at) || (word.ends_with("ly") || word == "still" || word == "yet") && article(before)
}
