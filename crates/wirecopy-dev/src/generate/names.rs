//! Given names and surnames with a rank bucket, and common words with their share in small letters.
//!
//! Weight of a name is its bucket: 8 for the first hundred of a national list, then 7 (500), 6
//! (2,000), 5 (10,000), 4 (30,000), 3 (60,000) and 2. The field `common` of a name or word says how
//! often its letters stand in small ones where a capital is not forced: 1 seldom, 7 nearly always.

use super::Raw;
use super::people::title_case;
use super::places::Taken;
use super::read::{self, Table};
use super::row::{Kind, Row, is_latin, key, tidy};
use crate::score::Failure;
use std::collections::BTreeMap;

/// A given name's bucket, as a woman's and as a man's name too; 0 where it is none.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    bucket: u32,
    female: u32,
    male: u32,
    /// Of all women in the census, in %.
    women: f32,
    /// Of all men.
    men: f32,
    source: &'static str,
}

impl Given {
    /// Whose name it is: a woman's, a man's, or either's.
    fn gender(&self) -> &'static str {
        let Self { female, male, women, men, .. } = *self;
        match (female, male) {
            (0, 0) => "",
            // The census has a few girls called John, and a few boys called Antonia.
            _ if women >= RATHER * men && men > 0.0 => "f",
            _ if men >= RATHER * women && women > 0.0 => "m",
            // Two buckets apart is a slip.
            _ if female >= male + 2 => "f",
            _ if male >= female + 2 => "m",
            _ => "mf",
        }
    }
}

/// A name is one sex's if so many times more of it bear it.
const RATHER: f32 = 4.0;

/// All names of people, by their spelling, and the common words.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: BTreeMap<String, Given>,
    surnames: BTreeMap<String, (u32, &'static str)>,
    common: BTreeMap<String, u32>,
}

fn bucket(rank: usize) -> u32 {
    match rank {
        0..=100 => 8,
        101..=500 => 7,
        501..=2_000 => 6,
        2_001..=10_000 => 5,
        10_001..=30_000 => 4,
        30_001..=60_000 => 3,
        _ => 2,
    }
}

impl Names {
    /// Reads every list of names and common.tsv.
    pub(super) fn read(raw: &Raw) -> Result<Self, Failure> {
        let mut names = Self::default();
        names.census(raw)?;
        names.popular(raw)?;
        names.compromise(raw)?;
        for line in Table::tsv(&raw.data.join("common.tsv"))?.lines() {
            let share = line.get("bucket").parse().unwrap_or(0);
            names.common.insert(line.get("word").to_owned(), share);
        }
        for line in Table::tsv(&raw.data.join("names.tsv"))?.lines() {
            let (name, kind) = (line.get("name"), line.get("kind"));
            match kind {
                "surname" => names.surname(name, 5, "wirecopy"),
                gender => names.give(name, 4, gender, "wirecopy"),
            }
        }
        Ok(names)
    }

    fn give(&mut self, name: &str, bucket: u32, gender: &str, source: &'static str) {
        let name = tidy(name);
        if !is_name(&name) {
            return;
        }
        let given = self.given.entry(name).or_default();
        if bucket > given.bucket {
            given.bucket = bucket;
            given.source = source;
        }
        match gender {
            "f" | "F" => given.female = given.female.max(bucket),
            "m" | "M" => given.male = given.male.max(bucket),
            _ => {}
        }
    }

    fn surname(&mut self, name: &str, bucket: u32, source: &'static str) {
        let name = tidy(name);
        if !is_name(&name) {
            return;
        }
        let known = self.surnames.entry(name).or_insert((0, source));
        if bucket > known.0 {
            *known = (bucket, source);
        }
    }

    fn census(&mut self, raw: &Raw) -> Result<(), Failure> {
        for (file, gender) in [("census1990.female", "f"), ("census1990.male", "m")] {
            for (rank, line) in read::text(&raw.file(file))?.lines().enumerate() {
                let mut columns = line.split_whitespace();
                let name = title_case(columns.next().unwrap_or_default());
                self.give(&name, bucket(rank), gender, "census");
                let share = columns.next().and_then(|share| share.parse().ok()).unwrap_or(0.0);
                if let Some(given) = self.given.get_mut(&name) {
                    *if gender == "f" { &mut given.women } else { &mut given.men } = share;
                }
            }
        }
        let text = read::text(&raw.file("census1990.last"))?;
        let all: Vec<&str> = text.lines().filter_map(|l| l.split_whitespace().next()).collect();
        let mut sorted = all.clone();
        sorted.sort_unstable();
        for (rank, name) in all.iter().enumerate() {
            self.surname(&title_case(name), bucket(rank), "census");
            // The census has no apostrophe: OBRIEN is O'Brien, where BRIEN is a surname too.
            let irish = name.strip_prefix('O').filter(|rest| {
                rest.len() >= 4
                    && !rest.starts_with(['A', 'E', 'I', 'O', 'U'])
                    && sorted.binary_search(rest).is_ok()
            });
            if let Some(rest) = irish {
                self.surname(&format!("O'{}", title_case(rest)), bucket(rank), "census");
            }
        }
        Ok(())
    }

    fn popular(&mut self, raw: &Raw) -> Result<(), Failure> {
        for line in Table::csv(&raw.file("popular-forenames-cc0.csv"))?.lines() {
            let rank: usize = line.get("Index").parse().unwrap_or(100);
            for column in ["Localized Name", "Romanized Name"] {
                for name in line.get(column).split(['/', ',']) {
                    let bucket = bucket(rank * 10).min(6);
                    self.give(name, bucket, line.get("Gender"), "popular-names");
                }
            }
        }
        for line in Table::csv(&raw.file("popular-surnames-cc0.csv"))?.lines() {
            let rank: usize = line.get("Rank").parse().unwrap_or(100);
            for column in ["Localized Name", "Romanized Name"] {
                for name in line.get(column).split(['/', ',']) {
                    self.surname(name, bucket(rank * 10).min(6), "popular-names");
                }
            }
        }
        Ok(())
    }

    fn compromise(&mut self, raw: &Raw) -> Result<(), Failure> {
        for (file, gender) in
            [("compromise-femaleNames.txt", "f"), ("compromise-maleNames.txt", "m")]
        {
            for name in read::text(&raw.file(file))?.lines() {
                self.give(&super::people::first_up(name.trim()), 4, gender, "compromise");
            }
        }
        for name in read::text(&raw.file("compromise-lastnames.txt"))?.lines() {
            self.surname(&super::people::first_up(name.trim()), 4, "compromise");
        }
        Ok(())
    }

    /// Folded words that GeoNames' lists of other names may not claim: given names, the better
    /// known surnames, and common words.
    pub(super) fn taken(&self) -> Taken {
        let mut taken = Taken::default();
        taken.0.extend(self.given.keys().map(|name| key(name)));
        let known = self.surnames.iter().filter(|(_, (bucket, _))| *bucket >= 4);
        taken.0.extend(known.map(|(name, _)| key(name)));
        taken.0.extend(self.common.iter().filter(|(_, share)| **share >= 2).map(|(w, _)| key(w)));
        taken
    }

    /// The rows of the names blob.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (name, given) in &self.given {
            let mut row = Row::new(Kind::GivenName, given.source, "", name);
            row.weight = given.bucket;
            row.field("gender", given.gender());
            self.flag(name, &mut row);
            rows.push(row);
        }
        for (name, (bucket, source)) in &self.surnames {
            let mut row = Row::new(Kind::Surname, source, "", name);
            row.weight = *bucket;
            self.flag(name, &mut row);
            rows.push(row);
        }
        for (word, share) in &self.common {
            let name = super::people::first_up(word);
            let mut row = Row::new(Kind::Word, "wirecopy", "", &name);
            row.weight = *share;
            row.field("class", "common");
            row.field("common", &share.to_string());
            rows.push(row);
        }
        rows
    }

    fn flag(&self, name: &str, row: &mut Row) {
        if let Some(share) = self.common.get(&key(name)) {
            row.field("common", &share.to_string());
        }
    }
}

fn is_name(name: &str) -> bool {
    let starts = name.chars().next().is_some_and(char::is_uppercase);
    let plain = name.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | ' ' | '.'));
    starts && plain && is_latin(name) && name.chars().count() >= 2
}
