//! Listed names of one word.
//!
//! "Reading" opens sentences, "Orange" is a colour, "Jordan" a surname: one word needs company. A preposition, a
//! region behind a comma, an officer, or the size of the place decide.

use crate::lexicon::Class;
use crate::listed::{Listed, PlaceClass};
use crate::model::{EntityKind, MentionReason};
use crate::places::TOWN;
use crate::scene::Scene;
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// Listed names of one word, as far as the word's own evidence and its neighbours let them.
    pub(crate) fn single_words(&mut self) {
        self.at_names(|scene, word| {
            if scene.is_furniture(word) {
                return None;
            }
            let (kind, reason, sure) = scene.single_word(word)?;
            let listed = scene.evidence.exact(&(word..word + 1)).map(|(name, _)| name);
            let start = scene.with_direction(word, kind);
            let mark = scene.mark(start..word + 1, kind, reason)?;
            if let Some(mark) = scene.marks.get_mut(mark) {
                mark.sure = sure;
                mark.listed = mark.listed.or(listed);
            }
            None
        });
    }

    /// The kind of a listed name of one word, why, and whether that is sure; none where it is no name there.
    fn single_word(&self, word: usize) -> Option<(EntityKind, MentionReason, bool)> {
        let listed = self.single(word)?;
        if self.is_no_listed_name(word) {
            return None;
        }
        let (kind, strength) = self.kind_of(listed)?;
        if listed.region {
            return Some((EntityKind::Place, MentionReason::GazetteerWord, true));
        }
        let (it, style) = (self.words.word(word), self.words.style(word));
        let common = self.common(word);
        if self.is_generic(word, strength) {
            return None;
        }
        if kind == EntityKind::Demonym {
            return (common < 0.7).then_some((kind, MentionReason::Demonym, true));
        }
        // A club whose name is a word ("Reading"): in a report of a match, where only a name has a capital.
        let plays = style == Style::Sentence
            && (!it.start || self.class_after(word, word + 1).any(Class::MATCH));
        if self.sport && listed.club && listed.place < 3.0 && plays {
            return Some((EntityKind::Organization, MentionReason::Team, false));
        }
        if kind == EntityKind::Organization
            && (self.is_word_with_office(word) || self.is_no_common_noun(word))
        {
            return Some((kind, MentionReason::GazetteerWord, false));
        }
        let limit: f32 = match style {
            Style::Sentence if it.start => 0.25,
            Style::Sentence => 0.6,
            _ => 0.3,
        };
        let limit = if strength < TOWN { limit.min(0.1) } else { limit };
        if common > limit && strength < 7.5 {
            return None;
        }
        let sure = strength >= 5.5 && common < 0.3;
        match kind {
            EntityKind::Place => self.single_place(word, listed, strength, sure),
            EntityKind::Organization => {
                let form = self.words.form(word);
                let personal = form.given >= 3 || form.surname >= 3;
                let weak = strength < 4.2 && (personal || common > 0.15) && !it.capitals;
                (!weak).then_some((kind, MentionReason::GazetteerWord, sure))
            }
            // One word that names a listed person is left to the document's evidence.
            _ => None,
        }
    }

    /// Whether the word is none of the lists' names, whatever they say of it.
    fn is_no_listed_name(&self, word: usize) -> bool {
        let it = self.words.word(word);
        !it.capital
            || it.kind == WordKind::Clitic
            || self.class(word).any(Class::CALENDAR.or(Class::HONORIFIC))
            || self.is_thing_in_letters(word)
            // "her mother, Maie,"
            || matches!(self.after(word, word + 1), "," | ".") && self.kin_of(word).is_some()
            // "UNIDENTIFIED MALE" is not in the Maldives.
            || it.capitals && self.before(word) == "unidentified"
    }

    /// Whether the word is a small word, two letters, or a noun of places, bodies or events that is no great name.
    fn is_generic(&self, word: usize, strength: f32) -> bool {
        let it = self.words.word(word);
        let short = self.words.form(word).text().len() <= 2;
        let generic = Class::DIRECTION.or(Class::PLACE_END).or(Class::ORG_END).or(Class::ORG_WEAK);
        self.class(word).any(Class::FUNCTION)
            || short && !it.capitals && it.kind != WordKind::Acronym
            || self.class(word).any(generic.or(Class::EVENT)) && !it.capitals && strength < 7.0
    }

    /// A place of one word of the lists, if it is large enough for what stands around it.
    fn single_place(
        &self,
        word: usize,
        listed: &Listed,
        strength: f32,
        sure: bool,
    ) -> Option<(EntityKind, MentionReason, bool)> {
        let near = self.class_before(word).any(Class::NEAR) && !self.acts(word, word + 1)
            || self.is_home(word, word + 1)
            || self.is_of_locals(word)
            || self.is_county_behind(word, listed);
        let region = self.has_region_behind(word);
        let feature = listed.place_class == Some(PlaceClass::Feature) && self.before(word) == "the";
        if strength < 5.0 && !near && !region && !feature {
            let form = self.words.form(word);
            let personal = form.given >= 6 || form.surname >= 7;
            if strength < 4.2 || (strength < 4.6 && personal) {
                return None;
            }
        }
        if self.words.style(word) == Style::Capitals && strength < 4.5 && !region {
            return None;
        }
        let reason = if region { MentionReason::PlaceRegion } else { MentionReason::GazetteerWord };
        Some((EntityKind::Place, reason, sure || region))
    }

    /// "Labour's shadow chancellor", "Shell analyst Ann Holm": who has an office, or officers, is no word.
    fn is_word_with_office(&self, word: usize) -> bool {
        let office = Class::TITLE.or(Class::ROLE).or(Class::MODIFIER);
        let owner = self.is_possessive(word) && self.class_after(word, word + 2).any(office);
        self.words.style(word) == Style::Sentence
            && (self.before(word).is_empty() || !self.words.word(word).start)
            && self.words.near(word, word + 1).is_some_and(|next| !next.capital)
            && (owner || self.leads_to_person(word, word + 1))
    }

    /// "| Labour said", "accused | Labour of", "Ann Holm (| Labour)": a word that is also a party or a firm,
    /// where a noun would have an article or small letters.
    fn is_no_common_noun(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let next = self.words.near(word, word + 1);
        let small = next.is_none_or(|it| !it.capital);
        let says = small && self.class_after(word, word + 1).any(Class::SAY);
        let bracketed = self.before(word) == "("
            && self.after(word, word + 1) == ")"
            && word
                .checked_sub(2)
                .and_then(|before| self.mark_at(before))
                .is_some_and(|mark| mark.kind == EntityKind::Person);
        let one = !self.words.lower(word).ends_with('s');
        let verb = word.checked_sub(1).is_some_and(|before| {
            self.words.near(word, before).is_some_and(|it| {
                it.kind == WordKind::Word && !it.capital && self.words.lower(before).ends_with("ed")
            })
        });
        let object = !it.start && small && (verb || says || self.before(word) == "for");
        it.kind == WordKind::Word
            && !it.capitals
            && self.words.style(word) == Style::Sentence
            && (bracketed || one && it.start && says || one && object)
    }

    /// "in Ribeira, | Kent": the county behind a town that a preposition leads to.
    fn is_county_behind(&self, word: usize, listed: &Listed) -> bool {
        let town = word.checked_sub(2).filter(|&town| self.beside(word, town));
        let behind = |town: usize| {
            self.words.lower(town + 1) == ","
                && self.words.word(town).capital
                && self.class_before(town).any(Class::NEAR)
        };
        matches!(listed.place_class, Some(PlaceClass::County | PlaceClass::Region))
            && town.is_some_and(behind)
    }

    /// "West | Wales", "South | Koreans", "Western | Europe": a capitalised direction belongs to it.
    fn with_direction(&self, word: usize, kind: EntityKind) -> usize {
        let Some(before) = word.checked_sub(1).filter(|&before| self.beside(word, before)) else {
            return word;
        };
        let it = self.words.word(before);
        let fits = self.class(before).any(Class::DIRECTION)
            && it.capital
            && !it.start
            && self.free(before)
            && self.words.style(word) == Style::Sentence
            && matches!(kind, EntityKind::Place | EntityKind::Demonym);
        if fits { before } else { word }
    }
}
