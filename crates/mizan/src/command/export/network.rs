//! The network of actors: who did what to whom, counted by quad class, over stories.

use std::collections::BTreeMap;
use std::io::Write;

use mizan_store::Snapshot;

use super::super::query::{each, rows};
use super::between;
use crate::args::Export;
use crate::world;

/// Actual events between two named actors, one row a pair of actors and direction. Copies of one story count once.
pub(super) fn edges(args: &Export) -> String {
    let when = between("coalesce(date_first, published)", args);
    let when = if when.is_empty() { when } else { format!(" AND {when}") };
    let count = |quad: &str, name: &str| format!("count(DISTINCT CASE WHEN quad = '{quad}' THEN story || class END) AS {name}");
    format!(
        "SELECT source_key, source, source_country, target_key, target, target_country, count(DISTINCT story || class) AS events, {}, {}, {}, {}, \
         avg(intensity) AS mean_intensity FROM events WHERE modality = 'actual' AND claim IS NULL AND source_key IS NOT NULL AND target_key IS NOT NULL{when} \
         GROUP BY source_key, source, source_country, target_key, target, target_country ORDER BY events DESC, source_key, target_key",
        count("verbal cooperation", "verbal_cooperation"),
        count("material cooperation", "material_cooperation"),
        count("verbal conflict", "verbal_conflict"),
        count("material conflict", "material_conflict"),
    )
}

/// Columns of an edge that are numbers, with their place in a row of [`edges`].
const WEIGHTS: [(&str, usize); 6] = [
    ("events", 6),
    ("verbal_cooperation", 7),
    ("material_cooperation", 8),
    ("verbal_conflict", 9),
    ("material_conflict", 10),
    ("mean_intensity", 11),
];

fn nodes(snapshot: &Snapshot, args: &Export) -> anyhow::Result<BTreeMap<String, (String, String)>> {
    let mut out = BTreeMap::new();
    for row in rows(snapshot, &edges(args))? {
        out.insert(row[0].clone(), (row[1].clone(), row[2].clone()));
        out.insert(row[3].clone(), (row[4].clone(), row[5].clone()));
    }
    Ok(out)
}

fn escaped(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub(super) fn graphml(snapshot: &Snapshot, args: &Export) -> anyhow::Result<()> {
    let mut out = world::output(args.out.as_deref())?;
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    writeln!(
        out,
        "<key id=\"name\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n<key id=\"country\" for=\"node\" attr.name=\"country\" attr.type=\"string\"/>"
    )?;
    for (name, _) in WEIGHTS {
        writeln!(out, "<key id=\"{name}\" for=\"edge\" attr.name=\"{name}\" attr.type=\"double\"/>")?;
    }
    writeln!(out, "<graph edgedefault=\"directed\">")?;
    for (key, (name, country)) in nodes(snapshot, args)? {
        writeln!(
            out,
            "<node id=\"{}\"><data key=\"name\">{}</data><data key=\"country\">{}</data></node>",
            escaped(&key),
            escaped(&name),
            escaped(&country)
        )?;
    }
    each(snapshot, &edges(args), |row| {
        let data: String = WEIGHTS.iter().map(|(name, at)| format!("<data key=\"{name}\">{}</data>", row[*at])).collect();
        Ok(writeln!(out, "<edge source=\"{}\" target=\"{}\">{data}</edge>", escaped(&row[0]), escaped(&row[3]))?)
    })?;
    writeln!(out, "</graph>\n</graphml>")?;
    Ok(out.flush()?)
}

pub(super) fn gexf(snapshot: &Snapshot, args: &Export) -> anyhow::Result<()> {
    let mut out = world::output(args.out.as_deref())?;
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<graph defaultedgetype=\"directed\">"
    )?;
    writeln!(
        out,
        "<attributes class=\"node\"><attribute id=\"country\" title=\"country\" type=\"string\"/></attributes>\n<attributes class=\"edge\">"
    )?;
    for (name, _) in WEIGHTS {
        writeln!(out, "<attribute id=\"{name}\" title=\"{name}\" type=\"double\"/>")?;
    }
    writeln!(out, "</attributes>\n<nodes>")?;
    for (key, (name, country)) in nodes(snapshot, args)? {
        let attributes = format!("<attvalues><attvalue for=\"country\" value=\"{}\"/></attvalues>", escaped(&country));
        writeln!(out, "<node id=\"{}\" label=\"{}\">{attributes}</node>", escaped(&key), escaped(&name))?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    let mut number = 0;
    each(snapshot, &edges(args), |row| {
        number += 1;
        let values: String = WEIGHTS.iter().map(|(name, at)| format!("<attvalue for=\"{name}\" value=\"{}\"/>", row[*at])).collect();
        Ok(writeln!(
            out,
            "<edge id=\"{number}\" source=\"{}\" target=\"{}\" weight=\"{}\"><attvalues>{values}</attvalues></edge>",
            escaped(&row[0]),
            escaped(&row[3]),
            row[6]
        )?)
    })?;
    writeln!(out, "</edges>\n</graph>\n</gexf>")?;
    Ok(out.flush()?)
}
