//! Bytes of a class, a chunk at a time.

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
pub fn find_byte(bytes: &[u8], is_wanted: impl Fn(u8) -> bool + Copy) -> Option<usize> {
    let passed = plain::<32>(bytes, is_wanted);
    let passed = passed + plain::<8>(bytes.get(passed..)?, is_wanted);
    let ahead = bytes.get(passed..)?.iter().position(|byte| is_wanted(*byte))?;
    Some(passed + ahead)
}

/// Bytes of the chunks of that size before the first that has a wanted one.
#[inline]
fn plain<const SIZE: usize>(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> usize {
    // Sums of bytes, not of truth values: 16 fit into a register, and the compiler knows how.
    let is_plain = |chunk: &&[u8; SIZE]| {
        chunk.iter().fold(0, |any, byte| any | u8::from(is_wanted(*byte))) == 0
    };
    let (chunks, _) = bytes.as_chunks::<SIZE>();
    SIZE * chunks.iter().take_while(is_plain).count()
}

/// How many of `bytes` are wanted; as fast as [`find_byte`], on the same terms.
///
/// ```
/// use wirecopy_text::count_bytes;
///
/// assert_eq!(count_bytes(b"May 17, 2013", |byte| byte.is_ascii_digit()), 6);
/// ```
#[inline]
#[must_use]
pub fn count_bytes(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> usize {
    // So many that their count fits into a byte.
    let counts = bytes.chunks(128).map(|chunk| {
        usize::from(chunk.iter().fold(0, |count, byte| count + u8::from(is_wanted(*byte))))
    });
    counts.sum()
}

/// Eight bytes, whatever their order, with their ASCII capitals made small.
///
/// ```
/// use wirecopy_text::lower_eight;
///
/// assert_eq!(lower_eight(u64::from_le_bytes(*b"Oslo 9Z[")).to_le_bytes(), *b"oslo 9z[");
/// ```
#[inline]
#[must_use]
pub const fn lower_eight(bytes: u64) -> u64 {
    let low = bytes & (0x7F * EACH);
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let after_z = low + (0x7F - b'Z' as u64) * EACH;
    let capitals = from_a & !after_z & !bytes & (0x80 * EACH);
    bytes | capitals >> 2
}

/// How many of eight bytes, the lowest first, are ASCII letters before the first that is none. Looks at
/// all eight at once, without a branch.
///
/// ```
/// use wirecopy_text::letters_of_eight;
///
/// assert_eq!(letters_of_eight(u64::from_le_bytes(*b"Oslo 9Zx")), 4);
/// assert_eq!(letters_of_eight(u64::from_le_bytes(*b"lakeland")), 8);
/// ```
#[inline]
#[must_use]
pub const fn letters_of_eight(bytes: u64) -> u32 {
    let folded = (bytes | (0x20 * EACH)) & (0x7F * EACH);
    let from_a = folded + (0x80 - b'a' as u64) * EACH;
    let after_z = folded + (0x7F - b'z' as u64) * EACH;
    let others = !(from_a & !after_z & !bytes) & (0x80 * EACH);
    others.trailing_zeros() / 8
}

/// A one in each of eight bytes.
const EACH: u64 = u64::from_ne_bytes([1; 8]);
