"""Everything public has an example in its docstring, which runs and gives what it shows."""

from __future__ import annotations

import doctest
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft.dataset import Dataset
from ai_statecraft.reader.data import read_data

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CLASSES = [n for n in ai_statecraft.__all__ if inspect.isclass(getattr(ai_statecraft, n))]


def members(owner: type) -> Iterator[str]:
    """The methods and properties that a class defines itself, but for those of the language."""
    for name, member in vars(owner).items():
        if not name.startswith(("_", "model_")) and (
            inspect.isfunction(member) or isinstance(member, property | cached_property)
        ):
            yield name


def documented() -> Iterator[str]:
    """The public names: those of the package, and the members of its classes and their bases."""
    yield "load"
    for name in CLASSES:
        yield name
        for base in getattr(ai_statecraft, name).__mro__:
            if base.__module__.startswith("ai_statecraft."):
                yield from (f"{name}.{member}" for member in members(base))


PUBLIC = sorted(set(documented()))
MODULES = [
    module.name for module in pkgutil.walk_packages(ai_statecraft.__path__, "ai_statecraft.")
]


@pytest.fixture(scope="module")
def ds() -> Dataset:
    # What is wrong with a record is for the validation of the data to say.
    return Dataset(read_data(Path(__file__).parents[2] / "data").contents)


def run(docstring: str, name: str, ds: Dataset, names: dict[str, object]) -> doctest.TestResults:
    parsed = doctest.DocTestParser().get_doctest(docstring, {**names, "ds": ds}, name, None, 0)
    return doctest.DocTestRunner(optionflags=OPTIONS).run(parsed)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_an_example_that_holds(name: str, ds: Dataset) -> None:
    owner, _, member = name.partition(".")
    found = getattr(ai_statecraft, owner)
    documented: object = inspect.getattr_static(found, member) if member else found
    # The names that an example in a module sees are that module's.
    names = vars(import_module(found.__module__))
    outcome = run(documented.__doc__ or "", name, ds, names)
    assert outcome.attempted > 0, f"{name} has no example"
    assert outcome.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_all_other_examples_hold_too(name: str, ds: Dataset) -> None:
    module = import_module(name)
    outcome = doctest.testmod(module, extraglobs={"ds": ds}, optionflags=OPTIONS)
    assert outcome.failed == 0
