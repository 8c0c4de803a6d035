//! Days of the calendar: checked, small, and independent of any clock.
//!
//! Proleptic Gregorian, years -9999 to 9999, the range that EDTF level 0 can write. Every operation
//! that could leave the range gives `None`: copy says "9999999999 days ago" sooner or later.

use core::fmt::{self, Write};
use core::str::FromStr;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first as in ISO 8601.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Monday is 1 and Sunday 7, as in ISO 8601.
    #[must_use]
    pub const fn iso(self) -> u8 {
        self as u8 + 1
    }

    /// The weekday with ISO number `iso`, 1 to 7.
    #[must_use]
    pub fn from_iso(iso: u8) -> Option<Self> {
        Self::ALL.get(usize::from(iso).checked_sub(1)?).copied()
    }

    /// English name, capitalised.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A civil day, from -9999-01-01 to 9999-12-31 in the proleptic Gregorian calendar.
///
/// ```
/// use wirecopy_date::{Date, Weekday};
///
/// let day = Date::new(2013, 8, 12).unwrap();
/// assert_eq!(day.weekday(), Weekday::Monday);
/// assert_eq!(day.add_days(-3).unwrap().to_string(), "2013-08-09");
/// assert_eq!(Date::new(2013, 2, 30), None);
/// assert_eq!("2013-08-12".parse(), Ok(day));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that can be written.
    pub const MIN: Self = Self { year: -9999, month: 1, day: 1 };
    /// The last day that can be written.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day, or `None` if the calendar has no such day.
    #[must_use]
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < -9999 || year > 9999 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Year; 0 is 1 BC.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        let index = (self.days_from_epoch() + 3).rem_euclid(7);
        usize::try_from(index)
            .ok()
            .and_then(|index| Weekday::ALL.get(index).copied())
            .unwrap_or(Weekday::Monday)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn days_from_epoch(self) -> i32 {
        // Years counted from March put the leap day last.
        let year = self.year as i32 - (self.month <= 2) as i32;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + self.day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day `days` days after 1970-01-01, or `None` outside the range.
    #[must_use]
    pub fn from_days_from_epoch(days: i32) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day `days` later (earlier if negative), or `None` outside the range.
    #[must_use]
    pub fn add_days(self, days: i64) -> Option<Self> {
        let days = i64::from(self.days_from_epoch()).checked_add(days)?;
        Self::from_days_from_epoch(i32::try_from(days).ok()?)
    }

    /// The same day `months` later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn add_months(self, months: i64) -> Option<Self> {
        let (year, month) = add_months(self.year, self.month, months)?;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// Days from `self` to `other`; negative if `other` is earlier.
    #[must_use]
    pub const fn days_until(self, other: Self) -> i32 {
        other.days_from_epoch() - self.days_from_epoch()
    }

    /// ISO 8601 week: the year it is counted in and its number, 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i16, u8) {
        let thursday = self.add_days(4 - i64::from(self.weekday().iso())).unwrap_or(self);
        let first = Self { year: thursday.year, month: 1, day: 1 };
        let week = first.days_until(thursday) / 7 + 1;
        (thursday.year, u8::try_from(week).unwrap_or(1))
    }
}

/// Days in `month` of `year`; 0 if there is no such month.
#[must_use]
pub const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Whether `year` has a 29 February.
#[must_use]
pub const fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Year and month `months` after the given month, or `None` outside the range of [`Date`].
pub(crate) fn add_months(year: i16, month: u8, months: i64) -> Option<(i16, u8)> {
    let index = (i64::from(year) * 12 + i64::from(month) - 1).checked_add(months)?;
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    if !(-9999..=9999).contains(&year) {
        return None;
    }
    Some((year, u8::try_from(index.rem_euclid(12) + 1).ok()?))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        for part in [self.month, self.day] {
            f.write_char('-')?;
            write_digits::<2>(f, part.into())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Four digits, with a minus sign before year 0, as EDTF and ISO 8601 write a year.
fn write_year(f: &mut fmt::Formatter<'_>, year: i16) -> fmt::Result {
    if year < 0 {
        f.write_char('-')?;
    }
    write_digits::<4>(f, year.unsigned_abs())
}

/// The number in so many digits, or in more where it has more. Dates are written often: padding by the
/// formatter costs several times as much.
fn write_digits<const DIGITS: usize>(f: &mut fmt::Formatter<'_>, number: u16) -> fmt::Result {
    let mut digits = [b'0'; DIGITS];
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    match str::from_utf8(&digits) {
        Ok(digits) if rest == 0 => f.write_str(digits),
        _ => write!(f, "{number}"),
    }
}

/// The text is not an ISO 8601 calendar date (`2013-08-12`) that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidDate(());

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a calendar date written YYYY-MM-DD")
    }
}

impl core::error::Error for InvalidDate {}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        parse_iso(text).ok_or(InvalidDate(()))
    }
}

fn parse_iso(text: &str) -> Option<Date> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = digits.split('-');
    let year: i16 = fixed(parts.next()?, 4)?;
    let month: i16 = fixed(parts.next()?, 2)?;
    let day: i16 = fixed(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    let year = if negative { -year } else { year };
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn fixed(digits: &str, length: usize) -> Option<i16> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// A month and day as written, with its year where one was written.
///
/// ```
/// use wirecopy_date::{Date, PartialDate};
///
/// let written = PartialDate::new(None, 8, 12).unwrap();
/// assert_eq!(written.to_string(), "--08-12");
/// assert_eq!(written.in_year(2013), Date::new(2013, 8, 12));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: Option<i16>,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// The month and day, or `None` if no year has them (or the year given does not).
    #[must_use]
    pub fn new(year: Option<i16>, month: u8, day: u8) -> Option<Self> {
        // A leap year has every day that any year has.
        Date::new(year.unwrap_or(2000), month, day)?;
        Some(Self { year, month, day })
    }

    /// Year, where one was written.
    #[must_use]
    pub const fn year(self) -> Option<i16> {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day itself, if the year was written.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day)
    }

    /// The day in `year`, unless another year was written or `year` has no such day.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        if self.year.is_some_and(|written| written != year) {
            return None;
        }
        Date::new(year, self.month, self.day)
    }

    /// The day nearest to `anchor`: the year written, or else the year before, of, or after the
    /// anchor, whichever brings the day closest. Copy leaves a year out only where it is near.
    ///
    /// ```
    /// # use wirecopy_date::{Date, PartialDate};
    /// let anchor = Date::new(2013, 1, 3).unwrap();
    /// let written = PartialDate::new(None, 12, 28).unwrap();
    /// assert_eq!(written.nearest(anchor), Date::new(2012, 12, 28));
    /// ```
    #[must_use]
    pub fn nearest(self, anchor: Date) -> Option<Date> {
        if self.year.is_some() {
            return self.date();
        }
        // 29 February may be four years off, eight around 1900.
        let years = if (self.month, self.day) == (2, 29) { 8 } else { 1 };
        (-years..=years)
            .filter_map(|step| self.in_year(anchor.year().checked_add(step)?))
            .min_by_key(|day| anchor.days_until(*day).unsigned_abs())
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write_year(f, year)?,
            None => f.write_str("-")?,
        }
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn days_count_both_ways(days in -4_371_587i32..=2_932_896) {
            let date = Date::from_days_from_epoch(days).unwrap();
            prop_assert_eq!(date.days_from_epoch(), days);
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            if let Some(next) = date.add_days(1) {
                prop_assert!(next > date);
                prop_assert_eq!(date.days_until(next), 1);
            }
        }

        #[test]
        fn arithmetic_never_leaves_the_range(days: i64, months: i64) {
            let date = day("2013-08-12");
            for moved in [date.add_days(days), date.add_months(months)].into_iter().flatten() {
                prop_assert!((Date::MIN..=Date::MAX).contains(&moved));
            }
        }

        #[test]
        fn parsing_any_text_is_total(text in "[-0-9:T]{0,14}") {
            let _ = text.parse::<Date>();
        }
    }

    #[test]
    fn the_ends_of_the_range_are_days() {
        assert_eq!(Date::MIN.days_from_epoch(), -4_371_587);
        assert_eq!(Date::MAX.days_from_epoch(), 2_932_896);
        assert_eq!(Date::MAX.add_days(1), None);
        assert_eq!(Date::MIN.add_months(-1), None);
    }

    #[test]
    fn weekdays_and_weeks_agree_with_the_calendar() {
        assert_eq!(day("1970-01-01").weekday(), Weekday::Thursday);
        assert_eq!(day("2000-02-29").weekday(), Weekday::Tuesday);
        assert_eq!(day("2013-08-12").iso_week(), (2013, 33));
        assert_eq!(day("2010-01-03").iso_week(), (2009, 53));
        assert_eq!(day("2008-12-29").iso_week(), (2009, 1));
    }

    #[test]
    fn days_that_no_calendar_has_are_refused() {
        assert_eq!(Date::new(2013, 2, 29), None);
        assert_eq!(Date::new(1900, 2, 29), None);
        assert_eq!(Date::new(2013, 13, 1), None);
        assert_eq!(Date::new(2013, 0, 1), None);
        assert!(PartialDate::new(None, 2, 29).is_some());
        assert_eq!(PartialDate::new(None, 2, 30), None);
        assert_eq!(PartialDate::new(Some(2013), 2, 29), None);
    }

    #[test]
    fn a_month_later_ends_with_a_shorter_month() {
        assert_eq!(day("2013-01-31").add_months(1), Some(day("2013-02-28")));
        assert_eq!(day("2013-01-31").add_months(-2), Some(day("2012-11-30")));
    }

    #[test]
    fn a_leap_day_finds_its_nearest_year() {
        let leap = PartialDate::new(None, 2, 29).unwrap();
        assert_eq!(leap.nearest(day("2013-03-01")), Some(day("2012-02-29")));
        assert_eq!(leap.nearest(day("1900-02-28")), Some(day("1896-02-29")));
    }
}
