"""The record types: four that the dataset exists for, three that serve them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, PrivateAttr

from ai_statecraft.models.base import (
    ActorRef,
    Address,
    Cite,
    Date,
    Jurisdiction,
    Label,
    Language,
    Model,
    Short,
    Slug,
    SourceRef,
    Text,
    distinct,
)
from ai_statecraft.models.claims import (
    Citation,
    Curation,
    Event,
    FindingInWords,
    Fingerprint,
    Link,
    Milestone,
    Name,
    Participant,
    Quantity,
    ReferenceNumber,
    ScopeItem,
    Waiver,
)
from ai_statecraft.models.seen import Seen, View
from ai_statecraft.vocabularies import (
    ActorKind,
    Bindingness,
    DocumentState,
    Domain,
    FundKind,
    InitiativeKind,
    ObservationKind,
    RestrictionKind,
    SourceKind,
    TargetKind,
    Term,
)

if TYPE_CHECKING:
    from ai_statecraft.dataset.history import Moment
    from ai_statecraft.status import StatusOn

MOST = 200
"""Items of one sort in a record. No act has as many that need a claim each, and rules that
compare the claims of a record with each other must not run for minutes."""


class Record(Model, frozen=True):
    """What every record has, whatever its type.

    >>> ds.get("fund/cn-big-fund-3")
    <fund/cn-big-fund-3: National Integrated Circuit Industry Investment Fund, phase III>
    """

    trailing: ClassVar[tuple[str, ...]] = ("links", "note", "citations", "waivers", "curation")
    type: ClassVar[str]
    """The record type's name; with the id it is the record's key, `type/id`."""
    folder: ClassVar[str]
    """The folder of data/ that holds the type's records, and the type's table."""

    id: Slug = Field(description="Equals the file's name; never changes, never reused.")
    name: Short = Field(description="The usual English name; of a source, its title.")
    kind: Term = Field(description="What sort of thing it is.")
    note: Text | None = Field(
        default=None, description="What a reader needs to know of the record."
    )
    waivers: tuple[Waiver, ...] = Field(
        default=(), max_length=MOST, description="Findings the record accepts."
    )
    curation: Curation = Field(description="When it was added and last reviewed.")

    @property
    def key(self) -> str:
        """The record's key in the dataset, `type/id`.

        >>> ds.funds["cn-big-fund-3"].key
        'fund/cn-big-fund-3'
        """
        return f"{self.type}/{self.id}"

    def __repr__(self) -> str:
        return f"<{self.key}: {self.name}>"

    def __str__(self) -> str:
        return f"{self.key}: {self.name}"

    def __hash__(self) -> int:
        # Equal records have equal keys; the mappings among the fields cannot be hashed.
        return hash(self.key)

    def _repr_html_(self) -> str:
        """The record as a card, for notebooks."""
        from ai_statecraft.cards import record_card

        return record_card(self)


class ClaimRecord(Record, frozen=True):
    """A record that makes claims about the world, each resting on citations.

    >>> record = ds.get("fund/cn-big-fund-3")
    >>> record.citations[record.cites[0]].basis.value
    'relay'
    """

    document: DocumentState | None = Field(
        default=None, description="Whether one can read the act itself."
    )
    summary: Text | None = Field(
        default=None,
        description="What it is, in our own words, without telling how the story ended.",
    )
    domains: Annotated[tuple[Domain, ...], AfterValidator(distinct)] = Field(
        default=(), description="Fields of technology or policy."
    )
    jurisdictions: Annotated[tuple[Jurisdiction, ...], AfterValidator(distinct)] = Field(
        default=(), description="The issuer's or bearer's states, ISO 3166-1 alpha-2 or EU."
    )
    cites: Annotated[tuple[Cite, ...], AfterValidator(distinct)] = Field(
        default=(), description="What name, kind, summary, domains and jurisdictions rest on."
    )
    parts: Mapping[Label, Short] = Field(
        default={},
        max_length=MOST,
        description="Clauses, tiers, stages or tranches that differ in date, number or fate.",
    )
    names: tuple[Name, ...] = Field(
        default=(), max_length=MOST, description="Other names, in any language."
    )
    participants: tuple[Participant, ...] = Field(
        default=(), max_length=MOST, description="Parties and their roles."
    )
    scope: tuple[ScopeItem, ...] = Field(
        default=(), max_length=MOST, description="Whom and what it binds."
    )
    events: tuple[Event, ...] = Field(
        default=(), max_length=MOST, description="What happened to it, and when."
    )
    quantities: tuple[Quantity, ...] = Field(
        default=(), max_length=MOST, description="Its numbers."
    )
    findings_in_words: tuple[FindingInWords, ...] = Field(
        default=(), max_length=MOST, description="Findings that no number expresses."
    )
    references: tuple[ReferenceNumber, ...] = Field(
        default=(), max_length=MOST, description="Its official numbers."
    )
    links: tuple[Link, ...] = Field(
        default=(), max_length=MOST, description="Its relations to other records."
    )
    citations: Mapping[Label, Citation] = Field(
        default={}, max_length=MOST, description="The passages its claims rest on."
    )
    _seen: Seen = PrivateAttr(default_factory=Seen)

    def seen_by(self, view: View) -> Self:
        """The same record as a dataset hands it out: it answers on the dataset's day.

        >>> ds.funds["cn-big-fund-3"].seen_by(ds.as_of(valid_on="2024-01-01")).status().status.value
        'unknown'
        """
        copy = self.model_copy()
        # Type checkers take the private attribute for one of the frozen fields.
        copy.__setattr__("_seen", Seen(view))
        return copy

    def status(self, on: date | str | None = None, *, part: str | None = None) -> StatusOn:
        """The status on a day (default: that of the dataset it was taken from), or a part's.

        As `Dataset.status`, with its errors; DetachedError for a record from elsewhere.

        >>> rule = ds.restrictions["us-bis-2022-10-advanced-computing"]
        >>> rule.status(on="2022-10-10").status.value, rule.status("2022-10-10", part="tools").since
        ('partly_in_force', datetime.date(2022, 10, 7))
        """
        return self._seen.view(self.key).status(self, on, part=part)

    def history(self) -> tuple[Moment, ...]:
        """The events in order of time, each with the status it left behind.

        As `Dataset.history`; DetachedError for a record that was not taken from a dataset.

        >>> [moment.event.type.value for moment in ds.funds["cn-big-fund-3"].history()][:1]
        ['established']
        """
        return self._seen.view(self.key).history(self)

    def _repr_html_(self) -> str:
        """The record as a card with its claims and their sources, for notebooks."""
        from ai_statecraft.cards import record_card

        return record_card(self, self._seen.by)


class Initiative(ClaimRecord, frozen=True):
    """A plan, law, organisation, cooperation or programme of a state.

    >>> plan = ds.initiatives["cn-new-generation-ai-plan"]
    >>> plan.references[0].value
    '国发〔2017〕35号'
    """

    type: ClassVar[str] = "initiative"
    folder: ClassVar[str] = "initiatives"

    kind: InitiativeKind = Field(description="What sort of initiative it is.")


class Fund(ClaimRecord, frozen=True):
    """Public or state-steered money: a vehicle, subsidy, budget line, credit or tax relief.

    >>> quantity = ds.funds["cn-big-fund-3"].quantities[1]
    >>> quantity.value, quantity.unit, quantity.stage.value
    (344000000000.0, 'CNY', 'registered')
    """

    type: ClassVar[str] = "fund"
    folder: ClassVar[str] = "funds"

    kind: FundKind = Field(description="What sort of money it is.")


class Target(ClaimRecord, frozen=True):
    """A stated goal with a deadline of its own.

    >>> milestone = ds.targets["cn-research-spending-2025"].milestones[0]
    >>> milestone.value, milestone.unit, milestone.qualifier.value, milestone.due
    (7.0, 'percent', 'at_least', '2025')
    """

    type: ClassVar[str] = "target"
    folder: ClassVar[str] = "targets"

    kind: TargetKind = Field(description="What the target is about.")
    binding: Bindingness = Field(description="How binding it is.")
    milestones: tuple[Milestone, ...] = Field(
        default=(), max_length=MOST, description="The values to be reached, each with its deadline."
    )
    outcomes: tuple[Quantity, ...] = Field(
        default=(), max_length=MOST, description="What was measured afterwards, and by whom."
    )


class Restriction(ClaimRecord, frozen=True):
    """A binding limit on goods, technology, money or firms.

    >>> rule = ds.restrictions["us-bis-2022-10-advanced-computing"]
    >>> rule.jurisdictions, tuple(rule.parts)
    (('US',), ('tools', 'us_persons', 'computing'))
    """

    type: ClassVar[str] = "restriction"
    folder: ClassVar[str] = "restrictions"

    kind: RestrictionKind = Field(description="What sort of limit it is.")


class Observation(ClaimRecord, frozen=True):
    """A measured or estimated value, or a finding in words.

    >>> ds.observations["smic-wafer-capacity"].quantities[0].value
    714000.0
    """

    type: ClassVar[str] = "observation"
    folder: ClassVar[str] = "observations"

    kind: ObservationKind = Field(description="How the observation came about.")


class Actor(ClaimRecord, frozen=True):
    """A party: a state, authority, firm, institute or newsroom.

    >>> [name.text for name in ds.actors["smic"].names if name.language == "zh-Hans"]
    ['中芯国际'...]
    """

    type: ClassVar[str] = "actor"
    folder: ClassVar[str] = "actors"

    kind: ActorKind = Field(description="What sort of party it is.")


class Source(Record, frozen=True):
    """A document that passages are cited from, described as it describes itself.

    >>> ds.sources["cn-state-council-2017-ai-plan"].language
    'zh-Hans'
    """

    type: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"

    kind: SourceKind = Field(description="What sort of document it is.")
    language: Language = Field(description="Language of the text read, BCP 47.")
    url: Address | None = Field(default=None, description="Where the document is published.")
    publisher: Short | None = Field(default=None, description="Who published it.")
    published: Date | None = Field(default=None, description="When it was published.")
    retrieved: Date | None = Field(
        default=None, description="When it was read; bounds `published` where that is missing."
    )
    issued_by: tuple[ActorRef, ...] = Field(
        default=(), description="The bodies whose own text or statement it is."
    )
    copy_of: SourceRef | None = Field(default=None, description="The document it reproduces.")
    translation_of: SourceRef | None = Field(
        default=None, description="The document it translates."
    )
    derived_from: tuple[SourceRef, ...] = Field(
        default=(), description="The documents it draws on."
    )
    text: Fingerprint | None = Field(
        default=None,
        description="Fingerprint of the whole text, by which an archive recognises it.",
    )


RECORD_TYPES: tuple[type[Record], ...] = (
    Initiative,
    Fund,
    Target,
    Restriction,
    Observation,
    Actor,
    Source,
)
"""Every record type, in the order of the tables."""
TYPES: Mapping[str, type[Record]] = {model.type: model for model in RECORD_TYPES}
"""Record types by name."""
