//! Texts in, names out, over a small list of our own.
//!
//! An expectation is one line per mention: `kind form "surface" = entity`, in order of the text.

use crate::{Entities, EntityKind, Input, MentionForm, MentionReason};
use proptest::prelude::*;
use std::fmt::Write as _;
use wirecopy_gazetteer::{EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
use wirecopy_text::Span;
use wirecopy_token::tokenize;

fn place(name: &str, id: &str, class: &str, weight: u32, country: &str, region: &str) -> EntrySpec {
    EntrySpec::new(EntryKind::Place, name)
        .with_id(format!("geonames:{id}"))
        .with_field("class", class)
        .with_weight(weight)
        .with_country(country)
        .with_region(region)
        .with_coordinates(10.0, 20.0)
}

fn lists() -> (Gazetteer, Gazetteer) {
    let mut core = GazetteerBuilder::new();
    let rows = [
        place("Russia", "1", "country", 1_140_000_000, "RU", ""),
        place("United States", "2", "country", 1_330_000_000, "US", "")
            .with_alias_case("U.S.", wirecopy_gazetteer::CasePolicy::Exact),
        place("Moscow", "3", "capital", 80_000_000, "RU", "48"),
        place("Paris", "4", "capital", 17_000_000, "FR", "11"),
        place("Paris", "5", "city", 25_000, "US", "TX"),
        place("Texas", "6", "region", 7_000_000, "US", "TX"),
        place("Leeds", "7", "city", 500_000, "GB", "ENG"),
        EntrySpec::new(EntryKind::Demonym, "Russian")
            .with_id("demonym:russian-ru")
            .with_country("RU")
            .with_field("class", "nationality")
            .with_field("place", "geonames:1"),
        EntrySpec::new(EntryKind::Organization, "International Monetary Fund")
            .with_id("wirecopy:imf")
            .with_alias_case("IMF", wirecopy_gazetteer::CasePolicy::Exact),
        EntrySpec::new(EntryKind::Person, "Barack Obama")
            .with_id("wirecopy:barack-obama")
            .with_field("role", "President")
            .with_field("gender", "m")
            .with_valid_from(2009, 1, 20)
            .with_valid_to(2017, 1, 20),
    ];
    for row in rows {
        core.add(row).unwrap();
    }
    let mut names = GazetteerBuilder::new();
    for (name, gender) in [("Maria", "f"), ("Peter", "m"), ("Anna", "f"), ("Paul", "m")] {
        let row = EntrySpec::new(EntryKind::GivenName, name).with_weight(7);
        names.add(row.with_field("gender", gender)).unwrap();
    }
    for name in ["Lindqvist", "Okafor", "Petrov", "Brandt"] {
        names.add(EntrySpec::new(EntryKind::Surname, name).with_weight(5)).unwrap();
    }
    for (word, share) in [
        ("The", "7"),
        ("Deputy", "6"),
        ("Results", "7"),
        ("Talks", "7"),
        ("Fish", "5"),
        ("Forests", "6"),
        ("Parks", "6"),
    ] {
        let row = EntrySpec::new(EntryKind::Other, word).with_field("common", share);
        names.add(row).unwrap();
    }
    (core.build().unwrap(), names.build().unwrap())
}

fn recognize_on(text: &str, date: Option<(i16, u8, u8)>) -> Entities {
    let (core, names) = lists();
    let tokens = tokenize(text);
    let mut input = Input::new(text, &tokens);
    let gazetteers = [&core];
    input.gazetteers = &gazetteers;
    input.names = Some(&names);
    input.date = date;
    input.recognize()
}

fn drawn(text: &str, found: &Entities) -> String {
    let mut lines = String::new();
    for mention in &found.mentions {
        let entity = found.entity_of(mention).map_or("-", |entity| entity.name.as_str());
        let form = mention.form.name();
        let surface = mention.span.of(text);
        writeln!(lines, "{} {form} {surface:?} = {entity}", mention.kind.name()).unwrap();
    }
    lines
}

#[track_caller]
fn check(text: &str, expected: &[&str]) -> Entities {
    let found = recognize_on(text, Some((2013, 8, 12)));
    let drawn = drawn(text, &found);
    assert_eq!(drawn.lines().collect::<Vec<_>>(), expected, "{text}");
    found
}

#[test]
fn a_role_ends_where_the_name_begins() {
    let text =
        "U.S. Department of Trade Deputy Spokesperson Maria Lindqvist said so. Lindqvist left.";
    let found = check(
        text,
        &[
            "organization name \"U.S. Department of Trade\" = U.S. Department of Trade",
            "place name \"U.S.\" = U.S.",
            "person name \"Maria Lindqvist\" = Maria Lindqvist",
            "person short \"Lindqvist\" = Maria Lindqvist",
        ],
    );
    let person = &found.entities[2];
    assert_eq!(person.role.as_deref(), Some("U.S. Department of Trade Deputy Spokesperson"));
}

#[test]
fn a_nationality_before_a_role_belongs_to_the_role_and_to_its_country() {
    let text = "Russian Foreign Minister Peter Petrov flew to Russia.";
    let found = check(
        text,
        &[
            "demonym name \"Russian\" = Russia",
            "person name \"Peter Petrov\" = Peter Petrov",
            "place name \"Russia\" = Russia",
        ],
    );
    assert_eq!(found.entities[1].role.as_deref(), Some("Russian Foreign Minister"));
    assert_eq!(found.entities[0].link.as_ref().map(|link| link.id.as_str()), Some("1"));
}

#[test]
fn a_short_name_joins_a_later_full_one() {
    let text = "He met Mr. Okafor on Monday. Later Deputy Minister Paul Okafor spoke.";
    check(
        text,
        &["person short \"Okafor\" = Paul Okafor", "person name \"Paul Okafor\" = Paul Okafor"],
    );
}

#[test]
fn two_people_of_one_surname_are_told_apart_by_their_titles() {
    let text = "Maria Brandt and Peter Brandt came. Mrs. Brandt spoke, Mr. Brandt did not.";
    check(
        text,
        &[
            "person name \"Maria Brandt\" = Maria Brandt",
            "person name \"Peter Brandt\" = Peter Brandt",
            "person short \"Brandt\" = Maria Brandt",
            "person short \"Brandt\" = Peter Brandt",
        ],
    );
}

#[test]
fn a_nickname_is_whose_it_is_told_to_be() {
    let text = "Paul Brandt, better known as Zeca, sings. Mr. Zeca rests.";
    check(
        text,
        &[
            "person name \"Paul Brandt\" = Paul Brandt",
            "person short \"Zeca\" = Paul Brandt",
            "person short \"Zeca\" = Paul Brandt",
        ],
    );
}

#[test]
fn a_house_of_a_saint_is_no_person() {
    let text = "St Olave's Cottage Hospital was full. St Olave's said so.";
    let found = check(
        text,
        &[
            "organization name \"St Olave's Cottage Hospital\" = St Olave's Cottage Hospital",
            "organization short \"St Olave's\" = St Olave's Cottage Hospital",
        ],
    );
    assert_eq!(found.entities.len(), 1);
}

#[test]
fn a_father_and_a_son_of_one_name_are_two() {
    let text = "Paul Brandt Sr. left. Paul Brandt Jr. stayed. Brandt Sr. sang.";
    check(
        text,
        &[
            "person name \"Paul Brandt Sr.\" = Paul Brandt Sr.",
            "person name \"Paul Brandt Jr.\" = Paul Brandt Jr.",
            "person short \"Brandt\" = Paul Brandt Sr.",
        ],
    );
}

#[test]
fn a_couple_shares_a_name_and_a_family_is_one() {
    let text = "Maria and Peter Brandt came. The villa of the Brandts is old. Gen. Paul van der Okafor left.";
    check(
        text,
        &[
            "person short \"Maria\" = Maria Brandt",
            "person name \"Peter Brandt\" = Peter Brandt",
            "person short \"Brandts\" = Brandts",
            "person name \"Paul van der Okafor\" = Paul van der Okafor",
        ],
    );
}

#[test]
fn a_title_and_the_date_tell_who_held_the_office() {
    let text = "They wrote to President Obama.";
    let found = check(text, &["person short \"Obama\" = Barack Obama"]);
    assert!(found.entities[0].link.is_some());
    let earlier = recognize_on(text, Some((2003, 1, 1)));
    assert_eq!(earlier.entities[0].name, "Obama");
    assert_eq!(earlier.entities[0].link, None);
}

#[test]
fn two_roles_joined_by_and_are_both_kept() {
    let text =
        "Moscow's special envoy for the talks and Deputy Foreign Minister Paul Petrov agreed.";
    let found = recognize_on(text, None);
    let person = found.entities.iter().find(|entity| entity.kind == EntityKind::Person).unwrap();
    let roles: Vec<_> = person.roles.iter().map(|role| role.text.as_str()).collect();
    assert_eq!(roles, ["Deputy Foreign Minister"]);
    // Wrong: "special envoy for the talks" is a role too; its complement has no capital.
}

#[test]
fn whoever_is_told_is_a_body_and_a_peer_a_person() {
    check(
        "She told the Evening Herald that the Duchess of Holm wept.",
        &[
            "organization name \"Evening Herald\" = Evening Herald",
            "person name \"Duchess of Holm\" = Duchess of Holm",
        ],
    );
}

#[test]
fn a_word_in_brackets_is_the_body_before_them() {
    check(
        "The Holm Safety Board (Hasab) met twice. It was raining when Hasab closed the pier.",
        &[
            "organization name \"Holm Safety Board\" = Holm Safety Board",
            "organization name \"Hasab\" = Holm Safety Board",
            "organization name \"Hasab\" = Holm Safety Board",
        ],
    );
}

#[test]
fn roles_between_commas_are_roles() {
    let text = "Anna Okafor, the mayor of Paris, was late. The chief envoy of the council, Paul Petrov, was not.";
    let found = recognize_on(text, None);
    let roles: Vec<_> = found.entities.iter().filter_map(|entity| entity.role.as_deref()).collect();
    assert_eq!(roles, ["mayor of Paris", "chief envoy of the council"]);
}

#[test]
fn a_region_behind_a_comma_decides_which_place_is_meant() {
    let link = |text: &str| {
        let found = recognize_on(text, None);
        found.entities[0].link.as_ref().map(|link| link.id.clone())
    };
    assert_eq!(link("She lives in Paris.").as_deref(), Some("4"));
    assert_eq!(link("She lives in Paris, Texas.").as_deref(), Some("5"));
    assert_eq!(link("She lives in Paris, Tex., alone.").as_deref(), Some("5"));
}

/// The ids of the places of a text, over a list of states and cities and a second one of towns.
fn places_of(text: &str) -> Vec<(&str, String)> {
    let at = |spec: EntrySpec, north: f32, east: f32| spec.with_coordinates(north, east);
    let mut large = GazetteerBuilder::new();
    for row in [
        at(place("Georgia", "20", "country", 1_004_000_000, "GE", ""), 42.0, 43.5),
        at(place("Georgia", "21", "region", 1_300_000, "US", "GA"), 32.8, -83.5),
        at(place("Atlanta", "22", "city", 500_000, "US", "GA"), 33.7, -84.4),
        at(place("Tbilisi", "23", "capital", 9_000_000, "GE", "51"), 41.7, 44.8),
        at(place("Ohio", "24", "region", 1_400_000, "US", "OH"), 40.3, -83.0),
        at(place("Delaware", "25", "region", 120_000, "US", "DE"), 39.0, -75.5),
        at(place("London", "26", "capital", 70_000_000, "GB", "ENG"), 51.5, -0.1),
        at(place("Kentucky", "27", "region", 550_000, "US", "KY"), 38.2, -84.9),
        at(place("Barlow County", "28", "county", 4_000, "US", "KY"), 37.1, -84.1),
        at(place("Barlow County", "29", "county", 40_000, "US", "NY"), 43.0, -76.0),
        at(place("Leeds", "30", "city", 500_000, "GB", "ENG"), 53.8, -1.5),
    ] {
        large.add(row).unwrap();
    }
    let mut small = GazetteerBuilder::new();
    for row in [
        at(place("Delaware", "40", "town", 9_000, "US", "OH"), 40.3, -83.1),
        at(place("London", "41", "town", 8_000, "US", "KY"), 37.1, -84.1),
        at(place("Tilbrook", "42", "town", 3_000, "US", "KY"), 37.2, -84.0),
        at(place("Tilbrook", "43", "town", 4_000, "GB", "ENG"), 52.0, -1.0),
    ] {
        small.add(row).unwrap();
    }
    let (large, small) = (large.build().unwrap(), small.build().unwrap());
    let (_, names) = lists();
    let tokens = tokenize(text);
    let gazetteers = [&large, &small];
    let mut input = Input::new(text, &tokens);
    input.gazetteers = &gazetteers;
    input.names = Some(&names);
    let found = input.recognize();
    let id = |mention| {
        let link = found.entity_of(mention).and_then(|entity| entity.link.clone());
        link.map_or_else(|| "-".to_owned(), |link| link.id)
    };
    found.mentions.iter().map(|mention| (mention.span.of(text), id(mention))).collect()
}

#[track_caller]
fn check_places(text: &str, expected: &[(&str, &str)]) {
    let found = places_of(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_city_in_front_of_a_region_tells_which_region_it_is() {
    check_places("They met in Atlanta, Georgia.", &[("Atlanta", "22"), ("Georgia", "21")]);
    check_places("They met in Tbilisi, Georgia.", &[("Tbilisi", "23"), ("Georgia", "20")]);
    check_places("They met in Georgia.", &[("Georgia", "20")]);
}

#[test]
fn states_in_a_row_are_no_towns_in_one_another() {
    let text = "The law holds in Delaware, Ohio and Kentucky.";
    check_places(text, &[("Delaware", "25"), ("Ohio", "24"), ("Kentucky", "27")]);
}

#[test]
fn a_town_is_the_same_town_in_every_mention() {
    let text = "Police in London, Kentucky, closed a road. London has one road.";
    check_places(text, &[("London", "41"), ("Kentucky", "27"), ("London", "41")]);
    check_places("London has many roads.", &[("London", "26")]);
}

#[test]
fn a_place_that_no_list_has_in_this_region_is_not_another_one() {
    check_places("He lives in Leeds, Kentucky.", &[("Leeds", "-"), ("Kentucky", "27")]);
}

#[test]
fn a_county_of_many_states_lies_in_the_one_that_the_story_is_about() {
    let text = "A farm in Kentucky burned. The Barlow County road was closed.";
    check_places(text, &[("Kentucky", "27"), ("Barlow County", "28")]);
    check_places("The Barlow County road was closed.", &[("Barlow County", "29")]);
}

#[test]
fn neighbours_speak_for_each_other() {
    let text = "She drove from Tilbrook to London, Kentucky.";
    check_places(text, &[("Tilbrook", "42"), ("London", "41"), ("Kentucky", "27")]);
    check_places("She drove from Tilbrook to Leeds.", &[("Tilbrook", "43"), ("Leeds", "30")]);
}

#[test]
fn a_place_of_the_dateline_needs_no_tokens() {
    let text = "PARIS, Texas (AP) — Talks in Paris went on.";
    let tokens = wirecopy_token::Tokenizer::default().tokenize_blocks(text, &[Span::new(22, 45)]);
    let (core, names) = lists();
    let gazetteers = [&core];
    let mut input = Input::new(text, &tokens);
    input.gazetteers = &gazetteers;
    input.names = Some(&names);
    let places = [Span::new(0, 5)];
    input.places = &places;
    let found = input.recognize();
    assert_eq!(drawn(text, &found), "place name \"PARIS\" = Paris\nplace name \"Paris\" = Paris\n");
    assert_eq!(found.entities[0].link.as_ref().map(|link| link.id.as_str()), Some("5"));
}

#[test]
fn an_acronym_is_its_long_form() {
    let text = "The International Monetary Fund (IMF) met. The IMF said no.";
    let found = recognize_on(text, None);
    assert_eq!(found.entities.len(), 1);
    assert_eq!(found.mentions.len(), 3);
}

#[test]
fn small_words_and_letters_are_part_of_a_name() {
    let people = |text: &'static str| surfaces(text, EntityKind::Person);
    assert_eq!(people("It snowed, said Mr. van den Holm. It ended."), ["van den Holm"]);
    assert_eq!(people("It snowed, said Anna d'Oran-Holm, a pilot."), ["Anna d'Oran-Holm"]);
    assert_eq!(people("It snowed, said Peter B. C. D. Holm, a pilot."), ["Peter B. C. D. Holm"]);
}

#[test]
fn a_firm_has_its_form_in_small_letters() {
    for text in ["Zolbert Kovine d.o.o. was shut.", "Shares of Zolbert d.d. fell."] {
        let bodies = surfaces(text, EntityKind::Organization);
        assert!(bodies.iter().any(|it| it.ends_with('.')), "{text}: {bodies:?}");
    }
}

#[test]
fn a_place_in_a_result_is_a_team_and_a_government_stays_a_place() {
    let found = recognize_on("SOCCER - RESULTS\n\nLeeds 2 Bury 1\n\nHull 0 Leeds 3", None);
    let team = found.mentions.iter().find(|mention| mention.reason == MentionReason::Team).unwrap();
    assert_eq!(team.kind, EntityKind::Organization);
    let found = recognize_on("Moscow expects an answer.", None);
    assert_eq!(found.mentions[0].kind, EntityKind::Place);
    assert_eq!(found.mentions[0].reason, MentionReason::Metonymy);
}

#[test]
fn events_and_weekdays_are_no_places_and_no_people() {
    let text = "The Moscow Declaration was read on Monday.";
    let found = recognize_on(text, None);
    assert!(found.mentions.iter().all(|mention| mention.kind == EntityKind::Other), "{found:?}");
}

#[test]
fn a_list_of_the_callers_is_believed() {
    let mut own = GazetteerBuilder::new();
    own.add(EntrySpec::new(EntryKind::Organization, "Blue Heron")).unwrap();
    let own = own.build().unwrap();
    let text = "A note from Blue Heron came.";
    let tokens = tokenize(text);
    let mut input = Input::new(text, &tokens);
    let gazetteers = [&own];
    input.gazetteers = &gazetteers;
    input.trusted = 1;
    let found = input.recognize();
    assert_eq!(drawn(text, &found), "organization name \"Blue Heron\" = Blue Heron\n");
}

/// Every person with the role and the mentions.
fn people(text: &str) -> Vec<String> {
    let found = recognize_on(text, None);
    let of = |entity: &crate::Entity| {
        let mentions: Vec<&str> = entity
            .mentions
            .iter()
            .filter_map(|&at| found.mentions.get(at as usize)?.span.get(text))
            .collect();
        let role = entity.role.as_deref().unwrap_or("-");
        format!("{}: {role}: {}", entity.name, mentions.join(" + "))
    };
    found.entities.iter().filter(|e| e.kind == EntityKind::Person).map(of).collect()
}

/// Surfaces of one kind.
fn surfaces(text: &str, kind: EntityKind) -> Vec<&str> {
    let found = recognize_on(text, None);
    let of_kind = found.mentions.iter().filter(|mention| mention.kind == kind);
    of_kind.filter_map(|mention| mention.span.get(text)).collect()
}

#[test]
fn a_role_stops_before_another_person() {
    assert_eq!(
        people(
            "She said that the union's chief negotiator, Paul Okafor, and Deputy Mayor Anna \
             Lindqvist had settled. Peter Petrov, an aide to Mr. Brandt, agreed."
        ),
        [
            "Paul Okafor: chief negotiator: Paul Okafor",
            "Anna Lindqvist: Deputy Mayor: Anna Lindqvist",
            "Peter Petrov: aide: Peter Petrov",
            "Brandt: -: Brandt",
        ]
    );
}

#[test]
fn nouns_before_a_role_and_postings_behind_it_belong_to_it() {
    for (text, role) in [
        ("Harbour manager Anna Brandt agreed.", "Harbour manager"),
        ("It was sold, union leader Anna Brandt said.", "union leader"),
        ("Petrov's foreman, Anna Brandt, said so.", "foreman"),
        ("The Russian Ambassador to Russia Anna Brandt left.", "Russian Ambassador to Russia"),
    ] {
        let found = recognize_on(text, None);
        let roles = found.entities.iter().filter(|e| e.name == "Anna Brandt");
        let roles: Vec<_> = roles.filter_map(|entity| entity.role.as_deref()).collect();
        assert_eq!(roles, [role], "{text}");
    }
}

#[test]
fn names_with_nicknames_initials_and_small_words() {
    assert_eq!(
        people("They gave it to Peter \"Rake\" Brandt. Brandt wept."),
        ["Peter \"Rake\" Brandt: -: Peter \"Rake\" Brandt + Brandt"]
    );
    assert_eq!(
        people("We heard club president A.B. Lindqvist-Okafor at noon."),
        ["A.B. Lindqvist-Okafor: club president: A.B. Lindqvist-Okafor"]
    );
    assert_eq!(
        people("We met Anna Tesfa Gebre on Monday. \"It rains,\" said Anna."),
        ["Anna Tesfa Gebre: -: Anna Tesfa Gebre + Anna"]
    );
    assert_eq!(
        people("Then Paul van der Brandt rose. Van der Brandt spoke."),
        ["Paul van der Brandt: -: Paul van der Brandt + Van der Brandt"]
    );
    assert_eq!(
        people("Then Paul van Brandt rose. Van Brandt spoke."),
        ["Paul van Brandt: -: Paul van Brandt + Van Brandt"]
    );
    assert_eq!(
        people("This is Commissioner Anna Brandt-Okafor.\n\nBRANDT-OKAFOR: It was not me, I say."),
        ["Anna Brandt-Okafor: Commissioner: Anna Brandt-Okafor + BRANDT-OKAFOR"]
    );
}

#[test]
fn a_courtesy_title_means_who_is_named_more_often() {
    let text = "Anna Brandt wants it. Anna Brandt said so at noon on the steps of the old hall. \
                Maria Brandt, her mother, looked on and held two coats, a bag and an umbrella, \
                and the dog, which was wet, sat in the car all day. Ms. Brandt may win.";
    assert_eq!(
        people(text),
        [
            "Anna Brandt: -: Anna Brandt + Anna Brandt + Brandt",
            "Maria Brandt: mother: Maria Brandt"
        ]
    );
}

#[test]
fn streets_homes_and_prizes_are_not_people() {
    for text in [
        "A house on Petal Lane burned.",
        "He was the driver, 44, of Okafor, it said.",
        "A train bound for Lindqvist was late.",
        "They closed roads in Brandt and Okafor counties.",
        "The \"Golden Lindqvist\" was handed over.",
        "Shares of Mina Vela Luz SA rose. Then Vela Luz fell.",
    ] {
        assert_eq!(surfaces(text, EntityKind::Person), [""; 0], "{text}");
    }
}

#[test]
fn lists_of_fields_saints_and_parks_are_bodies() {
    for (text, body) in [
        (
            "We asked the Department of Fish, Forests and Parks again.",
            "Department of Fish, Forests and Parks",
        ),
        ("She was taken to St. Alda's Hospital at once.", "St. Alda's Hospital"),
        ("She is head of the Brask National Park there.", "Brask National Park"),
        ("It opened the Brask Film Festival there.", "Brask Film Festival"),
    ] {
        assert_eq!(surfaces(text, EntityKind::Organization), [body], "{text}");
    }
    let text = "We saw the Brask National Park there.";
    assert_eq!(surfaces(text, EntityKind::Place), ["Brask National Park"]);
}

#[test]
fn names_that_are_words_are_names() {
    assert_eq!(
        people("Deputy Mayor Eric Price met union leaders. Price said it went well. Prices rose."),
        ["Eric Price: Deputy Mayor: Eric Price + Price"]
    );
    assert_eq!(
        people("They met Eva Brandt. It rained in May. Peter arap Tomu left."),
        ["Eva Brandt: -: Eva Brandt", "Peter arap Tomu: -: Peter arap Tomu"]
    );
    let found = recognize_on(
        "They saw then-Deputy Minister Paul Okafor, host of the radio's \"Tide\".",
        None,
    );
    let roles = &found.entities.last().unwrap().roles;
    let roles: Vec<&str> = roles.iter().map(|role| role.text.as_str()).collect();
    assert_eq!(roles, ["then-Deputy Minister", "host of the radio"]);
}

#[test]
fn nothing_gives_nothing() {
    for text in ["", " \n\t", "\0\0", "“““", "…"] {
        assert_eq!(recognize_on(text, None), Entities::default(), "{text:?}");
    }
}

#[test]
fn long_runs_of_one_thing_come_to_an_end() {
    for pattern in [
        "Deputy ",
        "Secretary of State ",
        "Peter Petrov, the ",
        "Paris, Texas, ",
        "of ",
        "Mr. ",
        "Bank of ",
        "Leeds 1 ",
        "A-",
        "Republic of Russian and ",
        "the envoy of the council, ",
    ] {
        let text = pattern.repeat(4_000);
        let found = recognize_on(&text, None);
        assert!(found.mentions.len() <= 16_000, "{pattern}");
    }
    let many: String = (0..3_000).fold(String::new(), |mut text, n| {
        write!(text, "Mr. Petrov met Peter Name{n} and Anna Petrov{n}. ").unwrap();
        text
    });
    assert!(recognize_on(&many, None).entities.len() > 3_000);
}

fn spans_hold(text: &str, found: &Entities) {
    let mut before = Span::empty_at(0);
    for (index, mention) in found.mentions.iter().enumerate() {
        assert!(mention.span.get(text).is_some_and(|surface| !surface.trim().is_empty()));
        assert!(before.start() <= mention.span.start());
        before = mention.span;
        let entity = found.entity_of(mention).expect("every name has an entity");
        assert!(entity.mentions.contains(&u32::try_from(index).unwrap()));
        assert!(matches!(mention.form, MentionForm::Name | MentionForm::Short));
    }
    for entity in &found.entities {
        assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted());
        for role in &entity.roles {
            assert!(role.span.get(text).is_some());
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_spans_that_hold(text in "\\PC{0,80}") {
        spans_hold(&text, &recognize_on(&text, None));
    }

    #[test]
    fn any_words_give_spans_that_hold(words in proptest::collection::vec(
        prop::sample::select(vec![
            "Peter", "Petrov", "Mr.", "Deputy", "Minister", "of", "the", "and", ",", ".", "\n\n",
            "Paris", "Texas", "Russian", "PARIS", "Leeds", "2", "1", "said", "Moscow-based", "IMF",
            "(", ")", "Corp.", "Bank", "bin", "al-Sadr", "J.", "III", "’s", "“", "U.S.", "Monday",
        ]), 0..40)) {
        let text = words.join(" ");
        let found = recognize_on(&text, Some((2013, 8, 12)));
        spans_hold(&text, &found);
        prop_assert_eq!(&found, &recognize_on(&text, Some((2013, 8, 12))));
    }
}

#[test]
fn what_cannot_begin_a_name_with_a_particle_holds() {
    for text in ["PARIS bin", "PARIS bin al-Sadr"] {
        spans_hold(text, &recognize_on(text, None));
    }
}

#[test]
fn names_of_two_syllables_behind_a_surname_are_names() {
    assert_eq!(
        people("Opposition leader Kang Ji-hoon left. Mr. Kang had met Lin Wen-hua, 54, in Taipei."),
        ["Kang Ji-hoon: Opposition leader: Kang Ji-hoon + Kang", "Lin Wen-hua: -: Lin Wen-hua"]
    );
    assert_eq!(
        people("The Kang Boston-based fund closed on Friday. Mr. Kang Asia-wide sale failed."),
        ["Kang: -: Kang + Kang"]
    );
}

#[test]
fn ranks_of_the_police_and_honours_are_no_names() {
    assert_eq!(
        people("They heard Det Ch Insp Ola Brandt. Prosecutor Anna Holm KC did not."),
        ["Ola Brandt: Det Ch Insp: Ola Brandt", "Anna Holm: Prosecutor: Anna Holm"]
    );
}

#[test]
fn a_title_may_open_the_name_of_a_body() {
    let text = "The Premier League wrote to Tarnby Crown Court on Monday.";
    assert_eq!(people(text), Vec::<String>::new());
    assert_eq!(surfaces(text, EntityKind::Organization), ["Tarnby Crown Court"]);
}

#[test]
fn lanes_are_places_and_centres_of_work_are_bodies() {
    let text = "Anna Brandt, 32, of Tarnehills Lane, works at the Tarn Flood Warning Centre.";
    assert_eq!(people(text), ["Anna Brandt: -: Anna Brandt"]);
    assert_eq!(surfaces(text, EntityKind::Place), ["Tarnehills Lane"]);
    assert_eq!(surfaces(text, EntityKind::Organization), ["Tarn Flood Warning Centre"]);
    let analysts = "Analysts at Qvistel were not impressed. They met at Qvistby.";
    assert_eq!(surfaces(analysts, EntityKind::Organization), ["Qvistel"]);
    assert_eq!(surfaces(analysts, EntityKind::Place), ["Qvistby"]);
}

#[test]
fn a_firm_of_a_list_is_the_same_with_its_legal_form() {
    let mut own = GazetteerBuilder::new();
    own.add(EntrySpec::new(EntryKind::Organization, "Blue Heron").with_id("own:1")).unwrap();
    let own = own.build().unwrap();
    let text = "Blue Heron Co. sold two yards. Blue Heron said it would build a third.";
    let tokens = tokenize(text);
    let gazetteers = [&own];
    let mut input = Input::new(text, &tokens);
    input.gazetteers = &gazetteers;
    let found = input.recognize();
    let names: Vec<_> = found.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Blue Heron Co."]);
}

#[test]
fn a_firm_may_be_called_by_the_surname_behind_its_initials() {
    let text = "A.L. Tarnby Corp. and its unit A.L. Tarnby Credit Corp. sold two yards. Tarnby said it was late.";
    let tokens = tokenize(text);
    let found = Input::new(text, &tokens).recognize();
    let last = found.mentions.last().expect("a mention");
    let firm = found.entity_of(last).map(|firm| firm.name.as_str());
    assert_eq!((last.span.of(text), firm), ("Tarnby", Some("A.L. Tarnby Corp.")));
}

#[test]
fn the_end_of_a_long_name_is_its_bearer() {
    let text = "Leader Anna San Soo Kye spoke. Ms. Soo Kye said no.";
    assert_eq!(people(text).last().map(|last| last.contains("Soo Kye")), Some(true));
}

#[test]
fn joined_syllables_open_a_name_before_a_surname() {
    assert_eq!(people("Hae-sook Brandt spoke first."), ["Hae-sook Brandt: -: Hae-sook Brandt"]);
}

#[test]
fn a_land_keeps_the_name_it_is_first_called_by() {
    let mut own = GazetteerBuilder::new();
    let exact = wirecopy_gazetteer::CasePolicy::Exact;
    let land = place("Tarnland", "9", "country", 5_000_000, "TL", "");
    own.add(land.with_alias_case("Norden Kingdom", exact)).unwrap();
    let own = own.build().unwrap();
    let text = "In Tarnland it rained. A ferry left for Norden Kingdom.";
    let tokens = tokenize(text);
    let gazetteers = [&own];
    let mut input = Input::new(text, &tokens);
    input.gazetteers = &gazetteers;
    let found = input.recognize();
    let names: Vec<_> = found.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Tarnland"]);
}
