//! "Since the start of the campaign on 16 June": a date behind "since" and a noun is where a stretch begins, not the day of what the
//! sentence tells.

use mizan_text::{Language, Span};

use super::scan::{Cursor, Prep, Tag};
use super::time::Time;

/// How many words may stand between "since" and the date.
const REACH: usize = 6;

/// The time at token `i`, from there on where "since" and a noun govern it.
pub(crate) fn govern(c: &Cursor, i: usize, time: Time) -> Time {
    let plain = matches!(time, Time::Day { .. } | Time::Month { .. } | Time::Year(_));
    if plain && governor(c, i).is_some() { Time::Since(Box::new(time)) } else { time }
}

/// The "since" that governs the time at a token by a noun between them.
fn governor(c: &Cursor, i: usize) -> Option<usize> {
    since(c, i).filter(|&at| noun_phrase(c, at + 1, i))
}

/// The words between "since" and the date at a span, where they are a noun that begins with the date.
pub(crate) fn noun(c: &Cursor, date: Span) -> Option<Span> {
    let i = c.tokens.partition_point(|token| token.start < date.start);
    governor(c, i).map(|at| Span::new(c.tokens[at].end, date.start))
}

/// The nearest "since" before a token, with nothing that parts clauses between.
fn since(c: &Cursor, i: usize) -> Option<usize> {
    let from = i.saturating_sub(REACH + 1);
    let inner = |at: &usize| {
        matches!(c.tag(*at), Tag::Other | Tag::Article | Tag::Of | Tag::Event | Tag::Edge(_) | Tag::Independence | Tag::Prep(Prep::In))
    };
    let open = (from..i).rev().take_while(inner).last().unwrap_or(i);
    let at = open.checked_sub(1)?;
    (open < i && c.tag(at) == Tag::Prep(Prep::Since)).then_some(at)
}

/// Whether the words say a thing that began or befell, without a verb.
fn noun_phrase(c: &Cursor, from: usize, to: usize) -> bool {
    match c.lexicon.language {
        // After منذ a clause would begin with أن; "منذ فترة" says nothing to count from.
        Language::Arabic => !c.is(from, &["فترة", "وقت", "زمن", "القدم", "البداية", "البدء"]),
        Language::English => english(c, from, to),
        Language::Russian => russian(c, from, to),
        Language::Kazakh => false,
    }
}

fn english(c: &Cursor, from: usize, to: usize) -> bool {
    let heads = [
        "launch",
        "election",
        "announcement",
        "adoption",
        "introduction",
        "signing",
        "end",
        "fall",
        "death",
        "arrest",
        "creation",
        "appointment",
        "arrival",
        "departure",
        "return",
        "takeover",
        "withdrawal",
        "resumption",
        "assassination",
        "deployment",
    ];
    let verb = |at: usize| {
        let began = ["began", "broke", "came", "went", "took", "fell", "rose", "left", "was", "were", "is", "has", "had"];
        c.is(at, &began) || c.word(at).ends_with("ed")
    };
    let first = from + usize::from(c.tag(from) == Tag::Article || c.is(from, &["his", "her", "its", "their"]));
    let head = |at: usize| at < to && (matches!(c.tag(at), Tag::Event | Tag::Edge(_)) || c.is(at, &heads));
    let Some(head) = [first, first + 1].into_iter().find(|&at| head(at)) else { return false };
    let goes_on = head + 1 == to || matches!(c.tag(head + 1), Tag::Of | Tag::Prep(Prep::In));
    first > from && goes_on && !(from..to).any(verb)
}

/// Russian moves its words freely, so no name may stand there: it could be who acts.
fn russian(c: &Cursor, from: usize, to: usize) -> bool {
    let heads = [
        "начала",
        "момента",
        "запуска",
        "принятия",
        "введения",
        "вступления",
        "подписания",
        "объявления",
        "прихода",
        "избрания",
        "вторжения",
        "старта",
    ];
    c.is(from, &heads) && (from..to).all(|at| !c.upper(at) && c.tag(at) != Tag::Prep(Prep::In))
}
