//! Classes of character that news copy is made of.
//!
//! Each class is a closed list with the code points in view, because wires arrive through decades of
//! encodings: U+0097 is the Windows dash that nobody converted, `` ` `` opens a quotation in copy of
//! the nineties.

/// Whether a reader would see nothing: white space, controls, and marks of zero width.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether `c` is a dash or hyphen that may set two parts of a line apart: `-`, `–`, `—`, `―`, `‒`,
/// `−`, and U+0096/U+0097, which are en and em dash of Windows-1252 left unconverted.
#[must_use]
pub const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{96}' | '\u{97}')
}

/// Whether `c` is an apostrophe or a mark that is typed for one: `'`, `’`, `‘`, `ʼ`, `＇`.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{FF07}')
}

/// Whether `c` is a double quotation mark of any shape: `"`, `“”„‟`, `«»`, `＂`.
#[must_use]
pub const fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{FF02}')
}

/// Whether `c` is a single quotation mark of any shape, apostrophes included: `'`, `‘’‚‛`, `‹›`, `` ` ``.
#[must_use]
pub const fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}'..='\u{201B}' | '\u{2039}' | '\u{203A}' | '\u{FF07}')
}

/// Whether `c` ends a sentence when it stands at the end of a word: `.`, `!`, `?`, `…`, `‽`, `。`.
#[must_use]
pub const fn is_sentence_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\u{2026}' | '\u{203D}' | '\u{203C}' | '\u{3002}')
}

/// Whether `c` begins a list item when it opens a line: bullets, middle dots, asterisks.
#[must_use]
pub const fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '*' | '\u{B7}' | '\u{2022}' | '\u{2023}' | '\u{2043}' | '\u{25A0}'
            ..='\u{25CF}' | '\u{25E6}' | '\u{2605}' | '\u{2606}'
    )
}

/// Whether the letters of `text` are all capitals, and there are at least two of them.
///
/// ```
/// use wirecopy_text::chars::is_all_capitals;
///
/// assert!(is_all_capitals("ST. LOUIS"));
/// assert!(!is_all_capitals("McLEAN") && !is_all_capitals("A"));
/// ```
#[must_use]
pub fn is_all_capitals(text: &str) -> bool {
    let mut capitals = 0;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_dashes_are_dashes() {
        assert!(is_dash('\u{97}') && is_dash('—') && is_dash('-') && !is_dash('_'));
    }

    #[test]
    fn an_apostrophe_is_a_single_quote_but_a_backtick_is_no_apostrophe() {
        assert!(is_single_quote('’') && is_apostrophe('’'));
        assert!(is_single_quote('`') && !is_apostrophe('`'));
    }
}
