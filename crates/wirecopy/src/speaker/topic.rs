//! Whom a sentence is about that says nothing: "She was born in Ghent." hands the topic on, so that the
//! "she" of a later sentence finds her; "The 20-year-old won in three sets." does so, too.

use super::description::Description;
use super::lexicon::{Word, is};
use super::pronoun;
use super::{Resolver, mentions_in};
use wirecopy_entity::{EntityKind, MentionForm};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::{Sentence, Token};

/// Words of a sentence in which its subject is sought.
const OPENING: usize = 10;

/// Words of a sentence in which it is told who hears something.
const HEARD: usize = 40;

/// Words of a sentence among which the relative stands that opens it.
const RELATIVE: usize = 4;

/// Words of a sentence in which the noun ends that opens it.
const NEW: usize = 6;

impl Resolver<'_> {
    /// Learns the subjects of the sentences before that of `here`. Each sentence is asked once.
    pub(super) fn follow(&mut self, here: Span) {
        let tokens = self.discourse.tokens;
        let until = self.discourse.sentence(here);
        self.discourse.turn_to(&[], None, false);
        while self.followed < until {
            let sentence = tokens.sentences().get(self.followed);
            self.followed += 1;
            if let Some(heard) = sentence.and_then(|sentence| self.told_one(sentence))
                && let Some(words) = Description::new(heard.of(self.text))
            {
                self.discourse.meets(&words, heard);
            }
            if let Some(new) = sentence.and_then(|sentence| self.somebody_new(sentence)) {
                if let Some(words) = Description::new(new.of(self.text)) {
                    self.discourse.meets(&words, new);
                }
                continue;
            }
            let Some(subject) = sentence.and_then(|sentence| self.subject(sentence)) else {
                continue;
            };
            if self.discourse.spoken.contains_key(&subject.start()) {
                continue;
            }
            let beside = self.named_behind(subject);
            let who = beside.map_or_else(|| self.link(subject).0, |who| vec![who]);
            match who.as_slice() {
                [only] => {
                    self.discourse.spoken.insert(subject.start(), Some(*only));
                }
                _ => self.meet_new(subject),
            }
        }
    }

    /// "The mother|, Ann Holm, waited": whose name stands right behind the subject, between commas.
    fn named_behind(&self, subject: Span) -> Option<u32> {
        let behind = self.text.get(subject.end() as usize..)?;
        let at = subject.end().checked_add(2).filter(|_| behind.starts_with(", "))?;
        let name = mentions_in(self.named, Span::new(at, at.saturating_add(1))).first()?;
        let closes = self.text.get(name.span.end() as usize..)?.starts_with(',');
        let is_name = name.kind == EntityKind::Person && name.form == MentionForm::Name;
        name.entity.filter(|_| closes && is_name)
    }

    /// "The driver waited. | He …": somebody without a name of whom the story has not told before.
    fn meet_new(&mut self, subject: Span) {
        let Some(words) = Description::new(subject.of(self.text)) else { return };
        // "The captive, Tom Berg,": has a name.
        let behind = self.text.get(subject.end() as usize..).unwrap_or_default();
        let is_free = !behind.starts_with(',') && !words.is_office() && !words.is_anybody();
        let is_one = is_free && words.opens && words.is_somebody() && !words.is_plural();
        if is_one && self.discourse.is_new_noun(&words.head, subject) {
            self.discourse.meets(&words, subject);
        }
    }

    /// "A fisherman in the harbour": somebody without a name opens a sentence that names nobody.
    fn somebody_new(&self, sentence: &Sentence) -> Option<Span> {
        let tokens = self.discourse.tokens.tokens().get(sentence.tokens())?;
        let first = tokens.first()?.span();
        if self.discourse.is_quoted(first) {
            return None;
        }
        if matches!(first.of(self.text), "My" | "His" | "Her" | "Their" | "Our") {
            return self.relative(tokens);
        }
        if !matches!(first.of(self.text), "A" | "An") {
            return None;
        }
        let named = super::mentions_in(self.named, sentence.span());
        let mut people = named.iter().filter(|mention| mention.kind == EntityKind::Person);
        let is_behind = |name: &wirecopy_entity::Mention| {
            let before = Span::new(first.start(), name.span.start().max(first.start()));
            let last = before.of(self.text).split_whitespace().next_back().unwrap_or_default();
            matches!(last, "by" | "with" | "from" | "to" | "for" | "at" | "against" | "behind")
        };
        if people.any(|mention| !is_behind(mention)) {
            return None;
        }
        let behind = tokens.iter().take(NEW).map(|token| token.span().of(self.text));
        let mut behind = behind.enumerate().skip(2);
        let ends = |word: &str| {
            word == ","
                || is(word, Word::Over)
                || is(word, Word::Preposition)
                || word.ends_with("ed")
        };
        // "A clerk by trade, she": of whoever follows.
        let (at, _) = behind.find(|(_, word)| ends(word)).filter(|(_, word)| *word != ",")?;
        let phrase = first.cover(tokens.get(at.checked_sub(1)?)?.span());
        let words = Description::new(phrase.of(self.text)).filter(Description::is_personal)?;
        (!words.is_plural()).then_some(phrase)
    }

    /// "His wife" of "His wife had a question", "My father" of "My father, a farmer, kept hens", where no name follows.
    fn relative(&self, tokens: &[Token]) -> Option<Span> {
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span().of(self.text));
        let noun = (1..RELATIVE)
            .find(|at| Description::new(word(*at)).is_some_and(|words| words.kin().is_some()))?;
        let ends = match word(noun + 1) {
            "," => word(noun + 2).starts_with(char::is_lowercase),
            word => is(word, Word::Over) || word.ends_with("ed") || word.ends_with('s'),
        };
        let phrase = tokens.first()?.span().cover(tokens.get(noun)?.span());
        let unknown = || self.link(phrase).0.is_empty();
        (ends && unknown()).then_some(phrase)
    }

    /// "Holm told | a deputy that it rained", "he asked | his supervisor to wait": who hears it may speak next.
    fn told_one(&self, sentence: &Sentence) -> Option<Span> {
        let tokens = self.discourse.tokens.tokens().get(sentence.tokens())?;
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span().of(self.text));
        // All of these end so, and few other words do.
        let ends_in_d = |at: &usize| {
            let end = tokens.get(*at).and_then(|token| token.span().end().checked_sub(1));
            end.is_some_and(|end| self.text.as_bytes().get(end as usize) == Some(&b'd'))
        };
        let tells = (1..tokens.len().min(HEARD)).filter(ends_in_d).find(|at| {
            matches!(word(*at), "told" | "asked" | "urged" | "begged" | "warned" | "reminded")
                && matches!(word(at + 1), "a" | "an" | "his" | "her" | "their" | "the" | "one")
        })?;
        let first = tokens.get(tells + 1)?.span();
        if self.discourse.is_quoted(first) {
            return None;
        }
        let ends = |at: &usize| {
            matches!(
                word(*at),
                "" | "," | "." | "that" | "to" | "not" | "if" | "whether" | "she" | "he" | "it"
            ) || is(word(*at), Word::Preposition)
        };
        let end = (tells + 3..tells + 5).find(ends)?;
        let phrase = first.cover(tokens.get(end.checked_sub(1)?)?.span());
        let words = Description::new(phrase.of(self.text)).filter(Description::is_somebody)?;
        let named = super::mentions_in(self.named, phrase);
        (!words.is_plural() && named.is_empty()).then_some(phrase)
    }

    /// A pronoun or a short description that opens the sentence, before anybody is named.
    fn subject(&self, sentence: &Sentence) -> Option<Span> {
        let tokens = self.discourse.tokens.tokens().get(sentence.tokens())?;
        let first = tokens.first()?.span();
        if first.of(self.text) == "The" && !self.discourse.is_quoted(first) {
            return self.description(first, tokens);
        }
        let mut opening = tokens.iter().take(OPENING).map(Spanned::span);
        let is_pronoun = |token: Span| {
            token.len() <= 3 && matches!(token.of(self.text), "He" | "She" | "he" | "she")
        };
        let at = opening.position(is_pronoun)?;
        let opening = tokens.get(..=at)?;
        let pronoun = opening.last()?.span();
        let named = super::mentions_in(self.named, sentence.span());
        let person = named.iter().find(|mention| mention.kind == EntityKind::Person);
        let is_first = person.is_none_or(|person| pronoun.start() < person.span.start());
        // "Asked what he would do, | Berg laughed": about Berg; "Born in Ghent, she was a child of a clerk, Berg": about her.
        let is_clause = |opening: &[Token]| {
            let mut words = opening.iter().map(|token| token.span().of(self.text));
            opening.len() > 1 && words.all(|word| word != ",")
        };
        let is_fronted = || {
            is_clause(opening)
                && person.is_some_and(|person| {
                    pronoun::is_fronted(pronoun, person.span, self.discourse.text)
                })
        };
        let is_quoted = || opening.iter().any(|token| self.discourse.is_quoted(token.span()));
        (is_first && !is_fronted() && !is_quoted()).then_some(pronoun)
    }

    /// "The charity was told and | it went": the body that opens the sentence of `span`, inside marks or out.
    pub(super) fn body_before(&self, span: Span) -> Option<Span> {
        let at = self.discourse.sentence(span);
        let sentence = self.discourse.tokens.sentences().get(at)?;
        let tokens = self.discourse.tokens.tokens().get(sentence.tokens())?;
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span().of(self.text));
        let from = usize::from(!word(0).starts_with(char::is_alphanumeric));
        let first = tokens.get(from).filter(|_| word(from) == "The")?.span();
        let phrase = self.description(first, tokens.get(from..)?)?;
        let words = Description::new(phrase.of(self.text))?;
        let is_body = words.is_any_body() || words.is_any_agency();
        let rest = Span::new(phrase.start(), span.start().max(phrase.start()));
        // "The paper told of signals from Norland that | it": another is named.
        let is_alone = super::mentions_in(self.named, rest)
            .iter()
            .take(super::role::REACH)
            .all(|mention| mention.kind == EntityKind::Person);
        (is_body && is_alone && phrase.end() <= span.start()).then_some(phrase)
    }

    /// "The 20-year-old", "The former champion", "The commission", behind which the sentence goes on.
    fn description(&self, the: Span, tokens: &[Token]) -> Option<Span> {
        let ends = |word: &str| {
            word == ","
                || is(word, Word::Over)
                || word.ends_with("ed")
                || is_deed(word)
                || word.starts_with(char::is_uppercase) && word.ends_with("day")
        };
        let behind = (2..4)
            .find(|at| tokens.get(*at).is_some_and(|token| ends(token.span().of(self.text))))?;
        let last = tokens.get(behind.checked_sub(1)?)?.span();
        let phrase = the.cover(last);
        let words = Description::new(phrase.of(self.text))?;
        let is_body = words.is_any_body() || words.is_any_agency();
        let may_act = words.is_somebody() || is_body || self.discourse.is_nationality(phrase);
        (may_act && !words.is_plural()).then_some(phrase)
    }
}

/// "intends", "wants", but not "rangers".
fn is_deed(word: &str) -> bool {
    let ends = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let ends = ends && word.bytes().all(|byte| byte.is_ascii_lowercase());
    ends && Description::new(word).is_none_or(|words| !words.singular().is_somebody())
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn he_of_a_clause_in_front_is_rarely_the_subject() {
        let text = "Peter Dahl sold boats.\n\n“It rained,” Tom Berg said.\n\nAsked what he would do, Dahl, 71, laughed. “I wait,” he said.";
        assert_eq!(speakers(text), ["Tom Berg", "Peter Dahl"]);
    }

    #[test]
    fn the_subject_has_its_name_beside_it() {
        let text = "“It rained,” said the principal, Eva Dahl.\n\nThe mother, Anna Holm, went home. “It was late,” she \
                    told reporters.";
        assert_eq!(speakers(text), ["Eva Dahl", "Anna Holm"]);
    }

    #[test]
    fn he_is_somebody_new_of_whom_the_sentence_tells() {
        let text =
            "“It rained,” Tom Berg said.\n\nThe driver waited for a train. He thought it was late.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }
}
