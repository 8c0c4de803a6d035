//! Values in TIMEX3 and EDTF.

use crate::expression::{DateExpression, DateKind, Granularity, Modifier};
use crate::meaning::{Amount, Match, Meaning, Time, Year};
use crate::resolve::{Days, granularity};
use crate::words::Unit;

/// Fills value, TIMEX3, granularity and interval of `expression` from what was found.
pub(crate) fn write(expression: &mut DateExpression, found: &Match, days: Option<&Days>) {
    match found.meaning {
        Meaning::Duration { amount, unit } => {
            expression.kind = DateKind::Duration;
            expression.timex3 = Some(duration(amount, unit));
            expression.granularity = granularity(unit).or(Some(fine(unit)));
        }
        Meaning::Every { amount, unit } => {
            expression.kind = DateKind::Set;
            expression.timex3 = Some(duration(Amount::Exact(amount), unit));
            expression.granularity = granularity(unit).or(Some(fine(unit)));
        }
        Meaning::EveryWeekday(day) => {
            expression.kind = DateKind::Set;
            let part = found.part.map_or(String::new(), |part| format!("T{}", part.code()));
            expression.timex3 = Some(format!("XXXX-WXX-{}{part}", day.iso()));
            expression.granularity = Some(Granularity::Day);
        }
        Meaning::EveryMonth(month) => {
            expression.kind = DateKind::Set;
            expression.timex3 = Some(format!("XXXX-{month:02}"));
            expression.granularity = Some(Granularity::Month);
        }
        Meaning::Reference(value) => expression.timex3 = Some(value.code().to_owned()),
        // "two hours later": nobody knows from which hour, but the length is said.
        Meaning::Ago {
            amount, unit: unit @ (Unit::Second | Unit::Minute | Unit::Hour), ..
        } => {
            expression.kind = DateKind::Duration;
            expression.timex3 = Some(duration(amount, unit));
            expression.granularity = Some(fine(unit));
        }
        Meaning::Ago { amount: Amount::Vague, sign, .. } => {
            let value = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            expression.timex3 = Some(value.to_owned());
        }
        _ => match days {
            Some(days) => write_days(expression, found, days),
            None => write_open(expression, found),
        },
    }
}

fn write_days(expression: &mut DateExpression, found: &Match, days: &Days) {
    expression.granularity = Some(days.first.unit);
    expression.anchor = days.source;
    expression.suspect = days.suspect;
    expression.inferred = days.source.is_some();
    let first = days.first.interval();
    let last = days.last.and_then(|last| last.interval());
    if !found.fiscal {
        expression.interval = match (first, last) {
            (Some((start, _)), Some((_, end))) | (Some((start, end)), None) => Some((start, end)),
            _ => None,
        };
    }
    if let Some(last) = days.last {
        let (from, to) = (days.first.edtf(), last.edtf());
        expression.value = from.zip(to).map(|(from, to)| format!("{from}/{to}"));
        expression.timex3 = Some(format!("{}/{}", days.first.timex3(), last.timex3()));
        return;
    }
    let day = days.first.timex3();
    if let Some(time) = found.time {
        expression.kind = DateKind::Time;
        write_time(expression, &day, time);
    } else if let Some(part) = found.part {
        expression.kind = DateKind::Time;
        expression.granularity = Some(Granularity::PartOfDay);
        expression.timex3 = Some(format!("{day}T{}", part.code()));
        expression.value = days.first.edtf();
    } else {
        expression.value = days.first.edtf().filter(|_| !found.fiscal).map(|value| {
            let approximate = found.modifier == Some(Modifier::Approx);
            if approximate { format!("{value}~") } else { value }
        });
        expression.timex3 = Some(day);
    }
}

/// Local time and its offset, never converted.
fn write_time(expression: &mut DateExpression, day: &str, time: Time) {
    let minute = time.minute.unwrap_or(0);
    let unit = if time.minute.is_some() { Granularity::Minute } else { Granularity::Hour };
    expression.granularity = Some(unit);
    expression.timex3 = Some(format!("{day}T{:02}:{minute:02}", time.hour));
    let offset = match time.offset {
        Some(0) => "Z".to_owned(),
        Some(offset) => {
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
        None => String::new(),
    };
    expression.value = Some(format!("{day}T{:02}:{minute:02}:00{offset}", time.hour));
}

/// What can be said without an anchor, or where no such day exists.
fn write_open(expression: &mut DateExpression, found: &Match) {
    match found.meaning {
        Meaning::Day { year: Year::Open, month, day, .. } => {
            let value = format!("XXXX-{month:02}-{day:02}");
            expression.granularity = Some(Granularity::Day);
            expression.timex3 = Some(value.clone());
            expression.value = Some(value);
        }
        Meaning::Month { year: Year::Open, month } => {
            let value = format!("XXXX-{month:02}");
            expression.granularity = Some(Granularity::Month);
            expression.timex3 = Some(value.clone());
            expression.value = Some(value);
        }
        Meaning::Weekday { day, .. } => {
            expression.granularity = Some(Granularity::Day);
            expression.timex3 = Some(format!("XXXX-WXX-{}", day.iso()));
        }
        Meaning::TimeOnly => {
            expression.kind = DateKind::Time;
            if let Some(time) = found.time {
                write_time(expression, "XXXX-XX-XX", time);
                expression.value = None;
            }
        }
        Meaning::Unit { unit, .. } | Meaning::Ago { unit, .. } => {
            expression.granularity = granularity(unit).or(Some(fine(unit)));
        }
        Meaning::Quarter { .. } => expression.granularity = Some(Granularity::Quarter),
        Meaning::Season { .. } => expression.granularity = Some(Granularity::Season),
        _ => {}
    }
}

const fn fine(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        _ => Granularity::Hour,
    }
}

/// "P2D", "PT5H30M", "PXM": decades and centuries in years.
fn duration(amount: Amount, unit: Unit) -> String {
    let (letter, factor) = match unit {
        Unit::Second => ("S", 1),
        Unit::Minute => ("M", 1),
        Unit::Hour => ("H", 1),
        Unit::Day => ("D", 1),
        Unit::Weekend => ("D", 2),
        Unit::Week => ("W", 1),
        Unit::Fortnight => ("W", 2),
        Unit::Month => ("M", 1),
        Unit::Quarter => ("Q", 1),
        Unit::Year => ("Y", 1),
        Unit::Decade => ("Y", 10),
        Unit::Century => ("Y", 100),
    };
    let time = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { "T" } else { "" };
    match amount {
        Amount::Vague => format!("P{time}X{letter}"),
        Amount::Exact(count) => format!("P{time}{}{letter}", u64::from(count) * factor),
        Amount::AndHalf(count) => {
            let count = u64::from(count);
            match unit {
                Unit::Hour if count == 0 => "PT30M".to_owned(),
                Unit::Hour => format!("PT{count}H30M"),
                Unit::Minute => format!("PT{count}M30S"),
                Unit::Year if count == 0 => "P6M".to_owned(),
                Unit::Year => format!("P{count}Y6M"),
                Unit::Decade => format!("P{}Y", count * 10 + 5),
                Unit::Century => format!("P{}Y", count * 100 + 50),
                _ => format!("P{time}{count}.5{letter}"),
            }
        }
    }
}
