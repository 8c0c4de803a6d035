//! The result's promises: places hold, threads may share it, options do what they say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use proptest::prelude::*;
use wirecopy::{Analyzer, Article, Error, Newlines, PartKind, Span, Spanned as _, Stage, analyze};

const STORY: &str = "Bridge to reopen\n\n\
    OSLO, September 14 (Reuters) - Norland will reopen the bridge, Foreign Ministry spokeswoman \
    Ingrid Solheim said on Saturday, September 14.\n\n\
    “We argued, we went home, and we came back,” negotiator Tomas Varga said in 2019.\n";

#[test]
fn an_article_and_its_analyzer_cross_threads() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Article<'static>>();
    crosses::<Analyzer>();
    crosses::<Error>();
}

#[test]
fn a_shared_article_outlives_its_text() {
    let article = {
        let text = STORY.to_owned();
        analyze(&text).unwrap().with_id("bridge").into_shared()
    };
    assert_eq!(article.text(), STORY);
    assert_eq!(article.id(), Some("bridge"));
    assert_eq!(article.quotes().len(), analyze(STORY).unwrap().quotes().len());
}

#[test]
fn weights_for_names_can_be_left_out() {
    let text = "An icebreaker led four ships across the frozen Ostra Sea.\n\n\
                Both sides met on the basis of the Tarn Memorandum of May 12, 2010.\n\n\
                It was a victory for a village of 300 people in the Jura.\n";
    let learned = |models: bool| {
        let article = Analyzer::new().models(models).analyze(text).unwrap();
        article.mentions().iter().filter(|m| m.reason.name().starts_with("learned-")).count()
    };
    assert_eq!(learned(true) > 0, cfg!(feature = "models"));
    assert_eq!(learned(false), 0);
}

#[test]
fn a_stage_left_out_leaves_the_others() {
    let whole = analyze(STORY).unwrap();
    assert!(!whole.dates().is_empty() && !whole.quotes().is_empty());
    assert!(!whole.entities().is_empty());
    let dates = Analyzer::new().without(Stage::Dates).analyze(STORY).unwrap();
    assert!(dates.dates().is_empty() && dates.dateline() == whole.dateline());
    let names = Analyzer::new().without(Stage::Entities).analyze(STORY).unwrap();
    assert!(names.entities().is_empty() && names.mentions().is_empty());
    assert!(
        names.quotes().iter().all(|quote| {
            quote.speaker.as_ref().is_none_or(|speaker| speaker.entities.is_empty())
        })
    );
    let quotes = Analyzer::new().without(Stage::Quotes).analyze(STORY).unwrap();
    assert!(quotes.quotes().is_empty() && quotes.entities() == whole.entities());
}

#[test]
fn the_published_day_resolves_what_the_dateline_leaves_open() {
    let story = "OSLO, May 7 (AP) - They met.";
    let value = |article: &Article<'_>| {
        article.dateline().unwrap().date.as_ref().unwrap().value.map(|day| day.to_string())
    };
    assert_eq!(value(&analyze(story).unwrap()), None);
    let published = Analyzer::new().published("2011-05-08".parse().unwrap());
    assert_eq!(value(&published.analyze(story).unwrap()).as_deref(), Some("2011-05-07"));
}

#[test]
fn newline_modes_decide_the_sentences() {
    let text = "One line without a stop\nand another\n\nand a third";
    let sentences = |mode| Analyzer::new().newlines(mode).tokenize(text).unwrap().sentences().len();
    assert_eq!(sentences(Newlines::Any), 3);
    assert_eq!(sentences(Newlines::Blank), 2);
    assert_eq!(sentences(Newlines::Never), 1);
}

#[test]
fn what_is_not_a_dateline_is_an_error_that_names_the_argument() {
    let error = Analyzer::new().parse_dateline("the quick brown fox").unwrap_err();
    assert!(error.to_string().starts_with("text: "), "{error}");
    assert!(!error.is_too_long() && !error.is_internal() && !error.is_interrupted());
}

#[test]
fn a_mark_may_begin_before_what_weights_read() {
    for text in ["İ. OSLO, May 7 (AP) - ", "I. OSLO, May 7 (AP) - It rained."] {
        assert_eq!(analyze(text).unwrap().text(), text);
    }
}

/// Pieces of copy, so that arbitrary text reaches every stage.
fn any_copy() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        &[
            "OSLO, May 7 (AP) - ",
            "By Ann Field\n",
            "Photo: EPA\n",
            "“",
            "”",
            "\"",
            "'",
            "‘",
            "’",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            " ",
            " ",
            "Mr. ",
            "Keller ",
            "Anna Keller ",
            "said ",
            "said that ",
            "according to ",
            "he ",
            "the minister ",
            "Minister ",
            "of ",
            "and ",
            "on Monday, ",
            "August 12 ",
            "in 2012 ",
            "U.S. ",
            "Paris, Texas ",
            "NATO ",
            ", ",
            ". ",
            "? ",
            "-",
            " - ",
            "—",
            ": ",
            "é",
            "\u{301}",
            "İ",
            "🙂",
            "\0",
            "\u{feff}",
            "12/",
            "3,4",
        ][..],
    );
    prop_oneof![
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

fn check(text: &str, span: Span) {
    assert!(span.get(text).is_some(), "{span:?} is no slice of {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_place_is_a_slice_and_lists_are_ordered(text in any_copy()) {
        let article = analyze(&text).unwrap();
        let parts: Vec<Span> = article.parts().iter().map(|part| part.span).collect();
        let dates: Vec<Span> = article.dates().iter().map(|date| date.span()).collect();
        let mentions: Vec<Span> = article.mentions().iter().map(|mention| mention.span).collect();
        let sentences: Vec<Span> = article.sentences().iter().map(|s| s.span()).collect();
        for list in [&parts, &dates, &mentions, &sentences] {
            list.iter().for_each(|span| check(&text, *span));
            prop_assert!(list.is_sorted_by_key(|span| span.start()));
        }
        for quote in article.quotes() {
            prop_assert!(!quote.content.is_empty());
            quote.content.iter().chain(&quote.cue).for_each(|span| check(&text, *span));
            if let Some(speaker) = &quote.speaker {
                check(&text, speaker.span);
                prop_assert_eq!(speaker.entities.is_empty(), speaker.name.is_none());
            }
        }
        for (index, entity) in article.entities().iter().enumerate() {
            for mention in &entity.mentions {
                let back = article.mentions()[*mention as usize].entity;
                prop_assert_eq!(back, Some(index as u32));
            }
        }
    }

    #[test]
    fn every_line_that_is_not_blank_is_in_one_part(text in any_copy()) {
        let article = analyze(&text).unwrap();
        for line in wirecopy_text::lines(&text).filter(|line| !line.is_blank(&text)) {
            let seen = line.span().trimmed(&text);
            let parts = article.parts().iter().filter(|part| part.span.overlaps(seen)).count();
            prop_assert_eq!(parts, 1, "line {:?} of {:?}", seen.of(&text), &text);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_answer(text in any_copy()) {
        prop_assert_eq!(format!("{:?}", analyze(&text)), format!("{:?}", analyze(&text)));
    }

    #[test]
    fn a_card_and_a_page_steer_nothing(text in any_copy()) {
        let article = analyze(&text).unwrap();
        let shown = wirecopy::render::card(&article) + &wirecopy::render::html(&article);
        prop_assert!(!shown.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
    }
}

#[test]
fn a_headline_comes_out_as_one() {
    let kinds: Vec<_> = analyze(STORY).unwrap().parts().iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [PartKind::Headline, PartKind::Dateline, PartKind::Paragraph]);
}
