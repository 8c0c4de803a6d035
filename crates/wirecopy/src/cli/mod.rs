//! The command line `wirecopy`, the same for the Rust binary and the Python package.
//!
//! Everything goes through the [`Streams`] that the caller hands over, so that the whole command is
//! tested without a process. Exit codes: 0 all read, 1 something could not be read (the rest was),
//! 2 the arguments make no sense.

mod input;
mod output;

use crate::{Analyzer, Date, Nested, Newlines, NumericOrder, OffsetUnit};
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Where the command reads and writes.
#[derive(Debug)]
pub struct Streams<I, O, E> {
    /// Read for the file name `-`.
    pub input: I,
    /// The results.
    pub output: O,
    /// Messages and progress.
    pub errors: E,
    /// Whether `errors` is a terminal, where progress may be drawn.
    pub interactive: bool,
}

/// Reads news copy: parts, dateline, dates, names and quotations with their speakers.
#[derive(Debug, Parser)]
#[command(name = "wirecopy", version, about, arg_required_else_help = true)]
struct Arguments {
    /// Print the sources and licences of the embedded name lists.
    #[arg(long)]
    attributions: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read stories from files, folders (every .txt in them) or standard input (-).
    Analyze(Analyze),
    /// Train weights for quotations on annotated stories of your own.
    #[cfg(feature = "train")]
    Train(Train),
    /// Read a bundled story and print its card.
    Demo {
        #[command(flatten)]
        options: Output,
    },
}

#[derive(Debug, clap::Args)]
struct Analyze {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE|DIR|-")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    options: Output,
    /// The day the stories were published (YYYY-MM-DD): years and days not written resolve by it.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    published: Option<Date>,
    /// What a single newline means.
    #[arg(long, value_enum, default_value_t = NewlinesArgument::Auto)]
    newlines: NewlinesArgument,
    /// How 3/4/2012 is read.
    #[arg(long, value_enum, default_value_t = DateOrderArgument::MonthFirst)]
    date_order: DateOrderArgument,
    /// Which attributions within what another says are given beside it.
    #[arg(long, value_enum, default_value_t = NestedArgument::Told)]
    nested: NestedArgument,
    /// Leave the trained weights out: rules alone.
    #[arg(long, conflicts_with = "model")]
    no_models: bool,
    /// Weights of your own for quotations, as `wirecopy train` writes them.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Threads to use; as many as there are cores by default.
    #[arg(long, value_name = "N", value_parser = parse_threads, allow_negative_numbers = true)]
    threads: Option<NonZeroUsize>,
    /// Read bytes that are not UTF-8 as U+FFFD instead of turning the file away.
    #[arg(long)]
    lossy: bool,
}

#[cfg(feature = "train")]
#[derive(Debug, clap::Args)]
struct Train {
    /// Stories, one JSON object a line: {"text": …, "attributions": [{"content": [[start, end]],
    /// "source": […], "cue": […]}]}, in code points.
    #[arg(value_name = "STORIES")]
    stories: PathBuf,
    /// File to write the weights to.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Debug, clap::Args)]
struct Output {
    /// Form of the result.
    #[arg(long, value_enum, default_value_t = Format::Card)]
    format: Format,
    /// File to write the result to instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also write the tokens (json and jsonl).
    #[arg(long)]
    tokens: bool,
    /// What offsets count in json and jsonl.
    #[arg(long, value_enum, default_value_t = UnitArgument::Codepoint)]
    offsets: UnitArgument,
}

/// Form of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A card for a person to read.
    Card,
    /// One JSON object, or an array of them for several stories.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A page for the browser, without scripts or links to elsewhere.
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum UnitArgument {
    Codepoint,
    Byte,
    Utf16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NewlinesArgument {
    Auto,
    Blank,
    Any,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DateOrderArgument {
    MonthFirst,
    DayFirst,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NestedArgument {
    /// None: each word is said once.
    None,
    /// What others have said, planned or thought, as a speaker tells it.
    Told,
    /// Also what speakers themselves think, hope, want and plan.
    All,
}

/// Runs the command with `arguments` (the program's name first) and gives its exit code.
pub fn run<I: Read, O: Write, E: Write>(
    arguments: impl IntoIterator<Item = OsString>,
    streams: &mut Streams<I, O, E>,
) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return explain(&error, streams),
    };
    let done = match arguments.command {
        _ if arguments.attributions => attributions(streams),
        Some(Command::Analyze(analyze)) => read_stories(&analyze, streams),
        #[cfg(feature = "train")]
        Some(Command::Train(files)) => train(&files),
        Some(Command::Demo { options }) => demo(&options, streams),
        None => Ok(2),
    };
    match done {
        Ok(code) => code,
        // The reader of a pipe has left: nobody to tell, nothing went wrong.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            complain(streams, &error.to_string());
            1
        }
    }
}

/// Help and version go to the output, what is wrong with the arguments to the errors.
fn explain<I, O: Write, E: Write>(error: &clap::Error, streams: &mut Streams<I, O, E>) -> u8 {
    let text = output::printable(&error.render().to_string());
    if error.use_stderr() {
        // Writing the message is all that can be done about it.
        let _ = write!(streams.errors, "{text}");
        2
    } else {
        let _ = write!(streams.output, "{text}");
        0
    }
}

fn complain<I, O, E: Write>(streams: &mut Streams<I, O, E>, message: &str) {
    let _ = writeln!(streams.errors, "wirecopy: {}", output::printable(message));
}

fn attributions<I, O: Write, E>(streams: &mut Streams<I, O, E>) -> io::Result<u8> {
    for attribution in crate::attributions() {
        let written = writeln!(streams.output, "{attribution}");
        written.map_err(|error| output::named(output::STANDARD_OUTPUT, &error))?;
    }
    Ok(0)
}

fn demo<I, O: Write, E: Write>(options: &Output, streams: &mut Streams<I, O, E>) -> io::Result<u8> {
    let article = match Analyzer::new().analyze(crate::DEMO_STORY) {
        Ok(article) => article.with_id("demo"),
        Err(error) => return Err(io::Error::other(error)),
    };
    let mut writer = output::Writer::open(options, &mut streams.output)?;
    writer.write(&article)?;
    writer.finish()?;
    Ok(0)
}

#[cfg(feature = "train")]
fn train(files: &Train) -> io::Result<u8> {
    let named = |path: &PathBuf, error| output::named(&path.display().to_string(), &error);
    let stories = std::fs::File::open(&files.stories).map(io::BufReader::new);
    let model = stories.and_then(crate::train::quotes);
    let model = model.map_err(|error| named(&files.stories, error))?;
    std::fs::write(&files.output, model.as_bytes()).map_err(|error| named(&files.output, error))?;
    Ok(0)
}

/// The weights in the file `path`.
fn weights(path: &std::path::Path) -> io::Result<std::sync::Arc<crate::QuoteModel>> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string());
    let model = bytes
        .and_then(|bytes| crate::QuoteModel::from_bytes(bytes).map_err(|error| error.to_string()));
    let named = |error| io::Error::new(io::ErrorKind::InvalidData, error);
    model.map(std::sync::Arc::new).map_err(|error| named(format!("{}: {error}", path.display())))
}

/// Stories handed to the threads at once; bounds the memory that a folder of millions takes.
const BATCH: usize = 256;

/// The analyzer that the arguments ask for.
fn analyzer(arguments: &Analyze) -> io::Result<Analyzer> {
    let mut analyzer =
        Analyzer::new().models(!arguments.no_models).newlines(match arguments.newlines {
            NewlinesArgument::Auto => Newlines::Auto,
            NewlinesArgument::Blank => Newlines::Blank,
            NewlinesArgument::Any => Newlines::Any,
            NewlinesArgument::Never => Newlines::Never,
        });
    analyzer = analyzer.date_order(match arguments.date_order {
        DateOrderArgument::MonthFirst => NumericOrder::MonthFirst,
        DateOrderArgument::DayFirst => NumericOrder::DayFirst,
        DateOrderArgument::Unknown => NumericOrder::Unknown,
    });
    analyzer = analyzer.nested(match arguments.nested {
        NestedArgument::None => Nested::None,
        NestedArgument::Told => Nested::Told,
        NestedArgument::All => Nested::All,
    });
    if let Some(published) = arguments.published {
        analyzer = analyzer.published(published);
    }
    if let Some(path) = &arguments.model {
        analyzer = analyzer.quote_model(weights(path)?);
    }
    Ok(analyzer)
}

fn read_stories<I: Read, O: Write, E: Write>(
    arguments: &Analyze,
    streams: &mut Streams<I, O, E>,
) -> io::Result<u8> {
    let analyzer = analyzer(arguments)?;
    let mut code = 0;
    let found = input::find(&arguments.paths);
    for problem in &found.problems {
        complain(streams, problem);
        code = 1;
    }
    let several = found.files.len() > 1;
    let mut writer = output::Writer::open(&arguments.options, &mut streams.output)?;
    writer.expect_several(several);
    let (mut done, total) = (0, found.files.len());
    for batch in found.files.chunks(BATCH) {
        let (mut ids, mut texts) = (Vec::new(), Vec::new());
        for file in batch {
            match input::read(file, &mut streams.input, arguments.lossy) {
                Ok(text) => {
                    ids.push(input::name(file));
                    texts.push(text);
                }
                Err(problem) => {
                    code = 1;
                    let _ = writeln!(streams.errors, "wirecopy: {}", output::printable(&problem));
                }
            }
        }
        for (id, outcome) in ids.iter().zip(analyzer.analyze_many(&texts, arguments.threads)) {
            match outcome {
                Ok(article) => writer.write(&article.with_id(id))?,
                Err(error) => {
                    code = 1;
                    let problem = output::printable(&format!("{id}: {error}"));
                    let _ = writeln!(streams.errors, "wirecopy: {problem}");
                }
            }
        }
        done += batch.len();
        if streams.interactive && total > BATCH {
            let _ = write!(streams.errors, "\r{done} of {total} stories");
        }
    }
    if streams.interactive && total > BATCH {
        let _ = writeln!(streams.errors);
    }
    writer.finish()?;
    Ok(code)
}

fn parse_threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| format!("expected a number from 1 up, found {text:?}"))
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("expected a day as YYYY-MM-DD, found {text:?}"))
}

impl From<UnitArgument> for OffsetUnit {
    fn from(unit: UnitArgument) -> Self {
        match unit {
            UnitArgument::Codepoint => Self::CodePoint,
            UnitArgument::Byte => Self::Byte,
            UnitArgument::Utf16 => Self::Utf16,
        }
    }
}
