"""A progress bar: tqdm's where it is installed, else one plain line on stderr."""

from __future__ import annotations

import sys
from typing import Any


class _Line:
    def __init__(self, total: int, unit: str) -> None:
        self._total, self._unit, self._done = total, unit, 0

    def update(self, count: int) -> None:
        """Add finished stories."""
        self._done += count
        sys.stderr.write(f"\r{self._done}/{self._total} {self._unit}")

    def close(self) -> None:
        """End the line."""
        sys.stderr.write("\n")


def bar(*, total: int, unit: str) -> Any:
    """Make a bar with `update(count)` and `close()`."""
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        return _Line(total, unit)
    return tqdm(total=total, unit=unit)
