//! Everything that is not a letter or digit: stops, quotation marks, dashes, signs.

use super::Scanner;
use crate::class;
use crate::token::{TokenFlags, TokenKind};
use wirecopy_text::chars;

impl Scanner<'_> {
    /// A mark of ASCII at the scanner's place.
    pub(super) fn mark(&mut self, byte: u8) {
        let start = self.at;
        if !self.custom.is_empty() && self.custom_pattern(start) {
            return;
        }
        match byte {
            b',' | b';' | b']' | b'}' | b'(' | b'[' | b'{' => self.single(TokenKind::Punct),
            b')' => self.round_bracket(),
            b'%' => self.percent(),
            b'.' => self.stop(),
            b'"' => self.double_quote(),
            b'\'' => self.apostrophe(1),
            b'-' => self.hyphen(),
            b'!' | b'?' => {
                let end = self.run(start, |byte| matches!(byte, b'!' | b'?'));
                self.casual |= end > start + 1;
                self.push(start, end, TokenKind::Punct, 0);
                self.candidate();
            }
            b':' => self.colon(),
            b'/' => self.slash(),
            b'`' => {
                let end = start + 1 + usize::from(self.byte(start + 1) == b'`');
                self.double_open |= end == start + 2;
                self.push(start, end, TokenKind::OpenQuote, 0);
            }
            b'$' => self.single(TokenKind::Currency),
            b'@' | b'#' if self.is_letter(start + 1) => self.handle(),
            b'*' | b'=' | b'_' | b'~' | b'#' | b'<' | b'>' | b'+' | b'|' => {
                let end = self.run(start, |next| next == byte);
                self.casual |= end > start + 1;
                self.push(start, end, TokenKind::Symbol, 0);
            }
            _ => self.single(TokenKind::Symbol),
        }
    }

    /// A character beyond ASCII at the scanner's place.
    pub(super) fn high(&mut self) {
        let start = self.at;
        let Some(c) = self.char_at(start) else {
            self.at += 1;
            return;
        };
        if !self.custom.is_empty() && self.custom_pattern(start) {
            return;
        }
        let end = start + c.len_utf8();
        match c {
            '“' | '„' | '«' | '‹' | '‚' => self.open_quote(end),
            '‘' => {
                if self.is_apostrophe_word(end) || !self.may_open(end) {
                    self.apostrophe(3);
                } else {
                    self.single_open = true;
                    self.open_quote(end);
                }
            }
            '”' | '»' | '›' => self.push(start, end, TokenKind::CloseQuote, 0),
            '’' => self.apostrophe(end - start),
            '…' => {
                let mut end = end;
                while self.byte(end) == b'.' || self.slice(end, end + 3) == "…".as_bytes() {
                    end += if self.byte(end) == b'.' { 1 } else { 3 };
                }
                self.push(start, end, TokenKind::Ellipsis, 0);
                self.candidate();
            }
            '€' | '£' | '¥' | '₹' | '₽' | '¢' | '₩' => {
                self.push(start, end, TokenKind::Currency, 0);
            }
            _ if class::is_letter(c) => self.high_word(),
            _ if chars::is_dash(c) => {
                let mut end = end;
                while self.char_at(end) == Some(c) {
                    end += c.len_utf8();
                }
                self.push(start, end, TokenKind::Dash, 0);
            }
            _ if c.is_whitespace() || c.is_control() => {
                self.at = end;
                self.joining = 0;
                let newline = matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
                self.flag_last(
                    TokenFlags::SPACE_AFTER | (u16::from(newline) * TokenFlags::NEWLINE_AFTER),
                );
            }
            // Marks of zero width are no tokens.
            _ if chars::is_invisible(c) => self.at = end,
            _ if c.is_numeric() => self.push(start, end, TokenKind::Number, 0),
            _ if chars::is_sentence_stop(c) => {
                self.push(start, end, TokenKind::Punct, 0);
                self.candidate();
            }
            _ => self.sign(end),
        }
    }

    /// A sign with the marks that change it: an emoji and its skin.
    fn sign(&mut self, mut end: usize) {
        while let Some(mark) = self.char_at(end).filter(|c| class::is_mark(*c)) {
            end += mark.len_utf8();
        }
        let bullet = self.char_at(self.at).is_some_and(is_bullet);
        self.push(self.at, end, TokenKind::Symbol, 0);
        if bullet {
            self.candidate();
        }
    }

    fn single(&mut self, kind: TokenKind) {
        self.push(self.at, self.at + 1, kind, 0);
    }

    /// Where the run of bytes that `belongs` takes ends.
    fn run(&self, start: usize, belongs: impl Fn(u8) -> bool) -> usize {
        start
            + self.slice(start, self.bytes.len()).iter().take_while(|byte| belongs(**byte)).count()
    }

    /// A closing bracket, which may end the mark of a list item: `2) `.
    fn round_bracket(&mut self) {
        let item = self.is_glued()
            && self
                .last()
                .is_some_and(|token| token.span.len() <= 2 || token.kind == TokenKind::Punct);
        self.single(TokenKind::Punct);
        if item {
            self.candidate();
        }
    }

    /// A sign of percentage, which may stand within a hyphenated word: `62%-owned`.
    fn percent(&mut self) {
        let inside = self.is_glued_to_word()
            && self.byte(self.at + 1) == b'-'
            && self.is_letter(self.at + 2);
        self.push(self.at, self.at + 1, TokenKind::Symbol, u16::from(inside) * TokenFlags::HYPHEN);
    }

    /// A full stop, an ellipsis, a leading decimal point.
    fn stop(&mut self) {
        let start = self.at;
        let end = self.run(start, |byte| byte == b'.');
        if end == start + 1 && self.class(end) & class::DIGIT != 0 && !self.is_glued_to_word() {
            self.number(start);
            return;
        }
        let end = if end == start + 1 { self.spaced_ellipsis(start) } else { end };
        let kind = if end == start + 1 { TokenKind::Punct } else { TokenKind::Ellipsis };
        self.push(start, end, kind, 0);
        self.candidate();
    }

    fn is_glued_to_word(&self) -> bool {
        self.is_glued()
            && self.last().is_some_and(|token| {
                token.kind.is_wordlike() || matches!(token.kind, TokenKind::Number)
            })
    }

    /// Where the ellipsis `. . .` at `start` ends; one byte on if there is none. A stop right behind
    /// a word is that word's (`left. . . .`), and so is a fourth one (`left . . . .`).
    fn spaced_ellipsis(&self, start: usize) -> usize {
        let mut at = start + 1;
        let mut stops = 1;
        while stops < 3 && self.byte(at) == b' ' && self.byte(at + 1) == b'.' {
            at += 2;
            stops += 1;
        }
        let fourth = self.byte(at) == b' ' && self.byte(at + 1) == b'.';
        if stops == 3 && self.byte(at) != b'.' && !(fourth && self.is_glued()) {
            at
        } else {
            start + 1
        }
    }

    /// Whether a quotation mark that ends at `end` can open: something to quote follows, and
    /// nothing that it could close goes before.
    fn may_open(&self, end: usize) -> bool {
        let space_after = self.class(end) & class::SPACE != 0 || end >= self.bytes.len();
        let opened_before = !self.is_glued()
            || self.last().is_some_and(|token| match token.kind {
                TokenKind::OpenQuote | TokenKind::Dash => true,
                TokenKind::Punct => {
                    matches!(self.byte(token.span.start() as usize), b'(' | b'[' | b'{')
                }
                _ => false,
            });
        opened_before && !space_after
    }

    fn open_quote(&mut self, end: usize) {
        self.push(self.at, end, TokenKind::OpenQuote, 0);
    }

    /// A straight double quotation mark: the space around it says which way it faces; between
    /// two spaces the count does.
    fn double_quote(&mut self) {
        let end = self.at + 1;
        let space_before = !self.is_glued();
        let space_after = self.class(end) & class::SPACE != 0 || end >= self.bytes.len();
        let opens = match (space_before, space_after) {
            (true, false) => true,
            (false, true) => false,
            (true, true) => !self.double_open,
            (false, false) => self.may_open(end) || !self.double_open && self.is_alphanumeric(end),
        };
        self.double_open = opens;
        let kind = if opens { TokenKind::OpenQuote } else { TokenKind::CloseQuote };
        self.push(self.at, end, kind, 0);
    }

    /// An apostrophe or single quotation mark of `width` bytes, outside a word.
    fn apostrophe(&mut self, width: usize) {
        let start = self.at;
        let end = start + width;
        if width == 1 && self.byte(end) == b'\'' {
            let kind =
                if self.may_open(end + 1) { TokenKind::OpenQuote } else { TokenKind::CloseQuote };
            self.push(start, end + 1, kind, 0);
            return;
        }
        if let Some(word_end) = self.apostrophe_word(end) {
            let glued = self.is_glued();
            self.push(start, word_end, TokenKind::Word, u16::from(glued) * TokenFlags::CLITIC);
            return;
        }
        if self.may_open(end) {
            self.single_open = true;
            self.push(start, end, TokenKind::OpenQuote, 0);
            return;
        }
        // "the workers' rights": glued to an s, and no quotation to close.
        let possessive = !self.single_open
            && self.is_glued()
            && start.checked_sub(1).is_some_and(|at| {
                matches!(self.byte(at), b's' | b'S' | b'z' | b'x') && self.is_glued_to_word()
            });
        self.single_open = false;
        if possessive {
            self.push(start, end, TokenKind::Word, TokenFlags::CLITIC);
        } else {
            self.push(start, end, TokenKind::CloseQuote, 0);
        }
    }

    fn is_apostrophe_word(&self, end: usize) -> bool {
        self.apostrophe_word(end).is_some()
    }

    /// Where `'em`, `'90s`, or the clitic of a token that is no word (`$'s`), ends, whose apostrophe
    /// ends at `end`.
    fn apostrophe_word(&self, end: usize) -> Option<usize> {
        let longest = (end + crate::lexicon::LONGEST_WORD).min(self.bytes.len());
        let ahead = self.slice(end, longest);
        let length = ahead.iter().take_while(|byte| class::of(**byte) & class::WORD != 0).count();
        if length == ahead.len() && end + length < self.bytes.len() {
            return None;
        }
        let word = ahead.get(..length)?;
        let decade = match word {
            [b'0'..=b'9', b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9', b's'] => {
                !self.is_glued() && !self.single_open
            }
            _ => false,
        };
        let clitic = self.is_glued()
            && matches!(word, [b's' | b'S' | b'm' | b'd'] | [b'l', b'l'] | [b'v' | b'r', b'e'])
            && self.last().is_none_or(|token| token.kind != TokenKind::OpenQuote);
        // "Acme Corp. 's profit", as set by hand.
        let spaced = word == b"s"
            && !self.is_glued()
            && !self.single_open
            && self.class(end + 1) & class::SPACE != 0
            && self.last().is_some_and(|token| token.kind.is_wordlike());
        let elided = (!self.is_glued() || self.may_open(end)) && self.language.apostrophe.has(word);
        let closes = matches!(self.byte(end + length), b'\'')
            || self.slice(end + length, end + length + 3) == "’".as_bytes();
        (clitic || spaced || (decade || elided) && !closes).then_some(end + length)
    }

    /// A hyphen, alone or within a word; two or more are a dash.
    fn hyphen(&mut self) {
        let start = self.at;
        let end = self.run(start, |byte| byte == b'-');
        let inside = end == start + 1
            && self.is_glued()
            && self.is_alphanumeric(end)
            && self.last().is_some_and(|token| {
                token.kind.is_wordlike()
                    || matches!(token.kind, TokenKind::Number | TokenKind::Ordinal)
                    || token.flags.joins_hyphen()
            });
        let bits = u16::from(inside) * TokenFlags::HYPHEN;
        self.push(start, end, TokenKind::Dash, bits);
        self.joining = bits;
    }

    fn slash(&mut self) {
        let start = self.at;
        let inside = self.is_glued_to_word() && self.is_alphanumeric(start + 1);
        let bits = u16::from(inside) * TokenFlags::SLASH;
        self.push(start, start + 1, TokenKind::Punct, bits);
        self.joining = bits;
    }

    /// A colon, or a face: `:)`.
    fn colon(&mut self) {
        let start = self.at;
        if !self.is_glued() {
            let nose = usize::from(self.byte(start + 1) == b'-');
            let end = start + 2 + nose;
            let mouth = matches!(self.byte(end - 1), b')' | b'(' | b'D' | b'P' | b'p');
            if mouth && !self.is_alphanumeric(end) {
                self.casual = true;
                self.push(start, end, TokenKind::Symbol, 0);
                return;
            }
        }
        self.single(TokenKind::Punct);
        self.candidate();
    }

    /// `@name`, `#topic`.
    fn handle(&mut self) {
        let mut end = self.at + 1;
        loop {
            let class = self.class(end);
            if class & class::WORD != 0 {
                end += 1;
            } else if class & class::HIGH != 0
                && let Some(c) = self.char_at(end).filter(|c| class::is_word(*c))
            {
                end += c.len_utf8();
            } else {
                break;
            }
        }
        self.casual = true;
        self.push(self.at, end, TokenKind::Handle, 0);
    }
}

/// Whether `c` is a bullet that is used for nothing else: the middle dot and the asterisk are.
fn is_bullet(c: char) -> bool {
    chars::is_bullet(c) && !matches!(c, '*' | '\u{B7}' | '\u{2605}' | '\u{2606}')
}
