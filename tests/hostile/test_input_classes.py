"""Whatever a pull request brings is answered with the finding that the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.reader.data import read_data
from ai_statecraft.reader.records import FOLDERS, parse_record
from ai_statecraft.reporting import Format, render
from tests.hostile.classes import FILES, VALUES
from tests.hostile.page import PAGE, page

SAMPLE = Path(__file__).parents[1] / "sample" / "data"


@pytest.mark.parametrize("name", VALUES)
def test_each_value_gives_its_finding(name: str) -> None:
    value = VALUES[name]
    text = (SAMPLE / value.file).read_text("utf-8")
    assert value.before in text
    text = text.replace(value.before, value.after, 1)
    model = FOLDERS[Path(value.file).parent.name]
    read, findings = parse_record(text.encode(), model, f"data/{value.file}")
    errors = [f for f in findings if f.severity == "error"]
    if value.rule is None:
        assert errors == []
        assert read is not None
        return
    assert read is None
    assert value.rule in {f.rule for f in errors}
    assert all(f.message.isprintable() and f.remedy for f in errors)
    if value.pointer:
        assert value.pointer in {f.pointer for f in errors}


@pytest.mark.parametrize("name", FILES)
def test_each_thing_in_a_folder_gives_its_finding(name: str, data: Path) -> None:
    make, file, rule = FILES[name]
    make(data)
    found = {(f.file, f.rule) for f in read_data(data).findings}
    assert (f"data/{file}", rule) in found


def test_no_form_of_output_lets_any_of_it_through(data: Path) -> None:
    for make, file, _ in FILES.values():
        if file.startswith("funds/"):  # of a file beside the folders there can be only one
            make(data)
    for number, value in enumerate(VALUES.values()):
        text = (SAMPLE / value.file).read_text("utf-8").replace(value.before, value.after, 1)
        (data / Path(value.file).parent / f"value-{number}.yaml").write_text(text, "utf-8")
    findings = read_data(data).findings
    assert len(findings) > len(VALUES)
    for style in Format:
        text = render(findings, style)
        assert "\x1b" not in text
        assert all(line.isprintable() for line in text.split("\n"))
        if style is not Format.GITHUB:
            assert not any(line.lstrip().startswith(("::", "##[")) for line in text.split("\n"))
        else:
            assert all(line.startswith(("::error ", "::warning ", "")) for line in text.split("\n"))
            assert text.count("\n::") == text.count("\n") - 1


def test_the_page_of_input_classes_is_that_of_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.hostile.page"
