//! Hostile texts through every entry point, on a small stack.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use wirecopy_tests::entry::{ENTRIES, Entry};
use wirecopy_tests::hostile::{fixed, growing};

/// A thread of a server may have no more; what recurses over its input does not live on it.
const STACK: usize = 256 * 1024;

/// Runs one entry point over texts on a small stack, and says what went wrong.
fn run((name, entry): Entry, texts: Vec<(String, String)>) -> Vec<String> {
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || {
        texts
            .iter()
            .filter_map(|(case, text)| {
                let first = catch_unwind(AssertUnwindSafe(|| entry(text)));
                match first {
                    Err(_) => Some(format!("{name} over {case}: panicked")),
                    Ok(Err(complaint)) => Some(format!("{name} over {case}: {complaint}")),
                    Ok(Ok(count)) => (entry(text) != Ok(count))
                        .then(|| format!("{name} over {case}: another result the second time")),
                }
            })
            .collect::<Vec<String>>()
    });
    worker.expect("a thread").join().expect("panics were caught")
}

fn run_all(texts: &[(String, String)]) {
    // The embedded lists are opened once, on a stack of the usual size.
    for (_, entry) in ENTRIES {
        entry("OSLO, May 7 (AP) - Text.").expect("ordinary copy");
    }
    let complaints: Vec<String> =
        ENTRIES.iter().flat_map(|entry| run(*entry, texts.to_vec())).collect();
    let shown: Vec<&String> = complaints.iter().take(40).collect();
    assert!(complaints.is_empty(), "{} complaints: {shown:#?}", complaints.len());
}

#[test]
fn growing_patterns_of_two_kilobytes() {
    let texts: Vec<_> =
        growing().iter().map(|p| (format!("{} (2 KB)", p.name), p.text(2 << 10))).collect();
    run_all(&texts);
}

#[test]
fn growing_patterns_of_eight_kilobytes() {
    let texts: Vec<_> =
        growing().iter().map(|p| (format!("{} (8 KB)", p.name), p.text(8 << 10))).collect();
    run_all(&texts);
}

#[test]
fn fixed_cases() {
    let texts: Vec<_> = fixed().into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    run_all(&texts);
}

/// What a text may give rise to is bounded by its length: a pass that lists pairs would not pass.
#[test]
fn results_grow_no_faster_than_the_text() {
    let mut complaints = Vec::new();
    for (name, entry) in ENTRIES {
        for pattern in growing() {
            let at = |bytes| entry(&pattern.text(bytes)).unwrap_or_default();
            // Four times the text, and a little room. What only begins at some size (an item number
            // that could be a year, a quotation that the weights see) grows faster once; pairs always.
            let grows = |small: usize, large: usize| large > 5 * small + (32 << 10) / 64;
            let (small, large) = (at(8 << 10), at(32 << 10));
            if grows(small, large) && grows(large, at(128 << 10)) {
                complaints.push(format!("{name} over {}: {small}, then {large}", pattern.name));
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Nanoseconds that this thread has been running, waiting left out, so that the load of the machine
/// hardly matters; only Linux tells.
fn on_processor() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}

/// The whole analysis of four times the text costs about four times as much; sixteen would be
/// quadratic, and nine is half way (in powers of four). `linearity.sh` counts instructions.
#[test]
fn no_pass_is_worse_than_linear() {
    if on_processor().is_none() {
        println!("SKIPPED: this system does not tell the time that a thread has been running");
        return;
    }
    let cost = |entry: fn(&str) -> Result<usize, String>, text: &str| {
        let before = on_processor().unwrap_or_default();
        let _ = entry(text);
        on_processor().unwrap_or_default() - before
    };
    let floor = 20_000_000;
    let mut complaints = Vec::new();
    let timed = ["tokenize", "analyze", "analyze, all nested"];
    for (name, entry) in ENTRIES.iter().filter(|(name, _)| timed.contains(name)) {
        for pattern in growing() {
            let (small, large) = (pattern.text(64 << 10), pattern.text(256 << 10));
            // The better of two, and only where the first looks bad.
            let worst = |tries: usize| {
                (0..tries).map(|_| cost(*entry, &large)).min().unwrap_or_default()
                    > floor + 9 * (0..tries).map(|_| cost(*entry, &small)).min().unwrap_or_default()
            };
            if worst(1) && worst(2) {
                complaints.push(format!("{name} over {}", pattern.name));
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "four times the text, more than nine times the cost: {complaints:#?}"
    );
}

#[test]
fn a_batch_keeps_its_order_and_loses_nobody() {
    let texts: Vec<String> = growing().iter().map(|pattern| pattern.text(1 << 10)).collect();
    let outcomes = wirecopy::Analyzer::new().analyze_many(&texts, None);
    assert_eq!(outcomes.len(), texts.len());
    for (text, outcome) in texts.iter().zip(&outcomes) {
        let article = outcome.as_ref().expect("a story");
        assert_eq!(article.text(), text);
    }
}

/// A compiled list that was cut short or changed opens as an error, or as a list that can be asked.
#[test]
fn damaged_lists_are_refused_or_harmless() {
    use wirecopy::{EntryKind, EntrySpec, Gazetteer, GazetteerBuilder};
    let mut builder = GazetteerBuilder::new();
    for name in ["Lena Aas", "Oslo", "United Arab Emirates", "Beta Beta Gamma"] {
        builder.add(EntrySpec::new(EntryKind::Other, name)).expect("a good name");
    }
    let bytes = builder.into_bytes().expect("a small list");
    let text = "Lena Aas of Oslo met the United Arab Emirates and Beta Beta Gamma.";
    for length in 0..bytes.len() {
        assert!(Gazetteer::open(bytes[..length].to_vec()).is_err(), "cut at {length}");
    }
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= change;
            if let Ok(list) = Gazetteer::open(damaged) {
                assert!(list.find(text).count() <= text.len());
            }
        }
    }
}
