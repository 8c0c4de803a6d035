//! Cases: text in, text out. A bar stands between tokens, or between sentences.

use crate::{BoundaryReason, Newlines, TokenKind, Tokenizer, TokenizerOptions, tokenize};
use alloc::string::String;
use alloc::vec::Vec;

/// The tokens of `text`, white space and `|` between them as the expectation has it.
#[track_caller]
fn words(expected: &str) {
    let text = expected.replace('|', "");
    let tokens = tokenize(&text);
    let mut found = String::new();
    let mut end = 0;
    for token in tokens.tokens() {
        let span = token.span();
        let gap = text.get(end..span.start() as usize).unwrap();
        found.push_str(if gap.is_empty() && end > 0 { "|" } else { gap });
        found.push_str(span.of(&text));
        end = span.end() as usize;
    }
    assert_eq!(found, expected);
}

/// The sentences of `text`, whose expected boundaries are ` | `.
#[track_caller]
fn sentences(expected: &str) {
    let text = expected.replace(" | ", " ");
    let found: Vec<&str> = tokenize(&text).sentences().iter().map(|s| s.span.of(&text)).collect();
    assert_eq!(found, expected.split(" | ").collect::<Vec<_>>());
}

fn kinds(text: &str) -> Vec<TokenKind> {
    tokenize(text).tokens().iter().map(|token| token.kind()).collect()
}

#[test]
fn clitics_stand_apart() {
    words("Anna|'s dog did|n't and would|n't|'ve|, can|not|, he|'ll");
    words("the workers|' rock|-|n'roll at 5 o'clock");
    words("L'Aquila|’s mayor|, O'Hanlon|, Côte d’Ivoire");
}

#[test]
fn hyphens_and_slashes_split_but_prefixes_hold() {
    words("a 15|-|year|-|old co-founder of U.S.|-|led talks and|/|or 9/11");
    words("pro-European Vasquez|-|Lee|, 345-9945|, 3|-|2");
    words("Yoon Seung|-|im said i|m");
}

#[test]
fn numbers_keep_their_separators() {
    words("$|1.2|bn|, €|1,200.50|, US$|5|, 6.8|%|, 25th|, 10:30|, 1990s|, '90s|, 5|pm");
    use TokenKind::{Currency, Number, Ordinal, Punct, Word};
    assert_eq!(kinds("$5, 25th x"), [Currency, Number, Punct, Ordinal, Word]);
}

#[test]
fn addresses_stay_whole() {
    words("see www.example.org/a?b=1|, mail a.berg@example.com|, @berg #talks");
    words("(|http://example.org/a_(b)|)|. It ended|.|Then");
}

#[test]
fn abbreviations_do_not_end_sentences() {
    sentences("Mr. Berg of Acme Inc. said on Nov. 3 that No. 5 won. | He left.");
    sentences("He lives in the U.S. Treasury building. | He left the U.S. | The trip was long.");
    sentences("It began at 9 a.m. EST on Jan. 9. | J. R. Berg spoke at 10 p.m. | Nobody came.");
    sentences("We met Sen. Berg (D., Texas). | She waved.");
    sentences("Per M. said no. | Per M. (42) left.");
}

#[test]
fn quotations_close_before_the_next_sentence() {
    sentences("“We agreed.” | He left.");
    sentences("\"Why not?\" Berg asked. | \"Because!\" | Nobody laughed.");
    sentences("It was (so he said) over. | (It was not.) | He left.");
}

#[test]
fn other_ends_have_their_reasons() {
    let reason = |text: &str| tokenize(text).sentences()[0].reason();
    assert_eq!(reason("It rained. He left."), BoundaryReason::Stop);
    assert_eq!(reason("“It rained.” He left."), BoundaryReason::ClosedStop);
    assert_eq!(reason("He left the U.S. The trip was long."), BoundaryReason::Abbreviation);
    assert_eq!(reason("It rained... The trip was long."), BoundaryReason::Ellipsis);
    assert_eq!(reason("A bridge at dusk Image: Anna Berg."), BoundaryReason::Credit);
    assert_eq!(reason("LONDON MARKETS: Shares fell on Monday."), BoundaryReason::HeadColon);
    assert_eq!(reason("1) Open the box 2) Lift the lid"), BoundaryReason::ListItem);
    assert_eq!(
        reason("KYIV, March 3 (AFP) - Talks on gas prices went on until the morning."),
        BoundaryReason::Dateline
    );
    assert_eq!(reason("It rained"), BoundaryReason::ParagraphEnd);
}

#[test]
fn wrapped_lines_are_one_paragraph_and_short_ones_are_not() {
    let text = "Ministers meet again\nPARIS, May 7 - The ministers of trade and of the sea agreed\n\
                on Tuesday to meet again in the spring, whatever their heads of\ngovernment said.";
    let spans = |newlines| {
        let tokens = Tokenizer::new(TokenizerOptions { newlines }).tokenize(text);
        tokens.paragraphs().iter().map(|p| p.span.of(text).len()).collect::<Vec<_>>()
    };
    assert_eq!(spans(Newlines::Auto), [20, 140]);
    assert_eq!(spans(Newlines::Blank), [161]);
    assert_eq!(spans(Newlines::Any).len(), 4);
}

#[test]
fn indents_and_items_begin_paragraphs() {
    let tokens = tokenize("  It rained all day.\n  We left\nat noon.\n\nBring:\n* a coat\n* a hat");
    assert_eq!(tokens.paragraphs().len(), 5);
}

#[test]
fn a_first_line_that_hangs_sets_no_margin() {
    let text = "The ferry to the outer islands will sail again before the end of the\n    \
                month, the harbour office says.\n    It has lain in dock since the autumn, for want of a part that was\n    \
                late.";
    let tokens = tokenize(text);
    let found: Vec<usize> = tokens.paragraphs().iter().map(|p| p.span.of(text).len()).collect();
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_treebank_view_sets_the_last_stop_apart() {
    let text = "He left Acme Corp.";
    let tokens = tokenize(text);
    let found: Vec<&str> = tokens.ptb().map(|token| token.span().of(text)).collect();
    assert_eq!(found, ["He", "left", "Acme", "Corp", "."]);
}

#[test]
fn types_can_cross_threads() {
    fn check<T: Send + Sync>() {}
    check::<(crate::Tokens, Tokenizer, crate::View<'_>)>();
}
