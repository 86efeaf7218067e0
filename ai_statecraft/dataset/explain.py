"""On whose word a claim rests: its passages, their origins, its rivals and its grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ai_statecraft.claims import PlacedClaim, labels
from ai_statecraft.contents import Contents
from ai_statecraft.errors import NotFoundError
from ai_statecraft.evidence import (
    DisputeGrade,
    SupportGrade,
    are_rivals,
    dispute,
    record_support,
    support,
)
from ai_statecraft.models import Citation, ClaimRecord, Source
from ai_statecraft.origins import origins
from ai_statecraft.provenance.archive import Archive
from ai_statecraft.provenance.fingerprint import Fingerprint
from ai_statecraft.provenance.verify import CitedPassage, Outcome, verify
from ai_statecraft.vocabularies.kinds import Tier
from ai_statecraft.wording import worded


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation of a claim, with the source it leads to.

    >>> passage = ds.explain("fund/cn-big-fund-3", "/quantities/1").cites[0][0]
    >>> passage.label, passage.source.kind.value, passage.citation.basis.value, passage.proof
    ('a', 'aggregator', 'relay', None)
    """

    label: str
    """The citation's label in the record."""
    citation: Citation
    """What the record says of the passage."""
    source: Source | None
    """None if the dataset does not have it."""
    origins: frozenset[str]
    """Whose word it passes on in the end, as `ai_statecraft.origins` follows it."""
    proof: Outcome | None
    """Whether an archive holds the passage, word for word; None if none was given."""

    @property
    def tier(self) -> Tier | None:
        """How far the source stands from the act it tells of.

        >>> ds.explain("fund/cn-big-fund-3", "/quantities/1").cites[0][0].tier.value
        'tertiary'
        """
        return None if self.source is None else self.source.kind.tier

    def __str__(self) -> str:
        return ", ".join(self._clauses())

    def _clauses(self) -> Iterator[str]:
        if self.source is None:
            yield f"{self.label}: source/{self.citation.source}, which is missing"
        else:
            yield f"{self.label}: {self.source.name} ({self.source.key})"
            dated = self.source.published or f"undated, read {self.source.retrieved}"
            yield f"{self.source.kind} ({self.source.kind.tier.value}), {dated}"
        if self.citation.locator is not None:
            yield f"at {self.citation.locator}"
        yield f"basis {self.citation.basis}"
        if self.citation.attributed_to:
            yield f"attributed to {', '.join(self.citation.attributed_to)}"
        yield f"origin {', '.join(sorted(self.origins))}"
        if self.proof is not None:
            yield str(self.proof.value)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with everything that speaks for and against it.

    >>> found = ds.explain("fund/cn-big-fund", "/quantities/0")
    >>> found.claim.item.rank.value, found.dispute.grade.value
    ('deprecated', 'denied')
    """

    record: ClaimRecord
    """The record that makes the claim."""
    claim: PlacedClaim
    """The claim with its place."""
    cites: tuple[tuple[Passage, ...], ...]
    """The alternatives that carry the claim, each alone; passages of one only together."""
    against: tuple[Passage, ...]
    """The passages that deny, refute or overtake it."""
    rivals: tuple[PlacedClaim, ...]
    """The claims of the record that give other answers to the same question."""
    support: SupportGrade
    """How well the claim is supported, and why."""
    dispute: DisputeGrade
    """Whether it is contested, and by what."""

    @property
    def text(self) -> str:
        """The explanation in lines of text.

        >>> print(ds.explain("fund/cn-big-fund-3", "/names/0").text)
        fund/cn-big-fund-3 /names/0 ...
        """
        return "\n".join(self._lines())

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        """The text, for notebooks."""
        return f'<pre style="white-space: pre-wrap">{escape(self.text)}</pre>'

    def _lines(self) -> Iterator[str]:
        item = self.claim.item
        yield f"{self.record.key} {self.claim.path or '(the record itself)'} [{self.claim.id}]"
        yield worded(item) if self.claim.path else f"{self.record.name}, {self.record.kind}"
        if item.rank is not None:
            yield f"rank: {item.rank}" + (f": {item.rank_reason}" if item.rank_reason else "")
        if item.note is not None:
            yield f"note: {item.note}"
        if self.claim.known is not None:
            yield f"knowledge: {self.claim.known.value}"
        yield f"support: {self.support.grade}, {self.support.reason}"
        yield f"dispute: {self.dispute.grade}, {self.dispute.reason}"
        for alternative in self.cites:
            if len(alternative) > 1:
                yield "for, only together:"
            yield from (f"{'  ' * (len(alternative) > 1)}for {each}" for each in alternative)
        yield from (f"against {each}" for each in self.against)
        for rival in self.rivals:
            rank = rival.item.rank
            yield f"rival {rival.path}: {worded(rival.item)}" + (f" ({rank})" if rank else "")


def explain(
    record: ClaimRecord, place: str, contents: Contents, archive: Archive | Path | str | None = None
) -> Explanation:
    """What stands behind a claim of a record, named by its JSON Pointer or its id.

    A pointer into a claim names the claim; the empty one names the record's own claim.
    Raises NotFoundError if there is no such claim, ArchiveError if the archive, a folder of
    texts, cannot be opened.
    """
    own, *others = contents.own_claim_of(record), *contents.claims_of(record)
    claim = own if not place else _named(place, record, (own, *others))
    if isinstance(archive, Path | str):
        archive = Archive.open(Path(archive))
    passages = _passages(record, claim, contents, archive)
    siblings = [other for other in others if other.field == claim.field and claim.field]
    return Explanation(
        record=record,
        claim=claim,
        cites=tuple(
            tuple(passages[label] for label in labels(cite) if label in passages)
            for cite in claim.item.cites
        ),
        against=tuple(passages[label] for label in claim.item.against if label in passages),
        rivals=tuple(other for other in siblings if are_rivals(claim.item, other.item)),
        support=_support(record, claim, contents),
        dispute=dispute(claim.item, [other.item for other in siblings]),
    )


def _named(place: str, record: ClaimRecord, placed: tuple[PlacedClaim, ...]) -> PlacedClaim:
    path = "/".join(place.split("/")[:3])
    for claim in placed:
        if (claim.path and claim.path == path) or claim.id == place:
            return claim
    known = (claim.path for claim in placed if claim.path)
    raise NotFoundError(f"claim in {record.key} at", place, known)


def _support(record: ClaimRecord, claim: PlacedClaim, contents: Contents) -> SupportGrade:
    if not claim.path:
        return record_support(record, contents.sources, contents.publishers)
    return support(claim.item, record, contents.sources, contents.publishers)


def _passages(
    record: ClaimRecord, claim: PlacedClaim, contents: Contents, archive: Archive | None
) -> dict[str, Passage]:
    """The claim's passages by their labels; labels that lead nowhere are left out."""
    used = [label for cite in claim.item.cites for label in labels(cite)]
    found = {
        label: record.citations[label]
        for label in (*used, *claim.item.against)
        if label in record.citations
    }
    proofs = {} if archive is None else _proofs(record, found, contents, archive)
    return {
        label: Passage(
            label,
            citation,
            contents.sources.get(citation.source),
            origins(citation, contents.sources, contents.publishers),
            proofs.get(label),
        )
        for label, citation in found.items()
    }


def _proofs(
    record: ClaimRecord, citations: dict[str, Citation], contents: Contents, archive: Archive
) -> dict[str, Outcome]:
    cited = [
        CitedPassage(record.key, label, citation.source, _fingerprint(citation), citation.at)
        for label, citation in citations.items()
    ]
    texts = {
        source.id: source.text and Fingerprint(source.text.words, source.text.sha256)
        for citation in citations.values()
        if (source := contents.sources.get(citation.source)) is not None
    }
    return {proof.citation.label: proof.outcome for proof in verify(cited, archive, texts).proofs}


def _fingerprint(citation: Citation) -> Fingerprint:
    return Fingerprint(citation.fingerprint.words, citation.fingerprint.sha256)
