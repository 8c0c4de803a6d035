//! Training: weights from data outside the repository, the same bytes from the same data.

pub(crate) mod entities;
pub(crate) mod quotes;
pub(crate) mod sentences;
pub(crate) mod syntax;

use crate::score::Failure;

/// Arguments of `wirecopy-dev train`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    model: Model,
}

#[derive(Debug, clap::Subcommand)]
enum Model {
    /// The tagger of wirecopy-entity.
    Entities(entities::Arguments),
    /// The tagger of wirecopy-quote.
    Quotes(quotes::Arguments),
    /// The classifier of sentence boundaries of wirecopy-token.
    Sentences(sentences::Arguments),
    /// The tagger and parser of wirecopy-syntax.
    Syntax(syntax::Arguments),
}

/// Trains the model asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.model {
        Model::Entities(arguments) => entities::run(arguments),
        Model::Quotes(arguments) => quotes::run(arguments),
        Model::Sentences(arguments) => sentences::run(arguments),
        Model::Syntax(arguments) => syntax::run(arguments),
    }
}
