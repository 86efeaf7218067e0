"""The comments of a YAML file, and which of its entries each belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""Keys and indexes that lead to an entry."""

_MARK = re.compile(r"(?:^|(?<=\s))#")


@dataclass(slots=True)
class Comments:
    """The comments of a file by the entry they belong to."""

    above: dict[Path, list[str]] = field(default_factory=dict[Path, list[str]])
    """Comments on lines of their own, by the entry that follows them."""
    beside: dict[Path, list[str]] = field(default_factory=dict[Path, list[str]])
    """Comments at the end of a line, by the outermost entry that begins on that line; a list
    item that goes on below leaves them to its first key."""
    after: list[str] = field(default_factory=list[str])
    """Comments behind the last entry."""

    def inside(self) -> Counter[Path]:
        """How many groups of comments lie below each entry."""
        entries = (*self.above, *self.beside)
        return Counter(entry[:length] for entry in entries for length in range(len(entry)))


def find_comments(text: str, root: Mapping) -> Comments:
    """The comments of a file whose tree is `root`; a `#` within a scalar is none."""
    comments = Comments()
    entries = sorted(_entries(root, ()), key=lambda entry: (entry[0], len(entry[1])))
    # Files come from strangers, who can put a comment on every line: no scan for each.
    places = [place for place, _ in entries]
    lines = text.split("\n")
    for line, column, comment in _positions(text):
        following = bisect_right(places, (line, column))
        if following and lines[line - 1][: column - 1].strip():
            # On the last line of a longer value no entry begins: it is that value's comment.
            owner = min(bisect_left(places, (line, 0)), following - 1)
            path = entries[owner][1]
            below = entries[following][1] if following < len(entries) else ()
            if owner + 1 < following and isinstance(path[-1], int) and below[: len(path)] == path:
                path = entries[owner + 1][1]
            found = comments.beside.setdefault(path, [])
        else:
            found = (
                comments.after
                if following == len(places)
                else comments.above.setdefault(entries[following][1], [])
            )
        found.append(comment.rstrip())
    return comments


def _positions(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of each comment."""
    spans = list(_scalars(text))
    starts = [start for start, _ in spans]
    for number, line in enumerate(text.split("\n"), 1):
        for match in _MARK.finditer(line):
            place = (number, match.start() + 1)
            before = bisect_right(starts, place) - 1
            if before < 0 or place >= spans[before][1]:
                yield *place, line[match.start() :]
                break


def _scalars(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The start of each scalar and the place behind its end, as line and column from 1."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and start is not None and end is not None:
            # What stands behind the `|` or `>` of a block scalar is no part of its text.
            block = event.style in ("|", ">")
            first = (start.line + 2, 1) if block else (start.line + 1, start.column + 1)
            yield first, (end.line + 1, end.column + 1)


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
