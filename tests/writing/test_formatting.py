"""The canonical form: nothing lost, nothing changed, and the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.cli import main
from ai_statecraft.models import Fund
from ai_statecraft.reader.conversion import Data
from ai_statecraft.reader.records import parse_record
from ai_statecraft.writing.canonical import canonical
from ai_statecraft.writing.formatting import format_record

FUND = Path("data/funds/x.yaml")
UNTIDY = """\
# yaml-language-server: $schema=../../schemas/fund.schema.json
# A note on the whole.
name:   'A fund'    # its usual name
id: x
kind: vehicle
quantities:
# on the sum
- measure: capital
  unit: CNY
  value: 3.50  # as registered
  stage: registered
- {unit: "USD", measure: "capital", value: 1, stage: paid_in, cites: [a]} # paid
curation:
  reviewed: 2030-01-01
  added: 2030-01-01
# the end
"""
TIDY = """\
# yaml-language-server: $schema=../../schemas/fund.schema.json
id: x
# A note on the whole.
name: A fund  # its usual name
kind: vehicle
quantities:
  # on the sum
  - measure: capital
    value: 3.5  # as registered
    unit: CNY
    stage: registered
  - {measure: capital, value: 1, unit: USD, stage: paid_in, cites: [a]}  # paid
curation: {added: 2030-01-01, reviewed: 2030-01-01}
# the end
"""


def test_fields_are_ordered_quotes_dropped_and_comments_kept_with_their_entries() -> None:
    text, findings = format_record(UNTIDY.encode(), FUND)
    assert findings == ()
    assert text == TIDY


def test_canonical_text_stays_as_it_is() -> None:
    assert format_record(TIDY.encode(), FUND) == (TIDY, ())


def test_long_prose_is_wrapped_and_reads_back_the_same() -> None:
    summary = " ".join(f"word{n}" for n in range(60)) + ": 亿 ‘quoted’, #5"
    data: dict[str, Data] = {"id": "x", "name": "X", "kind": "vehicle", "summary": summary}
    text = canonical(data, Fund)
    assert "summary: >-\n  word0 " in text
    assert max(map(len, text.splitlines())) <= 100
    record, _ = parse_record(
        (text + "curation: {added: 2030-01-01, reviewed: 2030-01-01}\n").encode(), Fund, str(FUND)
    )
    assert record is not None
    assert record.data["summary"] == summary


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1
) | st.sampled_from(["NO", "010", "3E001", "~", "a: b", "a #b", "- a", "'", '"', "亿", "x,y", "=1"])


@given(
    name=TEXTS,
    summary=TEXTS,
    notes=st.lists(TEXTS, max_size=3),
    value=st.decimals(-(10**12), 10**12, places=3, allow_nan=False).map(float),
)
def test_whatever_a_record_says_is_read_back_and_formats_to_itself(
    name: str, summary: str, notes: list[str], value: float
) -> None:
    quantities: list[Data] = [
        {"measure": "capital", "value": value, "unit": "CNY", "note": note} for note in notes
    ]
    data: dict[str, Data] = {
        "id": "x",
        "name": name,
        "kind": "vehicle",
        "summary": summary,
        "quantities": quantities,
        "curation": {"added": "2030-01-01", "reviewed": "2030-01-01"},
    }
    text = canonical(data, Fund)
    again, findings = format_record(text.encode(), FUND)
    if again is None:  # a character that the reader refuses, such as an invisible one
        assert {f.rule for f in findings} <= {"READ007", "READ008", "READ009", "READ010"}
    else:
        assert again == text
        record, _ = parse_record(text.encode(), Fund, str(FUND))
        if record is not None:
            assert record.data == data


@pytest.mark.parametrize("line", ["name: [", "value: 1e5", "a: &x b"])
def test_a_file_that_cannot_be_read_is_left_alone(
    data: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "funds" / "sample-fund.yaml"
    text = file.read_text("utf-8").replace("value: 17.5", "value: 1e5") + line + "\n"
    file.write_text(text, "utf-8")
    assert main(["fmt", str(file)]) == 1
    assert file.read_text("utf-8") == text
    assert str(file) in capsys.readouterr().out


def test_check_reports_and_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "funds" / "sample-fund.yaml"
    before = file.read_bytes()
    assert main(["fmt", "--check", str(file)]) == 1
    assert f"run `statecraft fmt {file}`" in capsys.readouterr().out
    assert main(["fmt", "--diff", str(file)]) == 1
    assert file.read_bytes() == before
    assert main(["fmt", str(file)]) == 0
    assert main(["fmt", "--check", str(file)]) == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    ("untidy", "tidy"),
    [
        ("id: x\nsummary: >- # kept\n  a text\n", "id: x\nsummary: a text  # kept\n"),
        ('id: x\nsummary: "a # b" # kept\n', 'id: x\nsummary: "a # b"  # kept\n'),
        ("--- # kept\nid: x\n", "# kept\nid: x\n"),
        (
            "names:\n  - use: short\n    # kept\n    text: a\n",
            "names:\n  # kept\n  - {text: a, use: short}\n",
        ),
        (
            "names:\n  - {text: a, # one\n     use: short} # two\n",
            "names:\n  - text: a  # one\n    use: short  # two\n",
        ),
        (
            f"findings_in_words:\n  - {{text: {'word ' * 18}end, # kept\n     cites: [a]}}\n",
            f"findings_in_words:\n  # kept\n  - {{text: {'word ' * 18}end, cites: [a]}}\n",
        ),
    ],
    ids=["block header", "mark in quotes", "document start", "reordered", "flow", "long"],
)
def test_a_comment_in_an_odd_place_is_kept_and_stays_where_it_is_put(
    untidy: str, tidy: str
) -> None:
    file = Path("data/initiatives/x.yaml")
    text, _ = format_record(untidy.encode(), file)
    assert text is not None
    assert text.partition("\n")[2] == tidy
    assert format_record(text.encode(), file)[0] == text
