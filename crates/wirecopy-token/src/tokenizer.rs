//! The entry points, their options, and the user's own words.

use crate::layout;
use crate::learned::{self, Case, Observation, TABLE};
use crate::lexicon::{ENGLISH, Language};
use crate::scan::Scanner;
use crate::split;
use crate::tokens::{BoundaryReason, Tokens};
use alloc::string::String;
use alloc::vec::Vec;
use wirecopy_text::Span;

/// Where a line end is also a paragraph end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Newlines {
    /// At blank lines, before indented lines and list items, and where a line is too short to have
    /// been wrapped. The default: right for wire copy, pasted pages and mail alike.
    #[default]
    Auto,
    /// At blank lines only.
    Blank,
    /// At every line end.
    Any,
    /// Nowhere: the text is one paragraph.
    Never,
}

impl Newlines {
    /// The mode's name on the command line and in Python.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Blank => "blank",
            Self::Any => "any",
            Self::Never => "never",
        }
    }
}

/// Options of a [`Tokenizer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenizerOptions {
    /// Where a line end is also a paragraph end.
    pub newlines: Newlines,
}

/// A tokeniser with its options and the user's own words.
///
/// ```
/// use wirecopy_token::{Tokenizer, TokenizerOptions};
///
/// let tokenizer = Tokenizer::new(TokenizerOptions::default())
///     .with_abbreviation("Bancorp.")
///     .with_pattern("Flight {digits}");
/// let text = "First Bancorp. Savings bought Flight 93 wings.";
/// let tokens = tokenizer.tokenize(text);
/// let words: Vec<_> = tokens.tokens().iter().map(|token| &text[token.span()]).collect();
/// assert_eq!(words, ["First", "Bancorp.", "Savings", "bought", "Flight 93", "wings", "."]);
/// ```
#[derive(Debug, Clone)]
pub struct Tokenizer {
    options: TokenizerOptions,
    language: &'static Language,
    custom: Custom,
}

impl Default for Tokenizer {
    fn default() -> Self {
        Self::new(TokenizerOptions::default())
    }
}

impl Tokenizer {
    /// A tokeniser for English news.
    #[must_use]
    pub fn new(options: TokenizerOptions) -> Self {
        Self { options, language: &ENGLISH, custom: Custom::default() }
    }

    /// Also takes `abbreviation` (with or without its full stop, in any case) for one.
    #[must_use]
    pub fn with_abbreviation(mut self, abbreviation: &str) -> Self {
        let folded = abbreviation.trim().trim_end_matches('.').to_ascii_lowercase();
        if let Err(at) = self.custom.abbreviations.binary_search(&folded)
            && !folded.is_empty()
        {
            self.custom.abbreviations.insert(at, folded);
        }
        self
    }

    /// Keeps whatever `pattern` matches in one token of kind word, where a token can start and the
    /// match ends at a word's end. `{digits}` and `{letters}` stand for one or more of them;
    /// everything else stands for itself, case included. Of several patterns the first added wins.
    #[must_use]
    pub fn with_pattern(mut self, pattern: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix("{digits}") {
                parts.push(Part::Digits);
                rest = after;
            } else if let Some(after) = rest.strip_prefix("{letters}") {
                parts.push(Part::Letters);
                rest = after;
            } else {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                let end = rest
                    .match_indices('{')
                    .map(|(at, _)| at)
                    .find(|at| *at >= length)
                    .unwrap_or(rest.len());
                let (literal, after) = rest.split_at(end);
                parts.push(Part::Literal(literal.into()));
                rest = after;
            }
        }
        if !parts.is_empty() {
            self.custom.patterns.push(parts);
        }
        self
    }

    /// Tokens, sentences and paragraphs of `text`. Linear in its length.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Tokens {
        self.tokenize_blocks(text, &layout::paragraphs(text, self.options.newlines))
    }

    /// Tokens of the given blocks of `text`, which are in order and do not overlap. Each block is
    /// one paragraph, whatever its line ends; bytes outside the blocks give no tokens. A block that
    /// starts before the end of the one before it, or does not lie on character boundaries of the
    /// text, is passed over.
    #[must_use]
    pub fn tokenize_blocks(&self, text: &str, blocks: &[Span]) -> Tokens {
        self.split_blocks(text, blocks, |case: &Case<'_>| case.judge(learned::ENGLISH))
    }

    /// [`tokenize`](Self::tokenize) with another table for the classifier, to try it out. Not part
    /// of the stable interface.
    #[doc(hidden)]
    #[must_use]
    pub fn tokenize_weighted(&self, text: &str, table: &[u8; TABLE]) -> Tokens {
        let blocks = layout::paragraphs(text, self.options.newlines);
        self.split_blocks(text, &blocks, |case: &Case<'_>| case.judge(table))
    }

    fn split_blocks(
        &self,
        text: &str,
        blocks: &[Span],
        verdict: impl FnMut(&Case<'_>) -> Option<BoundaryReason>,
    ) -> Tokens {
        let mut scanner = Scanner::new(text, self.language, &self.custom);
        let mut ends = Vec::with_capacity(blocks.len());
        let mut before = 0;
        // Spans are 32-bit: blocks cannot point beyond 4 GiB.
        for block in blocks.iter().filter(|block| block.get(text).is_some()) {
            if block.start() >= before {
                scanner.scan(*block);
                ends.push((scanner.tokens.len(), scanner.casual));
                before = block.end();
            }
        }
        split::split(text, scanner.tokens, &scanner.candidates, &ends, self.language, verdict)
    }

    /// The places in `text` where the classifier has a say, given the byte offsets at which its
    /// sentences end. For training; not part of the stable interface.
    #[doc(hidden)]
    #[must_use]
    pub fn observe(&self, text: &str, gold_ends: &[u32]) -> Vec<Observation> {
        let mut observations = Vec::new();
        let blocks = layout::paragraphs(text, self.options.newlines);
        self.split_blocks(text, &blocks, |case| {
            let mut features = Vec::new();
            case.features(|hash| features.push(hash));
            let end = case.last.span().end();
            let gold = gold_ends.binary_search(&end).is_ok();
            observations.push(Observation { end, features, rule: case.rule.is_some(), gold });
            gold.then_some(case.rule.unwrap_or(BoundaryReason::Learned))
        });
        observations
    }
}

/// Tokens, sentences and paragraphs of `text`, with the default options. Linear in its length.
///
/// ```
/// use wirecopy_token::{BoundaryReason, tokenize};
///
/// let text = "Mr. Baker flew to the U.S. on Monday. \"Why not?\" he asked.";
/// let tokens = tokenize(text);
/// let sentences: Vec<_> = tokens.sentences().iter().map(|s| &text[s.span()]).collect();
/// assert_eq!(sentences, [
///     "Mr. Baker flew to the U.S. on Monday.",
///     "\"Why not?\" he asked.",
/// ]);
/// assert_eq!(tokens.sentences()[0].reason(), BoundaryReason::Stop);
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Tokens {
    Tokenizer::default().tokenize(text)
}

/// What the user added.
#[derive(Debug, Clone, Default)]
pub(crate) struct Custom {
    /// Sorted, in small letters, without full stops.
    abbreviations: Vec<String>,
    patterns: Vec<Vec<Part>>,
}

/// A part of a pattern.
#[derive(Debug, Clone)]
enum Part {
    Literal(String),
    Digits,
    Letters,
}

/// Longest run of digits or letters within a pattern, in bytes: it bounds the look-ahead.
const LONGEST_RUN: usize = 64;

impl Custom {
    pub(crate) fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    pub(crate) fn has_abbreviation(&self, word: &[u8]) -> bool {
        !self.abbreviations.is_empty()
            && core::str::from_utf8(word).is_ok_and(|word| {
                self.abbreviations.binary_search(&word.to_ascii_lowercase()).is_ok()
            })
    }

    /// Length of the match of the first pattern that matches at the start of `rest`.
    pub(crate) fn match_length(&self, rest: &str) -> Option<usize> {
        self.patterns.iter().find_map(|parts| {
            let mut after = rest;
            for part in parts {
                let length = match part {
                    Part::Literal(literal) => {
                        after.starts_with(literal.as_str()).then_some(literal.len())?
                    }
                    Part::Digits => run(after, |c| c.is_ascii_digit())?,
                    Part::Letters => run(after, char::is_alphabetic)?,
                };
                after = after.get(length..)?;
            }
            let inside = after.chars().next().is_some_and(char::is_alphanumeric)
                && rest.get(..rest.len() - after.len())?.ends_with(char::is_alphanumeric);
            (!inside && after.len() < rest.len()).then_some(rest.len() - after.len())
        })
    }
}

/// Length of the run of characters that `belongs` takes, at least one.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> Option<usize> {
    let end = text.char_indices().find(|(at, c)| *at >= LONGEST_RUN || !belongs(*c));
    let length = end.map_or(text.len(), |(at, _)| at);
    (length > 0).then_some(length)
}
