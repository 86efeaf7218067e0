"""The mechanisms all record types share: claims of every sort, and the citations they rest on."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ai_statecraft.models.base import (
    ActorRef,
    Cite,
    Column,
    Date,
    Day,
    Label,
    Language,
    Model,
    PartyRef,
    RecordRef,
    Sha256,
    Short,
    SourceRef,
    Text,
    distinct,
)
from ai_statecraft.vocabularies import (
    Axis,
    Basis,
    CapitalStage,
    CodeSystem,
    EventType,
    Measure,
    NameUse,
    Qualifier,
    Rank,
    Relation,
    Role,
    Scheme,
    Treatment,
)


class Claim(Model, frozen=True):
    """The envelope of everything that can be true or false.

    Each item in `cites` carries the whole claim alone; labels joined by `+` carry
    it only together.
    """

    trailing: ClassVar[tuple[str, ...]] = (
        "part",
        "cites",
        "against",
        "rank",
        "rank_reason",
        "note",
    )
    identity: ClassVar[tuple[str, ...]] = ()
    """The fields that say which thing is claimed, apart from what is claimed of it."""
    answer: ClassVar[tuple[str, ...]] = ()
    """The fields that say what is claimed of it: in these, rivals differ."""

    part: Label | None = Field(
        default=None, description="The part of the record that the claim concerns."
    )
    cites: Annotated[tuple[Cite, ...], AfterValidator(distinct)] = Field(
        default=(), description="Citations that carry the claim, each alone; `a+b` only together."
    )
    against: Annotated[tuple[Label, ...], AfterValidator(distinct)] = Field(
        default=(), description="Citations that deny, refute or overtake the claim."
    )
    rank: Rank | None = Field(default=None, description="How the claim stands among its rivals.")
    rank_reason: Text | None = Field(default=None, description="Why it has this rank.")
    note: Text | None = Field(
        default=None, description="What a reader needs to know to read the claim."
    )


class Name(Claim, frozen=True):
    """Another name of the thing, in any language."""

    identity: ClassVar[tuple[str, ...]] = ("text", "language", "use")

    text: Short = Field(description="The name as written.")
    language: Annotated[Language, Column("language")] = Field(
        description="Language of the name, BCP 47."
    )
    use: Annotated[NameUse, Column("name_use")] = Field(description="What sort of name it is.")


class Participant(Claim, frozen=True):
    """A party and the role it plays."""

    identity: ClassVar[tuple[str, ...]] = ("role", "party", "name")

    party: PartyRef | None = Field(default=None, description="The party, if it has a record.")
    name: Short | None = Field(default=None, description="The party's name, if it has no record.")
    role: Role = Field(description="What the party does.")

    @model_validator(mode="after")
    def one_party(self) -> Self:
        """A participant is either a record or a bare name."""
        if (self.party is None) == (self.name is None):
            raise PydanticCustomError("one_party", "give either `party` or `name`")
        return self


class ScopeItem(Claim, frozen=True):
    """Whom or what a measure binds, frees or conditions, on one axis."""

    identity: ClassVar[tuple[str, ...]] = ("axis", "system", "codes", "text", "except_codes")

    axis: Axis = Field(description="What the item speaks of.")
    system: CodeSystem | None = Field(default=None, description="The register the codes come from.")
    codes: Annotated[tuple[Short, ...], AfterValidator(distinct)] = Field(
        default=(), description="Codes of the register."
    )
    except_codes: Annotated[tuple[Short, ...], AfterValidator(distinct)] = Field(
        default=(), alias="except", description="Codes of the register that are left out."
    )
    text: Text | None = Field(
        default=None, description="The scope in words, where no codes say it."
    )
    treatment: Treatment | None = Field(
        default=None, description="What the measure does to what the item names."
    )

    @model_validator(mode="after")
    def codes_have_a_system(self) -> Self:
        """Codes need their register; without codes, words."""
        if (self.codes or self.except_codes) and self.system is None:
            raise PydanticCustomError("codes_without_system", "codes need `system`")
        if not self.codes and self.text is None:
            raise PydanticCustomError("empty_scope", "give `system` and `codes`, or `text`")
        return self


class Event(Claim, frozen=True):
    """Something that happened to the record, or is stated to happen, on a date."""

    identity: ClassVar[tuple[str, ...]] = ("type", "by")
    answer: ClassVar[tuple[str, ...]] = ("date", "until")

    date: Date = Field(description="When, as precisely as known (EDTF).")
    type: EventType = Field(description="What happened.")
    until: Date | None = Field(
        default=None, description="Last day, inclusive, of what the event begins."
    )
    by: Annotated[RecordRef | None, Column("by_record")] = Field(
        default=None, description="The record or body that did it, such as the act that amends."
    )


class Quantity(Claim, frozen=True):
    """A number with its meaning: an amount, rate, threshold, share or count."""

    identity: ClassVar[tuple[str, ...]] = ("measure", "stage", "of", "party", "as_of", "all_of")
    answer: ClassVar[tuple[str, ...]] = ("value", "low", "high", "unit", "qualifier")

    measure: Measure = Field(description="What is measured.")
    value: float | None = Field(default=None, description="The value, in `unit`.")
    low: float | None = Field(default=None, description="Lower bound of a range, in `unit`.")
    high: float | None = Field(default=None, description="Upper bound of a range, in `unit`.")
    unit: Short = Field(description="Unit of the measure, or an ISO 4217 currency.")
    qualifier: Qualifier | None = Field(
        default=None, description="How the source bounds the value; exactly if absent."
    )
    of: Annotated[Short | None, Column("denominator")] = Field(
        default=None,
        description="What the value is a share of; `unstated` if the source does not say.",
    )
    as_of: Date | None = Field(default=None, description="The day or span the value holds for.")
    stage: CapitalStage | None = Field(default=None, description="How far the money has come.")
    party: PartyRef | None = Field(
        default=None, description="Whose value it is, if not the record's own."
    )
    all_of: Label | None = Field(
        default=None, description="Conditions with the same label must hold together."
    )
    stated: Short | None = Field(
        default=None,
        description="The figure as the source writes it, from which a rule recomputes it.",
    )

    @model_validator(mode="after")
    def value_or_range(self) -> Self:
        """A quantity has a value or a range, never both."""
        if (self.value is None) == (self.low is None and self.high is None):
            raise PydanticCustomError("value_or_range", "give `value`, or `low` and `high`")
        return self


class Milestone(Quantity, frozen=True):
    """A value that a target is to reach by a date."""

    identity: ClassVar[tuple[str, ...]] = (*Quantity.identity, "due")

    due: Date = Field(description="When the value is to be reached; its last day is the deadline.")


class ReferenceNumber(Claim, frozen=True):
    """An official number by which the act, case or body is known."""

    identity: ClassVar[tuple[str, ...]] = ("scheme", "value")

    scheme: Scheme = Field(description="The numbering.")
    value: Annotated[Short, Column("number")] = Field(
        description="The number, in the scheme's form."
    )


class Link(Claim, frozen=True):
    """A relation to another record, evidenced like any other claim."""

    identity: ClassVar[tuple[str, ...]] = ("rel", "to")

    rel: Relation = Field(description="How the record relates to the other.")
    to: Annotated[RecordRef, Column("to_record")] = Field(description="The other record.")


class FindingInWords(Claim, frozen=True):
    """A finding that no number expresses."""

    identity: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="The finding, in our own words, with whose finding it is.")


class Fingerprint(Model, frozen=True):
    """Number and hash of a passage's normalised words, as the provenance specification says."""

    words: int = Field(ge=1, le=10_000_000, description="How many words the passage has.")
    sha256: Sha256 = Field(description="SHA-256 of the normalised words joined by spaces.")


class Citation(Model, frozen=True):
    """A passage of a source, named by its fingerprint and never reproduced."""

    source: SourceRef = Field(description="The source the passage stands in.")
    locator: Short | None = Field(
        default=None, description="Where in the source: paragraph, section, page, heading."
    )
    basis: Basis = Field(description="In what capacity the passage speaks.")
    attributed_to: tuple[ActorRef, ...] = Field(
        default=(), description="Whom the passage names as its own source, nearest first."
    )
    fingerprint: Fingerprint = Field(description="The passage's fingerprint.")
    at: Annotated[int | None, Column("first_word")] = Field(
        default=None, ge=0, description="Index of the passage's first word in the source; a hint."
    )
    note: Text | None = Field(
        default=None, description="What a reader needs to know of the passage."
    )


class Waiver(Model, frozen=True):
    """A finding that the record accepts, with a reason."""

    rule: Annotated[Short, Field(pattern=r"^[A-Z]+[0-9]{3}$")] = Field(
        description="The rule whose finding is waived."
    )
    path: Short | None = Field(
        default=None,
        description="JSON Pointer to the value that is excused; the whole record if absent.",
    )
    reason: Text = Field(description="Why the rule does not hold here.")


class Curation(Model, frozen=True):
    """When the record was made and last read against its sources."""

    added: Day = Field(description="Day the record was added.")
    reviewed: Day = Field(description="Day the record was last read against its sources.")
