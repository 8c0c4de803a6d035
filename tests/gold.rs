//! The stories with full gold (`gold/README.md`): they load, they hold, and what is right today stays
//! right. `-- --nocapture` shows the figures.

use wirecopy_tests::gold::score::{Counts, compare, compare_quotes};
use wirecopy_tests::gold::{Set, Story, analysis, export, reader, stories};

/// Attributions under the right full name that each set must keep, of all. They rise with the
/// product; lowering one needs a reason in the commit.
const FLOORS: [(Set, usize, usize); 13] = [
    (Set::Train, 249, 253),
    (Set::Test, 246, 277),
    (Set::Short, 311, 312),
    (Set::More, 639, 672),
    (Set::Wide, 2232, 2459),
    (Set::Broad, 1660, 1836),
    (Set::Late, 2674, 3057),
    (Set::Blind, 1127, 1383),
    (Set::Kept, 676, 826),
    (Set::Open, 2938, 3407),
    (Set::Fresh, 953, 1138),
    (Set::Probes, 5051, 5581),
    (Set::ProbesKept, 1092, 1272),
];

fn load(half: Set) -> Vec<Story> {
    stories(half).unwrap_or_else(|complaints| panic!("\n{complaints}"))
}

#[test]
fn every_style_stands_in_both_halves() {
    let [train, test] = Set::HALVES.map(load);
    let names = |stories: &[Story]| stories.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&train), names(&test));
    assert_eq!(train.len(), 20);
    for story in train.iter().chain(&test) {
        let words = story.text.split_whitespace().count();
        assert!((150..=450).contains(&words), "{}: {words} words", story.name);
        assert!(story.quotes.len() >= 8, "{}: {} attributions", story.name, story.quotes.len());
    }
}

#[test]
fn more_stories_are_whole() {
    let sets =
        [Set::More, Set::Wide, Set::Broad, Set::Late, Set::Blind, Set::Kept, Set::Open, Set::Fresh];
    for story in sets.into_iter().flat_map(load) {
        let words = story.text.split_whitespace().count();
        assert!((180..=450).contains(&words), "{}: {words} words", story.name);
        assert!(story.quotes.len() >= 8, "{}: {} attributions", story.name, story.quotes.len());
    }
}

#[test]
fn quotations_under_the_full_name_stay_found() {
    let reader = reader();
    for (half, floor, of) in FLOORS {
        let mut counts = Counts::default();
        for story in load(half) {
            let compare = if Set::PROBES.contains(&half) { compare_quotes } else { compare };
            let (of_story, errors) = compare(&story, &analysis(&story, &reader));
            counts += of_story;
            for error in errors.iter().filter(|_| half.may_be_read()) {
                println!("{}: {error}", story.name);
            }
        }
        println!("{}: {} of {} named right", half.name(), counts.named, counts.quotes[0]);
        assert_eq!(counts.quotes[0], of, "{}: attributions in the gold", half.name());
        assert!(
            counts.named >= floor,
            "{}: {} attributions are found under the right name, the floor is {floor}; \
             `wirecopy-dev score gold --show 1` lists what is wrong in the training half",
            half.name(),
            counts.named
        );
    }
}

#[test]
fn the_gold_scores_full_marks_against_itself() {
    for story in Set::ALL.into_iter().flat_map(load) {
        let got = as_analysis(&story);
        let (counts, errors) = compare(&story, &got);
        assert_eq!(errors, Vec::<String>::new(), "{}", story.name);
        assert_eq!((counts.named, counts.quotes[2]), (counts.quotes[0], counts.quotes[1]));
        assert_eq!((counts.chains[0], counts.parts[0]), (counts.chains[1], counts.parts[2]));
    }
}

/// What an analysis would look like that is right in everything.
fn as_analysis(story: &Story) -> serde_json::Value {
    use serde_json::{Value, json};
    let record = export::record("gold", story);
    let (mut mentions, mut entities) = (Vec::new(), Vec::new());
    for entity in &story.entities {
        let first = mentions.len();
        for (start, end) in &entity.mentions {
            mentions.push(json!({
                "start": start, "end": end, "kind": entity.kind, "form": "name", "entity": entities.len(),
            }));
        }
        let indices: Vec<usize> = (first..mentions.len()).collect();
        entities.push(json!({"kind": entity.kind, "name": entity.names[0], "mentions": indices}));
    }
    let dateline = story.dateline.as_ref().map(|dateline| {
        let of = |kind: &'static str| {
            let pieces = dateline.pieces.iter().filter(move |piece| piece.0 == kind);
            pieces.map(|(_, span)| story.surface(*span))
        };
        let mut places: Vec<Value> = of("place").map(|text| json!({"text": text})).collect();
        for (place, region) in places.iter_mut().zip(of("region")) {
            place["region"] = region.into();
        }
        json!({
            "text": story.surface(dateline.span), "places": places,
            "date": of("date").next().map(|text| json!({"text": text})),
            "agency": of("agency").next().map(|text| json!({"text": text})),
        })
    });
    let quotes = record["attributions"].as_array().expect("a list").iter().map(|quote| {
        json!({
            "kind": quote["kind"], "act": quote["act"], "content": quote["content"],
            "speaker": {"name": quote["speaker_name"]},
        })
    });
    json!({
        "parts": record["parts"], "mentions": mentions, "entities": entities,
        "quotes": quotes.collect::<Value>(), "dateline": dateline,
    })
}
