//! Whether a word that may be a noun is a finite verb: `claims`, `say`, `support`.

use crate::lexicon::{Entry, class::*, lexicon, usage};
use crate::tags::{Tag, ends_as_plural};
use crate::words::{Word, Words};
use wirecopy_token::TokenKind;

/// How far back the verb beside it is looked for, in words.
const CLAUSE: usize = 16;

/// Words between a verb and what its subject hangs on.
const HUNG: usize = 7;

/// How many phrases hang on a subject, at most.
const LAYERS: usize = 3;

/// What a phrase that hangs on another is made of.
const fn is_inner(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Noun
            | Tag::Name
            | Tag::Adjective
            | Tag::Number
            | Tag::Determiner
            | Tag::Possessive
            | Tag::Genitive
    )
}

/// A word that may be a verb, with what stands around it.
struct Candidate<'w, 'a> {
    words: &'w Words<'a>,
    at: usize,
    entry: &'w Entry,
    next: &'w Word<'a>,
    /// The word before it, adverbs left out: `staff here tell`.
    previous: &'w Word<'a>,
}

impl Words<'_> {
    /// Whether the word at `at` is a finite verb, behind a word tagged `before`.
    pub(crate) fn looks_finite(&self, at: usize, before: Tag) -> bool {
        let adverbs = (1..3).take_while(|&back| self.before(at, back).tag == Tag::Adverb).count();
        let candidate = Candidate {
            words: self,
            at,
            entry: self.entry(at),
            next: self.at(at + 1),
            previous: self.before(at, adverbs + 1),
        };
        candidate.is_finite(before)
    }

    /// Whether the medium at `at` is what something is said in: `in his closing remarks`.
    fn is_told_in(&self, at: usize) -> bool {
        let phrase = |tag: Tag| {
            matches!(
                tag,
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive
            )
        };
        let back = (1..8).find(|&back| !phrase(self.before(at, back).tag));
        back.is_some_and(|back| {
            self.is(at.wrapping_sub(back), &["in"]) && self.before(at, back + 1).tag.is_verb()
        })
    }

    /// Whether a verb before the "say" at `at` makes it an infinitive: `did Kerry say it`.
    fn is_bare_say(&self, at: usize) -> bool {
        let bends =
            ["make", "makes", "made", "let", "lets", "hear", "hears", "heard", "have", "had"];
        (1..6).any(|back| {
            let tag = self.before(at, back).tag;
            matches!(tag, Tag::Do | Tag::Modal) || self.is(at.wrapping_sub(back), &bends)
        })
    }
}

impl Candidate<'_, '_> {
    fn is_finite(&self, before: Tag) -> bool {
        let (words, at, entry, next) = (self.words, self.at, self.entry, self.next);
        // `Envoy Slams Plan for Bridge`
        let loud = words.capitals && entry.verb.is_some() && entry.is(THIRD) && next.capital;
        let ambiguous = entry.is(VERB_NOUN) && !loud && !self.has_particle();
        // `said in his closing remarks that`
        if ambiguous && entry.is(MEDIUM) && words.is_told_in(at) {
            return false;
        }
        // `Transport Minister Ann Kerr`
        if at == words.sentence(at).0 && entry.is(BASE) && next.entry.is(TITLE) && next.capital {
            return false;
        }
        // "said engineer Ann Kerr"
        let beside_name = next.capital && entry.is(BASE) && !entry.is(THIRD | PAST);
        match before {
            // `those interviewed think that`
            Tag::Finite | Tag::Participle
                if words.has(at.wrapping_sub(1), usage::REDUCED) && entry.is(BASE) =>
            {
                entry.verb.is_some() && self.has_object()
            }
            Tag::Finite if beside_name && !words.capitals => false,
            // `demanded lower taxes`: no base form agrees with a verb.
            Tag::Finite if !entry.is(THIRD | PAST) => false,
            // `One of them suspects that`
            Tag::ObjectPronoun if ambiguous && words.is(at.wrapping_sub(2), &["of"]) => {
                self.has_object()
            }
            Tag::Pronoun | Tag::Wh => !ambiguous || entry.is(THIRD) || self.has_plural_subject(),
            Tag::Noun | Tag::Name | Tag::CloseBracket | Tag::Time => {
                self.agrees_with(before, ambiguous)
            }
            Tag::Coordinator if ambiguous && self.is_second_with_number() => true,
            Tag::Comma | Tag::Quote | Tag::That | Tag::Coordinator | Tag::Dash => {
                !ambiguous || self.has_object() || before == Tag::Comma && self.goes_on_heading()
            }
            Tag::Stop | Tag::Colon | Tag::OpenBracket => {
                !ambiguous || entry.is(BASE) && self.has_object()
            }
            _ => !ambiguous,
        }
    }

    /// Whether the verb is of the noun or name before it, by number and by what follows.
    fn agrees_with(&self, before: Tag, ambiguous: bool) -> bool {
        let (words, at, entry) = (self.words, self.at, self.entry);
        let plural = self.has_plural_subject() && !self.hangs_on_singular();
        let of_name = before == Tag::Name && entry.is(THIRD);
        // `The Home Office say it is`, but `to hear Kerry say it is`
        let says = || words.is(at, &["say"]) && words.has_object(at) && !words.is_bare_say(at);
        let agrees = entry.is(THIRD) != plural || of_name || says() || self.is_of_body();
        agrees
            && (!ambiguous
                || self.has_object()
                || words.closes_clause(at, entry)
                || words.is_lone_verb(at, plural && !of_name))
    }

    /// Whether what only an object or a clause begins with follows, capitals and marks too.
    fn has_object(&self) -> bool {
        let (words, at, entry, next) = (self.words, self.at, self.entry, self.next);
        next.entry.is(DET | POSS | SUBJECT | OBJECT | THAT | TO | WH)
            // `doubts anyone will come`
            || next.entry.is(PRONOUN) && entry.is(THIRD) && entry.verb.is_some()
            || next.capital && !words.capitals
            || next.entry.is(SUBORDINATOR) && !next.entry.is(PREPOSITION)
            || words.clause_follows(at, entry)
            || words.marks_follow(at, entry)
            || words.calls_summed(at, entry)
            || next.kind == TokenKind::OpenQuote && entry.is(THIRD) && words.is_heading()
    }

    /// Whether the subject before it is of many.
    fn has_plural_subject(&self) -> bool {
        let (words, at, entry) = (self.words, self.at, self.entry);
        self.previous.entry.is(PLURAL)
            || ends_as_plural(self.previous.surface)
            || words.ends_list(at)
            || words.reduces_plural(at)
            || words.is(at.saturating_sub(1), &["they", "we", "you", "i", "who", "people"])
            || words.hangs_on_plural(at, entry)
            || words.is_of_plural(at, entry) && (self.has_object() || words.leads(at, entry))
            // `Many call it`
            || self.previous.tag == Tag::Pronoun && self.previous.entry.is(PLURAL_DET)
            || self.hangs_on_far_plural()
            || words.closes_behind_plural(at, entry)
    }

    /// `Officials at the port of Tarn say`: a plural on which two phrases hang, one on the other.
    fn hangs_on_far_plural(&self) -> bool {
        let (words, at, entry) = (self.words, self.at, self.entry);
        if !entry.is(BASE) || entry.is(PAST) || entry.verb.is_none() {
            return false;
        }
        let mut back = 1;
        for layer in 0..LAYERS {
            let from = back;
            while back < from + HUNG && is_inner(words.before(at, back).tag) {
                back += 1;
            }
            let head = words.before(at, back + 1);
            let hung = back > from
                && words.before(at, back).tag == Tag::Preposition
                && matches!(head.tag, Tag::Noun | Tag::Name);
            if !hung {
                return false;
            }
            if layer > 0 && (head.entry.is(PLURAL) || ends_as_plural(head.surface)) {
                return true;
            }
            back += 1;
        }
        false
    }

    /// `A survey of 40 firms shows`, `One of the drivers claims`: the plural before the verb hangs on a singular.
    fn hangs_on_singular(&self) -> bool {
        let (words, at, entry) = (self.words, self.at, self.entry);
        if !entry.is(THIRD) || entry.verb.is_none() {
            return false;
        }
        let Some(back) = (1..HUNG).find(|&back| !is_inner(words.before(at, back).tag)) else {
            return false;
        };
        let head = words.before(at, back + 1);
        let one = words.is(at.wrapping_sub(back + 1), &["one", "each", "neither", "either"]);
        let singular = matches!(head.tag, Tag::Noun | Tag::Name)
            && !head.entry.is(PLURAL)
            && !head.surface.ends_with('s');
        back > 1
            && matches!(words.before(at, back).tag, Tag::Preposition)
            && words.before(at, back).entry.is(PREPOSITION)
            && (one || singular)
    }

    /// `The club expect a draw`: a body in the singular with a verb in the plural.
    fn is_of_body(&self) -> bool {
        let (words, at, entry) = (self.words, self.at, self.entry);
        entry.is(BASE)
            && entry.verb.is_some()
            && !entry.is(VERB_NOUN | PAST)
            && self.previous.entry.has(usage::BODY)
            && (words.has_object(at) || self.next.entry.is(TO))
            && !words.is_bare_say(at)
    }

    /// `rejects the rise and demands two trains`: a cue before a number, behind another verb of a singular.
    fn is_second_with_number(&self) -> bool {
        let (words, at, entry, next) = (self.words, self.at, self.entry, self.next);
        let number = next.kind == TokenKind::Number || next.entry.is(NUMBER);
        let first = words.sentence(at).0.max(at.saturating_sub(CLAUSE));
        number
            && entry.is(THIRD)
            && entry.verb.is_some()
            && (first..at).any(|at| {
                let word = words.at(at);
                word.tag == Tag::Finite && word.entry.is(THIRD) && word.entry.verb.is_some()
            })
    }

    /// "the draft, seen by Kerry, calls on all sides"
    fn has_particle(&self) -> bool {
        let particle = Some(self.words.surface(self.at + 1));
        let verb = self.entry.verb.filter(|_| self.entry.is(THIRD));
        verb.is_some_and(|lemma| lexicon().verbs(lemma).iter().any(|cue| cue.particle == particle))
    }

    /// `Kerr resigns, blames left knee`, but `…, reports say`
    fn goes_on_heading(&self) -> bool {
        let (entry, next) = (self.entry, self.next);
        let cue = next.entry.verb.is_some() && next.entry.is(BASE);
        !cue && entry.is(THIRD)
            && entry.verb.is_some()
            && next.kind == TokenKind::Word
            && self.words.is_heading()
    }
}
