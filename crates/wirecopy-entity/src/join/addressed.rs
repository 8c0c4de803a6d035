//! Short forms that an address, a rank or another name goes with: "DI Holm", "Ratu Emori", "Dona Ana Isabel",
//! "Holm J", "Galina Ivanovna".
//!
//! Such a mark looks like a full name. It is somebody's whom the story has in full by the rest of it.

use crate::called::{Name, plain};
use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::map::Map;
use crate::model::EntityKind;
use crate::scene::{Mark, Scene};
use crate::words::WordKind;
use std::borrow::Cow;

/// What opens or closes such a mark.
const TITLES: Class = Class::HONORIFIC.or(Class::TITLE).or(Class::COURTESY).or(Class::RANK);

/// How a name of two words may be a short form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// "DI | Holm", "Ratu | Emori"
    Led,
    /// "Dona | Rosa": a name, too.
    Courtesy,
    /// "Holm | J"
    Judge,
    /// "Galina | Ivanovna"
    Patronymic,
}

/// Full names by their parts.
struct Full<'n> {
    firsts: Map<&'n str, Option<usize>>,
    lasts: Map<&'n str, Option<usize>>,
}

/// Makes short names of them.
pub(super) fn settle<'a>(
    scene: &Scene<'a>,
    order: &[&Mark],
    openings: &Map<Cow<'a, str>, Option<Name<'a>>>,
    names: &mut [Option<Name<'a>>],
) {
    let ways: Vec<(usize, Way)> = order
        .iter()
        .zip(names.iter())
        .enumerate()
        .filter(|(_, (_, name))| name.as_ref().is_some_and(|name| !name.first.is_empty()))
        .filter_map(|(index, (mark, _))| Some((index, way(scene, mark)?)))
        .collect();
    if ways.is_empty() {
        return;
    }
    let full = Full::new(names, &ways);
    let mut short: Vec<(usize, Name<'a>)> = Vec::new();
    for (index, way) in ways {
        let Some((mark, Some(name))) = order.get(index).zip(names.get(index)) else { continue };
        let rest = plain(scene, mark.words.start + 1..mark.words.end);
        let alone = |last: Cow<'a, str>| Name { first: Cow::Borrowed(""), last, ..name.clone() };
        let is = |of: &Map<&str, Option<usize>>, key: &str| of.contains_key(key);
        let known = match way {
            Way::Led | Way::Courtesy if mark.words.len() > 2 => {
                openings.get(&rest).cloned().flatten()
            }
            Way::Led if is(&full.lasts, &rest) || is(&full.firsts, &rest) => Some(alone(rest)),
            Way::Courtesy if is(&full.firsts, &rest) => Some(alone(rest)),
            Way::Judge if is(&full.lasts, &name.first) => Some(alone(name.first.clone())),
            Way::Patronymic => {
                let one = full.firsts.get(name.first.as_ref()).copied().flatten();
                one.and_then(|one| names.get(one)?.clone())
            }
            _ => None,
        };
        short.extend(known.map(|known| (index, known)));
    }
    for (index, known) in short {
        if let Some(name) = names.get_mut(index) {
            *name = Some(known);
        }
    }
}

impl<'n> Full<'n> {
    fn new(names: &'n [Option<Name<'_>>], ways: &[(usize, Way)]) -> Self {
        let mut full = Self { firsts: Map::default(), lasts: Map::default() };
        for (index, name) in names.iter().enumerate() {
            let Some(name) = name.as_ref().filter(|name| !name.first.is_empty()) else { continue };
            if ways.binary_search_by_key(&index, |(at, _)| *at).is_ok() {
                continue;
            }
            // Of two people of one first name neither is meant.
            let same = |other: &usize| {
                names
                    .get(*other)
                    .is_some_and(|it| it.as_ref().is_some_and(|it| it.last == name.last))
            };
            let first = full.firsts.entry(name.first.as_ref()).or_insert(Some(index));
            *first = first.filter(same);
            full.lasts.entry(name.last.as_ref()).or_insert(Some(index));
        }
        full
    }
}

fn way(scene: &Scene<'_>, mark: &Mark) -> Option<Way> {
    let (start, last) = (mark.words.start, mark.words.end.checked_sub(1)?);
    if mark.kind != EntityKind::Person || !(2..=3).contains(&mark.words.len()) {
        return None;
    }
    let form = scene.words.form(start);
    let class = scene.words.class(start);
    let rank = class.any(Class::RANK) && scene.words.word(start).capitals;
    if rank || class.any(TITLES.without(Class::RANK)) && form.given < 4 {
        return Some(Way::Led);
    }
    if class.any(Class::COURTESY) {
        return Some(Way::Courtesy);
    }
    if mark.words.len() != 2 || scene.words.word(last).kind == WordKind::Quote {
        return None;
    }
    let text = scene.words.form(last).text();
    if Lesser::JUDGE.has(text) {
        return Some(Way::Judge);
    }
    let father = ["ovna", "evna", "ichna", "ovich", "evich"];
    father.iter().any(|end| text.ends_with(end)).then_some(Way::Patronymic)
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn an_address_and_a_part_of_the_name_are_the_person() {
        for (full, short) in [
            ("Justice Helen Tarnby", "Tarnby J"),
            ("Galina Tarnova", "Galina Ivanovna"),
            ("Manuela Tarnby", "Mana Manuela"),
        ] {
            let text = format!("{full} said the road was shut. “It is late,” {short} said.");
            let tokens = tokenize(&text);
            let found = Input::new(&text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.len() < 2, "{names:?}");
        }
    }
}
