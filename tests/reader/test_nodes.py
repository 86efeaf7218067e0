"""Finding a place in the tree by JSON Pointer."""

from __future__ import annotations

import pytest

from ai_statecraft.reader.nodes import Mapping, Scalar, find, find_key, pointer_of
from ai_statecraft.reader.yaml import read_yaml

FILE = b"""\
id: x
events:
  - date: 2025
    type: announced
  - {date: 2026, a/b: 1, c~d: 2}
"""


def record() -> Mapping:
    root, findings = read_yaml(FILE, "data/funds/x.yaml")
    assert findings == ()
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("pointer", "node", "key"),
    [
        ("", (1, 1), (1, 1)),
        ("/id", (1, 5), (1, 1)),
        ("/events", (3, 3), (2, 1)),
        ("/events/0", (3, 5), (3, 5)),
        ("/events/0/type", (4, 11), (4, 5)),
        ("/events/1/date", (5, 12), (5, 6)),
        ("/events/1/a~1b", (5, 23), (5, 18)),
        ("/events/1/c~0d", (5, 31), (5, 26)),
        ("/events/0/missing", (3, 5), (3, 5)),
        ("/events/2", (3, 3), (2, 1)),
        ("/events/01x", (3, 3), (2, 1)),
        ("/events/²", (3, 3), (2, 1)),
        ("/events/" + "9" * 5000, (3, 3), (2, 1)),
        ("/id/deeper", (1, 5), (1, 1)),
        ("/missing", (1, 1), (1, 1)),
        ("no pointer", (1, 1), (1, 1)),
    ],
)
def test_a_pointer_leads_to_the_deepest_existing_node_and_to_its_key(
    pointer: str, node: tuple[int, int], key: tuple[int, int]
) -> None:
    assert find(record(), pointer) == node
    assert find_key(record(), pointer) == key


def test_a_mapping_gives_the_value_of_a_key_or_none() -> None:
    assert record().get("id") == Scalar("x", 1, 5, plain=True)
    assert record().get("name") is None


def test_a_pointer_escapes_tilde_and_slash() -> None:
    assert pointer_of("a/b", 0, "c~d", "") == "/a~1b/0/c~0d/"
