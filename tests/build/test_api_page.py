"""The reference page of the package: every public name, with its meaning and its example."""

from __future__ import annotations

import re

from api_page import api_page

import ai_statecraft

PAGE = "\n".join(api_page())
SECTIONS = {
    section.split(" {")[0]: section for section in re.split(r"^###? ", PAGE, flags=re.MULTILINE)[1:]
}


def test_every_public_name_has_a_section_with_words_and_an_example() -> None:
    assert set(ai_statecraft.__all__) - {"__version__"} <= set(SECTIONS)
    for name, section in SECTIONS.items():
        assert re.search(r"^\w.*[.:]$", section, flags=re.MULTILINE), name
        assert "```pycon\n>>> " in section, name


def test_a_method_shows_its_parameters_and_what_it_gives() -> None:
    assert (
        "```python\n"
        "Dataset.status(record: str | Record, on: date | str | None = None, *, "
        "part: str | None = None) -> StatusOn\n"
        "```\n"
    ) in SECTIONS["Dataset.status"]
    assert "ds.status(" in SECTIONS["Dataset.status"]


def test_every_attribute_says_what_it_holds() -> None:
    rows = re.findall(r"^\| (`.+`) \| (`.+`) \| ?(.*) ?\|$", PAGE, flags=re.MULTILINE)
    assert len(rows) > 40
    assert [name for name, _, meaning in rows if not meaning.strip()] == []
    assert "| `low` | `float` | Lower bound" in SECTIONS["Amount"]


def test_examples_of_errors_show_the_error() -> None:
    section = SECTIONS["DayError"]
    assert "DayError: '2024-02-30' is not a day" in section
    assert "Traceback" not in section
