"""A list of one's own."""

from __future__ import annotations

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
    with pytest.raises(TypeError, match="gazetteer: expected a Gazetteer"):
        wirecopy.analyze("Text.", gazetteer="Oslo")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "place"}, r"rows\[1\], column \"name\": expected a name"),
        ({"name": "A", "kind": "planet"}, r"rows\[1\], column \"kind\": .* found \"planet\""),
        ({"name": "A", "lat": "north", "lon": 1}, r"rows\[1\], column \"lat\": expected a number"),
        ({"name": "A", "lat": 91, "lon": 1}, r"rows\[1\], column \"lat\": expected degrees"),
        ({"name": "A", "valid_to": "soon"}, r"rows\[1\], column \"valid_to\": expected a day"),
        ({"name": "A", "case": "loud"}, r"rows\[1\], column \"case\": expected exact"),
        ("A", r"rows\[1\], column \"row\": expected a mapping"),
    ],
)
def test_a_bad_row_is_named(row: Any, message: str) -> None:
    with pytest.raises(wirecopy.GazetteerError, match=message):
        wirecopy.Gazetteer([ROWS[0], row])


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


def test_attributions_name_their_licence() -> None:
    lines = wirecopy.attributions()
    assert any("GeoNames" in line and "CC-BY-4.0" in line for line in lines)
