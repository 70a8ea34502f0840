//! Markup into paragraphs and headings, in one pass.

use super::tags::{Token, decode, tokens};

/// A paragraph of a page; white space in it is single spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) heading: bool,
}

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
];
/// Elements whose text is no part of an article.
const NO_TEXT: [&str; 15] = [
    "audio",
    "button",
    "canvas",
    "datalist",
    "figcaption",
    "map",
    "math",
    "noscript",
    "object",
    "option",
    "select",
    "svg",
    "template",
    "video",
    "dialog",
];
/// Elements that hold menus and the like in a page nobody cleaned.
const FURNITURE: [&str; 4] = ["nav", "footer", "aside", "form"];

/// The paragraphs of an article that the readability library has cut out.
pub(super) fn of_article(html: &str) -> Vec<Paragraph> {
    collect(html, &NO_TEXT)
}

/// The paragraphs of a whole page; with its menus only when nothing is left without them.
pub(super) fn of_page(html: &str) -> Vec<Paragraph> {
    let without: [&[&str]; 3] = [&[NO_TEXT.as_slice(), &FURNITURE].concat(), &NO_TEXT, &[]];
    without.iter().map(|without| collect(html, without)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The paragraphs of a page without the elements named.
fn collect(html: &str, without: &[&str]) -> Vec<Paragraph> {
    let mut collector = Collector::default();
    // The element whose text is being passed over, and how many of its name are open.
    let mut passing: Option<(&str, usize)> = None;
    for token in tokens(html) {
        if let Some((name, depth)) = passing {
            passing = match token {
                Token::Open { name: other, .. } if other.eq_ignore_ascii_case(name) => Some((name, depth + 1)),
                Token::Close { name: other } if other.eq_ignore_ascii_case(name) => (depth > 1).then(|| (name, depth - 1)),
                // A head or menu that was never closed ends where the body begins.
                Token::Open { name: other, .. } if other.eq_ignore_ascii_case("body") => None,
                _ => Some((name, depth)),
            };
            continue;
        }
        match token {
            Token::Text(text) => collector.text(text),
            Token::Open { name, .. } if is(name, without) => {
                collector.end();
                passing = Some((name, 1));
            }
            Token::Open { name, .. } => collector.open(name),
            Token::Close { name } => collector.close(name),
            Token::Raw { .. } => {}
        }
    }
    collector.end();
    collector.found
}

fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

#[derive(Default)]
struct Collector {
    found: Vec<Paragraph>,
    text: String,
    /// Bytes of the text that stand in links.
    linked: usize,
    in_link: bool,
    in_item: bool,
    heading: bool,
    space: bool,
}

impl Collector {
    fn text(&mut self, text: &str) {
        let before = self.text.len();
        for c in decode(text).chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push(c);
        }
        if self.in_link {
            self.linked += self.text.len() - before;
        }
    }

    fn open(&mut self, name: &str) {
        if is(name, &BLOCKS) {
            self.end();
            self.heading = heading(name);
            self.in_item = name.eq_ignore_ascii_case("li");
        } else if is(name, &["td", "th"]) && !self.text.is_empty() {
            self.text.push_str(" |");
            self.space = true;
        } else if name.eq_ignore_ascii_case("a") {
            self.in_link = true;
        }
    }

    fn close(&mut self, name: &str) {
        if is(name, &BLOCKS) {
            self.end();
            self.heading = false;
            self.in_item = false;
        } else if name.eq_ignore_ascii_case("a") {
            self.in_link = false;
        }
    }

    /// End the paragraph, and keep it unless it is furniture.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        self.space = false;
        let heading = self.heading;
        if text.chars().any(char::is_alphanumeric) && !self.is_furniture(&text, linked) {
            self.found.push(Paragraph { text, heading });
        }
    }

    /// Links to other stories, cookie notices and calls to share or subscribe.
    fn is_furniture(&self, text: &str, linked: usize) -> bool {
        let all_link = linked * 10 >= text.len() * 9;
        let sentence = text.ends_with(['.', '!', '?', '؟', '…', '»', '"', '”']);
        if all_link && (self.in_item || self.heading || !sentence) {
            return true;
        }
        let lower: String = text.chars().take(400).flat_map(char::to_lowercase).collect();
        let short = text.chars().count() <= 300;
        let related =
            short && (linked > 0 || lower.split_whitespace().count() <= 3) && RELATED.iter().any(|start| lower.starts_with(start));
        let cookies = text.chars().count() <= 600 && COOKIES.iter().any(|words| lower.contains(words));
        let call = text.chars().count() <= 160 && CALLS.iter().any(|start| lower.starts_with(start));
        related || cookies || call
    }
}

fn heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'6'])
}

const RELATED: [&str; 22] = [
    "read also",
    "read more",
    "see also",
    "related",
    "more on this",
    "also read",
    "читайте также",
    "читать также",
    "по теме",
    "смотрите также",
    "ещё по теме",
    "материалы по теме",
    "подробнее",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "إقرأ أيضا",
    "اقرأ المزيد",
    "مواضيع ذات صلة",
    "оқи отырыңыз",
    "сондай-ақ оқыңыз",
    "тағы оқыңыз",
    "тақырып бойынша",
];

const COOKIES: [&str; 16] = [
    "use cookies",
    "uses cookies",
    "cookie policy",
    "accept cookies",
    "accept all cookies",
    "cookies to improve",
    "файлы cookie",
    "файлов cookie",
    "использует cookie",
    "используем cookie",
    "использует куки",
    "используем куки",
    "ملفات تعريف الارتباط",
    "ملفات الارتباط",
    "cookie файлдар",
    "cookie-файлдар",
];

const CALLS: [&str; 30] = [
    "subscribe to",
    "sign up for",
    "share this",
    "follow us",
    "download our app",
    "advertisement",
    "all rights reserved",
    "copyright ©",
    "© ",
    "подписывайтесь",
    "подпишитесь",
    "поделиться",
    "следите за нами",
    "реклама",
    "все права защищены",
    "нашли ошибку",
    "اشترك في",
    "اشترك الآن",
    "تابعنا على",
    "تابعونا",
    "شارك المقال",
    "شارك عبر",
    "جميع الحقوق محفوظة",
    "حمل تطبيق",
    "إعلان",
    "жазылыңыз",
    "бөлісу",
    "жарнама",
    "барлық құқықтар қорғалған",
    "бізге жазылыңыз",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let found: Vec<String> = of_page(html)
            .into_iter()
            .map(|paragraph| if paragraph.heading { format!("# {}", paragraph.text) } else { paragraph.text })
            .collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn paragraphs_are_kept_apart_and_words_together() {
        check(
            "<h2>Head</h2>One <b>t</b>wo.<p>Three\n\n four.<br>Five&nbsp;six &amp; &#x41;",
            &["# Head", "One two.", "Three four.", "Five six & A"],
        );
        check("<table><tr><td>A<td>B</tr><tr><td>C</table>", &["A | B", "C"]);
        check("<p>It is <a href=x>linked</a> text.</p><ul><li><a href=x>Another story.</a></ul>", &["It is linked text."]);
        check("<head><title>T</title><style>p{}</style></head><p>x<script>alert('y')</script>z", &["xz"]);
        check("<nav>Menu<p>Item</nav>Text", &["Text"]);
        check("<nav>All there is", &["All there is"]);
        check("<p>اقرأ أيضا: <a>خبر</a></p><p>قال\u{202B} الوزير\u{202C} نعم</p>", &["قال\u{202B} الوزير\u{202C} نعم"]);
        check("<p>Мы используем файлы cookie.</p><p>Поделиться</p><p>Поделился мнением министр.</p>", &["Поделился мнением министр."]);
        check("<p>&#0;&#xD800;&#99999999;&bogus;&amp", &["&#0;&#xD800;&#99999999;&bogus;&amp"]);
    }
}
