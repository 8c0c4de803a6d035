//! What joined mentions come to: mentions and entities in the order of the text.

use crate::join::{Draft, Joined};
use crate::model::{Entities, Entity, Role};
use crate::scene::{Gender, Scene};
use std::cmp::Reverse;
use std::mem;
use std::ops::Range;
use wirecopy_text::Span;

impl Joined {
    /// The result: mentions and entities in order of the text.
    pub(crate) fn finish(mut self, scene: &Scene<'_>) -> Entities {
        self.found.sort_by_key(|found| (found.span.start(), Reverse(found.span.end()), found.kind));
        self.found.dedup_by(|a, b| a.span == b.span);
        let mut renamed = vec![u32::MAX; self.drafts.len()];
        let mentions = Vec::with_capacity(self.found.len());
        let mut result = Entities { mentions, entities: Vec::with_capacity(self.drafts.len()) };
        for (index, found) in self.found.iter().enumerate() {
            let mut mention = *found;
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            mention.entity = mention.entity.map(|old| {
                let next = u32::try_from(result.entities.len()).unwrap_or(u32::MAX);
                let Some(new) = renamed.get_mut(old as usize) else { return next };
                if *new == u32::MAX
                    && let Some(draft) = self.drafts.get_mut(old as usize)
                {
                    *new = next;
                    result.entities.push(entity(scene, draft));
                }
                let new = *new;
                if let Some(entity) = result.entities.get_mut(new as usize) {
                    entity.mentions.push(index);
                }
                new
            });
            result.mentions.push(mention);
        }
        result
    }
}

fn entity(scene: &Scene<'_>, draft: &mut Draft) -> Entity {
    let mut ranges = mem::take(&mut draft.roles);
    ranges.sort_by_key(|role| (role.start, role.end));
    ranges.dedup();
    let roles: Vec<Role> = ranges
        .iter()
        .map(|role| Role { span: scene.words.span(role), text: one_line(scene, role) })
        .filter(|role| !role.text.is_empty())
        .collect();
    Entity {
        kind: draft.kind,
        name: mem::take(&mut draft.name),
        role: roles.first().map(|role| role.text.clone()),
        roles,
        gender: match draft.gender {
            Gender::Male => Some(crate::Gender::Male),
            Gender::Female => Some(crate::Gender::Female),
            Gender::Unknown => None,
        },
        link: draft.link.take(),
        mentions: Vec::with_capacity(draft.mentions),
    }
}

/// Words as written, white space as single spaces.
pub(crate) fn one_line(scene: &Scene<'_>, words: &Range<usize>) -> String {
    let span: Span = scene.words.span(words);
    let text = span.get(scene.words.text).unwrap_or("");
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        line.extend([if line.is_empty() { "" } else { " " }, word]);
    }
    line
}
