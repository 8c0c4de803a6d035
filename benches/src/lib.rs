//! Copy for the benchmarks: made up, varied, the same on every machine.
//!
//! A benchmark on one story repeated flatters whatever learns its branches, so every sentence is
//! drawn afresh from templates and word lists. The lists are our own; no sentence is anybody's.

pub mod names;
mod rare;

pub use rare::with_rare_words;

/// The allocator of the command and of the Python package, for everything that is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// News-like text of at least `bytes` bytes: datelines, quotations, numbers, abbreviations,
/// names with and without accents, now and then an address or a headline.
#[must_use]
pub fn news(bytes: usize) -> String {
    let mut draw = Draw { state: 0x5EED_CAFE_F00D_D00D };
    let mut text = String::with_capacity(bytes + 4096);
    while text.len() < bytes {
        story(&mut draw, &mut text);
    }
    text
}

/// The stories of [`news`], one by one, together at least `bytes` bytes.
#[must_use]
pub fn stories(bytes: usize) -> Vec<String> {
    let mut draw = Draw { state: 0x5EED_CAFE_F00D_D00D };
    let (mut stories, mut size) = (Vec::new(), 0);
    while size < bytes {
        let mut text = String::with_capacity(4096);
        story(&mut draw, &mut text);
        size += text.len();
        stories.push(text);
    }
    stories
}

/// One story: a headline, a dateline, some paragraphs.
fn story(draw: &mut Draw, text: &mut String) {
    headline(draw, text);
    text.push_str("\n\n");
    text.push_str(&draw.of(CITIES).to_uppercase());
    text.push_str(", ");
    text.push_str(draw.of(MONTHS));
    text.push(' ');
    text.push_str(&draw.number(1, 28).to_string());
    text.push_str(draw.of(&[" (AP) - ", " (Reuter) -- ", " - ", " (AFP) — "]));
    for paragraph in 0..draw.number(4, 12) {
        for sentence in 0..draw.number(1, 4) {
            if sentence > 0 {
                text.push(' ');
            }
            let template = draw_template(draw.next(), paragraph);
            fill(draw, text, template);
        }
        text.push_str("\n\n");
    }
}

fn headline(draw: &mut Draw, text: &mut String) {
    let template = draw.of(HEADLINES);
    fill(draw, text, template);
}

/// The template of a sentence; quotations are likelier further down.
fn draw_template(number: u64, paragraph: u64) -> &'static str {
    let list = if number % 10 < 3 + paragraph % 3 { QUOTED } else { PLAIN };
    list[(number / 10) as usize % list.len()]
}

/// Writes `template`, each of its `{…}` filled from the list of that letter.
fn fill(draw: &mut Draw, text: &mut String, template: &str) {
    for piece in template.split('{') {
        let Some((slot, rest)) = piece.split_once('}') else {
            text.push_str(piece);
            continue;
        };
        match slot {
            "person" => {
                text.push_str(draw.of(GIVEN));
                text.push(' ');
                if draw.below(6) == 0 {
                    text.push(char::from(b'A' + draw.below(26) as u8));
                    text.push_str(". ");
                }
                text.push_str(draw.of(SURNAMES));
            }
            "surname" => text.push_str(draw.of(SURNAMES)),
            "title" => text.push_str(draw.of(TITLES)),
            "role" => text.push_str(draw.of(ROLES)),
            "city" => text.push_str(draw.of(CITIES)),
            "country" => text.push_str(draw.of(COUNTRIES)),
            "company" => text.push_str(draw.of(COMPANIES)),
            "noun" => text.push_str(draw.of(NOUNS)),
            "thing" => text.push_str(draw.of(THINGS)),
            "adjective" => text.push_str(draw.of(ADJECTIVES)),
            "verb" => text.push_str(draw.of(VERBS)),
            "said" => text.push_str(draw.of(SAID)),
            "day" => text.push_str(draw.of(DAYS)),
            "month" => text.push_str(draw.of(MONTHS)),
            "small" => text.push_str(&draw.number(2, 40).to_string()),
            "number" => {
                let number = draw.number(1_000, 900_000);
                text.push_str(&format!("{},{:03}", number / 1000, number % 1000));
            }
            "decimal" => {
                text.push_str(&format!("{}.{}", draw.number(0, 90), draw.number(0, 9)));
            }
            "clause" => {
                let clause = draw.of(CLAUSES);
                fill(draw, text, clause);
            }
            _ => unreachable!("a template names no list: {slot}"),
        }
        text.push_str(rest);
    }
}

/// Numbers from a fixed seed (xorshift64*).
struct Draw {
    state: u64,
}

impl Draw {
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 8
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn number(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    fn of(&mut self, list: &[&'static str]) -> &'static str {
        list[self.below(list.len())]
    }
}

const HEADLINES: &[&str] = &[
    "{adjective} {noun} divides {country}",
    "{company} to cut {number} jobs in {city}",
    "{country} and {country} agree on {thing}",
    "{city} votes on {adjective} {thing}",
    "{surname} says no to {thing}",
];

const PLAIN: &[&str] = &[
    "The {role} of {country}, {person}, {verb} the {noun} on {day}, {clause}.",
    "{title} {surname}, who has led the {adjective} {noun} since {month}, {verb} it {clause}.",
    "{company} said its net profit rose {decimal} percent to ${decimal} million in the quarter, {clause}.",
    "At least {small} people were hurt when the {noun} near {city} {verb} the {thing}.",
    "In {city}, some {number} people took to the streets {clause}, and the police did not step in.",
    "The {adjective} {thing} would cost {country} about ${decimal}bn a year, the {noun} {verb} on {day}.",
    "It was the {small}th such {noun} in {small} years; none has {verb} the {thing}, {clause}.",
    "{person}, {small}, a {role} from {city}, and {person}, {small}, {verb} the {adjective} {noun}.",
    "Officials in the U.S. and the U.K. have {verb} {small}-year-old rules on {thing} {clause}.",
    "Shares of {company} fell {decimal}% to {small}p, while those of {company} gained {small} cents.",
    "The {noun} hasn't {verb} the {thing}, and {country}'s {role} won't say why.",
    "Talks between {country} and {country} began at {small}:30 a.m. local time on {month} {small}, {clause}.",
    "No. {small} on the list is {city}, where {title} {surname}'s {adjective} {noun} {verb} the {thing}.",
    "Details were posted at www.example.org/{small} by the {noun}, {clause}.",
    "Under the plan, {company} and {company} would share {thing} (see table) {clause}.",
    "Prices of {thing} rose {decimal} percent in {month} after a {decimal} percent fall in {month}.",
    "The {role}—once a {adjective} ally of {surname}—has {verb} the {noun} {clause}.",
    "But the {adjective} {noun} of {city} remains, as {title} {surname} put it, {thing}.",
];

const QUOTED: &[&str] = &[
    "\"We have {verb} the {noun}, and we won't do it again,\" {title} {surname} {said} on {day}.",
    "“The {thing} isn’t {adjective},” {said} {person}, the {role}. “It never was {clause}.”",
    "\"Who {verb} the {thing}?\" {surname} {said}. \"I don't know, and neither does {city}.\"",
    "{surname} {said} that the {noun} had \"{verb} every {adjective} {thing}\" {clause}.",
    "According to {person}, a {role} at {company}, the {noun} \"can't last\" {clause}.",
    "The {role} {said} the {thing} was “{adjective} … and far too late” for {country}.",
];

const CLAUSES: &[&str] = &[
    "after months of talks with {country}",
    "despite a warning from {title} {surname}",
    "while the {noun} in {city} looked on",
    "according to two people who know of the {thing}",
    "as prices of {thing} rose",
    "because the {adjective} {noun} had run out",
    "a day before the {role} was to leave for {city}",
    "and {number} others followed",
    "which the {noun} denies",
    "in what {surname} called a {adjective} move",
];

const GIVEN: &[&str] = &[
    "Anna",
    "Boris",
    "Carla",
    "Dmitri",
    "Elena",
    "François",
    "Grace",
    "Hiroshi",
    "Ingrid",
    "José",
    "Karim",
    "Leila",
    "Marcus",
    "Nadia",
    "Olaf",
    "Priya",
    "Quentin",
    "Rosa",
    "Søren",
    "Tariq",
];
const SURNAMES: &[&str] = &[
    "Abelson",
    "Bergström",
    "Castellano",
    "Dubois",
    "Eriksen",
    "Farouk",
    "Greenhill",
    "Hartmann",
    "Ivanenko",
    "Jankowski",
    "Kaplan",
    "Lindqvist",
    "Moreau",
    "Nakagawa",
    "O'Hanlon",
    "Pereira",
    "Quist",
    "Rossetti",
    "Sandoval",
    "Tremblay",
    "Underhill",
    "Vasquez-Lee",
    "Whitlock",
    "Yılmaz",
];
const TITLES: &[&str] =
    &["Mr.", "Ms.", "Dr.", "Sen.", "Gen.", "Gov.", "Prof.", "President", "Judge"];
const ROLES: &[&str] = &[
    "foreign minister",
    "chief executive",
    "mayor",
    "spokeswoman",
    "chairman",
    "deputy governor",
    "prosecutor",
    "head coach",
    "trade envoy",
    "opposition leader",
    "vice-president",
    "analyst",
];
const CITIES: &[&str] = &[
    "Geneva",
    "Lagos",
    "Kyiv",
    "Boston",
    "Lima",
    "Jakarta",
    "Zürich",
    "Nairobi",
    "Ottawa",
    "Prague",
    "Salt Lake City",
    "Seoul",
    "Tbilisi",
    "Valparaíso",
    "Warsaw",
    "New Delhi",
];
const COUNTRIES: &[&str] = &[
    "Norway",
    "Brazil",
    "Kenya",
    "Japan",
    "Turkey",
    "Canada",
    "Georgia",
    "Peru",
    "Vietnam",
    "South Korea",
    "Côte d’Ivoire",
    "Poland",
    "New Zealand",
    "Egypt",
];
const COMPANIES: &[&str] = &[
    "Northfield Steel Corp.",
    "Harbour & Sons Ltd.",
    "Quantrex Inc.",
    "Alpina S.A.",
    "Meridian Air",
    "Blue Lake Foods",
    "J.T. Carver Co.",
    "Orbis-Telecom",
    "First Prairie Bank",
    "Ostmark AG",
];
const NOUNS: &[&str] = &[
    "government",
    "committee",
    "court",
    "union",
    "parliament",
    "army",
    "airline",
    "agency",
    "party",
    "ministry",
    "company",
    "council",
    "factory",
    "commission",
    "delegation",
    "storm",
    "coalition",
];
const THINGS: &[&str] = &[
    "natural gas",
    "the ceasefire",
    "wheat exports",
    "a pay deal",
    "the border crossing",
    "fishing rights",
    "nuclear inspections",
    "tax reform",
    "the fuel subsidy",
    "health insurance",
    "a second runway",
    "the peace accord",
    "interest rates",
    "debt relief",
    "copper",
];
const ADJECTIVES: &[&str] = &[
    "long-delayed",
    "new",
    "secret",
    "costly",
    "unpopular",
    "interim",
    "regional",
    "state-owned",
    "historic",
    "pro-European",
    "ageing",
    "unexpected",
    "joint",
    "draft",
    "little-known",
];
const VERBS: &[&str] = &[
    "rejected",
    "approved",
    "criticised",
    "defended",
    "postponed",
    "investigated",
    "welcomed",
    "shelved",
    "renewed",
    "overturned",
    "described",
    "reviewed",
    "abandoned",
];
const SAID: &[&str] = &["said", "told reporters", "added", "insisted", "wrote", "warned", "asked"];
const DAYS: &[&str] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &[
    "Jan.", "February", "March", "April", "May", "June", "July", "Aug.", "Sept.", "October",
    "Nov.", "Dec.",
];

#[cfg(test)]
mod tests {
    use super::news;

    #[test]
    fn the_same_length_gives_the_same_text() {
        assert_eq!(news(10_000), news(10_000));
        assert!(news(10_000).len() >= 10_000);
    }

    #[test]
    fn paragraphs_hardly_repeat() {
        let text = news(200_000);
        let mut paragraphs: Vec<_> = text.split("\n\n").collect();
        let all = paragraphs.len();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        assert!(paragraphs.len() * 10 > all * 8, "{} of {all}", paragraphs.len());
    }
}
