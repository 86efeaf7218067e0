"""What the link check makes of answers, from a server on the loopback address only."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import check_links
import pytest
from check_links import Answer, Asker, Outcome, Suppression

from ai_statecraft.errors import DataError

TODAY = date(2026, 12, 1)
URL = "https://example.org/notice"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status = int(self.path.strip("/").partition("/")[0])
            self.send_response(status)
            if status == 302:
                self.send_header("Location", self.path.removeprefix("/302") or "/302")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def closed_port() -> Iterator[str]:
    with socket.socket() as taken:  # bound but not listening: connections are refused
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture
def asker() -> Iterator[Asker]:
    with Asker(timeout=2, pause=0) as asker:
        yield asker


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/200", Outcome.ALIVE, "200"),
        ("/302/200", Outcome.ALIVE, "200"),
        ("/302/404", Outcome.GONE, "404"),
        ("/404", Outcome.GONE, "404"),
        ("/410", Outcome.GONE, "410"),
        ("/403", Outcome.UNDECIDED, "403"),
        ("/429", Outcome.UNDECIDED, "429"),
        ("/503", Outcome.UNDECIDED, "503"),
    ],
)
def test_only_a_server_that_says_so_has_lost_a_document(
    path: str, outcome: Outcome, said: str, server: str, asker: Asker
) -> None:
    assert asker.ask(server + path) == Answer(server + path, outcome, said)


def test_a_circle_of_redirects_decides_nothing(server: str, asker: Asker) -> None:
    answer = asker.ask(f"{server}/302")
    assert answer == Answer(f"{server}/302", Outcome.UNDECIDED, "ResponseError", connected=False)


def test_an_address_that_cannot_be_asked_for_decides_nothing(asker: Asker) -> None:
    answer = asker.ask("http://[::1/")
    assert answer == Answer("http://[::1/", Outcome.UNDECIDED, "LocationParseError", False)


def test_a_host_that_does_not_answer_is_soon_left_alone(closed_port: str, asker: Asker) -> None:
    urls = [f"{closed_port}/{number}" for number in range(5)]
    answers = check_links.ask_all(urls, asker.ask_host)
    assert [answer.url for answer in answers] == urls
    assert [answer.said for answer in answers] == [
        *["NewConnectionError"] * 3,
        *["host not asked again"] * 2,
    ]
    assert {answer.outcome for answer in answers} == {Outcome.UNDECIDED}


def test_each_host_is_asked_once_for_each_address() -> None:
    asked: list[list[str]] = []

    def ask_host(urls: Sequence[str]) -> list[Answer]:
        asked.append(list(urls))
        return [Answer(url, Outcome.ALIVE, "200") for url in urls]

    check_links.ask_all(
        [
            "https://b.example/2",
            "https://a.example/1",
            "https://b.example/1",
            "https://b.example/2",
        ],
        ask_host,
    )
    assert sorted(asked) == [
        ["https://a.example/1"],
        ["https://b.example/1", "https://b.example/2"],
    ]


def suppression(until: date = date(2027, 1, 1)) -> Suppression:
    return Suppression(url=URL, reason="The site was reorganised.", until=until)


@pytest.mark.parametrize(
    ("until", "outcome", "stale"),
    [
        (date(2026, 12, 1), Outcome.GONE, []),
        (date(2026, 12, 1), Outcome.UNDECIDED, []),
        (date(2026, 11, 30), Outcome.GONE, [f"{URL}: ended on 2026-11-30"]),
        (date(2027, 1, 1), Outcome.ALIVE, [f"{URL}: answers again"]),
        (date(2027, 1, 1), None, [f"{URL}: no source has this address"]),
        (date(2028, 1, 1), Outcome.GONE, [f"{URL}: ends more than a year ahead"]),
    ],
)
def test_a_suppression_is_stale_when_it_ended_or_is_not_needed(
    until: date, outcome: Outcome | None, stale: list[str]
) -> None:
    answers = {} if outcome is None else {URL: Answer(URL, outcome, "")}
    assert check_links.stale_suppressions([suppression(until)], answers, TODAY) == stale


def test_what_is_gone_fails_and_what_is_undecided_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = "https://example.org/slow"
    sources = {URL: ["source/a", "source/b"], other: ["source/c"]}
    undecided = Answer(other, Outcome.UNDECIDED, "403")
    answers = [Answer(URL, Outcome.GONE, "404"), undecided]
    assert check_links.report(answers, sources, [], TODAY) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"undecided (403): {other}: source/c",
        f"gone (404): {URL}: source/a, source/b",
        "2 addresses: 1 gone, 1 undecided, 0 suppressed, 0 suppressions stale",
    ]
    assert check_links.report([undecided], sources, [], TODAY) == 0


def test_a_suppressed_address_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    answers = [Answer(URL, Outcome.GONE, "404")]
    assert check_links.report(answers, {URL: ["source/a"]}, [suppression()], TODAY) == 0
    expected = "1 addresses: 0 gone, 0 undecided, 1 suppressed, 0 suppressions stale\n"
    assert capsys.readouterr().out == expected


def test_a_stale_suppression_fails(capsys: pytest.CaptureFixture[str]) -> None:
    answers = [Answer(URL, Outcome.ALIVE, "200")]
    assert check_links.report(answers, {URL: ["source/a"]}, [suppression()], TODAY) == 1
    assert f"stale suppression: {URL}: answers again\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {url: a, until: 2027-01-01}", "reason"),
        ("- {url: a, reason: moved, until: 2027-01-01}", "at least 10 characters"),
        ("- {url: a, reason: no new address known}", "until"),
        ("- {url: a, reason: no new address known, until: never}", "until"),
        ("- {url: a, reason: no new address known, until: 2027-01-01, host: b}", "host"),
        ("- {url: a, reason: no new address known, until: 2027-01-01}\n" * 2, "more than once: a"),
        ("- [", "expected the node content"),
        ("text", "valid tuple"),
    ],
)
def test_a_suppression_without_reason_or_end_is_refused(
    text: str, complaint: str, tmp_path: Path
) -> None:
    (tmp_path / "suppressions.yaml").write_text(text)
    with pytest.raises(DataError, match=complaint):
        check_links.read_suppressions(tmp_path / "suppressions.yaml")


def test_the_list_in_use_can_be_read() -> None:
    assert all(s.until for s in check_links.read_suppressions(check_links.SUPPRESSIONS))


def test_the_addresses_are_those_of_the_sources(data: Path) -> None:
    assert check_links.source_addresses(data) == {
        "https://gazette.example.org/1": ["source/sample-gazette"]
    }


def test_a_folder_without_data_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_links.main(["--data", str(tmp_path)]) == 2
    assert "holds neither" in capsys.readouterr().err


def test_every_source_is_asked_for(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def ask(self: Asker, url: str) -> Answer:
        asked.append(url)
        return Answer(url, Outcome.ALIVE, "200")

    monkeypatch.setattr(Asker, "ask", ask)
    known = data.parent / "known.yaml"
    known.write_text("# none\n")
    assert check_links.main(["--data", str(data), "--suppressions", str(known)]) == 0
    assert asked == ["https://gazette.example.org/1"]
    expected = "1 addresses: 0 gone, 0 undecided, 0 suppressed, 0 suppressions stale\n"
    assert capsys.readouterr().out == expected
