//! A place in a text: half-open, in bytes, 32 bits a side.

use core::fmt;
use core::ops::{Index, Range};

/// A half-open range `start..end` of byte offsets into one text.
///
/// Thirty-two bits a side keep a token at twelve bytes; [`check_length`] is where a text that is
/// too long for that is turned away.
///
/// ```
/// use wirecopy_text::Span;
///
/// let text = "Kerry said.";
/// let span = Span::new(0, 5);
/// assert_eq!(span.of(text), "Kerry");
/// assert_eq!(&text[span], "Kerry");
/// assert!(span.contains(4) && !span.contains(5));
/// assert_eq!(format!("{span:?}"), "0..5");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `start..end`. An `end` before `start` is a bug in the caller: it stops a debug
    /// build and gives an empty span at `start` otherwise.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span must not end before it starts");
        Self { start, end: if end < start { start } else { end } }
    }

    /// The span `start..end`, or `None` if it would end before it starts or lie beyond 4 GiB.
    #[must_use]
    pub fn try_new(start: usize, end: usize) -> Option<Self> {
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (start <= end).then_some(Self { start, end })
    }

    /// The span of `range`, whose ends are known to lie within a text of at most 4 GiB
    /// (see [`check_length`]); larger offsets are cut off there.
    #[must_use]
    pub fn from_range(range: Range<usize>) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self::new(narrow(range.start), narrow(range.end))
    }

    /// The empty span at `offset`.
    #[must_use]
    pub const fn empty_at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// First byte.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of `usize`, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `offset` lies within; the end does not.
    #[must_use]
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies within; an empty span lies within if its offset is not outside.
    #[must_use]
    pub const fn contains_span(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    /// The shortest span that holds both.
    #[must_use]
    pub const fn cover(self, other: Self) -> Self {
        Self {
            start: if self.start < other.start { self.start } else { other.start },
            end: if self.end > other.end { self.end } else { other.end },
        }
    }

    /// The span moved right by `by` bytes, for a span found in a slice that starts there.
    #[must_use]
    pub const fn shifted(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }

    /// The slice of `text`, or `None` if the span is out of bounds or splits a character.
    #[must_use]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The slice of `text`. A span that does not belong to `text` is a bug in the caller: it stops
    /// a debug build and gives the empty string otherwise.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let slice = self.get(text);
        debug_assert!(slice.is_some(), "{self:?} does not lie on character boundaries of the text");
        slice.unwrap_or("")
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let slice = self.of(text);
        let start = self.start + narrow(slice.len() - slice.trim_start().len());
        Self { start, end: start + narrow(slice.trim().len()) }
    }
}

/// Lengths within one text fit, because [`check_length`] was asked first.
fn narrow(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl Index<Span> for str {
    type Output = Self;

    fn index(&self, span: Span) -> &Self {
        span.of(self)
    }
}

/// Anything that has a place in a text.
pub trait Spanned {
    /// Where it is.
    fn span(&self) -> Span;
}

impl Spanned for Span {
    fn span(&self) -> Span {
        *self
    }
}

/// The one error that analysing a text can give: it is 4 GiB or longer, and spans are 32-bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextTooLong {
    length: usize,
}

impl TextTooLong {
    /// Length of the text in bytes.
    #[must_use]
    pub const fn length(self) -> usize {
        self.length
    }
}

impl fmt::Display for TextTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text is {} bytes long; the limit is {} bytes", self.length, u32::MAX)
    }
}

impl core::error::Error for TextTooLong {}

/// Turns away a text whose offsets would not fit a [`Span`].
///
/// # Errors
///
/// [`TextTooLong`] if `text` has more than `u32::MAX` bytes.
pub const fn check_length(text: &str) -> Result<(), TextTooLong> {
    if text.len() > u32::MAX as usize {
        return Err(TextTooLong { length: text.len() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use proptest::prelude::*;

    fn any_span() -> impl Strategy<Value = Span> {
        (0u32..50, 0u32..50).prop_map(|(a, b)| Span::new(a.min(b), a.max(b)))
    }

    proptest! {
        #[test]
        fn contains_agrees_with_the_range(span in any_span(), offset in 0u32..60) {
            prop_assert_eq!(span.contains(offset), span.range().contains(&(offset as usize)));
            prop_assert!(!span.contains(span.end()));
        }

        #[test]
        fn overlaps_means_a_shared_byte(a in any_span(), b in any_span()) {
            let shared = (0..60).any(|offset| a.contains(offset) && b.contains(offset));
            prop_assert_eq!(a.overlaps(b), shared);
            prop_assert_eq!(a.overlaps(b), b.overlaps(a));
        }

        #[test]
        fn cover_holds_both_and_is_tight(a in any_span(), b in any_span()) {
            let cover = a.cover(b);
            prop_assert!(cover.contains_span(a) && cover.contains_span(b));
            prop_assert!(cover.start() == a.start() || cover.start() == b.start());
            prop_assert!(cover.end() == a.end() || cover.end() == b.end());
        }

        #[test]
        fn trimmed_is_the_trimmed_slice(text in "[ \t\u{a0}a“é]{0,12}") {
            let whole = Span::from_range(0..text.len());
            prop_assert_eq!(whole.trimmed(&text).of(&text), text.trim());
        }
    }

    #[test]
    fn a_span_is_eight_bytes_and_prints_as_a_range() {
        assert_eq!(size_of::<Span>(), 8);
        assert_eq!(format!("{:?}", Span::new(3, 9)), "3..9");
    }

    #[test]
    fn a_span_that_splits_a_character_gives_none() {
        assert_eq!(Span::new(0, 1).get("“"), None);
        assert_eq!(Span::new(0, 9).get("a"), None);
        assert_eq!(Span::try_new(2, 1), None);
    }
}
