//! Grammar: agreement with the automatic parses of PolNeAR's development part.
//!
//! What counts for quotations: who is the subject of a verb of saying, and which words are its clause.

#![expect(clippy::indexing_slicing, reason = "lists with a place for each word")]

use super::{Bench, Failure};
use crate::corenlp::{self, Forms, Sentence};
use std::collections::BTreeSet;
use std::ops::Range;
use wirecopy_syntax::{Model, Parser, Relation};

/// Verbs of saying and thinking.
const REPORTING: &str = "say tell add announce claim state argue note report believe think explain \
    warn insist suggest confirm deny write reveal declare admit acknowledge agree hope know stress \
    emphasize allege complain estimate predict conclude reply respond ask mention indicate maintain \
    recall assert comment promise concede propose describe feel fear expect remark contend";

/// Right, found and expected.
#[derive(Debug, Default)]
struct Count {
    right: u32,
    found: u32,
    gold: u32,
}

impl Count {
    fn add<T: Ord>(&mut self, gold: &BTreeSet<T>, found: &BTreeSet<T>) {
        self.gold += gold.len() as u32;
        self.found += found.len() as u32;
        self.right += gold.intersection(found).count() as u32;
    }

    fn f1(&self) -> f64 {
        200.0 * f64::from(self.right) / f64::from((self.found + self.gold).max(1))
    }
}

/// A tree: heads and relations.
struct Tree<'t> {
    heads: Vec<Option<usize>>,
    relations: &'t [Relation],
}

/// Scores the embedded weights.
pub(crate) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    let folder = bench.gold("quotes");
    let mut forms = Forms::new();
    let sentences = corenlp::read(&folder, "dev", &mut forms)?;
    let model = Model::from_static(wirecopy_model_data::syntax())?;
    let mut parser = Parser::new(&model);
    let reporting: BTreeSet<&str> = REPORTING.split_whitespace().collect();
    let [mut tags, mut heads, mut both, mut subjects, mut clauses] =
        [(); 5].map(|()| Count::default());
    for sentence in &sentences {
        let example = &sentence.example;
        let parse = parser.parse(example.words.iter().map(String::as_str));
        let gold = Tree { heads: example.heads.clone(), relations: &example.relations };
        let found = Tree {
            heads: (0..parse.len()).map(|word| parse.head(word)).collect(),
            relations: parse.relations(),
        };
        for word in 0..example.words.len() {
            if sentence.same[word] {
                tags.gold += 1;
                tags.right += u32::from(parse.tag(word) == example.tags.get(word).copied());
            }
            if !sentence.lemmas[word].is_empty() && !example.tags[word].is_punctuation() {
                heads.gold += 1;
                both.gold += 1;
                let right = found.heads[word] == gold.heads[word];
                heads.right += u32::from(right);
                both.right += u32::from(right && found.relations[word] == gold.relations[word]);
            }
            if is_reporting(sentence, word, &reporting) {
                subjects.add(&gold.subjects(word), &found.subjects(word));
                clauses.add(&gold.clauses(word, sentence), &found.clauses(word, sentence));
            }
        }
    }
    let share = |count: &Count| 100.0 * f64::from(count.right) / f64::from(count.gold.max(1));
    outln!("{:28} {:>7} {:>7} {:>7} {:>7} {:>7}", "set", "tags", "UAS", "LAS", "nsubj", "ccomp");
    outln!(
        "{:28} {:7.2} {:7.2} {:7.2} {:7.1} {:7.1}",
        "quotes/corenlp-dev.jsonl",
        share(&tags),
        share(&heads),
        share(&both),
        subjects.f1(),
        clauses.f1()
    );
    Ok(())
}

fn is_reporting(sentence: &Sentence, word: usize, verbs: &BTreeSet<&str>) -> bool {
    sentence.example.tags[word].is_verb()
        && !matches!(sentence.example.relations[word], Relation::Auxiliary | Relation::Copula)
        && verbs.contains(sentence.lemmas[word].as_str())
}

impl Tree<'_> {
    /// The words in that relation to `verb`.
    fn children(&self, verb: usize, relation: Relation) -> impl Iterator<Item = usize> {
        let all = self.heads.iter().zip(self.relations).enumerate();
        let found = all.filter(move |(_, (head, r))| **head == Some(verb) && **r == relation);
        found.map(|(word, _)| word)
    }

    fn subjects(&self, verb: usize) -> BTreeSet<usize> {
        self.children(verb, Relation::Subject).collect()
    }

    /// The clauses of `verb`, without marks at their ends and `that` at their start.
    fn clauses(&self, verb: usize, sentence: &Sentence) -> BTreeSet<(usize, usize)> {
        self.children(verb, Relation::Complement)
            .map(|clause| {
                let Range { mut start, mut end } = self.subtree(clause);
                let mark = |word: usize| sentence.example.tags[word].is_punctuation();
                while start + 1 < end && (mark(start) || sentence.example.words[start] == "that") {
                    start += 1;
                }
                while end > start + 1 && mark(end - 1) {
                    end -= 1;
                }
                (start, end)
            })
            .collect()
    }

    /// From the first to the last word under `top`.
    fn subtree(&self, top: usize) -> Range<usize> {
        let mut range = top..top + 1;
        for word in 0..self.heads.len() {
            let mut above = Some(word);
            // A tree is no deeper than it has words.
            for _ in 0..self.heads.len() {
                match above {
                    Some(here) if here != top => above = self.heads[here],
                    _ => break,
                }
            }
            if above == Some(top) {
                range = range.start.min(word)..range.end.max(word + 1);
            }
        }
        range
    }
}
