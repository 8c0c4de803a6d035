//! Whether a noun that nobody has for an office means whoever the story is at: "the official", "the Finn", "the
//! 45-year-old", "the veteran of two wars".

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus::{self, Focus};
use super::lexicon::Word;
use super::relatives::owner;
use super::role::{REACH, Roles};
use super::{antecedent, surnames, traits};
use wirecopy_entity::Gender;
use wirecopy_text::Span;

/// Years from which somebody rather leads others than is led.
const OLD: u16 = 40;

/// Sentences back in which somebody of the other sex is sought.
const NEAR: usize = 4;

impl Roles<'_> {
    /// "the former teacher", "the official", "the Finn": whoever the story is at, where nothing that is
    /// known of that person speaks against it.
    pub(super) fn bearer(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        // "the dead man's officer" is not the man, and "the woman beside me" nobody named.
        let of_writer = words.complement.iter().any(|word| matches!(&**word, "me" | "us"));
        if !words.opens || words.owner.is_some() || of_writer {
            return None;
        }
        let is_nationality = story.is_nationality(span);
        if let Some(person) = opener(words, is_nationality, span, story) {
            return Some(person);
        }
        let focus = Focus::new(span, story);
        if is_nationality
            && let at = focus.map(|focus| focus.person)
            && let Some(person) = surnames::compatriot(span, at, story)
        {
            return Some(person);
        }
        let Some(focus) = focus else {
            let told = words.is_anybody() && traits::years_of(words).is_some();
            return told.then(|| self.another(words, None, span, story)).flatten();
        };
        // "his deputy" is another than he.
        let first = span.of(story.text).split(' ').next().unwrap_or_default();
        if matches!(first, "his" | "His" | "her" | "Her")
            && owner(span, story) == Some(focus.person)
        {
            return None;
        }
        let known = self.of(focus.person);
        let epithet = Epithet { roles: self, words, focus, known, span, story };
        if epithet.is_of_another_age()
            && let Some(another) = self.another(words, Some(focus.person), span, story)
        {
            return Some(another);
        }
        if known.iter().any(|role| words.fits_in_general(role) && words.is_contrary_to(role)) {
            return self.once(words, span, story);
        }
        let is_other = |wanted| story.gender(focus.person).is_some_and(|is| is != wanted);
        let other = words.gender().filter(|wanted| is_other(*wanted));
        if epithet.is_abroad() {
            return None;
        }
        if let Some(wanted) = other.filter(|_| words.is_anybody()) {
            return only_of_sex(wanted, span, story);
        }
        let foreign = is_nationality && focus::has_other_land(focus.person, span, story);
        if other.is_some() || foreign || epithet.is_strange() {
            return None;
        }
        let is_meant =
            words.is_anybody() || is_nationality || epithet.fits_office() || epithet.tells_more();
        is_meant.then_some(focus.person)
    }

    /// "The defeated incumbent, Tom Berg, … the former mayor said": who is told to have been something, where the
    /// story is at the new mayor.
    fn once(&self, words: &Description<'_>, span: Span, story: &Discourse<'_>) -> Option<u32> {
        let is_such = |role: &Description<'_>| {
            words.gone() == role.gone() && words.gone().is_some() && !role.is_contrary_to(words)
        };
        let mut people = story.people_before(span, REACH).map(|(person, _)| person);
        people.find(|person| {
            traits::is_of_sex(*person, words, story) && self.of(*person).iter().any(is_such)
        })
    }
}

/// A noun, and whoever the story is at where it stands.
struct Epithet<'e, 'r, 'd, 's> {
    roles: &'e Roles<'r>,
    words: &'e Description<'d>,
    focus: Focus,
    /// What is known of that person.
    known: &'e [Description<'r>],
    span: Span,
    story: &'e Discourse<'s>,
}

impl Epithet<'_, '_, '_, '_> {
    /// "Holm, 30, … the 24-year-old said": another; "coach Holm", of whose age nothing is told, rather is, too.
    fn is_of_another_age(&self) -> bool {
        let Self { roles, words, focus, story, .. } = *self;
        let years = traits::years_of(words);
        // Of a man of seventy who leads others it is his own age.
        let is_old = years.is_some_and(|(from, _)| from >= OLD);
        let is_told_here = focus.is_alone && (focus.is_here || is_old)
            // "Holm blamed Berg, she told reporters. The 50-year-old": who has just spoken there.
            || focus.is_here && is_old && story.spoke_last(focus.person);
        match traits::is_aged(focus.person, years, story) {
            Some(aged) => !aged,
            None => years.is_some() && !is_told_here && roles.is_of_others(focus.person),
        }
    }

    /// "the Danish ambassador to Greece" is nobody of whom only the name is told.
    fn is_abroad(&self) -> bool {
        let Self { words, known, span, story, .. } = *self;
        let lands = story.lands_in(span);
        let abroad = words.complement.iter().any(|word| lands.iter().any(|land| land == word));
        abroad && known.is_empty() && lands.len() > 1
    }

    /// Whether the noun is of somebody else than whoever the story is at, of whom nothing is known.
    fn is_strange(&self) -> bool {
        let Self { words, focus, known, span, story, .. } = *self;
        if !known.is_empty() {
            // "The judge" is no deputy who spoke before.
            let works =
                |role: &Description<'_>| role.is(Word::Court) || words.fits_in_general(role);
            let on_bench = matches!(&*words.head, "judge" | "magistrate" | "justice" | "coroner");
            return on_bench && !known.iter().any(works);
        }
        // "Holm sued the club. The judge said": she works there, and nobody is told to.
        let tried = || super::court::is_told(focus.person, "tried", span, story);
        // "Holm was robbed. The robber said": another.
        words.is(Word::Stranger) || words.is(Word::Court) && (!focus.is_alone || tried())
    }

    /// Whether the noun is an office that may be that of whoever the story is at, or fits one in general: "the
    /// agency's chief", "the Kremlin official", where no land is named.
    fn fits_office(&self) -> bool {
        let Self { roles, words, focus, known, span, story, .. } = *self;
        let suits = || known.is_empty() || focus.is_alone && roles.suits(words, known);
        // "The chief asked us," said Tom Berg: hardly the director whom the story is at.
        let fits = |role: &Description<'_>| {
            role.head == words.head || !story.is_within_words() && words.fits_in_general(role)
        };
        words.is_office() && suits() && !story.is_used_of_other(&words.head, focus.person, span)
            || !story.holds_land(span) && known.iter().any(fits)
    }

    /// "Ann Holm, who heads the chamber, said it was late. … The businesswoman": whoever has just spoken, where the noun
    /// tells the sex, is new and no office.
    fn is_only_such(&self, is_new: impl Fn() -> bool) -> bool {
        let Self { words, focus, span, story, .. } = *self;
        let sex = words.gender().filter(|sex| story.gender(focus.person) == Some(*sex));
        sex.is_some()
            && words.kin().is_none()
            && !words.is_expected()
            && !words.is_office()
            && story.spoke_last(focus.person)
            && !is_introduced(span.of(story.text))
            && is_new()
    }

    /// Whether the noun tells more of whoever the story is at: "Holm … The veteran of two wars said".
    fn tells_more(&self) -> bool {
        let Self { roles, words, focus, known, span, story, .. } = *self;
        let is_new = || story.is_new_noun(&words.head, span);
        let unexpected = !words.is_expected();
        words.may_be_somebody()
            && !story.is_within_words()
            && (words.complement.is_empty() || !story.holds_body(span))
            && (words.tells_more() && (focus.is_alone || known.is_empty())
                || self.is_only_such(is_new)
                || known.is_empty() && unexpected && is_new()
                || focus.is_alone
                    && (focus.is_here || !is_introduced(span.of(story.text)))
                    && (unexpected || focus.is_here && known.is_empty())
                    && roles.suits(words, known)
                    && is_new())
    }
}

/// "the 45-year-old", "the Finn" behind a clause of somebody's own, and of whoever is of that land.
fn opener(
    words: &Description<'_>,
    is_nationality: bool,
    span: Span,
    story: &Discourse<'_>,
) -> Option<u32> {
    let anybody = words.is_anybody() || is_nationality;
    let own = || {
        focus::opens_own(span, story).filter(|&person| {
            traits::is_of_sex(person, words, story)
                && traits::is_aged(person, traits::wanted_age(words), story) != Some(false)
                && !(is_nationality && focus::has_other_land(person, span, story))
        })
    };
    let own = (anybody && words.determiner == Determiner::Definite).then(own).flatten();
    own.or_else(|| is_nationality.then(|| focus::countryman(span, story)).flatten())
}

/// "The couple … the bride said": the only woman whom the nearest sentence names that names any.
fn only_of_sex(wanted: Gender, span: Span, story: &Discourse<'_>) -> Option<u32> {
    antecedent::backwards(span, story, NEAR).skip(1).find_map(|part| {
        let mut found = antecedent::people(part, story).into_iter().filter_map(|(_, who)| who);
        let first = found.find(|who| story.gender(*who) == Some(wanted))?;
        found.all(|who| who == first || story.gender(who) != Some(wanted)).then_some(first)
    })
}

/// "The foreman, a retired teacher,", "the foreman, 60,": somebody new.
fn is_introduced(words: &str) -> bool {
    let Some((_, aside)) = words.split_once(", ") else { return false };
    aside.starts_with("a ")
        || aside.starts_with("an ")
        || aside.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn who_has_just_spoken_is_the_businesswoman() {
        let text = "Its president, Anna Holm, said it was late.\n\n“I waited for Tom Berg,” Holm said.\n\nIt had rained, \
                    according to the businesswoman.";
        assert_eq!(speakers(text), ["Anna Holm", "Anna Holm", "Anna Holm"]);
    }

    #[test]
    fn a_coach_who_has_just_spoken_is_as_old_as_that() {
        let text = "Norden's coach, Peter Dahl, watched.\n\nDahl blamed the referee, Tom Berg of Oslo. “It was late,” \
                    he told reporters. The 50-year-old said it had rained.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Peter Dahl"));
    }
}
