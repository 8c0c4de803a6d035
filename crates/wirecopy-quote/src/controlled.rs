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
use crate::told::entries;
use crate::words::{Tag, Words};

/// Words of whoever is accused, at most.
const ACCUSED: usize = 12;

/// What the first verb in the contents of `outer` attributes, where `inner` has nothing of it. Linear in the words.
pub(crate) fn controlled(words: &Words<'_>, outer: &[Draft], inner: &[Draft]) -> Vec<Draft> {
    let mut found: Vec<Draft> = outer.iter().filter_map(|draft| clause(words, draft)).collect();
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
