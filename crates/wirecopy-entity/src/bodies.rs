//! Organisations by the words that open their names.
//!
//! "Ministry of Foreign Affairs", "Bank of Norland". A role noun ends the run ("… State | Deputy Spokesperson").

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::lists::Code;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use crate::words::{Style, WordKind};

impl Scene<'_> {
    /// "Ministry of …", "Bank of …", "House of Representatives".
    pub(crate) fn bodies_by_opening(&mut self) {
        let foreign = Class::FOREIGN.or(Class::FOREIGN_PLACE);
        let opening = Class::ORG_OF.or(Class::HEAD).or(Class::MEMBERS);
        self.at_classes(foreign.or(opening), |scene, word| {
            scene.foreign_body(word).or_else(|| scene.body_by_opening(word))
        });
    }

    /// "Movimiento Sierra Libre", "Orquestra do Tejo", and the place "Stade de Ribeira".
    fn foreign_body(&mut self, word: usize) -> Option<usize> {
        let class = self.class(word);
        let opens = class.any(Class::FOREIGN.or(Class::FOREIGN_PLACE))
            && self.words.word(word).capital
            && self.words.style(word) == Style::Sentence
            && !self.is_furniture(word);
        if !opens || self.is_possessive(word) {
            return None;
        }
        let end = self.foreign_end(word, word + 1);
        // "Sindicato del | Mar"
        let known = (word..end).any(|at| {
            self.class(at).any(Class::CALENDAR.or(Class::TITLE))
                && !self.class_before(at).any(Class::PARTICLE)
        });
        if end < word + 2 || known {
            return None;
        }
        if class.any(Class::FOREIGN) {
            let kind = EntityKind::Organization;
            self.mark_sure(word..end, kind, MentionReason::OrganizationPrefix)?;
        } else {
            self.mark_sure(word..end, EntityKind::Place, MentionReason::PlacePrefix)?;
        }
        Some(end)
    }

    fn body_by_opening(&mut self, word: usize) -> Option<usize> {
        if !self.words.word(word).capital
            || !(self.class(word).any(Class::ORG_OF.or(Class::HEAD))
                && matches!(self.after(word, word + 1), "of" | "for")
                || self.is_of_members(word))
            || self.words.style(word) == Style::Capitals
            || self.is_furniture(word)
        {
            return None;
        }
        let article = self.after(word, word + 2);
        // "Alliance for a | Cleaner Vigra"
        let wishes = ["alliance", "campaign", "coalition", "movement", "committee", "council"];
        let wishes =
            wishes.contains(&self.words.lower(word)) || self.class(word).any(Class::MEMBERS);
        let a = wishes && matches!(article, "a" | "an") && self.after(word, word + 1) == "for";
        let first = word + 2 + usize::from(a || article == "the");
        if !self.beside(word, first)
            || !self.is_name_like(first)
            || self.class(first).any(Class::CALENDAR)
        {
            return None;
        }
        let ministry = matches!(
            self.words.lower(word),
            "ministry" | "department" | "institute" | "office" | "bureau"
        );
        let start = self.body_start(word);
        // "Rates Board | of the Bank of Norland": one body, and the bank another.
        let other = article == "the" && start < word && self.is_body_of_its_own(word, first);
        let end = if other { word + 1 } else { self.body_end(first, ministry) };
        if end <= first && !other {
            return None;
        }
        // "Georgian | Ministry of Piers"
        let nation = start + 1 == word && self.is_nation_of(start, word);
        let start = if nation { word } else { start };
        let class = self.class(word);
        let alone = start == word && Lesser::PARTIAL.has(self.words.lower(word));
        if alone && !class.any(Class::ORG_OF.or(Class::MEMBERS)) {
            return None;
        }
        // "the Ombudsman for Ports", but "Ombudsman for Ports Ann Holm".
        let somebody = self.words.near(word, end).is_some_and(|it| it.capital)
            || self.after(word, end) == ","
            || self.before(start) != "the";
        if somebody && class.any(Class::TITLE) && !class.any(Class::ORG_OF) {
            return None;
        }
        self.mark_sure(start..end, EntityKind::Organization, MentionReason::OrganizationPrefix)?;
        Some(end)
    }

    /// "Bank of Norland": capitals that an "of" goes on from.
    pub(crate) fn is_body_of_its_own(&self, of: usize, first: usize) -> bool {
        let run = self.capitals_from(of, first);
        run > first
            && self.class(run - 1).any(Class::ORG_OF)
            && matches!(self.after(of, run), "of" | "for")
    }

    /// "Citizens for | Change", "Mothers Against | Noise": what they are for is a common noun with a capital.
    fn is_of_members(&self, word: usize) -> bool {
        let aim = word + 2;
        self.class(word).any(Class::MEMBERS)
            && matches!(self.after(word, word + 1), "for" | "against" | "without")
            && self.words.near(word, aim).is_some_and(|it| it.capital)
            && (self.words.form(aim).listed_common && self.common(aim) > 0.2
                || self.words.lower(aim).ends_with('s')
                    && self.words.form(aim).given == 0
                    && self.single(aim).is_none_or(|l| l.place < 4.5 && !l.demonym))
            && !self.class(aim).any(Class::CALENDAR)
            && self.words.style(word) == Style::Sentence
    }

    /// "Transport Canada", "Parks Canada", "Audit Scotland": an agency of a country or a part of one.
    pub(crate) fn agencies(&mut self) {
        self.at_names(|scene, word| {
            let it = *scene.words.word(word);
            let country = scene.words.near(word, word + 1).is_some_and(|next| next.capital)
                && scene.single(word + 1).is_some_and(|listed| {
                    use PlaceClass::{Country, Region};
                    matches!(listed.place_class, Some(Country | Region)) && !listed.demonym
                })
                && scene.words.near(word, word + 2).is_none_or(|next| !next.capital);
            if !country || !it.capital || it.kind != WordKind::Word {
                return None;
            }
            let region = scene.single(word + 1).is_some_and(|listed| {
                listed.place_class == Some(PlaceClass::Region) && listed.country != Code::BRITAIN
            });
            let interior = region && scene.words.lower(word) == "interior";
            let field = !interior
                && scene.class(word).any(Class::PORTFOLIO.or(Class::PURPOSE).or(Class::SPORT))
                || !region
                    && scene.common(word) > 0.3
                    && scene.words.lower(word).ends_with('s')
                    && !it.start;
            let alone = word.checked_sub(1).is_none_or(|before| {
                scene.words.near(word, before).is_none_or(|before| !before.capital)
            });
            let small = scene
                .words
                .near(word, word + 2)
                .is_some_and(|next| next.kind == WordKind::Word && !next.capital);
            let acts = !it.start
                || !region && small
                || scene.class_after(word, word + 2).any(Class::SAY.or(Class::ACT))
                || scene.is_possessive(word + 1);
            let odd = Class::DIRECTION.or(Class::CALENDAR).or(Class::FUNCTION).or(Class::TITLE);
            let fits = field
                && alone
                && acts
                && !scene.class(word).any(odd)
                && !scene.evidence.is_demonym(word)
                && scene.words.style(word) == Style::Sentence
                && !scene.is_furniture(word);
            let kind = EntityKind::Organization;
            fits.then(|| scene.mark(word..word + 2, kind, MentionReason::OrganizationSuffix))?;
            Some(word + 2)
        });
    }

    /// "Kingston | council", "Kingston | borough council": small letters, and a body all the same.
    pub(crate) fn councils(&mut self) {
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { continue };
            let (start, end) = (mark.words.start, mark.words.end);
            let city = matches!(self.after(start, end), "city" | "county" | "borough" | "district");
            let council = end + usize::from(city);
            let fits = mark.kind == EntityKind::Place
                && end > start
                && self.after(start, council) == "council"
                && self.words.form(council).text() == "council"
                && self.words.style(start) == Style::Sentence
                && !self.class_before(start).any(Class::NEAR)
                && mark
                    .listed
                    .and_then(|name| self.evidence.listed(name))
                    .is_some_and(|listed| listed.place_class != Some(PlaceClass::Country));
            let office =
                self.prosecutors_office(start, end).filter(|_| mark.kind == EntityKind::Place);
            let body = if fits { Some(council + 1) } else { office };
            if let Some(body) = body {
                let kind = EntityKind::Organization;
                self.mark_over(start..body, kind, MentionReason::OrganizationSuffix);
            }
        }
    }

    /// "Vigra | public prosecutor's office": small letters, and a body of the town.
    fn prosecutors_office(&self, start: usize, end: usize) -> Option<usize> {
        let public = matches!(self.after(start, end), "public" | "state" | "chief" | "district");
        let owner = end + usize::from(public);
        let attorney = self.after(start, owner) == "attorney" && self.before(owner) == "district";
        let office = matches!(self.after(start, owner), "prosecutor" | "prosecutors") || attorney;
        let fits = end > start
            && office
            && self.is_possessive(owner)
            && self.after(start, owner + 2) == "office"
            && !self.words.word(owner).capital;
        fits.then_some(owner + 3)
    }

    /// The end of a name after "of": capitals, with small words between them.
    pub(crate) fn body_end(&self, first: usize, lists: bool) -> usize {
        let mut end = first;
        while end - first < REACH && self.beside(first, end) && self.free(end) {
            let class = self.class(end);
            let next = self.beside(first, end + 1)
                && self.is_name_like(end + 1)
                && !self.class(end + 1).any(Class::CALENDAR.or(Class::HONORIFIC));
            let the = self.after(first, end + 1) == "the"
                && self.words.near(first, end + 2).is_some_and(|it| it.capital)
                && self.is_name_like(end + 2);
            let small = match self.words.lower(end) {
                "of" if the => {
                    let aim = self.before(first) == "the" && self.before(first - 1) == "for";
                    lists || self.is_abstract(end - 1) || aim && self.is_aim(end - 1)
                }
                "and" if lists && the && self.before(end - 1) == "," => true,
                "of" | "for" | "&" => next,
                "and" => {
                    let members = self.are_members(end - 1) && self.are_members(end + 1);
                    let chamber = self.class(end + 1).any(Class::CHAMBER);
                    next && !chamber
                        && (lists || members || self.class(end + 1).any(Class::PORTFOLIO))
                }
                "," => {
                    let members = || self.are_members(end - 1) && self.are_members(end + 1);
                    next && (lists || members()) && self.is_portfolio_list(end)
                }
                // "Ministry of Women, Children and | the Elderly"
                "the" => {
                    let list = self.before(end) == "and" && self.before(end - 2) == ",";
                    next && (list || matches!(self.before(end), "of" | "for" | "in"))
                }
                // "Board of Control for Ferries | in Norland"
                "in" => next && self.before(end - 1) == "for" && self.is_land(end + 1),
                // "University of Lavras | do Sul"
                _ => class.any(Class::PARTICLE) && !self.words.word(end).capital && next,
            };
            if small && end > first {
                end += 1;
                continue;
            }
            let role = class.any(Class::TITLE.or(Class::MODIFIER).or(Class::ROLE))
                && !class.any(Class::PORTFOLIO);
            // "Office of the High | Commissioner for Ports": whose office it is.
            let office = self.before(first) == "the" && self.before(first - 2) == "office";
            let name_behind = self.words.form(end + 1).given > 0 || role && !office;
            if !self.is_name_like(end)
                || class.any(Class::CALENDAR)
                || (role && end > first && name_behind && self.words.form(end).text() != "General")
            {
                break;
            }
            // "Department of State John": a given name and a surname behind a portfolio.
            if end > first && next && self.opens_speaker(end) {
                break;
            }
            // "League of Norway Ann Holm": who heads it stands behind the country.
            if end > first && self.is_name_behind_country(end) {
                break;
            }
            end += 1;
            if self.is_possessive(end - 1) {
                break;
            }
        }
        // "Ministry of Defence | and"
        while end > first
            && !self.words.word(end - 1).capital
            && self.words.word(end - 1).kind == WordKind::Word
            && self.class(end - 1).any(Class::FUNCTION)
        {
            end -= 1;
        }
        end
    }

    pub(crate) fn is_land(&self, word: usize) -> bool {
        self.single(word).is_some_and(|listed| listed.place_class == Some(PlaceClass::Country))
    }

    fn is_name_behind_country(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let country = self
            .single(word - 1)
            .is_some_and(|listed| listed.place_class == Some(PlaceClass::Country));
        country && self.class(word).is_plain() && (form.given >= 3 || form.surname >= 3)
    }

    /// "… for Ports | Serafim Dolgov": a given name and what may be a surname end a run of capitals.
    fn opens_speaker(&self, word: usize) -> bool {
        let (given, surname) = (self.words.form(word), self.words.form(word + 1));
        let last = self.words.near(word, word + 2).is_none_or(|it| !it.capital);
        let rare = last
            && given.given >= 2
            && self.common(word) < 0.1
            && self.common(word + 1) < 0.05
            && self.class(word + 1).is_plain()
            && self.single(word + 1).is_none_or(|listed| listed.place < 3.0 && !listed.demonym)
            && self.single(word).is_none_or(|listed| listed.place < 4.0);
        given.given >= 4 && surname.surname > 0 || rare
    }
}
