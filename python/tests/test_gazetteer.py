"""A list of one's own."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

import wirecopy

ROWS: list[dict[str, Any]] = [
    {"name": "Tarn Bridge", "kind": "place", "id": "b1", "lat": 59.9, "lon": 10.7},
    {"name": "Lake District Council", "kind": "organization", "aliases": "LDC|Lake Council"},
    {"name": "Ingrid Solheim", "kind": "person", "id": "p7", "valid_from": "2019-01-01"},
]


def test_names_are_found_with_what_is_known_of_them() -> None:
    ours = wirecopy.Gazetteer(ROWS, source="ours")
    text = "“The LDC closed Tarn\nBridge,” Ingrid Solheim’s office said."
    found = ours.find(text)
    assert [text[m.start : m.end] for m in found] == ["LDC", "Tarn\nBridge", "Ingrid Solheim"]
    bridge = found[1].entries[0]
    assert (bridge.id, bridge.kind, bridge.source) == ("b1", "place", "ours")
    assert bridge.lat == pytest.approx(59.9) and bridge.lon == pytest.approx(10.7)
    assert ours.lookup("Lake Council")[0].name == "Lake District Council"
    assert ours.lookup("Nobody") == ()


def test_a_list_survives_as_bytes() -> None:
    ours = wirecopy.Gazetteer(ROWS)
    twin = wirecopy.Gazetteer.from_bytes(ours.to_bytes())
    assert twin == ours and hash(twin) == hash(ours)
    with pytest.raises(wirecopy.GazetteerError, match="data: "):
        wirecopy.Gazetteer.from_bytes(ours.to_bytes()[:-3])
    with pytest.raises(wirecopy.GazetteerError, match="data: "):
        wirecopy.Gazetteer.from_bytes(b"")


def test_a_list_of_ones_own_is_believed_first() -> None:
    ours = wirecopy.Gazetteer([{"name": "Oslo", "kind": "person", "id": "dog"}], source="pets")
    article = wirecopy.analyze("They met Oslo on Friday.", gazetteer=ours)
    assert [(e.kind, e.link and e.link.id) for e in article.entities] == [("person", "dog")]
    with pytest.raises(TypeError, match="gazetteer: expected a Gazetteer .*, found str"):
        wirecopy.analyze("Text.", gazetteer="Oslo")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"gazetteer\[1\]: expected a Gazetteer .*, found int"):
        wirecopy.analyze("Text.", gazetteer=[ours, 7])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "place"}, "rows[1], column name: no name"),
        ({"name": "A", "kind": "planet"}, "rows[1], column kind: expected person"),
        ({"name": "A", "lat": "north", "lon": 1}, 'rows[1], column lat: "north" is no number'),
        ({"name": "A", "lat": 91, "lon": 1}, "rows[1]: 91, 1 is no latitude and longitude"),
        ({"name": "A", "lat": 9}, "rows[1], column lon: a latitude without a longitude"),
        ({"name": "A", "longitude": 9}, "rows[1], column lat: a longitude without a latitude"),
        ({"name": "A", "valid_to": "soon"}, 'rows[1], column valid_to: "soon" is no date'),
        ({"name": "A", "case": "loud"}, 'rows[1], column case: "loud" is not exact'),
        ({"name": "A", "weight": -1}, 'rows[1], column weight: "-1" is no weight'),
        ({"name": "A", "aliases": 7}, "rows[1], column aliases: expected a list"),
        ("A", "rows[1]: expected a mapping, found str"),
    ],
)
def test_a_bad_row_is_named(row: Any, message: str) -> None:
    with pytest.raises(wirecopy.GazetteerError, match=re.escape(message)):
        wirecopy.Gazetteer([ROWS[0], row])


def test_columns_are_those_of_a_file() -> None:
    row = {
        "Name": "Oslo",
        "type": "place",
        "alias": ["Kristiania"],
        "latitude": 59.9,
        "lng": 10.75,
        "population": 7e5,
        "admin": "03",
        "valid_from": "2019-04",
        "valid_to": datetime.date(2024, 5, 7),
        "source": "desk",
    }
    entry = wirecopy.Gazetteer([row]).lookup("Kristiania")[0]
    assert (entry.kind, entry.weight, entry.region, entry.source) == ("place", 700000, "03", "desk")
    assert entry.lon == pytest.approx(10.75)
    assert entry.valid_from == datetime.date(2019, 4, 1)
    assert entry.valid_to == datetime.date(2024, 5, 7)


def test_numbers_out_of_range_are_named() -> None:
    ours = wirecopy.Gazetteer(ROWS)
    with pytest.raises(wirecopy.WirecopyError, match="limit: expected 0 or more, found -1"):
        ours.starting_with("T", limit=-1)
    with pytest.raises(wirecopy.WirecopyError, match="edits: expected 0 or more, found -1"):
        ours.similar("Tarn", edits=-1)
    for index in (-1, len(ours), 10**30):
        with pytest.raises(IndexError, match="index out of range"):
            ours.entry(index)


class _Frame:
    """Stands for a Polars frame, by the method that is asked for."""

    def to_dicts(self) -> list[dict[str, Any]]:
        return [{"name": "Oslo", "kind": "place", "lat": float("nan"), "lon": None}]


def test_a_data_frame_is_a_list_of_rows() -> None:
    assert wirecopy.Gazetteer(_Frame()).lookup("Oslo")[0].lat is None
    with pytest.raises(TypeError, match="rows: expected rows or a data frame, found str"):
        wirecopy.Gazetteer("Oslo")
    for library in ("pandas", "polars"):
        frames = pytest.importorskip(library)
        assert wirecopy.Gazetteer(frames.DataFrame(ROWS)).lookup("Tarn Bridge")


def test_whole_numbers_stay_whole_where_a_frame_made_them_floats() -> None:
    ours = wirecopy.Gazetteer([{"name": "Oslo", "id": 7.0, "level": 2.0, "score": 0.5}])
    entry = ours.lookup("Oslo")[0]
    assert (entry.id, entry.fields) == ("7", {"level": "2", "score": "0.5"})


def test_arrow_and_its_interface_are_lists_of_rows() -> None:
    arrow = pytest.importorskip("pyarrow")
    table = arrow.Table.from_pylist([{"name": "Oslo", "aliases": ["Kristiania"], "lat": None}])

    class Capsule:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            return table.__arrow_c_stream__(requested_schema)

    for rows in (table, Capsule()):
        assert wirecopy.Gazetteer(rows).lookup("Kristiania")[0].name == "Oslo"


FILES: list[tuple[str, str | None, str]] = [
    ("a.csv", None, "name,id\nOslo,1\n"),
    ("a.TSV", None, "id\tname\n1\tOslo\n"),
    ("a.jsonl", None, '{"id": 1, "name": "Oslo"}\n'),
    ("a.lst", None, "Oslo:id=1\n"),
    ("a.txt", "csv", "name,id\nOslo,1\n"),
    ("patterns.jsonl", "entity_ruler", '{"label": "GPE", "pattern": "Oslo", "id": "1"}\n'),
    ("places.txt", "geonames", "1\tOslo\tOslo\t\t59.9\t10.7\tP\tPPLC\tNO\t\t12\t\t\t\t580000\t\t26\tEurope/Oslo\t2020-01-01\n"),
]


@pytest.mark.parametrize(("name", "format", "text"), FILES)
def test_a_file_of_each_format_is_read(tmp_path: Any, name: str, format: Any, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert wirecopy.Gazetteer.read(path, format=format).lookup("Oslo")[0].id in ("1", "geonames:1")


def test_a_flashtext_dictionary_is_read(tmp_path: Any) -> None:
    path = tmp_path / "words.json"
    path.write_text('{"java": ["J2EE", "java_2e"]}')
    ours = wirecopy.Gazetteer.read(path, case="fold", kind="organization")
    assert [(m.text, m.entry.name) for m in ours.find("We use j2ee.")] == [("j2ee", "java")]


def test_a_bad_line_of_a_file_is_named_or_left_out(tmp_path: Any) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,weight\nOslo,1\nBergen,much\n")
    with pytest.raises(wirecopy.GazetteerError, match=r"names.csv, line 3, column weight: \"much\""):
        wirecopy.Gazetteer.read(path)
    with pytest.warns(UserWarning, match="names.csv, line 3, column weight"):
        assert len(wirecopy.Gazetteer.read(path, lenient=True)) == 1
    path.write_bytes(b"name\nOslo\nK\xf8benhavn\n")
    with pytest.raises(wirecopy.GazetteerError, match="names.csv, line 3: not UTF-8"):
        wirecopy.Gazetteer.read(path)
    with pytest.raises(FileNotFoundError):
        wirecopy.Gazetteer.read(tmp_path / "none.csv")
    with pytest.raises(wirecopy.WirecopyError, match="format: expected one of csv, .* found a file"):
        wirecopy.Gazetteer.read(tmp_path / "names.xml")
    with pytest.raises(wirecopy.WirecopyError, match='case: expected exact, fold or smart, found "loud"'):
        wirecopy.Gazetteer.read(path, case="loud")  # type: ignore[arg-type]


def test_compiled_bytes_are_used_where_they_lie_and_checked_on_request() -> None:
    data = bytearray(wirecopy.Gazetteer(ROWS).to_bytes())
    wirecopy.Gazetteer.from_bytes(bytes(data)).verify()
    data[-1] ^= 1
    with pytest.raises(wirecopy.GazetteerError, match="checksum differs"):
        wirecopy.Gazetteer.from_bytes(bytes(data)).verify()


def test_names_are_completed_and_corrected() -> None:
    ours = wirecopy.Gazetteer([{"name": name} for name in ("Oslo", "Osaka", "Bergen")])
    assert ours.starting_with("OS") == ["Osaka", "Oslo"]
    assert ours.starting_with("", limit=1) == ["Bergen"]
    assert ours.similar("Oslow", edits=1) == [("Oslo", 1)]
    assert ours.similar("Osaoa") == [("Osaka", 1), ("Oslo", 2)]


def test_attributions_name_their_licence() -> None:
    lines = wirecopy.attributions()
    assert any("GeoNames" in line and "CC-BY-4.0" in line for line in lines)
