//! Which names of places and organisations mean one thing.
//!
//! Names of one list entry are one thing ("Norland" and "Norlandic"); so are names no list has that differ
//! only in article, legal form and stops: "the Brandt Tool Co." is "Brandt Tool", and "Gadar Town" is "Gadar".

use crate::input::Input;
use crate::join::Joined;
use crate::lexicon::Class;
use crate::link::{Chosen, Places, chosen};
use crate::listed::MOST_ENTRIES;
use crate::map::{Map, with_room};
use crate::model::EntityKind;
use crate::scene::{Mark, Scene};
use crate::shorter::{Shorter, Whole, of_bodies};
use std::borrow::Cow;
use wirecopy_gazetteer::EntryKind;
use wirecopy_text::{Folding, fold};

/// What is neither person nor family: entities by list entry or name.
#[derive(Debug)]
pub(crate) struct Things<'p, 'a, 'w> {
    places: &'p Places<'a>,
    /// Short forms of the document's organisations.
    shorter: Shorter<'w>,
    /// By kind and entry or name.
    ids: Map<(EntityKind, Identity<'a>), u32>,
    /// Entries of listed names, where they are not places.
    entries: Map<(u32, EntityKind), Option<Chosen<'a>>>,
}

/// What makes two names of one kind the same thing.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Identity<'a> {
    /// The list and the id there.
    Entry(&'a str, &'a str),
    /// What is left of the name in a [`normal`] form.
    Name(String),
}

impl<'p, 'a, 'w> Things<'p, 'a, 'w> {
    /// Nothing joined yet; which short form stands for which organisation is read from the marks.
    pub(crate) fn new(scene: &Scene<'w>, order: &[&Mark], places: &'p Places<'a>) -> Self {
        Self {
            places,
            shorter: of_bodies(scene, order, |one, other| normal(one) == normal(other)),
            ids: with_room(order.len() / 2),
            entries: Map::default(),
        }
    }

    /// What the name of a mark stands for: a short form of an organisation for its full name.
    pub(crate) fn whole(&self, mark: &Mark, key: &Cow<'w, str>) -> Whole<'w> {
        let body = mark.kind == EntityKind::Organization;
        let whole = self.shorter.of(key, mark.listed.is_some()).filter(|_| body).cloned();
        whole.unwrap_or_else(|| (key.clone(), mark.listed))
    }
}

impl Joined {
    /// The entity of a name that is no person's: `key` as written, `whole` what it stands for.
    pub(crate) fn thing<'a>(
        &mut self,
        input: &Input<'a>,
        scene: &Scene<'_>,
        (kind, listed): (EntityKind, Option<u32>),
        key: &str,
        whole: &str,
        things: &mut Things<'_, 'a, '_>,
    ) -> u32 {
        let entry = listed.and_then(|name| {
            let own = match kind {
                EntityKind::Organization | EntityKind::Demonym => *things
                    .entries
                    .entry((name, kind))
                    .or_insert_with(|| best_entry(input, scene, name, kind)),
                _ => None,
            };
            // A team or government that bears a place's name is linked to the place.
            own.or_else(|| things.places.of(name))
        });
        // A nationality belongs to its country.
        let family = if kind == EntityKind::Demonym { EntityKind::Place } else { kind };
        let identity = match entry {
            Some(entry) if !entry.id.is_empty() => Identity::Entry(entry.source, entry.id),
            // "Gadar Town" is "Gadar", where no list has either.
            _ => {
                let town = whole.rsplit_once(' ').filter(|(town, noun)| {
                    kind == EntityKind::Place && !town.contains(' ') && is_kind_of_town(noun)
                });
                Identity::Name(normal(town.map_or(whole, |(town, _)| town)))
            }
        };
        let is_listed = matches!(identity, Identity::Entry(..));
        let identity = (family, identity);
        let known = things.ids.get(&identity).copied();
        // "Tarn Union" of a list is "Tarn Union Corp.", which no list has.
        let by_name = (known.is_none() && is_listed && kind == EntityKind::Organization)
            .then(|| (family, Identity::Name(normal(whole))));
        if let Some(id) = known.or_else(|| things.ids.get(by_name.as_ref()?).copied()) {
            if known.is_none() {
                things.ids.insert(identity, id);
            }
            // A nationality of a caller's list knows its country's id, the country also where it lies.
            if let Some(draft) = self.drafts.get_mut(id as usize)
                && let Some(entry) = entry
                && let Some(link) = &draft.link
                && link.latitude.is_none()
                && !entry.is_of(link)
            {
                draft.link = Some(entry.link());
            }
            return id;
        }
        let id = self.draft(kind, key.to_owned());
        things.ids.insert(identity, id);
        if let Some(by_name) = by_name {
            things.ids.insert(by_name, id);
        }
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            let linked = entry.filter(|entry| entry.source != "demonym");
            draft.link = linked.map(|entry| entry.link());
        }
        id
    }
}

/// "Town", "District": what says the kind of a place that is named.
pub(crate) fn is_kind_of_town(noun: &str) -> bool {
    matches!(
        noun,
        "Town"
            | "County"
            | "District"
            | "Province"
            | "Prefecture"
            | "Village"
            | "River"
            | "Township"
    )
}

/// A key under which spellings of one organisation meet: no article, no legal form, no stops.
fn normal(key: &str) -> String {
    let folded = fold(key, Folding::new().case().diacritics());
    let mut normal =
        if folded.contains(['.', ',']) { without_stops(&folded) } else { folded.into_owned() };
    if normal.starts_with("the ") {
        normal.drain(..4);
    }
    while let Some((rest, last)) = normal.rsplit_once(' ')
        && crate::lexicon::classes(last).any(Class::COMPANY)
    {
        normal.truncate(rest.len());
    }
    normal
}

/// Folded words without stops and commas.
fn without_stops(folded: &str) -> String {
    let mut bare = String::with_capacity(folded.len());
    for word in folded.split(' ') {
        let length = bare.len();
        let space = if length > 0 { " " } else { "" };
        bare.extend([space].into_iter().chain(word.split(['.', ','])));
        // Nothing but stops.
        if bare.len() == length + space.len() {
            bare.truncate(length);
        }
    }
    bare
}

fn best_entry<'a>(
    input: &Input<'a>,
    scene: &Scene<'_>,
    name: u32,
    kind: EntityKind,
) -> Option<Chosen<'a>> {
    let wanted =
        if kind == EntityKind::Demonym { EntryKind::Demonym } else { EntryKind::Organization };
    for (list, id) in scene.evidence.sources(name) {
        let Some(gazetteer) = input.gazetteers.get(list as usize) else { continue };
        let Some(entry) =
            gazetteer.entries(id).take(MOST_ENTRIES).find(|entry| entry.kind() == wanted)
        else {
            continue;
        };
        let mut found = chosen(&entry);
        if let Some((source, id)) = entry.field("place").and_then(|place| place.split_once(':')) {
            (found.source, found.id) = (source, id);
        }
        return Some(found);
    }
    None
}
