//! A stretch of the calendar: what every resolved date comes down to, and how it is written.

use crate::civil::Date;
use crate::expression::Granularity;

/// A calendar unit and its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) unit: Granularity,
    pub(crate) start: Date,
}

impl Period {
    pub(crate) const fn day(start: Date) -> Self {
        Self { unit: Granularity::Day, start }
    }

    pub(crate) fn month(year: i16, month: u8) -> Option<Self> {
        Some(Self { unit: Granularity::Month, start: Date::new(year, month, 1)? })
    }

    pub(crate) fn year(year: i16) -> Option<Self> {
        Some(Self { unit: Granularity::Year, start: Date::new(year, 1, 1)? })
    }

    /// Quarter 1 to 4.
    pub(crate) fn quarter(year: i16, number: u8) -> Option<Self> {
        let month = number.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
        Some(Self { unit: Granularity::Quarter, start: Date::new(year, month, 1)? })
    }

    /// Half 1 or 2.
    pub(crate) fn half(year: i16, number: u8) -> Option<Self> {
        let month = number.checked_sub(1)?.checked_mul(6)?.checked_add(1)?;
        Some(Self { unit: Granularity::Half, start: Date::new(year, month, 1)? })
    }

    /// Season 1 (spring) to 4 (winter), of the northern hemisphere; winter begins in December of the
    /// year before the one it is named for.
    pub(crate) fn season(year: i16, season: u8) -> Option<Self> {
        let start = match season {
            1..=3 => Date::new(year, season * 3, 1)?,
            4 => Date::new(year.checked_sub(1)?, 12, 1)?,
            _ => return None,
        };
        Some(Self { unit: Granularity::Season, start })
    }

    /// The ISO week that holds `day`.
    pub(crate) fn week_of(day: Date) -> Option<Self> {
        let start = day.add_days(1 - i64::from(day.weekday().iso()))?;
        Some(Self { unit: Granularity::Week, start })
    }

    /// The weekend of the ISO week that holds `day`.
    pub(crate) fn weekend_of(day: Date) -> Option<Self> {
        let start = Self::week_of(day)?.start.add_days(5)?;
        Some(Self { unit: Granularity::Weekend, start })
    }

    pub(crate) fn decade(first: i16) -> Option<Self> {
        Some(Self { unit: Granularity::Decade, start: Date::new(first, 1, 1)? })
    }

    /// The hundred years that share their first two digits.
    pub(crate) fn century(hundreds: i16) -> Option<Self> {
        let start = Date::new(hundreds.checked_mul(100)?, 1, 1)?;
        Some(Self { unit: Granularity::Century, start })
    }

    /// The calendar unit that holds `day`.
    pub(crate) fn holding(unit: Granularity, day: Date) -> Option<Self> {
        match unit {
            Granularity::Day => Some(Self::day(day)),
            Granularity::Week => Self::week_of(day),
            Granularity::Weekend => Self::weekend_of(day),
            Granularity::Month => Self::month(day.year(), day.month()),
            Granularity::Quarter => Self::quarter(day.year(), (day.month() - 1) / 3 + 1),
            Granularity::Half => Self::half(day.year(), (day.month() - 1) / 6 + 1),
            Granularity::Year => Self::year(day.year()),
            Granularity::Decade => Self::decade(day.year() - day.year().rem_euclid(10)),
            Granularity::Century => Self::century(day.year().div_euclid(100)),
            _ => None,
        }
    }

    /// The same unit `count` later.
    pub(crate) fn moved(self, count: i64) -> Option<Self> {
        let months = self.months();
        let start = if months > 0 {
            self.start.add_months(count.checked_mul(months)?)?
        } else {
            self.start.add_days(count.checked_mul(self.days())?)?
        };
        Some(Self { start, ..self })
    }

    /// Length in months, 0 for units of days.
    const fn months(self) -> i64 {
        match self.unit {
            Granularity::Month => 1,
            Granularity::Quarter | Granularity::Season => 3,
            Granularity::Half => 6,
            Granularity::Year => 12,
            Granularity::Decade => 120,
            Granularity::Century => 1200,
            _ => 0,
        }
    }

    const fn days(self) -> i64 {
        match self.unit {
            Granularity::Week | Granularity::Weekend => 7,
            _ => 1,
        }
    }

    /// First day inclusive, last exclusive.
    pub(crate) fn interval(self) -> Option<(Date, Date)> {
        let end = match self.unit {
            Granularity::Weekend => self.start.add_days(2)?,
            _ => self.moved(1)?.start,
        };
        Some((self.start, end))
    }

    /// The season (1 spring to 4 winter) and the year it is named for.
    fn season_year(self) -> (i16, u8) {
        let (year, month) = (self.start.year(), self.start.month());
        if month == 12 { (year + 1, 4) } else { (year, month / 3) }
    }

    /// The TIMEX3 value.
    pub(crate) fn timex3(self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.unit {
            Granularity::Week => {
                let (year, week) = self.start.iso_week();
                Digits::new().number(year, 4).text("-W").number(week, 2).done()
            }
            Granularity::Weekend => {
                let (year, week) = self.start.iso_week();
                Digits::new().number(year, 4).text("-W").number(week, 2).text("-WE").done()
            }
            Granularity::Month => Digits::month(year, month).done(),
            Granularity::Quarter => {
                Digits::new().number(year, 4).text("-Q").number((month - 1) / 3 + 1, 1).done()
            }
            Granularity::Half => {
                Digits::new().number(year, 4).text("-H").number((month - 1) / 6 + 1, 1).done()
            }
            Granularity::Season => {
                let (year, season) = self.season_year();
                let code = ["-SP", "-SU", "-FA"].get(usize::from(season) - 1).unwrap_or(&"-WI");
                Digits::new().number(year, 4).text(code).done()
            }
            // TimeML counts the years before Christ from 1.
            Granularity::Year if year <= 0 => Digits::new().text("BC").number(1 - year, 4).done(),
            Granularity::Year => Digits::new().number(year, 4).done(),
            Granularity::Decade => Digits::new().number(year.div_euclid(10), 3).done(),
            Granularity::Century => Digits::new().number(year.div_euclid(100), 2).done(),
            _ => Digits::month(year, month).text("-").number(self.start.day(), 2).done(),
        }
    }

    /// The EDTF value, level 2 at most.
    pub(crate) fn edtf(self) -> Option<String> {
        let (year, month) = (self.start.year(), self.start.month());
        // Sub-years of EDTF: 21 to 24 are seasons, 33 to 36 quarters, 40 and 41 halves.
        let part = |year, part: u8| Digits::new().number(year, 4).text("-").number(part, 2).done();
        Some(match self.unit {
            Granularity::Week | Granularity::Weekend => {
                let (first, end) = self.interval()?;
                format!("{first}/{}", end.add_days(-1)?)
            }
            Granularity::Quarter => part(year, 33 + (month - 1) / 3),
            Granularity::Half => part(year, 40 + (month - 1) / 6),
            Granularity::Season => {
                let (year, season) = self.season_year();
                part(year, 20 + season)
            }
            Granularity::Decade => Digits::new().number(year.div_euclid(10), 3).text("X").done(),
            Granularity::Century => Digits::new().number(year.div_euclid(100), 2).text("XX").done(),
            Granularity::Year => Digits::new().number(year, 4).done(),
            _ => self.timex3(),
        })
    }
}

/// Writes numbers of a fixed width; a value is written for every expression, and the machinery of
/// `format!` takes longer than all the rest.
#[derive(Debug)]
pub(crate) struct Digits(String);

impl Digits {
    pub(crate) fn new() -> Self {
        Self(String::with_capacity(16))
    }

    fn month(year: i16, month: u8) -> Self {
        Self::new().number(year, 4).text("-").number(month, 2)
    }

    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.push_str(text);
        self
    }

    /// `value` in at least `width` digits, the sign in front of them.
    pub(crate) fn number(mut self, value: impl Into<i32>, width: u32) -> Self {
        let value: i32 = value.into();
        if value < 0 {
            self.0.push('-');
        }
        let value = value.unsigned_abs();
        let places = width.max(value.checked_ilog10().map_or(1, |places| places + 1));
        for place in (0..places).rev() {
            let digit = u8::try_from(value / 10u32.pow(place) % 10).unwrap_or(0);
            self.0.push(char::from(b'0' + digit));
        }
        self
    }

    pub(crate) fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(period: Option<Period>) -> (String, String, String) {
        let period = period.unwrap();
        let (start, end) = period.interval().unwrap();
        (period.timex3(), period.edtf().unwrap(), format!("{start} {end}"))
    }

    #[test]
    fn units_are_written_in_both_notations() {
        let day = Date::new(2013, 8, 12).unwrap();
        for (period, timex3, edtf, interval) in [
            (Period::quarter(2012, 3), "2012-Q3", "2012-35", "2012-07-01 2012-10-01"),
            (Period::half(2012, 2), "2012-H2", "2012-41", "2012-07-01 2013-01-01"),
            (Period::season(2012, 2), "2012-SU", "2012-22", "2012-06-01 2012-09-01"),
            (Period::season(2012, 4), "2012-WI", "2012-24", "2011-12-01 2012-03-01"),
            (Period::season(2012, 1), "2012-SP", "2012-21", "2012-03-01 2012-06-01"),
            (Period::season(2012, 3), "2012-FA", "2012-23", "2012-09-01 2012-12-01"),
            (Period::week_of(day), "2013-W33", "2013-08-12/2013-08-18", "2013-08-12 2013-08-19"),
            (
                Period::weekend_of(day),
                "2013-W33-WE",
                "2013-08-17/2013-08-18",
                "2013-08-17 2013-08-19",
            ),
            (Period::decade(1990), "199", "199X", "1990-01-01 2000-01-01"),
            (Period::century(19), "19", "19XX", "1900-01-01 2000-01-01"),
            (Period::month(2012, 12), "2012-12", "2012-12", "2012-12-01 2013-01-01"),
        ] {
            let expected = (timex3.to_owned(), edtf.to_owned(), interval.to_owned());
            assert_eq!(written(period), expected);
        }
    }
}
