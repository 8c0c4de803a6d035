//! What stands in front of a clause with "as" or "than", and what "what" singles out: `[The plan], as Kerry put
//! it, [is dead]`, `[two months later] than Kerry had hoped`, `What Kerry said was [that it rained]`.
//!
//! Behind the verb of such a clause nothing stands but when, where and to whom: `as Kerry warned her that …` is
//! another clause. What somebody does while something goes on says nothing of it (`…, as fans chanted`).

use crate::adjuncts::{past_adjunct, past_time};
use crate::begins::clause_begins;
use crate::ends::clause_end;
use crate::fronted::{clause_start, has_main_verb};
use crate::lexicon::{CueEntry, frame, usage};
use crate::linking::{Draft, Linker};
use crate::phrases::{Phrase, chunk_right};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// Most words behind the verb of such a clause.
const BEHIND: usize = 12;

/// Most words of what is compared.
const MEASURE: usize = 6;

/// `as Kerry put it`, `as Kerry sees it`
pub(crate) fn puts_it(words: &Words<'_>, at: usize, after: usize) -> bool {
    let puts = ["put", "puts", "see", "sees", "saw", "tell", "tells", "told"];
    words.is(at, &puts) && words.is(after, &["it"])
}

impl Linker<'_, '_> {
    /// `[It may cost more], as Kerry warned in May`, `[The plan], as Kerry put it, [is dead]`: the clause in front of
    /// the comma before "as", whose subject begins at `start`, or both halves of it.
    pub(crate) fn as_warned(
        &self,
        start: usize,
        at: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<Vec<Phrase>> {
        let words = self.words;
        let comma = start.checked_sub(2)?;
        let put = puts_it(words, at, after);
        let tells = put || entry.allows(frame::CLAUSE) && entry.allows(frame::BESIDE);
        let opens = words.is(start - 1, &["as"]) && words.tag(comma) == Tag::Comma;
        if !opens || !tells || entry.act == Act::Other || words.has(at, usage::BUSY) {
            return None;
        }
        let close = past_setting(words, after + usize::from(put), entry)?;
        let (first, _) = words.sentence(comma);
        let from = clause_start(words, comma, self.floor(comma).max(first));
        if from >= comma || words.at(comma - 1).quoted {
            return None;
        }
        let front = Phrase::new(from, comma);
        // `…, although, as Kerry admits, [it may rain]`
        if matches!(words.tag(comma - 1), Tag::Coordinator | Tag::Subordinator | Tag::That) {
            return self.behind_as(close);
        }
        if has_main_verb(words, front) {
            return Some(vec![self.within_last(front)]);
        }
        let verb = (close + 1..close + 3).find(|&at| words.tag(at) != Tag::Adverb)?;
        let rest = Phrase::new(close + 1, clause_end(words, verb + 1, close + 1));
        let waits = words.tag(close) == Tag::Comma && words.tag(verb).is_finite();
        waits.then(|| vec![front, rest])
    }

    /// What stands behind the comma that closes the clause with "as".
    fn behind_as(&self, close: usize) -> Option<Vec<Phrase>> {
        let words = self.words;
        let from = close + 1;
        let to = clause_end(words, from + 1, from);
        let begins = words.opens_speech(from) || clause_begins(words, from);
        let stands = words.tag(close) == Tag::Comma && begins && to > from;
        stands.then(|| vec![Phrase::new(from, to)])
    }

    /// `Berg denied that [he had seen it], as two clerks have said`: of what was said just before only that.
    fn within_last(&self, front: Phrase) -> Phrase {
        let last = self.drafts.last().filter(|last| last.cue.is_some_and(|cue| front.holds(cue)));
        let said = last.and_then(|last| last.content.iter().find(|said| said.to >= front.to));
        let that = |said: &Phrase| usize::from(self.words.tag(said.from) == Tag::That);
        said.map_or(front, |said| Phrase::new(said.from + that(said), front.to))
    }

    /// `[two months later] than Kerry had hoped`: what is compared with what somebody thought or said.
    pub(crate) fn than_hoped(
        &self,
        start: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<Vec<Phrase>> {
        let words = self.words;
        let than = start.checked_sub(1).filter(|&than| words.is(than, &["than"]))?;
        // `than anyone thought`, `than one might guess`
        let may = (start..after).any(|at| words.tag(at) == Tag::Modal);
        let holds = entry.allows(frame::BESIDE | frame::INFINITIVE)
            && !may
            && !words.has(start, usage::NOBODY);
        holds.then(|| past_setting(words, after, entry))??;
        let part = |at: usize| {
            let tag = words.tag(at);
            let count = matches!(tag, Tag::Number | Tag::Noun | Tag::Adjective | Tag::Adverb);
            count || tag == Tag::Determiner
        };
        let mut from = than;
        while from > 0 && than - from < MEASURE && part(from - 1) {
            from -= 1;
            if words.tag(from) == Tag::Determiner {
                break;
            }
        }
        (from < than).then(|| vec![Phrase::new(from, than)])
    }

    /// `Rumour has it that [the mill is for sale]`: what nobody is named for.
    pub(crate) fn has_it(&self, noun: usize) -> Option<Draft> {
        let words = self.words;
        let that = noun + 3;
        let has = words.is(noun + 1, &["has", "had"]) && words.is(noun + 2, &["it"]);
        if !has || words.tag(that) != Tag::That {
            return None;
        }
        let to = clause_end(words, that + 1, that);
        let told = to > that + 1;
        told.then(|| Draft {
            cue: Some(Phrase::new(noun, that)),
            content: vec![Phrase::new(that, to)],
            speaker: None,
            act: Act::Speech,
            reason: QuoteReason::ThatClause,
            evidence: None,
        })
    }

    /// `What Kerry said was [that it rained]`, `All she would say was [it rained]`.
    pub(crate) fn singled_out(&self, start: usize, after: usize) -> Option<Phrase> {
        let words = self.words;
        let what = start.checked_sub(1)?;
        let singles = words.is(what, &["what", "all", "thing"])
            || words.tag(what) == Tag::That && words.is(what.wrapping_sub(1), &["thing"]);
        if !singles || words.tag(after) != Tag::Be {
            return None;
        }
        let from = after + 1;
        let begins = words.tag(from) == Tag::That || clause_begins(words, from);
        let to = clause_end(words, from + 1, from);
        (begins && to > from + 1).then(|| Phrase::new(from, to))
    }
}

/// The end of the clause whose verb ends before `after`, where nothing but when, where and to whom follows.
fn past_setting(words: &Words<'_>, after: usize, entry: &CueEntry) -> Option<usize> {
    let end = words.sentence(after.saturating_sub(1)).1;
    let mut at = after;
    if entry.allows(frame::HEARER) && words.tag(at).begins_phrase() {
        at = chunk_right(words, at)?;
    }
    while at < end && at < after + BEHIND {
        at = match words.tag(at) {
            Tag::Adverb | Tag::Time => at + 1,
            // `as he had promised to do`
            Tag::To if words.is(at + 1, &["do"]) => at + 2 + usize::from(words.is(at + 2, &["so"])),
            Tag::Preposition => past_adjunct(words, at)?,
            Tag::Comma | Tag::Stop | Tag::Colon | Tag::Dash | Tag::CloseBracket => return Some(at),
            Tag::Coordinator => return Some(at),
            _ => past_time(words, at)?,
        };
    }
    (at >= end).then_some(at)
}
