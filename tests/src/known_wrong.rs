//! The list `known_wrong` of a TOML file: how it is written, and putting a new one in its place.

/// The list as it stands in a file: one difference to a line, so that a diff can be read.
pub fn to_toml(differences: &[String]) -> String {
    if differences.is_empty() {
        return String::new();
    }
    let mut out = String::from("known_wrong = [\n");
    for difference in differences {
        let quoted = toml::Value::String(difference.clone()).to_string();
        out.push_str(&format!("  {quoted},\n"));
    }
    out.push_str("]\n");
    out
}

/// The file with its list replaced, put in before the line that starts with `before`.
///
/// `before` is the first key after it: `parts = [` of a story.
pub fn replace(file: &str, differences: &[String], before: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in file.split_inclusive('\n') {
        if line.starts_with("known_wrong = [") {
            inside = !line.trim_end().ends_with(']');
            continue;
        }
        if inside {
            inside = line.trim_end() != "]";
            continue;
        }
        kept.push_str(line);
    }
    let list = to_toml(differences);
    let at = kept.find(&format!("\n{before}")).map_or(kept.len(), |newline| newline + 1);
    kept.insert_str(at, &list);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "about = \"x\"\nknown_wrong = [\n  'a: [b]',\n]\nparts = [\n]\n";

    #[test]
    fn a_list_is_replaced_and_reads_back() {
        let lines = vec!["quote 1 \"“A,”\": missing".to_owned(), "it's".to_owned()];
        let file = replace(FILE, &lines, "parts = [");
        let read: toml::Table = file.parse().unwrap();
        let list: Vec<&str> =
            read["known_wrong"].as_array().unwrap().iter().filter_map(|v| v.as_str()).collect();
        assert_eq!(list, lines);
        assert_eq!(replace(&file, &lines, "parts = ["), file);
    }

    #[test]
    fn an_empty_list_leaves_no_key() {
        assert_eq!(replace(FILE, &[], "parts = ["), "about = \"x\"\nparts = [\n]\n");
    }
}
