//! The date of a dateline, misprints included.
//!
//! Wires were typed in a hurry: "Narch 2", "March 2O", "Apri l7", "March 119". Such a date is still a
//! date, since a place stands before it and a dash after it, but it is marked as suspect, and keeps a
//! value only where one reading is left.

use crate::dateline::{DatelineDate, Suspect, WrittenDate};
use crate::lex::{Kind, Piece};
use crate::lists::lists;
use wirecopy_date::{PartialDate, month_from_name, weekday_from_name};
use wirecopy_text::{Span, chars};

/// A date, and the index of the piece after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateRead {
    pub(crate) date: DatelineDate,
    pub(crate) form: DateForm,
    pub(crate) next: usize,
}

/// How sure the form of a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateForm {
    /// A month's name and a day.
    Plain,
    /// Year, month and day in figures.
    Iso,
    /// A misprint of a month's name, and a day.
    Misprint,
    /// A month's name without a day.
    MonthAlone,
    /// A day of the week alone.
    Weekday,
}

/// A month as written.
#[derive(Debug, Clone, Copy)]
struct MonthRead {
    /// `None` where two months are equally near.
    month: Option<u8>,
    sure: bool,
}

/// A day of the month as written.
#[derive(Debug, Clone, Copy)]
struct DayRead {
    day: Option<u8>,
    suspect: Option<Suspect>,
    end: Span,
    next: usize,
}

/// Reads a date that starts at piece `at`.
pub(crate) fn read_date(pieces: &[Piece<'_>], at: usize) -> Option<DateRead> {
    let first = pieces.get(at)?;
    if first.kind == Kind::Number {
        return read_iso(pieces, at)
            .or_else(|| read_figures(pieces, at))
            .or_else(|| read_day_first(pieces, at));
    }
    if !first.is_word() {
        return None;
    }
    if let Some(weekday) = weekday_from_name(first.text) {
        // "Monday, Aug. 12" is that day; "Thurs." alone is a weekday.
        let mut next = at + 1;
        while pieces.get(next).is_some_and(|piece| piece.is_mark(',') || piece.is_mark('.')) {
            next += 1;
        }
        if let Some(mut read) = read_date(pieces, next)
            && matches!(read.form, DateForm::Plain | DateForm::Iso)
        {
            read.date.span = first.span.cover(read.date.span);
            return Some(read);
        }
        let date = DatelineDate {
            span: first.span,
            written: Some(WrittenDate::Weekday(weekday)),
            suspect: None,
        };
        return Some(DateRead { date, form: DateForm::Weekday, next: at + 1 });
    }
    read_month_first(pieces, at)
}

/// "Aug. 12", "Aug. 12, 2013", "Aug. 12-13", "Narch 2", "Apri l7", "April".
fn read_month_first(pieces: &[Piece<'_>], at: usize) -> Option<DateRead> {
    let first = pieces.get(at)?;
    // A misprint is only looked for where a day may follow.
    let day_follows = pieces.get(at + 1..).unwrap_or(&[]).iter().take(2).any(|piece| {
        piece.kind == Kind::Number || piece.is_word() && piece.text.chars().all(is_slip)
    });
    if !day_follows && month_from_name(first.text).is_none() {
        return None;
    }
    let (month, day_at) = match read_split_month(pieces, at) {
        Some(month) => (month, at + 2),
        None => (read_month(first.text)?, at + 1),
    };
    let day_at = match pieces.get(day_at) {
        // "Aug . 12": a stop that drifted, or one after a month that needs none.
        Some(stop) if stop.is_mark('.') || stop.is_mark(',') => day_at + 1,
        _ => day_at,
    };
    let Some(day) = read_day(pieces, day_at) else {
        let alone = month.sure && day_at == at + 1;
        let date = DatelineDate { span: first.span, written: None, suspect: Some(Suspect::Day) };
        return alone.then_some(DateRead { date, form: DateForm::MonthAlone, next: at + 1 });
    };
    let (year, end, next) = read_year(pieces, day.next).unwrap_or((None, day.end, day.next));
    let span = first.span.cover(end);
    if year.is_none()
        && let Some(read) = read_range(pieces, first.span, month, day)
    {
        return Some(read);
    }
    Some(finish(span, month, day, year, next))
}

/// "12 August 2013", "12 Aug."
fn read_day_first(pieces: &[Piece<'_>], at: usize) -> Option<DateRead> {
    let first = pieces.get(at)?;
    let day = read_day(pieces, at).filter(|day| day.suspect.is_none())?;
    let word = pieces.get(day.next).filter(|piece| piece.is_word() && !piece.new_line)?;
    let month = read_month(word.text).filter(|month| month.sure)?;
    let end = word.span;
    let (year, end, next) = read_year(pieces, day.next + 1).unwrap_or((None, end, day.next + 1));
    Some(finish(first.span.cover(end), month, day, year, next))
}

/// "1996-08-30".
fn read_iso(pieces: &[Piece<'_>], at: usize) -> Option<DateRead> {
    let [year, dash, month, dash_too, day] = pieces.get(at..at + 5)? else { return None };
    let dashes = dash.is_mark('-') && dash_too.is_mark('-');
    let glued = [dash, month, dash_too, day].iter().all(|piece| piece.is_glued());
    if !dashes || !glued || year.text.len() != 4 {
        return None;
    }
    let figure = |piece: &Piece<'_>| piece.text.parse::<u8>().ok();
    let written = PartialDate::new(year.text.parse().ok(), figure(month)?, figure(day)?)
        .map(WrittenDate::Day);
    let suspect = written.is_none().then_some(Suspect::Impossible);
    let date = DatelineDate { span: year.span.cover(day.span), written, suspect };
    Some(DateRead { date, form: DateForm::Iso, next: at + 5 })
}

/// "17/06/2004". Of "07/06/2004" nobody can say which of the two is the month.
fn read_figures(pieces: &[Piece<'_>], at: usize) -> Option<DateRead> {
    let [first, slash, second, slash_too, year] = pieces.get(at..at + 5)? else { return None };
    let slashes = slash.is_mark('/') && slash_too.is_mark('/');
    let glued = [slash, second, slash_too, year].iter().all(|piece| piece.is_glued());
    if !slashes || !glued || year.text.len() != 4 {
        return None;
    }
    let figure = |piece: &Piece<'_>| piece.text.parse::<u8>().ok();
    let (first_figure, second_figure) = (figure(first)?, figure(second)?);
    let year_figure = year.text.parse().ok();
    let day_first = PartialDate::new(year_figure, second_figure, first_figure);
    let month_first = PartialDate::new(year_figure, first_figure, second_figure);
    let written = match (day_first, month_first) {
        (Some(date), None) | (None, Some(date)) => Some(date),
        (Some(date), Some(other)) => (date == other).then_some(date),
        (None, None) => return None,
    };
    let suspect = written.is_none().then_some(Suspect::Month);
    let span = first.span.cover(year.span);
    let date = DatelineDate { span, written: written.map(WrittenDate::Day), suspect };
    Some(DateRead { date, form: DateForm::Iso, next: at + 5 })
}

/// "Aug. 12-13", "July 30-Aug. 2".
fn read_range(
    pieces: &[Piece<'_>],
    start: Span,
    month: MonthRead,
    day: DayRead,
) -> Option<DateRead> {
    let dash = pieces
        .get(day.next)
        .filter(|piece| matches!(piece.kind, Kind::Mark(c) if chars::is_dash(c)))?;
    let after = pieces.get(day.next + 1).filter(|piece| dash.is_glued() && piece.is_glued())?;
    let (last_month, day_at) = match after.kind {
        Kind::Word => (read_month(after.text).filter(|month| month.sure)?, day.next + 2),
        _ => (month, day.next + 1),
    };
    let last = read_day(pieces, day_at).filter(|last| last.suspect.is_none())?;
    let (year, end, next) = read_year(pieces, last.next).unwrap_or((None, last.end, last.next));
    let first = PartialDate::new(year, month.month?, day.day?)?;
    let last = PartialDate::new(year, last_month.month?, last.day?)?;
    let date = DatelineDate {
        span: start.cover(end),
        written: Some(WrittenDate::Days { first, last }),
        suspect: day.suspect.or((!month.sure).then_some(Suspect::Month)),
    };
    let form = if month.sure { DateForm::Plain } else { DateForm::Misprint };
    Some(DateRead { date, form, next })
}

fn finish(span: Span, month: MonthRead, day: DayRead, year: Option<i16>, next: usize) -> DateRead {
    let both = month.month.zip(day.day);
    let written = both.and_then(|(month, day)| PartialDate::new(year, month, day));
    let suspect = day
        .suspect
        .or((both.is_some() && written.is_none()).then_some(Suspect::Impossible))
        .or((!month.sure).then_some(Suspect::Month));
    let date = DatelineDate { span, written: written.map(WrittenDate::Day), suspect };
    let form = if month.sure { DateForm::Plain } else { DateForm::Misprint };
    DateRead { date, form, next }
}

/// A day of the month: "12", "12th", "2O", "l", "l7". Up to three figures, so that "119" is seen.
fn read_day(pieces: &[Piece<'_>], at: usize) -> Option<DayRead> {
    let mut figures = String::new();
    let mut end = pieces.get(at).filter(|piece| !piece.new_line)?.span;
    let mut next = at;
    while let Some(piece) = pieces.get(next) {
        let slip = piece.is_word() && piece.text.chars().all(is_slip) && piece.text.len() <= 2;
        if next > at && !piece.is_glued() || !slip && piece.kind != Kind::Number {
            break;
        }
        figures.push_str(piece.text);
        end = piece.span;
        next += 1;
    }
    if figures.is_empty() || figures.len() > 3 {
        return None;
    }
    // "12th"
    if let Some(piece) = pieces.get(next)
        && piece.is_glued()
        && ["st", "nd", "rd", "th"].iter().any(|suffix| piece.text.eq_ignore_ascii_case(suffix))
    {
        end = piece.span;
        next += 1;
    }
    let slipped = !figures.bytes().all(|byte| byte.is_ascii_digit());
    let digits: String = figures.chars().map(digit_of).collect();
    let day = digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day));
    let suspect = match day {
        None => Some(Suspect::Impossible),
        Some(_) => slipped.then_some(Suspect::Day),
    };
    Some(DayRead { day, suspect, end, next })
}

/// Letters that typists strike for a figure.
fn is_slip(c: char) -> bool {
    matches!(c, 'l' | 'I' | 'O' | 'o')
}

fn digit_of(c: char) -> char {
    match c {
        'l' | 'I' => '1',
        'O' | 'o' => '0',
        other => other,
    }
}

/// A year of four figures, a comma before it or not: the year, where it ends, and what comes next.
fn read_year(pieces: &[Piece<'_>], at: usize) -> Option<(Option<i16>, Span, usize)> {
    let comma = pieces.get(at).is_some_and(|piece| piece.is_mark(','));
    let at = at + usize::from(comma);
    let piece = pieces.get(at).filter(|piece| piece.kind == Kind::Number)?;
    if piece.text.len() != 4 || piece.new_line || piece.gap == 0 {
        return None;
    }
    let year: i16 = piece.text.parse().ok().filter(|year| (1700..=2199).contains(year))?;
    Some((Some(year), piece.span, at + 1))
}

/// The month that `word` names or nearly names.
fn read_month(word: &str) -> Option<MonthRead> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if let Some(month) = month_from_name(word) {
        return Some(MonthRead { month: Some(month), sure: true });
    }
    let length = word.chars().count();
    if !(3..=11).contains(&length) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let word = word.to_lowercase();
    let months = &lists().months;
    if let Some(month) = months.iter().find(|month| month.foreign.contains(&word)) {
        return Some(MonthRead { month: Some(month.number), sure: false });
    }
    let is_near = |name: &String| name.len() >= 3 && is_one_slip_away(&word, name);
    let mut near = months.iter().filter(|month| month.names.iter().any(is_near));
    let first = near.next()?;
    let only = near.next().is_none();
    Some(MonthRead { month: only.then_some(first.number), sure: false })
}

/// "Apri l7": a month whose last letter went over to the day.
fn read_split_month(pieces: &[Piece<'_>], at: usize) -> Option<MonthRead> {
    let [head, tail, day] = pieces.get(at..at + 3)? else { return None };
    if !tail.is_word() || tail.text.len() > 2 || day.kind != Kind::Number || !day.is_glued() {
        return None;
    }
    let month = month_from_name(&format!("{}{}", head.text, tail.text))?;
    Some(MonthRead { month: Some(month), sure: false })
}

/// Whether one letter put in, left out, changed or swapped with its neighbour makes `a` into `b`.
/// Letters beyond ASCII count as several, which is no loss: months have none.
fn is_one_slip_away(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || a == b {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = |skip_a: usize, skip_b: usize| {
        a.get(head + skip_a..).unwrap_or(&[]) == b.get(head + skip_b..).unwrap_or(&[])
    };
    let swapped = || match (a.get(head..head + 2), b.get(head..head + 2)) {
        (Some([first, second]), Some([third, fourth])) => {
            first == fourth && second == third && tail(2, 2)
        }
        _ => false,
    };
    match a.len().cmp(&b.len()) {
        core::cmp::Ordering::Less => tail(0, 1),
        core::cmp::Ordering::Greater => tail(1, 0),
        core::cmp::Ordering::Equal => tail(1, 1) || swapped(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::lex;

    fn read(text: &str) -> Option<(String, Option<Suspect>)> {
        let pieces = lex(text, Span::from_range(0..text.len()));
        read_date(&pieces, 0).map(|read| {
            let written = match read.date.written {
                Some(WrittenDate::Day(day)) => day.to_string(),
                Some(WrittenDate::Days { first, last }) => format!("{first}/{last}"),
                Some(WrittenDate::Weekday(day)) => day.name().to_owned(),
                None => "?".to_owned(),
            };
            assert_eq!(read.next, pieces.len(), "{text}");
            (written, read.date.suspect)
        })
    }

    #[test]
    fn plain_dates() {
        for (text, written) in [
            ("Aug. 12", "--08-12"),
            ("MARCH 3", "--03-03"),
            ("12 August 2013", "2013-08-12"),
            ("Feb.  27, 2026", "2026-02-27"),
            ("1996-08-30", "1996-08-30"),
            ("Monday, Aug. 12", "--08-12"),
            ("Aug. 12-13", "--08-12/--08-13"),
            ("July 30-Aug. 2", "--07-30/--08-02"),
            ("Thurs.", "Thursday"),
            ("June 2nd", "--06-02"),
        ] {
            assert_eq!(read(text), Some((written.to_owned(), None)), "{text}");
        }
    }

    #[test]
    fn misprints_are_flagged_and_keep_a_value_only_if_it_is_certain() {
        for (text, written, suspect) in [
            ("Narch 2", "--03-02", Suspect::Month),
            ("Juen 19", "--06-19", Suspect::Month),
            ("Jne 19", "--06-19", Suspect::Month),
            ("ABR 7", "--04-07", Suspect::Month),
            ("Jnu 3", "?", Suspect::Month),
            ("Apri l7", "--04-07", Suspect::Month),
            ("April l", "--04-01", Suspect::Day),
            ("March 2O", "--03-20", Suspect::Day),
            ("March 119", "?", Suspect::Impossible),
            ("Feb 30", "?", Suspect::Impossible),
            ("April", "?", Suspect::Day),
        ] {
            assert_eq!(read(text), Some((written.to_owned(), Some(suspect))), "{text}");
        }
        assert_eq!(read("Marshal 3"), None);
    }
}
