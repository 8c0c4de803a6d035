//! Words: letters first, and then whatever keeps them together.

use super::Scanner;
use crate::class;
use crate::lexicon::{AbbreviationWhen, LONGEST_CONTRACTION};
use crate::token::{TokenFlags, TokenKind};

/// Most letters before an apostrophe that are still looked up with what follows it.
const LONGEST_PREFIX: usize = 8;

impl Scanner<'_> {
    /// A word at the scanner's place, which holds an ASCII letter.
    #[inline]
    pub(super) fn word(&mut self) {
        let start = self.at;
        if !self.custom.is_empty() && self.custom_pattern(start) {
            return;
        }
        let (at, seen, stop) = self.letters(start);
        if class::of(stop) & class::HINGE != 0 || at > self.at_sign {
            self.hinged_word(start, at, seen);
        } else if at - start <= LONGEST_CONTRACTION
            && self.language.contractions.may_end(self.byte(at.wrapping_sub(2)), self.byte(at - 1))
        {
            self.push_word(start, at, seen);
        } else {
            // One space is the rule; whatever more there is, `space` finds.
            let spaced = stop == b' ';
            let bits = self.letter_flags(start, at, seen);
            self.push(
                start,
                at,
                TokenKind::Word,
                bits | (u16::from(spaced) * TokenFlags::SPACE_AFTER),
            );
            self.at = at + usize::from(spaced);
        }
    }

    /// Where the run of ASCII letters, digits and underscores at `at` ends, what is in it, and the
    /// byte that ends it: 0, which is in no word, if that is the block's end.
    #[inline]
    fn letters(&self, mut at: usize) -> (usize, u8, u8) {
        let mut seen = 0;
        while let Some(eight) = self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
            let (length, classes) = class::letters(*eight);
            seen |= classes;
            at += length;
            if let Some(stop) = eight.get(length) {
                if class::of(*stop) & class::WORD == 0 {
                    return (at, seen, *stop);
                }
                break;
            }
        }
        loop {
            let byte = self.byte(at);
            let class = class::of(byte);
            if class & class::WORD == 0 {
                return (at, seen, byte);
            }
            seen |= class;
            at += 1;
        }
    }

    /// A word that begins with a letter beyond ASCII.
    pub(super) fn high_word(&mut self) {
        self.hinged_word(self.at, self.at, 0);
    }

    /// A word whose run of ASCII letters ends, at `at`, at a mark that may be part of it.
    fn hinged_word(&mut self, start: usize, at: usize, seen: u8) {
        if self.email(start) || self.url_scheme(start, at) {
            return;
        }
        let mut word = Run { start, at, seen, apostrophe: None };
        self.run_on(&mut word);
        if word.apostrophe.is_none() {
            match self.byte(word.at) {
                b'.' if self.dotted(&word) => return,
                b'-' if self.prefixed(&mut word) => {}
                b'-' if self.is_cut_off(&word) => word.at += 1,
                b'$' if self.language_currency(&word) => return,
                b'/' if word.at - start == 1 && self.short_slash(&mut word) => {}
                _ => {}
            }
        }
        self.finish(&word);
    }

    /// Goes on over letters of any script, inner apostrophes and ampersands.
    fn run_on(&self, word: &mut Run) {
        loop {
            let class = self.class(word.at);
            if class & class::WORD != 0 {
                word.seen |= class;
                word.at += 1;
                continue;
            }
            let byte = self.byte(word.at);
            if byte == b'&' {
                // AT&T, R&D: capitals on both sides, and few of them.
                let short = word.seen == class::UPPER && word.at - word.start <= 4;
                if !(short && self.class(word.at + 1) & class::UPPER != 0) {
                    return;
                }
                word.at += 1;
                continue;
            }
            let apostrophe = match byte {
                b'\'' => 1,
                0xE2 if self.slice(word.at + 1, word.at + 3) == [0x80, 0x99] => 3,
                _ if class & class::HIGH == 0 => return,
                _ => 0,
            };
            if apostrophe > 0 {
                if word.at == word.start || !self.is_letter(word.at + apostrophe) {
                    return;
                }
                word.apostrophe = Some((word.at, apostrophe));
                word.at += apostrophe;
                continue;
            }
            match self.char_at(word.at) {
                Some(c) if class::is_word(c) => {
                    word.seen |= if c.is_uppercase() { class::UPPER } else { class::LOWER };
                    word.at += c.len_utf8();
                }
                _ => return,
            }
        }
    }

    /// Pushes a finished word, its clitic apart.
    fn finish(&mut self, word: &Run) {
        let Run { start, at: end, seen, .. } = *word;
        let Some((apostrophe, width)) = word.apostrophe else {
            self.push_word(start, end, seen);
            return;
        };
        match self.clitic(start, apostrophe, width, end) {
            // "wouldn't've"
            Some(split) if split > start => {
                let inner = self.slice(start, split);
                let twice = inner.iter().rposition(|byte| *byte == b'\'');
                let twice = twice.and_then(|at| {
                    self.clitic(start, start + at, 1, split).filter(|split| *split > start)
                });
                if let Some(first) = twice {
                    self.push_plain(start, first, seen);
                    self.push_clitic(first, split);
                } else {
                    self.push_plain(start, split, seen);
                }
                self.push_clitic(split, end);
            }
            _ => self.push_plain(start, end, seen),
        }
    }

    /// Where the clitic of a word starts: `do|n't`, `Baker|'s`.
    fn clitic(&self, start: usize, apostrophe: usize, width: usize, end: usize) -> Option<usize> {
        let suffix = self.slice(apostrophe + width, end);
        let folded = match suffix {
            [a] => [a.to_ascii_lowercase(), 0],
            [a, b] => [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
            _ => return None,
        };
        match &folded {
            [b't', 0] => {
                let not = apostrophe.checked_sub(1)?;
                let is_not = not > start && self.byte(not).eq_ignore_ascii_case(&b'n');
                is_not.then_some(not)
            }
            [b's' | b'm' | b'd', 0] | b"ll" | b"ve" | b"re" => Some(apostrophe),
            _ => None,
        }
    }

    fn push_clitic(&mut self, start: usize, end: usize) {
        self.joining = 0;
        self.push(start, end, TokenKind::Word, TokenFlags::CLITIC);
    }

    /// Pushes a word that may be two in one: `can|not`.
    #[inline]
    pub(super) fn push_word(&mut self, start: usize, end: usize, seen: u8) {
        // "Seung-im" holds no "I'm".
        let hyphened = start > 0 && self.byte(start - 1) == b'-';
        match self.language.contractions.split(self.slice(start, end)) {
            Some(length) if start + length < end && !hyphened => {
                self.casual |= self.byte(end - 1) == b't' || end - start == 2;
                self.push_plain(start, start + length, seen);
                self.push_clitic(start + length, end);
            }
            _ => self.push_plain(start, end, seen),
        }
    }

    /// Pushes a word as it is.
    #[inline]
    fn push_plain(&mut self, start: usize, end: usize, seen: u8) {
        let bits = self.letter_flags(start, end, seen);
        self.push(start, end, TokenKind::Word, bits);
    }

    #[inline]
    fn letter_flags(&self, start: usize, end: usize, seen: u8) -> u16 {
        if seen & class::UPPER == 0 { 0 } else { self.capital_flags(start, end, seen) }
    }

    fn capital_flags(&self, start: usize, end: usize, seen: u8) -> u16 {
        let mut bits = 0;
        let class = self.class(start);
        if class & class::UPPER != 0
            || class & class::HIGH != 0 && self.char_at(start).is_some_and(char::is_uppercase)
        {
            bits |= TokenFlags::CAPITALISED;
        }
        if seen & class::LOWER == 0 && end - start >= 2 {
            let capitals = self.slice(start, end).iter();
            let capitals =
                capitals.filter(|byte| class::of(**byte) & (class::UPPER | class::HIGH) != 0);
            if capitals.take(2).count() == 2 {
                bits |= TokenFlags::ALL_CAPITALS;
            }
        }
        bits
    }

    /// A word with a full stop behind it: acronym, initial, abbreviation, host name. Pushes the
    /// token and gives true if the full stop belongs to it.
    fn dotted(&mut self, word: &Run) -> bool {
        let (start, dot) = (word.start, word.at);
        let length = dot - start;
        let bits = self.letter_flags(start, dot, word.seen);
        if self.custom.has_abbreviation(self.slice(start, dot)) {
            return self.push_abbreviation(start, dot + 1, TokenKind::Abbreviation, bits);
        }
        if length == 1 && self.acronym(start, bits) {
            return true;
        }
        if length <= 2 && self.degree(start, dot, bits) {
            return true;
        }
        if let Some((_, when)) = self.language.abbreviations.get(self.slice(start, dot))
            && self.is_abbreviated(when, dot, bits)
        {
            return self.push_abbreviation(start, dot + 1, TokenKind::Abbreviation, bits);
        }
        if length == 1 && bits & TokenFlags::CAPITALISED != 0 && self.is_initial(start, dot) {
            return self.push_abbreviation(start, dot + 1, TokenKind::Initial, bits);
        }
        if self.class(dot + 1) & (class::WORD | class::HIGH) != 0 {
            return self.host(start, dot);
        }
        false
    }

    fn push_abbreviation(&mut self, start: usize, end: usize, kind: TokenKind, bits: u16) -> bool {
        self.push(start, end, kind, bits);
        self.candidate();
        true
    }

    fn is_abbreviated(&self, when: AbbreviationWhen, dot: usize, bits: u16) -> bool {
        let spaced = self.skip_space(dot + 1);
        let next = self.class(spaced);
        match when {
            AbbreviationWhen::Any => true,
            AbbreviationWhen::Capital => bits & TokenFlags::CAPITALISED != 0,
            AbbreviationWhen::Number => {
                next & class::DIGIT != 0 && (spaced - dot <= 2 || self.byte(spaced) != 0)
            }
            AbbreviationWhen::Inner => {
                bits & TokenFlags::CAPITALISED != 0
                    && (self.byte(dot + 1) == b',' || next & (class::DIGIT | class::LOWER) != 0)
            }
        }
    }

    /// Where white space that starts at `at` ends. Looks at most [`LONGEST_PREFIX`] bytes ahead.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        let ahead = self.slice(at, (at + LONGEST_PREFIX).min(self.bytes.len()));
        at + ahead.iter().take_while(|byte| class::of(**byte) & class::SPACE != 0).count()
    }

    /// `U.S.`, `U.S`, `p.m.`: single letters with full stops.
    fn acronym(&mut self, start: usize, bits: u16) -> bool {
        let mut at = start;
        let mut stops = 0;
        while self.class(at) & class::LETTER != 0 && self.byte(at + 1) == b'.' {
            at += 2;
            stops += 1;
        }
        let mut letters = stops;
        if self.class(at) & class::LETTER != 0
            && self.class(at + 1) & (class::WORD | class::HIGH) == 0
        {
            at += 1;
            letters += 1;
        } else if self.is_alphanumeric(at) && stops < 3 {
            // "a.b.com", "J.R.Smith": only whole pairs count, and only before a capital.
            if self.class(at) & class::UPPER == 0 {
                return false;
            }
        }
        if letters < 2 {
            return false;
        }
        let capitals =
            bits | (u16::from(bits & TokenFlags::CAPITALISED != 0) * TokenFlags::ALL_CAPITALS);
        let kind = if bits & TokenFlags::CAPITALISED != 0 {
            TokenKind::Acronym
        } else {
            TokenKind::Abbreviation
        };
        self.push(start, at, kind, capitals);
        if letters == stops {
            self.candidate();
        }
        true
    }

    /// `Ph.D.`, `B.Sc.`: short parts, each with a capital and a full stop.
    fn degree(&mut self, start: usize, dot: usize, bits: u16) -> bool {
        let mut at = dot + 1;
        if bits & TokenFlags::CAPITALISED == 0 || self.class(at) & class::UPPER == 0 {
            return false;
        }
        at += 1;
        at += self.slice(at, at + 3).iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        if self.byte(at) != b'.' || self.is_alphanumeric(at + 1) {
            return false;
        }
        self.push_abbreviation(start, at + 1, TokenKind::Abbreviation, bits)
    }

    /// Whether a single capital with a full stop is part of a name: a capital follows, which does
    /// not begin a sentence.
    fn is_initial(&self, start: usize, dot: usize) -> bool {
        // "(R., Texas)"
        if self.byte(dot + 1) == b',' {
            return true;
        }
        let next = self.skip_space(dot + 1);
        let capital = self.class(next) & class::UPPER != 0
            || self.class(next) & class::HIGH != 0
                && self.char_at(next).is_some_and(char::is_uppercase);
        if !capital {
            return self.byte(start) != b'I' && self.is_shortened_surname(start, next);
        }
        let ahead = self.slice(next, (next + crate::lexicon::LONGEST_WORD).min(self.bytes.len()));
        let length = ahead.iter().take_while(|byte| class::of(**byte) & class::LETTER != 0).count();
        let starter =
            length > 1 && ahead.get(..length).is_some_and(|word| self.language.starters.has(word));
        let first = self.last().is_none_or(|token| token.kind == TokenKind::Punct);
        !starter || (first && self.byte(start) != b'I')
    }

    /// Whether a letter behind a capitalised word is a surname cut short, as courts have it told: what follows
    /// begins no sentence (`Joerg M. said`, `Joerg M. (42)`).
    fn is_shortened_surname(&self, start: usize, next: usize) -> bool {
        let goes_on = self.class(next) & class::LOWER != 0
            || self.byte(next) == b'(' && self.byte(next + 1).is_ascii_digit();
        goes_on
            && start > 0
            && self.byte(start - 1) == b' '
            && self.last().is_some_and(|given| {
                given.kind == TokenKind::Word
                    && given.flags.is_capitalised()
                    && given.span.len() > 1
            })
    }

    /// Goes on over the hyphen of `co-founder`, and over that of `nation-wise`.
    fn prefixed(&self, word: &mut Run) -> bool {
        let hyphen = word.at;
        if !self.is_alphanumeric(hyphen + 1) {
            return false;
        }
        let inside = self.joining & TokenFlags::HYPHEN != 0;
        let prefix = !inside && self.language.prefixes.has(self.slice(word.start, hyphen));
        if !prefix {
            let after = self.slice(hyphen + 1, (hyphen + 1 + LONGEST_PREFIX).min(self.bytes.len()));
            let length =
                after.iter().take_while(|byte| class::of(**byte) & class::LETTER != 0).count();
            let suffix = length < LONGEST_PREFIX
                && after.get(..length).is_some_and(|word| self.language.suffixes.has(word));
            if !suffix {
                return false;
            }
        }
        word.at += 1;
        self.run_on(word);
        true
    }

    /// Whether a speaker broke off: `th- then`, `w- why`. One or two letters, or no vowel.
    fn is_cut_off(&self, word: &Run) -> bool {
        let letters = self.slice(word.start, word.at);
        let vowel = |byte: &u8| b"aeiouyAEIOUY".contains(byte);
        self.class(word.at + 1) & class::SPACE != 0
            && word.seen & !class::LETTER == 0
            && (letters.len() == 1
                || word.seen & class::LOWER != 0
                    && (letters.len() == 2 || letters.len() <= 4 && !letters.iter().any(vowel)))
    }

    /// `s/he`, `w/o`, `c/o`.
    fn short_slash(&self, word: &mut Run) -> bool {
        let after = self.slice(word.at + 1, (word.at + 4).min(self.bytes.len()));
        let length = after.iter().take_while(|byte| class::of(**byte) & class::LETTER != 0).count();
        let pair = [self.byte(word.start).to_ascii_lowercase()];
        let known = matches!(
            (&pair, after.get(..length)),
            (b"s", Some(b"he"))
                | (b"w" | b"b", Some(b"o" | b"c"))
                | (b"c", Some(b"o"))
                | (b"w", Some(b""))
        );
        if known {
            word.at += 1 + length;
        }
        known
    }

    /// `US$`: letters of a country before a dollar sign.
    fn language_currency(&mut self, word: &Run) -> bool {
        let (start, end) = (word.start, word.at);
        if word.seen != class::UPPER || !crate::lexicon::CURRENCIES.has(self.slice(start, end)) {
            return false;
        }
        self.push(start, end + 1, TokenKind::Currency, TokenFlags::CAPITALISED);
        true
    }
}

/// A word as far as it has been read.
struct Run {
    start: usize,
    at: usize,
    /// Classes of the characters so far.
    seen: u8,
    /// Where the last apostrophe is, and how long it is.
    apostrophe: Option<(usize, usize)>,
}
