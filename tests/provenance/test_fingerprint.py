"""The fingerprint against its specification, and against a second reading of it."""

from __future__ import annotations

import hashlib
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.provenance.fingerprint import (
    Fingerprint,
    PassageLengthError,
    find_passage,
    find_passages,
    fingerprint,
    fingerprint_of_words,
    passage_fingerprint,
    words,
)


def words_by_the_letter(text: str) -> list[str]:
    """Read the specification again, one character at a time and without tables."""
    prepared = ""
    for character in text:
        match unicodedata.category(character):
            case "Cf":
                continue
            case "No":
                prepared += " " + character + " "
            case _:
                prepared += character
    prepared = unicodedata.normalize("NFKC", prepared)
    prepared = "".join(character.casefold() for character in prepared)
    prepared = unicodedata.normalize("NFKC", prepared)

    found: list[str] = []
    run: list[str] = []
    for character in prepared:
        point = ord(character)
        ideograph = (
            point == 0x3005
            or point == 0x3007
            or 0x3400 <= point <= 0x4DBF
            or 0x4E00 <= point <= 0x9FFF
            or 0xF900 <= point <= 0xFAFF
            or 0x20000 <= point <= 0x3FFFF
        )
        kind = unicodedata.category(character)
        if not ideograph and (kind.startswith(("L", "M")) or kind == "Nd"):
            run.append(character)
            continue
        if run:
            found.append("".join(run))
            run = []
        if ideograph:
            found.append(character)
    if run:
        found.append("".join(run))
    return found


TRICKY = st.sampled_from(
    "aZ09 .,-'’\n\t½②㈠㎏ﬁßİıſσςΣ一〇々ヶ豈𠀀ＡＢ１％−$€亿ée="
    "\u00ad\u200d\u200b\ufeff\u0301\u0345\u0338\ufe00\U000e0100\U0003ffff\u1100\u1161\u0344\ufdfa\ud800"
)


@given(st.text(st.characters()))
def test_two_implementations_agree_on_any_text(text: str) -> None:
    assert words(text) == words_by_the_letter(text)


@given(st.text(TRICKY))
def test_two_implementations_agree_on_awkward_characters(text: str) -> None:
    assert words(text) == words_by_the_letter(text)


def test_two_implementations_agree_on_every_assigned_character_between_letters() -> None:
    text = " ".join(
        f"a{character}b"
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) not in {"Cn", "Co", "Cs"}
        and not "\u4e10" <= character <= "\u9f00"
        and not "\uac10" <= character <= "\ud700"
        and not "\U00020010" <= character <= "\U000323a0"
    )

    assert words(text) == words_by_the_letter(text)


@given(st.text(st.characters()))
def test_words_of_words_are_the_same_words(text: str) -> None:
    once = words(text)

    assert words(" ".join(once)) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry's Self-Reliance plan", ["the", "ministry", "s", "self", "reliance", "plan"]),
        ("3½", ["3", "1", "2"]),
        ("②③", ["2", "3"]),
        ("x²", ["x", "2"]),
        ("soft\u00adhyphen zero\u200dwidth\u200b join", ["softhyphen", "zerowidth", "join"]),
        ("ＡＢＣ１２３", ["abc123"]),
        ("ﬁnance", ["finance"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("İ", ["i\u0307"]),
        ("e\u0301lan élan", ["élan", "élan"]),
        ("二〇二五年，人々", ["二", "〇", "二", "五", "年", "人", "々"]),
        ("中国AI芯片2025年", ["中", "国", "ai", "芯", "片", "2025", "年"]),
        ("\uf900", ["\u8c48"]),
        ("semi-\nconductor", ["semi", "conductor"]),
        ("50%\u00a0of $3_000", ["50", "of", "3", "000"]),
        ("…—!", []),
        ("", []),
        ("a\ud800b", ["a", "b"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("written", ["1.400", "1 400", "1\u202f400", "1’400", "1-400"])
def test_a_separator_inside_a_number_makes_two_words_whatever_it_is(written: str) -> None:
    assert fingerprint(written) == fingerprint("1,400") != fingerprint("1400")


@pytest.mark.parametrize("written", ["−5", "-5", "+5", "$5", "5%", "(5)"])
def test_signs_and_units_of_punctuation_do_not_count(written: str) -> None:
    assert fingerprint(written) == fingerprint("5")


def test_a_fingerprint_is_the_hash_of_the_words_joined_by_spaces() -> None:
    joined = b"the plan names 3 goals"

    assert fingerprint("The plan names: (3) goals!") == Fingerprint(
        5, hashlib.sha256(joined).hexdigest()
    )


PASSAGE = "The invented ministry will plant 1,400 trees before the spring of 2031."


@pytest.mark.parametrize(
    "altered",
    [
        PASSAGE.replace("plant", "plants"),
        PASSAGE.replace("1,400", "1,401"),
        PASSAGE.replace("1,400", "1400"),
        PASSAGE.replace("2031", "203l"),
        PASSAGE.replace("will ", ""),
        PASSAGE.replace("spring of", "of spring"),
    ],
)
def test_one_changed_word_or_digit_changes_the_fingerprint(altered: str) -> None:
    assert fingerprint(altered).sha256 != fingerprint(PASSAGE).sha256


def test_typesetting_leaves_the_fingerprint_alone() -> None:
    typeset = PASSAGE.upper().replace("PLANT", "“PL\u00adANT”\n").replace("1,400", "１.４００")

    assert fingerprint(typeset) == fingerprint(PASSAGE)


@pytest.mark.parametrize("text", ["word " * 8, "word " * 200, "字" * 16, "字" * 4 + "word " * 4])
def test_a_passage_at_a_limit_is_taken(text: str) -> None:
    assert passage_fingerprint(text) == fingerprint(text)


TOO_FEW = "the passage has {} words; a citation needs at least 8: take in more of the sentence"
TOO_MANY = (
    "the passage has {} words; a citation takes at most 200: "
    "keep the sentences that carry the claim"
)
TOO_FEW_IDEOGRAPHS = (
    "the passage has {} words, most of them ideographs; such a citation needs at least 16: "
    "take in more of the sentence"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", TOO_FEW.format(0)),
        ("word " * 7, TOO_FEW.format(7)),
        ("字" * 7, TOO_FEW.format(7)),
        ("word " * 201, TOO_MANY.format(201)),
        ("字" * 15, TOO_FEW_IDEOGRAPHS.format(15)),
        ("字" * 5 + "word " * 4, TOO_FEW_IDEOGRAPHS.format(9)),
    ],
)
def test_a_passage_outside_the_limits_is_refused(text: str, message: str) -> None:
    with pytest.raises(PassageLengthError) as refusal:
        passage_fingerprint(text)

    assert str(refusal.value) == message


@given(
    st.lists(st.sampled_from(["a", "b", "字", "éé"]), max_size=40),
    st.integers(0, 40),
    st.integers(1, 10),
)
def test_every_window_that_matches_is_found(document: list[str], start: int, count: int) -> None:
    window = document[start : start + count]
    wanted = fingerprint_of_words(window)
    expected = tuple(
        first
        for first in range(len(document) - len(window) + 1)
        if window and document[first : first + len(window)] == window
    )

    assert find_passage(document, wanted.words, wanted.sha256) == expected


def test_the_hint_is_tried_first_and_the_search_goes_on_where_it_fails() -> None:
    document = words("again and again and again")
    wanted = fingerprint("and again")

    def first(at: int | None) -> tuple[int, ...]:
        return find_passage(document, wanted.words, wanted.sha256, at, first_only=True)

    assert (first(3), first(None), first(0), first(-2), first(99)) == ((3,), (1,), (1,), (1,), (1,))
    assert find_passage(document, wanted.words, wanted.sha256, at=3) == (1, 3)


@pytest.mark.parametrize("count", [-1, 0, 3, 10**9])
def test_a_passage_that_cannot_fit_is_nowhere(count: int) -> None:
    assert find_passage(["one", "two"], count, "0" * 64) == ()
    assert find_passage(["one", "two"], count, "0" * 64, 0, first_only=True) == ()


def test_passages_of_several_lengths_are_found_together() -> None:
    document = words("one two three two three")
    pair, triple, absent = (
        fingerprint("two three"),
        fingerprint("three two three"),
        Fingerprint(2, ""),
    )

    assert find_passages(document, [pair, triple, absent]) == {
        pair: (1, 3),
        triple: (2,),
        absent: (),
    }
