//! The frozen hash. Changing any constant here changes the file format.
//!
//! A word is hashed over its folded UTF-8 bytes, eight at a time, little-endian, the last chunk
//! padded with zeros. The hash only finds candidates; every candidate is compared with the text.

/// Where the hash of a word starts.
pub(crate) const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const MULTIPLIER: u64 = 0xD6E8_FEB8_6659_FD93;
const STEP: u64 = 0xA076_1D64_78BD_642F;

/// Takes eight more bytes into `hash`: the two halves of a 128-bit product, folded.
#[inline]
pub(crate) const fn mix(hash: u64, chunk: u64) -> u64 {
    let product = (hash ^ chunk) as u128 * MULTIPLIER as u128;
    (product as u64) ^ ((product >> 64) as u64)
}

/// Takes the next atom of a name into the hash of the atoms before it.
#[inline]
pub(crate) const fn extend(prefix: u64, atom: u64) -> u64 {
    mix(prefix.rotate_left(23) ^ STEP, atom)
}

/// The eight bytes from `at`, and zeros for those beyond the end.
#[inline]
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or(&[]);
    if let Some(chunk) = rest.first_chunk::<8>() {
        return u64::from_le_bytes(*chunk);
    }
    rest.iter().rev().fold(0, |value, byte| (value << 8) | u64::from(*byte))
}

/// The hash of folded bytes.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let whole = chunks.iter().fold(SEED, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    if rest.is_empty() { whole } else { mix(whole, load(rest, 0)) }
}

/// The checksum of a file's body: four lanes of [`mix`], so that it runs at memory speed. It finds
/// damage, not forgery.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let (blocks, rest) = bytes.as_chunks::<32>();
    let mut lanes = [SEED, STEP, MULTIPLIER, !SEED];
    for block in blocks {
        for (lane, chunk) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane = mix(*lane, u64::from_le_bytes(*chunk)).wrapping_add(STEP);
        }
    }
    let joined = lanes.iter().fold(bytes.len() as u64, |sum, lane| extend(sum, *lane));
    extend(joined, hash_bytes(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_frozen() {
        assert_eq!(hash_bytes(b"kerry"), 11155874674463772299);
    }

    #[test]
    fn a_short_rest_reads_as_if_padded() {
        assert_eq!(load(b"ab", 0), 0x6261);
        assert_eq!(load(b"abcdefgh", 0), u64::from_le_bytes(*b"abcdefgh"));
        assert_eq!(load(b"ab", 7), 0);
    }
}
