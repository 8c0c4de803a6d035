//! Many stories: order, thread counts, interruption.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;
use wirecopy::{Analyzer, Error, read_many};

fn stories() -> Vec<String> {
    (0..50).map(|n| format!("\"We agree on point {n},\" Anna Keller said.")).collect()
}

#[test]
fn results_come_in_order_whatever_the_threads() {
    let texts = stories();
    let analyzer = Analyzer::new();
    let single: Vec<_> =
        texts.iter().map(|text| format!("{:?}", analyzer.analyze(text).unwrap())).collect();
    for threads in [None, NonZeroUsize::new(1), NonZeroUsize::new(2), NonZeroUsize::new(100)] {
        let many = analyzer.analyze_many(&texts, threads);
        let many: Vec<_> =
            many.into_iter().map(|outcome| format!("{:?}", outcome.unwrap())).collect();
        assert_eq!(many, single);
    }
}

/// One story that is a pile of its own, between short ones and some that are nothing.
#[test]
fn a_pile_gives_what_its_stories_give() {
    let (short, long) = (stories(), stories().join("\n\n").repeat(60));
    assert!(long.len() > 100_000);
    let mut texts: Vec<&str> = short.iter().map(String::as_str).collect();
    texts.splice(20..20, ["", &long, " "]);
    let analyzer = Analyzer::new();
    let piled = analyzer.analyze_pile(&mut texts.iter().copied());
    assert_eq!(piled.len(), texts.len());
    for (text, outcome) in texts.iter().zip(piled) {
        let alone = analyzer.analyze(text).unwrap();
        assert_eq!(format!("{:?}", outcome.unwrap()), format!("{alone:?}"));
    }
}

#[test]
fn an_empty_batch_is_empty() {
    assert!(Analyzer::new().analyze_many::<&str>(&[], None).is_empty());
}

#[test]
fn many_short_stories_come_in_order_and_a_panic_costs_one() {
    let numbers: Vec<usize> = (0..10_007).collect();
    for threads in [1, 3] {
        let mut last = 0;
        let read = |number: &usize| match number {
            5_000 => panic!("on purpose"),
            7_000 => Err(Error::argument("number", "seven thousand")),
            _ => Ok(number * 2),
        };
        let doubled = read_many(&numbers, NonZeroUsize::new(threads), read, &mut |finished| {
            assert!(finished >= last);
            last = finished;
            ControlFlow::Continue(())
        });
        assert_eq!(last, numbers.len());
        for (number, outcome) in numbers.iter().zip(doubled) {
            match number {
                5_000 => assert!(outcome.unwrap_err().is_internal()),
                7_000 => assert!(!outcome.unwrap_err().is_internal()),
                _ => assert_eq!(outcome.unwrap(), number * 2),
            }
        }
    }
}

#[test]
fn a_text_is_held_by_its_owner_and_by_no_other() {
    let (text, other) =
        (Arc::new("Talks ended.".to_owned()), Arc::new("Talks went on.".to_owned()));
    let analyzer = Analyzer::new();
    let held = analyzer.analyze(&text).unwrap().held_by(text.clone());
    assert_eq!(held.text().as_ptr(), text.as_ptr());
    assert_eq!(held.clone().into_shared().text().as_ptr(), text.as_ptr());
    let copied = analyzer.analyze(&text).unwrap().held_by(other);
    assert_eq!(copied.text(), *text);
    drop(text);
    assert_eq!(held.text(), "Talks ended.");
}

#[test]
fn a_stopped_batch_says_which_stories_were_not_read() {
    let texts: Vec<String> = (0..5_000).map(|n| format!("{} {n}", stories().concat())).collect();
    let mut calls = 0;
    let analyzer = Analyzer::new();
    let mut watch = |finished| {
        calls += 1;
        if finished >= 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let one = NonZeroUsize::new(1);
    let outcomes = read_many(&texts, one, |text| analyzer.analyze(text), &mut watch);
    assert_eq!(outcomes.len(), texts.len());
    let read = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!((3..texts.len()).contains(&read), "{read} stories were read");
    assert!(calls > 0);
    let last = outcomes.last().unwrap().as_ref().unwrap_err();
    assert!(last.is_interrupted() && !last.is_internal());
}
