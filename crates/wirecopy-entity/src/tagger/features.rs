//! The features of a word: itself, its neighbours, the lists, the run of capitals that it stands in,
//! what the rules made of it, and what they made of it elsewhere.
//!
//! A change here makes trained weights worthless: raise [`super::FEATURES`] and train again.

use super::view::{Atoms, Candidate, View, Window, strength};
use crate::model::MentionReason;
use crate::words::Style;
use wirecopy_linear::{Features, feature};

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
    window: &Window<'_>,
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
fn add_run(features: &mut Features, window: &Window<'_>, at: usize) {
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
    features.add_ids(&[
        feature(90, &[last.of.form]),
        feature(91, &[last.of.class, place]),
        feature(92, &[before.of.form, place]),
        feature(93, &[after.of.form, place]),
        feature(94, &[place, c.shape]),
        feature(95, &[after.of.class, place]),
        feature(97, &[last.of.class, c.rule]),
        feature(100, &[before.of.form, c.rule]),
        feature(101, &[after.of.form, c.rule]),
        feature(102, &[first.of.form]),
        feature(103, &[last.listed, place]),
    ]);
}

fn add_mark(features: &mut Features, view: &View<'_, '_>, window: &Window<'_>, at: usize) {
    let Some(mark) = view.scene.mark_at(at) else { return };
    let c = window.at(at, 0);
    let (start, end) = (mark.words.start, mark.words.end);
    let last = window.at(end - 1, 0);
    let before = window.at(start, -1);
    let after = window.at(end, 0);
    let length = (end - start).min(5) as u64;
    let listed = mark.listed.and_then(|name| view.scene.evidence.listed(name));
    features.add_ids(&[
        feature(110, &[c.rule, last.of.form]),
        feature(113, &[c.rule, after.of.form]),
        feature(114, &[c.rule, c.reason, length]),
        feature(115, &[c.rule, listed.map_or(0, |listed| u64::from(strength(listed)))]),
        feature(116, &[c.rule, last.of.class]),
        feature(117, &[c.rule, after.of.class, before.of.class]),
        feature(118, &[c.rule, before.shape, after.shape]),
        feature(119, &[c.rule, c.reason, after.rule, before.rule]),
    ]);
}

fn add_line(
    features: &mut Features,
    view: &View<'_, '_>,
    candidate: &Candidate<'_>,
    c: &Atoms<'_>,
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
    features.add_ids(&[
        feature(120, &[look, c.shape]),
        feature(121, &[look, c.rule, c.reason]),
        feature(122, &[look, c.single]),
        feature(124, &[start, c.rule, c.of.common]),
        feature(125, &[start, look, c.of.names, c.of.common]),
    ]);
}

/// Forms, shapes and classes of a word and its neighbours.
fn add_words(features: &mut Features, [pp, p, c, n, nn]: [&Atoms<'_>; 5]) {
    features.add_ids(&[
        feature(0, &[]),
        feature(1, &[c.of.form, c.shape]),
        feature(3, &[p.of.form]),
        feature(4, &[n.of.form]),
        feature(5, &[pp.of.form]),
        feature(6, &[nn.of.form]),
        feature(9, &[c.of.suffix, c.shape]),
        feature(10, &[c.of.prefix, c.shape]),
        feature(11, &[c.of.ending, c.shape]),
        feature(12, &[p.shape, c.shape]),
        feature(13, &[c.shape, n.shape]),
        feature(14, &[p.shape, c.shape, n.shape]),
        feature(15, &[pp.shape, p.shape, c.shape, n.shape, nn.shape]),
        feature(16, &[c.of.class, c.shape]),
        feature(17, &[p.of.class, c.shape]),
        feature(18, &[n.of.class, c.shape]),
        feature(19, &[p.of.class, c.of.class]),
        feature(20, &[c.of.class, n.of.class]),
        feature(21, &[p.of.form, c.shape]),
        feature(22, &[n.of.form, c.shape]),
    ]);
}

/// The lists of names, of a word and its neighbours.
fn add_lists(features: &mut Features, [_, p, c, n, _]: [&Atoms<'_>; 5]) {
    features.add_ids(&[
        feature(30, &[c.single, c.shape]),
        feature(31, &[c.listed, c.shape]),
        feature(32, &[p.listed, c.listed]),
        feature(33, &[c.listed, n.listed]),
        feature(34, &[c.single, c.of.names, c.of.common]),
        feature(35, &[p.of.names, c.of.names, c.shape]),
        feature(37, &[c.of.common, c.shape, p.shape]),
        feature(43, &[c.of.names, c.of.common, c.shape]),
    ]);
}

/// What the rules made of a word and its neighbours, here and elsewhere.
fn add_rules(features: &mut Features, [pp, p, c, n, nn]: [&Atoms<'_>; 5]) {
    features.add_ids(&[
        feature(50, &[c.rule, c.reason]),
        feature(51, &[c.rule, c.reason, c.sure, c.listed]),
        feature(52, &[p.rule, c.rule, n.rule]),
        feature(58, &[c.rule, c.of.names, c.of.common]),
        feature(59, &[c.rule, c.single]),
        feature(60, &[pp.rule, p.rule, c.rule, n.rule, nn.rule]),
        feature(62, &[c.rule, c.of.class]),
        feature(63, &[c.rule, p.of.class]),
        feature(64, &[c.rule, n.of.class]),
        feature(65, &[p.role, c.role, n.role, c.shape]),
        feature(67, &[c.rule, p.shape, c.shape, n.shape]),
    ]);
}

/// What the rules made of the same words elsewhere in the document.
fn add_elsewhere(features: &mut Features, [_, p, c, n, _]: [&Atoms<'_>; 5]) {
    features.add_ids(&[
        feature(70, &[c.elsewhere.label, c.shape]),
        feature(71, &[c.elsewhere.label, c.rule]),
        feature(72, &[c.elsewhere.sure, c.rule, c.shape]),
        feature(73, &[p.elsewhere.label, c.elsewhere.label, c.rule]),
        feature(74, &[c.elsewhere.label, n.elsewhere.label, c.rule]),
        feature(75, &[c.elsewhere.beside, c.shape]),
    ]);
    let mut beside = c.elsewhere.beside;
    while beside != 0 {
        let bit = u64::from(beside.trailing_zeros());
        features.add(76, &[bit, c.shape]);
        features.add(77, &[bit, c.rule]);
        beside &= beside - 1;
    }
}
