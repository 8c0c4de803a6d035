//! Which words in small letters may begin a name, by their first three bytes.
//!
//! Four words of five in copy begin with a small letter and few names do ("bin Laden", "de Gaulle"),
//! so most words are dropped here before they are read to their end. There is a bit for each
//! combination of three classes: a letter is a class in either case, everything else in ASCII is one,
//! everything beyond another. The table errs on the side of yes.

/// Bytes of the table.
const SIZE: usize = 32 * 32 * 32 / 8;
/// A character that ends a word, a digit, or nothing.
const END: u8 = 0;
/// A character beyond ASCII.
const BEYOND: u8 = 31;

const fn class(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => byte & 31,
        0x80.. => BEYOND,
        _ => END,
    }
}

/// The class of each byte: of the first of a word, where everything but a small letter is [`END`], and
/// of the second and third.
#[expect(clippy::indexing_slicing, reason = "the index is below the length of both tables")]
static CLASSES: [[u8; 256]; 2] = {
    let mut classes = [[END; 256]; 2];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_lowercase() {
            classes[0][byte] = class(byte as u8);
        }
        classes[1][byte] = class(byte as u8);
        byte += 1;
    }
    classes
};

/// The table, read in place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heads<'g> {
    bits: Option<&'g [u8; SIZE]>,
}

impl<'g> Heads<'g> {
    /// A table that [`build`] made. Of any other length it knows no name in small letters.
    pub(crate) fn new(section: &'g [u8]) -> Self {
        Self { bits: section.first_chunk() }
    }

    /// Whether there is no name in small letters.
    pub(crate) const fn is_empty(self) -> bool {
        self.bits.is_none()
    }

    /// Whether a name may begin with the word at `place`; it may with anything but a small letter.
    #[inline]
    pub(crate) fn may_start(self, bytes: &[u8], place: usize) -> bool {
        let Some(bits) = self.bits else { return true };
        let read = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let (first, second, third) = match bytes.get(place..).and_then(<[u8]>::first_chunk::<3>) {
            Some([first, second, third]) => (*first, *second, *third),
            None => (read(place), read(place + 1), read(place + 2)),
        };
        let [firsts, rest] = &CLASSES;
        let class = |classes: &[u8; 256], byte: u8| classes.get(usize::from(byte)).copied();
        let of = |classes, byte| u32::from(class(classes, byte).unwrap_or(END));
        let index = of(firsts, first) << 10 | of(rest, second) << 5 | of(rest, third);
        bits.get(index as usize / 8).is_none_or(|byte| byte >> (index % 8) & 1 != 0)
    }
}

/// Builds the table for names that begin with these words, which are folded in case and diacritics.
/// Empty if there is none.
pub(crate) fn build<'w>(words: impl Iterator<Item = &'w [u8]>) -> Vec<u8> {
    let mut bits = Vec::new();
    for word in words {
        if bits.is_empty() {
            bits = vec![0; SIZE];
            // What begins with no small letter, or goes on beyond ASCII.
            set_all(&mut bits, END, None);
            (1..=26).for_each(|first| {
                set_all(&mut bits, first, Some(BEYOND));
                (0..32).for_each(|second| set(&mut bits, first, second, BEYOND));
            });
        }
        let class = |at: usize| word.get(at).map_or(END, |byte| class(*byte));
        match (class(0), class(1), class(2)) {
            // No word in ASCII folds to this one.
            (END | BEYOND, ..) | (_, BEYOND, _) | (.., BEYOND) => {}
            (first, END, _) => set_all(&mut bits, first, Some(END)),
            (first, second, third) => set(&mut bits, first, second, third),
        }
    }
    bits
}

fn set(bits: &mut [u8], first: u8, second: u8, third: u8) {
    let index = usize::from(first) << 10 | usize::from(second) << 5 | usize::from(third);
    if let Some(byte) = bits.get_mut(index / 8) {
        *byte |= 1 << (index % 8);
    }
}

/// Sets every third class, and every second one too where none is given.
fn set_all(bits: &mut [u8], first: u8, second: Option<u8>) {
    for one in 0..32 {
        match second {
            Some(second) => set(bits, first, second, one),
            None => (0..32).for_each(|other| set(bits, first, one, other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use wirecopy_text::{Folding, fold};

    fn passed(names: &[&str], text: &str) -> bool {
        let bits = build(names.iter().map(|name| name.as_bytes()));
        Heads::new(&bits).may_start(text.as_bytes(), 0)
    }

    #[test]
    fn most_words_are_dropped_and_no_beginning_is() {
        let names = ["bin", "de", "d", "e", "al"];
        for text in ["bin Laden", "de\nGaulle", "d'Estaing", "al-Assad", "al", "e"] {
            assert!(passed(&names, text), "{text}");
        }
        for text in ["Kerry", "7", "éa", "bé", "bi\u{ad}n", "de", "bind"] {
            assert!(passed(&names, text), "{text}: not for this table to say");
        }
        for text in ["the", "despite", "also", "bit", "to", "a", "x"] {
            assert!(!passed(&names, text), "{text}");
        }
        assert!(Heads::new(&[]).is_empty() && build([].into_iter()).is_empty());
    }

    proptest! {
        #[test]
        fn no_spelling_of_a_name_is_dropped(word in "[a-cé]{1,4}", rest in "[ '.a-c\u{301}\u{ad}]{0,3}") {
            let text = format!("{word}{rest}");
            let end = text.find([' ', '\'', '.']).unwrap_or(text.len());
            let first = text.get(..end).unwrap();
            let folded = fold(first, Folding::new().case().diacritics());
            prop_assert!(passed(&["zzz", &folded], &text), "{:?} {:?}", folded, text);
        }
    }
}
