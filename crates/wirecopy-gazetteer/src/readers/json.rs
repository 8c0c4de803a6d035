//! JSON Lines, spaCy's EntityRuler patterns and flashtext's dictionaries.

use super::{ListOptions, Sink, push_alias, set, set_kind};
use crate::{CasePolicy, EntrySpec, GazetteerError};
use serde_json::{Map, Value};

type Row = Map<String, Value>;

/// Reads one object a line, by the columns of a table.
pub(super) fn read_lines(
    list: &str,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    each_line(list, sink, |row| {
        let mut spec = options.entry("");
        for (key, value) in &row {
            set_value(&mut spec, key, value)?;
        }
        Ok(spec)
    })
}

/// Reads `{"label": …, "pattern": …, "id": …}`, one a line.
pub(super) fn read_patterns(
    list: &str,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    each_line(list, sink, |row| {
        let pattern = row.get("pattern").unwrap_or(&Value::Null);
        let (name, folds) = pattern_text(pattern).map_err(|error| error.in_column("pattern"))?;
        let mut spec = options.entry(name);
        if folds {
            spec.case = CasePolicy::Fold;
        }
        match row.get("label") {
            Some(Value::String(label)) => set_kind(&mut spec, label),
            _ => return Err(GazetteerError::entry("no text").in_column("label")),
        }
        for (key, value) in row.iter().filter(|(key, _)| *key != "label" && *key != "pattern") {
            set_value(&mut spec, key, value)?;
        }
        Ok(spec)
    })
}

/// The text of a pattern, and whether it is in any case.
fn pattern_text(pattern: &Value) -> Result<(String, bool), GazetteerError> {
    let tokens = match pattern {
        Value::String(text) => return Ok((text.clone(), false)),
        Value::Array(tokens) => tokens,
        _ => return Err(GazetteerError::entry("neither a text nor a list of tokens")),
    };
    let (mut words, mut folds) = (Vec::new(), false);
    for token in tokens {
        let mut keys = token.as_object().into_iter().flatten();
        let (Some((key, Value::String(word))), None) = (keys.next(), keys.next()) else {
            return Err(GazetteerError::entry(format_args!("{token} is not one word")));
        };
        match key.to_ascii_uppercase().as_str() {
            "TEXT" | "ORTH" => {}
            "LOWER" => folds = true,
            _ => return Err(GazetteerError::entry(format_args!("{key:?} needs a tagger"))),
        }
        words.push(word.as_str());
    }
    Ok((glue(&words), folds))
}

/// Tokens as they stand in text: marks inside a name have no space around them, as in "O ' Neill".
fn glue(words: &[&str]) -> String {
    let mut text = String::new();
    let mut space = false;
    for word in words {
        let mark = matches!(*word, "-" | "–" | "'" | "’" | "." | "," | "'s" | "’s" | ")");
        if space && !mark {
            text.push(' ');
        }
        text.push_str(word);
        space = !matches!(*word, "-" | "–" | "'" | "’" | "(");
    }
    text
}

/// Reads `{"clean name": ["alias", …]}`, `["name", …]` or `{"alias": "clean name"}`.
pub(super) fn read_dictionary(
    list: &str,
    options: &ListOptions,
    sink: &mut Sink<'_>,
) -> Result<(), GazetteerError> {
    // A keyword is found in any case there unless asked otherwise, but here the options say so.
    match serde_json::from_str(list).map_err(|error| broken(&error, 0))? {
        Value::Object(names) => {
            for (line, (name, aliases)) in (1..).zip(names) {
                sink.take(line, keyword(options, &name, &aliases))?;
            }
            Ok(())
        }
        Value::Array(names) => {
            for (line, name) in (1..).zip(names) {
                let row = match name {
                    Value::String(name) => Ok(options.entry(name)),
                    other => Err(GazetteerError::entry(format_args!("{other} is no text"))),
                };
                sink.take(line, row)?;
            }
            Ok(())
        }
        _ => Err(GazetteerError::entry("neither a JSON object nor a list").at(1)),
    }
}

fn keyword(
    options: &ListOptions,
    name: &str,
    aliases: &Value,
) -> Result<EntrySpec, GazetteerError> {
    match aliases {
        Value::String(clean) => {
            let mut spec = options.entry(clean.as_str()).as_label();
            push_alias(&mut spec, name);
            Ok(spec)
        }
        Value::Array(aliases) => {
            // Only the aliases are looked for there.
            let mut spec = options.entry(name).as_label();
            for alias in aliases {
                match alias {
                    Value::String(alias) => push_alias(&mut spec, alias),
                    other => {
                        let message = format_args!("{other} is no text");
                        return Err(GazetteerError::entry(message).in_column(name));
                    }
                }
            }
            Ok(spec)
        }
        other => {
            let message = format_args!("{other} is neither a text nor a list");
            Err(GazetteerError::entry(message).in_column(name))
        }
    }
}

fn each_line(
    list: &str,
    sink: &mut Sink<'_>,
    mut entry: impl FnMut(Row) -> Result<EntrySpec, GazetteerError>,
) -> Result<(), GazetteerError> {
    for (number, line) in (1..).zip(list.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let row = serde_json::from_str::<Row>(line);
        sink.take(number, row.map_err(|error| broken(&error, number)).and_then(&mut entry))?;
    }
    Ok(())
}

/// Sets a column from a JSON value; a list of aliases is a list of names.
fn set_value(spec: &mut EntrySpec, key: &str, value: &Value) -> Result<(), GazetteerError> {
    match value {
        Value::Null => Ok(()),
        Value::String(text) => set(spec, key, text),
        Value::Array(items) if key.eq_ignore_ascii_case("aliases") => {
            for item in items {
                match item {
                    Value::String(alias) => push_alias(spec, alias),
                    other => {
                        let message = format_args!("{other} is no text");
                        return Err(GazetteerError::entry(message).in_column(key));
                    }
                }
            }
            Ok(())
        }
        other => set(spec, key, &other.to_string()),
    }
}

/// An error of the JSON reader; `line` is the line that was read, or zero for a whole list.
fn broken(error: &serde_json::Error, line: u32) -> GazetteerError {
    let row = if line == 0 { error.line() as u32 } else { line };
    // It says where it stands itself, but counts lines from the row.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let broken = GazetteerError::entry(message).at(row);
    // Nothing of the row was read yet.
    if error.column() == 0 { broken } else { broken.in_column(&error.column().to_string()) }
}
