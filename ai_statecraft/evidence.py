"""How well a claim is supported and whether it is contested: computed, never asserted.

Support counts origins, as `ai_statecraft.origins` finds them, not citations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ai_statecraft.models import (
    Citation,
    Claim,
    ClaimRecord,
    Event,
    FindingInWords,
    Observation,
    Quantity,
    Source,
    Target,
)
from ai_statecraft.origins import (
    NO_PUBLISHERS,
    carriers,
    independent_origins,
    originals,
    origins,
)
from ai_statecraft.vocabularies import (
    Basis,
    Dispute,
    Effect,
    Rank,
    Role,
    SourceKind,
    Support,
)

_OFFICIAL_KINDS = frozenset(
    {
        SourceKind.GAZETTE,
        SourceKind.OFFICIAL_TEXT,
        SourceKind.OFFICIAL_STATEMENT,
        SourceKind.COURT_DOCUMENT,
        SourceKind.STATISTICS,
    }
)
_CONCERNED = frozenset(
    {
        Role.BOUND,
        Role.LISTED,
        Role.AFFECTED,
        Role.EXEMPTED,
        Role.BENEFICIARY,
        Role.INVESTEE,
        Role.SUBJECT,
    }
)
"""Roles whose holders speak at first hand of what the measure does to them."""

_SUPPORTS = (Support.OFFICIAL, Support.FIRST_HAND, Support.CORROBORATED, Support.SINGLE)
_STRENGTH = (*_SUPPORTS, Support.NONE)
_GRAVITY = (Dispute.DENIED, Dispute.RIVALLED, Dispute.NONE)


@dataclass(frozen=True, slots=True)
class SupportGrade:
    """How well a claim is supported, and why."""

    grade: Support
    reason: str
    """One clause that names the citations and origins the grade rests on."""
    origins: frozenset[str] = frozenset()
    """The origins of all citations that carry the claim."""


@dataclass(frozen=True, slots=True)
class DisputeGrade:
    """Whether a claim is contested, and by what."""

    grade: Dispute
    reason: str
    """One clause that names the denials or says how many rivals there are."""


@dataclass(frozen=True, slots=True)
class RecordGrade:
    """A record's evidence: that of its weakest and of its most contested status-bearing claim."""

    support: SupportGrade
    supported: int | None
    """Place in `record.events` of the weakest claim; None if the record's own cites were graded."""
    dispute: DisputeGrade
    disputed: int | None
    """Place in `record.events` of the most contested claim; None if there is no such event."""


def support(
    claim: Claim,
    record: ClaimRecord,
    sources: Mapping[str, Source],
    publishers: Mapping[str, str] = NO_PUBLISHERS,
) -> SupportGrade:
    """How well a claim of the record is supported by its citations.

    `sources` are by id; `publishers` gives the actor of a publisher's name in lower case, as
    `publishers_of` finds it. Labels joined by `+` are worth as much as the weakest of them.
    What somebody says of a result (an outcome, an observed value, a finding) is never
    official: the act proves acts. A denial among `cites` supports nothing.
    """
    return _graded(claim.cites, _is_outcome(claim, record), record, sources, publishers)


def record_support(
    record: ClaimRecord,
    sources: Mapping[str, Source],
    publishers: Mapping[str, str] = NO_PUBLISHERS,
) -> SupportGrade:
    """How well the record's own cites support its name, kind, summary and jurisdictions."""
    return _graded(record.cites, isinstance(record, Observation), record, sources, publishers)


def dispute(claim: Claim, siblings: Iterable[Claim]) -> DisputeGrade:
    """Whether a claim is denied by a passage in `against`, or has a rival among its siblings.

    A rival speaks of the same thing (equal identity fields and part) and gives another
    answer, whatever its rank. Events of a type that may occur more than once are rivals only
    if one of them is ranked; otherwise they are two events.
    """
    if claim.against:
        return DisputeGrade(Dispute.DENIED, f"denied or overtaken by {', '.join(claim.against)}")
    rivals = sum(1 for sibling in siblings if are_rivals(claim, sibling))
    if rivals:
        values = "value is" if rivals == 1 else "values are"
        return DisputeGrade(Dispute.RIVALLED, f"{rivals} other {values} recorded for the same")
    return DisputeGrade(Dispute.NONE, "no rival and no denial is recorded")


def record_grade(
    record: ClaimRecord,
    sources: Mapping[str, Source],
    publishers: Mapping[str, str] = NO_PUBLISHERS,
) -> RecordGrade:
    """The evidence of a record: that of its weakest status-bearing claim.

    Those are the events that bear on the status, but for deprecated ones; without any, the
    record's own cites are graded. Of several equally weak claims the first is named.
    """
    bearing = [
        (index, event)
        for index, event in enumerate(record.events)
        if event.type.effect is not Effect.RECORDS and event.rank is not Rank.DEPRECATED
    ]
    if not bearing:
        own = record_support(record, sources, publishers)
        return RecordGrade(own, None, DisputeGrade(Dispute.NONE, "no event was graded"), None)
    supports = [(support(event, record, sources, publishers), index) for index, event in bearing]
    disputes = [(dispute(event, record.events), index) for index, event in bearing]
    weakest = max(supports, key=lambda pair: _STRENGTH.index(pair[0].grade))
    gravest = min(disputes, key=lambda pair: _GRAVITY.index(pair[0].grade))
    return RecordGrade(*weakest, *gravest)


def _graded(
    cites: Sequence[str],
    outcome: bool,
    record: ClaimRecord,
    sources: Mapping[str, Source],
    publishers: Mapping[str, str],
) -> SupportGrade:
    by_cite = {cite: carriers(cite, record.citations) for cite in cites}
    carrying = {cite: found for cite, found in by_cite.items() if found}
    found = frozenset(
        o
        for citations in carrying.values()
        for c in citations
        for o in origins(c, sources, publishers)
    )
    if not carrying:
        return SupportGrade(Support.NONE, "no citation supports it")
    for cite, citations in carrying.items():
        if not outcome and all(_is_official(c, sources) for c in citations):
            return SupportGrade(Support.OFFICIAL, f"{cite} is the issuer's own text", found)
    for cite, citations in carrying.items():
        if all(
            _is_first_hand(c, record, sources) or (not outcome and _is_official(c, sources))
            for c in citations
        ):
            return SupportGrade(
                Support.FIRST_HAND, f"{cite} is the word of the party it concerns", found
            )
    count = independent_origins(carrying, record.citations, sources, publishers)
    named = ", ".join(sorted(found))
    if count > 1:
        return SupportGrade(
            Support.CORROBORATED, f"{count} independent origins state it: {named}", found
        )
    return SupportGrade(Support.SINGLE, f"one origin states it: {named}", found)


def _is_outcome(claim: Claim, record: ClaimRecord) -> bool:
    if isinstance(claim, FindingInWords):
        return True
    if isinstance(record, Target):
        return claim in record.outcomes
    return isinstance(record, Observation) and isinstance(claim, Quantity)


def _is_official(citation: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether the passage is the act, in its issuer's text or a faithful copy of it."""
    return citation.basis is Basis.ACT and any(
        source.issued_by or source.kind in _OFFICIAL_KINDS
        for source in originals(citation.source, sources)
    )


def _is_first_hand(citation: Citation, record: ClaimRecord, sources: Mapping[str, Source]) -> bool:
    if citation.basis is not Basis.OWN:
        return False
    concerned = {record.key} | {
        party.party
        for party in record.participants
        if party.party and party.role in _CONCERNED and party.rank is not Rank.DEPRECATED
    }
    speakers = set(citation.attributed_to)
    for source in originals(citation.source, sources):
        speakers.update(source.issued_by)
    return not concerned.isdisjoint(speakers)


def are_rivals(claim: Claim, other: Claim) -> bool:
    """Whether two claims of a record answer the same question differently; see `dispute`."""
    if other is claim or not claim.answer or question(other) != question(claim):
        return False
    if isinstance(claim, Event) and not claim.type.once:
        ranked = {claim.rank, other.rank} - {None, Rank.NORMAL}
        if not ranked:
            return False
    return _values(claim, claim.answer) != _values(other, claim.answer)


def question(claim: Claim) -> tuple[object, ...]:
    """What a claim answers: only claims with the same question can be rivals."""
    return type(claim), claim.part, *_values(claim, claim.identity)


def _values(claim: Claim, names: Iterable[str]) -> tuple[object, ...]:
    return tuple(getattr(claim, name) for name in names)
