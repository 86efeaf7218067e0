"""`statecraft rules`: list all rules, or explain one."""

from __future__ import annotations

import textwrap
from argparse import Namespace

from ai_statecraft.cli.usage import Commands
from ai_statecraft.errors import NotFoundError

INPUT_CLASSES = "docs/input-classes.md, the page on classes of input"


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "rules", help="list all rules, or explain one", description=__doc__
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="id of the rule, such as REF001")
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the rules, or one of them whole, with what it finds and what it passes."""
    from ai_statecraft.checks.catalogue import all_rules
    from ai_statecraft.checks.rules import SqlRule

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
    print()
    print(_examples(rule.id) if isinstance(rule, SqlRule) else f"Examples: {INPUT_CLASSES}")
    return 0


def _examples(rule: str) -> str:
    from ai_statecraft.checks.examples import examples_of

    examples = examples_of(rule)
    if examples is None:
        return f"Examples: tests/rules/{rule}.yaml in a checkout of the project"
    return "\n".join(
        [
            *(_shown("Found in", name, text) for name, text in examples.bad),
            *(f"  {finding}" for finding in examples.findings),
            "",
            *(_shown("Nothing found in", name, text) for name, text in examples.good),
        ]
    )


def _shown(title: str, name: str, text: str) -> str:
    return f"{title} data/{name}:\n\n{textwrap.indent(text.rstrip(), '    ')}\n"
