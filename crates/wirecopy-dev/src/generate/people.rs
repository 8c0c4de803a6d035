//! People in office, one row for each term, so that a story of 2013 meets the minister of 2013.
//!
//! Sources, best first: the hand-written list (people.tsv), congress-legislators, Phoenix
//! (1960-2014), the factbook (today's leaders). One person has one id, that of the best source; with
//! several terms each adds `#` and its first day. Every row carries every name. Where a hand-written term says who held what, the
//! vaguer terms of Phoenix and the factbook that overlap it are dropped.

use super::places::Countries;
use super::read::{self, Table, value};
use super::row::{Day, Kind, Row, is_latin, key, slug};
use super::words;
use super::{Raw, factbook};
use crate::score::Failure;
use std::collections::BTreeMap;

/// A person's time in one office.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) id: String,
    /// Place in its list, where that makes the id.
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) source: &'static str,
    pub(super) country: String,
    pub(super) role: String,
    /// The field of government where the list says no more: `military`, `justice`.
    pub(super) portfolio: &'static str,
    pub(super) party: String,
    pub(super) region: String,
    pub(super) gender: String,
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
}

impl Term {
    /// A term with a name and a country.
    pub(super) fn new(source: &'static str, name: &str, country: &str) -> Self {
        Self {
            id: format!("{source}:{}", slug(&format!("{name} {country}"))),
            number: 0,
            name: name.to_owned(),
            aliases: Vec::new(),
            source,
            country: country.to_owned(),
            role: String::new(),
            portfolio: "",
            party: String::new(),
            region: String::new(),
            gender: String::new(),
            from: None,
            to: None,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        let starts_in_time = other.to.is_none_or(|to| self.from.is_none_or(|from| from <= to));
        let ends_in_time = other.from.is_none_or(|from| self.to.is_none_or(|to| to >= from));
        starts_in_time && ends_in_time
    }
}

/// Everyone in office, from all lists.
pub(super) fn rows(raw: &Raw, countries: &Countries) -> Result<Vec<Row>, Failure> {
    let mut terms = by_hand(raw)?;
    terms.extend(congress(raw)?);
    terms.extend(phoenix(raw, countries)?);
    terms.extend(factbook::leaders(raw, countries)?);
    Ok(join(terms).into_iter().map(row).collect())
}

fn row(term: Term) -> Row {
    let mut row = Row::new(Kind::Person, term.source, term.id, &term.name);
    for alias in &term.aliases {
        row.alias(alias);
    }
    row.weight = match term.source {
        "wirecopy" => 100_000,
        "congress" => 20_000,
        "factbook" => 50_000,
        _ => 5_000,
    };
    row.country = Some(term.country).filter(|c| !c.is_empty());
    row.region = Some(term.region).filter(|r| !r.is_empty());
    row.from = term.from;
    row.to = term.to;
    row.field("role", &term.role);
    row.field("portfolio", term.portfolio);
    row.field("party", &term.party);
    row.field("gender", &term.gender);
    row
}

/// Phoenix reads a yearbook: a minister who is in two editions running stayed in between.
fn joined_years(terms: Vec<Term>) -> Vec<Term> {
    let mut joined: Vec<Term> = Vec::with_capacity(terms.len());
    for term in terms {
        let earlier = joined.iter_mut().rev().find(|earlier| {
            earlier.source == "phoenix"
                && term.source == "phoenix"
                && earlier.portfolio == term.portfolio
                && within(earlier.to, term.from, 400)
        });
        match earlier {
            Some(earlier) => earlier.to = term.to,
            None => joined.push(term),
        }
    }
    joined
}

/// Gives every term of a person one id and all of the person's names.
fn join(terms: Vec<Term>) -> Vec<Term> {
    let mut ids: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut people: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    let mut members: BTreeMap<String, String> = BTreeMap::new();
    for mut term in terms {
        let names: Vec<(String, String)> = std::iter::once(&term.name)
            .chain(&term.aliases)
            .map(|name| (term.country.clone(), key(name)))
            .collect();
        let own = term.id.clone();
        if let Some(id) = names.iter().find_map(|name| ids.get(name)) {
            // Two members of Congress of one name ("John Kennedy") stay two.
            let member = members.get(id).is_none_or(|member| *member == own);
            if term.source != "congress" || member {
                id.clone_into(&mut term.id);
            }
        }
        if term.source == "congress" {
            members.insert(term.id.clone(), own);
        }
        for name in names {
            ids.entry(name).or_insert_with(|| term.id.clone());
        }
        people.entry(term.id.clone()).or_default().push(term);
    }
    people.into_values().flat_map(settle).collect()
}

/// The terms of one person: vague ones go where better ones stand, names are shared.
fn settle(mut terms: Vec<Term>) -> Vec<Term> {
    let best: Vec<Term> =
        terms.iter().filter(|t| matches!(t.source, "wirecopy" | "congress")).cloned().collect();
    terms.retain(|term| {
        matches!(term.source, "wirecopy" | "congress") || (!best.iter().any(|b| b.overlaps(term)))
    });
    // "Former member of the elite" says nothing beside a term of office.
    if terms.iter().any(|t| t.portfolio != "former") {
        terms.retain(|t| t.portfolio != "former");
    }
    let mut names: Vec<String> = Vec::new();
    let mut gender = String::new();
    for term in &terms {
        for name in std::iter::once(&term.name).chain(&term.aliases) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        if gender.is_empty() {
            term.gender.clone_into(&mut gender);
        }
    }
    for term in &mut terms {
        if let Some((first, rest)) = names.split_first() {
            first.clone_into(&mut term.name);
            rest.clone_into(&mut term.aliases);
        }
        gender.clone_into(&mut term.gender);
    }
    terms.sort_by(|a, b| (a.from, a.to, &a.role).cmp(&(b.from, b.to, &b.role)));
    terms.dedup_by(|a, b| {
        (a.from, a.to, &a.role, a.portfolio) == (b.from, b.to, &b.role, b.portfolio)
    });
    let mut terms = joined_years(terms);
    // One person has one id; the builder wants one for each entry.
    if terms.len() > 1 {
        for (index, term) in terms.iter_mut().enumerate() {
            let number = term.source == "phoenix" || term.from.is_none();
            let day = term.from.filter(|_| !number);
            let day = day.map_or_else(|| (index + 1).to_string(), |day| day.to_string());
            term.id = format!("{}#{day}", term.id);
        }
        for index in 1..terms.len() {
            let (before, after) = terms.split_at_mut(index);
            if let (Some(last), Some(term)) = (before.last(), after.first_mut())
                && last.id == term.id
            {
                term.id.push('b');
            }
        }
    }
    terms
}

fn by_hand(raw: &Raw) -> Result<Vec<Term>, Failure> {
    let mut terms = Vec::new();
    for line in Table::tsv(&raw.data.join("people.tsv"))?.lines() {
        let mut term = Term::new("wirecopy", line.get("name"), line.get("country"));
        term.id = format!("wirecopy:{}", slug(line.get("name")));
        let aliases = line.get("aliases").split('|').filter(|a| !a.is_empty());
        term.aliases = aliases.map(str::to_owned).collect();
        line.get("role").clone_into(&mut term.role);
        line.get("gender").clone_into(&mut term.gender);
        term.from = Day::parse(line.get("from"));
        term.to = Day::parse(line.get("to"));
        terms.push(term);
    }
    Ok(terms)
}

fn congress(raw: &Raw) -> Result<Vec<Term>, Failure> {
    let mut terms: Vec<Term> = Vec::new();
    for file in ["executive.yaml", "legislators-current.yaml"] {
        for person in read::politicians(&raw.file(file))? {
            let first = value(&person.name, "first");
            let last = value(&person.name, "last");
            let mut base = Term::new("congress", &format!("{first} {last}"), "US");
            base.id = format!("bioguide:{}", value(&person.id, "bioguide"));
            let full = value(&person.name, "official_full");
            if !full.is_empty() {
                base.aliases.push(std::mem::replace(&mut base.name, full.to_owned()));
            }
            let nickname = value(&person.name, "nickname");
            if !nickname.is_empty() {
                base.aliases.push(format!("{nickname} {last}"));
            }
            base.gender = value(&person.bio, "gender").to_ascii_lowercase();
            for term in &person.terms {
                let role = match value(term, "type") {
                    "prez" => "President",
                    "viceprez" => "Vice President",
                    "sen" => "Senator",
                    _ => "Representative",
                };
                let from = Day::parse(value(term, "start"));
                let to = Day::parse(value(term, "end"));
                let state = value(term, "state").to_owned();
                // Terms that follow upon one another are one time in office.
                let earlier = terms.last_mut().filter(|t| {
                    t.id == base.id && t.role == role && t.region == state && within(t.to, from, 31)
                });
                if let Some(earlier) = earlier {
                    earlier.to = to;
                    continue;
                }
                let party = value(term, "party").to_owned();
                let term =
                    Term { role: role.to_owned(), from, to, region: state, party, ..base.clone() };
                terms.push(term);
            }
        }
    }
    Ok(terms)
}

/// Is `start` no more than so many days behind `end`?
fn within(end: Option<Day>, start: Option<Day>, days: i32) -> bool {
    let count = |d: Day| i32::from(d.year) * 372 + i32::from(d.month) * 31 + i32::from(d.day);
    end.zip(start).is_some_and(|(end, start)| count(start) - count(end) <= days)
}

/// An entry of the Phoenix dictionary: its names, then its dated codes.
#[derive(Debug, Default)]
struct Actor {
    names: Vec<String>,
    codes: Vec<String>,
    listed: bool,
}

fn phoenix(raw: &Raw, countries: &Countries) -> Result<Vec<Term>, Failure> {
    let mut terms = Vec::new();
    let mut actor = Actor::default();
    for line in read::text(&raw.file("Phoenix.Countries.actors.txt"))?.lines() {
        let bare = line.split(['#', ';']).next().unwrap_or_default().trim();
        if bare.is_empty() {
            if line.trim().is_empty() && actor.codes.is_empty() {
                actor = Actor::default();
            }
            continue;
        }
        let name = bare.split('[').next().unwrap_or_default().trim();
        if !name.is_empty() && !actor.codes.is_empty() && !name.starts_with('+') {
            officials(&std::mem::take(&mut actor), countries, &mut terms);
        }
        if !name.is_empty() {
            actor.names.push(name.trim_start_matches('+').trim().to_owned());
            actor.listed |= line.contains("CountryInfo.txt");
        }
        for code in bare.split('[').skip(1) {
            actor.codes.push(code.trim_end_matches(']').trim().to_owned());
        }
    }
    officials(&actor, countries, &mut terms);
    Ok(terms)
}

fn officials(actor: &Actor, countries: &Countries, terms: &mut Vec<Term>) {
    let dated = actor.codes.iter().any(|code| code.contains(|c: char| c.is_ascii_digit()));
    if !actor.listed && !dated {
        return;
    }
    let mut names: Vec<String> = Vec::new();
    for name in actor.names.iter().filter_map(|name| person_name(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let Some((first, rest)) = names.split_first() else { return };
    // The list is closed, so a person's place in it is a short and lasting key.
    let number = terms.last().map_or(0, |term| term.number) + 1;
    for code in &actor.codes {
        let Some((iso3, kind)) = code.split_at_checked(3) else { continue };
        let Some(country) = countries.by_iso3(iso3) else { continue };
        let letters = kind.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(kind.len());
        let (kind, dates) = kind.split_at_checked(letters).unwrap_or((kind, ""));
        let mut term = Term::new("phoenix", first, country);
        term.number = number;
        term.id = format!("phoenix:{number}");
        term.aliases = rest.to_vec();
        term.portfolio = portfolio(kind);
        (term.from, term.to) = office_dates(dates.trim());
        if term.from.zip(term.to).is_some_and(|(from, to)| from > to) {
            (term.from, term.to) = (None, None);
        }
        terms.push(term);
    }
}

fn portfolio(code: &str) -> &'static str {
    words::meaning("portfolio", code).unwrap_or("former")
}

/// Reads `040101-050831`, `>080508`, `<860101` and `19940922-20040712`. An end at the turn of the
/// century is the list's way of saying that it knows none.
fn office_dates(text: &str) -> (Option<Day>, Option<Day>) {
    let day = |text: &str| {
        let text = text.trim();
        let (year, rest) = match text.len() {
            8 => text.split_at_checked(4)?,
            6 => text.split_at_checked(2)?,
            _ => return None,
        };
        let (month, day) = rest.split_at_checked(2)?;
        let year: i16 = year.parse().ok()?;
        let year = match year {
            0..=14 => year + 2000,
            15..=99 => year + 1900,
            _ => year,
        };
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    };
    if let Some(from) = text.strip_prefix('>') {
        return (day(from), None);
    }
    if let Some(to) = text.strip_prefix('<') {
        return (None, day(to));
    }
    let Some((from, to)) = text.split_once('-') else { return (None, None) };
    (day(from), day(to).filter(|_| to.trim() != "000101"))
}

/// "SERGEY_V._LAVROV" in the letters of a newspaper, if it is a full name and no title or body.
fn person_name(raw: &str) -> Option<String> {
    let words: Vec<&str> = raw.split(['_', ' ']).filter(|w| !w.is_empty()).collect();
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let plain = raw.chars().all(|c| c.is_alphabetic() || "_ -'.".contains(c));
    let full = words.iter().filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 1).count();
    if full < 2
        || words.len() > 6
        || !plain
        || !is_latin(raw)
        || lower.iter().any(|w| words::has("not-in-name", w))
    {
        return None;
    }
    let mut name = String::new();
    for word in words {
        if !name.is_empty() {
            name.push(' ');
        }
        let word = title_case(word);
        if !name.is_empty() && words::has("particle", &word) {
            name.push_str(&word.to_lowercase());
        } else {
            name.push_str(&word);
        }
    }
    Some(name)
}

/// One word of a name with one capital: "LAVROV", "AL-ASSAD", "MCCONNELL", "O'NEILL".
pub(super) fn title_case(word: &str) -> String {
    if word.chars().any(char::is_lowercase) && !word.contains('-') {
        return word.to_owned();
    }
    let pieces = word.split('-').enumerate().map(|(index, piece)| {
        if piece.chars().any(char::is_lowercase) {
            return piece.to_owned();
        }
        let lower = piece.to_lowercase();
        if index == 0 && word.contains('-') && matches!(lower.as_str(), "al" | "el" | "ul") {
            return lower;
        }
        capitalise(&lower)
    });
    pieces.collect::<Vec<_>>().join("-")
}

fn capitalise(lower: &str) -> String {
    for prefix in ["mc", "o'", "d'"] {
        if let Some(rest) = lower.strip_prefix(prefix).filter(|rest| rest.chars().count() > 2) {
            return format!("{}{}", first_up(prefix), first_up(rest));
        }
    }
    first_up(lower)
}

/// The text with its first letter as a capital.
pub(super) fn first_up(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(chars).collect()
}
