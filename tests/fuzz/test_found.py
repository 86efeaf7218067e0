"""What fuzzing found: each input a test, so that it stays mended."""

from __future__ import annotations

import time
from pathlib import Path

from ai_statecraft.writing.formatting import format_record


def test_formatting_a_file_with_a_comment_on_every_line_takes_no_quadratic_time() -> None:
    lines = [b"id: x", *(b"k%d: v # c\n# d" % number for number in range(20_000))]
    started = time.process_time()
    text, findings = format_record(b"\n".join(lines) + b"\n", Path("data/funds/x.yaml"))
    assert time.process_time() - started < 5
    assert findings == ()
    assert text is not None
    assert text.count("# c") == text.count("# d") == 20_000
