"""Finding records by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.contents import Contents
from ai_statecraft.dataset import Dataset
from ai_statecraft.dataset.search import within_a_typo
from ai_statecraft.errors import NotFoundError
from ai_statecraft.models import Name
from ai_statecraft.vocabularies import NameUse
from tests.invented import restriction, source

NAMES = {
    "big": ["National Sample Fund", "Big Fund", "大样品基金会"],
    "bigger": ["Sample Fund for Bigger Samples", "Big Fund Phase II"],
    "list": ["Unreliable Entity List", "不可靠实体清单"],
    "twist": ["List of entities that are unreliable"],
    "xx-smec": ["Sample Maker of Experimental Circuits"],
}


def dataset() -> Dataset:
    rules = [
        restriction().model_copy(
            update={
                "id": name,
                "name": first,
                "names": tuple(
                    Name(text=text, language="en", use=NameUse.VARIANT) for text in others
                ),
            }
        )
        for name, (first, *others) in NAMES.items()
    ]
    return Dataset(Contents((*rules, source("report").model_copy(update={"name": "Big Fund"}))))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("big fund", ["big", "bigger"]),
        ("BIG-FUND", ["big", "bigger"]),
        ("fund big", ["big", "bigger"]),
        ("big fnud", ["big", "bigger"]),
        ("bgi fnud", []),
        ("unreliable entity list", ["list"]),
        ("unreliable list", ["list", "twist"]),
        ("unreliabel entity list", ["list"]),
        ("unrel", ["list", "twist"]),
        ("样品基金", ["big"]),
        ("不可靠实体清单", ["list"]),
        ("不可靠实休清单", ["list"]),
        ("清单", ["list"]),
        ("清弹", []),
        ("spaceship", []),
        (" ,! ", []),
    ],
)
def test_records_are_found_by_any_name_best_first(query: str, found: list[str]) -> None:
    assert [match.record.id for match in dataset().search(query)] == found


def test_the_name_that_matched_is_given() -> None:
    (match,) = dataset().search("big fund", limit=1)
    assert (match.record.id, match.name) == ("big", "Big Fund")


@pytest.mark.parametrize("query", ["smec", "xx-smec", "SMEC"])
def test_a_record_is_found_by_its_id_and_shown_by_its_name(query: str) -> None:
    (match,) = dataset().search(query)
    assert (match.record.id, match.name) == ("xx-smec", "Sample Maker of Experimental Circuits")


def test_sources_are_searched_only_if_asked_for() -> None:
    ds = dataset()
    assert [m.record.key for m in ds.search("big fund", types=["source"])] == ["source/report"]
    with pytest.raises(NotFoundError, match="no record type 'funds'; nearest: fund"):
        ds.search("big fund", types=["funds"])


WORDS = st.text("abcd", min_size=1, max_size=6)


@given(WORDS, WORDS)
def test_a_typo_is_found_from_both_sides(a: str, b: str) -> None:
    assert within_a_typo(a, b) is within_a_typo(b, a)


@given(WORDS, st.integers(0, 5), st.sampled_from("abcd"))
def test_every_single_typo_is_tolerated(word: str, place: int, letter: str) -> None:
    at = place % len(word)
    assert within_a_typo(word, word)
    assert within_a_typo(word, word[:at] + word[at + 1 :])
    assert within_a_typo(word, word[:at] + letter + word[at:])
    assert within_a_typo(word, word[:at] + letter + word[at + 1 :])
    assert within_a_typo(word, word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
