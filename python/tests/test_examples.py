"""The notebooks under examples/ run from top to bottom and keep no outputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    monkeypatch.chdir(path.parent)
    names: dict[str, Any] = {}
    missing = None
    for number, cell in enumerate(cells):
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == [] and cell["execution_count"] is None, f"cell {number}: stored output"
        code = compile("".join(cell["source"]), f"{path.name}, cell {number}", "exec")
        try:
            exec(code, names)
        except ModuleNotFoundError as error:
            assert error.name == "pandas", error
            missing = error.name
    if missing:
        pytest.skip(f"{missing} is not installed; the other cells ran")
