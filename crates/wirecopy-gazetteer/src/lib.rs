//! Exact, token-aligned matching of large name lists, with payloads.
