//! The words of one paragraph, with the marks and the sentence that each stands in. What each is taken
//! for is told in `tags.rs`.

use crate::lexicon::{Entry, Lexicon, class::LABEL, lexicon, usage};
use crate::marks::{MarkPair, MarkUse};
use crate::tags::TagsBefore;
pub(crate) use crate::tags::{Tag, is_with_article};
use std::ops::Range;
use wirecopy_text::{Span, Spanned};
use wirecopy_token::{Paragraph, Token, TokenKind, Tokens};

/// One word: a token, or the tokens of a hyphenated word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    pub(crate) span: Span,
    /// The word as it is written.
    pub(crate) surface: &'a str,
    pub(crate) kind: TokenKind,
    pub(crate) tag: Tag,
    pub(crate) entry: &'static Entry,
    pub(crate) capital: bool,
    /// Several tokens.
    pub(crate) compound: bool,
    /// Number of its sentence within the paragraph.
    pub(crate) sentence: u32,
    /// Index of the outermost pair of marks it stands in, the marks themselves included.
    pub(crate) pair: Option<u32>,
    /// Inside marks that hold speech.
    pub(crate) quoted: bool,
}

const NOTHING: Word<'static> = Word {
    span: Span::empty_at(0),
    surface: "",
    kind: TokenKind::Punct,
    tag: Tag::Stop,
    entry: &Entry::NOTHING,
    capital: false,
    compound: false,
    sentence: u32::MAX,
    pair: None,
    quoted: false,
};

/// Longest heading, in words.
const HEADING: usize = 24;

/// Marks that close a paragraph, at most.
const CLOSING: usize = 4;

/// A longer sentence is looked at in pieces of this many words, so that no walk within a sentence
/// depends on the length of the text.
const LONGEST_SENTENCE: usize = 300;

/// The words of one paragraph.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    list: Vec<Word<'a>>,
    pub(crate) pairs: Vec<MarkPair>,
    /// First and one past the last word of each sentence.
    sentences: Vec<(usize, usize)>,
    /// Most words have a capital: a headline.
    pub(crate) capitals: bool,
    /// They are read by themselves, out of a paragraph.
    inner: bool,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, tokens: &Tokens, paragraph: &Paragraph) -> Self {
        let sentences = tokens.sentences().get(paragraph.sentences()).unwrap_or(&[]);
        let count = sentences.iter().map(|sentence| sentence.tokens().len()).sum();
        let mut words = Self {
            text,
            list: Vec::with_capacity(count),
            pairs: outermost(crate::marks::marks(text, paragraph.span())),
            sentences: Vec::with_capacity(sentences.len()),
            capitals: false,
            inner: false,
        };
        words.read(tokens, paragraph);
        words.capitals = words.are_mostly_capitals();
        let mut before = TagsBefore::default();
        for at in 0..words.list.len() {
            let tag = words.guess(at, before);
            if let Some(word) = words.list.get_mut(at) {
                word.tag = tag;
            }
            before = before.then(tag);
        }
        words
    }

    /// The words from `from` to before `to`, between two marks, as a paragraph of their own: what marks
    /// stand among them are the outermost.
    pub(crate) fn within(&self, from: usize, to: usize) -> Self {
        let mut list: Vec<Word<'a>> = self.list.get(from..to).unwrap_or_default().to_vec();
        let pairs = outermost(crate::marks::marks(self.text, self.span(from, to)));
        let mut sentences: Vec<(usize, usize)> = Vec::new();
        let (mut last, mut pair) = (None, 0);
        for (at, word) in list.iter_mut().enumerate() {
            if last != Some(word.sentence) {
                last = Some(word.sentence);
                sentences.push((at, at));
            }
            word.sentence = u32::try_from(sentences.len()).unwrap_or(u32::MAX).saturating_sub(1);
            while pairs.get(pair).is_some_and(|pair| pair.end <= word.span.start()) {
                pair += 1;
            }
            let around = pairs.get(pair).filter(|pair| pair.span().contains(word.span.start()));
            word.pair = around.and(u32::try_from(pair).ok());
            word.quoted = around.is_some_and(|pair| pair.purpose == MarkUse::Speech);
            if let Some(sentence) = sentences.last_mut() {
                sentence.1 = at + 1;
            }
        }
        Self { text: self.text, list, pairs, sentences, capitals: self.capitals, inner: true }
    }

    fn read(&mut self, tokens: &Tokens, paragraph: &Paragraph) {
        let lexicon = lexicon();
        let mut pair = 0;
        let copy = self.copy(tokens, paragraph);
        for index in paragraph.sentences() {
            let Some(sentence) = tokens.sentences().get(index) else { continue };
            let mut first = self.list.len();
            let range = sentence.tokens();
            let range = range.start.max(copy.start)..range.end.min(copy.end);
            for token in tokens.tokens().get(range).unwrap_or(&[]) {
                if self.list.len() >= first + LONGEST_SENTENCE {
                    self.sentences.push((first, self.list.len()));
                    first = self.list.len();
                }
                let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
                self.push(token, number, &mut pair, lexicon);
            }
            if first < self.list.len() {
                self.sentences.push((first, self.list.len()));
            }
        }
    }

    /// The tokens of the paragraph without what a page has put around a headline: `TITLE: Bridge opens LINK:
    /// https://…`.
    fn copy(&self, tokens: &Tokens, paragraph: &Paragraph) -> Range<usize> {
        let sentences = tokens.sentences().get(paragraph.sentences()).unwrap_or(&[]);
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return 0..0 };
        let (mut from, mut to) = (first.tokens().start, last.tokens().end);
        let surface =
            |at: usize| tokens.tokens().get(at).map_or("", |token| token.span().of(self.text));
        let label = |at: usize| {
            let word = surface(at);
            let loud = !word.is_empty() && !word.chars().any(char::is_lowercase);
            (loud && surface(at + 1) == ":").then(|| lexicon().get(word))
        };
        if label(from).is_some_and(|word| word.has(usage::HEADS)) && from + 2 < to {
            from += 2;
        }
        let is_url =
            |at: usize| tokens.tokens().get(at).is_some_and(|t| t.kind() == TokenKind::Url);
        let linked = to.checked_sub(3).filter(|&at| at > from && is_url(to - 1));
        if linked.and_then(label).is_some_and(|word| word.is(LABEL)) {
            to -= 3;
        }
        from..to
    }

    fn push(&mut self, token: &Token, sentence: u32, pair: &mut usize, lexicon: &'static Lexicon) {
        let (span, flags) = (token.span(), token.flags());
        if (flags.joins_hyphen() || flags.joins_slash())
            && let Some(last) = self.list.last_mut()
        {
            last.span = last.span.cover(span);
            last.surface = last.span.of(self.text);
            last.entry = lexicon.get(last.surface);
            last.compound = true;
            return;
        }
        while self.pairs.get(*pair).is_some_and(|pair| pair.end <= span.start()) {
            *pair += 1;
        }
        let within = self.pairs.get(*pair).filter(|pair| pair.span().contains(span.start()));
        let (surface, kind) = (span.of(self.text), token.kind());
        self.list.push(Word {
            span,
            surface,
            kind,
            tag: Tag::Other,
            // Of the lists none has a sign.
            entry: if is_sign(kind) { &Entry::NOTHING } else { lexicon.get(surface) },
            capital: match surface.as_bytes().first() {
                Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
                _ => surface.starts_with(char::is_uppercase),
            },
            compound: false,
            sentence,
            pair: within.and(u32::try_from(*pair).ok()),
            quoted: within.is_some_and(|pair| pair.purpose == MarkUse::Speech),
        });
    }

    fn are_mostly_capitals(&self) -> bool {
        let long = |word: &&Word<'_>| word.span.len() > 3 && word.kind == TokenKind::Word;
        let (mut all, mut capital) = (0usize, 0usize);
        for word in self.list.iter().filter(long) {
            all += 1;
            capital += usize::from(word.capital);
        }
        all >= 3 && capital * 10 >= all * 8
    }

    pub(crate) fn all(&self) -> &[Word<'a>] {
        &self.list
    }

    pub(crate) const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether the paragraph does not end in a stop, within its last marks or outside.
    pub(crate) fn is_unstopped(&self) -> bool {
        let mut last = self.list.iter().rev().take(CLOSING);
        let last = last.find(|word| word.tag != Tag::Quote);
        last.is_none_or(|last| last.tag != Tag::Stop)
    }

    /// Whether the paragraph is a line without a stop: a headline or what heads a part.
    pub(crate) fn is_heading(&self) -> bool {
        let last = self.at(self.len().saturating_sub(1));
        self.len() <= HEADING && !last.kind_is_sign()
    }

    /// Whether the paragraph is a heading, and no part of one that is read by itself: these end in no stop, either.
    pub(crate) fn heads(&self) -> bool {
        !self.inner && self.is_heading()
    }

    /// Whether the paragraph is a heading in which no verb has a tense.
    pub(crate) fn has_no_verb(&self) -> bool {
        self.is_heading() && !self.list.iter().any(|word| word.tag.is_finite())
    }

    /// The word at `at`; a full stop beyond the ends.
    pub(crate) fn at(&self, at: usize) -> &Word<'a> {
        self.list.get(at).unwrap_or(&NOTHING)
    }

    /// The word `back` words before `at`; a full stop beyond the beginning.
    pub(crate) fn before(&self, at: usize, back: usize) -> &Word<'a> {
        at.checked_sub(back).map_or(&NOTHING, |at| self.at(at))
    }

    /// Past the adverbs at `at`, two at most: `Kerr [only ever] said`.
    pub(crate) fn past_adverbs(&self, at: usize) -> usize {
        (at..at + 3).find(|&at| self.tag(at) != Tag::Adverb).unwrap_or(at)
    }

    /// `end`, or the comma right before it: where content ends that something else stands behind, `[it rained][,] and`.
    pub(crate) fn without_comma(&self, end: usize) -> usize {
        end - usize::from(self.before(end, 1).tag == Tag::Comma)
    }

    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.at(at).tag
    }

    pub(crate) fn surface(&self, at: usize) -> &'a str {
        self.at(at).surface
    }

    /// Whether the word at `at` is one of `words`, case ignored.
    pub(crate) fn is(&self, at: usize, words: &[&str]) -> bool {
        let surface = self.surface(at);
        words.iter().any(|word| word.eq_ignore_ascii_case(surface))
    }

    /// Whether the word at `at` serves one of the uses: bits of [`usage`](crate::lexicon::usage).
    pub(crate) fn has(&self, at: usize, uses: u64) -> bool {
        self.at(at).entry.has(uses)
    }

    /// First and one past the last word of each sentence.
    pub(crate) fn sentences(&self) -> &[(usize, usize)] {
        &self.sentences
    }

    /// First and one past the last word of the sentence that `at` stands in.
    pub(crate) fn sentence(&self, at: usize) -> (usize, usize) {
        let number = self.at(at).sentence as usize;
        self.sentences.get(number).copied().unwrap_or((at, at))
    }

    /// The span from word `from` to just before word `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        if from >= to {
            return Span::empty_at(self.at(from).span.start());
        }
        self.at(from).span.cover(self.at(to - 1).span)
    }

    /// Index of the first word at or after byte `offset`.
    pub(crate) fn index_at(&self, offset: u32) -> usize {
        self.list.partition_point(|word| word.span.start() < offset)
    }

    /// The pair of marks that the word at `at` stands in.
    pub(crate) fn pair_at(&self, at: usize) -> Option<&MarkPair> {
        self.pairs.get(self.at(at).pair? as usize)
    }

    /// Whether a quotation that holds speech opens at `at`.
    pub(crate) fn opens_speech(&self, at: usize) -> bool {
        self.at(at).quoted
            && self.pair_at(at).is_some_and(|pair| {
                pair.open.start() <= self.at(at).span.start()
                    && self.at(at).span.start() < pair.open.end()
            })
    }

    /// Whether a quotation that holds speech has its closing mark at `at`.
    pub(crate) fn closes_speech(&self, at: usize) -> bool {
        self.at(at).quoted
            && self.pair_at(at).is_some_and(|pair| {
                pair.close.is_some_and(|close| close.contains(self.at(at).span.start()))
            })
    }

    /// Whether the word at `at` belongs to the title of a work: `the film “Ask Me”`.
    pub(crate) fn is_titled(&self, at: usize) -> bool {
        self.pair_at(at).is_some_and(|pair| pair.purpose == MarkUse::Title)
    }

    pub(crate) fn entry(&self, at: usize) -> &'static Entry {
        self.at(at).entry
    }
}

impl Word<'_> {
    pub(crate) fn kind_is_sign(&self) -> bool {
        is_sign(self.kind)
    }
}

/// Whether a word has no small letters but those of `McKERR`, `MacKERR`.
pub(crate) fn is_loud(word: &str) -> bool {
    let rest = word.strip_prefix("Mac").or_else(|| word.strip_prefix("Mc")).unwrap_or(word);
    !rest.is_empty() && !rest.chars().any(char::is_lowercase)
}

fn is_sign(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Punct
            | TokenKind::OpenQuote
            | TokenKind::CloseQuote
            | TokenKind::Dash
            | TokenKind::Ellipsis
    )
}

/// The pairs that stand in no other, without those that are markup.
fn outermost(mut pairs: Vec<MarkPair>) -> Vec<MarkPair> {
    pairs.retain(|pair| pair.depth == 0 && pair.purpose != MarkUse::Markup);
    pairs
}
