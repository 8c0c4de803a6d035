//! What follows a cue: a clause, an infinitive, an object or a quotation, perhaps after time and place
//! have been given (`said in Oslo on Monday that …`). Where it ends is told in `ends.rs`.

use crate::adjuncts::{
    aside_before, past_adjunct, past_condition, past_hearer, past_reduced, past_time, past_when,
};
use crate::begins::clause_begins;
use crate::deeds::is_somebody;
use crate::ends::{OPENING, clause_end, ends_sentence};
use crate::lexicon::{CueEntry, class::*, frame, lexicon, usage};
use crate::objects::object_end;
use crate::phrasal::{infinitive_after, phrase};
use crate::phrases::{Phrase, chunk_right, past_aside};
use crate::predicates::{is_count, is_scene, predicate_end};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// How far content may begin after its cue, in words.
pub(crate) const GAP: usize = 24;

/// A clause behind "that" without a verb that the tags know is longer than this, in words.
const VERBLESS: usize = 5;

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
    let limit = limit_of(start);
    let near = (start..limit).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(start);
    let hears = entry.allows(frame::HEARER) && !passive;
    let mut walk = Walk {
        words,
        entry,
        passive,
        start,
        end,
        near,
        hears,
        heard: !hears,
        hearer: None,
        adjunct: None,
    };
    let mut at = start;
    while at < limit {
        match walk.step(at) {
            Step::To(next) => at = next,
            Step::Found(None) if walk.hearer.is_some_and(|from| is_thing(words, from, entry)) => {
                break;
            }
            Step::Found(found) => return found,
            Step::End => break,
        }
    }
    // `promised 2 million meals`: nothing that somebody could be told follows.
    let from = walk.hearer.filter(|_| entry.allows(frame::OBJECT))?;
    let to = object_end(words, from);
    (to > from).then_some(Complement { from, to, lead: None, reason: QuoteReason::Object })
}

/// Whether the phrase at `at` is one word for no person: `urged [restraint], …`; or what somebody promises.
pub(crate) fn is_thing(words: &Words<'_>, at: usize, entry: &CueEntry) -> bool {
    if entry.uses & usage::BINDS != 0 {
        let to = chunk_right(words, at).unwrap_or(at + 1);
        return !is_somebody(words, Phrase::new(at, to));
    }
    let entry = words.at(at).entry;
    words.tag(at) == Tag::Noun
        && !entry.is(SPEAKER_NOUN | TITLE | PLURAL)
        && !words.surface(at).ends_with('s')
        && !words.tag(at + 1).ends_phrase()
}

/// A walk from a cue to its content, past what tells when, where and to whom.
pub(crate) struct Walk<'w, 'a> {
    pub(crate) words: &'w Words<'a>,
    pub(crate) entry: &'w CueEntry,
    pub(crate) passive: bool,
    /// One past the last word of the cue, and of the sentence.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The first word that is no adverb.
    pub(crate) near: usize,
    /// The cue has a hearer, and whether the hearer has come, and where.
    pub(crate) hears: bool,
    pub(crate) heard: bool,
    pub(crate) hearer: Option<usize>,
    /// One past what has told when or where.
    pub(crate) adjunct: Option<usize>,
}

/// What a word tells of the content.
enum Step {
    /// It comes later.
    To(usize),
    /// It begins here, or there is none.
    Found(Option<Complement>),
    /// No content can follow.
    End,
}

impl Walk<'_, '_> {
    fn step(&mut self, at: usize) -> Step {
        let words = self.words;
        if words.opens_speech(at) {
            let found = beside(words, at, QuoteReason::CueBeforeMarks);
            return Step::Found(found.map(|found| self.without_verb(found)));
        }
        if at >= self.end {
            return Step::End;
        }
        if let Some(next) = self.past_when_said(at) {
            return Step::To(next);
        }
        if words.is_means(at) {
            self.adjunct = Some(at + 2);
            return Step::To(at + 2);
        }
        if words.is(at, &["so"]) && words.is(at + 1, &["far"]) {
            return Step::To(at + 2);
        }
        // `said so`, `told him yes`
        let told = self.heard && at == self.near + 1 && words.tag(at - 1) == Tag::ObjectPronoun;
        if (at == self.near || told)
            && let Some(reason) = self.says_alone(at)
        {
            return Step::Found(Some(Complement { from: at, to: at + 1, lead: None, reason }));
        }
        if let Some(next) = self.past_how_said(at) {
            return Step::To(next);
        }
        self.by_tag(at)
    }

    /// What the tag of the word at `at` tells of the content.
    fn by_tag(&mut self, at: usize) -> Step {
        let (words, entry) = (self.words, self.entry);
        match words.tag(at) {
            Tag::Adverb | Tag::Negation => Step::To(at + 1),
            // `condemned Monday's attack`
            Tag::Time if words.tag(at + 1) == Tag::Genitive => self.phrase(at),
            // `voted Tuesday night | to sell`
            Tag::Time => Step::To(past_time(words, at).unwrap_or(at + 1)),
            Tag::Comma | Tag::Colon | Tag::Dash => self.sign(at),
            // `promised 40 miles of road in a town | that has none`
            Tag::That | Tag::Wh if self.binds_thing(at) => Step::End,
            Tag::That if entry.allows(frame::CLAUSE) => Step::Found(that_clause(words, at)),
            // `promised help to the families | who`: what stands behind a noun is about it.
            Tag::Wh
                if self.hearer.is_some() && is_relative(words, at, self.adjunct == Some(at)) =>
            {
                Step::End
            }
            // `learned of it from a carer | who`, `knew of her debts | when`
            Tag::Wh | Tag::Subordinator if self.is_circumstance(at) => Step::End,
            // `said without more money, the town could not pay`
            _ if at == self.near && self.opens(at) => {
                Step::Found(clause(words, at, QuoteReason::BareClause))
            }
            Tag::Wh | Tag::Subordinator
                if entry.allows(frame::CLAUSE)
                    && !entry.allows(frame::BOUND)
                    && is_question(words, at) =>
            {
                Step::Found(clause(words, at, QuoteReason::QuestionClause))
            }
            // `Norland says has taken the town`
            Tag::Be | Tag::Modal | Tag::Have if at == self.near && self.leaves_out_subject() => {
                Step::Found(clause(words, at, QuoteReason::BareClause))
            }
            // `asked me was it over`
            Tag::Be | Tag::Modal | Tag::Do | Tag::Have if self.asks(at) => {
                Step::Found(clause(words, at, QuoteReason::QuestionClause))
            }
            Tag::To if self.takes_infinitive(at) => Step::Found(self.infinitive(at)),
            Tag::Gerund if entry.allows(frame::CLAUSE) && clause_begins(words, at) => {
                Step::Found(clause(words, at, QuoteReason::BareClause))
            }
            Tag::Gerund if entry.allows(frame::GERUND | frame::OBJECT) => {
                Step::Found(gerund(words, at))
            }
            // `denied having taken it`, `recalled being there`
            Tag::Have | Tag::Participle | Tag::Do
                if entry.allows(frame::GERUND | frame::OBJECT)
                    && words.is(at, &["having", "being", "doing"]) =>
            {
                Step::Found(gerund(words, at))
            }
            // `says over four hundred seats are left`
            Tag::Preposition if at == self.near && self.counts(at) => {
                Step::Found(clause(words, at, QuoteReason::BareClause))
            }
            // `predicted up to six inches`
            Tag::Preposition if at == self.near && self.is_amount(at) => {
                let to = object_end(words, at + 1);
                let reason = QuoteReason::Object;
                Step::Found(Some(Complement { from: at, to, lead: None, reason }))
            }
            Tag::Preposition | Tag::Subordinator => self.preposition(at),
            _ if at == self.near && self.is_exclaimed(at) => Step::Found(exclaimed(words, at)),
            tag if tag.begins_phrase() || words.at(at).pair.is_some() || words.is(at, &["<"]) => {
                self.phrase(at)
            }
            Tag::ObjectPronoun => self.pronoun(at),
            Tag::Wh if entry.allows(frame::CALL | frame::OBJECT) => {
                Step::Found(clause(words, at, QuoteReason::Object))
            }
            // `told staff in a memo | seen by the paper | that`
            _ if past_reduced(words, at) > at => Step::To(past_reduced(words, at)),
            _ => Step::End,
        }
    }

    /// Past words for the time before it is told: `insisted as late as Monday | there was no list`.
    fn past_when_said(&self, at: usize) -> Option<usize> {
        let words = self.words;
        // `late on Monday`
        if words.is(at, &["late", "early", "later", "earlier"])
            && words.is(at + 1, &["on", "in", "that"])
        {
            return Some(at + 1);
        }
        // `insisted as late as Monday | there was no list`
        let dated = |at: usize| words.tag(at) == Tag::Time || words.at(at).entry.is(TIME);
        if words.is(at, &["as"]) && words.is(at + 2, &["as"]) && dated(at + 3) {
            return Some(past_time(words, at + 3).unwrap_or(at + 4));
        }
        None
    }

    /// What a comma, a colon or a dash leads to.
    fn sign(&mut self, at: usize) -> Step {
        let words = self.words;
        match words.tag(at) {
            // `cautioned, however, against it`
            Tag::Comma
                if words.is(at + 1, &["however", "though", "too"])
                    && words.tag(at + 2) == Tag::Comma =>
            {
                self.near = at + 3;
                Step::To(at + 3)
            }
            // `told a crowd in Salem, Oregon | on Monday that`, `told the head of the mill, that`
            Tag::Comma if self.past_state(at).is_some() => {
                let next = self.past_state(at).unwrap_or(at + 1);
                self.adjunct = Some(next);
                Step::To(next)
            }
            // `said on May 2, 1986, it had …`
            Tag::Comma if self.is_year(at) => {
                self.adjunct = Some(at + 2);
                Step::To(at + 2)
            }
            // `says at 7 a.m., a car left the road`
            Tag::Comma if self.adjunct == Some(at) && self.opens_after(at) => {
                Step::Found(clause(words, self.start, QuoteReason::BareClause))
            }
            // `I thought, this is it`
            Tag::Comma if at == self.near && self.is_aloud(at) => {
                Step::Found(clause(words, at + 1, QuoteReason::BareClause))
            }
            _ => Step::Found(after_sign(words, at, self.end, self.entry)),
        }
    }

    /// `which critics call [“a gift”] | has failed`: what something is called has no verb.
    fn without_verb(&self, found: Complement) -> Complement {
        let words = self.words;
        let close = words.pair_at(found.from).map_or(found.to, |pair| words.index_at(pair.end));
        let names = self.entry.allows(frame::CALL) && !self.entry.allows(frame::CLAUSE);
        let to = if names && words.tag(close).is_finite() { close } else { found.to };
        Complement { to, ..found }
    }

    /// `yelled “fire”`, `the badge reads “Captain”`: whether marks that hold a word or two open at `at`, behind a verb
    /// that takes words in marks and no object.
    fn is_exclaimed(&self, at: usize) -> bool {
        let words = self.words;
        let opens = words.pair_at(at).is_some_and(|pair| pair.open == words.at(at).span);
        let quotes = self.entry.allows(frame::BESIDE)
            && self.entry.act == Act::Speech
            && !self.entry.allows(frame::CALL | frame::OBJECT | frame::HEARER);
        opens && quotes && !self.passive
    }

    /// Whether a phrase that opens a clause stands at `at`, with the comma and the clause behind it.
    fn opens(&self, at: usize) -> bool {
        let words = self.words;
        let speaks = self.entry.allows(frame::CLAUSE) && self.entry.allows(frame::BESIDE);
        // `said as late as May, the dam …`
        let dated = words.is(at, &["as"]) && words.is(at + 2, &["as"]);
        let bound = words.is(at, &["because", "since"]);
        let opens = dated || bound || words.has(at, usage::OPENS);
        if !speaks || self.passive || self.hears || !opens {
            return false;
        }
        let mut signs = (at + 2..self.end.min(at + OPENING))
            .filter(|&at| matches!(words.tag(at), Tag::Comma | Tag::Dash));
        signs.any(|sign| clause_begins(words, sign + 1))
    }

    fn infinitive(&self, at: usize) -> Option<Complement> {
        let found = clause(self.words, at, QuoteReason::Infinitive)?;
        // `vowed never to sign`
        let never =
            !self.is_urged(at) && at > self.start && self.words.is(at - 1, &["not", "never"]);
        Some(Complement { from: at - usize::from(never), ..found })
    }

    fn preposition(&mut self, at: usize) -> Step {
        let (words, entry) = (self.words, self.entry);
        // `dismissed as a joke [the report that …]`
        let is_as = words.is(at, &["as"]);
        if is_as && !self.passive && at == self.near && entry.allows(frame::AS | frame::CALL) {
            let found = clause(words, at + 1, QuoteReason::Predicate);
            return Step::Found(found.map(|found| Complement {
                to: predicate_end(words, found.from, found.to),
                ..found
            }));
        }
        if is_as && !entry.is_led_by("as") {
            return Step::Found(None);
        }
        let far = words.is(at, &["about", "against", "whether", "if"]);
        let next = past_condition(words, at).or_else(|| past_adjunct(words, at));
        // `responded to the post in an e-mail: …`
        if entry.allows(frame::BESIDE)
            && let Some(colon) = self.announcing_colon(at)
        {
            return Step::To(colon);
        }
        // `asked me for help`
        let heard = at == self.near + 1 && words.tag(self.near) == Tag::ObjectPronoun;
        let leads = entry.is_led_by(words.surface(at))
            && (at == self.near || far || heard || self.leads_behind(at));
        // `asked the court | for leave to appeal`
        let asked = self.hearer.is_some_and(|at| !is_count(words, at)) || heard;
        if asked && words.is(at, &["for"]) && entry.is_led_by("for") {
            let found = led(words, at, QuoteReason::Preposition);
            return Step::Found(found.map(|found| Complement { from: at, lead: None, ..found }));
        }
        // `announced on the radio | that`
        let waits =
            entry.allows(frame::CLAUSE) && next.is_some_and(|next| words.tag(next) == Tag::That);
        // `agreed on Friday to …`
        let dated = words.tag(at + 1) == Tag::Time;
        // `appealed to the crew [to stay]`, and not `appealed to the young`
        if leads && entry.allows(frame::APPEAL) && words.is(at, &["to"]) {
            // `appealed to the crew, and to Kerr in particular, to stay`
            let past = |next| aside_before(words, next, Tag::To).unwrap_or(next);
            let to = next.map_or(at, |next| infinitive_after(words, past(next)));
            let aim = (words.tag(to) == Tag::To && to > at).then_some(to);
            return Step::Found(aim.and_then(|to| clause(words, to, QuoteReason::Infinitive)));
        }
        // `apologised to the crew | for the delay`
        let whom = words.is(at, &["to"]) && entry.is_led_by("for");
        let behind = |next: usize| past_when(words, next).unwrap_or(next);
        let whom = whom && next.is_some_and(|next| words.is(behind(next), &["for"]));
        if leads && !waits && !dated && !whom {
            return Step::Found(led(words, at, QuoteReason::Preposition));
        }
        // `was closed despite Kerry's warning | that`
        if next.is_some_and(|next| claims_before(words, next)) {
            return Step::Found(None);
        }
        self.adjunct = next;
        next.map_or(Step::Found(None), Step::To)
    }

    /// The colon behind phrases from `at` on: what it announces is what is said.
    fn announcing_colon(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let plain = |at: &usize| {
            let tag = words.tag(*at);
            !tag.is_finite() && !tag.is_break() && !matches!(tag, Tag::That | Tag::Wh | Tag::Quote)
        };
        let colon = at + (at..self.end.min(limit_of(at))).take_while(plain).count();
        (words.tag(colon) == Tag::Colon && words.surface(colon) == ":").then_some(colon)
    }

    fn phrase(&mut self, at: usize) -> Step {
        if let Some(next) = past_time(self.words, at).filter(|&next| !self.is_subject(at, next)) {
            return Step::To(next);
        }
        if !self.heard
            && let Some(next) = past_hearer(self.words, at, self.entry)
        {
            self.heard = true;
            self.hearer = Some(at);
            // `asked the chief, Ann Kerr, | why it was shut`
            let aside = past_aside(self.words, next);
            let opens = self.words.tag(aside) == Tag::That || is_question(self.words, aside);
            return Step::To(if opens { aside } else { next });
        }
        Step::Found(phrase(self.words, at, self.entry, self.passive))
    }

    /// Past the comma at `at` and the state behind it that a town is in, or before "that", behind a hearer or a place.
    fn past_state(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let heard = self.hearer.is_some() || self.adjunct.is_some();
        if !heard || !self.entry.allows(frame::CLAUSE) || words.before(at, 1).tag != Tag::Name {
            return None;
        }
        let state = |at: usize| words.tag(at) == Tag::Name;
        let to = (at + 1..at + 4).find(|&at| !state(at))?;
        let goes_on = matches!(words.tag(to), Tag::Preposition | Tag::Time | Tag::That);
        let bare = to == at + 1 && words.tag(to) != Tag::That;
        (goes_on && !bare).then_some(to)
    }

    /// `said [each year of school] pays`, `said [last week] was hard`: whether the time from `at` to `next` is what the
    /// clause is about.
    fn is_subject(&self, at: usize, next: usize) -> bool {
        let words = self.words;
        let each = words.is(at, &["each", "every"]);
        let verb = words.tag(next);
        // `the debates this year have drawn more`
        let noun = words.at(self.start.saturating_sub(1)).entry.is(VERB_NOUN);
        self.entry.allows(frame::CLAUSE)
            && (each && (words.is(next, &["of"]) || verb.is_finite())
                || !noun && matches!(verb, Tag::Be | Tag::Have | Tag::Modal))
    }

    fn pronoun(&mut self, at: usize) -> Step {
        let words = self.words;
        let urged = usize::from(words.tag(at + 1) == Tag::Negation) + at + 1;
        // `offered us | a truce`
        let once = self.entry.uses & usage::ONCE != 0;
        if (!self.heard || once) && words.tag(urged) != Tag::To {
            self.heard = true;
            return Step::To(at + 1);
        }
        Step::Found(phrase(words, at, self.entry, self.passive))
    }
}

/// Whether the clause with "that" at `at` is what a noun before it claims: `despite the warning | that`. A medium
/// only tells where it was said: `in a statement that`.
fn claims_before(words: &Words<'_>, at: usize) -> bool {
    let entry = words.before(at, 1).entry;
    let noun = entry.noun.and_then(|noun| lexicon().noun(noun));
    words.tag(at) == Tag::That
        && words.before(at, 1).tag == Tag::Noun
        && noun.is_some_and(|noun| noun.is_led_by("that"))
        && !entry.is(MEDIUM)
}

/// `said that it rained`; but `asked myself that every day` has no verb and is no clause.
fn that_clause(words: &Words<'_>, at: usize) -> Option<Complement> {
    let found = clause(words, at, QuoteReason::ThatClause)?;
    let verb = (at + 1..found.to).any(|at| words.tag(at).is_verb());
    (verb || found.to > at + VERBLESS).then_some(found)
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
        // `said:- “It rained.”`
        Tag::Colon if words.tag(at + 1) == Tag::Dash && words.opens_speech(at + 2) => {
            beside(words, at + 2, QuoteReason::CueBeforeMarks)
        }
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
            ) || words.at(at + 1).entry.is(PARTICIPLE)
                || close <= at + 4 && words.tag(at + 1) == Tag::Name;
            // `It rained, Kerr said, adding, “It poured.”`: those are the words of "adding".
            let adds = words.tag(at + 1) == Tag::Gerund && words.has(at + 1, usage::SAYING);
            if aside && !adds && words.opens_speech(next) && entry.allows(frame::BESIDE) {
                return beside(words, next, QuoteReason::CueBeforeMarks);
            }
            if aside && words.tag(next) == Tag::That && entry.allows(frame::CLAUSE) {
                return clause(words, next, QuoteReason::ThatClause);
            }
            // `said, while the town could wait, the school could not`
            let bound = matches!(words.tag(at + 1), Tag::Subordinator | Tag::Gerund)
                && !words.has(at + 1, usage::BINDING | usage::SAYING)
                || words.is(at + 1, &["subject", "based"]);
            if bound && entry.allows(frame::CLAUSE) && clause_begins(words, next) {
                return clause(words, at + 1, QuoteReason::BareClause);
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
    // `said “no,” | nodding at the crowd`
    let nods = words.tag(close) == Tag::Gerund && words.before(close, 2).tag == Tag::Comma;
    let stopped = nods || ends_sentence(words, close);
    let goes_on = !stopped
        && close < words.len()
        && words.at(close).sentence == words.at(close.saturating_sub(1)).sentence
        && !matches!(
            words.tag(close),
            Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::CloseBracket
        )
        && !is_scene(words, close);
    let to = if goes_on { clause_end(words, close, at) } else { close };
    Some(Complement { from: at, to: to.max(close), lead: None, reason })
}

/// `“fire” and “help”`: words in marks alone.
fn exclaimed(words: &Words<'_>, at: usize) -> Option<Complement> {
    let close = |at: usize| {
        let pair = words.pair_at(at).filter(|pair| pair.open == words.at(at).span)?;
        Some(words.index_at(pair.end)).filter(|&to| to > at)
    };
    let mut to = close(at)?;
    while words.tag(to) == Tag::Coordinator
        && let Some(next) = close(to + 1)
    {
        to = next;
    }
    Some(Complement { from: at, to, lead: None, reason: QuoteReason::CueBeforeMarks })
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

pub(crate) fn is_question(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["whether", "if", "how", "why", "what", "who", "where", "when", "which"])
}

/// Whether "who" at `at` is about the noun before it: one `behind` a preposition, or `those who`.
fn is_relative(words: &Words<'_>, at: usize, behind: bool) -> bool {
    let pointing = ["those", "people", "anyone", "anybody", "everyone", "everybody", "others"];
    words.is(at, &["who", "which"]) && (behind || words.is(at.wrapping_sub(1), &pointing))
}
