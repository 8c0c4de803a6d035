//! What is reported though no plain verb tells that it was said or thought: by a participle (`a letter saying [it
//! rained]`), by whom a relative clause is about (`where he said [it rained]`), of somebody himself (`refused [to go]`), or
//! as what somebody knew or would know (`she wanted to know [whether it rained]`).
//!
//! Asked for by [`Nested::All`](crate::Nested::All) only, as all of `reported`, which asks this where its own conditions
//! do not hold. Each condition is one of words near the cue. Nothing is reported of what may be said some day, nor of what
//! somebody is there to say: that was tried, and one in four was meant as a report.

use crate::begins::clause_begins;
use crate::lexicon::{
    class::PAST,
    usage::{CURIOUS, NOBODY, YIELDS},
};
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::told::{AWAITING, SUPPOSING, same_verb};
use crate::words::{Tag, Words};

/// Whether what is told is a clause.
const fn is_clause(reason: QuoteReason) -> bool {
    matches!(
        reason,
        QuoteReason::ThatClause | QuoteReason::BareClause | QuoteReason::QuestionClause
    )
}

/// `a letter saying [it rained]`, `without telling us [that it rained]`.
pub(crate) fn is_by_the_way(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let Some(speaker) = draft.speaker else { return false };
    let bare = words.tag(verb) == Tag::Gerund && cue.from == verb;
    let clause = matches!(
        draft.reason,
        QuoteReason::ThatClause | QuoteReason::BareClause | QuoteReason::CueBeforeMarks
    );
    let urges = draft.reason == QuoteReason::Infinitive && draft.act == Act::Speech;
    let beside = speaker.to == cue.from;
    bare && draft.act != Act::Other
        && (beside && urges || clause && (beside || draft.act == Act::Speech))
}

/// What somebody else remembers: `she remembers [a boy with a kite]`.
pub(crate) fn is_remembered(words: &Words<'_>, draft: &Draft, verb: usize) -> bool {
    let other = draft.speaker.is_some_and(|who| !words.is(who.from, &["i", "we", "you", "it"]));
    same_verb(words, verb, "remember") && other
}

/// `She wanted to know [whether it rained]`.
pub(crate) fn is_curious(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let to = verb.checked_sub(1).filter(|&to| to > cue.from && words.tag(to) == Tag::To);
    draft.reason == QuoteReason::QuestionClause
        && words.is(verb, &["know", "hear", "see", "learn", "understand"])
        && to.is_some_and(|to| words.has(to - 1, CURIOUS))
}

/// `I knew [it would rain]`, `I know that [it rained]`, and not `how I knew`: what a speaker has known, or says outright
/// that he knows.
pub(crate) fn is_own_knowledge(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let (Some(first), Some(who)) = (draft.content.first(), draft.speaker) else { return false };
    let perfect = (cue.from..verb).any(|at| words.tag(at) == Tag::Have);
    let past = words.at(verb).entry.is(PAST) || (cue.from..verb).any(|at| words.is(at, &["did"]));
    let asked = perfect || words.is(who.from.wrapping_sub(1), &["how", "where", "why"]);
    let that = [first.from, first.from.wrapping_sub(1)];
    let that = that.into_iter().find(|&at| words.tag(at) == Tag::That);
    let clause = match draft.reason {
        QuoteReason::BareClause => past && clause_begins(words, first.from),
        QuoteReason::ThatClause => that.is_some_and(|that| clause_begins(words, that + 1)),
        _ => false,
    };
    draft.act == Act::Attitude && clause && !asked
}

/// Whether what is told is only asked for or supposed: `if they said`, `what he wants`, `nobody said`; `the claim that he
/// said [it rained]`, `where he said [it rained]` and `what he called [a mess]` tell it.
pub(crate) fn is_doubted(words: &Words<'_>, draft: &Draft, speaker: Phrase, verb: usize) -> bool {
    let before = speaker.from.wrapping_sub(1);
    let clause = is_clause(draft.reason);
    let relative = draft.reason == QuoteReason::Relative;
    if words.has(speaker.from, NOBODY) || words.is(before, &SUPPOSING) {
        return true;
    }
    if words.is(before, &AWAITING) {
        let told = words.at(verb).entry.is(PAST) && words.is(before, &["when"]);
        return words.tag(before) == Tag::Wh && !told && !clause;
    }
    if words.tag(speaker.from) == Tag::Wh {
        let behind = words.tag(before).ends_phrase() || words.tag(before) == Tag::Comma;
        return !(behind && words.is(speaker.from, &["who"]) && clause);
    }
    let plain = matches!(draft.reason, QuoteReason::Predicate | QuoteReason::CueBeforeMarks);
    match words.tag(before) {
        Tag::Wh if words.is(before, &["what", "whatever"]) => {
            !(plain || relative || draft.reason == QuoteReason::ThatClause)
        }
        Tag::Wh => !(clause || relative),
        // `the things [that] they ask for`, and not `the claim that they asked for [a bridge]`
        Tag::That if words.tag(before.wrapping_sub(1)).ends_phrase() => {
            words.at(before - 1).entry.noun.is_none() && !relative
        }
        _ => false,
    }
}

/// `those who want [to go]`, and not `a door that wants [to open]`.
pub(crate) fn relates_to_somebody(words: &Words<'_>, speaker: Phrase) -> bool {
    let alone = usize::from(speaker.to == speaker.from + 1);
    words.is(speaker.to - 1, &["who"]) && !words.has(speaker.from.wrapping_sub(alone), NOBODY)
}

/// Ends an infinitive in a relative clause before the verb of the clause around it: `those who wanted [to leave] | were free`.
pub(crate) fn before_main_verb(words: &Words<'_>, draft: &mut Draft) {
    let who = draft.speaker.map_or(0, |who| who.to);
    let Some(last) = draft.content.last_mut() else { return };
    let relates = who > 0 && words.is(who - 1, &["who", "which", "that"]);
    if !relates || draft.reason != QuoteReason::Infinitive || last.from < who {
        return;
    }
    let opens = |at: usize| {
        let clause = matches!(words.tag(at), Tag::Wh | Tag::That | Tag::Subordinator);
        clause || words.tag(at).is_break() || words.at(at).entry.verb.is_some()
    };
    let mut verbs = (last.from + 2..last.to).take_while(|&at| !opens(at));
    last.to = verbs.find(|&at| words.tag(at).is_finite()).unwrap_or(last.to);
}

/// `refused [to go]`, `claims [to have gone]`: what somebody says of what he does.
pub(crate) fn says_of_himself(words: &Words<'_>, verb: usize) -> bool {
    words.has(verb, YIELDS)
        || ["claim", "propose", "profess"].iter().any(|base| same_verb(words, verb, base))
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    /// `who | what` of what is attributed within another's content.
    fn inner(text: &str) -> Vec<String> {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        let spans: Vec<_> = all.iter().map(|quote| quote.span()).collect();
        let inside = |span| spans.iter().any(|o| o.contains_span(span) && *o != span);
        let inner = all.iter().filter(|quote| inside(quote.span()));
        let show = |quote: &crate::Quote| {
            let who = quote.speaker.map_or("", |span| span.of(text));
            let of = quote.span().of(text);
            format!("{who} | {}", of.strip_prefix("that ").unwrap_or(of))
        };
        inner.map(show).collect()
    }

    #[test]
    fn what_no_plain_verb_tells_is_reported() {
        for (text, said) in [
            (
                "“They sent a letter saying the mill was shut,” Holm said.",
                "a letter | the mill was shut",
            ),
            ("“I knew it would flood,” Holm said.", "I | it would flood"),
            ("“We wanted to know who had left,” Holm said.", "We | who had left"),
            ("“She refused to sign the lease,” Holm said.", "She | to sign the lease"),
            ("“That is where he said the boat lay,” Holm said.", "he | the boat lay"),
            ("“The mayor thanked us for the bread,” Holm said.", "The mayor | us for the bread"),
            ("Holm said those who wished to go could leave.", "those who | to go"),
        ] {
            let inner = inner(text);
            assert!(inner.iter().any(|own| own == said), "{text}: {inner:?}");
        }
    }

    #[test]
    fn what_may_be_said_some_day_is_not() {
        for text in [
            "“They will say it rained,” Holm said.",
            "“He is here to tell us it rained,” Holm said.",
            "“If they say it rained, let them,” Holm said.",
            "“I have known that lad for years,” Holm said.",
        ] {
            let inner = inner(text);
            assert!(
                !inner.iter().any(|own| own.contains("it ") || own.contains("lad")),
                "{text}: {inner:?}"
            );
        }
    }
}
