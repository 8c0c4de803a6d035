//! Where the name of a body begins that a word closes: "Tarn County Sheriff's | Office", "Mine Safety and | Health
//! Administration".

use crate::lexicon::Class;
use crate::scene::{REACH, Scene};
use crate::words::{Style, WordKind};

/// What stands one word farther to the left.
enum Step {
    /// A part of the name, whose first word that is so far.
    On(usize),
    /// The first word of it.
    Last(usize),
    /// No part of it.
    Stop,
}

/// What people, workers and farmers own by the name of it.
fn is_party_noun(noun: &str) -> bool {
    matches!(
        noun,
        "party" | "front" | "congress" | "movement" | "alliance" | "union" | "army" | "league"
    )
}

impl Scene<'_> {
    /// The first word of a body's name that closes at `word`: capitals to the left.
    pub(crate) fn body_start(&self, word: usize) -> usize {
        let mut start = word;
        while start > 0
            && word - start < REACH
            && self.beside(word, start - 1)
            && self.free(start - 1)
        {
            match self.step_left(start, word) {
                Step::On(before) => start = before,
                Step::Last(first) => return first,
                Step::Stop => break,
            }
        }
        start
    }

    /// One step from `start`, a word of the name that closes at `word`, to the left.
    fn step_left(&self, start: usize, word: usize) -> Step {
        let before = start - 1;
        let step = match self.words.lower(before) {
            "&" if before > 0 && self.is_name_like(before - 1) => Some(Step::On(before)),
            "," => self.step_over_comma(start, word),
            "and" => self.step_over_and(before, word),
            _ if self.words.word(before).kind == WordKind::Clitic => {
                self.step_over_owner(start, word)
            }
            _ if start < word && self.is_ordinal_of(before, word) => Some(Step::Last(before)),
            _ => None,
        };
        step.unwrap_or_else(|| {
            if self.belongs_to_body(start, word) { Step::On(before) } else { Step::Stop }
        })
    }

    /// Of the comma before `start`, whether the name goes on in front of it.
    fn step_over_comma(&self, start: usize, word: usize) -> Option<Step> {
        let before = start - 1;
        // "Tellman, | Brandt & Co."
        if self.words.lower(start + 1) == "&"
            && self.class(word).any(Class::COMPANY)
            && self.is_first_partner(before)
        {
            return Some(Step::Last(before - 1));
        }
        // "Brightwell Optics, | Inc."
        let form = matches!(
            self.words.lower(word),
            "inc." | "inc" | "ltd." | "ltd" | "llc" | "plc" | "s.a." | "l.p." | "corp."
        );
        let named = before > 0 && self.is_name_like(before - 1) && self.free(before - 1);
        (start == word && form && named).then_some(Step::On(before))
    }

    /// Of the "and" at `and`, whether the name goes on in front of it.
    fn step_over_and(&self, and: usize, word: usize) -> Option<Step> {
        // "Meteorology, Climatology, and | Geophysics Agency"
        if let Some(first) = self.list_start(and, word) {
            return Some(Step::On(first));
        }
        // "Mine Safety and | Health Administration", "Stonebridge and | Co"
        self.joins_fields(and, word).then_some(Step::On(and))
    }

    /// Of the clitic before `start`, whether its owner is a part of the name.
    fn step_over_owner(&self, start: usize, word: usize) -> Option<Step> {
        let clitic = start - 1;
        // "People's Future | Party"
        let members = start < word
            && matches!(
                self.before(clitic),
                "people" | "workers" | "farmers" | "peasants" | "women" | "children"
            )
            && is_party_noun(self.words.lower(word))
            && self.words.word(clitic - 1).capital
            && self.free(clitic - 1);
        // "Tarn County Sheriff's | Office", "Children's | Hospital"
        if members || start == word && self.owns_office(clitic) {
            return Some(Step::On(clitic - 1));
        }
        if self.is_owner_in_firm(clitic, start, word) {
            return Some(Step::Last(clitic - 1));
        }
        // "St. Brendan's | Hospital"
        let part = |at: usize| self.words.word(at).capital && self.free(at);
        let saint = clitic >= 2
            && self.beside(word, clitic - 2)
            && matches!(self.words.lower(clitic - 2), "st." | "st" | "saint")
            && part(clitic - 2)
            && part(clitic - 1);
        saint.then(|| Step::Last(clitic - 2))
    }

    /// "6th | U.S. Circuit Court"
    fn is_ordinal_of(&self, number: usize, word: usize) -> bool {
        let lower = self.words.lower(number);
        self.words.word(number).kind == WordKind::Number
            && matches!(self.words.lower(word), "court" | "division" | "brigade" | "regiment")
            && ["st", "nd", "rd", "th"].iter().any(|end| lower.ends_with(end))
    }

    /// Whether the word before `start` is one of the name that closes at `word`.
    fn belongs_to_body(&self, start: usize, word: usize) -> bool {
        let before = start - 1;
        let class = self.class(before);
        let title = class.any(Class::TITLE)
            && !class.any(Class::PORTFOLIO)
            && self.words.lower(before) != "general"
            && self.words.form(before).surname < 5
            && !self.is_possessive(start);
        self.is_name_like(before)
            && !class.any(Class::CALENDAR.or(Class::HONORIFIC))
            && !title
            && (!self.only_opens_sentence(before, word) || self.opens_listed(before))
    }

    /// "Hallam | 's Inc.", "Brandt | 's Bay Co.": a name that the firm has from its founder, and no word of its
    /// own behind it.
    fn is_owner_in_firm(&self, clitic: usize, start: usize, closing: usize) -> bool {
        let Some(owner) = clitic.checked_sub(1).filter(|&owner| self.beside(clitic, owner)) else {
            return false;
        };
        let behind_name = owner.checked_sub(1).is_some_and(|before| {
            self.words.near(owner, before).is_some_and(|it| it.capital && !it.start)
        });
        let it = self.words.word(owner);
        clitic + 1 == start
            && self.class(closing).any(Class::COMPANY)
            && closing <= start + 2
            && (start..closing).all(|word| self.common(word) > 0.02)
            && it.capital
            && it.kind == WordKind::Word
            && self.words.lower(clitic).len() > 1
            && self.free(owner)
            && self.class(owner).is_plain()
            && self.common(owner) < 0.1
            && !behind_name
            && (self.single(owner).is_none_or(|listed| listed.place < 3.5 && !listed.demonym)
                || it.start && self.words.form(owner).surname >= 4 && closing == start + 1)
    }

    /// Whether whoever stands before the clitic has an office: "Sheriff | 's Office", not "Norway | 's
    /// Office".
    fn owns_office(&self, clitic: usize) -> bool {
        let Some(owner) = clitic.checked_sub(1).filter(|&owner| self.beside(clitic, owner)) else {
            return false;
        };
        let titled = self.class(owner).any(Class::TITLE.or(Class::ROLE));
        let lower = self.words.lower(owner);
        let many = lower.ends_with('s') || matches!(lower, "children" | "women" | "men" | "people");
        // "Dockworkers' Federation", "Bakers' Guild": rare words by the way they end.
        let trade = ["ers", "ors", "ists", "ians", "ants", "men", "women"];
        let trade = trade.iter().any(|end| lower.ends_with(end))
            && lower.len() > 5
            && self
                .words
                .lower(clitic)
                .chars()
                .nth(if lower.ends_with("men") { 2 } else { 1 })
                .is_none()
            && self.words.form(owner).surname < 5
            && self
                .single(owner)
                .is_none_or(|listed| listed.place < 3.0 && listed.organization <= 0.0);
        let plain = (many && self.common(owner) > 0.3 && !self.words.word(owner).start || trade)
            && self.class(clitic + 1).any(Class::ORG_END);
        self.words.word(owner).capital
            && self.free(owner)
            && self.free(clitic)
            && self.words.style(owner) == Style::Sentence
            && (titled || plain)
    }

    /// "Screen | Gazette called it …" at the start of a sentence: two words that act.
    fn is_subject(&self, first: usize, word: usize) -> bool {
        let verb = Class::SAY.or(Class::ACT).or(Class::DEED).or(Class::GOVERNMENT);
        first + 1 == word
            && !self.class(first).any(Class::FUNCTION.or(Class::ROLE).or(Class::TITLE))
            && self.class(word).any(Class::ORG_END)
            && self.class_after(word, word + 1).any(verb)
            && !self.words.word(word + 1).capital
    }

    /// Whether a common word has its capital from the sentence and not from the name that closes at
    /// `word`: "Rival | Acme Corp.", but "Control Data Corp.", of which no name would be left.
    pub(crate) fn only_opens_sentence(&self, first: usize, word: usize) -> bool {
        let class = self.class(first);
        let left = self.class(word).any(Class::COMPANY)
            && first + 1 < word
            && !class.any(Class::FUNCTION)
            && self.common(first + 1) > 0.3;
        self.words.word(first).start
            && self.common(first) > 0.6
            && !left
            && !self.is_subject(first, word)
            && !self.evidence.is_demonym(first)
            && self.single(first).is_none_or(|listed| listed.place < 4.5)
            && !class.any(Class::ORG_OF.or(Class::PORTFOLIO).or(Class::DIRECTION))
    }

    /// "Advanced Micro Devices Inc.": a common word that opens a listed name.
    pub(crate) fn opens_listed(&self, word: usize) -> bool {
        self.evidence.at(word).iter().any(|hit| hit.end > word + 1)
    }
}
