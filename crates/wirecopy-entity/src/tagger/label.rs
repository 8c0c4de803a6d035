//! The labels of a word: outside of a name, or beginning of or within the name of a person, place or
//! organisation.

use crate::model::EntityKind;
use std::ops::Range;

/// The labels of a model, in the order of its scores.
pub(crate) const LABELS: [&str; 7] =
    ["O", "B-person", "I-person", "B-place", "I-place", "B-organization", "I-organization"];

/// The label of the first word of a name; that of the others is the next number. Zero for kinds that
/// the model does not know.
pub(crate) const fn first(kind: EntityKind) -> u16 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Place => 3,
        EntityKind::Organization => 5,
        _ => 0,
    }
}

const fn kind(label: u16) -> Option<EntityKind> {
    match label {
        1 | 2 => Some(EntityKind::Person),
        3 | 4 => Some(EntityKind::Place),
        5 | 6 => Some(EntityKind::Organization),
        _ => None,
    }
}

/// Writes a name of `kind` over `labels`, all of whose words are its.
#[cfg(any(feature = "train", test))]
pub(crate) fn paint(labels: &mut [u16], kind: EntityKind) {
    let first = first(kind);
    labels.fill(if first == 0 { 0 } else { first + 1 });
    if let Some(label) = labels.first_mut() {
        *label = first;
    }
}

/// The names that `labels` amount to, in order.
pub(crate) fn names(labels: &[u16]) -> Vec<(EntityKind, Range<usize>)> {
    let mut names: Vec<(EntityKind, Range<usize>)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(kind) = kind(label) else { continue };
        match names.last_mut() {
            Some((last, words)) if *last == kind && words.end == at && label != first(kind) => {
                words.end += 1;
            }
            _ => names.push((kind, at..at + 1)),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_was_painted() {
        let mut labels = vec![0; 8];
        let painted = [
            (EntityKind::Person, 0..2),
            (EntityKind::Person, 2..3),
            (EntityKind::Place, 3..4),
            (EntityKind::Organization, 5..8),
        ];
        for (kind, words) in &painted {
            paint(&mut labels[words.clone()], *kind);
        }
        assert_eq!(labels, [1, 2, 1, 3, 0, 5, 6, 6]);
        assert_eq!(names(&labels), painted);
    }

    #[test]
    fn what_the_model_does_not_know_is_outside() {
        let mut labels = [1, 2];
        paint(&mut labels, EntityKind::Demonym);
        assert_eq!(labels, [0, 0]);
    }
}
