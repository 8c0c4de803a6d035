//! Lists of names as people keep them.
//!
//! | format | a row | a name's kind |
//! |---|---|---|
//! | [`Csv`](ListFormat::Csv), [`Tsv`](ListFormat::Tsv) | columns by heading | column `type` or `kind` |
//! | [`JsonLines`](ListFormat::JsonLines) | an object by key, the same columns | the same |
//! | [`EntityRuler`](ListFormat::EntityRuler) | `{"label", "pattern", "id"}` of spaCy | `label` |
//! | [`Flashtext`](ListFormat::Flashtext) | `{"clean name": ["alias", …]}`, one object | the options' |
//! | [`GateList`](ListFormat::GateList) | a name, then `\tfeature=value` or `:feature=value` | the options' |
//! | [`GeoNames`](ListFormat::GeoNames) | the nineteen columns of a GeoNames dump | place |
//!
//! Columns that mean something: `name`, `type` or `kind`, `id`, `aliases` (separated by `|`, or a
//! JSON list), `lat` or `latitude`, `lon`, `lng` or `longitude`, `country`, `region` or `admin`,
//! `weight` or `population`, `case`, `valid_from`, `valid_to`, `source`. Any other column is kept
//! as a field. An empty cell is an absent value. A kind that is none of ours becomes
//! [`EntryKind::Other`] with the word kept in the field `type`.

mod json;
mod plain;
mod table;

use crate::{CasePolicy, EntryKind, EntrySpec, GazetteerBuilder, GazetteerError};

/// How a list is written: see the [module](self).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListFormat {
    /// Comma-separated values with a heading row (RFC 4180).
    Csv,
    /// Tab-separated values with a heading row. Quotation marks mean nothing.
    Tsv,
    /// One JSON object a line.
    JsonLines,
    /// The patterns of spaCy's EntityRuler, one JSON object a line. A pattern of tokens is read
    /// where each token is given by `TEXT`, `ORTH` or `LOWER` alone.
    EntityRuler,
    /// The dictionary of flashtext's `add_keywords_from_dict`, or a JSON list of names.
    Flashtext,
    /// A `.lst` file of a GATE gazetteer.
    GateList,
    /// A table of the GeoNames download server, such as `cities15000.txt`.
    GeoNames,
}

/// What a list does not say itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListOptions {
    kind: EntryKind,
    case: CasePolicy,
    source: String,
    lenient: bool,
}

impl Default for ListOptions {
    /// Kind `other`, case policy smart, no source, and the first bad row is an error.
    fn default() -> Self {
        Self {
            kind: EntryKind::Other,
            case: CasePolicy::Smart,
            source: String::new(),
            lenient: false,
        }
    }
}

impl ListOptions {
    /// The kind of rows that do not say theirs.
    #[must_use]
    pub const fn kind(mut self, kind: EntryKind) -> Self {
        self.kind = kind;
        self
    }

    /// The case policy of rows that do not say theirs.
    #[must_use]
    pub const fn case(mut self, case: CasePolicy) -> Self {
        self.case = case;
        self
    }

    /// The source of rows that do not say theirs.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// Leaves bad rows out and reports them, instead of refusing the list.
    #[must_use]
    pub const fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// An entry with what these options say.
    fn entry(&self, name: impl Into<String>) -> EntrySpec {
        EntrySpec::new(self.kind, name).with_case(self.case).with_source(self.source.as_str())
    }
}

/// What came of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListReport {
    /// Rows that became entries.
    pub entries: usize,
    /// Rows that did not, each with its line and column; empty unless the options are lenient.
    pub errors: Vec<GazetteerError>,
}

/// Takes rows from a reader into a builder.
struct Sink<'b> {
    builder: &'b mut GazetteerBuilder,
    lenient: bool,
    report: ListReport,
}

impl Sink<'_> {
    /// Takes the row at `line`.
    fn take(
        &mut self,
        line: u32,
        row: Result<EntrySpec, GazetteerError>,
    ) -> Result<(), GazetteerError> {
        match row.and_then(|spec| self.builder.add(spec)) {
            Ok(()) => self.report.entries += 1,
            Err(error) if self.lenient => self.report.errors.push(error.at(line)),
            Err(error) => return Err(error.at(line)),
        }
        Ok(())
    }
}

impl GazetteerBuilder {
    /// Adds the entries of a list.
    ///
    /// ```
    /// use wirecopy_gazetteer::{GazetteerBuilder, ListFormat, ListOptions};
    ///
    /// let list = "name,type,aliases,lat,lon,note\n\
    ///             Oslo,place,Kristiania|Christiania,59.91,10.75,capital\n\
    ///             Bergen,place,,60.39,north,\n";
    /// let mut builder = GazetteerBuilder::new();
    /// let report = builder.read_list(ListFormat::Csv, list, &ListOptions::default().lenient())?;
    /// assert_eq!(report.entries, 1);
    /// assert_eq!(report.errors[0].to_string(), "line 3, column lon: \"north\" is no number");
    ///
    /// let gazetteer = builder.build()?;
    /// let name = gazetteer.lookup("Kristiania").unwrap();
    /// let oslo = gazetteer.entries(name).next().unwrap();
    /// assert_eq!((oslo.name(), oslo.field("note")), ("Oslo", Some("capital")));
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first row that cannot be read, by line and column, unless the options are lenient; the
    /// builder is unchanged then. A list that cannot be read at all is an error in any case.
    pub fn read_list(
        &mut self,
        format: ListFormat,
        list: &str,
        options: &ListOptions,
    ) -> Result<ListReport, GazetteerError> {
        let before = self.len();
        let list = list.strip_prefix('\u{FEFF}').unwrap_or(list);
        let mut sink =
            Sink { lenient: options.lenient, report: ListReport::default(), builder: self };
        let read = match format {
            ListFormat::Csv => table::read(list, b',', options, &mut sink),
            ListFormat::Tsv => table::read(list, b'\t', options, &mut sink),
            ListFormat::JsonLines => json::read_lines(list, options, &mut sink),
            ListFormat::EntityRuler => json::read_patterns(list, options, &mut sink),
            ListFormat::Flashtext => json::read_dictionary(list, options, &mut sink),
            ListFormat::GateList => plain::read_gate(list, options, &mut sink),
            ListFormat::GeoNames => plain::read_geonames(list, options, &mut sink),
        };
        let report = sink.report;
        if let Err(error) = read {
            self.truncate(before);
            return Err(error);
        }
        Ok(report)
    }
}

impl EntrySpec {
    /// Sets what column `heading` of a [row](self) says; an empty value says nothing.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec};
    ///
    /// let oslo = EntrySpec::new(EntryKind::Place, "Oslo");
    /// let oslo = oslo.with_column("alias", "Kristiania|Christiania")?.with_column("Population", "717710")?;
    /// let error = oslo.with_column("lat", "north").unwrap_err();
    /// assert_eq!(error.to_string(), "column lat: \"north\" is no number");
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the value is not what the column is for: a number, a day, a case policy.
    pub fn with_column(mut self, heading: &str, value: &str) -> Result<Self, GazetteerError> {
        set(&mut self, heading, value)?;
        Ok(self)
    }
}

/// Sets what column `heading` of a row means.
fn set(spec: &mut EntrySpec, heading: &str, value: &str) -> Result<(), GazetteerError> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(());
    }
    let result = match heading.trim().to_ascii_lowercase().as_str() {
        "name" => {
            value.clone_into(&mut spec.name);
            Ok(())
        }
        "type" | "kind" | "label" => {
            set_kind(spec, value);
            Ok(())
        }
        "id" => {
            value.clone_into(&mut spec.id);
            Ok(())
        }
        "source" => {
            value.clone_into(&mut spec.source);
            Ok(())
        }
        "alias" | "aliases" => {
            let names = value.split('|').map(str::trim).filter(|name| !name.is_empty());
            names.for_each(|name| push_alias(spec, name));
            Ok(())
        }
        "lat" | "latitude" => number(value).map(|latitude| {
            spec.coordinates = Some((latitude, spec.coordinates.map_or(f32::NAN, |(_, y)| y)));
        }),
        "lon" | "lng" | "longitude" => number(value).map(|longitude| {
            spec.coordinates = Some((spec.coordinates.map_or(f32::NAN, |(x, _)| x), longitude));
        }),
        "country" => {
            spec.country = Some(value.to_owned());
            Ok(())
        }
        "region" | "admin" => {
            spec.region = Some(value.to_owned());
            Ok(())
        }
        "weight" | "population" => weight(value).map(|weight| spec.weight = weight),
        "case" => value.parse().map(|case| spec.case = case).map_err(|_| {
            GazetteerError::entry(format_args!("{value:?} is not exact, smart or fold"))
        }),
        "valid_from" => day(value, 1, 1).map(|day| spec.valid_from = Some(day)),
        "valid_to" => day(value, 12, 31).map(|day| spec.valid_to = Some(day)),
        _ => {
            spec.fields.push((heading.trim().to_owned(), value.to_owned()));
            Ok(())
        }
    };
    result.map_err(|error| error.in_column(heading))
}

fn set_kind(spec: &mut EntrySpec, word: &str) {
    match word.parse() {
        Ok(kind) => spec.kind = kind,
        Err(_) => {
            spec.kind = EntryKind::Other;
            spec.fields.push(("type".to_owned(), word.to_owned()));
        }
    }
}

fn push_alias(spec: &mut EntrySpec, name: &str) {
    spec.aliases.push(crate::Alias { text: name.to_owned(), case: None });
}

fn number(value: &str) -> Result<f32, GazetteerError> {
    match value.parse::<f32>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(GazetteerError::entry(format_args!("{value:?} is no number"))),
    }
}

/// A weight that was written as a whole number or as a decimal ("12345.0", as data frames do).
fn weight(value: &str) -> Result<u32, GazetteerError> {
    if let Ok(weight) = value.parse() {
        return Ok(weight);
    }
    match value.parse::<f64>() {
        Ok(weight) if weight >= 0.0 => Ok(weight as u32),
        _ => Err(GazetteerError::entry(format_args!("{value:?} is no weight from 0 up"))),
    }
}

/// A day as `2013`, `2013-08` or `2013-08-12`; what is missing is `month` and `last`.
fn day(value: &str, month: u8, last: u8) -> Result<(i16, u8, u8), GazetteerError> {
    let bad = || GazetteerError::entry(format_args!("{value:?} is no date like 2013-08-12"));
    let (sign, digits) = value.strip_prefix('-').map_or((1, value), |rest| (-1, rest));
    // A time of day may follow.
    let digits = digits.split(['T', ' ']).next().unwrap_or(digits);
    let mut parts = digits.split('-');
    let year: i16 = parts.next().and_then(|year| year.parse().ok()).ok_or_else(bad)?;
    let mut part = |missing: u8| match parts.next() {
        None => Ok((missing, false)),
        Some(part) => part.parse().map(|value| (value, true)).map_err(|_| bad()),
    };
    let (month, has_month) = part(month)?;
    let (day, _) = part(if has_month && last > 1 { days_in(year, month) } else { last })?;
    if parts.next().is_some()
        || !(1..=12).contains(&month)
        || day == 0
        || day > days_in(year, month)
    {
        return Err(bad());
    }
    Ok((sign * year, month, day))
}

const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
