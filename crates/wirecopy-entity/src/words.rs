//! The words that rules look at: tokens with hyphens joined, their forms, and the lines they stand in.
//!
//! The tokenizer stores the finest tokens ("Itar", "-", "Tass"); a name is read in whole words
//! ("Itar-Tass", "Ros-Lehtinen"). Every distinct word is classified once, whatever the length of the
//! text, so that rules compare numbers and bits.

use crate::form::EMPTY;
pub(crate) use crate::form::{Form, title_case};
use crate::input::{Input, TextRegion};
use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::sense::{Beginnings, Sense};
use crate::style::Capitals;
pub(crate) use crate::style::Style;
use crate::vocabulary::Vocabulary;
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_gazetteer::Opening;
use wirecopy_text::Span;
use wirecopy_text::chars::is_all_capitals;
use wirecopy_token::{Token, TokenKind};

/// A sentence, or a line that stands alone.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its words.
    pub(crate) words: Range<usize>,
    pub(crate) style: Style,
    pub(crate) region: TextRegion,
    /// A row of a table: names and numbers without running text.
    pub(crate) table: bool,
}

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) span: Span,
    /// Index into the forms.
    pub(crate) form: u32,
    /// The line that holds it.
    pub(crate) line: u32,
    pub(crate) kind: WordKind,
    /// The first letter is a capital.
    pub(crate) capital: bool,
    /// Two letters or more, all capitals.
    pub(crate) capitals: bool,
    /// Nothing but opening marks stands before it in its sentence.
    pub(crate) start: bool,
    /// A word with hyphens.
    pub(crate) compound: bool,
    /// White space or the end follows.
    pub(crate) space_after: bool,
    /// What the word is where it stands.
    pub(crate) sense: Sense,
}

/// What kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordKind {
    Word,
    /// "J."
    Initial,
    /// "U.S."
    Acronym,
    /// "Mr."
    Abbreviation,
    /// "'s"
    Clitic,
    Number,
    Quote,
    Punct,
}

/// All words of a document.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word>,
    pub(crate) forms: Vec<Form<'a>>,
    pub(crate) lines: Vec<Line>,
    /// The classes that some word has.
    pub(crate) classes: Class,
    /// How listed names begin with the forms.
    openings: &'a [(u32, Opening)],
}

/// Commonness of an unlisted word that the document writes in small letters somewhere.
const OWN_SHARE: f32 = 0.5;

/// A sentence of so few words (marks count) shows no style of its own.
const SHORT_LINE: usize = 4;

/// A word that stands for the places before the first and behind the last.
static NONE: Word = Word {
    span: Span::empty_at(0),
    form: u32::MAX,
    line: u32::MAX,
    kind: WordKind::Punct,
    capital: false,
    capitals: false,
    start: false,
    compound: false,
    space_after: true,
    sense: Sense::NONE,
};

impl<'a> Words<'a> {
    /// Reads the tokens of `input`. Linear.
    pub(crate) fn new(input: &Input<'a>, vocabulary: &'a mut Vocabulary) -> (Self, Beginnings) {
        let tokens = input.tokens.tokens().len();
        let mut builder = Builder {
            input: *input,
            words: Self {
                text: input.text,
                words: Vec::with_capacity(tokens),
                forms: Vec::new(),
                lines: Vec::with_capacity(input.tokens.sentences().len()),
                classes: Class::NONE,
                openings: &[],
            },
            vocabulary,
        };
        let mut blocks = input.blocks.iter().peekable();
        for paragraph in input.tokens.paragraphs() {
            let first = builder.words.lines.len();
            let mut capitals = Capitals::default();
            for sentence in input.tokens.sentences().get(paragraph.sentences()).unwrap_or(&[]) {
                let start = sentence.span().start();
                while blocks.next_if(|block| block.span.end() <= start).is_some() {}
                let region = blocks
                    .peek()
                    .filter(|block| block.span.contains(start))
                    .map_or(TextRegion::Body, |block| block.region);
                let tokens = input.tokens.tokens().get(sentence.tokens()).unwrap_or(&[]);
                capitals.add(builder.line(tokens, region));
            }
            builder.settle(first, capitals);
        }
        let Builder { mut words, vocabulary, .. } = builder;
        let vocabulary: &'a Vocabulary = vocabulary;
        words.forms.reserve_exact(vocabulary.present());
        words.forms.extend(vocabulary.forms().map(|form| lifted(form, vocabulary)));
        words.classes = words.forms.iter().fold(Class::NONE, |all, form| all.or(form.class));
        words.openings = vocabulary.openings();
        let beginnings = words.read_senses();
        (words, beginnings)
    }

    /// The word at `index`, or a stand-in that is no word.
    pub(crate) fn word(&self, index: usize) -> &Word {
        self.words.get(index).unwrap_or(&NONE)
    }

    /// What the word at `index` is where it stands.
    pub(crate) fn sense(&self, index: usize) -> &Sense {
        &self.word(index).sense
    }

    /// The word at `index` if it is in the same line as `of`.
    pub(crate) fn near(&self, of: usize, index: usize) -> Option<&Word> {
        let line = self.word(of).line;
        self.words.get(index).filter(|word| word.line == line)
    }

    /// The form of the word at `index`.
    pub(crate) fn form(&self, index: usize) -> &Form<'a> {
        self.form_of(self.word(index))
    }

    /// The form of a word.
    pub(crate) fn form_of(&self, word: &Word) -> &Form<'a> {
        self.forms.get(word.form as usize).unwrap_or(&EMPTY)
    }

    /// The classes of the word at `index`.
    pub(crate) fn class(&self, index: usize) -> Class {
        self.form(index).class
    }

    /// The word at `index` in lower case; empty beyond the ends.
    pub(crate) fn lower(&self, index: usize) -> &str {
        self.form(index).lower()
    }

    /// How listed names begin with a form, each with the number of its list, in the order of the lists.
    pub(crate) fn openings(&self, form: &Form<'_>) -> &'a [(u32, Opening)] {
        let (first, end) = form.openings;
        self.openings.get(first as usize..end as usize).unwrap_or(&[])
    }

    /// The line of the word at `index`.
    pub(crate) fn line(&self, index: usize) -> Option<&Line> {
        self.lines.get(self.word(index).line as usize)
    }

    /// The style of the line of the word at `index`.
    pub(crate) fn style(&self, index: usize) -> Style {
        self.line(index).map_or(Style::Sentence, |line| line.style)
    }

    /// The span of a range of words.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        if range.is_empty() {
            return Span::empty_at(self.word(range.start).span.start());
        }
        self.word(range.start).span.cover(self.word(range.end - 1).span)
    }

    /// The index of the word that starts at `offset`.
    pub(crate) fn starting_at(&self, offset: u32) -> Option<usize> {
        self.words.binary_search_by_key(&offset, |word| word.span.start()).ok()
    }

    /// The index of the word that ends at `offset`.
    pub(crate) fn ending_at(&self, offset: u32) -> Option<usize> {
        self.words.binary_search_by_key(&offset, |word| word.span.end()).ok()
    }

    /// The words of `range` in title case, joined by single spaces: a key for comparing names. That of one
    /// word is lent by the vocabulary, that of more by the text where they stand so there.
    pub(crate) fn key(&self, range: Range<usize>) -> Cow<'a, str> {
        if range.len() == 1 {
            let form = self.form(range.start);
            let capitals = self.style(range.start) == Style::Capitals;
            return Cow::Borrowed(if capitals { form.title() } else { form.text() });
        }
        if let Some(written) = self.written(&range) {
            return Cow::Borrowed(written);
        }
        let mut key = Key::with_capacity(self.span(&range).len() as usize);
        for word in range {
            key.push(self, word);
        }
        Cow::Owned(key.text)
    }

    /// The words of `range` as they stand in the text, if that is their key: nothing but words, one space
    /// apart.
    fn written(&self, range: &Range<usize>) -> Option<&'a str> {
        let words = self.words.get(range.clone())?;
        if words.is_empty() || self.style(range.start) == Style::Capitals {
            return None;
        }
        let mut end = None;
        for word in words {
            let is_apart = end.is_none_or(|end| word.span.start() == end + 1);
            let is_word = matches!(word.kind, WordKind::Word | WordKind::Initial);
            let form = self.forms.get(word.form as usize)?;
            if !is_apart || !is_word || !form.plain {
                return None;
            }
            end = Some(word.span.end());
        }
        let text = self.span(range).get(self.text)?;
        (text.bytes().filter(|byte| *byte == b' ').count() + 1 == words.len()).then_some(text)
    }
}

/// A key of words, as it grows.
#[derive(Debug, Default)]
pub(crate) struct Key {
    /// The key of the words so far.
    pub(crate) text: String,
    glued: bool,
    inside: bool,
}

impl Key {
    fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Begins anew.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        (self.glued, self.inside) = (false, false);
    }

    /// Adds the next word.
    pub(crate) fn push(&mut self, words: &Words<'_>, index: usize) {
        // A nickname in quotation marks holds its marks.
        let quote = words.word(index).kind == WordKind::Quote;
        // "a/l"
        let slash = words.lower(index) == "/" && !words.word(index).space_after;
        let apart = !slash || index.checked_sub(1).is_none_or(|at| words.word(at).space_after);
        let hangs = !apart
            || matches!(words.lower(index), "," | "." | ")")
            || words.word(index).kind == WordKind::Clitic;
        if !(self.text.is_empty() || self.glued || hangs || quote && self.inside) {
            self.text.push(' ');
        }
        self.inside ^= quote;
        self.glued = quote && self.inside || !apart || words.lower(index) == "(";
        let form = words.form(index);
        let capitals = words.style(index) == Style::Capitals;
        self.text.push_str(if capitals { form.title() } else { form.text() });
    }
}

/// A word that the document writes in small letters is no name by its capital alone.
fn lifted<'a>(form: Form<'a>, vocabulary: &Vocabulary) -> Form<'a> {
    let is_lifted = !form.listed_common
        && (form.small || !form.capitals && vocabulary.is_written_small(form.group));
    if is_lifted { form.lifted(OWN_SHARE) } else { form }
}

struct Builder<'a> {
    input: Input<'a>,
    words: Words<'a>,
    vocabulary: &'a mut Vocabulary,
}

impl Builder<'_> {
    /// Adds a line; gives its capitals.
    fn line(&mut self, tokens: &[Token], region: TextRegion) -> Capitals {
        let mut capitals = Capitals::default();
        let start = self.words.words.len();
        let line = u32::try_from(self.words.lines.len()).unwrap_or(u32::MAX);
        let mut rest = tokens;
        let mut opening = true;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            let mut word = Word {
                span: first.span(),
                form: 0,
                line,
                kind: kind(*first),
                capital: first.flags().is_capitalised()
                    || is_prefixed(first.span().get(self.words.text).unwrap_or("")),
                capitals: first.flags().is_all_capitals(),
                start: opening,
                compound: false,
                space_after: first.flags().space_after(),
                sense: Sense::NONE,
            };
            while let Some((next, after)) = rest.split_first()
                && next.flags().joins_hyphen()
                && word.kind != WordKind::Punct
                && !self.is_slug(&word, start, after)
            {
                word.span = word.span.cover(next.span());
                word.compound = true;
                word.space_after = next.flags().space_after();
                rest = after;
            }
            if word.compound {
                word.kind =
                    if word.kind == WordKind::Number { WordKind::Number } else { WordKind::Word };
                word.capitals = is_all_capitals(word.span.get(self.words.text).unwrap_or(""));
            }
            opening = opening && matches!(word.kind, WordKind::Punct | WordKind::Quote);
            let place = (word.span.start() as usize, word.span.end() as usize);
            let (form, weight) = self.vocabulary.meet(self.words.text, place, &self.input);
            word.form = form;
            capitals.count(&word, weight);
            self.words.words.push(word);
        }
        self.words.lines.push(Line {
            words: start..self.words.words.len(),
            style: capitals.style(region),
            region,
            table: capitals.is_row(),
        });
        capitals
    }

    /// "Alpine skiing-Vangsnes says", "UPDATE 2-Vigra says": what a desk puts before a headline is no part of the
    /// name behind the hyphen.
    fn is_slug(&self, word: &Word, start: usize, behind: &[Token]) -> bool {
        let words = self.words.words.get(start..).unwrap_or_default();
        let lower = |span: Span| span.get(self.words.text).unwrap_or("").to_ascii_lowercase();
        words.len() <= 1
            && !word.compound
            && behind.first().is_some_and(|name| name.flags().is_capitalised())
            && match (word.kind, words.first()) {
                (WordKind::Number, Some(first)) => Lesser::TAKE.has(&lower(first.span)),
                (WordKind::Word, None) => word.capital && Lesser::SLUG.has(&lower(word.span)),
                (WordKind::Word, Some(first)) => {
                    first.capital && !word.capital && Lesser::SLUG.has(&lower(word.span))
                }
                _ => false,
            }
    }

    /// A sentence too short to show a style has that of its paragraph ("SOCCER -", "LONDON:").
    fn settle(&mut self, first: usize, paragraph: Capitals) {
        let lines = self.words.lines.get_mut(first..).unwrap_or_default();
        let Some(region) = lines.first().filter(|_| lines.len() > 1).map(|line| line.region) else {
            return;
        };
        let style = paragraph.style(region);
        for line in lines {
            if line.words.len() <= SHORT_LINE || style == Style::Capitals {
                line.style = style;
            }
        }
    }
}

/// "kaVangsa", "eTharnini": a name of southern Africa behind its small prefix.
fn is_prefixed(text: &str) -> bool {
    let Some(("u" | "e" | "ka" | "kwa" | "ama" | "aba", name)) = text
        .bytes()
        .take(4)
        .position(|byte| byte.is_ascii_uppercase())
        .and_then(|at| text.split_at_checked(at))
    else {
        return false;
    };
    let small = name.bytes().skip(1);
    name.len() > 4
        && small.clone().all(|byte| byte.is_ascii_lowercase())
        && name.ends_with(['a', 'e', 'i', 'o', 'u'])
}

fn kind(token: Token) -> WordKind {
    if token.flags().continues_clitic() {
        return WordKind::Clitic;
    }
    match token.kind() {
        TokenKind::Word => WordKind::Word,
        TokenKind::Abbreviation => WordKind::Abbreviation,
        TokenKind::Initial => WordKind::Initial,
        TokenKind::Acronym => WordKind::Acronym,
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Currency => WordKind::Number,
        TokenKind::OpenQuote | TokenKind::CloseQuote => WordKind::Quote,
        _ => WordKind::Punct,
    }
}
