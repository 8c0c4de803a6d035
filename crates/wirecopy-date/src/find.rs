//! The finder: one scan over the text, expressions out.

use crate::expression::{Anchor, DateExpression, DateKind, Modifier};
use crate::grammar::Grammar;
use crate::lex::lex;
use crate::meaning::{Match, Meaning, Year};
use crate::parse::DateError;
use crate::reading::DateReading;
use crate::resolve::Story;
use crate::tense::{Tense, tense};
use crate::words::{Link, Words};
use crate::write::write;
use wirecopy_text::Span;

/// How `3/4/2012` is read, where both readings are days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NumericOrder {
    /// 4 March, as American agencies write. The default: the copy this library reads is mostly
    /// American, and `13/4/2012` is still read as 13 April because nothing else is possible.
    #[default]
    MonthFirst,
    /// 3 April, as the rest of the world writes.
    DayFirst,
    /// Neither: the expression is found, its value stays open.
    Unknown,
}

impl NumericOrder {
    /// The order's name on the command line and in Python.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MonthFirst => "month-first",
            Self::DayFirst => "day-first",
            Self::Unknown => "unknown",
        }
    }
}

/// Finds date expressions, with options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DateFinder {
    anchor: Option<Anchor>,
    numeric: NumericOrder,
}

impl DateFinder {
    /// A finder with the documented defaults and no anchor.
    #[must_use]
    pub const fn new() -> Self {
        Self { anchor: None, numeric: NumericOrder::MonthFirst }
    }

    /// The day against which "Monday" and "last year" are read. None by default: then such
    /// expressions are found and their value stays open.
    #[must_use]
    pub const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = Some(anchor);
        self
    }

    /// How `3/4/2012` is read.
    #[must_use]
    pub const fn numeric(mut self, order: NumericOrder) -> Self {
        self.numeric = order;
        self
    }

    /// Date expressions of the whole text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<DateExpression> {
        self.find_in(text, &[Span::from_range(0..text.len())])
    }

    /// Date expressions of `blocks`, spans into `text` in order. No expression and no clause reaches
    /// from one block into the next; "a year earlier" may look back to the block before.
    #[must_use]
    pub fn find_in(&self, text: &str, blocks: &[Span]) -> Vec<DateExpression> {
        self.find_read(&DateReading::new(text, blocks))
    }

    /// Date expressions of a text that was read before. Linear in their number.
    #[must_use]
    pub fn find_read(&self, reading: &DateReading<'_>) -> Vec<DateExpression> {
        let mut story = Story::new(self.anchor, self.numeric);
        let express = |(grammar, found)| express(&grammar, found, &mut story);
        reading.expressions().filter_map(express).collect()
    }

    /// The whole of `text` as one expression, or `None`.
    pub(crate) fn whole(&self, text: &str) -> Option<DateExpression> {
        let mut items = Vec::new();
        let whole = Span::from_range(0..text.len()).trimmed(text);
        if lex(text, whole, Words::open(), &mut items).is_some() {
            return None;
        }
        let grammar = Grammar { text, items: &items };
        let mut story = Story::new(self.anchor, self.numeric);
        express(&grammar, &grammar.whole()?, &mut story)
    }

    /// Reads all of `expression` as one date expression. The strict twin of [`find`](Self::find).
    ///
    /// # Errors
    ///
    /// [`DateError`] if `expression`, white space and a final mark aside, is anything else.
    pub fn parse(&self, expression: &str) -> Result<DateExpression, DateError> {
        self.whole(expression).ok_or_else(|| DateError::new(expression))
    }
}

/// The expression for a match, with `story` brought up to date.
fn express(grammar: &Grammar<'_>, found: &Match, story: &mut Story) -> Option<DateExpression> {
    let first = grammar.items.get(found.first)?;
    let last = grammar.items.get(found.last.checked_sub(1)?)?;
    let mut expression = DateExpression {
        span: Span::try_new(first.start as usize, last.end as usize)?,
        kind: DateKind::Date,
        value: None,
        timex3: None,
        granularity: None,
        interval: None,
        modifier: found.modifier.or_else(|| side(grammar, found)),
        anchor: None,
        inferred: false,
        in_quote: first.quoted,
        suspect: false,
    };
    let found = &on_day(found, story);
    let tense = if has_tense(&found.meaning) {
        tense(grammar, found.first, found.last)
    } else {
        Tense::Open
    };
    let days = story.days(found, tense);
    write(&mut expression, found, days.as_ref());
    if let Some(days) = &days {
        story.note(days, found);
    }
    Some(expression)
}

/// Whether the days meant may depend on where the clause looks.
fn has_tense(meaning: &Meaning) -> bool {
    !matches!(
        meaning,
        Meaning::Duration { .. }
            | Meaning::Every { .. }
            | Meaning::EveryWeekday(_)
            | Meaning::EveryMonth(_)
            | Meaning::Reference(_)
            | Meaning::Year(_)
            | Meaning::YearRange(..)
            | Meaning::Offset(_)
            | Meaning::Ago { .. }
            | Meaning::Decade(_)
            | Meaning::Century(_)
            | Meaning::Numeric(..)
            | Meaning::Day { year: Year::Written(_), .. }
    )
}

/// A time alone is a time of the story's day.
fn on_day(found: &Match, story: &Story) -> Match {
    let alone = found.meaning == Meaning::TimeOnly && story.anchor.is_some();
    if alone { Match { meaning: Meaning::Offset(0), ..*found } } else { *found }
}

/// "after August" and "by Monday": the preposition is outside the span and says which side is meant.
fn side(grammar: &Grammar<'_>, found: &Match) -> Option<Modifier> {
    let date = !matches!(
        found.meaning,
        Meaning::Duration { .. } | Meaning::Every { .. } | Meaning::Reference(_)
    );
    match grammar.link(found.first.checked_sub(1)?)? {
        Link::After | Link::Since if date => Some(Modifier::After),
        Link::Before | Link::Until | Link::By if date => Some(Modifier::Before),
        _ => None,
    }
}

/// Date expressions of `text`, resolved against `anchor`. See [`DateFinder`] for options.
#[must_use]
pub fn find_dates(text: &str, anchor: Option<Anchor>) -> Vec<DateExpression> {
    let finder = anchor.map_or(DateFinder::new(), |anchor| DateFinder::new().anchor(anchor));
    finder.find(text)
}
