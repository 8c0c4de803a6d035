"""Many texts at once, cut into tokens: order, bad rows, whatever holds the texts, threads, forks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import wirecopy

TEXTS = [f"Talks on point {n} didn’t end. Mr. Aas left." for n in range(500)]
BATCHES: list[Callable[..., list[Any]]] = [wirecopy.tokenize_many, wirecopy.analyze_many]


def _texts(results: list[Any]) -> list[str | None]:
    return [None if result is None else result.text for result in results]


def _places(tokens: wirecopy.Tokens) -> tuple[list[int], list[int], bytes]:
    return list(tokens.starts), list(tokens.ends), tokens.kinds.tobytes()


@pytest.mark.parametrize("threads", [None, 1, 2, 7])
def test_results_come_in_order_whatever_the_threads(threads: int | None) -> None:
    results = wirecopy.tokenize_many(TEXTS, threads=threads)
    assert _texts(results) == TEXTS
    for text, tokens in zip(TEXTS, results):
        assert tokens is not None and tokens.layer == "surface" and tokens.text is text
        assert _places(tokens) == _places(wirecopy.tokenize(text))


def test_options_are_those_of_tokenize() -> None:
    text = "One line\nand another \ud800"
    (tokens,) = wirecopy.tokenize_many([text], newlines="any", errors="replace")
    assert tokens == wirecopy.tokenize(text, newlines="any", errors="replace")
    assert tokens is not None and len(tokens.sentences) == 2
    with pytest.raises(wirecopy.WirecopyError, match="newlines: expected"):
        wirecopy.tokenize_many([], newlines="some")  # type: ignore[arg-type]
    with pytest.raises(wirecopy.WirecopyError, match="errors: expected"):
        wirecopy.tokenize_many([], errors="some")  # type: ignore[arg-type]


@pytest.mark.parametrize("batch", BATCHES)
def test_a_bad_row_costs_only_itself_and_is_named(batch: Callable[..., list[Any]]) -> None:
    rows: list[Any] = ["Good.", None, b"bytes", "a\ud800b", "", 7, float("nan"), 1.5, "Also good."]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        results = batch(rows)
    good = {0: "Good.", 4: "", 8: "Also good."}
    assert _texts(results) == [good.get(index) for index in range(len(rows))]
    assert [str(warning.message).split(";")[0] for warning in caught] == [
        "texts[2]: expected str, found bytes",
        "texts[3]: lone surrogate U+D800 at position 1",
        "texts[5]: expected str, found int",
        "texts[7]: expected str, found float",
    ]
    assert all(warning.filename == __file__ for warning in caught)


@pytest.mark.parametrize("batch", BATCHES)
def test_arguments_that_say_nothing_are_named(batch: Callable[..., list[Any]]) -> None:
    for threads in (0, -1):
        message = f"threads: expected 1 or more, found {threads}"
        with pytest.raises(wirecopy.WirecopyError, match=message):
            batch([], threads=threads)
    for value, found in [("one text", "one str"), (b"bytes", "bytes"), (3, "int")]:
        with pytest.raises(TypeError, match=f"texts: expected an iterable of str, found {found}"):
            batch(value)


class _Frame:
    """What a table looks like from afar: its elements are the names of its columns."""

    columns = ["text"]

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)


@pytest.mark.parametrize("batch", BATCHES)
def test_a_table_is_not_taken_for_a_column(batch: Callable[..., list[Any]]) -> None:
    with pytest.raises(TypeError, match="found _Frame; choose a column"):
        batch(_Frame())


@pytest.mark.parametrize("batch", BATCHES)
def test_an_iterator_is_read_once_and_its_error_is_the_callers(
    batch: Callable[..., list[Any]],
) -> None:
    def broken() -> Iterator[str]:
        yield "One."
        raise LookupError("no second")

    assert batch([]) == [] and len(batch(iter(["One.", "Two."]))) == 2
    with pytest.raises(LookupError, match="no second"):
        batch(broken())


def _numpy(texts: list[str | None]) -> Any:
    return pytest.importorskip("numpy").array(texts, dtype=object)


def _pandas(texts: list[str | None]) -> Any:
    return pytest.importorskip("pandas").Series(texts, dtype="string")


def _pandas_object(texts: list[str | None]) -> Any:
    return pytest.importorskip("pandas").DataFrame({"text": texts})["text"]


def _polars(texts: list[str | None]) -> Any:
    return pytest.importorskip("polars").Series(texts)


def _arrow(texts: list[str | None]) -> Any:
    return pytest.importorskip("pyarrow").array(texts)


def _arrow_chunked(texts: list[str | None]) -> Any:
    return pytest.importorskip("pyarrow").chunked_array([texts[:1], texts[1:]])


class _Scalars:
    """An Arrow array as far as it matters here: its elements are no str, its list is of str."""

    def __init__(self, texts: list[str | None]) -> None:
        self._texts = texts

    def __iter__(self) -> Iterator[object]:
        return iter([object()] * len(self._texts))

    def to_pylist(self) -> list[str | None]:
        return self._texts


@pytest.mark.parametrize(
    "column",
    [list, tuple, _Scalars, _numpy, _pandas, _pandas_object, _polars, _arrow, _arrow_chunked],
)
@pytest.mark.parametrize("batch", BATCHES)
def test_columns_of_every_sort_are_read(
    batch: Callable[..., list[Any]], column: Callable[[list[str | None]], Any]
) -> None:
    texts = ["Anna Keller left.", None, "Zürich “closed”.", ""]
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        results = batch(column(texts))
    assert _texts(results) == texts


def test_progress_is_shown_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    wirecopy.tokenize_many(TEXTS, progress=True)
    assert str(len(TEXTS)) in capsys.readouterr().err


def _counts(texts: list[str]) -> list[int]:
    return [len(tokens) for tokens in wirecopy.tokenize_many(texts, threads=2) if tokens]


def test_a_fork_after_a_batch_does_not_hang() -> None:
    expected = _counts(TEXTS)
    assert len(expected) == len(TEXTS)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        outcome = pool.map_async(_counts, [TEXTS, TEXTS])
        assert outcome.get(timeout=60) == [expected, expected]


# A process that was started in the background ignores Ctrl-C, and so would its children.
CTRL_C = """
import signal, wirecopy
signal.signal(signal.SIGINT, signal.default_int_handler)
texts = ["Talks on point %d ended. Mr. Aas left." % n for n in range(2000)] * 20
print("ready", flush=True)
try:
    while True:
        wirecopy.tokenize_many(texts, threads=1)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_ctrl_c_stops_a_batch() -> None:
    process = subprocess.Popen([sys.executable, "-c", CTRL_C], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert out == "stopped\n" and process.returncode == 0
