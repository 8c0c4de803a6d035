//! What a walk from a cue to its content asks of the word it has come to.

use crate::begins::clause_begins;
use crate::clauses::{GAP, Walk, is_thing};
use crate::ends::begins_cue;
use crate::lexicon::{
    class::{DURATION, MEDIUM, NUMBER, SPEAKER_NOUN, TIME, TITLE},
    frame, usage,
};
use crate::quote::{Act, QuoteReason};
use crate::words::Tag;

/// Words of a subject and its verb, before what is thought aloud.
const SUBJECT: usize = 5;

impl Walk<'_, '_> {
    /// Whether what tells when or where, before the comma at `at`, opens the clause behind it, and none stands
    /// in front of the cue.
    pub(crate) fn opens_after(&self, at: usize) -> bool {
        let words = self.words;
        let (first, _) = words.sentence(self.start);
        let speaks = self.entry.allows(frame::CLAUSE) && self.entry.allows(frame::BESIDE);
        let floor = first.max(self.start.saturating_sub(GAP));
        let plain = |at: usize| words.tag(at) != Tag::Comma && !words.at(at).quoted;
        speaks
            && !self.passive
            && !self.hears
            && self.entry.act == Act::Speech
            && words.tag(self.start - 1) == Tag::Finite
            && !begins_cue(words, at + 1, false)
            && floor == first
            && (first..self.start).all(plain)
            && words.tag(self.near) == Tag::Preposition
            && words.tag(at + 1).begins_phrase()
            && !(self.start..at).any(|at| words.at(at).entry.is(MEDIUM))
            && clause_begins(words, at + 1)
    }

    /// Whether a year between commas follows a day: `May 2, 1986,`.
    pub(crate) fn is_year(&self, at: usize) -> bool {
        let words = self.words;
        self.adjunct == Some(at)
            && words.before(at, 1).tag == Tag::Number
            && words.tag(at + 1) == Tag::Number
            && words.surface(at + 1).len() == 4
            && words.tag(at + 2) == Tag::Comma
    }

    /// Whether a number behind a preposition is the object: `predicted | up to six inches`.
    pub(crate) fn is_amount(&self, at: usize) -> bool {
        let words = self.words;
        let up = words.is(at, &["up"]) && words.is(at + 1, &["to"]);
        let number = at + 1 + usize::from(up);
        let many = words.tag(number) == Tag::Number || words.at(number).entry.is(NUMBER);
        let leads = up || words.is(at, &["over", "around", "about"]);
        leads
            && many
            && !self.passive
            && self.entry.allows(frame::OBJECT | frame::COUNT)
            && !self.entry.is_led_by(words.surface(at))
            && !words.at(number + 1).entry.is(TIME | DURATION)
    }

    /// Whether a question that turns verb and subject round stands at `at`: `asked me | was it over`.
    pub(crate) fn asks(&self, at: usize) -> bool {
        let words = self.words;
        let subject = words.is(at + 1, &["there"])
            || matches!(words.tag(at + 1), Tag::Pronoun | Tag::Determiner | Tag::Possessive);
        self.entry.is_led_by("whether") && self.entry.allows(frame::HEARER) && subject
    }

    /// Whether what somebody thinks or says stands behind the comma at `at` as if he said it now: `I thought, this is
    /// it`, `I said, this is it`.
    pub(crate) fn is_aloud(&self, at: usize) -> bool {
        let words = self.words;
        let (first, _) = words.sentence(self.start);
        let says = words.is(self.start - 1, &["said", "say", "says"]);
        let thinks = self.entry.allows(frame::BESIDE) && (self.entry.act == Act::Attitude || says);
        let plain = |at: usize| !words.tag(at).is_break() && !words.tag(at).is_verb();
        thinks
            && !self.passive
            && self.start < first + SUBJECT
            && (first..self.start - 1).all(plain)
            && (clause_begins(words, at + 1) || words.tag(at + 1) == Tag::Wh)
    }

    /// Whether what somebody has promised stands right before the clause at `at`, which is about it.
    pub(crate) fn binds_thing(&self, at: usize) -> bool {
        let words = self.words;
        self.entry.uses & usage::BINDS != 0
            && words.tag(at - 1).ends_phrase()
            && (words.tag(at) == Tag::That || words.is(at, &["who", "which"]))
            && self.hearer.is_some_and(|from| is_thing(words, from, self.entry))
    }

    /// `learned of it from a carer | who wept`, `knew of her debts | when they met`: whether a verb that asks nobody has what
    /// somebody did or when it was behind a noun, and no question.
    pub(crate) fn is_circumstance(&self, at: usize) -> bool {
        let words = self.words;
        let before = words.before(at, 1);
        let noun = before.tag == Tag::Noun && at > self.near && !before.entry.is(MEDIUM);
        if !noun || self.entry.allows(frame::HEARER) {
            return false;
        }
        let surface = words.surface(at - 1).trim_end_matches('s');
        let acts = ["er", "or", "ist", "ian"].iter().any(|end| surface.ends_with(end));
        let somebody = acts || before.entry.is(SPEAKER_NOUN | TITLE);
        words.is(at, &["when", "if"]) || words.is(at, &["who"]) && somebody
    }

    /// `said so`, `thinks otherwise`: a word that stands for a clause.
    fn stands_for(&self, at: usize) -> bool {
        let words = self.words;
        let ends = matches!(words.tag(at + 1), Tag::Stop | Tag::Comma | Tag::Coordinator);
        let speaks = self.entry.allows(frame::CLAUSE) && self.entry.allows(frame::BESIDE);
        // `said yes | on the telephone`
        let answers = words.is(at, &["yes", "no"])
            && matches!(words.tag(at + 1), Tag::Preposition | Tag::Subordinator | Tag::Time);
        let word = answers || ends && words.is(at, &["so", "otherwise", "yes", "no"]);
        word && speaks && !self.passive
    }

    /// Whether what is said may stand without its subject, which is who says it: in a heading.
    pub(crate) fn leaves_out_subject(&self) -> bool {
        let entry = self.entry;
        entry.allows(frame::CLAUSE)
            && entry.allows(frame::BESIDE)
            && entry.act == Act::Speech
            && !self.passive
            && !self.hears
            && self.words.heads()
    }

    /// `asked him when`, `will say why`, but `would not say why`: a word of a question that stands for all of it.
    fn asks_alone(&self, at: usize) -> bool {
        let words = self.words;
        let ends = matches!(words.tag(at + 1), Tag::Stop | Tag::Comma | Tag::Coordinator)
            || at + 1 >= words.len();
        let asks = ["why", "when", "how", "where", "who", "what", "whose"];
        let speaks = self.entry.allows(frame::CLAUSE) && self.entry.allows(frame::BESIDE);
        let negated = || {
            (self.start.saturating_sub(4)..self.start)
                .any(|at| words.tag(at) == Tag::Negation || words.is(at, &["without"]))
        };
        let question = words.is(self.start.wrapping_sub(1), &["ask", "asks", "asked", "asking"]);
        ends && speaks && !self.passive && words.is(at, &asks) && (question || !negated())
    }

    /// The content that one word is, by what it says: `said so`, `asked him when`.
    pub(crate) fn says_alone(&self, at: usize) -> Option<QuoteReason> {
        if self.stands_for(at) {
            return Some(QuoteReason::Object);
        }
        self.asks_alone(at).then_some(QuoteReason::QuestionClause)
    }

    /// Past how often it was said, where, by how many votes, or by what else.
    pub(crate) fn past_how_said(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let next = words.tag(at + 1);
        match words.tag(at) {
            // `was asked a hundred times | if it was safe`
            Tag::Determiner | Tag::Number | Tag::Adjective
                if words.is(at + 2, &["times"]) && self.counts_times(at) =>
            {
                Some(at + 3)
            }
            // `warned them by letter and | by telephone that`
            Tag::Coordinator if self.adjunct == Some(at) && next == Tag::Preposition => {
                Some(at + 1)
            }
            // `said outside | that it was safe`
            Tag::Preposition if next == Tag::That && words.is(at, &["outside", "inside"]) => {
                Some(at + 1)
            }
            // `ruled 4-3 | that it was void`
            Tag::Number if next == Tag::That && words.surface(at).contains('-') => Some(at + 1),
            // `was asked three times who had paid`
            Tag::Number if words.is(at + 1, &["times"]) => Some(at + 2),
            // `voted 7-4 | to sell`, `voted 7 to 4 | to sell`
            Tag::Number | Tag::To | Tag::Preposition if self.is_count(at) => Some(at + 1),
            _ => None,
        }
    }

    /// Whether the preposition at `at` may lead to what is said behind what tells when, to whom or in what: `hinted on
    /// Monday at a tax`, `apologised to the crew for it`, `called in a letter to the paper for a strike`.
    pub(crate) fn leads_behind(&self, at: usize) -> bool {
        let words = self.words;
        let behind = self.adjunct == Some(at);
        let to_whom = behind && words.is(self.near, &["to"]) && words.is(at, &["for", "of"]);
        let wrote = behind
            && words.is(at, &["for", "against"])
            && (self.start + 1..at).any(|at| words.at(at).entry.is(MEDIUM));
        words.before(at, 1).tag == Tag::Time || to_whom || wrote
    }

    /// Whether how often something was asked or said stands at `at`: `a hundred times`, `many more times`.
    fn counts_times(&self, at: usize) -> bool {
        let words = self.words;
        words.is(at, &["a", "several", "many", "some", "two", "three"])
            && words.is(at + 1, &["hundred", "thousand", "dozen", "million", "few", "more"])
    }

    /// `told me in May | to go`: whether somebody who has come is told to do something.
    pub(crate) fn is_urged(&self, at: usize) -> bool {
        self.heard && self.hears && at > self.start + 1 && self.entry.allows(frame::URGE)
    }

    /// Whether by how many votes something was decided stands at `at`.
    fn is_count(&self, at: usize) -> bool {
        let words = self.words;
        let number = at + usize::from(words.is(at, &["to", "by"]));
        self.entry.allows(frame::INFINITIVE)
            && !self.entry.allows(frame::OBJECT | frame::CLAUSE)
            && words.tag(number) == Tag::Number
    }

    /// Whether the preposition at `at` tells how many do what the clause behind it says: `over 40`, `up to 40`.
    pub(crate) fn counts(&self, at: usize) -> bool {
        let words = self.words;
        let up = words.is(at, &["up"]);
        // `up and coming players`
        if up && words.is(at + 1, &["and"]) && words.tag(at + 2) == Tag::Gerund {
            return self.entry.allows(frame::CLAUSE) && clause_begins(words, at + 2);
        }
        let number = if up && words.is(at + 1, &["to"]) {
            at + 2
        } else {
            at + usize::from(words.is(at, &["over", "about", "around", "under"]))
        };
        let many = words.tag(number) == Tag::Number || words.at(number).entry.is(NUMBER);
        self.entry.allows(frame::CLAUSE) && many && number > at && clause_begins(words, number)
    }

    pub(crate) fn takes_infinitive(&self, at: usize) -> bool {
        self.is_urged(at)
            || self.entry.allows(frame::INFINITIVE)
            || self.passive && self.entry.allows(frame::URGE)
    }
}
