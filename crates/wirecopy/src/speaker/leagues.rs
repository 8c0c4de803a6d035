//! A league and its clubs: "the Bundesliga side", "the NBA team" are no league, and nor is "the club".

use super::lexicon::{Word, is};

/// Whether a league's name and what follows it tell of a club.
pub(super) fn stands_before_club(name: &str, behind: &str) -> bool {
    is_league(name) && is_squad(behind)
}

/// Whether the noun is one for a club where the name is a league's.
pub(super) fn is_no_club(name: &str, noun: &str) -> bool {
    (is(noun, Word::Squad) || is(noun, Word::Club)) && is_league(name)
}

/// "the Premier League", "the Bundesliga".
fn is_league(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["league", "liga"].iter().any(|noun| last.ends_with(noun))
        || ["Serie ", "Ligue ", "Liga ", "La Liga"].iter().any(|opens| name.starts_with(opens))
        || is(&last, Word::League)
}

/// " club", " side, which lost".
fn is_squad(behind: &str) -> bool {
    let mut words = behind.split([' ', ',']).skip(1);
    let squad = |word: &str| is(word, Word::Squad) || is(word, Word::Club);
    behind.starts_with(' ') && words.next().is_some_and(squad)
}

#[cfg(test)]
mod tests {
    use super::stands_before_club;

    #[test]
    fn a_club_of_a_league_is_no_league() {
        assert!(
            stands_before_club("Premier League", " club")
                && stands_before_club("NBA", " team, which lost")
        );
        assert!(
            !stands_before_club("Premier League", " said")
                && !stands_before_club("Norden Bank", " club")
        );
    }
}
