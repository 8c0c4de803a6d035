//! What looks like an attribution within another's content and tells of none: what somebody talks about (`we talked
//! about [the road]`), to whom he apologised (`apologised to [the crew]`), whose will a noun alone names (`their
//! willingness [to sell]`); and where the rest begins: with the preposition of its verb (`asked [for bread]`).
//!
//! Asked for by [`Nested::All`](crate::Nested::All) only, of what rules and weights have found.

use crate::lexicon::usage::{LEADING, TALKS};
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::words::{Tag, Words};

/// Prepositions that belong to what is asked or warned of.
const LEADS: [&str; 6] = ["for", "of", "about", "against", "in", "on"];

/// Whether nobody's words or thoughts are told.
pub(crate) fn tells_nothing(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    // `Holm fears being left alone`, whatever the word was taken for.
    let has_verb = || {
        words.before(cue.from, 1).tag == Tag::Name
            || (cue.from..cue.to).any(|at| words.tag(at).is_verb())
    };
    match draft.reason {
        QuoteReason::Preposition => {
            let lead = cue.to.saturating_sub(1);
            words.is(lead, &["about", "of", "to"])
                && (cue.from..lead).any(|at| words.has(at, TALKS))
        }
        QuoteReason::Noun => {
            let clause = |piece: &Phrase| {
                let that = [piece.from, piece.from.wrapping_sub(1)];
                that.iter().any(|&at| words.tag(at) == Tag::That)
            };
            draft.act == Act::Attitude && !has_verb() && !draft.content.iter().any(clause)
        }
        _ => false,
    }
}

/// `asked for [bread]`: the preposition belongs to what was asked for.
pub(crate) fn take_lead(words: &Words<'_>, draft: &mut Draft) {
    let (Some(cue), [piece]) = (draft.cue.as_mut(), draft.content.as_mut_slice()) else { return };
    let Some(lead) = piece.from.checked_sub(1).filter(|&lead| lead > cue.from) else { return };
    let belongs = words.is(lead, &LEADS)
        && (lead == cue.to || lead + 1 == cue.to)
        && words.has(lead - 1, LEADING);
    if belongs {
        cue.to = lead;
        piece.from = lead;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn what_is_asked_for_is_told_and_what_is_talked_about_is_not() {
        for (text, content) in [
            ("“We asked for bread,” Holm said.", Some("for bread")),
            ("“We talked about bread,” Holm said.", None),
            ("“He spoke of a wider road,” Holm said.", None),
            ("Holm praised their willingness to sell.", None),
        ] {
            let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
            let inner = all.iter().map(|quote| quote.span().of(text));
            let inner: Vec<_> = inner.filter(|of| of.len() * 2 < text.len()).collect();
            assert_eq!(inner.first().copied(), content, "{text}: {inner:?}");
        }
    }
}
