//! Firms that keep the "'s" of who founded them: "Macy's said", "Moody's Investors Service".
//!
//! A list has the name with its "'s", or it says something: nothing is owned where a verb of saying follows. Where the
//! story has the bare word, too, the "'s" is somebody's: "Christie's lawyer" in a story of Ann Christie.

use crate::lexicon::Class;
use crate::map::Set;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn founders(&mut self) {
        let owners: Vec<usize> = self.capitals().filter(|&word| self.is_possessive(word)).collect();
        let told: Set<u32> = owners
            .iter()
            .filter(|&&word| self.says_itself(word))
            .map(|&word| self.words.word(word).form)
            .collect();
        let mut found: Vec<Range<usize>> =
            owners.iter().filter_map(|&word| self.founder(word, &told)).collect();
        if found.is_empty() {
            return;
        }
        let bare: Set<u32> = self
            .capitals()
            .filter(|&word| !self.is_possessive(word))
            .map(|word| self.words.word(word).form)
            .collect();
        found.retain(|name| {
            let owner = self.words.word(name.start);
            self.before(name.start) == "&" || !bare.contains(&owner.form)
        });
        for name in found {
            let start = self.with_partner(name.start);
            let end = self.firm_end(&name);
            let (kind, reason) = (EntityKind::Organization, MentionReason::OrganizationSuffix);
            self.mark_sure(start..end, kind, reason);
        }
    }

    /// The name that ends in the "'s" behind `word`.
    fn founder(&self, word: usize, told: &Set<u32>) -> Option<Range<usize>> {
        let end = word + 2;
        let start = self.with_partner(word);
        let listed = self.evidence.at(start).iter().any(|hit| {
            hit.end == end
                && self
                    .evidence
                    .listed(hit.name)
                    .is_some_and(|listed| listed.organization > listed.place && !listed.person)
        });
        let plain = self.words.style(word) == Style::Sentence && !self.is_furniture(word);
        let alone = word.checked_sub(1).is_none_or(|before| {
            start < word || self.words.near(word, before).is_none_or(|it| !it.capital || it.start)
        });
        let saint = matches!(self.before(start), "st" | "st." | "saint");
        (plain && alone && !saint && (listed || told.contains(&self.words.word(word).form)))
            .then_some(word..end)
    }

    /// "Hallam & | Lund's".
    fn with_partner(&self, word: usize) -> usize {
        let joined = self.before(word) == "&"
            && word >= 2
            && self.beside(word, word - 2)
            && self.words.word(word - 2).capital;
        if joined { word - 2 } else { word }
    }

    /// "Hallam | 's said": what is called so speaks.
    fn says_itself(&self, word: usize) -> bool {
        let form = self.words.form(word);
        let says = matches!(self.after(word, word + 2), "said" | "says" | "told" | "declined");
        says && self.words.word(word).kind == WordKind::Word
            && form.letters > 3
            && form.class.is_plain()
            && !form.listed_common
            && self.single(word).is_none_or(|listed| listed.place < 4.0 && !listed.demonym)
    }

    /// "Hallam's | Investors Service": up to the word that closes the name of a body.
    fn firm_end(&self, name: &Range<usize>) -> usize {
        let run = self.capitals_from(name.start, name.end);
        let closes = run > name.end
            && (self.class(run - 1).any(Class::COMPANY) || self.closes_body(run - 1))
            && !(name.end..run).any(|at| self.class(at).any(Class::TITLE.or(Class::ROLE)));
        if closes { run } else { name.end }
    }
}

#[cfg(test)]
mod tests {
    use crate::{EntityKind, Input};
    use wirecopy_token::tokenize;

    fn first(text: &str) -> Option<(String, EntityKind)> {
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        found.entities.into_iter().next().map(|it| (it.name, it.kind))
    }

    #[test]
    fn what_speaks_keeps_its_clitic() {
        let firm = |name: &str| Some((name.to_owned(), EntityKind::Organization));
        assert_eq!(first("Zorvane's said sales rose."), firm("Zorvane's"));
        assert_eq!(
            first("Shares of Zorvane's Foods Inc. fell. Zorvane's said it was late."),
            firm("Zorvane's Foods Inc.")
        );
        let owner = first("Zorvane's said to be ill. Zorvane did not call.");
        assert_ne!(owner, firm("Zorvane's"));
    }
}
