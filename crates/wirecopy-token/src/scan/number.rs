//! Numbers: digits with their separators, and the letters that belong to them.

use super::Scanner;
use crate::class;
use crate::token::{TokenFlags, TokenKind};

impl Scanner<'_> {
    /// A number whose first digit, or leading point, is at `start`.
    pub(super) fn number(&mut self, start: usize) {
        if !self.custom.is_empty() && self.custom_pattern(start) {
            return;
        }
        if self.email(start) {
            return;
        }
        let mut at = self.digits(start);
        let mut plain = at > start;
        loop {
            let more = match self.byte(at) {
                b'.' | b',' | b':' => self.digits(at + 1),
                b'-' if plain => self.telephone(start, at),
                b'/' if plain => self.fraction(at),
                _ => at,
            };
            if more <= at + 1 {
                break;
            }
            plain = false;
            at = more;
        }
        let mut letters = at;
        while self.class(letters) & (class::LETTER | class::UNDERSCORE) != 0 {
            letters += 1;
        }
        if letters == at && self.class(at) & class::HINGE == 0 {
            self.push(start, at, TokenKind::Number, 0);
            return;
        }
        self.with_letters(start, at, letters);
    }

    /// Where the digits that start at `at` end.
    fn digits(&self, mut at: usize) -> usize {
        while self.class(at) & class::DIGIT != 0 {
            at += 1;
        }
        at
    }

    /// Where a telephone number ends whose first hyphen is at `hyphen` (3-4 or 3-3-4 digits), or a
    /// ZIP code (5-4).
    fn telephone(&self, start: usize, hyphen: usize) -> usize {
        let glued = self.joining & TokenFlags::HYPHEN != 0;
        let second = self.digits(hyphen + 1);
        let zip = hyphen - start == 5 && second - (hyphen + 1) == 4;
        if hyphen - start != 3 && !zip || glued {
            return hyphen;
        }
        match second - (hyphen + 1) {
            4 if !self.is_alphanumeric(second) && self.byte(second) != b'-' => second,
            3 if self.byte(second) == b'-' => {
                let third = self.digits(second + 1);
                if third - (second + 1) == 4 { third } else { hyphen }
            }
            _ => hyphen,
        }
    }

    /// Where `9/11` or `11/28/2000` ends, whose first slash is at `slash`.
    fn fraction(&mut self, slash: usize) -> usize {
        let second = self.digits(slash + 1);
        if self.byte(second) == b'/' {
            let third = self.digits(second + 1);
            if third > second + 1 && second > slash + 1 {
                self.casual = true;
                return third;
            }
        }
        second
    }

    /// A number with letters right behind it, or with an apostrophe or point.
    fn with_letters(&mut self, start: usize, digits: usize, letters: usize) {
        let suffix = self.slice(digits, letters);
        if suffix.is_empty() {
            self.push_number(start, digits);
            return;
        }
        let folded: [u8; 2] = match suffix {
            [a, b] => [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
            _ => [0, 0],
        };
        let hundreds = matches!(suffix, [b's' | b'S']);
        if matches!(&folded, b"st" | b"nd" | b"rd" | b"th") {
            self.push(start, letters, TokenKind::Ordinal, 0);
        } else if hundreds {
            self.push(start, letters, TokenKind::Number, 0);
        } else if self.language.units.has(suffix) || suffix.starts_with(b"_") {
            self.push(start, digits, TokenKind::Number, 0);
        } else {
            let mut end = letters;
            while self.class(end) & class::WORD != 0 {
                end += 1;
            }
            let kind = TokenKind::Word;
            let bits = u16::from(suffix.first().is_some_and(u8::is_ascii_uppercase));
            self.push(start, end, kind, bits * TokenFlags::CAPITALISED);
        }
    }

    /// A number without letters: `20`, `20.doc`, `1960's`.
    fn push_number(&mut self, start: usize, end: usize) {
        if self.byte(end) == b'.'
            && self.class(end + 1) & class::LETTER != 0
            && self.host(start, end)
        {
            return;
        }
        self.push(start, end, TokenKind::Number, 0);
        // "the 1960's", "47's": the clitic is not a word of its own scan.
        let width = match self.byte(end) {
            b'\'' => 1,
            0xE2 if self.slice(end, end + 3) == "’".as_bytes() => 3,
            _ => return,
        };
        if matches!(self.byte(end + width), b's' | b'S') && !self.is_alphanumeric(end + width + 1) {
            self.joining = 0;
            self.push(end, end + width + 1, TokenKind::Word, TokenFlags::CLITIC);
        }
    }
}
