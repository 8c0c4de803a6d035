//! A key under which two spellings of one thing compare equal.
//!
//! The key is for comparing and hashing only. It has no alignment with the text, so no offset can be
//! taken from it: "İstanbul" and "ﬁnance" change length when folded, which is how other libraries
//! came to report spans that are off by one. Spans always come from the text itself.

use crate::chars;
use alloc::borrow::Cow;
use alloc::string::String;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What [`fold`] treats as equal. The default folds nothing but compatibility forms (NFKC) and the
/// shapes of quotation marks, dashes and white space.
///
/// ```
/// use wirecopy_text::{Folding, fold};
///
/// let loose = Folding::new().case().diacritics();
/// assert_eq!(fold("SÃO PAULO", loose), "sao paulo");
/// assert_eq!(fold("O’Neill—Straße", Folding::new().case()), "o'neill-strasse");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Folding {
    case: bool,
    diacritics: bool,
}

impl Folding {
    /// Compatibility forms and punctuation shapes only.
    #[must_use]
    pub const fn new() -> Self {
        Self { case: false, diacritics: false }
    }

    /// Also fold case, in full: `ß` is `ss`, final sigma is sigma, dotted and dotless i are `i`.
    #[must_use]
    pub const fn case(mut self) -> Self {
        self.case = true;
        self
    }

    /// Also drop combining marks, and strokes that have no decomposition (`ø`, `ł`, `đ`).
    #[must_use]
    pub const fn diacritics(mut self) -> Self {
        self.diacritics = true;
        self
    }
}

/// The comparison key of `text`. Borrows where nothing changes. Linear in the length of `text`.
///
/// Soft hyphens and marks of zero width vanish, every run of white space becomes one space, leading
/// and trailing white space goes.
#[must_use]
pub fn fold(text: &str, folding: Folding) -> Cow<'_, str> {
    if is_plain_ascii(text) {
        // Nothing but capitals can change.
        let small = !folding.case || !text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if small { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) };
    }
    let mut key = String::with_capacity(text.len());
    if folding.diacritics {
        for c in text.chars() {
            push_bare(&mut key, c, folding);
        }
    } else if text.chars().all(is_its_own_form) {
        for c in text.chars() {
            push_folded(&mut key, c, folding);
        }
    } else {
        for c in text.nfkc() {
            push_folded(&mut key, c, folding);
        }
    }
    key.truncate(key.trim_end().len());
    // Lower-casing can leave a pair that composes ("İ" before an acute).
    if !key.chars().all(is_its_own_form) {
        key = key.nfc().collect();
    }
    Cow::Owned(key)
}

/// The common characters of Latin copy that are their own NFC and NFKC wherever they stand.
const fn is_its_own_form(c: char) -> bool {
    match c {
        // Ligatures, letters with a dot or an apostrophe beside them, the long s.
        'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ' => false,
        'À'..='ſ' | '–' | '—' | '‘' | '’' | '“' | '”' => true,
        _ => c.is_ascii(),
    }
}

/// What is left of a character without its marks.
fn push_bare(key: &mut String, c: char, folding: Folding) {
    if c.is_ascii() {
        push_folded(key, c, folding);
    } else {
        decompose_compatible(c, |c| {
            if !is_combining_mark(c) {
                push_folded(key, strip_stroke(c), folding);
            }
        });
    }
}

/// Whether `text` is its own key but for capitals: printable ASCII, single inner spaces, no backtick.
fn is_plain_ascii(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let kept = match byte {
            b' ' => before != b' ',
            b'`' => false,
            _ => byte.is_ascii_graphic(),
        };
        if !kept {
            return false;
        }
        before = byte;
    }
    text.is_empty() || before != b' '
}

fn push_folded(key: &mut String, c: char, folding: Folding) {
    match c {
        _ if c.is_ascii_alphanumeric() => {
            key.push(if folding.case { c.to_ascii_lowercase() } else { c });
        }
        _ if c.is_whitespace() => {
            if !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        }
        _ if chars::is_invisible(c) => {}
        _ if chars::is_dash(c) => key.push('-'),
        _ if chars::is_single_quote(c) => key.push('\''),
        _ if chars::is_double_quote(c) => key.push('"'),
        'ß' | 'ẞ' if folding.case => key.push_str("ss"),
        'ς' if folding.case => key.push('σ'),
        'İ' | 'ı' if folding.case => key.push('i'),
        _ if folding.case => key.extend(c.to_lowercase().filter(|c| *c != '\u{307}')),
        _ => key.push(c),
    }
}

/// Letters whose stroke is part of the letter in Unicode, so that NFKD keeps it.
const fn strip_stroke(c: char) -> char {
    match c {
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        'ħ' => 'h',
        'Ħ' => 'H',
        'ı' => 'i',
        'ŧ' => 't',
        'Ŧ' => 'T',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use proptest::prelude::*;

    const ALL: Folding = Folding::new().case().diacritics();

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "[A-Za-z éßİıﬁ“—\u{ad}\u{301}\t`]{0,20}") {
            for folding in [Folding::new(), Folding::new().case(), ALL] {
                let once = fold(&text, folding).into_owned();
                prop_assert_eq!(fold(&once, folding), once.as_str());
            }
        }
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (a, b) in [
            ("İstanbul", "istanbul"),
            ("Itar–Tass", "ITAR-TASS"),
            ("Sao\u{a0}Paulo", "SÃO \n PAULO"),
            ("\u{fb01}nance", "FINANCE"),
            ("Ker\u{ad}ry", "Kerry"),
            ("Łódź", "Lodz"),
            ("ＷＡＳＨＩＮＧＴＯＮ", "Washington"),
        ] {
            assert_eq!(fold(a, ALL), fold(b, ALL), "{a} and {b}");
        }
    }

    #[test]
    fn common_characters_are_their_own_form() {
        for c in ('\0'..='\u{2100}').filter(|c| is_its_own_form(*c)) {
            for around in [format!("{c}"), format!("e{c}a")] {
                assert!(around.nfc().eq(around.chars()) && around.nfkc().eq(around.chars()), "{c}");
            }
        }
    }

    #[test]
    fn plain_ascii_is_borrowed() {
        assert!(matches!(fold("John Kerry", Folding::new()), Cow::Borrowed(_)));
        assert!(matches!(fold("John  Kerry", Folding::new()), Cow::Owned(_)));
        assert!(matches!(fold("john kerry", Folding::new().case()), Cow::Borrowed(_)));
        assert_eq!(fold("John O'Kerry-1", Folding::new().case()), "john o'kerry-1");
    }
}
