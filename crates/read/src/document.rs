//! From bytes to a document: decode, find the main text, read its head, tell its language, cut it into sections.

use std::collections::BTreeSet;

use jiff::civil::Date;
use mizan_record::{Document, Doubt, Section};
use mizan_text::{Block, Language, Span, Text, blocks, sentences};
use sha2::{Digest, Sha256};

use crate::calendar::DayOfYear;
use crate::page::{self, Metadata, Paragraph};
use crate::{Error, aside, calendar, encoding, head, language};

/// The usual limit for one report, in bytes: twenty million.
pub const LIMIT: usize = 20_000_000;

/// What the caller knows better than the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Day of publication; wins over what the text says.
    pub date: Option<Date>,
    /// Language; wins over what is detected.
    pub language: Option<Language>,
    /// Largest input, in bytes; usually [`LIMIT`].
    pub limit: usize,
}

/// Read a report: plain text or a web page, in any encoding.
///
/// The same bytes, source and options give the same document. `source` is the name of the file or the address; it becomes part of the id.
///
/// # Errors
///
/// When the input is empty, not text, too large, or a page with nothing to read in it. Text alone never fails: what is uncertain about
/// it is said in [`Document::doubts`].
pub fn read(bytes: &[u8], source: &str, options: &Options) -> Result<Document, Error> {
    check(bytes, source, options.limit)?;
    let decoded = encoding::decode(bytes);
    check_text(&decoded.text, source)?;
    let mut draft = if page::is_page(&decoded.text) { Draft::of_page(&decoded.text, source)? } else { Draft::of_text(decoded.text) };
    draft.doubts.splice(0..0, decoded.doubts);
    draft.take_dates();
    draft.take_dateline();
    Ok(draft.finish(source, options))
}

fn check(bytes: &[u8], source: &str, limit: usize) -> Result<(), Error> {
    let origin = source.to_string();
    if bytes.len() > limit {
        return Err(Error::TooLarge { origin, size: bytes.len(), limit });
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Error::Empty { origin });
    }
    match FORMATS.iter().find(|(start, ..)| bytes.starts_with(start)) {
        Some(&(_, kind, hint)) => Err(Error::Binary { origin, kind, hint }),
        None => Ok(()),
    }
}

const UNPACK: &str = "unpack it first and give the files in it";
const AS_TEXT: &str = "save it as text first (`pdftotext`, or your program's \"save as\")";

/// Binary formats that people have reports in.
const FORMATS: [(&[u8], &str, &str); 9] = [
    (b"%PDF-", "a PDF file", AS_TEXT),
    (b"{\\rtf", "an RTF file", AS_TEXT),
    (b"\xD0\xCF\x11\xE0", "an old Word file", AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save an office document as text; unpack an archive"),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a zstd archive", UNPACK),
    (b"\x89PNG", "a picture", "give the text of the report, not a picture of it"),
    (b"\xFF\xD8\xFF", "a picture", "give the text of the report, not a picture of it"),
];

fn check_text(text: &str, source: &str) -> Result<(), Error> {
    let origin = source.to_string();
    let hint = "give a text file or a saved web page";
    if text.contains('\0') {
        return Err(Error::Binary { origin, kind: "binary data (it has NUL bytes)", hint });
    }
    let control = text.bytes().filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    if control * 20 > text.len() {
        return Err(Error::Binary { origin, kind: "binary data (it has many control characters)", hint });
    }
    if text.trim().is_empty() {
        return Err(Error::Empty { origin });
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(Error::NoLetters { origin });
    }
    Ok(())
}

/// The first sixteen hexadecimal digits of the SHA-256 of source and text.
pub(crate) fn id(source: &str, text: &str) -> String {
    let hash = Sha256::new().chain_update(source).chain_update([0]).chain_update(text).finalize();
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A document on its way.
struct Draft {
    text: String,
    /// What is left of the text to be cut into sections.
    blocks: Vec<Block>,
    metadata: Metadata,
    /// The date at the head of the text.
    head: Option<DayOfYear>,
    /// The dateline's place and date.
    dateline: Option<(Span, Option<DayOfYear>)>,
    is_page: bool,
    doubts: Vec<Doubt>,
}

impl Draft {
    fn of_text(text: String) -> Draft {
        let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let found = head::text_head(&text[start..]);
        let start = start + found.map_or(0, |head| head.end);
        let blocks: Vec<Block> =
            blocks(&text[start..]).into_iter().map(|block| Block { span: block.span.shifted(start), heading: block.heading }).collect();
        let title = match &blocks[..] {
            [first, _, ..] if first.heading => Some(one_line(&text[first.span.start..first.span.end])),
            _ => None,
        };
        let metadata = Metadata { title, ..Metadata::default() };
        Draft { text, blocks, metadata, head: found.map(|head| head.date), dateline: None, is_page: false, doubts: Vec::new() }
    }

    fn of_page(html: &str, source: &str) -> Result<Draft, Error> {
        let page = page::read(html);
        if !page.paragraphs.iter().any(|paragraph| paragraph.text.chars().any(char::is_alphabetic)) {
            return Err(Error::NothingLeft { origin: source.to_string() });
        }
        let title = page.metadata.title.iter().map(|title| Paragraph { text: title.clone(), heading: true });
        let mut text = String::new();
        let mut found = Vec::new();
        for paragraph in title.chain(page.paragraphs) {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(&paragraph.text);
            found.push(Block { span: Span::new(start, text.len()), heading: paragraph.heading });
        }
        // A heading that the page only prints in bold still looks like one.
        let looks: BTreeSet<Span> = blocks(&text).into_iter().filter(|block| block.heading).map(|block| block.span).collect();
        for block in found.iter_mut().skip(1) {
            block.heading |= looks.contains(&block.span);
        }
        Ok(Draft { text, blocks: found, metadata: page.metadata, head: None, dateline: None, is_page: true, doubts: page.doubts })
    }

    /// Take dates that stand on lines of their own, or at the head of the first paragraph, out of what will be sections.
    fn take_dates(&mut self) {
        for at in (0..self.blocks.len().min(4)).rev() {
            let Span { start, end } = self.blocks[at].span;
            let line = &self.text[start..end];
            let byline = self.is_page && at > 0 && head::is_byline(line);
            if self.blocks.len() > 1
                && let Some(date) = head::date_line(line).map(Some).or(byline.then_some(None))
            {
                self.head = self.head.or(date);
                self.blocks.remove(at);
            }
        }
        let Some(block) = self.blocks.iter_mut().find(|block| !block.heading) else { return };
        if self.head.is_none()
            && let Some(found) = head::text_head(&self.text[block.span.start..block.span.end])
        {
            self.head = Some(found.date);
            block.span.start += found.end;
        }
    }

    /// Take the dateline off the first paragraph, or the second where the first is a summary.
    fn take_dateline(&mut self) {
        for block in self.blocks.iter_mut().filter(|block| !block.heading).take(2) {
            let Some(found) = head::dateline(&self.text[block.span.start..block.span.end]) else { continue };
            self.dateline = Some((found.place.shifted(block.span.start), found.date));
            self.metadata.outlet = self.metadata.outlet.take().or(found.agency);
            block.span.start += found.end;
            return;
        }
    }

    fn finish(mut self, source: &str, options: &Options) -> Document {
        let published = self.published(options);
        let language = self.language(options);
        self.note_direction();
        let sections = self.sections(language);
        Document {
            id: id(source, &self.text),
            source: source.to_string(),
            outlet: self.metadata.outlet,
            language,
            title: self.metadata.title,
            published,
            dateline: self.dateline.map(|(place, _)| place),
            text: Text::new(self.text),
            sections,
            doubts: self.doubts,
        }
    }

    fn published(&mut self, options: &Options) -> Option<(Date, &'static str)> {
        let dateline = self.dateline.and_then(|(_, date)| date);
        let completed = dateline.and_then(|date| date.date().or_else(|| self.year_from_text(date)));
        let found = [
            (options.date, "flag"),
            (self.metadata.published, "metadata"),
            (self.head.and_then(DayOfYear::date), "text-head"),
            (completed, "dateline"),
        ];
        let found = found.into_iter().find_map(|(date, rule)| Some((date?, rule)));
        if let (Some((date, "dateline")), Some(DayOfYear { year: None, .. })) = (found, dateline) {
            let detail = format!("the dateline has no year; {} is that of the only date in the text shortly before it", date.year());
            self.doubts.push(Doubt { name: "year-from-text", detail });
        }
        if found.is_none() {
            let detail = match dateline {
                Some(date) => format!("the dateline gives day {} of month {} without a year; `--date` can give it", date.day, date.month),
                None => "nothing says when the text was published, so dates like \"yesterday\" stay open; `--date` can say it".into(),
            };
            self.doubts.push(Doubt { name: "no-publication-date", detail });
        }
        found
    }

    /// A dateline's day in the one year in which a full date of the text falls into the month before it.
    fn year_from_text(&self, day: DayOfYear) -> Option<Date> {
        let full = |year| DayOfYear { year: Some(year), ..day }.date();
        let before = |date: Date| full(date.year()).and_then(|full| full.since(date).ok()).map(|span| span.get_days());
        let near = calendar::dates_in(&self.text).into_iter().filter(|&date| before(date).is_some_and(|days| (0..=31).contains(&days)));
        let years: BTreeSet<i16> = near.map(Date::year).collect();
        if years.len() == 1 { full(years.into_iter().next()?) } else { None }
    }

    fn language(&mut self, options: &Options) -> Option<Language> {
        let verdict = language::detect(self.blocks.iter().map(|block| &self.text[block.span.start..block.span.end]));
        let told = options.language.or_else(|| {
            let unclear = verdict.doubts.iter().any(|doubt| doubt.name == "unknown-language");
            self.metadata.language.as_deref().filter(|_| unclear).and_then(Language::from_code)
        });
        let kept = verdict.doubts.into_iter().filter(|doubt| told.is_none() || doubt.name == "mixed-language");
        self.doubts.extend(kept);
        told.or(verdict.language)
    }

    /// Note characters that change the direction of the text: they can make it look other than it is.
    fn note_direction(&mut self) {
        let found = self
            .text
            .chars()
            .filter(|c| matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
        let (mut count, mut kinds) = (0, BTreeSet::new());
        for c in found {
            count += 1;
            kinds.insert(c);
        }
        if count > 0 {
            let kinds: Vec<String> = kinds.into_iter().map(|c| format!("U+{:04X}", u32::from(c))).collect();
            let detail = format!("{count} invisible characters set the direction of the text ({}); they were kept", kinds.join(", "));
            self.doubts.push(Doubt { name: "bidi-controls", detail });
        }
    }

    /// The sentences and headings, without what is no part of the report.
    fn sections(&mut self, language: Option<Language>) -> Vec<Section> {
        let mut sections = Vec::new();
        for (paragraph, block) in self.blocks.iter().enumerate() {
            let text = &self.text[block.span.start..block.span.end];
            let mut push = |span: Span, heading| sections.push(Section { span: span.shifted(block.span.start), heading, paragraph });
            if block.heading {
                push(Span::new(0, text.len()), true);
            } else {
                sentences(text, language).into_iter().for_each(|sentence| push(sentence.span, false));
            }
        }
        let (sections, doubt) = aside::take(&self.text, sections);
        self.doubts.extend(doubt);
        sections
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
