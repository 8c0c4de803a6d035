//! Vietnamese names: "Nguyen Phu Tam", "Trần Thị Lan".
//!
//! A handful of surnames stand first, and two or three short words behind them, some of which are towns too:
//! together they are one person.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

/// Letters of the longest syllable.
const LETTERS: usize = 6;

impl Scene<'_> {
    /// Marks them, before the lists have a say.
    pub(crate) fn vietnamese_names(&mut self) {
        self.at_classes(Class::VIET, |scene, word| {
            let syllable = |at: usize| {
                let form = scene.words.form(at);
                scene.words.near(word, at).is_some_and(|it| {
                    it.capital && !it.capitals && it.kind == WordKind::Word && !it.compound
                }) && scene.free(at)
                    && form.letters <= LETTERS
                    && !form.class.any(Class::TITLE.or(Class::ROLE).or(Class::CALENDAR))
                    && !scene.evidence.is_demonym(at)
            };
            let end = (word + 1..word + 5).find(|&at| !syllable(at)).unwrap_or(word + 5);
            let fits = syllable(word)
                && (3..=4).contains(&(end - word))
                && scene.words.near(word, end).is_none_or(|it| !it.capital)
                && scene.words.style(word) == Style::Sentence
                && !scene.is_furniture(word);
            if !fits {
                return None;
            }
            let mark = scene.mark_sure(word..end, EntityKind::Person, MentionReason::NameShape)?;
            scene.set_gender(mark, word);
            Some(end)
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn surnames_stand_first() {
        let text = "A farmer met Nguyen Phu Tam on Monday.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let names: Vec<_> = found.entities.iter().map(|it| (it.kind, it.name.as_str())).collect();
        assert_eq!(names, [(EntityKind::Person, "Nguyen Phu Tam")]);
    }
}
