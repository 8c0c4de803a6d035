"""An expectation in surfaces, compared with an analysis: the Rust module `story`, in Python.

The rules stand in `tests/stories/README.md`. Both programs must name every difference in the same
words, because a story lists its `known_wrong` differences once for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

MARKS = "\"'“”„‟‘’‚‛«»‹›`"
HONORIFICS = {"Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Sir", "Lady"}
NAMED_FORMS = {"name", "short"}
ALLOWED = {
    "expectation": {"about", "name", "text", "published", "anchor", "known_wrong", "tokens",
                    "sentences", "parts", "dateline", "no_dateline", "dates", "dates_optional",
                    "entities", "people_optional", "not_names", "quotes",
                    "quotes_optional"},
    "part": {"kind", "text", "starts", "ends"},
    "date": {"text", "value", "timex3", "kind", "in"},
    "entity": {"kind", "name", "role", "link", "mentions"},
    "quote": {"kind", "act", "content", "cue", "speaker", "name", "in"},
}


def norm(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def clip(text: str) -> str:
    """The first characters of a text, for a difference."""
    flat = norm(text)
    return flat if len(flat) <= 40 else flat[:40] + "…"


def places(text: str, surface: str, start: int) -> Iterator[re.Match[str]]:
    """Where the surface stands, whatever white space is between its words."""
    words = surface.split()
    if words:
        pattern = r"\s+".join(re.escape(word) for word in words)
        yield from re.compile(pattern).finditer(text, start)


def locate(text: str, surface: str, start: int) -> tuple[int, int] | None:
    """The same as whole words: the next place."""
    for found in places(text, surface, start):
        a, b = found.span()
        if a > 0 and text[a].isalnum() and text[a - 1].isalnum():
            continue
        if b < len(text) and text[b - 1].isalnum() and text[b].isalnum():
            continue
        return a, b
    return None


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and white space at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def contains(longer: str, shorter: str) -> bool:
    """Whether one surface holds the other as whole words, in either direction; case aside."""
    first, second = longer.lower().split(), shorter.lower().split()
    if len(first) < len(second):
        first, second = second, first
    strip = ".,:;()" + MARKS
    first = [word.strip(strip) for word in first]
    second = [word.strip(strip) for word in second]
    width = len(second)
    return any(first[i : i + width] == second for i in range(len(first) - width + 1))


def bare(name: str) -> str:
    """A mention without courtesy title and possessive."""
    words = norm(name).split(" ")
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    joined = " ".join(words)
    for ending in ("'s", "’s"):
        joined = joined.removesuffix(ending)
    return joined


class Comparison:
    """Differences between an expectation and an analysis."""

    def __init__(self, text: str, gold: dict[str, Any], got: dict[str, Any]) -> None:
        self.text, self.gold, self.got = text, gold, got
        self.differences: list[str] = []
        self.dateline_span: tuple[int, int] | None = None

    def check(self, place: str, what: str, want: object, got: object) -> None:
        if want != got:
            self.differences.append(
                f"{place}: {what}: want {say(want)}, got {say(got)}"
            )

    def missing(self, place: str) -> None:
        self.differences.append(f"{place}: missing")

    def surface(self, item: dict[str, Any]) -> str:
        return norm(self.text[item["start"] : item["end"]])

    def where(self, surface: str, start: int, inside: str | None = None) -> tuple[int, int]:
        if inside is not None:
            found = locate(self.text, inside, start)
            assert found, f"not in the text: {inside!r}"
            start = found[0]
        found = locate(self.text, surface, start)
        assert found, f"not in the text, or not in this order: {surface!r}"
        return found

    def run(self) -> list[str]:
        for what in ("tokens", "sentences"):
            self.surfaces(what)
        self.dateline()
        self.parts()
        self.dates()
        self.entities()
        self.not_names()
        self.quotes()
        self.differences.sort()
        return self.differences

    def surfaces(self, what: str) -> None:
        want = self.gold.get(what)
        if want is None:
            return
        cursor = 0
        for surface in want:
            found = next(places(self.text, surface, cursor), None)
            assert found, f"not in the text, or not in this order: {surface!r}"
            cursor = found.end()
        given = [norm(self.text[pair[0] : pair[1]]) for pair in self.got[what]]
        if want != given:
            wanted, got = " | ".join(want), " | ".join(given)
            self.differences.append(f"{what}: want {wanted}, got {got}")

    def dateline(self) -> None:
        want, got = self.gold.get("dateline"), self.got.get("dateline")
        if want is None:
            if self.gold.get("no_dateline") and got is not None:
                self.differences.append(f"dateline: unexpected \"{self.surface(got)}\"")
            return
        self.dateline_span = self.where(want["text"], 0)
        if got is None:
            self.missing("dateline")
            return
        edge = " .-–—_:"
        self.check("dateline", "text", want["text"].rstrip(edge), self.surface(got).rstrip(edge))
        places = [[norm(p["text"]), p.get("region")] for p in want.get("places", [])]
        self.check("dateline", "places", places, [region_of(p) for p in got["places"]])
        date = got.get("date") or {}
        for field, value in want.get("date", {}).items():
            self.check("dateline", "date " + field, value, date.get(field))
        if "date" not in want:
            self.check("dateline", "date text", None, date.get("text"))
        self.check("dateline", "agency", want.get("agency"), (got.get("agency") or {}).get("text"))

    def parts(self) -> None:
        if "parts" not in self.gold:
            return
        starts = {}
        for part in self.got["parts"]:
            piece = self.text[part["start"] : part["end"]]
            start = part["start"] + len(piece) - len(piece.lstrip())
            starts[start] = (part["kind"], start + len(piece.strip()))
        cursor = 0
        for number, want in enumerate(self.gold["parts"], 1):
            head = want.get("text") or want["starts"]
            start, end = self.where(head, cursor)
            if "ends" in want:
                end = self.where(want["ends"], start)[1]
            cursor = end
            place = f'part {number} "{clip(head)}"'
            found = starts.pop(start, None)
            if found is None:
                self.missing(place)
                continue
            self.check(place, "kind", want["kind"], found[0])
            if "text" in want or "ends" in want:
                wanted, given = self.text[start:end], self.text[start : found[1]]
                self.check(place, "end", norm(wanted)[-40:], norm(given)[-40:])
        for start in sorted(starts):
            kind, end = starts[start]
            self.differences.append(f'part: unexpected {kind} "{clip(self.text[start:end])}"')

    def outside_dateline(self, start: int, end: int) -> bool:
        span = self.dateline_span
        return span is None or end <= span[0] or start >= span[1]

    def dates(self) -> None:
        if "dates" not in self.gold:
            return
        given = [d for d in self.got["dates"] if self.outside_dateline(d["start"], d["end"])]
        used = set()
        cursor = 0
        for number, want in enumerate(self.gold.get("dates", []), 1):
            start, end = self.where(want["text"], cursor, want.get("in"))
            while not self.outside_dateline(start, end):
                start, end = self.where(want["text"], end)
            cursor = end
            place = f'date {number} "{clip(want["text"])}"'
            index = next(
                (i for i, d in enumerate(given)
                 if i not in used and d["start"] < end and d["end"] > start),
                None,
            )
            if index is None:
                self.missing(place)
                continue
            used.add(index)
            date = given[index]
            wanted = norm(self.text[slice(*core(self.text, start, end))])
            got = norm(self.text[slice(*core(self.text, date["start"], date["end"]))])
            self.check(place, "text", wanted, got)
            self.check(place, "kind", want.get("kind", "date"), date["kind"])
            for field in ("value", "timex3"):
                if field in want:
                    self.check(place, field, want[field], date[field])
        optional = {norm(text) for text in self.gold.get("dates_optional", [])}
        for index, date in enumerate(given):
            if index in used or date["kind"] not in ("date", "time") or date["value"] is None:
                continue
            surface = self.surface(date)
            if surface not in optional:
                self.differences.append(f'date: unexpected "{surface}" = {date["value"]}')

    def named(self, entity: dict[str, Any]) -> list[str]:
        mentions = [self.got["mentions"][i] for i in entity["mentions"]]
        return [bare(self.surface(m)) for m in mentions if m["form"] in NAMED_FORMS]

    def entities(self) -> None:
        if "entities" not in self.gold:
            return
        given = self.got["entities"]
        surfaces = [self.named(entity) for entity in given]
        used: set[int] = set()
        for want in self.gold.get("entities", []):
            mentions = [bare(m) for m in want["mentions"]]
            cursor = 0
            for mention in want["mentions"]:
                cursor = self.where(mention, cursor)[1]
            place = f'{want["kind"]} {want["name"]}'
            best, best_rank = None, (0, False, False)
            for index, entity in enumerate(given):
                if index in used:
                    continue
                shared = common(mentions, surfaces[index])
                rank = (shared, entity["kind"] == want["kind"], entity["name"] == want["name"])
                if shared and rank > best_rank:
                    best, best_rank = index, rank
            if best is None:
                self.missing(place)
                continue
            used.add(best)
            entity = given[best]
            self.check(place, "kind", want["kind"], entity["kind"])
            if want["kind"] == "person":
                self.check(place, "name", want["name"], entity["name"])
                self.check(place, "mentions", mentions, surfaces[best])
            else:
                shared = common(mentions, surfaces[best])
                self.check(place, "mentions found", len(mentions), shared)
            if "role" in want:
                self.check(place, "role", want["role"].lower(), (entity.get("role") or "").lower())
            if "link" in want:
                link = entity.get("link") or {}
                self.check(place, "link", want["link"], f'{link.get("source")}:{link.get("id")}')
        for index, entity in enumerate(given):
            optional = entity["name"] in self.gold.get("people_optional", [])
            if index not in used and entity["kind"] == "person" and surfaces[index] and not optional:
                self.differences.append(f'person: unexpected {entity["name"]}')

    def not_names(self) -> None:
        for surface in self.gold.get("not_names", []):
            self.where(surface, 0)
            for mention in self.got["mentions"]:
                if (mention["kind"] in ("person", "place", "organization")
                        and mention["form"] in NAMED_FORMS and self.surface(mention) == surface):
                    self.differences.append(f'not a name: "{surface}" is a {mention["kind"]}')
                    break

    def letters(self, given: Sequence[Sequence[int]]) -> set[int]:
        """Places of the letters and digits in spans, without a leading "that"."""
        spans = [(span[0], span[1]) for span in given]
        start, end = core(self.text, *spans[0])
        if re.match(r"that\s", self.text[start:end]):
            spans[0] = (start + 4, end)
        return {i for a, b in spans for i in range(a, b) if self.text[i].isalnum()}

    def quotes(self) -> None:
        if "quotes" not in self.gold:
            return
        given = self.got["quotes"]
        letters = [self.letters(q["content"]) for q in given]
        used: set[int] = set()
        cursor = 0
        for number, want in enumerate(self.gold.get("quotes", []), 1):
            spans = []
            start, end = self.where(want["content"][0], cursor, want.get("in"))
            spans.append((start, end))
            cursor = start + 1
            for surface in want["content"][1:]:
                spans.append(self.where(surface, spans[-1][1]))
            place = f'quote {number} "{clip(want["content"][0])}"'
            wanted = self.letters(spans)
            best, shared = None, 0
            for index, places in enumerate(letters):
                if index not in used and len(places & wanted) > shared:
                    best, shared = index, len(places & wanted)
            if best is None:
                self.missing(place)
                continue
            used.add(best)
            quote = given[best]
            self.check(place, "kind", want["kind"], quote["kind"])
            self.check(place, "act", want.get("act", "speech"), quote["act"])
            if wanted != letters[best]:
                content = " | ".join(clip_ends(self.text[a:b]) for a, b in quote["content"])
                self.differences.append(f"{place}: content: got {content}")
            elif want["kind"] == "direct" and want["content"][0][0] in MARKS:
                first = self.text[quote["content"][0][0]]
                self.check(place, "opening mark", want["content"][0][0], first)
            if "cue" in want:
                cue = norm(" ".join(self.text[a:b] for a, b in quote["cue"]))
                if not cue or not contains(cue, want["cue"]):
                    self.differences.append(f'{place}: cue: want {want["cue"]}, got {cue or "none"}')
            speaker = quote.get("speaker") or {}
            surface = self.surface(speaker) if speaker else "none"
            if "speaker" not in want:
                if speaker:
                    self.differences.append(f"{place}: speaker: want none, got {surface}")
            elif not speaker or not contains(surface, want["speaker"]):
                self.differences.append(
                    f'{place}: speaker: want {want["speaker"]}, got {surface}'
                )
            if "name" in want:
                self.check(place, "name", want["name"], speaker.get("name") or "none")
        optional = [self.where(surface, 0) for surface in self.gold.get("quotes_optional", [])]
        for index, quote in enumerate(given):
            excused = any(s < e2 and e > s2 for s, e in optional for s2, e2 in quote["content"])
            if index not in used and quote["act"] == "speech" and not excused:
                content = clip(self.text[slice(*quote["content"][0])])
                self.differences.append(f'quote: unexpected {quote["kind"]} "{content}"')


def clip_ends(text: str) -> str:
    """The two ends of a text, for a difference about where it stops."""
    flat = norm(text)
    return f'"{flat}"' if len(flat) <= 50 else f'"{flat[:20]} … {flat[-20:]}"'


def common(first: list[str], second: list[str]) -> int:
    """How many surfaces two lists share, each counted once."""
    rest = list(second)
    shared = 0
    for surface in first:
        if surface in rest:
            rest.remove(surface)
            shared += 1
    return shared


def region_of(place: dict[str, Any]) -> list[Any]:
    region = place.get("region")
    if isinstance(region, dict):
        region = region.get("text")
    return [norm(place["text"]), region]


def say(value: object) -> str:
    """A value in the words of the Rust test."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "[" + ", ".join(say(item) for item in value) + "]"
    return str(value)


def check_keys(gold: dict[str, Any]) -> None:
    """Fails for a key that is misspelt."""
    assert not set(gold) - ALLOWED["expectation"], set(gold) - ALLOWED["expectation"]
    tables = (("part", "parts"), ("date", "dates"), ("entity", "entities"), ("quote", "quotes"))
    for table, key in tables:
        for item in gold.get(key, []):
            assert not set(item) - ALLOWED[table], item


def judge(name: str, text: str, gold: dict[str, Any], got: dict[str, Any]) -> None:
    """Fails for a difference that is new, and for a known one that is gone."""
    differences = Comparison(text, gold, got).run()
    known = gold.get("known_wrong", [])
    new = [f"new:  {line}" for line in differences if line not in known]
    gone = [f"gone: {line}" for line in known if line not in differences]
    assert not new + gone, "\n".join([name, *new, *gone])
