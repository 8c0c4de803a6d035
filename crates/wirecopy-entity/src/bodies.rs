//! Organisations by the words that open and close their names.
//!
//! "Ministry of Foreign Affairs", "Acme Tool Corp.", "State Department". A role noun ends the run ("…
//! State | Deputy Spokesperson"), and a nationality before a ministry stays outside of it ("Russian |
//! Foreign Ministry").

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::lists::Code;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{REACH, Scene};
use crate::words::{Style, WordKind};

/// What people, workers and farmers own by the name of it.
fn is_party_noun(noun: &str) -> bool {
    matches!(
        noun,
        "party" | "front" | "congress" | "movement" | "alliance" | "union" | "army" | "league"
    )
}

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
    fn is_body_of_its_own(&self, of: usize, first: usize) -> bool {
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
    fn body_end(&self, first: usize, lists: bool) -> usize {
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
                "," => next && lists && self.is_portfolio_list(end),
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

    /// The first word of a body's name: capitals to the left.
    pub(crate) fn body_start(&self, word: usize) -> usize {
        let mut start = word;
        while start > 0
            && word - start < REACH
            && self.beside(word, start - 1)
            && self.free(start - 1)
        {
            let before = start - 1;
            let class = self.class(before);
            let it = self.words.word(before);
            if matches!(self.words.lower(before), "&")
                && before > 0
                && self.is_name_like(before - 1)
            {
                start = before;
                continue;
            }
            // "Tellman, | Brandt & Co."
            if self.words.lower(before) == ","
                && self.words.lower(start + 1) == "&"
                && self.class(word).any(Class::COMPANY)
                && self.is_first_partner(before)
            {
                return before - 1;
            }
            // "Brightwell Optics, | Inc."
            if self.words.lower(before) == ","
                && start == word
                && matches!(
                    self.words.lower(word),
                    "inc." | "inc" | "ltd." | "ltd" | "llc" | "plc" | "s.a." | "l.p." | "corp."
                )
                && before > 0
                && self.is_name_like(before - 1)
                && self.free(before - 1)
            {
                start = before;
                continue;
            }
            // "Meteorology, Climatology, and | Geophysics Agency"
            if self.words.lower(before) == "and"
                && let Some(first) = self.list_start(before, word)
            {
                start = first;
                continue;
            }
            // "Mine Safety and | Health Administration", "Stonebridge and | Co"
            if self.words.lower(before) == "and" && self.joins_fields(before, word) {
                start = before;
                continue;
            }
            // "6th | U.S. Circuit Court"
            let ordinal = it.kind == WordKind::Number
                && matches!(self.words.lower(word), "court" | "division" | "brigade" | "regiment")
                && ["st", "nd", "rd", "th"]
                    .iter()
                    .any(|end| self.words.lower(before).ends_with(end));
            if ordinal && start < word {
                return before;
            }
            // "Tarn County Sheriff's | Office", "Children's | Hospital"
            // "People's Future | Party"
            let members = before + 1 == start
                && start < word
                && matches!(
                    self.before(before),
                    "people" | "workers" | "farmers" | "peasants" | "women" | "children"
                )
                && is_party_noun(self.words.lower(word))
                && self.words.word(before - 1).capital
                && self.free(before - 1);
            if members {
                start = before - 1;
                continue;
            }
            if it.kind == WordKind::Clitic && before + 1 == word && self.owns_office(before) {
                start = before - 1;
                continue;
            }
            if it.kind == WordKind::Clitic && self.is_owner_in_firm(before, start, word) {
                return before - 1;
            }
            // "St. Brendan's | Hospital"
            if it.kind == WordKind::Clitic
                && before + 1 == start
                && before >= 2
                && self.beside(word, before - 2)
                && matches!(self.words.lower(before - 2), "st." | "st" | "saint")
                && self.words.word(before - 2).capital
                && self.words.word(before - 1).capital
                && self.free(before - 1)
                && self.free(before - 2)
            {
                return before - 2;
            }
            if !self.is_name_like(before)
                || class.any(Class::CALENDAR.or(Class::HONORIFIC))
                || (class.any(Class::TITLE)
                    && !class.any(Class::PORTFOLIO)
                    && self.words.lower(before) != "general"
                    && self.words.form(before).surname < 5
                    && !self.is_possessive(start))
                || self.only_opens_sentence(before, word) && !self.opens_listed(before)
            {
                break;
            }
            start = before;
        }
        start
    }

    /// "Hallam | 's Inc.", "Brandt | 's Bay Co.": a name that the firm has from its founder, and no word of its
    /// own behind it.
    fn is_owner_in_firm(&self, clitic: usize, start: usize, closing: usize) -> bool {
        let Some(owner) = clitic.checked_sub(1).filter(|&owner| self.beside(clitic, owner)) else {
            return false;
        };
        let behind_name = owner.checked_sub(1).is_some_and(|before| {
            self.words.near(owner, before).is_some_and(|it| it.capital && !it.start)
        });
        let it = self.words.word(owner);
        clitic + 1 == start
            && self.class(closing).any(Class::COMPANY)
            && closing <= start + 2
            && (start..closing).all(|word| self.common(word) > 0.02)
            && it.capital
            && it.kind == WordKind::Word
            && self.words.lower(clitic).len() > 1
            && self.free(owner)
            && self.class(owner).is_plain()
            && self.common(owner) < 0.1
            && !behind_name
            && (self.single(owner).is_none_or(|listed| listed.place < 3.5 && !listed.demonym)
                || it.start && self.words.form(owner).surname >= 4 && closing == start + 1)
    }

    /// Whether whoever stands before the clitic has an office: "Sheriff | 's Office", not "Norway | 's
    /// Office".
    fn owns_office(&self, clitic: usize) -> bool {
        let Some(owner) = clitic.checked_sub(1).filter(|&owner| self.beside(clitic, owner)) else {
            return false;
        };
        let titled = self.class(owner).any(Class::TITLE.or(Class::ROLE));
        let lower = self.words.lower(owner);
        let many = lower.ends_with('s') || matches!(lower, "children" | "women" | "men" | "people");
        // "Dockworkers' Federation", "Bakers' Guild": rare words by the way they end.
        let trade = ["ers", "ors", "ists", "ians", "ants", "men", "women"];
        let trade = trade.iter().any(|end| lower.ends_with(end))
            && lower.len() > 5
            && self
                .words
                .lower(clitic)
                .chars()
                .nth(if lower.ends_with("men") { 2 } else { 1 })
                .is_none()
            && self.words.form(owner).surname < 5
            && self
                .single(owner)
                .is_none_or(|listed| listed.place < 3.0 && listed.organization <= 0.0);
        let plain = (many && self.common(owner) > 0.3 && !self.words.word(owner).start || trade)
            && self.class(clitic + 1).any(Class::ORG_END);
        self.words.word(owner).capital
            && self.free(owner)
            && self.free(clitic)
            && self.words.style(owner) == Style::Sentence
            && (titled || plain)
    }

    /// "Screen | Gazette called it …" at the start of a sentence: two words that act.
    fn is_subject(&self, first: usize, word: usize) -> bool {
        let verb = Class::SAY.or(Class::ACT).or(Class::DEED).or(Class::GOVERNMENT);
        first + 1 == word
            && !self.class(first).any(Class::FUNCTION.or(Class::ROLE).or(Class::TITLE))
            && self.class(word).any(Class::ORG_END)
            && self.class_after(word, word + 1).any(verb)
            && !self.words.word(word + 1).capital
    }

    /// "… Corp.", "… University", "… Ministry".
    pub(crate) fn bodies_by_closing(&mut self) {
        let closing = Class::COMPANY.or(Class::ORG_END).or(Class::ORG_WEAK);
        self.at_classes(closing, Self::body_by_closing);
    }

    fn body_by_closing(&mut self, word: usize) -> Option<usize> {
        let class = self.class(word);
        if !self.words.word(word).capital || !self.is_name_like(word) || self.is_furniture(word) {
            return None;
        }
        let style = self.words.style(word);
        if style == Style::Capitals && !class.any(Class::COMPANY) {
            return self.ministry_in_capitals(word);
        }
        let mut end = word + 1;
        while self.beside(word, end)
            && self.free(end)
            && self.words.word(end).capital
            && (self.class(end).any(Class::COMPANY.or(Class::ORG_END))
                || self.words.lower(end) == "nhs"
                    && matches!(self.after(word, end + 1), "trust" | "foundation"))
            && end - word < REACH
            && !self.is_possessive(end - 1)
        {
            end += 1;
        }
        // "Motors, Inc."
        if self.after(word, end) == ","
            && self.class_after(word, end + 1).any(Class::COMPANY)
            && self.words.word(end + 1).capital
        {
            end += 2;
        }
        // "Tarn Aerospace Holdings | plc"
        let small = self.words.near(word, end).is_some_and(|it| !it.capital) && self.free(end);
        if small && matches!(self.words.lower(end), "plc" | "llc" | "inc" | "ltd" | "d.d." | "a.s.")
        {
            end += 1;
        }
        let start = self.closing_start(word)?;
        if start == word {
            return None;
        }
        // "EU Transport | Commissioner Ana Holm": a field of an office.
        let office = Class::TITLE.or(Class::ROLE);
        if class.any(Class::PORTFOLIO)
            && !matches!(self.words.lower(word), "police" | "services" | "service")
            && end == word + 1
            && self.class_after(word, end).any(office)
            && self.words.word(end).capital
        {
            return None;
        }
        if self.class(word).any(Class::ORG_OF)
            && (matches!(self.after(word, end), "of" | "for") || self.is_body_on(word, end))
            && !self.is_possessive(end - 1)
        {
            let first = end + 1 + usize::from(self.after(word, end + 1) == "the");
            let named = self.is_name_like(first) && !self.class(first).any(Class::HONORIFIC);
            // "Rates Board of the | Bank of Norland" is one body, and the bank another.
            let other = self.after(word, end) == "of"
                && self.after(word, end + 1) == "the"
                && self.is_body_of_its_own(word, first);
            if self.beside(word, first) && named && !other {
                // "Committee on Oversight and | Tidal Reform"
                let (on, body) = (self.after(word, end) == "on", end);
                end = self.body_end(first, false).max(end);
                let and = end;
                let joins = on && end > body && self.after(word, and) == "and";
                if joins && self.is_field(and - 1) && self.is_capital_field(word, and + 1) {
                    end = self.body_end(and + 1, false).max(end);
                }
            }
        }
        let weak = class.any(Class::ORG_WEAK) && !class.any(Class::COMPANY);
        // A listed place is that place: "Oklahoma City", "Salt Lake City".
        let listed = self.evidence.exact(&(start..end)).map(|(_, l)| (l.place, l.organization));
        if let Some((place, organization)) = listed
            && place > organization
        {
            return None;
        }
        if weak && end == word + 1 && listed.is_none() {
            let place = self.single(start).is_some_and(|l| l.place >= 3.0) && word - start == 1;
            let known = matches!(
                self.words.lower(word),
                "united" | "city" | "athletic" | "rangers" | "post" | "times" | "news" | "office"
            );
            if !known && !place && word - start < 2 && self.words.word(start).start {
                return None;
            }
        }
        // A league is what teams play in.
        let league = self.sport && matches!(self.words.lower(word), "league" | "conference");
        let kind = if league { EntityKind::Other } else { EntityKind::Organization };
        let mark = self.mark(start..end, kind, MentionReason::OrganizationSuffix)?;
        let form = self.words.form(start);
        let own = !form.listed_common && self.single(start).is_none_or(|l| l.place < 3.0);
        if let Some(mark) = self.marks.get_mut(mark) {
            mark.sure = !weak || class.any(Class::COMPANY) || class.any(Class::TRADE) && own;
        }
        Some(end)
    }

    /// Whether a common word has its capital from the sentence and not from the name that closes at
    /// `word`: "Rival | Acme Corp.", but "Control Data Corp.", of which no name would be left.
    fn only_opens_sentence(&self, first: usize, word: usize) -> bool {
        let class = self.class(first);
        let left = self.class(word).any(Class::COMPANY)
            && first + 1 < word
            && !class.any(Class::FUNCTION)
            && self.common(first + 1) > 0.3;
        self.words.word(first).start
            && self.common(first) > 0.6
            && !left
            && !self.is_subject(first, word)
            && !self.evidence.is_demonym(first)
            && !class.any(Class::ORG_OF.or(Class::PORTFOLIO).or(Class::DIRECTION))
    }

    /// "TRANSPORT DEPARTMENT", "FOREIGN MINISTRY": where every word has capitals.
    fn ministry_in_capitals(&mut self, word: usize) -> Option<usize> {
        if !matches!(self.words.lower(word), "ministry" | "department") {
            return None;
        }
        let mut start = word;
        while start > 0
            && word - start < 3
            && self.beside(word, start - 1)
            && self.class(start - 1).any(Class::PORTFOLIO)
            && self.free(start - 1)
        {
            start -= 1;
        }
        let office = self.class_after(word, word + 1).any(Class::TITLE.or(Class::ROLE));
        if start == word || office {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(start..word + 1, kind, MentionReason::OrganizationSuffix)?;
        Some(word + 1)
    }

    /// "Advanced Micro Devices Inc.": a common word that opens a listed name.
    fn opens_listed(&self, word: usize) -> bool {
        self.evidence.at(word).iter().any(|hit| hit.end > word + 1)
    }

    /// "Commission | on Human Rights", "Commission | on the Arts", but not "on Monday".
    fn is_body_on(&self, word: usize, on: usize) -> bool {
        let first = on + 1 + usize::from(self.after(word, on + 1) == "the");
        let panel = matches!(
            self.words.lower(word),
            "commission" | "committee" | "subcommittee" | "council" | "conference" | "institute"
        );
        panel
            && self.after(word, on) == "on"
            && self.words.near(word, first).is_some_and(|it| it.capital)
            && !self.class(first).any(Class::CALENDAR)
            && self.single(first).is_none_or(|listed| listed.place < 4.0)
    }

    /// The first word of a name that closes at `word`, without nationalities before a ministry.
    fn closing_start(&self, word: usize) -> Option<usize> {
        let mut start = self.body_start(word);
        // Trim what is no name at the front: roles, common words that open a sentence.
        while start < word {
            let class = self.class(start);
            let it = self.words.word(start);
            let role = class.any(Class::TITLE.or(Class::ROLE))
                && !class.any(Class::PORTFOLIO)
                && self.words.form(start).surname < 5;
            let opener = self.only_opens_sentence(start, word);
            if self.opens_listed(start)
                || self.after(start, start + 1) == "and"
                || self.is_possessive(start)
                || self.is_possessive(start + 1) && start + 2 < word
                || !(role && it.capital && self.common(start) > 0.5 || opener)
            {
                break;
            }
            start += 1;
        }
        let ministry =
            matches!(self.words.lower(word), "ministry" | "department") && start + 1 < word;
        if ministry && self.class(word - 1).any(Class::PORTFOLIO) {
            let region = self.evidence.is_region(start) || self.evidence.is_demonym(start);
            if region && self.words.word(start).kind != WordKind::Clitic {
                start += 1;
            }
        }
        // "U.S. | National Transportation Safety Board"
        let national = start + 1 < word
            && matches!(self.words.lower(start + 1), "national" | "federal")
            && self.single(start).is_some_and(|listed| {
                listed.demonym || listed.place_class == Some(PlaceClass::Country)
            });
        // "U.S. | Consumer Safety Commission", where a list has it without the country.
        let own = start + 1 < word
            && self.evidence.is_region(start)
            && self.evidence.exact(&(start..word + 1)).is_none()
            && self
                .evidence
                .exact(&(start + 1..word + 1))
                .is_some_and(|(_, l)| l.organization > 0.0);
        start += usize::from(national || own);
        (start <= word).then_some(start)
    }
}
