//! One report as a container holds it.

use jiff::civil::Date;
use mizan_record::Doubt;

use crate::date;

/// A report on its way to [`mizan_read::read`]: its bytes, and what the container says about it.
///
/// What is missing is `None`. Nothing here was judged: a title, language or outlet stands as the container has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name, the same whenever the same file is read: `news.jsonl:17` (line), `news.json#3` (record), the address of an archive's
    /// record, the feed's name with the entry's identifier, or the file's own name.
    pub name: String,
    /// Text or markup.
    pub form: Form,
    /// The text or page. Texts out of tables and feeds are UTF-8; single files and archived pages are in their own encoding.
    pub bytes: Vec<u8>,
    /// The encoding that the web server gave for the bytes.
    pub charset: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its language, as a code or a name, as printed: a hint where the text is too short to tell.
    pub language: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The identifier that the container gives it.
    pub id: Option<String>,
    /// What is doubtful about how it was taken out.
    pub doubts: Vec<Doubt>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Text.
    Plain,
    /// A page, or a piece of one.
    Html,
}

/// A day of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// As the container has it.
    pub printed: String,
    /// The day it names, in the publisher's zone; `None` when it could not be read, or only in two ways (`04/10/2025`).
    pub day: Option<Date>,
}

impl Published {
    /// A date as printed, with the day it names.
    pub(crate) fn new(printed: String) -> Published {
        let day = date::day(&printed);
        Published { printed, day }
    }
}

impl Form {
    /// What a text is, by the tags in its first part.
    pub(crate) fn of(text: &[u8]) -> Form {
        const CLOSED: &str = "p div a b i u em strong span ul ol li h1 h2 h3 h4 h5 h6 blockquote table figure body html article section";
        const OPENED: [&[u8]; 5] = [b"<br>", b"<br/>", b"<br />", b"<img ", b"<!doctype html"];
        let head = text[..text.len().min(20_000)].to_ascii_lowercase();
        let closed = memchr::memmem::find_iter(&head, b"</").any(|at| {
            let name = head[at + 2..].split(|&byte| byte == b'>').next().unwrap_or(b"");
            CLOSED.split(' ').any(|known| known.as_bytes() == name)
        });
        let opened = || OPENED.iter().any(|tag| memchr::memmem::find(&head, tag).is_some());
        if closed || opened() { Form::Html } else { Form::Plain }
    }
}

impl Item {
    /// An item of which only name and bytes are known.
    pub(crate) fn new(name: String, form: Form, bytes: Vec<u8>) -> Item {
        Item {
            name,
            form,
            bytes,
            charset: None,
            url: None,
            title: None,
            published: None,
            language: None,
            outlet: None,
            id: None,
            doubts: Vec::new(),
        }
    }
}
