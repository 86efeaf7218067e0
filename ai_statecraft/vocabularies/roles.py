"""Roles that parties play, and which sorts of party may play them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from ai_statecraft.vocabularies.kinds import ActorKind
from ai_statecraft.vocabularies.term import Term

AUTHORITIES = (
    ActorKind.STATE,
    ActorKind.GOVERNMENT,
    ActorKind.LEGISLATURE,
    ActorKind.COURT,
    ActorKind.PARTY,
    ActorKind.OFFICE,
    ActorKind.INTERNATIONAL,
    ActorKind.ASSOCIATION,
    ActorKind.MILITARY,
)
ANYONE = tuple(ActorKind)


class Role(Term):
    """What a party does in a record; `actors` are the kinds of actor that may do it."""

    actors: tuple[ActorKind, ...]

    def __new__(cls, text: str, actors: tuple[ActorKind, ...], definition: str) -> Self:
        term = cls.defined(text, definition)
        term.actors = actors
        return term

    ISSUER = "issuer", AUTHORITIES, "Issued or took the act."
    SETTER = "setter", ANYONE, "Set the target."
    PROPOSER = "proposer", ANYONE, "Put it forward."
    ENFORCER = "enforcer", AUTHORITIES, "Enforces or administers it without having issued it."
    PRESENTER = "presenter", ANYONE, "Announced or presented it in public."
    HOST = "host", ANYONE, "Hosts or convenes it."
    MEMBER = "member", ANYONE, "Is a member or signatory."
    PARTNER = "partner", ANYONE, "Cooperates in it."
    LISTED = "listed", ANYONE, "Is named by the act as subject to it."
    BOUND = "bound", ANYONE, "Has to comply, or is told to."
    AFFECTED = "affected", ANYONE, "Is affected without being bound."
    EXEMPTED = "exempted", ANYONE, "Is exempted from it."
    BENEFICIARY = "beneficiary", ANYONE, "Receives money, goods or advantages."
    MANAGER = "manager", ANYONE, "Manages the fund or programme."
    INVESTOR = "investor", ANYONE, "Holds or subscribes capital."
    LENDER = "lender", ANYONE, "Lends."
    INVESTEE = "investee", ANYONE, "Received an investment of the fund."
    IMPLEMENTER = "implementer", ANYONE, "Carries out the programme."
    SUBJECT = "subject", ANYONE, "Is what the observation or inquiry is about."
    ESTIMATOR = "estimator", ANYONE, "Made the measurement, estimate or finding."

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """The actor kinds that may play the role, where not all may."""
        if self.actors != ANYONE:
            for kind in self.actors:
                yield "actor_kind", kind.value
