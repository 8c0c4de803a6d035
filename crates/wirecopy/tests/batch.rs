//! Many stories: order, thread counts, interruption.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use wirecopy::Analyzer;

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

#[test]
fn an_empty_batch_is_empty() {
    assert!(Analyzer::new().analyze_many::<&str>(&[], None).is_empty());
}

#[test]
fn a_stopped_batch_says_which_stories_were_not_read() {
    let texts: Vec<String> = (0..5_000).map(|n| format!("{} {n}", stories().concat())).collect();
    let mut calls = 0;
    let outcomes =
        Analyzer::new().analyze_many_watched(&texts, NonZeroUsize::new(1), &mut |finished| {
            calls += 1;
            if finished >= 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
    assert_eq!(outcomes.len(), texts.len());
    let read = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!((3..texts.len()).contains(&read), "{read} stories were read");
    assert!(calls > 0);
    let last = outcomes.last().unwrap().as_ref().unwrap_err();
    assert!(last.is_interrupted() && !last.is_internal());
}
