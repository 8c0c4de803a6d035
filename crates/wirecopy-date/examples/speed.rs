use std::time::Instant;
use wirecopy_date::*;
fn main() {
    let anchor = Some(Anchor::new(Date::new(1987, 3, 4).unwrap(), AnchorSource::Published));
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let run = |name: &str, text: &str| {
        let mut best = f64::MAX;
        let mut n = 0;
        for _ in 0..5 {
            let t = Instant::now();
            n = find_dates(text, anchor).len();
            best = best.min(t.elapsed().as_secs_f64());
        }
        println!(
            "{name}: {} bytes {} found {:.1} MB/s",
            text.len(),
            n,
            text.len() as f64 / best / 1e6
        );
    };
    run("news", &text);
    for (n, s) in [
        ("May ", "May "),
        ("digits", "1234567890"),
        ("digits sp", "12 "),
        ("quotes", "\""),
        ("last", "last "),
        ("two to ", "two to "),
        ("the end of ", "the end of "),
        ("early ", "early "),
        ("a.m.", "10 a.m. "),
        ("July 3-", "July 3-"),
        ("New Year's ", "New Year's "),
        ("day before ", "the day before last "),
        ("every", "every "),
        ("about", "about "),
        ("said", "said "),
        ("Friday", "Friday "),
        ("Fri ed", "Friday planned to "),
        ("at 10 (", "10 a.m. ("),
        ("x", "x"),
        ("é", "é"),
        ("1,", "1,"),
        ("\n", "\n "),
        ("comma", "Friday, "),
        ("- ", "-"),
    ] {
        for size in [100_000usize, 1_000_000] {
            let t = s.repeat(size / s.len());
            run(n, &t);
        }
    }
}
