from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.provenance.cite import CitationBlock, cite
from ai_statecraft.provenance.fingerprint import PassageLengthError, fingerprint

PASSAGE = "The invented council adopted a plan for nine lighthouses."
DOCUMENT = f"A heading\n{PASSAGE} It was a Monday."


def test_a_passage_becomes_a_citation_block() -> None:
    block = cite(PASSAGE, source="gazette-1", basis="act", locator="section 2, paragraph 3")

    assert block == CitationBlock(
        "gazette-1", "section 2, paragraph 3", "act", (), fingerprint(PASSAGE), None, ()
    )
    assert block.as_yaml("a") == (
        'a: {source: gazette-1, locator: "section 2, paragraph 3", basis: act, '
        f'fingerprint: {{words: 9, sha256: "{fingerprint(PASSAGE).sha256}"}}}}'
    )


def test_attribution_is_a_chain() -> None:
    chain = ("actor/invented-agency", "actor/invented-council")

    block = cite(PASSAGE, source="paper-1", basis="relay", attributed_to=chain)

    assert block.as_yaml() == (
        "{source: paper-1, basis: relay, "
        "attributed_to: [actor/invented-agency, actor/invented-council], "
        f'fingerprint: {{words: 9, sha256: "{fingerprint(PASSAGE).sha256}"}}}}'
    )


def test_a_passage_that_stands_once_in_the_document_gets_its_place() -> None:
    block = cite(PASSAGE, source="gazette-1", basis="act", document=DOCUMENT)

    assert (block.at, block.warnings) == (2, ())
    assert block.as_yaml() == (
        "{source: gazette-1, basis: act, "
        f'fingerprint: {{words: 9, sha256: "{fingerprint(PASSAGE).sha256}"}}, at: 2}}'
    )


def test_a_passage_that_stands_twice_is_warned_of() -> None:
    block = cite(PASSAGE, source="gazette-1", basis="act", document=DOCUMENT + DOCUMENT)

    assert block.at == 2
    (warning,) = block.warnings
    assert warning == (
        "the passage stands in 2 places (first words 2, 17): take in more words, "
        "so that it stands in one"
    )


def test_a_passage_that_is_not_in_the_document_is_warned_of() -> None:
    block = cite(PASSAGE.replace("nine", "ten"), source="gazette-1", basis="act", document=DOCUMENT)

    assert block.at is None
    (warning,) = block.warnings
    assert warning == (
        "the passage doesn't stand in the document word for word: copy it from there, "
        "without an ellipsis and without joining separate sentences"
    )


def test_a_passage_outside_the_limits_is_refused() -> None:
    with pytest.raises(PassageLengthError, match="has 3 words; a citation needs at least 8"):
        cite("far too short", source="gazette-1", basis="act")


@given(
    st.one_of(st.text(), st.sampled_from(["no", "NULL", "1.5", "a: b", "x #1", "{", "~", "a\x85b"]))
)
def test_any_locator_survives_yaml(locator: str) -> None:
    block = cite(PASSAGE, source="gazette-1", basis="act", locator=locator, document=DOCUMENT)

    assert yaml.safe_load(block.as_yaml("n")) == {
        "n": {
            "source": "gazette-1",
            "locator": locator,
            "basis": "act",
            "fingerprint": {"words": 9, "sha256": fingerprint(PASSAGE).sha256},
            "at": 2,
        }
    }
