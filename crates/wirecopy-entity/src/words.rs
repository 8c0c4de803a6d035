//! The words that rules look at: tokens with hyphens joined, their forms, and the lines they stand in.
//!
//! The tokenizer stores the finest tokens ("Itar", "-", "Tass"); a name is read in whole words
//! ("Itar-Tass", "Ros-Lehtinen"). Every distinct word is classified once, whatever the length of the
//! text, so that rules compare numbers and bits.

use crate::input::{Input, TextRegion};
use crate::lexicon::{self, Class};
use crate::map::{Map, Set};
use crate::sense::Sense;
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_gazetteer::{EntryKind, Gazetteer};
use wirecopy_text::chars::is_all_capitals;
use wirecopy_text::{Folding, Span, fold};
use wirecopy_token::{Token, TokenKind};

/// How the words of a line use capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// As in running text: a capital inside a sentence is a name.
    Sentence,
    /// As in American headlines: every word of weight has a capital.
    Title,
    /// All capitals.
    Capitals,
}

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

/// What is known of a word wherever it stands.
#[derive(Debug, Clone)]
pub(crate) struct Form<'a> {
    /// As written, with plain apostrophes.
    pub(crate) text: Cow<'a, str>,
    /// In lower case.
    pub(crate) lower: Cow<'a, str>,
    /// As in running text: the title case of a word in capitals.
    pub(crate) title: Cow<'a, str>,
    /// Number of letters.
    pub(crate) letters: usize,
    pub(crate) class: Class,
    /// Commonness as a given name: 0 is none, 8 the most common.
    pub(crate) given: u8,
    /// Commonness as a surname, likewise.
    pub(crate) surname: u8,
    /// A given name of men.
    pub(crate) male: bool,
    /// A given name of women.
    pub(crate) female: bool,
    /// How usual the word is without a capital, from 0 (always a name) to 1.
    pub(crate) common: f32,
    /// Whether the list of common words has it.
    pub(crate) listed_common: bool,
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
    /// Reads the tokens of `input`. Linear but for one look-up per distinct word.
    pub(crate) fn new(input: &Input<'a>) -> Self {
        let mut builder = Builder {
            words: Self {
                text: input.text,
                words: Vec::new(),
                forms: Vec::new(),
                lines: Vec::new(),
            },
            index: Map::default(),
            names: input.names,
        };
        let mut blocks = input.blocks.iter().peekable();
        for paragraph in input.tokens.paragraphs() {
            let first = builder.words.lines.len();
            for sentence in input.tokens.sentences().get(paragraph.sentences()).unwrap_or(&[]) {
                let start = sentence.span().start();
                while blocks.next_if(|block| block.span.end() <= start).is_some() {}
                let region = blocks
                    .peek()
                    .filter(|block| block.span.contains(start))
                    .map_or(TextRegion::Body, |block| block.region);
                let tokens = input.tokens.tokens().get(sentence.tokens()).unwrap_or(&[]);
                builder.line(tokens, region);
            }
            builder.settle(first);
        }
        let mut words = builder.words;
        words.learn();
        words.read_senses();
        words
    }

    /// A word that this document writes in small letters is no name by its capital alone.
    fn learn(&mut self) {
        // "al-Masoudi" is a name all the same.
        let is_small = |form: &&Form<'_>| {
            form.text.starts_with(char::is_lowercase) && !form.text.contains(char::is_uppercase)
        };
        let small: Set<&str> =
            self.forms.iter().filter(is_small).map(|form| &*form.lower).collect();
        let is_lifted = |form: &Form<'_>| {
            !form.listed_common && small.contains(&*form.lower) && !is_all_capitals(&form.text)
        };
        let lifted: Vec<bool> = self.forms.iter().map(is_lifted).collect();
        for (form, _) in self.forms.iter_mut().zip(lifted).filter(|(_, lifted)| *lifted) {
            form.common = form.common.max(OWN_SHARE);
        }
    }

    /// The word at `index`, or a stand-in that is no word.
    pub(crate) fn word(&self, index: usize) -> &Word {
        self.words.get(index).unwrap_or(&NONE)
    }

    /// The word at `index` if it is in the same line as `of`.
    pub(crate) fn near(&self, of: usize, index: usize) -> Option<&Word> {
        let line = self.word(of).line;
        self.words.get(index).filter(|word| word.line == line)
    }

    /// The form of the word at `index`.
    pub(crate) fn form(&self, index: usize) -> &Form<'a> {
        let form = self.word(index).form;
        self.forms.get(form as usize).unwrap_or(&EMPTY)
    }

    /// The classes of the word at `index`.
    pub(crate) fn class(&self, index: usize) -> Class {
        self.form(index).class
    }

    /// The word at `index` in lower case; empty beyond the ends.
    pub(crate) fn lower(&self, index: usize) -> &str {
        &self.form(index).lower
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

    /// The words of `range` in title case, joined by single spaces: a key for comparing names.
    pub(crate) fn key(&self, range: Range<usize>) -> String {
        let mut key = Key::with_capacity(self.span(&range).len() as usize);
        for word in range {
            key.push(self, word);
        }
        key.text
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
        let comma = words.lower(index) == ",";
        if !(self.text.is_empty() || self.glued || comma || quote && self.inside) {
            self.text.push(' ');
        }
        self.inside ^= quote;
        self.glued = quote && self.inside;
        let form = words.form(index);
        let capitals = words.style(index) == Style::Capitals;
        self.text.push_str(if capitals { &form.title } else { &form.text });
    }
}

static EMPTY: Form<'static> = Form {
    text: Cow::Borrowed(""),
    lower: Cow::Borrowed(""),
    title: Cow::Borrowed(""),
    letters: 0,
    class: Class::NONE,
    given: 0,
    surname: 0,
    male: false,
    female: false,
    common: 1.0,
    listed_common: false,
};

struct Builder<'a> {
    words: Words<'a>,
    index: Map<&'a str, u32>,
    names: Option<&'a Gazetteer>,
}

impl<'a> Builder<'a> {
    fn line(&mut self, tokens: &[Token], region: TextRegion) {
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
                capital: first.flags().is_capitalised(),
                capitals: first.flags().is_all_capitals(),
                start: opening,
                compound: false,
                space_after: first.flags().space_after(),
                sense: Sense::NONE,
            };
            while let Some((next, after)) = rest.split_first()
                && next.flags().joins_hyphen()
                && word.kind != WordKind::Punct
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
            word.form = self.form(word.span);
            self.words.words.push(word);
        }
        let range = start..self.words.words.len();
        let (style, table) = self.style(range.clone(), region);
        self.words.lines.push(Line { words: range, style, region, table });
    }

    /// A sentence too short to show a style has that of its paragraph ("SOCCER -", "LONDON:").
    fn settle(&mut self, first: usize) {
        let lines = self.words.lines.get(first..).unwrap_or(&[]);
        let (Some(start), Some(end)) =
            (lines.first().map(|l| l.words.start), lines.last().map(|l| l.words.end))
        else {
            return;
        };
        if lines.len() < 2 {
            return;
        }
        let region = lines.first().map_or(TextRegion::Body, |line| line.region);
        let (style, _) = self.style(start..end, region);
        for line in self.words.lines.iter_mut().skip(first) {
            if line.words.len() <= SHORT_LINE || style == Style::Capitals {
                line.style = style;
            }
        }
    }

    fn form(&mut self, span: Span) -> u32 {
        let surface = span.get(self.words.text).unwrap_or("");
        if let Some(&form) = self.index.get(surface) {
            return form;
        }
        let id = u32::try_from(self.words.forms.len()).unwrap_or(u32::MAX);
        self.index.insert(surface, id);
        self.words.forms.push(classify(surface, self.names));
        id
    }

    /// How the line uses capitals, and whether it is a row of a table.
    fn style(&self, range: Range<usize>, region: TextRegion) -> (Style, bool) {
        let (mut words, mut capitals, mut capital, mut small, mut numbers) = (0, 0, 0, 0, 0);
        let mut lifted = 0;
        for word in self.words.words.get(range.clone()).unwrap_or(&[]) {
            let form = self.words.forms.get(word.form as usize).unwrap_or(&EMPTY);
            if word.kind == WordKind::Number {
                numbers += 1;
            }
            if matches!(
                word.kind,
                WordKind::Number | WordKind::Punct | WordKind::Quote | WordKind::Clitic
            ) {
                continue;
            }
            words += 1;
            capitals += usize::from(word.capitals || (word.capital && form.letters == 1));
            capital += usize::from(word.capital);
            lifted += usize::from(word.capital && !word.start && form.common > 0.5);
            // "With", "Over": small words that headlines leave small.
            small += usize::from(
                !(word.capital || form.letters <= 3 || form.class.any(Class::FUNCTION)),
            );
        }
        let style = if words >= 2 && capitals * 10 > words * 7 {
            // "U.S. - USDA." is no line in capitals, but a short row of acronyms does little harm.
            Style::Capitals
        } else if lifted >= 2
            && lifted * 5 >= words
            && (small == 0 && capital * 10 >= words * 6
                || (region == TextRegion::Headline
                    && small * 5 <= words
                    && capital * 3 >= words * 2))
        {
            Style::Title
        } else {
            Style::Sentence
        };
        let table = numbers >= 2 && small + words.saturating_sub(capital) <= 1;
        (style, table)
    }
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

/// "KERRY" as it would stand in running text: "Kerry"; "O'NEILL" is "O'Neill", "AL-ASSAD" "Al-Assad".
pub(crate) fn title_case(text: &str) -> String {
    let mut title = String::with_capacity(text.len());
    let mut letters = 0;
    for c in text.chars() {
        if c.is_alphabetic() {
            if letters == 0 || (letters == 2 && title.ends_with("Mc")) {
                title.extend(c.to_uppercase());
            } else {
                title.extend(c.to_lowercase());
            }
            letters += 1;
        } else {
            // "O'Neill" goes on with a capital, "Don't" does not matter.
            letters = if c == '\'' && letters != 1 { letters } else { 0 };
            title.push(c);
        }
    }
    title
}

fn classify<'a>(surface: &'a str, names: Option<&Gazetteer>) -> Form<'a> {
    let text = fold(surface, Folding::new());
    let is_small = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let lower = if is_small { text.clone() } else { Cow::Owned(text.to_lowercase()) };
    let title = if is_all_capitals(&text) { Cow::Owned(title_case(&text)) } else { text.clone() };
    let mut form = Form {
        class: lexicon::classes(&lower),
        letters: text.chars().filter(|c| c.is_alphabetic()).count(),
        text,
        lower,
        title,
        given: 0,
        surname: 0,
        male: false,
        female: false,
        common: 0.02,
        listed_common: false,
    };
    if let Some(names) = names {
        evidence(&mut form, names);
        compound_surname(&mut form, names);
        // "AP" in a line of capitals is no Ap.
        let known = form.given > 0 || form.surname > 0 || form.listed_common;
        if form.letters <= 3 && !known {
            form.title.clone_from(&form.text);
        }
    }
    if form.class.any(Class::FUNCTION) {
        form.common = 1.0;
    }
    form
}

/// "Reyes-Boone": both halves are surnames.
fn compound_surname(form: &mut Form<'_>, names: &Gazetteer) {
    let Some((first, last)) = form.title.split_once('-') else { return };
    if form.given > 0 || form.surname > 0 || last.contains('-') {
        return;
    }
    let surname = |half: &str| {
        names.lookup(half).is_some_and(|id| {
            names.entries(id).take(8).any(|entry| entry.kind() == EntryKind::Surname)
        })
    };
    // The least: "Coca-Cola" is made of surnames too.
    if surname(first) && surname(last) {
        form.surname = 1;
    }
}

/// How much of a bucket of the list of common words stands in small letters.
const SHARES: [f32; 8] = [0.02, 0.1, 0.22, 0.4, 0.6, 0.78, 0.9, 0.98];

/// Given name, surname and commonness of a form from the list of names.
fn evidence(form: &mut Form<'_>, names: &Gazetteer) {
    let Some(id) = names.lookup(&form.title) else { return };
    for entry in names.entries(id).take(8) {
        let weight = u8::try_from(entry.weight().min(8)).unwrap_or(8).max(1);
        match entry.kind() {
            EntryKind::GivenName => {
                form.given = form.given.max(weight);
                let gender = entry.field("gender").unwrap_or("");
                form.male |= gender.contains('m');
                form.female |= gender.contains('f');
            }
            EntryKind::Surname => form.surname = form.surname.max(weight),
            _ => {}
        }
        if let Some(bucket) = entry.field("common").and_then(|bucket| bucket.parse::<usize>().ok())
        {
            form.listed_common = true;
            form.common = SHARES.get(bucket).copied().unwrap_or(1.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_turn_to_title_case() {
        for (text, title) in [
            ("KERRY", "Kerry"),
            ("O'NEILL", "O'Neill"),
            ("MCDONALD", "McDonald"),
            ("AL-SADR", "Al-Sadr"),
        ] {
            assert_eq!(title_case(text), title);
        }
    }
}
