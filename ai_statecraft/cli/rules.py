"""`statecraft rules`: list all rules, or explain one."""

from __future__ import annotations

from argparse import Namespace

from ai_statecraft.cli.usage import Commands
from ai_statecraft.errors import NotFoundError


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "rules", help="list all rules, or explain one", description=__doc__
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="id of the rule, such as REF001")
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the rules, or one of them whole."""
    from ai_statecraft.checks.catalogue import all_rules

    rules = {rule.id: rule for rule in all_rules()}
    if options.rule is None:
        for rule in rules.values():
            print(f"{rule.id}  {rule.severity:7}  {rule.title}")
        return 0
    wanted = str(options.rule).upper()
    if wanted not in rules:
        raise NotFoundError("rule", wanted, rules)
    rule = rules[wanted]
    print(f"{rule.id} ({rule.severity}): {rule.title}")
    print(f"\nWhy: {rule.why}\nMend: {rule.remedy}")
    return 0
