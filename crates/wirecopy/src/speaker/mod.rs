//! Who is meant: from the span that says who spoke to the people of the story.
//!
//! "Lavrov and Kerry" are two; "a spokesman for Kerry" is not Kerry; "the secretary of state" is
//! whoever holds that role in this story; "she" is the nearest woman who may have spoken. A wrong
//! name is worse than none: what no rule decides keeps its span and gets no name.

mod addressed;
mod antecedent;
mod apposed;
pub(crate) mod author;
mod beside;
mod bodies;
mod continued;
mod court;
mod cut;
mod deeds;
mod description;
mod discourse;
mod employed;
mod epithets;
mod firms;
mod focus;
mod genders;
mod he_is;
mod headline;
mod introduced;
mod label;
mod leagues;
mod lede;
mod lexicon;
mod life;
mod mine;
mod name;
mod nouns;
mod owned;
mod paper;
mod posts;
mod predicate;
mod pronoun;
mod relatives;
mod role;
mod staff;
mod surnames;
mod they;
mod together;
mod topic;
mod trades;
mod traits;
mod turns;
mod unnamed;

use crate::within::nest;
use crate::{Quote, Speaker, SpeakerLink};
use description::{Description, Determiner};
use discourse::Discourse;
use firms::Firms;
use label::Labels;
use lexicon::Word;
use name::Surnames;
use role::Roles;
use turns::Turns;
use wirecopy_article::Part;
use wirecopy_entity::{Entities, EntityKind, Mention};
use wirecopy_quote::{QuoteKind, QuoteReason};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Gives every quotation's speaker its entities and full name: one pass over the quotations, each
/// with the mentions in its speaker span and in a few sentences before it.
pub(crate) fn resolve(
    text: &str,
    tokens: &Tokens,
    quotes: Vec<wirecopy_quote::Quote>,
    named: &Entities,
    parts: &[Part],
) -> Vec<Quote> {
    let roles = Roles::new(text, tokens, named);
    let genders = (0u32..).zip(&named.entities).map(|(index, entity)| {
        entity.gender.or_else(|| roles.gender(index, entity)).or_else(|| genders::by_name(entity))
    });
    let life = life::told_of(text, parts, named);
    let mut resolver = Resolver {
        surnames: Surnames::new(named),
        firms: Firms::default(),
        discourse: Discourse::new(text, tokens, &quotes, named, genders.collect(), life),
        roles,
        named,
        text,
        last: None,
        last_words: None,
        turns: None,
        contents: Vec::new(),
        followed: 0,
        labels: Labels::default(),
    };
    resolver.discourse.author = author::author(text, parts, named);
    let mut quotes: Vec<Quote> = quotes.into_iter().map(|quote| resolver.quote(quote)).collect();
    nest(&mut quotes);
    headline::resolve(text, tokens, &mut quotes, &resolver.roles);
    addressed::resolve(text, &mut quotes, named);
    quotes
}

/// Everything that a speaker is resolved with.
struct Resolver<'a> {
    roles: Roles<'a>,
    surnames: Surnames,
    firms: Firms<'a>,
    discourse: Discourse<'a>,
    named: &'a Entities,
    text: &'a str,
    /// Where the quotation before ends and who spoke it.
    last: Option<(u32, Span, Vec<u32>)>,
    /// The words for who spoke before, and who that is.
    last_words: Option<(Span, Vec<u32>)>,
    /// Who answers it.
    turns: Option<Turns>,
    /// What the quotations before say that stand in no other.
    contents: Vec<Span>,
    /// Sentences whose subjects are known.
    followed: usize,
    labels: Labels,
}

/// Words of an opening in which a noun for a body is sought: "The shipping company".
const OPENING: usize = 3;

/// People before a surname who are asked whether the paragraph names one.
const NAMED: usize = 8;

/// Contents before a quotation that are asked whether it stands in them.
const CONTENTS: usize = 8;

/// Where who speaks is told, who that is, and how that is known.
type Found = (Span, Vec<u32>, SpeakerLink);

impl Resolver<'_> {
    fn quote(&mut self, quote: wirecopy_quote::Quote) -> Quote {
        let within = self.is_within(&quote);
        self.follow(quote.speaker.unwrap_or(quote.span()));
        self.discourse.turn_to(&quote.content, quote.speaker, goes_on(&quote, self.text));
        let (speaker, reason) = self.speaker(&quote, within);
        if !within {
            self.keep(&quote, speaker.as_ref());
        }
        Quote {
            kind: quote.kind,
            act: quote.act,
            content: quote.content,
            cue: quote.cue,
            speaker: speaker.map(|(span, entities, link)| Speaker {
                span,
                name: full_name(&entities, self.named),
                entities,
                link,
            }),
            reason,
            evidence: quote.evidence,
            within: None,
        }
    }

    /// Who speaks, and by which rule.
    fn speaker(
        &mut self,
        quote: &wirecopy_quote::Quote,
        within: bool,
    ) -> (Option<Found>, QuoteReason) {
        let goes_on = self.continued(quote);
        let told = quote.speaker.filter(|_| goes_on.is_none());
        let told = told.map(|span| (span, self.who(quote, span)));
        // Whom the sentence before is about speaks if it is a person.
        let told = told.filter(|(_, (who, _))| {
            quote.reason != QuoteReason::Beat
                || matches!(who.as_slice(), [only] if self.discourse.is_person(*only))
        });
        if let Some((span, (entities, link))) = told {
            // What somebody says that another said makes that one nobody who spoke last.
            if !within {
                self.remember(span, quote, &entities);
            }
            return (Some((span, entities, link)), quote.reason);
        }
        let goes_on = goes_on.map(|who| (who, QuoteReason::FollowUp));
        let beat = || self.beat(quote).map(|who| (who, QuoteReason::Beat));
        match goes_on.or_else(beat) {
            Some(((span, who), why)) => {
                self.discourse.uttered(&quote.content, &who, true);
                (Some((span, who, SpeakerLink::Continued)), why)
            }
            None if quote.reason == QuoteReason::Beat => (None, QuoteReason::MarksOnly),
            None => (None, quote.reason),
        }
    }

    /// Keeps who spoke for the next quotation.
    fn keep(&mut self, quote: &wirecopy_quote::Quote, speaker: Option<&Found>) {
        if let Some(span) = quote.speaker {
            let who = speaker.map(|(_, who, _)| who.clone());
            self.last_words = Some((span, who.unwrap_or_default()));
        }
        if let Some((span, entities, _)) = speaker {
            let end = quote.span().end().max(span.end());
            if quote.speaker.is_some() {
                self.turns = self.hand_over(quote, *span, entities);
            } else {
                self.turn_over(end);
            }
            self.last = Some((end, *span, entities.clone()));
        }
    }

    /// Whom the words of `span` mean, where they say who speaks.
    fn who(&mut self, quote: &wirecopy_quote::Quote, span: Span) -> (Vec<u32>, SpeakerLink) {
        let (mut entities, mut link) = match self.labels.speaker(quote, self.text, self.named) {
            Some(who) => (vec![who], SpeakerLink::Name),
            None => self.link(name::at_cue(self.text, span, quote.cue.first().copied())),
        };
        // "A memo seen by the agency urged …"
        let before = self.text.get(..span.start() as usize).unwrap_or_default();
        let is_shown = before.strip_suffix(" by ").is_some_and(paper::is_shown);
        // "Norland: Fishermen threaten …": a heading says where.
        let is_where = quote.reason == QuoteReason::Colon
            && !entities.is_empty()
            && entities.iter().all(|who| self.is_place(*who));
        let words_of = span.of(self.text);
        // "Tarn Crown Court heard that …": somebody tells it there.
        let told = |cue: &Span| {
            let cue = cue.of(self.text);
            is_hearing(cue) || cue == "told" && matches!(words_of, "court" | "Court")
        };
        let is_told =
            quote.cue.iter().any(told) && entities.iter().all(|who| self.roles.is_court(*who));
        // "The donor told | Berg": another than Berg.
        let is_listener = link == SpeakerLink::Role && self.is_told_by(quote, span, &entities);
        if is_shown || is_where || is_told || is_listener {
            (entities, link) = (Vec::new(), SpeakerLink::None);
        }
        if let Some(person) = self.answerer(quote, span).filter(|_| entities.is_empty()) {
            (entities, link) = (vec![person], SpeakerLink::Role);
        }
        if let Some(person) = self.adds(quote, span).filter(|_| entities.is_empty()) {
            (entities, link) = (vec![person], SpeakerLink::Continued);
        }
        (entities, link)
    }

    /// Whether the one who is meant is named right behind the verb.
    fn is_told_by(&self, quote: &wirecopy_quote::Quote, span: Span, entities: &[u32]) -> bool {
        let Some(cue) = quote.cue.last().filter(|cue| cue.start() >= span.end()) else {
            return false;
        };
        let behind = Span::new(cue.end(), cue.end().saturating_add(2));
        let told = mentions_in(self.named, behind).first().and_then(|name| name.entity);
        told.is_some_and(|told| entities == [told])
    }

    /// Whether the cue stands in what another quotation says.
    fn is_within(&mut self, quote: &wirecopy_quote::Quote) -> bool {
        let cue = quote.cue.first().copied();
        let within = cue.is_some_and(|cue| {
            let before = self.contents.iter().rev().take(CONTENTS);
            before.clone().any(|content| content.contains_span(cue))
        });
        if !within {
            self.contents.extend_from_slice(&quote.content);
        }
        within
    }

    /// The first rule that decides: a name, a pronoun, a description.
    fn link(&self, span: Span) -> (Vec<u32>, SpeakerLink) {
        let span = self.without_itself(self.with_clitic(span));
        let words = span.of(self.text);
        // "UNIDENTIFIED MALE": a label of transcripts.
        if words.starts_with("UNIDENTIFIED") {
            return (Vec::new(), SpeakerLink::None);
        }
        if let Some(holder) = self.roles.by_office_letters(words, span, &self.discourse) {
            return (vec![holder], SpeakerLink::Role);
        }
        if let Some(body) = self.by_seat(span) {
            let link = if body.is_some() { SpeakerLink::Role } else { SpeakerLink::None };
            return (body.into_iter().collect(), link);
        }
        // "Papa says so," said Ann: hers.
        if relatives::is_kin_call(words) && self.discourse.is_within_words() {
            let relative = self.described(words, span);
            return (relative.unwrap_or_default(), SpeakerLink::Role);
        }
        if let Some(both) = self.with_another(words, span) {
            return (both, SpeakerLink::Pronoun);
        }
        let by_name = name::heads(self.text, span, self.named);
        if let [only] = by_name.as_slice() {
            return (self.bearers(*only, span), SpeakerLink::Name);
        }
        if !by_name.is_empty() {
            return (by_name, SpeakerLink::Name);
        }
        match self.by_pronoun(words, span) {
            Some(nobody) if nobody.is_empty() => return (nobody, SpeakerLink::None),
            Some(meant) => return (meant, SpeakerLink::Pronoun),
            None => {}
        }
        self.by_description(words, span)
    }

    /// Whom the only name in the phrase names: a firm and its founder, a family, two of one surname.
    fn bearers(&self, only: u32, span: Span) -> Vec<u32> {
        let firm = self.firms.of(only, self.named);
        let firm = firm.filter(|_| !self.roles.of(only).iter().any(Description::is_somebody));
        if let Some(meant) = firm.or_else(|| self.namesake(only, span)) {
            return vec![meant];
        }
        let surname = self.named.entities.get(only as usize).map(|e| e.name.as_str());
        if let Some(both) = surname.and_then(|surname| self.surnames.family(surname)) {
            return both.to_vec();
        }
        let bearer = self.by_age(span, only).unwrap_or_else(|| {
            let bearer = name::bearer(span, only, &self.surnames, &self.discourse);
            self.head_of_family(span, bearer).unwrap_or(bearer)
        });
        vec![bearer]
    }

    /// "it", "we", "he": whom a pronoun means, if it is one.
    fn by_pronoun(&self, words: &str, span: Span) -> Option<Vec<u32>> {
        // "He | hailed Dahl and said it rained": one he.
        if matches!(words, "he" | "He" | "she" | "She")
            && let Some(same) = self.discourse.speaker_at(span.start())
        {
            return Some(same.to_vec());
        }
        let it = matches!(words, "it" | "It");
        if it
            && let Some(opening) = self.opening_body()
            && let (body, _) = self.link(opening)
            && !body.is_empty()
        {
            return Some(body);
        }
        if it && let Some(body) = self.body_before(span) {
            return Some(self.link(body).0);
        }
        if let Some(body) = self.we(words, span) {
            return Some(vec![body]);
        }
        // "The report blames the dam. It warns …, the report says. | It calls for": the paper.
        if it && let Some(issuer) = self.paper_before(span) {
            return Some(issuer);
        }
        // "The report blames the dam. | It calls for a new one": whoever issued it.
        if it
            && !self.discourse.is_within_words()
            && self.discourse.says(span).is_none()
            && let Some(paper) = pronoun::paper_meant(span, &self.discourse)
            && let Some(issuer) = self.described(paper.of(self.text), paper)
        {
            return Some(issuer);
        }
        pronoun::meant_by(without_self(words), span, &self.discourse).or_else(|| {
            let one = self.roles.he_of_lede(without_self(words), span, &self.discourse);
            one.map(|one| vec![one])
        })
    }

    /// Whom a phrase without a name, and that is no pronoun, means.
    fn by_description(&self, words: &str, span: Span) -> (Vec<u32>, SpeakerLink) {
        if let Some(meant) = together::by_number(words, span, &self.discourse) {
            return (meant, SpeakerLink::Role);
        }
        if words == "who"
            && let Some(phrase) = name::before_who(self.text, span, &self.discourse)
        {
            return self.link(phrase);
        }
        if let Some(who) = self.by_other_words(words, span) {
            return who;
        }
        let author = paper::author(span, self.text, self.named);
        if let Some(author) = author.or_else(|| paper::led(span, self.text, self.named)) {
            let (who, _) = self.link(author);
            if !who.is_empty() {
                return (who, SpeakerLink::Role);
            }
        }
        if let Some(owner) = name::whose_kin(self.text, span, self.named)
            && let Some(words) = Description::new(words)
        {
            let story = &self.discourse;
            let relative = self.roles.relative_of(&words, owner, span, &self.surnames, story);
            return (relative.into_iter().collect(), SpeakerLink::Role);
        }
        match self.described(words, span) {
            Some(holder) => (holder, SpeakerLink::Role),
            None => (Vec::new(), SpeakerLink::None),
        }
    }

    /// "Dahl's" of "Dahl's Inc. … Dahl's said": the "'s" is the name's. "Vitaly | Dahl, who speaks for us": a given
    /// name that looks like an adverb is the name's.
    fn with_clitic(&self, span: Span) -> Span {
        let mentions = &self.named.mentions;
        let first = mentions.partition_point(|name| name.span.start() < span.start());
        let opens = first.checked_sub(1).and_then(|at| mentions.get(at)).filter(|name| {
            name.kind == EntityKind::Person
                && name.span.end() > span.start()
                && name.span.end() <= span.end()
        });
        let span = opens.map_or(span, |name| Span::new(name.span.start(), span.end()));
        let mut inside = mentions_in(self.named, span).iter();
        let name = inside.find(|name| name.span.end() > span.end());
        let rest = |name: &Mention| Span::new(span.end(), name.span.end()).of(self.text);
        name.filter(|name| matches!(rest(name), "'s" | "’s" | "'" | "’"))
            .map_or(span, |name| Span::new(span.start(), name.span.end()))
    }

    /// "Vigra" of "Vigra itself".
    fn without_itself(&self, span: Span) -> Span {
        let bare = without_self(span.of(self.text));
        let length = u32::try_from(bare.len()).unwrap_or(span.len());
        Span::new(span.start(), span.start() + length)
    }

    /// "AH", "Des", "this reporter", "A": neither a name nor a description.
    fn by_other_words(&self, words: &str, span: Span) -> Option<(Vec<u32>, SpeakerLink)> {
        let by_letters = || cut::by_initials(words, self.named);
        let by_given_name = || cut::by_given_name(words, self.named);
        let by_cut_surname = || cut::by_cut_surname(words, self.named);
        if let Some(person) = by_letters().or_else(by_given_name).or_else(by_cut_surname) {
            return Some((vec![person], SpeakerLink::Name));
        }
        let author = self
            .discourse
            .author
            .filter(|_| author::says_who_wrote(span, self.text) && !self.discourse.is_quoted(span));
        if let Some(author) = author {
            return Some((vec![author], SpeakerLink::Role));
        }
        matches!(words, "A" | "A." | "Answer").then(|| {
            let guest = self.discourse.protagonist();
            (guest.into_iter().collect(), SpeakerLink::Role)
        })
    }

    /// "the ministry", "the statement", "his wife".
    fn described(&self, words: &str, span: Span) -> Option<Vec<u32>> {
        let holds_person = !relatives::is_kin_call(words) && self.holds_person(words, span);
        let words = paper::without_participle(without_self(words));
        // "No group has said so", "an aide, speaking on condition of anonymity,": nobody known.
        let opening = words.split(' ').next().unwrap_or_default();
        if lexicon::is_in_any_case(opening, Word::Vague) || words.split(' ').any(hides) {
            return None;
        }
        // "the police" are nobody who has a name.
        if matches!(words, "police" | "Police" | "the police" | "The police") {
            return None;
        }
        let description = if holds_person { None } else { Description::new(words) };
        let description = description.filter(|words_of| match words_of.kin() {
            Some(_) => !is_named_anew(words),
            None => !is_whole_name(words),
        });
        if let Some(paper) = description.as_ref().filter(|words| words.is_paper()) {
            let issuer = self.discourse.issuer(&paper.head, span).map(<[u32]>::to_vec);
            let author = || self.discourse.written_by(&paper.head, span).map(|who| vec![who]);
            let last = || self.discourse.just_spoke(span).filter(|_| paper.is_bare_statement());
            if let Some(who) = issuer.or_else(author).or_else(last) {
                return Some(who);
            }
        }
        let found = self.roles.holder(&description?, span, &self.discourse, &self.surnames)?;
        // "Denmark waits. | Its minister": not France's, who was named before.
        let its = || pronoun::owner_body(span, &self.discourse);
        let is_others = |who: u32| {
            self.discourse.is_person(who)
                && its().is_some_and(|its| focus::is_of_another(who, its, &self.discourse))
        };
        (!found.iter().any(|who| is_others(*who))).then_some(found)
    }

    /// Whether the phrase names a person, if not only in what is told of "The company, owned by Tom Berg,".
    fn holds_person(&self, words: &str, span: Span) -> bool {
        let mut named = mentions_in(self.named, span).iter();
        let Some(first) = named.find(|name| name.kind == EntityKind::Person) else { return false };
        let aside = [", ", " who ", " which "].iter().filter_map(|aside| find(words, aside)).min();
        let Some(end) =
            aside.filter(|end| (first.span.start() - span.start()) as usize > *end + ", ".len())
        else {
            return true;
        };
        let head = words.get(..end).and_then(Description::new);
        !head.is_some_and(|head| head.is_any_body() || head.is_any_agency() || head.is_somebody())
    }

    /// "The company" of "[The company will close two yards], it said".
    fn opening_body(&self) -> Option<Span> {
        let content = self.discourse.sought_content()?;
        let tokens = self.discourse.tokens.tokens_in(content);
        let first = tokens.first().filter(|first| first.span().of(self.text) == "The")?.span();
        let noun = tokens.get(1..)?.iter().take(OPENING).map(Spanned::span);
        let mut noun = noun.take_while(|word| word.of(self.text).starts_with(char::is_lowercase));
        let noun = noun.find(|word| lexicon::is_body(word.of(self.text)))?;
        Some(first.cover(noun))
    }

    /// "Jordan" behind "Eva Jordan", where the country itself was not named before her: hers.
    fn namesake(&self, place: u32, span: Span) -> Option<u32> {
        let entity = self.named.entities.get(place as usize);
        let entity = entity.filter(|entity| entity.kind == EntityKind::Place)?;
        let person = self.surnames.only_bearer(span.of(self.text))?;
        let first = |entity: &wirecopy_entity::Entity| entity.mentions.first().copied();
        let name = self.named.entities.get(person as usize).and_then(first)?;
        first(entity).is_some_and(|place| name < place).then_some(person)
    }

    /// "The Tarn, Texas, maker of boots": the company that the story is at, if any is; no seat is told elsewhere.
    fn by_seat(&self, span: Span) -> Option<Option<u32>> {
        let noun = apposed::behind_seat(self.text, span, self.named)?;
        let opens = span.of(self.text).split(' ').next().unwrap_or_default().to_lowercase();
        let noun = format!("{opens} {noun}");
        let words = Description::new(&noun)?;
        let body = words.is_any_body() || words.is_any_agency();
        if body && opens == "the" {
            return Some(self.roles.body(&words, span, &self.discourse));
        }
        // "A Tarn, Texas, woman said …"
        let person = words.is_somebody() || words.gender().is_some();
        (person && !words.is_plural()).then(|| {
            let who = self.roles.holder(&words, span, &self.discourse, &self.surnames)?;
            <[u32; 1]>::try_from(who).ok().map(|[only]| only)
        })
    }

    /// "the elder Holm": of two of that surname, by whose son or father one of them is; else whoever of
    /// them spoke last.
    fn by_age(&self, span: Span, found: u32) -> Option<u32> {
        // "His older brother, Tom Holm," says himself which.
        let mut words = span.of(self.text).split_whitespace().take(2);
        if span.of(self.text).contains(',') {
            return None;
        }
        let is_younger = words.find_map(|word| match word {
            "younger" => Some(true),
            "elder" | "older" => Some(false),
            _ => None,
        })?;
        let bearers = self.surnames.bearers(found);
        self.roles.by_age(is_younger, bearers).or_else(|| {
            let spoke = bearers.iter().copied();
            spoke.filter_map(|b| Some((self.discourse.spoke_last_at(b)?, b))).max().map(|(_, b)| b)
        })
    }

    /// "Striker Tom Holm … his mother, Ann Holm, … Holm, who is 30, said": by the surname alone goes the one whom the
    /// story is about, and not the relative, unless the paragraph names her.
    fn head_of_family(&self, span: Span, found: u32) -> Option<u32> {
        let whole = self.named.entities.get(found as usize).map_or("", |entity| &entity.name);
        let is_alone = mentions_in(self.named, span).first().is_some_and(|name| {
            let rest = whole.strip_suffix(name.span.of(self.text));
            // "Mrs. Holm" is told by the title.
            let opens = name.span.start() == span.start();
            opens && name.entity == Some(found) && rest.is_some_and(|rest| rest.ends_with(' '))
        });
        let bearers = self.surnames.bearers(found);
        if !is_alone || bearers.len() < 2 || !self.roles.is_relative(found) {
            return None;
        }
        let mut others = bearers.iter().copied().filter(|other| !self.roles.is_relative(*other));
        let (other, none) = (others.next()?, others.next());
        let story = &self.discourse;
        let is_more = story.spoke_last_at(other).is_some()
            || story.weight(other, span) > story.weight(found, span);
        let here = || story.paragraph_at(span.start());
        let named =
            || story.people_before(span, NAMED).any(|(who, at)| who == found && at >= here());
        (none.is_none() && is_more && !named()).then_some(other)
    }

    fn is_place(&self, entity: u32) -> bool {
        let entity = self.named.entities.get(entity as usize);
        entity.is_some_and(|entity| entity.kind == EntityKind::Place)
    }

    /// "the officer added": whoever spoke just before in the paragraph.
    fn adds(&self, quote: &wirecopy_quote::Quote, span: Span) -> Option<u32> {
        if !goes_on(quote, self.text) {
            return None;
        }
        let words = Description::new(span.of(self.text)).filter(|words| {
            words.opens && words.determiner == Determiner::Definite && !words.is_plural()
        })?;
        let (_, speaker, who) = self.last.as_ref()?;
        let [only] = who.as_slice() else { return None };
        let paragraphs = self.discourse.tokens.paragraphs();
        let of = |span: Span| paragraphs.partition_point(|p| p.span().end() <= span.start());
        let fits = words.is_personal() && self.discourse.is_person(*only);
        // "…," she told the court.\n\n| The petitioner added: who has just spoken, and no judge or lawyer.
        let opens = || {
            let end = self.last.as_ref().map_or(0, |(end, ..)| *end);
            let between = Span::new(end.min(span.start()), span.start());
            of(*speaker) + 1 == of(span)
                && self.discourse.paragraph_at(span.start()) == span.start()
                && traits::is_of_sex(*only, &words, &self.discourse)
                && !self.roles.is_of_others(*only)
                && mentions_in(self.named, between).is_empty()
        };
        (fits && (of(*speaker) == of(span) || opens())).then_some(*only)
    }

    /// Keeps who spoke for what follows; of somebody without a name, the noun.
    fn remember(&mut self, span: Span, quote: &wirecopy_quote::Quote, entities: &[u32]) {
        let is_own_words = quote.kind == QuoteKind::Direct || quote.reason == QuoteReason::Colon;
        self.discourse.spoke(span, &quote.content, entities, is_own_words);
        if let [_, _, ..] = entities
            && let Some(words) = Description::new(span.of(self.text))
            && words.opens
            && words.is_plural()
        {
            self.discourse.called_together(&words.singular().head);
        }
        let words = Description::new(span.of(self.text));
        if words.as_ref().is_some_and(Description::is_plural) {
            self.discourse.several(span, entities);
        }
        if let [only] = entities {
            let noun = words.filter(|words| {
                words.opens
                    && words.determiner == Determiner::Definite
                    && words.owner.is_none()
                    && words.complement.is_empty()
                    && words.is_personal()
                    && words.kin().is_none()
                    && !words.is_plural()
            });
            if let Some(noun) = noun.filter(|_| self.discourse.is_person(*only)) {
                self.discourse.means(&noun.head, *only, span);
            }
            return;
        }
        if !entities.is_empty() {
            return;
        }
        // "Witness K", "Officer B": a letter for a name.
        if let Some(words) = words.as_ref().filter(|words| words.is_lettered()) {
            self.discourse.introduce(words, true, span);
        }
        // "one, who asked for anonymity", "a manager there"
        let mut opening = span.of(self.text).split(|c: char| !c.is_alphabetic());
        let is_one = opening.next().is_some_and(|one| matches!(one, "One" | "one"));
        if is_one && opening.next().is_some_and(|next| matches!(next, "" | "who")) {
            self.discourse.spoken.entry(span.start()).or_insert(None);
        }
        if let Some(words) = words.filter(|words| words.opens || words.owner.is_some()) {
            let is_personal = words.is_personal() && !words.is_plural();
            self.discourse.introduce(&words, is_personal, span);
        }
    }
}

/// "added", "went on": whether the cue says that whoever spoke before goes on.
fn goes_on(quote: &wirecopy_quote::Quote, text: &str) -> bool {
    quote.cue.iter().any(|cue| lexicon::is(cue.of(text), Word::Adds))
}

/// "heard", "was told": what happens in court.
fn is_hearing(cue: &str) -> bool {
    let last = cue.rsplit(' ').next().unwrap_or_default();
    matches!(last, "heard" | "hears") || cue == "was told"
}

/// "the swimmer" of "the swimmer herself".
fn without_self(words: &str) -> &str {
    const SELVES: [&str; 4] = [" himself", " herself", " itself", " themselves"];
    SELVES.iter().find_map(|own| words.strip_suffix(own)).unwrap_or(words)
}

/// Whether the word tells of somebody who wants no name.
fn hides(word: &str) -> bool {
    lexicon::is(word.trim_end_matches([',', '.']), Word::Hides)
}

/// "The driver's wife, Grace,": a name behind a comma that the story's names do not have.
fn is_named_anew(words: &str) -> bool {
    let Some((_, behind)) = split(words, ", ") else { return false };
    let mut aside = behind.split([',', ' ']).filter(|word| !word.is_empty());
    let name = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
    };
    aside.next().is_some_and(name)
}

/// "His team, Corvane-Sol,": a name between commas, and no "Norland's largest" or "Oslo-based".
fn is_whole_name(words: &str) -> bool {
    let Some((front, behind)) = split(words, ", ") else { return false };
    let name = behind.split(',').next().unwrap_or_default();
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "for");
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && !word.ends_with("'s")
            && !word.ends_with("’s")
            && !word.ends_with("-based")
    };
    !front.contains(char::is_uppercase)
        && name.starts_with(char::is_uppercase)
        && name.split(' ').all(|word| capital(word) || small(word))
}

/// Where `mark`, of one byte and more, first stands in `words`. These are a few words as a rule, in which the
/// tables that [`str::find`] makes for a longer text cost more than the search.
fn find(words: &str, mark: &str) -> Option<usize> {
    let first = mark.bytes().next()?;
    let begins = words.bytes().enumerate().filter(|(_, byte)| *byte == first);
    let mut begins = begins.map(|(at, _)| at);
    begins.find(|at| words.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
}

/// What stands before and behind the first `mark`, found as [`find`] does.
fn split<'w>(words: &'w str, mark: &str) -> Option<(&'w str, &'w str)> {
    let at = find(words, mark)?;
    Some((words.get(..at)?, words.get(at + mark.len()..)?))
}

/// The mentions that begin within `span`.
fn mentions_in(named: &Entities, span: Span) -> &[Mention] {
    let mentions = named.mentions.as_slice();
    let first = mentions.partition_point(|mention| mention.span.start() < span.start());
    let rest = mentions.get(first..).unwrap_or_default();
    let count = rest.partition_point(|mention| mention.span.start() < span.end());
    rest.get(..count).unwrap_or_default()
}

fn full_name(entities: &[u32], named: &Entities) -> Option<String> {
    let name = |entity: &u32| Some(named.entities.get(*entity as usize)?.name.as_str());
    let mut names = entities.iter().filter_map(name);
    let mut all = names.next()?.to_owned();
    let mut names = names.peekable();
    while let Some(name) = names.next() {
        let joined = if names.peek().is_some() { ", " } else { " and " };
        all.extend([joined, name]);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    /// The speakers of a text by full name, in order; those without a name are left out.
    pub(super) fn speakers(text: &str) -> Vec<String> {
        let article = crate::analyze(text).expect("a short text");
        let speakers = article.quotes().iter().filter_map(|quote| quote.speaker.as_ref());
        speakers.filter_map(|speaker| speaker.name.clone()).collect()
    }
}
