"""The rules that the models stand for, and how a pydantic error becomes a finding of one."""

from __future__ import annotations

from ai_statecraft.reader.rules import ReaderRule

NO_VALUE = ReaderRule(
    "MODEL001",
    "A field that is there has a value",
    "nobody can tell a forgotten value from an unknown one",
    "give the value, or leave the field out",
)
MISSING = ReaderRule(
    "MODEL002",
    "A record has all required fields",
    "without them the record cannot be published",
    "add the field",
)
UNKNOWN_FIELD = ReaderRule(
    "MODEL003",
    "A record has only fields of its type",
    "what an unknown field says would be lost without a word",
    "correct the name, or move what it says to a field that exists",
)
UNKNOWN_TERM = ReaderRule(
    "MODEL004",
    "A vocabulary field holds a term of its vocabulary",
    "readers can filter and compare only terms that are defined",
    "choose a term; if none fits, propose one by a line in ai_statecraft/vocabularies/",
)
WRONG_SHAPE = ReaderRule(
    "MODEL005",
    "A value has the shape its field asks for",
    "a list where a text is due, or a text where a list is due, means something else",
    "write the value in the shape the schema shows",
)
WRONG_PATTERN = ReaderRule(
    "MODEL006",
    "A text follows the pattern of its field",
    "ids, references, codes and hashes are compared letter by letter",
    "write the text in the pattern's form",
)
OUT_OF_BOUNDS = ReaderRule(
    "MODEL007",
    "A text or number lies within its field's bounds",
    "an empty or overlong text and an impossible number are slips",
    "shorten, complete or correct the value",
)
BAD_DATE = ReaderRule(
    "MODEL008",
    "A date is a calendar day, month, year or interval that exists",
    "dates decide what was in force when",
    "write YYYY, YYYY-MM, YYYY-MM-DD or two of them joined by a slash",
)
BAD_ADDRESS = ReaderRule(
    "MODEL009",
    "An address is a public https address without credentials",
    "readers will follow it, and other forms can mislead or harm them",
    "give the public https address of the document",
)
INCONSISTENT = ReaderRule(
    "MODEL010",
    "The fields of an item go together",
    "half of an alternative, or both halves, cannot be read",
    "give exactly one of the alternatives",
)
OTHER_ID = ReaderRule(
    "MODEL011",
    "A record's id equals its file's name",
    "people and tools find a record by its file's name",
    "make the id and the file's name equal; a released id stays as it is",
)
TWICE = ReaderRule(
    "MODEL012",
    "A list names nothing twice",
    "a row for each value of the list would come twice",
    "remove one of the two",
)
BAD_ROW = ReaderRule(
    "MODEL013",
    "A row of a reference file has the columns and types of its model",
    "rates and released ids are read by their columns",
    "correct the row, or the header",
)
FORMULA = ReaderRule(
    "MODEL014",
    "A text does not start as a formula does",
    "a spreadsheet that opens the published tables would run it instead of showing it",
    "start the text with a letter, digit or quote, not with =, +, - or @",
)

RULES: tuple[ReaderRule, ...] = (
    NO_VALUE,
    MISSING,
    UNKNOWN_FIELD,
    UNKNOWN_TERM,
    WRONG_SHAPE,
    WRONG_PATTERN,
    OUT_OF_BOUNDS,
    BAD_DATE,
    BAD_ADDRESS,
    INCONSISTENT,
    OTHER_ID,
    TWICE,
    BAD_ROW,
    FORMULA,
)
"""Every rule of the models, in the order of their ids."""

BY_ERROR = {
    "missing": MISSING,
    "extra_forbidden": UNKNOWN_FIELD,
    "enum": UNKNOWN_TERM,
    "string_pattern_mismatch": WRONG_PATTERN,
    "string_too_short": OUT_OF_BOUNDS,
    "string_too_long": OUT_OF_BOUNDS,
    "too_long": OUT_OF_BOUNDS,
    "greater_than_equal": OUT_OF_BOUNDS,
    "less_than_equal": OUT_OF_BOUNDS,
    "date": BAD_DATE,
    "day": BAD_DATE,
    "address": BAD_ADDRESS,
    "one_party": INCONSISTENT,
    "codes_without_system": INCONSISTENT,
    "empty_scope": INCONSISTENT,
    "twice": TWICE,
    "value_or_range": INCONSISTENT,
}
"""The rule for each type of pydantic error; any other means a wrong shape."""
