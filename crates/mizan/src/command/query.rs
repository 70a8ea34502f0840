//! `mizan query SQL`

use mizan_store::{Answer, Form, Snapshot, Store, Table, VIEWS};

use super::{input, place};
use crate::args::{Query, Shape};
use crate::{grid, world};

/// Ask and print the answer.
///
/// # Errors
/// When there is no store, the question is wrong or would change something, or the answer cannot be written.
pub fn run(args: &Query) -> anyhow::Result<()> {
    if args.tables {
        return world::print(&tables());
    }
    let store = Store::open(&place(&args.place)?).map_err(input)?;
    let snapshot = store.snapshot_within(args.when.as_of.unwrap_or_default(), args.memory).map(super::able).map_err(input)?;
    let answer = snapshot.query(&question(args)?).map_err(input)?;
    let form = match args.format {
        Shape::Table => return print(args, answer),
        Shape::Csv => Form::Csv,
        Shape::Json => Form::Json,
        Shape::Parquet => Form::Parquet,
        Shape::Arrow => Form::Arrow,
    };
    answer.write(form, world::output(args.out.as_deref())?).map_err(input)?;
    Ok(())
}

fn question(args: &Query) -> anyhow::Result<String> {
    match args.sql.as_deref() {
        Some("-") => {
            String::from_utf8(world::bytes("-").map_err(input)?).map_err(|_| input("the question is not UTF-8\nhint: write it as UTF-8"))
        }
        Some(sql) => Ok(sql.to_string()),
        None => Err(input("no question was asked\nhint: see `mizan query --help`")),
    }
}

fn print(args: &Query, answer: Answer<'_>) -> anyhow::Result<()> {
    let schema = answer.schema();
    let mut grid = grid::Grid::new(schema.fields().iter().map(|f| (f.name().clone(), f.data_type().is_numeric())));
    for batch in answer {
        grid.add(&batch.map_err(input)?)?;
    }
    let text = grid.render(if args.out.is_some() { None } else { Some(world::width()) });
    match &args.out {
        Some(path) => world::write(path, &text),
        None => world::print(&text),
    }
}

/// The tables, views and columns, as `--tables` prints them.
pub fn tables() -> String {
    let mut out = String::new();
    for table in Table::ALL {
        out += &format!("{}\n  {}\n", table.plain(), table.about().split_whitespace().collect::<Vec<_>>().join(" "));
        for column in table.columns() {
            out += &format!("    {:<18} {:<17} {}\n", column.name, column.kind.word(), column.about.trim());
        }
        out += "\n";
    }
    for view in VIEWS {
        out += &format!("{} (a view)\n  {}\n\n", view.name, view.about);
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// The rows of a small answer, as texts; missing is empty.
///
/// # Errors
/// When the question fails.
pub fn rows(snapshot: &Snapshot, sql: &str) -> anyhow::Result<Vec<Vec<String>>> {
    let mut out = Vec::new();
    each(snapshot, sql, |row| {
        out.push(row);
        Ok(())
    })?;
    Ok(out)
}

/// Do something with each row of an answer that need not fit in memory.
///
/// # Errors
/// When the question fails, or what is done with a row does.
pub fn each(snapshot: &Snapshot, sql: &str, mut act: impl FnMut(Vec<String>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    for batch in snapshot.query(sql).map_err(input)? {
        grid::texts(&batch.map_err(input)?)?.into_iter().try_for_each(&mut act)?;
    }
    Ok(())
}

/// A text as SQL writes it.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Texts as SQL writes them in a list.
pub fn list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    texts.into_iter().map(|text| quoted(text.as_ref())).collect::<Vec<_>>().join(", ")
}
