"""How fast are 200,000 names found from Python, against the tools that people use today?

    .venv/bin/pip install spacy flashtext flashtext2 pyahocorasick ahocorasick_rs
    cargo run --release -p wirecopy-benches --example names -- 200000 20000000 target
    .venv/bin/python benches/python/gazetteer.py target/names.txt target/copy.txt

Every tool gets the same names and the same copy, story by story, in the same process and the same
run, and hands over its matches as Python objects. A tool that finds nothing fails. Printed are the
time to build and the growth of memory (both with the tool's import left out), megabytes a second in
CPU time of this process, best of three, and the ratio to wirecopy. Slow tools get the first part of
the copy; the ratio is per byte.

Bias: wirecopy, flashtext, flashtext2 and the EntityRuler match whole words; matches of the automata
that stand inside words are dropped here, in Python, as their users must. flashtext finds lower case
too and gives positions on request only; it is asked for them. The EntityRuler gets text, as its users
have it, and spends most of its time on tokens.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

import wirecopy

Find = Callable[[str], int]


def wirecopy_find(names: list[str]) -> Find:
    rows = [{"name": name, "type": "other", "case": "exact"} for name in names]
    gazetteer = wirecopy.Gazetteer(rows)
    return lambda text: len(gazetteer.find(text))


def flashtext2_find(names: list[str]) -> Find:
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_iter(names)
    return lambda text: len(processor.extract_keywords_with_span(text))


def flashtext_find(names: list[str]) -> Find:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name)
    return lambda text: len(processor.extract_keywords(text, span_info=True))


def between_words(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum()
    return not before and not (end < len(text) and text[end].isalnum())


def pyahocorasick_find(names: list[str]) -> Find:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, len(name))
    automaton.make_automaton()

    def find(text: str) -> int:
        found = automaton.iter_long(text)
        return sum(between_words(text, last + 1 - size, last + 1) for last, size in found)

    return find


def ahocorasick_rs_find(names: list[str]) -> Find:
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(text: str) -> int:
        found = automaton.find_matches_as_indexes(text)
        return sum(between_words(text, start, end) for _, start, end in found)

    return find


def spacy_find(names: list[str]) -> Find:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return lambda text: len(nlp(text).ents)


TOOLS: list[tuple[str, int, Callable[[list[str]], Find]]] = [
    ("wirecopy", 20_000_000, wirecopy_find),
    ("ahocorasick_rs + boundaries", 20_000_000, ahocorasick_rs_find),
    ("flashtext2", 10_000_000, flashtext2_find),
    ("pyahocorasick + boundaries", 10_000_000, pyahocorasick_find),
    ("flashtext", 4_000_000, flashtext_find),
    ("spaCy EntityRuler", 400_000, spacy_find),
]


def pieces(text: str, size: int) -> list[str]:
    """The first `size` characters, in pieces of whole lines, each about as long as a long story."""
    lines = text[:size].splitlines(keepends=True)
    found, piece, length = [], [], 0
    for line in lines:
        piece.append(line)
        length += len(line)
        if length > 10_000:
            found.append("".join(piece))
            piece, length = [], 0
    return [*found, "".join(piece)]


def memory() -> float:
    """Resident megabytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6


def seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def main(names_path: str, copy_path: str) -> None:
    with open(names_path, encoding="utf-8") as file:
        names = file.read().splitlines()
    with open(copy_path, encoding="utf-8") as file:
        copy = file.read()
    print(f"{len(names)} names, {len(copy) / 1e6:.1f} million characters")
    print(f"{'':30} {'build s':>8} {'memory MB':>10} {'found/MB':>9} {'MB/s':>8} {'wirecopy is':>12}")
    ours = 0.0
    for title, size, tool in TOOLS:
        tool(names[:10])
        gc.collect()
        before, start = memory(), time.process_time()
        find = tool(names)
        build, grown = time.process_time() - start, memory() - before
        texts = pieces(copy, size)
        counts: list[int] = []

        def run(find: Find = find, texts: list[str] = texts, counts: list[int] = counts) -> None:
            counts.append(sum(find(text) for text in texts))

        rounds = 3 if size > 1_000_000 else 1
        took = min(seconds(run) for _ in range(rounds))
        count = counts[-1]
        assert count > size // 2_000, f"{title} found {count}"
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        speed = megabytes / took
        ours = ours or speed
        print(
            f"{title:30} {build:8.2f} {grown:10.1f} {count / megabytes:9.0f} {speed:8.2f}"
            f" {ours / speed:11.1f}x"
        )
        del find


main(*sys.argv[1:])
