//! What holds for any text at all.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it must"
)]

use proptest::prelude::*;
use wirecopy_article::{Part, PartKind, blocks, classify, parts};
use wirecopy_text::{Spanned, lines};

/// Text with the makings of a story: labels, wraps, indents, bullets, odd line ends.
fn story() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("All news".to_owned()),
        Just("By Ann Field".to_owned()),
        Just("Photo EPA".to_owned()),
        Just("OSLO, May 7 (AP) - The river rose again.".to_owned()),
        Just("    The four states that share the river agreed on the fees and".to_owned()),
        Just("then they went home for the summer, as they do each year.".to_owned()),
        Just(" wheat    12.5   13.0".to_owned()),
        Just("* a bullet".to_owned()),
        Just("--".to_owned()),
        Just("ENDS".to_owned()),
        "[ \t\u{a0}\u{ad}]{0,3}",
        "[A-Za-z .,:“”—*(#0-9\u{200b}é]{0,90}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n"), Just("\u{2028}"), Just("\r")];
    proptest::collection::vec((line, end), 0..24)
        .prop_map(|rows| rows.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

fn check(text: &str, found: &[Part]) -> Result<(), TestCaseError> {
    for pair in found.windows(2) {
        prop_assert!(pair[0].span.end() <= pair[1].span.start(), "{found:?}");
    }
    for part in found {
        let surface = part.span.get(text);
        prop_assert!(surface.is_some_and(|surface| !surface.is_empty()), "{part:?}");
        prop_assert_eq!(part.span.trimmed(text), part.span);
    }
    // Every line that is not blank lies in exactly one part, up to what is invisible at its ends.
    for line in lines(text).filter(|line| !line.is_blank(text)) {
        let around = found.iter().filter(|part| part.span.overlaps(line.span()));
        prop_assert_eq!(around.clone().count(), 1, "{:?}", line.span().of(text));
        let part = around.clone().next().unwrap().span;
        let (start, end) = (line.span().start(), line.span().end());
        let visible = |from: u32, to: u32| {
            text[from as usize..to as usize].chars().any(|c| !wirecopy_text::chars::is_invisible(c))
        };
        prop_assert!(part.start() <= start || !visible(start, part.start()));
        prop_assert!(part.end() >= end || !visible(part.end(), end));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_line_has_one_part(text in story()) {
        let found = parts(&text);
        check(&text, &found)?;
        prop_assert_eq!(&found, &parts(&text));
    }

    #[test]
    fn any_text_at_all(text in "\\PC{0,60}") {
        check(&text, &parts(&text))?;
    }

    #[test]
    fn a_dateline_start_marks_its_block(text in story(), offset in 0u32..400) {
        let blocks = blocks(&text);
        let found = classify(&text, &blocks, Some(offset));
        prop_assert_eq!(found.len(), blocks.len());
        for (part, block) in found.iter().zip(&blocks) {
            prop_assert_eq!(part.span, block.span());
            prop_assert_eq!(part.kind == PartKind::Dateline, block.span().contains(offset));
        }
    }

    #[test]
    fn joined_lines_are_counted(text in story()) {
        let joined: u32 = blocks(&text).iter().map(|block| block.line_count()).sum();
        let written = lines(&text).filter(|line| !line.is_blank(&text)).count();
        prop_assert_eq!(joined as usize, written);
    }
}

#[test]
fn types_can_cross_threads() {
    fn check<T: Send + Sync>() {}
    check::<Part>();
    check::<wirecopy_article::Block>();
}
