//! Organisations by the word that closes their names: "Acme Tool Corp.", "State Department".
//!
//! A nationality before a ministry stays outside of it ("Russian | Foreign Ministry").

use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "… Corp.", "… University", "… Ministry".
    pub(crate) fn bodies_by_closing(&mut self) {
        let closing = Class::COMPANY.or(Class::ORG_END).or(Class::ORG_WEAK);
        self.at_classes(closing, Self::body_by_closing);
        if self.words.classes.any(Class::COMPANY) {
            self.at_names(Self::body_by_small_form);
        }
    }

    /// "Tarn Kovine | d.o.o.": the form of a firm in small letters behind its name.
    fn body_by_small_form(&mut self, word: usize) -> Option<usize> {
        let form = word + 1;
        let small = self.class_after(word, form).any(Class::COMPANY)
            && !self.words.word(form).capital
            && self.words.lower(form).contains('.')
            && self.words.style(word) == Style::Sentence;
        if !small || self.is_furniture(word) || !self.free(form) || !self.is_name_like(word) {
            return None;
        }
        let start = self.body_start(form);
        if start >= form || self.is_noun_before(&(start..form)) {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(start..form + 1, kind, MentionReason::OrganizationSuffix)?;
        Some(form + 1)
    }

    fn body_by_closing(&mut self, word: usize) -> Option<usize> {
        let class = self.class(word);
        if !self.words.word(word).capital || !self.is_name_like(word) || self.is_furniture(word) {
            return None;
        }
        if self.words.style(word) == Style::Capitals && !class.any(Class::COMPANY) {
            return self.ministry_in_capitals(word);
        }
        let end = self.closing_end(word);
        let start = self.closing_start(word).filter(|&start| start < word)?;
        if self.is_field_of_office(word, end) {
            return None;
        }
        let end = self.led_end(word, end).unwrap_or(end);
        // A listed place is that place: "Oklahoma City", "Salt Lake City".
        let listed = self.evidence.exact(&(start..end)).map(|(_, l)| (l.place, l.organization));
        if listed.is_some_and(|(place, organization)| place > organization) {
            return None;
        }
        let weak = class.any(Class::ORG_WEAK) && !class.any(Class::COMPANY);
        if weak && end == word + 1 && listed.is_none() && !self.is_weak_name(start, word) {
            return None;
        }
        // A league is what teams play in.
        let league = self.sport && matches!(self.words.lower(word), "league" | "conference");
        let kind = if league { EntityKind::Other } else { EntityKind::Organization };
        let mark = self.mark(start..end, kind, MentionReason::OrganizationSuffix)?;
        let form = self.words.form(start);
        let own = !form.listed_common && self.single(start).is_none_or(|l| l.place < 3.0);
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.sure = !weak || class.any(Class::COMPANY) || class.any(Class::TRADE) && own;
        }
        Some(end)
    }

    /// The end of a name that closes at `word`, with the forms of firms behind it.
    fn closing_end(&self, word: usize) -> usize {
        let closes = |end: usize| {
            self.class(end).any(Class::COMPANY.or(Class::ORG_END))
                || self.words.lower(end) == "nhs"
                    && matches!(self.after(word, end + 1), "trust" | "foundation")
        };
        let mut end = word + 1;
        while self.beside(word, end)
            && self.free(end)
            && self.words.word(end).capital
            && closes(end)
            && end - word < REACH
            && !self.is_possessive(end - 1)
        {
            end += 1;
        }
        // "Motors, Inc."
        if self.after(word, end) == ","
            && self.class_after(word, end + 1).any(Class::COMPANY)
            && self.words.word(end + 1).capital
        {
            end += 2;
        }
        // "Tarn Aerospace Holdings | plc"
        let small = self.words.near(word, end).is_some_and(|it| !it.capital) && self.free(end);
        let form = matches!(self.words.lower(end), "plc" | "llc" | "inc" | "ltd" | "d.d." | "a.s.");
        end + usize::from(small && form)
    }

    /// "EU Transport | Commissioner Ana Holm": a field of an office, and no body.
    fn is_field_of_office(&self, word: usize, end: usize) -> bool {
        self.class(word).any(Class::PORTFOLIO)
            && !matches!(self.words.lower(word), "police" | "services" | "service")
            && end == word + 1
            && self.class_after(word, end).any(Class::TITLE.or(Class::ROLE))
            && self.words.word(end).capital
    }

    /// "Rates Board | of Norland", "Commission | on Human Rights": the end of what the body is of, or on.
    fn led_end(&self, word: usize, end: usize) -> Option<usize> {
        let led = matches!(self.after(word, end), "of" | "for") || self.is_body_on(word, end);
        if !self.class(word).any(Class::ORG_OF) || !led || self.is_possessive(end - 1) {
            return None;
        }
        let first = end + 1 + usize::from(self.after(word, end + 1) == "the");
        let named = self.is_name_like(first) && !self.class(first).any(Class::HONORIFIC);
        // "Rates Board of the | Bank of Norland" is one body, and the bank another.
        let other = self.after(word, end) == "of"
            && self.after(word, end + 1) == "the"
            && self.is_body_of_its_own(word, first);
        if !self.beside(word, first) || !named || other {
            return None;
        }
        let and = self.body_end(first, false).max(end);
        // "Committee on Oversight and | Tidal Reform"
        let joins = self.after(word, end) == "on"
            && and > end
            && self.after(word, and) == "and"
            && self.is_field(and - 1)
            && self.is_capital_field(word, and + 1);
        Some(if joins { self.body_end(and + 1, false).max(and) } else { and })
    }

    /// Whether a word that closes other names, too, closes a body's: "Tarn United", "Radio Tarn News".
    fn is_weak_name(&self, start: usize, word: usize) -> bool {
        let place = self.single(start).is_some_and(|l| l.place >= 3.0) && word - start == 1;
        let known = matches!(
            self.words.lower(word),
            "united" | "city" | "athletic" | "rangers" | "post" | "times" | "news" | "office"
        );
        known || place || word - start >= 2 || !self.words.word(start).start
    }

    /// "TRANSPORT DEPARTMENT", "FOREIGN MINISTRY": where every word has capitals.
    fn ministry_in_capitals(&mut self, word: usize) -> Option<usize> {
        if !matches!(self.words.lower(word), "ministry" | "department") {
            return None;
        }
        let mut start = word;
        while start > 0
            && word - start < 3
            && self.beside(word, start - 1)
            && self.class(start - 1).any(Class::PORTFOLIO)
            && self.free(start - 1)
        {
            start -= 1;
        }
        let office = self.class_after(word, word + 1).any(Class::TITLE.or(Class::ROLE));
        if start == word || office {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(start..word + 1, kind, MentionReason::OrganizationSuffix)?;
        Some(word + 1)
    }

    /// "Commission | on Human Rights", "Commission | on the Arts", but not "on Monday".
    fn is_body_on(&self, word: usize, on: usize) -> bool {
        let first = on + 1 + usize::from(self.after(word, on + 1) == "the");
        let panel = matches!(
            self.words.lower(word),
            "commission" | "committee" | "subcommittee" | "council" | "conference" | "institute"
        );
        panel
            && self.after(word, on) == "on"
            && self.words.near(word, first).is_some_and(|it| it.capital)
            && !self.class(first).any(Class::CALENDAR)
            && self.single(first).is_none_or(|listed| listed.place < 4.0)
    }

    /// The first word of a name that closes at `word`, without nationalities before a ministry.
    fn closing_start(&self, word: usize) -> Option<usize> {
        let mut start = self.body_start(word);
        // Trim what is no name at the front: roles, common words that open a sentence.
        while start < word {
            let class = self.class(start);
            let it = self.words.word(start);
            let role = class.any(Class::TITLE.or(Class::ROLE))
                && !class.any(Class::PORTFOLIO)
                && self.words.form(start).surname < 5;
            let opener = self.only_opens_sentence(start, word);
            if self.opens_listed(start)
                || self.after(start, start + 1) == "and"
                || self.is_possessive(start)
                || self.is_possessive(start + 1) && start + 2 < word
                || !(role && it.capital && self.common(start) > 0.5 || opener)
            {
                break;
            }
            start += 1;
        }
        let ministry =
            matches!(self.words.lower(word), "ministry" | "department") && start + 1 < word;
        if ministry && self.class(word - 1).any(Class::PORTFOLIO) {
            let region = self.evidence.is_region(start) || self.evidence.is_demonym(start);
            if region && self.words.word(start).kind != WordKind::Clitic {
                start += 1;
            }
        }
        // "U.S. | National Transportation Safety Board"
        let national = start + 1 < word
            && matches!(self.words.lower(start + 1), "national" | "federal")
            && self.single(start).is_some_and(|listed| {
                listed.demonym || listed.place_class == Some(PlaceClass::Country)
            });
        // "U.S. | Consumer Safety Commission", where a list has it without the country.
        let own = start + 1 < word
            && self.evidence.is_region(start)
            && self.evidence.exact(&(start..word + 1)).is_none()
            && self
                .evidence
                .exact(&(start + 1..word + 1))
                .is_some_and(|(_, l)| l.organization > 0.0);
        start += usize::from(national || own);
        (start <= word).then_some(start)
    }
}
