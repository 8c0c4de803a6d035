//! Where paragraphs begin and end, from line ends alone.
//!
//! Wire copy is wrapped at a fixed width, pasted pages have one line to a paragraph, and headlines
//! have no stop. What tells them apart is whether the next word would have fitted on the line:
//!
//! ```text
//! Ministers meet again                      <- "PARIS" would have fitted: a line of its own
//! PARIS, May 7 (Reuter) - The ministers of
//! trade agreed on Tuesday to meet again.
//! ```

use crate::tokenizer::Newlines;
use alloc::vec::Vec;
use memchr::memchr2;
use wirecopy_text::Span;

/// Longest line, in bytes, that is taken for a wrapped one.
const LONGEST_WRAPPED: usize = 100;
/// How much shorter than the longest line of its block a wrapped line may be, beyond the next word.
const RAGGED: usize = 6;

/// The paragraphs of `text`, in order, none of them blank. One walk over its line ends.
pub(crate) fn paragraphs(text: &str, newlines: Newlines) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    if newlines == Newlines::Never {
        push(&mut paragraphs, text, 0, text.len());
        return paragraphs;
    }
    let mut lines = Vec::new();
    let (mut start, mut first) = (0, true);
    let bytes = text.as_bytes();
    while first || start < bytes.len() {
        first = false;
        let rest = bytes.get(start..).unwrap_or(&[]);
        let length = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let end = start + length;
        if is_blank(rest.get(..length).unwrap_or(&[])) {
            close_block(&mut paragraphs, text, &mut lines, newlines);
        } else {
            lines.push((start, end));
        }
        let pair = bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n');
        start = end + 1 + usize::from(pair);
    }
    close_block(&mut paragraphs, text, &mut lines, newlines);
    paragraphs
}

/// Turns the lines between two blank ones into paragraphs.
fn close_block(
    paragraphs: &mut Vec<Span>,
    text: &str,
    lines: &mut Vec<(usize, usize)>,
    newlines: Newlines,
) {
    let Some((mut start, mut end)) = lines.first().copied() else { return };
    if let Some((_, last)) = lines.last()
        && (lines.len() == 1 || newlines == Newlines::Blank)
    {
        push(paragraphs, text, start, *last);
        lines.clear();
        return;
    }
    let lengths = lines.iter().map(|(start, end)| end - start);
    let width = lengths.filter(|length| *length <= LONGEST_WRAPPED).max().unwrap_or(0);
    let bytes = text.as_bytes();
    let mut before = bytes.get(start..end).unwrap_or(&[]);
    for (next, next_end) in lines.drain(..).skip(1) {
        let line = bytes.get(next..next_end).unwrap_or(&[]);
        if newlines == Newlines::Any || starts_paragraph(before, line, width) {
            push(paragraphs, text, start, end);
            start = next;
        }
        end = next_end;
        before = line;
    }
    push(paragraphs, text, start, end);
}

/// Whether `line`, which follows `before`, begins a paragraph.
fn starts_paragraph(before: &[u8], line: &[u8], width: usize) -> bool {
    let indent = indent(line);
    if indent > indent_of_text(before) + 1 {
        return true;
    }
    let content = line.get(indent..).unwrap_or(&[]);
    if is_list_item(content) {
        return true;
    }
    // A small letter goes on with the sentence, however short the line.
    if content.first().is_some_and(u8::is_ascii_lowercase) {
        return false;
    }
    let word = content.iter().take_while(|byte| !byte.is_ascii_whitespace() && **byte != b'-');
    before.len() > LONGEST_WRAPPED || before.len() + 1 + word.count() + RAGGED <= width
}

/// Bytes of white space that `line` opens with.
fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn indent_of_text(line: &[u8]) -> usize {
    indent(line)
}

/// Whether a line with this content opens with a bullet or a number of its own.
fn is_list_item(content: &[u8]) -> bool {
    match content {
        [b'*' | b'-', b' ', ..] | [0xE2, 0x80, 0xA2, ..] | [0xC2, 0xB7, ..] => true,
        [b'0'..=b'9', rest @ ..] => {
            let digits = rest.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
            matches!(rest.get(digits..), Some([b'.' | b')', b' ', ..]))
        }
        _ => false,
    }
}

/// Whether a reader would see nothing in `line`.
fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| byte.is_ascii_whitespace() || byte.is_ascii_control())
}

fn push(paragraphs: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    if text.get(start..end).is_some_and(|slice| !is_blank(slice.as_bytes())) {
        paragraphs.push(Span::from_range(start..end));
    }
}
