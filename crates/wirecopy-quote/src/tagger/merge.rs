//! Which of the rules' attributions stand beside the tagger's, or in the place of one.
//!
//! Weights know the copy they were trained on. In other copy (transcripts, interviews, capitals) they
//! miss what the rules are sure of, so words in quotation marks, and whatever the lists know to be
//! speech, stand unless the tagger made something else of one of their words. A turn of a transcript,
//! `according to`, `quoted X as saying` and a second verb of the same subject stand even then.

use super::features::Ruled;
use super::mend::mend;
use crate::beyond::cut_beyond;
use crate::deeds::says_nothing;
use crate::ends::is_furniture;
use crate::lexicon::usage;
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::vain::is_vain;
use crate::words::{Tag, Words};

/// The drafts of `tagged`, and those of `rules` that they leave room for. Linear in the words but for
/// the few rules that are sure.
pub(super) fn merge(words: &Words<'_>, mut tagged: Vec<Draft>, ruled: Ruled<'_>) -> Vec<Draft> {
    let rules = ruled.given;
    let sure = rules.iter().filter_map(|rule| Some((rule, Sure::of(words, rule)?)));
    for (rule, sure) in sure {
        let near = tagged.partition_point(|draft| draft.last() < rule.first().saturating_sub(NEAR));
        for draft in tagged.iter_mut().skip(near).take_while(|draft| draft.first() <= rule.last()) {
            sure.yields(words, draft, rule);
        }
    }
    mend(words, &mut tagged, rules);
    tagged.iter_mut().for_each(|draft| cut_beyond(words, draft));
    tagged.retain(|draft| !says_nothing(words, draft) && !is_vain(words, draft));
    for piece in tagged.iter_mut().flat_map(|draft| &mut draft.content) {
        let page = (piece.from + 1..piece.to).find(|&at| is_furniture(words, at));
        piece.to = page.unwrap_or(piece.to);
    }
    tagged.retain(|draft| !draft.content.is_empty());
    let mut taken = vec![false; words.len()];
    for part in tagged.iter().flat_map(parts) {
        taken.iter_mut().take(part.to).skip(part.from).for_each(|taken| *taken = true);
    }
    let is_free = |rule: &Draft| {
        parts(rule).all(|part| (part.from..part.to).all(|at| taken.get(at) != Some(&true)))
    };
    let is_quoted = |rule: &Draft| {
        rule.content.iter().any(|part| (part.from..part.to).any(|at| words.at(at).quoted))
    };
    // `Venice: rowers to strike`: if weights make nothing of it, it is none.
    let denied = |rule: &Draft| {
        let alone = rule.cue.is_some_and(|cue| cue.to == cue.from + 1);
        rule.reason == QuoteReason::Colon
            && alone
            && !ruled.within
            && Sure::of(words, rule) != Some(Sure::Turn)
    };
    let stands = |rule: &Draft| {
        let sure =
            rule.act == Act::Speech || is_owned(words, rule) || Sure::of(words, rule).is_some();
        is_quoted(rule) || sure && !denied(rule)
    };
    let kept = rules.iter().filter(|rule| stands(rule));
    let kept: Vec<Draft> = kept.filter(|rule| is_free(rule)).cloned().collect();
    let mut drafts = tagged;
    drafts.extend(kept);
    drafts
}

/// `[the union's demand that …]`, `[an offer from the bank to …]`: whether what a noun claims stands in the phrase.
fn holds_claim(words: &Words<'_>, piece: Phrase) -> bool {
    let claim = |at: usize| words.tag(at) == Tag::Noun && words.at(at).entry.noun.is_some();
    let breaks = |at: usize| words.tag(at).is_finite() || words.tag(at).is_break();
    let noun = (piece.from..piece.to).take_while(|&at| !breaks(at)).find(|&at| claim(at));
    noun.is_some_and(|noun| {
        let behind = (noun + 1..piece.to).take_while(|&at| !breaks(at));
        behind.into_iter().any(|at| matches!(words.tag(at), Tag::That | Tag::To))
    })
}

/// `the residents' fear that …`, `Kerry, who doubts that …`, `is not sure whether …`: a clause of what somebody
/// thinks; `It is feared that …`, `men thought to be …`: what nobody is named for; `later than Kerry had hoped`.
fn is_owned(words: &Words<'_>, rule: &Draft) -> bool {
    let opens = rule.content.first().map(|content| words.tag(content.from));
    let before = rule.cue.map_or(0, |cue| cue.from).wrapping_sub(1);
    match rule.reason {
        QuoteReason::Noun => {
            let clause = matches!(opens, Some(Tag::That | Tag::To | Tag::Negation));
            let equated = rule.cue.is_some_and(|cue| words.tag(cue.to - 1) == Tag::Be);
            // `There were fears that …`
            let there = |at: usize| words.is(at, &["there"]);
            let exists = (before.saturating_sub(THERE)..=before).any(there);
            clause && (equated || rule.speaker.is_some() || exists)
        }
        // `turned down [the union's demand that …]`
        QuoteReason::Object => {
            let minds = || rule.cue.is_some_and(|cue| words.has(cue.to - 1, usage::MINDS));
            rule.speaker.is_some()
                && (minds() || rule.content.iter().any(|piece| holds_claim(words, *piece)))
        }
        // `did not know whether it was shut`
        QuoteReason::QuestionClause => {
            let negated = |cue: Phrase| (cue.from..cue.to).any(|at| words.tag(at) == Tag::Negation);
            let thinks = rule.act == Act::Attitude && rule.speaker.is_some();
            thinks && rule.cue.is_some_and(|cue| words.tag(cue.to - 1).is_verb() && negated(cue))
        }
        // `Half of all mills idle, records show`
        QuoteReason::FrontedClause => rule.speaker.is_some() && words.is_heading(),
        QuoteReason::ThatClause => opens == Some(Tag::That) && rule.speaker.is_some(),
        QuoteReason::Predicate => {
            let first = rule.cue.is_some_and(|cue| words.sentence(cue.from).0 == cue.from);
            let opening = first && opens == Some(Tag::To);
            (opening || matches!(opens, Some(Tag::That | Tag::Wh | Tag::Subordinator)))
                && rule.speaker.is_some()
        }
        QuoteReason::Relative => {
            let than = rule.speaker.map_or(0, |who| who.from).wrapping_sub(1);
            words.is(than, &["than"])
        }
        QuoteReason::Passive => {
            words.is(before, &["it"]) || opens == Some(Tag::To) && rule.content.len() == 1
        }
        _ => false,
    }
}

/// Words between "there" and the noun of a claim, at most: `there were growing fears that`.
const THERE: usize = 4;

/// Words before a rule's first in which a draft that reaches it may end.
const NEAR: usize = 300;

/// A rule that stands whatever the weights say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// `KERRY: Thank you.`: all of the paragraph is his.
    Turn,
    /// `…, according to Kerry`
    According,
    /// `quoted Kerry as saying …`
    AsSaying,
    /// `Kerry said … and added …`
    Second,
    /// `Kerry wants to stay, an aide said.`: what weights make of the clause in front is within it.
    Fronted,
    /// Speech with a speaker: it stands against content of a cue in another sentence.
    Spoken,
}

impl Sure {
    fn of(words: &Words<'_>, rule: &Draft) -> Option<Self> {
        let cue = rule.cue?;
        let speaker = rule.speaker?;
        let content = rule.content.first()?;
        if rule.reason == QuoteReason::Colon && content.to == words.len() && speaker.from <= 1 {
            return Some(Self::Turn);
        }
        if rule.reason == QuoteReason::AccordingTo {
            return Some(Self::According);
        }
        let before = cue.from.checked_sub(1)?;
        if words.is(before, &["as"]) && words.tag(cue.from) == Tag::Gerund && speaker.to <= before {
            return Some(Self::AsSaying);
        }
        // `thanked the crew, apologised for it and vowed to …`
        let aside = words.tag(content.to) == Tag::Comma && words.tag(content.to + 1).is_finite();
        let listed = words.tag(before) == Tag::Comma && !aside;
        let second = (words.tag(before) == Tag::Coordinator || listed)
            && (words.tag(cue.from) == Tag::Finite || words.is(cue.from, &["has", "have"]))
            && speaker.to < before;
        let fronted = rule.reason == QuoteReason::FrontedClause && content.to <= cue.from;
        match (second, rule.act) {
            (true, _) => Some(Self::Second),
            (false, Act::Speech) if fronted => Some(Self::Fronted),
            (false, Act::Speech) => Some(Self::Spoken),
            (false, _) => None,
        }
    }

    /// Takes from `draft` what belongs to `rule`.
    fn yields(self, words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
        let (Some(cue), Some(own)) = (rule.cue, draft.cue) else { return };
        if own.meets(cue) && self == Self::AsSaying {
            draft.speaker = rule.speaker;
        }
        if own.meets(cue) && self != Self::Turn {
            return;
        }
        match self {
            Self::Turn => draft
                .content
                .retain(|piece| !rule.content.iter().any(|content| content.meets(*piece))),
            Self::AsSaying => {
                let quotes = words.has(own.to - 1, usage::QUOTING)
                    && rule.speaker.is_some_and(|speaker| speaker.from <= own.to + 1);
                if quotes || draft.content.iter().any(|piece| piece.meets(cue)) {
                    draft.content.clear();
                }
            }
            Self::Fronted | Self::According
                if rule.content.iter().any(|piece| piece.holds(own)) =>
            {
                draft.content.clear();
            }
            Self::According | Self::Spoken | Self::Fronted => {
                let here = words.at(cue.from).sentence == words.at(own.from).sentence;
                draft.content.retain(|piece| here || !piece.meets(cue));
            }
            Self::Second => {
                let end = cue.from - 1;
                for piece in &mut draft.content {
                    let said = rule.act == Act::Speech
                        || (piece.from..end).all(|at| !words.tag(at).is_finite());
                    // Of an aside the comma does not open a second verb: its speaker has none before.
                    let shares = rule.speaker.is_some_and(|who| who.to <= own.from);
                    if said && shares && own.to <= piece.from && piece.from < end && end < piece.to
                    {
                        piece.to = words.without_comma(end);
                    }
                }
            }
        }
    }
}

impl Draft {
    fn first(&self) -> usize {
        parts(self).map(|part| part.from).min().unwrap_or(0)
    }

    fn last(&self) -> usize {
        parts(self).map(|part| part.to).max().unwrap_or(0)
    }
}

/// What a draft says of the text but for the speaker, who may say more.
fn parts(draft: &Draft) -> impl Iterator<Item = &Phrase> {
    draft.content.iter().chain(&draft.cue)
}
