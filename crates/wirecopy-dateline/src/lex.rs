//! The first stretch of a block, cut into words, figures and marks.
//!
//! A full stop belongs to the word where it shortens it ("Calif.", "N.Y.", "Aug."), so that the stop
//! of "MOSCOW. April 2 (Interfax)" is a mark of its own.

use crate::lists::lists;
use wirecopy_text::{Span, floor_char_boundary, letters_of_eight};

/// Bytes of a block that are looked at; no dateline is longer.
pub(crate) const REACH: usize = 320;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Mark(char),
}

/// A word, a figure or a mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    /// White-space characters before it.
    pub(crate) gap: usize,
    /// Whether a line ends before it.
    pub(crate) new_line: bool,
}

impl Piece<'_> {
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(crate) fn is_glued(&self) -> bool {
        self.gap == 0 && !self.new_line
    }
}

/// The pieces of the first [`REACH`] bytes of `block`.
pub(crate) fn lex<'t>(text: &'t str, block: Span) -> Vec<Piece<'t>> {
    let whole = block.of(text);
    let head = whole.get(..floor_char_boundary(whole, REACH)).unwrap_or("");
    // Words and gaps take turns.
    let mut pieces = Vec::with_capacity(head.len() / 4);
    let (mut at, mut gap, mut new_line) = (0, 0, false);
    while let Some(rest) = head.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        // Most characters are ASCII letters, or the blanks between them.
        let is_letter = c.is_ascii_alphabetic();
        if c == ' ' || !is_letter && is_gap(c) {
            gap += 1;
            new_line |= matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = if is_letter || c.is_alphabetic() {
            (Kind::Word, word_length(rest))
        } else if c.is_ascii_digit() {
            (Kind::Number, rest.bytes().take_while(u8::is_ascii_digit).count())
        } else {
            (Kind::Mark(c), c.len_utf8())
        };
        let start = block.start() as usize + at;
        let span = Span::from_range(start..start + length);
        let text = rest.get(..length).unwrap_or("");
        pieces.push(Piece { kind, text, span, gap, new_line });
        at += length;
        (gap, new_line) = (0, false);
    }
    pieces
}

/// White space, and marks that cannot be seen; U+0097 is a dash that was never converted, U+0085 too
/// may be an ellipsis, but ends a line far more often.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || (wirecopy_text::chars::is_invisible(c) && !matches!(c, '\u{96}' | '\u{97}'))
}

/// Bytes of the word that `text` starts with.
fn word_length(text: &str) -> usize {
    let mut length = letters(text);
    loop {
        let rest = text.get(length..).unwrap_or("");
        let mut chars = rest.chars();
        let Some(joint) = chars.next() else { return length };
        if !matches!(joint, '\'' | '’' | '`' | '‘' | 'ʼ' | '-' | '.') {
            return length;
        }
        let more = letters(chars.as_str());
        // "N.Y", "W.Va": short segments only, or "MOSCOW.April" would be one word.
        let short = || {
            let word = text.get(..length).unwrap_or("");
            let last = word.rsplit(['.', '-']).next().unwrap_or("");
            more <= 3 && last.chars().count() <= 2
        };
        let joins = more > 0 && (joint != '.' || short());
        if joins {
            length += joint.len_utf8() + more;
            continue;
        }
        if joint == '.' {
            let word = text.get(..length).unwrap_or("");
            let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            if word.contains('.') || initial || lists().is_dotted(word) {
                length += 1;
            }
        }
        return length;
    }
}

/// Bytes of the letters that `text` starts with, combining marks included.
fn letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut plain = 0;
    while let Some(eight) = bytes.get(plain..).and_then(<[u8]>::first_chunk) {
        let length = letters_of_eight(u64::from_le_bytes(*eight)) as usize;
        plain += length;
        if length < 8 {
            break;
        }
    }
    // What is left of the last bytes.
    let letters = bytes.iter().skip(plain).take(8).take_while(|byte| byte.is_ascii_alphabetic());
    plain += letters.count();
    let rest = text.get(plain..).unwrap_or("");
    if rest.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return plain;
    }
    let is_letter = |c: &char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}');
    plain + rest.chars().take_while(is_letter).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        lex(text, Span::from_range(0..text.len())).iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn stops_of_abbreviations_belong_to_the_word() {
        assert_eq!(words("TROY, N.C., Aug. 12"), ["TROY", ",", "N.C.", ",", "Aug.", "12"]);
        assert_eq!(words("OSLO. May 2"), ["OSLO", ".", "May", "2"]);
        assert_eq!(words("Calif.--(BUSINESS"), ["Calif.", "-", "-", "(", "BUSINESS"]);
        assert_eq!(words("PORT-AU-PRINCE, Marc l7"), ["PORT-AU-PRINCE", ",", "Marc", "l", "7"]);
    }
}
