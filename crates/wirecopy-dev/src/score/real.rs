//! Real articles, annotated by hand: what our own stories cannot tell, since hands of one kind wrote them.

use super::{Bench, Failure, gold};
use crate::real::{Half, stories};
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use wirecopy::QuoteModel;
use wirecopy_tests::gold::score::{Counts, compare};
use wirecopy_tests::gold::{analysis, reader};

/// Prints a row for each half, and the errors of the one that may be read where they are asked for.
pub(crate) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    let mut reader = reader().models(!bench.rules);
    if let Some(path) = bench.model {
        reader = reader.quote_model(Arc::new(QuoteModel::from_bytes(fs::read(path)?)?));
    }
    let mut counts: BTreeMap<Half, Counts> = BTreeMap::new();
    for (half, story) in &stories(bench.eval)? {
        let (of_article, errors) = compare(story, &analysis(story, &reader));
        *counts.entry(*half).or_default() += of_article;
        if bench.show.is_some() && *half == Half::Read {
            let errors = errors.iter().filter(|error| error.starts_with("quote"));
            errors.for_each(|error| outln!("  {}: {error}", story.name));
        }
    }
    outln!("{}", gold::header_of_quotes());
    for (half, counts) in &counts {
        outln!("{}", gold::quotes(&format!("real/{}", half.name()), counts));
    }
    Ok(())
}
