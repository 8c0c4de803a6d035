//! A speaker's span that holds names: which of them head it.
//!
//! "Foreign Minister Sergei Lavrov, who met Kerry" is Lavrov; "Lavrov and U.S. Secretary of State
//! John Kerry" are both, because between the names stand only "and" and Kerry's role; "Kerry's
//! lawyer" and "a spokesman for Kerry" are nobody of the story.

use super::apposed::closing;
use super::beside::{before_aside, before_which, behind_owner, body_and};
use super::description::Description;
use super::discourse::Discourse;
use super::lexicon::{Word, is, is_behind_body, is_body};
use super::{find, leagues, mentions_in};
use std::collections::BTreeMap;
use wirecopy_entity::{Entities, EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::{Folding, Span, find_byte, floor_char_boundary, fold};

/// People of one surname who are told apart.
const BEARERS: usize = 8;

/// Bytes between two names in which a bracket is sought.
const BRACKETS: u32 = 120;

/// Words of "known in the lane as".
const KNOWN: usize = 4;

/// Longest "whose lawyer" that a verb may follow, in words.
const WHOSE: usize = 5;

/// Words of a description before "who".
const PHRASE: usize = 4;

/// Bytes in which such a phrase is sought.
const PHRASE_BYTES: usize = 512;

/// Bytes of what closes a title that is several words.
const TITLE_END: usize = 24;

/// Whether a name behind the word is not the head of the noun phrase.
pub(super) fn hangs(word: &str) -> bool {
    is(word, Word::Preposition) || matches!(word, "who" | "whose")
}

/// The people who head the span, or else the organisations or places.
pub(super) fn heads(text: &str, span: Span, named: &Entities) -> Vec<u32> {
    let span = without_platform(span, text);
    let inside = mentions_in(named, span);
    if let Some(body) = before_which(text, span, inside) {
        return heads(text, body, named);
    }
    let people = joined(text, span, inside, named, |kind| kind == EntityKind::Person);
    if people.is_empty()
        && let Some(body) = before_aside(text, span, inside)
    {
        return heads(text, body, named);
    }
    if people.is_empty()
        && let Some(rest) = behind_owner(text, span, inside)
    {
        let body = |id: &u32| {
            named.entities.get(*id as usize).is_some_and(|e| e.kind == EntityKind::Organization)
        };
        return heads(text, rest, named).into_iter().filter(body).collect();
    }
    if let Some(body) = body_and(text, span, inside, &people) {
        return [vec![body], people].concat();
    }
    if people.is_empty()
        && let Some(person) = closing(text, span, inside)
    {
        return vec![person];
    }
    if !people.is_empty() || inside.iter().any(|mention| mention.kind == EntityKind::Person) {
        return people;
    }
    groups(text, span, named)
}

/// "Vigra Rail | on Twitter", "Ann Holm | via Facebook": where somebody writes is not who does.
fn without_platform(span: Span, text: &str) -> Span {
    const PLATFORMS: [&str; 10] = [
        "Twitter",
        "X",
        "Facebook",
        "Instagram",
        "Telegram",
        "TikTok",
        "Weibo",
        "Bluesky",
        "WhatsApp",
        "YouTube",
    ];
    let words = span.of(text);
    let cut = words.rsplit_once(' ').filter(|(_, last)| PLATFORMS.contains(last));
    let named =
        cut.and_then(|(rest, _)| [" on", " via"].iter().find_map(|by| rest.strip_suffix(by)));
    named.map_or(span, |named| {
        Span::new(span.start(), span.start() + u32::try_from(named.len()).unwrap_or_default())
    })
}

/// The organisations or places that head the span, in which no person is named.
fn groups(text: &str, span: Span, named: &Entities) -> Vec<u32> {
    let is_group = |kind| matches!(kind, EntityKind::Organization | EntityKind::Place);
    let span = without_aside(text, span, mentions_in(named, span), is_group);
    let inside = mentions_in(named, span);
    let groups = joined(text, span, inside, named, is_group);
    // A name may hold another ("U.S. Geological Survey"); what stands in brackets is an aside.
    let last = inside.iter().filter(|mention| is_group(mention.kind));
    let last = last.filter(|mention| {
        !text.get(..mention.span.start() as usize).is_some_and(|before| before.ends_with('('))
    });
    let Some(last) = last.max_by_key(|mention| mention.span.end()) else {
        return groups;
    };
    // "Kremlin officials" are not the Kremlin.
    let behind = Span::new(last.span.end().min(span.end()), span.end());
    let is_own = last.kind == EntityKind::Organization && is_work(text, behind);
    // "the Norden League | club" is no league.
    if leagues::stands_before_club(last.span.of(text), behind.of(text)) {
        return Vec::new();
    }
    if !is_own && !is_tail(text, behind) {
        return Vec::new();
    }
    match groups.as_slice() {
        [only] => match headed(text, *only, last, inside) {
            Some(later) => vec![later],
            None if is_modifier(text, span, *only, inside) => Vec::new(),
            None => vec![*only],
        },
        _ => groups,
    }
}

/// "a Foreign Ministry | official in Oslo": another noun follows the name, and what hangs on it.
fn is_modifier(text: &str, span: Span, body: u32, inside: &[Mention]) -> bool {
    let Some(name) = inside.iter().find(|mention| mention.entity == Some(body)) else {
        return false;
    };
    let behind = Span::new(name.span.end().min(span.end()), span.end()).of(text);
    // "a U.S. | Embassy official": the rest of the body's name, too.
    let is_rest = |word: &&str| word.starts_with(char::is_uppercase) || is_behind_body(word);
    let mut words = behind.split(' ').skip(1).skip_while(is_rest);
    let noun = words.next().unwrap_or_default();
    behind.starts_with(' ')
        && noun.starts_with(char::is_lowercase)
        && noun.chars().all(|c| c.is_alphabetic() || c == '-')
        && !hangs(noun)
        && Description::new(noun).is_some_and(|noun| noun.is_personal() || noun.is_plural())
}

/// "whose lawyer" of "Dahl, whose lawyer | said": the verb is the lawyer's. "said Dahl, whose son is away" is
/// Dahl.
fn whose(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let at = find(words, ", whose ")? + 2;
    let rest = words.get(at..)?;
    let closed = text.get(span.end() as usize..)?.starts_with(',');
    let short = rest.split_whitespace().nth(WHOSE).is_none();
    let at = span.start() + u32::try_from(at).ok()?;
    (short && !closed && !rest.contains(',')).then(|| Span::new(at, span.end()))
}

/// "the sheriff" of "according to the sheriff, | who said", "The coroner" of "The coroner, a former nurse |
/// who said".
pub(super) fn before_who(text: &str, who: Span, story: &Discourse<'_>) -> Option<Span> {
    let sentence = story.tokens.sentences().get(story.sentence(who))?.span();
    let before = Span::new(sentence.start().min(who.start()), who.start()).of(text).trim_end();
    let at = |offset: usize| sentence.start() + u32::try_from(offset).unwrap_or_default();
    let head = before.get(..floor_char_boundary(before, PHRASE_BYTES)).unwrap_or_default();
    if let Some(end) = head.find(", ").filter(|_| before.starts_with("The ")) {
        return Some(Span::new(sentence.start(), at(end)));
    }
    let front = before.strip_suffix(',')?;
    let from = floor_char_boundary(front, front.len().saturating_sub(PHRASE_BYTES));
    let start = from + front.get(from..)?.rfind(" the ")? + 1;
    let short = front.get(start..)?.split_whitespace().nth(PHRASE).is_none();
    let plain = !front.get(start..)?.contains(',');
    (short && plain).then(|| Span::new(at(start), at(front.len())))
}

/// The Holm of "the daughter of Tom Holm, who died" and of "Holm's daughter": whose relative speaks.
pub(super) fn whose_kin(text: &str, span: Span, named: &Entities) -> Option<u32> {
    let head = span.of(text).split(',').next()?;
    let first = mentions_in(named, span).first();
    if let Some(owner) = first.filter(|owner| owner.span.start() == span.start())
        && owner.kind == EntityKind::Person
        && is_possessive(text, owner.span)
        && mentions_in(named, span).len() == 1
        && Description::new(head).is_some_and(|words| words.kin().is_some() && !words.is_plural())
    {
        return owner.entity;
    }
    let of = find(head, " of ")? + " of ".len();
    Description::new(head)?.kin()?;
    let start = span.start() + u32::try_from(of).ok()?;
    let owner = mentions_in(named, Span::new(start, span.end().max(start))).first()?;
    let end = span.start() + u32::try_from(head.len()).ok()?;
    let is_owner = owner.kind == EntityKind::Person && owner.span.end() == end;
    owner.entity.filter(|_| is_owner)
}

/// "the ministry; the union" beside a cue before it is the ministry: of two clauses the one at the cue.
pub(super) fn at_cue(text: &str, span: Span, cue: Option<Span>) -> Span {
    let words = span.of(text);
    if find_byte(words.as_bytes(), |byte| (byte == b';') | (byte == b',')).is_none() {
        return span;
    }
    let split = ["; ", ", but ", ", while "].iter().find_map(|mark| {
        let at = find(words, mark)?;
        Some((at, at + mark.len()))
    });
    let ends_at_cue = cue.is_none_or(|cue| span.end() <= cue.start());
    let (Some((end, start)), Some(cue)) = (split, cue) else {
        return whose(text, span).filter(|_| ends_at_cue).unwrap_or(span);
    };
    let at = |offset: usize| span.start() + u32::try_from(offset).unwrap_or_default();
    if cue.start() < span.start() {
        Span::new(span.start(), at(end))
    } else {
        Span::new(at(start), span.end())
    }
}

/// "Vigra Energy, Norway's largest producer," is about what stands before its first comma, if a group
/// is named there.
fn without_aside(
    text: &str,
    span: Span,
    inside: &[Mention],
    is_group: impl Fn(EntityKind) -> bool,
) -> Span {
    let comma = inside.iter().filter(|mention| is_group(mention.kind)).find_map(|mention| {
        let end = mention.span.end();
        let behind = text.get(end as usize..span.end() as usize)?;
        // "The Norden union, which speaks for Vigra's crews,"
        let noun = behind.strip_prefix(' ').and_then(|behind| behind.split_once(", "));
        let noun = noun.filter(|(noun, _)| is_behind_body(noun)).map(|(_, aside)| aside);
        let aside = behind.strip_prefix(", ").or(noun)?;
        // "Russia, US" are two.
        let words = aside.split([' ', ',']).filter(|word| !word.is_empty());
        words.clone().any(|word| word.starts_with(char::is_lowercase)).then_some(end)
    });
    let end = comma.filter(|_| !span.of(text).contains(" and ")).unwrap_or(span.end());
    Span::new(span.start(), end.clamp(span.start(), span.end()))
}

/// "U.S. buyout firm Corrie Capital": a place whose noun the later name is.
fn headed(text: &str, first: u32, last: &Mention, inside: &[Mention]) -> Option<u32> {
    let place = inside.iter().find(|mention| mention.entity == Some(first))?;
    let leads = place.kind == EntityKind::Place
        && last.kind == EntityKind::Organization
        && matches!(last.form, MentionForm::Name | MentionForm::Short)
        && place.span.end() < last.span.start();
    let gap = Span::new(place.span.end(), last.span.start().max(place.span.end())).of(text);
    let plain = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-') && !hangs(word);
    let runs = gap.split_whitespace().all(|word| plain(word) && !matches!(word, "and" | "or"));
    last.entity.filter(|_| leads && runs)
}

/// The named mentions of a kind that stand at the head of `span`, joined by "and" or commas.
fn joined(
    text: &str,
    span: Span,
    inside: &[Mention],
    named: &Entities,
    is_kind: impl Fn(EntityKind) -> bool,
) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    // How many of them are sure: a list of names ends in "and".
    let mut sure = 0;
    let mut from = span.start();
    let mut owned = false;
    let names = inside.iter().filter(|mention| {
        is_kind(mention.kind)
            && span.contains_span(mention.span)
            && is_name(text, mention)
            && !(mention.kind == EntityKind::Person && is_before_group(text, span, mention.span))
    });
    for mention in names {
        let Some(entity) = mention.entity.filter(|_| mention.span.start() >= from) else {
            continue;
        };
        let before = Span::new(from, mention.span.start());
        // "Holm Inc. (Nasdaq: | HOLM) and Dahl Ltd."
        let is_aside = || before.of(text).rfind('(') > before.of(text).rfind(')');
        if before.len() <= BRACKETS && is_aside() {
            continue;
        }
        // "a group led by two of the owners, | Tom Berg and Ann Holm": those are not all.
        if from == span.start() && is_led(before.of(text)) {
            break;
        }
        let words = without_roles(text, before, entity, named, inside);
        let and = words.iter().position(|word| word == "and" || word == "&");
        let last = own_words(&words, and.filter(|_| !found.is_empty()), from == span.start());
        let follows = found.is_empty() || and.is_some();
        // "Brill Holm analyst | Ann Dahl": the first is her firm.
        if !found.is_empty() && !owned && is_role_between(before.of(text)) {
            found.clear();
        }
        let follows = follows || found.is_empty();
        let listed = words.iter().all(|word| word == ",") && words.len() == 1;
        let modified = last.iter().any(|word| hangs(word))
            && !(mention.kind == EntityKind::Person
                && is_body_before(before.of(text), mention.span, inside, last))
            && !is_introduced(text, before, span, mention.span);
        // "Dahl, head of the fund of Oslo and | Tarn": the "and" is the aside's.
        if !found.is_empty() && is_in_aside(&words) {
            break;
        }
        // "Dahl's sister, Eva Holm", "Norland's regulator, the | NRA": the role or a comma leads from the owner
        // to the head; to a body what it is does, too: "Norland's state-run | Norden News Agency".
        let led = !owned
            || words.len() <= 1
            || words.last().is_some_and(|word| word == ",")
            || matches!(words.as_slice(), [.., comma, the] if comma == "," && the == "the")
            || mention.kind == EntityKind::Organization && is_run(before.of(text));
        if !(follows || listed) || modified || !led {
            break;
        }
        from = mention.span.end();
        // Of "Dahl's sister" and not of "Dahl", whose hope it is.
        owned = mention.span.end() < span.end() && is_possessive(text, mention.span);
        if owned && found.is_empty() {
            continue;
        }
        if owned {
            break;
        }
        if !found.contains(&entity) {
            found.push(entity);
        }
        if follows {
            sure = found.len();
        }
    }
    // "Russia, US want …": in a headline a comma is an "and".
    if !(found.len() == 2 && from == span.end()) {
        found.truncate(sure);
    }
    found
}

/// "a group led by"
fn is_led(front: &str) -> bool {
    let Some(at) = find(front, " led by ") else { return false };
    let head = front.get(..at).and_then(|head| head.rsplit(' ').next());
    head.is_some_and(is_body)
}

/// Of the words between a name and the one before it, or the `first` words of all, those that are about
/// the second; `and` is where the two are joined.
fn own_words(words: &[String], and: Option<usize>, first: bool) -> &[String] {
    // "Fossli of Norway and | Rosenkvist": what hangs on the first does not hang on the second.
    // "One of them, | Eva Holm": what stands before the comma is about her.
    // "Two of the firms -- | Norden Inc. and Vigra Ltd. --": a dash is a comma here.
    let comma = words.iter().rposition(|word| matches!(word.as_str(), "," | "--" | "—" | "–"));
    let own = words.get(and.or(comma).map_or(0, |mark| mark + 1)..).unwrap_or_default();
    // "whose leader | Ann Holm"
    let opens = first && own.first().is_some_and(|word| word == "whose");
    own.get(usize::from(opens)..).unwrap_or_default()
}

/// Whether the mention is a name, and no part of a compound: "the Oslo-based company" is not Oslo.
fn is_name(text: &str, mention: &Mention) -> bool {
    let compound = text.get(mention.span.end() as usize..).is_some_and(|rest| {
        rest.starts_with('-') && rest.chars().nth(1).is_some_and(char::is_lowercase)
    });
    !compound && matches!(mention.form, MentionForm::Name | MentionForm::Short)
}

/// "the Holm | government", "Holm | supporters": a body or people that are called after the person.
fn is_before_group(text: &str, span: Span, name: Span) -> bool {
    let behind = Span::new(name.end().min(span.end()), span.end()).of(text);
    let mut words = behind.split(' ').skip(1).peekable();
    let first = words.next().filter(|_| behind.starts_with(' ')).unwrap_or_default();
    let people = |word: &str| {
        Description::new(word)
            .is_some_and(|people| people.is_plural() && people.singular().is_personal())
    };
    let mut ends = || words.peek().is_none_or(|word| hangs(word) || people(word));
    // "A Tarn | pilot who drowned": a place or body that was taken for a person's name.
    let opens = Span::new(span.start(), name.start().max(span.start())).of(text);
    let one = || {
        matches!(opens, "A " | "a " | "An " | "an ")
            && Description::new(first).is_some_and(|one| one.is_personal())
    };
    first.starts_with(char::is_lowercase) && (people(first) || is_body(first) && ends() || one())
}

/// Whether only small words stand behind the owner: "'s state-run ".
fn is_run(gap: &str) -> bool {
    let plain = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-') && !hangs(word);
    gap.split_whitespace().skip(1).all(plain)
}

/// Whether nothing but a role stands there, in small letters and without "and".
fn is_role_between(gap: &str) -> bool {
    let plain = |word: &str| {
        word.chars().all(|c| c.is_lowercase() || c == '-')
            && !hangs(word)
            && !matches!(word, "and" | "or" | "but" | "told" | "said")
    };
    gap.starts_with(' ') && !gap.trim().is_empty() && gap.split_whitespace().all(plain)
}

/// "The wife of the captain, | Ann Holm,", "Minister of Water and Land | Ann Holm", "a woman who gave her
/// name as | Ann Holm": what stands before the name is hers.
fn is_introduced(text: &str, before: Span, span: Span, name: Span) -> bool {
    let front = before.of(text).trim_end();
    let behind = Span::new(name.end().min(span.end()), span.end()).of(text);
    // "Chief of staff | Ann Holm at a hearing"
    let aside = [" at a ", " at the ", " in a ", " in an ", " during "];
    let closes = behind.is_empty()
        || behind.starts_with(',')
        || aside.iter().any(|aside| behind.starts_with(aside));
    let mut words = front.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let comma = closes && last.ends_with(',') && !is_for_somebody(front);
    let title = last.starts_with(char::is_uppercase)
        && last.chars().any(char::is_lowercase)
        && Description::new(front).is_some_and(|words| words.is_office());
    let title = title || closes && is_office_with_field(front, last) || is_title_with_in(front);
    let names = words.skip_while(|word| matches!(*word, "only" | "just" | "simply"));
    let self_named = matches!(last, "herself" | "himself");
    let named = matches!(last, "named" | "called")
        || last == "by" && matches!(names.clone().next(), Some("goes" | "went" | "going" | "go"))
        || self_named && matches!(names.clone().next(), Some("called" | "calls" | "calling"))
        || last == "as"
            && matches!(names.clone().next(), Some("name" | "herself" | "himself" | "identified"))
        || last == "as" && names.clone().take(KNOWN).any(|word| word == "known");
    comma || title || named
}

/// "Special Agent in Charge | Ann Holm", "editor in chief | Ann Holm": what hangs on the title is one with it.
fn is_title_with_in(front: &str) -> bool {
    const ENDS: [&str; 7] =
        [" charge", " command", " chief", " residence", " waiting", " large", " arms"];
    let from = floor_char_boundary(front, front.len().saturating_sub(TITLE_END));
    let end = front.get(from..).unwrap_or_default().to_ascii_lowercase();
    ENDS.iter()
        .filter_map(|noun| end.strip_suffix(noun))
        .any(|title| title.ends_with(" in") || title.ends_with(" at"))
}

/// "a lawyer for the governor,": the name behind may be the governor's; but "a spokesman for the hospital,", and
/// whoever only speaks for an office is named rather than who holds it.
fn is_for_somebody(front: &str) -> bool {
    let Some((who, whom)) = front.trim_end_matches(',').rsplit_once(" for ") else { return false };
    let voice = who.rsplit(' ').next().is_some_and(|who| who.starts_with("spokes"));
    Description::new(whom).is_none_or(|whom| {
        !(whom.is_any_body() || whom.is_any_agency() || voice && whom.is_office())
    })
}

/// "deputy director for grassroots sports", "head of public affairs", "chief of detectives": of an office, and
/// no person's title.
fn is_office_with_field(front: &str, last: &str) -> bool {
    let small = last.chars().all(|c| c.is_lowercase() || c == '-');
    let of = front.trim_end_matches(last).ends_with(" of ");
    let field = small
        && last.ends_with('s')
        && (of || Description::new(last).is_none_or(|last| !last.singular().is_personal()));
    // "minister in charge of fisheries policy | Ann Holm", but not "a friend of the captain | Tom Holm".
    let thing = small
        && last.len() > 3
        && !hangs(last)
        && !["ed", "late", "dead", "slain", "then"].iter().any(|end| last.ends_with(end))
        && Description::new(last).is_none_or(|last| !last.is_personal() && last.kin().is_none());
    (field || thing)
        && Description::new(front).is_some_and(|words| {
            !words.opens
                && !words.is_plural()
                && words.is_somebody()
                && !words.complement.is_empty()
        })
}

/// Whether an "and" behind a name belongs to what stands behind the comma: ", an analyst at Holm &".
fn is_in_aside(words: &[String]) -> bool {
    let Some((comma, rest)) = words.split_first().filter(|(first, _)| *first == ",") else {
        return false;
    };
    let and = rest.iter().position(|word| word == "and" || word == "&");
    let aside = and.and_then(|and| rest.get(..and)).unwrap_or_default();
    !aside.contains(comma) && aside.iter().any(|word| hangs(word))
}

/// "First Deputy Head of the Ministry of Trade | Ann Holm", "leader of the opposition | Ann Holm":
/// what stands right before a person is no person, so the title is the person's.
fn is_body_before(before: &str, name: Span, inside: &[Mention], words: &[String]) -> bool {
    if !before.ends_with(' ') {
        return false;
    }
    // "the Federal Bureau of Roads (FBR) | Ann Holm"
    let gap = if before.ends_with(") ") { 2 } else { 1 };
    let named = inside.iter().any(|mention| {
        mention.span.end() + gap == name.start() && mention.kind != EntityKind::Person
    });
    named || words.last().is_some_and(|word| is_body(word))
}

/// The words of `span`, lower case, up to the first role of the entity that stands there.
fn without_roles(
    text: &str,
    span: Span,
    entity: u32,
    named: &Entities,
    inside: &[Mention],
) -> Vec<String> {
    let roles = named.entities.get(entity as usize).map(|e| e.roles.as_slice()).unwrap_or_default();
    let first = roles.partition_point(|role| role.span.end() <= span.start());
    let end = roles
        .get(first)
        .filter(|role| role.span.overlaps(span))
        .map_or(span.end(), |role| role.span.start().max(span.start()));
    let kept = Span::new(span.start(), end).of(text);
    // "Ann Holm (Vigra), | Tom Berg (Norden) and …"
    let aside = kept.strip_prefix(" (").and_then(|aside| aside.split_once(')'));
    let kept =
        aside.filter(|(aside, _)| aside.len() <= BRACKETS as usize).map_or(kept, |(_, rest)| rest);
    if kept.trim().is_empty() {
        return Vec::new();
    }
    // "Council of Ports | health chief Ann Holm": the "of" is the body's.
    if is_body_of(kept, span.start(), inside) {
        return Vec::new();
    }
    kept.replace(',', " , ").split_whitespace().map(str::to_lowercase).collect()
}

/// Whether what follows a group's name leaves it the head: nothing, or an aside.
fn is_tail(text: &str, after: Span) -> bool {
    let rest = after.of(text).trim_start();
    // "the Amity | union, which speaks for pilots", "the Holm | group, based in Tarn"
    let noun = rest.split_once(", ").map_or(rest, |(noun, _)| noun);
    noun.split_whitespace().all(|word| is_behind_body(word.trim_end_matches(',')))
        || rest.starts_with([',', '(', ')', '-', '—', '–'])
        || ["in a ", "in an ", "in its "].iter().any(|aside| rest.starts_with(aside))
}

/// "a Tarn Council | report": what a body writes.
fn is_work(text: &str, after: Span) -> bool {
    let noun = after.of(text).strip_prefix(' ').unwrap_or_default();
    is(noun, Word::Own)
}

/// Whether the words are the name of a body and no more, with its letters in brackets.
fn is_body_of(kept: &str, start: u32, inside: &[Mention]) -> bool {
    let own = kept.strip_prefix("The ").or_else(|| kept.strip_prefix("the ")).unwrap_or(kept);
    let skipped = u32::try_from(kept.len() - own.len()).unwrap_or_default();
    let body = inside.iter().find(|mention| {
        mention.kind == EntityKind::Organization && mention.span.start() == start + skipped
    });
    let Some(rest) = body.and_then(|body| own.get(body.span.len() as usize..)) else {
        return false;
    };
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('(') && rest.find(')') == Some(rest.len() - 1)
}

pub(super) fn is_possessive(text: &str, name: Span) -> bool {
    let rest = text.get(name.end() as usize..).unwrap_or_default();
    let behind = ["'s", "’s", "'", "’"].iter().find_map(|mark| rest.strip_prefix(mark));
    behind.is_some_and(|behind| behind.starts_with(char::is_whitespace))
}

/// People by surname, for a surname that several have.
#[derive(Debug)]
pub(super) struct Surnames {
    families: BTreeMap<String, usize>,
    /// The people of each family who are named in full.
    bearers: Vec<Vec<u32>>,
    /// The family of each entity.
    of: Vec<Option<usize>>,
}

impl Surnames {
    pub(super) fn new(named: &Entities) -> Self {
        let of = Vec::with_capacity(named.entities.len());
        let mut surnames = Self { families: BTreeMap::new(), bearers: Vec::new(), of };
        for (index, entity) in (0..).zip(&named.entities) {
            let name = (entity.kind == EntityKind::Person).then_some(&entity.name);
            let surname = name.and_then(|name| name.rsplit(' ').find(|word| !is_suffix(word)));
            let family = surname.map(|surname| surnames.add(surname));
            if let Some(bearers) = family.and_then(|family| surnames.bearers.get_mut(family))
                && bearers.len() < BEARERS
                && entity.name.contains(' ')
            {
                bearers.push(index);
            }
            surnames.of.push(family);
        }
        surnames
    }

    /// The family of that surname, a new one if there was none.
    fn add(&mut self, surname: &str) -> usize {
        let surname = fold(surname, Folding::new().case());
        self.families.get(&*surname).copied().unwrap_or_else(|| {
            self.families.insert(surname.into_owned(), self.bearers.len());
            self.bearers.push(Vec::new());
            self.bearers.len() - 1
        })
    }

    /// The people with a full name of the person's surname.
    pub(super) fn bearers(&self, person: u32) -> &[u32] {
        let family = self.of.get(person as usize).copied().flatten();
        family.and_then(|family| self.bearers.get(family)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The only person of the surname.
    pub(super) fn only_bearer(&self, surname: &str) -> Option<u32> {
        let [only] = self.named(&fold(surname, Folding::new().case()))? else { return None };
        Some(*only)
    }

    /// The people with a full name of the folded surname, if there are any.
    fn named(&self, surname: &str) -> Option<&[u32]> {
        let bearers = self.bearers.get(*self.families.get(surname)?)?;
        (!bearers.is_empty()).then_some(bearers.as_slice())
    }

    /// The two who are meant by a family's name ("the Brandts"), if there are two.
    pub(super) fn family(&self, name: &str) -> Option<&[u32]> {
        // Most names are seen to be no plural before they are folded.
        let last = name.bytes().next_back()?.to_ascii_lowercase();
        if last.is_ascii_alphanumeric() && last != b's' {
            return None;
        }
        let name = fold(name, Folding::new().case());
        let named = |surname| self.named(surname);
        let one = || name.strip_suffix("es").and_then(named);
        let bearers = name.strip_suffix('s').and_then(named).or_else(one)?;
        (bearers.len() == 2).then_some(bearers)
    }
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV" | "JR." | "SR.")
}

/// Which bearer of a surname speaks at `span`, where the surname alone stands there: the one whom
/// "Mr." or "Mrs." fits, or else one who has spoken before.
pub(super) fn bearer(span: Span, found: u32, surnames: &Surnames, story: &Discourse<'_>) -> u32 {
    let bearers = surnames.bearers(found);
    let inside = mentions_in(story.named, span);
    let alone =
        inside.iter().find(|mention| mention.entity == Some(found)).is_some_and(|mention| {
            // "Luc" is no surname where Luc Marchetti is meant.
            let name = mention.span.of(story.text);
            let whole = story.named.entities.get(found as usize).map_or("", |e| e.name.as_str());
            let given = whole.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
            !given && !name.contains(char::is_whitespace)
        });
    match bearers {
        [only] if alone => return *only,
        [_, _, ..] if alone => {}
        _ => return found,
    }
    let first = span.of(story.text).split_whitespace().next().unwrap_or_default();
    let wanted = match first.trim_end_matches('.').to_lowercase().as_str() {
        "mr" => Some(Gender::Male),
        "mrs" | "ms" | "miss" => Some(Gender::Female),
        _ => None,
    };
    if let Some(wanted) = wanted {
        let mut fitting = bearers.iter().copied().filter(|b| story.gender(*b) == Some(wanted));
        return match (fitting.next(), fitting.next()) {
            (Some(only), None) => only,
            _ => found,
        };
    }
    if story.spoke_last_at(found).is_some() || is_named_here(span, found, story) {
        return found;
    }
    let spoke = bearers.iter().copied().filter_map(|b| Some((story.spoke_last_at(b)?, b)));
    spoke.max().map_or(found, |(_, bearer)| bearer)
}

/// Whether the paragraph names the person in full before `span`.
fn is_named_here(span: Span, person: u32, story: &Discourse<'_>) -> bool {
    let start = story.paragraph_at(span.start());
    let here = mentions_in(story.named, Span::new(start.min(span.start()), span.start()));
    here.iter().any(|name| name.entity == Some(person) && name.form == MentionForm::Name)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn what_stands_before_a_name_may_be_its_own() {
        let text = "The wife of the captain, Anna Holm, said she had waited.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Tom Berg, an analyst at Holm & Dahl, said it was late.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = "A spokesman for Anna Holm said it was late.";
        assert!(speakers(text).is_empty());
        let text = "A spokesman for the hospital, Tom Berg, said it was late.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = "Deputy director for public affairs Anna Holm said it was late.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Minister in charge of fisheries policy Anna Holm said it was late.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Special Agent in Charge Anna Holm said it was late.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Major General Sultan bin Awad al-Holmi said it was late.";
        assert_eq!(speakers(text), ["Sultan bin Awad al-Holmi"]);
        let text =
            "The reviewer, Professor Anna Holm, spoke first. “It is late,” the reviewer said.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn a_body_is_who_speaks_only_as_the_head() {
        let text = "A Foreign Ministry official in Oslo said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Norway's state-run Norden News Agency said it was late.";
        assert_eq!(speakers(text), ["Norden News Agency"]);
        let text = "A Norway Embassy official in Oslo said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Anna Holm won. The Holm government said it was late. Holm supporters said it was early.";
        assert!(speakers(text).is_empty());
        let text = "An official of the grain group Vigra Energy said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Norden FC will sell the yard, the Premier League club said.";
        assert_eq!(speakers(text), ["Norden FC"]);
        let text =
            "A Cleveland, Ohio, woman who lost a boat said it was late. Anna Holm sailed in May.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "Vigra Energy Ltd., one of the firms owned by Tom Berg, said it was late.";
        assert_eq!(speakers(text), ["Vigra Energy Ltd."]);
    }

    #[test]
    fn a_dash_and_an_article_lead_to_the_head() {
        let text = "Two of the shipyards -- Norden Inc. and Vigra Inc. -- said they would wait.";
        assert_eq!(speakers(text), ["Norden Inc. and Vigra Inc."]);
        let text = "Denmark's ferry regulator, the Norden Board, said it would wait.";
        assert_eq!(speakers(text), ["Norden Board"]);
        let text = "Norden City chief of detectives Anna Holm at a hearing said she would wait.";
        assert_eq!(speakers(text), ["Anna Holm"]);
        let text = "A group led by two of the owners, Anna Holm and Tom Berg, said it would wait.";
        assert!(speakers(text).is_empty());
        let text = "Berg's Inc. sold two yards. Berg's said it would build a third.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Berg's Inc."));
        let text = "Norden Crown Court heard that the quay was old.";
        assert!(speakers(text).is_empty());
        let text = "The Norden union, which speaks for 40 BBC cooks, said it would wait.";
        assert_eq!(speakers(text), ["Norden"]);
        let text = "A Norden Council report said the quay was old.";
        assert_eq!(speakers(text), ["Norden Council"]);
        let text = "The Holm administration said the quay was old, Anna Holm told the council.";
        assert_eq!(speakers(text).first().map(String::as_str), Some("Anna Holm"));
    }

    #[test]
    fn a_month_may_be_a_surname() {
        let text =
            "Harbour master Brenda May said it was late. May said the quay would open in May.";
        assert_eq!(speakers(text), ["Brenda May", "Brenda May"]);
    }

    #[test]
    fn brackets_part_no_list() {
        let text =
            "Anna Holm (Vigra), Tom Berg (Norden) and Eva Dahl (Tarnby) said they would wait.";
        assert_eq!(speakers(text), ["Anna Holm, Tom Berg and Eva Dahl"]);
    }
}
