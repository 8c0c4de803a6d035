//! Which beginnings of names there are, in two bits a cell: a blocked Bloom filter.
//!
//! A beginning has two cells in one block of eight bytes, so asking costs one memory access; the
//! answer is wrong for one beginning in twenty that is none.

use crate::hash::load;

/// Cells for each beginning, at least.
const CELLS: usize = 4;
/// Cells of a block.
const BLOCK: usize = 32;

/// Some name ends with this beginning.
pub(crate) const ENDS: u8 = 1;
/// Some name goes on from this beginning.
pub(crate) const GOES_ON: u8 = 2;

const fn shifts(hash: u64) -> (u32, u32) {
    ((hash >> 24) as u32 % 32 * 2, (hash >> 29) as u32 % 32 * 2)
}

/// The filter, read in place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filter<'g> {
    blocks: &'g [u8],
    mask: usize,
}

impl<'g> Filter<'g> {
    /// A filter of a power of two of blocks. With any other length it only answers wrongly.
    pub(crate) const fn new(blocks: &'g [u8]) -> Self {
        Self { blocks, mask: (blocks.len() / 8).wrapping_sub(1) }
    }

    /// [`ENDS`] and [`GOES_ON`] for the beginning with this hash.
    #[inline]
    pub(crate) fn cell(self, hash: u64) -> u8 {
        let block = load(self.blocks, (hash as usize & self.mask).wrapping_mul(8));
        let (one, other) = shifts(hash);
        (block >> one & block >> other) as u8 & 3
    }
}

/// Builds the filter of `count` different beginnings.
pub(crate) fn build(count: usize, beginnings: impl Iterator<Item = (u64, u8)>) -> Vec<u8> {
    let blocks = (count * CELLS).div_ceil(BLOCK).next_power_of_two();
    let mut filter = vec![0_u64; blocks];
    for (hash, bits) in beginnings {
        let (one, other) = shifts(hash);
        if let Some(block) = filter.get_mut(hash as usize & (blocks - 1)) {
            *block |= u64::from(bits) << one | u64::from(bits) << other;
        }
    }
    filter.into_iter().flat_map(u64::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::hash_bytes;

    #[test]
    fn what_went_in_is_there_and_little_else() {
        let hash = |number: u64| hash_bytes(&number.to_le_bytes());
        let bits = |number| if number % 3 == 0 { ENDS } else { GOES_ON };
        let blocks = build(10_000, (0..10_000).map(|number| (hash(number), bits(number))));
        let filter = Filter::new(&blocks);
        assert!((0..10_000).all(|number| filter.cell(hash(number)) & bits(number) != 0));
        let wrong = (10_000..20_000).filter(|number| filter.cell(hash(*number)) != 0).count();
        assert!(wrong < 1500, "{wrong} of 10000");
        assert_eq!(Filter::new(&[]).cell(7), 0);
    }
}
