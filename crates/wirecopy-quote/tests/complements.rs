//! What stands between a cue and its content, where an object ends, and subjects that are far from their verb.

use wirecopy_quote::{Nested, Quote, QuoteFinder};
use wirecopy_token::tokenize;

/// `speaker | piece … piece`, one line a quotation.
fn read(text: &str) -> Vec<String> {
    let line = |quote: &Quote| {
        let pieces: Vec<&str> = quote.content.iter().map(|span| span.of(text)).collect();
        let speaker = quote.speaker.map_or("-", |span| span.of(text));
        format!("{speaker} | {}", pieces.join(" … "))
    };
    let quotes = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
    quotes.iter().map(line).collect()
}

/// Whether each text has the quotation behind it.
fn have(cases: &[(&str, &str)]) {
    for (text, said) in cases {
        let read = read(text);
        assert!(read.iter().any(|line| line == said), "{text}: {read:?}");
    }
}

#[test]
fn a_plural_with_what_hangs_on_it_closes_the_sentence() {
    have(&[
        (
            "The lock is unsafe, allies of the mayor argue.",
            "allies of the mayor | The lock is unsafe",
        ),
        (
            "The lock is unsafe, people close to the family admit.",
            "people close to the family | The lock is unsafe",
        ),
        ("The lock is unsafe, growers there said.", "growers there | The lock is unsafe"),
        ("The lock is unsafe, engineers say.", "engineers | The lock is unsafe"),
    ]);
}

#[test]
fn when_and_how_often_it_was_said_stands_before_the_content() {
    have(&[
        ("“They told us in 2014 we would be paid,” Holm said.", "They | we would be paid"),
        ("“I was asked a hundred times if it is safe,” Holm said.", "- | if it is safe"),
        ("Holm wept but said outside that it was safe.", "Holm | that it was safe"),
        ("The firm is warning drivers that the road is wet.", "The firm | that the road is wet"),
        ("Holm said he had shouted to the pilot to wait.", "he | to wait"),
        (
            "We have warned them by letter and by telephone that it will flood.",
            "We | that it will flood",
        ),
    ]);
}

#[test]
fn a_word_of_a_question_stands_for_all_of_it() {
    have(&[
        ("“I asked him when,” Holm said.", "I | when"),
        ("“My son would ask me why,” Holm said.", "My son | why"),
    ]);
    assert_eq!(read("The firm did not say why."), [""; 0]);
}

#[test]
fn an_object_ends_before_a_clause_of_its_own() {
    have(&[
        ("“Losers ask for film and winners ask for time,” Holm said.", "Losers | for film"),
        ("Holm complained of a cold but the singer is to appear.", "Holm | a cold"),
        (
            "“Some tell me it is late and others tell me it is early,” Holm said.",
            "Some | it is late",
        ),
    ]);
    let read = read("Critics denouncing the mayor and the guild marched on.");
    assert!(!read.iter().any(|line| line.ends_with("| the mayor")), "{read:?}");
}

#[test]
fn what_is_felt_or_called_needs_no_that() {
    have(&[
        ("“The fear is the state might pay,” Holm said.", "- | the state might pay"),
        (
            "Holm said it was shut because of what he called a wave of theft.",
            "he | a wave of theft",
        ),
        (
            "As Tarn Radio reported earlier, more than 40 mills have shut.",
            "Tarn Radio | more than 40 mills have shut",
        ),
    ]);
}

#[test]
fn what_one_seems_to_have_in_mind_is_his() {
    have(&[
        ("The guild is understood to favour a bridge.", "The guild | a bridge"),
        ("The mayor seems to think it will rain.", "The mayor | it will rain"),
    ]);
    for text in
        ["The guild is understood to favour a bridge.", "The mayor seems to think it will rain."]
    {
        assert_eq!(read(text).len(), 1, "{text}");
    }
}

#[test]
fn what_the_paper_sets_against_it_ends_the_content() {
    have(&[
        ("Holm did not rule out a ban, although she prefers to talk.", "Holm | a ban"),
        ("Holm said the road was safe, though a clerk had doubts.", "Holm | the road was safe"),
        (
            "Holm confirmed receipt of it but Trade Minister Ruiz said it was late.",
            "Holm | receipt of it",
        ),
        ("The firm plans 12 flights, up from four.", "The firm | 12 flights, up from four"),
        ("“She said yes on the telephone,” Holm said.", "She | yes"),
        ("Minister refuses to quit over jail break", "Minister | to quit"),
        ("Holm said the owners would not promise to spare it.", "the owners | to spare it"),
        ("The claim by Holm that it was late, can only harm him.", "Holm | that it was late"),
    ]);
}

#[test]
fn what_stands_between_verb_and_particle_or_asides_is_found() {
    have(&[
        ("Holm ruled that out.", "Holm | that"),
        ("Holm called in a letter to the paper for a strike.", "Holm | a strike"),
        ("Norland appealed to voters, and to the young in particular, to go.", "Norland | to go"),
        ("It kills 40 a year, a toll the agency calls high.", "the agency | a toll … high"),
    ]);
}

#[test]
fn who_signs_or_is_named_for_his_body_has_said_it() {
    have(&[
        (
            "Tarn mill not planning to shut in May - deputy CEO",
            "deputy CEO | Tarn mill not planning to shut in May",
        ),
        ("Tarn mill not planning to shut in May - deputy CEO", "Tarn mill | to shut in May"),
        (
            "For Ann Holm of the Guild of Millers, the law came late.",
            "Ann Holm of the Guild of Millers | the law came late",
        ),
    ]);
    assert_eq!(read("For Ann Holm, 19, the journey ended at dawn."), [""; 0]);
}

#[test]
fn a_heading_leaves_out_what_it_need_not_say() {
    have(&[
        ("Norland says has retaken most of Tarn", "Norland | has retaken most of Tarn"),
        ("Owners offer 7,000 crowns to end strike", "Owners | 7,000 crowns to end strike"),
        ("Mayor backs plan to shut mill", "Mayor | plan to shut mill"),
        ("Coach praises side after win", "Coach | side"),
    ]);
}

#[test]
fn a_list_goes_on_by_its_preposition() {
    have(&[(
        "They demand an end to the war, to the cuts and to the levy.",
        "They | an end to the war, to the cuts and to the levy",
    )]);
}
