//! Verbs that attribute: which complement they take here, active, passive or inverted.

use crate::adjuncts::{past_adjunct, past_when};
use crate::begins::clause_begins;
use crate::clauses::{Complement, complement, is_question};
use crate::compared::puts_it;
use crate::deeds::{is_deed, is_event, is_idle, is_law, is_somebody, means_nothing};
use crate::ends::{aside_end, clause_end, contrast_end, ends_sentence, relative_end};
use crate::fronted::{past_adjuncts, waiting_front};
use crate::lexicon::{
    CueEntry,
    class::{
        BASE, BE, DET, HAVE, MEDIUM, PARTICIPLE, PAST, PLURAL, POSS, SPEAKER_NOUN, THIRD, TITLE,
        VERB_NOUN,
    },
    frame, lexicon, usage,
};
use crate::linking::{Draft, Linker};
use crate::nouns::is_doers;
use crate::particles::past_particle;
use crate::phrases::{
    Phrase, REACH, apposition, chunk_right, group_start, past_acting, past_aside, phrase_right,
};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words};

/// Behind a verb that the lists have without them they make another of it.
const OTHER: [&str; 3] = ["off", "up", "away"];

/// Particles that may stand behind a pronoun.
const PARTED: [&str; 5] = ["out", "off", "down", "aside", "up"];

/// How many words may stand behind the first of a name with a number.
const NUMBERED: usize = 4;

/// Words from "how" to the verb of how somebody put it.
const HOW: usize = 8;

/// Words behind "quoted" within which "as saying" stands.
const QUOTES: usize = 12;

/// Words between "used" and what for.
const USED: usize = 10;

/// Where a verb stands: its subject or group, its group, itself, one past its particle.
#[derive(Clone, Copy)]
struct Verb {
    start: usize,
    group: usize,
    at: usize,
    after: usize,
    /// It has a tense.
    finite: bool,
}

impl Linker<'_, '_> {
    /// What the verb at `at` attributes.
    pub(crate) fn verb(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let lemma = words.at(at).entry.verb?;
        if let Some(parted) = self.parted(at, lemma) {
            return Some(parted);
        }
        let (entry, after) = self.listed(at, lemma)?;
        if let Some(asked) = self.was_asked(at, after, entry) {
            return Some(asked);
        }
        let group = group_start(words, at);
        if self.is_mute(group, at) || self.gives_noun(at) || self.is_asking(at) {
            return None;
        }
        // `Kerr wanted to know who had paid`
        let asks = group < at && self.is_asking(group);
        let entry = if asks { quotation_entry() } else { entry };
        // `is said to | have told`, `is expected to | say`
        let own = self.own_group(group, at);
        let be =
            (own..at).any(|at| words.tag(at) == Tag::Be || words.is(at, &["been", "being", "be"]));
        let has = (own..at).any(|at| words.tag(at) == Tag::Have || words.is(at, &["have"]));
        let participle = words.tag(at) == Tag::Participle;
        // `Ban forecast to be lifted`
        let heads = participle && group == at && words.tag(after) == Tag::To;
        let urges = entry.allows(frame::URGE) && !words.at(after + 1).entry.is(BE | HAVE);
        let be = be || heads && !urges && words.has_no_verb();
        if let Some(passing) = self.in_passing(group, at, after, entry) {
            return Some(passing);
        }
        // `might seem odd`, `will be considered later`: nobody has thought it yet.
        let may = (group..at).any(|at| words.tag(at) == Tag::Modal);
        let seen = participle && be || !participle && entry.frames == frame::RAISE;
        if may && seen && words.tag(after) != Tag::That {
            return None;
        }
        // `seem reluctant to go`: the adjective tells what they feel.
        if seen && !participle && self.feels(after) {
            return None;
        }
        let raises = entry.allows(frame::RAISE)
            || participle && entry.allows(frame::CLAUSE) && !entry.allows(frame::HEARER);
        if raises && (!participle || be) {
            if let Some(draft) = self.raised(group, at, after, entry, participle) {
                return Some(draft);
            }
            if !entry.allows(frame::CLAUSE) {
                return None;
            }
        }
        let told = entry.allows(frame::HEARER) && self.is_told(group, at, after);
        if participle && (be || !has) || told {
            // `was allowed to go`: by what is not told.
            if words.has(at, usage::LAID) {
                return None;
            }
            return self.passive(group, after, entry, be || told);
        }
        let mut draft = self.active(group, at, after, entry)?;
        if own > group
            && let Some(cue) = &mut draft.cue
        {
            cue.from = cue.from.max(own);
        }
        Some(draft)
    }

    /// What the lists have for the verb at `at` with the particle behind it, and one past that.
    fn listed(&self, at: usize, lemma: u16) -> Option<(&'static CueEntry, usize)> {
        let words = self.words;
        lexicon().verbs(lemma).iter().find_map(|entry| match entry.particle {
            Some(particle) => Some((entry, past_particle(words, at, particle)?)),
            // "called off": another verb, if the lists do not have it; but `said up to ten`.
            None => {
                let other = words.is(at + 1, &OTHER) && !words.is(at + 2, &["to", "and"]);
                (!other).then_some((entry, at + 1))
            }
        })
    }

    /// `ruled [that] out`, `turned [it] down`: a pronoun between the verb at `at` and the particle that makes it a cue.
    fn parted(&self, at: usize, lemma: u16) -> Option<Draft> {
        let words = self.words;
        let between = words.is(at + 1, &["it", "this", "that", "them"]);
        if !between || !words.is(at + 2, &PARTED) {
            return None;
        }
        let particle = words.surface(at + 2);
        let mut entries = lexicon().verbs(lemma).iter();
        let entry = entries.find(|entry| {
            entry.particle.is_some_and(|own| own.eq_ignore_ascii_case(particle))
                && entry.allows(frame::OBJECT)
        })?;
        let group = group_start(words, at);
        let finite = (group..=at).any(|at| words.tag(at).is_finite());
        let speaker = self.speaker(group, at).filter(|_| finite)?;
        let content = vec![Phrase::new(at + 1, at + 2)];
        let cue = Phrase::new(group, at + 1);
        Some(draft(cue, content, Some(speaker), entry.act, QuoteReason::Object))
    }

    /// The first word of what belongs to the verb at `at` alone, where a passive that raises governs it.
    fn own_group(&self, group: usize, at: usize) -> usize {
        let words = self.words;
        let to = (group..at).rev().find(|&at| words.tag(at) == Tag::To);
        let raised = |to: usize| {
            let verb = to.checked_sub(1).filter(|&verb| verb > group)?;
            let lemma = words.at(verb).entry.verb?;
            let raises = lexicon().verbs(lemma).iter().any(|entry| {
                entry.allows(frame::CLAUSE | frame::RAISE) && !entry.allows(frame::HEARER)
            });
            let be = (group..verb).any(|at| words.tag(at) == Tag::Be);
            (raises && be && words.tag(verb) == Tag::Participle).then_some(to + 1)
        };
        to.and_then(raised).unwrap_or(group)
    }

    /// Whether the verb at `at` is that of `wants to know`.
    fn is_asking(&self, at: usize) -> bool {
        let words = self.words;
        words.is(at, &["want", "wants", "wanted"])
            && words.is(at + 1, &["to"])
            && words.is(at + 2, &["know"])
            && matches!(words.tag(at + 3), Tag::Stop | Tag::Comma)
    }

    /// `[“Wet and tired”] was how Kerr described himself`: what stands in front of the verb in `group`.
    fn how_put(&self, group: usize) -> Option<Phrase> {
        let words = self.words;
        let floor = group.saturating_sub(HOW);
        let how = (floor..group).rev().find(|&at| words.is(at, &["how"]))?;
        let be = how.checked_sub(1).filter(|&be| words.tag(be) == Tag::Be)?;
        let pair = words.pair_at(be.checked_sub(1)?)?;
        let open = words.index_at(pair.open.start());
        let article = usize::from(words.before(open, 1).tag == Tag::Determiner);
        (words.index_at(pair.end) == be).then(|| Phrase::new(open - article, be))
    }

    /// `[Told that it was shut], Kerry left`, `Kerry, told in May that it was shut, left`, `Court told it was shut`: a
    /// verb that names who hears it and does not.
    fn is_told(&self, group: usize, at: usize, after: usize) -> bool {
        let words = self.words;
        if group != at || !words.at(at).entry.is(PARTICIPLE) {
            return false;
        }
        let opens = at == words.sentence(at).0;
        // `Asked by a clerk why it was shut, Kerry left`
        if opens && words.is(after, &["by"]) && !words.is_means(after) {
            return phrase_right(words, past_acting(words, after + 1), true).is_some_and(|to| {
                let next = past_aside(words, to);
                let to = words.tag(next) == Tag::To && words.has(at, usage::HEARD);
                to || words.tag(next) == Tag::That || is_question(words, next)
            });
        }
        let aside = words.before(at, 1).tag == Tag::Comma || words.is_heading();
        let next = past_adjunct(words, after).filter(|_| words.tag(after) == Tag::Preposition);
        words.tag(next.or_else(|| past_when(words, after)).unwrap_or(after)) == Tag::That
            && (opens || aside && words.has(at, usage::HEARD))
    }

    /// Whether the verb says nothing: a deed, or a participle that stands before its noun (`on alleged
    /// camps`).
    fn is_mute(&self, group: usize, at: usize) -> bool {
        let words = self.words;
        // `was not authorised to discuss it`
        let barred = |at: usize| words.is(at, &["authorized", "authorised"]);
        if (group..at).any(|at| barred(at) || is_idle(words, at)) {
            return true;
        }
        let modifies = group == at
            && words.at(at).entry.is(PARTICIPLE)
            && !words.at(at).entry.is(BASE)
            && words.before(at, 1).tag == Tag::Preposition
            && matches!(words.tag(at + 1), Tag::Noun | Tag::Adjective);
        let deed = || {
            let subject = subject_left(words, group);
            is_deed(words, at, subject)
        };
        // `with chanting crowds`
        let going = group == at
            && words.tag(at) == Tag::Gerund
            && words.is(at.wrapping_sub(1), &["with"])
            && words.tag(at + 1) == Tag::Noun;
        modifies || going || words.has(at, usage::DEED) && deed()
    }

    fn active(&self, group: usize, at: usize, after: usize, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        if entry.allows(frame::BESIDE)
            && let Some(found) = self.inverted(group, at, after, entry)
        {
            let cue = Phrase::new(group, after);
            return Some(draft(cue, found.0, Some(found.1), entry.act, found.2));
        }
        let speaker = self.speaker(group, at);
        if let Some(front) = self.how_put(group) {
            let own =
                |at: usize| words.is(at, &["himself", "herself", "itself", "themselves", "it"]);
            let object = chunk_right(words, after).filter(|_| !own(after));
            let object = object.map(|to| Phrase::new(after, to));
            let content = [Some(front), object].into_iter().flatten().collect();
            let cue = Phrase::new(group, after);
            return Some(draft(cue, content, speaker, entry.act, QuoteReason::Predicate));
        }
        let finite = (group..=at).any(|at| words.tag(at).is_finite());
        let start = speaker.map_or(group, |speaker| speaker.from.min(group));
        let verb = Verb { start, group, at, after, finite };
        if self.says_nothing(verb, speaker, entry) {
            return None;
        }
        if let Some((content, speaker, reason)) = self.said_around(verb, speaker, entry) {
            return Some(draft(Phrase::new(group, after), content, speaker, entry.act, reason));
        }
        if self.cites_source(at, after) || self.tells_of(start, after) {
            return None;
        }
        if right_empty(words, after)
            && let Some((content, who)) = self.said_by_another(group, at)
        {
            let (cue, reason) = (Phrase::new(group, after), QuoteReason::CueAfterMarks);
            return Some(draft(cue, content, Some(who), entry.act, reason));
        }
        self.complemented(verb, speaker, entry)
    }

    /// Verbs that tell nothing of this subject, or stand without one: `The job requires care`.
    fn says_nothing(&self, verb: Verb, speaker: Option<Phrase>, entry: &CueEntry) -> bool {
        let words = self.words;
        let Verb { group, at, finite, .. } = verb;
        let Some(speaker) = speaker else {
            return !finite
                || words.tag(at) == Tag::Finite && group == at
                || words.has(at, usage::LAID) && !words.is_heading();
        };
        words.has(at, usage::LAID) && !is_law(words, speaker) && !words.is_heading()
            || entry.act != Act::Other && is_event(words, speaker)
            || group == at && self.is_noun(speaker, at)
    }

    /// What is said stands neither before nor behind the verb as its object: in a relative clause, behind an aside
    /// with "as", in what a noun sums up.
    fn said_around(
        &self,
        verb: Verb,
        speaker: Option<Phrase>,
        entry: &CueEntry,
    ) -> Option<(Vec<Phrase>, Option<Phrase>, QuoteReason)> {
        let words = self.words;
        let Verb { start, group, at, after, .. } = verb;
        if entry.allows(frame::CLAUSE) {
            if let Some(content) = self.singled_out(start, after) {
                return Some((vec![content], speaker, QuoteReason::ThatClause));
            }
            if let Some((content, who)) = self.thing_said(speaker, group, after) {
                return Some((content, Some(who), QuoteReason::Relative));
            }
            if let Some(content) = self.gapped(start, group, after, entry.act == Act::Attitude) {
                return Some((content, speaker, QuoteReason::Relative));
            }
        }
        // `as Kerry put it`
        let put = puts_it(words, at, after);
        // `As Kerry told the court, …`
        let heard = entry.allows(frame::HEARER) && words.tag(after).begins_phrase();
        let past = heard.then(|| chunk_right(words, after)).flatten().unwrap_or(after);
        let told = self.as_told(start, past + usize::from(put));
        let told = told
            .filter(|_| put || entry.allows(frame::CLAUSE) && !words.has(at, usage::BUSY))
            .or_else(|| self.as_warned(start, at, after, entry));
        if let Some(content) = told {
            return Some((content, speaker, QuoteReason::Aside));
        }
        if let Some(content) = self.than_hoped(start, after, entry) {
            return Some((content, speaker, QuoteReason::Relative));
        }
        let (content, speaker) = self.heard_from(at, after)?;
        Some((vec![content], Some(speaker), QuoteReason::ThatClause))
    }

    /// What is said stands before or behind the verb.
    fn complemented(&self, verb: Verb, speaker: Option<Phrase>, entry: &CueEntry) -> Option<Draft> {
        let words = self.words;
        let Verb { start, group, at, after, .. } = verb;
        let right = complement(words, after, entry, false);
        // `Nobody mentioned the fire`
        let nobody = speaker.is_some_and(|who| words.has(who.from, usage::NOBODY));
        if nobody
            && entry.act == Act::Speech
            && right.is_some_and(|found| found.reason == QuoteReason::Object)
        {
            return None;
        }
        if right.is_some_and(|found| self.quotes_saying(found)) {
            return None;
        }
        let relative = |content| {
            let cue = Phrase::new(group, after);
            draft(cue, content, speaker, entry.act, QuoteReason::Relative)
        };
        if let Some(content) = self.summed_up(start, group, after, entry) {
            return Some(relative(content));
        }
        if right.is_some_and(|found| {
            self.is_naming(start, entry, found) || means_nothing(words, at, found.reason, speaker)
        }) {
            return None;
        }
        if right.is_none()
            && let Some(content) = self.relative_object(start, group, after, entry)
        {
            return Some(relative(content));
        }
        let (mut content, reason, to) = self.sides(verb, entry, right)?;
        if let (Some(piece), Some(who)) = (content.last_mut(), speaker)
            && matches!(reason, QuoteReason::BareClause | QuoteReason::ThatClause)
        {
            piece.to = relative_end(words, who, piece.from, piece.to);
            if !is_somebody(words, who) {
                piece.to = contrast_end(words, *piece);
            }
        }
        Some(draft(Phrase::new(group, to), content, speaker, entry.act, reason))
    }

    /// `adopted [a rights] plan to`, `goes on with [disputed] plans to`: whether what may be a verb or a noun is the
    /// last word of the phrase that would be its subject.
    fn is_noun(&self, subject: Phrase, at: usize) -> bool {
        let words = self.words;
        let entry = words.at(at).entry;
        if subject.to != at || !entry.is(BASE | THIRD) {
            return false;
        }
        let last = words.at(at - 1);
        let one = words.is(subject.from, &["a", "an", "each", "every", "another"])
            && (subject.from..at).all(|at| !words.is(at, &["of"]))
            // `a mere 9 percent say`, `just a third say`
            && !(subject.from..at).any(|at| words.tag(at) == Tag::Number)
            && !words.is(at - 1, &["third", "quarter", "fifth", "half", "percent"])
            && (entry.is(VERB_NOUN) || !last.surface.ends_with('s') && !last.entry.is(PLURAL));
        let disagrees = one && entry.is(BASE) && !entry.is(PAST | PARTICIPLE);
        if disagrees || !entry.is(VERB_NOUN) {
            return disagrees;
        }
        let led = words.before(subject.from, 1).tag == Tag::Preposition
            && !words.before(subject.from, 2).tag.ends_phrase();
        let bare = (subject.from..at)
            .all(|at| matches!(words.tag(at), Tag::Noun | Tag::Adjective) && !words.at(at).capital);
        led && bare
    }

    /// `The inquest heard from [Kerry] that [the lock had been forced]`: who says it is named behind "from".
    fn heard_from(&self, at: usize, after: usize) -> Option<(Phrase, Phrase)> {
        let words = self.words;
        if !words.has(at, usage::HEARS) || !words.is(after, &["from"]) {
            return None;
        }
        let to = phrase_right(words, after + 1, true)?;
        let that = past_when(words, to).unwrap_or(to);
        let end = clause_end(words, that + 1, that);
        let heard = words.tag(that) == Tag::That && end > that + 1;
        heard.then(|| (Phrase::new(that, end), Phrase::new(after + 1, to)))
    }

    /// `called the mayor`, `a ship called the Ann`: with one phrase alone nobody is called anything.
    fn is_naming(&self, start: usize, entry: &CueEntry, found: Complement) -> bool {
        let words = self.words;
        let names = entry.allows(frame::CALL)
            && !entry.allows(frame::AS | frame::CLAUSE | frame::GERUND)
            && found.reason == QuoteReason::Predicate;
        // `what he called a mess`
        let gapped = words.before(start, 1).tag == Tag::Wh
            || words.before(start, 1).tag.ends_phrase()
            || words.before(start, 1).tag == Tag::That;
        if !names || gapped || (found.from..found.to).any(|at| words.at(at).pair.is_some()) {
            return false;
        }
        let Some(to) = chunk_right(words, found.from) else { return false };
        // `called Ruiz unfit`, `called the plan unworkable`
        let noun = found.from + usize::from(words.tag(found.from) == Tag::Determiner);
        // `called Orion 9`, `called the Tarn No. 2 Centre`
        let numbered = |at: usize| words.at(at).capital || words.tag(at) == Tag::Number;
        let to = (to..to + NUMBERED).find(|&at| !numbered(at)).unwrap_or(to);
        let names = (noun..to).all(numbered);
        // `called the office by phone`
        let rang = words.is_means(to);
        let one = (names || rang || words.tag(to) == Tag::Wh || to == noun + 1)
            && !words.is(found.from, &["this", "that"]);
        let rest = matches!(
            words.tag(to),
            Tag::Preposition | Tag::To | Tag::Time | Tag::Wh | Tag::Coordinator | Tag::Participle
        ) || words.tag(to).is_break()
            || (names || words.tag(found.from) == Tag::Pronoun) && words.tag(to).is_finite();
        one && (rest || to >= found.to)
    }

    /// Whether a name of a thing stands at `at`: an article perhaps, then capitals.
    pub(crate) fn is_named(&self, at: usize) -> bool {
        let words = self.words;
        let from = at + usize::from(words.is(at, &["the"]));
        let to = chunk_right(words, at).unwrap_or(from);
        to > from && (from..to).all(|at| words.at(at).capital)
    }

    /// `…, citing two officials`: who is named there said it, and is not said.
    fn cites_source(&self, at: usize, after: usize) -> bool {
        let words = self.words;
        words.is(at, &["citing", "quoting"])
            && chunk_right(words, after).is_some_and(|to| {
                let speaks =
                    |at| words.at(at).entry.is(SPEAKER_NOUN | TITLE) || is_doers(words, at);
                (after..to).any(speaks)
                    && !(after..to).any(|at| words.at(at).pair.is_some())
                    && !words.is(to, &["as"])
            })
    }

    /// `“…,” Kerr recalled [his father saying]`: whether words in marks before the subject at `start` are another's,
    /// who is named behind the verb.
    fn tells_of(&self, start: usize, after: usize) -> bool {
        let words = self.words;
        let marks = start.checked_sub(1).is_some_and(|close| words.closes_speech(close));
        let to = marks.then(|| phrase_right(words, after, false)).flatten();
        to.is_some_and(|to| {
            let says = to + usize::from(words.is(to, &["as"]));
            words.has(says, usage::SAYING) && right_empty(words, says + 1)
        })
    }

    /// `[“…,”] Kerr recalled [his father] saying`, `[“…,”] the paper quoted [Kerr] as saying`: the words in marks,
    /// and whose they are.
    fn said_by_another(&self, group: usize, at: usize) -> Option<(Vec<Phrase>, Phrase)> {
        let words = self.words;
        if !words.has(at, usage::SAYING) || words.tag(at) != Tag::Gerund || group != at {
            return None;
        }
        let end = at - usize::from(words.is(at.checked_sub(1)?, &["as"]));
        let floor = words.sentence(at).0.max(end.saturating_sub(QUOTES));
        let verb = (floor..end).rev().find(|&at| words.tag(at) == Tag::Finite)?;
        let subject = subject_left(words, group_start(words, verb))?;
        let close = subject.from.checked_sub(1).filter(|&close| words.closes_speech(close))?;
        let who = Phrase::new(verb + 1, end);
        let (content, _) = self.fronted_marks(close + 1, self.floor(close + 1))?;
        (who.from < who.to).then_some((content, who))
    }

    /// "quoted Kerry as saying": what Kerry says is attributed by "saying".
    fn quotes_saying(&self, found: Complement) -> bool {
        let words = self.words;
        let as_saying = |at: usize| words.is(at, &["as"]) && words.has(at + 1, usage::SAYING);
        let mut near = (found.from..found.from + QUOTES)
            .take_while(|&at| !words.tag(at).is_finite() && words.tag(at) != Tag::Stop);
        near.any(as_saying)
    }

    /// The content in front of a verb, or behind it, or both; why, and one past the last word of the cue.
    fn sides(
        &self,
        verb: Verb,
        entry: &CueEntry,
        right: Option<Complement>,
    ) -> Option<(Vec<Phrase>, QuoteReason, usize)> {
        let words = self.words;
        let Verb { start, group, at, after, finite } = verb;
        let left = if entry.allows(frame::BESIDE) {
            self.fronted(start, group, at, after, entry)
        } else {
            None
        };
        if let Some((mut content, reason)) = left {
            let split = self.quoted(&content) && self.comma_closes(start);
            match right {
                Some(found) if found.reason == QuoteReason::CueBeforeMarks && split => {
                    content.push(Phrase::new(found.from, found.to));
                    self.joined(&mut content);
                    return Some((content, QuoteReason::SplitMarks, after));
                }
                // `…, the agency reported on its channel`
                Some(found)
                    if !split
                        && (reason != QuoteReason::FrontedClause
                            || found.reason != QuoteReason::Preposition) => {}
                _ => {
                    let split = self.after_cue(after, &mut content);
                    return Some((content, split_reason(split, reason, false), after));
                }
            }
        }
        let found = right?;
        let thing = matches!(found.reason, QuoteReason::Object | QuoteReason::Preposition);
        // `Commenting on the vote, Kerry said …`: what it is about, not what is said.
        let about = words.tag(group) == Tag::Gerund
            && group == words.sentence(at).0
            && found.reason == QuoteReason::Preposition;
        let aims = !finite && words.tag(group) == Tag::To && !self.is_used(group);
        if about || aims && thing {
            return None;
        }
        let to = self.aside_end(group, found.from, found.to);
        let to = self.before_main_clause(group, found, to);
        let mut content = vec![Phrase::new(found.from, to)];
        let mut reason = found.reason;
        if found.reason == QuoteReason::CueBeforeMarks {
            self.joined(&mut content);
            if let Some(front) = waiting_front(words, start, after, found.from) {
                content.insert(0, front);
                reason = QuoteReason::SplitClause;
            }
        }
        Some((content, reason, found.lead.unwrap_or(after)))
    }

    /// `used her speech [to call for peace]`, `went on television [to defend it]`: whether somebody had the floor for what
    /// the infinitive at `to` tells.
    fn is_used(&self, to: usize) -> bool {
        let words = self.words;
        let floor = to.saturating_sub(USED).max(words.sentence(to).0);
        let mut near = (floor..to).rev().take_while(|&at| !words.tag(at).is_break());
        let mut heard = false;
        let uses = near.find(|&at| {
            heard |= words.at(at).entry.is(MEDIUM)
                || words.has(at, usage::AIR | usage::OCCASION)
                || words.is(at, &["question", "platform", "time"]);
            words.is(at, &["used", "use", "uses", "using", "took", "takes", "taking", "went"])
        });
        heard && uses.is_some()
    }

    /// One past the last word of the quotation that opens at `open`.
    fn close_of(&self, open: usize) -> usize {
        let words = self.words;
        words.pair_at(open).map_or(open, |pair| words.index_at(pair.end))
    }

    /// `As Kerry reported earlier, [the bridge is closed]`: content behind a clause with "as".
    pub(crate) fn as_told(&self, start: usize, after: usize) -> Option<Vec<Phrase>> {
        let words = self.words;
        let (first, end) = words.sentence(after.saturating_sub(1));
        // `But as Kerry reported, …`
        let lead = start.checked_sub(1).filter(|&lead| lead >= first && words.is(lead, &["as"]))?;
        let joins =
            matches!(words.before(lead, 1).tag, Tag::Coordinator | Tag::OpenBracket | Tag::Colon);
        if lead > first && !joins {
            return None;
        }
        let plain = |at: usize| {
            matches!(words.tag(at), Tag::Adverb | Tag::Time | Tag::ObjectPronoun)
                || words.is(at, &["earlier", "before", "first"])
        };
        let comma = (after..end).find(|&at| !plain(at))?;
        // `As Kerry put it in a speech, …`
        let comma = past_adjuncts(words, comma).unwrap_or(comma);
        let to = clause_end(words, comma + 2, comma + 1);
        let begins = words.opens_speech(comma + 1) || clause_begins(words, comma + 1);
        let to = if words.opens_speech(comma + 1) { to.max(self.close_of(comma + 1)) } else { to };
        (words.tag(comma) == Tag::Comma && begins).then(|| vec![Phrase::new(comma + 1, to)])
    }

    /// `Kerry` in `"…," said Kerry`: content, speaker, reason.
    fn inverted(
        &self,
        group: usize,
        at: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<(Vec<Phrase>, Phrase, QuoteReason)> {
        let words = self.words;
        // `Says Kerry, “…”`, but `Ask her why.`
        let tensed = at > 0 || words.at(at).entry.is(THIRD | PAST) && !words.at(at).entry.is(BASE);
        if group != at || words.tag(at) != Tag::Finite || !tensed {
            return None;
        }
        let closes = at > 0 && words.closes_speech(at - 1);
        // `Mill burns, orders probe`: in a heading no subject stands behind its verb.
        let heads = entry.allows(frame::HEADING) && words.is_heading();
        // `“… rained.” Said Kerry, “…”`: a sentence of its own.
        let begins = words.at(at).capital && ends_sentence(words, at) && closes;
        let opens = at == words.sentence(at).0 || begins;
        let after_marks = closes && !begins;
        let marked = at > 0 && self.is_marked_comma(at - 1);
        let comma = (words.before(at, 1).tag == Tag::Comma || marked) && at > 0 && !heads;
        if !(after_marks || comma || opens) {
            return None;
        }
        // `…, said on Friday the mayor`
        let when = past_when(words, after);
        let named = |&at: &usize| {
            words.is(at, &["the"]) || words.at(at).entry.is(TITLE) && words.tag(at + 1) == Tag::Name
        };
        let after = when.filter(named).unwrap_or(after);
        // `Kerr, asked again, shouted back`
        if words.is(after, &["back", "out", "up", "off", "on"]) {
            return None;
        }
        let to = phrase_right(words, after, true)?;
        if words.tag(to).is_finite() || words.tag(to) == Tag::To {
            return None;
        }
        let waits = comma && !after_marks && self.waits(at, to);
        let speaker = Phrase::new(after, if waits { to } else { apposition(words, to) });
        if opens && !after_marks {
            let found = complement(words, to, quotation_entry(), false)?;
            return (found.reason != QuoteReason::BareClause)
                .then(|| (vec![Phrase::new(found.from, found.to)], speaker, found.reason));
        }
        let behind = if waits { to } else { self.behind_speaker(to, speaker.to) };
        let apart = behind > to && words.tag(behind) == Tag::Comma;
        let (mut content, reason) = self.fronted(at, group, at, behind, entry)?;
        // `The answer, dated May 2, proposed a truce`: an aside, and behind the verb what it is about.
        let piece = content.first().is_some_and(|first| {
            !(first.from..first.to).any(|at| {
                let aside = words.before(at, 1).tag == Tag::Comma;
                words.tag(at).is_finite() && !(aside && words.at(at).entry.is(PARTICIPLE))
            })
        });
        let plain = entry.allows(frame::OBJECT) && !words.is(at, &["said", "says", "say"]);
        // `No truce yet, say parties`: a heading needs no verb.
        let piece = piece && !words.is_heading() && !apart;
        // `The poll, released on Monday, showed Kerr ahead`
        let aside = |first: &Phrase| (first.from..first.to).any(|at| words.tag(at) == Tag::Comma);
        let parted = piece && plain && content.first().is_some_and(aside);
        let object = (piece || plain) && !after_marks && (parted || !names_speaker(words, after));
        // `“…,” Kerry, the envoy, told reporters`: who speaks stands behind the marks.
        let aside = comma && !after_marks && self.is_behind_marks(at - 1);
        let clause = comma && !after_marks && !apart && clause_begins(words, after);
        if object || aside || clause {
            return None;
        }
        let split = self.after_cue(behind.max(speaker.to), &mut content);
        Some((content, speaker, split_reason(split, reason, true)))
    }

    /// `It was, said Kerry, a bad day`: whether the verb before the comma in front of the cue at `at` has its end behind the
    /// name that ends at `to`.
    fn waits(&self, at: usize, to: usize) -> bool {
        let words = self.words;
        let passive = words.before(at, 2).tag == Tag::Participle
            && matches!(words.before(at, 3).tag, Tag::Be | Tag::Have);
        words.before(at, 2).tag.is_verb() && !passive && !self.names_office(at, to)
    }

    /// `The mill will close, said Kerr, the mayor.`: whether no more than an office stands behind the name that ends at `to`,
    /// where what is said in front of the cue at `at` is whole. But `Her father was, said Kerr, a judge.`
    fn names_office(&self, at: usize, to: usize) -> bool {
        let words = self.words;
        let copula = matches!(words.before(at, 2).tag, Tag::Be | Tag::Have | Tag::Modal);
        let head = chunk_right(words, to + 1).filter(|_| words.tag(to) == Tag::Comma && !copula);
        head.is_some_and(|to| {
            words.at(to - 1).entry.is(TITLE | SPEAKER_NOUN) || words.tag(to - 1) == Tag::Name
        })
    }

    /// `The town, said Kerr, who lives there, | cannot pay`, `…, said Kerr, the mayor.`: one past what is told between
    /// commas of who spoke, whose name ends at `to` and an apposition to it at `apposed`, where the sentence ends there
    /// or goes on with what was said.
    fn behind_speaker(&self, to: usize, apposed: usize) -> usize {
        let words = self.words;
        if apposed > to {
            let goes_on = words.tag(apposed) == Tag::Comma && words.tag(apposed + 1).is_finite();
            return if goes_on || words.tag(apposed) == Tag::Stop { apposed } else { to };
        }
        if words.tag(to) != Tag::Comma || words.tag(to + 1) != Tag::Wh {
            return to;
        }
        aside_end(words, to, words.sentence(to).1).map_or(to, |next| next - 1)
    }

    /// Whether words stand between the comma at `comma` and quotation marks before it in the sentence.
    fn is_behind_marks(&self, comma: usize) -> bool {
        let words = self.words;
        let (first, _) = words.sentence(comma);
        let floor = first.max(comma.saturating_sub(REACH));
        (floor..comma).rev().find(|&at| words.at(at).quoted).is_some_and(|at| {
            // `“It works” for the town, said Kerr`: words in marks that the clause goes on behind.
            let closed = words.before(at, 1).tag.is_break() || words.tag(at + 1).is_break();
            at + 1 < comma && closed && words.closes_speech(at)
        })
    }
}

/// Whether nothing that could be said stands at `at`, behind a verb.
fn right_empty(words: &Words<'_>, at: usize) -> bool {
    matches!(words.tag(at), Tag::Stop | Tag::Comma | Tag::Time)
}

/// Whether a phrase at `at` begins as one that names who speaks.
fn names_speaker(words: &Words<'_>, at: usize) -> bool {
    let noun = at + usize::from(words.at(at).entry.is(DET | POSS));
    matches!(words.tag(at), Tag::Name | Tag::Pronoun)
        || (noun..noun + 3).any(|at| {
            words.tag(at) == Tag::Name || words.at(at).entry.is(TITLE | SPEAKER_NOUN | MEDIUM)
        })
}

const fn draft(
    cue: Phrase,
    content: Vec<Phrase>,
    speaker: Option<Phrase>,
    act: Act,
    reason: QuoteReason,
) -> Draft {
    Draft { cue: Some(cue), content, speaker, act, reason, evidence: None }
}

const fn split_reason(split: bool, reason: QuoteReason, inverted: bool) -> QuoteReason {
    match (split, reason) {
        (true, QuoteReason::CueAfterMarks) => QuoteReason::SplitMarks,
        (true, _) => QuoteReason::SplitClause,
        (false, QuoteReason::CueAfterMarks) if inverted => QuoteReason::InvertedCueAfterMarks,
        (false, reason) => reason,
    }
}

/// A stand-in entry that allows a quotation or a clause.
fn quotation_entry() -> &'static CueEntry {
    static ENTRY: CueEntry = CueEntry {
        particle: None,
        act: Act::Speech,
        frames: frame::BESIDE | frame::CLAUSE,
        leads: Vec::new(),
        uses: 0,
    };
    &ENTRY
}
