//! Standard output whose reader may leave: `wirecopy-dev gold | head` ends quietly, where `println!`
//! would panic.

use std::fmt;
use std::io::{self, ErrorKind, Write as _};
use std::process;

/// Prints a line, as `println!` does.
macro_rules! outln {
    ($($argument:tt)*) => {
        $crate::output::print(format_args!("{}\n", format_args!($($argument)*)))
    };
}

/// Prints without ending the line, as `print!` does.
macro_rules! out {
    ($($argument:tt)*) => {
        $crate::output::print(format_args!($($argument)*))
    };
}

/// Writes to standard output. Ends the process where that fails: with success if nobody reads on.
pub(crate) fn print(text: fmt::Arguments<'_>) {
    match io::stdout().write_fmt(text) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => process::exit(0),
        Err(error) => {
            eprintln!("wirecopy-dev: standard output: {error}");
            process::exit(1);
        }
    }
}
