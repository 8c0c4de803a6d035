//! Words around a name that make it a place: whose home it is, where one is bound, which noun stands
//! beside it.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Scene};
use std::ops::Range;

/// Farthest that a way stands before "to", in words: "the last bus from here to".
const WAY: usize = 4;

impl Scene<'_> {
    /// The words of the mark at `index` if it is a person's, without a role, and no list of the caller's has it.
    pub(crate) fn person_without_role(&self, index: usize) -> Option<Range<usize>> {
        let mark = self.marks.get(index)?;
        let person = mark.kind == EntityKind::Person
            && !mark.words.is_empty()
            && mark.roles.is_empty()
            && mark.reason != MentionReason::UserGazetteer;
        person.then(|| mark.words.clone())
    }

    /// "the city of | Santa Holm", and a house called after somebody: "the Ann Holm | hospital".
    pub(crate) fn namesakes(&mut self) {
        for index in 0..self.marks.len() {
            let Some(words) = self.person_without_role(index) else { continue };
            if let Some(end) = self.house_after(words.start, words.end) {
                let kind = EntityKind::Organization;
                self.mark_over(words.start..end, kind, MentionReason::OrganizationSuffix);
                continue;
            }
            let small = |at: usize| self.words.near(words.start, at).is_some_and(|it| !it.capital);
            let town = words.start.checked_sub(2).is_some_and(|town| {
                self.before(words.start) == "of"
                    && !self.is_possessive(words.end - 1)
                    && small(town)
                    && Lesser::SETTLED.has(self.words.lower(town))
            });
            if town && let Some(mark) = self.marks.get_mut(index) {
                mark.kind = EntityKind::Place;
                mark.gender = Gender::Unknown;
                mark.sure = true;
            }
        }
    }

    /// "Ann Holm | hospital", "Ann Holm | military hospital": the end of a house that is called after somebody.
    fn house_after(&self, start: usize, end: usize) -> Option<usize> {
        let kind = Lesser::SORT.has(self.after(start, end));
        let noun = end + usize::from(kind);
        let small = self.words.near(start, noun).is_some_and(|it| !it.capital);
        let house = small && Lesser::NAMESAKE.has(self.words.lower(noun));
        let several = end > start + 1 && self.class(end - 1).is_plain();
        let odd =
            matches!(self.after(start, noun + 1), "friend" | "friends" | "teacher" | "student");
        (house && several && !odd).then_some(noun + 1)
    }

    /// "Ana Silva, 34, of | Ribeira", "bound for | Ribeira", "| Ribeira and Luz counties".
    pub(crate) fn is_home(&self, word: usize, end: usize) -> bool {
        let back = |steps: usize| {
            word.checked_sub(steps)
                .filter(|&at| self.beside(word, at))
                .map(|at| self.words.lower(at))
        };
        let aged = self.before(word) == "of"
            && back(2) == Some(",")
            && back(4) == Some(",")
            && back(3).is_some_and(|age| age.len() <= 3 && age.parse::<u8>().is_ok());
        let bound = self.before(word) == "for"
            && matches!(back(2), Some("bound" | "headed" | "destined" | "departed"));
        let plural =
            |at: usize| matches!(self.after(word, at), "counties" | "parishes" | "provinces");
        let counties = plural(end)
            || self.after(word, end) == "and"
                && self.beside(word, end + 1)
                && self.is_name_like(end + 1)
                && plural(end + 2);
        aged || bound || counties || self.is_of_a_place(word, end)
    }

    /// "the mayor of | Ribeira", "the bus to | Ribeira", "to visit | Ribeira, where …", "a | Ribeira man".
    fn is_of_a_place(&self, word: usize, end: usize) -> bool {
        let Some(before) = word.checked_sub(1).filter(|&before| self.beside(word, before)) else {
            return self.is_somebodys_home(word, end);
        };
        let leads = match self.words.lower(before) {
            "of" => self.class_before(before).any(Class::OF_PLACE),
            "to" => {
                let way = |at: usize| self.beside(word, at) && self.class(at).any(Class::TRAVEL);
                let faith = self.words.lower(word).ends_with("ism");
                !faith && (before.saturating_sub(WAY)..before).any(way)
            }
            "visit" | "visited" | "visiting" => true,
            _ => false,
        };
        leads
            || matches!(self.after(word, end), "," | ";") && self.after(word, end + 1) == "where"
            || self.is_somebodys_home(word, end)
    }

    /// "A | Ribeira man was held": who is told of is from there.
    fn is_somebodys_home(&self, word: usize, end: usize) -> bool {
        matches!(self.before(word), "" | "a" | "the" | "two" | "three" | "four")
            && self.words.near(word, end).is_some_and(|it| !it.capital)
            && matches!(
                self.words.lower(end),
                "man" | "woman" | "men" | "women" | "couple" | "teenager" | "teen" | "residents"
            )
    }

    /// "Ribeira police", "Ribeira residents": who or what is of a town that the lists have, behind a name that
    /// is rather no person's.
    pub(crate) fn is_of_locals(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let next = word + 1;
        form.given < 4
            && form.surname < 4
            && self.words.near(word, next).is_some_and(|it| !it.capital)
            && matches!(
                self.words.lower(next),
                "police"
                    | "residents"
                    | "resident"
                    | "native"
                    | "firefighters"
                    | "councillors"
                    | "councilors"
                    | "villagers"
                    | "schools"
                    | "businesses"
                    | "shopkeepers"
            )
    }

    /// "the town of Ribeira", "Ribeira province".
    pub(crate) fn is_beside_place_noun(&self, word: usize, end: usize) -> bool {
        let noun = |at: usize| {
            self.beside(word, at)
                && !self.words.word(at).capital
                && matches!(
                    self.words.lower(at),
                    "town"
                        | "city"
                        | "village"
                        | "region"
                        | "province"
                        | "district"
                        | "island"
                        | "islands"
                        | "river"
                        | "valley"
                        | "mountains"
                        | "mountain"
                        | "peninsula"
                        | "port"
                        | "suburb"
                        | "county"
                        | "state"
                        | "area"
                        | "hamlet"
                        | "municipality"
                        | "prefecture"
                        | "coast"
                        | "desert"
                        | "border"
                        | "airport"
                        | "resort"
                        | "neighborhood"
                        | "neighbourhood"
                        | "enclave"
                        | "lake"
                        | "basin"
                        | "capital"
                        | "outskirts"
                        | "provinces"
                        | "towns"
                        | "cities"
                        | "villages"
                        | "regions"
                        | "districts"
                )
        };
        let before = self.before(word) == "of" && word >= 2 && noun(word - 2);
        before || noun(end) && self.before(word) != "'s" && self.words.form(word).given < 5
    }
}
