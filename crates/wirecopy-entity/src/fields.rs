//! What an "and" or a comma joins in the name of a body.
//!
//! Behind "of" and before the noun that closes a name stand the fields that a body deals with or those of
//! whom it is one: "Department of Harbors, Ferries and Tides", "Rail Safety and Signals Board", "Association of
//! Tanners and Dyers". Common nouns with capitals are joined; of names only two lands or towns are, and only
//! behind an article: "the Tarn and Vigra Ambulance Service", but "Tarn | and | Vigra Harbor Board".

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::scene::{REACH, Scene};
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "Association of | Bakers and Millers": those of whom a body is one.
    pub(crate) fn are_members(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let men = ["men", "women"].iter().any(|end| form.lower().ends_with(end));
        (self.is_several(word) || men) && self.words.word(word).capital
    }

    /// "Department of Fish | , Wildlife and Parks": common nouns with capitals up to an "and".
    pub(crate) fn is_portfolio_list(&self, comma: usize) -> bool {
        let field = |word: usize| {
            self.beside(comma, word)
                && self.words.word(word).capital
                && self.words.word(word).kind == WordKind::Word
                && (self.class(word).any(Class::PORTFOLIO)
                    || self.are_members(word)
                    || self.common(word) > 0.15
                        && self.single(word).is_none_or(|l| l.place < 4.0 && l.organization < 3.0))
        };
        if comma == 0 || !field(comma - 1) {
            return false;
        }
        let mut at = comma;
        while at < comma + REACH && self.words.lower(at) == "," && field(at + 1) {
            at += 2;
        }
        let the = usize::from(self.after(comma, at + 1) == "the");
        at > comma && matches!(self.after(comma, at), "and" | "&") && field(at + 1 + the)
    }

    pub(crate) fn is_capital_field(&self, of: usize, word: usize) -> bool {
        self.words.near(of, word).is_some_and(|it| it.capital)
            && self.free(word)
            && self.is_name_like(word)
            && self.is_field(word)
            && !self.class(word).any(Class::CALENDAR.or(Class::TITLE).or(Class::ROLE))
    }

    /// What a body may deal with: a common noun, or a field of learning.
    pub(crate) fn is_field(&self, word: usize) -> bool {
        let lower = self.words.lower(word);
        self.class(word).any(Class::PORTFOLIO.or(Class::PURPOSE))
            || self.common(word) > 0.15
            || ["ic", "ics", "logy"].iter().any(|end| lower.ends_with(end))
                && self.single(word).is_none()
    }

    /// The first of several fields before an "and": "the | Ports, Tides, and Coasts Agency".
    pub(crate) fn list_start(&self, and: usize, closing: usize) -> Option<usize> {
        let field = |word: usize| {
            self.words.near(and, word).is_some_and(|it| it.capital && it.kind == WordKind::Word)
                && self.free(word)
                && self.words.form(word).given < 4
                && self
                    .single(word)
                    .is_none_or(|l| l.place < 3.5 && l.organization < 3.0 && !l.demonym)
        };
        let oxford = usize::from(self.before(and) == ",");
        let mut first = and.checked_sub(1 + oxford)?;
        let mut fields = 1;
        while fields < REACH / 2 && first >= 2 && self.before(first) == "," && field(first - 2) {
            first -= 2;
            fields += 1;
        }
        let several = fields > 1 && (first..and).step_by(2).all(field) && field(and + 1);
        let article = self.before(first) == "the";
        let closes = self.class(closing).any(Class::ORG_END) && and + 1 < closing;
        (several && article && closes && self.words.style(and) == Style::Sentence).then_some(first)
    }

    /// "Tarn and Vigra NHS Trust", "Tarn and Vigra Police": a body of two counties, in Britain.
    fn joins_towns(&self, left: usize, and: usize, closing: usize) -> bool {
        let inner = |word: usize| {
            matches!(
                self.words.lower(word),
                "nhs"
                    | "integrated"
                    | "hospitals"
                    | "healthcare"
                    | "wildlife"
                    | "ambulance"
                    | "fire"
            )
        };
        let closes = match self.words.lower(closing) {
            "trust" | "board" | "partnership" | "service" => (and + 2..closing).any(inner),
            "constabulary" => true,
            "police" => !self.class_after(closing, closing + 1).any(Class::TITLE.or(Class::ROLE)),
            _ => false,
        };
        let town = |word: usize| {
            self.class(word).any(Class::DIRECTION)
                || (self.class(word).is_plain() || self.class(word).any(Class::PLACE_END))
                    && !self.is_acronym(word)
                    && self.single(word).is_none_or(|listed| {
                        listed.place < 6.0 && listed.organization < 3.0 && !listed.demonym
                    })
        };
        let alone = left.checked_sub(1).is_none_or(|before| {
            self.words.near(left, before).is_none_or(|it| !it.capital || it.start)
        });
        closes
            && alone
            && town(left)
            && town(and + 1)
            && !matches!(self.before(left), "in" | "between" | "from" | "near" | "at" | "to")
    }

    /// "The | Rope and Vault Guild": behind an article, two nouns of which one at least is common.
    fn joins_nouns(&self, left: usize, and: usize, closing: usize) -> bool {
        let body = Class::ORG_OF.or(Class::ORG_END).or(Class::CHAMBER).or(Class::TITLE);
        let ministry = ["ministry", "department", "court", "police", "government", "council"];
        let listed = |word: usize| self.single(word).is_some_and(|l| l.place >= 3.0);
        let nations = self.evidence.is_demonym(left) && self.evidence.is_demonym(and + 1)
            || listed(left) && (listed(and + 1) || self.single(and + 1).is_none());
        // "the Tarn and Vigra Ambulance Service"
        let both = nations && self.words.near(and, and + 1).is_some_and(|it| it.capital);
        // "The Norlandian and Tarnian Guild"
        let ends = |word: usize| self.words.lower(word).ends_with("ian");
        let both = both || ends(left) && ends(and + 1);
        // "the local Pot and Pan Makers Cooperative"
        let adjective = left.checked_sub(1).filter(|&at| {
            self.words.near(left, at).is_some_and(|it| !it.capital)
                && self.class(at).any(Class::MODIFIER)
        });
        let new = |word: usize| {
            let form = self.words.form(word);
            (form.given, form.surname) == (0, 0)
                && form.class.is_plain()
                && !self.is_acronym(word)
                && self.single(word).is_none()
        };
        // "the National Pot and Pan Guild"
        let wide = |at: usize| {
            self.words.near(left, at).is_some_and(|it| it.capital && !it.start)
                && (self.evidence.is_demonym(at)
                    || self.class(at).any(Class::MODIFIER.or(Class::DIRECTION))
                    || Lesser::WIDE.has(self.words.lower(at)))
        };
        let adjective = adjective.or_else(|| left.checked_sub(1).filter(|&at| wide(at)));
        self.before(adjective.unwrap_or(left)) == "the"
            && and + 1 < closing
            && self.class(closing).any(Class::ORG_END)
            && !ministry.contains(&self.words.lower(closing))
            && !self.class(left).any(body)
            && (both
                || self.words.lower(left).ends_with('s')
                    && self.words.lower(and + 1).ends_with('s')
                || new(left) && new(and + 1)
                || self.words.form(left).listed_common
                    && self
                        .single(left)
                        .is_none_or(|l| l.place < 3.0 && l.organization < 3.0 && !l.demonym))
    }

    /// "Safety and Health": two common nouns with capitals; "Stonebridge and Co".
    pub(crate) fn joins_fields(&self, and: usize, closing: usize) -> bool {
        let field = |word: usize| self.is_field(word);
        let Some(left) = and.checked_sub(1).filter(|&left| self.beside(and, left)) else {
            return false;
        };
        let company = matches!(self.words.lower(and + 1), "co" | "co." | "sons" | "partners");
        let plain = |word: usize| {
            let it = self.words.word(word);
            it.capital && it.kind == WordKind::Word && self.is_name_like(word) && self.free(word)
        };
        plain(left)
            && plain(and + 1)
            && self.words.style(and) == Style::Sentence
            && (company
                || and + 1 < closing && field(left) && field(and + 1)
                || self.joins_nouns(left, and, closing)
                || self.joins_towns(left, and, closing))
            && !self.class(left).any(Class::ORG_OF.or(Class::CHAMBER))
    }
}
