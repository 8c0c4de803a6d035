//! The house rules that a machine can check: which room leans on which, and what may lie in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each room leans on, as HOUSE has it. A new arrow is an architecture change: it gets a line in
/// DESIGN.md and then one here.
const ARROWS: &[(&str, &[&str])] = &[
    ("wirecopy-text", &[]),
    ("wirecopy-token", &["wirecopy-text"]),
    ("wirecopy-article", &["wirecopy-text"]),
    ("wirecopy-date", &["wirecopy-text"]),
    ("wirecopy-dateline", &["wirecopy-text", "wirecopy-date"]),
    ("wirecopy-gazetteer", &["wirecopy-text"]),
    ("wirecopy-gazetteer-data", &["wirecopy-gazetteer-data-small"]),
    ("wirecopy-gazetteer-data-small", &[]),
    ("wirecopy-linear", &[]),
    ("wirecopy-syntax", &["wirecopy-text", "wirecopy-token", "wirecopy-linear"]),
    ("wirecopy-model-data", &[]),
    (
        "wirecopy-entity",
        &[
            "wirecopy-text",
            "wirecopy-token",
            "wirecopy-gazetteer",
            "wirecopy-syntax",
            "wirecopy-linear",
        ],
    ),
    ("wirecopy-quote", &["wirecopy-text", "wirecopy-token", "wirecopy-syntax", "wirecopy-linear"]),
    (
        "wirecopy",
        &[
            "wirecopy-text",
            "wirecopy-token",
            "wirecopy-article",
            "wirecopy-date",
            "wirecopy-dateline",
            "wirecopy-gazetteer",
            "wirecopy-gazetteer-data",
            "wirecopy-linear",
            "wirecopy-syntax",
            "wirecopy-model-data",
            "wirecopy-entity",
            "wirecopy-quote",
        ],
    ),
];

/// Libraries of other people that a room may use in what it ships. Data and code rooms not named
/// here use none.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("wirecopy-text", &["unicode-normalization"]),
    ("wirecopy-token", &["memchr"]),
    ("wirecopy-date", &["memchr"]),
    ("wirecopy-gazetteer", &["memchr", "csv", "serde_json"]),
    ("wirecopy-quote", &["memchr"]),
    ("wirecopy", &["serde", "serde_json", "clap", "mimalloc"]),
];

/// The largest file, and where larger ones may lie: compiled lists, model weights.
const LARGEST: u64 = 1_000_000;
const PACKS: [&str; 3] = [
    "crates/wirecopy-gazetteer-data/",
    "crates/wirecopy-gazetteer-data-small/",
    "crates/wirecopy-model-data/",
];

/// What may stand at the top.
const TOP: [&str; 17] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "NOTICE",
    "clippy.toml",
    "rustfmt.toml",
    "rust-toolchain.toml",
    "crates",
    "python",
    "benches",
    "tests",
    ".ci",
    ".gitignore",
    ".gitattributes",
    ".cargo",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_path_buf()
}

fn manifest(folder: &Path) -> toml::Table {
    let path = folder.join("Cargo.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Name, folder and manifest of every crate in `crates/`.
fn crates() -> Vec<(String, PathBuf, toml::Table)> {
    let mut all: Vec<_> = fs::read_dir(root().join("crates"))
        .expect("crates/")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.join("Cargo.toml").is_file())
        .map(|path| {
            let manifest = manifest(&path);
            let name = manifest["package"]["name"].as_str().expect("a name").to_owned();
            (name, path, manifest)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(all.len() >= 11, "only {} crates found", all.len());
    all
}

/// The crates that are published: all but the developers' tool.
fn rooms() -> Vec<(String, PathBuf, toml::Table)> {
    crates().into_iter().filter(|(name, ..)| name != "wirecopy-dev").collect()
}

fn keys(manifest: &toml::Table, table: &str) -> BTreeSet<String> {
    manifest
        .get(table)
        .and_then(toml::Value::as_table)
        .map(|table| table.keys().cloned().collect())
        .unwrap_or_default()
}

fn check(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_arrow_is_in_the_table() {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let libraries: BTreeMap<&str, &[&str]> = LIBRARIES.iter().copied().collect();
    let mut complaints = Vec::new();
    for (name, _, manifest) in rooms() {
        let Some(allowed) = arrows.get(name.as_str()) else {
            complaints.push(format!("{name}: a room that HOUSE's table does not have"));
            continue;
        };
        let foreign = libraries.get(name.as_str()).copied().unwrap_or_default();
        for used in keys(&manifest, "dependencies") {
            let list = if used.starts_with("wirecopy") { allowed } else { &foreign };
            if !list.contains(&used.as_str()) {
                complaints.push(format!("{name} leans on {used}: no such arrow"));
            }
        }
        for table in ["build-dependencies", "target"] {
            if manifest.contains_key(table) {
                complaints.push(format!("{name} has [{table}]"));
            }
        }
    }
    check(&complaints);
}

#[test]
fn no_room_knows_python_or_arrow() {
    let banned = ["pyo3", "arrow", "polars", "rayon", "regex", "chrono", "tokio", "reqwest"];
    let mut complaints = Vec::new();
    for (name, _, manifest) in crates() {
        for used in keys(&manifest, "dependencies") {
            if banned.iter().any(|word| used.starts_with(word)) {
                complaints.push(format!("{name} leans on {used}"));
            }
        }
    }
    check(&complaints);
}

#[test]
fn every_crate_takes_what_is_common_from_the_workspace() {
    let mut complaints = Vec::new();
    for (name, folder, manifest) in crates() {
        let package = manifest["package"].as_table().expect("[package]");
        for key in ["version", "edition", "rust-version", "license", "repository"] {
            let inherited = package.get(key).and_then(|value| value.get("workspace"));
            if inherited.and_then(toml::Value::as_bool) != Some(true) {
                complaints.push(format!("{name}: {key} is not the workspace's"));
            }
        }
        let lints = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        if lints.and_then(toml::Value::as_bool) != Some(true) {
            complaints.push(format!("{name}: lints are not the workspace's"));
        }
        if !package.contains_key("description") {
            complaints.push(format!("{name}: no description"));
        }
        if folder.join("build.rs").exists() || package.contains_key("build") {
            complaints.push(format!("{name}: a build script"));
        }
        for (dependency, value) in
            manifest.get("dependencies").and_then(toml::Value::as_table).into_iter().flatten()
        {
            if value.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                complaints.push(format!("{name}: {dependency} has a version of its own"));
            }
        }
    }
    check(&complaints);
}

#[test]
fn every_room_has_a_readme_with_an_example_that_runs() {
    let mut complaints = Vec::new();
    for (name, folder, _) in rooms() {
        let readme = fs::read_to_string(folder.join("README.md")).unwrap_or_default();
        if !readme.contains("```") {
            complaints.push(format!("{name}: no README.md with an example"));
        }
        let lib = fs::read_to_string(folder.join("src/lib.rs")).unwrap_or_default();
        if !lib.contains("include_str!(\"../README.md\")") {
            complaints.push(format!("{name}: the README's example is not a doctest"));
        }
        let lower = lib.to_lowercase();
        if !lower.contains("does not do") && !lower.contains("does not know") {
            complaints.push(format!("{name}: lib.rs does not say what the crate does not do"));
        }
    }
    check(&complaints);
}

#[test]
fn data_has_its_sources() {
    let mut complaints = Vec::new();
    for (name, folder, _) in crates() {
        let data = folder.join("data");
        if data.is_dir() && !data.join("SOURCES.md").is_file() {
            complaints.push(format!("{name}: data/ without SOURCES.md"));
        }
    }
    check(&complaints);
}

#[test]
fn unsafe_code_is_forbidden_everywhere() {
    let workspace = manifest(&root());
    assert_eq!(workspace["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    assert!(workspace.get("package").is_none(), "the root is a virtual workspace");
    let word = ["unsafe", " {"].concat();
    let complaints: Vec<String> = files()
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "rs"))
        .filter(|(path, _)| fs::read_to_string(path).is_ok_and(|text| text.contains(&word)))
        .map(|(path, _)| format!("{}: unsafe code", path.display()))
        .collect();
    check(&complaints);
}

/// Every file of the repository with its path from the root; what git ignores is left out by name.
fn files() -> Vec<(PathBuf, String)> {
    const IGNORED: [&str; 11] = [
        "target",
        ".git",
        ".venv",
        "__pycache__",
        ".pytest_cache",
        ".mypy_cache",
        ".hypothesis",
        "dist",
        "shared",
        "proptest-regressions",
        ".ruff_cache",
    ];
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable folder").path();
            let name =
                path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if IGNORED.contains(&name.as_str()) || name.ends_with(".egg-info") {
                continue;
            }
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with(".so") && !name.ends_with(".pyc") {
                let short = path.strip_prefix(&root).expect("inside").to_string_lossy();
                found.push((path.clone(), short.replace('\\', "/")));
            }
        }
    }
    found.sort();
    assert!(found.len() > 100, "only {} files found", found.len());
    found
}

#[test]
fn large_files_are_packs_only() {
    let complaints: Vec<String> = files()
        .into_iter()
        .filter(|(_, short)| !PACKS.iter().any(|pack| short.starts_with(pack)))
        .filter_map(|(path, short)| {
            let size = fs::metadata(path).expect("a file").len();
            (size > LARGEST).then(|| format!("{short}: {size} bytes"))
        })
        .collect();
    check(&complaints);
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    // Put together here, so that this file does not hold them.
    let paths =
        [["/wo", "rk/"], ["/ho", "me/"], ["/ro", "ot/"], ["/Us", "ers/"]].map(|p| p.concat());
    let complaints: Vec<String> = files()
        .into_iter()
        .filter_map(|(path, short)| {
            let text = fs::read_to_string(path).ok()?;
            let found = paths.iter().find(|path| text.contains(path.as_str()))?;
            Some(format!("{short}: holds {found}"))
        })
        .collect();
    check(&complaints);
}

#[test]
fn the_top_is_tidy() {
    let complaints: Vec<String> = fs::read_dir(root())
        .expect("the root")
        .map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned())
        .filter(|name| !TOP.contains(&name.as_str()))
        .filter(|name| {
            !["target", ".git", ".venv", ".pytest_cache", ".mypy_cache", "dist"]
                .contains(&name.as_str())
        })
        .map(|name| format!("{name} stands at the top"))
        .collect();
    check(&complaints);
}

#[test]
fn every_member_is_in_the_workspace() {
    let workspace = manifest(&root());
    let members: Vec<&str> = workspace["workspace"]["members"]
        .as_array()
        .expect("members")
        .iter()
        .filter_map(toml::Value::as_str)
        .collect();
    let mut complaints = Vec::new();
    for folder in ["tests", "benches", "python"] {
        if root().join(folder).join("Cargo.toml").is_file() && !members.contains(&folder) {
            complaints.push(format!("{folder}/ is no member"));
        }
    }
    let default: Vec<&str> = workspace["workspace"]["default-members"]
        .as_array()
        .expect("default-members")
        .iter()
        .filter_map(toml::Value::as_str)
        .collect();
    if default.contains(&"python") {
        complaints
            .push("python is a default member: plain `cargo test` must need no Python".to_owned());
    }
    check(&complaints);
}

#[test]
fn every_file_of_rules_stands_in_the_map() {
    let map = fs::read_to_string(root().join("crates/wirecopy/RULES.md")).unwrap();
    let sections: Vec<&str> = map.split("\n## ").skip(1).collect();
    let rooms = ["wirecopy-entity/src", "wirecopy-quote/src", "wirecopy/src/speaker"];
    assert_eq!(sections.len(), rooms.len());
    for (room, section) in rooms.into_iter().zip(sections) {
        let told: BTreeSet<&str> = section.split('`').skip(1).step_by(2).collect();
        for file in fs::read_dir(root().join("crates").join(room)).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_rule = !["lib", "mod", "tests"].contains(&name.as_str());
            assert!(
                !is_rule || told.contains(name.as_str()),
                "RULES.md does not tell of {room}/{name}"
            );
        }
    }
}
