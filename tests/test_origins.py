"""Whose word a passage passes on: copies, derivations and attribution lead to one origin."""

from __future__ import annotations

import pytest

from ai_statecraft.models import Actor, Citation, Name
from ai_statecraft.origins import independent_origins, origins, publishers_of
from ai_statecraft.vocabularies import ActorKind, Basis, NameUse, SourceKind
from tests.invented import CURATION, by_id, citation, source

WIRE = source("wire", publisher="Example Wire")
GAZETTE = source("gazette", SourceKind.GAZETTE, issued_by=["actor/ministry"], publisher="Press")
SOURCES = by_id(
    WIRE,
    GAZETTE,
    source("paper", publisher="Daily Example"),
    source("nameless"),
    source("translation", translation_of="gazette"),
    source("mirror", copy_of="translation"),
    source("digest", derived_from=["wire", "gazette"], publisher="Digest"),
    *(source(f"reprint-{n}", copy_of="wire", publisher=f"Paper {n}") for n in range(5)),
    source("egg", copy_of="hen"),
    source("hen", copy_of="egg"),
    source("orphan", copy_of="lost"),
)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (citation("paper"), {"daily example"}),
        (citation("nameless"), {"source/nameless"}),
        (citation("gazette", Basis.ACT), {"actor/ministry"}),
        (citation("mirror", Basis.ACT), {"actor/ministry"}),
        (citation("reprint-3"), {"example wire"}),
        (citation("digest"), {"example wire", "actor/ministry"}),
        (citation("paper", attributed_to=["actor/wire", "actor/firm"]), {"actor/firm"}),
        (citation("reprint-1", attributed_to=["actor/firm"]), {"actor/firm"}),
        (citation("egg"), {"source/egg"}),
        (citation("hen"), {"source/egg"}),
        (citation("orphan"), {"source/lost"}),
        (citation("lost"), {"source/lost"}),
    ],
)
def test_a_passage_is_followed_to_its_origin(cited: Citation, expected: set[str]) -> None:
    assert origins(cited, SOURCES) == expected


def test_a_publisher_is_the_actor_of_that_name() -> None:
    publishers = {"example wire": "actor/wire"}
    assert origins(citation("reprint-2"), SOURCES, publishers) == {"actor/wire"}


def test_a_name_that_two_actors_share_names_neither() -> None:
    def actor(slug: str, name: str, *other: str) -> Actor:
        names = tuple(Name(text=text, language="en", use=NameUse.SHORT) for text in other)
        return Actor(id=slug, name=name, kind=ActorKind.NEWSROOM, names=names, curation=CURATION)

    actors = [actor("wire", "Example Wire", "EW"), actor("week", "Example Week", "ew")]
    assert publishers_of(actors) == {"example wire": "actor/wire", "example week": "actor/week"}


CITATIONS = {
    **{f"r{n}": citation(f"reprint-{n}") for n in range(5)},
    "paper": citation("paper"),
    "gazette": citation("gazette", Basis.ACT),
    "mirror": citation("mirror", Basis.RELAY),
    "digest": citation("digest"),
    "denial": citation("nameless", Basis.DENIAL),
}


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([], 0),
        (["r0", "r1", "r2", "r3", "r4"], 1),
        (["gazette", "mirror"], 1),
        (["r0", "paper"], 2),
        (["r0+paper"], 1),
        (["r0+paper", "paper"], 1),
        (["r0", "gazette"], 2),
        (["r0", "gazette", "digest"], 1),
        (["paper", "denial"], 1),
        (["paper", "r0+denial"], 1),
        (["paper", "unknown"], 1),
    ],
)
def test_expressions_that_share_an_origin_count_once(cites: list[str], expected: int) -> None:
    assert independent_origins(cites, CITATIONS, SOURCES) == expected
    assert independent_origins(cites[::-1], CITATIONS, SOURCES) == expected
