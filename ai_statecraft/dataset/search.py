"""Finding records by their names, in any language and with a typo, or by their ids.

Names and queries are compared by their normalised words, as fingerprints are: case and
punctuation do not count, and each ideograph is a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ai_statecraft.contents import Contents
from ai_statecraft.errors import NotFoundError
from ai_statecraft.models import TYPES, ClaimRecord, Record, Source
from ai_statecraft.provenance.fingerprint import words

_SHORTEST_WITH_TYPO = 4
"""Shorter words, and shorter runs of ideographs, are all within a typo of each other."""
_SHORTEST_BEGINNING = 2

_EXACT, _BEGINNING, _TYPO = 1.0, 0.9, 0.6
_WHOLE_NAME, _AT_START, _IN_ORDER, _ANY_ORDER = 4.0, 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """A record that a query found.

    >>> match = ds.search("大基金")[0]
    >>> match.record.key, match.name
    ('fund/cn-big-fund', '大基金')
    """

    record: Record
    """What was found."""
    name: str
    """The name that matched best, or the record's name if its id did."""
    score: float
    """How well it matches: comparable within one search only."""


@dataclass(frozen=True, slots=True)
class _Entry:
    record: Record
    name: str
    words: tuple[str, ...]


def checked_types(types: Iterable[str] | None) -> frozenset[str]:
    """The record types to search; NotFoundError for what is none.

    >>> sorted(checked_types(["fund"]))
    ['fund']
    """
    if types is None:
        return frozenset(TYPES) - {Source.type}
    wanted = (types,) if isinstance(types, str) else tuple(types)
    for each in wanted:
        if each not in TYPES:
            raise NotFoundError("record type", each, TYPES)
    return frozenset(wanted)


class Index:
    """The names of a dataset's records, ready to be searched.

    >>> Index(Contents(())).search("anything", checked_types(None), 5)
    ()
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def search(self, query: str, types: frozenset[str], limit: int) -> tuple[Match, ...]:
        """The best match of each record, best first; see `Dataset.search`.

        >>> Index(Contents(tuple(ds.funds))).search("", checked_types(None), 5)
        ()
        """
        sought = words(query)
        if not sought:
            return ()
        likenesses = [
            self._likenesses(word, last=place == len(sought) - 1)
            for place, word in enumerate(sought)
        ]
        best: dict[str, Match] = {}
        for entry in self._entries:
            if entry.record.type in types:
                score = max(
                    _score(entry.words, sought, likenesses), _score_with_slip(entry.words, sought)
                )
                found = best.get(entry.record.key)
                if score and (found is None or score > found.score):
                    best[entry.record.key] = Match(entry.record, entry.name, score)
        ranked = sorted(best.values(), key=lambda match: (-match.score, match.record.key))
        return tuple(ranked[: max(limit, 0)])

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(
            _Entry(record, name, tuple(words(text)))
            for record in self._contents.records
            for text, name in _names(record).items()
        )

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for entry in self._entries for word in entry.words)

    def _likenesses(self, word: str, *, last: bool) -> Mapping[str, float]:
        """The words of all names that a word of the query may mean, and how well they fit."""
        found: dict[str, float] = {}
        for known in self._vocabulary:
            if known == word:
                found[known] = _EXACT
            elif last and len(word) >= _SHORTEST_BEGINNING and known.startswith(word):
                found[known] = _BEGINNING
            elif len(word) >= _SHORTEST_WITH_TYPO and within_a_typo(word, known):
                found[known] = _TYPO
        return found


def _names(record: Record) -> Mapping[str, str]:
    """The texts by which a record is found, each with the name that a match shows."""
    names = (name.text for name in record.names) if isinstance(record, ClaimRecord) else ()
    # An id is often the abbreviation by which people know a firm or body.
    return {record.id: record.name} | {name: name for name in (record.name, *names)}


def _score(
    name: Sequence[str], sought: Sequence[str], likenesses: Sequence[Mapping[str, float]]
) -> float:
    """How well a name fits: 0 if it lacks a word of the query, or fits only with two typos.

    Single ideographs, of which many a name is made, have to stand in order.
    """
    fits = [max((like.get(word, 0.0) for word in name), default=0.0) for like in likenesses]
    if not all(fits) or fits.count(_TYPO) > 1:
        return 0.0
    length = len(likenesses)
    starts = [
        start
        for start in range(len(name) - length + 1)
        if all(like.get(name[start + place]) for place, like in enumerate(likenesses))
    ]
    if not starts and all(len(word) == 1 for word in sought):
        return 0.0
    order = _ANY_ORDER
    if starts:
        order = _IN_ORDER if starts[0] else _AT_START if len(name) > length else _WHOLE_NAME
    # Fits and coverage only rank names of the same order.
    return order + min(fits) / 2 + length / (len(name) + length)


def _score_with_slip(name: Sequence[str], sought: Sequence[str]) -> float:
    """How well a name in ideographs fits, one of which is wrong in the query."""
    length = len(sought)
    if length < _SHORTEST_WITH_TYPO or any(len(word) > 1 for word in sought):
        return 0.0
    for start in range(len(name) - length + 1):
        window = name[start : start + length]
        if sum(a != b for a, b in zip(window, sought, strict=True)) == 1:
            return _ANY_ORDER * _TYPO + length / (len(name) + length) / 2
    return 0.0


def within_a_typo(a: str, b: str) -> bool:
    """Whether one letter more, less, other or two letters exchanged make `a` of `b`.

    >>> within_a_typo("fund", "fnud"), within_a_typo("fund", "fond"), within_a_typo("fund", "fed")
    (True, True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    if len(x) == len(y):
        exchanged = len(x) > 1 and x[:2] == y[1::-1] and x[2:] == y[2:]
        return x[1:] == y[1:] or exchanged
    return x[1:] == y if len(x) > len(y) else x == y[1:]
