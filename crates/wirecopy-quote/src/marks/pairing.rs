//! Pairing: one forward walk over a block with a short stack of open marks.

use super::{MarkPair, MarkStyle, MarkUse};
use crate::lexicon::{lexicon, usage};
use wirecopy_text::chars::is_dash;
use wirecopy_text::{Span, find_byte};

/// Marks may stand inside marks this deep; a deeper opening mark is passed over.
const MAX_DEPTH: usize = 4;

/// How far a plural's apostrophe looks ahead for the mark that really closes, in bytes.
const POSSESSIVE_LOOK_AHEAD: usize = 300;

/// What one mark may be, from its code point alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `“`, ` `` `
    DoubleOpen,
    /// `”`
    DoubleClose,
    /// `"`, `''`
    DoubleEither,
    /// `„`
    LowOpen,
    /// `«`
    GuillemetLeft,
    /// `»`
    GuillemetRight,
    /// `‘`, `` ` ``, `‚`
    SingleOpen,
    /// `’`, `'`
    SingleEither,
    /// `‹`, `›`
    SingleGuillemetLeft,
    SingleGuillemetRight,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    shape: Shape,
    style: MarkStyle,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    /// White space or an opening sign before, a word after.
    fn leans_right(&self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace() && !is_closing_sign(c))
            && self.before.is_none_or(|c| c.is_whitespace() || is_opening_sign(c))
    }

    /// A word or a stop before, white space or a closing sign after.
    fn leans_left(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'))
            && self.after.is_none_or(|c| {
                c.is_whitespace() || is_closing_sign(c) || is_dash(c) || is_mark(c) || c == '<'
            })
    }
}

fn is_opening_sign(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '/' | '>' | '=' | '*') || is_dash(c) || is_mark(c)
}

fn is_closing_sign(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…')
}

fn is_mark(c: char) -> bool {
    wirecopy_text::chars::is_double_quote(c) || wirecopy_text::chars::is_single_quote(c)
}

/// An open mark on the stack: the index of its pair.
#[derive(Debug, Clone, Copy)]
struct Open {
    pair: usize,
    style: MarkStyle,
}

/// The pairs of `block`, their purpose not yet looked at.
pub(super) fn pair(text: &str, block: Span) -> Vec<MarkPair> {
    let block = block.trimmed(text);
    let mut walk = Walk { text, block, pairs: Vec::new(), stack: Vec::new() };
    let mut at = block.range().start;
    let end = block.range().end;
    while let Some(mark) = next_mark(text, &mut at, block.range().start, end) {
        walk.take(&mark);
    }
    walk.finish()
}

/// The next mark at or after `at`; moves `at` behind it.
fn next_mark(text: &str, at: &mut usize, start: usize, end: usize) -> Option<Mark> {
    let bytes = text.as_bytes();
    loop {
        // What else is no ASCII is told apart below: of more comparisons the compiler makes no vectors.
        let may_be_mark = |byte| (byte == b'"') | (byte == b'\'') | (byte == b'`') | (byte >= 0x80);
        *at += find_byte(bytes.get(*at..end)?, may_be_mark)?;
        let here = text.get(*at..end)?;
        let first = here.chars().next()?;
        // Of three, the one that closes an inner quotation stands first.
        let inner = here.starts_with("'''") && *at > start && !text.get(start..*at)?.ends_with(' ');
        // `“Mine,’’ he said`: two single marks for a double one, curly ones, too.
        let doubled = !inner && ["``", "''", "‘‘", "’’"].iter().any(|two| here.starts_with(two));
        let length = first.len_utf8() * if doubled { 2 } else { 1 };
        let found = shape(first, doubled);
        let from = *at;
        *at += length;
        if let Some((shape, style)) = found {
            return Some(Mark {
                span: Span::try_new(from, from + length)?,
                shape,
                style,
                before: text.get(start..from).and_then(|left| left.chars().next_back()),
                after: text.get(from + length..end).and_then(|right| right.chars().next()),
            });
        }
    }
}

fn shape(c: char, doubled: bool) -> Option<(Shape, MarkStyle)> {
    Some(match c {
        '`' | '‘' if doubled => (Shape::DoubleOpen, MarkStyle::Doubled),
        '\'' | '’' if doubled => (Shape::DoubleEither, MarkStyle::Doubled),
        '“' | '‟' => (Shape::DoubleOpen, MarkStyle::Curly),
        '”' => (Shape::DoubleClose, MarkStyle::Curly),
        '"' | '＂' => (Shape::DoubleEither, MarkStyle::Straight),
        '„' => (Shape::LowOpen, MarkStyle::Low),
        '«' => (Shape::GuillemetLeft, MarkStyle::Guillemet),
        '»' => (Shape::GuillemetRight, MarkStyle::Guillemet),
        '‘' | '‛' | '`' | '‚' => (Shape::SingleOpen, MarkStyle::Single),
        '’' | '\'' | '＇' => (Shape::SingleEither, MarkStyle::Single),
        '‹' => (Shape::SingleGuillemetLeft, MarkStyle::SingleGuillemet),
        '›' => (Shape::SingleGuillemetRight, MarkStyle::SingleGuillemet),
        _ => return None,
    })
}

struct Walk<'a> {
    text: &'a str,
    block: Span,
    /// None where a pair is not believed in any more.
    pairs: Vec<Option<MarkPair>>,
    stack: Vec<Open>,
}

impl Walk<'_> {
    fn take(&mut self, mark: &Mark) {
        let double = self.has_open(|style| !style.is_single());
        match mark.shape {
            Shape::DoubleOpen | Shape::LowOpen => {
                if double && mark.leans_left() && !mark.leans_right() {
                    self.close(mark);
                } else {
                    self.open(mark);
                }
            }
            Shape::DoubleClose => {
                if double {
                    self.close(mark);
                } else if mark.leans_right() || mark.before.is_none() {
                    self.open(mark);
                }
            }
            Shape::DoubleEither => self.take_either(mark, double),
            Shape::GuillemetLeft | Shape::GuillemetRight => {
                self.take_guillemet(mark, MarkStyle::Guillemet, Shape::GuillemetLeft);
            }
            Shape::SingleGuillemetLeft | Shape::SingleGuillemetRight => {
                self.take_guillemet(mark, MarkStyle::SingleGuillemet, Shape::SingleGuillemetLeft);
            }
            Shape::SingleOpen | Shape::SingleEither => self.take_single(mark),
        }
    }

    fn take_either(&mut self, mark: &Mark, double: bool) {
        if self.is_inches(mark, double) {
            return;
        }
        match (mark.leans_right(), mark.leans_left()) {
            (true, false) => self.open(mark),
            (false, true) if double => self.close(mark),
            (false, true) => {}
            _ if double => self.close(mark),
            _ if mark.after.is_some() => self.open(mark),
            _ => {}
        }
    }

    /// `12"` where nothing is open, `6'2"` anywhere.
    fn is_inches(&self, mark: &Mark, double: bool) -> bool {
        if !mark.before.is_some_and(|c| c.is_ascii_digit()) {
            return false;
        }
        let left = self.text.get(..mark.span.range().start).unwrap_or("");
        let left = left.trim_end_matches(|c: char| c.is_ascii_digit());
        !double || left.ends_with(['\'', '’', '′'])
    }

    /// Guillemets open leftward in some languages and rightward in others.
    fn take_guillemet(&mut self, mark: &Mark, style: MarkStyle, left: Shape) {
        let opened = self.has_open(|open| open == style);
        if !opened && (mark.shape == left || mark.leans_right()) {
            self.open(mark);
        } else if opened && (mark.shape != left || (mark.leans_left() && !mark.leans_right())) {
            self.close(mark);
        } else if opened {
            self.open(mark);
        }
    }

    fn take_single(&mut self, mark: &Mark) {
        let opened = self.stack.last().is_some_and(|open| open.style == MarkStyle::Single);
        let inside_word = mark.before.is_some_and(char::is_alphanumeric)
            && mark.after.is_some_and(char::is_alphanumeric);
        if inside_word {
            return;
        }
        if opened && mark.leans_left() && mark.span.of(self.text) != "`" {
            if !self.is_possessive(mark) {
                self.close(mark);
            }
        } else if mark.leans_right() && !self.is_elision(mark) {
            if opened && let Some(older) = self.stack.pop() {
                self.forget(older.pair);
            }
            self.open(mark);
        }
    }

    /// `'em`, `'tis`, `'80s`: a letter left out, not a quotation.
    fn is_elision(&self, mark: &Mark) -> bool {
        let right = self.text.get(mark.span.range().end..self.block.range().end).unwrap_or("");
        let digits = right.bytes().take_while(u8::is_ascii_digit).take(3).count();
        if digits == 2 {
            let then = right.get(2..).and_then(|rest| rest.chars().next());
            return then.is_none_or(|c| c == 's' || !c.is_alphanumeric());
        }
        let word = right.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        mark.shape == Shape::SingleEither
            && word.len() <= 6
            && lexicon().get(word).has(usage::ELISION)
    }

    /// `the players' union` inside a quotation: the mark that closes comes later.
    fn is_possessive(&self, mark: &Mark) -> bool {
        let next = mark.span.range().end;
        if !matches!(mark.before, Some('s' | 'S' | 'z' | 'x')) {
            return false;
        }
        let mut right = self.text.get(next..self.block.range().end).unwrap_or("").char_indices();
        if right.next().is_none_or(|(_, c)| c != ' ') {
            return false;
        }
        let mut previous = ' ';
        for (offset, c) in right {
            if offset > POSSESSIVE_LOOK_AHEAD || wirecopy_text::chars::is_double_quote(c) {
                return false;
            }
            if matches!(c, '\'' | '’') && !previous.is_whitespace() {
                let after = self.text.get(next + offset + c.len_utf8()..self.block.range().end);
                let after = after.and_then(|rest| rest.chars().next());
                if !after.is_some_and(char::is_alphanumeric) {
                    return true;
                }
            } else if matches!(c, '\'' | '‘') {
                return false;
            }
            previous = c;
        }
        false
    }

    fn has_open(&self, wanted: impl Fn(MarkStyle) -> bool) -> bool {
        self.stack.iter().any(|open| wanted(open.style))
    }

    fn open(&mut self, mark: &Mark) {
        if self.stack.len() >= MAX_DEPTH {
            return;
        }
        self.stack.push(Open { pair: self.pairs.len(), style: mark.style });
        self.pairs.push(Some(MarkPair {
            open: mark.span,
            close: None,
            end: self.block.end(),
            style: mark.style,
            depth: 0,
            purpose: MarkUse::Speech,
        }));
    }

    /// Closes the nearest open mark of the same style, or else the nearest of the same weight.
    fn close(&mut self, mark: &Mark) {
        let same = self.stack.iter().rposition(|open| open.style == mark.style);
        let weight =
            || self.stack.iter().rposition(|open| open.style.is_single() == mark.style.is_single());
        let Some(at) = same.or_else(weight) else { return };
        while self.stack.len() > at + 1
            && let Some(stray) = self.stack.pop()
        {
            self.forget(stray.pair);
        }
        if let Some(open) = self.stack.pop()
            && let Some(Some(pair)) = self.pairs.get_mut(open.pair)
        {
            pair.close = Some(mark.span);
            pair.end = mark.span.end();
        }
    }

    fn forget(&mut self, pair: usize) {
        if let Some(pair) = self.pairs.get_mut(pair) {
            *pair = None;
        }
    }

    /// Settles what is still open: single marks were apostrophes; a double mark runs to the next
    /// one that opens, or to the block's end.
    fn finish(mut self) -> Vec<MarkPair> {
        for open in std::mem::take(&mut self.stack) {
            if open.style.is_single() {
                self.forget(open.pair);
                continue;
            }
            let pair = |at: usize| self.pairs.get(at)?.as_ref();
            let start = pair(open.pair).map_or(0, |pair| pair.open.end());
            let next = (open.pair + 1..self.pairs.len())
                .filter_map(pair)
                .find(|pair| !pair.style.is_single())
                .map_or(self.block.end(), |pair| pair.open.start());
            let rest = Span::new(start, next.max(start));
            let rest = self.sentence_of(rest).filter(|_| self.is_amid(open.pair)).unwrap_or(rest);
            let end = rest.trimmed(self.text).end();
            if let Some(Some(pair)) = self.pairs.get_mut(open.pair) {
                pair.end = end;
            }
        }
        nested(self.pairs.into_iter().flatten().collect())
    }

    /// Whether a pair opens behind a word, amid a sentence: `was “ a mess. The crew left.`
    fn is_amid(&self, pair: usize) -> bool {
        let Some(Some(pair)) = self.pairs.get(pair) else { return false };
        let left = self.text.get(self.block.range().start..pair.open.range().start).unwrap_or("");
        left.trim_end().ends_with(char::is_alphanumeric)
    }

    /// `rest` up to the first stop behind a word of letters, with a capital behind it.
    fn sentence_of(&self, rest: Span) -> Option<Span> {
        let text = rest.of(self.text);
        let stops = text.match_indices(['.', '!', '?']);
        let ends = |(at, stop): &(usize, &str)| {
            let word = text.get(..*at).unwrap_or("");
            let right = text.get(at + stop.len()..).unwrap_or("");
            let word = word.chars().rev().take_while(|c| c.is_lowercase()).take(3).count();
            word > 2
                && right.starts_with(char::is_whitespace)
                && right.trim_start().starts_with(char::is_uppercase)
        };
        let (at, stop) = stops.into_iter().find(ends)?;
        let end = rest.range().start + at + stop.len();
        Some(Span::from_range(rest.range().start..end))
    }
}

/// Counts for each pair how many stand around it.
fn nested(mut pairs: Vec<MarkPair>) -> Vec<MarkPair> {
    let mut ends: Vec<u32> = Vec::new();
    for pair in &mut pairs {
        while ends.last().is_some_and(|end| *end <= pair.open.start()) {
            ends.pop();
        }
        pair.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(pair.end);
    }
    pairs
}
