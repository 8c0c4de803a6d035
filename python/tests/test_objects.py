"""Results behave like Python values: sequences, equality, pickles, copies, patterns."""

from __future__ import annotations

import copy
import datetime
import pickle
from typing import Any

import pytest

import wirecopy


def _objects(article: wirecopy.Article) -> list[Any]:
    dateline = article.dateline
    assert dateline is not None
    linked = next(entity for entity in article.entities if entity.link is not None)
    return [
        article,
        article.quotes,
        article.quotes[1:],
        article.tokens,
        article.tokens.ptb,
        article.tokens[0],
        article.parts[0],
        article.sentences[0],
        article.dates[0],
        article.entities[0],
        linked.link,
        article.mentions[0],
        article.quotes[0],
        next(quote.speaker for quote in article.quotes if quote.speaker),
        dateline,
        dateline.places[0],
        dateline.date,
        dateline.agency,
    ]


def test_everything_pickles_and_copies(article: wirecopy.Article) -> None:
    for value in _objects(article):
        for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert type(twin) is type(value)
            assert twin == value and hash(twin) == hash(value), value


def test_single_results_pickle_with_what_made_them() -> None:
    dates = wirecopy.find_dates("They met on May 7.", anchor="2013-08-12")
    assert pickle.loads(pickle.dumps(dates))[0].value == "2013-05-07"
    date = wirecopy.parse_date("last Friday", anchor="2013-08-12")
    assert pickle.loads(pickle.dumps(date)) == date and date.date == datetime.date(2013, 8, 9)
    dateline = wirecopy.parse_dateline("OSLO, May 7 (AP)", published="2019-05-08")
    twin = pickle.loads(pickle.dumps(dateline))
    assert twin == dateline and twin.date.value == "2019-05-07"


def test_an_article_pickles_with_its_options() -> None:
    ours = wirecopy.Gazetteer([{"name": "Tarn Bridge", "kind": "place", "id": "b1"}])
    article = wirecopy.analyze("They met at Tarn Bridge on May 7.", published="2013-08-12", gazetteer=ours)
    twin = pickle.loads(pickle.dumps(article))
    assert twin == article and twin.to_dict() == article.to_dict()


def test_different_values_differ(article: wirecopy.Article) -> None:
    values = _objects(article)
    for index, value in enumerate(values):
        assert all(value != other for other in values[:index])
        assert value != "something else"


def test_views_are_sequences(article: wirecopy.Article) -> None:
    parts = article.parts
    assert len(parts) == len(list(parts)) > 3
    assert parts[-1] == parts[len(parts) - 1]
    assert [p.kind for p in parts[::-1]] == [p.kind for p in reversed(list(parts))]
    assert list(parts[1:3]) == [parts[1], parts[2]]
    assert parts[0] in parts and article.quotes[0] not in parts
    for index in (len(parts), -len(parts) - 1):
        with pytest.raises(IndexError):
            parts[index]
    with pytest.raises(TypeError):
        parts["first"]  # type: ignore[call-overload]


def test_results_never_change(article: wirecopy.Article) -> None:
    with pytest.raises(AttributeError):
        article.text = ""  # type: ignore[misc]
    with pytest.raises(AttributeError):
        article.quotes[0].kind = ""  # type: ignore[misc]


def test_results_match_patterns(article: wirecopy.Article) -> None:
    match article.parts[0]:
        case wirecopy.Part(kind, start, end):
            assert (kind, start) == ("section", 0) and end > start
        case _:
            pytest.fail("a part did not match its own class")


def test_reprs_are_one_line_and_name_the_class(article: wirecopy.Article) -> None:
    for value in _objects(article):
        shown = repr(value)
        assert "\n" not in shown
        assert shown.startswith((type(value).__name__, "["))


def test_results_outlive_the_article() -> None:
    quote = wirecopy.analyze('"Yes, we will go," Anna Keller said.').quotes[0]
    assert quote.speaker is not None and quote.speaker.name == "Anna Keller"
