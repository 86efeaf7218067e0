"""Throw bytes at the reader for as long as asked: `python tests/fuzz/fuzz_reader.py 60`.

Takes minutes. With atheris, mutations follow the code they reach; without it, hypothesis
makes them. What either finds goes into `test_found.py` as a test of its own.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "dist" / "fuzz"
SECONDS_A_FILE = 5
MEGABYTES = 512
LARGEST = 16_384  # bytes; what takes more is tried as a class of its own


def property_of() -> Callable[[bytes], None]:
    """What must hold for all bytes; a function of its own so that atheris can watch the imports."""
    from ai_statecraft.models import RECORD_TYPES
    from ai_statecraft.reader.characters import NOT_ALLOWED
    from ai_statecraft.reader.records import parse_record
    from ai_statecraft.reporting import Format, render
    from ai_statecraft.writing.canonical import canonical
    from ai_statecraft.writing.formatting import format_record

    def holds(data: bytes) -> None:
        model = RECORD_TYPES[data[0] % len(RECORD_TYPES)] if data else RECORD_TYPES[0]
        file = f"data/{model.folder}/x.yaml"
        read, findings = parse_record(data[1:], model, file)
        assert read is not None or findings
        assert findings == tuple(sorted(findings))
        assert all(f.message.isprintable() and f.remedy.isprintable() for f in findings)
        for style in Format:
            assert NOT_ALLOWED.search(render(findings, style)) is None
        text, _ = format_record(data[1:], Path(file))
        if text is not None:
            assert format_record(text.encode(), Path(file))[0] == text, "formatting is idempotent"
        if read is not None:
            again, _ = parse_record(canonical(read.data, model).encode(), model, file)
            assert again is not None
            assert again.record == read.record

    return holds


def seed(folder: Path) -> None:
    """Put the smallest records and the classes of hostile input into the corpus."""
    from ai_statecraft.models import RECORD_TYPES

    folder.mkdir(parents=True, exist_ok=True)
    for number, model in enumerate(RECORD_TYPES):
        files = sorted((ROOT / "data" / model.folder).glob("*.yaml"), key=_size)
        for file in files[:: max(1, len(files) // 12)]:
            (folder / f"{model.type}-{file.stem}").write_bytes(bytes([number]) + file.read_bytes())


def _size(file: Path) -> int:
    return file.stat().st_size


def dictionary() -> str:
    """The words of records and the marks of YAML, in libFuzzer's format."""
    from ai_statecraft.models import RECORD_TYPES
    from ai_statecraft.models.fields import fields
    from ai_statecraft.vocabularies import VOCABULARIES

    marks = ("---", "...", "<<: ", "!!str ", "&a ", "*a", "? ", ">-", "|", "# ", "%YAML 1.1", "~")
    marks += (".inf", "0o17", "1e400", "1:30", "亿", "％", "\u2028", "\u202e", "\u200b", "\ufeff")
    keys = {key for model in RECORD_TYPES for key in fields(model)}
    keys |= {
        key
        for model in RECORD_TYPES
        for field in fields(model).values()
        if field.model is not None
        for key in fields(field.model)
    }
    terms = {term.value for vocabulary in VOCABULARIES for term in vocabulary}
    words = (*marks, *(f"{key}: " for key in sorted(keys)), *sorted(terms))
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    return "".join(f'"{word}"\n' for word in escaped)


def fuzz_with_atheris(seconds: float) -> None:
    """Fuzz until the time is up; libFuzzer ends the process and says what it found."""
    import atheris

    with atheris.instrument_imports(include=["ai_statecraft", "yaml"]):
        holds = property_of()
    seed(CORPUS)
    words = CORPUS.parent / "fuzz.dict"
    words.write_text(dictionary(), encoding="ascii")
    atheris.Setup(
        [
            sys.argv[0],
            str(CORPUS),
            f"-max_total_time={int(seconds)}",
            f"-timeout={SECONDS_A_FILE}",
            f"-rss_limit_mb={MEGABYTES}",
            f"-max_len={LARGEST}",
            f"-dict={words}",
            f"-artifact_prefix={CORPUS.parent}/found-",
            "-print_final_stats=1",
        ],
        holds,
    )
    atheris.Fuzz()


def fuzz_with_hypothesis(seconds: float) -> None:
    """Fuzz until the time is up; the first input that breaks the property is raised."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    holds = property_of()
    seed(CORPUS)
    seeds = [file.read_bytes() for file in sorted(CORPUS.iterdir())]
    fragments = [data[start : start + 20] for data in seeds for start in range(0, len(data), 40)]

    @st.composite
    def mutated(draw: st.DrawFn) -> bytes:
        data = bytearray(draw(st.sampled_from(seeds)))
        for _ in range(draw(st.integers(1, 6))):
            start = draw(st.integers(0, len(data)))
            end = draw(st.integers(start, min(len(data), start + 20)))
            data[start:end] = draw(st.binary(max_size=8) | st.sampled_from(fragments))
        return bytes(data)

    @settings(max_examples=2_000, deadline=SECONDS_A_FILE * 1000, suppress_health_check=HealthCheck)
    @given(mutated() | st.binary(max_size=200))
    def once(data: bytes) -> None:
        holds(data)

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        random.seed()
        once()


def main() -> None:
    """Fuzz for the minutes given."""
    seconds = 60 * float(sys.argv[1] if len(sys.argv) > 1 else 60)
    sys.path.insert(0, str(ROOT))
    try:
        import atheris  # noqa: F401 - only whether it is there
    except ModuleNotFoundError:
        fuzz_with_hypothesis(seconds)
    else:
        fuzz_with_atheris(seconds)


if __name__ == "__main__":
    main()
