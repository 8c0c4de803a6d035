//! Subjects: what stands left of a verb group once asides are stepped over (`Kerry, who had flown in from
//! Oslo, then said`). All walks are bounded by [`REACH`] words.

use crate::lexicon::{class::*, usage};
use crate::phrases::{Phrase, REACH, group_start, phrase_left};
use crate::words::{Tag, Words};

/// The subject of the verb group that begins at word `group`, asides between the two stepped over.
pub(crate) fn subject_left(words: &Words<'_>, group: usize) -> Option<Phrase> {
    let to = group;
    let (first, _) = words.sentence(group);
    let previous = group.checked_sub(1).filter(|&at| at >= first)?;
    if let Some(phrase) = before_marked_aside(words, previous, first) {
        return Some(phrase);
    }
    match words.tag(previous) {
        Tag::Comma | Tag::Dash => {
            let phrase = after_aside(words, previous, first)?;
            let and = phrase.from.checked_sub(1).filter(|&and| and > first);
            let joined = and.is_some_and(|and| is_joined_behind_aside(words, and, first));
            Some(if joined { Phrase::new(first, phrase.to) } else { phrase })
        }
        Tag::Time => before_time(words, group, previous, first),
        // `the firms involved said`, `growers there said`
        _ if words.has(previous, usage::REDUCED) || is_there(words, previous) => {
            let phrase = phrase_left(words, previous).filter(|phrase| phrase.from >= first)?;
            Some(Phrase::new(phrase.from, to))
        }
        // `a source who asked not to be named said`
        Tag::Participle | Tag::Base => named_by_clause(words, previous, first),
        Tag::Wh if is_adverb(words, previous) => None,
        Tag::Wh => Some(relative(words, previous, first)),
        _ => {
            let phrase = phrase_left(words, to).filter(|phrase| phrase.from >= first)?;
            // `Kerry had earlier | this year | promised`
            if is_time(words, phrase) && phrase.from > first {
                let mut at = phrase.from;
                while at > first && matches!(words.tag(at - 1), Tag::Adverb | Tag::Time) {
                    at -= 1;
                }
                return subject_left(words, group_start(words, at));
            }
            let settled = past_adverbial(words, phrase, first)
                .or_else(|| with_seat(words, phrase, first))
                .unwrap_or_else(|| settle(words, phrase, first));
            Some(with_listed(words, settled, first))
        }
    }
}

/// `[Kerry], who had come from Oslo, on Friday said`: the subject of the verb group at `group`, with a time at `time` between.
fn before_time(words: &Words<'_>, group: usize, time: usize, first: usize) -> Option<Phrase> {
    let mut at = time;
    while at > first && matches!(words.tag(at), Tag::Time | Tag::Number | Tag::Adverb) {
        at -= 1;
    }
    if words.tag(at) == Tag::Preposition {
        at = at.checked_sub(1)?;
    }
    // `a survey published on Monday found`
    let reduced = words.at(at).entry.is(PARTICIPLE) && at > first;
    if reduced && let Some(phrase) = phrase_left(words, at).filter(|phrase| phrase.from >= first) {
        return Some(Phrase::new(phrase.from, group));
    }
    // `Kerry, who had come from Oslo, on Friday said`
    if words.tag(at) == Tag::Comma
        && let Some(phrase) = after_aside(words, at, first)
    {
        return Some(phrase);
    }
    let end = if words.tag(at) == Tag::Comma { at } else { at + 1 };
    let phrase = phrase_left(words, end).filter(|phrase| phrase.from >= first)?;
    Some(settle(words, phrase, first))
}

/// `growers [there] said`
fn is_there(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["there"]) && matches!(words.before(at, 1).tag, Tag::Noun | Tag::Name)
}

/// `The Tarn, Texas, [lender] said`: where a company sits stands between the article and the noun.
fn with_seat(words: &Words<'_>, phrase: Phrase, first: usize) -> Option<Phrase> {
    let noun = |at: usize| matches!(words.tag(at), Tag::Noun | Tag::Adjective);
    let opens = words.is(first, &["the"]) && words.tag(first + 1) == Tag::Name;
    if !opens || phrase.from <= first + SEAT_LEAST || phrase.from > first + SEAT {
        return None;
    }
    let seat = first + 1..phrase.from;
    let plain = seat.clone().all(|at| matches!(words.tag(at), Tag::Name | Tag::Comma));
    let commas = seat.filter(|&at| words.tag(at) == Tag::Comma).count();
    let closed = words.tag(phrase.from - 1) == Tag::Comma && commas == 2;
    let bare = (phrase.from..phrase.to).all(noun);
    (plain && closed && bare).then(|| Phrase::new(first, phrase.to))
}

/// `[Norland, US] want talks`: in a headline a comma stands for "and", where no verb in `-s` follows;
/// `[Ann Kerr (Tarn), Tom Berg (Norden) and Eva Dahl] said`: elsewhere an "and" tells that names are listed.
fn with_listed(words: &Words<'_>, phrase: Phrase, first: usize) -> Phrase {
    let Some(comma) = phrase.from.checked_sub(1).filter(|&comma| comma > first) else {
        return phrase;
    };
    if is_joined_behind_aside(words, comma, first) {
        return Phrase::new(first, phrase.to);
    }
    let headline = words.is_unstopped();
    let listed = (phrase.from..phrase.to).any(|at| words.is(at, &["and"]));
    let named = |from: usize, to: usize| {
        let name = |at: usize| match words.tag(at) {
            Tag::Name => true,
            Tag::Coordinator | Tag::Comma | Tag::OpenBracket | Tag::CloseBracket => listed,
            _ => false,
        };
        (from..to).all(name)
    };
    let several = words.tag(comma) == Tag::Comma
        && named(first, comma)
        && named(phrase.from, phrase.to)
        && !words.at(phrase.to).entry.is(THIRD);
    // `Ann Kerr, Harbour Master said`: the comma behind the office is missing.
    let office = words.at(phrase.to.saturating_sub(1)).entry.is(TITLE);
    if (headline || listed || office) && several { Phrase::new(first, phrase.to) } else { phrase }
}

/// `Tom Berg, 45, and | his wife Anna`, `Tom Berg, the mayor, and | Ann Kerr`: whether the "and" at `and` joins
/// what stands behind an aside to who opens the sentence.
fn is_joined_behind_aside(words: &Words<'_>, and: usize, first: usize) -> bool {
    let Some(comma) = and.checked_sub(1).filter(|&comma| comma > first) else { return false };
    let named = words.tag(first) == Tag::Name && !words.is(first, &["the"]);
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !words.at(at).quoted && !matches!(tag, Tag::That | Tag::Colon)
    };
    let aside = (first..comma).find(|&at| words.tag(at) == Tag::Comma);
    words.is(and, &["and"])
        && words.tag(comma) == Tag::Comma
        && named
        && aside.is_some_and(|aside| (first..aside).all(|at| words.tag(at) == Tag::Name))
        && (first..comma).all(plain)
}

/// Words of an article, a town, its state and the commas, and the fewest behind the article but one.
const SEAT: usize = 9;

const SEAT_LEAST: usize = 4;

/// Longest relative clause without commas, in words.
const RELATIVE: usize = 16;

/// `a source [who asked not to be named]`: whom a relative clause that ends in a verb is about.
fn named_by_clause(words: &Words<'_>, last: usize, first: usize) -> Option<Phrase> {
    let floor = last.saturating_sub(RELATIVE).max(first);
    let before = (floor..last).rev().take_while(|&at| !words.tag(at).is_break());
    // `owners [whose mills have been closed]`
    let mut relatives = before.filter(|&at| words.tag(at) == Tag::Wh || words.is(at, &["whose"]));
    let who = relatives.find(|&at| words.is(at, &["who", "which", "that", "whose"]))?;
    let head = phrase_left(words, who).filter(|phrase| phrase.from >= first && who > first)?;
    Some(Phrase::new(head.from, last + 1))
}

/// `who in the past has said`: a phrase with a preposition that hangs on nothing before it is an
/// adverbial, and the subject stands before that.
fn past_adverbial(words: &Words<'_>, phrase: Phrase, first: usize) -> Option<Phrase> {
    let preposition = phrase.from.checked_sub(1).filter(|&at| at > first)?;
    if words.tag(preposition) != Tag::Preposition {
        return None;
    }
    match words.tag(preposition - 1) {
        Tag::Wh => Some(relative(words, preposition - 1, first)),
        // `Kerry, a former envoy, in a short speech said`
        Tag::Comma if words.is(preposition, &["in", "at", "on", "during", "after", "before"]) => {
            after_aside(words, preposition - 1, first)
        }
        _ => None,
    }
}

/// `this year`, `last Monday`: when, not who.
fn is_time(words: &Words<'_>, phrase: Phrase) -> bool {
    words.is(phrase.from, &["this", "last", "that", "next", "earlier"])
        && phrase.to == phrase.from + 2
        && words.at(phrase.from + 1).entry.is(TIME)
}

/// `asked when told of it`: nobody is called when.
fn is_adverb(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["when", "where", "why", "how", "whenever", "wherever"])
}

/// `who`, with the phrase that it goes back to.
fn relative(words: &Words<'_>, at: usize, first: usize) -> Phrase {
    if !words.is(at, &["who", "which", "that"]) {
        return Phrase::new(at, at + 1);
    }
    let end = match at.checked_sub(1) {
        Some(comma) if words.tag(comma) == Tag::Comma => comma,
        _ => at,
    };
    let head = phrase_left(words, end).filter(|phrase| phrase.from >= first && end > first);
    // `Ann Ruiz, 21, who`
    let aged = head.filter(|head| is_number(words, *head));
    let comma = aged.and_then(|aged| aged.from.checked_sub(1));
    let comma = comma.filter(|&comma| comma > first && words.tag(comma) == Tag::Comma);
    let head = comma.and_then(|comma| phrase_left(words, comma)).or(head);
    match head.filter(|head| head.from >= first) {
        Some(phrase) => Phrase::new(phrase.from, at + 1),
        None => Phrase::new(at, at + 1),
    }
}

/// A phrase that is the object of a verb within a relative clause gives way to what the clause
/// hangs on: `voters [who back Kerry] said`.
fn settle(words: &Words<'_>, phrase: Phrase, first: usize) -> Phrase {
    let Some(before) = phrase.from.checked_sub(1).filter(|&at| at >= first) else { return phrase };
    if words.tag(before) == Tag::Wh && words.is(before, &["who", "which"]) {
        return phrase;
    }
    // `The man wept as | his wife told it`
    let hangs = words.tag(before) == Tag::Preposition
        && !words.is(before, &["as", "after", "before", "until", "than"]);
    if !hangs && !words.tag(before).is_verb() {
        return phrase;
    }
    // `the crew [based at Kastrup] said`, `people [living in Oslo] said`
    let verb = before.saturating_sub(1);
    let reduced = hangs
        && verb > first
        && matches!(words.tag(verb), Tag::Finite | Tag::Participle | Tag::Gerund)
        && matches!(words.tag(verb - 1), Tag::Noun | Tag::Name);
    if reduced && let Some(outer) = phrase_left(words, verb).filter(|outer| outer.from >= first) {
        return Phrase::new(outer.from, phrase.to);
    }
    // `Kerry, speaking to reporters said`: the second comma is missing.
    let aside = hangs && verb > first && words.tag(verb) == Tag::Gerund;
    if aside
        && words.tag(verb - 1) == Tag::Comma
        && words.before(verb, 2).tag == Tag::Name
        && let Some(outer) = phrase_left(words, verb - 1).filter(|outer| outer.from >= first)
    {
        return Phrase::new(outer.from, phrase.to);
    }
    let from = before.saturating_sub(16).max(first);
    for at in (from..before).rev() {
        match words.tag(at) {
            Tag::Wh if words.is(at, &["who", "which", "that"]) => {
                let end = if at > first && words.tag(at - 1) == Tag::Comma { at - 1 } else { at };
                return match phrase_left(words, end) {
                    Some(outer) if outer.from >= first && end > first => outer,
                    _ => phrase,
                };
            }
            Tag::Comma | Tag::Stop | Tag::Quote | Tag::Colon | Tag::Dash | Tag::That => break,
            _ => {}
        }
    }
    phrase
}

/// `[Kerr], citing “the mood of the town,” said`: the subject before an aside that ends in words in marks, the last of which
/// is at `close`.
fn before_marked_aside(words: &Words<'_>, close: usize, first: usize) -> Option<Phrase> {
    if words.tag(close) != Tag::Quote || words.before(close, 1).tag != Tag::Comma {
        return None;
    }
    let open = words.index_at(words.pair_at(close)?.open.start());
    let led = open > first && !words.tag(open - 1).is_break();
    let phrase = led.then(|| after_aside(words, open, first)).flatten()?;
    Some(Phrase::new(phrase.from, close + 1))
}

/// `[Kerr] — on Monday, as it was — said`: the subject before the dash that the one at `close` answers.
fn before_dashes(words: &Words<'_>, close: usize, first: usize) -> Option<Phrase> {
    let floor = close.saturating_sub(REACH).max(first);
    let dash = |&at: &usize| words.tag(at) == Tag::Dash && !words.at(at).quoted;
    let open = (floor..close).rev().find(dash).filter(|_| words.tag(close) == Tag::Dash)?;
    let aside = is_aside(words, open + 1, close) || !clause_stands(words, open + 1, close);
    let phrase = phrase_left(words, open).filter(|phrase| phrase.from >= first && aside)?;
    let from = head_of_chain(words, settle(words, phrase, first), first);
    Some(Phrase::new(from, close.max(phrase.to)))
}

/// `Kerry, a former senator, said`: the subject before a pair of commas or dashes. The phrase
/// includes the aside.
fn after_aside(words: &Words<'_>, close: usize, first: usize) -> Option<Phrase> {
    if let Some(phrase) = before_dashes(words, close, first) {
        return Some(phrase);
    }
    let floor = close.saturating_sub(REACH).max(first);
    let mut at = close;
    let mut tries = 0;
    while at > floor && tries < 4 {
        at -= 1;
        if words.at(at).quoted {
            return None;
        }
        if !matches!(words.tag(at), Tag::Comma | Tag::Dash) {
            continue;
        }
        tries += 1;
        if !is_aside(words, at + 1, close) {
            if clause_stands(words, at + 1, close) {
                return None;
            }
            continue;
        }
        if let Some(phrase) = phrase_left(words, at).filter(|phrase| phrase.from >= first)
            && !is_number(words, phrase)
        {
            // `In an interview, envoy Ann Kerry, said`: the comma behind the name is one too many.
            let adverbial =
                phrase.from == first + 1 && words.is(first, &["in", "at", "on", "during"]);
            if adverbial
                && (at + 1..close).all(|at| is_of_phrase(words, at))
                && words.tag(close - 1) == Tag::Name
            {
                return Some(Phrase::new(at + 1, close));
            }
            let phrase = settle(words, phrase, first);
            let from = head_of_chain(words, phrase, first);
            return Some(Phrase::new(from, close.max(phrase.to)));
        }
    }
    // `Ann Kerr (Tarn), said`: one comma too many.
    let bracket = words.tag(close) == Tag::Comma && words.before(close, 1).tag == Tag::CloseBracket;
    bracket.then(|| phrase_left(words, close)).flatten().filter(|phrase| phrase.from >= first)
}

/// Whether the word may stand in a phrase with what hangs on it: `deputy head of sports Ann Kerry`.
fn is_of_phrase(words: &Words<'_>, at: usize) -> bool {
    let tag = words.tag(at);
    tag.ends_phrase()
        || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Preposition | Tag::Genitive)
}

/// `Kerry, the head of X, a former senator,`: where the chain of appositions begins, if `phrase` is
/// one of its links and the chain opens the clause.
fn head_of_chain(words: &Words<'_>, phrase: Phrase, first: usize) -> usize {
    let opens = |at: usize| {
        at == first
            || matches!(
                words.tag(at - 1),
                Tag::That
                    | Tag::Subordinator
                    | Tag::Coordinator
                    | Tag::Quote
                    | Tag::Stop
                    | Tag::Colon
            )
    };
    let mut from = phrase.from;
    for _ in 0..3 {
        let Some(comma) = from.checked_sub(1).filter(|&at| at > first) else { break };
        if words.tag(comma) != Tag::Comma || !matches!(words.tag(from), Tag::Determiner | Tag::Name)
        {
            break;
        }
        let Some(left) = phrase_left(words, comma).filter(|left| left.from >= first) else { break };
        let hung = left.from > first && !opens(left.from) && words.tag(left.from - 1) != Tag::Comma;
        if hung || is_number(words, left) {
            break;
        }
        from = left.from;
    }
    if opens(from) { from } else { phrase.from }
}

fn is_number(words: &Words<'_>, phrase: Phrase) -> bool {
    (phrase.from..phrase.to).all(|at| words.tag(at) == Tag::Number)
}

/// Whether the words between two commas could be dropped: an apposition, a relative clause, an
/// adverbial.
fn is_aside(words: &Words<'_>, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    match words.tag(from) {
        Tag::Wh
        | Tag::Preposition
        | Tag::Participle
        | Tag::Gerund
        | Tag::Subordinator
        | Tag::Adverb
        | Tag::To => true,
        Tag::Possessive if words.is(from, &["whose"]) => true,
        // `Kerr Corp., rumored a target for months, said`
        Tag::Finite => words.at(from).entry.is(PARTICIPLE) || words.at(from).entry.classes == 0,
        Tag::Coordinator => false,
        _ => !clause_stands(words, from, to),
    }
}

/// Whether there is a finite verb with a subject of its own between the two words.
fn clause_stands(words: &Words<'_>, from: usize, to: usize) -> bool {
    let mut relative = false;
    for at in from..to {
        match words.tag(at) {
            Tag::Wh | Tag::Subordinator => relative = true,
            // `Kerry, pale and tired, said`
            Tag::Finite
                if at + 1 == to
                    && words.at(at).entry.is(PARTICIPLE)
                    && !words.is(at, &["said"]) => {}
            tag if tag.is_finite() && !relative && at > from => return true,
            _ => {}
        }
    }
    false
}
