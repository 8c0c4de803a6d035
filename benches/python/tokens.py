"""How fast are tokens and sentences from Python, against the tools that people use today?

    .venv/bin/pip install spacy blingfire syntok numpy
    cargo run --release -p wirecopy-benches --example news -- 20000000 > target/news.txt
    .venv/bin/python benches/python/tokens.py target/news.txt

Every tool gets the same varied text, story by story, in the same process and the same run. What each
one hands over is counted first; a tool that finds nothing fails. Printed are megabytes a second and
the ratio to wirecopy's buffers. CPU time of this process, best of three; slow tools get the first
part of the text.

Bias: wirecopy gives tokens, sentences and paragraphs in one pass; the others give what stands beside
their names.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable

import wirecopy


def wirecopy_buffers(texts: list[str]) -> int:
    count = 0
    for text in texts:
        tokens = wirecopy.tokenize(text)
        count += len(tokens.starts) + 0 * len(tokens.ends) + 0 * len(tokens.kinds)
    return count


def wirecopy_objects(texts: list[str]) -> int:
    return sum(len(list(wirecopy.tokenize(text))) for text in texts)


def spacy_blank() -> Callable[[list[str]], int]:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


def blingfire_words() -> Callable[[list[str]], int]:
    from blingfire import text_to_words_with_offsets

    return lambda texts: sum(len(text_to_words_with_offsets(text)[1]) for text in texts)


def syntok_both() -> Callable[[list[str]], int]:
    from syntok import segmenter

    def run(texts: Iterable[str]) -> int:
        return sum(
            len(sentence)
            for text in texts
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        )

    return run


TOOLS: list[tuple[str, int, Callable[[], Callable[[list[str]], int]]]] = [
    ("wirecopy, buffers", 20_000_000, lambda: wirecopy_buffers),
    ("wirecopy, Token objects", 4_000_000, lambda: wirecopy_objects),
    ("spaCy blank + sentencizer", 2_000_000, spacy_blank),
    ("blingfire words with offsets", 4_000_000, blingfire_words),
    ("syntok tokens and sentences", 1_000_000, syntok_both),
]


def first(texts: list[str], size: int) -> list[str]:
    """The first stories, of `size` code points together."""
    taken, used = [], 0
    for text in texts:
        if used >= size:
            break
        taken.append(text)
        used += len(text)
    return taken


def speed(run: Callable[[list[str]], int], texts: list[str]) -> float:
    """Megabytes a second."""
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        count = run(texts)
        best = min(best, time.process_time() - start)
        assert count > size / 10, f"only {count} tokens in {size} bytes"
    return size / best / 1e6


def main() -> None:
    """Measure, and print a table."""
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = [story for story in file.read().split("\x1e") if story.strip()]
    base = None
    for name, size, make in TOOLS:
        try:
            run = make()
        except ImportError as missing:
            print(f"{name:32} SKIPPED, {missing}")
            continue
        found = speed(run, first(texts, size))
        base = base or found
        print(f"{name:32} {found:8.2f} MB/s   1 : {base / found:.1f}")


if __name__ == "__main__":
    main()
