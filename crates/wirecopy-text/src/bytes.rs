//! Search for bytes of a class, a chunk at a time.

/// Where the first of `bytes` stands that is wanted. Most bytes are passed 32 at a time, so a class is
/// best a few ranges that the processor can compare at once.
///
/// ```
/// use wirecopy_text::find_byte;
///
/// assert_eq!(find_byte(b"Talks (AP) ended", |byte| matches!(byte, b'(' | b')')), Some(6));
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
