//! The comparison itself, on one small story.

use super::*;
use serde_json::json;
use std::collections::BTreeSet;

const TEXT: &str = "CORK, May 7 (AP) - It rained on Monday, Ann Daly said. “Hard,” she said.";

fn gold() -> Expectation {
    toml::from_str(
        r#"
about = "a test"
parts = [{ kind = "dateline", starts = "CORK", ends = "she said." }]
dates = [{ text = "Monday", value = "2012-05-07" }]
not_names = ["It"]
[dateline]
text = "CORK, May 7 (AP)"
places = [{ text = "CORK" }]
date = { text = "May 7", value = "2012-05-07", inferred = true }
agency = "AP"
[[entities]]
kind = "person"
name = "Ann Daly"
mentions = ["Ann Daly"]
[[quotes]]
kind = "indirect"
content = ["It rained on Monday"]
cue = "said"
speaker = "Ann Daly"
name = "Ann Daly"
[[quotes]]
kind = "direct"
content = ["“Hard,”"]
cue = "said"
speaker = "she"
name = "Ann Daly"
"#,
    )
    .expect("a good expectation")
}

fn right() -> Value {
    json!({
        "parts": [{"kind": "dateline", "start": 0, "end": 73}],
        "dateline": {"start": 0, "end": 16, "text": "CORK, May 7 (AP)",
            "places": [{"start": 0, "end": 4, "text": "CORK", "region": null}],
            "date": {"start": 6, "end": 11, "text": "May 7", "value": "2012-05-07", "inferred": true},
            "agency": {"start": 13, "end": 15, "text": "AP"}},
        "dates": [{"start": 32, "end": 38, "kind": "date", "value": "2012-05-07", "timex3": null}],
        "entities": [{"id": 0, "kind": "person", "name": "Ann Daly", "role": null, "link": null, "mentions": [0, 1]}],
        "mentions": [
            {"start": 40, "end": 48, "kind": "person", "form": "name", "entity": 0},
            {"start": 63, "end": 66, "kind": "person", "form": "pronoun", "entity": 0}],
        "quotes": [
            {"kind": "indirect", "act": "speech", "content": [[19, 38]], "cue": [[49, 53]],
             "speaker": {"start": 40, "end": 48, "name": "Ann Daly"}},
            {"kind": "direct", "act": "speech", "content": [[55, 62]], "cue": [[67, 71]],
             "speaker": {"start": 63, "end": 66, "name": "Ann Daly"}}],
    })
}

#[test]
fn the_right_answer_has_no_difference() {
    let report = compare(TEXT, &gold(), &right());
    assert_eq!(report.differences, Vec::<String>::new());
    assert_eq!((report.facts, report.right, report.unexpected), (28, 28, 0));
}

#[test]
fn every_kind_of_mistake_has_its_line() {
    let mut got = right();
    got["parts"][0]["kind"] = json!("paragraph");
    got["dateline"]["agency"] = Value::Null;
    got["dates"][0]["value"] = json!("2012-05-08");
    got["entities"][0]["kind"] = json!("place");
    got["mentions"][1] =
        json!({"start": 19, "end": 21, "kind": "person", "form": "short", "entity": 0});
    got["quotes"][0]["speaker"] = Value::Null;
    got["quotes"][1]["content"] = json!([[56, 72]]);
    got["quotes"][1]["speaker"]["name"] = json!("Cork");
    let report = compare(TEXT, &gold(), &got);
    assert_eq!(
        report.differences,
        [
            "dateline: agency: want AP, got none",
            "date 1 \"Monday\": value: want 2012-05-07, got 2012-05-08",
            "not a name: \"It\" is a person",
            "part 1 \"CORK\": kind: want dateline, got paragraph",
            "person Ann Daly: kind: want person, got place",
            "person Ann Daly: mentions: want [Ann Daly], got [Ann Daly, It]",
            "quote 1 \"It rained on Monday\": name: want Ann Daly, got none",
            "quote 1 \"It rained on Monday\": speaker: want Ann Daly, got none",
            "quote 2 \"“Hard,”\": content: got \"Hard,” she said.\"",
            "quote 2 \"“Hard,”\": name: want Ann Daly, got Cork",
        ]
        .map(str::to_owned)
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
    assert_eq!(report.unexpected, 0);
}

#[test]
fn what_is_too_much_is_said() {
    let mut got = right();
    let add = |got: &mut Value, key: &str, value: Value| {
        got[key].as_array_mut().unwrap().push(value);
    };
    add(&mut got, "parts", json!({"kind": "note", "start": 55, "end": 73}));
    add(&mut got, "dates", json!({"start": 19, "end": 21, "kind": "date", "value": "2012"}));
    add(&mut got, "entities", json!({"kind": "person", "name": "Rain", "mentions": [2]}));
    add(&mut got, "mentions", json!({"start": 22, "end": 28, "kind": "person", "form": "name"}));
    add(&mut got, "quotes", json!({"kind": "indirect", "act": "other", "content": [[22, 28]]}));
    add(&mut got, "quotes", json!({"kind": "indirect", "act": "speech", "content": [[22, 31]]}));
    let report = compare(TEXT, &gold(), &got);
    assert_eq!(
        report.differences,
        [
            "date: unexpected \"It\" = 2012",
            "part: unexpected note \"“Hard,” she said.\"",
            "person: unexpected Rain",
            "quote: unexpected indirect \"rained on\"",
        ]
    );
    assert_eq!((report.facts, report.right, report.unexpected), (28, 28, 4));
}

#[test]
fn tokens_and_sentences_are_lists_of_surfaces() {
    let gold: Expectation =
        toml::from_str("tokens = [\"do\", \"n't\", \"go\"]\nsentences = [\"don't go\"]").unwrap();
    let got = json!({"tokens": [[0, 5], [6, 8]], "sentences": [[0, 8]]});
    let report = compare("don't go", &gold, &got);
    assert_eq!(report.differences, ["tokens: want do | n't | go, got don't | go"]);
    assert_eq!((report.facts, report.right, report.unexpected), (4, 2, 0));
}

#[test]
fn nothing_found_is_all_missing() {
    let got = json!({"parts": [], "dateline": null, "dates": [], "entities": [], "mentions": [], "quotes": []});
    let report = compare(TEXT, &gold(), &got);
    assert_eq!(report.differences.len(), 6);
    assert!(report.differences.iter().all(|line| line.ends_with("missing")));
}

#[test]
fn an_expectation_about_another_text_is_a_mistake() {
    let mut gold = gold();
    gold.not_names.push("Friday".to_owned());
    assert!(std::panic::catch_unwind(|| compare(TEXT, &gold, &right())).is_err());
}

#[test]
fn known_differences_are_told_from_new_and_gone() {
    let lines = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let (new, gone) = against_known(&lines(&["a", "b"]), &lines(&["b", "c"]));
    assert_eq!((new, gone), (lines(&["a"]), lines(&["c"])));
}
