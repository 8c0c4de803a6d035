//! What somebody says that somebody else has said: `Kerry said [Lavrov had told him [that …]]`.
//!
//! Only a clause of speech with a speaker of its own, all of it within one piece of what the outer
//! speaker says and outside quotation marks, is an attribution beside the outer one; and whatever a
//! clause in front of its cue says first: `[Kerry plans to resign], an aide said`.

use crate::linking::{Draft, link_plain};
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
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

/// Verbs by which somebody tells what somebody else said: `“He told me [that it rained],”`.
const TOLD: [&str; 9] = ["said", "says", "say", "told", "tells", "tell", "asked", "asks", "ask"];

/// What is attributed within the quotations in marks of `drafts`. Linear in the words.
pub(crate) fn quoted(words: &Words<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    let pieces = drafts.iter().flat_map(|draft| &draft.content);
    for piece in pieces.filter(|piece| words.opens_speech(piece.from)) {
        let from = piece.from + 1;
        let to = piece.to - usize::from(words.closes_speech(piece.to.saturating_sub(1)));
        if !(from..to).any(|at| words.is(at, &TOLD)) {
            continue;
        }
        let inside = words.unmarked(from, to);
        let told = link_plain(&inside).into_iter().filter(|draft| is_told(&inside, draft));
        found.extend(told.map(|draft| draft.shifted(from)));
    }
    found
}

/// Whether somebody tells what was said, and neither tells the reader (`I say it rains`) nor supposes.
fn is_told(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    let content = draft.content.iter().map(|piece| piece.to - piece.from).sum::<usize>();
    let clause = matches!(
        draft.reason,
        QuoteReason::ThatClause
            | QuoteReason::BareClause
            | QuoteReason::QuestionClause
            | QuoteReason::Infinitive
    );
    let told = (cue.from..cue.to).any(|at| words.is(at, &TOLD))
        && !(cue.from..cue.to)
            .any(|at| matches!(words.tag(at), Tag::Modal | Tag::To | Tag::Do | Tag::Negation));
    let whose = draft.speaker.is_some_and(|speaker| speaker.to <= cue.from);
    told && clause && whose && content > 1 && content + 2 < words.len()
}

/// Adds those of `inner` that lie within the content of one of `drafts`. Both are in the order of
/// their cues or nearly so; linear in the words but for the drafts of one sentence.
pub(crate) fn add_inner(words: &Words<'_>, drafts: &mut Vec<Draft>, inner: Vec<Draft>) {
    if inner.is_empty() {
        return;
    }
    let mut around: Vec<Option<(Phrase, bool)>> = vec![None; words.len()];
    let mut cues = vec![false; words.len()];
    for draft in drafts.iter() {
        let fronted = is_fronted(draft);
        for piece in &draft.content {
            let outer = Some((*piece, fronted));
            around.iter_mut().take(piece.to).skip(piece.from).for_each(|at| *at = outer);
        }
        for part in draft.cue.iter().chain(&draft.speaker) {
            cues.iter_mut().take(part.to).skip(part.from).for_each(|cue| *cue = true);
        }
    }
    for draft in inner {
        let parts = || draft.content.iter().chain(&draft.cue).chain(&draft.speaker);
        let Some((outer, fronted)) = draft.cue.and_then(|cue| *around.get(cue.from)?) else {
            continue;
        };
        let inside = parts().all(|part| {
            outer.from <= part.from
                && part.to <= outer.to
                && !(part.from..part.to).any(|at| cues.get(at) == Some(&true))
        });
        let whole = draft.content.iter().all(|piece| piece.to - piece.from < outer.to - outer.from);
        let marked = parts().any(|part| (part.from..part.to).any(|at| words.at(at).pair.is_some()));
        let clause = matches!(
            draft.reason,
            QuoteReason::ThatClause
                | QuoteReason::BareClause
                | QuoteReason::QuestionClause
                | QuoteReason::FrontedClause
                | QuoteReason::SplitClause
        );
        let named = draft.speaker.is_some_and(|speaker| {
            !words.is(speaker.from, &["nobody", "none", "no", "neither", "anybody", "anyone"])
        });
        let spoken = draft.act == Act::Speech && named && clause && !marked;
        // `The firm plans to expand, she said`: the plan is what the clause in front is about.
        let main = fronted && named && !marked;
        // Its verb, and not that of `expects the others to agree to go`.
        let main = main
            && draft.speaker.zip(draft.cue).is_some_and(|(speaker, cue)| {
                speaker.from <= outer.from + 1 && cue.from <= speaker.to + 2
            });
        if inside && whole && (spoken || main) {
            drafts.push(draft);
        }
    }
}
