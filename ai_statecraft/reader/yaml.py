"""A strict reader of YAML: one document of mappings, sequences and text, with positions.

It takes the events of PyYAML's parser and none of its resolution, so that every scalar
stays the text that was written, and builds the tree on an explicit stack, so that no
nesting can exhaust the interpreter's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

import yaml

from ai_statecraft.findings import Finding
from ai_statecraft.reader.characters import NOT_ALLOWED, name_of, shown
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence, pointer_of
from ai_statecraft.reader.rules import (
    ALIAS,
    ANCHOR,
    COMPLEX_KEY,
    DIRECTIVE,
    DUPLICATE_KEY,
    EMPTY,
    KEY_LENGTH,
    MERGE_KEY,
    MISREAD_KEY,
    ROOT_NOT_MAPPING,
    SEVERAL_DOCUMENTS,
    TAG,
    TOO_DEEP,
    TOO_MANY_NODES,
    ReaderRule,
)
from ai_statecraft.reader.scalars import misread_by_other_readers
from ai_statecraft.reader.syntax import report_syntax_error
from ai_statecraft.reader.text import decode, rule_against

MAX_DEPTH = 32
"""Levels of mappings and sequences within one another."""
MAX_NODES = 50_000
"""Keys, values, mappings and sequences in one file."""
MAX_KEY = 100
"""Characters in a key."""

_COMMENT = re.compile(r"#[^\n]*")
_DIRECTIVE = re.compile(r"^%([^\n]*)", re.MULTILINE)


def read_yaml(data: bytes, file: str) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Return the record that a file's bytes hold, and all findings, sorted by place.

    The record is None if it can't be relied on. It may be there beside findings (say,
    a key given twice, of which the first is kept): then it is good for further checks,
    though the file has to be mended. Never raises, whatever the bytes.

    `file` is the path for the findings.
    """
    faults = Faults(file)
    text = decode(data, faults)
    record = None if text is None or faults.full else _read_text(text, faults)
    return (None if faults.void else record), faults.findings()


def _read_text(text: str, faults: Faults) -> Mapping | None:
    text = _without_directives(text, faults)
    builder = _Builder(text, faults)
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
            if builder.stopped or faults.full:
                return None
    # Without libyaml, an escape such as "\U00110000" ends in chr().
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report_syntax_error(error, faults)
        return None
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
        faults.add(EMPTY, (1, 1), "the file holds no record")
        return None
    if not isinstance(root, Mapping):
        kind = "a list" if isinstance(root, Sequence) else f"the text {shown(root.text)}"
        faults.add(ROOT_NOT_MAPPING, (root.line, root.column), f"the file holds {kind}")
        return None
    return root


def _without_directives(text: str, faults: Faults) -> str:
    """Report directives and make comments of them.

    The parser never sees them, since it takes minutes for a megabyte of `%TAG`.
    """
    line, end = 1, 0
    for match in _DIRECTIVE.finditer(text):
        line += text.count("\n", end, match.start())
        end = match.start()
        faults.add(DIRECTIVE, (line, 1), f"{shown(match[0])} is a YAML directive")
        if faults.full:
            break
    return _DIRECTIVE.sub(r"#\1", text) if end or text.startswith("%") else text


@dataclass(slots=True)
class _OpenMapping:
    place: tuple[int, int]
    items: list[tuple[Scalar, Node]]
    lines: dict[str, int]
    """The line of each key, by its normalised text."""
    key: Scalar | None = None
    """The key that waits for its value."""
    keeps_value: bool = True

    def closed(self) -> Mapping:
        return Mapping(tuple(self.items), *self.place)


@dataclass(slots=True)
class _OpenSequence:
    place: tuple[int, int]
    items: list[Node]

    def closed(self) -> Sequence:
        return Sequence(tuple(self.items), *self.place)


class _Builder:
    """Builds the tree from events, and reports what YAML allows and a record doesn't."""

    def __init__(self, text: str, faults: Faults) -> None:
        self.root: Node | None = None
        self.stopped = False
        """Whether a fault was found after which reading on makes no sense."""
        self._text = text
        self._has_question_marks = "?" in text
        self._faults = faults
        self._open: list[_OpenMapping | _OpenSequence] = []
        self._documents = 0
        self._nodes = 0
        self._end_of_last_event = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._start_collection(event)
            case yaml.CollectionEndEvent():
                self._deliver(self._open.pop().closed())
            case yaml.AliasEvent():
                self._take_alias(event)
            case yaml.DocumentStartEvent():
                self._start_document(event)
            case _:
                pass
        if self._has_question_marks and event.end_mark is not None:
            self._end_of_last_event = event.end_mark.index

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        place = _place(event)
        if event.anchor is not None or event.tag is not None:
            self._report_properties(event.anchor, event.tag, place)
        # A character that stands in the file itself is already reported and replaced.
        if event.style == '"' and (match := NOT_ALLOWED.search(event.value)):
            message = f"the text has {name_of(match[0])} as an escape, which is not allowed"
            self._faults.add(rule_against(match[0]), place, message, pointer=self._pointer())
        self._count()
        if self._has_question_marks and self._awaits_key():
            self._check_simple_key(event, place)
        self._deliver(Scalar(event.value, *place, not event.style))

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        message = f"{shown(f'*{event.anchor}')} is an alias"
        self._faults.add(ALIAS, place, message, pointer=self._pointer())
        self._count()
        self._deliver(Scalar("", *place, plain=False))

    def _start_collection(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        place = _place(event)
        if event.anchor is not None or event.tag is not None:
            self._report_properties(event.anchor, event.tag, place)
        self._count()
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if self._awaits_key():
            kind = "mapping" if is_mapping else "list"
            self._stop(COMPLEX_KEY, place, f"a {kind} stands where a key is due")
        elif len(self._open) == MAX_DEPTH:
            self._stop(TOO_DEEP, place, f"a value lies more than {MAX_DEPTH} levels deep")
        self._open.append(_OpenMapping(place, [], {}) if is_mapping else _OpenSequence(place, []))

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        place = _place(event)
        self._documents += 1
        if self._documents > 1:
            self._stop(SEVERAL_DOCUMENTS, place, "a second document starts here")

    def _deliver(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, _OpenSequence):
            parent.items.append(node)
        elif parent.key is not None:
            if parent.keeps_value:
                parent.items.append((parent.key, node))
            parent.key = None
        # A collection can't come as a key: the builder stopped when it started.
        elif isinstance(node, Scalar):
            parent.keeps_value = self._check_key(parent, node)
            parent.key = node

    def _check_key(self, parent: _OpenMapping, key: Scalar) -> bool:
        """Report what is wrong with a key; return whether its value is kept."""
        if not key.text or len(key.text) > MAX_KEY:
            length = f"{len(key.text)} characters long" if key.text else "empty"
            message = f"the key {shown(key.text)} is {length}"
            self._report_key(KEY_LENGTH, key, message)
            return False
        if key.plain and key.text == "<<":
            self._report_key(MERGE_KEY, key, "`<<` is a merge key")
            return False
        if key.plain and (misread := misread_by_other_readers(key.text)):
            message = f"other readers take the key {shown(key.text)} for {misread}"
            self._report_key(MISREAD_KEY, key, message)
        normalised = normalize("NFC", key.text)
        if normalised in parent.lines:
            first = parent.lines[normalised]
            message = f"the key {shown(key.text)} is already given in line {first}"
            self._report_key(DUPLICATE_KEY, key, message)
            return False
        parent.lines[normalised] = key.line
        return True

    def _report_key(self, rule: ReaderRule, key: Scalar, message: str) -> None:
        pointer = self._pointer() + pointer_of(key.text)
        self._faults.add(rule, (key.line, key.column), message, pointer=pointer)

    def _check_simple_key(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> None:
        """Report a key that is written with `? `, which the events don't tell."""
        if event.start_mark is None:
            return
        before = self._text[self._end_of_last_event : event.start_mark.index]
        if "?" in _COMMENT.sub("", before):
            message = f"the key {shown(event.value)} is written with `? `"
            self._faults.add(COMPLEX_KEY, place, message, pointer=self._pointer())

    def _report_properties(
        self, anchor: str | None, tag: str | None, place: tuple[int, int]
    ) -> None:
        if anchor is not None:
            message = f"{shown(f'&{anchor}')} is an anchor"
            self._faults.add(ANCHOR, place, message, pointer=self._pointer())
        if tag is not None:
            message = f"the value has the tag {shown(tag)}"
            self._faults.add(TAG, place, message, pointer=self._pointer())

    def _awaits_key(self) -> bool:
        if not self._open:
            return False
        parent = self._open[-1]
        return isinstance(parent, _OpenMapping) and parent.key is None

    def _count(self) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(TOO_MANY_NODES, (0, 0), f"the file holds more than {MAX_NODES} values")

    def _stop(self, rule: ReaderRule, place: tuple[int, int], message: str) -> None:
        self._faults.add(rule, place, message, pointer=self._pointer())
        self.stopped = True

    def _pointer(self) -> str:
        """Return the JSON Pointer to the node that comes next."""
        tokens: list[str | int] = []
        for parent in self._open:
            if isinstance(parent, _OpenSequence):
                tokens.append(len(parent.items))
            elif parent.key is not None:
                tokens.append(parent.key.text)
        return pointer_of(*tokens)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
