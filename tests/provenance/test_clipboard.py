"""Reading the clipboard by the platform's own command."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.cli import main
from ai_statecraft.provenance.clipboard import ClipboardError, clipboard_text
from ai_statecraft.provenance.fingerprint import fingerprint

PASSAGE = "The ministry said that the order applies to raw samples from the first of April."


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is searched for programs, on a Linux desktop with X11."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_first_program_there_is_gives_the_text(programs: Path) -> None:
    program(programs, "xsel", f'test "$*" = "--clipboard --output" && echo "{PASSAGE}"')
    assert clipboard_text() == f"{PASSAGE}\n"


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "wl-paste"), ("darwin", "pbpaste"), ("win32", "powershell")]
)
def test_each_platform_has_a_program_of_its_own(
    platform: str, name: str, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("shutil.which", lambda command: command if command == name else None)
    program(programs, name, f'echo "{PASSAGE}"')
    assert clipboard_text() == f"{PASSAGE}\n"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", "xclip gave no text; give a file instead"),
        (r"printf '\351'", "the clipboard holds no UTF-8 text; give a file instead"),
    ],
)
def test_a_clipboard_without_text_is_said(script: str, reason: str, programs: Path) -> None:
    program(programs, "xclip", script)
    with pytest.raises(ClipboardError, match=reason):
        clipboard_text()


def test_cite_takes_the_passage_from_the_clipboard(
    programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "--clipboard", "--source", "x", "--basis", "act"]) == 2
    assert "needs xclip or xsel; give a file instead" in capsys.readouterr().err
    program(programs, "xclip", f'echo "{PASSAGE}"')
    assert main(["cite", "--clipboard", "--source", "x", "--basis", "act"]) == 0
    assert fingerprint(PASSAGE).sha256 in capsys.readouterr().out
    assert main(["cite", "p.txt", "--clipboard", "--source", "x", "--basis", "act"]) == 2
    assert "give either a file or --clipboard" in capsys.readouterr().err
