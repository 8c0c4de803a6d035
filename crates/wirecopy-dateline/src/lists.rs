//! The lists of `data/`, read once.
//!
//! All keys are folded, so a lookup costs one folded copy of a short name.

use crate::agency::{Agency, AgencyKind};
use std::sync::LazyLock;
use wirecopy_text::{Folding, fold};

/// A name that an agency signs with.
pub(crate) struct AgencyKey {
    pub(crate) key: String,
    pub(crate) agency: usize,
    pub(crate) desk: Option<&'static str>,
}

/// A state or province.
pub(crate) struct State {
    pub(crate) ap: &'static str,
}

/// A month of the year, by the names that copy gives it.
pub(crate) struct Month {
    pub(crate) number: u8,
    /// Lower case: the full name first, then the short forms.
    pub(crate) names: Vec<String>,
    pub(crate) foreign: Vec<String>,
    pub(crate) ap: &'static str,
    pub(crate) reuters: &'static str,
}

pub(crate) struct Lists {
    pub(crate) agencies: Vec<Agency>,
    pub(crate) agency_keys: Vec<AgencyKey>,
    pub(crate) months: Vec<Month>,
    states: Vec<State>,
    /// Every form of a state, folded and sorted, and which state it is.
    state_forms: Vec<(String, usize)>,
    countries: Vec<String>,
    places: Vec<String>,
    standalone: Vec<String>,
    joined: Vec<String>,
    features: Vec<String>,
    not_places: Vec<String>,
    name_words: Vec<String>,
    words: [Vec<&'static str>; WORDS.len()],
    dotted: Vec<String>,
    /// Bytes of the longest of these.
    longest_dotted: usize,
}

/// A list of `data/words.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// What a wire sends before a story that it sends again, in lower case.
    Call,
    /// Small words inside names of places: "Rio de Janeiro".
    Connector,
    /// What a line that breaks off ends with, in lower case.
    Dangling,
    /// What may be set small in a name in capitals: "McLEAN".
    Prefix,
    /// Small words that may end a region: "Zaire-Zambia border".
    Region,
    /// What a full stop belongs to, beside states and months, in lower case.
    Shortened,
}

const WORDS: [(&str, List); 6] = [
    ("call", List::Call),
    ("connector", List::Connector),
    ("dangling", List::Dangling),
    ("prefix", List::Prefix),
    ("region", List::Region),
    ("shortened", List::Shortened),
];

/// The words of `list`, sorted as in the file.
fn words(list: List) -> impl Iterator<Item = &'static str> {
    let name = WORDS.get(list as usize).map_or("", |(name, _)| *name);
    let cells = rows(include_str!("../data/words.tsv")).filter_map(|row| row.split_once('\t'));
    cells.filter(move |(of, _)| *of == name).map(|(_, word)| word)
}

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

pub(crate) fn lists() -> &'static Lists {
    &LISTS
}

/// Letters and digits only, in lower case: "R.I.A. Novosti" and "RIA-Novosti" are one key.
pub(crate) fn squeeze(name: &str) -> String {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return small(letters, name.len());
    }
    let folded = fold(name, Folding::new().case().diacritics());
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Lower case, no accents, no full stops, single spaces: "ST. LOUIS" and "St Louis" are one key.
pub(crate) fn key(name: &str) -> String {
    // Most names are plain letters and single spaces.
    if name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b' ' | b'-'))
        && !name.starts_with(' ')
        && !name.ends_with(' ')
        && !name.contains("  ")
    {
        return small(name.bytes().filter(|byte| *byte != b'.'), name.len());
    }
    let folded = fold(name, Folding::new().case().diacritics());
    let mut key: String = folded.chars().filter(|c| *c != '.').collect();
    key.truncate(key.trim_end().len());
    key
}

/// ASCII letters in lower case, of which there are at most `most`.
fn small(letters: impl Iterator<Item = u8>, most: usize) -> String {
    let mut small = String::with_capacity(most);
    small.extend(letters.map(|letter| char::from(letter.to_ascii_lowercase())));
    small
}

fn keys(list: &str) -> Vec<String> {
    let mut keys: Vec<String> = list.lines().map(key).collect();
    keys.sort_unstable();
    keys
}

fn holds(sorted: &[String], name: &str) -> bool {
    sorted.binary_search(&key(name)).is_ok()
}

fn cells(cell: Option<&'static str>) -> Vec<&'static str> {
    cell.unwrap_or("").split(';').filter(|form| !form.is_empty()).collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    table.lines().filter(|row| !row.starts_with('#'))
}

impl Lists {
    fn read() -> Self {
        let agencies = read_agencies();
        let mut agency_keys: Vec<AgencyKey> = Vec::new();
        for (agency, entry) in agencies.iter().enumerate() {
            let names = entry.aliases.iter().map(|name| (*name, None));
            let desks = entry.desks.iter().map(|name| (*name, Some(*name)));
            for (name, desk) in core::iter::once((entry.name, None)).chain(names).chain(desks) {
                agency_keys.push(AgencyKey { key: squeeze(name), agency, desk });
            }
        }
        agency_keys.sort_by(|a, b| a.key.cmp(&b.key).then(a.agency.cmp(&b.agency)));
        agency_keys.dedup_by(|later, first| later.key == first.key);
        let months = read_months();
        let (states, state_forms, mut dotted) = read_states();
        dotted.extend(words(List::Shortened).map(str::to_owned));
        for month in &months {
            dotted.extend(month.names.iter().skip(1).cloned());
        }
        dotted.sort_unstable();
        Self {
            agencies,
            agency_keys,
            months,
            states,
            state_forms,
            countries: keys(include_str!("../data/countries.txt")),
            places: keys(include_str!("../data/places.txt")),
            standalone: keys(include_str!("../data/ap_standalone.txt")),
            joined: keys(include_str!("../data/joined_names.txt")),
            features: keys(include_str!("../data/features.txt")),
            not_places: keys(include_str!("../data/not_places.txt")),
            name_words: keys(include_str!("../data/name_words.txt")),
            words: WORDS.map(|(_, list)| words(list).collect()),
            longest_dotted: dotted.iter().map(String::len).max().unwrap_or(0),
            dotted,
        }
    }

    /// The words of `list`, sorted.
    pub(crate) fn words(&self, list: List) -> &[&'static str] {
        self.words.get(list as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether `word`, as it is written, is in `list`.
    pub(crate) fn has(&self, list: List, word: &str) -> bool {
        self.words(list).binary_search(&word).is_ok()
    }

    /// Whether a full stop belongs to `word`: "Calif.", "Aug.", "St."
    pub(crate) fn is_dotted(&self, word: &str) -> bool {
        !(word.is_ascii() && word.len() > self.longest_dotted) && holds(&self.dotted, word)
    }

    /// Whether `name` is a city that everybody knows, or one that stands alone in AP style.
    pub(crate) fn is_place(&self, name: &str) -> bool {
        holds(&self.places, name) || holds(&self.standalone, name)
    }

    /// Whether AP prints `name` without its state.
    pub(crate) fn is_standalone(&self, name: &str) -> bool {
        holds(&self.standalone, name)
    }

    /// Whether `name` is a country.
    pub(crate) fn is_country(&self, name: &str) -> bool {
        holds(&self.countries, name)
    }

    /// Whether `name` is one name although it holds a slash or "and".
    pub(crate) fn is_joined(&self, name: &str) -> bool {
        holds(&self.joined, name)
    }

    /// Whether a name in capitals names a feature of the land: "MIDWAY ATOLL".
    pub(crate) fn has_feature(&self, name: &str) -> bool {
        let key = key(name);
        let words: Vec<&str> = key.split(' ').collect();
        // Features have up to three words: "air force one".
        words.len() > 1
            && (1..=3).any(|count| {
                words.windows(count).any(|run| {
                    count < words.len() && self.features.binary_search(&run.join(" ")).is_ok()
                })
            })
    }

    /// Whether words in capitals are known to open paragraphs without being a place.
    pub(crate) fn is_kicker(&self, name: &str) -> bool {
        holds(&self.not_places, name)
    }

    /// Whether `word` makes a name of the city before it: "WASHINGTON Post".
    pub(crate) fn continues_name(&self, word: &str) -> bool {
        holds(&self.name_words, word.trim_end_matches(|c: char| !c.is_alphanumeric()))
    }

    /// The state or province that `name` stands for, in any of its forms.
    pub(crate) fn state(&self, name: &str) -> Option<&State> {
        let key = key(name);
        let at = self.state_forms.binary_search_by(|(form, _)| form.cmp(&key)).ok()?;
        self.state_forms.get(at).and_then(|(_, state)| self.states.get(*state))
    }

    /// Whether `name` is a state, a province or a country.
    pub(crate) fn is_region(&self, name: &str) -> bool {
        self.state(name).is_some() || self.is_country(name)
    }
}

fn read_agencies() -> Vec<Agency> {
    let mut agencies = Vec::new();
    for row in rows(include_str!("../data/agencies.tsv")) {
        let mut cell = row.split('\t');
        let (Some(id), Some(name), Some(kind)) = (cell.next(), cell.next(), cell.next()) else {
            continue;
        };
        let kind = match kind {
            "paper" => AgencyKind::Paper,
            "broadcaster" => AgencyKind::Broadcaster,
            "press-release" => AgencyKind::PressRelease,
            _ => AgencyKind::Agency,
        };
        let (aliases, desks) = (cells(cell.next()), cells(cell.next()));
        agencies.push(Agency { id, name, kind, aliases, desks });
    }
    agencies
}

fn read_months() -> Vec<Month> {
    let mut months = Vec::new();
    for row in rows(include_str!("../data/months.tsv")) {
        let mut cell = row.split('\t');
        let number = cell.next().and_then(|number| number.parse().ok());
        let (Some(number), Some(name)) = (number, cell.next()) else { continue };
        let lower = |forms: Vec<&str>| -> Vec<String> {
            forms.iter().map(|form| form.to_lowercase()).collect()
        };
        let mut names = vec![name.to_lowercase()];
        names.extend(lower(cells(cell.next())));
        let (ap, reuters) = (cell.next().unwrap_or(name), cell.next().unwrap_or(name));
        months.push(Month { number, names, foreign: lower(cells(cell.next())), ap, reuters });
    }
    months
}

/// The states, their forms, and the abbreviations among these that a full stop ends.
fn read_states() -> (Vec<State>, Vec<(String, usize)>, Vec<String>) {
    let (mut states, mut forms, mut dotted) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows(include_str!("../data/states.tsv")) {
        let mut cell = row.split('\t').skip(1);
        let (name, ap, postal) = (cell.next(), cell.next(), cell.next());
        let mut names: Vec<&str> = [name, ap, postal].into_iter().flatten().collect();
        names.extend(cells(cell.next()));
        for form in names.into_iter().filter(|form| !form.is_empty()) {
            forms.push((key(form), states.len()));
            if form.ends_with('.') {
                dotted.push(key(form));
            }
        }
        states.push(State { ap: ap.unwrap_or("") });
    }
    forms.sort_unstable();
    forms.dedup_by(|later, first| later.0 == first.0);
    (states, forms, dotted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_sorted_and_unique() {
        for (name, file) in [
            ("countries", include_str!("../data/countries.txt")),
            ("places", include_str!("../data/places.txt")),
            ("ap_standalone", include_str!("../data/ap_standalone.txt")),
            ("joined_names", include_str!("../data/joined_names.txt")),
            ("features", include_str!("../data/features.txt")),
            ("not_places", include_str!("../data/not_places.txt")),
            ("name_words", include_str!("../data/name_words.txt")),
        ] {
            assert!(file.lines().is_sorted_by(|a, b| a < b), "{name}");
        }
        let ids = rows(include_str!("../data/agencies.tsv")).map(|row| row.split('\t').next());
        assert!(ids.is_sorted_by(|a, b| a < b), "agencies");
        let words = rows(include_str!("../data/words.tsv"));
        assert!(words.clone().is_sorted_by(|a, b| a < b), "words");
        let known = |row: &str| WORDS.iter().any(|(name, _)| row.split('\t').next() == Some(name));
        assert!(words.clone().all(known), "words");
        for (place, (name, list)) in WORDS.iter().enumerate() {
            assert!(*list as usize == place && !lists().words(*list).is_empty(), "{name}");
        }
    }

    #[test]
    fn no_two_agencies_share_a_signature() {
        let lists = lists();
        let names: usize = lists.agencies.iter().map(|a| 1 + a.aliases.len() + a.desks.len()).sum();
        // Spellings that differ in case and hyphens only fold into one key of the same agency.
        assert!(lists.agency_keys.len() <= names);
        for agency in &lists.agencies {
            for name in agency.aliases.iter().chain([&agency.name]) {
                let found = crate::agency::agency(name).map(|found| found.id);
                assert_eq!(found, Some(agency.id), "{name}");
            }
        }
    }

    #[test]
    fn states_have_all_their_forms() {
        let lists = lists();
        for form in ["Calif.", "CALIF", "CA", "California", "W. Va.", "W.Va.", "Wisc", "B.C."] {
            assert!(lists.state(form).is_some(), "{form}");
        }
        assert!(lists.is_region("West Germany") && !lists.is_region("Monday"));
    }
}
