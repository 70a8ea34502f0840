//! Rows in the formats, written for the tests.

/// A line of so many tab-separated cells, all empty but these.
pub(crate) fn tabbed(count: usize, cells: &[(usize, &str)]) -> String {
    let mut line = vec![""; count];
    for (at, cell) in cells {
        line[*at] = cell;
    }
    line.join("\t")
}

/// A GDELT 2.0 event: Kazakhstan's government meets Russia's president in Astana.
pub(crate) const GDELT: [(usize, &str); 32] = [
    (0, "1100000001"),
    (1, "20220105"),
    (2, "202201"),
    (3, "2022"),
    (4, "2022.0137"),
    (5, "KAZGOV"),
    (6, "KAZAKHSTAN"),
    (7, "KAZ"),
    (12, "GOV"),
    (15, "RUS"),
    (16, "RUSSIAN"),
    (17, "RUS"),
    (22, "CRM"),
    (23, "GOV"),
    (25, "1"),
    (26, "046"),
    (27, "046"),
    (28, "04"),
    (29, "1"),
    (30, "7.0"),
    (31, "10"),
    (32, "2"),
    (33, "9"),
    (34, "-1.25"),
    (51, "4"),
    (52, "Astana, Aqmola, Kazakhstan"),
    (53, "KZ"),
    (56, "51.1801"),
    (57, "71.446"),
    (58, "-2324829"),
    (59, "20220106101500"),
    (60, "https://example.org/a"),
];

/// The same event with some cells changed.
pub(crate) fn gdelt(changes: &[(usize, &str)]) -> String {
    tabbed(61, &[&GDELT[..], changes].concat())
}
