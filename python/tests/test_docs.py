"""Every example in a docstring and in the README runs."""

from __future__ import annotations

import doctest
from pathlib import Path

import wirecopy
from wirecopy import _wirecopy


def test_docstring_examples_run() -> None:
    runner = doctest.DocTestRunner()
    examples = 0
    for name in [*wirecopy.__all__, "__doc__"]:
        value = wirecopy if name == "__doc__" else getattr(_wirecopy, name)
        docstring = getattr(value, "__doc__", None) or ""
        if ">>>" in docstring:
            test = doctest.DocTestParser().get_doctest(docstring, {}, name, None, None)
            examples += len(test.examples)
            runner.run(test)
    assert examples >= 15
    assert runner.summarize().failed == 0


def test_the_readme_runs() -> None:
    readme = Path(__file__).parent.parent / "README.md"
    outcome = doctest.testfile(str(readme), module_relative=False)
    assert outcome.attempted > 0 and outcome.failed == 0
