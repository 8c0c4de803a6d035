//! Who is nobody in particular: `If you want to see the mill, come early`, `Do you support the fee?`, asked of the reader.

use crate::linking::Draft;
use crate::quote::QuoteReason;
use crate::words::{Tag, Words};

/// Whether `draft` is about whoever reads: `if you want it`, `you may remember her`, `do you support it?`
pub(crate) fn is_reader(words: &Words<'_>, draft: &Draft) -> bool {
    let (Some(who), Some(cue)) = (draft.speaker, draft.cue) else { return false };
    if who.to != who.from + 1 || who.to > cue.from || !words.is(who.from, &["you"]) {
        return false;
    }
    let before = who.from.wrapping_sub(1);
    let asked = words.is(before, &["do"])
        && matches!(
            draft.reason,
            QuoteReason::Object | QuoteReason::Preposition | QuoteReason::Infinitive
        );
    let supposed = words.is(before, &["if", "whenever", "unless", "once", "because"]);
    let may = (who.to..cue.to)
        .any(|at| words.tag(at) == Tag::Modal && !words.is(at, &["will", "'ll", "’ll", "shall"]));
    asked || supposed || may
}

/// `asked whether he supported the fee`, `if she backs the fee, …`: whether it is so is the question. Within what somebody
/// says weights are shown such, and decide.
pub(crate) fn is_open(words: &Words<'_>, draft: &Draft) -> bool {
    let (Some(who), Some(cue)) = (draft.speaker, draft.cue) else { return false };
    draft.reason == QuoteReason::Object
        && who.to <= cue.from
        && words.is(who.from.wrapping_sub(1), &["if", "whether", "unless"])
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    fn read(text: &str) -> Vec<&str> {
        find_quotes(text, &tokenize(text)).iter().map(|quote| quote.span().of(text)).collect()
    }

    #[test]
    fn a_reader_says_nothing() {
        for text in [
            "If you want to see the mill, come early.",
            "Do you support the fee?",
            "You might remember Holm from the fair.",
            "It matters if he opposes the fee.",
        ] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
        assert_eq!(read("You told us that the mill was sold."), ["that the mill was sold"]);
    }
}
