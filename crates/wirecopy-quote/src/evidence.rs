//! What weights went by, in words: why an attribution that no rule made stands.

use std::fmt::Write as _;
use wirecopy_text::Span;

/// What trained weights went by where they, and not a rule, decided: the word at which they decided,
/// and up to three clues, the strongest first.
///
/// ```
/// use wirecopy_quote::{Clue, ClueKind, Decided, Evidence};
/// use wirecopy_text::Span;
///
/// let text = "Holm warned that it may rain.";
/// let evidence = Evidence {
///     decided: Decided::Cue,
///     word: Span::new(5, 11),
///     clues: vec![
///         Clue { kind: ClueKind::Word, words: None },
///         Clue { kind: ClueKind::After, words: Some(Span::new(12, 16)) },
///     ],
/// };
/// assert_eq!(evidence.describe(text), "cue “warned”: the word itself; “that” after it");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What the word was decided to be.
    pub decided: Decided,
    /// The surest word of the cue, or the first of the content, in bytes.
    pub word: Span,
    /// The strongest first; never empty.
    pub clues: Vec<Clue>,
}

/// What weights decided at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decided {
    /// That it begins a cue that no rule saw.
    Cue,
    /// That it begins a content which the rules bounded otherwise.
    Content,
}

impl Decided {
    /// A stable lower-case name: `cue`, `content`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Content => "content",
        }
    }
}

/// One thing that weights went by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clue {
    /// What was looked at.
    pub kind: ClueKind,
    /// The words that it was seen in; `None` where there are none, and where it is all of the sentence.
    pub words: Option<Span>,
}

/// What weights look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClueKind {
    /// The word itself: its form and how it is written.
    Word,
    /// The word before it.
    Before,
    /// The word after it.
    After,
    /// A word two places away.
    Near,
    /// The kinds of the words around it: a verb behind a name.
    Kinds,
    /// Quotation marks at it or around it.
    Marks,
    /// Its entry in the lists of cues, or that it has none.
    Lists,
    /// What the rules made of it and of its neighbours.
    Rules,
    /// The nearest possible cue before it, and how far that is.
    CueBefore,
    /// The nearest possible cue after it, and how far that is.
    CueAfter,
    /// Where it stands in its sentence, and what the sentence holds.
    Place,
}

impl ClueKind {
    /// A stable lower-case name, for tables.
    ///
    /// ```
    /// assert_eq!(wirecopy_quote::ClueKind::CueBefore.name(), "cue-before");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Before => "before",
            Self::After => "after",
            Self::Near => "near",
            Self::Kinds => "kinds",
            Self::Marks => "marks",
            Self::Lists => "lists",
            Self::Rules => "rules",
            Self::CueBefore => "cue-before",
            Self::CueAfter => "cue-after",
            Self::Place => "place",
        }
    }
}

impl Evidence {
    /// The evidence as a phrase. `text` is the text that the quotation was found in.
    #[must_use]
    pub fn describe(&self, text: &str) -> String {
        let mut phrase = format!("{} “{}”: ", self.decided.name(), self.word.of(text));
        for (number, clue) in self.clues.iter().enumerate() {
            if number > 0 {
                phrase.push_str("; ");
            }
            clue.describe(text, &mut phrase);
        }
        phrase
    }
}

impl Clue {
    fn describe(&self, text: &str, to: &mut String) {
        let words = self.words.map_or("", |words| words.of(text));
        // Writing to a string does not fail.
        let _ = match (self.kind, words) {
            (ClueKind::Word, _) => write!(to, "the word itself"),
            (ClueKind::Before, "") => write!(to, "nothing before it"),
            (ClueKind::Before, words) => write!(to, "“{words}” before it"),
            (ClueKind::After, "") => write!(to, "nothing after it"),
            (ClueKind::After, words) => write!(to, "“{words}” after it"),
            (ClueKind::Near, words) => write!(to, "a word two places away in “{words}”"),
            (ClueKind::Kinds, words) => write!(to, "the kinds of words in “{words}”"),
            (ClueKind::Marks, _) => write!(to, "how it stands to quotation marks"),
            (ClueKind::Lists, "") => write!(to, "it is in no list of cues"),
            (ClueKind::Lists, _) => write!(to, "it is in the lists of cues"),
            (ClueKind::Rules, _) => write!(to, "what the rules make of it"),
            (ClueKind::CueBefore, "") => write!(to, "no cue before it"),
            (ClueKind::CueBefore, words) => write!(to, "the cue “{words}” before it"),
            (ClueKind::CueAfter, "") => write!(to, "no cue after it"),
            (ClueKind::CueAfter, words) => write!(to, "the cue “{words}” after it"),
            (ClueKind::Place, _) => write!(to, "its place in the sentence"),
        };
    }
}
