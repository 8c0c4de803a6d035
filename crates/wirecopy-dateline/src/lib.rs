//! The dateline of a news story: places, date, agency.
