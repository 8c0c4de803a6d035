//! What a line is by its shape: an item of a list, a heading, a slug, a date, a row of figures.
//!
//! Everything here looks at one line of bounded length, or at its first and last words.

use crate::byline::{is_byline, is_name};
use crate::cues::{Cue, LABEL, start_cue, whole_cue};
use crate::words::{List, listed, lower};
use wirecopy_text::{chars, count_bytes};

/// Whether what opens in parentheses closes at the end of `line`, or not at all: "(CORRECTED)-RIVER
/// FEES AGREED" is a headline.
pub(crate) fn closes_at_end(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('(') else { return true };
    rest.split_once(')').is_none_or(|(_, after)| after.split_whitespace().count() <= 1)
        || rest.trim_end().ends_with(')')
}

/// Whether `line` ends as a sentence does, inside closing marks or not.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let closing = |c: char| {
        chars::is_double_quote(c)
            || chars::is_single_quote(c)
            || matches!(c, ')' | ']' | '}')
            || c.is_whitespace()
    };
    let bare = line.trim_end_matches(closing);
    bare.chars().next_back().is_some_and(|c| chars::is_sentence_stop(c) || c == ':')
}

/// Whether `line` opens as an item of a list: a bullet, a dash and a space, "1." or "(a)".
pub(crate) fn is_list_item(line: &str) -> bool {
    let mut rest = line.chars();
    match rest.next() {
        Some(c) if chars::is_bullet(c) => {
            // "***" and "****LONDON" are marks of urgency, not bullets.
            let next = rest.next();
            next.is_some_and(|c| c.is_whitespace() || c.is_alphanumeric() && !line.starts_with('*'))
        }
        Some('-' | '–' | '+' | '>' | 'o') => {
            rest.next().is_some_and(char::is_whitespace)
                && rest.clone().any(char::is_alphanumeric)
                && rest.next().is_some_and(|c| !c.is_whitespace())
        }
        Some('(') => label(line.get(1..).unwrap_or("")).is_some_and(|rest| rest.starts_with(')')),
        Some(_) => label(line).is_some_and(|rest| {
            let mut rest = rest.chars();
            rest.next().is_some_and(|c| matches!(c, '.' | ')'))
                && rest.next().is_some_and(char::is_whitespace)
                && rest.next().is_some_and(|c| !c.is_numeric())
        }),
        None => false,
    }
}

/// What follows a number of one or two digits, or a single small letter.
fn label(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        1 | 2 => text.get(digits..),
        0 if text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase()) => text.get(1..),
        _ => None,
    }
}

/// Whether `line` is a heading between hyphens, as AFP sets them: "- A long dispute -".
pub(crate) fn is_framed_heading(line: &str) -> bool {
    let inner = line.strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -"));
    inner.is_some_and(|inner| inner.split_whitespace().count() <= 10 && !inner.contains(" - "))
}

/// Whether `line` is a heading by the marks of plain mail: "**In short**", "## In short".
pub(crate) fn is_marked_heading(line: &str) -> bool {
    let bold = line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    let inner = bold.or_else(|| {
        line.trim_start_matches('#').strip_prefix(' ').filter(|rest| rest.len() + 1 < line.len())
    });
    inner.is_some_and(|inner| inner.contains(char::is_alphabetic) && !inner.contains("**"))
}

/// Whether `line` is words of somebody in single quotation marks, without a stop: "'Nobody asked'".
pub(crate) fn is_cited(line: &str) -> bool {
    let inner = line
        .strip_prefix(['\'', '‘'])
        .and_then(|rest| rest.strip_suffix(['\'', '’']))
        .filter(|inner| !inner.ends_with(['.', ',', '!', ';']));
    inner.is_some_and(|inner| {
        inner.starts_with(char::is_uppercase) && inner.split_whitespace().count() <= 8
    })
}

/// Whether `line` is an entry of a page that is written as things happen: "14:05 The dam holds".
pub(crate) fn is_timed_heading(line: &str) -> bool {
    let Some((time, rest)) = line.split_once(' ') else { return false };
    let clock = time.split_once([':', '.']).is_some_and(|(hour, minute)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hour.len()) && minute.len() == 2 && digits(hour) && digits(minute)
    });
    let opens =
        |c: char| c.is_uppercase() || chars::is_single_quote(c) || chars::is_double_quote(c);
    clock && rest.starts_with(opens) && !rest.ends_with(['.', ',']) && rest.split(' ').count() <= 12
}

/// Whether `line` asks what the lines below it answer: "What does the mayor say?"
pub(crate) fn is_question(line: &str) -> bool {
    let opener = line.split([' ', '’', '\'']).next().unwrap_or("");
    line.ends_with('?') && line.contains(' ') && listed(List::Asks).contains(&opener)
}

/// Whether `line` opens with whoever answers: "Ann: …", "A: …".
pub(crate) fn answers(line: &str) -> bool {
    let name = line.split_once(": ").map(|(name, _)| name);
    name.is_some_and(|name| name.starts_with(char::is_uppercase) && name.split(' ').count() <= 3)
}

/// Whether `line` says what was heard, not who said what: "(LAUGHTER)", "[Applause.]".
pub(crate) fn is_stage_note(line: &str) -> bool {
    let round = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let inner = round.or_else(|| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.is_some_and(|inner| inner.split_whitespace().count() <= 4 && !inner.contains(['(', '[']))
}

/// Whether `line` opens with a speaker's name and a colon, as in a transcript: "MS. FIELD: Good day."
pub(crate) fn opens_turn(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(':') else { return false };
    name.len() <= 48
        && (rest.starts_with(char::is_whitespace) || rest.is_empty())
        && chars::is_all_capitals(name.split('(').next().unwrap_or(""))
        && name.split_whitespace().count() <= 5
        && !name.contains(|c: char| c.is_ascii_digit())
}

/// Whether `line` never goes on in the next one, nor the one before it in this: labels of all kinds.
pub(crate) fn stands_alone(line: &str) -> bool {
    line.len() <= LABEL
        && !line.starts_with(char::is_lowercase)
        && (whole_cue(line).is_some() || start_cue(line) == Some(Cue::Credit) || is_byline(line))
}

/// Whether `line` is the way to a page: "Home > World > Europe", "News | Politics".
pub(crate) fn is_trail(line: &str) -> bool {
    let steps = || line.split(['>', '|', '»', '›']).map(str::trim);
    line.len() <= 100
        && steps().count() >= 2
        && steps().all(|step| !step.is_empty() && step.split_whitespace().count() <= 4)
        && steps().any(|step| whole_cue(step) == Some(Cue::Section))
}

/// Whether `line` greets its readers: "Dear readers,".
pub(crate) fn is_greeting(line: &str) -> bool {
    line.len() <= 60 && line.starts_with("Dear ") && line.ends_with([',', ':'])
}

/// Whether `line` heads a list: "Key points:".
pub(crate) fn opens_list(line: &str) -> bool {
    line.strip_suffix(':').is_some_and(|label| whole_cue(label) == Some(Cue::List))
}

/// Whether `line` is a slug of the wire: "BC-RIVER-TALKS,2ND LD", "River-Talks 1stLd-Writethru".
pub(crate) fn is_slug(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let first = line.split(char::is_whitespace).next().unwrap_or("");
    let hyphens = first.matches('-').count();
    let capitals = !first.contains(char::is_lowercase) && first.contains(char::is_alphabetic);
    let whole = first.len() == line.len();
    let wire_word = || {
        let line = lower(line);
        listed(List::Wire).iter().any(|word| line.contains(word))
    };
    hyphens >= 1 && (capitals && hyphens >= 2 && whole || wire_word())
}

/// Whether `line` says only when: "May 7, 2013", "Tuesday, 7 May 2013 10:30 GMT", "2013-05-07 | 10:30".
pub(crate) fn is_date_line(line: &str) -> bool {
    if line.len() > 60 || line.contains("   ") || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (mut dates, mut words, mut names) = (0, 0, 0);
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | '-' | ':'))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if word.is_empty() {
            continue;
        }
        words += 1;
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let figure = digits > 0 && digits + 2 >= word.len() && digits <= 4;
        let name = listed(List::Calendar).iter().any(|name| {
            word == *name || word.len() <= 9 && name.len() == 3 && word.starts_with(name)
        });
        dates += u32::from(figure || name);
        names += u32::from(name && word.len() >= 3 || digits == 4);
    }
    words >= 2 && dates == words && names > 0 && !line.contains("--")
}

/// Whether `line` is in parentheses and holds a telephone number or an address: "(Oslo newsroom, +47 22 33
/// 44 55)".
pub(crate) fn is_contact(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| {
        let digits = inner.bytes().filter(u8::is_ascii_digit).count();
        inner.len() <= 200
            && !ends_sentence(inner)
            && (digits >= 6 && inner.contains(char::is_alphabetic) || inner.contains('@'))
    })
}

/// Whether `line` is who wrote and checked a story, as agencies close one: "ABC/DE", "XYZ/Ann Field/Bo Lee".
pub(crate) fn is_sign_off(line: &str) -> bool {
    let parts = || line.split('/');
    let capitals = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    line.len() <= 80
        && parts().count() >= 2
        && parts().next().is_some_and(|first| (2..=6).contains(&first.len()) && capitals(first))
        && parts()
            .skip(1)
            .all(|part| is_name(part) || (1..=6).contains(&part.len()) && capitals(part))
}

/// Whether `line` is how long a script runs: "0:40", "TRT 1:05".
pub(crate) fn is_running_time(line: &str) -> bool {
    if line.len() > 12 {
        return false;
    }
    let time = line.rsplit(' ').next().unwrap_or("");
    time.split_once(':').is_some_and(|(minutes, seconds)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits(minutes) && digits(seconds)
    }) && line.split(' ').count() <= 2
}

/// Whether `line` is a row of figures: more of them than letters, or columns set wide apart.
pub(crate) fn is_table(line: &str) -> bool {
    if line.len() > LABEL {
        return false;
    }
    let digits = count_bytes(line.as_bytes(), |byte| byte.is_ascii_digit());
    let letters = || line.chars().filter(|c| c.is_alphabetic()).take(digits).count();
    digits >= 3 && digits > letters()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_items() {
        for line in ["* Talks resume", "• Talks", "1. Talks", "(a) talks", "- talks"] {
            assert!(is_list_item(line), "{line}");
        }
        for line in ["****OSLO, May 7", "1.5 million", "-- Talks", "a talk", "12 May"] {
            assert!(!is_list_item(line), "{line}");
        }
    }
}
