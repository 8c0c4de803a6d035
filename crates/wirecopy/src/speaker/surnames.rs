//! Whose name is one of a land: "the Finn" is rather Aino Lehtonen than Eva Dahl, where nothing tells where either is
//! from (`data/surnames.tsv`).

use super::discourse::Discourse;
use super::focus;
use super::role::REACH;
use std::sync::LazyLock;
use wirecopy_entity::EntityKind;
use wirecopy_text::{Folding, Span, fold};

/// How names end, begin or are in a land, and the words for its people.
struct Land {
    forms: Vec<&'static str>,
    people: Vec<&'static str>,
}

static LANDS: LazyLock<Vec<Land>> = LazyLock::new(|| {
    let rows = include_str!("../../data/surnames.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    rows.map(|(forms, people)| Land {
        forms: forms.split(' ').collect(),
        people: people.split(", ").collect(),
    })
    .collect()
});

/// The nearest person before whose name is one of the land that the nationality in `span` tells, of whom no land is
/// told; whom the story is at first.
pub(super) fn compatriot(span: Span, focus: Option<u32>, story: &Discourse<'_>) -> Option<u32> {
    let mut inside = super::mentions_in(story.named, span).iter();
    let nationality = inside.find(|mention| mention.kind == EntityKind::Demonym)?;
    let word = nationality.span.of(story.text);
    let lands = LANDS.iter().filter(|land| land.people.contains(&word)).collect::<Vec<_>>();
    if lands.is_empty() {
        return None;
    }
    let people = story.people_before(span, REACH).map(|(person, _)| person);
    let mut asked: Vec<u32> = Vec::new();
    focus.into_iter().chain(people).find(|person| {
        let is_new = !asked.contains(person);
        asked.push(*person);
        is_new
            && lands.iter().any(|land| is_of(*person, land, story))
            && !focus::has_land_told(*person, story)
    })
}

/// Whether a word of the name is of the land.
fn is_of(person: u32, land: &Land, story: &Discourse<'_>) -> bool {
    let Some(entity) = story.named.entities.get(person as usize) else { return false };
    let name = fold(&entity.name, Folding::new().case().diacritics());
    let words: Vec<&str> = name.split([' ', '-']).collect();
    let given = usize::from(words.len() > 1);
    land.forms.iter().any(|form| match form.split_at_checked(1) {
        // A Chinese or Korean surname comes first.
        Some(("=", whole)) => words.contains(&whole),
        Some(("^", start)) => {
            let whole = start.strip_suffix('-');
            words.iter().skip(given).any(|word| match whole {
                Some(whole) => *word == whole,
                None => word.starts_with(start),
            })
        }
        _ => {
            let is_long = |word: &str| word.len() > form.len() + 1;
            words.iter().skip(given).any(|word| is_long(word) && word.ends_with(form))
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_name_tells_the_land() {
        let text = "Aino Lehtonen beat Peter Dahl in two sets. “It rained,” the Finn said.";
        assert_eq!(speakers(text), ["Aino Lehtonen"]);
        let text = "“It rained,” said Aino Lehtonen. Coach Peter Dahl said it had not.\n\n“I was wet,” the Finn said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Aino Lehtonen"));
    }

    #[test]
    fn a_nationality_may_be_a_surname() {
        let text = "Rescuers met Tom French, a driver. “I went back,” French said. French officials said it was late.";
        assert_eq!(speakers(text), ["Tom French"]);
    }
}
