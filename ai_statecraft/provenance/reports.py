"""What `verify` and `coverage` print: text for people, JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from ai_statecraft.provenance.verify import Outcome, Proof, Verification

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ai_statecraft.provenance.coverage import DocumentCoverage
    from ai_statecraft.provenance.sentences import Sentence


def verification_text(verification: Verification) -> str:
    """Return the outcome for people: what needs attention first, the sums last."""
    lines = [
        *_not_found(verification),
        *(
            f"altered: {_shown(document)} is not word for word the text recorded for {source}; "
            "restore the document, or record the fingerprint of its present text"
            for source, document in verification.altered
        ),
        *(f"unreadable: {_shown(one.path.name)}: {one.reason}" for one in verification.unreadable),
        *_warnings(verification),
        *_absent(verification),
        _sum(verification),
    ]
    return "".join(f"{line}\n" for line in lines)


def verification_json(verification: Verification) -> str:
    """Return the outcome as a JSON object with every citation, its outcome and its places."""
    return _json(
        {
            "sound": verification.is_sound,
            "counts": {outcome.value: count for outcome, count in verification.counts.items()},
            "citations": [_proof_object(proof) for proof in verification.proofs],
            "altered": [
                {"source": source, "document": document}
                for source, document in verification.altered
            ],
            "unrecognised": list(verification.unrecognised),
            "unreadable": [
                {"document": one.path.name, "reason": one.reason} for one in verification.unreadable
            ],
        }
    )


def coverage_text(covered: Sequence[DocumentCoverage]) -> str:
    """Return for people the uncited sentences of each document, and the shares cited."""
    lines: list[str] = []
    for one in covered:
        open_particulars = one.open_particulars
        lines.append(f"{_shown(one.document)}: {_share(one)}")
        for sentence in one.uncited:
            mark = "!" if sentence in open_particulars else "-"
            lines.append(f"  {mark} word {sentence.first}: {_shown(sentence.text)}")
    lines.append("! an uncited sentence with a figure or a name; - any other uncited sentence")
    return "".join(f"{line}\n" for line in lines)


def coverage_json(covered: Iterable[DocumentCoverage]) -> str:
    """Return the coverage as a JSON array, an object for each document.

    A sentence's `first` is the index from 0 of its first word, `end` that of the word after its
    last; `share` runs from 0 to 1 and is null for a document without sentences.
    """
    return _json(
        [
            {
                "document": one.document,
                "share": one.share,
                "cited": [_sentence_object(sentence) for sentence in one.cited],
                "uncited": [_sentence_object(sentence) for sentence in one.uncited],
            }
            for one in covered
        ]
    )


def _not_found(verification: Verification) -> list[str]:
    return [
        f"not found: {_name(proof)}: no {proof.citation.fingerprint.words} words in a row of "
        f"{_shown(proof.document or '')} have this fingerprint; take it again from the passage"
        for proof in verification.proofs
        if proof.outcome is Outcome.NOT_FOUND
    ]


def _warnings(verification: Verification) -> list[str]:
    lines: list[str] = []
    for proof in verification.proofs:
        if proof.is_repeated:
            lines.append(
                f"warning: {_name(proof)}: stands in {len(proof.places)} places of "
                f"{_shown(proof.document or '')} (first words {_listed(proof)}); cite more words"
            )
        if proof.has_stale_hint:
            lines.append(
                f"warning: {_name(proof)}: begins at word {_listed(proof)}, not at "
                f"{proof.citation.at}; correct `at`"
            )
    lines.extend(
        f"warning: {_shown(name)} belongs to no source: name it <source-id>.txt, "
        "or record its fingerprint with its source"
        for name in verification.unrecognised
    )
    return lines


def _absent(verification: Verification) -> list[str]:
    missing = Counter(
        proof.citation.source
        for proof in verification.proofs
        if proof.outcome is Outcome.DOCUMENT_ABSENT
    )
    return [
        f"document absent: {source} ({_counted(count, 'citation')})"
        for source, count in sorted(missing.items())
    ]


def _sum(verification: Verification) -> str:
    counts = verification.counts
    repeated = sum(1 for proof in verification.proofs if proof.is_repeated)
    return (
        f"{_counted(len(verification.proofs), 'citation')}: {counts[Outcome.PROVED]} proved "
        f"({repeated} in more than one place), {counts[Outcome.NOT_FOUND]} not found, "
        f"{counts[Outcome.DOCUMENT_ABSENT]} with the document absent"
    )


def _share(one: DocumentCoverage) -> str:
    if one.share is None:
        return "no sentences"
    total = len(one.cited) + len(one.uncited)
    return (
        f"{len(one.cited)} of {_counted(total, 'sentence')} cited ({one.share:.0%}), "
        f"{len(one.open_particulars)} uncited with a figure or a name"
    )


def _proof_object(proof: Proof) -> dict[str, object]:
    citation = proof.citation
    return {
        "record": citation.record,
        "citation": citation.label,
        "source": citation.source,
        "words": citation.fingerprint.words,
        "sha256": citation.fingerprint.sha256,
        "at": citation.at,
        "outcome": proof.outcome.value,
        "document": proof.document,
        "places": list(proof.places),
    }


def _sentence_object(sentence: Sentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "first": sentence.first,
        "end": sentence.end,
        "names_particulars": sentence.names_particulars,
    }


def _name(proof: Proof) -> str:
    citation = proof.citation
    return f"{citation.record} [{citation.label}] from {citation.source}"


def _listed(proof: Proof) -> str:
    return ", ".join(str(place) for place in proof.places)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _shown(text: str) -> str:
    """Return the text with control and other invisible characters escaped.

    Archives hold other people's texts and file names; a terminal must not obey them.
    """
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, indent=2) + "\n"
