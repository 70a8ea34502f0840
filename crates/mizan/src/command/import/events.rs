//! Event files.

use mizan_public::{EventRow, Party, Tally, gdelt, icews, polecat};
use mizan_store::{Loader, Table, Writer, row};

use super::known::Known;
use super::lines::{Count, Lines, Origin};
use super::some;
use crate::args::Source;

/// How a file's lines are laid out.
pub(super) enum Layout {
    Gdelt(gdelt::Layout),
    Icews(icews::Layout),
    Polecat(polecat::Layout),
}

impl Layout {
    /// The layout of a file that begins so.
    ///
    /// # Errors
    /// When it is no such file.
    pub(super) fn find(kind: Source, head: &[u8]) -> Result<Layout, mizan_public::Error> {
        Ok(match kind {
            Source::Icews => Layout::Icews(icews::Layout::find(head)?),
            Source::Polecat => Layout::Polecat(polecat::Layout::find(head)?),
            _ => Layout::Gdelt(gdelt::Layout::find(head)?),
        })
    }

    fn read(&self, part: &[u8], sink: impl FnMut(&EventRow<'_>)) -> Result<Tally, mizan_public::Error> {
        match self {
            Layout::Gdelt(l) => l.read(part, sink),
            Layout::Icews(l) => l.read(part, sink),
            Layout::Polecat(l) => l.read(part, sink),
        }
    }
}

/// Events of one file.
pub(super) struct Events<'a> {
    pub(super) layout: Layout,
    pub(super) known: &'a Known,
}

impl Lines for Events<'_> {
    const TABLE: Table = Table::PublicEvents;

    fn read(&self, part: &[u8], origin: Origin<'_>, loader: &mut Loader, count: &mut Count) -> Result<Tally, mizan_public::Error> {
        self.layout.read(part, |event| {
            if self.known.is_new(&[event.set, event.id]) {
                count.took(loader.add(&stored(event, origin)));
            } else {
                count.known += 1;
            }
        })
    }
}

/// The events of a kind that the store has.
///
/// # Errors
/// When it cannot be read.
pub(super) fn known(writer: &Writer, kind: Source) -> anyhow::Result<Known> {
    let sets = match kind {
        Source::Icews => "'icews'",
        Source::Polecat => "'polecat'",
        _ => "'gdelt-1.0', 'gdelt-2.0'",
    };
    Known::of(writer, &format!("SELECT provider, event FROM public_events WHERE provider IN ({sets})"), 2)
}

fn stored<'r>(event: &EventRow<'r>, origin: Origin<'r>) -> row::PublicEvent<'r> {
    let whole = |n: Option<u32>| n.map(i64::from);
    let sector = |p: &Party<'r>| some(p.sector.code());
    row::PublicEvent {
        event: event.id,
        provider: event.set,
        day: event.date,
        reported: event.reported,
        source: some(event.source.name),
        source_code: some(event.source.code),
        source_country: some(event.source.country),
        source_sector: sector(&event.source),
        source_sectors: some(event.source.sectors),
        target: some(event.target.name),
        target_code: some(event.target.code),
        target_country: some(event.target.country),
        target_sector: sector(&event.target),
        target_sectors: some(event.target.sectors),
        class: event.class.map(|c| c.name()),
        code: some(event.cameo),
        words: some(event.kind),
        mode: some(event.mode),
        contexts: some(event.contexts),
        quad: event.quad.map(|q| q.name()),
        intensity: event.intensity,
        lead: event.lead,
        mentions: whole(event.mentions),
        sources: whole(event.sources),
        articles: whole(event.articles),
        tone: event.tone,
        report: some(event.story),
        sentence: whole(event.sentence),
        url: some(event.url),
        outlet: some(event.outlet),
        headline: some(event.headline),
        language: some(event.language),
        place: some(event.place.name),
        place_country: some(event.place.country),
        latitude: event.place.latitude,
        longitude: event.place.longitude,
        file: origin.file,
        run: origin.run,
    }
}
