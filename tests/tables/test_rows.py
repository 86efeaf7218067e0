"""The published rows of the sample data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import ai_statecraft


def rows(data: Path, table: str) -> list[dict[str, Any]]:
    return ai_statecraft.load(data).table(table).to_pylist()


def test_a_sum_is_given_in_dollars_with_the_rate_and_year_used(data: Path) -> None:
    registered, announced, refuted, share = rows(data, "quantities")[:4]
    columns = ("value_usd", "low_usd", "high_usd", "usd_rate", "usd_rate_year")
    assert [registered[c] for c in columns] == [43_000_000_000, None, None, 8, 2029]
    assert [announced[c] for c in columns] == [None, 3_750_000_000, 5_000_000_000, 8, 2029]
    assert [refuted[c] for c in columns] == [47_500_000_000, None, None, 1, 2029]
    assert [share[c] for c in columns] == [None] * 5


def test_a_stated_figure_is_recomputed(data: Path) -> None:
    agreement = {row["path"]: row["stated_agrees"] for row in rows(data, "quantities")}
    assert agreement == {
        "/quantities/0": True,
        "/quantities/1": None,
        "/quantities/2": True,
        "/quantities/3": True,
        "/milestones/0": True,
        "/outcomes/0": None,
    }


def test_a_changed_figure_disagrees(data: Path) -> None:
    file = data / "funds" / "sample-fund.yaml"
    file.write_text(file.read_text("utf-8").replace("3440亿元", "3441亿元"), "utf-8")
    assert rows(data, "quantities")[0]["stated_agrees"] is False


def test_rivals_are_told_apart_and_denials_show(data: Path) -> None:
    standing = [(r["rank"], r["support"], r["dispute"]) for r in rows(data, "quantities")[1:3]]
    assert standing == [("preferred", "official", "rivalled"), ("deprecated", "single", "denied")]


def test_status_is_computed_a_part_at_a_time(data: Path) -> None:
    parts = [(r["part"], r["status"], r["status_basis"]) for r in rows(data, "parts")]
    assert parts == [("raw", "in_force", "scheduled"), ("fine", "suspended", "reported")]
    order = next(
        r for r in rows(data, "records") if r["record"] == "restriction/sample-export-order"
    )
    assert order["status"] == "partly_in_force"
    assert (order["first_day"], order["last_day"]) == (date(2029, 3, 1), date(2031, 1, 1))


def test_a_month_is_published_as_text_and_as_first_and_last_possible_day(data: Path) -> None:
    event = rows(data, "events")[3]
    assert [event[c] for c in ("date", "date_first", "date_last", "part")] == [
        "2029-05",
        date(2029, 5, 1),
        date(2029, 5, 31),
        "fine",
    ]


def test_each_claim_with_cites_leads_to_its_citations(data: Path) -> None:
    claims = {
        row["claim"]
        for table in ("names", "participants", "scope", "events", "quantities", "links")
        for row in rows(data, table)
    }
    cited = {row["claim"] for row in rows(data, "cites")}
    assert claims <= cited
    refuted = rows(data, "quantities")[2]["claim"]
    stances = [(r["stance"], r["citation"]) for r in rows(data, "cites") if r["claim"] == refuted]
    assert stances == [("for", "b"), ("against", "a")]


def test_codes_keep_their_zeros_and_say_what_is_left_out(data: Path) -> None:
    codes = [(r["system"], r["code"], r["excluded"]) for r in rows(data, "codes")]
    assert codes == [
        ("hs", "8542.10", False),
        ("hs", "8542.31", False),
        ("hs", "8542.39", True),
        ("iso-3166", "US", False),
    ]


def test_a_source_is_named_by_its_full_key_everywhere(data: Path) -> None:
    assert {row["source"] for row in rows(data, "citations")} == {
        "source/sample-gazette",
        "source/sample-news",
    }
    assert rows(data, "derivations") == [
        {"record": "source/sample-news", "place": 0, "derived_from": "source/sample-gazette"}
    ]
    assert rows(data, "rates")[0]["source"] == "source/sample-gazette"
