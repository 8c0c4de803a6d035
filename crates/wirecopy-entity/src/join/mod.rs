//! Which mentions are the same person; `things` says which are the same place or organisation.
//!
//! One pass over the marks learns every full name; a second, in order of the text, joins each short one
//! to the latest full name that fits, or else to a later one ("Mr. Bogdanov" before "Mikhail
//! Bogdanov"). Everything is looked up by surname, so the cost does not grow with the number of people.

mod addressed;
mod full;
mod office;
mod short;
mod surnames;

use self::surnames::People;
use crate::called::{Name, endings, name, openings, plain, with_particles};
use crate::children::is_child;
use crate::input::Input;
use crate::lexicon::Class;
use crate::link::{Places, chosen};
use crate::map::Set;
use crate::model::{EntityKind, Link, Mention, MentionForm, MentionReason};
use crate::scene::{Gender, Mark, Scene};
use crate::things::Things;
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_text::{Folding, fold};

/// What tells a father from a son of one name.
const GENERATIONS: [&str; 2] = ["jr", "sr"];

/// An entity while its mentions are collected.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    /// The name comes from a list and no mention replaces it.
    fixed: bool,
    pub(crate) gender: Gender,
    pub(crate) link: Option<Link>,
    pub(crate) roles: Vec<Range<usize>>,
    pub(crate) mentions: usize,
    /// Introduced as a relative of somebody of the same surname.
    relative: bool,
    /// Called by another word of the name than the surname.
    otherwise: bool,
    /// How much oftener called by the given name alone than anybody by the surname: a child, or one of a family.
    pub(crate) by_given: usize,
    /// The word where the latest mention stands.
    pub(crate) latest: usize,
    /// The surname of a relative who is named by the given name.
    surname: Option<String>,
}

/// Everything joined so far.
#[derive(Debug)]
pub(crate) struct Joined {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) found: Vec<Mention>,
}

impl Joined {
    /// Joins the marks of a scene.
    pub(crate) fn new<'a>(input: &Input<'a>, scene: &Scene<'_>, places: &Places<'a>) -> Self {
        let order = scene.in_order();
        let endings = endings(scene, &order);
        let names: Vec<Option<Name<'_>>> = order
            .iter()
            .map(|mark| {
                let name = (mark.kind == EntityKind::Person).then(|| name(scene, &mark.words))?;
                let is_ending = mark.words.len() > 1
                    && !endings.is_empty()
                    && endings.contains(&plain(scene, mark.words.clone()));
                Some(if is_ending { Name { first: Cow::Borrowed(""), ..name } } else { name })
            })
            .collect();
        let mut names = with_particles(scene, &order, names);
        let openings = openings(scene, &order, &names);
        for (mark, name) in order.iter().zip(&mut names) {
            if let Some(name) =
                name.as_mut().filter(|_| mark.words.len() > 1 && !openings.is_empty())
                && let Some(Some(long)) = openings.get(&plain(scene, mark.words.clone()))
            {
                (name.first, name.last) = (long.first.clone(), long.last.clone());
            }
        }
        addressed::settle(scene, &order, &openings, &mut names);
        let aliases = aliases(scene, &order, &mut names);
        let mut joined = Self {
            drafts: Vec::with_capacity(order.len() / 2),
            found: Vec::with_capacity(order.len() + scene.nested.len()),
        };
        let mut people = People::default();
        let ids = joined.full_names(scene, &order, &names, &mut people);
        joined.office_holders(input, scene, &order, &ids);
        let mut things = Things::new(scene, &order, places);
        let mut latest = None;
        for (index, ((mark, name), full)) in order.iter().zip(&names).zip(ids).enumerate() {
            let key = scene.words.key(mark.words.clone());
            let entity = match name {
                Some(name) => {
                    // "Andrés Lobo Ruiz (ALR)"
                    let alias = aliases.contains(&index);
                    if mark.reason == MentionReason::AcronymOf || alias {
                        people.surname(&name.last).alone = latest;
                    }
                    let person = joined.person(input, scene, mark, name, full, &mut people);
                    latest = Some(person);
                    person
                }
                None => {
                    let (whole, listed) = things.whole(mark, &key);
                    joined.thing(input, scene, (mark.kind, listed), &key, &whole, &mut things)
                }
            };
            joined.believe(input, scene, mark, entity);
            let short = name.as_ref().is_some_and(|name| name.first.is_empty());
            joined.push(scene, mark, &key, short, entity);
        }
        for inner in &scene.nested {
            let text = fold(inner.span.get(scene.words.text).unwrap_or(""), Folding::new());
            let kind = (inner.kind, inner.listed);
            let entity = joined.thing(input, scene, kind, &text, &text, &mut things);
            joined.found.push(Mention {
                span: inner.span,
                kind: inner.kind,
                form: MentionForm::Name,
                entity: Some(entity),
                reason: inner.reason,
            });
        }
        joined
    }

    pub(crate) fn draft(&mut self, kind: EntityKind, name: String) -> u32 {
        let id = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
        self.drafts.push(Draft {
            kind,
            name,
            fixed: false,
            gender: Gender::Unknown,
            link: None,
            roles: Vec::new(),
            mentions: 0,
            relative: false,
            otherwise: false,
            by_given: 0,
            latest: 0,
            surname: None,
        });
        id
    }

    fn person<'w>(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'w>,
        mark: &Mark,
        name: &Name<'w>,
        full: Option<u32>,
        people: &mut People<'w>,
    ) -> u32 {
        let id = full.unwrap_or_else(|| self.short_person(input, scene, mark, name, people));
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            draft.latest = mark.words.start;
        }
        let draft = self.drafts.get(id as usize);
        let gender = draft.map_or(Gender::Unknown, |draft| draft.gender);
        let relative = draft.is_some_and(|draft| draft.relative);
        let last = draft.and_then(|draft| draft.surname.clone()).map(Cow::Owned);
        let latest = &mut people.surname(last.as_ref().unwrap_or(&name.last)).latest;
        // "Mrs. Holm": the surname alone is rather another's.
        let courteous = mark.reason == MentionReason::Title
            && mark.words.len() == 1
            && mark.gender == Gender::Female
            && mark.roles.is_empty();
        // "Kiprel" of "Adan Kiprel Solo": his brother Tanu Solo is Solo.
        let otherwise = |id: u32| self.drafts.get(id as usize).is_some_and(|draft| draft.otherwise);
        let free = latest.any.is_none_or(otherwise);
        let child = |id: &u32| is_child(&self.drafts, *id);
        let free = free || latest.any.is_some_and(|latest| child(&latest));
        if !(relative || courteous || child(&id)) || free {
            latest.any = Some(id);
        }
        let mentions = |id: Option<u32>| {
            id.and_then(|id| self.drafts.get(id as usize)).map_or(0, |draft| draft.mentions)
        };
        latest.saw(id, mark.words.start, (gender, relative && last.is_some()), mentions);
        if full.is_some() {
            people.given.insert(name.first.clone(), id);
        }
        id
    }

    /// A name from a list of the caller's is linked to its entry there, whatever else has the name.
    fn believe(&mut self, input: &Input<'_>, scene: &Scene<'_>, mark: &Mark, id: u32) {
        if mark.reason != MentionReason::UserGazetteer {
            return;
        }
        let mut own = mark.listed.into_iter().flat_map(|name| scene.evidence.sources(name));
        let entry = own.find(|(list, _)| (*list as usize) < input.trusted);
        let entry = entry.and_then(|(list, name)| {
            let entry = input.gazetteers.get(list as usize)?.entries(name).next()?;
            Some(chosen(&entry))
        });
        if let (Some(entry), Some(draft)) = (entry, self.drafts.get_mut(id as usize)) {
            draft.name = entry.name.to_owned();
            draft.fixed = true;
            draft.link = Some(entry.link());
        }
    }

    fn push(&mut self, scene: &Scene<'_>, mark: &Mark, key: &str, short: bool, entity: u32) {
        let Some(draft) = self.drafts.get_mut(entity as usize) else { return };
        draft.mentions += 1;
        draft.roles.extend(mark.roles.iter().cloned());
        if draft.kind == EntityKind::Demonym && mark.kind == EntityKind::Place {
            draft.kind = EntityKind::Place;
            key.clone_into(&mut draft.name);
        }
        // "South Norland" is no other name of Norland.
        let part = mark.kind == EntityKind::Place
            && mark.words.len() > 1
            && scene.class(mark.words.start).any(Class::DIRECTION)
            && key.ends_with(&draft.name);
        // "Chief Holm" is no longer name of Ann Holm.
        let whole = short && mark.kind == EntityKind::Person && draft.name.contains(' ');
        let longer =
            key.len() > draft.name.len() && mark.kind == draft.kind && !draft.fixed && !whole;
        // "Britain" that is the United Kingdom farther down stays Britain; "U.S." is no name.
        let letters = draft.name.contains('.') || is_in_capitals(&draft.name, &draft.name);
        let other = mark.kind == EntityKind::Place && !letters && !key.contains(&draft.name);
        // "Banco Rural (Rural Bank of the South)": its own name stands first.
        let told = mark.reason == MentionReason::AcronymOf && mark.kind == EntityKind::Organization;
        let longer = longer && !part && !other && !told && !is_only_styled(&draft.name, key);
        // "WASHINGTON" of a dateline, "Washington" below it.
        let name = if longer { key } else { &draft.name };
        let small = name.bytes().any(|byte| byte.is_ascii_lowercase());
        let same = !small && is_in_capitals(key, name) && is_in_capitals(name, name);
        if longer || same {
            key.clone_into(&mut draft.name);
        }
        let short = short || mark.reason == MentionReason::ShortForm;
        self.found.push(Mention {
            span: scene.words.span(&mark.words),
            kind: mark.kind,
            form: if short { MentionForm::Short } else { MentionForm::Name },
            entity: Some(entity),
            reason: mark.reason,
        });
    }
}

/// The marks that are what the person named right before them is called. Such a name is whole.
fn aliases<'a>(scene: &Scene<'a>, order: &[&Mark], names: &mut [Option<Name<'a>>]) -> Set<usize> {
    let people = || order.iter().enumerate().filter(|(_, mark)| mark.kind == EntityKind::Person);
    let pairs = people().zip(people().skip(1));
    let found: Set<usize> = pairs
        .filter(|((_, whole), (_, alias))| scene.is_alias_of(alias, whole))
        .map(|(_, (index, _))| index)
        .collect();
    if found.is_empty() {
        return found;
    }
    let key = |mark: &Mark| plain(scene, mark.words.clone());
    let keys: Set<Cow<'_, str>> =
        found.iter().filter_map(|index| order.get(*index)).map(|mark| key(mark)).collect();
    for (mark, name) in order.iter().zip(names) {
        if let Some(name) = name
            && keys.contains(&key(mark))
        {
            (name.first, name.last) = (Cow::Borrowed(""), key(mark));
        }
    }
    found
}

/// Whether `text` in capitals is `name`.
fn is_in_capitals(text: &str, name: &str) -> bool {
    text.chars().flat_map(char::to_uppercase).eq(name.chars())
}

/// "Tom Holm III" and `Tom "Tiny" Holm` are no fuller names than "Tom Holm".
fn is_only_styled(name: &str, longer: &str) -> bool {
    let is_style = |word: &&str| {
        let bare = word.trim_end_matches([',', '.']);
        word.starts_with(['"', '“', '\'', '‘', '('])
            || matches!(bare, "Jr" | "Sr" | "II" | "III" | "IV")
    };
    name.contains(' ')
        && longer.split(' ').any(|word| is_style(&word))
        && longer
            .split(' ')
            .filter(|word| !is_style(word))
            .map(|word| word.trim_end_matches(','))
            .eq(name.split(' '))
}

/// "jr" of "Tom Holm Jr.".
fn generation(scene: &Scene<'_>, name: &Range<usize>) -> Option<&'static str> {
    let last = name.end.checked_sub(1).filter(|last| *last > name.start)?;
    let last = scene.words.lower(last).trim_end_matches('.');
    GENERATIONS.iter().find(|own| **own == last).copied()
}
