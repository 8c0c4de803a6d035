//! Date expressions in prose, resolved against an anchor date.
