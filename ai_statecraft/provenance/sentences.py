"""Sentences of an English or Chinese text, placed by the words they span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ai_statecraft.provenance.fingerprint import words

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item of a document.

    Attributes:
        text: as it stands there, with each run of white space made one space.
        first: index from 0 of its first word among the words of the document.
        end: index of the word after its last.
    """

    text: str
    first: int
    end: int

    @property
    def names_particulars(self) -> bool:
        """Whether it holds a figure or a name, and so most likely a claim.

        A figure has digits, or is at least two Chinese numerals; a name shows in a capital
        after the sentence's first letter, or in the brackets of a Chinese title.
        """
        if _FIGURE.search(self.text) or "《" in self.text:
            return True
        letters = [character for character in self.text if character.isalpha()]
        return any(letter.isupper() for letter in letters[1:])


_FIGURE = re.compile(r"\d|[〇零一二两三四五六七八九十百千万亿]{2}")

_OPENERS = "“‘「『（《\"'([«"
_CLOSERS = "”’」』）》\"')]»"
_END = re.compile(
    # A Chinese full stop ends a sentence with no space after it, a Latin one only with.
    rf"[。！？｡]+[{re.escape(_CLOSERS)}]*"
    rf"|[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s+[{re.escape(_OPENERS)}]*(?P<following>[^\W_]+))"
)

_ABBREVIATIONS = re.compile(
    "adm|al|approx|capt|cf|co|corp|dept|dr|ed|eds|eg|esp|est|etc|fed|gen|gov|hon|ie|inc|incl|"
    "jr|ltd|messrs|mr|mrs|ms|prof|rep|reps|rev|sen|sens|sgt|sr|st|viz|vs"
)
# Elsewhere than before a figure these are words that may end a sentence, such as "no" and "art".
_ABBREVIATIONS_BEFORE_FIGURES = re.compile(
    "apr|art|arts|aug|ch|dec|feb|fig|figs|jan|jul|jun|mar|no|nos|nov|oct|p|para|paras|pp|pt|"
    "reg|sec|secs|sep|sept|stat|vol|vols"
)
# A sentence can end in an abbreviation ("in the U.S. The ministry"); these words, capitalised,
# hardly ever follow one inside a sentence.
_STARTERS = re.compile(
    "After|Although|An|And|As|At|Because|Both|But|By|Despite|During|Even|For|From|He|However|"
    "If|In|It|Its|Meanwhile|Moreover|On|Our|She|Since|So|Such|That|The|Their|There|These|They|"
    "This|Those|Though|Through|To|Under|Unlike|We|What|When|While|With|Yet|You"
)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences whose words, put end to end, are `words(text)`.

    A line is a sentence of its own, as headings and list items are, unless the next line
    continues it with a small letter. What has no word is left out.
    """
    found: list[Sentence] = []
    first = 0
    for line in _lines(text):
        for stretch in _stretches(line):
            count = len(words(stretch))
            if count:
                found.append(Sentence(" ".join(stretch.split()), first, first + count))
                first += count
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    """Yield each line together with those that continue it; end to end they are the text."""
    gathered = ""
    for line in text.splitlines(keepends=True):
        if gathered and not line.lstrip(" \t")[:1].islower():
            yield gathered
            gathered = ""
        gathered += line
    yield gathered


def _stretches(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        stretch = line[start : end.end()]
        following: str | None = end.group("following")
        if following is None or not _goes_on(stretch, following):
            yield stretch
            start = end.end()
    yield line[start:]


def _goes_on(stretch: str, following: str) -> bool:
    """Whether the sentence goes on after the Latin stop that ends the stretch."""
    if following[0].islower():
        return True
    last = stretch.rstrip(_CLOSERS).split()[-1].lstrip(_OPENERS)
    if not last.endswith("."):
        return False
    written = last.rstrip(".")
    if stretch.strip() == f"{written}." and written.isalnum():
        return True  # The number or letter of a list item.
    folded = written.replace(".", "").casefold()
    if _ABBREVIATIONS_BEFORE_FIGURES.fullmatch(folded) and following[0].isdigit():
        return True
    if _STARTERS.fullmatch(following):
        return False
    is_initials = all(len(part) == 1 and part.isalpha() for part in written.split("."))
    return is_initials or _ABBREVIATIONS.fullmatch(folded) is not None
