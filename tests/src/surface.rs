//! Surfaces in a text: found as whole words, whatever white space is between the words.

/// A text as code points, which is what the JSON form counts in.
#[derive(Debug, Clone)]
pub struct Text {
    chars: Vec<char>,
}

impl Text {
    /// Takes the text apart.
    pub fn new(text: &str) -> Text {
        Text { chars: text.chars().collect() }
    }

    /// The code points between two offsets; offsets past the end are cut.
    pub fn slice(&self, start: usize, end: usize) -> String {
        let end = end.min(self.chars.len());
        self.chars[start.min(end)..end].iter().collect()
    }

    /// The same with every run of white space as one space.
    pub fn flat(&self, start: usize, end: usize) -> String {
        norm(&self.slice(start, end))
    }

    /// The code point at an offset.
    pub fn at(&self, offset: usize) -> Option<char> {
        self.chars.get(offset).copied()
    }

    /// Where the surface next stands, from `from` on.
    pub fn locate(&self, surface: &str, from: usize) -> Option<(usize, usize)> {
        self.places(surface, from).find(|&(start, end)| {
            let glued_before = start > 0
                && self.chars[start].is_alphanumeric()
                && self.chars[start - 1].is_alphanumeric();
            let glued_after = end < self.chars.len()
                && self.chars[end - 1].is_alphanumeric()
                && self.chars[end].is_alphanumeric();
            !glued_before && !glued_after
        })
    }

    /// The same, also inside a word.
    pub fn locate_glued(&self, surface: &str, from: usize) -> Option<(usize, usize)> {
        self.places(surface, from).next()
    }

    fn places(&self, surface: &str, from: usize) -> impl Iterator<Item = (usize, usize)> {
        let words: Vec<Vec<char>> =
            surface.split_whitespace().map(|word| word.chars().collect()).collect();
        let starts = if words.is_empty() { 0..0 } else { from..self.chars.len() };
        starts.filter_map(move |start| Some((start, self.words_at(&words, start)?)))
    }

    fn words_at(&self, words: &[Vec<char>], start: usize) -> Option<usize> {
        let mut at = start;
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                let space = self.chars[at..].iter().take_while(|c| c.is_whitespace()).count();
                if space == 0 {
                    return None;
                }
                at += space;
            }
            if !self.chars[at..].starts_with(word) {
                return None;
            }
            at += word.len();
        }
        Some(at)
    }

    /// The span without white space, punctuation and symbols at its edges.
    pub fn core(&self, start: usize, end: usize) -> (usize, usize) {
        let (mut start, mut end) = (start, end.min(self.chars.len()));
        while start < end && !self.chars[start].is_alphanumeric() {
            start += 1;
        }
        while end > start && !self.chars[end - 1].is_alphanumeric() {
            end -= 1;
        }
        (start, end)
    }

    /// The span without white space at its edges.
    pub fn trim(&self, start: usize, end: usize) -> (usize, usize) {
        let (mut start, mut end) = (start, end.min(self.chars.len()));
        while start < end && self.chars[start].is_whitespace() {
            start += 1;
        }
        while end > start && self.chars[end - 1].is_whitespace() {
            end -= 1;
        }
        (start, end)
    }
}

/// The text with every run of white space as one space.
pub fn norm(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first characters of a text, for a difference.
pub fn clip(text: &str) -> String {
    let flat = norm(text);
    if flat.chars().count() <= 40 {
        return flat;
    }
    flat.chars().take(40).chain(['…']).collect()
}

/// The last `count` characters of a text.
pub fn tail(text: &str, count: usize) -> String {
    text.chars().skip(text.chars().count().saturating_sub(count)).collect()
}

/// The two ends of a text, for a difference about where it stops.
pub fn clip_ends(text: &str) -> String {
    let flat = norm(text);
    if flat.chars().count() <= 50 {
        return format!("\"{flat}\"");
    }
    let head: String = flat.chars().take(20).collect();
    format!("\"{head} … {}\"", tail(&flat, 20))
}

/// Quotation marks of every kind.
pub const MARKS: &str = "\"'“”„‟‘’‚‛«»‹›`";

/// Whether one surface holds the other as whole words, in either direction; case aside.
pub fn contains(first: &str, second: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split_whitespace()
            .map(|word| word.trim_matches(|c| ".,:;()".contains(c) || MARKS.contains(c)).to_owned())
            .collect()
    };
    let (mut long, mut short) = (words(first), words(second));
    if long.len() < short.len() {
        std::mem::swap(&mut long, &mut short);
    }
    short.is_empty() || long.windows(short.len()).any(|window| window == short)
}

const HONORIFICS: [&str; 11] =
    ["Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Sir", "Lady"];

/// A mention without courtesy title and possessive.
pub fn bare(name: &str) -> String {
    let flat = norm(name);
    let mut words: Vec<&str> = flat.split(' ').collect();
    while words.len() > 1 && HONORIFICS.contains(&words[0]) {
        words.remove(0);
    }
    let mut joined = words.join(" ");
    for ending in ["'s", "’s"] {
        joined = joined.strip_suffix(ending).unwrap_or(&joined).to_owned();
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locate_takes_whole_words_over_line_breaks() {
        let text = Text::new("Mayhem in May.\nThe mayor\n    of Cork said");
        assert_eq!(text.locate("May", 0), Some((10, 13)));
        assert_eq!(
            text.locate("mayor of Cork", 0).map(|(s, e)| text.flat(s, e)).as_deref(),
            Some("mayor of Cork")
        );
        assert_eq!(text.locate("may", 0), None);
        assert_eq!(text.locate("May.", 11), None);
    }

    #[test]
    fn core_drops_marks_and_stops() {
        let text = Text::new("“We agreed,” he");
        assert_eq!(text.core(0, 12), (1, 10));
        assert_eq!(text.core(0, 1), (1, 1));
    }

    #[test]
    fn contains_is_by_words_in_either_direction() {
        assert!(contains("the Transport Minister", "Transport minister"));
        assert!(contains("Harf", "Marie Harf"));
        assert!(contains("said:", "said"));
        assert!(!contains("Harfleur", "Harf"));
    }

    #[test]
    fn bare_drops_titles_and_possessives() {
        assert_eq!(bare("Mr. Zhilin's"), "Zhilin");
        assert_eq!(bare("Sir"), "Sir");
    }
}
