//! What a construction attributes that says nothing, whatever its words: what a talk was about while it went on (`was
//! speaking about the fee`), to whom somebody apologised, what a remark hinted at, of what somebody knew, what is thought
//! within what is said without being told (`said its willingness to sell would help`).
//!
//! A deed is told by its words (`deeds`), this by how they stand. It holds for weights, too.

use crate::begins::clause_begins;
use crate::deeds::is_somebody;
use crate::generic::is_reader;
use crate::lexicon::{
    class::{
        ACCOUNT, BASE, GERUND, MEDIUM, NUMBER, PARTICIPLE, SPEAKER_NOUN, TITLE, VERB_NOUN, VIEW,
    },
    lexicon, usage,
};
use crate::linking::Draft;
use crate::phrases::{Phrase, chunk_right};
use crate::quote::{Act, QuoteReason};
use crate::told::same_verb;
use crate::words::{Tag, Words};

/// Words of a cue that one look goes over, at most.
const CUE: usize = 12;

/// Words of content that one look goes over, at most.
const CONTENT: usize = 40;

/// Whether what `draft` attributes is nothing that anybody said or thought.
pub(crate) fn is_vain(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    // `left without saying where`: it was not said.
    if words.tag(cue.from) == Tag::Gerund && words.is(cue.from.wrapping_sub(1), &["without"]) {
        return true;
    }
    if is_reader(words, draft) {
        return true;
    }
    match draft.reason {
        QuoteReason::Preposition => {
            is_topic(words, cue)
                || is_reply(words, cue)
                || is_stranded(words, draft, cue)
                || is_addressed(words, cue)
                || is_score(words, cue)
                || is_apology(words, draft, cue)
        }
        QuoteReason::Object | QuoteReason::QuestionClause | QuoteReason::BareClause => {
            is_alone(words, draft)
                || is_aside(words, cue)
                || is_told_to_expect(words, cue)
                || is_wordless(words, draft, cue)
                || is_unsaid(words, draft, cue)
                || is_title(words, draft, cue)
        }
        QuoteReason::Noun => is_relative(words, draft) || is_ground(words, draft, cue),
        // `a group concerned with boats`
        QuoteReason::Predicate if is_open_question(words, draft, cue) => true,
        QuoteReason::Predicate if is_title(words, draft, cue) => true,
        QuoteReason::Predicate => {
            // `the so called “early birds” were late`
            let so = words.is(cue.from.wrapping_sub(1), &["so", "so-"]);
            so && words.is(cue.to - 1, &["called"])
                || words.is(cue.to - 1, &["with"])
                    && words.is(cue.to.wrapping_sub(2), &["concerned"])
        }
        QuoteReason::ThatClause => is_noun_of_relative(words, draft, cue),
        QuoteReason::Infinitive => is_pressed(words, draft, cue),
        QuoteReason::Colon => is_pointer(words, draft, cue),
        QuoteReason::Passive => is_heard_of(words, draft, cue) || is_convened(words, draft, cue),
        QuoteReason::FrontedClause => is_behind(words, draft, cue),
        _ => false,
    }
}

/// `a feeling [that cuts across the land]`: what a clause tells of the noun, and not what is felt.
fn is_relative(words: &Words<'_>, draft: &Draft) -> bool {
    let [piece] = draft.content.as_slice() else { return false };
    let verb = words.past_adverbs(piece.from + 1);
    let alone = || !(verb + 1..piece.to).take(CONTENT).any(|at| words.tag(at).is_finite());
    words.tag(piece.from) == Tag::That
        && words.tag(verb).is_finite()
        && verb < piece.to
        && (words.tag(verb).is_auxiliary() || alone())
}

/// `would not resign over claims that she lied`: what something is done for is only named, where nobody is named for it.
fn is_ground(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    draft.speaker.is_none()
        && cue.to == cue.from + 1
        && words.is(cue.from.wrapping_sub(1), &["over"])
        && draft.content.iter().all(|piece| piece.from >= cue.to)
}

/// `It is not clear how it burned`: nobody says so.
fn is_open_question(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let asks = ["how", "what", "why", "who", "when", "where"];
    draft.speaker.is_none()
        && words.is(cue.to - 1, &["clear"])
        && draft.content.iter().all(|piece| words.is(piece.from, &asks))
}

/// `a play called “The Mill”`, `a website called Tarn Watch`: its name.
fn is_title(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let ([piece], Some(thing)) = (draft.content.as_slice(), draft.speaker) else { return false };
    // `a report called Russia a threat`: an object behind the name.
    let alone = |to: usize| {
        let tag = words.tag(to);
        to >= piece.to
            || tag.is_break() && tag != Tag::Quote
            || tag.is_finite()
            || tag == Tag::Preposition
    };
    let bare =
        words.tag(piece.from) == Tag::Name && chunk_right(words, piece.from).is_some_and(alone);
    let names = bare || words.at(piece.from).pair.is_some();
    let one = (thing.from..thing.to).rev().find(|&at| words.is(at, &["a", "an"]));
    thing.to == cue.from
        && cue.to == cue.from + 1
        && piece.from == cue.to
        && words.is(cue.from, &["called", "entitled", "titled", "dubbed"])
        && names
        && one.is_some_and(|one| {
            let prints = words.at(thing.to - 1).entry.is(MEDIUM);
            prints || !is_somebody(words, Phrase::new(one, thing.to))
        })
}

/// `the cuts they agreed on | in Tarn`, `what she warned about | at the fair`: what the preposition leads to stands in front.
fn is_stranded(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let adjuncts = ["in", "at", "with", "during", "after", "before"];
    let led = words.tag(cue.to - 1) == Tag::Preposition;
    draft.content.first().is_some_and(|piece| {
        let (on, behind) = (words.is(piece.from, &["on"]), words.is(piece.from + 1, &adjuncts));
        on && (led || behind) || led && piece.from == cue.to && words.is(piece.from, &adjuncts)
    })
}

/// `High prices may persuade owners to sell`: a thing makes somebody do something, and says nothing.
fn is_pressed(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let presses = |base: &&str| same_verb(words, cue.to - 1, base);
    ["persuade", "convince", "encourage", "tempt", "lead", "force"].iter().any(presses)
        && draft.speaker.is_some_and(|who| !is_somebody(words, who))
}

/// `Read more: Mill burns`, `Key points: …`: where the page points to more of itself.
fn is_pointer(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let from = draft.speaker.map_or(cue.from, |who| who.from.min(cue.from));
    words.is(from, &["read", "see", "watch"]) && words.is(from + 1, &["more", "also"])
        || sums_up(words, from)
}

/// `Key points:`: what stands over a page's summary of its story.
pub(crate) fn sums_up(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["key", "main"])
        && words.is(at + 1, &["points", "facts", "events", "dates", "developments", "takeaways"])
}

/// `…, said Kerr.`, with Kerr for what was said; `before he said a word`, `said enough`; `issued a warning`: it is not told which.
fn is_wordless(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let [piece] = draft.content.as_slice() else { return false };
    let verb = cue.to - 1;
    let behind = piece.from == cue.to && !words.at(piece.from).quoted;
    if !behind || draft.reason == QuoteReason::QuestionClause {
        return false;
    }
    let says = ["say", "tell"].iter().any(|base| same_verb(words, verb, base));
    let ends = words.tag(piece.to).is_break() || piece.to >= words.len();
    // `…, says minister`
    let named =
        |at: usize| words.tag(at) == Tag::Name || words.at(at).entry.is(SPEAKER_NOUN | TITLE);
    let inverted = cue.from > 0
        && words.tag(cue.from - 1) == Tag::Comma
        && ends
        && (piece.from..piece.to).all(named);
    let little = ["something", "anything", "enough", "things", "words"];
    let word = words.is(piece.from, &["a"]) && words.is(piece.from + 1, &["word"]);
    let nothing = word || piece.to == piece.from + 1 && words.is(piece.from, &little);
    let gives = ["issue", "offer"].iter().any(|base| same_verb(words, verb, base));
    let issues = gives && is_instrument(words, *piece);
    says && (inverted || nothing) || issues
}

/// `a warning`, `its first forecast`: a noun that names what was said and tells nothing of it.
fn is_instrument(words: &Words<'_>, piece: Phrase) -> bool {
    let to = chunk_right(words, piece.from).unwrap_or(piece.to);
    let head = to.saturating_sub(1);
    let entry = words.at(head).entry;
    to >= piece.to
        && !matches!(words.tag(to), Tag::That | Tag::To | Tag::Gerund)
        && (entry.noun.is_some() || entry.is(MEDIUM | ACCOUNT | VIEW))
}

/// `was speaking about the fee`, `Kerr said, referring to the mill`, `argued over a cake`, `knew of the cracks`, `takes
/// responsibility for the unit`.
fn is_topic(words: &Words<'_>, cue: Phrase) -> bool {
    let lead = cue.to - 1;
    let verb = words.before(lead, 1);
    let before = lead.wrapping_sub(1);
    let takes = words.is(before, &["responsibility"]);
    let knows = words.is(lead, &["of"])
        && same_verb(words, before, "know")
        && !(cue.from..before).any(|at| words.tag(at) == Tag::Have);
    let argues = words.is(lead, &["about", "over"]) && same_verb(words, before, "argue");
    let talks = verb.tag == Tag::Gerund && cue.from < before && words.is(before, &TALKING);
    takes || knows || argues || talks || is_aside(words, cue)
}

/// `responded to the fee with a lawsuit`: what called for a reply, and not what was replied; that somebody `did not respond to
/// questions` is told.
fn is_reply(words: &Words<'_>, cue: Phrase) -> bool {
    let lead = cue.to - 1;
    let verb = (cue.from..lead).take(CUE).find(|&at| same_verb(words, at, "respond"));
    let silent = ["not", "never", "failed", "fails", "declined", "declines", "refused", "refuses"];
    words.is(lead, &["to"])
        && verb.is_some_and(|verb| {
            // `Neither side responded to it`
            let first = cue.from.saturating_sub(4).max(words.sentence(verb).0);
            !(first..verb).any(|at| {
                words.tag(at) == Tag::Negation
                    || words.is(at, &silent)
                    || words.is(at, &["neither", "nor", "nobody", "none", "without"])
            })
        })
}

/// Of what goes on while something else is said these tell no more than what it was about.
const TALKING: [&str; 6] =
    ["speaking", "talking", "commenting", "responding", "reacting", "replying"];

/// `Kerr said, [referring to the mill]`, `[Considering how dear it is], Kerr bought it`.
fn is_aside(words: &Words<'_>, cue: Phrase) -> bool {
    words.tag(cue.from) == Tag::Gerund
        && words.is(cue.from, &["referring", "alluding", "echoing", "considering"])
        && words.tag(cue.to) != Tag::That
}

/// `compared two pictures`; `cited an aide as saying …`, which the aide says; `called on another member`; `left once it
/// rained`, `wept each time it rained`: when it was.
fn is_unsaid(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let [piece] = draft.content.as_slice() else { return false };
    if is_attribute(words, *piece, cue) {
        return true;
    }
    let verb = cue.to - 1;
    let first = piece.from;
    if draft.reason == QuoteReason::BareClause {
        let before = first.wrapping_sub(1);
        let once = before > cue.to && words.is(before, &["once", "because", "until", "unless"]);
        let each = words.is(first, &["each", "every"]) && words.is(first + 1, &["time"]);
        let verbs = (first..piece.to).filter(|&at| words.tag(at).is_finite());
        return once || each && verbs.count() == 1;
    }
    if draft.reason != QuoteReason::Object {
        return false;
    }
    let holds = |wanted: &[&str]| (first..piece.to).take(CONTENT).any(|at| words.is(at, wanted));
    let likens = same_verb(words, verb, "compare") && !holds(&["to", "with", "against"]);
    let quotes = words.has(verb, usage::QUOTING)
        && (first..piece.to)
            .take(CONTENT)
            .any(|at| words.is(at, &["as"]) && words.has(at + 1, usage::SAYING));
    let visits = words.is(verb, &["on"])
        && same_verb(words, cue.to.wrapping_sub(2), "call")
        && !(cue.from..verb).any(|at| words.tag(at) == Tag::Modal)
        && !(first..first + CONTENT)
            .take_while(|&at| !matches!(words.tag(at), Tag::Comma | Tag::Stop))
            .any(|at| words.is(at, &["to", "not", "for"]));
    likens || quotes || visits
}

/// `most southern states [that vote in May] are dry`: a plural that looks like a verb, and what is told of it.
fn is_noun_of_relative(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let [piece] = draft.content.as_slice() else { return false };
    let that = piece.from - usize::from(piece.from > cue.to && words.tag(piece.from) != Tag::That);
    let noun = words.at(cue.to - 1).entry.is(VERB_NOUN) || words.is(cue.to - 1, &["states"]);
    // `polls show that has changed`, `notes that close to half of them left`, `shows that pay has fallen`
    let relates = words.tag(that + 1).is_finite()
        && !words.is(that + 1, &["is", "was", "has", "close"])
        && (words.tag(that + 1).is_auxiliary() || !words.tag(that + 2).is_finite());
    cue.to == cue.from + 1 && noun && that == cue.to && relates
}

/// `its own recommended list`, `the contested vote`: a participle that tells of the noun behind it.
fn is_attribute(words: &Words<'_>, piece: Phrase, cue: Phrase) -> bool {
    let before = words.before(cue.from, 1);
    let led = before.tag == Tag::Possessive
        || words.is(cue.from.wrapping_sub(1), &["a", "an", "the", "own", "other"]);
    led && cue.to == cue.from + 1
        && words.at(cue.from).entry.is(PARTICIPLE | GERUND)
        && piece.from == cue.to
        && words.tag(piece.from) == Tag::Noun
}

/// `was told of the sale`, `were informed about it`: what somebody heard of, and not what he was told.
fn is_heard_of(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let lead = cue.to - usize::from(words.tag(cue.to - 1) == Tag::Preposition);
    let hears = |base: &&str| same_verb(words, lead.wrapping_sub(1), base);
    draft.speaker.is_none()
        && words.is(lead, &["of", "about"])
        && ["tell", "inform", "notify"].iter().any(hears)
}

/// `The strike was called by the guild`: nobody says what it is.
fn is_convened(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    same_verb(words, cue.to - 1, "call") && draft.content.iter().all(|piece| piece.to <= cue.from)
}

/// `Holm, who owns the mill, recalls it differently`, `…, no questions asked`: what stands behind a verb or before it is not
/// who says what stands in front.
fn is_behind(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    draft.speaker.is_some_and(|who| {
        let object = who.from == cue.to && who.to == who.from + 1 && words.is(who.from, &["it"]);
        object || words.is(who.from, &["no"]) && words.is(cue.to - 1, &["asked"])
    }) || draft.content.first().is_some_and(|piece| opens_as_participle(words, *piece))
}

/// `[Asked about the mill], Holm said`, `[Surrounded by her sons], she wept to think of it`: what tells of whoever speaks
/// how he came to it is no clause.
fn opens_as_participle(words: &Words<'_>, piece: Phrase) -> bool {
    let (first, next) = (piece.from, words.tag(piece.from + 1));
    let entry = words.at(first).entry;
    let led = matches!(next, Tag::Preposition | Tag::To | Tag::Subordinator | Tag::Wh);
    let comma = (first..piece.to)
        .take(CONTENT)
        .any(|at| words.tag(at) == Tag::Comma && clause_begins(words, at + 1));
    entry.is(PARTICIPLE)
        && !entry.is(BASE)
        && words.sentence(first).0 == first
        && !words.is_heading()
        && led
        && !comma
        && words.tag(piece.to) == Tag::Comma
}

/// `spoke to the head of the mill`: whom somebody spoke to, and not of what.
fn is_addressed(words: &Words<'_>, cue: Phrase) -> bool {
    let verb = (cue.from..cue.to).take(CUE).find(|&at| words.at(at).entry.verb.is_some());
    let speaks = |verb: usize| ["speak", "talk"].iter().any(|base| same_verb(words, verb, base));
    verb.is_some_and(|verb| {
        let heard = words.is(verb + 1, &["to", "with"]) && cue.to > verb + 3;
        heard && speaks(verb) && words.is(cue.to - 1, &["of"])
    })
}

/// `said she had apologised to the guests`: whom it was said to, and not what for.
fn is_apology(words: &Words<'_>, draft: &Draft, cue: Phrase) -> bool {
    let verb = cue.to.wrapping_sub(2);
    let sorry = ["apologise", "apologize"].iter().any(|base| same_verb(words, verb, base));
    let because = |at: usize| words.is(at, &["for", "behalf"]);
    sorry
        && words.is(cue.to - 1, &["to"])
        && draft.content.iter().all(|piece| !(piece.from..piece.to).any(because))
}

/// `rose five percentage points to 4 percent`: points of a score.
fn is_score(words: &Words<'_>, cue: Phrase) -> bool {
    let points = (cue.from..cue.to).find(|&at| words.is(at, &["point", "points"]));
    points.is_some_and(|at| {
        let before = words.before(at, 1);
        before.tag == Tag::Number
            || words.at(at.wrapping_sub(1)).entry.is(NUMBER)
            || words.is(at.wrapping_sub(1), &["basis", "percentage"])
    })
}

/// `marking [what] is thought to be the end`: a word that only leads on.
fn is_alone(words: &Words<'_>, draft: &Draft) -> bool {
    draft.content.len() == 1
        && draft.content.iter().all(|piece| {
            piece.to == piece.from + 1
                && words.is(piece.from, &["what", "who"])
                && words.tag(piece.to) != Tag::Stop
        })
}

/// `Savers can expect lower rates`: told to, and not what they think.
fn is_told_to_expect(words: &Words<'_>, cue: Phrase) -> bool {
    let verb = cue.to - 1;
    words.is(verb, &["expect"])
        && (cue.from..verb).any(|at| words.is(at, &["can", "could", "may", "might", "should"]))
}

/// Whether what is attributed within what somebody says is only named there.
pub(crate) fn is_vain_within(words: &Words<'_>, draft: &Draft) -> bool {
    let apology = |cue| draft.reason == QuoteReason::Preposition && is_apology(words, draft, cue);
    draft.cue.is_some_and(apology) || is_named_wish(words, draft) || is_talk(words, draft)
}

/// `repeated his demand that`, `expressed its regret over`: whoever speaks says once more, or says, what the noun names, which
/// the outer content is.
pub(crate) fn is_restated(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.filter(|_| draft.reason == QuoteReason::Noun) else { return false };
    let own = (cue.from.saturating_sub(2)..cue.to).find(|&at| words.tag(at) == Tag::Possessive);
    own.is_some_and(|own| RESTATES.iter().any(|base| same_verb(words, own.wrapping_sub(1), base)))
}

/// Verbs of saying what one wants or thinks already.
const RESTATES: [&str; 11] = [
    "repeat",
    "reiterate",
    "restate",
    "renew",
    "reaffirm",
    "express",
    "voice",
    "convey",
    "underline",
    "state",
    "reassert",
];

/// `we talked about the road`, `he spoke of a road`: what words were about, and not what was said.
fn is_talk(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.filter(|_| draft.reason == QuoteReason::Preposition) else {
        return false;
    };
    let lead = cue.to - 1;
    let talks = |at: usize| TALKS.iter().any(|base| same_verb(words, at, base));
    words.is(lead, &["about", "of"]) && (cue.from..lead).take(CUE).any(talks)
}

/// Verbs of what people do with words.
const TALKS: [&str; 4] = ["talk", "speak", "write", "ask"];

/// `its willingness to sell`, `the aim of the scheme`: a wish that is only named.
fn is_named_wish(words: &Words<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.filter(|_| draft.reason == QuoteReason::Noun) else { return false };
    let noun = (cue.from..cue.to).rev().find_map(|at| words.at(at).entry.noun);
    let wish = noun.and_then(|noun| lexicon().noun(noun));
    let wish = wish.is_some_and(|entry| entry.act == Act::Attitude);
    let given = (cue.from..cue.to).any(|at| words.tag(at).is_verb());
    let aims = draft.content.iter().all(|piece| {
        let first = words.tag(piece.from);
        first == Tag::To || words.tag(piece.from.wrapping_sub(1)) == Tag::Preposition
    });
    wish && aims && !given && draft.content.iter().all(|piece| piece.from >= cue.to)
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    /// All that is attributed, as `cue | content`.
    fn read(text: &str) -> Vec<String> {
        let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
        let show = |quote: &crate::Quote| {
            let cue = quote.cue.first().map_or("", |span| span.of(text));
            format!("{cue} | {}", quote.span().of(text))
        };
        all.iter().map(show).collect()
    }

    #[test]
    fn what_only_tells_that_somebody_spoke_attributes_nothing() {
        for text in [
            "The minister was responding to a question by a lawmaker.",
            "Two men were arguing about a cake.",
            "Holm spoke to the head of the mill on Friday.",
            "Holm takes responsibility for the fund unit.",
            "Rates rose 5 basis points to 4.5 percent.",
            "High prices may persuade owners to sell their mills.",
            "The agency issued its first forecast on Friday.",
            "The crew left before Ruiz said a word.",
            "Read more: Mill burns in Tarn",
            "The crew left without asking whether the lock was open.",
            "Holm apologised to her guests.",
            "The guild made its own recommended list.",
            "Most southern states that will vote in May are dry.",
            "It is too early to say whether the road will close.",
            "Holm offered a similar explanation.",
            "The strike was called by the guild on Friday.",
            "Asked about the mill on Friday, Holm could not say.",
            "Holm compared two pictures of the mill.",
            "Holm called on the mill on Friday.",
            "The crew was told of the sale.",
            "Holm responded to the fee with a laugh.",
            "It is not clear how the mill burned.",
            "Ruiz left over claims that the mill was sold.",
            "Holm took part in a play called “The Mill” in Tarn.",
            "It is a feeling that has no name.",
            "Holm learned of the sale from a carer who wept.",
            "A nurse asked that her last name not be used.",
            "A nurse declined to give her family name.",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_tells_the_content_still_attributes() {
        for (text, said) in [
            (
                "Holm apologised to the judge for the delay.",
                "apologised to the judge for | the delay",
            ),
            ("Ruiz persuaded the council to sell.", "persuaded | the council to sell"),
            ("Ruiz, who owns the mill, recalls it differently.", "recalls | it differently"),
            ("Ruiz called on the mill to pay.", "called on | the mill to pay"),
            ("Ruiz did not respond to the claims.", "did not respond to | the claims"),
            ("Ruiz repeated his demand for a vote.", "repeated | his demand for a vote"),
            ("Ruiz has since said the mill is safe.", "has since said | the mill is safe"),
            ("She's always said the mill is safe.", "'s always said | the mill is safe"),
            ("Ruiz asked that his name be cleared.", "asked | that his name be cleared"),
            ("Ruiz asked that his name be used.", "asked | that his name be used"),
            ("Ruiz vowed to publish her name.", "vowed | to publish her name"),
            ("A report called Russia a threat.", "called | Russia a threat"),
            (
                "The agency issued a warning that it would rain.",
                "issued a warning | that it would rain",
            ),
        ] {
            assert_eq!(read(text), [said], "{text}");
        }
    }

    #[test]
    fn a_wish_that_is_only_named_within_what_is_said_is_nobodys_words() {
        for (text, said) in [
            (
                "Ruiz said its willingness to sell would help.",
                "said | its willingness to sell would help",
            ),
            (
                "Ruiz said Holm had apologised to the judge.",
                "said | Holm had apologised to the judge",
            ),
            ("Ruiz said they had talked about bread.", "said | they had talked about bread"),
        ] {
            assert_eq!(read(text), [said], "{text}");
        }
    }
}
