"""How long until the first story is read, from a cold interpreter?

    .venv/bin/python benches/python/startup.py

Starts interpreters by turns: one that does nothing, one that imports wirecopy, one that imports it
and reads a story with everything on, one that reads it twice. Each step's cost is the difference of
two rows; the first story pays for opening the embedded lists and weights. Milliseconds of CPU (of the
child, user and system), the median of 25 turns. `en_core_web_sm` is loaded by the same yardstick if
it is installed.
"""

from __future__ import annotations

import importlib.util
import resource
import statistics
import subprocess
import sys

TURNS = 25
STORY = "OSLO, May 7, 2019 (AP) - \"We agree,\" mediator Anna Keller said on Tuesday in Geneva."
IMPORT = "import wirecopy"
FIRST = f"{IMPORT}; a = wirecopy.analyze({STORY!r}); assert len(a.quotes) == 1 and len(a.entities)"
PROGRAMS = {
    "bare interpreter": "pass",
    "import wirecopy": IMPORT,
    "+ first story": FIRST,
    "+ second story": f"{FIRST}; wirecopy.analyze({STORY!r})",
}


def milliseconds(program: str) -> float:
    """CPU time of an interpreter that runs `program`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    programs = dict(PROGRAMS)
    if importlib.util.find_spec("en_core_web_sm"):
        programs["spaCy: load en_core_web_sm"] = "import spacy; spacy.load('en_core_web_sm')"
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(TURNS):
        for name, program in programs.items():
            times[name].append(milliseconds(program))
    bare = statistics.median(times["bare interpreter"])
    print(f"{'':28} {'ms':>7} {'over bare':>10}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:28} {median:7.1f} {median - bare:10.1f}")


if __name__ == "__main__":
    main()
