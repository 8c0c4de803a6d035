//! Where a character begins: cutting a text at a given length without cutting a character in two.

/// The last place at or before `offset` where a character of `text` begins or the text ends: the
/// text's length if `offset` lies beyond. At most three steps. The standard library has this as
/// `str::floor_char_boundary`, in versions later than the oldest that this crate supports.
///
/// ```
/// use wirecopy_text::floor_char_boundary;
///
/// assert_eq!(floor_char_boundary("Tromsø, May 7", 6), 5);
/// assert_eq!(floor_char_boundary("Tromsø, May 7", 7), 7);
/// assert_eq!(floor_char_boundary("Tromsø", 100), 7);
/// ```
#[must_use]
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
