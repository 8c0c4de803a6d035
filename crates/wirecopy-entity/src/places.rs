//! Listed names of several words, and places by the words around them.
//!
//! A name of several listed words is nearly always what the list says. One word needs company (`single.rs`).

use crate::input::Input;
use crate::lexicon::Class;
use crate::listed::{Hit, Listed, PlaceClass};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Inner, Scene};
use crate::words::{Style, WordKind};
use std::ops::Range;
use wirecopy_gazetteer::{EntryKind, Gazetteer};

/// Places weaker than this are towns: any word may be the name of one somewhere.
pub(crate) const TOWN: f32 = 3.5;

/// Whether a river or sea has this name and a noun: "Aegean Sea".
fn is_water(name: &str, lists: &[&Gazetteer]) -> bool {
    let listed = |name: &str| {
        lists.iter().any(|list| {
            let found = list.lookup(name).map(|id| list.entries(id));
            found.is_some_and(|mut found| found.any(|e| e.kind() == EntryKind::Place))
        })
    };
    [" River", " Sea", " Ocean", " Gulf"].iter().any(|noun| listed(&[name, noun].concat()))
}

impl<'a> Scene<'a> {
    /// Entries of the caller's own lists, wherever they stand.
    pub(crate) fn trusted(&mut self) {
        if self.evidence.names.iter().all(|listed| listed.trusted.is_none()) {
            return;
        }
        let mut word = 0;
        while word < self.words.words.len() {
            let hit = self.evidence.at(word).iter().copied().find(|hit| {
                self.evidence.listed(hit.name).is_some_and(|listed| listed.trusted.is_some())
            });
            word = hit.and_then(|hit| self.trust(hit)).unwrap_or(word + 1);
        }
    }

    fn trust(&mut self, hit: Hit) -> Option<usize> {
        let kind = match self.evidence.listed(hit.name)?.trusted? {
            EntryKind::Person | EntryKind::GivenName | EntryKind::Surname => EntityKind::Person,
            EntryKind::Place => EntityKind::Place,
            EntryKind::Organization => EntityKind::Organization,
            EntryKind::Demonym => EntityKind::Demonym,
            _ => EntityKind::Other,
        };
        self.mark_sure(hit.start..hit.end, kind, MentionReason::UserGazetteer)?;
        Some(hit.end)
    }

    /// The places of the dateline, which may stand outside of all tokens.
    pub(crate) fn dateline(&mut self, input: &Input<'a>) {
        for &place in input.places {
            let words =
                self.words.starting_at(place.start()).zip(self.words.ending_at(place.end()));
            if let Some((start, end)) = words {
                self.mark_sure(start..end + 1, EntityKind::Place, MentionReason::Dateline);
            } else if !place.is_empty() && place.get(input.text).is_some() {
                let listed = self.evidence.look_up(input, place.of(input.text));
                let reason = MentionReason::Dateline;
                self.nested.push(Inner { span: place, kind: EntityKind::Place, reason, listed });
            }
        }
        let words = input.agency.and_then(|agency| {
            self.words.starting_at(agency.start()).zip(self.words.ending_at(agency.end()))
        });
        if let Some((start, end)) = words {
            self.mark_sure(start..end + 1, EntityKind::Organization, MentionReason::Dateline);
        }
    }

    /// Listed names of two words and more, the longest first.
    pub(crate) fn phrases(&mut self) {
        self.at_names(Self::phrase);
    }

    fn phrase(&mut self, word: usize) -> Option<usize> {
        if self.is_furniture(word) {
            return None;
        }
        let hits: Vec<Hit> =
            self.evidence.at(word).iter().copied().filter(|hit| hit.end >= word + 2).collect();
        for hit in hits {
            let range = hit.start..hit.end;
            if !self.all_free(&range) {
                continue;
            }
            let Some(listed) = self.evidence.listed(hit.name) else { continue };
            let Some((kind, strength)) = self.kind_of(listed) else { continue };
            if !self.is_phrase(&range, kind, strength) {
                continue;
            }
            self.mark_sure(range, kind, MentionReason::GazetteerPhrase)?;
            return Some(hit.end);
        }
        None
    }

    /// The likeliest kind of a listed name by the list alone.
    pub(crate) fn kind_of(&self, listed: &Listed) -> Option<(EntityKind, f32)> {
        let person = if listed.person { 5.5 } else { 0.0 };
        // "Hong Kong residents": a place that is its own adjective is the place.
        let demonym = match listed.demonym {
            true if listed.place >= 5.0 => 4.9,
            true => 6.5,
            false => 0.0,
        };
        let best = [
            (EntityKind::Place, listed.place),
            (EntityKind::Organization, listed.organization),
            (EntityKind::Person, person),
            (EntityKind::Demonym, demonym),
        ];
        best.into_iter().filter(|&(_, s)| s > 0.0).max_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn is_phrase(&self, range: &Range<usize>, kind: EntityKind, strength: f32) -> bool {
        let style = self.words.style(range.start);
        let first = range.start;
        let capital = self.words.word(first).capital && self.words.word(range.end - 1).capital;
        if !capital
            || self.class(first).any(Class::CALENDAR)
                && self.class(range.end - 1).any(Class::CALENDAR)
        {
            return false;
        }
        // "Juan Carlos | de la Vega" is another than the king.
        let goes_on = kind == EntityKind::Person
            && self.class_after(first, range.end).any(Class::PARTICLE)
            && !self.words.word(range.end).capital
            && (range.end + 1..range.end + 3)
                .any(|at| self.words.near(first, at).is_some_and(|it| it.capital));
        if goes_on {
            return false;
        }
        let all_common = range.clone().all(|word| self.common(word) > 0.5);
        if kind == EntityKind::Place
            && strength < TOWN
            && range.clone().all(|word| self.common(word) > 0.1)
        {
            return false;
        }
        if all_common
            && (style != Style::Sentence || self.words.word(first).start)
            && strength < 7.0
        {
            return false;
        }
        // A small place or club whose words are a person's: "Chester Hill", "Santa Ana Silva".
        let joined = range.clone().any(|word| self.words.lower(word) == "&");
        let personal = self.words.form(first).given >= 4
            && self.words.form(range.end - 1).surname > 0
            && !joined;
        if personal
            && matches!(kind, EntityKind::Place | EntityKind::Organization)
            && strength < 5.0
        {
            return false;
        }
        // A part of a longer run of capitals that the list does not know: weak entries give way.
        let weak = strength < 4.0 && matches!(kind, EntityKind::Place | EntityKind::Organization);
        let longer = self.beside(first, range.end)
            && self.free(range.end)
            && self.is_name_word(range.end)
            && !self.is_possessive(range.end - 1)
            && style == Style::Sentence;
        let opened = self.class(first).any(Class::FUNCTION) && self.words.word(first).start && weak;
        !(opened || weak && longer)
    }

    /// "Mount Ribeira", "Ribeira River".
    pub(crate) fn places_by_shape(&mut self) {
        self.at_names(|scene, word| {
            if scene.words.style(word) == Style::Capitals
                || !scene.words.word(word).capital
                || scene.is_furniture(word)
            {
                return None;
            }
            let class = scene.class(word);
            if class.any(Class::PLACE_END) {
                scene.place_by_closing(word);
            }
            if matches!(scene.words.lower(word), "co" | "co.") {
                scene.county(word);
            }
            if scene.is_saints(word) {
                scene.mark_sure(word..word + 4, EntityKind::Place, MentionReason::PlaceSuffix);
                return Some(word + 4);
            }
            if class.any(Class::PLACE_START) && !class.any(Class::DIRECTION) {
                scene.place_by_opening(word);
            }
            None
        });
    }

    /// "Co Ribeira": a county of Ireland, behind nothing that might be a firm.
    fn county(&mut self, word: usize) {
        let listed = self.single(word + 1).is_some_and(|listed| listed.place >= 3.0);
        let firm = word.checked_sub(1).is_some_and(|before| {
            self.words.near(word, before).is_some_and(|it| it.capital)
                || matches!(self.words.lower(before), "&" | "and")
        });
        if listed && !firm && self.free(word + 1) && self.beside(word, word + 1) {
            self.mark_sure(word..word + 2, EntityKind::Place, MentionReason::PlacePrefix);
        }
    }

    /// "Flood Warning | Center": the word before says what people do there.
    fn is_centre_of_work(&self, word: usize) -> bool {
        matches!(self.words.lower(word), "center" | "centre" | "district" | "authority")
            && self.class_before(word).any(Class::PURPOSE)
    }

    fn place_by_closing(&mut self, word: usize) {
        let mut start = word;
        let class = self.class(word);
        while start > 0 && word - start < 4 && self.beside(word, start - 1) && self.free(start - 1)
        {
            let before = start - 1;
            let stop = self
                .class(before)
                .any(Class::CALENDAR.or(Class::HONORIFIC).or(Class::TITLE).or(Class::COMPANY));
            let opener = self.words.word(before).start
                && self.common(before) > 0.6
                && !self.class(before).any(Class::DIRECTION);
            if !self.is_name_like(before)
                || stop
                || opener
                || self.evidence.is_demonym(before) && word - before > 1
            {
                break;
            }
            start = before;
        }
        if start < word && self.is_centre_of_work(word) {
            self.mark(start..word + 1, EntityKind::Organization, MentionReason::OrganizationSuffix);
            return;
        }
        if start == word || (!class.any(Class::PLACE_STRONG) && !self.is_placed(start, word)) {
            return;
        }
        // "U.S. District Judge Anna Holm"
        let office = Class::TITLE.or(Class::ROLE).or(Class::ORG_END);
        let county = matches!(self.words.lower(word), "county" | "parish" | "township" | "island");
        if !county
            && self.class_after(word, word + 1).any(office)
            && self.words.word(word + 1).capital
        {
            return;
        }
        // "Strong River" in a title-case headline says little.
        if self.words.style(word) == Style::Title && self.common(start) > 0.3 {
            return;
        }
        // "head of the Ribeira National Park", "Ribeira National Park said": who acts is a body.
        let park = self.words.lower(word) == "park" && self.before(word) == "national";
        let of = start.saturating_sub(1 + usize::from(self.before(start) == "the"));
        let headed = self.beside(word, of)
            && self.words.lower(of) == "of"
            && self.class_before(of).any(Class::ROLE.or(Class::TITLE));
        if park && (headed || self.class_after(word, word + 1).any(Class::SAY)) {
            let kind = EntityKind::Organization;
            self.mark(start..word + 1, kind, MentionReason::OrganizationSuffix);
            return;
        }
        let mark = self.mark(start..word + 1, EntityKind::Place, MentionReason::PlaceSuffix);
        if let Some(mark) = mark.and_then(|mark| self.marks.get_mut(mark)) {
            mark.sure = class.any(Class::PLACE_STRONG);
        }
    }

    /// A weak closing word ("House", "Park") makes a place where the words before it are a name and a
    /// preposition or an article stands before them.
    fn is_placed(&self, start: usize, word: usize) -> bool {
        let named = (start..word).any(|at| self.common(at) < 0.2);
        let near = self.class_before(start).any(Class::NEAR) || self.before(start) == "the";
        named && near
    }

    fn place_by_opening(&mut self, word: usize) {
        let next = word + 1;
        let strong = matches!(
            self.words.lower(word),
            "mount"
                | "mt."
                | "mt"
                | "lake"
                | "cape"
                | "fort"
                | "loch"
                | "lough"
                | "port"
                | "gulf"
                | "tel"
                | "san"
                | "santa"
                | "saint"
                | "st."
                | "el"
                | "los"
                | "las"
                | "new"
                | "rio"
        );
        if !strong || !self.beside(word, next) || !self.free(next) || !self.is_name_word(next) {
            return;
        }
        let end = if self.beside(word, next + 1)
            && self.class(next + 1).any(Class::PLACE_END)
            && self.words.word(next + 1).capital
        {
            next + 2
        } else {
            next + 1
        };
        let natural = matches!(
            self.words.lower(word),
            "mount" | "mt." | "mt" | "lake" | "cape" | "fort" | "loch" | "lough"
        );
        // "the smoke over Port Silve": a port of no list.
        let port = self.words.lower(word) == "port"
            && !self.words.form(next).listed_common
            && self.class(next).is_plain()
            && !self.words.word(word).start;
        let near = port || self.class_before(word).any(Class::NEAR);
        let start = self.words.word(word).start;
        if (natural && self.common(next) < 0.5 && !start) || (near && self.common(next) < 0.3) {
            self.mark(word..end, EntityKind::Place, MentionReason::PlacePrefix);
        }
    }

    /// "St. Olav's Basilica": what has a saint's name.
    fn is_saints(&self, word: usize) -> bool {
        let noun = word + 3;
        matches!(self.words.lower(word), "st." | "st" | "saint")
            && self.is_possessive(word + 1)
            && self.words.near(word, noun).is_some_and(|it| it.capital)
            && self.class(noun).any(Class::PLACE_END)
            && self.all_free(&(word..noun + 1))
    }

    /// "Ribeira Open", "Treaty of Ribeira", "Nobel Prize": names of events and papers, which are
    /// neither places nor bodies.
    pub(crate) fn events(&mut self) {
        self.storms();
        self.at_classes(Class::EVENT, |scene, word| {
            scene.event(word);
            None
        });
    }

    /// "Hurricane Hester", and "Hester" wherever else it stands alone.
    fn storms(&mut self) {
        let mut names: Vec<u32> = Vec::new();
        self.at_classes(Class::STORM, |scene, word| {
            let next = word + 1;
            let storm = scene.words.word(word).capital
                && scene.words.near(word, next).is_some_and(|it| it.capital)
                && scene.words.word(next).kind == WordKind::Word
                && scene.words.form(next).given > 0
                && scene.words.style(word) == Style::Sentence;
            if !storm {
                return None;
            }
            scene.mark_sure(word..next + 1, EntityKind::Other, MentionReason::Event)?;
            names.push(scene.words.word(next).form);
            Some(next + 1)
        });
        if names.is_empty() {
            return;
        }
        names.sort_unstable();
        self.at_names(|scene, word| {
            let alone = names.binary_search(&scene.words.word(word).form).is_ok()
                && scene.words.near(word, word + 1).is_none_or(|it| !it.capital)
                && word.checked_sub(1).is_none_or(|at| {
                    scene.words.near(word, at).is_none_or(|it| !it.capital || it.start)
                });
            if alone {
                scene.mark(word..word + 1, EntityKind::Other, MentionReason::Event);
            }
            None
        });
    }

    fn event(&mut self, word: usize) {
        let it = *self.words.word(word);
        if !it.capital || self.is_furniture(word) {
            return;
        }
        let form = self.words.form(word);
        if form.given > 0 || it.start && self.after(word, word + 1) != "of" {
            return;
        }
        let mut start = word;
        while start > 0 && word - start < 6 && self.beside(word, start - 1) && self.free(start - 1)
        {
            let before = start - 1;
            let capital =
                self.words.word(before).capital && !self.class(before).any(Class::FUNCTION);
            let name = capital
                && !self.class(before).any(Class::CALENDAR.or(Class::HONORIFIC))
                && (self.words.style(word) == Style::Sentence
                    || self.is_name_like(before)
                    || self.evidence.single(before).is_some());
            if !name || self.words.word(before).start && self.common(before) > 0.6 {
                break;
            }
            start = before;
        }
        let mut end = word + 1;
        let of = self.after(word, end) == "of"
            && self.beside(word, end + 1)
            && self.is_name_like(end + 1);
        let paper = matches!(
            self.words.lower(word),
            "treaty"
                | "battle"
                | "convention"
                | "declaration"
                | "protocol"
                | "accord"
                | "agreement"
                | "communique"
                | "pact"
                | "siege"
                | "act"
                | "war"
        );
        if of && paper && start == word {
            end += 2;
        }
        if end - start >= 2 && self.words.style(word) != Style::Title {
            // A film festival is who runs it, as an academy is.
            let body = end == word + 1
                && word - start >= 2
                && self.words.lower(word) == "festival"
                && self.before(word) == "film";
            let kind = if body { EntityKind::Organization } else { EntityKind::Other };
            self.mark(start..end, kind, MentionReason::Event);
        }
    }

    /// "the Kama", "the Aegean": rivers and seas that the lists have with their noun.
    pub(crate) fn waters(&mut self, lists: &[&Gazetteer]) {
        self.at_names(|scene, word| {
            let it = *scene.words.word(word);
            let alone = it.capital
                && !it.capitals
                && it.kind == WordKind::Word
                && scene.before(word) == "the"
                && scene.words.near(word, word + 1).is_none_or(|next| !next.capital)
                && scene.words.style(word) == Style::Sentence
                && scene.common(word) < 0.1
                && scene.words.form(word).given < 4
                && !scene.evidence.is_demonym(word)
                && !scene.is_furniture(word);
            if alone && is_water(scene.words.form(word).text(), lists) {
                let kind = EntityKind::Place;
                scene.mark_sure(word..word + 1, kind, MentionReason::GazetteerWord);
            }
            None
        });
    }

    /// "Republic of Ribeira", "Gulf of Ribeira", "City of Ribeira".
    pub(crate) fn places_of(&mut self) {
        self.at_classes(Class::REALM, |scene, word| {
            scene.place_of(word);
            None
        });
    }

    fn place_of(&mut self, word: usize) {
        if !self.words.word(word).capital || self.words.style(word) != Style::Sentence {
            return;
        }
        let the = usize::from(self.after(word, word + 2) == "the");
        let first = word + 2 + the;
        if self.after(word, word + 1) != "of" || !self.beside(word, first) {
            return;
        }
        let hit = self
            .evidence
            .at(first)
            .iter()
            .copied()
            .find(|hit| self.evidence.listed(hit.name).is_some_and(|l| l.place >= 3.0));
        let end = match hit {
            Some(hit) => hit.end,
            None if self.is_name_word(first) && self.common(first) < 0.1 => first + 1,
            None => return,
        };
        let mut start = word;
        while start > 0
            && word - start < 4
            && self.beside(word, start - 1)
            && self.free(start - 1)
            && self.is_name_like(start - 1)
            && !self.words.word(start - 1).start
            && matches!(
                self.words.lower(start - 1),
                "federal"
                    | "democratic"
                    | "people's"
                    | "islamic"
                    | "socialist"
                    | "arab"
                    | "united"
                    | "soviet"
                    | "federative"
            )
        {
            start -= 1;
        }
        let listed = hit.map(|hit| hit.name);
        if let Some(mark) = self.mark(start..end, EntityKind::Place, MentionReason::PlacePrefix)
            && let Some(mark) = self.marks.get_mut(mark)
        {
            let country = matches!(
                self.words
                    .forms
                    .get(self.words.words.get(word).map_or(0, |w| w.form) as usize)
                    .map(|f| f.lower()),
                Some("republic" | "kingdom" | "city")
            );
            if country {
                mark.listed = mark.listed.or(listed);
            }
        }
    }

    /// "from Holm being the founder": who is or has something is no place behind the preposition.
    pub(crate) fn acts(&self, word: usize, end: usize) -> bool {
        matches!(self.after(word, end), "being" | "having")
    }

    /// "Ribeira, Brazil": a country or region stands behind a comma. "Kent, Essex and Surrey" is a list.
    pub(crate) fn has_region_behind(&self, word: usize) -> bool {
        let county = |listed: &Listed| listed.place_class == Some(PlaceClass::County);
        let listing =
            self.single(word).is_some_and(county) && self.single(word + 2).is_some_and(county);
        !listing
            && self.after(word, word + 1) == ","
            && self.beside(word, word + 2)
            && self.words.word(word + 2).capital
            && (self.evidence.is_region(word + 2)
                || self.evidence.at(word + 2).iter().any(|hit| {
                    self.evidence
                        .listed(hit.name)
                        .is_some_and(|l| l.is_region() && l.place > l.organization)
                }))
    }
}
