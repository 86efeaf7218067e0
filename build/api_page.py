"""The reference page of the Python package, from the docstrings of its public names."""

from __future__ import annotations

import ast
import doctest
import inspect
from collections.abc import Iterator
from functools import cached_property
from textwrap import dedent

import ai_statecraft
from ai_statecraft.models import Record

FIRST = ("load", "Dataset", "Collection", "Frame")
ABOUT = """\
# Python reference

What `ai_statecraft` offers. In the examples, `ds` is `ai_statecraft.load()`; the tests run them.
Whatever is raised on purpose is a [StatecraftError](#statecrafterror), and its text says what
to do. The fields of records are in the [data model](model.md)."""


def api_page() -> Iterator[str]:
    """Every public name: what it is, its members, and their examples."""
    yield ABOUT
    found = {name: getattr(ai_statecraft, name) for name in ai_statecraft.__all__}
    documented = {n: o for n, o in found.items() if inspect.isclass(o) or inspect.isfunction(o)}
    errors = [name for name, each in documented.items() if _is_error(each)]
    others = [name for name in documented if name not in (*FIRST, *errors)]
    for name in (*FIRST, *others, *errors):
        each = documented[name]
        yield from _section("##", name, each)
        if isinstance(each, type):
            if not issubclass(each, Record):
                yield from _attributes(inspect.getsource(each))
            for member, value in _members(each):
                yield from _section("###", f"{name}.{member}", value)


def _is_error(found: object) -> bool:
    return inspect.isclass(found) and issubclass(found, Exception)


def _section(level: str, name: str, found: object) -> Iterator[str]:
    yield f"\n{level} {name} {{ #{name.lower()} }}\n"
    if inspect.isfunction(found):
        yield f"```python\n{name}{_signature(inspect.signature(found))}\n```\n"
    yield from _text(inspect.cleandoc(found.__doc__ or ""))


def _signature(signature: inspect.Signature) -> str:
    """The parameters and what is given, without the quotes that inspect puts around types."""
    shown: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and "*" not in shown:
            shown.append("*")
        if parameter.name != "self":
            has_default = parameter.default is not inspect.Parameter.empty
            default = f" = {parameter.default!r}" if has_default else ""
            shown.append(f"{parameter.name}: {parameter.annotation}{default}")
    return f"({', '.join(shown)}) -> {signature.return_annotation}"


def _attributes(source: str) -> Iterator[str]:
    """What a class's fields hold, from the texts that stand below them in its source."""
    (definition,) = ast.parse(dedent(source)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    fields = [each for each in body if isinstance(each, ast.AnnAssign | ast.Assign)]
    if fields:
        yield "| Attribute | Type or value | Meaning |\n| --- | --- | --- |"
    for each in fields:
        target = each.target if isinstance(each, ast.AnnAssign) else each.targets[0]
        form = each.annotation if isinstance(each, ast.AnnAssign) else each.value
        below = body[body.index(each) + 1 :][:1]
        cells = (f"`{ast.unparse(target)}`", f"`{ast.unparse(form)}`", *map(_docstring, below))
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _docstring(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return " ".join(text.split())
        case _:
            return ""


def _members(found: type) -> Iterator[tuple[str, object]]:
    """The methods and properties of a class and of its bases, but for those public themselves."""
    for base in reversed(found.__mro__):
        own = base is found or base.__name__ not in ai_statecraft.__all__
        if own and base.__module__.startswith("ai_statecraft."):
            for name, value in vars(base).items():
                if not name.startswith(("_", "model_")) and (
                    inspect.isfunction(value) or isinstance(value, property | cached_property)
                ):
                    yield name, value


def _text(docstring: str) -> Iterator[str]:
    """A docstring: its words as they are, its examples as code."""
    parts = doctest.DocTestParser().parse(docstring)
    words = "".join(part for part in parts if isinstance(part, str)).strip()
    examples = [part for part in parts if isinstance(part, doctest.Example)]
    if words:
        yield f"{words}\n"
    if examples:
        yield "```pycon"
        for example in examples:
            yield ">>> " + example.source.rstrip("\n").replace("\n", "\n... ")
            if shown := (example.exc_msg or example.want).rstrip("\n"):
                yield shown
        yield "```"
