//! Date expressions in prose, resolved against an anchor date.

mod civil;
mod expression;
mod find;
mod grammar;
mod holiday;
mod label;
mod lex;
mod meaning;
mod names;
mod parse;
mod period;
mod resolve;
mod tense;
mod words;
mod write;
mod year;

pub use civil::{Date, InvalidDate, PartialDate, Weekday, days_in_month, is_leap};
pub use expression::{Anchor, AnchorSource, DateExpression, DateKind, Granularity, Modifier};
pub use find::{DateFinder, NumericOrder, find_dates};
pub use names::{MONTHS, month_from_name, weekday_from_name};
pub use parse::{DateError, parse_date};
pub use year::{YEARS, YearEvidence, YearInference, YearReason, infer_year, year_evidence};
