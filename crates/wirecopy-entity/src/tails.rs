//! Where the name of a body ends that a rule or the weights found a part of.
//!
//! Behind "of", "for", "on" and "into" stand the fields that the body deals with or those of whom it is one, with
//! commas and "and" between them: "Union of Signallers, | Guards and Cleaners". Behind these may stand of what
//! ("Front for the Defence | of the Marsh") and where ("Forum for Peace | in the Marsh"); behind a house, where it
//! is ("Tarn Women's Hospital | Vigra"); behind a branch its number ("Ferry Workers' Union | Local 12").

use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::model::EntityKind;
use crate::scene::{REACH, Scene};
use crate::words::WordKind;
use std::ops::Range;

/// How nouns end that are no things.
const ABSTRACT: [&str; 15] = [
    "tion", "sion", "ment", "ing", "ity", "ics", "logy", "ture", "ance", "ence", "graphy", "ship",
    "dom", "ism", "ty",
];

impl Scene<'_> {
    /// The end of the whole name.
    pub(crate) fn whole_end(&self, words: &Range<usize>) -> usize {
        self.end_of(words, true)
    }

    /// The same; `attaches` says whether the body may be attached to another.
    fn end_of(&self, words: &Range<usize>, attaches: bool) -> usize {
        let mut end = words.end;
        for _ in 0..3 {
            if end - words.start > 2 * REACH {
                break;
            }
            if self.is_possessive(end - 1) {
                end = self.owned_office(words.start, end).unwrap_or(end);
                break;
            }
            match self.tail(words.start, end, attaches).filter(|&next| next > end) {
                Some(next) => end = next,
                None => break,
            }
        }
        end
    }

    /// "National Assembly | 's Committee on Piers": up to the noun for a part of it.
    pub(crate) fn owned_department(&self, words: &Range<usize>) -> usize {
        let first = words.end + 1;
        let owns = words.len() > 1
            && self.is_possessive(words.end - 1)
            && Lesser::CHAMBER.has(self.words.lower(words.end - 1));
        let run = if owns { self.capitals_from(words.start, first) } else { first };
        if run > first && Lesser::DEPARTMENT.has(self.words.lower(run - 1)) {
            run
        } else {
            words.end
        }
    }

    /// "Office of the Children | 's Commissioner": whose office it is stands behind those whom it is for.
    fn owned_office(&self, start: usize, end: usize) -> Option<usize> {
        let office = matches!(
            self.words.lower(start),
            "office" | "bureau" | "commission" | "institution" | "department"
        );
        let whose = office && self.after(start, start + 1) == "of" && end <= start + 5;
        let run = if whose { self.capitals_from(start, end + 1) } else { end };
        let officer = run > end + 1 && self.class(run - 1).any(Class::TITLE.or(Class::ROLE));
        let small = self.words.near(start, run).is_none_or(|it| !it.capital);
        (officer && small && self.words.form(end - 1).listed_common).then_some(run)
    }

    /// "Prosecutor's Office | attached to the High Court": the court that the office belongs to, and not what that is
    /// attached to in its turn.
    fn attached(&self, start: usize, end: usize) -> Option<usize> {
        let to = self.after(start, end + 1) == "to";
        let first = end + 2 + usize::from(self.after(start, end + 2) == "the");
        let run = self.capitals_from(start, first);
        let office =
            matches!(self.words.lower(end - 1), "office" | "centre" | "center" | "institute");
        (to && office && run > first && self.words.word(end - 1).capital)
            .then(|| self.end_of(&(first..run), false))
    }

    fn tail(&self, start: usize, end: usize, attaches: bool) -> Option<usize> {
        match self.after(start, end) {
            "attached" | "affiliated" if attaches => self.attached(start, end),
            "," | "and" | "&" => self.joined_fields(start, end),
            "of" | "for" => self.of_what(start, end),
            "on" | "into" | "against" => {
                self.on_what(start, end).or_else(|| self.research_on(start, end))
            }
            "to" => self.to_whom(start, end),
            "in" => self.in_what(start, end),
            "(" => self.bracketed_place(start, end),
            _ => self
                .numbered(start, end)
                .or_else(|| self.school_district(start, end))
                .or_else(|| self.placed(start, end)),
        }
    }

    /// Capitals from `first` on.
    pub(crate) fn capitals_from(&self, of: usize, first: usize) -> usize {
        let mut end = first;
        while end < first + REACH / 2
            && self.is_body_capital(of, end)
            && self.words.word(end).kind != WordKind::Clitic
        {
            end += 1;
            if self.is_possessive(end - 1) {
                break;
            }
        }
        end
    }

    /// The small word that the last capitals of the name stand behind.
    fn governor(&self, start: usize, end: usize) -> Option<usize> {
        let governs = |word: &usize| {
            !self.words.word(*word).capital
                && matches!(self.words.lower(*word), "of" | "for" | "on" | "into" | "against")
        };
        (start + 1..end).rev().take(REACH).find(governs)
    }

    /// Several, by its ending, and no place or body.
    pub(crate) fn is_several(&self, word: usize) -> bool {
        let form = self.words.form(word);
        form.lower().ends_with('s')
            && form.letters > 3
            && (form.listed_common || (form.given, form.surname) == (0, 0))
    }

    /// A noun for what one does or is.
    pub(crate) fn is_abstract(&self, word: usize) -> bool {
        let form = self.words.form(word);
        (form.given == 0 || form.listed_common && form.given < 4)
            && form.letters > 4
            && ABSTRACT.iter().any(|end| form.lower().ends_with(end))
    }

    /// What one may be for: a noun that is no body.
    pub(crate) fn is_aim(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let body = Class::ORG_END.or(Class::ORG_OF).or(Class::HEAD);
        form.listed_common && (form.given, form.surname) == (0, 0) && !form.class.any(body)
    }

    /// A person by more than one name or by a role.
    fn is_sure_person(&self, word: usize) -> bool {
        self.mark_at(word).is_some_and(|mark| {
            mark.kind == EntityKind::Person && (mark.words.len() > 1 || !mark.roles.is_empty())
        })
    }

    /// "Guards", "Rural Works", "Sanitation": what may be a field or those of whom a body is.
    fn is_field_item(&self, words: &Range<usize>, comma: bool) -> bool {
        let Some(last) = words.end.checked_sub(1).filter(|_| !words.is_empty()) else {
            return false;
        };
        let class = self.class(last);
        let field = class.any(Class::PORTFOLIO.or(Class::PURPOSE));
        let body = Class::ORG_END.or(Class::ORG_OF).or(Class::CHAMBER).or(Class::COMPANY);
        let office = Class::TITLE.or(Class::ROLE);
        let single = self.single(last);
        // "Forests, Rivers and Roads": there are towns that are called so.
        let usual = self.is_several(last) && self.words.form(last).listed_common;
        let most = if usual { if comma { 9.0 } else { 5.5 } } else { 3.5 };
        let known =
            !field && single.is_some_and(|l| l.place >= most || l.organization >= 2.5 || l.demonym);
        let named = self.is_sure_person(words.start);
        let odd = words.clone().any(|word| {
            self.class(word).any(office)
                && !self.is_several(word)
                && !self.class(word).any(Class::PORTFOLIO.or(Class::DIRECTION).or(Class::PURPOSE))
                || self.words.form(word).given >= 5 && self.common(word) < 0.1
        });
        !named
            && !known
            && !odd
            && (field || !class.any(body))
            && !class.any(Class::FUNCTION)
            && (field
                || self.is_several(last)
                || self.is_abstract(last)
                || comma && self.common(last) > 0.15)
    }

    /// "Union of Signallers | , Guards and Cleaners", "Union of Port Hauliers | and Crane Drivers".
    fn joined_fields(&self, start: usize, end: usize) -> Option<usize> {
        let governor = self.governor(start, end)?;
        let left = governor + 1..end;
        let comma = self.after(start, end) == ",";
        let (mut at, mut item, mut many) = (end, left.clone(), 0);
        for _ in 0..4 {
            let mut joins = matches!(self.after(start, at), "and" | "&");
            if !joins && self.after(start, at) != "," {
                return None;
            }
            at += 1;
            if !joins && matches!(self.after(start, at), "and" | "&") {
                joins = true;
                at += 1;
            }
            at += usize::from(joins && self.after(start, at) == "the");
            item = at..self.field_end(start, at);
            many += 1;
            if item.is_empty() || item.end > start + 2 * REACH {
                return None;
            }
            if joins {
                break;
            }
            if !self.is_field_item(&item, true) {
                return None;
            }
            at = item.end;
        }
        let the = self.before(item.start) == "the";
        let next = self.after(start, item.end);
        let goes_on = next == "of";
        let left_fits = self.is_field_item(&left, comma);
        let regions = the
            && !comma
            && self.words.lower(governor) == "of"
            && self.words.word(left.end - 1).capital
            && self.is_several(item.end - 1)
            && self.single(item.end - 1).is_none_or(|l| !l.demonym && l.organization < 2.5)
            && item.len() == 1
            && !self.words.form(item.start).listed_common;
        let parallel = self.are_parallel(governor, &left, &item);
        let fits = if comma {
            // "Union of Guards, Porters and | Cooks"
            let last = many > 1 && item.len() == 1 && self.words.lower(item.start).ends_with('s');
            left_fits && (last || self.is_field_item(&item, true))
        } else {
            let kinds = item.len() > 1 && self.is_several(item.end - 1);
            (left_fits || kinds && self.is_field_item(&left, true))
                && parallel
                && self.is_field_item(&item, false)
                || regions
                || self.are_two_seats(governor, &left, &item)
        };
        (fits && !goes_on).then_some(item.end)
    }

    /// Two that are alike: both many, both fields, or two kinds of one trade ("Bus and | Coach Drivers").
    fn are_parallel(&self, governor: usize, left: &Range<usize>, right: &Range<usize>) -> bool {
        let (one, other) = (left.end - 1, right.end - 1);
        let field = |word: usize| {
            self.is_abstract(word) || self.class(word).any(Class::PORTFOLIO.or(Class::PURPOSE))
        };
        self.is_several(one) && self.is_several(other)
            || field(one) && field(other)
            || field(other) && self.words.lower(governor) != "of"
            || right.len() > 1 && self.is_several(other) && self.common(one) > 0.1
    }

    /// The end of a field, without a branch of a union behind it ("Drivers | Local 12").
    fn field_end(&self, of: usize, first: usize) -> usize {
        let end = self.capitals_from(of, first);
        let branch = end > first
            && matches!(self.words.lower(end - 1), "local" | "lodge" | "branch" | "post")
            && self.words.near(of, end).is_some_and(|it| it.kind == WordKind::Number);
        end - usize::from(branch)
    }

    /// "Infirmary | of Vigra", "Front for the Defence | of the Marsh".
    fn of_what(&self, start: usize, end: usize) -> Option<usize> {
        let of = self.after(start, end) == "of";
        let the = usize::from(self.after(start, end + 1) == "the");
        let first = end + 1 + the;
        let last = end - 1;
        let head = self.class(last).any(Class::HEAD.or(Class::ORG_OF))
            && (end > start + 1 || !Lesser::PARTIAL.has(self.words.lower(last)));
        let what = of
            && self.governor(start, end).is_some_and(|governor| {
                self.is_abstract(last)
                    || self.words.lower(governor) == "for" && self.is_aim(last)
                    || self.words.lower(governor) == "of" && self.are_people(last)
            });
        if !(head || what) || !self.words.near(start, first).is_some_and(|it| it.capital) {
            return None;
        }
        let run = self.capitals_from(start, first);
        let closed = run.checked_sub(1).filter(|&last| last >= first)?;
        // A body of another body has its own name: "Rates Council of the Bank of Norland".
        let other = self.class(closed).any(Class::ORG_END.or(Class::COMPANY).or(Class::CHAMBER))
            && !self.class(closed).any(Class::PORTFOLIO)
            && self.words.lower(closed) != "forces"
            || matches!(self.after(start, run), "of" | "for")
                && self.class(closed).any(Class::ORG_OF.or(Class::HEAD));
        let office = (first..run).any(|word| {
            self.class(word).any(Class::TITLE) && !self.class(word).any(Class::PORTFOLIO)
        });
        let known = self.single(first).is_some_and(|l| l.organization >= 4.0 && l.place < 3.5)
            || self.evidence.exact(&(first..run)).is_some_and(|(_, l)| l.organization > l.place)
            || self.class(closed).any(Class::EVENT)
            || !of
                && (!self.is_field_item(&(first..run), true)
                    || self.single(first).is_some_and(|l| l.organization >= 3.0));
        let person = self.is_sure_person(first);
        (!other && !office && !known && !person).then_some(run)
    }

    /// "Commission | into Child Care", "Center | on Taxes and Household Budgets".
    pub(crate) fn on_what(&self, start: usize, end: usize) -> Option<usize> {
        let panel = Lesser::PANEL.has(self.words.lower(end - 1));
        let the = usize::from(self.after(start, end + 1) == "the");
        let first = end + 1 + the;
        let on = self.after(start, end) == "on";
        let run = self.capitals_from(start, first);
        let last = run.checked_sub(1).filter(|&last| panel && last >= first)?;
        let against = self.after(start, end) == "against";
        let place = self.single(first).is_some_and(|l| l.place >= 4.0);
        let fits = !(on || against) || !place && self.is_field_item(&(first..run), true);
        let team = self.sport && against;
        let listed = self.single(last).is_some_and(|l| l.organization >= 4.0);
        (fits && !team && !listed).then_some(run)
    }

    /// "Institute for Research | on Poverty".
    fn research_on(&self, start: usize, end: usize) -> Option<usize> {
        let done = Lesser::STUDY.has(self.words.lower(end - 1));
        let run = self.capitals_from(start, end + 1);
        let field = run > end + 1 && self.is_field_item(&(end + 1..run), true);
        (done && field && self.governor(start, end).is_some()).then_some(run)
    }

    /// "Society for the Prevention of Cruelty | to Animals".
    fn to_whom(&self, start: usize, end: usize) -> Option<usize> {
        let run = self.capitals_from(start, end + 1);
        let whom = run == end + 2 && self.is_several(end + 1) && self.is_abstract(end - 1);
        (whom && self.governor(start, end).is_some()).then_some(run)
    }

    /// "Police Federation of Norland | and Vigra", "Diocese of Tarn | and Vigra": two lands or towns.
    fn are_two_seats(&self, governor: usize, left: &Range<usize>, right: &Range<usize>) -> bool {
        let seated = governor > 0 && Lesser::TWO_SEATS.has(self.words.lower(governor - 1));
        let place = |words: &Range<usize>| {
            self.evidence
                .exact(words)
                .is_some_and(|(_, l)| l.place >= 3.0 && !l.demonym && l.place >= l.organization)
        };
        seated && self.words.lower(governor) == "of" && place(left) && place(right)
    }

    /// "Forum for Peace | in the Marsh", "United Nations Mission | in Norland".
    fn in_what(&self, start: usize, end: usize) -> Option<usize> {
        let the = self.after(start, end + 1) == "the";
        let first = end + 1 + usize::from(the);
        let run = self.capitals_from(start, first);
        if run == first {
            return None;
        }
        let sent = matches!(self.words.lower(end - 1), "mission" | "operation" | "force")
            && end > start + 2
            && Lesser::SENDER.has(self.words.lower(start));
        let governor = self.governor(start, end).map_or("", |governor| self.words.lower(governor));
        let purpose = matches!(governor, "for" | "into");
        let class = self.single(first).and_then(|listed| listed.place_class);
        let country = class == Some(PlaceClass::Country);
        let into = governor == "into";
        (sent || purpose && (into || the && !country && !self.is_acronym(first))).then_some(run)
    }

    /// "Tarn Salmon | (Vigra) Ltd".
    pub(crate) fn bracketed_place(&self, start: usize, end: usize) -> Option<usize> {
        let run = self.capitals_from(start, end + 1);
        let form = run + 1;
        let fits = run > end + 1
            && self.after(start, run) == ")"
            && self.words.near(start, form).is_some_and(|it| it.capital)
            && self.class_after(start, form).any(Class::COMPANY);
        fits.then_some(form + 1)
    }

    /// "Ferry Workers' Union | Local 12", "School District | 9", "Radio Vigra | 98.2".
    fn numbered(&self, start: usize, end: usize) -> Option<usize> {
        let number = |word: usize| {
            self.words.near(start, word).is_some_and(|it| it.kind == WordKind::Number)
        };
        let branch = |word: usize| {
            matches!(self.words.lower(word), "local" | "lodge" | "branch" | "chapter")
        };
        if self.is_body_capital(start, end) && branch(end) && number(end + 1) {
            return Some(end + 2);
        }
        if !number(end) {
            return None;
        }
        let digits = self.words.lower(end);
        let whole = digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.len() <= 4;
        let last = end - 1;
        let post = |lower| (start..last).any(|word| self.words.lower(word) == lower);
        let counted = branch(last)
            || self.words.lower(last) == "district" && post("school")
            || self.words.lower(last) == "post" && (post("veterans") || post("legion"));
        let wave = digits.contains('.')
            && digits.len() <= 5
            && matches!(self.words.lower(start), "radio" | "fm" | "kiss" | "capital" | "hot");
        let channel = digits.len() <= 2 && matches!(self.words.lower(last), "tv" | "channel");
        (whole && (counted || channel) || wave).then_some(end + 1)
    }

    /// "Tarn Bluff School | District", "… | District 9".
    fn school_district(&self, start: usize, end: usize) -> Option<usize> {
        let fits = self.words.lower(end - 1) == "school"
            && self.after(start, end) == "district"
            && self.words.word(end).capital;
        fits.then_some(end + 1)
    }

    /// "Tarn Women's Hospital | Vigra", "Sport Council | Norland": where it is, and nothing behind it.
    fn placed(&self, start: usize, end: usize) -> Option<usize> {
        let house = Lesser::HOUSE.has(self.words.lower(end - 1));
        let capital = self.words.near(start, end).is_some_and(|it| it.capital && !it.start);
        if !house || !capital || self.is_possessive(end - 1) {
            return None;
        }
        let place = self.single(end).is_some_and(|listed| {
            listed.place >= 3.0 && !listed.demonym && listed.place_class.is_some()
        });
        let small = self.words.near(start, end + 1).is_none_or(|it| !it.capital);
        let other = matches!(
            self.after(start, end + 1),
            "-" | "bureau" | "office" | "branch" | "correspondent" | "chief" | "editor"
        );
        (place && small && !other).then_some(end + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn names_go_on() {
        for (text, name) in [
            ("The Union of Porters, Guards and Cooks met.", "Union of Porters, Guards and Cooks"),
            ("The Front for the Defence of the Marsh met.", "Front for the Defence of the Marsh"),
            ("The Royal Commission into Child Care met.", "Royal Commission into Child Care"),
            ("The Ferry Workers' Union Local 12 met.", "Ferry Workers' Union Local 12"),
            ("The Department of Justice and Congress met.", "Department of Justice"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.contains(&name), "{text}: {names:?}");
        }
    }
}
