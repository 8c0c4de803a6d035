//! What else somebody is called: "Dahir Omar, known as Tall, said".
//!
//! The words between the name and the other one say so, and wherever the other stands alone it is the same
//! person.

use crate::model::EntityKind;
use crate::scene::{Mark, REACH, Scene};
use crate::words::WordKind;

impl Scene<'_> {
    /// Whether the words right before a name say that it is what the one named before them is called.
    pub(crate) fn is_alias_lead(&self, alias: usize) -> Option<usize> {
        let mut at = alias.checked_sub(1).filter(|&at| self.beside(alias, at))?;
        if self.words.word(at).kind == WordKind::Quote {
            at = at.checked_sub(1)?;
        }
        match self.words.lower(at) {
            "nicknamed" | "alias" | "aka" | "a.k.a." | "dubbed" => {}
            "as" => {
                // "known to everyone as", "known in the lane as", "better known as"
                at = (at.saturating_sub(REACH / 2)..at)
                    .rev()
                    .take_while(|&word| {
                        let it = self.words.word(word);
                        self.beside(alias, word)
                            && it.kind == WordKind::Word
                            && (!it.capital || self.words.lower(word) == "known")
                    })
                    .find(|&word| self.words.lower(word) == "known")?;
            }
            _ => return None,
        }
        let adverb = at.checked_sub(1).filter(|&before| {
            matches!(
                self.words.lower(before),
                "also"
                    | "better"
                    | "widely"
                    | "locally"
                    | "popularly"
                    | "simply"
                    | "universally"
                    | "only"
                    | "affectionately"
                    | "professionally"
                    | "usually"
                    | "often"
            )
        });
        at = adverb.unwrap_or(at);
        let mut before = at.checked_sub(1).filter(|&before| self.beside(alias, before))?;
        // ", who is known as"
        if matches!(self.words.lower(before), "is" | "was") && self.before(before) == "who" {
            before = before.checked_sub(2)?;
        }
        if matches!(self.words.lower(before), "," | "(" | "—" | "–") {
            before = before.checked_sub(1)?;
        } else if adverb.is_none() && self.words.lower(at) == "known" {
            return None;
        }
        Some(before)
    }

    /// Whether the second of two marks in order is what the first is called.
    pub(crate) fn is_alias_of(&self, alias: &Mark, whole: &Mark) -> bool {
        alias.kind == EntityKind::Person
            && whole.kind == EntityKind::Person
            && whole.words.end < alias.words.start
            && self.is_alias_lead(alias.words.start).is_some_and(|last| last + 1 == whole.words.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn what_somebody_is_known_as_is_the_same_person() {
        let text = "Minister Dahir Omar Tarn, known as Kettu, said no. Kettu said he was tired.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Dahir Omar Tarn"]);
    }
}
