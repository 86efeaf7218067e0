"""What to say about a file that is not well-formed YAML."""

from __future__ import annotations

from yaml import MarkedYAMLError

from ai_statecraft.reader.characters import escaped
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.rules import SYNTAX, TAG

# A closer remedy for what the parser says, by a part of its message.
_REMEDIES = (
    (
        "mapping values are not allowed",
        "put the text in quotes if it holds `: `; otherwise mend the indentation",
    ),
    (
        "cannot start any token",
        "put the text in quotes: it starts with a character that YAML keeps for itself",
    ),
    (
        "could not find expected ':'",
        "end the key with a colon and a space; text of several lines needs deeper indentation",
    ),
    ("end of stream", "close the quote or the bracket"),
    ("expected ',' or", "close the bracket, and put a comma between its items"),
    ("escape", "a backslash starts an escape in double quotes: write single quotes instead"),
    ("expected key", "align the line with the lines around it"),
    ("block end", "align the line with the lines around it"),
    ("'-' indicator", "align the line with the lines around it"),
)


def report_syntax_error(error: Exception, faults: Faults) -> None:
    """Add the finding for an exception of PyYAML's parser."""
    if not isinstance(error, MarkedYAMLError):
        # These carry no place; their texts are PyYAML's or the interpreter's own.
        faults.add(SYNTAX, (0, 0), f"the file is not YAML: {escaped(str(error))}")
        return
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    problem = error.problem or "the file is not YAML"
    message = f"{problem} {error.context}" if error.context else problem
    started = error.context_mark
    if started and mark and started.line != mark.line:
        message = f"{message} that starts in line {started.line + 1}"
    rule = TAG if "undefined tag handle" in problem else SYNTAX
    remedy = next((remedy for part, remedy in _REMEDIES if part in problem), "")
    faults.add(rule, place, escaped(message), remedy=remedy if rule is SYNTAX else "")
