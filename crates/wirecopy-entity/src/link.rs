//! Which entry of a list is meant.
//!
//! A place: the larger one, unless a region stands behind a comma ("Paris, Texas"), the document
//! speaks of its country, or the other places lie near. Each name has one sense in a document. A
//! person: whoever held the office at the story's date.

use crate::input::Input;
use crate::listed::{MOST_ENTRIES, PlaceClass, place_class};
use crate::model::{EntityKind, Link, MentionReason};
use crate::scene::Scene;
use std::collections::BTreeMap;
use wirecopy_gazetteer::{Entry, EntryKind};
use wirecopy_text::Span;

/// Resolved cities that a candidate's distance is measured to.
const MOST_ANCHORS: usize = 24;

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
    chosen: BTreeMap<u32, Chosen>,
}

#[derive(Debug, Clone)]
struct Candidate {
    class: PlaceClass,
    weight: u32,
    country: String,
    region: String,
    point: Option<(f32, f32)>,
    chosen: Chosen,
    rank: usize,
}

/// How often the document speaks of a country or region.
#[derive(Debug, Default)]
struct Votes {
    countries: BTreeMap<String, f32>,
    regions: BTreeMap<(String, String), f32>,
}

impl Places {
    /// Decides for every place name of the document. Linear: each distinct name is decided once.
    pub(crate) fn new(input: &Input<'_>, scene: &Scene<'_>) -> Self {
        let mut names: BTreeMap<u32, Vec<(String, String)>> = BTreeMap::new();
        let mut votes = Votes::default();
        let marks = scene
            .marks
            .iter()
            .filter(|m| !m.words.is_empty())
            .map(|m| (m.kind, m.listed, Some(&m.words)));
        let inner = scene.nested.iter().map(|inner| (inner.kind, inner.listed, None));
        for (kind, listed, words) in marks.chain(inner) {
            let Some(name) = listed else { continue };
            if kind == EntityKind::Demonym {
                votes.demonym(scene, name);
            }
            if !matches!(kind, EntityKind::Place | EntityKind::Organization) {
                continue;
            }
            if scene.evidence.listed(name).is_none_or(|listed| listed.place_class.is_none()) {
                continue;
            }
            let beside = names.entry(name).or_default();
            if let Some(words) = words
                && beside.len() < 8
            {
                beside.extend(region_behind(input, scene, words.end, words.start));
            }
        }
        for inner in scene.nested.iter().filter(|inner| inner.reason == MentionReason::Dateline) {
            if let Some(beside) = inner.listed.and_then(|name| names.get_mut(&name)) {
                beside.extend(region_in_dateline(input, inner.span));
            }
        }
        let candidates: BTreeMap<u32, Vec<Candidate>> =
            names.keys().map(|&name| (name, candidates(input, scene, name))).collect();
        for candidates in candidates.values() {
            votes.place(candidates);
        }
        Self::decide(&names, &candidates, &votes)
    }

    fn decide(
        names: &BTreeMap<u32, Vec<(String, String)>>,
        candidates: &BTreeMap<u32, Vec<Candidate>>,
        votes: &Votes,
    ) -> Self {
        let mut places = Self::default();
        let mut anchors: Vec<(u32, (f32, f32))> = Vec::new();
        for pass in 0..2 {
            for (name, candidates) in candidates {
                let beside = names.get(name).map_or(&[][..], Vec::as_slice);
                let mut best: Option<(f32, &Candidate)> = None;
                for candidate in candidates {
                    let near = if pass == 1 { nearness(candidate, &anchors, *name) } else { 0.0 };
                    let score = votes.score(candidate, beside, candidates) + near;
                    if best.is_none_or(|(top, _)| score > top) {
                        best = Some((score, candidate));
                    }
                }
                let Some((_, best)) = best else { continue };
                if pass == 0 && anchors.len() < MOST_ANCHORS && best.class == PlaceClass::City {
                    anchors.extend(best.point.map(|point| (*name, point)));
                }
                if pass == 1 {
                    places.chosen.insert(*name, best.chosen.clone());
                }
            }
        }
        places
    }

    pub(crate) fn of(&self, name: u32) -> Option<&Chosen> {
        self.chosen.get(&name)
    }
}

impl Votes {
    fn demonym(&mut self, scene: &Scene<'_>, name: u32) {
        if let Some(country) =
            scene.evidence.listed(name).and_then(|listed| listed.countries.first())
        {
            *self.countries.entry(country.clone()).or_default() += 0.7;
        }
    }

    /// Only names that can hardly be anything else vote.
    fn place(&mut self, candidates: &[Candidate]) {
        for candidate in candidates {
            match candidate.class {
                PlaceClass::Country => {
                    *self.countries.entry(candidate.country.clone()).or_default() += 1.0
                }
                PlaceClass::Region => {
                    let key = (candidate.country.clone(), candidate.region.clone());
                    *self.regions.entry(key).or_default() += 1.0;
                    *self.countries.entry(candidate.country.clone()).or_default() += 0.3;
                }
                _ => {}
            }
        }
    }

    fn score(&self, candidate: &Candidate, beside: &[(String, String)], all: &[Candidate]) -> f32 {
        let base = match candidate.class {
            PlaceClass::Country => 9.0,
            PlaceClass::Area if candidate.chosen.link.source == "naturalearth" => 4.0,
            PlaceClass::Area => 6.5,
            PlaceClass::Region => 3.0 + digits(candidate.weight) * 0.35,
            PlaceClass::Feature => 3.3,
            PlaceClass::City => digits(candidate.weight) * 0.85,
        };
        let mut score = base - 0.02 * f32::from(u8::try_from(candidate.rank).unwrap_or(u8::MAX));
        if matches!(candidate.class, PlaceClass::City | PlaceClass::Feature | PlaceClass::Region) {
            let inside = beside.iter().any(|(country, region)| {
                *country == candidate.country
                    && (region.is_empty()
                        || (*region == candidate.region && candidate.class != PlaceClass::Region))
            });
            if inside {
                score += 6.0;
            }
        }
        if candidate.class == PlaceClass::City {
            let key = (candidate.country.clone(), candidate.region.clone());
            // A city does not gain by the region of its own name.
            let own = all.iter().any(|other| {
                other.class == PlaceClass::Region
                    && other.country == candidate.country
                    && other.region == candidate.region
            });
            let votes = self.regions.get(&key).copied().unwrap_or(0.0);
            score += (if own { votes - 1.0 } else { votes }).clamp(0.0, 2.0);
            score +=
                (self.countries.get(&candidate.country).copied().unwrap_or(0.0) * 0.5).min(1.2);
        }
        score
    }
}

/// Decimal digits of a weight.
fn digits(weight: u32) -> f32 {
    let bits = u16::try_from(weight.max(9).ilog2()).unwrap_or(0);
    // Within a power of two the rest decides: 0.301 a bit.
    let rest = f64::from(weight.max(9)) / f64::from(1u32 << bits) - 1.0;
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    let rest = rest as f32;
    (f32::from(bits) + rest) * 0.301
}

fn candidates(input: &Input<'_>, scene: &Scene<'_>, name: u32) -> Vec<Candidate> {
    let mut found = Vec::new();
    let Some(listed) = scene.evidence.listed(name) else { return found };
    for &(list, id) in &listed.names {
        let Some(gazetteer) = input.gazetteers.get(list) else { continue };
        for entry in gazetteer.entries(id).take(MOST_ENTRIES) {
            let region = !listed.region || place_class(&entry) == PlaceClass::Region;
            if entry.kind() != EntryKind::Place || !region {
                continue;
            }
            found.push(Candidate {
                class: place_class(&entry),
                weight: entry.weight(),
                country: entry.country().unwrap_or("").to_owned(),
                region: entry.region().unwrap_or("").to_owned(),
                point: entry.latitude().zip(entry.longitude()),
                chosen: chosen(&entry),
                rank: found.len(),
            });
        }
    }
    found
}

/// The link to an entry.
pub(crate) fn chosen(entry: &Entry<'_>) -> Chosen {
    let (source, id) = entry.id().split_once(':').unwrap_or((entry.source(), entry.id()));
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

/// Country and region of "…, Texas" or "… (Brazil)" behind a name.
fn region_behind(
    input: &Input<'_>,
    scene: &Scene<'_>,
    end: usize,
    of: usize,
) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if !matches!(scene.after(of, end), "," | "(") {
        return found;
    }
    let Some(hit) = scene.evidence.at(end + 1).first() else { return found };
    let Some(listed) = scene.evidence.listed(hit.name).filter(|listed| listed.is_region()) else {
        return found;
    };
    for &(list, id) in &listed.names {
        let Some(gazetteer) = input.gazetteers.get(list) else { continue };
        for entry in gazetteer.entries(id).take(MOST_ENTRIES) {
            found.extend(code_of(&entry));
        }
    }
    found
}

/// The same in a dateline, whose words are no tokens: "TULSA, Okla. (AP)".
fn region_in_dateline(input: &Input<'_>, place: Span) -> Vec<(String, String)> {
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
fn code_of(entry: &Entry<'_>) -> Option<(String, String)> {
    let country = entry.country().unwrap_or("").to_owned();
    match (entry.kind() == EntryKind::Place).then(|| place_class(entry))? {
        PlaceClass::Country => Some((country, String::new())),
        PlaceClass::Region => Some((country, entry.region().unwrap_or("").to_owned())),
        _ => None,
    }
}

fn nearness(candidate: &Candidate, anchors: &[(u32, (f32, f32))], name: u32) -> f32 {
    let Some(point) = candidate.point.filter(|_| candidate.class == PlaceClass::City) else {
        return 0.0;
    };
    let mut best = 0.0f32;
    for &(other, anchor) in anchors {
        if other != name {
            let distance = kilometres(point, anchor);
            best = best.max(if distance < 100.0 {
                1.2
            } else if distance < 300.0 {
                0.6
            } else {
                0.0
            });
        }
    }
    best
}

/// Distance on a sphere by the equirectangular approximation, which is good to a few percent within
/// some hundred kilometres. No trigonometry but a polynomial cosine, so that every machine agrees.
fn kilometres(a: (f32, f32), b: (f32, f32)) -> f32 {
    const PER_DEGREE: f32 = 111.2;
    let middle = (a.0 + b.0) / 2.0 * (std::f32::consts::PI / 180.0);
    let square = middle * middle;
    let cosine = 1.0 - square / 2.0 + square * square / 24.0 - square * square * square / 720.0;
    let mut east = (a.1 - b.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let (x, y) = (east * cosine * PER_DEGREE, (a.0 - b.0) * PER_DEGREE);
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_about_right() {
        let (geneva, bern) = ((46.2, 6.15), (46.95, 7.45));
        assert!((kilometres(geneva, bern) - 130.0).abs() < 5.0);
        assert!(kilometres((0.0, 179.5), (0.0, -179.5)) < 120.0);
    }

    #[test]
    fn digits_grow_with_weight() {
        assert!((digits(1_000_000) - 6.0).abs() < 0.1);
        assert!(digits(1_500_000) > digits(1_100_000));
    }
}
