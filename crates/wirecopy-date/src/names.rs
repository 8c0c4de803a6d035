//! Names of months and weekdays, as copy writes them. Shared with the dateline crate.

use crate::civil::Weekday;

/// English months in full, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Month number (1 to 12) of a name: full, or an abbreviation that agencies use (`Jan`, `Sept`,
/// `Febr`), any case, with or without its full stop.
///
/// ```
/// use wirecopy_date::month_from_name;
///
/// assert_eq!(month_from_name("Sept."), Some(9));
/// assert_eq!(month_from_name("MARCH"), Some(3));
/// assert_eq!(month_from_name("Narch"), None);
/// ```
#[must_use]
pub fn month_from_name(name: &str) -> Option<u8> {
    let name = name.strip_suffix('.').unwrap_or(name);
    let full = (1u8..).zip(MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(name));
    full.map(|(number, _)| number).or_else(|| {
        let short = ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
        short.map(|(_, number)| *number)
    })
}

const ABBREVIATIONS: [(&str, u8); 15] = [
    ("Jan", 1),
    ("Feb", 2),
    ("Febr", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
    ("Janu", 1),
    ("Octo", 10),
];

/// Weekday of a name: full or abbreviated (`Mon`, `Tues`, `Thurs`), any case, with or without its
/// full stop.
///
/// ```
/// use wirecopy_date::{Weekday, weekday_from_name};
///
/// assert_eq!(weekday_from_name("Thurs."), Some(Weekday::Thursday));
/// assert_eq!(weekday_from_name("Sunny"), None);
/// ```
#[must_use]
pub fn weekday_from_name(name: &str) -> Option<Weekday> {
    let name = name.strip_suffix('.').unwrap_or(name);
    let full = Weekday::ALL.into_iter().find(|day| day.name().eq_ignore_ascii_case(name));
    full.or_else(|| {
        let short = SHORT_WEEKDAYS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
        short.map(|(_, day)| *day)
    })
}

const SHORT_WEEKDAYS: [(&str, Weekday); 12] = [
    ("Mon", Weekday::Monday),
    ("Tue", Weekday::Tuesday),
    ("Tues", Weekday::Tuesday),
    ("Wed", Weekday::Wednesday),
    ("Weds", Weekday::Wednesday),
    ("Thu", Weekday::Thursday),
    ("Thur", Weekday::Thursday),
    ("Thurs", Weekday::Thursday),
    ("Fri", Weekday::Friday),
    ("Sat", Weekday::Saturday),
    ("Sun", Weekday::Sunday),
    ("Sund", Weekday::Sunday),
];
