//! Houses that are called after a saint: "St Olave's" of "St Olave's Cottage Hospital" is the hospital, and no
//! person whose something is told.

use crate::map::Set;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;

impl Scene<'_> {
    /// Marks the short forms of all bodies that are named in full. Linear in the number of words.
    pub(crate) fn saints(&mut self) {
        let bodies = self.marks.iter().filter(|mark| mark.kind == EntityKind::Organization);
        let houses = bodies.filter(|mark| mark.words.len() > 3);
        let houses: Set<u32> = houses.filter_map(|mark| self.saint_at(mark.words.start)).collect();
        if houses.is_empty() {
            return;
        }
        self.at_names(|scene, word| {
            scene.saint_at(word).filter(|saint| houses.contains(saint))?;
            let kind = EntityKind::Organization;
            scene.mark_sure(word..word + 3, kind, MentionReason::ShortForm)?;
            Some(word + 3)
        });
    }

    /// The name in "St Olave's", by the number of its form.
    pub(crate) fn saint_at(&self, word: usize) -> Option<u32> {
        let saint = matches!(self.words.lower(word), "st" | "st." | "saint");
        let name = word + 1;
        let owns = saint && self.beside(word, name) && self.is_possessive(name);
        (owns && self.words.word(name).capital).then(|| self.words.form(name).group)
    }
}
