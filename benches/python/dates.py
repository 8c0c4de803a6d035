"""How fast are date expressions found, against the search that people use today?

    .venv/bin/pip install dateparser
    cargo run --release -p wirecopy-benches --example news -- 4000000 > target/news.txt
    .venv/bin/python benches/python/dates.py target/news.txt

Both get the same made-up stories, one at a time, in the same process and the same run, with the same
anchor. What each one hands over is counted first; a tool that finds nothing fails. Printed are
megabytes and expressions a second and the ratio. CPU time of this process; dateparser, being slow,
gets the first few stories only and is told that the copy is English.

`floor` finds every byte that could begin a number of the twenties and knows no rule at all.

Bias: wirecopy gives time spans, sets, quarters and tenses too; dateparser reads two hundred locales,
of which one is asked for here.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable

import wirecopy

ANCHOR = datetime.date(2013, 8, 12)


def wirecopy_dates(text: str) -> int:
    return len(wirecopy.find_dates(text, ANCHOR))


def wirecopy_values(text: str) -> int:
    return len([(date.start, date.value) for date in wirecopy.find_dates(text, ANCHOR)])


def floor(text: str) -> int:
    return text.count("2")


def dateparser_search() -> Callable[[str], int]:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.datetime(2013, 8, 12), "PREFER_DATES_FROM": "past"}
    return lambda text: len(search_dates(text, languages=["en"], settings=settings) or [])


TOOLS: list[tuple[str, int, Callable[[], Callable[[str], int]]]] = [
    ("floor: str.count", 4_000_000, lambda: floor),
    ("wirecopy", 4_000_000, lambda: wirecopy_dates),
    ("wirecopy, values as Python objects", 4_000_000, lambda: wirecopy_values),
    ("dateparser.search", 40_000, dateparser_search),
]


def measure(run: Callable[[str], int], stories: list[str], rounds: int) -> tuple[float, int]:
    """Seconds of CPU for all of `stories`, the best of `rounds`, and how much was found."""
    best, found = float("inf"), 0
    for _ in range(rounds):
        start = time.process_time()
        found = sum(run(story) for story in stories)
        best = min(best, time.process_time() - start)
    return best, found


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        stories = [story for story in file.read().split("\x1e") if story.strip()]
    speeds: dict[str, float] = {}
    for name, limit, make in TOOLS:
        some, size = [], 0
        for story in stories:
            if size >= limit:
                break
            some.append(story)
            size += len(story.encode())
        try:
            run = make()
        except ImportError as error:
            print(f"{name:36} SKIPPED: {error}")
            continue
        run(some[0])
        seconds, found = measure(run, some, 1 if limit < 1_000_000 else 5)
        assert found, f"{name} found nothing"
        speeds[name] = size / seconds / 1e6
        print(f"{name:36} {speeds[name]:10.3f} MB/s {found / seconds:12.0f} found/s {found:7} in {size} bytes")
    if "dateparser.search" in speeds:
        print(f"wirecopy : dateparser = {speeds['wirecopy'] / speeds['dateparser.search']:.0f} : 1")


if __name__ == "__main__":
    main()
