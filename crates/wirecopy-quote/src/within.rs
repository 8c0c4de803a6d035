//! What is attributed within what somebody says, and the second reading that weights give it.
//!
//! The rules of `nested`, `reported` and `told` find it, as much of it as the level asks for. Where all is
//! asked for, weights then read each content as a small text of its own: what the rules found there is to
//! them what the outer attributions are in the first reading, and what the rules doubted is shown to them
//! as such, `if they want [a bridge]`, `I know [it rained]`.

use crate::linking::{Draft, link_plain};
use crate::nested::told_within;
use crate::phrases::{Phrase, Taken};
use crate::quote::{Nested, QuoteReason};
use crate::reported::reported;
use crate::tagger::{Judge, Ruled, by_cue};
use crate::told::quoted;
use crate::vain::is_vain_within;
use crate::words::{Tag, Words};

/// What the rules attribute within the contents of `outer`, and within marks; `inner` is what they found
/// on their way. Linear in the words.
pub(crate) fn within(
    words: &Words<'_>,
    outer: &[Draft],
    inner: Vec<Draft>,
    nested: Nested,
) -> Vec<Draft> {
    if nested == Nested::None {
        return Vec::new();
    }
    let mut found = told_within(words, outer, inner);
    if nested == Nested::All {
        let reported = reported(words, outer, &found);
        found.extend(reported);
    }
    found.extend(quoted(words, nested));
    found
}

/// What the weights of `judge` make of `found`, which the rules found within `outer`. Linear in the words.
pub(crate) fn read_again(
    words: &Words<'_>,
    outer: &[Draft],
    found: Vec<Draft>,
    judge: &mut Judge<'_>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let (found, apart): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|draft| !is_raised(words, draft));
    for Content { piece, inside, given, doubted } in contents(words, outer, found) {
        let judged = judge.drafts(&inside, Ruled::within(&given, &doubted));
        let judged = mended(&inside, judged, &given);
        let ruled = given.clone();
        let deeper = deeper(&inside, given, &judged);
        let is_part = |draft: &Draft| {
            let content = draft.content.iter().map(|own| own.to - own.from).sum::<usize>();
            content + 2 - usize::from(draft.reason == QuoteReason::Noun) <= inside.len()
        };
        let judged: Vec<Draft> = judged.into_iter().chain(deeper).collect();
        let kept = kept(ruled, &judged);
        let judged = judged.into_iter().chain(kept);
        drafts.extend(judged.filter(is_part).map(|draft| draft.shifted(piece.from)));
    }
    drafts.extend(apart);
    drafts.retain(|draft| !is_vain_within(words, draft));
    drafts
}

/// `denied reports that [the mill] had asked for a loan`: weights, which label one level, may take the subject of what a
/// noun claims for whose claim it is. Where the rules told the two apart, theirs stand.
fn mended(inside: &Words<'_>, judged: Vec<Draft>, given: &[Draft]) -> Vec<Draft> {
    let is_torn = |draft: &Draft| {
        let (Some(cue), Some(speaker)) = (draft.cue, draft.speaker) else { return false };
        let noun = !(cue.from..cue.to).any(|at| inside.tag(at).is_verb());
        noun && speaker.from > cue.from && inside.tag(speaker.from - 1) == Tag::That
    };
    let (torn, mut whole): (Vec<_>, Vec<_>) = judged.into_iter().partition(is_torn);
    for draft in torn {
        let meets = |other: &&Draft| parts(other).any(|own| parts(&draft).any(|it| own.meets(it)));
        let theirs: Vec<Draft> = given.iter().filter(meets).cloned().collect();
        if theirs.is_empty() {
            whole.push(draft);
        } else {
            whole.extend(theirs);
        }
    }
    whole
}

/// Those of `given` that lie within what weights found, which labels only one level: `said [he knew [it rained]]`.
fn deeper(inside: &Words<'_>, given: Vec<Draft>, judged: &[Draft]) -> Vec<Draft> {
    let (mut cues, mut around) = (vec![false; inside.len()], vec![false; inside.len()]);
    let mark = |marks: &mut [bool], part: &Phrase| {
        marks.iter_mut().take(part.to).skip(part.from).for_each(|mark| *mark = true);
    };
    for draft in judged {
        draft.cue.iter().for_each(|cue| mark(&mut cues, cue));
        draft.content.iter().for_each(|piece| mark(&mut around, piece));
    }
    let is = |marks: &[bool], at: usize| marks.get(at) == Some(&true);
    let mut given = given;
    given.retain(|draft| {
        draft.reason != QuoteReason::Object
            && draft
                .cue
                .is_some_and(|cue| (cue.from..cue.to).all(|at| is(&around, at) && !is(&cues, at)))
    });
    given
}

/// Those of `given` whose words weights made nothing of.
fn kept(mut given: Vec<Draft>, judged: &[Draft]) -> Vec<Draft> {
    given.retain(|draft| {
        draft.speaker.is_some()
            && matches!(
                draft.reason,
                QuoteReason::ThatClause
                    | QuoteReason::QuestionClause
                    | QuoteReason::BareClause
                    | QuoteReason::Preposition
            )
    });
    if given.is_empty() {
        return given;
    }
    let taken = Taken::by(judged.iter().flat_map(parts));
    given.retain(|draft| !parts(draft).any(|part| taken.meet(part)));
    given
}

/// The content of a draft and its cue.
fn parts(draft: &Draft) -> impl Iterator<Item = Phrase> {
    draft.content.iter().chain(&draft.cue).copied()
}

/// `[Kerr] is said [to have told others [that it rained]]`: whether who said it stands in another piece of what is
/// said of him.
fn is_raised(words: &Words<'_>, draft: &Draft) -> bool {
    let (Some(cue), Some(speaker)) = (draft.cue, draft.speaker) else { return false };
    words.tag(cue.from.wrapping_sub(1)) == Tag::To
        && words.before(cue.from, 2).tag == Tag::Participle
        && speaker.to < cue.from - 1
}

/// Words that are read again by themselves.
pub(crate) struct Content<'a> {
    /// Where they stand.
    pub(crate) piece: Phrase,
    pub(crate) inside: Words<'a>,
    /// What the rules attribute there.
    pub(crate) given: Vec<Draft>,
    /// What cues would attribute there, but the rules do not.
    pub(crate) doubted: Vec<Draft>,
}

/// What is read again, in order, with those of `found` that lie there.
pub(crate) fn contents<'w, 'a>(
    words: &'w Words<'a>,
    outer: &[Draft],
    mut found: Vec<Draft>,
) -> impl Iterator<Item = Content<'a>> + use<'w, 'a> {
    found.sort_by_key(|draft| draft.cue.map_or(0, |cue| cue.from));
    let mut found = found.into_iter().peekable();
    pieces(words, outer).into_iter().map(move |piece| {
        let inside = words.within(piece.from, piece.to);
        let mut given = Vec::new();
        while let Some(draft) =
            found.next_if(|draft| draft.cue.is_none_or(|cue| cue.from < piece.to))
        {
            let mut parts = draft.content.iter().chain(&draft.cue).chain(&draft.speaker);
            if parts.all(|part| piece.holds(*part)) {
                given.push(draft.counted_from(piece.from));
            }
        }
        let doubted = doubted(&inside, &given);
        Content { piece, inside, given, doubted }
    })
}

/// What stands in marks of speech, and the pieces of content of `outer` that stand in none, in order.
/// None lies within another or overlaps one.
fn pieces(words: &Words<'_>, outer: &[Draft]) -> Vec<Phrase> {
    let marked = words.pairs.iter().map(|pair| {
        let (open, close) = (words.index_at(pair.open.start()), words.index_at(pair.end));
        let closed = words.closes_speech(close.saturating_sub(1));
        (open, Phrase::new(open + 1, close - usize::from(closed)))
    });
    let marked = marked.filter(|(open, _)| words.at(*open).quoted).map(|(_, inside)| inside);
    let plain = outer.iter().flat_map(|draft| &draft.content);
    let plain = plain.filter(|piece| !words.opens_speech(piece.from)).copied();
    let pieces = marked.chain(plain).filter(|piece| piece.from < piece.to);
    let mut pieces: Vec<Phrase> = pieces.collect();
    pieces.sort_by_key(|piece| (piece.from, usize::MAX - piece.to));
    let mut end = 0;
    pieces.retain(|piece| {
        let apart = piece.from >= end;
        end = if apart { piece.to } else { end };
        apart
    });
    pieces
}

/// What cues of `inside` would attribute that `given` has not.
fn doubted(inside: &Words<'_>, given: &[Draft]) -> Vec<Draft> {
    let given = by_cue(given);
    let mut drafts = link_plain(inside, Nested::All);
    drafts.retain(|draft| {
        let Some(cue) = draft.cue else { return false };
        let at = given.partition_point(|(other, _)| other.to <= cue.from);
        !given.get(at).is_some_and(|(other, _)| other.meets(cue))
    });
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linking::link_all;
    use wirecopy_token::tokenize;

    /// What is read again of `text`, with the contents that the rules give and doubt there.
    fn read(text: &str) -> Vec<(&str, Vec<&str>, Vec<&str>)> {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens, tokens.paragraphs().first().unwrap());
        let (outer, inner) = link_all(&words, false);
        let found = within(&words, &outer, inner, Nested::All);
        let contents = contents(&words, &outer, found);
        let read = contents.map(|Content { piece, inside, given, doubted }| {
            let pieces = |drafts: Vec<Draft>| -> Vec<&str> {
                let pieces = drafts.iter().flat_map(|draft| &draft.content);
                pieces.map(|piece| inside.span(piece.from, piece.to).of(text)).collect()
            };
            (words.span(piece.from, piece.to).of(text), pieces(given), pieces(doubted))
        });
        read.collect()
    }

    #[test]
    fn each_content_is_read_again_once() {
        let inner = "I hope it holds";
        for text in ["“I hope it holds,” Ana Ruiz said.", "Ana Ruiz said: “I hope it holds.”"]
        {
            let read = read(text);
            let [(content, given, doubted)] = read.as_slice() else { panic!("{read:?}") };
            assert!(content.starts_with(inner), "{content}");
            assert_eq!((given.as_slice(), doubted.len()), (&["it holds"][..], 0), "{text}");
        }
        // The marks stand within the content, so its words are read once, as part of it.
        let read = read("Ana Ruiz said the mill was “a wreck nobody wants to mend” and would go.");
        assert_eq!(read.len(), 1, "{read:?}");
    }

    #[test]
    fn what_the_rules_doubt_is_shown_to_the_weights() {
        let read = read("“If they want a wider road, let them pay,” Ana Ruiz said.");
        let [(_, given, doubted)] = read.as_slice() else { panic!("{read:?}") };
        assert!(given.is_empty());
        assert_eq!(doubted.first(), Some(&"a wider road"));
    }
}
