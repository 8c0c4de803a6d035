//! Who speaks in the headline and the lede, told by what the story says later: "Minister sees early
//! vote" is the first who then speaks as "Finance Minister Ann Holm"; «I make no films» is whoever
//! says it below.

use super::description::{Description, Determiner};
use super::lexicon::{self, Word};
use super::role::Roles;
use crate::{Quote, Speaker, SpeakerLink};
use wirecopy_entity::{EntityKind, Gender};
use wirecopy_quote::{QuoteKind, QuoteReason};
use wirecopy_text::Span;
use wirecopy_token::Tokens;

/// Sentences that may point ahead: headline, subheads, lede.
const AHEAD: usize = 4;

/// Quotations that point ahead.
const EARLY: usize = 16;

/// Quotations behind that are asked.
const REACH: usize = 24;

/// Bytes within which somebody described in the lede is named.
const NEXT: u32 = 900;

/// Bytes within which somebody described elsewhere is named, and quotations among which that one stands.
const BEHIND: u32 = 400;
const WITHIN: usize = 6;

/// Bytes of what may be repeated in a headline.
const LONG: u32 = 2048;

/// Fewest words of a quotation that a headline has shortened, and how many may be left out in a row.
const SHORTENED: usize = 5;
const GAP: usize = 12;

/// Letters of a repeated quotation; a shorter one may be anybody's.
const REPEATED: usize = 12;

/// Gives those of the first quotations that have no name the speaker of a later one.
pub(super) fn resolve(text: &str, tokens: &Tokens, quotes: &mut [Quote], roles: &Roles<'_>) {
    let end = tokens.sentences().get(..AHEAD).unwrap_or(tokens.sentences()).last();
    let Some(end) = end.map(|sentence| sentence.span().end()) else { return };
    let begins = |quote: &&Quote| quote.content.first().is_some_and(|piece| piece.start() < end);
    let early = quotes.iter().take_while(begins).take(EARLY).count();
    let headline = tokens.paragraphs().first().map_or(0, |first| first.span().end());
    // The lede first: "envoy" of the headline is "the envoy to Norland" of the lede.
    for index in (0..early).rev() {
        let Some((quote, later)) = quotes.get(index..).and_then(<[Quote]>::split_first) else {
            return;
        };
        let found = of_itself(quote, headline, text, roles);
        let found = found.or_else(|| told_later(quote, later, headline, text, roles));
        if let (Some(found), Some(quote)) = (found, quotes.get_mut(index)) {
            quote.speaker = Some(found);
        }
    }
    for index in early..quotes.len() {
        if let Some(found) = named_behind(index, quotes, text, roles)
            && let Some(quote) = quotes.get_mut(index)
        {
            quote.speaker = Some(found);
        }
    }
}

/// Who speaks what has no name yet, told by a quotation behind it.
fn told_later(
    quote: &Quote,
    later: &[Quote],
    headline: u32,
    text: &str,
    roles: &Roles<'_>,
) -> Option<Speaker> {
    // What stands in marks is said again somewhere.
    let again = || repeated(text, &quote.content, later.iter().filter(is_named));
    let (span, other) = match &quote.speaker {
        Some(speaker) if speaker.entities.is_empty() => {
            let other =
                again().or_else(|| described(quote, speaker.span, later, headline, text, roles));
            (speaker.span, other?)
        }
        Some(_) => return None,
        None => {
            let other = again()?;
            (other.speaker.as_ref()?.span, other)
        }
    };
    let speaker = other.speaker.as_ref()?;
    Some(Speaker {
        span,
        entities: speaker.entities.clone(),
        name: speaker.name.clone(),
        link: SpeakerLink::Later,
    })
}

fn is_named(quote: &&Quote) -> bool {
    quote.speaker.as_ref().is_some_and(|speaker| !speaker.entities.is_empty())
}

/// The quotation behind by whom the words at `span` describe.
fn described<'q>(
    quote: &Quote,
    span: Span,
    later: &'q [Quote],
    headline: u32,
    text: &str,
    roles: &Roles<'_>,
) -> Option<&'q Quote> {
    let words = span.of(text);
    let later = later.iter().take(REACH).filter(is_named);
    let called = || {
        let noun = noun(words)?;
        later.clone().find(|other| is_called(text, other, &noun))
    };
    let holder = || {
        let office = without_letters(words);
        let office =
            Description::new(&office).filter(|words| !words.opens && !words.is_plural())?;
        later.clone().find(|other| holds(&office, other, roles))
    };
    let named_next = || {
        let is_person = |other: &&Quote| person(other, roles).is_some();
        let mut outer = later.clone().filter(|other| other.within.is_none());
        let first = outer.find(is_person)?;
        // "Moderator: …" and below "Dahl: …" are two.
        let turn = |quote: &Quote| quote.reason == QuoteReason::Colon;
        if turn(quote) && turn(first) && quote.kind == QuoteKind::Indirect {
            return None;
        }
        let bare = span.end() <= headline;
        is_named_next(span, bare, text, first, roles).then_some(first)
    };
    let aged = || {
        let years = years(words)?;
        later.clone().find(|other| is_aged(other, years, text, roles))
    };
    aged().or_else(called).or_else(holder).or_else(named_next)
}

/// "Tarn Lines to close two yards - company": the body that the headline opens with says so.
fn of_itself(quote: &Quote, headline: u32, text: &str, roles: &Roles<'_>) -> Option<Speaker> {
    let speaker = quote.speaker.as_ref().filter(|speaker| speaker.entities.is_empty())?;
    let noun = speaker.span.of(text).to_lowercase();
    let content = quote.content.first().filter(|_| speaker.span.end() <= headline)?;
    let body = !noun.contains(' ') && lexicon::is_body(&noun);
    let first = super::mentions_in(roles.named, *content).first().filter(|_| body)?;
    let opens = first.span.start() == content.start() && first.kind == EntityKind::Organization;
    let entity = first.entity.filter(|_| opens)?;
    let name = roles.named.entities.get(entity as usize).map(|entity| entity.name.clone());
    Some(Speaker { span: speaker.span, entities: vec![entity], name, link: SpeakerLink::Role })
}

/// The noun of "Minister", "Danish minister", "the bus driver", in small letters; of a phrase of more
/// words, or of several people, none.
fn noun(words: &str) -> Option<String> {
    // "Bishop, in Oslo, urges calm": what stands between commas is an aside.
    let words = words.split(',').next().unwrap_or(words);
    let words = words.strip_prefix("the ").unwrap_or(words);
    let last = words.split(' ').next_back()?;
    let plain = words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let short = words.split(' ').count() <= 3 && last.len() > 3;
    (plain && short && !last.ends_with('s')).then(|| last.to_lowercase())
}

/// Whether the speaker of `quote` is called by the noun before the name, or has it in the name: "park
/// ranger Ann Holm", "the Court of Appeals", but no police by "Police Chief Ann Holm".
fn is_called(text: &str, quote: &Quote, noun: &str) -> bool {
    let Some(speaker) = &quote.speaker else { return false };
    let Some(name) = speaker.name.as_deref() else { return false };
    let in_name = |word: &str| name.split(' ').any(|part| part == word.trim_matches(','));
    let words = speaker.span.of(text).split_whitespace();
    // "Report says": the first report that the story knows the author of.
    if matches!(speaker.link, SpeakerLink::Role | SpeakerLink::Later) {
        return words.clone().any(|word| word.eq_ignore_ascii_case(noun));
    }
    let mut pairs = words.clone().zip(words.skip(1));
    speaker.link == SpeakerLink::Name
        && pairs
            .any(|(word, next)| word.eq_ignore_ascii_case(noun) && (in_name(next) || in_name(word)))
}

/// "chief" of "BOJ chief": whose chief is told in another way below.
fn without_letters(words: &str) -> String {
    let is_short = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let words = words.split(',').next().unwrap_or(words).split(' ');
    words.filter(|word| !is_short(word)).collect::<Vec<_>>().join(" ")
}

/// Whether the speaker of `quote` holds the office of the headline: "Danish minister". A headline leaves out
/// the article.
fn holds(words: &Description<'_>, quote: &Quote, roles: &Roles<'_>) -> bool {
    let Some([only]) = quote.speaker.as_ref().map(|speaker| speaker.entities.as_slice()) else {
        return false;
    };
    let is_special = !words.modifiers.is_empty();
    roles.of(*only).iter().any(|role| words.fit(role, is_special) > 0)
}

/// "A former smuggler told a court … “We were in the queue,” Tom Berg said": who is described in the lede
/// is named in the paragraph behind, if that one is new, speaks first and is of the same sex, and no
/// office is told that the description does not fit. A headline has no article: it is `bare`.
fn is_named_next(span: Span, bare: bool, text: &str, next: &Quote, roles: &Roles<'_>) -> bool {
    let Some(words) = Description::new(span.of(text)) else { return false };
    // "Norway's prime minister": of whom the story has not told yet.
    let is_owned = words.owner.is_some() && words.is_office();
    let is_one_of = ["one of ", "One of "].iter().any(|one| span.of(text).starts_with(one));
    let Some(only) = person(next, roles) else { return false };
    let known = roles.of(only);
    let is_called = is_called_so(span, &words, next, only, roles);
    let is_one = (words.opens || bare || is_owned)
        && (words.determiner != Determiner::Possessive || words.is_office())
        && (words.is_somebody() || words.gender().is_some())
        && !words.is_plural()
        && (!words.is(Word::Hidden) || words.is(Word::Openly) || is_one_of || is_called);
    if !is_one {
        return false;
    }
    let Some(speaker) = &next.speaker else { return false };
    // "A farmer denied it. His lawyer, Ann Holm, said …": two.
    let whose = speaker.span.of(text).split(' ').next().unwrap_or_default();
    if matches!(whose, "His" | "Her" | "Their" | "his" | "her" | "their") {
        return false;
    }
    let near = speaker.span.start().saturating_sub(span.end()) <= NEXT;
    // "a corporal who called himself Holm" is named already.
    let named = span.of(text).split(' ').any(|word| matches!(word, "called" | "named"));
    let near = near && !named;
    let Some(entity) = roles.named.entities.get(only as usize) else { return false };
    let is_new = first_named(only, roles).is_some_and(|first| first.start() > span.end());
    // "The president may order it": of the land, and of no union.
    if known.iter().any(|role| words.is_other_president(role) || words.is_over_staff_of(role)) {
        return false;
    }
    // "A caller" is no ambassador.
    let fits = known.iter().any(|role| words.fits_in_general(role));
    let is_other = words.is(Word::Stranger) && !known.is_empty();
    if !fits && (is_other || words.is(Word::Hidden) && !is_one_of && !is_bare(next, only, roles)) {
        return false;
    }
    // "A spokesman said … The spokeswoman, Ann Holm, said": two.
    let sex = words.gender().or_else(|| {
        let he = span.of(text).split(' ').any(|word| word == "spokesman");
        he.then_some(Gender::Male)
    });
    let gender = entity.gender.or_else(|| roles.gender(only, entity));
    let other_sex = sex.is_some_and(|sex| gender.is_some_and(|is| is != sex));
    near && is_new && !other_sex && (fits || roles.suits(&words, known))
}

/// "The envoy to Norland said … “It is late,” Ann Holm said": of whom the story tells nothing beside the name where
/// it first stands, it has told before.
fn is_bare(quote: &Quote, only: u32, roles: &Roles<'_>) -> bool {
    let span = quote.speaker.as_ref().map(|speaker| speaker.span);
    span.is_some() && first_named(only, roles) == span && roles.of(only).is_empty()
}

/// "spokesman Tom Berg" behind "a ministry spokesman", but no "army spokesman Tom Berg".
fn is_called_so(
    span: Span,
    words: &Description<'_>,
    next: &Quote,
    only: u32,
    roles: &Roles<'_>,
) -> bool {
    let Some(speaker) = &next.speaker else { return false };
    let told = super::mentions_in(roles.named, span);
    let beside = super::mentions_in(roles.named, speaker.span).iter();
    let mut beside = beside.take_while(|name| name.entity != Some(only));
    let same = beside.all(|name| told.iter().any(|other| other.entity == name.entity));
    same && roles.of(only).iter().any(|role| role.head == words.head && words.covers(role))
}

/// "A ministry spokesman said it was late. “It rained,” said spokesman Tom Berg": who is described anywhere in the
/// story is named in the next quotation, if that is by somebody new who is called so or of whom nothing is told.
fn named_behind(index: usize, quotes: &[Quote], text: &str, roles: &Roles<'_>) -> Option<Speaker> {
    let (quote, later) = quotes.get(index..)?.split_first()?;
    let speaker = quote.speaker.as_ref().filter(|speaker| speaker.entities.is_empty())?;
    if quote.within.is_some() || quote.reason == QuoteReason::Colon {
        return None;
    }
    let next = later.iter().take(WITHIN).find(|other| other.within.is_none())?;
    let found = next.speaker.as_ref().filter(|found| found.link == SpeakerLink::Name)?;
    let only = person(next, roles)?;
    let near = found.span.start().checked_sub(speaker.span.end()).is_some_and(|gap| gap <= BEHIND);
    let first = first_named(only, roles).is_some_and(|first| found.span.contains_span(first));
    let words = Description::new(speaker.span.of(text)).filter(|_| near && first)?;
    let is_of_others = words.is(Word::Peer) || words.kin().is_some() || words.is_anybody();
    let is_called = is_called_so(speaker.span, &words, next, only, roles);
    let fits = is_called || !is_of_others && is_bare(next, only, roles);
    (fits && is_named_next(speaker.span, false, text, next, roles)).then(|| Speaker {
        span: speaker.span,
        entities: found.entities.clone(),
        name: found.name.clone(),
        link: SpeakerLink::Later,
    })
}

/// The person who speaks, if it is one.
fn person(quote: &Quote, roles: &Roles<'_>) -> Option<u32> {
    let [only] = quote.speaker.as_ref()?.entities.as_slice() else { return None };
    let entity = roles.named.entities.get(*only as usize)?;
    (entity.kind == EntityKind::Person).then_some(*only)
}

/// Where the story names somebody first.
fn first_named(entity: u32, roles: &Roles<'_>) -> Option<Span> {
    let first = *roles.named.entities.get(entity as usize)?.mentions.first()?;
    Some(roles.named.mentions.get(first as usize)?.span)
}

/// "86" of "patient, 86".
fn years(words: &str) -> Option<&str> {
    let (_, years) = words.rsplit_once(", ")?;
    let is_age = (2..=3).contains(&years.len()) && years.bytes().all(|b| b.is_ascii_digit());
    is_age.then_some(years)
}

/// Whether the speaker is introduced as so old: "Ann Holm, 86, said".
fn is_aged(quote: &Quote, years: &str, text: &str, roles: &Roles<'_>) -> bool {
    let named = person(quote, roles).and_then(|person| first_named(person, roles));
    let behind = named.and_then(|name| text.get(name.end() as usize..));
    let age = behind.and_then(|behind| behind.strip_prefix(", ")?.strip_prefix(years));
    age.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// The later quotation that says what stands in marks in `content`: «I make no films», and below, who
/// said so.
fn repeated<'q>(
    text: &str,
    content: &[Span],
    mut later: impl Iterator<Item = &'q Quote> + Clone,
) -> Option<&'q Quote> {
    // More than that is no headline, and would be sought in all that is said.
    if content.iter().map(|piece| piece.len()).sum::<u32>() > LONG {
        return None;
    }
    let words = content.iter().map(|piece| piece.of(text));
    let said = words.filter_map(marked).map(|words| letters([words])).max_by_key(String::len)?;
    let is_long = said.len() >= REPEATED;
    let near = |other: &Quote| {
        let near = other.content.iter().filter(|piece| piece.len() <= LONG);
        letters(near.map(|piece| piece.of(text)))
    };
    later.clone().find(|other| is_long && near(other).contains(&said)).or_else(|| {
        let words = content.iter().filter_map(|piece| marked(piece.of(text)));
        let words: Vec<String> =
            words.flat_map(str::split_whitespace).map(|word| letters([word])).collect();
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| word.len() > 1).collect();
        later.find(|other| words.len() >= SHORTENED && is_shortened(&words, text, other))
    })
}

/// Whether `words` stand in what the quotation says, most of them and one behind the other: a headline shortens.
fn is_shortened(words: &[&str], text: &str, other: &Quote) -> bool {
    let near = other.content.iter().filter(|piece| piece.len() <= LONG);
    let said = near.flat_map(|piece| piece.of(text).split_whitespace());
    let said: Vec<String> = said.map(|word| letters([word])).collect();
    let (mut at, mut found) = (0, 0);
    for word in words {
        let rest = said.get(at..).unwrap_or_default();
        if let Some(next) = rest.iter().take(GAP).position(|other| other == word) {
            at += next + 1;
            found += 1;
        }
    }
    found * 4 >= words.len() * 3
}

/// What stands in marks: "in a box" of "mayor asked for cash 'in a box'".
fn marked(words: &str) -> Option<&str> {
    let open = |c: char| matches!(c, '"' | '“' | '«' | '»' | '‘' | '\'' | '„' | '`');
    let start = if words.starts_with(open) {
        0
    } else {
        let pairs = words.char_indices().zip(words.chars().skip(1));
        let (at, _) = pairs
            .map(|((at, c), next)| (at + c.len_utf8(), (c, next)))
            .find(|(_, (before, mark))| before.is_whitespace() && open(*mark))?;
        at
    };
    let rest = words.get(start..)?.trim_start_matches(open);
    let end = rest.char_indices().find(|(at, c)| {
        let behind = rest.get(at + c.len_utf8()..).unwrap_or_default();
        matches!(c, '"' | '”' | '»' | '«' | '’' | '\'')
            && !behind.starts_with(char::is_alphanumeric)
    });
    rest.get(..end.map_or(rest.len(), |(at, _)| at))
}

/// The letters of all pieces in one run, small.
fn letters<'t>(pieces: impl IntoIterator<Item = &'t str>) -> String {
    let mut letters = String::new();
    for c in pieces.into_iter().flat_map(str::chars).filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            letters.push(c.to_ascii_lowercase());
        } else {
            letters.extend(c.to_lowercase());
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn who_is_described_in_the_lede_is_named_behind() {
        let text = "Smuggler says bids were sealed\n\nOSLO (AP) - A former smuggler told a court on Monday that \
                    he had carried sealed bids.\n\n“We stood in the queue,” Tom Berg said.";
        assert_eq!(speakers(text), ["Tom Berg", "Tom Berg", "Tom Berg"]);
        let text =
            "OSLO (AP) - A farmer said it would rain. His lawyer, Tom Berg, said it would not.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = "OSLO (AP) - A senior official said on Monday that it would rain.\n\n“It will,” Tom Berg \
                    said.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }

    #[test]
    fn a_headline_without_an_article_is_who_is_named_next() {
        let text = "Sacked ferry master says he learnt it by post\n\nOSLO (AP) - Tom Berg said on Monday that he had \
                    opened the letter twice.";
        assert_eq!(speakers(text), ["Tom Berg", "Tom Berg"]);
        let text = "'They left me on the quay', says passenger, 86\n\nThe Tarn Line said it was looking into it.\n\n\
                    Eva Holm, 86, said she had waited for two hours.";
        assert_eq!(speakers(text).first().map(String::as_str), Some("Eva Holm"));
    }

    #[test]
    fn who_is_described_anywhere_is_named_in_the_next_sentence() {
        let quiet = "The ferry left the quay at noon. ".repeat(6);
        let behind = |words: &str| speakers(&format!("{quiet}\n\n{words}"));
        let text = "The agent of the yard denied it. “Every boat is sound,” Tom Berg said.";
        assert_eq!(behind(text), ["Tom Berg", "Tom Berg"]);
        let text = "A port spokesman said it was late. “It is,” said spokesman Tom Berg.";
        assert_eq!(behind(text), ["Tom Berg", "Tom Berg"]);
    }

    #[test]
    fn one_of_several_is_somebody_new() {
        let text = "OSLO (AP) - The ferry line had hidden its losses for years, one of its senior managers told a court.\n\n\
                    “We were told to,” Tom Berg said.";
        assert_eq!(speakers(text), ["Tom Berg", "Tom Berg"]);
    }
}
