//! Which of several places with one name is meant.
//!
//! Every candidate has a prior, its prominence. What the document says is added: a region behind a
//! comma ("Paris, Texas"), the countries and regions that it speaks of, other places that lie near.
//! "Glasgow" is in Kentucky where Ky. stands behind it, and so are all its other mentions.

use crate::listed::PlaceClass;
use crate::lists::{Code, Codes, Place};
use std::collections::BTreeMap;
use std::ops::Range;

/// Names, and candidates of each, that a candidate's distance is measured to.
const MOST_ANCHORS: usize = 24;
const MOST_SENSES: usize = 4;
/// Kilometres between a town and its neighbour.
const TOUCHING: f32 = 40.0;
/// What a neighbour says for a city, at most.
const NEAREST: f32 = 1.2;
/// Inhabitants of a city that may bear the name of a state ("Washington, D.C.", "New York, N.Y.").
const NAMED_AS_STATE: u32 = 100_000;

/// A name of the document and what stands beside its mentions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Name {
    /// The places that it may mean, in the order of the lists.
    pub(crate) candidates: Vec<Place>,
    /// Countries and regions that stand behind it.
    pub(crate) inside: Vec<Codes>,
    /// Names that it stands behind as their region.
    pub(crate) holds: Vec<u32>,
    /// Something that states have stands beside it ("New York Gov.").
    pub(crate) state: bool,
    /// It is in the dateline.
    pub(crate) dateline: bool,
}

/// The names of the document that places have, by their numbers.
#[derive(Debug)]
pub(crate) struct Names(Vec<Option<Name>>);

impl Names {
    /// None of so many listed names.
    pub(crate) fn new(listed: usize) -> Self {
        Self(vec![None; listed])
    }

    /// The name of that number, a new one if there was none.
    pub(crate) fn entry(&mut self, name: u32) -> Option<&mut Name> {
        Some(self.0.get_mut(name as usize)?.get_or_insert_default())
    }

    /// The name of that number, if there is one.
    pub(crate) fn get_mut(&mut self, name: u32) -> Option<&mut Name> {
        self.0.get_mut(name as usize)?.as_mut()
    }

    fn get(&self, name: u32) -> Option<&Name> {
        self.0.get(name as usize)?.as_ref()
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &Name)> {
        (0..).zip(&self.0).filter_map(|(number, name)| Some((number, name.as_ref()?)))
    }

    /// The names in the order of their numbers.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (u32, &mut Name)> {
        (0..).zip(&mut self.0).filter_map(|(number, name)| Some((number, name.as_mut()?)))
    }
}

/// How often the document speaks of a country or region.
#[derive(Debug, Default)]
pub(crate) struct Votes {
    countries: BTreeMap<Code, f32>,
    regions: BTreeMap<Codes, f32>,
}

impl Votes {
    pub(crate) fn demonym(&mut self, country: Code) {
        *self.countries.entry(country).or_default() += 0.7;
    }

    /// Names that can hardly be anything else vote; the vote of a county's name is shared by the
    /// regions that have one.
    pub(crate) fn name(&mut self, name: &Name) {
        let mut counties = Vec::new();
        for candidate in &name.candidates {
            match candidate.class {
                PlaceClass::Country => {
                    *self.countries.entry(candidate.country).or_default() += 1.0;
                }
                PlaceClass::Region => {
                    *self.regions.entry(candidate.code()).or_default() += 1.0;
                    *self.countries.entry(candidate.country).or_default() += 0.3;
                }
                PlaceClass::County => counties.push(candidate.code()),
                _ => {}
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a few dozen at most")]
        let share = 1.0 / counties.len().max(1) as f32;
        for county in counties {
            *self.regions.entry(county).or_default() += share;
        }
    }

    /// What the countries and regions of the document say for a candidate.
    fn of(&self, candidate: &Place, all: &[Place]) -> f32 {
        let country = self.countries.get(&candidate.country).copied().unwrap_or(0.0);
        let country = (country * 0.5).min(1.2);
        match candidate.class {
            PlaceClass::City | PlaceClass::County => {
                // A city does not gain by the region of its own name.
                let own = all.iter().any(|other| {
                    other.class == PlaceClass::Region && other.code() == candidate.code()
                });
                let votes = self.regions.get(&candidate.code()).copied().unwrap_or(0.0);
                country + (if own { votes - 1.0 } else { votes }).clamp(0.0, 2.0)
            }
            PlaceClass::Region => country,
            _ => 0.0,
        }
    }
}

impl Place {
    const fn code(&self) -> Codes {
        (self.country, self.region)
    }

    fn is_in(&self, (country, region): Codes) -> bool {
        country == self.country
            && (region == Code::NONE || region == self.region && self.class != PlaceClass::Region)
    }

    /// Prominence, on a scale where a country has 11 and a city of a million 5.
    fn prior(&self, rank: usize) -> f32 {
        let base = match self.class {
            PlaceClass::Country => 11.0,
            PlaceClass::Area if self.natural => 4.0,
            PlaceClass::Area => 6.5,
            PlaceClass::Region => 3.5 + digits(self.weight) * 0.35,
            PlaceClass::County => 3.0 + digits(self.weight) * 0.35,
            PlaceClass::Feature => 3.3,
            PlaceClass::City => digits(self.weight) * 0.85,
        };
        base - 0.02 * f32::from(u8::try_from(rank).unwrap_or(u8::MAX))
    }
}

impl Name {
    /// What stands beside the name says for a candidate.
    fn beside(&self, candidate: &Place, names: &Names) -> f32 {
        let (state, country) = (PlaceClass::Region, PlaceClass::Country);
        let may_be = |class| self.candidates.iter().any(|other| other.class == class);
        let mut score = 0.0;
        if !matches!(candidate.class, PlaceClass::Country | PlaceClass::Area) {
            // "Florida, Indiana and Ohio" is a list.
            let town = candidate.class == PlaceClass::City
                && candidate.weight < NAMED_AS_STATE
                && !self.dateline;
            let list = town && (may_be(state) || may_be(country));
            // "Mexico, Mexico's" says nothing for Mexico City.
            let same = |code: &Codes| {
                self.candidates
                    .iter()
                    .any(|other| other.class == country && other.country == code.0)
            };
            let inside = self.inside.iter().any(|code| candidate.is_in(*code) && !same(code));
            if inside && !list {
                score += 6.0;
            }
        }
        if candidate.class == PlaceClass::Region {
            score += if self.state { 2.0 } else { 0.0 };
            score -= if self.is_of_city(candidate) { 2.0 } else { 0.0 };
        }
        // "Atlanta, Georgia": the Georgia that has an Atlanta.
        let holds = self.holds.iter().filter_map(|name| names.get(*name)).any(|name| {
            let code = match candidate.class {
                PlaceClass::Country => (candidate.country, Code::NONE),
                PlaceClass::Region => candidate.code(),
                _ => return false,
            };
            name.candidates.iter().any(|inner| inner.class == PlaceClass::City && inner.is_in(code))
        });
        if holds {
            score += 7.0;
        }
        score
    }

    /// Whether the region is little more than the city whose name it has: Geneva, Hamburg. A region's
    /// weight is an eighth of its people; a fifth of them make it the city's.
    fn is_of_city(&self, region: &Place) -> bool {
        self.candidates.iter().any(|city| {
            city.class == PlaceClass::City
                && city.code() == region.code()
                && u64::from(city.weight) * 5 >= u64::from(region.weight) * 8
        })
    }

    /// "Paris, Missouri" where no list has one: a Paris elsewhere is not meant.
    fn is_elsewhere(&self, candidate: &Place) -> bool {
        candidate.class == PlaceClass::City
            && !self.inside.is_empty()
            && self.inside.iter().all(|(_, region)| *region != Code::NONE)
            && !self.inside.iter().any(|code| candidate.is_in(*code))
            && !self.candidates.iter().any(|other| other.class > PlaceClass::County)
    }
}

/// A possible sense of another name: where it lies, and how far behind that name's best it is.
type Anchor = (u32, (f32, f32), f32);

/// The list and entry of each name that has one, in the order of the names. First each name by itself, then by what lies near.
pub(crate) fn decide(names: &Names, votes: &Votes) -> Vec<(u32, (u32, u32))> {
    let mut senses: Vec<(f32, &Place)> = Vec::new();
    // Which senses each name has.
    let mut scored: Vec<(u32, Range<usize>)> = Vec::new();
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut anchored = 0;
    for (at, name) in names.iter() {
        let first = senses.len();
        senses.extend(name.candidates.iter().enumerate().map(|(rank, candidate)| {
            (candidate_score(candidate, rank, name, names, votes), candidate)
        }));
        let own = senses.get_mut(first..).unwrap_or_default();
        own.sort_by(|a, b| b.0.total_cmp(&a.0));
        if let Some((top, _)) = own.first().filter(|(_, best)| best.class == PlaceClass::City)
            && anchored < MOST_ANCHORS
        {
            anchored += 1;
            let cities = own.iter().filter(|(_, sense)| sense.class == PlaceClass::City);
            let cities = cities.take(MOST_SENSES);
            anchors
                .extend(cities.filter_map(|(score, sense)| Some((at, sense.point?, top - score))));
        }
        scored.push((at, first..senses.len()));
    }
    let best = |(at, own): (u32, Range<usize>)| {
        let near = match senses.get(own)? {
            [(_, only)] => only,
            own => {
                let mut best: Option<(f32, &Place)> = None;
                for &(score, candidate) in own {
                    // No neighbour brings it to the top, nor those behind it.
                    if best.is_some_and(|(top, _)| score + NEAREST <= top) {
                        break;
                    }
                    let score = score + nearness(candidate, &anchors, at);
                    if best.is_none_or(|(top, _)| score > top) {
                        best = Some((score, candidate));
                    }
                }
                best?.1
            }
        };
        let elsewhere = names.get(at).is_some_and(|name| name.is_elsewhere(near));
        (!elsewhere).then_some((at, near.entry))
    };
    scored.into_iter().filter_map(best).collect()
}

fn candidate_score(
    candidate: &Place,
    rank: usize,
    name: &Name,
    names: &Names,
    votes: &Votes,
) -> f32 {
    candidate.prior(rank) + votes.of(candidate, &name.candidates) + name.beside(candidate, names)
}

/// What lies near a city speaks for it; a sense that is itself unlikely speaks less.
fn nearness(candidate: &Place, anchors: &[Anchor], name: u32) -> f32 {
    let Some(point) = candidate.point.filter(|_| candidate.class == PlaceClass::City) else {
        return 0.0;
    };
    let mut best = 0.0_f32;
    for &(other, anchor, behind) in anchors {
        if other != name {
            let distance = kilometres(point, anchor);
            // Towns of one name are many: an unlikely pair of them must all but touch.
            let (close, far) = if behind > 0.0 { (TOUCHING, TOUCHING) } else { (100.0, 300.0) };
            let near = if distance < close {
                NEAREST
            } else if distance < far {
                0.6
            } else {
                0.0
            };
            best = best.max(near * (1.0 - behind * 0.5));
        }
    }
    best
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
