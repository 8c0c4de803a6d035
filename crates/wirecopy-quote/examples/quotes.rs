//! Prints every quotation of a text: `cargo run -p wirecopy-quote --example quotes < story.txt`.

#![allow(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::io::{self, Read};
use wirecopy_quote::find_quotes;
use wirecopy_token::tokenize;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    for quote in find_quotes(&text, &tokenize(&text)) {
        let pieces: Vec<&str> = quote.content.iter().map(|span| span.of(&text)).collect();
        let cue: Vec<&str> = quote.cue.iter().map(|span| span.of(&text)).collect();
        let speaker = quote.speaker.map_or("–", |span| span.of(&text));
        println!("{} / {} / {}", quote.kind.name(), quote.act.name(), quote.reason.name());
        println!("  who:  {speaker}\n  cue:  {}\n  what: {}", cue.join(" … "), pieces.join(" … "));
    }
    Ok(())
}
