"""How far long work has come, shown on a terminal only.

Whatever takes long says so by `tracked`; nothing is shown unless the command line, or whoever
calls, has asked for it with `shown`, and then only if standard error is a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds of work before a bar appears: what is done sooner needs none."""

_shown = ContextVar("shown", default=False)


@contextmanager
def shown() -> Generator[None]:
    """Show the progress of the work within, if standard error is a terminal.

    >>> with shown():
    ...     list(tracked([1, 2], "counting"))
    [1, 2]
    """
    before = _shown.set(True)
    try:
        yield
    finally:
        _shown.reset(before)


def tracked(items: Collection[T], work: str) -> Iterable[T]:
    """The items, one by one, with a bar that says what `work` is done on them.

    >>> list(tracked(["a", "b"], "reading"))
    ['a', 'b']
    """
    if not _shown.get() or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    return tqdm(items, work, file=sys.stderr, leave=False, delay=PATIENCE, dynamic_ncols=True)
