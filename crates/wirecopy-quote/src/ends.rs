//! Where a clause ends that is content: before another speaker's, before what the paper sets against it.
//!
//! `vowed to stay | and said`. Walks are bounded by the sentence, which is
//! no longer than [`Words`] makes it.

use crate::begins::clause_begins;
use crate::coordinated::stops_at_coordinator;
use crate::lexicon::{CueEntry, class::*, frame, lexicon, usage};
use crate::objects::{is_circumstance, is_reduced, trim_end};
use crate::particles::past_particle;
use crate::phrases::{Phrase, apposition, chunk_right, phrase_right, seat_before};
use crate::quote::Act;
use crate::words::{Tag, Words};
use wirecopy_token::TokenKind;

/// Longest aside between commas, in words.
pub(crate) const ASIDE: usize = 20;

/// Adverbs between an infinitive and the verb of the clause around it, at most.
const ADVERBS: usize = 6;

/// Words that link a sentence to the one before, at most.
const CONNECTIVES: usize = 4;

/// Longest phrase that opens a clause, in words.
pub(crate) const OPENING: usize = 24;

/// One past the last word of a clause that has begun before `from`.
pub(crate) fn clause_end(words: &Words<'_>, from: usize, begin: usize) -> usize {
    let mut end = words.sentence(begin).1;
    let mut at = from;
    while at < end {
        if words.at(at).quoted {
            // Over the quotation; one that runs past the sentence takes the clause with it.
            let Some(pair) = words.pair_at(at) else { break };
            let close = words.index_at(pair.end).max(at + 1);
            if close > end {
                return close;
            }
            if close < end && ends_sentence(words, close) {
                return close;
            }
            end = words.sentence(close - 1).1.max(end);
            at = close;
            // `said it was “a start,” | a sign that`
            let urges = words.tag(at) == Tag::Gerund && is_speech_cue(words, at);
            if words.before(at, 2).tag == Tag::Comma && (urges || is_summary(words, at)) {
                break;
            }
            continue;
        }
        if stops_clause(words, at, begin) || at > begin && is_furniture(words, at) {
            break;
        }
        at += 1;
    }
    trim_end(words, begin, at.min(end))
}

/// Whether the clause that began at `begin` ends before the word at `at`.
fn stops_clause(words: &Words<'_>, at: usize, begin: usize) -> bool {
    match words.tag(at) {
        // `that towns declined to take part | does not matter`
        Tag::Be | Tag::Have | Tag::Do | Tag::Modal
            if words.tag(begin) == Tag::To && at > begin + 1 =>
        {
            ends_infinitive(words, begin, at)
        }
        // `declined to be named | told reporters`
        Tag::Finite => {
            let before = words.before(at, 1).tag;
            words.tag(begin) == Tag::To
                && at > begin + 1
                && matches!(before, Tag::Participle | Tag::Base)
                && is_speech_cue(words, at)
        }
        // `said it was a “mess,” | adding that`
        Tag::Gerund if words.before(at, 1).tag == Tag::Quote => {
            words.before(at, 2).tag == Tag::Comma
                && (is_clause_cue(words, at) || is_speech_cue(words, at))
        }
        Tag::Colon => words.surface(at) == ";",
        // `said that[,] while he condemns it, …`
        Tag::Comma | Tag::Dash if at == begin + 1 && words.tag(begin) == Tag::That => false,
        Tag::Comma if opens_clause(words, begin, at) => false,
        // `because the Tarn, N.Y., paper did not answer`
        Tag::Comma if seat_before(words, at).is_some() || seat_before(words, at + 2).is_some() => {
            false
        }
        Tag::Comma | Tag::Dash => {
            let mut next = at + 1;
            // `…, and Kerry warned`, `…, while Kerry said`
            // `denied wrongdoing, blamed others and`
            if words.tag(at) == Tag::Comma
                && (lists_verb(words, begin, at) || is_second_of_heading(words, begin, at))
            {
                return true;
            }
            let coordinated = words.tag(next) == Tag::Coordinator
                || words.is(next, &["while", "whereas", "though", "although"]);
            next += usize::from(coordinated);
            while words.tag(next) == Tag::Adverb {
                next += 1;
            }
            words.is(next, &["according"])
                || words.is(next, &["at"]) && words.is(next + 1, &["which"])
                || is_circumstance_clause(words, begin, at + 1)
                || is_summary(words, at + 1)
                // `…, adding that`, `…, praising the crew`
                || words.tag(next) == Tag::Gerund
                    && (is_clause_cue(words, next) || is_speech_cue(words, next))
                // `…, before adding that`
                || words.is(next, &["before", "after", "while"])
                    && words.tag(next + 1) == Tag::Gerund
                    && is_clause_cue(words, next + 1)
                // `…, then noted that`
                || words.is(at + 1, &["then"])
                    && words.tag(next) == Tag::Finite
                    && is_clause_cue(words, next)
                || begins_cue(words, next, coordinated)
                || coordinated && is_question(words, begin) && begins_thought(words, next)
                || begins_own(words, begin, at, coordinated)
                || opens_contrast(words, at + 1)
                || is_aftermath(words, at + 1)
        }
        Tag::Coordinator => stops_at_coordinator(words, at, begin),
        // `said it had gone | while others said it had not`
        Tag::Subordinator if words.is(at, &["while", "whereas"]) => begins_cue(words, at + 1, true),
        Tag::Preposition if words.is(at, &["according"]) && words.is(at + 1, &["to"]) => true,
        // `agreed to pay | without admitting guilt`
        Tag::Preposition if words.is(at, &["without"]) => {
            words.tag(at + 1) == Tag::Gerund && is_speech_cue(words, at + 1)
        }
        Tag::Preposition | Tag::Wh => is_setting(words, begin, at),
        _ => false,
    }
}

/// `vowed to fight[, called for help and]`: whether another verb of who speaks stands behind the comma at `comma`,
/// where what began at `begin` has no verb with a tense and no comma before.
fn lists_verb(words: &Words<'_>, begin: usize, comma: usize) -> bool {
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !tag.is_break() && !matches!(tag, Tag::Wh | Tag::That)
    };
    let entry = words.at(comma + 1).entry;
    words.tag(comma + 1) == Tag::Finite
        && entry.is(PAST | THIRD)
        && entry.has(usage::CUE)
        && matches!(words.tag(begin), Tag::To | Tag::Gerund)
        && (begin..comma).all(plain)
}

/// `Clerk admits theft[, leaves town]`: in a heading a verb right behind a comma has the first subject.
pub(crate) fn is_second_of_heading(words: &Words<'_>, begin: usize, comma: usize) -> bool {
    let next = words.at(comma + 1).entry;
    // `offered to sell mills, open roads`
    if words.tag(begin) == Tag::To && !next.is(THIRD) {
        return false;
    }
    words.tag(comma) == Tag::Comma
        && words.tag(comma + 1) == Tag::Finite
        && next.is(THIRD | BASE)
        && !words.at(comma).quoted
        && words.is_heading()
}

/// `…, three days after it had opened`, `…, the day after it burned`, `…, shortly before the polls closed`:
/// behind a comma how long after or before something else it was said.
pub(crate) fn is_aftermath(words: &Words<'_>, at: usize) -> bool {
    let nearly = |at: usize| {
        words.tag(at) == Tag::Adverb || words.is(at, &["just", "only", "barely", "less", "than"])
    };
    let from = (at..at + 3).find(|&at| !nearly(at)).unwrap_or(at);
    let soon =
        from > at && words.is(from - 1, &["shortly", "soon", "just", "immediately", "moments"]);
    let counted =
        words.tag(from) == Tag::Number || words.is(from, &["a", "an", "the", "several", "some"]);
    let noun = from + usize::from(counted);
    // `day` alone is no class of its own: `the day the rain came`.
    let span = words.at(noun).entry.is(DURATION | TIME) || words.is(noun, &["day"]);
    let long = span && (counted || words.surface(noun).ends_with('s'));
    let when = if long { noun + 1 } else { from };
    // `in May, a week before it opened`: how long before tells when that was.
    let month = words.before(at, 2).entry.is(MONTH);
    (long || soon)
        && words.is(when, &["after", "before"])
        && !month
        && clause_begins(words, when + 1)
}

/// `…, nor does it plan to`, `…, even as Kerry warned`, `…, although it may rain`: behind a comma a clause that the paper
/// sets against it.
pub(crate) fn opens_contrast(words: &Words<'_>, at: usize) -> bool {
    // `said it sank, although it “may have rained”`: the marks are whose words the first are, too.
    let bare = words.at(at).pair.is_none();
    let marked = |at: usize| bare && (words.at(at).pair.is_some() || words.at(at).quoted);
    let end = words.sentence(at).1.min(at + ASIDE);
    words.is(at, &["although", "though"])
        && clause_begins(words, at + 1)
        && !(at + 1..end).any(marked)
        || words.is(at, &["nor"]) && words.tag(at + 1).is_auxiliary()
        || words.is(at, &["even"]) && words.is(at + 1, &["as"])
}

/// `Figures suggest [the price has fallen], but it may rise`, `It is thought [that it sank], yet it lay there`: where what
/// nobody says ends before what the paper sets against it.
pub(crate) fn contrast_end(words: &Words<'_>, content: Phrase) -> usize {
    let but = |at: usize| {
        words.tag(at) == Tag::Comma
            && words.is(at + 1, &["but", "yet"])
            && !words.at(at).quoted
            && clause_begins(words, at + 2)
    };
    (content.from + 1..content.to).find(|&at| but(at)).unwrap_or(content.to)
}

/// `pledged to keep it open | as farmers closed the road`, `declined to comment | when reached by telephone`:
/// behind what began at `begin` and has no verb with a tense, what went on when it was said.
pub(crate) fn is_setting(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let when = words.is(at, &["when"]);
    if when && words.has(at + 1, usage::REACHED) {
        return true;
    }
    // `Kerr refuses to go | over jail break`, `Crew vows to stay | as lake rises`
    if words.tag(begin) == Tag::To && at > begin + 1 && words.heads() {
        let why = words.is(at, &["over", "amid", "despite", "after"]);
        if why || words.is(at, &["as"]) && clause_begins(words, at + 1) {
            return true;
        }
    }
    // `admitted having met him | when he took the stand`
    if when && words.is(begin, &["having"]) {
        return past_tense_behind(words, at + 1);
    }
    // `as soon as it rained`
    let meanwhile =
        words.is(at, &["as"]) && !words.is(at - 1, &["as"]) && !words.is(at + 2, &["as"]);
    let meanwhile = meanwhile && !words.is(at.wrapping_sub(2), &["as"]);
    if !meanwhile && !words.is(at, &["after"]) || at <= begin + 1 {
        return false;
    }
    // `ordered it to pay | after finding that it had lied`
    if words.tag(at + 1) == Tag::Gerund && takes_clause(words, at + 1) {
        let content = words.tag(at + 2) == Tag::That || clause_begins(words, at + 2);
        return content && words.is(at, &["after"]);
    }
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
    };
    (begin..at).all(plain)
        && (meanwhile || words.tag(at + 1) != Tag::Pronoun)
        && past_tense_behind(words, at + 1)
}

/// Whether a phrase at `at` is the subject of a verb in the past that is no auxiliary: `farmers here closed`.
pub(crate) fn past_tense_behind(words: &Words<'_>, at: usize) -> bool {
    let Some(to) = phrase_right(words, at, true) else { return false };
    let verb = words.past_adverbs(to);
    let entry = words.at(verb).entry;
    // `farmers gathered outside`, and not `talks held in May had failed`
    let waits = || {
        let end = words.sentence(verb).1.min(verb + ASIDE);
        let rest = (verb + 1..end).take_while(|&at| !words.tag(at).is_break());
        is_reduced(words, verb) && rest.into_iter().any(|at| words.tag(at).is_finite())
    };
    words.tag(verb) == Tag::Finite && entry.is(PAST) && !entry.is(BASE) && !waits()
}

/// Past what links the sentence begun at `first` to the one before: `But then, even | as`, `Now that | it rains`.
pub(crate) fn past_connectives(words: &Words<'_>, first: usize) -> usize {
    let links = |at: &usize| {
        matches!(words.tag(*at), Tag::Coordinator | Tag::That | Tag::Adverb | Tag::Comma)
            || words.is(*at, &["even", "just"])
    };
    let past = first + (first..first + CONNECTIVES).take_while(links).count();
    // `Now that`: the two are one conjunction.
    let now = past > first + 1 && words.is(past - 1, &["that"]) && words.is(past - 2, &["now"]);
    past - 2 * usize::from(now)
}

/// Whether the clause in which `at` stands opens its sentence and waits for the main one: `If the court
/// rules …, the state will pay`.
pub(crate) fn opens_sentence_bound(words: &Words<'_>, at: usize) -> bool {
    let first = past_connectives(words, words.sentence(at).0);
    // `Soon after joining the firm, | Kerr said …`
    let joins = (first..first + CONNECTIVES).any(|at| words.tag(at) == Tag::Gerund);
    if joins && (first..at).any(|at| words.tag(at) == Tag::Comma) {
        return false;
    }
    words.tag(first) == Tag::Subordinator && !words.is(first, &["whether", "lest"])
        || is_aftermath(words, first)
        || words.is(first, &["despite", "given"]) && words.is(first + 2, &["fact"])
        || words.has(first, usage::BINDING)
        || words.is(first, &["having", "whenever", "wherever"])
        || words.is(first, &["now"]) && words.is(first + 1, &["that"])
        // `Told that it was shut, Kerr left`
        || first == at && words.at(at).entry.is(PARTICIPLE) && words.has(at, usage::TELLS)
}

/// `vowed to stay[, after the vote had failed]`: behind what is no clause itself, when it was.
fn is_circumstance_clause(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let phrase = matches!(words.tag(begin), Tag::To | Tag::Gerund | Tag::Have);
    let when = ["after", "as", "when", "while", "before", "amid", "following"];
    // `ruled it out, as long as`
    let compares = words.is(at, &["as"]) && words.is(at + 2, &["as"]);
    phrase && (words.is(at, &when) && !compares || is_circumstance(words, at))
}

/// `…, a claim Kerry rejected`, `…, a good sign given that`, `…, evidence that`: a noun that sums up what was
/// said, and a clause of its own about it.
pub(crate) fn is_summary(words: &Words<'_>, at: usize) -> bool {
    let sums = |noun: usize| words.has(noun, usage::SUMMARY);
    let article = words.is(at, &["a", "an"]);
    let qualified =
        article && sums(at + 2) && !words.tag(at + 1).is_break() && !words.tag(at + 1).is_finite();
    let noun = match (article, qualified) {
        (true, true) => at + 2,
        (true, false) => at + 1,
        // `…, stances that he has since given up`
        (false, _) if words.surface(at).ends_with('s') && sums(at) => {
            return matches!(words.tag(at + 1), Tag::That | Tag::Wh | Tag::Pronoun);
        }
        (false, _) => {
            return words.is(at, &["evidence", "proof"]) && words.tag(at + 1) == Tag::That;
        }
    };
    // `…, a dig at the mayor`, `…, an apparent reference to Kerr`
    if words.has(noun, usage::ALLUSION) && words.tag(noun + 1) == Tag::Preposition {
        return true;
    }
    let next = words.tag(noun + 1);
    (words.at(noun).entry.noun.is_some() || sums(noun))
        && (matches!(next, Tag::Name | Tag::Pronoun | Tag::Determiner | Tag::Wh | Tag::That)
            || words.is(noun + 1, &["given"])
            || words.at(noun + 1).entry.is(PARTICIPLE))
}

/// `said that in May[,] the road would close`; `that because it rained[,] the road was shut`: whether what
/// stands before the comma at `at` only opens the clause that began at `begin`.
pub(crate) fn opens_clause(words: &Words<'_>, begin: usize, at: usize) -> bool {
    // `hopes to show that in May[,] …`
    let mut back = (begin + 1..at).rev().take(OPENING);
    let that = back.find(|&at| words.tag(at) == Tag::That && words.before(at, 1).tag.is_verb());
    let begin = that.unwrap_or(begin);
    let first = begin + usize::from(words.tag(begin) == Tag::That);
    let opens = matches!(words.tag(first), Tag::Preposition | Tag::Subordinator)
        || words.has(first, usage::OPENS)
        || first > begin && words.has(first, usage::BINDING);
    if !opens || at > first + 2 * OPENING {
        return false;
    }
    let bound = words.tag(first) == Tag::Subordinator || words.has(first, usage::BINDING);
    let verb = |at: usize| words.tag(at).is_finite() && !is_reduced(words, at);
    let comma = (first..at).any(|at| words.tag(at) == Tag::Comma);
    at > first + 1
        && words.tag(at + 1) != Tag::Coordinator
        && !(first == begin && words.is(first, &["whether", "if", "lest"]))
        && (bound && !comma || !(first..at).any(verb))
        && clause_begins(words, at + 1)
}

/// Whether behind the coordinator at `at` somebody else does something (`and two are expected to`), where an infinitive began at `begin`
/// that holds no clause.
pub(crate) fn has_own_subject(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Comma)
    };
    let subject = matches!(words.tag(at + 1), Tag::Name | Tag::Pronoun);
    // `expected to sail and three are to stay`
    let verb = |to: usize| match words.tag(to) {
        Tag::Be | Tag::Have | Tag::Modal => words.tag(at + 1).begins_phrase(),
        tag => subject && tag.is_finite(),
    };
    let end = words.sentence(at).1;
    let past = |to: usize| {
        let comma = words.tag(to) == Tag::Comma;
        let to = comma.then(|| aside_end(words, to, end)).flatten().unwrap_or(to);
        // `and the towns later said`
        (to..end.min(to + 3)).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(to)
    };
    matches!(words.tag(begin), Tag::To | Tag::Gerund)
        && (begin + 1..at).all(plain)
        && chunk_right(words, at + 1).is_some_and(|to| verb(past(to)))
}

/// Whether the verb at `at` has nothing for its subject in the infinitive that began at `begin`: no clause has
/// begun in it, and no two phrases meet (`to buy the house the town has`).
fn ends_infinitive(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let plain = |at: usize| {
        let tag = words.tag(at);
        let opens = matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Coordinator);
        let meets = matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name)
            && matches!(words.before(at, 1).tag, Tag::Noun | Tag::Name);
        !tag.is_finite()
            && !tag.is_break()
            && !opens
            && !meets
            && !words.at(at).quoted
            && !takes_clause(words, at)
    };
    matches!(words.before(at, 1).tag, Tag::Noun) && (begin + 1..at).all(plain)
}

/// `[The claim that the road was closed] was denied`, `[A plan to close it] failed`: where what belongs to the
/// noun of a subject ends, its phrase begun at `noun` and what belongs to it at `begin`: before the verb of the
/// sentence. At most at `to`.
pub(crate) fn subject_end(words: &Words<'_>, noun: usize, begin: usize, to: usize) -> usize {
    if !is_subject(words, noun) {
        return to;
    }
    let clause = words.tag(begin) == Tag::That;
    clause_within_subject(words, begin, to, clause)
}

/// `[critics who claim that the road was closed] were wrong`: where what somebody claims ends, before the verb whose
/// subject he is. At most at `to`.
pub(crate) fn relative_end(words: &Words<'_>, who: Phrase, begin: usize, to: usize) -> usize {
    let last = who.to.saturating_sub(1);
    let relates = words.is(last, &["who", "that"]) && who.from < last;
    if !relates || words.before(last, 1).tag == Tag::Comma || !is_subject(words, who.from) {
        return to;
    }
    let end = clause_within_subject(words, begin, to, words.tag(begin) != Tag::To);
    // `A study that found [mould in half the homes] should shame them`: the only verb there is that of the sentence.
    let mut verbs = (begin + 1..words.sentence(begin).1).filter(|&at| words.tag(at).is_finite());
    let (verb, second) = (verbs.next(), verbs.next());
    let (first, _) = words.sentence(begin);
    let opens = !(first..who.from).any(|at| words.tag(at).is_finite());
    let main = verb.filter(|&verb| opens && second.is_none() && end == to && verb < to);
    let plain =
        matches!(words.tag(begin), Tag::Noun | Tag::Adjective | Tag::Number | Tag::Determiner);
    main.filter(|_| plain).unwrap_or(end)
}

/// Where a clause or an infinitive begun at `begin` ends before another verb that it has no subject for.
fn clause_within_subject(words: &Words<'_>, begin: usize, to: usize, clause: bool) -> usize {
    let mut own = !clause;
    let mut joined = false;
    let mut at = begin + 1;
    while at < to {
        let tag = words.tag(at);
        // `the vow to stay and | pay`: goes on, unless a clause begins.
        let joins = tag == Tag::Coordinator
            && words.tag(begin) == Tag::To
            && !matches!(words.tag(at + 1), Tag::That | Tag::Pronoun | Tag::Wh)
            && (!words.tag(at + 1).is_finite() || is_bare(words, at + 1));
        joined |= joins;
        let opens = matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
            || tag == Tag::Coordinator && !joins;
        let holds = own
            && takes_clause(words, at)
            && (words.tag(at + 1) == Tag::That
                || words.tag(at + 1).begins_phrase() && clause_begins(words, at + 1));
        // `the claim that it was rigged, | can only harm them`
        let closed = tag == Tag::Comma && clause && own && words.tag(at + 1).is_finite();
        if opens || tag.is_break() || words.at(at).quoted || holds {
            return if closed { at } else { to };
        }
        // `a refusal to answer fully | surprised them`
        let mut before = (begin..at).rev().take(ADVERBS);
        let last = before.find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(begin);
        // `a vow to resign | surprised them`
        let bare = (words.tag(last) == Tag::Base || is_bare(words, last) && joined)
            && !clause
            && words.at(at).entry.is(PAST | THIRD | AUXILIARY);
        // `the demand that the mill be closed | was met`
        own |= !own && words.is(at, &["be"]) && words.tag(at - 1).ends_phrase();
        let noun_before = (words.tag(last).ends_phrase() || bare) && at > begin + 1;
        // `the claim that it was rigged | brought`
        let behind = tag == Tag::Participle
            && words.at(at).entry.is(PAST)
            && words.tag(at - 1) == Tag::Participle
            && !words.is(at - 1, &["been", "being", "be"]);
        match tag.is_finite() || behind && own {
            // `the claim that the man she knew …`
            true if !own && is_pronoun_behind_noun(words, at) => return to,
            true if own && (noun_before || clause) => {
                // `to answer fully | did not help`, `to act alone | angered them`, `to pay | rarely helps`
                let verbs = words.tag(at) == Tag::Finite && words.surface(at - 1).ends_with("ly");
                return if verbs { last.max(begin) + 1 } else { at };
            }
            true => {
                own = true;
                at = verb_group_end(words, at, to);
            }
            false => at += 1,
        }
    }
    to
}

/// Whether the verb at `at` is bare and has no other form that looks so.
fn is_bare(words: &Words<'_>, at: usize) -> bool {
    let entry = words.at(at).entry;
    entry.is(BASE) && !entry.is(PAST | THIRD | AUXILIARY)
}

/// Whether the phrase that begins at `noun` is the subject of a sentence: no verb and no preposition stands
/// before it in its clause.
fn is_subject(words: &Words<'_>, noun: usize) -> bool {
    let (first, _) = words.sentence(noun);
    for at in (first..noun).rev() {
        let tag = words.tag(at);
        // `Yet his refusal to go`
        let opens = at == first && tag == Tag::Coordinator;
        if opens || tag.is_break() || matches!(tag, Tag::That | Tag::Subordinator | Tag::Quote) {
            return true;
        }
        if tag.is_verb() || matches!(tag, Tag::To | Tag::Preposition | Tag::Coordinator | Tag::Be) {
            return false;
        }
    }
    true
}

/// `the man | she | knew`: whether a subject of one word stands between a noun and the verb at `verb`.
fn is_pronoun_behind_noun(words: &Words<'_>, verb: usize) -> bool {
    matches!(words.before(verb, 1).tag, Tag::Pronoun | Tag::Name)
        && words.before(verb, 2).tag == Tag::Noun
}

/// One past the last word of the verb that begins at `at`: `would have been closed`.
fn verb_group_end(words: &Words<'_>, at: usize, to: usize) -> usize {
    let helps = |tag: Tag| {
        matches!(tag, Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Negation | Tag::Adverb)
    };
    let main = (at..to).find(|&at| !helps(words.tag(at))).unwrap_or(to);
    let closes = matches!(words.tag(main), Tag::Participle | Tag::Base | Tag::Gerund | Tag::Finite);
    if closes { main + 1 } else { main }.max(at + 1)
}

/// `does not want to go[, and there is no way to]`, `want to earn[, it is no charity]`: whether behind the comma at
/// `comma` stands a clause of its own, where what began at `begin` is an infinitive that holds none.
pub(crate) fn begins_own(words: &Words<'_>, begin: usize, comma: usize, coordinated: bool) -> bool {
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
    };
    let next = comma + 1 + usize::from(coordinated);
    let verb = match words.tag(next) {
        _ if words.is(next, &["there"]) => next + 1,
        Tag::Pronoun => next + 1,
        _ if coordinated => {
            // `and the crew then left`
            words.past_adverbs(chunk_right(words, next).unwrap_or(next))
        }
        _ => return false,
    };
    // `asked the clerk to look into it[, and her report is due]`
    let urged = || coordinated && (begin..comma).any(|at| words.tag(at) == Tag::To);
    words.tag(comma) == Tag::Comma
        && verb > next
        && words.tag(verb).is_finite()
        && (begin + 1..comma).all(plain)
        && (words.tag(begin) == Tag::To || urged())
}

/// `threatened to strike | but went home`: a finite verb goes with no infinitive, unless a clause
/// within it has begun.
pub(crate) fn is_beside_infinitive(words: &Words<'_>, begin: usize, coordinator: usize) -> bool {
    // `told the jury to go and left`, `considered leaving but decided`
    (words.tag(begin) == Tag::Gerund || (begin..coordinator).any(|at| words.tag(at) == Tag::To))
        && (begin..coordinator).all(|at| {
            let tag = words.tag(at);
            !tag.is_finite() && !matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
        })
}

/// `said he would sign | but wished it had more`: the past goes with no `would`, so it is the speaker's.
pub(crate) fn is_past_behind_modal(
    words: &Words<'_>,
    begin: usize,
    coordinator: usize,
    verb: usize,
) -> bool {
    let entry = words.at(verb).entry;
    let first = (begin..coordinator).find(|&at| words.tag(at).is_finite());
    entry.verb.is_some()
        && entry.is(PAST)
        && !entry.is(BASE)
        && first.is_some_and(|first| words.tag(first) == Tag::Modal)
        && !(begin..coordinator).any(|at| words.tag(at) == Tag::Wh)
}

/// The cues that the verb at `at` may be, with the particle behind it.
pub(crate) fn cues<'w>(
    words: &'w Words<'_>,
    at: usize,
) -> impl Iterator<Item = &'static CueEntry> + 'w {
    let lemma = words.at(at).entry.verb;
    let entries = lemma.map(|lemma| lexicon().verbs(lemma)).unwrap_or_default();
    entries.iter().filter(move |entry| {
        entry.particle.is_none_or(|particle| past_particle(words, at, particle).is_some())
    })
}

/// Whether the word at `at` is a verb of speech, whatever it takes: `said … and criticised …`.
pub(crate) fn is_speech_cue(words: &Words<'_>, at: usize) -> bool {
    let mut cues = cues(words, at).peekable();
    cues.peek().is_some() && cues.all(|entry| entry.act == Act::Speech)
}

pub(crate) fn takes_clause(words: &Words<'_>, at: usize) -> bool {
    cues(words, at).any(|entry| entry.allows(frame::CLAUSE))
}

/// Whether the word at `at` is a verb that takes a clause as content.
pub(crate) fn is_clause_cue(words: &Words<'_>, at: usize) -> bool {
    cues(words, at).any(|entry| entry.allows(frame::BESIDE))
}

/// `Kerry said`, `the envoy, Ann Kerry, said`: a subject with a cue of its own right at `at`; behind a
/// coordinator `Kerry could only guess` and `it is threatening to`, too.
pub(crate) fn begins_cue(words: &Words<'_>, at: usize, coordinated: bool) -> bool {
    let hung = if coordinated { phrase_right(words, at, true) } else { chunk_right(words, at) };
    let Some(mut next) = hung else { return false };
    let aside = apposition(words, next);
    if aside > next && words.tag(aside) == Tag::Comma {
        next = aside + 1;
    }
    while matches!(words.tag(next), Tag::Adverb | Tag::Have | Tag::Do | Tag::Negation)
        || coordinated && matches!(words.tag(next), Tag::Modal | Tag::Be)
    {
        next += 1;
    }
    // `and the woman who chaired the panel says`
    if coordinated && words.is(next, &["who", "which"]) {
        next = past_relative(words, next).unwrap_or(next);
    }
    let going = words.before(next, 1).tag == Tag::Be;
    // `and her publisher is sure that`
    if going && coordinated && is_felt(words, next) {
        return true;
    }
    words.tag(next).is_verb()
        && (words.tag(next) == Tag::Gerund) == going
        && (is_clause_cue(words, next) || coordinated && is_speech_cue(words, next))
}

/// The verb behind the relative clause that begins at `at` and has no comma: `who chaired the panel | says`.
fn past_relative(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = words.sentence(at).1.min(at + ASIDE);
    let plain = |at: &usize| !words.tag(*at).is_break() && words.tag(*at) != Tag::That;
    let mut verbs = (at + 1..end).take_while(plain).filter(|&at| words.tag(at).is_finite());
    verbs.nth(1)
}

/// Whether the word at `at`, behind a form of be, is an adjective that takes the clause or phrase behind it.
fn is_felt(words: &Words<'_>, at: usize) -> bool {
    let adjective = words.at(at).entry.adjective.and_then(|index| lexicon().adjective(index));
    adjective.is_some_and(|entry| {
        let clause = entry.is_led_by("that") && clause_begins(words, at + 1);
        clause || entry.is_led_by(words.surface(at + 1))
    })
}

/// Whether what is asked begins at `begin`: `whether it will rain`.
fn is_question(words: &Words<'_>, begin: usize) -> bool {
    words.is(begin, &["whether", "if"])
}

/// `but all of them accept that`: a subject with a verb of its own that a clause with "that" follows.
fn begins_thought(words: &Words<'_>, at: usize) -> bool {
    let Some(next) = phrase_right(words, at, true) else { return false };
    let verb = words.past_adverbs(next);
    words.tag(verb).is_verb() && takes_clause(words, verb) && words.tag(verb + 1) == Tag::That
}

/// Whether what stands at `at` belongs to the page and not to the copy: an address, `LINK:`, `Read More`.
pub(crate) fn is_furniture(words: &Words<'_>, at: usize) -> bool {
    let label = words.tag(at + 1) == Tag::Colon && words.at(at).entry.is(LABEL);
    let capital = words.at(at).capital && words.at(at + 1).capital;
    if capital && words.is(at, &["read"]) && words.is(at + 1, &["more"]) {
        return true;
    }
    words.at(at).kind == TokenKind::Url
        || label && !words.surface(at).chars().any(char::is_lowercase)
}

/// One past the comma that closes the asides opened by the one at `at`, if a verb follows it: `the
/// driver, Erik Dahl, 44, of Oslo, felt …`.
pub(crate) fn aside_end(words: &Words<'_>, at: usize, end: usize) -> Option<usize> {
    let mut commas = (at + 1..end.min(at + ASIDE)).filter(|&at| words.tag(at) == Tag::Comma);
    let close = commas.find(|close| {
        let next = (close + 1..end).find(|&at| words.tag(at) != Tag::Adverb);
        next.is_some_and(|next| words.tag(next).is_finite())
    })?;
    Some(close + 1)
}

/// Whether the quotation that closes before word `close` ends in a full stop of its own.
pub(crate) fn ends_sentence(words: &Words<'_>, close: usize) -> bool {
    let mut at = close;
    for _ in 0..3 {
        let Some(left) = at.checked_sub(1) else { return false };
        at = left;
        match words.tag(at) {
            Tag::Quote => {}
            Tag::Stop => return true,
            _ => return false,
        }
    }
    false
}
