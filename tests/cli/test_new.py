"""`statecraft new`: a record by questions or by options, whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ai_statecraft.cli import main
from ai_statecraft.cli.new import NEVER_GIVEN, flag_of
from ai_statecraft.models import RECORD_TYPES
from ai_statecraft.models.fields import fields
from ai_statecraft.provenance.fingerprint import fingerprint

PASSAGE = "The company was founded on 24 May 2024 with a registered capital of 344 billion yuan."
TAKEN = fingerprint(PASSAGE)
SHA = f"fingerprint: {{words: {TAKEN.words}, sha256: {TAKEN.sha256}}}"

FUND = f"""\
# yaml-language-server: $schema=../../schemas/fund.schema.json
id: second-fund
name: Second sample fund
kind: vehicle
summary: A vehicle for samples.
domains: [semiconductors, compute]
jurisdictions: [CN]
cites: [a]
parts: {{tools: The tools tranche}}
participants:
  - {{party: actor/sample-ministry, role: investor, cites: [a]}}
events:
  - {{date: 2024-05-24, type: established, cites: [a], note: By six banks.}}
quantities:
  - {{measure: capital, value: 344000000000, unit: CNY, stage: registered, part: tools, cites: [a]}}
citations:
  a:
    source: second-gazette
    locator: paragraph 3
    basis: act
    {SHA}
curation: {{added: 2030-01-02, reviewed: 2030-01-02}}
"""
SOURCE = """\
# yaml-language-server: $schema=../../schemas/source.schema.json
id: second-gazette
name: "Gazette of Samples: second issue"
kind: gazette
language: en
url: https://example.org/2
published: 2024-05-27
issued_by: [actor/sample-ministry]
curation: {added: 2030-01-02, reviewed: 2030-01-02}
"""
OPTIONS = [
    *("--id", "second-fund", "--name", "Second sample fund", "--kind", "vehicle"),
    *("--summary", "A vehicle for samples.", "--domain", "semiconductors", "--domain", "compute"),
    *("--jurisdiction", "CN", "--cite", "a", "--part", "tools: The tools tranche"),
    *("--participant", "{party: actor/sample-ministry, role: investor, cites: [a]}"),
    *("--event", "{date: 2024-05-24, type: established, cites: [a], note: By six banks.}"),
    "--quantity",
    (
        "{measure: capital, stage: registered, value: 344000000000, unit: CNY, part: tools, "
        "cites: [a]}"
    ),
    *("--citation", "a: {source: second-gazette, basis: act, locator: paragraph 3}"),
    "--new-source",
    (
        "{id: second-gazette, name: 'Gazette of Samples: second issue', kind: gazette, "
        "language: en, url: 'https://example.org/2', published: 2024-05-27, "
        "issued_by: [actor/sample-ministry]}"
    ),
]
# An answer a line, with the field it is for.
ANSWERS = """\
sample-fund                         # id: taken
Second Fund                         # id: refused
second-fund                         # id
Second sample fund                  # name
vehicel                             # kind: misspelt
1                                   # kind
                                    # document
A vehicle for samples.              # summary
semiconductors, 2                   # domains
CN                                  # jurisdictions
a                                   # cites: a new citation
second gazette                      # source: nothing has the name
1                                   # a new source
second-gazette                      # its id
Gazette of Samples: second issue    # its name
gazette                             # its kind
en                                  # its language
http://example.org/2                # its url: not https
https://example.org/2               # its url
                                    # publisher
2024-05-27                          # published
                                    # retrieved
issued_by                           # also
ministry                            # issued_by: search
1                                   # the one found
                                    # no more
                                    # also: no
paragraph 3                         # locator
act                                 # basis
                                    # attributed_to
                                    # file of the passage: paste it
The company was founded on 24 May 2024
with a registered capital of 344 billion yuan.
.
                                    # at
                                    # also: no
tools                               # parts: key
The tools tranche                   # its text
                                    # no more
n                                   # names
y                                   # participants
样品部                              # party: search by an alias
1                                   # the one found
                                    # name
investor                            # role
a                                   # cites
                                    # also: no
n                                   # no more
n                                   # scope
y                                   # events
2024-02-30                          # date: no such day
2024-05-24                          # date
established                         # type
                                    # until
                                    # by
a                                   # cites
note                                # also
By six banks.                       # note
                                    # also: no
n                                   # no more
y                                   # quantities
capital                             # measure
344e9                               # value: no plain number
344000000000                        # value
                                    # low
                                    # high
CNY                                 # unit
                                    # qualifier
                                    # of
                                    # as_of
registered                          # stage
                                    # party
                                    # all_of
                                    # stated
                                    # cites: needed
a                                   # cites
part                                # also
tools                               # part
                                    # also: no
n                                   # no more
n                                   # findings in words
n                                   # references
n                                   # links
                                    # note
"""


def typed() -> io.StringIO:
    return io.StringIO(
        "".join(line.partition("#")[0].strip() + "\n" for line in ANSWERS.splitlines())
    )


def new(data: Path, *arguments: str, type_: str = "fund") -> int:
    return main(["new", type_, *arguments, "--data", str(data), "--today", "2030-01-02"])


def files(data: Path) -> set[Path]:
    return {path.relative_to(data) for path in data.rglob("*") if path.is_file()}


@pytest.fixture
def passage(tmp_path: Path) -> str:
    (tmp_path / "passage.txt").write_text(PASSAGE, "utf-8")
    return f"a={tmp_path / 'passage.txt'}"


def test_options_give_a_whole_record_with_its_source(
    data: Path, passage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)
    assert new(data, *OPTIONS, "--passage", passage, "--no-input") == 0
    assert (data / "funds/second-fund.yaml").read_text("utf-8") == FUND
    assert (data / "sources/second-gazette.yaml").read_text("utf-8") == SOURCE
    assert files(data) - before == {
        Path("funds/second-fund.yaml"),
        Path("sources/second-gazette.yaml"),
    }
    out = capsys.readouterr().out
    assert out.startswith(f"wrote {data}/sources/second-gazette.yaml\nwrote {data}/funds/")
    assert out.splitlines()[-1].startswith("0 errors")


def test_answers_give_the_same_record_as_options(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", typed())
    assert new(data) == 0
    assert (data / "funds/second-fund.yaml").read_text("utf-8") == FUND
    assert (data / "sources/second-gazette.yaml").read_text("utf-8") == SOURCE
    out = capsys.readouterr().out
    for said in (
        "! fund/sample-fund is taken; an id is never reused",
        "! `Second Fund` does not match",
        "There is already fund/sample-fund: Sample fund",
        "! `vehicel` is no term, nor the number of one; perhaps vehicle (? lists them)",
        "  1  vehicle: A company or partnership that holds and invests capital.",
        "! date: ",
        "! `344e9` is not a plain number",
        "! url: the address is not https",
        "! a claim needs the passage it rests on",
    ):
        assert said in out


def test_what_no_option_gives_is_asked_for(
    data: Path, passage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [text for text in OPTIONS if text not in {"--summary", "A vehicle for samples."}]
    # document, summary, then: no names, scope, findings, references, links; no note
    monkeypatch.setattr("sys.stdin", io.StringIO("\nA vehicle for samples.\n\n\n\n\n\n\n"))
    assert new(data, *given, "--passage", passage) == 0
    assert (data / "funds/second-fund.yaml").read_text("utf-8") == FUND


def test_the_end_of_the_answers_leaves_nothing_written(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)
    lines = typed().read().splitlines(keepends=True)
    for count in (0, 12, 25, 40, len(lines) - 1):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(lines[:count])))
        assert new(data) == 2
        assert "statecraft: stopped before the end; nothing was written" in capsys.readouterr().err
    assert files(data) == before


def test_an_interrupt_leaves_nothing_written(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str = "") -> str:
        raise KeyboardInterrupt

    before = files(data)
    monkeypatch.setattr("builtins.input", interrupt)
    assert new(data) == 2
    assert files(data) == before


def test_a_file_that_cannot_be_written_leaves_nothing_written(data: Path, passage: str) -> None:
    (data / "funds/second-fund.yaml").symlink_to("nowhere.yaml")
    before = files(data)
    assert new(data, *OPTIONS, "--passage", passage, "--no-input") == 2
    assert files(data) == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "give --id, --name, --kind, or leave --no-input out to be asked"),
        (["--id", "sample-fund"], "fund/sample-fund is taken: edit its file"),
        (["--id", "../x"], "--id: `../x` does not match"),
        (["--kind", "vehicel"], "--kind: `vehicel` is no term for kind: did you mean `vehicle`?"),
        (["--event", "2024"], "--event: write the item as a mapping"),
        (["--event", "{date: 2024}"], "--event: type is missing"),
        (["--event", "{date: 2024-13, type: x}"], "--event: date: "),
        (["--event", "{date: 2024, colour: x}"], "`colour` is no field here"),
        (["--event", "{date: &a 2024}"], "--event: `&a` is an anchor"),
        (["--event", "{date: \x1b[31m}"], "--event: U+001B ESCAPE is not allowed"),
        (["--quantity", "{measure: capital, value: 1e9, unit: CNY}"], "is not a plain number"),
        (["--citation", "a: {source: x, basis: act}"], "fingerprint is missing"),
        (["--citation", "a: {}", "--citation", "a: {}"], "--citation: a comes twice"),
        (["--passage", "a"], "--passage a: give LABEL=FILE"),
        (["--passage", "a=no-such-file"], "no-such-file cannot be read"),
        (["--passage", f"a={__file__}"], "--passage: no --citation has the label a"),
        (["--new-source", "{id: x}"], "--new-source: kind is missing"),
        (["--today", "tomorrow"], "--today: "),
    ],
)
def test_a_bad_option_is_named_with_the_reason_and_nothing_is_written(
    data: Path, arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)
    assert main(["new", "fund", "--data", str(data), "--no-input", *arguments]) == 2
    err = capsys.readouterr().err
    assert err.startswith("statecraft: nothing was written: ")
    assert reason in err
    assert "\x1b" not in err
    assert files(data) == before


def test_a_passage_may_come_from_standard_input(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSAGE))
    assert new(data, *OPTIONS, "--passage", "a=-") == 0
    assert (data / "funds/second-fund.yaml").read_text("utf-8") == FUND


def test_the_new_files_findings_are_shown_at_once(
    data: Path, passage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = [text.replace("actor/sample-ministry, role", "actor/nobody, role") for text in OPTIONS]
    assert new(data, *wrong, "--passage", passage, "--no-input") == 1
    assert "error REF001: actor/nobody is not in the dataset" in capsys.readouterr().out


def test_every_field_of_every_type_can_be_given_by_an_option_of_its_own() -> None:
    for model in RECORD_TYPES:
        flags = [flag_of(model, key) for key in fields(model) if key not in NEVER_GIVEN]
        assert len(set(flags)) == len(flags)
        with pytest.raises(SystemExit) as ended:
            main(["new", model.type, "--help"])
        assert ended.value.code == 0
