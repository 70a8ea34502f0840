//! The time expression of an event, with all that stands in its sentence taken into account.
//!
//! It is the one in the event's clause, or else one close behind it, or else the nearest dated one before it in the sentence. Three things
//! keep a date away. A time told of by another one ("three months after", «через несколько дней») rules over the date it is told by. What
//! is planned or only possible never takes its date from beyond another verb or a speaker's word: "said on 23 March that they would stop"
//! does not say when they stop. And the day of "now" is never fetched from another clause.

use jiff::civil::Date;
use mizan_record::{ClaimFound, DateMention, EventFound, Granularity, Interval, Modality};
use mizan_text::{Language, Span};

use super::scan::{Cursor, Tag};
use super::{attach, attribute, by_script, find, lexicon, noun, participle, since};

/// How many bytes behind a trigger a date may begin and still be its own, across the start of a clause ("the mobilisation that was announced in").
const CLOSE: usize = 60;

/// Give back their own days to dates that "since" and a noun govern where the noun is one of the events: "since the expulsion of the
/// ambassador in July" says when he was expelled.
pub fn settle(text: &str, (language, published): (Option<Language>, Option<Date>), dates: &mut [DateMention], triggers: &[Span]) {
    if !dates.iter().any(|date| date.rule == "since") {
        return;
    }
    let language = language.unwrap_or_else(|| by_script(text));
    let cursor = Cursor::new(text, lexicon(language));
    for date in dates.iter_mut().filter(|date| date.rule == "since") {
        let told = since::noun(&cursor, date.span).is_some_and(|noun| triggers.iter().any(|trigger| noun.contains(*trigger)));
        if let Some(alone) =
            told.then(|| find(&text[date.span.start..date.span.end], Some(language), published)).and_then(|f| f.into_iter().next())
        {
            (date.interval, date.rule) = (alone.interval, alone.rule);
        }
    }
}

/// For each event of a sentence, the place of its time expression among the dates. A sentence without events or dates is not read again.
pub fn of_events(
    text: &str,
    when: (Option<Language>, Option<Date>),
    dates: &[DateMention],
    events: &[EventFound],
    claims: &[ClaimFound],
) -> Vec<Option<usize>> {
    if dates.is_empty() || events.is_empty() {
        return vec![None; events.len()];
    }
    let scene = Scene::new(text, when, dates, events, claims);
    events.iter().map(|event| scene.date_of(event)).collect()
}

/// A sentence read.
#[derive(Debug)]
struct Scene<'t> {
    cursor: Cursor<'t>,
    published: Option<Date>,
    dates: &'t [DateMention],
    events: &'t [EventFound],
    claims: &'t [ClaimFound],
    asides: Vec<Span>,
}

impl<'t> Scene<'t> {
    /// Of a sentence and what was found in it.
    fn new(
        text: &'t str,
        (language, published): (Option<Language>, Option<Date>),
        dates: &'t [DateMention],
        events: &'t [EventFound],
        claims: &'t [ClaimFound],
    ) -> Self {
        let cursor = Cursor::new(text, lexicon(language.unwrap_or_else(|| by_script(text))));
        let asides = participle::clauses(&cursor, dates);
        Scene { cursor, published, dates, events, claims, asides }
    }

    /// The place of an event's time expression among the dates. A stretch of many years ("since independence") is taken only when the
    /// sentence has nothing closer.
    fn date_of(&self, event: &EventFound) -> Option<usize> {
        let triggers: Vec<Span> = self.events.iter().map(|e| e.span).collect();
        let free = |n: usize| self.free(n, event);
        let own = attach::nearest(&self.cursor, self.dates, event.span, &triggers, &self.asides, free);
        let exact = |n: &usize| self.dates[*n].interval.is_some_and(within_a_year);
        let ago = |n: usize| self.dates[n].rule == "ago" && self.dates[n].interval.is_some();
        if own.is_some_and(|n| exact(&n) || ago(n) || told_by_another(&self.dates[n])) {
            return own;
        }
        let far = |n: &usize| exact(n) && free(*n) && self.dates[*n].rule != "now" && self.in_reach(self.dates[*n].span, event);
        let behind = |n: &usize| self.close_behind(self.dates[*n].span, event.span);
        let before = |n: &usize| self.dates[*n].span.end <= event.span.start;
        let all = || (0..self.dates.len()).filter(far);
        all().find(behind).or_else(|| all().rfind(before)).or(own)
    }

    /// Whether nothing keeps the time from the event.
    fn free(&self, n: usize, event: &EventFound) -> bool {
        let date = &self.dates[n];
        !noun::owns(&self.cursor, date.span)
            && !attribute::names(&self.cursor, date, event.span)
            && !self.of_another_noun(date, event)
            && (date.interval.is_none() || !(self.ruled(date.span, event) || self.foreign(date, event)))
    }

    /// Whether the date is that of an event which the sentence counts from ("since the expulsion in July"), and not of this one.
    fn of_another_noun(&self, date: &DateMention, event: &EventFound) -> bool {
        let another = |noun: Span| !noun.contains(event.span) && self.events.iter().any(|other| noun.contains(other.span));
        date.rule != "since" && since::noun(&self.cursor, date.span).is_some_and(another)
    }

    fn close_behind(&self, date: Span, trigger: Span) -> bool {
        let close = date.start >= trigger.end && date.start - trigger.end <= CLOSE;
        close && !self.events.iter().any(|e| e.span.start >= trigger.end && e.span.end <= date.start)
    }

    /// Whether a date of another clause may be the event's: never over the edge of a participle clause, and for what did not happen
    /// never over the edge of what somebody says.
    fn in_reach(&self, date: Span, event: &EventFound) -> bool {
        let same = |stretch: Span| stretch.contains(date) == stretch.contains(event.span);
        self.asides.iter().all(|aside| same(*aside)) && (is_fact(event) || self.claims.iter().all(|claim| same(claim.content)))
    }

    /// Whether the date tells when something else was that the event is told by.
    fn ruled(&self, date: Span, event: &EventFound) -> bool {
        self.dates.iter().filter(|other| told_by_another(other)).any(|other| {
            if self.anchored(other.span) {
                // "Three months after Russia invaded in 2022": the date is that of the invasion.
                let anchor = between(other.span, date, event.span);
                other.span.end <= date.start && !anchor && self.unbroken(other.span, date)
            } else {
                // "Was arrested on 5 March and two days later released."
                let over = between(date, event.span, other.span) && date.end <= event.span.start;
                over && !self.side_by_side(date, other.span)
            }
        })
    }

    /// Whether the time is told by what stands behind it: "three months after", «через год после», "بعد ثلاثة أشهر من".
    fn anchored(&self, span: Span) -> bool {
        let next = self.cursor.tokens.partition_point(|token| token.start < span.end);
        let links = ["after", "before", "following", "since", "после", "до", "من", "علي"];
        self.cursor.is(next, &links) || (next > 0 && self.cursor.is(next - 1, &["after", "before", "following"]))
    }

    /// Whether no mark stands between.
    fn unbroken(&self, a: Span, b: Span) -> bool {
        !self.tokens_between(a, b).any(|tag| matches!(tag, Tag::Punct(_) | Tag::Dash))
    }

    /// Whether only marks stand between: "on Tuesday, two days later".
    fn side_by_side(&self, a: Span, b: Span) -> bool {
        self.tokens_between(a, b).all(|tag| matches!(tag, Tag::Punct(_) | Tag::Dash))
    }

    fn tokens_between(&self, a: Span, b: Span) -> impl Iterator<Item = Tag> {
        let (from, to) = gap(a, b);
        self.cursor.tokens.iter().filter(move |token| token.start >= from && token.end <= to).map(|token| token.tag)
    }

    /// Whether the event did not happen and the date, not one to come, stands beyond a word of saying or another verb.
    fn foreign(&self, date: &DateMention, event: &EventFound) -> bool {
        if is_fact(event) || self.to_come(date) {
            return false;
        }
        let said = |claim: &ClaimFound| claim.content.contains(date.span) && claim.content.contains(event.span);
        let beyond = |claim: &&ClaimFound| !claim.cue.overlaps(event.span) && between(date.span, event.span, claim.cue) && !said(claim);
        let cue = self.claims.iter().any(|claim| beyond(&claim));
        // "Plans to meet on Tuesday and visit": both verbs share the time.
        let verb = |other: &&EventFound| between(date.span, event.span, other.span) && other.modality != event.modality;
        cue || self.events.iter().any(|other| verb(&other))
    }

    fn to_come(&self, date: &DateMention) -> bool {
        let first = date.interval.and_then(|at| at.first);
        first.zip(self.published).is_some_and(|(first, published)| first > published)
    }
}

fn is_fact(event: &EventFound) -> bool {
    !matches!(event.modality, Modality::Future | Modality::Hypothetical)
}

/// Whether a mention counts from a time told of, or only up to now: no date of another clause stands in for it.
fn told_by_another(mention: &DateMention) -> bool {
    mention.interval.is_none() && ["later", "so-far"].contains(&mention.rule)
}

fn gap(a: Span, b: Span) -> (usize, usize) {
    if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) }
}

fn between(a: Span, b: Span, what: Span) -> bool {
    let (from, to) = gap(a, b);
    what.start >= from && what.end <= to
}

fn within_a_year(interval: Interval) -> bool {
    let days = interval.first.zip(interval.last).and_then(|(first, last)| last.since(first).ok()).map(|s| s.get_days());
    interval.granularity < Granularity::Era && days.is_some_and(|d| d <= 366)
}

#[cfg(test)]
mod tests;
