//! The rules of the hand-written lists, and that the packs were made from them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use wirecopy_gazetteer::Gazetteer;
use wirecopy_gazetteer_data::{CORE, NAMES, attributions, packs};
use wirecopy_text::{Folding, fold};

/// Every list and its columns.
const LISTS: [(&str, &[&str]); 13] = [
    ("common.tsv", &["word", "bucket"]),
    ("companies.tsv", &["name", "aliases", "class", "country"]),
    ("countries.tsv", &["code", "aliases", "point"]),
    ("demonyms.tsv", &["words", "country", "class", "place"]),
    ("features.tsv", &["id", "kind", "country", "latitude", "longitude", "inhabitants", "name"]),
    ("media.tsv", &["name", "aliases", "class", "country"]),
    ("names.tsv", &["name", "kind"]),
    ("organizations.tsv", &["name", "aliases", "class", "country"]),
    ("parties.tsv", &["name", "aliases", "class", "country"]),
    ("people.tsv", &["name", "aliases", "gender", "country", "role", "from", "to"]),
    (
        "places.tsv",
        &["id", "name", "aliases", "class", "country", "latitude", "longitude", "weight"],
    ),
    ("regions.tsv", &["code", "aliases", "point"]),
    ("teams.tsv", &["name", "aliases", "class", "country"]),
];

const ORGANIZATION_LISTS: [&str; 5] =
    ["companies.tsv", "media.tsv", "organizations.tsv", "parties.tsv", "teams.tsv"];

const ORGANIZATION_CLASSES: [&str; 20] = [
    "agency",
    "armed group",
    "central bank",
    "church",
    "club",
    "company",
    "court",
    "executive",
    "igo",
    "magazine",
    "media",
    "military",
    "ministry",
    "news agency",
    "newspaper",
    "ngo",
    "parliament",
    "party",
    "police",
    "sport",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The rows of a list, each as a map from column to cell.
fn rows(list: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(folder().join(list)).unwrap_or_else(|e| panic!("{list}: {e}"));
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let cells = |line: &str| -> BTreeMap<String, String> {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), header.len(), "{list}: {line}");
        header.iter().zip(cells).map(|(k, v)| ((*k).to_owned(), v.to_owned())).collect()
    };
    lines.map(cells).collect()
}

fn check(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn lists_are_complete_sorted_and_clean() {
    let mut complaints = Vec::new();
    let listed: BTreeSet<&str> = LISTS.iter().map(|(list, _)| *list).collect();
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "SOURCES.md" && !listed.contains(name.as_str()) {
            complaints.push(format!("{name}: a list that no test knows"));
        }
    }
    for (list, columns) in LISTS {
        let text = fs::read_to_string(folder().join(list)).unwrap();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(columns.join("\t").as_str()), "{list}");
        if !text.ends_with('\n') || text.contains('\r') {
            complaints.push(format!("{list}: line ends"));
        }
        let mut seen = BTreeSet::new();
        for line in lines {
            let spaced = line.contains("  ") || line.split('\t').any(|cell| cell.trim() != cell);
            let composed = fold(line, Folding::new());
            // Folding also turns tabs into spaces; what else it changes was not NFC or not plain.
            let same = composed.as_ref()
                == line.split('\t').filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ");
            if spaced || !same {
                complaints.push(format!("{list}: not clean: {line}"));
            }
            if !seen.insert(line) {
                complaints.push(format!("{list}: twice: {line}"));
            }
        }
        let key = match list {
            "places.tsv" => 1,
            _ => 0,
        };
        let keys: Vec<&str> =
            text.lines().skip(1).map(|line| line.split('\t').nth(key).unwrap()).collect();
        if let Some(pair) = keys.windows(2).find(|pair| pair[0] > pair[1]) {
            complaints.push(format!("{list}: not sorted: {} before {}", pair[0], pair[1]));
        }
    }
    check(&complaints);
}

#[test]
fn further_names_are_new() {
    let mut complaints = Vec::new();
    for (list, columns) in LISTS {
        if !columns.contains(&"aliases") {
            continue;
        }
        for row in rows(list) {
            let mut names: BTreeSet<&str> =
                row.get("name").map(String::as_str).into_iter().collect();
            for alias in
                row["aliases"].split('|').filter(|a| !a.is_empty() || row["aliases"].contains('|'))
            {
                let article = alias.starts_with("the ");
                if alias.trim().is_empty() || article || !names.insert(alias) {
                    complaints.push(format!("{list}: {alias:?} of {row:?}"));
                }
            }
        }
    }
    check(&complaints);
}

#[test]
fn organisations_are_named_once_and_have_a_known_class() {
    let mut complaints = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for list in ORGANIZATION_LISTS {
        for row in rows(list) {
            let known =
                ORGANIZATION_CLASSES.contains(&row["class"].as_str()) || row["class"] == "union";
            if !known || !is_country(&row["country"]) {
                complaints.push(format!("{list}: {row:?}"));
            }
            if let Some(other) = seen.insert(row["name"].clone(), list) {
                complaints.push(format!("{list}: {} is in {other} too", row["name"]));
            }
        }
    }
    check(&complaints);
}

/// Empty or two capitals.
fn is_country(code: &str) -> bool {
    code.is_empty() || (code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()))
}

/// A day as `2013-02-01`.
fn day(text: &str) -> Option<(i16, u8, u8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let well_formed = text.len() == 10 && parts.next().is_none();
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let last = match month {
        2 if year % 4 == 0 => 29, // the list spans 1901 to 2099
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let real =
        (1901..2100).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day);
    (well_formed && real).then_some((year, month, day))
}

#[test]
fn days_reads_only_days() {
    assert_eq!(day("2013-02-01"), Some((2013, 2, 1)));
    assert_eq!(day("2013-02-29"), None);
    assert_eq!(day("2013-2-1"), None);
}

#[test]
fn terms_of_office_have_real_days_in_order() {
    let mut complaints = Vec::new();
    let people = rows("people.tsv");
    for row in &people {
        let from = day(&row["from"]);
        let to = day(&row["to"]);
        let fits = from.is_some()
            && (row["to"].is_empty() || to.is_some())
            && (to.is_none() || from <= to)
            && !row["role"].is_empty()
            && is_country(&row["country"])
            && matches!(row["gender"].as_str(), "" | "f" | "m");
        if !fits {
            complaints.push(format!("people.tsv: {row:?}"));
        }
    }
    // Nobody holds one office twice on the same day, but to hand it over.
    for pair in people.windows(2) {
        let same = ["name", "country", "role"].iter().all(|c| pair[0][*c] == pair[1][*c]);
        if same && (pair[0]["to"].is_empty() || pair[1]["from"] < pair[0]["to"]) {
            complaints.push(format!("people.tsv: overlap: {:?}", pair[1]));
        }
    }
    check(&complaints);
}

#[test]
fn one_name_is_one_person() {
    let mut complaints = Vec::new();
    let mut of: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    for row in rows("people.tsv") {
        let person = (row["aliases"].clone(), row["gender"].clone());
        let known =
            of.entry((row["name"].clone(), String::new())).or_insert_with(|| person.clone());
        if *known != person {
            complaints.push(format!("people.tsv: two people? {row:?}"));
        }
    }
    check(&complaints);
}

#[test]
fn places_lie_on_the_globe_and_references_do_not_dangle() {
    let mut complaints = Vec::new();
    let core = Gazetteer::open_static(CORE).unwrap();
    let ids: BTreeSet<String> =
        (0..).map_while(|index| core.entry(index)).map(|entry| entry.id().to_owned()).collect();
    for row in rows("places.tsv") {
        let id = &row["id"];
        let on_globe = |column: &str, limit: f32| {
            row[column].parse::<f32>().is_ok_and(|degrees| degrees.abs() <= limit)
        };
        let new = !row["class"].is_empty();
        let placed = on_globe("latitude", 90.0) && on_globe("longitude", 180.0);
        if new && (!placed || row["weight"].parse::<u32>().is_err()) {
            complaints.push(format!("places.tsv: {row:?}"));
        }
        if (!id.is_empty() && !ids.contains(id)) || (id.is_empty() && !new) {
            complaints.push(format!("places.tsv: dangling: {row:?}"));
        }
    }
    for row in rows("demonyms.tsv") {
        if !row["place"].is_empty() && !ids.contains(&row["place"]) {
            complaints.push(format!("demonyms.tsv: dangling: {row:?}"));
        }
    }
    check(&complaints);
}

#[test]
fn common_words_are_words() {
    let mut complaints = Vec::new();
    for row in rows("common.tsv") {
        let word = row["word"].bytes().all(|b| b.is_ascii_lowercase()) && row["word"].len() > 1;
        if !word || !row["bucket"].parse::<u8>().is_ok_and(|b| (1..=7).contains(&b)) {
            complaints.push(format!("common.tsv: {row:?}"));
        }
    }
    check(&complaints);
}

#[test]
fn every_entry_has_a_source_with_a_licence() {
    let licensed: BTreeSet<&str> = attributions().iter().map(|a| a.source).collect();
    let mut seen = BTreeSet::new();
    for bytes in packs().into_iter().chain([NAMES]) {
        let pack = Gazetteer::open_static(bytes).unwrap();
        for entry in (0..).map_while(|index| pack.entry(index)) {
            seen.insert(entry.source().to_owned());
        }
    }
    for source in &seen {
        assert!(licensed.contains(source.as_str()) || source == "wirecopy", "{source}");
    }
    // And nobody is thanked for nothing; two lists only lend words and flags to the rows of others.
    for attribution in attributions() {
        let lends = ["cldr", "country-codes"].contains(&attribution.source);
        assert!(lends || seen.contains(attribution.source), "{attribution:?}");
    }
}

#[test]
fn attributions_are_sorted_and_in_the_notice() {
    assert!(attributions().windows(2).all(|pair| pair[0].source < pair[1].source));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let notice = fs::read_to_string(root.join("NOTICE")).unwrap();
    for attribution in attributions() {
        if let Some(url) = attribution.url {
            assert!(notice.contains(url), "NOTICE lacks {url}");
        }
    }
}

/// FNV-1a over the lists, in the order of their names, as `wirecopy-dev generate` writes it.
fn fingerprint() -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (list, _) in LISTS {
        for byte in fs::read(folder().join(list)).unwrap() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

#[test]
fn the_packs_were_made_from_these_lists() {
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated/README.md");
    let readme = fs::read_to_string(generated).unwrap();
    let fingerprint = format!("{:016x}", fingerprint());
    assert!(readme.contains(&fingerprint), "run `wirecopy-dev generate`: {fingerprint}");
    let files = ["core.gaz", "mid.gaz", "small.gaz"];
    for (file, bytes) in files.into_iter().zip(packs()).chain([("names.gaz", NAMES)]) {
        assert!(readme.contains(&format!("| {file} | {} |", bytes.len())), "{file}");
    }
}

#[test]
fn the_packs_are_small_enough() {
    assert!(CORE.len() <= 9_500_000, "{}", CORE.len());
    assert!(NAMES.len() <= 8_000_000, "{}", NAMES.len());
    let towns: usize = packs().iter().skip(1).map(|pack| pack.len()).sum();
    assert!(towns <= 15_000_000, "{towns}");
}
