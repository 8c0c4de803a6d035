//! Peers and royals: "the Duchess of Holm" has the name of a place and no other, "Lord Ashby of Tarn" has it behind
//! his own, and "Prince Edmund" has a given name alone.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::titles::{ANY_HEAD, gender};
use crate::words::{Style, WordKind};
use std::ops::Range;

impl Scene<'_> {
    /// "the | Duchess of Holm": a peer has the name of a place, and it is the whole name.
    pub(crate) fn peer(&mut self, head: usize) -> Option<usize> {
        let place = head + 2;
        // "Ann Holm, Countess of Tarn", "the 3rd Earl of Tarn": said of somebody who is named.
        let before =
            |steps: usize| head.checked_sub(steps).and_then(|at| self.words.near(head, at));
        let named = self.before(head) == "," && before(2).is_some_and(|it| it.capital)
            || before(1).is_some_and(|it| it.kind == WordKind::Number);
        let fits = !named
            && self.before(head) != "crown"
            && self.words.near(head, place).is_some_and(|it| it.capital)
            && Lesser::PEER.has(self.words.lower(head))
            && self.is_name_like(place)
            && self.single(place).is_none_or(|l| l.place_class != Some(PlaceClass::Country))
            && self.words.style(head) == Style::Sentence
            && !self.is_furniture(head);
        if !fits {
            return None;
        }
        let mut end = place + 1;
        while end < place + 3 && self.beside(head, end) && self.is_name_like(end) {
            end += 1;
        }
        // "the Duke of Holm Stakes", "Prince of Holm Island"
        if self.closes_body(end - 1) || self.is_possessive(end - 1) && end > place + 1 {
            return None;
        }
        let mark = self.mark_sure(head..end, EntityKind::Person, MentionReason::Title)?;
        let gender = gender(self.class(head));
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.gender = gender;
        }
        Some(end)
    }

    /// "Lord Ashby | of Tarn", "Princess Ottilie | of Saxe-Tarn": the place belongs to the name of a peer, and to
    /// that of a royal, unless it is the land.
    pub(crate) fn seat_of_peer(&self, head: usize, name: Range<usize>) -> usize {
        let place = name.end + 1;
        let lord = matches!(self.words.lower(head), "lord" | "lady");
        let fits = name.len() == 1
            && self.after(name.start, name.end) == "of"
            && (lord || Lesser::PEER.has(self.words.lower(head)))
            && self.words.word(head).capital
            && self.beside(head, place)
            && self.free(place)
            && self.words.word(place).capital
            && self.is_name_like(place)
            && !self.is_acronym(place)
            && self.single(place).is_none_or(|listed| !listed.is_region())
            && !self.evidence.is_region(place)
            && !self.class(place).any(ANY_HEAD.or(Class::PORTFOLIO).or(Class::CALENDAR))
            && self.words.style(head) == Style::Sentence;
        if !fits {
            return name.end;
        }
        let mut end = place + 1;
        while end < place + 3 && self.beside(head, end) && self.is_name_like(end) && self.free(end)
        {
            end += 1;
        }
        let body = self.closes_body(end - 1) || self.is_possessive(end - 1);
        if body { name.end } else { end }
    }

    /// "Prince Edmund": a given name behind it.
    pub(crate) fn is_royal(&self, head: usize) -> bool {
        matches!(self.words.lower(head), "prince" | "princess" | "king" | "queen")
            && (self.words.form(head + 1).given >= 4
                || self.class_after(head, head + 2).any(Class::JOINS))
            && self.words.near(head, head + 2).is_none_or(|it| !it.capital)
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn a_peer_has_the_name_of_a_place() {
        for (text, name) in [
            ("On Monday the Duchess of Zorvane opened a school.", "Duchess of Zorvane"),
            ("On Monday Lord Zorvane of Quell opened a school.", "Zorvane of Quell"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> =
                found.entities.iter().map(|it| (it.kind, it.name.as_str())).collect();
            assert!(names.contains(&(EntityKind::Person, name)), "{text}: {names:?}");
        }
    }
}
