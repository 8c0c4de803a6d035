//! Date expressions in prose: where they stand, which days they mean, and against which day they
//! were read.
//!
//! ```
//! use wirecopy_date::{Anchor, AnchorSource, Date, find_dates};
//!
//! let text = "The envoy left on Friday. A second round is due in early September.";
//! let anchor = Anchor::new(Date::new(2013, 8, 12).unwrap(), AnchorSource::Dateline);
//! let found = find_dates(text, Some(anchor));
//! assert_eq!(found[0].span.of(text), "Friday");
//! assert_eq!(found[0].date(), Date::new(2013, 8, 9));
//! assert_eq!(found[1].span.of(text), "early September");
//! assert_eq!(found[1].value.as_deref(), Some("2013-09"));
//! ```
//!
//! # What you get
//!
//! - [`find_dates`] and [`DateFinder`]: every expression of a text, with its [`Span`], its value in
//!   EDTF and TIMEX3, the half-open interval of days, granularity, modifier, the anchor used, and
//!   whether it stands in a quotation.
//! - [`parse_date`]: one expression, strictly.
//! - [`year_evidence`] and [`infer_year`]: the year of a dateline that writes none.
//! - [`DateReading`]: a text read once for both.
//! - [`Date`], [`PartialDate`], [`Weekday`]: days of the calendar whose arithmetic is checked.
//! - [`month_from_name`] and [`weekday_from_name`]: the names, as copy writes them.
//!
//! # How days are read
//!
//! | written | meant |
//! |---|---|
//! | "Friday" | the most recent one, today included; the next one if the verb that governs it looks ahead ("will", "is due", "plans to"), or behind "next", "coming", "until" |
//! | "Aug. 12", "August" | the nearest one; a day ahead counts half as far again, because copy looks back, and the tense of the clause weighs the other side |
//! | "the third quarter" | the last one that began; the one right ahead if the verb looks ahead |
//! | "last July" said in August | last year's: "last month" would do for this one |
//! | "the first Monday in September", "the day after Thanksgiving", "a week from Tuesday" | counted on the calendar |
//! | "Q3", "H1 2013", "FY2013", "2012/13" | quarter, half, fiscal year without days, two years |
//! | "a year earlier" | from what the story named last; the same quarter where it speaks of quarters |
//! | "the weekend" | the last one; this one once it has begun |
//! | "3/4/2012" | 4 March, unless [`NumericOrder`] says otherwise |
//! | "July 3-5", "1990-92", "from July 30 to Aug. 2, 2012" | ends give each other what they leave out |
//! | "Monday, August 13" that is a Tuesday | the month and day, marked `suspect` |
//!
//! Words that are dates only sometimes ("may", "march", "second", "fall", "sun") are found only in
//! company that vouches for them. One walk over the text, bounded look-around, no regex, no clock.
//!
//! # What this crate does not do
//!
//! It reads English only. It does not find the dateline (see `wirecopy-dateline`) and does not
//! guess an anchor: without one, "Friday" is found and stays open. Fiscal years have no interval,
//! since only the company knows its own. It leaves out vague words that are dates as rarely as not:
//! "soon", "already", "current", "then". A time keeps the zone that was written and is never
//! converted.
//!
//! [`Span`]: wirecopy_text::Span

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
mod reading;
mod resolve;
mod tense;
mod usage;
mod words;
mod write;
mod year;

pub use civil::{Date, InvalidDate, PartialDate, Weekday, days_in_month, is_leap};
pub use expression::{Anchor, AnchorSource, DateExpression, DateKind, Granularity, Modifier};
pub use find::{DateFinder, NumericOrder, find_dates};
pub use names::{MONTHS, month_from_name, weekday_from_name};
pub use parse::{DateError, parse_date};
pub use reading::DateReading;
pub use year::{YEARS, YearEvidence, YearInference, YearReason, infer_year, year_evidence};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
