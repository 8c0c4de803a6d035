//! The seven labels of a word: outside, or beginning of or within source, cue and content.

use crate::linking::Draft;
use crate::phrases::Phrase;

/// The labels of a word, in the order of a labeller's scores.
pub const LABELS: [&str; 7] =
    ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"];

/// What a run of words does in an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Source,
    Cue,
    Content,
}

impl Role {
    /// Label of the first word of a run; the label of the others is the next number.
    pub(crate) const fn first(self) -> u16 {
        match self {
            Self::Source => 1,
            Self::Cue => 3,
            Self::Content => 5,
        }
    }

    pub(crate) const fn of(label: u16) -> Option<Self> {
        match label {
            1 | 2 => Some(Self::Source),
            3 | 4 => Some(Self::Cue),
            5 | 6 => Some(Self::Content),
            _ => None,
        }
    }
}

/// Writes `role` over the words of `phrase`.
pub(crate) fn paint(labels: &mut [u16], phrase: Phrase, role: Role) {
    let Some(run) = labels.get_mut(phrase.from..phrase.to) else { return };
    run.fill(role.first() + 1);
    if let Some(first) = run.first_mut() {
        *first = role.first();
    }
}

/// The labels that drafts amount to; cues and sources win over content.
pub(crate) fn labels_of(drafts: &[Draft], len: usize) -> Vec<u16> {
    let mut labels = vec![0; len];
    for piece in drafts.iter().flat_map(|draft| &draft.content) {
        paint(&mut labels, *piece, Role::Content);
    }
    for draft in drafts {
        draft.speaker.iter().for_each(|speaker| paint(&mut labels, *speaker, Role::Source));
        draft.cue.iter().for_each(|cue| paint(&mut labels, *cue, Role::Cue));
    }
    labels
}

/// The runs of `labels`, in order.
pub(crate) fn runs(labels: &[u16]) -> Vec<(Role, Phrase)> {
    let mut runs: Vec<(Role, Phrase)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(role) = Role::of(label) else { continue };
        match runs.last_mut() {
            Some((last, run)) if *last == role && run.to == at && label != role.first() => {
                run.to = at + 1;
            }
            _ => runs.push((role, Phrase::new(at, at + 1))),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_what_was_painted() {
        let mut labels = vec![0; 9];
        let painted = [
            (Role::Content, Phrase::new(0, 3)),
            (Role::Content, Phrase::new(3, 4)),
            (Role::Source, Phrase::new(5, 6)),
            (Role::Cue, Phrase::new(6, 9)),
        ];
        painted.iter().for_each(|(role, run)| paint(&mut labels, *run, *role));
        assert_eq!(labels, [5, 6, 6, 5, 0, 1, 3, 4, 4]);
        assert_eq!(runs(&labels), painted);
    }

    #[test]
    fn a_run_that_never_began_begins() {
        assert_eq!(
            runs(&[2, 6]),
            [(Role::Source, Phrase::new(0, 1)), (Role::Content, Phrase::new(1, 2)),]
        );
    }
}
