"""AI Statecraft: an open dataset of the contest over artificial intelligence and chips.

>>> import ai_statecraft
>>> ds = ai_statecraft.load()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ai_statecraft.claims import Knowledge, PlacedClaim
    from ai_statecraft.dataset import Collection, Dataset, load
    from ai_statecraft.dataset.amount import Amount, LeftOut
    from ai_statecraft.dataset.amounts import Amounts
    from ai_statecraft.dataset.explain import Explanation, Passage
    from ai_statecraft.dataset.frames import Frame
    from ai_statecraft.dataset.graph import Edge, Graph, Response
    from ai_statecraft.dataset.history import Moment
    from ai_statecraft.dataset.search import Match
    from ai_statecraft.errors import (
        AmountError,
        DataError,
        DayError,
        DetachedError,
        MissingLibraryError,
        NoClaimsError,
        NotFoundError,
        QueryError,
        StatecraftError,
    )
    from ai_statecraft.models import (
        Actor,
        ClaimRecord,
        Fund,
        Initiative,
        Observation,
        Record,
        Restriction,
        Source,
        Target,
    )
    from ai_statecraft.status import StatusOn

__all__ = [
    "Actor",
    "Amount",
    "AmountError",
    "Amounts",
    "ClaimRecord",
    "Collection",
    "DataError",
    "Dataset",
    "DayError",
    "DetachedError",
    "Edge",
    "Explanation",
    "Frame",
    "Fund",
    "Graph",
    "Initiative",
    "Knowledge",
    "LeftOut",
    "Match",
    "MissingLibraryError",
    "Moment",
    "NoClaimsError",
    "NotFoundError",
    "Observation",
    "Passage",
    "PlacedClaim",
    "QueryError",
    "Record",
    "Response",
    "Restriction",
    "Source",
    "StatecraftError",
    "StatusOn",
    "Target",
    "__version__",
    "load",
]

_HOMES = {
    "claims": ("Knowledge", "PlacedClaim"),
    "dataset": ("Collection", "Dataset", "load"),
    "dataset.amounts": ("Amounts",),
    "dataset.amount": ("Amount", "LeftOut"),
    "dataset.explain": ("Explanation", "Passage"),
    "dataset.frames": ("Frame",),
    "dataset.graph": ("Edge", "Graph", "Response"),
    "dataset.history": ("Moment",),
    "dataset.search": ("Match",),
    "errors": (
        "AmountError",
        "DataError",
        "DayError",
        "DetachedError",
        "MissingLibraryError",
        "NoClaimsError",
        "NotFoundError",
        "QueryError",
        "StatecraftError",
    ),
    "models": (
        "Actor",
        "ClaimRecord",
        "Fund",
        "Initiative",
        "Observation",
        "Record",
        "Restriction",
        "Source",
        "Target",
    ),
    "status": ("StatusOn",),
}
"""The module that each public name lives in, below the package."""

__version__: str
"""The package's version, which is also that of its data."""


def __getattr__(name: str) -> object:
    """Import on first use: `import ai_statecraft` alone loads no library."""
    from importlib import import_module

    if name == "__version__":
        from importlib.metadata import version

        return version("ai-statecraft")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
