//! What the gazetteers say: which runs of words are listed names, and of what.
//!
//! A name is summed up once, however often it stands in the text: how strongly it is a place, an
//! organisation, a person, a nationality. Which of several Parises is meant is decided later, with
//! the whole document in view.

use crate::input::Input;
use crate::lists::{Code, Lists, Place, Source};
use crate::map::Map;
use crate::sense::{Beginnings, Prominent};
use crate::words::{WordKind, Words};
use std::ops::Range;
use wirecopy_gazetteer::{Entry, EntryKind, Match};

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
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Listed {
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
    /// In a list of the caller's: its kind.
    pub(crate) trusted: Option<EntryKind>,
    /// An abbreviation that stands for a region and nothing else.
    pub(crate) region: bool,
    /// The country of its first place or nationality.
    pub(crate) country: Code,
    /// Where it is listed.
    pub(crate) source: Option<Source>,
    /// The name of the same words in the lists before.
    pub(crate) before: Option<u32>,
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
#[derive(Debug)]
pub(crate) struct Evidence<'a> {
    pub(crate) names: Vec<Listed>,
    /// By start, longer ones first.
    hits: Vec<Hit>,
    /// For each word and the end, the first hit that starts there or behind.
    starts: Vec<u32>,
    /// First parts of compounds ("Moscow" of "Moscow-based"): word and name, with the end offset.
    pub(crate) parts: Vec<(usize, u32, u32)>,
    lists: &'a mut Lists,
}

/// The hits so far, by the word where they start.
struct Found {
    hits: Vec<Hit>,
    /// Of each word the last hit that starts there, and of each hit the one before it there.
    last: Vec<u32>,
    before: Vec<u32>,
    /// Names of the same words in two lists, with the name that knows both.
    joined: Map<(u32, u32), u32>,
}

const NO_HIT: u32 = u32::MAX;

impl Found {
    fn of(&mut self, start: usize, end: usize) -> Option<&mut Hit> {
        let mut at = self.last.get(start).copied().unwrap_or(NO_HIT);
        while self.hits.get(at as usize).is_some_and(|hit| hit.end != end) {
            at = self.before.get(at as usize).copied().unwrap_or(NO_HIT);
        }
        self.hits.get_mut(at as usize)
    }

    fn push(&mut self, hit: Hit) {
        let Some(last) = self.last.get_mut(hit.start) else { return };
        self.before.push(*last);
        *last = u32::try_from(self.hits.len()).unwrap_or(NO_HIT);
        self.hits.push(hit);
    }
}

impl<'a> Evidence<'a> {
    /// Looks for every listed name, list by list, where a word stands that one may begin with.
    pub(crate) fn new(
        input: &Input<'_>,
        words: &Words<'_>,
        beginnings: &Beginnings,
        lists: &'a mut Lists,
    ) -> Self {
        let (names, hits, parts) = (Vec::new(), Vec::new(), Vec::new());
        let mut evidence = Self { names, hits, starts: Vec::new(), parts, lists };
        let count = words.words.len();
        let mut found = Found {
            hits: Vec::with_capacity(count / 4),
            last: vec![NO_HIT; count],
            before: Vec::with_capacity(count / 4),
            joined: Map::default(),
        };
        for (list, gazetteer) in (0..).zip(input.gazetteers) {
            let mut finder = gazetteer.finder(input.text);
            for &(word, joined) in &beginnings.openers {
                let span = words.word(word).span;
                let openings = words.openings(words.form(word));
                let names = if joined {
                    finder.at(span.into())
                } else if let Some((_, opening)) = openings.iter().find(|(of, _)| *of == list) {
                    finder.opened(span.start() as usize, *opening)
                } else {
                    continue;
                };
                for name in names {
                    evidence.take(input, words, &mut found, (word, list, name));
                }
            }
        }
        evidence.regions(input, words, &beginnings.prominent, &mut found);
        evidence.hits = found.hits;
        evidence.hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        evidence.parts.sort_unstable();
        evidence.starts = starts(&evidence.hits, count);
        evidence
    }

    /// Takes in what the list of that number says of the word: a name that begins there, or with marks
    /// before it.
    fn take(
        &mut self,
        input: &Input<'_>,
        words: &Words<'_>,
        found: &mut Found,
        (word, list, name): (usize, u32, &Match),
    ) {
        let (begins, ends) = (name.span.start(), name.span.end());
        let here = words.word(word).span.start() == begins;
        let start = if here { Some(word) } else { words.starting_at(begins) };
        let Some(start) = start else { return };
        let number = self.lists.number(input, (list, name.name), &mut self.names);
        let first = words.word(start);
        if first.compound && ends < first.span.end() {
            self.parts.push((start, number, ends));
            return;
        }
        let line = |word: &usize| words.word(*word).line == first.line;
        let last = (start..start + LONGEST)
            .take_while(line)
            .find(|&last| words.word(last).span.end() >= ends);
        let Some(last) = last.filter(|&last| words.word(last).span.end() == ends) else { return };
        // The same words in a second list: one hit that knows both.
        let before = found.of(start, last + 1).map(|hit| hit.name);
        match before {
            Some(before) => {
                let both = self.join((before, number), &mut found.joined);
                found.of(start, last + 1).into_iter().for_each(|hit| hit.name = both);
            }
            None => found.push(Hit { start, end: last + 1, name: number }),
        }
    }

    /// States and provinces that are abbreviated behind a place and a comma ("Ribeira, Calif.").
    fn regions(
        &mut self,
        input: &Input<'_>,
        words: &Words<'_>,
        prominent: &[Prominent],
        found: &mut Found,
    ) {
        let mut known: Map<&str, Option<u32>> = Map::default();
        let capitals = prominent.iter().filter(|it| it.capital);
        for place in capitals.map(|it| it.word as usize) {
            let word = place + 2;
            let comma =
                words.word(place + 1).kind == WordKind::Punct && words.lower(place + 1) == ",";
            if !comma || words.near(place, word).is_none() {
                continue;
            }
            let text = words.form(word).text();
            // "JOPLIN, Mo. (UPI)": a stop that the tokens hold apart.
            let apart = || {
                let stop = words.near(word, word + 1)?;
                let dotted = words.lower(word + 1) == "." && !words.word(word).space_after;
                dotted.then(|| stop.span.start())?;
                crate::lexicon::region(&[text, "."].concat())
            };
            let whole = crate::lexicon::region(text);
            let end = word + if whole.is_some() { 1 } else { 2 };
            let short = text.len() <= 6 && words.word(word).capital;
            let Some(name) = whole.or_else(|| short.then(apart).flatten()) else { continue };
            let id = *known.entry(name).or_insert_with(|| {
                let listed = self.region(input, name)?;
                self.names.push(listed);
                u32::try_from(self.names.len() - 1).ok()
            });
            let Some(id) = id else { continue };
            match found.of(word, end) {
                Some(hit) => hit.name = id,
                None => found.push(Hit { start: word, end, name: id }),
            }
        }
    }

    /// The region of that name, and nothing else that has it.
    fn region(&mut self, input: &Input<'_>, name: &str) -> Option<Listed> {
        let ids = (0..).zip(input.gazetteers);
        for source in ids.filter_map(|(list, gazetteer)| Some((list, gazetteer.lookup(name)?))) {
            let trusted = self.lists.listed(input, source).trusted;
            let mut listed =
                Listed { source: Some(source), region: true, trusted, ..Listed::default() };
            for place in self.lists.places(source) {
                if place.class == PlaceClass::Region {
                    listed.add_place(place.class, place_strength(place.class, place.weight));
                    if listed.country == Code::NONE {
                        listed.country = place.country;
                    }
                }
            }
            if listed.place_class == Some(PlaceClass::Region) {
                return Some(listed);
            }
        }
        None
    }

    /// One name of both. The same two are joined once, so that all mentions of a name stay mentions of one
    /// name.
    fn join(&mut self, both: (u32, u32), joined: &mut Map<(u32, u32), u32>) -> u32 {
        let (first, second) = both;
        if first == second {
            return first;
        }
        if let Some(&known) = joined.get(&both) {
            return known;
        }
        let Some((one, other)) = self.listed(first).zip(self.listed(second)) else { return first };
        let name = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(Listed { before: Some(first), ..one.with(other) });
        joined.insert(both, name);
        name
    }

    /// The listed name that `text` as a whole is, also where no token stands.
    pub(crate) fn look_up(&mut self, input: &Input<'_>, text: &str) -> Option<u32> {
        let mut lists = (0..).zip(input.gazetteers);
        let source = lists.find_map(|(list, gazetteer)| Some((list, gazetteer.lookup(text)?)))?;
        let known = (0..).zip(&self.names).find(|(_, listed)| listed.source == Some(source));
        match known {
            Some((name, _)) => Some(name),
            None => Some(self.lists.number(input, source, &mut self.names)),
        }
    }

    /// The places that `text` as a whole may be, in all lists.
    pub(crate) fn places_named(&mut self, input: &Input<'_>, text: &str) -> Vec<Place> {
        let mut found = Vec::new();
        for (list, gazetteer) in (0..).zip(input.gazetteers) {
            if let Some(name) = gazetteer.lookup(text) {
                self.lists.listed(input, (list, name));
                found.extend_from_slice(self.lists.places((list, name)));
            }
        }
        found
    }

    /// The places that a name may be, those of each list by weight.
    pub(crate) fn places(&self, name: u32) -> impl Iterator<Item = &Place> {
        self.sources(name).flat_map(|source| self.lists.places(source))
    }

    /// Where the entries of a name are.
    pub(crate) fn sources(&self, name: u32) -> impl Iterator<Item = Source> + use<> {
        let listed = self.listed(name);
        // Most names are in one list.
        let mut earlier = Vec::new();
        let mut before = listed.and_then(|listed| listed.before);
        while let Some(other) = before.and_then(|before| self.listed(before)) {
            earlier.extend(other.source);
            before = other.before;
        }
        earlier.into_iter().rev().chain(listed.and_then(|listed| listed.source))
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
    pub(crate) fn exact(&self, range: &Range<usize>) -> Option<(u32, &Listed)> {
        let hit = self.at(range.start).iter().find(|hit| hit.end == range.end)?;
        Some((hit.name, self.listed(hit.name)?))
    }

    /// The name of this one word.
    pub(crate) fn single(&self, word: usize) -> Option<&Listed> {
        self.exact(&(word..word + 1)).map(|(_, listed)| listed)
    }

    pub(crate) fn listed(&self, name: u32) -> Option<&Listed> {
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

impl Listed {
    /// Takes in a place of that name.
    pub(crate) fn add_place(&mut self, class: PlaceClass, strength: f32) {
        if strength > self.place {
            self.place = strength;
            self.place_class = Some(class);
        }
    }

    /// Both, as listed where the other is.
    fn with(mut self, other: &Self) -> Self {
        if other.place > self.place {
            self.place = other.place;
            self.place_class = other.place_class;
        }
        self.organization = self.organization.max(other.organization);
        self.club |= other.club;
        self.person |= other.person;
        self.demonym |= other.demonym;
        self.trusted = self.trusted.or(other.trusted);
        if self.country == Code::NONE {
            self.country = other.country;
        }
        self.source = other.source;
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

/// How strongly a name is a place of that class and weight.
pub(crate) fn place_strength(class: PlaceClass, weight: u32) -> f32 {
    let digits = f32::from(u16::try_from(weight.max(1).ilog2()).unwrap_or(0)) * 0.301;
    match class {
        PlaceClass::Country if weight >= 1_000_000_000 => 8.0,
        PlaceClass::Country => 6.0,
        PlaceClass::Area if weight >= 1_000_000 => 6.0,
        PlaceClass::Area => 4.8,
        PlaceClass::Region | PlaceClass::County => (digits * 0.5 + 2.0).min(6.0),
        PlaceClass::City => (digits * 0.75 + 0.5).min(6.5),
        PlaceClass::Feature if weight >= 1_000_000 => 5.0,
        PlaceClass::Feature => 3.2,
    }
}

/// How strongly a name is an organisation of that class.
pub(crate) fn organization_strength(class: &str) -> f32 {
    match class {
        "club" => 3.0,
        "company" => 4.0,
        "university" | "party" => 4.5,
        "media" | "newspaper" | "agency" => 6.2,
        "team" => 4.5,
        _ => 6.5,
    }
}
