//! Training: examples in, the bytes of a model out.
//!
//! Everything here is floating point of 32 bits in a fixed order on one thread, with a shuffle and an
//! exponential of its own, so the same examples give the same bytes on every machine. Weights are
//! rounded to one byte at the end; the [`Report`] says what that cost.
//!
//! - [`Crf`]: a [`Tagger`](crate::Tagger) by conditional likelihood (a linear-chain conditional random
//!   field; Lafferty, McCallum and Pereira 2001), with AdaGrad (Duchi, Hazan and Singer 2011) and an L1
//!   penalty applied as the features come (Duchi and Singer 2009).
//! - [`Perceptron`]: a [`Classifier`](crate::Classifier) by an averaged perceptron (Collins 2002); the
//!   caller drives the decoding, so it suits greedy taggers and transition parsers.
//! - [`ConditionalLogit`]: a [`Ranker`](crate::Ranker) by the likelihood of the right candidates
//!   (McFadden 1974).

mod adagrad;
mod crf;
mod examples;
mod logit;
mod math;
mod pack;
mod perceptron;
mod report;
mod vocabulary;

pub use crf::Crf;
pub use examples::{Choices, Sequences};
pub use logit::ConditionalLogit;
pub use math::Shuffle;
pub use perceptron::Perceptron;
pub use report::{Pass, Report};
pub use vocabulary::{Table, Vocabulary};
