"""`statecraft new`: draft a record by questions or options, write it, and validate it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ai_statecraft.cli.usage import Commands, UsageError, add_data_option, data_folder
from ai_statecraft.models import RECORD_TYPES, Fingerprint, Record
from ai_statecraft.models.fields import ModelField, Shape, fields, summary

NEVER_GIVEN = ("curation",)
"""Fields without an option: the days follow from `--today`."""
BESIDE = ("actor", "source")
"""Types of which further records can be written along with the record itself."""


def add_to(commands: Commands) -> None:
    """Add the subcommand, with a subcommand of its own for each type of record."""
    parser = commands.add_parser(
        "new",
        help="draft a record by questions or options, write it, and validate it",
        description=__doc__,
    )
    types = parser.add_subparsers(metavar="TYPE", required=True)
    for model in RECORD_TYPES:
        doc = summary(model)
        each = types.add_parser(model.type, help=doc, description=_description(model, doc))
        for field in fields(model).values():
            if field.key not in NEVER_GIVEN:
                _add_option(each, model, field)
        _add_common_options(each)
        each.set_defaults(run=run, model=model)


def flag_of(model: type[Record], key: str) -> str:
    """The option that gives a field: of a list one item at a time, so in the singular."""
    field = fields(model)[key]
    singular = key.removesuffix("ies") + "y" if key.endswith("ies") else key.removesuffix("s")
    if key == "findings_in_words":
        singular = "finding_in_words"
    taken = field.shape is Shape.ONE or singular in fields(model)
    return "--" + (key if taken else singular).replace("_", "-")


def _description(model: type[Record], doc: str) -> str:
    return (
        f"{doc} Whatever no option gives is asked for. Claims and citations are given as YAML "
        f"mappings, each by an option of its own; their fields are in the data model's page."
    )


def _add_option(parser: ArgumentParser, model: type[Record], field: ModelField) -> None:
    # argparse takes a per cent sign for a format.
    about = field.description.replace("%", "%%")
    if field.vocabulary is not None:
        about += f" One of: {', '.join(term.value for term in field.vocabulary)}."
    if field.model is Fingerprint:
        metavar, about = "FILE", f"{about} Taken from a file with the text."
    elif field.shape is Shape.MAP:
        metavar = "'KEY: VALUE'"
    else:
        metavar = "'{...}'" if field.model else "DATE" if field.date else "TEXT"
    parser.add_argument(
        flag_of(model, field.key),
        dest=dest_of(field),
        action="store" if field.shape is Shape.ONE else "append",
        metavar=metavar,
        help=about if field.shape is Shape.ONE else f"{about} May be given several times.",
    )


def _add_common_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--passage",
        action="append",
        default=[],
        metavar="LABEL=FILE",
        help="the passage of a citation, of which the fingerprint alone is kept; - is standard "
        "input. May be given several times.",
    )
    for type_ in BESIDE:
        parser.add_argument(
            f"--new-{type_}",
            action="append",
            default=[],
            metavar="'{...}'",
            help=f"another {type_} to write along with the record. May be given several times.",
        )
    parser.add_argument(
        "--no-input", action="store_true", help="ask nothing; what is missing is an error"
    )
    parser.add_argument("--today", metavar="DAY", help="the day of curation (default: today)")
    add_data_option(parser)


def dest_of(field: ModelField) -> str:
    """The name under which the options hold what was given for a field."""
    return f"field_{field.key}"


def run(options: Namespace) -> int:
    """Draft, write and validate; 1 if the new files have findings that are errors."""
    from ai_statecraft.cli.drafts import drafts_from
    from ai_statecraft.reader.data import read_data
    from ai_statecraft.writing.answers import AnswerError
    from ai_statecraft.writing.drafting import write_drafts
    from ai_statecraft.writing.known import KnownRecords

    root = data_folder(options.data)
    if not root.is_dir():
        raise UsageError(f"{root} is no folder; run the command in a checkout, or give --data")
    try:
        known = KnownRecords(read_data(root).contents)
        written = write_drafts(drafts_from(options, known), root)
    except AnswerError as error:
        reasons = "; ".join(str(error).splitlines())
        raise UsageError(f"nothing was written: {reasons}") from error
    except (EOFError, KeyboardInterrupt) as error:
        print(file=sys.stderr)
        raise UsageError("stopped before the end; nothing was written") from error
    except OSError as error:
        raise UsageError(f"nothing was written: {error}") from error
    for path in written:
        print(f"wrote {path}")
    return _validated(written, root)


def _validated(written: list[Path], root: Path) -> int:
    from ai_statecraft.checks.validate import validate
    from ai_statecraft.cli.validate import chosen
    from ai_statecraft.reporting import Format, render

    findings = chosen(validate(root).findings, written, root)
    sys.stdout.write(render(findings, Format.TEXT))
    errors = sum(finding.severity == "error" for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0
