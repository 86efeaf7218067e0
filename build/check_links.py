"""Ask whether the addresses of the sources still answer.

`python build/check_links.py`, run weekly by .github/workflows/links.yml; the only recipe that
uses the network. A document that is gone (404, 410, or a host without an address) fails the
check, unless .github/link-suppressions.yaml says why it is known and until when. A server that
turns programs away, is down or is slow proves nothing: that is listed, and does not fail.

Exit status: 0 fine, 1 documents gone or suppressions stale, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import urllib3
import yaml
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from urllib3.exceptions import HTTPError, MaxRetryError, NameResolutionError

from ai_statecraft.errors import DataError
from ai_statecraft.loading import load_contents

ROOT = Path(__file__).parents[1]
SUPPRESSIONS = ROOT / ".github" / "link-suppressions.yaml"
LONGEST = timedelta(days=366)
"""How far ahead a suppression may end: each is looked at again at least once a year."""
_AT_ONCE = 8
_PATIENCE = 3
_AGENT = "ai-statecraft link check (weekly; one request at a time per host)"
_GONE = (404, 410)


class Outcome(StrEnum):
    """What asking for an address showed."""

    ALIVE = "alive"
    """The server gave a document."""
    GONE = "gone"
    """The server says there is none, or the host has no address."""
    UNDECIDED = "undecided"
    """The server turns programs away, is down, or is slow."""


@dataclass(frozen=True, order=True)
class Answer:
    """What one address answered."""

    url: str
    outcome: Outcome
    said: str
    """The HTTP status, or what went wrong."""
    connected: bool = True


class Suppression(BaseModel, frozen=True, extra="forbid"):
    """An address that is known to be gone, and why it stays in the data."""

    url: str
    reason: str = Field(min_length=10)
    until: date


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """The suppressions; raises DataError if the file is not a list of them, each once."""
    try:
        listed: object = yaml.safe_load(path.read_text(encoding="utf-8"))
        # A file with nothing but comments is YAML's null.
        found = TypeAdapter(tuple[Suppression, ...]).validate_python(listed or ())
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise DataError(f"{path.name}: {error}") from error
    urls = [suppression.url for suppression in found]
    if repeated := sorted({url for url in urls if urls.count(url) > 1}):
        raise DataError(f"{path.name}: more than once: {', '.join(repeated)}")
    return found


def stale_suppressions(
    suppressions: Iterable[Suppression], answers: Mapping[str, Answer], today: date
) -> list[str]:
    """Why suppressions have to go or be renewed, a line each."""
    found: list[str] = []
    for suppression in suppressions:
        answer = answers.get(suppression.url)
        if answer is None:
            found.append(f"{suppression.url}: no source has this address")
        elif answer.outcome is Outcome.ALIVE:
            found.append(f"{suppression.url}: answers again")
        elif suppression.until < today:
            found.append(f"{suppression.url}: ended on {suppression.until}")
        elif suppression.until > today + LONGEST:
            found.append(f"{suppression.url}: ends more than a year ahead")
    return found


class Asker:
    """Asks hosts for their documents, one request at a time per host."""

    def __init__(self, timeout: float = 20.0, pause: float = 1.0) -> None:
        """`timeout` and `pause` (between two requests to a host) are in seconds."""
        self._timeout = timeout
        self._pause = pause
        self._pool = urllib3.PoolManager(
            num_pools=4 * _AT_ONCE,
            headers={"User-Agent": _AGENT, "Accept": "*/*"},
            timeout=urllib3.Timeout(connect=timeout, read=timeout),
            retries=urllib3.Retry(
                connect=1,
                read=0,
                status=1,
                redirect=8,
                backoff_factor=pause,
                status_forcelist=(500, 502, 503, 504),
                raise_on_status=False,
                respect_retry_after_header=False,
            ),
        )

    def __enter__(self) -> Asker:
        """Return itself; the connections are closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._pool.clear()

    def ask(self, url: str) -> Answer:
        """Ask for one address, following redirects, without reading the document."""
        try:
            # GET, since many servers refuse HEAD or answer it wrongly.
            response = self._pool.request("GET", url, preload_content=False)
        except MaxRetryError as error:
            reason = error.reason
            gone = isinstance(reason, NameResolutionError)
            said = type(reason or error).__name__
            return Answer(url, Outcome.GONE if gone else Outcome.UNDECIDED, said, connected=False)
        except (HTTPError, UnicodeError) as error:
            return Answer(url, Outcome.UNDECIDED, type(error).__name__, connected=False)
        # The rest of the document is not wanted, so the connection can't be used again.
        response.close()
        return Answer(url, _outcome(response.status), str(response.status))

    def ask_host(self, urls: Sequence[str]) -> list[Answer]:
        """Ask one host for its documents in turn; one that doesn't answer is soon left alone."""
        answers: list[Answer] = []
        for position, url in enumerate(urls):
            latest = answers[-_PATIENCE:]
            if len(latest) == _PATIENCE and not any(answer.connected for answer in latest):
                answers.append(Answer(url, latest[-1].outcome, "host not asked again", False))
                continue
            if position:
                time.sleep(self._pause)
            answers.append(self.ask(url))
        return answers


def _outcome(status: int) -> Outcome:
    if status in _GONE:
        return Outcome.GONE
    return Outcome.ALIVE if 200 <= status < 300 else Outcome.UNDECIDED


def ask_all(urls: Iterable[str], ask_host: Callable[[Sequence[str]], list[Answer]]) -> list[Answer]:
    """The answers of all addresses, sorted; several hosts are asked at once."""
    hosts: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        return sorted(answer for group in threads.map(ask_host, hosts.values()) for answer in group)


def source_addresses(data: Path) -> dict[str, list[str]]:
    """The addresses in the data, each with the sources that have it."""
    found: dict[str, list[str]] = {}
    for source in load_contents(data).sources.values():
        if source.url is not None:
            found.setdefault(str(source.url), []).append(f"source/{source.id}")
    return found


def report(
    answers: Sequence[Answer],
    sources: Mapping[str, Sequence[str]],
    suppressions: Sequence[Suppression],
    today: date,
) -> int:
    """Print what is gone, stale and undecided; return the exit status."""
    suppressed = {suppression.url for suppression in suppressions}
    stale = stale_suppressions(suppressions, {answer.url: answer for answer in answers}, today)
    gone = [a for a in answers if a.outcome is Outcome.GONE and a.url not in suppressed]
    undecided = [a for a in answers if a.outcome is Outcome.UNDECIDED and a.url not in suppressed]
    for answer in (*undecided, *gone):
        print(f"{answer.outcome} ({answer.said}): {answer.url}: {', '.join(sources[answer.url])}")
    for line in stale:
        print(f"stale suppression: {line}")
    print(
        f"{len(answers)} addresses: {len(gone)} gone, {len(undecided)} undecided, "
        f"{len(suppressed)} suppressed, {len(stale)} suppressions stale"
    )
    return 1 if gone or stale else 0


def main(arguments: list[str] | None = None) -> int:
    """Check the links; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the records")
    parser.add_argument("--suppressions", type=Path, default=SUPPRESSIONS, help="the known ones")
    options = parser.parse_args(arguments)
    try:
        suppressions = read_suppressions(options.suppressions)
        sources = source_addresses(options.data)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    with Asker() as asker:
        answers = ask_all(sources, asker.ask_host)
    return report(answers, sources, suppressions, datetime.now(UTC).date())


if __name__ == "__main__":
    sys.exit(main())
