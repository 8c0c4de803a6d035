//! Places that stand for a team or a government.
//!
//! "LEEDS 2 BURY 1" is a result, and in a report of a match "Leeds" is a club wherever no preposition
//! of place stands before it. A country's team stays a place. "Moscow expects" stays a place too, with
//! the reason that its government is meant.

use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::lists::Code;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of sport in a document that make it a report of sport.
const SPORT_WORDS: usize = 4;

/// What the mentions of one place name say.
#[derive(Debug, Default, Clone, Copy)]
struct Votes {
    team: f32,
    place: f32,
}

impl Scene<'_> {
    /// Rows of results and standings: a run of capitals between a line's start or a number and a
    /// number is a team, unless a country in brackets follows or a given name opens it.
    pub(crate) fn tables(&mut self) {
        if !self.sport {
            return;
        }
        let rows: Vec<_> = self
            .words
            .lines
            .iter()
            .filter(|line| line.table)
            .map(|line| line.words.clone())
            .collect();
        for row in rows {
            let mut word = row.start;
            while word < row.end {
                word = self.table_cell(&row, word).unwrap_or(word + 1);
            }
        }
    }

    fn table_cell(&mut self, row: &Range<usize>, word: usize) -> Option<usize> {
        let opens = word == row.start || self.words.word(word - 1).kind == WordKind::Number;
        let mut end = word;
        while end < row.end && end - word < 4 && self.free(end) && self.is_cell_word(end) {
            end += 1;
        }
        if !opens || end == word || end == row.end || self.words.word(end).kind != WordKind::Number
        {
            return None;
        }
        let personal =
            end - word >= 2 && (self.is_initials(word) || self.words.form(word).given >= 3);
        let national = self.evidence.exact(&(word..end)).is_some_and(|(_, listed)| {
            listed.place_class == Some(PlaceClass::Country) && listed.place >= 6.0 || listed.demonym
        });
        let calendar =
            (word..end).any(|at| self.class(at).any(Class::CALENDAR.or(Class::FUNCTION)));
        let heading = self.after(word, end) == ":";
        let common = heading || (word..end).all(|at| self.words.form(at).common > 0.5);
        if personal || national || calendar || common {
            return None;
        }
        self.mark(word..end, EntityKind::Organization, MentionReason::Team)?;
        Some(end)
    }

    fn is_cell_word(&self, word: usize) -> bool {
        let it = self.words.word(word);
        it.capital
            && matches!(
                it.kind,
                WordKind::Word | WordKind::Acronym | WordKind::Abbreviation | WordKind::Initial
            )
    }

    /// "the Tarn | Kingfishers": a town and many, behind an article, where teams are told of.
    pub(crate) fn town_teams(&mut self) {
        if !self.team_sport {
            return;
        }
        self.at_names(|scene, word| {
            let it = scene.words.word(word);
            let many = it.capital
                && it.kind == WordKind::Word
                && !it.start
                && scene.words.lower(word).ends_with('s')
                && !scene.class(word).any(Class::EVENT.or(Class::CALENDAR))
                && !scene.evidence.is_demonym(word)
                && scene.words.style(word) == Style::Sentence
                && !scene.is_possessive(word)
                && scene.words.near(word, word + 1).is_none_or(|it| !it.capital);
            let town = |words: &Range<usize>| {
                scene.before(words.start) == "the"
                    && scene.all_free(words)
                    && scene.words.word(words.start).capital
                    && scene.evidence.exact(words).is_some_and(|(_, l)| {
                        l.place >= 3.0 && l.place_class != Some(PlaceClass::Country)
                    })
            };
            let lengths = (1..=2).filter_map(|length| Some(word.checked_sub(length)?..word));
            let town = many.then(|| lengths.into_iter().find(town)).flatten()?;
            scene.mark(town.start..word + 1, EntityKind::Organization, MentionReason::Team)?;
            Some(word + 1)
        });
    }

    /// Retypes places that are teams, and says which ones are governments.
    pub(crate) fn teams(&mut self) {
        if self.sport {
            let votes = self.team_votes();
            for index in 0..self.marks.len() {
                self.judge(index, &votes);
            }
        }
        for index in 0..self.marks.len() {
            self.government(index);
        }
    }

    /// A report of sport: its slug says so ("SOCCER - …"), or enough of its words do.
    pub(crate) fn is_sport(&self) -> bool {
        if !self.words.classes.any(Class::SPORT) {
            return false;
        }
        let slug = self.words.lines.iter().take(3).any(|line| {
            let first = line.words.start;
            self.class(first).any(Class::SPORT)
                && matches!(self.after(first, first + 1), "-" | "—" | "–" | ":")
        });
        let words = self.words.words.iter().filter(|word| word.sense.class.any(Class::SPORT));
        let tables = self.words.lines.iter().filter(|line| line.table).count();
        let count = words.take(1000).count();
        slug || count >= SPORT_WORDS && count * 150 >= self.words.words.len()
            || tables >= 6 && count >= 1
    }

    /// A sport of single players: who wins there is a person.
    pub(crate) fn is_solo(&self) -> bool {
        let solo = |word: usize| {
            self.class(word).any(Class::SPORT)
                && matches!(
                    self.words.lower(word),
                    "tennis"
                        | "golf"
                        | "boxing"
                        | "seeded"
                        | "unseeded"
                        | "athletics"
                        | "cycling"
                        | "swimming"
                        | "skiing"
                        | "skating"
                        | "badminton"
                        | "squash"
                )
        };
        (0..self.words.words.len()).any(solo)
    }

    fn team_votes(&self) -> BTreeMap<String, Votes> {
        let mut votes: BTreeMap<String, Votes> = BTreeMap::new();
        for index in 0..self.marks.len() {
            if let Some((key, team, place)) = self.team_vote(index) {
                let vote = votes.entry(key).or_default();
                vote.team += team;
                vote.place += place;
            }
        }
        votes
    }

    /// The key of a place that may be a team, and what its surroundings say here.
    fn team_vote(&self, index: usize) -> Option<(String, f32, f32)> {
        let mark = self.marks.get(index)?;
        if mark.words.is_empty() || !self.may_be_team(mark) {
            return None;
        }
        let listed = mark.listed.and_then(|name| self.evidence.listed(name));
        let national = listed.is_some_and(|listed| match listed.place_class {
            Some(PlaceClass::Country | PlaceClass::Area) => listed.place >= 6.0,
            // England and Scotland play as countries do.
            Some(PlaceClass::Region) => listed.country == Code::BRITAIN,
            _ => false,
        });
        if national {
            return None;
        }
        let (start, end) = (mark.words.start, mark.words.end);
        let key = self.words.key(mark.words.clone()).to_lowercase();
        let club = listed.is_some_and(|listed| listed.club);
        let line = self.words.line(start)?;
        if mark.reason == MentionReason::Dateline || mark.reason == MentionReason::PlaceRegion {
            return Some((key, 0.0, 0.3));
        }
        let dated = line.words.start == start
            && self.after(start, end).starts_with(|c: char| c.is_ascii_digit())
            && self.words.form(end).text().len() >= 8;
        if dated {
            return Some((key, 0.0, 0.3));
        }
        if line.table {
            let scored = (end..end + 3)
                .any(|at| self.beside(start, at) && self.words.word(at).kind == WordKind::Number);
            let bracket = self.before(start) == "(";
            let opens = line.words.start == start;
            return Some(if (scored || opens) && !bracket {
                (key, 2.0, 0.0)
            } else {
                (key, 0.0, 0.3)
            });
        }
        if mark.kind == EntityKind::Person && listed.is_none_or(|l| l.place < 2.0 && !l.club) {
            return None;
        }
        let (before, after) = (self.before(start), self.after(start, end));
        let acts = self.class_after(start, end).any(Class::MATCH)
            || self.class_before(start).any(Class::MATCH)
            || matches!(before, "against" | "over" | "v" | "vs" | "versus" | "v.")
            || matches!(after, "v" | "vs" | "versus" | "v.")
            || club && !self.is_possessive(end - 1) && self.leads_to_person(start, end)
            || self.words.word(end).kind == WordKind::Number && self.beside(start, end);
        if acts {
            return Some((key, 1.5, 0.0));
        }
        if matches!(before, "in" | "at" | "near" | "outside" | "of" | "around") {
            return Some((key, 0.0, if before == "of" { 0.2 } else { 0.7 }));
        }
        let owns = self.is_possessive(end - 1);
        let plays = matches!(before, "for" | "with" | "from" | "the");
        Some((
            key,
            if club || owns {
                0.7
            } else if plays {
                0.4
            } else {
                0.2
            },
            0.0,
        ))
    }

    /// "Tarnby boss | Ola Dahl": a role and a person behind the name of what the person works for.
    pub(crate) fn leads_to_person(&self, start: usize, end: usize) -> bool {
        let role = |at: usize| self.class_after(start, at).any(Class::ROLE.or(Class::TITLE));
        (end..end + 3).find(|&at| !role(at)).is_some_and(|at| {
            at > end && self.mark_at(at).is_some_and(|mark| mark.kind == EntityKind::Person)
        })
    }

    /// A place, or a word that was taken for a surname on weak evidence ("Kent").
    fn may_be_team(&self, mark: &crate::scene::Mark) -> bool {
        mark.kind == EntityKind::Place
            || mark.kind == EntityKind::Person
                && mark.words.len() == 1
                && !mark.sure
                && matches!(
                    mark.reason,
                    MentionReason::Surname | MentionReason::GivenName | MentionReason::SameDocument
                )
    }

    fn judge(&mut self, index: usize, votes: &BTreeMap<String, Votes>) {
        let Some((key, team, place)) = self.team_vote(index) else { return };
        let all = votes.get(&key).copied().unwrap_or_default();
        let is_team = if place > 0.0 { false } else { team >= 1.0 || all.team > all.place + 0.5 };
        if is_team && let Some(mark) = self.marks.get_mut(index) {
            mark.kind = EntityKind::Organization;
            mark.reason = MentionReason::Team;
        }
    }

    /// "Moscow expects", "France's refusal" stays as it is: only a subject of what governments do.
    fn government(&mut self, index: usize) {
        let Some(mark) = self.marks.get(index) else { return };
        let capital =
            mark.listed.and_then(|name| self.evidence.listed(name)).is_some_and(|l| l.place >= 5.5);
        let acts = mark.kind == EntityKind::Place
            && !mark.words.is_empty()
            && capital
            && mark.reason == MentionReason::GazetteerWord
            && self.class_after(mark.words.start, mark.words.end).any(Class::GOVERNMENT)
            && !self.class_before(mark.words.start).any(Class::NEAR);
        if acts && let Some(mark) = self.marks.get_mut(index) {
            mark.reason = MentionReason::Metonymy;
        }
    }
}
