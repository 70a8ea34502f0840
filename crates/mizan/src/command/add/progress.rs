//! How far it is, on standard error, when that is a terminal.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Bytes read, reports read, rate and time left.
pub(super) struct Progress {
    bar: ProgressBar,
    read: Arc<AtomicU64>,
    documents: u64,
}

/// A stream that counts what is read of it.
struct Counted<R> {
    from: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.from.read(into)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Progress {
    pub(super) fn new(bytes: u64, quiet: bool) -> Progress {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}, {msg}, {eta} left");
        let bar = ProgressBar::with_draw_target(Some(bytes), target);
        Progress { bar: style.map_or(bar.clone(), |s| bar.with_style(s)), read: Arc::default(), documents: 0 }
    }

    pub(super) fn counted<'r>(&self, from: Box<dyn Read + Send>) -> impl Read + Send + 'r {
        Counted { from, read: Arc::clone(&self.read) }
    }

    pub(super) fn document(&mut self) {
        self.documents += 1;
        let rate = self.documents as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{} reports, {rate:.1}/s", self.documents));
        self.bar.set_position(self.read.load(Ordering::Relaxed));
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
