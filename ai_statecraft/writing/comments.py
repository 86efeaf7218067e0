"""The comments of a YAML file, and which of its entries each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""Keys and indexes that lead to an entry."""

_MARK = re.compile(r"(?:^|(?<=\s))#[^\n]*")


@dataclass(slots=True)
class Comments:
    """The comments of a file by the entry they belong to."""

    above: dict[Path, list[str]] = field(default_factory=dict[Path, list[str]])
    """Comments on lines of their own, by the entry that follows them."""
    beside: dict[Path, list[str]] = field(default_factory=dict[Path, list[str]])
    """Comments at the end of a line, by the outermost entry that begins on that line."""
    after: list[str] = field(default_factory=list[str])
    """Comments behind the last entry."""

    def has_inside(self, path: Path) -> bool:
        """Whether an entry below this one has a comment."""
        return any(
            len(entry) > len(path) and entry[: len(path)] == path
            for entry in (*self.above, *self.beside)
        )


def find_comments(text: str, root: Mapping) -> Comments:
    """The comments of a file whose tree is `root`; a `#` within a scalar is none."""
    comments = Comments()
    entries = sorted(_entries(root, ()), key=lambda entry: (entry[0], len(entry[1])))
    lines = text.split("\n")
    for line, column, comment in _positions(text):
        if lines[line - 1][: column - 1].strip():
            owner = next((path for place, path in entries if place[0] == line), None)
            # On the last line of a longer value no entry begins: it is that value's comment.
            owner = owner or [path for place, path in entries if place < (line, column)][-1]
            found = comments.beside.setdefault(owner, [])
        else:
            owner = next((path for place, path in entries if place > (line, column)), None)
            found = comments.after if owner is None else comments.above.setdefault(owner, [])
        found.append(comment.rstrip())
    return comments


def _positions(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of each comment."""
    inside = list(_scalars(text))
    for number, line in enumerate(text.split("\n"), 1):
        for match in _MARK.finditer(line):
            place = (number, match.start() + 1)
            if not any(start <= place < end for start, end in inside):
                yield *place, match[0]
                break


def _scalars(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The start of each scalar and the place behind its end, as line and column from 1."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and start is not None and end is not None:
            yield (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)


def _entries(node: Node, path: Path) -> Iterator[tuple[tuple[int, int], Path]]:
    """The place of each key and each list item, with the path that leads to it."""
    match node:
        case Mapping(items=items):
            for key, value in items:
                yield (key.line, key.column), (*path, key.text)
                yield from _entries(value, (*path, key.text))
        case Sequence(items=values):
            for index, value in enumerate(values):
                yield (value.line, value.column), (*path, index)
                yield from _entries(value, (*path, index))
        case Scalar():
            pass
