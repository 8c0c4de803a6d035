//! The frozen hash: features and weights meet only through it, so it never changes.
//!
//! A feature is a template's number and some atoms (64-bit numbers: a word's hash, a tag, a distance).
//! [`feature`] folds them into 32 bits. The high bits choose the row of a hashed table; the low bits
//! are the check of a checked one. The constants are the fractional parts of the golden ratio and of
//! the square roots of 2 and 3, made odd: numbers with nothing up their sleeves.

/// Multiplier of [`mix`]: the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// Multiplier of the last step: the square root of 2.
const ROOT_TWO: u64 = 0x6A09_E667_F3BC_C909;
/// Where every hash begins: the square root of 3.
const ROOT_THREE: u64 = 0xBB67_AE85_84CA_A73B;

/// Folds `atom` into `hash`. The order of atoms counts.
///
/// ```
/// use wirecopy_linear::mix;
///
/// assert_ne!(mix(mix(0, 1), 2), mix(mix(0, 2), 1));
/// ```
#[inline]
#[must_use]
pub const fn mix(hash: u64, atom: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ atom).wrapping_mul(GOLDEN);
    product ^ (product >> 32)
}

/// The hash of a string: an atom for features. Linear in the length.
///
/// Compute it once for each word and pass the number to all templates that look at the word.
///
/// ```
/// use wirecopy_linear::hash_str;
///
/// assert_eq!(hash_str("said"), 0xFD85_F36D_9060_072C);
/// ```
#[inline]
#[must_use]
pub fn hash_str(text: &str) -> u64 {
    hash_bytes(text.as_bytes())
}

/// The hash of bytes; of a string's bytes, the same as [`hash_str`].
#[inline]
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    hash_folded(bytes, |eight| eight)
}

/// The hash that bytes have after `fold` changed them, eight at a time: the first is the lowest, and
/// behind the last stand zeros, which `fold` leaves alone.
///
/// ```
/// use wirecopy_linear::{hash_bytes, hash_folded};
///
/// let without_bit_5 = |eight: u64| eight & 0xDFDF_DFDF_DFDF_DFDF;
/// assert_eq!(hash_folded(b"Reuters", without_bit_5), hash_bytes(b"REUTERS"));
/// ```
#[inline]
#[must_use]
pub fn hash_folded(bytes: &[u8], fold: impl Fn(u64) -> u64) -> u64 {
    let mut hash = mix(ROOT_THREE, bytes.len() as u64);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = mix(hash, fold(u64::from_le_bytes(*word)));
    }
    if !rest.is_empty() {
        hash = mix(hash, fold(tail(rest)));
    }
    hash
}

/// Less than eight bytes as a number.
#[inline]
fn tail(bytes: &[u8]) -> u64 {
    if let (Some(head), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two overlap.
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return u64::from(u32::from_le_bytes(*head)) | last;
    }
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// The 32 bits of a feature: template `template` over `atoms`.
///
/// ```
/// use wirecopy_linear::{feature, hash_str};
///
/// let word = hash_str("said");
/// assert_ne!(feature(1, &[word]), feature(2, &[word]));
/// ```
#[inline]
#[must_use]
pub fn feature(template: u32, atoms: &[u64]) -> u32 {
    let mut hash = mix(ROOT_THREE, u64::from(template));
    for atom in atoms {
        hash = mix(hash, *atom);
    }
    (hash.wrapping_mul(ROOT_TWO) >> 32) as u32
}

/// Spreads a small number over 64 bits: an atom for [`cross`].
#[inline]
#[must_use]
pub const fn spread(number: u64) -> u64 {
    mix(ROOT_THREE, number)
}

/// The 32 bits of a feature over atoms that are spread already ([`hash_str`], [`spread`]): one
/// multiplication for the feature, however many atoms, where [`feature`] takes one for each.
///
/// The order of atoms counts. Spread each atom once, and cross it in as many templates as you like.
///
/// ```
/// use wirecopy_linear::{cross, hash_str, spread};
///
/// let (word, verb) = (hash_str("said"), spread(3));
/// assert_ne!(cross(1, &[word, verb]), cross(2, &[word, verb]));
/// assert_ne!(cross(1, &[word, verb]), cross(1, &[verb, word]));
/// ```
#[inline]
#[must_use]
pub const fn cross(template: u32, atoms: &[u64]) -> u32 {
    let mut hash = 0u64;
    let mut rest = atoms;
    while let [atom, others @ ..] = rest {
        hash = hash.rotate_left(23) ^ *atom;
        rest = others;
    }
    // The template comes last, so that templates that begin alike share their steps.
    ((hash ^ mix(ROOT_TWO, template as u64)).wrapping_mul(GOLDEN) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    /// Whoever changes one of these numbers makes every trained file worthless.
    #[test]
    fn the_hash_is_frozen() {
        let got: Vec<u64> =
            ["", "a", "said", "12345678", "123456789", "Müller"].map(hash_str).to_vec();
        let want = [
            0x9CEC_03FF_679D_E75C,
            0x0C2D_6006_D4AE_B4F2,
            0xFD85_F36D_9060_072C,
            0xF6F6_819C_2A5D_A351,
            0x85D0_BC8A_8C7F_E376,
            0x187C_FD9D_DD73_293F,
        ];
        assert_eq!(got, want, "{got:#018x?}");
        let got = [feature(0, &[]), feature(1, &[0]), feature(7, &[hash_str("said"), 3])];
        assert_eq!(got, [0xFAFB_64EB, 0xD6CB_37C3, 0x6F29_0C31], "{got:#010x?}");
        let got = [cross(0, &[]), cross(1, &[spread(0)]), cross(7, &[hash_str("said"), spread(3)])];
        assert_eq!(got, [0x43CF_B00D, 0x2F8F_2D54, 0x072C_8B9C], "{got:#010x?}");
    }

    #[test]
    fn the_bits_that_are_used_are_spread() {
        check_spread(|template, atom| feature(template, &[atom]));
        check_spread(|template, atom| cross(template, &[spread(atom)]));
        check_spread(|template, atom| cross(template, &[spread(atom % 32), spread(atom / 32)]));
    }

    fn check_spread(feature: impl Fn(u32, u64) -> u32) {
        const ROWS: usize = 1 << 10;
        let mut high = [0u32; ROWS];
        let mut low = [0u32; ROWS];
        for template in 0..16 {
            for atom in 0..1024 {
                let id = feature(template, atom) as usize;
                high[id >> 22] += 1;
                low[id % ROWS] += 1;
            }
        }
        // Sixteen a row on average; Poisson's tail beyond 45 is one in a thousand million.
        assert!(high.iter().chain(&low).all(|count| *count < 45), "{high:?} {low:?}");
    }
}
