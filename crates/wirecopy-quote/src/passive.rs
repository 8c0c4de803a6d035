//! Verbs that attribute in the passive: `it was announced that …`, `Kerry is expected to go`, `a charge denied by
//! Kerry`.

use crate::adjuncts::{is_date, past_when};
use crate::begins::clause_begins;
use crate::clauses::{Complement, complement, is_question, led};
use crate::deeds::{is_deed, is_somebody};
use crate::ends::{clause_end, contrast_end};
use crate::lexicon::{
    CueEntry,
    class::{SPEAKER_NOUN, TITLE},
    frame, lexicon, usage,
};
use crate::linking::{Draft, Linker};
use crate::phrases::{Phrase, apposition, past_acting, past_aside, phrase_left, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::told::same_verb;
use crate::words::Tag;

/// Longest content of a participle that stands behind what it is about, in words.
const THOUGHT: usize = 30;

/// Where a passive stands: its group, one past its particle, one past who said it, if somebody is named.
#[derive(Clone, Copy)]
struct Passive {
    group: usize,
    after: usize,
    start: usize,
    /// It has a form of "be", or is the only verb of a heading.
    be: bool,
    by: Option<Phrase>,
}

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
        if words.tag(from) == Tag::To && self.is_in_mind(at, from + 1) {
            return None;
        }
        let heads = || subject_left(words, group).filter(|_| words.has_no_verb());
        let mut subject = self.speaker(group, at).or_else(heads)?;
        // `It is understood the club will pay`
        if words.is(subject.from, &["it"]) && words.tag(from) != Tag::To {
            return self.supposed(group, after, entry);
        }
        // `The bridge, which is expected to reopen, …`
        if words.tag(subject.to - 1) == Tag::Wh && words.before(subject.to, 2).tag == Tag::Comma {
            subject.from = subject.to - 1;
        }
        if alone {
            return Some(of_nobody(Phrase::new(group, after), vec![subject], entry));
        }
        let to = self.aside_end(group, from, clause_end(words, from + 1, from));
        let to = self.before_waiting_clause(group, from, false, to);
        let content = vec![subject, Phrase::new(from, to)];
        (to > from).then(|| of_nobody(Phrase::new(group, after), content, entry))
    }

    /// `is understood to favour [a bridge]`, `seems to think [it will rain]`: whether the verb at `inner`, which the one at
    /// `at` raises, tells what somebody has in mind, so that it is this and not the verb that anybody understands.
    fn is_in_mind(&self, at: usize, inner: usize) -> bool {
        let words = self.words;
        let tells = |base: &&str| same_verb(words, at, base);
        let thinks = words.at(inner).entry.verb.is_some_and(|lemma| {
            let mut entries = lexicon().verbs(lemma).iter();
            entries.any(|entry| entry.act == Act::Attitude && !entry.allows(frame::RAISE))
        });
        thinks
            && ["understand", "seem", "appear"].iter().any(tells)
            && self.verb(inner).is_some_and(|draft| draft.speaker.is_some())
    }

    /// `[Reports that the king is ill] have been denied`: a noun with a clause, where what stands before the verb is
    /// only the end of that clause.
    fn clausal_subject(&self, subject: Phrase, group: usize) -> Option<Phrase> {
        let words = self.words;
        let (first, _) = words.sentence(group);
        let inner = subject.from.checked_sub(1).filter(|&at| at >= first)?;
        let within = words.tag(inner).is_verb() || words.tag(inner) == Tag::Preposition;
        let that = (first..subject.from)
            .find(|&at| words.tag(at) == Tag::That && words.before(at, 1).entry.noun.is_some())?;
        let noun = phrase_left(words, that)?;
        let opens = noun.from == first && within;
        opens.then(|| Phrase::new(noun.from, group))
    }

    /// `Kerry, told in May [that it was shut], left`: where the aside ends.
    fn before_verb(&self, group: usize, from: usize, to: usize) -> usize {
        let words = self.words;
        let aside = words.before(group, 1).tag == Tag::Comma && !words.tag(group).is_auxiliary();
        let close = |at: usize| words.tag(at) == Tag::Comma && words.tag(at + 1).is_finite();
        (from..to).find(|&at| aside && close(at)).unwrap_or(to)
    }

    /// `It is thought [the fire began in the kitchen]`: a clause without "that" that nobody is named for.
    fn supposed(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let begins = words.tag(after).begins_phrase() && clause_begins(words, after);
        if !entry.allows(frame::CLAUSE) || !begins {
            return None;
        }
        let to =
            self.before_waiting_clause(group, after, true, clause_end(words, after + 1, after));
        Some(of_nobody(Phrase::new(group, after), vec![Phrase::new(after, to)], entry))
    }

    /// `Two men believed [to be smugglers] were held`, `Kerry, said [to be ill], …`: what is thought of whom a
    /// participle stands behind, up to the verb of the sentence or the end of the aside.
    fn reduced(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let (first, end) = words.sentence(group);
        let aside = words.before(group, 1).tag == Tag::Comma;
        let about = aside || words.before(group, 1).tag.ends_phrase();
        let raises = entry.allows(frame::CLAUSE | frame::RAISE) && !entry.allows(frame::HEARER);
        let is = words.tag(after) == Tag::To && words.is(after + 1, &["be", "have"]);
        if !about || !raises || !is || group == first {
            return None;
        }
        let stops = |at: usize| {
            let tag = words.tag(at);
            tag.is_finite()
                || matches!(tag, Tag::Comma | Tag::Stop | Tag::Dash | Tag::CloseBracket)
                || matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Quote)
        };
        let to = (after + 2..end.min(after + THOUGHT)).find(|&at| stops(at))?;
        let to = (after + 2..to).rev().find(|&at| words.tag(at) != Tag::Adverb)? + 1;
        Some(of_nobody(Phrase::new(group, after), vec![Phrase::new(after, to)], entry))
    }

    /// `was blamed by her party | for the defeat`, but `by a spokesman for the mayor`: where whoever blames ends.
    fn before_cause(&self, by: Phrase, entry: &CueEntry) -> usize {
        let words = self.words;
        let blames = entry.act == Act::Speech
            && entry.allows(frame::OBJECT)
            && !entry.allows(frame::CLAUSE | frame::INFINITIVE);
        let cause = (by.from + 1..by.to)
            .find(|&at| words.is(at, &["for"]) && !words.at(at - 1).entry.is(TITLE | SPEAKER_NOUN));
        cause.filter(|_| blames).unwrap_or(by.to)
    }

    /// `was accused of [taking bribes] by a former clerk`: who said it, where content from `from` to `to` ends in a
    /// phrase with "by" that belongs to nothing else in it.
    fn said_by(&self, from: usize, to: usize) -> Option<Phrase> {
        let words = self.words;
        let by = (from + 1..to).rev().find(|&at| words.is(at, &["by"]))?;
        let end = phrase_right(words, by + 1, true)?;
        let whole = end >= to || apposition(words, end) >= to;
        let done = matches!(words.before(by, 1).tag, Tag::Participle | Tag::Finite);
        let done = done || (from..by).any(|at| words.tag(at) == Tag::Participle);
        let who = Phrase::new(by + 1, to);
        (whole && !done && is_somebody(words, who)).then_some(who)
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
        Some(Draft { reason, ..of_nobody(Phrase::new(group, after), content, entry) })
    }

    /// Content in front of `it was announced`, which says not by whom.
    fn impersonal(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let ends =
            matches!(words.tag(after), Tag::Stop | Tag::Time | Tag::Comma) || is_date(words, after);
        let (content, reason) = self
            .fronted(group - 1, group, after - 1, after, entry)
            .filter(|_| ends && entry.act == Act::Speech)?;
        Some(Draft { reason, ..of_nobody(Phrase::new(group, after), content, entry) })
    }

    /// `Asked [whether the bridge would open], Kerry smiled`: a question that nobody is named for, before or behind what
    /// whoever heard it did.
    pub(crate) fn was_asked(&self, at: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        if !words.is(at, &["asked"]) {
            return None;
        }
        let first = words.sentence(at).0;
        let led = words.is(at.wrapping_sub(1), &["when", "if", "once"]) && at > first;
        let from = at - usize::from(led);
        let opens = from == first;
        if !(opens || led) {
            return None;
        }
        let found = complement(words, after, entry, true)
            .filter(|found| found.reason == QuoteReason::QuestionClause)?;
        if (after..found.from).any(|at| words.is(at, &["by"]) && !words.is_means(at)) {
            return None;
        }
        let waits = |comma: &usize| {
            opens && words.tag(*comma) == Tag::Comma && clause_begins(words, *comma + 1)
        };
        let to = (found.from + 1..found.to).find(waits).unwrap_or(found.to);
        let piece = Phrase::new(found.from, to);
        Some(of_nobody(Phrase::new(at, after), vec![piece], entry))
    }

    /// `As reported by the Herald, [the bridge is closed]`: content behind a participle with "as", told by `by`.
    fn as_told_by(
        &self,
        group: usize,
        after: usize,
        by: Option<Phrase>,
        entry: &CueEntry,
    ) -> Option<Draft> {
        let by = by.filter(|_| entry.allows(frame::CLAUSE))?;
        let content = self.as_told(group, by.to)?;
        let draft = of_nobody(Phrase::new(group, after), content, entry);
        Some(Draft { speaker: Some(by), reason: QuoteReason::Aside, ..draft })
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
        let verb = self.passive_verb(group, after, entry, be);
        if let Some(found) = self.as_told_by(group, after, verb.by, entry).filter(|_| !be) {
            return Some(found);
        }
        if self.tells_nothing(verb, entry) {
            return None;
        }
        if verb.by.is_none()
            && let Some(found) = self.unattributed(verb, entry)
        {
            return Some(found);
        }
        let right = self.complement_of(verb, entry);
        // "a conference [called upon to launch the talks]": what it is for, and nobody called.
        let clause = |reason| right.as_ref().is_some_and(|right| right.reason == reason);
        if !verb.be && verb.by.is_none() && clause(QuoteReason::Infinitive) {
            return None;
        }
        let mut content = Vec::new();
        if verb.be
            && !entry.allows(frame::HEARER)
            && entry.allows(frame::OBJECT | frame::CALL | frame::AS)
        {
            let subject = self.speaker(group, after - 1)?;
            let subject = self.clausal_subject(subject, group).unwrap_or(subject);
            // `It was announced that …` is about nothing else.
            let empty = words.is(subject.from, &["it"]) && clause(QuoteReason::ThatClause);
            content.extend((!empty).then_some(subject));
        }
        let has_subject = !content.is_empty();
        let mut speaker = verb.by;
        if let Some(right) = right {
            let (piece, by) = self.passive_complement(verb, &right);
            content.push(piece);
            speaker = by;
        } else if let Some(front) = self.in_front(verb, entry) {
            content.push(front);
        } else if self.leads_on(verb, entry, has_subject) {
            let found = led(words, verb.start, QuoteReason::Passive)?;
            let to = self.aside_end(group, verb.start, found.to);
            let by = self.said_by(verb.start, to).filter(|_| speaker.is_none());
            content.push(Phrase::new(verb.start, by.map_or(to, |by| by.from - 1)));
            speaker = speaker.or(by);
        }
        // `The date was announced.`: nobody has said what.
        let bare = entry.act != Act::Attitude
            && speaker.is_none()
            && content.iter().all(|piece| piece.to <= group);
        let draft = of_nobody(Phrase::new(group, after), content, entry);
        (!bare && !draft.content.is_empty()).then_some(Draft { speaker, ..draft })
    }

    /// The passive whose verbs are `group`: whoever is named behind "by", and where its complement may begin.
    fn passive_verb(&self, group: usize, after: usize, entry: &CueEntry, be: bool) -> Passive {
        let words = self.words;
        // `Firm urged to pay more`
        let be = be
            || words.is_heading()
                && !(0..words.len()).any(|at| words.tag(at).is_finite())
                && words.tag(after) == Tag::To;
        let by = words.is(after, &["by"]).then_some(after + 1);
        let by = by.and_then(|from| {
            Some(Phrase::new(from, phrase_right(words, past_acting(words, from), true)?))
        });
        let by = by.map(|by| Phrase::new(by.from, self.before_cause(by, entry)));
        // `Told by her boss, Ann Kerr, that …`
        let aside = by.map(|by| past_aside(words, by.to)).filter(|&start| {
            let opens =
                matches!(words.tag(start), Tag::That | Tag::To) || is_question(words, start);
            opens && entry.allows(frame::HEARER)
        });
        let start = aside.or(by.map(|by| by.to)).unwrap_or(after);
        let by = by.map(|by| Phrase::new(by.from, by.to.max(start.saturating_sub(1))));
        Passive { group, after, start, be, by }
    }

    /// What of the complement of a passive is content, and who has said it, who may be named behind it.
    fn passive_complement(&self, verb: Passive, right: &Complement) -> (Phrase, Option<Phrase>) {
        let Complement { from, to, reason, .. } = *right;
        let clause = reason == QuoteReason::ThatClause;
        let to = self.before_waiting_clause(verb.group, from, clause, to);
        // `were promised [a dam] by three mayors`
        // `was called [a liar] by the mayor`
        let called = reason == QuoteReason::Predicate;
        let thing = called || matches!(reason, QuoteReason::Object | QuoteReason::Preposition);
        let named = thing && verb.by.is_none();
        let by = named.then(|| self.said_by(from, to)).flatten();
        let speaker = verb.by.or(by);
        let to = by.map_or(to, |by| by.from - 1);
        let to = match speaker {
            None if clause => contrast_end(self.words, Phrase::new(from, to)),
            _ => to,
        };
        (Phrase::new(from, self.before_verb(verb.group, from, to)), speaker)
    }

    /// Passives that say nothing: `is called the Tarn Fund` is its name.
    fn tells_nothing(&self, verb: Passive, entry: &CueEntry) -> bool {
        let words = self.words;
        let Passive { group, after, start, be, by } = verb;
        let named = entry.allows(frame::CALL) && by.is_none() && self.is_named(after);
        // `was sought as a witness`: looked for.
        let wanted = by.is_none() && words.is(after - 1, &["sought"]);
        // `as was reported earlier`: it has no subject.
        let subjectless = be && words.is(group.wrapping_sub(1), &["as", "than"]);
        // "was quoted by the agency as saying": the agency only passes on what "saying" attributes.
        let passes_on = words.is(start, &["as"]) && words.has(start + 1, usage::SAYING);
        // `was meant to last`: of whose mind nothing is told.
        let meant =
            entry.frames == frame::INFINITIVE || by.is_none() && entry.uses & usage::ONCE != 0;
        named || wanted || subjectless || passes_on || meant
    }

    /// What nobody is named for with "by", and is not told of whom.
    fn unattributed(&self, verb: Passive, entry: &CueEntry) -> Option<Draft> {
        let Passive { group, after, be, .. } = verb;
        if !be {
            return self.reduced(group, after, entry);
        }
        // `[The talks have ended], it was announced on Monday.`
        let it = self.words.is(group.wrapping_sub(1), &["it"]);
        let found = || {
            let impersonal = self.impersonal(group, after, entry);
            impersonal.or_else(|| self.supposed(group, after, entry))
        };
        it.then(found).flatten()
    }

    /// What stands behind the verb, or behind who said it.
    fn complement_of(&self, verb: Passive, entry: &CueEntry) -> Option<Complement> {
        let hears = entry.allows(frame::HEARER);
        complement(self.words, verb.start, entry, true).filter(|found| {
            found.reason != QuoteReason::CueBeforeMarks || hears || verb.by.is_none()
        })
    }

    /// `a charge denied by Kerry`: what a participle with "by" stands behind.
    fn in_front(&self, verb: Passive, entry: &CueEntry) -> Option<Phrase> {
        if verb.be || verb.by.is_none() {
            return None;
        }
        let summary = self.denied_summary(verb.group, entry);
        summary.or_else(|| self.proposed_by(verb.group, verb.after, entry))
    }

    /// Whether "as", "for", "of" or an amount behind the verb tells what is said.
    fn leads_on(&self, verb: Passive, entry: &CueEntry, has_subject: bool) -> bool {
        let words = self.words;
        // `The cost was estimated at 40`
        let reckoned = verb.be && entry.allows(frame::AMOUNT) && words.is(verb.start, &["at"]);
        let seen_as = words.is(verb.start, &["as"])
            && verb.by.is_some()
            && entry.allows(frame::AS | frame::CALL);
        (reckoned || words.is(verb.start, &["as", "for", "of"])) && (has_subject || seen_as)
    }

    /// `[a tax] opposed by farmers`, `[The tax], opposed by farmers, …`: the phrase before a participle that says what
    /// somebody holds of it.
    fn proposed_by(&self, group: usize, after: usize, entry: &CueEntry) -> Option<Phrase> {
        let words = self.words;
        let aside = words.before(group, 1).tag == Tag::Comma;
        let frames = frame::AS | frame::GERUND | frame::URGE | frame::INFINITIVE;
        let by = Phrase::new(after + 1, phrase_right(words, after + 1, true)?);
        let holds = entry.allows(frame::OBJECT)
            && !entry.allows(frame::CALL)
            && !words.is(by.to, &["as"])
            // `a town attacked by gunmen`
            && !is_deed(words, after - 1, Some(by))
            && (entry.act == Act::Attitude || entry.act == Act::Speech && entry.allows(frames));
        let phrase = phrase_left(words, group - usize::from(aside))?;
        // `…, according to polls reported by the Herald`
        let source = words.is(phrase.from.wrapping_sub(2), &["according"]);
        let own = words.tag(group) == Tag::Participle && phrase.to > phrase.from && !source;
        (holds && own && is_somebody(words, by)).then_some(phrase)
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

/// What a passive attributes that names nobody.
fn of_nobody(cue: Phrase, content: Vec<Phrase>, entry: &CueEntry) -> Draft {
    Draft {
        cue: Some(cue),
        content,
        speaker: None,
        act: entry.act,
        reason: QuoteReason::Passive,
        evidence: None,
    }
}
