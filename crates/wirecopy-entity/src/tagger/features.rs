//! The features of a word: itself, its neighbours, the lists, the run of capitals that it stands in,
//! what the rules made of it, and what they made of it elsewhere.
//!
//! A change here makes trained weights worthless: raise [`super::FEATURES`] and train again.

use super::view::{Atoms, Candidate, View, Window, strength};
use crate::model::MentionReason;
use crate::words::Style;
use wirecopy_linear::Features;

/// Kinds of evidence, in the order in which their features are added.
pub(super) const EVIDENCE: [MentionReason; 4] = [
    MentionReason::LearnedWords,
    MentionReason::LearnedLists,
    MentionReason::LearnedRules,
    MentionReason::LearnedDocument,
];

/// Puts the features of the word at `at` of a candidate into `row`; gives where those of each kind of
/// [`EVIDENCE`] end.
pub(super) fn fill(
    view: &View<'_, '_>,
    candidate: &Candidate<'_>,
    window: &Window,
    at: usize,
    row: &mut Features,
) -> [usize; 4] {
    let around = [-2, -1, 0, 1, 2].map(|ahead| window.at(at, ahead));
    add_words(row, around);
    add_run(row, window, at);
    let words = row.open_row().len();
    add_lists(row, around);
    let lists = row.open_row().len();
    add_rules(row, around);
    add_mark(row, view, window, at);
    add_line(row, view, candidate, window.at(at, 0), at);
    let rules = row.open_row().len();
    add_elsewhere(row, around);
    [words, lists, rules, row.open_row().len()]
}

/// The words with capitals around the one at `at`.
fn add_run(features: &mut Features, window: &Window, at: usize) {
    let run = window.run(at);
    if run.is_empty() {
        return;
    }
    let c = window.at(at, 0);
    let first = window.at(run.start, 0);
    let last = window.at(run.end - 1, 0);
    let before = window.at(run.start, -1);
    let after = window.at(run.end, 0);
    let place = (at - run.start).min(3) as u64 * 4 + (run.end - 1 - at).min(3) as u64;
    features.add(90, &[last.of.form]);
    features.add(91, &[last.of.class, place]);
    features.add(92, &[before.of.form, place]);
    features.add(93, &[after.of.form, place]);
    features.add(94, &[place, c.shape]);
    features.add(95, &[after.of.class, place]);
    features.add(97, &[last.of.class, c.rule]);
    features.add(100, &[before.of.form, c.rule]);
    features.add(101, &[after.of.form, c.rule]);
    features.add(102, &[first.of.form]);
    features.add(103, &[last.listed, place]);
}

fn add_mark(features: &mut Features, view: &View<'_, '_>, window: &Window, at: usize) {
    let Some(mark) = view.scene.mark_at(at) else { return };
    let c = window.at(at, 0);
    let (start, end) = (mark.words.start, mark.words.end);
    let last = window.at(end - 1, 0);
    let before = window.at(start, -1);
    let after = window.at(end, 0);
    let length = (end - start).min(5) as u64;
    let listed = mark.listed.and_then(|name| view.scene.evidence.listed(name));
    features.add(110, &[c.rule, last.of.form]);
    features.add(113, &[c.rule, after.of.form]);
    features.add(114, &[c.rule, c.reason, length]);
    features.add(115, &[c.rule, listed.map_or(0, |listed| u64::from(strength(listed)))]);
    features.add(116, &[c.rule, last.of.class]);
    features.add(117, &[c.rule, after.of.class, before.of.class]);
    features.add(118, &[c.rule, before.shape, after.shape]);
    features.add(119, &[c.rule, c.reason, after.rule, before.rule]);
}

fn add_line(
    features: &mut Features,
    view: &View<'_, '_>,
    candidate: &Candidate<'_>,
    c: &Atoms,
    at: usize,
) {
    let line = candidate.line;
    let style = match line.style {
        Style::Sentence => 0,
        Style::Title => 1,
        Style::Capitals => 2,
    };
    let look = style * 8 + line.region as u64 * 2 + view.sport;
    let start = u64::from(view.scene.words.word(at).start);
    features.add(120, &[look, c.shape]);
    features.add(121, &[look, c.rule, c.reason]);
    features.add(122, &[look, c.single]);
    features.add(124, &[start, c.rule, c.of.common]);
    features.add(125, &[start, look, c.of.names, c.of.common]);
}

/// Forms, shapes and classes of a word and its neighbours.
fn add_words(features: &mut Features, [pp, p, c, n, nn]: [&Atoms; 5]) {
    features.add(0, &[]);
    features.add(1, &[c.of.form, c.shape]);
    features.add(3, &[p.of.form]);
    features.add(4, &[n.of.form]);
    features.add(5, &[pp.of.form]);
    features.add(6, &[nn.of.form]);
    features.add(9, &[c.of.suffix, c.shape]);
    features.add(10, &[c.of.prefix, c.shape]);
    features.add(11, &[c.of.ending, c.shape]);
    features.add(12, &[p.shape, c.shape]);
    features.add(13, &[c.shape, n.shape]);
    features.add(14, &[p.shape, c.shape, n.shape]);
    features.add(15, &[pp.shape, p.shape, c.shape, n.shape, nn.shape]);
    features.add(16, &[c.of.class, c.shape]);
    features.add(17, &[p.of.class, c.shape]);
    features.add(18, &[n.of.class, c.shape]);
    features.add(19, &[p.of.class, c.of.class]);
    features.add(20, &[c.of.class, n.of.class]);
    features.add(21, &[p.of.form, c.shape]);
    features.add(22, &[n.of.form, c.shape]);
}

/// The lists of names, of a word and its neighbours.
fn add_lists(features: &mut Features, [_, p, c, n, _]: [&Atoms; 5]) {
    features.add(30, &[c.single, c.shape]);
    features.add(31, &[c.listed, c.shape]);
    features.add(32, &[p.listed, c.listed]);
    features.add(33, &[c.listed, n.listed]);
    features.add(34, &[c.single, c.of.names, c.of.common]);
    features.add(35, &[p.of.names, c.of.names, c.shape]);
    features.add(37, &[c.of.common, c.shape, p.shape]);
    features.add(43, &[c.of.names, c.of.common, c.shape]);
}

/// What the rules made of a word and its neighbours, here and elsewhere.
fn add_rules(features: &mut Features, [pp, p, c, n, nn]: [&Atoms; 5]) {
    features.add(50, &[c.rule, c.reason]);
    features.add(51, &[c.rule, c.reason, c.sure, c.listed]);
    features.add(52, &[p.rule, c.rule, n.rule]);
    features.add(58, &[c.rule, c.of.names, c.of.common]);
    features.add(59, &[c.rule, c.single]);
    features.add(60, &[pp.rule, p.rule, c.rule, n.rule, nn.rule]);
    features.add(62, &[c.rule, c.of.class]);
    features.add(63, &[c.rule, p.of.class]);
    features.add(64, &[c.rule, n.of.class]);
    features.add(65, &[p.role, c.role, n.role, c.shape]);
    features.add(67, &[c.rule, p.shape, c.shape, n.shape]);
}

/// What the rules made of the same words elsewhere in the document.
fn add_elsewhere(features: &mut Features, [_, p, c, n, _]: [&Atoms; 5]) {
    features.add(70, &[c.elsewhere.label, c.shape]);
    features.add(71, &[c.elsewhere.label, c.rule]);
    features.add(72, &[c.elsewhere.sure, c.rule, c.shape]);
    features.add(73, &[p.elsewhere.label, c.elsewhere.label, c.rule]);
    features.add(74, &[c.elsewhere.label, n.elsewhere.label, c.rule]);
    features.add(75, &[c.elsewhere.beside, c.shape]);
    let mut beside = c.elsewhere.beside;
    while beside != 0 {
        let bit = u64::from(beside.trailing_zeros());
        features.add(76, &[bit, c.shape]);
        features.add(77, &[bit, c.rule]);
        beside &= beside - 1;
    }
}
