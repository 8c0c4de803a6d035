//! What the result format calls things.

use crate::{AnchorSource, DateKind, Granularity, Modifier};

impl DateKind {
    /// The kind as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Set => "set",
        }
    }
}

impl Granularity {
    /// The unit as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "part_of_day",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

impl Modifier {
    /// The modifier as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Mid => "mid",
            Self::End => "end",
            Self::Approx => "approx",
            Self::Before => "before",
            Self::After => "after",
            Self::LessThan => "less_than",
            Self::MoreThan => "more_than",
            Self::EqualOrLess => "equal_or_less",
            Self::EqualOrMore => "equal_or_more",
        }
    }
}

impl AnchorSource {
    /// The source as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Published => "published",
            Self::Inferred => "inferred",
            Self::Narrative => "narrative",
        }
    }
}
