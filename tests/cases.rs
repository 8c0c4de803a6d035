//! The small shared cases, replayed through the facade (`cases/README.md`).

use wirecopy_tests::replay::{cases, judge, replay};

#[test]
fn cases_are_read_as_expected() {
    let cases = cases();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let mut names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1], "two cases of one name");
    }
    judge("cases", &cases.iter().map(replay).collect::<Vec<_>>());
}
