//! Lines, with the terminator set apart.
//!
//! A terminator is any of those that the Unicode Standard lists (section 5.8, "Newline Guidelines"):
//! LF, CR, CR LF, VT, FF, NEL, LS, PS. Wire copy of the eighties has CR alone, pasted pages have LS.

use crate::{Span, Spanned, find_byte};

/// One line of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    content: Span,
    next: u32,
    indent: u32,
}

impl Line {
    /// Where the following line starts: the end of this line's terminator.
    #[must_use]
    pub const fn next(&self) -> u32 {
        self.next
    }

    /// White-space characters before the first other one (a tab counts as one).
    #[must_use]
    pub const fn indent(&self) -> u32 {
        self.indent
    }

    /// Whether the line holds nothing that a reader would see: white space, controls, and marks of
    /// zero width only.
    #[must_use]
    pub fn is_blank(&self, text: &str) -> bool {
        self.content.of(text).chars().all(crate::chars::is_invisible)
    }
}

impl Spanned for Line {
    /// The line without its terminator.
    fn span(&self) -> Span {
        self.content
    }
}

/// The lines of `text`, in order, covering every byte. Text that ends with a terminator has no
/// further, empty line after it. One forward walk.
///
/// ```
/// use wirecopy_text::{Spanned, lines};
///
/// let text = "one\r\ntwo\u{2028}  three\n";
/// let found: Vec<_> = lines(text).map(|line| (line.span().of(text), line.indent())).collect();
/// assert_eq!(found, [("one", 0), ("two", 0), ("  three", 2)]);
/// ```
#[must_use]
pub const fn lines(text: &str) -> Lines<'_> {
    Lines { text, at: 0 }
}

/// Iterator over [`lines`].
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (length, terminator) = line_end(rest);
        let content = rest.get(..length).unwrap_or(rest);
        let indent = content.chars().take_while(|c| c.is_whitespace()).count();
        let start = self.at;
        self.at += length + terminator;
        Some(Line {
            content: Span::from_range(start..start + length),
            next: Span::from_range(self.at..self.at).start(),
            indent: u32::try_from(indent).unwrap_or(u32::MAX),
        })
    }
}

/// Length of the first line of `text`, and of its terminator.
fn line_end(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ahead) = bytes.get(at..).and_then(candidate) {
        at += ahead;
        match bytes.get(at..).map_or(0, terminator) {
            0 => at += 1,
            length => return (at, length),
        }
    }
    (bytes.len(), 0)
}

/// Where the first byte stands that may begin a terminator.
fn candidate(bytes: &[u8]) -> Option<usize> {
    find_byte(bytes, |byte| (byte.wrapping_sub(0x0A) < 4) | (byte == 0xC2) | (byte == 0xE2))
}

/// Length of the terminator that `bytes` begin with, zero if they begin with none.
fn terminator(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r' | 0x0B | 0x0C, ..] => 1,
        // U+0085 is C2 85; U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        [0xC2, 0x85, ..] => 2,
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    proptest! {
        /// The same ends as a search for each of them finds.
        #[test]
        fn lines_end_at_the_first_terminator(text in "([ab“é…]{0,40}[\r\n\u{85}\u{2028}\u{2029}\u{b}\u{c}]{0,2}){0,4}") {
            let ends = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
            for line in lines(&text) {
                let rest = text.get(line.span().start() as usize..).unwrap_or("");
                let length = rest.find(ends).unwrap_or(rest.len());
                prop_assert_eq!(line.span().len() as usize, length);
            }
        }

        #[test]
        fn lines_cover_the_text_in_order(text in "[a \n\r\u{85}\u{2028}\u{b}é]{0,40}") {
            let mut at = 0;
            for line in lines(&text) {
                prop_assert_eq!(line.span().start(), at);
                prop_assert!(line.span().end() <= line.next());
                prop_assert!(line.next() > at);
                at = line.next();
            }
            prop_assert_eq!(at as usize, text.len());
        }
    }

    #[test]
    fn every_terminator_of_the_standard_ends_a_line() {
        let text = "a\nb\rc\r\nd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i";
        let found: Vec<_> = lines(text).map(|line| line.span().of(text)).collect();
        assert_eq!(found, ["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
    }

    #[test]
    fn blank_lines_may_hold_invisible_marks() {
        let text = "\u{feff} \u{200b}\t\nx";
        let blank: Vec<_> = lines(text).map(|line| line.is_blank(text)).collect();
        assert_eq!(blank, [true, false]);
    }
}
