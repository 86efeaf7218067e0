"""The command itself, as a CI system runs it on a stranger's pull request, within its limits."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.classes import FILES, FUND
from tests.reader.test_yaml import INPUTS, SLOW

SECONDS = 5
MEGABYTES = 512
STATECRAFT = Path(sys.executable).with_name("statecraft")
SAMPLE: dict[str, bytes] = {
    **{name: INPUTS[name][0] for name in ("alias bomb", "Python tag")},
    "equal keys": SLOW["equal keys"],
}


def limited() -> None:
    """Let the child take no more of the processor than is allowed, and no terminal."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))


def tree(folder: Path) -> set[tuple[str, int]]:
    return {(str(path), path.lstat().st_mtime_ns) for path in folder.rglob("*")}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [STATECRAFT, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=4 * SECONDS,  # wall-clock time, which a busy machine stretches
        preexec_fn=limited,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "OPENBLAS_NUM_THREADS": "1"},
        check=False,
    )


def answers_soundly(folder: Path, *arguments: str, rule: str = "") -> str:
    """What the command prints, once it is sure that it did nothing else."""
    before = tree(folder)
    done = run(folder, *arguments)
    assert done.stderr == ""
    assert done.returncode == 1
    assert rule in done.stdout
    assert "\x1b" not in done.stdout
    assert not [x for x in done.stdout.splitlines() if x.lstrip().startswith(("::", "##["))]
    assert tree(folder) == before
    return done.stdout


@pytest.mark.parametrize("name", SAMPLE)
def test_a_hostile_file_is_answered_within_the_limits(name: str, data: Path) -> None:
    (data / "funds/x.yaml").write_bytes(SAMPLE[name])
    answers_soundly(data.parent, "validate", rule="data/funds/x.yaml")


def test_a_hostile_folder_is_answered_within_the_limits(data: Path) -> None:
    for make, file, _ in FILES.values():
        if file.startswith("funds/"):
            make(data)
    found = answers_soundly(data.parent, "validate", rule="PATH005")
    for _, file, rule in FILES.values():
        assert not file.startswith("funds/") or rule in found
    answers_soundly(data.parent, "validate", "--format", "json")
    answers_soundly(data.parent, "fmt", "--check")


def test_a_file_name_on_the_command_line_is_no_command_either(data: Path) -> None:
    done = run(data.parent, "validate", "data/a\n::error::\x1b[31m.yaml")
    assert done.returncode == 2
    assert done.stderr == "statecraft: data/a\\n::error::\\x1b[31m.yaml does not exist\n"


def test_a_terminal_that_cannot_show_a_text_gets_it_escaped(data: Path) -> None:
    fund = data / FUND
    fund.write_text(fund.read_text("utf-8").replace("kind: vehicle", "kind: 基金"), "utf-8")
    done = subprocess.run(
        [STATECRAFT, "validate"],
        cwd=data.parent,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"`\u57fa\u91d1` is no term for kind" in done.stdout
