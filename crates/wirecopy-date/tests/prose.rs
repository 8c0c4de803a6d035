//! Expressions in prose: what is found, what it means, what is no date.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use wirecopy_date::{Anchor, AnchorSource, Date, DateExpression, find_dates};

fn find(anchor: &str, text: &str) -> Vec<DateExpression> {
    find_dates(text, Some(Anchor::new(anchor.parse().unwrap(), AnchorSource::Dateline)))
}

/// Surfaces and TIMEX3 values of `text`, read on 2013-08-12, a Monday.
fn read(text: &str) -> Vec<(&str, String)> {
    read_on("2013-08-12", text)
}

fn read_on<'a>(anchor: &str, text: &'a str) -> Vec<(&'a str, String)> {
    let found = find(anchor, text);
    found
        .iter()
        .map(|found| (found.span.of(text), found.timex3.clone().unwrap_or_default()))
        .collect()
}

/// Asserts that each expression of `text` is found, in order, with its value, and nothing else.
#[track_caller]
fn expect(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(a, b)| (*a, (*b).to_owned())).collect();
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn days_of_the_calendar() {
    expect("The minister resigned on Monday, August 12.", &[("Monday, August 12", "2013-08-12")]);
    expect("Talks ended on June 25th in Oslo.", &[("June 25th", "2013-06-25")]);
    expect("It was signed on June 30, 2012, in Lima.", &[("June 30, 2012", "2012-06-30")]);
    expect("He left on 7 May 2011.", &[("7 May 2011", "2011-05-07")]);
    expect("Born 2013-02-03, she", &[("2013-02-03", "2013-02-03")]);
    expect("They met Aug. 9 near Turin.", &[("Aug. 9", "2013-08-09")]);
    expect(
        "Prices rose in the year to Dec. 31.",
        &[("the year", "2013"), ("Dec. 31", "2012-12-31")],
    );
}

#[test]
fn the_nearest_year_is_meant() {
    assert_eq!(read_on("2013-01-03", "It sank Dec. 28.")[0].1, "2012-12-28");
    assert_eq!(read_on("2012-12-28", "It sails Jan. 3.")[0].1, "2013-01-03");
}

#[test]
fn parts_of_units() {
    expect("Both spoke in early July.", &[("early July", "2013-07")]);
    expect("since mid-2012 the river", &[("mid-2012", "2012")]);
    expect("by the end of 1990, when", &[("the end of 1990", "1990")]);
    let found = find("2013-08-12", "Both spoke in early July after talks.");
    assert_eq!(found[0].modifier, Some(wirecopy_date::Modifier::Start));
    let found = find("2013-08-12", "It will be held after August.");
    assert_eq!(found[0].modifier, Some(wirecopy_date::Modifier::After));
    assert_eq!(found[0].timex3.as_deref(), Some("2013-08"));
}

#[test]
fn weekdays_follow_the_governing_verb() {
    expect("The court ruled Friday that", &[("Friday", "2013-08-09")]);
    expect("The court will rule on Friday.", &[("Friday", "2013-08-16")]);
    expect("On Friday the court will hear both sides.", &[("Friday", "2013-08-16")]);
    expect("Aides said Thursday the court will rule.", &[("Thursday", "2013-08-08")]);
    expect("The court is scheduled to sit Wednesday.", &[("Wednesday", "2013-08-14")]);
    expect("The strike began Monday.", &[("Monday", "2013-08-12")]);
    expect("It happened last Monday.", &[("last Monday", "2013-08-05")]);
    expect("It happens next Monday.", &[("next Monday", "2013-08-19")]);
}

#[test]
fn counted_from_the_anchor() {
    expect("It fell two days ago.", &[("two days ago", "2013-08-10")]);
    expect(
        "It rose last month and this year.",
        &[("last month", "2013-07"), ("this year", "2013")],
    );
    expect("It shut earlier this week.", &[("earlier this week", "2013-W33")]);
    expect("She called yesterday morning.", &[("yesterday morning", "2013-08-11TMO")]);
    expect("They parted 10 years ago.", &[("10 years ago", "2003")]);
    expect("He came the day before yesterday.", &[("the day before yesterday", "2013-08-10")]);
}

#[test]
fn counted_from_the_story() {
    expect(
        "Profit in the second quarter doubled from a year earlier.",
        &[("the second quarter", "2013-Q2"), ("a year earlier", "2012-Q2")],
    );
    expect(
        "The bridge opened in 1998. Two years later it closed.",
        &[("1998", "1998"), ("Two years later", "2000")],
    );
}

#[test]
fn quarters_halves_decades_centuries() {
    expect("in the third quarter of 2012", &[("the third quarter of 2012", "2012-Q3")]);
    expect("Its fourth-quarter loss widened.", &[("fourth-quarter", "2012-Q4")]);
    expect("in the first half of 2013, sales", &[("the first half of 2013", "2013-H1")]);
    expect("in the late 1970s and the '80s", &[("the late 1970s", "197"), ("the '80s", "198")]);
    expect("a 19th century mill", &[("19th century", "18")]);
    expect("last summer's floods", &[("last summer", "2012-SU")]);
    expect("the fiscal year 2014 budget", &[("the fiscal year 2014", "2014")]);
}

#[test]
fn ranges_inherit_what_they_leave_out() {
    for (text, interval) in [
        ("July 3-5", "2013-07-03 2013-07-06"),
        ("July 30-Aug. 2", "2013-07-30 2013-08-03"),
        ("Dec. 30-Jan. 2, 2013", "2012-12-30 2013-01-03"),
        ("1990-92", "1990-01-01 1993-01-01"),
        ("3-5 July 2012", "2012-07-03 2012-07-06"),
    ] {
        let prose = format!("It ran in {text} there.");
        let found = find("2013-08-12", &prose);
        let (start, end) = found[0].interval.unwrap();
        assert_eq!(found[0].span.of(&prose), text);
        assert_eq!(format!("{start} {end}"), interval);
    }
}

#[test]
fn durations_and_sets() {
    expect("for the past three months", &[("the past three months", "P3M")]);
    expect("a two-year plan", &[("two-year", "P2Y")]);
    expect("within 18 months", &[("18 months", "P18M")]);
    expect("more than four hours", &[("more than four hours", "PT4H")]);
    expect("at least 30 days", &[("at least 30 days", "P30D")]);
    expect(
        "2 1/2 years later it ended; a couple of years",
        &[("2 1/2 years later", "2016-02"), ("a couple of years", "P2Y")],
    );
    expect("every day and each Thursday", &[("every day", "P1D"), ("each Thursday", "XXXX-WXX-4")]);
}

#[test]
fn times_keep_their_zone() {
    let text = "at 10:30 a.m. EDT Tuesday";
    let found = find("2013-08-12", text);
    assert_eq!(found[0].span.of(text), "10:30 a.m. EDT Tuesday");
    assert_eq!(found[0].value.as_deref(), Some("2013-08-06T10:30:00-04:00"));
    expect("until 1800 GMT, it", &[("1800 GMT", "2013-08-12T18:00")]);
    expect("noon Saturday", &[("noon Saturday", "2013-08-10T12:00")]);
}

#[test]
fn holidays_are_days() {
    expect("on Thanksgiving Day 2012", &[("Thanksgiving Day 2012", "2012-11-22")]);
    expect("since last Christmas", &[("last Christmas", "2012-12-25")]);
}

#[test]
fn words_and_numbers_that_are_no_dates() {
    for text in [
        "It may be that Geneva-2 and the 2+2 talks helped 6.8 million people.",
        "They march on; the sun may fall in a second or a third place.",
        "May I ask, said Theresa May. April Brook and August Lind sat on.",
        "A 44-year-old man, 37 years old, won $1990 and 2000 francs at 12 percent.",
        "The 24-hour F16 flew 1,990 miles; a quarter of it, or three-quarters, burned.",
        "The vote was 10-12, then 3-5. Room 12, 14 or 1/2. The second of them said so.",
        "Sat phones, Mon cheri, Wed or dead; Dec and Mar and Jan Oct.",
        "He was in his 50s.",
    ] {
        let found: Vec<_> = read(text).into_iter().filter(|(text, _)| *text != "24-hour").collect();
        assert_eq!(found, [], "{text}");
    }
}

#[test]
fn contradictions_are_marked() {
    let found = find("2013-08-12", "on Monday, August 13");
    assert!(found[0].suspect);
    assert_eq!(found[0].date(), Date::new(2013, 8, 13));
    assert!(!find("2013-08-12", "on Tuesday, August 13")[0].suspect);
}

#[test]
fn quotations_are_marked() {
    let found = find("2013-08-12", "“We met Friday,” she said Monday.");
    assert_eq!(found.iter().map(|found| found.in_quote).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn without_an_anchor_nothing_is_guessed() {
    let found = find_dates("Friday, Aug. 12, last week, in 1990", None);
    let values: Vec<_> = found.iter().map(|found| found.value.as_deref()).collect();
    assert_eq!(values, [Some("XXXX-08-12"), None, Some("1990")]);
    assert!(found[1].timex3.is_none() && found[1].interval.is_none());
}

#[test]
fn numbers_beyond_the_calendar_have_no_value() {
    for text in
        ["9999999999 days ago", "99999 years ago", "February 30", "year 99999999999999999999"]
    {
        for found in find("2013-08-12", text) {
            assert_eq!(found.interval, None, "{text}");
        }
    }
    let days = find("2013-08-12", "It fell 9999999999 days ago.");
    assert_eq!((days.len(), days[0].timex3.clone()), (1, None));
}

#[test]
fn the_first_end_has_the_year_of_the_second() {
    expect(
        "It ran from July 30 to Aug. 2, 2011, and from May to June 2012.",
        &[
            ("July 30", "2011-07-30"),
            ("Aug. 2, 2011", "2011-08-02"),
            ("May", "2012-05"),
            ("June 2012", "2012-06"),
        ],
    );
    expect("on April 24 and 25.", &[("April 24", "2013-04-24"), ("25", "2013-04-25")]);
}

#[test]
fn numeric_forms_follow_the_policy() {
    use wirecopy_date::{DateFinder, NumericOrder};
    let read = |order, text| DateFinder::new().numeric(order).find(text)[0].value.clone();
    assert_eq!(read(NumericOrder::MonthFirst, "3/4/2012").as_deref(), Some("2012-03-04"));
    assert_eq!(read(NumericOrder::DayFirst, "3/4/2012").as_deref(), Some("2012-04-03"));
    assert_eq!(read(NumericOrder::Unknown, "3/4/2012"), None);
    assert_eq!(read(NumericOrder::Unknown, "13/4/2012").as_deref(), Some("2012-04-13"));
}

#[test]
fn months_follow_the_tense() {
    expect("The mine closed in October.", &[("October", "2012-10")]);
    expect("The mine will close in February.", &[("February", "2014-02")]);
    expect("Rules to be published in early November.", &[("early November", "2013-11")]);
    expect(
        "For the year ended March 31, it lost.",
        &[("the year", "P1Y"), ("March 31", "2013-03-31")],
    );
    expect("It has until Tuesday to pay.", &[("Tuesday", "2013-08-13")]);
}
