//! A speaker who is described: "the secretary of state", "the mayor", "the company".
//!
//! The nearest person whose role fits best; a body whose name has the noun ("the ministry"); of
//! relatives the one of the same surname (`relatives.rs`); for "the official" whoever spoke last. Somebody without a
//! name who was introduced by the same noun stands before them all.

use super::antecedent;
use super::bodies::Body;
use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus;
use super::introduced;
use super::lede::{self, Lede};
use super::lexicon::Word;
use super::mine;
use super::name::Surnames;
use super::pronoun;
use super::relatives::owner;
use super::traits;
use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, Entity, EntityKind, Gender, MentionForm};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Mentions before a description that are asked.
pub(super) const REACH: usize = 64;

/// Mentions behind it that are asked where nobody before it fits: "A judge ruled …" in a lede.
pub(super) const AHEAD: usize = 32;

/// What fits word for word ([`Description::fit`]).
const BEST: u8 = 3;

/// Roles of one person that are asked.
const ROLES: usize = 8;

/// Sentences in which somebody may be described before he is named.
pub(super) const LEDE: usize = 5;

/// Sentences behind one that tells of somebody in which that one is named.
const NEXT: usize = 2;
const SUBJECTS: usize = 3;

/// Sentences within which a noun means whom it has meant before.
const AGAIN: usize = 24;

/// Sentences back in which a bride is sought.
const NEAR: usize = 4;

/// Letters of an office: "CEO".
const LETTERS: usize = 5;

/// The roles and bodies of the story, taken apart when they are first asked for.
pub(super) struct Roles<'a> {
    pub(super) text: &'a str,
    tokens: &'a Tokens,
    pub(super) named: &'a Entities,
    roles: Vec<OnceCell<Vec<Description<'a>>>>,
    pub(super) bodies: Vec<OnceCell<Body<'a>>>,
    /// Who is told of in the first sentence before the name comes.
    lede: OnceCell<Option<Lede<'a>>>,
}

impl<'a> Roles<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a Tokens, named: &'a Entities) -> Self {
        Self {
            text,
            tokens,
            named,
            roles: named.entities.iter().map(|_| OnceCell::new()).collect(),
            bodies: named.entities.iter().map(|_| OnceCell::new()).collect(),
            lede: OnceCell::new(),
        }
    }

    /// The roles of an entity.
    pub(super) fn of(&self, entity: u32) -> &[Description<'a>] {
        let index = entity as usize;
        let cell = self.roles.get(index).zip(self.named.entities.get(index));
        cell.map(|(cell, entity)| cell.get_or_init(|| self.read(index, entity)))
            .map_or(&[], Vec::as_slice)
    }

    /// A man or a woman, as the roles of a person tell: "spokeswoman", "his daughter".
    pub(super) fn gender(&self, index: u32, entity: &Entity) -> Option<Gender> {
        if entity.kind != EntityKind::Person {
            return None;
        }
        let words = || entity.roles.iter().take(ROLES).flat_map(|role| role.text.split(' '));
        if words().any(|word| word.ends_with("woman")) {
            return Some(Gender::Female);
        }
        self.of(index).iter().find_map(Description::gender)
    }

    fn read(&self, index: usize, entity: &'a Entity) -> Vec<Description<'a>> {
        let roles = entity.roles.iter().take(ROLES);
        let mut roles: Vec<_> = roles.filter_map(|role| Description::new(&role.text)).collect();
        if matches!(entity.kind, EntityKind::Person | EntityKind::Organization) {
            roles.extend(introduced::descriptions(index, self.text, self.tokens, self.named));
        }
        let lede = self.lede.get_or_init(|| lede::read(self.text, self.tokens, self.named));
        let lede = lede.filter(|lede| lede.person as usize == index);
        roles.extend(lede.and_then(|lede| Description::new(lede.words)));
        roles
    }

    /// "A keeper was bitten because | he": whom the story opens with, where it has named nobody yet.
    pub(super) fn he_of_lede(
        &self,
        pronoun: &str,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let gender = match pronoun {
            "he" | "He" | "his" | "him" => Gender::Male,
            "she" | "She" | "her" => Gender::Female,
            _ => return None,
        };
        let near = story.sentence(span) < LEDE && !story.is_within_words();
        if !near || story.people_before(span, REACH).any(|(who, _)| story.author != Some(who)) {
            return None;
        }
        let lede = self.lede.get_or_init(|| lede::read(self.text, self.tokens, self.named));
        let lede = lede.filter(|lede| lede.at < span.start())?;
        let sentence = story.sentence(Span::empty_at(lede.at)) + 1 >= story.sentence(span);
        let fits = story.gender(lede.person).is_none_or(|is| is == gender);
        (sentence && fits).then_some(lede.person)
    }

    /// Whom the description at `span` means.
    pub(super) fn holder(
        &self,
        words: &Description<'_>,
        span: Span,
        discourse: &Discourse<'_>,
        surnames: &Surnames,
    ) -> Option<Vec<u32>> {
        if words.is_plural() {
            return self.together(words, span, discourse);
        }
        let lede = self.lede.get_or_init(|| lede::read(self.text, self.tokens, self.named));
        if let Some(lede) = lede.filter(|lede| lede.at == span.start()) {
            return Some(vec![lede.person]);
        }
        if words.determiner == Determiner::Indefinite {
            let person = self.ahead(words, span, discourse);
            let holder = person
                .or_else(|| self.body_ahead(words, span, discourse))
                .or_else(|| self.company_ahead(words, span, discourse))
                .or_else(|| self.subject_ahead(words, span, discourse));
            return holder.map(|holder| vec![holder]);
        }
        if words.head == "counterpart" {
            let speaker = discourse.last_named_person()?;
            let mut others = discourse.people_before(span, REACH).map(|(person, _)| person);
            return others.find(|other| *other != speaker).map(|other| vec![other]);
        }
        if words.is(Word::Peer) && words.determiner == Determiner::Possessive {
            let peer = self.peer(words, span, discourse);
            if peer.is_some() || !words.is_expected() && !words.is(Word::Any) {
                return peer.map(|other| vec![other]);
            }
        }
        if mine::is_own(words, span, discourse) {
            return self.mine(words, span, discourse).map(|person| vec![person]);
        }
        if let Some(body) = self.of_owner(words, span, discourse) {
            return Some(vec![body]);
        }
        if let Some(former) = self.predecessor(words, span, discourse) {
            return Some(vec![former]);
        }
        let nameless = discourse.introduced(&words.head);
        if let Some(gender) = words.kin() {
            let relative = self.relative(words, gender, span, discourse, surnames);
            return relative
                .filter(|(_, at)| nameless.is_none_or(|since| since < *at))
                .map(|(person, _)| vec![person]);
        }
        let phrase = span.of(discourse.text);
        // "The board" is nobody whose office is "of the board".
        let body = words.is_any_agency() && !words.is_personal();
        let of_age = self.by_years(words, span, discourse);
        let found = of_age
            .or_else(|| self.before(words, span, discourse))
            .filter(|_| !body)
            .filter(|(_, at)| nameless.is_none_or(|since| since < *at))
            .filter(|(person, _)| nameless.is_none() || !self.presides_over_body(*person, words))
            .map(|(person, _)| match of_age {
                Some(_) => person,
                None => self.nearer(person, words, span, discourse).unwrap_or(person),
            });
        if nameless.is_some() && found.is_none() {
            let named = self.named_since(words, nameless, span, discourse);
            return named.map(|person| vec![person]);
        }
        found
            .or_else(|| self.by_trade(words, span, discourse))
            .or_else(|| self.by_deed(words, span, discourse))
            .or_else(|| self.again(words, span, discourse))
            .or_else(|| self.ahead(words, span, discourse))
            .or_else(|| self.told_within(words, span, discourse))
            .or_else(|| self.body(words, span, discourse))
            .or_else(|| self.in_court(words, span, discourse))
            .or_else(|| self.bearer(words, span, discourse))
            .or_else(|| {
                self.subject_ahead(words, span, discourse).filter(|_| is_new(words, phrase))
            })
            .map(|holder| vec![holder])
    }

    /// "Its chief executive said … “It rained,” Ann Holm said. … the chief executive said": whom the lede tells of
    /// without a name is named behind it, and the story is at that one.
    fn named_since(
        &self,
        words: &Description<'_>,
        nameless: Option<u32>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let at = nameless.filter(|at| story.sentence(Span::empty_at(*at)) < LEDE)?;
        let person = self.bearer(words, span, story)?;
        let first = self.named.entities.get(person as usize)?.mentions.first()?;
        let first = self.named.mentions.get(*first as usize)?.span;
        let free = self.of(person).iter().all(|role| words.fits_in_general(role));
        (free && first.start() > at && !story.is_within_words()).then_some(person)
    }

    /// "The president may order it. … Ann Holm, president of the union, … The president": of the land, and no union's.
    fn presides_over_body(&self, person: u32, words: &Description<'_>) -> bool {
        let mut roles = self.of(person).iter().filter(|role| role.head == "president").peekable();
        roles.peek().is_some() && roles.all(|role| words.is_other_president(role))
    }

    /// "The adjudicator said … the adjudicator": whom the noun has meant before in the story.
    fn again(&self, words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let plain = words.opens
            && words.determiner == Determiner::Definite
            && words.owner.is_none()
            && words.complement.is_empty()
            && !words.is(Word::Hidden)
            && !words.is_anybody();
        let (person, at) = story.meant_by(&words.head).filter(|_| plain)?;
        let near = story.sentence(span).saturating_sub(story.sentence(Span::empty_at(at))) <= AGAIN;
        near.then_some(person)
    }

    /// "Berg lost to Holm. … his opponent said": who is introduced so, or else the other of two.
    fn peer(&self, words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let owner = owner(span, story)?;
        if let Some((found, _)) = self.before(words, span, story).filter(|(who, _)| *who != owner) {
            return Some(found);
        }
        if let Some(other) = self.whose(owner, |role| role.is(Word::Peer), story) {
            return Some(other);
        }
        let parts = antecedent::backwards(span, story, NEAR).skip(1);
        let mut others: Vec<u32> = Vec::new();
        let mut is_beside = false;
        for part in parts {
            let people = antecedent::people(part, story);
            is_beside |= people.iter().any(|(_, who)| *who == Some(owner))
                && people.iter().any(|(_, who)| who.is_some_and(|who| who != owner));
            for (_, who) in people {
                let who = who?;
                if who != owner && !others.contains(&who) {
                    others.push(who);
                }
            }
        }
        match others.as_slice() {
            [only] if is_beside && story.introduced(&words.head).is_none() => Some(*only),
            _ => self.other_of_two(words, owner, span, story),
        }
    }

    /// The other where the story has named two and nobody without a name has come in by that noun.
    fn other_of_two(
        &self,
        words: &Description<'_>,
        owner: u32,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let people = || story.people_before(span, REACH).map(|(person, _)| person);
        let first = people().find(|person| *person != owner)?;
        let only = people().all(|person| person == first || person == owner);
        let is_free = story.introduced(&words.head).is_none() && !story.is_within_words();
        (only && is_free && traits::is_of_sex(first, words, story)).then_some(first)
    }

    /// "Premier Holm scrapped what her predecessor, Tom Berg, had built. … the former premier said" is Berg.
    fn predecessor(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let was = |words: &Description<'_>| {
            words.modifiers.iter().any(|word| matches!(&**word, "former" | "ex" | "previous"))
        };
        if !was(words) || !words.is_office() || !words.opens {
            return None;
        }
        let is_former =
            |person: u32| self.of(person).iter().any(|role| was(role) && role.head == words.head);
        let people = || story.people_before(span, REACH).map(|(person, _)| person);
        if people().any(is_former) {
            return None;
        }
        people().find(|person| self.of(*person).iter().any(|role| role.head == "predecessor"))
    }

    /// "A friend of the skipper waited on Monday. Ann Holm, 22, …": whoever is told of in the lede before he is
    /// named opens a sentence behind.
    fn subject_ahead(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let here = story.sentence(span);
        let is_one = words.is_personal()
            && !words.is_plural()
            && !words.is_office()
            && !words.is_expected()
            && !words.is(Word::Hidden)
            && !words.is(Word::Vague)
            && words.determiner != Determiner::Possessive;
        // "a corporal who called himself Holm" is named already.
        let names = span.of(story.text).split_whitespace().any(|w| matches!(w, "called" | "named"));
        if here >= LEDE || !is_one || names || story.is_quoted(span) {
            return None;
        }
        let sentences = story.tokens.sentences().get(here + 1..)?.iter().take(SUBJECTS);
        let name = sentences.filter_map(|sentence| {
            let first = super::mentions_in(self.named, sentence.span()).first()?;
            let opens = first.span.start() == sentence.span().start();
            (opens && first.kind == EntityKind::Person && first.form == MentionForm::Name)
                .then_some(first)
        });
        let person = name.filter_map(|name| name.entity).next()?;
        let is_new = story.people_before(span, REACH).all(|(known, _)| known != person);
        let fits =
            words.gender().is_none_or(|wanted| story.gender(person).is_none_or(|is| is == wanted));
        let known = self.of(person);
        let known = known.is_empty() || known.iter().any(|role| words.fits_in_general(role));
        (is_new && fits && (known || words.gender().is_some())).then_some(person)
    }

    /// "Ana Ruiz now heads the health ministry. … the minister said": whom the paragraph is about and of
    /// whom no office is told comes before a premier who was named long ago.
    fn nearer(
        &self,
        person: u32,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let is_same = |role: &Description<'_>| role.head == words.head;
        if !words.is_office() || !words.opens || self.of(person).iter().any(is_same) {
            return None;
        }
        let focus = focus::Focus::new(span, story).filter(|focus| focus.is_alone)?;
        let known = self.of(focus.person);
        let is_free = focus.person != person && self.suits(words, known);
        is_free.then_some(focus.person)
    }

    /// Whether somebody with the roles may be called so, too: a minister is no mayor, but a geologist
    /// may be a professor.
    pub(super) fn suits(&self, words: &Description<'_>, roles: &[Description<'_>]) -> bool {
        // "the senator" may be a committee's chairman.
        let sits = words.is(Word::Seat);
        let leads = |role: &Description<'_>| {
            role.is(Word::Speaks) || matches!(&*role.head, "head" | "leader" | "chief" | "whip")
        };
        let is_taken = |role: &Description<'_>| {
            (role.is_office() || role.is_expected())
                && !(sits && !role.is(Word::Seat) && leads(role))
        };
        !words.is_office() || !roles.iter().any(is_taken)
    }

    /// The best fit among the people before `span`, the nearest of equals, and where.
    pub(super) fn before(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<(u32, u32)> {
        let is_name = story.holds_name(span);
        let landless = is_name.then(|| words.without(&story.lands_in(span)));
        let landless = landless.filter(|without| without.modifiers.len() < words.modifiers.len());
        // "The chief asked us," said Ann Holm: hers is hardly the director whom the story has named.
        let least = u8::from(story.is_within_words());
        let its = pronoun::owner_body(span, story);
        let mut best: Option<(u8, u32, u32)> = None;
        for (entity, at) in story.people_before(span, REACH) {
            if its.is_some_and(|its| focus::is_of_another(entity, its, story)) {
                continue;
            }
            let fit = match (self.fit(words, entity, is_name), &landless) {
                (0, Some(landless)) if focus::has_land(entity, span, story) => {
                    self.fit(landless, entity, false)
                }
                (fit, _) => fit,
            };
            if fit > best.map_or(least, |(top, ..)| top) {
                best = Some((fit, entity, at));
            }
            if fit == BEST {
                break;
            }
        }
        let best = best.map(|(_, entity, at)| (entity, at));
        best.or_else(|| {
            let landless = landless.as_ref().filter(|words| words.is_office())?;
            let mut people = story.people_before(span, REACH);
            people.find(|(person, _)| {
                self.fit(landless, *person, false) > 0 && focus::may_be_of(*person, span, story)
            })
        })
    }

    /// The only person behind `span` who fits, if the story has not begun to use names for it yet.
    fn ahead(&self, words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let here = story.sentence(span);
        let early = here < LEDE;
        // "A guild spokesman said … “It rained,” said spokesman Tom Berg."
        let next = words.determiner == Determiner::Indefinite;
        if !(early || next) || story.is_quoted(span) {
            return None;
        }
        let is_name = story.holds_name(span);
        let landless = LazyCell::new(|| words.without(&story.lands_in(span)));
        let known: Vec<u32> = story.people_before(span, REACH).map(|(entity, _)| entity).collect();
        let mut fitting = None;
        for mention in story.after(span).iter().take(AHEAD) {
            if !early && story.sentence(mention.span) > here + NEXT {
                break;
            }
            let Some(entity) = mention.entity.filter(|entity| !known.contains(entity)) else {
                continue;
            };
            let is_same =
                |role: &Description<'_>| role.head == words.head && !words.is_other_president(role);
            let holds = self.of(entity).iter().any(is_same)
                && (self.fit(words, entity, is_name) > 0
                    || self.fits_landless(&landless, entity, story));
            if holds && fitting.is_some_and(|other| other != entity) {
                return None;
            }
            fitting = fitting.or(holds.then_some(entity));
        }
        fitting
    }

    /// "the PRO" is the nearest "Public Relations Officer" before, or, in a headline, behind.
    pub(super) fn by_office_letters(
        &self,
        words: &str,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let letters = ["the ", "The "].iter().find_map(|the| words.strip_prefix(the));
        let letters = letters.unwrap_or(words);
        let is_short = (2..=LETTERS).contains(&letters.len());
        if !is_short || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        // "the EU": a body that the story or a list knows.
        let mut inside = super::mentions_in(self.named, span).iter();
        let is_known = inside.any(|mention| {
            let entity = mention.entity.and_then(|entity| self.named.entities.get(entity as usize));
            mention.kind != EntityKind::Person
                && entity.is_none_or(|entity| entity.link.is_some() || entity.name != letters)
        });
        if is_known {
            return None;
        }
        let holds = |person: &u32| {
            let entity = self.named.entities.get(*person as usize);
            let mut roles = entity.into_iter().flat_map(|entity| entity.roles.iter().take(ROLES));
            // "Public Relations Officer", "Health CS"
            roles.any(|role| {
                let last = role.text.rsplit(' ').next();
                initials(&role.text).ends_with(letters) || last == Some(letters)
            })
        };
        let before = story.people_before(span, REACH).map(|(person, _)| person).find(holds);
        before.or_else(|| {
            let ahead =
                story.after(span).iter().take(AHEAD).filter(|_| story.sentence(span) < LEDE);
            let people = ahead.filter(|mention| mention.kind == EntityKind::Person);
            people.filter_map(|mention| mention.entity).find(holds)
        })
    }

    /// "Norland's foreign minister … Foreign Minister Ann Holm": the land goes without saying later.
    fn fits_landless(&self, words: &Description<'_>, entity: u32, story: &Discourse<'_>) -> bool {
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
        let called = |bearer: u32, ends: [&str; 2]| {
            let entity = self.named.entities.get(bearer as usize);
            entity.is_some_and(|entity| ends.iter().any(|end| entity.name.ends_with(end)))
        };
        let has = |bearer: u32, what: Word| {
            let ends = if what == Word::Younger { [" Jr.", " Jr"] } else { [" Sr.", " Sr"] };
            called(bearer, ends) || self.of(bearer).iter().any(|role| role.is(what))
        };
        let [first, second] = bearers else { return None };
        let (first, second) = (*first, *second);
        let younger = match () {
            () if has(first, Word::Younger) || has(second, Word::Older) => first,
            () if has(second, Word::Younger) || has(first, Word::Older) => second,
            () => return None,
        };
        Some(if (younger == first) == is_younger { first } else { second })
    }

    pub(super) fn fit(&self, words: &Description<'_>, entity: u32, modifier_is_name: bool) -> u8 {
        let roles = self.of(entity);
        roles.iter().map(|role| words.fit(role, modifier_is_name)).max().unwrap_or(0)
    }
}

/// "PRO" of "public relations officer of Tarn".
fn initials(role: &str) -> String {
    let words = role.split([' ', '-']).filter(|word| !matches!(*word, "in" | "the" | "and"));
    let office = words.take_while(|word| !matches!(*word, "of" | "for" | "at"));
    office.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
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

/// Whether the phrase may tell of somebody who is named behind: in "Woman asks for a lift" the headline leaves out the
/// article, and "the woman at the gate" needs more to be known.
fn is_new(words: &Description<'_>, phrase: &str) -> bool {
    let is_doing = phrase.split(' ').nth(2).is_some_and(|word| word.ends_with("ing"));
    let is_at = !words.complement.is_empty() || phrase.contains(" who ") || is_doing;
    (!words.opens || is_at) && words.gender().is_some()
}

#[cfg(test)]
mod tests {
    use super::initials;
    use crate::speaker::tests::speakers;

    #[test]
    fn an_office_may_be_told_by_its_letters() {
        assert_eq!(initials("officer-in-charge of the Tarn police"), "OC");
        let text = "Chief Minister Anna Holm denied the claim. “No crown was paid,” the CM said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
    }

    #[test]
    fn the_deputy_of_somebody_is_not_that_one() {
        let text = "Mayor Tom Berg was abroad. His deputy said it was late. “It is,” he said.";
        assert!(speakers(text).is_empty());
        let text = "A man in his 60s was found by Eva Dahl, a nurse. He said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Tom Berg denied theft. The judge said it was late.";
        assert!(
            !speakers(text).is_empty() && !speakers(text)[1..].contains(&"Tom Berg".to_owned())
        );
        let text =
            "Eva Dahl told a deputy it was late. “He laughed and said it was early,” Dahl said.";
        assert!(speakers(text).iter().all(|who| who == "Eva Dahl"));
        let text = "Eva Dahl, a baker, met the governor. The governor said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Emeka Holm married Anna Dahl in May. “It is late,” the bride said.";
        assert_eq!(speakers(text), ["Anna Dahl"]);
    }

    #[test]
    fn in_somebodys_words_a_noun_is_no_wider_than_its_word() {
        let text = "Port director Anna Holm waited. “The chief asked us to wait,” said Tom Berg, a welder.";
        assert!(!speakers(text).contains(&"Anna Holm".to_owned()));
        let text = "The ferries stand still, and the president may send the army.\n\n“It is late,” said Anna Holm, \
                    president of the Dockers' Union.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn the_other_of_two_is_the_opponent() {
        let text = "Tom Berg lost to Peter Dahl. “It was late,” Berg said. His opponent said the wind had turned.";
        assert_eq!(speakers(text), ["Tom Berg", "Peter Dahl"]);
        let text = "Premier Eva Dahl met her predecessor, Tom Berg. “It was late,” the former premier said.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }

    #[test]
    fn a_father_is_who_is_told_to_have_the_daughter() {
        let text = "“My father said it was late,” said Eva Dahl, daughter of the baker Tom Berg.";
        assert_eq!(speakers(text), ["Eva Dahl", "Tom Berg"]);
    }

    #[test]
    fn of_two_of_one_name_the_son_is_the_younger() {
        let text = "Tom Berg Sr. died in May. Tom Berg Jr. said it was late. “Dad was right,” the younger Berg \
                    said.";
        assert_eq!(speakers(text), ["Tom Berg Jr.", "Tom Berg Jr."]);
    }

    #[test]
    fn a_relative_may_be_told_by_the_owners_name() {
        let text =
            "Anna Holm and her father, Peter Lund, waited. “It was late,” Holm's father said.";
        assert_eq!(speakers(text), ["Peter Lund"]);
    }

    #[test]
    fn whom_the_story_opens_with_is_he_there() {
        let text = "A welder was sacked because he refused to sing.\n\nTom Berg, 37, worked for Norden for years.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }

    #[test]
    fn who_is_told_of_in_the_lede_opens_a_sentence_behind() {
        let text = "OSLO (AP) - A friend of the skipper said on Monday that she regretted the trip. Anna Holm, 22, \
                    has sailed since 2019. The boat sank in May.";
        assert_eq!(speakers(text).first().map(String::as_str), Some("Anna Holm"));
    }

    #[test]
    fn a_phrase_with_what_hangs_on_it_is_named_behind() {
        let text = "“Wrong quay,” said the woman at the gate, and laughed. Anna Holm has met guests before.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Norden Energy Inc. said it was late.\n\nThe oil company, owned by Tom Berg, said it was early.";
        assert_eq!(speakers(text), ["Norden Energy Inc.", "Norden Energy Inc."]);
    }

    #[test]
    fn a_spokesman_may_be_named_in_the_next_sentence() {
        let quiet = "The ferry left the quay at noon. ".repeat(6);
        let text = format!(
            "{quiet}\n\nA guild spokesman said on Monday that the crew was safe. “They sang,” said spokesman Tom Berg."
        );
        assert_eq!(speakers(&text), ["Tom Berg", "Tom Berg"]);
    }

    #[test]
    fn the_two_sides_are_no_two_people() {
        let text = "Anna Holm met Peter Lund in Oslo. The two sides agreed to meet again in May.";
        assert!(speakers(text).is_empty());
    }

    #[test]
    fn an_age_says_that_somebody_is_meant() {
        let text =
            "Singer Anna Holm met Peter Lund. She sang. The 56-year-old alto said she would rest.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn a_leader_is_known_by_the_country() {
        let text = "Prime Minister Anna Holm of Denmark met President Tom Berg of Norway.\n\n“It rained,” the \
                    Danish leader said.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }
}
