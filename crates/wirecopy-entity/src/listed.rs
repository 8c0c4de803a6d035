//! What the gazetteers say: which runs of words are listed names, and of what.
//!
//! A name is summed up once, however often it stands in the text: how strongly it is a place, an
//! organisation, a person, a nationality. Which of several Parises is meant is decided later, with
//! the whole document in view.

use crate::input::Input;
use crate::map::{Map, Seeded};
use crate::words::Words;
use std::ops::Range;
use wirecopy_gazetteer::{Entry, EntryKind, NameId};

/// Entries of one name that are looked at; the list has them by weight.
pub(crate) const MOST_ENTRIES: usize = 24;
/// Longest listed name, in words.
const LONGEST: usize = 12;

/// Which class of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlaceClass {
    /// A building, river, airport or other thing of nature or masonry.
    Feature,
    City,
    /// A part of a region.
    County,
    /// A state, province, part of a kingdom.
    Region,
    /// Several countries, or a part of the world.
    Area,
    Country,
}

/// What a name may stand for, strongest entry of each kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listed<'a> {
    /// Strength as a place; 0 is none, 8 a country, 5 a city of a million.
    pub(crate) place: f32,
    pub(crate) place_class: Option<PlaceClass>,
    /// Strength as an organisation, on the same scale.
    pub(crate) organization: f32,
    /// A club or team.
    pub(crate) club: bool,
    /// A listed person has this full name.
    pub(crate) person: bool,
    /// A nationality.
    pub(crate) demonym: bool,
    /// A religion, ideology or other group: an adjective that is not of one place.
    pub(crate) other: bool,
    /// In a list of the caller's: its kind.
    pub(crate) trusted: Option<EntryKind>,
    /// An abbreviation that stands for a region and nothing else.
    pub(crate) region: bool,
    /// Country codes of its places and of its nationality.
    pub(crate) countries: Vec<&'a str>,
    /// Where to read the entries again.
    pub(crate) names: Vec<(usize, NameId)>,
}

/// A listed name at a place in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Index into the names.
    pub(crate) name: u32,
}

/// All listed names of a document.
#[derive(Debug, Default)]
pub(crate) struct Evidence<'a> {
    pub(crate) names: Vec<Listed<'a>>,
    /// By start, longer ones first.
    hits: Vec<Hit>,
    /// For each word and the end, the first hit that starts there or behind.
    starts: Vec<u32>,
    /// First parts of compounds ("Moscow" of "Moscow-based"): word and name, with the end offset.
    pub(crate) parts: Vec<(usize, u32, u32)>,
}

impl<'a> Evidence<'a> {
    /// Looks for every listed name. One scan per gazetteer.
    pub(crate) fn new(input: &Input<'a>, words: &Words<'_>) -> Self {
        let mut evidence = Self::default();
        // One word in eight begins a listed name, about.
        let some = words.words.len() / 8;
        let mut by_key: Map<(usize, usize), u32> =
            Map::with_capacity_and_hasher(some, Seeded::default());
        let mut joined: Map<(u32, u32), u32> = Map::default();
        for (list, gazetteer) in input.gazetteers.iter().enumerate() {
            let mut known: Map<NameId, u32> =
                Map::with_capacity_and_hasher(some / 2, Seeded::default());
            for found in gazetteer.find_all(input.text) {
                let Some(start) = words.starting_at(found.span.start()) else { continue };
                let end = words.ending_at(found.span.end());
                let name = *known.entry(found.name).or_insert_with(|| {
                    let id = u32::try_from(evidence.names.len()).unwrap_or(u32::MAX);
                    evidence.names.push(Listed::read(input, list, found.name));
                    id
                });
                let Some(end) = end.map(|end| end + 1) else {
                    if words.word(start).compound && found.span.end() < words.word(start).span.end()
                    {
                        evidence.parts.push((start, name, found.span.end()));
                    }
                    continue;
                };
                if end - start > LONGEST || words.word(start).line != words.word(end - 1).line {
                    continue;
                }
                // The same words in a second list: one hit that knows both.
                if let Some(&first) = by_key.get(&(start, end)) {
                    evidence.join(first, name, &mut joined);
                } else {
                    let hit = u32::try_from(evidence.hits.len()).unwrap_or(u32::MAX);
                    by_key.insert((start, end), hit);
                    evidence.hits.push(Hit { start, end, name });
                }
            }
        }
        evidence.regions(input, words, &mut by_key);
        evidence.hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        evidence.parts.sort_unstable();
        evidence.starts = starts(&evidence.hits, words.words.len());
        evidence
    }

    /// States and provinces that are abbreviated behind a place and a comma ("Ribeira, Calif.").
    fn regions(
        &mut self,
        input: &Input<'a>,
        words: &Words<'_>,
        by_key: &mut Map<(usize, usize), u32>,
    ) {
        let mut known: Map<&str, Option<u32>> = Map::default();
        for word in 2..words.words.len() {
            let placed = words.word(word - 2).capital && words.lower(word - 1) == ",";
            if !placed || words.word(word - 2).line != words.word(word).line {
                continue;
            }
            let Some(name) = crate::lexicon::region(words.form(word).text) else { continue };
            let id = *known.entry(name).or_insert_with(|| {
                let found = input.gazetteers.iter().enumerate().find_map(|(list, gazetteer)| {
                    let listed = Listed::read_as(input, list, gazetteer.lookup(name)?, true);
                    (listed.place_class == Some(PlaceClass::Region)).then_some(listed)
                })?;
                self.names.push(found);
                u32::try_from(self.names.len() - 1).ok()
            });
            let Some(id) = id else { continue };
            if let Some(&hit) = by_key.get(&(word, word + 1)) {
                if let Some(hit) = self.hits.get_mut(hit as usize) {
                    hit.name = id;
                }
            } else {
                by_key.insert((word, word + 1), u32::try_from(self.hits.len()).unwrap_or(u32::MAX));
                self.hits.push(Hit { start: word, end: word + 1, name: id });
            }
        }
    }

    /// Makes a hit one of both names. The same two are joined once, so that all mentions of a name
    /// stay mentions of one name.
    fn join(&mut self, hit: u32, second: u32, joined: &mut Map<(u32, u32), u32>) {
        let Some(hit) = self.hits.get_mut(hit as usize) else { return };
        if hit.name == second {
            return;
        }
        let pair = (hit.name, second);
        if let Some(&known) = joined.get(&pair) {
            hit.name = known;
            return;
        }
        let listed = self.names.get(hit.name as usize).zip(self.names.get(second as usize));
        let Some(both) = listed.map(|(first, other)| first.clone().with(other.clone())) else {
            return;
        };
        hit.name = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        joined.insert(pair, hit.name);
        self.names.push(both);
    }

    /// The listed name that `text` as a whole is, also where no token stands.
    pub(crate) fn look_up(&mut self, input: &Input<'a>, text: &str) -> Option<u32> {
        let (list, id) = input
            .gazetteers
            .iter()
            .enumerate()
            .find_map(|(list, gazetteer)| Some((list, gazetteer.lookup(text)?)))?;
        let known = self.names.iter().position(|listed| listed.names.first() == Some(&(list, id)));
        let index = known.unwrap_or_else(|| {
            self.names.push(Listed::read(input, list, id));
            self.names.len() - 1
        });
        u32::try_from(index).ok()
    }

    /// All listed names, by start, longer ones first.
    pub(crate) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The names that start at `word`, longest first.
    pub(crate) fn at(&self, word: usize) -> &[Hit] {
        let (Some(&start), Some(&end)) = (self.starts.get(word), self.starts.get(word + 1)) else {
            return &[];
        };
        self.hits.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The name of exactly these words.
    pub(crate) fn exact(&self, range: &Range<usize>) -> Option<(u32, &Listed<'a>)> {
        let hit = self.at(range.start).iter().find(|hit| hit.end == range.end)?;
        Some((hit.name, self.listed(hit.name)?))
    }

    /// The name of this one word.
    pub(crate) fn single(&self, word: usize) -> Option<&Listed<'a>> {
        self.exact(&(word..word + 1)).map(|(_, listed)| listed)
    }

    pub(crate) fn listed(&self, name: u32) -> Option<&Listed<'a>> {
        self.names.get(name as usize)
    }

    /// Whether the one word is a country, state or region.
    pub(crate) fn is_region(&self, word: usize) -> bool {
        self.single(word).is_some_and(Listed::is_region)
    }

    /// Whether the one word is a nationality.
    pub(crate) fn is_demonym(&self, word: usize) -> bool {
        self.single(word).is_some_and(|listed| listed.demonym)
    }
}

impl<'a> Listed<'a> {
    fn read(input: &Input<'a>, list: usize, name: NameId) -> Self {
        Self::read_as(input, list, name, false)
    }

    /// The same, looking at regions alone where an abbreviation says that one is meant.
    fn read_as(input: &Input<'a>, list: usize, name: NameId, region: bool) -> Self {
        let mut listed = Self { names: vec![(list, name)], region, ..Self::default() };
        let Some(gazetteer) = input.gazetteers.get(list) else { return listed };
        for entry in gazetteer.entries(name).take(MOST_ENTRIES) {
            if list < input.trusted && listed.trusted.is_none() {
                listed.trusted = Some(entry.kind());
            }
            if region
                && !(entry.kind() == EntryKind::Place && place_class(&entry) == PlaceClass::Region)
            {
                continue;
            }
            match entry.kind() {
                EntryKind::Place => {
                    let (class, strength) = place_strength(&entry);
                    if strength > listed.place {
                        listed.place = strength;
                        listed.place_class = Some(class);
                    }
                }
                EntryKind::Organization => {
                    let class = entry.field("class").unwrap_or("");
                    listed.club |= matches!(class, "club" | "team");
                    listed.organization = listed.organization.max(organization_strength(&entry));
                }
                EntryKind::Person => listed.person = true,
                EntryKind::Demonym => {
                    listed.demonym = true;
                    listed.other |= !matches!(entry.field("class"), Some("nationality"));
                }
                _ => {}
            }
            if matches!(entry.kind(), EntryKind::Place | EntryKind::Demonym)
                && let Some(country) = entry.country()
                && listed.countries.len() < 4
                && !listed.countries.contains(&country)
            {
                listed.countries.push(country);
            }
        }
        listed
    }

    fn with(mut self, other: Self) -> Self {
        if other.place > self.place {
            self.place = other.place;
            self.place_class = other.place_class;
        }
        self.organization = self.organization.max(other.organization);
        self.club |= other.club;
        self.person |= other.person;
        self.demonym |= other.demonym;
        self.other |= other.other;
        self.trusted = self.trusted.or(other.trusted);
        self.countries.extend(other.countries);
        self.names.extend(other.names);
        self
    }

    /// A country, a state, a province.
    pub(crate) fn is_region(&self) -> bool {
        use PlaceClass::{Country, County, Region};
        matches!(self.place_class, Some(Country | Region | County)) && self.place >= 3.0
    }
}

/// Where the hits of each of so many words begin, and where the last ones end.
fn starts(hits: &[Hit], words: usize) -> Vec<u32> {
    let mut starts = Vec::with_capacity(words + 1);
    for (before, hit) in (0..).zip(hits) {
        if starts.len() <= hit.start {
            starts.resize(hit.start + 1, before);
        }
    }
    starts.resize(words + 1, u32::try_from(hits.len()).unwrap_or(u32::MAX));
    starts
}

/// The class of a place entry.
pub(crate) fn place_class(entry: &Entry<'_>) -> PlaceClass {
    match entry.field("class").unwrap_or("city") {
        "country" | "territory" => PlaceClass::Country,
        "region" | "state" => PlaceClass::Region,
        "county" => PlaceClass::County,
        "continent" | "area" | "sea" | "ocean" => PlaceClass::Area,
        "city" | "capital" | "district" | "town" => PlaceClass::City,
        _ => PlaceClass::Feature,
    }
}

fn place_strength(entry: &Entry<'_>) -> (PlaceClass, f32) {
    let class = place_class(entry);
    let digits = f32::from(u16::try_from(entry.weight().max(1).ilog2()).unwrap_or(0)) * 0.301;
    let strength = match class {
        PlaceClass::Country if entry.weight() >= 1_000_000_000 => 8.0,
        PlaceClass::Country => 6.0,
        PlaceClass::Area if entry.weight() >= 1_000_000 => 6.0,
        PlaceClass::Area => 4.8,
        PlaceClass::Region | PlaceClass::County => (digits * 0.5 + 2.0).min(6.0),
        PlaceClass::City => (digits * 0.75 + 0.5).min(6.5),
        PlaceClass::Feature if entry.weight() >= 1_000_000 => 5.0,
        PlaceClass::Feature => 3.2,
    };
    (class, strength)
}

fn organization_strength(entry: &Entry<'_>) -> f32 {
    match entry.field("class").unwrap_or("") {
        "club" => 3.0,
        "company" => 4.0,
        "university" | "party" => 4.5,
        "media" | "newspaper" | "agency" => 6.2,
        "team" => 4.5,
        _ => 6.5,
    }
}
