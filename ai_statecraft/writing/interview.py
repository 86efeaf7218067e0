"""The interview: from a record's first answers to its draft, a question for every field.

What is asked, and in which order, follows from the models; a new field or vocabulary is
asked for without a change here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ai_statecraft.models import TYPES, Citation, Claim, Fingerprint, Record
from ai_statecraft.models.base import Model
from ai_statecraft.models.fields import ModelField, Shape, fields, summary
from ai_statecraft.reader.conversion import Data
from ai_statecraft.writing.answers import (
    AnswerError,
    check,
    check_field,
    file_text,
    fingerprint_of,
    value_of,
)
from ai_statecraft.writing.dialogue import Dialogue, term_of
from ai_statecraft.writing.drafting import Draft
from ai_statecraft.writing.known import KnownRecords

CITING = ("cites", "against")
"""Fields that name citations of the same record: a new label asks for its citation."""
NOT_ASKED = ("citations", "waivers", "curation")
"""Citations come with the claims, waivers with findings, and curation with the day."""
ALSO_IN_PASSING = ("cites", "url", "publisher", "published", "retrieved")
"""Fields asked for in passing though not required: without them a rule would refuse the record."""
CREATED_IN_PASSING = ("actor", "source")
"""The types that serve the others, so that a missing one is made where it is named."""


class Interview:
    """Asks for the fields of records; the drafts it completes are in `drafts`."""

    def __init__(self, dialogue: Dialogue, known: KnownRecords, today: str) -> None:
        self._dialogue = dialogue
        self._known = known
        self._today = today
        self.drafts: list[Draft] = []

    def complete(self, draft: Draft, *, in_passing: bool = False) -> Draft:
        """Ask for whatever the draft lacks; in passing, for the least it needs."""
        article = "An" if draft.model.type[0] in "aeiou" else "A"
        doc = summary(draft.model)
        self._dialogue.say(f"{article} {draft.model.type}: {doc}")

        def at_once(field: ModelField) -> bool:
            return field.required or field.key in ALSO_IN_PASSING or not in_passing

        self._fields(draft, draft.data, draft.model, at_once)
        for label in sorted(_cited(draft.data)):
            self._citation(draft, label)
        draft.stamp(self._today)
        self._known.add(draft.key, str(draft.data["name"]))
        self.drafts.append(draft)
        if in_passing:
            self._dialogue.say(f"{draft.key} is drafted; back to where it was needed.")
        return draft

    def _fields(
        self,
        draft: Draft,
        data: dict[str, Data],
        model: type[Model],
        at_once: Callable[[ModelField], bool],
    ) -> None:
        """Ask for the fields at once or, of the others, for those that are named."""
        open_ = [f for f in fields(model).values() if f.key not in data and f.key not in NOT_ASKED]
        for field in open_:
            if at_once(field):
                self._field(draft, data, model, field)
        later = {field.key: field for field in open_ if not at_once(field)}
        while later and (key := self._dialogue.ask(_also(later), lambda k: _one_of(k, later))):
            self._field(draft, data, model, later.pop(key))

    def _field(
        self, draft: Draft, data: dict[str, Data], model: type[Model], field: ModelField
    ) -> None:
        """Ask for one field and put the answer, if there is one, into the data."""
        self._dialogue.say(
            f"{field.key}{'' if field.required else ' (optional)'}: {field.description}"
        )
        if field.model is Fingerprint:
            value = self._fingerprint(field, whole=model is not Citation)
        elif field.model is not None:
            value = list(self._items(draft, field, field.model))
        elif field.key in CITING:
            value = self._labels(draft, model, field)
        elif field.shape is Shape.MAP:
            value = dict(self._pairs(model, field))
        elif field.shape is Shape.LIST:
            value = self._list(model, field)
        else:
            value = self._one(draft, model, field, required=field.required)
        if value not in (None, [], {}):
            data[field.key] = value
        if model is draft.model and field.key == "name":
            self._show_similar(draft)

    def _items(self, draft: Draft, field: ModelField, model: type[Model]) -> Iterable[Data]:
        """Items of a list of claims, each asked for field by field."""
        while self._dialogue.confirms(f"add one to {field.key}?"):
            if item := self._item(draft, model):
                yield item

    def _item(self, draft: Draft, model: type[Model]) -> dict[str, Data] | None:
        """One item; None if its answers do not go together and it is given up."""
        while True:
            data: dict[str, Data] = {}
            self._fields(
                draft, data, model, lambda f: f.key == "cites" or f.key not in Claim.trailing
            )
            try:
                check(data, model)
            except AnswerError as error:
                self._dialogue.say(f"! {error}", "  ")
                if not self._dialogue.confirms("  once more, from its first field?"):
                    return None
            else:
                return data

    def _labels(self, draft: Draft, model: type[Model], field: ModelField) -> Data:
        """Labels of citations; each that is new asks for its citation."""
        there = draft.data.get("citations", {})
        labels = ", ".join(there) if isinstance(there, dict) else ""
        hint = f"; so far: {labels}" if labels else ", such as a: a new label starts a citation"
        value = self._list(model, field, hint, required=_is_needed(model, field))
        for label in sorted(_cited({field.key: value})):
            self._citation(draft, label)
        return value

    def _citation(self, draft: Draft, label: str) -> None:
        citations = draft.data.setdefault("citations", {})
        if isinstance(citations, dict) and label not in citations:
            self._dialogue.say(f"Citation {label} is new.")
            # Its fields are checked one by one, and no two of them depend on each other.
            citations[label] = self._item(draft, Citation) or {}

    def _fingerprint(self, field: ModelField, *, whole: bool) -> Data | None:
        what = "the document" if whole else "the passage exactly as it stands in the source"

        def accept(text: str) -> Data | None:
            if not text and not field.required:
                return None
            if text:
                return fingerprint_of(file_text(Path(text)), whole=whole)
            return fingerprint_of(self._dialogue.pasted(what), whole=whole)

        no_file = "Enter to paste it" if field.required else "Enter to leave it out"
        return self._dialogue.ask(f"  file that holds {what} ({no_file})", accept)

    def _list(
        self, model: type[Model], field: ModelField, hint: str = "", *, required: bool = False
    ) -> Data:
        """Several plain values: references one by one, others on one line."""
        if field.reference is not None:
            found: list[Data] = []
            while (key := self._reference(field, required=False)) is not None:
                found.append(key)
            return found
        if field.vocabulary is not None:
            self._dialogue.list_terms(field.vocabulary)

        def accept(text: str) -> Data:
            if text == "?" and field.vocabulary is not None:
                self._dialogue.list_terms(field.vocabulary, again=True)
                raise AnswerError("name the terms, or their numbers")
            parts = [part.strip() for part in text.split(",") if part.strip()]
            if required and not parts:
                raise AnswerError("a claim needs the passage it rests on")
            value: list[Data] = [_plain(part, field) for part in parts]
            check_field(value, model, field.key)
            return value

        return self._dialogue.ask(f"  {field.key} (with commas between{hint})", accept)

    def _pairs(self, model: type[Model], field: ModelField) -> Iterable[tuple[str, Data]]:
        """Keys with their texts."""
        while key := self._dialogue.ask(f"  {field.key}: a key (Enter: no more)", str):

            def accept(text: str, key: str = key) -> Data:
                check_field({key: text}, model, field.key)
                return text

            yield key, self._dialogue.ask(f"  {key}", accept)

    def _one(
        self, draft: Draft, model: type[Model], field: ModelField, *, required: bool
    ) -> Data | None:
        """One plain value, term or reference."""
        if field.reference is not None:
            return self._reference(field, required=required)
        if field.vocabulary is not None:
            self._dialogue.list_terms(field.vocabulary)
        is_id = issubclass(model, Record) and field.key == "id"

        def accept(text: str) -> Data | None:
            if text == "?" and field.vocabulary is not None:
                self._dialogue.list_terms(field.vocabulary, again=True)
                raise AnswerError("name a term, or its number")
            if not text and not required:
                return None
            value = _plain(text, field)
            check_field(value, model, field.key)
            if is_id and self._known.is_taken(f"{draft.model.type}/{value}"):
                raise AnswerError(f"{draft.model.type}/{value} is taken; an id is never reused")
            return value

        example = self._known.example(draft.model.type) if is_id else None
        return self._dialogue.ask(
            f"  {field.key}{f' (such as {example})' if example else ''}", accept
        )

    def _reference(self, field: ModelField, *, required: bool) -> str | None:
        """A record, found by its names; actors and sources that are missing are made."""
        assert field.reference is not None
        reference = field.reference
        question = f"  {field.key}: name or id, or part of one{'' if required else ' (or Enter)'}"
        makes = [type_ for type_ in CREATED_IN_PASSING if type_ in reference.types][:1]
        while text := self._dialogue.ask(question, lambda text: _given(text, required)):
            if reference.record(text) in self._known:
                return text
            found = self._known.search(text, reference.types)
            lines = [f"{entry.key}: {entry.name}" for entry in found]
            lines += [f"(a new {type_})" for type_ in makes]
            if not lines:
                self._dialogue.say("! no record has such a name", "  ")
                continue
            chosen = self._dialogue.pick(lines, "  number (Enter: search again)")
            if chosen is None:
                continue
            if chosen < len(found):
                key = found[chosen].key
            else:
                key = self.complete(Draft(TYPES[makes[0]]), in_passing=True).key
            return key.partition("/")[2] if reference.bare else key
        return None

    def _show_similar(self, draft: Draft) -> None:
        for entry in self._known.search(str(draft.data["name"]), (draft.model.type,)):
            self._dialogue.say(f"There is already {entry.key}: {entry.name}", "  ")


def _is_needed(model: type[Model], field: ModelField) -> bool:
    """Whether an answer is needed: a claim needs its passage, though the models let it wait."""
    return field.required or (field.key == "cites" and issubclass(model, Claim))


def _cited(value: Data) -> set[str]:
    """The labels of citations that any claim within the value names."""
    return set(_labels_in(value))


def _labels_in(value: Data) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if key in CITING and isinstance(inner, list):
                    for cite in inner:
                        yield from str(cite).split("+")
                else:
                    yield from _labels_in(inner)
        case list():
            for inner in value:
                yield from _labels_in(inner)
        case _:
            pass


def _plain(text: str, field: ModelField) -> str | int | float:
    return term_of(text, field.vocabulary) if field.vocabulary else value_of(text, field)


def _also(later: Iterable[str]) -> str:
    return f"  also one of {', '.join(later)}? (Enter: no)"


def _one_of(key: str, known: Iterable[str]) -> str:
    if key and key not in known:
        raise AnswerError(f"name one of {', '.join(known)}, or nothing")
    return key


def _given(text: str, required: bool) -> str:
    if not text and required:
        raise AnswerError("this is needed")
    return text
