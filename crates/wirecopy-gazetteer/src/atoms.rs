//! What a name is made of: words and single marks, each with or without space before it.
//!
//! Names and text are read by the same code, so they agree by construction. A word is a run of
//! letters, digits and combining marks ("Łódź", "G20", "Qur'an" is two with a mark between); each
//! ideograph and kana is a word by itself, because Chinese and Japanese put no space around a name.
//! Marks come in one shape each (every dash is `-`, every apostrophe `'`). Three things that
//! newspapers do to names leave no trace in the atoms:
//!
//! - any run of white space is one space, also over the end of a line, but not over a blank line;
//! - no space after a dot ("J. K. Rowling", "J.K. Rowling");
//! - no line break after a hyphen ("Itar-\nTass").

use crate::hash::hash_bytes;
use crate::scan::ascii_word;
use std::sync::LazyLock;
use wirecopy_text::{Folding, chars, fold};

/// White space between two words of a name may be at most this long: a line end and an indent.
const LONGEST_GAP: usize = 64;

/// One piece of a name or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Atom {
    /// A word, by the hash of its folded form.
    Word { start: usize, end: usize, hash: u64 },
    /// A mark, in its one shape.
    Mark(char),
}

impl Atom {
    /// What [`crate::hash::extend`] takes in.
    #[inline]
    pub(crate) const fn hash(self) -> u64 {
        match self {
            Self::Word { hash, .. } => hash,
            Self::Mark(c) => 0x4D61_726B_0000_0000 | c as u64,
        }
    }
}

/// An atom and what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) atom: Atom,
    /// White space that counts.
    pub(crate) spaced: bool,
    /// Where the atom ends.
    pub(crate) end: usize,
}

impl Step {
    /// What [`crate::hash::extend`] takes in.
    #[inline]
    pub(crate) const fn hash(self) -> u64 {
        if self.spaced { !self.atom.hash() } else { self.atom.hash() }
    }
}

/// What stood before, as far as the next atom depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing, or a mark that changes nothing.
    Other,
    /// A word, so that a hyphen is joined to it.
    Word,
    /// A dot: white space after it does not count.
    Dot,
    /// A hyphen joined to a word: a line break after it does not count.
    Hyphen,
}

/// How one character takes part in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Letter, digit or mark: joins its neighbours to one word.
    Joins,
    /// A word by itself.
    Ideograph,
    /// Nothing to see: joins, but does not begin or end a word.
    Ignorable,
    Space,
    Mark,
}

fn class(c: char) -> Class {
    if c.is_ascii() {
        return match c {
            _ if c.is_ascii_alphanumeric() => Class::Joins,
            '\t'..='\r' | ' ' => Class::Space,
            _ => Class::Mark,
        };
    }
    // What English copy has of other characters, decided without a table: quotation marks and dashes,
    // Latin and Cyrillic letters.
    match c {
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => return Class::Mark,
        '\u{D7}' | '\u{F7}' => return Class::Mark,
        '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{481}' => return Class::Joins,
        _ => {}
    }
    if c.is_whitespace() {
        Class::Space
    } else if is_ideograph(c) {
        Class::Ideograph
    } else if c.is_alphanumeric() || is_combining_mark(c) {
        Class::Joins
    } else if chars::is_invisible(c) && !chars::is_dash(c) {
        Class::Ignorable
    } else {
        Class::Mark
    }
}

/// Whether `c` is a mark on the letter before it: what [`fold`] drops as a diacritic.
fn is_combining_mark(c: char) -> bool {
    // The first is U+0300; general punctuation has none and is frequent.
    if c < '\u{300}' || matches!(c, '\u{2000}'..='\u{206F}') || chars::is_invisible(c) {
        return false;
    }
    fold(c.encode_utf8(&mut [0; 4]), Folding::new().diacritics()).is_empty()
}

/// Han and kana, which are written without spaces between words.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// A mark in its one shape.
fn shape(c: char) -> char {
    match c {
        _ if c.is_ascii() && c != '`' => c,
        _ if chars::is_dash(c) => '-',
        _ if chars::is_single_quote(c) || c == '\u{2BC}' => '\'',
        _ if chars::is_double_quote(c) => '"',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Letters below this are folded by table.
const LOW: usize = 0x530;

/// The folded bytes of a low letter, zero-padded; all zeros for what the table does not know.
type LowTable = Vec<[u8; 4]>;

fn low_table(folding: Folding) -> LowTable {
    let entry = |code: u32| {
        let mut folded = [0; 4];
        let Some(c) = char::from_u32(code) else { return folded };
        if class(c) != Class::Joins || is_combining_mark(c) {
            return folded;
        }
        let mut buffer = [0; 4];
        let key = fold(c.encode_utf8(&mut buffer), folding);
        if key.len() <= 4 && key.chars().all(|c| c.is_alphanumeric() && !is_combining_mark(c)) {
            folded.iter_mut().zip(key.bytes()).for_each(|(to, from)| *to = from);
        }
        folded
    };
    (0..LOW as u32).map(entry).collect()
}

static LOW_PLAIN: LazyLock<LowTable> = LazyLock::new(|| low_table(Folding::new().case()));
static LOW_BARE: LazyLock<LowTable> =
    LazyLock::new(|| low_table(Folding::new().case().diacritics()));

/// Reads atoms from a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    diacritics: bool,
}

impl<'t> Reader<'t> {
    /// `diacritics` says that they are folded away.
    pub(crate) const fn new(text: &'t str, diacritics: bool) -> Self {
        Self { text, diacritics }
    }

    pub(crate) const fn bytes(self) -> &'t [u8] {
        self.text.as_bytes()
    }

    const fn folding(self) -> Folding {
        let case = Folding::new().case();
        if self.diacritics { case.diacritics() } else { case }
    }

    fn char_at(self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn char_before(self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn class_at(self, at: usize) -> Option<(char, Class)> {
        self.char_at(at).map(|c| (c, class(c)))
    }

    /// The word that begins at `place`, one of [`crate::scan::Starts`], if one does: its first
    /// byte (after characters that nobody sees), end and hash.
    #[inline]
    pub(crate) fn word_from(self, place: usize) -> Option<(usize, usize, u64)> {
        let bytes = self.bytes();
        let first = *bytes.get(place)?;
        let after_high = place > 0 && bytes.get(place - 1).is_some_and(|byte| *byte >= 0x80);
        if first < 0x80 && !after_high {
            return Some(self.plain_word(place));
        }
        self.other_word_from(place)
    }

    /// A word that begins with an ASCII letter or digit.
    #[inline]
    fn plain_word(self, start: usize) -> (usize, usize, u64) {
        let bytes = self.bytes();
        let (end, hash) = ascii_word(bytes, start);
        match bytes.get(end) {
            Some(byte) if *byte >= 0x80 => self.rest_of_word(start, end, hash),
            _ => (start, end, hash),
        }
    }

    /// An ASCII run that is followed by something else, which may go on with the word.
    #[cold]
    fn rest_of_word(self, start: usize, end: usize, hash: u64) -> (usize, usize, u64) {
        match self.class_at(end) {
            Some((_, Class::Joins | Class::Ignorable)) => self.mixed_word(start),
            _ => (start, end, hash),
        }
    }

    fn other_word_from(self, place: usize) -> Option<(usize, usize, u64)> {
        let mut start = place;
        let (first, mut kind) = self.class_at(start)?;
        let joined =
            matches!(self.char_before(place).map(class), Some(Class::Joins | Class::Ignorable));
        if joined && kind != Class::Ideograph {
            return None;
        }
        let mut width = first.len_utf8();
        while kind == Class::Ignorable {
            start += width;
            let (c, next) = self.class_at(start)?;
            (width, kind) = (c.len_utf8(), next);
        }
        self.word_at(start)
    }

    /// The word whose first character stands at `start`, if that is a word's character.
    pub(crate) fn word_at(self, start: usize) -> Option<(usize, usize, u64)> {
        let (c, kind) = self.class_at(start)?;
        match kind {
            Class::Joins if c.is_ascii() => Some(self.plain_word(start)),
            Class::Joins => Some(self.mixed_word(start)),
            Class::Ideograph => {
                let end = start + c.len_utf8();
                Some((start, end, self.folded_hash(start, end)))
            }
            _ => None,
        }
    }

    /// A word with characters beyond ASCII, folded by table as far as the table knows them.
    fn mixed_word(self, start: usize) -> (usize, usize, u64) {
        let table = if self.diacritics { &*LOW_BARE } else { &*LOW_PLAIN };
        let (mut end, mut length, mut known) = (start, 0, true);
        let mut folded = [0; 64];
        for (offset, c) in self.text.get(start..).unwrap_or("").char_indices() {
            let low = table.get(c as usize).filter(|low| low.first() != Some(&0));
            let one = [(c as u32 as u8).to_ascii_lowercase(), 0, 0, 0];
            let low = if c.is_ascii_alphanumeric() { Some(&one) } else { low };
            let kind = if low.is_some() { Class::Joins } else { class(c) };
            match kind {
                Class::Joins => end = start + offset + c.len_utf8(),
                Class::Ignorable => {}
                _ => break,
            }
            let Some(low) = low else {
                known = false;
                continue;
            };
            for byte in low.iter().take_while(|byte| **byte != 0) {
                match folded.get_mut(length) {
                    Some(place) => *place = *byte,
                    None => known = false,
                }
                length += 1;
            }
        }
        let hash = match folded.get(..length) {
            Some(folded) if known => hash_bytes(folded),
            _ => self.folded_hash(start, end),
        };
        (start, end, hash)
    }

    fn folded_hash(self, start: usize, end: usize) -> u64 {
        let word = self.text.get(start..end).unwrap_or("");
        hash_bytes(fold(word, self.folding()).as_bytes())
    }

    /// The atom that follows the one that ends at `at`. `None` at the end of the text and where a
    /// name cannot go on: at a blank line, or before trailing white space.
    #[inline]
    pub(crate) fn next(self, at: usize, before: Before) -> Option<Step> {
        let bytes = self.bytes();
        let mut place = at;
        let mut byte = *bytes.get(at)?;
        if byte == b' ' {
            place += 1;
            byte = *bytes.get(place)?;
        }
        if byte.is_ascii_alphanumeric() {
            let (start, end, hash) = self.plain_word(place);
            let spaced = place > at && before != Before::Dot;
            return Some(Step { atom: Atom::Word { start, end, hash }, spaced, end });
        }
        if byte.is_ascii_graphic() && place == at {
            let atom = Atom::Mark(shape(char::from(byte)));
            return Some(Step { atom, spaced: false, end: at + 1 });
        }
        self.next_slowly(at, before)
    }

    fn next_slowly(self, at: usize, before: Before) -> Option<Step> {
        let rest = self.text.get(at..)?;
        let (mut spaces, mut breaks, mut last) = (0, 0, ' ');
        for (offset, c) in rest.char_indices() {
            let kind = class(c);
            if matches!(kind, Class::Space | Class::Ignorable) && offset > LONGEST_GAP {
                return None;
            }
            if kind == Class::Space {
                spaces += 1;
                let newline = matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
                breaks += usize::from(newline && !(c == '\n' && last == '\r'));
                if breaks > 1 {
                    return None;
                }
                last = c;
            }
            if matches!(kind, Class::Space | Class::Ignorable) {
                continue;
            }
            let silent = before == Before::Dot || before == Before::Hyphen && breaks > 0;
            let place = at + offset;
            let spaced = spaces > 0 && !silent;
            return Some(match self.word_at(place) {
                Some((start, end, hash)) => {
                    Step { atom: Atom::Word { start, end, hash }, spaced, end }
                }
                None => Step { atom: Atom::Mark(shape(c)), spaced, end: place + c.len_utf8() },
            });
        }
        None
    }

    /// Whether a name may begin at `start`, where a word begins: not inside "O'Neill", "U.S.".
    #[inline]
    pub(crate) fn may_start(self, start: usize, first_end: usize) -> bool {
        match start.checked_sub(1).and_then(|at| self.bytes().get(at)) {
            Some(b'.' | b'\'' | 0x80..) => self.may_start_after_mark(start, first_end),
            _ => true,
        }
    }

    fn may_start_after_mark(self, start: usize, first_end: usize) -> bool {
        let Some(mark) = self.char_before(start) else { return true };
        if !chars::is_apostrophe(mark) && mark != '.' {
            return true;
        }
        let before = start - mark.len_utf8();
        let joined = self.char_before(before).is_some_and(|c| class(c) == Class::Joins);
        if !joined {
            return true;
        }
        if mark == '.' {
            return self.char_at(start).is_none_or(|c| start + c.len_utf8() != first_end);
        }
        // French articles: "l'Iran", "d'Estaing".
        let head = self.text.get(..before).unwrap_or("");
        let word = head.chars().rev().take(2).collect::<Vec<_>>();
        matches!(word.as_slice(), ['l' | 'd' | 'L'])
            || matches!(word.as_slice(), ['l' | 'd' | 'L', c] if class(*c) != Class::Joins)
    }

    /// Whether a name may end at `end`: before a possessive, but not inside "Sana'a" or "U.S.S.R.".
    #[inline]
    pub(crate) fn may_end(self, end: usize) -> bool {
        let last = end.checked_sub(1).and_then(|at| self.bytes().get(at));
        match (last, self.bytes().get(end)) {
            (Some(b'.' | 0x80..), _) | (_, Some(b'.' | b'\'' | 0x80..)) => {
                self.may_end_at_mark(end)
            }
            _ => true,
        }
    }

    fn may_end_at_mark(self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or("");
        let mut after = rest.chars();
        let Some(mark) = after.next() else { return true };
        let ends_in_dot = self.char_before(end) == Some('.');
        if ends_in_dot {
            // "U.S." before "S.R."
            let inside = class(mark) == Class::Joins && after.next() == Some('.');
            return !inside;
        }
        let ends_in_word = self.char_before(end).is_some_and(|c| class(c) == Class::Joins);
        if chars::is_apostrophe(mark) && ends_in_word {
            let joins = |c: &char| class(*c) == Class::Joins;
            let mut suffix = after.by_ref().take_while(joins).take(3);
            let suffix = (suffix.next(), suffix.next(), suffix.next());
            return match suffix {
                (None, ..) => true,
                (Some(a), None, _) => matches!(a, 's' | 'S' | 'd' | 'm'),
                (Some(a), Some(b), None) => {
                    matches!((a, b), ('l', 'l') | ('r', 'e') | ('v', 'e'))
                }
                _ => false,
            };
        }
        if mark == '.' && ends_in_word && after.next().is_some_and(|c| class(c) == Class::Joins) {
            // One letter, a dot and another letter: an abbreviation goes on.
            let mut head = self.text.get(..end).unwrap_or("").chars().rev();
            let single = head.next().is_some_and(char::is_uppercase)
                && head.next().is_none_or(|c| class(c) != Class::Joins);
            return !single;
        }
        true
    }
}

/// The state after `atom`, for [`Reader::next`].
#[inline]
pub(crate) const fn after(atom: Atom, before: Before) -> Before {
    match atom {
        Atom::Word { .. } => Before::Word,
        Atom::Mark('.') => Before::Dot,
        Atom::Mark('-') if matches!(before, Before::Word) => Before::Hyphen,
        Atom::Mark(_) => Before::Other,
    }
}

/// Every atom of `text`. White space at either end leaves no trace.
pub(crate) fn atoms(text: &str, diacritics: bool) -> impl Iterator<Item = Step> {
    let reader = Reader::new(text, diacritics);
    let (mut at, mut before) = (0, Before::Dot);
    core::iter::from_fn(move || {
        let step = reader.next(at, before)?;
        (at, before) = (step.end, after(step.atom, before));
        Some(step)
    })
}

/// The atoms of `text` spelt out. With case folded, two texts with one such key are one name.
pub(crate) fn key(text: &str, case: bool, diacritics: bool) -> String {
    let folding = if case { Folding::new().case() } else { Folding::new() };
    let folding = if diacritics { folding.diacritics() } else { folding };
    let mut key = String::with_capacity(text.len());
    for step in atoms(text, diacritics) {
        if step.spaced {
            key.push(' ');
        }
        match step.atom {
            Atom::Word { start, end, .. } => {
                key.push_str(&fold(text.get(start..end).unwrap_or(""), folding));
            }
            Atom::Mark(c) => key.push(c),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_decided_without_a_table_is_decided_rightly() {
        for c in ('\u{80}'..='\u{52F}').chain('\u{2000}'..='\u{206F}') {
            let joins = c.is_alphanumeric() || is_combining_mark(c);
            let expected = match c {
                _ if c.is_whitespace() => Class::Space,
                _ if joins => Class::Joins,
                _ if chars::is_invisible(c) && !chars::is_dash(c) => Class::Ignorable,
                _ => Class::Mark,
            };
            assert_eq!(class(c), expected, "{c:?}");
        }
    }

    #[test]
    fn what_newspapers_do_to_names_leaves_no_trace() {
        for (a, b) in [
            ("Itar-Tass", "ITAR–TASS"),
            ("Itar-Tass", "Itar-\n   Tass"),
            ("New York", "New\u{a0}\r\n   York"),
            ("J. K. Rowling", "J.K.Rowling"),
            ("O'Neill", "O’Neill"),
            ("Kerry", "Ker\u{ad}ry"),
            ("Straße", "STRASSE"),
            ("İstanbul", "istanbul"),
            ("\u{fb01}nance", "Finance"),
            ("Łódź", "LO\u{301}DZ\u{301}".replace('L', "Ł").as_str()),
        ] {
            assert_eq!(key(a, true, false), key(b, true, false), "{a:?} and {b:?}");
        }
        for (a, b) in [("U.S.", "US"), ("Alma-Ata", "Alma Ata"), ("New\n\nYork", "New York")] {
            assert_ne!(key(a, true, false), key(b, true, false), "{a:?} and {b:?}");
        }
    }

    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "[A-Za-z0-9éßİıŁøñÇЖжΣς]{1,12}",
            "[a-zA-Zé\u{301}\u{ad}ﬁ가서K²]{1,12}",
            "\\PC{1,8}",
        ]
    }

    proptest! {
        #[test]
        fn the_table_folds_as_fold_does(word in words()) {
            for diacritics in [false, true] {
                let reader = Reader::new(&word, diacritics);
                let Some((start, end, hash)) = reader.word_at(0) else { continue };
                prop_assert_eq!(hash, reader.folded_hash(start, end), "{}..{}", start, end);
            }
        }

        #[test]
        fn a_key_keeps_its_hashes(text in "[A-Za-zé .'’\n\u{ad}-]{0,20}") {
            let once: Vec<u64> = atoms(&text, false).map(Step::hash).collect();
            let key = key(&text, true, false);
            let again: Vec<u64> = atoms(&key, false).map(Step::hash).collect();
            prop_assert_eq!(once, again, "{:?}", key);
        }
    }
}
