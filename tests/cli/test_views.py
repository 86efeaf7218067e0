"""The commands that show the dataset."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ai_statecraft.cli import main

Run = Callable[..., str]


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the sample data; what it prints, once it ended as expected."""

    def running(*arguments: str, status: int = 0) -> str:
        assert main([*arguments, "--from", str(data)]) == status
        captured = capsys.readouterr()
        return captured.err if status == 2 else captured.out

    return running


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_show_gives_a_record_with_its_status_and_claims(run: Run) -> None:
    lines = run("show", "fund/sample-fund").splitlines()
    assert lines[:7] == [
        "fund/sample-fund",
        "Sample fund",
        "vehicle",
        "day: 2030-01-03",
        "status: in_force",
        "basis: attested",
        "since: 2029-02-03",
    ]
    assert lines[8] == "A vehicle that invests in samples."
    assert [line.split()[0] for line in lines[9:]] == [
        "/",
        "/participants/0",
        "/events/0",
        *(f"/quantities/{n}" for n in range(4)),
        "/links/0",
    ]
    found = rows(run("show", "fund/sample-fund", "--format", "csv"))
    assert (found[2]["path"], found[2]["says"], found[2]["support"]) == (
        "/events/0",
        "2029-02-03 established",
        "official",
    )


def test_show_as_json_gives_the_record_as_written(run: Run) -> None:
    found = json.loads(run("show", "restriction/sample-export-order", "--format", "json"))
    assert found["type"] == "restriction"
    assert found["scope"][0]["except"] == ["8542.39"]
    assert found["standing"]["status"] == "partly_in_force"
    assert found["standing"]["parts"] == {"raw": "in_force", "fine": "suspended"}


def test_show_gives_the_status_of_each_part_and_what_could_be_known(run: Run) -> None:
    key = "restriction/sample-export-order"
    lines = run("show", key, "--valid-on", "2029-04-15", "--known-on", "2029-06-30").splitlines()
    assert [line for line in lines if line.startswith(("known", "part "))] == [
        "known on: 2029-06-30",
        "part raw: in_force",
        "part fine: announced",
    ]
    assert ["/events/0", "known", "official", "none", "2029-03-01", "announced"] in [
        line.split() for line in lines
    ]


def test_show_gives_a_source_by_its_fields(run: Run) -> None:
    lines = [line.split() for line in run("show", "source/sample-news").splitlines()]
    assert ["publisher", "Daily", "Samples"] in lines


def test_a_record_is_shown_as_of_a_day(run: Run) -> None:
    key = "restriction/sample-export-order"
    out = run("show", key, "--valid-on", "2029-03-15", "--known-on", "2029-03-15")
    assert "status: announced" in out
    assert "suspended" not in out
    sure = run("list", "restriction", "--known-on", "2029-06-15", "--certainly")
    assert sure.split()[0] == key


def test_list_gives_the_records_of_a_type_with_their_status(run: Run) -> None:
    assert run("list", "funds").split() == ["fund/sample-fund", "vehicle", "in_force", *NAME]
    assert len(run("list").splitlines()) == 6
    assert json.loads(run("list", "target", "--format", "json")) == [
        {
            "record": "target/sample-target",
            "kind": "self_sufficiency",
            "status": "announced",
            "name": "Sample self-sufficiency by 2035",
        }
    ]


NAME = ["Sample", "fund"]


def test_list_takes_a_status_a_domain_and_a_jurisdiction(run: Run) -> None:
    def keys(*arguments: str) -> list[str]:
        return [row["record"] for row in rows(run("list", *arguments, "--format", "csv"))]

    assert keys("--status", "in_force") == ["fund/sample-fund"]
    assert keys("--domain", "compute") == ["restriction/sample-export-order"]
    assert keys("actors", "--jurisdiction", "CN") == ["actor/sample-ministry"]
    assert keys("actors", "--jurisdiction", "cn") == ["actor/sample-ministry"]
    assert keys("--jurisdiction", "US") == []
    assert run("list", "--jurisdiction", "US") == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("list", "found"), "no record type 'found'; nearest: fund"),
        (("list", "--status", "in-force"), "no status 'in-force'; nearest: in_force"),
        (("show", "fund/sampel-fund"), "nearest: fund/sample-fund"),
        (("list", "--valid-on", "yesterday"), "'yesterday' is not a day"),
        (("explain", "fund/sample-fund", "/names/0"), "no claim in fund/sample-fund"),
        (("export", "event"), "no table 'event'; nearest: events"),
        (("export", "events", "--sql", "from events"), "give a table or a query, not both"),
        (("export", "--sql", "selec"), "syntax error"),
    ],
)
def test_wrong_usage_says_what_to_do(run: Run, arguments: tuple[str, ...], message: str) -> None:
    error = run(*arguments, status=2)
    assert error.startswith("statecraft: ")
    assert message in error


def test_search_finds_names_with_a_typo(run: Run) -> None:
    assert run("search", "sample", "fnud").split() == ["fund/sample-fund", *NAME]
    assert run("search", "sample", "fund", "--type", "funds").split()[0] == "fund/sample-fund"
    assert run("search", "样品部", "--format", "csv").splitlines()[1].startswith("actor/sample-")
    assert run("search", "spaceship", status=1) == ""


def test_explain_gives_text_passages_as_rows_or_an_object(run: Run) -> None:
    place = ("explain", "fund/sample-fund", "/quantities/2")
    assert "dispute: denied, denied or overtaken by a" in run(*place)
    assert [
        (r["stance"], r["citation"], r["tier"]) for r in rows(run(*place, "--format", "csv"))
    ] == [
        ("for", "b", "secondary"),
        ("against", "a", "primary"),
    ]
    found = json.loads(run(*place, "--format", "json"))
    assert found["states"]["stated"] == "$47.5 billion"
    assert found["dispute"]["grade"] == "denied"
    assert [rival["path"] for rival in found["rivals"]] == ["/quantities/1"]


def test_explain_proves_passages_in_an_archive(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sample-gazette.txt").write_text("Nothing of the sort.", "utf-8")
    out = run("explain", "fund/sample-fund", "--archive", str(tmp_path))
    assert out.splitlines()[-1].endswith("not found")


def test_export_writes_a_table_as_published(run: Run) -> None:
    assert rows(run("export", "domains"))[0] == {
        "record": "restriction/sample-export-order",
        "domain": "semiconductors",
    }
    found = json.loads(run("export", "events", "--format", "json"))
    assert (found[0]["type"], found[0]["date_first"]) == ("established", "2029-02-03")
    assert "quantities" in [row["table"] for row in rows(run("export"))]
    query = "select count(*) as n from events"
    assert run("export", "--sql", query) == "n\n6\n"
