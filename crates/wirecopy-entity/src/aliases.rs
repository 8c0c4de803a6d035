//! What else somebody is called: "Dahir Omar, known as Tall, said", "Eva Holm, a cook who asked to be called Lo".
//!
//! The words between the name and the other one say so, and wherever the other stands alone it is the same
//! person.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Mark, REACH, Scene};
use crate::words::{Style, WordKind};

/// Longest name that somebody is called by, in words.
const LONGEST: usize = 3;

/// Farthest that "known" stands before "as", and "whom" before "call", in words.
const FAR: usize = 8;

impl Scene<'_> {
    /// Whether the words right before a name say that it is what the one named before them is called: the last
    /// word of that one.
    pub(crate) fn is_alias_lead(&self, alias: usize) -> Option<usize> {
        let mut at = alias.checked_sub(1).filter(|&at| self.beside(alias, at))?;
        if self.words.word(at).kind == WordKind::Quote {
            at = at.checked_sub(1)?;
        }
        let before = at.checked_sub(1).filter(|&before| self.beside(alias, before))?;
        match self.words.lower(at) {
            "nicknamed" | "alias" | "aka" | "a.k.a." | "dubbed" => self.behind_name(at),
            "called" | "as" if self.words.lower(before) == "be" => self.asks_to(before),
            "called" if Lesser::MANNER.has(self.words.lower(before)) => self.behind_name(at),
            "called" | "call" | "calls" => self.whom(at),
            "identified" | "named" => None,
            "as" if self.words.lower(before) == "identified" && self.before(before) == "be" => {
                self.asks_to(before - 1)
            }
            "by" if matches!(self.words.lower(before), "goes" | "went" | "going") => {
                let who = before.checked_sub(1)?;
                let name = who.checked_sub(usize::from(self.words.lower(who) == "who"))?;
                self.behind_name(name + 1)
            }
            // "known to everyone as", "known in the lane as", "better known as"
            "as" => {
                let front = (at.saturating_sub(FAR)..at).rev();
                let mut front = front.take_while(|&word| {
                    self.beside(alias, word) && self.words.word(word).kind == WordKind::Word
                });
                self.behind_name(front.find(|&word| self.words.lower(word) == "known")?)
            }
            _ => None,
        }
    }

    /// The end of the name before "known": a comma stands between, or ", who is".
    fn behind_name(&self, verb: usize) -> Option<usize> {
        let adverb = verb.checked_sub(1).filter(|&at| Lesser::MANNER.has(self.words.lower(at)));
        let at = adverb.unwrap_or(verb);
        let mut before = at.checked_sub(1).filter(|&before| self.beside(verb, before))?;
        // ", who is known as"
        if matches!(self.words.lower(before), "is" | "was") && self.before(before) == "who" {
            before = before.checked_sub(2)?;
        }
        if matches!(self.words.lower(before), "," | "(" | "—" | "–") {
            before = before.checked_sub(1)?;
            // "Ann Holm, 81, | known as"
            if self.words.word(before).kind == WordKind::Number && self.before(before) == "," {
                before = before.checked_sub(2)?;
            }
        } else if adverb.is_none() && matches!(self.words.lower(at), "known" | "called") {
            return None;
        }
        Some(before)
    }

    /// ", a nurse who asked to | be called", ", who wants to | be known as"
    fn asks_to(&self, be: usize) -> Option<usize> {
        let verb = be.checked_sub(2).filter(|&verb| self.beside(be, verb))?;
        let asks = self.words.lower(be - 1) == "to"
            && matches!(
                self.words.lower(verb),
                "asked"
                    | "asks"
                    | "wants"
                    | "wanted"
                    | "prefers"
                    | "preferred"
                    | "wished"
                    | "likes"
            );
        let who = verb.checked_sub(1).filter(|&who| asks && self.words.lower(who) == "who")?;
        self.before_phrase(who)
    }

    /// ", whom the pickers | call"
    fn whom(&self, verb: usize) -> Option<usize> {
        let mut front = (verb.saturating_sub(FAR)..verb).rev();
        let whom = front.find(|&word| matches!(self.words.lower(word), "whom" | ","))?;
        let is_whom = self.words.lower(whom) == "whom" && self.beside(verb, whom);
        is_whom.then(|| self.before_phrase(whom)).flatten()
    }

    /// The word before the comma that opens the phrase before "who".
    fn before_phrase(&self, who: usize) -> Option<usize> {
        let mut front = (who.saturating_sub(REACH)..who).rev();
        let comma = front.find(|&word| {
            self.words.lower(word) == "," || self.words.word(word).kind != WordKind::Word
        })?;
        let opens = self.words.lower(comma) == "," && self.beside(who, comma);
        comma.checked_sub(1).filter(|_| opens)
    }

    /// Marks what somebody is told to be called.
    pub(crate) fn told_names(&mut self) {
        self.at_names(|scene, word| {
            let lead = word.checked_sub(1).filter(|&lead| scene.beside(word, lead))?;
            let leads = matches!(
                scene.words.lower(lead),
                "as" | "called"
                    | "call"
                    | "calls"
                    | "by"
                    | "nicknamed"
                    | "dubbed"
                    | "alias"
                    | "aka"
            );
            let name = |at: usize| {
                scene
                    .words
                    .near(word, at)
                    .is_some_and(|it| it.capital && it.kind == WordKind::Word && scene.free(at))
            };
            if !leads || !name(word) || scene.words.style(word) != Style::Sentence {
                return None;
            }
            let end = (word..word + LONGEST).find(|&at| !name(at)).unwrap_or(word + LONGEST);
            let closed =
                matches!(scene.after(word, end), "" | "," | "." | ";" | ")" | "and" | "who");
            let office = Class::TITLE.or(Class::ROLE).or(Class::CALENDAR);
            let odd = scene.class(end - 1).any(office) || scene.evidence.is_demonym(word);
            let whole = scene.is_alias_lead(word).filter(|_| closed && !odd)?;
            let person = scene
                .mark_at(whole)
                .is_some_and(|mark| mark.kind == EntityKind::Person && mark.words.end == whole + 1);
            person.then_some(())?;
            scene.mark_sure(word..end, EntityKind::Person, MentionReason::Apposition)?;
            Some(end)
        });
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

    #[test]
    fn what_somebody_is_called_is_a_name() {
        let text = "Mrs. Ann Tarnby, 81, known in town as Mama Gcina, slept. Mama Gcina said no.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Ann Tarnby"]);
    }
}
