"""Relations between records as a graph that is read from both sides.

A relation is stated once, by a link or by an event's `by`; how it reads from the other side
follows from the vocabulary. Each leads back to the claim that states it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from ai_statecraft.claims import PlacedClaim
from ai_statecraft.contents import Contents
from ai_statecraft.dataset.deeds import deed, done_by
from ai_statecraft.errors import MissingLibraryError, NotFoundError
from ai_statecraft.models import ClaimRecord, Event, Link
from ai_statecraft.origins import carriers
from ai_statecraft.status.timeline import days
from ai_statecraft.vocabularies import Effect, EventType, Rank, Relation

if TYPE_CHECKING:
    import networkx as nx

Direction = Literal["out", "in", "both"]

_ANSWERS = (Relation.RESPONDS_TO, Relation.RETALIATES_AGAINST)
_NO_PATH = (Relation.DISTINCT_FROM.value,)
"""Relations that say that two records have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two records, read from one of them.

    >>> (edge,) = ds.links("fund/cn-big-fund-3", "succeeds")
    >>> edge.end, edge.evidenced, edge.inverse, edge.claim.path
    ('fund/cn-big-fund-2', True, False, '/links/1')
    """

    start: str
    """The record, `type/id`, that it is read from."""
    rel: str
    """The relation as it reads from there, such as `amends` or `amended_by`."""
    end: str
    """The other record; it need not be in the dataset if that is restricted."""
    claim: PlacedClaim
    """The link or event that states it."""
    evidenced: bool
    """Whether a citation carries that claim and it is not deprecated."""
    inverse: bool
    """Whether the relation is stated of the other record and reads the other way round."""

    def __str__(self) -> str:
        return f"{self.start} {self.rel} {self.end}"


@dataclass(frozen=True, slots=True)
class Response:
    """What a record, or a body, did in answer to another record.

    >>> (*_, last) = ds.responses("restriction/us-eo-2025-03-fentanyl-tariff-china-20")
    >>> last.record, last.how
    ('restriction/us-eo-2025-11-fentanyl-tariff-china-10', 'supersedes')
    """

    record: str
    """Who or what responds, `type/id`."""
    how: str
    """The relation to what it responds to, such as `retaliates_against` or `suspends`."""
    first: date | None
    """First possible day: of the event, or of the earliest event of a record that answers."""
    last: date | None
    """Last possible day of the same."""
    claims: tuple[PlacedClaim, ...]
    """The claims that state it: one, or one for each part concerned."""


class Graph:
    """The relations between the records of a dataset's contents.

    >>> print(ds.graph.edges[0].evidenced)
    True
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every relation as it is stated, in the order of the records and claims.

        >>> any(edge.inverse for edge in ds.graph.edges)
        False
        """
        return tuple(
            edge
            for record in self._contents.records
            if isinstance(record, ClaimRecord)
            for edge in _stated(record, self._contents)
        )

    def links(
        self, record: str, rel: str | None = None, direction: Direction = "both"
    ) -> tuple[Edge, ...]:
        """The relations of a record, each read from its side; see `Dataset.links`.

        >>> [edge.end for edge in ds.graph.links("fund/cn-big-fund-3", "succeeds")]
        ['fund/cn-big-fund-2']
        """
        if rel is not None and rel not in RELATIONS:
            raise NotFoundError("relation", rel, RELATIONS)
        if direction not in get_args(Direction):
            raise NotFoundError("direction", direction, get_args(Direction))
        return tuple(
            edge
            for edge in self._from.get(record, ())
            if rel in (None, edge.rel)
            and (direction == "both" or edge.inverse is (direction == "in") or _symmetric(edge))
        )

    def chain(self, a: str, b: str) -> tuple[Edge, ...] | None:
        """The shortest path between two records, by breadth-first search; see `Dataset.chain`.

        >>> ds.graph.chain("fund/cn-big-fund-3", "fund/cn-big-fund-3")
        ()
        """
        reached: dict[str, Edge | None] = {a: None}
        ahead = deque([a])
        while ahead and b not in reached:
            for edge in self._from.get(ahead.popleft(), ()):
                if edge.evidenced and edge.end not in reached and edge.rel not in _NO_PATH:
                    reached[edge.end] = edge
                    if edge.end in self._records:
                        ahead.append(edge.end)
        if b not in reached:
            return None
        path: deque[Edge] = deque()
        step = reached[b]
        while step is not None:
            path.appendleft(step)
            step = reached[step.start]
        return tuple(path)

    def responses(self, to: str) -> tuple[Response, ...]:
        """What answers, masks or ends a record, in order of time; see `Dataset.responses`.

        >>> ds.graph.responses("actor/us-bis")
        ()
        """
        found: dict[tuple[str, str, date | None, date | None], list[PlacedClaim]] = {}
        for edge in self.links(to, direction="in"):
            if edge.evidenced and _is_response(edge):
                how = INVERSES[edge.rel]
                found.setdefault((edge.end, how, *self._when(edge)), []).append(edge.claim)
        responses = (Response(*what, tuple(claims)) for what, claims in found.items())
        return tuple(sorted(responses, key=_in_time))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The relations as they are stated, as a graph of networkx.

        Nodes are records by key, with `type`, `name` and `kind`; edges have the claim's id as
        their key, `rel` and `evidenced`. Raises MissingLibraryError without networkx.

        >>> ds.graph.to_networkx().number_of_edges() == len(ds.graph.edges)
        True
        """
        try:
            import networkx as nx
        except ModuleNotFoundError as error:
            raise MissingLibraryError("a graph of networkx", "networkx", "networkx") from error
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for record in self._contents.records:
            graph.add_node(record.key, type=record.type, name=record.name, kind=str(record.kind))
        for edge in self.edges:
            graph.add_edge(
                edge.start, edge.end, key=edge.claim.id, rel=edge.rel, evidenced=edge.evidenced
            )
        return graph

    @cached_property
    def _from(self) -> Mapping[str, list[Edge]]:
        """The relations of each record, read from it."""
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.start, []).append(edge)
            found.setdefault(edge.end, []).append(_reversed(edge))
        for edges in found.values():
            edges.sort(key=lambda edge: (edge.rel, edge.end, edge.claim.path))
        return found

    @cached_property
    def _records(self) -> Mapping[str, ClaimRecord]:
        return {r.key: r for r in self._contents.records if isinstance(r, ClaimRecord)}

    def _when(self, edge: Edge) -> tuple[date | None, date | None]:
        """The days of the event that states a relation, or the earliest of the other record."""
        if isinstance(edge.claim.item, Event):
            return days(edge.claim.item.date)
        record = self._records.get(edge.end)
        events = () if record is None else record.events
        spans = [days(event.date) for event in events if event.rank is not Rank.DEPRECATED]
        return min(spans, default=(None, None))


def _stated(record: ClaimRecord, contents: Contents) -> Iterator[Edge]:
    for claim in contents.claims_of(record):
        match claim.item:
            case Link() as link:
                yield _edge(record.key, link.rel.value, link.to, claim, record)
            case Event(by=str(actor), type=type_):
                yield _edge(actor, deed(type_), record.key, claim, record)
            case _:
                pass


def _edge(start: str, rel: str, end: str, claim: PlacedClaim, record: ClaimRecord) -> Edge:
    carried = any(carriers(cite, record.citations) for cite in claim.item.cites)
    evidenced = carried and claim.item.rank is not Rank.DEPRECATED
    return Edge(start, rel, end, claim, evidenced, inverse=False)


def _reversed(edge: Edge) -> Edge:
    return Edge(edge.end, INVERSES[edge.rel], edge.start, edge.claim, edge.evidenced, inverse=True)


def _symmetric(edge: Edge) -> bool:
    return INVERSES[edge.rel] == edge.rel


def _is_response(edge: Edge) -> bool:
    """Whether a relation that others have to a record is an answer to it."""
    match edge.claim.item:
        case Link(rel=rel):
            return rel in _ANSWERS
        case Event(type=type_):
            return type_.effect in (Effect.MASKS, Effect.ENDS)
        case _:
            return False


def _in_time(response: Response) -> tuple[date, date, str, str]:
    first, last = response.first or date.max, response.last or date.max
    return first, last, response.record, response.how


INVERSES: Mapping[str, str] = {
    **{relation.value: relation.inverse for relation in Relation},
    **{relation.inverse: relation.value for relation in Relation},
    **{deed(type_): done_by(type_) for type_ in EventType},
    **{done_by(type_): deed(type_) for type_ in EventType},
}
"""How each relation reads from the other side."""
RELATIONS = frozenset(INVERSES)
"""The name of every relation, from either side."""
