"""Which files are records, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ai_statecraft.reader.paths import is_id, name_findings, read_record, record_files
from ai_statecraft.reader.text import MAX_BYTES

FOLDERS = ("targets", "funds")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True)
    (root / "funds" / "a-fund.yaml").write_text("id: a-fund\n")
    return root


def found(root: Path) -> list[tuple[str, str, str]]:
    return [(f.file, f.rule, f.message) for f in record_files(root, FOLDERS)[1]]


def test_records_come_sorted_by_folder_and_name_and_opened_by_nobody(data: Path) -> None:
    (data / "targets" / "b.yaml").write_bytes(b"\xff")
    (data / "funds" / "a-2.yaml").write_text("")
    (data / "reference").mkdir()
    (data / "redirects.yaml").write_text("")
    (data / "released.csv").write_text("")
    expected = ["funds/a-2.yaml", "funds/a-fund.yaml", "targets/b.yaml"]
    assert record_files(data, FOLDERS) == (tuple(data / name for name in expected), ())


@pytest.mark.parametrize("make", [lambda _: None, Path.touch, lambda path: path.symlink_to("/")])
def test_a_missing_data_folder_is_a_finding(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "data")
    (finding,) = record_files(tmp_path / "data", FOLDERS)[1]
    assert (finding.file, finding.rule) == ("data", "PATH001")
    assert finding.message.endswith("is missing or not a folder")


def test_a_data_folder_without_records_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "data" / "funds").mkdir(parents=True)
    (finding,) = record_files(tmp_path / "data", FOLDERS)[1]
    assert (finding.file, finding.rule) == ("data", "PATH001")
    assert finding.message.endswith("holds no records")


def test_links_pipes_and_folders_are_refused_and_not_followed(data: Path) -> None:
    (data / "funds" / "link.yaml").symlink_to("a-fund.yaml")
    (data / "funds" / "loop.yaml").symlink_to("loop.yaml")
    (data / "funds" / "out.yaml").symlink_to("/etc")
    (data / "funds" / "dir.yaml").mkdir()
    os.mkfifo(data / "funds" / "pipe.yaml")
    files, _ = record_files(data, FOLDERS)
    assert files == (data / "funds" / "a-fund.yaml",)
    assert found(data) == [
        ("data/funds/dir.yaml", "PATH005", "`dir.yaml` is a folder"),
        ("data/funds/link.yaml", "PATH005", "`link.yaml` is a symbolic link"),
        ("data/funds/loop.yaml", "PATH005", "`loop.yaml` is a symbolic link"),
        ("data/funds/out.yaml", "PATH005", "`out.yaml` is a symbolic link"),
        ("data/funds/pipe.yaml", "PATH005", "`pipe.yaml` is a named pipe"),
    ]


def test_a_folder_of_records_that_is_a_link_is_not_followed(data: Path) -> None:
    (data / "targets").rmdir()
    (data / "targets").symlink_to("funds")
    assert found(data) == [
        ("data/targets", "PATH005", "a folder is due here, not a link or a file")
    ]


def test_stray_files_are_refused_and_those_of_operating_systems_passed_over(data: Path) -> None:
    for name in ("b.yml", "c.yaml~", "README", ".hidden", ".DS_Store"):
        (data / "funds" / name).touch()
    (data / "fund").mkdir()
    (data / "stray.yaml").touch()
    assert found(data) == [
        ("data/fund", "PATH004", "`fund` is no folder of records"),
        ("data/funds/.hidden", "PATH004", "the name `.hidden` ends in `.hidden`, not in `.yaml`"),
        ("data/funds/README", "PATH004", "the name `README` lacks the ending `.yaml`"),
        ("data/funds/b.yml", "PATH004", "the name `b.yml` ends in `.yml`, not in `.yaml`"),
        ("data/funds/c.yaml~", "PATH004", "the name `c.yaml~` ends in `.yaml~`, not in `.yaml`"),
        ("data/stray.yaml", "PATH004", "`stray.yaml` is no folder of records"),
    ]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("us-bis-2022-10.yaml", None),
        ("a" * 100 + ".yaml", None),
        ("a" * 101 + ".yaml", "PATH002"),
        ("Upper.yaml", "PATH002"),
        ("double--hyphen.yaml", "PATH002"),
        ("-start.yaml", "PATH002"),
        ("end-.yaml", "PATH002"),
        ("under_score.yaml", "PATH002"),
        ("a.b.yaml", "PATH002"),
        (".yaml", "PATH002"),
        ("a b.yaml", "PATH002"),
        ("café.yaml", "PATH002"),
        ("аbc.yaml", "PATH002"),  # a Cyrillic letter
        ("１２.yaml", "PATH002"),
        ("a\n::error::x.yaml", "PATH002"),
        ("\x1b[31m.yaml", "PATH002"),
        ("\udcff.yaml", "PATH002"),
        ("con.yaml", "PATH003"),
        ("NUL.yaml", "PATH003"),
        ("com1.yaml", "PATH003"),
        ("lpt9.x.yaml", "PATH003"),
        ("conin$.yaml", "PATH003"),
        ("con-trol.yaml", None),
        ("com10.yaml", None),
        ("a.yml", "PATH004"),
        ("a.YAML", "PATH004"),
        ("yaml", "PATH004"),
        ("..", "PATH004"),
    ],
)
def test_a_file_is_named_by_its_id(name: str, rule: str | None) -> None:
    findings = name_findings(f"data/funds/{name}")
    assert [f.rule for f in findings] == ([rule] if rule else [])
    assert all(f.message.isprintable() for f in findings)
    if name.endswith(".yaml"):
        assert is_id(name.removesuffix(".yaml")) == (rule is None)


def test_a_record_is_read_whole(data: Path) -> None:
    assert read_record(data / "funds" / "a-fund.yaml", "f") == (b"id: a-fund\n", ())


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(data: Path) -> None:
    path = data / "funds" / "big.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MAX_BYTES)
    content, findings = read_record(path, "f")
    assert (content is not None and len(content), findings) == (MAX_BYTES + 1, ())


def test_what_is_no_regular_file_is_not_opened(data: Path) -> None:
    (data / "link.yaml").symlink_to("funds/a-fund.yaml")
    os.mkfifo(data / "pipe.yaml")
    messages = {
        name: [(f.rule, f.message) for f in read_record(data / name, "f")[1]]
        for name in ("link.yaml", "pipe.yaml", "funds", "missing.yaml")
    }
    assert messages == {
        "link.yaml": [("PATH005", "the file is a symbolic link")],
        "pipe.yaml": [("PATH005", "the file is a named pipe")],
        "funds": [("PATH005", "the file is a folder")],
        "missing.yaml": [("PATH006", "the file can't be read: No such file or directory")],
    }


def test_a_folder_that_cannot_be_read_is_a_finding(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(data) == [
        ("data", "PATH006", "the folder can't be read: Permission denied"),
        ("data/funds", "PATH006", "the folder can't be read: Permission denied"),
        ("data/targets", "PATH006", "the folder can't be read: Permission denied"),
    ]
