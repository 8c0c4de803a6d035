//! Whether what stands behind "and" or "but" still belongs to the clause before it: `said it was old | and called for rain`,
//! but `said it is old and leans`.

use crate::begins::clause_begins;
use crate::deeds::is_somebody;
use crate::ends::{
    cues, has_own_subject, is_beside_infinitive, is_clause_cue, is_past_behind_modal,
    is_speech_cue, takes_clause,
};
use crate::lexicon::{class::*, frame};
use crate::phrases::{Phrase, phrase_right};
use crate::quote::Act;
use crate::words::{Tag, Words};

/// Whether the clause that began at `begin` ends before the coordinator at `at`: `and hoped that`, `but did
/// not say why`.
pub(crate) fn stops_at_coordinator(words: &Words<'_>, at: usize, begin: usize) -> bool {
    let mut next = at + 1;
    while matches!(words.tag(next), Tag::Adverb | Tag::Negation) || words.tag(next).is_auxiliary() {
        next += 1;
    }
    // `and has vowed to stay`, `and have tried to show`
    let perfect = words.tag(at + 1) == Tag::Have && words.tag(next) == Tag::Participle;
    if perfect && words.tag(next + 1) == Tag::To && is_speech_cue(words, next + 2) {
        return true;
    }
    let negated = (at + 1..next.min(at + 4)).find(|&at| words.tag(at) == Tag::Negation);
    if let Some(not) = negated.filter(|_| words.is(at, &["but", "and"])) {
        return is_silent(words, not);
    }
    // `said she was keen to stay | but that they wanted her gone`, and not `hopes to show that it is so and that …`
    if words.tag(begin) == Tag::To && words.is(at + 1, &["that"]) && clause_begins(words, at + 2) {
        return !(begin..at).any(|at| words.tag(at) == Tag::That);
    }
    if is_of_another_tense(words, begin, at) {
        return false;
    }
    // `likes to cook | and Kerry sings`
    if has_own_subject(words, begin, at) || repeats_cue(words, begin, at) {
        return true;
    }
    // `vowed to stay and was sacked`, `wants to go but has no money`
    let verb = words.past_adverbs(at + 1);
    if words.tag(verb).is_auxiliary()
        && !words.is(verb, &["have", "do"])
        && is_beside_infinitive(words, begin, at)
    {
        return true;
    }
    // `had to sign it and show the others`, `will cut fares and announce new routes`
    let entry = words.at(next).entry;
    let bare = (at + 1..next).all(|at| words.tag(at) == Tag::Adverb)
        && entry.is(BASE)
        && !entry.is(PAST | THIRD | PARTICIPLE);
    let bent = |at: usize| matches!(words.tag(at), Tag::Modal | Tag::Do | Tag::To);
    if bare && ((begin..at).any(bent) || is_bent_clause(words, begin, at)) {
        return false;
    }
    // `was called to a meeting and told to leave`
    let urged = words.at(next).entry.is(PARTICIPLE)
        && words.tag(next + 1) == Tag::To
        && cues(words, next).any(|cue| cue.allows(frame::URGE))
        && !cues(words, next).any(|cue| cue.allows(frame::INFINITIVE));
    if urged && is_passive(words, begin, at) {
        return false;
    }
    // `and hoped that`
    let clause = words.tag(next + 1) == Tag::That && takes_clause(words, next);
    // `was young and taught by others`
    let passive = words.at(next).entry.is(PARTICIPLE) && words.is(next + 1, &["by"]);
    (perfect || words.tag(next) == Tag::Finite)
        && !passive
        && (clause
            || (is_clause_cue(words, next) || is_speech_cue(words, next))
                && !words.is(begin, &["who"])
            || !words.at(next).entry.is(BASE) && is_beside_infinitive(words, begin, at)
            || is_past_behind_modal(words, begin, at, next))
}

/// `but did not say why`, `but would not comment`, `but would not be drawn`: whether whoever spoke said no more; "not" stands
/// at `not`.
fn is_silent(words: &Words<'_>, not: usize) -> bool {
    words.tag(not + 1) == Tag::Base && is_speech_cue(words, not + 1)
        || words.is(not + 1, &["be"]) && words.is(not + 2, &["drawn"])
}

/// `Some say it is late | and others say it is not`: whether somebody else does behind the coordinator at `at` what led to
/// the clause that began at `begin`.
fn repeats_cue(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let floor = words.sentence(begin).0.max(begin.saturating_sub(3));
    let verb = |at: usize| words.at(at).entry.verb.filter(|_| words.tag(at).is_verb());
    let Some(lemma) = (floor..begin).rev().find_map(verb) else { return false };
    // `We know it is late and we know it is far`
    if words.is(at + 1, &["he", "she", "it", "they", "we", "i"]) {
        return false;
    }
    let to = phrase_right(words, at + 1, true);
    to.is_some_and(|to| (to..to + 3).find_map(verb) == Some(lemma))
}

/// `said it is old | and leans`, `says he met her | and asked her`: whether the verb behind the coordinator at `at` has the
/// tense of the clause that began at `begin` and not that of the cue before it.
fn is_of_another_tense(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let floor = words.sentence(begin).0.max(begin.saturating_sub(3));
    let verb = words.past_adverbs(at + 1);
    let past = |at: usize| {
        let entry = words.at(at).entry;
        entry.is(PAST) && !entry.is(BASE | THIRD)
    };
    let present = |at: usize| words.at(at).entry.is(THIRD) && !words.at(at).entry.is(PAST);
    let cue = (floor..begin).rev().find(|&at| words.tag(at).is_verb());
    let own = (begin + 1..at).find(|&at| words.tag(at).is_finite());
    let (Some(cue), Some(own)) = (cue, own) else { return false };
    // `has said it is old | and leans on it`
    if words.before(cue, 1).tag.is_auxiliary() {
        return false;
    }
    // `said the fee is high | and hopes to end it`: a thing hopes for nothing.
    let subject = Phrase::new(begin + usize::from(words.tag(begin) == Tag::That), own);
    if cues(words, verb).any(|cue| cue.act == Act::Attitude) && !is_somebody(words, subject) {
        return false;
    }
    let bent = |tense: &dyn Fn(usize) -> bool| words.tag(verb) == Tag::Finite && tense(verb);
    words.tag(begin) != Tag::To
        && !words.at(at).quoted
        && (past(cue) && bent(&present) && (present(own) || words.tag(own).is_auxiliary())
            || present(cue) && bent(&past) && words.tag(own) == Tag::Finite && past(own))
}

/// `proposed that [the state buy it] and run it`: whether the verb of the clause that began at `begin` is bare behind
/// a singular.
fn is_bent_clause(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let verb = (begin + 1..at).find(|&at| words.tag(at).is_verb());
    words.tag(begin) == Tag::That
        && verb.is_some_and(|verb| {
            let entry = words.at(verb).entry;
            let before = words.at(verb - 1);
            entry.is(BASE)
                && !entry.is(PAST | THIRD)
                && !before.surface.ends_with('s')
                && !before.entry.is(PLURAL)
        })
}

/// Whether the last verb between `begin` and `at` is a passive: `was called to a meeting`.
fn is_passive(words: &Words<'_>, begin: usize, at: usize) -> bool {
    let last = (begin + 1..at).rev().find(|&at| words.tag(at).is_verb());
    last.is_some_and(|last| {
        words.tag(last) == Tag::Participle
            && matches!(words.tag(last - 1), Tag::Be | Tag::Participle)
    })
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn a_verb_of_the_tense_of_its_clause_belongs_to_it() {
        for (text, said) in [
            (
                "Berg said the mill is old and supports the town.",
                "the mill is old and supports the town",
            ),
            ("Berg says he met Ruiz and asked her to stay.", "he met Ruiz and asked her to stay"),
            ("Berg said the mill was old and asked Ruiz to stay.", "the mill was old"),
            ("Berg said the fee is too high and hopes to end it.", "the fee is too high"),
        ] {
            let all = find_quotes(text, &tokenize(text));
            let read: Vec<&str> = all.iter().map(|quote| quote.span().of(text)).collect();
            assert!(read.contains(&said), "{text}: {read:?}");
        }
    }
}
