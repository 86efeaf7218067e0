"""Verification: whether the cited passages stand in the documents of an archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ai_statecraft.progress import tracked
from ai_statecraft.provenance.fingerprint import Fingerprint, find_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ai_statecraft.provenance.archive import Archive, Document, UnreadableFile


class Outcome(StrEnum):
    """What came of looking for one cited passage."""

    PROVED = "proved"
    """The document holds a run of words with the citation's fingerprint."""
    NOT_FOUND = "not found"
    """The document is in the archive and holds no such run of words."""
    DOCUMENT_ABSENT = "document absent"
    """The archive does not hold the document, so nothing can be said."""


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A citation as far as proving it needs.

    Attributes:
        record: the citing record, as `type/id`.
        label: the citation's label within the record.
        source: the id of the cited source.
        fingerprint: the fingerprint of the passage.
        at: a hint, the index from 0 of the passage's first word in the document.
    """

    record: str
    label: str
    source: str
    fingerprint: Fingerprint
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one citation.

    Attributes:
        citation: the citation.
        outcome: proved, not found or document absent.
        places: where the passage stands, as indices from 0 of its first word.
        document: the name of the file that was searched; None if there was none.
    """

    citation: CitedPassage
    outcome: Outcome
    places: tuple[int, ...] = ()
    document: str | None = None

    @property
    def is_repeated(self) -> bool:
        """Whether the passage stands in several places, so that it doesn't single out one."""
        return len(self.places) > 1

    @property
    def has_stale_hint(self) -> bool:
        """Whether the passage was proved, but not where the citation's hint says."""
        hint = self.citation.at
        return self.outcome is Outcome.PROVED and hint is not None and hint not in self.places


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of all citations.

    Attributes:
        proofs: one for each citation, sorted by source, record and label.
        altered: the sources whose text in the archive differs from their whole-text fingerprint,
            each with the name of the file that was taken for it.
        unrecognised: the names of the archive's files that belong to no known source.
        unreadable: the archive's files that are no UTF-8 text.
    """

    proofs: tuple[Proof, ...]
    altered: tuple[tuple[str, str], ...]
    unrecognised: tuple[str, ...]
    unreadable: tuple[UnreadableFile, ...]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many citations had each outcome."""
        counted = Counter(proof.outcome for proof in self.proofs)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def is_sound(self) -> bool:
        """Whether no passage was missing from a document and no document was altered.

        Absent documents don't count against it: an archive rarely holds them all.
        """
        return not self.altered and self.counts[Outcome.NOT_FOUND] == 0

    def proved_windows(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return the proved passages by file name, as (index of first word, number of words)."""
        windows: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for proof in self.proofs:
            if proof.document is not None:
                length = proof.citation.fingerprint.words
                windows[proof.document].update((start, length) for start in proof.places)
        return {name: tuple(sorted(found)) for name, found in sorted(windows.items())}


def verify(
    citations: Iterable[CitedPassage],
    archive: Archive,
    whole_texts: Mapping[str, Fingerprint | None],
) -> Verification:
    """Look for every cited passage in the document it is cited from.

    Args:
        citations: the citations to prove.
        archive: where the documents lie.
        whole_texts: for each known source its whole-text fingerprint, or None where it has none.

    A source whose whole text was recorded but is not in the archive may be there altered. Of the
    files that belong to no source, the one that holds most of its passages is then taken for it,
    so that the report can name the passage that was tampered with.
    """
    by_source: dict[str, list[CitedPassage]] = defaultdict(list)
    for citation in citations:
        by_source[citation.source].append(citation)
    held = {
        source: document
        for source in sorted(whole_texts.keys() | by_source.keys())
        if (document := archive.document(source, whole_texts.get(source))) is not None
    }
    claimed = {document.path.name for document in held.values()}
    strays = [one for one in archive.documents if one.path.name not in claimed]
    for source, cited in sorted(by_source.items()):
        if source not in held and whole_texts.get(source) is not None:
            resembling = _closest(cited, strays)
            if resembling is not None:
                held[source] = resembling
                strays.remove(resembling)
    altered = tuple(
        (source, document.path.name)
        for source, document in sorted(held.items())
        if (recorded := whole_texts.get(source)) is not None and recorded != document.fingerprint
    )
    proofs = (
        proof
        for source, cited in tracked(by_source.items(), "proving passages")
        for proof in _prove(cited, held.get(source))
    )
    return Verification(
        tuple(sorted(proofs, key=_by_source_and_record)),
        altered,
        tuple(document.path.name for document in strays),
        archive.unreadable,
    )


def _by_source_and_record(proof: Proof) -> tuple[str, str, str]:
    return (proof.citation.source, proof.citation.record, proof.citation.label)


def _closest(cited: Sequence[CitedPassage], documents: Sequence[Document]) -> Document | None:
    """Return the document that holds most of the passages; None if none holds any."""
    wanted = {citation.fingerprint for citation in cited}
    best, most = None, 0
    for document in documents:
        held = sum(1 for places in find_passages(document.words, wanted).values() if places)
        if held > most:
            best, most = document, held
    return best


def _prove(cited: Sequence[CitedPassage], document: Document | None) -> list[Proof]:
    if document is None:
        return [Proof(citation, Outcome.DOCUMENT_ABSENT) for citation in cited]
    found = find_passages(document.words, {citation.fingerprint for citation in cited})
    name = document.path.name
    return [
        Proof(citation, Outcome.PROVED if places else Outcome.NOT_FOUND, places, name)
        for citation in cited
        for places in (found[citation.fingerprint],)
    ]
