//! What content ran on into, behind its cue, that is no part of it: what somebody else does (`backed [the plan] and the
//! others opposed it`), what whoever did the first does next (`found [him guilty] and fined the firm`), a second thing said
//! (`sees [it as a start] and that others will follow`), and what a speaker goes on to say of himself (`I hope [he wins] and I
//! hope it is soon`).
//!
//! Holds for weights and for what is read within, which both like to go on to the full stop.

use crate::appended::appended_start;
use crate::begins::clause_begins;
use crate::lexicon::{
    class::{PARTICIPLE, PAST, VERB_NOUN},
    frame, usage,
};
use crate::linking::Draft;
use crate::objects::is_reduced;
use crate::phrases::{Phrase, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::told::same_verb;
use crate::words::{Tag, Words};

/// Words of content that are looked at, at most.
const SEARCH: usize = 40;

/// Words between a verb of speech and its `that`, at most.
const ADVERBIAL: usize = 7;

/// Cuts from the content of `draft` what it ran on into.
pub(crate) fn cut_beyond(words: &Words<'_>, draft: &mut Draft) {
    let Some(cue) = draft.cue else { return };
    without_hearer(words, draft, cue);
    without_concession(words, draft, cue);
    let phrase = matches!(
        draft.reason,
        QuoteReason::Object | QuoteReason::Preposition | QuoteReason::Predicate
    );
    let bare = draft.reason == QuoteReason::BareClause;
    let deed = matches!(draft.reason, QuoteReason::Infinitive | QuoteReason::Passive);
    if !phrase && !bare && !deed && draft.reason != QuoteReason::ThatClause {
        return;
    }
    let clausal = takes_clause(words, cue);
    // `those backing the mill and the road are few`, `those who back …`: the verb is theirs.
    let relates = words.tag(cue.from) == Tag::Gerund
        || draft.speaker.is_some_and(|who| words.tag(who.to.saturating_sub(1)) == Tag::Wh);
    let thinker = draft.speaker.filter(|_| draft.act == Act::Attitude);
    for piece in &mut draft.content {
        if piece.from < cue.to || words.opens_speech(piece.from) {
            continue;
        }
        // `asked [for tea] and he got it`, `called [it dead] and …`: no clause begins so.
        let led = draft.reason != QuoteReason::Object || words.tag(piece.from) == Tag::Preposition;
        let sure = phrase && (led || !clausal) && !relates;
        let end = match phrase || bare {
            true => phrase_end(words, *piece, sure, clausal),
            false => None,
        };
        let effect = || if phrase || deed { effect_start(words, *piece) } else { None };
        let own = || thinker.and_then(|who| own_end(words, *piece, who));
        let again = || if phrase || deed { None } else { again_start(words, *piece) };
        if let Some(end) = end.or_else(effect).or_else(own).or_else(again) {
            piece.to = end;
        }
        let added = appended_start(words, *piece, draft.reason, cue, draft.speaker);
        piece.to = added.unwrap_or(piece.to);
    }
}

/// `told [the crew on Friday | to leave]`: whoever is told is no content, however much stands between.
fn without_hearer(words: &Words<'_>, draft: &mut Draft, cue: Phrase) {
    if draft.reason != QuoteReason::Infinitive || !same_verb(words, cue.to - 1, "tell") {
        return;
    }
    for piece in draft.content.iter_mut().filter(|piece| piece.from >= cue.to) {
        let plain = |at: &usize| {
            let tag = words.tag(*at);
            !tag.is_finite() && !tag.is_break() && !matches!(tag, Tag::Quote | Tag::That)
        };
        let mut before = (piece.from..piece.to).take(SEARCH).take_while(plain);
        if let Some(to) = before.find(|&at| words.tag(at) == Tag::To) {
            let not = to > piece.from && words.tag(to - 1) == Tag::Negation;
            piece.from = to - usize::from(not);
        }
    }
}

/// `The mill needs a roof, he said – | although it has one`: behind a dash the paper speaks again.
fn without_concession(words: &Words<'_>, draft: &mut Draft, cue: Phrase) {
    if draft.reason == QuoteReason::SplitClause && draft.content.len() > 1 {
        draft.content.retain(|piece| {
            let dash = words.before(piece.from, 1);
            let dashed = dash.tag == Tag::Dash || matches!(dash.surface, "-" | "--");
            piece.from < cue.to
                || !dashed
                || !words.is(piece.from, &["although", "though", "but", "yet"])
        });
    }
}

/// `wants [to close it], leaving the town without a mill`: where what comes of it begins, or what others do.
fn effect_start(words: &Words<'_>, piece: Phrase) -> Option<usize> {
    let plain = |at: &usize| {
        let tag = words.tag(*at);
        !tag.is_finite() && !matches!(tag, Tag::Quote | Tag::That | Tag::Wh | Tag::Subordinator)
    };
    let begin = words.tag(piece.from);
    let to = piece.to.min(piece.from + SEARCH);
    let mut within = (piece.from + 1..to).take_while(plain);
    within.find(|&at| {
        let (next, after) = (words.tag(at + 1), words.tag(at + 2));
        let verb = after.is_auxiliary() && !words.is(at + 2, &["having", "being"]);
        let effect = next == Tag::Gerund && words.has(at + 1, usage::EFFECT);
        // `to close it, | as do others`
        let too = words.is(at + 1, &["as"]) && verb;
        // `to close it, | and the towns it feeds have asked why`
        let clause = || {
            begin == Tag::To
                && next == Tag::Coordinator
                && !words.is(at + 2, &["that", "to"])
                && after != Tag::Adverb
                && clause_begins(words, at + 2)
        };
        words.tag(at) == Tag::Comma && (effect || too || clause())
    })
}

/// `agreed [that it was late] and warned in a letter that it was dear`: where whoever said the first says a second thing.
fn again_start(words: &Words<'_>, piece: Phrase) -> Option<usize> {
    let says = |at: usize| {
        let entry = words.at(at).entry;
        words.tag(at) == Tag::Finite && entry.is(PAST) && entry.has(usage::TELLS)
    };
    let to = piece.to.min(piece.from + SEARCH);
    let at = (piece.from + 2..to).find(|&at| {
        words.tag(at) == Tag::Coordinator
            && says(words.past_adverbs(at + 1))
            && !words.at(at).quoted
    })?;
    let verb = words.past_adverbs(at + 1);
    let plain = |at: &usize| !words.tag(*at).is_finite() && !words.tag(*at).is_break();
    let mut behind = (verb + 1..(verb + ADVERBIAL).min(piece.to)).take_while(plain);
    behind.find(|&at| words.tag(at) == Tag::That)?;
    Some(words.without_comma(at))
}

/// Whether a verb of the cue takes a clause without `that`, whose subject may be what looks like its object.
fn takes_clause(words: &Words<'_>, cue: Phrase) -> bool {
    (cue.from..cue.to).any(|at| words.entry(at).takes(frame::CLAUSE))
}

/// Where a phrase ends that a clause stands beside; of a phrase that may be the subject of a clause
/// (`said Berg and I would come`) only where it cannot be.
fn phrase_end(words: &Words<'_>, piece: Phrase, sure: bool, clausal: bool) -> Option<usize> {
    for at in piece.from..piece.to.min(piece.from + SEARCH) {
        let tag = words.tag(at);
        let opens = matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Quote);
        let verb = tag.is_finite() && !is_reduced(words, at);
        if opens || verb || matches!(tag, Tag::Colon | Tag::Dash) {
            return None;
        }
        let joins = tag == Tag::Coordinator && at > piece.from && words.is(at, &["and", "but"]);
        let next = words.past_adverbs(at + 1);
        // `hoping for an end to it, and as others left`
        let bound = words.tag(next) == Tag::Subordinator && !words.is(next, &["whether", "if"])
            || words.is(next, &["as", "when"]);
        if joins && bound && sure && clause_begins(words, next + 1) {
            return Some(words.without_comma(at));
        }
        let beside = || match words.is(next, &["that"]) {
            true => !clausal && clause_begins(words, next + 1),
            false => is_beside(words, at, sure),
        };
        if joins && !is_except(words, at) && beside() {
            return Some(words.without_comma(at));
        }
    }
    None
}

/// `all but two`, `everyone but Kerr`
fn is_except(words: &Words<'_>, at: usize) -> bool {
    let all =
        ["all", "everyone", "everybody", "everything", "nothing", "nobody", "none", "anything"];
    words.is(at, &["but"]) && words.is(at - 1, &all)
}

/// Whether a clause or a deed stands behind the coordinator at `at`.
fn is_beside(words: &Words<'_>, at: usize, sure: bool) -> bool {
    let next = words.past_adverbs(at + 1);
    let before = words.before(at, 1).tag;
    let named = matches!(before, Tag::Name | Tag::Pronoun);
    let but = words.is(at, &["but"]);
    if words.is(next, &["i", "he", "she", "we", "they"]) {
        return (sure || !named || but) && is_verb(words, next + 1);
    }
    // `found him guilty and | suspended the rider`
    let entry = words.at(next).entry;
    let deed = words.tag(next) == Tag::Finite && entry.is(PAST) && has_object(words, next);
    if deed || !sure && !but {
        return deed;
    }
    let meets =
        before == Tag::Name && words.before(at, 2).tag == Tag::Noun || before == Tag::Genitive;
    let clause = || {
        phrase_right(words, next, true).is_some_and(|to| {
            let verb = words.past_adverbs(to);
            is_verb(words, verb) && !words.tag(verb + 1).is_break() && !is_reduced(words, verb)
        })
    };
    !meets && clause()
}

/// Whether the word at `at` is a verb with a tense and nothing else.
fn is_verb(words: &Words<'_>, at: usize) -> bool {
    let at = words.past_adverbs(at);
    let entry = words.at(at).entry;
    // `but the minister | said in May`
    let named = matches!(words.before(at, 1).tag, Tag::Name | Tag::Pronoun);
    let sole = !entry.is(VERB_NOUN) && (named || !entry.is(PARTICIPLE));
    let plain = words.tag(at) == Tag::Finite && (sole || has_object(words, at));
    words.tag(at).is_auxiliary() || plain
}

/// Whether what the verb at `at` is done to stands right behind it.
fn has_object(words: &Words<'_>, at: usize) -> bool {
    matches!(words.tag(at + 1), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number)
}

/// `I knew [it would rain], so, I left`: where a thinker who is `I` or `we` goes on about himself.
fn own_end(words: &Words<'_>, piece: Phrase, who: Phrase) -> Option<usize> {
    let single = who.to == who.from + 1;
    let pronoun = ["i", "we"].into_iter().find(|own| single && words.is(who.from, &[*own]))?;
    let goes_on = |at: usize| {
        let skipped = |at: &usize| matches!(words.tag(*at), Tag::Adverb | Tag::Comma);
        let next = (at + 1..at + 4).find(|at| !skipped(at));
        let so = words.is(at, &["so"]) && words.tag(at - 1) == Tag::Comma;
        (so || words.is(at, &["and", "but"]))
            && next.is_some_and(|next| words.is(next, &[pronoun]) && is_verb(words, next + 1))
    };
    // `so that I would know`, `where I sit and I wait`, `that if we pay and we wait`
    let plain = |at: &usize| {
        !matches!(words.tag(*at), Tag::Quote | Tag::Wh | Tag::Subordinator)
            && !words.has(*at, usage::BINDING)
    };
    let to = piece.to.min(piece.from + SEARCH);
    let at = (piece.from + 1..to).take_while(plain).find(|&at| goes_on(at))?;
    Some(words.without_comma(at))
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    /// The contents of `text`, in order.
    fn read(text: &str) -> Vec<&str> {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        all.iter().map(|quote| quote.span().of(text)).collect()
    }

    #[test]
    fn a_phrase_ends_where_a_clause_stands_beside_it() {
        for (text, said) in [
            ("The panel called it a mess and gave the firm a month.", "it a mess"),
            ("Half of them back the bridge and the others oppose it.", "the bridge"),
            ("Holm confirmed the sale but the minister was silent.", "the sale"),
        ] {
            assert_eq!(read(text).first(), Some(&said), "{text}");
        }
    }

    #[test]
    fn a_speaker_who_goes_on_about_himself_has_said_something_else() {
        let text = "“I hope it holds and I want no more rain,” Ana Ruiz said.";
        assert!(read(text).contains(&"it holds"), "{:?}", read(text));
    }

    #[test]
    fn whoever_is_told_and_what_comes_of_it_are_no_content() {
        for (text, said) in [
            ("Ana Ruiz told the crew of the mill on Friday not to leave.", "not to leave"),
            (
                "The firm wants to close the mill, leaving the town without work.",
                "to close the mill",
            ),
            ("Holm was hoping for an end to it, and as others left he stayed.", "an end to it"),
        ] {
            assert_eq!(read(text).first(), Some(&said), "{text}");
        }
    }

    #[test]
    fn a_second_thing_said_is_no_part_of_the_first() {
        for (text, said) in [
            (
                "Holm agreed that it was late and accepted under oath that it was dear.",
                ["that it was late", "that it was dear"],
            ),
            (
                "Holm said the road was safe, and admitted to a panel that it was dear.",
                ["the road was safe", "that it was dear"],
            ),
        ] {
            assert_eq!(read(text), said, "{text}");
        }
    }

    #[test]
    fn joint_subjects_stay_whole() {
        for text in
            ["Holm said Berg and I would come.", "Holm said the mill and the road were sold."]
        {
            let said = text.strip_prefix("Holm said ").unwrap().trim_end_matches('.');
            assert_eq!(read(text), [said], "{text}");
        }
    }
}
