//! A file that is one text or page.

use crate::items::Reading;
use crate::stream::{Source, take};
use crate::{Aside, Form, Item, Options, Place, Reason};

/// A single report. A cut one is set aside whole: half a report read as a whole one would be counted beside the whole one later.
pub(crate) struct Single<'a> {
    source: Option<Source<'a>>,
    options: Options,
}

impl<'a> Single<'a> {
    pub(crate) fn new(source: Source<'a>, options: Options) -> Single<'a> {
        Single { source: Some(source), options }
    }

    fn read(&self, source: &mut Source<'a>) -> Result<Item, Reason> {
        let mut bytes = Vec::new();
        let limit = self.options.limit;
        // One byte more tells a file of just the limit from a larger one.
        let taken = take(source, limit as u64 + 1, limit, &mut bytes).map_err(|error| Reason::Broken(error.to_string()))?;
        if !taken.whole {
            return Err(Reason::TooLarge { limit });
        }
        // The reader of single texts takes for a page what begins with a tag.
        let form = if bytes.trim_ascii_start().starts_with(b"<") { Form::of(&bytes) } else { Form::Plain };
        Ok(Item::new(self.options.name.clone(), form, bytes))
    }
}

impl Reading for Single<'_> {
    fn next(&mut self) -> Option<Result<Item, Aside>> {
        let mut source = self.source.take()?;
        let aside = |reason| Aside { name: self.options.name.clone(), place: Place::Whole, reason };
        Some(self.read(&mut source).map_err(aside))
    }
}
