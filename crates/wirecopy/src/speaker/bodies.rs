//! A body that is described: "the ministry", "the company", "the union".
//!
//! The one mentioned last whose name has the noun; for a noun that any company may go by, the body that
//! the sentence before is about, or else the one that spoke last. "In a filing with the exchange, the
//! company said": what is named in the sentence itself is another.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus;
use super::leagues;
use super::lexicon::{self, Word, is};
use super::nouns::Nouns;
use super::relatives::owner;
use super::role::{AHEAD, LEDE, REACH, Roles};
use std::borrow::Cow;
use std::cell::OnceCell;
use wirecopy_entity::{EntityKind, Mention, MentionForm};
use wirecopy_text::{Span, floor_char_boundary};

/// What stands before the name of a firm that owns another, and of one that is owned.
const OWNERS: [&str; 12] = [
    "unit of ",
    "subsidiary of ",
    "arm of ",
    "division of ",
    "affiliate of ",
    "owned by ",
    "controlled by ",
    "part of ",
    "parent company, ",
    "parent company ",
    "parent, ",
    "owner, ",
];
const UNITS: [&str; 5] = ["unit", "subsidiary", "arm", "division", "affiliate"];

/// Sentences behind one that tells of a body in which it is named.
const AFTER: usize = 2;

/// Mentions of a body among which it is told something.
const MEDIUM: usize = 3;

/// Words before a noun that are asked, and between "a" and the noun.
const SENTENCE: usize = 48;
const MODIFIERS: usize = 4;

/// Bytes before a name in which it is told.
const OWNER: u32 = 40;

/// Sentences within which a body of the lede is named.
pub(super) const NEAR: usize = 6;

/// What a body's name says of it.
pub(super) struct Body<'t> {
    pub(super) name: &'t str,
    /// Its noun, and what else is known when it is asked for.
    nouns: OnceCell<Nouns>,
    is_wire: OnceCell<bool>,
    /// The last word of its name in small letters.
    last: String,
}

impl<'t> Body<'t> {
    pub(super) fn new(name: &'t str) -> Self {
        let last = name.split_whitespace().next_back().unwrap_or("").to_lowercase();
        Self { name, nouns: OnceCell::new(), is_wire: OnceCell::new(), last }
    }

    pub(super) fn nouns(&self) -> &Nouns {
        self.nouns.get_or_init(|| Nouns::new(self.name))
    }

    pub(super) fn words(&self) -> &[String] {
        self.nouns().words()
    }

    /// Whether it is a news agency, which is told things.
    fn is_wire(&self) -> bool {
        *self.is_wire.get_or_init(|| wirecopy_dateline::agency(self.name).is_some())
    }

    /// Whether "the company" may mean it.
    fn is_company(&self) -> bool {
        let is_public = |noun: &str| is(noun, Word::Public);
        if self.is_banking() {
            return true;
        }
        if self.words().first().is_some_and(|first| first == "ngo") {
            return false;
        }
        let head = || is(&self.last, Word::Firm) || !is_public(self.nouns().head());
        !is_public(&self.last) && head() && !self.is_wire()
    }

    /// "Tarn Savings Association" is a company.
    fn is_banking(&self) -> bool {
        self.words().iter().any(|word| is(word, Word::Banking))
    }

    /// Whether the noun may mean it, where it is one for companies and clubs: no bank is "the airline", no league "the
    /// club".
    pub(super) fn may_be_company(&self, noun: &str) -> bool {
        self.is_company()
            && (self.is_banking() || !self.nouns().deny(noun))
            && !leagues::is_no_club(self.name, noun)
    }

    /// Whether the word, or one of its stem, is in the name: "teachers" in "Teachers' Union".
    fn has(&self, word: &str) -> bool {
        let stem = |word: &str| word.trim_end_matches(['\'', '’']).trim_end_matches('s').to_owned();
        self.words().iter().any(|own| own == word || stem(own) == stem(word))
    }

    /// Whether the noun is in the name, and nothing is said that the name denies: "the ministry of
    /// trade" is no Foreign Ministry.
    fn is_named(&self, said: &Description<'_>) -> bool {
        self.nouns().are(&said.head) && said.complement.iter().all(|word| self.has(word))
    }

    /// Whether what is said of it is in its name or tells nothing.
    fn has_all(&self, said: &Description<'_>) -> bool {
        said.modifiers.iter().all(|word| self.has(word) || is(word, Word::Filler))
    }

    /// The same, but for what tells of which sort a group or agency is: "the anti-graft agency", "the campaign group",
    /// "the Tarn-based charity".
    fn has_all_but_sort(&self, said: &Description<'_>) -> bool {
        let sorts = said.determiner == Determiner::Definite
            && (said.is(Word::Nameless) || said.is(Word::Wide));
        said.modifiers.iter().all(|word| {
            let sort = || sorts && (is(word, Word::Sort) || word.contains('-'));
            self.has(word) || is(word, Word::Filler) || sort()
        })
    }

    /// Whether an office or agency of whatever name may be meant: one whose name has another such
    /// noun is not.
    fn may_be(&self, said: &Description<'_>) -> bool {
        let noun = &*said.head;
        let own = Some(self.nouns().head()).filter(|head| is(head, Word::Agency));
        !is(&self.last, Word::Firm)
            && (is(noun, Word::Wide)
                || own.map_or(is(noun, Word::Nameless) && !self.nouns().deny(noun), |own| {
                    lexicon::are_alike(own, noun)
                }))
            && !self.is_wire()
    }
}

/// What a description that has no name's noun may mean.
struct Kind {
    /// Any company or club.
    company: bool,
    /// Any office, agency or charity.
    agency: bool,
    /// A land is named, which no name need have.
    foreign: bool,
}

impl Kind {
    fn of(words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Self {
        // "The maker of pumps" is a company, "the company of friends" none.
        let complete = words.complement.is_empty() || words.is(Word::Makes);
        let is_alone = words.opens && complete && words.owner.is_none();
        // "The paper, published in Tarn Review," is none that has a body's name.
        let is_paper = words.head == "paper" && !span.of(story.text).contains(',');
        Self {
            company: (words.is_any_body() || is_paper) && is_alone,
            agency: words.is_any_agency() && is_alone,
            foreign: story.holds_land(span),
        }
    }

    fn has(&self, body: &Body<'_>, words: &Description<'_>) -> bool {
        self.company && body.may_be_company(&words.head)
            || self.agency && body.may_be(words) && (self.foreign || body.has_all_but_sort(words))
    }
}

impl<'a> Roles<'a> {
    /// The entity as a body.
    pub(super) fn as_body(&self, entity: u32) -> Option<&Body<'a>> {
        let name = &self.named.entities.get(entity as usize)?.name;
        Some(self.bodies.get(entity as usize)?.get_or_init(|| Body::new(name)))
    }

    /// Whether it is a court by its name.
    pub(super) fn is_court(&self, entity: u32) -> bool {
        self.as_body(entity)
            .is_some_and(|body| body.has("court") || lexicon::is_called(&body.last, "court"))
    }

    /// The body that was mentioned last whose name has the noun, or any for "the company".
    pub(super) fn body(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        if is_nameless_here(words, span, story) {
            return None;
        }
        if is_parent(words) {
            let parent = self.parent(span, story);
            // "The thrift holding company" is any company.
            let plain = words.modifiers.iter().any(|word| word == "holding");
            if parent.is_some() || !plain {
                return parent;
            }
        }
        self.by_noun(words, span, story)
            .or_else(|| self.issuer_of_release(words, span, story))
            .or_else(|| self.named_next(words, span, story))
            .or_else(|| self.of_kind(words, &Kind::of(words, span, story), span, story))
    }

    /// The bodies before `span`, the nearest first.
    pub(super) fn bodies_before<'s>(
        &self,
        span: Span,
        story: &Discourse<'s>,
    ) -> impl Iterator<Item = &'s Mention> + Clone + use<'s> {
        let before = story.before(span).iter().rev().take(REACH);
        before.filter(|mention| mention.kind == EntityKind::Organization)
    }

    /// The nearest body whose name has the noun, or that was introduced by it; where more is said, of those the
    /// one whose name has it, too.
    fn by_noun(&self, words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let foreign = story.holds_land(span);
        let is_loose = |word: &Cow<'_, str>| {
            is(word, Word::Filler) || is(word, Word::Sort) || word.contains('-')
        };
        let loose = foreign || words.modifiers.iter().all(is_loose);
        // "the Bundesliga club" is no club of that name.
        let is_league = |entity: u32| {
            self.as_body(entity).is_some_and(|body| leagues::is_no_club(body.name, &words.head))
        };
        let is_introduced = |entity: u32| {
            let fits = |role| words.fit(role, false) > 0 || loose && words.fits_in_general(role);
            self.of(entity).iter().any(fits) && !is_league(entity)
        };
        // "the lower court" is not the High Court.
        let is_lower = words.head == "court"
            && words.modifiers.iter().any(|word| matches!(&**word, "lower" | "trial" | "district"));
        let is_high = |body: &Body<'_>| body.has("high") || body.has("supreme");
        let is_named = |entity: u32| {
            let body = self.as_body(entity);
            body.is_some_and(|body| body.is_named(words) && !(is_lower && is_high(body)))
        };
        let before = self.bodies_before(span, story).filter_map(|mention| mention.entity);
        let mut before = before.filter(|entity| is_named(*entity) || is_introduced(*entity));
        let nearest = before.next()?;
        // "The midwives' guild" is not the Guild of Nurses that was named last.
        let has_all = |entity: u32| self.as_body(entity).is_some_and(|body| body.has_all(words));
        if words.modifiers.iter().all(|word| is(word, Word::Filler)) || has_all(nearest) {
            return Some(nearest);
        }
        before.find(|entity| has_all(*entity)).or(Some(nearest))
    }

    /// "Ann Holm, head of the Norden Fund, … her organisation said", "our party": where the owner works.
    pub(super) fn of_owner(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        const WHOSE: [&str; 4] = ["his", "her", "my", "our"];
        let first = span.of(story.text).split(' ').next().unwrap_or_default();
        let owned = WHOSE.iter().any(|whose| first.eq_ignore_ascii_case(whose));
        if !owned || !(words.is_any_body() || words.is_any_agency()) {
            return None;
        }
        let body = focus::employer(owner(span, story)?, story)?;
        let kind =
            Kind { company: words.is_any_body(), agency: words.is_any_agency(), foreign: false };
        let found = self.as_body(body)?;
        (found.is_named(words) || kind.has(found, words)).then_some(body)
    }

    /// "The Company expects", "the Group": in a release the capital letter says that its own is meant, whom it names
    /// most.
    fn issuer_of_release(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let noun = ["the ", "The "].iter().find_map(|the| span.of(story.text).strip_prefix(the))?;
        let is_own = matches!(noun, "Company" | "Group" | "Corporation" | "Partnership");
        if !is_own || !(words.is_any_body() || words.is_any_agency()) {
            return None;
        }
        let bodies = self.bodies_before(span, story).filter_map(|mention| mention.entity);
        let bodies = bodies.filter(|body| self.is_company(*body));
        let mentions =
            |body: u32| self.named.entities.get(body as usize).map_or(0, |e| e.mentions.len());
        bodies.max_by_key(|body| mentions(*body))
    }

    /// "The union said it was late. Ann Holm, president of | the Dockers' Union, said": the body that is named right
    /// behind, for the first time, by that noun.
    fn named_next(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let here = story.sentence(span);
        let plain = words.is_bare() && words.is_any_agency() && !words.is(Word::Wide);
        let ahead = story.after(span).iter().take(AHEAD).filter(|_| plain);
        let near = ahead.take_while(|mention| story.sentence(mention.span) <= here + AFTER);
        let mut near = near.filter(|mention| {
            mention.kind == EntityKind::Organization && mention.form == MentionForm::Name
        });
        let is_meant = |entity: &u32| {
            let first = self.named.entities.get(*entity as usize).and_then(|e| e.mentions.first());
            let first = first.and_then(|at| self.named.mentions.get(*at as usize));
            first.is_some_and(|first| first.span.start() > span.start())
                && self.as_body(*entity).is_some_and(|body| body.is_named(words))
        };
        near.find_map(|mention| mention.entity.filter(is_meant))
    }

    /// Any body of that kind: the one that the sentence or the paragraph is about, or that spoke or was named last.
    fn of_kind(
        &self,
        words: &Description<'_>,
        kind: &Kind,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let suits = |entity: u32| {
            let body = self.as_body(entity);
            (kind.company || kind.agency)
                && body.is_some_and(|body| kind.has(body, words))
                && !(kind.company && self.is_medium(entity, story))
        };
        let telling = || {
            let sought = kind.agency && matches!(&*words.head, "regulator" | "watchdog");
            let mut bodies = self.bodies_before(span, story).filter_map(|mention| mention.entity);
            bodies.find(|body| sought && self.has_noun(*body) && suits(*body))
        };
        let untold = || {
            let own = story.sentence(span);
            let untold = self.bodies_before(span, story).filter(|mention| {
                !story.is_told(mention.span)
                    && !focus::is_in_brackets(mention.span, story)
                    && story.sentence(mention.span) < own
            });
            let mut untold = untold.filter_map(|mention| mention.entity);
            untold.find(|body| suits(*body) && (kind.company || self.has_noun(*body)))
        };
        let subject = focus::subject_before(span, story).filter(|body| suits(*body));
        let own = || self.own_body(span, story).filter(|body| suits(*body));
        subject
            .or_else(own)
            .or_else(telling)
            .or_else(|| focus::body(span, story, suits))
            .or_else(|| story.last_body(suits))
            .or_else(untold)
            .or_else(|| focus::opens_sought(story).filter(|body| suits(*body)))
            .or_else(|| self.body_ahead(words, span, story))
            .or_else(|| self.company_ahead(words, span, story))
            .or_else(|| self.introduced_here(span, story).filter(|_| kind.company))
            .or_else(|| {
                let plain = words.determiner == Determiner::Definite;
                focus::mistaken(span, story).filter(|_| plain && (kind.company || kind.agency))
            })
    }

    /// "Anna Holm told Norden Online", "Norden Online has learned": the paper that is told of the company is not the
    /// company.
    pub(super) fn is_medium(&self, entity: u32, story: &Discourse<'_>) -> bool {
        const LEARNS: [&str; 5] = [
            " has learned",
            " has learnt",
            " understands",
            " can reveal",
            " can exclusively reveal",
        ];
        let mentions = self.named.entities.get(entity as usize).map(|e| e.mentions.as_slice());
        let few = mentions.is_some_and(|mentions| mentions.len() <= MEDIUM);
        let mentions = mentions.unwrap_or_default().iter().take(MEDIUM);
        let mut names = mentions.filter_map(|at| self.named.mentions.get(*at as usize));
        let learns = |name: &Mention| {
            let behind = story.text.get(name.span.end() as usize..).unwrap_or_default();
            LEARNS.iter().any(|learns| behind.starts_with(learns))
        };
        let told = names.clone().filter(|name| story.is_told(name.span)).count();
        let is_firm = self.as_body(entity).is_some_and(|body| is(&body.last, Word::Firm));
        let is_told = told > 0 && (told == names.clone().count() || !is_firm && few);
        is_told && story.spoke_last_at(entity).is_none() || names.any(learns)
    }

    /// "Vigra Clay, a factory in Oslo, was sold, and | the company …": what the sentence itself says is a company.
    fn introduced_here(&self, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let part = story.tokens.sentences().get(story.sentence(span))?.span();
        let before = Span::new(part.start(), span.start().max(part.start()));
        let bodies = super::mentions_in(self.named, before).iter().rev().take(REACH);
        let bodies = bodies.filter(|mention| mention.kind == EntityKind::Organization);
        let is_one = |body: &u32| {
            self.of(*body)
                .iter()
                .any(|role| role.is_any_body() && role.determiner == Determiner::Indefinite)
        };
        bodies.filter_map(|mention| mention.entity).find(is_one)
    }

    /// "Vigra Bank, a unit of | Norden Holding, … the parent company": whose unit the story tells of; or whose
    /// unit has a name, "Norden Holding … its unit, Vigra Bank".
    fn parent(&self, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let bodies = story.before(span).iter().rev().take(REACH);
        let bodies = bodies.filter(|mention| mention.kind == EntityKind::Organization);
        let before = |name: Span, bytes: u32| {
            let from = floor_char_boundary(story.text, name.start().saturating_sub(bytes) as usize);
            story.text.get(from..name.start() as usize).unwrap_or_default()
        };
        let owner = bodies.clone().find(|mention| {
            let before = before(mention.span, OWNER);
            OWNERS.iter().any(|owner| before.ends_with(owner))
        });
        let owner = owner.and_then(|owner| owner.entity);
        owner
            .or_else(|| {
                let mut bodies = bodies.clone();
                let unit = bodies.find(|mention| {
                    let before = before(mention.span, OWNER);
                    let words =
                        before.rsplit("its ").next().filter(|words| words.len() < before.len());
                    words.is_some_and(|words| {
                        UNITS.iter().any(|unit| words.trim_end_matches([' ', ',']).ends_with(unit))
                    })
                })?;
                let owner = bodies.find(|mention| mention.entity != unit.entity)?;
                (story.sentence(owner.span) + 1 >= story.sentence(unit.span))
                    .then_some(owner.entity)?
            })
            .or_else(|| {
                let mut bodies = bodies.clone().filter_map(|mention| mention.entity);
                let last = bodies.next()?;
                bodies.find(|body| self.may_own(*body, last))
            })
    }

    /// "Vigra Holdings" of "Vigra Retail": two of one first word, the one a holding by its name.
    fn may_own(&self, owner: u32, unit: u32) -> bool {
        let words = |body: u32| self.as_body(body).map(Body::words).unwrap_or_default();
        let (owner, unit) = (words(owner), words(unit));
        let holds = |word: &String| {
            is(word, Word::Firm) || matches!(word.as_str(), "group" | "international" | "holding")
        };
        let differ = owner.get(1) != unit.get(1);
        differ && owner.first() == unit.first() && owner.iter().skip(1).any(holds)
    }

    /// "Dynamo Vigra said it was late. | The champions …": the club that the paragraph is about.
    pub(super) fn squad(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let fits = words.is(Word::Squad) && words.opens && words.complement.is_empty();
        focus::body(span, story, |body| self.is_company(body)).filter(|_| fits)
    }

    /// Whether "the company" may mean it.
    pub(super) fn is_company(&self, entity: u32) -> bool {
        self.as_body(entity).is_some_and(Body::is_company)
    }

    /// Whether the name tells what kind of office, party or charity it is.
    fn has_noun(&self, entity: u32) -> bool {
        self.as_body(entity).is_some_and(|body| is(body.nouns().head(), Word::Agency))
    }

    /// "Ministry urges …" in a headline, "a Basel museum" in a lede: the body is named below. One that
    /// is only of that kind must be meant by "the" or a headline's bare noun.
    pub(super) fn body_ahead(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let here = story.sentence(span);
        let is_plain = words.modifiers.is_empty();
        let is_body = words.is_any_agency() || words.is_any_body();
        let is_other = words.modifiers.iter().any(|word| is(word, Word::Other));
        if here >= LEDE || story.is_quoted(span) || !(is_plain || is_body) || is_other {
            return None;
        }
        let noun = &*words.head;
        let is_known = |body: &Body<'_>| {
            let has = is_body && body.words().iter().any(|word| word == noun);
            let named = body.is_named(words) || has;
            let is_new = words.determiner == Determiner::Indefinite;
            named || !is_new && words.is_any_agency() && body.may_be(words)
        };
        let ahead = story.after(span).iter().take(AHEAD);
        let near = ahead.take_while(|mention| story.sentence(mention.span) <= here + NEAR);
        let near = near.filter(|mention| {
            mention.kind == EntityKind::Organization && mention.form == MentionForm::Name
        });
        let mut near = near.filter_map(|mention| mention.entity);
        let is_known = |entity: &u32| self.as_body(*entity).is_some_and(is_known);
        // "Norland regulator": rather the Safety Commission than the firm that it fines.
        let first = near.clone().find(|body| is_known(body) && self.has_noun(*body));
        first.or_else(|| near.find(is_known))
    }
}

/// "Ann Holm, a partner at a Norden firm, said | the firm would wait": one that has no name.
fn is_nameless_here(words: &Description<'_>, span: Span, story: &Discourse<'_>) -> bool {
    let plain = words.opens && words.modifiers.is_empty() && words.complement.is_empty();
    let Some(part) = story.tokens.sentences().get(story.sentence(span)).filter(|_| plain) else {
        return false;
    };
    let before = Span::new(part.span().start().min(span.start()), span.start()).of(story.text);
    let noun = |word: &str| word.trim_end_matches([',', ';']) == words.head;
    let before: Vec<&str> = before.split_whitespace().rev().take(SENTENCE).collect();
    before.iter().enumerate().filter(|(_, word)| noun(word)).any(|(at, _)| {
        let front = before.get(at + 1..).unwrap_or_default();
        let article = front.iter().take(MODIFIERS).position(|word| matches!(*word, "a" | "an"));
        let leads = article.and_then(|article| front.get(article + 1));
        leads.is_some_and(|word| is(word, Word::Preposition) && !matches!(*word, "as" | "like"))
    })
}

/// "The parent company", "its parent", "the holding company".
fn is_parent(words: &Description<'_>) -> bool {
    let has = words.modifiers.iter().any(|word| matches!(&**word, "parent" | "holding"));
    words.head == "parent" && words.determiner != Determiner::Indefinite
        || has && words.is_any_body() && words.opens
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn two_who_are_named_together_are_the_companies() {
        let text = "Norden Energy Inc. (Nasdaq: NOR) and Vigra Shipping Corp. will merge.\n\nThe companies expect \
                    savings of $5 million.";
        assert_eq!(speakers(text), ["Norden Energy Inc. and Vigra Shipping Corp."]);
    }

    #[test]
    fn the_parent_company_is_whose_unit_another_is() {
        let text = "Vigra Bank, a unit of Norden Holding, lost $4 million. The parent company said it would wait.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Holding"));
    }

    #[test]
    fn a_body_goes_by_the_nouns_that_its_name_has() {
        let text = "The Ferry and Cranes Commission of Norden said it was late. It was early, the commission said.";
        let ferries = "Ferry and Cranes Commission of Norden";
        assert_eq!(speakers(text), [ferries, ferries]);
        let text = "The Holm Guild of Bakers said it was late. The Holm Guild of Coopers said it was early. “It \
                    was,” the bakers' guild said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Holm Guild of Bakers"));
        let text = "Vigra Airways plc said it was late. Norden Bank Ltd. said it was early. “It was,” the airline \
                    said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigra Airways plc"));
    }

    #[test]
    fn a_body_may_be_told_by_what_it_makes_or_whose_it_is() {
        let last = |text: &str| speakers(text).pop();
        let text = "Vigra Pumps Inc. lost $4 million. The maker of bilge pumps said it was late.";
        assert_eq!(last(text).as_deref(), Some("Vigra Pumps Inc."));
        let text =
            "The Trustees of the Norden Fund said it was late. The trustees said it was early.";
        assert_eq!(last(text).as_deref(), Some("Trustees of the Norden Fund"));
        let text = "Norden Energy Inc. said it was late. Norden Energy itself said it was early.";
        assert_eq!(last(text).as_deref(), Some("Norden Energy Inc."));
        let text = "Norden Energy Inc. said it was late. Anna Holm, a partner at a Tarn firm, hoped the firm said it was \
                    early.";
        assert_ne!(last(text).as_deref(), Some("Norden Energy Inc."));
    }

    #[test]
    fn a_holding_is_the_parent_of_its_namesake() {
        let text = "Vigra Holdings Ltd. said it was late. Vigra Foods Ltd. said it was early. The parent company \
                    said it was late.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigra Holdings Ltd."));
    }

    #[test]
    fn the_club_is_a_union_and_no_league() {
        let text =
            "Tarn Union lost the derby. The Bundesliga will be told on Monday, the club said.";
        assert_eq!(speakers(text), ["Tarn Union"]);
        let text = "Tarn Union sold Tom Berg on Monday, the Bundesliga club said.\n\n“The club asked us to wait,” Anna Holm \
                    said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tarn Union"));
    }

    #[test]
    fn a_body_may_be_named_right_behind() {
        let quiet = "The ferry left the quay at noon. ".repeat(6);
        let text = format!(
            "{quiet}\n\nThe union said it was late. Anna Holm, president of the Norden Dockers' Union, waited."
        );
        assert_eq!(speakers(&text), ["Norden Dockers' Union"]);
        let text =
            "The Tarn High Court sat. Anna Holm said the lower court ruled that it was late.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn a_ministry_has_two_ways_to_be_named() {
        let text = "The Ministry of Education said it was late. It was early, the education ministry said.";
        assert_eq!(speakers(text), ["Ministry of Education", "Ministry of Education"]);
    }

    #[test]
    fn a_body_is_known_by_what_is_its_own() {
        let text = "Corvane will close its yard in Oslo. The company said it was late.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Corvane"));
        let text = "Corvane's admission that it was late surprised Oslo.";
        assert_eq!(speakers(text), ["Corvane"]);
        let text = "Open Doors Relief warned that it was late.";
        assert_eq!(speakers(text), ["Open Doors Relief"]);
    }

    #[test]
    fn the_company_may_open_its_sentence() {
        let text = "Vigra Ltd. was ready, it said. Shares of Norden Inc. fell after the company said it was late.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Inc."));
        let text = "The Supreme Court sat on Monday. The justices said it was late.";
        assert_eq!(speakers(text), ["Supreme Court"]);
    }

    #[test]
    fn a_savings_association_is_a_company() {
        let text = "Norden Savings Association took a charge of $4 million.\n\nThe company said the yard would close.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Savings Association"));
        let text = "Anna Holm spoke to the Norden Herald in May. The paper reported that the yard would close.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Herald"));
    }

    #[test]
    fn a_seat_and_a_noun_are_the_company() {
        let text = "Norden Energy Inc. expects a loss.\n\nThe Rockford, Ill., maker of fasteners said the yard would \
                    close.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Energy Inc."));
    }

    #[test]
    fn two_countries_that_act_together_are_the_neighbours() {
        let text = "Denmark and Norway share a sea. The two neighbours said on Monday they would clean it.";
        assert_eq!(speakers(text), ["Denmark and Norway"]);
    }

    #[test]
    fn it_is_the_company_that_opens_the_clause() {
        let text = "Norden Energy Corp. may close a yard, chief executive Anna Holm told reporters.\n\n“First the \
                    ice,” she said.\n\nThe company will hire in May, it said in a statement.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Energy Corp."));
    }

    #[test]
    fn the_company_is_what_the_sentence_before_is_about() {
        let text = "Norden Energy Corp. said it was ready.\n\nVigra Shipping Inc. was back within the hour. The \
                    company said it would wait.";
        assert_eq!(speakers(text), ["Norden Energy Corp.", "Vigra Shipping Inc."]);
    }

    #[test]
    fn an_oil_and_gas_concern_is_the_company() {
        let text = "Norden Energy Inc. said it borrowed $5 million from Tarn Bank. The Bergen oil and gas concern said \
                    the loan came from an office of Vigra Corp. It was late, the company said.";
        let speakers = speakers(text);
        assert!(
            speakers.len() > 2 && speakers.iter().all(|who| who == "Norden Energy Inc."),
            "{speakers:?}"
        );
    }
}
