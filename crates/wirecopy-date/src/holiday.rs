//! Days that copy calls by name: `data/holidays.tsv` and the rules that place them in a year.

use crate::civil::{Date, Weekday};
use std::sync::LazyLock;

/// How the day of a holiday is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Fixed {
        month: u8,
        day: u8,
    },
    /// The `nth` weekday of a month (5: the last), and days after it.
    Nth {
        month: u8,
        nth: u8,
        weekday: Weekday,
        after: i64,
    },
    /// Days from Western Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    Election,
}

#[derive(Debug)]
struct Holiday {
    name: &'static str,
    /// See [`key`].
    key: u32,
    rule: Rule,
}

/// The first three bytes of `text` in lower case, as a number that orders as they do.
fn key(text: &[u8]) -> Option<u32> {
    let [first, second, third, ..] = text else { return None };
    let lower = |byte: &u8| byte.to_ascii_lowercase();
    Some(u32::from_be_bytes([0, lower(first), lower(second), lower(third)]))
}

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let rows = include_str!("../data/holidays.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(parse).collect()
});

fn parse(line: &'static str) -> Option<Holiday> {
    let mut cells = line.split('\t');
    let (name, rule, argument) = (cells.next()?, cells.next()?, cells.next()?);
    let mut numbers = argument.split(['-', '+']).map(str::parse::<u8>);
    let mut number = || numbers.next()?.ok();
    let rule = match rule {
        "fixed" => Rule::Fixed { month: number()?, day: number()? },
        "nth" | "nth-after" => {
            let (month, nth, weekday) = (number()?, number()?, Weekday::from_iso(number()?)?);
            let after = if rule == "nth" { 0 } else { i64::from(number()?) };
            Rule::Nth { month, nth, weekday, after }
        }
        "easter" => Rule::Easter(argument.parse().ok()?),
        "election" => Rule::Election,
        _ => return None,
    };
    Some(Holiday { name, key: key(name.as_bytes())?, rule })
}

/// The letters that the names of the holidays open with, up to the first other sign.
pub(crate) fn first_words() -> impl Iterator<Item = &'static [u8]> {
    HOLIDAYS.iter().filter_map(|holiday| {
        holiday.name.as_bytes().split(|byte| !byte.is_ascii_alphabetic()).next()
    })
}

/// The longest holiday whose name opens `text`, capitalised as a name: its index and length in bytes.
pub(crate) fn at_start(text: &str) -> Option<(u16, usize)> {
    // The list is sorted: only the few names that share their first letters are compared.
    let key = key(text.as_bytes())?;
    let first = HOLIDAYS.partition_point(|holiday| holiday.key < key);
    let mut best: Option<(u16, usize)> = None;
    for (index, holiday) in (0u16..).zip(HOLIDAYS.iter()).skip(first) {
        if holiday.key != key {
            break;
        }
        let Some(length) = prefix(text, holiday.name) else { continue };
        if best.is_none_or(|(_, longest)| length > longest) {
            best = Some((index, length));
        }
    }
    best
}

/// Length of `name` at the start of `text`, any apostrophe and white space alike, at a word's end.
fn prefix(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for wanted in name.bytes() {
        let found = *bytes.get(at)?;
        at += match wanted {
            b' ' if found.is_ascii_whitespace() => 1,
            b'\'' if text.get(at..)?.starts_with('\u{2019}') => '\u{2019}'.len_utf8(),
            _ if found.eq_ignore_ascii_case(&wanted) => 1,
            _ => return None,
        };
    }
    let ends = !text.get(at..)?.starts_with(|c: char| c.is_alphanumeric());
    ends.then_some(at)
}

/// The day of holiday `index` in `year`.
pub(crate) fn day(index: u16, year: i16) -> Option<Date> {
    let holiday = HOLIDAYS.get(usize::from(index))?;
    match holiday.rule {
        Rule::Fixed { month, day } => Date::new(year, month, day),
        Rule::Nth { month, nth, weekday, after } => {
            nth_weekday(year, month, nth, weekday)?.add_days(after)
        }
        Rule::Easter(offset) => easter(year)?.add_days(offset),
        Rule::Election => nth_weekday(year, 11, 1, Weekday::Monday)?.add_days(1),
    }
}

pub(crate) fn nth_weekday(year: i16, month: u8, nth: u8, weekday: Weekday) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    let ahead = (7 + weekday.iso() - first.weekday().iso()) % 7;
    let day = first.add_days(i64::from(ahead) + 7 * (i64::from(nth) - 1))?;
    if day.month() == month { Some(day) } else { day.add_days(-7) }
}

/// Western Easter Sunday, by the anonymous Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (u8::try_from(sum / 31).ok()?, u8::try_from(sum % 31 + 1).ok()?);
    Date::new(i16::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, year: i16) -> String {
        let (index, length) = at_start(name).unwrap();
        assert_eq!(length, name.len());
        day(index, year).unwrap().to_string()
    }

    #[test]
    fn every_row_has_a_rule_that_gives_days() {
        let lines =
            include_str!("../data/holidays.tsv").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), HOLIDAYS.len());
        assert!(HOLIDAYS.windows(2).all(|pair| pair[0].name < pair[1].name));
        for (index, holiday) in (0u16..).zip(HOLIDAYS.iter()) {
            assert!(day(index, 2013).is_some(), "{}", holiday.name);
        }
    }

    #[test]
    fn movable_days_move() {
        assert_eq!(named("Thanksgiving Day", 2013), "2013-11-28");
        assert_eq!(named("Black Friday", 2013), "2013-11-29");
        assert_eq!(named("Good Friday", 2013), "2013-03-29");
        assert_eq!(named("Easter", 2000), "2000-04-23");
        assert_eq!(named("Memorial Day", 2013), "2013-05-27");
        assert_eq!(named("Election Day", 2012), "2012-11-06");
        assert_eq!(named("New Year\u{2019}s Eve", 2012), "2012-12-31");
    }

    #[test]
    fn a_longer_word_is_no_holiday() {
        assert_eq!(at_start("Easterners"), None);
        assert_eq!(at_start("Eastern"), None);
    }
}
