"""AI Statecraft: an open dataset of the contest over artificial intelligence and chips.

>>> import ai_statecraft
>>> ds = ai_statecraft.load()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ai_statecraft.dataset import Collection, Dataset, load
    from ai_statecraft.errors import DataError, NotFoundError, StatecraftError

__all__ = [
    "Collection",
    "DataError",
    "Dataset",
    "NotFoundError",
    "StatecraftError",
    "__version__",
    "load",
]

_HOMES = {
    "Collection": "ai_statecraft.dataset",
    "Dataset": "ai_statecraft.dataset",
    "load": "ai_statecraft.dataset",
    "DataError": "ai_statecraft.errors",
    "NotFoundError": "ai_statecraft.errors",
    "StatecraftError": "ai_statecraft.errors",
}

__version__: str
"""The package's version, which is also that of its data."""


def __getattr__(name: str) -> object:
    """Import on first use: `import ai_statecraft` alone loads no library."""
    from importlib import import_module

    if name == "__version__":
        from importlib.metadata import version

        return version("ai-statecraft")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
