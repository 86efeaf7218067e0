"""Relations between records, read from both sides."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_statecraft.contents import Contents
from ai_statecraft.dataset import Dataset
from ai_statecraft.dataset.graph import INVERSES, RELATIONS
from ai_statecraft.errors import MissingLibraryError, NotFoundError
from ai_statecraft.models import Event, Link, Restriction
from ai_statecraft.vocabularies import Basis, EventType, Rank, Relation
from tests.invented import citation, event, restriction, source


def link(
    rel: Relation, to: str, *, cites: Sequence[str] = ("a",), rank: Rank | None = None
) -> Link:
    return Link(rel=rel, to=f"restriction/{to}", cites=tuple(cites), rank=rank)


def rule(name: str, *links: Link, events: Sequence[Event] = ()) -> Restriction:
    cited = {"a": citation("news"), "denial": citation("news", Basis.DENIAL)}
    return restriction(*events, citations=cited).model_copy(update={"id": name, "links": links})


def dataset(*rules: Restriction) -> Dataset:
    return Dataset(Contents((*sorted(rules, key=lambda r: r.id), source("news"))))


def shown(edges: Sequence[object] | None) -> list[str] | None:
    return None if edges is None else [str(edge).replace("restriction/", "") for edge in edges]


def test_an_inverse_is_generated_for_links_and_for_events() -> None:
    ds = dataset(
        rule("list"),
        rule("answer", link(Relation.RETALIATES_AGAINST, "list")),
        rule(
            "old",
            events=[event(EventType.AMENDED, "2030-01-01", by="restriction/list", cites=["a"])],
        ),
    )
    assert shown(ds.links("restriction/list")) == ["list amends old", "list retaliated_by answer"]
    assert shown(ds.links("restriction/list", direction="out")) == ["list amends old"]
    assert shown(ds.links("restriction/list", direction="in")) == ["list retaliated_by answer"]
    assert shown(ds.links("restriction/old", "amended_by")) == ["old amended_by list"]
    assert shown(ds.links("restriction/old", "amends")) == []
    (edge,) = ds.links("restriction/old", "amended_by")
    assert (edge.claim.record, edge.claim.path) == ("restriction/old", "/events/0")
    assert (edge.evidenced, edge.inverse) == (True, True)


def test_a_symmetric_relation_reads_the_same_from_both_sides_and_in_both_directions() -> None:
    ds = dataset(rule("a", link(Relation.COUNTERPART_OF, "b")), rule("b"))
    for name, other in (("a", "b"), ("b", "a")):
        for direction in ("in", "out", "both"):
            found = ds.links(f"restriction/{name}", "counterpart_of", direction)
            assert shown(found) == [f"{name} counterpart_of {other}"]


def test_every_relation_has_an_inverse_that_leads_back() -> None:
    assert {rel for rel in RELATIONS if INVERSES[INVERSES[rel]] != rel} == set()
    assert {type_ for type_ in EventType if f"{type_}_by" not in RELATIONS} == set()


def test_an_unknown_relation_direction_or_record_is_named_with_the_nearest() -> None:
    ds = dataset(rule("list"))
    with pytest.raises(NotFoundError, match=r"no relation 'amend'; nearest: amends"):
        ds.links("restriction/list", "amend")
    with pytest.raises(NotFoundError, match=r"no direction 'inn'; nearest: in"):
        ds.links("restriction/list", direction="inn")  # pyright: ignore[reportArgumentType]
    with pytest.raises(NotFoundError, match=r"nearest: restriction/list"):
        ds.chain("restriction/list", "restriction/lists")


def test_a_chain_is_shortest_and_runs_in_both_directions() -> None:
    ds = dataset(
        rule("a", link(Relation.PART_OF, "b")),
        rule("b", link(Relation.IMPLEMENTS, "c")),
        rule("c"),
        rule("d", link(Relation.TIGHTENS, "c"), link(Relation.SUCCEEDS, "e")),
        rule("e", link(Relation.SUCCEEDS, "f")),
        rule("f", link(Relation.TIGHTENS, "c")),
        rule("lone"),
    )
    assert shown(ds.chain("restriction/a", "restriction/d")) == [
        "a part_of b",
        "b implements c",
        "c tightened_by d",
    ]
    assert ds.chain("restriction/a", "restriction/a") == ()
    assert ds.chain("restriction/a", "restriction/lone") is None


@pytest.mark.parametrize(
    "weak",
    [
        link(Relation.PART_OF, "b", cites=()),
        link(Relation.PART_OF, "b", cites=["denial"]),
        link(Relation.PART_OF, "b", cites=["unknown"]),
        link(Relation.PART_OF, "b", rank=Rank.DEPRECATED),
        link(Relation.DISTINCT_FROM, "b"),
    ],
)
def test_what_is_not_evidenced_or_says_that_records_differ_leads_nowhere(weak: Link) -> None:
    ds = dataset(rule("a", weak), rule("b"))
    assert len(ds.links("restriction/a")) == 1
    assert ds.chain("restriction/a", "restriction/b") is None


def test_responses_come_in_order_of_time_and_once_for_all_parts() -> None:
    act = "restriction/act"
    ds = dataset(
        rule(
            "act",
            link(Relation.RETALIATES_AGAINST, "late"),
            events=[
                event(EventType.EFFECTIVE, "2030-01-01", cites=["a"]),
                event(EventType.SUSPENDED, "2031", by="restriction/truce", part="x", cites=["a"]),
                event(EventType.SUSPENDED, "2031", by="restriction/truce", part="y", cites=["a"]),
                event(EventType.AMENDED, "2030-02-01", by="restriction/early", cites=["a"]),
                event(EventType.RESCINDED, "2032-01-01", by="restriction/early", cites=[]),
            ],
        ),
        rule(
            "early",
            link(Relation.RETALIATES_AGAINST, "act"),
            events=[
                event(EventType.EFFECTIVE, "2030-03-01", cites=["a"]),
                event(EventType.ANNOUNCED, "2030-02", cites=["a"]),
                event(EventType.ANNOUNCED, "2029", rank=Rank.DEPRECATED, cites=["a"]),
            ],
        ),
        rule("late", link(Relation.RESPONDS_TO, "act")),
        rule("stricter", link(Relation.TIGHTENS, "act")),
        rule("truce"),
    )
    found = ds.responses(act)
    assert [(str(r.first), str(r.last), r.how, r.record, len(r.claims)) for r in found] == [
        ("2030-02-01", "2030-02-28", "retaliates_against", "restriction/early", 1),
        ("2031-01-01", "2031-12-31", "suspends", "restriction/truce", 2),
        ("None", "None", "responds_to", "restriction/late", 1),
    ]


def test_a_relation_to_what_was_not_known_yet_stays_and_leads_nowhere_beyond() -> None:
    a = rule("a", link(Relation.PART_OF, "b"))
    ds = dataset(a)
    assert shown(ds.links("restriction/a")) == ["a part_of b"]
    assert ds.graph.chain("restriction/a", "restriction/b") is not None
    assert ds.graph.chain("restriction/a", "restriction/c") is None


def test_networkx_gets_the_relations_as_stated() -> None:
    ds = dataset(rule("a", link(Relation.PART_OF, "b")), rule("b"))
    graph = ds.graph.to_networkx()
    assert sorted(graph.nodes) == ["restriction/a", "restriction/b", "source/news"]
    assert graph.nodes["restriction/a"] == {
        "type": "restriction",
        "name": "An invented restriction",
        "kind": "export_control",
    }
    assert [(a, b, data["rel"]) for a, b, data in graph.edges(data=True)] == [
        ("restriction/a", "restriction/b", "part_of")
    ]


def test_without_networkx_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingLibraryError, match="needs networkx: pip install 'networkx'"):
        dataset(rule("a")).graph.to_networkx()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14))
def test_a_chain_is_as_long_as_the_shortest_path(pairs: list[tuple[int, int]]) -> None:
    import networkx as nx

    links = {
        n: [link(Relation.COUNTERPART_OF, f"r{b}") for a, b in pairs if a == n] for n in range(8)
    }
    ds = dataset(*(rule(f"r{n}", *found) for n, found in links.items()))
    graph: nx.Graph[int] = nx.Graph(pairs)
    graph.add_nodes_from(range(8))
    lengths = dict(nx.single_source_shortest_path_length(graph, 0))
    for n in range(8):
        chain = ds.chain("restriction/r0", f"restriction/r{n}")
        assert (None if chain is None else len(chain)) == lengths.get(n)
