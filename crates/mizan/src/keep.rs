//! A report as rows of the store.

mod records;

use mizan_annotate::lexicon::Lexicon;
use mizan_record::{Aspect, Document, Report};
use mizan_store::row;
use mizan_store::{Error, Writer};

/// What is known of a document beside what was read in it.
pub struct About<'d> {
    /// The story it belongs to.
    pub story: &'d str,
    /// What the story was recognised by.
    pub likeness: &'d [u8],
    /// Where it was found, as it is shown: a file, or a place in one.
    pub source: &'d str,
    /// Its address on the web, when its file named one.
    pub url: Option<&'d str>,
    /// The model that read it.
    pub model: &'d str,
    /// The run that adds it.
    pub run: i64,
}

/// The country of a document's outlet: by the outlet's name or key in any case (`Tengrinews`, `1tv`), or by the host of its address.
pub fn outlet_country<'l>(lexicon: &'l Lexicon, outlet: Option<&str>, url: Option<&str>) -> Option<&'l str> {
    let by_name = || lexicon.describe(outlet?, None, None).filter(|m| m.best().aspect == Aspect::Media).map(|m| m.best().country());
    let by_key = || lexicon.actor(&outlet?.to_lowercase()).filter(|a| a.sector.code() == "MED").map(|a| a.country.as_str());
    let host = || url?.split_once("//")?.1.split(['/', ':', '?']).next();
    let country = by_name().or_else(by_key).or_else(|| lexicon.outlet(host()?).map(|a| a.country.as_str()));
    country.filter(|c| !c.is_empty())
}

/// Add a report's rows to the version under way.
///
/// # Errors
/// When rows had to be written to disk, and could not be.
pub fn report(writer: &mut Writer, report: &Report, about: &About<'_>, lexicon: &Lexicon) -> Result<(), Error> {
    let document = &report.document;
    let country = outlet_country(lexicon, document.outlet.as_deref(), about.url);
    writer.add(&self::document(document, about, country))?;
    sentences(writer, document, about.run)?;
    records::all(writer, report, about, country, lexicon)?;
    for doubt in document.doubts.iter().chain(&report.doubts) {
        writer.add(&row::Doubt {
            document: Some(&document.id),
            source: about.source,
            name: doubt.name,
            detail: &doubt.detail,
            count: 1,
            run: about.run,
        })?;
    }
    Ok(())
}

fn document<'d>(document: &'d Document, about: &About<'d>, country: Option<&'d str>) -> row::Document<'d> {
    row::Document {
        document: &document.id,
        story: about.story,
        source: about.source,
        url: about.url,
        outlet: document.outlet.as_deref(),
        outlet_country: country,
        language: document.language.map(|l| l.code()),
        title: document.title.as_deref(),
        published: document.published.map(|(day, _)| day),
        published_rule: document.published.map(|(_, rule)| rule),
        text: document.text.as_str(),
        sentences: document.sections.len() as i64,
        likeness: about.likeness,
        model: about.model,
        run: about.run,
    }
}

fn sentences(writer: &mut Writer, document: &Document, run: i64) -> Result<(), Error> {
    for (at, section) in document.sections.iter().enumerate() {
        let chars = document.text.chars(section.span);
        writer.add(&row::Sentence {
            document: &document.id,
            sentence: at as i64 + 1,
            byte_start: section.span.start as i64,
            byte_end: section.span.end as i64,
            char_start: chars.start as i64,
            char_end: chars.end as i64,
            heading: section.heading,
            paragraph: section.paragraph as i64,
            run,
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_by_name_key_or_host() {
        let lexicon = Lexicon::shipped();
        let country = |outlet, url| outlet_country(&lexicon, outlet, url);
        assert_eq!(country(Some("Tengrinews"), None), Some("KAZ"));
        assert_eq!(country(Some("tengrinews"), None), Some("KAZ"));
        assert_eq!(country(Some("1tv"), None), Some("RUS"));
        assert_eq!(country(Some("csto"), None), None);
        assert_eq!(country(None, Some("https://ru.inform.kz/news/1")), Some("KAZ"));
    }
}
