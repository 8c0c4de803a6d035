//! What a date expression is: its place, its value in two notations, the days it covers, and why.

use crate::civil::Date;
use wirecopy_text::{Span, Spanned};

/// What an expression stands for, as in TimeML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateKind {
    /// A day or a longer calendar unit: "Monday", "early July", "the third quarter".
    Date,
    /// A time of day, with or without its day: "10:30 a.m. EDT Tuesday", "last night".
    Time,
    /// A length of time: "two days", "the past three months".
    Duration,
    /// Something that recurs: "daily", "every Monday".
    Set,
}

/// How fine the written expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names say it")]
pub enum Granularity {
    Minute,
    Hour,
    /// Morning, afternoon, evening, night.
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// What narrows or loosens a value: "early July" is July with [`Modifier::Start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Modifier {
    /// "early", "the beginning of", "the start of".
    Start,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    End,
    /// "about", "around", "nearly", "some".
    Approx,
    /// "before July", "by Monday", "until May": the days before the value.
    Before,
    /// "after August", "since 1990": the days after the value.
    After,
    /// "less than", "under".
    LessThan,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to", "no more than".
    EqualOrLess,
    /// "at least".
    EqualOrMore,
}

/// Where the day comes from that an expression was resolved against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AnchorSource {
    /// The date of the story's dateline.
    Dateline,
    /// The published date given by the caller.
    Published,
    /// A dateline or day whose year was worked out, see [`infer_year`](crate::infer_year).
    Inferred,
    /// A day that the story named shortly before ("a year earlier").
    Narrative,
}

/// The day that the story was written, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// Where it comes from.
    pub source: AnchorSource,
}

impl Anchor {
    /// An anchor.
    #[must_use]
    pub const fn new(date: Date, source: AnchorSource) -> Self {
        Self { date, source }
    }
}

/// A date expression found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DateExpression {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Date, time, duration or set.
    pub kind: DateKind,
    /// The value in EDTF (ISO 8601-2): `2013-08-12`, `2013-08`, `2012-35` (third quarter),
    /// `199X`, `2013-07-03/2013-07-05`. `None` where EDTF has no word for it (durations, sets,
    /// "now") or nothing could be worked out (no anchor).
    pub value: Option<String>,
    /// The TIMEX3 value of TimeML: `2013-08-12`, `2012-Q3`, `P2D`, `XXXX-WXX-1`, `PRESENT_REF`.
    pub timex3: Option<String>,
    /// How fine the expression is, or `None` for vague references such as "recently".
    pub granularity: Option<Granularity>,
    /// The days meant, first inclusive, last exclusive. `None` where the days are not known:
    /// durations, sets, vague references, fiscal years, values without an anchor.
    pub interval: Option<(Date, Date)>,
    /// What narrows or loosens the value.
    pub modifier: Option<Modifier>,
    /// Which anchor was used; `None` if the text says everything itself.
    pub anchor: Option<AnchorSource>,
    /// Whether part of the value was worked out, not written.
    pub inferred: bool,
    /// Whether the expression stands between quotation marks. The anchor of spoken words is the
    /// day they were said, which copy takes to be the day of the story.
    pub in_quote: bool,
    /// Whether the text contradicts itself here: "Monday, August 13" in a year in which that day is
    /// a Tuesday. The month and day are kept.
    pub suspect: bool,
}

impl DateExpression {
    /// The day meant, if the expression means exactly one.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let (start, end) = self.interval?;
        (start.add_days(1) == Some(end)).then_some(start)
    }
}

impl Spanned for DateExpression {
    fn span(&self) -> Span {
        self.span
    }
}
