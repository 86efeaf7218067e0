from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from ai_statecraft.provenance.archive import Archive, ArchiveError, UnreadableFile
from ai_statecraft.provenance.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "An invented text for the archive."


def test_a_document_is_recognised_by_the_id_of_its_source(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)

    document = Archive.open(tmp_path).document("gazette-1")

    assert document is not None
    assert (document.path, document.text) == (tmp_path / "gazette-1.txt", TEXT)
    assert document.words == ["an", "invented", "text", "for", "the", "archive"]


def test_a_document_is_recognised_by_its_whole_text_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text("Another text.")
    (tmp_path / "scan 7.txt").write_text(TEXT)

    document = Archive.open(tmp_path).document("gazette-1", fingerprint(TEXT.upper()))

    assert document is not None
    assert document.path.name == "scan 7.txt"


def test_the_name_counts_where_no_text_is_the_recorded_one(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)

    document = Archive.open(tmp_path).document("gazette-1", fingerprint("quite different"))

    assert document is not None
    assert document.text == TEXT


def test_of_two_copies_the_first_by_name_is_taken(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT)

    document = Archive.open(tmp_path).document("gazette-1", fingerprint(TEXT))

    assert document is not None
    assert document.path.name == "a.txt"


@pytest.mark.parametrize("source", ["gazette-1", "../secret", "a/b", ""])
def test_a_source_without_a_document_has_none(tmp_path: Path, source: str) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "secret.txt").write_text(TEXT)

    archive = Archive.open(tmp_path / "archive")

    assert archive.document(source, fingerprint(TEXT)) is None


def test_only_regular_text_files_in_the_folder_itself_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    (folder / "folder.txt").mkdir(parents=True)
    (folder / "folder.txt" / "inner.txt").write_text(TEXT)
    (folder / "page.html").write_text(TEXT)
    (tmp_path / "outside.txt").write_text(TEXT)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "real.txt").write_text(TEXT)

    assert [one.path.name for one in Archive.open(folder).documents] == ["real.txt"]


def test_a_file_that_is_not_utf_8_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("abc é".encode("latin-1"))
    (tmp_path / "real.txt").write_text(TEXT)

    archive = Archive.open(tmp_path)

    assert [one.path.name for one in archive.documents] == ["real.txt"]
    assert archive.unreadable == (
        UnreadableFile(
            tmp_path / "latin.txt",
            "byte 4 is not UTF-8 (unexpected end of data); save the file as UTF-8",
        ),
    )


def test_a_file_that_the_system_will_not_read_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real.txt").write_text(TEXT)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)

    assert Archive.open(tmp_path).unreadable == (
        UnreadableFile(tmp_path / "real.txt", "Permission denied"),
    )


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as fault:
        Archive.open(tmp_path / "nowhere")

    assert str(fault.value) == (
        f"cannot open the archive folder '{tmp_path / 'nowhere'}': No such file or directory"
    )
