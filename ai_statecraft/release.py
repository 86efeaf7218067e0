"""A release folder: its files, each compared with the descriptor before anything parses it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ai_statecraft.errors import DataError

if TYPE_CHECKING:
    import pyarrow as pa

DESCRIPTOR = "datapackage.json"


class ReleaseFolder:
    """The files of a release, or of the compiled data in a package, which has no descriptor.

    Raises DataError for a release of a newer major version, or a damaged descriptor.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._version, self._hashes = _described(path)

    def read(self, name: str) -> bytes:
        """The bytes of a file; DataError if it is not there or differs from its hash."""
        try:
            data = (self.path / name).read_bytes()
        except OSError as error:
            raise DataError(f"{self.path / name} cannot be read: {error.strerror}") from error
        if name in self._hashes and sha256(data).hexdigest() != self._hashes[name]:
            raise DataError(
                f"{self.path / name} differs from the hash in {DESCRIPTOR}: get the release again"
            )
        return data

    def table(self, name: str) -> pa.Table | None:
        """A table from its Parquet file; None if the release has it only in other forms.

        A release of another version may have other columns or terms: its records are read by
        this version's models, and its tables are then to be derived from them.

        Raises DataError for a file that differs from its hash, or is truncated or otherwise
        no Parquet file.
        """
        file = f"parquet/{name}.parquet"
        if self._version != version("ai-statecraft") or not (self.path / file).exists():
            return None
        data = self.read(file)
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile

        try:
            # The stubs leave the type of an unused parameter open.
            return ParquetFile(pa.BufferReader(data)).read()  # pyright: ignore[reportUnknownMemberType]
        except (pa.ArrowException, OSError) as error:
            raise DataError(
                f"{self.path / file} is truncated or no Parquet file: get the release again"
            ) from error


def _described(folder: Path) -> tuple[str | None, Mapping[str, str]]:
    """The version that the descriptor states, and the SHA-256 of each file; none without one."""
    descriptor = folder / DESCRIPTOR
    if not descriptor.is_file():
        return None, {}
    try:
        described = json.loads(descriptor.read_bytes())
        resources = described["resources"]
        hashes = {r["path"]: r["hash"].removeprefix("sha256:") for r in resources if "hash" in r}
        stated: str | None = described.get("version")
        major = int((stated or "0").partition(".")[0])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{descriptor} is damaged: {error}") from error
    own = version("ai-statecraft")
    if major > int(own.partition(".")[0]):
        raise DataError(
            f"{folder} is release {stated}, which is newer than this package "
            f"({own}): pip install --upgrade ai-statecraft"
        )
    return stated, hashes
