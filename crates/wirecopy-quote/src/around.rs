//! Who tells that somebody else has spoken: `“I will not sign,” Kerr told the crew, according to two who were there`,
//! `“You have a week,” one letter said, the indictment states`. The words in marks are the first speaker's; that they
//! were said, and to whom, is what the other tells.

use crate::fronted::past_adjuncts;
use crate::lexicon::usage;
use crate::linking::Draft;
use crate::phrases::{Phrase, apposition, group_start, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words};

/// Words from a cue to the comma behind whom it was told.
const TOLD: usize = 24;

/// Those who tell of the quotations of `drafts`. Linear in the words.
pub(crate) fn around<'d>(
    words: &'d Words<'_>,
    drafts: &'d [Draft],
) -> impl Iterator<Item = Draft> + use<'d> {
    let quoting = drafts.iter().filter_map(|draft| quoter(words, draft));
    drafts.iter().filter_map(|draft| teller(words, draft)).chain(quoting)
}

/// `The paper quoted [Kerr as saying that it rained]`: who quotes another.
fn quoter(words: &Words<'_>, draft: &Draft) -> Option<Draft> {
    let (cue, last) = (draft.cue?, draft.content.last()?);
    let lead = cue.from.checked_sub(1).filter(|&lead| words.is(lead, &["as"]))?;
    let (first, _) = words.sentence(cue.from);
    let floor = first.max(lead.saturating_sub(TOLD));
    let verb = (floor..lead).rev().find(|&at| words.has(at, usage::QUOTING))?;
    let passes_on = words.tag(verb) != Tag::Finite || verb + 1 == lead;
    let by = words.is(verb + 1, &["by", "in"]);
    let speaks = words.has(cue.from, usage::SAYING) && !passes_on && !by && cue.to <= last.from;
    let group = group_start(words, verb);
    let speaker = subject_left(words, group).filter(|_| speaks)?;
    Some(Draft {
        cue: Some(Phrase::new(group, verb + 1)),
        content: vec![Phrase::new(verb + 1, last.to)],
        speaker: Some(speaker),
        act: Act::Speech,
        reason: QuoteReason::Object,
        evidence: None,
    })
}

fn teller(words: &Words<'_>, draft: &Draft) -> Option<Draft> {
    let (first, cue) = (draft.content.first()?, draft.cue?);
    let behind = draft.content.iter().all(|piece| piece.to <= cue.from);
    if !words.opens_speech(first.from) || !behind || draft.act != Act::Speech {
        return None;
    }
    let from = draft.speaker.map_or(cue.to, |who| who.to.max(cue.to));
    let (_, end) = words.sentence(cue.from);
    let mut signs = (from..end.min(from + TOLD)).filter(|&at| words.tag(at) == Tag::Comma);
    let comma = signs.find(|&at| !words.at(at).quoted)?;
    let (speaker, own) = according(words, comma + 1).or_else(|| said(words, comma + 1, end))?;
    Some(Draft {
        cue: Some(own),
        content: vec![Phrase::new(first.from, comma)],
        speaker: Some(speaker),
        act: Act::Speech,
        reason: QuoteReason::AccordingTo,
        evidence: None,
    })
}

/// `according to two people who were there`
fn according(words: &Words<'_>, at: usize) -> Option<(Phrase, Phrase)> {
    let leads = words.is(at, &["according"]) && words.is(at + 1, &["to"]);
    let from = leads.then_some(at + 2)?;
    let to = apposition(words, phrase_right(words, from, true)?);
    Some((Phrase::new(from, to), Phrase::new(at, from)))
}

/// `the indictment states.`: the sentence ends there, or behind when it was said.
fn said(words: &Words<'_>, at: usize, end: usize) -> Option<(Phrase, Phrase)> {
    let verb = (at..end).find(|&at| words.tag(at).is_finite())?;
    let group = group_start(words, verb);
    let speaks = words.has(verb, usage::TELLS) && words.tag(verb) == Tag::Finite && group == verb;
    let subject = subject_left(words, group).filter(|subject| speaks && subject.from == at)?;
    let to = verb + 1;
    let closed = words.tag(to) == Tag::Stop
        || matches!(words.tag(to), Tag::Time | Tag::Preposition)
            && past_adjuncts(words, to).is_none()
            && (to..end).all(|at| !words.tag(at).is_finite() && words.tag(at) != Tag::That);
    closed.then_some((subject, Phrase::new(verb, to)))
}
