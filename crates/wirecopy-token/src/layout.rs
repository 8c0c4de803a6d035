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
//!
//! A line that is set in further than the rest begins a paragraph; where all but the first are set in alike, the
//! first has only lost its indent.

use crate::tokenizer::Newlines;
use alloc::vec::Vec;
use memchr::memchr2;
use wirecopy_text::Span;

/// Longest line, in characters, that is taken for a wrapped one.
const LONGEST_WRAPPED: usize = 120;
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
    let bytes = text.as_bytes();
    let line = |(start, end): (usize, usize)| bytes.get(start..end).unwrap_or(&[]);
    let spaced =
        lines.iter().map(|span| line(*span).trim_ascii()).filter(|line| line.contains(&b' '));
    let widths = spaced.map(width);
    let limit = widths.filter(|width| *width <= LONGEST_WRAPPED).max().unwrap_or(0);
    // Where two lines or more are set in and the first is not, it hangs: its indent was cut off, or copied without.
    let hanging = usize::from(lines.len() > 2);
    let margin = lines.iter().skip(hanging).map(|span| indent(line(*span))).min().unwrap_or(0);
    let mut before = line((start, end));
    let mut in_list = is_list_item(before.trim_ascii_start());
    for (next, next_end) in lines.drain(..).skip(1) {
        let line = line((next, next_end));
        if newlines == Newlines::Any || starts_paragraph(before, line, limit, margin, in_list) {
            push(paragraphs, text, start, end);
            start = next;
            in_list = is_list_item(line.trim_ascii_start());
        }
        end = next_end;
        before = line;
    }
    push(paragraphs, text, start, end);
}

/// Whether `line`, which follows `before`, begins a paragraph, in a block whose wrapped lines are
/// at most `limit` wide and whose least indented line is indented by `margin`.
fn starts_paragraph(
    before: &[u8],
    line: &[u8],
    limit: usize,
    margin: usize,
    in_list: bool,
) -> bool {
    if indent(line) > margin + 1 {
        return true;
    }
    let content = line.trim_ascii();
    let before = before.trim_ascii_end();
    let before_width = width(before);
    // A word too long for any line stands on one of its own.
    let overlong = before_width > limit && !before.trim_ascii_start().contains(&b' ');
    let word = content.split(u8::is_ascii_whitespace).next().unwrap_or(&[]);
    let would_fit = before_width + 1 + width(word) + RAGGED <= limit;
    let short = !overlong && (before_width > LONGEST_WRAPPED || would_fit);
    if is_list_item(content) {
        return short || in_list || matches!(before.last(), Some(b'.' | b'!' | b'?' | b':' | b';'));
    }
    // A small letter goes on with the sentence, however short the line.
    short && !content.first().is_some_and(u8::is_ascii_lowercase)
}

/// Characters of `line`.
fn width(line: &[u8]) -> usize {
    line.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Bytes of white space that `line` opens with.
fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
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
