"""Coverage: which sentences of a document the dataset rests on, and which it has passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ai_statecraft.provenance.sentences import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ai_statecraft.provenance.archive import Document


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """How far the citations reach in one document.

    Attributes:
        document: the name of its file.
        cited: sentences of which at least half of the words are cited, in reading order.
        uncited: the other sentences; those with figures or names come first, each group in
            reading order.
    """

    document: str
    cited: tuple[Sentence, ...]
    uncited: tuple[Sentence, ...]

    @property
    def share(self) -> float | None:
        """The share of sentences cited, from 0 to 1; None for a document without sentences."""
        total = len(self.cited) + len(self.uncited)
        return len(self.cited) / total if total else None

    @property
    def open_particulars(self) -> tuple[Sentence, ...]:
        """The uncited sentences with figures or names."""
        return tuple(one for one in self.uncited if one.names_particulars)


def coverage(document: str, text: str, windows: Iterable[tuple[int, int]]) -> DocumentCoverage:
    """Return which sentences of a text the cited passages touch.

    Args:
        document: the name to report the text by.
        text: the whole text.
        windows: the passages proved in it, as (index from 0 of the first word, number of words).

    Passages count together: two that cover a third of a sentence each make it cited.
    """
    cited_words = {index for first, count in windows for index in range(first, first + count)}
    cited: list[Sentence] = []
    uncited: list[Sentence] = []
    for sentence in sentences(text):
        reached = sum(1 for index in range(sentence.first, sentence.end) if index in cited_words)
        is_cited = 2 * reached >= sentence.end - sentence.first
        (cited if is_cited else uncited).append(sentence)
    uncited.sort(key=lambda sentence: not sentence.names_particulars)
    return DocumentCoverage(document, tuple(cited), tuple(uncited))


def coverage_of_archive(
    documents: Iterable[Document], proved_windows: Mapping[str, Iterable[tuple[int, int]]]
) -> tuple[DocumentCoverage, ...]:
    """Return the coverage of each document.

    Args:
        documents: the documents of an archive.
        proved_windows: the passages proved, by file name (`Verification.proved_windows`).
    """
    return tuple(
        coverage(document.path.name, document.text, proved_windows.get(document.path.name, ()))
        for document in documents
    )
