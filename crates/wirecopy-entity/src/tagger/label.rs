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
pub(crate) fn names(labels: &[u16]) -> impl Iterator<Item = (EntityKind, Range<usize>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            at += 1;
            let Some(kind) = kind(*labels.get(start)?) else { continue };
            let goes_on = |label: &u16| self::kind(*label) == Some(kind) && *label != first(kind);
            at += labels.iter().skip(at).take_while(|label| goes_on(label)).count();
            return Some((kind, start..at));
        }
    })
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
        assert!(names(&labels).eq(painted));
    }

    #[test]
    fn what_the_model_does_not_know_is_outside() {
        let mut labels = [1, 2];
        paint(&mut labels, EntityKind::Demonym);
        assert_eq!(labels, [0, 0]);
    }
}
