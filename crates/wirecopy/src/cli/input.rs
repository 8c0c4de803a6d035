//! Which files to read, and their text.

use std::collections::VecDeque;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The files that the arguments mean, in order, and what could not be looked into.
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    pub(super) problems: Vec<String>,
}

/// Every file named, and every `.txt` file below a folder named, sorted by path.
pub(super) fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found { files: Vec::new(), problems: Vec::new() };
    for path in paths {
        if is_standard_input(path) || path.is_file() {
            found.files.push(path.clone());
        } else if path.is_dir() {
            find_below(path, &mut found);
        } else {
            found.problems.push(format!("{}: there is no such file or folder", path.display()));
        }
    }
    found
}

fn find_below(folder: &Path, found: &mut Found) {
    let before = found.files.len();
    let mut folders = VecDeque::from([folder.to_path_buf()]);
    let mut files = Vec::new();
    while let Some(folder) = folders.pop_front() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                found.problems.push(format!("{}: {error}", folder.display()));
                continue;
            }
        };
        for entry in entries.filter_map(Result::ok) {
            // A link is not followed: it may lead back to where we are.
            let Ok(kind) = entry.file_type() else { continue };
            let path = entry.path();
            if kind.is_dir() {
                folders.push_back(path);
            } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "txt")
            {
                files.push(path);
            }
        }
    }
    files.sort();
    found.files.extend(files);
    if found.files.len() == before {
        found.problems.push(format!("{}: no .txt file in this folder", folder.display()));
    }
}

/// The text of `file`, or a message that names the file and, for bytes that are not UTF-8, their
/// position.
pub(super) fn read(file: &Path, input: &mut impl Read, lossy: bool) -> Result<String, String> {
    let mut bytes = Vec::new();
    let outcome = if is_standard_input(file) {
        input.read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(file).map(|read| bytes = read)
    };
    outcome.map_err(|error| format!("{}: {error}", name(file)))?;
    if lossy {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{}: not UTF-8 at byte {at} (--lossy reads such bytes as U+FFFD)", name(file))
    })
}

/// What the file is called in messages and as the story's id.
pub(super) fn name(file: &Path) -> String {
    if is_standard_input(file) { "-".to_owned() } else { file.display().to_string() }
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}
