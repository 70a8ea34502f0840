super::table! {
    /// Sentences and headings of the documents, by their places.
    Sentences, Sentence<'a> {
        /// The document.
        document: &'a str,
        /// Its number in the document, counted from 1.
        sentence: i64,
        /// First byte of it in the text.
        byte_start: i64,
        /// One past its last byte.
        byte_end: i64,
        /// First character (Unicode scalar value).
        char_start: i64,
        /// One past its last character.
        char_end: i64,
        /// Whether it is a heading.
        heading: bool,
        /// Number of the paragraph it stands in, counted from 0.
        paragraph: i64,
        /// The run that added it.
        run: i64,
    }
}
