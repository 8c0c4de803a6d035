"""Tokens and sentences: lazy sequences, and buffers."""

from __future__ import annotations

import gc
import pickle
import weakref
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import pytest

import wirecopy

TEXT = "Mr. O’Neill didn’t fly U.S.-made jets."

COPY = {
    "ascii": "Talks in the U.S. didn't end. Mr. Aas left on May 6.\n\nNobody knew why.",
    "latin": "Søren Ångström ‘didn’t’ go to Zürich. “Why?” É. Dubois asked.",
    "cyrillic": "Владимир Путин прилетел. Он не ответил.",
    "beyond the first plane": "👩🏽‍🚀 left 𝒁𝒖𝒓𝒊𝒄𝒉. \U0001f468\u200d\U0001f469 stayed 🙂🙂.",
    "ascii, then not": "Plain words, many of them. " * 40 + "Then é. " + "Plain again. " * 40,
    "decomposed": "Cafe\u0301 Zu\u0308rich closed. Nobody came.",
    "empty": "",
    "blank": " \n\t\u2003",
}


class _Placed(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Buffered(Protocol):
    @property
    def starts(self) -> memoryview: ...
    @property
    def ends(self) -> memoryview: ...
    def __iter__(self) -> Iterator[_Placed]: ...
    def __len__(self) -> int: ...


def _lists(text: str) -> list[_Buffered]:
    tokens, article = wirecopy.tokenize(text), wirecopy.analyze(text)
    return [
        tokens.surface,
        tokens.words,
        tokens.ptb,
        tokens.sentences,
        wirecopy.sentences(text),
        article.tokens,
        article.sentences,
        article.parts,
        article.mentions,
        article.dates,
    ]


@pytest.mark.parametrize("case", COPY)
def test_buffers_say_what_the_elements_say(case: str) -> None:
    text = COPY[case]
    for elements in _lists(text):
        places = list(zip(elements.starts, elements.ends))
        assert places == [(element.start, element.end) for element in elements]
        assert [text[start:end] for start, end in places] == [e.text for e in elements]
        assert len(elements) == len(places) == elements.starts.nbytes // 4


def test_a_slice_has_the_buffers_of_its_elements() -> None:
    sentences = wirecopy.sentences(COPY["latin"])
    assert list(sentences[::-1].starts) == [s.start for s in reversed(list(sentences))]
    assert list(sentences[1:].ends) == [s.end for s in sentences][1:]


def test_what_is_in_several_places_has_no_buffer() -> None:
    quotes = wirecopy.extract_quotes("“We,” Anna Keller said, “agree.”")
    for name in ("starts", "ends"):
        with pytest.raises(AttributeError, match="no single place"):
            getattr(quotes, name)


def test_buffers_outlive_what_they_were_taken_from() -> None:
    tokens = wirecopy.tokenize(TEXT)
    starts, again = tokens.starts, tokens.starts
    assert starts.readonly and starts.obj is again.obj
    with starts:
        pass
    with pytest.raises(ValueError, match="released"):
        starts[0]
    del tokens
    gc.collect()
    assert again[0] == 0 and list(again) == list(wirecopy.tokenize(TEXT).starts)


def test_the_text_is_the_callers_own() -> None:
    text = "".join(["Anna Keller", " left."])
    tokens = wirecopy.tokenize(text)
    assert tokens.text is text and wirecopy.analyze(text).text is text
    del text
    gc.collect()
    assert tokens.text == "Anna Keller left." and tokens[0].text == "Anna"


class _Wire(str):
    """A str with more to it than its text."""


def test_of_a_subclass_only_the_text_is_kept() -> None:
    text = _Wire("Anna Keller left.")
    gone = weakref.ref(text)
    tokens = wirecopy.tokenize(text)
    assert type(tokens.text) is str and tokens.text == text
    del text
    gc.collect()
    assert gone() is None and tokens[-2].text == "left"


def test_elements_are_made_when_their_turn_comes() -> None:
    tokens = wirecopy.tokenize("word " * 1_000_000)
    assert next(iter(tokens)) == tokens[0]
    assert sum(1 for _ in tokens) == len(tokens) == 1_000_000


def test_threads_may_share_one_sequence() -> None:
    def read(tokens: wirecopy.Tokens) -> tuple[list[int], list[int], bytes]:
        return list(tokens.starts), list(tokens.ends), tokens.kinds.tobytes()

    text = COPY["latin"] * 200
    expected = read(wirecopy.tokenize(text))
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            tokens = wirecopy.tokenize(text)
            assert all(found == expected for found in pool.map(read, [tokens] * 16))


@pytest.mark.parametrize("case", COPY)
def test_tokens_pickle_with_their_cut(case: str) -> None:
    tokens = wirecopy.tokenize(COPY[case], newlines="any")
    for cut in (tokens, tokens.words, tokens.ptb):
        twin = pickle.loads(pickle.dumps(cut))
        assert twin == cut and list(twin) == list(cut)
        assert twin.starts == cut.starts and twin.kinds == cut.kinds
        assert list(twin.sentences) == list(cut.sentences)


def test_buffers_hold_code_points() -> None:
    tokens = wirecopy.tokenize(TEXT)
    assert tokens.starts.format == "I" and tokens.starts.itemsize == 4
    pieces = [TEXT[s:e] for s, e in zip(tokens.starts, tokens.ends)]
    assert pieces == [token.text for token in tokens]
    kinds = [wirecopy.Tokens.KINDS[kind] for kind in tokens.kinds]
    assert kinds == [token.kind for token in tokens]


def test_the_same_text_in_three_cuts() -> None:
    tokens = wirecopy.tokenize(TEXT)
    assert "didn’t" in [token.text for token in tokens.surface]
    assert "n’t" in [token.text for token in tokens.words]
    assert "U.S.-made" in [token.text for token in tokens.ptb]
    assert tokens.words.layer == "words" and tokens.words.ptb == tokens.ptb


def test_tokens_are_a_sequence() -> None:
    tokens = wirecopy.tokenize(TEXT)
    assert tokens[-1].text == "." and tokens[0].text == "Mr."
    assert [token.text for token in tokens[:2]] == ["Mr.", "O’Neill"]
    assert tokens[0] in tokens
    with pytest.raises(IndexError):
        tokens[len(tokens)]


def test_sentences_say_why_they_end() -> None:
    sentences = wirecopy.sentences("Mr. Keller went to the U.S. She stayed.")
    assert [sentence.text for sentence in sentences] == ["Mr. Keller went to the U.S.", "She stayed."]
    assert all(sentence.reason for sentence in sentences)


def _buffers(elements: wirecopy.Tokens) -> Sequence[memoryview]:
    return elements.starts, elements.ends, elements.kinds


def test_numpy_reads_the_buffers_where_they_lie() -> None:
    numpy = pytest.importorskip("numpy")
    for buffer in _buffers(wirecopy.tokenize(TEXT)):
        array = numpy.asarray(buffer)
        assert array.dtype == (numpy.uint32 if buffer.itemsize == 4 else numpy.uint8)
        assert array.tolist() == list(buffer)
        again = numpy.frombuffer(buffer.obj, numpy.uint8)
        assert numpy.shares_memory(array, again)


def test_arrow_reads_the_buffers_where_they_lie() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    for buffer in _buffers(wirecopy.tokenize(TEXT)):
        lying = pyarrow.py_buffer(buffer)
        kind = pyarrow.uint32() if buffer.itemsize == 4 else pyarrow.uint8()
        array = pyarrow.Array.from_buffers(kind, len(buffer), [None, lying])
        assert array.to_pylist() == list(buffer)
        assert array.buffers()[1].address == pyarrow.py_buffer(buffer.obj).address
