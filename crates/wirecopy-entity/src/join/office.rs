//! Offices: which listed person a name with an office, or at a date, is.

use super::Joined;
use crate::input::Input;
use crate::lexicon::Class;
use crate::link::{Chosen, chosen};
use crate::listed::MOST_ENTRIES;
use crate::scene::{Gender, Mark, Scene};
use crate::settle::one_line;
use wirecopy_gazetteer::{Entry, EntryKind};

impl Joined {
    /// Links people who are named in full to the entry that fits the story's date.
    pub(super) fn office_holders(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'_>,
        order: &[&Mark],
        ids: &[Option<u32>],
    ) {
        for (mark, id) in order.iter().zip(ids) {
            if let Some(id) = id
                && self.drafts.get(*id as usize).is_some_and(|draft| draft.link.is_none())
            {
                self.hold_office(input, scene, mark, *id);
            }
        }
    }

    pub(super) fn hold_office(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'_>,
        mark: &Mark,
        id: u32,
    ) {
        let Some((person, gender)) = office_holder(input, scene, mark) else { return };
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            if mark.words.len() == 1 || scene.class(mark.words.start).any(Class::TITLE) {
                draft.name = person.name.to_owned();
                draft.fixed = true;
            }
            draft.link = Some(person.link());
            if draft.gender == Gender::Unknown {
                draft.gender = gender;
            }
        }
    }

    /// A surname alone is the one listed person of that name who held the office beside it.
    pub(super) fn hold_title(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'_>,
        mark: &Mark,
        (id, surname): (u32, &str),
    ) {
        if self.drafts.get(id as usize).is_none_or(|draft| draft.link.is_some()) {
            return;
        }
        if let Some((holder, gender)) = titled_holder(input, scene, mark, surname)
            && let Some(draft) = self.drafts.get_mut(id as usize)
        {
            draft.name = holder.name.to_owned();
            draft.fixed = true;
            draft.link = Some(holder.link());
            draft.gender = gender;
        }
    }
}

/// The one listed person of a surname who held an office at the story's date that a role beside
/// `mark` names.
fn titled_holder<'a>(
    input: &Input<'a>,
    scene: &Scene<'_>,
    mark: &Mark,
    surname: &str,
) -> Option<(Chosen<'a>, Gender)> {
    let date = input.date?;
    let roles = roles(scene, mark);
    let names_office = |entry: &Entry<'_>| {
        let office = entry.field("role").unwrap_or("").to_lowercase();
        let head = office.split(' ').next_back().unwrap_or("");
        roles.iter().any(|role| {
            role.contains(office.as_str()) && !office.is_empty()
                || head.len() > 3 && role.split(' ').any(|word| word == head)
        })
    };
    let people = input.gazetteers.iter().filter(|_| !roles.is_empty());
    let mut fitting = people
        .flat_map(|gazetteer| gazetteer.people_named(surname))
        .filter(|entry| entry.is_valid_on(date) && names_office(entry));
    let first = fitting.next()?;
    let holder = chosen(&first);
    let is_one = fitting.all(|other| chosen(&other).id == holder.id);
    is_one.then(|| (holder, listed_gender(&first)))
}

fn listed_gender(entry: &Entry<'_>) -> Gender {
    match entry.field("gender") {
        Some("m" | "M" | "male") => Gender::Male,
        Some("f" | "F" | "female") => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// The listed person of this name: by date of office, then by role, then by weight.
fn office_holder<'a>(
    input: &Input<'a>,
    scene: &Scene<'_>,
    mark: &Mark,
) -> Option<(Chosen<'a>, Gender)> {
    let name = mark.listed?;
    if !scene.evidence.listed(name)?.person {
        return None;
    }
    let roles = roles(scene, mark);
    let full = mark.words.len() > 1;
    let mut best: Option<(i32, Chosen<'a>, Gender)> = None;
    for (list, id) in scene.evidence.sources(name) {
        let Some(gazetteer) = input.gazetteers.get(list as usize) else { continue };
        for entry in gazetteer.entries(id).take(MOST_ENTRIES) {
            if entry.kind() != EntryKind::Person {
                continue;
            }
            let fits_role = !roles.is_empty() && {
                let office = entry.field("role").unwrap_or("").to_lowercase();
                roles.iter().any(|role| {
                    role.split(' ')
                        .any(|word| word.len() > 3 && office.split(' ').any(|other| other == word))
                })
            };
            let in_office = input.date.map(|date| {
                entry.valid_from().is_none_or(|from| from <= date)
                    && entry.valid_to().is_none_or(|to| date <= to)
            });
            let score = i32::from(fits_role) * 2 + i32::from(in_office == Some(true)) * 2
                - i32::from(in_office == Some(false));
            // A surname alone needs an office that fits.
            if !full && (!fits_role || in_office == Some(false)) {
                continue;
            }
            if best.as_ref().is_none_or(|(top, ..)| score > *top) {
                let gender = listed_gender(&entry);
                best = Some((score, chosen(&entry), gender));
            }
        }
    }
    best.map(|(_, person, gender)| (person, gender))
}

/// The roles beside a name, in lower case.
fn roles(scene: &Scene<'_>, mark: &Mark) -> Vec<String> {
    mark.roles.iter().map(|role| one_line(scene, role).to_lowercase()).collect()
}
