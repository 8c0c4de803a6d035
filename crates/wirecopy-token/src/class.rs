//! What a byte, or a character beyond ASCII, can be part of.

use wirecopy_text::letters_of_eight;

/// A small ASCII letter.
pub(crate) const LOWER: u8 = 1;
/// An ASCII capital.
pub(crate) const UPPER: u8 = 1 << 1;
/// An ASCII digit.
pub(crate) const DIGIT: u8 = 1 << 2;
/// The underscore, which holds names of files and accounts together.
pub(crate) const UNDERSCORE: u8 = 1 << 3;
/// White space and controls.
pub(crate) const SPACE: u8 = 1 << 4;
/// A byte of a longer character.
pub(crate) const HIGH: u8 = 1 << 5;
/// A mark at which a word may go on: an apostrophe, a full stop, a hyphen, …
pub(crate) const HINGE: u8 = 1 << 6;

/// An ASCII letter.
pub(crate) const LETTER: u8 = LOWER | UPPER;
/// What the inside of a word is made of.
pub(crate) const WORD: u8 = LETTER | DIGIT | UNDERSCORE;

static CLASSES: [u8; 256] = classes();

/// The classes of `byte`; none for other marks.
#[inline]
pub(crate) fn of(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            0..=b' ' | 0x7F => SPACE,
            0x80.. => HIGH | HINGE,
            b'\'' | b'.' | b'-' | b'&' | b'/' | b':' | b'$' | b'@' | b'%' | b'+' => HINGE,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// How many of eight bytes are ASCII letters before the first that is none, and whether they are
/// [`LOWER`] or [`UPPER`] or both. Looks at all eight at once, without a branch.
#[inline]
pub(crate) const fn letters(bytes: [u8; 8]) -> (usize, u8) {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let bytes = u64::from_le_bytes(bytes);
    let length = letters_of_eight(bytes);
    // Bit 5 of each letter, which small ones have and capitals lack.
    let case = (0x20 * EACH) & !u64::MAX.unbounded_shl(8 * length);
    let lower = (bytes & case != 0) as u8 * LOWER;
    let upper = (!bytes & case != 0) as u8 * UPPER;
    (length as usize, lower | upper)
}

/// Whether `c`, which is beyond ASCII, is a letter of any script. Most of the Latin and Cyrillic ones
/// are told without a table.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '×' | '÷' => false,
        'À'..='ƿ' | '\u{400}'..='\u{481}' | '\u{1E00}'..='\u{1EFF}' => true,
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether `c` can stand within a word: letters and digits of any script, and their marks.
pub(crate) fn is_word(c: char) -> bool {
    is_letter(c) || c.is_numeric() || is_mark(c)
}

/// Whether `c` is a combining mark or another sign without width that changes the one before it.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{93C}' | '\u{94D}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}' | '\u{200D}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_marks_have_their_classes() {
        assert_eq!(of(b'q') | of(b'Q') | of(b'7') | of(b'_'), WORD);
        assert_eq!(of(b'\n'), SPACE);
        assert_eq!(of(b','), 0);
        assert_eq!(of(0xC3), HIGH | HINGE);
        for byte in 0..=u8::MAX {
            for before in 0..8 {
                let mut bytes = [b'x'; 8];
                bytes[before] = byte;
                let class = of(byte) & LETTER;
                let length = if class == 0 { before } else { 8 };
                let small = if length > usize::from(class != 0) { LOWER } else { 0 };
                assert_eq!(letters(bytes), (length, class | small), "{bytes:?}");
            }
        }
        for c in ('\u{80}'..=char::MAX).take(0x3000) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
        assert!(is_word('é') && is_word('\u{301}') && !is_word('—'));
    }
}
