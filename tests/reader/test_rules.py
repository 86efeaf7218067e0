"""The registry of the reader's rules."""

from __future__ import annotations

import re

from ai_statecraft.reader import rules
from ai_statecraft.reader.rules import RULES, ReaderRule


def test_every_rule_is_listed_once_in_the_order_of_ids() -> None:
    defined = [value for value in vars(rules).values() if isinstance(value, ReaderRule)]
    assert sorted(defined, key=lambda rule: rule.id) == sorted(RULES, key=lambda rule: rule.id)
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    for family in ("READ", "PATH"):
        own = [rule_id for rule_id in ids if rule_id.startswith(family)]
        assert own == [f"{family}{number:03}" for number in range(1, len(own) + 1)]


def test_every_rule_says_what_holds_why_and_how_to_mend() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^\n]+[^.\n]", rule.title), rule.id
        assert re.fullmatch(r"\S[^\n]{15,}[^.\n]", rule.why), rule.id
        assert re.fullmatch(r"[a-z][^\n]{10,}[^.\n]|.*\.yaml", rule.remedy), rule.id
