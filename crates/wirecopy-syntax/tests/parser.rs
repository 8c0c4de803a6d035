//! The parser with the embedded weights: answers, properties on any words, hostile sentences.

#![expect(clippy::unwrap_used, reason = "a test stops where it must")]

use proptest::prelude::*;
use wirecopy_syntax::{Model, Parse, Parser, Relation, Tag};

fn model() -> Model {
    Model::from_static(wirecopy_model_data::syntax()).unwrap()
}

fn place(words: &[&str], word: &str) -> usize {
    words.iter().position(|other| *other == word).unwrap()
}

/// `sentence`, whose words have spaces between them; `verb`; its subject; what hangs on it as a clause.
const SAID: &[(&str, &str, &str, Option<&str>)] = &[
    (
        "The finance minister said on Tuesday that the bank would not raise rates .",
        "said",
        "minister",
        Some("that the bank would not raise rates"),
    ),
    (
        "\" We will not leave , \" said Anna Berg , the mayor of the town .",
        "said",
        "Anna",
        Some("We will not leave"),
    ),
    (
        "Prices rose by 3 percent , the agency said .",
        "said",
        "agency",
        Some("Prices rose by 3 percent"),
    ),
    ("He argued that talks had failed .", "argued", "He", Some("that talks had failed")),
    ("Officials rejected the plan and called for a vote .", "called", "Officials", None),
    ("The company began to lay off workers in May .", "lay", "company", None),
    (
        "Hill , who was injured , denied that he had been paid .",
        "denied",
        "Hill",
        Some("that he had been paid"),
    ),
    ("The report 's authors warned of a shortage .", "warned", "authors", None),
];

#[test]
fn who_said_what() {
    let model = model();
    let mut parser = Parser::new(&model);
    for (sentence, verb, subject, clause) in SAID {
        let words: Vec<&str> = sentence.split(' ').collect();
        let parse = parser.parse(words.iter().copied());
        let verb = place(&words, verb);
        assert!(parse.tag(verb).unwrap().is_verb(), "{sentence}");
        let found = parse.subject_of(verb).map(|word| words[word]);
        assert_eq!(found, Some(*subject), "{sentence}\n{parse:?}");
        let found = parse.child(verb, Relation::Complement).map(|clause| {
            let found = words[parse.subtree(clause)].join(" ");
            found.trim_matches([' ', ',', '"']).to_owned()
        });
        assert_eq!(found.as_deref(), *clause, "{sentence}\n{parse:?}");
    }
}

#[test]
fn tags_of_a_plain_sentence() {
    use Tag::{Dt, In, Jj, Nn, Nnp, Nns, Pos, Stop, Vbd};
    let model = model();
    let mut parser = Parser::new(&model);
    let words = ["Norway", "'s", "new", "envoy", "met", "officials", "in", "the", "capital", "."];
    let want = [Nnp, Pos, Jj, Nn, Vbd, Nns, In, Dt, Nn, Stop];
    assert_eq!(parser.tag(words), want);
    assert_eq!(parser.parse(words).tags(), want);
}

#[test]
fn the_embedded_weights_are_whole() {
    let weights = wirecopy_model_data::syntax().map(<[u8]>::to_vec);
    let copy = Model::from_bytes(weights.clone()).unwrap();
    assert_eq!(copy, model());
    let [tags, actions, relations] = weights;
    let swapped = Model::from_bytes([actions, tags, relations]).unwrap_err();
    assert!(swapped.is_other_model(), "{swapped}");
}

/// A tree without crossings, and lists that agree with it.
fn check(parse: &Parse, words: usize) {
    assert_eq!(parse.len(), words);
    assert_eq!(parse.relations().len(), words);
    assert_eq!(parse.is_empty(), words == 0);
    let roots = (0..words).filter(|word| parse.head(*word).is_none());
    assert_eq!(roots.collect::<Vec<_>>(), Vec::from_iter(parse.root()));
    assert_eq!(parse.root().is_none(), words == 0);
    let mut children = 0;
    for word in 0..words {
        let subtree = parse.subtree(word);
        assert!(subtree.contains(&word) && subtree.end <= words);
        if let Some(head) = parse.head(word) {
            assert!(head < words && head != word);
            let above = parse.subtree(head);
            assert!(above.start <= subtree.start && subtree.end <= above.end);
            assert!(!subtree.contains(&head));
            assert_ne!(parse.relation(word), Some(Relation::Root));
        } else {
            assert_eq!(subtree, 0..words);
            assert_eq!(parse.relation(word), Some(Relation::Root));
        }
        let mut last = None;
        for child in parse.children(word) {
            assert_eq!(parse.head(child), Some(word));
            assert!(last < Some(child));
            last = Some(child);
            children += 1;
        }
        assert!(parse.subject_of(word).is_none_or(|subject| subject < words));
    }
    assert_eq!(children, words.saturating_sub(1));
    assert_eq!((parse.head(words), parse.tag(words), parse.subtree(words)), (None, None, 0..0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_words_give_a_tree(words in prop::collection::vec("\\PC{0,8}|said|,|\"|the", 0..40)) {
        let model = model();
        let mut parser = Parser::new(&model);
        let first = parser.parse(words.iter().map(String::as_str)).clone();
        check(&first, words.len());
        parser.tag(["something", "else"]);
        prop_assert_eq!(parser.parse(words.iter().map(String::as_str)), &first);
        prop_assert_eq!(parser.tag(words.iter().map(String::as_str)), first.tags());
    }
}

#[test]
fn long_sentences_are_parsed_like_any_other() {
    let model = model();
    let mut parser = Parser::new(&model);
    for pattern in
        [&["he", "said", "\""][..], &["the"], &["(", "and"], &["that", "he", "says"], &[""]]
    {
        let words = pattern.iter().copied().cycle().take(60_000);
        check(parser.parse(words), 60_000);
    }
}

#[test]
fn types_cross_threads() {
    fn check<T: Send + Sync + Clone + std::fmt::Debug>() {}
    check::<Model>();
    check::<Parser<'static>>();
    check::<Parse>();
    check::<Tag>();
    check::<Relation>();
}
