//! The Python package `wirecopy`: a thin, frozen translation of the Rust result.
//!
//! Results hold an `Arc` of the article and an index; nothing here changes after it is made.
//! Offsets are code points, always, converted in one place (`story.rs`).

#![allow(missing_docs, reason = "the documentation of these items is Python's: the docstrings")]

mod analysis;
mod article;
mod batch;
mod buffer;
mod entry;
mod error;
mod file;
mod gazetteer;
mod item;
mod matches;
mod model;
mod number;
mod row;
mod story;
mod text;
mod token;
mod view;

use pyo3::prelude::*;

/// The allocator of what Rust makes; objects of Python are made by Python.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads news copy. The names to use are re-exported by the package `wirecopy`.
#[pymodule(gil_used = false)]
mod _wirecopy {
    #[pymodule_export]
    use crate::analysis::{
        _panic_for_tests, _run, analyze, attributions, extract_quotes, find_dates, parse_date,
        parse_dateline, sentences, tokenize,
    };
    #[pymodule_export]
    use crate::article::{Article, restore};
    #[pymodule_export]
    use crate::batch::{analyze_many, tokenize_many};
    #[pymodule_export]
    use crate::entry::Entry;
    #[pymodule_export]
    use crate::error::{GazetteerError, InternalError, WirecopyError};
    #[pymodule_export]
    use crate::gazetteer::Gazetteer;
    #[pymodule_export]
    use crate::item::{
        DateExpression, Dateline, DatelineAgency, DatelineDate, DatelinePlace, Entity, Link,
        Mention, Part, Quote, Speaker,
    };
    #[pymodule_export]
    use crate::matches::{GazetteerMatch, Matches};
    #[pymodule_export]
    use crate::model::QuoteModel;
    #[pymodule_export]
    use crate::token::{Sentence, Token, Tokens};
    #[pymodule_export]
    use crate::view::View;

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name that Python packages use")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
