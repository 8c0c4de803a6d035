//! Where the name of a body begins that a rule or the weights found a part of, and that it goes on.
//!
//! "Bakers' and | Millers' Association", "Tarn County Council's | Parks Committee", "His Majesty's |
//! Inspectorate of Piers", "Marsh Rangers | Supporters' Trust". What is behind the part is read by
//! [`super::tails`]. A compound that says whose it is stays outside: "State-run | Norland Radio Corporation".

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

/// Most words that are taken in on one side at a time.
const MOST: usize = 5;

fn is_counting(lower: &str) -> bool {
    matches!(
        lower,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
    )
}

/// "State-run", "Tarn-based".
pub(crate) fn says_whose(lower: &str) -> bool {
    lower.rsplit_once('-').is_some_and(|(_, last)| Lesser::BOND.has(last))
}

impl Scene<'_> {
    /// Gives the marks of bodies the words that belong to their names.
    pub(crate) fn whole_bodies(&mut self) {
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { break };
            let (words, reason) = (mark.words.clone(), mark.reason);
            if mark.kind != EntityKind::Organization
                || words.is_empty()
                || reason == MentionReason::UserGazetteer
                || self.words.style(words.start) != Style::Sentence
                || self.is_furniture(words.start)
            {
                continue;
            }
            let start = self.whole_start(&words);
            if start > words.start {
                self.behead(index, start);
            }
            let owned = self.owned_department(&(start..words.end));
            let end = self.whole_end(&(start..owned));
            let the = end > words.end && self.words.lower(start) == "the";
            let start = start + usize::from(the);
            if start < words.start || end > words.end {
                self.mark_over(start..end, EntityKind::Organization, reason);
            }
        }
    }

    /// A capital that may stand in the name of a body beside `of`.
    pub(crate) fn is_body_capital(&self, of: usize, word: usize) -> bool {
        self.words.near(of, word).is_some_and(|it| it.capital || self.is_elided(word))
            && self.is_name_like(word)
            && !self.class(word).any(Class::CALENDAR.or(Class::HONORIFIC))
    }

    /// "d'Oran", "l'Avenir", "la-Tarn": the article of another language, and a capital.
    pub(crate) fn is_elided(&self, word: usize) -> bool {
        let text = self.words.form(word).text();
        let article = text.find(['\'', '’', '-']).filter(|&at| (1..=2).contains(&at));
        let rest = article.and_then(|at| text.get(at..));
        text.starts_with(char::is_lowercase)
            && rest.is_some_and(|rest| rest.chars().nth(1).is_some_and(char::is_uppercase))
    }

    /// The first of the capitals that end before `end`, without a word that only opens the sentence.
    pub(crate) fn capitals_before(&self, of: usize, end: usize) -> usize {
        let office = Class::TITLE.or(Class::ROLE).or(Class::FUNCTION);
        let fits = |word: usize| {
            let it = self.words.word(word);
            self.beside(of, word)
                && it.capital
                && it.kind == WordKind::Word
                && !(self.class(word).any(office) && self.words.form(word).surname < 5)
                && !self.class(word).any(Class::CALENDAR.or(Class::HONORIFIC))
                && self.mark_at(word).is_none_or(|mark| {
                    mark.kind != EntityKind::Person
                        || mark.roles.is_empty() && mark.words.end <= end
                })
        };
        let first = (end.saturating_sub(MOST)..end).rev().take_while(|&word| fits(word)).last();
        first.unwrap_or(end)
    }

    /// "Georgian | Ministry of Piers": whose state it is, which is no part of the name.
    pub(crate) fn is_nation_of(&self, nation: usize, head: usize) -> bool {
        matches!(self.words.lower(head), "ministry" | "department")
            && self.evidence.is_demonym(nation)
            && !self.is_acronym(nation)
            && !self.words.lower(nation).contains('.')
    }

    /// The first word of the whole name.
    fn whole_start(&self, words: &Range<usize>) -> usize {
        let mut start = words.start;
        // "Georgian | Ministry of Piers"
        let state = self.is_nation_of(start, start + 1)
            && matches!(self.after(start, start + 2), "of" | "for");
        if state && words.len() > 3 {
            return start + 1;
        }
        if words.len() > 2 && says_whose(self.words.lower(start)) || self.is_noun_before(words) {
            return start + 1;
        }
        for _ in 0..2 {
            let Some(before) = start.checked_sub(1).filter(|&at| self.beside(start, at)) else {
                break;
            };
            let first = self
                .behind_owner(before, words)
                .or_else(|| self.behind_plural_owner(before, start, words))
                .or_else(|| self.behind_lady(before))
                .or_else(|| self.behind_members(before, words))
                .or_else(|| self.behind_nation(before, words))
                .or_else(|| self.behind_trade(before, words))
                .or_else(|| self.behind_chief(before, start))
                .or_else(|| self.behind_number(before, start, words))
                .or_else(|| self.behind_field(before, start, words));
            match first.filter(|&first| first < start) {
                Some(first) => start = first,
                None => break,
            }
        }
        start
    }

    /// "His Majesty's | Inspectorate", "Tarn County Council's | Parks Committee".
    fn behind_owner(&self, before: usize, words: &Range<usize>) -> Option<usize> {
        // "His | Majesty's Inspectorate"
        let royal = |word: usize| {
            self.words.lower(word) == "majesty"
                && matches!(self.before(word), "his" | "her" | "their" | "your")
                && self.words.word(word).capital
                && self.words.word(word - 1).capital
        };
        if self.words.lower(before + 1) == "majesty" && royal(before + 1) {
            return Some(before);
        }
        if self.words.word(before).kind != WordKind::Clitic {
            return None;
        }
        let owner = before.checked_sub(1).filter(|&owner| self.beside(before, owner))?;
        if royal(owner) {
            return Some(owner - 1);
        }
        // "Ferry Workers' | Union Local 12"
        let several = self.words.lower(owner).ends_with('s')
            && !self.words.lower(before).ends_with('s')
            && before + 1 == words.start
            && self.class(words.start).any(Class::ORG_END)
            && self.words.word(owner).capital;
        if several {
            return Some(self.capitals_before(before, owner + 1));
        }
        let head = words
            .clone()
            .find(|&at| matches!(self.words.lower(at), "on" | "of" | "for"))
            .unwrap_or(words.end);
        let department = Lesser::DEPARTMENT.has(self.words.lower(head.checked_sub(1)?));
        if !department || !Lesser::CHAMBER.has(self.words.lower(owner)) {
            return None;
        }
        Some(self.capitals_before(before, owner + 1)).filter(|&first| first < owner)
    }

    /// "Bakers' and | Millers' Association", "Bakers and | Millers' Association", "Tarn Rangers | Supporters'
    /// Trust": those who are many own it.
    fn behind_plural_owner(
        &self,
        before: usize,
        start: usize,
        words: &Range<usize>,
    ) -> Option<usize> {
        let many = |clitic: usize| {
            self.words.word(clitic).kind == WordKind::Clitic
                && self.words.lower(clitic).len() < 4
                && clitic > 0
                && self.words.lower(clitic - 1).ends_with('s')
                && !self.words.lower(clitic).ends_with('s')
        };
        (start + 1..words.end.min(start + 4)).find(|&at| many(at))?;
        let lower = self.words.lower(before);
        if matches!(lower, "and" | "&") {
            let left = before.checked_sub(1).filter(|&left| self.beside(before, left))?;
            let left = if many(left) { left - 1 } else { left };
            let named = self.is_body_capital(before, left)
                && (self.words.lower(left).ends_with('s') || self.is_field(left));
            return named
                .then(|| self.capitals_before(before, left + 1))
                .filter(|&first| first <= left);
        }
        let it = self.words.word(before);
        let part = it.capital && !self.class(before).any(Class::FUNCTION);
        if !part {
            return None;
        }
        Some(self.capitals_before(before, start))
    }

    /// "Carmaker | Solvano" where a sentence starts: what a firm is.
    pub(crate) fn is_noun_before(&self, words: &Range<usize>) -> bool {
        let class = self.class(words.start);
        let part = Class::ORG_START
            .or(Class::ORG_END)
            .or(Class::ORG_OF)
            .or(Class::ORG_WEAK)
            .or(Class::FOREIGN)
            .or(Class::TRADE);
        words.len() > 1
            && self.words.word(words.start).start
            && class.any(Class::BEFORE_BODY)
            && !class.any(part)
            && !self.closes_body(words.start + 1)
            && self.words.word(words.start + 1).capital
    }

    /// "Brotherhood of | Ferry Workers Local 12", "Tarn Growers of | Figs Association".
    fn behind_members(&self, before: usize, words: &Range<usize>) -> Option<usize> {
        let head = before.checked_sub(1).filter(|&head| self.beside(before, head))?;
        let last = words.end - 1;
        let branch = self.words.word(last).kind == WordKind::Number
            && self.class(head).any(Class::ORG_OF.or(Class::HEAD).or(Class::MEMBERS));
        let growers = words.len() == 2
            && self.class(last).any(Class::ORG_END)
            && self.words.lower(words.start).ends_with('s')
            && ["ers", "ors", "ists"].iter().any(|by| self.words.lower(head).ends_with(by));
        let fits = self.words.lower(before) == "of"
            && self.words.word(head).capital
            && (branch || growers);
        fits.then(|| self.capitals_before(before, head + 1)).filter(|&first| first <= head)
    }

    /// "Norland | Red Cross".
    fn behind_nation(&self, before: usize, words: &Range<usize>) -> Option<usize> {
        let relief = words.len() == 2
            && self.words.lower(words.start) == "red"
            && matches!(self.words.lower(words.start + 1), "cross" | "crescent");
        let it = self.words.word(before);
        let land = self.evidence.is_demonym(before)
            || self.evidence.is_region(before)
            || self.words.lower(before).ends_with("ian");
        (relief && it.capital && land).then_some(before)
    }

    /// "Chief | Inspectorate of Piers", "Main | Directorate": the highest of such bodies.
    fn behind_chief(&self, before: usize, start: usize) -> Option<usize> {
        let highest = Lesser::CHIEF.has(self.words.lower(before));
        let head = Lesser::LED.has(self.words.lower(start));
        let it = self.words.word(before);
        let first = it.capital
            && !it.start
            && !before.checked_sub(1).is_some_and(|at| {
                self.words.near(before, at).is_some_and(|it| it.capital && !it.start)
            });
        (highest && head && first).then_some(before)
    }

    /// "Our Lady of | Mercy Hospital".
    fn behind_lady(&self, before: usize) -> Option<usize> {
        let lady = before.checked_sub(2)?;
        let fits = self.words.lower(before) == "of"
            && self.words.lower(lady + 1) == "lady"
            && self.words.lower(lady) == "our"
            && self.beside(before, lady)
            && self.words.word(lady).capital
            && self.words.word(lady + 1).capital;
        fits.then_some(lady)
    }

    /// "Tarn Meats of | Norland LLC": a legal form closes what a trade and a land open.
    fn behind_trade(&self, before: usize, words: &Range<usize>) -> Option<usize> {
        let trade = before.checked_sub(1).filter(|&trade| self.beside(before, trade))?;
        let closes = self.class(words.end - 1).any(Class::COMPANY);
        let fits = closes
            && self.words.lower(before) == "of"
            && words.len() <= 3
            && self.words.word(trade).capital
            && self.class(trade).any(Class::TRADE.or(Class::ORG_END).or(Class::COMPANY));
        fits.then(|| self.capitals_before(before, trade + 1)).filter(|&first| first < trade)
    }

    /// "Roads and | Bridges Norland": an agency of a land.
    fn behind_field(&self, before: usize, start: usize, words: &Range<usize>) -> Option<usize> {
        let left = before.checked_sub(1).filter(|&left| self.beside(before, left))?;
        let agency = words.len() == 2
            && start == words.start
            && matches!(self.words.lower(before), "and" | "&")
            && self.is_land(start + 1)
            && self.is_field(start);
        // "Doctors and | Nurses for Peace"
        let aim = matches!(self.words.lower(start + 1), "for" | "against")
            && self.words.lower(before) == "and"
            && self.words.lower(start).ends_with('s')
            && self.words.lower(left).ends_with('s');
        let agency = agency || aim;
        let named = self.is_body_capital(before, left)
            && (self.words.lower(left).ends_with('s') || self.is_field(left));
        (agency && named).then(|| self.capitals_before(before, left + 1)).filter(|&at| at <= left)
    }

    /// "Two | Rivers School", "1. | FC Tarn".
    fn behind_number(&self, before: usize, start: usize, words: &Range<usize>) -> Option<usize> {
        let it = self.words.word(before);
        let counted = is_counting(self.words.lower(before))
            && it.capital
            && it.kind == WordKind::Word
            && words.len() > 1
            && self.words.lower(start).ends_with('s');
        let club = Lesser::CLUB.has(self.words.lower(start));
        let ordinal = club && self.words.lower(before) == "." && self.before(before) == "1";
        if ordinal {
            return before.checked_sub(1);
        }
        (counted || club && self.words.lower(before) == "1.").then_some(before)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn names_are_whole() {
        for (text, name) in [
            ("The Bakers' and Millers' Association met.", "Bakers' and Millers' Association"),
            ("Tarn County Council's Parks Committee met.", "Tarn County Council's Parks Committee"),
            ("The Marsh Rangers Supporters' Trust met.", "Marsh Rangers Supporters' Trust"),
            ("Her Majesty's Inspectorate of Piers met.", "Her Majesty's Inspectorate of Piers"),
            ("Norland's Ministry of Defence met.", "Ministry of Defence"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.contains(&name), "{text}: {names:?}");
        }
    }
}
