//! Lists as people keep them, and what is said of a bad row.

#![cfg(feature = "readers")]
#![expect(clippy::unwrap_used, reason = "a list that does not compile is a failed test")]

use wirecopy_gazetteer::{
    CasePolicy, Entry, EntryKind, Gazetteer, GazetteerBuilder, ListFormat, ListOptions,
};

fn read(format: ListFormat, list: &str) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.read_list(format, list, &ListOptions::default()).unwrap();
    builder.build().unwrap()
}

fn top<'g>(gazetteer: &'g Gazetteer, name: &str) -> Entry<'g> {
    gazetteer.entries(gazetteer.lookup(name).unwrap()).next().unwrap()
}

/// The message for a list whose first bad row it names.
fn complaint(format: ListFormat, list: &str) -> String {
    let mut builder = GazetteerBuilder::new();
    let error = builder.read_list(format, list, &ListOptions::default()).unwrap_err();
    assert!(error.is_bad_entry() && error.line().is_some(), "{error:?}");
    assert!(builder.is_empty(), "a refused list leaves nothing behind");
    let report = builder.read_list(format, list, &ListOptions::default().lenient());
    if let Ok(report) = report {
        assert_eq!(report.errors.first().map(ToString::to_string), Some(error.to_string()));
    }
    error.to_string()
}

#[test]
fn csv_columns_by_heading_in_any_order() {
    let list = "\u{feff}ID,Name,kind,aliases,lat,lng,valid_from,valid_to,case,mayor\r\n\
                c:1,\"Springfield, Upper\",place,Springfield|Springfeld,1.5,-2,2001,2003-02,exact,\"A\nB\"\r\n";
    let gazetteer = read(ListFormat::Csv, list);
    let entry = top(&gazetteer, "Springfeld");
    assert_eq!((entry.id(), entry.name()), ("c:1", "Springfield, Upper"));
    assert_eq!((entry.latitude(), entry.longitude()), (Some(1.5), Some(-2.0)));
    assert_eq!((entry.valid_from(), entry.valid_to()), (Some((2001, 1, 1)), Some((2003, 2, 28))));
    assert_eq!(entry.field("mayor"), Some("A\nB"));
    assert!(gazetteer.lookup("SPRINGFIELD").is_none());
}

#[test]
fn quotation_marks_mean_nothing_in_tsv() {
    let gazetteer = read(ListFormat::Tsv, "name\ttype\n\"Weird Al\" Yankovic\tPER\n");
    assert_eq!(top(&gazetteer, "“Weird Al” Yankovic").kind(), EntryKind::Person);
}

#[test]
fn a_bad_cell_is_named_by_line_and_column() {
    let csv = |rows: &str| {
        complaint(ListFormat::Csv, &format!("name,lat,lon,weight,case,valid_from\n{rows}"))
    };
    assert_eq!(csv("Oslo,x,1,,,"), "line 2, column lat: \"x\" is no number");
    assert_eq!(
        csv("Oslo,1,2,,,\n\"A\nB\",1,2,-4,,"),
        "line 3, column weight: \"-4\" is no weight from 0 up"
    );
    assert_eq!(csv("Oslo,,,,upper,"), "line 2, column case: \"upper\" is not exact, smart or fold");
    assert_eq!(
        csv("Oslo,,,,,2013-02-30"),
        "line 2, column valid_from: \"2013-02-30\" is no date like 2013-08-12"
    );
    assert_eq!(csv("Oslo,1,,,,"), "line 2, column lon: a latitude without a longitude");
    assert_eq!(csv(",1,2,,,"), "line 2, column name: no name");
    assert_eq!(csv("--,1,2,,,"), "line 2: a name needs a letter or a digit: \"--\"");
    assert_eq!(csv("Oslo,95,2,,,"), "line 2: 95, 2 is no latitude and longitude");
    assert_eq!(csv("Oslo,1,2,3,fold,,more"), "line 2, column 7: 7 cells under 6 headings");
    assert_eq!(
        complaint(ListFormat::Csv, "title\nOslo\n"),
        "line 1: no column \"name\" among \"title\""
    );
    assert_eq!(complaint(ListFormat::Csv, ""), "line 1: the list is empty");
    assert_eq!(complaint(ListFormat::Csv, "name,Name\nA,B\n"), "line 1: two columns \"name\"");
    assert_eq!(
        complaint(ListFormat::Csv, "name,id\n\"Oslo,1\nBergen,2\n"),
        "line 2, column name: the name goes over several lines: is a quotation mark left open?"
    );
    assert_eq!(
        complaint(
            ListFormat::Csv,
            "name,valid_from,valid_to\nOslo,2013-05-07,2013-05\nBergen,2014,2013"
        ),
        "line 3, column valid_to: the last day lies before the first"
    );
    let long = complaint(ListFormat::Csv, &format!("name\n{}\n", "ø".repeat(200)));
    assert_eq!(long, format!("line 2: a name may have 255 bytes at most: \"{}\"…", "ø".repeat(30)));
    assert_eq!(
        complaint(ListFormat::JsonLines, "{\"name\": \"Oslo\"}\n{\"name\":\n"),
        "line 2, column 8: EOF while parsing a value"
    );
    assert_eq!(
        complaint(ListFormat::JsonLines, "[1]\n"),
        "line 1: invalid type: sequence, expected a map"
    );
}

#[test]
fn json_lines_take_numbers_lists_and_null() {
    let list = r#"{"name": "Oslo", "type": "place", "aliases": ["Kristiania"], "lat": 59.9, "lon": 10.75, "weight": 7e5, "region": null}

{"name": "Mars", "type": "planet"}"#;
    let gazetteer = read(ListFormat::JsonLines, list);
    assert_eq!(top(&gazetteer, "Kristiania").weight(), 700_000);
    let mars = top(&gazetteer, "Mars");
    assert_eq!((mars.kind(), mars.field("type")), (EntryKind::Other, Some("planet")));
    let broken = complaint(ListFormat::JsonLines, "{\"name\": \"Oslo\"}\n{\"name\": }\n");
    assert!(broken.starts_with("line 2, column 10: "), "{broken}");
    let not_text = complaint(ListFormat::JsonLines, "{\"name\": \"A\", \"aliases\": [1]}");
    assert_eq!(not_text, "line 1, column aliases: 1 is no text");
}

#[test]
fn entity_ruler_patterns() {
    let list = r#"{"label": "ORG", "pattern": "Apple Inc.", "id": "apple"}
{"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": "francisco"}]}
{"label": "PERSON", "pattern": [{"TEXT": "Conan"}, {"TEXT": "O"}, {"TEXT": "'"}, {"TEXT": "Brien"}]}"#;
    let gazetteer = read(ListFormat::EntityRuler, list);
    assert_eq!(
        (top(&gazetteer, "Apple Inc.").id(), top(&gazetteer, "Apple Inc.").kind()),
        ("apple", EntryKind::Organization)
    );
    assert_eq!(top(&gazetteer, "sAN Francisco").kind(), EntryKind::Place);
    assert_eq!(top(&gazetteer, "Conan O’Brien").kind(), EntryKind::Person);
    assert_eq!(
        complaint(ListFormat::EntityRuler, r#"{"label": "X", "pattern": [{"POS": "NOUN"}]}"#),
        "line 1, column pattern: \"POS\" needs a tagger"
    );
}

#[test]
fn flashtext_dictionaries_both_ways() {
    let options = ListOptions::default().case(CasePolicy::Fold).kind(EntryKind::Organization);
    for list in [r#"{"java": ["java_2e", "J2EE"]}"#, r#"{"java_2e": "java", "J2EE": "java"}"#] {
        let mut builder = GazetteerBuilder::new();
        builder.read_list(ListFormat::Flashtext, list, &options).unwrap();
        let gazetteer = builder.build().unwrap();
        assert_eq!(top(&gazetteer, "j2ee").name(), "java");
        assert!(gazetteer.lookup("java").is_none());
        assert_eq!(gazetteer.entry_count(), 1);
    }
    assert_eq!(
        complaint(ListFormat::Flashtext, r#"{"java": 5}"#),
        "line 1, column java: 5 is neither a text nor a list"
    );
}

#[test]
fn gate_lists() {
    let list = "Oslo:country=NO:minister=none\nBergen\tcountry=NO\nMission: Impossible\n";
    let gazetteer = read(ListFormat::GateList, list);
    assert_eq!(top(&gazetteer, "Oslo").country(), Some("NO"));
    assert_eq!(top(&gazetteer, "Bergen").country(), Some("NO"));
    assert_eq!(top(&gazetteer, "Oslo").field("minister"), Some("none"));
    assert!(gazetteer.lookup("Mission: Impossible").is_some());
}

#[test]
fn geonames_tables() {
    let row = |latitude: &str| {
        format!(
            "7\tGenève\tGeneve\tGenf,Ginevra,https://x.example/g\t{latitude}\t6.15\tP\tPPLA\tCH\t\tGE\t\t\t\t183981\t\t375\tEurope/Zurich\t2020-01-01\n"
        )
    };
    let gazetteer = read(ListFormat::GeoNames, &row("46.2"));
    let entry = top(&gazetteer, "Genf");
    assert_eq!((entry.id(), entry.name(), entry.source()), ("geonames:7", "Genève", "geonames"));
    assert_eq!(
        (entry.weight(), entry.country(), entry.region()),
        (183_981, Some("CH"), Some("GE"))
    );
    assert_eq!(entry.field("feature_code"), Some("PPLA"));
    assert!(gazetteer.lookup("Geneve").is_some());
    assert_eq!(
        complaint(ListFormat::GeoNames, &row("N46")),
        "line 1, column latitude: \"N46\" is no number"
    );
    assert_eq!(complaint(ListFormat::GeoNames, "7\tX\n"), "line 1: 2 columns, expected 19");
}

#[test]
fn a_row_that_stands_twice_is_one_entry() {
    let list =
        "name,id,aliases,weight\nOslo,1,Kristiania,3\nOslo,1,Christiania,5\nOslo,1,Kristiania,3\n";
    let gazetteer = read(ListFormat::Csv, list);
    assert_eq!((gazetteer.entry_count(), gazetteer.len()), (1, 3));
    assert_eq!(top(&gazetteer, "Christiania").weight(), 5);
}

#[test]
fn a_lenient_reading_keeps_the_rest() {
    let list = "name,weight\nOslo,1\nBergen,much\nHamar,2\n";
    let mut builder = GazetteerBuilder::new();
    let options = ListOptions::default().lenient().source("mine");
    let report = builder.read_list(ListFormat::Csv, list, &options).unwrap();
    assert_eq!((report.entries, report.errors.len()), (2, 1));
    let error = report.errors.first().unwrap();
    assert_eq!((error.line(), error.column()), (Some(3), Some("weight")));
    let gazetteer = builder.build().unwrap();
    assert_eq!(top(&gazetteer, "Hamar").source(), "mine");
}
