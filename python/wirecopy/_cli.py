"""The command `wirecopy`: the same code as the Rust binary's, on this process's streams."""

from __future__ import annotations

import signal
import sys

from wirecopy import _wirecopy


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Ctrl-C ends the process at once, as it ends any other command.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(_wirecopy._run(sys.argv))
