//! What people are called by their friends: "Liz" of Elizabeth, "Misha" of Mikhail.
//!
//! The short forms are data (`data/nicknames.tsv`, a given name in small letters and its short forms).

use crate::map::Map;
use std::sync::LazyLock;

static NICKNAMES: LazyLock<Map<&str, &str>> = LazyLock::new(|| {
    include_str!("../data/nicknames.tsv").lines().filter_map(|line| line.split_once('\t')).collect()
});

/// The short forms of a given name in small letters.
pub(crate) fn nicknames(given: &str) -> impl Iterator<Item = &'static str> {
    NICKNAMES.get(given).copied().unwrap_or("").split(' ').filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sorted_and_in_small_letters() {
        let lines: Vec<_> = include_str!("../data/nicknames.tsv").lines().collect();
        assert!(lines.is_sorted(), "sorted by bytes");
        for line in lines {
            let (given, short) = line.split_once('\t').unwrap();
            assert_eq!(given, given.to_lowercase());
            assert!(short.split(' ').all(|name| name.starts_with(char::is_uppercase)), "{line}");
        }
    }

    #[test]
    fn given_names_have_short_forms() {
        assert!(nicknames("elizabeth").any(|name| name == "Liz"));
        assert_eq!(nicknames("zzzz").count(), 0);
    }
}
