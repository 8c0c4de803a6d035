//! Whole stories, read by the facade and compared with their readable expectations
//! (`stories/README.md`). `-- --nocapture` shows the score.

use wirecopy_tests::replay::{judge, replay, stories};

#[test]
fn stories_are_read_as_expected() {
    let stories = stories();
    assert!(stories.len() >= 25, "{} stories", stories.len());
    judge("stories", &stories.iter().map(replay).collect::<Vec<_>>());
}
