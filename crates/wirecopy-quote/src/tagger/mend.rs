//! What the rules made of a cue mends what the weights made of the same: where its content begins and ends,
//! and which pieces belong to it.

use super::assemble::by_cue;
use crate::ends::is_circumstance;
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::QuoteReason;
use crate::words::{Tag, Words};

/// Mends the drafts of `tagged` by those of `rules` that have the same cue. A search for each draft.
pub(super) fn mend(words: &Words<'_>, tagged: &mut [Draft], rules: &[Draft]) {
    let rules = by_cue(rules);
    for draft in tagged {
        without_strays(words, draft);
        let Some(own) = draft.cue else { continue };
        let at = rules.partition_point(|(cue, _)| cue.to <= own.from);
        let Some((cue, rule)) = rules.get(at).filter(|(cue, _)| cue.meets(own)) else { continue };
        without_question(words, draft, *cue, rule);
        with_subject(words, draft, *cue, rule);
        cut_end(words, draft, rule, rules.get(at + 1).map(|(_, next)| *next));
    }
}

/// `“It rained,” Kerry said, mending [a net that had torn]`: what is not in marks, behind a cue whose
/// quotation in marks stands before it, is no content.
fn without_strays(words: &Words<'_>, draft: &mut Draft) {
    let (Some(first), Some(cue)) = (draft.content.first().copied(), draft.cue) else { return };
    let closed = words.opens_speech(first.from)
        && words.closes_speech(first.to.saturating_sub(1))
        && first.to <= cue.from;
    if closed {
        draft.content.retain(|piece| words.at(piece.from).quoted || piece.to <= cue.from);
    }
}

/// `Asked whether [it would rain], Kerry said [it was up to others]`: what the rules give to a cue as a
/// clause behind it has no other part in front.
fn without_question(words: &Words<'_>, draft: &mut Draft, cue: Phrase, rule: &Draft) {
    let clause = matches!(rule.reason, QuoteReason::BareClause | QuoteReason::ThatClause);
    let meets = |piece: &Phrase| rule.content.iter().any(|ruled| ruled.meets(*piece));
    if clause
        && rule.content.iter().all(|piece| piece.from >= cue.to)
        && draft.content.iter().any(meets)
    {
        let end = draft.cue.map_or(0, |own| own.to);
        draft.content.retain(|piece| piece.from >= end || words.at(piece.from).quoted);
    }
}

/// `[The bridge] is expected [to close]`: where weights give the end of what is expected, its subject
/// belongs to it, and is not who expects it.
fn with_subject(words: &Words<'_>, draft: &mut Draft, cue: Phrase, rule: &Draft) {
    let ([subject, _], [rest]) = (rule.content.as_slice(), draft.content.as_slice()) else {
        return;
    };
    let own = draft.cue.unwrap_or(cue);
    let raised = rule.reason == QuoteReason::Passive
        && rule.speaker.is_none()
        && words.tag(subject.to - 1) != Tag::Wh
        && rest.from >= own.to
        && subject.to <= own.from.max(cue.from);
    if !raised {
        return;
    }
    let sentence = |phrase: Phrase| words.at(phrase.from).sentence;
    draft.speaker = draft
        .speaker
        .filter(|speaker| sentence(*speaker) == sentence(own) && !speaker.meets(*subject));
    draft.content.insert(0, *subject);
}

/// `conceded defeat | in a telephone call`: an object ends where the rules end it for what tells when or
/// how; `said it was his, | and the police found it`: behind the end stands who has said the next.
fn cut_end(words: &Words<'_>, draft: &mut Draft, rule: &Draft, next: Option<&Draft>) {
    let (Some(piece), Some(ruled)) = (draft.content.first_mut(), rule.content.first()) else {
        return;
    };
    let longer = piece.from.abs_diff(ruled.from) <= 1 && ruled.to < piece.to;
    if !longer || words.at(ruled.to).quoted {
        return;
    }
    let next = next.filter(|next| next.cue.is_some_and(|cue| cue.to <= piece.to));
    let another = next
        .and_then(|next| next.speaker)
        .is_some_and(|next| ruled.to < next.from && next.from <= ruled.to + 2);
    let circumstance = rule.reason == QuoteReason::Object && is_circumstance(words, ruled.to);
    if another || circumstance {
        piece.to = ruled.to;
    }
}
