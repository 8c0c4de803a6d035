//! What somebody is made or acts as: "Tom Berg was elected mayor", "The council named | Tom Berg | its chairman", "Ann Holm
//! retired as coach", "Holm's years as a nurse", "The new mayor is | Tom Berg".

use super::lexicon::{Word, ends_as_person, is, is_in_any_case};
use super::predicate::clause;

/// Words behind a name among which the verb stands.
const REACH: usize = 8;

/// Words of "Holm's long career as".
const CAREER: usize = 4;

/// Words of what stands before "is".
const BEFORE: usize = 8;

/// Words of a title between a verb and the name.
const TITLE: usize = 2;

/// "mayor" of "Tom Berg| was elected mayor in May", "a nurse" of "Ann Holm|'s years as a nurse".
pub(super) fn behind(behind: &str) -> Option<&str> {
    let possessive = ["'s ", "’s ", "' ", "’ "].iter().find_map(|mark| behind.strip_prefix(mark));
    if let Some(rest) = possessive {
        return career(rest);
    }
    let verb = [" ", ", who ", ", "].iter().find_map(|front| behind.strip_prefix(front));
    let rest = verb?;
    let (mut at, mut is_passive, mut serves) = (0, false, false);
    for word in rest.split(' ').take(REACH) {
        at += word.len() + 1;
        // "Berg was not elected mayor", "was replaced as coach", "was out when Holm was named mayor"
        let is_ousted = is_passive && matches!(word, "replaced" | "succeeded");
        if is_ousted || matches!(word, "not" | "never" | "when" | "after" | "before" | "while") {
            return None;
        }
        let made = is_passive && is(word, Word::Made);
        if made || serves && word == "as" {
            return post(rest.get(at..)?).filter(|_| made || !opens_clause(rest.get(at..)));
        }
        is_passive |= matches!(word, "was" | "is" | "been" | "be" | "being" | "were" | "got");
        serves |= is(word, Word::Serves);
        if !word.ends_with(char::is_alphanumeric) {
            break;
        }
    }
    None
}

/// "came as | a nurse left", "arrived as | captain Ann Holm spoke": of another.
fn opens_clause(phrase: Option<&str>) -> bool {
    let mut words = clause(phrase.unwrap_or_default()).split(' ');
    let behind = words.find(|word| is_post(word)).and_then(|_| words.find(|word| !is_post(word)));
    behind.is_some_and(|word| {
        let goes_on = word.ends_with("ing")
            || matches!(word, "who" | "whose" | "and" | "or" | "there" | "here" | "again")
            || is(word, Word::Preposition)
            || ends_post(word);
        !goes_on
    })
}

/// Whether the word is one for what somebody is.
fn is_post(word: &str) -> bool {
    is(word, Word::Person) || is(word, Word::Office) || ends_as_person(word)
}

/// Whether the word tells when: "mayor | last May".
fn ends_post(word: &str) -> bool {
    matches!(word, "last" | "this" | "next" | "earlier" | "and" | "but" | "when" | "again")
        || is_in_any_case(word, Word::When)
}

/// "a nurse" of "years as a nurse", "long career as a nurse".
pub(super) fn career(rest: &str) -> Option<&str> {
    let mut at = 0;
    let mut told = false;
    for word in rest.split(' ').take(CAREER) {
        at += word.len() + 1;
        if told && word == "as" {
            return post(rest.get(at..)?);
        }
        told |= is(word, Word::Career);
        if !word.ends_with(char::is_alphanumeric) {
            break;
        }
    }
    None
}

/// "its chairman" of "The council named | Tom Berg | its chairman".
pub(super) fn around<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    let mut words = before.trim_end().rsplit(' ').take(TITLE + 1);
    let is_title = |word: &&str| word.starts_with(char::is_uppercase);
    let verb = words.find(|word| !is_title(word))?;
    let rest = behind.strip_prefix(' ').filter(|_| is(verb, Word::Made))?;
    post(rest.strip_prefix("to be ").unwrap_or(rest))
}

/// The noun phrase behind "elected", "sworn in as", "promoted to": up to when that was, or to the verb behind "a nurse".
fn post(phrase: &str) -> Option<&str> {
    const LINKS: [&str; 5] = ["in as ", "as ", "to the post of ", "to the rank of ", "to "];
    let phrase = LINKS.iter().find_map(|link| phrase.strip_prefix(link)).unwrap_or(phrase);
    let clause = clause(phrase);
    let (mut end, mut is_behind_noun) = (0, false);
    for word in clause.split(' ').take_while(|word| !ends_post(word)) {
        if is_behind_noun && !is(word, Word::Preposition) && !is_post(word) {
            break;
        }
        is_behind_noun = is_post(word);
        end += word.len() + 1;
    }
    clause.get(..end.saturating_sub(1)).filter(|phrase| !phrase.is_empty())
}

/// "The new mayor" of "The new mayor is | Tom Berg", and not of "The new mayor is | Tom Berg|'s son".
pub(super) fn before<'t>(before: &'t str, behind: &str) -> Option<&'t str> {
    const IS: [&str; 5] = [" is", " was", " remains", " became", " will be"];
    let before = before.strip_suffix(' ').filter(|_| !behind.starts_with(['\'', '’']))?;
    let front = IS.iter().find_map(|verb| before.strip_suffix(verb))?;
    let phrase = front.rsplit([',', ';', '.', '"', '“', '”']).next()?.trim_start();
    let phrase = ["and ", "but "].iter().find_map(|and| phrase.strip_prefix(and)).unwrap_or(phrase);
    let mut words = phrase.split(' ');
    let opens = is_in_any_case(words.next()?, Word::Owner);
    (opens && words.nth(BEFORE).is_none()).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::tests::speakers;

    #[test]
    fn a_post_is_told_around_the_name() {
        assert_eq!(behind(" was elected mayor of Tarn last May."), Some("mayor of Tarn"));
        assert_eq!(behind(" was sworn in as mayor last week."), Some("mayor"));
        assert_eq!(behind(", who stepped down as coach, said"), Some("coach"));
        assert_eq!(behind("'s long career as a nurse ended"), Some("a nurse"));
        assert_eq!(behind(" dressed as a nurse"), None);
        assert_eq!(around("The council named ", " its chairman last May"), Some("its chairman"));
        assert_eq!(around("The council met ", " its chairman"), None);
        assert_eq!(before("The new mayor is ", "."), Some("The new mayor"));
        assert_eq!(before("The new mayor is ", "’s son."), None);
        assert_eq!(behind(" was not elected mayor last May."), None);
        assert_eq!(behind(" was replaced as coach by Ann Holm."), None);
        assert_eq!(behind(" was out when Ann Holm was named coach."), None);
        assert_eq!(behind(" came as a nurse left."), None);
        assert_eq!(behind(" left as captain Ann Holm spoke."), None);
        assert_eq!(behind(" worked as a nurse treating burns."), Some("a nurse"));
        assert_eq!(before("Where is ", "?"), None);
    }

    #[test]
    fn who_was_made_mayor_is_the_mayor() {
        let behind = "\n\n“It was late,” said Anna Holm, a banker. Holm was out.\n\nThe captain said it had rained.";
        for told in [
            "Tom Berg was named captain in May.",
            "The club made Tom Berg its captain in May.",
            "Tom Berg started out as a captain.",
            "The captain was Tom Berg.",
        ] {
            let last = speakers(&format!("{told}{behind}")).pop();
            assert_eq!(last.as_deref(), Some("Tom Berg"), "{told}");
        }
    }
}
