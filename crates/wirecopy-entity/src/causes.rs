//! Bodies that are called by what they want: "Save the Marshes", "Stop the Barrage".
//!
//! The verb and the noun have capitals both, and no verb of a story has one within a sentence. Where a sentence
//! starts, what they want must do something: "Save the Marshes said".

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};
use std::ops::Range;

/// Longest noun that is read, in words.
const LONGEST: usize = 3;

fn is_wish(lower: &str) -> bool {
    matches!(
        lower,
        "save"
            | "stop"
            | "protect"
            | "defend"
            | "rescue"
            | "reclaim"
            | "keep"
            | "free"
            | "feed"
            | "support"
    )
}

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn causes(&mut self) {
        self.at_names(|scene, word| {
            let words = scene.cause(word).filter(|words| scene.all_free(words))?;
            let end = words.end;
            scene.mark_sure(words, EntityKind::Organization, MentionReason::OrganizationPrefix)?;
            Some(end)
        });
    }

    /// The name of a body that starts with the verb.
    pub(crate) fn cause(&self, verb: usize) -> Option<Range<usize>> {
        let it = *self.words.word(verb);
        if !it.capital || !is_wish(self.words.lower(verb)) {
            return None;
        }
        let first = verb + 1 + usize::from(matches!(self.after(verb, verb + 1), "the" | "our"));
        let capital = |at: usize| {
            self.words.near(verb, at).is_some_and(|it| it.capital && it.kind == WordKind::Word)
        };
        let form = self.words.form(first);
        // "Just Stop Oil", "Free Tarn"
        let bare = first == verb + 1
            && (form.given, form.surname) == (0, 0)
            && !self.closes_body(first)
            && !self.class(first).any(Class::ROLE.or(Class::TRADE))
            && self.before(verb) == "just";
        let fits = (first == verb + 2 || bare)
            && capital(first)
            && self.words.style(verb) == Style::Sentence
            && !self.is_furniture(verb);
        if !fits {
            return None;
        }
        let ends = first..first + LONGEST;
        let end = ends.clone().find(|&at| !capital(at)).unwrap_or(ends.end);
        let acts = Class::SAY.or(Class::ACT).or(Class::DEED);
        let behind_capital = verb
            .checked_sub(1)
            .is_some_and(|before| self.words.near(verb, before).is_some_and(|it| it.capital));
        // "Save the Marshes, a group that …"
        let aside = self.after(verb, end) == ","
            && matches!(self.after(verb, end + 1), "a" | "an" | "which");
        let known =
            aside || bare || !it.start && !behind_capital || self.class_after(verb, end).any(acts);
        let verb = if bare { verb - 1 } else { verb };
        let odd = (first..end).any(|at| self.class(at).any(Class::CALENDAR.or(Class::TITLE)));
        if !known || odd || self.is_quoted(&(verb..end)) {
            return None;
        }
        Some(verb..end)
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn what_a_body_wants_is_its_name() {
        for (text, name) in [
            ("Save the Marshes said the road was shut.", "Save the Marshes"),
            ("Money came from Stop the Barrage in May.", "Stop the Barrage"),
        ] {
            let tokens = tokenize(text);
            let found = Input::new(text, &tokens).recognize();
            let names: Vec<_> = found.entities.iter().map(|it| it.name.as_str()).collect();
            assert!(names.contains(&name), "{text}: {names:?}");
        }
    }
}
