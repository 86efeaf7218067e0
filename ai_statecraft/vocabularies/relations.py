"""Relations between records, with the names of their inverses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from ai_statecraft.vocabularies.term import Term


class Relation(Term):
    """How a record relates to another; inverses are generated, never typed in.

    What follows from an event's `by` (amending, suspending, superseding) is not a link.
    """

    inverse: str
    """Name of the relation seen from the other side; the relation itself if symmetric."""
    acyclic: bool
    """Whether following the relation can never lead back to the start."""

    def __new__(cls, text: str, inverse: str, acyclic: bool, definition: str) -> Self:
        term = cls.defined(text, definition)
        term.inverse = inverse
        term.acyclic = acyclic
        return term

    PART_OF = "part_of", "has_part", True, "Is a phase, chapter, vehicle or round of the other."
    SUCCEEDS = "succeeds", "preceded_by", True, "Follows the other in time and takes its place."
    IMPLEMENTS = "implements", "implemented_by", True, "Carries out what the other lays down."
    TIGHTENS = "tightens", "tightened_by", True, "Makes the other stricter without amending its text."
    EXEMPTS_FROM = "exempts_from", "exempted_by", True, "Frees something from the other."
    SETS = "sets", "set_in", True, "States the other, which is a target."
    FUNDS = "funds", "funded_by", True, "Pays for the other."
    RESPONDS_TO = "responds_to", "answered_by", True, "Is an answer to the other, in somebody's words."
    RETALIATES_AGAINST = "retaliates_against", "retaliated_by", True, "Is a countermeasure against the other, in its author's or others' words."
    MEASURES = "measures", "measured_by", True, "Gives a value or finding on progress toward the other."
    EFFECT_OF = "effect_of", "has_effect", True, "Describes what the other brought about, in somebody's words."
    COUNTERPART_OF = "counterpart_of", "counterpart_of", False, "Is the matching measure of another jurisdiction or party. Symmetric: state it on one side only."
    DISTINCT_FROM = "distinct_from", "distinct_from", False, "Is easily mistaken for the other and is not it. Symmetric: state it on one side only."

    @property
    def symmetric(self) -> bool:
        """Whether the relation reads the same from both sides."""
        return self.inverse == self.value

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """The inverse, and whether cycles are excluded."""
        yield "inverse", self.inverse
        if self.acyclic:
            yield "cycles", "none"
