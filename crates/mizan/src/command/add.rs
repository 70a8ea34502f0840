//! `mizan add PATH…`: reports into the store.

mod account;
mod files;
mod progress;

use std::collections::HashSet;
use std::io::BufReader;
use std::time::{Duration, Instant};

use mizan_gather::{Item, Map, gather};
use mizan_likeness::{Index, Signature};
use mizan_record::Document;
use mizan_store::{AsOf, Moment, Store, Writer, arrow, row};
use mizan_text::Language;

use super::{input, place, threads};
use crate::args::Add;
use crate::engine::Engine;
use crate::{keep, world};
use account::Account;
use progress::Progress;

/// After so long, or so many documents, what was read is committed: more is never lost to a power cut.
const COMMIT: (Duration, usize) = (Duration::from_secs(20), 4096);

/// Documents that are read at a time.
const BATCH: usize = 64;

/// Read everything under the paths into the store and say what came in and what did not.
///
/// # Errors
/// When the store cannot be written, or no path could be read; single bad inputs are set aside and told of at the end.
pub fn run(args: &Add) -> anyhow::Result<()> {
    let map = args.map.as_deref().map(Map::parse).transpose().map_err(input)?.unwrap_or_default();
    let found = files::under(&args.paths)?;
    let store = Store::open_or_make(&place(&args.place)?).map_err(input)?;
    let mut adding = Adding::begin(args, &store, found.bytes)?;
    if found.about > 0 {
        adding.account.passed_over("README or licence files in folders; to read one as a report, name it".into(), found.about);
    }
    for path in &found.paths {
        adding.file(path, &map)?;
    }
    adding.end()
}

/// A report on its way.
struct Pending {
    document: Document,
    /// Where it was found, as it is shown.
    source: String,
    url: Option<String>,
}

struct Adding<'a> {
    args: &'a Add,
    engine: Engine,
    writer: Writer,
    known: HashSet<String>,
    stories: Index,
    pending: Vec<Pending>,
    uncommitted: usize,
    committed: Instant,
    account: Account,
    progress: Progress,
    began: i64,
    run: i64,
}

impl<'a> Adding<'a> {
    fn begin(args: &'a Add, store: &Store, bytes: u64) -> anyhow::Result<Adding<'a>> {
        let writer = store.writer("add").map_err(input)?;
        let (known, stories) = known(store)?;
        Ok(Adding {
            args,
            engine: Engine::shipped(threads(args.threads), args.confidence)?,
            run: writer.next() as i64,
            writer,
            known,
            stories,
            pending: Vec::new(),
            uncommitted: 0,
            committed: Instant::now(),
            account: Account::default(),
            progress: Progress::new(bytes, args.quiet),
            began: world::now(),
        })
    }

    fn file(&mut self, path: &str, map: &Map) -> anyhow::Result<()> {
        let options = mizan_gather::Options { map: map.clone(), ..mizan_gather::Options::new(files::name(path)) };
        let bytes = match files::open(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.account.aside(&mut self.writer, path, "unreadable", &error.to_string(), self.run),
        };
        let mut items = gather(BufReader::with_capacity(1 << 18, self.progress.counted(bytes)), options);
        for item in items.by_ref() {
            match item {
                Ok(item) => self.item(path, item)?,
                Err(aside) => self.account.aside(&mut self.writer, path, "set-aside", &aside.to_string(), self.run)?,
            }
        }
        for (kind, count) in items.passed_over() {
            self.account.passed_over(kind, count);
        }
        Ok(())
    }

    fn item(&mut self, path: &str, mut item: Item) -> anyhow::Result<()> {
        let identity = identity(&item, &files::name(path));
        let source = std::mem::replace(&mut item.name, identity);
        item.outlet = item.outlet.or_else(|| self.args.outlet.clone());
        item.language = self.args.input_lang.map(|l| l.code().to_string()).or(item.language);
        let url = item.url.clone();
        match item.document(mizan_read::LIMIT) {
            Err(error) => self.account.aside(&mut self.writer, &source, "set-aside", &error.to_string(), self.run),
            Ok(document) if !self.known.insert(document.id.clone()) => {
                self.account.known += 1;
                Ok(())
            }
            Ok(mut document) => {
                document.published = document.published.or(self.args.date.map(|day| (day, "flag")));
                self.pending.push(Pending { document, source, url });
                if self.pending.len() == BATCH { self.read() } else { Ok(()) }
            }
        }
    }

    /// Read what is pending, and commit when it is time.
    fn read(&mut self) -> anyhow::Result<()> {
        let (documents, about): (Vec<Document>, Vec<(String, Option<String>)>) =
            std::mem::take(&mut self.pending).into_iter().map(|p| (p.document, (p.source, p.url))).unzip();
        let reports = self.engine.read(documents)?;
        for (report, (source, url)) in reports.iter().zip(about) {
            let document = &report.document;
            let signature = Signature::of(document.text.as_str(), document.language);
            let story = self.stories.story_of(&document.id, &signature, document.published.map(|(day, _)| day));
            let about = keep::About {
                story: &story,
                likeness: signature.bytes(),
                source: &source,
                url: url.as_deref(),
                model: self.engine.encoder().version,
                run: self.run,
            };
            keep::report(&mut self.writer, report, &about, self.engine.lexicon()).map_err(input)?;
            self.account.add(report, story == document.id);
            self.progress.document();
        }
        self.uncommitted += reports.len();
        if self.uncommitted >= COMMIT.1 || self.committed.elapsed() >= COMMIT.0 { self.commit() } else { Ok(()) }
    }

    fn commit(&mut self) -> anyhow::Result<()> {
        self.writer.commit().map_err(input)?;
        self.uncommitted = 0;
        self.committed = Instant::now();
        Ok(())
    }

    fn end(mut self) -> anyhow::Result<()> {
        self.read()?;
        if self.account.added() > 0 {
            let done = row::Run {
                run: self.run,
                verb: "add",
                inputs: &self.args.paths,
                began: Moment(self.began),
                ended: Moment(world::now()),
                mizan: env!("CARGO_PKG_VERSION"),
                model: Some(self.engine.encoder().version),
                taken: self.account.added() as i64,
                known: self.account.known as i64,
                aside: self.account.set_aside() as i64,
            };
            self.writer.add(&done).map_err(input)?;
            self.commit()?;
        }
        self.progress.end();
        world::print(&self.account.summary())?;
        super::index(self.writer.store())?;
        let failed = self.account.added() == 0 && self.account.known == 0 && self.account.set_aside() > 0;
        if failed { Err(input("nothing could be read\nhint: the reasons stand above")) } else { Ok(()) }
    }
}

/// What a report's id is made of beside its text: its address, or its container and the id there, or the file's own name. Neither the
/// folder nor the place in the container counts: the same report is the same wherever its file lies.
fn identity(item: &Item, file: &str) -> String {
    match (&item.url, &item.id) {
        (Some(url), _) => url.clone(),
        (None, Some(id)) => format!("{file}#{id}"),
        (None, None) => file.to_string(),
    }
}

/// The documents that are there, and the stories they belong to.
fn known(store: &Store) -> anyhow::Result<(HashSet<String>, Index)> {
    use arrow::array::AsArray;
    use arrow::datatypes::Date32Type;

    let snapshot = store.snapshot(AsOf::Newest).map_err(input)?;
    let (mut known, mut stories) = (HashSet::new(), Index::new());
    for batch in
        snapshot.query("SELECT CAST(document AS VARCHAR), CAST(story AS VARCHAR), likeness, published FROM documents").map_err(input)?
    {
        let batch = batch.map_err(input)?;
        let text = |at: usize| arrow::compute::cast(batch.column(at), &arrow::datatypes::DataType::Utf8);
        let likeness = arrow::compute::cast(batch.column(2), &arrow::datatypes::DataType::Binary)?;
        let (ids, homes, published) = (text(0)?, text(1)?, batch.column(3).as_primitive::<Date32Type>());
        for at in 0..batch.num_rows() {
            let (id, story) = (ids.as_string::<i32>().value(at), homes.as_string::<i32>().value(at));
            let day = batch.column(3).is_valid(at).then(|| published.value_as_date(at)).flatten().and_then(|d| d.to_string().parse().ok());
            if let Some(signature) = Signature::from_bytes(likeness.as_binary::<i32>().value(at)) {
                stories.load(id, story, &signature, day);
            }
            known.insert(id.to_string());
        }
    }
    Ok((known, stories))
}

/// The languages in the order of the summary.
pub(super) const LANGUAGES: [Option<Language>; 5] =
    [Some(Language::Arabic), Some(Language::English), Some(Language::Kazakh), Some(Language::Russian), None];
