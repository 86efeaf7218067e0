"""Fingerprints: a passage's word count and the SHA-256 of its normalised words.

The rules are specified in ``docs/provenance.md`` and are final: a change would void every
fingerprint ever taken.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PASSAGE_WORDS = (8, 200)
"""Fewest and most words that a cited passage may have."""

IDEOGRAPHIC_PASSAGE_WORDS = 16
"""Fewest words of a passage in which most words are ideographs."""

_IDEOGRAPHS = (
    range(0x3005, 0x3006),
    range(0x3007, 0x3008),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a citation keeps of a passage instead of its text.

    Attributes:
        words: how many words the passage has.
        sha256: lower-case hexadecimal SHA-256 of the words joined by single spaces, in UTF-8.
    """

    words: int
    sha256: str


class PassageLengthError(ValueError):
    """A passage has too few words to identify its place, or too many to be a citation."""


def is_ideograph(character: str) -> bool:
    """Whether a character is a word of its own, as Chinese characters are."""
    return any(ord(character) in block for block in _IDEOGRAPHS)


class _BeforeFolding(dict[int, str]):
    """Translation table that drops format characters and sets numeric symbols apart.

    Numeric symbols are set apart before compatibility folding, because ``3½`` would otherwise
    fold to ``31⁄2`` and read as thirty-one halves.
    """

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        kind = category(character)
        if kind == "Cf":
            spaced = ""
        elif kind == "No":
            spaced = f" {character} "
        else:
            spaced = character
        self[codepoint] = spaced
        return spaced


class _AfterFolding(dict[int, str]):
    """Translation table that leaves nothing but words with spaces between them."""

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        kind = category(character)
        if is_ideograph(character):
            spaced = f" {character} "
        elif kind[0] in "LM" or kind == "Nd":
            spaced = character
        else:
            spaced = " "
        self[codepoint] = spaced
        return spaced


# The tables fill with the characters that really occur, so importing this module costs nothing
# and a large document is translated at the speed of a dictionary.
_before_folding = _BeforeFolding()
_after_folding = _AfterFolding()


def words(text: str) -> list[str]:
    """Return the normalised words of a text, in order.

    Each ideograph is a word; any other word is a longest run of letters, marks and decimal
    digits after compatibility normalisation (NFKC) and full case folding (Unicode Standard
    Annex 15 and section 3.13 of the Standard). All else separates.
    """
    folded = normalize("NFKC", text.translate(_before_folding)).casefold()
    return normalize("NFKC", folded).translate(_after_folding).split()


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text of any length, such as a whole document."""
    return fingerprint_of_words(words(text))


def fingerprint_of_words(normalised: Sequence[str]) -> Fingerprint:
    """Return the fingerprint of words that `words` has returned."""
    return Fingerprint(len(normalised), hashlib.sha256(_joined(normalised)).hexdigest())


def passage_fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a passage fit to be cited.

    Raises:
        PassageLengthError: if the passage is outside the limits; the message says by how much.
    """
    normalised = words(text)
    check_passage_length(normalised)
    return fingerprint_of_words(normalised)


def check_passage_length(normalised: Sequence[str]) -> None:
    """Raise `PassageLengthError` unless the words are between the limits for a citation."""
    count = len(normalised)
    fewest, most = PASSAGE_WORDS
    ideographs = sum(1 for word in normalised if len(word) == 1 and is_ideograph(word))
    if count < fewest:
        raise PassageLengthError(
            f"the passage has {count} words; a citation needs at least {fewest}: "
            "take in more of the sentence"
        )
    if count > most:
        raise PassageLengthError(
            f"the passage has {count} words; a citation takes at most {most}: "
            "keep the sentences that carry the claim"
        )
    if 2 * ideographs > count and count < IDEOGRAPHIC_PASSAGE_WORDS:
        raise PassageLengthError(
            f"the passage has {count} words, most of them ideographs; such a citation needs at "
            f"least {IDEOGRAPHIC_PASSAGE_WORDS}: take in more of the sentence"
        )


def find_passage(
    document: Sequence[str],
    count: int,
    sha256: str,
    at: int | None = None,
    *,
    first_only: bool = False,
) -> tuple[int, ...]:
    """Return where a passage stands in a document's words, as indices of its first word from 0.

    All windows are tried, and all that match are returned in order. With `first_only` the search
    ends at the first match, and the hint `at` is tried before anything else.
    """
    wanted = Fingerprint(count, sha256)
    if not first_only:
        return find_passages(document, (wanted,))[wanted]
    if at is not None and at >= 0 and fingerprint_of_words(document[at : at + count]) == wanted:
        return (at,)
    for start, digest in enumerate(_window_digests(document, count)):
        if digest == sha256:
            return (start,)
    return ()


def find_passages(
    document: Sequence[str], wanted: Iterable[Fingerprint]
) -> dict[Fingerprint, tuple[int, ...]]:
    """Return for each wanted fingerprint where it stands; an empty tuple where it doesn't.

    Passages of equal length share one pass over the document.
    """
    by_length: dict[int, dict[str, list[int]]] = {}
    for one in wanted:
        by_length.setdefault(one.words, {}).setdefault(one.sha256, [])
    for count, starts in by_length.items():
        for start, digest in enumerate(_window_digests(document, count)):
            if digest in starts:
                starts[digest].append(start)
    return {
        Fingerprint(count, sha256): tuple(found)
        for count, starts in by_length.items()
        for sha256, found in starts.items()
    }


def _window_digests(document: Sequence[str], count: int) -> Iterator[str]:
    """Yield the SHA-256 of every run of `count` words, by the index of its first word."""
    if not 0 < count <= len(document):
        return
    # One encoding of the whole document, of which each window is a slice: joining every window
    # anew takes three times as long.
    encoded = [word.encode() for word in document]
    starts = list(accumulate((len(word) + 1 for word in encoded), initial=0))
    whole = memoryview(b" ".join(encoded))
    for first in range(len(document) - count + 1):
        window = whole[starts[first] : starts[first + count] - 1]
        yield hashlib.sha256(window).hexdigest()


def _joined(normalised: Sequence[str]) -> bytes:
    return " ".join(normalised).encode()
