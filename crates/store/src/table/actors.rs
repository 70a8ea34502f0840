super::table! {
    /// Who is named in a document: one row an actor and document.
    Actors, Actor<'a> {
        /// A stable key: `KAZ`, `KAZ/tokayev`, `csto`; for an actor known only from texts, made of its name.
        actor: &'a str,
        /// The document.
        document: &'a str,
        /// The story.
        story: &'a str,
        /// Its name, in English where the knowledge base has it, else as printed.
        name: &'a str,
        /// PER, ORG, GPE, LOC, GRP or ROLE.
        kind: &'a str,
        /// Country code, ISO 3166 alpha-3 or one of the guide's (`EUR`, `WST`, `IGO`); missing when none.
        country: Option<&'a str>,
        /// PLOVER sector, missing when unclear.
        sector: Option<&'a str>,
        /// Whether the knowledge base knows it.
        known: bool,
        /// How many mentions the document has.
        mentions: i64,
        /// Mean tone of its mentions in the document, -1 to 1.
        tone: Option<f64>,
        /// The run that added it.
        run: i64,
    }
}
