"""The public specification computes what it says it does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from ai_statecraft.provenance.fingerprint import Fingerprint, fingerprint

PAGE = Path(__file__).parents[2] / "docs" / "provenance.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)


def test_the_program_on_the_page_prints_what_the_page_says() -> None:
    (program,) = blocks("python")
    _, printed = blocks("text")

    run = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert run.stdout == printed


def test_the_package_agrees_with_the_worked_example() -> None:
    examples = re.findall(r"^> (.*)$", PAGE.read_text("utf-8"), re.M)
    normalised, printed = blocks("text")
    stated = [
        Fingerprint(int(count), sha256) for count, sha256 in map(str.split, printed.splitlines())
    ]

    assert [fingerprint(example) for example in examples] == stated
    assert fingerprint(normalised) == stated[0]
