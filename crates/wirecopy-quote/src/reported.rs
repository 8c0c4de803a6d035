//! What a speaker says of thoughts, wishes and plans, his own or others': `“I hope [it holds],” she
//! said`, `He said the council wanted [a wider road]`.
//!
//! Asked for by [`Nested::All`](crate::Nested::All) only. Somebody must think or say it, as in `told`:
//! nothing is reported by `if they want it`, `nobody asked`, `he may ask for more`. What the speaker knows,
//! and what is seen or shown, is a fact and nobody's thought; what others know is theirs; `it`, `them` and `hello` are no content.

use crate::adjuncts::past_time;
use crate::begins::clause_begins;
use crate::lexicon::{
    frame, lexicon,
    usage::{BEGINS, BINDS, CALLS, FACT, GREETING, JUDGES, RANG},
};
use crate::linking::{Draft, link_plain};
use crate::nested::is_turn;
use crate::phrases::{Phrase, phrase_right};
use crate::quote::{Act, Nested, QuoteReason};
use crate::told::{
    asserts, cut, entries, happened, is_heard, is_supposed, is_to_hearer, is_whole, same_verb,
};
use crate::vain::is_vain_within;
use crate::ventured::{
    before_main_verb, is_by_the_way, is_curious, is_doubted, is_own_knowledge, is_remembered,
    relates_to_somebody, says_of_himself,
};
use crate::words::{Tag, Words};

/// How many words before what somebody rang to say he is told to have rung, at most.
const CALLED: usize = 8;

/// What is reported within the contents of `outer` that stand in no marks, and that neither they nor
/// `told` attribute. Each content is read again by itself, so linear in the words.
pub(crate) fn reported(words: &Words<'_>, outer: &[Draft], told: &[Draft]) -> Vec<Draft> {
    let mut taken = vec![false; words.len()];
    for part in outer.iter().chain(told).filter_map(|draft| draft.cue) {
        taken.iter_mut().take(part.to).skip(part.from).for_each(|taken| *taken = true);
    }
    let mut found = Vec::new();
    for draft in outer {
        let turn = is_turn(words, draft);
        for piece in draft.content.iter().filter(|piece| !words.opens_speech(piece.from)) {
            let inside = words.within(piece.from, piece.to);
            for mut draft in link_plain(&inside, Nested::All) {
                if is_reported(&inside, &draft) && is_part(&inside, &draft) {
                    if turn {
                        cut(&inside, &mut draft);
                    }
                    before_main_verb(&inside, &mut draft);
                    found.push(draft.shifted(piece.from));
                }
            }
        }
    }
    found.retain(|draft| {
        draft.cue.is_some_and(|cue| !(cue.from..cue.to).any(|at| taken.get(at) == Some(&true)))
    });
    found
}

/// Whether more is said than what is reported; `suggestions [that it rained]` is enough.
fn is_part(inside: &Words<'_>, draft: &Draft) -> bool {
    let content = draft.content.iter().map(|piece| piece.to - piece.from).sum::<usize>();
    content + 2 - usize::from(draft.reason == QuoteReason::Noun) <= inside.len()
}

/// Whether somebody's thought or words are told here, and not supposed.
pub(crate) fn is_reported(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    if draft.content.iter().all(|piece| piece.from >= piece.to) {
        return false;
    }
    let verb = (cue.from..cue.to)
        .rev()
        .find(|&at| words.tag(at).is_verb() && words.at(at).entry.verb.is_some());
    match (draft.reason, verb) {
        _ if is_vain_within(words, draft) => false,
        (QuoteReason::Noun, _) => is_claim(words, draft, cue),
        (QuoteReason::AccordingTo, _) => true,
        // `He said, “No.” I thought …`: the marks are another's.
        (QuoteReason::CueAfterMarks, _) if draft.act == Act::Attitude => false,
        (_, Some(verb)) if is_fact(words, verb) && !is_remembered(words, draft, verb) => false,
        // `[later] than analysts had hoped`
        (QuoteReason::Relative, _)
            if draft.speaker.is_some_and(|who| {
                words.is(who.from.wrapping_sub(1), &["than"]) && words.tag(who.from) != Tag::Pronoun
            }) =>
        {
            true
        }
        (QuoteReason::Passive, Some(verb)) => {
            is_heard(words, draft, cue, verb)
                || is_promised(words, draft, cue, verb)
                || is_raised(words, draft, cue, verb)
        }
        (_, None) => is_felt(words, draft, cue),
        // `is determined [to go]`
        (QuoteReason::Predicate, Some(verb)) if words.at(verb).entry.adjective.is_some() => {
            is_felt(words, draft, cue)
        }
        (_, Some(verb)) => {
            is_whole_thought(words, draft, verb)
                && (asserts(words, draft.act, verb)
                    || weighs(words, verb)
                    || is_dreamt(words, draft, verb)
                    || is_known(words, draft)
                    || is_own_knowledge(words, draft, cue, verb)
                    || is_curious(words, draft, cue, verb))
                && (happened(words, cue, verb)
                    || refuses(words, cue, verb)
                    || is_begun(words, cue, verb)
                    || is_by_the_way(words, draft, cue, verb)
                    || is_curious(words, draft, cue, verb))
                && draft.speaker.is_some_and(|speaker| is_by(words, draft, speaker, verb))
        }
    }
}

/// Whether the speaker is somebody, who neither may think so nor tells the hearer.
fn is_by(words: &Words<'_>, draft: &Draft, speaker: Phrase, verb: usize) -> bool {
    let to_hearer = draft.cue.is_some_and(|cue| is_to_hearer(words, speaker, cue, verb));
    let own = draft.act != Act::Speech && !words.is(speaker.from, &["you"]);
    !is_doubted(words, draft, speaker, verb) && (!to_hearer || own)
}

/// `began to think`, `seems to think`, `rang to say`.
fn is_begun(words: &Words<'_>, cue: Phrase, verb: usize) -> bool {
    let to = (cue.from..verb).rev().find(|&at| words.tag(at) == Tag::To);
    let Some(to) = to.filter(|to| to + 1 == verb) else { return false };
    let begun = words.has(to.wrapping_sub(1), BEGINS);
    let rang = cue.from == to
        && words.is(verb, &["say", "tell", "ask"])
        && (to.saturating_sub(CALLED)..to).any(|at| words.has(at, RANG));
    let modal = (cue.from..to).any(|at| words.tag(at) == Tag::Modal);
    (begun || rang) && !modal
}

/// `would not promise`, `will not rule out`: who does not bind himself says so.
fn refuses(words: &Words<'_>, cue: Phrase, verb: usize) -> bool {
    let would = (cue.from..verb).any(|at| words.is(at, &["would", "will", "wo"]));
    let negated = (cue.from..verb).any(|at| words.tag(at) == Tag::Negation);
    let out = words.is(verb, &["rule", "exclude", "commit"]);
    would && negated && (words.has(verb, BINDS) || out)
}

/// Whether the verb tells how somebody sees a thing, or that somebody thinks of doing it: `considers`.
fn weighs(words: &Words<'_>, verb: usize) -> bool {
    let frames = frame::CALL | frame::AS | frame::GERUND;
    entries(words, verb).any(|entry| entry.allows(frames))
}

/// `dreams of [a wider road]`: what a verb of the mind leads to by its preposition.
fn is_dreamt(words: &Words<'_>, draft: &Draft, verb: usize) -> bool {
    let lead = draft.cue.map_or("", |cue| words.surface(cue.to - 1));
    draft.reason == QuoteReason::Preposition
        && draft.act == Act::Attitude
        && matches!(lead, "of" | "for" | "on" | "toward" | "towards")
        && entries(words, verb).any(|entry| entry.is_led_by(lead))
}

/// `Everybody knows [it was sold]`: a clause of what is in the mind of others.
fn is_known(words: &Words<'_>, draft: &Draft) -> bool {
    let nothing = |piece: &Phrase| words.is(piece.from, &["nothing", "little"]);
    let clause = matches!(draft.reason, QuoteReason::BareClause | QuoteReason::ThatClause)
        || draft.content.iter().all(nothing);
    let other = draft.speaker.is_some_and(|who| !words.is(who.from, &["i", "we", "you", "it"]));
    draft.act == Act::Attitude && clause && other
}

/// Whether the verb tells what is so and not what somebody holds.
fn is_fact(words: &Words<'_>, verb: usize) -> bool {
    words.has(verb, FACT)
}

/// `the claim that the road was closed`: a clause with a verb behind its noun; or whatever somebody who is
/// named plans or demands, `the mill's plan to close`.
fn is_claim(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let owned = draft.speaker.is_some_and(|speaker| !is_supposed(words, speaker));
    // `The feeling is [it will rain]`
    let equated = words.tag(cue.to - 1) == Tag::Be;
    let clause = |piece: &Phrase| clause_begins(words, piece.from);
    owned && draft.content.iter().all(|piece| piece.from >= cue.to)
        || equated && draft.content.iter().all(clause)
        || draft.content.iter().all(|piece| {
            let that = [piece.from, piece.from.wrapping_sub(1)];
            piece.from >= cue.to
                && that.iter().any(|&at| words.tag(at) == Tag::That)
                && (piece.from + 1..piece.to).any(|at| words.tag(at).is_finite())
        })
}

/// `The road is expected to close`: what is expected, and of what.
fn is_raised(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let may = (cue.from..cue.to).any(|at| words.tag(at) == Tag::Modal);
    let raises = entries(words, verb).any(|entry| entry.allows(frame::RAISE));
    // `is suspected of having left`
    let to = draft
        .content
        .last()
        .is_some_and(|last| words.tag(last.from) == Tag::To || words.is(last.from, &["of"]));
    draft.act == Act::Attitude
        && draft.content.len() > 1
        && (raises || to)
        && !may
        && !same_verb(words, verb, "suppose")
}

/// `We were promised [a bridge]`, `I've been called [a bad loser]`.
fn is_promised(words: &Words<'_>, draft: &Draft, cue: Phrase, verb: usize) -> bool {
    let behind = draft.content.last().filter(|last| last.from == cue.to);
    draft.act == Act::Speech
        && behind.is_some_and(|last| words.tag(last.from).begins_phrase())
        && entries(words, verb).any(|entry| entry.allows(frame::CALL | frame::INFINITIVE))
        && happened(words, cue, verb)
}

/// `I am sure [it holds]`, `We are willing [to sell]`: a clause or an infinitive behind an adjective.
fn is_felt(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    // `We are willing [to sell]`, `glad [to be home]`, and not `glad to say`.
    let felt = (cue.from..cue.to).filter_map(|at| words.at(at).entry.adjective);
    let mut felt = felt.filter_map(|adjective| lexicon().adjective(adjective));
    let led = felt.find(|entry| entry.is_led_by("to"));
    let says = |at: usize| entries(words, at).any(|entry| entry.act == Act::Speech);
    let wills = |at: usize| led.is_some_and(|entry| !entry.is_led_by("that") || !says(at));
    // `would be surprised [if it rained]`
    let supposes = |piece: &Phrase| words.is(piece.from, &["if"]);
    let supposed = draft.content.iter().all(supposes);
    let opens = |at: usize| {
        words.tag(at) == Tag::Wh || supposed || words.tag(at) == Tag::To && wills(at + 1)
    };
    let clause = matches!(draft.reason, QuoteReason::ThatClause | QuoteReason::BareClause);
    let clause = clause
        || draft.reason == QuoteReason::Predicate
            && draft
                .content
                .iter()
                .all(|piece| clause_begins(words, piece.from) || opens(piece.from));
    // `was adamant [it was safe]`
    let told = draft.act == Act::Speech
        && draft
            .content
            .iter()
            .all(|piece| words.tag(piece.from) == Tag::That || clause_begins(words, piece.from));
    clause
        && (draft.act == Act::Attitude || told)
        && (supposed || (cue.from..cue.to).all(|at| words.tag(at) != Tag::Modal))
        && draft.speaker.is_some_and(|speaker| !is_supposed(words, speaker))
}

/// Whether what is thought or said is told in full, and no mere thing.
fn is_whole_thought(words: &Words<'_>, draft: &Draft, verb: usize) -> bool {
    let Some(first) = draft.content.first().copied() else { return false };
    let negated = draft.cue.is_some_and(|cue| {
        (cue.from..verb).any(|at| words.tag(at) == Tag::Negation || words.is(at, &["never"]))
    });
    let spoken = draft.act == Act::Speech;
    let relates = draft
        .speaker
        .is_some_and(|speaker| matches!(words.tag(speaker.to - 1), Tag::Wh | Tag::That));
    match draft.reason {
        QuoteReason::BareClause => draft.act != Act::Other || clause_begins(words, first.from),
        QuoteReason::Object if spoken => {
            !negated && (is_asked(words, draft, verb, first) || is_judged(words, verb, first))
        }
        QuoteReason::Infinitive if spoken => {
            is_whole(words, draft, verb) || says_of_himself(words, verb)
        }
        QuoteReason::Infinitive => {
            !relates || draft.speaker.is_some_and(|who| relates_to_somebody(words, who))
        }
        QuoteReason::Object => {
            is_thing(words, first) || is_more(words, first) || stands_for(words, draft, verb, first)
        }
        QuoteReason::Preposition => is_thing(words, first) && !negated,
        QuoteReason::Predicate => {
            // `what he called [a mess]`
            let what = |who: Phrase| words.is(who.from.wrapping_sub(1), &["what"]);
            is_called(words, first) || !words.has(verb, CALLS) || draft.speaker.is_some_and(what)
        }
        QuoteReason::Noun | QuoteReason::Passive => false,
        _ => true,
    }
}

/// `promised [a bridge]`, `asked for [a bridge]`, and not `asked [her]`, `thanked [her]`, `ask [every day]`.
fn is_asked(words: &Words<'_>, draft: &Draft, verb: usize, piece: Phrase) -> bool {
    let frames = frame::CLAUSE | frame::INFINITIVE | frame::URGE;
    let led = draft.cue.is_some_and(|cue| cue.to > verb + 1);
    let asks = same_verb(words, verb, "ask");
    let pronoun = matches!(words.tag(piece.from), Tag::ObjectPronoun | Tag::Pronoun)
        && !stands_for(words, draft, verb, piece);
    entries(words, verb).any(|entry| entry.allows(frames))
        && (led || !asks)
        && !pronoun
        && past_time(words, piece.from).is_none()
        && (is_thing(words, piece) || stands_for(words, draft, verb, piece))
}

/// `voiced [concern]`, `thanked [us for the bread]`, `accused [him of lying]`: what somebody says of a thing or a deed.
fn is_judged(words: &Words<'_>, verb: usize, piece: Phrase) -> bool {
    let lead = if same_verb(words, verb, "thank") { "for" } else { "of" };
    let deed = same_verb(words, verb, "thank") || same_verb(words, verb, "accuse");
    if deed {
        return (piece.from + 1..piece.to).any(|at| words.is(at, &[lead]));
    }
    words.has(verb, JUDGES) && words.tag(piece.from).begins_phrase() && is_thing(words, piece)
}

/// `wanted [it in writing]`: a pronoun and what is wanted of it.
fn is_more(words: &Words<'_>, piece: Phrase) -> bool {
    let next = words.tag(piece.from + 1);
    piece.to > piece.from + 1
        && matches!(words.tag(piece.from), Tag::ObjectPronoun | Tag::Pronoun)
        && !matches!(next, Tag::Adverb | Tag::Time | Tag::Comma | Tag::Coordinator)
}

/// `denied [it]`, `doubts [that]`, `said [so]`: a word for what a verb might say in a clause.
fn stands_for(words: &Words<'_>, draft: &Draft, verb: usize, piece: Phrase) -> bool {
    let own = draft.speaker.is_some_and(|who| words.is(who.from, &["i", "we"]));
    let clause = !own && !same_verb(words, verb, "say");
    let clause = clause
        && entries(words, verb)
            .any(|entry| entry.allows(frame::CLAUSE) && entry.allows(frame::OBJECT));
    piece.to == piece.from + 1
        && (words.is(piece.from, &["so", "otherwise"])
            || clause && words.is(piece.from, &["it", "that", "this"]))
}

/// `called [the plan a mistake]`, and not `called the mayor`: what it is called stands behind it.
fn is_called(words: &Words<'_>, piece: Phrase) -> bool {
    let to = phrase_right(words, piece.from, true).unwrap_or(piece.from + 1);
    let next = words.tag(to);
    to < piece.to && (next.begins_phrase() || matches!(next, Tag::Quote | Tag::Participle))
}

/// Whether an object tells what is wanted or asked for: no pronoun that stands for it, no greeting.
fn is_thing(words: &Words<'_>, piece: Phrase) -> bool {
    let empty = matches!(words.tag(piece.from), Tag::ObjectPronoun | Tag::Pronoun)
        && !words.tag(piece.from + 1).begins_phrase();
    let last = piece.to.saturating_sub(1);
    !empty && !words.has(last, GREETING) && !words.has(piece.from, GREETING)
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::{Span, Spanned as _};
    use wirecopy_token::tokenize;

    /// What is attributed within another's content.
    fn inner(text: &str) -> Vec<&str> {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        let outer: Vec<Span> = all.iter().map(|quote| quote.span()).collect();
        let is_inner = |span: Span| outer.iter().any(|o| o.contains_span(span) && *o != span);
        outer.iter().filter(|span| is_inner(**span)).map(|span| span.of(text)).collect()
    }

    #[test]
    fn what_speakers_think_and_want_is_reported() {
        for (text, content) in [
            ("“I hope it holds,” Ana Ruiz said.", "it holds"),
            ("“The town wants a wider road,” Ana Ruiz said.", "a wider road"),
            ("“We do not want to sell the mill,” Ana Ruiz said.", "to sell the mill"),
            ("Ana Ruiz said the town called the plan a mistake.", "the plan a mistake"),
            ("Ana Ruiz said the town was considering a wider road.", "a wider road"),
            ("“He began to think it would hold,” Ana Ruiz said.", "it would hold"),
        ] {
            assert_eq!(inner(text), [content], "{text}");
        }
    }

    #[test]
    fn what_others_know_and_are_willing_to_do_is_theirs() {
        assert_eq!(inner("“Everybody knows he is tired,” Holm said."), ["he is tired"]);
        assert!(inner("“I know he is tired, and it hurts,” Holm said.").is_empty());
        assert_eq!(
            inner("“It is late, but we are willing to talk about it,” Holm said."),
            ["to talk about it"]
        );
    }

    #[test]
    fn nothing_is_reported_of_what_may_be_or_is_so() {
        for text in [
            "“If they want a road, let them pay,” Ana Ruiz said.",
            "“I remember it was cold,” Ana Ruiz said.",
            "“He said hello,” Ana Ruiz said.",
            "“I asked her,” Ana Ruiz said.",
            "Ana Ruiz said she would call the mayor.",
        ] {
            assert_eq!(inner(text), [""; 0], "{text}");
        }
    }
}
