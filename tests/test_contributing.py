"""The records that CONTRIBUTING.md shows are real, and what it shows of them is true."""

from __future__ import annotations

import re
from pathlib import Path

from ai_statecraft.models import RECORD_TYPES, TYPES
from ai_statecraft.reader.conversion import Data
from ai_statecraft.reader.records import FOLDERS, parse_record

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```yaml\n# (data/(\w+)/[a-z0-9-]+\.yaml)\n(.+?)```", re.DOTALL)
PASSING = {"cites", "curation"}
"""What a later review changes without changing what is claimed."""


def shown() -> list[tuple[str, str, str]]:
    return BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))


def holds(whole: Data, part: Data) -> bool:
    """Whether the part is the whole, but for fields and items that were left out."""
    match whole, part:
        case dict(), dict():
            told = {key: value for key, value in part.items() if key not in PASSING}
            return all(key in whole and holds(whole[key], value) for key, value in told.items())
        case list(), list():
            return all(any(holds(item, each) for item in whole) for each in part)
        case _:
            return whole == part


def test_there_is_one_example_of_each_kind() -> None:
    assert sorted(folder for _, folder, _ in shown()) == sorted(m.folder for m in RECORD_TYPES)
    assert len(TYPES) == len(shown())


def test_every_example_is_a_true_excerpt_of_its_record() -> None:
    for file, folder, text in shown():
        model = FOLDERS[folder]
        excerpt, findings = parse_record(text.encode(), model, file)
        assert findings == ()
        whole, _ = parse_record((ROOT / file).read_bytes(), model, file)
        assert excerpt is not None
        assert whole is not None
        assert holds(dict(whole.data), dict(excerpt.data)), f"CONTRIBUTING.md differs from {file}"


def test_every_page_that_it_links_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([a-z/-]+\.md)\)", text)
    assert [link for link in links if not (ROOT / link).is_file()] == []
