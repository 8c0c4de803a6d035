//! Names cut short: "TB:", "Des said", "M. admitted". Each means the only person of the story whom it fits.

use wirecopy_entity::{Entities, EntityKind};

/// Letters of a given name that is cut short: "Des".
const SHORTENED: usize = 3;

/// People among whom one is sought by a name cut short.
const PEOPLE: usize = 256;

/// "TB:" in an interview with Tove Brandt: the only person of the story with those initials.
pub(super) fn by_initials(words: &str, named: &Entities) -> Option<u32> {
    let letters = words.trim_end_matches(':');
    let are_initials =
        (2..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if !are_initials {
        return None;
    }
    let fits = |name: &str| {
        let initials = name.split([' ', '-']).filter_map(|word| word.chars().next());
        initials.filter(|letter| letter.is_uppercase()).eq(letters.chars())
    };
    let mut people = named
        .entities
        .iter()
        .take(PEOPLE)
        .zip(0u32..)
        .filter(|(entity, _)| entity.kind == EntityKind::Person && fits(&entity.name));
    let (_, only) = people.next()?;
    people.next().is_none().then_some(only)
}

/// "Des" in a story of Desmond Holm: the only person whose given name begins so.
pub(super) fn by_given_name(words: &str, named: &Entities) -> Option<u32> {
    let is_name = words.starts_with(char::is_uppercase)
        && words.len() >= SHORTENED
        && words.chars().skip(1).all(char::is_lowercase);
    if !is_name {
        return None;
    }
    let begins = |name: &str| {
        let given = name.split(' ').next().unwrap_or_default();
        given.len() > words.len() && given.len() < name.len() && given.starts_with(words)
    };
    let people = named.entities.iter().take(PEOPLE).zip(0u32..);
    let mut people =
        people.filter(|(entity, _)| entity.kind == EntityKind::Person && begins(&entity.name));
    let (_, only) = people.next()?;
    people.next().is_none().then_some(only)
}

/// "M." in a story of Joerg M., as courts have it: the only person whose surname is cut short so.
pub(super) fn by_cut_surname(words: &str, named: &Entities) -> Option<u32> {
    let letters = words.strip_suffix('.').unwrap_or(words);
    let is_cut = |name: &str| {
        let surname = name.rsplit(' ').next().unwrap_or_default();
        surname.len() < name.len() && surname.strip_suffix('.') == Some(letters)
    };
    if letters.len() > SHORTENED || !letters.starts_with(char::is_uppercase) {
        return None;
    }
    let people = named.entities.iter().take(PEOPLE).zip(0u32..);
    let mut people =
        people.filter(|(entity, _)| entity.kind == EntityKind::Person && is_cut(&entity.name));
    let (_, only) = people.next()?;
    people.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_letter_is_the_only_one_whose_surname_it_cuts_short() {
        let text = "Joerg M. told the court he was sorry.\n\nM. admitted taking the boat.";
        assert_eq!(speakers(text), ["Joerg M.", "Joerg M."]);
    }

    #[test]
    fn where_somebody_writes_is_not_who_does() {
        let text = "Vigra Railways Ltd. runs the line. Vigra Railways on Twitter: \"It was late.\"";
        assert_eq!(speakers(text), ["Vigra Railways Ltd."]);
    }

    #[test]
    fn what_a_desk_puts_before_a_headline_is_no_name() {
        let text = "Alpine skiing-Brandt says run was \"no pleasure\"\n\nLars Brandt won the run on Sunday.";
        assert_eq!(speakers(text), ["Lars Brandt"]);
    }

    #[test]
    fn first_names_that_are_words_are_names() {
        for name in ["Memory Vangsnode", "Per Vangsnode", "Khin Mar Oo", "Sizwe kaVangsana"] {
            let text = format!("{name}, a teacher, said it was late.");
            assert_eq!(speakers(&text), [name]);
        }
        let text = "Police freed Pillow Vangsnode on Monday.\n\n\"It was late,\" Vangsnode said.";
        assert_eq!(speakers(text), ["Pillow Vangsnode"]);
        let text = "NORLAND'S TORGVEIR VANGSNODE, WHO LEADS IT, WAS LATE. MR. VANGSNODE SAID SO.";
        assert_eq!(speakers(text), ["Torgveir Vangsnode"]);
        assert_eq!(speakers("Tearful Vangsnode said it was late."), ["Vangsnode"]);
    }

    #[test]
    fn what_a_firm_deals_in_is_no_name_of_anybody() {
        let text = "Kit supplier Vigrand said it would stop.";
        assert_eq!(speakers(text), ["Vigrand"]);
    }
}
