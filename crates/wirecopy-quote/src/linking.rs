//! From cues to quotations within one paragraph.
//!
//! Each cue looks right for its content, or left where a quotation or a clause is fronted, and finds
//! its speaker among the phrases beside it. The cues are in `verbs`, `nouns` and `others`, fronted content in
//! `fronted`. What another stage (a trained tagger) would have to deliver is the same list of
//! [`Draft`]s.

use crate::beyond::cut_beyond;
use crate::evidence::Evidence;
use crate::generic::is_open;
use crate::lexicon::class::{BASE, MEDIUM, NO_VERB, PARTICIPLE, PAST, SPEAKER_NOUN, THIRD, TITLE};
use crate::lexicon::{lexicon, usage};
use crate::others::turn;
use crate::phrases::{Phrase, REACH, group_start, phrase_left, phrase_right};
use crate::quote::{Act, Nested, QuoteReason};
use crate::subjects::subject_left;
use crate::twins::without_twins;
use crate::vain::is_vain;
use crate::words::{Tag, Word, Words};

/// A quotation in words, before it becomes spans.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) cue: Option<Phrase>,
    pub(crate) content: Vec<Phrase>,
    pub(crate) speaker: Option<Phrase>,
    pub(crate) act: Act,
    pub(crate) reason: QuoteReason,
    /// What weights went by, where they decided.
    pub(crate) evidence: Option<Evidence>,
}

impl Draft {
    /// The same so many words further on.
    pub(crate) fn shifted(mut self, by: usize) -> Self {
        let parts = self.content.iter_mut().chain(&mut self.cue).chain(&mut self.speaker);
        parts.for_each(|part| *part = Phrase::new(part.from + by, part.to + by));
        self
    }

    /// The same, `from` words less far on.
    pub(crate) fn counted_from(mut self, from: usize) -> Self {
        let parts = self.content.iter_mut().chain(&mut self.cue).chain(&mut self.speaker);
        parts.for_each(|part| *part = Phrase::new(part.from - from, part.to - from));
        self
    }

    /// Whether the content stands before the cue, so that what comes after is free.
    pub(crate) fn is_fronted(&self) -> bool {
        matches!(
            self.reason,
            QuoteReason::CueAfterMarks
                | QuoteReason::InvertedCueAfterMarks
                | QuoteReason::SplitMarks
                | QuoteReason::FrontedClause
                | QuoteReason::SplitClause
        )
    }
}

/// Everything that the cues of one paragraph attribute; of two, one inside the other, the outer; and what
/// is attributed within what somebody else says.
pub(crate) fn link_all(words: &Words<'_>, first_paragraph: bool) -> (Vec<Draft>, Vec<Draft>) {
    let mut linker =
        Linker { words, drafts: Vec::new(), within: Vec::new(), first_paragraph, anonymous: true };
    if let Some(turn) = turn(words) {
        linker.push(turn);
    }
    // Where a headline ends before who signs it.
    let mut signature = None;
    if first_paragraph {
        let signed = linker.quoted_headline().or_else(|| linker.signed_headline());
        signature = signed.as_ref().and_then(|signed| signed.cue).map(|cue| cue.from);
        signed.into_iter().for_each(|signed| linker.push(signed));
    }
    for (at, word) in words.all().iter().enumerate() {
        if !word.quoted
            && may_be_cue(word)
            && !words.is_titled(at)
            && let Some(mut draft) = linker.cue(at)
            && !is_vain(words, &draft)
            && !is_open(words, &draft)
        {
            cut_beyond(words, &mut draft);
            if let Some(sign) = signature {
                let crossing = |piece: &&mut Phrase| piece.from < sign && sign < piece.to;
                draft.content.iter_mut().filter(crossing).for_each(|piece| piece.to = sign);
            }
            linker.push(draft);
        }
    }
    if first_paragraph {
        without_scenes(words, &mut linker.drafts);
    }
    without_twins(words, &mut linker.drafts);
    let (outer, mut inner) = apart(linker.drafts);
    inner.append(&mut linker.within);
    (outer, inner)
}

/// Most words are seen to be no cue by this alone.
fn may_be_cue(word: &Word<'_>) -> bool {
    let uses = usage::CUE | usage::REPORTEDLY | usage::SPOKEN | usage::OUTCRY;
    let is_cue = word.entry.has(uses) || word.entry.is(NO_VERB);
    is_cue || matches!(word.tag, Tag::Colon | Tag::Preposition)
}

/// What the cues of words that stand in no marks attribute, one after the other: verbs, or also what
/// somebody is sure or afraid of.
pub(crate) fn link_plain(words: &Words<'_>, nested: Nested) -> Vec<Draft> {
    let mut linker = Linker {
        words,
        drafts: Vec::new(),
        within: Vec::new(),
        first_paragraph: false,
        anonymous: nested == Nested::All,
    };
    for at in 0..words.len() {
        if words.at(at).quoted {
            continue;
        }
        let verb = words.tag(at).is_verb() && words.at(at).entry.verb.is_some();
        let draft = match nested {
            Nested::All => may_be_cue(words.at(at)).then(|| linker.cue(at)).flatten(),
            _ => verb.then(|| linker.verb(at)).flatten(),
        };
        if let Some(mut draft) = draft.filter(|draft| !is_vain(words, draft)) {
            cut_beyond(words, &mut draft);
            linker.push(draft);
        }
    }
    linker.drafts
}

/// The cues of one paragraph, read from left to right.
pub(crate) struct Linker<'w, 'a> {
    pub(crate) words: &'w Words<'a>,
    /// What the cues before have attributed.
    pub(crate) drafts: Vec<Draft>,
    /// Those of them that a later one in whose content they lie has taken the place of.
    within: Vec<Draft>,
    /// The text's first paragraph: as a rule a headline.
    pub(crate) first_paragraph: bool,
    /// Claims that nobody is named for are wanted, too: `rumours that it rained`.
    pub(crate) anonymous: bool,
}

/// Words between "quoted" and "as saying": the paper that quotes.
const QUOTED: usize = 10;

/// How many drafts back a look for a neighbour goes.
const BACK: usize = 32;

impl Linker<'_, '_> {
    /// `refused [to rule out a sale]`: whether `draft`, whose cue is that of `last` and more, says better what is said.
    fn is_outdone(&self, last: &Draft, draft: &Draft) -> bool {
        let (Some(cue), Some(own)) = (last.cue, draft.cue) else { return false };
        let words = self.words;
        own.from <= cue.from
            && cue.to < own.to
            && last.reason == QuoteReason::Infinitive
            && words.has(cue.to - 1, usage::YIELDS)
    }

    /// Adds a draft. One whose content stands in front takes the place of those whose cues lie
    /// within that content: their own content ran on to this cue.
    fn push(&mut self, mut draft: Draft) {
        within_aside(self.words, &mut draft);
        let start = draft.cue.map_or(0, |cue| cue.from);
        let fronted = draft.is_fronted();
        while let Some(cue) = self.drafts.last().and_then(|last| last.cue)
            && (draft
                .content
                .iter()
                .any(|piece| piece.to <= start && piece.from <= cue.from && cue.to <= piece.to)
                // `…, she liked to point out`
                || fronted && draft.cue.is_some_and(|own| own.from <= cue.from && cue.to <= own.to)
                || self.drafts.last().is_some_and(|last| self.is_outdone(last, &draft)))
        {
            let Some(within) = self.drafts.pop() else { break };
            if self.is_outdone(&within, &draft) {
                continue;
            }
            self.within.extend(clipped(within, &draft).filter(|inner| opens(inner, &draft)));
        }
        self.drafts.push(draft);
    }

    /// What the word at `at` attributes, if it is a cue, which it [may be](may_be_cue).
    fn cue(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let word = words.at(at);
        let (entry, tag) = (word.entry, word.tag);
        if let Some(rumour) = entry.noun.and_then(|_| self.has_it(at)) {
            Some(rumour)
        } else if let Some(felt) = self.felt(at) {
            Some(felt)
        } else if entry.noun.is_some() && self.opens_as_noun(at) {
            self.noun(at)
        } else if tag.is_verb() && entry.verb.is_some() {
            self.verb(at)
        } else if let Some(marked) = self.marked_noun(at) {
            Some(marked)
        } else if entry.noun.is_some() && tag == Tag::Noun {
            self.noun(at)
        } else if entry.adjective.is_some() {
            self.adjective(at)
        } else if entry.is(NO_VERB) && words.is(at, &["according"]) && words.is(at + 1, &["to"]) {
            self.according(at)
        } else if tag == Tag::Colon && word.surface == ":" {
            self.colon(at)
        } else if tag == Tag::Preposition && words.is(at, &["in", "by", "on"]) {
            self.view(at)
        } else if words.is(at, &["reading"]) && words.opens_speech(at + 1) {
            self.inscription(at)
        } else if tag == Tag::Preposition && words.is(at, &["per"]) {
            self.per(at)
        } else if tag == Tag::Preposition && words.is(at, &["for"]) && at == words.sentence(at).0 {
            self.for_whom(at)
        } else if entry.has(usage::REPORTEDLY) {
            self.reportedly(at)
        } else {
            None
        }
    }

    /// `is convinced that …`: an adjective before it is a participle.
    fn felt(&self, at: usize) -> Option<Draft> {
        // `Worried about the cost, …`
        let opens = self.words.sentence(at).0 == at
            && self.words.at(at).entry.is(PARTICIPLE)
            && self.words.tag(at) == Tag::Finite;
        let felt = (self.words.tag(at) == Tag::Participle || opens)
            && self.words.at(at).entry.adjective.is_some()
            && self.words.before(at, 1).tag != Tag::Have;
        felt.then(|| self.adjective(at)).flatten()
    }

    /// The first word that fronted quotations before word `end` leave free.
    pub(crate) fn floor(&self, end: usize) -> usize {
        let drafts = self.drafts.iter().rev().take(BACK).filter(|draft| draft.is_fronted());
        let ends = drafts.flat_map(|draft| draft.cue.iter().chain(&draft.content));
        ends.map(|phrase| phrase.to).filter(|&to| to <= end).max().unwrap_or(0)
    }

    /// Who the verb group from `group` to `at` has for its subject.
    pub(crate) fn speaker(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (first, _) = words.sentence(at);
        let previous = group.checked_sub(1).filter(|&previous| previous >= first);
        // `Having promised to stay, Kerr left`
        let finite =
            (group..=at).any(|at| words.tag(at).is_finite()) && !words.is(group, &["having"]);
        let Some(previous) = previous else {
            return if finite { None } else { self.subject_after(at) };
        };
        if !finite {
            if words.tag(at) == Tag::Gerund && words.tag(previous).ends_phrase() {
                let phrase = phrase_left(words, group);
                // `confirmed the plan | saying it would work`
                if let Some(who) = self.who_goes(group, at) {
                    return Some(who);
                }
                let object = words.has(at, usage::SAYING)
                    && phrase.is_some_and(|phrase| phrase.from > first)
                    && words.tag(previous) == Tag::Noun
                    && !words.at(previous).entry.is(SPEAKER_NOUN | TITLE | MEDIUM)
                    && !words.at(previous).entry.noun.is_some_and(|noun| {
                        lexicon().noun(noun).is_some_and(|noun| noun.act == Act::Speech)
                    });
                let shared = if object { self.shared(group, at) } else { None };
                return shared.or(phrase);
            }
            // "was quoted as saying", "was quoted by the agency as saying"
            let quoted = (first.max(previous.saturating_sub(QUOTED))..previous)
                .rev()
                .find(|&at| words.has(at, usage::QUOTING));
            if let Some(quoted) = quoted.filter(|_| words.is(previous, &["as"])) {
                let passive = quoted + 1 == previous || words.is(quoted + 1, &["by", "in"]);
                // "the paper quoted Kerry as saying"
                return if passive {
                    subject_left(words, group_start(words, quoted))
                } else {
                    Some(Phrase::new(quoted + 1, previous))
                };
            }
            let before = || self.before_aside(group, at);
            return self.shared(group, at).or_else(|| self.subject_after(at)).or_else(before);
        }
        match words.tag(previous) {
            Tag::Coordinator => self.shared(group, at),
            _ => self
                .past_occasion(group, at)
                .or_else(|| subject_left(words, group))
                .or_else(|| self.shared(group, at)),
        }
    }

    /// `[Kerr] had no comment, but in a later interview | said …`: the subject that a verb shares which is joined to
    /// the one before, where nothing but when and where it was said stands in front of it.
    fn past_occasion(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let last = group.checked_sub(1)?;
        let occasion = words.at(last).entry.is(MEDIUM) || words.has(last, usage::OCCASION);
        let phrase = phrase_left(words, group).filter(|_| occasion)?;
        let preposition = phrase.from.checked_sub(1)?;
        let led = words.is(preposition, &["in", "at", "on", "during", "after", "before"]);
        let joined = led && words.before(preposition, 1).tag == Tag::Coordinator;
        joined.then(|| self.shared(group, at)).flatten()
    }

    /// `[Fans] marched through the old town, past the quay | chanting`: whom a gerund is about that stands behind
    /// where somebody went.
    fn who_goes(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let place = phrase_left(words, group)?;
        let way = place.from.checked_sub(2)?;
        let went = words.has(place.from - 1, usage::WAY)
            && (words.tag(way).is_finite() || words.tag(way) == Tag::Adverb)
            && words.tag(way) != Tag::Be
            && words.at(at).entry.has(usage::TELLS);
        let people = |at: usize| words.at(at).entry.is(SPEAKER_NOUN | TITLE);
        let somebody = (place.from..place.to).any(people);
        (went && !somebody).then(|| self.shared(group, at)).flatten()
    }

    /// The subject that the verb at `at` shares: the speaker of the cue before it, or the subject of
    /// the sentence's first verb, or of the clause that a coordinator adds to it: `The road was shut and [a farmer]
    /// wept and said`.
    pub(crate) fn shared(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (first, _) = words.sentence(at);
        let cue = self.drafts.iter().rev().take(BACK).find(|draft| {
            draft.speaker.is_some()
                && draft.cue.is_some_and(|cue| cue.from >= first && cue.to <= at)
        });
        if let Some(draft) = cue {
            return draft.speaker.filter(|who| !self.disagrees(*who, draft.cue, group, at));
        }
        let floor = first.max(group.saturating_sub(REACH));
        let mut relative = false;
        let mut shared: Option<Phrase> = None;
        for verb in floor..group {
            match words.tag(verb) {
                Tag::Wh | Tag::Subordinator => relative = true,
                Tag::Comma => relative = false,
                tag if tag.is_finite() && !words.at(verb).quoted && !relative => {
                    let subject = subject_left(words, group_start(words, verb));
                    let Some(first) = shared else {
                        // `The towns, led by Oslo, sued, …`: the verb of an aside has none.
                        if subject.is_none() && !words.at(verb).entry.is(PARTICIPLE) {
                            return None;
                        }
                        shared = subject;
                        continue;
                    };
                    let added = subject
                        .filter(|added| added.from > first.to && self.adds_clause(*added, tag));
                    shared = added.or(shared);
                }
                _ => {}
            }
        }
        shared
    }

    /// `…, and [a farmer] wept`, `but [he] wept`, `and [a farmer] was stung`: whether a clause of its own begins there. In
    /// `met growers and [a farmer] stung by bees` none does.
    fn adds_clause(&self, subject: Phrase, verb: Tag) -> bool {
        let words = self.words;
        let and = words.before(subject.from, 1);
        let apart = words.before(subject.from, 2).tag == Tag::Comma || and.surface == "but";
        and.tag == Tag::Coordinator
            && (apart || verb.is_auxiliary())
            && !words.is(subject.from, &["it", "this", "that"])
    }

    /// `Kerr says both towns want and | need it`: a bare verb has no part in what one person said, unless the
    /// verb before was bent, too: `Kerr did not say it or | show it`.
    fn disagrees(&self, who: Phrase, cue: Option<Phrase>, group: usize, at: usize) -> bool {
        let words = self.words;
        let entry = words.at(at).entry;
        let bare = group == at && entry.is(BASE) && !entry.is(PAST | THIRD | PARTICIPLE);
        let bent = cue.is_some_and(|cue| {
            (cue.from..cue.to)
                .any(|at| matches!(words.tag(at), Tag::Modal | Tag::Do | Tag::To | Tag::Base))
        });
        let one = words.is(who.from, &["he", "she", "it"])
            || (who.from..who.to).all(|at| words.tag(at) == Tag::Name);
        bare && !bent && one
    }

    /// `The pilots, wondering how it had sunk, searched the bay`: whom an aside with a gerund is about, where the
    /// verb of the clause comes after it.
    fn before_aside(&self, group: usize, at: usize) -> Option<Phrase> {
        let words = self.words;
        let comma = group.checked_sub(1)?;
        let aside = words.tag(at) == Tag::Gerund && words.tag(comma) == Tag::Comma;
        let phrase = aside.then(|| phrase_left(words, comma))??;
        let opens =
            matches!(words.before(phrase.from, 1).tag, Tag::Stop | Tag::Comma | Tag::Coordinator);
        let (first, _) = words.sentence(at);
        let floor = first.max(group.saturating_sub(REACH));
        let waits = !(floor..group).any(|at| words.tag(at).is_finite());
        let closed = waits && main_verb_after(words, at).is_some();
        (opens && closed).then_some(phrase)
    }

    /// The subject after a clause in front: `Calling it a mess, Kerry left`.
    pub(crate) fn subject_after(&self, at: usize) -> Option<Phrase> {
        let words = self.words;
        let (_, end) = words.sentence(at);
        for comma in at..end.min(at + 40) {
            let breaks = words.tag(comma) == Tag::Comma && !words.at(comma).quoted
                || words.closes_speech(comma);
            if !breaks {
                continue;
            }
            let from = comma + 1;
            if let Some(mut to) = phrase_right(words, from, true) {
                let phrase = Phrase::new(from, to);
                while words.tag(to) == Tag::Adverb {
                    to += 1;
                }
                if words.tag(to).is_finite() {
                    return Some(phrase);
                }
            }
        }
        None
    }
}

/// `Kerr, a cook who calls himself [a farmer], said …`: what a cue within an aside attributes ends where the
/// subject before the aside has its verb.
fn within_aside(words: &Words<'_>, draft: &mut Draft) {
    // `ANN KERR, THE GUILD: Ruth, let me finish`: the commas of a label.
    let Some(cue) = draft.cue.filter(|_| draft.reason != QuoteReason::Colon) else { return };
    let (first, _) = words.sentence(cue.from);
    let floor = first.max(cue.from.saturating_sub(REACH));
    let mut before = floor..cue.from;
    let opens = before.find(|&at| words.tag(at) == Tag::Comma || words.tag(at).is_finite());
    let Some(comma) = opens.filter(|&at| words.tag(at) == Tag::Comma && floor == first) else {
        return;
    };
    // The aside's own verb stands in a relative clause, or is none.
    let inner = (comma + 1..cue.from).any(|at| words.tag(at) == Tag::Wh)
        || !(cue.from..cue.to).any(|at| words.tag(at).is_finite());
    let named = words.before(comma, 1).tag == Tag::Name;
    for piece in draft.content.iter_mut().filter(|piece| piece.from >= cue.to && inner && named) {
        let close = (piece.from..piece.to).find(|&at| words.tag(at) == Tag::Comma);
        let close = close.filter(|&at| words.tag(at + 1).is_finite() && !words.at(at).quoted);
        piece.to = close.unwrap_or(piece.to);
    }
}

/// The comma that closes the aside in which the gerund at `at` stands, with the main verb behind it.
pub(crate) fn main_verb_after(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = words.sentence(at).1.min(at + REACH);
    let plain = |at: &usize| words.tag(*at) == Tag::Comma && words.at(*at).pair.is_none();
    let mut commas = (at + 1..end).filter(plain);
    commas.find(|&comma| words.tag(comma + 1).is_finite() && words.at(comma + 1).pair.is_none())
}

/// `Mayor denies taking gifts [as trial opens]`: in a headline "as" tells what went on meanwhile.
pub(crate) fn without_scenes(words: &Words<'_>, drafts: &mut [Draft]) {
    if words.is_unstopped() {
        drafts.iter_mut().for_each(|draft| without_scene(words, draft));
    }
}

fn without_scene(words: &Words<'_>, draft: &mut Draft) {
    let cue = draft.cue.map_or(0, |cue| cue.to);
    let Some(last) = draft.content.last_mut().filter(|last| last.from >= cue) else { return };
    let scene = (last.from + 1..last.to)
        .find(|&at| words.is(at, &["as"]) && !words.at(at).quoted)
        .filter(|&at| (at + 2..last.to).any(|at| words.tag(at).is_finite()));
    last.to = scene.unwrap_or(last.to);
}

/// Whether who speaks in `inner` opens a piece of what `outer` attributes.
fn opens(inner: &Draft, outer: &Draft) -> bool {
    inner.speaker.is_some_and(|speaker| {
        outer
            .content
            .iter()
            .any(|piece| speaker.from.saturating_sub(1) <= piece.from && piece.holds(speaker))
    })
}

/// What `inner` attributes as far as it lies within a piece of what `outer` does.
fn clipped(mut inner: Draft, outer: &Draft) -> Option<Draft> {
    let cue = inner.cue?;
    let piece = outer.content.iter().find(|piece| piece.holds(cue))?;
    for own in &mut inner.content {
        own.to = own.to.min(piece.to);
    }
    inner.content.retain(|own| own.from < own.to);
    (!inner.content.is_empty()).then_some(inner)
}

/// Sets apart what a cue inside another's content attributes.
fn apart(drafts: Vec<Draft>) -> (Vec<Draft>, Vec<Draft>) {
    if drafts.len() < 2 {
        return (drafts, Vec::new());
    }
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
    let (mut outer, mut inner) = (Vec::with_capacity(drafts.len()), Vec::new());
    for (draft, keep) in drafts.into_iter().zip(keep) {
        if keep { outer.push(draft) } else { inner.push(draft) }
    }
    (outer, inner)
}
