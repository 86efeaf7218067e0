"""The border cases that the samples of the rules don't show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ai_statecraft.checks.validate import Validation

Check = Callable[..., Validation]

SHA = "0" * 64
HEAD = """\
id: sample-rule
name: Sample rule on chipmaking tools
kind: export_control
document: public
summary: Requires a licence for exports of chipmaking tools.
cites: [a]
parts: {tools: chipmaking tools, chips: finished chips}
"""
FOOT = f"""\
citations:
  a: {{source: sample-gazette, basis: act, fingerprint: {{words: 20, sha256: "{SHA}"}}}}
  b: {{source: sample-daily, basis: relay, fingerprint: {{words: 20, sha256: "{SHA[:-1]}1"}}}}
curation: {{added: 2025-06-01, reviewed: 2025-06-01}}
"""
RULE = "restrictions/sample-rule.yaml"


def record(*body: str) -> dict[str, str]:
    return {RULE: HEAD + "\n".join(body) + "\n" + FOOT}


def events(*items: str) -> dict[str, str]:
    return record("events:", *(f"  - {{{item}, cites: [a]}}" for item in items))


def quantities(*items: str) -> dict[str, str]:
    return record("quantities:", *(f"  - {{{item}, cites: [a]}}" for item in items))


def messages(check: Check, files: dict[str, str], rule: str) -> list[str]:
    return [f.message for f in check(files, rule).findings]


def each(check: Check, variants: list[dict[str, str]], rule: str) -> list[list[str]]:
    """What the rule says of each variant of the record, put as records of their own in one run."""
    files = {
        f"restrictions/variant-{number}.yaml": variant[RULE].replace(
            "id: sample-rule", f"id: variant-{number}"
        )
        for number, variant in enumerate(variants)
    }
    findings = check(files, rule).findings
    return [[f.message for f in findings if f.file == f"data/{name}"] for name in files]


COUNT = "measure: items, unit: items"


def test_values_for_different_things_are_no_rivals(check: Check) -> None:
    pairs = [
        (f"{COUNT}, value: 16, qualifier: at_least", f"{COUNT}, value: 20, qualifier: at_most"),
        (f"{COUNT}, value: 16, part: tools", f"{COUNT}, value: 20, part: chips"),
        (f"{COUNT}, value: 16, of: tools", f"{COUNT}, value: 20, of: chips"),
        (f"{COUNT}, value: 16, all_of: one", f"{COUNT}, value: 20, all_of: other"),
        (f"{COUNT}, value: 16, as_of: 2024-01", f"{COUNT}, value: 20, as_of: 2024-02"),
        (f"{COUNT}, value: 16", f"{COUNT}, value: 20, as_of: 2024-02"),
        (f"{COUNT}, value: 16", f"{COUNT}, value: 16, qualifier: about"),
        (
            f"{COUNT}, value: 16, rank: deprecated, rank_reason: r, against: [b]",
            f"{COUNT}, value: 20",
        ),
    ]
    assert each(check, [quantities(*pair) for pair in pairs], "PROV011") == [[] for _ in pairs]


def test_values_for_one_thing_are_rivals(check: Check) -> None:
    pairs = [
        (f"{COUNT}, value: 16, qualifier: at_least", f"{COUNT}, value: 20, qualifier: at_least"),
        (f"{COUNT}, value: 20, qualifier: at_least", f"{COUNT}, value: 16, qualifier: at_most"),
        (f'{COUNT}, value: 16, as_of: "2024"', f"{COUNT}, value: 20, as_of: 2024-03"),
        (f"{COUNT}, low: 10, high: 16", f"{COUNT}, value: 10"),
    ]
    for found in each(check, [quantities(*pair) for pair in pairs], "PROV011"):
        (message,) = found
        assert message.endswith("are both given for items, and neither is ranked above the other")


def test_a_third_value_that_is_preferred_settles_the_other_two(check: Check) -> None:
    three = quantities(
        f"{COUNT}, value: 16",
        f"{COUNT}, value: 20, rank: preferred, rank_reason: r",
        f"{COUNT}, value: 24",
    )
    assert messages(check, three, "PROV011") == []


SUSPENDED = "date: 2024-04-10, type: suspended, until: 2024-04-30"


def test_what_is_resumed_is_the_mask_that_began_last(check: Check) -> None:
    stories: list[tuple[list[str], list[str]]] = [
        ([SUSPENDED, "date: 2024-05-01, type: resumed"], []),
        ([SUSPENDED, "date: 2024-04-20, type: resumed, by: initiative/sample-plan"], []),
        (
            ["date: 2024-05-01, type: resumed"],
            ["resumed on 2024-05-01, but no event put it out of operation"],
        ),
        (
            [SUSPENDED, "date: 2024-04-10, type: resumed"],
            ["resumed on 2024-04-10, not after suspended at /events/0 began on 2024-04-10"],
        ),
        (
            [f"{SUSPENDED}, part: tools", "date: 2024-04-20, type: resumed, part: chips"],
            ["resumed on 2024-04-20, but no event put it out of operation"],
        ),
        (
            [
                SUSPENDED,
                "date: 2024-05-01, type: resumed",
                "date: 2024-06-01, type: not_enforced, until: 2024-06-30",
                "date: 2024-06-30, type: resumed",
            ],
            ["resumed on 2024-06-30, and yet not_enforced at /events/2 lasts through 2024-06-30"],
        ),
    ]
    found = each(check, [events(*items) for items, _ in stories], "TIME003")
    assert found == [expected for _, expected in stories]


def test_an_event_that_can_be_scheduled_may_lie_behind_its_sources(check: Check) -> None:
    scheduled = events("date: 2026-01-01, type: effective", "date: 2026-02-01, type: amended")
    assert messages(check, scheduled, "TIME004") == []
    assert messages(check, scheduled, "TIME007") == []


def test_it_can_be_tomorrow_where_the_event_happened(check: Check) -> None:
    assert messages(check, events("date: 2024-03-02, type: published"), "TIME004") == []
    assert len(messages(check, events("date: 2024-03-03, type: published"), "TIME004")) == 1


def test_two_dates_may_stand_if_one_is_preferred(check: Check) -> None:
    ranked = events(
        "date: 2024-04-01, type: effective, rank: preferred, rank_reason: r",
        "date: 2024-05-01, type: effective",
    )
    assert messages(check, ranked, "TIME001") == []


def share(party: str, value: str) -> str:
    return f"measure: ownership_share, unit: percent, value: {value}, party: actor/{party}"


@pytest.mark.parametrize(
    ("values", "found"), [(("50.01", "50"), 0), (("50.1", "50"), 1), (("33.335", "66.665"), 0)]
)
def test_shares_may_exceed_the_whole_by_their_rounding_alone(
    check: Check, values: tuple[str, str], found: int
) -> None:
    held = quantities(share("sample-maker", values[0]), share("sample-ministry", values[1]))
    assert len(messages(check, held, "NUM004")) == found


def pairs_found(check: Check, pairs: list[tuple[str, str]]) -> list[bool]:
    """Of each pair of names, whether records that bear them are taken for one."""
    names = [name for pair in pairs for name in pair]
    variants = [
        {RULE: record()[RULE].replace("Sample rule on chipmaking tools", name)} for name in names
    ]
    found = each(check, variants, "DUP001")
    return [bool(one or other) for one, other in zip(found[::2], found[1::2], strict=True)]


def test_names_that_are_one_are_found(check: Check) -> None:
    pairs = [
        ("Fund for integrated circuits", "Fund for integrated circuit"),
        ("Plan for NEW materials", "Plan for new-materials"),
        ("Café of computing", "Cafe of computing"),
        ("Xules on data exports", "Rules on data exports"),
        ("Rules on quantum sensors", "Rules on quntum sensors"),
        ("国家集成电路产业投资基金", "国家集成电路产业投资基金"),
    ]
    assert pairs_found(check, pairs) == [True] * len(pairs)


def test_names_of_siblings_are_left_alone(check: Check) -> None:
    pairs = [
        ("Fund for integrated circuits II", "Fund for integrated circuits III"),
        ("Fund for materials 2024", "Fund for materials 2025"),
        ("Tariffs of May 2025 on chips", "Tariffs of Mar 2025 on chips"),
        ("List 4A of goods from China", "List 4B of goods from China"),
        ("国家集成电路产业投资基金二期", "国家集成电路产业投资基金三期"),
        ("ZTE A/S", "ZTF A/S"),
    ]
    assert pairs_found(check, pairs) == [False] * len(pairs)


def test_a_number_fits_its_scheme_as_a_whole(check: Check) -> None:
    numbers = {
        "scheme: cn-document, value: 国发〔2017〕35号": True,
        'scheme: cn-document, value: "国发[2017]35号"': False,
        "scheme: federal-register, value: 87 FR 62186": True,
        "scheme: federal-register, value: 87 FR 62186 and 62187": False,
        "scheme: wikidata, value: Q42": True,
        "scheme: wikidata, value: q42": False,
    }
    files = record("references:", *(f"  - {{{number}, cites: [a]}}" for number in numbers))
    wrong = {f.pointer for f in check(files, "CODE004").findings}
    assert wrong == {
        f"/references/{n}/value" for n, fits in enumerate(numbers.values()) if not fits
    }


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [("en", 8, 0), ("en", 201, 1), ("zh-Hans", 15, 1), ("ja", 16, 0)],
)
def test_passages_of_ideographs_are_longer(
    check: Check, language: str, words: int, found: int
) -> None:
    source = (
        "id: sample-note\nname: Note\nkind: newsroom\n"
        f"language: {language}\ncuration: {{added: 2025-06-01, reviewed: 2025-06-01}}\n"
    )
    text = record()[RULE].replace(
        "{source: sample-gazette, basis: act, fingerprint: {words: 20",
        f"{{source: sample-note, basis: act, fingerprint: {{words: {words}",
    )
    files = {RULE: text, "sources/sample-note.yaml": source}
    assert len(messages(check, files, "PROV007")) == found


def test_an_unknown_id_suggests_only_what_is_near(check: Check) -> None:
    far = record("participants:", "  - {party: actor/quite-another, role: bound, cites: [a]}")
    assert messages(check, far, "REF001") == ["actor/quite-another is not in the dataset"]


def test_a_reference_to_a_redirected_record_names_the_new_one(check: Check) -> None:
    old = record("participants:", "  - {party: actor/sample-office, role: bound, cites: [a]}")
    redirects = (
        "actor/sample-office:\n  to_record: actor/sample-ministry\n"
        "  reason: merged\n  date: 2025-05-01\n  note: It is one body.\n"
    )
    assert messages(check, {**old, "redirects.yaml": redirects}, "REF001") == [
        "actor/sample-office is not in the dataset; it is now actor/sample-ministry"
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"), [("tools", "chips", 0), ("tools", "tools", 1)]
)
def test_one_number_may_stand_on_two_records_for_two_parts(
    check: Check, first: str, second: str, found: int
) -> None:
    def numbered(part: str) -> str:
        item = f"  - {{scheme: federal-register, value: 87 FR 62186, part: {part}, cites: [a]}}"
        return record("references:", item)[RULE]

    files = {
        RULE: numbered(first),
        "restrictions/another.yaml": numbered(second).replace("id: sample-rule", "id: another"),
    }
    assert len(messages(check, files, "DUP003")) == found


def test_a_circle_of_three_is_reported_once(check: Check) -> None:
    def linked(name: str, to: str) -> str:
        text = record("links:", f"  - {{rel: succeeds, to: restriction/{to}, cites: [a]}}")[RULE]
        return text.replace("id: sample-rule", f"id: {name}")

    files = {
        f"restrictions/{name}.yaml": linked(name, to)
        for name, to in (("one", "two"), ("two", "three"), ("three", "one"))
    }
    (message,) = messages(check, files, "REF003")
    assert message == (
        "succeeds leads back to its start: restriction/one → restriction/two → "
        "restriction/three → restriction/one"
    )


def test_a_bill_has_a_proposer_and_no_issuer_until_it_is_adopted(check: Check) -> None:
    def bill(event: str) -> dict[str, str]:
        return record(
            "participants:",
            "  - {party: actor/sample-ministry, role: proposer, cites: [a]}",
            "events:",
            f"  - {{date: 2024-03-01, type: {event}, cites: [a]}}",
        )

    assert each(check, [bill("proposed"), bill("adopted")], "SCOPE002") == [
        [],
        ["the act is public, but no participant is its issuer"],
    ]
