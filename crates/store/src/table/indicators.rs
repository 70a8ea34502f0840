use jiff::civil::Date;

super::table! {
    /// Figures from tables, not from texts: trade, votes, GDP.
    Indicators, Indicator<'a> {
        /// Where it is from (`eurostat`, `comtrade`, `kazakhstan-trade`, `unga-votes`).
        dataset: &'a str,
        /// The edition within it, where editions may repeat a figure.
        version: Option<&'a str>,
        /// What is measured (`exports`, `imports`, `vote`).
        indicator: &'a str,
        /// Whose it is, ISO 3166 alpha-3.
        reporter: &'a str,
        /// Towards whom; missing when it concerns no one else.
        partner: Option<&'a str>,
        /// Product, resolution or whatever else tells its rows apart.
        key: Option<&'a str>,
        /// First day of the period.
        date_first: Date,
        /// Last day of the period.
        date_last: Date,
        /// The figure; missing when the table has none, never zero for it.
        value: Option<f64>,
        /// What the table says in words (`abstain`).
        words: Option<&'a str>,
        /// Unit (`EUR`, `thousand USD`).
        unit: Option<&'a str>,
        /// The table's own mark on the figure (`estimated`, `confidential`).
        flag: Option<&'a str>,
        /// The file it was imported from.
        file: &'a str,
        /// The run that imported it.
        run: i64,
    }
}
