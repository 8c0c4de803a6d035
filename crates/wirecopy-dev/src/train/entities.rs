//! The tagger of wirecopy-entity: wikigold, the open genres of GUM, our own stories but for the half that is only
//! counted, and what a tagger of another kind said of some hundred news articles.
//!
//! Never trained on: CoNLL, UNER, and the genres of GUM that are not for commercial use.

use crate::score::Failure;
use crate::score::entities::{Reader, spans_of};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wirecopy_entity::train::{Name, Trainer};
use wirecopy_entity::{Entities, EntityKind, EntityModel, MentionForm};
use wirecopy_linear::train::Report;
use wirecopy_tests::gold::{Set, stories};
use wirecopy_text::{Span, Spanned, lines};

/// Genres of GUM whose texts are not for commercial use.
const NOT_OPEN: [&str; 6] = ["essay", "fiction", "letter", "podcast", "whow", "reddit"];

/// Arguments of `wirecopy-dev train entities`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The folder of evaluation sets, whose training halves are learned from.
    #[arg(long, default_value = "../shared/eval")]
    data: PathBuf,
    /// The sets to learn from.
    #[arg(long, value_delimiter = ',', default_value = "silver,wikigold,gum_other,own")]
    sets: Vec<String>,
    /// Write no weights: leave out each of so many parts of the annotated sets in turn, and score what
    /// was learned from the rest on it.
    #[arg(long)]
    folds: Option<usize>,
    /// Where the weights go.
    #[arg(long, default_value = "crates/wirecopy-model-data/src/weights/entities.lin")]
    out: PathBuf,
}

/// Trains and writes the weights, or cross-validates.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut sets = Vec::new();
    for name in &arguments.sets {
        let stories = match name.as_str() {
            SILVER => silver(&arguments.data)?,
            OWN => own()?,
            name => gold(&arguments.data, name)?,
        };
        let names: usize = stories.iter().map(|story| story.names.len()).sum();
        outln!("{name}: {} stories, {names} names", stories.len());
        sets.push(Corpus { name, stories });
    }
    if let Some(folds) = arguments.folds {
        return cross_validate(&sets, folds);
    }
    let (model, report) = fit(&sets, |_, _| true)?;
    fs::write(&arguments.out, model.as_bytes())?;
    outln!("{}: {} bytes", arguments.out.display(), model.as_bytes().len());
    outln!("words labelled as annotated: {:.2} %", 100.0 * report.right_after);
    Ok(())
}

/// Learns from the stories that `is_learned` keeps, given their set and number.
fn fit(
    sets: &[Corpus<'_>],
    is_learned: impl Fn(&Corpus<'_>, usize) -> bool,
) -> Result<(EntityModel, Report), Failure> {
    let mut trainer = Trainer::new();
    let reader = Reader::default();
    for set in sets {
        for (number, story) in set.stories.iter().enumerate() {
            if is_learned(set, number) {
                reader.read_blocks(&story.text, &story.blocks, |input| {
                    (0..set.times()).for_each(|_| trainer.add(input, &story.names));
                });
            }
        }
    }
    Ok(trainer.fit()?)
}

/// Scores each part of the sets that people annotated by what was learned from everything else.
fn cross_validate(sets: &[Corpus<'_>], folds: usize) -> Result<(), Failure> {
    let rules = Reader::default();
    let mut counts = vec![[Counts::default(); 2]; sets.len()];
    for fold in 0..folds {
        let is_held =
            |set: &Corpus<'_>, number: usize| set.name != SILVER && number % folds == fold;
        let (model, _) = fit(sets, |set, number| !is_held(set, number))?;
        let weights = Reader::with(model);
        for (set, counts) in sets.iter().zip(&mut counts) {
            for (number, story) in set.stories.iter().enumerate() {
                if is_held(set, number) {
                    for (reader, counts) in [&rules, &weights].into_iter().zip(counts.iter_mut()) {
                        counts.add(
                            &reader
                                .read_blocks(&story.text, &story.blocks, |input| input.recognize()),
                            &story.names,
                        );
                    }
                }
            }
        }
    }
    outln!("strict, of all names {:>23} {:>27}", "P / R / F by rules", "by weights");
    for (set, [rules, weights]) in sets.iter().zip(&counts).filter(|(set, _)| set.name != SILVER) {
        outln!("{:24} {rules} {weights}", set.name);
    }
    Ok(())
}

/// The automatic annotation: learned from, never scored on.
const SILVER: &str = "silver";

/// Our own gold stories but for the half that is only counted.
const OWN: &str = "own";

struct Corpus<'n> {
    name: &'n str,
    stories: Vec<Story>,
}

impl Corpus<'_> {
    /// How often each story is read: our own are few. More than twice, and other people's names suffer.
    fn times(&self) -> usize {
        if self.name == OWN { 2 } else { 1 }
    }
}

/// Names annotated, found, and found as annotated.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
}

impl Counts {
    fn add(&mut self, found: &Entities, gold: &[Name]) {
        let gold: BTreeSet<_> = gold.iter().map(|name| (name.span, name.kind)).collect();
        let mut end = 0;
        self.gold += gold.len();
        for mention in &found.mentions {
            let counts = matches!(mention.form, MentionForm::Name | MentionForm::Short)
                && matches!(
                    mention.kind,
                    EntityKind::Person | EntityKind::Place | EntityKind::Organization
                );
            if counts && mention.span.start() >= end {
                end = mention.span.end();
                self.found += 1;
                self.right += usize::from(gold.contains(&(mention.span, mention.kind)));
            }
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        let f1 = 200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64;
        write!(f, "{:8.1} {:8.1} {f1:8.1}", share(self.found), share(self.gold))
    }
}

struct Story {
    text: String,
    blocks: Vec<Span>,
    names: Vec<Name>,
}

/// A set in which people marked the names.
fn gold(folder: &Path, set: &str) -> Result<Vec<Story>, Failure> {
    let mut stories = Vec::new();
    for line in BufReader::new(File::open(folder.join(format!("entities/{set}.jsonl")))?).lines() {
        let gold: Value = serde_json::from_str(&line?)?;
        let genre = gold.get("genre").and_then(Value::as_str).unwrap_or("");
        if NOT_OPEN.contains(&genre) {
            continue;
        }
        let text = gold.get("text").and_then(Value::as_str).unwrap_or("").to_owned();
        let marked = gold.get("entities").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut names = Vec::new();
        for name in marked {
            let nested = name.get("nested").and_then(Value::as_bool).unwrap_or(false);
            let kind = name.get("type").and_then(Value::as_str).and_then(kind);
            let place = |key: &str| name.get(key).and_then(Value::as_u64);
            if let (Some(kind), Some(start), Some(end), false) =
                (kind, place("start"), place("end"), nested)
            {
                names.push((start, end, kind));
            }
        }
        stories.push(story(text, &names));
    }
    Ok(stories)
}

/// Our own stories, with whole names only.
fn own() -> Result<Vec<Story>, Failure> {
    let mut found = Vec::new();
    let sets = Set::LEARNED.map(stories);
    for gold in sets.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
        let mut names = Vec::new();
        for entity in &gold.entities {
            let kind = kind(&entity.kind);
            for (start, end) in entity.mentions.iter().chain(&entity.optional) {
                names.extend(kind.map(|kind| (*start as u64, *end as u64, kind)));
            }
        }
        names.sort_by_key(|(start, end, _)| (*start, Reverse(*end)));
        names.dedup_by(|inner, outer| inner.0 < outer.1);
        let blocks = wirecopy_article::blocks(&gold.text).iter().map(Spanned::span).collect();
        found.push(Story { blocks, ..story(gold.text, &names) });
    }
    Ok(found)
}

/// The automatic annotation of news articles.
fn silver(folder: &Path) -> Result<Vec<Story>, Failure> {
    let mut texts = BTreeMap::new();
    let articles = File::open(folder.join("quotes/polnear-train.jsonl"))?;
    for line in BufReader::new(articles).lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let field = |key: &str| article.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
        texts.insert(field("id"), field("text"));
    }
    let mut gunzip = Command::new("gunzip")
        .arg("-c")
        .arg(folder.join("quotes/corenlp-train.jsonl.gz"))
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stories = Vec::new();
    for line in BufReader::new(gunzip.stdout.take().ok_or("gunzip says nothing")?).lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let id = article.get("id").and_then(Value::as_str).unwrap_or("");
        let Some(text) = texts.remove(id) else { continue };
        let sentences =
            article.get("sents").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut names = Vec::new();
        for sentence in sentences {
            runs(sentence.as_array().map_or(&[][..], Vec::as_slice), &mut names);
        }
        stories.push(story(text, &names));
    }
    gunzip.wait()?;
    Ok(stories)
}

/// The names of a sentence of tokens, each `[start, end, …, …, label, …]`.
fn runs(tokens: &[Value], names: &mut Vec<(u64, u64, EntityKind)>) {
    let mut before = None;
    for token in tokens {
        let place = |at: usize| token.get(at).and_then(Value::as_u64).unwrap_or(0);
        let label = token.get(4).and_then(Value::as_str).and_then(kind);
        match names.last_mut() {
            Some((_, end, _)) if label.is_some() && label == before => *end = place(1),
            _ => names.extend(label.map(|kind| (place(0), place(1), kind))),
        }
        before = label;
    }
}

/// The three kinds; nationalities and the rest are not the model's.
fn kind(label: &str) -> Option<EntityKind> {
    match label {
        "PER" | "PERSON" | "person" => Some(EntityKind::Person),
        "LOC" | "LOCATION" | "place" => Some(EntityKind::Place),
        "ORG" | "ORGANIZATION" | "organization" => Some(EntityKind::Organization),
        _ => None,
    }
}

/// A story with its names, whose places are code points.
fn story(text: String, names: &[(u64, u64, EntityKind)]) -> Story {
    let spans: Vec<Span> = spans_of(&text, names.iter().map(|(start, end, _)| (*start, *end)));
    let names = spans.iter().zip(names).map(|(span, (.., kind))| Name { span: *span, kind: *kind });
    let blocks = lines(&text).map(|line| line.span().trimmed(&text)).filter(|s| !s.is_empty());
    Story { names: names.collect(), blocks: blocks.collect(), text }
}
