//! An article for a person to read: a card for the terminal, a page for the browser.
//!
//! What a story holds is never obeyed: control and direction characters are shown as escapes on the
//! card, and in the page text and attributes are escaped alike.

mod card;
mod html;

pub use card::{CARD_WIDTH, card};
pub use html::{HTML_FOOT, HTML_HEAD, html};

use wirecopy_text::chars;

/// Whether `c` steers a terminal or the direction of text instead of showing something.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `text` with every character that steers shown as `\u{…}`, but for `kept`.
pub(crate) fn printable(text: &str, kept: char) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c != kept && is_unprintable(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// `text` on one line: every run of white space a single space, characters that steer shown.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(|word| printable(word, ' ')).collect();
    words.join(" ")
}

/// Breaks `text` into lines of at most `width` characters, at spaces where there are any.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().filter(|c| !chars::is_invisible(*c)).count();
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(one_line("a\x1b[31m\nb\u{202e}c"), "a\\u{1b}[31m b\\u{202e}c");
    }

    #[test]
    fn long_words_stand_alone_and_nothing_is_lost() {
        assert_eq!(wrap("aa bbbbbbb c d", 4), ["aa", "bbbbbbb", "c d"]);
    }
}
