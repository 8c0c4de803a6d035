"""Many stories: order, bad rows, threads, forks, Ctrl-C."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

import wirecopy


def _speakers(texts: list[str]) -> list[str | None]:
    articles = wirecopy.analyze_many(texts, threads=2)
    return [a.quotes[0].speaker.name for a in articles if a and a.quotes and a.quotes[0].speaker]


TEXTS = [f'"We agree on point {n}," Anna Keller said.' for n in range(40)]


@pytest.mark.parametrize("threads", [None, 1, 2, 7])
def test_results_come_in_order_whatever_the_threads(threads: int | None) -> None:
    articles = wirecopy.analyze_many(TEXTS, threads=threads)
    assert [a.text for a in articles if a] == TEXTS
    single = [wirecopy.analyze(text).to_json() for text in TEXTS]
    assert [a.to_json() for a in articles if a] == single


def test_a_bad_row_costs_only_itself_and_is_named() -> None:
    rows = ["Good.", None, b"bytes", "a\ud800b", "", 7, "Also good."]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        articles = wirecopy.analyze_many(rows)  # type: ignore[arg-type]
    assert [a and a.text for a in articles] == ["Good.", None, None, None, "", None, "Also good."]
    messages = [str(warning.message) for warning in caught]
    assert messages[0] == "texts[2]: expected str, found bytes; decode the bytes first"
    assert messages[1].startswith("texts[3]: lone surrogate U+D800 at position 1")
    assert messages[2] == "texts[5]: expected str, found int"
    assert len(messages) == 3


def test_arguments_that_say_nothing_are_named() -> None:
    for threads in (0, -1):
        message = f"threads: expected 1 or more, found {threads}"
        with pytest.raises(wirecopy.WirecopyError, match=message):
            wirecopy.analyze_many([], threads=threads)
    with pytest.raises(TypeError, match="texts: expected an iterable of str, found one str"):
        wirecopy.analyze_many("one text")
    with pytest.raises(TypeError, match="texts: expected an iterable of str, found int"):
        wirecopy.analyze_many(3)  # type: ignore[arg-type]


def test_an_empty_batch_is_empty() -> None:
    assert wirecopy.analyze_many([]) == []
    assert wirecopy.analyze_many(iter(["One."]))[0] == wirecopy.analyze("One.")


def test_progress_is_shown_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    wirecopy.analyze_many(TEXTS, progress=True)
    assert "40" in capsys.readouterr().err


def test_a_fork_after_a_batch_does_not_hang() -> None:
    assert len(_speakers(TEXTS)) == 40
    with multiprocessing.get_context("fork").Pool(2) as pool:
        outcome = pool.map_async(_speakers, [TEXTS, TEXTS])
        assert [len(names) for names in outcome.get(timeout=60)] == [40, 40]


def test_threads_give_the_same_answers() -> None:
    expected = [wirecopy.analyze(text).to_json() for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            found = list(pool.map(lambda text: wirecopy.analyze(text).to_json(), TEXTS))
            assert found == expected


def test_other_threads_run_while_a_long_story_is_read() -> None:
    story = " ".join(TEXTS) * 400
    ticks, done = 0, threading.Event()

    def read() -> None:
        wirecopy.analyze(story)
        done.set()

    thread = threading.Thread(target=read)
    thread.start()
    while not done.is_set():
        ticks += 1
        time.sleep(0.001)
    thread.join()
    assert ticks > 5


# A process that was started in the background ignores Ctrl-C, and so would its children.
CTRL_C = """
import signal, wirecopy
signal.signal(signal.SIGINT, signal.default_int_handler)
story = " ".join('"We agree on point %d," Anna Keller said.' % n for n in range(2000))
print("ready", flush=True)
try:
    while True:
        wirecopy.analyze_many([story] * 200, threads=1)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_ctrl_c_stops_a_batch() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", CTRL_C], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert out == "stopped\n" and process.returncode == 0
