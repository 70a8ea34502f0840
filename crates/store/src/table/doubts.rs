super::table! {
    /// What should be known before the rest is trusted: doubtful readings, inputs set aside, codes without a meaning here.
    Doubts, Doubt<'a> {
        /// The document; missing when there is none, because the input was set aside.
        document: Option<&'a str>,
        /// The file, and the place in it.
        source: &'a str,
        /// A short name (`mixed-language`, `set-aside`, `unmapped-code`).
        name: &'a str,
        /// What it means here.
        detail: &'a str,
        /// How many inputs or rows it concerns.
        count: i64,
        /// The run that met it.
        run: i64,
    }
}
