"""Whose word a passage passes on in the end, and how many independent ones carry a claim.

The origin of a passage is found by following its attribution, or else the copies,
translations and derivations of its source, to the root: five reprints of one wire story
are one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ai_statecraft.models import Actor, Citation, Source
from ai_statecraft.vocabularies import Basis

NO_PUBLISHERS: Mapping[str, str] = MappingProxyType({})


def origins(
    citation: Citation,
    sources: Mapping[str, Source],
    publishers: Mapping[str, str] = NO_PUBLISHERS,
) -> frozenset[str]:
    """Whose word the passage passes on in the end.

    The last actor it is attributed to; else of each root document its issuers, or its
    publisher (as an actor if `publishers` knows it, else in lower case), or its id. Sources
    that are missing are roots; a circle of sources is one root.
    """
    if citation.attributed_to:
        return frozenset(citation.attributed_to[-1:])
    return frozenset(
        name
        for root in _roots(citation.source, sources)
        for name in _names(root, sources, publishers)
    )


def independent_origins(
    cites: Iterable[str],
    citations: Mapping[str, Citation],
    sources: Mapping[str, Source],
    publishers: Mapping[str, str] = NO_PUBLISHERS,
) -> int:
    """How many independent origins carry a claim.

    Each expression in `cites` (a label, or labels joined by `+`) counts once; expressions
    that share an origin, directly or through others, count as one. An expression with a
    denial or an unknown label counts for nothing.
    """
    groups: list[frozenset[str]] = []
    for expression in cites:
        carried = carriers(expression, citations)
        group = frozenset(o for c in carried for o in origins(c, sources, publishers))
        if group:
            groups = [g for g in groups if not g & group] + [
                group.union(*(g for g in groups if g & group))
            ]
    return len(groups)


def publishers_of(actors: Iterable[Actor]) -> dict[str, str]:
    """The actor of each name in lower case, but for names that several actors share."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *(name.text for name in actor.names)):
            found.setdefault(name.casefold(), set()).add(actor.key)
    return {name: keys.pop() for name, keys in found.items() if len(keys) == 1}


def carriers(expression: str, citations: Mapping[str, Citation]) -> tuple[Citation, ...]:
    """The citations of an expression; none if one is missing or a denial, as all must hold."""
    found = [citations.get(label) for label in expression.split("+")]
    carrying = tuple(c for c in found if c is not None and c.basis is not Basis.DENIAL)
    return carrying if len(carrying) == len(found) else ()


def originals(source: str, sources: Mapping[str, Source]) -> Iterator[Source]:
    """The documents that the source reproduces or translates word for word, or it itself."""
    for root in _roots(source, sources, faithful=True):
        if root in sources:
            yield sources[root]


def _roots(source: str, sources: Mapping[str, Source], *, faithful: bool = False) -> frozenset[str]:
    """The sources at the ends of the chains of copies, translations and derivations.

    A chain that only runs in a circle has the least of its ids as its root.
    """
    seen: set[str] = set()
    roots: set[str] = set()
    ahead = [source]
    while ahead:
        current = ahead.pop()
        if current in seen:
            continue
        seen.add(current)
        upstream = _upstream(current, sources, faithful=faithful)
        ahead.extend(upstream)
        if not upstream:
            roots.add(current)
    return frozenset(roots or {min(seen)})


def _upstream(source: str, sources: Mapping[str, Source], *, faithful: bool) -> tuple[str, ...]:
    found = sources.get(source)
    if found is None:
        return ()
    copied = tuple(s for s in (found.copy_of, found.translation_of) if s is not None)
    return copied if faithful else (*copied, *found.derived_from)


def _names(
    source: str, sources: Mapping[str, Source], publishers: Mapping[str, str]
) -> tuple[str, ...]:
    found = sources.get(source)
    if found is not None and found.issued_by:
        return found.issued_by
    if found is not None and found.publisher:
        publisher = found.publisher.casefold()
        return (publishers.get(publisher, publisher),)
    return (f"source/{source}",)
