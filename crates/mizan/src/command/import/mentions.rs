//! GDELT's mention files: which reports told of an event, and when.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use mizan_public::{MentionRow, Tally, gdelt_mentions};
use mizan_store::{Loader, Moment, Table, Writer, row};

use super::known::Copies;
use super::lines::{Count, Lines, Origin};
use super::some;

/// Mentions of one file.
pub(super) struct Mentions<'a> {
    pub(super) known: &'a Copies,
}

/// Whether a file of GDELT's holds mentions and no events, by its name (`20220105101500.mentions.CSV`) or its first line.
pub(super) fn are(name: &str, head: &[u8]) -> bool {
    gdelt_mentions::begin(head) || name.to_ascii_lowercase().contains(".mentions.")
}

/// The mentions that the store has. Offsets in GDELT's own text, which nobody else has, are not kept: what differs in them alone looks the same.
///
/// # Errors
/// When it cannot be read.
pub(super) fn known(writer: &Writer) -> anyhow::Result<Copies> {
    let text = |column: &str| format!("CAST({column} AS VARCHAR)");
    let [kind, sentence, confidence, length] = ["kind", "sentence", "confidence", "length"].map(text);
    let seen = text("CAST(seen AS BIGINT)");
    Copies::of(writer, &format!("SELECT event, {seen}, {kind}, outlet, url, {sentence}, {confidence}, {length} FROM public_mentions"), 8)
}

impl Lines for Mentions<'_> {
    const TABLE: Table = Table::PublicMentions;

    fn read(&self, part: &[u8], origin: Origin<'_>, loader: &mut Loader, count: &mut Count) -> Result<Tally, mizan_public::Error> {
        gdelt_mentions::read(part, |mention| {
            if is_new(self.known, mention) {
                count.took(loader.add(&stored(mention, origin)));
            } else {
                count.known += 1;
            }
        })
    }
}

fn is_new(known: &Copies, mention: &MentionRow<'_>) -> bool {
    let text = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let [kind, sentence, confidence, length] = [mention.kind, mention.sentence, mention.confidence, mention.length].map(text);
    let seen = moment(mention.seen).0.to_string();
    known.is_new(&[mention.event, &seen, &kind, mention.outlet, mention.url, &sentence, &confidence, &length])
}

fn moment(time: DateTime) -> Moment {
    TimeZone::UTC.to_timestamp(time).map_or(Moment(0), |t| Moment(t.as_microsecond()))
}

fn stored<'r>(mention: &MentionRow<'r>, origin: Origin<'r>) -> row::PublicMention<'r> {
    let whole = |n: Option<u32>| n.map(i64::from);
    row::PublicMention {
        event: mention.event,
        first: moment(mention.first),
        seen: moment(mention.seen),
        kind: whole(mention.kind),
        outlet: some(mention.outlet),
        url: some(mention.url),
        sentence: whole(mention.sentence),
        confidence: whole(mention.confidence),
        length: whole(mention.length),
        tone: mention.tone,
        translation: some(mention.translation),
        file: origin.file,
        run: origin.run,
    }
}
