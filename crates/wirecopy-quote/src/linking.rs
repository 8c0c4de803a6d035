//! From cues to quotations within one paragraph.
//!
//! Each cue looks right for its content, or left where a quotation or a clause is fronted, and finds
//! its speaker among the phrases beside it. What a later stage (a trained tagger) has to deliver is
//! the same list of [`Draft`]s.

use crate::clauses::{Complement, complement, led};
use crate::clauses::{clause_begins, clause_end};
use crate::lexicon::{CueEntry, class::*, frame, lexicon};
use crate::phrases::{Phrase, chunk_right, group_start, phrase_left, phrase_right, subject_left};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// A quotation in words, before it becomes spans.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) cue: Option<Phrase>,
    pub(crate) content: Vec<Phrase>,
    pub(crate) speaker: Option<Phrase>,
    pub(crate) act: Act,
    pub(crate) reason: QuoteReason,
}

/// Everything that the cues of one paragraph attribute.
pub(crate) fn link(words: &Words<'_>) -> Vec<Draft> {
    let mut linker = Linker { words, drafts: Vec::new() };
    for at in 0..words.len() {
        if words.at(at).quoted {
            continue;
        }
        let entry = words.at(at).entry;
        let draft = if words.tag(at).is_verb() && entry.verb.is_some() {
            linker.verb(at)
        } else if entry.noun.is_some() && words.tag(at) == Tag::Noun {
            linker.noun(at)
        } else if entry.adjective.is_some() {
            linker.adjective(at)
        } else if words.is(at, &["according"]) && words.is(at + 1, &["to"]) {
            linker.according(at)
        } else if words.surface(at) == ":" {
            linker.colon(at)
        } else {
            None
        };
        if let Some(draft) = draft {
            linker.drafts.push(draft);
        }
    }
    without_nested(linker.drafts)
}

struct Linker<'w, 'a> {
    words: &'w Words<'a>,
    drafts: Vec<Draft>,
}

impl Linker<'_, '_> {
    fn verb(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let lemma = words.at(at).entry.verb?;
        let entries = lexicon().verbs(lemma);
        let entry = entries.iter().find(|entry| match entry.particle {
            Some(particle) => words.is(at + 1, &[particle]),
            None => true,
        })?;
        let after = at + 1 + usize::from(entry.particle.is_some());
        let group = group_start(words, at);
        let be = (group..at)
            .any(|at| words.tag(at) == Tag::Be || words.is(at, &["been", "being", "be"]));
        let has = (group..at).any(|at| words.tag(at) == Tag::Have);
        let participle = words.tag(at) == Tag::Participle;
        if entry.allows(frame::RAISE) && (!participle || be) {
            if let Some(draft) = self.raised(group, at, after, entry, participle) {
                return Some(draft);
            }
            if !entry.allows(frame::CLAUSE) {
                return None;
            }
        }
        if participle && (be || !has) {
            return self.passive(group, after, entry, be);
        }
        self.active(group, at, after, entry)
    }

    fn active(&self, group: usize, at: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let draft = |content, speaker, reason, to| Draft {
            cue: Some(Phrase::new(group, to)),
            content,
            speaker,
            act: entry.act,
            reason,
        };
        if entry.allows(frame::BESIDE)
            && let Some(found) = self.inverted(group, at, after)
        {
            return Some(draft(found.0, Some(found.1), found.2, after));
        }
        let speaker = self.speaker(group, at);
        let start = speaker.map_or(group, |speaker| speaker.from.min(group));
        let right = complement(words, after, entry, false);
        let left = if entry.allows(frame::BESIDE) { self.fronted(start) } else { None };
        match (left, right) {
            (Some((mut content, _)), Some(found))
                if found.reason == QuoteReason::CueBeforeMarks && self.quoted(&content) =>
            {
                content.push(Phrase::new(found.from, found.to));
                Some(draft(content, speaker, QuoteReason::SplitMarks, after))
            }
            (Some((mut content, reason)), right)
                if right.is_none() || self.quoted(&content) && self.comma_closes(start) =>
            {
                let split = self.after_cue(after, &mut content);
                let reason = match (split, reason) {
                    (true, QuoteReason::CueAfterMarks) => QuoteReason::SplitMarks,
                    (true, _) => QuoteReason::SplitClause,
                    (false, reason) => reason,
                };
                Some(draft(content, speaker, reason, after))
            }
            (_, Some(found)) => {
                let mut content = vec![Phrase::new(found.from, found.to)];
                if found.reason == QuoteReason::CueBeforeMarks {
                    self.joined(&mut content);
                }
                let to = found.lead.unwrap_or(after);
                Some(draft(content, speaker, found.reason, to))
            }
            _ => None,
        }
    }

    /// Whether the first piece of content is a quotation.
    fn quoted(&self, content: &[Phrase]) -> bool {
        content.first().is_some_and(|first| self.words.at(first.to.saturating_sub(1)).quoted)
    }

    /// Whether the quotation before word `start` ends in a comma: it waits for its cue.
    fn comma_closes(&self, start: usize) -> bool {
        let words = self.words;
        let mut at = start;
        for _ in 0..3 {
            let Some(left) = at.checked_sub(1) else { return false };
            at = left;
            match words.tag(at) {
                Tag::Quote => {}
                Tag::Comma | Tag::Dash => return true,
                Tag::Stop => return words.is(at, &["?", "!", "…", "..."]),
                _ => return false,
            }
        }
        false
    }

    /// `Kerry` in `"…," said Kerry`: content, speaker, reason.
    fn inverted(
        &self,
        group: usize,
        at: usize,
        after: usize,
    ) -> Option<(Vec<Phrase>, Phrase, QuoteReason)> {
        let words = self.words;
        if group != at || words.tag(at) != Tag::Finite || at == 0 {
            return None;
        }
        let opens = at == words.sentence(at).0;
        let after_marks = words.closes_speech(at - 1);
        let comma = words.tag(at - 1) == Tag::Comma;
        if !(after_marks || comma || opens) {
            return None;
        }
        let to = phrase_right(words, after, true)?;
        if words.tag(to).is_finite() || words.tag(to) == Tag::To {
            return None;
        }
        let speaker = Phrase::new(after, apposition(words, to));
        if opens && !after_marks {
            let found = complement(words, to, quotation_entry(), false)?;
            return (found.reason != QuoteReason::BareClause)
                .then(|| (vec![Phrase::new(found.from, found.to)], speaker, found.reason));
        }
        let (mut content, reason) = self.fronted(at)?;
        if comma && !after_marks && clause_begins(words, after) {
            return None;
        }
        let split = self.after_cue(speaker.to, &mut content);
        let reason = match (split, reason) {
            (true, QuoteReason::CueAfterMarks) => QuoteReason::SplitMarks,
            (true, _) => QuoteReason::SplitClause,
            (false, QuoteReason::CueAfterMarks) => QuoteReason::InvertedCueAfterMarks,
            (false, reason) => reason,
        };
        Some((content, speaker, reason))
    }

    /// Content before word `start`: a quotation, or a clause that a comma closes.
    fn fronted(&self, start: usize) -> Option<(Vec<Phrase>, QuoteReason)> {
        let words = self.words;
        let last = start.checked_sub(1)?;
        let comma = words.tag(last) == Tag::Comma && !words.at(last).quoted;
        let end = if comma { last } else { start };
        let floor = self.floor(end);
        let closing = end.checked_sub(1)?;
        if words.closes_speech(closing) {
            return self.fronted_marks(end, floor);
        }
        if !comma {
            return None;
        }
        let (mut first, _) = words.sentence(closing);
        first = first.max(floor);
        while first < end && (words.tag(first).is_break() || words.tag(first) == Tag::Coordinator) {
            first += 1;
        }
        let clause = Phrase::new(first, end);
        (end > first + 2 && holds_verb(words, clause))
            .then(|| (vec![clause], QuoteReason::FrontedClause))
    }

    /// Content that ends with the quotation right before word `end`.
    fn fronted_marks(&self, end: usize, floor: usize) -> Option<(Vec<Phrase>, QuoteReason)> {
        let words = self.words;
        let pair = words.pair_at(end - 1)?;
        let open = words.index_at(pair.open.start());
        if open < floor {
            return None;
        }
        let (first, _) = words.sentence(open);
        let mut from = first.max(floor);
        while from < open && (words.tag(from).is_break() || words.tag(from) == Tag::Coordinator) {
            from += 1;
        }
        let lead = open.saturating_sub(from);
        let apart = lead == 0
            || open > 0
                && (words.tag(open - 1).is_break() || words.tag(open - 1) == Tag::Coordinator);
        if !apart && lead >= 2 {
            return Some((vec![Phrase::new(from, end)], QuoteReason::FrontedClause));
        }
        let mut content = vec![Phrase::new(open, end)];
        // Quotations right before belong to it: `“A.” “B,” he said.`
        let mut open = open;
        while open > floor.max(first.min(open))
            && let Some(left) = open.checked_sub(1)
            && left >= floor
            && words.closes_speech(left)
            && let Some(pair) = words.pair_at(left)
        {
            let start = words.index_at(pair.open.start());
            content.insert(0, Phrase::new(start, open));
            open = start;
        }
        Some((content, QuoteReason::CueAfterMarks))
    }

    /// The first word that earlier quotations of the paragraph leave free before word `end`.
    fn floor(&self, end: usize) -> usize {
        let ends = self.drafts.iter().flat_map(|draft| draft.cue.iter().chain(&draft.content));
        ends.map(|phrase| phrase.to).filter(|&to| to <= end).max().unwrap_or(0)
    }

    /// Content that goes on after the cue whose last word is before `after`; whether there is any.
    fn after_cue(&self, after: usize, content: &mut Vec<Phrase>) -> bool {
        let words = self.words;
        let (_, end) = words.sentence(after.saturating_sub(1));
        let pieces = content.len();
        let mut at = after;
        // Over time, place and hearer to the comma or the sentence's end.
        while at < end && at < after + 40 && !words.tag(at).is_break() && !words.at(at).quoted {
            at += 1;
        }
        if at < end
            && words.tag(at).is_break()
            && words.tag(at) != Tag::Stop
            && !words.at(at).quoted
        {
            if words.opens_speech(at + 1) {
                let mut to = at + 1;
                if let Some(pair) = words.pair_at(at + 1) {
                    to = words.index_at(pair.end);
                }
                content.push(Phrase::new(at + 1, to));
                self.joined(content);
                return true;
            }
            let quoted = self.quoted(content);
            if !quoted && at + 2 < end && self.resumes(at + 1, content) {
                let to = clause_end(words, at + 2, at + 1);
                if to > at + 2 {
                    content.push(Phrase::new(at + 1, to));
                    return true;
                }
            }
            if !quoted {
                return false;
            }
            at = end;
        }
        // A quotation opens the next sentence: it goes on.
        if self.quoted(content) && at + 1 >= end && words.opens_speech(end) {
            self.take_pair(end, content);
            self.joined(content);
        }
        content.len() > pieces
    }

    fn take_pair(&self, open: usize, content: &mut Vec<Phrase>) {
        let words = self.words;
        if let Some(pair) = words.pair_at(open) {
            let close = words.index_at(pair.end).max(open + 1);
            let waits =
                matches!(words.tag(close), Tag::Comma | Tag::Finite | Tag::Pronoun | Tag::Name)
                    && words.at(close).sentence == words.at(close - 1).sentence
                    || words.before(close, 2).tag == Tag::Comma;
            if !waits {
                content.push(Phrase::new(open, close));
            }
        }
    }

    /// Takes the quotations that follow the last piece with nothing between.
    fn joined(&self, content: &mut Vec<Phrase>) {
        let words = self.words;
        for _ in 0..64 {
            let Some(last) = content.last().copied() else { return };
            if !words.opens_speech(last.to) || !words.at(last.to.saturating_sub(1)).quoted {
                return;
            }
            let pieces = content.len();
            self.take_pair(last.to, content);
            if content.len() == pieces {
                return;
            }
        }
    }

    /// Whether the words after `A, he said,` go on with the clause.
    fn resumes(&self, from: usize, content: &[Phrase]) -> bool {
        let words = self.words;
        if words.is(from, &["who", "which", "whose", "citing", "according"]) {
            return false;
        }
        let whole = content.first().is_some_and(|first| holds_verb(words, *first));
        match words.tag(from) {
            tag if tag.is_finite() => true,
            Tag::Gerund | Tag::Participle | Tag::Wh | Tag::Subordinator => !whole,
            Tag::Preposition => !whole,
            Tag::Coordinator => {
                let mut at = from + 1;
                while words.tag(at) == Tag::Adverb {
                    at += 1;
                }
                !words.tag(at).is_verb()
            }
            _ => true,
        }
    }

    /// Who the verb group from `group` to `at` has for its subject.
    fn speaker(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (first, _) = words.sentence(at);
        let previous = group.checked_sub(1).filter(|&previous| previous >= first);
        let finite = (group..=at).any(|at| words.tag(at).is_finite());
        let Some(previous) = previous else {
            return if finite { None } else { self.subject_after(at) };
        };
        if !finite {
            if words.tag(at) == Tag::Gerund && words.tag(previous).ends_phrase() {
                return phrase_left(words, group);
            }
            if words.is(previous, &["as"])
                && words.is(previous.saturating_sub(1), &["quoted", "cited"])
            {
                return subject_left(words, group_start(words, previous - 1));
            }
            return self.shared(group, at);
        }
        match words.tag(previous) {
            Tag::Coordinator => self.shared(group, at),
            _ => subject_left(words, group).or_else(|| self.shared(group, at)),
        }
    }

    /// The subject of the clause that the verb at `at` shares: the speaker of the cue before it, or
    /// the subject of the sentence's first verb.
    fn shared(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (first, _) = words.sentence(at);
        let cue = self
            .drafts
            .iter()
            .rev()
            .find(|draft| draft.cue.is_some_and(|cue| cue.from >= first && cue.from < at));
        if let Some(draft) = cue {
            return draft.speaker;
        }
        let floor = first.max(group.saturating_sub(crate::phrases::REACH));
        let mut relative = false;
        for verb in floor..group {
            match words.tag(verb) {
                Tag::Wh | Tag::Subordinator => relative = true,
                Tag::Comma => relative = false,
                tag if tag.is_finite() && !words.at(verb).quoted && !relative => {
                    return subject_left(words, group_start(words, verb));
                }
                _ => {}
            }
        }
        None
    }

    /// The subject after a clause in front: `Calling it a mess, Kerry left`.
    fn subject_after(&self, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (_, end) = words.sentence(at);
        let limit = end.min(at + 40);
        let comma = (at..limit).find(|&comma| {
            words.tag(comma) == Tag::Comma && !words.at(comma).quoted || words.closes_speech(comma)
        })?;
        let from = comma + 1;
        let to = phrase_right(words, from, true)?;
        Some(Phrase::new(from, to))
    }

    /// `Y is expected to …`: the subject and what is expected of it, and nobody named.
    fn raised(
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
        let subject = self.speaker(group, at)?;
        let mut from = after;
        while words.tag(from) == Tag::Adverb {
            from += 1;
        }
        if words.tag(from) != Tag::To && !words.tag(from).begins_phrase() {
            return None;
        }
        let to = clause_end(words, from + 1, from);
        (to > from).then(|| Draft {
            cue: Some(Phrase::new(group, after)),
            content: vec![subject, Phrase::new(from, to)],
            speaker: None,
            act: entry.act,
            reason: QuoteReason::Passive,
        })
    }

    fn passive(&self, group: usize, after: usize, entry: &CueEntry, be: bool) -> Option<Draft> {
        let words = self.words;
        let by = words.is(after, &["by"]).then_some(after + 1);
        let speaker = by.and_then(|from| Some(Phrase::new(from, phrase_right(words, from, true)?)));
        let start = speaker.map_or(after, |speaker| speaker.to);
        let clause = entry.allows(frame::HEARER);
        let right = complement(words, start, entry, true).filter(|found| {
            found.reason != QuoteReason::CueBeforeMarks || clause || speaker.is_none()
        });
        let mut content = Vec::new();
        if !clause && be && entry.allows(frame::OBJECT | frame::CALL) {
            content.push(self.speaker(group, after - 1)?);
        }
        if let Some(Complement { from, to, .. }) = right {
            content.push(Phrase::new(from, to));
        } else if words.is(start, &["as", "for", "of"]) && !content.is_empty() {
            let found = led(words, start, QuoteReason::Passive)?;
            content.push(Phrase::new(start, found.to));
        }
        (!content.is_empty()).then_some(Draft {
            cue: Some(Phrase::new(group, after)),
            content,
            speaker,
            act: entry.act,
            reason: QuoteReason::Passive,
        })
    }

    /// `his claim that …`, `Kerry's criticism of …`
    fn noun(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let entry = lexicon().noun(words.at(at).entry.noun?)?;
        let found = self.behind(at + 1, entry)?;
        let (mut speaker, mut cue) = (None, at);
        let mut left = at;
        while left > 0
            && matches!(
                words.tag(left - 1),
                Tag::Adjective | Tag::Noun | Tag::Adverb | Tag::Participle | Tag::Name
            )
            && at - left < 4
        {
            left -= 1;
        }
        if left > 0 {
            match words.tag(left - 1) {
                Tag::Genitive => {
                    speaker = phrase_left(words, left - 1);
                    cue = left - 1;
                }
                Tag::Possessive => {
                    speaker = Some(Phrase::new(left - 1, left));
                    cue = left;
                }
                _ => {}
            }
        }
        speaker?;
        Some(Draft {
            cue: Some(Phrase::new(cue, found.lead.unwrap_or(at + 1))),
            content: vec![Phrase::new(found.from, found.to)],
            speaker,
            act: entry.act,
            reason: QuoteReason::Noun,
        })
    }

    /// Content behind one of the words that an entry lists.
    fn behind(&self, at: usize, entry: &CueEntry) -> Option<Complement> {
        let words = self.words;
        if !entry.is_led_by(words.surface(at)) {
            return None;
        }
        match words.tag(at) {
            Tag::That | Tag::To | Tag::Wh | Tag::Subordinator => {
                let to = clause_end(words, at + 1, at);
                (to > at + 1).then_some(Complement {
                    from: at,
                    to,
                    lead: None,
                    reason: QuoteReason::Noun,
                })
            }
            Tag::Preposition => led(words, at, QuoteReason::Noun),
            _ => None,
        }
    }

    /// `is wary of …`, `was confident that …`
    fn adjective(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let entry = lexicon().adjective(words.at(at).entry.adjective?)?;
        let found = self.behind(at + 1, entry)?;
        let mut group = at;
        while group > 0
            && at - group < 6
            && matches!(
                words.tag(group - 1),
                Tag::Adverb | Tag::Negation | Tag::Be | Tag::Have | Tag::Modal
            )
            || group > 0
                && words.is(
                    group - 1,
                    &[
                        "been", "be", "being", "feel", "feels", "felt", "remain", "remains",
                        "remained", "became", "become",
                    ],
                )
        {
            group -= 1;
        }
        if group == 0 {
            return None;
        }
        let speaker = subject_left(words, group)?;
        let named = !words.is(speaker.from, &["it", "there"]);
        Some(Draft {
            cue: Some(Phrase::new(group, found.lead.unwrap_or(at + 1))),
            content: vec![Phrase::new(found.from, found.to)],
            speaker: named.then_some(speaker),
            act: entry.act,
            reason: QuoteReason::Predicate,
        })
    }

    /// `…, according to Kerry` and `According to Kerry, …`
    fn according(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let from = at + 2;
        let (first, end) = words.sentence(at);
        let to = apposition(words, phrase_right(words, from, true)?);
        let draft = |content, reason| Draft {
            cue: Some(Phrase::new(at, from)),
            content,
            speaker: Some(Phrase::new(from, to)),
            act: Act::Speech,
            reason,
        };
        let comma = at > first && words.tag(at - 1) == Tag::Comma;
        let left = if comma { at - 1 } else { at };
        let lead = left.saturating_sub(first);
        if lead > 2 && holds_verb(words, Phrase::new(first, left)) || lead > 3 {
            let floor = self.floor(left).max(first);
            let mut content = vec![Phrase::new(floor.min(left), left)];
            if words.closes_speech(left.saturating_sub(1))
                && words.tag(first) == Tag::Quote
                && let Some((marks, _)) = self.fronted(at)
            {
                content = marks;
            }
            if words.tag(to) == Tag::Comma
                && self.resumes(to + 1, &content)
                && to + 2 < end
                && comma
            {
                let stop = clause_end(words, to + 2, to + 1);
                content.push(Phrase::new(to + 1, stop));
            }
            content.retain(|phrase| phrase.to > phrase.from);
            return (!content.is_empty()).then(|| draft(content, QuoteReason::AccordingTo));
        }
        let comma = (to..end.min(to + 30)).find(|&comma| words.tag(comma) == Tag::Comma)?;
        if words.opens_speech(comma + 1) {
            let mut content = Vec::new();
            self.take_pair(comma + 1, &mut content);
            return (!content.is_empty()).then(|| draft(content, QuoteReason::AccordingTo));
        }
        let stop = clause_end(words, comma + 2, comma + 1);
        (stop > comma + 2)
            .then(|| draft(vec![Phrase::new(comma + 1, stop)], QuoteReason::AccordingTo))
    }

    /// `Kerry: Talks went well`, `PENCE: Thank you.`
    fn colon(&self, at: usize) -> Option<Draft> {
        const LABELS: [&str; 24] = [
            "photo",
            "image",
            "video",
            "related",
            "note",
            "update",
            "source",
            "sources",
            "more",
            "watch",
            "breaking",
            "exclusive",
            "advertisement",
            "correction",
            "topics",
            "listen",
            "q",
            "a",
            "editor's",
            "caption",
            "credit",
            "also",
            "see",
            "read",
        ];
        let words = self.words;
        let from = usize::from(words.tag(0) == Tag::Quote);
        let name = Phrase::new(from, at);
        let names = (from..at).all(|at| {
            matches!(
                words.tag(at),
                Tag::Name | Tag::Noun | Tag::Genitive | Tag::Adjective | Tag::Number
            ) && (words.at(at).capital || words.tag(at) == Tag::Genitive)
        });
        if at == from
            || at > from + 5
            || !names
            || words.is(from, &LABELS)
            || words.is(at - 1, &LABELS)
        {
            return None;
        }
        let to = words.len();
        (to > at + 3).then(|| Draft {
            cue: Some(Phrase::new(at, at + 1)),
            content: vec![Phrase::new(at + 1, to)],
            speaker: Some(name),
            act: Act::Speech,
            reason: QuoteReason::Colon,
        })
    }
}

/// A stand-in entry that allows a quotation or a clause.
fn quotation_entry() -> &'static CueEntry {
    static ENTRY: CueEntry = CueEntry {
        particle: None,
        act: Act::Speech,
        frames: frame::BESIDE | frame::CLAUSE,
        leads: Vec::new(),
    };
    &ENTRY
}

/// Whether a finite verb stands in the phrase.
fn holds_verb(words: &Words<'_>, phrase: Phrase) -> bool {
    (phrase.from..phrase.to).any(|at| words.tag(at).is_finite())
}

/// One past the last word of an apposition that follows a name at `to`: `Harf, a spokeswoman,`.
pub(crate) fn apposition(words: &Words<'_>, to: usize) -> usize {
    if words.tag(to) != Tag::Comma {
        return to;
    }
    let (_, end) = words.sentence(to);
    let from = to + 1;
    let fits =
        matches!(words.tag(from), Tag::Determiner | Tag::Noun | Tag::Possessive | Tag::Adjective)
            || words.tag(from) == Tag::Name
                && chunk_right(words, from).is_some_and(|next| {
                    matches!(words.tag(next), Tag::Preposition | Tag::Comma | Tag::Stop)
                });
    if !fits {
        return to;
    }
    for at in from..end.min(from + 26) {
        if words.at(at).quoted
            || words.tag(at).is_finite()
            || words.at(at).entry.is(COORDINATOR) && words.is(at, &["but"])
        {
            return to;
        }
        if matches!(words.tag(at), Tag::Comma | Tag::Stop) {
            return at;
        }
    }
    to
}

/// Drops what a cue inside another's content attributes.
fn without_nested(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut covered: Vec<(usize, usize, usize)> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        covered.extend(draft.content.iter().map(|piece| (piece.from, piece.to, index)));
    }
    covered.sort_unstable();
    let mut reach = Vec::with_capacity(covered.len());
    let mut furthest = (0, usize::MAX);
    for &(_, to, index) in &covered {
        if to > furthest.0 {
            furthest = (to, index);
        }
        reach.push(furthest);
    }
    let nested = |index: usize, cue: Phrase| {
        let until = covered.partition_point(|&(from, ..)| from <= cue.from);
        until
            .checked_sub(1)
            .and_then(|at| reach.get(at))
            .is_some_and(|&(to, owner)| to >= cue.to && owner != index)
    };
    let keep: Vec<bool> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| !draft.cue.is_some_and(|cue| nested(index, cue)))
        .collect();
    drafts.into_iter().zip(keep).filter_map(|(draft, keep)| keep.then_some(draft)).collect()
}
