//! The tables as they were at one version of the store, under their plain names.

use std::sync::Arc;

use datafusion::arrow::array::{Array, AsArray, BooleanBuilder, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::datasource::{MemTable, TableProvider};
use datafusion::error::DataFusionError;
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::logical_expr::{ColumnarValue, Volatility, create_udf};
use datafusion::prelude::{SessionConfig, SessionContext};
use tokio::runtime::Runtime;

use crate::delta::{Added, Log};
use crate::store::Store;
use crate::version::Version;
use crate::{Error, Table};

/// A query under a name of its own.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// Its name.
    pub name: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// The query.
    pub sql: &'static str,
}

/// The views that are always there beside the tables.
pub const VIEWS: [View; 2] = [
    View {
        name: "stories",
        about: "Documents that are copies of one another, as one: first day, how many copies, by whom and in which languages.",
        sql: "SELECT story, min(published) AS first, max(published) AS last, count(*) AS documents, count(DISTINCT outlet) AS outlets, \
              count(DISTINCT language) AS languages, min(title) AS title FROM documents GROUP BY story",
    },
    View {
        name: "all_events",
        about: "Events that Mizan read and events of public sets together, in the columns that they share; `provider` tells them apart.",
        sql: "SELECT event, 'mizan' AS provider, coalesce(date_first, published) AS day, source, source_country, source_sector, target, \
              target_country, target_sector, class, cameo AS code, quad, intensity, modality, claim, story, outlet FROM events UNION ALL \
              SELECT event, provider, day, source, source_country, source_sector, target, target_country, target_sector, class, code, \
              quad, intensity, NULL AS modality, NULL AS claim, NULL AS story, outlet FROM public_events",
    },
];

/// Makes, out of what is asked for, the test that a text passes.
pub type Test = fn(&str) -> Passes;

/// Whether a text passes.
pub type Passes = Box<dyn Fn(&str) -> bool>;

/// A table with the one column `id`, there until this is dropped.
pub struct List {
    name: String,
    snapshot: Arc<Snapshot>,
}

impl List {
    /// Its name in questions.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for List {
    fn drop(&mut self) {
        // Nobody else knows its name.
        drop(self.snapshot.context.deregister_table(self.name.as_str()));
    }
}

fn tested(test: Test, args: &[ColumnarValue]) -> Result<ColumnarValue, DataFusionError> {
    let arrays = ColumnarValue::values_to_arrays(args)?;
    let (texts, asked) = (arrays[0].as_string::<i32>(), arrays[1].as_string::<i32>());
    let mut made: Option<(&str, Passes)> = None;
    let mut passed = BooleanBuilder::with_capacity(texts.len());
    for row in 0..texts.len() {
        if texts.is_null(row) || asked.is_null(row) {
            passed.append_null();
            continue;
        }
        let wanted = asked.value(row);
        if made.as_ref().is_none_or(|(known, _)| *known != wanted) {
            made = Some((wanted, test(wanted)));
        }
        passed.append_option(made.as_ref().map(|(_, passes)| passes(texts.value(row))));
    }
    Ok(ColumnarValue::Array(Arc::new(passed.finish())))
}

/// So much memory a query may take before it goes on with files on disk, in bytes, when nothing else is said.
pub const MEMORY: usize = 2 << 30;

/// With less than this no query that sorts or counts can be answered, in bytes.
pub const LEAST_MEMORY: usize = 8 << 20;

/// A version of the store, open for queries.
pub struct Snapshot {
    pub(crate) context: SessionContext,
    pub(crate) runtime: Arc<Runtime>,
    version: Version,
}

impl Snapshot {
    pub(crate) fn open(store: &Store, version: Version, memory: usize) -> Result<Snapshot, Error> {
        let runtime = Arc::clone(&store.runtime);
        let context = runtime.block_on(async {
            let context = context(memory)?;
            for table in Table::ALL {
                context.register_table(table.plain(), provider(store, table, &version)?)?;
            }
            for view in VIEWS {
                let shown = context.sql(view.sql).await?.into_view();
                context.register_table(view.name, shown)?;
            }
            Ok::<_, Error>(context)
        })?;
        Ok(Snapshot { context, runtime, version })
    }

    /// Which version it shows.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// Give questions a test of two texts by name: `name(text, asked)`; `test` is made once for what is asked, and tried on the texts.
    pub fn teach(&self, name: &str, test: Test) {
        let act = move |args: &[ColumnarValue]| tested(test, args);
        let signature = vec![DataType::Utf8, DataType::Utf8];
        self.context.register_udf(create_udf(name, signature, DataType::Boolean, Volatility::Immutable, Arc::new(act)));
    }

    /// A table of ids, for as long as the value is kept.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn list(self: &Arc<Self>, ids: Vec<String>) -> Result<List, Error> {
        let name = format!("list_{}", crate::delta::unlike_any_other()?.replace('-', ""));
        let schema = Arc::new(Schema::new(vec![Field::new("id", DataType::Utf8, false)]));
        let batch =
            RecordBatch::try_new(Arc::clone(&schema), vec![Arc::new(StringArray::from(ids))]).map_err(|e| Error::Query(e.to_string()))?;
        self.context.register_table(name.as_str(), Arc::new(MemTable::try_new(schema, vec![vec![batch]])?))?;
        Ok(List { name, snapshot: Arc::clone(self) })
    }
}

/// So much memory a thread of a query should have; with 16 MB for two, what each has sorted could not be merged.
const THREAD_MEMORY: usize = 4 * LEAST_MEMORY;

/// With little memory, a sort keeps less of it back for the merging of what it has put on disk, and a query works on fewer threads, each of which
/// needs its share.
fn context(memory: usize) -> Result<SessionContext, Error> {
    let mut config = SessionConfig::new().with_information_schema(true).set_bool("datafusion.execution.parquet.pushdown_filters", true);
    let share = memory.max(LEAST_MEMORY) / 8;
    config.options_mut().execution.sort_spill_reservation_bytes = share.min(10 << 20);
    let threads = config.target_partitions().min(memory / THREAD_MEMORY).max(1);
    config = config.with_target_partitions(threads);
    let pool = Arc::new(FairSpillPool::new(memory));
    let environment = RuntimeEnvBuilder::new().with_memory_pool(pool).build_arc()?;
    Ok(SessionContext::new_with_config_rt(config, environment))
}

fn provider(store: &Store, table: Table, version: &Version) -> Result<Arc<dyn TableProvider>, Error> {
    let schema = Arc::new(in_views(&table.schema()));
    let log = store.log(table);
    let state = version.tables.get(&table).map(|at| log.state(Some(*at))).transpose()?.unwrap_or_default();
    state.files.values().try_for_each(|file| whole(&log, file))?;
    let files: Vec<String> = state.files.into_keys().collect();
    if files.is_empty() {
        return Ok(Arc::new(MemTable::try_new(schema, vec![vec![]])?));
    }
    let address = |name: &String| ListingTableUrl::parse(log.folder().join(name).to_string_lossy());
    let addresses = files.iter().map(address).collect::<Result<Vec<_>, _>>()?;
    let options = ListingOptions::new(Arc::new(ParquetFormat::default())).with_file_extension(".parquet");
    let config = ListingTableConfig::new_with_multi_paths(addresses).with_listing_options(options).with_schema(schema);
    Ok(Arc::new(ListingTable::try_new(config)?))
}

/// The columns with texts as views into what was read. A word that comes a million times is not copied a million times; answers have plain
/// texts again.
fn in_views(schema: &Schema) -> Schema {
    retyped(schema, &DataType::Utf8, &DataType::Utf8View)
}

/// Columns of which those of one type have another.
pub(crate) fn retyped(schema: &Schema, from: &DataType, to: &DataType) -> Schema {
    let kind = |f: &Field| if f.data_type() == from { to.clone() } else { f.data_type().clone() };
    let field = |f: &Arc<Field>| f.as_ref().clone().with_data_type(kind(f));
    Schema::new(schema.fields().iter().map(field).collect::<Vec<_>>())
}

/// A file that is gone, or shorter or longer than when it was written, is told of before it is read.
fn whole(log: &Log, file: &Added) -> Result<(), Error> {
    let path = log.folder().join(&file.path);
    let size = std::fs::metadata(&path).map_err(Error::file(&path))?.len();
    let wrong = || format!("it has {size} bytes and was written with {}", file.size);
    if size == file.size { Ok(()) } else { Err(Error::Damaged { what: wrong(), file: path }) }
}
