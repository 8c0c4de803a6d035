//! What each word is taken for.
//!
//! No model: closed classes, verb forms, capital letters and a neighbour on each side. The guess is
//! good enough to find where a clause has its verb and where a noun phrase begins; it is not a
//! part-of-speech tagger and is not offered as one.

use crate::ends::ASIDE;
use crate::lexicon::{Entry, class::*, frame, lexicon, usage};
use crate::words::Words;
use wirecopy_token::TokenKind;

/// What a word is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tag {
    Noun,
    Name,
    Pronoun,
    ObjectPronoun,
    Possessive,
    Determiner,
    Adjective,
    Adverb,
    Number,
    Time,
    /// A finite form of a verb that is no auxiliary.
    Finite,
    Base,
    Participle,
    Gerund,
    Modal,
    Be,
    Have,
    Do,
    To,
    Negation,
    Preposition,
    Subordinator,
    That,
    Wh,
    Coordinator,
    Genitive,
    Comma,
    Stop,
    Colon,
    Dash,
    OpenBracket,
    CloseBracket,
    Quote,
    Other,
}

impl Tag {
    /// A verb form that may carry a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(self, Self::Finite | Self::Modal | Self::Be | Self::Have | Self::Do)
    }

    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do)
    }

    pub(crate) const fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Self::Base | Self::Participle | Self::Gerund)
    }

    /// A word that a noun phrase may end in.
    pub(crate) const fn ends_phrase(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Number | Self::ObjectPronoun)
    }

    /// A word that a noun phrase may begin with.
    pub(crate) const fn begins_phrase(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Name
                | Self::Pronoun
                | Self::Possessive
                | Self::Determiner
                | Self::Adjective
                | Self::Number
        )
    }

    pub(crate) const fn is_break(self) -> bool {
        matches!(self, Self::Comma | Self::Stop | Self::Colon | Self::Dash)
    }
}

/// The tags of the words before one, the nearest first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TagsBefore([Tag; 4]);

impl Default for TagsBefore {
    fn default() -> Self {
        Self([Tag::Stop; 4])
    }
}

impl TagsBefore {
    /// The same one word further on.
    pub(crate) const fn then(self, tag: Tag) -> Self {
        let [first, second, third, _] = self.0;
        Self([tag, first, second, third])
    }

    /// The nearest that is no adverb or negation.
    fn nearest(self) -> Tag {
        let [nearer @ .., last] = self.0;
        let is_between = |tag: &Tag| matches!(tag, Tag::Adverb | Tag::Negation);
        nearer.into_iter().find(|tag| !is_between(tag)).unwrap_or(last)
    }
}

impl Words<'_> {
    /// The tag of the word at `at`, behind words of those tags.
    pub(crate) fn guess(&self, at: usize, before: TagsBefore) -> Tag {
        let word = self.at(at);
        match word.kind {
            TokenKind::OpenQuote | TokenKind::CloseQuote => return Tag::Quote,
            TokenKind::Dash => return Tag::Dash,
            TokenKind::Ellipsis => return Tag::Stop,
            // `10:42 Police say`: an entry of a live page.
            TokenKind::Number | TokenKind::Word if at == 0 && is_clock(self.surface(at)) => {
                return Tag::Dash;
            }
            TokenKind::Acronym
                if at == 1 && self.tag(0) == Tag::Dash && is_clock(self.surface(0)) =>
            {
                return Tag::Dash;
            }
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Currency => {
                let aged = ["-old", "-olds"].iter().any(|end| self.surface(at).ends_with(end));
                return if aged { Tag::Noun } else { Tag::Number };
            }
            TokenKind::Url | TokenKind::Email | TokenKind::Handle => return Tag::Name,
            TokenKind::Initial | TokenKind::Acronym => return Tag::Name,
            TokenKind::Punct | TokenKind::Symbol => return self.guess_sign(at),
            _ => {}
        }
        let begins = || {
            at == self.sentence(at).0
                || self.before(at, 1).tag == Tag::Quote && !(at > 0 && self.closes_speech(at - 1))
        };
        let named = if word.capital {
            !self.capitals && !word.entry.is(DAY | MONTH) && word.surface != "I" && !begins()
        } else {
            word.compound && is_with_article(word.surface)
        };
        if named {
            return Tag::Name;
        }
        let (surface, before) = (word.surface, before.nearest());
        self.guess_closed(at, surface, before)
            .or_else(|| self.guess_verb(at, surface, before))
            .unwrap_or_else(|| self.guess_open(at, surface))
    }

    fn guess_sign(&self, at: usize) -> Tag {
        match self.surface(at) {
            "," => Tag::Comma,
            "." | "?" | "!" | "…" => Tag::Stop,
            ":" | ";" => Tag::Colon,
            "(" | "[" | "{" => Tag::OpenBracket,
            ")" | "]" | "}" => Tag::CloseBracket,
            "%" => Tag::Noun,
            "\"" | "''" | "``" | "'" | "’" | "‘" | "“" | "”" => Tag::Quote,
            _ => Tag::Other,
        }
    }

    /// `he['s] always said`: "has", since nobody is said, but `he's said to be ill`, `she's admitted to the ward`.
    fn has_said(&self, at: usize) -> bool {
        let verb = (at + 1..at + 4)
            .find(|&at| !self.entry(at).is(ADVERB) && !self.is(at, &["not", "never", "also"]));
        self.is(at.saturating_sub(1), &["he", "she"])
            && verb.is_some_and(|verb| {
                let to = self.is(verb + 1, &["to"]) && !self.entry(verb + 2).is(GERUND);
                self.has(verb, usage::PERFECT) && !(to && self.is(verb, &["said", "admitted"]))
            })
    }

    fn guess_closed(&self, at: usize, surface: &str, before: Tag) -> Option<Tag> {
        match surface {
            "'" | "’" => return Some(Tag::Genitive),
            "'s" | "’s" | "'S" | "’S" => {
                let joined = matches!(before, Tag::Pronoun | Tag::Wh | Tag::That)
                    || self.is(at.saturating_sub(1), &["that", "there", "here", "what", "let"]);
                let tag = if self.has_said(at) { Tag::Have } else { Tag::Be };
                return Some(if joined { tag } else { Tag::Genitive });
            }
            _ => {}
        }
        let entry = self.entry(at);
        if !entry.is(CLOSED) {
            return None;
        }
        let next = self.entry(at + 1);
        if entry.is(THAT) {
            return Some(self.guess_that(at));
        }
        if entry.is(TO) {
            return Some(self.guess_to(at));
        }
        if entry.is(POSS) && entry.is(OBJECT | SUBJECT) {
            let phrase = !next.is(DET | PREPOSITION | TO | COORDINATOR | AUXILIARY | WH | NEGATION)
                // `told her he was late`, `asked her whether …`
                && !next.is(SUBORDINATOR | SUBJECT)
                && !self.at(at + 1).kind_is_sign();
            return Some(if phrase { Tag::Possessive } else { Tag::ObjectPronoun });
        }
        if entry.is(BE) {
            return Some(if self.is(at, &["being", "been", "be"]) {
                Tag::Participle
            } else {
                Tag::Be
            });
        }
        if entry.is(MODAL) && !matches!(before, Tag::Determiner | Tag::Possessive | Tag::Genitive) {
            return Some(Tag::Modal);
        }
        if entry.is(HAVE) {
            let inner = matches!(before, Tag::To | Tag::Modal | Tag::Do);
            return Some(if inner { Tag::Base } else { Tag::Have });
        }
        if entry.is(DO) {
            // `the Banco do Brasil`
            if before == Tag::Name && self.at(at + 1).capital && !self.capitals {
                return Some(Tag::Name);
            }
            return Some(Tag::Do);
        }
        if entry.is(WH) && self.is(at, &["who", "whom", "which", "what", "whatever", "whoever"]) {
            return Some(Tag::Wh);
        }
        // `has since said`
        if before == Tag::Have && next.is(PARTICIPLE | ADVERB) && self.is(at, &["since"]) {
            return Some(Tag::Adverb);
        }
        // `at least 10 years`
        if entry.is(PREPOSITION) && self.is(at, &["at"]) && self.is(at + 1, &["least", "most"]) {
            return Some(Tag::Adverb);
        }
        if entry.is(DET) {
            return Some(self.guess_determiner(at, entry, next));
        }
        // `would like to stay`
        if entry.is(PREPOSITION)
            && entry.is(BASE)
            && matches!(before, Tag::To | Tag::Modal | Tag::Do)
        {
            return None;
        }
        self.guess_function(at, entry)
    }

    /// `both sides`, `some think`: whether a determiner stands alone.
    fn guess_determiner(&self, at: usize, entry: &Entry, next: &Entry) -> Tag {
        // `most probably sank`
        if self.surface(at + 1).ends_with("ly") && self.is(at, &["most", "more"]) {
            return Tag::Adverb;
        }
        // `no longer believed`
        if self.is(at + 1, &["longer"]) && self.is(at, &["no"]) {
            return Tag::Negation;
        }
        // `both sides`: a verb in -s agrees with no plural.
        let plural = entry.is(PLURAL_DET) && next.is(THIRD);
        // `some think`, `many say`
        // `Many fear the worst`: what a verb has behind it.
        let object = || self.entry(at + 2).is(DET | POSS | SUBJECT | OBJECT | THAT | TO);
        let says = next.is(BASE)
            && next.verb.is_some()
            && (!next.is(VERB_NOUN) || entry.is(PLURAL_DET) && object());
        let alone = !plural
            && (next.is(AUXILIARY | PREPOSITION | THIRD | PAST | WH | COORDINATOR) || says)
            && !next.is(DET | ADVERB)
            || self.at(at + 1).kind_is_sign();
        // `rivals both claim victory`
        let floats = next.is(BASE)
            && next.verb.is_some()
            && self.is(at, &["both", "all", "each"])
            && matches!(self.before(at, 1).tag, Tag::Noun | Tag::Name)
            && ends_as_plural(self.before(at, 1).surface);
        if floats {
            return Tag::Adverb;
        }
        // `visas for all stranded students`
        let modified = next.is(PAST | PARTICIPLE)
            && !next.is(AUXILIARY | PREPOSITION)
            && self.before(at, 1).tag == Tag::Preposition
            && self.at(at + 2).kind == TokenKind::Word
            && !self.entry(at + 2).is(CLOSED);
        let pronoun = alone && !modified && entry.is(PRONOUN);
        if pronoun { Tag::Pronoun } else { Tag::Determiner }
    }

    /// Whether the word is written small and none that the lists know as anything else than a noun.
    fn is_plain_noun(&self, at: usize) -> bool {
        let word = self.at(at);
        let entry = word.entry;
        word.kind == TokenKind::Word
            && !word.capital
            && entry.classes == 0
            && entry.adjective.is_none()
            && entry.verb.is_none()
            && !word.surface.ends_with("ly")
    }

    /// `The march demanded …`: no month is written small.
    fn is_protest(&self, at: usize) -> bool {
        !self.at(at).capital && !self.capitals && self.is(at, &["march"])
    }

    fn guess_function(&self, at: usize, entry: &Entry) -> Option<Tag> {
        let only = ["because", "although", "though", "while", "whereas", "if", "unless"];
        let subordinates =
            entry.is(SUBORDINATOR) && (self.is(at, &only) || self.is(at, &["whether", "lest"]));
        Some(match () {
            () if entry.is(NEGATION) => Tag::Negation,
            () if entry.is(POSS) => Tag::Possessive,
            () if entry.is(SUBJECT) => Tag::Pronoun,
            () if entry.is(OBJECT) => Tag::ObjectPronoun,
            () if subordinates => Tag::Subordinator,
            () if entry.is(WH) => Tag::Wh,
            () if entry.is(COORDINATOR) => Tag::Coordinator,
            () if entry.is(DAY | MONTH) && !self.is_protest(at) => Tag::Time,
            () if entry.is(PREPOSITION) => Tag::Preposition,
            () if entry.is(ADVERB) && !entry.is(VERB) => Tag::Adverb,
            // `one diplomat`
            () if entry.is(NUMBER) && self.entry(at + 1).is(TITLE | SPEAKER_NOUN) => Tag::Number,
            // `one engineer`
            () if entry.is(NUMBER) && self.is(at, &["one"]) && self.is_plain_noun(at + 1) => {
                Tag::Number
            }
            () if entry.is(PRONOUN) => Tag::Pronoun,
            () if entry.is(NUMBER) => Tag::Number,
            () if self.is_gerund_behind_comma(at, entry) => return None,
            () if entry.is(NO_VERB) && !(entry.is(PAST) && entry.verb.is_some()) => Tag::Noun,
            () => return None,
        })
    }

    /// `…, warning that`, `…, ruling the road open`
    fn is_gerund_behind_comma(&self, at: usize, entry: &Entry) -> bool {
        let next = self.entry(at + 1);
        // `is warning that`
        let behind = matches!(self.before(at, 1).tag, Tag::Comma | Tag::Be);
        // `is warning drivers that`
        let hearer = self.before(at, 1).tag == Tag::Be
            && ends_as_plural(self.surface(at + 1))
            && self.entry(at + 2).is(THAT | TO);
        entry.is(GERUND)
            && entry.verb.is_some()
            && behind
            && (hearer || next.is(THAT | DET | POSS | SUBJECT | OBJECT | PREPOSITION))
    }

    /// `that` as a conjunction, a relative, or a determiner.
    fn guess_that(&self, at: usize) -> Tag {
        let next = self.entry(at + 1);
        match self.before(at, 1).tag {
            // `calls that a lie`, `denied that.`
            tag if tag.is_verb() && self.is_object_that(at) => Tag::Pronoun,
            // `rejects that explanation`
            tag if tag.is_verb() && !self.may_take_clause(at) => Tag::Determiner,
            tag if tag.is_verb() || matches!(tag, Tag::Adjective | Tag::Time | Tag::Comma) => {
                Tag::That
            }
            Tag::Noun | Tag::Name | Tag::Pronoun => {
                // `a body that advocates for rest`
                let leads = next.is(THIRD) && self.leads(at + 1, next);
                let verb =
                    next.is(AUXILIARY) || next.is(THIRD | PAST) && (leads || !next.is(VERB_NOUN));
                if verb { Tag::Wh } else { Tag::That }
            }
            // `pointed out that`
            Tag::Preposition if self.is(at.saturating_sub(1), &["out", "outside", "inside"]) => {
                Tag::That
            }
            Tag::Preposition | Tag::Stop | Tag::Coordinator | Tag::Quote => {
                if next.is(AUXILIARY) {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            _ => Tag::That,
        }
    }

    /// Whether "that" behind a verb is all of its object: nothing follows, or what a verb that takes no
    /// clause calls it.
    fn is_object_that(&self, at: usize) -> bool {
        let next = self.at(at + 1);
        // `showed that, in May, it rained`
        let opens = self.entry(at + 2).is(PREPOSITION | SUBORDINATOR) || self.closes_aside(at + 2);
        let aside = self.is(at + 1, &[","]) && opens && self.may_take_clause(at);
        let ends = next.kind_is_sign() && matches!(self.surface(at + 1), "." | "," | ";") && !aside;
        ends || next.entry.is(DET) && !self.may_take_clause(at)
    }

    /// `that, thanks to rain, it grew`: whether a comma closes the aside that begins at `from`. `did that, and left,`
    /// `said that, he told us,` have none.
    fn closes_aside(&self, from: usize) -> bool {
        let opens = self.entry(from);
        let mut near = (from..from + ASIDE).take_while(|&at| !self.is(at, &[".", ";", "”", "\""]));
        let ends = |at: usize| self.is(at, &[","]) && !self.entry(at + 1).is(COORDINATOR);
        !opens.is(COORDINATOR | SUBJECT | DET | POSS) && near.any(ends)
    }

    /// Whether the verb before `at` is none of the lists, or one that takes a clause.
    fn may_take_clause(&self, at: usize) -> bool {
        let entry = self.entry(at.saturating_sub(1));
        entry.verb.is_none() || entry.takes(frame::CLAUSE)
    }

    /// `by telephone`.
    pub(crate) fn is_means(&self, at: usize) -> bool {
        self.is(at, &["by"]) && self.at(at + 1).entry.is(MEANS)
    }

    /// `to` before an infinitive or before a noun phrase.
    fn guess_to(&self, at: usize) -> Tag {
        // `to "stop killing"`
        if self.at(at + 1).kind == TokenKind::OpenQuote && self.entry(at + 2).is(BASE) {
            return Tag::To;
        }
        // `according to Kerr`, `confessed to having stolen it`
        let gerund = self.is(at + 1, &["having", "being", "doing"]);
        if gerund || self.is(at.wrapping_sub(1), &["according", "thanks"]) {
            return Tag::Preposition;
        }
        // `close to Finance Minister Kerr`
        let next = self.at(at + 1);
        if next.capital && !self.capitals && !self.at(at).capital && next.entry.is(BASE) {
            return Tag::Preposition;
        }
        // `pointed to phone calls`
        if self.entry(at + 1).is(VERB_NOUN) && self.takes_no_infinitive(at) {
            return Tag::Preposition;
        }
        // `to last`, `to back`: as often no adverb.
        let adverb = self.entry(at + 1).is(ADVERB) || self.surface(at + 1).ends_with("ly");
        let skip = usize::from(adverb && !self.entry(at + 1).is(BASE));
        let next = self.entry(at + 1 + skip);
        if next.is(BASE | BE | HAVE | DO) && !next.is(DET | POSS) {
            return Tag::To;
        }
        let after = self.entry(at + 2 + skip);
        if next.classes == 0 && self.wants_infinitive(at) {
            let word = self.at(at + 1);
            let verb = word.kind == TokenKind::Word && !word.capital;
            if verb && !self.surface(at + 1).ends_with('s') {
                return Tag::To;
            }
        }
        let unknown = next.classes == 0
            && !self.at(at + 1).capital
            && self.at(at + 1).kind == TokenKind::Word
            && after.is(DET | POSS | OBJECT)
            // `in a letter to donors that roofs came next`
            && !(self.is(at + 2 + skip, &["that"]) && self.surface(at + 1 + skip).ends_with('s'));
        if unknown { Tag::To } else { Tag::Preposition }
    }

    /// `Harding said`, `Ahmed has said`: a word that no list has and that opens a sentence, before its verb.
    pub(crate) fn opens_as_name(&self, at: usize, known: bool) -> bool {
        !known
            && !self.capitals
            && at == self.sentence(at).0
            && self.entry(at + 1).is(PAST | THIRD | AUXILIARY)
            && !self.entry(at + 1).is(VERB_NOUN)
    }

    /// `Mark Dahl says`, `Grant Holm has said`: a verb that opens a sentence, before a name and its verb.
    pub(crate) fn is_given_name(&self, at: usize) -> bool {
        let (next, verb) = (self.at(at + 1), self.entry(at + 2));
        self.at(at).capital
            && self.entry(at).is(BASE)
            && !self.capitals
            && at == self.sentence(at).0
            && next.capital
            && next.entry.classes == 0
            && next.kind == TokenKind::Word
            && verb.is(PAST | THIRD | AUXILIARY)
            && !self.at(at + 2).capital
    }

    fn guess_open(&self, at: usize, surface: &str) -> Tag {
        let entry = self.entry(at);
        if surface.ends_with("ly") && surface.len() > 4 && !entry.is(NO_ADVERB) {
            // `Casserly remembered`
            let next = self.entry(at + 1);
            let names = self.at(at).capital && next.is(PAST | THIRD) && !next.is(AUXILIARY);
            return if names { Tag::Name } else { Tag::Adverb };
        }
        // `Claims that it rained`
        let opens = at == self.sentence(at).0 && entry.noun.is_some();
        if opens && self.entry(at + 1).is(THAT | PREPOSITION | TO) {
            return Tag::Noun;
        }
        if self.at(at).capital {
            return Tag::Name;
        }
        // `Holm, a fugitive, said`
        let determined = matches!(self.before(at, 1).tag, Tag::Determiner | Tag::Possessive);
        let alone = determined && self.at(at + 1).kind_is_sign();
        // `The chief executive hinted at`
        let next = self.entry(at + 1);
        let headed = entry.is(TITLE | SPEAKER_NOUN)
            && next.is(PAST | THIRD | AUXILIARY | PREPOSITION)
            && !next.is(VERB_NOUN | ADVERB | DET);
        let alone = alone || headed;
        if entry.adjective.is_some() || surface.len() > 4 && ends_as_adjective(surface) && !alone {
            return Tag::Adjective;
        }
        Tag::Noun
    }
}

/// "10:42", "9.05"
fn is_clock(word: &str) -> bool {
    let parts = word.split_once([':', '.']);
    parts.is_some_and(|(hour, minute)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        matches!(hour.len(), 1 | 2) && minute.len() == 2 && digits(hour) && digits(minute)
    })
}

/// "el-Masri", "al-Hariri": the last word of a name, with its article in small letters.
pub(crate) fn is_with_article(word: &str) -> bool {
    let article = |article: &str| {
        article.starts_with(char::is_lowercase) && lexicon().get(article).has(usage::ARTICLE)
    };
    // The hyphen is the third letter or the fourth.
    matches!(word.as_bytes(), [_, _, b'-', ..] | [_, _, _, b'-', ..])
        && word
            .split_once('-')
            .is_some_and(|(before, name)| article(before) && name.starts_with(char::is_uppercase))
}

/// How words end that are no men.
const NO_MEN: [&str; 7] = ["imen", "Yemen", "domen", "umen", "tamen", "lamen", "hymen"];

/// Whether the word may be a plural by its end: `boats`, `firemen`, but not `bus`, `press`, `crisis`.
pub(crate) fn ends_as_plural(surface: &str) -> bool {
    let small = |end: &&str| surface.ends_with(*end);
    let men = surface.ends_with("men") && surface.len() > 5 && !NO_MEN.iter().any(small);
    men || surface.ends_with(['s', 'S']) && !["us", "ss", "is"].iter().any(small)
}

fn ends_as_adjective(surface: &str) -> bool {
    matches!(
        surface.as_bytes(),
        [.., b'o', b'u', b's']
            | [.., b'f', b'u', b'l']
            | [.., b'i', b'v', b'e']
            | [.., b'i', b'c', b'a', b'l']
            | [.., b'a' | b'i', b'b', b'l', b'e']
            | [.., b'l', b'e', b's', b's']
            | [.., b'i', b's', b'h']
            | [.., b'a', b'r', b'y']
            | [.., b'i', b'o', b'n', b'a', b'l']
            | [.., b'n', b't', b'i', b'a', b'l']
            | [.., b't', b'i', b'c']
            | [.., b'e', b'v', b'e', b'r']
    )
}
