//! What somebody says that somebody else has said: `Kerry said [Lavrov had told him [that …]]`.
//!
//! Only a clause of speech with a speaker of its own, all of it within one piece of what the outer
//! speaker says and outside quotation marks, is an attribution beside the outer one; and whatever a
//! clause in front of its cue says first: `[Kerry plans to resign], an aide said`; and what
//! somebody plans, or another who is no pronoun thinks: `an aide said [the firm plans to expand]`.

use crate::lexicon::usage;
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::told::{cut, is_told};
use crate::words::{Tag, Words};

/// Whether what is said stands in front of who says it.
fn is_fronted(draft: &Draft) -> bool {
    matches!(
        draft.reason,
        QuoteReason::FrontedClause
            | QuoteReason::SplitClause
            | QuoteReason::AccordingTo
            | QuoteReason::Dash
    )
}

/// Those of `inner` that lie within the content of one of `outer`. Both are in the order of
/// their cues or nearly so; linear in the words but for the drafts of one sentence.
pub(crate) fn told_within(words: &Words<'_>, outer: &[Draft], inner: Vec<Draft>) -> Vec<Draft> {
    let mut found = Vec::new();
    if inner.is_empty() {
        return found;
    }
    let mut around: Vec<Option<Around>> = vec![None; words.len()];
    let raised = |draft: &Draft| draft.reason == QuoteReason::Passive && draft.content.len() == 2;
    let mut cues = vec![false; words.len()];
    for draft in outer {
        let (fronted, turn) = (is_fronted(draft), is_turn(words, draft));
        for piece in &draft.content {
            let subject = draft.content.first().copied().filter(|_| raised(draft));
            let outer = Some(Around { piece: *piece, fronted, turn, subject });
            around.iter_mut().take(piece.to).skip(piece.from).for_each(|at| *at = outer);
        }
        for part in draft.cue.iter().chain(&draft.speaker) {
            cues.iter_mut().take(part.to).skip(part.from).for_each(|cue| *cue = true);
        }
    }
    for mut draft in inner {
        let Some(outer) = draft.cue.and_then(|cue| *around.get(cue.from)?) else {
            continue;
        };
        if outer.turn {
            cut(words, &mut draft);
        }
        let parts = || draft.content.iter().chain(&draft.cue).chain(&draft.speaker);
        let piece = outer.piece;
        // `[Kerr] is said [to have told others that it rained]`
        let inside = parts().all(|part| {
            (piece.holds(*part) || outer.subject == Some(*part))
                && !(part.from..part.to).any(|at| cues.get(at) == Some(&true))
        });
        let whole = draft.content.iter().all(|own| own.to - own.from < piece.to - piece.from);
        if inside && whole && stands(words, &draft, outer) {
            found.push(draft);
        }
    }
    found
}

/// What lies around a word.
#[derive(Debug, Clone, Copy)]
struct Around {
    piece: Phrase,
    /// Of what is expected of somebody, who that is.
    subject: Option<Phrase>,
    /// The content stands in front of who says it.
    fronted: bool,
    /// It is a turn of a transcript.
    turn: bool,
}

pub(crate) fn is_turn(words: &Words<'_>, draft: &Draft) -> bool {
    draft.reason == QuoteReason::Colon
        && draft.content.last().is_some_and(|last| last.to == words.len())
}

/// Whether what lies within something said is an attribution of its own.
fn stands(words: &Words<'_>, draft: &Draft, outer: Around) -> bool {
    if outer.turn {
        return is_told(words, draft);
    }
    let is_marked = |part: &Phrase| (part.from..part.to).any(|at| words.at(at).pair.is_some());
    // `said her son had told her it was “nothing”`: words in marks are part of what is told.
    let told = is_told(words, draft);
    let mut parts = draft.content.iter().filter(|_| !told).chain(&draft.cue).chain(&draft.speaker);
    let marked = parts.any(is_marked);
    let clause = matches!(
        draft.reason,
        QuoteReason::ThatClause
            | QuoteReason::BareClause
            | QuoteReason::QuestionClause
            | QuoteReason::FrontedClause
            | QuoteReason::SplitClause
            | QuoteReason::Relative
    );
    let named = draft.speaker.is_some_and(|speaker| !words.has(speaker.from, usage::NOBODY));
    let may = draft.cue.is_some_and(|cue| {
        (cue.from..cue.to).any(|at| words.tag(at) == Tag::Modal && !words.is(at, &["would"]))
    });
    let spoken = draft.act == Act::Speech && named && (clause || told) && !marked && !may;
    // `The firm plans to expand, she said`: the plan is what the clause in front is about.
    let main = outer.fronted && named && !marked;
    // Its verb, and not that of `expects the others to agree to go`.
    let main = main
        && draft.speaker.zip(draft.cue).is_some_and(|(speaker, cue)| {
            speaker.from <= outer.piece.from + 1 && cue.from <= speaker.to + 2
        });
    spoken || main || named && !marked && is_of_another(words, draft, outer.piece)
}

/// Whether what somebody plans, or somebody else thinks, is what the piece is about: `an aide said [the
/// firm plans to expand]`. What `he` thinks is the speaker's own as a rule.
fn is_of_another(words: &Words<'_>, draft: &Draft, piece: Phrase) -> bool {
    let (Some(cue), Some(speaker)) = (draft.cue, draft.speaker) else { return false };
    let before = words.before(speaker.from, 1).tag;
    let first = speaker.from <= piece.from + 1
        || matches!(before, Tag::That | Tag::Comma | Tag::Coordinator | Tag::Stop);
    let bent = (cue.from..cue.to).any(|at| matches!(words.tag(at), Tag::Modal | Tag::To));
    let finite = (cue.from..cue.to).any(|at| words.tag(at).is_finite());
    let other = words.tag(speaker.from) != Tag::Pronoun;
    let relates = words.tag(speaker.to - 1) == Tag::Wh;
    let thought = draft.act == Act::Attitude
        && matches!(
            draft.reason,
            QuoteReason::ThatClause
                | QuoteReason::BareClause
                | QuoteReason::Predicate
                | QuoteReason::Object
        );
    first
        && finite
        && !bent
        && !relates
        && (other && thought || draft.reason == QuoteReason::Infinitive)
}
