//! What holds for any text at all, and what is written can be read again.
#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "a test stops where it must")]

use proptest::prelude::*;
use wirecopy_dateline::{
    Agency, AgencyName, Dateline, DatelineDate, DatelineStyle, PlaceName, WrittenDate, find,
    find_in, parse,
};
use wirecopy_text::{Span, Spanned};

/// Text with the makings of a dateline.
fn copy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "OSLO",
            "TROY, N.Y.",
            "St. Louis",
            "PORT-AU-PRINCE",
            "Narch 2",
            "May 7",
            "12 Aug. 2013",
            "1996-08-30",
            "(AP)",
            "(Reuters)",
            "/TASS/.",
            "(",
            ")",
            "/",
            "[",
            "--",
            " - ",
            "—",
            "_",
            "\u{97}",
            "\u{fffd}",
            ":",
            ".",
            ",",
            "and",
            "By Ann Field",
            "\n",
            "\n\n",
            "\r\n    ",
            "the talks",
            "Talks resume.",
            "“",
            "****",
            "RPT --",
            "2O",
            "l7",
            "\u{ad}",
            "é",
        ])
        .prop_map(str::to_owned),
        "[A-Za-z0-9 .,'’éß()/-]{0,12}",
        "\\PC{0,6}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec!["", " ", ", "])), 0..24)
        .prop_map(|rows| rows.into_iter().flat_map(|(piece, gap)| [piece, gap.into()]).collect())
}

fn check(text: &str, dateline: &Dateline) -> Result<(), TestCaseError> {
    let inside = |span: Span| dateline.span.contains_span(span) && span.get(text).is_some();
    prop_assert!(dateline.span.get(text).is_some_and(|surface| !surface.is_empty()));
    prop_assert!(text.is_char_boundary(dateline.body_start as usize));
    prop_assert!(dateline.body_start >= dateline.span.end());
    for place in &dateline.places {
        prop_assert!(inside(place.full_span()) && !place.span.is_empty(), "{dateline:?}");
        prop_assert!(place.region.is_none_or(|region| region.start() >= place.span.end()));
    }
    for pair in dateline.places.windows(2) {
        prop_assert!(pair[0].full_span().end() <= pair[1].span.start());
    }
    prop_assert!(dateline.date.is_none_or(|date| inside(date.span)));
    prop_assert!(dateline.agency.is_none_or(|agency| inside(agency.span())));
    if let Some(byline) = dateline.byline {
        prop_assert!(byline.get(text).is_some() && byline.end() <= dateline.span.start());
    }
    let anything = !dateline.places.is_empty() || dateline.agency.is_some();
    prop_assert!(anything, "{dateline:?}");
    for style in [DatelineStyle::Ap, DatelineStyle::Reuters, DatelineStyle::Xinhua] {
        prop_assert!(!dateline.display(text, style).to_string().is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_in_the_dateline(text in copy()) {
        let found = find(&text);
        if let Some(dateline) = &found {
            check(&text, dateline)?;
        }
        prop_assert_eq!(&found, &find(&text));
        if let Ok(dateline) = parse(&text) {
            check(&text, &dateline)?;
        }
    }

    #[test]
    fn blocks_that_do_not_belong_do_no_harm(
        text in copy(),
        blocks in prop::collection::vec((0u32..200, 0u32..200), 0..6),
    ) {
        let blocks: Vec<Span> =
            blocks.into_iter().map(|(a, b)| Span::new(a.min(b), a.max(b))).collect();
        if let Some(dateline) = find_in(&text, &blocks, None) {
            check(&text, &dateline)?;
        }
    }

    #[test]
    fn what_follows_the_head_changes_nothing(text in copy(), more in "[a-z .]{0,40}") {
        let story = format!("River fees\n\nOSLO, May 7 (AP) - Talks resume.\n\n{text}");
        let longer = format!("{story}\n\n{more}");
        prop_assert_eq!(find(&story), find(&longer));
    }

    #[test]
    fn what_is_written_can_be_read(
        places in prop::collection::vec(
            (
                prop::sample::select(vec!["OSLO", "ELM CREEK", "PORT-AU-PRINCE", "ST. LOUIS"]),
                prop::option::of(prop::sample::select(vec!["N.Y.", "Norway", "Texas", "W.Va."])),
            ),
            1..4,
        ),
        month in 1u8..=12,
        day in 1u8..=28,
        year in prop::option::of(1900i16..2100),
        agency in prop::option::of(prop::sample::select(vec!["AP", "Reuters", "Itar-Tass", "EFE"])),
    ) {
        let mut text = String::new();
        for (at, (name, region)) in places.iter().enumerate() {
            text.push_str(if at > 0 { "/" } else { "" });
            text.push_str(name);
            if let Some(region) = region {
                text.push_str(", ");
                text.push_str(region);
            }
        }
        let months = ["January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.",
            "Oct.", "Nov.", "December"];
        text.push_str(&format!(", {} {day}", months[usize::from(month) - 1]));
        if let Some(year) = year {
            text.push_str(&format!(", {year}"));
        }
        if let Some(agency) = agency {
            text.push_str(&format!(" ({agency})"));
        }
        text.push_str(" -");
        let dateline = parse(&text).unwrap();
        prop_assert_eq!(dateline.places.len(), places.len());
        for style in [DatelineStyle::Ap, DatelineStyle::Reuters, DatelineStyle::Xinhua] {
            let written = dateline.display(&text, style).to_string();
            let again = parse(&written).unwrap();
            prop_assert_eq!(
                again.date.unwrap().written, dateline.date.unwrap().written, "{}", written
            );
            let id = |dateline: &Dateline| {
                dateline.agency.and_then(|agency| agency.agency).map(|agency| agency.id)
            };
            prop_assert_eq!(id(&again), id(&dateline), "{}", &written);
            let names = |dateline: &Dateline, text: &str| -> Vec<String> {
                dateline.places.iter().map(|place| place.span.of(text).to_owned()).collect()
            };
            prop_assert_eq!(names(&again, &written), names(&dateline, &text), "{}", written);
            // Written again in the same style it stays as it is.
            prop_assert_eq!(again.display(&written, style).to_string(), written);
        }
    }
}

#[test]
fn a_hundred_thousand_datelines_cost_no_more_than_one() {
    // Work that grew with the text would take minutes here, in a debug build above all.
    for pattern in ["OSLO, May 7 (AP) - ", "OSLO/", "OSLO, ", "(", "By ANN ", "May May May ", "\n "]
    {
        let text = pattern.repeat(100_000);
        let found = find(&text);
        assert!(found.is_none_or(|dateline| dateline.span.end() < 1000), "{pattern:?}");
    }
    let many = "OSLO, May 7 - The talks\n\n".repeat(100_000);
    assert_eq!(find(&many).unwrap().span.of(&many), "OSLO, May 7");
}

#[test]
fn strict_parsing_says_where_it_stopped() {
    let text = "OSLO, May 7 (AP) - Talks";
    let error = parse(text).unwrap_err();
    assert_eq!(error.span().of(text), "Talks");
    assert_eq!(error.to_string(), "expected the end of the dateline at 19..24");
    for text in ["", " ", "-", "the river", "OSLO, May 7 (AP) - Talks", "12"] {
        assert!(parse(text).is_err(), "{text:?}");
    }
    for text in ["OSLO", "OSLO -", "Oslo (AFP) –", "May 7 (Reuters) -", "LONDON 1996-08-30"] {
        assert!(parse(text).is_ok(), "{text:?}");
    }
    let day = parse("OSLO, May 7").unwrap().date.unwrap();
    assert!(matches!(day.written, Some(WrittenDate::Day(_))));
    assert_eq!(&text[day.span.range()], "May 7");
}

#[test]
fn types_can_cross_threads() {
    fn check<T: Send + Sync>() {}
    check::<Dateline>();
    check::<(Agency, AgencyName, DatelineDate, PlaceName)>();
}
