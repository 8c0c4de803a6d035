//! A firm by the first word of its name: "Lindmo" behind "Lindmo Tools Inc." and "Tarn" behind "Tarn Savings
//! Association" are the firms, though Lindmo is a surname and Tarn a town.
//!
//! Not where the story has somebody of that name in full or by a title, or says where the town lies or what
//! is in it.

use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, Scene};
use crate::words::Style;
use std::borrow::Cow;

/// Letters of a first word that is no abbreviation.
const LETTERS: usize = 3;

impl<'w> Scene<'w> {
    /// Turns people and towns that bear the first word of a firm's name into the firm.
    pub(crate) fn firms(&mut self) {
        let mut openings: Map<Cow<'w, str>, usize> = Map::default();
        for mark in self.marks.iter().filter(|mark| self.is_firm_in_full(mark)) {
            let start = mark.words.start;
            // "Lindmo" of "A.B. Lindmo Corp."
            let initials = self.is_initials(start) && mark.words.len() > 2;
            let first = start + usize::from(initials);
            let word = self.words.key(first..first + 1);
            // "LINDMO TOOLS Inc.", as some open a story.
            let form = self.words.form(first);
            let loud = form.capitals && form.letters > LETTERS;
            let title = loud.then(|| Cow::Borrowed(form.title()));
            for key in half(&word).into_iter().chain([word]).chain(title) {
                openings.entry(key).or_insert(start);
            }
        }
        self.firms_without_form();
        if openings.is_empty() {
            return;
        }
        let others = self.others(&openings);
        // A rule has seen that they are bodies.
        let mut deeds: Set<Cow<'w, str>> = self
            .marks
            .iter()
            .filter(|mark| mark.kind == EntityKind::Organization && mark.words.len() == 1)
            .map(|mark| self.words.key(mark.words.clone()))
            .filter(|key| openings.contains_key(key))
            .collect();
        for index in 0..self.marks.len() {
            if let Some(key) = self.opening(index, &openings, &others)
                && self.is_deed(index)
            {
                deeds.insert(key);
            }
        }
        for index in 0..if deeds.is_empty() { 0 } else { self.marks.len() } {
            let is_firm =
                self.opening(index, &openings, &others).is_some_and(|key| deeds.contains(&key));
            if let Some(mark) = self.marks.get_mut(index).filter(|_| is_firm) {
                mark.kind = EntityKind::Organization;
                mark.reason = MentionReason::Employer;
                mark.gender = Gender::Unknown;
                mark.listed = None;
            }
        }
    }

    /// "Owen Lindmo" of "Owen Lindmo Ltd.", where nobody is Lindmo.
    fn firms_without_form(&mut self) {
        let last = |mark: &Mark| mark.words.end.saturating_sub(1);
        let mut whole: Set<Cow<'w, str>> = Set::default();
        for mark in self.marks.iter().filter(|mark| mark.words.len() > 2) {
            if mark.kind == EntityKind::Organization && self.class(last(mark)).any(Class::COMPANY) {
                let comma = self.words.lower(last(mark) - 1) == ",";
                whole.insert(self.words.key(mark.words.start..last(mark) - usize::from(comma)));
            }
        }
        // "Nusa Alam" of "PT Nusa Alam".
        for mark in self.marks.iter().filter(|mark| mark.words.len() == 3) {
            let first = self.words.form(mark.words.start);
            let short = first.class.any(Class::FOREIGN) && first.letters <= 4;
            if mark.kind == EntityKind::Organization && short {
                whole.insert(self.words.key(mark.words.start + 1..mark.words.end));
            }
        }
        let people = || self.marks.iter().filter(|mark| mark.kind == EntityKind::Person);
        let alone: Set<Cow<'w, str>> = people()
            .filter(|mark| mark.words.len() == 1)
            .map(|mark| self.words.key(mark.words.clone()))
            .collect();
        for index in 0..if whole.is_empty() { 0 } else { self.marks.len() } {
            let is_firm = self.marks.get(index).is_some_and(|mark| {
                mark.kind == EntityKind::Person
                    && mark.words.len() > 1
                    && mark.roles.is_empty()
                    && mark.reason != MentionReason::Title
                    // "Owen Lindmo, its president"
                    && !(self.after(last(mark), mark.words.end) == ","
                        && self.is_person_aside(mark.words.end + 1, mark.words.start))
                    && whole.contains(&self.words.key(mark.words.clone()))
                    && !alone.contains(&self.words.key(last(mark)..mark.words.end))
            });
            if let Some(mark) = self.marks.get_mut(index).filter(|_| is_firm) {
                mark.kind = EntityKind::Organization;
                mark.reason = MentionReason::Employer;
                mark.gender = Gender::Unknown;
            }
        }
    }

    /// "Lindmo Tools Inc.", "Tarn Savings Association", "Lindmo Airlines".
    fn is_firm_in_full(&self, mark: &Mark) -> bool {
        let Some(last) = mark.words.end.checked_sub(1) else { return false };
        let loan = || mark.words.clone().any(|word| self.words.lower(word) == "savings");
        let flies = matches!(self.words.lower(last), "airlines" | "airways");
        let closes = self.class(last).any(Class::COMPANY.or(Class::TRADE)) || flies || loan();
        mark.kind == EntityKind::Organization
            && mark.words.len() > 1
            && closes
            && (self.words.form(mark.words.start).letters >= LETTERS
                || self.is_initials(mark.words.start))
            && self.words.style(mark.words.start) == Style::Sentence
    }

    /// Words of the firms that are somebody's or somewhere, too.
    fn others(&self, openings: &Map<Cow<'w, str>, usize>) -> Set<Cow<'w, str>> {
        use MentionReason::{Dateline, PlacePreposition, PlaceRegion, Title, Turn, UserGazetteer};
        let mut others: Set<Cow<'w, str>> = Set::default();
        for mark in self.marks.iter().filter(|mark| !mark.words.is_empty()) {
            let (start, end) = (mark.words.start, mark.words.end);
            let several = mark.words.len() > 1 && mark.kind == EntityKind::Person;
            let told = matches!(
                mark.reason,
                Dateline | PlacePreposition | PlaceRegion | Title | Turn | UserGazetteer
            );
            // "in Tarn", but "a stake in Tarn"
            let is_in = self.class_before(start).any(Class::NEAR)
                && !(start >= 2 && self.class_before(start - 1).any(Class::STAKE));
            let somebody = mark.gender != Gender::Unknown || !mark.roles.is_empty();
            let at = mark.kind == EntityKind::Place && is_in;
            if several || mark.words.len() == 1 && (told || at || somebody) {
                for word in [start, end - 1] {
                    let key = self.words.key(word..word + 1);
                    if openings.contains_key(&key) {
                        others.insert(key);
                    }
                }
            }
        }
        others
    }

    /// The first word of a firm's name that the mark at `index` is; a town is so only behind the full name.
    fn opening(
        &self,
        index: usize,
        openings: &Map<Cow<'w, str>, usize>,
        others: &Set<Cow<'w, str>>,
    ) -> Option<Cow<'w, str>> {
        let mark = self.marks.get(index).filter(|mark| mark.words.len() == 1)?;
        let city = || {
            mark.listed
                .and_then(|name| self.evidence.listed(name))
                .is_some_and(|listed| listed.place_class == Some(PlaceClass::City))
        };
        let may_be = match mark.kind {
            EntityKind::Person => true,
            EntityKind::Place => city(),
            _ => false,
        };
        let key = self.words.key(mark.words.clone());
        let first = openings.get(&key).filter(|_| may_be && !others.contains(&key))?;
        (*first < mark.words.start || mark.kind == EntityKind::Person).then_some(key)
    }

    /// "Tarn | reported", "Lindmo's | shares"; nobody else is Lindmo.
    fn is_deed(&self, index: usize) -> bool {
        let Some(mark) = self.marks.get(index) else { return false };
        let (word, end) = (mark.words.start, mark.words.end);
        let held = self.is_possessive(word)
            && (word + 2..word + 4).any(|at| self.class_after(word, at).any(Class::HELD));
        let staked = word >= 2
            && matches!(self.before(word), "in" | "of" | "acquiring")
            && self.class_before(word - 1).any(Class::STAKE);
        let verb = Class::SAY.or(Class::DEED).or(Class::ACT);
        mark.kind == EntityKind::Person || held || staked || self.class_after(word, end).any(verb)
    }
}

/// "Lindmo" of "Lindmo-Dahl".
fn half<'w>(word: &Cow<'w, str>) -> Option<Cow<'w, str>> {
    let (first, _) = word.split_once('-')?;
    (first.len() >= LETTERS).then(|| Cow::Owned(first.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn a_firm_is_known_by_its_first_word() {
        let text = "Lindmo-Dahl Corp. sold two yards. Lindmo said it would build a third.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let last = found.mentions.last().expect("a mention");
        assert_eq!((last.span.of(text), last.kind), ("Lindmo", EntityKind::Organization));
        let firm = found.entity_of(last).map(|firm| firm.name.as_str());
        assert_eq!(firm, Some("Lindmo-Dahl Corp."));
        let text = "LINDMO TOOLS Inc. sold two yards. Lindmo said it would build a third.";
        let tokens = tokenize(text);
        assert_eq!(Input::new(text, &tokens).recognize().entities.len(), 1);
    }
}
