//! What a speaker says that somebody has said or will say, where the verb has no subject of its own: `denied [saying that
//! it rained]`, `vowed [to tell the crew who had left]`, `accused the mayor of [claiming that it was safe]`.
//!
//! Whose words they are is who denies or vows, and of an accusation who is accused. Only a clause of speech counts.

use crate::clauses::complement;
use crate::lexicon::{frame, usage};
use crate::linking::Draft;
use crate::particles::past_particle;
use crate::phrases::{Phrase, Taken};
use crate::quote::{Act, QuoteReason};
use crate::told::{entries, happened};
use crate::words::{Tag, Words};

/// Words of a verb and what helps it, at most.
const GROUP: usize = 4;

/// Words of whoever is accused, at most.
const ACCUSED: usize = 12;

/// What the first verb in the contents of `outer` attributes, where `inner` has nothing of it. Linear in the words.
pub(crate) fn controlled(words: &Words<'_>, outer: &[Draft], inner: &[Draft]) -> Vec<Draft> {
    let found =
        outer.iter().filter_map(|draft| clause(words, draft).or_else(|| parted(words, draft)));
    let mut found: Vec<Draft> = found.collect();
    if !found.is_empty() {
        let taken = Taken::by(outer.iter().chain(inner).filter_map(|other| other.cue));
        found.retain(|draft| !draft.cue.is_some_and(|cue| taken.meet(cue)));
    }
    found
}

fn clause(words: &Words<'_>, outer: &Draft) -> Option<Draft> {
    let (piece, cue) = (outer.content.last()?, outer.cue?);
    let silent = (cue.from..cue.to).any(|at| words.has(at, usage::YIELDS));
    if silent || piece.from < cue.to || words.at(piece.from).quoted {
        return None;
    }
    let (speaker, verb) = match words.tag(piece.from) {
        Tag::Gerund => (outer.speaker, piece.from),
        Tag::To => (outer.speaker, piece.from + 1),
        _ => accused(words, *piece)?,
    };
    let fact = words.has(verb, usage::FACT);
    let fits = matches!(words.tag(verb), Tag::Gerund | Tag::Base) && !fact;
    let found = entries(words, verb).filter(|_| fits).find_map(|entry| {
        let after = match entry.particle {
            Some(particle) => past_particle(words, verb, particle)?,
            None => verb + 1,
        };
        let found = complement(words, after, entry, false)?;
        let clause = match found.reason {
            QuoteReason::ThatClause | QuoteReason::BareClause => true,
            QuoteReason::QuestionClause => entry.allows(frame::HEARER),
            _ => false,
        };
        (clause && entry.act == Act::Speech).then_some((found, after))
    });
    let (found, after) = found?;
    let to = found.to.min(piece.to);
    (found.from < to).then(|| Draft {
        cue: Some(Phrase::new(verb, after)),
        content: vec![Phrase::new(found.from, to)],
        speaker,
        act: Act::Speech,
        reason: found.reason,
        evidence: None,
    })
}

/// `[The mill], Kerr said, [wants to close]`: what the verb behind the cue attributes, whose subject stands in front.
fn parted(words: &Words<'_>, outer: &Draft) -> Option<Draft> {
    let ([front, rest], Some(cue)) = (outer.content.as_slice(), outer.cue) else { return None };
    let splits = matches!(
        outer.reason,
        QuoteReason::SplitClause | QuoteReason::AccordingTo | QuoteReason::Aside
    );
    let plain = (front.from..front.to).all(|at| !words.tag(at).is_finite());
    if !splits || !plain || front.to > cue.from || rest.from < cue.to || words.at(rest.from).quoted
    {
        return None;
    }
    let helps = |at: &usize| words.tag(*at).is_auxiliary() || words.tag(*at) == Tag::Adverb;
    let verb = rest.from + (rest.from..rest.from + GROUP).take_while(helps).count();
    let passive =
        words.tag(verb) == Tag::Participle && (rest.from..verb).any(|at| words.tag(at) == Tag::Be);
    let group = Phrase::new(rest.from, verb + 1);
    if !words.tag(verb).is_verb()
        || passive
        || words.has(verb, usage::FACT)
        || !happened(words, group, verb)
    {
        return None;
    }
    let found = entries(words, verb).find_map(|entry| {
        let after = match entry.particle {
            Some(particle) => past_particle(words, verb, particle)?,
            None => verb + 1,
        };
        let found = complement(words, after, entry, false)?;
        let told = match found.reason {
            QuoteReason::ThatClause | QuoteReason::BareClause | QuoteReason::QuestionClause => true,
            QuoteReason::Infinitive => entry.act != Act::Other,
            QuoteReason::Object => entry.act != Act::Other && entry.allows(frame::INFINITIVE),
            _ => false,
        };
        told.then_some((found, after, entry.act))
    });
    let (found, after, act) = found?;
    let to = found.to.min(rest.to);
    (found.from < to).then(|| Draft {
        cue: Some(Phrase::new(rest.from, after)),
        content: vec![Phrase::new(found.from, to)],
        speaker: Some(*front),
        act,
        reason: found.reason,
        evidence: None,
    })
}

/// `[the mayor] of claiming`: who is accused, and the verb of what.
fn accused(words: &Words<'_>, piece: Phrase) -> Option<(Option<Phrase>, usize)> {
    let near = piece.from + 1..piece.to.min(piece.from + ACCUSED);
    let plain = |at: &usize| !words.tag(*at).is_finite() && !words.tag(*at).is_break();
    let of = near
        .take_while(plain)
        .find(|&at| words.is(at, &["of"]) && words.tag(at + 1) == Tag::Gerund)?;
    Some((Some(Phrase::new(piece.from, of)), of + 1))
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn whoever_denies_or_vows_it_would_have_said_it() {
        for (text, who, content) in [
            ("Ruiz denied telling guests that it was safe.", "Ruiz", "it was safe"),
            ("Ruiz vowed to tell the crew who had left.", "Ruiz", "who had left"),
            ("Ruiz accused the mayor of claiming that it was safe.", "the mayor", "it was safe"),
            ("The mill, Ruiz said, suspects that it was robbed.", "The mill", "it was robbed"),
            ("The mill, Ruiz said, wants to close.", "The mill", "to close"),
        ] {
            let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
            let said = |quote: &&crate::Quote| {
                let of = quote.span().of(text);
                of.strip_prefix("that ").unwrap_or(of) == content
            };
            let inner: Vec<_> = all.iter().filter(said).collect();
            let [inner] = inner.as_slice() else { panic!("{text}: {all:?}") };
            assert_eq!(inner.speaker.map(|span| span.of(text)), Some(who), "{text}");
        }
    }
}
