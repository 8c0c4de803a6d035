//! A firm that is named like a person: "Tom Holm Co. … Tom Holm said it would merge" is the firm, where no office
//! and no title is told of a Tom Holm and the firm was named first.

use super::lexicon::{Word, is_in_any_case};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind};

/// The firms of the story by their names without "Co.", made when the first person is asked for.
#[derive(Debug, Default)]
pub(super) struct Firms<'a>(OnceCell<BTreeMap<&'a str, u32>>);

impl<'a> Firms<'a> {
    /// The firm that the person is, if no role is told of the person.
    pub(super) fn of(&self, person: u32, named: &'a Entities) -> Option<u32> {
        let entity = named.entities.get(person as usize)?;
        if entity.kind != EntityKind::Person {
            return None;
        }
        let firm = *self.0.get_or_init(|| firms(named)).get(entity.name.as_str())?;
        let first = named.entities.get(firm as usize)?.mentions.first()?;
        (first < entity.mentions.first()?).then_some(firm)
    }
}

fn firms(named: &Entities) -> BTreeMap<&str, u32> {
    let bodies = named.entities.iter().zip(0u32..);
    let bodies = bodies.filter(|(entity, _)| entity.kind == EntityKind::Organization);
    let firms = bodies.filter_map(|(entity, index)| {
        let (name, last) = entity.name.rsplit_once(' ')?;
        // "Minh Phat Ceramics"; but a foundation or a college bears a person's name.
        let is_firm = is_in_any_case(last, Word::Firm)
            || is_in_any_case(last.trim_end_matches('.'), Word::Firm)
            || name.contains(' ') && last.ends_with('s') && !is_in_any_case(last, Word::Public);
        is_firm.then_some((name, index))
    });
    firms.collect()
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_firm_may_bear_a_persons_name() {
        let text = "Tom Holm Co. said it would merge. Neither firm gave a reason.\n\nTom Holm said the yard would \
                    close.";
        assert_eq!(speakers(text), ["Tom Holm Co.", "Tom Holm Co."]);
        let text =
            "Tom Holm Co. said it would merge.\n\n“It is late,” said Tom Holm, its president.";
        assert_eq!(speakers(text), ["Tom Holm Co.", "Tom Holm"]);
    }
}
