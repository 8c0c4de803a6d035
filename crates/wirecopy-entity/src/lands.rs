//! A land by its ministers: what has a prime minister or an ambassador is a place wherever it stands,
//! though no list has it and it speaks ("Norland agreed … Norland's deputy prime minister").

use crate::lexicon::Class;
use crate::map::Set;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, Scene};

/// Words of an office before the noun that only lands have: "deputy prime | minister".
const OFFICE: usize = 4;

impl Scene<'_> {
    /// Makes places of the names of one word that have ministers, or another office and are a place
    /// elsewhere. Linear in the number of marks.
    pub(crate) fn lands_by_ministers(&mut self) {
        let form = |mark: &Mark| self.words.word(mark.words.start).form;
        let places = self.marks.iter().filter(|mark| mark.words.len() == 1);
        let places = places.filter(|mark| mark.kind == EntityKind::Place);
        let places: Set<u32> = places.map(form).collect();
        let mut lands: Set<u32> = Set::default();
        let (mut owners, mut people) = (Vec::new(), Set::<u32>::default());
        for word in self.capitals().filter(|&word| self.is_possessive(word)) {
            if self.has_relatives(word) {
                people.insert(self.words.word(word).form);
            }
            let (office, form) = (self.office(word + 1), self.words.word(word).form);
            let known = places.contains(&form) && office.any(Class::ROLE.or(Class::TITLE));
            let land = known || office.any(Class::OF_LAND);
            let alone = self.words.near(word, word.wrapping_sub(1)).is_none_or(|it| !it.capital);
            if land && self.mark_at(word).is_some_and(|mark| self.may_be_land(mark)) {
                lands.insert(form);
            } else if land && alone && self.free(word) && self.may_be_name_of_land(word) {
                lands.insert(form);
                owners.push(word);
            }
        }
        lands.retain(|form| !people.contains(form));
        owners.retain(|word| !people.contains(&self.words.word(*word).form));
        for word in owners {
            self.mark(word..word + 1, EntityKind::Place, MentionReason::Metonymy);
        }
        for index in 0..if lands.is_empty() { 0 } else { self.marks.len() } {
            let is_one = self.marks.get(index).is_some_and(|mark| {
                self.may_be_land(mark) && lands.contains(&self.words.word(mark.words.start).form)
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| is_one) {
                mark.kind = EntityKind::Place;
                mark.reason = MentionReason::Metonymy;
                mark.gender = Gender::Unknown;
            }
        }
    }

    /// Whether the mark is one word that no title and no usual name makes a person or a body.
    fn may_be_land(&self, mark: &Mark) -> bool {
        use MentionReason::{Employer, NameShape, SameDocument, ShortForm, SpeechVerb};
        mark.words.len() == 1
            && mark.kind != EntityKind::Place
            && (matches!(mark.reason, Employer | NameShape | SameDocument | ShortForm | SpeechVerb)
                || mark.reason.is_learned())
            && self.may_be_name_of_land(mark.words.start)
    }

    /// Whether the word is no usual name of a person and no common word.
    fn may_be_name_of_land(&self, word: usize) -> bool {
        let form = self.words.form(word);
        form.given < 4 && form.surname < 5 && self.common(word) < 0.3
    }

    /// The classes of the words of the office that a name ending before word `end` owns.
    fn office(&self, end: usize) -> Class {
        let title = Class::TITLE.or(Class::MODIFIER).or(Class::PORTFOLIO).or(Class::ROLE);
        if !self.is_possessive(end - 1) {
            return Class::NONE;
        }
        (end + 1..end + 1 + OFFICE)
            .map(|word| self.class_after(end, word))
            .take_while(|class| class.any(title))
            .fold(Class::NONE, Class::or)
    }
}
