//! Runs one entry point over one pattern, for `linearity.sh` to count the instructions.
//!
//! `hostile-cost` lists what there is; `hostile-cost ENTRY PATTERN BYTES` runs it (0 bytes: only the
//! preparation).

use std::hint::black_box;
use std::process::ExitCode;
use wirecopy_tests::entry::ENTRIES;
use wirecopy_tests::hostile::growing;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [entry, pattern, bytes] = arguments.as_slice() else {
        for (name, _) in ENTRIES {
            println!("entry\t{name}");
        }
        for pattern in growing() {
            println!("pattern\t{}", pattern.name);
        }
        return ExitCode::SUCCESS;
    };
    let entry = ENTRIES.iter().find(|(name, _)| name == entry);
    let pattern = growing().iter().find(|known| known.name == pattern);
    let (Some((_, run)), Some(pattern), Ok(bytes)) = (entry, pattern, bytes.parse()) else {
        eprintln!("hostile-cost: no such entry, pattern or size: {arguments:?}");
        return ExitCode::from(2);
    };
    let text = pattern.text(bytes);
    match run(black_box(&text)) {
        Ok(count) => {
            println!("{}\t{count}", text.len());
            ExitCode::SUCCESS
        }
        Err(complaint) => {
            eprintln!("hostile-cost: {complaint}");
            ExitCode::FAILURE
        }
    }
}
