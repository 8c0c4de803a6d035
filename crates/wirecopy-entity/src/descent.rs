//! Small words inside a name that say whose child somebody is, or where the family comes from: "Saud bin
//! Khalid", "Jarau anak Untol", "Mutiah a/p Rajan", "Talant Asan uulu".
//!
//! Nothing but a person has such a word inside. Some say it behind the father's name and close the name.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::people::NO_NAME;
use crate::scene::{LONGEST_NAME, Scene};
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "Saud bin Khalid", "Willem van der Velde".
    pub(crate) fn joined_name(&mut self, word: usize) -> Option<usize> {
        let it = self.words.word(word);
        let next = word + 1;
        let small = self.words.near(word, next).is_some_and(|it| !it.capital);
        let sure = small
            && (self.words.class(next).any(Class::JOINS) || self.child_of(word, next).is_some());
        let particle = small && self.words.class(next).any(Class::PARTICLE);
        let joins = sure || particle && self.is_unknown_name(word);
        let fits = joins
            && it.capital
            && it.kind == WordKind::Word
            && self.is_name_word(word)
            && !self.is_furniture(word)
            && !self.class(word).any(NO_NAME.or(Class::TITLE).or(Class::ROLE).or(Class::MODIFIER))
            && self.words.style(word) == Style::Sentence;
        if !fits {
            return None;
        }
        let end = self.name_end(word, LONGEST_NAME + 1);
        if end < word + 3 {
            return None;
        }
        let last = self.words.word(end - 1);
        if !last.capital && !last.compound {
            return None;
        }
        // "Marlize du Toit, who farms": places have such words inside, too.
        let told = self.class_after(word, end).any(Class::SAY)
            || self.after(word, end) == "," && self.is_person_aside(end + 1, word);
        if !sure && !told {
            return None;
        }
        let start = self.with_earlier_name(word);
        let mark = self.mark_sure(start..end, EntityKind::Person, MentionReason::NameShape)?;
        self.set_gender(mark, word);
        Some(end)
    }

    /// The name behind "a/l", "a/p", "s/o" and "d/o", which stands at `at` in a name from `start` on.
    pub(crate) fn child_of(&self, start: usize, at: usize) -> Option<usize> {
        let (slash, name) = (at + 1, at + 3);
        if self.words.word(at).span.len() != 1 {
            return None;
        }
        let is_slash = self.after(start, slash) == "/"
            && !self.words.word(at).space_after
            && !self.words.word(slash).space_after;
        let child = matches!(
            (self.after(start, at), self.after(start, at + 2)),
            ("a", "l" | "p") | ("s" | "d", "o")
        );
        let is_name = || self.beside(start, name) && self.is_name_like(name) && self.free(name);
        (is_slash && child && is_name()).then_some(name)
    }

    /// "Asan | uulu": the word closes the name.
    pub(crate) fn is_child_of_before(&self, word: usize) -> bool {
        let class = self.class(word);
        !self.words.word(word).capital && class.any(Class::SUFFIX) && class.any(Class::PARTICLE)
    }

    /// "Md. Karim Holm", "Tengku Karim Tengku Holm", "Naw Htoo Paw": what opens the name is part of it.
    pub(crate) fn fore_name(&mut self, word: usize) -> Option<usize> {
        let next = word + 1;
        let fits = self.is_fore(word)
            && self.beside(word, next)
            && self.free(next)
            && self.is_name_like(next)
            && !self.words.form(next).listed_common
            && !self.is_acronym(next)
            && !self.is_furniture(word);
        if !fits {
            return None;
        }
        let end = self.name_end(word, LONGEST_NAME);
        // "Saw Palmerston" is rather no name, "Saw Htoo Klei" is.
        let least = if self.words.form(word).listed_common { 3 } else { 2 };
        if end < word + least || self.ends_like_body(word..end) {
            return None;
        }
        let mark = self.mark_sure(word..end, EntityKind::Person, MentionReason::NameShape)?;
        // The second word of "Nang Moe Htwe" tells nothing.
        if self.words.lower(word).ends_with('.') {
            self.set_gender(mark, next);
        }
        Some(end)
    }

    /// Whether the word opens a name that it is part of.
    pub(crate) fn is_fore(&self, word: usize) -> bool {
        let it = self.words.word(word);
        self.words.class(word).any(Class::FORE)
            && it.capital
            && !it.capitals
            && self.free(word)
            // "Holm, Md."
            && self.before(word) != ","
            && self.words.style(word) == Style::Sentence
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn whose_child_somebody_is_belongs_to_the_name() {
        for name in [
            "Jarau anak Untol",
            "Mutiah a/p Rajan",
            "Talant Asan uulu",
            "Md. Karim Tarn",
            "Tengku Karim Tengku Tarn",
        ] {
            let lead = if name.ends_with("uulu") { "Minister " } else { "" };
            let text = format!("On Monday {lead}{name} said the road was shut.");
            let tokens = tokenize(&text);
            let found = Input::new(&text, &tokens).recognize();
            let names: Vec<_> =
                found.entities.iter().map(|it| (it.kind, it.name.as_str())).collect();
            assert!(names.contains(&(EntityKind::Person, name)), "{name}: {names:?}");
        }
    }
}
