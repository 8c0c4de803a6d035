//! What a quotation is made of: the result types of this crate.

use crate::evidence::Evidence;
use wirecopy_text::{Span, Spanned};

/// How much of a quotation stands inside quotation marks.
///
/// ```
/// use wirecopy_quote::QuoteKind;
/// assert_eq!(QuoteKind::Mixed.name(), "mixed");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuoteKind {
    /// Every word: `"We agreed," Kerry said.`
    Direct,
    /// Some words: `Kerry said the talks had "made progress".`
    Mixed,
    /// None: `Kerry said the talks went well.`
    Indirect,
}

impl QuoteKind {
    /// The name used in the result's schema: `direct`, `mixed`, `indirect`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// What the cue says was done, so that a reader can keep what was actually said.
///
/// ```
/// use wirecopy_quote::Act;
/// assert_eq!(Act::Attitude.name(), "attitude");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Something was uttered or written: said, told, wrote, tweeted, according to.
    Speech,
    /// Something is held: believes, hopes, fears, supports.
    Attitude,
    /// Something was decided, shown or done: ruled, planned, signalled.
    Other,
}

impl Act {
    /// The name used in the result's schema: `speech`, `attitude`, `other`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Attitude => "attitude",
            Self::Other => "other",
        }
    }
}

/// The rule that made a quotation: how its content was bounded and its speaker found.
///
/// The examples are content in `[…]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum QuoteReason {
    /// `[“We agreed,”] Kerry said.`
    CueAfterMarks,
    /// `[“We agreed,”] said Kerry, who had come from Oslo.`
    InvertedCueAfterMarks,
    /// `Kerry said, [“We agreed.”]`
    CueBeforeMarks,
    /// `[“We agreed,”] Kerry said. [“It took hours.”]`
    SplitMarks,
    /// `Kerry said [that the talks went well].`
    ThatClause,
    /// `Kerry said [the talks went well].`
    BareClause,
    /// `Kerry asked [whether the talks went well].`
    QuestionClause,
    /// `[The talks went well], Kerry said.`
    FrontedClause,
    /// `[The talks], Kerry said, [went well].`
    SplitClause,
    /// `Kerry agreed [to hold talks].`
    Infinitive,
    /// `Kerry criticised [the plan].`
    Object,
    /// `Kerry called [the plan a mistake].`
    Predicate,
    /// `Kerry called for [new talks].`
    Preposition,
    /// `[The talks went well], according to Kerry.`
    AccordingTo,
    /// `[As] Kerry put it, …` and other frames that name a speaker for the clause beside them.
    Aside,
    /// `Kerry: [Talks went well]`
    Colon,
    /// `“[We agreed.]” – Kerry`
    Dash,
    /// `The statement [that talks had failed]…`
    Noun,
    /// A relative clause that the cue governs: `the talks, [which] Kerry said [went well]`.
    Relative,
    /// `[The plan] was criticised as [a mistake]`: the speaker stands after `by`, or nowhere.
    Passive,
    /// A quotation with no cue after a sentence or a paragraph whose speaker goes on. After a paragraph it is
    /// given by whoever resolves speakers, not by this crate.
    FollowUp,
    /// A quotation with no cue behind a sentence that is about who speaks: `Kerry nods. [“We agreed.”]`
    Beat,
    /// Quotation marks around speech, and no speaker found.
    MarksOnly,
}

impl QuoteReason {
    /// A stable lower-case name, for tables and JSON.
    ///
    /// ```
    /// use wirecopy_quote::QuoteReason;
    /// assert_eq!(QuoteReason::ThatClause.name(), "that-clause");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CueAfterMarks => "cue-after-marks",
            Self::InvertedCueAfterMarks => "inverted-cue-after-marks",
            Self::CueBeforeMarks => "cue-before-marks",
            Self::SplitMarks => "split-marks",
            Self::ThatClause => "that-clause",
            Self::BareClause => "bare-clause",
            Self::QuestionClause => "question-clause",
            Self::FrontedClause => "fronted-clause",
            Self::SplitClause => "split-clause",
            Self::Infinitive => "infinitive",
            Self::Object => "object",
            Self::Predicate => "predicate",
            Self::Preposition => "preposition",
            Self::AccordingTo => "according-to",
            Self::Aside => "aside",
            Self::Colon => "colon",
            Self::Dash => "dash",
            Self::Noun => "noun",
            Self::Relative => "relative",
            Self::Passive => "passive",
            Self::FollowUp => "follow-up",
            Self::Beat => "beat",
            Self::MarksOnly => "marks-only",
        }
    }
}

/// Which attributions within what another says are given, each beside the outer one.
///
/// ```
/// use wirecopy_quote::{Nested, QuoteFinder};
/// use wirecopy_token::tokenize;
///
/// let text = "“I hope it holds,” Ana Ruiz said. “They told us that it would.”";
/// let count = |nested| QuoteFinder::new().nested(nested).find(text, &tokenize(text)).len();
/// assert_eq!(count(Nested::None), 1);
/// assert_eq!(count(Nested::Told), 2);
/// assert_eq!(count(Nested::All), 3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Nested {
    /// None, so that each word is said once; what is said is not read a second time, which is faster.
    /// Collections that mark no attribution within another (PolNeAR) are scored by this.
    None,
    /// What a speaker tells of the words of others, and in indirect speech of plans and of what another
    /// thinks: `Ruiz said [Berg had told her that it rained]` has two. The default: these are found
    /// most surely, and say what the outer one does not.
    #[default]
    Told,
    /// Also what speakers themselves, and others in their words, think, hope, want and plan: `“I hope
    /// [it holds],” Ruiz said`.
    All,
}

impl Nested {
    /// Every level, the least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Told, Self::All];

    /// The level's name on the command line and in Python: `none`, `told`, `all`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Told => "told",
            Self::All => "all",
        }
    }
}

/// One quotation: what was said, with which cue, and the span that says who said it.
///
/// Spans are byte offsets into the text that was searched, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// How much stands inside quotation marks.
    pub kind: QuoteKind,
    /// What the cue says was done.
    pub act: Act,
    /// What was said: one span, or several where the cue or a paragraph break splits it. Sorted,
    /// never empty. Quotation marks belong to the span.
    pub content: Vec<Span>,
    /// The words that say that it was said; empty where nothing does.
    pub cue: Vec<Span>,
    /// The words that say who: a name, a pronoun, a description, or two names. `None` where none
    /// is named.
    pub speaker: Option<Span>,
    /// The rule that made it; where weights did, the rule that would have.
    pub reason: QuoteReason,
    /// What weights went by where they, and not the rule alone, decided; `None` without weights, and
    /// where the rules say the same.
    pub evidence: Option<Evidence>,
}

impl Spanned for Quote {
    /// From the first byte of the content to its last.
    fn span(&self) -> Span {
        match self.content.as_slice() {
            [first, .., last] => first.cover(*last),
            [only] => *only,
            [] => Span::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_crosses_threads() {
        fn crosses<T: Send + Sync>() {}
        crosses::<Quote>();
    }

    #[test]
    fn a_split_quote_spans_from_its_first_piece_to_its_last() {
        let quote = Quote {
            kind: QuoteKind::Direct,
            act: Act::Speech,
            content: vec![Span::new(0, 4), Span::new(9, 12)],
            cue: vec![Span::new(5, 8)],
            speaker: None,
            reason: QuoteReason::SplitMarks,
            evidence: None,
        };
        assert_eq!(quote.span(), Span::new(0, 12));
    }
}
