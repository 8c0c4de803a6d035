//! What a speaker tells of what others, or he himself, said and thought: `“They promised us
//! [a bridge],” she said`.
//!
//! Within quotation marks and within a turn of a transcript somebody speaks to somebody, so not every
//! verb of saying attributes: `I tell you`, `if they ask us`, `nobody wants it` report nothing that
//! was said. What is told ends where the speaker goes on by himself: `They said [I would fail], and
//! here I am`.

use crate::begins::clause_begins;
use crate::lexicon::{
    CueEntry,
    class::{MODAL, PAST},
    frame, lexicon,
    usage::{BINDS, NOBODY, TELLS, WOULD},
};
use crate::linking::{Draft, link_plain};
use crate::phrases::Phrase;
use crate::quote::{Act, Nested, QuoteReason};
use crate::reported::is_reported;
use crate::ventured::before_main_verb;
use crate::words::{Tag, Words};

/// What makes of what follows a case that may or may not be.
pub(crate) const SUPPOSING: [&str; 4] = ["if", "unless", "whether", "than"];

/// The same, but for what has happened: `when they asked us`.
pub(crate) const AWAITING: [&str; 5] = ["when", "whenever", "until", "before", "once"];

/// What is said within the quotation marks of a paragraph; of what the speaker wants or thinks he speaks
/// himself, unless all is asked for. Linear in the words.
pub(crate) fn quoted(words: &Words<'_>, nested: Nested) -> Vec<Draft> {
    let all = nested == Nested::All;
    let mut found = Vec::new();
    for pair in &words.pairs {
        let open = words.index_at(pair.open.start());
        let close = words.index_at(pair.end);
        let from = open + 1;
        let to = close - usize::from(words.closes_speech(close.saturating_sub(1)));
        // Most quotations have no verb of speech: these need no second reading.
        if !words.at(open).quoted || !all && !(from..to).any(|at| may_tell(words, at)) {
            continue;
        }
        let inside = words.within(from, to);
        found.extend(told_inside(&inside, nested).into_iter().map(|draft| draft.shifted(from)));
        // `“He wrote, ‘I hope [it holds],’” she said`: one level more.
        for pair in inside.pairs.iter().filter(|_| all) {
            let (open, close) = (inside.index_at(pair.open.start()), inside.index_at(pair.end));
            let end = close - usize::from(inside.closes_speech(close.saturating_sub(1)));
            if inside.at(open).quoted && open + 1 < end {
                let deeper = told_inside(&inside.within(open + 1, end), nested).into_iter();
                found.extend(deeper.map(|draft| draft.shifted(from + open + 1)));
            }
        }
    }
    found
}

/// What is told within the words between two marks.
fn told_inside(inside: &Words<'_>, nested: Nested) -> Vec<Draft> {
    let mut found = Vec::new();
    for mut draft in link_plain(inside, nested) {
        let content = draft.content.iter().map(|piece| piece.to - piece.from).sum::<usize>();
        let spoken = draft.act == Act::Speech && is_told(inside, &draft);
        let stands = spoken || nested == Nested::All && is_reported(inside, &draft);
        if stands && content + 2 < inside.len() {
            cut(inside, &mut draft);
            before_main_verb(inside, &mut draft);
            found.push(draft);
        }
    }
    found
}

/// Whether the word is a verb that may be one of speech.
fn may_tell(words: &Words<'_>, at: usize) -> bool {
    words.tag(at).is_verb() && words.at(at).entry.has(TELLS)
}

/// Whether somebody tells what was said or thought, and neither tells the hearer (`I tell you it
/// rains`) nor supposes.
pub(crate) fn is_told(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    let verb = (cue.from..cue.to)
        .rev()
        .find(|&at| words.tag(at).is_verb() && words.at(at).entry.verb.is_some());
    let Some(verb) = verb else { return false };
    if draft.reason == QuoteReason::Passive {
        return is_heard(words, draft, cue, verb);
    }
    let Some(speaker) = draft.speaker.filter(|speaker| speaker.to <= cue.from) else {
        return false;
    };
    let content = draft.content.iter().map(|piece| piece.to - piece.from).sum::<usize>();
    content > 0
        && is_whole(words, draft, verb)
        && asserts(words, draft.act, verb)
        && happened(words, cue, verb)
        && !is_supposed(words, speaker)
        && (words.at(verb).entry.is(PAST) || !words.is(speaker.from.wrapping_sub(1), &AWAITING))
        && !is_to_hearer(words, speaker, cue, verb)
}

/// `We were told that it was safe`: a clause that somebody heard, by whom it was told or not.
pub(crate) fn is_heard(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let behind = draft.content.iter().all(|piece| {
        // `had never been told of the fire`
        let of = words.is(piece.from.wrapping_sub(1), &["of", "about"]);
        piece.from >= cue.to && (of || (piece.from..piece.to).any(|at| words.tag(at).is_verb()))
    });
    let before = words.before(cue.from, 1).tag;
    behind
        && (matches!(before, Tag::Pronoun | Tag::Noun | Tag::Name)
            || words.is(cue.from.wrapping_sub(1), &["who"]))
        && !words.has(cue.from.wrapping_sub(1), NOBODY)
        && !words.is(cue.from.wrapping_sub(2), &SUPPOSING)
        && entries(words, verb).any(|entry| {
            let urged = draft.content.iter().all(|piece| words.tag(piece.from) == Tag::To);
            entry.allows(frame::HEARER) || urged && entry.allows(frame::URGE)
        })
        && happened(words, cue, verb)
}

/// Whether the content is a clause, words in marks or what somebody was told to do, and no object.
pub(crate) fn is_whole(words: &Words<'_>, draft: &Draft, verb: usize) -> bool {
    match draft.reason {
        QuoteReason::ThatClause
        | QuoteReason::BareClause
        | QuoteReason::QuestionClause
        | QuoteReason::CueBeforeMarks
        | QuoteReason::SplitMarks => true,
        QuoteReason::Infinitive => {
            let hears = frame::HEARER | frame::URGE;
            draft.act != Act::Speech
                || words.has(verb, BINDS)
                || entries(words, verb).any(|entry| entry.allows(hears))
        }
        // `asked us for help`
        QuoteReason::Preposition => {
            let asked = draft.cue.is_some_and(|cue| {
                !(cue.from..verb).any(|at| matches!(words.tag(at), Tag::Negation))
            });
            asked && entries(words, verb).any(|entry| entry.allows(frame::HEARER))
        }
        _ => false,
    }
}

/// Whether the word at `at` is a form of the verb `base`.
pub(crate) fn same_verb(words: &Words<'_>, at: usize, base: &str) -> bool {
    words.at(at).entry.verb.is_some() && lexicon().get(base).verb == words.at(at).entry.verb
}

/// Whether the verb says that something is held or said: of what is known or seen nobody speaks.
pub(crate) fn asserts(words: &Words<'_>, act: Act, verb: usize) -> bool {
    let frames = frame::BESIDE | frame::INFINITIVE | frame::URGE;
    act == Act::Speech || entries(words, verb).any(|entry| entry.allows(frames))
}

/// What the lists know of the verb at `verb`.
pub(crate) fn entries(words: &Words<'_>, verb: usize) -> impl Iterator<Item = &'static CueEntry> {
    words.at(verb).entry.verb.into_iter().flat_map(|lemma| lexicon().verbs(lemma))
}

/// Whether the cue tells what is or was: `would say`, `used to say`, but not `will ask`, `want to ask`.
pub(crate) fn happened(words: &Words<'_>, cue: Phrase, verb: usize) -> bool {
    (cue.from..verb).all(|at| {
        let would = words.is(at, &["would", "'d", "’d"]) && words.has(verb, WOULD);
        !words.at(at).entry.is(MODAL) || would
    }) && (cue.from..=verb).any(|at| words.tag(at).is_finite())
        && !(cue.from..verb)
            .any(|at| words.tag(at) == Tag::To && !words.is(at.wrapping_sub(1), &["used", "on"]))
}

/// `If they ask us`, `what people think`, `more than he claims`, `nobody said`.
pub(crate) fn is_supposed(words: &Words<'_>, speaker: Phrase) -> bool {
    let before = speaker.from.wrapping_sub(1);
    // `the things [that] they ask for`
    let relative = words.tag(before) == Tag::That
        && words.tag(before.wrapping_sub(1)).ends_phrase()
        || words.tag(before) == Tag::Wh;
    relative
        || words.is(before, &SUPPOSING)
        || words.tag(speaker.from) == Tag::Wh
        || words.has(speaker.from, NOBODY)
}

/// `I say`, `I tell you`, `you think`: said to who hears it.
pub(crate) fn is_to_hearer(words: &Words<'_>, speaker: Phrase, cue: Phrase, verb: usize) -> bool {
    let now = cue.from == verb && !words.at(verb).entry.is(PAST);
    let own = words.is(speaker.from, &["i", "we"]);
    let says = words.is(verb, &["say", "mean", "guess", "suppose"]) || words.is(verb + 1, &["you"]);
    let talks = words.is(verb, &["talk", "talking", "speak", "speaking"]);
    own && talks || now && (words.is(speaker.from, &["you"]) || own && says)
}

/// Ends the content where the speaker goes on by himself.
pub(crate) fn cut(words: &Words<'_>, draft: &mut Draft) {
    let cue = draft.cue.map_or(0, |cue| cue.to);
    let Some(last) = draft.content.last_mut().filter(|last| last.from >= cue) else { return };
    let thing = matches!(draft.reason, QuoteReason::Preposition | QuoteReason::Passive);
    let goes_on = |at: usize| {
        let next = usize::from(words.is(at + 1, &["and", "but", "so", "or", "yet"]));
        match words.tag(at) {
            Tag::Comma => next > 0 && clause_begins(words, at + 2),
            // `promised us a bridge and they gave us a picture`
            Tag::Coordinator => {
                thing && words.tag(at + 1) == Tag::Pronoun && clause_begins(words, at + 1)
            }
            Tag::Colon | Tag::Dash => true,
            _ => false,
        }
    };
    let end = (last.from + 1..last.to).find(|&at| !words.at(at).quoted && goes_on(at));
    last.to = end.unwrap_or(last.to);
}
