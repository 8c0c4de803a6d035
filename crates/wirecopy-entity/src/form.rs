//! What a word is wherever it stands: its spellings, its classes, what the list of names says of it.

use crate::lexicon::{self, Class};
use crate::pinyin;
use std::ops::Deref;
use wirecopy_gazetteer::{EntryKind, Gazetteer, NameId};
use wirecopy_linear::hash_str;
use wirecopy_text::chars::is_all_capitals;
use wirecopy_text::{Folding, fold};

/// A word of a story with its spellings and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form<'a> {
    spelled: &'a Spelled,
    /// How usual the word is without a capital, from 0 (always a name) to 1, as this story has it.
    pub(crate) common: f32,
}

/// What is known of a word wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
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
    /// It begins with a small letter and has no capital: "al-Masoudi" is a name all the same.
    pub(crate) small: bool,
    /// Two letters or more, all capitals.
    pub(crate) capitals: bool,
    /// It is written as it is kept: nothing was folded.
    pub(crate) plain: bool,
    /// Two syllables of Chinese.
    pub(crate) pair: bool,
    /// The number that it shares with words that differ in capitals alone.
    pub(crate) group: u32,
    /// The hash of the word in lower case, an atom of features.
    pub(crate) hash: u64,
    /// The vocabulary's numbers of how names begin with it.
    pub(crate) openings: (u32, u32),
}

/// Of no word.
const NOTHING: Facts = Facts {
    letters: 0,
    class: Class::NONE,
    given: 0,
    surname: 0,
    male: false,
    female: false,
    common: 1.0,
    listed_common: false,
    small: false,
    capitals: false,
    plain: false,
    pair: false,
    group: u32::MAX,
    hash: 0,
    openings: (0, 0),
};

/// Of no word.
pub(crate) static EMPTY: Form<'static> = Form { spelled: &UNWRITTEN, common: 1.0 };

static UNWRITTEN: Spelled =
    Spelled { text: String::new(), lower: None, title: None, facts: NOTHING };

/// Rules ask a form for what is known of it.
impl Deref for Form<'_> {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.spelled.facts
    }
}

impl<'a> Form<'a> {
    /// As written, with plain apostrophes.
    pub(crate) fn text(&self) -> &'a str {
        &self.spelled.text
    }

    /// In lower case.
    pub(crate) fn lower(&self) -> &'a str {
        self.spelled.lower()
    }

    /// As in running text: the title case of a word in capitals.
    pub(crate) fn title(&self) -> &'a str {
        self.spelled.title.as_deref().unwrap_or(&self.spelled.text)
    }

    /// The same, more usual without a capital than the lists say.
    pub(crate) fn lifted(self, common: f32) -> Self {
        Self { common: self.common.max(common), ..self }
    }
}

impl Facts {
    /// Whether a listed name may begin with the word.
    pub(crate) const fn opens(&self) -> bool {
        self.openings.0 != self.openings.1
    }
}

/// A word as it is kept.
#[derive(Debug)]
pub(crate) struct Spelled {
    text: String,
    /// `None` where it is the text.
    lower: Option<Box<str>>,
    title: Option<Box<str>>,
    pub(crate) facts: Facts,
}

impl Spelled {
    /// Looks a word up.
    pub(crate) fn read(written: &str, names: Option<&Gazetteer>) -> Self {
        // "Holm amp Rowe": what careless software left of the sign; the name keeps it as written.
        if written == "amp" {
            let sign = Self::read("&", names);
            let facts = Facts { plain: true, ..sign.facts };
            return Self { text: written.into(), lower: Some("&".into()), title: None, facts };
        }
        let text = fold(written, Folding::new());
        let letters = Letters::of(&text);
        let lower = if letters.small { text.to_string() } else { text.to_lowercase() };
        let mut title = if letters.capitals { title_case(&text) } else { text.to_string() };
        let mut facts = Facts {
            letters: letters.count,
            class: lexicon::classes(once(&lower)),
            common: 0.02,
            small: text.starts_with(char::is_lowercase) && !text.contains(char::is_uppercase),
            capitals: letters.capitals,
            plain: text == written,
            pair: (4..=12).contains(&letters.count) && !letters.small && pinyin::is_pair(&lower),
            hash: hash_str(&lower),
            ..NOTHING
        };
        if let Some(names) = names.filter(|_| letters.count > 0) {
            evidence(&mut facts, &title, names);
            if facts.given == 0 && facts.surname == 0 && letters.count != text.len() {
                compound_name(&mut facts, &title, names);
            }
            // "AP" in a line of capitals is no Ap.
            let known = facts.given > 0 || facts.surname > 0 || facts.listed_common;
            if letters.count <= 3 && !known {
                title = text.to_string();
            }
        }
        facts.class = job(&facts, &lower);
        if facts.class.any(Class::FUNCTION) {
            facts.common = 1.0;
        }
        let other = |spelling: String| (spelling != text).then(|| spelling.into());
        Self { lower: other(lower), title: other(title), text: text.into(), facts }
    }

    /// In lower case.
    pub(crate) fn lower(&self) -> &str {
        self.lower.as_deref().unwrap_or(&self.text)
    }

    /// The form.
    pub(crate) const fn form(&self) -> Form<'_> {
        Form { spelled: self, common: self.facts.common }
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
fn compound_name(form: &mut Facts, title: &str, names: &Gazetteer) {
    let Some((first, last)) = title.split_once('-') else { return };
    if last.contains('-') {
        return;
    }
    let (mut opens, mut closes) = (NOTHING, NOTHING);
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
fn job(form: &Facts, lower: &str) -> Class {
    let plain = form.class.is_plain()
        && form.letters >= 8
        && (form.given, form.surname) == (0, 0)
        && JOBS.iter().any(|ending| lower.ends_with(ending));
    if plain { Class::ROLE } else { form.class }
}

/// How much of a bucket of the list of common words stands in small letters.
const SHARES: [f32; 8] = [0.02, 0.1, 0.22, 0.4, 0.6, 0.78, 0.9, 0.98];

/// Given name, surname and commonness of a form from the list of names.
fn evidence(form: &mut Facts, title: &str, names: &Gazetteer) {
    read(form, names.lookup(title), names);
}

/// The same from an entry of that list.
fn read(form: &mut Facts, id: Option<NameId>, names: &Gazetteer) {
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

/// "then-Prime Minister" and "ex-minister" are what is behind the hyphen.
fn once(lower: &str) -> &str {
    lower.strip_prefix("then-").or_else(|| lower.strip_prefix("ex-")).unwrap_or(lower)
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
