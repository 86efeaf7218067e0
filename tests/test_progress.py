"""Progress is for a person at a terminal, and for nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ai_statecraft.progress import shown, tracked

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

AT_ONCE = """
import sys
from ai_statecraft import progress
from ai_statecraft.cli import main
progress.PATIENCE = 0
sys.exit(main(sys.argv[1:]))
"""


def formatting(data: Path, stderr: int) -> bytes:
    """What `statecraft fmt --diff` prints on standard output, a pipe."""
    command = [sys.executable, "-c", AT_ONCE, "fmt", "--diff", "--data", str(data)]
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=stderr).stdout


def test_long_work_shows_progress_on_a_terminal_only(data: Path) -> None:
    terminal, its_end = pty.openpty()
    termios.tcsetwinsize(its_end, (24, 80))
    beside_bar = formatting(data, its_end)
    seen = os.read(terminal, 100_000)
    os.close(its_end)
    os.close(terminal)
    assert b"formatting:   0%" in seen
    assert b" 0/6 " in seen
    reading, writing = os.pipe()
    alone = formatting(data, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as errors:
        assert errors.read() == b""
    assert beside_bar == alone
    assert alone.endswith(b"6 files: 6 changed\n")


def test_a_program_that_uses_the_package_sees_no_progress_unless_it_asks() -> None:
    items = [1, 2]
    assert tracked(items, "counting") is items
    with shown():
        assert list(tracked(items, "counting")) == items
    assert tracked(items, "counting") is items
