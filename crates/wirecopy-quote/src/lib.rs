//! Direct, mixed and indirect quotation with cue and speaker.
