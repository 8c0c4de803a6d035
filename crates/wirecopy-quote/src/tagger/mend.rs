//! What the rules made of a cue mends what the weights made of the same: where its content begins and ends,
//! and which pieces belong to it.

use super::assemble::by_cue;
use crate::begins::clause_begins;
use crate::deeds::is_somebody;
use crate::ends::{
    begins_own, clause_end, ends_sentence, is_aftermath, is_second_of_heading, is_summary,
    opens_clause, opens_contrast, opens_sentence_bound, past_tense_behind,
};
use crate::lexicon::{
    class::{PARTICIPLE, PAST},
    usage,
};
use crate::linking::Draft;
use crate::objects::is_circumstance;
use crate::phrases::{Phrase, chunk_right};
use crate::quote::QuoteReason;
use crate::words::{Tag, Words};

/// Mends the drafts of `tagged` by those of `rules` that have the same cue. A search for each draft.
pub(super) fn mend(words: &Words<'_>, tagged: &mut [Draft], rules: &[Draft]) {
    let rules = by_cue(rules);
    for draft in tagged {
        without_strays(words, draft);
        with_second_that(words, draft);
        let Some(own) = draft.cue else { continue };
        let at = rules.partition_point(|(cue, _)| cue.to <= own.from);
        let found = rules.get(at).filter(|(cue, _)| cue.meets(own));
        draft
            .content
            .iter_mut()
            .for_each(|piece| mend_torn(words, piece, found.map(|found| found.1)));
        let Some((cue, rule)) = found else { continue };
        without_question(words, draft, *cue, rule);
        with_noun(words, draft, rule);
        with_subject(words, draft, *cue, rule);
        with_passive(words, draft, rule);
        with_raised(words, draft, rule);
        with_rest(words, draft, rule);
        with_front(words, draft, rule);
        with_owner(draft, rule);
        without_antecedent(words, draft, rule);
        with_speaker(words, draft, rule);
        extend(words, draft, rule);
        cut_end(words, draft, rule, rules.get(at + 1).map(|(_, next)| *next));
    }
}

/// `[the sale of the town]'s mill`, `[the story of the boat when], after the storm, …`: a piece whose end tears a
/// phrase goes on as the rules do, else to the end of the phrase; a word that only leads on is left out.
fn mend_torn(words: &Words<'_>, piece: &mut Phrase, rule: Option<&Draft>) {
    let last = piece.to - 1;
    // `had no doubt [that] the road was shut`
    if piece.to == piece.from + 1 && words.tag(last) == Tag::That {
        let clause = clause_begins(words, piece.to);
        piece.to = if clause { clause_end(words, piece.to + 1, piece.to) } else { piece.to };
        return;
    }
    let owner = words.tag(piece.to) == Tag::Genitive;
    let leads = matches!(words.tag(last), Tag::Wh | Tag::Subordinator | Tag::Determiner)
        && last > piece.from
        && words.tag(piece.to) != Tag::Stop;
    if words.at(last).quoted || !(owner || leads) {
        return;
    }
    let goes_on =
        rule.and_then(|rule| rule.content.iter().find(|own| own.from <= last && piece.to < own.to));
    piece.to = match goes_on {
        Some(own) => own.to,
        None if owner => chunk_right(words, piece.to + 1).unwrap_or(piece.to),
        None => last,
    };
}

/// `“It rained,” Kerry said, mending [a net that had torn]`: what is not in marks, behind a cue whose
/// quotation in marks stands before it, is no content.
fn without_strays(words: &Words<'_>, draft: &mut Draft) {
    let (Some(first), Some(cue)) = (draft.content.first().copied(), draft.cue) else { return };
    let closed = words.opens_speech(first.from)
        && words.closes_speech(first.to.saturating_sub(1))
        && first.to <= cue.from;
    if closed {
        draft.content.retain(|piece| words.at(piece.from).quoted || piece.to <= cue.from);
    }
    // `It rained, Kerry said, [adding that it would snow]`: another cue.
    let adds = |piece: &Phrase| {
        words.tag(piece.from) == Tag::Gerund && words.has(piece.from, usage::SAYING)
    };
    draft.content.retain(|piece| piece.from == first.from || !adds(piece));
}

/// `Asked whether [it would rain], Kerry said [it was up to others]`: what the rules give to a cue as a
/// clause behind it has no other part in front.
fn without_question(words: &Words<'_>, draft: &mut Draft, cue: Phrase, rule: &Draft) {
    let behind = matches!(
        rule.reason,
        QuoteReason::BareClause
            | QuoteReason::ThatClause
            | QuoteReason::Object
            | QuoteReason::Infinitive
    );
    let meets = |piece: &Phrase| rule.content.iter().any(|ruled| ruled.meets(*piece));
    if behind
        && rule.content.iter().all(|piece| piece.from >= cue.to)
        && draft.content.iter().any(meets)
    {
        let end = draft.cue.map_or(0, |own| own.to);
        draft.content.retain(|piece| piece.from >= end || words.at(piece.from).quoted);
    }
}

/// `“No,” was Kerry's answer`, `shouts of [“Name them!”] from the benches`: what a noun names in marks, and whose it is.
fn with_noun(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let ([marks], Some(cue)) = (rule.content.as_slice(), rule.cue) else { return };
    let outcry = words.has(cue.from, usage::OUTCRY);
    let marked = rule.reason == QuoteReason::Noun
        && words.pair_at(marks.from).is_some_and(|pair| pair.open == words.at(marks.from).span)
        && words.pair_at(marks.from).is_some_and(|pair| words.index_at(pair.end) == marks.to);
    if marked
        && (outcry || rule.speaker.is_some())
        && draft.content.iter().any(|own| own.meets(*marks))
    {
        draft.content = vec![*marks];
        draft.speaker = rule.speaker;
    }
}

/// `a sum which Kerry said [was too high]`: what "which" goes back to is not said.
fn without_antecedent(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let ([which, rest], Some(cue)) = (rule.content.as_slice(), rule.cue) else { return };
    let relative = rule.reason == QuoteReason::Relative
        && which.to == which.from + 1
        && words.tag(which.from) == Tag::Wh
        && rest.from >= cue.to;
    if relative && draft.content.iter().any(|piece| piece.meets(*rest)) {
        draft.content.retain(|piece| piece.to > which.from);
    }
}

/// `[The bridge] is expected [to close]`: where weights give the end of what is expected, its subject
/// belongs to it, and is not who expects it.
fn with_subject(words: &Words<'_>, draft: &mut Draft, cue: Phrase, rule: &Draft) {
    let ([subject, _], [rest]) = (rule.content.as_slice(), draft.content.as_slice()) else {
        return;
    };
    let own = draft.cue.unwrap_or(cue);
    let raised = rule.reason == QuoteReason::Passive
        && rule.speaker.is_none()
        && words.tag(subject.to - 1) != Tag::Wh
        && rest.from >= own.to
        && subject.to <= own.from.max(cue.from);
    if !raised {
        return;
    }
    let sentence = |phrase: Phrase| words.at(phrase.from).sentence;
    draft.speaker = draft
        .speaker
        .filter(|speaker| sentence(*speaker) == sentence(own) && !speaker.meets(*subject));
    draft.content.insert(0, *subject);
}

/// `was hailed by Kerry as [a start]`, `[The mill] was hailed [as a start] by Kerry`: who is named behind "by" is no
/// content, and what he calls it is, where the weights have only the subject; `heard from Kerry [that it rained]`.
fn with_passive(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let Some(speaker) = rule.speaker else { return };
    let lead = speaker.from.wrapping_sub(1);
    if rule.reason == QuoteReason::ThatClause && words.is(lead, &["from"]) {
        draft.speaker = Some(speaker);
    }
    // `[He left], as he had promised to do`
    let meets = |piece: &Phrase| rule.content.iter().any(|ruled| ruled.meets(*piece));
    if rule.reason == QuoteReason::Aside && !draft.content.iter().any(meets) {
        draft.content.clone_from(&rule.content);
    }
    // `The deal [analysts] say could`
    let longer = draft.speaker.is_some_and(|who| who.from < speaker.from && who.to == speaker.to);
    if rule.reason == QuoteReason::Relative && longer {
        draft.speaker = Some(speaker);
    }
    if rule.reason != QuoteReason::Passive || !words.is(lead, &["by"]) {
        return;
    }
    for piece in &mut draft.content {
        if (piece.from == lead || piece.from == speaker.from) && speaker.to < piece.to {
            piece.from = speaker.to;
        }
        if piece.from < lead
            && speaker.to <= piece.to
            && draft.speaker.is_none_or(|who| who == speaker)
        {
            piece.to = lead;
            draft.speaker = Some(speaker);
        }
    }
    let ([own], [subject, rest]) = (draft.content.as_slice(), rule.content.as_slice()) else {
        return;
    };
    if own.meets(*subject) && rest.from >= subject.to && !own.meets(*rest) {
        draft.content.push(*rest);
    } else if own.meets(*rest) && !own.meets(*subject) && subject.to <= rest.from {
        draft.content.insert(0, *subject);
    }
}

/// `Kerry ignored [demands by the crew for] a raise`: weights whose cue takes in who demands it.
fn with_owner(draft: &mut Draft, rule: &Draft) {
    // `[Fears] are growing that`: the cue itself is nobody.
    let nobody = rule.reason == QuoteReason::Noun && rule.speaker.is_none();
    if nobody && rule.cue.zip(draft.speaker).is_some_and(|(own, who)| own.meets(who)) {
        draft.cue = rule.cue;
        draft.speaker = None;
    }
    let (Some(cue), Some(owner), Some(own)) = (draft.cue, rule.speaker, rule.cue) else { return };
    let holds = cue.holds(owner) && cue.holds(own) && !own.holds(owner);
    if rule.reason == QuoteReason::Noun && holds {
        draft.cue = Some(own);
        draft.speaker = Some(owner);
    }
}

/// `[The plan would], in Kerry's view, [fail]`: what stands before a source in the middle belongs to what stands
/// behind it.
fn with_front(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let ([front, rest], [piece]) = (rule.content.as_slice(), draft.content.as_slice()) else {
        return;
    };
    // `[In May], Kerr says, [the road was shut]`
    let split = rule.reason == QuoteReason::SplitClause
        && front.to - front.from < rest.to - rest.from
        && !(front.from..front.to).any(|at| words.tag(at).is_finite());
    let splits = split || rule.reason == QuoteReason::AccordingTo;
    if splits && piece.meets(*rest) && !piece.meets(*front) {
        draft.content.insert(0, *front);
    }
}

/// `[The talks], Kerr said, [have failed]`: what waits for its verb has it behind the cue.
fn with_rest(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let ([front, rest], [own]) = (rule.content.as_slice(), draft.content.as_slice()) else {
        return;
    };
    let split = matches!(
        rule.reason,
        QuoteReason::AccordingTo | QuoteReason::SplitClause | QuoteReason::Aside
    );
    // `[A deal, it is hoped, will be signed]`: the cue is no part of it.
    if split && draft.cue.is_some_and(|cue| own.from < cue.from && cue.to < own.to) {
        draft.content.clone_from(&rule.content);
        return;
    }
    let waits = (own.from..own.to).all(|at| !words.tag(at).is_finite() && !words.at(at).quoted);
    if split
        && waits
        && own.meets(*front)
        && own.to <= rest.from
        && words.tag(rest.from).is_finite()
    {
        draft.content.push(*rest);
    }
}

/// `[Kerr] is expected [to say that it rained]`: where weights make one cue of `is expected to say`, the rules' stands.
fn with_raised(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    // `refused [to rule out a sale]`
    let yields = draft.cue.zip(rule.cue).is_some_and(|(own, cue)| {
        let inside = draft.content.first().is_some_and(|first| first.from < cue.to);
        own.from == cue.from && own.to < cue.to && inside && words.has(own.to - 1, usage::YIELDS)
    });
    if yields {
        draft.cue = rule.cue;
        draft.content.clone_from(&rule.content);
    }
    let [_, rest] = rule.content.as_slice() else { return };
    let longer = draft.cue.is_some_and(|cue| cue.to > rest.from);
    if rule.reason == QuoteReason::Passive && rule.speaker.is_none() && longer {
        draft.cue = rule.cue;
        draft.content.clone_from(&rule.content);
        draft.speaker = None;
    }
}

/// `said [that in May]`, of `[that in May, the road would close]`, and `said [the car stopped in Tarn]`, of
/// `[the car stopped in Tarn, in the west, and burnt]`: weights that stop at the comma of an aside, or before
/// the clause has had its verb, go on as the rules do.
fn extend(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let clause = matches!(
        rule.reason,
        QuoteReason::BareClause | QuoteReason::ThatClause | QuoteReason::QuestionClause
    );
    let ([piece], Some(ruled)) = (draft.content.as_mut_slice(), rule.content.first()) else {
        return;
    };
    // `says [over] forty were lost`, `says [up to] forty`: the clause begins with how many.
    let counted = ruled.from < piece.from
        && (ruled.from..piece.from).all(|at| words.tag(at) == Tag::Preposition)
        && words.tag(piece.from) == Tag::Number;
    if clause && counted {
        piece.from = ruled.from;
    }
    let shorter = piece.from.abs_diff(ruled.from) <= 1 && piece.to < ruled.to;
    if shorter && goes_on(words, *piece, rule.reason) {
        piece.to = ruled.to;
        return;
    }
    if !clause || !shorter {
        return;
    }
    let half = is_half(words, *piece, *ruled);
    if half || is_halfway(words, *piece, rule) {
        piece.to = ruled.to;
        return;
    }
    if !matches!(words.tag(piece.to), Tag::Comma | Tag::Dash) {
        return;
    }
    let next = piece.to + 1;
    let aside = match words.tag(next) {
        Tag::Preposition => !words.has(next, usage::BINDING) && !is_circumstance(words, next),
        Tag::Finite | Tag::Participle => {
            words.at(next).entry.is(PARTICIPLE)
                && matches!(words.tag(next + 1), Tag::Time | Tag::Preposition)
        }
        _ => false,
    };
    let open = !(piece.from..piece.to).any(|at| words.tag(at).is_finite())
        || opens_clause(words, piece.from.min(ruled.from), piece.to);
    if open || aside {
        piece.to = ruled.to;
    }
}

/// Whether content in which the rules go on behind `piece` cannot end there.
fn goes_on(words: &Words<'_>, piece: Phrase, reason: QuoteReason) -> bool {
    let (next, last) = (piece.to + 1, words.before(piece.to, 1));
    match words.tag(piece.to) {
        // `rejected [reports] that it was sold`
        Tag::That => reason == QuoteReason::Object && last.entry.noun.is_some(),
        // `holds 300 shares[, including 20 bought in May]`
        Tag::Comma if words.is(next, &["including", "or"]) => true,
        // `plans to cut the pending[, two-part loan]`, `to raise fees[, currently low,] to a pound`
        Tag::Comma if reason == QuoteReason::Infinitive => {
            last.tag == Tag::Adjective && words.tag(next) == Tag::Adjective
                || words.is(next, &["currently"])
        }
        _ => false,
    }
}

/// `said [it was safe], but that nobody came`: a second clause with `that` is said, too.
fn with_second_that(words: &Words<'_>, draft: &mut Draft) {
    let ([piece], Some(cue)) = (draft.content.as_mut_slice(), draft.cue) else { return };
    let clause = matches!(
        draft.reason,
        QuoteReason::BareClause | QuoteReason::ThatClause | QuoteReason::AccordingTo
    );
    let clause = clause && (piece.from..piece.to).any(|at| words.tag(at).is_finite());
    let joins = piece.to + usize::from(words.tag(piece.to) == Tag::Comma);
    let that = joins + 1;
    let begins = words.tag(joins) == Tag::Coordinator
        && words.is(that, &["that"])
        && words.tag(that + 1) != Tag::Noun
        && words.tag(that + 1).begins_phrase()
        && clause_begins(words, that + 1);
    if clause && piece.from >= cue.to && !words.at(piece.to).quoted && begins {
        piece.to = clause_end(words, that + 1, that);
    }
}

/// `[the boats sail] for Tarn on Monday and on Friday, with a third at Easter`: whether weights have less than
/// half of what the rules have, and do not stop where something else begins.
fn is_half(words: &Words<'_>, piece: Phrase, ruled: Phrase) -> bool {
    let next = piece.to + usize::from(words.tag(piece.to) == Tag::Comma);
    let tag = words.tag(next);
    let seam = tag.is_break()
        || tag.is_finite()
        || matches!(tag, Tag::Coordinator | Tag::Subordinator | Tag::Gerund)
        || words.has(next, usage::BINDING)
        || words.is(next, &["a", "an"]);
    !seam && (piece.to - piece.from) * 2 < ruled.to - ruled.from
}

/// Whether a clause cannot end where `piece` does: `[both towns want] and expect a bridge`, `[it has to close]
/// and move`, `[Kerr, who owns the mill], will sell it`, `[three rooms — one large], two small — were lost`.
fn is_halfway(words: &Words<'_>, piece: Phrase, rule: &Draft) -> bool {
    let (end, next) = (piece.to, words.tag(piece.to));
    let inside = |wanted: Tag| (piece.from..end).filter(move |&at| words.tag(at) == wanted);
    let coordinated = next == Tag::Coordinator
        && (words.tag(end + 1) == Tag::Base
            || words.tag(end + 1).is_finite() && words.tag(end - 1) == Tag::Finite);
    let relates = rule.speaker.is_some_and(|who| words.tag(who.to.saturating_sub(1)) == Tag::Wh);
    let aside = next == Tag::Comma
        && matches!(words.tag(end + 1), Tag::Finite | Tag::Modal | Tag::Be | Tag::Have)
        && inside(Tag::Wh).any(|at| words.tag(at - 1) == Tag::Comma && at > piece.from + 1)
        && !relates;
    let dashed = next == Tag::Comma && inside(Tag::Dash).count() == 1;
    // `[Kerr resigned] as head of the mill`
    let role = words.is(end, &["as"])
        && words.tag(end + 1).begins_phrase()
        && !clause_begins(words, end + 1);
    coordinated || aside || dashed || role
}

/// `Said Lund, [“It rained.”]`: where weights take who speaks, or a quotation that a stop has closed before,
/// for what is said, the rules' reading stands.
fn with_speaker(words: &Words<'_>, draft: &mut Draft, rule: &Draft) {
    let (Some(first), Some(cue)) = (draft.content.first(), rule.cue) else { return };
    let inside =
        rule.speaker.is_some_and(|speaker| first.from == speaker.from && speaker.to < first.to);
    let before = words.at(cue.from).capital && first.to <= cue.from;
    if rule.reason == QuoteReason::CueBeforeMarks && (inside || before) {
        draft.content.clone_from(&rule.content);
        draft.speaker = rule.speaker;
        draft.reason = rule.reason;
    }
}

/// `conceded defeat | in a telephone call`: an object ends where the rules end it for what tells when or
/// how; `said it was his, | and the police found it`: behind the end stands who has said the next.
fn cut_end(words: &Words<'_>, draft: &mut Draft, rule: &Draft, next: Option<&Draft>) {
    // What is expected stands behind its subject.
    let raised = rule.reason == QuoteReason::Passive && rule.content.len() == draft.content.len()
        || rule.reason == QuoteReason::Relative && draft.content.len() <= rule.content.len();
    let (piece, ruled) = match raised {
        true => (draft.content.last_mut(), rule.content.last()),
        false => (draft.content.first_mut(), rule.content.first()),
    };
    let (Some(piece), Some(ruled)) = (piece, ruled) else { return };
    let own = draft.cue.unwrap_or(*ruled);
    let longer = piece.from.abs_diff(ruled.from) <= 1 && ruled.to < piece.to;
    if !longer || words.at(ruled.to).quoted {
        return;
    }
    let next = next.filter(|next| next.cue.is_some_and(|cue| cue.from <= piece.to));
    // `reported a loss, | citing the cost of fuel`
    let cites = next.and_then(|next| next.cue).is_some_and(|cue| {
        cue.from == ruled.to + 1
            && words.tag(ruled.to) == Tag::Comma
            && words.tag(cue.from) == Tag::Gerund
    });
    // Of what is expected the subject stands there: `to close | and two are expected to move`.
    let subject = |next: &Draft| next.speaker.or_else(|| next.content.first().copied());
    let another = next
        .and_then(subject)
        .is_some_and(|next| ruled.to < next.from && next.from <= ruled.to + 2);
    // `promised a bridge | during his visit`
    let during = words.is(ruled.to, &["during"])
        || words.is(ruled.to, &["when"]) && past_tense_behind(words, ruled.to + 1);
    let on = words.is(ruled.to, &["on"]) && words.tag(ruled.to + 1) == Tag::Time;
    let dated = on || words.tag(ruled.to) == Tag::Time;
    let circumstance = during || is_circumstance(words, ruled.to);
    let circumstance = match rule.reason {
        QuoteReason::Object => circumstance,
        QuoteReason::Predicate => circumstance || dated,
        _ => false,
    };
    // `said it was sold, | a sign that trade has held up`
    let comma = usize::from(words.tag(ruled.to) == Tag::Comma);
    let summary = is_summary(words, ruled.to + comma);
    // `was keen to stay | but that they wanted her gone`
    let other = words.tag(ruled.to) == Tag::Coordinator && words.is(ruled.to + 1, &["that"]);
    // `ruled [that] | out`
    let parted = rule.reason == QuoteReason::Object
        && ruled.to == ruled.from + 1
        && piece.to == ruled.to + 1
        && words.is(ruled.from, &["it", "this", "that", "them"]);
    let other = other || parted;
    if another
        || cites
        || circumstance
        || summary
        || other
        || meets_main_clause(words, *ruled, rule)
        || is_seam(words, own, rule)
    {
        piece.to = ruled.to;
    }
}

/// Whether behind `ruled`, what `rule` attributes, the clause goes on that its cue stands within or in front of.
fn meets_main_clause(words: &Words<'_>, ruled: Phrase, rule: &Draft) -> bool {
    let comma = words.tag(ruled.to) == Tag::Comma;
    // `Police, who say [she was freed], are looking for two men`
    let gerund = |cue: Phrase| {
        words.tag(cue.from) == Tag::Gerund && words.before(cue.from, 1).tag == Tag::Comma
    };
    let relates = |who: Phrase| words.tag(who.to.saturating_sub(1)) == Tag::Wh;
    let relative = (rule.speaker.is_some_and(relates) || rule.cue.is_some_and(gerund))
        && comma
        && words.tag(ruled.to + 1).is_finite();
    // `chanting “Out! Out!” | blocked the road`
    let marks = rule.reason == QuoteReason::CueBeforeMarks
        && words.closes_speech(ruled.to - 1)
        && words.tag(ruled.to).is_finite()
        && ends_sentence(words, ruled.to);
    // `Citing a lack of proof, | the panel dropped the case`
    let opens =
        |cue: Phrase| words.tag(cue.from) == Tag::Gerund && words.sentence(cue.from).0 == cue.from;
    let opening = comma
        && rule.cue.is_some_and(opens)
        && rule.speaker.is_some_and(|speaker| speaker.from == ruled.to + 1);
    // `Kerr's plan to close it | failed`, `Those who say it is safe | are wrong`
    let behind = words.tag(ruled.to).is_finite()
        || words.tag(ruled.to) == Tag::Participle && words.at(ruled.to).entry.is(PAST);
    let main = behind && (rule.reason == QuoteReason::Noun || rule.speaker.is_some_and(relates));
    relative || marks || opening || main
}

/// Whether something begins behind the content of `rule` that is not said: what went on meanwhile, the clause that
/// one in front waits for, what is not told (`but would not say why`), or what the paper sets against it.
fn is_seam(words: &Words<'_>, cue: Phrase, rule: &Draft) -> bool {
    let Some(last) = rule.content.last() else { return false };
    let comma = words.tag(last.to) == Tag::Comma;
    let dated = words.is(last.to, &["on"]) && words.tag(last.to + 1) == Tag::Time;
    let when = last.to + if dated { 2 } else { 0 };
    let meanwhile = words.is(when, &["as", "after"]) && past_tense_behind(words, when + 1)
        || words.is(when, &["when"]) && words.has(when + 1, usage::REACHED);
    let waits = comma && opens_sentence_bound(words, cue.from) && clause_begins(words, last.to + 1);
    // `Under a law, which forbids [shops to open], owners pay`
    let relates = rule.speaker.is_some_and(|who| words.tag(who.to.saturating_sub(1)) == Tag::Wh);
    let under = words.tag(words.sentence(cue.from).0) == Tag::Preposition;
    let waits = waits || comma && relates && under && words.tag(last.to + 1).begins_phrase();
    // `agreed to lend it money, and the union stepped in`
    let coordinated = words.tag(last.to + 1) == Tag::Coordinator;
    let own = rule.reason == QuoteReason::Infinitive
        && begins_own(words, last.from, last.to, coordinated);
    let not = (last.to + 1..last.to + 4).find(|&at| words.tag(at) == Tag::Negation);
    let silent =
        words.is(last.to, &["but"]) && not.is_some_and(|not| words.has(not + 1, usage::UNTOLD));
    let contrast = comma
        && (opens_contrast(words, last.to + 1)
            || rule.speaker.is_none_or(|who| !is_somebody(words, who))
                && words.is(last.to + 1, &["but", "yet"])
                && clause_begins(words, last.to + 2));
    let whose =
        rule.speaker.is_some_and(|who| (who.from..who.to).any(|at| words.is(at, &["whose"])));
    let aside = whose && comma && words.tag(last.to + 1).is_finite();
    // `hopes to walk | and is learning to swim`
    let verb = (last.to + 1..last.to + 3).find(|&at| words.tag(at) != Tag::Adverb);
    let second = words.tag(last.from) == Tag::To
        && words.tag(last.to) == Tag::Coordinator
        && verb.is_some_and(|verb| words.tag(verb).is_auxiliary());
    // `The deal analysts say could change it | was signed`
    let reduced = rule.reason == QuoteReason::Passive && rule.content.len() == 1;
    let relates = rule.reason == QuoteReason::Relative;
    let main = (relates || reduced || whose) && words.tag(last.to).is_finite();
    // `The plan, which Kerr called [madness], was approved`
    let which = rule.speaker.is_some_and(|who| {
        words.tag(who.from.wrapping_sub(1)) == Tag::Wh
            && words.before(who.from, 2).tag == Tag::Comma
    });
    let aside = aside || (relates || which) && comma && words.tag(last.to + 1).is_finite();
    let listed = is_second_of_heading(words, last.from, last.to)
        || comma && is_aftermath(words, last.to + 1);
    meanwhile || listed || waits || own || silent || contrast || aside || second || main
}
