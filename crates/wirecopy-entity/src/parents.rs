//! What children call their parents is no name: "Papa said", "I asked Amma".

use crate::model::EntityKind;
use crate::scene::Scene;

fn is_parent(lower: &str) -> bool {
    matches!(
        lower,
        "papa"
            | "mama"
            | "mamma"
            | "mum"
            | "mom"
            | "mummy"
            | "mommy"
            | "dad"
            | "daddy"
            | "amma"
            | "appa"
            | "abba"
            | "abbu"
            | "ammi"
            | "grandma"
            | "grandpa"
            | "granny"
            | "grandad"
            | "granddad"
    )
}

impl Scene<'_> {
    /// Takes the marks from such words, unless something else was said of whom they mean.
    pub(crate) fn parents(&mut self) {
        for index in 0..self.marks.len() {
            let fits = self.marks.get(index).is_some_and(|mark| {
                mark.kind == EntityKind::Person
                    && mark.words.len() == 1
                    && mark.roles.is_empty()
                    && is_parent(self.words.lower(mark.words.start))
            });
            if fits {
                self.drop_mark(index);
            }
        }
    }
}
