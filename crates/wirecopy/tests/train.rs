//! Weights of one's own: trained and used through the command line.
#![cfg(all(feature = "train", feature = "cli"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};
use wirecopy::cli::{Streams, run};

/// Runs the command; gives its exit code, output and errors.
fn wirecopy(arguments: &[&str]) -> (u8, String, String) {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        input: io::empty(),
        output: &mut output,
        errors: &mut errors,
        interactive: false,
    };
    let arguments = ["wirecopy"].iter().chain(arguments).map(OsString::from);
    let code = run(arguments, &mut streams);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (code, text(output), text(errors))
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("train");
    fs::create_dir_all(&folder).expect("a folder for scratch files");
    folder.join(name)
}

/// Ringing is no cue of the lists; here people ring what they say.
fn stories() -> String {
    let names = ["Ana Ruiz", "Tom Berg", "Mia Holm", "Ivo Lang", "Eva Lund"];
    let news = ["the ferry sails", "the bridge holds", "the water falls", "the school opens"];
    let mut lines = String::new();
    for name in names {
        for what in news {
            let text = format!("{name} rings {what}.");
            let [cue, content, end] = [name.len() + 1, name.len() + 7, name.len() + 7 + what.len()];
            let line = serde_json::json!({"text": text, "attributions": [
                {"source": [[0, name.len()]], "cue": [[cue, cue + 5]], "content": [[content, end]]}
            ]});
            lines += &format!("{line}\n{line}\n{line}\n");
        }
    }
    lines
}

#[test]
fn weights_of_ones_own_find_what_the_rules_do_not_know() {
    let (data, model, story) = (scratch("own.jsonl"), scratch("own.lin"), scratch("story.txt"));
    fs::write(&data, stories()).unwrap();
    fs::write(&story, "Eva Lund rings the bridge opens.").unwrap();
    let [data, model, story] = [&data, &model, &story].map(|path| path.to_str().unwrap());
    assert_eq!(wirecopy(&["train", data, "--output", model]), (0, String::new(), String::new()));
    let with = |option: &[&str]| {
        let arguments = [&["analyze", story, "--format", "json"], option].concat();
        let (code, json, errors) = wirecopy(&arguments);
        assert_eq!((code, errors.as_str()), (0, ""));
        let article: serde_json::Value = serde_json::from_str(&json).unwrap();
        article["quotes"].as_array().unwrap().clone()
    };
    assert!(with(&["--no-models"]).is_empty());
    let quotes = with(&["--model", model]);
    assert_eq!(quotes[0]["text"], "the bridge opens");
    assert_eq!(quotes[0]["speaker"]["text"], "Eva Lund");
    let evidence = quotes[0]["evidence"].as_str().unwrap();
    assert!(evidence.starts_with("cue “rings”: "), "{evidence}");
}

#[test]
fn what_is_wrong_with_a_story_is_said_with_its_line() {
    let (data, model) = (scratch("bad.jsonl"), scratch("bad.lin"));
    let good = stories().lines().next().unwrap().to_owned();
    let cases = [
        ("{\"text\": 1}", "line 2: text: expected a string"),
        ("{\"text\": \"a\"}", "line 2: attributions: expected a list"),
        (
            "{\"text\": \"a\", \"attributions\": [{\"content\": [[0, 9]]}]}",
            "line 2: attributions[0].content: expected [start, end] within the text",
        ),
        ("{", "line 2, column 1: EOF while parsing"),
    ];
    for (line, wanted) in cases {
        fs::write(&data, format!("{good}\n{line}\n")).unwrap();
        let [data, model] = [&data, &model].map(|path| path.to_str().unwrap());
        let (code, _, errors) = wirecopy(&["train", data, "--output", model]);
        assert_eq!(code, 1);
        assert!(errors.contains(wanted), "{errors}");
    }
}
