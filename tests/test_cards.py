"""Records and collections as HTML, for notebooks."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import ai_statecraft
from ai_statecraft.cards import MOST_ROWS, record_card, records_table
from ai_statecraft.models import Name
from ai_statecraft.vocabularies import EventType, NameUse
from tests.invented import citation, event, restriction

SCRIPT = '<script>alert("x")</script>'


class Reader(HTMLParser):
    """Collects the elements and the text of a page, and what is left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def shown(thing: object) -> str:
    """What a notebook shows of a thing."""
    method = "_repr_html_"
    return str(getattr(thing, method)())


def test_a_record_shows_its_claims_with_their_sources(data: Path) -> None:
    html = shown(ai_statecraft.load(data).funds["sample-fund"])
    text = read(html).text
    assert text[:3] == [
        "Sample fund",
        "fund/sample-fund",
        " · vehicle · in_force since 2029-02-03",
    ]
    assert '<a href="https://gazette.example.org/1">Gazette of Samples, first issue</a>' in html
    (at,) = (n for n, words in enumerate(text) if words.startswith("capital: 47,500,000,000 USD"))
    assert ", stated as $47.5 billion (deprecated: " in text[at]
    assert text[at - 1 : at + 2 : 2] == [
        "/quantities/2",
        "Samples, daily: what the ministry did (Daily Samples, 2029-06)",
    ]


def test_a_card_without_a_dataset_names_sources_by_their_ids() -> None:
    announced = event(EventType.ANNOUNCED, "2030", cites=["a"])
    text = read(shown(restriction(announced, citations={"a": citation("x")}))).text
    assert text[text.index("2030 announced") + 1] == "x"


def test_passages_that_count_only_together_are_joined() -> None:
    rule = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=["a+b", "c"]),
        citations={"a": citation("x"), "b": citation("y")},
    )
    text = read(record_card(rule)).text
    assert text[text.index("x + y") + 1] == "c?"


def test_nothing_from_the_data_becomes_markup() -> None:
    rule = restriction(event(EventType.ANNOUNCED, "2030", cites=["a"])).model_copy(
        update={
            "name": SCRIPT,
            "summary": SCRIPT,
            "names": (Name(text=SCRIPT, language="en", use=NameUse.VARIANT),),
        }
    )
    for html in (record_card(rule), records_table([rule])):
        page = read(html)
        assert "script" not in page.tags
        assert SCRIPT in "".join(page.text)


def test_every_part_of_a_dataset_shows_itself(data: Path) -> None:
    ds = ai_statecraft.load(data)
    things = (ds, ds.funds, ds.sources["sample-news"], ds.explain("fund/sample-fund"))
    assert ["funds" in read(shown(ds)).text, *("table" in read(shown(x)).tags for x in things)] == [
        True,
        True,
        True,
        True,
        False,
    ]
    assert read(shown(things[3])).tags == {"pre"}


def test_a_long_collection_is_cut_and_says_so() -> None:
    rules = [restriction()] * (MOST_ROWS + 2)
    page = read(records_table(rules))
    assert page.text[-1] == "… and 2 more"
    assert page.text.count("invented") == MOST_ROWS
