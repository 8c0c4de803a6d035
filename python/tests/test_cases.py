"""The small shared cases of `tests/cases/`, through the installed package."""

from __future__ import annotations

import pathlib
import sys
from typing import Any

import pytest
from comparison import check_keys, judge

import wirecopy

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "cases"


def cases() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            for case in tomllib.load(file)["case"]:
                found[f"{path.stem}/{case['name']}"] = case
    return found


CASES = cases()


def test_there_are_cases() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name: str) -> None:
    case = CASES[name]
    check_keys(case)
    text = case["text"]
    got = wirecopy.analyze(text, published=case.get("published")).to_dict(tokens=True)
    if "tokens" in case or "sentences" in case:
        got["tokens"] = [(token.start, token.end) for token in wirecopy.tokenize(text).words]
        got["sentences"] = [(item.start, item.end) for item in wirecopy.sentences(text)]
    if "anchor" in case:
        anchor = None if case["anchor"] == "none" else case["anchor"]
        got["dates"] = [
            {key: getattr(date, key) for key in ("start", "end", "kind", "value", "timex3")}
            for date in wirecopy.find_dates(text, anchor)
        ]
    judge(name, text, case, got)
