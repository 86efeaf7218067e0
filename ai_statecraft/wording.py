"""Claims in one line of words, for people: what is claimed, without its envelope."""

from __future__ import annotations

from collections.abc import Iterator

from ai_statecraft.models import Claim, Event, FindingInWords, Quantity
from ai_statecraft.models.fields import fields
from ai_statecraft.tables.csv import plain

_BOUNDS = {
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
    "up_to": "up to ",
}


def worded(claim: Claim) -> str:
    """The claim in one line: a number with its unit, an event with its date, a name.

    >>> worded(ds.claims("fund/cn-big-fund-3")[1].item)
    'text 国家集成电路产业投资基金三期股份有限公司, language zh-Hans, use official'
    """
    match claim:
        case Event():
            words = _event(claim)
        case Quantity():
            words = _quantity(claim)
        case FindingInWords():
            return claim.text
        case _:
            words = _others(claim)
    part = () if claim.part is None else (f"part {claim.part}",)
    return ", ".join((*words, *part))


def number(value: float) -> str:
    """A number with groups of thousands and as many decimals as it has.

    >>> number(344e9), number(17.5)
    ('344,000,000,000', '17.5')
    """
    whole, point, decimals = plain(float(value)).partition(".")
    return f"{int(whole):,}{point}{decimals}" if abs(value) >= 1000 else whole + point + decimals


def _event(event: Event) -> Iterator[str]:
    yield f"{event.date} {event.type}" + (f" by {event.by}" if event.by else "")
    if event.until is not None:
        yield f"until {event.until}"


def _quantity(quantity: Quantity) -> Iterator[str]:
    named = str(quantity.measure) + (f" of {quantity.of}" if quantity.of else "")
    yield f"{named}: {_value(quantity)} {quantity.unit}"
    shown = {"value", "low", "high", "unit", "qualifier", "measure", "of", "stated"}
    yield from _others(quantity, shown)
    if quantity.stated is not None:
        yield f"stated as {quantity.stated}"


def _value(quantity: Quantity) -> str:
    bound = _BOUNDS.get(str(quantity.qualifier), "")
    if quantity.value is not None:
        return bound + number(quantity.value)
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return f"{bound}{number(low)} to {number(high)}"
    return f"{bound}from {number(low)}" if low is not None else f"{bound}up to {number(high or 0)}"


def _others(claim: Claim, without: set[str] | None = None) -> Iterator[str]:
    """Its fields that have a value, each after its name, but for those of the envelope."""
    for field in fields(type(claim)).values():
        value: tuple[str, ...] | str | float | None = getattr(claim, field.name)
        if field.name in type(claim).trailing or field.name in (without or ()):
            continue
        if value not in (None, ()):
            yield f"{field.key} {' '.join(value) if isinstance(value, tuple) else value}"
