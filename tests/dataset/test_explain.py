"""On whose word a claim rests."""

from __future__ import annotations

from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft.contents import Contents
from ai_statecraft.dataset import Dataset
from ai_statecraft.errors import NoClaimsError, NotFoundError
from ai_statecraft.models import Claim, Fingerprint, Quantity
from ai_statecraft.provenance.archive import ArchiveError
from ai_statecraft.provenance.fingerprint import fingerprint
from ai_statecraft.provenance.verify import Outcome
from ai_statecraft.vocabularies import Dispute, EventType, Measure, Qualifier, SourceKind, Support
from ai_statecraft.vocabularies.kinds import Tier
from ai_statecraft.wording import number, worded
from tests.invented import citation, event, restriction, source

FUND = "fund/sample-fund"
RULE = "restriction/invented"
PASSAGE = "The ministry said that the order applies to raw samples from the first of April."


def test_an_explanation_names_the_rivals_the_passages_and_the_grade(data: Path) -> None:
    found = ai_statecraft.load(data).explain(FUND, "/quantities/1")
    assert found.claim.path == "/quantities/1"
    assert [rival.path for rival in found.rivals] == ["/quantities/2"]
    assert (found.support.grade, found.dispute.grade) == (Support.OFFICIAL, Dispute.RIVALLED)
    (((passage,),)) = found.cites
    assert (passage.label, passage.tier, passage.origins) == (
        "a",
        Tier.PRIMARY,
        {"actor/sample-ministry"},
    )
    assert passage.proof is None
    gazette = "Gazette of Samples, first issue (source/sample-gazette), gazette (primary)"
    slip = "capital: 47,500,000,000 USD, stage announced, stated as $47.5 billion"
    assert found.text.splitlines() == [
        f"fund/sample-fund /quantities/1 [{found.claim.id}]",
        "capital: 30,000,000,000 to 40,000,000,000 CNY, stage announced",
        "rank: preferred: nearer to the register",
        "support: official, a is the issuer's own text",
        "dispute: rivalled, 1 other value is recorded for the same",
        f"for a: {gazette}, 2029-03-01, at 第一条, basis act, origin actor/sample-ministry",
        f"rival /quantities/2: {slip} (deprecated)",
    ]


def test_a_denied_claim_shows_what_stands_against_it(data: Path) -> None:
    found = ai_statecraft.load(data).explain(FUND, "/quantities/2")
    assert [passage.label for passage in found.against] == ["a"]
    assert found.dispute.grade is Dispute.DENIED
    assert "against a: Gazette of Samples" in str(found)


def test_a_claim_is_named_by_a_pointer_into_it_by_its_id_or_by_nothing(data: Path) -> None:
    ds = ai_statecraft.load(data)
    whole = ds.explain(FUND, "/quantities/0")
    assert ds.explain(FUND, "/quantities/0/value") == whole
    assert ds.explain(FUND, whole.claim.id) == whole
    own = ds.explain(FUND)
    assert own.text.splitlines()[:2] == [
        f"fund/sample-fund (the record itself) [{own.claim.id}]",
        "Sample fund, vehicle",
    ]


def test_a_claim_that_is_not_there_is_named_with_the_nearest(data: Path) -> None:
    ds = ai_statecraft.load(data)
    with pytest.raises(NotFoundError, match=r"no claim in fund/sample-fund at '/quantities/9'"):
        ds.explain(FUND, "/quantities/9")
    with pytest.raises(NotFoundError, match=r"at '/quantitis/0'; nearest: /quantities/0"):
        ds.explain(FUND, "/quantitis/0")
    with pytest.raises(NoClaimsError):
        ds.explain("source/sample-news")


def test_passages_that_carry_a_claim_only_together_stay_together() -> None:
    rule = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=["a+b", "c"]),
        citations={label: citation(label) for label in "abc"},
    )
    documents = [source(label, publisher=f"Paper {label}") for label in "abc"]
    found = Dataset(Contents((rule, *documents))).explain(RULE, "/events/0")
    assert [[p.label for p in alternative] for alternative in found.cites] == [["a", "b"], ["c"]]
    assert "for, only together:\n  for a: An invented document (source/a), newsroom" in found.text
    assert found.support.grade is Support.CORROBORATED


def test_five_reprints_of_one_wire_story_are_one_origin() -> None:
    reprints = [
        source(f"paper{n}", publisher=f"Paper {n}", derived_from=["wire"]) for n in range(5)
    ]
    rule = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=[f"c{n}" for n in range(5)]),
        citations={f"c{n}": citation(f"paper{n}") for n in range(5)},
    )
    ds = Dataset(Contents((rule, source("wire", publisher="Wire"), *reprints)))
    found = ds.explain(RULE, "/events/0")
    assert {origin for (passage,) in found.cites for origin in passage.origins} == {"wire"}
    assert (found.support.grade, found.support.reason) == (
        Support.SINGLE,
        "one origin states it: wire",
    )


def test_evidence_follows_what_was_known(data: Path) -> None:
    ds = ai_statecraft.load(data)
    place = ("restriction/sample-export-order", "/events/2")
    now, then = ds.explain(*place), ds.as_of(known_on="2029-03-15").explain(*place)
    assert [passage.label for (passage,) in now.cites] == ["a", "b"]
    assert [passage.label for (passage,) in then.cites] == ["a"]
    assert then.claim.id == now.claim.id
    assert "knowledge: known" in then.text
    assert "knowledge" not in now.text


def test_a_source_that_is_missing_is_said_to_be() -> None:
    rule = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=["a", "unknown"]),
        citations={"a": citation("nowhere")},
    )
    found = Dataset(Contents((rule,))).explain(RULE, "/events/0")
    ((passage,), none) = found.cites
    assert none == ()
    assert (passage.source, passage.tier) == (None, None)
    assert str(passage).startswith("a: source/nowhere, which is missing")


@pytest.mark.parametrize(
    ("name", "text", "outcome"),
    [
        ("gazette.txt", f"Gazette. {PASSAGE}", Outcome.PROVED),
        ("gazette.txt", PASSAGE.replace("raw", "fine"), Outcome.NOT_FOUND),
        ("other.txt", PASSAGE, Outcome.DOCUMENT_ABSENT),
    ],
)
def test_an_archive_proves_a_passage_or_does_not(
    tmp_path: Path, name: str, text: str, outcome: Outcome
) -> None:
    taken = fingerprint(PASSAGE)
    mark = Fingerprint(words=taken.words, sha256=taken.sha256)
    cited = citation("gazette").model_copy(update={"fingerprint": mark})
    rule = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=["a"]), citations={"a": cited}
    )
    ds = Dataset(Contents((rule, source("gazette", SourceKind.GAZETTE))))
    (tmp_path / name).write_text(text, "utf-8")
    found = ds.explain(RULE, "/events/0", archive=tmp_path)
    (((passage,),)) = found.cites
    assert passage.proof is outcome
    assert found.text.splitlines()[-1].endswith(f", {outcome.value}")


def test_an_archive_that_is_no_folder_is_refused(data: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot open the archive folder"):
        ai_statecraft.load(data).explain(FUND, archive=tmp_path / "nowhere")


def test_every_claim_of_the_sample_can_be_explained_and_worded(data: Path) -> None:
    ds = ai_statecraft.load(data)
    for record in (ds.funds["sample-fund"], ds.restrictions["sample-export-order"]):
        for claim in ds.claims(record):
            assert ds.explain(record, claim.path).text.startswith(record.key)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (
            Quantity(measure=Measure.SHARE, low=10, unit="percent", of="chips", part="x"),
            "share of chips: from 10 percent, part x",
        ),
        (
            Quantity(measure=Measure.SHARE, high=0.5, unit="percent", as_of="2030"),
            "share: up to 0.5 percent, as_of 2030",
        ),
        (
            Quantity(measure=Measure.CAPITAL, value=1e9, unit="CNY", qualifier=Qualifier.MORE_THAN),
            "capital: more than 1,000,000,000 CNY",
        ),
        (
            event(EventType.SUSPENDED, "2030", until="2031", by="actor/x"),
            "2030 suspended by actor/x, until 2031",
        ),
    ],
)
def test_a_claim_is_said_in_one_line(claim: Claim, words: str) -> None:
    assert worded(claim) == words


def test_numbers_have_groups_of_thousands_and_no_exponent() -> None:
    assert [number(n) for n in (0, 12.5, 999, -1234.25, 1e15, 0.00001)] == [
        "0",
        "12.5",
        "999",
        "-1,234.25",
        "1,000,000,000,000,000",
        "0.00001",
    ]
