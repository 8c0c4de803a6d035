//! People, places and organisations, and what is no name.

use super::{Comparison, Entity, common, list, number, say};
use crate::surface::bare;
use serde_json::Value;
use std::collections::BTreeSet;

impl Comparison<'_> {
    /// The names and short forms of an entity, in order.
    fn named(&self, entity: &Value) -> Vec<String> {
        list(entity, "mentions")
            .iter()
            .map(|index| &self.got["mentions"][number(index)])
            .filter(|mention| is_named(mention))
            .map(|mention| bare(&self.surface(mention)))
            .collect()
    }

    pub(super) fn compare_entities(&mut self) {
        let Some(wanted) = &self.gold.entities else { return };
        let given = list(self.got, "entities");
        let surfaces: Vec<Vec<String>> = given.iter().map(|entity| self.named(entity)).collect();
        let mut used = BTreeSet::new();
        for want in wanted {
            let mentions: Vec<String> = want.mentions.iter().map(|m| bare(m)).collect();
            let mut cursor = 0;
            for mention in &want.mentions {
                cursor = self.find(mention, cursor, None).1;
            }
            let place = format!("{} {}", want.kind, want.name);
            let mut best = None;
            let mut best_rank = (0, false, false);
            for (index, entity) in given.iter().enumerate() {
                let shared = common(&mentions, &surfaces[index]);
                let rank = (shared, entity["kind"] == want.kind, entity["name"] == want.name);
                if !used.contains(&index) && shared > 0 && rank > best_rank {
                    (best, best_rank) = (Some(index), rank);
                }
            }
            let Some(best) = best else {
                self.missing(&place);
                continue;
            };
            used.insert(best);
            self.compare_entity(want, &given[best], &mentions, &surfaces[best]);
        }
        for (index, entity) in given.iter().enumerate() {
            let name = say(&entity["name"]);
            if !used.contains(&index)
                && entity["kind"] == "person"
                && !surfaces[index].is_empty()
                && !self.gold.people_optional.contains(&name)
            {
                self.differences.push(format!("person: unexpected {name}"));
            }
        }
    }

    fn compare_entity(
        &mut self,
        want: &Entity,
        entity: &Value,
        mentions: &[String],
        given: &[String],
    ) {
        let place = format!("{} {}", want.kind, want.name);
        self.check(&place, "kind", &want.kind.clone().into(), &entity["kind"]);
        if want.kind == "person" {
            self.check(&place, "name", &want.name.clone().into(), &entity["name"]);
            self.check(&place, "mentions", &mentions.into(), &given.into());
        } else {
            let shared = common(mentions, given);
            self.check(&place, "mentions found", &mentions.len().into(), &shared.into());
        }
        if let Some(role) = &want.role {
            let given = entity["role"].as_str().unwrap_or_default().to_lowercase();
            self.check(&place, "role", &role.to_lowercase().into(), &given.into());
        }
        if let Some(link) = &want.link {
            let given =
                format!("{}:{}", say(&entity["link"]["source"]), say(&entity["link"]["id"]));
            self.check(&place, "link", &link.clone().into(), &given.into());
        }
    }

    pub(super) fn compare_not_names(&mut self) {
        for surface in &self.gold.not_names {
            self.facts += 1;
            self.find(surface, 0, None);
            let mention = list(self.got, "mentions").iter().find(|mention| {
                let kind = mention["kind"].as_str().unwrap_or_default();
                ["person", "place", "organization"].contains(&kind)
                    && is_named(mention)
                    && self.surface(mention) == *surface
            });
            if let Some(mention) = mention {
                let kind = say(&mention["kind"]);
                self.wrong(format!("not a name: \"{surface}\" is a {kind}"));
            }
        }
    }
}

fn is_named(mention: &Value) -> bool {
    matches!(mention["form"].as_str(), Some("name" | "short"))
}
