"""Matches of a list: a lazy sequence, buffers, many texts."""

from __future__ import annotations

import copy
import pickle

import pytest

import wirecopy

ROWS = [
    {"name": "Tarn Bridge", "kind": "place", "id": "b1", "weight": 5},
    {"name": "Tarn", "kind": "place", "id": "t1", "weight": 9, "river": "yes"},
    {"name": "Tarn", "kind": "person", "id": "t2", "weight": 2, "valid_from": "2019-01-01"},
    {"name": "Östra Ås", "kind": "place", "id": "o1", "weight": 7},
]
OURS = wirecopy.Gazetteer(ROWS, source="ours")
PLAIN = "TARN BRIDGE is on the Tarn, not in Oslo."
ACCENTS = "‘Östra Ås’ — Tarn\nBridge 🙂 Tarn’s end"


@pytest.mark.parametrize("text", [PLAIN, ACCENTS, "", "nothing here"])
def test_buffers_and_objects_say_the_same(text: str) -> None:
    found = OURS.find(text)
    assert len(found) == len(found.starts) == len(found.ends) == len(list(found))
    for at, match in enumerate(found):
        assert text[match.start : match.end] == match.text
        assert (found.starts[at], found.ends[at]) == (match.start, match.end)
        assert found.entries[at] == match.entry.index == match.entries[0].index
        assert OURS.entry(found.entries[at]) == match.entry
        assert found.names[at] == match.entry.name
        assert found.rows[at] == match.row == 0


def test_offsets_count_code_points() -> None:
    found = OURS.find(ACCENTS)
    assert [m.text for m in found] == ["Östra Ås", "Tarn\nBridge", "Tarn"]
    assert list(found.starts) == [1, 13, 27]


def test_matches_are_a_sequence() -> None:
    found = OURS.find(PLAIN)
    assert len(found) == 2 and found[-1] == found[1] and found[1] in found
    assert found[::-1] == (found[1], found[0])
    with pytest.raises(IndexError):
        found[2]
    assert repr(found) == "Matches(2)"
    assert repr(found[0]) == "GazetteerMatch(text='TARN BRIDGE', start=0, end=11)"
    match found[0]:
        case wirecopy.GazetteerMatch(text, [wirecopy.Entry(id)], 0, 11):
            assert (text, id) == ("TARN BRIDGE", "b1")
        case _:
            pytest.fail("a match did not match its own class")


def test_overlaps_give_every_name() -> None:
    found = OURS.find("Tarn Bridge", overlaps=True)
    assert [m.text for m in found] == ["Tarn", "Tarn Bridge"]
    assert list(found.ends) == [4, 11]


def test_many_texts_are_one_table() -> None:
    texts = [PLAIN, None, "", ACCENTS, float("nan"), "Tarn"]
    for threads in (1, 3):
        found = OURS.find_many(texts, threads=threads)  # type: ignore[arg-type]
        assert list(found.rows) == [0, 0, 3, 3, 3, 5]
        alone = [OURS.find(text) for text in (PLAIN, ACCENTS, "Tarn")]
        assert list(found.starts) == [start for one in alone for start in one.starts]
        assert list(found.ends) == [end for one in alone for end in one.ends]
        assert found.names == [name for one in alone for name in one.names]
        for match in found:
            text = texts[match.row]
            assert isinstance(text, str) and text[match.start : match.end] == match.text
        assert repr(found) == "Matches(6 in 4 texts)"
    with pytest.raises(ValueError, match="threads"):
        OURS.find_many(texts, threads=0)  # type: ignore[arg-type]


def test_a_row_that_cannot_be_read_costs_only_itself() -> None:
    with pytest.warns(UserWarning, match=r"texts\[1\]"):
        found = OURS.find_many(["Tarn", 7, "Tarn"])  # type: ignore[list-item]
    assert list(found.rows) == [0, 2]
    with pytest.raises(TypeError, match="one str"):
        OURS.find_many("Tarn")
    with pytest.raises(ValueError, match="surrogate"):
        OURS.find("Tarn \ud800")
    assert list(OURS.find("\ud800 Tarn", errors="replace").starts) == [2]


def test_records_make_a_frame() -> None:
    assert OURS.find_many([PLAIN]).to_records()[0] == {
        "row": 0,
        "start": 0,
        "end": 11,
        "text": "TARN BRIDGE",
        "id": "b1",
        "kind": "place",
        "name": "Tarn Bridge",
        "source": "ours",
    }
    records = OURS.to_records()
    assert [record["id"] for record in records] == ["t1", "o1", "b1", "t2"]
    assert len(OURS) == len(records)
    assert records[0]["river"] == "yes" and OURS.entry(0).fields == {"river": "yes"}
    assert OURS.entry(3).to_dict() == records[3]
    assert str(OURS.entry(3).valid_from) == "2019-01-01" and OURS.entry(3).valid_to is None
    with pytest.raises(IndexError):
        OURS.entry(4)


def test_matches_are_values() -> None:
    values = [
        OURS.find(PLAIN),
        OURS.find(PLAIN)[0],
        OURS.find(PLAIN)[0].entry,
        OURS.find(PLAIN, overlaps=True),
        OURS.find_many([PLAIN, None, ACCENTS]),
        OURS.find_many([PLAIN, None, ACCENTS])[3],
    ]
    for value in values:
        for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert type(twin) is type(value) and twin == value and hash(twin) == hash(value)
    for at, value in enumerate(values):
        assert all(value != other for other in values[:at]) and value != "something else"


def test_matches_outlive_list_and_text() -> None:
    match = wirecopy.Gazetteer([{"name": "Oslo", "id": "1"}]).find("In " + "Oslo")[0]
    assert (match.text, match.entry.id) == ("Oslo", "1")


def test_numpy_and_arrow_read_buffers_where_they_lie() -> None:
    numpy = pytest.importorskip("numpy")
    arrow = pytest.importorskip("pyarrow")
    found = OURS.find_many([PLAIN, ACCENTS] * 50)
    for buffer in (found.starts, found.ends, found.entries, found.rows):
        array = numpy.asarray(buffer)
        assert array.dtype == numpy.uint32 and not array.flags.owndata and not array.flags.writeable
        column = arrow.Array.from_buffers(
            arrow.uint32(), len(buffer), [None, arrow.py_buffer(buffer)]
        )
        assert column.buffers()[1].address == array.ctypes.data
        assert column.to_pylist() == list(buffer)


def test_polars_takes_the_columns() -> None:
    numpy = pytest.importorskip("numpy")
    polars = pytest.importorskip("polars")
    found = OURS.find_many([PLAIN, ACCENTS])
    frame = polars.DataFrame({"row": numpy.asarray(found.rows), "entry": numpy.asarray(found.entries)})
    joined = frame.with_columns(id=polars.Series([r["id"] for r in OURS.to_records()])[found.entries])
    assert joined["id"].to_list() == [match.entry.id for match in found]


def test_a_text_is_not_copied() -> None:
    text = ACCENTS * 3
    assert pickle.loads(pickle.dumps(OURS.find(text))) == OURS.find(text)
    found = OURS.find(text)
    arguments = found.__reduce__()[1]
    assert arguments[1] is text
