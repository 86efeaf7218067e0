"""The rows of the tables that do not follow from the records."""

from __future__ import annotations

from ai_statecraft.contents import Contents
from ai_statecraft.tables.cells import cells
from ai_statecraft.tables.csv import Row
from ai_statecraft.vocabularies import VOCABULARIES, Measure


def reference_rows(contents: Contents) -> dict[str, list[Row]]:
    """The rows of rates, deflators, redirects and released ids."""
    return {
        "rates": [cells(rate) for rate in contents.rates],
        "deflators": [cells(deflator) for deflator in contents.deflators],
        "redirects": [cells(redirect) for redirect in contents.redirects],
        "released": [cells(released) for released in contents.released],
    }


def vocabulary_rows() -> dict[str, list[Row]]:
    """The rows of vocabularies, their constraints, and measures."""
    terms = [(vocabulary.__name__, term) for vocabulary in VOCABULARIES for term in vocabulary]
    return {
        "vocabularies": [
            {"vocabulary": vocabulary, "term": str(term), "definition": term.definition}
            for vocabulary, term in terms
        ],
        "constraints": [
            {"vocabulary": vocabulary, "term": str(term), "aspect": aspect, "admits": admitted}
            for vocabulary, term in terms
            for aspect, admitted in term.constraints
        ],
        "measures": [
            {
                "measure": str(measure),
                "definition": measure.definition,
                "nature": measure.nature.value,
                "units": " | ".join(measure.units),
                "additive": measure.additive,
                "needs": " | ".join(need.value for need in measure.needs) or None,
                "most": float(measure.most),
            }
            for measure in Measure
        ],
    }
