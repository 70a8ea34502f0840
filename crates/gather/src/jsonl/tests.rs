use crate::{Item, Map, Options, Reason, gather};

fn read(input: &[u8], name: &str) -> Vec<Result<Item, Reason>> {
    gather(input, Options::new(name)).map(|one| one.map_err(|aside| aside.reason)).collect()
}

fn text(item: &Result<Item, Reason>) -> &str {
    std::str::from_utf8(&item.as_ref().unwrap().bytes).unwrap()
}

#[test]
fn a_line_is_an_item() {
    let input = "{\"id\": 7, \"headline\": \"Сөз\", \"мәтін\": \"Президент сөйледі.\", \"date\": \"2025-10-04\", \"lang\": \"kk\", \"source\": {\"id\": null, \"name\": \"Газет\"}, \"url\": \"u\", \"more\": [[1, {\"text\": \"no\"}]]}\n\n";
    let read = read(input.as_bytes(), "a.jsonl");
    let item = read[0].as_ref().unwrap();
    assert_eq!((read.len(), item.name.as_str(), text(&read[0])), (1, "a.jsonl:1", "Президент сөйледі."));
    assert_eq!((item.id.as_deref(), item.title.as_deref(), item.outlet.as_deref()), (Some("7"), Some("Сөз"), Some("Газет")));
    assert_eq!((item.url.as_deref(), item.language.as_deref()), (Some("u"), Some("kk")));
    assert_eq!(item.published.as_ref().and_then(|p| p.day), Some(jiff::civil::date(2025, 10, 4)));
}

#[test]
fn bad_lines_are_set_aside_and_the_rest_goes_on() {
    let input = b"{\"text\": \"a\"}\nnot json\n[1]\n{\"text\": \"b\"\n{\"title\": \"x\"}\n{\"text\": \" \"}\n{\"text\": null}\n{\"text\": \"\xFF\"}\n{\"text\": \"c\"}";
    let read = read(input, "a.jsonl");
    assert_eq!(read.len(), 9);
    assert_eq!((text(&read[0]), text(&read[8])), ("a", "c"));
    assert!(matches!(read[1], Err(Reason::NotJson(_))));
    assert_eq!(read[2], Err(Reason::NotAnObject));
    assert!(matches!(read[3], Err(Reason::NotJson(_))));
    assert_eq!(read[4], Err(Reason::NoText { found: "`title`".into() }));
    assert_eq!(read[5], Err(Reason::EmptyText));
    assert_eq!(read[6], Err(Reason::NoText { found: "`text`".into() }));
    assert_eq!(read[7], Err(Reason::NotUtf8(11)));
    assert_eq!(read[8].as_ref().unwrap().name, "a.jsonl:9");
}

#[test]
fn an_array_over_many_lines() {
    let input = "[\n  {\"text\": \"a ] } \\\" [\"},\n 5, \"x, y\",\n  {\"text\": [\"one\", \"two\"], \"n\": {\"a\": [[]]}} , {\"text\": nope}, {\"text\": \"z\"}\n]\n";
    let read = read(input.as_bytes(), "a.json");
    assert_eq!(read.len(), 6, "{read:?}");
    assert_eq!((text(&read[0]), text(&read[3]), text(&read[5])), ("a ] } \" [", "one\n\ntwo", "z"));
    assert_eq!((&read[1], &read[2]), (&Err(Reason::NotAnObject), &Err(Reason::NotAnObject)));
    assert!(matches!(read[4], Err(Reason::NotJson(_))));
    assert_eq!(read[5].as_ref().unwrap().name, "a.json#6");
}

#[test]
fn objects_over_many_lines() {
    let read = read(b"{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\"\n}\n", "a");
    assert_eq!(read.iter().map(text).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn a_cut_array_gives_what_came_before() {
    let read = read(b"[{\"text\": \"a\"}, {\"text\": \"b", "a.json");
    assert_eq!((read.len(), text(&read[0])), (2, "a"));
    assert!(matches!(read[1], Err(Reason::Cut(_))));
}

#[test]
fn a_map_names_the_keys() {
    let options = Options { map: Map::parse("text=story").unwrap(), ..Options::new("a.jsonl") };
    let read: Vec<_> = gather(&b"{\"text\": \"no\", \"story\": \"yes\"}\n"[..], options).collect();
    assert_eq!(read[0].as_ref().unwrap().bytes, b"yes");
}

#[test]
fn a_record_above_the_limit_is_set_aside() {
    for input in [
        "{\"text\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}\n{\"text\": \"b\"}\n",
        "[{\"text\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}, {\"text\": \"b\"}]",
    ] {
        let options = Options { limit: 30, ..Options::new("a") };
        let read: Vec<_> = gather(input.as_bytes(), options).collect();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].as_ref().unwrap_err().reason, Reason::TooLarge { limit: 30 });
        assert_eq!(read[1].as_ref().unwrap().bytes, b"b");
    }
}
