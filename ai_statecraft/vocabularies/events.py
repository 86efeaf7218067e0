"""Event types and what each does to a record's status; the statuses computed from them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, IntEnum
from typing import Self

from ai_statecraft.vocabularies.term import Term


class Stage(IntEnum):
    """How far a measure has come; a later stage includes the earlier ones."""

    PROPOSED = 1
    ANNOUNCED = 2
    ADOPTED = 3
    OPERATING = 4


class Effect(Enum):
    """What an event does to the status of the part it concerns."""

    RAISES = "raises"
    ENDS = "ends"
    MASKS = "masks"
    RESUMES = "resumes"
    EXTENDS = "extends"
    RECORDS = "records"


class EventType(Term):
    """What happened, with its effect on the status and whether it happens once in a part."""

    effect: Effect
    stage: Stage | None
    once: bool

    def __new__(
        cls, text: str, effect: Effect, stage: Stage | None, once: bool, definition: str
    ) -> Self:
        term = cls.defined(text, definition)
        term.effect = effect
        term.stage = stage
        term.once = once
        return term

    # Raise the stage.
    PROPOSED = "proposed", Effect.RAISES, Stage.PROPOSED, False, "Put forward as a draft, bill, proposed rule or suggestion."
    ANNOUNCED = "announced", Effect.RAISES, Stage.ANNOUNCED, False, "Made known by its author as decided or intended."
    ADOPTED = "adopted", Effect.RAISES, Stage.ADOPTED, True, "Given its final form: signed, passed, issued or approved."
    EFFECTIVE = "effective", Effect.RAISES, Stage.OPERATING, True, "Came into force; `until` names a stated last day of force."
    ESTABLISHED = "established", Effect.RAISES, Stage.OPERATING, True, "Founded, registered or opened: an organisation, vehicle or programme exists."
    REINSTATED = "reinstated", Effect.RAISES, Stage.OPERATING, False, "Put back into force after it had ended."
    # End it.
    EXPIRED = "expired", Effect.ENDS, None, True, "Ran out on the day its own terms set; the date is the first day without force."
    RESCINDED = "rescinded", Effect.ENDS, None, False, "Taken back by its issuer or the issuer's successor."
    REMOVED = "removed", Effect.ENDS, None, False, "Taken off a list or register."
    ANNULLED = "annulled", Effect.ENDS, None, False, "Set aside by a court or higher authority, with effect."
    SUPERSEDED = "superseded", Effect.ENDS, None, False, "Replaced by a later act, named in `by`."
    DISSOLVED = "dissolved", Effect.ENDS, None, True, "Wound up: an organisation or vehicle ceased to exist."
    WITHDRAWN = "withdrawn", Effect.ENDS, None, False, "Given up before it took effect."
    CONCLUDED = "concluded", Effect.ENDS, None, False, "Closed with an outcome: an inquiry, case or term ended."
    # Mask it for a time.
    SUSPENDED = "suspended", Effect.MASKS, None, False, "Put out of operation for a time by its issuer, through the day in `until` if one is stated."
    ENJOINED = "enjoined", Effect.MASKS, None, False, "Barred from operating by a court order for a time."
    NOT_ENFORCED = "not_enforced", Effect.MASKS, None, False, "Declared not to be enforced for a time while it stays on the books."
    RESUMED = "resumed", Effect.RESUMES, None, False, "Put back into operation after a mask; the date is the first day of operation."
    EXTENDED = "extended", Effect.EXTENDS, None, False, "A stated end was moved to the day in `until`: of the open mask if there is one, else of the force."
    # Record what happened.
    APPLIES = "applies", Effect.RECORDS, None, False, "The day from which duties bite, where it differs from entry into force."
    PUBLISHED = "published", Effect.RECORDS, None, False, "Printed in a gazette or put on the issuer's site."
    DISCLOSED = "disclosed", Effect.RECORDS, None, False, "Made known by somebody other than its author, such as a bound firm."
    REPORTED = "reported", Effect.RECORDS, None, False, "Reported by a newsroom or institute."
    AMENDED = "amended", Effect.RECORDS, None, False, "Changed in substance by a later act, named in `by`."
    CORRECTED = "corrected", Effect.RECORDS, None, False, "Changed in wording to mend an error."
    REAFFIRMED = "reaffirmed", Effect.RECORDS, None, False, "Confirmed by its author to stand."
    CLARIFIED = "clarified", Effect.RECORDS, None, False, "Explained by its author in guidance or answers."
    RULED_UNLAWFUL = "ruled_unlawful", Effect.RECORDS, None, False, "Held unlawful by a court, without ending its operation that day."
    RULED_LAWFUL = "ruled_lawful", Effect.RECORDS, None, False, "Held lawful by a court."
    RULING_STAYED = "ruling_stayed", Effect.RECORDS, None, False, "A ruling against it was stayed."
    LICENCES_GRANTED = "licences_granted", Effect.RECORDS, None, False, "Licences under it were granted."
    LICENCES_DENIED = "licences_denied", Effect.RECORDS, None, False, "Licences under it were denied or revoked."
    INITIATED = "initiated", Effect.RECORDS, None, False, "A case, inquiry or procedure was opened."
    DETERMINED = "determined", Effect.RECORDS, None, False, "An authority made a finding in a case that goes on."
    COMMENTS_CLOSED = "comments_closed", Effect.RECORDS, None, False, "The period for public comments ended."
    PRESENTED = "presented", Effect.RECORDS, None, False, "Shown or explained in public at a conference or meeting."
    HELD = "held", Effect.RECORDS, None, False, "A conference or meeting took place."
    SIGNED = "signed", Effect.RECORDS, None, False, "Signed by a party to an agreement."
    JOINED = "joined", Effect.RECORDS, None, False, "A party joined or endorsed it."
    INVESTED = "invested", Effect.RECORDS, None, False, "A fund placed money in a project or firm."
    RAISED = "raised", Effect.RECORDS, None, False, "Capital was raised or increased."

    @property
    def foreseeable(self) -> bool:
        """Whether its day can be known ahead: a day of force, a sunset, a meeting.

        All others are known when they have happened and not before.
        """
        return self in _FORESEEABLE

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """The effect on the status, and whether the event happens once in a part."""
        yield "effect", self.effect.value
        if self.once:
            yield "occurs", "once"


_FORESEEABLE = frozenset(
    {
        EventType.EFFECTIVE,
        EventType.ESTABLISHED,
        EventType.REINSTATED,
        EventType.EXPIRED,
        EventType.RESCINDED,
        EventType.REMOVED,
        EventType.SUPERSEDED,
        EventType.DISSOLVED,
        EventType.CONCLUDED,
        EventType.SUSPENDED,
        EventType.NOT_ENFORCED,
        EventType.RESUMED,
        EventType.EXTENDED,
        EventType.APPLIES,
        EventType.COMMENTS_CLOSED,
        EventType.PRESENTED,
        EventType.HELD,
        EventType.JOINED,
    }
)


class Status(Term):
    """Whether a record, or a part of one, operates on a day. Computed, never typed in."""

    UNKNOWN = "unknown", "No dated event says how far it had come by that day."
    PROPOSED = "proposed", "Put forward, not yet decided."
    ANNOUNCED = "announced", "Announced as decided or intended, not yet in final form."
    ADOPTED = "adopted", "In final form, not yet in force."
    IN_FORCE = "in_force", "Operating on that day; not a judgement of its lawfulness."
    PARTLY_IN_FORCE = "partly_in_force", "Some parts operate on that day and others do not."
    SUSPENDED = "suspended", "Put out of operation, or kept from entering it, for a time."
    ENJOINED = "enjoined", "Barred from operating by a court for a time."
    NOT_ENFORCED = "not_enforced", "On the books, declared not to be enforced for a time."
    ENDED = "ended", "No longer operating: expired, rescinded, removed, annulled, superseded, dissolved or concluded."
    WITHDRAWN = "withdrawn", "Given up before it operated."


class StatusBasis(Term):
    """What the status on a day rests on."""

    ATTESTED = "attested", "An official or first-hand source attests the deciding event and, where it was announced ahead, a later source confirms it."
    SCHEDULED = "scheduled", "A stated future day has passed and no later source confirms it yet."
    REPORTED = "reported", "Only others than the issuer or the bound party report the deciding event."
