"""The tree that a record's file is read into: text, mappings and sequences with positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value exactly as the file writes it: never a number, a boolean, a date or null."""

    text: str
    """The text, with only the quotes, escapes and folding of YAML undone."""
    line: int
    """Line of the value's first character, from 1."""
    column: int
    """Column of the value's first character in code points, from 1."""
    plain: bool
    """Whether it is written without quotes, so that other readers may take it for a number."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A list of keys with values, in the order of the file; no key comes twice."""

    items: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None if the mapping lacks it."""
        return next((value for scalar, value in self.items if scalar.text == key), None)


Node = Scalar | Mapping | Sequence


def pointer_of(*tokens: str | int) -> str:
    """Return the JSON Pointer (RFC 6901) that leads through these keys and indexes."""
    return "".join(f"/{str(token).replace('~', '~0').replace('/', '~1')}" for token in tokens)


def find(node: Node, pointer: str) -> tuple[int, int]:
    """Return line and column of the deepest existing node on a JSON Pointer (RFC 6901).

    For a field that is missing this is the mapping that lacks it.
    """
    steps = list(_walk(node, pointer))
    deepest = steps[-1][1] if steps else node
    return deepest.line, deepest.column


def find_key(node: Node, pointer: str) -> tuple[int, int]:
    """Return line and column of the key that leads to the deepest existing node.

    An item of a sequence has no key: there, and at the root, it is the node's own place.
    """
    steps = list(_walk(node, pointer))
    key, value = steps[-1] if steps else (None, node)
    place = key or value
    return place.line, place.column


def _walk(node: Node, pointer: str) -> Iterator[tuple[Scalar | None, Node]]:
    """Yield key and value of each step of the pointer for as long as the nodes exist."""
    for token in pointer.split("/")[1:]:
        step = _child(node, token.replace("~1", "/").replace("~0", "~"))
        if step is None:
            return
        yield step
        node = step[1]


def _child(node: Node, token: str) -> tuple[Scalar | None, Node] | None:
    match node:
        case Mapping(items=items):
            return next((item for item in items if item[0].text == token), None)
        case Sequence(items=items) if token.isascii() and token.isdigit() and len(token) < 10:
            index = int(token)
            return (None, items[index]) if index < len(items) else None
        case _:
            return None
