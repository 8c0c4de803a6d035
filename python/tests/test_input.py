"""What can be handed over, and what is said of the rest."""

from __future__ import annotations

import datetime
import pickle
from typing import Any, Literal

import pytest

import wirecopy

CALLS = [
    wirecopy.analyze,
    wirecopy.tokenize,
    wirecopy.sentences,
    wirecopy.find_dates,
    wirecopy.extract_quotes,
    wirecopy.parse_dateline,
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("value", [b"bytes", 3, None, ["a"]])
def test_what_is_no_str_is_a_type_error(call: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="text: expected str, found"):
        call(value)


@pytest.mark.parametrize("call", CALLS[:-1])
def test_a_lone_surrogate_is_named_or_replaced(call: Any) -> None:
    with pytest.raises(wirecopy.WirecopyError, match=r"text: lone surrogate U\+DFFF at position 2"):
        call("ab\udfff")
    with pytest.raises(wirecopy.WirecopyError, match="errors: expected 'strict' or 'replace'"):
        call("ab", errors="ignore")
    call("ab\udfff", errors="replace")


def test_replacing_keeps_offsets() -> None:
    text = "\ud800 Mr. Keller went to Oslo. \ud800 She stayed."
    article = wirecopy.analyze(text, errors="replace")
    assert len(article.text) == len(text)
    for token in article.tokens:
        assert text[token.start : token.end].replace("\ud800", "\ufffd") == token.text


class _Wire(str):
    """A str of the caller's own."""


def test_a_subclass_of_str_is_a_str() -> None:
    assert wirecopy.analyze(_Wire("Anna Keller left.")).text == "Anna Keller left."


def test_a_numeric_date_is_read_in_the_order_asked_for() -> None:
    text = "The treaty was signed on 3/4/2012."
    day_first = wirecopy.analyze(text, date_order="day-first")
    assert day_first.dates[0].value == "2012-04-03"
    assert wirecopy.analyze(text).dates[0].value == "2012-03-04"
    assert wirecopy.find_dates(text, date_order="unknown")[0].value is None
    assert wirecopy.parse_date("3/4/2012", date_order="day-first").value == "2012-04-03"
    (many,) = wirecopy.analyze_many([text], date_order="day-first")
    assert many == day_first and many != wirecopy.analyze(text)
    assert pickle.loads(pickle.dumps(day_first)).dates[0].value == "2012-04-03"
    with pytest.raises(wirecopy.WirecopyError, match="date_order: expected 'month-first'"):
        wirecopy.analyze(text, date_order="dmy")  # type: ignore[arg-type]


def test_attributions_within_others_are_given_as_asked_for() -> None:
    text = "“I hope it holds,” Ana Ruiz said. “They told us that it would.”"

    def inner(nested: Literal["none", "told", "all"]) -> list[str]:
        quotes = wirecopy.analyze(text, nested=nested).quotes
        assert [q.text for q in wirecopy.extract_quotes(text, nested=nested)] == [
            q.text for q in quotes
        ]
        return [quote.text for quote in quotes if quote.within]

    # Rules leave the "that" in, weights, which read each content again, do not.
    all_of_them = ["it holds", "it would"]
    assert [inner("none"), inner("told"), inner("all")] == [[], ["that it would"], all_of_them]
    assert wirecopy.analyze(text) == wirecopy.analyze(text, nested="told")
    article = wirecopy.analyze(text, nested="all")
    assert article != wirecopy.analyze(text)
    assert len(pickle.loads(pickle.dumps(article)).quotes) == 3
    (many,) = wirecopy.analyze_many([text], nested="all")
    assert many == article
    with pytest.raises(wirecopy.WirecopyError, match="nested: expected 'none', 'told' or 'all'"):
        wirecopy.analyze(text, nested="some")  # type: ignore[arg-type]


def test_rules_alone_are_another_reading() -> None:
    text = "Anna Keller left."
    assert wirecopy.analyze(text, models=False) != wirecopy.analyze(text)


def test_a_faulty_dateline_is_told_where_in_characters() -> None:
    message = r"text: expected the end of the dateline at character 25, found \"the rest\""
    with pytest.raises(wirecopy.WirecopyError, match=message):
        wirecopy.parse_dateline("MÜNCHEN, May 7 (Reuters) the rest")


def test_an_expression_is_one_date_and_nothing_else() -> None:
    anchor = datetime.date(2013, 8, 12)
    spring = wirecopy.parse_date(" early March 2012 ", anchor)
    assert (spring.value, spring.modifier, spring.date) == ("2012-03", "start", None)
    assert spring.interval == (datetime.date(2012, 3, 1), datetime.date(2012, 4, 1))
    assert wirecopy.parse_date("3/4/2012").date == datetime.date(2012, 3, 4)
    for text in ["", "it may be", "Monday and more", "31/31/2012"]:
        with pytest.raises(wirecopy.WirecopyError, match="expression: expected one date"):
            wirecopy.parse_date(text, anchor)
    with pytest.raises(TypeError, match="expression: expected str, found int"):
        wirecopy.parse_date(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "\ufeff", "\u200b\n\t"])
def test_nothing_gives_nothing(text: str) -> None:
    article = wirecopy.analyze(text)
    assert article.text == text and article.dateline is None
    assert not list(article.quotes) and not list(article.dates) and not list(article.entities)


@pytest.mark.parametrize("day", ["2013-02-30", "12 August", "", "2013-13-01"])
def test_a_published_day_that_is_none_is_named(day: str) -> None:
    with pytest.raises(wirecopy.WirecopyError, match="published: expected a day as YYYY-MM-DD"):
        wirecopy.analyze("Text.", published=day)


def test_a_published_day_may_be_a_date_or_text() -> None:
    for day in (datetime.date(2013, 8, 12), datetime.datetime(2013, 8, 12, 9), "2013-08-12"):
        found = wirecopy.analyze("They met on Friday.", published=day).dates[0]
        assert found.date == datetime.date(2013, 8, 9)
    with pytest.raises(TypeError, match="published: expected datetime.date or str, found int"):
        wirecopy.analyze("Text.", published=20130812)  # type: ignore[arg-type]


def test_newline_modes_are_named() -> None:
    with pytest.raises(wirecopy.WirecopyError, match="newlines: expected 'auto'"):
        wirecopy.analyze("Text.", newlines="some")  # type: ignore[arg-type]
    text = "One line\nand another"
    assert len(wirecopy.sentences(text, newlines="any")) == 2
    assert len(wirecopy.sentences(text, newlines="never")) == 1


def test_what_is_no_dateline_says_where() -> None:
    with pytest.raises(wirecopy.WirecopyError, match="text: "):
        wirecopy.parse_dateline("the quick brown fox")


def test_a_bug_inside_is_an_ordinary_exception() -> None:
    from wirecopy import _wirecopy

    with pytest.raises(wirecopy.InternalError, match="bug in wirecopy"):
        _wirecopy._panic_for_tests()
    assert wirecopy.analyze("Still here.").text == "Still here."


def test_errors_have_one_base() -> None:
    assert issubclass(wirecopy.WirecopyError, ValueError)
    assert issubclass(wirecopy.GazetteerError, wirecopy.WirecopyError)
    assert issubclass(wirecopy.InternalError, RuntimeError)
