"""Citing: from a passage to the block that a record keeps of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ai_statecraft.provenance.fingerprint import (
    Fingerprint,
    find_passage,
    passage_fingerprint,
    words,
)


@dataclass(frozen=True, slots=True)
class CitationBlock:
    """A citation ready to be put into a record.

    Attributes:
        source: the id of the cited source.
        locator: where in the source the passage stands, in words; None if nothing was said.
        basis: on whose word the passage rests (a member of the vocabulary of bases).
        attributed_to: whom the passage names as its own source, nearest first, as `actor/id`.
        fingerprint: the fingerprint of the passage.
        at: the index from 0 of the passage's first word in the document; None if unknown.
        warnings: what the curator should mend or know, one sentence each.
    """

    source: str
    locator: str | None
    basis: str
    attributed_to: tuple[str, ...]
    fingerprint: Fingerprint
    at: int | None
    warnings: tuple[str, ...]

    def as_yaml(self, label: str | None = None) -> str:
        """Return the citation as one YAML flow mapping, under `label:` if a label is given."""
        fields = [f"source: {_scalar(self.source)}"]
        if self.locator is not None:
            fields.append(f"locator: {_scalar(self.locator)}")
        fields.append(f"basis: {_scalar(self.basis)}")
        if self.attributed_to:
            chain = ", ".join(_scalar(actor) for actor in self.attributed_to)
            fields.append(f"attributed_to: [{chain}]")
        length, digest = self.fingerprint.words, self.fingerprint.sha256
        fields.append(f'fingerprint: {{words: {length}, sha256: "{digest}"}}')
        if self.at is not None:
            fields.append(f"at: {self.at}")
        block = f"{{{', '.join(fields)}}}"
        return block if label is None else f"{_scalar(label)}: {block}"


def cite(
    passage: str,
    *,
    source: str,
    basis: str,
    locator: str | None = None,
    attributed_to: tuple[str, ...] = (),
    document: str | None = None,
) -> CitationBlock:
    """Return the citation of a passage.

    Args:
        passage: the words the claim rests on, as the source has them.
        source: the id of the cited source.
        basis: on whose word the passage rests.
        locator: where in the source it stands, such as `section 2, paragraph 3`.
        attributed_to: whom the passage names as its own source, nearest first, as `actor/id`.
        document: the source's whole text; with it the passage is looked up.

    Raises:
        PassageLengthError: if the passage has too few or too many words.
    """
    taken = passage_fingerprint(passage)
    places: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    if document is not None:
        places = find_passage(words(document), taken.words, taken.sha256)
        warnings = _warnings(places)
    at = places[0] if places else None
    return CitationBlock(source, locator, basis, attributed_to, taken, at, warnings)


def _warnings(places: tuple[int, ...]) -> tuple[str, ...]:
    if not places:
        absent = (
            "the passage doesn't stand in the document word for word: copy it from there, "
            "without an ellipsis and without joining separate sentences"
        )
        return (absent,)
    if len(places) > 1:
        repeated = (
            f"the passage stands in {len(places)} places (first words "
            f"{', '.join(str(place) for place in places)}): take in more words, "
            "so that it stands in one"
        )
        return (repeated,)
    return ()


_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*")
# YAML 1.1 readers take these for booleans and null.
_MISREAD = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


def _scalar(text: str) -> str:
    """Return a YAML scalar that every reader takes for this very text."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _MISREAD:
        return text
    # A JSON string is a double-quoted YAML scalar, once line breaks beyond ASCII, which YAML
    # would fold, and control characters, which it refuses, are escaped too.
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08x}" for character in quoted
    )
