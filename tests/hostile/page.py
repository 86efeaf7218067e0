"""Write docs/input-classes.md from the tables of input: `python -m tests.hostile.page`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ai_statecraft.checks.catalogue import all_rules
from ai_statecraft.reader.characters import escaped
from tests.hostile.classes import FILES, VALUES
from tests.reader.test_yaml import INPUTS

PAGE = Path(__file__).parents[2] / "docs" / "input-classes.md"
SHOWN = 48
ABOUT = """\
# Classes of input

Pull requests come from strangers. Whatever a file holds, `statecraft validate` answers within
seconds with findings: it executes and fetches nothing, writes nothing, and lets no terminal
sequence and no line through that a CI system would take for a command. These are the classes
that the tests try, with the finding that each gives; the page is written from the same tables
(`python -m tests.hostile.page`). What gives no finding is legitimate.
"""


def page() -> str:
    """The page."""
    return ABOUT + "\n".join(_sections()) + "\n"


def _sections() -> Iterator[str]:
    titles = {rule.id: rule.title for rule in all_rules()}
    yield "\n## The bytes of a file\n"
    yield "| class | such as | finding |\n| --- | --- | --- |"
    for name, (data, _, places) in INPUTS.items():
        rules = list(dict.fromkeys(rule for rule, _, _ in places))
        yield f"| {name} | {_code(_text(data))} | {_found(rules, titles)} |"
    yield "\n## The values of a record\n"
    yield "| class | such as | finding |\n| --- | --- | --- |"
    for value in VALUES.values():
        rules = [value.rule] if value.rule else []
        sample = _code(value.after.strip()) if value.after.strip() else "left out"
        yield f"| {value.group} | {sample} | {_found(rules, titles)} |"
    yield "\n## What lies in a folder\n"
    yield "| class | such as | finding |\n| --- | --- | --- |"
    for name, (_, file, rule) in FILES.items():
        yield f"| {name} | {_code(file)} | {_found([rule], titles)} |"


def _text(data: bytes) -> str:
    return data[: 2 * SHOWN].decode("utf-8", "backslashreplace")


def _code(text: str) -> str:
    """The text as code in a cell of a table."""
    shown = escaped(text[:SHOWN]) + ("…" if len(text) > SHOWN else "")
    # Entities, since neither bars nor backquotes can be escaped in code within a table.
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), ("|", "&#124;"), ("`", "&#96;")):
        shown = shown.replace(char, entity)
    for char in "*_[]{}\\":
        shown = shown.replace(char, f"&#{ord(char)};")
    return f"<code>{shown}</code>" if shown.strip() else "(empty)"


def _found(rules: list[str], titles: dict[str, str]) -> str:
    if not rules:
        return "none"
    return "; ".join(f"[{rule}](rules.md#{rule.lower()}) {titles[rule]}" for rule in rules)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
