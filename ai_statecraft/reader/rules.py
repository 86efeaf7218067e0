"""The reader's rules: what each refuses, why it matters, and how to mend it.

An id never changes and is never reused. The rule catalogue and `statecraft rules` list
`RULES`; the reader's findings take their remedy from here unless they know a closer one.
"""

from __future__ import annotations

from dataclasses import dataclass

from ai_statecraft.findings import Severity


@dataclass(frozen=True, slots=True)
class ReaderRule:
    """One thing that a record's file, or its name, must not be."""

    id: str
    """Stable id, such as READ020."""
    title: str
    """What holds for a good file, in one sentence."""
    why: str
    """What goes wrong without the rule."""
    remedy: str
    """What to do about a finding."""
    voids: bool = False
    """Whether what was read can't be relied on, so that no further check makes sense."""
    severity: Severity = Severity.ERROR


TOO_LARGE = ReaderRule(
    "READ001",
    "A file is at most 1 MiB",
    "records are written by hand and read by people; a larger file is a mistake or an attack",
    "split the record, or remove what is not part of it",
    voids=True,
)
NOT_UTF8 = ReaderRule(
    "READ002",
    "A file is UTF-8",
    "in another encoding names turn into other characters without anyone noticing",
    "save the file as UTF-8 (without a byte-order mark)",
    voids=True,
)
BYTE_ORDER_MARK = ReaderRule(
    "READ003",
    "A file has no byte-order mark",
    "tools that join or compare files take the mark for text",
    "save the file as UTF-8 without a byte-order mark",
)
CONTROL_CHARACTER = ReaderRule(
    "READ004",
    "A file holds no control characters",
    "they can steer a terminal, cut text short in other programs, and nobody sees them",
    "delete the character",
    voids=True,
)
TAB = ReaderRule(
    "READ005",
    "A file holds no tabs",
    "YAML forbids them in indentation, and elsewhere they pass for spaces",
    "replace the tab with spaces",
)
CARRIAGE_RETURN = ReaderRule(
    "READ006",
    "Lines end with a line feed alone",
    "mixed line ends make every line look changed, and a lone carriage return hides a line",
    "save the file with Unix line ends (LF); in git, set `core.autocrlf` to `input`",
)
ODD_LINE_BREAK = ReaderRule(
    "READ007",
    "No line ends with U+0085, U+2028 or U+2029, or with a carriage return alone",
    "some programs break a line there and others don't, so that they read different records",
    "replace the character with a line feed or a space",
    voids=True,
)
BIDIRECTIONAL = ReaderRule(
    "READ008",
    "A file holds no characters that change the direction of text",
    "with them a reviewer sees another order of words than the program reads",
    "delete the character",
    voids=True,
)
INVISIBLE = ReaderRule(
    "READ009",
    "A file holds no invisible characters",
    "two names that look alike would differ, and a change would not show in review",
    "delete the character; often it came along when the text was pasted from a page",
    voids=True,
)
NO_CHARACTER = ReaderRule(
    "READ010",
    "A file holds only characters that Unicode defines for exchange",
    "private-use characters, noncharacters and U+FFFD mean nothing, or text that was lost",
    "put the right character from the document in its place",
    voids=True,
)
SYNTAX = ReaderRule(
    "READ011",
    "A file is well-formed YAML",
    "a file that can't be parsed can't be checked any further",
    "mend the line; a text that holds `: ` or ` #`, or starts with a mark, needs quotes",
    voids=True,
)
EMPTY = ReaderRule(
    "READ012",
    "A file holds a record",
    "an empty file is a record that got lost",
    "write the record, or delete the file",
    voids=True,
)
ROOT_NOT_MAPPING = ReaderRule(
    "READ013",
    "A record is a mapping of fields",
    "a list or a single text has no fields",
    "write the fields as `name: value`, starting with `id:`",
    voids=True,
)
SEVERAL_DOCUMENTS = ReaderRule(
    "READ014",
    "A file holds one document",
    "most readers would take the first document and drop the rest without a word",
    "give each record a file of its own, and remove the line `---`",
    voids=True,
)
DIRECTIVE = ReaderRule(
    "READ015",
    "A file has no YAML directives",
    "a directive changes how the rest of the file is to be read",
    "remove the line that starts with `%`",
)
ANCHOR = ReaderRule(
    "READ016",
    "A file has no anchors",
    "an anchor is there for aliases, and those are not allowed",
    "remove the anchor; a text that starts with `&` needs quotes",
)
ALIAS = ReaderRule(
    "READ017",
    "A file has no aliases",
    "an alias stands for text that is elsewhere, can refer to itself and can grow without end",
    "write the value out; a text that starts with `*` needs quotes",
    voids=True,
)
TAG = ReaderRule(
    "READ018",
    "A file has no tags",
    "a tag makes other readers build something else than text, even run code",
    "remove the tag; a text that starts with `!` needs quotes",
)
MERGE_KEY = ReaderRule(
    "READ019",
    "A mapping has no merge key",
    "`<<` copies fields from elsewhere in one version of YAML and is a name in the other",
    "write the fields out",
    voids=True,
)
COMPLEX_KEY = ReaderRule(
    "READ020",
    "A key is plain or quoted text before a colon",
    "keys that are lists or mappings, or written with `? `, have no place in a record",
    "write `name: value`; a text that starts with `?`, `[` or `{` needs quotes",
    voids=True,
)
DUPLICATE_KEY = ReaderRule(
    "READ021",
    "No key comes twice in a mapping",
    "readers keep the first or the last value, and nobody knows which was meant",
    "keep one of the two",
)
KEY_LENGTH = ReaderRule(
    "READ022",
    "A key has 1 to 100 characters",
    "an empty key is a slip of the keyboard, and a very long one is a value",
    "write `name: value`; a value that holds `: ` needs quotes",
)
MISREAD_KEY = ReaderRule(
    "READ023",
    "A key is text for every reader",
    "other readers take such a key for a number, a boolean or null",
    "put the key in quotes, or choose another",
)
TOO_DEEP = ReaderRule(
    "READ024",
    "Values nest at most 32 levels",
    "no record needs more, and deep nesting brings other programs down",
    "remove the superfluous brackets or dashes",
    voids=True,
)
TOO_MANY_NODES = ReaderRule(
    "READ025",
    "A file holds at most 50,000 values",
    "no record needs more, and checking them takes too long",
    "split the record",
    voids=True,
)
TOO_MANY_FINDINGS = ReaderRule(
    "READ026",
    "A file has at most 100 faults of reading",
    "a longer list helps nobody",
    "mend these first, then check again",
    voids=True,
)
MISREAD_VALUE = ReaderRule(
    "READ027",
    "A text that other readers would take for something else is quoted",
    "ECCN 4E091 would become a float, 010 the number eight and NO a boolean",
    "put it in quotes",
    severity=Severity.WARNING,
)
NOT_A_NUMBER = ReaderRule(
    "READ028",
    "A number is written plainly and lies within range",
    "exponents, digit groups, infinities and other digits are read differently elsewhere",
    "write digits with at most one decimal point, such as 344000000000 or 2.5, without quotes",
)

DATA_MISSING = ReaderRule(
    "PATH001",
    "There is a folder data/ with records",
    "a check that found nothing to check would look like a success",
    "run the command in a checkout, or name the folder that holds the records",
)
FILE_NAME = ReaderRule(
    "PATH002",
    "A record's file is named by its id: small letters, digits and single hyphens, then .yaml",
    "the name is the record's address: it must be the same on every system and in every link",
    "rename the file, such as us-bis-2022-10-advanced-computing.yaml",
)
RESERVED_NAME = ReaderRule(
    "PATH003",
    "No file has a name that Windows reserves",
    "nobody on Windows could check the repository out",
    "rename the file (and the record's id)",
)
STRAY_FILE = ReaderRule(
    "PATH004",
    "A folder of records holds nothing but records",
    "a file with another ending would be passed over without a word",
    "rename it to end in .yaml if it is a record; otherwise move it elsewhere",
)
NOT_A_FILE = ReaderRule(
    "PATH005",
    "A record is a regular file in its type's folder",
    "links lead out of the checkout, pipes never end, and folders are not looked into",
    "put the file itself here",
)
UNREADABLE = ReaderRule(
    "PATH006",
    "A file can be read",
    "what can't be read can't be checked",
    "mend the permissions of the file or folder",
)

RULES: tuple[ReaderRule, ...] = (
    TOO_LARGE,
    NOT_UTF8,
    BYTE_ORDER_MARK,
    CONTROL_CHARACTER,
    TAB,
    CARRIAGE_RETURN,
    ODD_LINE_BREAK,
    BIDIRECTIONAL,
    INVISIBLE,
    NO_CHARACTER,
    SYNTAX,
    EMPTY,
    ROOT_NOT_MAPPING,
    SEVERAL_DOCUMENTS,
    DIRECTIVE,
    ANCHOR,
    ALIAS,
    TAG,
    MERGE_KEY,
    COMPLEX_KEY,
    DUPLICATE_KEY,
    KEY_LENGTH,
    MISREAD_KEY,
    TOO_DEEP,
    TOO_MANY_NODES,
    TOO_MANY_FINDINGS,
    MISREAD_VALUE,
    NOT_A_NUMBER,
    DATA_MISSING,
    FILE_NAME,
    RESERVED_NAME,
    STRAY_FILE,
    NOT_A_FILE,
    UNREADABLE,
)
"""Every rule of the reader, in the order of their ids."""
