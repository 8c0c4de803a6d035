//! By which nouns a body may be called, as its name tells: "the commission" is the Parole and Sentence Commission of
//! Tarn, "the union" Dockers' Union Local 32, "the bank" the Banco Rural del Sur.
//!
//! The noun of a name stands before its first preposition, whatever an "and" joins before it; a number, a legal form
//! or a place behind it says nothing. In languages that put the noun first the first word tells ("Sindicato",
//! "Radio", "Air").

use super::lexicon::{self, Word, is};
use wirecopy_text::{Folding, fold};

/// Words of a name that are read.
const WORDS: usize = 16;

/// The words of a name and which of them is its noun.
#[derive(Debug)]
pub(super) struct Nouns {
    words: Vec<String>,
    head: usize,
    /// The last before the first preposition.
    closing: usize,
    /// Behind a leading article.
    first: usize,
    /// "Local" of "Local 32".
    branch: Option<usize>,
}

impl Nouns {
    pub(super) fn new(name: &str) -> Self {
        let is_mark = |c: char| !c.is_alphanumeric();
        let words = name.split_whitespace().take(WORDS).filter_map(|word| {
            let word = word.trim_matches(is_mark).trim_end_matches("'s").trim_end_matches("’s");
            let word = fold(word, Folding::new().case().diacritics()).into_owned();
            (!word.is_empty()).then_some(word)
        });
        let words: Vec<String> = words.collect();
        let first = usize::from(
            words.len() > 1 && words.first().is_some_and(|word| is(word, Word::Article)),
        );
        let number = words.iter().rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let branch = number.and_then(|at| at.checked_sub(1));
        let branch = branch
            .filter(|at| *at > 0 && words.get(*at).is_some_and(|word| is(word, Word::Branch)));
        let mut found = Self { words, head: 0, closing: 0, first, branch };
        (found.head, found.closing) = found.find_head();
        found
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// The noun of the name.
    pub(super) fn head(&self) -> &str {
        self.word(self.head)
    }

    fn find_head(&self) -> (usize, usize) {
        let end = self.branch.unwrap_or(self.words.len());
        let preposition = |at: &usize| {
            let word = self.word(*at);
            is(word, Word::Preposition) || is(word, Word::Foreign) || word.starts_with("d'")
        };
        let core = (self.first + 1..end).find(preposition).unwrap_or(end);
        let noun = |at: &usize| tells(self.word(*at));
        let head = (self.first..core).rev().find(noun);
        let head = head.or_else(|| (core..end).rev().find(noun));
        let plain = |at: &usize| {
            let word = self.word(*at);
            !is(word, Word::Firm) && !word.starts_with(|c: char| c.is_ascii_digit())
        };
        let last = || (self.first..core).rev().find(plain).unwrap_or(self.first);
        (head.unwrap_or_else(last), core.saturating_sub(1))
    }

    /// Whether the name has the noun or one for which it stands.
    pub(super) fn are(&self, noun: &str) -> bool {
        let last = self.words.last().map_or("", String::as_str);
        let branch =
            self.branch.is_some_and(|at| self.word(at) == noun) || self.word(self.closing) == noun;
        let own = |word: &str| word == noun || lexicon::is_called(word, noun);
        branch
            || own(self.head())
            || own(last)
            || lexicon::opens_as(self.word(self.first), noun)
            || self.head().split_once('-').is_some_and(|(head, _)| head == noun)
    }

    /// Whether the name tells of which trade or kind the body is, and that it is not what the noun says.
    pub(super) fn deny(&self, noun: &str) -> bool {
        if is(noun, Word::General) || is(noun, Word::Wide) || self.are(noun) {
            return false;
        }
        let head = self.head();
        let open = |word: &str| is(word, Word::General) || is(word, Word::Wide);
        let is_noun = lexicon::is_body(head) && !open(head) && !lexicon::are_alike(head, noun);
        let last = self.words.last().map_or("", String::as_str);
        let told = |nouns: &[&'static str]| nouns.iter().any(|noun| !open(noun));
        is_noun
            || told(&lexicon::known(head).called)
            || told(&lexicon::known(last).called)
            || told(&lexicon::known(self.word(self.first)).opens)
    }
}

/// Whether the word tells what a body is.
fn tells(word: &str) -> bool {
    lexicon::is_body(word) || is(word, Word::Public) || !lexicon::known(word).called.is_empty()
}

#[cfg(test)]
mod tests {
    use super::Nouns;

    #[test]
    fn a_name_tells_its_noun() {
        let head = |name: &str| Nouns::new(name).head().to_owned();
        assert_eq!(head("Parole and Sentence Commission of Tarn"), "commission");
        assert_eq!(head("Dockers' Union Local 32"), "union");
        assert_eq!(head("Children's Hospital Vigra"), "hospital");
        assert_eq!(head("Our Lady of Vigra Clinic"), "clinic");
        assert_eq!(head("Ministry of Ports, Rivers and Roads"), "ministry");
        assert!(Nouns::new("Banco Rural del Sur").are("bank"));
        assert!(Nouns::new("Dockers' Union Local 32").are("local"));
        assert!(Nouns::new("Vigra Airways plc").deny("bank"));
        assert!(!Nouns::new("Vigra Holdings").deny("bank"));
    }
}
