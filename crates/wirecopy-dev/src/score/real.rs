//! Real articles, annotated by hand: what our own stories cannot tell, since hands of one kind wrote them.
//!
//! `tests/gold/real.jsonl` holds offsets and names, the texts stand in the evaluation folder. The half `read` may be
//! read for errors, `kept` is only counted.

use super::{Bench, Failure, gold};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::sync::Arc;
use wirecopy::QuoteModel;
use wirecopy_tests::gold::score::{Counts, compare};
use wirecopy_tests::gold::{Entity, Quote, Story, analysis, reader};
use wirecopy_tests::replay::folder;

/// Where the articles of a set stand in the evaluation folder.
const SETS: [(&str, &str); 5] = [
    ("aquaint", "dateline/timex-aquaint.jsonl"),
    ("geowebnews", "entities/geowebnews.jsonl"),
    ("gum", "tokens/gum-news-devx.jsonl"),
    ("timebank", "dateline/timex-timebank.jsonl"),
    ("trnews", "entities/trnews.jsonl"),
];

/// An article's annotation; offsets are code points, half-open.
#[derive(Debug, Deserialize)]
struct Article {
    set: String,
    id: String,
    half: String,
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

/// Prints a row for each half, and the errors of `read` where they are asked for.
pub(crate) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    let texts = texts(bench)?;
    let mut reader = reader();
    if let Some(path) = bench.model {
        reader = reader.quote_model(Arc::new(QuoteModel::from_bytes(fs::read(path)?)?));
    }
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for line in BufReader::new(File::open(folder().join("gold/real.jsonl"))?).lines() {
        let article: Article = serde_json::from_str(&line?)?;
        let Some(text) = texts.get(&(article.set.clone(), article.id.clone())) else {
            return Err(format!("{} {}: no such article", article.set, article.id).into());
        };
        let story = story(&article, text);
        let (of_article, errors) = compare(&story, &analysis(&story, &reader));
        *counts.entry(article.half.clone()).or_default() += of_article;
        if bench.show.is_some() && article.half == "read" {
            let errors = errors.iter().filter(|error| error.starts_with("quote"));
            errors.for_each(|error| outln!("  {}: {error}", article.id));
        }
    }
    outln!("{}", gold::header_of_quotes());
    for (half, counts) in &counts {
        outln!("{}", gold::quotes(&format!("real/{half}"), counts));
    }
    Ok(())
}

/// The texts of all sets, by set and id.
fn texts(bench: &Bench<'_>) -> Result<HashMap<(String, String), String>, Failure> {
    let mut texts = HashMap::new();
    for (set, file) in SETS {
        for line in BufReader::new(File::open(bench.gold(file))?).lines() {
            let Text { id, text } = serde_json::from_str(&line?)?;
            texts.insert((set.to_owned(), id), text);
        }
    }
    Ok(texts)
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
