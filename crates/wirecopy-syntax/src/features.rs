//! What decides on an action, and on a relation.
//!
//! Small atoms (tags, relations, distances, counts) are packed side by side into one, which costs one
//! step of the hash instead of four.

use crate::names::Relation;
use crate::state::State;
use wirecopy_linear::feature;

/// Packs small numbers, each below 2^12, into one atom.
#[inline]
fn pack<const N: usize>(atoms: [u64; N]) -> u64 {
    atoms.into_iter().fold(0, |packed, atom| packed << 12 | atom)
}

/// Relations that say how complete a clause or phrase is, a bit for each.
const TELLING: u64 = Relation::Subject.bit()
    | Relation::PassiveSubject.bit()
    | Relation::ClauseSubject.bit()
    | Relation::Object.bit()
    | Relation::Complement.bit()
    | Relation::OpenComplement.bit()
    | Relation::Mark.bit()
    | Relation::Auxiliary.bit()
    | Relation::Copula.bit()
    | Relation::Case.bit()
    | Relation::Conjunct.bit()
    | Relation::Coordination.bit()
    | Relation::Determiner.bit();

/// The number of words between, in classes.
fn distance(from: u32, to: u32) -> u64 {
    match to.abs_diff(from) {
        distance @ 0..=5 => u64::from(distance),
        6..=10 => 6,
        _ => 7,
    }
}

/// The features of the next action.
#[inline]
pub(crate) fn action(state: &State) -> [u32; 76] {
    let [s0, s1, s2] = [0, 1, 2].map(|depth| state.stacked(depth));
    let [b0, b1, b2] = [0, 1, 2].map(|ahead| state.waiting(ahead));
    let under_top = distance(s1, s0);
    let ahead = distance(s0, b0);
    let before = state.node(b0.checked_sub(1).unwrap_or(state.none()));
    let b3 = state.node(state.waiting(3));
    let [s0, s1, s2, b0, b1, b2] = [s0, s1, s2, b0, b1, b2].map(|index| state.node(index));
    let [has0, has1, has_next] = [s0, s1, b0].map(|node| node.has & TELLING);
    let quotes = pack([s1.quoted, s0.quoted, b0.quoted]);
    let [s0l, s0r] = [s0.left[0], s0.right[0]].map(|index| state.node(index));
    let [s0l2, s0r2] = [s0.left[1], s0.right[1]].map(|index| state.node(index));
    let [s1l, s1r, s1r2] = [s1.left[0], s1.right[0], s1.right[1]].map(|index| state.node(index));
    let [b0l, b0l2] = b0.left.map(|index| state.node(index));
    [
        feature(0, &[s0.word, s0.tag]),
        feature(1, &[s0.word]),
        feature(2, &[s0.tag]),
        feature(3, &[s1.word, s1.tag]),
        feature(4, &[s1.word]),
        feature(5, &[s1.tag]),
        feature(6, &[b0.word, b0.tag]),
        feature(7, &[b0.word]),
        feature(8, &[b0.tag]),
        feature(9, &[b1.word, b1.tag]),
        feature(10, &[b1.tag]),
        feature(11, &[b2.word]),
        feature(12, &[b2.class]),
        feature(13, &[s2.word, s2.class]),
        feature(14, &[s0.word, b0.word]),
        feature(15, &[s0.word, pack([s0.class, b0.class])]),
        feature(16, &[b0.word, pack([s0.class, b0.class])]),
        feature(17, &[pack([s0.tag, b0.tag])]),
        feature(18, &[pack([b0.tag, b1.tag])]),
        feature(19, &[s1.word, s0.word]),
        feature(20, &[s1.word, s0.class]),
        feature(21, &[s0.word, s1.class]),
        feature(22, &[pack([s1.tag, s0.tag])]),
        feature(23, &[pack([b0.class, b1.class, b2.class])]),
        feature(24, &[pack([s0.class, b0.class, b1.class])]),
        feature(25, &[pack([s1.class, s0.class, b0.class])]),
        feature(26, &[pack([s2.class, s1.class, s0.class])]),
        feature(27, &[pack([s1.class, s0.class, b0.class, b1.class])]),
        feature(28, &[pack([s0.class, s0l.class, b0.class])]),
        feature(29, &[pack([s0.class, s0r.class, b0.class])]),
        feature(30, &[pack([s0.class, b0.class, b0l.class])]),
        feature(31, &[pack([s1.class, s1r.class, s0.class])]),
        feature(32, &[pack([s1.class, s0.class, s0l.class])]),
        feature(33, &[pack([s1.class, s1l.class, s0.class])]),
        feature(34, &[pack([s1.class, s0.class, s0r.class])]),
        feature(35, &[s0.word, ahead]),
        feature(36, &[pack([s0.class, ahead, b0.class])]),
        feature(37, &[b0.word, ahead]),
        feature(38, &[s1.word, under_top]),
        feature(39, &[pack([s1.class, s0.class, under_top])]),
        feature(40, &[s0.word, under_top]),
        feature(41, &[s0.word, pack([s0.rights, s0.lefts])]),
        feature(42, &[pack([s0.class, s0.rights, s0.lefts])]),
        feature(43, &[b0.word, b0.lefts]),
        feature(44, &[pack([b0.class, b0.lefts])]),
        feature(45, &[s1.word, s1.rights]),
        feature(46, &[pack([s1.class, s1.rights, s1.lefts])]),
        feature(47, &[s0l.word, s0.class]),
        feature(48, &[s0r.word, s0.class]),
        feature(49, &[b0l.word, b0.class]),
        feature(50, &[s1r.word, s1.class]),
        feature(51, &[pack([s0l.relation, s0l2.relation, s0.class])]),
        feature(52, &[pack([s0r.relation, s0r2.relation, s0.class])]),
        feature(53, &[pack([b0l.relation, b0l2.relation, b0.class])]),
        feature(54, &[pack([s1r.relation, s1r2.relation, s1.class])]),
        feature(55, &[s0.word, pack([s0l.relation, s0r.relation])]),
        feature(56, &[b0.word, b0l.relation]),
        feature(57, &[s1.word, pack([s1r.relation, s0.class])]),
        feature(58, &[pack([s0.class, s0r.class, s0r2.class])]),
        feature(59, &[pack([s0.class, s0l.class, s0l2.class])]),
        feature(60, &[pack([b0.class, b0l.class, b0l2.class])]),
        feature(61, &[b0.word, b1.word]),
        feature(62, &[s0.word, has0]),
        feature(63, &[has0, pack([s0.class, b0.class])]),
        feature(64, &[has1, pack([s1.class, s0.class, b0.class])]),
        feature(65, &[s1.word, has1, s0.class]),
        feature(66, &[has_next, pack([s0.class, b0.class])]),
        feature(67, &[has0, has1, pack([s1.class, s0.class, b0.class])]),
        feature(68, &[quotes, pack([s1.class, s0.class, b0.class])]),
        feature(69, &[quotes, s0.word]),
        feature(70, &[quotes, b0.word]),
        feature(71, &[pack([before.class, s0.class, b0.class])]),
        feature(72, &[before.word, pack([s1.class, s0.class, b0.class])]),
        feature(73, &[pack([b0.class, b1.class, b2.class, b3.class])]),
        feature(74, &[s1.word, b0.word]),
        feature(75, &[s1.word, s0.word, b0.class]),
    ]
}

/// The features of the relation of `dependent` to `head`, at the moment the arc is made.
#[inline]
pub(crate) fn relation(state: &State, head: u32, dependent: u32) -> [u32; 24] {
    let far = if head == state.root() { 8 } else { distance(head, dependent) };
    let side = u64::from(head < dependent);
    let none = state.none();
    let [before, after] = [dependent.checked_sub(1), dependent.checked_add(1)]
        .map(|index| state.node(index.unwrap_or(none)));
    let (h, d) = (state.node(head), state.node(dependent));
    let [dl, dl2] = d.left.map(|index| state.node(index));
    let [dr, hl, hr] = [d.right[0], h.left[0], h.right[0]].map(|index| state.node(index));
    [
        feature(100, &[pack([side, h.tag, d.tag])]),
        feature(101, &[h.word, d.word]),
        feature(102, &[h.word, pack([side, d.tag])]),
        feature(103, &[d.word, pack([side, h.tag])]),
        feature(104, &[d.word, side]),
        feature(105, &[h.word, side]),
        feature(106, &[pack([side, far, h.tag, d.tag])]),
        feature(107, &[dl.word, pack([h.tag, d.tag])]),
        feature(108, &[pack([dl.tag, d.tag, h.tag, side])]),
        feature(109, &[pack([dl.relation, dl2.relation, d.tag, side])]),
        feature(110, &[pack([dr.relation, d.tag, side])]),
        feature(111, &[h.word, pack([dl.relation, side])]),
        feature(112, &[pack([hl.relation, h.tag, d.tag, side])]),
        feature(113, &[pack([hr.relation, h.tag, d.tag, side])]),
        feature(114, &[h.word, pack([hr.relation, side])]),
        feature(115, &[d.suffix, pack([h.tag, side])]),
        feature(116, &[h.suffix, pack([d.tag, side])]),
        feature(117, &[pack([before.tag, d.tag, h.tag, side])]),
        feature(118, &[pack([after.tag, d.tag, h.tag, side])]),
        feature(119, &[before.word, pack([d.tag, side])]),
        feature(120, &[dl.word, h.word]),
        feature(121, &[pack([hl.relation, dl.relation, d.tag, side])]),
        feature(122, &[d.has & TELLING, pack([h.tag, d.tag, side])]),
        feature(124, &[h.word, d.has & TELLING, side]),
    ]
}
