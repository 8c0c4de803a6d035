//! The parts of a news story: headline, subhead, credits, byline, dateline, body.
