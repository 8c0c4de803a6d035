//! How fast are tokens, sentences and paragraphs, against doing less with other crates?
//!
//! All run over the same varied text, whole, on one thread, and write every span that they find
//! into a list. `floor` is what no tokeniser can beat by much: it looks each byte up in a class
//! table and writes the spans of the runs, and knows no rule at all.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation as _;
use wirecopy_benches::news;
use wirecopy_token::tokenize;

/// Bytes of copy.
const SIZE: usize = 20_000_000;

type Spans = Vec<(u32, u32)>;

/// Runs of one class of byte, white space left out.
fn floor(text: &str) -> Spans {
    const CLASSES: [u8; 256] = classes();
    let mut spans = Vec::with_capacity(text.len() / 4);
    let (mut start, mut class) = (0, 0);
    for (at, byte) in text.bytes().enumerate() {
        let next = CLASSES[usize::from(byte)];
        if next != class || next == 3 {
            if class != 0 {
                spans.push((start as u32, at as u32));
            }
            (start, class) = (at, next);
        }
    }
    if class != 0 {
        spans.push((start as u32, text.len() as u32));
    }
    spans
}

/// 0 space, 1 letter (or any byte beyond ASCII), 2 digit, 3 mark.
const fn classes() -> [u8; 256] {
    let mut classes = [3; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte <= 32 {
            classes[byte] = 0;
        } else if (byte as u8).is_ascii_alphabetic() || byte >= 128 {
            classes[byte] = 1;
        } else if (byte as u8).is_ascii_digit() {
            classes[byte] = 2;
        }
        byte += 1;
    }
    classes
}

/// The spans between `breaks`, which include the start and the end.
fn between(breaks: impl Iterator<Item = usize>, text: &str) -> Spans {
    let mut spans = Vec::with_capacity(text.len() / 4);
    let mut before = 0;
    for at in breaks.skip(1) {
        spans.push((before as u32, at as u32));
        before = at;
    }
    spans
}

fn icu_words(text: &str) -> Spans {
    let segmenter =
        WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    between(segmenter.segment_str(text), text)
}

fn icu_sentences(text: &str) -> Spans {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    between(segmenter.segment_str(text), text)
}

fn unicode_words(text: &str) -> Spans {
    text.split_word_bound_indices()
        .map(|(at, word)| (at as u32, (at + word.len()) as u32))
        .collect()
}

fn unicode_sentences(text: &str) -> Spans {
    text.split_sentence_bound_indices()
        .map(|(at, sentence)| (at as u32, (at + sentence.len()) as u32))
        .collect()
}

fn sentencex(text: &str) -> Spans {
    sentencex::get_sentence_boundaries("en", text)
        .into_iter()
        .map(|sentence| (sentence.start_index as u32, sentence.end_index as u32))
        .collect()
}

fn compare(c: &mut Criterion) {
    let text = news(SIZE);
    let tokens = tokenize(&text);
    assert!(tokens.tokens().len() > SIZE / 8 && tokens.tokens().len() < SIZE / 3);
    assert!(tokens.sentences().len() > SIZE / 250);
    assert_eq!(tokens.paragraphs().len(), text.matches("\n\n").count());
    type Peer = (&'static str, fn(&str) -> Spans);
    let peers: [Peer; 6] = [
        ("floor: byte classes", floor),
        ("icu_segmenter words", icu_words),
        ("icu_segmenter sentences", icu_sentences),
        ("unicode-segmentation words", unicode_words),
        ("unicode-segmentation sentences", unicode_sentences),
        ("sentencex sentences", sentencex),
    ];
    let mut group = c.benchmark_group("tokenize");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    group.bench_function("wirecopy tokens+sentences+paragraphs", |b| {
        b.iter(|| tokenize(black_box(&text)));
    });
    for (name, peer) in peers {
        assert!(peer(&text).len() > SIZE / 250, "{name} found too little");
        group.bench_function(name, |b| b.iter(|| peer(black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
