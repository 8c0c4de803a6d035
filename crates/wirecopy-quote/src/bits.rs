//! What the lists tell of words, as bits, under the names that the files of `data/` use.

/// A constant for each line, one bit each, in order, and `named`, which gives the bit of a name in the data
/// (0 if none has it). A table with more lines than bits does not compile.
macro_rules! bits {
    ($of:ty; $($(#[$about:meta])* $bit:ident $($name:literal)?,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as its bit")]
        enum Place { $($bit),+ }
        $($(#[$about])* pub(crate) const $bit: $of = 1 << Place::$bit as $of;)+

        /// The bit of a name in the data.
        pub(crate) fn named(name: &str) -> $of {
            match name {
                $($($name => $bit,)?)+
                _ => 0,
            }
        }
    };
}

/// Classes that a word may belong to: the lines of `data/words.txt`, and forms of verbs.
pub(crate) mod class {
    bits! { u64;
        DET "det",
        POSS "poss",
        SUBJECT "subject",
        OBJECT "object",
        PREPOSITION "preposition",
        SUBORDINATOR "subordinator",
        COORDINATOR "coordinator",
        MODAL "modal",
        BE "be",
        HAVE "have",
        DO "do",
        NEGATION "negation",
        WH "wh",
        THAT "that",
        TO "to",
        ADVERB "adverb",
        TIME "time",
        NUMBER "number",
        PRONOUN "pronoun",
        TITLE "title",
        SPEAKER_NOUN "speaker-noun",
        NO_VERB "noverb",
        /// The form is as often a noun.
        VERB_NOUN,
        /// A thing that words are published in.
        MEDIUM "medium",
        DAY "day",
        MONTH "month",
        /// Ends in `-ly` and is no adverb.
        NO_ADVERB "notadverb",
        /// A plural without an `s`.
        PLURAL "plural",
        /// Opens a line and names what the line is: `TITLE: Bridge opens`.
        LABEL "label",
        /// What somebody thinks: `in her view`.
        VIEW "view",
        /// Of these what somebody tells: `by her account`.
        ACCOUNT "account",
        /// Closes the signature of a headline: `Bridge to close - minister`.
        SIGNER "signer",
        /// Behind "by" how something was said, not who said it.
        MEANS "means",
        /// A span of time that a number counts.
        DURATION "duration",
        /// Comes before a title or a name for a thing: `the film “Ice”`.
        TITLED "titled",
        /// A determiner of a plural: `both sides`.
        PLURAL_DET "plural-det",
        /// What something is done according to that says nothing: `according to plan`.
        MEASURE "measure",
        BASE,
        THIRD,
        PAST,
        PARTICIPLE,
        GERUND,
    }

    /// Any form of a verb that is no auxiliary.
    pub(crate) const VERB: u64 = BASE | THIRD | PAST | PARTICIPLE | GERUND;
    /// Any form of an auxiliary.
    pub(crate) const AUXILIARY: u64 = MODAL | BE | HAVE | DO;
    /// Words that are what they are before they are verbs.
    pub(crate) const CLOSED: u64 = AUXILIARY
        | (THAT | TO | POSS | WH | DET | NEGATION | SUBJECT | OBJECT | SUBORDINATOR | COORDINATOR)
        | (DAY | MONTH | PREPOSITION | ADVERB | PRONOUN | NUMBER | NO_VERB);
}

/// What some rule asks of a word by itself: the lines of `data/usages.txt`, and what is told of a
/// verb cue in the fourth column of `data/cues.txt`, which all forms of the verb have.
pub(crate) mod usage {
    bits! { u64;
        NOBODY "nobody",
        WOULD "would",
        GREETING "greeting",
        RANG "rang",
        HOLDING "holding",
        SAYING "saying",
        QUOTING "quoting",
        SUMMARY "summary",
        HIDDEN "hidden",
        REQUEST "request",
        COPULA "copula",
        SEASON "season",
        WHEN "when",
        ELISION "elision",
        SMALL "small",
        ARTICLE "article",
        BEGINS "begins",
        /// A verb of speech by which somebody binds himself: `promised to come`.
        BINDS "binds",
        /// A verb that says nothing with an object alone: `called the mayor`.
        CALLS "calls",
        /// What is remembered, found or shown is so.
        FACT "fact",
        /// A form of a cue.
        CUE,
        /// A form of a verb that may be one of speech.
        TELLS,
        /// What comes to pass and says nothing: `the war has claimed`.
        EVENT "event",
        /// A form of a verb of `data/deeds.txt`.
        DEED,
        /// Opens a phrase before the clause that is said: `said without more money, the town …`.
        OPENS "opens",
        /// Opens a clause of its own within what is said: `said that after it rained, the road …`.
        BINDING "binding",
        /// What somebody is heard or seen on.
        AIR "air",
        /// Verbs of what becomes more or less.
        MOVES "moves",
        /// Stands before a headline that a page has labelled.
        HEADS "heads",
        /// A body that speaks: `the club stressed the need`.
        BODY "body",
        /// How it is to do what nobody has done: `it is hard to imagine`.
        HARD "hard",
        /// Stands alone behind those it is about: `the firms involved`.
        REDUCED "reduced",
        /// Names what somebody says, and is no cue by itself: `Kerr's motto was short: “…”`.
        SPOKEN "spoken",
        /// How somebody came to say it: `when reached by telephone`.
        REACHED "reached",
        /// What a court or a panel finds somebody to be: `found him guilty`.
        VERDICT "verdict",
        /// What somebody does while something goes on: `, as fans chanted`.
        BUSY "busy",
        /// A verb that names who hears it, unless he is its subject: `told that it rained`.
        HEARD "heard",
        /// A verb of whoever hears, with who says it behind "from": `heard from Kerr that`.
        HEARS "hears",
        /// What is told, or not: `but would not say why`.
        UNTOLD "untold",
        /// What somebody has in mind who does something: `in the hope that`.
        HELD "held",
        /// Tells what others have said: `has reportedly left`.
        REPORTEDLY "reportedly",
        /// What a crowd shouts: `chants of “…”`.
        OUTCRY "outcry",
        /// A verb with another bare one behind it: `help pay`.
        BARE "bare",
        /// How a fear or a hope grows or fades: `fears are growing that`.
        GROWTH "growth",
        /// What others have told whoever has it: `has orders to`.
        RECEIVED "received",
        /// What lays down what may be done: `the law requires`.
        LAW "law",
        /// A verb that attributes something to a law alone, or in a heading: `The treaty obliges both`.
        LAID "laid",
        /// A verb whose infinitive says better what is said: `refused to rule out a sale`.
        YIELDS "yields",
        /// Who is somebody's and in no class: `her uncle’s message was short`.
        OWNED "owned",
        /// Before where somebody goes or stands: `marched past the quay`.
        WAY "way",
        /// How news comes: `word reached the camp that`.
        ARRIVES "arrives",
        /// What people come together for: `at a ceremony`.
        OCCASION "occasion",
        /// What others have found out and written down: `the figures show a fall`.
        RECORD "record",
        /// A verb whose object alone says what somebody has in mind: `feared reprisals`.
        MINDS "minds",
        /// A verb with an object only in the past: `offered a truce`, and not `offers a view`.
        ONCE "once",
        /// A participle that as often tells of the noun behind it: `faced repeated warnings`.
        ATTRIBUTIVE "attributive",
        /// A verb that gives what somebody thinks of a thing: `voiced concern`.
        JUDGES "judges",
        /// Before `to know`: `wanted to know`.
        CURIOUS "curious",
        /// A verb whose preposition belongs to what is said: `asked for bread`.
        LEADING "leading",
        /// What comes of something: `to close it, leaving the town without work`.
        EFFECT "effect",
        /// What words are besides what they say: `a swipe at the mayor`.
        ALLUSION "allusion",
        /// What others make of what is said: `drawing boos`.
        REACTION "reaction",
        /// A participle that "has" stands before, and not "is", behind "he" and "she": `he's always said`.
        PERFECT "perfect",
    }
}

/// What may stand after a cue, under the letters of `data/cues.txt`.
pub(crate) mod frame {
    bits! { u32;
        /// beside a quotation, or after a fronted clause.
        BESIDE "q",
        /// a clause.
        CLAUSE "s",
        /// an infinitive.
        INFINITIVE "t",
        /// a gerund.
        GERUND "g",
        /// an object.
        OBJECT "n",
        /// a hearer first.
        HEARER "o",
        /// an object and an infinitive.
        URGE "i",
        /// an object and what it is called.
        CALL "c",
        /// the subject is what it is about.
        RAISE "r",
        /// an object and `as` what it is seen.
        AS "a",
        /// an object and `at` with what it comes to.
        AMOUNT "v",
        /// an object, in a heading.
        HEADING "h",
        /// a clause with "that" alone: `held that it was void`.
        BOUND "b",
        /// the subject is what it is about, of what has been done: `is supposed to have come`.
        DONE "d",
        /// behind "to" and whom, an infinitive: `appealed to the crew to stay`.
        APPEAL "u",
        /// an object only of somebody: `Kerry highlighted the risk`, not `the fall highlighted the risk`.
        MEANT "m",
        /// an object and a verdict on it: `found the clerk guilty`.
        VERDICT "j",
        /// an object that begins with a number: `counted 12 boats`.
        COUNT "k",
        /// an object that begins with "no": `found no trace of it`.
        NONE "e",
        /// an object that begins with an article: `ordered a recount`, and not `ordered soup`.
        LED "l",
    }
}
