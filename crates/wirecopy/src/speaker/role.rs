//! A speaker who is described: "the secretary of state", "the mayor", "the company".
//!
//! The nearest person whose role fits best; a body whose name has the noun ("the ministry"); of
//! relatives the one of the same surname; for "the official" whoever spoke last. Somebody without a
//! name who was introduced by the same noun stands before them all.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus;
use super::introduced;
use super::name::Surnames;
use super::nouns::{self, Noun, is};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, Entity, EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Mentions before a description that are asked.
const REACH: usize = 64;

/// Mentions behind it that are asked where nobody before it fits: "A judge ruled …" in a lede.
const AHEAD: usize = 32;

/// Roles of one person that are asked.
const ROLES: usize = 8;

/// Sentences in which somebody may be described before he is named.
const LEDE: usize = 5;

/// Sentences back within which two people are named who are then "the couple".
const PAIR: usize = 12;

/// The roles and bodies of the story, taken apart when they are first asked for.
pub(super) struct Roles<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    named: &'a Entities,
    roles: Vec<OnceCell<Vec<Description>>>,
    bodies: Vec<OnceCell<Body>>,
}

/// What a body's name says of it.
struct Body {
    /// The noun of the name, if it has one.
    head: Option<String>,
    /// The last word, in small letters.
    last: String,
    /// "The company" may mean it.
    is_company: bool,
    /// It is a news agency, which is told things.
    is_wire: bool,
    /// All words of its name, in small letters.
    words: Vec<String>,
}

impl Body {
    fn new(name: &str) -> Self {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let last = words.last().cloned().unwrap_or_default();
        let is_wire = wirecopy_dateline::agency(name).is_some();
        let head = Description::new(name).map(|name| name.head);
        let is_public = |noun: &str| is(noun, Noun::Public);
        Self {
            is_company: !is_wire && !is_public(&last) && !head.as_deref().is_some_and(is_public),
            head,
            is_wire,
            last,
            words,
        }
    }

    /// Whether the noun is in the name, and nothing is said that the name denies: "the ministry of
    /// trade" is no Foreign Ministry.
    fn is_named(&self, said: &Description) -> bool {
        let noun = said.head.as_str();
        let in_name = self.last == noun || self.head.as_deref() == Some(noun);
        in_name && said.complement.iter().all(|word| self.words.contains(word))
    }

    /// Whether what is said of it is in its name or tells nothing.
    fn has_all(&self, said: &Description) -> bool {
        said.modifiers.iter().all(|word| self.words.contains(word) || is(word, Noun::Filler))
    }

    /// Whether an office or agency of whatever name may be meant: one whose name has another such
    /// noun is not.
    fn may_be(&self, said: &Description) -> bool {
        let noun = said.head.as_str();
        let own = self.head.as_deref().filter(|head| is(head, Noun::Agency));
        let firm = is(&self.last, Noun::Firm);
        !self.is_wire
            && !firm
            && (is(noun, Noun::Wide)
                || own.map_or(is(noun, Noun::Nameless), |own| nouns::are_alike(own, noun)))
    }
}

impl<'a> Roles<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a Tokens, named: &'a Entities) -> Self {
        Self {
            text,
            tokens,
            named,
            roles: named.entities.iter().map(|_| OnceCell::new()).collect(),
            bodies: named.entities.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// The roles of an entity.
    fn of(&self, entity: u32) -> &[Description] {
        let index = entity as usize;
        let cell = self.roles.get(index).zip(self.named.entities.get(index));
        cell.map(|(cell, entity)| cell.get_or_init(|| self.read(index, entity)))
            .map_or(&[], Vec::as_slice)
    }

    fn read(&self, index: usize, entity: &Entity) -> Vec<Description> {
        let roles = entity.roles.iter().take(ROLES);
        let mut roles: Vec<_> = roles.filter_map(|role| Description::new(&role.text)).collect();
        if matches!(entity.kind, EntityKind::Person | EntityKind::Organization) {
            roles.extend(introduced::descriptions(index, self.text, self.tokens, self.named));
        }
        roles
    }

    /// The entity as a body.
    fn as_body(&self, entity: u32) -> Option<&Body> {
        let name = &self.named.entities.get(entity as usize)?.name;
        Some(self.bodies.get(entity as usize)?.get_or_init(|| Body::new(name)))
    }

    /// Whom the description at `span` means.
    pub(super) fn holder(
        &self,
        words: &Description,
        span: Span,
        discourse: &Discourse<'_>,
        surnames: &Surnames,
    ) -> Option<Vec<u32>> {
        if words.is_plural() {
            return self.several(words, span, discourse);
        }
        if words.determiner == Determiner::Indefinite {
            return self.ahead(words, span, discourse).map(|holder| vec![holder]);
        }
        if words.head == "counterpart" {
            let speaker = discourse.last_named_person()?;
            let mut others = discourse.people_before(span, REACH).map(|(person, _)| person);
            return others.find(|other| *other != speaker).map(|other| vec![other]);
        }
        let nameless = discourse.introduced(&words.head);
        if let Some(gender) = words.kin() {
            let relative = self.relative(words, gender, span, discourse, surnames);
            return relative
                .filter(|(_, at)| nameless.is_none_or(|since| since < *at))
                .map(|(person, _)| vec![person]);
        }
        let found = self
            .before(words, span, discourse)
            .filter(|(_, at)| nameless.is_none_or(|since| since < *at))
            .map(|(person, _)| person);
        if nameless.is_some() && found.is_none() {
            return None;
        }
        found
            .or_else(|| self.ahead(words, span, discourse))
            .or_else(|| self.body(words, span, discourse))
            .or_else(|| self.bearer(words, span, discourse))
            .map(|holder| vec![holder])
    }

    /// "the former teacher", "the official", "the Finn": whoever the story is at, where nothing that is
    /// known of that person speaks against it.
    fn bearer(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<u32> {
        if !words.opens {
            return None;
        }
        let is_nationality = story.is_nationality(span);
        if is_nationality && let Some(person) = focus::countryman(span, story) {
            return Some(person);
        }
        let focus = focus::Focus::new(span, story)?;
        let known = self.of(focus.person);
        let is_other = |wanted| story.gender(focus.person).is_some_and(|is| is != wanted);
        if words.gender().is_some_and(is_other)
            || is_nationality && focus::has_other_land(focus.person, span, story)
        {
            return None;
        }
        // "the agency's chief", "the Kremlin official": the noun fits, and no land is named.
        let in_general =
            || !story.holds_land(span) && known.iter().any(|role| words.fits_in_general(role));
        let is_new = || story.is_new_noun(&words.head, span);
        let epithet = || {
            words.is_somebody()
                && (words.tells_more()
                    || known.is_empty() && !words.is_expected() && is_new()
                    || focus.is_alone
                        && !words.is_expected()
                        && self.suits(words, known)
                        && is_new())
        };
        let is_meant = words.is_anybody()
            || is_nationality
            || words.is_office() && known.is_empty()
            || in_general()
            || epithet();
        is_meant.then_some(focus.person)
    }

    /// Whether somebody with the roles may be called so, too: a minister is no mayor, but a geologist
    /// may be a professor.
    fn suits(&self, words: &Description, roles: &[Description]) -> bool {
        let is_taken = |role: &Description| role.is_office() || role.is_expected();
        !words.is_office() || !roles.iter().any(is_taken)
    }

    /// "his wife", "the driver's wife", "the widow", "the father of three": somebody introduced by
    /// that noun, who has the surname of whose relative he is, or, without an owner, whoever of that
    /// gender spoke last; and where.
    fn relative(
        &self,
        words: &Description,
        gender: &str,
        span: Span,
        story: &Discourse<'_>,
        surnames: &Surnames,
    ) -> Option<(u32, u32)> {
        let wanted = match gender {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            _ => None,
        };
        let suits = |person: u32| {
            wanted.is_none_or(|wanted| story.gender(person).is_none_or(|is| is == wanted))
        };
        let introduced = self.before(words, span, story).filter(|(person, _)| suits(*person));
        if introduced.is_some() {
            return introduced;
        }
        let here = |person| (person, span.start());
        match &words.owner {
            Some(owner) => {
                let owner = Description::new(owner).filter(|owner| owner.kin().is_none())?;
                let owner = self.holder(&owner, span, story, surnames)?;
                let [owner] = owner.as_slice() else { return None };
                one_of_family(*owner, surnames, suits).map(here)
            }
            None if words.opens && words.determiner == Determiner::Definite => {
                story.last_person_of(span, suits).map(here)
            }
            None => one_of_family(story.last_named_person()?, surnames, suits).map(here),
        }
    }

    /// The best fit among the people before `span`, the nearest of equals, and where.
    fn before(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<(u32, u32)> {
        let is_name = story.holds_name(span);
        let mut best: Option<(u8, u32, u32)> = None;
        for (entity, at) in story.people_before(span, REACH) {
            let fit = self.fit(words, entity, is_name);
            if fit > best.map_or(0, |(top, ..)| top) {
                best = Some((fit, entity, at));
            }
        }
        best.map(|(_, entity, at)| (entity, at))
    }

    /// The only person behind `span` who fits, if the story has not begun to use names for it yet.
    fn ahead(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let early = story.sentence(span) < LEDE;
        if !early || story.is_quoted(span) {
            return None;
        }
        let is_name = story.holds_name(span);
        let landless = words.without(&story.lands_in(span));
        let known: Vec<u32> = story.people_before(span, REACH).map(|(entity, _)| entity).collect();
        let mut fitting = None;
        for mention in story.after(span).iter().take(AHEAD) {
            let Some(entity) = mention.entity.filter(|entity| !known.contains(entity)) else {
                continue;
            };
            let holds = (self.fit(words, entity, is_name) > 0
                || self.fits_landless(&landless, entity, story))
                && self.of(entity).iter().any(|role| role.head == words.head);
            if holds && fitting.is_some_and(|other| other != entity) {
                return None;
            }
            fitting = fitting.or(holds.then_some(entity));
        }
        fitting
    }

    /// "Norland's foreign minister … Foreign Minister Ann Holm": the land goes without saying later.
    fn fits_landless(&self, words: &Description, entity: u32, story: &Discourse<'_>) -> bool {
        let Some(entity) = self.named.entities.get(entity as usize) else { return false };
        let mut roles = entity.roles.iter().take(ROLES);
        roles.any(|role| {
            !story.holds_land(role.span)
                && Description::new(&role.text).is_some_and(|role| words.fit(&role, true) > 0)
        })
    }

    /// Of two of one surname the one meant by "the younger" or "the elder": a son is younger than
    /// whose son he is.
    pub(super) fn by_age(&self, is_younger: bool, bearers: &[u32]) -> Option<u32> {
        let has = |bearer: u32, noun: Noun| self.of(bearer).iter().any(|role| is(&role.head, noun));
        let [first, second] = bearers else { return None };
        let (first, second) = (*first, *second);
        let younger = match () {
            () if has(first, Noun::Younger) || has(second, Noun::Older) => first,
            () if has(second, Noun::Younger) || has(first, Noun::Older) => second,
            () => return None,
        };
        Some(if (younger == first) == is_younger { first } else { second })
    }

    fn fit(&self, words: &Description, entity: u32, modifier_is_name: bool) -> u8 {
        let roles = self.of(entity);
        roles.iter().map(|role| words.fit(role, modifier_is_name)).max().unwrap_or(0)
    }

    /// "the two ministers", "both men", "the couple".
    fn several(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
        let has =
            |wanted: &str| words.head == wanted || words.modifiers.iter().any(|w| w == wanted);
        if !words.opens && !has("both") {
            return None;
        }
        let mut one = words.clone();
        one.head.truncate(words.head.trim_end_matches('s').len());
        one.modifiers.retain(|word| !matches!(word.as_str(), "two" | "both"));
        let mut holders: Vec<u32> = Vec::new();
        let mut people: Vec<u32> = Vec::new();
        for (entity, _) in story.people_before(span, REACH) {
            if self.fit(&one, entity, false) > 0 && !holders.contains(&entity) {
                holders.push(entity);
            }
            if !people.contains(&entity) {
                people.push(entity);
            }
        }
        let family = matches!(
            words.head.as_str(),
            "couple" | "pair" | "duo" | "brothers" | "sisters" | "siblings" | "twins" | "parents"
        );
        let joint = family || has("two") || has("both") || has("men") || has("women");
        let together = story.last_together();
        let again = together.len() == 2 && story.is_together_as(&one.head);
        let mut meant = match (holders.len(), joint) {
            (2, _) => holders,
            _ if again => together.to_vec(),
            (_, true) if together.len() == 2 => together.to_vec(),
            (_, true) if people.len() == 2 => people,
            (_, true) if family => self.pair_before(span, story)?,
            (0, _) if people.is_empty() => return pair_ahead(span, joint, story),
            _ => return None,
        };
        meant.sort_unstable();
        Some(meant)
    }

    /// "Teruo Hara … His wife Emi …": the nearest who was introduced as a spouse, with whom the story
    /// named before; or the nearest two who are named together.
    fn pair_before(&self, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
        let mut people = story.people_before(span, REACH).map(|(person, _)| person);
        let spouse = people.find(|person| {
            self.of(*person).iter().any(|role| {
                role.determiner == Determiner::Possessive && is(&role.head, Noun::Spouse)
            })
        });
        match spouse {
            Some(spouse) => {
                let other = people.find(|person| *person != spouse)?;
                Some(vec![other, spouse])
            }
            None => super::pronoun::joined_before(span, story, PAIR),
        }
    }

    /// The body that was mentioned last whose name has the noun, or any for "the company".
    fn body(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<u32> {
        if words.determiner == Determiner::Indefinite {
            return None;
        }
        let bodies = |mention: &&Mention| mention.kind == EntityKind::Organization;
        let is_named =
            |entity: &u32| self.as_body(*entity).is_some_and(|body| body.is_named(words));
        let is_introduced = |entity: u32| {
            let roles = self.of(entity);
            roles.iter().any(|role| words.fit(role, false) > 0)
        };
        let before = story.before(span).iter().rev().take(REACH).filter(bodies);
        let by_name = before
            .clone()
            .filter_map(|mention| mention.entity)
            .find(|entity| is_named(entity) || is_introduced(*entity));
        let is_alone = words.opens && words.complement.is_empty() && words.owner.is_none();
        let any_company = words.is_any_body() && is_alone;
        let any_agency = words.is_any_agency() && is_alone;
        let foreign = story.holds_land(span);
        let suits = |entity: &u32| {
            self.as_body(*entity).is_some_and(|body| {
                any_company && body.is_company
                    || any_agency && body.may_be(words) && (foreign || body.has_all(words))
            })
        };
        by_name
            .or_else(|| {
                let any = any_company || any_agency;
                let last = story.last_body().filter(|body| any && suits(body));
                last.or_else(|| {
                    let untold =
                        before.filter(|mention| any_company && !story.is_told(mention.span));
                    untold.filter_map(|mention| mention.entity).find(suits)
                })
            })
            .or_else(|| self.body_ahead(words, span, story, is_named))
    }

    /// "Ministry urges …" in a headline: the body is named below.
    fn body_ahead(
        &self,
        words: &Description,
        span: Span,
        story: &Discourse<'_>,
        is_named: impl Fn(&u32) -> bool,
    ) -> Option<u32> {
        if story.sentence(span) >= LEDE || !words.modifiers.is_empty() {
            return None;
        }
        let bodies = story.after(span).iter().take(AHEAD);
        bodies
            .filter(|mention| {
                mention.kind == EntityKind::Organization && mention.form == MentionForm::Name
            })
            .filter_map(|mention| mention.entity)
            .find(is_named)
    }
}

/// "The foreign ministers of A and B agreed …": the two whom the story then names together, before
/// anybody else.
fn pair_ahead(span: Span, joint: bool, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let two = joint || span.of(story.text).contains(" and ");
    if !two || story.sentence(span) >= LEDE || story.is_quoted(span) {
        return None;
    }
    let people = story.after(span).iter().take(AHEAD);
    let first = people.clone().find(|mention| mention.kind == EntityKind::Person)?;
    let pair = super::pronoun::joined_from(first.span, story)?;
    (pair.len() == 2).then_some(pair)
}

/// The only other bearer of a person's surname who may be meant.
fn one_of_family(person: u32, surnames: &Surnames, suits: impl Fn(u32) -> bool) -> Option<u32> {
    let bearers = surnames.bearers(person).iter().copied();
    let mut others = bearers.filter(|other| *other != person && suits(*other));
    let first = others.next()?;
    others.next().is_none().then_some(first)
}

/// Nouns by which somebody without a name was introduced, and where.
#[derive(Debug, Default)]
pub(super) struct Introduced(BTreeMap<String, u32>);

impl Introduced {
    pub(super) fn add(&mut self, noun: &str, at: u32) {
        self.0.insert(noun.to_owned(), at);
    }

    pub(super) fn at(&self, noun: &str) -> Option<u32> {
        self.0.get(noun).copied()
    }
}
