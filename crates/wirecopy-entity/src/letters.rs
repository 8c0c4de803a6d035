//! The letters by which a body may go: "DLA" of the Dockers' Labour Alliance of Tarn, "MoD" of a Ministry of Defence.
//!
//! Legal forms, what stands behind the first "of", and small words may be left out or in. Letters that a list has as
//! another body's are that body's.

use crate::lexicon::Class;
use crate::scene::Scene;
use crate::words::WordKind;
use std::ops::Range;

/// Fewest letters where something of the name is left out or a small word is in.
const FEWEST: usize = 3;

/// What a word brings.
struct Piece {
    /// Its letters, capitals where it has them.
    letters: String,
    capital: bool,
    /// "of", "for", "in": a place or a field follows.
    opens: bool,
    form: bool,
}

impl Scene<'_> {
    /// All letters that the words of a name may come to but the capitals of all its words.
    pub(crate) fn loose_letters(&self, words: &Range<usize>) -> Vec<String> {
        let pieces: Vec<Piece> = words.clone().filter_map(|word| self.piece(word)).collect();
        let is_form = |piece: &Piece| piece.form;
        let end = pieces.iter().rposition(|piece| !is_form(piece)).map_or(0, |last| last + 1);
        let own = pieces.get(..end).unwrap_or_default();
        let last = own.iter().rposition(|piece| piece.opens).unwrap_or(end);
        let first = own.iter().position(|piece| piece.opens).unwrap_or(end);
        let mut found: Vec<String> = Vec::new();
        for cut in [end, last, first] {
            let part = own.get(..cut).unwrap_or_default();
            let capitals = |piece: &&Piece| piece.capital;
            let joined = |pieces: &mut dyn Iterator<Item = &Piece>| -> String {
                pieces.map(|piece| piece.letters.as_str()).collect()
            };
            found.push(joined(&mut part.iter().filter(capitals)));
            if part.iter().any(|piece| !piece.capital) {
                let small = joined(&mut part.iter());
                found.push(small.to_uppercase());
                found.push(small);
            }
        }
        found.retain(|letters| letters.chars().count() >= FEWEST);
        found
    }

    fn piece(&self, word: usize) -> Option<Piece> {
        let (it, form) = (self.words.word(word), self.words.form(word));
        let text = form.text();
        let letters = match it.kind {
            // "UN", "U.S."
            WordKind::Acronym | WordKind::Word if it.capitals && form.letters <= 3 => {
                text.chars().filter(|c| c.is_alphabetic()).collect()
            }
            WordKind::Word | WordKind::Acronym => text.chars().next()?.to_string(),
            _ => return None,
        };
        let lower = self.words.lower(word);
        let small = !it.capital;
        if small && (lower == "the" || !letters.chars().all(char::is_alphabetic)) {
            return None;
        }
        let opens = matches!(lower, "of" | "for" | "in" | "on" | "at");
        Some(Piece {
            letters,
            capital: it.capital,
            opens: small && opens,
            form: self.class(word).any(Class::COMPANY),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn letters_may_leave_words_out() {
        let bodies = |text: &str| {
            let tokens = tokenize(text);
            Input::new(text, &tokens).recognize().entities.len()
        };
        let text = "The Dockers Labour Federation of Vigrastad said no. The DLF said it was late.";
        assert_eq!(bodies(text), bodies("The Dockers Labour Federation of Vigrastad said no."));
    }
}
