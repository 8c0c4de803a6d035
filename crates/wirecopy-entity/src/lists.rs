//! Listed names that stories before this one held: read once, kept by the thread that reads.
//!
//! A name has up to two dozen entries, each of several fields. What rules and links ask of them is summed up
//! here in numbers when a name is first met: how strongly it is a place, an organisation, a person, a
//! nationality, and the places that it may be.

use crate::input::Input;
use crate::listed::{Listed, MOST_ENTRIES, PlaceClass, organization_strength, place_strength};
use crate::map::Map;
use std::ops::Range;
use wirecopy_gazetteer::{Entry, EntryKind, NameId};

/// A name of a list: the number of the list, and its own there.
pub(crate) type Source = (u32, NameId);

/// The number of a code of a country or region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Code(u32);

impl Code {
    /// No code.
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const BRITAIN: Self = Self(1);
}

/// A country with no region, or a country and one of its regions.
pub(crate) type Codes = (Code, Code);

/// A place that a name may mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) class: PlaceClass,
    pub(crate) weight: u32,
    pub(crate) country: Code,
    pub(crate) region: Code,
    pub(crate) point: Option<(f32, f32)>,
    /// From the list of nature and masonry.
    pub(crate) natural: bool,
    /// The list and the number of the entry there.
    pub(crate) entry: (u32, u32),
}

impl Place {
    /// Its country and region, if it is one of them.
    pub(crate) const fn codes(&self) -> Option<Codes> {
        match self.class {
            PlaceClass::Country => Some((self.country, Code::NONE)),
            PlaceClass::Region | PlaceClass::County => Some((self.country, self.region)),
            _ => None,
        }
    }
}

/// Names and what they stand for.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    index: Map<Source, u32>,
    names: Vec<Summary>,
    places: Vec<Place>,
    codes: Map<Box<str>, Code>,
    /// The number of the present story.
    story: u32,
}

/// What a list says of a name.
#[derive(Debug)]
struct Summary {
    listed: Listed,
    places: Range<usize>,
    /// The last story that holds the name, and its number there.
    seen: (u32, u32),
}

impl Lists {
    /// Begins a story.
    pub(crate) fn begin_story(&mut self, story: u32) {
        self.story = story;
    }

    /// Names read so far.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The number of a name in the story: `names` are those of the story so far, to which a new one is added.
    pub(crate) fn number(
        &mut self,
        input: &Input<'_>,
        source: Source,
        names: &mut Vec<Listed>,
    ) -> u32 {
        let story = self.story;
        let summary = self.summary(input, source);
        let Some(summary) = self.names.get_mut(summary) else { return u32::MAX };
        if summary.seen.0 != story {
            summary.seen = (story, u32::try_from(names.len()).unwrap_or(u32::MAX));
            names.push(summary.listed);
        }
        summary.seen.1
    }

    /// What a list says of a name.
    pub(crate) fn listed(&mut self, input: &Input<'_>, source: Source) -> Listed {
        let summary = self.summary(input, source);
        self.names.get(summary).map_or_else(Listed::default, |summary| summary.listed)
    }

    /// The places that a name which was asked for may be.
    pub(crate) fn places(&self, source: Source) -> &[Place] {
        let summary = self.index.get(&source).and_then(|at| self.names.get(*at as usize));
        summary.and_then(|summary| self.places.get(summary.places.clone())).unwrap_or(&[])
    }

    fn summary(&mut self, input: &Input<'_>, source: Source) -> usize {
        match self.index.get(&source) {
            Some(summary) => *summary as usize,
            None => self.read(input, source),
        }
    }

    #[cold]
    fn read(&mut self, input: &Input<'_>, source: Source) -> usize {
        let mut listed = Listed { source: Some(source), ..Listed::default() };
        let first = self.places.len();
        let list = source.0 as usize;
        let entries = input.gazetteers.get(list).map(|gazetteer| gazetteer.entries(source.1));
        for entry in entries.into_iter().flatten().take(MOST_ENTRIES) {
            if list < input.trusted && listed.trusted.is_none() {
                listed.trusted = Some(entry.kind());
            }
            let lies = matches!(entry.kind(), EntryKind::Place | EntryKind::Demonym);
            if lies && listed.country == Code::NONE {
                listed.country = self.code(entry.country().unwrap_or(""));
            }
            match entry.kind() {
                EntryKind::Place => {
                    let place = self.place(&entry, source.0);
                    listed.add_place(place.class, place_strength(place.class, place.weight));
                    self.places.push(place);
                }
                EntryKind::Organization => {
                    let class = entry.field("class").unwrap_or("");
                    listed.club |= matches!(class, "club" | "team");
                    listed.organization = listed.organization.max(organization_strength(class));
                }
                EntryKind::Person => listed.person = true,
                EntryKind::Demonym => listed.demonym = true,
                _ => {}
            }
        }
        let summary = Summary { listed, places: first..self.places.len(), seen: (0, 0) };
        self.index.insert(source, u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.names.push(summary);
        self.names.len() - 1
    }

    fn place(&mut self, entry: &Entry<'_>, list: u32) -> Place {
        Place {
            class: crate::listed::place_class(entry),
            weight: entry.weight(),
            country: self.code(entry.country().unwrap_or("")),
            region: self.code(entry.region().unwrap_or("")),
            point: entry.latitude().zip(entry.longitude()),
            natural: crate::link::source(entry).0 == "naturalearth",
            entry: (list, entry.index()),
        }
    }

    fn code(&mut self, code: &str) -> Code {
        match code {
            "" => Code::NONE,
            "GB" => Code::BRITAIN,
            _ => match self.codes.get(code) {
                Some(known) => *known,
                None => {
                    let next = Code(u32::try_from(self.codes.len() + 2).unwrap_or(u32::MAX));
                    self.codes.insert(code.into(), next);
                    next
                }
            },
        }
    }
}
