//! Date expressions in prose, resolved against an anchor date.

mod civil;
mod expression;
mod find;
mod label;
mod names;
mod parse;
mod year;

pub use civil::{Date, InvalidDate, PartialDate, Weekday, days_in_month, is_leap};
pub use expression::{Anchor, AnchorSource, DateExpression, DateKind, Granularity, Modifier};
pub use find::{DateFinder, NumericOrder, find_dates};
pub use names::{MONTHS, month_from_name, weekday_from_name};
pub use parse::{DateError, parse_date};
pub use year::{YEARS, YearEvidence, YearInference, YearReason, infer_year, year_evidence};
