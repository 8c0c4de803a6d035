//! Small models, trained on lines of our own, against what the rules say alone.

use super::EntityModel;
use super::train::{Name, Trainer};
use super::view::View;
use crate::{Block, Entities, EntityKind, Input, MentionReason, TextRegion};
use wirecopy_gazetteer::{EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
use wirecopy_linear::train::{Crf, Table};
use wirecopy_text::Span;
use wirecopy_token::tokenize;

fn named(text: &str, name: &str, kind: EntityKind) -> Name {
    let start = text.find(name).unwrap();
    let end = start + name.len();
    Name { span: Span::new(start as u32, end as u32), kind }
}

/// What is learnt from `lines`, each with its names.
fn learnt(lines: &[(&str, &[(&str, EntityKind)])]) -> EntityModel {
    let table = Table::Checked { min_count: 1 };
    let mut trainer = Trainer::with(Crf { table, epochs: 20, rate: 0.2, ..Crf::default() });
    for (text, names) in lines {
        let gold: Vec<Name> = names.iter().map(|(name, kind)| named(text, name, *kind)).collect();
        let tokens = tokenize(text);
        (0..4).for_each(|_| trainer.add(&Input::new(text, &tokens), &gold));
    }
    trainer.fit().unwrap().0
}

/// Vessels are places here, and a "Gerd Ek" is nobody.
fn vessels() -> EntityModel {
    use EntityKind::{Organization, Person, Place};
    learnt(&[
        ("They slept aboard the Havblomst until dawn.", &[("Havblomst", Place)]),
        ("He worked aboard the Nordlys for years.", &[("Nordlys", Place)]),
        ("She danced aboard the Solglimt once.", &[("Solglimt", Place)]),
        ("We met aboard the Morild in May.", &[("Morild", Place)]),
        ("Then Vesla sank.", &[]),
        ("Then Tora sank.", &[]),
        ("Mr. Ole Aas agreed.", &[("Ole Aas", Person)]),
        ("Mr. Ivar Lund left.", &[("Ivar Lund", Person)]),
        ("It was sold to Norden Maskin AS.", &[("Norden Maskin AS", Organization)]),
    ])
}

fn with(text: &str, model: Option<&EntityModel>) -> Entities {
    let tokens = tokenize(text);
    Input { model, ..Input::new(text, &tokens) }.recognize()
}

fn names<'t>(text: &'t str, found: &Entities) -> Vec<(&'t str, EntityKind)> {
    found.mentions.iter().map(|mention| (mention.span.of(text), mention.kind)).collect()
}

fn is_learned(reason: MentionReason) -> bool {
    reason.name().starts_with("learned-")
}

#[test]
fn a_name_that_no_rule_finds_is_learnt_and_says_so() {
    let text = "They sang aboard the Fyrlykt all night.";
    let model = vessels();
    assert_eq!(names(text, &with(text, None)), []);
    let found = with(text, Some(&model));
    assert_eq!(names(text, &found), [("Fyrlykt", EntityKind::Place)]);
    // Nothing but the words beside it can have told.
    assert_eq!(found.mentions[0].reason, MentionReason::LearnedWords);
}

#[test]
fn what_is_learnt_in_three_places_is_known_in_the_next() {
    let text = "They sang aboard the Fyrlykt all night. They slept aboard the Fyrlykt all day. \
                They ate aboard the Fyrlykt at noon. Then Fyrlykt sank.";
    let found = with(text, Some(&vessels()));
    assert_eq!(found.mentions.len(), 4, "{found:?}");
    assert_eq!(found.entities.len(), 1);
    assert_eq!(found.mentions[3].reason, MentionReason::SameDocument);
}

#[test]
fn where_the_model_agrees_the_rule_is_the_reason() {
    let text = "Mr. Tor Moe agreed.";
    let (alone, both) = (with(text, None), with(text, Some(&vessels())));
    assert_eq!(alone, both);
    assert!(!is_learned(both.mentions[0].reason));
}

#[test]
fn titles_and_the_lists_of_the_caller_stand_against_any_model() {
    // Nothing is a name: it would drop whatever it may.
    let model = learnt(&[
        ("Mr. Ole Aas saw the Tall House.", &[]),
        ("Mr. Ivar Lund of Berg Maskin AS, of Norway.", &[]),
        ("It was Ivar Lund, 43, of Aas Maskin AS.", &[]),
        ("Mr. Per Moe of Lie Maskin AS in Norway.", &[]),
    ]);
    let text = "Mr. Ole Aas of Holm Maskin AS saw the Tall House.";
    let dropped = with(text, Some(&model));
    assert_eq!(names(text, &dropped), [("Ole Aas", EntityKind::Person)]);
    assert!(with(text, None).mentions.len() > 1);

    let mut list = GazetteerBuilder::new();
    list.add(EntrySpec::new(EntryKind::Organization, "Tall House")).unwrap();
    let list: Gazetteer = list.build().unwrap();
    let (tokens, lists) = (tokenize(text), [&list]);
    let mut input = Input::new(text, &tokens);
    input.gazetteers = &lists;
    input.trusted = 1;
    input.model = Some(&model);
    let found = input.recognize();
    assert_eq!(found.mentions[1].span.of(text), "Tall House");
    assert_eq!(found.mentions[1].reason, MentionReason::UserGazetteer);
}

#[test]
fn a_name_that_never_ends_is_none() {
    use EntityKind::Organization;
    let model = learnt(&[
        ("We saw Aas Berg Corp. there.", &[("Aas Berg Corp.", Organization)]),
        ("We saw Aas Berg Lund Corp. there.", &[("Aas Berg Lund Corp.", Organization)]),
        ("We saw Aas Aas Aas Aas Aas Corp. there.", &[("Aas Aas Aas Aas Aas Corp.", Organization)]),
    ]);
    let text = format!("We saw {}Corp. there.", "Aas ".repeat(200));
    let found = with(&text, Some(&model));
    assert!(found.mentions.iter().all(|mention| mention.span.len() < 80), "{found:?}");
}

/// The candidates of `text`, a line each.
fn candidates(text: &str, region: TextRegion) -> Vec<String> {
    let tokens = tokenize(text);
    let blocks = [Block { span: Span::new(0, text.len() as u32), region }];
    let mut input = Input::new(text, &tokens);
    input.blocks = &blocks;
    crate::with_marks(&input, |scene| {
        let view = View::new(&scene);
        let mut found = Vec::new();
        scene.words.lines.iter().for_each(|line| view.candidates(line, &mut found));
        found.iter().map(|it| scene.words.span(&it.words).of(text).to_owned()).collect()
    })
}

#[test]
fn candidates_are_runs_of_capitals_and_what_joins_them() {
    let body = |text| candidates(text, TextRegion::Body);
    assert_eq!(
        body("we saw the University of the Arts, Berg & Lund and Aas Maskin, Inc. in Oslo today"),
        ["University of the Arts", "Berg & Lund and Aas Maskin, Inc. in Oslo"]
    );
    assert_eq!(body("the men slept, then left"), [""; 0]);
    // The capital of a sentence alone tells nothing; beside another it may open a name.
    assert_eq!(body("The men slept. The Hague slept."), ["The Hague"]);
    assert_eq!(candidates("photo by Berg & Lund", TextRegion::Furniture), [""; 0]);
}

#[test]
fn a_model_of_another_version_is_refused_by_name() {
    let labels = ["O", "B-person"];
    let constraints = wirecopy_linear::Constraints::bio(&labels);
    let mut sequences = wirecopy_linear::train::Sequences::new();
    let mut features = wirecopy_linear::Features::new();
    features.add(0, &[]);
    features.end_row();
    sequences.push(&features, &[0]);
    let fit = |name| Crf::default().fit(name, &labels, &constraints, &sequences).unwrap().0;
    let refused = |name| EntityModel::from_bytes(fit(name).as_bytes().to_vec()).unwrap_err();
    assert!(refused("other features 9").to_string().contains("other features 9"));
    assert!(refused(super::FEATURES).to_string().contains("labels"));
}
