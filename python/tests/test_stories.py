"""Whole stories, read by the installed package and compared with their readable expectations.

The files are those of the Rust test `tests/stories.rs`; a list `known_wrong` is rewritten by it.
"""

from __future__ import annotations

import pathlib
import sys
from typing import Any

import pytest
from comparison import Comparison, check_keys, judge

import wirecopy

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "stories"
STORIES = sorted(path.stem for path in FOLDER.glob("*.toml"))
NOTHING: dict[str, Any] = {
    "parts": [], "dateline": None, "dates": [], "entities": [], "mentions": [], "quotes": [],
}


def read(name: str) -> tuple[str, dict[str, Any]]:
    text = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    with (FOLDER / f"{name}.toml").open("rb") as file:
        gold = tomllib.load(file)
    # In a story everything is asked.
    gold.setdefault("no_dateline", "dateline" not in gold)
    for key in ("dates", "entities", "quotes"):
        gold.setdefault(key, [])
    return text, gold


def test_there_are_stories() -> None:
    assert len(STORIES) >= 25


@pytest.mark.parametrize("name", STORIES)
def test_expectation_is_about_its_text(name: str) -> None:
    """Every surface of the TOML file stands in the story, in order, and no key is misspelt."""
    text, gold = read(name)
    check_keys(gold)
    assert Comparison(text, gold, NOTHING).run(), "an empty analysis must differ"


@pytest.mark.parametrize("name", STORIES)
def test_story(name: str) -> None:
    text, gold = read(name)
    got = wirecopy.analyze(text, published=gold.get("published")).to_dict()
    judge(name, text, gold, got)
