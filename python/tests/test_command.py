"""The command `wirecopy`, as installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import wirecopy

COMMAND = Path(sys.executable).with_name("wirecopy")


def run(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [str(COMMAND), *map(str, arguments)], input=stdin, capture_output=True, timeout=120
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def file(tmp_path: Path, story: str) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(story, encoding="utf-8")
    return path


def test_the_demo_prints_a_card() -> None:
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    assert "Lakeland, Norland agree to reopen border bridge before winter" in out
    assert "2019-09-14" in out and "Tomas Varga" in out and "Helen Marsh" in out


def test_a_file_gives_the_card(file: Path) -> None:
    code, out, _ = run("analyze", file)
    assert code == 0 and "Lakeland, Norland agree" in out and "Ingrid Solheim" in out


def test_standard_input_is_a_dash(story: str) -> None:
    code, out, _ = run("analyze", "-", "--format", "json", stdin=story.encode())
    assert code == 0
    expected = wirecopy.analyze(story, id="-").to_dict()
    assert json.loads(out) == expected


def test_json_of_several_files_is_an_array(file: Path) -> None:
    code, out, _ = run("analyze", file, file, "--format", "json")
    assert code == 0 and len(json.loads(out)) == 2


def test_jsonl_has_a_line_a_story_in_order(tmp_path: Path, story: str) -> None:
    (tmp_path / "below").mkdir()
    for name in ("b.txt", "a.txt", "below/c.txt"):
        (tmp_path / name).write_text(story, encoding="utf-8")
    (tmp_path / "not.md").write_text("other", encoding="utf-8")
    code, out, _ = run("analyze", tmp_path, "--format", "jsonl", "--offsets", "utf16", "--tokens")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [Path(line["id"]).name for line in lines] == ["a.txt", "b.txt", "c.txt"]
    assert all(line["offsets"] == "utf16" and line["tokens"] for line in lines)


def test_html_is_a_page(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, out, _ = run("analyze", file, "--format", "html", "-o", page)
    assert (code, out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_published_day_counts(tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text("They met on Friday.", encoding="utf-8")
    code, out, _ = run("analyze", file, "--published", "2013-08-12", "--format", "jsonl")
    assert code == 0 and json.loads(out)["dates"][0]["value"] == "2013-08-09"
    code, _, err = run("analyze", file, "--published", "soon")
    assert code == 2 and "expected a day as YYYY-MM-DD" in err


def test_what_cannot_be_read_is_named_and_the_rest_is_read(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"caf\xe9 news")
    code, out, err = run("analyze", tmp_path / "nowhere", broken, file, "--format", "jsonl")
    assert code == 1
    assert [Path(json.loads(line)["id"]).name for line in out.splitlines()] == ["bridge.txt"]
    assert "nowhere: there is no such file or folder" in err
    assert "broken.txt: not UTF-8 at byte 3" in err
    code, out, _ = run("analyze", broken, "--lossy", "--format", "jsonl")
    assert code == 0 and json.loads(out)["parts"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    code, out, err = run("analyze", tmp_path)
    assert (code, out) == (1, "") and "no .txt file in this folder" in err


def test_arguments_that_make_no_sense_exit_with_2() -> None:
    assert run("analyze")[0] == 2
    assert run("analyze", "-", "--format", "xml")[0] == 2
    assert run("read")[0] == 2


@pytest.mark.parametrize("threads", ["0", "-3", "many", "9" * 30])
def test_a_number_of_threads_that_makes_no_sense_is_told(file: Path, threads: str) -> None:
    code, _, err = run("analyze", file, "--threads", threads)
    assert code == 2 and f'expected a number from 1 up, found "{threads}"' in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_an_output_that_is_full_is_named(file: Path) -> None:
    code, _, err = run("analyze", file, "-o", "/dev/full")
    assert code == 1 and err.startswith("wirecopy: /dev/full: ")


def test_help_version_and_attributions() -> None:
    assert run("--help")[0] == 0
    assert run("--version")[1].strip() == f"wirecopy {wirecopy.__version__}"
    code, out, _ = run("--attributions")
    assert code == 0 and "GeoNames" in out


@pytest.mark.parametrize("form", ["card", "json", "jsonl", "html"])
def test_nothing_steers_the_terminal(form: str) -> None:
    text = 'OSLO, May 7 (AP) - "\x1b[2J\x9b31m\u202eNo\x07," Mr. \x1b]0;x\x07Keller said.'
    code, out, _ = run("analyze", "-", "--format", form, stdin=text.encode())
    assert code == 0
    assert not set(out) & set("\x1b\x9b\u202e\x07")


def test_a_reader_that_leaves_is_no_error(file: Path) -> None:
    command = f"'{COMMAND}' analyze '{file}' --format jsonl --tokens | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=120)
    assert done.stdout == b"{" and done.stderr == b""
