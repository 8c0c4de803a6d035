//! Firms and bodies that no list has, by what stands around them: who has staff, shares and a spokesman, and
//! what is done by them.

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::EntityKind;
use crate::scene::Scene;
use crate::words::WordKind;

impl Scene<'_> {
    /// "Vigra employs 80", "his own chain, Vigra, in", "Vigra's Ann Holm", "hosted by Vigra", "Vigra, which
    /// runs two ferries": a word of no list that does or has what firms do or have.
    pub(crate) fn is_firm_by_its_surroundings(&self, word: usize) -> bool {
        let end = word + 1;
        let form = self.words.form(word);
        if form.letters < 4 || !form.class.is_plain() || self.single(word).is_some() {
            return false;
        }
        let next = self.class_after(word, end);
        let staff = self.is_possessive(word)
            && self
                .mark_at(word + 2)
                .is_some_and(|mark| mark.kind == EntityKind::Person && mark.words.len() > 1);
        let noun = self.before(word) == ","
            && word >= 2
            && self.class_before(word - 1).any(Class::BODY)
            && !self.words.word(word - 2).capital
            && matches!(self.after(word, end), "," | "." | ";");
        let made =
            self.before(word) == "by" && word >= 2 && Lesser::DONE.has(self.before(word - 1));
        let which = self.after(word, end) == ","
            && self.after(word, end + 1) == "which"
            && (self.class_after(word, end + 2).any(Class::DEED)
                || matches!(self.after(word, end + 2), "runs" | "ran" | "owned" | "employed"));
        // "Vigra (NYSE: VGR)"
        let traded =
            self.after(word, end) == "(" && Lesser::EXCHANGE.has(self.after(word, end + 1));
        if traded {
            return true;
        }
        let deed = next.any(Class::DEED) && !next.any(Class::SAY) && self.after(word, end) != "cut";
        staff || noun || made || which || deed
    }

    /// "analysts at Tarn", "shares in Tarn", "Tarn, the region's biggest bank, …".
    pub(crate) fn is_employer(&self, word: usize, end: usize) -> bool {
        let holder = |class| word >= 2 && self.class_before(word - 1).any(class);
        match self.before(word) {
            "at" => return holder(Class::STAFF),
            "in" => return holder(Class::STAKE),
            "of" if holder(Class::STAKE) => return true,
            "of" | "with" | "for" if word >= 2 && Lesser::DEAL.has(self.before(word - 1)) => {
                return !self.sport;
            }
            "acquire" | "acquires" | "acquired" | "acquiring" => return !self.sport,
            _ => {}
        }
        let opens = self.after(word, end) == ","
            && (matches!(
                self.after(word, end + 1),
                "the" | "a" | "an" | "which" | "one" | "whose"
            ) || self.words.word(end + 1).capital && self.is_possessive(end + 1));
        if !opens {
            return false;
        }
        for at in end + 1..end + 12 {
            let class = self.class_after(word, at);
            // "a corn grower at the mine", "a 43-year-old grower": a person does this.
            let lower = self.after(word, at);
            if matches!(lower, "" | "," | "who" | "of" | "at" | "with" | "from")
                || lower.ends_with("-year-old")
                || class.any(Class::ROLE.or(Class::TITLE))
            {
                return false;
            }
            let closed = matches!(
                self.after(word, at + 1),
                "," | "." | "that" | "which" | "in" | "by" | "of"
            );
            let body = class.any(Class::BODY) && !self.is_possessive(at);
            if body && !self.words.word(at).capital && closed {
                return true;
            }
        }
        false
    }

    /// "the Unite union", "the Rally party": any word with a capital.
    pub(crate) fn is_named_union(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let noun = matches!(
            self.after(word, word + 1),
            "union" | "party" | "newspaper" | "charity" | "magazine"
        );
        // "the Liberal party"
        let manner = ["al", "ic", "an", "ist", "ive", "ish"];
        let adjective = manner.iter().any(|end| self.words.lower(word).ends_with(end));
        // "the union | Unity", "the charity | Shelter"
        let small = |at: usize| self.words.near(word, at).is_some_and(|it| !it.capital);
        let behind = word.checked_sub(2).is_some_and(small)
            && small(word - 1)
            && small(word + 1)
            && matches!(
                self.before(word),
                "union"
                    | "charity"
                    | "newspaper"
                    | "magazine"
                    | "pollster"
                    | "website"
                    | "retailer"
            )
            && self.before(word - 1) == "the";
        (noun && self.before(word) == "the" || behind)
            && !adjective
            && !it.start
            && it.kind == WordKind::Word
            && self.class(word).is_plain()
            && !self.evidence.is_demonym(word)
            && self.single(word).is_none_or(|listed| listed.place < 4.0)
    }

    /// What stands around capital letters makes them a body: it acts, owns, has a spokesman, or
    /// brackets hold them behind a name.
    pub(crate) fn is_acronym_used(&self, word: usize) -> bool {
        let next = self.class_after(word, word + 1);
        let doer = Class::SAY.or(Class::ACT).or(Class::GOVERNMENT).or(Class::ROLE).or(Class::TITLE);
        let bracketed = self.before(word) == "("
            && self.after(word, word + 1) == ")"
            && word >= 2
            && self.mark_at(word - 2).is_some_and(|mark| mark.kind == EntityKind::Organization);
        let noun = |at: usize| {
            self.words.near(word, at).is_some_and(|it| !it.capital)
                && (self.class(at).any(Class::BODY)
                    || matches!(self.words.lower(at), "station" | "radio" | "television"))
        };
        next.any(doer)
            || noun(word + 1)
            || word.checked_sub(1).is_some_and(noun)
            || self.is_possessive(word)
            || bracketed
            || matches!(self.before(word), "the" | "by")
    }
}
