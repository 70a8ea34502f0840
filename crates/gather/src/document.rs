//! An item into a document: its bytes are read, and what the container says about it is kept beside.

use std::borrow::Cow;

use mizan_read::{Error, Options, read};
use mizan_record::{Document, Doubt};
use mizan_text::Language;

use crate::{Form, Item};

impl Item {
    /// The document of this item; its source is the item's name. `limit` is the largest text in bytes, usually [`mizan_read::LIMIT`].
    ///
    /// A title comes before the text, unless the text begins with it. A day given by the container wins over what the text says
    /// (rule `metadata`), and so does the outlet; the language is a hint, taken only where the text is too short to tell.
    ///
    /// # Errors
    /// When there is nothing to read in it: see [`mizan_read::read`].
    pub fn document(&self, limit: usize) -> Result<Document, Error> {
        let bytes = self.source();
        let day = self.published.as_ref().and_then(|published| published.day);
        let options = Options { date: day, language: None, limit };
        let mut document = read(&bytes, &self.name, &options)?;
        let unknown = document.language.is_none() && document.doubts.iter().any(|doubt| doubt.name == "unknown-language");
        if let Some(hint) = self.language.as_deref().filter(|_| unknown).and_then(language_of) {
            document = read(&bytes, &self.name, &Options { language: Some(hint), ..options })?;
        }
        if day.is_some() {
            document.published = document.published.map(|(day, _)| (day, "metadata"));
        }
        document.title = document.title.or_else(|| self.title.clone());
        document.outlet = self.outlet.clone().or(document.outlet);
        document.doubts.splice(0..0, self.doubts.iter().cloned().chain(self.unread_date()));
        Ok(document)
    }

    /// What is read: the bytes with the title before them, a piece of markup made a page, a page's encoding written into it.
    fn source(&self) -> Cow<'_, [u8]> {
        let is_page = self.form == Form::Html;
        if let Some(charset) = self.charset.as_deref().filter(|_| is_page && std::str::from_utf8(&self.bytes).is_err()) {
            let charset: String = charset.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            return [format!("<meta charset=\"{charset}\">").as_bytes(), &self.bytes].concat().into();
        }
        match (&self.title, std::str::from_utf8(&self.bytes)) {
            (title, Ok(markup)) if is_page && !is_whole_page(markup) && (title.is_some() || !markup.trim_start().starts_with('<')) => {
                let title = html_escape::encode_double_quoted_attribute(title.as_deref().unwrap_or(""));
                format!("<!DOCTYPE html><html><head><meta property=\"og:title\" content=\"{title}\"></head><body><article><p>{markup}</p></article></body></html>")
                    .into_bytes()
                    .into()
            }
            (Some(title), _) if !is_page && !self.bytes.trim_ascii_start().starts_with(title.as_bytes()) => {
                [title.as_bytes(), b"\n\n", &self.bytes].concat().into()
            }
            _ => Cow::Borrowed(&self.bytes),
        }
    }

    fn unread_date(&self) -> Option<Doubt> {
        let printed = &self.published.as_ref().filter(|published| published.day.is_none())?.printed;
        let printed: String = printed.chars().take(80).collect();
        Some(Doubt { name: "unread-date", detail: format!("the date is given as \"{printed}\", which is no day or more than one") })
    }
}

/// Whether markup is a page with a head or body of its own.
fn is_whole_page(markup: &str) -> bool {
    let head: String = markup.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<head>", "<head ", "<body"].iter().any(|tag| head.contains(tag))
}

/// The language of a code or of its name in English or itself.
fn language_of(hint: &str) -> Option<Language> {
    let hint = hint.trim().to_lowercase();
    Language::from_code(&hint).or(match hint.as_str() {
        "arabic" | "العربية" => Some(Language::Arabic),
        "english" => Some(Language::English),
        "kazakh" | "қазақ" | "қазақша" => Some(Language::Kazakh),
        "russian" | "русский" => Some(Language::Russian),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use mizan_read::LIMIT;

    use super::*;
    use crate::{Options, gather};

    fn first(input: &str, name: &str) -> Document {
        let items: Vec<_> = gather(input.as_bytes(), Options::new(name)).collect();
        items[0].as_ref().unwrap().document(LIMIT).unwrap()
    }

    #[test]
    fn what_the_container_says_stands_in_the_document() {
        let input = "title,text,date,source\nPeace talks resume,\"ASTANA – The ministers met on Saturday. They spoke of grain.\",2025-10-04,Paper\n";
        let document = first(input, "a.csv");
        assert_eq!((document.source.as_str(), document.title.as_deref()), ("a.csv:2", Some("Peace talks resume")));
        assert_eq!(document.published, Some((jiff::civil::date(2025, 10, 4), "metadata")));
        assert_eq!((document.outlet.as_deref(), document.language), (Some("Paper"), Some(Language::English)));
        assert!(document.text.as_str().starts_with("Peace talks resume\n\nASTANA"));
        assert!(document.sections[0].heading);
    }

    #[test]
    fn a_title_in_the_text_is_not_doubled() {
        let document = first("{\"title\": \"Talks\", \"text\": \"Talks\\n\\nThey met in Astana.\"}\n", "a.jsonl");
        assert_eq!(document.text.as_str().matches("Talks").count(), 1);
    }

    #[test]
    fn a_piece_of_markup_is_read_as_a_page() {
        let feed = "<rss><channel><language>ru</language><item><title>Зерно \"и\" нефть</title><description>Стороны обсудили поставки зерна.&lt;br&gt;Переговоры продолжатся.</description></item></channel></rss>";
        let document = first(feed, "f.xml");
        assert_eq!((document.title.as_deref(), document.language), (Some("Зерно \"и\" нефть"), Some(Language::Russian)));
        let text = document.text.as_str();
        assert!(
            text.contains("Стороны обсудили поставки зерна.") && text.contains("Переговоры продолжатся.") && !text.contains('<'),
            "{text}"
        );
        assert!(document.doubts.iter().any(|doubt| doubt.name == "feed-summary"));
    }

    #[test]
    fn the_servers_encoding_is_used() {
        let page = encoding_rs::KOI8_R.encode("<html><body><p>Стороны обсудили поставки зерна и нефти.</p></body></html>").0.into_owned();
        let mut item = Item::new("u".into(), Form::Html, page);
        item.charset = Some("koi8-r".into());
        assert!(item.document(LIMIT).unwrap().text.as_str().contains("Стороны обсудили"));
    }

    #[test]
    fn a_hint_counts_where_the_text_is_too_short() {
        let mut item = Item::new("u".into(), Form::Plain, "نعم".as_bytes().to_vec());
        item.language = Some("ar-SA".into());
        assert_eq!(item.document(LIMIT).unwrap().language, Some(Language::Arabic));
        let mut item = Item::new("u".into(), Form::Plain, "The ministers met in the capital and spoke of grain.".into());
        item.language = Some("ru".into());
        assert_eq!(item.document(LIMIT).unwrap().language, Some(Language::English));
    }

    #[test]
    fn a_date_that_cannot_be_read_is_told() {
        let document = first("{\"text\": \"They met in the capital.\", \"date\": \"04/10/2025\"}\n", "a.jsonl");
        assert_eq!(document.published, None);
        assert!(document.doubts.iter().any(|doubt| doubt.name == "unread-date" && doubt.detail.contains("04/10/2025")));
    }
}
