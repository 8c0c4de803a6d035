//! Training on sentences made by a small grammar.

#![expect(clippy::indexing_slicing, reason = "a test stops where it must")]

use wirecopy_linear::train::Shuffle;
use wirecopy_syntax::train::{Example, Trainer};
use wirecopy_syntax::{Parser, Relation, Tag};

/// `the N V the N`, perhaps with an adjective before a noun, perhaps within `she says that …`.
fn sentence(chance: &mut Shuffle) -> Example {
    let mut example = Example::default();
    let mut add = |word: &str, tag, head, relation| {
        example.words.push(word.to_owned());
        example.tags.push(tag);
        example.heads.push(head);
        example.relations.push(relation);
        example.words.len() - 1
    };
    let within = chance.below(2) == 1;
    if within {
        add("she", Tag::Prp, Some(1), Relation::Subject);
        add("says", Tag::Vbz, None, Relation::Root);
    }
    let start = if within { 3 } else { 0 };
    let adjectives = [chance.below(2), chance.below(2)];
    let verb = start + 2 + adjectives[0];
    if within {
        add("that", Tag::In, Some(verb), Relation::Mark);
    }
    let nouns = ["dog", "cat", "ship", "bank", "port"];
    for (side, relation) in [Relation::Subject, Relation::Object].into_iter().enumerate() {
        let noun = [verb - 1, verb + 2 + adjectives[1]][side];
        add("the", Tag::Dt, Some(noun), Relation::Determiner);
        if adjectives[side] == 1 {
            add(["old", "new"][chance.below(2)], Tag::Jj, Some(noun), Relation::Adjective);
        }
        add(nouns[chance.below(nouns.len())], Tag::Nn, Some(verb), relation);
        if side == 0 {
            let head = within.then_some(1);
            let relation = if within { Relation::Complement } else { Relation::Root };
            add(["saw", "bought"][chance.below(2)], Tag::Vbd, head, relation);
        }
    }
    example
}

fn examples() -> Vec<Example> {
    let mut chance = Shuffle::new(4);
    (0..200).map(|_| sentence(&mut chance)).collect()
}

fn trainer() -> Trainer {
    Trainer {
        tag_bits: 12,
        action_bits: 12,
        relation_bits: 12,
        parse_epochs: 4,
        ..Trainer::default()
    }
}

#[test]
fn a_small_grammar_is_learnt() {
    let (model, reports) = trainer().fit(&examples()).unwrap();
    assert!(reports.iter().all(|report| report.weights > 0));
    let mut parser = Parser::new(&model);
    let mut chance = Shuffle::new(99);
    for _ in 0..100 {
        let example = sentence(&mut chance);
        let parse = parser.parse(example.words.iter().map(String::as_str));
        assert_eq!(parse.tags(), example.tags);
        let heads: Vec<_> = (0..parse.len()).map(|word| parse.head(word)).collect();
        assert_eq!(heads, example.heads, "{:?}", example.words);
        assert_eq!(parse.relations(), example.relations, "{:?}", example.words);
    }
}

#[test]
fn the_same_examples_give_the_same_bytes() {
    let [first, second] = [(); 2].map(|()| trainer().fit(&examples()).unwrap().0);
    assert_eq!(first.as_bytes(), second.as_bytes());
}
