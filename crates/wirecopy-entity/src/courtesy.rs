//! Words that open a name only out of courtesy: "Haji Musa Tarn", "U Thein Zaw", "Pandit Ravi Kiran Rao".
//!
//! Before a whole name they are no part of it. Before one word they may be a given name, or the whole may be
//! what somebody is called: "Haji Musa", "U Nu".

use crate::lexicon::{Class, classes};
use crate::model::EntityKind;
use crate::scene::{Gender, Scene};
use crate::words::WordKind;

impl Scene<'_> {
    /// Takes such words out of the names that they open.
    pub(crate) fn courtesies(&mut self) {
        if !self.words.classes.any(Class::COURTESY) {
            return;
        }
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { continue };
            let name = mark.words.clone();
            let last = |word: usize| word + 3 > name.end;
            let opens = |&word: &usize| {
                !last(word)
                    && self.class(word).any(Class::COURTESY)
                    && self.words.word(word + 1).capital
                    && self.words.word(word + 1).kind == WordKind::Word
                    && !self.class(word + 1).any(Class::PARTICLE)
            };
            if mark.kind != EntityKind::Person || mark.listed.is_some() {
                continue;
            }
            let start = name.clone().find(|word| !opens(word)).unwrap_or(name.start);
            if start > name.start {
                let gender = mark.gender;
                self.behead(index, start);
                if let Some(mark) = self.marks.get_mut(index) {
                    mark.gender = gender;
                }
                if gender == Gender::Unknown {
                    self.set_gender(index, start);
                }
            }
        }
    }
}

/// "Holm" of "Holm-san", "Tapan" of "Tapan-babu".
pub(crate) fn without_tail(text: &str) -> Option<&str> {
    let (name, tail) = text.rsplit_once('-')?;
    let courteous = tail.starts_with(char::is_lowercase) && classes(tail).any(Class::TAIL);
    (courteous && name.starts_with(char::is_uppercase)).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn courtesy_is_no_part_of_a_whole_name() {
        for (text, name) in [
            ("Minister Haji Musa Tarn said the road was shut.", "Musa Tarn"),
            ("Minister Haji Musa said the road was shut.", "Haji Musa"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.contains(&name), "{text}: {names:?}");
        }
    }
}
