//! Content before its cue, and content that goes on behind it.

use crate::begins::clause_begins;
use crate::ends::{begins_cue, clause_end};
use crate::lexicon::{
    CueEntry,
    class::{
        BASE, DURATION, MEDIUM, PAST, PLURAL, SPEAKER_NOUN, THIRD, TIME, TITLE, TITLED, VERB,
        VERB_NOUN,
    },
    frame, lexicon, usage,
};
use crate::linking::Linker;
use crate::marks::MarkUse;
use crate::objects::{is_circumstance, is_late};
use crate::phrases::{Phrase, chunk_right, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// How far a bracket is looked for, in words.
const BRACKET: usize = 40;

/// Fewest words of a clause whose verb may be a noun.
const SAID: usize = 4;

/// Most words that tell when and where something was said.
const ADJUNCTS: usize = 12;

/// Words between a verb of speech and what goes on behind it.
const GOES_ON: usize = 12;

/// How many quotations in a row are joined.
const JOINED: usize = 64;

impl Linker<'_, '_> {
    /// Content before word `start`, where the cue with its subject begins: a quotation, or a clause
    /// that a comma closes.
    pub(crate) fn fronted(
        &self,
        start: usize,
        group: usize,
        at: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<(Vec<Phrase>, QuoteReason)> {
        let words = self.words;
        let last = start.checked_sub(1)?;
        let plain = words.tag(last) == Tag::Comma && !words.at(last).quoted;
        let comma = plain || self.is_marked_comma(last);
        let end = if plain { last } else { start };
        let floor = self.floor(end);
        let closing = end.checked_sub(1)?;
        if words.closes_speech(closing) {
            // `“It rained.” | The mayor has heard it all before`
            let another = words.is(closing.wrapping_sub(1), &["."])
                && (entry.act != Act::Speech || words.is(after, &["it"]));
            // `In one note, signed “The Keeper”, he wrote: “It rained.”`
            let leads = words.tag(words.sentence(closing).0) == Tag::Preposition
                && words.tag(after) == Tag::Colon
                && words.opens_speech(after + 1);
            return if another || leads { None } else { self.fronted_marks(end, floor) };
        }
        let finite = (group..=at).any(|at| words.tag(at).is_finite())
            // `…, neighbours were quoted as saying`
            || words.is(group.wrapping_sub(1), &["as"]) && words.has(at, usage::SAYING);
        let finite = finite
            // `Kerry went on to say`
            && !(group..at).any(|at| words.tag(at) == Tag::To && !words.is(at.wrapping_sub(1), &["on"]));
        let relative = start < group && words.tag(group - 1) == Tag::Wh;
        if !comma || !finite || relative || !entry.allows(frame::CLAUSE) {
            return None;
        }
        let rest = self.ends_after(after, entry)?;
        let first = clause_start(words, end, floor);
        let first = self.opening_and(first, end, floor);
        let clause = Phrase::new(first, end);
        let titled = words.is_heading()
            && words.tag(at).is_finite()
            && (first == 0 || words.tag(first - 1) == Tag::Colon)
            && (start == group || self.signs_heading(clause, after, entry));
        let closed = self.ends_sentence_at(after) && self.closes(clause, entry);
        let whole = (has_main_verb(words, clause) || titled || closed)
            && end > first + 1
            && !is_adverbial(words, clause)
            && !is_open(words, clause)
            && !self.ends_list(start, group, at, after);
        let resumes = (rest == Rest::Resumes
            || entry.act == Act::Speech && self.waits_past_adjuncts(clause, after))
            && end > first;
        (whole || resumes).then(|| (vec![clause], QuoteReason::FrontedClause))
    }

    /// `it was a “mess,” | she said`: whether the mark at `close` closes those that hold a word or two, and the comma
    /// behind them.
    pub(crate) fn is_marked_comma(&self, close: usize) -> bool {
        let words = self.words;
        words.tag(close) == Tag::Quote
            && words.before(close, 1).tag == Tag::Comma
            && words.pair_at(close).is_some_and(|pair| {
                // `“SHE'S 9,” HOLM SAID`: what looks like a title opens the sentence.
                let open = words.index_at(pair.open.start());
                let opens = words.before(open, 1).tag.is_break() || open == 0;
                pair.purpose == MarkUse::Scare || opens
            })
    }

    /// `[And yet], her aides say, the town …`: where what was said begins, if nothing but what joins it to the
    /// sentence before stands in front of who says so.
    fn opening_and(&self, first: usize, end: usize, floor: usize) -> usize {
        let words = self.words;
        let opening = words.sentence(end.saturating_sub(1)).0.max(floor);
        let joins = first == end && (opening..end).all(|at| words.tag(at) == Tag::Coordinator);
        if joins { opening } else { first }
    }

    /// `[When the rain stopped], Kerr said in an interview, [the town …]`: whether what stands in front is no clause of
    /// its own, and one begins behind when and where it was said.
    fn waits_past_adjuncts(&self, clause: Phrase, after: usize) -> bool {
        let words = self.words;
        let bound = is_adverbial(words, clause) || !has_main_verb(words, clause);
        let begins = |at: usize| words.tag(at).begins_phrase() && clause_begins(words, at);
        bound && past_adjuncts(words, after).is_some_and(|comma| begins(comma + 1))
    }

    /// `Prices up 4 pct in May, admits bureau`, `Half of all mills idle, owners say`: a heading needs no verb in front of
    /// who says so, who ends it.
    fn signs_heading(&self, clause: Phrase, after: usize, entry: &CueEntry) -> bool {
        let words = self.words;
        let to = if entry.allows(frame::HEARER) { phrase_right(words, after, false) } else { None };
        let listed = (clause.from..clause.to).any(|at| words.tag(at) == Tag::Comma);
        to.unwrap_or(after) >= words.len() && clause.to > clause.from + SAID && !listed
    }

    /// `Two of the wounded need beds, | officials said.`: what a sentence opens with, where who says so closes
    /// it, is said even if its verb may be a noun.
    fn closes(&self, clause: Phrase, entry: &CueEntry) -> bool {
        let words = self.words;
        if entry.act == Act::Speech && self.opens_sentence(clause) {
            return true;
        }
        let begins = |at: usize| words.tag(at).begins_phrase() && words.tag(at) != Tag::Time;
        clause.from == words.sentence(clause.from).0
            && clause.to >= clause.from + SAID
            && begins(clause.from)
            && (clause.from..clause.to)
                .all(|at| !matches!(words.tag(at), Tag::Comma | Tag::Wh | Tag::That))
            && (clause.from + 1..clause.to).any(|at| words.at(at).entry.is(VERB | VERB_NOUN))
    }

    /// Whether a clause that opens its sentence begins with what is no circumstance and is long enough for one.
    fn opens_sentence(&self, clause: Phrase) -> bool {
        let words = self.words;
        let begins = words.tag(clause.from).begins_phrase() && words.tag(clause.from) != Tag::Time;
        begins
            && clause.from == words.sentence(clause.from).0
            && clause.to > clause.from + SAID
            && (clause.from..clause.to).all(|at| !matches!(words.tag(at), Tag::Wh | Tag::That))
            && (clause.from + 1..clause.to).any(|at| self.may_be_verb(at))
    }

    /// A word that no list has and that ends as a verb of one may.
    fn may_be_verb(&self, at: usize) -> bool {
        let (words, word) = (self.words, self.words.at(at));
        let unknown = word.entry.classes == 0 && !word.capital && word.surface.ends_with('s');
        unknown && words.tag(at) == Tag::Noun && words.tag(at + 1) == Tag::Adverb
            || word.entry.is(VERB | VERB_NOUN) && !word.capital
    }

    /// Whether the sentence ends at `after`, or behind the day it was said on.
    fn ends_sentence_at(&self, after: usize) -> bool {
        let words = self.words;
        let day = after + usize::from(words.tag(after) == Tag::Time);
        words.tag(day) == Tag::Stop
    }

    /// `has steel doors, slate counters and a stove`: a bare noun and what may be its plural, within a list.
    fn ends_list(&self, start: usize, group: usize, at: usize, after: usize) -> bool {
        let words = self.words;
        let speaks = |at: usize| words.at(at).entry.is(SPEAKER_NOUN | TITLE | MEDIUM | PLURAL);
        let bare = (start..group).all(|at| matches!(words.tag(at), Tag::Noun | Tag::Adjective));
        group == at
            && start < group
            && words.at(at).entry.is(THIRD)
            && bare
            && !(start..group).any(speaks)
            && matches!(words.tag(after), Tag::Coordinator | Tag::Preposition)
    }

    /// What stands behind a cue that has its content in front: nothing that could be an object.
    fn ends_after(&self, after: usize, entry: &CueEntry) -> Option<Rest> {
        let words = self.words;
        // `The bridge, Kerry told reporters, will open`
        let heard = entry.allows(frame::HEARER) && words.tag(after).begins_phrase();
        let hearer = if heard { phrase_right(words, after, false) } else { None };
        let after = hearer.filter(|&to| words.tag(to) == Tag::Comma).unwrap_or(after);
        let waits = past_adjuncts(words, after).filter(|&comma| words.tag(comma + 1).is_finite());
        if entry.act == Act::Speech && waits.is_some() {
            return Some(Rest::Resumes);
        }
        match words.tag(after) {
            Tag::To if !entry.allows(frame::INFINITIVE) => Some(Rest::Ends),
            Tag::Comma => {
                let (_, end) = words.sentence(after);
                let goes_on = (after + 1..end.min(after + 12)).any(|at| words.tag(at).is_finite())
                    && words.tag(after + 1) != Tag::Wh;
                Some(if goes_on { Rest::Resumes } else { Rest::Ends })
            }
            Tag::Stop
            | Tag::Colon
            | Tag::Dash
            | Tag::Time
            | Tag::Adverb
            | Tag::CloseBracket
            | Tag::Preposition
            | Tag::Subordinator
            | Tag::Wh
            | Tag::Quote
            | Tag::Coordinator => Some(Rest::Ends),
            _ if entry.allows(frame::HEARER) => Some(Rest::Ends),
            // `…, the union said late on Friday`
            _ if is_late(words, after) => Some(Rest::Ends),
            tag if tag.begins_phrase()
                && words.at(after).entry.is(crate::lexicon::class::TIME
                    | crate::lexicon::class::ADVERB
                    | crate::lexicon::class::DET) =>
            {
                Some(Rest::Ends)
            }
            // An inverted cue: its subject has been taken.
            _ if words.tag(after.saturating_sub(1)).ends_phrase() => Some(Rest::Ends),
            _ => None,
        }
    }

    /// Content that ends with the quotation right before word `end`.
    pub(crate) fn fronted_marks(
        &self,
        end: usize,
        floor: usize,
    ) -> Option<(Vec<Phrase>, QuoteReason)> {
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
        // `Kerr wrote that it was “a mess.” | He offered help`: the stop ends the words before the mark, too.
        if lead > 0 && words.is(end.saturating_sub(2), &["."]) {
            return None;
        }
        let apart = lead == 0
            || open > 0
                && (words.tag(open - 1).is_break() || words.tag(open - 1) == Tag::Coordinator);
        if lead > 0 && self.is_of_lead(from, open) {
            return None;
        }
        if !apart && lead >= 2 {
            return Some((vec![Phrase::new(from, end)], QuoteReason::FrontedClause));
        }
        let mut content = vec![Phrase::new(open, end)];
        // Quotations right before belong to it: `“A.” “B,” he said.`
        let mut open = open;
        for _ in 0..JOINED {
            let Some(left) = open.checked_sub(1).filter(|&left| left >= floor) else { break };
            let Some(pair) = words.pair_at(left).filter(|_| words.closes_speech(left)) else {
                break;
            };
            let start = words.index_at(pair.open.start());
            content.insert(0, Phrase::new(start, open));
            open = start;
        }
        Some((content, QuoteReason::CueAfterMarks))
    }

    /// `When a heckler yelled “Where?”, | Kerr said`, `Under the motto “Water first”, | Kerr promised`: whether the
    /// quotation at `open` belongs to the words before it from `from` on.
    fn is_of_lead(&self, from: usize, open: usize) -> bool {
        let words = self.words;
        let claimed = || {
            let mut drafts = self.drafts.iter().rev().take(JOINED);
            drafts.any(|draft| draft.content.iter().any(|piece| piece.from == open))
        };
        let last = words.at(open.saturating_sub(1));
        let labelled = last.entry.is(TITLED | MEDIUM) || words.has(open - 1, usage::SPOKEN);
        match words.tag(from) {
            Tag::Subordinator | Tag::Wh => holds_verb(words, Phrase::new(from, open)) && claimed(),
            Tag::Preposition => {
                (labelled || words.tag(open - 1) == Tag::Participle)
                    && !holds_verb(words, Phrase::new(from, open - 1))
            }
            _ => false,
        }
    }

    /// Content that goes on after the cue whose last word is before `after`; whether there is any.
    pub(crate) fn after_cue(&self, after: usize, content: &mut Vec<Phrase>) -> bool {
        let words = self.words;
        let (_, end) = words.sentence(after.saturating_sub(1));
        let pieces = content.len();
        let mut at = after;
        // Over time, place and hearer to the comma or the sentence's end.
        while at < end
            && at < after + BRACKET
            && !(words.tag(at).is_break() && words.at(at).pair.is_none())
            && !words.at(at).quoted
        {
            at += 1;
        }
        if at < end && words.tag(at).is_break() && words.tag(at) != Tag::Stop {
            if words.opens_speech(at + 1) {
                self.push_pair(at + 1, content);
                self.joined(content);
                return true;
            }
            if !self.quoted(content) {
                if at + 2 < end && self.resumes(at + 1, content) {
                    let to = clause_end(words, at + 2, at + 1);
                    if to > at + 2 {
                        content.push(Phrase::new(at + 1, to));
                    }
                }
                return content.len() > pieces;
            }
            at = end;
        }
        // A quotation opens the next sentence: it goes on.
        let signs = (at..end).all(|at| words.at(at).kind_is_sign());
        if self.quoted(content) && signs && words.opens_speech(end) {
            self.take_pair(end, content);
            self.joined(content);
        }
        content.len() > pieces
    }

    fn push_pair(&self, open: usize, content: &mut Vec<Phrase>) {
        if let Some(pair) = self.words.pair_at(open) {
            let close = self.words.index_at(pair.end).max(open + 1);
            content.push(Phrase::new(open, close));
        }
    }

    /// Takes the quotation that opens at `open`, unless a cue of its own waits behind it.
    pub(crate) fn take_pair(&self, open: usize, content: &mut Vec<Phrase>) {
        let words = self.words;
        if let Some(pair) = words.pair_at(open) {
            let close = words.index_at(pair.end).max(open + 1);
            let same = words.at(close).sentence == words.at(close - 1).sentence;
            let waits = same
                && matches!(words.tag(close), Tag::Comma | Tag::Finite | Tag::Pronoun | Tag::Name)
                || words.before(close, 2).tag == Tag::Comma;
            if !waits {
                content.push(Phrase::new(open, close));
            }
        }
    }

    /// Takes the quotations that follow the last piece with nothing between.
    pub(crate) fn joined(&self, content: &mut Vec<Phrase>) {
        let words = self.words;
        for _ in 0..JOINED {
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

    /// `…, said Kerr, a farmer, and | a man who owns a mill`: whether behind "and" at `and` somebody else speaks too, told of
    /// at `at`.
    fn is_second(&self, and: usize, at: usize) -> bool {
        let words = self.words;
        words.tag(at) == Tag::Determiner
            && words.before(and, 1).tag == Tag::Comma
            && chunk_right(words, at).is_some_and(|to| words.tag(to) == Tag::Wh)
            && !clause_begins(words, at)
    }

    /// Whether the words after `A, he said,` go on with the clause.
    pub(crate) fn resumes(&self, from: usize, content: &[Phrase]) -> bool {
        let words = self.words;
        if words.is(from, &["who", "which", "whose", "citing", "quoting", "according"]) {
            return false;
        }
        // `…, Kerry said, | adding that`
        if words.tag(from) == Tag::Gerund && words.has(from, usage::SAYING) {
            return false;
        }
        // `No truce yet, say rebels, | as deadline nears`
        if words.is_heading() && words.is(from, &["as", "after", "amid", "before", "while"]) {
            return false;
        }
        let whole = content.first().is_some_and(|first| {
            // `It was, Kerry said, a mistake`: a clause that waits for its end.
            let last = first.to.saturating_sub(1);
            let passive = words.tag(last) == Tag::Participle
                && matches!(words.before(last, 1).tag, Tag::Be | Tag::Have);
            let waits = words.tag(last).is_verb() && !passive && first.to <= first.from + 4;
            // `Though it was late, he said, stopping would be worse`
            holds_verb(words, *first) && !waits && !is_adverbial(words, *first)
        });
        if words.is(from, &["of", "because", "if", "although", "unless", "until"]) {
            return true;
        }
        // `…, Kerry said, then added …`
        if words.is(from, &["then"]) && words.tag(from + 1) == Tag::Finite {
            return false;
        }
        match words.tag(from) {
            tag if tag.is_finite() => true,
            Tag::Gerund
            | Tag::Participle
            | Tag::Wh
            | Tag::Subordinator
            | Tag::Preposition
            | Tag::Time
            | Tag::Number => !whole,
            Tag::Coordinator => {
                let mut at = from + 1;
                while words.tag(at) == Tag::Adverb {
                    at += 1;
                }
                if self.goes_on(from, at) {
                    return true;
                }
                if words.is(from, &["and"]) && self.is_second(from, at) {
                    return false;
                }
                // `…, the firm said, and it expects a loss`
                let thinks = words.tag(at) == Tag::Pronoun
                    && words.tag(at + 1) == Tag::Finite
                    && words.at(at + 1).entry.is(THIRD)
                    && words.has(at + 1, usage::CUE);
                // `…, Kerry said, but drivers doubt …`
                !words.tag(at).is_verb() && !thinks && !begins_cue(words, at, true)
            }
            // `…, Kerry said, a day after it had begun`
            _ if is_while(words, from) => false,
            _ if whole => {
                let to = clause_end(words, from + 1, from);
                holds_verb(words, Phrase::new(from, to))
            }
            _ => true,
        }
    }

    /// `The bridge is safe, Kerry said, [and will stay open]`, `[but has no lights]`: whether the verb at `verb`
    /// behind the coordinator at `from` goes on with what was said: it may not be what Kerry does, who "said".
    fn goes_on(&self, from: usize, verb: usize) -> bool {
        let words = self.words;
        let near = (from.saturating_sub(GOES_ON)..from).rev();
        let mut said = near.filter(|&at| words.tag(at) == Tag::Finite);
        let past = said.next().is_some_and(|at| {
            let entry = words.at(at).entry;
            entry.has(usage::CUE) && entry.is(PAST) && !entry.is(BASE)
        });
        let now = words.is(verb, &["is", "are", "has", "have", "does", "do"]);
        // `but will not say why`
        let main = (verb + 1..verb + 4)
            .find(|&at| !matches!(words.tag(at), Tag::Negation | Tag::Adverb | Tag::Participle))
            .unwrap_or(verb + 1);
        let negated = words.tag(verb + 1) == Tag::Negation;
        let silent = [verb + 1, main].into_iter().any(|at| {
            let entries = words.at(at).entry.verb.map(|lemma| lexicon().verbs(lemma));
            let frames = frame::BESIDE | frame::INFINITIVE | frame::URGE;
            entries
                .into_iter()
                .flatten()
                .any(|entry| entry.particle.is_none() && entry.allows(frames))
        });
        (words.tag(verb) == Tag::Modal || past && now)
            && !(silent || negated && words.is(main, &["give", "be"]))
    }

    /// Whether the first piece of content is a quotation.
    pub(crate) fn quoted(&self, content: &[Phrase]) -> bool {
        content.first().is_some_and(|first| self.words.at(first.to.saturating_sub(1)).quoted)
    }

    /// Whether the quotation before word `start` ends in a comma: it waits for its cue.
    pub(crate) fn comma_closes(&self, start: usize) -> bool {
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
}

/// The comma behind what tells when and where something was said: `Kerry said [in an interview on Sunday], could`.
pub(crate) fn past_adjuncts(words: &Words<'_>, after: usize) -> Option<usize> {
    let end = words.sentence(after).1.min(after + ADJUNCTS);
    let plain = |at: usize| {
        let tag = words.tag(at);
        tag.ends_phrase()
            || matches!(
                tag,
                Tag::Preposition | Tag::Determiner | Tag::Adjective | Tag::Time | Tag::Possessive
            )
    };
    let opens = matches!(words.tag(after), Tag::Preposition | Tag::Time);
    let comma = (after..end).find(|&at| !plain(at)).filter(|_| opens)?;
    (words.tag(comma) == Tag::Comma).then_some(comma)
}

/// `a day after`, `two weeks before`: when something was said.
fn is_while(words: &Words<'_>, from: usize) -> bool {
    let noun = from + 1;
    words.at(noun).entry.is(TIME | DURATION)
        && words.is(noun + 1, &["after", "before", "later", "earlier", "ago"])
}

/// How a sentence goes on behind a cue whose content is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// It does not, or with when and where it was said.
    Ends,
    /// Behind a comma comes more of the content.
    Resumes,
}

/// First word of the clause that ends before word `end`: its sentence, its bracket, or what earlier
/// quotations leave free.
pub(crate) fn clause_start(words: &Words<'_>, end: usize, floor: usize) -> usize {
    let (mut first, _) = words.sentence(end.saturating_sub(1));
    // `[The rest “are late. I know none” of great worth], she says`: the quotation began a sentence before.
    if words.at(first).quoted
        && !words.opens_speech(first)
        && let Some(pair) = words.pair_at(first)
    {
        first = words.sentence(words.index_at(pair.open.start())).0;
    }
    let mut first = first.max(floor);
    let mut open = 0usize;
    for at in (first.max(end.saturating_sub(BRACKET))..end).rev() {
        match words.tag(at) {
            Tag::CloseBracket => open += 1,
            Tag::OpenBracket if open == 0 => {
                first = at + 1;
                break;
            }
            Tag::OpenBracket => open -= 1,
            // `The poll had 300 voters; [the union had 40], it said.`
            Tag::Colon if words.surface(at) == ";" && !words.at(at).quoted => {
                first = at + 1;
                break;
            }
            _ => {}
        }
    }
    while first < end && (words.tag(first).is_break() || words.tag(first) == Tag::Coordinator) {
        first += 1;
    }
    first
}

/// Whether a finite verb stands in the phrase.
pub(crate) fn holds_verb(words: &Words<'_>, phrase: Phrase) -> bool {
    (phrase.from..phrase.to).any(|at| words.tag(at).is_finite())
}

/// Whether a finite verb stands in the clause that belongs to no relative clause: `Kerry, a former
/// envoy who lives in Oslo and writes` has none.
pub(crate) fn has_main_verb(words: &Words<'_>, clause: Phrase) -> bool {
    // A relative clause waits for its verb, or has it and may go on with `and`.
    let (mut waits, mut within) = (false, false);
    for at in clause.from..clause.to {
        let before = words.before(at, 1).tag;
        match words.tag(at) {
            Tag::Wh => (waits, within) = (at > clause.from, false),
            Tag::That if before.ends_phrase() => (waits, within) = (true, false),
            Tag::Comma => within = false,
            tag if tag.is_finite() => {
                let goes_on = within
                    && (before.is_auxiliary()
                        || matches!(before, Tag::Coordinator | Tag::Negation | Tag::Adverb));
                if !waits && !goes_on {
                    return true;
                }
                (waits, within) = (false, true);
            }
            _ => {}
        }
    }
    false
}

/// `Kerry said that on Monday`: a clause behind "that" that waits for its verb.
fn is_open(words: &Words<'_>, clause: Phrase) -> bool {
    let that = (clause.from..clause.to)
        .rev()
        .find(|&at| words.tag(at) == Tag::That && words.before(at, 1).tag.is_verb());
    that.is_some_and(|that| {
        let first = words.tag(that + 1);
        matches!(first, Tag::Preposition | Tag::Subordinator)
            && !holds_verb(words, Phrase::new(that, clause.to))
    })
}

/// `When the talks ended` alone: a clause that gives time or cause to what follows it.
fn is_adverbial(words: &Words<'_>, clause: Phrase) -> bool {
    // `Whether it opens depends on the weather`: the clause is the subject of another.
    let verbs = || (clause.from..clause.to).filter(|&at| words.tag(at).is_finite()).take(2).count();
    if words.is(clause.from, &["whether"]) && verbs() > 1 {
        return false;
    }
    let leads = words.tag(clause.from) == Tag::Subordinator
        || words
            .is(clause.from, &["when", "as", "after", "before", "since", "until", "once", "where"]);
    leads && !(clause.from..clause.to).any(|at| words.tag(at) == Tag::Comma)
}

/// `[In a drought], Kerr said, “the mill is the town.”`: what words in marks at `open` go on from, which begin in lower case; the
/// subject begins at `start`, the cue ends at `after`.
pub(crate) fn waiting_front(
    words: &Words<'_>,
    start: usize,
    after: usize,
    open: usize,
) -> Option<Phrase> {
    let (first, _) = words.sentence(start);
    let comma = start.checked_sub(1)?;
    let lower = words.surface(open + 1).chars().next().is_some_and(char::is_lowercase);
    let goes_on = words.tag(comma) == Tag::Comma && words.tag(after) == Tag::Comma;
    let bare = |at: usize| !words.at(at).quoted && words.at(at).pair.is_none();
    let fits = lower
        && goes_on
        && !is_scene(words, Phrase::new(first, comma))
        && first + 1 < comma
        && open == after + 1;
    (fits && (first..comma).all(bare)).then_some(Phrase::new(first, comma))
}

/// `Asked why, he said`, `On Friday, he said`, `With a smile, he said`, `In response, he said`: whether what stands in front
/// tells when, where or how it was said.
fn is_scene(words: &Words<'_>, front: Phrase) -> bool {
    let first = front.from;
    let any = |is: &dyn Fn(usize) -> bool| (first..front.to).any(is);
    let verb = |at: usize| words.tag(at).is_verb() || words.tag(at) == Tag::Gerund;
    let when = |at: usize| {
        words.tag(at) == Tag::Time
            || words.at(at).entry.is(TIME | DURATION)
            || words.is(at, &["point"])
    };
    let acts = words.surface(first).ends_with("ing") && words.tag(first + 1) != Tag::Comma;
    let manner = words.is(first, &["with", "to"]) && !(first + 1..front.to).any(verb);
    let turn = ["response", "reply", "answer", "turn", "return"];
    let part = words.is(first, &["for"]) && words.is(front.to - 1, &["part"]);
    acts || manner
        || part
        || matches!(words.tag(first), Tag::Gerund | Tag::Participle | Tag::Finite)
        || words.is(
            first,
            &["when", "while", "after", "before", "later", "as", "through", "of", "about"],
        )
        || words.is(first, &["in"]) && words.is(first + 1, &turn)
        || is_circumstance(words, first)
        || any(&when)
}

#[cfg(test)]
mod tests {
    use crate::QuoteFinder;
    use wirecopy_token::tokenize;

    #[test]
    fn words_in_marks_go_on_from_what_stands_in_front() {
        let split = |text: &str| {
            let all = QuoteFinder::new().find(text, &tokenize(text));
            all.first().map_or(0, |quote| quote.content.len())
        };
        assert_eq!(split("In times of drought, Kerr said, “the mill is the town.”"), 2);
        assert_eq!(split("In a statement, Kerr said, “the mill is the town.”"), 1);
        assert_eq!(split("In times of drought, Kerr said, “The mill is the town.”"), 1);
        for scene in ["On Friday", "With a smile", "In response", "To cheers", "For his part"] {
            assert_eq!(
                split(&format!("{scene}, Kerr said, “the mill is the town.”")),
                1,
                "{scene}"
            );
        }
    }
}
