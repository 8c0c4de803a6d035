//! The documented JSON: field names, units, and nothing raw that steers a terminal.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use serde_json::{Value, json};
use wirecopy::json::JsonOptions;
use wirecopy::{OffsetUnit, analyze};

const STORY: &str = "OSLO, May 7, 2019 (AP) - “Åse — we agree,” Anna Keller said on Friday.";

fn value(options: JsonOptions) -> Value {
    let article = analyze(STORY).unwrap();
    let line = article.to_json(options).unwrap();
    let pretty = article.to_json_pretty(options).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&line).unwrap(),
        serde_json::from_str::<Value>(&pretty).unwrap()
    );
    serde_json::from_str(&line).unwrap()
}

#[test]
fn fields_are_those_of_the_schema() {
    let story = value(JsonOptions::new());
    let fields = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        fields(&story),
        [
            "dateline",
            "dates",
            "entities",
            "id",
            "mentions",
            "offsets",
            "parts",
            "quotes",
            "schema",
            "sentences"
        ]
    );
    assert_eq!(story["schema"], json!(1));
    assert_eq!(
        fields(&story["dateline"]),
        ["agency", "body_start", "byline", "date", "end", "places", "start", "text"]
    );
    assert_eq!(
        fields(&story["dates"][0]),
        [
            "anchor",
            "end",
            "granularity",
            "inferred",
            "interval",
            "kind",
            "modifier",
            "start",
            "text",
            "timex3",
            "value"
        ]
    );
    assert_eq!(
        fields(&story["quotes"][0]),
        ["act", "content", "cue", "evidence", "kind", "reason", "speaker", "text", "within"]
    );
    assert_eq!(
        fields(&story["mentions"][0]),
        ["end", "entity", "form", "kind", "reason", "start", "text"]
    );
    assert_eq!(
        fields(&story["entities"][0]),
        ["id", "kind", "link", "mentions", "name", "role", "roles"]
    );
}

#[test]
fn offsets_count_what_they_say() {
    let units: Vec<u16> = STORY.encode_utf16().collect();
    let points: Vec<char> = STORY.chars().collect();
    for (unit, name) in [
        (OffsetUnit::Byte, "byte"),
        (OffsetUnit::CodePoint, "codepoint"),
        (OffsetUnit::Utf16, "utf16"),
    ] {
        let story = value(JsonOptions::new().offsets(unit).with_tokens());
        assert_eq!(story["offsets"], name);
        assert!(story["tokens"].as_array().unwrap().len() > 10);
        for mention in story["mentions"].as_array().unwrap() {
            let (start, end) = (
                mention["start"].as_u64().unwrap() as usize,
                mention["end"].as_u64().unwrap() as usize,
            );
            let surface = match unit {
                OffsetUnit::Byte => STORY.get(start..end).unwrap().to_owned(),
                OffsetUnit::CodePoint => points[start..end].iter().collect(),
                _ => String::from_utf16(&units[start..end]).unwrap(),
            };
            assert_eq!(mention["text"], surface);
        }
    }
}

#[test]
fn serde_on_the_article_writes_the_default_options() {
    let article = analyze(STORY).unwrap();
    assert_eq!(serde_json::to_value(&article).unwrap(), value(JsonOptions::new()));
}
