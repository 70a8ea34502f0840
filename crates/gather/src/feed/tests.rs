use crate::{Form, Item, Options, Reason, gather};

fn read(input: &str) -> Vec<Result<Item, Reason>> {
    gather(input.as_bytes(), Options::new("feed.xml")).map(|one| one.map_err(|aside| aside.reason)).collect()
}

fn text(item: &Result<Item, Reason>) -> &str {
    std::str::from_utf8(&item.as_ref().unwrap().bytes).unwrap()
}

fn day(item: &Item) -> Option<String> {
    item.published.as_ref().and_then(|published| published.day).map(|day| day.to_string())
}

#[test]
fn rss_2() {
    let feed = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="c"><channel><title>Дала хабары</title><language>kk</language><image><title>x</title></image>
<item><title>Кездесу &amp;quot;ашық&amp;quot; өтті</title><link>https://a.example/1</link><guid isPermaLink="false">g-1</guid>
<pubDate>Sat, 04 Oct 2025 10:11:12 +0500</pubDate><description>Қысқа.</description><media:title>no</media:title>
<content:encoded><![CDATA[<p>Министрлер <item>кездесті</item>.</p>]]></content:encoded></item>
<item><title>B</title><description>AT&T said &lt;b&gt;no&lt;/b&gt;&lt;br/&gt; &nbsp;&#1178;</description><source url="u">Басқа</source></item>
<item><title>C</title></item>
</channel></rss>"#;
    let read = read(feed);
    assert_eq!(read.len(), 3, "{read:?}");
    let item = read[0].as_ref().unwrap();
    assert_eq!((item.name.as_str(), item.id.as_deref(), item.url.as_deref()), ("feed.xml#g-1", Some("g-1"), Some("https://a.example/1")));
    assert_eq!((item.title.as_deref(), item.outlet.as_deref()), (Some("Кездесу \"ашық\" өтті"), Some("Дала хабары")));
    assert_eq!((item.language.as_deref(), day(item).as_deref(), item.form), (Some("kk"), Some("2025-10-04"), Form::Html));
    assert_eq!(text(&read[0]), "<p>Министрлер <item>кездесті</item>.</p>");
    assert!(item.doubts.is_empty());
    let item = read[1].as_ref().unwrap();
    assert_eq!(text(&read[1]), "AT&T said <b>no</b><br/> \u{A0}Қ");
    assert_eq!((item.name.as_str(), item.outlet.as_deref(), item.doubts[0].name), ("feed.xml#2", Some("Басқа"), "feed-summary"));
    assert_eq!(read[2], Err(Reason::NoText { found: "`title`".into() }));
}

#[test]
fn rss_1() {
    let feed = r#"<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>وكالة</title></channel>
<item rdf:about="https://a.example/2"><title>لقاء</title><link>https://a.example/2</link><description>التقى الوزيران في أستانا.</description>
<dc:date>2025-10-04T10:00:00Z</dc:date><dc:language>ar</dc:language></item></rdf:RDF>"#;
    let read = read(feed);
    let item = read[0].as_ref().unwrap();
    assert_eq!((text(&read[0]), item.form), ("التقى الوزيران في أستانا.", Form::Plain));
    assert_eq!(
        (item.id.as_deref(), item.outlet.as_deref(), item.language.as_deref()),
        (Some("https://a.example/2"), Some("وكالة"), Some("ar"))
    );
    assert_eq!(day(item).as_deref(), Some("2025-10-04"));
}

#[test]
fn atom() {
    let feed = r#"<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="ru"><a:title>Вестник</a:title>
<a:entry><a:id>urn:1</a:id><a:title type="html">Переговоры</a:title><a:link rel="self" href="no"/><a:link href="https://a.example/3"/>
<a:updated>2025-10-05T00:00:00Z</a:updated><a:published>2025-10-04T00:00:00Z</a:published>
<a:content type="xhtml"><div><p>Стороны <b>встретились</b>.</p></div></a:content></a:entry>
<a:entry><a:id>urn:2</a:id><a:summary type="html">&lt;p&gt;Кратко.&lt;/p&gt;</a:summary><a:source><a:title>Другой</a:title></a:source></a:entry></a:feed>"#;
    let read = read(feed);
    let item = read[0].as_ref().unwrap();
    assert_eq!((text(&read[0]), item.form), ("<div><p>Стороны <b>встретились</b>.</p></div>", Form::Html));
    assert_eq!((item.url.as_deref(), day(item).as_deref()), (Some("https://a.example/3"), Some("2025-10-04")));
    assert_eq!((item.language.as_deref(), item.title.as_deref()), (Some("ru"), Some("Переговоры")));
    let item = read[1].as_ref().unwrap();
    assert_eq!((text(&read[1]), item.outlet.as_deref()), ("<p>Кратко.</p>", Some("Другой")));
}

#[test]
fn a_broken_entry_does_not_take_the_others_with_it() {
    let feed = "<rss><channel><item><description>one</description></item>\n<item><description>two</summary></item>\n<item><description>three</description></item></channel></rss>";
    let read = read(feed);
    assert_eq!((read.len(), text(&read[0]), text(&read[2])), (3, "one", "three"));
    assert!(matches!(read[1], Err(Reason::Xml(_))));
}

#[test]
fn a_cut_feed_gives_what_came_before() {
    let read = read("<rss><channel><item><description>one</description></item><item><description>tw");
    assert_eq!((read.len(), text(&read[0])), (2, "one"));
    assert!(matches!(read[1], Err(Reason::Cut(_))));
    let read = super::tests::read("<rss><channel><item><description>one</description></item>\n");
    assert!(read.len() == 2 && matches!(read[1], Err(Reason::Cut(_))));
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let mut feed = String::from("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for n in 1..30 {
        feed.push_str(&format!("<!ENTITY a{n} \"&a{};&a{};\">", n - 1, n - 1));
    }
    feed.push_str("]><rss><channel><item><description>&a29;</description></item></channel></rss>");
    let read = read(&feed);
    assert_eq!(text(&read[0]), "&a29;");
}

#[test]
fn an_entry_above_the_limit_is_set_aside() {
    let long = "x".repeat(300);
    let feed = format!("<rss><item><description>{long}</description></item><item><description>b</description></item></rss>");
    let read: Vec<_> = gather(feed.as_bytes(), Options { limit: 200, ..Options::new("f") }).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].as_ref().unwrap_err().reason, Reason::TooLarge { limit: 200 });
    assert_eq!(read[1].as_ref().unwrap().bytes, b"b");
}

#[test]
fn an_old_encoding_is_read() {
    let feed = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><description>Стороны встретились.</description></item></channel></rss>";
    let bytes = encoding_rs::WINDOWS_1251.encode(feed).0;
    let read: Vec<_> = gather(&*bytes, Options::new("f")).collect();
    let item = read[0].as_ref().unwrap();
    assert_eq!((item.bytes.as_slice(), item.doubts[0].name), ("Стороны встретились.".as_bytes(), "decoded-from"));
}
