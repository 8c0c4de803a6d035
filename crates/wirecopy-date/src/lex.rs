//! Text to the few kinds of item that dates are made of.
//!
//! One walk over the bytes. Most words of a story are [`Class::Other`] and cost one bit of a table; the
//! hard cases are numbers, which must be told apart here so that the grammar never sees half of
//! one: "6.8 million", "2+2", "$1990", "Geneva-2", "1,990" hold no date.

use crate::words::{Class, Key, Words};
use wirecopy_text::Span;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word(Class),
    /// Plain digits: the number (saturating) and how many digits were written.
    Number(u32, u8),
    /// "25th".
    Nth(u8),
    /// "1990s", "'80s": the first year, or the first of two digits.
    Decade(u16),
    /// "10:30".
    Clock(u8, u8),
    /// "3/4/2012", "3.4.2012": three numbers as written; the year may have two digits.
    Slashed(u8, u8, u16, bool),
    /// "2013-08-12".
    Iso(i16, u8, u8),
    /// "2012/13": the first of two years.
    Years(i16),
    /// "Q3", "3Q", "H1": parts of a year, in months, and which.
    Part(u8, u8),
    /// "a.m.", "p.m.": whether it is afternoon.
    Meridian(bool),
    /// A number that is no date: "1,990", "6.8", "$20", "50%", "F16".
    Amount,
    Comma,
    /// A hyphen or dash without space on both sides.
    Hyphen,
    Slash,
    /// "'s" after a word.
    Possessive,
    Open,
    Close,
    /// A double quotation mark.
    Quote,
    /// A dash set off by space, a semicolon, a colon.
    Pause,
    /// End of sentence.
    Stop,
    /// A blank line.
    Break,
    /// Any other sign.
    Sign,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Title,
    Upper,
    Mixed,
}

/// One item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    /// Nothing stands between this item and the one before.
    pub(crate) glued: bool,
    /// Between double quotation marks.
    pub(crate) quoted: bool,
    /// A word with which the name of a holiday may begin.
    pub(crate) festive: bool,
}

/// Adds the items from the start of `block` up to its first blank line; gives the rest of the block, if
/// there is one. No expression and no clause crosses a blank line.
pub(crate) fn lex(text: &str, block: Span, words: Words, items: &mut Vec<Item>) -> Option<Span> {
    let bytes = text.as_bytes();
    let end = (block.end() as usize).min(bytes.len());
    let bytes = bytes.get(..end).unwrap_or(bytes);
    let at = block.start() as usize;
    let first = items.len();
    let mut lexer = Lexer { text, bytes, words, at, quoted: false, items, first };
    lexer.run();
    let rest = lexer.at;
    (rest < end).then(|| Span::from_range(rest..end))
}

struct Lexer<'a, 'i> {
    text: &'a str,
    bytes: &'a [u8],
    words: Words,
    at: usize,
    quoted: bool,
    items: &'i mut Vec<Item>,
    /// Where the items of the block begin.
    first: usize,
}

impl Lexer<'_, '_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn run(&mut self) {
        let mut glued = false;
        while let Some(&byte) = self.bytes.get(self.at) {
            let start = self.at;
            match byte {
                b' ' | b'\t' | b'\r' => {
                    self.at += 1;
                    glued = false;
                    continue;
                }
                b'\n' => {
                    self.newline();
                    glued = false;
                    if self.last().is_some_and(|item| item.kind == Kind::Break) {
                        return;
                    }
                    continue;
                }
                b'a'..=b'z' | b'A'..=b'Z' => self.word(glued),
                b'0'..=b'9' => self.number(glued),
                128.. => {
                    if !self.wide(glued) {
                        glued = false;
                        continue;
                    }
                }
                _ => self.sign(byte, glued),
            }
            debug_assert!(self.at > start, "the lexer must advance");
            glued = true;
        }
    }

    /// The item before, in the same block.
    fn last(&self) -> Option<&Item> {
        self.items.get(self.first..)?.last()
    }

    fn push(&mut self, start: usize, kind: Kind, case: Case, glued: bool) {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let (start, end) = (narrow(start), narrow(self.at));
        self.items.push(Item {
            start,
            end,
            kind,
            case,
            glued,
            quoted: self.quoted,
            festive: false,
        });
    }

    fn plain(&mut self, length: usize, kind: Kind, glued: bool) {
        let start = self.at;
        self.at += length;
        self.push(start, kind, Case::Mixed, glued);
    }

    /// A blank line parts; a single line break is white space, for copy is hard-wrapped.
    fn newline(&mut self) {
        let mut ahead = 1;
        while matches!(self.peek(ahead), b' ' | b'\t' | b'\r') {
            ahead += 1;
        }
        if self.peek(ahead) == b'\n' {
            self.quoted = false;
            self.plain(ahead + 1, Kind::Break, false);
        } else {
            self.at += ahead;
        }
    }

    fn word(&mut self, glued: bool) {
        let start = self.at;
        let letters = self.bytes.get(start..).unwrap_or(b"");
        let (key, length, capitals) = Key::read(letters);
        self.at += length;
        // A letter outside ASCII makes the whole word foreign to the list.
        let after = self.peek(0);
        let foreign = after >= 128 && self.swallow_letters();
        // "F16", "H1N1", but "Q3" and "FY2013".
        if self.peek(0).is_ascii_digit() && letters.get(..length) != Some(b"FY") {
            let kind = self.part_of_year(letters.get(..length)).unwrap_or(Kind::Amount);
            self.swallow_code();
            self.push(start, kind, Case::Mixed, glued);
            return;
        }
        let half_of_day = matches!(letters.first(), Some(b'a' | b'p' | b'A' | b'P'));
        if half_of_day && !foreign && self.meridian(start, glued) {
            return;
        }
        let class = match key {
            Some(key) if !foreign => self.words.class(key),
            _ => Class::Other,
        };
        let case = if capitals == 0 { Case::Lower } else { case(letters.get(..length), capitals) };
        self.push(start, Kind::Word(class), case, glued);
        if capitals > 0
            && key.is_some_and(|key| self.words.may_open_holiday(key))
            && let Some(item) = self.items.last_mut()
        {
            item.festive = true;
        }
    }

    /// "Q3" and "H1" behind their letter, with nothing glued to them.
    fn part_of_year(&self, letter: Option<&[u8]>) -> Option<Kind> {
        let tail = self.peek(1);
        if tail.is_ascii_alphanumeric() || matches!(tail, b'-' | b'/') {
            return None;
        }
        match (letter?, self.peek(0)) {
            (b"Q", digit @ b'1'..=b'4') => Some(Kind::Part(3, digit - b'0')),
            (b"H", digit @ b'1'..=b'2') => Some(Kind::Part(6, digit - b'0')),
            _ => None,
        }
    }

    /// "a.m." and "pm", only after a number.
    fn meridian(&mut self, start: usize, glued: bool) -> bool {
        let after_number = |item: &Item| matches!(item.kind, Kind::Number(..) | Kind::Clock(..));
        if !self.last().is_some_and(after_number) {
            return false;
        }
        let rest = self.bytes.get(start..).unwrap_or(b"");
        let (afternoon, length) = match rest {
            [half @ (b'a' | b'p' | b'A' | b'P'), b'.', b'm' | b'M', tail @ ..] => {
                let dot = usize::from(tail.first() == Some(&b'.'));
                (matches!(half, b'p' | b'P'), 3 + dot)
            }
            [half @ (b'a' | b'p' | b'A' | b'P'), b'm' | b'M', tail @ ..] => {
                let letter = tail.first().is_some_and(u8::is_ascii_alphabetic);
                if letter {
                    return false;
                }
                (matches!(half, b'p' | b'P'), 2)
            }
            _ => return false,
        };
        self.at = start + length;
        self.push(start, Kind::Meridian(afternoon), Case::Mixed, glued);
        true
    }

    /// Letters outside ASCII that continue a word.
    fn swallow_letters(&mut self) -> bool {
        let from = self.at;
        while self.peek(0) >= 128 {
            let rest = self.text.get(self.at..self.bytes.len()).unwrap_or("");
            match rest.chars().next() {
                Some(c) if c.is_alphanumeric() => self.at += c.len_utf8(),
                _ => break,
            }
            while self.peek(0).is_ascii_alphabetic() {
                self.at += 1;
            }
        }
        self.at > from
    }

    /// The rest of "F16" or "4x4".
    fn swallow_code(&mut self) {
        while self.peek(0).is_ascii_alphanumeric() {
            self.at += 1;
        }
    }

    fn sign(&mut self, byte: u8, glued: bool) {
        match byte {
            b',' => self.plain(1, Kind::Comma, glued),
            b'.' | b'!' | b'?' => self.plain(1, Kind::Stop, glued),
            b';' | b':' | b'_' => self.plain(1, Kind::Pause, glued),
            b'/' => self.plain(1, Kind::Slash, glued),
            b'(' | b'[' => self.plain(1, Kind::Open, glued),
            b')' | b']' => self.plain(1, Kind::Close, glued),
            b'"' => self.quote(1, !self.quoted, glued),
            b'`' if self.peek(1) == b'`' => self.quote(2, true, glued),
            b'\'' if self.peek(1) == b'\'' => self.quote(2, false, glued),
            b'\'' => self.apostrophe(1, glued),
            b'-' => self.hyphen(1, glued),
            b'$' | b'#' | b'+' | b'=' | b'*' | b'@' | b'<' | b'>' => self.currency(1, glued),
            _ => self.plain(1, Kind::Sign, glued),
        }
    }

    /// A sign that claims the number behind it.
    fn currency(&mut self, length: usize, glued: bool) {
        let start = self.at;
        self.at += length;
        if self.peek(0).is_ascii_digit() {
            self.digits_and_groups();
            self.push(start, Kind::Amount, Case::Mixed, glued);
        } else {
            self.push(start, Kind::Sign, Case::Mixed, glued);
        }
    }

    fn quote(&mut self, length: usize, opens: bool, glued: bool) {
        self.quoted = opens;
        self.plain(length, Kind::Quote, glued);
    }

    /// "'s", "'80s", "'ll", or a mark.
    fn apostrophe(&mut self, length: usize, glued: bool) {
        let (first, second) = (self.peek(length), self.peek(length + 1));
        let third = self.peek(length + 2);
        if first.is_ascii_digit() && second.is_ascii_digit() && third == b's' {
            let decade = u16::from(first - b'0') * 10;
            self.plain(length + 3, Kind::Decade(decade), glued);
        } else if glued && matches!(first, b's' | b'S') && !second.is_ascii_alphabetic() {
            self.plain(length + 1, Kind::Possessive, true);
        } else {
            self.plain(length, Kind::Sign, glued);
        }
    }

    fn hyphen(&mut self, length: usize, glued: bool) {
        let mut run = length;
        while self.peek(run) == b'-' {
            run += 1;
        }
        let spaced = !glued || matches!(self.peek(run), b' ' | b'\n' | b'\t' | b'\r' | 0);
        let kind = if spaced || run > length { Kind::Pause } else { Kind::Hyphen };
        self.plain(run, kind, glued);
    }

    /// A character outside ASCII. False if it is white space.
    fn wide(&mut self, glued: bool) -> bool {
        let rest = self.text.get(self.at..self.bytes.len()).unwrap_or("");
        let Some(c) = rest.chars().next() else {
            self.at += 1;
            return false;
        };
        let length = c.len_utf8();
        match c {
            '\u{201C}' | '«' | '„' => self.quote(length, true, glued),
            '\u{201D}' | '»' => self.quote(length, false, glued),
            '\u{2019}' | '\u{2018}' => self.apostrophe(length, glued),
            '–' | '\u{2010}' | '\u{2011}' => self.hyphen(length, glued),
            '—' | '―' | '\u{96}' | '\u{97}' => self.plain(length, Kind::Pause, glued),
            '£' | '€' | '¥' | '±' | '×' => self.currency(length, glued),
            _ if c.is_whitespace() => {
                self.at += length;
                return false;
            }
            _ if c.is_alphabetic() => {
                let start = self.at;
                self.at += length;
                loop {
                    while self.peek(0).is_ascii_alphanumeric() {
                        self.at += 1;
                    }
                    if !self.swallow_letters() {
                        break;
                    }
                }
                self.push(start, Kind::Word(Class::Other), Case::Mixed, glued);
            }
            _ => self.plain(length, Kind::Sign, glued),
        }
        true
    }

    /// Digits with their groups and decimals; gives whether there was more than plain digits.
    fn digits_and_groups(&mut self) -> bool {
        let mut grouped = false;
        loop {
            while self.peek(0).is_ascii_digit() {
                self.at += 1;
            }
            // "1,990" is one number, "Aug. 7,1998" is not.
            let thousands = (1..4).all(|ahead| self.peek(ahead).is_ascii_digit())
                && !self.peek(4).is_ascii_digit();
            let joins = match self.peek(0) {
                b',' => thousands,
                b'.' | b'/' | b':' | b'+' => self.peek(1).is_ascii_digit(),
                _ => false,
            };
            if !joins {
                return grouped;
            }
            grouped = true;
            self.at += 1;
        }
    }

    fn number(&mut self, glued: bool) {
        let start = self.at;
        if let Some((length, kind)) = self.numeric_date().or_else(|| self.year_pair()) {
            self.plain(length, kind, glued);
            return;
        }
        let grouped = self.digits_and_groups();
        let written = self.bytes.get(start..self.at).unwrap_or(b"");
        if grouped {
            let kind = clock(written).unwrap_or(Kind::Amount);
            if self.peek(0).is_ascii_alphabetic()
                && !matches!(self.peek(0), b'a' | b'p' | b'A' | b'P')
            {
                self.swallow_code();
                self.push(start, Kind::Amount, Case::Mixed, glued);
                return;
            }
            self.push(start, kind, Case::Mixed, glued);
            return;
        }
        let digits = u8::try_from(written.len()).unwrap_or(u8::MAX);
        let value = written.iter().fold(0u32, |sum, digit| {
            sum.saturating_mul(10).saturating_add(u32::from(digit - b'0'))
        });
        let kind = self.suffix(value, digits);
        self.push(start, kind, Case::Mixed, glued);
    }

    /// What the letters glued to a plain number make of it.
    fn suffix(&mut self, value: u32, digits: u8) -> Kind {
        let letters = [self.peek(0), self.peek(1)].map(|byte| byte.to_ascii_lowercase());
        let ends = !self.peek(2).is_ascii_alphanumeric();
        match letters {
            [b's', b't'] | [b'n', b'd'] | [b'r', b'd'] | [b't', b'h'] if ends => {
                self.at += 2;
                u8::try_from(value).map_or(Kind::Amount, Kind::Nth)
            }
            [b'a' | b'p', b'm'] if ends && digits <= 2 => Kind::Number(value, digits),
            [b'q' | b'h', next] if !next.is_ascii_alphanumeric() && digits == 1 => {
                let part = match (self.peek(0), value) {
                    (b'Q', 1..=4) => u8::try_from(value).ok().map(|number| Kind::Part(3, number)),
                    (b'H', 1..=2) => u8::try_from(value).ok().map(|number| Kind::Part(6, number)),
                    _ => None,
                };
                self.at += 1;
                part.unwrap_or(Kind::Amount)
            }
            [b's', next] if !next.is_ascii_alphanumeric() && matches!(digits, 2 | 4) => {
                self.at += 1;
                decade(value, digits)
            }
            [b'\'', b's'] if digits == 4 && value.is_multiple_of(10) && ends => {
                self.at += 2;
                decade(value, digits)
            }
            [b'%', _] => {
                self.at += 1;
                Kind::Amount
            }
            [first, _] if first.is_ascii_alphabetic() => {
                self.swallow_code();
                Kind::Amount
            }
            _ => Kind::Number(value, digits),
        }
    }

    /// "2013-08-12", "3/4/2012", "3.4.2012": three numbers and the same mark twice.
    fn numeric_date(&self) -> Option<(usize, Kind)> {
        let (a, first) = self.short_number(0)?;
        let mark = self.peek(first);
        if !matches!(mark, b'-' | b'/' | b'.') {
            return None;
        }
        let (b, second) = self.short_number(first + 1)?;
        let middle = first + 1 + second;
        if self.peek(middle) != mark {
            return None;
        }
        let (c, third) = self.short_number(middle + 1)?;
        let length = middle + 1 + third;
        let tail = self.peek(length);
        let more =
            matches!(tail, b'-' | b'/' | b'.' | b',') && self.peek(length + 1).is_ascii_digit();
        // A time may follow an ISO day: "2013-08-12T10:30".
        let foreign = tail.is_ascii_alphanumeric() && !(mark == b'-' && tail == b'T');
        if more || foreign {
            return None;
        }
        let small = |value: u32| u8::try_from(value).ok();
        let kind = match (first, second, third) {
            (4, 1 | 2, 1 | 2) => Kind::Iso(i16::try_from(a).ok()?, small(b)?, small(c)?),
            (1 | 2, 1 | 2, 4) => Kind::Slashed(small(a)?, small(b)?, u16::try_from(c).ok()?, true),
            (1 | 2, 1 | 2, 2) if mark == b'/' => {
                Kind::Slashed(small(a)?, small(b)?, u16::try_from(c).ok()?, false)
            }
            _ => return None,
        };
        Some((length, kind))
    }

    /// "2012/13": a year and the next, as seasons and budgets are named.
    fn year_pair(&self) -> Option<(usize, Kind)> {
        let (first, 4) = self.short_number(0)? else { return None };
        let (second, 2) = self.short_number(5).filter(|_| self.peek(4) == b'/')? else {
            return None;
        };
        let follows = (first + 1) % 100 == second && (1900..2100).contains(&first);
        let ends = !self.peek(7).is_ascii_alphanumeric() && self.peek(7) != b'/';
        let first = i16::try_from(first).ok()?;
        (follows && ends).then_some((7, Kind::Years(first)))
    }

    /// One to four digits `ahead`, and how many.
    fn short_number(&self, ahead: usize) -> Option<(u32, usize)> {
        let mut value = 0;
        let mut length = 0;
        while self.peek(ahead + length).is_ascii_digit() {
            if length == 4 {
                return None;
            }
            value = value * 10 + u32::from(self.peek(ahead + length) - b'0');
            length += 1;
        }
        (length > 0).then_some((value, length))
    }
}

fn decade(value: u32, digits: u8) -> Kind {
    let whole = value.is_multiple_of(10) && (digits == 2 || (1500..2100).contains(&value));
    match u16::try_from(value) {
        Ok(value) if whole => Kind::Decade(value),
        _ => Kind::Amount,
    }
}

/// "10:30" and "10:30:15", within the day.
fn clock(written: &[u8]) -> Option<Kind> {
    let two = |tens: &u8, ones: &u8| {
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
    };
    let (hour, minute) = match written {
        [h, b':', m, n] => (two(&b'0', h)?, two(m, n)?),
        [g, h, b':', m, n] | [g, h, b':', m, n, b':', _, _] => (two(g, h)?, two(m, n)?),
        _ => return None,
    };
    (hour <= 24 && minute < 60).then_some(Kind::Clock(hour, minute))
}

/// How a word with so many `capitals`, one at least, is written.
fn case(word: Option<&[u8]>, capitals: usize) -> Case {
    let word = word.unwrap_or_default();
    match (word.first().is_some_and(u8::is_ascii_uppercase), capitals) {
        (true, 1) => Case::Title,
        (true, _) if capitals == word.len() => Case::Upper,
        _ => Case::Mixed,
    }
}
