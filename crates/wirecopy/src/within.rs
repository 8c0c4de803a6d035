//! Which quotation stands within what another says: `[Ruiz said [Berg had told her that it rained]]`.
//!
//! Whoever counts what was said wants each word once, and leaves out what stands within; whoever asks
//! what Berg said wants both.

use crate::Quote;
use std::cmp::Reverse;
use wirecopy_text::Span;

/// Open contents that are looked through for one that holds a quotation: nobody reports more deeply.
const DEPTH: usize = 8;

/// Sets [`Quote::within`] of each. Linear in the number of contents, but for sorting them.
pub(crate) fn nest(quotes: &mut [Quote]) {
    let numbered = || quotes.iter().zip(0u32..);
    let mut contents: Vec<(Span, u32)> = numbered()
        .flat_map(|(quote, number)| quote.content.iter().map(move |piece| (*piece, number)))
        .collect();
    let mut extents: Vec<(Span, u32)> =
        numbered().map(|(quote, number)| (quote.extent(), number)).collect();
    let from_left = |(span, _): &(Span, u32)| (span.start(), Reverse(span.end()));
    contents.sort_by_key(from_left);
    extents.sort_by_key(from_left);
    let mut next = contents.into_iter().peekable();
    let mut open: Vec<(Span, u32)> = Vec::new();
    for (extent, number) in extents {
        while let Some(content) = next.next_if(|(span, _)| span.start() <= extent.start()) {
            while open.last().is_some_and(|(span, _)| span.end() <= content.0.start()) {
                open.pop();
            }
            open.push(content);
        }
        // The outer one has a cue or a speaker outside: so none is within itself.
        let is_outer = |other: u32| {
            let other = quotes.get(other as usize);
            other.is_some_and(|other| other.extent().len() > extent.len())
        };
        let holds = |(span, other): &&(Span, u32)| extent.end() <= span.end() && is_outer(*other);
        let outer = open.iter().rev().take(DEPTH).find(holds);
        if let Some(quote) = quotes.get_mut(number as usize) {
            quote.within = outer.map(|(_, outer)| *outer);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    fn within(text: &str) -> Vec<(String, Option<String>)> {
        let article = analyze(text).unwrap();
        let quotes = article.quotes();
        let words = |number: u32| quotes[number as usize].text(text);
        quotes.iter().map(|quote| (quote.text(text), quote.within.map(words))).collect()
    }

    #[test]
    fn what_is_told_within_stands_within() {
        let text = "OSLO (AP) - Ana Ruiz said Tom Berg had told her that it rained.\n\n\
                    “It did,” Berg said.";
        let outer = "Tom Berg had told her that it rained".to_owned();
        let quotes = within(text);
        assert!(quotes.contains(&(outer.clone(), None)), "{quotes:?}");
        assert!(
            quotes.iter().any(
                |(text, within)| text.ends_with("it rained") && within.as_ref() == Some(&outer)
            ),
            "{quotes:?}"
        );
        assert!(quotes.contains(&("“It did,”".to_owned(), None)), "{quotes:?}");
    }
}
