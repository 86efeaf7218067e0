"""The two grades of evidence: how well a claim is supported, and whether it is contested."""

from __future__ import annotations

import pytest

from ai_statecraft.evidence import (
    dispute,
    record_grade,
    record_support,
    support,
)
from ai_statecraft.models import (
    ClaimRecord,
    Event,
    FindingInWords,
    Observation,
    Participant,
    Quantity,
    Restriction,
    Target,
)
from ai_statecraft.vocabularies import (
    Basis,
    Bindingness,
    Dispute,
    EventType,
    Measure,
    ObservationKind,
    Rank,
    RestrictionKind,
    Role,
    SourceKind,
    Support,
    TargetKind,
)
from tests.invented import CURATION, by_id, citation, event, restriction, source

SOURCES = by_id(
    source("gazette", SourceKind.GAZETTE, publisher="Press"),
    source("copy", SourceKind.AGGREGATOR, copy_of="gazette"),
    source("analysis", SourceKind.INSTITUTE, derived_from=["gazette"]),
    source("ministry", SourceKind.NEWSROOM, issued_by=["actor/ministry"]),
    source("filing", SourceKind.FILING, issued_by=["actor/firm"]),
    source("rival-filing", SourceKind.FILING, issued_by=["actor/rival"]),
    source("wire", publisher="Wire"),
    source("reprint", copy_of="wire"),
    source("paper", publisher="Paper"),
)
CITATIONS = {
    "act": citation("gazette", Basis.ACT),
    "copied": citation("copy", Basis.ACT),
    "derived": citation("analysis", Basis.ACT),
    "issued": citation("ministry", Basis.ACT),
    "relayed": citation("gazette", Basis.RELAY),
    "own": citation("filing", Basis.OWN),
    "rival": citation("rival-filing", Basis.OWN),
    "quoted": citation("paper", Basis.OWN, attributed_to=["actor/firm"]),
    "wire": citation("wire"),
    "reprint": citation("reprint"),
    "paper": citation("paper"),
    "denial": citation("ministry", Basis.DENIAL),
}


def bound(*events: Event, cites: tuple[str, ...] = ()) -> Restriction:
    return Restriction(
        id="invented",
        name="An invented restriction",
        kind=RestrictionKind.EXPORT_CONTROL,
        cites=cites,
        participants=(
            Participant(party="actor/firm", role=Role.BOUND),
            Participant(party="actor/rival", role=Role.BOUND, rank=Rank.DEPRECATED),
        ),
        events=events,
        citations=CITATIONS,
        curation=CURATION,
    )


@pytest.mark.parametrize(
    ("cites", "grade", "reason"),
    [
        (["act"], Support.OFFICIAL, "act is the issuer's own text"),
        (["paper", "copied"], Support.OFFICIAL, "copied is the issuer's own text"),
        (["issued"], Support.OFFICIAL, "issued is the issuer's own text"),
        (["act+copied"], Support.OFFICIAL, "act+copied is the issuer's own text"),
        (["derived"], Support.SINGLE, "one origin states it: press"),
        (["relayed"], Support.SINGLE, "one origin states it: press"),
        (["own"], Support.FIRST_HAND, "own is the word of the party it concerns"),
        (["quoted"], Support.FIRST_HAND, "quoted is the word of the party it concerns"),
        (["own+act"], Support.FIRST_HAND, "own+act is the word of the party it concerns"),
        (["rival"], Support.SINGLE, "one origin states it: actor/rival"),
        (["act+paper"], Support.SINGLE, "one origin states it: paper, press"),
        (
            ["wire", "paper"],
            Support.CORROBORATED,
            "2 independent origins state it: paper, wire",
        ),
        (["wire", "reprint"], Support.SINGLE, "one origin states it: wire"),
        (["paper", "denial"], Support.SINGLE, "one origin states it: paper"),
        (["denial"], Support.NONE, "no citation supports it"),
        (["lost"], Support.NONE, "no citation supports it"),
        ([], Support.NONE, "no citation supports it"),
    ],
)
def test_a_claim_is_as_well_supported_as_its_best_citation(
    cites: list[str], grade: Support, reason: str
) -> None:
    effective = event(EventType.EFFECTIVE, "2030-01-01", cites=cites)
    found = support(effective, bound(effective), SOURCES)
    assert (found.grade, found.reason) == (grade, reason)


def quantity(
    value: float, *, part: str | None = None, cites: tuple[str, ...] = ("act",)
) -> Quantity:
    return Quantity(
        measure=Measure.COMPANIES, value=value, unit="companies", part=part, cites=cites
    )


def target(outcome: Quantity) -> Target:
    return Target(
        id="invented",
        name="An invented target",
        kind=TargetKind.ADOPTION,
        binding=Bindingness.EXPECTED,
        quantities=(quantity(5),),
        outcomes=(outcome,),
        citations=CITATIONS,
        curation=CURATION,
    )


def observation(*quantities: Quantity, words: FindingInWords | None = None) -> Observation:
    return Observation(
        id="invented",
        name="An invented observation",
        kind=ObservationKind.MEASUREMENT,
        cites=("act",),
        quantities=quantities,
        findings_in_words=(words,) if words else (),
        citations=CITATIONS,
        curation=CURATION,
    )


def test_an_act_proves_what_was_set_and_not_what_came_of_it() -> None:
    outcome = quantity(7)
    record = target(outcome)
    assert support(record.quantities[0], record, SOURCES).grade is Support.OFFICIAL
    assert support(outcome, record, SOURCES).grade is Support.SINGLE
    twice = quantity(8, cites=("act", "paper"))
    assert support(twice, target(twice), SOURCES).grade is Support.CORROBORATED


def test_an_observation_is_never_official() -> None:
    words = FindingInWords(text="An invented finding.", cites=("act",))
    record = observation(quantity(1), words=words)
    assert support(record.quantities[0], record, SOURCES).grade is Support.SINGLE
    assert support(words, record, SOURCES).grade is Support.SINGLE
    assert record_support(record, SOURCES).grade is Support.SINGLE


def test_a_claim_with_a_denial_is_denied_whatever_its_rivals() -> None:
    first, second = (
        Quantity(measure=Measure.COMPANIES, value=1, unit="companies", against=("a", "b")),
        quantity(2),
    )
    found = dispute(first, [first, second])
    assert (found.grade, found.reason) == (Dispute.DENIED, "denied or overtaken by a, b")
    found = dispute(second, [first, second])
    assert (found.grade, found.reason) == (
        Dispute.RIVALLED,
        "1 other value is recorded for the same",
    )


def test_two_values_for_the_same_are_rivals_and_for_different_parts_are_not() -> None:
    siblings = [quantity(1), quantity(2), quantity(3, part="b"), quantity(1)]
    assert dispute(siblings[0], siblings).reason == "1 other value is recorded for the same"
    assert dispute(siblings[1], siblings).reason == "2 other values are recorded for the same"
    assert dispute(siblings[2], siblings).grade is Dispute.NONE


def test_a_deprecated_rival_is_a_rival() -> None:
    kept, refuted = (
        event(EventType.EFFECTIVE, "2030-01-01"),
        event(EventType.EFFECTIVE, "2030-02-01", rank=Rank.DEPRECATED),
    )
    assert dispute(kept, [kept, refuted]).grade is Dispute.RIVALLED


def test_an_event_that_may_happen_twice_has_rivals_only_where_one_is_ranked() -> None:
    first = event(EventType.AMENDED, "2030-01-01")
    second = event(EventType.AMENDED, "2030-02-01")
    ranked = event(EventType.AMENDED, "2030-02-02", rank=Rank.DEPRECATED)
    assert dispute(first, [first, second]).grade is Dispute.NONE
    assert dispute(second, [first, second, ranked]).grade is Dispute.RIVALLED


def test_a_record_is_graded_by_its_weakest_status_bearing_event() -> None:
    record = bound(
        event(EventType.ANNOUNCED, "2030-01-01", cites=["act"]),
        event(EventType.EFFECTIVE, "2030-02-01", cites=["wire", "paper"]),
        event(EventType.EFFECTIVE, "2030-03-01", cites=["wire"], rank=Rank.DEPRECATED),
        event(EventType.AMENDED, "2030-04-01", cites=["wire"]),
    )
    found = record_grade(record, SOURCES)
    assert (found.support.grade, found.supported) == (Support.CORROBORATED, 1)
    assert (found.dispute.grade, found.disputed) == (Dispute.RIVALLED, 1)


@pytest.mark.parametrize(
    ("record", "grade"),
    [
        (bound(cites=("act",)), Support.OFFICIAL),
        (bound(event(EventType.REPORTED, "2030-01-01"), cites=("paper",)), Support.SINGLE),
        (restriction(), Support.NONE),
    ],
)
def test_a_record_without_status_bearing_events_is_graded_by_its_own_cites(
    record: ClaimRecord, grade: Support
) -> None:
    found = record_grade(record, SOURCES)
    assert (found.support.grade, found.supported) == (grade, None)
    assert (found.dispute.grade, found.disputed) == (Dispute.NONE, None)
