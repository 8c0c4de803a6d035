//! Which entry of a list is meant.
//!
//! A place: the larger one, unless a region stands behind a comma ("Paris, Texas"), the document
//! speaks of its country, or the other places lie near. Each name has one sense in a document. A
//! person: whoever held the office at the story's date.

use crate::input::Input;
use crate::listed::PlaceClass;
use crate::lists::{Code, Codes, Place};
use crate::model::{EntityKind, Link, MentionReason};
use crate::scene::Scene;
use crate::senses::{self, Names, Votes};
use std::ops::Range;
use wirecopy_gazetteer::Entry;
use wirecopy_text::Span;

/// Regions behind the mentions of one name that are looked at.
const MOST_BESIDE: usize = 8;

/// An entry taken for a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chosen<'a> {
    /// The list and the id within it.
    pub(crate) source: &'a str,
    pub(crate) id: &'a str,
    /// Degrees north and east, where the entry has a position.
    pub(crate) latitude: Option<f32>,
    pub(crate) longitude: Option<f32>,
    /// The entry's own name.
    pub(crate) name: &'a str,
}

impl Chosen<'_> {
    /// The link to the entry.
    pub(crate) fn link(&self) -> Link {
        Link {
            source: self.source.to_owned(),
            id: self.id.to_owned(),
            latitude: self.latitude,
            longitude: self.longitude,
        }
    }

    /// Whether that is the link to the entry.
    pub(crate) fn is_of(&self, link: &Link) -> bool {
        (self.source, self.id) == (link.source.as_str(), link.id.as_str())
            && (self.latitude, self.longitude) == (link.latitude, link.longitude)
    }
}

/// The entry of each listed name that stands for a place in this document.
#[derive(Debug, Default)]
pub(crate) struct Places<'a> {
    /// By the numbers of the names.
    chosen: Vec<(u32, Chosen<'a>)>,
}

impl<'a> Places<'a> {
    /// Decides for every place name of the document. Linear: each distinct name is decided once.
    pub(crate) fn new(input: &Input<'a>, scene: &mut Scene<'_>) -> Self {
        let datelines = regions_in_datelines(input, scene);
        let scene = &*scene;
        let mut names = Names::new(scene.evidence.names.len());
        let mut votes = Votes::default();
        let marks = scene
            .marks
            .iter()
            .filter(|m| !m.words.is_empty())
            .map(|m| (m.kind, m.listed, Some(&m.words)));
        let inner = scene.nested.iter().map(|inner| (inner.kind, inner.listed, None));
        for (kind, name, words) in marks.chain(inner) {
            let Some(name) = name else { continue };
            let Some(listed) = scene.evidence.listed(name) else { continue };
            if kind == EntityKind::Demonym && listed.country != Code::NONE {
                votes.demonym(listed.country);
            }
            let may_lie = matches!(kind, EntityKind::Place | EntityKind::Organization);
            if !may_lie || listed.place_class.is_none() {
                continue;
            }
            let behind = words.and_then(|words| region_hit(scene, words));
            let Some(known) = names.entry(name) else { continue };
            known.state |= words.is_some_and(|words| is_state(scene, words));
            if let Some(region) = behind
                && known.inside.len() < MOST_BESIDE
            {
                let places = scene.evidence.places(region);
                known.inside.extend(places.filter_map(Place::codes));
                if let Some(region) = names.entry(region) {
                    region.holds.push(name);
                }
            }
        }
        for (name, codes) in datelines {
            if let Some(name) = names.get_mut(name) {
                name.inside.extend(codes);
                name.dateline = true;
            }
        }
        for (name, known) in names.iter_mut() {
            known.candidates = candidates(scene, name);
            votes.name(known);
        }
        let decided = senses::decide(&names, &votes).into_iter();
        let chosen = decided.filter_map(|(name, (list, entry))| {
            let entry = input.gazetteers.get(list as usize)?.entry(entry)?;
            Some((name, chosen(&entry)))
        });
        Self { chosen: chosen.collect() }
    }

    pub(crate) fn of(&self, name: u32) -> Option<Chosen<'a>> {
        let at = self.chosen.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        self.chosen.get(at).map(|(_, chosen)| *chosen)
    }
}

/// The places that a name may mean, in the order of the lists.
fn candidates(scene: &Scene<'_>, name: u32) -> Vec<Place> {
    let region = scene.evidence.listed(name).is_some_and(|listed| listed.region);
    let places = scene.evidence.places(name);
    places.filter(|place| !region || place.class == PlaceClass::Region).copied().collect()
}

/// The list of an entry and its id there.
pub(crate) fn source<'a>(entry: &Entry<'a>) -> (&'a str, &'a str) {
    let id = entry.id();
    id.split_once(':').unwrap_or_else(|| (entry.source(), id))
}

/// The entry as it is linked to.
pub(crate) fn chosen<'a>(entry: &Entry<'a>) -> Chosen<'a> {
    let (source, id) = source(entry);
    // A person has an entry for each term of office; the id before `#` is the person's.
    let id = id.split('#').next().unwrap_or(id);
    let (latitude, longitude) = (entry.latitude(), entry.longitude());
    Chosen { source, id, latitude, longitude, name: entry.name() }
}

/// The name of the region in "…, Texas" or "… (Brazil)" behind a name.
fn region_hit(scene: &Scene<'_>, words: &Range<usize>) -> Option<u32> {
    if !matches!(scene.after(words.start, words.end), "," | "(") {
        return None;
    }
    let hit = scene.evidence.at(words.end + 1).first()?;
    scene.evidence.listed(hit.name).filter(|listed| listed.is_region())?;
    Some(hit.name)
}

/// "New York Gov.", "Washington state", "the province of Quebec".
fn is_state(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let behind = scene.after(words.start, words.end);
    let of = words.start.checked_sub(1).is_some_and(|of| {
        scene.before(words.start) == "of" && matches!(scene.before(of), "state" | "province")
    });
    of || matches!(behind, "gov." | "governor" | "state" | "legislature" | "lawmakers" | "province")
}

/// The names of the dateline's places with the countries and regions that stand behind them, where words
/// are no tokens: "TULSA, Okla. (AP)".
fn regions_in_datelines(input: &Input<'_>, scene: &mut Scene<'_>) -> Vec<(u32, Vec<Codes>)> {
    let inner = scene.nested.iter().filter(|inner| inner.reason == MentionReason::Dateline);
    let places: Vec<(u32, Span)> =
        inner.filter_map(|inner| Some((inner.listed?, inner.span))).collect();
    let mut codes = |place: Span| {
        let Some(region) = region_behind(input.text, place) else { return Vec::new() };
        let places = scene.evidence.places_named(input, region);
        places.iter().filter_map(Place::codes).collect()
    };
    places.into_iter().map(|(name, place)| (name, codes(place))).collect()
}

/// The name of the region behind a place of the dateline.
fn region_behind(text: &str, place: Span) -> Option<&str> {
    let rest = text.get(place.end() as usize..)?.strip_prefix(", ")?;
    let stop = rest.find([',', '(', '-', '–', '—', '\n', ':']).unwrap_or(rest.len().min(40));
    let name = rest.get(..stop).unwrap_or("").trim();
    Some(crate::lexicon::region(name).unwrap_or(name))
}
