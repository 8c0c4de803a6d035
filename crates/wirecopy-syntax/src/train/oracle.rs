//! What each action costs: how many right arcs can no longer be made after it.

use crate::state::{Action, State};

/// The cost of each action, in the order of [`Action::ALL`]; `heads` are the right ones, the root for
/// the word that has none. Linear in the words that are not done.
pub(crate) fn costs(state: &State, heads: &[u32]) -> [u32; Action::ALL.len()] {
    let (root, none) = (state.root(), state.none());
    let head = |word: u32| heads.get(word as usize).copied().unwrap_or(none);
    let count = |is_lost: bool| u32::from(is_lost);
    let next = state.waiting(0);
    let [top, under] = [state.stacked(0), state.stacked(1)];
    let mut costs = [0; 3];
    let [left, right, shift] = &mut costs;
    if next < root {
        // The next word can no longer have its head, or its dependents, in what lies on the stack;
        // but its head may be the top.
        for word in state.stack() {
            *shift += count(head(next) == *word && *word != top) + count(head(*word) == next);
        }
    }
    if top != none {
        let lost = (next..root).map(|word| count(head(word) == top)).sum::<u32>();
        let head = head(top);
        *left += lost + count(head == under) + count(head > next && head <= root);
        *right += lost + count(head >= next && head <= root);
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{Relation, Tag};
    use crate::word::Word;
    use alloc::vec;

    /// Follows only actions that cost nothing.
    fn follow(heads: &[u32]) -> State {
        let words = vec![Word::default(); heads.len()];
        let tags = vec![Tag::Nn; heads.len()];
        let mut state = State::default();
        state.start(&words, &tags);
        while !state.is_done() {
            let costs = costs(&state, heads);
            let free =
                Action::ALL.iter().zip(costs).find(|(a, cost)| *cost == 0 && state.allows(**a));
            let (action, _) = free.expect("an action that costs nothing");
            state.apply(*action, Relation::Other);
        }
        state
    }

    #[test]
    fn a_tree_without_crossings_costs_nothing() {
        // The old man in the house said that it rained .
        for heads in [&[2, 2, 6, 5, 5, 2, 10, 9, 9, 6, 6][..], &[1, 2, 3, 4], &[4, 0, 1, 2], &[1]] {
            let heads: alloc::vec::Vec<u32> = if heads.len() == 11 {
                // `said` is the root.
                heads.iter().map(|h| if *h == 10 { 11 } else { *h }).collect()
            } else {
                heads.to_vec()
            };
            let state = follow(&heads);
            for (node, head) in state.words().iter().zip(&heads) {
                assert_eq!(node.head, *head, "{heads:?}");
            }
        }
    }
}
