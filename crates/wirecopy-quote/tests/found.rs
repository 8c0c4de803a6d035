//! What was said where cue, content and speaker stand in an order of their own: round an aside, behind marks that hold
//! half the sentence, behind "by" or "used".

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
fn marks_hold_half_of_what_was_said() {
    have(&[
        ("The lock is a “death trap,” said Ann Holm.", "Ann Holm | The lock is a “death trap,”"),
        (
            "“We are very glad” about the lock, said Ann Holm.",
            "Ann Holm | “We are very glad” about the lock",
        ),
        ("It rained, Holm said, adding, “It poured.”", "Holm | It rained"),
        (
            "Holm, citing “the mood of the town,” said the lock would stay.",
            "Holm, citing “the mood of the town,” | the lock would stay",
        ),
    ]);
}

#[test]
fn what_was_said_goes_on_behind_who_said_it() {
    have(&[
        ("The lock, said Holm, who owns it, cannot open.", "Holm | The lock … cannot open"),
        (
            "The trouble, says Ann Holm, a miller, is that it leaks.",
            "Ann Holm, a miller | The trouble … is that it leaks",
        ),
        (
            "When the rain stopped, Holm said in an interview, the lock opened.",
            "Holm | When the rain stopped … the lock opened",
        ),
        ("And yet, millers say, the lock is safe.", "millers | And yet … the lock is safe"),
        (
            "Whether it opens will depend on the rain, Holm said.",
            "Holm | Whether it opens will depend on the rain",
        ),
        (
            "The lock lacks a gate, said Ann Holm, the mayor.",
            "Ann Holm, the mayor | The lock lacks a gate",
        ),
    ]);
}

#[test]
fn subjects_stand_before_dashes_brackets_and_shares() {
    have(&[
        (
            "Millers — and some owners — say that it leaks.",
            "Millers — and some owners | that it leaks",
        ),
        (
            "Mayor Ann Holm (Tarn), said on Monday that it leaks.",
            "Mayor Ann Holm (Tarn) | that it leaks",
        ),
        (
            "Holm could not recall it, but in a later interview said it was safe.",
            "Holm | it was safe",
        ),
        ("A mere 9 percent say it is safe.", "A mere 9 percent | it is safe"),
        ("Barely half said it is safe.", "half | it is safe"),
        ("Some 64 percent call her honest.", "Some 64 percent | her honest"),
        ("By a wide margin, those surveyed say it is safe.", "those surveyed | it is safe"),
    ]);
}

#[test]
fn content_is_found_behind_what_parts_it_from_its_cue() {
    have(&[
        ("Holm said each year of work costs more.", "Holm | each year of work costs more"),
        ("Holm said because it leaks, it must close.", "Holm | because it leaks, it must close"),
        ("Holm told a crowd in Tarn, Norland on Monday that it leaks.", "Holm | that it leaks"),
        (
            "The host asked Holm, who owns the lock, to open it.",
            "The host | Holm, who owns the lock, to open it",
        ),
        ("Holm wrote that she was named mayor.", "Holm | that she was named mayor"),
        ("As first reported by the Herald, the lock is shut.", "the Herald | the lock is shut"),
    ]);
}

#[test]
fn the_source_stands_where_the_sentence_begins() {
    have(&[
        ("And as Holm noted, the lock is shut.", "Holm | the lock is shut"),
        ("According to state law, the lock must open.", "state law | the lock must open"),
        ("That's according to the guild.", "the guild | That"),
        (
            "The lock is safe, according to checks reported by the Herald.",
            "checks | The lock is safe",
        ),
        (
            "The poll, released by the guild, showed Holm ahead.",
            "The poll, released by the guild | Holm ahead",
        ),
        ("A poll last month showed Holm gaining.", "A poll last month | Holm gaining"),
        (
            "Berg, Holm said, had built a “strange lock.”",
            "Holm | Berg … had built a “strange lock.”",
        ),
        ("Holm wrote in an op-ed that it leaks.", "Holm | that it leaks"),
    ]);
    assert_eq!(read("The miller acted according to the law."), [""; 0]);
}

#[test]
fn one_attribution_ends_where_the_next_begins() {
    have(&[
        ("Holm said that was a “mess,” adding that it leaks.", "Holm | that was a “mess,”"),
        (
            "They put the cost at 40 million, which Holm called a lie.",
            "They | the cost at 40 million",
        ),
        (
            "Owners whose mills have been closed said the rain is to blame.",
            "Owners whose mills have been closed | the rain is to blame",
        ),
    ]);
}

#[test]
fn how_a_thing_is_seen_stands_behind_it() {
    have(&[
        (
            "Millers see the vote held on Sunday as a test.",
            "Millers | the vote held on Sunday as a test",
        ),
        ("Voters see Holm differently.", "Voters | Holm differently"),
    ]);
}

#[test]
fn how_somebody_said_it_is_told_by_a_second_verb() {
    have(&[
        ("The mayor answered by saying the lock was safe.", "The mayor | the lock was safe"),
        ("Holm used her speech to call for a new lock.", "Holm | a new lock"),
        ("With half of them saying it is safe, the lock will stay.", "half of them | it is safe"),
    ]);
    assert!(!read("Holm left the room to call for help.").iter().any(|line| line.contains("help")));
}

#[test]
fn a_question_may_be_heard_by_whoever_answers() {
    have(&[
        ("Asked whether the lock was safe, Holm smiled.", "- | whether the lock was safe"),
        ("Holm smiled when asked if it was safe.", "- | if it was safe"),
        ("Asked by a clerk whether it was safe, Holm smiled.", "a clerk | whether it was safe"),
    ]);
}

#[test]
fn what_somebody_is_called_ends_with_its_marks() {
    have(&[
        ("Holm called him “a fool,” a word that stuck.", "Holm | him “a fool,”"),
        ("They left, calling it a mess and claiming that it leaks.", "They | it a mess"),
    ]);
}

#[test]
fn an_office_behind_who_speaks_is_not_said() {
    have(&[
        (
            "The mill will close, said Ana Kerr, the mayor.",
            "Ana Kerr, the mayor | The mill will close",
        ),
        ("Her mill was, said Kerr, a ruin.", "Kerr | Her mill was … a ruin"),
    ]);
}

#[test]
fn what_is_seen_is_no_role_and_a_plan_says_nothing() {
    for text in ["Holm saw the man arrested as he left court.", "This was according to plan."] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
    assert!(!read("She's admitted to the Tarn ward.").contains(&"She | the Tarn ward".to_owned()));
}
