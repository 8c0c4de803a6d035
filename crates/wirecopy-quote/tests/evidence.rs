//! What weights say they went by.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use wirecopy_linear::Scores;
use wirecopy_quote::{
    Clue, ClueKind, Decided, Evidence, LABELS, Labeller, Paragraph, Quote, QuoteFinder,
};
use wirecopy_token::tokenize;

/// Labels words by a list, and gives the word behind as the clue.
#[derive(Debug)]
struct List(&'static [(&'static str, &'static str)]);

impl List {
    fn label(&self, word: &str) -> usize {
        let found = self.0.iter().find(|(listed, _)| *listed == word);
        let label = found.map_or("O", |(_, label)| label);
        LABELS.iter().position(|other| *other == label).unwrap()
    }
}

impl Labeller for List {
    fn score(&self, paragraph: &Paragraph<'_>, scores: &mut Scores) {
        for span in paragraph.words() {
            scores.push_zeros()[self.label(span.of(paragraph.text()))] = 9;
        }
    }

    fn clues(&self, paragraph: &Paragraph<'_>, word: usize, label: usize) -> Vec<Clue> {
        let at = |word| paragraph.words().nth(word);
        assert_eq!(self.label(at(word).unwrap().of(paragraph.text())), label);
        vec![Clue { kind: ClueKind::After, words: at(word + 1) }]
    }
}

const TEXT: &str = "Ruiz said the road is shut. Holm has blorped that ferries sail.";

const HOLM: [(&str, &str); 6] = [
    ("Holm", "B-source"),
    ("has", "B-cue"),
    ("blorped", "I-cue"),
    ("that", "B-content"),
    ("ferries", "I-content"),
    ("sail", "I-content"),
];

fn quotes(list: &'static [(&'static str, &'static str)]) -> Vec<Quote> {
    QuoteFinder::new().labeller(&List(list)).find(TEXT, &tokenize(TEXT))
}

fn told(quotes: &[Quote]) -> Vec<Option<String>> {
    let told = |evidence: &Evidence| evidence.describe(TEXT);
    quotes.iter().map(|quote| quote.evidence.as_ref().map(told)).collect()
}

#[test]
fn a_cue_that_no_rule_knows_says_what_it_went_by() {
    let quotes = quotes(&HOLM);
    assert_eq!(told(&quotes), [None, Some("cue “blorped”: “that” after it".to_owned())]);
    assert_eq!(quotes[1].content[0].of(TEXT), "that ferries sail");
}

#[test]
fn a_content_that_rules_bound_otherwise_says_so() {
    const SHORT: [(&str, &str); 3] =
        [("Ruiz", "B-source"), ("said", "B-cue"), ("road", "B-content")];
    let quotes = quotes(&SHORT);
    assert_eq!(told(&quotes), [Some("content “road”: “is” after it".to_owned())]);
    assert_eq!(quotes[0].evidence.as_ref().unwrap().decided, Decided::Content);
}

#[test]
fn what_the_rules_say_too_has_the_rules_reason_alone() {
    const SAME: [(&str, &str); 6] = [
        ("Ruiz", "B-source"),
        ("said", "B-cue"),
        ("the", "B-content"),
        ("road", "I-content"),
        ("is", "I-content"),
        ("shut", "I-content"),
    ];
    assert_eq!(told(&quotes(&SAME)), [None]);
    let by_rules = QuoteFinder::new().find(TEXT, &tokenize(TEXT));
    assert!(!by_rules.is_empty() && by_rules.iter().all(|quote| quote.evidence.is_none()));
}

#[test]
fn every_clue_has_its_words() {
    use ClueKind::*;
    let kinds = [Word, Before, After, Near, Kinds, Marks, Lists, Rules, CueBefore, CueAfter, Place];
    let word = tokenize(TEXT).words().next().map(|word| word.span());
    let mut phrases: Vec<String> = Vec::new();
    for kind in kinds {
        for words in [None, word] {
            let clues = vec![Clue { kind, words }];
            let evidence = Evidence { decided: Decided::Cue, word: word.unwrap(), clues };
            let phrase = evidence.describe(TEXT);
            assert!(phrase.len() > "cue “Ruiz”: ".len(), "{kind:?}");
            phrases.push(phrase);
        }
    }
    phrases.sort_unstable();
    phrases.dedup();
    assert!(phrases.len() >= kinds.len(), "each its own: {phrases:#?}");
}

#[cfg(feature = "train")]
#[test]
fn trained_weights_name_the_word_that_they_learnt() {
    use std::slice;
    use wirecopy_quote::train::{Attribution, Trainer};
    use wirecopy_text::Span;

    let mut trainer = Trainer::new();
    for name in ["Ana Ruiz", "Tom Berg", "Mia Holm", "Ivo Lang"] {
        for what in ["the ferry sails", "the bridge holds", "the water falls"] {
            let text = format!("{name} rings {what}.");
            let span = |word: &str| {
                let start = text.find(word).unwrap() as u32;
                vec![Span::new(start, start + word.len() as u32)]
            };
            let gold = Attribution { source: span(name), cue: span("rings"), content: span(what) };
            (0..3).for_each(|_| trainer.add(&text, &tokenize(&text), slice::from_ref(&gold)));
        }
    }
    let (model, _) = trainer.fit().unwrap();
    let text = "Eva Lund rings the bridge opens.";
    let quotes = QuoteFinder::new().labeller(&model).find(text, &tokenize(text));
    let evidence = quotes[0].evidence.as_ref().unwrap();
    assert_eq!((evidence.decided, evidence.word.of(text)), (Decided::Cue, "rings"));
    assert!((1..=3).contains(&evidence.clues.len()));
    assert!(evidence.describe(text).contains("the word itself"), "{}", evidence.describe(text));
}

#[cfg(feature = "train")]
#[test]
fn trained_weights_learn_what_lies_within_contents() {
    use wirecopy_quote::Nested;
    use wirecopy_quote::train::{Attribution, Trainer};
    use wirecopy_text::{Span, Spanned as _};

    let mut trainer = Trainer::new();
    for name in ["Ana Ruiz", "Tom Berg", "Mia Holm", "Ivo Lang"] {
        for what in ["the ferry sails", "the bridge holds", "the water falls"] {
            let text = format!("“My sister grumps {what} late,” {name} said.");
            let span = |word: &str| {
                let start = text.find(word).unwrap() as u32;
                vec![Span::new(start, start + word.len() as u32)]
            };
            let whole = format!("“My sister grumps {what} late,”");
            let outer =
                Attribution { source: span(name), cue: span("said"), content: span(&whole) };
            let inner = Attribution {
                source: span("My sister"),
                cue: span("grumps"),
                content: span(&format!("{what} late")),
            };
            (0..3).for_each(|_| {
                trainer.add(&text, &tokenize(&text), &[outer.clone(), inner.clone()])
            });
        }
    }
    let (model, _) = trainer.fit().unwrap();
    let text = "“My sister grumps the gate opens late,” Eva Lund said.";
    let find = |nested| {
        let finder = QuoteFinder::new().labeller(&model).nested(nested);
        let quotes = finder.find(text, &tokenize(text));
        quotes.iter().map(|quote| quote.span().of(text)).collect::<Vec<_>>()
    };
    let whole = "“My sister grumps the gate opens late,”";
    assert_eq!(find(Nested::All), [whole, "the gate opens late"]);
    assert_eq!(find(Nested::Told), [whole]);
}
