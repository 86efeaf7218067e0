from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ai_statecraft.provenance.archive import Archive
from ai_statecraft.provenance.fingerprint import Fingerprint, fingerprint
from ai_statecraft.provenance.reports import verification_json, verification_text
from ai_statecraft.provenance.verify import CitedPassage, Outcome, Proof, Verification, verify

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "The invented council adopted a plan for nine lighthouses on Monday."
SECOND = "Its chair said that the sum of 1,400 crowns would be spent by spring."
TEXT = f"{FIRST}\n{SECOND}\n"


def cited(
    passage: str, label: str = "a", source: str = "gazette-1", at: int | None = None
) -> CitedPassage:
    return CitedPassage("initiative/lighthouses", label, source, fingerprint(passage), at)


def run(folder: Path, *citations: CitedPassage, whole: Fingerprint | None = None) -> Verification:
    return verify(citations, Archive.open(folder), {"gazette-1": whole})


def test_a_passage_that_stands_in_its_document_is_proved(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)
    citation = cited(SECOND)

    found = run(tmp_path, citation)

    assert found == Verification(
        (Proof(citation, Outcome.PROVED, (11,), "gazette-1.txt"),), (), (), ()
    )
    assert found.is_sound
    assert found.proved_windows() == {"gazette-1.txt": ((11, 15),)}
    assert verification_text(found) == (
        "1 citation: 1 proved (0 in more than one place), 0 not found, 0 with the document absent\n"
    )


def test_a_tampered_word_of_the_document_is_caught(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT.replace("nine", "ten"))
    citations = [cited(FIRST, "a"), cited(SECOND, "b")]

    found = run(tmp_path, *citations, whole=fingerprint(TEXT))

    assert [proof.outcome for proof in found.proofs] == [Outcome.NOT_FOUND, Outcome.PROVED]
    assert found.altered == (("gazette-1", "gazette-1.txt"),)
    assert not found.is_sound
    assert verification_text(found) == (
        "not found: initiative/lighthouses [a] from gazette-1: no 11 words in a row of "
        "gazette-1.txt have this fingerprint; take it again from the passage\n"
        "altered: gazette-1.txt is not word for word the text recorded for gazette-1; "
        "restore the document, or record the fingerprint of its present text\n"
        "2 citations: 1 proved (0 in more than one place), 1 not found, "
        "0 with the document absent\n"
    )


def test_a_tampered_digit_of_a_fingerprint_is_caught(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)
    true = fingerprint(FIRST)
    digit = "0" if true.sha256[7] != "0" else "1"
    false = Fingerprint(true.words, true.sha256[:7] + digit + true.sha256[8:])

    found = run(tmp_path, CitedPassage("initiative/lighthouses", "a", "gazette-1", false))

    assert found.counts == {Outcome.PROVED: 0, Outcome.NOT_FOUND: 1, Outcome.DOCUMENT_ABSENT: 0}
    assert not found.is_sound


def test_a_wrong_number_of_words_is_caught(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)
    false = Fingerprint(12, fingerprint(FIRST).sha256)

    found = run(tmp_path, CitedPassage("initiative/lighthouses", "a", "gazette-1", false))

    assert [proof.outcome for proof in found.proofs] == [Outcome.NOT_FOUND]


def test_an_altered_document_under_another_name_is_known_by_the_passages_it_keeps(
    tmp_path: Path,
) -> None:
    (tmp_path / "download-7.txt").write_text(TEXT.replace("nine", "ten"))
    (tmp_path / "unrelated.txt").write_text("Nothing of interest stands here.")

    found = run(tmp_path, cited(FIRST, "a"), cited(SECOND, "b"), whole=fingerprint(TEXT))

    assert [(proof.outcome, proof.document) for proof in found.proofs] == [
        (Outcome.NOT_FOUND, "download-7.txt"),
        (Outcome.PROVED, "download-7.txt"),
    ]
    assert found.altered == (("gazette-1", "download-7.txt"),)
    assert found.unrecognised == ("unrelated.txt",)


def test_an_absent_document_leaves_the_question_open(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Only notes.")

    found = run(tmp_path, cited(FIRST, "a"), cited(SECOND, "b"), whole=fingerprint(TEXT))

    assert [proof.outcome for proof in found.proofs] == [Outcome.DOCUMENT_ABSENT] * 2
    assert found.is_sound
    assert found.proved_windows() == {}
    assert verification_text(found) == (
        "warning: notes.txt belongs to no source: name it <source-id>.txt, "
        "or record its fingerprint with its source\n"
        "document absent: gazette-1 (2 citations)\n"
        "2 citations: 0 proved (0 in more than one place), 0 not found, "
        "2 with the document absent\n"
    )


def test_a_source_that_is_not_in_the_dataset_can_still_be_proved(tmp_path: Path) -> None:
    (tmp_path / "gazette-2.txt").write_text(TEXT)

    found = run(tmp_path, cited(FIRST, source="gazette-2"))

    assert [proof.outcome for proof in found.proofs] == [Outcome.PROVED]


def test_a_passage_that_stands_twice_is_proved_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT + TEXT)

    found = run(tmp_path, cited(FIRST))

    assert [proof.places for proof in found.proofs] == [(0, 26)]
    assert found.is_sound
    assert verification_text(found) == (
        "warning: initiative/lighthouses [a] from gazette-1: stands in 2 places of gazette-1.txt "
        "(first words 0, 26); cite more words\n"
        "1 citation: 1 proved (1 in more than one place), 0 not found, 0 with the document absent\n"
    )


def test_a_stale_hint_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)

    found = run(tmp_path, cited(SECOND, "a", at=3), cited(SECOND, "b", at=11))

    assert [proof.has_stale_hint for proof in found.proofs] == [True, False]
    assert verification_text(found) == (
        "warning: initiative/lighthouses [a] from gazette-1: begins at word 11, not at 3; "
        "correct `at`\n"
        "2 citations: 2 proved (0 in more than one place), 0 not found, "
        "0 with the document absent\n"
    )


def test_the_order_of_the_citations_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)
    citations = [cited(FIRST, "b"), cited(SECOND, "a"), cited(FIRST, "a", "absent-1")]

    assert run(tmp_path, *citations) == run(tmp_path, *reversed(citations))


def test_an_unreadable_file_is_reported_and_its_name_cannot_command_a_terminal(
    tmp_path: Path,
) -> None:
    (tmp_path / "bad\x1b[2J\n::error.txt").write_bytes(b"\xff")

    found = run(tmp_path)

    assert verification_text(found) == (
        "unreadable: bad\\x1b[2J\\n::error.txt: byte 0 is not UTF-8 (invalid start byte); "
        "save the file as UTF-8\n"
        "0 citations: 0 proved (0 in more than one place), 0 not found, "
        "0 with the document absent\n"
    )


def test_the_json_report_holds_everything(tmp_path: Path) -> None:
    (tmp_path / "gazette-1.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "stray.txt").write_text("A stray.")

    found = run(tmp_path, cited(SECOND, at=11), whole=fingerprint(FIRST))

    assert json.loads(verification_json(found)) == {
        "sound": False,
        "counts": {"proved": 1, "not found": 0, "document absent": 0},
        "citations": [
            {
                "record": "initiative/lighthouses",
                "citation": "a",
                "source": "gazette-1",
                "words": 15,
                "sha256": fingerprint(SECOND).sha256,
                "at": 11,
                "outcome": "proved",
                "document": "gazette-1.txt",
                "places": [11],
            }
        ],
        "altered": [{"source": "gazette-1", "document": "gazette-1.txt"}],
        "unrecognised": ["stray.txt"],
        "unreadable": [
            {
                "document": "bad.txt",
                "reason": "byte 0 is not UTF-8 (invalid start byte); save the file as UTF-8",
            }
        ],
    }
