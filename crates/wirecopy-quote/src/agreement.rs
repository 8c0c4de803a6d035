//! Words that are as often nouns: which of them are the verbs of their clause.
//!
//! `The crew plans street marches` has no other verb, `supporters of the law hope this …` agrees with a
//! plural, `wants to quarry slate` takes an infinitive that no list has. Each answer looks a few words to
//! either side, at the lists and at the tags of the words before.

use crate::lexicon::{Entry, class::*, frame, lexicon};
use crate::tags::ends_as_plural;
use crate::words::{Tag, Words};
use wirecopy_token::TokenKind;

/// Words of a noun that sums up and of who calls it so.
const SUMMED: usize = 10;

/// How far a word that may be a verb looks for another, in words.
const CLAUSE: usize = 16;

/// `PM`, `CM`, `EPA`
fn is_short_form(surface: &str) -> bool {
    (2..6).contains(&surface.len()) && surface.bytes().all(|byte| byte.is_ascii_uppercase())
}

impl Words<'_> {
    /// Whether the verb before `to` takes an infinitive and no object with `to`: `plans to fence`, `voted on Monday to
    /// fence`.
    pub(crate) fn wants_infinitive(&self, to: usize) -> bool {
        let day = usize::from(self.before(to, 1).tag == Tag::Time);
        let verb = 1 + day + usize::from(day > 0 && self.is(to.wrapping_sub(2), &["on"]));
        let Some(lemma) = self.before(to, verb).entry.verb else { return false };
        self.before(to, verb).tag.is_verb()
            && lexicon()
                .verbs(lemma)
                .iter()
                .any(|entry| entry.allows(frame::INFINITIVE) && !entry.is_led_by("to"))
    }

    /// Whether the verb before `to` takes an object behind it and no infinitive: `points to`.
    pub(crate) fn takes_no_infinitive(&self, to: usize) -> bool {
        let verbs = self.before(to, 1).entry.verb.map_or(&[][..], |lemma| lexicon().verbs(lemma));
        let urges = frame::INFINITIVE | frame::URGE | frame::RAISE;
        verbs.iter().any(|entry| entry.is_led_by("to"))
            && !verbs.iter().any(|entry| entry.allows(urges))
    }

    /// `The guild plans street marches`, `Villagers fear floods`: of a cue that is as often a noun the verb,
    /// where the clause has no other.
    pub(crate) fn is_lone_verb(&self, at: usize, plural: bool) -> bool {
        let (first, end) = self.sentence(at);
        let entry = self.entry(at);
        let next = self.at(at + 1);
        let opens = next.kind == TokenKind::Word
            && next.entry.classes & !(VERB | VERB_NOUN | ADVERB | NO_ADVERB | NUMBER) == 0;
        // `The union claims 3,000 members`
        let opens = opens || next.kind == TokenKind::Number && !plural;
        // `The teams hope for a draw`
        let leads = entry.verb.is_some_and(|lemma| {
            let word = self.surface(at + 1);
            // `Kerr dreams of sailing`
            let named = self.before(at, 1).tag == Tag::Name
                && entry.is(THIRD)
                && matches!(word, "of" | "for" | "about");
            let plain = plural && matches!(word, "for" | "about") || !plural && named;
            plain && lexicon().verbs(lemma).iter().any(|entry| entry.is_led_by(word))
        });
        let opens = opens || leads || self.is_heading() && self.opens_object(at + 1);
        // `treaty talks stall`: of a plural the next word may be the verb.
        // `minister orders probe`, but `police reports say`
        let somebody = self.before(at, 1).entry.is(TITLE | SPEAKER_NOUN | SIGNER)
            || self.is_heading() && is_short_form(self.before(at, 1).surface);
        // `mayor backs plan to shut mill`, `coach praises side after win`
        let hung = self.is_heading() && self.entry(at + 2).is(TO | PREPOSITION);
        let named = somebody && (next.entry.verb.is_none() || hung);
        let opens = opens && (named || !(entry.is(THIRD) && next.entry.is(BASE)));
        let fits = entry.verb.is_some() && opens && entry.is(THIRD) != plural;
        let heads = self.is_heading();
        let verb = |at: usize| {
            let entry = self.entry(at);
            let verb = entry.is(AUXILIARY) || entry.is(PAST | THIRD) && !entry.is(VERB_NOUN);
            // `children's homes`
            let owns = heads && matches!(self.surface(at), "'s" | "’s");
            // `queries 3 million spent on offices`
            let reduced = heads && entry.is(PARTICIPLE) && self.entry(at + 1).is(PREPOSITION);
            verb && !owns && !reduced && !self.at(at).capital
        };
        let mut first = first.max(at.saturating_sub(CLAUSE));
        // `Two die as river floods, minister orders probe`: a comma ends a clause of a heading.
        if self.is_heading() {
            let part = (first..at).rev().find(|&at| matches!(self.surface(at), "," | ";" | ":"));
            first = part.map_or(first, |at| at + 1);
        }
        fits && !(first..at).any(|at| self.tag(at).is_verb())
            && !(at + 1..end.min(at + CLAUSE))
                .take_while(|&at| {
                    // `demand new date for dog chips`
                    let hangs = heads && self.entry(at).is(PREPOSITION);
                    let ends = [",", ":", ";", "as", "who", "that", "which"];
                    // `suspect foul play and searched the mill`
                    let second = self.entry(at).is(COORDINATOR)
                        && self.entry(at + 1).is(PAST | THIRD)
                        && !self.entry(at + 1).is(VERB_NOUN);
                    !hangs && !second && !ends.contains(&self.surface(at))
                })
                .any(verb)
    }

    /// `promises children's home`, `reject 12% offer`: whether the word at `at`, in a heading, may begin an object.
    fn opens_object(&self, at: usize) -> bool {
        let word = self.at(at);
        match word.kind {
            TokenKind::Number | TokenKind::Currency | TokenKind::Ordinal => true,
            TokenKind::Word => {
                let entry = word.entry;
                let closed = CLOSED & !(DET | PRONOUN | NUMBER | ADVERB | NO_VERB);
                !entry.is(closed) && (entry.is(DET) || !entry.is(ADVERB) || entry.is(TIME))
            }
            _ => false,
        }
    }

    /// `supporters of the law hope this …`: what has a phrase hung on it is a plural.
    pub(crate) fn is_of_plural(&self, at: usize, entry: &Entry) -> bool {
        if entry.verb.is_none() || !entry.is(BASE) {
            return false;
        }
        let phrase = |tag| {
            matches!(
                tag,
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive
            )
        };
        // `parents at the school even say`
        let adverbs = (1..3).take_while(|&back| self.before(at, back).tag == Tag::Adverb).count();
        let from = adverbs + 1;
        let back = (from..from + 5).find(|&back| !phrase(self.before(at, back).tag));
        let back = back.unwrap_or(from + 5);
        let hung = matches!(
            self.surface(at.wrapping_sub(back)),
            "of" | "in" | "at" | "from" | "on" | "for"
        );
        let head = self.before(at, back + 1);
        // `Few in the valley think it`
        let some = head.tag == Tag::Pronoun && head.entry.is(PLURAL_DET);
        let plural = head.surface.ends_with('s') || head.entry.is(PLURAL);
        let plural = plural && matches!(head.tag, Tag::Noun | Tag::Name);
        back > from && hung && (some || plural)
    }

    /// Whether the preposition behind the verb at `at` leads to what is said: `parents at the school brag about`.
    pub(crate) fn leads(&self, at: usize, entry: &Entry) -> bool {
        let next = self.surface(at + 1);
        entry
            .verb
            .is_some_and(|lemma| lexicon().verbs(lemma).iter().any(|entry| entry.is_led_by(next)))
    }

    /// `diplomats in Oslo say`: what the verb at `at` has for its subject is a plural.
    pub(crate) fn hangs_on_plural(&self, at: usize, entry: &Entry) -> bool {
        let next = self.at(at + 1);
        let small = next.kind == TokenKind::Word && !next.capital && next.entry.classes == 0;
        let heads = next.kind == TokenKind::Number && self.is_heading();
        let ends =
            entry.verb.is_some() && entry.is(BASE) && (next.kind_is_sign() || small || heads);
        let place = (2..5).find(|&back| self.before(at, back).tag != Tag::Name).unwrap_or(5);
        let head = self.before(at, place + 1);
        let (first, _) = self.sentence(at);
        let led = ["in", "at", "from", "on", "to", "of", "for", "with", "near"];
        ends && self.is(at.wrapping_sub(place), &led)
            && (head.tag == Tag::Noun || head.tag == Tag::Name && at == first + place + 1)
            && head.surface.ends_with('s')
    }

    /// `records obtained by the paper show`: a participle with what hangs on it stands between the verb at
    /// `at` and its plural.
    pub(crate) fn reduces_plural(&self, at: usize) -> bool {
        let inner = [Tag::Name, Tag::Noun, Tag::Determiner, Tag::Possessive, Tag::Genitive];
        let Some(back) = (1..6).find(|&back| !inner.contains(&self.before(at, back).tag)) else {
            return false;
        };
        let head = self.before(at, back + 2);
        back > 1
            && self.before(at, back).tag == Tag::Preposition
            && self.before(at, back + 1).entry.is(PARTICIPLE)
            && matches!(head.tag, Tag::Noun | Tag::Name)
            && head.surface.ends_with('s')
    }

    /// `…, allies of the mayor say.`, `…, people close to her argue.`: a verb that ends its sentence, and behind the comma
    /// before it a plural with what hangs on it.
    pub(crate) fn closes_behind_plural(&self, at: usize, entry: &Entry) -> bool {
        let last = self.surface(at + 1) == "." || at + 1 == self.len() && self.is_heading();
        if !last || !entry.is(BASE) || entry.is(PAST) || !entry.takes(frame::BESIDE) {
            return false;
        }
        let floor = self.sentence(at).0.max(at.saturating_sub(CLAUSE));
        let comma = (floor..at).rev().find(|&at| {
            let tag = self.tag(at);
            tag.is_break() || tag.is_finite() || matches!(tag, Tag::Wh | Tag::That | Tag::Quote)
        });
        let Some(comma) = comma.filter(|&comma| self.tag(comma) == Tag::Comma) else {
            return false;
        };
        let plural = |at: usize| {
            let word = self.at(at);
            match self.tag(at) {
                Tag::Noun | Tag::Name => word.entry.is(PLURAL) || ends_as_plural(word.surface),
                Tag::Pronoun => word.entry.is(PLURAL_DET),
                _ => false,
            }
        };
        let hangs =
            |at: usize| matches!(self.tag(at), Tag::Preposition | Tag::Adjective | Tag::Participle);
        (comma + 2..at)
            .find(|&at| hangs(at) && self.tag(at - 1) != Tag::Determiner)
            .is_some_and(|hung| plural(hung - 1))
    }

    /// `…, the source claims.`, but not `percentage points.`: a verb that may close a clause in front.
    pub(crate) fn closes_clause(&self, at: usize, entry: &Entry) -> bool {
        // `…, the records show.`
        let last = self.surface(at + 1) == "." || at + 1 == self.len() && self.is_heading();
        let previous = self.before(at, 1);
        let plural = last && (previous.surface.ends_with('s') || previous.entry.is(PLURAL))
            || self.closes_behind_plural(at, entry);
        self.at(at + 1).kind_is_sign() && (!entry.is(BASE) || plural) && entry.takes(frame::BESIDE)
    }

    /// `Union calls offer “an insult”`, `which critics call “an insult”`: a cue in -s and some words of what it is
    /// about in marks, or marks right behind.
    pub(crate) fn marks_follow(&self, at: usize, entry: &Entry) -> bool {
        let words = (at + 1..at + 6).map(|at| self.at(at));
        let mark = words
            .take_while(|word| word.kind == TokenKind::OpenQuote || !word.kind_is_sign())
            .any(|word| word.kind == TokenKind::OpenQuote);
        let next = self.at(at + 1).kind == TokenKind::OpenQuote;
        mark && (entry.is(THIRD) || next) && entry.takes(frame::CALL)
    }

    /// `…, a toll the agency calls high`: a verb that calls a thing something, behind a noun that sums up what stands before
    /// the comma.
    pub(crate) fn calls_summed(&self, at: usize, entry: &Entry) -> bool {
        if !entry.is(BASE | THIRD) || !entry.takes(frame::CALL) {
            return false;
        }
        let next = self.at(at + 1);
        let named = next.kind == TokenKind::Word && !next.entry.is(CLOSED & !(DET | ADVERB));
        let inner = |&at: &usize| !self.tag(at).is_break() && !self.tag(at).is_finite();
        let floor = self.sentence(at).0.max(at.saturating_sub(SUMMED));
        let first = at - (floor..at).rev().take_while(inner).count();
        named
            && first > floor
            && self.tag(first - 1) == Tag::Comma
            && self.is(first, &["a", "an"])
            && at > first + 2
            && (first + 2..at).any(|at| {
                self.tag(at) == Tag::Determiner
                    || self.at(at).capital
                    || self.entry(at).is(PLURAL | SPEAKER_NOUN)
            })
    }

    /// `workers claim gate was locked`: a cue that takes a clause, and behind it one with an auxiliary.
    pub(crate) fn clause_follows(&self, at: usize, entry: &Entry) -> bool {
        if !entry.takes(frame::CLAUSE) || self.at(at + 1).entry.is(CLOSED) {
            return false;
        }
        let words = (at + 2..at + 6).map(|at| self.at(at));
        let mut verbs = words
            .take_while(|word| !word.kind_is_sign())
            .filter(|word| word.entry.is(AUXILIARY | PAST | THIRD) && word.span.len() > 2);
        verbs.next().is_some_and(|verb| verb.entry.is(AUXILIARY))
    }

    /// `USSR, Hungary call for talks`: the name before the verb at `at` is one of several.
    pub(crate) fn ends_list(&self, at: usize) -> bool {
        let first = (1..4).find(|&back| self.before(at, back).tag != Tag::Name).unwrap_or(4);
        let joined = matches!(self.before(at, first).tag, Tag::Comma | Tag::Coordinator);
        first > 1 && joined && self.before(at, first + 1).tag == Tag::Name
    }

    /// `the panel asked to report`, `a summit called upon to end the war`: a verb that wants an object
    /// before its infinitive and has none is the participle of a clause cut short.
    pub(crate) fn is_reduced(&self, at: usize) -> bool {
        let Some(lemma) = self.entry(at).verb else { return false };
        let particle = usize::from(self.is(at + 1, &["on", "upon"]));
        let infinitive = self.entry(at + 1 + particle).is(TO)
            && self.entry(at + 2 + particle).is(BASE | BE | HAVE | DO);
        let known = lexicon().verbs(lemma);
        let allows = |frame| known.iter().any(|entry| entry.allows(frame));
        // `two men believed to be smugglers`
        let is = self.entry(at + 2).is(BE | HAVE);
        let supposed = is && allows(frame::CLAUSE) && !allows(frame::INFINITIVE | frame::HEARER);
        infinitive && supposed && self.entry(at).is(PARTICIPLE)
            || infinitive
                && known.iter().any(|entry| entry.allows(frame::URGE))
                && !known.iter().any(|entry| entry.allows(frame::INFINITIVE))
    }
}
