//! The command `wirecopy`; everything it does is in `wirecopy::cli`.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;
use wirecopy::cli::{Streams, run};

/// The allocator of the program: a library leaves it to its user.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut streams = Streams {
        input: io::stdin(),
        output: io::stdout(),
        errors: io::stderr(),
        interactive: io::stderr().is_terminal(),
    };
    ExitCode::from(run(std::env::args_os(), &mut streams))
}
