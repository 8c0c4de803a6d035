//! Models from training to bytes and back: answers, determinism, hostile files.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it must")]

use proptest::prelude::*;
use wirecopy_linear::train::{
    Choices, ConditionalLogit, Crf, Perceptron, Report, Sequences, Shuffle, Table, Vocabulary,
};
use wirecopy_linear::{
    Classifier, Constraints, Features, ModelError, Path, Ranker, Scores, Tagger, feature,
};

/// Shapes in a row of blank cells: a box is a corner, any number of edges, and ends where it likes.
/// An edge without a corner before it is noise. Only the transitions can tell.
const LABELS: [&str; 3] = ["O", "B-BOX", "I-BOX"];
const BLANK: u64 = 0;
const CORNER: u64 = 1;
const EDGE: u64 = 2;

fn boxes(seed: u64, cells: usize) -> (Features, Vec<u16>) {
    let mut chance = Shuffle::new(seed);
    let (mut features, mut labels) = (Features::new(), Vec::new());
    let mut inside = false;
    for _ in 0..cells {
        let shape = [BLANK, CORNER, EDGE, EDGE][chance.below(4)];
        labels.push(match shape {
            CORNER => 1,
            EDGE if inside => 2,
            _ => 0,
        });
        inside = shape == CORNER || (shape == EDGE && inside);
        features.add(0, &[]);
        features.add(1, &[shape]);
        features.add(2, &[chance.below(50) as u64]);
        features.end_row();
    }
    (features, labels)
}

fn tagger(table: Table) -> Tagger {
    fit(table).0
}

fn fit(table: Table) -> (Tagger, Report) {
    let mut sequences = Sequences::new();
    for seed in 0..400 {
        let (features, labels) = boxes(seed, 12);
        sequences.push(&features, &labels);
    }
    sequences.push(&boxes(0, 2).0, &[2, 2]); // begins inside: left out
    let constraints = Constraints::bio(&LABELS);
    let crf = Crf { epochs: 6, rate: 0.2, table, ..Crf::default() };
    crf.fit("boxes 1", &LABELS, &constraints, &sequences).unwrap()
}

fn classifier() -> Classifier {
    let mut trainer = Perceptron::new(&["low", "middle", "high"], Vocabulary::hashed(10));
    for number in (0..30u64).cycle().take(3000) {
        trainer.learn(&[feature(0, &[]), feature(1, &[number])], (number / 10) as usize);
    }
    trainer.finish("thirds 1").unwrap().0
}

fn ranker() -> Ranker {
    let mut chance = Shuffle::new(5);
    let mut choices = Choices::new();
    for _ in 0..300 {
        let (candidates, best) = race(&mut chance);
        choices.push(&candidates, &best);
    }
    let (ranker, report) = ConditionalLogit::default().fit("race 1", &choices).unwrap();
    assert!(report.right_after > 0.97, "{report}");
    ranker
}

/// Five candidates with points in two games; those with the most points win.
fn race(chance: &mut Shuffle) -> (Features, Vec<usize>) {
    let mut candidates = Features::new();
    let mut points = Vec::new();
    for _ in 0..5 {
        let games = [chance.below(4), chance.below(4)];
        points.push(games[0] + games[1]);
        for (game, won) in games.into_iter().enumerate() {
            for point in 0..won {
                candidates.add(game as u32, &[point as u64]);
            }
        }
        candidates.end_row();
    }
    let most = points.iter().max().unwrap();
    let best = (0..5).filter(|index| points[*index] == *most);
    (candidates, best.collect())
}

#[test]
fn a_tagger_learns_what_only_transitions_can_tell() {
    for table in [Table::Checked { min_count: 2 }, Table::Hashed { bits: 12 }] {
        let (tagger, report) = fit(table);
        assert_eq!(report.skipped, 1);
        assert!(report.right_after > 0.98, "{report}");
        assert!((report.right_before - report.right_after).abs() < 0.001, "{report}");
        assert!(report.passes.windows(2).all(|pair| pair[0].value < pair[1].value), "{report}");
        let (mut scores, mut path) = (Scores::new(1), Path::new());
        let (mut right, mut alone, mut all) = (0, 0, 0);
        for seed in 5000..5100 {
            let (features, labels) = boxes(seed, 12);
            let found = tagger.tag(&features, &mut scores, &mut path);
            right += found.iter().zip(&labels).filter(|(a, b)| a == b).count();
            let best = |row: &[i32]| (0..3).max_by_key(|label| row[*label]).unwrap() as u16;
            alone += scores.rows().zip(&labels).filter(|(row, label)| best(row) == **label).count();
            all += labels.len();
        }
        assert!(right * 100 > all * 98, "{table:?}: {right} of {all}");
        assert!(alone * 100 < all * 90, "{table:?}: {alone} of {all} without transitions");
        assert!(!tagger.transitions().allows(None, 2));
    }
}

#[test]
fn a_classifier_learns_its_thirds() {
    let classifier = classifier();
    assert_eq!(classifier.labels(), ["low", "middle", "high"]);
    for number in 0..30 {
        let mut scores = [0; 3];
        classifier.add_scores(&[feature(0, &[]), feature(1, &[number])], &mut scores);
        let best = (0..3).max_by_key(|label| scores[*label]).unwrap();
        assert_eq!(best as u64, number / 10, "{number}: {scores:?}");
    }
}

#[test]
fn a_ranker_learns_to_add() {
    let ranker = ranker();
    let mut chance = Shuffle::new(77);
    let right = (0..200).filter(|_| {
        let (candidates, best) = race(&mut chance);
        best.contains(&ranker.best(&candidates).unwrap().0)
    });
    assert!(right.count() >= 190);
    assert_eq!(ranker.best(&Features::new()), None);
}

#[test]
fn the_same_examples_give_the_same_bytes() {
    let table = Table::Checked { min_count: 2 };
    assert_eq!(tagger(table).as_bytes(), tagger(table).as_bytes());
    assert_eq!(classifier().as_bytes(), classifier().as_bytes());
    assert_eq!(ranker().as_bytes(), ranker().as_bytes());
}

#[test]
fn bytes_come_back_as_the_same_model() {
    let tagger = tagger(Table::Checked { min_count: 2 });
    let bytes = tagger.as_bytes().to_vec();
    let leaked: &'static [u8] = bytes.clone().leak();
    for model in [Tagger::from_bytes(bytes).unwrap(), Tagger::from_static(leaked).unwrap()] {
        model.verify().unwrap();
        assert_eq!(model, tagger);
        assert_eq!(model.name(), "boxes 1");
        assert_eq!(model.label("I-BOX"), Some(2));
        let corner = feature(1, &[CORNER]);
        assert!(model.weight(corner, 1) > 0 && model.weight(corner, 3) == 0);
    }
}

#[test]
fn errors_say_what_was_expected_and_found() {
    let bytes = classifier().as_bytes().to_vec();
    let other = Tagger::from_bytes(bytes.clone()).unwrap_err();
    assert!(other.is_other_model());
    assert_eq!(other.to_string(), "expected a tagger, found classifier at byte 10");
    let mut later = bytes.clone();
    later[8] = 9;
    assert!(Classifier::from_bytes(later).unwrap_err().is_other_version());
    assert!(Classifier::from_bytes(b"GIF89a".to_vec()).unwrap_err().is_not_a_model());
    assert!(Classifier::from_bytes(Vec::new()).unwrap_err().is_not_a_model());
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(Classifier::from_bytes(changed).unwrap_err().is_corrupt());
    for end in 8..bytes.len() {
        assert!(Classifier::from_bytes(bytes[..end].to_vec()).unwrap_err().is_corrupt());
    }
}

#[test]
fn a_header_cannot_ask_for_memory() {
    let bytes = tagger(Table::Hashed { bits: 4 }).as_bytes().to_vec();
    for (at, values) in [(12, [4u32, 28, 29, u32::MAX]), (16, [0, 1, 4096, u32::MAX])] {
        for value in values {
            for layout in [0, 1] {
                let mut bytes = bytes.clone();
                bytes[11] = layout;
                bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
                let _ = Tagger::from_static(bytes.leak());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A changed file is refused, or, where nothing checks, used without a panic.
    #[test]
    fn no_bytes_make_a_model_panic(
        changes in prop::collection::vec((0usize..4096, any::<u8>()), 1..20),
        checked in any::<bool>(),
    ) {
        static MODELS: std::sync::OnceLock<[Vec<u8>; 2]> = std::sync::OnceLock::new();
        let models = MODELS.get_or_init(|| {
            [Table::Checked { min_count: 2 }, Table::Hashed { bits: 4 }]
                .map(|table| tagger(table).as_bytes().to_vec())
        });
        let mut bytes = models[usize::from(checked)].clone();
        let length = bytes.len();
        for (at, value) in changes {
            bytes[at % length] = value;
        }
        let refused = Tagger::from_bytes(bytes.clone());
        prop_assert!(refused.is_err() || refused.is_ok_and(|model| model.as_bytes() == bytes));
        if let Ok(tagger) = Tagger::from_static(bytes.leak()) {
            let (features, labels) = boxes(1, 30);
            let (mut scores, mut path) = (Scores::new(1), Path::new());
            prop_assert_eq!(tagger.tag(&features, &mut scores, &mut path).len(), labels.len());
        }
    }

    #[test]
    fn random_bytes_are_no_model(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Ranker::from_bytes(bytes).is_err());
    }
}

#[test]
fn types_cross_threads() {
    fn check<T: Send + Sync + Clone + std::fmt::Debug>() {}
    check::<Tagger>();
    check::<Classifier>();
    check::<Ranker>();
    check::<Features>();
    check::<Scores>();
    check::<Path>();
    check::<ModelError>();
}
