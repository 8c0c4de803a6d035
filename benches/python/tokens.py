"""How fast are tokens and sentences from Python, against the tools that people use today?

    .venv/bin/pip install spacy blingfire syntok numpy
    cargo run --release -p wirecopy-benches --example newswire -- 20000000 > target/newswire.txt
    .venv/bin/python benches/python/tokens.py target/newswire.txt

Every tool gets the same stories of some two thousand characters, one by one, all of them in the same
process. The stories are made up, but their vocabulary grows as that of newswire (benches/src/rare.rs):
spaCy remembers words that it has cut, and a few hundred words for ever would double its speed.
What each tool hands over is counted first; a tool that finds nothing fails. The tools take turns, three
times; printed are megabytes a second of CPU time of this process (all its threads) in the best turn,
and how many times longer than wirecopy's buffers the tool took. From its second turn on spaCy knows
every word; "first turn" is what a user sees who reads a corpus once.

Bias: wirecopy gives tokens, sentences and paragraphs in one pass; the others give what stands beside
their names. blingfire and syntok hand over Python strings or objects, wirecopy and spaCy make them
when they are asked for.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import wirecopy

Run = Callable[[list[str]], int]

TURNS = 3


def wirecopy_buffers(texts: list[str]) -> int:
    """Tokens as three arrays; sentences are there, unasked."""
    import numpy

    count = 0
    for text in texts:
        tokens = wirecopy.tokenize(text)
        numpy.asarray(tokens.ends), numpy.asarray(tokens.kinds)
        count += len(numpy.asarray(tokens.starts))
    return count


def wirecopy_sentences(texts: list[str]) -> int:
    """The same with the sentences, as two arrays more."""
    import numpy

    count = 0
    for text in texts:
        tokens = wirecopy.tokenize(text)
        sentences = tokens.sentences
        for buffer in (sentences.starts, sentences.ends, tokens.ends, tokens.kinds):
            numpy.asarray(buffer)
        count += len(numpy.asarray(tokens.starts))
    return count


def wirecopy_many(texts: list[str]) -> int:
    """As a batch, on one thread."""
    batch = wirecopy.tokenize_many(texts, threads=1)
    return sum(len(tokens.starts) for tokens in batch if tokens is not None)


def wirecopy_objects(texts: list[str]) -> int:
    """A Python object for each token."""
    return sum(1 for text in texts for _ in wirecopy.tokenize(text))


def spacy_blank(sentences: bool) -> Run:
    """spaCy's tokens, and its sentences by rule if they are asked for."""
    import spacy

    nlp = spacy.blank("en")
    if sentences:
        nlp.add_pipe("sentencizer")
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


def blingfire_words() -> Run:
    """blingfire's words, with their places."""
    from blingfire import text_to_words_with_offsets

    return lambda texts: sum(len(text_to_words_with_offsets(text)[1]) for text in texts)


def syntok_both() -> Run:
    """syntok's tokens and sentences."""
    from syntok import segmenter

    def run(texts: list[str]) -> int:
        return sum(
            len(sentence)
            for text in texts
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        )

    return run


TOOLS: list[tuple[str, Callable[[], Run]]] = [
    ("wirecopy tokenize, buffers", lambda: wirecopy_buffers),
    ("wirecopy, sentences too", lambda: wirecopy_sentences),
    ("wirecopy tokenize_many", lambda: wirecopy_many),
    ("wirecopy, Token objects", lambda: wirecopy_objects),
    ("spaCy blank", lambda: spacy_blank(sentences=False)),
    ("spaCy blank + sentencizer", lambda: spacy_blank(sentences=True)),
    ("blingfire words with offsets", blingfire_words),
    ("syntok tokens and sentences", syntok_both),
]


def turn(run: Run, texts: list[str], size: int) -> float:
    """Seconds of CPU time for all of the texts."""
    start = time.process_time()
    count = run(texts)
    seconds = time.process_time() - start
    assert count > size / 10, f"only {count} tokens in {size} bytes"
    return seconds


def main() -> None:
    """Measure, and print a table."""
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = [story for story in file.read().split("\x1e") if story.strip()]
    size = sum(len(text.encode()) for text in texts)
    runs: dict[str, Run] = {}
    for name, make in TOOLS:
        try:
            runs[name] = make()
        except ImportError as missing:
            print(f"{name:30} SKIPPED, {missing}")
    turns: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(TURNS):
        for name, run in runs.items():
            turns[name].append(turn(run, texts, size))
    ours = turns[next(iter(runs))]
    first, best = ours[0], min(ours)
    print(f"{len(texts)} stories, {size / 1e6:.1f} MB")
    print(f"{'':30} {'best turn':>21} {'first turn':>21}")
    for name, found in turns.items():
        columns = (
            f"{size / seconds / 1e6:9.2f} MB/s {seconds / base:6.1f}"
            for seconds, base in ((min(found), best), (found[0], first))
        )
        print(f"{name:30}", *columns)


if __name__ == "__main__":
    main()
