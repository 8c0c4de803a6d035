//! Clubs by the word that opens their names: "Deportivo Tarn", "Real Vigra", "Dinamo Ribeira".

use crate::lexicon::Class;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::{Style, WordKind};

fn is_opener(lower: &str) -> bool {
    matches!(
        lower,
        "real"
            | "deportivo"
            | "atletico"
            | "atlético"
            | "sporting"
            | "inter"
            | "olympique"
            | "dinamo"
            | "dynamo"
            | "lokomotiv"
            | "lokomotiva"
            | "spartak"
            | "borussia"
    )
}

impl Scene<'_> {
    /// Marks them.
    pub(crate) fn clubs(&mut self) {
        self.at_classes(Class::ORG_START, |scene, word| {
            let (it, next) = (*scene.words.word(word), word + 1);
            let named = scene
                .words
                .near(word, next)
                .is_some_and(|it| it.capital && it.kind == WordKind::Word && scene.free(next));
            let odd = Class::TITLE.or(Class::ROLE).or(Class::HONORIFIC).or(Class::CALENDAR);
            let form = scene.words.form(next);
            let fits = is_opener(scene.words.lower(word))
                && it.capital
                && named
                && scene.is_name_like(next)
                && !form.listed_common
                && !form.class.any(odd)
                && !scene.closes_body(next)
                && !scene.evidence.is_demonym(next)
                && scene.words.near(word, next + 1).is_none_or(|it| !it.capital)
                && scene.words.style(word) == Style::Sentence
                && !scene.is_furniture(word);
            if !fits {
                return None;
            }
            let kind = EntityKind::Organization;
            scene.mark_sure(word..next + 1, kind, MentionReason::OrganizationPrefix)?;
            Some(next + 1)
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::Input;
    use wirecopy_token::tokenize;

    #[test]
    fn clubs_have_their_openers() {
        let text = "She left for Deportivo Tarn on Monday.";
        let tokens = tokenize(text);
        let found = Input::new(text, &tokens).recognize();
        assert_eq!(found.entities.first().map(|it| it.name.as_str()), Some("Deportivo Tarn"));
    }
}
