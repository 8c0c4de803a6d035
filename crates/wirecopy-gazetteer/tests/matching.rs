//! What is found where, and under which capitals.

#![expect(clippy::unwrap_used, reason = "a list that does not compile is a failed test")]

use wirecopy_gazetteer::{CasePolicy, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder, Layers};

/// A gazetteer of names under one policy.
fn names(policy: CasePolicy, names: &[&str]) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    for name in names {
        builder.add(EntrySpec::new(EntryKind::Other, *name).with_case(policy)).unwrap();
    }
    builder.build().unwrap()
}

/// The text with `[` and `]` around each of the longest matches.
fn longest(gazetteer: &Gazetteer, text: &str) -> String {
    let mut marked = text.to_owned();
    let found: Vec<_> = gazetteer.find(text).collect();
    for found in found.iter().rev() {
        marked.insert(found.span.end() as usize, ']');
        marked.insert(found.span.start() as usize, '[');
    }
    marked
}

#[track_caller]
fn check(policy: CasePolicy, list: &[&str], expected: &str) {
    let text = expected.replace(['[', ']'], "");
    assert_eq!(longest(&names(policy, list), &text), expected);
}

#[test]
fn the_longest_name_wins() {
    let list = ["New York", "York", "New York Times", "Times Square"];
    check(CasePolicy::Exact, &list, "[New York Times] Square and [York], [New York], Newton");
}

#[test]
fn all_names_come_by_start_and_end() {
    let gazetteer = names(CasePolicy::Exact, &["New York", "York", "New York Times"]);
    let text = "New York Times";
    let found: Vec<&str> = gazetteer.find_all(text).map(|found| found.span.of(text)).collect();
    assert_eq!(found, ["New York", "New York Times", "York"]);
}

#[test]
fn a_name_is_whole_words() {
    check(CasePolicy::Fold, &["man", "Oman"], "[Oman] women [man] mankind, [man]-made");
    check(CasePolicy::Fold, &["Lodz", "Łódź"], "[Łódź], xŁódź, Łódźx, [ŁÓDŹ]");
}

#[test]
fn a_line_end_inside_a_name_does_not_break_it_and_a_blank_line_does() {
    let list = ["John Kerry", "Itar-Tass"];
    check(CasePolicy::Exact, &list, "[John\nKerry] [John \r\n  Kerry] [Itar-\nTass] Itar -Tass");
    check(CasePolicy::Exact, &list, "John\n\nKerry, John, Kerry");
}

#[test]
fn marks_in_any_shape_but_never_missing() {
    let list = ["O'Neill", "Itar-Tass", "U.S.", "J. K. Rowling", "AT&T", "Yahoo!", "C++"];
    check(
        CasePolicy::Exact,
        &list,
        "[O’Neill] of [Itar–Tass] met [J.K. Rowling] in the [U.S.] on C+; US, ONeill",
    );
    check(CasePolicy::Exact, &list, "[AT&T], [Yahoo!] and [C++]. AT T, Yahoo");
}

#[test]
fn a_possessive_ends_a_name_and_another_apostrophe_does_not() {
    let list = ["Kerry", "Sana", "Neill", "Iran"];
    check(
        CasePolicy::Exact,
        &list,
        "[Kerry]'s and [Kerry]’s, Sana'a, O'Neill, l'[Iran], [Kerry]'ll",
    );
    check(CasePolicy::Exact, &list, "'[Kerry]', “[Kerry]” [Kerry]'");
}

#[test]
fn an_abbreviation_is_not_cut() {
    check(CasePolicy::Exact, &["U.S.", "S", "U"], "U.S.S.R. [U.S.]-led [S]. [U.S.], [U]");
}

#[test]
fn capitals_exact() {
    check(CasePolicy::Exact, &["Reading"], "[Reading] reading READING");
}

#[test]
fn capitals_smart() {
    check(CasePolicy::Smart, &["Reading"], "[Reading] reading [READING] ReaDing");
    check(CasePolicy::Smart, &["bin Laden"], "[bin Laden] [Bin Laden] [BIN LADEN] bin laden");
    check(
        CasePolicy::Smart,
        &["prime minister"],
        "[prime minister] [Prime minister] [Prime Minister]",
    );
    check(CasePolicy::Smart, &["NATO", "WHO"], "[NATO] [Nato] nato [WHO] Who who");
    check(CasePolicy::Smart, &["John Kerry"], "[John KERRY] [JOHN KERRY] john Kerry");
}

#[test]
fn capitals_folded() {
    check(CasePolicy::Fold, &["Reading"], "[Reading] [reading] [ReaDing]");
    check(CasePolicy::Fold, &["İstanbul", "straße"], "[istanbul] [ISTANBUL] [İSTANBUL] [STRASSE]");
}

#[test]
fn offsets_come_from_the_text() {
    // Each character before the name changes its length when folded.
    for before in ["İ", "ß", "ﬁ", "e\u{301}", "ŉ", "\u{ad}", "\u{feff}", "“", "𝐀"] {
        let text = format!("{before} Kerry {before}Kerry {before}. Kerry");
        let gazetteer = names(CasePolicy::Fold, &["Kerry"]);
        for found in gazetteer.find(&text) {
            assert_eq!(found.span.of(&text), "Kerry", "after {before:?}");
        }
        let glued = ["\u{ad}", "\u{feff}", "“"].contains(&before);
        assert_eq!(gazetteer.find(&text).count(), if glued { 3 } else { 2 }, "{before:?}");
    }
}

#[test]
fn combining_marks_belong_to_their_letter() {
    check(CasePolicy::Exact, &["Jose", "José"], "[Jose] [José] [Jose\u{301}] Joses");
}

#[test]
fn a_name_in_small_letters_is_found_however_it_is_encoded() {
    let list = ["bin Laden", "école", "d'Estaing", "e"];
    let text =
        "[bin Laden]'s, [école], [e\u{301}cole], [d’Estaing], [e], [E], binary, dearth, ecole";
    check(CasePolicy::Smart, &list, text);
    let mut builder = GazetteerBuilder::new().fold_diacritics();
    builder.add(EntrySpec::new(EntryKind::Other, "ångström")).unwrap();
    let text = "[angstrom] [Angstrom] [a\u{30a}ngström] [ångstrom] angst";
    assert_eq!(longest(&builder.build().unwrap(), &text.replace(['[', ']'], "")), text);
}

#[test]
fn a_long_name_is_not_looked_into_again() {
    // Longer than what is scanned at once, with a name in its middle and one behind.
    let long = "Oslo ".repeat(40);
    let text = format!("[{}] [Oslo] and {}[Oslo]", long.trim_end(), "x ".repeat(300));
    check(CasePolicy::Exact, &["Oslo", long.trim_end()], &text);
}

#[test]
fn a_name_may_begin_with_a_mark() {
    check(CasePolicy::Exact, &[".NET", "'t Hooft", "NET"], "[.NET] [’t Hooft] [NET] t Hooft");
}

#[test]
fn ideographs_need_no_space() {
    check(CasePolicy::Exact, &["北京", "東京都"], "在[北京]的東京[東京都]");
}

#[test]
fn diacritics_fold_on_request() {
    let mut builder = GazetteerBuilder::new().fold_diacritics();
    for name in ["São Paulo", "Lodz"] {
        builder.add(EntrySpec::new(EntryKind::Place, name)).unwrap();
    }
    let gazetteer = builder.build().unwrap();
    let text = "[São Paulo] [Sao Paulo] [SÃO PAULO] [Łódź] [Lo\u{301}dz\u{301}] sao paulo";
    assert_eq!(longest(&gazetteer, &text.replace(['[', ']'], "")), text);
}

#[test]
fn every_entry_of_a_name_is_kept_by_weight() {
    let mut builder = GazetteerBuilder::new();
    let mut add = |kind, id: &str, weight| {
        builder.add(EntrySpec::new(kind, "Paris").with_id(id).with_weight(weight)).unwrap();
    };
    add(EntryKind::Person, "p", 3);
    add(EntryKind::Place, "tx", 25_000);
    add(EntryKind::Place, "fr", 2_000_000);
    let gazetteer = builder.build().unwrap();
    let found = gazetteer.find("PARIS").next().unwrap();
    let ids: Vec<&str> = gazetteer.entries(found.name).map(|entry| entry.id()).collect();
    assert_eq!(ids, ["fr", "tx", "p"]);
    let indices: Vec<u32> = gazetteer.entries(found.name).indices().collect();
    assert_eq!(indices, [0, 1, 2]);
}

#[test]
fn capitals_choose_among_entries_of_one_key() {
    let mut builder = GazetteerBuilder::new();
    let mut add = |name: &str, case, id: &str| {
        let spec = EntrySpec::new(EntryKind::Other, name).with_case(case).with_id(id);
        builder.add(spec).unwrap();
    };
    add("US", CasePolicy::Exact, "country");
    add("Us", CasePolicy::Smart, "film");
    add("us", CasePolicy::Fold, "word");
    let gazetteer = builder.build().unwrap();
    let ids = |text: &str| -> Vec<&str> {
        let found = gazetteer.find(text).next().unwrap();
        assert_eq!(gazetteer.lookup(text), Some(found.name));
        gazetteer.entries(found.name).map(|entry| entry.id()).collect()
    };
    assert_eq!(ids("US"), ["country", "film", "word"]);
    assert_eq!(ids("Us"), ["film", "word"]);
    assert_eq!(ids("us"), ["word"]);
    assert_eq!(ids("uS"), ["word"]);
}

#[test]
fn a_conflict_of_layers_gives_every_candidate_with_its_source() {
    let list = |source: &str, names: &[(&str, EntryKind)]| {
        let mut builder = GazetteerBuilder::new();
        for (name, kind) in names {
            builder.add(EntrySpec::new(*kind, *name).with_source(source)).unwrap();
        }
        builder.build().unwrap()
    };
    let own = list("own", &[("Mercury", EntryKind::Organization), ("York", EntryKind::Person)]);
    let all = list("all", &[("Mercury", EntryKind::Place), ("New York", EntryKind::Place)]);
    let layers = Layers::new([&own, &all]);
    let found: Vec<(String, Vec<(&str, EntryKind)>)> = layers
        .find("MERCURY left New York for York.")
        .map(|found| {
            let entries = layers.entries(&found).map(|entry| (entry.source(), entry.kind()));
            (found.span.of("MERCURY left New York for York.").to_owned(), entries.collect())
        })
        .collect();
    let expected = [
        ("MERCURY", vec![("own", EntryKind::Organization), ("all", EntryKind::Place)]),
        ("New York", vec![("all", EntryKind::Place)]),
        ("York", vec![("own", EntryKind::Person)]),
    ];
    assert_eq!(found, expected.map(|(text, entries)| (text.to_owned(), entries)));
}

#[test]
fn a_label_is_not_looked_for() {
    let mut builder = GazetteerBuilder::new();
    let spec = EntrySpec::new(EntryKind::Place, "Paris, Texas").as_label().with_alias("Paris");
    builder.add(spec).unwrap();
    let gazetteer = builder.build().unwrap();
    assert_eq!(gazetteer.lookup("Paris, Texas"), None);
    let name = gazetteer.lookup("Paris").unwrap();
    assert_eq!(gazetteer.name(name), Some("Paris"));
    assert_eq!(gazetteer.entries(name).next().unwrap().name(), "Paris, Texas");
}

#[test]
fn everything_that_was_said_of_an_entry_comes_back() {
    let spec = EntrySpec::new(EntryKind::Person, "Ada Lovelace")
        .with_id("p:1")
        .with_source("list")
        .with_weight(300)
        .with_coordinates(51.5, -0.125)
        .with_country("GB")
        .with_region("London")
        .with_valid_from(1815, 12, 10)
        .with_valid_to(1852, 11, 27)
        .with_field("role", "mathematician")
        .with_field("gender", "f");
    let mut builder = GazetteerBuilder::new();
    builder.add(spec).unwrap();
    let gazetteer = builder.build().unwrap();
    let entry = gazetteer.all_entries().next().unwrap();
    assert_eq!(
        (entry.kind(), entry.name(), entry.id()),
        (EntryKind::Person, "Ada Lovelace", "p:1")
    );
    assert_eq!((entry.source(), entry.weight()), ("list", 300));
    assert_eq!((entry.latitude(), entry.longitude()), (Some(51.5), Some(-0.125)));
    assert_eq!((entry.country(), entry.region()), (Some("GB"), Some("London")));
    assert_eq!(
        (entry.valid_from(), entry.valid_to()),
        (Some((1815, 12, 10)), Some((1852, 11, 27)))
    );
    assert_eq!(entry.field("role"), Some("mathematician"));
    assert_eq!(entry.fields().count(), 2);
    assert!(entry.is_valid_on((1840, 1, 1)) && !entry.is_valid_on((1900, 1, 1)));
}

#[test]
fn names_without_a_word_or_too_long_are_refused() {
    let mut builder = GazetteerBuilder::new();
    for name in ["", " ", "&", "—", "\u{ad}", &"x".repeat(300)] {
        let error = builder.add(EntrySpec::new(EntryKind::Other, name)).unwrap_err();
        assert!(error.is_bad_entry(), "{error}");
    }
    assert!(builder.is_empty());
}

#[test]
fn an_empty_gazetteer_finds_nothing() {
    let gazetteer = GazetteerBuilder::new().build().unwrap();
    assert_eq!(gazetteer.find("Kerry met Lavrov.").count(), 0);
    assert_eq!(gazetteer.lookup("Kerry"), None);
}

#[test]
fn types_cross_threads() {
    fn check<T: Send + Sync>() {}
    check::<Gazetteer>();
    check::<GazetteerBuilder>();
    check::<wirecopy_gazetteer::Matches<'_, '_>>();
    check::<wirecopy_gazetteer::GazetteerError>();
}
