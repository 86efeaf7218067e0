"""An archive: a folder of plain-text documents in which citations can be proved."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ai_statecraft.errors import StatecraftError
from ai_statecraft.provenance.fingerprint import Fingerprint, fingerprint_of_words, words

if TYPE_CHECKING:
    from pathlib import Path


class ArchiveError(StatecraftError):
    """The archive folder cannot be opened; the message names it and says why."""


@dataclass(frozen=True)
class Document:
    """One text of an archive.

    Attributes:
        path: where the file lies.
        text: what it says.
    """

    path: Path
    text: str

    @cached_property
    def words(self) -> list[str]:
        """The normalised words of the text, worked out when first asked for."""
        return words(self.text)

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the whole text."""
        return fingerprint_of_words(self.words)


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file of the archive that is no UTF-8 text, or that the system would not let us read.

    Attributes:
        path: where the file lies.
        reason: what is wrong with it and, if it can be mended, how.
    """

    path: Path
    reason: str


@dataclass(frozen=True)
class Archive:
    """The documents of one folder, by file name.

    Attributes:
        folder: the folder.
        documents: its texts, sorted by file name.
        unreadable: its `.txt` files that gave no text, sorted by file name.
    """

    folder: Path
    documents: tuple[Document, ...]
    unreadable: tuple[UnreadableFile, ...]

    @classmethod
    def open(cls, folder: Path) -> Archive:
        """Read the regular `.txt` files that lie directly in a folder.

        Symbolic links are passed over: a link could lead out of the folder, and what it leads
        to could change under a proof.

        Raises:
            ArchiveError: if the folder is missing, is no folder, or may not be listed.
        """
        try:
            with os.scandir(folder) as entries:
                names = sorted(
                    entry.name
                    for entry in entries
                    if entry.name.endswith(".txt") and entry.is_file(follow_symlinks=False)
                )
        except OSError as error:
            raise ArchiveError(
                f"cannot open the archive folder {str(folder)!r}: {error.strerror}"
            ) from error
        read = [_read(folder / name) for name in names]
        return cls(
            folder,
            tuple(one for one in read if isinstance(one, Document)),
            tuple(one for one in read if isinstance(one, UnreadableFile)),
        )

    def document(self, source_id: str, whole_text: Fingerprint | None = None) -> Document | None:
        """Return the text of a source, or None if the archive doesn't hold it.

        A text with the given fingerprint is taken whatever its file is called; otherwise the
        file `<source-id>.txt` is, even where its text differs from the fingerprint.
        """
        if whole_text is not None:
            exact = self._by_fingerprint.get(whole_text)
            if exact is not None:
                return exact
        return self._by_name.get(f"{source_id}.txt")

    @cached_property
    def _by_name(self) -> dict[str, Document]:
        return {document.path.name: document for document in self.documents}

    @cached_property
    def _by_fingerprint(self) -> dict[Fingerprint, Document]:
        # Reversed, so that of two copies the first by name is the one that is taken.
        return {document.fingerprint: document for document in reversed(self.documents)}


def _read(path: Path) -> Document | UnreadableFile:
    try:
        return Document(path, path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return UnreadableFile(
            path, f"byte {error.start} is not UTF-8 ({error.reason}); save the file as UTF-8"
        )
    except OSError as error:
        return UnreadableFile(path, error.strerror or "the file cannot be read")
