//! A speaker who is described: "the secretary of state", "the mayor", "the company".
//!
//! The nearest person whose role fits best; a body whose name has the noun ("the ministry"); of
//! relatives the one of the same surname; for "the official" whoever spoke last. Somebody without a
//! name who was introduced by the same noun stands before them all.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::introduced;
use super::name::Surnames;
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

/// Last words of names of bodies that "the company" does not mean.
const NO_COMPANY: [&str; 24] = [
    "ministry",
    "department",
    "agency",
    "court",
    "parliament",
    "senate",
    "house",
    "congress",
    "commission",
    "foundation",
    "institute",
    "association",
    "federation",
    "committee",
    "fund",
    "service",
    "office",
    "union",
    "party",
    "nations",
    "university",
    "police",
    "council",
    "reuters",
];

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
}

impl Body {
    fn new(name: &str) -> Self {
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_company = wirecopy_dateline::agency(name).is_none();
        Self {
            head: Description::new(name).map(|name| name.head),
            is_company: is_company && !NO_COMPANY.contains(&last.as_str()),
            last,
        }
    }

    /// Whether the noun is in the name.
    fn is_named(&self, noun: &str) -> bool {
        self.head.as_ref().is_some_and(|head| head == noun || self.last == noun)
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
        let nameless = discourse.introduced(&words.head);
        if words.determiner == Determiner::Indefinite {
            return self.ahead(words, span, discourse).map(|holder| vec![holder]);
        }
        if words.head == "counterpart" {
            let speaker = discourse.last_named_person()?;
            let mut others = discourse.people_before(span, REACH).map(|(person, _)| person);
            return others.find(|other| *other != speaker).map(|other| vec![other]);
        }
        if let Some(gender) = words.kin() {
            // "the widow", "the father of three": no relative of anybody.
            let alone = words.opens && words.determiner == Determiner::Definite;
            return relative(gender, discourse, surnames)
                .filter(|_| !alone)
                .or_else(|| discourse.last_person(span).filter(|_| alone && nameless.is_none()))
                .map(|person| vec![person]);
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
            .or_else(|| {
                let last = discourse.last_person(span).filter(|_| words.opens)?;
                let roles = self.of(last);
                let anybody = words.is_anybody() || discourse.is_nationality(span);
                (anybody || words.is_office() && roles.is_empty()).then_some(last)
            })
            .map(|holder| vec![holder])
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
        let known: Vec<u32> = story.people_before(span, REACH).map(|(entity, _)| entity).collect();
        let mut fitting = None;
        for mention in story.after(span).iter().take(AHEAD) {
            let Some(entity) = mention.entity.filter(|entity| !known.contains(entity)) else {
                continue;
            };
            let holds = self.fit(words, entity, is_name) > 0
                && self.of(entity).iter().any(|role| role.head == words.head);
            if holds && fitting.is_some_and(|other| other != entity) {
                return None;
            }
            fitting = fitting.or(holds.then_some(entity));
        }
        fitting
    }

    fn fit(&self, words: &Description, entity: u32, modifier_is_name: bool) -> u8 {
        let roles = self.of(entity);
        roles.iter().map(|role| words.fit(role, modifier_is_name)).max().unwrap_or(0)
    }

    /// "the two ministers", "both men", "the couple".
    fn several(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
        if !words.opens && words.head != "both" && !words.modifiers.iter().any(|w| w == "both") {
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
        let joint = matches!(
            words.head.as_str(),
            "two" | "couple" | "pair" | "duo" | "both" | "men" | "women"
        ) || words.modifiers.iter().any(|word| matches!(word.as_str(), "two" | "both"));
        let mut meant = match (holders.len(), joint) {
            (2, _) => holders,
            (_, true) if story.last_together().len() == 2 => story.last_together().to_vec(),
            (_, true) if people.len() == 2 => people.into_iter().take(2).collect(),
            _ => return None,
        };
        meant.sort_unstable();
        Some(meant)
    }

    /// The body that was mentioned last whose name has the noun, or any for "the company".
    fn body(&self, words: &Description, span: Span, story: &Discourse<'_>) -> Option<u32> {
        if words.determiner == Determiner::Indefinite {
            return None;
        }
        let bodies = |mention: &&Mention| mention.kind == EntityKind::Organization;
        let is_named =
            |entity: &u32| self.as_body(*entity).is_some_and(|body| body.is_named(&words.head));
        let is_introduced = |entity: u32| {
            let roles = self.of(entity);
            roles.iter().any(|role| role.head == words.head)
        };
        let before = story.before(span).iter().rev().take(REACH).filter(bodies);
        let by_name = before
            .clone()
            .filter_map(|mention| mention.entity)
            .find(|entity| is_named(entity) || is_introduced(*entity));
        let company = |entity: &u32| self.as_body(*entity).is_some_and(|body| body.is_company);
        by_name
            .or_else(|| {
                let any = words.is_any_body() && words.opens;
                let last = story.last_body().filter(|body| any && company(body));
                last.or_else(|| {
                    before.filter(|_| any).filter_map(|mention| mention.entity).find(company)
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

/// "his wife": who has the surname of the person who spoke last.
fn relative(gender: &str, story: &Discourse<'_>, surnames: &Surnames) -> Option<u32> {
    let person = story.last_named_person()?;
    let wanted = match gender {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    };
    let mut others = surnames.bearers(person).iter().copied().filter(|other| {
        let known = story.gender(*other);
        *other != person && (known.is_none() || wanted.is_none() || known == wanted)
    });
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
