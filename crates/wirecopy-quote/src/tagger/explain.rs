//! What an attribution of the tagger is called (its act and its reason), and at which word the
//! tagger decided.
//!
//! The rules' own answer stands where they found the same cue. Otherwise the act is that of the
//! cue's word in the lists, and the reason is how content, cue and source stand to each other.

use super::label::Role;
use crate::evidence::Decided;
use crate::lexicon::lexicon;
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// Words of a cue that are looked at.
const LONGEST: usize = 8;

/// What `cue` says was done.
pub(super) fn act(words: &Words<'_>, cue: Phrase, content: &[Phrase], rule: Option<&Draft>) -> Act {
    if let Some(rule) = rule {
        return rule.act;
    }
    let listed = (cue.from..cue.to).find_map(|at| {
        let entry = words.at(at).entry;
        let verb = entry.verb.and_then(|verb| lexicon().verbs(verb).first());
        let noun = entry.noun.and_then(|noun| lexicon().noun(noun));
        let adjective = entry.adjective.and_then(|adjective| lexicon().adjective(adjective));
        verb.or(noun).or(adjective).map(|entry| entry.act)
    });
    let is_sign = matches!(words.tag(cue.from), Tag::Colon | Tag::Dash);
    let is_speech = is_sign
        || words.is(cue.from, &["according"])
        || content.iter().any(|piece| words.at(piece.from).quoted);
    listed.unwrap_or(if is_speech { Act::Speech } else { Act::Other })
}

/// How `content`, `cue` and `speaker` stand to each other.
pub(super) fn reason(
    words: &Words<'_>,
    cue: Phrase,
    content: &[Phrase],
    speaker: Option<Phrase>,
    rule: Option<&Draft>,
) -> QuoteReason {
    let [first, .., last] = content else {
        let [only] = content else { return QuoteReason::MarksOnly };
        return reason(words, cue, &[*only, *only], speaker, rule);
    };
    if let Some(rule) = rule
        && rule.content.first().is_some_and(|piece| piece.meets(*first))
        && rule.content.last().is_some_and(|piece| piece.meets(*last))
    {
        return rule.reason;
    }
    let quoted = words.at(first.from).quoted;
    match words.tag(cue.from) {
        Tag::Colon => return QuoteReason::Colon,
        Tag::Dash => return QuoteReason::Dash,
        _ if words.is(cue.from, &["according"]) => return QuoteReason::AccordingTo,
        _ => {}
    }
    if first.to <= cue.from {
        let split = last.from >= cue.to;
        let inverted = speaker.is_some_and(|speaker| speaker.from >= cue.to);
        return match (quoted, split) {
            (true, true) => QuoteReason::SplitMarks,
            (false, true) => QuoteReason::SplitClause,
            (true, false) if inverted => QuoteReason::InvertedCueAfterMarks,
            (true, false) => QuoteReason::CueAfterMarks,
            (false, false) => QuoteReason::FrontedClause,
        };
    }
    behind(words, cue, *first)
}

/// The word at which the labels, and not one of `rules` (in the order of their cues), made `draft`:
/// the surest of a cue that no rule has, by its `margin`, or the first of a content that the cue's
/// rule bounds otherwise.
pub(super) fn decisive(
    labels: &[u16],
    margin: impl Fn(usize) -> i64,
    rules: &[(Phrase, &Draft)],
    draft: &Draft,
) -> Option<(Decided, usize)> {
    let cue = draft.cue?;
    let from = rules.partition_point(|(other, _)| other.to <= cue.from);
    let Some((_, rule)) = rules.get(from).filter(|(other, _)| other.meets(cue)) else {
        let surest = (cue.from..cue.to.min(cue.from + LONGEST)).max_by_key(|at| margin(*at))?;
        let is_cue = labels.get(surest).copied().and_then(Role::of) == Some(Role::Cue);
        return is_cue.then_some((Decided::Cue, surest));
    };
    let is_rules = |piece: &Phrase| {
        rule.content.iter().any(|own| own.from == piece.from && own.to == piece.to)
    };
    let piece = draft.content.iter().find(|piece| !is_rules(piece))?;
    // An opening mark belongs to the content, whatever its label.
    let mut first = piece.from..piece.to.min(piece.from + 2);
    let first = first.find(|at| labels.get(*at) == Some(&Role::Content.first()))?;
    Some((Decided::Content, first))
}

/// The reason for a content that stands behind its cue.
fn behind(words: &Words<'_>, cue: Phrase, content: Phrase) -> QuoteReason {
    let is_noun = (cue.from..cue.to).all(|at| !words.tag(at).is_verb())
        && (cue.from..cue.to).any(|at| words.at(at).entry.noun.is_some());
    match words.tag(content.from) {
        _ if words.at(content.from).quoted => QuoteReason::CueBeforeMarks,
        _ if is_noun => QuoteReason::Noun,
        Tag::That => QuoteReason::ThatClause,
        Tag::Wh | Tag::Subordinator => QuoteReason::QuestionClause,
        Tag::To => QuoteReason::Infinitive,
        Tag::Preposition => QuoteReason::Preposition,
        _ if words.tag(cue.to - 1) == Tag::Preposition => QuoteReason::Preposition,
        _ if (content.from..content.to).any(|at| words.tag(at).is_finite()) => {
            QuoteReason::BareClause
        }
        _ => QuoteReason::Object,
    }
}
