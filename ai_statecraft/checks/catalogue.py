"""All rules there are, whatever checks them: the reader, the models, or SQL."""

from __future__ import annotations

from ai_statecraft.checks.rules import load_rules
from ai_statecraft.reader import model_rules, rules
from ai_statecraft.reporting import RuleDescription


def all_rules() -> tuple[RuleDescription, ...]:
    """Every rule, in the order in which they are checked."""
    return (*rules.RULES, *model_rules.RULES, *load_rules())
