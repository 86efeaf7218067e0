"""What a record or body does to another by being named in the `by` of its event."""

from __future__ import annotations

from collections.abc import Mapping

from ai_statecraft.vocabularies import EventType

_DEEDS: Mapping[EventType, str] = {
    EventType.PROPOSED: "proposes",
    EventType.ANNOUNCED: "announces",
    EventType.ADOPTED: "adopts",
    EventType.EFFECTIVE: "brings_into_force",
    EventType.ESTABLISHED: "establishes",
    EventType.REINSTATED: "reinstates",
    EventType.EXPIRED: "lets_expire",
    EventType.RESCINDED: "rescinds",
    EventType.REMOVED: "removes",
    EventType.ANNULLED: "annuls",
    EventType.SUPERSEDED: "supersedes",
    EventType.DISSOLVED: "dissolves",
    EventType.WITHDRAWN: "withdraws",
    EventType.CONCLUDED: "concludes",
    EventType.SUSPENDED: "suspends",
    EventType.ENJOINED: "enjoins",
    EventType.NOT_ENFORCED: "leaves_unenforced",
    EventType.RESUMED: "resumes",
    EventType.EXTENDED: "extends",
    EventType.APPLIES: "makes_apply",
    EventType.PUBLISHED: "publishes",
    EventType.DISCLOSED: "discloses",
    EventType.REPORTED: "reports",
    EventType.AMENDED: "amends",
    EventType.CORRECTED: "corrects",
    EventType.REAFFIRMED: "reaffirms",
    EventType.CLARIFIED: "clarifies",
    EventType.RULED_UNLAWFUL: "rules_unlawful",
    EventType.RULED_LAWFUL: "rules_lawful",
    EventType.RULING_STAYED: "stays_ruling_on",
    EventType.LICENCES_GRANTED: "grants_licences_under",
    EventType.LICENCES_DENIED: "denies_licences_under",
    EventType.INITIATED: "initiates",
    EventType.DETERMINED: "determines",
    EventType.COMMENTS_CLOSED: "closes_comments_on",
    EventType.PRESENTED: "presents",
    EventType.SIGNED: "signs",
    EventType.JOINED: "joins",
    EventType.HELD: "holds",
    EventType.INVESTED: "invests_in",
    EventType.RAISED: "raises",
}


def deed(event: EventType) -> str:
    """The relation of the one in `by` to the record whose event it is, such as `amends`.

    >>> deed(EventType.AMENDED)
    'amends'
    """
    return _DEEDS.get(event, f"has_{event.value}")


def done_by(event: EventType) -> str:
    """The same relation read from the record whose event it is, such as `amended_by`.

    >>> done_by(EventType.AMENDED)
    'amended_by'
    """
    return f"{event.value}_by"
