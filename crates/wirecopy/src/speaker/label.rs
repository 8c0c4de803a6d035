//! The label of a turn: "HOLM:", "ANN HOLM (TV Nord):", "Ann Holm -- Chief Executive:" are whoever of
//! the story bears the name, however much of it the label gives and in whatever letters.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind};
use wirecopy_quote::{Quote, QuoteReason};
use wirecopy_text::{Folding, fold};

/// Words of a longer label are a sentence's.
const WORDS: usize = 6;

/// People of the story who share a word of their names.
const BEARERS: usize = 8;

/// The people and bodies of the story by each word of their names, made when the first label asks.
#[derive(Debug, Default)]
pub(super) struct Labels(OnceCell<BTreeMap<String, Vec<u32>>>);

impl Labels {
    /// Whose turn it is: the only person of the story whose name has the label's words and more, or
    /// else is the label.
    pub(super) fn speaker(&self, quote: &Quote, text: &str, named: &Entities) -> Option<u32> {
        let span = quote.speaker.filter(|_| quote.reason == QuoteReason::Colon)?;
        let words = span.of(text);
        let words = words.split([',', '(', '[', ':']).next().unwrap_or_default();
        let words = words.split(" -").next().unwrap_or_default();
        if !words.starts_with(char::is_uppercase) {
            return None;
        }
        let label = folded(words);
        let parts: Vec<&str> = label.split_whitespace().take(WORDS + 1).collect();
        let first = parts.first().filter(|_| parts.len() <= WORDS)?;
        let bearers = self.0.get_or_init(|| bearers(named)).get(*first)?;
        let is_person = |bearer: &&u32| {
            named.entities.get(**bearer as usize).is_some_and(|e| e.kind == EntityKind::Person)
        };
        let (mut same, mut longer) = (None, None);
        // "COURIER:" is the paper that asks, where no person has the word.
        let loud = !words.chars().any(char::is_lowercase);
        let people = !loud || bearers.iter().any(|bearer| is_person(&bearer));
        for bearer in bearers.iter().filter(|bearer| !people || is_person(bearer)) {
            let name = named.entities.get(*bearer as usize).map(|entity| folded(&entity.name));
            let name = name.unwrap_or_default();
            if name == label {
                same = same.or(Some(*bearer));
            } else if has_run(&name, &parts) {
                if longer.is_some() {
                    return same;
                }
                longer = Some(*bearer);
            }
        }
        longer.or(same)
    }
}

fn bearers(named: &Entities) -> BTreeMap<String, Vec<u32>> {
    let mut bearers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let people = named.entities.iter().zip(0u32..);
    let may_speak = |kind| matches!(kind, EntityKind::Person | EntityKind::Organization);
    for (entity, index) in people.filter(|(entity, _)| may_speak(entity.kind)) {
        for word in folded(&entity.name).split_whitespace() {
            let list = bearers.entry(word.to_owned()).or_default();
            if list.len() < BEARERS && list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
    bearers
}

/// Whether the words of the label stand in the name one behind the other.
fn has_run(name: &str, label: &[&str]) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.windows(label.len()).any(|run| run == label)
}

fn folded(words: &str) -> String {
    fold(words.trim(), Folding::new().case().diacritics()).into_owned()
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_label_is_part_of_a_name() {
        let text = "Ana Ruiz Peña builds dams. Tom Berg met her.\n\nBERG: Will it hold?\n\nRUIZ: It will \
                    hold.\n\nBERG: And in spring?\n\nRUIZ: In spring, too.";
        let named = speakers(text);
        assert!(named.ends_with(&["Tom Berg".to_owned(), "Ana Ruiz Peña".to_owned()]), "{named:?}");
    }
}
