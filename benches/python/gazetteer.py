"""How fast are 200,000 names found from Python, against the tools that people use today?

    .venv/bin/pip install spacy flashtext flashtext2 pyahocorasick ahocorasick_rs
    cargo run --release -p wirecopy-benches --example names -- 200000 20000000 target
    .venv/bin/python benches/python/gazetteer.py target/names.txt target/copy.txt

Every tool gets the same names and the same copy, story by story, in the same process and the same
run, and hands over its matches as Python objects. A tool that finds nothing fails. Printed are the
time to build and the growth of memory (both with the tool's import left out), megabytes a second in
CPU time of this process, best of five rounds in which the tools take turns, and by how much two forms
of wirecopy are faster: the tuples (name, start, end) that flashtext2 gives, and for all the texts at once,
on one thread, columns of rows, starts, ends and entries that numpy and Arrow read in place. Slow tools get the first part of the copy; the ratio is per byte.

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

# Finds the names in every text and says how many there are.
Find = Callable[[list[str]], int]


def each(find: Callable[[str], int]) -> Find:
    return lambda texts: sum(find(text) for text in texts)


def wirecopy_list(names: list[str]) -> wirecopy.Gazetteer:
    return wirecopy.Gazetteer([{"name": n, "type": "other", "case": "exact"} for n in names])


def wirecopy_tuples(names: list[str]) -> Find:
    gazetteer = wirecopy_list(names)

    def find(text: str) -> int:
        found = gazetteer.find(text)
        return len(list(zip(found.names, found.starts, found.ends)))

    return each(find)


def wirecopy_columns(names: list[str]) -> Find:
    gazetteer = wirecopy_list(names)

    def find(texts: list[str]) -> int:
        found = gazetteer.find_many(texts, threads=1)
        columns = (found.rows, found.starts, found.ends, found.entries)
        return sum(map(len, columns)) // len(columns)

    return find


def wirecopy_objects(names: list[str]) -> Find:
    gazetteer = wirecopy_list(names)
    return each(lambda text: len([(m.text, m.start, m.end) for m in gazetteer.find(text)]))


def flashtext2_find(names: list[str]) -> Find:
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_iter(names)
    return each(lambda text: len(processor.extract_keywords_with_span(text)))


def flashtext2_names(names: list[str]) -> Find:
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_iter(names)
    return each(lambda text: len(processor.extract_keywords(text)))


def flashtext_find(names: list[str]) -> Find:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name)
    return each(lambda text: len(processor.extract_keywords(text, span_info=True)))


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

    return each(find)


def ahocorasick_rs_find(names: list[str]) -> Find:
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(text: str) -> int:
        found = automaton.find_matches_as_indexes(text)
        return sum(between_words(text, start, end) for _, start, end in found)

    return each(find)


def spacy_find(names: list[str]) -> Find:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return each(lambda text: len(nlp(text).ents))


TOOLS: list[tuple[str, int, Callable[[list[str]], Find]]] = [
    ("wirecopy, tuples", 20_000_000, wirecopy_tuples),
    ("wirecopy, columns", 20_000_000, wirecopy_columns),
    ("wirecopy, objects", 20_000_000, wirecopy_objects),
    ("ahocorasick_rs + boundaries", 20_000_000, ahocorasick_rs_find),
    ("flashtext2, tuples", 10_000_000, flashtext2_find),
    ("flashtext2, names only", 10_000_000, flashtext2_names),
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


def build(tool: Callable[[list[str]], Find], names: list[str]) -> tuple[Find, float, float]:
    """The tool with its list, CPU seconds that took, and megabytes."""
    tool(names[:10])
    gc.collect()
    before, start = memory(), time.process_time()
    find = tool(names)
    return find, time.process_time() - start, memory() - before


def main(names_path: str, copy_path: str) -> None:
    with open(names_path, encoding="utf-8") as file:
        names = file.read().splitlines()
    with open(copy_path, encoding="utf-8") as file:
        copy = file.read()
    print(f"{len(names)} names, {len(copy) / 1e6:.1f} million characters")
    built = {title: build(tool, names) for title, _, tool in TOOLS}
    counts: dict[str, float] = {}
    speeds: dict[str, float] = dict.fromkeys(built, 0.0)
    for turn in range(5):
        for title, size, _ in TOOLS:
            if turn > 0 and size < 1_000_000:
                continue
            find, texts = built[title][0], pieces(copy, size)
            total: list[int] = []

            def run(find: Find = find, texts: list[str] = texts, total: list[int] = total) -> None:
                total.append(find(texts))

            took = seconds(run)
            assert total[0] > size // 2_000, f"{title} found {total[0]}"
            megabytes = sum(len(text.encode()) for text in texts) / 1e6
            counts[title] = total[0] / megabytes
            speeds[title] = max(speeds[title], megabytes / took)
    ours = [speeds["wirecopy, tuples"], speeds["wirecopy, columns"]]
    print(f"{'':30} {'build s':>8} {'memory MB':>10} {'found/MB':>9} {'MB/s':>8} {'tuples':>8} {'columns':>8}")
    for title, (_, took, grown) in built.items():
        ratios = " ".join(f"{our / speeds[title]:7.1f}x" for our in ours)
        print(
            f"{title:30} {took:8.2f} {grown:10.1f} {counts[title]:9.0f} {speeds[title]:8.2f} {ratios}"
        )


main(*sys.argv[1:])
