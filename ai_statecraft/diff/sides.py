"""The two sides of a comparison: commits, release folders, checkouts or the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from ai_statecraft.contents import Contents
from ai_statecraft.errors import DataError
from ai_statecraft.loading import load_contents


def open_side(name: str | None, data: Path) -> Contents:
    """The contents of one side.

    `name` is a folder (a release or a checkout), else a git commit of the checkout that
    holds `data`; without a name it is `data` as it lies there. Raises DataError if there
    is no such side, or it has records with errors.
    """
    if name is None:
        return load_contents(data)
    if Path(name).is_dir():
        return load_contents(Path(name))
    return _commit(name, data)


def _commit(name: str, data: Path) -> Contents:
    folder = data.resolve()
    if name.startswith("-"):
        raise DataError(f"{name} is neither a folder nor a commit")
    command = ["git", "-C", str(folder), "archive", "--format=tar", name, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise DataError("comparing commits needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip()
        raise DataError(f"{name} is neither a folder nor a commit with data: {reason}") from error
    with TemporaryDirectory() as temporary:
        target = Path(temporary) / "data"
        target.mkdir()
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            # "data" refuses links and paths that lead out of the folder.
            try:
                archive.extractall(target, filter="data")
            except tarfile.FilterError as error:
                raise DataError(f"{name} cannot be compared: {error}") from error
        return load_contents(target)
