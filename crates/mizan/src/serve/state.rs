//! What all requests share: the store, the names, what was measured already, the reader of pasted reports.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use mizan_annotate::lexicon::Lexicon;
use mizan_store::{AsOf, Snapshot, Store, Words};
use mizan_text::Language;
use tokio::sync::Semaphore;

use super::data::actor::Actor;
use super::data::home::Home;
use super::failure::Failure;
use crate::args::Serve;
use crate::command::{able, input};
use crate::engine::Engine;
use crate::measured::pole::Poles;
use crate::measured::sheet::Sheet;
use crate::measured::who::Known;

/// So many requests work at a time; others wait.
const AT_ONCE: usize = 4;
/// So many things of a kind are kept.
const KEPT: usize = 64;

/// What all requests share.
pub(super) struct State {
    store: Store,
    /// How long a request may take.
    pub(super) patience: Duration,
    places: Arc<Semaphore>,
    latest: Mutex<Option<Arc<Snapshot>>>,
    lexicon: OnceLock<Arc<Lexicon>>,
    known: [OnceLock<Arc<Known>>; 4],
    engine: Mutex<Option<Arc<Engine>>>,
    /// What verbs that measure found.
    pub(super) sheets: Kept<Sheet>,
    /// The store at a glance, by version and language.
    pub(super) homes: Kept<Home>,
    /// Actors that were looked at.
    pub(super) actors: Kept<Actor>,
}

impl State {
    pub(super) fn new(store: Store, args: &Serve) -> State {
        State {
            store,
            patience: Duration::from_secs(args.patience),
            places: Arc::new(Semaphore::new(AT_ONCE)),
            latest: Mutex::default(),
            lexicon: OnceLock::new(),
            known: Default::default(),
            engine: Mutex::default(),
            sheets: Kept::default(),
            homes: Kept::default(),
            actors: Kept::default(),
        }
    }

    /// The folder of the store, as verbs take it.
    pub(super) fn folder(&self) -> &std::path::Path {
        self.store.folder()
    }

    /// Do work that blocks on a thread of its own, when a place is free, and no longer than a request may take.
    pub(super) async fn work<T: Send + 'static>(
        self: Arc<Self>,
        act: impl FnOnce(&State) -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let places = Arc::clone(&self.places);
        let patience = self.patience;
        let working = async move {
            let place = places.acquire_owned().await.map_err(|_| Failure::Late)?;
            let work = tokio::task::spawn_blocking(move || {
                // The place is free again when the work is done, not when nobody waits for it any more.
                let _place = place;
                act(&self)
            });
            work.await.map_err(|_| Failure::Broken)?.map_err(Failure::from)
        };
        tokio::time::timeout(patience, working).await.map_err(|_| Failure::Late)?
    }

    /// The store at a version; the latest when none is asked for, which stays open until there is a newer one.
    pub(super) fn snapshot(&self, when: Option<AsOf>) -> anyhow::Result<Arc<Snapshot>> {
        if let Some(asked) = when {
            return Ok(Arc::new(self.store.snapshot(asked).map(able).map_err(input)?));
        }
        let newest = self.store.version(AsOf::default()).map_err(input)?.number;
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(open) = latest.as_ref().filter(|s| s.version().number == newest) {
            return Ok(Arc::clone(open));
        }
        let opened = Arc::new(self.store.snapshot(AsOf::default()).map(able).map_err(input)?);
        *latest = Some(Arc::clone(&opened));
        Ok(opened)
    }

    /// The index of words, when there is one that holds all that is asked. One that fails is as good as none.
    pub(super) fn words(&self, snapshot: &Snapshot) -> Option<Words> {
        Words::open(&self.store).ok().flatten().filter(|words| words.cover(snapshot).unwrap_or(false))
    }

    /// The names, in a language.
    pub(super) fn known(&self, language: Language) -> Arc<Known> {
        let at = Language::ALL.iter().position(|l| *l == language).unwrap_or_default();
        let lexicon = || Arc::clone(self.lexicon.get_or_init(|| Arc::new(Lexicon::shipped())));
        Arc::clone(self.known[at].get_or_init(|| Arc::new(Known { lexicon: lexicon(), poles: Poles::shipped(), language })))
    }

    /// The reader of pasted reports, made when it is first needed.
    pub(super) fn engine(&self) -> anyhow::Result<Arc<Engine>> {
        let mut engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(engine) = engine.as_ref() {
            return Ok(Arc::clone(engine));
        }
        let made = Arc::new(Engine::shipped(crate::command::threads(None), None)?);
        *engine = Some(Arc::clone(&made));
        Ok(made)
    }
}

/// What was made before and is kept, the last of it.
pub(super) struct Kept<T>(Mutex<VecDeque<(String, Slot<T>)>>);

/// A place for one thing that is made once: who asks for it while it is being made waits for it.
type Slot<T> = Arc<Mutex<Option<Arc<T>>>>;

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(Mutex::default())
    }
}

impl<T> Kept<T> {
    /// What was made under this key, or is made now.
    pub(super) fn get(&self, key: String, make: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<Arc<T>> {
        let slot = self.slot(key);
        let mut place = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = place.as_ref() {
            return Ok(Arc::clone(kept));
        }
        let made = Arc::new(make()?);
        *place = Some(Arc::clone(&made));
        Ok(made)
    }

    fn slot(&self, key: String) -> Slot<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, slot)) = all.iter().find(|(k, _)| *k == key) {
            return Arc::clone(slot);
        }
        let slot = Slot::default();
        all.push_back((key, Arc::clone(&slot)));
        if all.len() > KEPT {
            all.pop_front();
        }
        slot
    }
}
