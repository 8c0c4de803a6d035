//! Which words in marks head a section and say nothing of their own: `'A fight to the end'`, alone on its line in a story that
//! quotes with “…”. The words come again below, where somebody says them.

use crate::quote::{Quote, QuoteReason};
use wirecopy_text::Span;

/// Longest head, in words.
const LONGEST: usize = 8;

/// Drops heads from `quotes`, which are in the order of the text. Linear in them.
pub(crate) fn without_crossheads(text: &str, quotes: &mut Vec<Quote>) {
    let mut doubled = false;
    quotes.retain(|quote| {
        let head = doubled && is_head(text, quote);
        let opens = quote.content.iter().filter_map(|own| own.of(text).chars().next());
        doubled = doubled || opens.into_iter().any(|first| matches!(first, '"' | '“' | '«'));
        !head
    });
}

fn is_head(text: &str, quote: &Quote) -> bool {
    let alone = matches!(quote.reason, QuoteReason::MarksOnly | QuoteReason::FollowUp);
    let [own] = quote.content.as_slice() else { return false };
    let own: Span = *own;
    let words = own.of(text);
    let (before, after) = (own.start() as usize, own.end() as usize);
    let (before, after) = (text.get(..before).unwrap_or(""), text.get(after..).unwrap_or(""));
    alone
        && quote.cue.is_empty()
        && words.starts_with(['\'', '‘'])
        && words.split_whitespace().count() <= LONGEST
        && before.trim_end_matches(' ').ends_with('\n')
        && after.trim_start_matches(' ').starts_with('\n')
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn a_line_in_other_marks_than_the_story_heads_a_section() {
        let story = |head: &str| format!("“It rained,” Holm said.\n\n{head}\n\nThe mill stood.");
        let read = |text: &str| -> Vec<String> {
            let quotes = find_quotes(text, &tokenize(text));
            quotes.iter().map(|quote| quote.span().of(text).to_owned()).collect()
        };
        assert_eq!(read(&story("'A fight to the end'")).len(), 1);
        assert_eq!(read(&story("‘Nobody told us anything.’")).len(), 1);
        assert_eq!(read(&story("“Nobody told us anything.”")).len(), 2);
    }
}
