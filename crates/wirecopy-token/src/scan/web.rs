//! Web and mail addresses, bare host names and file names.
//!
//! Each look-ahead that fails leaves a mark behind ("no host name starts before …"), so that a long
//! run of dots or letters is looked through once and not once for each of its tokens.

use super::Scanner;
use crate::class;
use crate::lexicon::{DOMAINS, EXTENSIONS};
use crate::token::TokenKind;
use memchr::memchr;

/// Longest part of a mail address before the `@`, in bytes.
const LONGEST_LOCAL: usize = 64;

impl Scanner<'_> {
    /// Finds the next `@` at or after `from`.
    pub(super) fn find_at_sign(&mut self, from: usize) {
        let rest = self.bytes.get(from..).unwrap_or(&[]);
        self.at_sign = memchr(b'@', rest).map_or(usize::MAX, |found| from + found);
    }

    /// A mail address that starts at `start`.
    pub(super) fn email(&mut self, start: usize) -> bool {
        if self.at_sign < start {
            self.find_at_sign(start);
        }
        let sign = self.at_sign;
        if sign == usize::MAX || start < self.no_email_before || sign - start > LONGEST_LOCAL {
            return false;
        }
        let local = self.slice(start, sign);
        if let Some(bad) = local.iter().rposition(|byte| !is_local(*byte)) {
            self.no_email_before = start + bad + 1;
            return false;
        }
        let end = self.host_end(sign + 1);
        if local.is_empty() || end <= sign + 1 {
            self.no_email_before = sign + 1;
            return false;
        }
        self.casual = true;
        self.push(start, end, TokenKind::Email, 0);
        true
    }

    /// `http://…`, whose scheme is the word `start..end`.
    pub(super) fn url_scheme(&mut self, start: usize, end: usize) -> bool {
        if self.byte(end) != b':' || self.slice(end, end + 3) != b"://" {
            return false;
        }
        let scheme = self.slice(start, end);
        let mut known = [b"http".as_slice(), b"https", b"ftp"].into_iter();
        if !known.any(|known| scheme.eq_ignore_ascii_case(known)) {
            return false;
        }
        let url = self.url_end(end + 3);
        if url <= end + 3 {
            return false;
        }
        self.casual = true;
        self.push(start, url, TokenKind::Url, 0);
        true
    }

    /// `www.example.com/page`, `example.co.uk`, `report.doc`: a word with a full stop at `dot` and
    /// a letter or digit behind it.
    pub(super) fn host(&mut self, start: usize, dot: usize) -> bool {
        if start < self.no_host_before {
            return false;
        }
        let end = self.host_end(start);
        let name = self.slice(start, end);
        let tail = name.rsplit(|byte| *byte == b'.').next().unwrap_or(&[]);
        let www = self.slice(start, dot).eq_ignore_ascii_case(b"www");
        let host = www || tail.len() > 1 && DOMAINS.has(tail) && !is_sentence_gap(name);
        if end <= dot || !host && !EXTENSIONS.has(tail) && !is_dotted_name(name) {
            self.no_host_before = end;
            return false;
        }
        let end = if host && self.byte(end) == b'/' { self.url_end(end) } else { end };
        self.casual = true;
        self.push(start, end, TokenKind::Url, 0);
        true
    }

    /// Where the host name that starts at `at` ends: labels with dots between them.
    fn host_end(&self, mut at: usize) -> usize {
        let mut end = at;
        while self.class(at) & class::WORD != 0 || self.byte(at) == b'-' {
            at += 1;
            if self.class(at - 1) & class::WORD != 0 {
                end = at;
            }
            if self.byte(at) == b'.' && self.class(at + 1) & class::WORD != 0 {
                at += 1;
            }
        }
        end
    }

    /// Where the address ends whose inside `at` is: before white space, angle brackets, quotation
    /// marks, and punctuation that closes.
    fn url_end(&self, start: usize) -> usize {
        let mut end = start;
        let mut depth = 0_i32;
        let mut at = start;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'<' | b'>' | b'"' | b'|' => break,
                b'(' => depth += 1,
                b')' if depth > 0 => {
                    depth -= 1;
                    end = at + 1;
                }
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b')' | b']' | b'}' | b'*' => {}
                // Curly quotation marks, dashes and ellipses are E2 80 xx.
                0xE2 if self.byte(at + 1) == 0x80 => break,
                _ if class::of(*byte) & class::SPACE != 0 => break,
                _ => end = at + 1,
            }
            at += 1;
        }
        end
    }
}

/// Whether `name` is the dotted name of a group or module: `alt.sport.running`.
fn is_dotted_name(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| *byte == b'.');
    parts.clone().count() >= 3
        && parts.all(|part| part.len() >= 2 && part.iter().all(u8::is_ascii_lowercase))
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// Whether `name` is rather two sentences without a space between them: `done.It`.
fn is_sentence_gap(name: &[u8]) -> bool {
    let mut parts = name.rsplit(|byte| *byte == b'.');
    let (Some(tail), Some(before)) = (parts.next(), parts.next()) else { return true };
    parts.next().is_none()
        && tail.first().is_some_and(u8::is_ascii_uppercase)
        && before.last().is_some_and(u8::is_ascii_lowercase)
}
