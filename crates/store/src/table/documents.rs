use jiff::civil::Date;

super::table! {
    /// Reports that were read, each once, with their texts.
    Documents, Document<'a> {
        /// Hash of source and text.
        document: &'a str,
        /// The story it belongs to: the id of the first document that it is a copy of, or its own. Measures count stories.
        story: &'a str,
        /// The file or address it came from.
        source: &'a str,
        /// Its address on the web, when the file named one.
        url: Option<&'a str>,
        /// The outlet, when known.
        outlet: Option<&'a str>,
        /// The outlet's country, ISO 3166 alpha-3, when the outlet is in the knowledge base.
        outlet_country: Option<&'a str>,
        /// Its language (`ar`, `en`, `kk`, `ru`); missing when it is none of these or cannot be told.
        language: Option<&'a str>,
        /// Its title, when there is one.
        title: Option<&'a str>,
        /// The day of publication, when known.
        published: Option<Date>,
        /// How that day was found: `given`, `metadata`, `text-head`, `dateline`.
        published_rule: Option<&'a str>,
        /// The text as printed; every offset points into it.
        text: &'a str,
        /// How many sentences and headings it has.
        sentences: i64,
        /// What its story was recognised by: 64 hashes of 16 bits.
        likeness: &'a [u8],
        /// The model that read it.
        model: &'a str,
        /// The run that added it.
        run: i64,
    }
}
