//! Person or body: what a document says of a name that no list has.
//!
//! "Onega Metals" has the shape of a person's name, and so has "Tangvald". "Onega Metals said it would
//! build", "shares in Tangvald", "Tangvald, which owns two yards" say that they are bodies; an age, "who",
//! "he" or a courtesy title say that they are people. All mentions of a name are weighed together.

use crate::lexicon::Class;
use crate::map::Map;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Scene};
use crate::words::{Style, WordKind};
use std::borrow::Cow;
use std::ops::Range;

/// How far behind a verb "it" or "he" stands for who speaks.
const CLAUSE: usize = 7;

/// What is said of one name.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    person: i32,
    body: i32,
    /// What the votes for a body must reach.
    least: i32,
}

impl Said {
    const fn is_body(self) -> bool {
        self.body > self.person && self.body >= self.least
    }
}

impl Scene<'_> {
    /// Turns people whose deeds are those of a body into bodies.
    pub(crate) fn bodies_by_deeds(&mut self) {
        let names = (0..self.marks.len()).filter_map(|index| self.doubtful(index));
        let votes: Vec<_> = names.map(|name| (self.said_of(&name), name)).collect();
        // In most stories nothing speaks for a body.
        if !votes.iter().any(|(votes, name)| votes.body > 0 || self.born(name).body > 0) {
            return;
        }
        let mut said: Map<Cow<'_, str>, Said> = Map::default();
        for (votes, name) in votes {
            let all = said.entry(self.words.key(name.clone())).or_insert_with(|| self.born(&name));
            all.person += votes.person;
            all.body += votes.body;
        }
        if !said.values().any(|votes| votes.is_body()) {
            return;
        }
        for index in 0..self.marks.len() {
            let Some(name) = self.doubtful(index) else { continue };
            let votes = said.get(&self.words.key(name)).copied().unwrap_or_default();
            if votes.is_body()
                && let Some(mark) = self.marks.get_mut(index)
            {
                mark.kind = EntityKind::Organization;
                mark.reason = MentionReason::Employer;
                mark.gender = Gender::Unknown;
                mark.sure = votes.body > votes.person + 1;
            }
        }
    }

    /// The words of a mark of a person that no title made one.
    fn doubtful(&self, index: usize) -> Option<Range<usize>> {
        use MentionReason::{Couple, Family, Role, ShortForm, Title, Turn, UserGazetteer};
        let mark = self.marks.get(index)?;
        let made = matches!(
            mark.reason,
            Title | UserGazetteer | Couple | Family | ShortForm | Role | Turn
        );
        // "at Lumenchat" may be a firm's.
        let at = mark.kind == EntityKind::Place
            && mark.reason == MentionReason::PlacePreposition
            && self.before(mark.words.start) == "at";
        ((mark.kind == EntityKind::Person || at) && !made && !mark.words.is_empty())
            .then(|| mark.words.clone())
    }

    /// What the words of a name say by themselves.
    fn born(&self, name: &Range<usize>) -> Said {
        let suffix = |&word: &usize| !self.class(word).any(Class::SUFFIX);
        let last = name.clone().rev().find(suffix).unwrap_or(name.start);
        let (opens, closes) = (self.words.form(name.start), self.words.form(last));
        let several = name.len() > 1;
        let given = i32::from(opens.given.min(6)) / 2;
        let surname = i32::from(closes.surname.min(6)) / if several { 3 } else { 2 };
        // "Argo Metals": a common noun that nobody bears, most of all one that is traded.
        let traded = self.class(last).any(Class::TRADE);
        let thing = several
            && closes.listed_common
            && closes.surname == 0
            && closes.given == 0
            && !self.class(name.start).any(Class::HONORIFIC)
            && self.words.style(name.start) == Style::Sentence;
        let small = name.clone().any(|word| !self.words.word(word).capital);
        Said {
            person: given + surname + 3 * i32::from(small),
            body: i32::from(thing) * (1 + i32::from(traded)),
            least: if several { 2 } else { 3 },
        }
    }

    /// What one mention says of its bearer.
    fn said_of(&self, name: &Range<usize>) -> Said {
        let (start, end) = (name.start, name.end);
        let mut said = self.clause(name);
        let class = self.class_before(start);
        let owned = self.is_possessive(end - 1);
        if class.any(Class::BODY) && !self.words.word(start.saturating_sub(1)).capital {
            said.body += 3;
        }
        if class.any(Class::HONORIFIC) {
            said.person += 4;
        }
        let of = |classes: Class| start >= 2 && self.class_before(start - 1).any(classes);
        match self.before(start) {
            "at" | "by" if of(Class::STAFF) => said.body += 2,
            "at" => said.body += 1,
            "in" if of(Class::STAKE) => said.body += 3,
            "of" if of(Class::HELD) => said.body += 2,
            _ => {}
        }
        // "Vigra executives", "the Nord Sovran party", "founder of Vigra", "At Vigra Hale, analyst Ann Holm"
        let next = self.class_after(start, end);
        let small = self.words.near(start, end).is_some_and(|it| !it.capital);
        if !owned && small && next.any(Class::STAFF) && self.words.lower(end).ends_with('s') {
            said.body += 2;
        }
        if small && next.any(Class::TELLS_BODY) {
            said.body += 3;
        }
        if self.has_head_or_shares(start) {
            said.body += 2;
        }
        let judges = self.class_after(start, end + 1).any(Class::STAFF);
        if self.before(start) == "at" && self.after(start, end) == "," && judges {
            said.body += 2;
        }
        if owned && (end + 1..end + 3).any(|at| self.class_after(start, at).any(Class::HELD)) {
            said.body += 2;
        }
        match self.after(start, end) {
            "," => {
                // "The chairman of the strike committee, | Vladlen Holm, a cutter operator,"
                if self.before(start) == "," && start >= 2 && self.is_headed(start - 1) {
                    said.person += 2;
                }
                self.aside(end + 1, start, &mut said);
            }
            "(" if matches!(self.after(start, end + 1), "nasdaq" | "nyse") => said.body += 4,
            _ => {}
        }
        if !owned && self.is_chief_behind(start, end) {
            said.body += if self.leads_to_person(start, end) { 3 } else { 2 };
        }
        said.body += self.introduced(name);
        said
    }

    /// What leads to a name: "the | Tarn Clippers won", "its owner, Oslo-based | Vigra Lys,".
    fn introduced(&self, name: &Range<usize>) -> i32 {
        let (start, end) = (name.start, name.end);
        let sentence = self.words.style(start) == Style::Sentence;
        // "the Ann Holm Prize", "the J.R. Holm"
        let bears = self.is_initials(start)
            || name.len() > 2
                && self.words.form(start).given >= 4
                && self.words.form(start + 1).surname > 0;
        let article = name.len() > 1 && self.before(start) == "the" && sentence && !bears;
        if article && !self.modifies(start, end) {
            return 3;
        }
        let based = start
            .checked_sub(1)
            .is_some_and(|before| self.beside(start, before) && self.is_seat(before));
        let lead = start - usize::from(based);
        let noun = lead >= 2
            && self.before(lead) == ","
            && self.class_before(lead - 1).any(Class::BODY)
            && !self.words.word(lead - 2).capital
            && !self.is_headed(lead - 2)
            && matches!(self.after(start, end), "," | "." | "(" | "");
        3 * (i32::from(based) + i32::from(noun))
    }

    /// "Oslo-based", "New York-listed": where a firm is.
    pub(crate) fn is_seat(&self, word: usize) -> bool {
        let ends = |end: &&str| self.words.lower(word).ends_with(*end);
        self.words.word(word).compound && ["-based", "-listed", "-owned"].iter().any(ends)
    }

    /// "the head of the dockers' | union": somebody is spoken of, not the body.
    fn is_headed(&self, noun: usize) -> bool {
        let head = Class::ROLE.or(Class::TITLE).or(Class::STAFF);
        let before = noun.saturating_sub(CLAUSE)..noun;
        before
            .rev()
            .take_while(|&at| self.beside(noun, at))
            .any(|at| self.class(at).any(head) && !self.words.word(at).capital)
    }

    /// "the Ann Holm | case": whether a noun follows, which the name goes with.
    fn modifies(&self, start: usize, end: usize) -> bool {
        let other = Class::FUNCTION
            .or(Class::SAY)
            .or(Class::ACT)
            .or(Class::DEED)
            .or(Class::GOVERNMENT)
            .or(Class::NEAR);
        self.words.near(start, end).is_some_and(|next| {
            next.kind == WordKind::Word && !self.class(end).any(other)
                || self.words.lower(end) == "who"
        })
    }

    /// ", the singer", ", who": what stands behind the comma is said of a person.
    pub(crate) fn is_person_aside(&self, first: usize, of: usize) -> bool {
        let mut said = Said::default();
        self.aside(first, of, &mut said);
        said.person > 0
    }

    /// ", which owns two yards", ", who owns two yards", ", 43,".
    fn aside(&self, first: usize, of: usize, said: &mut Said) {
        match self.after(of, first) {
            "which" => said.body += 2,
            "who" | "whose" => said.person += 3,
            "a" | "an" | "the" | "his" | "her" | "its" | "their" => {
                let role = Class::ROLE.or(Class::TITLE);
                let ends =
                    |at: usize| matches!(self.after(of, at), "" | "," | "of" | "who" | "that");
                let noun = (first + 1..first + 5)
                    .take_while(|&at| !ends(at))
                    // "the company's vice president": what is owned counts.
                    .filter(|&at| !self.is_possessive(at))
                    .map(|at| self.class_after(of, at))
                    .find(|class| class.any(role.or(Class::BODY)));
                // "a basket seller who": a body has no "who".
                let who = (first + 2..first + 6).find(|&at| ends(at));
                let who = who.is_some_and(|at| self.after(of, at) == "who");
                let aged = (first + 1..first + 5)
                    .take_while(|&at| !ends(at))
                    .any(|at| self.words.lower(at).ends_with("-year-old"));
                match noun {
                    // "a 66-year-old corn grower"
                    _ if aged => said.person += 4,
                    Some(noun) if noun.any(Class::BODY) => said.body += 2,
                    Some(_) => said.person += 3,
                    None if who => said.person += 3,
                    None => {}
                }
            }
            number if number.len() <= 2 && number.parse::<u8>().is_ok() => said.person += 4,
            _ => {}
        }
    }

    /// "Onega Metals | general director", "Halvard | spokeswoman": what stands behind is its.
    pub(crate) fn is_chief_behind(&self, of: usize, next: usize) -> bool {
        let small = |at: usize| {
            self.words.near(of, at).is_some_and(|it| !it.capital && it.kind == WordKind::Word)
        };
        let role = Class::ROLE.or(Class::TITLE);
        let head = if self.class_after(of, next).any(role) { next } else { next + 1 };
        // "Tarn campaign manager": candidates have campaigns and boxers have teams.
        let modified = head == next
            || self.class_after(of, next).any(Class::MODIFIER.or(Class::PORTFOLIO))
                && !matches!(self.after(of, next), "campaign" | "team" | "party");
        small(next) && small(head) && modified && self.class_after(of, head).any(role)
    }

    /// "said | it would build", "said | he was tired", "expects | its profit".
    fn clause(&self, name: &Range<usize>) -> Said {
        let (start, end) = (name.start, name.end);
        let mut said = Said::default();
        let verb = self.class_after(start, end);
        if verb.any(Class::DEED) {
            said.body += 1;
        }
        if !verb.any(Class::SAY.or(Class::ACT).or(Class::DEED).or(Class::GOVERNMENT)) {
            return said;
        }
        for at in end + 1..=end + CLAUSE {
            let Some(word) = self.words.near(start, at) else { break };
            match self.words.lower(at) {
                "its" => said.body += 2,
                "it" => {
                    let takes = matches!(
                        self.after(start, at + 2),
                        "take" | "be" | "cost" | "mean" | "make"
                    );
                    let acts = !takes
                        && matches!(
                            self.after(start, at + 1),
                            "will"
                                | "would"
                                | "had"
                                | "has"
                                | "plans"
                                | "expects"
                                | "planned"
                                | "expected"
                        );
                    said.body += 1 + i32::from(acts);
                }
                "he" | "she" | "his" | "her" => said.person += 2,
                _ if word.capital || word.kind == WordKind::Punct => {}
                _ => continue,
            }
            break;
        }
        said
    }
}
