//! Reads news copy: parts, dateline, dates, names and quotations in one linear pass.
