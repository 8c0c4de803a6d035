//! Whether somebody is a man or a woman, where neither the name nor a title tells: by the pronouns that mean nobody
//! else. "Vigra Dahl said **she** was late."

use super::discourse::{Discourse, Only};
use super::mentions_in;
use std::collections::BTreeMap;
use wirecopy_entity::Gender;
use wirecopy_text::{Span, Spanned};

/// What "he" counts that is a subject and can mean nobody else, and what if one of both holds.
const SUBJECT: i32 = 6;
const PERHAPS: i32 = 2;

/// Pronouns that outweigh a list.
const SURE: i32 = 6;

/// Sentences within which another may be meant.
const LATELY: usize = 4;

impl Discourse<'_> {
    /// Of whom a life is told the pronouns outside quotation marks are.
    fn learn_gender_of(&mut self, life: u32) {
        let tokens = self.tokens.tokens().iter().map(Spanned::span);
        let outside = tokens.filter(|token| !self.is_quoted(*token));
        let votes: i32 = outside.filter_map(|token| vote(token.of(self.text))).sum();
        // "Brigadier Jocelyn Holm": a list knows less than a whole life tells.
        let is_sure = votes.abs() >= SURE && !self.is_titled(life);
        if let Some(gender) = self.genders.get_mut(life as usize)
            && (gender.is_none() || is_sure)
        {
            *gender = told(votes);
        }
    }

    /// The people whom a sentence names; "Dahl: He came late." tells of another.
    fn told_in(&self, sentence: Span) -> impl Iterator<Item = (u32, u32)> {
        self.names_in(sentence).filter(|(at, _)| {
            let name = mentions_in(self.named, Span::new(*at, at.saturating_add(1))).first();
            let behind = name.and_then(|name| self.text.get(name.span.end() as usize..));
            !behind.is_some_and(|behind| behind.starts_with(':'))
        })
    }

    /// One walk over the words: each pronoun counts for the only person of its sentence, or of the
    /// sentence before; less where it may as well mean another of whom the story just told.
    pub(super) fn learn_genders(&mut self) {
        if let Some(life) = self.life {
            self.learn_gender_of(life);
        }
        let of_life = self.life.and_then(|life| self.gender(life));
        let of_life = of_life.map_or(0, |gender| if gender == Gender::Male { 1 } else { -1 });
        let mut votes: BTreeMap<u32, i32> = BTreeMap::new();
        let mut lately = Lately::default();
        let mut focus: Option<u32> = None;
        for (at, sentence) in self.tokens.sentences().iter().enumerate() {
            let is_open = |person: u32| self.gender(person).is_none();
            let asks = focus.is_some_and(is_open)
                || self.names_in(sentence.span()).any(|(_, person)| is_open(person));
            let mut people = self.told_in(sentence.span()).peekable();
            let mut here = Only::Nobody;
            let mut decided: Option<(u32, i32)> = None;
            // Where everybody's gender is known no pronoun is needed.
            let tokens = if asks { sentence.tokens() } else { 0..0 };
            let tokens = self.tokens.tokens().get(tokens).unwrap_or_default();
            for (index, token) in tokens.iter().enumerate() {
                let first = self.text.as_bytes().get(token.span().start() as usize);
                if !matches!(first, Some(b'h' | b'H' | b's' | b'S')) {
                    continue;
                }
                while let Some((_, person)) = people.next_if(|(at, _)| *at < token.span().start()) {
                    here = here.with(person);
                }
                let word = token.span().of(self.text);
                let Some(vote) = vote(word) else { continue };
                // "Dahl asked him", "Dahl asked her to wait": somebody else is meant.
                let is_object = || {
                    let next = tokens.get(index + 1).map(|next| next.span().of(self.text));
                    is_object(word, next)
                };
                let meant = match here {
                    Only::Nobody => focus,
                    Only::One(person) => Some(person).filter(|_| !is_object()),
                    Only::Several => None,
                };
                // In a life most pronouns are of one.
                let meant = meant.filter(|person| vote != of_life || self.life == Some(*person));
                // "Dahl, to whom she spoke", "Dahl, who is her brother"
                let before = index.checked_sub(1).and_then(|before| tokens.get(before));
                let is_whom = before.is_some_and(|before| {
                    let before = before.span().of(self.text);
                    before == "whom"
                        || matches!(before, "is" | "was" | "as" | "became") && !is_subject(word)
                });
                let is_free = |_: &u32| !self.is_quoted(token.span()) && !is_whom;
                if let Some(person) = meant.filter(is_free) {
                    let is_other = lately.is_other(vote, person, at);
                    let weight = match (is_other, is_subject(word)) {
                        (false, true) => SUBJECT,
                        (false, false) | (true, true) => PERHAPS,
                        (true, false) => 1,
                    };
                    // "Dahl said her husband was late when he came": not hers, too.
                    if decided.is_none_or(|decided| decided == (person, vote)) {
                        *votes.entry(person).or_default() += vote * weight;
                    }
                    if !is_other {
                        decided = decided.or(Some((person, vote)));
                    }
                }
            }
            for (_, person) in self.names_in(sentence.span()) {
                let is_he = self.gender(person).map(|gender| gender == Gender::Male);
                let learnt = || votes.get(&person).filter(|votes| **votes != 0).map(|v| *v > 0);
                if let Some(is_he) = is_he.or_else(learnt) {
                    lately.named(is_he, person, at);
                }
            }
            focus = match people.fold(here, |here, (_, person)| here.with(person)) {
                Only::One(person) => Some(person),
                Only::Nobody | Only::Several => None,
            };
        }
        for (person, votes) in votes {
            if let Some(gender @ None) = self.genders.get_mut(person as usize) {
                *gender = told(votes);
            }
        }
    }
}

/// Which man and which woman the story named last, and in which sentence.
#[derive(Debug, Default)]
struct Lately {
    he: Option<(u32, usize)>,
    she: Option<(u32, usize)>,
}

impl Lately {
    fn named(&mut self, is_he: bool, person: u32, sentence: usize) {
        *if is_he { &mut self.he } else { &mut self.she } = Some((person, sentence));
    }

    /// Whether the pronoun may mean another than `person`.
    fn is_other(&self, vote: i32, person: u32, sentence: usize) -> bool {
        let last = if vote > 0 { self.he } else { self.she };
        last.is_some_and(|(other, at)| other != person && at + LATELY >= sentence)
    }
}

/// What more pronouns for a man or more for a woman tell.
const fn told(votes: i32) -> Option<Gender> {
    match votes {
        1.. => Some(Gender::Male),
        0 => None,
        _ => Some(Gender::Female),
    }
}

/// For a man or for a woman.
fn vote(word: &str) -> Option<i32> {
    match word {
        "he" | "He" | "his" | "His" | "him" | "himself" | "HE" | "HIS" | "HIM" => Some(1),
        "she" | "She" | "her" | "Her" | "hers" | "herself" | "SHE" | "HER" => Some(-1),
        _ => None,
    }
}

/// Whether the pronoun can only be a subject.
fn is_subject(pronoun: &str) -> bool {
    matches!(pronoun, "he" | "He" | "HE" | "she" | "She" | "SHE")
}

/// Whether a pronoun is an object, as far as it and the next word tell: no noun follows.
fn is_object(pronoun: &str, next: Option<&str>) -> bool {
    const BEHIND: [&str; 18] = [
        "to", "that", "and", "in", "at", "by", "for", "as", "if", "when", "on", "with", "from",
        "about", "of", "into", "the", "a",
    ];
    let ends =
        next.is_none_or(|next| BEHIND.contains(&next) || !next.starts_with(char::is_alphanumeric));
    matches!(pronoun, "him" | "HIM") || matches!(pronoun, "her" | "HER") && ends
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn whose_brother_he_is_tells_of_no_woman() {
        let text = "Eva Dahl spoke. Vigran Dahl, who is her brother, said she was late. It rained, he said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigran Dahl"));
    }

    #[test]
    fn a_life_knows_more_than_a_list() {
        let text = "Jocelyn Holm, soldier, dies at 90\n\nJocelyn Holm, who held a bridge in his youth, has died. Holm was 90. He \
                    liked dogs. He kept hens in his garden, and he sold his eggs.\n\nHis sister, Eva Dahl, survives him. “It \
                    was late,” he used to say.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Jocelyn Holm"));
    }

    #[test]
    fn whose_lutes_he_mends_is_no_woman() {
        let text = "Anna Holm played to the end. Vigran Dahl, who mended her lutes, said she heard each string. “It \
                    was late,” he said.";
        assert_eq!(speakers(text), ["Vigran Dahl", "Vigran Dahl"]);
    }
}
