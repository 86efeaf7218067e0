"""Which files of a folder are records, and which names and kinds of file are refused."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePath

from ai_statecraft.findings import Finding
from ai_statecraft.reader.characters import shown
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.rules import (
    DATA_MISSING,
    FILE_NAME,
    NOT_A_FILE,
    RESERVED_NAME,
    STRAY_FILE,
    UNREADABLE,
    ReaderRule,
)
from ai_statecraft.reader.text import MAX_BYTES

MAX_ID = 100
"""Characters in a record's id."""
BESIDE_RECORDS = frozenset({"reference", "redirects.yaml", "released.csv"})
"""What lies in data/ beside the folders of records."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = ".yaml"
# Microsoft, "Naming Files, Paths, and Namespaces": reserved with any ending.
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I
)
_HIDDEN_BY_SYSTEMS = frozenset({".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini"})


def is_id(text: str) -> bool:
    """Return whether a text can be a record's id, and so the name of its file."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None and not _RESERVED.fullmatch(text)


def record_files(
    root: Path, folders: Sequence[str], beside: Collection[str] = BESIDE_RECORDS
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Return the records' files in the named folders under root, sorted, and all findings.

    Whatever else lies in root, and isn't named in `beside`, is a finding: in a folder
    whose name is misspelt, records would be passed over without a word.

    No link is followed and nothing is opened. A folder that is missing holds no records;
    if none of them holds any, that is a finding. Findings name files relative to the
    parent of root, as in `data/funds/x.yaml`.
    """
    name = root.name or root.resolve().name
    if not _is_folder(root):
        message = f"the folder {shown(str(root))} is missing or not a folder"
        return (), _finding(DATA_MISSING, name, message)
    files: list[Path] = []
    findings = _strays(root, name, {*folders, *beside})
    for folder in sorted(folders):
        found, faults = _folder(root / folder, f"{name}/{folder}")
        files += found
        findings += faults
    if not files and not findings:
        message = f"the folder {shown(str(root))} holds no records"
        findings += _finding(DATA_MISSING, name, message)
    return tuple(files), tuple(sorted(findings))


def name_findings(file: str) -> tuple[Finding, ...]:
    """Return what is wrong with the name of a record's file; `file` is its path."""
    name = PurePath(file).name
    stem, dot, suffix = name.rpartition(".")
    if f"{dot}{suffix}" != _SUFFIX:
        fault = f"ends in {shown(f'.{suffix}')}, not in" if dot else "lacks the ending"
        return _finding(STRAY_FILE, file, f"the name {shown(name)} {fault} `.yaml`")
    if _RESERVED.fullmatch(name):
        return _finding(RESERVED_NAME, file, f"Windows reserves the name {shown(name)}")
    if len(stem) > MAX_ID:
        message = f"the name {shown(stem)} has {len(stem)} characters; at most {MAX_ID} will do"
        return _finding(FILE_NAME, file, message)
    if not _ID.fullmatch(stem):
        return _finding(FILE_NAME, file, f"the name {shown(stem)} is not an id")
    return ()


def read_record(path: Path, file: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the bytes of a regular file, and what is wrong with it.

    Neither follows a link nor waits for a pipe, and reads no more than shows that a file
    is too large. `file` is the path for the findings.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if kind := _odd_kind(path.lstat().st_mode):
            return None, _finding(NOT_A_FILE, file, f"the file is {kind}")
        with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as opened:
            return opened.read(MAX_BYTES + 1), ()
    except OSError as error:
        return None, _unreadable(file, "file", error)


def _strays(root: Path, name: str, expected: Collection[str]) -> list[Finding]:
    """Return a finding for each entry of the root that isn't expected there."""
    try:
        entries = sorted(_entries(root))
    except OSError as error:
        return list(_unreadable(name, "folder", error))
    return [
        finding
        for entry, _ in entries
        if entry not in expected
        for finding in _finding(
            STRAY_FILE, f"{name}/{entry}", f"{shown(entry)} is no folder of records"
        )
    ]


def _folder(path: Path, name: str) -> tuple[list[Path], list[Finding]]:
    if not os.path.lexists(path):
        return [], []
    if not _is_folder(path):
        return [], list(_finding(NOT_A_FILE, name, "a folder is due here, not a link or a file"))
    files: list[Path] = []
    findings: list[Finding] = []
    try:
        entries = sorted(_entries(path))
    except OSError as error:
        return [], list(_unreadable(name, "folder", error))
    for entry, mode in entries:
        file = f"{name}/{entry}"
        if kind := _odd_kind(mode):
            findings += _finding(NOT_A_FILE, file, f"{shown(entry)} is {kind}")
            continue
        findings += name_findings(file)
        if entry.endswith(_SUFFIX):
            files.append(path / entry)
    return files, findings


def _entries(path: Path) -> Iterator[tuple[str, int]]:
    """Yield name and mode of what lies in a folder, without the files of operating systems."""
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name not in _HIDDEN_BY_SYSTEMS:
                yield entry.name, entry.stat(follow_symlinks=False).st_mode


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _odd_kind(mode: int) -> str:
    """Return what a file is if it isn't a regular file, such as "a symbolic link"."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a named pipe" if stat.S_ISFIFO(mode) else "not a regular file"


def _unreadable(file: str, kind: str, error: OSError) -> tuple[Finding, ...]:
    reason = error.strerror or type(error).__name__
    return _finding(UNREADABLE, file, f"the {kind} can't be read: {reason}")


def _finding(rule: ReaderRule, file: str, message: str) -> tuple[Finding, ...]:
    faults = Faults(file)
    faults.add(rule, (0, 0), message)
    return faults.findings()
