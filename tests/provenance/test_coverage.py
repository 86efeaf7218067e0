from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.provenance.archive import Document
from ai_statecraft.provenance.coverage import DocumentCoverage, coverage, coverage_of_archive
from ai_statecraft.provenance.fingerprint import words
from ai_statecraft.provenance.reports import coverage_json, coverage_text
from ai_statecraft.provenance.sentences import Sentence, sentences


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One came. Two went! Who knows? Nobody.",
            ["One came.", "Two went!", "Who knows?", "Nobody."],
        ),
        ("A Heading\n\nFirst line. Second.", ["A Heading", "First line.", "Second."]),
        (
            "- one item\n- another item",
            ["- one item", "- another item"],
        ),
        ("The U.S. Senate met Acme Inc. Monday.", ["The U.S. Senate met Acme Inc. Monday."]),
        ("It left the U.S. The rest stayed.", ["It left the U.S.", "The rest stayed."]),
        (
            "See No. 5 of it. They said no. Five left.",
            ["See No. 5 of it.", "They said no.", "Five left."],
        ),
        ("Mr. J. Doe and Dr. Roe came.", ["Mr. J. Doe and Dr. Roe came."]),
        ("State of the art. Firms grew.", ["State of the art.", "Firms grew."]),
        ("It rose 3.5 per cent. Prices fell.", ["It rose 3.5 per cent.", "Prices fell."]),
        (
            "“Is it so?” he asked. “It is.” She left.",
            ["“Is it so?” he asked.", "“It is.”", "She left."],
        ),
        ("1. First thing\n2. Second thing", ["1. First thing", "2. Second thing"]),
        ("A line that is\nwrapped here. And\nmore.", ["A line that is wrapped here.", "And more."]),
        ("计划已发布。目标是百分之七十！是吗？", ["计划已发布。", "目标是百分之七十！", "是吗？"]),
        ("他说：“已经完成。”随后离开。", ["他说：“已经完成。”", "随后离开。"]),
        ("Wait… Then go", ["Wait…", "Then go"]),
        ("*** \n\n ---", []),
        ("", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


AWKWARD = st.sampled_from(
    [
        *"aAbB1 .!?…\n\r\t\"')”。！？｡」字〇½=é-\u0301\u0338\u200d\u00ad\u2028",
        *("Mr. ", "U.S. ", "No. 5", "Inc. The "),
    ]
)


@given(st.one_of(st.text(st.characters()), st.lists(AWKWARD).map("".join)))
def test_the_words_of_the_sentences_are_the_words_of_the_document(text: str) -> None:
    whole = words(text)
    found = sentences(text)

    assert [whole[one.first : one.end] for one in found] == [words(one.text) for one in found]
    assert [one.first for one in found] == [0, *(one.end for one in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose by 5 per cent.", True),
        ("The plan names Ruritania.", True),
        ("NATO agreed.", True),
        ("《规划》已经发布。", True),
        ("总额为三千亿元。", True),
        ("The plan is good.", False),
        ("“The plan is good.”", False),
        ("他们同意了一个办法。", False),
    ],
)
def test_a_sentence_with_a_figure_or_a_name_is_told_apart(text: str, expected: bool) -> None:
    (sentence,) = sentences(text)

    assert sentence.names_particulars is expected


TEXT = "the plan is good. It costs 30 crowns a day. Nobody minds. Ruritania pays for it all."
GOOD = Sentence("the plan is good.", 0, 4)
COSTS = Sentence("It costs 30 crowns a day.", 4, 10)
MINDS = Sentence("Nobody minds.", 10, 12)
PAYS = Sentence("Ruritania pays for it all.", 12, 17)


def test_a_sentence_is_cited_when_half_of_its_words_are() -> None:
    assert coverage("x.txt", TEXT, [(7, 3)]).cited == (COSTS,)
    assert coverage("x.txt", TEXT, [(8, 2)]).cited == ()


def test_passages_count_together_and_not_twice() -> None:
    assert coverage("x.txt", TEXT, [(4, 2), (8, 1)]).cited == (COSTS,)
    assert coverage("x.txt", TEXT, [(4, 2), (5, 1)]).cited == ()


def test_a_passage_over_several_sentences_makes_each_cited() -> None:
    assert coverage("x.txt", TEXT, [(2, 12)]).cited == (GOOD, COSTS, MINDS)


def test_uncited_sentences_with_figures_or_names_come_first() -> None:
    text = TEXT.replace("Ruritania", "Then Ruritania")
    pays = Sentence("Then Ruritania pays for it all.", 12, 18)

    found = coverage("x.txt", text, [])

    assert found == DocumentCoverage("x.txt", (), (COSTS, pays, GOOD, MINDS))
    assert found.open_particulars == (COSTS, pays)
    assert found.share == 0


def test_the_share_is_that_of_sentences_cited() -> None:
    assert coverage("x.txt", TEXT, [(4, 6)]).share == 0.25
    assert coverage("x.txt", "...", []).share is None


def test_each_document_gets_the_passages_proved_in_it() -> None:
    documents = [Document(Path("x.txt"), TEXT), Document(Path("y.txt"), TEXT)]

    found = coverage_of_archive(documents, {"x.txt": ((4, 6),), "gone.txt": ((0, 9),)})

    assert found == (
        DocumentCoverage("x.txt", (COSTS,), (GOOD, MINDS, PAYS)),
        DocumentCoverage("y.txt", (), (COSTS, GOOD, MINDS, PAYS)),
    )


def test_the_text_report_marks_what_most_needs_a_citation() -> None:
    covered = [coverage("x\n.txt", TEXT, [(0, 4), (12, 5)]), coverage("y.txt", "", [])]

    assert coverage_text(covered) == (
        "x\\n.txt: 2 of 4 sentences cited (50%), 1 uncited with a figure or a name\n"
        "  ! word 4: It costs 30 crowns a day.\n"
        "  - word 10: Nobody minds.\n"
        "y.txt: no sentences\n"
        "! an uncited sentence with a figure or a name; - any other uncited sentence\n"
    )


def test_the_json_report_holds_every_sentence() -> None:
    covered = [coverage("x.txt", "The plan is good. It costs 30.", [(0, 4)])]

    assert json.loads(coverage_json(covered)) == [
        {
            "document": "x.txt",
            "share": 0.5,
            "cited": [
                {"text": "The plan is good.", "first": 0, "end": 4, "names_particulars": False}
            ],
            "uncited": [{"text": "It costs 30.", "first": 4, "end": 7, "names_particulars": True}],
        }
    ]
