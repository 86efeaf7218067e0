"""The examples in the docstrings run on the data of the checkout, and give what they show."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import ai_statecraft.dataset
from ai_statecraft.dataset import Dataset
from ai_statecraft.reader.data import read_data

MODULES = [
    "ai_statecraft.cards",
    "ai_statecraft.progress",
    "ai_statecraft.wording",
    *(
        module.name
        for module in pkgutil.walk_packages(
            ai_statecraft.dataset.__path__, ai_statecraft.dataset.__name__ + "."
        )
    ),
]


@pytest.fixture(scope="module")
def ds() -> Dataset:
    # What is wrong with a record is for the validation of the data to say.
    return Dataset(read_data(Path(__file__).parents[2] / "data").contents)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str, ds: Dataset) -> None:
    module = import_module(name)
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    outcome = doctest.testmod(module, extraglobs={"ds": ds}, optionflags=options)
    assert outcome.failed == 0
