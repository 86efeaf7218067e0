"""The controlled vocabularies, each in one place, each member with its definition.

Curators extend a vocabulary by adding one line to its class; the JSON Schemas, the
tables and the site follow from it.
"""

from ai_statecraft.vocabularies.claims import (
    Axis,
    Basis,
    Bindingness,
    CapitalStage,
    CodeSystem,
    Dispute,
    DocumentState,
    Domain,
    NameUse,
    Qualifier,
    Rank,
    RedirectReason,
    Support,
    Treatment,
)
from ai_statecraft.vocabularies.events import Effect, EventType, Stage, Status, StatusBasis
from ai_statecraft.vocabularies.kinds import (
    ActorKind,
    FundKind,
    InitiativeKind,
    ObservationKind,
    RestrictionKind,
    SourceKind,
    TargetKind,
    Tier,
)
from ai_statecraft.vocabularies.measures import CURRENCY, Measure, Nature, Need
from ai_statecraft.vocabularies.relations import Relation
from ai_statecraft.vocabularies.roles import Role
from ai_statecraft.vocabularies.schemes import Scheme
from ai_statecraft.vocabularies.term import Term

VOCABULARIES: tuple[type[Term], ...] = (
    ActorKind,
    Axis,
    Basis,
    Bindingness,
    CapitalStage,
    CodeSystem,
    Dispute,
    DocumentState,
    Domain,
    EventType,
    FundKind,
    InitiativeKind,
    Measure,
    NameUse,
    ObservationKind,
    Qualifier,
    Rank,
    RedirectReason,
    Relation,
    RestrictionKind,
    Role,
    Scheme,
    SourceKind,
    Status,
    StatusBasis,
    Support,
    TargetKind,
    Treatment,
)
"""Every vocabulary, in alphabetical order."""

__all__ = [
    "CURRENCY",
    "VOCABULARIES",
    "ActorKind",
    "Axis",
    "Basis",
    "Bindingness",
    "CapitalStage",
    "CodeSystem",
    "Dispute",
    "DocumentState",
    "Domain",
    "Effect",
    "EventType",
    "FundKind",
    "InitiativeKind",
    "Measure",
    "NameUse",
    "Nature",
    "Need",
    "ObservationKind",
    "Qualifier",
    "Rank",
    "RedirectReason",
    "Relation",
    "RestrictionKind",
    "Role",
    "Scheme",
    "SourceKind",
    "Stage",
    "Status",
    "StatusBasis",
    "Support",
    "TargetKind",
    "Term",
    "Tier",
    "Treatment",
]
