//! Tokens, words and sentences of news copy, with exact offsets.
