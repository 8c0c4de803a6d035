//! What a word is wherever it stands: its spellings, its classes, what the list of names says of it.

use crate::lexicon::{self, Class};
use std::borrow::Cow;
use wirecopy_gazetteer::{EntryKind, Gazetteer, NameId};
use wirecopy_text::chars::is_all_capitals;
use wirecopy_text::{Folding, fold};

/// What is known of a word wherever it stands.
#[derive(Debug, Clone)]
pub(crate) struct Form<'a> {
    /// As written, with plain apostrophes.
    pub(crate) text: Cow<'a, str>,
    /// In lower case.
    pub(crate) lower: Cow<'a, str>,
    /// As in running text: the title case of a word in capitals.
    pub(crate) title: Cow<'a, str>,
    /// Number of letters.
    pub(crate) letters: usize,
    pub(crate) class: Class,
    /// Commonness as a given name: 0 is none, 8 the most common.
    pub(crate) given: u8,
    /// Commonness as a surname, likewise.
    pub(crate) surname: u8,
    /// A given name of men.
    pub(crate) male: bool,
    /// A given name of women.
    pub(crate) female: bool,
    /// How usual the word is without a capital, from 0 (always a name) to 1.
    pub(crate) common: f32,
    /// Whether the list of common words has it.
    pub(crate) listed_common: bool,
}

/// Of no word.
pub(crate) static EMPTY: Form<'static> = Form {
    text: Cow::Borrowed(""),
    lower: Cow::Borrowed(""),
    title: Cow::Borrowed(""),
    letters: 0,
    class: Class::NONE,
    given: 0,
    surname: 0,
    male: false,
    female: false,
    common: 1.0,
    listed_common: false,
};

impl<'a> Form<'a> {
    /// Looks a word up.
    pub(crate) fn new(surface: &'a str, names: Option<&Gazetteer>) -> Self {
        let text = fold(surface, Folding::new());
        let letters = Letters::of(&text);
        let lower = match text {
            _ if letters.small => text.clone(),
            _ if text.is_ascii() => Cow::Owned(text.to_ascii_lowercase()),
            _ => Cow::Owned(text.to_lowercase()),
        };
        let title = if letters.capitals { Cow::Owned(title_case(&text)) } else { text.clone() };
        let mut form = Form {
            class: lexicon::classes(&lower),
            letters: letters.count,
            text,
            lower,
            title,
            ..EMPTY
        };
        form.common = 0.02;
        if let Some(names) = names.filter(|_| form.letters > 0) {
            evidence(&mut form, names);
            compound_name(&mut form, names);
            // "AP" in a line of capitals is no Ap.
            let known = form.given > 0 || form.surname > 0 || form.listed_common;
            if form.letters <= 3 && !known {
                form.title.clone_from(&form.text);
            }
        }
        form.class = job(&form);
        if form.class.any(Class::FUNCTION) {
            form.common = 1.0;
        }
        form
    }

    /// Whether the word is written in small ASCII letters, as it stands in the text.
    pub(crate) const fn is_plain(&self) -> bool {
        matches!((&self.text, &self.lower), (Cow::Borrowed(_), Cow::Borrowed(_)))
    }
}

/// The letters of a word.
struct Letters {
    count: usize,
    /// All ASCII, and none a capital.
    small: bool,
    /// Two or more, all capitals.
    capitals: bool,
}

impl Letters {
    fn of(text: &str) -> Self {
        if !text.is_ascii() {
            let count = text.chars().filter(|c| c.is_alphabetic()).count();
            return Self { count, small: false, capitals: is_all_capitals(text) };
        }
        let (mut lower, mut upper) = (0, 0);
        for byte in text.bytes() {
            lower += usize::from(byte.is_ascii_lowercase());
            upper += usize::from(byte.is_ascii_uppercase());
        }
        Self { count: lower + upper, small: upper == 0, capitals: lower == 0 && upper >= 2 }
    }
}

/// "KERRY" as it would stand in running text: "Kerry"; "O'NEILL" is "O'Neill", "AL-ASSAD" "Al-Assad".
pub(crate) fn title_case(text: &str) -> String {
    let mut title = String::with_capacity(text.len());
    let mut letters = 0;
    for c in text.chars() {
        if c.is_alphabetic() {
            if letters == 0 || (letters == 2 && title.ends_with("Mc")) {
                title.extend(c.to_uppercase());
            } else {
                title.extend(c.to_lowercase());
            }
            letters += 1;
        } else {
            // "O'Neill" goes on with a capital, "Don't" does not matter.
            letters = if c == '\'' && letters != 1 { letters } else { 0 };
            title.push(c);
        }
    }
    title
}

/// "Reyes-Boone": both halves are surnames; "Hans-Georg": both are given names.
fn compound_name(form: &mut Form<'_>, names: &Gazetteer) {
    if form.given > 0 || form.surname > 0 || form.letters == form.text.len() {
        return;
    }
    let Some((first, last)) = form.title.split_once('-') else { return };
    if last.contains('-') {
        return;
    }
    let (mut opens, mut closes) = (EMPTY.clone(), EMPTY.clone());
    read(&mut opens, names.lookup(first), names);
    read(&mut closes, names.lookup(last), names);
    // The least: "Coca-Cola" is made of surnames too.
    if opens.surname > 0 && closes.surname > 0 {
        form.surname = 1;
    }
    let (low, high) = (opens.given.min(closes.given), opens.given.max(closes.given));
    if low >= 3 && high >= 4 {
        (form.given, form.male, form.female) = (low, opens.male, opens.female);
    }
}

/// What nobody bears as a name and what people do: "lighthousekeeper", "stationmaster".
const JOBS: [&str; 5] = ["master", "keeper", "ologist", "mistress", "woman"];

/// The role that the ending of an unlisted word makes it.
fn job(form: &Form<'_>) -> Class {
    let plain = form.class == Class::NONE
        && form.letters >= 8
        && (form.given, form.surname) == (0, 0)
        && JOBS.iter().any(|ending| form.lower.ends_with(ending));
    if plain { Class::ROLE } else { form.class }
}

/// How much of a bucket of the list of common words stands in small letters.
const SHARES: [f32; 8] = [0.02, 0.1, 0.22, 0.4, 0.6, 0.78, 0.9, 0.98];

/// Given name, surname and commonness of a form from the list of names.
fn evidence(form: &mut Form<'_>, names: &Gazetteer) {
    let id = names.lookup(&form.title);
    read(form, id, names);
}

/// The same from an entry of that list.
fn read(form: &mut Form<'_>, id: Option<NameId>, names: &Gazetteer) {
    let Some(id) = id else { return };
    for entry in names.entries(id).take(8) {
        let weight = u8::try_from(entry.weight().min(8)).unwrap_or(8).max(1);
        match entry.kind() {
            EntryKind::GivenName => {
                form.given = form.given.max(weight);
                let gender = entry.field("gender").unwrap_or("");
                form.male |= gender.contains('m');
                form.female |= gender.contains('f');
            }
            EntryKind::Surname => form.surname = form.surname.max(weight),
            _ => {}
        }
        if let Some(bucket) = entry.field("common").and_then(|bucket| bucket.parse::<usize>().ok())
        {
            form.listed_common = true;
            form.common = SHARES.get(bucket).copied().unwrap_or(1.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_turn_to_title_case() {
        for (text, title) in [
            ("KERRY", "Kerry"),
            ("O'NEILL", "O'Neill"),
            ("MCDONALD", "McDonald"),
            ("AL-SADR", "Al-Sadr"),
        ] {
            assert_eq!(title_case(text), title);
        }
    }
}
