//! The packs answer for the names that every story leans on.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use wirecopy_gazetteer::{Entry, EntryKind, Gazetteer};
use wirecopy_gazetteer_data::{CORE, NAMES};

fn open(bytes: &'static [u8]) -> Gazetteer {
    let pack = Gazetteer::open_static(bytes).unwrap();
    pack.verify().unwrap();
    pack
}

fn entries<'g>(pack: &'g Gazetteer, name: &str) -> Vec<Entry<'g>> {
    let id = pack.lookup(name).unwrap_or_else(|| panic!("no entry: {name}"));
    pack.entries(id).collect()
}

/// The weightiest entry of a kind.
fn top<'g>(pack: &'g Gazetteer, name: &str, kind: EntryKind) -> Entry<'g> {
    let of_kind = entries(pack, name).into_iter().filter(|entry| entry.kind() == kind);
    of_kind.max_by_key(Entry::weight).unwrap_or_else(|| panic!("no {kind}: {name}"))
}

#[test]
fn capitals_and_countries_come_first() {
    let core = open(CORE);
    for (name, id, class) in [
        ("WASHINGTON", "geonames:4140963", "capital"),
        ("Washington", "geonames:4140963", "capital"),
        ("Geneva", "geonames:2660646", "city"),
        ("MOSCOW", "geonames:524901", "capital"),
        ("Syria", "geonames:163843", "country"),
        ("U.S.", "geonames:6252001", "country"),
        ("US", "geonames:6252001", "country"),
        ("United States", "geonames:6252001", "country"),
        ("Britain", "geonames:2635167", "country"),
        ("Burma", "geonames:1327865", "country"),
        ("Kiev", "geonames:703448", "capital"),
        ("Georgia", "geonames:614540", "country"),
        ("Sao Paulo", "geonames:3448439", "city"),
        ("São Paulo", "geonames:3448439", "city"),
        ("Calif.", "geonames:5332921", "region"),
        ("Gaza", "wirecopy:gaza", "area"),
        ("Middle East", "wirecopy:middle-east", "area"),
    ] {
        let entry = top(&core, name, EntryKind::Place);
        assert_eq!((entry.id(), entry.field("class")), (id, Some(class)), "{name}");
        assert!(entry.latitude().is_some(), "{name}");
    }
}

#[test]
fn washington_lies_where_it_lies() {
    let core = open(CORE);
    let entry = top(&core, "WASHINGTON", EntryKind::Place);
    assert!((entry.latitude().unwrap() - 38.895).abs() < 0.001);
    assert!((entry.longitude().unwrap() + 77.036).abs() < 0.001);
    assert_eq!((entry.country(), entry.region()), (Some("US"), Some("DC")));
}

#[test]
fn countries_and_regions_lie_where_geonames_puts_them() {
    let core = open(CORE);
    let mut countries = 0;
    for entry in core.all_entries().filter(|entry| entry.kind() == EntryKind::Place) {
        if matches!(entry.field("class"), Some("country" | "capital" | "city")) {
            assert!(entry.latitude().is_some(), "{entry:?}");
            countries += usize::from(entry.field("class") == Some("country"));
        }
    }
    assert!(countries > 190, "{countries}");
    for (name, kind, id, latitude, longitude) in [
        ("Canada", EntryKind::Place, "geonames:6251999", 60.1, -113.6),
        ("Texas", EntryKind::Place, "geonames:4736286", 31.3, -99.3),
        ("Queensland", EntryKind::Place, "geonames:2152274", -20.0, 145.0),
        ("Cook County", EntryKind::Place, "geonames:4888671", 41.9, -87.6),
        ("Canadian", EntryKind::Demonym, "demonym:canadian-ca", 60.1, -113.6),
    ] {
        let entries = entries(&core, name);
        let entry = entries.iter().find(|e| e.kind() == kind && e.id() == id).unwrap();
        let (north, east) = (entry.latitude().unwrap(), entry.longitude().unwrap());
        assert!((north - latitude).abs() < 0.5 && (east - longitude).abs() < 0.5, "{name}");
    }
}

/// Of the packs that this build has, one place each that is too small for the one before.
#[test]
fn towns_are_in_the_pack_of_their_size() {
    let names = ["Geneva", "Los Alamos", "Hinton"];
    let packs: Vec<Gazetteer> = wirecopy_gazetteer_data::packs().into_iter().map(open).collect();
    for (at, (pack, name)) in packs.iter().zip(names).enumerate() {
        let town = top(pack, name, EntryKind::Place);
        assert!(town.latitude().is_some() && town.country().is_some(), "{name}");
        let (least, most) = [(15_000, u32::MAX), (5_000, 15_000), (100, 5_000)][at];
        assert!((least..=most).contains(&town.weight()), "{name}: {}", town.weight());
        assert_eq!(town.field("class"), Some(if at == 0 { "city" } else { "town" }));
    }
}

#[test]
fn a_name_keeps_every_candidate() {
    let core = open(CORE);
    let ids: Vec<&str> = entries(&core, "Washington").iter().map(Entry::id).collect();
    assert!(ids.contains(&"geonames:4140963"), "{ids:?}");
    assert!(ids.contains(&"geonames:5815135"), "the state: {ids:?}");
    assert!(ids.len() > 3, "{ids:?}");
}

#[test]
fn office_holders_have_their_days() {
    let core = open(CORE);
    let august = (2013, 8, 12);
    for (name, country, role) in [
        ("John Kerry", Some("US"), "Secretary of State"),
        ("Sergei Lavrov", Some("RU"), "Foreign Minister"),
        ("Sergey Lavrov", Some("RU"), "Foreign Minister"),
        ("Barack Obama", Some("US"), "President"),
        ("Vladimir Putin", Some("RU"), "President"),
        ("Marie Harf", Some("US"), "State Department Deputy Spokesperson"),
        ("Wendy Sherman", Some("US"), "Under Secretary of State for Political Affairs"),
        (
            "Mikhail Bogdanov",
            Some("RU"),
            "Deputy Foreign Minister and Special Presidential Representative for the Middle East",
        ),
        ("Lakhdar Brahimi", None, "United Nations and Arab League Special Envoy for Syria"),
    ] {
        let holders: Vec<_> = entries(&core, name)
            .into_iter()
            .filter(|e| e.kind() == EntryKind::Person)
            .filter(|e| e.valid_from().is_none_or(|from| from <= august))
            .filter(|e| e.valid_to().is_none_or(|to| august <= to))
            .map(|e| (e.country(), e.field("role")))
            .collect();
        assert_eq!(holders, [(country, Some(role))], "{name}");
    }
}

#[test]
fn organisations_are_known_by_their_acronyms() {
    let core = open(CORE);
    for (name, id, class) in [
        ("U.N.", "wirecopy:united-nations", "igo"),
        ("UN", "wirecopy:united-nations", "igo"),
        ("United Nations", "wirecopy:united-nations", "igo"),
        ("Arab League", "wirecopy:league-of-arab-states", "igo"),
        ("League of Arab States", "wirecopy:league-of-arab-states", "igo"),
        ("State Department", "wirecopy:u-s-department-of-state", "ministry"),
        ("U.S. Department of State", "wirecopy:u-s-department-of-state", "ministry"),
        ("Itar-Tass", "wirecopy:itar-tass", "news agency"),
        ("ITAR-TASS", "wirecopy:itar-tass", "news agency"),
        ("Nato", "wirecopy:north-atlantic-treaty-organization", "igo"),
        ("NATO", "wirecopy:north-atlantic-treaty-organization", "igo"),
        ("Action Group for Syria", "wirecopy:action-group-for-syria", "igo"),
    ] {
        let entry = top(&core, name, EntryKind::Organization);
        assert_eq!((entry.id(), entry.field("class")), (id, Some(class)), "{name}");
    }
    assert_eq!(core.lookup("Us"), None, "an acronym counts as written");
}

#[test]
fn demonyms_lead_to_their_places() {
    let core = open(CORE);
    for (word, country, place) in [
        ("Swiss", Some("CH"), "geonames:2658434"),
        ("Syrian", Some("SY"), "geonames:163843"),
        ("Russians", Some("RU"), "geonames:2017370"),
        ("Europeans", None, "geonames:6255148"),
    ] {
        let entry = top(&core, word, EntryKind::Demonym);
        assert_eq!((entry.country(), entry.field("place")), (country, Some(place)), "{word}");
    }
}

#[test]
fn names_have_rank_gender_and_a_warning() {
    let names = open(NAMES);
    let john = top(&names, "John", EntryKind::GivenName);
    assert_eq!((john.weight(), john.field("gender")), (8, Some("m")));
    assert_eq!(top(&names, "Jennifer", EntryKind::GivenName).field("gender"), Some("f"));
    assert_eq!(top(&names, "Smith", EntryKind::Surname).weight(), 8);
    assert_eq!(top(&names, "O'Brien", EntryKind::Surname).weight(), 7);
    let share = |name, kind| -> u32 {
        top(&names, name, kind).field("common").map_or(0, |share| share.parse().unwrap())
    };
    assert!(share("Will", EntryKind::GivenName) >= 5);
    assert!(share("Police", EntryKind::Other) >= 5);
    assert!(share("Reading", EntryKind::Other) >= 5);
    assert_eq!(share("Washington", EntryKind::Surname), 0);
}
