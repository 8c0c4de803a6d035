//! From labels back to marks: what the rules marked, what the model says, and what stands.
//!
//! The model finds names that no rule finds and knows where they end; on what a whole name is, the
//! rules are better, so it may only turn a weak mark into a place. Some marks it may not touch at all.

use super::features::EVIDENCE;
use super::label::{LABELS, first, names};
use super::view::{Candidate, View, Window};
use super::{EntityModel, features};
use crate::document::Memory;
use crate::input::TextRegion;
use crate::lexicon::Class;
use crate::listed::Listed;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, REACH, Scene};
use crate::words::{Style, WordKind};
use std::ops::Range;
use wirecopy_linear::{Features, Path, Scores};

/// More than any sum of weights of a line: what must be is.
const CERTAIN: i32 = 1 << 24;

/// The head start of the rules' label of each word, as a logarithm of odds.
const HEAD_START: f32 = 0.75;

impl Scene<'_> {
    /// Weighs the marks of the rules again. Linear in the number of words.
    pub(crate) fn reconsider(&mut self, model: &EntityModel) {
        let mut marks = self.reconsidered(model);
        self.without_owners_of_office(&mut marks);
        self.replace(marks);
        // A name that the model found several times is known wherever else it stands.
        let memory = Memory::new(self);
        self.recall(&memory);
    }

    /// "Norland's deputy prime minister": nobody whom only the model knows, by one word that is no usual
    /// name, has ministers. What it is instead is not known.
    fn without_owners_of_office(&self, marks: &mut Vec<Mark>) {
        let doubtful = |mark: &Mark| {
            let form = self.words.form(mark.words.start);
            mark.kind == EntityKind::Person
                && mark.words.len() == 1
                && mark.reason.is_learned()
                && form.given < 4
                && form.surname < 5
        };
        let office = Class::TITLE.or(Class::MODIFIER).or(Class::PORTFOLIO);
        let owns = |mark: &&Mark| {
            let end = mark.words.end;
            self.words.near(end - 1, end).is_some_and(|it| it.kind == WordKind::Clitic)
                && self.class_after(end - 1, end + 1).any(office)
        };
        let owners: Vec<u32> = marks
            .iter()
            .filter(|mark| doubtful(mark))
            .filter(owns)
            .map(|mark| self.words.word(mark.words.start).form)
            .collect();
        if !owners.is_empty() {
            marks.retain(|mark| {
                !(doubtful(mark) && owners.contains(&self.words.word(mark.words.start).form))
            });
        }
    }

    fn reconsidered(&self, model: &EntityModel) -> Vec<Mark> {
        let view = View::new(self);
        let head_start = (HEAD_START * model.tagger.unit()) as i32;
        // Those of the rules, and some that only the weights see.
        let mut marks = Vec::with_capacity(self.marks.len() * 5 / 4);
        let (mut row, mut path) = (Features::new(), Path::new());
        let (mut scores, mut window) = (Scores::new(LABELS.len()), Window::default());
        let mut candidates = Vec::with_capacity(self.marks.len());
        self.words.lines.iter().for_each(|line| view.candidates(line, &mut candidates));
        let mut judged = vec![false; self.words.words.len()];
        for candidate in &candidates {
            let words = &candidate.words;
            judged.get_mut(words.clone()).unwrap_or_default().fill(true);
            view.read(candidate, &mut window);
            scores.reset(LABELS.len());
            for word in words.clone() {
                let scores = scores.push_zeros();
                // What must be needs no reasons.
                if self.mark_at(word).is_some_and(|mark| self.is_certain(mark)) {
                    continue;
                }
                row.clear();
                features::fill(&view, candidate, &window, word, &mut row);
                model.tagger.score_row(row.open_row(), scores);
            }
            self.prefer_rules(words, head_start, &mut scores);
            self.insist(words, &mut scores);
            for (kind, name) in names(model.tagger.transitions().decode(&scores, &mut path)) {
                let name = name.start + words.start..name.end + words.start;
                let moved = |kind, name: &Range<usize>| {
                    self.moved(model, &view, candidate, &window, kind, name)
                };
                self.take(kind, self.trimmed(kind, name), moved, &mut marks);
            }
        }
        let rest = self
            .marks
            .iter()
            .filter(|mark| first(mark.kind) == 0 || judged.get(mark.words.start) != Some(&true))
            .filter(|mark| !mark.words.is_empty());
        marks.extend(rest.cloned());
        marks
    }

    /// The words of a name that weights found without those that belong to no name of its kind.
    fn trimmed(&self, kind: EntityKind, name: Range<usize>) -> Range<usize> {
        let mut name = name;
        let person = kind == EntityKind::Person;
        // "Rupert Hale | QC"
        let honour = |word: usize| self.is_acronym(word) && self.class(word).any(Class::HONOURS);
        while person && name.len() > 1 && honour(name.end - 1) {
            name.end -= 1;
        }
        let opens = |name: &Range<usize>| {
            self.is_opening_word(name.start)
                || self.is_called_by(name)
                || self.is_member(name.start)
        };
        while person && name.len() > 1 && opens(&name) {
            name.start += 1;
        }
        name.end = self.without_office(kind, &name);
        if person {
            name.start = self.whole_person(&name);
        }
        name
    }

    /// Marks a name that weights found, or what rules found in its place where it can be no name, or not one;
    /// `moved` says why it is believed.
    fn take(
        &self,
        kind: EntityKind,
        name: Range<usize>,
        moved: impl Fn(EntityKind, &Range<usize>) -> MentionReason,
        marks: &mut Vec<Mark>,
    ) {
        let kind = if self.is_rather_a_place(kind, &name) { EntityKind::Place } else { kind };
        let nobody = || {
            self.is_address(&name)
                || self.is_party(&name)
                || name.len() == 1
                    && (self.is_plural_of_capitals(name.start) || self.is_member(name.start))
        };
        // "Reuters/Vigra": two.
        let two = || {
            name.clone().any(|word| self.words.lower(word) == "/")
                && self.mark_at(name.start).is_some()
        };
        let thing = name.len() == 1 && self.is_thing_in_letters(name.start);
        if thing
            || kind == EntityKind::Person && nobody()
            || self.is_sum(&name)
            || name.len() > REACH
            || two()
        {
            marks.extend(self.marks_in(&name));
        } else if self.is_ranked(kind, &name) {
            // "SSP | Holm"
            let person = name.start + 1..name.end;
            marks.push(self.remark(EntityKind::Person, person, MentionReason::ShortForm));
        } else if let Some(person) = self.glued_person(kind, &name) {
            let reason = moved(kind, &name);
            marks.push(self.remark(kind, name.start..person, reason));
            marks.push(self.remark(EntityKind::Person, person..name.end, reason));
        } else if let Some(parts) = self.beside_a_country(&name) {
            marks.extend(parts);
        } else {
            marks.push(self.unchanged(kind, &name).unwrap_or_else(|| {
                let reason = moved(kind, &name);
                self.remark(kind, name, reason)
            }));
        }
    }

    /// Adds to the score of the label that the rules give to each word.
    fn prefer_rules(&self, line: &Range<usize>, by: i32, scores: &mut Scores) {
        for word in line.clone() {
            let label = self.mark_at(word).map_or(0, |mark| label_in(mark, word));
            add(scores, word - line.start, label, by);
        }
    }

    /// Leaves no choice where a mark must stand.
    fn insist(&self, line: &Range<usize>, scores: &mut Scores) {
        let mut word = line.start;
        while word < line.end {
            let Some(mark) = self.mark_at(word).filter(|mark| self.is_certain(mark)) else {
                word += 1;
                continue;
            };
            // A mark may begin before the candidate: "I. | OSLO".
            for at in mark.words.start.max(line.start)..mark.words.end {
                add(scores, at - line.start, label_in(mark, at), CERTAIN);
            }
            if first(mark.kind) != 0 && mark.words.end < line.end {
                add(scores, mark.words.end - line.start, first(mark.kind) + 1, -CERTAIN);
            }
            word = mark.words.end.max(word + 1);
        }
    }

    /// Whether the model has no say in a mark: the caller's lists, datelines, titles, tables of
    /// results, "Per Aas Jr.", "St. Olav's Hospital", "Ribeira, Calif.", and "RIBEIRA — …" where the
    /// dateline was not recognised.
    fn is_certain(&self, mark: &Mark) -> bool {
        use MentionReason::{
            AcronymOf, Dateline, OrganizationSuffix, Team, Title, Turn, UserGazetteer,
        };
        if matches!(mark.reason, UserGazetteer | Dateline | Title | Team | Turn) {
            return true;
        }
        let person = mark.kind == EntityKind::Person;
        if person && (mark.reason == AcronymOf || self.class(mark.words.end - 1).any(Class::SUFFIX))
        {
            return true;
        }
        // "St. Olav's Hospital": what closes the name owns the whole of it.
        let owned = |word: usize| self.words.word(word).kind == WordKind::Clitic;
        if mark.reason == OrganizationSuffix && mark.words.clone().any(owned) {
            return true;
        }
        let Some(listed) = mark.listed.and_then(|name| self.evidence.listed(name)) else {
            return false;
        };
        let opens = self.words.line(mark.words.start).is_some_and(|line| {
            line.words.start == mark.words.start && line.style == Style::Sentence
        });
        // "GOP Leaders Vow Repeal": in a headline capitals all through say more than others.
        let letters = mark.words.len() == 1
            && mark.kind == EntityKind::Organization
            && listed.organization >= 4.0
            && self.is_acronym(mark.words.start)
            && self.words.form(mark.words.start).letters >= 3
            && self.words.line(mark.words.start).is_some_and(|line| {
                line.style == Style::Title
                    || line.region == TextRegion::Headline && line.style == Style::Sentence
            });
        if letters {
            return true;
        }
        let capitals = || mark.words.clone().all(|word| self.words.word(word).capitals);
        listed.region || opens && mark.kind == EntityKind::Place && capitals()
    }

    /// The rules' marks of three kinds that begin in `words`.
    fn marks_in(&self, words: &Range<usize>) -> Vec<Mark> {
        let begins = |&word: &usize| self.mark_at(word).is_some_and(|m| m.words.start == word);
        let marks = words.clone().filter(begins).filter_map(|word| self.mark_at(word));
        marks.filter(|mark| first(mark.kind) != 0).cloned().collect()
    }

    /// "Supreme Court | Justice", "House | Majority Whip": the end of a body's name without the office that
    /// somebody has there.
    fn without_office(&self, kind: EntityKind, name: &Range<usize>) -> usize {
        let body = Class::ORG_END.or(Class::ORG_WEAK).or(Class::COMPANY).or(Class::CHAMBER);
        let office = |word: usize| {
            let class = self.class(word);
            class.any(Class::TITLE)
                && !class.any(body.or(Class::TRADE))
                && !self.words.lower(word).ends_with('s')
        };
        let known = self.marks_in(name).iter().any(|mark| mark.words == *name);
        let joins = name.clone().any(|word| !self.words.word(word).capital);
        if kind != EntityKind::Organization || name.len() < 2 || known || joins {
            return name.end;
        }
        let first = (name.start + 1..name.end).rev().take_while(|&word| office(word)).last();
        let Some(mut end) = first else { return name.end };
        while end > name.start + 1 && self.class(end - 1).any(Class::MODIFIER) {
            end -= 1;
        }
        end
    }

    /// "Tarn International Airport" is where it is, whatever the words around it say.
    fn is_rather_a_place(&self, kind: EntityKind, name: &Range<usize>) -> bool {
        kind == EntityKind::Organization
            && name.len() > 1
            && matches!(
                self.words.lower(name.end - 1),
                "airport" | "stadium" | "street" | "avenue" | "boulevard" | "river"
            )
    }

    /// "R118.20", "Sh3,400", "N8m": a letter or two and a number that goes on or is in millions.
    fn is_sum(&self, words: &Range<usize>) -> bool {
        let (word, form) = (words.start, self.words.form(words.start));
        let goes_on = !self.words.word(word).space_after
            && matches!(self.after(word, word + 1), "," | ".")
            && !self.words.word(word + 1).space_after
            && self.words.near(word, word + 2).is_some_and(|it| it.kind == WordKind::Number);
        let digits = form.text().bytes().filter(u8::is_ascii_digit).count();
        let millions = form.lower().ends_with(['m', 'k']) || form.lower().ends_with("bn");
        words.len() == 1 && digits > 0 && form.letters <= 4 && (goes_on || millions)
    }

    /// The first word of a name of which the model sees the end only: "Harbhinder | Kaur, 63".
    fn whole_person(&self, name: &Range<usize>) -> usize {
        let odd = Class::TITLE.or(Class::ROLE).or(Class::HONORIFIC).or(Class::MODIFIER);
        let whole = self.mark_at(name.start).filter(|mark| {
            mark.kind == EntityKind::Person
                && mark.sure
                && mark.words.end == name.end
                && mark.words.start < name.start
        });
        let plain = |word: usize| {
            self.words.word(word).capital
                && self.common(word) < 0.1
                && !self.class(word).any(odd)
                && !self.is_opening_word(word)
                && !self.is_acronym(word)
                && self.single(word).is_none()
        };
        let whole = whole.filter(|mark| (mark.words.start..name.start).all(plain));
        // "Gurbaksha | Devi, 71": a word of no list that opens the sentence.
        let unheard = |word: usize| {
            let (it, form) = (self.words.word(word), self.words.form(word));
            it.start
                && it.kind == WordKind::Word
                && !it.compound
                && self.free(word)
                && !form.listed_common
                && form.letters > 3
                && !form.lower().ends_with('s')
                && plain(word)
                && !self.class(word).any(Class::KIN)
                && !self.evidence.is_demonym(word)
                && self.words.style(word) == Style::Sentence
        };
        let opens = name.start.checked_sub(1).filter(|&word| self.beside(name.start, word));
        let opens = opens.filter(|&word| name.len() == 1 && unheard(word));
        whole.map_or(opens.unwrap_or(name.start), |mark| mark.words.start)
    }

    /// "SSP Holm": a rank in letters before the surname of somebody whom the story has in full.
    fn is_ranked(&self, kind: EntityKind, name: &Range<usize>) -> bool {
        let last = name.start + 1;
        kind == EntityKind::Organization
            && name.len() == 2
            && self.words.word(name.start).capitals
            && self.words.class(name.start).any(Class::RANK)
            && self.mark_at(last).is_some_and(|mark| {
                mark.kind == EntityKind::Person
                    && mark.reason == MentionReason::ShortForm
                    && mark.words == (last..name.end)
            })
    }

    /// "Dame | Hope": a courtesy title before what the rules took for the name.
    fn is_called_by(&self, words: &Range<usize>) -> bool {
        let rest = words.start + 1..words.end;
        self.class(words.start).any(Class::HONORIFIC)
            && self.free(words.start)
            && self.mark_at(rest.start).is_some_and(|mark| mark.words == rest)
    }

    /// "MLA | Ana Holm": what somebody is member of, in capitals.
    pub(crate) fn is_member(&self, word: usize) -> bool {
        self.is_acronym(word)
            && self.class(word).any(Class::HONOURS)
            && self.class(word).any(Class::ROLE)
    }

    /// "Madam Chair", "Tan Sri": how people are addressed, and no name.
    fn is_address(&self, words: &Range<usize>) -> bool {
        let office = Class::HONORIFIC.or(Class::TITLE).or(Class::ROLE).or(Class::BEHIND_TITLE);
        let last = self.words.form(words.end - 1);
        let sri = last.class == Class::BEHIND_TITLE;
        (sri || last.given < 4 && last.surname < 4)
            && words.len() > 1
            && words.clone().all(|word| self.class(word).any(office))
    }

    /// Where somebody's name begins at the end of a body's: "vice president of Tarn Technologies | Anna Holm".
    fn glued_person(&self, kind: EntityKind, name: &Range<usize>) -> Option<usize> {
        let given = name.end.checked_sub(2).filter(|&given| given > name.start)?;
        let (first, last) = (self.words.form(given), self.words.form(given + 1));
        let firm = Class::ORG_END.or(Class::TRADE).or(Class::ORG_WEAK).or(Class::COMPANY);
        let glued = kind == EntityKind::Organization
            && self.before(name.start) == "of"
            && name.clone().all(|word| self.words.word(word).capital)
            && self.class(given - 1).any(firm)
            && first.given >= 5
            && last.class.is_plain()
            && !last.listed_common
            && (last.surname > 0 || self.single(given + 1).is_none());
        glued.then_some(given)
    }

    /// The two marks of the rules that a name of the model is made of, where one is a country or region:
    /// "Varga Norway peace plan" in a headline, "Leeds Yorkshire" without a comma, "the president of
    /// Norway Per Varga".
    fn beside_a_country(&self, name: &Range<usize>) -> Option<[Mark; 2]> {
        let last = self.mark_at(name.end - 1)?;
        let before = self.mark_at(last.words.start.checked_sub(1)?)?;
        let whole = before.words.start == name.start && last.words.end == name.end;
        let region = |mark: &Mark| {
            let listed = mark.listed.and_then(|listed| self.evidence.listed(listed));
            mark.kind == EntityKind::Place && listed.is_some_and(Listed::is_region)
        };
        let person = last.kind == EntityKind::Person && last.words.len() > 1 && region(before);
        (whole && (region(last) || person)).then(|| [before.clone(), last.clone()])
    }

    /// The rules' own mark of these words, unless the model has something better to say of their kind.
    fn unchanged(&self, kind: EntityKind, words: &Range<usize>) -> Option<Mark> {
        let mark = self.mark_at(words.start)?;
        let same = mark.words == *words && first(mark.kind) != 0;
        (same && !is_better(kind, mark)).then(|| mark.clone())
    }

    /// A new mark for a name that the model sees; roles beside it stay.
    fn remark(&self, kind: EntityKind, words: Range<usize>, reason: MentionReason) -> Mark {
        let listed = self.evidence.exact(&words).map(|(name, _)| name);
        let (mut roles, mut gender) = (Vec::new(), Gender::Unknown);
        let mut at = words.start;
        while at < words.end {
            let Some(old) = self.mark_at(at) else {
                at += 1;
                continue;
            };
            if old.kind == kind && old.words != words {
                let outside =
                    |role: &&Range<usize>| role.end <= words.start || role.start >= words.end;
                roles.extend(old.roles.iter().filter(outside).cloned());
                gender = old.gender;
            }
            at = old.words.end.max(at + 1);
        }
        Mark { words, kind, reason, listed, roles, gender, sure: false }
    }

    /// Which evidence speaks most for the model's labels of a name, against those of the rules.
    fn moved(
        &self,
        model: &EntityModel,
        view: &View<'_, '_>,
        candidate: &Candidate<'_>,
        window: &Window<'_>,
        kind: EntityKind,
        name: &Range<usize>,
    ) -> MentionReason {
        let old = |word: usize| self.mark_at(word).map(|mark| mark.words.clone());
        let start = old(name.start).map_or(name.start, |words| words.start.min(name.start));
        let end = old(name.end - 1).map_or(name.end, |words| words.end.max(name.end));
        let mut sums = [0; EVIDENCE.len()];
        let mut row = Features::new();
        for word in start..end {
            let new = if name.contains(&word) { label_of(kind, word == name.start) } else { 0 };
            let old = self.mark_at(word).map_or(0, |mark| label_in(mark, word));
            if new == old {
                continue;
            }
            row.clear();
            let mut from = 0;
            let ends = features::fill(view, candidate, window, word, &mut row);
            for (sum, to) in sums.iter_mut().zip(ends) {
                let mut scores = [0; LABELS.len()];
                model.tagger.score_row(row.open_row().get(from..to).unwrap_or(&[]), &mut scores);
                let score = |label: u16| scores.get(usize::from(label)).copied().unwrap_or(0);
                *sum += score(new) - score(old);
                from = to;
            }
        }
        let most = sums.iter().zip(EVIDENCE).max_by_key(|(sum, _)| **sum);
        most.map_or(MentionReason::LearnedWords, |(_, reason)| reason)
    }
}

/// Whether the model's kind replaces that of a mark of the same words.
fn is_better(kind: EntityKind, mark: &Mark) -> bool {
    use MentionReason::{GazetteerPhrase, OrganizationSuffix, ShortForm};
    kind == EntityKind::Place
        && mark.kind != kind
        && !matches!(mark.reason, GazetteerPhrase | OrganizationSuffix | ShortForm)
}

/// The label of a word of `mark`; zero for kinds that the model does not know.
fn label_in(mark: &Mark, word: usize) -> u16 {
    label_of(mark.kind, word == mark.words.start)
}

fn label_of(kind: EntityKind, opens: bool) -> u16 {
    let first = first(kind);
    first + u16::from(first != 0 && !opens)
}

fn add(scores: &mut Scores, item: usize, label: u16, by: i32) {
    if let Some(score) = scores.row_mut(item).get_mut(usize::from(label)) {
        *score = score.saturating_add(by);
    }
}
