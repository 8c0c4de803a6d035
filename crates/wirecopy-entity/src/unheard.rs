//! Bodies whose names are made of words like others, and that no word closes or opens.
//!
//! "Fair Fares for Norland said": what somebody wants, and for whom, with capitals, does something. "the Guardia
//! Tarn said": nobody has an article. "Air Vigra said", "the Group of 12", "the May 3 Alliance", "Tarn-Info". Each
//! needs what stands around it, since a capital at the start of a sentence says nothing.

use crate::lesser::Lesser;
use crate::lexicon::{Class, classes};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Scene};
use crate::whole::says_whose;
use crate::words::{Style, WordKind};
use std::ops::Range;

/// "Tarn-Info", "Vigra-Press".
fn is_bureau(text: &str) -> bool {
    text.rsplit_once('-').is_some_and(|(first, last)| {
        first.len() >= 3 && first.starts_with(char::is_uppercase) && Lesser::BUREAU.has(last)
    })
}

/// "loPay": a capital within a word that begins small.
fn is_humped(word: &[u8]) -> bool {
    let hump = word.iter().position(u8::is_ascii_uppercase);
    hump.is_some_and(|hump| {
        hump >= 2
            && word.len() > hump + 2
            && word.get(hump + 1..).is_some_and(|rest| rest.iter().all(u8::is_ascii_lowercase))
            && word.get(..hump).is_some_and(|rest| rest.iter().all(u8::is_ascii_lowercase))
    })
}

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn unheard_bodies(&mut self) {
        let found: Vec<Range<usize>> =
            self.capitals().filter_map(|word| self.unheard_body(word)).collect();
        for words in found {
            let settled = words.clone().any(|word| {
                self.mark_at(word).is_some_and(|mark| {
                    mark.reason == MentionReason::UserGazetteer
                        || mark.kind == EntityKind::Organization && mark.words.len() > words.len()
                        || !mark.roles.is_empty()
                })
            });
            if !settled {
                let kind = EntityKind::Organization;
                self.mark_over(words, kind, MentionReason::OrganizationPrefix);
            }
        }
        self.humped_firms();
        self.told_by_article();
    }

    /// "loPay | denied": at the start of a sentence no other word begins small.
    fn humped_firms(&mut self) {
        let acts = Class::SAY.or(Class::ACT).or(Class::DEED);
        let firm = |word: &usize| {
            let it = self.words.word(*word);
            !it.capital
                && it.kind == WordKind::Word
                && is_humped(self.words.form(*word).text().as_bytes())
                && self.class_after(*word, word + 1).any(acts)
        };
        let starts = self.words.lines.iter().map(|line| line.words.start);
        let found: Vec<usize> = starts.filter(firm).collect();
        for word in found {
            self.mark_over(word..word + 1, EntityKind::Organization, MentionReason::NameShape);
        }
    }

    /// "the Guardia Tarn | said", "the Sahar | news agency": nobody's.
    fn told_by_article(&mut self) {
        for index in 0..self.marks.len() {
            let Some(words) = self.person_without_role(index) else { continue };
            let agency = self.is_agency_behind(&words);
            if !(agency || self.has_article(&words)) {
                continue;
            }
            let first = words.start;
            let end =
                if agency { words.end } else { self.foreign_end_over(first, words.end, |_| true) };
            let kind = EntityKind::Organization;
            if let Some(mark) = self.mark_over(first..end, kind, MentionReason::Employer)
                && let Some(mark) = self.marks.get_mut(mark)
            {
                mark.gender = Gender::Unknown;
            }
        }
    }

    /// "Sahar | news agency", "Sahar | radio station".
    fn is_agency_behind(&self, words: &Range<usize>) -> bool {
        let (start, end) = (words.start, words.end);
        let small = |at: usize| self.words.near(start, at).is_some_and(|it| !it.capital);
        words.len() <= 2
            && small(end)
            && small(end + 1)
            && matches!(self.words.lower(end), "news" | "radio" | "television" | "tv" | "media")
            && Lesser::OUTLET.has(self.words.lower(end + 1))
    }

    /// "the | Guardia Tarn | said".
    fn has_article(&self, words: &Range<usize>) -> bool {
        let acts = Class::SAY.or(Class::ACT).or(Class::DEED);
        let office = Class::TITLE.or(Class::ROLE).or(Class::HONORIFIC).or(Class::CALENDAR);
        words.len() >= 2
            && self.before(words.start) == "the"
            && self.words.style(words.start) == Style::Sentence
            && self.words.form(words.start).given < 4
            && self.class_after(words.start, words.end).any(acts)
            && !words.clone().any(|word| self.class(word).any(office))
            && words
                .clone()
                .all(|word| self.words.form(word).letters > 2 || !self.words.word(word).capital)
    }

    fn unheard_body(&self, word: usize) -> Option<Range<usize>> {
        let it = self.words.word(word);
        if !matches!(it.kind, WordKind::Word | WordKind::Acronym)
            || self.words.style(word) != Style::Sentence
            || self.is_furniture(word)
        {
            return None;
        }
        let behind = word.checked_sub(1).is_some_and(|before| {
            self.words.near(word, before).is_some_and(|it| {
                it.capital && !(it.start && self.class(before).any(Class::FUNCTION))
            })
        });
        if let Some(words) = self.dated_body(word) {
            return Some(words);
        }
        if behind || self.class(word).any(Class::FUNCTION.or(Class::CALENDAR)) {
            return None;
        }
        let text = self.words.form(word).text();
        // "Tehreek-e-Tarn"
        let foreign = || {
            let first = text.split('-').next().unwrap_or_default().to_lowercase();
            text.matches('-').count() > 1 && classes(&first).any(Class::FOREIGN)
        };
        if it.compound && (is_bureau(text) || foreign()) {
            let alone = self.words.near(word, word + 1).is_none_or(|it| !it.capital);
            return alone.then_some(word..word + 1);
        }
        if let Some(words) = self.cause(word) {
            return Some(words);
        }
        let end = self.capitals_from(word, word);
        if end == word {
            return None;
        }
        if self.is_possessive(end - 1) {
            return self.is_action_somewhere(word, end).then_some(word..end);
        }
        let next = self.after(word, end);
        match next {
            "for" | "against" | "without" | "beyond" => self.aim(word, end),
            "of" => self
                .counted_group(word, end)
                .or_else(|| self.port(word, end))
                .or_else(|| self.post(word, end)),
            "into" | "on" => self.panel(word, end),
            "to" => self.committed(word, end),
            "and" => self.spoken_for(word, end),
            "(" => self.bracketed_place(word, end).map(|end| word..end),
            "des" | "du" | "de" | "del" | "della" | "dei" | "do" | "da" | "dos"
                if end == word + 1 && self.class(word).any(Class::ORG_OF.or(Class::ORG_END)) =>
            {
                self.glued(word, end)
            }
            "news" | "radio" | "television" | "tv" | "media" => {
                let manner = (word..end).any(|at| {
                    let lower = self.words.lower(at);
                    self.evidence.is_demonym(at)
                        || ["ese", "ish", "ian", "lav", "can", "ic"]
                            .iter()
                            .any(|by| lower.ends_with(by))
                        || self.single(at).is_some_and(|listed| listed.place >= 4.0)
                });
                let place = self.mark_at(word).is_some_and(|mark| mark.kind == EntityKind::Place);
                let agency = !it.start && !place && !manner && self.is_agency_behind(&(word..end));
                agency.then_some(word..end)
            }
            _ if Lesser::GLUE.has(next) => self.glued(word, end),
            _ => self.closed_body(word, end),
        }
    }

    /// "Inquiry | into Child Care", "the Center | on Taxes": no name before it.
    fn panel(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let whole = self.on_what(word, end)?;
        let fits = self.before(word) == "the" || self.after(word, end) == "into";
        fits.then_some(word..whole)
    }

    /// "a spokesman for | Heart and Lung Action": common nouns with capitals, for whom somebody speaks.
    fn spoken_for(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let office = word.checked_sub(2).filter(|_| matches!(self.before(word), "for" | "of"))?;
        let speaks = self.class(office).any(Class::ROLE.or(Class::TITLE))
            && !self.words.word(office).capital;
        let run = self.capitals_from(word, end + 1);
        let fits = speaks
            && run > end + 2
            && self.mark_at(word).is_none_or(|mark| mark.words.end <= end)
            && self.is_lifted(end - 1)
            && (end + 1..run).all(|at| self.is_lifted(at));
        fits.then_some(word..run)
    }

    /// A common noun, nobody and no place, with a capital.
    fn is_lifted(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let odd = Class::CALENDAR.or(Class::TITLE).or(Class::ROLE).or(Class::CHAMBER);
        (form.listed_common || self.common(word) > 0.2)
            && form.given < 4
            && (form.surname < 5 || self.common(word) > 0.5)
            && !form.class.any(odd)
            && (self.is_abstract(word)
                || self.single(word).is_none_or(|l| {
                    l.organization < 3.0
                        && (l.place < 3.5 || self.common(word) > 0.3 && l.place < 6.0)
                }))
    }

    /// "Sailors at Risk", "Justice for Widows", where who speaks is called so all through: what closes it is a
    /// common noun with a capital.
    pub(crate) fn is_lifted_phrase(&self, words: &Range<usize>) -> bool {
        let Some(last) = words.end.checked_sub(1).filter(|last| *last > words.start + 1) else {
            return false;
        };
        let joint = |at: usize| {
            !self.words.word(at).capital
                && (self.class(at).any(Class::FUNCTION) || self.words.lower(at) == "&")
        };
        let part = |at: usize| {
            let it = self.words.word(at);
            joint(at)
                || it.capital
                    && it.kind == WordKind::Word
                    && !self.class(at).any(Class::CALENDAR.or(Class::HONORIFIC))
        };
        let person = |at: usize| {
            self.mark_at(at).is_some_and(|mark| {
                let person = mark.kind == EntityKind::Person;
                !person || mark.words.len() > 1 || !mark.roles.is_empty()
            })
        };
        let closes = Class::ORG_END.or(Class::ORG_WEAK).or(Class::PLACE_END).or(Class::EVENT);
        let article =
            |at: usize| self.words.lower(at) == "and" && self.words.lower(at + 1) == "the";
        let office = Class::TITLE.or(Class::ROLE).or(Class::MODIFIER).or(Class::FUNCTION);
        let first = self.class(words.start);
        self.words.style(words.start) == Style::Sentence
            && words.len() <= 8
            && (!first.any(office) || first.any(Class::PORTFOLIO))
            && self.words.form(words.start).given < 4
            && self.words.word(words.start).capital
            && self.is_lifted(last)
            && (!self.class(last).any(closes) || self.before(last) == "at")
            && !says_whose(self.words.lower(words.start))
            && !words.clone().any(article)
            && self.words.word(last).capital
            && words.clone().any(joint)
            && words.clone().all(part)
            && !words.clone().any(person)
    }

    /// "Committee | to Protect Piers", "Campaign | to Keep Norland Clean".
    fn committed(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let head = Class::ORG_OF.or(Class::MEMBERS).or(Class::HEAD);
        let run = self.capitals_from(word, end + 1);
        let verb = self.words.form(end + 1);
        let fits = self.class(end - 1).any(head)
            && run > end + 2
            && (verb.listed_common || verb.common > 0.2)
            && verb.given < 4
            && self.single(end + 1).is_none_or(|listed| listed.place < 4.0);
        fits.then_some(word..run)
    }

    /// "Doctors Beyond Frontiers | said": a small word with a capital within a name.
    fn is_titled(&self, word: usize, end: usize) -> bool {
        let inner = end > word + 2
            && (word + 1..end - 1).any(|at| {
                matches!(
                    self.words.lower(at),
                    "beyond"
                        | "without"
                        | "against"
                        | "for"
                        | "before"
                        | "over"
                        | "under"
                        | "across"
                        | "not"
                        | "with"
                        | "and"
                        | "from"
                )
            });
        inner
            && self.did(word, end)
            && self.is_lifted(word)
            && (self.is_lifted(end - 1) || self.is_several(end - 1))
    }

    /// "the Mirror | reported": a paper by one common word.
    fn is_paper_said(&self, word: usize) -> bool {
        self.before(word) == "the"
            && Lesser::PAPER.has(self.words.lower(word))
            && self.did(word, word + 1)
            && self.mark_at(word).is_none()
    }

    /// "Rights Watch Norland", "Housing Action Vigra": common nouns with capitals, and where.
    fn is_action_somewhere(&self, word: usize, end: usize) -> bool {
        let last = end - 1;
        let place = self.single(last).is_some_and(|listed| listed.place >= 4.5 && !listed.demonym);
        let acts = self.is_possessive(last) || self.acts_behind(word, end);
        end > word + 2
            && place
            && acts
            && !self.class(word).any(Class::DIRECTION)
            && (word..last).all(|at| self.is_lifted(at))
            && self.mark_at(word).is_none_or(|mark| mark.kind != EntityKind::Person)
    }

    /// "Veterans | of Norland Wars Post 12".
    fn post(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let run = self.capitals_from(word, end + 1);
        let branch = run > end + 1
            && matches!(
                self.words.lower(run - 1),
                "local" | "lodge" | "branch" | "post" | "chapter"
            )
            && self.words.near(word, run).is_some_and(|it| it.kind == WordKind::Number);
        branch.then_some(word..run + 1)
    }

    /// "Canal Tarn Norte | said", "National Unity Government", "Tarn Air Charter", and what flies or broadcasts.
    fn closed_body(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let last = end - 1;
        let said = || self.did(word, end);
        match self.words.lower(word) {
            "air" => return self.airline(word, end),
            "canal" | "canale" | "kanal" if end > word + 1 && said() => return Some(word..end),
            // "Los Vigranos": a band of them, unless a list has the place.
            "los" | "las"
                if (2..=3).contains(&(end - word))
                    && self.words.lower(last).ends_with('s')
                    && self.mark_at(word).is_none_or(|it| it.kind == EntityKind::Person)
                    && self.evidence.exact(&(word..end)).is_none() =>
            {
                return Some(word..end);
            }
            "tourism" if end > word + 1 && said() && self.single(word + 1).is_some() => {
                return Some(word..end);
            }
            _ => {}
        }
        let inner = |lower: &str| (word..last).any(|at| self.words.lower(at) == lower);
        match self.words.lower(last) {
            "government" => {
                let own =
                    ["national", "provisional", "transitional", "interim", "regional", "unity"];
                (end > word + 1 && own.into_iter().any(inner)).then_some(word..end)
            }
            "charter" | "charters" if inner("air") || inner("jet") => Some(word..end),
            _ if end == word + 1 && self.is_paper_said(word) => Some(word..end),
            _ if self.is_titled(word, end) || self.is_action_somewhere(word, end) => {
                Some(word..end)
            }
            _ if self.is_sport_of_a_place(word, end) => Some(word..end),
            _ if end == word + 2 => self.branch_of_letters(word, end),
            _ => None,
        }
    }

    /// Whether what is named does something, or has something said of it.
    pub(crate) fn acts_behind(&self, word: usize, end: usize) -> bool {
        let aside = self.after(word, end) == ","
            && matches!(self.after(word, end + 1), "a" | "an" | "which" | "whose");
        let wants = matches!(
            self.after(word, end),
            "has" | "have" | "had" | "wants" | "want" | "plans" | "hopes" | "hope" | "will"
        );
        aside || wants || self.class_after(word, end).any(Class::DEED) || self.did(word, end)
    }

    /// A verb of saying or doing behind the name: "said", "denied", "advised".
    fn did(&self, word: usize, end: usize) -> bool {
        let past = || {
            let verb = self.after(word, end);
            verb.len() > 4 && verb.ends_with("ed") && self.after(word, end + 1) != "by"
        };
        self.class_after(word, end).any(Class::SAY.or(Class::ACT)) || past()
    }

    /// "Fair Fares for Norland", "Justice for Widows", "Ferries for Vigra".
    fn aim(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let first = end + 1 + usize::from(self.after(word, end + 1) == "the");
        let last = end - 1;
        let known = |at: usize| {
            self.single(at).is_some_and(|l| {
                (l.organization >= 3.0 || l.demonym) && !self.class(at).any(Class::DIRECTION)
            }) || self.class(at).any(Class::CHAMBER.or(Class::COMPANY))
        };
        let office = Class::TITLE.or(Class::ROLE).or(Class::MODIFIER);
        let run = self.capitals_from(word, first);
        let small = run == first
            || end - word > 3
            || known(first)
            || Lesser::THING.has(self.words.lower(last))
            || (word..end)
                .any(|at| self.class(at).any(office) && !self.class(at).any(Class::PORTFOLIO))
            || self.class(last).any(Class::EVENT)
            || self.mark_at(word).is_some_and(|mark| mark.words.len() > end - word);
        if small {
            return None;
        }
        let whole = self.whole_end(&(word..run));
        let form = self.words.form(first);
        let thing = |at: usize| {
            let form = self.words.form(at);
            (form.listed_common || self.common(at) > 0.2 || self.is_several(at))
                && form.given < 4
                && (self.is_abstract(at) || self.single(at).is_none_or(|l| l.place < 4.0))
        };
        let common_aim = thing(first) && thing(run - 1);
        let lower = self.words.lower(last);
        let people = lower.ends_with('s')
            && (self.class(last).any(Class::MEMBERS.or(Class::STAFF))
                || ["ers", "ors", "ists", "ants", "als", "ians", "ees"]
                    .iter()
                    .any(|end| lower.ends_with(end)));
        let common_run = (word..end).all(|at| {
            self.words.form(at).listed_common
                || self.common(at) > 0.2
                || at == last && self.is_several(at)
        });
        let lifted = end - word > 1 && common_run;
        let said = self.did(word, whole);
        let trade = common_run && !people && said && form.given < 4
            || self.class(last).any(Class::PORTFOLIO.or(Class::TRADE)) && said && form.given < 4;
        // "Tarn for Cement and Steel"
        let firm = end == word + 1
            && common_aim
            && whole > run
            && self.single(word).is_none_or(|l| l.place < 7.0)
            && !people;
        let sure = common_run && common_aim || lifted && form.given < 4 || trade || firm;
        (sure && (said || self.acts_behind(word, whole))).then_some(word..whole)
    }

    /// "the Group | of 12".
    fn counted_group(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let group = end == word + 1 && self.words.lower(word) == "group";
        let number = self.words.near(word, end + 1).filter(|it| it.kind == WordKind::Number)?;
        let short = self.words.form_of(number).text().len() <= 3;
        let small = self.words.near(word, end + 2).is_none_or(|it| !it.capital);
        (group && short && small && self.before(word) == "the").then_some(word..end + 2)
    }

    /// "the Port | of Tarn | said".
    fn port(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let port = self.words.lower(end - 1) == "port" && end - word <= 2;
        let run = self.capitals_from(word, end + 1);
        let said = self.did(word, run) || self.after(word, run) == "(";
        (port && run > end + 1 && said && self.before(word) == "the").then_some(word..run)
    }

    /// "May 3 | Alliance", "3 May | Movement", "Movement | of the 3rd of May".
    fn dated_body(&self, word: usize) -> Option<Range<usize>> {
        let class = self.class(word);
        if !class.any(Class::ORG_END.or(Class::ORG_OF)) {
            return None;
        }
        let number =
            |at: usize| self.words.near(word, at).is_some_and(|it| it.kind == WordKind::Number);
        let month = |at: usize| {
            self.beside(word, at)
                && self.words.word(at).capital
                && self.class(at).any(Class::CALENDAR)
        };
        let of = self.after(word, word + 1) == "of" && class.any(Class::ORG_OF);
        let the = usize::from(self.after(word, word + 2) == "the");
        let day = word + 2 + the;
        if of && number(day) {
            let month_at = day + 1 + usize::from(self.after(word, day + 1) == "of");
            return month(month_at).then_some(word..month_at + 1);
        }
        let first = word.checked_sub(2)?;
        let dated = number(first) && month(first + 1) || month(first) && number(first + 1);
        let closes = class.any(Class::ORG_END)
            && self.words.near(word, word + 1).is_none_or(|it| !it.capital);
        (dated && closes && self.before(first) == "the").then_some(first..word + 1)
    }

    /// "Espoir et Dignité", "Mujeres por la Paz", "Chama cha Wakulima".
    fn glued(&self, word: usize, end: usize) -> Option<Range<usize>> {
        let names = (word..end).any(|at| self.words.form(at).given >= 3 && self.common(at) < 0.1);
        let whole = self.foreign_end_over(word, end, |_| true);
        let shut = matches!(self.before(word), "(" | "“" | "\"" | "‘" | "«");
        (!names && !shut && whole > end).then_some(word..whole)
    }

    /// "Air Vigra", "Air Tarn Express".
    fn airline(&self, word: usize, end: usize) -> Option<Range<usize>> {
        if self.words.lower(word) != "air" || end < word + 2 || end > word + 4 {
            return None;
        }
        let office = Class::TITLE.or(Class::ROLE).or(Class::MODIFIER).or(Class::PORTFOLIO);
        let next = word + 1;
        let named = !self.words.form(next).listed_common
            && !self.class(next).any(office.or(Class::ORG_END).or(Class::PLACE_END))
            && self.words.form(next).letters > 1;
        let whole = !(word..end).any(|at| self.class(at).any(Class::TITLE.or(Class::ROLE)));
        let acts = self.acts_behind(word, end);
        (named && whole && (acts || !self.words.word(word).start)).then_some(word..end)
    }

    /// "Tarn Aquatics | said": a sport, and where it is played.
    fn is_sport_of_a_place(&self, word: usize, end: usize) -> bool {
        let last = end - 1;
        let sport = self.class(last).any(Class::SPORT)
            || matches!(self.words.lower(last), "aquatics" | "athletics" | "gymnastics");
        let listed = || self.evidence.exact(&(word..last)).map(|(_, listed)| listed);
        end > word + 1
            && sport
            && !self.sport
            && self.acts_behind(word, end)
            && listed().is_some_and(|l| l.place >= 3.0 && !l.demonym)
    }

    /// "ETH Tarn | said": letters of a school or broadcaster, and where it is.
    fn branch_of_letters(&self, word: usize, end: usize) -> Option<Range<usize>> {
        if end != word + 2 || !self.is_acronym(word) || self.words.form(word).letters < 3 {
            return None;
        }
        let office = Class::TITLE.or(Class::ROLE).or(Class::HONOURS).or(Class::MODIFIER);
        let place =
            self.single(word + 1).is_some_and(|listed| listed.place >= 4.0 && !listed.demonym);
        let land = self.single(word).is_some_and(|listed| listed.place >= 3.0);
        let said = self.did(word, end);
        (place && said && !land && !self.class(word).any(office)).then_some(word..end)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    fn names(text: &str) -> Vec<String> {
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        found.entities.into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn what_acts_is_a_body() {
        for (text, name) in [
            ("The May 3 Alliance said it would wait.", "May 3 Alliance"),
            ("The Group of 12 said it would wait.", "Group of 12"),
            ("Espoir et Vigrane announced a march.", "Espoir et Vigrane"),
            ("loPay denied the charge.", "loPay"),
            ("Air Vigrania said its plane was late.", "Air Vigrania"),
            ("Los Vigranos said it was late.", "Los Vigranos"),
            ("The takeover of Vigranet was blocked.", "Vigranet"),
            ("The pressure group 40 Million Anglers was late.", "40 Million Anglers"),
            ("The association Vigrano 92 was late.", "Vigrano 92"),
            (
                "The Union of Vigrers, Tarnmen and Herders said it was late.",
                "Union of Vigrers, Tarnmen and Herders",
            ),
        ] {
            assert!(names(text).iter().any(|it| it == name), "{text}: {:?}", names(text));
        }
        for text in ["Lawyers for Brandt said he was ill.", "Calls for Labour to act have grown."] {
            assert!(names(text).iter().all(|it| !it.contains(" for ")), "{text}");
        }
    }
}
