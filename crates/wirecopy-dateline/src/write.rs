//! Writing a dateline in the style of a house.

use crate::agency::AgencyKind;
use crate::dateline::{Dateline, WrittenDate};
use crate::lists::lists;
use core::fmt;
use wirecopy_date::PartialDate;

/// The style of a house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatelineStyle {
    /// `TROY, N.Y., Aug. 12 (AP) —`: states and months abbreviated the AP way. Cities that AP lets
    /// stand alone lose their state.
    Ap,
    /// `TROY, New York, Aug 12 (Reuters) -`: months without full stops, regions as written.
    Reuters,
    /// `TROY, Aug. 12 (Xinhua) --`: no regions.
    Xinhua,
}

/// A dateline that writes itself; see [`Dateline::display`].
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    dateline: &'a Dateline,
    text: &'a str,
    style: DatelineStyle,
}

impl Dateline {
    /// The dateline, found in `text`, written in `style`, separator included.
    ///
    /// ```
    /// use wirecopy_dateline::{DatelineStyle, find};
    ///
    /// let text = "Elm Creek, Nebraska, 12 August (Reuters): Talks on the river went on as planned.";
    /// let dateline = find(text).unwrap();
    /// let written = dateline.display(text, DatelineStyle::Ap).to_string();
    /// assert_eq!(written, "ELM CREEK, Neb., Aug. 12 (Reuters) —");
    /// ```
    #[must_use]
    pub const fn display<'a>(&'a self, text: &'a str, style: DatelineStyle) -> Written<'a> {
        Written { dateline: self, text, style }
    }
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for (at, place) in self.dateline.places.iter().enumerate() {
            if at > 0 {
                f.write_str("/")?;
            }
            let name = place.span.of(self.text);
            f.write_str(&name.to_uppercase())?;
            if let Some(region) = place.region {
                self.write_region(f, name, region.of(self.text))?;
            }
            comma = ", ";
        }
        if let Some(written) = self.dateline.date.and_then(|date| date.written) {
            f.write_str(comma)?;
            self.write_date(f, written)?;
            comma = " ";
        }
        if let Some(agency) = self.dateline.agency {
            let name = match agency.agency {
                Some(known) if agency.desk.is_none() => known.name,
                _ => agency.span.of(self.text),
            };
            let space = if comma.is_empty() { "" } else { " " };
            let press = agency.agency.is_some_and(|a| a.kind == AgencyKind::PressRelease);
            if press {
                write!(f, "{space}/{name}/")?;
            } else {
                write!(f, "{space}({name})")?;
            }
        }
        f.write_str(match self.style {
            DatelineStyle::Ap => " —",
            DatelineStyle::Reuters => " -",
            DatelineStyle::Xinhua => " --",
        })
    }
}

impl Written<'_> {
    fn write_region(&self, f: &mut fmt::Formatter<'_>, name: &str, region: &str) -> fmt::Result {
        match self.style {
            DatelineStyle::Ap if lists().is_standalone(name) => Ok(()),
            DatelineStyle::Ap => {
                let state = lists().state(region).map_or(region, |state| state.ap);
                write!(f, ", {state}")
            }
            DatelineStyle::Reuters => write!(f, ", {region}"),
            DatelineStyle::Xinhua => Ok(()),
        }
    }

    fn write_date(&self, f: &mut fmt::Formatter<'_>, written: WrittenDate) -> fmt::Result {
        match written {
            WrittenDate::Day(day) => {
                write!(f, "{} {}", self.month(day), day.day())?;
                Self::write_year(f, day)
            }
            WrittenDate::Days { first, last } => {
                write!(f, "{} {}-", self.month(first), first.day())?;
                if first.month() != last.month() {
                    write!(f, "{} ", self.month(last))?;
                }
                write!(f, "{}", last.day())?;
                Self::write_year(f, last)
            }
            WrittenDate::Weekday(day) => f.write_str(day.name()),
        }
    }

    fn month(&self, day: PartialDate) -> &'static str {
        let month = lists().months.iter().find(|month| month.number == day.month());
        month.map_or("", |month| match self.style {
            DatelineStyle::Reuters => month.reuters,
            DatelineStyle::Ap | DatelineStyle::Xinhua => month.ap,
        })
    }

    fn write_year(f: &mut fmt::Formatter<'_>, day: PartialDate) -> fmt::Result {
        day.year().map_or(Ok(()), |year| write!(f, ", {year}"))
    }
}
