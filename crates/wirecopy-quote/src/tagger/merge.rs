//! Which of the rules' attributions stand beside the tagger's.
//!
//! Weights know the copy they were trained on. In other copy (transcripts, interviews, capitals) they
//! miss what the rules are sure of, so words in quotation marks, and whatever the lists know to be
//! speech, stand unless the tagger made something else of one of their words.

use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::Act;
use crate::words::Words;

/// The drafts of `tagged`, and those of `rules` that they leave room for. Linear in the words.
pub(super) fn merge(words: &Words<'_>, tagged: Vec<Draft>, rules: &[Draft]) -> Vec<Draft> {
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
    let kept = rules.iter().filter(|rule| rule.act == Act::Speech || is_quoted(rule));
    let kept: Vec<Draft> = kept.filter(|rule| is_free(rule)).cloned().collect();
    let mut drafts = tagged;
    drafts.extend(kept);
    drafts
}

/// What a draft says of the text but for the speaker, who may say more.
fn parts(draft: &Draft) -> impl Iterator<Item = &Phrase> {
    draft.content.iter().chain(&draft.cue)
}
