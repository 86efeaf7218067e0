"""Drafts: records on their way into files, which are written all together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ai_statecraft.models import Curation, Record
from ai_statecraft.models.fields import fields
from ai_statecraft.reader.conversion import Data
from ai_statecraft.reader.paths import name_findings
from ai_statecraft.reader.records import parse_record
from ai_statecraft.writing.answers import AnswerError
from ai_statecraft.writing.canonical import canonical


@dataclass
class Draft:
    """A record that is being put together."""

    model: type[Record]
    data: dict[str, Data] = field(default_factory=dict[str, "Data"])

    @property
    def key(self) -> str:
        """The record's key, `type/id`."""
        return f"{self.model.type}/{self.data['id']}"

    def stamp(self, today: str) -> None:
        """Date the draft: added and reviewed on the day it is made."""
        self.data.setdefault("curation", dict.fromkeys(fields(Curation), today))

    def path(self, root: Path) -> Path:
        """Where the record's file belongs below a data folder."""
        return root / self.model.folder / f"{self.data['id']}.yaml"

    def text(self, file: str) -> str:
        """The record's file in canonical form; AnswerError if it would have errors."""
        text = canonical(self.data, self.model)
        _, findings = parse_record(text.encode(), self.model, file)
        errors = [f for f in (*name_findings(file), *findings) if f.severity == "error"]
        if errors:
            raise AnswerError("\n".join(f"{f.message}: {f.remedy}" for f in errors))
        return text


def write_drafts(drafts: Sequence[Draft], root: Path) -> list[Path]:
    """Write the drafts' files below a data folder, each anew, and return their paths.

    Raises AnswerError, and leaves nothing written, if a draft has errors or its file is
    there already.
    """
    texts = [(path := draft.path(root), draft.text(str(path))) for draft in drafts]
    written: list[Path] = []
    try:
        for path, text in texts:
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException as error:
        # Half a record, or a record without its sources, is worse than none.
        for path in written:
            path.unlink()
        if isinstance(error, FileExistsError):
            raise AnswerError(f"{error.filename} is there already: edit it instead") from error
        raise
    return written
