//! Nouns that attribute: `his claim that it rained`, `fears among the crew that it would sink`, `The hope is
//! that it holds`.
//!
//! Whose claim it is stands before the noun (`the mill's`, `her`, `police`), behind it (`by`, `from`, `among`,
//! `of` somebody), or is the subject of a verb that gives it (`voiced fears that`). Nobody need be named where
//! a clause with "that" follows.

use crate::adjuncts::{aside_before, past_adjunct};
use crate::begins::clause_begins;
use crate::clauses::Complement;
use crate::ends::{clause_end, subject_end};
use crate::fronted::{clause_start, holds_verb};
use crate::lexicon::{
    CueEntry,
    class::{PLURAL, SIGNER, SPEAKER_NOUN, TITLE},
    frame, lexicon, usage,
};
use crate::linking::{Draft, Linker};
use crate::phrases::{
    Phrase, REACH, apposition, chunk_right, group_start, phrase_left, phrase_right,
};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words};

/// Forms of the verb of `came to the view that`.
const COMES: [&str; 4] = ["come", "comes", "came", "coming"];

/// Lead to whose claim it is, whoever that is.
const FROM: [&str; 5] = ["by", "from", "among", "amongst", "within"];

/// Before `by` and who says it: `accusations made by`.
const GIVEN: [&str; 8] =
    ["made", "expressed", "voiced", "raised", "issued", "levelled", "leveled", "advanced"];

/// Words that may stand between an owner and the noun, at most.
const MODIFIERS: usize = 4;

/// Words of a verb group, at most: `have long been growing`.
const GROWS: usize = 4;

/// Phrases that hang one on another behind `by`, at most.
const HANGING: usize = 6;

/// Past what tells when something was said, and an aside about who said it: `Kerry's claim [Friday] that`, `a
/// warning from Kerry [on Friday] that`, `a vow by Kerry[, who owns the mill,] that`, `his view[, after a
/// month,] is that`.
fn past_when_said(words: &Words<'_>, at: usize) -> usize {
    let day = at + usize::from(words.is(at, &["on"]));
    if words.tag(day) == Tag::Time {
        return day + 1;
    }
    let aside = aside_before(words, at, Tag::That).or_else(|| aside_before(words, at, Tag::Be));
    aside.unwrap_or(at)
}

/// Past who is told: `his message [to the crew] was`, `a promise [to voters] that`.
fn past_whom(words: &Words<'_>, at: usize, entry: &CueEntry) -> usize {
    let told = words.is(at, &["to"]) && words.tag(at + 1).begins_phrase();
    let next = told.then(|| phrase_right(words, at + 1, true)).flatten();
    let opens = |next: usize| match words.tag(next) {
        Tag::That | Tag::Be => true,
        Tag::To => entry.allows(frame::INFINITIVE),
        _ => false,
    };
    next.map_or(at, |to| {
        let next = past_when_said(words, to);
        if opens(next) { next } else { at }
    })
}

/// Past how a fear grows: `fears [have been growing] that it would sink`, `calls [are mounting] for`.
fn past_growth(words: &Words<'_>, at: usize, entry: &CueEntry) -> Option<usize> {
    let helps = |at: &usize| matches!(words.tag(*at), Tag::Be | Tag::Have | Tag::Adverb);
    let helps = |at: &usize| helps(at) || words.is(*at, &["been"]);
    let verb = at + (at..at + GROWS).take_while(helps).count();
    let next = verb + 1;
    let next = past_when_said(words, next + usize::from(words.tag(next) == Tag::Adverb));
    let leads = words.tag(next) == Tag::That
        || words.is(next, &["for", "about", "over", "whether"])
            && entry.is_led_by(words.surface(next));
    (words.has(verb, usage::GROWTH) && leads).then_some(next)
}

/// `Word [came from Kerr] that it rained`, `News [reached the camp] that`: whom it came from, and past that.
fn coming(words: &Words<'_>, at: usize, entry: &CueEntry) -> Option<(Option<Phrase>, usize)> {
    let verb = at + usize::from(words.tag(at) == Tag::Have);
    let came = words.is(verb, &COMES) || words.has(verb, usage::ARRIVES);
    if !came || entry.act != Act::Speech {
        return None;
    }
    let next = past_when_said(words, verb + 1);
    let from = words.is(next, &["from"]).then_some(next + 1);
    let phrase = from.unwrap_or(next);
    let to = phrase_right(words, phrase, true).unwrap_or(phrase);
    let that = past_when_said(words, to);
    let who = from.filter(|&from| from < to).map(|from| Phrase::new(from, to));
    (words.tag(that) == Tag::That).then_some((who, that))
}

/// One past the last word of whom `by` names at `from`, before what leads on: `demands by [members of the crew]
/// for a raise`.
pub(crate) fn owner_right(words: &Words<'_>, from: usize, entry: &CueEntry) -> Option<usize> {
    let mut to = phrase_right(words, from, false)?;
    for _ in 0..HANGING {
        let leads = entry.is_led_by(words.surface(to)) && !words.is(to, &["of"]);
        let same = words.at(to).sentence == words.at(from).sentence;
        if leads || !same || words.tag(to) != Tag::Preposition {
            break;
        }
        let Some(further) = chunk_right(words, to + 1) else { break };
        to = further;
    }
    Some(to)
}

/// Endings of those who do something: `the organisers`, `most economists`.
const DOERS: [&str; 5] = ["ers", "ors", "ists", "ians", "ants"];

/// Whether the word is a plural of those who do something: `divers`.
pub(crate) fn is_doers(words: &Words<'_>, at: usize) -> bool {
    words.tag(at) == Tag::Noun && DOERS.iter().any(|ending| words.surface(at).ends_with(ending))
}

/// Whether the phrase names somebody who may hold or say something.
fn is_somebody(words: &Words<'_>, phrase: Phrase) -> bool {
    let to = chunk_right(words, phrase.from).unwrap_or(phrase.to).min(phrase.to);
    let last = to.saturating_sub(1);
    let entry = words.at(last).entry;
    words.tag(phrase.from) != Tag::Noun && is_doers(words, last)
        || words.tag(last) == Tag::Name
        || entry.is(SPEAKER_NOUN | TITLE | SIGNER | PLURAL)
        || entry.has(usage::BODY)
}

/// The owner before the mark of the genitive at `mark`: no preposition but "of" or "for" belongs to it (`took
/// comfort from | the mill's promise`).
fn owner_left(words: &Words<'_>, mark: usize) -> Option<Phrase> {
    let phrase = phrase_left(words, mark)?;
    let hangs = |&at: &usize| {
        matches!(words.tag(at), Tag::Preposition | Tag::Subordinator)
            && !words.is(at, &["of", "for"])
    };
    let from = (phrase.from..phrase.to).rev().find(hangs).map_or(phrase.from, |at| at + 1);
    (from < phrase.to).then(|| Phrase::new(from, phrase.to))
}

/// `Kerr's verdict on [the stand] was short: “…”`: whether what stands behind the noun is followed by the words.
fn announces(words: &Words<'_>, found: Complement) -> bool {
    let end = words.sentence(found.from).1;
    let be = (found.from..end).find(|&at| words.tag(at).is_finite());
    let be = be.filter(|&at| words.tag(at) == Tag::Be && found.reason == QuoteReason::Noun);
    be.is_some_and(|be| {
        let colon = (be..end).find(|&at| words.tag(at).is_break());
        colon.is_some_and(|at| words.tag(at) == Tag::Colon && words.opens_speech(at + 1))
    })
}

/// `Despite his claim [that it holds], the bridge was shut`: where what opens the sentence, and has no verb before the
/// noun phrase at `start`, ends before the clause that it waits for. At most at `to`.
fn before_waiting(words: &Words<'_>, start: usize, from: usize, to: usize) -> usize {
    let (first, _) = words.sentence(start);
    let led = words.tag(first) == Tag::Preposition
        || words.has(first, usage::OPENS)
        || words.is(first, &["contrary"]);
    let finite = |from: usize, to: usize| (from..to).any(|at| words.tag(at).is_finite());
    if !led || start.saturating_sub(first) > REACH || finite(first, start) {
        return to;
    }
    let that = words.tag(from) == Tag::That;
    let comma = (from + 1..to).find(|&at| {
        words.tag(at) == Tag::Comma
            && !words.at(at).quoted
            && clause_begins(words, at + 1)
            && (!that || finite(from, at))
    });
    comma.unwrap_or(to)
}

/// `The feeling is [the state might pay]`: whether a verb stands right behind the phrase at `from`.
fn opens_with_verb(words: &Words<'_>, from: usize) -> bool {
    words.tag(from).begins_phrase()
        && chunk_right(words, from).is_some_and(|to| {
            words.tag(to).is_finite() && (from..to).all(|at| words.tag(at) != Tag::Pronoun)
        })
}

/// Whose claim a noun names, where its cue begins, and where its phrase does.
struct Owner {
    speaker: Option<Phrase>,
    cue: usize,
    left: usize,
}

impl Linker<'_, '_> {
    /// `his claim that …`, `Kerry's criticism of …`
    pub(crate) fn noun(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let entry = lexicon().noun(words.at(at).entry.noun?)?;
        let named = self.named_behind(at, entry);
        let (behind, next) = match named {
            Some((behind, next)) => (Some(behind), next),
            None => (None, past_when_said(words, at + 1)),
        };
        let next = past_whom(words, next, entry);
        let coming = coming(words, next, entry).filter(|_| behind.is_none());
        let behind = behind.or(coming.and_then(|coming| coming.0));
        let grown = past_growth(words, next, entry).or(coming.map(|coming| coming.1));
        let next = grown.unwrap_or(next);
        if let Some(came) = self.came(at, entry, behind) {
            return Some(came);
        }
        if words.tag(next) == Tag::Be {
            return self.equated(at, next, entry, behind);
        }
        // `The talk in the port is that`
        let place = words.is(next, &["in", "at", "around", "across", "inside", "on"]);
        let be = place.then(|| past_adjunct(words, next)).flatten();
        if let Some(be) =
            be.filter(|&be| words.tag(be) == Tag::Be && words.tag(be + 1) == Tag::That)
        {
            return self.equated(at, be, entry, behind);
        }
        let found = self.behind(next, entry).or_else(|| self.announced(at + 1))?;
        if announces(words, found) {
            return None;
        }
        // `said in its report that …`: what the verb has said already.
        let taken = self
            .drafts
            .last()
            .is_some_and(|last| last.content.iter().any(|piece| piece.from == found.from));
        if taken {
            return None;
        }
        let mut owner = self.owner(at, behind);
        let holder = self.holder(owner.left).filter(|_| owner.speaker.is_none());
        let given = holder.is_some();
        if let Some((holder, group)) = holder {
            (owner.speaker, owner.cue) = (Some(holder), group);
        }
        if owner.speaker.is_none() && words.has(at, usage::HELD) {
            owner.speaker = self.held(owner.left);
        }
        if owner.speaker.is_none() {
            owner.speaker = self.beside(at);
        }
        let grown = grown.is_some();
        let that = words.tag(found.from) == Tag::That || grown;
        if owner.speaker.is_none() && !(self.anonymous && that) {
            return None;
        }
        let start = owner.speaker.map_or(owner.left, |speaker| speaker.from.min(owner.left));
        let start = start - usize::from(start > 0 && words.tag(start - 1) == Tag::Determiner);
        let to =
            if given || grown { found.to } else { subject_end(words, start, found.from, found.to) };
        let to = before_waiting(words, start, found.from, to);
        let lead = found.lead.filter(|_| behind.is_none()).unwrap_or(at + 1);
        // `Kerr's verdict on the roof: “It leaks.”`
        let mut content = Vec::new();
        if words.is(to, &[":"]) && words.opens_speech(to + 1) {
            self.take_pair(to + 1, &mut content);
        }
        if content.is_empty() {
            content.push(Phrase::new(found.from, to));
        }
        Some(Draft {
            cue: Some(Phrase::new(owner.cue, lead)),
            content,
            speaker: owner.speaker,
            act: entry.act,
            reason: QuoteReason::Noun,
            evidence: None,
        })
    }

    /// `Fears are growing that …`: whether the word that opens a sentence is a noun, whatever it looks like.
    pub(crate) fn opens_as_noun(&self, at: usize) -> bool {
        let words = self.words;
        let entry = words.at(at).entry.noun.and_then(|noun| lexicon().noun(noun));
        let opens = at == words.sentence(at).0;
        opens
            && entry.is_some_and(|entry| {
                past_growth(words, at + 1, entry).is_some()
                    || coming(words, at + 1, entry).is_some()
            })
    }

    /// `a claim by [Kerry] that …`, `fears among [the crew] that …`, `the view of [the crew] that …`: who is named
    /// behind the noun at `at`, and where what he claims may begin.
    fn named_behind(&self, at: usize, entry: &CueEntry) -> Option<(Phrase, usize)> {
        let words = self.words;
        // `accusations made by Kerry that`
        let given = words.is(at + 1, &GIVEN) && words.is(at + 2, &["by"]);
        let lead = at + 1 + usize::from(given);
        let part =
            words.is(lead, &["on"]) && words.is(at + 3, &["part"]) && words.is(at + 4, &["of"]);
        let of = words.is(lead, &["of"]);
        let from = match (part, of || words.is(lead, &FROM)) {
            (true, _) => at + 5,
            (false, true) => lead + 1,
            (false, false) => return None,
        };
        let phrase = Phrase::new(from, owner_right(words, from, entry)?);
        let next = past_when_said(words, phrase.to);
        let aims = words.tag(next) == Tag::To && entry.allows(frame::INFINITIVE);
        let leads = matches!(words.tag(next), Tag::That | Tag::Be) || aims;
        // `The aim of the scheme is to`
        let equated = words.tag(next) == Tag::Be && words.tag(from) == Tag::Determiner;
        let plain = !of || leads && (equated || is_somebody(words, phrase));
        plain.then_some((phrase, next))
    }

    /// Whose the noun at `at` is by what stands before it, unless somebody is named behind it.
    fn owner(&self, at: usize, behind: Option<Phrase>) -> Owner {
        let words = self.words;
        let mut left = at;
        // `had ignored warnings`: a verb.
        let verb = |at: usize| {
            words.tag(at) == Tag::Participle
                && matches!(words.before(at, 1).tag, Tag::Have | Tag::Be | Tag::Participle)
        };
        while left > 0
            && matches!(
                words.tag(left - 1),
                Tag::Adjective | Tag::Noun | Tag::Adverb | Tag::Participle | Tag::Name
            )
            && !verb(left - 1)
            && at - left < MODIFIERS
        {
            left -= 1;
        }
        let mut owner = Owner { speaker: behind, cue: at, left };
        let Some(before) = left.checked_sub(1).filter(|_| behind.is_none()) else { return owner };
        match words.tag(before) {
            Tag::Genitive => {
                owner.speaker = owner_left(words, before);
                owner.cue = left;
            }
            Tag::Possessive => {
                owner.speaker = Some(Phrase::new(before, left));
                owner.cue = left;
            }
            _ => {}
        }
        owner
    }

    /// `[police] claims that`, `a [court] order to`: the word before the noun at `at` names who speaks.
    fn beside(&self, at: usize) -> Option<Phrase> {
        let words = self.words;
        let before = at.checked_sub(1).filter(|&before| words.tag(before) == Tag::Noun)?;
        let speaks =
            words.at(before).entry.is(SPEAKER_NOUN | SIGNER) || words.has(before, usage::BODY);
        speaks.then(|| Phrase::new(before, at))
    }

    /// `[It would rain], came the warning from Kerry`: content in front of who came with the noun at `at`.
    fn came(&self, at: usize, entry: &CueEntry, behind: Option<Phrase>) -> Option<Draft> {
        let words = self.words;
        let verb = at.checked_sub(2).filter(|_| words.is(at - 1, &["the", "a", "this"]))?;
        let comma = verb.checked_sub(1)?;
        let content = if words.closes_speech(comma) {
            let pair = words.pair_at(comma)?;
            Phrase::new(words.index_at(pair.open.start()), verb)
        } else {
            Phrase::new(clause_start(words, comma, self.floor(comma)), comma)
        };
        let clause = words.tag(comma) == Tag::Comma && holds_verb(words, content);
        let marked = words.closes_speech(comma);
        let reason = match marked {
            true => QuoteReason::InvertedCueAfterMarks,
            false => QuoteReason::FrontedClause,
        };
        (words.is(verb, &["came", "comes", "goes", "went"]) && (marked || clause)).then(|| Draft {
            cue: Some(Phrase::new(verb, at + 1)),
            content: vec![content],
            speaker: behind.map(|behind| Phrase::new(behind.from, apposition(words, behind.to))),
            act: entry.act,
            reason,
            evidence: None,
        })
    }

    /// `Kerry left [in the hope] that`, `the panel rejected it [on the grounds] that`: who does something that the
    /// noun phrase at `left` tells the thought of, if that is not done to him.
    fn held(&self, left: usize) -> Option<Phrase> {
        let words = self.words;
        let article = usize::from(words.tag(left.checked_sub(1)?) == Tag::Determiner);
        let lead = left.checked_sub(1 + article)?;
        let on = words.is(lead, &["on", "under"]) && article == 1;
        if !on && !words.is(lead, &["in", "with", "for"]) {
            return None;
        }
        let (first, _) = words.sentence(lead);
        let from = lead.saturating_sub(REACH).max(first);
        let passive = |at: usize| {
            words.tag(at) == Tag::Be && (at + 1..at + 3).any(|at| words.tag(at) == Tag::Participle)
        };
        if (from..lead).any(passive) {
            return None;
        }
        let subject = self.shared(lead, lead)?;
        // `The mill's forecast rests on the assumption that`
        let owner = (subject.from + 1..subject.to).rev().find(|&at| words.tag(at) == Tag::Genitive);
        Some(Phrase::new(subject.from, owner.unwrap_or(subject.to)))
    }

    /// `The fear is [that it rains]`, `Kerry's aim is [to win]`, `The message from Kerry was [“go”]`: content
    /// behind a form of be at `be`.
    fn equated(
        &self,
        at: usize,
        be: usize,
        entry: &CueEntry,
        behind: Option<Phrase>,
    ) -> Option<Draft> {
        let words = self.words;
        let adverb = usize::from(words.tag(be + 1) == Tag::Adverb);
        let from = be + 1 + adverb;
        let owner = self.owner(at, behind);
        let before = owner.left.checked_sub(1)?;
        if owner.speaker.is_none() && words.tag(before) != Tag::Determiner {
            return None;
        }
        let mut content = Vec::new();
        if words.opens_speech(from) && owner.speaker.is_some() {
            self.take_pair(from, &mut content);
        } else if matches!(words.tag(from), Tag::That | Tag::To)
            // `The feeling is they will come back`
            || (words.tag(from) == Tag::Pronoun || opens_with_verb(words, from))
                && clause_begins(words, from)
        {
            content.push(Phrase::new(from, clause_end(words, from + 1, from)));
        }
        content.retain(|piece| piece.to > piece.from + 1);
        let group = if owner.speaker.is_none() { before } else { owner.cue };
        let to = if behind.is_some() { at + 1 } else { from };
        (!content.is_empty()).then(|| Draft {
            cue: Some(Phrase::new(group, to)),
            content,
            speaker: owner.speaker,
            act: entry.act,
            reason: QuoteReason::Noun,
            evidence: None,
        })
    }

    /// Who has what the noun phrase at `from` names, and where the verb begins: `Kerry has [no doubt that]`,
    /// `is of [the view that]`, `took [the view that]`.
    fn holder(&self, from: usize) -> Option<(Phrase, usize)> {
        let words = self.words;
        let mut verb = from.checked_sub(1)?;
        if matches!(words.tag(verb), Tag::Determiner | Tag::Negation) {
            verb = verb.checked_sub(1)?;
        }
        if words.is(verb, &["of", "in"]) {
            verb = verb.checked_sub(1).filter(|&verb| words.tag(verb) == Tag::Be)?;
        } else if words.is(verb, &["to"]) && words.is(verb.wrapping_sub(1), &COMES) {
            // `came to the conclusion that`
            verb -= 1;
        } else if !words.has(verb, usage::HOLDING) {
            return None;
        }
        let group = group_start(words, verb);
        let holder = subject_left(words, group).or_else(|| self.shared(group, verb))?;
        let named = !words.is(holder.from, &["it", "there", "that", "this"]);
        // `The strike was in response to the cuts`
        let responds = words.is(from, &["response"]);
        // `The troops have orders to shoot`: who is told to.
        let told = words.tag(verb) == Tag::Have && words.has(from, usage::RECEIVED);
        (named && !responds && !told).then_some((holder, group))
    }

    /// Whether the verb at `at` only gives what a noun behind it claims: `voiced [fears that it would sink]`.
    pub(crate) fn gives_noun(&self, at: usize) -> bool {
        let words = self.words;
        let from = at + 1 + usize::from(words.is(at + 1, &["a", "an", "the", "no", "some", "any"]));
        let noun = (from..from + MODIFIERS)
            .find(|&at| !matches!(words.tag(at), Tag::Adjective | Tag::Adverb | Tag::Participle));
        let Some(noun) = noun.filter(|&noun| words.tag(noun) == Tag::Noun) else { return false };
        let entry = words.at(noun).entry.noun.and_then(|noun| lexicon().noun(noun));
        words.has(at, usage::HOLDING)
            && entry.is_some_and(|entry| {
                let next = self.named_behind(noun, entry).map_or(noun + 1, |named| named.1);
                matches!(words.tag(next), Tag::That | Tag::To) && self.behind(next, entry).is_some()
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    /// `who | what` of all that is attributed.
    fn read(text: &str) -> Vec<String> {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        let show = |quote: &crate::Quote| {
            let who = quote.speaker.map_or("", |span| span.of(text));
            format!("{who} | {}", quote.span().of(text))
        };
        all.iter().map(show).collect()
    }

    #[test]
    fn whose_claim_it_is_stands_before_or_behind_the_noun() {
        for (text, said) in [
            (
                "Growers live with the mill's threat that it may close.",
                "the mill | that it may close",
            ),
            ("There is a belief among growers that it may close.", "growers | that it may close"),
            ("The hope of most growers is that it may close.", "most growers | that it may close"),
            ("Growers voiced fears that it may close.", "Growers | that it may close"),
            (
                "It shut in spite of police warnings that it may flood.",
                "police | that it may flood",
            ),
            ("Prices rose on rumours that it may close.", " | that it may close"),
        ] {
            assert_eq!(read(text), [said], "{text}");
        }
    }

    #[test]
    fn what_somebody_rejects_is_claimed_by_another() {
        let text = "Growers rejected the mill's demand that it be shut.";
        let said = ["Growers | the mill's demand that it be shut", "the mill | that it be shut"];
        assert_eq!(read(text), said);
    }
}
