//! Which entry of a list is meant.
//!
//! A place: the larger one, unless a region stands behind a comma ("Paris, Texas"), the document
//! speaks of its country, or the other places lie near. Each name has one sense in a document. A
//! person: whoever held the office at the story's date.

use crate::input::Input;
use crate::listed::{MOST_ENTRIES, PlaceClass, place_class};
use crate::map::Map;
use crate::model::{EntityKind, Link, MentionReason};
use crate::scene::Scene;
use crate::senses::{self, Candidate, Code, Name, Votes};
use std::collections::BTreeMap;
use std::ops::Range;
use wirecopy_gazetteer::{Entry, EntryKind};
use wirecopy_text::Span;

/// Regions behind the mentions of one name that are looked at.
const MOST_BESIDE: usize = 8;

/// An entry taken for a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) link: Link,
    /// The entry's own name.
    pub(crate) name: String,
}

/// The entry of each listed name that stands for a place in this document.
#[derive(Debug, Default)]
pub(crate) struct Places {
    chosen: Map<u32, Chosen>,
}

impl Places {
    /// Decides for every place name of the document. Linear: each distinct name is decided once.
    pub(crate) fn new(input: &Input<'_>, scene: &Scene<'_>) -> Self {
        let mut names: BTreeMap<u32, Name<'_>> = BTreeMap::new();
        let mut votes = Votes::default();
        let marks = scene
            .marks
            .iter()
            .filter(|m| !m.words.is_empty())
            .map(|m| (m.kind, m.listed, Some(&m.words)));
        let inner = scene.nested.iter().map(|inner| (inner.kind, inner.listed, None));
        for (kind, listed, words) in marks.chain(inner) {
            let Some(name) = listed else { continue };
            if kind == EntityKind::Demonym
                && let Some(country) =
                    scene.evidence.listed(name).and_then(|listed| listed.countries.first())
            {
                votes.demonym(country);
            }
            if !matches!(kind, EntityKind::Place | EntityKind::Organization) {
                continue;
            }
            if scene.evidence.listed(name).is_none_or(|listed| listed.place_class.is_none()) {
                continue;
            }
            let behind = words.and_then(|words| region_hit(scene, words));
            let known = names.entry(name).or_default();
            known.state |= words.is_some_and(|words| is_state(scene, words));
            if let Some(region) = behind
                && known.inside.len() < MOST_BESIDE
            {
                known.inside.extend(codes(input, scene, region));
                names.entry(region).or_default().holds.push(name);
            }
        }
        for inner in scene.nested.iter().filter(|inner| inner.reason == MentionReason::Dateline) {
            if let Some(name) = inner.listed.and_then(|name| names.get_mut(&name)) {
                name.inside.extend(region_in_dateline(input, inner.span));
                name.dateline = true;
            }
        }
        for (&name, known) in &mut names {
            known.candidates = candidates(input, scene, name);
        }
        for name in names.values() {
            votes.name(name);
        }
        Self { chosen: senses::decide(&names, &votes) }
    }

    pub(crate) fn of(&self, name: u32) -> Option<&Chosen> {
        self.chosen.get(&name)
    }
}

fn candidates<'a>(input: &Input<'a>, scene: &Scene<'_>, name: u32) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    let Some(listed) = scene.evidence.listed(name) else { return found };
    for &(list, id) in &listed.names {
        let Some(gazetteer) = input.gazetteers.get(list) else { continue };
        for entry in gazetteer.entries(id).take(MOST_ENTRIES) {
            if entry.kind() != EntryKind::Place {
                continue;
            }
            let class = place_class(&entry);
            if listed.region && class != PlaceClass::Region {
                continue;
            }
            found.push(Candidate {
                class,
                weight: entry.weight(),
                country: entry.country().unwrap_or(""),
                region: entry.region().unwrap_or(""),
                point: entry.latitude().zip(entry.longitude()),
                entry,
                rank: found.len(),
            });
        }
    }
    found
}

/// The list of an entry and its id there.
pub(crate) fn source<'a>(entry: &Entry<'a>) -> (&'a str, &'a str) {
    let id = entry.id();
    id.split_once(':').unwrap_or_else(|| (entry.source(), id))
}

/// The link to an entry.
pub(crate) fn chosen(entry: &Entry<'_>) -> Chosen {
    let (source, id) = source(entry);
    // A person has an entry for each term of office; the id before `#` is the person's.
    let id = id.split('#').next().unwrap_or(id);
    Chosen {
        link: Link {
            source: source.to_owned(),
            id: id.to_owned(),
            latitude: entry.latitude(),
            longitude: entry.longitude(),
        },
        name: entry.name().to_owned(),
    }
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

/// Country and region of each entry of a name that is one of them.
fn codes<'a>(input: &Input<'a>, scene: &Scene<'_>, name: u32) -> Vec<Code<'a>> {
    let listed = scene.evidence.listed(name);
    let names = listed.into_iter().flat_map(|listed| &listed.names);
    names
        .filter_map(|&(list, id)| Some(input.gazetteers.get(list)?.entries(id).take(MOST_ENTRIES)))
        .flatten()
        .filter_map(|entry| code_of(&entry))
        .collect()
}

/// The same in a dateline, whose words are no tokens: "TULSA, Okla. (AP)".
fn region_in_dateline<'a>(input: &Input<'a>, place: Span) -> Vec<Code<'a>> {
    let rest = input.text.get(place.end() as usize..).unwrap_or("");
    let Some(rest) = rest.strip_prefix(", ") else { return Vec::new() };
    let stop = rest.find([',', '(', '-', '–', '—', '\n', ':']).unwrap_or(rest.len().min(40));
    let name = rest.get(..stop).unwrap_or("").trim();
    let full = crate::lexicon::region(name).unwrap_or(name);
    let entries = input.gazetteers.iter().flat_map(|gazetteer| {
        gazetteer.lookup(full).into_iter().flat_map(|id| gazetteer.entries(id).take(MOST_ENTRIES))
    });
    entries.filter_map(|entry| code_of(&entry)).collect()
}

/// Country and region of an entry that is one of them.
fn code_of<'a>(entry: &Entry<'a>) -> Option<Code<'a>> {
    let country = entry.country().unwrap_or("");
    match (entry.kind() == EntryKind::Place).then(|| place_class(entry))? {
        PlaceClass::Country => Some((country, "")),
        PlaceClass::Region | PlaceClass::County => Some((country, entry.region().unwrap_or(""))),
        _ => None,
    }
}
