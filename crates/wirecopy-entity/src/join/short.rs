//! Second pass: whom a surname alone means, or another single part of a name.

use super::surnames::{NEAR_WORDS, People, Surname};
use super::{Draft, Joined, generation};
use crate::called::Name;
use crate::children::{is_child, parent};
use crate::input::Input;
use crate::lesser::Lesser;
use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, Scene};
use std::ops::Range;
use wirecopy_text::{Folding, fold};

/// Full names of one surname among which the only man or woman is sought.
const MOST_NAMESAKES: usize = 16;

/// Who bears a word as another part of the name than the surname.
#[derive(Debug, Clone, Copy)]
struct Others {
    given: Option<u32>,
    inner: Option<u32>,
    other: Option<u32>,
}

impl Others {
    fn of(people: &People<'_>, word: &str) -> Self {
        Self {
            given: people.given.get(word).copied(),
            inner: people.inner.get(word).copied(),
            other: people.other.get(word).copied(),
        }
    }
}

impl Joined {
    /// The person whom a mark without a first name means; a new one where nobody fits.
    pub(super) fn short_person<'w>(
        &mut self,
        input: &Input<'_>,
        scene: &Scene<'w>,
        mark: &Mark,
        name: &Name<'w>,
        people: &mut People<'w>,
    ) -> u32 {
        let others = Others::of(people, &name.last);
        let surname = people.surname(&name.last);
        let whole = || scene.words.key(mark.words.clone()).into_owned();
        if mark.reason == MentionReason::Family {
            return *surname.alone.get_or_insert_with(|| self.draft(EntityKind::Person, whole()));
        }
        if let Some(id) = of_generation(scene, mark, surname) {
            return id;
        }
        // "King Hassan" is not called after his family: he is not President Omar Hassan.
        let reigns = scene.words.form(mark.words.start).given >= 3 && is_royal(scene, &mark.roles);
        let known = if reigns {
            self.ruler(scene, surname, others)
        } else {
            let of = |id: u32| self.drafts.get(id as usize).map(|draft| draft.gender);
            let by = |gender| self.bearer(mark, gender, surname, others);
            let meant = by(mark.gender);
            let told = told_gender(scene, mark, surname);
            let other = meant.filter(|_| told != Gender::Unknown).and_then(of) != Some(told);
            if told != mark.gender && other { by(told).or(meant) } else { meant }
        };
        if let Some(id) = known {
            if surname.first.or(surname.alone).is_none() {
                self.called_by(id, &name.last);
            }
            return id;
        }
        let id = self.draft(EntityKind::Person, whole());
        surname.alone = Some(id);
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            draft.gender = mark.gender;
        }
        self.hold_office(input, scene, mark, id);
        // A surname with a full name in the document is its bearer's.
        if surname.first.is_none() {
            self.hold_title(input, scene, mark, (id, &name.last));
        }
        id
    }

    fn ruler(&self, scene: &Scene<'_>, surname: &Surname<'_>, others: Others) -> Option<u32> {
        let of = |id: u32| self.drafts.get(id as usize);
        let reigns = |id: &u32| of(*id).is_some_and(|draft| is_royal(scene, &draft.roles));
        let latest = surname.latest.any.filter(reigns).or(surname.first.filter(reigns));
        latest.or(surname.alone).or(others.given).or(others.inner)
    }

    fn bearer(
        &self,
        mark: &Mark,
        told: Gender,
        surname: &Surname<'_>,
        others: Others,
    ) -> Option<u32> {
        let of = |id: u32| self.drafts.get(id as usize);
        let fits = |id: &u32| {
            let gender = of(*id).map_or(Gender::Unknown, |draft| draft.gender);
            // "Suu Kyi" of "Aung San Suu Kyi", whatever the lists say of the first words.
            let several = mark.words.len() > 1;
            several || gender == Gender::Unknown || told == Gender::Unknown || gender == told
        };
        // "Van Meter" is Alden Van Meter rather than his wife Carolyn, who was named without it.
        let kin = |id: &u32| of(*id).is_some_and(|draft| draft.surname.is_some());
        let of_kin = surname.first.is_some_and(|first| kin(&first))
            && surname.full.len() <= MOST_NAMESAKES
            && surname.full.values().all(kin);
        if let Some(owner) = others.other.filter(|owner| of_kin && fits(owner)) {
            return Some(owner);
        }
        let latest = surname.latest;
        let mentions = |id: Option<u32>| id.and_then(of).map_or(0, |draft| draft.mentions);
        let by_gender = match told {
            Gender::Male => latest.male.at(mark.words.start, mentions),
            Gender::Female => latest.female.at(mark.words.start, mentions),
            Gender::Unknown => None,
        };
        // "Mrs. Holm" before "Ana Holm": the one woman of that name, wherever she stands.
        let few = told != Gender::Unknown && surname.full.len() <= MOST_NAMESAKES;
        let mut alike = surname.full.values().copied().filter(|id| few && fits(id));
        let only = if few { alike.next() } else { None };
        let only = only.filter(|only| alike.all(|other| other == *only));
        let parent = parent(&self.drafts, surname.full.values(), mark.words.start, fits);
        // Far from the latest bearer of a surname, the one the story is about is meant.
        let far = mark.words.start.saturating_sub(latest.at) > NEAR_WORDS;
        let otherwise = |id: u32| of(id).is_some_and(|draft: &Draft| draft.otherwise);
        let main =
            latest.main.filter(|main| far && !otherwise(*main) && !is_child(&self.drafts, *main));
        by_gender
            .or(only)
            .or(parent)
            .or(main.filter(fits))
            .or(latest.any.filter(fits))
            .or(surname.first.filter(fits))
            .or(others.given.filter(fits))
            .or(others.inner.filter(fits))
            // "Mr. Yang" behind Yang Shangkun, whatever the lists say of a given name Yang.
            .or(others.given.filter(|_| mark.reason == MentionReason::Title))
            .or(surname.alone)
            .or(others.other.filter(fits))
    }

    /// Keeps whether somebody is called by another word of the name than the first.
    fn called_by(&mut self, id: u32, word: &str) {
        if let Some(draft) = self.drafts.get_mut(id as usize) {
            let first = draft.name.split(' ').next().unwrap_or("");
            draft.otherwise |= fold(first, Folding::new().case().diacritics()) != word;
        }
    }
}

/// The gender that a title tells, or of several namesakes "he" and "she" behind the verb: "Holm said | he saw it".
fn told_gender(scene: &Scene<'_>, mark: &Mark, surname: &Surname<'_>) -> Gender {
    let end = mark.words.end;
    let asks = mark.gender == Gender::Unknown
        && surname.full.len() > 1
        && scene.class_after(mark.words.start, end).any(Class::SAY);
    match scene.after(mark.words.start, end + 1) {
        "he" if asks => Gender::Male,
        "she" if asks => Gender::Female,
        _ => mark.gender,
    }
}

/// "Holm Jr.", where the story has him in full.
fn of_generation(scene: &Scene<'_>, mark: &Mark, surname: &Surname<'_>) -> Option<u32> {
    let behind = mark.words.start..mark.words.end + 1;
    let own = generation(scene, &mark.words).or_else(|| generation(scene, &behind))?;
    let mut full = surname.full.iter().take(MOST_NAMESAKES);
    let own =
        full.find(|(first, _)| first.strip_suffix(own).is_some_and(|rest| rest.ends_with(' ')));
    own.map(|(_, id)| *id)
}

/// Whether a role is that of a monarch or of a monarch's family.
fn is_royal(scene: &Scene<'_>, roles: &[Range<usize>]) -> bool {
    let rank = |word: usize| Lesser::ROYAL.has(scene.words.lower(word));
    roles.iter().any(|role| role.end.checked_sub(1).is_some_and(rank))
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    /// Whom the last mention of the text means.
    fn last(text: &str) -> Option<String> {
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        let last = found.mentions.iter().rev().find(|mention| mention.entity.is_some())?;
        found.entity_of(last).map(|it| it.name.clone())
    }

    #[test]
    fn he_and_she_tell_which_namesake_is_meant() {
        let text = "Mr. Peter Zornholm met Ms. Anna Zornholm. Zornholm said he was late.";
        assert_eq!(last(text).as_deref(), Some("Peter Zornholm"));
        let text = "Mr. Peter Zornholm met Ms. Anna Zornholm. Zornholm said she was late.";
        assert_eq!(last(text).as_deref(), Some("Anna Zornholm"));
    }

    #[test]
    fn a_surname_of_two_words_is_not_the_wifes_alone() {
        let text =
            "Senator Alden Van Meter spoke. His wife, Carolyn, wept. Van Meter said it was late.";
        assert_eq!(last(text).as_deref(), Some("Alden Van Meter"));
    }
}
