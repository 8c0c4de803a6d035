//! Where content begins and ends.
//!
//! What follows a cue is a clause, an infinitive, an object or a quotation, perhaps after time and
//! place have been given (`said in Oslo on Monday that …`). A clause runs to the end of its
//! sentence unless something that is no part of it comes first: `…, adding that`, `…, according to`,
//! `… and said`.

use crate::lexicon::{CueEntry, class::*, frame, lexicon};
use crate::phrases::{apposition, chunk_right, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// How far content may begin after its cue, in words.
const GAP: usize = 24;

/// A clause behind "that" without a verb that the tags know is longer than this, in words.
const VERBLESS: usize = 5;

/// How far a clause looks for its verb, in words.
const CLAUSE: usize = 28;

/// Content found to the right of a cue, as words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Complement {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// One past the last word of the cue where a preposition belongs to it.
    pub(crate) lead: Option<usize>,
    pub(crate) reason: QuoteReason,
}

/// What follows the cue whose last word is just before `start`.
pub(crate) fn complement(
    words: &Words<'_>,
    start: usize,
    entry: &CueEntry,
    passive: bool,
) -> Option<Complement> {
    let (_, end) = words.sentence(start.saturating_sub(1));
    let mut at = start;
    let hears = entry.allows(frame::HEARER) && !passive;
    let mut heard = !hears;
    let mut hearer = None;
    let mut adjunct = None;
    let near = (start..limit_of(start)).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(start);
    let limit = limit_of(start);
    while at < limit {
        if words.opens_speech(at) {
            return beside(words, at, QuoteReason::CueBeforeMarks);
        }
        if at >= end {
            break;
        }
        // `late on Monday`
        if words.is(at, &["late", "early", "later", "earlier"]) && words.is(at + 1, &["on", "in"]) {
            at += 1;
            continue;
        }
        if words.is_means(at) {
            at += 2;
            continue;
        }
        match words.tag(at) {
            Tag::Adverb | Tag::Time | Tag::Negation => at += 1,
            Tag::Comma | Tag::Colon | Tag::Dash => return after_sign(words, at, end, entry),
            // `asked myself that every day`: no verb, no clause.
            Tag::That if entry.allows(frame::CLAUSE) => {
                let found = clause(words, at, QuoteReason::ThatClause)?;
                let verb = (at + 1..found.to).any(|at| words.tag(at).is_verb());
                return (verb || found.to > at + VERBLESS).then_some(found);
            }
            // `promised help to the families | who`: what stands behind a noun is about it.
            Tag::Wh if hearer.is_some() && is_relative(words, at, adjunct == Some(at)) => break,
            Tag::Wh | Tag::Subordinator
                if entry.allows(frame::CLAUSE) && is_question(words, at) =>
            {
                return clause(words, at, QuoteReason::QuestionClause);
            }
            // `told me in May | to go`
            Tag::To if heard && hears && at > start + 1 && entry.allows(frame::URGE) => {
                return clause(words, at, QuoteReason::Infinitive);
            }
            Tag::To if entry.allows(frame::INFINITIVE) || passive && entry.allows(frame::URGE) => {
                // `vowed never to sign`
                let never = at > start && words.is(at - 1, &["not", "never"]);
                let found = clause(words, at, QuoteReason::Infinitive);
                return found.map(|found| Complement { from: at - usize::from(never), ..found });
            }
            Tag::Gerund if entry.allows(frame::CLAUSE) && clause_begins(words, at) => {
                return clause(words, at, QuoteReason::BareClause);
            }
            Tag::Gerund if entry.allows(frame::GERUND | frame::OBJECT) => {
                return gerund(words, at);
            }
            // `denied having taken it`, `recalled being there`
            Tag::Have | Tag::Participle
                if entry.allows(frame::GERUND) && words.is(at, &["having", "being"]) =>
            {
                return gerund(words, at);
            }
            Tag::Preposition | Tag::Subordinator => {
                // `dismissed as a joke [the report that …]`
                if words.is(at, &["as"])
                    && !passive
                    && at == near
                    && entry.allows(frame::AS | frame::CALL)
                {
                    return clause(words, at + 1, QuoteReason::Predicate);
                }
                if words.is(at, &["as"]) && !entry.is_led_by("as") {
                    return None;
                }
                let far = words.is(at, &["about", "against", "whether", "if"]);
                let next = past_condition(words, at).or_else(|| past_adjunct(words, at));
                // `announced on the radio | that`
                let leads = entry.is_led_by(words.surface(at)) && (at == near || far);
                let waits = entry.allows(frame::CLAUSE)
                    && next.is_some_and(|next| words.tag(next) == Tag::That);
                // `agreed on Friday to …`
                let dated = words.tag(at + 1) == Tag::Time;
                if leads && !waits && !dated {
                    return led(words, at, QuoteReason::Preposition);
                }
                at = next?;
                adjunct = Some(at);
            }
            tag if tag.begins_phrase() || words.at(at).pair.is_some() => {
                if let Some(next) = past_time(words, at) {
                    at = next;
                    continue;
                }
                if !heard && let Some(next) = past_hearer(words, at, entry) {
                    heard = true;
                    hearer = Some(at);
                    at = next;
                    continue;
                }
                return phrase(words, at, entry, passive);
            }
            Tag::ObjectPronoun => {
                let urged = usize::from(words.tag(at + 1) == Tag::Negation) + at + 1;
                if !heard && words.tag(urged) != Tag::To {
                    heard = true;
                    at += 1;
                    continue;
                }
                return phrase(words, at, entry, passive);
            }
            Tag::Wh if entry.allows(frame::CALL | frame::OBJECT) => {
                return clause(words, at, QuoteReason::Object);
            }
            // `told staff in a memo | seen by the paper | that`
            _ if past_reduced(words, at) > at => at = past_reduced(words, at),
            _ => break,
        }
    }
    // `promised 2 million meals`: nothing that somebody could be told follows.
    let from = hearer.filter(|_| entry.allows(frame::OBJECT))?;
    let to = object_end(words, from);
    (to > from).then_some(Complement { from, to, lead: None, reason: QuoteReason::Object })
}

const fn limit_of(start: usize) -> usize {
    start.saturating_add(GAP)
}

/// Content behind a comma, a colon or a dash: a quotation, or what a colon announces.
fn after_sign(words: &Words<'_>, at: usize, end: usize, entry: &CueEntry) -> Option<Complement> {
    if words.opens_speech(at + 1) && entry.allows(frame::BESIDE | frame::OBJECT) {
        let found = beside(words, at + 1, QuoteReason::CueBeforeMarks)?;
        let close = words.pair_at(at + 1).map_or(found.to, |pair| words.index_at(pair.end));
        return Some(Complement { to: close, ..found });
    }
    match words.tag(at) {
        Tag::Colon if words.surface(at) == ":" && entry.allows(frame::BESIDE) => {
            let from = at + 1;
            (from < words.len()).then(|| Complement {
                from,
                to: words.sentence(from).1,
                lead: Some(at + 1),
                reason: QuoteReason::Colon,
            })
        }
        // `said, in a statement, that`: an aside, then what was waited for.
        Tag::Comma => {
            let close =
                (at + 1..(at + 16).min(end)).find(|&close| words.tag(close) == Tag::Comma)?;
            let next = close + 1;
            let aside = matches!(
                words.tag(at + 1),
                Tag::Preposition | Tag::Gerund | Tag::Wh | Tag::Subordinator | Tag::Adverb
            ) || close <= at + 4 && words.tag(at + 1) == Tag::Name;
            if aside && words.opens_speech(next) && entry.allows(frame::BESIDE) {
                return beside(words, next, QuoteReason::CueBeforeMarks);
            }
            if aside && words.tag(next) == Tag::That && entry.allows(frame::CLAUSE) {
                return clause(words, next, QuoteReason::ThatClause);
            }
            None
        }
        _ => None,
    }
}

/// A quotation at `at`, with what follows it in the same clause: `a "mess" and a "shame"`.
fn beside(words: &Words<'_>, at: usize, reason: QuoteReason) -> Option<Complement> {
    let pair = words.pair_at(at)?;
    let close = words.index_at(pair.end);
    let stopped = ends_sentence(words, close);
    let goes_on = !stopped
        && close < words.len()
        && words.at(close).sentence == words.at(close.saturating_sub(1)).sentence
        && !matches!(
            words.tag(close),
            Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::Subordinator | Tag::CloseBracket
        )
        && !words
            .is(close, &["before", "after", "as", "when", "while", "during", "in", "on", "at"]);
    let to = if goes_on { clause_end(words, close, at) } else { close };
    Some(Complement { from: at, to: to.max(close), lead: None, reason })
}

/// Whether the quotation that closes before word `close` ends in a full stop of its own.
pub(crate) fn ends_sentence(words: &Words<'_>, close: usize) -> bool {
    let mut at = close;
    for _ in 0..3 {
        let Some(left) = at.checked_sub(1) else { return false };
        at = left;
        match words.tag(at) {
            Tag::Quote => {}
            Tag::Stop => return true,
            _ => return false,
        }
    }
    false
}

/// What a gerund opens; one word of a noun will do: `denies wrongdoing`.
fn gerund(words: &Words<'_>, from: usize) -> Option<Complement> {
    let to = clause_end(words, from + 1, from);
    (to > from).then_some(Complement { from, to, lead: None, reason: QuoteReason::Object })
}

fn clause(words: &Words<'_>, from: usize, reason: QuoteReason) -> Option<Complement> {
    let to = clause_end(words, from + 1, from);
    (to > from + 1).then_some(Complement { from, to, lead: None, reason })
}

/// Content behind a preposition that belongs to the cue.
pub(crate) fn led(words: &Words<'_>, at: usize, reason: QuoteReason) -> Option<Complement> {
    let from = at + 1;
    if words.opens_speech(from) {
        return beside(words, from, reason).map(|found| Complement { lead: Some(from), ..found });
    }
    let to = match words.tag(from) {
        Tag::Gerund | Tag::Wh | Tag::Subordinator | Tag::That => clause_end(words, from + 1, from),
        _ if words.is(from, &["having", "being"]) => clause_end(words, from + 1, from),
        _ if words.is(at, &["if", "whether"]) => {
            return clause(words, at, QuoteReason::QuestionClause);
        }
        _ => object_end(words, from),
    };
    (to > from).then_some(Complement { from, to, lead: Some(from), reason })
}

/// A noun phrase after the cue: the subject of a bare clause, an object, a hearer.
fn phrase(words: &Words<'_>, at: usize, entry: &CueEntry, passive: bool) -> Option<Complement> {
    // `was told | it would rain`
    let heard = passive && entry.allows(frame::HEARER);
    if entry.allows(frame::CLAUSE) && (heard || !passive) && clause_begins(words, at) {
        let to = clause_end(words, at + 1, at);
        return Some(Complement { from: at, to, lead: None, reason: QuoteReason::BareClause });
    }
    let next = phrase_right(words, at, true).unwrap_or(at);
    // `wants a conference, known as Geneva, to be held`
    let mut to = aside_before(words, next, Tag::To).unwrap_or(next);
    // `advised her never to climb`
    while entry.allows(frame::URGE) && matches!(words.tag(to), Tag::Negation | Tag::Adverb) {
        to += 1;
    }
    if entry.allows(frame::URGE) {
        to = infinitive_after(words, to);
    }
    if entry.allows(frame::URGE) && words.tag(to) == Tag::To {
        let next = to;
        let to = clause_end(words, next + 1, at);
        return Some(Complement { from: at, to, lead: None, reason: QuoteReason::Infinitive });
    }
    if let Some(found) = amount(words, at).filter(|_| entry.allows(frame::AMOUNT)) {
        return Some(found);
    }
    let viewed = entry.allows(frame::AS) && words.is(next, &["as"]);
    if entry.allows(frame::CALL) || viewed {
        let to = clause_end(words, at + 1, at);
        return (to > at).then_some(Complement {
            from: at,
            to,
            lead: None,
            reason: QuoteReason::Predicate,
        });
    }
    let heads = entry.allows(frame::HEADING) && words.is_heading();
    if entry.allows(frame::OBJECT) || heads {
        // `expects rain before noon`, `expressed the hope that it rains`
        let whole = entry.allows(frame::RAISE) || holds_clause(words, at);
        let to = if whole { clause_end(words, at + 1, at) } else { object_end(words, at) };
        // `pleaded not guilty`
        let from = at - usize::from(words.before(at, 1).tag == Tag::Negation);
        return (to > at).then_some(Complement {
            from,
            to,
            lead: None,
            reason: QuoteReason::Object,
        });
    }
    None
}

/// Words between what is reckoned and what it comes to.
const RECKONED: usize = 14;

/// `put [the toll there at 40]`: what is reckoned, and behind "at" what it comes to.
fn amount(words: &Words<'_>, from: usize) -> Option<Complement> {
    let end = words.sentence(from).1.min(from + RECKONED);
    let number = |at: usize| words.tag(at) == Tag::Number || words.at(at).entry.is(NUMBER);
    let at = (from + 1..end).find(|&at| words.is(at, &["at"]) && (at + 1..at + 5).any(number))?;
    let plain = (from..at).all(|at| !words.tag(at).is_finite() && !words.tag(at).is_break());
    let to = clause_end(words, at + 1, from);
    (plain && to > at).then_some(Complement {
        from,
        to,
        lead: None,
        reason: QuoteReason::Predicate,
    })
}

/// Words between who is urged and to what: `everyone west of the river [to leave]`.
const URGED: usize = 10;

/// The `to` of an infinitive that no verb and no comma keeps from `at`, else `at`.
fn infinitive_after(words: &Words<'_>, at: usize) -> usize {
    let breaks = |at: usize| {
        let tag = words.tag(at);
        tag.is_finite() || tag.is_break() || matches!(tag, Tag::Wh | Tag::That | Tag::Quote)
    };
    let mut near = (at..at + URGED).take_while(|&at| !breaks(at));
    near.find(|&at| words.tag(at) == Tag::To).unwrap_or(at)
}

/// Whether the object at `from` is a noun with a clause of what is said or thought: `the hope that …`.
fn holds_clause(words: &Words<'_>, from: usize) -> bool {
    let noun = (from..from + 3).find(|&at| words.at(at).entry.noun.is_some());
    noun.is_some_and(|noun| words.tag(noun + 1) == Tag::That)
}

/// Longest aside between commas, in words.
const ASIDE: usize = 20;

/// Whether a clause without `that` begins at `at`: a subject, then a finite verb.
pub(crate) fn clause_begins(words: &Words<'_>, at: usize) -> bool {
    let end = words.sentence(at).1.min(at + CLAUSE);
    let mut relative = 0usize;
    let mut subject = false;
    let mut aside = 0;
    for at in at..end {
        if words.opens_speech(at) && subject {
            continue;
        }
        match words.tag(at) {
            _ if at < aside => {}
            Tag::Wh | Tag::Subordinator if subject => relative += 1,
            Tag::Stop | Tag::Colon => return false,
            // `conceded defeat | but said`: the verb is that of whoever conceded.
            Tag::Coordinator if relative == 0 && words.tag(at + 1).is_finite() => return false,
            // `claimed victory | two hours after the polls closed`
            Tag::Number if subject && relative == 0 && is_circumstance(words, at) => return false,
            Tag::Comma => match aside_end(words, at, end) {
                Some(close) => aside = close,
                None => return false,
            },
            Tag::To if relative == 0 => return false,
            Tag::Finite if !subject && words.at(at).entry.is(PARTICIPLE) => subject = true,
            tag if tag.is_finite() => {
                if relative == 0 {
                    return subject;
                }
                if !words.tag(at + 1).is_verb() && words.tag(at + 1) != Tag::Negation {
                    relative -= 1;
                }
            }
            tag => {
                subject |= tag.begins_phrase() || tag == Tag::Gerund || words.at(at).pair.is_some()
            }
        }
    }
    false
}

/// One past the comma that closes the asides opened by the one at `at`, if a verb follows it: `the
/// driver, Erik Dahl, 44, of Oslo, felt …`.
fn aside_end(words: &Words<'_>, at: usize, end: usize) -> Option<usize> {
    let mut commas = (at + 1..end.min(at + ASIDE)).filter(|&at| words.tag(at) == Tag::Comma);
    let close = commas.find(|close| {
        let next = (close + 1..end).find(|&at| words.tag(at) != Tag::Adverb);
        next.is_some_and(|next| words.tag(next).is_finite())
    })?;
    Some(close + 1)
}

/// One past the comma that closes the aside opened at `at`, if a word of that tag follows it.
fn aside_before(words: &Words<'_>, at: usize, tag: Tag) -> Option<usize> {
    let end = words.sentence(at).1.min(at + ASIDE);
    let close = (at + 1..end).find(|&close| words.tag(close) == Tag::Comma)?;
    (words.tag(at) == Tag::Comma && words.tag(close + 1) == tag).then_some(close + 1)
}

fn is_question(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["whether", "if", "how", "why", "what", "who", "where", "when", "which"])
}

/// Whether "who" at `at` is about the noun before it: one `behind` a preposition, or `those who`.
fn is_relative(words: &Words<'_>, at: usize, behind: bool) -> bool {
    let pointing = ["those", "people", "anyone", "anybody", "everyone", "everybody", "others"];
    words.is(at, &["who", "which"]) && (behind || words.is(at.wrapping_sub(1), &pointing))
}

/// Past a preposition and its noun phrase that give time, place or hearer.
fn past_adjunct(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.tag(at) == Tag::Subordinator {
        return None;
    }
    let mut next = at + 1;
    if words.opens_speech(next) {
        return None;
    }
    if words.tag(next) == Tag::Gerund {
        next += 1;
    }
    let mut timed = false;
    // `on Tuesday | 4,000 people`: a number belongs to a month, not to a day of the week.
    let counted = |at: usize| {
        words.tag(at) == Tag::Number
            && words.before(at, 1).entry.is(DAY)
            && !words.before(at, 1).entry.is(MONTH)
    };
    while matches!(words.tag(next), Tag::Time | Tag::Number | Tag::Adverb) && !counted(next)
        || timed && words.at(next).entry.is(TIME)
    {
        timed |= words.tag(next) == Tag::Time;
        next += 1;
    }
    // `on Tuesday | the ships would sail`: a time is the whole of it. `at Tuesday's hearing` goes on.
    if timed && words.tag(next) != Tag::Genitive {
        return Some(next);
    }
    next += usize::from(timed);
    // `in Oslo | he would`: the name is the adjunct, the pronoun begins the clause.
    let next = chunk_right(words, next).or((next > at + 1).then_some(next))?;
    Some(past_reduced(words, next))
}

/// Past `on condition that she not be named`.
fn past_condition(words: &Words<'_>, at: usize) -> Option<usize> {
    let hidden = ["named", "identified", "quoted", "anonymity"];
    let condition = words.is(at + 1, &["condition"]).then_some(at + 2)?;
    Some((condition..condition + 10).find(|&at| words.is(at, &hidden))? + 1)
}

/// Past what a participle says of the thing before it: `in a memo [seen by the paper] that`.
fn past_reduced(words: &Words<'_>, at: usize) -> usize {
    let preposition = at + 1 + usize::from(words.tag(at + 1) == Tag::Adverb);
    let unknown = !words.at(at).entry.is(VERB) && words.surface(at).ends_with("ed");
    let reduced = (unknown || words.at(at).entry.is(PARTICIPLE))
        && matches!(words.tag(at), Tag::Finite | Tag::Participle | Tag::Adjective)
        && words.tag(preposition) == Tag::Preposition
        && words.at(at.saturating_sub(1)).entry.is(MEDIUM);
    let phrase = preposition + 1;
    if !reduced || words.opens_speech(phrase) {
        return at;
    }
    chunk_right(words, phrase).unwrap_or(at)
}

/// Past `last week`, `earlier this month`, `Monday night`.
pub(crate) fn past_time(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    let marker = words.is(
        next,
        &[
            "last", "this", "next", "earlier", "late", "later", "early", "that", "a", "one", "two",
            "three", "the", "every", "each",
        ],
    );
    if marker {
        next += 1;
        if words.is(next, &["same", "past", "few", "day", "week", "year"])
            && words.at(next + 1).entry.is(TIME | ADVERB)
        {
            next += 1;
        }
    }
    let time = words.at(next).entry.is(TIME) && !words.tag(next).is_verb();
    if !(marker && time) && words.tag(at) != Tag::Time {
        return None;
    }
    while words.at(next).entry.is(TIME) || words.is(next, &["ago"]) {
        next += 1;
    }
    // `this year's crop`
    if words.tag(next) == Tag::Genitive {
        return None;
    }
    (next > at).then_some(next)
}

/// Past the hearer of `told reporters that`, if what follows can be content.
fn past_hearer(words: &Words<'_>, at: usize, entry: &CueEntry) -> Option<usize> {
    let next = phrase_right(words, at, true)?;
    if words.tag(next).is_finite() && !matches!(words.tag(at), Tag::ObjectPronoun) {
        return None;
    }
    if words.tag(next) == Tag::To && entry.allows(frame::URGE) {
        return None;
    }
    Some(next)
}

/// One past the last word of a clause that has begun before `from`.
pub(crate) fn clause_end(words: &Words<'_>, from: usize, begin: usize) -> usize {
    let mut end = words.sentence(begin).1;
    let mut at = from;
    while at < end {
        if words.at(at).quoted {
            // Over the quotation; one that runs past the sentence takes the clause with it.
            let Some(pair) = words.pair_at(at) else { break };
            let close = words.index_at(pair.end).max(at + 1);
            if close > end {
                return close;
            }
            if close < end && ends_sentence(words, close) {
                return close;
            }
            end = words.sentence(close - 1).1.max(end);
            at = close;
            continue;
        }
        if stops_clause(words, at, begin) {
            break;
        }
        at += 1;
    }
    trim_end(words, begin, at.min(end))
}

/// Whether the clause that began at `begin` ends before the word at `at`.
fn stops_clause(words: &Words<'_>, at: usize, begin: usize) -> bool {
    match words.tag(at) {
        // `declined to be named | told reporters`
        Tag::Finite => {
            let before = words.before(at, 1).tag;
            words.tag(begin) == Tag::To
                && at > begin + 1
                && matches!(before, Tag::Participle | Tag::Base)
                && is_speech_cue(words, at)
        }
        Tag::Colon => words.surface(at) == ";",
        Tag::Comma | Tag::Dash => {
            let mut next = at + 1;
            // `…, and Kerry warned`, `…, while Kerry said`
            let coordinated = words.tag(next) == Tag::Coordinator
                || words.is(next, &["while", "whereas", "though", "although"]);
            next += usize::from(coordinated);
            while words.tag(next) == Tag::Adverb {
                next += 1;
            }
            words.is(next, &["according"])
                || words.is(next, &["at"]) && words.is(next + 1, &["which"])
                || is_circumstance_clause(words, begin, at + 1)
                || is_summary(words, at + 1)
                || words.tag(next) == Tag::Gerund && is_clause_cue(words, next)
                // `…, before adding that`
                || words.is(next, &["before", "after", "while"])
                    && words.tag(next + 1) == Tag::Gerund
                    && is_clause_cue(words, next + 1)
                || begins_cue(words, next, coordinated)
        }
        Tag::Coordinator => {
            let mut next = at + 1;
            while matches!(words.tag(next), Tag::Adverb | Tag::Negation)
                || words.tag(next).is_auxiliary()
            {
                next += 1;
            }
            // `and has vowed to stay`
            let perfect = words.tag(at + 1) == Tag::Have && words.tag(next) == Tag::Participle;
            // `but did not say why`, `but would not comment`
            let negated = (at + 1..next.min(at + 4)).find(|&at| words.tag(at) == Tag::Negation);
            if let Some(not) = negated.filter(|_| words.is(at, &["but", "and"])) {
                let silent = words.tag(not + 1) == Tag::Base && is_speech_cue(words, not + 1);
                return silent || words.is(not + 1, &["be"]) && words.is(not + 2, &["drawn"]);
            }
            // `and hoped that`
            let clause = words.tag(next + 1) == Tag::That && takes_clause(words, next);
            (perfect || words.tag(next) == Tag::Finite)
                && (clause
                    || (is_clause_cue(words, next) || is_speech_cue(words, next))
                        && !words.is(begin, &["who"])
                    || is_beside_infinitive(words, begin, at))
        }
        Tag::Preposition => words.is(at, &["according"]) && words.is(at + 1, &["to"]),
        _ => false,
    }
}

/// `vowed to stay[, after the vote had failed]`: behind what is no clause itself, when it was.
fn is_circumstance_clause(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let phrase = matches!(words.tag(begin), Tag::To | Tag::Gerund | Tag::Have);
    phrase && words.is(at, &["after", "as", "when", "while", "before", "amid", "following"])
}

/// `…, a claim Kerry rejected`: a noun that sums up what was said, and a clause of its own about it.
fn is_summary(words: &Words<'_>, at: usize) -> bool {
    let noun = words.at(at + 1);
    let sums = noun.entry.noun.is_some() || words.is(at + 1, &["figure", "number", "move", "toll"]);
    let next = words.tag(at + 2);
    words.is(at, &["a", "an"])
        && sums
        && (matches!(next, Tag::Name | Tag::Pronoun | Tag::Determiner | Tag::Wh | Tag::That)
            || words.at(at + 2).entry.is(PARTICIPLE))
}

/// `threatened to strike | but went home`: a finite verb goes with no infinitive, unless a clause
/// within it has begun.
fn is_beside_infinitive(words: &Words<'_>, begin: usize, coordinator: usize) -> bool {
    words.tag(begin) == Tag::To
        && (begin + 1..coordinator).all(|at| {
            let tag = words.tag(at);
            !tag.is_finite() && !matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
        })
}

/// Whether the word at `at` is a verb of speech, whatever it takes: `said … and criticised …`.
fn is_speech_cue(words: &Words<'_>, at: usize) -> bool {
    let Some(lemma) = words.at(at).entry.verb else { return false };
    lexicon().verbs(lemma).iter().all(|entry| entry.act == Act::Speech)
}

fn takes_clause(words: &Words<'_>, at: usize) -> bool {
    let Some(lemma) = words.at(at).entry.verb else { return false };
    lexicon().verbs(lemma).iter().any(|entry| entry.allows(frame::CLAUSE))
}

/// Whether the word at `at` is a verb that takes a clause as content.
fn is_clause_cue(words: &Words<'_>, at: usize) -> bool {
    let Some(lemma) = words.at(at).entry.verb else { return false };
    lexicon().verbs(lemma).iter().any(|entry| entry.allows(frame::BESIDE))
}

/// `Kerry said`, `the envoy, Ann Kerry, said`: a subject with a cue of its own right at `at`; behind a
/// coordinator `Kerry could only guess` and `it is threatening to`, too.
fn begins_cue(words: &Words<'_>, at: usize, coordinated: bool) -> bool {
    let hung = if coordinated { phrase_right(words, at, true) } else { chunk_right(words, at) };
    let Some(mut next) = hung else { return false };
    let aside = apposition(words, next);
    if aside > next && words.tag(aside) == Tag::Comma {
        next = aside + 1;
    }
    while matches!(words.tag(next), Tag::Adverb | Tag::Have | Tag::Do | Tag::Negation)
        || coordinated && matches!(words.tag(next), Tag::Modal | Tag::Be)
    {
        next += 1;
    }
    let going = words.before(next, 1).tag == Tag::Be;
    words.tag(next).is_verb()
        && (words.tag(next) == Tag::Gerund) == going
        && (is_clause_cue(words, next) || coordinated && is_speech_cue(words, next))
}

/// One past the last word of an object: a noun phrase with what hangs on it, to the end of its
/// clause.
pub(crate) fn object_end(words: &Words<'_>, from: usize) -> usize {
    let end = words.sentence(from).1;
    let mut at = from;
    let mut relative = false;
    let (mut brackets, mut aside) = (0usize, 0);
    while at < end && at < from + 40 {
        if words.at(at).quoted {
            let Some(pair) = words.pair_at(at) else { break };
            at = words.index_at(pair.end).max(at + 1);
            if ends_sentence(words, at) || at >= end {
                break;
            }
            continue;
        }
        let stop = match words.tag(at) {
            Tag::OpenBracket => {
                brackets += 1;
                false
            }
            Tag::CloseBracket if brackets > 0 => {
                brackets -= 1;
                false
            }
            Tag::Stop | Tag::Colon | Tag::Dash | Tag::Time | Tag::CloseBracket => true,
            _ if at > from && is_circumstance(words, at) => true,
            // `a scene in which a woman, played by Kerr, sings`
            Tag::Comma if relative && at >= aside => match aside_end(words, at, end) {
                Some(close) => {
                    aside = close;
                    false
                }
                None => !continues_list(words, at),
            },
            Tag::Comma => at >= aside && !continues_list(words, at),
            Tag::Subordinator => true,
            Tag::Preposition => {
                words.is(
                    at,
                    &[
                        "during", "after", "before", "since", "until", "while", "as", "despite",
                        "amid", "when",
                    ],
                ) && !(words.is(at, &["as"]) && relative)
            }
            Tag::Coordinator => {
                let next = (at + 1..end).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(end);
                words.tag(next).is_verb() || words.tag(next) == Tag::Pronoun
            }
            Tag::Wh | Tag::That => {
                relative = true;
                false
            }
            Tag::Finite if is_reduced(words, at) => false,
            tag if tag.is_finite() => !relative,
            _ => false,
        };
        if stop {
            break;
        }
        at += 1;
    }
    trim_end(words, from, at.min(end))
}

/// `the method [learnt from her uncle]`: a participle that says of the noun before it what was done to it.
fn is_reduced(words: &Words<'_>, at: usize) -> bool {
    let next = words.at(at + 1).entry;
    let timed = words.is(at + 1, &["last", "this"]) && words.at(at + 2).entry.is(TIME);
    words.at(at).entry.is(PARTICIPLE)
        && words.tag(at.saturating_sub(1)) == Tag::Noun
        && (timed || next.is(PREPOSITION) && !next.is(DET | POSS))
}

/// Whether what stands at `at` tells when or by what means: `in a letter`, `throughout the trial`, `at
/// 9 p.m.`, `two hours after`.
pub(crate) fn is_circumstance(words: &Words<'_>, at: usize) -> bool {
    if words.is(at, &["throughout", "following"]) {
        return words.tag(at) == Tag::Preposition;
    }
    if words.is(at, &["in"]) && words.at(at + 1).entry.is(DET | POSS) {
        let noun = (at + 2..at + 5).find(|&at| words.at(at).entry.is(MEDIUM | PREPOSITION));
        return noun.is_some_and(|noun| !words.at(noun).entry.is(PREPOSITION));
    }
    if words.is(at, &["at"]) && words.tag(at + 1) == Tag::Number {
        return words.is(at + 2, &["a.m.", "p.m.", "o'clock"]);
    }
    words.tag(at) == Tag::Number
        && words.at(at + 1).entry.is(TIME | DURATION)
        && words.is(at + 2, &["after", "before", "later", "earlier", "ago"])
}

/// Whether the comma at `at` stands within a list of noun phrases.
fn continues_list(words: &Words<'_>, at: usize) -> bool {
    // `cash, not seeds`
    if words.is(at + 1, &["not"]) {
        return chunk_right(words, at + 2).is_some_and(|to| !words.tag(to).is_finite());
    }
    let Some(next) = chunk_right(words, at + 1) else { return false };
    words.tag(next) == Tag::Coordinator
        && chunk_right(words, next + 1).is_some_and(|to| !words.tag(to).is_finite())
        || words.tag(next) == Tag::Comma && words.is(next + 1, &["and", "or"])
}

/// Drops stops and commas from the end, and a preposition that the cut left without its noun.
fn trim_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    let mut to = to;
    // `to gather outside.`
    while to > from && matches!(words.tag(to - 1), Tag::Stop) && !words.at(to - 1).quoted {
        to -= 1;
    }
    if words.tag(to) == Tag::Stop && words.tag(to.saturating_sub(1)) == Tag::Preposition {
        return to;
    }
    while to > from
        && !words.at(to - 1).quoted
        && (words.tag(to - 1).is_break()
            || matches!(words.tag(to - 1), Tag::Coordinator | Tag::OpenBracket | Tag::Preposition))
    {
        to -= 1;
    }
    to
}
