//! The same place in another unit: bytes to code points or UTF-16 units, and back.
//!
//! Rust slices by bytes, Python by code points, JavaScript by UTF-16 units. For ASCII text the three
//! are the same and nothing is stored. For other text a checkpoint every 64 bytes bounds a single
//! conversion, and [`OffsetMap::convert_sorted`] turns a whole sorted list in one sweep.

use crate::{Span, floor_char_boundary};
use alloc::vec::Vec;

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust slices.
    #[default]
    Byte,
    /// Unicode code points, as Python slices.
    CodePoint,
    /// UTF-16 code units, as JavaScript, Java and C# slice.
    Utf16,
}

/// Bytes between two checkpoints; bounds the work of one conversion.
const STRIDE: usize = 64;

/// Bytes that a sweep looks ahead for the end of a run of ASCII; bounds the work of an offset that is
/// not in order.
const AHEAD: usize = 256;

/// Converts byte offsets of one text to another [`OffsetUnit`].
///
/// Building takes one pass over the text; a conversion looks at no more than 64 bytes; ASCII text
/// stores and scans nothing. An offset inside a character converts to the place of that character;
/// an offset beyond the text, to the text's length.
///
/// ```
/// use wirecopy_text::{OffsetMap, OffsetUnit};
///
/// let text = "Åse 🙂 said";
/// let points = OffsetMap::new(text, OffsetUnit::CodePoint);
/// let utf16 = OffsetMap::new(text, OffsetUnit::Utf16);
/// assert_eq!(text.find("said"), Some(10));
/// assert_eq!(points.convert(text, 10), 6);
/// assert_eq!(utf16.convert(text, 10), 7);
/// assert_eq!(points.to_byte(text, 6), Some(10));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffsetMap {
    unit: OffsetUnit,
    /// Units before byte `STRIDE * index`; empty where a unit is a byte throughout.
    checkpoints: Vec<u32>,
}

impl OffsetMap {
    /// A map for `text`, which every later call must be given again.
    #[must_use]
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let identity = unit == OffsetUnit::Byte || text.is_ascii();
        let mut checkpoints = Vec::new();
        if !identity {
            let mut units = 0;
            checkpoints.reserve(text.len() / STRIDE + 1);
            for chunk in text.as_bytes().chunks(STRIDE) {
                checkpoints.push(units);
                units += chunk.iter().map(|byte| units_at(*byte, unit)).sum::<u32>();
            }
            checkpoints.push(units);
        }
        Self { unit, checkpoints }
    }

    /// The unit that this map converts to.
    #[must_use]
    pub const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Whether offsets are the same in both units.
    #[must_use]
    pub const fn is_identity(&self) -> bool {
        self.checkpoints.is_empty()
    }

    /// `offset` (in bytes) in this map's unit.
    #[must_use]
    pub fn convert(&self, text: &str, offset: u32) -> u32 {
        let offset = floor_char_boundary(text, offset as usize);
        if self.is_identity() {
            return narrow(offset);
        }
        let block = offset / STRIDE;
        let before = self.checkpoints.get(block).copied().unwrap_or(0);
        before + count(text, block * STRIDE..offset, self.unit)
    }

    /// Both ends of `span` in this map's unit.
    #[must_use]
    pub fn convert_span(&self, text: &str, span: Span) -> Span {
        Span::new(self.convert(text, span.start()), self.convert(text, span.end()))
    }

    /// Converts every offset of an ascending list in place, in one sweep over the text: a step for
    /// each offset and for each character beyond ASCII.
    ///
    /// A list that is not ascending is still converted rightly, only slower.
    pub fn convert_sorted(&self, text: &str, offsets: &mut [u32]) {
        if self.is_identity() {
            for offset in offsets {
                *offset = narrow(floor_char_boundary(text, *offset as usize));
            }
            return;
        }
        // Within `plain`, bytes are units, and `before` more of them than units came before it.
        let (mut plain, mut before) = (0..ascii_end(text, 0), 0);
        for offset in offsets {
            let target = (*offset as usize).min(text.len());
            if target < plain.start || target > plain.end + STRIDE {
                let floor = floor_char_boundary(text, target);
                before = narrow(floor) - self.convert(text, narrow(floor));
                plain = floor..ascii_end(text, floor);
            }
            while target > plain.end {
                let rest = text.get(plain.end..).and_then(|rest| rest.chars().next());
                let (length, units) =
                    rest.map_or((1, 1), |c| (c.len_utf8(), units_of(c, self.unit)));
                if plain.end + length > target {
                    break;
                }
                before += narrow(length) - units;
                plain = plain.end + length..ascii_end(text, plain.end + length);
            }
            *offset = narrow(target.min(plain.end)) - before;
        }
    }

    /// The byte offset of `offset` (in this map's unit), or `None` if it lies beyond the text or
    /// between the two halves of a UTF-16 surrogate pair.
    #[must_use]
    pub fn to_byte(&self, text: &str, offset: u32) -> Option<u32> {
        if self.is_identity() {
            return (offset as usize <= text.len()).then_some(offset);
        }
        let block = self.checkpoints.partition_point(|units| *units <= offset).checked_sub(1)?;
        let mut units = self.checkpoints.get(block).copied()?;
        let start = (block * STRIDE).min(text.len());
        for (index, byte) in text.as_bytes().get(start..)?.iter().enumerate() {
            let step = units_at(*byte, self.unit);
            if units == offset && step > 0 {
                return Some(narrow(start + index));
            }
            if units > offset {
                return None;
            }
            units += step;
        }
        (units == offset).then_some(narrow(text.len()))
    }
}

/// Units begun by `byte`: a lead byte stands for its character, a continuation byte for nothing.
const fn units_at(byte: u8, unit: OffsetUnit) -> u32 {
    match unit {
        OffsetUnit::Byte => 1,
        OffsetUnit::CodePoint => (byte & 0xC0 != 0x80) as u32,
        OffsetUnit::Utf16 => (byte & 0xC0 != 0x80) as u32 + (byte >= 0xF0) as u32,
    }
}

/// Units of one character.
const fn units_of(c: char, unit: OffsetUnit) -> u32 {
    match unit {
        OffsetUnit::Byte => c.len_utf8() as u32,
        OffsetUnit::CodePoint => 1,
        OffsetUnit::Utf16 => c.len_utf16() as u32,
    }
}

/// The end of the run of ASCII that begins at `from`, as far as it is looked for.
fn ascii_end(text: &str, from: usize) -> usize {
    let end = text.len().min(from + AHEAD);
    let bytes = text.as_bytes().get(from..end).unwrap_or(&[]);
    let (chunks, _) = bytes.as_chunks::<16>();
    let whole = chunks.iter().take_while(|chunk| chunk.is_ascii()).count() * 16;
    let rest = bytes.get(whole..).unwrap_or(&[]);
    from + whole + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// Units of the characters that begin within `range`, whose end is a boundary.
fn count(text: &str, range: core::ops::Range<usize>, unit: OffsetUnit) -> u32 {
    let bytes = text.as_bytes().get(range).unwrap_or(&[]);
    bytes.iter().map(|byte| units_at(*byte, unit)).sum()
}

/// Offsets within one text fit, because `check_length` was asked first.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    fn naive(text: &str, offset: usize, unit: OffsetUnit) -> u32 {
        let before = text.char_indices().take_while(|(at, c)| at + c.len_utf8() <= offset);
        before
            .map(|(_, c)| match unit {
                OffsetUnit::Byte => c.len_utf8() as u32,
                OffsetUnit::CodePoint => 1,
                OffsetUnit::Utf16 => c.len_utf16() as u32,
            })
            .sum()
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z ]{0,300}", "[a-zé“🙂\u{301}]{0,200}", ".{0,100}"]
    }

    proptest! {
        #[test]
        fn every_boundary_converts_as_counting_would(text in any_text()) {
            for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
                let map = OffsetMap::new(&text, unit);
                let bytes: Vec<u32> = (0..=text.len())
                    .filter(|at| text.is_char_boundary(*at))
                    .map(|at| at as u32)
                    .collect();
                let mut swept = bytes.clone();
                map.convert_sorted(&text, &mut swept);
                for (byte, swept) in bytes.iter().zip(&swept) {
                    let expected = naive(&text, *byte as usize, unit);
                    prop_assert_eq!(map.convert(&text, *byte), expected);
                    prop_assert_eq!(*swept, expected);
                    prop_assert_eq!(map.to_byte(&text, expected), Some(*byte));
                }
                prop_assert_eq!(map.to_byte(&text, naive(&text, text.len(), unit) + 1), None);
            }
        }

        #[test]
        fn a_list_in_any_order_converts_as_its_offsets_alone(
            pieces in prop::collection::vec(any_text(), 0..5),
            mut offsets in prop::collection::vec(0u32..1500, 0..60),
            sorted in any::<bool>(),
        ) {
            let text = pieces.concat();
            if sorted {
                offsets.sort_unstable();
            }
            for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
                let map = OffsetMap::new(&text, unit);
                let mut swept = offsets.clone();
                map.convert_sorted(&text, &mut swept);
                for (offset, swept) in offsets.iter().zip(&swept) {
                    prop_assert_eq!(map.convert(&text, *offset), *swept);
                }
            }
        }

        #[test]
        fn an_offset_inside_a_character_is_that_character(text in any_text()) {
            let map = OffsetMap::new(&text, OffsetUnit::CodePoint);
            for at in 0..=text.len() {
                let mut floor = at;
                while !text.is_char_boundary(floor) { floor -= 1; }
                prop_assert_eq!(map.convert(&text, at as u32), map.convert(&text, floor as u32));
            }
        }
    }

    #[test]
    fn half_a_surrogate_pair_has_no_byte_offset() {
        let map = OffsetMap::new("🙂", OffsetUnit::Utf16);
        assert_eq!(map.to_byte("🙂", 1), None);
        assert_eq!(map.to_byte("🙂", 2), Some(4));
    }
}
