"""Asking on plain standard input and output, and asking again with the reason."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from ai_statecraft.reader.characters import escaped, shown
from ai_statecraft.vocabularies import Term
from ai_statecraft.writing.answers import AnswerError

WIDTH = 100
END_OF_PASSAGE = "."
"""The line that ends a pasted text."""

_MOST_HINTS = 3
_UNDER = " " * len("123  ")

T = TypeVar("T")


class Dialogue:
    """Questions to whoever sits at the other end of standard input.

    Every question raises EOFError where the input ends.
    """

    def __init__(self) -> None:
        self._listed: set[type[Term]] = set()

    def say(self, text: str, indent: str = "", hanging: str = "") -> None:
        """Print a paragraph; what it quotes from files cannot steer the terminal."""
        later = indent + hanging
        print(textwrap.fill(escaped(text), WIDTH, initial_indent=indent, subsequent_indent=later))

    def ask(self, question: str, accept: Callable[[str], T]) -> T:
        """Ask until `accept` takes the answer; what it raises as AnswerError is the reason."""
        while True:
            try:
                return accept(input(f"{question}: ").strip())
            except AnswerError as error:
                for reason in str(error).splitlines():
                    self.say(f"! {reason}", "  ")

    def confirms(self, question: str) -> bool:
        """Whether the answer is yes; anything but y or yes is no."""
        return self.ask(f"{question} [y/N]", lambda text: text.lower() in {"y", "yes"})

    def pick(self, choices: Sequence[str], question: str) -> int | None:
        """The index of the chosen line; None for an empty answer."""
        for number, choice in enumerate(choices, 1):
            self.say(f"{number:>3}  {choice}", "  ", _UNDER)

        def accept(text: str) -> int | None:
            return number_up_to(text, len(choices)) if text else None

        return self.ask(question, accept)

    def list_terms(self, vocabulary: type[Term], *, again: bool = False) -> None:
        """Print the terms with numbers and definitions, unless that was done before."""
        if again or vocabulary not in self._listed:
            self._listed.add(vocabulary)
            for number, term in enumerate(vocabulary, 1):
                self.say(f"{number:>3}  {term}: {term.definition}", "  ", _UNDER)

    def pasted(self, what: str) -> str:
        """Several lines up to one that holds only a full stop."""
        self.say(f"Paste {what}, and end with a line that holds only `{END_OF_PASSAGE}`.")
        lines: list[str] = []
        while (line := input()) != END_OF_PASSAGE:
            lines.append(line)
        return "\n".join(lines)


def term_of(text: str, vocabulary: type[Term]) -> str:
    """The term that an answer names by number or by itself; AnswerError for none."""
    terms = list(vocabulary)
    if text.isascii() and text.isdigit():
        return terms[number_up_to(text, len(terms))].value
    if text not in terms:
        if not text:
            raise AnswerError("this is needed (? lists the terms)")
        near = get_close_matches(text, [term.value for term in terms], n=3) or [
            term.value for term in terms if text.lower() in term.definition.lower()
        ]
        near = near if len(near) <= _MOST_HINTS else []
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise AnswerError(f"{shown(text)} is no term, nor the number of one{hint} (? lists them)")
    return text


def number_up_to(text: str, last: int) -> int:
    """The index that a number from 1 to `last` stands for; AnswerError for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= last):
        raise AnswerError(f"answer with a number from 1 to {last}")
    return int(text) - 1
