//! A noun phrase that says who without a name: "the Russian minister", "Its lawyer", "A federal judge".
//!
//! Determiner, modifiers, head and complement are told apart by words alone; offices that are written
//! in two ways ("Gov.", "governor") are made one.

use super::lexicon::{Known, Word, ends_as_person, ends_as_thing, is, known};
use std::borrow::Cow;
use std::{iter, mem};
use wirecopy_entity::Gender;
use wirecopy_text::{Folding, fold};

/// Words of a description that are read; a longer one is cut.
const WORDS: usize = 16;

/// Letters that words of one stem begin with.
const STEM: usize = 4;

/// Longest way to write an office, in words.
const SAME_WORDS: usize = 3;

/// The first words, as far as they may be asked: behind another aside than an "and" nothing is.
fn opening(words: &str) -> Vec<Cow<'_, str>> {
    let mut all: Vec<Cow<'_, str>> = Vec::with_capacity(8);
    for word in pieces(words).take(WORDS) {
        let word = fold(word, Folding::new().case().diacritics());
        // "the woman | selling tickets"
        let whose = all.last().filter(|_| all.len() > 1);
        let is_doing = word.ends_with("ing")
            && whose.is_some_and(|who| matches!(&**who, "man" | "woman" | "boy" | "girl"));
        if word != "and" && is_aside(&word) || is_doing {
            break;
        }
        all.push(word);
    }
    all
}

/// Whether the noun phrase proper ends at the word or mark: what follows is an aside.
fn is_aside(word: &str) -> bool {
    matches!(word, "," | "(" | "who" | "whose" | "which" | "that" | "—" | "–" | "--" | "and")
}

/// Words of a field between an "and" and the noun: "diving operations" of "drilling and diving operations company".
const FIELD: usize = 4;

/// "The oil | and | gas company", "The drilling | and | diving operations company": what stands before the
/// "and" is no noun of its own.
fn joins_fields(all: &[Cow<'_, str>], at: usize) -> bool {
    let word = |at: usize| all.get(at).map(Cow::as_ref).unwrap_or_default();
    let is_noun = |word: &str| is(word, Word::Body) || is(word, Word::Agency);
    let is_field = |word: &str| {
        let noun = || is(word, Word::Person) || is(word, Word::Office) || ends_as_person(word);
        let plain = |c: char| c.is_alphabetic() || c == '-';
        !is_noun(word) && !noun() && !is(word, Word::Any) && word.chars().all(plain)
    };
    let determines =
        |word: &str| matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their");
    let behind = at + 1..at + 2 + FIELD;
    let Some(noun) = behind.clone().find(|at| is_noun(word(*at))) else { return false };
    let ends =
        noun + 1 >= all.len() || is_aside(word(noun + 1)) || is(word(noun + 1), Word::Preposition);
    let mut field = (at + 1..noun).map(word);
    word(at) == "and"
        && at > 1
        && is_field(word(at - 1))
        && noun > at + 1
        && field.all(|word| is_field(word) && !determines(word) && !is(word, Word::Preposition))
        && ends
}

/// How a description is introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "this"; or none, as in headlines.
    Definite,
    /// "a", "one", "another": somebody new.
    Indefinite,
    /// "his", "its".
    Possessive,
}

/// A description taken apart, in folded words.
#[derive(Debug, Clone)]
pub(super) struct Description<'t> {
    pub(super) determiner: Determiner,
    /// There is a determiner.
    pub(super) opens: bool,
    pub(super) modifiers: Vec<Cow<'t, str>>,
    pub(super) head: Cow<'t, str>,
    /// What the lists know of the head.
    known: &'static Known,
    /// What stands behind a preposition: "State" of "Secretary of State".
    pub(super) complement: Vec<Cow<'t, str>>,
    /// Whose he is, where another description says so: "the driver" of "the driver's wife".
    pub(super) owner: Option<String>,
}

impl<'t> Description<'t> {
    /// Reads the words; `None` where no noun is left.
    pub(super) fn new(words: &'t str) -> Option<Self> {
        let mut all = opening(words);
        let mut end = (0..all.len()).filter(|at| all.get(*at).is_some_and(|word| is_aside(word)));
        let end = end.find(|at| !joins_fields(&all, *at)).unwrap_or(all.len());
        all.truncate(end);
        let determiner = match all.first().map(Cow::as_ref) {
            Some("the" | "this" | "that") => Some(Determiner::Definite),
            Some("a" | "an" | "one" | "another" | "some") => Some(Determiner::Indefinite),
            Some("his" | "her" | "its" | "their" | "my" | "our") => Some(Determiner::Possessive),
            _ => None,
        };
        let owner = owner_of(&all);
        if determiner.is_some() {
            all.remove(0);
        }
        let is_one_of = is_one_of(&all) && determiner == Some(Determiner::Indefinite);
        if is_one_of {
            all.drain(..2);
        }
        let noun = make_one(&mut all);
        // "the ex-minister" is a minister of once.
        if let Some(office) = all.last().and_then(|head| head.strip_prefix("ex-")) {
            let office = office.to_owned().into();
            all.pop();
            all.extend(["ex".into(), office]);
        }
        let mut complement = all.split_off(noun.unwrap_or(all.len()));
        complement.retain(|word| !is(word, Word::Preposition) && word != "the");
        // "The court in May last year" is the court.
        let is_when = |word: &Cow<'_, str>| {
            is(word, Word::When) || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        if complement.iter().all(is_when) {
            complement.clear();
        }
        let head = all.pop()?;
        let head = match head.strip_suffix('s') {
            Some(one) if is_one_of => one.to_owned().into(),
            _ => head,
        };
        Some(Self {
            determiner: determiner.unwrap_or(Determiner::Definite),
            opens: determiner.is_some(),
            known: known(&head),
            head,
            modifiers: all,
            complement,
            owner,
        })
    }

    /// How well a person with `role` fits: 0 not at all, 1 in a wider sense, up to 3 word for word.
    pub(super) fn fit(&self, role: &Description<'_>, modifier_is_name: bool) -> u8 {
        // "His Israeli counterpart" is "the Israeli minister".
        let peer = role.head == "counterpart"
            && self.is_office()
            && !self.modifiers.is_empty()
            && self.modifiers.iter().all(|word| role.has(word));
        if peer {
            return 2;
        }
        // "The head of the Danish government" is the premier.
        let governs = matches!(&*role.head, "premier" | "chancellor")
            || role.head == "chairman" && role.has("ministers");
        if self.head == "head"
            && self.complement.last().is_some_and(|of| of == "government")
            && governs
        {
            return 1;
        }
        let same = self.head == role.head;
        let wider =
            !same && (self.known.fits.contains(&&*role.head) || self.is_named_for_field(role));
        if !same && !wider || self.is_contrary_to(role) || self.is_over_staff_of(role) {
            return 0;
        }
        // "the deputy minister" is no minister.
        let lower = |word: &str| is(word, Word::Rank) && !is(word, Word::More);
        if self.modifiers.iter().any(|word| lower(word) && !role.has(word)) {
            return 0;
        }
        let said = self.modifiers.iter().chain(&self.complement);
        let strange = said.filter(|word| !is(word, Word::Filler) && !role.has(word)).count();
        // "the minister" is rather no deputy minister.
        let ranks = &role.modifiers;
        let lower_rank = ranks.iter().any(|word| is(word, Word::Rank) && !self.has(word));
        match (same, strange) {
            (true, 0) => 3 - u8::from(lower_rank),
            (false, 0) => 1,
            (true, _) if !modifier_is_name => 1,
            _ => 0,
        }
    }

    /// "the adjudicator" is an adjudication officer, "the biologist" a biology teacher.
    fn is_named_for_field(&self, role: &Description<'_>) -> bool {
        let agent = |stem: &str| {
            ["or", "er", "ist", "ian"].iter().any(|end| self.head.strip_suffix(end) == Some(stem))
        };
        let field = |word: &str| {
            let same =
                word.char_indices().zip(self.head.chars()).find(|((_, own), other)| own != other);
            same.and_then(|((at, _), _)| word.get(..at))
                .is_some_and(|stem| stem.len() > STEM && agent(stem))
        };
        role.is_somebody() && role.modifiers.iter().any(|word| field(word))
    }

    /// "the former mayor" is not the new one, and "the new mayor" not the one who was.
    pub(super) fn is_contrary_to(&self, role: &Description<'_>) -> bool {
        let has =
            |words: &Description<'_>, what: Word| words.modifiers.iter().any(|word| is(word, what));
        has(self, Word::Was) && has(role, Word::Comes)
            || has(self, Word::Comes) && has(role, Word::Was)
    }

    /// Whether the office is one of once, or one to come: "the former mayor", "the incumbent whom they beat".
    pub(super) fn gone(&self) -> Option<bool> {
        let has = |what: Word| self.modifiers.iter().any(|word| is(word, what));
        match (has(Word::Was), has(Word::Comes)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The same without some of its words.
    pub(super) fn without(&self, lands: &[String]) -> Self {
        let mut words = self.clone();
        let is_land = |word: &Cow<'_, str>| lands.iter().any(|land| land == word);
        words.modifiers.retain(|word| !is_land(word));
        words.complement.retain(|word| !is_land(word));
        words
    }

    /// The same with the head in the singular: "minister" of "ministers".
    pub(super) fn singular(&self) -> Self {
        let head = match self.head.strip_suffix("men") {
            Some(stem) if self.is_men() => format!("{stem}man"),
            _ => match self.head.strip_suffix("ies") {
                Some(stem) => format!("{stem}y"),
                None => self.head.trim_end_matches('s').to_owned(),
            },
        };
        Self { known: known(&head), head: head.into(), ..self.clone() }
    }

    /// Whether the nouns fit, whatever else is said of either.
    pub(super) fn fits_in_general(&self, role: &Description<'_>) -> bool {
        let fits = self.head == role.head || self.known.fits.contains(&&*role.head);
        fits && !self.is_over_staff_of(role)
    }

    /// "The disaster chief" is nobody's chief of staff.
    pub(super) fn is_over_staff_of(&self, role: &Description<'_>) -> bool {
        let of_staff = |of: &[Cow<'_, str>]| of.iter().any(|word| word == "staff");
        role.head == "chief" && of_staff(&role.complement) && !of_staff(&self.complement)
    }

    /// Whether the role says nothing that it does not say: "a port spokesman" is "spokesman Tom Berg", and no "army
    /// spokesman".
    pub(super) fn covers(&self, role: &Description<'_>) -> bool {
        let said = role.modifiers.iter().chain(&role.complement);
        said.filter(|word| !is(word, Word::Filler)).all(|word| self.has(word))
    }

    /// Whether a word stands in it, or one of the same stem ("Turkish", "Turkey's").
    fn has(&self, word: &str) -> bool {
        let is_long = word.chars().nth(STEM).is_some();
        let stem = || word.chars().take(STEM);
        let mut all = self.modifiers.iter().chain(&self.complement).chain([&self.head]);
        all.any(|own| own == word || is_long && own.chars().take(STEM).eq(stem()))
    }

    /// Whether the head is such a noun.
    pub(super) const fn is(&self, what: Word) -> bool {
        self.known.is(what)
    }

    /// Whether it stands for a paper that the story has told of: "the statement".
    pub(super) fn is_paper(&self) -> bool {
        let is_paper = self.is(Word::Paper) || self.is(Word::Work);
        self.determiner == Determiner::Definite && is_paper
    }

    /// Whether somebody wrote it: "a study by the university".
    pub(super) fn is_work(&self) -> bool {
        let is_work = |known: &Known| known.is(Word::Work) || known.is(Word::Paper);
        is_work(self.known) || self.modifiers.iter().any(|word| is_work(known(word)))
    }

    /// Whether somebody speaks by it: "a second message", but no study.
    pub(super) fn is_message(&self) -> bool {
        self.is(Word::Paper)
    }

    /// "The president may order it": of the land, and not of the union that the role tells of.
    pub(super) fn is_other_president(&self, role: &Description<'_>) -> bool {
        self.head == "president"
            && self.is_bare()
            && role.head == "president"
            && !role.complement.is_empty()
    }

    /// "the president", and no more.
    pub(super) fn is_bare(&self) -> bool {
        self.opens
            && self.determiner == Determiner::Definite
            && self.modifiers.is_empty()
            && self.complement.is_empty()
            && self.owner.is_none()
    }

    /// "the statement", and no more: no letter, and not "the army statement".
    pub(super) fn is_bare_statement(&self) -> bool {
        self.head == "statement" && self.modifiers.is_empty() && self.owner.is_none()
    }

    /// Whether it stands for a company or club of whatever name.
    pub(super) fn is_any_body(&self) -> bool {
        self.is(Word::Body)
    }

    /// Whether it stands for an office, an agency, a charity of whatever name.
    pub(super) fn is_any_agency(&self) -> bool {
        self.is(Word::Agency)
    }

    /// Whether the matter itself brings somebody along whom the noun may mean: "the judge".
    pub(super) fn is_expected(&self) -> bool {
        self.is(Word::Expected)
    }

    /// Whether it tells more of somebody who is known: "the former teacher", "the two-time winner".
    pub(super) fn tells_more(&self) -> bool {
        if self.head.ends_with("-elect") || self.head.ends_with("-designate") {
            return true;
        }
        self.modifiers.iter().any(|word| {
            is(word, Word::More)
                || word == "ex"
                || ["-year-old", "-time", "-born", "-turned-"]
                    .iter()
                    .any(|part| word.contains(part))
        })
    }

    /// "the 61-year-old harpist of note", but no 150-year-old company.
    fn is_aged(&self) -> bool {
        let aged = self.modifiers.iter().any(|word| word.ends_with("-year-old"));
        aged && !self.is_any_body() && !self.is_any_agency()
    }

    /// The gender of whoever the noun may be for: "the actress".
    pub(super) fn gender(&self) -> Option<Gender> {
        if self.head.ends_with("woman") {
            return Some(Gender::Female);
        }
        self.known.gender()
    }

    /// Whether it is a noun for whoever has or does something: "the miller".
    pub(super) const fn is_trade(&self) -> bool {
        self.known.is_trade
    }

    /// How old whoever is called so may be: "the teenager".
    pub(super) const fn ages(&self) -> Option<(u16, u16)> {
        self.known.ages
    }

    /// Whether it stands for whoever spoke last.
    pub(super) fn is_anybody(&self) -> bool {
        self.is(Word::Any)
            || self.head.ends_with("-year-old")
            || self.is_aged() && !self.is(Word::Thing) && !self.is_office()
    }

    /// Whether it is an office, which may be that of somebody whose role the story does not tell.
    pub(super) fn is_office(&self) -> bool {
        // "the president-general", "the governor-elect"
        let compound =
            || self.head.split_once('-').is_some_and(|(first, _)| is(first, Word::Office));
        self.is(Word::Office) || compound()
    }

    /// A relative, and of which gender (`?` for either).
    pub(super) fn kin(&self) -> Option<&'static str> {
        self.known.kin
    }

    /// Whether several are meant.
    pub(super) fn is_plural(&self) -> bool {
        self.head.ends_with('s') && !self.head.ends_with("ss")
            || self.is(Word::Two)
            || self.is_men()
    }

    /// "men", "policewomen".
    fn is_men(&self) -> bool {
        let stem = self.head.strip_suffix("men");
        stem.is_some_and(|stem| stem.is_empty() || ends_as_person(&format!("{stem}man")))
    }

    /// Whether the noun is one for a person and not for a body, too: "the carrier".
    pub(super) fn is_somebody(&self) -> bool {
        self.is_personal() && !self.is_any_body() && !self.is_any_agency()
    }

    /// Whether the noun may be one for a person, as no list and no ending says that it is not: "the solon".
    pub(super) fn may_be_somebody(&self) -> bool {
        const OTHER: [Word; 7] = [
            Word::Thing,
            Word::Paper,
            Word::Work,
            Word::Wide,
            Word::Agency,
            Word::Body,
            Word::Realm,
        ];
        let head = &*self.head;
        self.is_somebody()
            || self.determiner == Determiner::Definite
                && self.complement.is_empty()
                && self.owner.is_none()
                && !OTHER.iter().any(|noun| self.is(*noun))
                && !ends_as_thing(head)
                && head.chars().all(|c| c.is_alphabetic() || c == '-')
    }

    /// "Witness K": a letter for the name of somebody of whom no more is told.
    pub(super) fn is_lettered(&self) -> bool {
        let person = |word: &Cow<'_, str>| is(word, Word::Person) || ends_as_person(word);
        self.head.chars().count() == 1 && !self.opens && self.modifiers.last().is_some_and(person)
    }

    /// Whether the noun is one for a person, as far as its form tells.
    pub(super) fn is_personal(&self) -> bool {
        !self.is(Word::Thing)
            && (self.is(Word::Person)
                || self.is_anybody()
                || self.is_office()
                || self.kin().is_some()
                || ends_as_person(&self.head)
                || self.is_aged())
    }
}

/// The words, commas and opening brackets.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    const MARKS: [char; 2] = [',', '('];
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b',' | b'(');
    let mut rest = words;
    iter::from_fn(move || {
        rest = rest.trim_start();
        let is_mark = rest.starts_with(MARKS);
        let end = |c: char| c.is_whitespace() || MARKS.contains(&c);
        let plain = rest.bytes().take_while(is_plain).count();
        let other = rest.get(plain..)?;
        let end = if is_mark { 1 } else { plain + other.find(end).unwrap_or(other.len()) };
        let piece;
        (piece, rest) = rest.split_at_checked(end)?;
        (!piece.is_empty()).then_some(piece)
    })
}

/// "one | of its | most senior executives": a new one.
fn is_one_of(rest: &[Cow<'_, str>]) -> bool {
    const WHOSE: [&str; 20] = [
        "the", "its", "his", "her", "their", "our", "my", "those", "two", "three", "four", "five",
        "six", "seven", "eight", "nine", "ten", "several", "many", "few",
    ];
    matches!(rest, [of, whose, _, ..] if of == "of" && WHOSE.contains(&whose.as_ref()))
}

/// "the driver" in "the driver's wife": the words up to the last possessive before the head.
fn owner_of(all: &[Cow<'_, str>]) -> Option<String> {
    let front = all.split_last()?.1;
    let last = front.iter().rposition(|word| owner(word).len() < word.len())?;
    let mut words: Vec<&str> = front.get(..=last)?.iter().map(Cow::as_ref).collect();
    let head = words.pop()?;
    words.push(owner(head));
    Some(words.join(" "))
}

/// A word without what makes it a possessive.
fn owner(mut word: &str) -> &str {
    for suffix in ["'s", "’s"] {
        while let Some(owner) = word.strip_suffix(suffix) {
            word = owner;
        }
    }
    word
}

/// A word without marks at its ends and without what makes it a possessive.
fn bare(word: Cow<'_, str>) -> Cow<'_, str> {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '.' | ';' | ':');
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(owner(word.trim_matches(is_mark))),
        Cow::Owned(word) => {
            let bare = owner(word.trim_matches(is_mark));
            let whole = bare.len() == word.len();
            Cow::Owned(if whole { word } else { bare.to_owned() })
        }
    }
}

/// Writes each office in one way, and other words without their marks; gives the place of the first
/// preposition.
fn make_one(words: &mut Vec<Cow<'_, str>>) -> Option<usize> {
    let (mut at, mut kept, mut preposition) = (0, 0, None);
    while at < words.len() {
        let mut of_word = known(words.get(at).map(Cow::as_ref).unwrap_or_default());
        let office = office_at(words.get(at..).unwrap_or_default(), &of_word.offices);
        let word = words.get_mut(at).map(mem::take).unwrap_or_default();
        let length = word.len();
        let (count, word) = match office {
            Some((count, office)) => (count, Cow::Borrowed(office)),
            None => (1, bare(word)),
        };
        if word.len() != length {
            of_word = known(&word);
        }
        if let Some(place) = words.get_mut(kept).filter(|_| !word.is_empty()) {
            *place = word;
            preposition = preposition.or(of_word.is(Word::Preposition).then_some(kept));
            kept += 1;
        }
        at += count;
    }
    words.truncate(kept);
    preposition
}

/// The one of `offices` that the first of `words` write, and how many they are.
fn office_at(
    words: &[Cow<'_, str>],
    offices: &[(&'static str, &'static str)],
) -> Option<(usize, &'static str)> {
    let most = if offices.is_empty() { 0 } else { SAME_WORDS.min(words.len()) };
    (1..=most).rev().find_map(|count| {
        let key = match words.get(..count)? {
            [word] => Cow::Borrowed(&**word),
            words => Cow::Owned(words.join(" ")),
        };
        let office = offices.iter().find(|(written, _)| *written == key)?.1;
        Some((count, office))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_fits_its_descriptions() {
        let fit = |description: &str, role: &str| {
            let role = Description::new(role).expect("a role");
            Description::new(description).expect("a description").fit(&role, false)
        };
        assert_eq!(fit("the governor", "Gov."), 3);
        assert_eq!(fit("the Russian minister, who left,", "Russian Foreign Minister"), 3);
        assert_eq!(fit("the secretary of state", "U.S. Secretary of State"), 3);
        assert_eq!(fit("the minister", "Deputy Foreign Minister"), 2);
        assert_eq!(fit("the lawmaker", "Rep."), 1);
        assert_eq!(fit("the foundation", "executive director of the foundation"), 0);
        assert_eq!(fit("the CFO", "Finance chief"), 3);
        assert_eq!(fit("the head of the Danish government", "Prime Minister"), 1);
        assert_eq!(fit("the adjudicator", "adjudication officer"), 1);
        assert_eq!(fit("the biologist", "biology teacher"), 1);
        assert_eq!(fit("the officer", "office manager"), 0);
        let head = |words: &str| Description::new(words).map(|words| words.head.into_owned());
        let drills = head("the drilling and ship-repair services company");
        assert_eq!(drills.as_deref(), Some("company"));
        let court = Description::new("the court in May last year").expect("a description");
        assert!(court.complement.is_empty());
    }
}
