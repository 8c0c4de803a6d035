//! Bodies that go by a number: "the 3rd Infantry Division", "Ferry Workers Local 418", "Channel 9".

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

/// Longest name that is read, in words.
const LONGEST: usize = 5;

/// How the names of units of an army or a fleet end.
fn is_unit(lower: &str) -> bool {
    matches!(
        lower,
        "division"
            | "brigade"
            | "regiment"
            | "battalion"
            | "squadron"
            | "fleet"
            | "corps"
            | "infantry"
            | "airborne"
            | "cavalry"
            | "wing"
            | "army"
            | "group"
    )
}

/// What a unit fights as: without it a division may be one of a league and a wing one of a house.
fn is_arm(lower: &str) -> bool {
    matches!(
        lower,
        "infantry"
            | "airborne"
            | "cavalry"
            | "armored"
            | "armoured"
            | "mechanized"
            | "mechanised"
            | "motorized"
            | "motorised"
            | "artillery"
            | "mountain"
            | "marine"
            | "marines"
            | "tank"
            | "assault"
            | "aviation"
            | "engineer"
            | "guards"
            | "parachute"
            | "sustainment"
            | "fighter"
            | "expeditionary"
            | "security"
            | "special"
            | "battalion"
            | "regiment"
            | "fleet"
            | "brigade"
    )
}

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn counted_bodies(&mut self) {
        self.at_names(|scene, word| {
            let before = word.checked_sub(1).is_some_and(|number| scene.is_number(word, number));
            let counted = before || scene.is_number(word, word + 1);
            if !counted || scene.words.style(word) != Style::Sentence || scene.is_furniture(word) {
                return None;
            }
            let named = scene.unit(word).or_else(|| scene.local(word));
            named.or_else(|| scene.channel(word)).or_else(|| scene.numbered_group(word))
        });
    }

    fn is_plain_capital(&self, of: usize, word: usize) -> bool {
        self.words.near(of, word).is_some_and(|it| it.capital && it.kind == WordKind::Word)
            && self.free(word)
    }

    fn is_number(&self, of: usize, word: usize) -> bool {
        self.words.near(of, word).is_some_and(|it| it.kind == WordKind::Number) && self.free(word)
    }

    /// "pressure group | 40 Million Anglers", "the association | Vigra 92": behind the noun for a body a number
    /// opens its name or closes it.
    fn numbered_group(&mut self, word: usize) -> Option<usize> {
        let opens = word.checked_sub(1).filter(|&number| self.is_number(word, number));
        let start = opens.unwrap_or(word);
        let noun = start.checked_sub(1).filter(|&noun| {
            self.words.near(start, noun).is_some_and(|it| !it.capital)
                && self.class(noun).any(Class::BEFORE_BODY)
        })?;
        let ends = word..word + LONGEST;
        let end = ends.clone().find(|&at| !self.is_plain_capital(noun, at)).unwrap_or(ends.end);
        let whole = if opens.is_some() { end } else { end + 1 };
        let odd = Class::CALENDAR.or(Class::TITLE).or(Class::ROLE);
        let fits = end > word
            && (opens.is_none() || end > word + 1)
            && (opens.is_some() || self.is_number(word, end))
            && !(word..end).any(|at| self.class(at).any(odd));
        if !fits {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(start..whole, kind, MentionReason::Employer)?;
        Some(whole)
    }

    /// "the 3rd | Infantry Division": capitals behind an ordinal number.
    fn unit(&mut self, word: usize) -> Option<usize> {
        let number = word.checked_sub(1).filter(|&number| self.is_number(word, number))?;
        let ordinal = self.words.lower(number);
        if !["st", "nd", "rd", "th"].iter().any(|end| ordinal.ends_with(end)) {
            return None;
        }
        let ends = word..word + LONGEST;
        let end = ends.clone().find(|&at| !self.is_plain_capital(word, at)).unwrap_or(ends.end);
        let last = end.checked_sub(1).filter(|&last| last >= word)?;
        let arm = (word..end).any(|at| is_arm(self.words.lower(at)));
        if !arm || !is_unit(self.words.lower(last)) {
            return None;
        }
        let kind = EntityKind::Organization;
        self.mark_sure(number..end, kind, MentionReason::OrganizationSuffix)?;
        Some(end)
    }

    /// "Ferry Workers | Local 418", "Local 418".
    fn local(&mut self, word: usize) -> Option<usize> {
        let it = *self.words.word(word);
        let local = self.words.lower(word) == "local" && it.capital && !it.capitals;
        if !local || !self.is_number(word, word + 1) {
            return None;
        }
        let start = self.body_start(word);
        let kind = EntityKind::Organization;
        self.mark_sure(start..word + 2, kind, MentionReason::OrganizationSuffix)?;
        Some(word + 2)
    }

    /// "Channel 9", "Radio 4".
    fn channel(&mut self, word: usize) -> Option<usize> {
        let it = self.words.word(word);
        let noun = matches!(self.words.lower(word), "channel" | "radio" | "kanal" | "canal" | "tv");
        let small = self
            .words
            .near(word, word + 2)
            .is_none_or(|it| !it.capital && it.kind != WordKind::Number);
        let digits = self.words.lower(word + 1);
        let fits = noun
            && it.capital
            && (!it.capitals || self.words.lower(word) == "tv")
            && small
            && self.is_number(word, word + 1)
            && digits.len() <= 2
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !fits {
            return None;
        }
        self.mark_sure(
            word..word + 2,
            EntityKind::Organization,
            MentionReason::OrganizationPrefix,
        )?;
        Some(word + 2)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn numbers_belong_to_names() {
        for (text, name) in [
            ("Soldiers of the 3rd Infantry Division left.", "3rd Infantry Division"),
            ("Ferry Workers Local 418 went on strike.", "Ferry Workers Local 418"),
            ("They told Channel 9 on Monday.", "Channel 9"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.contains(&name), "{text}: {names:?}");
        }
    }
}
