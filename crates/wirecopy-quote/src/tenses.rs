//! Which form of a verb a word is taken for, where it may be several, or a noun.

use crate::lexicon::{Entry, class::*, usage};
use crate::tags::{Tag, ends_as_plural};
use crate::words::Words;
use wirecopy_token::TokenKind;

impl Words<'_> {
    pub(crate) fn guess_verb(&self, at: usize, surface: &str, before: Tag) -> Option<Tag> {
        let entry = self.entry(at);
        let known = entry.is(VERB);
        // `sources close to Kerr`
        if self.is(at, &["close"]) && self.is(at + 1, &["to"]) && before == Tag::Noun {
            return Some(Tag::Adjective);
        }
        // `complained last week`
        if self.entry(at + 1).is(TIME | DURATION | NUMBER) && self.is(at, &["last"]) {
            return Some(Tag::Adjective);
        }
        // `Rashed, 17, said`: a name that ends as a verb might.
        let loud = || surface.len() > 2 && !surface.chars().any(char::is_lowercase);
        let named = self.at(at).capital
            && (!known || !self.capitals && loud())
            && (matches!(self.surface(at + 1), "," | "(") || self.opens_as_name(at, known));
        if named || self.is_given_name(at) {
            return None;
        }
        // `letters sent on Aug. 13 say`: of a date the verb is not a part.
        let dated = before == Tag::Number && self.before(at, 2).entry.is(MONTH);
        let before = if dated { Tag::Time } else { before };
        let nominal = matches!(
            before,
            Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number
        );
        if entry.is(GERUND) || !known && surface.len() > 5 && surface.ends_with("ing") {
            // `said managing director Ann Kerr`
            if self.entry(at + 1).is(TITLE) && before == Tag::Finite {
                return Some(Tag::Adjective);
            }
            // `familiar with Kuwaiti thinking said`
            let ends = before == Tag::Name && self.is(at + 1, &["said", "says", "told"]);
            return Some(if nominal || ends { Tag::Noun } else { Tag::Gerund });
        }
        // `kept prices unchanged`
        if entry.classes == 0 && surface.starts_with("un") && surface.ends_with("ed") {
            return Some(Tag::Adjective);
        }
        // `an op-ed`
        let unknown = !known && !entry.is(MEDIUM);
        if entry.is(PAST | PARTICIPLE) || unknown && surface.len() > 4 && surface.ends_with("ed") {
            return Some(self.guess_past(at, before, entry));
        }
        if !known {
            return None;
        }
        if matches!(before, Tag::To | Tag::Modal | Tag::Do) && entry.is(BASE) {
            return Some(Tag::Base);
        }
        // `About 2 in 10 say they do`
        let counted = (dated || before == Tag::Number) && entry.verb.is_some() && entry.is(BASE);
        if counted && !entry.is(VERB_NOUN) && self.has_object(at) {
            return Some(Tag::Finite);
        }
        // `Officials at St. Mark's say there was`, `The executive says he left`
        let owned = matches!(before, Tag::Genitive | Tag::Adjective) && entry.verb.is_some();
        let says = self.is(at, &["says", "tells"]) && before == Tag::Adjective;
        if owned && (says || !entry.is(VERB_NOUN) && self.has_object(at)) {
            return Some(Tag::Finite);
        }
        if nominal || before == Tag::Preposition {
            return None;
        }
        // `Proceeds from the sale`
        let opens = self.at(at).capital && !self.capitals && at == self.sentence(at).0;
        if opens && entry.is(THIRD) && self.entry(at + 1).is(PREPOSITION) {
            return None;
        }
        if self.before(at, 1).entry.is(TIME) && entry.is(THIRD) && self.is_of_a_time(at) {
            return None;
        }
        if entry.is(THIRD) && !entry.is(VERB_NOUN) {
            return Some(Tag::Finite);
        }
        // `wants recounts`
        if before == Tag::Finite && self.before(at, 1).tag == before && entry.is(THIRD) {
            return None;
        }
        // `demanded lower taxes`: no second verb beside the first.
        // `to raise pay`, but `to help pay`
        let bare = self.before(at, 1).tag == Tag::Base
            && (entry.is(VERB_NOUN) || entry.verb.is_none())
            && !self.has(at - 1, usage::BARE);
        let beside = matches!(self.before(at, 1).tag, Tag::Finite | Tag::Participle | Tag::Gerund);
        // `those polled say it is`
        let reduced = beside && self.has(at - 1, usage::REDUCED) && entry.verb.is_some();
        if (beside || bare) && !entry.is(THIRD | PAST) && !reduced {
            return None;
        }
        self.looks_finite(at, before).then_some(Tag::Finite)
    }

    /// `on the night trains`, `read the Sunday papers`: of a word behind a time, whether both are one phrase.
    fn is_of_a_time(&self, at: usize) -> bool {
        let lead = self.before(at, 3);
        let led = lead.tag.is_verb()
            || lead.tag == Tag::Preposition && !lead.entry.is(SUBORDINATOR | COORDINATOR);
        led && self.before(at, 2).tag == Tag::Determiner && self.entry(at).verb.is_none()
    }

    /// `reported`, `put`: past tense, participle, or a modifier.
    fn guess_past(&self, at: usize, before: Tag, entry: &Entry) -> Tag {
        // `informed sources said`
        let modifies = self.entry(at + 1).is(SPEAKER_NOUN | TITLE)
            && !self.is(at, &["said"])
            && self.entry(at + 2).is(PAST | THIRD)
            && self.entry(at + 2).verb.is_some();
        if modifies && matches!(before, Tag::Comma | Tag::Stop | Tag::Quote) {
            return Tag::Adjective;
        }
        if self.is_attributive(at, before, entry) {
            return Tag::Adjective;
        }
        // `state-owned Kerr Mills`, `a Tarn-based firm`
        let next = self.at(at + 1);
        let before_noun = next.kind == TokenKind::Word
            && !next.entry.is(DET | POSS | SUBJECT | OBJECT | THAT | PREPOSITION | TO | AUXILIARY)
            && !next.entry.is(COORDINATOR | ADVERB);
        if entry.classes == 0 && self.surface(at).contains('-') && before_noun {
            return Tag::Adjective;
        }
        let only_participle = entry.is(PARTICIPLE) && !entry.is(PAST);
        let be = || self.is(at.saturating_sub(1), &["be", "been", "being", "having"]);
        match before {
            // `who declined to be named told reporters`
            Tag::Participle if entry.is(PAST) && self.has_object(at) && !be() => Tag::Finite,
            // `who declined to be identified conceded, however, that`
            Tag::Participle if entry.is(PAST) && self.has(at - 1, usage::HIDDEN) => Tag::Finite,
            Tag::Be | Tag::Have | Tag::Participle => Tag::Participle,
            // `is said to have told`, `would never have told`
            Tag::Base if self.is_perfect(at) => Tag::Participle,
            Tag::To | Tag::Modal | Tag::Do if entry.is(BASE) => Tag::Base,
            // `one in seven said it would`, `Lloyd's warned that`, `a native said it was`
            Tag::Number | Tag::Genitive | Tag::Adjective
                if entry.is(PAST) && self.has_object(at) =>
            {
                Tag::Finite
            }
            // `Hart's warned in May that`, `Hart's said late on Monday`
            Tag::Genitive
                if entry.is(PAST) && !entry.is(BASE) && entry.verb.is_some() && !before_noun =>
            {
                Tag::Finite
            }
            Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => {
                Tag::Adjective
            }
            // `The doses come from Oslo`: the base has the form of the participle.
            Tag::Noun | Tag::Pronoun if only_participle && self.is_of_many(at, entry) => {
                Tag::Finite
            }
            _ if only_participle => Tag::Participle,
            // `…, citing expected losses`
            Tag::Gerund
                if before_noun
                    && entry.is(PARTICIPLE)
                    && self.before(at, 1).entry.verb.is_some()
                    && self.before(at, 2).tag == Tag::Comma =>
            {
                Tag::Adjective
            }
            // `called on elected officials`
            Tag::Preposition if entry.verb.is_none() && before_noun && !next.entry.is(VERB) => {
                Tag::Adjective
            }
            Tag::Preposition | Tag::Subordinator => Tag::Participle,
            // `Output grew by a third`, `Sales increased by 12 percent`
            Tag::Noun | Tag::Name if self.is(at + 1, &["by"]) && self.moves(at, entry) => {
                Tag::Finite
            }
            Tag::Noun | Tag::Name
                if self.is(at + 1, &["by"]) && !self.is_means(at + 1) && !self.is_how(at + 1) =>
            {
                Tag::Participle
            }
            Tag::Noun | Tag::Name | Tag::CloseBracket if self.is_reduced(at) => Tag::Participle,
            // `Kerry, said to be ill, …`, `the film, called dull by Kerry, …`
            Tag::Comma if self.is_aside_participle(at, entry) => Tag::Participle,
            _ => Tag::Finite,
        }
    }

    /// `answered [by] saying so`, `won [by] cutting the fee`: whether "by" at `by` leads to how something was done, and not
    /// to who did it.
    fn is_how(&self, by: usize) -> bool {
        let verb = self.entry(by + 1);
        let object = self.entry(by + 2).is(DET | POSS | OBJECT | THAT);
        verb.is(GERUND) && (verb.verb.is_some() || object)
    }

    /// `forced repeated delays`, `paid ten times expected earnings`, `a loved and respected singer`: whether the participle
    /// at `at` tells of the noun behind it, since the verb before has it for its object.
    fn is_attributive(&self, at: usize, before: Tag, entry: &Entry) -> bool {
        let next = self.at(at + 1);
        let noun = next.kind == TokenKind::Word
            && !next.capital
            && !next.entry.is(CLOSED & !NO_VERB)
            && (next.entry.is(VERB_NOUN) || !next.entry.is(THIRD | PAST))
            && !next.surface.ends_with("ly");
        if !noun || !entry.is(PARTICIPLE) {
            return false;
        }
        let (previous, subject) = (self.before(at, 1), self.before(at, 2));
        let pair = before == Tag::Coordinator
            && subject.tag == Tag::Adjective
            && self.is(at.wrapping_sub(3), &["a", "an"]);
        if pair || !self.has(at, usage::ATTRIBUTIVE) {
            return pair;
        }
        let times = self.is(at.wrapping_sub(1), &["times"]) && subject.tag == Tag::Number;
        // `Those polled repeated warnings`
        let verb = before == Tag::Finite
            && previous.entry.is(PAST | THIRD)
            && !self.has(at.wrapping_sub(1), usage::REDUCED);
        // `the town faces renewed criticism`, but `police reports detailed abuses`
        let agrees = before == Tag::Noun
            && previous.entry.is(THIRD)
            && matches!(subject.tag, Tag::Noun | Tag::Name)
            && !subject.entry.is(PLURAL)
            && !ends_as_plural(subject.surface)
            && !self.is(at, &["proposed", "suggested", "reported", "claimed", "noted", "stated"]);
        times || verb || agrees
    }

    /// Whether the verb at `at`, behind a comma, opens an aside: `, believed to be his,`, `, backed by others,`.
    fn is_aside_participle(&self, at: usize, entry: &Entry) -> bool {
        let supposed = self.is_reduced(at) && self.entry(at + 2).is(BE | HAVE);
        let by = self.is(at + 1, &["by"]) && !self.is_means(at + 1) && !self.moves(at, entry);
        entry.is(PARTICIPLE) && entry.verb.is_some() && (supposed || by)
    }

    /// Whether "have" stands right before the verb at `at`, an adverb between them left out.
    fn is_perfect(&self, at: usize) -> bool {
        let adverb = usize::from(self.before(at, 1).tag == Tag::Adverb);
        self.is(at.wrapping_sub(1 + adverb), &["have"])
    }

    /// Whether the verb before "by" has a form of its own for the past, or moves by so much.
    fn moves(&self, at: usize, entry: &Entry) -> bool {
        let amount = self.at(at + 2);
        let much = matches!(amount.kind, TokenKind::Number | TokenKind::Currency)
            || amount.entry.is(NUMBER);
        entry.is(PAST) && !entry.is(PARTICIPLE) || much && self.has(at, usage::MOVES)
    }

    /// Whether the verb at `at` may be the base form behind a plural.
    fn is_of_many(&self, at: usize, entry: &Entry) -> bool {
        let previous = self.before(at, 1);
        entry.is(BASE)
            && (previous.entry.is(PLURAL)
                || previous.surface.ends_with('s')
                || self.is(at.saturating_sub(1), &["they", "we", "you", "i"]))
    }

    /// Whether what only an object or a clause begins with follows the verb at `at`.
    pub(crate) fn has_object(&self, at: usize) -> bool {
        let next = self.entry(at + 1);
        next.is(DET | POSS | SUBJECT | OBJECT | THAT | DAY)
            || self.is(at, &["said", "told"])
            || self.is(at + 1, &["having", "being"])
    }
}
