//! The project's own stories with full gold (`tests/gold/README.md`): to review, or as JSON Lines.

use crate::score::Failure;
use wirecopy_tests::gold::{Set, export, stories};

/// Arguments of `wirecopy-dev gold`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// One JSON object a story, as a trainer reads it, instead of a listing to review.
    #[arg(long)]
    jsonl: bool,
    /// Only this set.
    #[arg(long, value_parser = ["train", "test", "short", "more", "wide", "broad", "late", "blind", "kept", "open", "fresh", "probes", "probes_kept"])]
    half: Option<String>,
}

/// Prints the gold.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    for half in Set::ALL {
        if arguments.half.as_deref().is_some_and(|wanted| wanted != half.name()) {
            continue;
        }
        for story in stories(half)? {
            if arguments.jsonl {
                outln!("{}", export::record(&format!("gold/{}", half.name()), &story));
            } else {
                outln!("{}", export::listing(half, &story));
            }
        }
    }
    Ok(())
}
