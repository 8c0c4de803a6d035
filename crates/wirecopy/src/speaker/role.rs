//! A speaker who is described: "the secretary of state", "the mayor", "the company".

use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind, Mention};
use wirecopy_text::{Folding, fold};

/// Words of a role's end that a description may repeat.
const ROLE_WORDS: usize = 8;

/// Mentions before the description that are asked for a body of its sort.
const REACH: usize = 12;

/// Endings of company names: what "the company" may mean.
const COMPANY_ENDINGS: [&str; 14] = [
    "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "co", "co.", "plc", "ag", "sa", "gmbh", "llc",
    "nv",
];

/// Every ending of every role in the story and the one person who holds it; `None` where two do.
pub(super) struct Roles<'a> {
    holders: BTreeMap<String, Option<u32>>,
    named: &'a Entities,
}

impl<'a> Roles<'a> {
    pub(super) fn new(named: &'a Entities) -> Self {
        let mut holders = BTreeMap::new();
        for (index, entity) in named.entities.iter().enumerate() {
            let Ok(index) = u32::try_from(index) else { break };
            if entity.kind == EntityKind::Person {
                for role in &entity.roles {
                    for ending in endings(&key(&role.text)) {
                        let holder = holders.entry(ending.to_owned()).or_insert(Some(index));
                        *holder = holder.filter(|holder| *holder == index);
                    }
                }
            }
        }
        Self { holders, named }
    }

    /// The one person with a role that ends with the words of `description` ("the minister"), or
    /// the body of that sort that was mentioned last ("the company").
    pub(super) fn holder(&self, description: &str, before: &[Mention]) -> Option<u32> {
        let description = key(description);
        let sort = description.strip_prefix("the ")?;
        self.holders.get(sort).copied().flatten().or_else(|| self.body(sort, before))
    }

    fn body(&self, sort: &str, before: &[Mention]) -> Option<u32> {
        let bodies = before.iter().rev().take(REACH);
        bodies.filter(|mention| mention.kind == EntityKind::Organization).find_map(|mention| {
            let index = mention.entity?;
            let name = key(&self.named.entities.get(index as usize)?.name);
            let last = name.rsplit(' ').next()?;
            let company = matches!(sort, "company" | "firm") && COMPANY_ENDINGS.contains(&last);
            (company || last == sort).then_some(index)
        })
    }
}

/// The last word of `role`, its last two words, and so on up to [`ROLE_WORDS`].
fn endings(role: &str) -> impl Iterator<Item = &str> {
    let starts = role.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
    starts.take(ROLE_WORDS).filter_map(|at| role.get(at..))
}

fn key(text: &str) -> String {
    fold(text, Folding::new().case().diacritics()).into_owned()
}
