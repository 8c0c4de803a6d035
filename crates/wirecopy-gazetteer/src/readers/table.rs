//! CSV and TSV: columns by heading.

use super::{ListOptions, Sink, set};
use crate::{EntrySpec, GazetteerError};
use csv::{ReaderBuilder, StringRecord};

/// Reads a table whose first row says what the columns are.
pub(super) fn read(
    list: &str,
    delimiter: u8,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter == b',')
        .flexible(true)
        .from_reader(list.as_bytes());
    let headings = reader.headers().map_err(|error| broken(&error))?.clone();
    let names = headings.iter().filter(|heading| heading.trim().eq_ignore_ascii_case("name"));
    match names.count() {
        0 if headings.is_empty() => return Err(GazetteerError::entry("the list is empty").at(1)),
        0 => {
            let message = format_args!("no column \"name\" among {:?}", join(&headings));
            return Err(GazetteerError::entry(message).at(1));
        }
        1 => {}
        _ => return Err(GazetteerError::entry("two columns \"name\"").at(1)),
    }
    let mut row = StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => return Ok(()),
            Ok(true) => {
                let line = row.position().map_or(0, |position| position.line() as u32);
                sink.take(line, entry(&headings, &row, options))?;
            }
            Err(error) => return Err(broken(&error)),
        }
    }
}

fn entry(
    headings: &StringRecord,
    row: &StringRecord,
    options: &ListOptions,
) -> Result<EntrySpec, GazetteerError> {
    if row.len() > headings.len() {
        let message = format_args!("{} cells under {} headings", row.len(), headings.len());
        return Err(GazetteerError::entry(message).in_column(&(headings.len() + 1).to_string()));
    }
    let mut spec = options.entry("");
    for (heading, cell) in headings.iter().zip(row) {
        set(&mut spec, heading, cell)?;
    }
    // A quotation mark that nobody closed takes in the rows below.
    if spec.name.contains(['\n', '\r']) {
        let message = "the name goes over several lines: is a quotation mark left open?";
        return Err(GazetteerError::entry(message).in_column("name"));
    }
    Ok(spec)
}

fn join(headings: &StringRecord) -> String {
    headings.iter().take(20).collect::<Vec<_>>().join(", ")
}

fn broken(error: &csv::Error) -> GazetteerError {
    let line = error.position().map_or(1, |position| position.line() as u32);
    GazetteerError::entry(error).at(line)
}
