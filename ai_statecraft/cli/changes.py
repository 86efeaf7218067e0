"""Which files of a data folder differ from a git commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ai_statecraft.cli.usage import UsageError

DEFAULT_BASE = "origin/main"


def changed_files(base: str, root: Path) -> list[Path]:
    """The files below `root` that differ from the commit `base`, or that git does not know yet.

    Deleted files are left out. Raises UsageError outside a git checkout, or for a base
    that git does not know.
    """
    if base.startswith("-"):
        raise UsageError(f"{base} is not the name of a commit")
    # What the other branch did meanwhile is not this change: compare with the fork point.
    fork = _git(root, "merge-base", base, "HEAD").strip()
    names = _git(root, "diff", "--name-only", "--diff-filter=d", "-z", fork, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ".")
    top = Path(_git(root, "rev-parse", "--show-toplevel").rstrip("\n"))
    return [top / name for name in sorted({*names.split("\0"), *new.split("\0")} - {""})]


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError("this needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        reason = str(error.stderr).strip().splitlines()
        raise UsageError(f"git {arguments[0]}: {reason[-1] if reason else 'failed'}") from error
    return done.stdout
