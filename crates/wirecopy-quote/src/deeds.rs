//! What attributes nothing, whatever the words around it look like: deeds (`claimed two lives`, `pointed
//! the gun at`, `responded to a call`) and what comes to pass (`an explosion ripped`).
//!
//! Verbs of speech that are verbs of action, too, are told apart by what they are done to and by whom.
//! What is known here holds for weights as well, which learnt from news of other things.

use crate::lexicon::{
    class::{MEDIUM, NUMBER, PAST, PLURAL, SIGNER, SPEAKER_NOUN, TITLE, VERB_NOUN},
    content_lines, forms, frame, irregular_verbs, lexicon, usage,
};
use crate::linking::Draft;
use crate::phrases::{Phrase, chunk_right};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};
use std::sync::LazyLock;
use wirecopy_text::WordTable;
use wirecopy_token::TokenKind;

/// Longest label of a credit in brackets, in words.
const CREDIT: usize = 4;

/// Before a word that stands behind what it is done to, and not behind the verb.
const APART: char = '…';

/// Stands in the list for whatever it may be.
const ANY: &str = "*";

/// Stands in the list for nothing: `the town was attacked`.
const NONE: &str = "-";

/// A line of `data/deeds.txt`.
#[derive(Debug)]
struct Deed {
    /// The preposition behind the verb.
    lead: Option<&'static str>,
    /// What it is done to.
    objects: Vec<&'static str>,
    /// Who does it, if only such do.
    subjects: Vec<&'static str>,
}

/// The deeds of each verb, and its number for each of its forms.
#[derive(Debug)]
struct Deeds {
    forms: WordTable<u16>,
    verbs: Vec<Vec<Deed>>,
}

fn lines() -> impl Iterator<Item = (&'static str, Deed)> {
    content_lines(include_str!("../data/deeds.txt")).filter_map(|line| {
        let mut columns = line.split('\t');
        let verb = columns.next()?;
        let (verb, lead) = match verb.split_once('+') {
            Some((verb, lead)) => (verb, Some(lead)),
            None => (verb, None),
        };
        let mut words = || -> Vec<&'static str> {
            columns.next().into_iter().flat_map(|column| column.split(' ')).collect()
        };
        Some((verb, Deed { lead, objects: words(), subjects: words() }))
    })
}

/// All forms of the verbs of `data/deeds.txt`, with the number of each verb.
pub(crate) fn deed_forms(irregular: &[[&'static str; 3]]) -> impl Iterator<Item = (String, u16)> {
    let mut verbs: Vec<&str> = lines().map(|(verb, _)| verb).collect();
    verbs.dedup();
    verbs.into_iter().zip(0..).flat_map(move |(verb, number)| {
        forms(verb, irregular).into_iter().map(move |(form, _)| (form, number))
    })
}

fn deeds() -> &'static Deeds {
    static DEEDS: LazyLock<Deeds> = LazyLock::new(|| {
        let mut deeds = Deeds { forms: WordTable::default(), verbs: Vec::new() };
        for (form, number) in deed_forms(&irregular_verbs()) {
            if let Some(entry) = deeds.forms.entry(&form) {
                *entry = number;
            }
        }
        let mut last = "";
        for (verb, deed) in lines() {
            if verb != last {
                deeds.verbs.push(Vec::new());
            }
            if let Some(verb) = deeds.verbs.last_mut() {
                verb.push(deed);
            }
            last = verb;
        }
        deeds
    });
    &DEEDS
}

/// Whether the verb at `at`, whose subject is `subject`, is a deed.
pub(crate) fn is_deed(words: &Words<'_>, at: usize, subject: Option<Phrase>) -> bool {
    if !words.has(at, usage::DEED) {
        return false;
    }
    let deeds = deeds();
    let number = deeds.forms.get(words.surface(at).as_bytes()).copied();
    let known = number.and_then(|number| deeds.verbs.get(usize::from(number)));
    let passed = |at: usize| words.tag(at) == Tag::Adverb || words.is(at, &["so"]);
    let behind = (at + 1..at + 4).find(|&at| !passed(at)).unwrap_or(at + 1);
    // `two lives were claimed`
    let passive = matches!(words.tag(at), Tag::Participle | Tag::Finite)
        && (at.saturating_sub(3)..at)
            .any(|at| words.tag(at) == Tag::Be || words.is(at, &["be", "been", "being"]));
    known.into_iter().flatten().any(|deed| {
        // `charged two clerks with theft`
        let apart = deed.lead.and_then(|lead| lead.strip_prefix(APART));
        if let Some(lead) = apart {
            let past = chunk_right(words, behind);
            return past.is_some_and(|past| words.is(past, &[lead]));
        }
        let from = match deed.lead {
            Some(lead) if words.is(behind, &[lead]) && words.tag(behind) != Tag::To => behind + 1,
            Some(_) => return false,
            None => behind,
        };
        // `charged about $40 million`
        let nearly = words.is(from, &["about", "around", "over", "some"])
            && words.tag(from + 1) == Tag::Number;
        let from = from + usize::from(nearly);
        let among = |head: Option<usize>, list: &[&str]| {
            list.contains(&ANY) || head.is_some_and(|head| words.is(head, list))
        };
        // `was declared dead`
        let became = words.tag(from) == Tag::Adjective && words.is(from, &deed.objects);
        let done = became
            || among(head(words, from), &deed.objects)
            || passive
                && deed.lead.is_none()
                && among(subject.and_then(|subject| head(words, subject.from)), &deed.objects);
        // `was last seen in Tarn`
        let place = words.is(behind, &["in"])
            && matches!(words.tag(behind + 1), Tag::Name | Tag::Time | Tag::Number);
        let dated = place || words.is(at.wrapping_sub(1), &["last", "first"]);
        let alone = passive
            && deed.objects.contains(&NONE)
            && (dated || !words.is(behind, &["as", "by", "for", "over", "in"]));
        let doer = || among(subject.and_then(|subject| head(words, subject.from)), &deed.subjects);
        (done || alone) && (deed.subjects.is_empty() || doer())
    })
}

/// Whether `subject` names what lays down what may be done: `the law`, `rules adopted in May`.
pub(crate) fn is_law(words: &Words<'_>, subject: Phrase) -> bool {
    let from = (subject.from..subject.to).find(|&at| words.tag(at) != Tag::Genitive);
    let mut heads = from.into_iter().filter_map(|from| head(words, from));
    let owner = (subject.from..subject.to).find(|&at| words.tag(at) == Tag::Genitive);
    let owned = owner.and_then(|owner| head(words, owner + 1));
    heads.any(|head| words.has(head, usage::LAW))
        || owned.is_some_and(|at| words.has(at, usage::LAW))
}

/// Whether who or what `subject` names comes to pass or works, and cannot speak.
pub(crate) fn is_event(words: &Words<'_>, subject: Phrase) -> bool {
    head(words, subject.from).is_some_and(|head| {
        head < subject.to && words.has(head, usage::EVENT) && !words.at(head).capital
    })
}

/// Whether an object that only somebody can show or stress has another subject: `the light showed the rooms`.
pub(crate) fn means_nothing(
    words: &Words<'_>,
    verb: usize,
    reason: QuoteReason,
    subject: Option<Phrase>,
) -> bool {
    let verbs = words.at(verb).entry.verb.map_or(&[][..], |lemma| lexicon().verbs(lemma));
    let thing = matches!(
        reason,
        QuoteReason::Object
            | QuoteReason::QuestionClause
            | QuoteReason::CueBeforeMarks
            | QuoteReason::Preposition
    );
    // `The hotel offers a view`
    let once = reason == QuoteReason::Object
        && words.has(verb, usage::ONCE)
        && !words.at(verb).entry.is(PAST)
        && !words.heads();
    once || thing
        && verbs.iter().any(|entry| entry.allows(frame::MEANT))
        && subject.is_some_and(|subject| !is_somebody(words, subject) && !is_record(words, subject))
}

/// Words of a phrase without what hangs on it, at most.
const OWN: usize = 10;

/// `the figures`, `records of the sale`: what others have found out and written down.
fn is_record(words: &Words<'_>, subject: Phrase) -> bool {
    // `A poll last month showed …`
    let own = (subject.from..subject.to.min(subject.from + OWN))
        .take_while(|&at| words.tag(at) != Tag::Preposition);
    own.into_iter().any(|at| words.has(at, usage::RECORD))
}

/// Whether a phrase names people, or what words are published in.
pub(crate) fn is_somebody(words: &Words<'_>, subject: Phrase) -> bool {
    let Some(head) = head(words, subject.from) else { return true };
    // `drivers`, `a guitarist`
    let surface = words.surface(head).trim_end_matches('s');
    let acts = ["er", "or", "ist", "ian"].iter().any(|end| surface.ends_with(end));
    let entry = words.at(head).entry;
    // `both sides`
    let body = is_body(words, head);
    let thing = words.is(head, &["it", "this", "that", "which", "these", "those"]);
    !thing
        && (acts
            || body
            || words.at(head).capital
            || matches!(words.tag(head), Tag::Name | Tag::Pronoun | Tag::Wh)
            || entry.is(SPEAKER_NOUN | TITLE | MEDIUM | PLURAL | SIGNER))
}

/// Whether the noun at `head`, one or several, is a body that speaks.
pub(crate) fn is_body(words: &Words<'_>, head: usize) -> bool {
    let surface = words.surface(head).trim_end_matches('s');
    words.has(head, usage::BODY) || lexicon().get(surface).has(usage::BODY)
}

/// `it is hard [to] imagine that`: what nobody does.
pub(crate) fn is_idle(words: &Words<'_>, to: usize) -> bool {
    let how = to.wrapping_sub(1);
    // `it is too early to say`
    let too = words.is(how, &["early", "soon"]) && words.is(to.wrapping_sub(2), &["too"]);
    let be = to.wrapping_sub(2 + usize::from(too));
    words.tag(to) == Tag::To
        && (too || words.has(how, usage::HARD))
        && words.tag(be) == Tag::Be
        && words.is(be.wrapping_sub(1), &["it"])
}

/// Whether what weights made of the words attributes nothing.
pub(crate) fn says_nothing(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    // `(Image: Kerr Agency)`
    let bracketed = words.tag(cue.to - 1) == Tag::Colon
        && (cue.from.saturating_sub(CREDIT)..cue.from)
            .rev()
            .take_while(|&at| words.tag(at) != Tag::CloseBracket)
            .any(|at| words.tag(at) == Tag::OpenBracket);
    if bracketed || draft.content.iter().all(|piece| words.at(piece.from).kind == TokenKind::Url) {
        return true;
    }
    if draft.content.iter().any(|piece| words.at(piece.from).quoted) && !words.at(cue.from).quoted {
        return false;
    }
    // `a book about boats`, `looks as if about to fall`
    let about = words.is(cue.to - 1, &["about"]);
    let alone = (cue.from..cue.to - 1).all(|at| words.tag(at) == Tag::Be);
    let to = draft.content.iter().any(|piece| piece.from == cue.to && words.tag(cue.to) == Tag::To);
    let near = about && (alone || to);
    // `The date was announced.`
    let passive = words.tag(cue.to - 1) == Tag::Participle
        && draft.reason == QuoteReason::FrontedClause
        && words.tag(cue.from) == Tag::Be
        && draft
            .content
            .iter()
            .all(|piece| (piece.from..piece.to).all(|at| !words.tag(at).is_finite()));
    let bare = (passive || draft.reason == QuoteReason::Passive)
        && draft.act == Act::Speech
        && draft.speaker.is_none()
        && draft.content.iter().all(|piece| piece.to <= cue.from);
    let event = draft.act != Act::Other && draft.speaker.is_some_and(|who| is_event(words, who));
    // `was not authorised to discuss it`
    let silent = (cue.from..cue.to).any(|at| {
        words.is(at, &["authorized", "authorised"]) && words.before(at, 1).tag != Tag::Have
    });
    // `a ship known as the Ann`, `is known for her songs`
    let named =
        words.is(cue.to - 1, &["as", "for"]) && words.is(cue.to.wrapping_sub(2), &["known"]);
    let meant = means_nothing(words, cue.to - 1, draft.reason, draft.speaker);
    let idle = (cue.from..cue.to).any(|at| is_idle(words, at));
    // `this forecast is bright`: what weights took for a verb is a noun.
    let noun = words.at(cue.from).entry.is(VERB_NOUN)
        && cue.to == cue.from + 1
        && draft.speaker.is_some_and(|who| {
            who.to == cue.from
                && who.to == who.from + 1
                && words.is(who.from, &["this", "these", "those", "the", "a", "an"])
        });
    bare || event
        || near
        || idle
        || noun
        || silent
        || named
        || meant
        || (cue.from..cue.to).any(|at| is_deed(words, at, draft.speaker))
}

/// The last word of the noun phrase that begins at `from`; of a number of things, of these: `20 of the men`.
fn head(words: &Words<'_>, from: usize) -> Option<usize> {
    let to = chunk_right(words, from)?;
    let head = to - 1;
    // `150 to 175 pounds`
    if words.tag(head) == Tag::Number
        && words.is(to, &["to", "or"])
        && words.tag(to + 1) == Tag::Number
    {
        return chunk_right(words, to + 1).map(|to| to - 1);
    }
    let counts = words.tag(head) == Tag::Number
        || words.at(head).entry.is(NUMBER)
        || words.is(head, &["number", "series", "total"]);
    if counts && words.is(to, &["of", "in"]) {
        let modified = words.tag(to + 1).is_verb() && words.tag(to + 2) == Tag::Noun;
        return chunk_right(words, to + 1 + usize::from(modified)).map(|to| to - 1);
    }
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deeds_of_a_verb_stand_together() {
        let verbs: Vec<_> = lines().map(|(verb, _)| verb).collect();
        let mut sorted = verbs.clone();
        sorted.sort_unstable();
        assert_eq!(verbs, sorted);
        assert!(lines().all(|(_, deed)| !deed.objects.is_empty()));
    }
}
