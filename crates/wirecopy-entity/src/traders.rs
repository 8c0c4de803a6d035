//! "Onega Metals", "Turan Credit": firms by what they deal in, with a capital, behind a name.

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "Onega Metals", "Turan Credit": what firms deal in, with a capital, behind a name.
    pub(crate) fn traders(&mut self) {
        self.at_classes(Class::TRADE, Self::trader);
    }

    fn trader(&mut self, word: usize) -> Option<usize> {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let trade = it.capital
            && !it.start
            && it.kind == WordKind::Word
            && form.surname < 3
            && form.given < 3
            && self.words.style(word) == Style::Sentence
            && !self.is_acronym(word)
            && !self.is_furniture(word);
        let goes_on = self.words.near(word, word + 1).is_some_and(|it| it.capital);
        if !trade || goes_on {
            return None;
        }
        let odd = Class::TITLE
            .or(Class::ROLE)
            .or(Class::MODIFIER)
            .or(Class::PORTFOLIO)
            .or(Class::DIRECTION)
            .or(Class::CALENDAR)
            .or(Class::HONORIFIC)
            .or(Class::TRADE);
        let mut start = word;
        while start > 0 && word - start < 2 && self.beside(word, start - 1) {
            let before = start - 1;
            let fits = self.free(before)
                && !self.is_seat(before)
                && self.is_name_word(before)
                && self.words.word(before).kind == WordKind::Word
                && (self.common(before) < 0.3 || before + 1 == word && self.is_behind_name(before))
                && !self.class(before).any(odd)
                && !self.evidence.is_demonym(before)
                && self.single(before).is_none_or(|listed| listed.place < 5.5);
            if !fits {
                break;
            }
            start = before;
        }
        let behind_capital = start.checked_sub(1).is_some_and(|before| {
            self.beside(word, before)
                && self.words.word(before).capital
                && !self.words.word(before).start
                && !self.is_seat(before)
        });
        if start == word || behind_capital {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(start..word + 1, kind, MentionReason::OrganizationSuffix)?;
        Some(word + 1)
    }

    /// "Tarn | Short Research": a word like others with a capital behind a name, within a sentence.
    fn is_behind_name(&self, word: usize) -> bool {
        word.checked_sub(1).is_some_and(|name| {
            self.words.near(word, name).is_some_and(|it| it.capital && it.kind == WordKind::Word)
                && self.free(name)
                && self.common(name) < 0.1
                && self.class(name).is_plain()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    #[test]
    fn what_a_firm_deals_in_closes_its_name() {
        let text = "The mine was sold to Zorvane Metals on Monday.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let names: Vec<_> = found.entities.iter().map(|it| (it.kind, it.name.as_str())).collect();
        assert_eq!(names, [(EntityKind::Organization, "Zorvane Metals")]);
    }
}
