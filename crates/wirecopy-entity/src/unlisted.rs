//! Names that no list has, by what stands around them: acronyms, speakers, firms, places behind a
//! preposition.
//!
//! "in Ribeira", "Vangsnes said", "carrier Rheinflug", "Sugiharto, 43,": a capital says that it is a name, and
//! its neighbours of what.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use crate::words::{Style, Word, WordKind};
use std::ops::Range;

/// How the names of companies end that are one word: "Turanbank", "Rheinflug".
const BODY_ENDINGS: [&str; 31] = [
    "bank", "banken", "banka", "telecom", "telekom", "energo", "neft", "gaz", "prom", "stroy",
    "invest", "flot", "flug", "werke", "tech", "pharma", "media", "watch", "rail", "mart", "corp",
    "soft", "chem", "steel", "link", "trans", "bahn", "agro", "labs", "verket", "fone",
];

fn is_town(noun: &str) -> bool {
    matches!(
        noun,
        "town"
            | "city"
            | "village"
            | "suburb"
            | "port"
            | "island"
            | "hamlet"
            | "resort"
            | "region"
            | "province"
            | "district"
            | "neighborhood"
            | "neighbourhood"
    )
}

fn has_body_ending(lower: &str) -> bool {
    BODY_ENDINGS.iter().any(|ending| lower.len() >= ending.len() + 3 && lower.ends_with(ending))
}

/// "BridgeWatch", but not "McAdam", "DeShawn", "FitzRoy", "MPs".
fn is_camel(word: &[u8]) -> bool {
    let small = |letters: &[u8]| letters.iter().all(u8::is_ascii_lowercase);
    let inner = word.iter().skip(1).position(u8::is_ascii_uppercase).map(|at| at + 1);
    let Some((opens, closes)) = inner.and_then(|at| word.split_at_checked(at)) else {
        return false;
    };
    let prefix = matches!(opens, b"Mac" | b"Fitz" | b"Van" | b"Von" | b"Della" | b"Dela");
    let parts = small(opens.get(1..).unwrap_or(&[])) && small(closes.get(1..).unwrap_or(&[]));
    opens.len() >= 3 && closes.len() >= 2 && !prefix && parts
}

/// The end of a name, what it is, and why.
type Found = (usize, EntityKind, MentionReason);

impl Scene<'_> {
    /// Unlisted capitals: acronyms, speakers, places behind a preposition.
    pub(crate) fn unlisted_words(&mut self) {
        self.at_names(|scene, word| {
            if scene.is_furniture(word) || scene.words.style(word) != Style::Sentence {
                return None;
            }
            let (end, kind, reason) = scene.unlisted_word(word)?;
            let mark = scene.mark(word..end, kind, reason)?;
            if let Some(mark) = scene.marks.get_mut(mark) {
                mark.sure = reason == MentionReason::Employer;
            }
            None
        });
    }

    fn unlisted_word(&self, word: usize) -> Option<Found> {
        let it = self.words.word(word);
        let class = self.class(word);
        let common = self.common(word);
        // "Twins | Ana and Bo Holm"
        let kin = it.start && class.any(Class::KIN) && self.words.lower(word).ends_with('s');
        if !self.is_name_word(word)
            || kin
            || class.any(Class::HONORIFIC.or(Class::TITLE))
            || (class.any(Class::PORTFOLIO) && common > 0.2)
            || class.any(Class::ROLE) && self.is_acronym(word)
            || self.is_plural_of_capitals(word)
            || self.is_thing_in_letters(word)
            || self.is_party(&(word..word + 1))
        {
            return None;
        }
        let form = self.words.form(word);
        // "Witness K": a letter is no name.
        let alone = self.words.near(word, word + 1).is_none_or(|it| !it.capital);
        if alone && form.letters == 1 && it.kind == WordKind::Word && !self.is_acronym(word) {
            return None;
        }
        // "R118.20", "N8m", "P3": sums and forms of schools.
        if form.text().contains(|c: char| c.is_ascii_digit()) && !self.is_acronym(word) {
            return None;
        }
        if self.is_camel(word) {
            return Some((word + 1, EntityKind::Organization, MentionReason::NameShape));
        }
        if self.is_named_union(word) {
            return Some((word + 1, EntityKind::Organization, MentionReason::Employer));
        }
        if self.is_acronym(word)
            && (3..=6).contains(&form.letters)
            && form.common < 0.3
            && form.text().chars().all(char::is_alphanumeric)
        {
            if self.has_region_behind(word) {
                return Some((word + 1, EntityKind::Place, MentionReason::PlaceRegion));
            }
            return self.is_acronym_used(word).then_some((
                word + 1,
                EntityKind::Organization,
                MentionReason::Acronym,
            ));
        }
        // "passed Congress", "the Senate"
        if class.any(Class::CHAMBER) && !self.beside_capital(word) {
            return Some((word + 1, EntityKind::Organization, MentionReason::OrganizationSuffix));
        }
        let mut end = word + 1;
        while end - word < REACH
            && self.beside(word, end)
            && self.free(end)
            && self.is_name_word(end)
            && !self.is_possessive(end - 1)
        {
            end += 1;
        }
        let before_is_name = word.checked_sub(1).is_some_and(|b| {
            self.beside(word, b) && self.words.word(b).capital && !self.words.word(b).start
        });
        if end > word + 1 && self.is_opening_noun(word) {
            return None;
        }
        // "country head of | Harvest Bridge, a charity in Tarn,"
        let several = end > word + 1 && !it.start && form.given < 3 && !before_is_name;
        if several && self.after(word, end) == "," && self.is_employer(word, end) {
            return Some((end, EntityKind::Organization, MentionReason::Employer));
        }
        if before_is_name || it.kind != WordKind::Word || common > 0.3 || self.is_acronym(word) {
            return None;
        }
        self.unlisted_run(word, end)
    }

    /// "MPs", "CEOs": nobody's name.
    pub(crate) fn is_plural_of_capitals(&self, word: usize) -> bool {
        let singular = self.words.form(word).text().strip_suffix('s');
        singular.is_some_and(|text| {
            text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase())
        })
    }

    /// "BridgeWatch": a capital within a word that nobody bears, alone.
    fn is_camel(&self, word: usize) -> bool {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let capital =
            |at: usize| self.words.near(word, at).is_some_and(|it| it.capital && !it.start);
        it.kind == WordKind::Word
            && !it.compound
            && (form.given, form.surname) == (0, 0)
            && form.text().is_ascii()
            && is_camel(form.text().as_bytes())
            && !capital(word + 1)
            && !word.checked_sub(1).is_some_and(capital)
    }

    /// A run of unlisted capitals by the words around it.
    fn unlisted_run(&self, word: usize, end: usize) -> Option<Found> {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let class = self.class(word);
        let small = (word..end).all(|at| self.common(at) < 0.4 && !self.is_acronym(at));
        let perfect = matches!(self.after(word, end), "has" | "had");
        let said = self.class_after(word, end + usize::from(perfect)).any(Class::SAY);
        let near = matches!(
            self.before(word),
            "in" | "at"
                | "near"
                | "from"
                | "outside"
                | "toward"
                | "towards"
                | "around"
                | "across"
                | "throughout"
                | "inside"
        );
        let opens = it.start && (form.given, form.surname) != (0, 0);
        if end - word <= 2 && small && !opens && self.is_home(word, end) {
            return Some((end, EntityKind::Place, MentionReason::PlacePreposition));
        }
        if end > word + 1 && self.is_quoted(&(word..end)) {
            return None;
        }
        // A word right before a person's name is not another person.
        let person_behind = !self.is_possessive(end - 1)
            && self.beside(word, end)
            && self.mark_at(end).is_some_and(|mark| mark.kind == EntityKind::Person);
        if person_behind && class.any(Class::ROLE.or(Class::PORTFOLIO).or(Class::MODIFIER)) {
            return None;
        }
        if end - word <= 2 && small && !it.start && self.is_beside_place_noun(word, end) {
            return Some((end, EntityKind::Place, MentionReason::PlaceSuffix));
        }
        // "in the Corvands": mountains and islands, where no team plays.
        let many = end == word + 1
            && (form.given, form.surname) == (0, 0)
            && form.lower().ends_with('s')
            && !form.listed_common
            && self.before(word) == "the"
            && self.before(word - 1) == "in"
            && !self.sport
            && self.words.near(word, end).is_none_or(|it| it.kind != WordKind::Clitic);
        if many && small {
            return Some((end, EntityKind::Place, MentionReason::PlacePreposition));
        }
        // "the Norland government": nobody's who is known.
        let governed = end == word + 1
            && (form.given, form.surname) == (0, 0)
            && matches!(self.after(word, end), "government" | "parliament" | "embassy");
        if governed && small && !it.start {
            return Some((end, EntityKind::Place, MentionReason::PlaceSuffix));
        }
        if end == word + 1 && form.lower().ends_with("shire") && form.lower().len() > 7 {
            return Some((end, EntityKind::Place, MentionReason::PlaceSuffix));
        }
        if let Some(name) = self.by_company(word, end, small) {
            return Some(name);
        }
        let known = !it.start || end > word + 1 || form.surname > 0 || form.given > 0;
        // "Police in | Ribeira said"
        let inside = matches!(self.before(word), "in" | "at" | "near") && !it.start;
        let inside = inside || end == word + 1 && self.is_of_somebody(word);
        // "the Herald said": nobody has an article.
        let article = end == word + 1
            && self.before(word) == "the"
            && !form.lower().ends_with('s')
            && !self.evidence.is_demonym(word)
            && (class.any(Class::ORG_END.or(Class::ORG_WEAK)) || self.is_nobodys(word));
        if said && article {
            return Some((end, EntityKind::Organization, MentionReason::SpeechVerb));
        }
        if said && end - word <= 2 && small && known && !inside {
            return Some((end, EntityKind::Person, MentionReason::SpeechVerb));
        }
        if end - word <= 2 && small && form.given < 3 && self.is_employer(word, end) {
            return Some((end, EntityKind::Organization, MentionReason::Employer));
        }
        if end - word <= 2 && small && self.acts_for_itself(word, end) {
            return Some((end, EntityKind::Organization, MentionReason::Employer));
        }
        if near && end - word <= 2 && small && !it.start && !self.acts(word, end) {
            let person = end - word == 1
                && form.surname >= 5
                && form.given == 0
                && self.before(word) == "from";
            return (!person).then_some((end, EntityKind::Place, MentionReason::PlacePreposition));
        }
        self.unlisted_person(word, end)
    }

    /// A word of no list, too long for a nickname, that English does not make of a land: "the | Louvre".
    fn is_nobodys(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let it = self.words.word(word);
        (form.given, form.surname) == (0, 0)
            && form.letters >= 5
            && it.kind == WordKind::Word
            && !it.start
            && !form.listed_common
            && !self.is_derived(word)
    }

    /// A run of unlisted capitals by what it is made of: a surname, a given name, rare words.
    fn unlisted_person(&self, word: usize, end: usize) -> Option<Found> {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let common = self.common(word);
        if self.is_of_somebody(word) {
            return None;
        }
        if end == word + 1
            && !it.start
            && (form.surname >= 5 || form.surname >= 3 && self.is_person_verb(word, end))
            && common < 0.12
            && self.before(word) != "the"
        {
            let place = self.single(word).is_some_and(|l| l.place >= 4.0 || l.organization >= 4.0);
            return (!place).then_some((end, EntityKind::Person, MentionReason::Surname));
        }
        let alone =
            end == word + 1 && self.single(word).is_none_or(|l| l.place < 4.5 && !l.demonym);
        if alone && form.given >= 4 && common < 0.3 && !self.is_before_noun(word) {
            return Some((end, EntityKind::Person, MentionReason::GivenName));
        }
        if alone && it.start && form.surname >= 3 && common < 0.05 && form.listed_common {
            return None;
        }
        if alone
            && it.start
            && form.surname >= 3
            && common < 0.05
            && !self.class_after(word, end).any(Class::PLACE_END)
        {
            return Some((end, EntityKind::Person, MentionReason::Surname));
        }
        if alone
            && common < 0.05
            && !form.listed_common
            && !(it.start && form.lower().ends_with('s'))
            && self.before(word) != "the"
            && !self.is_of_somebody(word)
            && self.is_person_verb(word, end)
        {
            return Some((end, EntityKind::Person, MentionReason::SpeechVerb));
        }
        self.is_rare_run(word, end).then_some((end, EntityKind::Person, MentionReason::NameShape))
    }

    /// "Kit | supplier Vigra said": what firms deal in, where a sentence starts, though it is a given name.
    pub(crate) fn is_before_noun(&self, word: usize) -> bool {
        let name = word + 2;
        let capital = self.words.near(word, name).is_some_and(|it| it.capital);
        self.words.word(word).start
            && self.words.near(word, word + 1).is_some_and(|it| !it.capital)
            && self.class(word + 1).any(Class::BEFORE_BODY)
            && capital
    }

    /// "Ann Holm of | Ribeira appeared": she did.
    fn is_of_somebody(&self, word: usize) -> bool {
        let somebody = word.checked_sub(2).and_then(|before| self.mark_at(before));
        self.before(word) == "of" && somebody.is_some_and(|mark| mark.kind == EntityKind::Person)
    }

    /// Two or three rare words in a row: nearly always a person.
    fn is_rare_run(&self, word: usize, end: usize) -> bool {
        let body = Class::ORG_START.or(Class::PLACE_START).or(Class::EVENT).or(Class::ORG_END);
        let role = Class::TITLE.or(Class::ROLE).or(Class::PORTFOLIO).or(Class::MODIFIER);
        let odd = body.or(role).or(Class::SUFFIX).or(Class::BEHIND_TITLE);
        let plain = (word..end).all(|at| {
            self.words.word(at).kind == WordKind::Word
                && self.words.form(at).letters > 1
                && self.common(at) < 0.15
                && self
                    .single(at)
                    .is_none_or(|l| l.place < 4.5 && l.organization < 4.0 && !l.demonym)
                && !self.class(at).any(odd)
        });
        let things = (word..end).all(|at| {
            let form = self.words.form(at);
            form.listed_common && form.surname == 0 && form.given == 0
        });
        (2..=3).contains(&(end - word))
            && plain
            && !things
            && !self.is_opening_word(word)
            && self.before(word) != "the"
            && !self.ends_like_body(word..end)
    }

    /// What the words say that an unlisted name stands beside, or the word that ends it: "carrier |
    /// Rheinflug", "| Alem Credit", "| Sugiharto, 43,", "the president, | Hartono,".
    fn by_company(&self, word: usize, end: usize, small: bool) -> Option<Found> {
        let form = self.words.form(word);
        let role = Class::ROLE.or(Class::TITLE);
        let short = end - word <= 2 && small;
        let few = end - word <= 4 && small;
        if short && self.is_aged(word, end) {
            return Some((end, EntityKind::Person, MentionReason::NameShape));
        }
        let alias = self
            .is_alias_lead(word)
            .and_then(|last| self.mark_at(last))
            .is_some_and(|mark| mark.kind == EntityKind::Person);
        if short && (alias || self.is_called(word)) {
            return Some((end, EntityKind::Person, MentionReason::Apposition));
        }
        let closed = matches!(self.after(word, end), "," | ".");
        let held = word >= 2
            && self.before(word) == ","
            && self.class_before(word - 1).any(role)
            && !self.words.word(word - 2).capital;
        if short && closed && held {
            return Some((end, EntityKind::Person, MentionReason::Apposition));
        }
        let unknown = form.given == 0 && form.surname == 0 && !form.listed_common;
        let noun = word.checked_sub(1).is_some_and(|before| {
            self.beside(word, before)
                && (!self.words.word(before).capital || self.words.word(before).start)
                && self.class(before).any(Class::BODY.or(Class::BEFORE_BODY))
        });
        if short && unknown && form.text().starts_with(char::is_alphabetic) && form.letters > 2 {
            if noun {
                let end = self.foreign_end(word, end);
                return Some((end, EntityKind::Organization, MentionReason::Employer));
            }
            // "Eurorating analyst | Grigory Holm"
            let manner =
                ["ist", "ian", "ese", "ish", "ic"].iter().any(|end| form.lower().ends_with(end));
            if !manner && self.is_chief_behind(word, end) && self.leads_to_person(word, end) {
                return Some((end, EntityKind::Organization, MentionReason::Employer));
            }
        }
        // "Italy's | Galassia", "Deutschlandradio Aktuell"
        let landed = end == word + 1
            && self.before(word) == "'s"
            && self.single(word.saturating_sub(2)).is_some_and(|l| l.place >= 5.5 || l.demonym);
        // "Merida index", "the Nord Sovran party"
        let told = self.class_after(word, end).any(Class::TELLS_BODY)
            && self.before(word) != "/"
            && self.words.near(word, end).is_some_and(|it| !it.capital)
            && (word..end).all(|at| {
                let form = self.words.form(at);
                (form.given, form.surname) == (0, 0) || form.listed_common
            });
        if few && unknown && told {
            return Some((end, EntityKind::Organization, MentionReason::Employer));
        }
        if end == word + 1 && unknown && self.is_firm_by_its_surroundings(word) {
            return Some((end, EntityKind::Organization, MentionReason::Employer));
        }
        let medium = ["radio", "zeitung", "shimbun"].iter().any(|part| form.lower().contains(part));
        if few && unknown && (landed || medium) {
            return Some((end, EntityKind::Organization, MentionReason::NameShape));
        }
        // "drew with | Eastmoor", "| Eastmoor lead by a point"
        if self.team_sport && unknown && end == word + 1 && self.is_in_match(word, end) {
            return Some((end, EntityKind::Organization, MentionReason::Team));
        }
        // "Valleycroft, a mining town, …"
        if short && self.after(word, end) == "," && self.is_place_aside(end + 1, word) {
            return Some((end, EntityKind::Place, MentionReason::Apposition));
        }
        // "Sidonie, the singer, …"
        if few && self.after(word, end) == "," && self.is_person_aside(end + 1, word) {
            return Some((end, EntityKind::Person, MentionReason::Apposition));
        }
        let shaped = end == word + 1
            && unknown
            && has_body_ending(form.lower())
            && !self.class_before(word).any(Class::NEAR);
        shaped.then_some((end, EntityKind::Organization, MentionReason::OrganizationSuffix))
    }

    /// "R-Ohio": a party and a state behind a member's name.
    pub(crate) fn is_party(&self, words: &Range<usize>) -> bool {
        let text = self.words.form(words.start).text();
        let party = text.strip_prefix(['R', 'D', 'I']);
        words.len() == 1
            && party.is_some_and(|rest| rest.starts_with('-'))
            && matches!(self.before(words.start), "," | "(")
    }

    /// A verb of matches stands beside the name, with or without a preposition.
    fn is_in_match(&self, word: usize, end: usize) -> bool {
        let small = |at: usize| self.words.near(word, at).is_some_and(|it| !it.capital);
        let before = word.checked_sub(1).filter(|&before| small(before));
        let played = |at: usize| self.class(at).any(Class::MATCH);
        let joins = |at: usize| {
            matches!(self.words.lower(at), "with" | "at" | "against" | "to" | "by" | "over")
        };
        let against = before.is_some_and(|before| {
            played(before)
                || matches!(self.words.lower(before), "against" | "over")
                || joins(before)
                    && before.checked_sub(2).is_some_and(|first| (first..before).any(played))
        });
        against || small(end) && played(end)
    }

    /// "a mining town", "the port": what stands behind the comma is said of a place.
    fn is_place_aside(&self, first: usize, of: usize) -> bool {
        matches!(self.after(of, first), "a" | "an" | "the")
            && (first + 1..first + 4)
                .take_while(|&at| !matches!(self.after(of, at), "" | "," | "of" | "that"))
                .any(|at| {
                    let closed = matches!(
                        self.after(of, at + 1),
                        "," | "." | "in" | "of" | "on" | "near" | "with" | "that" | "where"
                    );
                    closed && is_town(self.words.lower(at))
                })
    }

    /// "Ligue | des Droits": small words of other languages, each with a capital behind it.
    pub(crate) fn foreign_end(&self, of: usize, end: usize) -> usize {
        self.foreign_end_over(of, end, |word| self.free(word))
    }

    /// The same over the words that `open` says it may take.
    pub(crate) fn foreign_end_over(
        &self,
        of: usize,
        end: usize,
        open: impl Fn(usize) -> bool,
    ) -> usize {
        let mut end = end;
        while end - of < REACH {
            let small = |at: usize| {
                self.beside(of, at)
                    && !self.words.word(at).capital
                    && (self.class(at).any(Class::PARTICLE)
                        || Lesser::JOINT.has(self.words.lower(at)))
            };
            // "Samahan | ng mga Tsuper"
            let next = (end..end + 2).find(|&at| !small(at)).unwrap_or(end + 2);
            // "Jund | al-Tarn"
            let word = |it: &Word| {
                it.kind == WordKind::Word
                    && (it.capital
                        || self.is_elided(next)
                        || it.compound && self.is_name_like(next))
            };
            let name = self.words.near(of, next).is_some_and(word)
                && open(next)
                && !self.is_possessive(end - 1);
            if !name {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// Whether a word with a capital stands right before or behind, other than one that opens a line.
    fn beside_capital(&self, word: usize) -> bool {
        let capital = |at: usize| {
            self.words.near(word, at).is_some_and(|it| {
                it.capital && !it.start && it.kind == WordKind::Word && self.free(at)
            })
        };
        capital(word + 1) || word.checked_sub(1).is_some_and(capital)
    }

    /// A verb that people do more than things: of saying, acting, or any in the past tense.
    fn is_person_verb(&self, word: usize, next: usize) -> bool {
        let class = self.class_after(word, next);
        let verb = self.after(word, next);
        class.any(Class::SAY.or(Class::ACT))
            && !matches!(verb, "is" | "was" | "has" | "had" | "will" | "would")
            || verb.len() > 4 && verb.ends_with("ed") && !self.words.word(next).capital
    }
}
