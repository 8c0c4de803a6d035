//! The Python package as a user gets it: installed with pip into a fresh environment, then its own
//! tests, its types and its stubs. Needs CPython 3.10 or later with pip, and the package index.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the environment and the wheel's build lie: kept between runs, and apart from `target/debug`,
/// which the surrounding `cargo test` may hold locked.
fn scratch() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("python")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_path_buf()
}

/// Runs a command; if it fails, everything that it printed is in the message.
fn run(step: &str, command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{step}: {command:?}: {error}"));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{step} failed ({})\n{command:?}\n{}\n{}",
        output.status,
        said(&output.stdout),
        said(&output.stderr)
    );
    println!("{step}: {}", said(&output.stdout).lines().last().unwrap_or("done"));
}

/// Makes the environment if there is none that works.
fn environment() -> PathBuf {
    let folder = scratch().join("venv");
    let python = folder.join(if cfg!(windows) { "Scripts" } else { "bin" }).join("python");
    let works = Command::new(&python)
        .args(["-m", "pip", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !works {
        let python3 = if cfg!(windows) { "python" } else { "python3" };
        run("environment", Command::new(python3).args(["-m", "venv", "--clear"]).arg(&folder));
    }
    python
}

#[test]
fn the_installed_package_passes_its_tests() {
    let python = environment();
    let python = || {
        let mut command = Command::new(&python);
        // What the surrounding cargo or a shell's own environment would have the package see.
        for name in ["PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", scratch().join("target"));
        // Not python/: its source folder would hide the installed package.
        command.current_dir(scratch());
        command
    };
    let package = root().join("python");
    run(
        "pip install",
        python()
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("{}[test]", package.display())),
    );
    let tests = package.join("tests");
    run(
        "pytest",
        python()
            .args(["-m", "pytest", "--quiet", "--color=no", "-p", "no:cacheprovider"])
            .arg("--config-file")
            .arg(package.join("pyproject.toml"))
            .arg("--rootdir")
            .arg(&package)
            .arg(&tests),
    );
    run("stubtest", python().args(["-m", "mypy.stubtest", "wirecopy"]));
    run(
        "mypy",
        python()
            .args(["-m", "mypy", "--strict", "--no-error-summary", "--cache-dir"])
            .arg(scratch().join("mypy"))
            .arg(&tests),
    );
}
