//! How the capitals of a name in text differ from those of the name as listed.

use crate::CasePolicy;
use crate::atoms::key;
use wirecopy_text::chars::is_all_capitals;

/// The capitals of a surface, compared with those of a listed spelling of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The same.
    Written,
    /// All capitals: "KERRY", "NEW YORK".
    Capitals,
    /// Word by word the same, in capitals ("John KERRY"), with one more capital at its start
    /// ("Bin Laden", "Prime Minister") or, of four letters or more, with only the first ("Nato").
    Headline,
    /// Anything else.
    Other,
}

impl CasePolicy {
    /// Whether a name under this policy is found in this shape.
    pub(crate) const fn accepts(self, shape: Shape) -> bool {
        match self {
            Self::Exact => matches!(shape, Shape::Written),
            Self::Smart => !matches!(shape, Shape::Other),
            Self::Fold => true,
        }
    }
}

/// The shape of `surface` as `written`, or `None` if it is not that name at all.
pub(crate) fn compare(surface: &str, written: &str, diacritics: bool) -> Option<Shape> {
    if surface == written {
        return Some(Shape::Written);
    }
    if surface.is_ascii() && surface.eq_ignore_ascii_case(written) {
        return Some(shape(surface, written));
    }
    if is_plain_word(surface) && is_plain_word(written)
        || key(surface, true, diacritics) != key(written, true, diacritics)
    {
        return None;
    }
    Some(shape(&key(surface, false, diacritics), &key(written, false, diacritics)))
}

/// Whether capitals are all that folds in `text`.
fn is_plain_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn shape(surface: &str, written: &str) -> Shape {
    if surface == written {
        return Shape::Written;
    }
    let small = surface.starts_with(|c: char| c.is_ascii_lowercase());
    if small && written.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Shape::Other;
    }
    if is_all_capitals(surface) {
        return Shape::Capitals;
    }
    let mut listed = words(written);
    let same = words(surface).all(|word| listed.next().is_some_and(|name| headline(word, name)));
    if same && listed.next().is_none() { Shape::Headline } else { Shape::Other }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether `word` is `name` with the capitals of a headline.
fn headline(word: &str, name: &str) -> bool {
    if word == name || is_all_capitals(word) {
        return true;
    }
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return false };
    let rest = letters.as_str();
    if first.is_lowercase() {
        return word.chars().eq(first.to_uppercase().chain(rest.chars()));
    }
    let lowered = rest.chars().flat_map(char::to_lowercase);
    is_all_capitals(name)
        && name.chars().count() >= 4
        && word.chars().eq(core::iter::once(first).chain(lowered))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_capitals() {
        for (surface, written, expected) in [
            ("Kerry", "Kerry", Some(Shape::Written)),
            ("KERRY", "Kerry", Some(Shape::Capitals)),
            ("ŁÓDŹ", "Łódź", Some(Shape::Capitals)),
            ("STRASSE", "Straße", Some(Shape::Capitals)),
            ("John KERRY", "John Kerry", Some(Shape::Headline)),
            ("Bin Laden", "bin Laden", Some(Shape::Headline)),
            ("Itar–Tass", "ITAR-TASS", Some(Shape::Headline)),
            ("Nato", "NATO", Some(Shape::Headline)),
            ("Who", "WHO", Some(Shape::Other)),
            ("reading", "Reading", Some(Shape::Other)),
            ("ReAding", "Reading", Some(Shape::Other)),
            ("J.K. Rowling", "J. K. Rowling", Some(Shape::Written)),
            ("Kerr", "Kerry", None),
            ("Sao Paulo", "São Paulo", None),
        ] {
            assert_eq!(compare(surface, written, false), expected, "{surface} as {written}");
        }
        assert_eq!(compare("Sao Paulo", "São Paulo", true), Some(Shape::Written));
    }
}
