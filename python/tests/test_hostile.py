"""Texts made to break things, as far as only Python can hand them over.

What any language can hand over is in the Rust test `tests/hostile.rs`.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

import wirecopy

COPY = (
    "OSLO, May 7 (AP) - Norway will share a harbour, Deputy Minister Lena Aas said on Monday, "
    "May 6.\n\n“We have waited since 1998,” Gerald Whitcombe, the mayor, told reporters.\n"
)


class Wire(str):
    """A str of the caller's own, which lies about its length."""

    def __len__(self) -> int:
        return 3


LONE = {
    "a high surrogate": "a\ud800b",
    "a low surrogate": "a\udfffb",
    "a pair as two": "\ud83d\ude00",
    "bytes that were no UTF-8": b"Dub\xe9 said \xff".decode("utf-8", "surrogateescape"),
    "a surrogate inside a name": COPY.replace("Aas", "A\udc80as"),
    "only surrogates": "\ud800" * 1000,
    "surrogates for marks": COPY.replace("“", "\udc93"),
}

ODD = {
    "a subclass": Wire(COPY),
    "a subclass with nothing": Wire(""),
    "one byte a character": COPY.encode("latin-1", "replace").decode("latin-1"),
    "two bytes a character": COPY + "\u0416",
    "four bytes a character": COPY + "\U0001f468\u200d\U0001f469",
    "the last character": "\U0010ffff",
    "zeros": "\0" * 100 + COPY,
    "a byte order mark": "\ufeff" + COPY,
    "windows line ends": COPY.replace("\n", "\r\n"),
    "next line characters": COPY.replace("\n", "\x85"),
    "dotted capital I": COPY.replace("OSLO", "\u0130ZM\u0130R"),
    "decomposed": COPY.replace("a", "a\u0301"),
    "terminal commands": COPY.replace("Lena", "\x1b[31mLena\x1b[0m\x07"),
}

CALLS: dict[str, Callable[..., Any]] = {
    "analyze": wirecopy.analyze,
    "tokenize": wirecopy.tokenize,
    "sentences": wirecopy.sentences,
    "find_dates": wirecopy.find_dates,
    "extract_quotes": wirecopy.extract_quotes,
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("case", LONE)
def test_a_lone_surrogate_is_an_ordinary_error(call: str, case: str) -> None:
    with pytest.raises(wirecopy.WirecopyError, match="surrogate") as caught:
        CALLS[call](LONE[case])
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("case", LONE)
def test_replacing_a_surrogate_moves_nothing(case: str) -> None:
    text = LONE[case]
    article = wirecopy.analyze(text, errors="replace")
    replaced = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert article.text == replaced
    check_places(replaced, article)


@pytest.mark.parametrize("case", ODD)
def test_every_str_is_read(case: str) -> None:
    text = ODD[case]
    whole = str.__str__(text)
    article = wirecopy.analyze(text, published="2013-05-07")
    assert article.text == whole
    check_places(whole, article)
    again = pickle.loads(pickle.dumps(article))
    assert again.to_dict() == article.to_dict()
    assert json.loads(article.to_json()) == article.to_dict()


def check_places(text: str, article: wirecopy.Article) -> None:
    """`text[start:end]` is the surface, for everything that has one."""
    for items in (article.parts, article.sentences, article.dates, article.mentions, article.tokens):
        last = 0
        for item in items:
            assert text[item.start : item.end] == item.text
            assert item.start >= last
            last = item.start
    for quote in article.quotes:
        for start, end in [*quote.content, *quote.cue]:
            assert 0 <= start < end <= len(text)


def test_one_bad_story_costs_only_itself() -> None:
    texts = [COPY, LONE["a high surrogate"], COPY, "", ODD["a subclass"]]
    with pytest.raises(wirecopy.WirecopyError, match="surrogate"):
        wirecopy.analyze(texts[1])
    results = list(wirecopy.analyze_many(texts, errors="replace"))
    assert len(results) == len(texts)
    good = wirecopy.analyze(COPY).to_dict()
    for index in (0, 2, 4):
        result = results[index]
        assert isinstance(result, wirecopy.Article)
        assert result.to_dict() == good


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_the_number_of_threads_changes_nothing(threads: int) -> None:
    texts = [*ODD.values()] * 3
    alone = [wirecopy.analyze(text).to_json() for text in texts]
    together = wirecopy.analyze_many(texts, threads=threads)
    assert [result.to_json() for result in together if isinstance(result, wirecopy.Article)] == alone


class Elements(HTMLParser):
    """Which elements and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)


def elements(page: str) -> Elements:
    parser = Elements()
    parser.feed(page)
    parser.close()
    return parser


@pytest.mark.parametrize(
    "story",
    [
        'OSLO" onmouseover="alert(1), May 7 (AP) - “<script>alert(1)</script>,” Lena Aas said.',
        "“<img src=x onerror=alert(1)>,” <b>Lena</b> Aas said on <i>Monday</i>. ]]> -->",
        "Lena <svg/onload=alert(1)> Aas, minister of <iframe>, said: “&lt;script&gt; &#60;a&#62;”",
    ],
)
def test_a_story_cannot_write_into_the_page(story: str) -> None:
    plain = elements(wirecopy.analyze(COPY)._repr_html_())
    page = elements(wirecopy.analyze(story, published="2013-05-07")._repr_html_())
    assert not page.elements & {"script", "img", "iframe", "svg", "b", "i", "a"}
    assert not {name for name in page.attributes if name.startswith("on")}
    assert page.attributes <= plain.attributes | {"title", "class", "style", "id", "lang", "dir"}


def test_long_runs_end() -> None:
    """A million marks, and a million characters without one: linear passes end at once."""
    for text in ('"' * 1_000_000, "“" * 300_000, "a" * 1_000_000, 'he said "' * 100_000):
        article = wirecopy.analyze(text)
        assert len(article.text) == len(text)
