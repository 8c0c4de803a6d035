//! `SHAPES.md` says what is read from every shape; here each row is checked.

use wirecopy_dateline::{Dateline, Suspect, WrittenDate, find};

const PAGE: &str = include_str!("../SHAPES.md");
const REST: &str = "The four states that share the river will meet again next week.";

/// The cells of every table row that has `count` of them and a code example in the second.
fn rows(count: usize) -> impl Iterator<Item = (String, Vec<&'static str>)> {
    PAGE.lines().filter_map(move |line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
        let example = cells.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
        (cells.len() == count)
            .then(|| (example.replace('⏎', "\n").replace("\\|", "|"), cells.clone()))
    })
}

fn story(example: &str) -> String {
    format!("River talks to resume\n\n{example} {REST}\n\nA second paragraph follows here.\n")
}

/// What was read, in the words of the page.
fn describe(dateline: &Dateline, text: &str) -> String {
    let none = || "-".to_owned();
    let places: Vec<String> = dateline
        .places
        .iter()
        .map(|place| {
            let region = place.region.map(|region| format!(" [{}]", region.of(text)));
            format!("{}{}", place.span.of(text), region.unwrap_or_default())
        })
        .collect();
    let places = if places.is_empty() { none() } else { places.join(" + ") };
    let date = dateline.date.map_or_else(none, |date| match date.written {
        Some(WrittenDate::Day(day)) => day.to_string(),
        Some(WrittenDate::Days { first, last }) => format!("{first}/{last}"),
        Some(WrittenDate::Weekday(day)) => day.name().to_owned(),
        _ => "?".to_owned(),
    });
    let agency = dateline.agency.map_or_else(none, |agency| {
        agency.agency.map_or_else(|| "?".to_owned(), |agency| agency.id.to_owned())
    });
    let suspect = dateline.date.and_then(|date| date.suspect).map(|suspect| match suspect {
        Suspect::Month => "; month",
        Suspect::Day => "; day",
        Suspect::Impossible => "; impossible",
        _ => "; far",
    });
    format!("{places}; {date}; {agency}{}", suspect.unwrap_or_default())
}

#[test]
fn every_shape_is_read_as_the_page_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (example, cells) in rows(3) {
        count += 1;
        let text = story(&example);
        let found = find(&text).map(|dateline| {
            let body = &text.get(dateline.body_start as usize..).unwrap();
            assert!(body.starts_with("Talks") || body.starts_with("Acme"), "{example}: {body}");
            describe(&dateline, &text)
        });
        let wanted = cells.get(2).unwrap();
        if found.as_deref() != Some(wanted) {
            wrong.push(format!("{example}\n    page:  {wanted}\n    found: {found:?}"));
        }
    }
    assert!(count >= 90, "{count} shapes");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_page_calls_no_dateline_is_none() {
    let mut count = 0;
    for (example, _) in rows(2) {
        count += 1;
        for text in [story(&example), format!("{example}\n\n{REST}\n"), example.clone()] {
            if let Some(dateline) = find(&text) {
                panic!("{text:?} gave {}", describe(&dateline, &text));
            }
        }
    }
    assert!(count >= 15, "{count} examples");
}
