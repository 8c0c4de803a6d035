//! What somebody is told to have: "Ann Holm, **whose mill** feeds the valley", "Eva Dahl said **her** small **son** was
//! ill". By it the one is "the miller" and the other "the mother".

/// Words between "her" and what is hers.
const BETWEEN: usize = 3;

/// Whether one of the words is what is sought and stands close behind one that says whose it is.
pub(super) fn has<'w>(
    mut words: impl Iterator<Item = &'w str>,
    owns: impl Fn(&str) -> bool,
    is_sought: impl Fn(&str) -> bool,
) -> bool {
    let mut since: Option<usize> = None;
    words.any(|word| {
        let is_owned = since.is_some_and(|since| since < BETWEEN) && is_sought(word);
        since = if owns(word) { Some(0) } else { since.map(|since| since + 1) };
        is_owned
    })
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn what_is_owned_stands_near() {
        let tells = |text: &str| has(text.split(' '), |word| word == "her", |word| word == "mill");
        assert!(tells("sold her old water mill"));
        assert!(!tells("sold her boat to buy the mill") && !tells("the mill is hers"));
    }
}
