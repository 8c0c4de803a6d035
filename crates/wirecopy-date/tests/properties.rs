//! What holds for any text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;
use wirecopy_date::{
    Anchor, AnchorSource, Date, DateExpression, DateFinder, NumericOrder, find_dates, parse_date,
    year_evidence,
};
use wirecopy_text::Span;

/// Text made of the words that dates are made of, in any order.
fn datelike() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "May",
        "may",
        "Aug.",
        "March",
        "12",
        "25th",
        "2013",
        "1990",
        "-",
        "–",
        ",",
        ".",
        "'s",
        "last",
        "next",
        "the",
        "a",
        "of",
        "two",
        "twenty",
        "years",
        "year",
        "quarter",
        "ago",
        "earlier",
        "Friday",
        "night",
        "10:30",
        "a.m.",
        "EDT",
        "3/4/2012",
        "2013-08-12",
        "99999999999",
        "'80s",
        "early",
        "end",
        "every",
        "from",
        "to",
        "and",
        "half",
        "\n\n",
        "“",
        "”",
        "\"",
        "é",
        "nineteen",
        "ninety",
        "week",
        "weekend",
        "fiscal",
        "Easter",
        "New Year’s",
        "Eve",
        "0000",
        "-12-31",
        "this",
    ]);
    let glue = prop::sample::select(vec!["", " ", " ", " ", "\n"]);
    prop::collection::vec((words, glue), 0..24)
        .prop_map(|pairs| pairs.into_iter().map(|(word, glue)| format!("{word}{glue}")).collect())
}

fn finders() -> Vec<DateFinder> {
    let anchors = [Date::MIN, Date::MAX, Date::new(2012, 2, 29).unwrap()];
    let mut finders = vec![DateFinder::new().numeric(NumericOrder::Unknown)];
    finders.extend(
        anchors.map(|day| DateFinder::new().anchor(Anchor::new(day, AnchorSource::Dateline))),
    );
    finders
}

fn check(text: &str, found: &[DateExpression]) -> Result<(), TestCaseError> {
    for expression in found {
        prop_assert!(expression.span.get(text).is_some_and(|surface| !surface.is_empty()));
        if let Some((start, end)) = expression.interval {
            prop_assert!(start < end, "{:?}", expression);
        }
    }
    for pair in found.windows(2) {
        prop_assert!(pair[0].span.end() <= pair[1].span.start());
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order(text in ".{0,80}") {
        for finder in finders() {
            let found = finder.find(&text);
            check(&text, &found)?;
            prop_assert_eq!(found, finder.find(&text));
            let _ = parse_date(&text, None);
            let _ = year_evidence(&text, &[Span::from_range(0..text.len())]);
        }
    }

    #[test]
    fn words_of_dates_in_any_order_give_spans_in_order(text in datelike()) {
        for finder in finders() {
            check(&text, &finder.find(&text))?;
            let _ = finder.parse(&text);
        }
    }

    #[test]
    fn a_block_is_read_as_if_it_stood_alone(first in datelike(), second in datelike()) {
        let text = format!("{first}\n\n{second}");
        let start = first.len() + 2;
        let blocks = [Span::from_range(start..text.len())];
        let inside = DateFinder::new().find_in(&text, &blocks);
        let alone = find_dates(&second, None);
        prop_assert_eq!(inside.len(), alone.len());
        for (a, b) in inside.iter().zip(&alone) {
            prop_assert_eq!(a.span, b.span.shifted(start as u32));
            prop_assert_eq!(&a.timex3, &b.timex3);
        }
    }
}

#[test]
fn types_cross_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<DateExpression>();
    check::<DateFinder>();
}
