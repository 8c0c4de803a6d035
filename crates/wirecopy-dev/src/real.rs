//! Real articles with the attributions that somebody marked in them (`tests/gold/README.md`).
//!
//! `tests/gold/real.jsonl` holds offsets and names, the texts stand in the evaluation folder.

use crate::score::Failure;
use serde::Deserialize;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use wirecopy_tests::gold::{Entity, Quote, Story};
use wirecopy_tests::replay::folder;

/// Where the articles of a set stand in the evaluation folder.
const SETS: [(&str, &str); 6] = [
    ("aquaint", "dateline/timex-aquaint.jsonl"),
    ("geowebnews", "entities/geowebnews.jsonl"),
    ("gum", "tokens/gum-news-devx.jsonl"),
    ("reuters", "dateline/reuters-dev.jsonl"),
    ("timebank", "dateline/timex-timebank.jsonl"),
    ("trnews", "entities/trnews.jsonl"),
];

/// Whether an article may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Half {
    /// Counted, and read for errors.
    Read,
    /// Only counted.
    Kept,
}

impl Half {
    /// As it stands in the file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Half::Read => "read",
            Half::Kept => "kept",
        }
    }
}

/// An article's annotation; offsets are code points, half-open.
#[derive(Debug, Deserialize)]
struct Article {
    set: String,
    id: String,
    half: Half,
    attributions: Vec<Attribution>,
    optional: Vec<(usize, usize)>,
}

/// An attribution as it is annotated.
#[derive(Debug, Deserialize)]
struct Attribution {
    kind: String,
    act: String,
    content: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    source: Vec<(usize, usize)>,
    speakers: Vec<String>,
}

/// A document of the evaluation folder.
#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    text: String,
}

/// All annotated articles, with their texts from the evaluation folder.
pub(crate) fn stories(eval: &Path) -> Result<Vec<(Half, Story)>, Failure> {
    let mut texts = HashMap::new();
    for (set, file) in SETS {
        for line in BufReader::new(File::open(eval.join(file))?).lines() {
            let Text { id, text } = serde_json::from_str(&line?)?;
            texts.insert((set.to_owned(), id), text);
        }
    }
    let mut stories = Vec::new();
    for line in BufReader::new(File::open(folder().join("gold/real.jsonl"))?).lines() {
        let article: Article = serde_json::from_str(&line?)?;
        let Some(text) = texts.get(&(article.set.clone(), article.id.clone())) else {
            return Err(format!("{} {}: no such article", article.set, article.id).into());
        };
        stories.push((article.half, story(&article, text)));
    }
    Ok(stories)
}

/// The annotation as a story whose entities are those who speak.
fn story(article: &Article, text: &str) -> Story {
    let mut story = Story {
        name: article.id.clone(),
        text: text.to_owned(),
        quotes_optional: article.optional.clone(),
        ..Story::default()
    };
    for (number, attribution) in (1..).zip(&article.attributions) {
        let mut speakers = Vec::new();
        for name in &attribution.speakers {
            let known = story.entities.iter().position(|entity| entity.names.contains(name));
            speakers.push(known.unwrap_or(story.entities.len()));
            if known.is_none() {
                story.entities.push(Entity { names: vec![name.clone()], ..Entity::default() });
            }
        }
        let quote = Quote {
            kind: attribution.kind.clone(),
            act: attribution.act.clone(),
            content: attribution.content.clone(),
            cue: attribution.cue.clone(),
            source: attribution.source.clone(),
            speakers,
        };
        story.quotes.insert(number, quote);
    }
    story
}
