"""The examples of a rule: records that keep it and records that break it, from its tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence
from ai_statecraft.reader.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Examples:
    """Files by their paths below data/: those that pass a rule, and those that it finds."""

    good: tuple[tuple[str, str], ...]
    bad: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]
    """What is found in the bad ones, each as place and message."""


def examples_folder() -> Path:
    """Where the examples lie: inside an installed package, among the tests in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "examples"
    return inside if inside.is_dir() else package.parent / "tests" / "rules"


def examples_of(rule: str, folder: Path | None = None) -> Examples | None:
    """The examples of a rule; None if it has none, as the reader's rules."""
    file = (folder or examples_folder()) / f"{rule}.yaml"
    if not file.is_file():
        return None
    root, _ = read_yaml(file.read_bytes(), file.name)
    if root is None:
        raise ValueError(f"{file} holds no examples")
    return Examples(_files(root, "good"), _files(root, "bad"), tuple(_findings(root)))


def _files(root: Mapping, side: str) -> tuple[tuple[str, str], ...]:
    match root.get(side):
        case Mapping(items=items):
            return tuple((key.text, text.text) for key, text in items if isinstance(text, Scalar))
        case _:
            return ()


def _findings(root: Mapping) -> Iterator[str]:
    found = root.get("findings")
    for item in found.items if isinstance(found, Sequence) else ():
        if isinstance(item, Mapping):
            file, line, message = (_text(item.get(key)) for key in ("file", "line", "message"))
            yield f"{file}:{line}: {message}"


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
