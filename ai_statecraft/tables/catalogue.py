"""The catalogue of the published tables, in the order in which they are released."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ai_statecraft.claims import claim_fields, table_of
from ai_statecraft.contents import Deflator, Rate, Redirect, Released
from ai_statecraft.models import (
    RECORD_TYPES,
    Citation,
    Claim,
    ClaimRecord,
    Milestone,
    Quantity,
    Record,
    Target,
    Waiver,
)
from ai_statecraft.models.fields import fields, summary
from ai_statecraft.tables.schema import (
    ColumnType,
    TableColumn,
    TableSchema,
    columns_of,
    of_type,
    text,
)
from ai_statecraft.vocabularies import (
    CodeSystem,
    Dispute,
    Domain,
    Nature,
    Status,
    StatusBasis,
    Support,
)

RECORD = text("record", "The record, `type/id`.", table="records")
CLAIM = text(
    "claim", "Id of the claim: stable while the claim is about the same thing.", table="claims"
)
PATH = text("path", "JSON Pointer to the claim within the record.", required=True)
CITATION = text("citation", "Label of the citation within the record.")
SUPPORT = text("support", "How well the claim is supported.", vocabulary=Support)
DISPUTE = text("dispute", "Whether the claim is contested.", vocabulary=Dispute)
STATUS = (
    text("status", "Status on the release's own day.", required=False, vocabulary=Status),
    text("status_basis", "What the status rests on.", required=False, vocabulary=StatusBasis),
    of_type(ColumnType.DATE, "status_since", "First day of the status, as far as known."),
    of_type(
        ColumnType.BOOLEAN,
        "status_uncertain",
        "Whether an event known only to a span of days could make the status another.",
    ),
)
QUANTITY_EXTRAS = (
    text("purpose", "The record's field: quantities, milestones or outcomes."),
    of_type(
        ColumnType.BOOLEAN,
        "stated_agrees",
        "Whether the figure in `stated` computes to the value; null if it cannot be read.",
    ),
    of_type(ColumnType.NUMBER, "value_usd", "The value in US dollars at the yearly average rate."),
    of_type(ColumnType.NUMBER, "low_usd", "The lower bound in US dollars."),
    of_type(ColumnType.NUMBER, "high_usd", "The upper bound in US dollars."),
    of_type(ColumnType.NUMBER, "usd_rate", "Units of the currency per US dollar that were used."),
    of_type(ColumnType.INTEGER, "usd_rate_year", "Year of the rate that was used."),
)
BRIEF = frozenset({"id", "name", "kind", "curation"})
"""Fields of every record whose columns in `records` have names of their own."""
SHARED = frozenset({*fields(Record), *fields(ClaimRecord)})
"""Fields that records of several types share, and so not in the tables of one type."""


def _records() -> TableSchema:
    return TableSchema(
        "records",
        "A row for every record of any type.",
        (
            text("record", "The record's key, `type/id`."),
            text("record_type", "The record's type."),
            text("record_id", "The record's id within its type."),
            text("name", "The usual English name; of a source, its title."),
            text("kind", "What sort of thing it is, in the vocabulary of its type."),
            text(
                "claim",
                "Id of the claim made by name, kind, summary, domains, jurisdictions; null for "
                "sources, which describe themselves.",
                required=False,
                table="claims",
            ),
            *columns_of(ClaimRecord, without=BRIEF),
            *STATUS,
            text(
                "support",
                "Support of its weakest status-bearing claim; null for sources.",
                required=False,
                vocabulary=Support,
            ),
            text(
                "dispute",
                "Dispute of its weakest status-bearing claim; null for sources.",
                required=False,
                vocabulary=Dispute,
            ),
            of_type(ColumnType.DATE, "first_day", "First possible day of its earliest event."),
            of_type(ColumnType.DATE, "last_day", "Last possible day of its latest event."),
            of_type(ColumnType.DATE, "added", "Day the record was added.", required=True),
            of_type(
                ColumnType.DATE,
                "reviewed",
                "Day it was last read against its sources.",
                required=True,
            ),
        ),
        ("record",),
    )


def _type_table(model: type[Record]) -> TableSchema:
    particular = columns_of(model, without=SHARED - {"kind"})
    return TableSchema(
        model.folder,
        f"What is particular to records of type {model.type}: {summary(model)}",
        (RECORD, *particular),
        ("record",),
    )


def _claim_table(name: str, model: type[Claim]) -> TableSchema:
    # A milestone has every field that a quantity has, and stands in the same table.
    fullest = Milestone if model is Quantity else model
    optional_due = (
        TableColumn(c.name, c.type, c.description, False, c.vocabulary, c.table)
        if name == "quantities" and c.name.startswith("due")
        else c
        for c in columns_of(fullest)
    )
    return TableSchema(
        name,
        f"A row for each claim of this sort: {summary(model)}",
        (
            CLAIM,
            RECORD,
            PATH,
            *optional_due,
            *(QUANTITY_EXTRAS if name == "quantities" else ()),
            SUPPORT,
            DISPUTE,
        ),
        ("claim",),
    )


def _bridges() -> tuple[TableSchema, ...]:
    place = of_type(ColumnType.INTEGER, "place", "Place in the list, from 0.", required=True)
    return (
        TableSchema(
            "claims",
            "A row for every claim of any sort, with the table that holds what it says.",
            (
                text("claim", "Id of the claim: stable while the claim is about the same thing."),
                RECORD,
                text("held_in", "The table that holds the claim's own row."),
                text(
                    "path",
                    "JSON Pointer to the claim; null for the record's name, kind and summary.",
                    required=False,
                ),
                SUPPORT,
                DISPUTE,
            ),
            ("claim",),
        ),
        TableSchema(
            "parts",
            "A row for each part of a record: a clause, tier, stage or tranche with its own fate.",
            (
                RECORD,
                text("part", "The part's key within the record."),
                text("description", "What the part is."),
                *STATUS,
            ),
            ("record", "part"),
        ),
        TableSchema(
            "citations",
            "A row for each citation: a passage of a source, named by its fingerprint.",
            (RECORD, CITATION, *columns_of(Citation)),
            ("record", "citation"),
        ),
        TableSchema(
            "cites",
            "Which citations carry or deny which claim. Citations of one alternative carry the "
            "claim only together; each alternative carries it alone.",
            (
                CLAIM,
                RECORD,
                text(
                    "stance", "`for` if the passage carries the claim, `against` if it denies it."
                ),
                of_type(
                    ColumnType.INTEGER,
                    "alternative",
                    "Number of the alternative, from 0.",
                    required=True,
                ),
                CITATION,
            ),
            ("claim", "stance", "alternative", "citation"),
        ),
        TableSchema(
            "domains",
            "Fields of technology or policy of each record.",
            (RECORD, text("domain", "The field.", vocabulary=Domain)),
            ("record", "domain"),
        ),
        TableSchema(
            "jurisdictions",
            "The issuer's or bearer's states of each record.",
            (RECORD, text("jurisdiction", "ISO 3166-1 alpha-2, or EU.")),
            ("record", "jurisdiction"),
        ),
        TableSchema(
            "codes",
            "The codes of each scope claim.",
            (
                text("claim", "Id of the scope claim.", table="claims"),
                RECORD,
                text("system", "The register of the code.", vocabulary=CodeSystem),
                text("code", "The code."),
                of_type(
                    ColumnType.BOOLEAN,
                    "excluded",
                    "Whether the code is left out of the scope.",
                    required=True,
                ),
            ),
            ("claim", "excluded", "code"),
        ),
        TableSchema(
            "attributions",
            "Whom a cited passage names as its own source, nearest first.",
            (RECORD, CITATION, place, text("actor", "The actor named.", table="records")),
            ("record", "citation", "place"),
        ),
        TableSchema(
            "issuers",
            "The bodies whose own text or statement a source is.",
            (RECORD, place, text("actor", "The body.", table="records")),
            ("record", "place"),
        ),
        TableSchema(
            "derivations",
            "The documents a source draws on.",
            (RECORD, place, text("derived_from", "The other source.", table="records")),
            ("record", "place"),
        ),
        TableSchema(
            "waivers",
            "Findings that a record accepts, with the reason.",
            (RECORD, place, *columns_of(Waiver)),
            ("record", "place"),
        ),
    )


def _reference_tables() -> tuple[TableSchema, ...]:
    vocabulary = text("vocabulary", "The vocabulary.")
    term = text("term", "The term as records write it.")
    return (
        TableSchema(
            "vocabularies",
            "Every term of every vocabulary with its definition.",
            (vocabulary, term, text("definition", "What the term means.")),
            ("vocabulary", "term"),
        ),
        TableSchema(
            "constraints",
            "What limits the use of a term: units of a measure, kinds of actor for a role, the "
            "effect of an event type.",
            (
                vocabulary,
                term,
                text("aspect", "What is limited or said."),
                text("admits", "A value that is admitted, or the fact."),
            ),
            ("vocabulary", "term", "aspect", "admits"),
        ),
        TableSchema(
            "measures",
            "Every measure: what it measures and how its values may be used.",
            (
                text("measure", "The measure."),
                text("definition", "What it measures."),
                text("nature", f"What sort of magnitude: {', '.join(n.value for n in Nature)}."),
                text("units", "Admitted units, separated by spaced bars."),
                of_type(
                    ColumnType.BOOLEAN, "additive", "Whether values may be summed.", required=True
                ),
                text("needs", "Fields without which a value cannot be read.", required=False),
                of_type(
                    ColumnType.NUMBER, "most", "Largest plausible value in its unit.", required=True
                ),
            ),
            ("measure",),
        ),
        TableSchema(
            "rates", "Yearly average exchange rates.", columns_of(Rate), ("currency", "year")
        ),
        TableSchema(
            "deflators",
            "Yearly changes of the GDP deflators by which sums are brought to prices of one year.",
            columns_of(Deflator),
            ("currency", "year"),
        ),
        TableSchema(
            "redirects",
            "Ids that no longer have a record of their own.",
            columns_of(Redirect),
            ("record",),
        ),
        TableSchema(
            "released", "Every id that a release has carried.", columns_of(Released), ("record",)
        ),
    )


DATED = frozenset({"records", "parts"})
"""The tables with columns that depend on a day: statuses."""

FINDINGS = TableSchema(
    "findings",
    "What the checks found and did not hold against the release: warnings and waived findings.",
    (
        text("rule", "The rule."),
        text("severity", "`warning`, or `waived` if the record accepts the finding."),
        text("file", "The record's file."),
        text("pointer", "JSON Pointer to the value; null for the whole record.", required=False),
        text("message", "What was found."),
    ),
    ("rule", "file", "pointer", "message"),
)


@cache
def catalogue() -> Mapping[str, TableSchema]:
    """Every table derived from records and reference rows, by name, in release order.

    The table of findings comes on top when a release is built.
    """
    claim_models: dict[str, type[Claim]] = {}
    for model in (ClaimRecord, Target):
        for name, item in claim_fields(model):
            claim_models.setdefault(table_of(name), item)
    tables = (
        _records(),
        *(_type_table(model) for model in RECORD_TYPES),
        *(_claim_table(name, model) for name, model in claim_models.items()),
        *_bridges(),
        *_reference_tables(),
    )
    return {table.name: table for table in tables}
