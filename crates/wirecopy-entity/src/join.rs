//! Which mentions are the same person; `things` says which are the same place or organisation.
//!
//! One pass over the marks learns every full name; a second, in order of the text, joins each short one
//! to the latest full name that fits, or else to a later one ("Mr. Bogdanov" before "Mikhail
//! Bogdanov"). Everything is looked up by surname, so the cost does not grow with the number of people.

use crate::called::{
    Name, Owners, endings, inner_surname, name, openings, other_names, plain, quoted_name,
    told_names, with_particles,
};
use crate::children::{self, is_child, parent, tells_of_children};
use crate::input::Input;
use crate::kin::Owner;
use crate::lexicon::Class;
use crate::link::{Chosen, Places, chosen};
use crate::listed::MOST_ENTRIES;
use crate::map::{Map, Set};
use crate::model::{EntityKind, Link, Mention, MentionForm, MentionReason};
use crate::nicknames::nicknames;
use crate::scene::{Gender, Mark, Scene};
use crate::settle::one_line;
use crate::things::Things;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use wirecopy_gazetteer::{Entry, EntryKind};
use wirecopy_text::{Folding, fold};

/// Full names of one surname among which the only man or woman is sought.
const MOST_NAMESAKES: usize = 16;

/// Within so many words a surname is the latest bearer's.
const NEAR_WORDS: usize = 40;

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

/// People of one surname: the latest, and the latest man and woman.
#[derive(Debug, Clone, Copy, Default)]
struct Latest {
    any: Option<u32>,
    /// The word where the latest stands.
    at: usize,
    /// The one with most mentions.
    main: Option<u32>,
    male: Bearer,
    female: Bearer,
}

/// Men, or women, of one surname.
#[derive(Debug, Clone, Copy, Default)]
struct Bearer {
    latest: Option<u32>,
    /// The word where the latest stands.
    at: usize,
    /// The one with most mentions.
    main: Option<u32>,
}

impl Bearer {
    /// Near the latest it is the latest; farther on the one who is named twice as often.
    fn at(self, word: usize, mentions: impl Fn(Option<u32>) -> usize) -> Option<u32> {
        let far = word.saturating_sub(self.at) > NEAR_WORDS / 2;
        let main = self.main.filter(|_| far && mentions(self.main) >= 2 * mentions(self.latest));
        main.or(self.latest)
    }
}

#[derive(Debug, Default)]
struct People<'a> {
    surnames: Map<Cow<'a, str>, Surname<'a>>,
    given: Map<Cow<'a, str>, u32>,
    /// First names, and the inner surnames of longer names, wherever the full name stands.
    inner: Map<Cow<'a, str>, u32>,
    /// Other words of names.
    other: Map<Cow<'a, str>, u32>,
}

/// The people of one surname.
#[derive(Debug, Default)]
struct Surname<'a> {
    /// By first name.
    full: BTreeMap<Cow<'a, str>, u32>,
    /// By its first letter.
    initial: BTreeMap<char, u32>,
    /// The first full name, for mentions that come before it.
    first: Option<u32>,
    latest: Latest,
    /// Of whom no full name is known.
    alone: Option<u32>,
}

impl<'a> People<'a> {
    fn surname(&mut self, last: &Cow<'a, str>) -> &mut Surname<'a> {
        self.surnames.entry(last.clone()).or_default()
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

    /// First pass: an entity for every full name of a person; `None` for all other marks.
    fn full_names<'w>(
        &mut self,
        scene: &Scene<'w>,
        order: &[&Mark],
        names: &[Option<Name<'w>>],
        people: &mut People<'w>,
    ) -> Vec<Option<u32>> {
        let mut ids = Vec::with_capacity(order.len());
        // First names of the document; few documents ask for them.
        let mut firsts: Option<Set<&str>> = None;
        let mut whole_names = None;
        let mut owners = Owners::default();
        let mut relatives: Set<Cow<'_, str>> = Set::default();
        for (index, (mark, own)) in order.iter().zip(names).enumerate() {
            let partner = order.get(index + 1).filter(|_| mark.reason == MentionReason::Couple);
            let couple = partner.filter(|_| own.is_some()).map(|partner| Name {
                first: plain(scene, mark.words.clone()),
                ..name(scene, &partner.words)
            });
            let kin = own.as_ref().and_then(|_| scene.kin_of(mark.words.start));
            let owner = kin.and_then(|kin| match kin.owner {
                Owner::Latest(gender) => names.get(owners.latest(gender)?)?.clone(),
                Owner::Mark(owner) => {
                    let start = scene.marks.get(owner)?.words.start;
                    let at = order.binary_search_by_key(&start, |mark| mark.words.start).ok()?;
                    names.get(at)?.clone()
                }
            });
            // "Rosa's husband, Jay", where the story has a Rosa Holm.
            let owner = owner.map(|owner| {
                if !owner.first.is_empty() {
                    return owner;
                }
                let full = whole_names.get_or_insert_with(|| by_first(names));
                let at = full.get(owner.last.as_ref());
                at.and_then(|at| names.get(*at)?.clone()).unwrap_or(owner)
            });
            let relative = own.as_ref().zip(owner.as_ref()).and_then(|(own, owner)| {
                let given = own.first.is_empty() && mark.words.len() == 1;
                if given {
                    relatives.insert(own.last.clone());
                }
                let all = || names.iter().flatten().map(|name| name.first.as_ref()).collect();
                let fits = given
                    && !firsts.get_or_insert_with(all).contains(own.last.as_ref())
                    && !people.surnames.contains_key(&own.last);
                fits.then(|| Name { first: own.last.clone(), ..owner.clone() })
            });
            let partner = partner.filter(|_| relative.is_none());
            let name = relative.as_ref().or(couple.as_ref()).or(own.as_ref());
            if let Some(own) = own.as_ref().filter(|own| own.first.is_empty() && relative.is_none())
                && let Some(id) = people.surnames.get(&own.last).and_then(|surname| surname.first)
                && let Some(draft) = self.drafts.get(id as usize)
            {
                owners.saw(index, draft.gender);
            }
            let Some(name) = name.filter(|name| !name.first.is_empty()) else {
                ids.push(None);
                continue;
            };
            let initial = name.first.chars().next().unwrap_or(' ');
            let short =
                name.first.trim_end_matches('.').chars().count() == 1 || name.first.contains('.');
            let surname = people.surname(&name.last);
            let generation = generation(scene, &mark.words);
            let of_it = |of: &str| Cow::Owned(format!("{} {of}", name.first));
            let told_apart = generation.is_some_and(|own| {
                let others = GENERATIONS.iter().filter(|other| **other != own);
                // "His son, Tom Holm Jr.,"
                !surname.full.contains_key(&of_it(own))
                    && (kin.is_some()
                        || others.clone().any(|other| surname.full.contains_key(&of_it(other))))
            });
            let own = generation.and_then(|own| surname.full.get(&of_it(own)).copied());
            let same = || surname.full.get(&name.first).copied().filter(|_| !told_apart);
            let known = own.or_else(same).or_else(|| {
                let id = *surname.initial.get(&initial)?;
                let other = self.drafts.get(id as usize)?;
                let other_short =
                    other.name.split(' ').next().is_some_and(|first| first.contains('.'));
                (short || other_short).then_some(id)
            });
            let known = known.filter(|_| !told_apart);
            let id = known.unwrap_or_else(|| {
                let mut whole = scene.words.key(mark.words.clone()).into_owned();
                if let Some(partner) = partner {
                    let last = partner.words.start + 1..partner.words.end;
                    whole = format!("{whole} {}", scene.words.key(last));
                }
                if relative.is_some() {
                    whole = format!("{whole} {}", scene.words.key(name.surname.clone()));
                }
                self.draft(EntityKind::Person, whole)
            });
            let is_new = !surname.full.contains_key(&name.first);
            surname.full.entry(name.first.clone()).or_insert(id);
            if let Some(own) = generation {
                surname.full.insert(of_it(own), id);
            }
            // `Tom "Tiny" Holm` is Tiny Holm, too.
            if let Some(nick) = quoted_name(scene, &mark.words) {
                surname.full.entry(nick).or_insert(id);
            }
            surname.initial.entry(initial).or_insert(id);
            surname.first.get_or_insert(id);
            people.inner.entry(name.first.clone()).or_insert(id);
            if let Some(surname) = inner_surname(scene, &mark.words) {
                people.inner.entry(surname).or_insert(id);
            }
            for name in other_names(scene, &mark.words) {
                people.other.entry(name).or_insert(id);
            }
            if let Some(name) = told_names(scene, &mark.words) {
                people.other.entry(name).or_insert(id);
            }
            for short in nicknames(&name.first).filter(|_| is_new) {
                people.other.entry(Cow::Owned(short.to_lowercase())).or_insert(id);
            }
            if let Some(draft) = self.drafts.get_mut(id as usize)
                && draft.gender == Gender::Unknown
            {
                draft.gender = match (mark.gender, kin) {
                    (Gender::Unknown, Some(kin)) => kin.gender,
                    (gender, _) => gender,
                };
            }
            if let Some(draft) = self.drafts.get_mut(id as usize) {
                if relative.is_some() {
                    draft.surname = Some(name.last.clone().into_owned());
                }
                let named = owner.as_ref().is_some_and(|owner| owner.last == name.last);
                draft.relative |= named || relatives.contains(&name.first);
                if !draft.relative && couple.is_none() {
                    owners.saw(index, draft.gender);
                }
            }
            ids.push(Some(id));
        }
        let families = || people.surnames.values().any(|family| family.full.len() > 1);
        if families() && tells_of_children(scene) {
            let families = people.surnames.iter().map(|(name, of)| (name, &of.full));
            children::count(&mut self.drafts, order, names, families);
        }
        ids
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
        latest.at = mark.words.start;
        let mentions = |id: Option<u32>| {
            id.and_then(|id| self.drafts.get(id as usize)).map_or(0, |draft| draft.mentions)
        };
        if mentions(Some(id)) + 1 >= mentions(latest.main) {
            latest.main = Some(id);
        }
        let bearer = match gender {
            Gender::Male => Some(&mut latest.male),
            Gender::Female => Some(&mut latest.female),
            Gender::Unknown => None,
        };
        if let Some(bearer) = bearer {
            bearer.latest = Some(id);
            bearer.at = mark.words.start;
            if mentions(Some(id)) + 1 > mentions(bearer.main) {
                bearer.main = Some(id);
            }
        }
        if full.is_some() {
            people.given.insert(name.first.clone(), id);
        }
        id
    }

    fn short_person<'w>(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'w>,
        mark: &Mark,
        name: &Name<'w>,
        people: &mut People<'w>,
    ) -> u32 {
        let given = people.given.get(&name.last).copied();
        let inner = people.inner.get(&name.last).copied();
        let other = people.other.get(&name.last).copied();
        let surname = people.surname(&name.last);
        // "King Hassan" is not called after his family: he is not President Omar Hassan.
        let given_name = scene.words.form(mark.words.start).given >= 3;
        let reigns = given_name && is_royal(scene, &mark.roles);
        let monarch = |id: &u32| {
            self.drafts.get(*id as usize).is_some_and(|draft| is_royal(scene, &draft.roles))
        };
        if mark.reason == MentionReason::Family {
            return *surname.alone.get_or_insert_with(|| {
                self.draft(EntityKind::Person, scene.words.key(mark.words.clone()).into_owned())
            });
        }
        // "Holm Jr."
        let behind = mark.words.start..mark.words.end + 1;
        let own =
            generation(scene, &mark.words).or_else(|| generation(scene, &behind)).and_then(|own| {
                let mut full = surname.full.iter().take(MOST_NAMESAKES);
                full.find(|(first, _)| {
                    first.strip_suffix(own).is_some_and(|rest| rest.ends_with(' '))
                })
            });
        if let Some((_, id)) = own {
            return *id;
        }
        let latest = surname.latest;
        let mentions = |id: Option<u32>| {
            id.and_then(|id| self.drafts.get(id as usize)).map_or(0, |draft| draft.mentions)
        };
        let by_gender = match mark.gender {
            Gender::Male => latest.male.at(mark.words.start, mentions),
            Gender::Female => latest.female.at(mark.words.start, mentions),
            Gender::Unknown => None,
        };
        let fits = |id: &u32| {
            let gender =
                self.drafts.get(*id as usize).map_or(Gender::Unknown, |draft| draft.gender);
            // "Suu Kyi" of "Aung San Suu Kyi", whatever the lists say of the first words.
            let several = mark.words.len() > 1;
            several
                || gender == Gender::Unknown
                || mark.gender == Gender::Unknown
                || gender == mark.gender
        };
        // "Mrs. Holm" before "Ana Holm": the one woman of that name, wherever she stands.
        let few = mark.gender != Gender::Unknown && surname.full.len() <= MOST_NAMESAKES;
        let mut alike = surname.full.values().copied().filter(|id| few && fits(id));
        let only = if few { alike.next() } else { None };
        let only = only.filter(|only| alike.all(|other| other == *only));
        let child = |id: &u32| is_child(&self.drafts, *id);
        let parent = parent(&self.drafts, surname.full.values(), mark.words.start, fits);
        // Far from the latest bearer of a surname, the one the story is about is meant.
        let far = mark.words.start.saturating_sub(latest.at) > NEAR_WORDS;
        let otherwise =
            |id: &u32| self.drafts.get(*id as usize).is_some_and(|draft| draft.otherwise);
        let main = latest.main.filter(|main| far && !otherwise(main) && !child(main));
        let ruler = || {
            let latest = latest.any.filter(monarch).or(surname.first.filter(monarch));
            latest.or(surname.alone).or(given).or(inner)
        };
        let named = by_gender
            .or(only)
            .or(parent)
            .or(main.filter(fits))
            .or(latest.any.filter(fits))
            .or(surname.first.filter(fits))
            .or(given.filter(fits))
            .or(inner.filter(fits))
            // "Mr. Yang" behind Yang Shangkun, whatever the lists say of a given name Yang.
            .or(given.filter(|_| mark.reason == MentionReason::Title))
            .or(surname.alone)
            .or(other.filter(fits));
        let known = if reigns { ruler() } else { named };
        let by_surname = surname.first.or(surname.alone).is_some();
        if let Some(id) = known {
            if let Some(draft) = self.drafts.get_mut(id as usize).filter(|_| !by_surname) {
                let first = draft.name.split(' ').next().unwrap_or("");
                let first = fold(first, Folding::new().case().diacritics()) == name.last;
                draft.otherwise |= !first;
            }
            return id;
        }
        let id = self.draft(EntityKind::Person, scene.words.key(mark.words.clone()).into_owned());
        surname.alone = Some(id);
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            draft.gender = mark.gender;
        }
        self.hold_office(input, scene, mark, id);
        // A surname with a full name in the document is its bearer's.
        let linked = self.drafts.get(id as usize).is_none_or(|draft| draft.link.is_some());
        if !linked
            && surname.first.is_none()
            && let Some((holder, gender)) = titled_holder(input, scene, mark, &name.last)
            && let Some(draft) = self.drafts.get_mut(id as usize)
        {
            draft.name = holder.name.to_owned();
            draft.fixed = true;
            draft.link = Some(holder.link());
            draft.gender = gender;
        }
        id
    }

    /// Links people who are named in full to the entry that fits the story's date.
    fn office_holders(
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

    fn hold_office(&mut self, input: &Input<'_>, scene: &Scene<'_>, mark: &Mark, id: u32) {
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
        let longer = key.len() > draft.name.len() && mark.kind == draft.kind && !draft.fixed;
        // "Britain" that is the United Kingdom farther down stays Britain; "U.S." is no name.
        let letters = draft.name.contains('.') || is_in_capitals(&draft.name, &draft.name);
        let other = mark.kind == EntityKind::Place && !letters && !key.contains(&draft.name);
        let longer = longer && !part && !other && !is_only_styled(&draft.name, key);
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

/// "jr" of "Tom Holm Jr.".
fn generation(scene: &Scene<'_>, name: &Range<usize>) -> Option<&'static str> {
    let last = name.end.checked_sub(1).filter(|last| *last > name.start)?;
    let last = scene.words.lower(last).trim_end_matches('.');
    GENERATIONS.iter().find(|own| **own == last).copied()
}

/// Which full name has a first name that nobody has as a surname.
fn by_first<'n>(names: &'n [Option<Name<'_>>]) -> Map<&'n str, usize> {
    let full = || names.iter().enumerate().filter_map(|(at, name)| Some((at, name.as_ref()?)));
    let full = || full().filter(|(_, name)| !name.first.is_empty());
    let lasts: Set<&str> = full().map(|(_, name)| name.last.as_ref()).collect();
    let mut firsts: Map<&str, usize> = Map::default();
    for (at, name) in full().filter(|(_, name)| !lasts.contains(name.first.as_ref())) {
        firsts.entry(name.first.as_ref()).or_insert(at);
    }
    firsts
}

/// The marks that are what the person named right before them is called. Such a name is whole.
fn aliases<'a>(scene: &Scene<'a>, order: &[&Mark], names: &mut [Option<Name<'a>>]) -> Set<usize> {
    let pairs = (1..).zip(order.windows(2));
    let found: Set<usize> = pairs
        .filter(|(_, pair)| matches!(pair, [whole, alias] if scene.is_alias_of(alias, whole)))
        .map(|(index, _)| index)
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

/// Whether a role is that of a monarch or of a monarch's family.
fn is_royal(scene: &Scene<'_>, roles: &[Range<usize>]) -> bool {
    let rank = |word: usize| {
        matches!(
            scene.words.lower(word),
            "king"
                | "queen"
                | "prince"
                | "princess"
                | "pope"
                | "emperor"
                | "empress"
                | "sultan"
                | "emir"
        )
    };
    roles.iter().any(|role| role.end.checked_sub(1).is_some_and(rank))
}

/// The roles beside a name, in lower case.
fn roles(scene: &Scene<'_>, mark: &Mark) -> Vec<String> {
    mark.roles.iter().map(|role| one_line(scene, role).to_lowercase()).collect()
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
