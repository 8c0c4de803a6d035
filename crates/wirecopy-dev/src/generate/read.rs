//! Readers of the raw formats: tables with a header line, CSV, and the flat YAML of
//! congress-legislators. Each is as small as its one input allows.

use crate::score::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file, without a byte-order mark; bytes that are no UTF-8 become U+FFFD.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The files of a folder with an ending, sorted by name.
pub(super) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry?.path();
        if path.to_str().is_some_and(|p| p.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A table with named columns.
#[derive(Debug)]
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One line of a [`Table`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    table: &'a Table,
    row: &'a [String],
}

impl Table {
    /// Reads tab-separated text whose first line names the columns; `#` opens a comment line.
    pub(super) fn tsv(path: &Path) -> Result<Self, Failure> {
        let text = text(path)?;
        let mut lines = text
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
            .map(|l| l.split('\t').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
        let header = lines.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = lines.collect();
        for row in &rows {
            if row.len() != header.len() {
                let found = row.join(" | ");
                return Err(
                    format!("{}: not {} cells: {found}", path.display(), header.len()).into()
                );
            }
        }
        Ok(Self { header, rows })
    }

    /// Reads comma-separated text whose first line names the columns.
    pub(super) fn csv(path: &Path) -> Result<Self, Failure> {
        let mut rows = csv_rows(&text(path)?);
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Ok(Self { header, rows })
    }

    /// Every line, in the file's order.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line { table: self, row })
    }
}

impl<'a> Line<'a> {
    /// The cell of a column; empty where there is none.
    pub(super) fn get(self, column: &str) -> &'a str {
        let index = self.table.header.iter().position(|name| name == column);
        index.and_then(|i| self.row.get(i)).map_or("", |cell| cell.trim())
    }
}

fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// One person of congress-legislators: names and terms as key-value pairs.
#[derive(Debug, Default)]
pub(super) struct Politician {
    pub(super) id: Vec<(String, String)>,
    pub(super) name: Vec<(String, String)>,
    pub(super) bio: Vec<(String, String)>,
    pub(super) terms: Vec<Vec<(String, String)>>,
}

/// The value of a key.
pub(super) fn value<'a>(pairs: &'a [(String, String)], key: &str) -> &'a str {
    pairs.iter().find(|(k, _)| k == key).map_or("", |(_, v)| v.as_str())
}

/// Reads the flat YAML of congress-legislators: a list of maps with the blocks id, name, bio, terms.
pub(super) fn politicians(path: &Path) -> Result<Vec<Politician>, Failure> {
    let mut people: Vec<Politician> = Vec::new();
    let mut block = String::new();
    for line in text(path)?.lines() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let item = trimmed.strip_prefix("- ");
        let Some((k, v)) = item.unwrap_or(trimmed).split_once(':') else { continue };
        let v = v.trim().trim_matches('\'').trim_matches('"').to_owned();
        if indent == 0 && item.is_some() {
            people.push(Politician::default());
            k.clone_into(&mut block);
            continue;
        }
        let Some(person) = people.last_mut() else { continue };
        if indent == 2 && item.is_none() {
            k.clone_into(&mut block);
            continue;
        }
        let pair = (k.to_owned(), v);
        match block.as_str() {
            "id" => person.id.push(pair),
            "name" => person.name.push(pair),
            "bio" => person.bio.push(pair),
            "terms" if item.is_some() && indent == 2 => person.terms.push(vec![pair]),
            "terms" if indent == 4 => {
                if let Some(term) = person.terms.last_mut() {
                    term.push(pair);
                }
            }
            _ => {}
        }
    }
    Ok(people)
}

/// Undoes the HTML of the factbook: tags go, entities become letters.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '<' => {
                let tag = after.split('>').next().unwrap_or_default();
                if tag.starts_with("br") {
                    text.push('\n');
                }
                rest = after.split_once('>').map_or("", |(_, r)| r);
            }
            '&' => match after.split_once(';').filter(|(name, _)| name.len() <= 8) {
                Some((name, r)) => {
                    text.push(entity(name));
                    rest = r;
                }
                None => {
                    text.push('&');
                    rest = after;
                }
            },
            '\u{a0}' => {
                text.push(' ');
                rest = after;
            }
            _ => {
                text.push(c);
                rest = after;
            }
        }
    }
    text
}

fn entity(name: &str) -> char {
    let mut chars = name.chars();
    let letter = chars.next().unwrap_or(' ');
    let mark = match chars.as_str() {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "cedil" => '\u{327}',
        "caron" => '\u{30c}',
        "ring" => '\u{30a}',
        _ => {
            return match name {
                "amp" => '&',
                "rsquo" | "lsquo" | "apos" | "#39" => '\'',
                "quot" | "ldquo" | "rdquo" => '"',
                "ndash" => '–',
                "Oslash" => 'Ø',
                "oslash" => 'ø',
                "aelig" => 'æ',
                "szlig" => 'ß',
                _ => ' ',
            };
        }
    };
    wirecopy_text::fold(&format!("{letter}{mark}"), wirecopy_text::Folding::new())
        .chars()
        .next()
        .unwrap_or(letter)
}
