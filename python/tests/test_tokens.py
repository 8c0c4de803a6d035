"""Tokens: a lazy sequence, and buffers."""

from __future__ import annotations

import pytest

import wirecopy

TEXT = "Mr. O’Neill didn’t fly U.S.-made jets."


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


def test_numpy_reads_the_buffers() -> None:
    numpy = pytest.importorskip("numpy")
    starts = numpy.asarray(wirecopy.tokenize(TEXT).starts)
    assert starts.dtype == numpy.uint32 and starts[0] == 0
