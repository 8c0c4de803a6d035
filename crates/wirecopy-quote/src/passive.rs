//! Verbs that attribute in the passive: `it was announced that …`, `Kerry is expected to go`, `a charge denied by
//! Kerry`.

use crate::adjuncts::{is_date, past_when};
use crate::clauses::{Complement, complement, led};
use crate::ends::clause_end;
use crate::lexicon::{CueEntry, frame, usage};
use crate::linking::{Draft, Linker};
use crate::phrases::{Phrase, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::words::Tag;

impl Linker<'_, '_> {
    /// `Y is expected to …`: the subject and what is expected of it, and nobody named.
    pub(crate) fn raised(
        &self,
        group: usize,
        at: usize,
        after: usize,
        entry: &CueEntry,
        participle: bool,
    ) -> Option<Draft> {
        let words = self.words;
        if !participle && entry.allows(frame::CLAUSE) {
            return None;
        }
        let mut from = after;
        while words.tag(from) == Tag::Adverb {
            from += 1;
        }
        // `is supposed to pay`: that is a duty.
        if entry.allows(frame::DONE) && !words.is(from + 1, &["have"]) {
            return None;
        }
        let described = entry.allows(frame::RAISE)
            && (words.tag(from).begins_phrase() || words.is(from, &["like"]));
        // `A ruling is expected in May`
        let dated = entry.allows(frame::RAISE) && participle && is_date(words, from);
        let described = described || dated;
        // `More arrests are expected.`
        let alone = entry.allows(frame::RAISE) && participle && words.tag(from) == Tag::Stop;
        if words.tag(from) != Tag::To && !described && !alone {
            return None;
        }
        let subject = self.speaker(group, at)?;
        if alone {
            return Some(Draft {
                cue: Some(Phrase::new(group, after)),
                content: vec![subject],
                speaker: None,
                act: entry.act,
                reason: QuoteReason::Passive,
                evidence: None,
            });
        }
        let to = clause_end(words, from + 1, from);
        (to > from).then(|| Draft {
            cue: Some(Phrase::new(group, after)),
            content: vec![subject, Phrase::new(from, to)],
            speaker: None,
            act: entry.act,
            reason: QuoteReason::Passive,
            evidence: None,
        })
    }

    /// `[The bridge is closed], I'm told`: content in front of somebody who hears it.
    fn heard(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let hearer = self.speaker(group, after - 1)?;
        let ends = matches!(words.tag(after), Tag::Comma | Tag::Stop | Tag::Quote | Tag::Time)
            || past_when(words, after).is_some();
        let (content, reason) = self
            .fronted(hearer.from, group, after - 1, after, entry)
            .filter(|_| ends && entry.allows(frame::HEARER))?;
        Some(Draft {
            cue: Some(Phrase::new(group, after)),
            content,
            speaker: None,
            act: entry.act,
            reason,
            evidence: None,
        })
    }

    /// Content in front of `it was announced`, which says not by whom.
    fn impersonal(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let ends =
            matches!(words.tag(after), Tag::Stop | Tag::Time | Tag::Comma) || is_date(words, after);
        let (content, reason) = self
            .fronted(group - 1, group, after - 1, after, entry)
            .filter(|_| ends && entry.act == Act::Speech)?;
        Some(Draft {
            cue: Some(Phrase::new(group, after)),
            content,
            speaker: None,
            act: entry.act,
            reason,
            evidence: None,
        })
    }

    /// What a passive or a bare participle attributes: `was told that …`, `criticised by Kerry`.
    pub(crate) fn passive(
        &self,
        group: usize,
        after: usize,
        entry: &CueEntry,
        be: bool,
    ) -> Option<Draft> {
        let words = self.words;
        if let Some(found) = self.heard(group, after, entry).filter(|_| be) {
            return Some(found);
        }
        // `Firm urged to pay more`
        let be = be
            || words.is_heading()
                && !(0..words.len()).any(|at| words.tag(at).is_finite())
                && words.tag(after) == Tag::To;
        let by = words.is(after, &["by"]).then_some(after + 1);
        let speaker = by.and_then(|from| Some(Phrase::new(from, phrase_right(words, from, true)?)));
        // `is called the Tarn Fund`: its name. `was sought as a witness`: looked for.
        let named = entry.allows(frame::CALL) && speaker.is_none() && self.is_named(after);
        let wanted = speaker.is_none() && words.is(after - 1, &["sought"]);
        if named || wanted {
            return None;
        }
        let start = speaker.map_or(after, |speaker| speaker.to);
        // `[The talks have ended], it was announced on Monday.`
        if be
            && speaker.is_none()
            && words.is(group.wrapping_sub(1), &["it"])
            && let Some(found) = self.impersonal(group, after, entry)
        {
            return Some(found);
        }
        // `as was reported earlier`: it has no subject.
        if be && words.is(group.wrapping_sub(1), &["as", "than"]) {
            return None;
        }
        // "was quoted by the agency as saying": the agency only passes on what "saying" attributes.
        if words.is(start, &["as"]) && words.has(start + 1, usage::SAYING) {
            return None;
        }
        let clause = entry.allows(frame::HEARER);
        let right = complement(words, start, entry, true).filter(|found| {
            found.reason != QuoteReason::CueBeforeMarks || clause || speaker.is_none()
        });
        // "a conference [called upon to launch the talks]": what it is for, and nobody called.
        let reduced = !be && speaker.is_none();
        if reduced && right.as_ref().is_some_and(|r| r.reason == QuoteReason::Infinitive) {
            return None;
        }
        let reduced_by = !be && speaker.is_some();
        // `The cost was estimated at 40`
        let reckoned = be && entry.allows(frame::AMOUNT) && words.is(start, &["at"]);
        let mut content = Vec::new();
        if !clause && be && entry.allows(frame::OBJECT | frame::CALL | frame::AS) {
            let subject = self.speaker(group, after - 1)?;
            // `It was announced that …` is about nothing else.
            let empty = words.is(subject.from, &["it"])
                && right.as_ref().is_some_and(|right| right.reason == QuoteReason::ThatClause);
            content.extend((!empty).then_some(subject));
        }
        if let Some(Complement { from, to, .. }) = right {
            content.push(Phrase::new(from, to));
        } else if let Some(summary) = self.denied_summary(group, entry).filter(|_| reduced_by) {
            content.push(summary);
        } else if (reckoned || words.is(start, &["as", "for", "of"]))
            && (!content.is_empty()
                || words.is(start, &["as"])
                    && speaker.is_some()
                    && entry.allows(frame::AS | frame::CALL))
        {
            let found = led(words, start, QuoteReason::Passive)?;
            content.push(Phrase::new(start, self.aside_end(group, start, found.to)));
        }
        // `The date was announced.`: nobody has said what.
        let bare = entry.act == Act::Speech
            && speaker.is_none()
            && content.iter().all(|piece| piece.to <= group);
        (!bare && !content.is_empty()).then_some(Draft {
            cue: Some(Phrase::new(group, after)),
            content,
            speaker,
            act: entry.act,
            reason: QuoteReason::Passive,
            evidence: None,
        })
    }

    /// `…, [a charge] denied by Kerry`: a noun behind a comma that sums up what was said.
    fn denied_summary(&self, group: usize, entry: &CueEntry) -> Option<Phrase> {
        let words = self.words;
        let article =
            (group.saturating_sub(3)..group).rev().find(|&at| words.is(at, &["a", "an"]))?;
        let behind = words.before(article, 1).tag == Tag::Comma && article + 1 < group;
        let bare =
            (article + 1..group).all(|at| matches!(words.tag(at), Tag::Noun | Tag::Adjective));
        let speech = entry.act == Act::Speech && entry.allows(frame::OBJECT);
        (behind && bare && speech).then(|| Phrase::new(article, group))
    }
}
