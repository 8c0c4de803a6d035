//! The file of weights: a header, the names of the labels, transitions, one table.
//!
//! All numbers are little-endian. The table is used where it lies; only names and transitions are
//! read at load.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | `WCLINEAR` |
//! | 8..10 | version, 2 |
//! | 10 | kind: 1 tagger, 2 classifier, 3 ranker |
//! | 11 | layout: 0 hashed, 1 checked |
//! | 12..16 | bits of a hashed table, or rows of a checked one |
//! | 16..20 | number of labels |
//! | 20..24 | what a weight of one is in the table, an IEEE single |
//! | 24..28 | length of the text |
//! | 28..32 | zero |
//! | 32..40 | checksum of all other bytes |
//! | 40.. | text: the model's name, then the labels, each followed by a newline |
//! | … | a tagger's transitions, 16 bits each: from the start, then from each label |
//! | … | zeros up to a multiple of 64, then the table |

use crate::error::{Kind, ModelError};
use crate::hash::{hash_bytes, mix};
use crate::weights::{Layout, MAX_BITS, Weights};
use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const MAGIC: &[u8; 8] = b"WCLINEAR";
const VERSION: u16 = 2;
const HEADER: usize = 40;
const CHECKSUM: core::ops::Range<usize> = 32..40;
/// Where a table may begin: at the start of a cache line, if the file does.
const ALIGNMENT: usize = 64;
/// More labels than this are a mistake.
pub(crate) const MAX_LABELS: usize = 1 << 12;

/// What a model does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    Tagger,
    Classifier,
    Ranker,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Self::Tagger => "tagger",
            Self::Classifier => "classifier",
            Self::Ranker => "ranker",
        }
    }
}

/// What the three kinds of model have in common.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) labels: Vec<String>,
    pub(crate) unit: f32,
    /// A tagger's transitions, row by row; the first row is the start.
    pub(crate) transitions: Vec<i16>,
    pub(crate) weights: Weights,
}

impl Model {
    /// Reads the header; allocates no more than the names and transitions take in `bytes`.
    pub(crate) fn read(bytes: Cow<'static, [u8]>, task: Task) -> Result<Self, ModelError> {
        let mut reader = Reader { bytes: &bytes, at: 0 };
        if reader.take(MAGIC.len()).ok() != Some(MAGIC.as_slice()) {
            let message = "expected a model of wirecopy-linear, found other bytes at 0";
            return Err(ModelError::new(Kind::NotAModel, message.to_owned()));
        }
        let version = reader.u16()?;
        if version != VERSION {
            let message = format!("expected version {VERSION}, found {version} at byte 8");
            return Err(ModelError::new(Kind::Version, message));
        }
        let [kind, layout] = reader.array()?;
        let found = [Task::Tagger, Task::Classifier, Task::Ranker]
            .into_iter()
            .find(|task| *task as u8 + 1 == kind);
        if found != Some(task) {
            let found = found.map_or("something unknown", Task::name);
            let message = format!("expected a {}, found {found} at byte 10", task.name());
            return Err(ModelError::new(Kind::WrongModel, message));
        }
        let rows = reader.u32()?;
        let layout = match layout {
            0 if rows <= MAX_BITS => Layout::Hashed { bits: rows },
            1 if rows > 0 => Layout::Checked { rows },
            _ => return Err(corrupt(format!("no layout {layout} with {rows} rows, byte 11"))),
        };
        let label_count = reader.u32()? as usize;
        if label_count == 0 || label_count > MAX_LABELS {
            return Err(corrupt(format!("{label_count} labels at byte 16")));
        }
        let unit = f32::from_bits(reader.u32()?);
        if !(unit.is_finite() && unit > 0.0) {
            return Err(corrupt(format!("a scale of {unit} at byte 20")));
        }
        let text_length = reader.u32()? as usize;
        reader.take(HEADER - reader.at)?;
        let (name, labels) = read_text(reader.take(text_length)?, label_count)?;
        let mut transitions = Vec::new();
        if task == Task::Tagger {
            let bytes = reader.take(2 * label_count * (label_count + 1))?;
            let (pairs, _) = bytes.as_chunks::<2>();
            transitions.extend(pairs.iter().map(|pair| i16::from_le_bytes(*pair)));
        }
        let start = reader.at.next_multiple_of(ALIGNMENT);
        let found = bytes.len().saturating_sub(start);
        if layout.size(label_count) != Some(found) {
            let message = format!(
                "a table of {found} bytes at byte {start}, of another size than {layout:?} has"
            );
            return Err(corrupt(message));
        }
        let weights = Weights::new(bytes, start, layout, label_count);
        Ok(Self { name, labels, unit, transitions, weights })
    }

    /// Whether the checksum is right. Reads every byte.
    pub(crate) fn verify(&self) -> Result<(), ModelError> {
        let bytes = self.weights.bytes();
        let stored = bytes.get(CHECKSUM).and_then(|bytes| bytes.first_chunk::<8>());
        if stored.map(|bytes| u64::from_le_bytes(*bytes)) == Some(checksum(bytes)) {
            return Ok(());
        }
        Err(corrupt("a checksum at byte 32 that is not that of the bytes".to_owned()))
    }

    /// The position of a label.
    pub(crate) fn label(&self, name: &str) -> Option<usize> {
        self.labels.iter().position(|label| label == name)
    }

    /// Writes a file.
    #[cfg(feature = "train")]
    pub(crate) fn write(
        task: Task,
        name: &str,
        labels: &[String],
        unit: f32,
        transitions: &[i16],
        (layout, table): (Layout, &[u8]),
    ) -> Vec<u8> {
        let mut text = String::new();
        for line in core::iter::once(name).chain(labels.iter().map(String::as_str)) {
            // A newline would end the name.
            text.extend(line.chars().map(|c| if c == '\n' { ' ' } else { c }));
            text.push('\n');
        }
        let (kind, rows) = match layout {
            Layout::Hashed { bits } => (0, bits),
            Layout::Checked { rows } => (1, rows),
        };
        let mut bytes = Vec::with_capacity(table.len() + text.len() + 2 * ALIGNMENT);
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([task as u8 + 1, kind]);
        bytes.extend(rows.to_le_bytes());
        bytes.extend((labels.len() as u32).to_le_bytes());
        bytes.extend(unit.to_bits().to_le_bytes());
        bytes.extend((text.len() as u32).to_le_bytes());
        bytes.resize(HEADER, 0);
        bytes.extend(text.as_bytes());
        bytes.extend(transitions.iter().flat_map(|weight| weight.to_le_bytes()));
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        bytes.extend(table);
        let sum = checksum(&bytes).to_le_bytes();
        if let Some(place) = bytes.get_mut(CHECKSUM) {
            place.copy_from_slice(&sum);
        }
        bytes
    }
}

/// The hash of all bytes but the checksum's own.
fn checksum(bytes: &[u8]) -> u64 {
    let before = bytes.get(..CHECKSUM.start).unwrap_or(&[]);
    let after = bytes.get(CHECKSUM.end..).unwrap_or(&[]);
    mix(hash_bytes(before), hash_bytes(after))
}

/// The model's name and its labels.
fn read_text(bytes: &[u8], labels: usize) -> Result<(String, Vec<String>), ModelError> {
    let Ok(text) = core::str::from_utf8(bytes) else {
        return Err(corrupt("names at byte 40 that are not UTF-8".to_owned()));
    };
    let lines = text.split_terminator('\n').count();
    if lines != labels + 1 {
        return Err(corrupt(format!("{lines} lines at byte 40 for a name and {labels} labels")));
    }
    let mut lines = text.split_terminator('\n').map(ToOwned::to_owned);
    Ok((lines.next().unwrap_or_default(), lines.collect()))
}

fn corrupt(found: String) -> ModelError {
    ModelError::new(Kind::Corrupt, format!("expected a whole model, found {found}"))
}

/// Reads numbers from bytes; where they end is an error.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], ModelError> {
        let end = self.at.checked_add(length);
        let Some(taken) = end.and_then(|end| self.bytes.get(self.at..end)) else {
            return Err(corrupt(format!("the end at byte {}", self.bytes.len())));
        };
        self.at += length;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn u16(&mut self) -> Result<u16, ModelError> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        self.array().map(u32::from_le_bytes)
    }
}
