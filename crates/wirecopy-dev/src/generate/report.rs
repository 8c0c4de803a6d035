//! What is in the blobs: a table for the README of the generated folder, and a dump to look at.

use super::Raw;
use super::row::Row;
use crate::score::Failure;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Writes one line per row: kind, id, names, exact names, source, weight, point, country, region,
/// dates, fields.
pub(super) fn dump<'a>(path: &Path, rows: impl Iterator<Item = &'a Row>) -> Result<(), Failure> {
    let mut out = BufWriter::new(File::create(path)?);
    for row in rows {
        let point = row.point.map(|(a, b)| format!("{a} {b}")).unwrap_or_default();
        let day = |day: Option<super::row::Day>| day.map(|d| d.to_string()).unwrap_or_default();
        let fields: Vec<String> = row.fields.iter().map(|(k, v)| format!("{k}={v}")).collect();
        writeln!(
            out,
            "{:?}\t{}\t{}\t{}\t{}\t{}\t{point}\t{}\t{}\t{}\t{}\t{}",
            row.kind,
            row.id,
            row.names.join("|"),
            row.exact.join("|"),
            row.source,
            row.weight,
            row.country.as_deref().unwrap_or_default(),
            row.region.as_deref().unwrap_or_default(),
            day(row.from),
            day(row.to),
            fields.join(";"),
        )?;
    }
    out.flush()?;
    Ok(())
}

/// The README of the generated folder: the command, a hash of the hand-written lists, the counts.
pub(super) fn readme(
    raw: &Raw,
    sizes: &[(&str, usize)],
    packs: &[(&str, Vec<Row>)],
) -> Result<String, Failure> {
    let mut text = String::from(
        "# Generated\n\nWritten by `wirecopy-dev generate`; not edited by hand. See \
         `../../data/SOURCES.md` for the commands.\n\n",
    );
    let mut hash = Fnv::default();
    for path in super::read::files(&raw.data, ".tsv")? {
        hash.eat(&std::fs::read(path)?);
    }
    writeln!(text, "Hand-written lists: FNV-1a {:016x}.\n", hash.0)?;
    text.push_str("| file | bytes |\n|---|---|\n");
    for (file, bytes) in sizes {
        writeln!(text, "| {file} | {bytes} |")?;
    }
    for (title, rows) in packs {
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for row in rows {
            let class = row.fields.get("class").map_or("", String::as_str);
            let count =
                counts.entry(format!("{:?} | {class} | {}", row.kind, row.source)).or_default();
            count.0 += 1;
            count.1 += row.names.len() + row.exact.len();
        }
        write!(
            text,
            "\n## {title}\n\n| kind | class | source | entries | names |\n|---|---|---|---|---|\n"
        )?;
        for (what, (entries, names)) in counts {
            writeln!(text, "| {what} | {entries} | {names} |")?;
        }
    }
    Ok(text)
}

/// FNV-1a, 64 bits: tells one set of lists from another.
#[derive(Debug)]
pub(super) struct Fnv(pub(super) u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in bytes.
    pub(super) fn eat(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
