"""The transcript in the documentation is what the commands say today."""

from __future__ import annotations

import re

from make_transcript import PAGE, transcript


def test_the_page_is_what_walking_the_path_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == transcript(), "run: python build/make_transcript.py"


def test_the_page_names_no_machine() -> None:
    assert not re.findall(r"(?:/tmp|/home|/work|/var|Traceback)", PAGE.read_text(encoding="utf-8"))
