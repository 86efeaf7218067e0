"""What fuzzing found: each input a test, so that it stays mended."""

from __future__ import annotations

from pathlib import Path

from ai_statecraft.writing.formatting import format_record


def test_a_file_with_a_comment_on_every_line_keeps_them_all() -> None:
    """Its time once grew with the square of the comments: see bench_formatting."""
    lines = [b"id: x", *(b"k%d: v # c\n# d" % number for number in range(2_000))]
    text, findings = format_record(b"\n".join(lines) + b"\n", Path("data/funds/x.yaml"))
    assert findings == ()
    assert text is not None
    assert text.count("# c") == text.count("# d") == 2_000
