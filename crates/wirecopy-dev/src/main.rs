//! Development commands of wirecopy. Not published.
//!
//! - `score`: runs the product over the evaluation sets and prints one table.
//! - `train`: fits the small models whose weights are committed.
//! - `gold`: prints the project's own stories with full gold, to review or to train on.
//! - `generate`: compiles the raw lists into the committed data blobs.

#![allow(clippy::print_stderr, reason = "a command-line tool for developers talks to the terminal")]

#[macro_use]
mod output;

mod corenlp;
mod generate;
mod gold;
mod real;
mod score;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Development commands of wirecopy.
#[derive(Debug, Parser)]
#[command(name = "wirecopy-dev")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compile the raw lists into the blobs of wirecopy-gazetteer-data.
    Generate(generate::Arguments),
    /// Run the product over ../shared/eval and print one table.
    Score(score::Arguments),
    /// Print the stories with full gold of tests/gold.
    Gold(gold::Arguments),
    /// Train a model from data outside the repository.
    Train(train::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Score(arguments) => score::run(&arguments),
        Command::Gold(arguments) => gold::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wirecopy-dev: {error}");
            ExitCode::FAILURE
        }
    }
}
