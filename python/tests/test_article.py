"""An article's attributes, and the shapes it turns into."""

from __future__ import annotations

import datetime
import json
from html.parser import HTMLParser

import pytest

import wirecopy


def test_every_surface_is_the_text_at_its_offsets(article: wirecopy.Article) -> None:
    elements = [
        *article.parts,
        *article.sentences,
        *article.tokens,
        *article.dates,
        *article.mentions,
        *(quote.speaker for quote in article.quotes if quote.speaker),
    ]
    dateline = article.dateline
    assert dateline is not None
    elements += [dateline, *dateline.places, dateline.date, dateline.agency]
    assert len(elements) > 50
    for element in elements:
        assert element is not None
        assert article.text[element.start : element.end] == element.text


def test_the_dateline_is_resolved(article: wirecopy.Article) -> None:
    dateline = article.dateline
    assert dateline is not None and dateline.date is not None and dateline.agency is not None
    assert [place.text for place in dateline.places] == ["OSLO"]
    assert dateline.date.date == datetime.date(2019, 9, 14)
    assert dateline.date.inferred and dateline.date.as_written == "--09-14"
    assert dateline.agency.id == "reuters"
    assert article.text[dateline.body_start :].startswith("Lakeland and Norland will")


def test_speakers_have_full_names(article: wirecopy.Article) -> None:
    named = {(q.kind, q.speaker.name) for q in article.quotes if q.speaker is not None}
    assert ("direct", "Tomas Varga") in named
    assert ("indirect", "Ingrid Solheim") in named


def test_content_and_cue_are_code_points(article: wirecopy.Article) -> None:
    direct = next(quote for quote in article.quotes if quote.kind == "direct")
    pieces = [article.text[start:end] for start, end in direct.content]
    assert " ".join(pieces) == direct.text
    assert [article.text[start:end] for start, end in direct.cue] == ["said"]


def test_to_dict_and_to_json_agree(article: wirecopy.Article) -> None:
    whole = article.to_dict(tokens=True)
    assert whole == json.loads(article.to_json(indent=2, tokens=True))
    assert whole["schema"] == 1 and whole["offsets"] == "codepoint" and whole["id"] == "bridge"
    assert len(whole["tokens"]) == len(article.tokens)
    assert "tokens" not in article.to_dict()


def test_byte_offsets_are_said_to_be_so(article: wirecopy.Article, story: str) -> None:
    whole = json.loads(article.to_json(offsets="byte"))
    assert whole["offsets"] == "byte"
    raw = story.encode()
    for mention in whole["mentions"]:
        assert raw[mention["start"] : mention["end"]].decode() == mention["text"]
    with pytest.raises(wirecopy.WirecopyError, match="offsets: expected .* found .words."):
        article.to_json(offsets="words")  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["quotes", "entities", "mentions", "dates"])
def test_records_are_flat(article: wirecopy.Article, kind: str) -> None:
    records = article.to_records(kind)  # type: ignore[arg-type]
    assert records
    for record in records:
        assert record["article"] == "bridge"
        for value in record.values():
            assert value is None or isinstance(value, (str, int, float, bool, datetime.date))


def test_what_is_told_within_names_what_it_stands_in() -> None:
    outer, inner = wirecopy.analyze("OSLO (AP) - Ana Ruiz said Tom Berg had told her it rained.").quotes
    assert outer.within is None and inner.within == outer
    assert inner.speaker and inner.speaker.name == "Tom Berg"


def test_records_of_an_unknown_kind_name_the_argument(article: wirecopy.Article) -> None:
    with pytest.raises(wirecopy.WirecopyError, match="kind: expected .* found .words."):
        article.to_records("words")  # type: ignore[arg-type]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, tuple[str, ...]]] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_shows_the_story_and_nothing_of_its_markup() -> None:
    text = 'OSLO" onload="x, May 7 (AP) - "<script>alert(1)</script>," <img src=x> Keller said. & \x1b[2J'
    parser = _Elements()
    parser.feed(wirecopy.analyze(text)._repr_html_())
    allowed = {("div", ("style",)), ("p", ("style",)), ("p", ()), ("em", ()), ("small", ("style",))}
    allowed |= {("span", ("style",)), ("span", ("style", "title"))}
    assert parser.seen <= allowed
    assert "<script>alert(1)</script>" in parser.text
    assert "\x1b" not in parser.text


def test_html_marks_speakers_by_full_name(article: wirecopy.Article) -> None:
    assert "[Tomas Varga]" in article.to_html()


def test_the_card_is_the_str(article: wirecopy.Article) -> None:
    assert str(article) == article.to_card()
    assert "2019-09-14" in str(article) and "Tomas Varga" in str(article)
