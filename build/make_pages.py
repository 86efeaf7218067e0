"""Write the pages of the site: docs/ as it is, its notebook run, and what the models give.

Run before MkDocs: `python build/make_pages.py`. The pages go to dist/pages/, which holds
nothing else and is made anew each time.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from api_page import api_page
from notebook_page import write_page

from ai_statecraft.checks.catalogue import all_rules
from ai_statecraft.models import RECORD_TYPES, Claim, ClaimRecord, Model, Record
from ai_statecraft.models.fields import ModelField, Shape, fields, summary
from ai_statecraft.tables.catalogue import FINDINGS, catalogue
from ai_statecraft.tables.schema import TableColumn, TableSchema
from ai_statecraft.vocabularies import VOCABULARIES, Term

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "dist" / "pages"


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a Markdown table; bars within cells are escaped."""
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def dictionary_page() -> Iterator[str]:
    """The data dictionary: every table, every column."""
    tables = (*catalogue().values(), FINDINGS)
    yield "# Data dictionary"
    yield ""
    yield f"A release has {len(tables)} tables, each as CSV and Parquet. This page is generated "
    yield "from the models, as are the schemas in the release's `datapackage.json`."
    yield ""
    yield from table(
        ("Table", "What it holds"), ((f"[{t.name}](#{t.name})", t.description) for t in tables)
    )
    for each in tables:
        yield from _table_section(each)


def _table_section(schema: TableSchema) -> Iterator[str]:
    yield ""
    yield f"## {schema.name} {{ #{schema.name} }}"
    yield ""
    yield schema.description
    yield ""
    yield f"Key: {', '.join(f'`{name}`' for name in schema.key)}."
    yield ""
    yield from table(
        ("Column", "Type", "Meaning"),
        ((f"`{c.name}`", _column_type(c), _column_meaning(c)) for c in schema.columns),
    )


def _column_type(column: TableColumn) -> str:
    return column.type.value + ("" if column.required else ", or null")


def _column_meaning(column: TableColumn) -> str:
    if column.vocabulary is not None:
        name = column.vocabulary.__name__
        return f"{column.description} Vocabulary [{name}](vocabularies.md#{name.lower()})."
    if column.table is not None:
        return f"{column.description} Key of [{column.table}](#{column.table})."
    return column.description


def vocabulary_page() -> Iterator[str]:
    """Every vocabulary with its terms' definitions."""
    yield "# Vocabularies"
    yield ""
    yield "Each term has one definition, which stands beside it in `ai_statecraft/vocabularies/`."
    for vocabulary in VOCABULARIES:
        yield from _vocabulary_section(vocabulary)


def _vocabulary_section(vocabulary: type[Term]) -> Iterator[str]:
    yield ""
    yield f"## {vocabulary.__name__} {{ #{vocabulary.__name__.lower()} }}"
    yield ""
    yield summary(vocabulary)
    yield ""
    yield from table(
        ("Term", "Meaning", "Limits"),
        (
            (
                f"`{term}`",
                term.definition,
                "; ".join(f"{aspect}: `{admitted}`" for aspect, admitted in term.constraints),
            )
            for term in vocabulary
        ),
    )


def rule_page() -> Iterator[str]:
    """The rule catalogue."""
    yield "# Rules"
    yield ""
    yield "What a record must keep, in the order in which it is checked. `statecraft rules ID` "
    yield "shows a rule with examples. Rules from `validators/` are SQL over the published tables, "
    yield "which whoever downloads a release can run too, but for the few that also look at "
    yield "registers of codes (`registries`), files with errors (`unread`) or other findings "
    yield "(`raised`)."
    for rule in all_rules():
        yield ""
        yield f"## {rule.id} {{ #{rule.id.lower()} }}"
        yield ""
        yield f"**{rule.title}** ({rule.severity})"
        yield ""
        yield f"- Why: {rule.why}"
        yield f"- To mend: {rule.remedy}"


def model_page(written: str) -> Iterator[str]:
    """The hand-written page on the data model, and after it the fields of every model."""
    yield written.rstrip()
    yield ""
    yield "## Fields of every record type"
    shared = {**fields(Record), **fields(ClaimRecord)}
    yield ""
    yield from _field_table(shared.values())
    for model in RECORD_TYPES:
        particular = [f for key, f in fields(model).items() if key not in shared]
        yield ""
        yield f"## {model.__name__} {{ #{model.type} }}"
        yield ""
        yield f"{summary(model)} Its kinds: vocabulary "
        kind = fields(model)["kind"].value.__name__
        yield f"[{kind}](vocabularies.md#{kind.lower()})."
        if particular:
            yield ""
            yield from _field_table(particular)
    for model in _nested(ClaimRecord, *RECORD_TYPES):
        yield ""
        yield f"## {model.__name__} {{ #{model.__name__.lower()} }}"
        yield ""
        yield summary(model)
        yield ""
        yield from _field_table(fields(model).values())


def _nested(*models: type[Model]) -> list[type[Model]]:
    """The models of fields within the given ones, and within those, in order of appearance."""
    found: list[type[Model]] = []
    for model in models:
        for field in fields(model).values():
            if field.model is not None and field.model not in found:
                found += [field.model, *(m for m in _nested(field.model) if m not in found)]
    return sorted(found, key=lambda model: not issubclass(model, Claim))


def _field_table(chosen: Iterable[ModelField]) -> Iterator[str]:
    yield from table(
        ("Field", "Form", "Meaning"),
        ((f"`{f.key}`", _form(f), f.description) for f in chosen),
    )


def _form(field: ModelField) -> str:
    name = field.value.__name__
    if field.vocabulary is not None:
        form = f"term of [{name}](vocabularies.md#{name.lower()})" if name != "Term" else "term"
    elif field.model is not None:
        form = f"[{name}](#{name.lower()})"
    elif field.reference is not None:
        form = "reference to " + " or ".join(field.reference.types)
    elif field.date is not None:
        form = "date" if field.date.value == "edtf" else "day"
    else:
        form = {"str": "text", "int": "integer", "float": "number"}[name]
    shape = {Shape.ONE: "", Shape.LIST: "list of ", Shape.MAP: "mapping of key to "}[field.shape]
    return shape + form + (", required" if field.required else "")


def main() -> int:
    """Write all pages; return the exit status."""
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.copytree(ROOT / "docs", PAGES)
    generated = {
        "api.md": api_page(),
        "tables.md": dictionary_page(),
        "vocabularies.md": vocabulary_page(),
        "rules.md": rule_page(),
        "model.md": model_page((ROOT / "docs" / "model.md").read_text(encoding="utf-8")),
    }
    for name, lines in generated.items():
        (PAGES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for notebook in sorted(PAGES.glob("*.ipynb")):
        write_page(notebook, PAGES)
    print(f"{len(list(PAGES.rglob('*.md')))} pages in {PAGES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
