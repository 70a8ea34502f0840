//! One row an event, for spreadsheets and statistics.

use mizan_record::{Claim, Event, EventDate, Mention, Report};

use super::shape::{id, measure, probability};

/// The columns of the table, in order, and what they hold. Several actors in one cell are parted by `; ` and stand in the same order in
/// the columns of their side.
pub const COLUMNS: [(&str, &str); 38] = [
    ("document", "id of the document"),
    ("source_file", "the file name or address it came from"),
    ("outlet", "the outlet; empty when unknown"),
    ("language", "ISO 639-1 code; empty when unknown"),
    ("published", "day of publication, ISO 8601; empty when unknown"),
    ("event", "id of the event within the document"),
    ("class", "PLOVER class"),
    ("quad", "quarter of cooperation and conflict"),
    ("cameo", "CAMEO root, two digits"),
    ("intensity", "-10 to 10"),
    ("modality", "actual, historical, future, hypothetical or negated"),
    ("source", "names of those who act"),
    ("source_key", "their stable keys"),
    ("source_country", "their country codes"),
    ("source_sector", "their sectors"),
    ("target", "names of those acted upon"),
    ("target_key", "their stable keys"),
    ("target_country", "their country codes"),
    ("target_sector", "their sectors"),
    ("date_first", "first day; empty when open or unknown"),
    ("date_last", "last day; empty when open or unknown"),
    ("date_granularity", "day, week, month, quarter, year or era"),
    ("date_rule", "the rule that gave the date; publication-date means that the text has none of its own"),
    ("claim", "id of the innermost claim the event stands in; when set, the event is somebody's word and not the report's"),
    ("claim_kind", "statement, opinion, forecast, belief or allegation"),
    ("claim_speaker", "name of the speaker; empty when none is named"),
    ("claim_speaker_country", "the speaker's country code"),
    ("claim_speaker_carried", "true when the sentence names no speaker and an earlier one was carried over"),
    ("claim_quote", "what is said"),
    ("quote", "the words that state the event"),
    ("sentence", "number of their sentence, counted from 1"),
    ("byte_start", "first UTF-8 byte of the words in the document's text"),
    ("byte_end", "one past the last byte"),
    ("char_start", "first Unicode scalar value"),
    ("char_end", "one past the last one"),
    ("confidence", "probability that the event is right, 0 to 1"),
    ("made_by", "model version or rule"),
    ("rules", "rules that changed it afterwards"),
];

/// The events of a report as a table with a header, in UTF-8, by RFC 4180. The columns are [`COLUMNS`].
///
/// A text cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe
/// before it; numbers do not.
pub fn csv(report: &Report) -> String {
    table(std::iter::once(COLUMNS.map(|(name, _)| name.to_owned()).to_vec()).chain(rows(report)))
}

/// The same without the header, to follow another report's table.
pub fn csv_rows(report: &Report) -> String {
    table(rows(report))
}

fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row).expect("rows are equally long and memory takes them");
    }
    let bytes = writer.into_inner().expect("memory takes what is left");
    String::from_utf8(bytes).expect("cells are UTF-8")
}

fn rows(report: &Report) -> impl Iterator<Item = Vec<String>> {
    report.events.iter().enumerate().map(|(at, event)| row(report, at, event))
}

fn row(report: &Report, at: usize, event: &Event) -> Vec<String> {
    let document = &report.document;
    let mut row = vec![
        text(&document.id),
        text(&document.source),
        text(document.outlet.as_deref().unwrap_or("")),
        text(document.language.map_or("", |l| l.code())),
        document.published.map_or_else(String::new, |(day, _)| day.to_string()),
        id('e', at),
        text(event.class.name()),
        text(event.class.quad().name()),
        text(event.cameo),
        measure(event.intensity).to_string(),
        text(event.modality.name()),
    ];
    row.extend(side(report, &event.sources));
    row.extend(side(report, &event.targets));
    row.extend(date(event.date.as_ref()));
    row.extend(claim(report, event.claims.first().copied()));
    let evidence = &event.evidence;
    row.push(text(&evidence.quote));
    row.extend(
        [evidence.sentence, evidence.span.start, evidence.span.end, evidence.chars.start, evidence.chars.end].map(|n| n.to_string()),
    );
    row.push(probability(event.origin.confidence).to_string());
    row.push(text(&event.origin.by));
    row.push(text(&event.origin.rules.join("; ")));
    row
}

/// Names, keys, countries and sectors of one side.
fn side(report: &Report, mentions: &[usize]) -> [String; 4] {
    let mentions: Vec<&Mention> = mentions.iter().filter_map(|&m| report.mentions.get(m)).collect();
    let all = |of: &dyn Fn(&Mention) -> String| text(&mentions.iter().map(|m| of(m)).collect::<Vec<_>>().join("; "));
    let key = |m: &Mention| report.actors.get(m.actor).map_or_else(String::new, |a| a.identity.key.clone());
    [all(&|m| name(report, m)), all(&key), all(&|m| m.country.clone()), all(&|m| m.sector.code().to_owned())]
}

fn name(report: &Report, mention: &Mention) -> String {
    report.actors.get(mention.actor).map_or_else(|| mention.evidence.quote.clone(), |actor| actor.identity.name.clone())
}

fn date(date: Option<&EventDate>) -> [String; 4] {
    let Some(date) = date else { return Default::default() };
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
    [day(date.interval.first), day(date.interval.last), text(date.interval.granularity.name()), text(date.rule)]
}

fn claim(report: &Report, number: Option<usize>) -> [String; 6] {
    let Some((number, claim)) = number.and_then(|n| Some((n, report.claims.get(n)?))) else { return Default::default() };
    let speaker = speaker(report, claim);
    [
        id('c', number),
        text(claim.kind.name()),
        text(&speaker.map_or_else(String::new, |m| name(report, m))),
        text(speaker.map_or("", |m| m.country.as_str())),
        text(if claim.speaker.is_none() && claim.carried_speaker.is_some() { "true" } else { "false" }),
        text(&claim.content.quote),
    ]
}

fn speaker<'r>(report: &'r Report, claim: &Claim) -> Option<&'r Mention> {
    claim.speaker.or(claim.carried_speaker).and_then(|m| report.mentions.get(m))
}

/// A text cell that no spreadsheet runs. The signs are OWASP's ("CSV Injection"), with their full-width forms.
fn text(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs { format!("'{cell}") } else { cell.to_owned() }
}
