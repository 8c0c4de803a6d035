//! Search for bytes of a class, a chunk at a time.

/// Where the first of `bytes` stands that is wanted. Most bytes are passed 32 at a time, all compared at
/// once if `is_wanted` has no branch: a few comparisons joined by `|`, where `||` and `matches!` branch.
///
/// ```
/// use wirecopy_text::find_byte;
///
/// let is_bracket = |byte| (byte == b'(') | (byte == b')');
/// assert_eq!(find_byte(b"Talks (AP) ended", is_bracket), Some(6));
/// assert_eq!(find_byte(b"Talks ended", |byte| byte == b'('), None);
/// ```
#[inline]
#[must_use]
pub fn find_byte(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let (chunks, _) = bytes.as_chunks::<32>();
    let is_plain = |chunk: &&[u8; 32]| !chunk.iter().fold(false, |any, b| any | is_wanted(*b));
    let passed = 32 * chunks.iter().take_while(is_plain).count();
    let ahead = bytes.get(passed..)?.iter().position(|byte| is_wanted(*byte))?;
    Some(passed + ahead)
}
