//! Which preposition belongs to what is said within another's content: that of what is asked for or warned of (`asked
//! [for bread]`), and not that of `called for`.
//!
//! Asked for by [`Nested::All`](crate::Nested::All) only, of what rules and weights have found.

use crate::lexicon::usage::LEADING;
use crate::linking::Draft;
use crate::words::Words;

/// Prepositions that belong to what is asked or warned of.
const LEADS: [&str; 6] = ["for", "of", "about", "against", "in", "on"];

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
    fn what_is_asked_for_begins_with_its_preposition() {
        let text = "“We asked for bread,” Holm said.";
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        assert!(all.iter().any(|quote| quote.span().of(text) == "for bread"), "{all:?}");
    }
}
